"""The operator Gemm, a network's fully connected layers: a 1x1 convolution of rows of pixels.

By NumPy it would run on the threads of a BLAS library. These spin for some 25 ms after their last
product, and so keep polyconv's workers from the cores they need for a network's next run.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx.reference.op_run import OpRun

from polyconv._api import conv1d, plan

from ._prepared import Prepared

__all__ = ["Gemm"]

Array = NDArray[Any]

_LAST: Any = {"data_format": "channels_last"}


class Gemm(OpRun):  # type: ignore[misc]
    """ONNX's Gemm, of all opsets. Products of integers are NumPy's."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._prepared = Prepared()

    def _run(
        self,
        A: Array,
        B: Array,
        C: Array | None = None,
        alpha: float | None = None,
        beta: float | None = None,
        transA: int | None = None,
        transB: int | None = None,
        broadcast: int | None = None,
    ) -> tuple[Array]:
        a, b = A.T if transA else A, B.T if transB else B
        y: Array = self._convolved(a, b, B) if _is_conv(a, b) else a @ b
        if alpha is not None and alpha != 1:
            y = (y * alpha).astype(A.dtype, copy=False)
        if C is None or beta == 0:
            return (y,)
        if broadcast == 0 and C.shape != y.shape:
            raise ValueError(f"C has shape {C.shape}; allowed with broadcast=0: {y.shape}")
        scaled = C if beta is None or beta == 1 else C * beta
        return (np.add(y, scaled).astype(A.dtype, copy=False),)

    def _convolved(self, a: Array, b: Array, constant: Array) -> Array:
        """Return ``a @ b``: each row of `a` is a pixel. The plan is kept if B is a constant."""
        x, w = a[None], b[None]
        planned = self._prepared((constant,), (a.shape, a.dtype), lambda: plan(x, w, **_LAST))
        rows: Array = (conv1d(x, w, **_LAST) if planned is None else planned(x))[0]
        return rows


def _is_conv(a: Array, b: Array) -> bool:
    """Return True for floats, unless an axis is empty."""
    return a.dtype.kind not in "iu" and a.size > 0 and b.size > 0
