"""Bench files that are imported: a file, or a package of them as asv's suites are."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from .asv import AsvBenchmark, benchmarks_in
from .timing import Workload

__all__ = ["ModuleSource"]

_PREFIX = "bench_"


class ModuleSource:
    """The workloads of an imported file or package.

    Each function ``bench_NAME()`` prepares a workload and returns the call to be timed.
    ``BENCHES``, a dict of such functions by name, adds more; ``QUICK``, a tuple of names, lists
    those of ``--quick``. ``facts()`` returns a dict of texts on which times depend, beside the
    versions of libraries. asv's benchmarks are found, too. `NotImplementedError` means that the
    build cannot compute the workload.

    Parameters
    ----------
    bench : Path
        The file or the folder.
    scratch : Path
        Folder for results of ``setup_cache``.
    """

    def __init__(self, bench: Path, scratch: Path) -> None:
        self._scratch = scratch
        self._builders: dict[str, Callable[[], Any]] = {}
        self._asv: dict[str, AsvBenchmark] = {}
        self._quick: list[str] = []
        self._facts: list[Callable[[], dict[str, str]]] = []
        self.broken: dict[str, str] = {}
        # Files of a folder that have not been imported, by their names below the folder.
        self._pending: dict[str, str] = {}
        if bench.is_dir():
            package = _package(bench)
            self._add(package, "")
            for file in sorted(bench.rglob("*.py")):
                parts = file.relative_to(bench).with_suffix("").parts
                if parts[-1] != "__init__":
                    self._pending[".".join(parts)] = f"{package.__name__}.{'.'.join(parts)}"
        else:
            self._add(_file(bench), "")

    def _import(self, below: str) -> None:
        """Import a file of the folder; one that cannot be imported is noted as broken."""
        try:
            self._add(importlib.import_module(self._pending.pop(below)), f"{below}.")
        except Exception as error:  # a suite's file may need what this build lacks
            traceback.print_exc()
            self.broken[below] = f"{type(error).__name__}: {error}"[:300]

    def _add(self, module: ModuleType, prefix: str) -> None:
        content = vars(module)
        builders = {
            name[len(_PREFIX) :]: value
            for name, value in content.items()
            if name.startswith(_PREFIX) and callable(value)
        }
        builders.update(content.get("BENCHES", {}))
        asv = dict(benchmarks_in(module, prefix))
        self._builders.update({prefix + name: builder for name, builder in builders.items()})
        self._asv.update(asv)
        quick = content.get("QUICK")
        if quick is None:
            self._quick += [*(prefix + name for name in builders), *asv]
        else:
            self._quick += [prefix + name for name in quick]
        if callable(content.get("facts")):
            self._facts.append(content["facts"])

    def names(self) -> dict[str, Any]:
        """Return a dictionary of four entries.

        - ``names``: all workloads.
        - ``quick``: those of ``--quick``.
        - ``memory_only``: those that measure memory, and no time.
        - ``broken``: files that failed to import, each with its error.
        """
        for below in list(self._pending):
            self._import(below)
        return {
            "names": [*self._builders, *self._asv],
            "quick": self._quick,
            "memory_only": [name for name, each in self._asv.items() if each.memory_only],
            "broken": self.broken,
        }

    def facts(self) -> dict[str, str]:
        """Return the facts about the build that the `facts` functions of the bench files state."""
        return {name: text for each in self._facts for name, text in each().items()}

    def run(self, name: str, use: Callable[[Workload], Any]) -> None:
        """Make a workload ready, and use it; of a folder, only its file is imported."""
        for below in [each for each in self._pending if name.startswith(f"{each}.")]:
            self._import(below)
        if name in self._asv:
            self._asv[name].run(use, self._scratch)
            return
        call = self._builders[name]()
        if not callable(call):
            raise TypeError(f"it returned {call!r}; allowed: the function to be timed")
        use(Workload(call))


def _package(folder: Path) -> ModuleType:
    """Import a folder as the package of its name, wherever it stands."""
    start = folder / "__init__.py"
    if not start.exists():
        module = ModuleType(folder.name)
        module.__path__ = [str(folder)]
        sys.modules[folder.name] = module
        return module
    return _imported(folder.name, start, [str(folder)])


def _file(path: Path) -> ModuleType:
    """Import a file: alone, or as the module of a package whose folder it stands in."""
    root = path.parent
    while (root.parent / "__init__.py").exists() and (root / "__init__.py").exists():
        root = root.parent
    if not (root / "__init__.py").exists():
        # At the end: modules beside the bench file must not hide installed ones.
        sys.path.append(str(path.parent))
        return _imported("bench_file", path, None)
    _package(root)
    parts = path.relative_to(root).with_suffix("").parts
    return importlib.import_module(".".join([root.name, *parts]))


def _imported(name: str, path: Path, search: list[str] | None) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=search)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
