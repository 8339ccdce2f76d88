"""`conv_weight`: the gradient of a convolution with respect to its weights.

``dw[k, c, t] = sum over n and o of g[n, k, o] * conj(x)[n, c, o * stride + t * dilation]``, for
padded `x`. That is a convolution with roles exchanged: `g` is the kernel, spread by the stride, and
its outputs are the taps, at steps of the dilation. There are three ways to exchange them:

`_images`
    The channels of `x` are images, and the batch is the channels. One convolution for all taps.
`_columns`
    The channels of `x` are pixels, and the columns of `g` (its last axis) are the channels. One
    convolution for each tap of the last axis, image and group, whose inner loop is that of a matrix
    product: the sums run over the columns, and the pixels are far more.
`_points`
    For kernels of one tap: all positions are channels, the channels of `g` are pixels, and those of
    `x` are filters. One matrix product for each image and group.

The faster one by prediction is taken.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._api import choose, conv, plan
from polyconv._arguments import ProblemOptions, sizes
from polyconv._arrays import as_array, as_out
from polyconv._backend import UnsupportedProblem
from polyconv._plan import Plan
from polyconv._problem import Problem
from polyconv._request import problem_of

from ._blocks import Block, blocks
from ._input import check_shape

__all__ = ["conv_weight"]


def conv_weight(
    x: ArrayLike,
    w_shape: Sequence[SupportsIndex],
    g: ArrayLike,
    *,
    out: NDArray[Any] | None = None,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> NDArray[Any]:
    """Return the gradient with respect to the weights of a convolution.

    It is the adjoint of the linear map ``w -> conv(x, w, **options)``, applied to `g`.

    Parameters
    ----------
    x : array_like
        The input, as in `polyconv.conv`.
    w_shape : sequence of int
        The shape of the weights, in the layout of ``data_format``.
    g : array_like
        The gradient with respect to the result, of its shape.
    out, backend, **options
        Those of `polyconv.conv`, with the same meaning. `dtype` is that of the gradient, by default
        that of ``x * g``. A named backend computes what the roles exchanged make of the problem.

    Returns
    -------
    ndarray, of shape `w_shape`
        ``dL/dw``; `out` itself if that was given. A complex input is conjugated.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute the problem with roles exchanged; the text says why.

    Notes
    -----
    The sum over images and positions is formed in blocks of up to 8 MiB of `x` and of `g`, one
    after the other. The blocks do not depend on `workers`. Beside the result, a call takes such
    a block of each, one more gradient in the accumulator's dtype, and what the backend packs. A
    block holds at least one output, with the padded input from its first tap to its last.

    The bound on the error of each block is that of its backend for the exchanged problem, in units
    of ``max|x| * sum|g_k|``; each further block adds one rounding.

    Examples
    --------
    >>> from polyconv.grad import conv_weight
    >>> conv_weight([[1, 2, 3, 4]], (1, 1, 2), [[1, 0, 10]])
    array([[[31, 42]]])
    """
    xa, ga = as_array("x", x), as_array("g", g)
    p = problem_of(xa.shape, xa.dtype, sizes("w", w_shape), ga.dtype, options)
    check_shape("g", ga, p.out_shape)
    target = None
    if out is not None:
        target = as_out(_Result(p.w_shape, p.dtype), out, {"x": (x, xa), "g": (g, ga)})
    p.require_memory()
    result = np.empty(p.w_shape, p.dtype) if target is None else target
    _write(p, p.canonical_x(xa), p.canonical_out(ga), p.canonical_w(result), backend, options)
    return result if out is None else out


# Time of `_columns` as a multiple of its prediction, and seconds of each of its calls beside that:
# it copies rows of `x` and stores results at a step, which no prediction counts. It took 1.8 to 3.6
# times as long as predicted on eight layers of `polyconv.workloads.ADJOINTS`, `_images` 1.05 to
# 2.9. With these numbers the faster one is taken on seven, and on vgg16/conv3_1 one that takes 1.33
# times as long (Sapphire Rapids, one core, 2026-11-29).
_COLUMNS_FACTOR, _COLUMNS_SECONDS = 1.5, 1e-4


class _Result(NamedTuple):
    """Shape and dtype of a gradient."""

    out_shape: tuple[int, ...]
    dtype: np.dtype[Any]


class _Way(NamedTuple):
    """One way to exchange the roles.

    Attributes
    ----------
    one_image : bool
        True if it takes one image at a time.
    calls : int
        Convolutions of a block.
    shapes : callable
        Returns the shapes of the input and of the weights of one of them.
    options : dict
        Options of these convolutions.
    add : callable
        Adds a block's gradient: ``add(p, x, g, sums, first, options)``.
    """

    one_image: bool
    calls: int
    shapes: Callable[[Problem, Block], tuple[tuple[int, ...], tuple[int, ...]]]
    options: dict[str, Any]
    add: Callable[..., None]


def _write(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    out: NDArray[Any],
    backend: str,
    options: ProblemOptions,
) -> None:
    """Write the gradient of canonical weights from canonical arrays."""
    if p.empty:
        out[...] = 0
        return
    exact = p.dtype.kind in "iu"
    shared: dict[str, Any] = {name: options.get(name) for name in _TUNING} | {"backend": backend}
    shared["dtype"] = p.dtype if exact else p.accumulator
    way = _way(p, shared)
    shared |= way.options
    # Sums that are not exact are formed in the accumulator's dtype.
    sums = out if exact or out.dtype == p.accumulator else np.empty(out.shape, p.accumulator)

    first = True
    for block in blocks(p, way.one_image):
        of_x, of_g = block.of_x(p, x), block.of_g(g)
        if of_x.dtype.kind == "c":
            of_g = of_g.conj()
        way.add(p, of_x, of_g, sums, first, shared)
        first = False
    if p.x_dtype.kind == "c":
        np.conjugate(sums, out=sums)
    if sums is not out:
        with np.errstate(all="ignore"):  # values out of range become infinite or 0
            out[...] = sums


_TUNING = ("rtol", "workspace_limit", "workers")


def _way(p: Problem, shared: dict[str, Any]) -> _Way:
    """Return the way that is predicted to be faster, or that the named backend can do."""
    ways = (_points(p) if p.taps == 1 else _columns(p), _images(p))
    seconds: list[tuple[float, _Way]] = []
    refused: UnsupportedProblem | None = None
    for way in ways:
        block = next(blocks(p, way.one_image))
        try:
            choice = choose(*way.shapes(p, block), **_for_choice(p, way, shared))
        except UnsupportedProblem as error:
            refused = error
            continue
        count = block.images.stop - block.images.start
        expected = choice.seconds or 0.0
        if way.add is _add_columns:
            expected = _COLUMNS_FACTOR * expected + _COLUMNS_SECONDS
        share = way.calls * expected / (count * math.prod(block.size))
        seconds.append((share, way))
    if refused is not None and not seconds:
        raise refused
    return min(seconds, key=lambda each: each[0])[1]


def _for_choice(p: Problem, way: _Way, shared: dict[str, Any]) -> dict[str, Any]:
    groups = p.groups if way.add is _add_images else 1
    # One worker, so that the blocks are the same for any number.
    return {**way.options, **shared, "groups": groups, "workers": 1}


def _images(p: Problem) -> _Way:
    """Return the way that takes channels as images, and the batch as channels.

    With groups, only one image can be taken at a time: its groups are groups.
    """

    def shapes(p: Problem, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
        count = block.images.stop - block.images.start
        channels = p.groups if p.groups > 1 else count
        w_channels = 1 if p.groups > 1 else count
        return (
            (p.ic_per_group, channels, *block.read(p)),
            (p.out_channels, w_channels, *block.size),
        )

    return _Way(p.groups > 1, 1, shapes, {"stride": p.dilation, "dilation": p.stride}, _add_images)


def _add_images(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    sums: NDArray[Any],
    first: bool,
    options: dict[str, Any],
) -> None:
    if p.groups > 1:
        x = x[0].reshape(p.groups, p.ic_per_group, *x.shape[2:])
    place = sums.swapaxes(0, 1)
    y = conv(
        x.swapaxes(0, 1),
        g.swapaxes(0, 1),
        groups=p.groups,
        out=place if first else None,
        **options,
    )
    if not first:
        place += y


def _columns(p: Problem) -> _Way:
    """Return the way that takes channels as pixels, and columns as channels."""

    def shapes(p: Problem, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
        *rows, columns = block.size
        return (
            (columns, p.ic_per_group, *block.read(p)[:-1]),
            (p.oc_per_group, columns, 1, *rows),
        )

    calls = p.groups * p.kernel[-1]
    options = {"stride": (1, *p.dilation[:-1]), "dilation": (1, *p.stride[:-1])}
    return _Way(True, calls, shapes, options, _add_columns)


def _add_columns(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    sums: NDArray[Any],
    first: bool,
    options: dict[str, Any],
) -> None:
    columns, stride, dilation = g.shape[-1], p.stride[-1], p.dilation[-1]
    for group in range(p.groups):
        ic = slice(group * p.ic_per_group, (group + 1) * p.ic_per_group)
        oc = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
        kernel = np.moveaxis(g[0, oc], -1, 1)[:, :, None]
        # Prepared once for all taps: a quarter of the time where there are three.
        planned: Plan | None = None
        for tap in range(p.kernel[-1]):
            start = tap * dilation
            read = x[0, ic, ..., start : start + (columns - 1) * stride + 1 : stride]
            if stride > 1:
                read = np.ascontiguousarray(read)
            read = np.moveaxis(read, -1, 0)
            if planned is None:
                planned = plan(read, kernel, **options)
            place = sums[oc, ..., tap]
            y = planned(read, out=place if first else None)
            if not first:
                place += y


def _points(p: Problem) -> _Way:
    """Return the way of kernels of one tap, that takes positions as channels."""

    def shapes(p: Problem, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
        positions = math.prod(block.size)
        return (positions, p.oc_per_group), (p.ic_per_group, positions, 1)

    return _Way(True, p.groups, shapes, {}, _add_points)


def _add_points(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    sums: NDArray[Any],
    first: bool,
    options: dict[str, Any],
) -> None:
    read: tuple[Any, ...] = (0, slice(None), *(slice(None, None, s) for s in p.stride))
    x, g = x[read], g[0]
    for group in range(p.groups):
        ic = slice(group * p.ic_per_group, (group + 1) * p.ic_per_group)
        oc = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
        pixels = g[oc].reshape(p.oc_per_group, -1).T
        kernel = x[ic].reshape(p.ic_per_group, -1)[:, :, None]
        matrix: tuple[Any, ...] = (oc, slice(None), *(0,) * p.rank)
        place = sums[matrix].T
        y = conv(pixels, kernel, out=place if first else None, **options)
        if not first:
            place += y
