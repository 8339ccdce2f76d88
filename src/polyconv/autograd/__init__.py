"""`conv` and `convolve` for arrays of HIPS autograd: differentiable to any order.

::

    conv       _conv       polyconv.conv as a primitive, and the gradients of its arrays
    convolve   _convolve   autograd.scipy.signal.convolve, made of `conv`

Needs autograd: ``pip install 'polyconv[autograd]'``.
"""

from contextlib import AbstractContextManager

from autograd.scipy import signal as _signal

from polyconv.scipy._swap import Swap

from ._conv import conv
from ._convolve import convolve

__all__ = ["conv", "convolve", "installed"]

_swap = Swap({_signal.convolve: convolve})


def installed() -> AbstractContextManager[None]:
    """Put `convolve` in the place of autograd's while a ``with`` block runs.

    `autograd.scipy.signal` and every loaded module that holds its `convolve` get polyconv's, for
    all threads, until the last open block ends, also by an exception.

    Returns
    -------
    context manager

    Examples
    --------
    >>> import autograd.numpy as np
    >>> import polyconv.autograd
    >>> from autograd.scipy import signal
    >>> with polyconv.autograd.installed():
    ...     signal.convolve(np.array([1.0, 2.0, 3.0]), np.array([1.0, 10.0]))
    array([ 1., 12., 23., 30.])
    """
    return _swap.installed()
