"""Properties common to `fft` and `fft_tiled`: agreement, peak memory and error bounds.

The rules of the law are tested elsewhere, for all backends. Here are problems that send these two
down each of their branches.
"""

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy.signal import fftconvolve

from polyconv import UnsupportedProblem, conv, explain
from polyconv._thread_pool import reserved
from polyconv.backends import BACKENDS, overlap_save
from polyconv.backends.fft import backend as fft_backend
from polyconv.backends.fft.segments import choose_segments
from polyconv.backends.fft_tiled import planner as tiled_planner
from polyconv.backends.fft_tiled.planner import choose_tiled_segments
from polyconv.backends.overlap_save import FilterPart, PartwiseKernel
from support.agreement import check, problem_of, random_values, slow_but, slow_but_first
from support.overlap_save_problems import LARGE, PROBLEMS, peak, problem

BOTH = [backend for backend in BACKENDS if backend.name in ("fft", "fft_tiled")]

problems = pytest.mark.parametrize(
    "name", slow_but(PROBLEMS, *(name for name in PROBLEMS if not name.endswith("two channels")))
)
both = pytest.mark.parametrize("backend", BOTH, ids=lambda backend: backend.name)


@both
@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "float16"]))
@pytest.mark.parametrize("workers", slow_but_first([2, 1]))
def test_every_kind_of_segment_agrees_with_the_reference(backend, name, dtype, workers):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((problem(name, dtype).out_channels,), dtype, 3)
    check(backend, x, w, bias, workers=workers, **options)


# Counts ------------------------------------------------------------------------------


@both
@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128"]))
@pytest.mark.parametrize("limit", slow_but_first([300_000, None]))
@pytest.mark.parametrize("workers", slow_but_first([2, 1]))
def test_workspace_is_what_is_allocated_at_most(backend, name, dtype, limit, workers):
    x_shape, w_shape, options = PROBLEMS[name]
    p = problem(name, dtype, workspace_limit=limit, workers=workers)
    workspace = backend.cost(p).workspace
    if limit is not None and workspace > limit:
        pytest.skip("the smallest segments need more")
    gap = 0
    if backend.name == "fft_tiled":
        # The gap between the workspaces of two workers is reserved, but never touched.
        gap = reserved(workspace // workers, workers) - workspace // workers * workers
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    # Interpreter objects, buffers of NumPy's and what BLAS sets up are no part of it, nor are
    # the tables of transforms that plans share.
    conv(x, w, backend=backend.name, workspace_limit=limit, workers=workers, **options)
    allocated = peak(
        lambda: conv(x, w, backend=backend.name, workspace_limit=limit, workers=workers, **options)
    )
    assert allocated <= workspace + gap + p.out_bytes + 100_000


@both
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64", "complex64"]))
@pytest.mark.parametrize(
    ("image", "kernel"),
    [((150_001,), (131_072,)), ((300, 260), (257, 256)), ((40,) * 3, (33,) * 3)],
)
def test_workspace_of_long_filters_is_what_is_allocated_at_most(backend, image, kernel, dtype):
    x, w = random_values((1, 1, *image), dtype, 1), random_values((2, 1, *kernel), dtype, 2)
    p = problem_of(x, w, padding="full", workers=1)
    assert all(axis.count == 1 for axis in segments_of(backend, p).axes)
    allocated = peak(lambda: conv(x, w, backend=backend.name, padding="full", workers=1))
    assert allocated <= backend.cost(p).workspace + p.out_bytes + 100_000
    assert backend.cost(p).workspace <= 4 * (p.moved_once + 2 * math.prod(p.padded) * x.itemsize)


@both
@pytest.mark.parametrize("name", slow_but_first(LARGE))
def test_no_more_memory_than_a_transform_of_everything(backend, name):
    x_shape, w_shape = LARGE[name]
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    ours = peak(lambda: conv(x, w, backend=backend.name, padding="same", workers=1))
    theirs = peak(lambda: fftconvolve(x, w, "same"))
    assert ours <= theirs
    p = problem_of(x, w, padding="same", workers=1)
    assert ours <= backend.cost(p).workspace + p.out_bytes + 100_000


@both
@pytest.mark.parametrize(
    ("x_shape", "w_shape"),
    [((1, 1, 200_000_000), (1, 1, 1001)), ((1, 1, 8192, 8192), (1, 1, 63, 63))],
)
def test_memory_does_not_grow_with_the_input(backend, x_shape, w_shape):
    options = {"padding": "same", "backend": backend.name, "dtype": "float32"}
    default, limited = (
        next(
            c
            for c in explain(x_shape, w_shape, **options, **limit).candidates
            if c.backend == backend.name
        )
        for limit in ({}, {"workspace_limit": 2 << 20})
    )
    assert default.workspace <= 64 << 20
    assert limited.workspace <= 2 << 20


@both
def test_too_little_memory_is_refused_with_the_figures(backend):
    x, w = random_values((1, 1, 5000), "float32"), random_values((1, 1, 1000), "float32")
    with pytest.raises(UnsupportedProblem, match="workspace_limit is 1000"):
        conv(x, w, backend=backend.name, workspace_limit=1000)
    limited = conv(x, w, backend=backend.name, workspace_limit=200_000, workers=1)
    np.testing.assert_allclose(limited, conv(x, w, backend="direct"), atol=1e-3)


# Filters in parts -----------------------------------------------------------------------------


def segments_of(backend, p):
    """Return the segments that a backend chooses."""
    return (choose_segments if backend.name == "fft" else choose_tiled_segments)(p)


@pytest.fixture
def one_filter_at_a_time(monkeypatch):
    """Let no plan keep the spectra of more than one output channel."""
    monkeypatch.setattr(overlap_save, "MAX_FILTER_SPECTRA", 1)
    for choose in (choose_segments, choose_tiled_segments):
        choose.cache_clear()
    yield
    for choose in (choose_segments, choose_tiled_segments):
        choose.cache_clear()


SEVERAL = [name for name, (_, w_shape, _) in PROBLEMS.items() if w_shape[0] > 1]


@both
@pytest.mark.parametrize("name", SEVERAL)
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128"]))
@pytest.mark.usefixtures("one_filter_at_a_time")
def test_filters_in_parts_agree_with_the_reference(backend, name, dtype):
    x_shape, w_shape, options = PROBLEMS[name]
    p = problem(name, dtype, workers=1)
    assert segments_of(backend, p).part == (1, 1)
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((p.out_channels,), dtype, 3)
    check(backend, x, w, bias, workers=1, **options)
    allocated = peak(lambda: conv(x, w, backend=backend.name, workers=1, **options))
    assert allocated <= backend.cost(p).workspace + p.out_bytes + 100_000


@both
@pytest.mark.parametrize("part", [(1, 1), (1, 2), (1, 3), (2, 3), (3, 3)])
def test_parts_of_groups_and_of_outputs_cover_all_filters(backend, part, monkeypatch):
    options = {"groups": 3, "stride": (2, 1), "padding": 3, "workers": 1}
    p = problem("summed in groups, strided", workers=1)
    cut = replace(segments_of(backend, p), part=FilterPart(*part))
    monkeypatch.setattr(fft_backend, "choose_segments", lambda p: cut)
    monkeypatch.setattr(tiled_planner, "choose_tiled_segments", lambda p: cut)
    x, w = random_values((2, 6, 40, 31), "float32", 1), random_values((9, 2, 5, 4), "float32", 2)
    bias = random_values((9,), "float32", 3)
    kernel = backend.prepare(p, w)
    assert isinstance(kernel, PartwiseKernel) == (part != (3, 3))
    out = np.full(p.out_shape, np.nan, "float32")
    assert kernel.tracks_max_abs
    assert kernel(x, bias, out, 1, 1e30) == np.abs(x).max()
    np.testing.assert_allclose(out, conv(x, w, bias, backend="direct", **options), atol=1e-4)


def shapes(x_shape, w_shape, **options):
    """Return a problem of float32 without allocating its arrays."""
    x, w = (np.broadcast_to(np.float32(0), shape) for shape in (x_shape, w_shape))
    return problem_of(x, w, workers=1, **options)


@both
@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((1, 1, 512, 512), (16, 1, 251, 251), {"padding": "same"}),
        ((1, 1, 1_000_000), (100, 1, 1_000_000), {"padding": "full"}),
        ((4, 1, 300_000), (500, 1, 200_000), {"padding": "same"}),
        ((1, 512, 64, 64), (512, 512, 3, 3), {}),
        ((1, 1, 1000, 1000), (20_000, 1, 31, 31), {"padding": "same"}),
    ],
)
def test_many_filters_cost_no_more_than_one_after_the_other(backend, x_shape, w_shape, options):
    p = shapes(x_shape, w_shape, **options)
    assert backend.unsupported(p) is None
    cut = segments_of(backend, p)
    alone = segments_of(backend, shapes(x_shape, (1, *w_shape[1:]), **options))
    assert cut.filter_bytes <= max(256 << 20, alone.filter_bytes)
    # Spectra of a single filter may be read from the L3 cache, not from memory.
    assert cut.seconds <= 1.2 * w_shape[0] * alone.seconds


# Error bounds ------------------------------------------------------------------------


@both
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64", "complex64"]))
@pytest.mark.parametrize(
    ("n", "taps"), [(20_000, 6000), (6561, 200), (100_000, 1001), (200_000, 90_000), (6561, 6561)]
)
@pytest.mark.parametrize("kind", ["signs", "constant", "tone", "impulses"])
def test_the_bound_holds_where_it_is_tightest(backend, dtype, n, taps, kind):
    """A filter with one tap shifts the input, so all differences from the input are rounding."""
    p = problem_of(
        np.empty((1, 1, n), dtype), np.empty((1, 1, taps), dtype), padding="same", rtol=1
    )
    rng = np.random.default_rng(3)
    x = {
        "signs": rng.choice([-1.0, 1.0], n),
        "constant": np.full(n, 0.7),
        "tone": np.cos(0.3 * np.arange(n)),
        "impulses": (rng.random(n) < 0.01) * 1.0,
    }[kind].astype(dtype)[None, None]
    for tap in (0, taps // 3, taps - 1):
        w = np.zeros((1, 1, taps), dtype)
        w[..., tap] = 1 / 3
        result = conv(x, w, padding="same", backend=backend.name, rtol=1)
        wide = np.clongdouble if dtype == "complex64" else np.longdouble
        moved = np.pad(x, [(0, 0), (0, 0), p.pads[0]])[..., tap : tap + n]
        exact = moved.astype(wide) * w[0, 0, tap].astype(wide)
        error = np.abs(result - exact).max() / (np.abs(x).max() * np.abs(w).sum())
        assert error <= backend.error_bound(p)


@both
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64", "complex64"]))
@pytest.mark.parametrize(
    ("image", "kernel", "stride"),
    [
        ((240, 240), (31, 31), 1),
        ((90, 300), (9, 40), 1),
        ((30, 28, 40), (5, 5, 5), 1),
        ((200, 150), (11, 13), 3),
        ((15_000,), (300,), 4),
    ],
)
@pytest.mark.parametrize("kind", ["signs", "constant"])
def test_the_bound_holds_along_several_axes_and_with_strides(
    backend, dtype, image, kernel, stride, kind
):
    rng = np.random.default_rng(5)
    shape = (1, 1, *image)
    x = (rng.choice([-1.0, 1.0], shape) if kind == "signs" else np.full(shape, 0.7)).astype(dtype)
    w = np.zeros((1, 1, *kernel), dtype)
    w[(0, 0, *(rng.integers(k) for k in kernel))] = 1 / 3
    options = {"stride": stride, "padding": "same", "rtol": 1}
    result = conv(x, w, backend=backend.name, **options)
    # Sums with one term that is not zero are exact but for its rounding.
    exact = conv(x, w, backend="direct", **options)
    error = np.abs(result - exact).max() / (np.abs(x).max() * np.abs(w).sum())
    assert 0 < error <= backend.error_bound(problem_of(x, w, **options))


@both
def test_long_kernels_keep_the_default_budget(backend):
    for dtype, budget in (("float32", 5e-6), ("float64", 1e-14)):
        for x_shape, w_shape in LARGE.values():
            p = problem_of(np.empty(x_shape, dtype), np.empty(w_shape, dtype), padding="same")
            assert backend.error_bound(p) <= budget < p.rtol
