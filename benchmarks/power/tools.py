"""Three judges of one planting: the gate, asv and pytest-benchmark, each as its users call it.

A planting is the text that `study.planted` reads, or empty. Every judge answers with the workloads
that it calls slower, and how it ended.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.gate.process import calm_environment

__all__ = ["JUDGES", "Judgement", "planting"]

_HERE = Path(__file__).resolve().parent
_BENCH = _HERE / "planted_bench.py"


@dataclass
class Judgement:
    """One run: exit status, workloads called slower, seconds, and what else is worth keeping."""

    status: int
    slower: list[str]
    seconds: float
    more: dict[str, Any] = field(default_factory=dict)


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def planting(workload: str, share: float) -> str:
    """What to plant, found in a process that is as calm as those that are timed."""
    command = [sys.executable, str(_BENCH), workload, str(share)]
    status, said = _run(command, _HERE, calm_environment())
    if status:
        raise RuntimeError(said)
    return said.strip()


def _gate(plant: str, seed: int, scratch: Path) -> Judgement:
    """``polyconv-ab``: the two sides are interpreters that differ in the planting alone."""
    sides = []
    for side, here in (("old", ""), ("new", plant)):
        python = scratch / side
        python.write_text(f"#!/bin/sh\nPOLYCONV_PLANT='{here}' exec '{sys.executable}' \"$@\"\n")
        python.chmod(0o755)
        sides.append(str(python))
    record = scratch / "gate.json"
    tool = str(Path(sys.executable).with_name("polyconv-ab"))
    command = [tool, *sides, "--bench", str(_BENCH), "--json", str(record), "--seed", str(seed)]
    start = time.perf_counter()
    status, said = _run(command, scratch, calm_environment())
    seconds = time.perf_counter() - start
    if not record.exists():
        raise RuntimeError(said)
    content = json.loads(record.read_text())
    rows = content["workloads"]
    return Judgement(
        status,
        [row["workload"] for row in rows if row["outcome"] == "slower"],
        seconds,
        {
            "undecided": [row["workload"] for row in rows if row["outcome"] == "undecided"],
            "times": {row["workload"]: [row["old_seconds"], row["new_seconds"]] for row in rows},
        },
    )


_ASV = {
    "version": 1,
    "project": "planted",
    "repo": "repository",
    "branches": ["main"],
    "environment_type": "virtualenv",
    "pythons": [f"{sys.version_info.major}.{sys.version_info.minor}"],
    "benchmark_dir": "benchmarks",
    "build_command": [],
    "install_command": ["in-dir={build_dir} python install.py"],
    "uninstall_command": [],
}

# What asv installs of a commit: the planting, and a path to the polyconv that is compared.
_INSTALL = """\
import shutil, sysconfig
from pathlib import Path
there = Path(sysconfig.get_path("purelib"))
(there / "polyconv_here.pth").write_text({packages!r})
shutil.copy("plant.py", there / "plant.py")
"""

_ASV_BENCH = """\
import os, sys
import plant
os.environ["POLYCONV_PLANT"] = plant.PLANT
sys.path.append({folder!r})
from planted_bench import BENCHES

class Quick:
    params = list(BENCHES)
    param_names = ["workload"]
    def setup(self, workload):
        self.call = BENCHES[workload]()
    def time_call(self, workload):
        self.call()
"""


def _asv(plant: str, seed: int, scratch: Path) -> Judgement:
    """``asv continuous`` of two commits that differ in the planting alone."""
    import polyconv

    repository = scratch / "repository"
    environment = calm_environment()
    git = ["git", "-c", "user.name=power", "-c", "user.email=power@localhost", "-C"]
    if not repository.exists():
        (scratch / "benchmarks").mkdir()
        (scratch / "benchmarks" / "__init__.py").touch()
        (scratch / "benchmarks" / "quick.py").write_text(_ASV_BENCH.format(folder=str(_HERE)))
        (scratch / "asv.conf.json").write_text(json.dumps(_ASV))
        repository.mkdir()
        packages = str(Path(polyconv.__file__).parents[1])
        (repository / "install.py").write_text(_INSTALL.format(packages=packages))
        _must([*git, str(repository), "init", "--quiet", "--initial-branch=main"])
        _must(["asv", "machine", "--yes"], scratch)
    for here, name in (("", "old"), (plant, "new")):
        (repository / "plant.py").write_text(f"PLANT = {here!r}  # run {seed} {name}\n")
        _must([*git, str(repository), "add", "."])
        _must([*git, str(repository), "commit", "--quiet", "-m", f"{seed} {name}"])
    start = time.perf_counter()
    command = ["asv", "continuous", "--factor", "1.05", "main~1", "main"]
    status, said = _run(command, scratch, environment)
    seconds = time.perf_counter() - start
    if status not in (0, 1) or "quick.Quick" not in said + "BENCHMARKS NOT SIGNIFICANTLY CHANGED":
        raise RuntimeError(said)
    worse = re.findall(r"^\|?\s*\+\s.*Quick\.time_call\('(.+?)'\)", said, re.MULTILINE)
    return Judgement(status, worse, seconds)


_PYTEST_BENCH = """\
import sys
import pytest
sys.path.append({folder!r})
from planted_bench import BENCHES

@pytest.mark.parametrize("workload", BENCHES)
def test_call(benchmark, workload):
    benchmark(BENCHES[workload]())
"""


def _pytest(plant: str, seed: int, scratch: Path) -> Judgement:
    """``--benchmark-compare-fail`` against the figures that a first run has saved."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    (folder / "test_quick.py").write_text(_PYTEST_BENCH.format(folder=str(_HERE)))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_quick.py"]
    start = time.perf_counter()
    environment = calm_environment()
    _must([*command, "--benchmark-autosave"], folder, environment)
    compare = ["--benchmark-compare", "--benchmark-compare-fail=min:5%"]
    planted = {**environment, "POLYCONV_PLANT": plant}
    status, said = _run([*command, *compare], folder, planted)
    seconds = time.perf_counter() - start
    worse = re.findall(r"test_call\[(.+?)\] \(\S+\) - Field 'min' has failed", said)
    if (status != 0) != bool(worse):
        raise RuntimeError(said)
    return Judgement(status, worse, seconds)


def _must(
    command: list[str], folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> None:
    subprocess.run(
        command, cwd=folder, env=environment or os.environ, check=True, capture_output=True
    )


JUDGES: Mapping[str, Callable[[str, int, Path], Judgement]] = {
    "gate": _gate,
    "asv": _asv,
    "pytest-benchmark": _pytest,
}
