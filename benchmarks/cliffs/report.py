"""The tables for the terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .summary import MIN_MEAN, MIN_RATIO, CaseSummary, FamilySummary, geometric_mean

__all__ = ["one_line", "print_families", "print_head", "print_imports", "print_lost"]


def print_head(console: Console, facts: dict[str, Any]) -> None:
    """Print the machine, the versions, and the meaning of the columns."""
    machine = facts["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    lines = (
        f"{machine['cpu']}, {machine['isa']}; one core, CPU {facts['cpu']}; {facts['date']}",
        f"Python {facts['python']}, {versions}",
        (
            "Ratio: time of the best alternative divided by polyconv's (below 1: we are slower). "
            "libraries: geometric mean against other libraries; all: against polyconv on the "
            "rearranged problem, too; worst: smallest ratio of all; below: cases under the target."
        ),
    )
    for line in lines:
        console.print(line, style="dim", highlight=False)


def one_line(case: CaseSummary) -> str:
    """Return one line on a case: its ratio, our time and the best alternative's."""
    if case.failure is not None and case.seconds is None:
        return f"   -  {case.case}: {case.failure}"
    ours = f"{_time(case.seconds)} ({case.backend})"
    if case.best is None:
        return f"   -  {case.case}: {ours}; no alternative"
    text = f"{case.ratio:5.2f} {case.case}: {ours}, "
    text += f"{case.best} {_time(case.alternatives[case.best])}"
    return text if case.failure is None else f"{text}; {case.failure}"


def print_families(console: Console, families: Sequence[FamilySummary]) -> None:
    """Print one row for each family, the figures of all, and the target."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for head in ("family", "cases", "libraries", "all", "worst", "below", "worst case", "best"):
        left = head in ("family", "worst case", "best")
        table.add_column(head, justify="left" if left else "right", overflow="fold")
    for family in families:
        table.add_row(*_row(family))
    table.add_section()
    everything = [case for family in families for case in family.cases]
    total = FamilySummary("all", everything, sum(family.skipped for family in families))
    table.add_row(*_row(total))
    console.print(table)
    mean = geometric_mean(case.library_ratio for case in everything)
    worst = total.worst
    if mean is not None and worst is not None and worst.ratio is not None:
        reached = worst.ratio >= MIN_RATIO and mean > MIN_MEAN
        text = f"target: no case below {MIN_RATIO}, mean against libraries above {MIN_MEAN}: "
        text += "reached" if reached else f"{len(total.lost)} below, mean {mean:.2f}"
        console.print(Text(text, "green" if reached else "red"))


def _row(family: FamilySummary) -> list[str | Text]:
    worst = family.worst
    number = str(len(family.cases)) + (f" of {len(family.cases) + family.skipped}"
                                       if family.skipped else "")  # fmt: skip
    cells: list[str | Text] = [
        family.name,
        number,
        _factor(geometric_mean(case.library_ratio for case in family.cases)),
        _factor(geometric_mean(case.ratio for case in family.cases)),
    ]
    if worst is None:
        return [*cells, "-", "-", "", ""]
    style = "red" if (worst.ratio or 0.0) < MIN_RATIO else "green"
    best = worst.best and f"{worst.best} {_time(worst.alternatives[worst.best])}"
    return [
        *cells,
        Text(_factor(worst.ratio), style),
        str(len(family.lost)),
        f"{worst.case}: {_time(worst.seconds)}",
        best or "",
    ]


def print_lost(console: Console, families: Iterable[FamilySummary]) -> None:
    """Print every case below the target, every failure, and every wrong result."""
    for family in families:
        for case in family.lost:
            console.print(f"{family.name}: {one_line(case)}", style="yellow", highlight=False)
        for case in family.cases:
            if case.failure is not None and case.ratio is None:
                console.print(f"{family.name}: {one_line(case)}", style="red", highlight=False)
            for name, wrong in case.wrong.items():
                console.print(
                    f"{family.name}: {case.case}: {name} is wrong: {wrong}",
                    style="red",
                    highlight=False,
                )


def print_imports(console: Console, seconds: dict[str, float]) -> None:
    """Print the times of imports, which no target counts."""
    times = ", ".join(f"{name} {1e3 * each:.0f} ms" for name, each in seconds.items())
    console.print(f"import: {times}", highlight=False)


def _factor(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.2f}"


def _time(seconds: float | None) -> str:
    if seconds is None:
        return "failed"
    for unit, name in ((1.0, "s"), (1e-3, "ms")):
        if seconds >= unit:
            return f"{seconds / unit:.3g} {name}"
    return f"{1e6 * seconds:.3g} us"
