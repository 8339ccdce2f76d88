"""The reasons for which a backend may not answer: it cannot, or its error may be too large."""

from ._backend import Backend
from ._problem import Problem

__all__ = ["ineligible", "over_budget", "refusal"]


def refusal(backend: Backend, problem: Problem, *, small_values: bool = False) -> str | None:
    """Return why `backend` cannot compute `problem` within its workspace limit, or None.

    With `small_values`, problems count that it computes only where the values allow it.
    """
    reason = backend.unsupported(problem)
    if small_values and reason is not None and backend.supports_small_values(problem):
        reason = None
    if reason is None and problem.workspace_limit is not None:
        workspace = backend.cost(problem).workspace
        if workspace > problem.workspace_limit:
            return f"needs {workspace} bytes; workspace_limit is {problem.workspace_limit}"
    return reason


def ineligible(backend: Backend, problem: Problem) -> str | None:
    """Return why auto may not choose `backend` for `problem`, or None."""
    reason = refusal(backend, problem, small_values=True)
    return reason or over_budget(backend, problem)


def over_budget(backend: Backend, problem: Problem) -> str | None:
    """Return why the error of `backend` may exceed the budget ``rtol``, or None."""
    if backend.dot_product:
        return None
    bound = backend.error_bound(problem)
    if bound <= problem.rtol:
        return None
    return f"error bound {bound:.1e} exceeds rtol {problem.rtol:.1e}"
