"""The definition of a convolution: the `Problem`, the padding rules and the size formula.

A `Problem` is one convolution with every argument checked and normalised. Backends trust it and
never see the caller's arguments. It holds shapes, dtypes, options and the structure of the
filters, and no value of an array.

Per spatial axis, in the coordinates of the padded input::

    padded = lo + n + hi            extent = dilation * (kernel - 1) + 1
    out    = (padded - extent) // stride + 1
    output o, tap t   reads   padded coordinate   o * stride + t * dilation

and `_padded_input.py` maps padded coordinates to input elements.
"""

import math
import operator
import os
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import NDArray

from ._derived import derived
from ._dtypes import accumulator_dtype
from ._machine import CACHE_LINE, worker_count
from ._padding import Pads, extent_of, lookups
from ._structure import DENSE, RTOL_SHARE, Structure, max_rank_of, min_outputs_of, structure_of

__all__ = ["DATA_FORMATS", "Problem", "physical_memory", "shape_text"]

DATA_FORMATS = ("channels_first", "channels_last")

# Structural: maximum elements of a padded axis. Their offsets in bytes stay far within 64 bits.
_MAX_PADDED = 1 << 48

# Derived attributes of a problem that are the same for an input of any size.
_OF_A_FAMILY = (
    "rank",
    "accumulator",
    "extent",
    "ic_per_group",
    "oc_per_group",
    "taps",
    "reduction_len",
    "weight_bytes",
    "w_shape",
    "canonical",
    "widens_f16",
    "structure_rtol",
    "max_rank",
    "_min_tested_outputs",
    "_channels_first",
    "_flops_per_output",
)


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
    structure: Structure = DENSE
    # Bytes of the whole input and result if this problem is a part of them, as a chunk is; else 0.
    whole_bytes: int = 0

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
        values["family"] = self.family
        # Computed now, not as cached properties, whose look-up takes longer than these products.
        padded = [n + lo + hi for n, (lo, hi) in zip(spatial, pads, strict=True)]
        along = zip(padded, self.extent, self.stride, strict=True)
        out = tuple([max((n - e) // s + 1, 0) for n, e, s in along])
        values["padded"], values["out"] = tuple(padded), out
        values["outputs"] = outputs = batch * self.out_channels * math.prod(out)
        values["flops"] = flops = self._flops_per_output * outputs
        values["workers"] = number = worker_count(flops, workers)
        values["tests_weights"] = outputs >= number * self._min_tested_outputs
        return other

    def with_structure(self, structure: Structure) -> "Problem":
        """Return the same problem with filters of this structure; the same object each time."""
        known = self._by_structure
        key = structure.kind, structure.rank, structure.residual  # hashed in C
        other = known.get(key)
        if other is None:
            # Two threads may both make it, which is harmless.
            other = object.__new__(Problem)
            values = other.__dict__
            values.update(self.__dict__)
            for name in ("family", "_independent_of_size"):
                values.pop(name, None)
            values["structure"] = structure
            own_family = self.family is self
            values["family"] = other if own_family else self.family.with_structure(structure)
            other = known.setdefault(key, other)
        return other

    @derived
    def _by_structure(self) -> dict[tuple[str, int, float], "Problem"]:
        """The problems that differ from this one in the structure of the filters alone."""
        own = self.structure
        return {(own.kind, own.rank, own.residual): self}

    @property
    def dense(self) -> "Problem":
        """The problem for filters of unknown structure."""
        return self.with_structure(DENSE)

    def for_weights(self, w: NDArray[Any], max_rank: int | None = None) -> "Problem":
        """Return the problem with the structure of canonical weights `w`.

        Filters of a rank that does not pay are dense, unless `max_rank` says otherwise.
        """
        rank = self.max_rank if max_rank is None else max_rank
        if rank == 0:
            return self.dense
        return self.with_structure(structure_of(w, self.accumulator, rank, self.structure_rtol))

    @derived
    def structure_rtol(self) -> float:
        """Largest residual of the structure of the filters."""
        return RTOL_SHARE * self.rtol

    @derived
    def max_rank(self) -> int:
        """The largest number of outer products that may be faster than dense filters; 0 if none."""
        if self.rtol == 0 and self.accumulator.kind not in "iu":
            return 0
        return max_rank_of(self.kernel, self.ic_per_group, self.oc_per_group)

    @derived
    def tests_weights(self) -> bool:
        """True if a plain call looks for a structure in its weights, because the call is long."""
        return self.outputs >= self.workers * self._min_tested_outputs

    @derived
    def _min_tested_outputs(self) -> float:
        """Minimum outputs of each worker beside which a test of the weights takes little time."""
        if self.max_rank == 0:
            return math.inf
        return min_outputs_of(self.kernel, self.ic_per_group, self.out_channels)

    @derived
    def family(self) -> "Problem":
        """A problem that differs from this one in the size of its input at most.

        Padding and workers may follow from the size. Values that do not depend on it are cached by
        the family, so that they are found at once for a new size.
        """
        return self

    @derived
    def _independent_of_size(self) -> dict[str, Any]:
        """Fields and derived values that are the same for an input of any size."""
        return self.__getstate__() | dict(zip(_OF_A_FAMILY, _values_of_a_family(self), strict=True))

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
        return extent_of(self.kernel, self.dilation)

    @derived
    def padded(self) -> tuple[int, ...]:
        """Size of the padded input per axis."""
        return tuple([n + lo + hi for n, (lo, hi) in zip(self.spatial, self.pads, strict=True)])

    @derived
    def out(self) -> tuple[int, ...]:
        """Spatial size of the output."""
        along = zip(self.padded, self.extent, self.stride, strict=True)
        return tuple([max((n - e) // s + 1, 0) for n, e, s in along])

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

    @derived
    def empty(self) -> bool:
        """True if there is nothing to multiply: no images, filters, channels or outputs."""
        return 0 in (self.batch, self.out_channels, self.in_channels, *self.out)

    @derived
    def pointwise(self) -> bool:
        """True for 1x1 kernels with stride 1 and no padding."""
        return self.taps == 1 and set(self.stride) == {1} and self.padded == self.spatial

    @derived
    def has_idle_taps(self) -> bool:
        """True if the taps at an end of an axis may meet only zeros of the padding.

        The last output starts in the padding before the input, or the last tap of the first output
        reads after the end of the input.
        """
        if self.empty or self.padding_value != 0 or self.padding_mode not in ("zeros", "constant"):
            return False
        along = zip(self.spatial, self.pads, self.out, self.stride, self.extent, strict=True)
        return any(lo > (out - 1) * s or e > n + lo for n, (lo, _), out, s, e in along)

    @derived
    def repeated_share(self) -> float:
        """Share of a padded row that repeats the input, in elements that are looked up one by one.

        Constant padding has none.
        """
        if self.padded[-1] == 0:
            return 0.0
        looked_up = [lookups(self.padding_mode, self.spatial[-1], pad) for pad in self.pads[-1]]
        return sum(looked_up) / self.padded[-1]

    @property
    def looked_up_share(self) -> float:
        """`repeated_share` where compiled code packs rows: "edge" is filled with one element."""
        return 0.0 if self.padding_mode == "edge" else self.repeated_share

    @derived
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
        return self._flops_per_output * self.outputs

    @derived
    def _flops_per_output(self) -> int:
        return (8 if self.accumulator.kind == "c" else 2) * self.reduction_len

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
        return self.in_out_bytes + self.weight_bytes

    @derived
    def weight_bytes(self) -> int:
        """Bytes of the converted weights."""
        return self.out_channels * self.reduction_len * self.accumulator.itemsize

    @derived
    def in_out_bytes(self) -> int:
        """Bytes of the result, and of the input that windows read, without the weights."""
        read = self.batch * self.in_channels * math.prod(self._read)
        return read * self.x_dtype.itemsize + self.out_bytes

    @derived
    def bytes_to_keep(self) -> int:
        """Bytes that a cache must hold to keep input and result.

        If this problem is a part of a larger one, they are those of the whole arrays.
        """
        return max(self.in_out_bytes, self.whole_bytes)

    @derived
    def x_bytes(self) -> int:
        """Bytes of the whole input, also where strides leave gaps between windows."""
        return self.batch * self.in_channels * math.prod(self.spatial) * self.x_dtype.itemsize

    @derived
    def _read(self) -> tuple[int, ...]:
        """Elements per axis that windows read, or that share a cache line with such elements."""
        last = self.data_format == "channels_last"
        step = self.x_dtype.itemsize * (self.in_channels if last else 1)
        lines = [1] * (self.rank - 1) + [max(1, CACHE_LINE // max(step, 1))]
        along = zip(self.spatial, self.out, self.kernel, self.extent, lines, strict=True)
        return tuple(
            [min(n, out * min(kernel * line, e + line - 1)) for n, out, kernel, e, line in along]
        )

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
            w = w.transpose(self.rank + 1, self.rank, *range(self.rank))
        if self.flip:
            backwards: tuple[Any, ...] = (..., *(slice(None, None, -1),) * self.rank)
            w = w[backwards]
        return w

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
        memory = physical_memory()
        result = self.out_bytes
        weights = self.weight_bytes
        if max(result, weights) <= memory and max(self.padded) <= _MAX_PADDED:
            return None
        if result > memory:
            return (
                f"the result of shape {self.out_shape} and dtype {self.dtype} would take "
                f"{result:.3g} bytes; this machine has {memory:.3g}"
            )
        if weights > memory:
            return (
                f"w of shape {self.w_shape} would take {weights:.3g} bytes to prepare; this "
                f"machine has {memory:.3g}"
            )
        for axis, padded in enumerate(self.padded):
            if padded > _MAX_PADDED:
                return (
                    f"padding={self.pads!r} makes spatial axis {axis} of x {padded:.3g} elements "
                    f"long; allowed: up to {_MAX_PADDED:.3g}, which 64 bits address"
                )
        return None

    @derived
    def _hash(self) -> int:
        return hash(_sizes_of(self))  # the fields that tell most problems apart

    def __hash__(self) -> int:
        return self._hash  # computed once, because problems are the keys of every cache

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields alone: derived values may be large, and hashes differ by process."""
        own = self.__dict__
        return {name: own[name] for name in _FIELDS}

    def __str__(self) -> str:
        options = []
        plain = {"stride": 1, "dilation": 1}
        for name, usual in plain.items():
            value = getattr(self, name)
            if set(value) != {usual}:
                options.append(f"{name} {shape_text(value)}")
        if any(map(any, self.pads)):
            equal = all(lo == hi for lo, hi in self.pads)
            pads = shape_text(tuple(lo for lo, _ in self.pads)) if equal else str(self.pads)
            mode = "" if self.padding_mode == "zeros" else f" {self.padding_mode}"
            options.append(f"padding {pads}{mode}")
        if self.groups != 1:
            options.append(f"groups {self.groups}")
        if self.data_format != "channels_first":
            options.append(self.data_format)
        if self.structure != DENSE:
            options.append(str(self.structure))
        shapes = f"x ({shape_text(self.x_shape)})", f"w ({shape_text(self.w_shape)})"
        return " ".join([*shapes, *options, str(self.dtype)])


_FIELDS = tuple(field.name for field in fields(Problem))
_values_of_a_family = operator.attrgetter(*_OF_A_FAMILY)
_sizes_of = operator.attrgetter(
    "batch", "in_channels", "out_channels", "groups", "spatial", "kernel", "stride", "pads"
)


def shape_text(sizes: tuple[int, ...]) -> str:
    """Return sizes as texts show them: ``3x224x224``."""
    return "x".join(map(str, sizes))


@cache
def physical_memory() -> int:
    """Return the bytes of this machine's memory."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 1 << 46  # unknown: the address space of x86-64, in bytes
