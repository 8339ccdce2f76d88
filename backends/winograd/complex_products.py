"""Complex convolutions made of three real ones instead of four.

With a number t, the *tilt*, three real products make a complex one, ``y = x * w``::

    a = x.real                  * (1 + 1 / t**2) * w.real
    b = (x.real + t * x.imag)   * (w.real + t * w.imag) / (2 * t**2)
    c = (x.real - t * x.imag)   * (w.real - t * w.imag) / (2 * t**2)
    y = a - (b + c) + 1j * t * (b - c)

Convolutions are sums of products, so a, b and c may be convolutions of real arrays. That cancels
large numbers which need not be finite where the result is, so it is nothing for sums that promise
the definition's own NaN and infinities.

Errors. Let a real convolution by some algorithm have errors of the variance v for data within 1 and
a filter of one tap that is 1: a quadratic form in the data. Let the phases of the data and of the
tap be p and q. The variances of the errors of a, b and c, of which the latter reach both parts,
then are v times, and add up to ::

    (1 + 1 / t**2)**2 * (cos p * cos q)**2 + (1 + t**2) / (4 * t**4) * (
        ((cos p + t * sin p) * (cos q + t * sin q))**2
        + ((cos p - t * sin p) * (cos q - t * sin q))**2
    )

If t were the square root of 3, the factors would be values along three directions 120 degrees
apart, and that is ``2 / 3 + 4 / 3 * cos(p - q)**2``: 2 at most. (Gauss' way, without any factors,
comes to 5.) `TILT` is near to it, and exact in any precision. Data of several phases do no worse:
perpendicular to a phase, the form is a third as large, and ascent from random phases finds no
maximum above that of data of one phase.

So errors of three real convolutions become `GROWTH` times the variance of one. Beside them, what is
added up before and after is rounded, which no transform magnifies. In units of a rounding of
``max|x| * |w|``, with all signs and phases at their worst, the two roundings of b's and c's data
come to 4, the up to four of weights to 8, and those of y to 3: `PLAIN`, together, rounded up.

References
----------
N. J. Higham, "Stability of a method for multiplying complex matrices with three real matrix
multiplications", SIAM J. Matrix Anal. Appl. 13 (1992).
"""

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["GROWTH", "PLAIN", "TILT", "real_itemsize", "real_weights", "reals"]

TILT = float(Fraction(111, 64))

# The largest sum of the variances above, rounded up, and what is rounded beside.
GROWTH = 2.01
PLAIN = 16.0


def reals(dtype: np.dtype[Any]) -> int:
    """Real convolutions that one of `dtype` is made of."""
    return 3 if dtype.kind == "c" else 1


def real_itemsize(dtype: np.dtype[Any]) -> int:
    """Bytes of a number of `dtype`, or of a part of one."""
    return dtype.itemsize // (2 if dtype.kind == "c" else 1)


def real_weights(w: NDArray[Any]) -> NDArray[Any]:
    """Weights of the three real convolutions, side by side as if they were more channels.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, channels, taps)``
        Complex weights.

    Returns
    -------
    ndarray, shape ``(out_channels, 3 * channels, taps)``
        Contiguous, of the real type that `w` has parts of; formed in double precision.

    Examples
    --------
    >>> import numpy as np
    >>> a, b, c = real_weights(np.array([[[2 + 1j]]]))[0, :, 0]
    >>> x = 3 - 5j
    >>> a, b, c = a * x.real, b * (x.real + TILT * x.imag), c * (x.real - TILT * x.imag)
    >>> complex(np.round(a - (b + c) + 1j * TILT * (b - c), 12)), x * (2 + 1j)
    ((11-7j), (11-7j))
    """
    channels = w.shape[1]
    real = np.empty((w.shape[0], 3 * channels, w.shape[2]), w.real.dtype)
    plain, tilted = w.real.astype(np.float64), TILT * w.imag.astype(np.float64)
    real[:, :channels] = (1 + 1 / TILT**2) * plain
    real[:, channels : 2 * channels] = (plain + tilted) / (2 * TILT**2)
    real[:, 2 * channels :] = (plain - tilted) / (2 * TILT**2)
    return real
