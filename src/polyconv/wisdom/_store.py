"""Wisdom in memory: the user's timings, the read-only ones, and those of other machines."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from polyconv._problem import Problem

from ._document import MACHINE, Entry, Table, Timings, context_here, key_of

__all__ = ["Imported", "Store"]


@dataclass(frozen=True)
class Imported:
    """The result of importing a document.

    Attributes
    ----------
    taken : int
        Number of problems without timings before.
    merged : int
        Number of problems that had timings; the faster of two times of a backend stays.
    rejected : tuple of str
        Reason for each entry that was not believed.
    elsewhere : int
        Number of those taken or merged that belong to another machine or other versions: they are
        kept and exported, but never decide.
    machines : int
        Machines and versions whose unit times were taken or merged.
    """

    taken: int = 0
    merged: int = 0
    rejected: tuple[str, ...] = ()
    elsewhere: int = 0
    machines: int = 0


class Store:
    """Timings by problem, and unit times, protected by a lock.

    Parameters
    ----------
    use_units : callable
        Called with the unit times of this context when they change.

    Attributes
    ----------
    generation : int
        Changes with every change of what is remembered.
    knows_problems : bool
        True if any problem has timings in this context.
    """

    def __init__(self, use_units: Callable[[Timings], object]) -> None:
        self.generation = 0
        self._use_units = use_units
        self._units: Timings = {}  # the unit times given to `use_units` last
        self.knows_problems = False
        # Timings of this context are kept apart, without its text. The text holds the version of
        # BLAS, which takes 1 ms to read, and most processes never write wisdom.
        self._here: dict[str, Timings] = {}
        self._elsewhere: Table = {}
        self._read_only: dict[str, Timings] = {}
        self._lock = Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._renew_lock)

    def _renew_lock(self) -> None:
        # Another thread of the parent may have held the lock; the child does not have that thread.
        self._lock = Lock()

    def record(self, problem: Problem, seconds: Mapping[str, float]) -> None:
        """Add timings measured in this process."""
        with self._lock:
            _unite(self._here, key_of(problem), seconds)
            self._changed()

    def record_machine(self, seconds: Mapping[str, float]) -> None:
        """Add unit times measured in this process."""
        with self._lock:
            _unite(self._here, MACHINE, seconds)
            self._changed()

    def recall_machine(self) -> Timings:
        """Return the unit times of this context, the user's or else the read-only ones."""
        with self._lock:
            return dict(self._units)

    def recall(self, problem: Problem) -> Timings:
        """Return the user's timings of `problem`, else the read-only ones, else none."""
        if not self.knows_problems:
            return {}
        key = key_of(problem)
        with self._lock:
            return dict(self._here.get(key) or self._read_only.get(key) or {})

    def take(self, entries: Iterable[Entry | str]) -> Imported:
        """Add entries to the user's timings; a str is the reason why an entry was rejected."""
        taken = merged = elsewhere = machines = 0
        rejected = []
        here = context_here()
        with self._lock:
            for entry in entries:
                if isinstance(entry, str):
                    rejected.append(entry)
                    continue
                is_here = entry.context == here
                rows = self._here if is_here else self._elsewhere.setdefault(entry.context, {})
                known = _unite(rows, entry.key, entry.seconds)
                if entry.key == MACHINE:
                    machines += 1
                    continue
                taken, merged = taken + (not known), merged + known
                elsewhere += not is_here
            self._changed()
        return Imported(taken, merged, tuple(rejected), elsewhere, machines)

    def take_read_only(self, entries: Iterable[Entry]) -> None:
        """Keep the entries of this context, for problems of which the user has no timings."""
        here = context_here()
        with self._lock:
            for entry in entries:
                if entry.context == here:
                    _unite(self._read_only, entry.key, entry.seconds)
            self._changed()

    def table(self) -> Table:
        """Return the user's timings, those of other machines and versions included."""
        with self._lock:
            table = {
                context: {key: dict(times) for key, times in rows.items()}
                for context, rows in self._elsewhere.items()
            }
            if self._here:
                table[context_here()] = {key: dict(times) for key, times in self._here.items()}
            return table

    def united_with(self, entries: Iterable[Entry]) -> Table:
        """Return the user's timings united with `entries`; the store itself does not change."""
        table = self.table()
        for entry in entries:
            _unite(table.setdefault(entry.context, {}), entry.key, entry.seconds)
        return table

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            for table in (self._here, self._elsewhere, self._read_only):
                table.clear()
            self._changed()

    def counts(self) -> dict[str, int]:
        """Return the numbers that `polyconv.wisdom.info` reports."""
        with self._lock:
            return {
                "problems": len(_problems(self._here)),
                "timings": sum(map(len, _problems(self._here).values())),
                "elsewhere": sum(len(_problems(rows)) for rows in self._elsewhere.values()),
                "system": len(_problems(self._read_only)),
            }

    def _changed(self) -> None:
        """Report changed unit times, and then count the change: no choice keeps old unit times."""
        units = self._here.get(MACHINE) or self._read_only.get(MACHINE) or {}
        if units != self._units:
            self._units = units
            self._use_units(units)
        tables = self._here, self._read_only
        self.knows_problems = any(len(rows) > (MACHINE in rows) for rows in tables)
        self.generation += 1


def _problems(rows: dict[str, Timings]) -> dict[str, Timings]:
    """Return the rows of problems."""
    return {key: times for key, times in rows.items() if key != MACHINE}


def _unite(rows: dict[str, Timings], key: str, seconds: Mapping[str, float]) -> bool:
    """Merge timings into those of `key`, the faster ones stay; return True if it had any."""
    known = rows.get(key)
    fresh = dict(known or {})
    for backend, time in seconds.items():
        fresh[backend] = min(time, fresh.get(backend, time))
    rows[key] = fresh
    return known is not None
