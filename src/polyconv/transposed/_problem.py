"""`TransposedProblem`: a transposed convolution with every argument checked and normalised."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import DTypeLike, NDArray

from polyconv._arguments import (
    Ints,
    PaddingLike,
    ProblemOptions,
    budget,
    integer,
    is_sequence,
    one_of,
    per_axis,
    sizes,
)
from polyconv._cache_key import type_code
from polyconv._derived import derived
from polyconv._dtypes import accumulator_dtype, default_rtol, requested_dtype, result_dtype
from polyconv._machine import default_workers
from polyconv._padding import Pads, extent_of, normalised_pads
from polyconv._problem import DATA_FORMATS, physical_memory, shape_text
from polyconv._request import axes_of_w, axes_of_x, spatial_rank

__all__ = [
    "TransposedProblem",
    "cached_transposed",
    "make_transposed",
    "transposed_of",
    "transposed_shape",
]

# Paddings that are defined by the size of the result, which is `n * stride`.
_SIZED_BY_STRIDE = ("same", "same_lower")


@dataclass(frozen=True)
class TransposedProblem:
    """One normalised transposed convolution. Shapes are canonical, as those of a `Problem`.

    Attributes
    ----------
    spatial, out : tuple of int
        Sizes of the input and of the result.
    start : tuple of int
        First output in the uncropped result: the padding before each axis. Where a result begins
        before the uncropped one, it is negative.
    data_format : str
        Layout of the caller's arrays: `x_shape`, `w_shape` and `out_shape` are in it.
    workers : int or None
        The caller's argument.
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
    start: tuple[int, ...]
    out: tuple[int, ...]
    flip: bool
    data_format: str
    x_dtype: np.dtype[Any]
    w_dtype: np.dtype[Any]
    dtype: np.dtype[Any]
    rtol: float
    workspace_limit: int | None
    workers: int | None

    @derived
    def rank(self) -> int:
        """Number of spatial axes: 1, 2 or 3."""
        return len(self.spatial)

    @derived
    def accumulator(self) -> np.dtype[Any]:
        """The dtype in which products are summed."""
        return accumulator_dtype(self.dtype)

    @derived
    def extent(self) -> tuple[int, ...]:
        """Effective kernel size per axis: ``dilation * (kernel - 1) + 1``."""
        return extent_of(self.kernel, self.dilation)

    @derived
    def x_shape(self) -> tuple[int, ...]:
        """The caller's shape of `x`."""
        return self.layout(self.in_channels, self.spatial)

    @derived
    def w_shape(self) -> tuple[int, ...]:
        """The caller's shape of `w`."""
        oc_per_group = self.out_channels // self.groups
        if self.data_format == "channels_last":
            return (*self.kernel, oc_per_group, self.in_channels)
        return (self.in_channels, oc_per_group, *self.kernel)

    @derived
    def out_shape(self) -> tuple[int, ...]:
        """The shape of the result, in the caller's layout."""
        return self.layout(self.out_channels, self.out)

    def layout(self, channels: int, spatial: tuple[int, ...]) -> tuple[int, ...]:
        """Return the shape of an array of this batch in the caller's layout."""
        last = self.data_format == "channels_last"
        image = (*spatial, channels) if last else (channels, *spatial)
        return (self.batch, *image) if self.batched else image

    def part(self, array: NDArray[Any], spatial: tuple[slice, ...]) -> NDArray[Any]:
        """Return the view of some elements of an input or a result in the caller's layout."""
        return array[self.index(spatial)]

    def index(self, spatial: tuple[slice, ...]) -> tuple[slice, ...]:
        """Return the index of `part`."""
        batch = (slice(None),) * self.batched
        if self.data_format == "channels_last":
            return (*batch, *spatial)
        return (*batch, slice(None), *spatial)

    def forward_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return weights as ``(out_channels, ic_per_group, *kernel)``, flipped for `flip`.

        Without groups it is a view.
        """
        if self.data_format == "channels_last":
            w = np.moveaxis(w, (-1, -2), (0, 1))
        if self.flip:
            backwards: tuple[Any, ...] = (..., *(slice(None, None, -1),) * self.rank)
            w = w[backwards]
        groups, oc_per_group = self.groups, self.out_channels // self.groups
        if groups == 1:
            return w.swapaxes(0, 1)
        ic_per_group = self.in_channels // groups
        w = w.reshape(groups, ic_per_group, oc_per_group, *self.kernel).swapaxes(1, 2)
        return w.reshape(self.out_channels, ic_per_group, *self.kernel)

    def require_memory(self) -> None:
        """Raise MemoryError if an array exceeds physical memory, before any is allocated."""
        memory = physical_memory()
        arrays = (
            ("the result", self.out_shape, self.dtype),
            ("w", self.w_shape, self.accumulator),
        )
        for name, shape, dtype in arrays:
            taken = prod(shape) * dtype.itemsize
            if taken > memory:
                raise MemoryError(
                    f"{name} of shape {shape} and dtype {dtype} would take {taken:.3g} bytes; this "
                    f"machine has {memory:.3g}"
                )

    def __str__(self) -> str:
        shown = [
            f"x ({shape_text(self.x_shape)})",
            f"w ({shape_text(self.w_shape)})",
            f"transposed to ({shape_text(self.out_shape)})",
        ]
        for name in ("stride", "dilation"):
            value = getattr(self, name)
            if set(value) != {1}:
                shown.append(f"{name} {shape_text(value)}")
        if any(self.start):
            shown.append(f"cropped by {shape_text(self.start)}")
        if self.groups != 1:
            shown.append(f"groups {self.groups}")
        if self.data_format != "channels_first":
            shown.append(self.data_format)
        return " ".join([*shown, str(self.dtype)])


def cached_transposed(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any],
    options: tuple[Any, ...],
) -> TransposedProblem:
    """Return `make_transposed` of the options in their order, cached where they have a key."""
    code = type_code(options)
    if code:
        workers = 0 if options[-1] else default_workers()
        return _cached(x_shape, x_dtype, w_shape, w_dtype, options, code, workers)
    return make_transposed(x_shape, x_dtype, w_shape, w_dtype, *options)


@lru_cache(maxsize=1024)
def _cached(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any],
    options: tuple[Any, ...],
    _type_code: int,
    _default_workers: int,
) -> TransposedProblem:
    return make_transposed(x_shape, x_dtype, w_shape, w_dtype, *options)


def make_transposed(
    x_shape: Sequence[SupportsIndex],
    x_dtype: np.dtype[Any],
    w_shape: Sequence[SupportsIndex],
    w_dtype: np.dtype[Any],
    stride: Ints = 1,
    padding: PaddingLike = 0,
    output_padding: Ints = 0,
    dilation: Ints = 1,
    groups: SupportsIndex = 1,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: DTypeLike | None = None,
    rtol: float | None = None,
    workspace_limit: SupportsIndex | None = None,
    workers: SupportsIndex | None = None,
) -> TransposedProblem:
    """Check every argument of a transposed convolution and normalise it."""
    x_shape, w_shape = sizes("x", x_shape), sizes("w", w_shape)
    rank = spatial_rank(x_shape, w_shape, "(C, K // groups, *kernel)")
    one_of("data_format", data_format, DATA_FORMATS)
    last = data_format == "channels_last"
    batched = len(x_shape) == rank + 2
    batch, in_channels, spatial = axes_of_x(x_shape, batched, last)
    w_channels, oc_per_group, kernel = axes_of_w(w_shape, last)
    groups = integer("groups", groups, 1)
    if in_channels != w_channels:
        raise ValueError(
            f"x has {in_channels} channels, w of shape {w_shape} takes {w_channels}; allowed: x "
            f"with {w_channels} channels"
        )
    if in_channels % groups:
        raise ValueError(
            f"groups={groups} does not divide the {in_channels} channels of x; allowed: a divisor"
        )
    strides = per_axis("stride", stride, rank)
    dilations = per_axis("dilation", dilation, rank)
    extent = extent_of(kernel, dilations)
    added = _output_padding(output_padding, strides, dilations)
    pads, out = _sizes(padding, output_padding, spatial, extent, strides, added)
    if not isinstance(flip, (bool, np.bool_)):
        raise TypeError(f"flip={flip!r} must be True or False")
    result = result_dtype(x_dtype, w_dtype, dtype)
    limit = None if workspace_limit is None else integer("workspace_limit", workspace_limit, 0)
    return TransposedProblem(
        batch=batch,
        batched=batched,
        in_channels=in_channels,
        out_channels=oc_per_group * groups,
        groups=groups,
        spatial=spatial,
        kernel=kernel,
        stride=strides,
        dilation=dilations,
        start=tuple(lo for lo, _ in pads),
        out=out,
        flip=bool(flip),
        data_format=data_format,
        x_dtype=x_dtype,
        w_dtype=w_dtype,
        dtype=result,
        rtol=default_rtol(result) if rtol is None else budget(rtol),
        workspace_limit=limit,
        workers=None if workers is None else integer("workers", workers, 1),
    )


def _output_padding(
    value: Any, stride: tuple[int, ...], dilation: tuple[int, ...]
) -> tuple[int, ...]:
    """Return `output_padding` for each axis, after checking it."""
    rank = len(stride)
    if not is_sequence(value):
        if isinstance(value, (str, bytes, float, complex)) or value is None:
            raise TypeError(
                f"output_padding={value!r} must be an integer of at least 0 or one for each axis"
            )
        added = (integer("output_padding", value, 0),) * rank
    elif len(value) != rank:
        raise ValueError(
            f"output_padding={value!r} has {len(value)} entries; allowed: one integer, or {rank} "
            "(one for each spatial axis)"
        )
    else:
        added = tuple(integer("output_padding", each, 0) for each in value)
    for axis, (more, s, d) in enumerate(zip(added, stride, dilation, strict=True)):
        if more >= max(s, d):
            raise ValueError(
                f"output_padding={value!r} adds {more} to spatial axis {axis}; allowed: less than "
                f"its stride {s} or its dilation {d}"
            )
    return added


def _sizes(
    padding: Any,
    output_padding: Any,
    spatial: tuple[int, ...],
    extent: tuple[int, ...],
    stride: tuple[int, ...],
    added: tuple[int, ...],
) -> tuple[Pads, tuple[int, ...]]:
    """Return the padding that is cropped away, and the sizes of the result."""
    if isinstance(padding, str) and padding in _SIZED_BY_STRIDE:
        if any(added):
            raise ValueError(
                f"output_padding={output_padding!r} has no meaning with padding={padding!r}, whose "
                "result has n * stride elements; allowed: 0"
            )
        out = tuple([n * s for n, s in zip(spatial, stride, strict=True)])
        return normalised_pads(padding, out, extent, stride), out
    # The other forms of padding do not depend on the size of the convolution's input.
    pads = normalised_pads(padding, (1,) * len(spatial), extent, stride)
    out = tuple(
        [
            (n - 1) * s - lo - hi + e + more
            for n, s, (lo, hi), e, more in zip(spatial, stride, pads, extent, added, strict=True)
        ]
    )
    for axis, (n, m, e, s) in enumerate(zip(spatial, out, extent, stride, strict=True)):
        if n == 0:
            raise ValueError(
                f"x has 0 elements on spatial axis {axis}; allowed: at least 1, or padding='same'"
            )
        if m < 1:
            raise ValueError(
                f"padding={padding!r} leaves no output on spatial axis {axis}; allowed: less in "
                f"all than the {(n - 1) * s + e} that (n - 1) * stride + dilation * (kernel - 1) "
                "+ 1 gives"
            )
    return pads, out


def transposed_of(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any] | None,
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any] | None,
    output_padding: Ints,
    options: ProblemOptions,
) -> TransposedProblem:
    """Return the problem; a missing dtype is that of the other array, or ``dtype=``."""
    given: dict[str, Any] = dict(options)
    for name, usual in (("padding_mode", "zeros"), ("padding_value", 0)):
        value = given.pop(name, usual)
        if not (type(value) is type(usual) and value == usual):
            raise ValueError(
                f"{name}={value!r} has no meaning with transpose=True; allowed: {usual!r}"
            )
    requested = given.get("dtype")
    default = np.dtype(np.float64) if requested is None else requested_dtype(requested)
    x_dtype = x_dtype or w_dtype or default
    given["output_padding"] = output_padding
    return make_transposed(x_shape, x_dtype, w_shape, w_dtype or x_dtype, **given)


def transposed_shape(
    x_shape: Sequence[SupportsIndex],
    w_shape: Sequence[SupportsIndex],
    stride: Ints,
    padding: PaddingLike,
    output_padding: Ints,
    dilation: Ints,
    groups: SupportsIndex,
    data_format: str,
) -> tuple[int, ...]:
    """Return the shape of a result, computed from shapes alone."""
    single = np.dtype(np.float32)
    t = make_transposed(
        x_shape,
        single,
        w_shape,
        single,
        stride=stride,
        padding=padding,
        output_padding=output_padding,
        dilation=dilation,
        groups=groups,
        data_format=data_format,
    )
    return t.out_shape
