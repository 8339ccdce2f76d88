"""Lengths of the segments of `fft_tiled` that are looked up, and calls that plan no size."""

import math
import tracemalloc

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv._known_calls import plain_call
from polyconv._new_sizes import unplanned_near
from polyconv._problem_cache import in_order
from polyconv._size_ranges import SIGNIFICANT_BITS
from polyconv.backends.fft_tiled import planner, unplanned
from polyconv.backends.fft_tiled.lengths import _MAX_ELEMENTS, segment_lengths, segments_by_lengths
from polyconv.backends.fft_tiled.planner import choose_tiled_segments
from support.agreement import assert_same_bits, problem_of, random_values

# Bytes that a call may take beside its result and workspace: Python's objects.
OBJECTS = 1 << 13
# Bytes of workspace that `conv` publishes; calls that need more are planned.
MAX_UNPLANNED_WORKSPACE = 512 << 10
# Shapes of x, all of them near each other, and of w; options.
FAMILIES = {
    "signal": ([(1, 1, n) for n in (20_000, 20_001, 20_479)], (1, 1, 65), {"padding": "same"}),
    "short signal": ([(1, 1, n) for n in (641, 700)], (1, 1, 301), {"padding": "full"}),
    "signals": ([(3, 1, n) for n in (5000, 5001)], (2, 1, 90), {"padding": "causal"}),
    "one signal": ([(1, n) for n in (9000, 9215)], (1, 1, 200), {}),
    "strided": ([(1, 1, n) for n in (9000, 9215)], (1, 1, 200), {"stride": 3, "padding": 7}),
    "dilated": ([(1, 1, n) for n in (9000, 9215)], (1, 1, 50), {"dilation": 4, "padding": "full"}),
    "image": ([(1, 1, 60, n) for n in (50, 51, 55)], (1, 1, 13, 9), {"padding": "same"}),
    "row": ([(1, 1, 2, n) for n in (3000, 3071)], (1, 1, 1, 99), {"padding": "same"}),
    "volume": ([(1, 1, 20, 24, n) for n in (40, 41, 47)], (1, 1, 5, 7, 9), {"padding": "same"}),
    "volumes": ([(2, 1, 14, 12, n) for n in (20, 23)], (2, 1, 3, 5, 5), {"padding": "full"}),
    "grouped": ([(2, 2, n) for n in (3000, 3071)], (2, 1, 99), {"padding": "same", "groups": 2}),
}


def first_call(x, w, bias=None, **options):
    """Return the result of a first call of its size, if it takes no plan; else None."""
    return plain_call(lambda *_: None, x, w, bias, None, "fft_tiled", in_order(options))


def unplanned_range(x, w, **options):
    ranges = (
        unplanned_near(x, w, in_order(options), None, "fft_tiled", n) for n in SIGNIFICANT_BITS
    )
    return next((each for each in ranges if each is not None), None)


@pytest.mark.parametrize("workers", [None, 2])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", FAMILIES)
def test_a_first_call_has_the_bits_of_a_planned_one(name, dtype, workers):
    x_shapes, w_shape, options = FAMILIES[name]
    w, bias = random_values(w_shape, dtype, 1), random_values(w_shape[:1], dtype, 2)
    for number, shape in enumerate(x_shapes):
        x = random_values(shape, dtype, 3 + number)
        for b in (None, bias):
            given = options if workers is None else options | {"workers": workers + (b is None)}
            planned = plan(x, w, b, backend="fft_tiled", **given)(x)
            result = first_call(x, w, b, **given)
            if result is None:
                workspace = choose_tiled_segments(problem_of(x, w, **given)).cost.workspace
                assert (
                    workspace > MAX_UNPLANNED_WORKSPACE // 2
                    or unplanned_range(x, w, **given) is None
                )
                continue
            assert_same_bits(result, planned)
            for _ in range(3):  # the second call makes the plan
                assert_same_bits(conv(x, w, b, backend="fft_tiled", **given), planned)


def test_most_families_need_no_plan():
    for name, (x_shapes, w_shape, options) in FAMILIES.items():
        x, w = random_values(x_shapes[0], "float32", 1), random_values(w_shape, "float32", 2)
        assert unplanned_range(x, w, **options) is not None, name


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e30])
@pytest.mark.parametrize("place", ["x", "w"])
def test_values_that_would_spread_are_left_to_a_plan(place, value):
    x, w = random_values((1, 1, 20_003), "float32", 1), random_values((1, 1, 65), "float32", 2)
    (x if place == "x" else w)[0, 0, 60] = value
    assert first_call(x, w, padding="same") is None


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("place", ["x", "w"])
def test_first_and_later_calls_of_auto_keep_them_where_they_are(place, value):
    x, w = random_values((1, 1, 30_011), "float32", 1), random_values((1, 1, 300), "float32", 2)
    (x if place == "x" else w)[0, 0, 60] = value
    expected = conv(x, w, padding="same", backend="cython")  # naive takes 6 s
    for _ in range(3):
        result = conv(x, w, padding="same")
        np.testing.assert_array_equal(np.isnan(result), np.isnan(expected))
        np.testing.assert_array_equal(np.isinf(result), np.isinf(expected))


def test_the_workspace_of_a_first_call_is_the_one_that_is_published():
    """`conv` publishes 512 KiB. Tables of transforms are shared by calls, and made before."""
    for taps in (65, 600, 1000):
        x = random_values((1, 1, 9000), "float32", 1)
        w = random_values((1, 1, taps), "float32", 2)
        first_call(x[..., :-1].copy(), w)  # decides for all sizes near these
        tracemalloc.start()
        try:
            result = first_call(x, w)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert result is not None or taps > 65
        if result is not None:
            assert peak - result.nbytes <= MAX_UNPLANNED_WORKSPACE + OBJECTS


def test_a_size_with_other_segments_in_its_plan_is_never_planned(monkeypatch):
    x, w = random_values((1, 1, 20_007), "float32", 1), random_values((1, 1, 66), "float32", 2)
    one = {"workers": 1}
    assert not unplanned_range(x, w, **one).replaces_plan(x, problem_of(x, w, **one))
    monkeypatch.setattr(unplanned, "_cuts_of_plan", lambda p: ((64, 999, False),))
    expected = unplanned_range(x, w)(x, w, None)

    def decided(*_):
        raise AssertionError("planned")

    for _ in range(3):
        result = plain_call(decided, x, w, None, None, "fft_tiled", in_order({}))
        assert_same_bits(result, expected)


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((1, 1, 20_000), (1, 1, 65), {"padding": 4, "padding_mode": "reflect"}),
        ((1, 1, 20_000), (1, 1, 65), {"padding": 4, "padding_mode": "wrap"}),
        ((1, 1, 20_000), (1, 1, 65), {"dtype": "float64"}),
        ((1, 1, 20_000), (1, 1, 65), {"flip": True}),
        ((1, 1, 20_000), (1, 1, 65), {"workspace_limit": 1 << 30}),
        ((1, 1, 20_000), (1, 1, 65), {"padding": "same", "stride": 2}),
        ((1, 1, 12, 12, 12), (1, 1, 5, 5, 5), {"padding_mode": "edge", "padding": 1}),
        ((1, 40, 2000), (40, 40, 9), {}),
    ],
)
def test_other_problems_are_planned(x_shape, w_shape, options):
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    assert first_call(x, w, **options) is None


def test_integers_are_planned_and_exact():
    w = random_values((1, 1, 65), "int16", 2)
    for n in (20_000, 20_001):
        x = random_values((1, 1, n), "int16", 1)
        assert first_call(x, w, padding="same") is None
        result = conv(x, w, padding="same", backend="fft_tiled")
        np.testing.assert_array_equal(result, conv(x, w, padding="same", backend="direct"))


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_no_other_segments_of_few_filters_take_less_time(rank):
    """The planner's own estimate is compared for all segments that it tries for any problem.

    Those longer than the table's are left out: they leave the L2 cache.
    """
    rng = np.random.default_rng(rank)
    compared = weighed = 0
    for _ in range(60):
        largest = {1: [30_000], 2: [250, 1500], 3: [40, 150]}[rank]
        spatial = rng.integers(2, int(rng.choice(largest)), rank)
        kernel = np.minimum(spatial, rng.integers(1, {1: 900, 2: 70, 3: 16}[rank], rank))
        x = np.empty((int(rng.integers(1, 4)), 1, *spatial), rng.choice(["float32", "float64"]))
        w = np.empty((1, 1, *kernel), x.dtype)
        padding = str(rng.choice(["same", "valid", "full"]))
        p = problem_of(x, w, padding=padding, workers=int(rng.integers(1, 4)))
        found = segments_by_lengths(p)
        if found is None:
            assert segment_lengths(p.family) is None or rank > 1
            continue
        compared += 1
        options = [planner._axis_candidates(p, axis) for axis in range(rank)]
        others, _ = planner._fastest(p, options)
        chosen = choose_tiled_segments(p)
        assert chosen.axes == found
        if math.prod([axis.size for axis in others]) <= _MAX_ELEMENTS[rank]:
            weighed += 1
            assert chosen.seconds <= planner._counts(p, others).seconds * (1 + 1e-9)
    assert compared > 20
    assert weighed > 0.8 * compared
