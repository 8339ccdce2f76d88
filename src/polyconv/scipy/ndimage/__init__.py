"""The linear filters of `scipy.ndimage`, several times as fast: change the import, nothing else.

    import polyconv.scipy.ndimage as ndi

Signatures, modes, origins, casts and errors are SciPy's; docs/scipy.md tells what differs. For code
that cannot be edited, `installed` puts these functions into `scipy.ndimage` for a while.

How a filter is computed::

    sobel(...)              _filters, _gaussians, _windows,      SciPy's signatures, and what each
                            _derivatives                         filter sums along which axis
      -> arguments          _arguments                           SciPy's checks and exceptions
      -> stages             _stages, cached by _run              one or two axes in each
      -> Passes             _passes, kernels/                    tiles, in SciPy's order of sums
         or Convolution     _by_conv                             floats with many taps, by conv
"""

from contextlib import AbstractContextManager

from scipy import ndimage as _scipy

from polyconv.scipy._swap import Swap

from ._derivatives import (
    gaussian_gradient_magnitude,
    gaussian_laplace,
    generic_gradient_magnitude,
    generic_laplace,
    laplace,
)
from ._filters import (
    convolve1d,
    correlate1d,
    prewitt,
    sobel,
    uniform_filter,
    uniform_filter1d,
)
from ._gaussians import gaussian_filter, gaussian_filter1d
from ._windows import convolve, correlate

FILTERS = (
    convolve,
    convolve1d,
    correlate,
    correlate1d,
    gaussian_filter,
    gaussian_filter1d,
    gaussian_gradient_magnitude,
    gaussian_laplace,
    generic_gradient_magnitude,
    generic_laplace,
    laplace,
    prewitt,
    sobel,
    uniform_filter,
    uniform_filter1d,
)

__all__ = [
    "convolve",
    "convolve1d",
    "correlate",
    "correlate1d",
    "gaussian_filter",
    "gaussian_filter1d",
    "gaussian_gradient_magnitude",
    "gaussian_laplace",
    "generic_gradient_magnitude",
    "generic_laplace",
    "installed",
    "laplace",
    "prewitt",
    "sobel",
    "uniform_filter",
    "uniform_filter1d",
]

_swap = Swap({getattr(_scipy, each.__name__): each for each in FILTERS})


def installed() -> AbstractContextManager[None]:
    """Put these functions in the place of SciPy's while a ``with`` block runs.

    `scipy.ndimage` and every loaded module that holds one of its functions get polyconv's, for all
    threads. Blocks may be nested and may overlap in several threads. When the last one ends, also
    by an exception, SciPy's functions are back.

    Returns
    -------
    context manager

    Examples
    --------
    >>> from scipy import ndimage
    >>> import polyconv.scipy.ndimage
    >>> with polyconv.scipy.ndimage.installed():
    ...     ndimage.correlate1d([2, 8, 0, 4], weights=[1, 3])
    array([ 8, 26,  8, 12])
    """
    return _swap.installed()
