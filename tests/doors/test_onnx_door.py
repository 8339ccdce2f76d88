"""`polyconv.onnx.ops`: ONNX's own node tests, and random nodes beside onnxruntime."""

from itertools import product

import numpy as np
import pytest

pytest.importorskip("onnx")

from onnx.reference import ReferenceEvaluator

from polyconv import conv, plan
from polyconv.onnx import _floats, ops
from polyconv.onnx._attributes import conv_options
from polyconv.onnx._integers import requantized
from polyconv.onnx._prepared import is_constant
from support.agreement import random_values
from support.onnx_nodes import beside_onnxruntime, model_of, node_tests, ours, theirs

NODE_TESTS = node_tests(
    ("conv", "convtranspose", "convinteger", "qlinearconv"),
    r"^test_(basic_)?conv|^test_qlinearconv|^test_Conv|^test_operator_conv",
)


@pytest.mark.parametrize("name", NODE_TESTS)
def test_onnx_node(name):
    NODE_TESTS[name](None)


def test_there_are_as_many_node_tests_as_expected():
    kinds = [sum(kind in name.lower() for name in NODE_TESTS) for kind in KINDS]
    assert len(NODE_TESTS) >= 45
    assert all(kinds)


KINDS = ("conv2d", "conv3d", "convtranspose", "convinteger", "qlinearconv", "autopad")


def drawn(number, transposed=False):
    """Return the shapes of a random node, and its attributes."""
    rng = np.random.default_rng(number)
    rank, group = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    kernel = rng.integers(1, 5, rank)
    dilations, strides = rng.integers(1, 3, rank), rng.integers(1, 4, rank)
    sizes = (kernel - 1) * dilations + rng.integers(1, 8, rank)
    batch, depth, width = (int(n) for n in rng.integers(1, 4, 3))
    attributes = {"group": group}
    for name, value in (("strides", strides), ("dilations", dilations)):
        if rng.random() < 0.8 or transposed:
            attributes[name] = value.tolist()
    padded = ("NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID")[number % 4]
    if padded != "NOTSET":
        attributes["auto_pad"] = padded
        if padded != "VALID" and not transposed:  # which onnxruntime refuses with dilations
            attributes.pop("dilations", None)
    elif transposed:
        attributes["pads"] = rng.integers(0, (kernel + 1) // 2).tolist() * 2
        attributes["output_padding"] = [int(rng.integers(0, s)) for s in strides]
    else:
        attributes["pads"] = rng.integers(0, 4, 2 * rank).tolist()
    x = (batch, group * depth, *map(int, sizes))
    w = (group * depth, width) if transposed else (group * width, depth)
    return x, (*w, *map(int, kernel)), group * width, attributes


NUMBERS = [*range(40), *(pytest.param(n, marks=pytest.mark.slow) for n in range(40, 1000))]
each_number = pytest.mark.parametrize("number", NUMBERS)


def same_as_onnxruntime(kind, arrays, attributes):
    wanted = theirs(kind, arrays, **attributes)
    np.testing.assert_allclose(ours(kind, arrays, **attributes), wanted, rtol=1e-4, atol=1e-4)


@beside_onnxruntime("number", NUMBERS)
def test_conv_beside_onnxruntime(number):
    x, w, filters, attributes = drawn(number)
    arrays = {"X": random_values(x, "float32", 1), "W": random_values(w, "float32", 2)}
    if number % 3:
        arrays["B"] = random_values((filters,), "float32", 3)
    same_as_onnxruntime("Conv", arrays, attributes)


@beside_onnxruntime("number", NUMBERS)
def test_conv_transpose_beside_onnxruntime(number):
    x, w, filters, attributes = drawn(number, transposed=True)
    if "SAME" in attributes.get("auto_pad", ""):
        # onnxruntime returns fewer than n * stride elements where the kernel is shorter than that.
        attributes["strides"] = [
            min(s, d * (k - 1) + 1)
            for s, d, k in zip(attributes["strides"], attributes["dilations"], w[2:], strict=True)
        ]
    arrays = {"X": random_values(x, "float32", 1), "W": random_values(w, "float32", 2)}
    if number % 3:
        arrays["B"] = random_values((filters,), "float32", 3)
    same_as_onnxruntime("ConvTranspose", arrays, attributes)


def wanted_shape(auto_pad, size):
    """Return the inputs and attributes of a node that names the shape of its result."""
    arrays = {"X": random_values((1, 2, 4), "float32", 1), "W": np.ones((2, 3, 3), "float32")}
    return arrays, {"auto_pad": auto_pad, "strides": [2], "output_shape": [size]}


WANTED_SHAPES = [*product(["NOTSET", "SAME_UPPER", "SAME_LOWER"], [5, 8, 9, 10])]


@pytest.mark.parametrize(("auto_pad", "size"), WANTED_SHAPES)
def test_conv_transpose_to_a_wanted_shape(auto_pad, size):
    arrays, attributes = wanted_shape(auto_pad, size)
    assert ours("ConvTranspose", arrays, **attributes).shape == (1, 3, size)


@beside_onnxruntime("case", WANTED_SHAPES)
def test_conv_transpose_to_a_wanted_shape_beside_onnxruntime(case):
    same_as_onnxruntime("ConvTranspose", *wanted_shape(*case))


def test_same_of_a_kernel_shorter_than_the_stride_is_as_the_standard_says():
    arrays = {"X": np.ones((1, 1, 3), "f4"), "W": np.ones((1, 1, 2), "f4")}
    y = ours("ConvTranspose", arrays, auto_pad="SAME_UPPER", strides=[3])
    assert y.tolist() == [[[1, 1, 0, 1, 1, 0, 1, 1, 0]]]


def test_a_wanted_shape_beyond_the_last_product_is_filled_with_the_bias():
    arrays = {"X": np.ones((1, 1, 2), "f4"), "W": np.ones((1, 1, 2), "f4"), "B": np.float32([5])}
    y = ours("ConvTranspose", arrays, output_shape=[6])
    assert y.tolist() == [[[6, 7, 6, 5, 5, 5]]]


def integers(shape, dtype, seed):
    info = np.iinfo(dtype)
    return np.random.default_rng(seed).integers(info.min, info.max + 1, shape).astype(dtype)


def conv_integer(number):
    """Return the inputs of a random ConvInteger by name, and its attributes."""
    x, w, _, attributes = drawn(number)
    w_dtype = "int8" if number % 2 else "uint8"
    arrays = {"x": integers(x, "uint8", 1), "w": integers(w, w_dtype, 2)}
    if number % 3:
        arrays["x_zero_point"] = integers((), "uint8", 3)
    return arrays, attributes


@each_number
def test_conv_integer_is_exact(number):
    arrays, attributes = conv_integer(number)
    got = ours("ConvInteger", arrays, **attributes)
    assert got.dtype == np.int32
    np.testing.assert_array_equal(got, exact_sums(arrays, attributes))
    # Zero points of filters, which onnxruntime wants all equal.
    if "x_zero_point" in arrays:
        arrays["w_zero_point"] = integers(arrays["w"].shape[:1], arrays["w"].dtype, 4)
        wanted = exact_sums(arrays, attributes)
        np.testing.assert_array_equal(ours("ConvInteger", arrays, **attributes), wanted)


@beside_onnxruntime("number", NUMBERS)
def test_conv_integer_beside_onnxruntime(number):
    arrays, attributes = conv_integer(number)
    wanted = exact_sums(arrays, attributes)
    np.testing.assert_array_equal(theirs("ConvInteger", arrays, **attributes), wanted)


def exact_sums(arrays, attributes):
    """Return the sums in float64, where they are exact, by `polyconv.conv`."""
    x = arrays["x"].astype("f8") - arrays.get("x_zero_point", 0)
    zero = np.asarray(arrays.get("w_zero_point", 0), "f8")
    w = arrays["w"] - zero.reshape(-1, *(1,) * (arrays["w"].ndim - 1))
    options = conv_options(attributes, w.shape)
    return conv(x, w, backend="im2col", **options).astype("i8").astype("i4")


def qlinear_conv(number):
    """Return the inputs of a random QLinearConv by name, and its attributes."""
    x, w, filters, attributes = drawn(number)
    rng = np.random.default_rng(number)
    x_dtype, w_dtype = (("uint8", "uint8"), ("uint8", "int8"), ("int8", "int8"))[number % 3]
    each = (filters,) if w_dtype == "int8" and number % 2 else ()
    arrays = {
        "x": integers(x, x_dtype, 1),
        "x_scale": np.float32(rng.uniform(0.01, 0.1)),
        "x_zero_point": integers((), x_dtype, 2),
        "w": integers(w, w_dtype, 3),
        "w_scale": rng.uniform(0.01, 0.1, each).astype("f4"),
        # onnxruntime wants those of int8 filters to be 0.
        "w_zero_point": integers(each, w_dtype, 4) if w_dtype == "uint8" else np.zeros(each, "i1"),
        "y_scale": np.float32(rng.uniform(1, 20)),
        "y_zero_point": integers((), x_dtype, 5),
    }
    arrays = {name: np.asarray(array) for name, array in arrays.items()}
    if number % 2:
        arrays["B"] = rng.integers(-9999, 9999, filters).astype("i4")
    return arrays, attributes


def assert_rounded_alike(got, wanted, arrays, attributes):
    """Fail unless results are equal, but for steps of 1 of numbers beside a half."""
    assert got.dtype == wanted.dtype == arrays["y_zero_point"].dtype
    different = np.abs(got.astype(int) - wanted) > 0
    assert np.abs(got.astype(int) - wanted).max(initial=0) <= 1
    assert not (different & ~beside_a_half(arrays, attributes)).any()


@each_number
def test_qlinear_conv_is_the_exact_sums_rounded(number):
    arrays, attributes = qlinear_conv(number)
    zero = arrays["y_zero_point"]
    limits = np.iinfo(zero.dtype)
    wanted = np.rint(scaled_sums(arrays, attributes)) + int(zero)
    wanted = np.clip(wanted, limits.min, limits.max).astype(zero.dtype)
    assert_rounded_alike(ours("QLinearConv", arrays, **attributes), wanted, arrays, attributes)


@beside_onnxruntime("number", NUMBERS)
def test_qlinear_conv_beside_onnxruntime(number):
    arrays, attributes = qlinear_conv(number)
    got = ours("QLinearConv", arrays, **attributes)
    # onnxruntime multiplies in float32, which rounds a few numbers beside a half the other way.
    assert_rounded_alike(got, theirs("QLinearConv", arrays, **attributes), arrays, attributes)


def scaled_sums(arrays, attributes):
    """Return the results of a QLinearConv in float64, before they are rounded."""
    sums = exact_sums(arrays, attributes).astype("f8")
    channels = (-1, *(1,) * (sums.ndim - 2))
    if "B" in arrays:
        sums += arrays["B"].reshape(channels)
    scale = arrays["x_scale"] * arrays["w_scale"].reshape(channels) / arrays["y_scale"]
    return sums * scale.astype("f8")


def beside_a_half(arrays, attributes):
    """Return which results are so near to a half that float32 may round them either way."""
    scaled = scaled_sums(arrays, attributes)
    return np.abs(np.abs(scaled - np.floor(scaled)) - 0.5) <= 2.0**-22 * (1 + np.abs(scaled))


def test_halves_are_rounded_to_even_before_the_zero_point():
    sums = np.array([[[1, 3, -1, 5, 999, -999]]], np.int32)
    scales = np.full((1, 1), 0.5, "f4")
    for zero in (np.int8(1), np.uint8(3)):
        info = np.iinfo(zero.dtype)
        wanted = np.clip(np.array([0, 2, 0, 2, 500, -500]) + int(zero), info.min, info.max)
        got = requantized(sums, scales, np.asarray(zero))
        assert got.dtype == zero.dtype
        assert got.tolist() == [[wanted.tolist()]]


def test_plans_are_kept_for_constants_only(monkeypatch):
    made = []
    original = _floats.plan
    monkeypatch.setattr(_floats, "plan", lambda *a, **o: (made.append(a), original(*a, **o))[1])
    arrays = {"X": random_values((1, 2, 9), "f4", 1), "W": random_values((3, 2, 3), "f4", 2)}
    evaluator = ReferenceEvaluator(model_of("Conv", arrays, ("W",)), new_ops=ops)
    for size in (9, 9, 8, 8, 8):
        x = arrays["X"][..., :size]
        planned = plan(x, arrays["W"])  # plain calls may choose another backend
        np.testing.assert_array_equal(evaluator.run(None, {"X": x})[0], planned(x))
    assert len(made) == 2

    # Weights that are an input may change between two runs.
    made.clear()
    evaluator = ReferenceEvaluator(model_of("Conv", arrays), new_ops=ops)
    for factor in (1, 2):
        arrays["W"] *= factor
        got = evaluator.run(None, arrays)[0]
        np.testing.assert_array_equal(got, conv(arrays["X"], arrays["W"]))
    assert not made


def test_what_is_constant():
    fixed = np.frombuffer(b"12345678", "f4")
    assert is_constant(fixed)
    assert is_constant(fixed[1:].reshape(1, 1))
    array = np.ones(3)
    assert not is_constant(array)
    array.setflags(write=False)
    assert not is_constant(array)  # its owner may allow writing again
    assert not is_constant(np.frombuffer(bytearray(8), "f4"))


@pytest.mark.parametrize("kind", ["ConvTranspose", "ConvInteger", "QLinearConv"])
def test_constant_weights_give_the_same_results(kind):
    arrays = {"x": integers((2, 4, 9), "uint8", 1), "w": integers((4, 2, 3), "uint8", 2)}
    weights = ("w",)
    if kind == "ConvTranspose":
        arrays = {name: array.astype("f4") for name, array in arrays.items()}
    if kind == "QLinearConv":
        scale, zero = np.asarray(np.float32(0.5)), np.asarray(np.uint8(7))
        arrays = {"x": arrays["x"], "xs": scale, "xz": zero, "w": arrays["w"], "ws": scale}
        arrays |= {"wz": zero, "y_scale": scale * 999, "y_zero_point": zero}
        weights = ("w", "ws", "wz")
    wanted = ours(kind, arrays, group=2)
    model = model_of(kind, arrays, weights, group=2)
    evaluator = ReferenceEvaluator(model, new_ops=ops)
    feed = {name: array for name, array in arrays.items() if name not in weights}
    for _ in range(3):
        np.testing.assert_array_equal(evaluator.run(None, feed)[0], wanted)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_dtypes(dtype):
    x, w = random_values((1, 2, 9), dtype, 1), random_values((3, 2, 3), dtype, 2)
    model = model_of("Conv", {"X": x, "W": w})
    got = ReferenceEvaluator(model, new_ops=ops).run(None, {"X": x, "W": w})[0]
    assert got.dtype == dtype
    np.testing.assert_array_equal(got, conv(x, w))
