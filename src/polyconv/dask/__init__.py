"""Convolutions of dask arrays: larger than memory, on all cores or on a cluster.

    from polyconv.dask import conv, gaussian_filter

`conv`, `conv_transpose` and `nanconv` are polyconv's; `convolve`, `correlate`, `gaussian_filter`,
`uniform_filter` and `sobel` have the signatures of `dask_image.ndfilters`. All are lazy.

How a result is made::

    conv(...), sobel(...)    _convolutions,   check arguments, at once
                             _ndfilters
      -> Operation           _operations      computes any box of outputs, by plans or filters
      -> Layout              _layout, _axes   says which chunks read which parts of which chunks
      -> tasks               _graph           rechunks if it must; at most three tasks for a chunk
    in workers:
      cut_halos, outputs_of  _tasks           join a chunk with its neighbours' halos (_mosaic)
      new_chunk              _memory          gives results memory that earlier results have left

`plan_chunks` proposes chunk sizes by the model of a cluster in `_cluster`.
"""

from contextlib import AbstractContextManager
from functools import cache

from polyconv.scipy._swap import Swap

from ._cluster import plan_chunks
from ._convolutions import conv, conv_transpose, nanconv
from ._ndfilters import convolve, correlate, gaussian_filter, sobel, uniform_filter

__all__ = [
    "conv",
    "conv_transpose",
    "convolve",
    "correlate",
    "gaussian_filter",
    "installed",
    "nanconv",
    "plan_chunks",
    "sobel",
    "uniform_filter",
]


def installed() -> AbstractContextManager[None]:
    """Put the filters in the place of those of `dask_image.ndfilters` while a ``with`` block runs.

    Returns
    -------
    context manager

    Raises
    ------
    ImportError
        If dask-image is not installed.

    Examples
    --------
    >>> import dask_image.ndfilters  # doctest: +SKIP
    >>> with polyconv.dask.installed():  # doctest: +SKIP
    ...     dask_image.ndfilters.sobel(image)
    """
    return _swap().installed()


@cache
def _swap() -> Swap:
    import dask_image.ndfilters as theirs

    ours = (convolve, correlate, gaussian_filter, sobel, uniform_filter)
    return Swap({getattr(theirs, each.__name__): each for each in ours})
