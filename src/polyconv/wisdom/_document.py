"""Wisdom as JSON: the schema of a document, and the checks of documents that are read.

::

    {"format": "polyconv wisdom", "schema": 2, "entries": [
      {"machine": {"cpu": ..., "isa": ..., "cpus": ...},
       "versions": {"polyconv": ..., "numpy": ..., "scipy": ..., "blas": ...},
       "unit_seconds": {"add_float32": 9.8e-12, "copy_l2": 1.6e-11, ...},
       "problems": [
         {"problem": {...}, "seconds": {"direct": 0.0012, "naive": null}}]}]}

"unit_seconds", which ``polyconv tune --machine`` measures, is missing where that was not run.
Versions of polyconv that do not know it ignore it, and leave it out where they write.

Times are of one call with prepared weights; null stands for a backend that was skipped as
hopeless. In memory, machine and versions together are a *context*. Contexts and problems are the
keys of dictionaries, as JSON text with sorted names. A problem whose filters have a structure has
one more field, "structure": "box", "separable", or "rank 2" and so on.
"""

import json
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from polyconv._machine import blas_of_scipy, fingerprint
from polyconv._problem import Problem
from polyconv._structure import DENSE

__all__ = [
    "MACHINE",
    "SCHEMA",
    "BadDocument",
    "Entry",
    "Table",
    "Timings",
    "as_document",
    "context_here",
    "entries_of",
    "key_of",
    "unit_fault",
]

FORMAT = "polyconv wisdom"
# Incremented when a field changes its meaning or is removed. Readers refuse newer schemas. Schema 1
# had one backend "fft" for what are "fft" and "fft_tiled" now; see `_of_schema_1`.
SCHEMA = 2

# Backend -> seconds; infinite for one that was skipped as hopeless. Of a machine: unit -> seconds.
Timings = dict[str, float]
# Context -> problem, or `MACHINE` -> timings.
Table = dict[str, dict[str, Timings]]
# The key of a machine's unit times, beside those of problems.
MACHINE = "machine"
# Limits of a unit time in seconds. They keep predictions finite; no unit comes near them.
_MIN_UNIT, _MAX_UNIT = 1e-15, 1.0

_SIZES = ("x", "w", "stride", "dilation")
_COUNTS = ("groups", "workers")
_NAMES = ("padding_mode", "data_format", "x_dtype", "w_dtype", "dtype")
# The field of the filters' structure. It is absent for dense filters, and in files of versions that
# did not know structures.
_STRUCTURE = "structure"
_FIELDS = frozenset((*_SIZES, *_COUNTS, *_NAMES, "pads", "workspace_limit", "rtol", _STRUCTURE))


class BadDocument(ValueError):
    """A document that is damaged, of another format, or of a later schema."""


@dataclass(frozen=True)
class Entry:
    """The timings of one problem, or the unit times of the machine, in one context."""

    context: str
    key: str
    seconds: Timings


@lru_cache(maxsize=1024)
def key_of(problem: Problem) -> str:
    """Return the key of `problem`: the options that can change a backend's time.

    These are left out:

    - `flip`, because weights are flipped when they are prepared;
    - `padding_value`;
    - whether one image has a batch axis;
    - the size of the whole arrays if the problem is a part of them: a part takes the time measured
      for arrays of its own size;
    - the residual of a structure, which changes which backends may answer, not how long they take.

    `workspace_limit` and `rtol` are in the key, because backends choose their blocks and tiles by
    them. So are `workers` and the layout.
    """
    p = problem
    fields: dict[str, Any] = {
        "x": [p.batch, p.in_channels, *p.spatial],
        "w": [p.out_channels, p.ic_per_group, *p.kernel],
        "groups": p.groups,
        "stride": p.stride,
        "dilation": p.dilation,
        "pads": p.pads,
        "padding_mode": p.padding_mode if any(map(any, p.pads)) else "zeros",
        "data_format": p.data_format,
        "x_dtype": p.x_dtype.name,
        "w_dtype": p.w_dtype.name,
        "dtype": p.dtype.name,
        "workspace_limit": p.workspace_limit,
        "rtol": p.rtol,
        "workers": p.workers,
    }
    if p.structure != DENSE:
        fields[_STRUCTURE] = str(p.structure)
    return _text(fields)


@cache
def context_here() -> str:
    """Return the machine and the versions in use, as text."""
    from importlib.metadata import version

    versions = {package: version(package) for package in ("polyconv", "numpy", "scipy")}
    return _text({"machine": fingerprint(), "versions": {**versions, "blas": blas_of_scipy()}})


def as_document(table: Table) -> dict[str, Any]:
    """Return a table as a document, in sorted order."""
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "entries": [_group(context, rows) for context, rows in sorted(table.items()) if rows],
    }


def _group(context: str, rows: dict[str, Timings]) -> dict[str, Any]:
    group = json.loads(context)
    if MACHINE in rows:
        group["unit_seconds"] = dict(sorted(rows[MACHINE].items()))
    problems = [_row(key, rows[key]) for key in sorted(rows) if key != MACHINE]
    return {**group, "problems": problems}


def entries_of(document: object) -> Iterator[Entry | str]:
    """The entries of a document; for each that is refused, the reason.

    Raises
    ------
    BadDocument
        If it is no document of this schema at all.
    """
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise BadDocument(f'it is not polyconv\'s: no "format": "{FORMAT}" in it')
    schema: Any = document.get("schema")
    if not _is_count(schema) or schema < 1:
        raise BadDocument(f"its schema is {schema!r}; allowed: 1 to {SCHEMA}")
    if schema > SCHEMA:
        raise BadDocument(f"its schema is {schema}, of a later version; allowed: 1 to {SCHEMA}")
    groups = document.get("entries")
    if not isinstance(groups, list):
        raise BadDocument('it has no list of "entries"')
    entries = _entries(groups)
    return _of_schema_1(entries) if schema < SCHEMA else entries


def _of_schema_1(entries: Iterator[Entry | str]) -> Iterator[Entry | str]:
    """Assign the times of the former backend "fft" to the backend they were measured on.

    With one input channel in a group, the former "fft" always computed as `fft_tiled` does. With
    more, its times may be those of `fft_tiled` or of today's `fft`, so they are dropped.
    """
    for entry in entries:
        if isinstance(entry, str) or entry.key == MACHINE or "fft" not in entry.seconds:
            yield entry
            continue
        seconds = {name: time for name, time in entry.seconds.items() if name != "fft"}
        if json.loads(entry.key)["w"][1:2] == [1]:
            seconds["fft_tiled"] = entry.seconds["fft"]
        if seconds:
            yield Entry(entry.context, entry.key, seconds)


def _entries(groups: list[Any]) -> Iterator[Entry | str]:
    for number, group in enumerate(groups):
        where = f"entries[{number}]"
        rows = group.get("problems") if isinstance(group, Mapping) else None
        context = _context(group)
        if context is None or not isinstance(rows, list):
            yield f"{where} lacks machine, versions or problems"
            continue
        if "unit_seconds" in group:
            seconds = group["unit_seconds"]
            fault = unit_fault(seconds)
            if fault:
                yield f"{where} {fault}"
            else:
                times = {unit: float(time) for unit, time in seconds.items()}
                yield Entry(context, MACHINE, times)
        for index, row in enumerate(rows):
            found = _entry(context, row)
            yield f"{where}.problems[{index}] {found}" if isinstance(found, str) else found


def _entry(context: str, row: object) -> Entry | str:
    if not isinstance(row, Mapping):
        return "is no object"
    problem, seconds = row.get("problem"), row.get("seconds")
    if not isinstance(problem, Mapping) or not _FIELDS - {_STRUCTURE} <= set(problem) <= _FIELDS:
        return f"has no problem with the fields {', '.join(sorted(_FIELDS))}"
    wrong = [name for name in problem if not _is_good(name, problem[name])]
    if wrong:
        return f"has {wrong[0]}={problem[wrong[0]]!r}"
    if not isinstance(seconds, Mapping) or not seconds:
        return "has no seconds"
    for backend, time in seconds.items():
        if not isinstance(backend, str) or not (time is None or _is_positive(time)):
            return f"has seconds of {backend!r}: {time!r}"
    times = {name: math.inf if time is None else float(time) for name, time in seconds.items()}
    return Entry(context, _text(problem), times)


def unit_fault(seconds: object) -> str | None:
    """Return the fault of unit times, in words that follow a name, or None."""
    if not isinstance(seconds, Mapping) or not seconds:
        return "has no unit_seconds"
    for unit, time in seconds.items():
        if not (isinstance(unit, str) and _is_positive(time) and _MIN_UNIT <= time <= _MAX_UNIT):
            return f"has unit_seconds of {unit!r}: {time!r}; allowed: {_MIN_UNIT} to {_MAX_UNIT}"
    return None


def _context(group: object) -> str | None:
    if not isinstance(group, Mapping):
        return None
    parts = {name: group.get(name) for name in ("machine", "versions")}
    good = all(
        isinstance(part, Mapping) and all(isinstance(v, (str, int)) for v in part.values())
        for part in parts.values()
    )
    return _text(parts) if good else None


def _row(key: str, seconds: Timings) -> dict[str, Any]:
    times = {
        name: seconds[name] if math.isfinite(seconds[name]) else None for name in sorted(seconds)
    }
    return {"problem": json.loads(key), "seconds": times}


def _is_good(name: str, value: Any) -> bool:
    if name in _NAMES:
        return isinstance(value, str)
    if name == _STRUCTURE:
        return isinstance(value, str) and value != str(DENSE)
    if name in _COUNTS:
        return _is_count(value)
    if name == "workspace_limit":
        return value is None or _is_count(value)
    if name == "rtol":
        return _is_positive(value) or (value == 0 and not isinstance(value, bool))
    if name == "pads":
        return isinstance(value, list) and all(_are_counts(pair) for pair in value)
    return _are_counts(value)


def _are_counts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_count, value))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_positive(value: Any) -> bool:
    real = isinstance(value, (int, float)) and not isinstance(value, bool)
    return real and 0 < value <= sys.float_info.max


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
