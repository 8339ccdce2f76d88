"""Integers by transforms: exact at the edge of the proof, and left to dot products beyond it."""

import math
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from polyconv import UnsupportedProblem, choose, conv, explain, plan
from polyconv._plan import Fallback
from polyconv.backends import BACKENDS, exact_integers, integer_error
from polyconv.backends.exact_integers import chosen_slabs, slabs_of
from polyconv.backends.fft_tiled import transforms
from polyconv.backends.integer_error import MAX_ERROR, max_magnitude, norm_of
from support import oracle
from support.agreement import check, poisoned, problem_of, random_values, remember, slow_but

TRANSFORMS = [backend for backend in BACKENDS if backend.name in ("fft", "fft_tiled")]
each_backend = pytest.mark.parametrize("backend", TRANSFORMS, ids=lambda b: b.name)

# Dtypes of x, w, bias and result that prove every result of a few products.
TYPES = {
    "bool": ("bool", "bool", "int64", None),
    "int8": ("int8", "int8", "int8", None),
    "uint8 and int8": ("uint8", "int8", "int64", "int32"),
    "uint8 wrapping": ("uint8", "uint8", "uint8", "uint8"),
    "uint8": ("uint8", "uint8", "uint64", None),
    "int16": ("int16", "int16", "int64", None),
    "int16 wrapping": ("int16", "int16", "int16", "int16"),
    "uint16": ("uint16", "uint16", "uint64", None),
    "int16 and bool": ("int16", "bool", "bool", None),
}
PROBLEMS = {
    "1-D": ((2, 1, 300), (2, 1, 40), {"padding": "same"}),
    "2-D": ((1, 2, 30, 35), (3, 2, 5, 7), {"padding": 2}),
    "3-D": ((1, 1, 8, 9, 20), (1, 1, 3, 4, 5), {"padding": "full"}),
    "groups": ((2, 4, 20, 21), (4, 2, 3, 3), {"groups": 2, "stride": (2, 3)}),
    "channels last": ((2, 20, 21, 2), (3, 3, 2, 3), {"data_format": "channels_last"}),
    "unbatched, flipped": ((2, 50), (1, 2, 9), {"flip": True, "dilation": 3}),
    "wrap": ((1, 1, 20, 21), (1, 1, 3, 3), {"padding": 5, "padding_mode": "wrap"}),
    "reflect": ((1, 1, 20, 21), (1, 1, 3, 3), {"padding": 5, "padding_mode": "reflect"}),
    "constant": (
        (1, 1, 20, 21),
        (1, 1, 3, 3),
        {"padding": 5, "padding_mode": "constant", "padding_value": 1},
    ),
}


@pytest.fixture(params=[False, True], ids=["whole", "slabs"])
def slabs(request, monkeypatch):
    """Cut small problems into slabs, too."""
    clear_slabs()
    if request.param:
        monkeypatch.setattr(exact_integers, "_WHOLE_BYTES", 0)
        monkeypatch.setattr(exact_integers, "_SLAB_BYTES", 0)
        monkeypatch.setattr(exact_integers, "_JOINED_ELEMENTS", 50)
    yield request.param
    clear_slabs()


def clear_slabs():
    slabs_of.cache_clear()
    chosen_slabs.cache_clear()


def test_python_calls_of_the_floats_count_for_each_slab(monkeypatch):
    """Filters in parts are kernels that Python calls, besides the one call of a slab."""
    backend = next(backend for backend in TRANSFORMS if backend.name == "fft_tiled")
    problem = problem_of(np.ones((3, 1, 40, 41), "uint8"), np.ones((1, 1, 9, 9), "uint8"))
    floats, counted = backend._floats, slabs_of(problem).count * problem.batch
    assert backend.cost(problem).python_calls == counted
    cost = floats.cost
    monkeypatch.setattr(floats, "cost", lambda p: replace(cost(p), python_calls=4))
    assert backend.cost(problem).python_calls == 5 * counted


@pytest.mark.parametrize("types", slow_but(TYPES, "uint8 and int8", "int16", "uint16"))
@pytest.mark.parametrize("name", PROBLEMS)
@each_backend
def test_results_are_exact(backend, name, types, slabs):
    x_shape, w_shape, options = PROBLEMS[name]
    x_type, w_type, bias_type, dtype = TYPES[types]
    x, w = random_values(x_shape, x_type, 1), random_values(w_shape, w_type, 2)
    filters = w_shape[-1 if "data_format" in options else 0]
    bias = random_values((filters,), bias_type, 3)
    assert backend.unsupported(problem_of(x, w, dtype=dtype, **options)) is None
    check(backend, x, w, bias, dtype=dtype, **options)
    check(backend, x, w, dtype=dtype, workers=2, **options)


@pytest.mark.parametrize("value", [-128, 127])
@each_backend
def test_a_padding_value_is_split_like_the_others(backend, value, slabs):
    for dtype in ("int8", "int16"):
        x, w = random_values((1, 2, 30, 20), dtype, 1), random_values((2, 2, 7, 5), "int16", 2)
        options = {"padding": 9, "padding_mode": "constant", "padding_value": value}
        check(backend, x, w, **options)


def edge(backend, x_type, w_type, low, high, halves):
    """Return the largest number of taps, up to `high`, for which the dtypes prove results."""

    def proven(taps):
        x, w = np.empty((1, 1, 4 * high), x_type), np.empty((1, 1, taps), w_type)
        problem = problem_of(x, w)
        is_proven = backend.unsupported(problem) is None
        return is_proven and bool(chosen_slabs(backend, problem).low_bits) == halves

    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if proven(middle) else (low, middle)
    return low


def worst_values(taps, n, x_type, w_type):
    """Yield the largest values of the dtypes in patterns that transforms err most with."""
    limits = [
        (0, 1) if t == "bool" else (np.iinfo(t).min, np.iinfo(t).max) for t in (x_type, w_type)
    ]
    at = np.arange(n)
    for pattern in (at * 0, at % 2, at // 7 % 2, at * at % 5 % 2):
        x = np.where(pattern == 0, *limits[0]).astype(x_type)
        w = np.where(pattern[:taps] == 0, *limits[1]).astype(w_type)
        yield x, w
        yield x[::-1], w
    rng = np.random.default_rng(3)
    yield (
        rng.choice(limits[0], n).astype(x_type),
        rng.choice(limits[1], taps).astype(w_type),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("x_type", "w_type", "high", "halves"),
    [
        ("int16", "int8", 20_000, False),
        ("uint16", "uint8", 20_000, False),
        ("int16", "int16", 20_000, True),
        ("uint16", "uint16", 20_000, True),
    ],
)
@each_backend
def test_the_longest_kernels_that_the_dtypes_prove(backend, x_type, w_type, high, halves):
    low = 2 if not halves else 100
    taps = edge(backend, x_type, w_type, low, high, halves)
    assert taps > low
    n = min(4 * taps, 40_000) + 17
    for signal, kernel in worst_values(taps, n, x_type, w_type):
        x, w = signal.reshape(1, 1, -1), kernel.reshape(1, 1, -1)
        problem = problem_of(x, w)
        if backend.unsupported(problem) is None:
            expected = conv(x, w, backend="direct")
            np.testing.assert_array_equal(conv(x, w, backend=backend.name), expected)


@each_backend
def test_errors_are_far_below_the_proven_bound(backend):
    """Errors are seen in float64, before rounding. The bound covers the worst data."""
    rng = np.random.default_rng(2)
    for x_shape, w_shape in (((1, 1, 5000), (1, 1, 700)), ((1, 3, 60, 70), (1, 3, 20, 30))):
        x, w = (rng.integers(-(2**11), 2**11, shape) for shape in (x_shape, w_shape))
        problem = problem_of(x, w)
        slabs = slabs_of(problem)
        y = conv(x.astype(float), w.astype(float), backend=backend.name)
        error = np.abs(y - conv(x, w, backend="direct")).max()
        unit = backend._unit_error(slabs)
        bound = unit * np.abs(x).max() * norm_of(problem, w)
        assert 0 < error < bound
        assert bound < MAX_ERROR


def transform_error(backend, problem, axes):
    """Return the error of a transform in units of rounding, as `integer_error` derives it."""
    sizes = [axis.size for axis in axes]
    if backend.name == "fft":
        return 12 * math.log2(math.prod(sizes))
    sizes[0] //= 2  # the halves of a segment are real and imaginary parts
    error = 3.4 + math.sqrt(5)  # twiddles of tiles are products of two
    for size in sizes:
        rest = size
        for radix, butterfly in ((5, 5 * math.sqrt(6) + 1), (3, 9), (4, 2), (2, 1)):
            while rest % radix == 0:
                rest //= radix
                error += butterfly + math.sqrt(5) + 3.4
        assert rest == 1
    return error


@pytest.mark.parametrize("length", [64, 240, 1280, 9216, 15 << 10])
def test_twiddles_err_as_little_as_the_proof_says(length):
    """Beside roots of unity in extended precision, in units of rounding."""
    if np.finfo(np.longdouble).eps > 1e-18:
        pytest.skip("no extended precision here")
    turn, lines = 2 * np.arccos(np.longdouble(-1)), length // transforms.TILE_SIDE

    def largest_error(values, numerators, denominator):
        angles = turn * np.asarray(numerators, np.longdouble) / denominator
        error = np.hypot(values.real - np.cos(angles), values.imag + np.sin(angles))
        return float(error.max()) / (np.finfo(np.float64).eps / 2)

    numerators = np.arange(8 * length)
    roots = transforms._roots_of_unity(numerators, 8 * length)
    assert 0.5 < largest_error(roots, numerators, 8 * length) <= integer_error._TWIDDLE_ERROR
    stages = transforms._transform(lines, True)
    layout = transforms.re_im_layout((1, 1, length), 8)
    found = transforms._tile_twiddles(stages, layout, np.dtype(np.float64))
    real, imaginary = found.reshape(2, -1, transforms.TILE_SIDE)[:, :lines]
    powers = np.outer(stages.angles, np.arange(transforms.TILE_SIDE))
    error = largest_error(real + 1j * imaginary, powers, stages.turn * transforms.TILE_SIDE)
    assert 0.5 < error <= integer_error._TILE_TWIDDLE_ERROR


@each_backend
def test_the_proof_counts_all_elements_that_a_segment_reads(backend):
    """The rule holds for a strided axis as well, which `fft_tiled` splits into phases."""
    unit = np.finfo(np.float64).eps / 2
    for spatial, kernel, stride in (
        ((5000,), (64,), (4,)),
        ((90, 100), (16, 20), (4, 3)),
        ((500,), (64,), (1,)),
    ):
        x, w = np.empty((1, 3, *spatial), "int16"), np.empty((2, 3, *kernel), "int8")
        slabs = slabs_of(problem_of(x, w, stride=stride))
        axes = backend._axes(slabs.floats)
        windows = [
            min(n, (axis.keep - 1) * s + k)
            for n, axis, s, k in zip(spatial, axes, stride, kernel, strict=True)
        ]
        spectra = 3 * math.prod(stride if backend.name == "fft_tiled" else (1,))
        transforms = 3 * transform_error(backend, slabs.floats, axes)
        products = math.sqrt(2) * (2 * spectra + 2)
        assert backend._unit_error(slabs) >= (
            (transforms + products) * unit * math.sqrt(math.prod(windows))
        )


def test_beyond_the_dtypes_a_named_backend_refuses(backend):
    x, w = np.ones((1, 1, 5000), np.int32), np.ones((1, 1, 1000), np.int32)
    if backend not in TRANSFORMS:
        return
    with pytest.raises(UnsupportedProblem, match=r"int32 and int32 allow .* of 1\.5e\+20"):
        conv(x, w, backend=backend.name)


@each_backend
def test_the_largest_values_prove_what_dtypes_do_not(backend, monkeypatch):
    rng = np.random.default_rng(2)
    x, w = rng.integers(-100, 100, (1, 2, 60, 70)), rng.integers(-100, 100, (3, 2, 9, 9))
    options = {"padding": "same", "workers": 1}
    problem = problem_of(x, w, **options)
    remember(problem, {backend.name: 1e-9, "direct": 10.0})
    prepared = plan(x, w, **options)
    assert prepared.backend == choose(x, w, **options).backend == backend.name
    limit = prepared.kernel.max_input
    assert 1000 < limit < 2**40
    monkeypatch.setattr(Fallback, "_kernel", None)
    for value in (int(limit), int(limit) + 1, -(2**63), 2**62 + 1):
        for places in ([(0, 0, 0, 0)], [(0, 1, 30, 30), (0, 0, 59, 69)]):
            large = x.copy()
            for place in places:
                large[place] = value
            reference = oracle.convolve(large, w, padding="same").value
            out = poisoned(reference.shape, np.int64)
            np.testing.assert_array_equal(prepared(large), reference)
            np.testing.assert_array_equal(prepared(large, out=out), reference)
            np.testing.assert_array_equal(conv(large, w, **options), reference)


@pytest.mark.parametrize("dtype", ["int32", "uint64", "int64"])
@each_backend
def test_weights_that_prove_nothing_leave_all_to_the_dot_product(backend, dtype):
    x, w = random_values((1, 1, 500), dtype, 1), random_values((2, 1, 31), dtype, 2)
    problem = problem_of(x, w, workers=1)
    remember(problem, {backend.name: 1e-9})
    prepared = plan(x, w, workers=1)
    assert prepared.backend == backend.name
    np.testing.assert_array_equal(prepared(x), oracle.convolve(x, w).value)
    np.testing.assert_array_equal(conv(x, w, workers=1), oracle.convolve(x, w).value)


@each_backend
def test_weights_at_hand_may_prove_what_the_dtypes_do_not(backend):
    """The halves of 16-bit elements, elements that are not split, or nothing."""
    x, taps = random_values((1, 1, 60_000), "int16", 1), 10_000
    small = np.random.default_rng(2).integers(-99, 100, (1, 1, taps)).astype(np.int16)
    for w, halves in ((small, False), (np.full((1, 1, taps), -(2**15), np.int16), True)):
        problem = problem_of(x, w)
        assert slabs_of(problem).low_bits
        kernel = backend.prepare(problem, w)
        assert kernel.max_input == math.inf
        assert bool(kernel.slabs.low_bits) == halves
        out = np.empty(problem.out_shape, np.int64)
        kernel(x, None, out, 1)
        some = out[0, 0, ::997]
        windows = np.lib.stride_tricks.sliding_window_view(x[0, 0].astype(int), taps)[::997]
        np.testing.assert_array_equal(some, windows @ w[0, 0].astype(int))


def test_shorter_segments_prove_whole_elements_that_longer_ones_do_not():
    """The 2-norm of a segment grows with its length; `worst` has the largest of all elements."""
    backend = next(backend for backend in TRANSFORMS if backend.name == "fft_tiled")
    worst = np.where(np.arange(200_000) % 3 == 0, -(2**15), 2**15 - 1).astype(np.int16)
    w = random_values((1, 1, 10_000), "int16", 2)
    problem = problem_of(worst[None, None], w)
    longest, norm = slabs_of(problem, split=False), norm_of(problem, w)
    assert backend._limit(longest, norm) < 2**15
    kernel = backend.prepare(problem, w)
    assert kernel.slabs.low_bits == 0
    assert backend._limit(kernel.slabs, norm) == kernel.max_input == math.inf
    assert backend._axes(kernel.slabs.floats)[0].size < backend._axes(longest.floats)[0].size
    out = np.empty(problem.out_shape, np.int64)
    kernel(worst[None, None], None, out, 1)
    windows = np.lib.stride_tricks.sliding_window_view(worst.astype(int), 10_000)[::1999]
    np.testing.assert_array_equal(out[0, 0, ::1999], windows @ w[0, 0].astype(int))


@pytest.mark.parametrize("dtype", [None, "int16"])
@pytest.mark.parametrize("n", [60_000, 3_000_000])
@each_backend
def test_elements_that_are_not_split_take_no_more_memory(backend, n, dtype):
    """They exceed no limit of memory either, although the dtypes alone decided that it is kept."""
    x, w = np.ones((1, 1, n), "int16"), np.ones((1, 1, 10_000), "int16")
    for limit in (None, 64 << 20):
        problem = problem_of(x, w, dtype=dtype, workspace_limit=limit)
        halves, whole = slabs_of(problem), slabs_of(problem, split=False)
        assert halves.low_bits > 0 == whole.low_bits
        assert halves.outputs == whole.outputs
        assert backend._workspace(whole) <= backend.cost(problem).workspace
        assert not backend.prepare(problem, w).slabs.low_bits


@each_backend
def test_wide_weights_prove_nothing_for_halves(backend):
    x = random_values((1, 1, 60_000), "int16", 1)
    for largest, proven in ((2**20, True), (2**50, False)):
        w = np.random.default_rng(2).integers(-largest, largest, (1, 1, 300))
        problem = problem_of(x, w)
        assert backend.unsupported(problem) is not None
        assert backend.supports_small_values(problem)
        kernel = backend.prepare(problem, w)
        assert kernel.max_input == (math.inf if proven else -1)
        if proven:
            out = np.empty(problem.out_shape, np.int64)
            kernel(x, None, out, 1)
            np.testing.assert_array_equal(out, conv(x, w, backend="direct"))


def test_the_norm_of_weights_is_that_of_the_filter_with_the_largest_one():
    rng = np.random.default_rng(4)
    for shape in ((1, 1, 9), (2, 3, 4, 5), (3, 1, 3, 3, 3)):
        w = rng.integers(-9, 10, shape)
        x = np.empty((1, shape[1], *(20,) * (len(shape) - 2)), int)
        norms = [sum(np.linalg.norm(channel) for channel in filters) for filters in w]
        found = norm_of(problem_of(x, w), w)
        assert max(norms) <= found < 1.00001 * max(norms)


@pytest.mark.parametrize("name", ["whole", "slabs", "narrow result", "halves"])
@each_backend
def test_memory_is_as_published(backend, name):
    x_type, w_type, size, options = {
        "whole": ("uint8", "uint8", 700, {}),
        "slabs": ("uint8", "uint8", 2300, {}),
        "narrow result": ("uint8", "uint8", 2300, {"dtype": "int32"}),
        "halves": ("int16", "int16", 1000, {}),
    }[name]
    x, w = random_values((1, 1, size, size), x_type, 1), random_values((1, 1, 20, 20), w_type, 2)
    prepared = plan(x, w, backend=backend.name, workers=1, **options)
    problem = prepared.problem
    assert (slabs_of(problem).count > 1) == (size == 2300)
    assert bool(slabs_of(problem).low_bits) == (name == "halves")
    out = prepared(x)
    tracemalloc.start()
    prepared(x, out=out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak <= backend.cost(problem).workspace + (1 << 18)


def test_auto_takes_transforms_for_long_kernels_of_integers():
    long = [
        ((1, 1, 200_000), (1, 1, 10_000), "int16", {}),
        ((1, 1, 1080, 1920), (1, 1, 100, 100), "int32", {}),
        ((1, 1, 300, 300), (1, 1, 300, 300), "bool", {"padding": "full"}),
    ]
    for x_shape, w_shape, dtype, options in long:
        x, w = np.empty(x_shape, dtype), random_values(w_shape, dtype, 1)  # dense weights
        assert choose(x, w, workers=1, **options).backend in ("fft", "fft_tiled")
        assert choose(x, w, workers=1, prepared=True, **options).backend in ("fft", "fft_tiled")
    x, w = np.empty((1, 1, 500, 500), "uint8"), random_values((1, 1, 3, 3), "int8", 1)
    assert choose(x, w, workers=1).backend == "direct"


def test_explain_shows_what_auto_may_choose():
    x, w = np.ones((1, 1, 100_000), np.int32), np.ones((1, 1, 3000), np.int32)
    candidates = {c.backend: c for c in explain(x, w).candidates}
    for backend in TRANSFORMS:
        assert candidates[backend.name].reason is None
        assert candidates[backend.name].error_bound == 0


def test_the_magnitudes_of_dtypes():
    assert max_magnitude(np.dtype(bool)) == 1
    assert max_magnitude(np.dtype(np.int8)) == 128
    assert max_magnitude(np.dtype(np.uint16)) == 65535
    assert max_magnitude(np.dtype(np.int64)) == 2.0**63
