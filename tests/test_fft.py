"""The fft backend's own paths: how problems are cut, what that takes, and how far it may be off.

The rules of the law are tested elsewhere, for all backends. Here are problems of the sizes and
shapes that send `fft` down each of its ways, and tests that they still do.
"""

import itertools
import math
import tracemalloc
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.fft
from agreement import assert_looks, check, problem_of, random_values
from scipy.signal import fftconvolve

from polyconv import Problem, UnsupportedProblem, conv, explain, plan
from polyconv._thread_pool import reserved
from polyconv.backends import BACKENDS
from polyconv.backends.fft import backend as fft
from polyconv.backends.fft import segments as _fft_blocks
from polyconv.backends.fft.segments import batches, choose_blocks
from polyconv.backends.fft_tiled import planner as _fft_planes
from polyconv.backends.fft_tiled.planner import choose_planes

FFT = next(backend for backend in BACKENDS if backend.name == "fft")

# Name -> shapes of x and w, options. Large enough for several blocks, small enough to check.
PROBLEMS = {
    "signal in blocks": ((1, 1, 4000), (1, 1, 31), {"padding": "same"}),
    "signal at once": ((1, 1, 500), (1, 1, 301), {"padding": "full"}),
    "several filters": ((2, 1, 2000), (3, 1, 40), {}),
    "strided": ((1, 2, 3001), (2, 1, 50), {"groups": 2, "stride": 3, "padding": "same"}),
    "dilated": ((1, 1, 3000), (1, 1, 9), {"dilation": 20, "padding": "causal"}),
    "image in blocks": ((1, 1, 130, 170), (1, 1, 9, 5), {"padding": "same"}),
    "rows at once, columns in blocks": ((1, 1, 12, 900), (1, 1, 11, 21), {"padding": "same"}),
    "constant padding": ((1, 1, 90, 20), (1, 1, 7, 7), {"padding": 9, "padding_mode": "constant"}),
    "reflected": ((1, 1, 90, 20), (1, 1, 7, 7), {"padding": 9, "padding_mode": "reflect"}),
    "wrapped": (
        (2, 3, 24, 40),
        (3, 1, 7, 9),
        {"groups": 3, "padding": "same", "padding_mode": "wrap"},
    ),
    "wrapped, stride": (
        (1, 1, 24, 40),
        (1, 1, 5, 5),
        {"padding": "same", "padding_mode": "wrap", "stride": (2, 3)},
    ),
    "wrapped, a prime": ((1, 1, 601), (1, 1, 9), {"padding": "same", "padding_mode": "wrap"}),
    "wrapped around twice": (
        (1, 1, 12),
        (1, 1, 29),
        {"padding": ((14, 14),), "padding_mode": "wrap"},
    ),
    "kernel longer than the period": ((1, 1, 10), (1, 1, 30), {"padding": 12}),
    "depthwise": ((3, 40, 12, 14), (40, 1, 11, 11), {"groups": 40, "padding": "same"}),
    "summed channels": ((2, 6, 40, 60), (8, 6, 5, 5), {"padding": "same"}),
    "summed in groups, strided": (
        (2, 6, 40, 31),
        (9, 2, 5, 4),
        {"groups": 3, "stride": (2, 1), "padding": 3},
    ),
    "summed signals": ((3, 4, 900), (2, 4, 33), {"padding": 3}),
    "volume": ((1, 2, 9, 20, 12), (2, 1, 3, 5, 3), {"groups": 2, "padding": 1}),
    "summed volume": ((1, 3, 9, 10, 12), (2, 3, 3, 5, 3), {"stride": (1, 2, 1)}),
    "channels last": (
        (2, 30, 34, 4),
        (9, 9, 2, 6),
        {"groups": 2, "padding": "same", "data_format": "channels_last"},
    ),
    "a tap": ((1, 1, 50), (1, 1, 1), {}),
    "nothing but padding": ((1, 1, 0), (1, 1, 3), {"padding": 4}),
    "a wide signal": ((2, 2, 70_000), (4, 1, 700), {"groups": 2, "padding": "causal"}),
    "all of a stride": ((1, 1, 100), (1, 1, 7), {"stride": 150, "padding": 10}),
    "a long row of a volume": ((1, 1, 3, 4, 700), (1, 1, 2, 2, 90), {"padding": "same"}),
    "slabs that share sets of the cache": ((1, 1, 40, 40, 40), (1, 1, 9, 9, 9), {}),
}


def two_channels(x_shape, w_shape, options):
    """The same with sums over twice the channels, which are computed in another way."""
    channels = (x_shape[0], 2 * x_shape[1], *x_shape[2:])
    return channels, (w_shape[0], 2 * w_shape[1], *w_shape[2:]), options


PROBLEMS |= {
    f"{name}, two channels": two_channels(*row)
    for name, row in PROBLEMS.items()
    if row[1][1] == 1 and math.prod(row[0]) < 20_000
}
problems = pytest.mark.parametrize("name", PROBLEMS)


def problem(name: str, dtype: str = "float32", **options: object) -> Problem:
    x_shape, w_shape, own = PROBLEMS[name]
    return problem_of(np.empty(x_shape, dtype), np.empty(w_shape, dtype), **own, **options)


APART = [name for name in PROBLEMS if problem(name).group_in == 1]
apart = pytest.mark.parametrize("name", APART)
summed = pytest.mark.parametrize("name", [name for name in PROBLEMS if name not in APART])


both = pytest.mark.parametrize("way", [choose_planes, choose_blocks])


@pytest.fixture
def by_way(monkeypatch, way):
    """All problems are computed one way, with blocks of one or the other kind."""
    monkeypatch.setattr(fft, "_choose", way)


@pytest.mark.parametrize("dtype", ["float32", "complex128", "float16"])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("name", "way"),
    [(name, choose_planes) for name in PROBLEMS]
    + [(name, choose_blocks) for name in PROBLEMS if name not in APART],
)
def test_every_way_of_cutting_agrees_with_the_reference(name, dtype, workers, by_way):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((problem(name, dtype).out_channels,), dtype, 3)
    check(FFT, x, w, bias, workers=workers, **options)


@problems
@pytest.mark.parametrize("way", [choose_planes])
@pytest.mark.parametrize("dtype", ["float32", "complex128", "float16"])
@pytest.mark.parametrize("workers", [1, 2])
def test_planes_look_at_what_they_read(name, dtype, workers, by_way):
    x_shape, w_shape, options = PROBLEMS[name]
    assert_looks(FFT, x_shape, w_shape, dtype, dtype, workers, **options)


@problems
@pytest.mark.parametrize("way", [choose_planes])
@pytest.mark.parametrize("dtype", ["float64", "complex64"])
def test_all_candidates_agree_with_the_reference(name, dtype, by_way, monkeypatch):
    """Lengths with all factors, one block and many, whichever is the fastest here."""
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    p = problem(name, dtype)
    expected = conv(x, w, backend="direct", **options)
    scale = np.abs(x).max(initial=0) * np.abs(w).sum(axis=tuple(range(1, w.ndim))).max()
    candidates = [_fft_planes._candidates(p, axis) for axis in range(p.rank)]
    for axes in itertools.product(*candidates):
        blocks = _fft_planes._blocks(p, axes)
        monkeypatch.setattr(_fft_planes, "choose_planes", lambda p, b=blocks: b)
        _fft_planes._remembered_geometry.cache_clear()
        out = np.full(p.out_shape, np.nan, dtype)
        FFT.prepare(p, p.canonical_w(w))(p.canonical_x(x), None, p.canonical_out(out), 2)
        tolerance = 2 * (blocks.error_bound + p.summation_error(p.terms))
        assert np.abs(out - expected).max() <= tolerance * scale
    _fft_planes._remembered_geometry.cache_clear()


@summed
@pytest.mark.parametrize("way", [choose_blocks])
def test_small_batches_of_small_blocks_agree_with_the_reference(name, by_way, monkeypatch):
    """As on large problems, where a batch is a part of everything there is."""
    monkeypatch.setattr(_fft_blocks, "_cache", lambda p: 1)
    choose_blocks.cache_clear()
    x_shape, w_shape, options = PROBLEMS[name]
    check(
        FFT, random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2), **options
    )
    choose_blocks.cache_clear()


@summed
@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_blocks_cover_the_output_once(name, dtype):
    p = problem(name, dtype)
    blocks = choose_blocks(p)
    for axis, out, stride, extent, n in zip(
        blocks.axes, p.out, p.stride, p.extent, p.spatial, strict=True
    ):
        assert axis.count * axis.keep >= out > (axis.count - 1) * axis.keep
        assert scipy.fft.next_fast_len(axis.size) == axis.size
        if axis.circular:
            assert (axis.count, axis.read) == (1, n)
        else:
            assert axis.step + extent - 1 <= axis.size == axis.read
        assert axis.step == axis.keep * stride or axis.count == 1
    seen = np.zeros((p.batch, p.groups, *(axis.count for axis in blocks.axes)), int)
    for images, groups, ranges in batches(p, blocks):
        seen[(images, groups, *(slice(r.start, r.stop) for r in ranges))] += 1
    assert (seen == 1).all()


@problems
@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_every_candidate_covers_the_output_once(name, dtype):
    p = problem(name, dtype)
    for number, (out, stride, extent, n) in enumerate(
        zip(p.out, p.stride, p.extent, p.spatial, strict=True)
    ):
        for axis in _fft_planes._candidates(p, number):
            assert axis.count * axis.keep >= out > (axis.count - 1) * axis.keep
            assert _fft_planes._size(p, number, axis.size) == axis.size
            if axis.circular:
                assert (axis.count, axis.read, stride) == (1, n, 1)
            else:
                assert axis.keep + (extent - 1) // stride <= axis.size == axis.read


def test_zeros_on_both_sides_are_the_same_zeros():
    """56 elements with 15 zeros before and after take a period of 71, not of 86."""
    signals = problem_of(np.empty((1, 9, 56, 56)), np.empty((4, 9, 31, 31)), padding="same")
    assert choose_blocks(signals).sizes == (72, 72)
    x, w = np.empty((1, 128, 56, 56), np.float32), np.empty((128, 1, 31, 31), np.float32)
    blocks = choose_planes(problem_of(x, w, padding="same", groups=128))
    assert [axis.size for axis in blocks.axes] == [72, 80]  # a row is whole lines
    assert all(axis.circular for axis in blocks.axes)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
@pytest.mark.parametrize("groups", [1, 2])
def test_wrapped_axes_are_not_padded(dtype, groups, monkeypatch):
    image, kernel = ((48, 96), (9, 7)) if groups == 2 else ((16, 20), (13, 15))
    x = random_values((1, 2, *image), dtype, 1)
    w = random_values((2, 2 // groups, *kernel), dtype, 2)
    options = {"padding": "same", "padding_mode": "wrap", "groups": groups}
    p = problem_of(x, w, **options)
    blocks = choose_planes(p) if groups == 2 else choose_blocks(p)
    monkeypatch.setattr(fft, "_choose", lambda p: blocks)
    # Of real data, halves of the first axis are the parts of complex blocks.
    halves = groups == 2 and dtype != "complex64"
    assert [axis.circular for axis in blocks.axes] == [not halves, True]
    assert blocks.axes[1].size == image[1]
    margins = [(k // 2, k // 2) for k in kernel]
    padded = np.pad(x, [(0, 0), (0, 0), *margins], "wrap")
    expected = conv(padded, w, groups=groups, backend="direct")
    np.testing.assert_allclose(conv(x, w, backend="fft", **options), expected, atol=1e-3)


@pytest.mark.parametrize("way", [choose_blocks])
def test_interior_blocks_are_not_copied(by_way, monkeypatch):
    x, w = random_values((1, 2, 5000), "float32", 1), random_values((1, 2, 65), "float32", 2)
    expected = conv(x, w, backend="direct")
    assert choose_blocks(problem_of(x, w)).axes[0].count > 1
    monkeypatch.setattr(Problem, "padded_block", lambda *_: pytest.fail("copied"))
    p = plan(x[..., :4096], w, backend="fft")
    np.testing.assert_allclose(p(x[..., :4096])[0, 0, :4000], expected[0, 0, :4000], atol=1e-3)


# What is counted ------------------------------------------------------------------------------


class Counting:
    """Stands for scipy.fft and adds up the operations of what it is asked for."""

    def __init__(self) -> None:
        self.operations = 0.0

    def __getattr__(self, name: str):
        function = getattr(scipy.fft, name)

        def counted(x, n=None, axis=-1, **options):
            y = function(x, n, axis=axis, **options)
            n = x.shape[axis] if n is None else n
            lines = math.prod(x.shape) // x.shape[axis]
            self.operations += lines * _fft_blocks._line(n) * (1 if "rfft" in name else 2)
            return y

        return counted


@summed
@pytest.mark.parametrize("dtype", ["float32", "complex64"])
def test_transforms_are_counted_as_they_are_executed(name, dtype, monkeypatch):
    p = problem(name, dtype)
    if 0 in p.spatial:
        pytest.skip("nothing is there to count")
    blocks = choose_blocks(p)
    counts = _fft_blocks._counts(p, [axis.numbers for axis in blocks.axes])
    kernel = fft.FftKernel.of(p, random_values((p.out_channels, p.group_in, *p.kernel), dtype, 2))
    counting = Counting()
    monkeypatch.setattr(fft, "scipy", SimpleNamespace(fft=counting))
    x = random_values((p.batch, p.in_channels, *p.spatial), dtype, 1)
    kernel(x, None, np.empty((p.batch, p.out_channels, *p.out), dtype), 1)
    full = 1.0
    if p.rank == 1:
        # Vectors that are not full take as long as full ones, and are counted as such.
        lines = p.batch * blocks.axes[0].count * p.in_channels
        full = max(1, _fft_blocks._lanes(p) / lines)
    assert counting.operations * full == pytest.approx(float(counts.transforms))


@problems
@both
@pytest.mark.parametrize("dtype", ["float32", "complex128"])
@pytest.mark.parametrize("limit", [None, 300_000])
@pytest.mark.parametrize("workers", [1, 2])
def test_workspace_is_what_is_allocated_at_most(name, way, dtype, limit, workers, by_way):
    if way is choose_blocks and name in APART:
        pytest.skip("nothing is summed")
    x_shape, w_shape, options = PROBLEMS[name]
    p = problem(name, dtype, workspace_limit=limit, workers=workers)
    workspace = FFT.cost(p).workspace
    if limit is not None and workspace > limit:
        pytest.skip("the smallest blocks need more")
    # What is reserved between two workers' memory, and never touched.
    between = reserved(workspace // workers, workers) - workspace // workers * workers
    if way is choose_blocks:
        between = 0
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    # Interpreter objects, buffers of NumPy's and what BLAS sets up are no part of it.
    allocated = peak(
        lambda: conv(x, w, backend="fft", workspace_limit=limit, workers=workers, **options)
    )
    assert allocated <= workspace + between + p.out_bytes + 100_000


LARGE = {
    "a long signal": ((1, 1, 1 << 21), (1, 1, 1001)),
    "a large image": ((1, 1, 1500, 1400), (1, 1, 63, 63)),
    "a volume": ((1, 1, 128, 120, 130), (1, 1, 15, 15, 15)),
}


@pytest.mark.parametrize("name", LARGE)
def test_half_the_memory_of_a_transform_of_everything(name):
    x_shape, w_shape = LARGE[name]
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    ours = peak(lambda: conv(x, w, backend="fft", padding="same", workers=1))
    theirs = peak(lambda: fftconvolve(x, w, "same"))
    assert ours <= theirs / 2
    p = problem_of(x, w, padding="same", workers=1)
    assert ours <= FFT.cost(p).workspace + p.out_bytes + 100_000


def peak(call) -> int:
    """Bytes that `call` holds at most, beside what is there before."""
    call()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("x_shape", "w_shape"),
    [((1, 1, 200_000_000), (1, 1, 1001)), ((1, 1, 8192, 8192), (1, 1, 63, 63))],
)
def test_memory_does_not_grow_with_the_input(x_shape, w_shape):
    options = {"padding": "same", "backend": "fft", "dtype": "float32"}
    default, limited = (
        next(
            c
            for c in explain(x_shape, w_shape, **options, **limit).candidates
            if c.backend == "fft"
        )
        for limit in ({}, {"workspace_limit": 2 << 20})
    )
    assert default.workspace <= 64 << 20
    assert limited.workspace <= 2 << 20


def test_too_little_memory_is_refused_with_the_figures():
    x, w = random_values((1, 1, 5000), "float32"), random_values((1, 1, 1000), "float32")
    with pytest.raises(UnsupportedProblem, match="workspace_limit is 1000"):
        conv(x, w, backend="fft", workspace_limit=1000)
    limited = conv(x, w, backend="fft", workspace_limit=200_000, workers=1)
    np.testing.assert_allclose(limited, conv(x, w, backend="direct"), atol=1e-3)


# How far it may be off ------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
@pytest.mark.parametrize(("n", "taps"), [(20_000, 6000), (6561, 200), (100_000, 1001)])
@pytest.mark.parametrize("kind", ["signs", "constant", "tone", "impulses"])
def test_the_bound_holds_where_it_is_tightest(dtype, n, taps, kind):
    """One tap moves the input, and all that is left of the result is rounding."""
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
        result = conv(x, w, padding="same", backend="fft", rtol=1)
        wide = np.clongdouble if dtype == "complex64" else np.longdouble
        moved = np.pad(x, [(0, 0), (0, 0), p.pads[0]])[..., tap : tap + n]
        exact = moved.astype(wide) * w[0, 0, tap].astype(wide)
        error = np.abs(result - exact).max() / (np.abs(x).max() * np.abs(w).sum())
        assert error <= FFT.error_bound(p)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
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
def test_the_bound_holds_along_several_axes_and_with_strides(dtype, image, kernel, stride, kind):
    rng = np.random.default_rng(5)
    shape = (1, 1, *image)
    x = (rng.choice([-1.0, 1.0], shape) if kind == "signs" else np.full(shape, 0.7)).astype(dtype)
    w = np.zeros((1, 1, *kernel), dtype)
    w[(0, 0, *(rng.integers(k) for k in kernel))] = 1 / 3
    options = {"stride": stride, "padding": "same", "rtol": 1}
    result = conv(x, w, backend="fft", **options)
    # Sums with one term that is not zero are exact but for its rounding.
    exact = conv(x, w, backend="direct", **options)
    error = np.abs(result - exact).max() / (np.abs(x).max() * np.abs(w).sum())
    assert 0 < error <= FFT.error_bound(problem_of(x, w, **options))


def test_long_kernels_keep_the_default_budget():
    for dtype, budget in (("float32", 5e-6), ("float64", 1e-14)):
        for x_shape, w_shape in LARGE.values():
            p = problem_of(np.empty(x_shape, dtype), np.empty(w_shape, dtype), padding="same")
            assert FFT.error_bound(p) <= budget < p.rtol


def test_a_tight_budget_has_no_long_blocks():
    x, w = np.empty((1, 1, 1 << 18), np.float32), np.empty((1, 1, 65), np.float32)
    tight = choose_planes(problem_of(x, w, rtol=1.35e-6))
    loose = choose_planes(problem_of(x, w, rtol=1e-3))
    assert tight.error_bound <= 1.35e-6 < loose.error_bound
    assert tight.axes[0].size < loose.axes[0].size
    x, w = np.empty((1, 2, 1 << 18), np.float32), np.empty((1, 2, 65), np.float32)
    tight = choose_blocks(problem_of(x, w, rtol=1.12e-6))
    loose = choose_blocks(problem_of(x, w, rtol=1e-3))
    assert tight.error_bound <= 1.12e-6 < loose.error_bound
    assert tight.sizes < loose.sizes
