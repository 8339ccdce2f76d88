"""The public functions `choose` and `explain`: choices for arrays or shapes; nothing is run."""

from functools import lru_cache
from typing import Any, Unpack

from numpy.typing import ArrayLike

from ._arguments import Ints, ProblemOptions, is_transposed
from ._arrays import as_array
from ._axis_order import axis_order
from ._backend import UnsupportedProblem
from ._cache_key import cache_key
from ._explain import Explanation, explain_problem
from ._machine import default_workers
from ._problem import Problem
from ._problem_cache import problem_of
from ._registry import backend_named
from ._request import described, is_shape
from ._select import Choice, decide, decide_for, state
from ._veto import is_finite, max_abs

__all__ = ["choose", "explain"]


def choose(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike | tuple[int, ...],
    *,
    backend: str = "auto",
    prepared: bool = False,
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> Choice:
    """Choose the backend as `conv` or a plan would; nothing is run or timed.

    Parameters
    ----------
    x, w : array_like, or tuple of int
        The arrays, or just their shapes. A shape takes its dtype from the other argument, or from
        ``dtype=``; if neither tells, it is float64, as in NumPy. Filters given as a shape count as
        dense. Filters given as an array are tested for a structure, as `factor` finds it.
    backend : str, default "auto"
        As in `conv`.
    prepared : bool, default False
        True if the weights are prepared, as in a `plan`. `conv` prepares them in every call. That
        may take longer than a whole call of another backend.
    transpose, output_padding
        As in `plan`. A transposed convolution is computed in phases. Backend and source are those
        of the phase with the most operations; the time is that of all phases. `conv_transpose`
        computes some small calls by one matrix product instead (see its notes). For such calls
        `choose` returns the choice of the phases as well; only `explain` tells which calls they
        are.
    **options
        The other keyword arguments of `conv` or `conv_transpose`, except `out`.

    Returns
    -------
    Choice
        The backend's name, where the choice comes from, and the time it is expected to take.

    Examples
    --------
    >>> from polyconv import choose
    >>> choose((1, 64, 56, 56), (64, 64, 3, 3), padding=1, dtype="float32", rtol=0).source
    'model'
    """
    if is_transposed(transpose, output_padding):
        from .transposed._choice import choose_transposed

        return choose_transposed(x, w, backend, prepared, output_padding, options)
    if type(backend) is str and type(prepared) is bool:
        key = cache_key(x, w, options)  # type: ignore[arg-type]
        if key is not None:
            workers = 0 if options.get("workers") else default_workers()
            choice = _cached_choice(key, workers, state(), backend, prepared)
            if choice is not None:
                return choice
    return _chosen(x, w, backend, prepared, options)[1]


@lru_cache(maxsize=4096)
def _cached_choice(
    key: tuple[Any, ...],
    _default_workers: int,
    _state: tuple[Any, ...],
    backend: str,
    prepared: bool,
) -> Choice | None:
    """Return the choice for the arguments in `key`, which `cache_key` made.

    None if it may depend on the structure of the weights, which the key does not tell.
    """
    x_shape, x_dtype, w_shape, w_dtype, _, *rest = key
    values, names = rest[: len(rest) // 2], rest[len(rest) // 2 :]
    options: Any = dict(zip(names, values, strict=True))
    problem = problem_of(x_shape, x_dtype, w_shape, w_dtype, options)
    if w_dtype is None:  # a shape
        return decide(problem, backend, prepared=prepared)
    if problem.max_rank > 0 if prepared else problem.tests_weights:
        return None
    try:
        return decide(problem, backend, prepared=prepared)
    except UnsupportedProblem:
        return None


def _chosen(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike | tuple[int, ...],
    backend: str,
    prepared: bool,
    options: ProblemOptions,
) -> tuple[Problem, Choice]:
    """Return the problem as `conv` would compute it for these arrays or shapes, and the choice."""
    problem = problem_of(*described("x", x), *described("w", w), options)
    weights = None if is_shape(w) else as_array("w", w)
    order = None if is_shape(x) else axis_order(problem, as_array("x", x), backend, weights)
    if weights is None:
        problem = problem if order is None else order.problem
        return problem, decide(problem, backend, prepared=prepared)
    if order is not None:
        problem, weights = order.problem, order.of_w(weights)
    return decide_for(problem, problem.canonical_w(weights), backend, prepared=prepared)


def explain(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike | tuple[int, ...],
    *,
    backend: str = "auto",
    prepared: bool = False,
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> Explanation:
    """Explain the choice of the backend: reasons, predicted times and bounds of all candidates.

    Parameters
    ----------
    x, w, backend, prepared, transpose, output_padding, **options
        As in `choose`. Of a transposed convolution, the phase with the most operations is
        explained.

    Returns
    -------
    Explanation
        The choice and its source; for each backend the reason that excludes it, predicted times of
        a call and of preparing the weights, remembered time, error bound and workspace. ``print``
        shows a table, ``to_dict()`` is for code. Nothing is run, but where arrays are given, their
        values may veto, as in `conv`.

    Raises
    ------
    UnsupportedProblem
        If a `backend` is named that cannot compute the problem, as `conv` would.

    Examples
    --------
    >>> from polyconv import explain
    >>> report = explain((1, 1, 512, 512), (1, 1, 3, 3), dtype="int64").to_dict()
    >>> [c["reason"] for c in report["candidates"] if c["backend"] == "im2col"]
    ['dtype int64; im2col multiplies through BLAS, which has floats and complex only']
    """
    if is_transposed(transpose, output_padding):
        from .transposed._choice import explain_transposed

        return explain_transposed(x, w, backend, prepared, output_padding, options)
    problem, choice = _chosen(x, w, backend, prepared, options)
    finite = True
    if not (is_shape(x) or is_shape(w) or backend_named(choice.backend).dot_product):
        finite = is_finite(problem, as_array("x", x), max_abs(as_array("w", w)))
    return explain_problem(problem, backend, prepared=prepared, finite=finite)
