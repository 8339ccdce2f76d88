"""Adapters to other libraries: optional, imported late, used by auto only where allowed.

Where a library is installed, its adapter goes through the conformance tests like any backend. jax
uses all CPUs and refuses fewer workers, so the conformance tests tell it that there is one CPU; the
tests here give it one worker for each CPU.
"""

import importlib
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from unittest.mock import MagicMock

import numpy as np
import pytest

from polyconv import (
    UnsupportedProblem,
    _registry,
    backends,
    choose,
    conv,
    explain,
    find,
    plan,
    set_backend,
)
from polyconv._machine import usable_cpus
from polyconv.backends import ADAPTERS, BACKENDS
from polyconv.backends.adapters import WithTorch
from polyconv.backends.adapters import torch as adapter_of_torch
from polyconv.backends.adapters.library import RealProblem
from support.agreement import check, problem_of, random_values, remember

INSTALLED = [adapter for adapter in ADAPTERS if find_spec(adapter.library) is not None]
ALL = {"workers": usable_cpus()}
X = random_values((1, 3, 12, 12), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)

adapters = pytest.mark.parametrize("adapter", INSTALLED, ids=lambda adapter: adapter.name)
needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")


@adapters
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "float16", "int8", "uint64"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"padding": 1, "stride": 2, "flip": True},
        {"padding": ((0, 2), (1, 0)), "dilation": (2, 1)},
        {"padding": 3, "padding_mode": "reflect"},
        {"padding": 1, "padding_mode": "constant", "padding_value": 5},
        {"groups": 2, "padding": "same"},
    ],
    ids=str,
)
def test_conformance(adapter, dtype, options):
    groups = options.get("groups", 1)
    x = random_values((2, 2 * groups, 7, 8), dtype, 1)
    w = random_values((3 * groups, 2, 3, 2), dtype, 2)
    assert adapter.unsupported(problem_of(x, w, **ALL, **options)) is None
    check(adapter, x, w, random_values((3 * groups,), dtype, 3), **ALL, **options)


@adapters
@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
def test_ranks_and_layouts(adapter, rank, data_format):
    x = random_values((2, 4, *(9, 8, 7)[:rank]), "float32", 1)
    w = random_values((6, 2, *(3, 2, 3)[:rank]), "float32", 2)
    if data_format == "channels_last":
        x, w = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
    x.setflags(write=False)
    check(adapter, x[::-1], w, groups=2, padding=1, data_format=data_format, **ALL)


@adapters
def test_auto_passes_it_over_unless_it_is_allowed(adapter):
    name = adapter.name
    remember(problem_of(X, W, **ALL), {name: 1e-9})
    assert choose(X, W, **ALL).backend != name
    standing = {c.backend: c for c in explain(X, W, **ALL).candidates}[name]
    assert standing.reason == "an adapter, used only by name or after set_backend('auto', also=...)"
    with set_backend("auto", also=[name]):
        assert choose(X, W, **ALL).backend == name
        assert explain(X, W, **ALL).choice.backend == name
        np.testing.assert_allclose(conv(X, W, **ALL), conv(X, W, backend="naive"), atol=1e-4)
        with set_backend("auto"):
            assert choose(X, W, **ALL).backend != name
        assert choose(X, W, rtol=0, **ALL).backend != name
        measured = {t.backend: t for t in find(X, W, budget=0.05, rtol=1e-4, **ALL)}
        assert measured[name].status == "measured"
    assert choose(X, W, **ALL).backend != name
    with set_backend(name):
        assert choose(X, W, **ALL).source == "forced"
    assert name not in {timing.backend for timing in find(X, W, budget=0.01, **ALL)}


@adapters
def test_values_veto_it(adapter):
    remember(problem_of(X, W, **ALL), {adapter.name: 1e-9})
    hole = X.copy()
    hole[0, 0, 5, 5] = np.nan
    with set_backend("auto", also=(adapter.name,)):
        assert np.isnan(conv(hole, W, **ALL)).sum() == 4 * 9
        report = explain(hole, W, **ALL)
        prepared = plan(X, W, **ALL)
    assert report.choice.source == "veto"
    assert "would spread them" in str(report)
    assert prepared.backend == adapter.name
    assert np.isnan(prepared(hole)).sum() == 4 * 9


@adapters
def test_a_limit_of_workspace_is_refused(adapter):
    with pytest.raises(UnsupportedProblem, match="workspace_limit 1000"):
        conv(X, W, backend=adapter.name, workspace_limit=1000, **ALL)


def test_jax_refuses_fewer_workers_than_it_takes(monkeypatch):
    jax = next(adapter for adapter in ADAPTERS if adapter.name == "jax")
    # The function `polyconv.backends` hides the package of that name from monkeypatch.
    monkeypatch.setattr(sys.modules["polyconv.backends.adapters.jax"], "usable_cpus", lambda: 8)
    reason = jax.unsupported(problem_of(X, W, workers=2))
    assert reason == "workers 2; jax computes on all 8 CPUs"
    assert jax.unsupported(problem_of(X, W, workers=8)) is None


@needs_torch
def test_torch_takes_the_threads_it_is_given_and_gives_them_back(monkeypatch):
    import torch

    seen = []
    convolve = torch.nn.functional.conv2d

    def watched(*arguments, **options):
        seen.append(torch.get_num_threads())
        return convolve(*arguments, **options)

    monkeypatch.setattr(torch.nn.functional, "conv2d", watched)
    before = torch.get_num_threads()
    for workers in (1, 2, 3):
        conv(X, W, backend="torch", workers=workers)
    assert seen == [1, 2, 3]
    assert torch.get_num_threads() == before


class ThreadCountsOfTorch:
    """The thread counts of torch, without torch: of the process, and of threads that have asked."""

    def __init__(self, count):
        self.of_process, self.thread = count, threading.local()

    def get_num_threads(self):
        if not hasattr(self.thread, "count"):
            self.thread.count = self.of_process
        return self.thread.count

    def set_num_threads(self, count):
        self.thread.count = self.of_process = count


@pytest.fixture
def convolution_of(monkeypatch):
    """Return a function that makes a convolution of torch, or of a stand-in, which runs `during`.

    It returns the convolution and what has the thread counts, which are 8 for new threads.
    """

    def convolution(during):
        problem = RealProblem((1, 1, 5), (1, 1, 3), np.dtype("f4"), ((0, 0),), (1,), (1,), 1)
        x = np.ones(problem.x_shape, np.float32)
        if find_spec("torch") is not None:
            torch = importlib.import_module("torch")
            counts = torch
            real = torch.nn.functional.conv1d
            monkeypatch.setattr(
                torch.nn.functional, "conv1d", lambda *a, **k: (during(), real(*a, **k))[1]
            )
        else:
            counts = ThreadCountsOfTorch(8)
            torch = MagicMock()
            torch.backends.mkldnn.conv.fp32_precision = "none"
            torch.get_num_threads = counts.get_num_threads
            torch.set_num_threads = counts.set_num_threads
            torch.nn.functional.conv1d = lambda *a, **k: (during(), MagicMock())[1]
        monkeypatch.setattr(adapter_of_torch, "_torch", lambda: torch)
        counts.set_num_threads(8)
        made = WithTorch().convolution(problem, np.ones(problem.w_shape, np.float32))
        return lambda workers: made(x, None, workers), counts

    before = None
    if find_spec("torch") is not None:
        before = importlib.import_module("torch").get_num_threads()
    yield convolution
    if before is not None:
        importlib.import_module("torch").set_num_threads(before)


def in_new_thread(function):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function).result(timeout=60)


def test_the_thread_counts_of_torch_are_restored(convolution_of):
    rng = np.random.default_rng(0)
    seen = []

    def during():
        seen.append(counts.get_num_threads())
        time.sleep(rng.uniform(0, 0.002))

    convolve, counts = convolution_of(during)

    def call(workers):
        start.wait(timeout=60)
        for _ in range(20):
            convolve(workers)
        return counts.get_num_threads()

    for _ in range(5):
        start = threading.Barrier(4)
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(call, (1, 4, 1, 4))) == [8] * 4
        assert counts.get_num_threads() == in_new_thread(counts.get_num_threads) == 8
    assert sorted(seen) == [1] * 200 + [4] * 200


def test_a_thread_that_is_new_to_torch_gets_the_count_from_before_a_call(convolution_of):
    def call(workers):
        convolve(workers)
        return counts.get_num_threads()

    def during():
        if threading.current_thread() is threading.main_thread():
            assert counts.get_num_threads() == 1
            ended.extend(in_new_thread(lambda workers=n: call(workers)) for n in (1, 3, 8))
            raise InterruptedError  # an exception restores the count, too

    ended = []
    convolve, counts = convolution_of(during)
    with pytest.raises(InterruptedError):
        convolve(1)
    assert ended == [8, 8, 8]
    assert counts.get_num_threads() == in_new_thread(counts.get_num_threads) == 8


def test_a_thread_keeps_a_count_of_its_own(convolution_of):
    def with_one():
        counts.set_num_threads(1)
        convolve(1)
        together.wait(timeout=60)
        together.wait(timeout=60)
        convolve(1)
        together.wait(timeout=60)
        return counts.get_num_threads()

    def during():
        if threading.current_thread() is threading.main_thread():
            together.wait(timeout=60)
            together.wait(timeout=60)

    together = threading.Barrier(2)
    convolve, counts = convolution_of(during)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(with_one)
        together.wait(timeout=60)
        convolve(1)
        assert other.result(timeout=60) == 1
    assert counts.get_num_threads() == 8


@needs_torch
def test_settings_of_torch_do_not_change_the_answer():
    import torch

    right = conv(X, W, backend="torch")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert conv(X, W, backend="torch").tobytes() == right.tobytes()
    assert not torch.is_inference_mode_enabled()


@needs_torch
def test_a_torch_that_rounds_is_refused(monkeypatch):
    import torch

    fresh = _registry.Guarded(ADAPTERS[0], "the library torch")
    monkeypatch.setattr(_registry, "_adapters", (fresh,))
    before = torch.backends.mkldnn.conv.fp32_precision
    torch.backends.mkldnn.conv.fp32_precision = "bf16"
    try:
        with (
            pytest.warns(RuntimeWarning, match="fp32_precision is 'bf16'"),
            pytest.raises(UnsupportedProblem, match="fp32_precision is 'bf16'"),
        ):
            conv(X, W, backend="torch")
    finally:
        torch.backends.mkldnn.conv.fp32_precision = before


def test_an_adapter_is_listed_where_its_library_is_installed(monkeypatch):
    monkeypatch.setattr(_registry, "_adapters", None)
    monkeypatch.setattr(_registry, "find_spec", lambda name: None)
    assert backends() == tuple(backend.name for backend in BACKENDS)
    with pytest.raises(ValueError, match=r"'torch'; allowed: .*\(torch is not installed\)"):
        conv(X, W, backend="torch")
    with (
        pytest.raises(ValueError, match=r"'jax'; allowed: none"),
        set_backend("auto", also=["jax"]),
    ):
        pass


@pytest.mark.parametrize(
    ("also", "error", "text"),
    [
        ("torch", TypeError, r"also='torch' must be a sequence of names"),
        (3, TypeError, r"also=3"),
        (["direct"], ValueError, r"has 'direct'; allowed"),
        ([7], ValueError, r"has 7; allowed"),
    ],
)
def test_bad_names_of_adapters(also, error, text):
    with pytest.raises(error, match=text), set_backend("auto", also=also):
        pass


def test_also_goes_with_auto_only():
    with (
        pytest.raises(ValueError, match=r"no meaning with name='direct'"),
        set_backend("direct", also=["torch"]),
    ):
        pass


def test_what_is_allowed_belongs_to_its_thread():
    seen = []

    def ask():
        seen.append(choose(X, W, **ALL).backend)

    for adapter in INSTALLED:
        remember(problem_of(X, W, **ALL), {adapter.name: 1e-9})
        with set_backend("auto", also=[adapter.name]):
            thread = threading.Thread(target=ask)
            thread.start()
            thread.join()
    assert not set(seen) & {adapter.name for adapter in ADAPTERS}


def run(script, **environment):
    return subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@adapters
def test_the_library_is_imported_on_first_use(adapter):
    script = f"""
import sys, numpy as np, polyconv
x, w = np.ones((1, 9)), np.ones((1, 1, 3))
named = {{"backend": "{adapter.name}", "workers": {usable_cpus()}}}
polyconv.explain(x, w), polyconv.conv(x, w), polyconv.capabilities(), polyconv.backends()
with polyconv.set_backend("auto", also=["{adapter.name}"]):
    polyconv.choose(x, w)
polyconv.choose(x, w, **named)
assert "{adapter.library}" not in sys.modules
assert polyconv.conv(x, w, **named).tolist() == [[3.0] * 7]
assert "{adapter.library}" in sys.modules
"""
    done = run(script)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_library_that_cannot_be_imported_costs_no_one_a_result(tmp_path):
    (tmp_path / "torch.py").write_text("raise OSError('libtorch.so is torn')")
    script = """
import warnings, numpy as np, polyconv
from polyconv import wisdom
from polyconv._request import make_problem
x, w = np.ones((1, 9), "float32"), np.ones((1, 1, 3), "float32")
times = dict.fromkeys(polyconv.backends(), float("inf")) | {"torch": 1e-9}
wisdom.record(make_problem(x.shape, x.dtype, w.shape, w.dtype), times)
with warnings.catch_warnings(record=True) as caught, polyconv.set_backend("auto", also=["torch"]):
    warnings.simplefilter("always")
    assert polyconv.choose(x, w).backend == "torch"
    assert polyconv.conv(x, w).tolist() == [[3.0] * 7]
    assert polyconv.choose(x, w).backend != "torch"
print(caught[0].message, len(caught))
"""
    done = run(script, PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "polyconv leaves out the backend 'torch' of the library torch: prepare raised OSError: "
        "libtorch.so is torn 1\n"
    )
