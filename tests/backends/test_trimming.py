"""Outer taps that meet only zeros of the padding: left out, unless weights are not finite."""

import numpy as np
import pytest

from polyconv import choose, conv, plan
from polyconv._model import predict, predict_prepare
from polyconv.backends.trimming import trimmed
from support.agreement import check, problem_of, random_values, slow_but
from support.direct_problems import DIRECT, LAST

# Shapes of x and w, options, and the kernel that is left.
PROBLEMS = {
    "one pixel": ((1, 6, 1, 1), (8, 6, 3, 3), {"padding": 1}, (1, 1)),
    "one pixel, channels last": ((1, 1, 1, 6), (3, 3, 6, 8), LAST | {"padding": 1}, (1, 1)),
    "one row": ((1, 2, 1, 9), (3, 2, 3, 3), {"padding": 1}, (1, 3)),
    "groups": ((2, 6, 1, 1), (6, 1, 5, 3), {"padding": (2, 1), "groups": 6}, (1, 1)),
    "flipped": ((1, 2, 2), (3, 2, 9), {"padding": ((3, 7),), "flip": True}, (5,)),
    "longer than the signal": ((1, 1, 10), (1, 1, 1001), {"padding": "same"}, (19,)),
    "causal": ((1, 1, 10), (1, 1, 101), {"padding": "causal"}, (10,)),
    "causal, dilated": ((1, 1, 10), (1, 1, 101), {"padding": "causal", "dilation": 4}, (3,)),
    "full": ((1, 1, 3), (1, 1, 7), {"padding": "full"}, (7,)),
    "strided": ((1, 1, 3), (1, 1, 9), {"padding": 20, "stride": 13}, (9,)),
    "last output alone": ((1, 1, 3), (1, 1, 9), {"padding": ((9, 2),), "stride": 4}, (4,)),
    "far apart": ((1, 1, 50), (1, 1, 9), {"padding": "same", "dilation": 1000}, (1,)),
    "a dilation that skips the input": ((1, 1, 1), (1, 1, 2), {"padding": 1, "dilation": 2}, (2,)),
    "a wide image": ((1, 1, 9, 9), (1, 1, 3, 3), {"padding": 1}, (3, 3)),
    "volumes": ((1, 2, 1, 2, 8), (3, 2, 3, 5, 3), {"padding": (1, 2, 1)}, (1, 3, 3)),
}


def arrays(name, dtype="float32"):
    x_shape, w_shape, options, _ = PROBLEMS[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("name", PROBLEMS)
def test_the_taps_that_are_left(name):
    x, w, options = arrays(name)
    problem = problem_of(x, w, **options)
    smaller, taps = trimmed(problem)
    assert smaller.kernel == PROBLEMS[name][-1]
    assert smaller.kernel == tuple(
        len(range(k)[part]) for k, part in zip(problem.kernel, taps, strict=True)
    )
    assert smaller.out == problem.out
    assert min(min(pair) for pair in smaller.pads) >= 0


@pytest.mark.parametrize(
    "dtype", slow_but(["float32", "float16", "int16", "complex128"], "float32", "float16")
)
@pytest.mark.parametrize("name", PROBLEMS)
def test_results_are_those_of_all_taps(name, dtype):
    x, w, options = arrays(name, dtype)
    check(DIRECT, x, w, **options)


@pytest.mark.parametrize("dtype", ["float32", "float16"])
@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_multiply_the_padding(name, value, dtype):
    x, w, options = arrays(name, dtype)
    for place in np.ndindex(w.shape):
        if sum(place) % 7 == 0:
            w[place] = value
            break
    w.flat[-1] = value
    check(DIRECT, x, w, **options)


@pytest.mark.parametrize("mode", ["constant", "edge", "reflect", "wrap"])
def test_padding_that_is_not_zero_keeps_all_taps(mode):
    value = {"padding_value": 2} if mode == "constant" else {}
    x, w = random_values((1, 2, 1, 1), "float32", 1), random_values((3, 2, 3, 3), "float32", 2)
    problem = problem_of(x, w, padding=1, padding_mode=mode, **value)
    assert trimmed(problem)[0] is problem
    check(DIRECT, x, w, padding=1, padding_mode=mode, **value)


def test_taps_that_are_left_out_take_no_memory():
    x, w = np.ones((1, 64, 1, 1), "float32"), np.ones((64, 64, 3, 3), "float32")
    counts = DIRECT.cost(problem_of(x, w, padding=1))
    assert counts.prepared == 64 * 64 * 4
    assert counts.flops < problem_of(x, w, padding=1).flops / 2
    assert conv(x, w, padding=1, backend="direct").ravel()[0] == 64
    assert plan(x, w, padding=1, backend="direct")(x).ravel()[0] == 64


@pytest.mark.parametrize("name", PROBLEMS)
def test_predictions_are_those_of_the_taps_that_are_left(name):
    x, w, options = arrays(name)
    problem = problem_of(x, w, **options)
    smaller, _ = trimmed(problem)
    assert predict(DIRECT, problem) == pytest.approx(predict(DIRECT, smaller))
    assert predict_prepare(DIRECT, problem) == pytest.approx(predict_prepare(DIRECT, smaller))


@pytest.mark.parametrize("prepared", [True, False])
def test_direct_is_chosen_for_layers_on_one_pixel(prepared):
    shapes = (1, 512, 1, 1), (512, 512, 3, 3)
    assert choose(*shapes, padding=1, workers=1, prepared=prepared).backend == "direct"


@pytest.mark.parametrize("dtype", ["float32", "float16"])
def test_plain_calls_pack_the_taps_that_are_left(dtype):
    x, w, options = arrays("groups", dtype)
    assert DIRECT.packer(problem_of(x, w, **options)) is not None
    expected = plan(x, w, backend="direct", **options)(x)
    np.testing.assert_array_equal(conv(x, w, backend="direct", **options), expected)
