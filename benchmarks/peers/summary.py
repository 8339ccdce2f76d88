"""What a match came to: figures of each variant, ratios to the best rival, and the targets."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from polyconv.workloads import Workload

from .libraries import RIVALS

__all__ = ["TARGETS", "Entry", "Machine", "Outcome", "Target", "geometric_mean"]


@dataclass(frozen=True)
class Target:
    """What a class shall reach, as ratio to the best rival.

    Attributes
    ----------
    each : float
        On every workload.
    mean : float or None
        As geometric mean of the class.
    against : str or None
        The rival it is about, if not the best one.
    """

    each: float
    mean: float | None = None
    against: str | None = None

    def __str__(self) -> str:
        text = f">= {self.each:g} each"
        if self.mean is not None:
            text += f", {self.mean:g} mean"
        return text if self.against is None else f"{text} over {self.against}"


_DENSE = Target(0.95, 1.0)

# A class that is not named here is shown without a target.
TARGETS = {
    "dense": _DENSE,
    "dense_batch8": _DENSE,
    "dilated": _DENSE,
    "pointwise": Target(1.0),
    "first_layers": Target(1.0),
    "depthwise": Target(1.3),
    "depthwise_31": Target(1.2),
    "grouped": Target(2.0),
    "image_3x3": Target(1.0),
    "image_filters": Target(2.0),
    "image_31x31": Target(1.3),
    "audio_wide": _DENSE,
    "volumes": _DENSE,
    "float64": Target(1.1),
    "complex": Target(1.0),
    "integer": Target(2.0, against="torch"),
    "channels_last": _DENSE,
    "tiny": Target(1.0),
}


@dataclass
class Entry:
    """One variant of one library on one workload.

    Attributes
    ----------
    library, variant : str
        Who.
    reason : str or None
        Why there is no time.
    error, wrong : float or None, str or None
        Against polyconv's `direct`, in units of ``max|x| * sum|w_k|``; what is wrong, if anything.
    delivers : bool
        Whether it returns the result in the workload's layout.
    note : str
        What runs under this name.
    rounds : list of dict
        Of each visit: ``best`` and ``median`` seconds of a call, and ``runs``.
    """

    library: str
    variant: str
    reason: str | None = None
    error: float | None = None
    wrong: str | None = None
    delivers: bool = True
    note: str = ""
    rounds: list[dict[str, Any]] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """Whether it has a time for the right result."""
        return self.reason is None and self.wrong is None and bool(self.rounds)

    @property
    def best(self) -> float:
        """Seconds of the fastest call."""
        return float(min(visit["best"] for visit in self.rounds))

    @property
    def median(self) -> float:
        """Seconds of a middling call in a middling round."""
        return float(statistics.median(visit["median"] for visit in self.rounds))


@dataclass(frozen=True)
class Machine:
    """Peak rates of this machine with so many threads.

    Attributes
    ----------
    peak : dict
        Operations per second in ``float32`` and ``float64``.
    copy : dict
        Bytes read and written per second, by the bytes that a thread touches.
    workers : int
        Threads.
    """

    peak: dict[str, float]
    copy: dict[int, float]
    workers: int

    def roofline(self, outcome: "Outcome") -> float | None:
        """Operations per second that no dot product can exceed here; None for integers.

        The smaller of the peak, as it was while this workload was played, and of what moving every
        input and output once allows, at the bandwidth of the cache that can hold them.
        """
        workload = outcome.workload
        dtype = np.dtype(workload.dtype)
        if dtype.kind not in "fc":
            return None
        real = "float32" if dtype.name in ("float32", "complex64") else "float64"
        peak = outcome.peak.get(real, self.peak[real])
        moved = _bytes(workload)
        sizes = sorted(self.copy)
        # Half of a cache, since the copy read and wrote and something else lies there too.
        level = next((size for size in sizes if moved / self.workers <= 2 * size), sizes[-1])
        return min(peak, workload.flops / moved * self.copy[level])


def _bytes(workload: Workload) -> int:
    per_output = math.prod(workload.w_shape)
    last = workload.data_format == "channels_last"
    per_output //= workload.w_shape[-1 if last else 0]
    per_term = 8 if np.dtype(workload.dtype).kind == "c" else 2
    outputs = workload.flops // (per_term * per_output)
    elements = math.prod(workload.x_shape) + math.prod(workload.w_shape) + outputs
    return elements * np.dtype(workload.dtype).itemsize


@dataclass
class Outcome:
    """One workload's match."""

    group: str
    workload: Workload
    entries: list[Entry] = field(default_factory=list)
    peak: dict[str, float] = field(default_factory=dict)

    def saw_peak(self, peak: dict[str, float]) -> None:
        """Take note of the machine's peak in between; the highest stays."""
        self.peak = {name: max(rate, self.peak.get(name, 0.0)) for name, rate in peak.items()}

    def contenders(self, limit: float) -> list[Entry]:
        """Variants that take at most `limit` times as long as the fastest."""
        valid = [entry for entry in self.entries if entry.valid]
        fastest = min((entry.best for entry in valid), default=0.0)
        return [entry for entry in valid if entry.best <= limit * fastest]

    @cached_property
    def flops(self) -> int:
        """Operations of the definition."""
        return self.workload.flops

    def of(self, library: str, *, delivers: bool = True) -> Entry | None:
        """The fastest valid variant of `library`."""
        return _fastest(e for e in self.entries if e.library == library and e.delivers == delivers)

    def ours(self, variant: str) -> Entry | None:
        """Polyconv's `variant`."""
        return _fastest(e for e in self.entries if e.library == "polyconv" and e.variant == variant)

    @property
    def backend(self) -> Entry | None:
        """Polyconv's fastest backend, whichever auto chose."""
        return _fastest(
            e for e in self.entries if e.library == "polyconv" and e.variant not in ("auto", "call")
        )

    @property
    def rival(self) -> Entry | None:
        """The fastest of all rivals that deliver the result."""
        return _fastest(e for e in self.entries if e.library in RIVALS and e.delivers)

    def ratio(self, ours: Entry | None, rival: Entry | None) -> float | None:
        """How many times faster than `rival`."""
        return None if ours is None or rival is None else rival.best / ours.best

    @property
    def auto_ratio(self) -> float | None:
        """Of the planned call with ``backend="auto"`` to the best rival."""
        return self.ratio(self.ours("auto"), self.rival)

    @property
    def backend_ratio(self) -> float | None:
        """Of the fastest backend to the best rival."""
        return self.ratio(self.backend, self.rival)

    @property
    def target_ratio(self) -> float | None:
        """Of the planned call to the rival that the class's target is about."""
        target = TARGETS.get(self.group)
        if target is None or target.against is None:
            return self.auto_ratio
        return self.ratio(self.ours("auto"), self.of(target.against))

    @property
    def reached(self) -> bool | None:
        """Whether this workload meets its target; None without one."""
        target, ratio = TARGETS.get(self.group), self.target_ratio
        return None if target is None or ratio is None else ratio >= target.each

    def rate(self, entry: Entry | None) -> float | None:
        """Operations of the definition per second."""
        return None if entry is None else self.flops / entry.best

    @property
    def disagreements(self) -> list[Entry]:
        """Variants whose results are not the workload's."""
        return [entry for entry in self.entries if entry.wrong is not None]


def _fastest(entries: Iterable[Entry]) -> Entry | None:
    return min((e for e in entries if e.valid), key=lambda e: e.best, default=None)


def geometric_mean(ratios: Iterable[float | None]) -> float | None:
    """Of the ratios that there are; None if there are none."""
    known: Sequence[float] = [ratio for ratio in ratios if ratio is not None]
    return math.exp(statistics.fmean(map(math.log, known))) if known else None
