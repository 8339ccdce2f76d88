"""The measurements of all rounds, planned and made."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Ledger", "Miscounted"]


class Miscounted(Exception):
    """The number of measurements differs from the planned one."""


@dataclass
class Ledger:
    """Planned and completed measurements, counted independently of each other.

    Attributes
    ----------
    times : dict
        For each row two lists, old and new: seconds of a call, or bytes, in each round.
    planned : int
        Number of visits that the rounds planned.
    made : int
        Number of visits that returned a time.
    """

    times: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    planned: int = 0
    made: int = 0

    def plan(self, names: Sequence[str], visits: int) -> None:
        """Count one more round of each of `names`, with a number of visits to each."""
        self.planned += visits * len(names)
        for name in names:
            self.rounds[name] = self.rounds.get(name, 0) + 1

    def enter(self, name: str, pair: Sequence[float]) -> None:
        """Add the measurements of the old and the new build in one round."""
        for times, value in zip(self.times.setdefault(name, ([], [])), pair, strict=True):
            times.append(value)

    def ratios(self, name: str) -> list[float]:
        """Return the logarithms of new over old, one per round."""
        old, new = self.times[name]
        return [math.log(after / before) for before, after in zip(old, new, strict=True)]

    def check(self) -> None:
        """Raise if a measurement is missing, doubled or not positive.

        Raises
        ------
        Miscounted
            With the numbers that differ.
        """
        if self.made != self.planned:
            raise Miscounted(f"{self.made} measurements were made, {self.planned} were planned")
        for name, rounds in self.rounds.items():
            for times in self.times.get(name, ((), ())):
                if len(times) != rounds:
                    raise Miscounted(f"{name}: {len(times)} rounds, {rounds} were planned")
                if not all(math.isfinite(value) and value > 0 for value in times):
                    raise Miscounted(f"{name}: a measurement is not positive")
