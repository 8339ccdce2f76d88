"""Make a `Problem` from a caller's arguments: every check that needs no array.

`_problem_cache` keeps the problems that were made.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from ._arguments import (
    Ints,
    PaddingLike,
    ProblemOptions,
    budget,
    integer,
    is_transposed,
    one_of,
    per_axis,
    sizes,
)
from ._arrays import as_array
from ._dtypes import default_rtol, result_dtype, usable_as_is
from ._machine import worker_count
from ._padding import MODE_ALIASES, PADDING_MODES, check_extent, extent_of, normalised_pads
from ._problem import DATA_FORMATS, Problem

__all__ = [
    "axes_of_w",
    "axes_of_x",
    "described",
    "is_shape",
    "lacks_channels",
    "make_problem",
    "of_rank",
    "output_shape",
    "padding_scalar",
    "spatial_rank",
]

_INTEGERS = frozenset({int})


def output_shape(
    x_shape: Sequence[SupportsIndex],
    w_shape: Sequence[SupportsIndex],
    *,
    stride: Ints = 1,
    padding: PaddingLike = 0,
    dilation: Ints = 1,
    groups: SupportsIndex = 1,
    data_format: str = "channels_first",
    transpose: bool = False,
    output_padding: Ints = 0,
) -> tuple[int, ...]:
    """The shape that `conv` or `conv_transpose` returns, computed from shapes alone.

    Parameters
    ----------
    x_shape : sequence of int
        ``(N, C, *spatial)``, or ``(C, *spatial)`` for one image without a batch axis
        (channels last: ``(N, *spatial, C)``).
    w_shape : sequence of int
        ``(K, C // groups, *kernel)`` (channels last: ``(*kernel, C // groups, K)``).
        Of `conv_transpose`: ``(C, K // groups, *kernel)`` (channels last: ``(*kernel, K // groups,
        C)``).
    stride, padding, dilation, groups, data_format
        As in `conv` or `conv_transpose`.
    transpose : bool, default False
        Return the shape of `conv_transpose` instead of `conv`.
    output_padding : int or sequence of int, default 0
        As in `conv_transpose`; allowed with ``transpose=True`` only.

    Returns
    -------
    tuple of int
        The output's shape: each spatial axis is ``(n + lo + hi - e) // stride + 1`` with
        ``e = dilation * (kernel - 1) + 1``. Transposed: ``(n - 1) * stride - (lo + hi) + e +
        output_padding``.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.

    Examples
    --------
    >>> from polyconv import output_shape
    >>> output_shape((1, 3, 224, 224), (64, 3, 7, 7), stride=2, padding=3)
    (1, 64, 112, 112)
    >>> output_shape((1, 64, 112, 112), (64, 3, 4, 4), stride=2, padding=1, transpose=True)
    (1, 3, 224, 224)
    """
    if is_transposed(transpose, output_padding):
        from .transposed._problem import transposed_shape

        return transposed_shape(
            x_shape, w_shape, stride, padding, output_padding, dilation, groups, data_format
        )
    problem = make_problem(
        x_shape,
        np.dtype(np.float32),
        w_shape,
        np.dtype(np.float32),
        stride=stride,
        padding=padding,
        dilation=dilation,
        groups=groups,
        data_format=data_format,
        workers=1,
    )
    return problem.out_shape


def make_problem(
    x_shape: Sequence[SupportsIndex],
    x_dtype: np.dtype[Any],
    w_shape: Sequence[SupportsIndex],
    w_dtype: np.dtype[Any],
    stride: Ints = 1,
    padding: PaddingLike = 0,
    dilation: Ints = 1,
    groups: SupportsIndex = 1,
    padding_mode: str = "zeros",
    padding_value: Any = 0,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: DTypeLike | None = None,
    rtol: float | None = None,
    workspace_limit: SupportsIndex | None = None,
    workers: SupportsIndex | None = None,
) -> Problem:
    """Check every argument of a convolution and normalise it; the only way to a `Problem`."""
    x_shape, w_shape = sizes("x", x_shape), sizes("w", w_shape)
    rank = _spatial_rank(x_shape, w_shape)
    batched = len(x_shape) == rank + 2
    one_of("data_format", data_format, DATA_FORMATS)
    last = data_format == "channels_last"
    batch, in_channels, spatial = axes_of_x(x_shape, batched, last)
    out_channels, ic_per_group, kernel = axes_of_w(w_shape, last)
    volumes = batched and rank == 1
    groups = _divisor_of_channels(groups, in_channels, ic_per_group, out_channels, volumes)

    strides = per_axis("stride", stride, rank)
    dilations = per_axis("dilation", dilation, rank)
    extent = extent_of(kernel, dilations)
    pads = normalised_pads(padding, spatial, extent, strides)
    check_extent(spatial, pads, extent, padding)
    mode = _mode_for(padding_mode, x_shape, spatial, pads)
    value = padding_scalar(padding_value, mode, x_dtype)
    if not isinstance(flip, (bool, np.bool_)):
        raise TypeError(f"flip={flip!r} must be True or False")

    result = result_dtype(x_dtype, w_dtype, dtype)
    problem = Problem(
        batch=batch,
        batched=batched,
        in_channels=in_channels,
        out_channels=out_channels,
        groups=groups,
        spatial=spatial,
        kernel=kernel,
        stride=strides,
        dilation=dilations,
        pads=pads,
        padding_mode=mode,
        padding_value=value,
        flip=bool(flip),
        data_format=data_format,
        x_dtype=x_dtype,
        w_dtype=w_dtype,
        dtype=result,
        rtol=default_rtol(result) if rtol is None else budget(rtol),
        workspace_limit=(
            None if workspace_limit is None else integer("workspace_limit", workspace_limit, 0)
        ),
        workers=1,
    )
    threads = worker_count(problem.flops, workers)
    return problem if threads == 1 else replace(problem, workers=threads)


# The text that tells how to give an array and a filter channels, and which function takes them
# without.
_WITH_CHANNELS = (
    "x[None] and w[None, None]. polyconv.scipy.ndimage.correlate takes arrays without channels"
)


def _spatial_rank(x_shape: tuple[int, ...], w_shape: tuple[int, ...]) -> int:
    """Return `spatial_rank` for a convolution; plain arrays without channels get a hint."""
    if 0 < len(x_shape) == len(w_shape) < 3:
        raise ValueError(
            f"x has shape {x_shape} and w has shape {w_shape}, without channels; allowed: "
            f"{_WITH_CHANNELS}"
        )
    return spatial_rank(x_shape, w_shape, "(K, C // groups, *kernel)")


def spatial_rank(x_shape: tuple[int, ...], w_shape: tuple[int, ...], w_axes: str) -> int:
    """Return the number of spatial axes, after checking how many axes `x` and `w` have.

    `w_axes` tells in the error's text what the axes of `w` are.
    """
    rank = len(w_shape) - 2
    if rank not in (1, 2, 3):
        raise ValueError(
            f"w has shape {w_shape}; allowed: 3 to 5 axes, {w_axes} with 1 to 3 spatial axes"
        )
    if len(x_shape) - rank not in (1, 2):
        raise ValueError(
            f"x has shape {x_shape}, w has shape {w_shape}; allowed for x: {rank + 2} axes, "
            f"or {rank + 1} without a batch axis"
        )
    return rank


def axes_of_x(
    shape: tuple[int, ...], batched: bool, channels_last: bool
) -> tuple[int, int, tuple[int, ...]]:
    """Return the batch size (1 without a batch axis), the channels and the spatial sizes of `x`."""
    batch, image = (shape[0], shape[1:]) if batched else (1, shape)
    return (batch, image[-1], image[:-1]) if channels_last else (batch, image[0], image[1:])


def axes_of_w(shape: tuple[int, ...], channels_last: bool) -> tuple[int, int, tuple[int, ...]]:
    """Return the output channels, the input channels per group and the kernel sizes of `w`."""
    if channels_last:
        kernel, ic_per_group, out_channels = shape[:-2], shape[-2], shape[-1]
    else:
        out_channels, ic_per_group, kernel = shape[0], shape[1], shape[2:]
    if 0 in kernel:
        raise ValueError(f"w has kernel size {kernel}; allowed: at least 1 on every axis")
    return out_channels, ic_per_group, kernel


def _divisor_of_channels(
    groups: SupportsIndex,
    in_channels: int,
    ic_per_group: int,
    out_channels: int,
    may_be_volumes: bool,
) -> int:
    """Return `groups` as an int, after checking that it divides the channels of `x` and `w`.

    Two arrays of 3 axes may be signals with channels, or volumes without.
    """
    groups = integer("groups", groups, 1)
    if in_channels != ic_per_group * groups:
        raise ValueError(
            f"x has {in_channels} channels, w takes {ic_per_group} channels in each of "
            f"groups={groups}; "
            f"allowed: x with {ic_per_group * groups} channels"
            + (f"; for volumes without channels: {_WITH_CHANNELS}" if may_be_volumes else "")
        )
    if out_channels % groups:
        raise ValueError(
            f"groups={groups} does not divide the {out_channels} output channels of w; "
            "allowed: a divisor"
        )
    return groups


def _mode_for(
    padding_mode: str,
    x_shape: tuple[int, ...],
    spatial: tuple[int, ...],
    pads: tuple[tuple[int, int], ...],
) -> str:
    """Return the padding mode without aliases; only constants can extend an axis of size 0."""
    mode = one_of("padding_mode", padding_mode, PADDING_MODES, MODE_ALIASES)
    if mode not in ("zeros", "constant"):
        for n, pad in zip(spatial, pads, strict=True):
            if n == 0 and any(pad):
                raise ValueError(
                    f"padding_mode={padding_mode!r} cannot extend an axis of size 0 in x with "
                    f"shape {x_shape}; allowed: 'zeros' or 'constant'"
                )
    return mode


def padding_scalar(value: Any, mode: str, x_dtype: np.dtype[Any]) -> Any:
    """Return `value` as `numpy.pad` would store it in an array of `x_dtype`, as a scalar."""
    if type(value) is int and value == 0 and mode != "constant":
        return 0
    scalar = np.asarray(value)
    if scalar.ndim or scalar.dtype.kind not in "biufc":
        raise TypeError(f"padding_value={value!r} must be one number")
    if mode != "constant":
        if scalar != 0:
            raise ValueError(
                f"padding_value={value!r} has no meaning with padding_mode={mode!r}; allowed: "
                "padding_mode='constant'"
            )
        return 0
    if x_dtype.kind in "biu":
        number = scalar.item()
        low, high = (0, 1) if x_dtype.kind == "b" else _limits(x_dtype)
        if isinstance(number, complex) or number != number or not low <= number <= high:
            raise ValueError(
                f"padding_value={value!r} does not fit x of dtype {x_dtype}; allowed: integers "
                f"from {low} to {high}"
            )
        if number != int(number):
            raise ValueError(
                f"padding_value={value!r} does not fit x of dtype {x_dtype}; allowed: integers"
            )
        return int(number)
    if scalar.dtype.kind == "c" and x_dtype.kind != "c":
        raise TypeError(
            f"padding_value={value!r} is complex, and x has dtype {x_dtype}; allowed: real numbers"
        )
    with np.errstate(all="ignore"):  # a value out of range becomes infinite or 0
        stored = scalar.astype(x_dtype)
    return complex(stored) if x_dtype.kind == "c" else float(stored)


def _limits(dtype: np.dtype[Any]) -> tuple[int, int]:
    info = np.iinfo(dtype)
    return int(info.min), int(info.max)


def lacks_channels(
    name: str,
    shape: tuple[int, ...],
    w_shape: tuple[int, ...],
    options: ProblemOptions,
    *,
    transpose: bool = False,
) -> bool:
    """Return True if the array has no channel axis, judged from the shape of `w`.

    Gradients and functions with another library's signature accept such arrays.

    An array and filters of three axes each may be images of three axes and a kernel of as many, or
    ``(N, C, n)`` and ``(K, C, k)``. They are the latter if their channels fit each other.
    """
    last = options.get("data_format", "channels_first") == "channels_last"
    if 0 < len(shape) == len(w_shape) - 2:
        lacking = True
        if w_shape[:2] != (1, 1):
            raise ValueError(
                f"{name} has shape {shape}, w has shape {w_shape}; allowed for {name} without "
                "channels: a kernel of its rank, or filters of shape (1, 1, *kernel)"
            )
    elif len(shape) != len(w_shape) or len(w_shape) not in (1, 2, 3):
        lacking = False
    elif len(w_shape) < 3:
        lacking = True
    elif transpose:
        lacking = w_shape[2 if last else 0] != shape[2 if last else 1]
    else:
        groups = integer("groups", options.get("groups", 1), 1)
        lacking = w_shape[1] * groups != shape[2 if last else 1]
    if lacking and last:
        raise ValueError(
            f"data_format='channels_last' has no meaning for {name} of shape {shape}, which has no "
            f"channels, because w has shape {w_shape}; allowed: 'channels_first'"
        )
    return lacking


def is_shape(value: Any) -> bool:
    """Return True for a tuple of integers, which stands for an array of that shape."""
    return isinstance(value, tuple) and all(
        # The check against a protocol takes microseconds, so it comes last.
        type(size) is int or (isinstance(size, SupportsIndex) and not isinstance(size, np.ndarray))
        for size in value
    )


def described(name: str, value: Any) -> tuple[tuple[int, ...], np.dtype[Any] | None]:
    """Return shape and dtype of an array, or of a shape itself and None."""
    if type(value) is tuple and _INTEGERS.issuperset(map(type, value)):
        return value, None
    if type(value) is np.ndarray and usable_as_is(value.dtype):
        return value.shape, value.dtype
    if is_shape(value):
        return sizes(name, value), None
    array = as_array(name, value)
    return array.shape, array.dtype


def of_rank(rank: int, w: ArrayLike) -> ArrayLike:
    """Check the rank and return `w` unchanged, so that `conv` can compare it with ``out=``."""
    array = as_array("w", w)
    if array.ndim != rank + 2:
        raise ValueError(
            f"w has shape {array.shape}; allowed: {rank + 2} axes, for {rank} spatial "
            f"{'axis' if rank == 1 else 'axes'}"
            + (f": without channels, {_WITH_CHANNELS}" if array.ndim == rank else "")
        )
    return w
