"""Times of all variants on one workload, their ratios to the best peer, and the targets."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from polyconv.workloads import Workload

from .libraries import PEER_LIBRARIES

__all__ = ["TARGETS", "ClassTarget", "Machine", "Summary", "TimedVariant", "geometric_mean"]


@dataclass(frozen=True)
class ClassTarget:
    """The required speed of a class, as ratio to the best peer.

    Attributes
    ----------
    each : float
        Minimum on every workload.
    mean : float or None
        Minimum of the geometric mean of the class.
    against : str or None
        The peer to compare with, if not the best one.
    """

    each: float
    mean: float | None = None
    against: str | None = None

    def __str__(self) -> str:
        text = f">= {self.each:g} each"
        if self.mean is not None:
            text += f", {self.mean:g} mean"
        return text if self.against is None else f"{text} over {self.against}"


_DENSE = ClassTarget(0.95, 1.0)

# Classes that are not named here have no target.
TARGETS = {
    "dense": _DENSE,
    "dense_batch8": _DENSE,
    "dilated": _DENSE,
    "pointwise": ClassTarget(1.0),
    "first_layers": ClassTarget(1.0),
    "depthwise": ClassTarget(1.3),
    "depthwise_31": ClassTarget(1.2),
    "grouped": ClassTarget(2.0),
    "image_3x3": ClassTarget(1.0),
    "image_filters": ClassTarget(2.0),
    "image_31x31": ClassTarget(1.3),
    "separable": ClassTarget(1.0, 1.3),
    "separable_volumes": ClassTarget(1.3),
    "audio_wide": _DENSE,
    "volumes": _DENSE,
    "float64": ClassTarget(1.1),
    "complex": ClassTarget(1.0),
    "integer": ClassTarget(2.0, against="torch"),
    "int8": ClassTarget(0.9),
    "channels_last": _DENSE,
    "tiny": ClassTarget(1.0),
    "transposed": ClassTarget(1.0, 1.3),
    "input_gradients": ClassTarget(0.95, 1.3),
    "weight_gradients": ClassTarget(0.95, 1.2),
}


@dataclass
class TimedVariant:
    """One variant of one library on one workload.

    Attributes
    ----------
    library, name : str
        The library, and its variant.
    reason : str or None
        Reason for a missing time.
    error, wrong : float or None, str or None
        Difference to polyconv's `direct`, in units of ``max|x| * sum|w_k|``; and why the result is
        wrong, if it is.
    layout : str
        Layout of its input and result: ``"channels_first"``, ``"channels_last"`` or ``"blocks"``.
    reuses_output : bool
        True if it writes each result into the same memory.
    note : str
        The algorithm that the variant uses.
    rounds : list of dict
        For each visit ``best`` and ``median``, seconds of a call, and ``runs``.
    """

    library: str
    name: str
    reason: str | None = None
    error: float | None = None
    wrong: str | None = None
    layout: str = "channels_first"
    reuses_output: bool = False
    note: str = ""
    rounds: list[dict[str, Any]] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """True if there is a time, and the result is right."""
        return self.reason is None and self.wrong is None and bool(self.rounds)

    @property
    def best(self) -> float:
        """Seconds of the fastest call."""
        return float(min(visit["best"] for visit in self.rounds))

    @property
    def median(self) -> float:
        """Median over the rounds of the median seconds of a call."""
        return float(statistics.median(visit["median"] for visit in self.rounds))


# Variants of polyconv with ``backend="auto"``.
_NOT_BACKENDS = ("auto", "auto out", "other", "other out", "call")


@dataclass(frozen=True)
class Machine:
    """Peak rates of this machine with a number of threads.

    Attributes
    ----------
    peak : dict
        Operations per second in ``float32`` and ``float64``, all threads together.
    copy : dict
        Bytes read and written per second, by the bytes that a thread touches.
    workers : int
        Threads.
    """

    peak: dict[str, float]
    copy: dict[int, float]
    workers: int

    @classmethod
    def of_facts(cls, facts: dict[str, Any]) -> "Machine":
        """Return the machine of a report's facts, whose JSON has strings for sizes."""
        peak = facts["peak"]
        copies = {int(size): rate for size, rate in peak["copy"].items()}
        return cls(peak, copies, facts["workers"])

    def share(self, summary: "Summary") -> float | None:
        """Return the planned call's share of the roofline."""
        roof, rate = self.roofline(summary), summary.rate(summary.ours("auto"))
        return None if roof is None or rate is None else rate / roof

    def roofline(self, summary: "Summary") -> float | None:
        """Return the upper bound of operations per second of dot products; None for integers.

        The bound is the smaller of the peak, as measured between the rounds of this workload, and
        intensity times bandwidth: every input and output moved once, at the bandwidth of the
        smallest cache that holds them. For separable filters it is the bandwidth alone, because
        they need far fewer operations than the definition has.
        """
        workload = summary.workload
        dtype = np.dtype(workload.dtype)
        if dtype.kind not in "fc":
            return None
        real = "float32" if dtype.name in ("float32", "complex64") else "float64"
        peak = summary.peak.get(real, self.peak[real])
        moved = _bytes(workload)
        sizes = sorted(self.copy)
        # Bandwidth was measured by copies that touch `size` bytes, half read and half written.
        level = next((size for size in sizes if moved / self.workers <= 2 * size), sizes[-1])
        traffic = workload.flops / moved * self.copy[level]
        return traffic if workload.weights is not None else min(peak, traffic)


def _bytes(workload: Workload) -> int:
    """Return the bytes of input, weights and output."""
    if workload.operation == "transpose":
        from polyconv import output_shape

        options = {"stride": workload.stride, "padding": workload.padding}
        options |= {"output_padding": workload.output_padding, "data_format": workload.data_format}
        shapes = workload.x_shape, workload.w_shape
        result = output_shape(*shapes, transpose=True, **options)
        return sum(map(math.prod, (*shapes, result))) * np.dtype(workload.dtype).itemsize
    products = math.prod(workload.w_shape)
    last = workload.data_format == "channels_last"
    products //= workload.w_shape[-1 if last else 0]
    flops_per_product = 8 if np.dtype(workload.dtype).kind == "c" else 2
    outputs = workload.flops // (flops_per_product * products)
    elements = math.prod(workload.x_shape) + math.prod(workload.w_shape) + outputs
    return elements * np.dtype(workload.dtype).itemsize


@dataclass
class Summary:
    """Everything measured on one workload of a class."""

    problem_class: str
    workload: Workload
    variants: list[TimedVariant] = field(default_factory=list)
    peak: dict[str, float] = field(default_factory=dict)

    def note_peak(self, peak: dict[str, float]) -> None:
        """Keep the highest of the peaks measured between the rounds."""
        self.peak = {name: max(rate, self.peak.get(name, 0.0)) for name, rate in peak.items()}

    def within(self, max_ratio: float) -> list[TimedVariant]:
        """Return the variants that take at most `max_ratio` times as long as the fastest."""
        valid = [variant for variant in self.variants if variant.valid]
        fastest = min((variant.best for variant in valid), default=0.0)
        return [variant for variant in valid if variant.best <= max_ratio * fastest]

    @cached_property
    def flops(self) -> int:
        """Operations of the definition."""
        return self.workload.flops

    def fastest_of(self, library: str) -> TimedVariant | None:
        """Return the fastest valid variant of `library`, in whichever layout."""
        return _fastest(v for v in self.variants if v.library == library)

    def ours(self, name: str) -> TimedVariant | None:
        """Return polyconv's variant called `name`."""
        return _fastest(v for v in self.variants if v.library == "polyconv" and v.name == name)

    @property
    def best_backend(self) -> TimedVariant | None:
        """Polyconv's fastest backend, whichever auto chose."""
        return _fastest(
            v for v in self.variants if v.library == "polyconv" and v.name not in _NOT_BACKENDS
        )

    @property
    def best_peer(self) -> TimedVariant | None:
        """The variant of a peer with the lowest ratio, that of polyconv's least gain."""
        peers = (self.fastest_of(library) for library in PEER_LIBRARIES)
        rated = [(ratio, v) for v in peers if v and (ratio := self.ratio_to(v)) is not None]
        return min(rated, key=lambda pair: pair[0])[1] if rated else None

    def like(self, peer: TimedVariant, layouts: Sequence[str] = ("auto",)) -> TimedVariant | None:
        """Return polyconv's planned call that is compared with `peer`.

        If `peer` allocates its result, so does the call. If not, it may write into given memory.

        Parameters
        ----------
        peer : TimedVariant
            A variant of a peer.
        layouts : sequence of str
            ``"auto"`` for the workload's layout, ``"other"`` for the other one.
        """
        endings = ("", " out") if peer.reuses_output else ("",)
        names = [name + ending for name in layouts for ending in endings]
        return _fastest(v for v in self.variants if v.library == "polyconv" and v.name in names)

    def ratio_to(self, peer: TimedVariant) -> float | None:
        """Return how many times as fast as `peer` the plan is, in the workload's layout."""
        return _ratio(self.like(peer), peer)

    def same_layout_ratio_to(self, peer: TimedVariant) -> float | None:
        """Return the ratio to `peer` in its own layout; to blocks, in the better of both."""
        if peer.layout == "blocks":
            return _ratio(self.like(peer, ("auto", "other")), peer)
        same = peer.layout == self.workload.data_format
        return _ratio(self.like(peer, ("auto" if same else "other",)), peer)

    @property
    def auto_ratio(self) -> float | None:
        """Speed of the planned call with ``backend="auto"`` relative to the best peer."""
        peer = self.best_peer
        return None if peer is None else self.ratio_to(peer)

    @property
    def either_ratio(self) -> float | None:
        """`auto_ratio` in the better of polyconv's layouts, because peers choose theirs as well."""
        peer = self.best_peer
        return None if peer is None else _ratio(self.like(peer, ("auto", "other")), peer)

    @property
    def backend_ratio(self) -> float | None:
        """Speed of the fastest backend relative to the best peer."""
        return _ratio(self.best_backend, self.best_peer)

    @property
    def target_ratio(self) -> float | None:
        """Speed of the planned call relative to the peer that the target of the class names."""
        target = TARGETS.get(self.problem_class)
        if target is None or target.against is None:
            return self.auto_ratio
        peer = self.fastest_of(target.against)
        return None if peer is None else self.ratio_to(peer)

    @property
    def reached(self) -> bool | None:
        """True if this workload meets its target; None without one."""
        target, ratio = TARGETS.get(self.problem_class), self.target_ratio
        return None if target is None or ratio is None else ratio >= target.each

    def rate(self, variant: TimedVariant | None) -> float | None:
        """Return operations of the definition per second."""
        return None if variant is None else self.flops / variant.best

    @property
    def wrong_variants(self) -> list[TimedVariant]:
        """Variants whose results are wrong."""
        return [variant for variant in self.variants if variant.wrong is not None]


def _fastest(variants: Iterable[TimedVariant]) -> TimedVariant | None:
    return min((v for v in variants if v.valid), key=lambda v: v.best, default=None)


def _ratio(ours: TimedVariant | None, peer: TimedVariant | None) -> float | None:
    """Return how many times faster than `peer` ours is."""
    return None if ours is None or peer is None else peer.best / ours.best


def geometric_mean(ratios: Iterable[float | None]) -> float | None:
    """Return the geometric mean of the ratios that are not None; None if there are none."""
    known: Sequence[float] = [ratio for ratio in ratios if ratio is not None]
    return math.exp(statistics.fmean(map(math.log, known))) if known else None
