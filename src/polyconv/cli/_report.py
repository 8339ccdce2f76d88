"""Report of a race on the terminal: a table and a summary of a few lines."""

import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from polyconv._si import si

from ._doors import DoorTimes
from ._facts import Facts
from ._result import Contest, RaceResult
from ._summary import RaceSummary

__all__ = ["factor_text", "plain_table", "show"]

_LEGEND = (
    "Each cell: the time of one call, and its ratio to that of the fastest backend.\n"
    "* picked by auto; ~ timed on a smaller copy, compared by operations per second; "
    "- not supported.\n"
    "Results are checked against the definition of convolution; --json writes errors and bounds."
)


def show(
    contests: Sequence[Contest],
    names: Sequence[str],
    doors: Sequence[DoorTimes],
    summary: RaceSummary,
    machine: Facts,
) -> None:
    """Print table and summary to standard output, in full width even without a terminal."""
    console = Console(highlight=False, soft_wrap=True)
    if contests:
        _show_table(console, _table(contests, names))
        console.print(_LEGEND, style="dim")
        console.print()
    if doors:
        _show_table(console, _door_table(doors))
    for line in _closing(summary, machine):
        console.print(line)


def _show_table(console: Console, table: Table) -> None:
    """Print a table in its full width: a narrower one would lose digits, a wide one is scrolled."""
    natural = console.measure(table, options=console.options.update(width=1000)).maximum
    console.width = max(console.width if sys.stdout.isatty() else 0, natural)
    console.print(table)
    console.print()


def plain_table(texts: Sequence[str], numbers: Sequence[str] = (), *, padding: int = 1) -> Table:
    """Return a table without borders: columns of texts, then of numbers.

    `padding` spaces stand on both sides of a cell, and one more between two columns.
    """
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, padding),
        header_style="bold",
    )
    for title in texts:
        table.add_column(title, no_wrap=True)
    for title in numbers:
        table.add_column(title, no_wrap=True, justify="right")
    return table


def _table(contests: Sequence[Contest], names: Sequence[str]) -> Table:
    # One space between columns: with eight backends the table is 100 columns wide at most.
    table = plain_table(("workload",), names, padding=0)
    suite = None
    for contest in contests:
        if contest.workload.suite != suite:
            suite = contest.workload.suite
            table.add_section()
            table.add_row(Text(suite, style="bold"))
        table.add_row(_title(contest), *(_cell(contest, result) for result in contest.results))
    return table


def _door_table(doors: Sequence[DoorTimes]) -> Table:
    table = plain_table(("function", "input"), ("SciPy", "polyconv.scipy", "speed-up"))
    for door in doors:
        factor = factor_text(door.theirs / door.ours)
        style = "" if door.agrees else "bold red"
        cells = [door.function, door.on, si(door.theirs, "s"), si(door.ours, "s")]
        table.add_row(*cells, factor if door.agrees else "WRONG", style=style)
    return table


def _title(contest: Contest) -> Text:
    workload = contest.workload
    x, w = ("x".join(map(str, shape)) for shape in (workload.x_shape[1:], workload.w_shape))
    text = Text(workload.layer)
    text.append(f"\n{x} * {w}", style="dim")
    return text


def _cell(contest: Contest, result: RaceResult) -> Text:
    if result.status == "failed":
        return Text("FAILED", style="bold red")
    sample, factor = result.sample, contest.factor(result)
    if sample is None:
        return Text("-", style="dim")
    wrong = result.status == "disagrees"
    time = f"~{si(sample.best, 's', digits=2)}" if result.scaled else si(sample.best, "s")
    against = "WRONG" if wrong else "" if factor is None else factor_text(factor)
    picked = "*" if result.backend == contest.choice.backend else ""
    text = Text(time, style="green" if result is contest.fastest else "")
    style = "yellow" if picked and contest.auto_missed else "dim"
    text.append(f"\n{picked}{against}", style=style)
    if wrong:
        text.stylize("bold red")
    return text


def factor_text(value: float) -> str:
    """Format `value` as a multiple, in three digits."""
    if value < 9.995:
        return f"{value:.2f}x"
    if value >= 999_500:
        return f"{value:.1e}x".replace("e+0", "e")
    return f"{value:.1f}x" if value < 99.95 else f"{float(f'{value:.3g}'):.0f}x"


def _closing(summary: RaceSummary, machine: Facts) -> list[Text]:
    lines = []
    if summary.interrupted:
        lines.append(
            Text(
                f"Interrupted after {summary.raced} of {summary.total} workloads.",
                style="bold yellow",
            )
        )
    if summary.wins:
        wins = ", ".join(f"{name} {count}" for name, count in summary.wins.items())
        lines.append(Text(f"Fastest:   {wins}"))
    if summary.regret is not None:
        lines.append(
            Text(
                f"Auto:      {summary.regret:.2f} times the time of the fastest backend (geometric "
                f"mean); clearly slower on {summary.misses} of {summary.raced} workloads"
            )
        )
    lines.extend(
        Text(f"DISAGREES: {wrong.backend} on {wrong.workload}: {wrong.text}", style="bold red")
        for wrong in summary.disagreements
    )
    if not summary.disagreements and summary.compared:
        lines.append(Text(f"Agreement: all {summary.compared} results are within their bounds"))
    lines.append(Text(f"Machine:   {machine}"))
    if machine.blas_override is not None:
        lines.append(
            Text(
                f"Hint:      OPENBLAS_CORETYPE={machine.blas_override} is set, so OpenBLAS does "
                "not choose the fastest kernels for this processor; unset it",
                style="yellow",
            )
        )
    lines.append(Text(f"Time:      {summary.seconds:.1f} s"))
    return lines
