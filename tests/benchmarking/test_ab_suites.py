"""The gate on asv's suites and pytest-benchmark's tests, on memory, and on several builds.

Processes are real; the clock is advanced by the calls, as in `test_ab`.
"""

import json
import os
import sys
import textwrap

import pytest

pytest.importorskip("rich")

from abgate import limits
from abgate.limits import BadInput
from abgate.worker import modules, timing
from support.gate import invoke

pytestmark = pytest.mark.skipif(os.name != "posix", reason="interpreters are shell scripts here")

CLOCK = """
import os, random, time

clock = [0.0]
time.perf_counter = lambda: clock[0]
factors = dict(pair.split("=") for pair in os.environ.get("SIDE", "").split())
noise = random.Random(os.getpid())

def spend(name, seconds):
    clock[0] += seconds * float(factors.get(name, 1)) * (1 + 0.005 * noise.random())
"""

SUITE = {
    "__init__": "",
    "common": CLOCK,
    "broken": "import nothing_of_this_name",
    "shapes": """
        from .common import factors, spend

        def setup(*params):
            global ready
            ready = True

        def time_plain():
            assert ready
            spend("plain", 2e-3)

        class Sizes:
            params = ([1, 2], ["a", len])
            param_names = ["size", "kind"]

            def setup(self, size, kind):
                if size == 2 and kind == "a":
                    raise NotImplementedError("no a of 2")
                self.size = size

            def time_size(self, size, kind):
                assert self.size == size
                spend(f"size{size}", 1e-3 * size)

            def track_nothing(self, size, kind):
                raise AssertionError("no time")

        class Once:
            number = 1

            def setup_cache(self):
                with open("made", "x") as file:  # once for each build
                    file.write("cache")
                return {"cells": 3}

            def setup(self, kept):
                assert kept == {"cells": 3} and open("made").read() == "cache"
                self.fresh = True

            def time_once(self, kept):
                assert self.fresh
                self.fresh = False
                spend("once", 3e-3)

        class _Hidden:
            def time_hidden(self):
                raise AssertionError("asv passes over names that begin with _")

        class Memory:
            def setup(self):
                self.size = int(40e6 * float(factors.get("memory", 1)))

            def peakmem_block(self):
                spend("memory_time", 1e-3)
                return bytearray(self.size)
    """,
}

TESTS = (
    CLOCK
    + """
import pytest

@pytest.fixture
def seconds(tmp_path):
    assert tmp_path.is_dir()
    return 2e-3

@pytest.mark.parametrize("name", ["alpha", "beta"])
def test_call(benchmark, seconds, name):
    benchmark.group = "calls"
    assert benchmark(lambda value: spend(name, seconds) or value, 7) == 7

def test_pedantic(benchmark):
    fresh = []
    def setup():
        fresh.append(True)
        return (fresh,), {}
    def target(fresh):
        assert fresh.pop()
        spend("pedantic", 1e-3)
    benchmark.pedantic(target, setup=setup, rounds=3)
    assert not fresh

@pytest.mark.benchmark(group="skipped")
def test_skipped(benchmark):
    pytest.skip("not here")

def test_ordinary():
    raise AssertionError("this test times nothing")
"""
)


@pytest.fixture
def run(tmp_path):
    """Run the command on builds, given by their environments; return its result and its JSON."""

    def compare(environments, bench, *arguments):
        builds = []
        for number, environment in enumerate(environments):
            path = tmp_path / f"python-{number}"
            path.write_text(f"#!/bin/sh\nSIDE='{environment}' exec '{sys.executable}' \"$@\"\n")
            path.chmod(0o755)
            builds.append(str(path))
        record = tmp_path / "out.json"
        result = invoke([*builds, "--bench", str(bench), "--json", str(record), *arguments])
        return result, json.loads(record.read_text()) if record.exists() else None

    return compare


def outcomes(record):
    return {row["name"]: row["outcome"] for row in record["workloads"]}


@pytest.fixture
def suite(tmp_path):
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    for name, text in SUITE.items():
        (folder / f"{name}.py").write_text(textwrap.dedent(text))
    return folder


SHAPES = [
    "shapes.time_plain",
    "shapes.Sizes.time_size(1, 'a')",
    "shapes.Sizes.time_size(1, <built-in function len>)",
    "shapes.Sizes.time_size(2, <built-in function len>)",
    "shapes.Once.time_once",
    "shapes.Memory.peakmem_block (peak RSS)",
]


@pytest.mark.slow
def test_a_suite_of_asv_is_read_as_it_is(run, suite):
    result, record = run(["", "size2=1.2 once=1.1"], suite)
    assert result.exit_code == 1, result.output
    slower = {"shapes.Sizes.time_size(2, <built-in function len>)", "shapes.Once.time_once"}
    assert outcomes(record) == {n: "slower" if n in slower else "same" for n in SHAPES}
    left_out = record["left_out"]
    assert "no a of 2" in left_out["shapes.Sizes.time_size(2, 'a')"]
    assert "nothing_of_this_name" in left_out["broken"]
    (peak,) = [row for row in record["workloads"] if row["quantity"] == "peak RSS"]
    assert min(peak["old_bytes"]) > 40e6


@pytest.mark.slow
def test_a_file_of_a_suite_alone_may_import_its_package(run, suite):
    result, record = run(["", ""], suite / "shapes.py", "-w", "Sizes.time_size(1, 'a')")
    assert result.exit_code == 0, result.output
    assert outcomes(record) == {"Sizes.time_size(1, 'a')": "same"}


@pytest.mark.slow
def test_more_memory_is_found(run, suite):
    result, record = run(["", "memory=1.5"], suite, "-w", "*peakmem*", "--memory")
    assert result.exit_code == 1, result.output
    name = "shapes.Memory.peakmem_block"
    assert outcomes(record) == {f"{name} (peak RSS)": "larger", f"{name} (traced peak)": "larger"}
    traced = record["workloads"][1]
    assert traced["ratio"] == pytest.approx(1.5, rel=1e-3)
    assert min(traced["old_bytes"]) == pytest.approx(40e6, rel=1e-3)
    assert "2 of 2 comparisons slower or larger" in result.output


MEMORY = (
    CLOCK
    + """
def bench_copy():
    size = int(30e6 * float(factors.get("copy", 1)))
    return lambda: spend("time", 1e-3) or bytearray(size)

def bench_in_place():
    return lambda: spend("time", 1e-3)
"""
)


@pytest.mark.slow
def test_memory_is_compared_beside_times(run, tmp_path):
    bench = tmp_path / "bench.py"
    bench.write_text(MEMORY)
    result, record = run(["copy=1.1", ""], bench, "--memory")
    assert result.exit_code == 0, result.output
    found = outcomes(record)
    assert list(found) == [
        f"{name}{quantity}"
        for name in ("copy", "in_place")
        for quantity in ("", " (peak RSS)", " (traced peak)")
    ]
    assert found["copy (traced peak)"] == "smaller"
    # Less than a page counts as a page, so that it has a ratio.
    assert found["in_place (traced peak)"] == "same"
    assert "MiB" in result.output


@pytest.mark.slow
def test_a_workload_that_dies_while_it_is_weighed_is_no_pass(run, tmp_path):
    bench = tmp_path / "bench.py"
    bench.write_text(
        MEMORY.replace("size = int", "import os; me = os.getpid(); size = int").replace(
            "bytearray(size)", "(os.getpid() == start or os._exit(7))"
        )
        + "\nstart = os.getpid()\n"
    )
    result, _ = run(["", ""], bench, "--memory", "-w", "copy")
    assert result.exit_code == 2
    assert "ended with status" in result.output


@pytest.mark.slow
def test_tests_of_pytest_benchmark_are_read_as_they_are(run, tmp_path, monkeypatch):
    monkeypatch.setenv(
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"
    )  # pytest starts in a third of the time
    (tmp_path / "tests").mkdir()
    bench = tmp_path / "tests" / "test_speed.py"
    bench.write_text(TESTS)
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = ["--no-such"]\n')
    names = ["test_call[alpha]", "test_call[beta]", "test_pedantic"]
    # A large alpha takes fewer rounds.
    result, record = run(["", "beta=1.1 pedantic=1.2"], bench, "--alpha", "20%")
    assert result.exit_code == 1, result.output
    assert outcomes(record) == dict(zip(names, ["same", "slower", "slower"], strict=True))
    assert "not here" in record["left_out"]["test_skipped"]
    result, record = run(
        ["", ""], bench.parent, "-w", "test_speed.py::test_call[beta]", "--alpha", "20%"
    )
    assert outcomes(record) == {"test_speed.py::test_call[beta]": "same"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("assert benchmark(lambda: 3) == 4", "AssertionError"),
        ("pass", "the test did not call benchmark"),
        ("benchmark(lambda: 1 / 0)", "ZeroDivisionError"),
    ],
)
def test_a_test_that_fails_is_no_pass(run, tmp_path, monkeypatch, body, message):
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    bench = tmp_path / "test_wrong.py"
    bench.write_text(f"def test_wrong(benchmark):\n    {body}\n")
    result, _ = run(["", ""], bench)
    assert result.exit_code == 2
    assert message in result.output


FAILING = """
import os
def bench_always():
    raise ValueError("broken in all builds")
def bench_in_new():
    if "new" in os.environ.get("SIDE", ""):
        raise ValueError("broken in the new one")
    return lambda: None
"""


@pytest.mark.slow
def test_a_workload_that_fails_in_a_new_build_alone_is_no_pass(run, tmp_path):
    bench = tmp_path / "bench.py"
    bench.write_text(FAILING)
    result, _ = run(["", "new=1"], bench)
    assert result.exit_code == 2
    assert "broken in the new one" in result.output
    _, record = run(["", ""], bench, "--threshold", "50%", "--alpha", "20%")
    assert [row["workload"] for row in record["workloads"]] == ["in_new"]
    assert "broken in all builds" in record["left_out"]["always"]


THREE = (
    CLOCK
    + """
def bench_alpha():
    return lambda: spend("alpha", 1e-3)

def bench_beta():
    return lambda: spend("beta", 2e-3)
"""
)


@pytest.mark.slow
def test_each_new_build_is_compared_with_the_old(run, tmp_path):
    bench, page = tmp_path / "bench.py", tmp_path / "page.html"
    bench.write_text(THREE)
    result, record = run(["", "beta=1.1", "alpha=0.9"], bench, "--html", str(page))
    assert result.exit_code == 1, result.output
    first, second, third = record["labels"]
    assert outcomes(record) == {
        f"alpha in {second}": "same",
        f"alpha in {third}": "faster",
        f"beta in {second}": "slower",
        f"beta in {third}": "same",
    }
    # One correction over all: as for any four rows.
    assert {row["rounds"] for row in record["workloads"]} == {10}
    assert record["visits"]["made"] == record["visits"]["planned"]
    assert f"Old: {first}; new: {second}, {third}" in " ".join(result.output.split())


def test_one_build_is_not_enough():
    result = invoke([sys.executable, "--bench", __file__])
    assert result.exit_code == 2
    assert "allowed: OLD and at least one NEW" in result.output


def test_the_bench_folder_is_that_of_asv(tmp_path):
    with pytest.raises(BadInput, match=r"--bench is missing"):
        limits.bench_path(None, tmp_path)
    with pytest.raises(BadInput, match=r"nowhere; allowed: a file or folder"):
        limits.bench_path(tmp_path / "nowhere", tmp_path)
    (tmp_path / "asv_bench" / "cases").mkdir(parents=True)
    (tmp_path / "asv_bench" / "asv.conf.json").write_text(
        '{\n    // "benchmark_dir": "other",\n    "benchmark_dir": "cases",\n}'
    )
    assert limits.bench_path(None, tmp_path) == tmp_path / "asv_bench" / "cases"


def test_what_is_made_ready_before_each_batch_is_not_timed(monkeypatch):
    clock, made = [0.0], []
    monkeypatch.setattr("time.perf_counter", lambda: clock[0])

    def before():
        made.append(0)
        clock[0] += 1.0

    def call():
        made[-1] += 1
        clock[0] += 2e-3

    workload = timing.Workload(call, before, number=3)
    best, batches = timing.fastest(workload, seconds=5.0, per_call=2e-3)
    assert best == pytest.approx(2e-3)
    assert made == [3] * batches
    assert timing.warm_up(workload) == pytest.approx(2e-3)


@pytest.mark.parametrize(("seconds", "calls"), [(20e-3, 1 + 3), (80e-3, 1)])
def test_long_calls_are_made_once_a_visit(monkeypatch, seconds, calls):
    clock = [0.0]
    monkeypatch.setattr("time.perf_counter", lambda: clock[0])

    def call():
        clock[0] += seconds

    workload = timing.Workload(call)
    assert timing.fastest(workload, seconds=50e-3, per_call=seconds)[0] == pytest.approx(seconds)
    assert clock[0] == pytest.approx(calls * seconds)


def test_the_workloads_of_a_module(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    path = tmp_path / "some.py"
    path.write_text("BENCHES = {'a': 1}\ndef bench_b(): pass\ndef time_c(): pass\n")
    found = modules.ModuleSource(path, tmp_path).names()
    assert found["names"] == found["quick"] == ["b", "a", "time_c"]
    assert found["memory_only"] == []
