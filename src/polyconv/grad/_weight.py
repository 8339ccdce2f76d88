"""`conv_weight`: the gradient of a convolution with respect to its weights.

Real floating-point gradients have micro-kernels of their own::

    conv_weight
      -> variant, tiles       _planner
      -> pack, multiply, add  _weight_kernel, kernels/
    or, for other dtypes and large kernels
      -> conv with roles exchanged  _exchanged
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._api import choose
from polyconv._arguments import ProblemOptions, sizes
from polyconv._arrays import as_array, as_out
from polyconv._machine import threads_now
from polyconv._problem import Problem
from polyconv._request import make_problem, problem_of

from ._exchanged import expected_seconds, write_exchanged
from ._input import check_shape
from ._planner import WeightPlan, weight_plan

__all__ = ["conv_weight", "weight_error_bound"]


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
    planned = _plan_for(p, options) if backend == "auto" else None
    if planned is None:
        write_exchanged(p, x, g, out, backend, options)
        return
    plan, exchanged = planned
    workers = threads_now(p.workers)
    same = out.dtype == p.accumulator
    matrix = (out if same else np.empty_like(out, p.accumulator)).reshape(*out.shape[:2], -1)
    if exchanged:
        strided = x[(..., *(slice(None, None, s) for s in p.stride))]
        plan.kernel(g, strided, matrix.swapaxes(0, 1), workers)
    else:
        plan.kernel(x, g, matrix, workers)
    if not (same and np.may_share_memory(matrix, out)):
        with np.errstate(all="ignore"):  # values out of range become infinite or 0
            out[...] = matrix.reshape(out.shape)


# Taps from which on transforms may be faster.
_MIN_TAPS_OF_TRANSFORMS = 64


def _plan_for(p: Problem, options: ProblemOptions) -> tuple[WeightPlan, bool] | None:
    """Return the plan, and whether it is one for `x` and `g` exchanged; None for `_exchanged`."""
    last = p.data_format == "channels_last"
    plan = weight_plan(p, last)
    exchanged = False
    if p.taps == 1 and p.groups == 1 and p.accumulator.kind == "f" and not any(map(any, p.pads)):
        other = weight_plan(_with_roles_exchanged(p), last)
        if other is not None and (plan is None or other.efficiency > plan.efficiency):
            plan, exchanged = other, True
    if plan is None:
        return None
    if p.taps >= _MIN_TAPS_OF_TRANSFORMS:
        direct = choose(p.x_shape, p.w_shape, dtype=p.accumulator, backend="direct", **options)
        if expected_seconds(p, options) * plan.efficiency < (direct.seconds or 0.0):
            return None
    return plan, exchanged


def _with_roles_exchanged(p: Problem) -> Problem:
    """Return the problem of a pointwise layer in which `g` is the input."""
    return make_problem(
        (p.batch, p.out_channels, *p.out),
        p.w_dtype,
        (p.in_channels, p.out_channels, *(1,) * p.rank),
        p.x_dtype,
        dtype=p.accumulator,
        workspace_limit=p.workspace_limit,
        workers=p.workers,
    )
