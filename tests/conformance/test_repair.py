"""Conformance: large values in the input change the outputs whose windows hold them, and no others.

Backends that are no dot products keep such values from the other outputs, and `Repair` puts those
near them right. Whatever it would cost, every case here is repaired and nothing else.
"""

import itertools
import math

import numpy as np
import pytest

from polyconv import _repair, conv, plan
from polyconv._plan import Fallback, execute
from polyconv._repair import Repair
from polyconv._thread_pool import places_beyond
from polyconv._veto import large_values, max_abs, max_input
from polyconv.backends import BACKENDS
from support import oracle
from support.agreement import (
    poisoned,
    problem_for,
    problem_of,
    random_values,
    remember,
    require,
    slow_but,
)
from support.compare import assert_agrees, tolerance
from support.structured import refuses_dense, suited

OTHERS = [backend for backend in BACKENDS if not backend.dot_product]
NAN, INF = math.nan, math.inf

# Name -> shapes of x and w, options. Each has several segments or tiles along some axis.
PROBLEMS = {
    "2-D": ((1, 1, 40, 70), (1, 1, 3, 3), {}),
    "2-D, padded": ((1, 1, 40, 70), (2, 1, 5, 5), {"padding": "same"}),
    "1-D": ((1, 1, 300), (2, 1, 5), {"padding": 2}),
    "1-D, long kernel": ((1, 1, 900), (1, 1, 131), {"padding": "full"}),
    "3-D": ((1, 1, 9, 10, 34), (1, 1, 3, 3, 3), {"padding": 1}),
    "unbatched": ((1, 40, 40), (2, 1, 3, 3), {"padding": 1}),
    "batch, channels and groups": ((3, 4, 14, 40), (6, 2, 3, 3), {"groups": 2, "padding": 1}),
    "channels last": (
        (2, 14, 40, 4),
        (3, 3, 4, 3),
        {"data_format": "channels_last", "padding": 1},
    ),
    "wrap": ((1, 1, 20, 41), (1, 1, 3, 3), {"padding": 4, "padding_mode": "wrap"}),
    "reflect": (
        (1, 2, 20, 41),
        (2, 2, 5, 5),
        {"padding": ((3, 0), (30, 45)), "padding_mode": "reflect"},
    ),
    "symmetric": ((1, 1, 20, 41), (1, 1, 3, 3), {"padding": 50, "padding_mode": "symmetric"}),
    "edge": ((1, 1, 20, 41), (1, 1, 3, 3), {"padding": 6, "padding_mode": "edge"}),
    "constant": (
        (1, 1, 20, 41),
        (1, 1, 3, 3),
        {"padding": 3, "padding_mode": "constant", "padding_value": 1.5},
    ),
    "stride": ((1, 2, 31, 64), (2, 2, 5, 4), {"stride": (2, 3), "padding": 2}),
    "stride and dilation": (
        (1, 1, 61, 64),
        (1, 1, 5, 4),
        {"stride": (6, 2), "dilation": (4, 3), "padding": 5},
    ),
    "dilation": ((1, 2, 31, 64), (2, 2, 3, 3), {"dilation": (2, 3), "padding": 3}),
    "flip": ((1, 1, 31, 64), (1, 1, 3, 3), {"flip": True, "padding": "causal"}),
}
DTYPES = ["float32", "float64", "complex64", "complex128", "float16"]
VALUES = {"NaN": NAN, "inf": INF, "-inf": -INF, "large": None}


def large(dtype):
    """Return a value that transforms may not see, with products that do not overflow."""
    return {"float16": INF, "float32": 1e30, "complex64": 1e30}.get(dtype, 1e300)


def spots(x, spatial):
    """Yield lists of places: corners, centre, random ones, and several at once."""
    shape = x.shape
    corners = list(itertools.product(*[(0, n - 1) for n in shape]))
    for place in (corners[0], corners[-1], tuple(n // 2 for n in shape)):
        yield [place]
    rng = np.random.default_rng(5)
    several = [tuple(int(rng.integers(n)) for n in shape) for _ in range(4)]
    yield several
    neighbour = list(several[0])
    for axis in spatial:
        neighbour[axis] = min(neighbour[axis] + 1, shape[axis] - 1)
    yield [several[0], tuple(neighbour)]


def repaired(backend, x, w, bias=None, **options):
    """Return the result of the backend's kernel, repaired, and nothing else."""
    problem = problem_for(backend, x, w, **options)
    canonical = problem.canonical_w(w)
    kernel = backend.prepare(problem, canonical)
    assert kernel.tracks_max_abs
    limit = max_input(problem, max_abs(w))
    assert limit >= 0
    out, seen = execute(problem, kernel, x, bias, poisoned(problem.out_shape, problem.dtype), limit)
    if seen > limit:
        assert Repair(problem, canonical, math.inf)(x, bias, out, limit, kernel.spread)
    return out, backend.error_bound(problem)


def assert_repaired(backend, x, w, places, bias=None, **options):
    """Compare with the oracle, and far outputs with the result for zeros at `places`."""
    out, bound = repaired(backend, x, w, bias, **options)
    assert_agrees(out, oracle.convolve(x, w, bias, **options), bound)
    clean, mask = x.copy(), np.zeros(x.shape)
    for place in places:
        clean[place], mask[place] = 0, 1
    mode = {name: options[name] for name in options if name not in ("padding_value", "dtype")}
    if mode.get("padding_mode") == "constant":
        del mode["padding_mode"]
    unseen = oracle.convolve(mask, np.ones(w.shape), **mode).value == 0
    reference = oracle.convolve(clean, w, bias, **options)
    unseen &= np.isfinite(reference.value)
    error = np.abs(out.astype(reference.value.dtype) - reference.value)
    assert (error <= tolerance(reference, bound))[unseen].all()


# Every value in one real and one complex dtype, and in the others NaN and a finite value.
PLACED = [
    pytest.param(dtype, value, marks=() if fast else pytest.mark.slow)
    for dtype in DTYPES
    for value in (VALUES if dtype in ("float32", "complex64") else ("NaN", "large"))
    for fast in [value in ("NaN", "large") and dtype in ("float32", "complex128", "float16")]
]


@pytest.mark.parametrize(("dtype", "value"), PLACED)
@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_values_at_every_place(backend, name, dtype, value):
    x_shape, w_shape, options = PROBLEMS[name]
    w = suited(backend, random_values(w_shape, dtype, 2), **options)
    x = random_values(x_shape, dtype, 1)
    require(backend, x, w, rtol=1, workers=1, **options)
    number = large(dtype) if VALUES[value] is None else VALUES[value]
    last = options.get("data_format") == "channels_last"
    rank = len(w_shape) - 2
    spatial = range(x.ndim - 1 - rank, x.ndim - 1) if last else range(x.ndim - rank, x.ndim)
    with np.errstate(all="ignore"):
        for places in spots(x, spatial):
            bad = x.copy()
            for i, place in enumerate(places):
                part = number if i % 2 == 0 or value != "inf" else -number
                bad[place] = complex(0.5, part) if bad.dtype.kind == "c" and i % 2 else part
            assert_repaired(backend, bad, w, places, **options)


@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_an_infinity_meets_a_zero_weight_an_opposite_one_and_the_bias(backend):
    x, w = random_values((1, 1, 30, 40), "float32", 1), random_values((2, 1, 3, 3), "float32", 2)
    w[0, 0, 1] = 0
    w = suited(backend, w)
    x[0, 0, 5, 5:8] = INF, -INF, NAN
    x[0, 0, 20, 30] = INF
    bias = np.array([1, -INF], np.float32)
    with np.errstate(all="ignore"):
        assert_repaired(
            backend, x, w, [(0, 0, 5, 5), (0, 0, 5, 6), (0, 0, 5, 7), (0, 0, 20, 30)], bias
        )


@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_values_beyond_the_accumulator(backend):
    x, w = random_values((1, 1, 30, 40), "float64", 1), random_values((1, 1, 3, 3), "float32", 2)
    w = suited(backend, w)
    x[0, 0, 7, 7] = 1e300  # infinite in float32
    with np.errstate(all="ignore"):
        out, bound = repaired(backend, x, w, dtype="float32")
        assert_agrees(out, oracle.convolve(x, w, dtype="float32"), bound)


@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_any_strides_of_input_and_result(backend):
    x, w = random_values((2, 3, 24, 40), "float32", 1), random_values((2, 3, 3, 3), "float32", 2)
    w = suited(backend, w)
    x[1, 2, 20, 30] = NAN
    for view in (x[..., ::-1, ::-1], np.asfortranarray(x), x.transpose(0, 1, 3, 2)):
        problem = problem_for(backend, view, w, padding=1)
        kernel, limit = backend.prepare(problem, w), max_input(problem, max_abs(w))
        out = np.full((*problem.out_shape, 2), 7, np.float32)[..., 0].swapaxes(0, 0)
        execute(problem, kernel, view, None, out, limit)
        assert Repair(problem, w, INF)(view, None, out, limit, kernel.spread)
        assert_agrees(
            np.ascontiguousarray(out),
            oracle.convolve(view, w, padding=1),
            backend.error_bound(problem),
        )


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_plans_and_calls_repair(backend, workers, monkeypatch):
    """The problem is so large that a repair is cheaper than a dot product of the whole."""
    x, w = random_values((1, 1, 400, 500), "float32", 1), random_values((1, 1, 5, 5), "float32", 2)
    options = {"padding": "same", "workers": workers, "rtol": 1}
    w = suited(backend, w, "rank 1")
    # The dot product of a plain call is looked up without a structure.
    for problem in (problem_of(x, w, **options), problem_for(backend, x, w, **options)):
        remember(problem, {backend.name: 1e-9, "direct": 10.0})
    monkeypatch.setattr(Fallback, "_kernel", None)  # nothing is computed as a whole
    x[0, 0, 200, 250] = NAN
    prepared = plan(x, w, **options)
    assert prepared.backend == backend.name
    bound = backend.error_bound(prepared.problem)
    reference = oracle.convolve(x, w, padding="same")
    out = poisoned(prepared.problem.out_shape, np.float32)
    results = [prepared(x), prepared(x), prepared(x, out=out)]
    # A plain call as short as this may not look for a structure in its filters.
    if not refuses_dense(backend) or prepared.problem.tests_weights:
        results.append(conv(x, w, **options))
    for result in results:
        assert_agrees(result, reference, bound)
        assert result.tobytes() == results[0].tobytes()
    assert results[2] is out


@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_many_values_are_left_to_the_dot_product(backend):
    x, w = random_values((1, 1, 200, 300), "float32", 1), random_values((1, 1, 3, 3), "float32", 2)
    w = suited(backend, w)
    x[np.random.default_rng(3).random(x.shape) < 0.1] = INF
    problem = problem_for(backend, x, w)
    kernel, limit = backend.prepare(problem, w), max_input(problem, max_abs(w))
    out, _ = execute(problem, kernel, x, None, None, limit)
    assert not Repair(problem, w, 1e-3)(x, None, out, limit, kernel.spread)
    assert_agrees(conv(x, w), oracle.convolve(x, w), 1e-5)


@pytest.mark.parametrize(
    "dtype", slow_but(["float32", "float64", "complex64", "float16"], "float32")
)
@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_windows_with_many_nan_are_marked(backend, name, dtype, monkeypatch):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    w = suited(backend, w, **options)
    require(backend, x, w, rtol=1, workers=1, **options)
    if backend.name == "winograd":
        pytest.skip("it loses outputs beyond the windows, which are computed anew")
    monkeypatch.setattr(_repair, "_MARK_SECONDS", 0.0)
    x.flat[:: x.size // 9] = NAN
    x.flat[5] = INF
    with np.errstate(all="ignore"):
        out, bound = repaired(backend, x, w, **options)
        assert_agrees(out, oracle.convolve(x, w, **options), bound)


def test_the_search_finds_every_place():
    rng = np.random.default_rng(1)
    for shape in ((2, 1, 1), (1, 1, 100_000), (2, 3, 300, 400), (1, 2, 3, 50, 4000)):
        x = rng.standard_normal(shape).astype(np.float32)
        problem = problem_of(x, np.ones((1, shape[1], *(1,) * (len(shape) - 2)), np.float32))
        places = {tuple(int(rng.integers(n)) for n in shape) for _ in range(20)}
        for place in places:
            x[place] = rng.choice([NAN, INF, -9e9])
        for view in (x, np.asfortranarray(x)):
            found = large_values(problem, view, 100.0, 20)
            assert sorted((e.image, e.channel, *p) for e in found for p in e.places.tolist()) == (
                sorted(places)
            )
        assert large_values(problem, x, 100.0, len(places) - 1) is None


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_few_values_are_found_as_many_are(dtype):
    """A contiguous input is searched in one pass; a view is searched part by part."""
    rng = np.random.default_rng(3)
    x = random_values((2, 3, 40, 31), dtype, 1)
    problem = problem_of(x, random_values((4, 3, 3, 3), dtype, 2))
    places = [(1, 2, 39, 30), (0, 0, 0, 0), (0, 0, 0, 1), (1, 0, 20, 7), (0, 1, 33, 30)]
    for count in range(len(places) + 1):
        for value in (NAN, INF, -INF, -101.0):
            bad = x.copy()
            for place in places[:count]:
                bad[place] = value
            wide = np.empty((2, 3, 40, 62), dtype)
            wide[..., ::2] = bad
            for most in (count, 10):
                at_once, in_parts = (
                    {
                        (each.image, each.channel, *place, each.has_nan)
                        for each in large_values(problem, view, 100.0, most)
                        for place in each.places.tolist()
                    }
                    for view in (bad, wide[..., ::2])
                )
                assert at_once == in_parts
                assert len(at_once) == count
    bad[tuple(rng.integers(n) for n in x.shape)] = 100.0  # the limit itself is not beyond it
    assert len(places_beyond(bad, 100.0, 9)) == len(places)
    assert places_beyond(bad, 100.0, len(places) - 1) is None
    with pytest.raises(TypeError, match="dtype int64; allowed: float32, float64"):
        places_beyond(bad.astype(int), 100.0, 9)
