"""Backends of other packages: discovery, checks of the protocol, and isolation of faulty ones.

The packages are made up: a folder on the path with a module and the metadata that an installer
would write.
"""

import os
import subprocess
import sys
import textwrap

import pytest

from polyconv import _registry
from support.agreement import slow_but_first

PACKAGES = ("good", "bad_package", "first", "second")

GOOD = """
import numpy as np
from polyconv import Cost

class Double:
    name = "double"
    dot_product = False

    def unsupported(self, p):
        return f"rank {p.rank}; double does 1" if p.rank != 1 else None

    def cost(self, p):
        return Cost(1, 1, 0)

    def error_bound(self, p):
        return 1e-15

    def prepare(self, p, w):
        from polyconv.backends import BACKENDS
        inner = BACKENDS[-1].prepare(p, w)
        def kernel(x, bias, out, workers):
            inner(x, bias, out, workers)
            print("double ran")
        return kernel
"""

HEAD = """
import warnings
import numpy as np
import polyconv
from polyconv import UnsupportedProblem, backends, choose, conv, explain, find, plan, wisdom

x, w = np.arange(6.0).reshape(1, 6), np.ones((1, 1, 3))
image, filters = np.ones((1, 5, 5)), np.ones((1, 1, 3, 3))
right = [[3.0, 6.0, 9.0, 12.0]]

def favour(name, x=x, w=w, **options):
    from polyconv._request import make_problem
    problem = make_problem(x.shape, x.dtype, w.shape, w.dtype, **options)
    wisdom.record(problem, dict.fromkeys(backends(), float("inf")) | {name: 1e-9})

"""


@pytest.fixture
def install(tmp_path):
    """Make a package with a module and entry points; return the folder to put on the path."""

    def make(package, source, points):
        (tmp_path / f"{package}.py").write_text(source)
        metadata = tmp_path / f"{package}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n"
        )
        lines = [f"{name} = {value}" for name, value in points.items()]
        text = "\n".join(["[polyconv.backends]", *lines, ""])
        (metadata / "entry_points.txt").write_text(text)
        return tmp_path

    return make


def run_alone(folder, script):
    """Run a script in a process of its own, where a warning is an error; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", HEAD + textwrap.dedent(script)],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def run(monkeypatch, capsys):
    """Install a package and make this process discover backends again."""

    def inside(folder, script):
        monkeypatch.syspath_prepend(folder)
        for name, value in {"_third_party": None, "_rejected": {}}.items():
            monkeypatch.setattr(_registry, name, value)
        exec(HEAD + textwrap.dedent(script), {})
        return capsys.readouterr().out

    yield inside
    for package in PACKAGES:
        sys.modules.pop(package, None)


SUBCLASS = GOOD.replace("import Cost", "import Backend, Cost").replace(
    "class Double:", "class Double(Backend):"
)


@pytest.mark.slow
@pytest.mark.parametrize("value", slow_but_first(["good:Double", "good:backend"]))
@pytest.mark.parametrize("source", slow_but_first([GOOD, SUBCLASS]), ids=["any class", "subclass"])
def test_a_backend_of_another_package(install, value, source):
    folder = install("good", source + "\nbackend = Double()\n", {"double": value})
    out = run_alone(
        folder,
        """
        import sys
        assert "good" not in sys.modules, "importing polyconv loaded it"
        conv(x, w, backend="naive")
        assert "good" not in sys.modules, "naming one of ours loaded it"
        from polyconv.backends import BACKENDS
        own = len(BACKENDS)
        assert backends()[own - 1 : own] + backends()[-1:] == ("double", "naive")
        assert conv(x, w, backend="double").tolist() == right
        assert polyconv.capabilities()["2-D"]["double"] == "rank 2; double does 1"
        try:
            conv(image, filters, backend="double")
        except UnsupportedProblem as refusal:
            print(refusal)
        favour("double")
        assert choose(x, w).backend == "double"
        assert plan(x, w)(x).tolist() == right
        assert "double" in str(explain(x, w))
        x[0, 0] = np.nan
        conv(x, w)  # no dot product, so vetoed
        timings = {t.backend: t.status for t in find(x, w, budget=0.01)}
        assert timings["double"] == "vetoed"
        """,
    )
    refusal = "double: rank 2; double does 1"
    assert out.splitlines() == ["double ran", refusal, "double ran"]


@pytest.mark.slow
def test_loading_is_not_slow_and_happens_once(install):
    folder = install(
        "counted",
        "import time; time.sleep(0.1); print('loaded')\n" + GOOD,
        {"double": "counted:Double"},
    )
    out = run_alone(
        folder,
        """
        import threading
        seen = []
        threads = [threading.Thread(target=lambda: seen.append(backends())) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all("double" in names for names in seen)
        """,
    )
    assert out == "loaded\n"


@pytest.mark.slow
def test_an_entry_point_may_ask_which_backends_there_are(install):
    source = "import polyconv\nassert 'naive' in polyconv.backends()\n" + GOOD
    folder = install("asking", source, {"double": "asking:Double"})
    run_alone(folder, 'assert "double" in backends()')


def changed(line, replacement):
    assert line in GOOD
    return GOOD.replace(line, replacement)


NO_BACKEND = {
    "no module": ("import nothing_of_the_kind", "ModuleNotFoundError: No module named"),
    "raises": ("1 / 0", "ZeroDivisionError: division by zero"),
    "exits": ("raise SystemExit('on import')", "SystemExit: on import"),
    "no class": ("Other = 1", "AttributeError"),
    "an odd name": (changed('name = "double"', 'name = "Dou ble"'), "its name is 'Dou ble'"),
    "no name": (changed('name = "double"', ""), "its name is None"),
    "a number": ("Double = 7", "its name is None"),
    "our name": (changed('name = "double"', 'name = "direct"'), "the name 'direct' is taken"),
    "auto": (changed('name = "double"', 'name = "auto"'), "the name 'auto' is taken"),
    "the name of an adapter": (changed('"double"\n', '"torch"\n'), "the name 'torch' is taken"),
    "no cost": (changed("def cost(", "def price("), "it has no method cost"),
    "no dot_product": (changed("dot_product = False", ""), "it has no attribute dot_product"),
    "arguments": (changed("def unsupported", "def __init__(self, a):\n        pass\n\n    def "
                          "unsupported"), "TypeError"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_BACKEND)
def test_what_is_no_backend_is_reported_by_name_and_left_out(install, run, name):
    source, reason = NO_BACKEND[name]
    folder = install("bad_package", source, {"double": "bad_package:Double"})
    out = run(
        folder,
        """
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert conv(x, w).tolist() == right
            conv(image, filters)
            assert "double" not in backends()
        for warning in caught:
            print(warning.category.__name__, warning.message)
        try:
            conv(x, w, backend="double")
        except ValueError as error:
            print(error)
        """,
    )
    warning, error = out.splitlines()
    assert warning.startswith("RuntimeWarning polyconv leaves out the backend 'double' of the ")
    assert "package bad_package: " in warning
    assert reason in warning
    assert "(double is left out: " in error
    assert reason in error


def test_two_backends_of_one_name(install, run):
    install("first", GOOD, {"a": "first:Double"})
    folder = install("second", GOOD, {"b": "second:Double"})
    out = run(
        folder,
        """
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert backends().count("double") == 1
        print(*(warning.message for warning in caught))
        """,
    )
    assert "'b' of the package second: the name 'double' is taken" in out


MISTAKES = {
    "unsupported raises": ('return f"rank {p.rank}; double does 1" if p.rank != 1 else None',
                           "raise KeyError('rank')", "unsupported raised KeyError: 'rank'"),
    "unsupported returns": ('return f"rank {p.rank}; double does 1" if p.rank != 1 else None',
                            "return True", "unsupported returned True"),
    "cost raises": ("return Cost(1, 1, 0)", "return 1 / 0", "cost raised ZeroDivisionError"),
    "cost returns": ("return Cost(1, 1, 0)", "return 7", "cost returned 7"),
    "cost negative": ("Cost(1, 1, 0)", "Cost(-1, 1, 0)", "cost returned Cost(flops=-1"),
    "cost of floats": ("Cost(1, 1, 0)", "Cost(1.5, 1, 0)", "cost returned Cost(flops=1.5"),
    "bound raises": ("return 1e-15", "raise RuntimeError('no idea')", "error_bound raised Runtime"),
    "bound is nan": ("return 1e-15", "return float('nan')", "error_bound returned nan"),
    "bound is negative": ("return 1e-15", "return -1.0", "error_bound returned -1.0"),
    "bound is text": ("return 1e-15", "return '1e-15'", "error_bound returned '1e-15'"),
}  # fmt: skip
LATE_MISTAKES = {
    "prepare raises": ("from polyconv.backends import BACKENDS", "raise KeyError('weights')",
                       "prepare raised KeyError: 'weights'"),
    "prepare returns": ("return kernel", "return 'kernel'", "prepare returned 'kernel'"),
    "the kernel raises": ("inner(x, bias, out, workers)", "out[...] = 7; raise ValueError('late')",
                          "its kernel raised ValueError: late"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES | LATE_MISTAKES)
def test_a_mistake_is_reported_once_and_costs_no_one_a_result(install, run, name):
    line, replacement, reason = (MISTAKES | LATE_MISTAKES)[name]
    folder = install("bad_package", changed(line, replacement), {"double": "bad_package:Double"})
    out = run(
        folder,
        """
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            favour("double")
            assert conv(x, w).tolist() == right
            assert conv(x, w).tolist() == right
            assert plan(x, w)(x).tolist() == right
            timings = {t.backend: t for t in find(x, w, budget=0.01)}
            assert timings["double"].status == "unsupported"
            standing = {c.backend: c for c in explain(x, w).candidates}["double"]
            polyconv.capabilities()
        (warning,) = caught
        print(warning.message)
        print(standing.reason)
        try:
            conv(x, w, backend="double")
        except UnsupportedProblem as error:
            print(error)
        """,
    )
    warning, standing, error = out.splitlines()
    start = "polyconv leaves out the backend 'double' of the package bad_package: "
    assert warning.startswith(start + reason)
    assert standing.startswith(f"it is left out: {reason}")
    assert error.startswith(f"double: it is left out: {reason}")


@pytest.mark.parametrize("name", LATE_MISTAKES)
@pytest.mark.parametrize("call", ["plan(x, w)(x)", "find(x, w, budget=0.01)"])
def test_a_late_mistake_in_a_plan_and_while_measuring(install, run, name, call):
    line, replacement, reason = LATE_MISTAKES[name]
    folder = install("bad_package", changed(line, replacement), {"double": "bad_package:Double"})
    out = run(
        folder,
        f"""
        favour("double")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = {call}
            print(*(warning.message for warning in caught))
        if isinstance(result, list):
            print({{t.backend: t for t in result}}["double"].status)
        else:
            assert result.tolist() == right
        """,
    )
    assert reason in out
    if "find" in call:
        assert out.splitlines()[-1] == "unsupported"


@pytest.mark.slow
def test_a_kernel_that_breaks_later_than_it_was_measured(install, run):
    source = GOOD.replace(
        "inner(x, bias, out, workers)",
        "kernel.runs = getattr(kernel, 'runs', 0) + 1\n            if kernel.runs > 3: 1 / 0\n"
        "            inner(x, bias, out, workers)",
    )
    folder = install("bad_package", source, {"double": "bad_package:Double"})
    out = run(
        folder,
        """
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            timings = {t.backend: t.status for t in find(x, w, budget=0.3)}
        print(timings["double"], timings["direct"], len(caught))
        """,
    )
    assert out.splitlines()[-1] == "unsupported measured 1"


@pytest.mark.parametrize("name", LATE_MISTAKES)
def test_a_mistake_of_a_backend_that_was_named_is_an_error(install, run, name):
    line, replacement, reason = LATE_MISTAKES[name]
    folder = install("bad_package", changed(line, replacement), {"double": "bad_package:Double"})
    out = run(
        folder,
        """
        warnings.simplefilter("ignore")
        try:
            conv(x, w, backend="double")
        except UnsupportedProblem as error:
            print(error)
        """,
    )
    assert out.startswith(f"double: {reason}")


def test_running_out_of_memory_is_no_mistake(install, run):
    source = changed("inner(x, bias, out, workers)", "raise MemoryError('too large')")
    folder = install("bad_package", source, {"double": "bad_package:Double"})
    out = run(
        folder,
        """
        for _ in range(2):
            try:
                conv(x, w, backend="double")
            except MemoryError as error:
                print(error)
        """,
    )
    assert out == "too large\n" * 2


def test_a_bound_too_large_keeps_a_backend_out(install, run):
    folder = install("good", changed("return 1e-15", "return 0.5"), {"double": "good:Double"})
    run(
        folder,
        """
        favour("double")
        assert choose(x, w).backend != "double"
        favour("double", rtol=0.5)
        assert choose(x, w, rtol=0.5).backend == "double"
        assert conv(x, w).tolist() == right
        """,
    )
