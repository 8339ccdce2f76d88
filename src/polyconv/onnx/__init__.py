"""Operators for ONNX's reference evaluator, computed by polyconv.

``ReferenceEvaluator(model, new_ops=polyconv.onnx.ops)`` takes these for a model's Conv,
ConvTranspose, ConvInteger, QLinearConv, MaxPool, AveragePool and Gemm nodes, in all of their
opsets::

    _attributes   a node's attributes as polyconv's options; `polyconv tune` reads them, too
    _prepared     plans that a node keeps while its weights are constants
    _floats       Conv, ConvTranspose
    _integers     ConvInteger, QLinearConv
    _pooling      MaxPool, AveragePool
    _gemm         Gemm

Needs onnx: ``pip install 'polyconv[onnx]'``.
"""

from onnx.reference.op_run import OpRun

from ._floats import Conv, ConvTranspose
from ._gemm import Gemm
from ._integers import ConvInteger, QLinearConv
from ._pooling import AveragePool, MaxPool

__all__ = ["ops"]

ops: list[type[OpRun]] = [
    Conv,
    ConvTranspose,
    ConvInteger,
    QLinearConv,
    MaxPool,
    AveragePool,
    Gemm,
]
"""Classes for the argument `new_ops` of `onnx.reference.ReferenceEvaluator`."""
