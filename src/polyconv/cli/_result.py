"""Results of a race: one `Contest` per workload, with one `RaceResult` per backend."""

from dataclasses import dataclass, field

from polyconv import Choice
from polyconv._measure import Sample
from polyconv.workloads import Workload

from ._check import Check

__all__ = ["Contest", "RaceResult"]

# Maximum time of auto's pick, as a multiple of the fastest time, that does not count as a miss.
_MAX_TIE_RATIO = 1.05


@dataclass
class RaceResult:
    """One backend's part in a contest.

    Attributes
    ----------
    backend : str
        Its name.
    eligible : bool
        True if auto may pick it for this problem.
    reason : str or None
        Reason for its lack of a result, if it has none.
    failed : bool
        True if it raised an error.
    flops : int
        The definition's operations of the problem that was timed: the workload, or a smaller copy.
    scaled : bool
        True if it was timed on a smaller copy.
    sample : Sample or None
        Its times.
    checks : list of Check
        Comparisons with references.
    """

    backend: str
    eligible: bool = False
    reason: str | None = None
    failed: bool = False
    flops: int = 0
    scaled: bool = False
    sample: Sample | None = None
    checks: list[Check] = field(default_factory=list)

    @property
    def status(self) -> str:
        """``"ok"``, ``"disagrees"``, ``"failed"`` or ``"unsupported"``."""
        if self.failed:
            return "failed"
        if self.sample is None:
            return "unsupported"
        return "ok" if all(check.agrees for check in self.checks) else "disagrees"

    @property
    def gflops(self) -> float | None:
        """The definition's operations per second, in units of 1e9."""
        return None if self.sample is None else self.flops / self.sample.best / 1e9

    @property
    def worst(self) -> Check | None:
        """The check that came closest to its bound, or went farthest beyond."""
        return max(self.checks, key=lambda check: check.ratio, default=None)


@dataclass(frozen=True)
class Contest:
    """A workload and how every backend did."""

    workload: Workload
    problem: str
    choice: Choice
    results: tuple[RaceResult, ...]

    @property
    def fastest(self) -> RaceResult | None:
        """The fastest correct backend; one timed on a copy only if there is no other."""
        correct = [result for result in self.results if result.status == "ok"]
        full = [result for result in correct if not result.scaled]
        return max(full or correct, key=lambda result: result.gflops or 0, default=None)

    def factor(self, result: RaceResult) -> float | None:
        """Return the slowdown of `result` against the fastest, by operations per second."""
        fastest = self.fastest
        if fastest is None or fastest.gflops is None or result.gflops is None:
            return None
        return fastest.gflops / result.gflops

    @property
    def auto_factor(self) -> float | None:
        """Time of auto's pick, as a multiple of the fastest among those that auto may pick."""
        times = {
            result.backend: result.sample.best
            for result in self.results
            if result.status == "ok" and result.sample and result.eligible and not result.scaled
        }
        if self.choice.backend not in times:
            return None
        return times[self.choice.backend] / min(times.values())

    @property
    def auto_missed(self) -> bool:
        """True if auto's pick was slower than the fastest by more than a tie."""
        return self.auto_factor is not None and self.auto_factor > _MAX_TIE_RATIO
