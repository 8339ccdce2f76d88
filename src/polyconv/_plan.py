"""A `Plan`: one problem with its weights prepared, to be applied to many inputs."""

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
from ._select import Choice, decide, is_finite, largest

__all__ = ["Plan", "execute", "make_plan", "prepare"]

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
    largest_weight: float = field(repr=False)
    bias: NDArray[Any] | None = field(repr=False)
    kernel: Kernel | None = field(repr=False)
    fallback: "_Fallback | None" = field(repr=False)

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
        kernel, fallback = self.kernel, self.fallback
        try:
            if fallback is not None and not is_finite(problem, array, self.largest_weight):
                kernel = fallback.kernel
            return execute(problem, kernel, array, self.bias, out)
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


class _Fallback:
    """The dot product that answers where values veto; its weights are prepared when one first does.

    Most data are finite, and prepared weights and a backend's maps of the input take memory.
    """

    def __init__(self, problem: Problem, choice: Choice, weights: NDArray[Any]) -> None:
        self._problem, self._choice, self._weights = problem, choice, weights

    @cached_property
    def kernel(self) -> Kernel | None:
        """The prepared weights. Threads that ask at the same time may prepare them twice."""
        return prepare(self._problem, backend_named(self._choice.backend), self._weights)


def make_plan(problem: Problem, choice: Choice, w: NDArray[Any], bias: NDArray[Any] | None) -> Plan:
    """Prepare `w` for the chosen backend, and for a dot product where values may veto it."""
    backend = backend_named(choice.backend)
    plain: Choice | None = None
    largest_weight = 0.0
    if not backend.dot_product and choice.source != "forced":
        plain = decide(problem, dot_products_only=True)
        largest_weight = largest(w)
        if not is_finite(problem, w[:0], largest_weight):
            choice, backend, plain = plain, backend_named(plain.backend), None
    weights = w.copy(order="K")
    weights.setflags(write=False)
    if bias is not None:
        bias = bias.copy()
        bias.setflags(write=False)
    canonical = problem.canonical_w(weights)
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
        largest_weight=largest_weight,
        bias=bias,
        kernel=kernel,
        fallback=None if plain is None else _Fallback(problem, plain, canonical),
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
) -> NDArray[Any]:
    """Run a prepared kernel on checked arrays in the caller's layout."""
    fits = True
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
        kernel(x, bias, target, threads_now(problem.workers))
    else:
        aligned = np.empty(target.shape, problem.dtype)
        kernel(x, bias, aligned, threads_now(problem.workers))
        target[...] = aligned
    return out
