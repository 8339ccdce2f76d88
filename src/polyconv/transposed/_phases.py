"""The phases of a transposed convolution: dense convolutions, each for every s-th output.

Along one axis, output u of the uncropped result meets tap t at input ``j = (u - t * dilation) /
stride``, where that is whole. Taps whose ``t * dilation % stride`` is equal meet the same outputs.
They are every ``stride / gcd``-th tap, and their inputs are ``dilation / gcd`` apart: a convolution
with stride 1. The axes are independent, so a phase is one choice for each axis.

Phases that meet the same inputs with as many taps can be one convolution, whose filters are those
of all of them: where channels are last, along the last axis, because its results lie side by side
then. Where channels are first, and for rows that lie beside each other, a backend must store its
results interleaved (`_interleaved`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import gcd, prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Interleaving
from polyconv._cpu import is_c_contiguous
from polyconv._machine import default_workers
from polyconv._problem import Problem
from polyconv._request import make_problem

from ._problem import TransposedProblem
from ._taps import copy_taps

__all__ = ["Phase", "phases_of", "weights_of"]

# Strides along the last axis by which stores interleave (`transpose_units` in copy_kernels.h).
_INTERLEAVED_STRIDES = (2, 4, 8)
# Maximum number of outputs that are computed for each one of the result. More than one are computed
# where the result is cropped: the first and the last pixel have outputs beyond it. Time of joined
# phases relative to one by one (Emerald Rapids, one core, 2026-11-30, `python -m
# benchmarks.cost_model limits joined_phases`):
# - 64 to 3 channels (dcgan/up_32_to_rgb): 0.38;
# - many filters, which fill vectors without those of neighbours: 1.04 with 1.125 outputs computed
#   for each one along an axis (dcgan/up_8), 0.88 with 1.0005 (hifigan/up_128).
_MAX_COMPUTED, _MAX_COMPUTED_BY_MANY = 1.25, 1.1
# Structural: filters of a convolution that fill the vectors of a register block (4 vectors of 16
# lanes). Fewer are interleaved along the other axes, too, even if these are cropped.
_MIN_FILLING_FILTERS = 64


class _AxisPhase(NamedTuple):
    """Some outputs along one axis, which meet the same taps.

    `taps` are in reverse order. Without any, all of these outputs are zero. A phase whose `width`
    is more than 1 is a joined one: `out` are all outputs of the axis, `width` of them for each
    pixel of the convolution. Output i of a pixel meets the taps that start i after `taps`. The
    first `before` outputs of the first pixel lie before the result.
    """

    out: slice
    x: slice = slice(0, 0)
    taps: slice = slice(0, 0)
    dilation: int = 1
    pads: tuple[int, int] = (0, 0)
    width: int = 1
    before: int = 0

    def neighbours(self) -> Iterator[slice]:
        """Return its taps, and those of each output beside it."""
        yield self.taps
        for i in range(1, self.width):
            yield slice(self.taps.start + i, None, self.taps.step)


@dataclass(frozen=True, eq=False)
class Phase:
    """The outputs of one phase, and the convolution that computes them.

    Attributes
    ----------
    out : tuple of slice
        Spatial places of its outputs in the result.
    x, taps : tuple of slice
        The part of the input, and of the kernel, that it meets.
    problem : Problem or None
        The convolution of these parts. None if its outputs meet no products.
    others : tuple of tuple of slice
        Taps of further outputs, which lie beside each of its first ones and meet the same input.
        All of them are filters of one convolution: a pixel of `problem` holds the channels of ``1 +
        len(others)`` outputs.
    interleaving : Interleaving or None
        How the backend interleaves the outputs of a pixel. None along the last axis where channels
        are last: there those of neighbours follow each other.
    images : int or None
        The spatial axis whose places are the images of `problem`, which has one axis less; see
        `_images`. None where `problem` has all axes.
    one_pixel : bool
        True if all outputs are filters of `problem`; see `_one_pixel`.
    """

    out: tuple[slice, ...]
    x: tuple[slice, ...]
    taps: tuple[slice, ...]
    problem: Problem | None
    others: tuple[tuple[slice, ...], ...] = ()
    interleaving: Interleaving | None = None
    images: int | None = None
    one_pixel: bool = False

    @property
    def steps(self) -> tuple[int, ...]:
        """Outputs of a pixel along each axis that are interleaved; empty if none are."""
        return () if self.interleaving is None else self.interleaving.steps

    @property
    def width(self) -> int:
        """Outputs along the last axis whose channels are those of one pixel of the convolution."""
        return (1 + len(self.others)) // prod(self.steps)

    @property
    def beside(self) -> int:
        """Outputs along the last axis whose filters follow each other."""
        if self.problem is None or self.problem.data_format == "channels_last":
            return 1
        return self.steps[-1] if self.steps else 1

    @property
    def is_whole(self) -> bool:
        """Return True if its outputs, in their order, are those of `problem`."""
        plain = not self.others and self.images is None and not self.one_pixel
        return plain and self.problem is not None

    def of_filters(self, bias: NDArray[Any] | None) -> NDArray[Any] | None:
        """Return the bias of each filter, from that of each channel."""
        if bias is not None and self.one_pixel:
            assert self.problem is not None
            taps = self.problem.out_channels // len(bias)
            last = self.problem.data_format == "channels_last"
            return np.tile(bias, taps) if last else np.repeat(bias, taps)
        if bias is None or not self.others:
            return bias
        return np.tile(np.repeat(bias, self.beside), (1 + len(self.others)) // self.beside)

    def fits(self, out: NDArray[Any]) -> bool:
        """Return True if its outputs that lie beside each other can be written to a result.

        The channels of neighbours along the last spatial axis must be contiguous where they are
        those of one pixel. Rows must be contiguous where outputs are interleaved, and all
        elements where they are those of one pixel.
        """
        if self.one_pixel:
            return is_c_contiguous(out)
        if self.steps and not out.flags.aligned:
            return False
        if self.width > 1:
            return bool(out.strides[-2] == out.shape[-1] * out.strides[-1])
        return self.beside == 1 or out.strides[-1] == out.itemsize

    def part(self, t: TransposedProblem, x: NDArray[Any]) -> NDArray[Any]:
        """Return the view of the part of an input that it meets, which `problem` is of."""
        return self._as_images(t, t.part(x, self.x))

    def place(self, t: TransposedProblem, out: NDArray[Any]) -> NDArray[Any]:
        """Return the view of its outputs in a result that it `fits`.

        It is that of `problem`, or, if they are interleaved, all of them.
        """
        if self.one_pixel:
            assert self.problem is not None
            return out.reshape(self.problem.out_shape)
        place = self._as_images(t, t.part(out, self.out))
        if self.width == 1:
            return place
        *rest, columns, channels = place.shape
        return place.reshape(*rest, columns // self.width, self.width * channels)

    def of_kernel(self, kernel: tuple[int, ...]) -> tuple[int, ...]:
        """Return the sizes of the kernel of `problem`, from those along all axes."""
        return tuple(k for axis, k in enumerate(kernel) if axis != self.images)

    def _as_images(self, t: TransposedProblem, view: NDArray[Any]) -> NDArray[Any]:
        """Return a view of a part of an input or a result as `problem` takes it."""
        if self.images is None:
            return view
        axis = t.batched + (t.data_format == "channels_first") + self.images
        moved = np.moveaxis(view, axis, 0)
        return moved[:, 0] if t.batched else moved


def phases_of(
    t: TransposedProblem, without_padding: bool = False, interleaved: bool = False
) -> tuple[Phase, ...]:
    """Return the phases, in the order in which they are computed.

    If some outputs meet no products, the first phase is the whole result, without a convolution.

    Phases at the border meet fewer taps. They have padding there, so they multiply zeros by
    weights. `without_padding` they are cut where the number of taps changes instead. Weights that
    are not finite need that: a product of zero and infinity is NaN.

    With `interleaved`, phases whose results a backend may interleave are joined into one.
    """
    workers = default_workers() if t.workers is None else t.workers
    return _phases_of(t, without_padding, interleaved, workers)


@lru_cache(maxsize=512)
def _phases_of(
    t: TransposedProblem, without_padding: bool, interleaved: bool, _workers: int
) -> tuple[Phase, ...]:
    """Return `phases_of`; problems have `_workers` workers if `t` does not say how many."""
    if 0 in t.out:
        return ()
    axes = [_along(t, axis, without_padding) for axis in range(t.rank)]
    joined = _joined_axes(t, axes) if interleaved else None
    if joined is not None:
        axes = joined
        phases = [_interleaved(t, parts) for parts in product(*axes)]
    else:
        others: tuple[tuple[slice, ...], ...] = ()
        if t.data_format == "channels_last" and t.groups == 1 and _meet_the_same(t, axes[-1]):
            first, *rest = axes[-1]
            axes[-1] = [first._replace(out=slice(0, t.out[-1], 1))]
            others = tuple((part.taps,) for part in rest)
        phases = [
            _phase(t, parts, tuple((*(part.taps for part in parts[:-1]), *last) for last in others))
            for parts in product(*axes)
        ]
    written = [sum(len(range(m)[part.out]) for part in a) for a, m in zip(axes, t.out, strict=True)]
    if written != list(t.out) or any(phase.problem is None for phase in phases):
        nothing = _phase(t, tuple(_AxisPhase(slice(0, m, 1)) for m in t.out))
        phases = [nothing, *(phase for phase in phases if phase.problem is not None)]
    return tuple(phases)


def _joined_axes(
    t: TransposedProblem, along: list[list[_AxisPhase]]
) -> list[list[_AxisPhase]] | None:
    """Return the phases of each axis: one joined phase if that pays, else those in `along`.

    None if the last axis cannot be joined, or if that does not pay.
    """
    if t.groups > 1:
        return None
    if t.workspace_limit is not None:  # a result that they do not fit would be copied
        return None
    if t.data_format == "channels_last":
        return _joined_rows(t)
    if t.stride[-1] not in _INTERLEAVED_STRIDES:
        return None
    few = t.out_channels * t.stride[-1] < _MIN_FILLING_FILTERS
    last, computed = _joined(t, t.rank - 1), _computed(t, t.rank - 1)
    if last is None or computed > (_MAX_COMPUTED if few else _MAX_COMPUTED_BY_MANY):
        return None
    axes: list[list[_AxisPhase]] = []
    for axis in range(t.rank - 1):
        joined, more = _joined(t, axis), _computed(t, axis)
        pays = more == 1 or (few and computed * more <= _MAX_COMPUTED)
        if joined is not None and pays:
            computed *= more
            axes.append([joined])
        else:
            axes.append(along[axis])
    return [*axes, [last]]


def _joined_rows(t: TransposedProblem) -> list[list[_AxisPhase]] | None:
    """Return one phase for each axis if each output meets a single pixel, and channels are last.

    Where outputs meet several pixels, other backends compute the phases faster one by one.
    """
    if t.kernel != t.stride or set(t.dilation) != {1} or max(t.stride[:-1], default=1) == 1:
        return None
    if any(_computed(t, axis) > 1 for axis in range(t.rank)):
        return None
    joined = [_joined(t, axis) for axis in range(t.rank)]
    alone = [_along(t, axis, without_padding=False) for axis in range(t.rank)]
    return [[one] if one else parts for one, parts in zip(joined, alone, strict=True)]


def _joined(t: TransposedProblem, axis: int) -> _AxisPhase | None:
    """Return one phase for all outputs along an axis, of which `stride` are those of a pixel.

    None if they do not meet the same inputs with as many taps, or none at all.
    """
    stride, kernel = t.stride[axis], t.kernel[axis]
    if stride == 1 or kernel % stride or t.dilation[axis] > 1:
        return None
    begin, end = _pixels(t, axis)
    ramp = _Ramp(t.spatial[axis], kernel // stride, 0, stride, 1, 0)
    [(_, _, part)] = ramp.whole(begin, end)
    if part.x.stop == part.x.start:
        return None
    before = t.start[axis] - begin * stride
    return part._replace(out=slice(0, t.out[axis], 1), width=stride, before=before)


def _pixels(t: TransposedProblem, axis: int) -> tuple[int, int]:
    """Return the first pixel along an axis that has outputs in the result, and the last one's end.

    A pixel has `stride` outputs.
    """
    stride, start = t.stride[axis], t.start[axis]
    return start // stride, -(-(start + t.out[axis]) // stride)


def _computed(t: TransposedProblem, axis: int) -> float:
    """Return the outputs of all pixels along an axis for each output of the result."""
    begin, end = _pixels(t, axis)
    return (end - begin) * t.stride[axis] / t.out[axis]


def _interleaved(t: TransposedProblem, parts: tuple[_AxisPhase, ...]) -> Phase:
    """Return the phase of some parts of the axes, of which the last or more are joined."""
    kernels = product(*(part.neighbours() for part in parts))
    next(kernels)  # the first output's
    steps = [part.width for part in parts]
    sizes = [len(range(m)[part.out]) for part, m in zip(parts, t.out, strict=True)]
    if t.data_format == "channels_last":  # neighbours along the last axis are one pixel's channels
        sizes[-1] //= steps[-1]
        steps[-1] = 1
    starts = tuple(part.before for part in parts)
    return _phase(t, parts, tuple(kernels), Interleaving(tuple(steps), starts, tuple(sizes)))


def weights_of(
    t: TransposedProblem, phases: tuple[Phase, ...], w: NDArray[Any]
) -> list[NDArray[Any]]:
    """Return the weights of each phase in the caller's layout, copied from those of `t`.

    Backends pack contiguous filters in a tenth to a half of the time that they take for a view of
    exchanged channels and reversed taps, the copy included.
    """
    forward = t.forward_w(w)
    if not forward.flags.aligned:
        forward = forward.copy()
    filters, channels = forward.shape[:2]
    copies: list[NDArray[Any]] = []
    parts: list[NDArray[Any]] = []  # of copies: those of outputs beside each other
    places: list[NDArray[np.intp]] = []
    for phase in phases:
        if phase.one_pixel:
            copies.append(_of_all_outputs(t, forward))
            continue
        kernels = (phase.taps, *phase.others)
        chosen = [range(k)[part] for k, part in zip(t.kernel, kernels[0], strict=True)]
        kernel = tuple(map(len, chosen))
        beside = phase.beside
        copy = np.empty((len(kernels) // beside, filters, beside, channels, prod(kernel)), w.dtype)
        parts += [copy[i, :, j] for i, j in np.ndindex(len(copy), beside)]
        places += [_places(forward, taps) for taps in kernels]
        copies.append(copy.reshape(len(kernels) * filters, channels, *phase.of_kernel(kernel)))
    copy_taps(forward, parts, places)
    if t.data_format == "channels_last":
        return [np.moveaxis(copy, (0, 1), (-1, -2)) for copy in copies]
    return copies


def _of_all_outputs(t: TransposedProblem, forward: NDArray[Any]) -> NDArray[Any]:
    """Return filters of all outputs of one pixel, in the order in which these lie in the result."""
    last = t.data_format == "channels_last"
    ordered = np.moveaxis(forward, (0, 1), (-2, -1)) if last else np.moveaxis(forward, 1, -1)
    return np.ascontiguousarray(ordered).reshape(-1, t.in_channels, *(1,) * t.rank)


def _places(forward: NDArray[Any], taps: tuple[slice, ...]) -> NDArray[np.intp]:
    """Return the bytes from a filter's first tap to each of some taps."""
    places = np.zeros((), np.intp)
    for n, step, part in zip(forward.shape[2:], forward.strides[2:], taps, strict=True):
        places = places[..., None] + np.arange(n, dtype=np.intp)[part] * step
    return places.reshape(-1)


def _meet_the_same(t: TransposedProblem, parts: list[_AxisPhase]) -> bool:
    """Return True if all phases along the last axis meet the same input with as many taps.

    They do if the kernel is a multiple of the stride and nothing is cropped. The filters of all can
    then be those of one convolution, whose results lie side by side where channels are last.
    """
    stride, out, kernel = t.stride[-1], t.out[-1], t.kernel[-1]
    if len(parts) != stride or stride == 1 or out % stride:
        return False
    same = {
        (str(part.x), len(range(kernel)[part.taps]), part.dilation, part.pads) for part in parts
    }
    starts = [part.out.start for part in parts]
    return len(same) == 1 and starts == list(range(stride)) and parts[0].x.stop > 0


def _phase(
    t: TransposedProblem,
    axes: tuple[_AxisPhase, ...],
    others: tuple[tuple[slice, ...], ...] = (),
    interleaving: Interleaving | None = None,
) -> Phase:
    out, x, taps, dilation, pads, _, _ = zip(*axes, strict=True)
    problem = None
    if all(part.stop > part.start for part in x):
        kernel = [len(range(*part.indices(k))) for part, k in zip(taps, t.kernel, strict=True)]
        ic_per_group = t.in_channels // t.groups
        last = t.data_format == "channels_last"
        out_channels = t.out_channels * (1 + len(others))
        problem = make_problem(
            t.layout(t.in_channels, tuple(part.stop - part.start for part in x)),
            t.x_dtype,
            (*kernel, ic_per_group, out_channels)
            if last
            else (out_channels, ic_per_group, *kernel),
            t.w_dtype,
            padding=pads,
            dilation=dilation,
            groups=t.groups,
            data_format=t.data_format,
            dtype=t.dtype,
            rtol=t.rtol,
            workspace_limit=t.workspace_limit,
            workers=t.workers,
        )
    return Phase(out, x, taps, problem, others, interleaving)


def _along(t: TransposedProblem, axis: int, without_padding: bool) -> list[_AxisPhase]:
    """Return the phases along one axis that meet taps."""
    stride, dilation = t.stride[axis], t.dilation[axis]
    start, size = t.start[axis], t.out[axis]
    common = gcd(stride, dilation)
    period = stride // common  # of taps with the same remainder
    first_tap = {tap * dilation % stride: tap for tap in range(min(period, t.kernel[axis]))}
    parts: list[_AxisPhase] = []
    for remainder, t0 in first_tap.items():
        o = (remainder - start) % stride
        if o >= size:
            continue
        q = (start + o - remainder) // stride
        count = (size - 1 - o) // stride + 1
        ramp = _Ramp(
            n=t.spatial[axis],
            taps=-(-(t.kernel[axis] - t0) // period),
            first_tap=t0,
            period=period,
            dilation=dilation // common,
            # Tap i of the phase meets input q - shift - i * dilation in output q.
            shift=(t0 * dilation - remainder) // stride,
        )
        cut = ramp.parts if without_padding else ramp.whole
        for begin, end, part in cut(q, q + count):
            first, last = o + (begin - q) * stride, o + (end - 1 - q) * stride
            parts.append(part._replace(out=slice(first, last + 1, stride)))
    return parts


class _Ramp(NamedTuple):
    """Taps ``first_tap + i * period``, which meet inputs ``q - shift - i * dilation`` in q."""

    n: int
    taps: int
    first_tap: int
    period: int
    dilation: int
    shift: int

    def whole(self, begin: int, end: int) -> Iterator[tuple[int, int, _AxisPhase]]:
        """Return outputs `begin` to `end` as one part, with padding."""
        yield begin, end, self._part(begin, end, 0, self.taps - 1)

    def parts(self, begin: int, end: int) -> Iterator[tuple[int, int, _AxisPhase]]:
        """Return outputs `begin` to `end` cut where the taps change that meet the input."""
        steps = [self.shift + i * self.dilation for i in range(self.taps)]
        changes = {begin, end, *steps, *(step + self.n for step in steps)}
        for a, b in pairwise(sorted(q for q in changes if begin <= q <= end)):
            first = max(-((self.n - 1 - a + self.shift) // self.dilation), 0)
            last = min((a - self.shift) // self.dilation, self.taps - 1)
            part = _AxisPhase(slice(0, 0))
            yield a, b, part if first > last else self._part(a, b, first, last)

    def _part(self, begin: int, end: int, first: int, last: int) -> _AxisPhase:
        """Return outputs `begin` to `end` with taps `first` to `last`."""
        read = begin - self.shift - last * self.dilation
        stop = end - self.shift - first * self.dilation
        low, high = max(read, 0), min(stop, self.n)
        out = slice(0, 0)
        if low >= high:
            return _AxisPhase(out)
        after = self.first_tap + (first - 1) * self.period
        taps = slice(
            self.first_tap + last * self.period, after if after >= 0 else None, -self.period
        )
        return _AxisPhase(out, slice(low, high), taps, self.dilation, (low - read, stop - high))
