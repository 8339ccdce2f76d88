"""Times of one case, and the figures of a family."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["MIN_MEAN", "MIN_RATIO", "OURS", "CaseSummary", "FamilySummary", "geometric_mean"]

# Name of our call among those of the alternatives.
OURS = "polyconv.conv"

# Targets: minimum ratio of each case to the best of all alternatives, and minimum geometric mean of
# the ratios to other libraries.
MIN_RATIO, MIN_MEAN = 0.67, 1.3


@dataclass
class CaseSummary:
    """The measurements of one case.

    Attributes
    ----------
    case : str
        Its name.
    seconds : float or None
        Time of our fastest call; the limit if it was stopped; None if it failed.
    backend : str
        Backend that computed it.
    alternatives, libraries : dict
        Seconds by alternative; `libraries` holds those that are not polyconv.
    wrong : dict
        For alternatives with another result: how it differs.
    failure : str or None
        Reason why there is no time of polyconv.
    """

    case: str
    seconds: float | None = None
    backend: str = ""
    alternatives: dict[str, float] = field(default_factory=dict)
    libraries: dict[str, float] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    failure: str | None = None

    @property
    def best(self) -> str | None:
        """Name of the fastest alternative."""
        return min(self.alternatives, key=self.alternatives.__getitem__, default=None)

    @property
    def ratio(self) -> float | None:
        """The time of the fastest alternative divided by ours; 0 if ours failed."""
        return _ratio(self.alternatives, self.seconds)

    @property
    def library_ratio(self) -> float | None:
        """The time of the fastest other library divided by ours."""
        return _ratio(self.libraries, self.seconds)


@dataclass
class FamilySummary:
    """All cases of a family; `skipped` of them were left out for lack of time."""

    name: str
    cases: list[CaseSummary] = field(default_factory=list)
    skipped: int = 0

    @property
    def worst(self) -> CaseSummary | None:
        """The case with the smallest ratio."""
        known = [case for case in self.cases if case.ratio is not None]
        return min(known, key=lambda case: case.ratio or 0.0, default=None)

    @property
    def lost(self) -> list[CaseSummary]:
        """Cases below the target, the worst first."""
        known = [case for case in self.cases if case.ratio is not None and case.ratio < MIN_RATIO]
        return sorted(known, key=lambda case: case.ratio or 0.0)


def _ratio(alternatives: dict[str, float], ours: float | None) -> float | None:
    if not alternatives:
        return None
    return 0.0 if ours is None else min(alternatives.values()) / ours


def geometric_mean(ratios: Iterable[float | None]) -> float | None:
    """Return the geometric mean of the positive ratios, or None if there are none."""
    known = [ratio for ratio in ratios if ratio]
    return math.exp(statistics.fmean(map(math.log, known))) if known else None
