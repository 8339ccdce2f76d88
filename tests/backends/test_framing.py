"""Outputs whose windows meet only zeros: filled with the bias, unless weights are not finite."""

import tracemalloc

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv.backends.direct.few_pixels import few_pixels_roundings
from polyconv.backends.direct.framing import framing_of
from polyconv.backends.trimming import trimmed
from support import oracle
from support.agreement import check, poisoned, problem_of, random_values, slow_but
from support.direct_problems import DIRECT, LAST

# Shapes of x and w, options, the first output inside the frame, and the number of those.
PROBLEMS = {
    "signal": ((1, 1, 10), (1, 1, 5), {"padding": 4000}, (3996,), (14,)),
    "signals, strided": ((2, 2, 9), (3, 2, 4), {"padding": 20_000, "stride": 7}, (2857,), (2,)),
    "one side": ((1, 2, 30), (3, 2, 3), {"padding": ((0, 5000),)}, (0,), (30,)),
    "dilated": ((1, 1, 12), (1, 1, 4), {"padding": 5000, "dilation": 5}, (4985,), (27,)),
    "gaps between windows": ((1, 1, 3), (1, 1, 2), {"padding": 50_000, "stride": 8}, (6250,), (1,)),
    "image": ((1, 1, 5, 6), (2, 1, 3, 3), {"padding": 40}, (38, 38), (7, 8)),
    "rows": ((1, 2, 5, 6), (3, 2, 3, 3), {"padding": (500, 1)}, (498, 0), (7, 6)),
    "depthwise": ((1, 2, 4, 6), (2, 1, 3, 3), {"padding": 40, "groups": 2}, (38, 38), (6, 8)),
    "channels last": ((1, 5, 6, 2), (3, 3, 2, 3), LAST | {"padding": 40}, (38, 38), (7, 8)),
    "volume": ((1, 1, 2, 3, 2), (1, 1, 2, 1, 2), {"padding": 11}, (10, 11, 10), (3, 3, 3)),
    "idle taps inside": ((1, 3, 1, 1), (2, 3, 3, 3), {"padding": 40}, (38, 38), (3, 3)),
}


def arrays(name, dtype="float32"):
    x_shape, w_shape, options, *_ = PROBLEMS[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("name", slow_but(PROBLEMS, "signal", "image", "volume", "channels last"))
def test_the_outputs_inside_the_frame(name):
    x, w, options = arrays(name)
    problem = problem_of(x, w, **options)
    framing = framing_of(problem)
    assert framing.first == PROBLEMS[name][3]
    assert framing.problem.out == PROBLEMS[name][4]
    assert min(min(pair) for pair in framing.problem.pads) >= 0
    # Every window outside meets only padding: a result of ones is zero there.
    ones = conv(np.ones_like(x), np.ones_like(w), backend="naive", **options)
    inside = [slice(None)] * 2
    inside += [slice(a, a + n) for a, n in zip(framing.first, framing.problem.out, strict=True)]
    ones = problem.canonical_out(ones)
    assert np.count_nonzero(ones) == np.count_nonzero(ones[tuple(inside)])


@pytest.mark.parametrize(
    "dtype",
    slow_but(["float32", "float64", "float16", "int8", "int64", "complex64"], "float32", "int8"),
)
@pytest.mark.parametrize("name", PROBLEMS)
def test_results_are_those_of_all_windows(name, dtype):
    x, w, options = arrays(name, dtype)
    filters = w.shape[-1 if "data_format" in options else 0]
    check(DIRECT, x, w, **options)
    check(DIRECT, x, w, random_values((filters,), dtype, 3), workers=2, **options)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "int32", "float16"])
def test_the_bias_is_rounded_or_wraps_as_sums_do(dtype):
    kind, wide = ("uint8", "uint64") if dtype == "uint8" else ("int8", "int64")
    x, w = random_values((1, 1, 9), kind, 1), random_values((2, 1, 3), kind, 2)
    bias = np.array([70_001, 3], wide)
    if dtype == "float16":
        x, w, bias = x.astype(dtype), w.astype(dtype), np.array([0.1, -3], "float32")
    check(DIRECT, x, w, bias, padding=5000, dtype=dtype)


@pytest.mark.parametrize("layout", ["strided", "reversed", "channels inside"])
@pytest.mark.parametrize("with_bias", [False, True])
def test_results_of_any_layout(layout, with_bias):
    x, w, options = arrays("image")
    bias = random_values((2,), "float32", 3) if with_bias else None
    expected = conv(x, w, bias, backend="naive", **options)
    if layout == "strided":
        out = poisoned((1, 2, *(2 * n for n in expected.shape[2:])), "float32")[..., ::2, ::2]
    elif layout == "reversed":
        out = poisoned(expected.shape, "float32")[..., ::-1]
    else:
        out = np.moveaxis(poisoned((1, *expected.shape[2:], 2), "float32"), -1, 1)
    conv(x, w, bias, out=out, backend="direct", **options)
    np.testing.assert_allclose(out, expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_multiply_the_padding(name, value):
    x, w, options = arrays(name)
    w.flat[-1] = value
    check(DIRECT, x, w, **options)
    planned = plan(x, w, backend="direct", **options)(x)
    np.testing.assert_array_equal(
        np.isnan(planned), np.isnan(oracle.convolve(x, w, **options).value)
    )


@pytest.mark.parametrize(
    ("n", "weights", "padding"),
    [(9, (1.0, 1e300, 1.0), 5000), (1, (1.0, 1.0, 1e300), 1)],
    ids=["windows", "taps"],
)
def test_weights_that_become_infinite_multiply_the_padding(n, weights, padding):
    x, w = np.ones((1, 1, n), np.float32), np.array(weights).reshape(1, 1, 3)
    options = {"padding": padding, "dtype": "float32"}
    expected = conv(x, w, backend="naive", **options)
    assert np.isnan(expected).any()
    for result in (
        conv(x, w, backend="direct", **options),
        plan(x, w, backend="direct", **options)(x),
    ):
        np.testing.assert_array_equal(np.isnan(result), np.isnan(expected))


@pytest.mark.parametrize("mode", ["constant", "edge", "reflect", "wrap"])
def test_padding_that_is_not_zero_has_no_frame(mode):
    value = {"padding_value": 2} if mode == "constant" else {}
    x, w = random_values((1, 1, 10), "float32", 1), random_values((1, 1, 5), "float32", 2)
    options = {"padding": 4000, "padding_mode": mode, **value}
    assert framing_of(problem_of(x, w, **options)) is None
    check(DIRECT, x, w, **options)


def test_few_outputs_have_no_frame():
    x, w = random_values((1, 1, 10), "float32", 1), random_values((1, 1, 5), "float32", 2)
    assert framing_of(problem_of(x, w, padding=2000)) is None  # fewer than 4096 in the frame
    assert framing_of(problem_of(np.ones((1, 1, 9000)), w, padding=4000)) is None  # fewer than half


def test_plain_calls_and_plans_have_equal_bits():
    for name in PROBLEMS:
        x, w, options = arrays(name)
        first, second = (conv(x, w, backend="direct", **options) for _ in range(2))
        planned = plan(x, w, backend="direct", **options)(x)
        assert first.tobytes() == second.tobytes() == planned.tobytes()


def test_few_pixels_inside_the_frame():
    """Plain calls read all weights in place, also those of taps that meet only zeros."""
    x, w = random_values((1, 512, 1, 1), "float32", 1), random_values((64, 512, 3, 3), "float32", 2)
    options = {"padding": 200, "stride": 5}
    problem = problem_of(x, w, **options)
    inside = framing_of(problem).problem
    assert inside.out == (1, 1)
    roundings = few_pixels_roundings(inside)
    assert roundings > few_pixels_roundings(trimmed(inside)[0])
    assert DIRECT.error_bound(problem) >= problem.summation_error(roundings)
    first, second = (conv(x, w, backend="direct", **options) for _ in range(2))
    assert first.tobytes() == second.tobytes()
    np.testing.assert_allclose(first[0, :, 40, 40], w[:, :, 0, 0] @ x[0, :, 0, 0], atol=1e-4)
    assert np.count_nonzero(first) == 64


def test_the_frame_is_neither_counted_nor_held():
    x, w = np.ones((1, 1, 10), np.float32), np.ones((1, 1, 5), np.float32)
    problem = problem_of(x, w, padding=1_000_000)
    cost = DIRECT.cost(problem)
    assert cost.flops < 10_000
    assert cost.bytes >= problem.out_bytes
    planned = plan(x, w, padding=1_000_000, backend="direct", workers=1)
    out = planned(x)
    tracemalloc.start()
    planned(x, out=out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < cost.workspace
