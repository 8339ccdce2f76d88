"""The gradient of the weights by the backends of convolution, with roles exchanged.

``dw[k, c, t] = sum over n and o of g[n, k, o] * conj(x)[n, c, o * stride + t * dilation]``, for
padded `x`: `g` is the kernel, spread by the stride, and the outputs are the taps, at steps of the
dilation. Complex numbers, integers, large kernels and calls that name a backend are computed by
this module. Roles are exchanged in one of three variants:

`_images`
    The channels of `x` are images, and the batch is the channels. One convolution for all taps.
`_columns`
    The channels of `x` are pixels, and the columns of `g` (its last axis) are the channels. One
    convolution for each tap of the last axis, image and group, whose inner loop is that of a matrix
    product: the sums run over the columns, and the pixels are far more.
`_points`
    For kernels of one tap: all positions are channels, the channels of `g` are pixels, and those of
    `x` are filters. One matrix product for each image and group.

The variant with the shortest predicted time is taken.
"""

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._api import conv, plan
from polyconv._arguments import ProblemOptions
from polyconv._backend import UnsupportedProblem
from polyconv._calls import Plan
from polyconv._choose import choose
from polyconv._problem import Problem

from ._blocks import Block, blocks
from ._tuning import TUNING

__all__ = ["expected_seconds", "write_exchanged"]


class _Variant(NamedTuple):
    """A variant: how the roles are exchanged.

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


def write_exchanged(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    out: NDArray[Any],
    backend: str,
    options: ProblemOptions,
) -> None:
    """Write the gradient of canonical weights from canonical arrays."""
    exact = p.dtype.kind in "iu"
    shared = _shared(p, backend, options)
    variant = _variants(p, shared)[0][1]
    shared |= variant.options
    # Sums that are not exact are formed in the accumulator's dtype.
    sums = out if exact or out.dtype == p.accumulator else np.empty(out.shape, p.accumulator)

    first = True
    for block in blocks(p, variant.one_image):
        of_x, of_g = block.of_x(p, x), block.of_g(g)
        if of_x.dtype.kind == "c":
            of_g = of_g.conj()
        variant.add(p, of_x, of_g, sums, first, shared)
        first = False
    if p.x_dtype.kind == "c":
        np.conjugate(sums, out=sums)
    if sums is not out:
        with np.errstate(all="ignore"):  # values out of range become infinite or 0
            out[...] = sums


_TUNING = ("rtol", "workspace_limit", "workers")


def _shared(p: Problem, backend: str, options: ProblemOptions) -> dict[str, Any]:
    """Return the options of every convolution."""
    shared: dict[str, Any] = {name: options.get(name) for name in _TUNING} | {"backend": backend}
    shared["dtype"] = p.dtype if p.dtype.kind in "iu" else p.accumulator
    return shared


def expected_seconds(p: Problem, options: ProblemOptions) -> float:
    """Return the predicted time of the faster variant, with one worker."""
    return _variants(p, _shared(p, "auto", options))[0][0] * p.batch * math.prod(p.out)


def _variants(p: Problem, shared: dict[str, Any]) -> list[tuple[float, _Variant]]:
    """Return the variants that the backend can do, with seconds an output, the fastest first."""
    variants = (_points(p) if p.taps == 1 else _columns(p), _images(p))
    seconds: list[tuple[float, _Variant]] = []
    refused: UnsupportedProblem | None = None
    for variant in variants:
        block = next(blocks(p, variant.one_image))
        try:
            choice = choose(*variant.shapes(p, block), **_for_choice(p, variant, shared))
        except UnsupportedProblem as error:
            refused = error
            continue
        count = block.images.stop - block.images.start
        expected = choice.seconds or 0.0
        if variant.add is _add_columns:
            expected = TUNING.COLUMNS_FACTOR * expected + TUNING.COLUMNS_SECONDS
        share = variant.calls * expected / (count * math.prod(block.size))
        seconds.append((share, variant))
    if refused is not None and not seconds:
        raise refused
    return sorted(seconds, key=lambda each: each[0])


def _for_choice(p: Problem, variant: _Variant, shared: dict[str, Any]) -> dict[str, Any]:
    groups = p.groups if variant.add is _add_images else 1
    # One worker, so that the blocks are the same for any number.
    return {**variant.options, **shared, "groups": groups, "workers": 1}


def _images(p: Problem) -> _Variant:
    """Return the variant that takes channels as images, and the batch as channels.

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

    return _Variant(
        p.groups > 1, 1, shapes, {"stride": p.dilation, "dilation": p.stride}, _add_images
    )


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
    of_g = g.swapaxes(0, 1)
    call = partial(conv, x.swapaxes(0, 1), of_g, groups=p.groups, **options)
    _add(call, sums.swapaxes(0, 1), first)


def _add(call: Callable[..., NDArray[Any]], sums: NDArray[Any], first: bool) -> None:
    """Write the result of a convolution, or add it if it is not the first block's."""
    if first:
        call(out=sums)
    else:
        sums += call()


def _groups(p: Problem) -> Iterator[tuple[slice, slice]]:
    """Return the input and the output channels of each group."""
    for group in range(p.groups):
        ic, oc = group * p.ic_per_group, group * p.oc_per_group
        yield slice(ic, ic + p.ic_per_group), slice(oc, oc + p.oc_per_group)


def _columns(p: Problem) -> _Variant:
    """Return the variant that takes channels as pixels, and columns as channels."""

    def shapes(p: Problem, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
        *rows, columns = block.size
        return (
            (columns, p.ic_per_group, *block.read(p)[:-1]),
            (p.oc_per_group, columns, 1, *rows),
        )

    calls = p.groups * p.kernel[-1]
    options = {"stride": (1, *p.dilation[:-1]), "dilation": (1, *p.stride[:-1])}
    return _Variant(True, calls, shapes, options, _add_columns)


def _add_columns(
    p: Problem,
    x: NDArray[Any],
    g: NDArray[Any],
    sums: NDArray[Any],
    first: bool,
    options: dict[str, Any],
) -> None:
    columns, stride, dilation = g.shape[-1], p.stride[-1], p.dilation[-1]
    for ic, oc in _groups(p):
        kernel = np.moveaxis(g[0, oc], -1, 1)[:, :, None]
        # The plan is prepared once for all taps. With three taps, a call takes a quarter of the
        # time of preparing for each.
        planned: Plan | None = None
        for tap in range(p.kernel[-1]):
            start = tap * dilation
            read = x[0, ic, ..., start : start + (columns - 1) * stride + 1 : stride]
            if stride > 1:
                read = np.ascontiguousarray(read)
            read = np.moveaxis(read, -1, 0)
            if planned is None:
                planned = plan(read, kernel, **options)
            _add(partial(planned, read), sums[oc, ..., tap], first)


def _points(p: Problem) -> _Variant:
    """Return the variant of kernels of one tap, that takes positions as channels."""

    def shapes(p: Problem, block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
        positions = math.prod(block.size)
        return (positions, p.oc_per_group), (p.ic_per_group, positions, 1)

    return _Variant(True, p.groups, shapes, {}, _add_points)


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
    for ic, oc in _groups(p):
        pixels = g[oc].reshape(p.oc_per_group, -1).T
        kernel = x[ic].reshape(p.ic_per_group, -1)[:, :, None]
        matrix: tuple[Any, ...] = (oc, slice(None), *(0,) * p.rank)
        _add(partial(conv, pixels, kernel, **options), sums[matrix].T, first)
