"""Report of a race on the terminal: a table and a summary of a few lines."""

import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ._facts import Facts
from ._result import Contest, Result
from ._summary import Summary

__all__ = ["factor_text", "plain_table", "show", "si"]

_LEGEND = (
    "Each cell: best time, factor to the fastest; GFLOP/s of the definition, e = largest error / "
    "published bound.\n~ timed on a scaled-down copy, factor by GFLOP/s; - not supported; "
    "auto: its pick, and by how much it missed."
)


def show(
    contests: Sequence[Contest], names: Sequence[str], summary: Summary, machine: Facts
) -> None:
    """Print table and summary to standard output, in full width even without a terminal."""
    console = Console(highlight=False, soft_wrap=True)
    if contests:
        table = _table(contests, names)
        # A narrower table would lose digits; a wide one can be scrolled.
        natural = console.measure(table, options=console.options.update(width=1000)).maximum
        console.width = max(console.width if sys.stdout.isatty() else 0, natural)
        console.print(table)
        console.print()
        console.print(_LEGEND, style="dim")
        console.print()
    for line in _closing(summary, machine):
        console.print(line)


def plain_table(texts: Sequence[str], numbers: Sequence[str] = ()) -> Table:
    """Return a table without borders: columns of texts, then columns of numbers."""
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="bold"
    )
    for title in texts:
        table.add_column(title, no_wrap=True)
    for title in numbers:
        table.add_column(title, no_wrap=True, justify="right")
    return table


def _table(contests: Sequence[Contest], names: Sequence[str]) -> Table:
    table = plain_table(("workload",), names)
    table.add_column("auto", no_wrap=True)
    suite = None
    for contest in contests:
        if contest.workload.suite != suite:
            suite = contest.workload.suite
            table.add_section()
            table.add_row(Text(suite, style="bold"))
        cells = [_cell(contest, result) for result in contest.results]
        table.add_row(_title(contest), *cells, _auto(contest))
    return table


def _title(contest: Contest) -> Text:
    workload = contest.workload
    x, w = ("x".join(map(str, shape)) for shape in (workload.x_shape[1:], workload.w_shape))
    text = Text(workload.layer)
    text.append(f"\n{x} * {w}", style="dim")
    return text


def _cell(contest: Contest, result: Result) -> Text:
    if result.status == "failed":
        return Text("FAILED", style="bold red")
    sample, worst, factor = result.sample, result.worst, contest.factor(result)
    if sample is None or worst is None:
        return Text("-", style="dim")
    wrong = result.status == "disagrees"
    time = ("~" if result.scaled else "") + si(sample.best, "s")
    against = "WRONG" if wrong else "" if factor is None else factor_text(factor)
    rate = si(result.flops / sample.best, "F/s")
    error = "exact" if worst.bound == worst.error == 0 else f"e {_share(worst.ratio)}"
    text = Text(f"{time:>8} {against:>6}", style="green" if result is contest.fastest else "")
    if wrong:
        text.stylize("bold red")
    text.append(f"\n{rate:>8} {error:>6}", style="red" if wrong else "dim")
    return text


def _auto(contest: Contest) -> Text:
    text = Text(contest.choice.backend)
    if contest.auto_missed and contest.auto_factor is not None:
        text.append(f"\n! {factor_text(contest.auto_factor)}", style="yellow")
    return text


def _share(ratio: float) -> str:
    """Format an error as a fraction of its bound."""
    return f"{ratio:.2f}" if ratio < 9.995 else f"{ratio:.2g}"


def factor_text(value: float) -> str:
    """Format `value` as a multiple, in three digits."""
    if value < 9.995:
        return f"{value:.2f}x"
    return f"{value:.1f}x" if value < 99.95 else f"{float(f'{value:.3g}'):.0f}x"


def si(value: float, unit: str) -> str:
    """Format `value` in three digits with an SI prefix."""
    prefixes = {1e12: "T", 1e9: "G", 1e6: "M", 1e3: "k", 1.0: "", 1e-3: "m", 1e-6: "u"}
    factor = next((f for f in prefixes if value >= 0.9995 * f), 1e-6)
    scaled = value / factor
    digits = 2 if scaled < 9.995 else 1 if scaled < 99.95 else 0
    return f"{scaled:.{digits}f} {prefixes[factor]}{unit}"


def _closing(summary: Summary, machine: Facts) -> list[Text]:
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
                f"Auto:      {summary.regret:.2f} times the fastest on average (geometric mean), "
                f"missed on {summary.misses} of {summary.raced}"
            )
        )
    lines.extend(
        Text(f"DISAGREES: {wrong.backend} on {wrong.workload}: {wrong.text}", style="bold red")
        for wrong in summary.disagreements
    )
    if not summary.disagreements and summary.compared:
        lines.append(
            Text(f"Agreement: all {summary.compared} results are within their published bounds")
        )
    lines.append(Text(f"Machine:   {machine}"))
    if machine.blas_override is not None:
        lines.append(
            Text(
                f"Hint:      OPENBLAS_CORETYPE={machine.blas_override} is set: OpenBLAS does not "
                "choose its own kernels, and is slower than it can be",
                style="yellow",
            )
        )
    lines.append(Text(f"Time:      {summary.seconds:.1f} s"))
    return lines
