"""``POLYCONV_VERBOSE=1``: one line on standard error for each convolution that a backend computes.

A line names the problem, the backend and the source of its choice, and the time of the call::

    polyconv: conv x (1x64x56x56) w (64x64x3x3) padding 1x1 float32: winograd (model), 0.372 ms

Calls that no backend computes print nothing: `nanconv` in one pass, `conv_transpose` of few pixels,
gradients of weights by their own micro-kernels, and passes of the filters of ndimage.

The variable is read when polyconv is imported. Without it `prints_choice` returns functions as they
are, and `VERBOSE` is False, so that a call pays for one look at it.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from threading import local
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from ._problem import Problem
    from ._select import Choice

__all__ = ["VERBOSE", "note", "prints_choice"]

VERBOSE = os.environ.get("POLYCONV_VERBOSE", "") not in ("", "0")

_P = ParamSpec("_P")
_R = TypeVar("_R")

# The notes of this thread's calls, the innermost last.
_calls = local()


class _Call:
    """The notes of one call."""

    def __init__(self) -> None:
        self.problem: Problem | None = None
        self.choice: Choice | None = None


def note(problem: "Problem", choice: "Choice") -> None:
    """Note the backend that answers the present call; after a veto, the last note counts."""
    calls = getattr(_calls, "stack", ())
    if calls:
        calls[-1].problem, calls[-1].choice = problem, choice


def prints_choice(name: str) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator that prints what a call noted; calls without a note print nothing."""

    def decorate(function: Callable[_P, _R]) -> Callable[_P, _R]:
        if not VERBOSE:
            return function

        @wraps(function)
        def printing(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            stack: list[Any] = _calls.__dict__.setdefault("stack", [])
            stack.append(_Call())
            start = time.perf_counter()
            try:
                result = function(*args, **kwargs)
                seconds = time.perf_counter() - start
            finally:
                call = stack.pop()
            if call.choice is not None:
                by = f"{call.choice.backend} ({call.choice.source})"
                line = f"polyconv: {name} {call.problem}: {by}, {1e3 * seconds:.3g} ms\n"
                sys.stderr.write(line)
            return result

        return printing

    return decorate
