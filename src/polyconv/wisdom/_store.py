"""Wisdom in memory: the timings of the user, of the system layer below, and of elsewhere."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from polyconv._problem import Problem

from ._document import Entry, Table, Timings, context_here, key_of

__all__ = ["Elsewhere", "Imported", "Store"]


@dataclass(frozen=True)
class Imported:
    """What became of the problems in a document.

    Attributes
    ----------
    taken : int
        Problems of which nothing was known.
    merged : int
        Problems united with what was known; the faster of two times of a backend stays.
    rejected : tuple of str
        Why each of the others was not believed.
    elsewhere : int
        How many of those taken or merged belong to another machine or other versions: they are
        kept and shown, but never decide.
    """

    taken: int = 0
    merged: int = 0
    rejected: tuple[str, ...] = ()
    elsewhere: int = 0


@dataclass(frozen=True)
class Elsewhere:
    """What one other machine, or this one with other versions, took for a problem.

    Attributes
    ----------
    machine, versions : dict
        Whose timings they are.
    seconds : dict
        Backend -> seconds; infinite for one that was passed over as hopeless.
    """

    machine: dict[str, Any]
    versions: dict[str, Any]
    seconds: dict[str, float]


class Store:
    """Timings by problem, behind a lock.

    Attributes
    ----------
    generation : int
        Changes with every change of what is remembered.
    """

    def __init__(self) -> None:
        self.generation = 0
        # What is measured here has no context until someone asks for it: to know the BLAS costs
        # a millisecond, and most processes never write wisdom.
        self._here: dict[str, Timings] = {}
        self._elsewhere: Table = {}
        self._system: Table = {}
        self._lock = Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._renew_lock)

    def _renew_lock(self) -> None:
        # Another thread of the parent, which the child does not have, may have held it.
        self._lock = Lock()

    def record(self, problem: Problem, seconds: Mapping[str, float]) -> None:
        """Remember what was measured here."""
        with self._lock:
            _unite(self._here, key_of(problem), seconds)
            self.generation += 1

    def recall(self, problem: Problem) -> Timings:
        """The user's timings of `problem`, else those of the system layer, else none."""
        if not self._here and not self._system:
            return {}
        key = key_of(problem)
        with self._lock:
            known = self._here.get(key)
            if known is None and self._system:
                known = self._system.get(context_here(), {}).get(key)
            return dict(known or {})

    def recall_foreign(self, problem: Problem) -> list[Elsewhere]:
        """The timings of `problem` in other contexts, in their order as text.

        The user's come before the system's of the same context.
        """
        if not self._elsewhere and not self._system:
            return []
        key = key_of(problem)
        with self._lock:
            here = context_here() if self._system else None
            united = {**self._system, **self._elsewhere}
            found = [
                (context, {**self._system.get(context, {}), **self._elsewhere.get(context, {})})
                for context in sorted(united)
                if context != here
            ]
            return [
                Elsewhere(**json.loads(context), seconds=dict(table[key]))
                for context, table in found
                if key in table
            ]

    def take(self, entries: Iterable[Entry | str], *, system: bool = False) -> Imported:
        """Take up entries; for those that are reasons instead, only the reason is kept."""
        taken = merged = strange = 0
        rejected = []
        here = context_here()
        with self._lock:
            for entry in entries:
                if isinstance(entry, str):
                    rejected.append(entry)
                    continue
                known = _unite(self._table_for(entry.context, system), entry.key, entry.seconds)
                taken, merged = taken + (not known), merged + known
                strange += entry.context != here
            self.generation += 1
        return Imported(taken, merged, tuple(rejected), strange)

    def _table_for(self, context: str, system: bool) -> dict[str, Timings]:
        if not system and context == context_here():
            return self._here
        return (self._system if system else self._elsewhere).setdefault(context, {})

    def table(self) -> Table:
        """The user's timings, those from elsewhere included."""
        with self._lock:
            return self._table()

    def _table(self) -> Table:
        table = {c: {k: dict(t) for k, t in rows.items()} for c, rows in self._elsewhere.items()}
        if self._here:
            table[context_here()] = {k: dict(t) for k, t in self._here.items()}
        return table

    def united_with(self, entries: Iterable[Entry]) -> Table:
        """The user's timings and those entries; nothing is remembered that was not before."""
        table = self.table()
        for entry in entries:
            _unite(table.setdefault(entry.context, {}), entry.key, entry.seconds)
        return table

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            for table in (self._here, self._elsewhere, self._system):
                table.clear()
            self.generation += 1

    def counts(self) -> dict[str, int]:
        """Numbers of problems and timings here, and of problems elsewhere and in the system."""
        with self._lock:
            return {
                "problems": len(self._here),
                "timings": sum(map(len, self._here.values())),
                "elsewhere": sum(map(len, self._elsewhere.values())),
                "system": sum(map(len, self._system.values())),
            }


def _unite(rows: dict[str, Timings], key: str, seconds: Mapping[str, float]) -> bool:
    """Add timings to those of `key`, the faster ones staying; tell whether there were any."""
    known = rows.get(key)
    fresh = dict(known or {})
    for backend, time in seconds.items():
        fresh[backend] = min(time, fresh.get(backend, time))
    rows[key] = fresh
    return known is not None
