"""``polyconv tune --machine``: measure unit times, write wisdom, and show them beside the fit's."""

import time
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from polyconv import _model, wisdom
from polyconv._machine import fingerprint
from polyconv._model import fitted_units
from polyconv._si import si
from polyconv._unit_times import measure_units
from polyconv._units import UNITS, Unit

from ._progress import progress_bar
from ._report import factor_text, plain_table

__all__ = ["tune_machine"]


def tune_machine(budget: float, path: Path) -> None:
    """Measure for about `budget` seconds, add the unit times to the file at `path`, show them."""
    start = time.perf_counter()
    with progress_bar() as progress:
        task = progress.add_task("", total=len(UNITS))
        seconds = measure_units(
            budget,
            lambda unit, done: progress.update(task, completed=done * len(UNITS), description=unit),
        )
    spent = time.perf_counter() - start
    wisdom.record_machine(seconds)
    wisdom.save(path)
    _show(seconds, spent)


def _show(seconds: Mapping[str, float], spent: float) -> None:
    level, fitted = fitted_units()
    console = Console(highlight=False, soft_wrap=True)
    console.print(_table(seconds, fitted))
    console.print()
    here, fit = fingerprint(), _model.fitted()
    console.print(Text(f"Machine:   {here['cpu']}, {here['isa']}, measured in {spent:.1f} s"))
    console.print(Text(f"Fit:       {fit['machine']['cpu']}, {level}, {fit['date']}"))


def _table(seconds: Mapping[str, float], fitted: Mapping[str, float]) -> Table:
    table = plain_table(("unit",), ("here", "machine of the fit", "speed"))
    for unit in UNITS:
        here, there = seconds.get(unit.name), fitted.get(unit.name)
        speed = "" if here is None or there is None else factor_text(there / here)
        table.add_row(unit.title, _rate(unit, here), _rate(unit, there), speed)
    return table


def _rate(unit: Unit, seconds: float | None) -> str:
    if seconds is None:
        return "-"
    return si(seconds, "s") if unit.per_second is None else si(1 / seconds, unit.per_second)
