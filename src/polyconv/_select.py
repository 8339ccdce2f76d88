"""The choice: which backend answers, and why.

Selection is a pure function of the problem, the machine and the recorded measurements; array
values can only veto (see `is_finite`). Ties go to the backend that stands first in the list.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv.backends import BACKENDS

from . import wisdom
from ._arguments import listed
from ._backend import Backend, UnsupportedProblem
from ._model import predict, predict_prepare
from ._problem import Problem

__all__ = [
    "Candidate",
    "Choice",
    "Explanation",
    "backend_named",
    "backends",
    "decide",
    "explain_problem",
    "is_finite",
    "largest",
    "set_backend",
]

# A gain smaller than this does not displace a backend that stands earlier in the list: neither
# predictions nor measurements are so exact that it would mean anything.
_MARGIN = 1.03

# The factor by which a transform may grow values on their way to a representable result.
_HEADROOM = 2.0**64

_preferred: ContextVar[str] = ContextVar("polyconv_backend", default="auto")


@dataclass(frozen=True)
class Choice:
    """Which backend answers a problem, and why.

    Attributes
    ----------
    backend : str
        Its name.
    source : str
        ``"forced"`` (the caller named it), ``"model"`` (predicted), ``"wisdom"`` (measured before)
        or ``"veto"`` (non-finite data left only the dot products).
    seconds : float or None
        Predicted or remembered time of one call with prepared weights; None if forced.
    """

    backend: str
    source: str
    seconds: float | None

    def __str__(self) -> str:
        time = "" if self.seconds is None else f", about {self.seconds:.3g} s"
        return f"{self.backend} ({self.source}{time})"


@dataclass(frozen=True)
class Candidate:
    """One backend's standing in an `Explanation`.

    Attributes
    ----------
    backend : str
        Its name.
    reason : str or None
        Why it may not answer, or None if it may.
    predicted, remembered : float or None
        Seconds for one call with prepared weights, from the model and from measurements.
    prepare : float or None
        Seconds that preparing the weights is predicted to take.
    error_bound : float or None
        Published bound on the error, in units of ``max|x| * sum|w_k|``.
    workspace : int or None
        Bytes allocated beside the output.
    """

    backend: str
    reason: str | None
    predicted: float | None
    prepare: float | None
    remembered: float | None
    error_bound: float | None
    workspace: int | None


@dataclass(frozen=True)
class Explanation:
    """Why a backend was chosen: print it for a table, `to_dict` for code."""

    problem: str
    choice: Choice
    candidates: tuple[Candidate, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dicts, lists, numbers and strings."""
        return asdict(self)

    def __str__(self) -> str:
        rows = [
            ("", "backend", "predicted", "prepare", "remembered", "error bound", "workspace", "")
        ]
        rows.extend(
            (
                "*" if c.backend == self.choice.backend else "",
                c.backend,
                _milliseconds(c.predicted),
                _milliseconds(c.prepare),
                _milliseconds(c.remembered),
                "-" if c.error_bound is None else f"{c.error_bound:.1e}",
                "-" if c.workspace is None else f"{c.workspace / 2**20:.2f} MiB",
                "" if c.reason is None else f"not eligible: {c.reason}",
            )
            for c in self.candidates
        )
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([self.problem, f"choice: {self.choice}", *lines])


def _milliseconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1e3 * seconds:.3g} ms"


@contextmanager
def set_backend(name: str) -> Iterator[None]:
    """Name the backend for calls inside a ``with`` block that do not name one themselves.

    Parameters
    ----------
    name : str
        One of `backends`, or ``"auto"``.

    Examples
    --------
    >>> import numpy as np, polyconv
    >>> with polyconv.set_backend("naive"):
    ...     polyconv.conv1d(np.ones((1, 4)), np.ones((1, 1, 2)))
    array([[2., 2., 2.]])
    """
    if name != "auto":
        backend_named(name)
    token = _preferred.set(name)
    try:
        yield
    finally:
        _preferred.reset(token)


def backends() -> tuple[str, ...]:
    """Names of the backends, in the order by which ties are broken.

    Examples
    --------
    >>> import polyconv
    >>> polyconv.backends()
    ('direct', 'winograd', 'im2col', 'fft', 'naive')
    """
    return tuple(backend.name for backend in BACKENDS)


def backend_named(name: Any) -> Backend:
    """The backend called `name`."""
    for backend in BACKENDS:
        if backend.name == name:
            return backend
    error = ValueError if isinstance(name, str) else TypeError
    raise error(f"backend={name!r}; allowed: {listed(('auto', *backends()))}")


def decide(
    problem: Problem,
    backend: Any = "auto",
    *,
    prepared: bool = True,
    dot_products_only: bool = False,
) -> Choice:
    """Choose for `problem`; a `backend` named by the caller is that backend or an error.

    A call without `prepared` weights takes the time to prepare them besides.
    """
    if dot_products_only:
        return _best(problem, prepared, True, wisdom.generation())
    name = _preferred.get() if isinstance(backend, str) and backend == "auto" else backend
    if isinstance(name, str) and name == "auto":
        return _best(problem, prepared, False, wisdom.generation())
    chosen = backend_named(name)
    reason = _unsupported(chosen, problem)
    if reason is not None:
        raise UnsupportedProblem(f"{chosen.name}: {reason}")
    return Choice(chosen.name, "forced", None)


def is_finite(problem: Problem, x: NDArray[Any], largest_w: float) -> bool:
    """Whether a backend that mixes all inputs into each output may see these values.

    `x` counts with its padding, and of the weights their `largest`. Integers are always finite.
    NaN and inf would spread, and so would values so large that a transform overflows on the way to
    a result that does not. Minima and maxima tell both, in two passes without a temporary.
    """
    if problem.accumulator.kind in "iu":
        return True
    padding = largest(np.asarray(problem.padding_value))
    reached = max(largest(x), padding) * largest_w * problem.terms
    limit = float(np.finfo(problem.accumulator).max)
    return reached <= limit / _HEADROOM


def largest(array: NDArray[Any]) -> float:
    """The largest magnitude in an array, of complex ones in their parts; NaN is infinite."""
    if array.size == 0:
        return 0.0
    if array.dtype.kind == "c":
        return max(largest(array.real), largest(array.imag))
    low, high = float(array.min()), float(array.max())
    return max(-low, high) if low == low and high == high else math.inf


def explain_problem(
    problem: Problem, backend: Any = "auto", *, prepared: bool = True
) -> Explanation:
    """Every backend's standing for `problem`."""
    candidates = []
    known = wisdom.recall(problem)
    for candidate in BACKENDS:
        reason = candidate.unsupported(problem)
        if reason is not None:
            candidates.append(Candidate(candidate.name, reason, None, None, None, None, None))
            continue
        candidates.append(
            Candidate(
                candidate.name,
                _ineligible(candidate, problem),
                predict(candidate, problem),
                predict_prepare(candidate, problem),
                known.get(candidate.name),
                candidate.error_bound(problem),
                candidate.cost(problem).workspace,
            )
        )
    return Explanation(str(problem), decide(problem, backend, prepared=prepared), tuple(candidates))


def eligible(problem: Problem) -> list[Backend]:
    """The backends that auto may choose from, in list order."""
    return [backend for backend in BACKENDS if _ineligible(backend, problem) is None]


@lru_cache(maxsize=4096)
def _best(problem: Problem, prepared: bool, dot_products_only: bool, _generation: int) -> Choice:
    best: Choice | None = None
    least = math.inf
    candidates = [b for b in eligible(problem) if b.dot_product or not dot_products_only]
    names = {backend.name for backend in candidates}
    known = {name: time for name, time in wisdom.recall(problem).items() if name in names}
    for backend in candidates:
        # A measurement of one backend says nothing of the others: all or none are compared by it.
        seconds = known.get(backend.name, math.inf) if known else predict(backend, problem)
        total = seconds if prepared else seconds + predict_prepare(backend, problem)
        if best is None or total * _MARGIN < least:
            best, least = Choice(backend.name, "wisdom" if known else "model", seconds), total
    if best is None:
        raise UnsupportedProblem(f"no backend can compute {problem}")
    return Choice(best.backend, "veto", best.seconds) if dot_products_only else best


def _unsupported(backend: Backend, problem: Problem) -> str | None:
    reason = backend.unsupported(problem)
    if reason is None and problem.workspace_limit is not None:
        workspace = backend.cost(problem).workspace
        if workspace > problem.workspace_limit:
            return f"needs {workspace} bytes; workspace_limit is {problem.workspace_limit}"
    return reason


def _ineligible(backend: Backend, problem: Problem) -> str | None:
    reason = _unsupported(backend, problem)
    if reason is None and not backend.dot_product:
        bound = backend.error_bound(problem)
        if bound > problem.rtol:
            return f"error bound {bound:.1e} exceeds rtol {problem.rtol:.1e}"
    return reason
