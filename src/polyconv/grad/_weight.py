"""`conv_weight`: the gradient of a convolution with respect to its weights.

Real floating-point gradients have micro-kernels of their own::

    conv_weight
      -> variant, tiles       _planner, _winograd
      -> pack, multiply, add  _weight_kernel, kernels/
    or, for other dtypes and large kernels
      -> conv with roles exchanged  _exchanged
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._arguments import ProblemOptions, sizes
from polyconv._arrays import as_array, as_out, in_own_byte_order
from polyconv._choose import explain
from polyconv._machine import threads_now
from polyconv._problem import Problem
from polyconv._problem_cache import problem_of
from polyconv._request import make_problem
from polyconv._select import is_auto, state

from ._exchanged import expected_seconds, write_exchanged
from ._input import check_shape
from ._planner import weight_plan
from ._tuning import TUNING

__all__ = ["conv_weight", "error_bound", "planned"]


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
    Gradients in float32, float64 and float16 have micro-kernels of their own, unless a backend is
    named. They sum over tiles of up to 512 outputs, and then over the tiles, in an order that does
    not depend on `workers`: results are the same, bit by bit, for any number. The error, in units
    of ``max|x| * sum|g_k|``, is at most that of sums in which a product passes through as many
    roundings as a tile has outputs, and one more for each tile: ``u * (2 + max(4 * sqrt(m / 3), m /
    4))`` for m roundings of at most u. Beside the result, a call takes one more gradient in the
    accumulator's dtype, and up to 4 MiB for each worker.

    Gradients of 3x3 weights (along the last two axes, with stride and dilation 1) in layers of many
    channels take a quarter of these products, by Winograd's transforms of tiles of 4x4 outputs, if
    `rtol` admits their error and no `workspace_limit` is given. The bound is four standard
    deviations of it if roundings are independent, as that of the backend `winograd`: 1.1e-5 to
    1.5e-5 in float32 by the number of tiles, about a hundred times what random numbers show. It
    does not hold where terms round alike and add up what the transforms magnify most: if all tiles
    of `x` are equal, with the worst signs, and `g` is one and the same output of each tile. The
    largest error of such data was 4 times the bound, with 1936 tiles. Transforms spread infinity
    and NaN over all taps, so if a weight is not finite, all are computed again without them.
    Transforms take up to 32 MiB for each worker.

    Other dtypes, kernels of 64 taps and more that transforms are predicted to compute sooner, taps
    or outputs that are far apart, and named backends: the gradient is a convolution with roles
    exchanged. It is formed in blocks of up to 8 MiB of `x` and of `g`, one after the other, each of
    at least one output, with the padded input from its first tap to its last. The bound of each
    block is that of its backend for the exchanged problem; each further block adds one rounding.

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
    return result if out is None else in_own_byte_order(out)


class _Result(NamedTuple):
    """Shape and dtype of a gradient."""

    out_shape: tuple[int, ...]
    dtype: np.dtype[Any]


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
    call = planned(p, x, g, options) if is_auto(backend) else None
    if call is None:
        write_exchanged(p, x, g, out, backend, options)
        return
    same = out.dtype == p.accumulator
    matrix = (out if same else np.empty_like(out, p.accumulator)).reshape(*out.shape[:2], -1)
    call(matrix)
    if not (same and np.may_share_memory(matrix, out)):
        with np.errstate(all="ignore"):  # values out of range become infinite or 0
            out[...] = matrix.reshape(out.shape)


def error_bound(p: Problem) -> float | None:
    """Return the bound of `conv_weight` in units of ``max|x| * sum|g_k|``.

    None if the problem has no plan of its own: the bound is then that of the backends.
    """
    last = p.data_format == "channels_last"
    plans = [weight_plan(p, last)]
    if _is_matrix_product(p):
        plans += [weight_plan(_matrix_product(p, each), last) for each in (False, True)]
    bounds = [plan.bound for plan in plans if plan is not None]
    bounds += [
        plan.instead.bound for plan in plans if plan is not None and plan.instead is not None
    ]
    return max(bounds, default=None)


def planned(
    p: Problem, x: NDArray[Any], g: NDArray[Any], options: ProblemOptions
) -> Callable[[NDArray[Any]], None] | None:
    """Return the call that writes weights of one axis of taps; None is left to `_exchanged`."""
    last = p.data_format == "channels_last"
    workers = threads_now(p.workers)
    lines = _lines(p, x, g)
    if lines is not None:
        x, g = lines
        plans = [weight_plan(_matrix_product(p, each), last) for each in (False, True)]
        plan, exchanged = plans
        if exchanged is not None and (plan is None or exchanged.cost < plan.cost):
            return lambda out: exchanged.write(g, x, out.swapaxes(0, 1), workers)
    else:
        plan = weight_plan(p, last)
    if plan is None:
        return None
    if p.taps >= TUNING.MIN_TAPS_OF_TRANSFORMS:
        rtol = options.get("rtol")
        share = 1.0 if plan.instead is None else plan.cost / plan.instead.cost
        if _is_slower(p, None if rtol is None else float(rtol), share, state()):
            return None
    return lambda out: plan.write(x, g, out, workers)


@lru_cache(maxsize=256)
def _is_slower(p: Problem, rtol: float | None, share: float, _state: tuple[Any, ...]) -> bool:
    """Return True if backends of convolution are predicted to be faster than the plan.

    The plan is predicted to take a `share` of the time that `direct` takes for the convolution,
    because igemm's products take equally long in both. Results are kept by the state of choices,
    because predictions take 400 us (Zen 4, one core, 2026-11-30, `timeit`).
    """
    # Both are predicted with one worker, so that the result does not depend on their number.
    options: ProblemOptions = {
        "padding": p.pads,
        "padding_mode": "zeros" if p.padding_mode == "constant" else p.padding_mode,
        "stride": p.stride,
        "dilation": p.dilation,
        "groups": p.groups,
        "data_format": p.data_format,
        "rtol": rtol,
        "workspace_limit": p.workspace_limit,
        "dtype": p.accumulator,
        "workers": 1,
    }
    candidates = explain(p.x_shape, p.w_shape, **options).candidates
    direct = next(each.predicted for each in candidates if each.backend == "direct")
    return bool(TUNING.EXCHANGED_FACTOR * expected_seconds(p, options) < share * (direct or 0.0))


def _lines(
    p: Problem, x: NDArray[Any], g: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]] | None:
    """Return the images of a pointwise layer as lines, or None if that takes a copy."""
    if not _is_matrix_product(p):
        return None
    x_lines, g_lines = (array.reshape(*array.shape[:2], -1) for array in (x, g))
    if not (np.may_share_memory(x_lines, x) and np.may_share_memory(g_lines, g)):
        return None
    return x_lines, g_lines


def _is_matrix_product(p: Problem) -> bool:
    """Return True for a pointwise layer, whose gradient is one product of matrices."""
    pointwise = p.taps == p.groups == 1 and set(p.stride) == {1} and not any(map(any, p.pads))
    return pointwise and p.accumulator.kind == "f"


@lru_cache(maxsize=512)
def _matrix_product(p: Problem, exchanged: bool) -> Problem:
    """Return the problem of lines, in which `g` is the input if roles are exchanged.

    Results are kept, because making the problem and its variant with exchanged roles takes 50 us of
    a call (Zen 4, one core, 2026-11-30, `python -m benchmarks.peers --classes weight_gradients
    --workload mobilenetv2/pw_project_56:weight_gradient`).
    """
    sides = [(p.in_channels, p.x_dtype), (p.out_channels, p.w_dtype)]
    (channels, dtype), (filters, g_dtype) = reversed(sides) if exchanged else sides
    return make_problem(
        (p.batch, channels, math.prod(p.out)),
        dtype,
        (filters, channels, 1),
        g_dtype,
        dtype=p.accumulator,
        workspace_limit=p.workspace_limit,
        workers=p.workers,
    )
