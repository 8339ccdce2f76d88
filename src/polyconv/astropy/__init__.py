"""`astropy.convolution.convolve` and `convolve_fft`, computed by polyconv.

Signatures and results are astropy's. Kernel objects, Quantity, masked arrays and NDData are
accepted. Both functions compute in double precision by the fastest algorithm, so both give the same
numbers. `convolve_fft` differs from `convolve` only in borders, infinities and outputs without
weight, as astropy's does.

Needs astropy: ``pip install 'polyconv[astropy]'``. Any other name of `astropy.convolution` is found
here, too.
"""

from contextlib import AbstractContextManager
from typing import Any

from astropy import convolution

from polyconv.scipy._swap import Swap

from ._convolve import convolve, convolve_of_astropy
from ._convolve_fft import convolve_fft, convolve_fft_of_astropy

__all__ = ["convolve", "convolve_fft", "installed"]

_swap = Swap({convolve_of_astropy: convolve, convolve_fft_of_astropy: convolve_fft})


def installed() -> AbstractContextManager[None]:
    """Put these functions in the place of astropy's while a ``with`` block runs.

    `astropy.convolution` and every loaded module that holds one of its functions get polyconv's,
    for all threads, until the last open block ends.

    Returns
    -------
    context manager
    """
    return _swap.installed()


def __getattr__(name: str) -> Any:
    """Return another name of `astropy.convolution`."""
    try:
        return getattr(convolution, name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted({*globals(), *dir(convolution)})
