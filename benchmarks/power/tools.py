"""The tools that search for a planted slowdown: the gate, asv and pytest-benchmark.

Each is called as by its users. `plant` is the text that `planted_bench` reads, or empty. Each run
returns the workloads that the tool calls slower, and its exit status.
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

from abgate.process import calm_environment

__all__ = ["TOOLS", "ToolRun", "planting"]

_HERE = Path(__file__).resolve().parent
_BENCH = _HERE / "planted_bench.py"
# ``python -m`` finds the gate of this checkout in the working directory.
_GATE = _HERE.parent / "gate"


@dataclass
class ToolRun:
    """One run: exit status, workloads called slower, seconds, and further measurements."""

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
    """Return the text for a slowdown, calibrated in the environment of the timed processes."""
    command = [sys.executable, str(_BENCH), workload, str(share)]
    status, output = _run(command, _HERE, calm_environment())
    if status:
        raise RuntimeError(output)
    return output.strip()


def _gate(plant: str, seed: int, scratch: Path) -> ToolRun:
    """Run ``abgate``; both sides are interpreters that differ only in the slowdown."""
    sides = []
    for side, text in (("old", ""), ("new", plant)):
        python = scratch / side
        python.write_text(f"#!/bin/sh\nPOLYCONV_PLANT='{text}' exec '{sys.executable}' \"$@\"\n")
        python.chmod(0o755)
        sides.append(str(python))
    record = scratch / "gate.json"
    command = [
        *[sys.executable, "-m", "abgate"],
        *sides,
        "--bench",
        str(_BENCH),
        "--json",
        str(record),
        "--seed",
        str(seed),
    ]
    start = time.perf_counter()
    status, output = _run(command, _GATE, calm_environment())
    seconds = time.perf_counter() - start
    if not record.exists():
        raise RuntimeError(output)
    content = json.loads(record.read_text())
    rows = content["workloads"]
    return ToolRun(
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

# asv installs this of a commit: the slowdown, and a path to the compared polyconv.
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


def _asv(plant: str, seed: int, scratch: Path) -> ToolRun:
    """Run ``asv continuous`` on two commits that differ only in the slowdown."""
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
        _checked([*git, str(repository), "init", "--quiet", "--initial-branch=main"])
        _checked(["asv", "machine", "--yes"], scratch)
    for text, name in (("", "old"), (plant, "new")):
        (repository / "plant.py").write_text(f"PLANT = {text!r}  # run {seed} {name}\n")
        _checked([*git, str(repository), "add", "."])
        _checked([*git, str(repository), "commit", "--quiet", "-m", f"{seed} {name}"])
    start = time.perf_counter()
    command = ["asv", "continuous", "--factor", "1.05", "main~1", "main"]
    status, output = _run(command, scratch, environment)
    seconds = time.perf_counter() - start
    if status not in (0, 1) or "quick.Quick" not in output + "BENCHMARKS NOT SIGNIFICANTLY CHANGED":
        raise RuntimeError(output)
    worse = re.findall(r"^\|?\s*\+\s.*Quick\.time_call\('(.+?)'\)", output, re.MULTILINE)
    return ToolRun(status, worse, seconds)


_PYTEST_BENCH = """\
import sys
import pytest
sys.path.append({folder!r})
from planted_bench import BENCHES

@pytest.mark.parametrize("workload", BENCHES)
def test_call(benchmark, workload):
    benchmark(BENCHES[workload]())
"""


def _pytest(plant: str, seed: int, scratch: Path) -> ToolRun:
    """Run ``--benchmark-compare-fail`` against the times saved by a first run."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    (folder / "test_quick.py").write_text(_PYTEST_BENCH.format(folder=str(_HERE)))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_quick.py"]
    start = time.perf_counter()
    environment = calm_environment()
    _checked([*command, "--benchmark-autosave"], folder, environment)
    compare = ["--benchmark-compare", "--benchmark-compare-fail=min:5%"]
    planted = {**environment, "POLYCONV_PLANT": plant}
    status, output = _run([*command, *compare], folder, planted)
    seconds = time.perf_counter() - start
    worse = re.findall(r"test_call\[(.+?)\] \(\S+\) - Field 'min' has failed", output)
    if (status != 0) != bool(worse):
        raise RuntimeError(output)
    return ToolRun(status, worse, seconds)


def _checked(
    command: list[str], folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> None:
    subprocess.run(
        command, cwd=folder, env=environment or os.environ, check=True, capture_output=True
    )


TOOLS: Mapping[str, Callable[[str, int, Path], ToolRun]] = {
    "gate": _gate,
    "asv": _asv,
    "pytest-benchmark": _pytest,
}
