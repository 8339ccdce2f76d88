"""The convolutions of `scipy.signal`, computed by polyconv: same signatures, same results.

::

    _operands     which arrays polyconv computes, and the dtype of the result
    _convolution  convolve, correlate, fftconvolve, oaconvolve, choose_conv_method
    _batches      the same along some axes, for batches of arrays
    _images       convolve2d, correlate2d
    _axis         one filter along one axis of an array of any rank
    _filters      lfilter, savgol_filter
    _resampling   upfirdn, resample_poly, decimate

Arrays that polyconv does not compute (objects, long double, more than 3 axes, arrays of other
libraries) and wrong arguments go to SciPy's own function, so errors are SciPy's. Any other name of
`scipy.signal` is found here, too: a script may import this module in its place.
"""

from typing import Any

from ._convolution import choose_conv_method, convolve, correlate, fftconvolve, oaconvolve
from ._filters import lfilter, savgol_filter
from ._images import convolve2d, correlate2d
from ._resampling import decimate, resample_poly, upfirdn

__all__ = [
    "choose_conv_method",
    "convolve",
    "convolve2d",
    "correlate",
    "correlate2d",
    "decimate",
    "fftconvolve",
    "lfilter",
    "oaconvolve",
    "resample_poly",
    "savgol_filter",
    "upfirdn",
]


def __getattr__(name: str) -> Any:
    """Return another name of `scipy.signal`."""
    from scipy import signal

    try:
        return getattr(signal, name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    from scipy import signal

    return sorted({*globals(), *dir(signal)})
