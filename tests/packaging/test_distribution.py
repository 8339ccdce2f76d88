"""The files that describe the package agree with each other and with what is installed."""

import importlib
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

import polyconv
from polyconv.backends import BACKENDS

ROOT = Path(__file__).parents[2]
PACKAGE = Path(polyconv.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MESON = (ROOT / "meson.build").read_text(encoding="utf-8")


def requirements(*groups):
    """Return name -> version specifier, with names normalised as package indexes do."""
    return {
        re.sub(r"[-_.]+", "-", name).lower(): specifier
        for group in groups
        for name, specifier in (re.fullmatch(r"([\w.-]+)(.*)", each).groups() for each in group)
    }


def asv_configuration():
    text = (ROOT / "asv.conf.json").read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_every_place_says_the_same_version():
    assert re.search(r"version: '([^']+)'", MESON)[1] == PROJECT["project"]["version"]
    assert version("polyconv") == polyconv.__version__ == PROJECT["project"]["version"]
    assert PROJECT["project"]["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_asv_installs_what_the_project_requires():
    build = PROJECT["build-system"]["requires"]
    wanted = requirements(build, PROJECT["project"]["dependencies"])
    got = requirements(asv_configuration()["matrix"]["req"])
    # meson-python asks for ninja by itself, but only in isolated builds.
    assert got.keys() == wanted.keys() | {"ninja"}
    # asv reads ">=2" as "==2", and a pin would contradict what is supported.
    assert not any(asv_configuration()["matrix"]["req"].values())


def test_the_parts_of_the_project_agree_on_versions():
    groups = {
        "build": PROJECT["build-system"]["requires"],
        "run": PROJECT["project"]["dependencies"],
    }
    groups |= PROJECT["project"]["optional-dependencies"]
    seen = {}
    for group, lines in groups.items():
        for name, specifier in requirements([x for x in lines if "[" not in x]).items():
            other, known = seen.setdefault(name, (group, specifier))
            assert specifier == known, f"{name} differs between {other} and {group}"


def sources(folder, *suffixes):
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "__pycache__" not in path.parts
    }


def named_in_meson(top):
    """Files that the meson.build files from a folder down name, as paths in the checkout."""
    named = set()
    for build in (ROOT / top).rglob("meson.build"):
        text = build.read_text(encoding="utf-8")
        for name in re.findall(r"'([\w./]+\.(?:pyi|pyx|py|c|typed))'", text):
            named.add((build.parent / name).resolve().relative_to(ROOT).as_posix())
    return named


def test_meson_installs_every_module():
    listed = set(re.findall(r"'(src/[^']+\.\w+)'", MESON))
    assert listed == sources("src", ".py", ".pyi", ".pyx", ".typed", ".toml")


def test_every_file_of_a_backend_is_built_or_installed():
    assert named_in_meson("backends") == sources("backends", ".py", ".pyi", ".pyx", ".c")


def test_every_extension_has_a_stub():
    for path in sources("src", ".pyx") | sources("backends", ".pyx"):
        assert (ROOT / path).with_suffix(".pyi").exists(), path


def is_editable():
    origin = distribution("polyconv").read_text("direct_url.json")
    return origin is not None and json.loads(origin).get("dir_info", {}).get("editable", False)


@pytest.mark.skipif(is_editable(), reason="an editable install stands in several folders")
def test_what_is_installed():
    files = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*")}
    wanted = {"py.typed", "_cpu.pyi", "workloads.toml", "cli/race.py"}
    wanted |= {"backends/direct/_direct.pyi", "backends/cython/__init__.py"}
    assert files >= wanted
    for name in files:
        assert not name.endswith((".pyx", ".pxd", ".c", ".h", ".build")), name
        assert not Path(name).name.startswith("test_"), name
    assert not files & {"tests", "kernels", "benchmarks"}
    assert not [name for name in files if "kernels" in Path(name).parts]


def test_the_commands_are_installed():
    commands = distribution("polyconv").entry_points.select(group="console_scripts")
    assert {command.name for command in commands} == {"polyconv"}
    assert all(callable(command.load()) for command in commands)


@pytest.fixture
def selection(monkeypatch):
    """Return the module of the short list, which is not installed."""
    monkeypatch.syspath_prepend(str(ROOT))
    return importlib.import_module("benchmarks.selection")


GATE = tomllib.loads((ROOT / "benchmarks" / "gate" / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_gate_is_a_distribution_of_its_own():
    import abgate

    folder = ROOT / "benchmarks" / "gate"
    assert Path(abgate.__file__).parent == folder / "abgate", "tests run the checkout's gate"
    assert abgate.__version__ == GATE["project"]["version"]
    assert (folder / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()
    assert GATE["project"]["name"] in PROJECT["project"]["optional-dependencies"]["bench"]
    # The gate is pure Python, so that it is installed in seconds wherever a project is built.
    assert requirements(GATE["project"]["dependencies"]).keys() == {"rich"}


WITHOUT_THE_REST = """
import sys
sys.path.insert(0, sys.argv[1])
import abgate.command, abgate.worker.server
print(*sorted({"numpy", "scipy", "polyconv", "pytest"} & set(sys.modules)))
"""


def test_the_gate_needs_nothing_that_is_compiled():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_REST, str(ROOT / "benchmarks" / "gate")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\n"


def test_benchmarks_time_every_backend(selection):
    # Written out there; see the comment beside it.
    names = ("auto", *(backend.name for backend in BACKENDS))
    assert names == selection.BACKENDS, "write these names into benchmarks/selection.py"


# All modules that asv finds: it imports each, in an environment that holds polyconv and nothing
# else, as a package of the folder's name.
IMPORT_BENCHMARKS = """
import importlib, os, pkgutil, sys
import numpy
before = len(os.listdir("/proc/self/task"))
sys.path.append("benchmarks")
import suite
names = [m.name for m in pkgutil.walk_packages(suite.__path__, "suite.")]
for name in names:
    importlib.import_module(name)
print(len(names), len(os.listdir("/proc/self/task")) - before)
print(*sorted({"pytest", "rich", "typer", "torch", "polyconv"} & set(sys.modules)))
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads cannot be counted here")
def test_importing_benchmarks_starts_no_threads_and_needs_only_numpy():
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_BENCHMARKS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (modules, threads), imported = (line.split() for line in done.stdout.splitlines())
    assert int(modules) >= 7
    assert int(threads) == 0
    assert imported == []


def test_benchmarks_time_a_workload_of_every_suite(selection):
    from polyconv.workloads import PEERS, by_name, suites

    assert {by_name(name).suite for name in selection.SELECTED} >= set(suites())
    for name, rows in PEERS.items():
        assert {row.name for row in rows} & set(selection.SELECTED), name


def test_blas_is_timed_on_every_ungrouped_workload_of_its_classes():
    from polyconv.workloads import PEERS

    classes = ("dense", "pointwise", "dilated", "first_layers", "volumes", "audio_wide")
    text = (ROOT / "benchmarks" / "suite" / "bench_blas.py").read_text(encoding="utf-8")
    timed = re.findall(r'^    "(.+/.+)",$', text, re.MULTILINE)
    assert timed == [row.name for name in classes for row in PEERS[name] if row.groups == 1]


def test_quick_is_part_of_the_selection(selection):
    assert set(selection.QUICK) <= set(selection.BENCHES)
    assert {name.partition(" ")[0] for name in selection.BENCHES} == set(selection.SELECTED)
    selection.BENCHES["tiny/image auto"]()()
    with pytest.raises(NotImplementedError, match="integers"):
        selection.BENCHES["resnet50/conv3_3x3_int32 fft"]()


@pytest.mark.parametrize("pair", [("direct", "no/workload"), ("no_backend", "tiny/image")])
def test_what_a_version_lacks_is_skipped(selection, pair):
    with pytest.raises(NotImplementedError, match="in this version"):
        selection.case(*pair)
