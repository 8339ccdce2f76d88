"""Memory: no array grows with an axis of the input, and calls take the workspace they publish.

tracemalloc sees what NumPy allocates, workspaces of the thread pool included. Memory that stays
resident after many shapes is measured in a process of its own.
"""

import subprocess
import sys
import time
import tracemalloc

import numpy as np
import pytest

from polyconv import conv, plan
from support.agreement import check, problem_for, problem_of, random_values, require, slow_but

MODES = ["zeros", "constant", "edge", "wrap", "symmetric", "reflect"]
LONG = 4_000_000
TINY = np.ones((1, 8), "float32"), np.ones((1, 1, 3), "float32")
# Bytes that a call may take beside its workspace: Python objects, tables, rounding to cache lines.
SLACK = 1 << 18
# Bytes of the tables of twiddles that all plans of `fft_tiled` share: those of a first call.
TABLES = 1 << 20
# Bytes that a planned call may take beyond that: views, shapes, and allocations in whole pages.
PYTHON = 1 << 16


# JAX frees the input of a call in one of its next calls. Seconds within which it must.
LATE, LATE_SECONDS = ("jax",), 10


def traced(backend, call, allowed):
    """Return the maximum of the bytes that `call` holds, and the bytes that it leaves allocated.

    Backends that free memory in later calls are called until no more than `allowed` is left.
    """
    tracemalloc.start()
    try:
        call()
        kept, peak = tracemalloc.get_traced_memory()
        deadline = time.monotonic() + LATE_SECONDS
        while backend.name in LATE and kept > allowed and time.monotonic() < deadline:
            conv(*TINY, backend=backend.name, workers=1)
            kept, _ = tracemalloc.get_traced_memory()
        return peak, kept
    finally:
        tracemalloc.stop()


def published(backend, problem):
    """Return the bytes of a call without a plan: workspace, weights and their converted copy."""
    cost = backend.cost(problem)
    return cost.workspace + 2 * cost.prepared + SLACK


def assert_takes_workspace_only(backend, x, w, **options):
    """Fail unless a call takes what it publishes and keeps nothing; return its result."""
    options |= {"workers": 1}
    problem = problem_for(backend, x, w, **options)
    out = np.empty(problem.out_shape, problem.dtype)
    conv(*TINY, backend=backend.name)  # loads the modules that the backend needs
    allowed = SLACK + (TABLES if backend.name == "fft_tiled" else 0)
    peak, kept = traced(
        backend, lambda: conv(x, w, out=out, backend=backend.name, **options), allowed
    )
    assert peak <= published(backend, problem)
    assert kept <= allowed
    return out


@pytest.mark.parametrize("mode", slow_but(MODES, "zeros", "reflect"))
def test_signals_of_many_lengths_keep_no_memory(backend, mode):
    few = {"stride": 100_001} if backend.name == "naive" else {}
    x, w = np.ones((1, LONG), "float32"), np.ones((1, 1, 9), "float32")
    require(backend, x, w, padding="same", padding_mode=mode, **few)
    for more in range(3):
        out = assert_takes_workspace_only(
            backend, x[:, more:], w, padding="same", padding_mode=mode, **few
        )
        assert np.allclose(out[0, 9:-9], 9, rtol=1e-4)


STORED = {
    "int8": lambda: np.ones((1, LONG), "int8"),
    "float16": lambda: np.ones((1, LONG), "float16"),
    "complex64": lambda: np.ones((1, LONG), "complex64"),
    "every other": lambda: np.ones((1, 2 * LONG), "float32")[:, ::2],
    "backwards": lambda: np.ones((1, LONG), "float32")[:, ::-1],
    "read-only": lambda: np.broadcast_to(np.float32(1), (1, LONG)),
}


@pytest.mark.parametrize("stored", slow_but(STORED, "int8"))
def test_no_copy_is_made_of_an_input_in_any_form(backend, stored):
    x = STORED[stored]()
    w = np.ones((1, 1, 9), x.dtype)
    few = {"stride": 100_001} if backend.name == "naive" else {}
    require(backend, x, w, padding="same", **few)
    assert_takes_workspace_only(backend, x, w, padding="same", **few)


@pytest.mark.slow
def test_no_copy_is_made_of_channels_last(backend):
    x, w = np.ones((LONG // 4, 3), "float32"), np.ones((3, 3, 2), "float32")
    few = {"stride": 100_001} if backend.name == "naive" else {}
    options = {"padding": "same", "data_format": "channels_last", **few}
    require(backend, x, w, **options)
    assert_takes_workspace_only(backend, x, w, **options)


@pytest.mark.slow
def test_no_copy_is_made_of_a_memory_map(backend, tmp_path):
    x = np.memmap(tmp_path / "signal", "float32", "w+", shape=(1, LONG))
    w = np.ones((1, 1, 9), "float32")
    few = {"stride": 100_001} if backend.name == "naive" else {}
    require(backend, x, w, padding="same", **few)
    assert_takes_workspace_only(backend, x, w, padding="same", **few)


@pytest.mark.parametrize("dtype", slow_but(["float32", "int16", "float16"], "float32"))
@pytest.mark.parametrize("mode", slow_but(MODES, "zeros", "wrap"))
def test_padding_far_wider_than_the_input(backend, mode, dtype):
    x, w = random_values((1, 7), dtype, 1), random_values((1, 1, 3), dtype, 2)
    options = {"padding": 1_000_000, "padding_mode": mode, "stride": 300_001, "dilation": 5}
    require(backend, x, w, **options)
    assert_takes_workspace_only(backend, x, w, **options)
    check(backend, x, w, **options)


@pytest.mark.parametrize("dtype", slow_but(["float32", "int8", "float16", "complex64"], "int8"))
def test_taps_far_apart(backend, dtype):
    x, w = random_values((1, 50), dtype, 1), random_values((1, 1, 9), dtype, 2)
    options = {"padding": "same", "dilation": 10**8}
    require(backend, x, w, **options)
    y = assert_takes_workspace_only(backend, x, w, **options)
    centre = conv(x, w[..., 4:5], backend="direct")
    np.testing.assert_allclose(y, centre, rtol=1e-3)


@pytest.mark.parametrize("dtype", slow_but(["uint8", "float32", "float16", "complex64"], "uint8"))
@pytest.mark.parametrize("axes", [1, 2])
def test_windows_far_apart(backend, dtype, axes):
    shape = {1: (1, LONG), 2: (1, 2000, 2000)}[axes]
    x, w = np.ones(shape, dtype), np.ones((1, 1, *(3,) * axes), dtype)
    options = {"stride": 1000 if axes == 2 else 1_000_000}
    require(backend, x, w, **options)
    y = assert_takes_workspace_only(backend, x, w, **options)
    np.testing.assert_allclose(y, 3**axes, rtol=1e-3)


def random_call(rng):
    """Return x, w and options of a call: any rank, strides, dilations, layout and dtype."""
    rank = int(rng.integers(1, 4))
    longest = {1: 100_000, 2: 300, 3: 40}[rank]

    def sizes(largest, unless=0.0):
        drawn = np.exp(rng.uniform(0, np.log(largest), rank)).astype(int).tolist()
        return [1 if rng.random() < unless else size for size in drawn]

    groups = int(rng.choice([1, 1, 2, 3]))
    channels, filters = rng.choice([1, 2, 5]).item(), groups * rng.choice([1, 3, 8]).item()
    dtype = rng.choice(["float32", "float64", "int8", "int64", "uint16", "float16", "complex64"])
    x = np.ones((1, groups * channels, *sizes(longest)), dtype)
    w = np.ones((filters, channels, *sizes(8)), dtype)
    options = {
        "stride": sizes(30, 0.5),
        "dilation": sizes(300, 0.7),
        "groups": groups,
        "padding": str(rng.choice(["same", "full", "causal"])),
        "padding_mode": str(rng.choice(["zeros", "reflect", "wrap", "edge"])),
    }
    if rng.random() < 0.3:
        options["data_format"] = "channels_last"
        x, w = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
        x, w = np.ascontiguousarray(x), np.ascontiguousarray(w)
    return x, w, options


@pytest.mark.parametrize("seed", slow_but(range(8), 0))
def test_planned_calls_take_the_workspace_they_publish(backend, seed):
    rng = np.random.default_rng(seed)
    tried = 0
    while tried < 20:
        x, w, options = random_call(rng)
        problem = problem_of(x, w, workers=1, **options)
        if problem.flops > (3e4 if backend.name == "naive" else 3e7):
            continue
        tried += 1
        if backend.unsupported(problem) is not None:
            continue
        prepared = plan(x, w, backend=backend.name, workers=1, **options)
        out = np.empty(problem.out_shape, problem.dtype)
        prepared(x, out=out)
        peak, kept = traced(backend, lambda call=prepared, x=x, out=out: call(x, out=out), PYTHON)
        assert peak <= backend.cost(problem).workspace + PYTHON, problem
        assert kept <= PYTHON


@pytest.mark.slow
def test_memory_after_ten_thousand_shapes():
    """Resident memory after the first hundred shapes of each kind, and after ten thousand."""
    code = """
import numpy as np
from polyconv import conv
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
rng = np.random.default_rng(0)
signal, image = np.ones((1, 40_000), "f4"), np.ones((3, 200, 200), "f4")
fir, edge = np.ones((1, 1, 301), "f4"), np.ones((16, 3, 3, 3), "f4")
def call(i):
    conv(signal[:, : 500 + i], fir, padding="same")
    h, w = rng.integers(3, 200, 2)
    conv(image[:, :h, :w], edge, padding="same", padding_mode="reflect")
for i in range(100):
    call(i)
before = resident()
for i in range(100, 5100):
    call(i)
print(resident() - before)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 64 << 20
