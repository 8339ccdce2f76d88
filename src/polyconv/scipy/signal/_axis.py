"""One filter, or several, along one axis of an array of any rank."""

import math
import operator
from typing import Any

from numpy.typing import NDArray

from polyconv._api import conv

__all__ = ["axis_of", "correlated_along"]


def axis_of(x: NDArray[Any], axis: Any) -> int | None:
    """Return `axis` counted from 0, or None if `x` has no such axis."""
    try:
        number = operator.index(axis)
    except TypeError:
        return None
    return number % x.ndim if -x.ndim <= number < x.ndim else None


def correlated_along(
    x: NDArray[Any],
    w: NDArray[Any],
    axis: int,
    pads: tuple[int, int],
    *,
    flip: bool = False,
    **options: Any,
) -> NDArray[Any]:
    """Return the correlation of `x` with the filter `w` of one axis, along `axis`.

    `pads` are the elements added before and after, `options` those of `conv`. A stride is one
    number.
    """
    n, shape = x.shape[axis], x.shape
    after = math.prod(shape[axis + 1 :])
    if after == 1:
        y = conv(x.reshape(-1, 1, n), w[None, None], padding=(pads,), flip=flip, **options)
        return y.reshape(*shape[:axis], y.shape[2], *shape[axis + 1 :])
    if "stride" in options:
        options["stride"] = (options["stride"], 1)
    y = conv(
        x.reshape(-1, 1, n, after),
        w[None, None, :, None],
        padding=(pads, (0, 0)),
        flip=flip,
        **options,
    )
    return y.reshape(*shape[:axis], y.shape[2], *shape[axis + 1 :])
