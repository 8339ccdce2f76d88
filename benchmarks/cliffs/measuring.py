"""The comparison of one case: check all results, then time the calls in turn.

It runs in the process of its caller, which should be pinned to one CPU.
"""

import gc
import time
from collections.abc import Callable
from typing import Any

import polyconv

from .agreement import disagreement
from .alternatives import ALTERNATIVES, calls_of
from .cases import CliffCase
from .summary import OURS
from .task import Call, CliffTask

__all__ = ["CaseComparison"]

# Minimum seconds of a batch of short calls that is timed as one.
_MIN_BATCH = 100e-6
# Maximum time, relative to the fastest, of alternatives that are timed again.
_MAX_RATIO = 2.5
# Maximum seconds of a call that is repeated.
_MAX_REPEATED = 10.0
# Maximum number of calls of each variant on new shapes, because sizes move away from the case's.
_MAX_NEW_SHAPES = 25

# Shapes of earlier rounds in this process.
_seen: set[str] = set()


class CaseComparison:
    """One case, our call and those of all alternatives that can compute it.

    Parameters
    ----------
    case : CliffCase

    Attributes
    ----------
    seconds : dict
        The fastest call of each alternative so far, and of `OURS`.
    wrong : dict
        For alternatives with another result: how it differs.
    """

    def __init__(self, case: CliffCase) -> None:
        self.case = case
        self.task = CliffTask(case)
        self.seconds: dict[str, float] = {}
        self.wrong: dict[str, str] = {}
        self._calls: dict[str, Call] = {}
        self._results: dict[str, Any] = {}
        self._number = 0

    def run_alternatives(self) -> None:
        """Run each alternative once; `run_ours` checks the results."""
        _seen.add(str(self.case))
        self._calls = calls_of(self.task)
        for name, call in self._calls.items():
            try:
                self.seconds[name], self._results[name] = _timed_result(call)
            except Exception as error:  # of any library
                self.wrong[name] = f"{type(error).__name__}: {str(error)[:120]}"

    def run_ours(self) -> None:
        """Run our call once, and check the results of the alternatives."""
        self._calls[OURS] = self.task.ours
        self.seconds[OURS], y = _timed_result(self.task.ours)
        for name, result in self._results.items():
            wrong = disagreement(self.task, result, y)
            if wrong is not None:
                self.wrong[name] = wrong
                del self.seconds[name]
        self._results.clear()

    def time(self, seconds: float) -> None:
        """Time our call and close alternatives in turn, for about `seconds` of CPU time."""
        one_round = self._new_shapes if self.case.call == "new_shape" else self._repeated
        if self.seconds[OURS] > _MAX_REPEATED:
            return
        if self.case.call == "new_shape" and self._number == 0:
            # First runs are dropped: their times include loading libraries.
            self.seconds = dict.fromkeys(self.seconds, float("inf"))
        deadline, rounds = time.process_time() + seconds, 0
        gc.disable()
        try:
            while rounds == 0 or time.process_time() < deadline:
                one_round()
                rounds += 1
                if self.case.call == "new_shape" and rounds == _MAX_NEW_SHAPES:
                    break
        finally:
            gc.enable()

    def _repeated(self) -> None:
        close = _MAX_RATIO * min(self.seconds.values())
        for name in list(self.seconds):
            if name == OURS or self.seconds[name] <= close:
                repeats = max(1, int(_MIN_BATCH / self.seconds[name]))
                self.seconds[name] = min(self.seconds[name], _timed(self._calls[name], repeats))

    def _new_shapes(self) -> None:
        """Time one call of each variant on one shape that none has seen.

        All get the same shape, because sizes grow. Ours comes first, because SciPy keeps plans of
        transforms, which our backends on SciPy would reuse.
        """
        case = self._unseen()
        for name in sorted(self.seconds, key=lambda name: name != OURS):
            task = CliffTask(case)
            call = task.ours if name == OURS else ALTERNATIVES[name](task)
            if call is not None:
                self.seconds[name] = min(self.seconds[name], _timed(call, 1))

    def _unseen(self) -> CliffCase:
        """Return the case with sizes that no call of this process has seen."""
        while True:
            self._number += 1
            case = self.case.varied(self._number)
            if str(case) not in _seen:
                _seen.add(str(case))
                return case

    @property
    def backend(self) -> str:
        """The backend that computes our call."""
        task = self.task
        return polyconv.choose(task.x, task.w, prepared=False, **self.case.options).backend


def _timed(call: Callable[[], object], repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        call()
    return (time.process_time() - start) / repeats


def _timed_result(call: Call) -> tuple[float, Any]:
    start = time.process_time()
    result = call()
    return max(time.process_time() - start, 1e-9), result
