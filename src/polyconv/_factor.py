"""`factor`: the outer products of filters, for users; `_structure` finds them."""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._arguments import budget
from ._arrays import as_array
from ._dtypes import accumulator_dtype, default_rtol, result_dtype
from ._structure import RTOL_SHARE, Factors, factorise

__all__ = ["factor"]


def factor(w: ArrayLike, rtol: float | None = None) -> Factors:
    """Write filters as sums of outer products: of one vector for each axis, if they are separable.

    A separable filter, such as a Gaussian, a box or a Sobel filter, is a column times a row. Its
    convolution is one along the columns and one along the rows, with ``height + width`` products
    for each output instead of ``height * width``. Other filters are sums of several such products;
    their number is the rank.

    `conv` and `plan` look for these products themselves. `factor` shows what they find, and gives
    the vectors to libraries that want them, such as OpenCV's ``sepFilter2D``.

    Parameters
    ----------
    w : array_like
        One kernel of shape ``(height, width)`` or ``(depth, height, width)``; or filters with
        channels of shape ``(K, C // groups, *kernel)``, with two or three axes of the kernel.
    rtol : float, optional
        Outer products are added until they differ from each filter by at most ``rtol * sum|w_k|``,
        or no more are possible. By default the residual that `conv` allows, about 8 roundings:
        4.7e-7 in single, 8.8e-16 in double, 3.1e-5 in half precision. Integers are factored into
        integers, exactly.

    Returns
    -------
    factors : namedtuple
        ``axes``: an array for each axis of the kernel, of shape ``(rank, size)``, or ``(K, C //
        groups, rank, size)`` for filters with channels. Outer product r is that of the vectors r of
        all axes; where filters differ in rank, some are zeros. The last axis carries the size: the
        vectors of the others have no element above 1, or are integers without a common divisor.
        The dtype is float64, complex128 or int64.

        ``residual``: bound on the sum of the magnitudes of what the products leave, in units of
        ``sum|w_k|``, for output channel k; the largest of all channels.

    Raises
    ------
    ValueError
        If `w` has another number of axes, an empty axis, or an element that is not finite; or if
        its integers have no factors within 64 bits.
    TypeError
        If `w` is no array of numbers, or `rtol` no number.

    Notes
    -----
    The products are found by cross approximation: the largest element of what is left marks a
    column and a row, whose product is subtracted. In three dimensions the columns are those of the
    first axis by the others, and the row is itself a filter; so their number may be larger than the
    least possible.

    Examples
    --------
    The vectors for ``cv2.sepFilter2D(x, -1, kernelX=row, kernelY=column)``:

    >>> import numpy as np
    >>> from polyconv import factor
    >>> sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    >>> (column,), (row,) = factor(sobel).axes
    >>> column, row
    (array([1, 2, 1]), array([-1,  0,  1]))

    A Laplacian is a sum of two products, which is no less work for 3x3 taps:

    >>> laplacian = np.array([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
    >>> columns, rows = factor(laplacian).axes
    >>> bool(np.allclose(columns.T @ rows, laplacian))
    True
    >>> len(rows)
    2
    """
    array = as_array("w", w)
    if array.ndim not in (2, 3, 4, 5):
        raise ValueError(
            f"w has shape {array.shape}; allowed: (height, width), (depth, height, width), or 4 or "
            "5 axes, (K, C // groups, *kernel)"
        )
    if 0 in array.shape:
        raise ValueError(f"w has shape {array.shape}; allowed: at least 1 element on every axis")
    if array.dtype.kind not in "biu" and not np.isfinite(array.astype(np.complex128)).all():
        raise ValueError("w has elements that are not finite; allowed: finite numbers")
    result = result_dtype(array.dtype, array.dtype)
    limit = RTOL_SHARE * default_rtol(result) if rtol is None else budget(rtol)
    with_channels = array.ndim > 3
    canonical = array if with_channels else array[None, None]
    axes, residual = _factorised(canonical, accumulator_dtype(result), limit)
    return Factors(axes if with_channels else tuple(axis[0, 0] for axis in axes), residual)


def _factorised(w: NDArray[Any], accumulator: np.dtype[Any], limit: float) -> Factors:
    """Return the factors whose residual is at most `limit`, or the least one possible."""
    kernel = w.shape[2:]
    rank = math.prod(kernel) // max(kernel)
    while limit < 1:
        factors = factorise(w, accumulator, rank, limit, math.inf)
        if factors is not None:
            return factors
        if accumulator.kind in "iu":
            raise ValueError(
                f"w has integers from {w.min()} to {w.max()}, whose factors exceed 64 bits; "
                "allowed: w.astype(float)"
            )
        # Roundings of the arithmetic itself are more than that.
        limit = max(2 * limit, np.finfo(np.float64).eps)
    raise ValueError(
        "w has a filter that is too large or too small for double precision; allowed: sum|w_k| "
        "from 1e-270 to 1e308"
    )
