"""MaxPool and AveragePool of `polyconv.onnx.ops`: node tests, onnxruntime, and plain sums."""

from itertools import product

import numpy as np
import pytest

pytest.importorskip("onnx")

from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

from polyconv import set_backend
from polyconv.onnx import ops
from support.agreement import random_values
from support.onnx_nodes import (
    all_of_ours,
    all_of_theirs,
    beside_onnxruntime,
    model_of,
    node_tests,
    ours,
)

NODE_TESTS = node_tests(
    ("maxpool", "averagepool"), r"^test_(maxpool|averagepool|MaxPool|AvgPool|operator_maxpool)"
)
KINDS = ("maxpool_1d", "maxpool_2d", "maxpool_3d", "argmax", "averagepool_1d", "averagepool_3d")


@pytest.mark.parametrize("name", NODE_TESTS)
def test_onnx_node(name):
    NODE_TESTS[name](None)


def test_there_are_as_many_node_tests_as_expected():
    assert len(NODE_TESTS) >= 40
    assert all(any(kind in name for name in NODE_TESTS) for kind in KINDS)


def drawn(number, same_has_dilations=True):
    """Return the kind of a random node, its input, and its attributes."""
    rng = np.random.default_rng(number)
    kind, rank = ("MaxPool", "AveragePool")[number % 2], int(rng.integers(1, 4))
    kernel, strides, dilations = (rng.integers(1, high, rank) for high in (5, 4, 3))
    sizes = (kernel - 1) * dilations + rng.integers(1, 8, rank)
    attributes = {"kernel_shape": kernel.tolist(), "ceil_mode": int(rng.integers(2))}
    padded = ("NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID")[number // 2 % 4]
    if padded == "NOTSET":
        attributes["pads"] = [int(rng.integers(0, k)) for k in (*kernel, *kernel)]
    else:
        attributes["auto_pad"] = padded
    if "SAME" in padded:
        # onnxruntime crops before and after where the kernel is shorter than the stride.
        strides = np.minimum(strides, kernel)
    if rng.random() < 0.8:
        attributes["strides"] = strides.tolist()
    if rng.random() < 0.6 and ("SAME" not in padded or same_has_dilations):
        attributes["dilations"] = dilations.tolist()
    dtype = "float32"
    if kind == "MaxPool":
        attributes["indices"] = bool(rng.integers(2))
        attributes["storage_order"] = int(rng.integers(2))
        dtype = str(rng.choice(["float32", "float64", "int8", "uint8"]))
    else:
        attributes["count_include_pad"] = int(rng.integers(2))
    # Few values: many windows hold their maximum twice.
    x = rng.integers(-9, 9, (2, 3, *sizes)).astype(dtype)
    return kind, x, attributes


NUMBERS = [*range(40), *(pytest.param(n, marks=pytest.mark.slow) for n in range(40, 1000))]


@beside_onnxruntime("number", NUMBERS)
def test_pooling_beside_onnxruntime(number):
    # onnxruntime leaves the dilation out of the padding of SAME.
    kind, x, attributes = drawn(number, same_has_dilations=False)
    got = all_of_ours(kind, {"X": x}, **attributes)
    wanted = all_of_theirs(kind, {"X": x}, **attributes)
    for one, other in zip(got, wanted, strict=True):
        assert one.dtype == other.dtype
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("number", NUMBERS)
def test_pooling_is_that_of_each_window(number):
    kind, x, attributes = drawn(number)
    got = all_of_ours(kind, {"X": x}, **attributes)
    wanted = by_windows(kind, x, got[0].shape[2:], attributes)
    np.testing.assert_allclose(got[0], wanted, rtol=1e-6, atol=1e-6)
    if len(got) == 2:
        held = got[1] >= 0
        assert (got[0][held] == at_indices(x, got[1], attributes["storage_order"])[held]).all()


def by_windows(kind, x, out, attributes):
    """Return the results of the definition, of windows of an array that is padded with NaN."""
    kernel = attributes["kernel_shape"]
    rank = len(kernel)
    strides, dilations = (attributes.get(n, [1] * rank) for n in ("strides", "dilations"))
    before, behind = padding(x.shape[2:], out, attributes, strides, dilations)
    # Padding that counts is 0; what `ceil_mode` needs after it is NaN.
    inner = 0.0 if attributes.get("count_include_pad") else np.nan
    far = [k * d + s for k, d, s in zip(kernel, dilations, strides, strict=True)]
    wide = x.astype("f8")
    pads = zip(before, behind, strict=True)
    wide = np.pad(wide, ((0, 0), (0, 0), *pads), constant_values=inner)
    wide = np.pad(wide, ((0, 0), (0, 0), *((0, f) for f in far)), constant_values=np.nan)
    reduce = np.nanmax if kind == "MaxPool" else np.nanmean
    result = np.empty((*x.shape[:2], *out))
    for place in np.ndindex(*out):
        window = tuple(
            slice(o * s, o * s + d * (k - 1) + 1, d)
            for o, s, d, k in zip(place, strides, dilations, kernel, strict=True)
        )
        values = wide[..., *window].reshape(*x.shape[:2], -1)
        empty = np.isnan(values).all()
        none = -np.inf if x.dtype.kind == "f" else np.iinfo(x.dtype).min
        result[..., *place] = none if empty else reduce(values, axis=-1)
    return result


def padding(sizes, out, attributes, strides, dilations):
    """Return the elements added before and after each axis."""
    rank, auto = len(sizes), attributes.get("auto_pad", "NOTSET")
    if auto == "NOTSET":
        return attributes["pads"][:rank], attributes["pads"][rank:]
    if auto == "VALID":
        return [0] * rank, [0] * rank
    rows = zip(out, strides, attributes["kernel_shape"], dilations, sizes, strict=True)
    total = [max((o - 1) * s + (k - 1) * d + 1 - n, 0) for o, s, k, d, n in rows]
    less, more = [t // 2 for t in total], [t - t // 2 for t in total]
    return (less, more) if auto == "SAME_UPPER" else (more, less)


def at_indices(x, indices, column_major):
    """Return the elements of an input at the places that a MaxPool tells."""
    images = x.reshape(-1, *x.shape[2:])
    flat = np.concatenate([each.ravel("F" if column_major else "C") for each in images])
    return flat[indices]


@pytest.mark.parametrize(("padded", "ceil_mode"), [*product(("UPPER", "LOWER"), (0, 1))])
def test_same_keeps_the_size_divided_by_the_stride(padded, ceil_mode):
    x = random_values((1, 1, 7), "float32", 1)
    for kind, dilation in product(("MaxPool", "AveragePool"), (1, 2)):
        options = {"auto_pad": f"SAME_{padded}", "ceil_mode": ceil_mode, "dilations": [dilation]}
        y = ours(kind, {"X": x}, kernel_shape=[2], strides=[3], **options)
        assert y.shape == (1, 1, 3)


def test_a_nan_is_the_result_of_windows_that_hold_it():
    x = np.float32([[[1, np.nan, 2, 3, 4, np.nan]]])
    for kind, others in (("MaxPool", [3, 4]), ("AveragePool", [2.5, 3.5])):
        y = ours(kind, {"X": x}, kernel_shape=[2])
        np.testing.assert_array_equal(y, [[[np.nan, np.nan, *others, np.nan]]])
    y, indices = all_of_ours("MaxPool", {"X": x}, indices=True, kernel_shape=[2])
    np.testing.assert_array_equal(y, [[[np.nan, np.nan, 3, 4, np.nan]]])
    assert indices.tolist() == [[[1, 1, 3, 4, 5]]]


def test_infinities_are_maxima_and_averages():
    x = np.float32([[[-np.inf, -np.inf, 1, np.inf, 2]]])
    y = ours("MaxPool", {"X": x}, kernel_shape=[2])
    assert y.tolist() == [[[-np.inf, 1, np.inf, np.inf]]]
    y, indices = all_of_ours("MaxPool", {"X": x}, indices=True, kernel_shape=[2])
    assert y.tolist() == [[[-np.inf, 1, np.inf, np.inf]]]
    assert indices.tolist() == [[[0, 2, 3, 3]]]
    y = ours("AveragePool", {"X": x}, kernel_shape=[2])
    assert y.tolist() == [[[-np.inf, -np.inf, np.inf, np.inf]]]


def test_windows_without_an_element():
    x = np.float32([[[-5]]])
    options = {"kernel_shape": [2], "dilations": [2], "pads": [1, 1]}
    y, indices = all_of_ours("MaxPool", {"X": x}, indices=True, **options)
    assert (y.tolist(), indices.tolist()) == ([[[-np.inf]]], [[[-1]]])
    assert np.isnan(ours("AveragePool", {"X": x}, **options)).all()
    assert ours("AveragePool", {"X": x}, count_include_pad=1, **options).tolist() == [[[0]]]


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_dtypes(dtype):
    x = np.full((1, 2, 9), 30000, dtype)  # float16 holds no sum of three
    for kind in ("MaxPool", "AveragePool"):
        y = ours(kind, {"X": x}, kernel_shape=[3])
        assert y.dtype == dtype
        assert (y == 30000).all()


def test_bfloat16():
    bfloat16 = helper.tensor_dtype_to_np_dtype(TensorProto.BFLOAT16)
    x = np.array([[[1, 2, -4, 1]]], bfloat16)
    for kind, wanted in (("MaxPool", [2, 2, 1]), ("AveragePool", [1.5, -1, -1.5])):
        y = ours(kind, {"X": x}, kernel_shape=[2])
        assert y.dtype == bfloat16
        assert y.astype("f4").tolist() == [[wanted]]


def test_old_opsets():
    x = random_values((1, 2, 9), "float32", 1)
    for kind, opset in product(("MaxPool", "AveragePool"), (1, 7, 8, 10, 11, 12, 19, 22)):
        model = model_of(kind, {"X": x}, kernel_shape=[3])
        model.opset_import[0].version = opset
        got = ReferenceEvaluator(model, new_ops=ops).run(None, {"X": x})[0]
        np.testing.assert_array_equal(got, ours(kind, {"X": x}, kernel_shape=[3]))


def test_windows_without_an_element_have_no_average_by_any_backend():
    x = random_values((1, 1, 64), "float32", 1)
    with set_backend("fft"):
        y = ours("AveragePool", {"X": x}, kernel_shape=[3], pads=[8, 8])
    assert np.isnan(y[..., :6]).all()
    assert np.isfinite(y[..., 6:-6]).all()


def test_counts_beyond_the_integers_of_float32():
    x = np.ones((1, 1, 2**24 + 1), "f8")
    assert ours("AveragePool", {"X": x}, kernel_shape=[2**24 + 1]).item() == 1


def test_an_empty_axis_that_is_padded():
    x = np.zeros((1, 3, 0), "f4")
    y = ours("AveragePool", {"X": x}, kernel_shape=[2], pads=[1, 1])
    assert y.shape == (1, 3, 1)
    assert np.isnan(y).all()
    assert (ours("MaxPool", {"X": x}, kernel_shape=[2], pads=[1, 1]) == -np.inf).all()


def test_four_spatial_axes_have_no_average():
    with pytest.raises(ValueError, match="X has shape"):
        ours("AveragePool", {"X": np.ones((1, 1, 2, 2, 2, 2), "f4")}, kernel_shape=[1] * 4)
