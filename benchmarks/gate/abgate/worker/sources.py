"""Which kind of bench file, or folder of them, this is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from .modules import ModuleSource
from .timing import Workload

__all__ = ["Source", "open_source"]

_TESTS = ("test_*.py", "*_test.py")


class Source(Protocol):
    """The workloads of a bench file."""

    def names(self) -> dict[str, Any]:
        """Return ``names``, ``quick``, ``memory_only`` and ``broken``."""

    def facts(self) -> dict[str, str]:
        """Return what the bench file tells about its build."""

    def run(self, name: str, use: Callable[[Workload], Any]) -> None:
        """Make a workload ready, and use it."""


def open_source(bench: Path, scratch: Path, serve: Callable[[Source], None]) -> None:
    """Read the workloads of `bench`, and serve them.

    Files named as pytest names tests are tests, and so is what a folder holds that has such files.
    """
    folder = bench.is_dir()
    tests = any(any(bench.rglob(p) if folder else [bench.match(p)]) for p in _TESTS)
    if not tests:
        serve(ModuleSource(bench, scratch))
        return
    try:
        from .tests import TestSource
    except ModuleNotFoundError:
        raise SystemExit(
            f"{bench} holds tests, and this build has no pytest; allowed: --with pytest"
        ) from None
    source = TestSource(bench)
    source.serve(lambda: serve(source))
