"""Gemm of `polyconv.onnx.ops`: node tests, the definition in float64, and its attributes."""

from itertools import product

import numpy as np
import pytest

pytest.importorskip("onnx")

from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

from polyconv.onnx import ops
from support.agreement import random_values
from support.onnx_nodes import beside_onnxruntime, model_of, node_tests, ours, theirs

NODE_TESTS = node_tests(("gemm",), r"^test_gemm")


@pytest.mark.parametrize("name", NODE_TESTS)
def test_onnx_node(name):
    NODE_TESTS[name](None)


def test_there_are_as_many_node_tests_as_expected():
    assert len(NODE_TESTS) >= 11


def drawn(number, dtype="float32"):
    """Return the inputs of a random node and its attributes."""
    rng = np.random.default_rng(number)
    rows, channels, results = (int(n) for n in rng.integers(1, (6, 40, 40)))
    attributes = {"transA": int(rng.integers(2)), "transB": int(rng.integers(2))}
    if rng.random() < 0.5:
        attributes |= {"alpha": 0.5, "beta": float(rng.choice([0, 1, 1.5]))}
    a, b = (rows, channels), (channels, results)
    shapes = {
        "A": a[::-1] if attributes["transA"] else a,
        "B": b[::-1] if attributes["transB"] else b,
    }
    added = [None, (), (1,), (results,), (1, results), (rows, 1), (rows, results)]
    shape = added[rng.integers(len(added))]
    if shape is not None:
        shapes["C"] = shape
    names = enumerate(shapes.items())
    arrays = {name: random_values(shape, dtype, 9 * number + n) for n, (name, shape) in names}
    return arrays, attributes


def by_definition(arrays, transA=0, transB=0, alpha=1.0, beta=1.0):
    """Return the standard's formula in float64."""
    a, b = arrays["A"].astype("f8"), arrays["B"].astype("f8")
    y = alpha * ((a.T if transA else a) @ (b.T if transB else b))
    return y + beta * arrays["C"].astype("f8") if "C" in arrays else y


NUMBERS = [*range(40), *(pytest.param(n, marks=pytest.mark.slow) for n in range(40, 400))]


@pytest.mark.parametrize("number", NUMBERS)
def test_gemm_is_that_of_the_definition(number):
    dtype = ("float32", "float64")[number % 2]
    arrays, attributes = drawn(number, dtype)
    for constants in ((), ("B",), tuple(name for name in arrays if name != "A")):
        got = ours("Gemm", arrays, constants, **attributes)
        assert got.dtype == dtype
        atol = 1e-5 if dtype == "float32" else 1e-13
        np.testing.assert_allclose(got, by_definition(arrays, **attributes), 1e-5, atol)


@beside_onnxruntime("number", NUMBERS)
def test_gemm_beside_onnxruntime(number):
    arrays, attributes = drawn(number)
    got, wanted = ours("Gemm", arrays, **attributes), theirs("Gemm", arrays, **attributes)
    assert (got.shape, got.dtype) == (wanted.shape, wanted.dtype)
    np.testing.assert_allclose(got, wanted, rtol=1e-5, atol=1e-5)


def test_a_constant_is_kept_for_one_shape_of_rows():
    arrays, _ = drawn(1)
    b = np.ascontiguousarray(arrays["B"])
    model = model_of("Gemm", {"A": np.zeros((2, b.shape[0]), "f4"), "B": b}, ["B"])
    evaluator = ReferenceEvaluator(model, new_ops=ops)
    for rows in (2, 2, 3, 1):
        a = random_values((rows, b.shape[0]), "float32", rows)
        np.testing.assert_allclose(evaluator.run(None, {"A": a})[0], a @ b, 1e-5, 1e-5)


def test_b_that_is_fed_may_change():
    a, b = (random_values((3, 3), "float32", n) for n in (1, 2))
    evaluator = ReferenceEvaluator(model_of("Gemm", {"A": a, "B": b}), new_ops=ops)
    for fed in (b, -b):
        got = evaluator.run(None, {"A": a, "B": fed})[0]
        np.testing.assert_allclose(got, a @ fed, 1e-5, 1e-5)


@pytest.mark.parametrize("dtype", ["int32", "int64", "uint32", "uint64"])
def test_integers_wrap_as_numpys(dtype):
    rng = np.random.default_rng(3)
    a, b = (rng.integers(0, np.iinfo(dtype).max, (4, 4), dtype) for _ in range(2))
    got = ours("Gemm", {"A": a, "B": b}, transB=1)
    assert got.dtype == dtype
    np.testing.assert_array_equal(got, a @ b.T)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_short_floats(dtype):
    made = helper.tensor_dtype_to_np_dtype(getattr(TensorProto, dtype.upper()))
    arrays = {"A": np.array([[1, 2], [3, -4]], made), "B": np.array([[0.5, 1], [2, 4]], made)}
    got = ours("Gemm", arrays | {"C": np.array([1, -1], made)}, alpha=2.0)
    assert got.dtype == made
    assert got.astype("f8").tolist() == [[10, 17], [-12, -27]]


def test_a_nan_spoils_its_row_and_its_column():
    a, b = (np.ones((3, 3), "f4") for _ in range(2))
    a[0, 1] = np.nan
    b[1, 2] = np.inf
    got = ours("Gemm", {"A": a, "B": b})
    np.testing.assert_array_equal(got, a @ b)


def test_no_channel_leaves_what_is_added():
    arrays = {"A": np.zeros((2, 0), "f4"), "B": np.zeros((0, 3), "f4"), "C": np.float32([1, 2, 3])}
    assert ours("Gemm", arrays).tolist() == [[1, 2, 3]] * 2


def test_old_opsets():
    a, b = (random_values((3, 3), "float32", n) for n in (1, 2))
    c = random_values((3, 3), "float32", 3)
    arrays = {"A": a, "B": b, "C": c}
    for opset, broadcast in product((1, 6, 7, 9, 11, 13), (0, 1)):
        if opset > 6 and broadcast:
            continue
        model = model_of("Gemm", arrays, **({"broadcast": 1} if broadcast else {}))
        model.opset_import[0].version = opset
        got = ReferenceEvaluator(model, new_ops=ops).run(None, arrays)[0]
        np.testing.assert_allclose(got, a @ b + c, 1e-5, 1e-5)


def test_c_of_another_shape_needs_broadcast():
    arrays = {"A": np.ones((2, 2), "f4"), "B": np.ones((2, 2), "f4"), "C": np.ones(2, "f4")}
    model = model_of("Gemm", arrays, broadcast=0)
    model.opset_import[0].version = 6
    evaluator = ReferenceEvaluator(model, new_ops=ops)
    with pytest.raises(ValueError, match=r"C has shape \(2,\); allowed with broadcast=0: \(2, 2\)"):
        evaluator.run(None, arrays)
