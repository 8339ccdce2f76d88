"""The convolutions of `scipy.signal`, computed by polyconv: same signatures, same results.

::

    _operands     which arrays polyconv computes, and the dtype of the result
    _convolution  convolve, correlate, fftconvolve, oaconvolve, choose_conv_method
    _batches      the same along some axes, for batches of arrays
    _images       convolve2d, correlate2d
    _axis         one filter along one axis of an array of any rank
    _filters      lfilter, savgol_filter
    _resampling   upfirdn, resample_poly, decimate

NumPy convolves signals of a few products, for which a call of polyconv takes longer than the sums.
Arrays that polyconv does not compute (objects, long double, more than 3 axes, arrays of other
libraries) and wrong arguments go to SciPy's own function, so errors are SciPy's. Any other name of
`scipy.signal` is found here, too: a script may import this module in its place.
"""

from contextlib import AbstractContextManager
from typing import Any

from scipy import signal as _scipy

from polyconv.scipy._swap import Swap

from ._convolution import choose_conv_method, convolve, correlate, fftconvolve, oaconvolve
from ._filters import lfilter, savgol_filter
from ._images import convolve2d, correlate2d
from ._resampling import decimate, resample_poly, upfirdn

FUNCTIONS = (
    choose_conv_method,
    convolve,
    convolve2d,
    correlate,
    correlate2d,
    decimate,
    fftconvolve,
    lfilter,
    oaconvolve,
    resample_poly,
    savgol_filter,
    upfirdn,
)

__all__ = [
    "choose_conv_method",
    "convolve",
    "convolve2d",
    "correlate",
    "correlate2d",
    "decimate",
    "fftconvolve",
    "installed",
    "lfilter",
    "oaconvolve",
    "resample_poly",
    "savgol_filter",
    "upfirdn",
]


_swap = Swap({getattr(_scipy, each.__name__): each for each in FUNCTIONS})


def installed() -> AbstractContextManager[None]:
    """Put these functions in the place of SciPy's while a ``with`` block runs.

    `scipy.signal` and every loaded module that holds one of its functions get polyconv's, for all
    threads, until the last open block ends, also by an exception.

    Returns
    -------
    context manager

    Examples
    --------
    >>> from scipy import signal
    >>> import polyconv.scipy.signal
    >>> with polyconv.scipy.signal.installed():
    ...     signal.upfirdn([1, 1], [1, 2], 2)
    array([1., 1., 2., 2.])
    """
    return _swap.installed()


def __getattr__(name: str) -> Any:
    """Return another name of `scipy.signal`."""
    try:
        return getattr(_scipy, name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted({*globals(), *dir(_scipy)})
