"""A `Plan`: one problem with its weights prepared, to be applied to many inputs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._arrays import as_array, check_out
from ._backend import Backend, Kernel
from ._guard import BrokenBackend
from ._machine import threads_now
from ._problem import Problem
from ._registry import backend_named
from ._select import Choice, are_small, decide, is_finite, largest

__all__ = ["Fallback", "Plan", "execute", "make_plan", "prepare"]

# Bytes from which the alignment of a result is worth the microsecond that it takes.
_LARGE = 1 << 18


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Plan:
    """A convolution with its weights prepared: call it with an input. Made by `plan`.

    A plan keeps its own copy of the weights and never changes; many threads may call it at once.
    It can be pickled: where it is unpickled, the weights are prepared anew for that machine.

    Attributes
    ----------
    problem : Problem
        The normalised problem.
    choice : Choice
        The backend that answers, and why.
    """

    problem: Problem
    choice: Choice
    weights: NDArray[Any] = field(repr=False)
    bias: NDArray[Any] | None = field(repr=False)
    kernel: Kernel | None = field(repr=False)
    fallback: "Fallback | None" = field(repr=False)

    @property
    def backend(self) -> str:
        """Name of the backend that answers."""
        return self.choice.backend

    def __call__(self, x: ArrayLike, out: NDArray[Any] | None = None) -> NDArray[Any]:
        """Convolve `x`.

        Parameters
        ----------
        x : array_like
            Of exactly the shape and dtype that the plan was made for.
        out : ndarray, optional
            Where to write the result; as in `conv`.

        Returns
        -------
        ndarray
            The result, `out` if that was given.
        """
        array, problem = as_array("x", x), self.problem
        if array.shape != problem.x_shape:
            raise ValueError(
                f"x has shape {array.shape}; allowed: {problem.x_shape}, as this plan was made for"
            )
        if array.dtype != problem.x_dtype:
            raise TypeError(
                f"x has dtype {array.dtype}; allowed: {problem.x_dtype}, as this plan was made for"
            )
        if out is not None:
            check_out(problem, out, {"x": (x, array)})
        try:
            if self.fallback is None:
                return execute(problem, self.kernel, array, self.bias, out)[0]
            return self.fallback.unless(self.kernel, array, self.bias, out)
        except BrokenBackend:
            if self.choice.source == "forced":
                raise
        return make_plan(problem, decide(problem), self.weights, self.bias)(array, out)

    def __repr__(self) -> str:
        return f"<polyconv.Plan: {self.problem}; {self.choice}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return make_plan, (self.problem, self.choice, self.weights, self.bias)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class Fallback:
    """What answers where values veto a kernel that mixes all inputs into each output.

    That is a dot product. Its weights are prepared when values first do: most data are finite, and
    prepared weights and a backend's maps of the input take memory.

    Parameters
    ----------
    problem : Problem
    choose : callable
        Gives the choice among dot products: a plan's was made with it, a call makes one if it must.
    w : ndarray
        Canonical weights.
    largest_weight : float
        The largest magnitude among them.
    """

    def __init__(
        self,
        problem: Problem,
        choose: Callable[[], Choice],
        w: NDArray[Any],
        largest_weight: float,
    ) -> None:
        self._problem, self._choose = problem, choose
        self._w, self._largest_weight = w, largest_weight

    @cached_property
    def _kernel(self) -> Kernel | None:
        """The prepared weights. Threads that ask at the same time may prepare them twice."""
        return prepare(self._problem, backend_named(self._choose().backend), self._w)

    def unless(
        self,
        kernel: Kernel | None,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any] | None,
    ) -> NDArray[Any]:
        """Run `kernel`, unless values of `x` veto it; if it looks at them itself, run it first."""
        looks = getattr(kernel, "tracks_max_abs", False)
        if looks or is_finite(self._problem, x, self._largest_weight):
            out, most = execute(self._problem, kernel, x, bias, out)
            if not looks:
                return out
            if most is not None and are_small(self._problem, most, self._largest_weight):
                return out
        return execute(self._problem, self._kernel, x, bias, out)[0]


def make_plan(problem: Problem, choice: Choice, w: NDArray[Any], bias: NDArray[Any] | None) -> Plan:
    """Prepare `w` for the chosen backend, and for a dot product where values may veto it."""
    backend = backend_named(choice.backend)
    weights = w.copy(order="K")
    weights.setflags(write=False)
    if bias is not None:
        bias = bias.copy()
        bias.setflags(write=False)
    canonical = problem.canonical_w(weights)
    fallback: Fallback | None = None
    if not backend.dot_product and choice.source != "forced":
        plain = decide(problem, dot_products_only=True)
        largest_weight = largest(w)
        if are_small(problem, 0.0, largest_weight):
            fallback = Fallback(problem, lambda: plain, canonical, largest_weight)
        else:
            choice, backend = plain, backend_named(plain.backend)
    try:
        kernel = prepare(problem, backend, canonical)
    except BrokenBackend:
        if choice.source == "forced":
            raise
        return make_plan(problem, decide(problem), w, bias)
    return Plan(
        problem=problem,
        choice=choice,
        weights=weights,
        bias=bias,
        kernel=kernel,
        fallback=fallback,
    )


def prepare(problem: Problem, backend: Backend, w: NDArray[Any]) -> Kernel | None:
    """The kernel for canonical weights `w`; None where there is nothing to multiply."""
    return None if problem.empty else backend.prepare(problem, w)


def _fresh(problem: Problem) -> NDArray[Any]:
    """An uninitialised result; a large one starts at a cache line, where vectors write faster."""
    size = problem.out_bytes
    if size < _LARGE:
        return np.empty(problem.out_shape, problem.dtype)
    memory = np.empty(size + 64, np.uint8)
    start = -memory.ctypes.data % 64
    return memory[start : start + size].view(problem.dtype).reshape(problem.out_shape)


def execute(
    problem: Problem,
    kernel: Kernel | None,
    x: NDArray[Any],
    bias: NDArray[Any] | None,
    out: NDArray[Any] | None,
) -> tuple[NDArray[Any], float | None]:
    """Run a prepared kernel on checked arrays in the caller's layout.

    Returns
    -------
    result : ndarray
    most : float or None
        The largest magnitude that the kernel read, if it looks.
    """
    fits, most = True, None
    if out is None:
        out = _fresh(problem)
    else:
        fits = out.flags.aligned
    target = out
    if not problem.canonical:
        x, target = problem.canonical_x(x), problem.canonical_out(out)
    if kernel is None:
        target[...] = 0 if bias is None else bias.reshape(-1, *(1,) * problem.rank)
    elif fits:
        most = kernel(x, bias, target, threads_now(problem.workers))
    else:
        aligned = np.empty(target.shape, problem.dtype)
        most = kernel(x, bias, aligned, threads_now(problem.workers))
        target[...] = aligned
    return out, most
