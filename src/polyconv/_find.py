"""`find`: time the backends on the caller's arrays and record the times as wisdom."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import wisdom
from ._arguments import Ints, ProblemOptions, is_transposed
from ._arrays import as_array
from ._axis_order import axis_order
from ._backend import Backend
from ._guard import BrokenBackend
from ._measure import interleave
from ._model import predict
from ._plan import execute, prepare
from ._problem import Problem
from ._registry import ineligible, refusal
from ._request import make_problem
from ._select import auto_candidates
from ._structure import DENSE
from ._veto import is_finite, max_abs

__all__ = ["Status", "Timing", "find", "measure"]

# Backends predicted to take more than this multiple of the best prediction are not measured.
_MAX_PREDICTED_RATIO = 100.0

Status = Literal["measured", "hopeless", "vetoed", "inaccurate", "unsupported"]


@dataclass(frozen=True)
class Timing:
    """One backend's measured time for a problem, or why it has none.

    Attributes
    ----------
    backend : str
        Its name.
    status : str
        ``"measured"``; or why it was not: ``"hopeless"`` (predicted to be far slower than another),
        ``"vetoed"`` (these values are not finite, and it would spread them), ``"inaccurate"`` (its
        error bound exceeds `rtol`) or ``"unsupported"``.
    reason : str or None
        Why it was not measured, in words and with the numbers; None if it was measured.
    seconds, median : float or None
        Best and median time of one call with prepared weights.
    spread : float or None
        Distance between the quartiles of the times, as a part of the median.
    runs : int
        Number of timed runs.
    workspace : int or None
        Bytes that the backend uses beside the output; None if it cannot compute the problem.
    """

    backend: str
    status: Status
    reason: str | None = None
    seconds: float | None = None
    median: float | None = None
    spread: float | None = None
    runs: int = 0
    workspace: int | None = None

    def __str__(self) -> str:
        if self.seconds is None or self.spread is None:
            return f"{self.backend}: {self.status}: {self.reason}"
        runs = "1 run" if self.runs == 1 else f"{self.runs} runs, spread {self.spread:.0%}"
        return f"{self.backend}: {1e3 * self.seconds:.3g} ms ({runs})"


def find(
    x: ArrayLike,
    w: ArrayLike,
    *,
    budget: float = 1.0,
    hopeless: bool = False,
    progress: Callable[[str, float], None] | None = None,
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> list[Timing]:
    """Measure the backends on these arrays, in turns, and remember what was measured.

    Parameters
    ----------
    x, w : array_like
        The arrays; they are not modified.
    budget : float, default 1.0
        Seconds to spend on timed runs, about; each backend runs at least once.
    hopeless : bool, default False
        Measure those backends, too, that are predicted to take 100 times as long as the best.
    progress : callable, optional
        Called before each turn with the name of the backend and the part of the budget that is used
        up, from 0 to 1.
    transpose, output_padding
        As in `plan`. Each phase of a transposed convolution is measured and remembered; those of
        the phase with the most operations are returned.
    **options
        The other keyword arguments of `conv` or `conv_transpose`, except `out` and `backend`.

    Returns
    -------
    list of Timing
        One for each backend that auto considers: those measured, fastest first, then the others.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import find
    >>> timings = find(np.ones((1, 16, 16)), np.ones((4, 1, 3, 3)), budget=0.01)
    >>> timings[0].status
    'measured'
    >>> timings[0].seconds <= timings[1].seconds
    True
    """
    if isinstance(budget, bool) or not isinstance(budget, (int, float)):
        raise TypeError(f"budget={budget!r} must be a number of seconds")
    if not 0 < budget < math.inf:
        raise ValueError(f"budget={budget!r} must be a positive, finite number of seconds")
    if not isinstance(hopeless, bool):
        raise TypeError(f"hopeless={hopeless!r} must be True or False")
    xa, wa = as_array("x", x), as_array("w", w)
    if is_transposed(transpose, output_padding):
        from .transposed._choice import find_transposed

        return find_transposed(xa, wa, budget, hopeless, progress, output_padding, options)
    problem = make_problem(xa.shape, xa.dtype, wa.shape, wa.dtype, **options)
    order = axis_order(problem, xa, "auto")
    if order is not None:
        problem, xa, wa = order.problem, order.of_x(xa), order.of_w(wa)
    problem = problem.for_weights(problem.canonical_w(wa))
    return measure(problem, xa, wa, budget, hopeless=hopeless, progress=progress)


def measure(
    problem: Problem,
    x: NDArray[Any],
    w: NDArray[Any],
    budget: float,
    *,
    hopeless: bool = False,
    progress: Callable[[str, float], None] | None = None,
) -> list[Timing]:
    """Time the eligible backends, record the times, and return them, fastest first."""
    problem.require_memory()
    finite = is_finite(problem, x, max_abs(w))
    considered = auto_candidates()
    standing = [_excluded(backend, problem, finite) for backend in considered]
    excluded = [timing for timing in standing if timing is not None]
    candidates = [b for b, timing in zip(considered, standing, strict=True) if timing is None]
    if not hopeless:
        excluded += _hopeless(candidates, problem)
        names = {timing.backend for timing in excluded}
        candidates = [backend for backend in candidates if backend.name not in names]
    try:
        measured = _measured(problem, candidates, x, w, budget, progress)
    except BrokenBackend:  # it refuses all problems from now on; measure the others again
        return measure(problem, x, w, budget, hopeless=hopeless, progress=progress)
    # With non-finite values some backends were not measured; a record without them would decide
    # calls with finite values, too.
    if finite:
        seconds = {t.backend: t.seconds for t in measured if t.seconds is not None}
        seconds |= {t.backend: math.inf for t in excluded if t.status == "hopeless"}
        wisdom.record(problem, seconds)
        if problem.structure != DENSE and not problem.tests_weights:
            # A plain call of so few outputs does not test its weights for structure, so it looks up
            # the times of dense filters. Record these times as those of dense filters for each
            # backend that takes equally long for both.
            dense = problem.dense
            of_dense = {b.name for b in candidates if refusal(b, dense, small_values=True) is None}
            wisdom.record(dense, {n: s for n, s in seconds.items() if n in of_dense})
    return sorted(measured, key=lambda timing: timing.seconds or 0.0) + excluded


def _excluded(backend: Backend, problem: Problem, finite: bool) -> Timing | None:
    """Return why `backend` is not measured, or None if it is."""
    reason = refusal(backend, problem, small_values=True)
    if reason is not None:
        return Timing(backend.name, "unsupported", reason)
    workspace = int(backend.cost(problem).workspace)
    reason = ineligible(backend, problem)
    if reason is not None:
        return Timing(backend.name, "inaccurate", reason, workspace=workspace)
    if not finite and not backend.dot_product:
        reason = "x or w is not finite, or too large for what it adds up on the way"
        return Timing(backend.name, "vetoed", reason, workspace=workspace)
    return None


def _hopeless(candidates: list[Backend], problem: Problem) -> list[Timing]:
    """Return the candidates that are predicted to be far slower than another."""
    predicted = {backend.name: predict(backend, problem) for backend in candidates}
    best = min(predicted.values(), default=0.0)
    return [
        Timing(
            backend.name,
            "hopeless",
            f"predicted {predicted[backend.name]:.3g} s, "
            f"{predicted[backend.name] / best:.0f} times the time of the fastest",
            workspace=int(backend.cost(problem).workspace),
        )
        for backend in candidates
        if predicted[backend.name] > _MAX_PREDICTED_RATIO * best
    ]


def _measured(
    problem: Problem,
    candidates: list[Backend],
    x: NDArray[Any],
    w: NDArray[Any],
    budget: float,
    progress: Callable[[str, float], None] | None,
) -> list[Timing]:
    def tell(which: int, done: float) -> None:
        if progress is not None:
            progress(candidates[which].name, done)

    canonical = problem.canonical_w(w)
    out = np.empty(problem.out_shape, problem.dtype)
    kernels = [prepare(problem, backend, canonical) for backend in candidates]
    calls = [lambda kernel=kernel: execute(problem, kernel, x, None, out) for kernel in kernels]
    samples = interleave(calls, budget, tell)
    return [
        Timing(
            backend.name,
            "measured",
            seconds=sample.best,
            median=sample.median,
            spread=sample.spread,
            runs=sample.runs,
            workspace=int(backend.cost(problem).workspace),
        )
        for backend, sample in zip(candidates, samples, strict=True)
    ]
