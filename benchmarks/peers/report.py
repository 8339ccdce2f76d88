"""The outcome as tables: for the terminal, and in Markdown for the README."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .libraries import RIVALS
from .summary import TARGETS, Entry, Machine, Outcome, geometric_mean

__all__ = ["markdown", "one_line", "overhead_table", "print_class", "print_closing", "print_head"]

_HEADS = ("workload", "auto", "backend", "best", "roof", *RIVALS, "torch native", "ratio", "best/")


def print_head(console: Console, facts: dict[str, Any]) -> None:
    """On what, and against whom."""
    for line in facts_lines(facts):
        console.print(line, style="dim", highlight=False)
    console.print(
        'GFLOP/s of the definition, fastest run. auto: planned call, backend="auto"; best: the '
        "fastest backend; roof: auto's part of min(peak, intensity x bandwidth); ratio: auto to "
        "the best rival (*); best/: the fastest backend to it. torch native: its conversions "
        "of layout not counted, no rival.",
        style="dim",
        highlight=False,
    )


def facts_lines(facts: dict[str, Any]) -> list[str]:
    """Machine, versions and peaks, in words."""
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


def one_line(outcome: Outcome) -> str:
    """One workload's outcome for those who wait."""
    auto, rival = outcome.ours("auto"), outcome.rival
    text = f"{outcome.workload.name}: {_rate(outcome, auto)} GFLOP/s"
    if rival is None:
        return text
    name = f"{rival.library} {rival.variant}"
    return f"{text}, {_factor(outcome.auto_ratio)} of {name}'s {_rate(outcome, rival)}"


def print_class(
    console: Console, group: str, outcomes: Sequence[Outcome], machine: Machine
) -> None:
    """One class's table, with its mean and its target."""
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), title=group, title_justify="left",
        title_style="bold",
    )  # fmt: skip
    for head in _HEADS:
        left = head in ("workload", "backend")
        table.add_column(head, justify="left" if left else "right", no_wrap=True)
    for outcome in outcomes:
        table.add_row(*_row(outcome, machine))
    table.add_section()
    auto = geometric_mean(o.auto_ratio for o in outcomes)
    best = geometric_mean(o.backend_ratio for o in outcomes)
    blanks = [""] * (len(_HEADS) - 3)
    table.add_row("geometric mean", *blanks, _factor(auto), _factor(best))
    console.print(table)
    console.print(_verdict(group, outcomes), highlight=False)
    for outcome in outcomes:
        for entry in outcome.disagreements:
            console.print(
                f"{outcome.workload.name}: {entry.library} {entry.variant} disagrees, out: "
                f"{entry.wrong}",
                style="yellow",
                highlight=False,
            )
    console.print()


def _row(outcome: Outcome, machine: Machine) -> list[str | Text]:
    auto, backend, rival = outcome.ours("auto"), outcome.backend, outcome.rival
    roof = machine.roofline(outcome)
    rate = outcome.rate(auto)
    cells: list[str | Text] = [
        outcome.workload.name,
        _rate(outcome, auto),
        auto.note if auto else "-",
        _best(outcome, auto, backend),
        "-" if roof is None or rate is None else f"{100 * rate / roof:.0f}%",
    ]
    for library in RIVALS:
        entry = outcome.of(library)
        best = entry is not None and entry is rival
        cells.append(Text(_rate(outcome, entry) + ("*" if best else " "), "bold" * best))
    cells.append(Text(_rate(outcome, outcome.of("torch", delivers=False)), "dim"))
    style = {True: "green", False: "red", None: ""}[outcome.reached]
    cells.append(Text(_factor(outcome.auto_ratio), style))
    cells.append(_factor(outcome.backend_ratio))
    return cells


def _best(outcome: Outcome, auto: Entry | None, backend: Entry | None) -> str:
    """The fastest backend's rate, with its name where auto chose another."""
    rate = _rate(outcome, backend)
    same = auto is None or backend is None or auto.note == backend.variant
    return rate if same or backend is None else f"{backend.variant} {rate}"


def _verdict(group: str, outcomes: Sequence[Outcome]) -> Text:
    target = TARGETS.get(group)
    if target is None:
        return Text("no target", "dim")
    judged = [outcome for outcome in outcomes if outcome.reached is not None]
    missed = [outcome for outcome in judged if not outcome.reached]
    mean = geometric_mean(outcome.target_ratio for outcome in judged)
    low = target.mean is not None and mean is not None and mean < target.mean
    text = f"target {target}: "
    if not judged:
        return Text(text + "nobody to compare with", "dim")
    if not missed and not low:
        return Text(text + f"reached on all {len(judged)}", "green")
    text += f"reached on {len(judged) - len(missed)} of {len(judged)}"
    return Text(text + (f", mean {mean:.2f} is below" if low else ""), "red")


def print_closing(console: Console, outcomes: Sequence[Outcome], absent: dict[str, str]) -> None:
    """Means of all classes in one table, and who did not take part."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for head in ("class", "auto", "best backend", "worst", "target", "reached"):
        table.add_column(head, justify="left" if head in ("class", "target") else "right")
    for group, members in by_class(outcomes).items():
        table.add_row(*_class_row(group, members))
    console.print(table)
    for library, why in absent.items():
        console.print(f"{library} did not take part: {why}", style="yellow", highlight=False)


def _class_row(group: str, members: Sequence[Outcome]) -> list[str]:
    ratios = [o.auto_ratio for o in members if o.auto_ratio is not None]
    judged = [o for o in members if o.reached is not None]
    return [
        group,
        _factor(geometric_mean(ratios)),
        _factor(geometric_mean(o.backend_ratio for o in members)),
        _factor(min(ratios, default=None)),
        str(TARGETS.get(group, "")),
        f"{sum(bool(o.reached) for o in judged)} of {len(judged)}" if judged else "",
    ]


def by_class(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Outcomes of each class, in the order played."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.group, []).append(outcome)
    return groups


def overhead_table(outcomes: Sequence[Outcome]) -> Table:
    """Microseconds of a call on problems so small that little else is left."""
    names = ("planned", "plain call", *RIVALS)
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), title="overhead: us a call",
        title_justify="left", title_style="bold",
    )  # fmt: skip
    table.add_column("workload")
    for name in names:
        table.add_column(name, justify="right")
    for outcome in outcomes:
        table.add_row(outcome.workload.name, *_microseconds(outcome))
    return table


def _microseconds(outcome: Outcome) -> list[str]:
    entries = [outcome.ours("auto"), outcome.ours("call"), *map(outcome.of, RIVALS)]
    return ["-" if entry is None else f"{1e6 * entry.best:.1f}" for entry in entries]


def _rate(outcome: Outcome, entry: Entry | None) -> str:
    rate = outcome.rate(entry)
    if rate is None:
        return "-"
    rate /= 1e9
    return f"{rate:.0f}" if rate >= 99.5 else f"{rate:.1f}" if rate >= 0.95 else f"{rate:.2g}"


def _factor(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"


def markdown(path: Path, outcomes: Sequence[Outcome], facts: dict[str, Any]) -> None:
    """Write the tables for the README."""
    lines = [*(f"{line}  " for line in facts_lines(facts)), f"`{facts['command']}`", ""]
    heads = ["class", "mean ratio", "with best backend", "worst", "target", "reached"]
    lines += _markdown_table(heads, [_class_row(g, m) for g, m in by_class(outcomes).items()])
    for group, members in by_class(outcomes).items():
        heads = ["workload", "polyconv", *RIVALS, "ratio"]
        rows = []
        for outcome in members:
            auto = outcome.ours("auto")
            mine = f"{_rate(outcome, auto)} ({auto.note})" if auto else "-"
            others = [_rate(outcome, outcome.of(library)) for library in RIVALS]
            if outcome.rival is not None:
                place = RIVALS.index(outcome.rival.library)
                others[place] = f"**{others[place]}**"
            rows.append([outcome.workload.name, mine, *others, _factor(outcome.auto_ratio)])
        lines += [f"### {group}", "", *_markdown_table(heads, rows)]
    tiny = [outcome for outcome in outcomes if outcome.group == "tiny"]
    if tiny:
        heads = ["microseconds a call", "planned", "plain call", *RIVALS]
        lines += _markdown_table(heads, [[o.workload.name, *_microseconds(o)] for o in tiny])
    path.write_text("\n".join(lines))


def _markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return [f"| {' | '.join(row)} |" for row in (heads, rule, *rows)] + [""]
