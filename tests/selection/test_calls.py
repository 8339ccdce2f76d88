"""Calls that run no Python give what careful ones give, and leave all else to them."""

import copy
import pickle

import numpy as np
import pytest

from polyconv import (
    Choice,
    Plan,
    _known_calls,
    _thread_pool,
    choose,
    conv,
    conv1d,
    conv2d,
    conv3d,
    plan,
    set_backend,
)
from polyconv._decided_calls import decided_call
from polyconv._known_calls import plain_call, plain_call_of_rank
from polyconv._plan import call_carefully, make_plan
from polyconv._problem_cache import in_order
from polyconv._structure import float_test
from support import oracle
from support.agreement import assert_same_bits, poisoned, problem_of, random_values, require

X = random_values((2, 3, 7, 8), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)
BIAS = random_values((4,), "float32", 3)

# Shapes of x and w, dtypes, options: every layout, rank and kind of element.
PROBLEMS = {
    "batch": (X.shape, W.shape, "float32", {"padding": 1}),
    "image": ((3, 7, 8), W.shape, "float64", {"stride": (2, 1)}),
    "channels last": ((2, 7, 8, 3), (3, 3, 3, 4), "float32", {"data_format": "channels_last"}),
    "image, channels last": (
        (7, 8, 3),
        (3, 3, 3, 4),
        "complex64",
        {"data_format": "channels_last", "padding": "same"},
    ),
    "signal": ((1, 1, 16), (4, 1, 3), "float32", {"padding": "causal", "workers": 2}),
    "volume": ((2, 4, 5, 6), (4, 2, 3, 2, 1), "float64", {}),
    "bytes": ((2, 3, 9, 9), (4, 3, 3, 3), "int8", {}),
    "integers": ((2, 3, 9, 9), (4, 3, 3, 3), "int64", {"dtype": "int32"}),
    "half": ((2, 3, 9, 9), (4, 3, 3, 3), "float16", {}),
    "depthwise": ((1, 4, 6, 6), (4, 1, 3, 3), "float32", {"groups": 4, "flip": True}),
}


def watched(prepared):
    """Return a plan with the same kernel, and the list of calls that it leaves to Python."""
    calls = []

    def careful(self, x, out=None, **vetoed):
        calls.append(vetoed)
        return call_carefully(self, x, out, **vetoed)

    fields = ("problem", "choice", "weights", "bias", "kernel", "fallback", "order")
    values = {name: getattr(prepared, name) for name in fields}
    return Plan(**values, careful=careful, remake=make_plan), calls


@pytest.mark.parametrize("problem", PROBLEMS)
@pytest.mark.parametrize("bias", [False, True], ids=["no bias", "bias"])
@pytest.mark.slow_in_python
def test_a_call_gives_what_a_careful_one_gives(backend, problem, bias):
    x_shape, w_shape, dtype, options = PROBLEMS[problem]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    require(backend, x, w, **options)
    b = random_values((4,), dtype, 3) if bias else None
    prepared = plan(x, w, b, backend=backend.name, **options)
    expected = call_carefully(prepared, x)
    assert_same_bits(prepared(x), expected)
    for call in (
        lambda out: prepared(x, out),
        lambda out: prepared(x, out=out),
        lambda out: prepared(x=x, out=out),
        lambda out: conv(x, w, b, backend=backend.name, out=out, **options),
        lambda out: conv(x, w, b, backend=backend.name, out=out, **options),
    ):
        out = poisoned(expected.shape, expected.dtype)
        assert call(out) is out
        assert_same_bits(out, expected)


def test_arguments_are_those_of_the_signature():
    prepared = plan(X, W)
    assert_same_bits(prepared(x=X), prepared(X))
    assert_same_bits(prepared.__call__(X), prepared(X))
    for arguments, names in [((), {}), ((X, None, 1), {}), ((X,), {"x": X}), ((X,), {"to": X})]:
        with pytest.raises(TypeError, match=r"argument"):
            prepared(*arguments, **names)
    with pytest.raises(TypeError, match="argument"):
        prepared(out=X)


def test_plain_arrays_are_computed_without_python():
    prepared, calls = watched(plan(X, W, BIAS, padding=1))
    expected = conv(X, W, BIAS, padding=1)
    out = poisoned(expected.shape, expected.dtype)
    assert_same_bits(prepared(X), expected)
    assert_same_bits(prepared(X, out=out), expected)
    assert_same_bits(prepared(pickle.loads(pickle.dumps(X))), expected)
    read_only = X.copy()
    read_only.setflags(write=False)
    assert_same_bits(prepared(read_only), expected)
    assert calls == []


def test_other_arrays_are_left_to_python():
    prepared, calls = watched(plan(X, W, padding=1))
    expected = prepared(X)
    unaligned = np.zeros(X.nbytes + 1, np.uint8)[1:].view("float32").reshape(X.shape)
    unaligned[...] = X
    memory_map = X.view(np.memmap)
    others = [memory_map, X.astype(">f4"), unaligned, np.asfortranarray(X)]
    others += [np.repeat(X, 2, -1)[..., ::2], X.swapaxes(0, 1).copy().swapaxes(0, 1)]
    for count, x in enumerate(others, 1):
        np.testing.assert_allclose(prepared(x), expected, rtol=1e-4, atol=1e-4)
        assert len(calls) == count
    for out in (np.empty_like(expected, order="F"), expected.copy().view(np.memmap)):
        count = len(calls)
        assert prepared(X, out=out) is out
        np.testing.assert_allclose(out, expected, rtol=1e-4, atol=1e-4)
        assert len(calls) == count + 1


@pytest.mark.parametrize("planned", [True, False], ids=["plan", "conv"])
def test_errors_are_those_of_the_careful_path(planned):
    memory = np.zeros(4 * X.size, "float32")
    x = memory[: X.size].reshape(X.shape)
    prepared = plan(x, W, padding=1)
    shape = prepared(x).shape

    def call(x, out=None):
        return prepared(x, out) if planned else conv(x, W, padding=1, out=out)

    call(x)
    read_only = np.zeros(shape, "float32")
    read_only.setflags(write=False)
    for out, error, text in [
        (memory[X.size - 1 :][: np.prod(shape)].reshape(shape), ValueError, "out overlaps x"),
        (read_only, ValueError, "out is read-only"),
        (np.zeros(shape), TypeError, "out has dtype float64; allowed: float32"),
        (np.zeros(shape[1:], "float32"), ValueError, "out has shape"),
        (np.zeros(shape, "float32").tolist(), TypeError, r"out must be a numpy\.ndarray"),
    ]:
        for _ in range(2):
            with pytest.raises(error, match=text):
                call(x, out)
    if planned:
        with pytest.raises(ValueError, match="x has shape"):
            prepared(X[:1])
        with pytest.raises(TypeError, match="x has dtype float64; allowed: float32"):
            prepared(X.astype("float64"))


def test_a_veto_mends_what_the_kernel_wrote():
    x, w = random_values((4, 16, 40, 40), "float32", 1), random_values((16, 16, 3, 3), "float32", 2)
    choice = Choice("winograd", "model", 1e-9)
    prepared, calls = watched(make_plan(plan(x, w, workers=1).problem, choice, w, None))
    assert prepared.fallback is not None
    assert_same_bits(prepared(x), conv(x, w, backend="winograd", workers=1))
    assert calls == []
    bad = x.copy()
    bad[1, 2, 3, 4] = np.nan
    out = poisoned(prepared(x).shape, "float32")
    assert prepared(bad, out) is out
    assert calls == [{"vetoed": True}]
    expected = conv(bad, w, rtol=0, workers=1)
    np.testing.assert_array_equal(np.isnan(out), np.isnan(expected))
    np.testing.assert_allclose(out, expected, rtol=1e-3, atol=1e-3)


def test_a_subclass_may_define_its_own_call():
    class Twice(Plan):
        def __call__(self, x, out=None):
            return 2 * super().__call__(x, out)

    prepared = plan(X, W)
    fields = ("problem", "choice", "weights", "bias", "kernel", "fallback", "order")
    values = {name: getattr(prepared, name) for name in fields}
    twice = Twice(**values, careful=call_carefully, remake=make_plan)
    assert_same_bits(twice(X), 2 * prepared(X))
    assert_same_bits(Plan.__call__(twice, X), prepared(X))
    assert copy.copy(prepared) is prepared


def test_a_plan_takes_no_attributes():
    prepared = plan(X, W)
    with pytest.raises(AttributeError):
        prepared.name = "blur"
    with pytest.raises(AttributeError):
        del prepared.problem
    assert prepared.problem.x_shape == X.shape


PLAIN = {"padding": 1}


def plain(x, w, bias=None, out=None, backend="auto", **options):
    """Return what `conv` returns if it needs no Python; else None."""
    return plain_call(decided_call, x, w, bias, out, backend, in_order(options))


def test_a_plain_call_reads_the_weights_anew():
    w, bias = W.copy(), BIAS.copy()
    for seed in range(4):
        w[...] = random_values(W.shape, "float32", seed)
        bias[...] = random_values(BIAS.shape, "float32", seed)
        expected = plan(X, w, bias, backend="direct", padding=1)(X)
        assert_same_bits(plain(X, w, bias, backend="direct", padding=1), expected)
        assert_same_bits(conv(X, w, bias, backend="direct", padding=1), expected)
        assert_same_bits(conv2d(X, w, bias, backend="direct", padding=1), expected)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_plain_call_has_nan_where_the_definition_has_it(value):
    x, w = X.copy(), W.copy()
    conv(x, w, padding=1)
    x[0, 0, 0, 0] = value
    w[1, 2, 1, 1] = value
    expected = conv(x, w, padding=1, backend="naive")
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(plain(x, w, padding=1), expected, rtol=1e-4, atol=1e-4)


# An image and filters that auto gives to the backend separable, tested in each call.
IMAGE = random_values((1, 1, 400, 600), "float32", 5)
BLUR = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]).astype("float32")[None, None] / 256


def blurred(x, w, bias=None):
    """Return what the definition gives; plain Python would take seconds for an image."""
    return oracle.convolve(x, w, bias, padding=2).value.astype("float32")


def test_plain_calls_of_separable_filters_run_no_python_but_look_at_their_values():
    w, dense = BLUR.copy(), random_values(BLUR.shape, "float32", 6)
    others = [BLUR, dense, np.full_like(BLUR, 0.04), BLUR[..., ::-1] * 2, BLUR]
    for values in others:
        w[...] = values  # the same array, of another structure
        for call in (plain, conv):
            got = call(IMAGE, w, padding=2, workers=1)
            np.testing.assert_allclose(got, blurred(IMAGE, w), rtol=0, atol=2e-5)
    assert choose(IMAGE, BLUR, padding=2, workers=1).backend == "separable"
    expected = plan(IMAGE, w, padding=2, workers=1)(IMAGE)
    out = poisoned(expected.shape, "float32")
    assert plain(IMAGE, w, out=out, padding=2, workers=1) is out
    assert_same_bits(out, expected)


@pytest.mark.parametrize("value", [np.nan, np.inf, 3e38])
def test_plain_calls_of_separable_filters_are_put_right_near_large_values(value):
    x, bias = IMAGE.copy(), np.ones(1, "float32")
    x[0, 0, 50, 60] = value
    with np.errstate(all="ignore"):
        expected = blurred(x, BLUR, bias)
        got = plain(x, BLUR, bias, padding=2, workers=1)
    np.testing.assert_array_equal(np.isnan(got), np.isnan(expected))
    np.testing.assert_array_equal(np.isinf(got), np.isinf(expected))
    np.testing.assert_allclose(got, expected, rtol=2e-5, atol=2e-5)


def test_weights_that_veto_are_left_to_python():
    for value in (np.nan, np.inf, 1e38):
        w = np.full_like(BLUR, value)
        with np.errstate(all="ignore"):
            if np.isfinite(value):  # a box
                assert plain(IMAGE, w, padding=2, workers=1) is None
            got = conv(IMAGE, w, padding=2, workers=1)
            expected = blurred(IMAGE, w)
        if not np.isfinite(value):  # sums of 1e38 overflow or not, by their order
            np.testing.assert_array_equal(np.isnan(got), np.isnan(expected))
            np.testing.assert_array_equal(np.isinf(got), np.isinf(expected))


def test_options_that_are_equal_but_of_another_type_are_checked():
    conv(X, W, stride=1, flip=False)
    with pytest.raises(TypeError, match="flip=0 must be True or False"):
        conv(X, W, stride=1, flip=0)
    with pytest.raises(TypeError, match="flip=0 must be True or False"):
        conv2d(X, W, stride=1, flip=0)
    with pytest.raises(TypeError, match=r"stride"):
        conv(X, W, stride=1.0, flip=False)


def test_errors_of_ranks_and_names_follow_a_right_call():
    assert_same_bits(conv2d(X, W, **PLAIN), conv(X, W, **PLAIN))
    with pytest.raises(ValueError, match="allowed: 3 axes, for 1 spatial axis"):
        conv1d(X, W, **PLAIN)
    with pytest.raises(ValueError, match="allowed: 5 axes, for 3 spatial axes"):
        conv3d(X, W, **PLAIN)
    with pytest.raises(TypeError, match="unexpected keyword argument 'pading'"):
        conv2d(X, W, pading=1)
    with pytest.raises(ValueError, match="backend='none'"):
        conv2d(X, W, backend="none", **PLAIN)
    with pytest.raises(ValueError, match="bias has shape"):
        conv2d(X, W, BIAS[:3], **PLAIN)


def test_out_must_not_overlap_weights_or_bias():
    memory = np.zeros(1000, "float32")
    w, bias = memory[: W.size].reshape(W.shape), memory[996:]
    x = np.zeros((1, 3, 5, 5), "float32")
    for first, name in [(W.size - 1, "w"), (996 - 35, "bias")]:
        out = memory[first : first + 36].reshape(1, 4, 3, 3)
        for _ in range(2):
            with pytest.raises(ValueError, match=f"out overlaps {name} in memory"):
                conv(x, w, bias, out=out)
    out = memory[W.size : W.size + 36].reshape(1, 4, 3, 3)
    assert conv(x, w, bias, out=out) is out


def test_a_plain_call_obeys_the_present_settings():
    assert plain(X, W, padding=1) is not None
    with set_backend("naive"):
        assert plain(X, W, padding=1) is None
        assert_same_bits(conv(X, W, padding=1), conv(X, W, padding=1, backend="naive"))
    assert plain(X, W, padding=1) is not None


def test_lists_of_options_are_decided_as_tuples_are():
    expected = conv(X, W, padding=((1, 1), (0, 1)), stride=(2, 1), backend="direct")
    result = plain(X, W, backend="direct", padding=[[1, 1], (0, 1)], stride=[2, 1])
    assert_same_bits(result, expected)
    endless = []
    endless.append(endless)
    with pytest.raises(ValueError, match="padding="):
        conv(X, W, padding=endless)


# Shapes of x and w, dtypes, options: weights that are rearranged, converted or cut first.
PACKED = {
    "flipped": ((1, 1, 40), (1, 1, 5), "float32", {"flip": True}),
    "channels last": ((9, 8, 3), (3, 3, 3, 4), "float64", {"data_format": "channels_last"}),
    "flipped, channels last": (
        (9, 8, 3),
        (3, 2, 1, 3),
        "float32",
        {"data_format": "channels_last", "groups": 3, "flip": True},
    ),
    "complex": ((1, 2, 40), (3, 2, 5), "complex64", {"padding": "same"}),
    "bytes": ((1, 3, 9, 9), (4, 3, 3, 3), "uint8", {}),
    "int64": ((1, 1, 9, 9), (4, 1, 3, 3), "int64", {}),
    "half": ((1, 3, 9, 9), (4, 3, 3, 3), "float16", {}),
    "one pixel": ((2, 5, 1, 1), (6, 5, 3, 3), "float32", {"padding": 1}),
    "one pixel, depthwise": ((1, 40, 1, 1), (40, 1, 3, 3), "float32", {"padding": 1, "groups": 40}),
    "one pixel, complex": ((1, 5, 1), (6, 5, 3), "complex128", {"padding": 1, "flip": True}),
    "one sample": ((1, 1, 1), (1, 1, 9), "float64", {"padding": "same"}),
    "few samples": ((1, 1, 7), (1, 1, 101), "float32", {"padding": "same"}),
    "one row": ((1, 2, 1, 30), (3, 2, 3, 3), "float32", {"padding": 1}),
    "many images": ((20, 2, 9), (4, 2, 3), "float32", {"padding": "same"}),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_plain_call_rearranges_and_converts_weights(name):
    x_shape, w_shape, dtype, options = PACKED[name]
    last = options.get("data_format") == "channels_last"
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    for seed in range(3):
        w[...] = random_values(w_shape, dtype, seed)
        accumulator = plan(x, w, backend="direct", **options).problem.accumulator
        bias = random_values((w_shape[-1 if last else 0],), accumulator, 3)
        for b in (None, bias):
            expected = plan(x, w, b, backend="direct", **options)(x)
            assert_same_bits(plain(x, w, b, backend="direct", **options), expected)
    if np.dtype(dtype).kind in "fc":  # all taps are read, those in the padding too
        w.flat[0] = w.flat[-1] = np.nan
        expected = plan(x, w, backend="direct", **options)(x)
        assert_same_bits(plain(x, w, backend="direct", **options), expected)


# Shapes of x and w, dtypes, options: kernels longer than the input.
EXCHANGED = {
    "full": ((1, 1, 7), (1, 1, 1000), "float32", {"padding": "full"}),
    "unbatched": ((1, 1), (1, 1, 1000), "complex64", {"padding": "full"}),
    "filters": ((1, 2, 30), (3, 2, 900), "float64", {"padding": "full"}),
    "images": ((3, 2, 30), (1, 2, 900), "float32", {"padding": [(700, 850)], "stride": 2}),
    "depthwise": ((1, 3, 30), (3, 1, 900), "float32", {"padding": "full", "groups": 3}),
    "planes": ((1, 1, 8, 9), (2, 1, 60, 70), "float32", {"padding": "full"}),
    "integers": ((1, 1, 30), (1, 1, 1000), "int16", {"padding": "full"}),
    "both": ((3, 2, 30), (2, 2, 900), "float32", {"padding": "full"}),
    "flipped": ((1, 1, 30), (1, 1, 900), "float32", {"padding": "full", "flip": True}),
}


@pytest.mark.parametrize("name", EXCHANGED)
def test_a_plain_call_of_a_long_kernel_is_exchanged(name):
    x_shape, w_shape, dtype, options = EXCHANGED[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    expected = plan(x, w, backend="direct", **options)(x)
    for _ in range(2):
        result = plain(x, w, backend="direct", **options)
        assert (result is None) == (name in ("both", "flipped"))
        assert_same_bits(conv(x, w, backend="direct", **options), expected)
        if result is not None:
            assert_same_bits(result, expected)
    bias = np.ones(w_shape[0], plan(x, w, **options).problem.accumulator)
    assert plain(x, w, bias, backend="direct", **options) is None
    if np.dtype(dtype).kind == "f":
        for changed in (x, w):
            changed.flat[0] = np.inf
            assert plain(x, w, backend="direct", **options) is None
            changed.flat[0] = 1


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "complex128", "int64"])
def test_only_weights_of_floats_are_tested_without_python(dtype):
    x, w = random_values((1, 1, 400, 410), dtype, 1), random_values((1, 1, 7, 7), dtype, 2)
    assert problem_of(x, w, workers=1).tests_weights
    decided = decided_call(x, w, in_order({"workers": 1}), None, "auto")
    if np.dtype(dtype).kind == "f":
        assert isinstance(decided, _known_calls.TestedCall)
    else:
        assert decided is None


@pytest.mark.parametrize("dtype", ["complex64", "float16", "int32", "uint64", "longdouble"])
def test_compiled_tests_refuse_elements_of_other_sizes(dtype):
    w = np.ones((1, 1, 7, 7), dtype)
    with pytest.raises(TypeError, match=f"dtype {w.dtype}; allowed: float32, float64"):
        float_test(1, 1e-5)(w)
    with pytest.raises(TypeError, match=f"dtype {w.dtype}; allowed: float32, float64"):
        _thread_pool.max_abs(w, 1)


@pytest.mark.parametrize("dtype", ["complex64", "complex128", "int64", "float16"])
def test_plain_calls_of_weights_that_are_no_floats(dtype):
    x = random_values((1, 1, 400, 410), dtype, 1)
    for seed in range(3):
        w = random_values((1, 1, 7, 7), dtype, seed)
        for _ in range(3):
            got = conv(x, w, workers=1)
            np.testing.assert_allclose(got, conv(x, w, workers=1, backend="direct"), 1e-2, 1e-2)


def test_calls_that_values_decide_are_left_to_python():
    for x, w, options in [
        (X.astype(">f4"), W, {}),
        (X, W.astype("float64"), {"dtype": "float32"}),
        (X, W, {"stride": np.int64(1)}),
        (np.asfortranarray(X), W, {}),
        (X, W[..., ::-1], {}),
        (X, W, {"backend": "fft"}),
        (X[:0], W, {}),
    ]:
        assert plain(x, w, **options) is None
    assert plain_call_of_rank(2, decided_call, X, W, None, {"pading": 1}) is None
