"""Summaries as tables: for the terminal, and in Markdown for the README."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .libraries import PEER_LIBRARIES
from .summary import TARGETS, Machine, Summary, TimedVariant, geometric_mean

__all__ = ["markdown", "one_line", "overhead_table", "print_class", "print_closing", "print_head"]

_HEADS = (
    "workload",
    "auto",
    "backend",
    "best",
    "roof",
    *PEER_LIBRARIES,
    "torch native",
    "ratio",
    "best/",
)


def print_head(console: Console, facts: dict[str, Any]) -> None:
    """Print the machine, the versions and the meaning of the columns."""
    for line in facts_lines(facts):
        console.print(line, style="dim", highlight=False)
    console.print(
        "GFLOP/s of the fastest call, in operations of the direct sum. auto: a plan by auto; "
        "best: the fastest backend; roof: auto as a share of the roofline, min(peak, intensity x "
        "bandwidth), or of intensity x bandwidth for separable filters; ratio: auto to the best "
        "peer (*); best/: the fastest backend to the best peer. torch native: without conversions "
        "of layout, not counted as a peer.",
        style="dim",
        highlight=False,
    )


def facts_lines(facts: dict[str, Any]) -> list[str]:
    """Return lines with machine, versions and peaks."""
    machine, peak = facts["machine"], facts["peak"]
    copies = ", ".join(f"{rate / 1e9:.0f}" for rate in peak["copy"].values())
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    blas = ", ".join(facts["blas"])
    workers = f"{facts['workers']} worker" + "s" * (facts["workers"] > 1)
    cpus = ", ".join(map(str, facts["cpus"]))
    single, double, gemm = (peak[name] / 1e9 for name in ("float32", "float64", "gemm"))
    where = f"{machine['cpu']}, {machine['isa']}; {workers} on CPU {cpus}; {facts['date']}"
    if facts["clock"] == "cpu":
        where += "; CPU time"
    rates = (
        f"peak {single:.0f} GFLOP/s float32, {double:.0f} float64; gemm {gemm:.0f}; "
        f"copies {copies} GB/s from L2, L3, memory"
    )
    return [where, rates, f"{versions}; {blas}"]


def one_line(summary: Summary) -> str:
    """Return one line on a workload, for the progress display."""
    auto, peer = summary.ours("auto"), summary.best_peer
    text = f"{summary.workload.name}: {_rate(summary, auto)} GFLOP/s"
    if peer is None:
        return text
    name = f"{peer.library} {peer.name}"
    return f"{text}, {_factor(summary.auto_ratio)} of {name}'s {_rate(summary, peer)}"


def print_class(
    console: Console, problem_class: str, summaries: Sequence[Summary], machine: Machine
) -> None:
    """Print the table of one class, with its mean and its target."""
    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1),
        title=problem_class,
        title_justify="left",
        title_style="bold",
    )
    for head in _HEADS:
        left = head in ("workload", "backend")
        table.add_column(head, justify="left" if left else "right", no_wrap=True)
    for summary in summaries:
        table.add_row(*_row(summary, machine))
    table.add_section()
    auto = geometric_mean(o.auto_ratio for o in summaries)
    best = geometric_mean(o.backend_ratio for o in summaries)
    blanks = [""] * (len(_HEADS) - 3)
    table.add_row("geometric mean", *blanks, _factor(auto), _factor(best))
    console.print(table)
    console.print(_verdict(problem_class, summaries), highlight=False)
    for summary in summaries:
        for variant in summary.wrong_variants:
            console.print(
                f"{summary.workload.name}: {variant.library} {variant.name} is wrong and "
                f"not counted: {variant.wrong}",
                style="yellow",
                highlight=False,
            )
    console.print()


def _row(summary: Summary, machine: Machine) -> list[str | Text]:
    auto, backend, peer = summary.ours("auto"), summary.best_backend, summary.best_peer
    roof = machine.roofline(summary)
    rate = summary.rate(auto)
    cells: list[str | Text] = [
        summary.workload.name,
        _rate(summary, auto),
        auto.note if auto else "-",
        _best(summary, auto, backend),
        "-" if roof is None or rate is None else f"{100 * rate / roof:.0f}%",
    ]
    for library in PEER_LIBRARIES:
        variant = summary.fastest_of(library)
        best = variant is not None and variant is peer
        cells.append(Text(_rate(summary, variant) + ("*" if best else " "), "bold" * best))
    cells.append(Text(_rate(summary, summary.fastest_of("torch", delivers=False)), "dim"))
    style = {True: "green", False: "red", None: ""}[summary.reached]
    cells.append(Text(_factor(summary.auto_ratio), style))
    cells.append(_factor(summary.backend_ratio))
    return cells


def _best(summary: Summary, auto: TimedVariant | None, backend: TimedVariant | None) -> str:
    """Return the rate of the fastest backend, with its name where auto chose another."""
    rate = _rate(summary, backend)
    same = auto is None or backend is None or auto.note == backend.name
    return rate if same or backend is None else f"{backend.name} {rate}"


def _verdict(problem_class: str, summaries: Sequence[Summary]) -> Text:
    target = TARGETS.get(problem_class)
    if target is None:
        return Text("no target", "dim")
    counted = [summary for summary in summaries if summary.reached is not None]
    missed = [summary for summary in counted if not summary.reached]
    mean = geometric_mean(summary.target_ratio for summary in counted)
    low = target.mean is not None and mean is not None and mean < target.mean
    text = f"target {target}: "
    if not counted:
        return Text(text + "no peer computed it", "dim")
    if not missed and not low:
        return Text(text + f"reached on all {len(counted)}", "green")
    text += f"reached on {len(counted) - len(missed)} of {len(counted)}"
    return Text(text + (f", mean {mean:.2f} is below" if low else ""), "red")


def print_closing(console: Console, summaries: Sequence[Summary], absent: dict[str, str]) -> None:
    """Print the means of all classes in one table, and the libraries that are missing."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for head in ("class", "auto", "best backend", "worst", "target", "reached"):
        table.add_column(head, justify="left" if head in ("class", "target") else "right")
    for problem_class, members in by_class(summaries).items():
        table.add_row(*_class_row(problem_class, members))
    console.print(table)
    for library, why in absent.items():
        console.print(f"{library} is missing: {why}", style="yellow", highlight=False)


def _class_row(problem_class: str, members: Sequence[Summary]) -> list[str]:
    ratios = [o.auto_ratio for o in members if o.auto_ratio is not None]
    counted = [o for o in members if o.reached is not None]
    return [
        problem_class,
        _factor(geometric_mean(ratios)),
        _factor(geometric_mean(o.backend_ratio for o in members)),
        _factor(min(ratios, default=None)),
        str(TARGETS.get(problem_class, "")),
        f"{sum(bool(o.reached) for o in counted)} of {len(counted)}" if counted else "",
    ]


def by_class(summaries: Sequence[Summary]) -> dict[str, list[Summary]]:
    """Return the summaries of each class, in the order of measurement."""
    classes: dict[str, list[Summary]] = {}
    for summary in summaries:
        classes.setdefault(summary.problem_class, []).append(summary)
    return classes


def overhead_table(summaries: Sequence[Summary]) -> Table:
    """Return a table of microseconds per call on problems that are mostly overhead."""
    names = ("planned", "plain call", *PEER_LIBRARIES)
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), title="overhead: us per call",
        title_justify="left", title_style="bold",
    )  # fmt: skip
    table.add_column("workload")
    for name in names:
        table.add_column(name, justify="right")
    for summary in summaries:
        table.add_row(summary.workload.name, *_microseconds(summary))
    return table


def _microseconds(summary: Summary) -> list[str]:
    variants = [
        summary.ours("auto"),
        summary.ours("call"),
        *map(summary.fastest_of, PEER_LIBRARIES),
    ]
    return ["-" if variant is None else f"{1e6 * variant.best:.1f}" for variant in variants]


def _rate(summary: Summary, variant: TimedVariant | None) -> str:
    rate = summary.rate(variant)
    if rate is None:
        return "-"
    rate /= 1e9
    return f"{rate:.0f}" if rate >= 99.5 else f"{rate:.1f}" if rate >= 0.95 else f"{rate:.2g}"


def _factor(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"


def markdown(path: Path, summaries: Sequence[Summary], facts: dict[str, Any]) -> None:
    """Write the tables in Markdown."""
    lines = [*(f"{line}  " for line in facts_lines(facts)), f"`{facts['command']}`", ""]
    heads = ["class", "mean ratio", "with best backend", "worst", "target", "reached"]
    lines += _markdown_table(heads, [_class_row(g, m) for g, m in by_class(summaries).items()])
    for problem_class, members in by_class(summaries).items():
        heads = ["workload", "polyconv", *PEER_LIBRARIES, "ratio"]
        rows = []
        for summary in members:
            auto = summary.ours("auto")
            mine = f"{_rate(summary, auto)} ({auto.note})" if auto else "-"
            others = [_rate(summary, summary.fastest_of(library)) for library in PEER_LIBRARIES]
            if summary.best_peer is not None:
                place = PEER_LIBRARIES.index(summary.best_peer.library)
                others[place] = f"**{others[place]}**"
            rows.append([summary.workload.name, mine, *others, _factor(summary.auto_ratio)])
        lines += [f"### {problem_class}", "", *_markdown_table(heads, rows)]
    tiny = [summary for summary in summaries if summary.problem_class == "tiny"]
    if tiny:
        heads = ["microseconds per call", "planned", "plain call", *PEER_LIBRARIES]
        lines += _markdown_table(heads, [[o.workload.name, *_microseconds(o)] for o in tiny])
    path.write_text("\n".join(lines))


def _markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return [f"| {' | '.join(row)} |" for row in (heads, rule, *rows)] + [""]
