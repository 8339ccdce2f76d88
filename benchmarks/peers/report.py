"""Summaries as tables for the terminal."""

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .libraries import PEER_LIBRARIES
from .summary import TARGETS, Machine, Summary, geometric_mean
from .tables import (
    CLASS_HEADS,
    LOSS_HEADS,
    PEER_HEADS,
    class_rows,
    factor,
    facts_lines,
    loss_rows,
    microseconds,
    peer_name,
    peer_rows,
    rate,
    shown_libraries,
)

__all__ = ["one_line", "overhead_table", "print_class", "print_closing", "print_head"]

# Heads of columns whose cells are words.
_WORDS = {"workload", "class", "backend", "peer", "best peer", "target"}


def print_head(console: Console, facts: dict[str, Any]) -> None:
    """Print the machine, the versions and the meaning of the columns."""
    for line in facts_lines(facts):
        console.print(line, style="dim", highlight=False)
    console.print(
        "GFLOP/s of the fastest call, in operations of the direct sum. auto: a plan by auto; "
        "best: the fastest backend; roof: auto as a share of the roofline, min(peak, intensity x "
        "bandwidth), or of intensity x bandwidth for separable filters; ratio: the plan in the "
        "workload's layout to the best peer (*) in whichever layout; either: the better of the "
        "plan's two layouts to that peer; best/: the fastest backend to the best peer. Transposed "
        "convolutions and gradients of inputs: weights are prepared once by plans, onnxruntime, "
        "OpenVINO, ncnn, LiteRT and MNN, and constants of JAX's program; torch, and the plain call "
        "among the microseconds, prepare them in each call, as for weights that change.",
        style="dim",
        highlight=False,
    )


def one_line(summary: Summary) -> str:
    """Return one line on a workload, for the progress display."""
    auto, peer = summary.ours("auto"), summary.best_peer
    text = f"{summary.workload.name}: {rate(summary, auto)} GFLOP/s"
    if peer is None:
        return text
    return f"{text}, {factor(summary.auto_ratio)} of {peer_name(summary)}'s {rate(summary, peer)}"


def print_class(
    console: Console, problem_class: str, summaries: Sequence[Summary], machine: Machine
) -> None:
    """Print the table of one class, with its mean and its target."""
    libraries = shown_libraries(summaries)
    left = ("workload", "auto", "backend", "best", "roof")
    right = ("ratio", "either", "best/", "best peer")
    table = _table((*left, *libraries, *right), problem_class)
    for summary in summaries:
        table.add_row(*_row(summary, machine, libraries))
    table.add_section()
    means = [
        geometric_mean(getattr(summary, name) for summary in summaries)
        for name in ("auto_ratio", "either_ratio", "backend_ratio")
    ]
    blanks = [""] * (len(left) + len(libraries) - 1)
    table.add_row("geometric mean", *blanks, *map(factor, means), "")
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


def _row(summary: Summary, machine: Machine, libraries: Sequence[str]) -> list[str | Text]:
    auto, peer = summary.ours("auto"), summary.best_peer
    share = machine.share(summary)
    cells: list[str | Text] = [
        summary.workload.name,
        rate(summary, auto),
        auto.note if auto else "-",
        _best(summary),
        "-" if share is None else f"{100 * share:.0f}%",
    ]
    for library in libraries:
        best = peer is not None and peer.library == library
        text = rate(summary, summary.fastest_of(library)) + ("*" if best else " ")
        cells.append(Text(text, "bold" * best))
    style = {True: "green", False: "red", None: ""}[summary.reached]
    cells.append(Text(factor(summary.auto_ratio), style))
    cells += [factor(summary.either_ratio), factor(summary.backend_ratio), peer_name(summary)]
    return cells


def _best(summary: Summary) -> str:
    """Return the rate of the fastest backend, with its name where auto chose another."""
    auto, backend = summary.ours("auto"), summary.best_backend
    text = rate(summary, backend)
    same = auto is None or backend is None or auto.note == backend.name
    return text if same or backend is None else f"{backend.name} {text}"


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


def print_closing(
    console: Console, summaries: Sequence[Summary], machine: Machine, absent: dict[str, str]
) -> None:
    """Print the losses, the means of classes and of peers, and the libraries that are missing."""
    for title, heads, rows in (
        ("slower than the best peer on", LOSS_HEADS, loss_rows(summaries, machine)),
        ("classes", CLASS_HEADS, class_rows(summaries)),
        ("peers", PEER_HEADS, peer_rows(summaries)),
    ):
        if rows:
            table = _table(heads, title)
            for row in rows:
                table.add_row(*row)
            console.print(table)
    for library, why in absent.items():
        console.print(f"{library} is missing: {why}", style="yellow", highlight=False)


def overhead_table(summaries: Sequence[Summary]) -> Table:
    """Return a table of microseconds per call on problems that are mostly overhead."""
    names = ("workload", "planned", "with out=", "plain call", *PEER_LIBRARIES)
    table = _table(names, "overhead: us per call")
    for summary in summaries:
        table.add_row(summary.workload.name, *microseconds(summary))
    return table


def _table(heads: Sequence[str], title: str) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1),
        title=title,
        title_justify="left",
        title_style="bold",
    )
    for head in heads:
        table.add_column(head, justify="left" if head in _WORDS else "right", no_wrap=True)
    return table
