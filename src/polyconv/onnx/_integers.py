"""The operators ConvInteger and QLinearConv: exact sums of quantized numbers.

A zero point is subtracted first, which leaves 9 bits and a sign. Products and sums are then exact
modulo 2^32, as the standard allows. Padding is by the zero point, which is 0 after the subtraction.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx.reference.op_run import OpRun

from polyconv._api import conv, plan

from ._attributes import conv_options
from ._prepared import Prepared

__all__ = ["ConvInteger", "QLinearConv"]

Array = NDArray[Any]


class _Quantized(OpRun):  # type: ignore[misc]
    """The sums of products that both operators begin with."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._prepared = Prepared()

    def _sums(
        self,
        x: Array,
        x_zero: Array | None,
        w: Array,
        w_zero: Array | None,
        bias: Array | None,
        attributes: dict[str, Any],
    ) -> Array:
        """Return the convolution of both arrays less their zero points, in int32."""
        options = conv_options(attributes, w.shape)
        for name, array in (("x", x), ("w", w)):
            if array.dtype not in (np.int8, np.uint8):
                raise ValueError(f"{name} has dtype {array.dtype}; allowed: int8, uint8")
        if x_zero is not None and np.size(x_zero) != 1:
            raise ValueError(f"x_zero_point has shape {np.shape(x_zero)}; allowed: one number")
        from_x = _minus(x, x_zero)

        def filters() -> Array:
            return _minus(w, None if w_zero is None else per_filter("w_zero_point", w_zero, w))

        key = from_x.shape, from_x.dtype, options
        planned = self._prepared(
            (w, w_zero, bias),
            key,
            lambda: plan(from_x, filters(), bias, dtype=np.int32, **options),
        )
        if planned is None:
            return conv(from_x, filters(), bias, dtype=np.int32, **options)
        sums: Array = planned(from_x)
        return sums


class ConvInteger(_Quantized):
    """ONNX's ConvInteger."""

    def _run(
        self,
        x: Array,
        w: Array,
        x_zero_point: Array | None = None,
        w_zero_point: Array | None = None,
        **attributes: Any,
    ) -> tuple[Array]:
        return (self._sums(x, x_zero_point, w, w_zero_point, None, attributes),)


class QLinearConv(_Quantized):
    """ONNX's QLinearConv.

    A sum is multiplied by ``x_scale * w_scale / y_scale``, rounded to the nearest integer (to the
    even one of two), and saturated after adding ``y_zero_point``. The factor is rounded to float32,
    as other implementations have it; the product is in float64, where it is not rounded.
    """

    def _run(
        self,
        x: Array,
        x_scale: Array,
        x_zero_point: Array,
        w: Array,
        w_scale: Array,
        w_zero_point: Array,
        y_scale: Array,
        y_zero_point: Array,
        B: Array | None = None,
        **attributes: Any,
    ) -> tuple[Array]:
        for name, value in (("x_scale", x_scale), ("y_scale", y_scale)):
            if np.size(value) != 1:
                raise ValueError(f"{name} has shape {np.shape(value)}; allowed: one number")
        if np.size(y_zero_point) != 1:
            raise ValueError(
                f"y_zero_point has shape {np.shape(y_zero_point)}; allowed: one number"
            )
        if y_zero_point.dtype not in (np.int8, np.uint8):
            raise ValueError(f"y_zero_point has dtype {y_zero_point.dtype}; allowed: int8, uint8")
        scales = np.float32(1) * per_filter("w_scale", w_scale, w)[:, 0]
        scales = np.float32(np.reshape(x_scale, ())) * scales / np.float32(np.reshape(y_scale, ()))
        sums = self._sums(x, x_zero_point, w, w_zero_point, B, attributes)
        return (requantized(sums, scales, y_zero_point.reshape(())),)


def _minus(array: Array, zero: Array | None) -> Array:
    """Return an array less its zero point, without a copy if that is 0."""
    if zero is None or not np.any(zero):
        return array
    return np.subtract(array, zero, dtype=np.int16)


def per_filter(name: str, value: Array, w: Array) -> Array:
    """Return one number, or one for each filter of `w`, so that it broadcasts against `w`."""
    if np.size(value) != 1 and np.shape(value) != (len(w),):
        raise ValueError(
            f"{name} has shape {np.shape(value)}; allowed: one number, or ({len(w)},), one for "
            "each filter"
        )
    return np.reshape(value, (-1, *(1,) * (w.ndim - 1)))


def requantized(sums: Array, scales: Array, zero: Array) -> Array:
    """Return ``saturate(round(sums * scales) + zero)``; `scales` broadcast against an image."""
    info = np.iinfo(zero.dtype)
    result = np.empty(sums.shape, zero.dtype)
    for image, of_image in zip(result, sums, strict=True):
        scaled = of_image * scales.astype(np.float64)
        np.rint(scaled, out=scaled)
        scaled += int(zero)
        np.clip(scaled, info.min, info.max, out=image, casting="unsafe")
    return result
