"""Making plans, and what their calls do in Python: checks, vetoes, other orders of axes.

The type `Plan` is in `_calls`.
"""

import math
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._arrays import Described, as_array, as_out, in_own_byte_order, new_result
from ._axis_order import AxisOrder, axis_order
from ._backend import Backend, Kernel
from ._calls import Plan
from ._cpu import is_c_contiguous
from ._exchange import as_computed
from ._guard import BrokenBackend
from ._machine import threads_now
from ._problem import Problem
from ._registry import backend_named
from ._select import Choice, decide, decide_for
from ._verbose import VERBOSE, note, prints_choice
from ._veto import are_small, is_finite, max_abs, max_input

if TYPE_CHECKING:
    from ._repair import Repair

__all__ = [
    "Fallback",
    "check_input",
    "decide_in",
    "execute",
    "make_plan",
    "prepare",
]

# Minimum bytes of a result that is computed into an array of its own, and then copied, if its rows
# lie across those of ``out=``. Stored directly, each element of a larger result misses the cache.
# 1024x1024 float32 takes 2 ms with the copy, 17 ms without (Emerald Rapids, one core, 2026-11-29,
# `python -m benchmarks.cliffs --family layouts`).
_MIN_CROSSED_BYTES = 1 << 16
# Structural: elements of a block copied from rows to columns. 16 columns of float32 are a cache
# line; more than 256 rows would need more cache lines than a first-level cache has.
_COPIED_ROWS, _COPIED_COLUMNS = 256, 16


class Fallback:
    """The dot product that computes what a kernel cannot, because values of `x` veto it there.

    Its weights are prepared at the first veto, because most data are finite and prepared weights
    take memory.

    Parameters
    ----------
    problem : Problem
    choose : callable
        Returns the choice among dot products.
    w : ndarray
        Canonical weights.
    max_abs_w : float
        The largest magnitude among them.
    """

    def __init__(
        self,
        problem: Problem,
        choose: Callable[[], Choice],
        w: NDArray[Any],
        max_abs_w: float,
    ) -> None:
        self._problem, self._choose = problem, choose
        self._w, self._max_abs_w = w, max_abs_w

    @cached_property
    def _kernel(self) -> Kernel | None:
        """The prepared weights. Two threads may prepare them twice, which is harmless."""
        return prepare(self._problem, backend_named(self._choose().backend), self._w)

    @cached_property
    def _max_input(self) -> float:
        """The largest magnitude in `x` that vetoes nothing, whatever the kernel."""
        return max_input(self._problem, self._max_abs_w)

    @cached_property
    def _repair(self) -> "Repair":
        """The dot products of a few outputs. Most processes never need them, nor load how."""
        from ._repair import Repair

        return Repair(self._problem, self._w, self._choose().seconds or math.inf)

    def unless(
        self,
        kernel: Kernel | None,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any] | None,
    ) -> NDArray[Any]:
        """Run `kernel`, and the dot product instead where values of `x` veto it.

        A kernel that tracks the maximum of `x` runs first. If the maximum is too large, outputs
        near the large values are computed anew, or all of them where those values are many.
        """
        problem = self._problem
        if kernel is None or not kernel.tracks_max_abs:
            if is_finite(problem, x, self._max_abs_w):
                return execute(problem, kernel, x, bias, out)[0]
            return self._dot_product(x, bias, out)
        limit = self.limit(kernel)
        if limit < 0:
            return self._dot_product(x, bias, out)
        out, max_abs_x = execute(problem, kernel, x, bias, out, limit)
        if max_abs_x is None:
            return self._dot_product(x, bias, out)
        return out if max_abs_x <= limit else self.mend(kernel, x, bias, out)

    def limit(self, kernel: Kernel) -> float:
        """Return the largest magnitude in `x` that does not veto `kernel`; -1 if there is none."""
        return min(self._max_input, kernel.max_input)

    def mend(
        self, kernel: Kernel, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any]
    ) -> NDArray[Any]:
        """Compute outputs anew near values beyond the limit that `kernel` found in `x`."""
        if self._repair(x, bias, out, self.limit(kernel), kernel.spread):
            return out
        return self._dot_product(x, bias, out)

    def _dot_product(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any] | None
    ) -> NDArray[Any]:
        """Compute all outputs by sums of products."""
        if VERBOSE:
            note(self._problem, self._choose())
        return execute(self._problem, self._kernel, x, bias, out)[0]


@prints_choice("plan")
def call_carefully(
    plan: Plan, x: ArrayLike, out: NDArray[Any] | None = None, *, vetoed: bool = False
) -> NDArray[Any]:
    """Call `plan` with any arguments; see `Plan.__call__`.

    It is `vetoed` if its kernel has run, and met values in `x` beyond the limit of its `Fallback`.
    """
    array, problem = as_array("x", x), plan.problem
    check_input(problem, array)
    target = None if out is None else as_out(problem, out, {"x": (x, array)})
    order = None
    if not is_c_contiguous(array):
        order = axis_order(problem, array, _named(plan), plan.weights)
    if order is not plan.order and order != plan.order:
        return _in(plan, order)(array, out)
    if order is not None:
        problem, array = order.problem, order.of_x(array)
        target = None if target is None else order.of_x(target)
    if VERBOSE:
        note(plan.problem, plan.choice)
    try:
        if plan.fallback is None:
            result = execute(problem, plan.kernel, array, plan.bias, target)[0]
        elif vetoed and plan.kernel is not None and target is not None:
            result = plan.fallback.mend(plan.kernel, array, plan.bias, target)
        else:
            result = plan.fallback.unless(plan.kernel, array, plan.bias, target)
        if out is not None:
            return in_own_byte_order(out)
        return result if order is None else order.result(result)
    except BrokenBackend:
        if plan.choice.source == "forced":
            raise
    return _for(plan, order, "auto")(x, out)


def _named(plan: Plan) -> str:
    """Return the backend that the caller named, or auto."""
    return plan.choice.backend if plan.choice.source == "forced" else "auto"


def _in(plan: Plan, order: AxisOrder | None) -> Plan:
    """Return the plan for inputs in another order of axes.

    Two threads may prepare it twice, which is harmless.
    """
    other = plan.others.get(order)
    if other is None:
        other = plan.others.setdefault(order, _for(plan, order, _named(plan)))
    return other


def _for(plan: Plan, order: AxisOrder | None, backend: str) -> Plan:
    """Return a new plan for inputs in an order of axes."""
    problem, choice = decide_in(order, plan.problem, plan.weights, backend)
    return make_plan(problem, choice, plan.weights, plan.bias, order)


def check_input(problem: Described, x: NDArray[Any]) -> None:
    """Raise an error unless `x` has the shape and dtype that a plan of `problem` was made for."""
    if x.shape != problem.x_shape:
        raise ValueError(
            f"x has shape {x.shape}; allowed: {problem.x_shape}, as this plan was made for"
        )
    if x.dtype != problem.x_dtype:
        raise TypeError(
            f"x has dtype {x.dtype}; allowed: {problem.x_dtype}, as this plan was made for"
        )


def decide_in(
    order: AxisOrder | None, problem: Problem, w: NDArray[Any], backend: str
) -> tuple[Problem, Choice]:
    """Choose for a plan in an order of axes.

    Returns
    -------
    problem : Problem
        `problem`, in the caller's order, with the structure that `w` has in `order`.
    choice : Choice
    """
    if order is None:
        return decide_for(problem.dense, problem.canonical_w(w), backend)
    runs, choice = decide_for(order.problem, order.canonical_w(w), backend)
    return problem.with_structure(runs.structure), choice


def make_plan(
    problem: Problem,
    choice: Choice,
    w: NDArray[Any],
    bias: NDArray[Any] | None,
    order: AxisOrder | None = None,
) -> Plan:
    """Prepare `w` for the chosen backend, and keep a `Fallback` if values of `x` may veto it.

    `problem`, `w` and `bias` are in the caller's order of axes. `choice` and the structure of
    `problem` are those in `order`; see `decide_in`.
    """
    backend = backend_named(choice.backend)
    weights = w.copy(order="K")
    weights.setflags(write=False)
    if bias is not None:
        bias = bias.copy()
        bias.setflags(write=False)
    runs = problem if order is None else order.problem.with_structure(problem.structure)
    canonical = runs.canonical_w(weights if order is None else order.of_w(weights))
    fallback: Fallback | None = None
    if not backend.dot_product and choice.source != "forced":
        plain = decide(runs, dot_products_only=True)
        max_abs_w = max_abs(w)
        if are_small(runs, 0.0, max_abs_w):
            fallback = Fallback(runs, lambda: plain, canonical, max_abs_w)
        else:
            choice, backend = plain, backend_named(plain.backend)
    try:
        kernel = prepare(runs, backend, canonical)
    except BrokenBackend:
        if choice.source == "forced":
            raise
        return make_plan(problem, decide(runs), w, bias, order)
    return Plan(
        problem=problem,
        choice=choice,
        weights=weights,
        bias=bias,
        kernel=kernel,
        fallback=fallback,
        order=order,
        careful=call_carefully,
        remake=make_plan,
    )


def prepare(
    problem: Problem, backend: Backend, w: NDArray[Any], *, once: bool = False
) -> Kernel | None:
    """Return the kernel for canonical weights `w`; None if there is nothing to multiply.

    It may be another one for a call that takes place `once`, as plain calls do. Weights may
    overflow in the accumulator's dtype, or underflow: no warning says so.
    """
    if problem.empty:
        return None
    if w.dtype is problem.accumulator:  # a context would take a tenth of a tiny call
        return _prepare(problem, backend, w, once)
    with np.errstate(all="ignore"):
        return _prepare(problem, backend, w, once)


def _prepare(problem: Problem, backend: Backend, w: NDArray[Any], once: bool) -> Kernel:
    computed = as_computed(backend, problem, prepared=not once)
    if computed is not problem:
        from ._exchanged_kernel import ExchangedKernel

        return ExchangedKernel(problem, computed, backend, w)
    if once and backend.dot_product and w.dtype == problem.accumulator:
        # Plain calls of contiguous arrays use the packer, so calls with views do as well: they then
        # take the same time and sum in the same order.
        pack = backend.packer(problem)
        if pack is not None:
            return pack(np.ascontiguousarray(w))
    return backend.prepare(problem, w)


def execute(
    problem: Problem,
    kernel: Kernel | None,
    x: NDArray[Any],
    bias: NDArray[Any] | None,
    out: NDArray[Any] | None,
    limit: float | None = None,
) -> tuple[NDArray[Any], float | None]:
    """Run a prepared kernel on checked arrays in the caller's layout; `limit` is that of `Kernel`.

    Returns
    -------
    result : ndarray
    max_abs_x : float or None
        The largest magnitude that the kernel read, if it tracks that.
    """
    aligned, max_abs_x, new = True, None, out is None
    call: Any = kernel
    limits = () if limit is None else (limit,)
    if out is None:
        out = new_result(problem.out_shape, problem.dtype)
    else:
        aligned = out.flags.aligned
    target = out
    if not problem.canonical:
        x, target = problem.canonical_x(x), problem.canonical_out(out)
    if call is None:
        with np.errstate(all="ignore"):  # a bias out of range becomes infinite or 0
            target[...] = 0 if bias is None else bias.reshape(-1, *(1,) * problem.rank)
        return out, max_abs_x
    across = None if new else _axis_across(problem, target)
    if aligned and across is None:
        max_abs_x = call(x, bias, target, threads_now(problem.workers), *limits)
    else:
        apart = np.empty(target.shape, problem.dtype)
        max_abs_x = call(x, bias, apart, threads_now(problem.workers), *limits)
        if across is None:
            target[...] = apart
        else:
            _copy_across(target, apart, across)
    return out, max_abs_x


def _axis_across(problem: Problem, target: NDArray[Any]) -> int | None:
    """Return the spatial axis along which a large `target` is contiguous, unless it is the last."""
    if problem.out_bytes < _MIN_CROSSED_BYTES or problem.rank == 1:
        return None
    if problem.workspace_limit is not None:  # the copy would be another array as large as `target`
        return None
    *others, last = target.strides[2:]
    if last == problem.dtype.itemsize:
        return None
    for axis, (n, step) in enumerate(zip(target.shape[2:], others, strict=False), 2):
        if n > 1 and 0 < step < last:
            return axis
    return None


def _copy_across(to: NDArray[Any], values: NDArray[Any], axis: int) -> None:
    """Do ``to[...] = values`` in blocks, where `to` is contiguous along `axis`, `values` along -1.

    NumPy copies row by row, and so meets a cache line of `to` once for each of its elements.
    """
    for row in range(0, to.shape[-1], _COPIED_ROWS):
        for column in range(0, to.shape[axis], _COPIED_COLUMNS):
            block: Any = [slice(None)] * to.ndim
            block[axis] = slice(column, column + _COPIED_COLUMNS)
            block[-1] = slice(row, row + _COPIED_ROWS)
            to[tuple(block)] = values[tuple(block)]
