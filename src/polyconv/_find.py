"""Measuring: `find` times the backends on the caller's arrays and remembers what it saw."""

import math
from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import wisdom
from ._arguments import ProblemOptions
from ._arrays import as_array
from ._measure import interleave
from ._model import predict
from ._plan import execute, prepare
from ._problem import Problem
from ._request import make_problem
from ._select import eligible, is_finite, largest

__all__ = ["Timing", "find", "measure"]

# A backend that is predicted to be this many times slower than the best is not measured.
_HOPELESS = 100.0


@dataclass(frozen=True)
class Timing:
    """One backend's measured time for a problem.

    Attributes
    ----------
    backend : str
        Its name.
    seconds : float
        Best time of one call with prepared weights.
    median : float
        Median time of the runs.
    runs : int
        How many runs were timed.
    workspace : int
        Bytes that the backend allocates beside the output.
    """

    backend: str
    seconds: float
    median: float
    runs: int
    workspace: int


def find(
    x: ArrayLike,
    w: ArrayLike,
    *,
    budget: float = 1.0,
    **options: Unpack[ProblemOptions],
) -> list[Timing]:
    """Measure the eligible backends on these arrays, and remember what was measured.

    Parameters
    ----------
    x, w : array_like
        The arrays; they are not modified.
    budget : float, default 1.0
        Seconds to spend on timed runs, about.
    **options
        The other keyword arguments of `conv`, except `out` and `backend`.

    Returns
    -------
    list of Timing
        Fastest first. Backends predicted to be hopelessly slow are left out.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import find
    >>> timings = find(np.ones((1, 16, 16)), np.ones((4, 1, 3, 3)), budget=0.01)
    >>> timings[0].seconds <= timings[-1].seconds
    True
    """
    if isinstance(budget, bool) or not isinstance(budget, (int, float)):
        raise TypeError(f"budget={budget!r} must be a number of seconds")
    if not 0 < budget < math.inf:
        raise ValueError(f"budget={budget!r} must be a positive, finite number of seconds")
    xa, wa = as_array("x", x), as_array("w", w)
    problem = make_problem(xa.shape, xa.dtype, wa.shape, wa.dtype, **options)
    return measure(problem, xa, wa, budget)


def measure(problem: Problem, x: NDArray[Any], w: NDArray[Any], budget: float) -> list[Timing]:
    """Time the eligible backends that are not hopeless, fastest first, and record the times."""
    problem.require_memory()
    candidates = eligible(problem)
    finite = is_finite(problem, x, largest(w))
    if not finite:
        candidates = [backend for backend in candidates if backend.dot_product]
    predicted = {backend.name: predict(backend, problem) for backend in candidates}
    slowest = _HOPELESS * min(predicted.values())
    candidates = [backend for backend in candidates if predicted[backend.name] <= slowest]
    canonical = problem.canonical_w(w)
    out = np.empty(problem.out_shape, problem.dtype)
    kernels = [prepare(problem, backend, canonical) for backend in candidates]
    calls = [lambda kernel=kernel: execute(problem, kernel, x, None, out) for kernel in kernels]
    samples = interleave(calls, budget)
    timings = [
        Timing(
            backend.name,
            sample.best,
            sample.median,
            sample.runs,
            backend.cost(problem).workspace,
        )
        for backend, sample in zip(candidates, samples, strict=True)
    ]
    # What values ruled out was not measured, and must not look slow to calls with other values.
    if finite:
        wisdom.record(problem, {timing.backend: timing.seconds for timing in timings})
    return sorted(timings, key=lambda timing: timing.seconds)
