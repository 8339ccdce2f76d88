"""Backends of other packages: their answers are checked, and a broken backend is excluded.

A mistake in one package must not fail calls that did not name its backend. So every answer of such
a backend is checked. Once it raises or returns an invalid answer, it refuses all problems, with the
mistake as the reason, and one warning reports it.
"""

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._backend import Backend, Cost, Kernel, UnsupportedProblem
from ._problem import Problem

__all__ = ["BrokenBackend", "Guarded", "faults", "left_out"]

_faults = 0
_counting = Lock()


def faults() -> int:
    """Return the number of backends that broke so far, for the keys of cached choices."""
    return _faults


class BrokenBackend(UnsupportedProblem):
    """A backend of another package broke its promises in this call; it is left out from now on."""


def left_out(name: str, package: str, why: str) -> str:
    """Return the text of the warning about an excluded backend."""
    return f"polyconv leaves out the backend {name!r} of {package}: {why}"


@dataclass(frozen=True)
class _Answers:
    """A backend's checked answers for one problem."""

    reason: str | None
    cost: Cost
    bound: float


class Guarded(Backend):
    """A backend whose answers are checked.

    Attributes
    ----------
    name, dot_product
        Those of the backend, as they were when it was loaded.
    """

    def __init__(self, backend: Backend, package: str) -> None:
        self.name = str(backend.name)
        self.dot_product = backend.dot_product
        self._backend = backend
        self._package = package
        self._fault: str | None = None

    def unsupported(self, p: Problem) -> str | None:
        """Return the backend's reason, or the mistake that broke it."""
        return self._ask(p).reason

    def cost(self, p: Problem) -> Cost:
        """Return the backend's counts; zeros if it broke."""
        return self._ask(p).cost

    def error_bound(self, p: Problem) -> float:
        """Return the backend's bound; infinite if it broke."""
        return self._ask(p).bound

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Return the backend's kernel, guarded likewise.

        Raises
        ------
        BrokenBackend
            If the backend raises, or returns an object that cannot be called.
        """
        kernel = self.guard("prepare", lambda: self._backend.prepare(p, w))
        if not callable(kernel):
            self._broke(f"prepare returned {kernel!r}, which cannot be called")

        return _GuardedKernel(self, kernel)

    def _ask(self, p: Problem) -> _Answers:
        nothing = Cost(0, 0, 0)
        if self._fault is None:
            try:
                reason = self.guard("unsupported", lambda: self._backend.unsupported(p))
                if reason is not None:
                    self._demand(isinstance(reason, str) and bool(reason), "unsupported", reason)
                    return _Answers(reason, nothing, math.inf)
                cost = self.guard("cost", lambda: self._backend.cost(p))
                self._demand(_is_cost(cost), "cost", cost)
                bound = self.guard("error_bound", lambda: self._backend.error_bound(p))
                self._demand(_is_bound(bound), "error_bound", bound)
                return _Answers(None, cost, float(bound))
            except BrokenBackend:
                pass
        return _Answers(f"it is left out: {self._fault}", nothing, math.inf)

    def guard(self, part: str, call: Callable[[], Any]) -> Any:
        """Return the result of `call`; if it raises, the backend is excluded from now on."""
        try:
            return call()
        except MemoryError:
            raise  # no mistake of the backend
        except Exception as error:
            self._broke(f"{part} raised {type(error).__name__}: {error}", error)

    def _demand(self, good: bool, part: str, answer: object) -> None:
        if not good:
            self._broke(f"{part} returned {answer!r}; polyconv.Backend documents what is allowed")

    def _broke(self, why: str, cause: Exception | None = None) -> None:
        global _faults
        with _counting:
            first, self._fault = self._fault is None, why
            _faults += first
        if first:
            warnings.warn(left_out(self.name, self._package, why), RuntimeWarning, stacklevel=2)
        raise BrokenBackend(f"{self.name}: {why}") from cause


class _GuardedKernel(Kernel):
    """A kernel whose exceptions exclude its backend; it reports no maximum of the input."""

    def __init__(self, backend: Guarded, kernel: Kernel) -> None:
        self._backend = backend
        self._kernel = kernel

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Run the kernel."""
        self._backend.guard("its kernel", lambda: self._kernel(x, bias, out, workers))


def _is_cost(answer: object) -> bool:
    if not isinstance(answer, Cost) or not isinstance(answer.variant, str):
        return False
    return all(
        isinstance(count, (int, np.integer)) and not isinstance(count, bool) and count >= 0
        for name, count in vars(answer).items()
        if name != "variant"
    )


def _is_bound(answer: object) -> bool:
    real = isinstance(answer, (int, float, np.floating)) and not isinstance(answer, bool)
    return real and 0 <= answer < math.inf  # type: ignore[operator]
