"""Measured timings, remembered: what `find` learns and `choose` uses.

Kept in memory, for the life of the process.
"""

from dataclasses import replace
from threading import Lock

from ._problem import Problem

__all__ = ["forget_wisdom", "info"]

_lock = Lock()
_records: dict[Problem, dict[str, float]] = {}
_generation = 0


def record(problem: Problem, seconds: dict[str, float]) -> None:
    """Remember the measured `seconds` of each backend; the faster of two measurements stays."""
    global _generation
    with _lock:
        known = _records.setdefault(_key(problem), {})
        for backend, time in seconds.items():
            known[backend] = min(time, known.get(backend, time))
        _generation += 1


def recall(problem: Problem) -> dict[str, float]:
    """Seconds per backend measured for `problem`; empty if there are none."""
    with _lock:
        return dict(_records.get(_key(problem), {}))


def _key(problem: Problem) -> Problem:
    """`problem` without what cannot change a time."""
    return replace(problem, flip=False, padding_value=0)


def generation() -> int:
    """A number that changes with every change of the records, for caches built on them."""
    return _generation


def forget_wisdom() -> None:
    """Forget all measurements.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.forget_wisdom()
    >>> wisdom.info()
    {'problems': 0, 'timings': 0}
    """
    global _generation
    with _lock:
        _records.clear()
        _generation += 1


def info() -> dict[str, int]:
    """How much is remembered: numbers of problems and of timings.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> sorted(wisdom.info())
    ['problems', 'timings']
    """
    with _lock:
        return {"problems": len(_records), "timings": sum(map(len, _records.values()))}
