"""Measured numbers of the backends' planners: one table for each backend, in its `tuning.py`.

Each number says its unit, the processor and the day of its measurement, the values that it was
compared with, and the workloads whose times decide between them. One command measures it again on
the machine at hand::

    python -m benchmarks.cost_model measure direct.SCATTERED_STORE

It plans and times the workloads with every value in turn and prints how the times compare. Numbers
that follow from the micro-kernels (register counts, lanes) are no measurements: they stand where
they are used and say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Constant", "Tuning"]


@dataclass(frozen=True, slots=True)
class Constant:
    """One measured number.

    Attributes
    ----------
    name : str
        Upper case; an attribute of the table.
    value : int, float, tuple or dict
        The value that planners use.
    unit : str
        One sentence: the counted thing, and the decision that it bounds.
    cpu, date : str
        Processor and date of the measurement.
    trials : tuple
        Other values, which the measurement compares with `value`.
    workloads : tuple of str
        Names in the table of workloads whose plans depend on it.
    """

    name: str
    value: Any
    unit: str
    cpu: str
    date: str
    trials: tuple[Any, ...]
    workloads: tuple[str, ...]


class Tuning:
    """The measured numbers of one backend, as attributes.

    Planners read them through the table at each use, so that a measurement can replace one.
    """

    def __init__(self, backend: str, *constants: Constant) -> None:
        self.backend = backend
        self._constants = {constant.name: constant for constant in constants}
        for constant in constants:
            setattr(self, constant.name, constant.value)

    def __iter__(self) -> Iterator[Constant]:
        """Iterate over the constants as they are declared."""
        return iter(self._constants.values())

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{self.backend} has no measured constant {name}")
