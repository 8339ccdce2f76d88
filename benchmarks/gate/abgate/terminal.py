"""The result on the terminal: progress while it runs, then a table and the headline."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from .comparison import Comparison, Listener
from .records import change, headline, machine_lines, row_of, warnings
from .verdicts import Verdict

__all__ = ["preparing", "rounds_progress", "show"]

_STYLES = {"slower": "bold red", "undecided": "yellow", "faster": "green", "same": "dim"}

# Minimum width in columns if standard output is no terminal; long names may need more.
_WIDTH = 120


@contextmanager
def preparing() -> Iterator[Callable[[str], None]]:
    """Show the current step of the preparation on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step: console.print(f"abgate: {step}", highlight=False)
        return
    with console.status("starting") as status:
        yield status.update


@contextmanager
def rounds_progress(budget: float) -> Iterator[Listener]:
    """Show a bar on standard error that fills as the budget is spent."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task("round 1", total=budget)

        def tell(rounds: int, open_rows: int, seconds: float) -> None:
            text = f"round {rounds + 1}, {open_rows} undecided"
            bar.update(task, description=text, completed=seconds)

        yield tell


def show(comparison: Comparison) -> None:
    """Print table, warnings and headline to standard output."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("workload", overflow="fold")
    table.add_column("")
    heads = ["old", "new", "change", "95% interval", "rounds"]
    # Most comparisons have one threshold, which a line below tells; names need the room.
    several = len({verdict.threshold for verdict in comparison.verdicts.values()}) > 1
    for name in (*heads, "threshold") if several else heads:
        table.add_column(name, justify="right", no_wrap=True)
    for verdict in comparison.having(*_STYLES):
        limit = [Text(f"{100 * verdict.threshold:.3g}%")] if several else []
        table.add_row(*_row(comparison, verdict), *limit)
    if not sys.stdout.isatty():
        # Long names stay on one line in a log, which is scrolled or searched.
        natural = console.measure(table, options=console.options.update(width=1000)).maximum
        console.width = max(_WIDTH, natural)
    console.print(table)
    console.print()
    for line in warnings(comparison):
        console.print(Text(line, style="yellow"))
    for line in machine_lines(comparison):
        console.print(Text(line, style="dim"))
    style = ("green", "bold red", "bold yellow")[comparison.status]
    console.print(Text(headline(comparison), style=style))


def _row(comparison: Comparison, verdict: Verdict) -> list[Text]:
    row, (old, new) = row_of(comparison, verdict), comparison.ledger.times[verdict.name]
    style = _STYLES[verdict.outcome]
    return [
        Text(verdict.name),
        Text(row.word(verdict.outcome), style=style),
        Text(row.amount(min(old))),
        Text(row.amount(min(new))),
        Text(change(verdict.ratio), style=style),
        Text(f"{change(verdict.low)} to {change(verdict.high)}"),
        Text(str(verdict.rounds)),
    ]
