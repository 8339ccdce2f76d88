"""The definition of a convolution: the `Problem`, the padding rules and the size formula.

A `Problem` is one convolution with every argument checked and normalised. Backends trust it and
never see the caller's arguments. It holds shapes, dtypes and options, and no value of an array.

Per spatial axis, in the coordinates of the padded input::

    padded = lo + n + hi            extent = dilation * (kernel - 1) + 1
    out    = (padded - extent) // stride + 1
    output o, tap t   reads   padded coordinate   o * stride + t * dilation

and `Problem.source` maps padded coordinates to input elements.
"""

import math
import operator
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Generic, SupportsIndex, TypeVar

import numpy as np
from numpy.typing import NDArray

from ._arguments import integer, is_sequence, listed, one_of
from ._cpu import assign
from ._dtypes import accumulator_dtype
from ._machine import worker_count

__all__ = ["PADDINGS", "PADDING_MODES", "Problem", "check_extent", "derived", "normalised_pads"]

PADDINGS = ("valid", "same", "same_lower", "full", "causal")
PADDING_MODES = ("zeros", "constant", "reflect", "symmetric", "edge", "wrap")
DATA_FORMATS = ("channels_first", "channels_last")
MODE_ALIASES = {"replicate": "edge", "circular": "wrap"}

Pads = tuple[tuple[int, int], ...]
_T = TypeVar("_T")


class derived(Generic[_T]):
    """An attribute that is computed at the first access and then kept.

    `functools.cached_property` takes a lock before Python 3.12, which costs more than computing
    most of these attributes.
    """

    def __init__(self, compute: Callable[[Any], _T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__
        self._name = compute.__name__

    def __get__(self, instance: Any, owner: object) -> _T:
        """Compute the value; from then on, the instance's own attribute hides this method."""
        if instance is None:
            return self  # type: ignore[return-value]
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


@dataclass(frozen=True)
class Problem:
    """One normalised convolution: hashable, and all that a backend needs to know.

    Shapes are canonical: ``x`` is ``(batch, in_channels, *spatial)``, ``w`` is
    ``(out_channels, in_channels // groups, *kernel)``, whatever `data_format` and batching the
    caller has; `canonical_x`, `canonical_w` and `canonical_out` make the views.
    """

    batch: int
    batched: bool
    in_channels: int
    out_channels: int
    groups: int
    spatial: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    dilation: tuple[int, ...]
    pads: Pads
    padding_mode: str
    padding_value: Any
    flip: bool
    data_format: str
    x_dtype: np.dtype[Any]
    w_dtype: np.dtype[Any]
    dtype: np.dtype[Any]
    rtol: float
    workspace_limit: int | None
    workers: int

    def resized(
        self, batch: int, spatial: tuple[int, ...], pads: Pads, workers: SupportsIndex | None
    ) -> "Problem":
        """Return the same convolution of an input of another size; nothing is checked.

        It takes a tenth of the time of a new `Problem`, because most values are shared.
        """
        other = object.__new__(Problem)
        values = other.__dict__
        values.update(self._independent_of_size)
        values["batch"], values["spatial"], values["pads"] = batch, spatial, pads
        values["workers"] = worker_count(other.flops, workers)
        return other

    @derived
    def _independent_of_size(self) -> dict[str, Any]:
        """Fields and derived values that are the same for an input of any size."""
        names = ("rank", "accumulator", "extent", "ic_per_group", "oc_per_group", "taps")
        names += ("reduction_len", "w_shape", "canonical", "_channels_first")
        return self.__getstate__() | {name: getattr(self, name) for name in names}

    @derived
    def rank(self) -> int:
        """Number of spatial axes: 1, 2 or 3."""
        return len(self.spatial)

    @derived
    def accumulator(self) -> np.dtype[Any]:
        """The dtype in which products are formed and summed."""
        return accumulator_dtype(self.dtype)

    @derived
    def extent(self) -> tuple[int, ...]:
        """Effective kernel size per axis: ``dilation * (kernel - 1) + 1``."""
        return tuple([d * (k - 1) + 1 for d, k in zip(self.dilation, self.kernel, strict=True)])

    @derived
    def padded(self) -> tuple[int, ...]:
        """Size of the padded input per axis."""
        return tuple([n + lo + hi for n, (lo, hi) in zip(self.spatial, self.pads, strict=True)])

    @derived
    def out(self) -> tuple[int, ...]:
        """Spatial size of the output."""
        along = zip(self.padded, self.extent, self.stride, strict=True)
        return tuple([(n - e) // s + 1 for n, e, s in along])

    @derived
    def ic_per_group(self) -> int:
        """Input channels of one group."""
        return self.in_channels // self.groups

    @derived
    def oc_per_group(self) -> int:
        """Output channels of one group."""
        return self.out_channels // self.groups

    @derived
    def taps(self) -> int:
        """Positions of the kernel: the product of its spatial sizes."""
        return math.prod(self.kernel)

    @derived
    def reduction_len(self) -> int:
        """Products summed for one output element."""
        return self.ic_per_group * self.taps

    @property
    def empty(self) -> bool:
        """True if there is nothing to multiply: no images, filters or channels."""
        return 0 in (self.batch, self.out_channels, self.in_channels)

    @derived
    def pointwise(self) -> bool:
        """True for 1x1 kernels with stride 1 and no padding."""
        return self.taps == 1 and set(self.stride) == {1} and self.padded == self.spatial

    @property
    def widens_f16(self) -> bool:
        """True if float16 input is summed in float32; the processor converts whole rows."""
        return self.x_dtype == np.float16 and self.accumulator == np.float32

    @derived
    def outputs(self) -> int:
        """Elements of the result."""
        return self.batch * self.out_channels * math.prod(self.out)

    @derived
    def flops(self) -> int:
        """Real multiplications and additions of the definition; 8 per complex product."""
        return (8 if self.accumulator.kind == "c" else 2) * self.outputs * self.reduction_len

    @derived
    def x_shape(self) -> tuple[int, ...]:
        """The caller's shape of `x`."""
        return self._layout(self.in_channels, self.spatial)

    @derived
    def out_shape(self) -> tuple[int, ...]:
        """The shape of the result, in the caller's layout."""
        return self._layout(self.out_channels, self.out)

    @derived
    def out_bytes(self) -> int:
        """Size of the result."""
        return self.outputs * self.dtype.itemsize

    @derived
    def moved_once(self) -> int:
        """Bytes of input, result and converted weights, each moved once."""
        return (
            self.in_out_bytes + self.out_channels * self.reduction_len * self.accumulator.itemsize
        )

    @derived
    def in_out_bytes(self) -> int:
        """Bytes of input and result, without the weights."""
        inputs = self.batch * self.in_channels * math.prod(self.spatial)
        return inputs * self.x_dtype.itemsize + self.out_bytes

    @derived
    def w_shape(self) -> tuple[int, ...]:
        """The caller's shape of `w`."""
        if self.data_format == "channels_last":
            return (*self.kernel, self.ic_per_group, self.out_channels)
        return (self.out_channels, self.ic_per_group, *self.kernel)

    def _layout(self, channels: int, spatial: tuple[int, ...]) -> tuple[int, ...]:
        last = self.data_format == "channels_last"
        image = (*spatial, channels) if last else (channels, *spatial)
        return (self.batch, *image) if self.batched else image

    @derived
    def canonical(self) -> bool:
        """True if the caller's `x` and result already have the canonical layout."""
        return self.batched and self.data_format == "channels_first"

    def canonical_x(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return a view of `x` (or of an output) as ``(batch, channels, *spatial)``."""
        if not self.batched:
            x = x[None]
        return x.transpose(self._channels_first) if self.data_format == "channels_last" else x

    canonical_out = canonical_x

    @derived
    def _channels_first(self) -> tuple[int, ...]:
        """Axes of a channels-last array in canonical order, for `transpose`."""
        return 0, self.rank + 1, *range(1, self.rank + 1)

    def canonical_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return a view of `w` as ``(out_channels, ic_per_group, *kernel)``, flipped for `flip`."""
        if self.data_format == "channels_last":
            w = np.moveaxis(w, (-1, -2), (0, 1))
        if self.flip:
            backwards: tuple[Any, ...] = (..., *(slice(None, None, -1),) * self.rank)
            w = w[backwards]
        return w

    @derived
    def source(self) -> tuple[NDArray[np.intp], ...]:
        """Per axis, the input index of each padded coordinate; -1 stands for `padding_value`.

        Each has the length of the padded axis; `padded_block` works without them.
        """
        maps = []
        for axis, padded in enumerate(self.padded):
            index = self._source(axis, 0, padded)
            index.setflags(write=False)
            maps.append(index)
        return tuple(maps)

    def padding_source(self, axis: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return the parts of `source` before and after the input."""
        lo, end = self.pads[axis][0], self.padded[axis]
        return self._source(axis, 0, lo), self._source(axis, lo + self.spatial[axis], end)

    def _source(self, axis: int, start: int, stop: int) -> NDArray[np.intp]:
        """Compute a part of `source`: the modes of `numpy.pad` as arithmetic on coordinates."""
        n = self.spatial[axis]
        at = np.arange(start, stop, dtype=np.intp) - self.pads[axis][0]
        match self.padding_mode:
            case "edge":
                return np.clip(at, 0, max(n - 1, 0))
            case "wrap":
                return at % max(n, 1)
            case "symmetric":
                at %= max(2 * n, 1)
                return np.minimum(at, 2 * n - 1 - at)
            case "reflect":
                at %= max(2 * n - 2, 1)
                return np.minimum(at, 2 * n - 2 - at)
        at[(at < 0) | (at >= n)] = -1
        return at

    def inside(self, start: Sequence[int], size: Sequence[int]) -> bool:
        """Return True if a block of the padded input, in padded coordinates, has no padding."""
        return all(
            lo <= a and a + m <= lo + n
            for a, m, n, (lo, _) in zip(start, size, self.spatial, self.pads, strict=True)
        )

    def padded_block(
        self, x: NDArray[Any], start: Sequence[int], size: Sequence[int]
    ) -> NDArray[Any]:
        """Copy a block of the padded input, in the accumulator's dtype.

        Parameters
        ----------
        x : ndarray, shape ``(..., *spatial)``
            Any leading axes are kept.
        start, size : sequence of int
            The block in padded coordinates; elements beyond the end are zeros.
        """
        lead = x.ndim - self.rank
        block = np.empty((*x.shape[:lead], *size), self.accumulator)
        from_x: list[Any] = [...]  # slices of x; whole axes where `mapped` has indices
        to_block: list[Any] = [...]  # the slices of the block that they fill
        padded: list[Any] = [...]  # the part of the block before the end of the padded input
        mapped = []  # (axis, input indices) where padding repeats the input
        for axis, (a, m) in enumerate(zip(start, size, strict=True)):
            n, lo = self.spatial[axis], self.pads[axis][0]
            end = min(a + m, self.padded[axis])
            padded.append(slice(0, end - a))
            if self.padding_mode in ("zeros", "constant") or (lo <= a and end <= lo + n):
                first = min(max(a, lo), end)
                last = max(min(end, lo + n), first)
                from_x.append(slice(first - lo, last - lo))
                to_block.append(slice(first - a, last - a))
            else:
                from_x.append(slice(None))
                to_block.append(slice(0, end - a))
                mapped.append((lead + axis, self._source(axis, a, end)))
        values = x[tuple(from_x)]
        for position, indices in mapped:
            values = values.take(indices, axis=position)
        if self.padding_value != 0:
            block[...] = 0
            block[tuple(padded)] = self.padding_value
        else:
            for axis, place in enumerate(to_block[1:], lead):
                for margin in (slice(0, place.start), slice(place.stop, None)):
                    block[(slice(None),) * axis + (margin,)] = 0
        assign(block[tuple(to_block)], values)
        return block

    def summation_error(self, chain: float) -> float:
        """Return a statistical bound on the error of a sum, in units of ``max|x| * sum|w|``.

        Parameters
        ----------
        chain : float
            Largest number of roundings that one product passes through.

        Notes
        -----
        Each rounding errs by at most u, half the accumulator's epsilon, times a partial sum. For
        sums that grow evenly, errors of random sign have the standard deviation
        ``u * sqrt(chain / 3)``: four of those are the bound. Equal terms round alike for long
        stretches; then errors add up to ``u * chain / 4`` (measured; ``u * chain / 2`` if every
        rounding were as bad as can be), which is more for chains of over 85. Two roundings are
        added for the bias and the result. Integers are exact.
        """
        if self.accumulator.kind in "iu":
            return 0.0
        unit = float(np.finfo(self.accumulator).eps) / 2
        return unit * (2 + max(4 * math.sqrt(chain / 3), chain / 4))

    def require_memory(self) -> None:
        """Raise MemoryError if the arrays exceed physical memory, before any is allocated."""
        if self._too_large is not None:
            raise MemoryError(self._too_large)

    @derived
    def _too_large(self) -> str | None:
        """The error text if an array exceeds physical memory, else None."""
        memory = _physical_memory()
        result = self.out_bytes
        if result > memory:
            return (
                f"the result of shape {self.out_shape} and dtype {self.dtype} would take "
                f"{result:.3g} bytes; this machine has {memory:.3g}"
            )
        weights = math.prod(self.w_shape) * self.accumulator.itemsize
        if weights > memory:
            return (
                f"w of shape {self.w_shape} would take {weights:.3g} bytes to prepare; this "
                f"machine has {memory:.3g}"
            )
        for axis, padded in enumerate(self.padded):
            if 8 * padded > memory:
                return (
                    f"padding={self.pads!r} makes spatial axis {axis} of x {padded:.3g} elements "
                    f"long; this machine has {memory:.3g} bytes of memory"
                )
        return None

    @derived
    def _hash(self) -> int:
        return hash(_fields_of(self))

    def __hash__(self) -> int:
        return self._hash  # computed once, because problems are the keys of every cache

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields alone: derived values may be large, and hashes differ by process."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        options = []
        plain = {"stride": 1, "dilation": 1}
        for name, usual in plain.items():
            value = getattr(self, name)
            if set(value) != {usual}:
                options.append(f"{name} {_by(value)}")
        if any(map(any, self.pads)):
            equal = all(lo == hi for lo, hi in self.pads)
            pads = _by(tuple(lo for lo, _ in self.pads)) if equal else str(self.pads)
            mode = "" if self.padding_mode == "zeros" else f" {self.padding_mode}"
            options.append(f"padding {pads}{mode}")
        if self.groups != 1:
            options.append(f"groups {self.groups}")
        if self.data_format != "channels_first":
            options.append(self.data_format)
        return " ".join(
            [
                f"x ({_by(self.x_shape)})",
                f"w ({_by(self.w_shape)})",
                *options,
                str(self.dtype),
            ]
        )


_fields_of = operator.attrgetter(*(field.name for field in fields(Problem)))


def _by(sizes: tuple[int, ...]) -> str:
    return "x".join(map(str, sizes))


def normalised_pads(
    padding: Any, spatial: tuple[int, ...], extent: tuple[int, ...], stride: tuple[int, ...]
) -> Pads:
    """Return every form of `padding` as ``(lo, hi)`` per axis."""
    rank = len(spatial)
    if isinstance(padding, str):
        one_of("padding", padding, PADDINGS)
        return tuple(map(_named_pad, [padding] * rank, spatial, extent, stride))
    if not is_sequence(padding):
        if isinstance(padding, (bytes, float, complex)) or padding is None:
            raise TypeError(
                f"padding={padding!r} must be one of {listed(PADDINGS)}, an integer, one integer "
                "for each axis, or a (lo, hi) pair for each axis"
            )
        width = integer("padding", padding, 0)
        return ((width, width),) * rank
    if len(padding) != rank:
        raise ValueError(
            f"padding={padding!r} has {len(padding)} entries; allowed: {rank}, one for each "
            "spatial axis, each an integer or all of them (lo, hi) pairs"
        )
    pairs = [is_sequence(p) for p in padding]
    if any(pairs) != all(pairs):
        raise ValueError(f"padding={padding!r} mixes integers and pairs; allowed: one or the other")
    if not any(pairs):
        widths = [integer("padding", p, 0) for p in padding]
        return tuple((width, width) for width in widths)
    for pair in padding:
        if len(pair) != 2:
            raise ValueError(f"padding={padding!r} has the entry {pair!r}; allowed: (lo, hi)")
    return tuple((integer("padding", lo, 0), integer("padding", hi, 0)) for lo, hi in padding)


def _named_pad(name: str, n: int, extent: int, stride: int) -> tuple[int, int]:
    match name:
        case "valid":
            return 0, 0
        case "full":
            return extent - 1, extent - 1
        case "causal":
            return extent - 1, 0
    total = max((-(-n // stride) - 1) * stride + extent - n, 0)
    small, large = total // 2, total - total // 2
    return (small, large) if name == "same" else (large, small)


def check_extent(spatial: tuple[int, ...], pads: Pads, extent: tuple[int, ...]) -> None:
    """Raise ValueError if the kernel is larger than the padded input on any axis."""
    for axis, (n, (lo, hi), e) in enumerate(zip(spatial, pads, extent, strict=True)):
        if e > n + lo + hi:
            raise ValueError(
                f"w reaches over {e} elements of spatial axis {axis} (dilation * (kernel - 1) + 1),"
                f" more than the {n + lo + hi} of x with its padding ({n} + {lo} + {hi})"
            )


@cache
def _physical_memory() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 1 << 46  # unknown: the address space of x86-64, in bytes
