"""The table of alternatives: for each, the function that makes its call for a task, or none."""

from .rearranged import PREFIX, REARRANGED
from .task import Call, CliffTask
from .with_numpy import NUMPY
from .with_scipy import SCIPY
from .with_torch import TORCH

__all__ = ["ALTERNATIVES", "calls_of", "is_library"]

# Alternatives by name. A function returns None for problems that its library cannot compute, or
# would compute too slowly.
ALTERNATIVES = {**NUMPY, **SCIPY, **TORCH, **REARRANGED}


def calls_of(task: CliffTask) -> dict[str, Call]:
    """Return the calls of the alternatives that can compute a problem, by name.

    Where every call is of a new shape or in a new process, other libraries alone take part.
    """
    calls = {}
    for name, make in ALTERNATIVES.items():
        if task.case.call == "repeated" or is_library(name):
            call = make(task)
            if call is not None:
                calls[name] = call
    return calls


def is_library(name: str) -> bool:
    """True if the alternative is another library, False if it is polyconv itself."""
    return not name.startswith(PREFIX)
