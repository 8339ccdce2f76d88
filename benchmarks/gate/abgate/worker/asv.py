"""Benchmarks as asv defines them: ``time_`` and ``peakmem_`` functions and methods.

The order of setups, the meaning of ``params``, ``number`` and ``setup_cache``, and the names are
asv's, so that a suite is read as it is. ``track_``, ``mem_`` and ``timeraw_`` are passed over: the
first two give no time or peak, and the last times code in a process of its own.
"""

from __future__ import annotations

import hashlib
import inspect
import itertools
import os
import pickle
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from .timing import Workload

__all__ = ["AsvBenchmark", "benchmarks_in"]

_TIME = re.compile(r"(Time[A-Z_].+)|(time_.+)")
_PEAKMEM = re.compile(r"(PeakMem[A-Z_].+)|(peakmem_.+)")
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class AsvBenchmark:
    """A benchmark with one combination of its parameters.

    Parameters
    ----------
    make : callable
        Returns the function, and what may hold its attributes: the function itself, the instance
        of its class, its module.
    values : tuple
        The parameters.
    memory_only : bool
        True for ``peakmem_``.
    """

    def __init__(
        self, make: Callable[[], tuple[Any, list[Any]]], values: tuple[Any, ...], memory_only: bool
    ) -> None:
        self._make, self._values, self.memory_only = make, values, memory_only

    def run(self, use: Callable[[Workload], Any], scratch: Path) -> None:
        """Set up, use the workload, and tear down, in a folder of its own below `scratch`."""
        function, sources = self._make()
        values = self._values
        cache = _first(sources, "setup_cache")
        where = os.getcwd()
        if cache is not None:
            values = (_cached(cache, scratch), *values)
        setups = [setup for source in reversed(sources) for setup in _own(source, "setup")]
        teardowns = [teardown for source in sources for teardown in _own(source, "teardown")]

        def set_up() -> None:
            for setup in setups:
                setup(*values)

        def tear_down() -> None:
            for teardown in teardowns:
                teardown(*values)

        def again() -> None:
            tear_down()
            set_up()

        number = _first(sources, "number") or 0
        try:
            set_up()
            # asv sets up before each batch. The gate does so if the suite fixes the number of calls
            # of a batch. Otherwise calls follow each other without a setup, as within asv's
            # batches.
            before = again if number and setups else None
            clock = _first(sources, "timer")
            use(Workload(partial(function, *values), before, int(number), clock))
            tear_down()
        finally:
            os.chdir(where)


def benchmarks_in(module: ModuleType, prefix: str) -> Iterator[tuple[str, AsvBenchmark]]:
    """Yield the benchmarks of a module by name, `prefix` before each."""
    for name, found in list(vars(module).items()):
        if name.startswith("_"):
            continue
        if inspect.isclass(found) and not inspect.isabstract(found):
            for attribute, function in inspect.getmembers(found, inspect.isfunction):
                if _kind(attribute, function) is not None:
                    make = partial(_of_class, found, attribute, module)
                    yield from _combined(f"{prefix}{found.__name__}.{attribute}", attribute, make)
        elif inspect.isfunction(found) and _kind(name, found) is not None:
            yield from _combined(prefix + name, name, partial(_of_module, found, module))


def _of_class(kind: type, attribute: str, module: ModuleType) -> tuple[Any, list[Any]]:
    instance = kind()
    function = getattr(instance, attribute)
    return function, [function, instance, module]


def _of_module(function: Any, module: ModuleType) -> tuple[Any, list[Any]]:
    return function, [function, module]


def _kind(name: str, function: Any) -> str | None:
    if getattr(function, "skip_benchmark", False):
        return None
    if _TIME.fullmatch(name):
        return "time"
    return "peakmem" if _PEAKMEM.fullmatch(name) else None


def _combined(
    name: str, attribute: str, make: Callable[[], tuple[Any, list[Any]]]
) -> Iterator[tuple[str, AsvBenchmark]]:
    """Yield a benchmark for each combination of its parameters."""
    function, sources = make()
    memory_only = _kind(attribute, function) == "peakmem"
    params = list(_first(sources, "params") or [])
    if params and not isinstance(params[0], (tuple, list)):
        params = [params]
    if not params:
        yield name, AsvBenchmark(make, (), memory_only)
        return
    skipped = [tuple(values) for values in getattr(function, "skip_params", ())]
    words = [_words(axis) for axis in params]
    for places in itertools.product(*(range(len(axis)) for axis in params)):
        values = tuple(axis[place] for axis, place in zip(params, places, strict=True))
        if values not in skipped:
            shown = ", ".join(axis[place] for axis, place in zip(words, places, strict=True))
            yield f"{name}({shown})", AsvBenchmark(make, values, memory_only)


def _words(axis: Any) -> list[str]:
    """Return the values of a parameter as texts: distinct ones, and the same in every process."""
    texts = [_ADDRESS.sub("", repr(value)) for value in axis]
    return [
        f"{text} ({texts[:place].count(text)})" if texts.count(text) > 1 else text
        for place, text in enumerate(texts)
    ]


def _own(source: Any, name: str) -> list[Any]:
    found = getattr(source, name, None)
    return [] if found is None else [found]


def _first(sources: list[Any], name: str) -> Any:
    """Return the attribute of the first of `sources` that has it, or None."""
    return next((found for source in sources for found in _own(source, name)), None)


def _cached(setup_cache: Callable[[], Any], scratch: Path) -> Any:
    """Return what ``setup_cache`` returned the first time in this build, and enter its folder."""
    code = inspect.unwrap(setup_cache).__code__
    key = f"{code.co_filename}:{code.co_firstlineno}"
    folder = scratch / hashlib.sha256(key.encode()).hexdigest()[:16]
    kept = folder / "kept.pickle"
    folder.mkdir(exist_ok=True)
    os.chdir(folder)
    if not kept.exists():
        value = setup_cache()
        # Renamed into place: a process that ends while it writes leaves nothing half written.
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(pickle.dumps(value))
        fresh.replace(kept)
    with kept.open("rb") as file:
        return pickle.load(file)
