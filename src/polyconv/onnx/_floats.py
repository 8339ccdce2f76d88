"""The operators Conv and ConvTranspose, on floats."""

from dataclasses import replace
from typing import Any

from numpy.typing import NDArray
from onnx.reference.op_run import OpRun

from polyconv._api import conv, plan
from polyconv._arrays import as_array, as_bias
from polyconv.transposed._plan import plan_of
from polyconv.transposed._problem import make_transposed

from ._attributes import conv_options, transposed_options
from ._prepared import Prepared

__all__ = ["Conv", "ConvTranspose"]

Array = NDArray[Any]


class Conv(OpRun):  # type: ignore[misc]
    """ONNX's Conv, of all opsets."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._prepared = Prepared()

    def _run(self, X: Array, W: Array, B: Array | None = None, **attributes: Any) -> tuple[Array]:
        options = conv_options(attributes, W.shape)
        key = X.shape, X.dtype, options
        planned = self._prepared((W, B), key, lambda: plan(X, W, B, **options))
        return (conv(X, W, B, **options) if planned is None else planned(X),)


class ConvTranspose(OpRun):  # type: ignore[misc]
    """ONNX's ConvTranspose, of all opsets."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._prepared = Prepared()

    def _run(self, X: Array, W: Array, B: Array | None = None, **attributes: Any) -> tuple[Array]:
        x, w = as_array("X", X), as_array("W", W)
        options, start, out = transposed_options(attributes, x.shape, w.shape)
        t = make_transposed(x.shape, x.dtype, w.shape, w.dtype, **options)
        t = replace(t, start=start, out=out)
        bias = None if B is None else as_bias(t, B)
        t.require_memory()
        planned = self._prepared((W, B), t, lambda: plan_of(t, x, w, bias))
        return ((plan_of(t, x, w, bias) if planned is None else planned)(x),)
