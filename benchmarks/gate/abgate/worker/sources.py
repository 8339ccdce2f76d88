"""Recognition of the kind of a bench file or folder: functions, asv's benchmarks, or tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from .modules import ModuleSource
from .timing import Workload

__all__ = ["Source", "open_source"]

_DEFINITION = re.compile(r"^\s*def (time|peakmem|bench)_", re.MULTILINE)


class Source(Protocol):
    """The workloads of a bench file."""

    def names(self) -> dict[str, Any]:
        """Return ``names``, ``quick``, ``memory_only`` and ``broken``."""

    def facts(self) -> dict[str, str]:
        """Return the facts that the bench file states about its build."""

    def run(self, name: str, use: Callable[[Workload], Any]) -> None:
        """Make a workload ready, and use it."""


def open_source(bench: Path, scratch: Path, serve: Callable[[Source], None]) -> None:
    """Read the workloads of `bench`, and serve them.

    A file holds tests if pytest would collect it by its name. A folder holds tests if it has such
    files and no other file that defines a benchmark, because asv's suites may have tests of their
    own.
    """
    if not (_holds_tests(bench) if bench.is_dir() else _is_test(bench)):
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


def _is_test(file: Path) -> bool:
    return file.match("test_*.py") or file.match("*_test.py")


def _holds_tests(folder: Path) -> bool:
    files = list(folder.rglob("*.py"))
    return any(map(_is_test, files)) and not any(
        _DEFINITION.search(file.read_text(encoding="utf-8", errors="replace"))
        for file in files
        if not _is_test(file)
    )
