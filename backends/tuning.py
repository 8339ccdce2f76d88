"""Measured numbers of the backends' planners: one table for each backend, in its `tuning.py`.

Each number has its meaning and unit, the processor and the date of its measurement (the day, or the
month of older ones), the values that it was compared with, and the workloads whose times decide
between them. One command measures it again on the machine at hand::

    python -m benchmarks.cost_model measure direct.SCATTERED_STORE

It plans and times the workloads with every value in turn and prints the ratios of the times.
Numbers that follow from the micro-kernels (register counts, lanes) are no measurements: comments
where they are used call them structural.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from polyconv._cpu import is_amd

__all__ = ["Constant", "Tuning"]


@dataclass(frozen=True, slots=True)
class Constant:
    """One measured number.

    Attributes
    ----------
    name : str
        Upper case; an attribute of the table.
    value : int, float, tuple or dict
        The value that planners use, but for AMD's processors if `amd` is given.
    meaning : str
        What is counted, in which unit, and which decision it bounds; then examples with numbers.
    cpu, date : str
        Processor and date of the measurement.
    trials : tuple
        Other values, which the measurement compares with `value`.
    workloads : tuple of str
        Names in the table of workloads whose plans depend on it.
    amd : int, float, tuple or dict, optional
        The value for AMD's processors, where measurements on both vendors' contradict each other.
        `cpu` then names both processors.
    """

    name: str
    value: Any
    meaning: str
    cpu: str
    date: str
    trials: tuple[Any, ...]
    workloads: tuple[str, ...]
    amd: Any = None

    @property
    def here(self) -> Any:
        """The value for the vendor of the processor at hand."""
        return self.amd if self.amd is not None and is_amd() else self.value

    @property
    def compared(self) -> tuple[Any, ...]:
        """The values that a measurement compares: first the one in use, then the other vendor's."""
        if self.amd is None:
            return (self.value, *self.trials)
        other = self.value if is_amd() else self.amd
        return (self.here, other, *self.trials)


class Tuning:
    """The measured numbers of one backend, as attributes.

    Planners read them through the table at each use, so that a measurement can replace one.

    Attributes
    ----------
    values : tuple
        All numbers in the order of their declaration: keys of caches of what depends on them.
    """

    values: tuple[Any, ...]

    def __init__(self, backend: str, *constants: Constant) -> None:
        self.backend = backend
        self._constants = {constant.name: constant for constant in constants}
        self.__dict__.update({constant.name: constant.here for constant in constants})
        self._note_values()

    def __setattr__(self, name: str, value: Any) -> None:
        """Replace a number, as a measurement does."""
        super().__setattr__(name, value)
        if name in self.__dict__.get("_constants", ()):
            self._note_values()

    def _note_values(self) -> None:
        self.values = tuple(getattr(self, name) for name in self._constants)

    def __iter__(self) -> Iterator[Constant]:
        """Iterate over the constants as they are declared."""
        return iter(self._constants.values())

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{self.backend} has no measured constant {name}")
