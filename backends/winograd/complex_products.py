"""Complex convolutions made of three real ones instead of four.

With a number t, the *tilt*, three real products make a complex one, ``y = x * w``::

    a = x.real                  * (1 + 1 / t**2) * w.real
    b = (x.real + t * x.imag)   * (w.real + t * w.imag) / (2 * t**2)
    c = (x.real - t * x.imag)   * (w.real - t * w.imag) / (2 * t**2)
    y = a - (b + c) + 1j * t * (b - c)

Convolutions are sums of products, so a, b and c may be convolutions of real arrays. Large terms of
b and c cancel in y, and may overflow where y is finite. So only backends whose sums do not promise
the definition's own NaN and infinities may use this.

Errors. Let the errors of a real convolution have the variance v, a quadratic form in the data, for
data within 1 and a filter with one tap of 1. Let p and q be the phases of the data and of the tap.
The errors of a, b and c have variances in units of v; those of b and c reach both parts of y. They
add up to ::

    (1 + 1 / t**2)**2 * (cos p * cos q)**2 + (1 + t**2) / (4 * t**4) * (
        ((cos p + t * sin p) * (cos q + t * sin q))**2
        + ((cos p - t * sin p) * (cos q - t * sin q))**2
    )

With t the square root of 3, the factors are components along three directions 120 degrees apart,
and the sum is ``2 / 3 + 4 / 3 * cos(p - q)**2``, at most 2. (Gauss' algorithm, which has no such
factors, reaches 5.) `TILT` is close to it, and exact in any precision. Data with several phases
have no larger errors: perpendicular to a phase, the form is a third as large, and ascent from
random phases finds no maximum above that of data with one phase.

So the errors of three real convolutions have `GROWTH` times the variance of one. Sums formed before
and after the convolutions are rounded, too, and no transform magnifies those roundings. In units of
a rounding of ``max|x| * |w|``, with all signs and phases at their worst, the two roundings of the
data of b and c contribute 4, the up to four of the weights 8, and those of y 3. `PLAIN` is their
sum, rounded up.

References
----------
N. J. Higham, "Stability of a method for multiplying complex matrices with three real matrix
multiplications", SIAM J. Matrix Anal. Appl. 13 (1992).
"""

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["GROWTH", "PLAIN", "TILT", "real_conv_count", "real_itemsize", "real_weights"]

TILT = float(Fraction(111, 64))

# The maximum of the sum of variances above, rounded up, and the variance of the other roundings.
GROWTH = 2.01
PLAIN = 16.0


def real_conv_count(dtype: np.dtype[Any]) -> int:
    """Return the number of real convolutions that compute one of `dtype`."""
    return 3 if dtype.kind == "c" else 1


def real_itemsize(dtype: np.dtype[Any]) -> int:
    """Return the bytes of a real number of `dtype`, or of the real part of a complex one."""
    return dtype.itemsize // (2 if dtype.kind == "c" else 1)


def real_weights(w: NDArray[Any]) -> NDArray[Any]:
    """Return the weights of the three real convolutions, stacked along the channels.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, channels, taps)``
        Complex weights.

    Returns
    -------
    ndarray, shape ``(out_channels, 3 * channels, taps)``
        Contiguous, in the real type of `w`'s parts; computed in double precision.

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
