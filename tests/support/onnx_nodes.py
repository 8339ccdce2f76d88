"""ONNX's own node tests, and models of one node, for polyconv's operators and for onnxruntime."""

import importlib
import unittest.mock
from importlib.util import find_spec

import numpy as np
import onnx.backend.base
import onnx.backend.test
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from polyconv.onnx import ops


class Backend(onnx.backend.base.Backend):
    """The reference evaluator with polyconv's operators, as onnx.backend.test wants it."""

    @classmethod
    def prepare(cls, model, device="CPU", **options):
        evaluator = ReferenceEvaluator(model, new_ops=ops)

        class Rep(onnx.backend.base.BackendRep):
            def run(self, inputs, **options):
                # Initialisers of old models are inputs, too; they come last.
                feed = dict(zip(evaluator.input_names, inputs, strict=False))
                return evaluator.run(None, feed)

        return Rep()

    @classmethod
    def supports_device(cls, device):
        return device == "CPU"


def node_tests(cases, pattern):
    """Return ONNX's tests by name: those of modules `cases` that match a pattern.

    Cases of other operators are not made: it takes five seconds.
    """

    def load(package):
        for name in cases:
            importlib.import_module(f"{package.__name__}.{name}")

    with unittest.mock.patch("onnx.backend.test.loader.import_recursive", load):
        tests = onnx.backend.test.BackendTest(Backend, __name__)
    tests.include(pattern)
    return {
        name: function
        for case in tests.test_cases.values()
        for name, function in vars(case).items()
        if name.startswith("test_") and not getattr(function, "__unittest_skip__", False)
    }


def model_of(kind, arrays, initialisers=(), indices=False, **attributes):
    """Return a model of one node; `arrays` are its inputs by name, some of them constants.

    With `indices` it has a second output, of int64.
    """
    results = ["result", "indices"][: 1 + indices]
    node = helper.make_node(kind, list(arrays), results, **attributes)
    result = {"QLinearConv": arrays.get("y_zero_point", next(iter(arrays.values()))).dtype}
    result["ConvInteger"] = np.dtype(np.int32)
    dtype = helper.np_dtype_to_tensor_dtype(result.get(kind, next(iter(arrays.values())).dtype))
    graph = helper.make_graph(
        [node],
        "one node",
        [
            helper.make_tensor_value_info(
                name, helper.np_dtype_to_tensor_dtype(array.dtype), array.shape
            )
            for name, array in arrays.items()
            if name not in initialisers
        ],
        [
            helper.make_tensor_value_info(name, each, None)
            for name, each in zip(results, (dtype, TensorProto.INT64), strict=False)
        ],
        initializer=[numpy_helper.from_array(arrays[name], name) for name in initialisers],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)


def ours(kind, arrays, initialisers=(), **attributes):
    """Return the result of a node by polyconv's operators, the first if it has two."""
    return all_of_ours(kind, arrays, initialisers, **attributes)[0]


def all_of_ours(kind, arrays, initialisers=(), **attributes):
    """Return the results of a node by polyconv's operators."""
    model = model_of(kind, arrays, initialisers, **attributes)
    feed = {name: array for name, array in arrays.items() if name not in initialisers}
    return ReferenceEvaluator(model, new_ops=ops).run(None, feed)


def theirs(kind, arrays, **attributes):
    """Return the result of a node by onnxruntime, the first if it has two."""
    return all_of_theirs(kind, arrays, **attributes)[0]


def all_of_theirs(kind, arrays, **attributes):
    """Return the results of a node by onnxruntime."""
    runtime = importlib.import_module("onnxruntime")
    model = model_of(kind, arrays, **attributes).SerializeToString()
    options = runtime.SessionOptions()
    options.log_severity_level = 4
    session = runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session.run(None, arrays)


def beside_onnxruntime(name, values):
    """Parametrize a test that compares with onnxruntime: where that is missing, by one skip."""
    if find_spec("onnxruntime") is None:
        skipped = pytest.mark.skip(reason="onnxruntime is not installed")
        values = [pytest.param(None, marks=skipped)]
    return pytest.mark.parametrize(name, values)
