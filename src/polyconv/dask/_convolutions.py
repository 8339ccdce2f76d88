"""`conv`, `conv_transpose` and `nanconv` for dask arrays: arguments become an operation."""

import math
from typing import Any, NamedTuple, Unpack

import dask.array as da
import numpy as np
from dask.base import tokenize
from numpy.typing import ArrayLike, NDArray

from polyconv._arguments import Ints, ProblemOptions
from polyconv._arrays import as_array, as_bias
from polyconv._nanconv import checked_request
from polyconv._problem_cache import problem_of
from polyconv._registry import check_backend
from polyconv._request import lacks_channels
from polyconv._select import decide_for, meant
from polyconv.transposed._problem import transposed_of

from ._graph import dask_array, result_of
from ._operations import ConvolutionOperation, NormalizedOperation, TransposedOperation

__all__ = ["as_operation_sees", "conv", "conv_transpose", "nanconv"]

# Options of padding. They differ from one part of the input to the next.
_OF_PADDING = ("padding", "padding_mode", "padding_value")


def conv(
    x: da.Array,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> da.Array:
    """Convolve a dask array with filters, chunk by chunk; `polyconv.conv`.

    Nothing is computed before the result is. Each chunk of the result is computed from one chunk of
    `x` and from the halos of those around it, in at most three tasks. Padding is added at the
    ends of the array alone; ``padding_mode="wrap"`` reads the chunks at the other end.

    Parameters
    ----------
    x : dask array
        Of a shape that `polyconv.conv` takes; or of the spatial axes alone, an image ``(y, x)``,
        with a kernel `w` of as many axes. Arrays and kernels of three axes may also be signals
        ``(N, C, n)`` and their filters, which they are if their channels agree; filters of shape
        ``(1, 1, *kernel)`` leave no doubt. Chunks along spatial axes and the batch may be of any
        sizes. An axis of channels is rechunked to one chunk, and so are chunks smaller than a
        window, with a `dask.array.PerformanceWarning` that tells the cost.
    w : array_like
        Filters, in memory. They are sent to each worker once.
    bias : array_like, optional
        Added to each output channel.
    backend : str, default "auto"
        As in `polyconv.conv`.
    **options
        The other keyword arguments of `polyconv.conv`, except `out`. `workers` is 1 by default,
        because dask's threads or processes use the other CPUs.

    Returns
    -------
    dask array
        The convolution. If `padding` keeps the size and the stride is 1, it has the chunks of `x`.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong, at once.
    UnsupportedProblem
        If the named backend cannot compute this problem.

    Examples
    --------
    >>> import dask.array as da
    >>> import numpy as np
    >>> from polyconv.dask import conv
    >>> x = da.ones((1, 600, 800), chunks=(1, 200, 400))
    >>> y = conv(x, np.ones((4, 1, 5, 5)), padding="same")
    >>> y.chunks
    ((4,), (200, 200, 200), (400, 400))
    >>> y[0, :2, :4].compute()
    array([[ 9., 12., 15., 15.],
           [12., 16., 20., 20.]])
    """
    array = dask_array("x", x)
    plain, shape, wa, given = as_operation_sees(array.shape, as_array("w", w), options)
    problem = problem_of(shape, _dtype(array), wa.shape, wa.dtype, given)
    ba = None if bias is None else as_bias(problem, bias)
    name = _backend(backend)
    if name != "auto":
        decide_for(problem, problem.canonical_w(wa), name)
    kept = _kept(given, dtype=problem.dtype, backend=name)
    token = tokenize("conv", wa, ba, array.shape, array.dtype, given, kept)
    operation = ConvolutionOperation(token, plain, wa.copy(), ba, kept, problem)
    return result_of("conv", operation, [array], None if plain else problem.out_channels)


def conv_transpose(
    x: da.Array,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    output_padding: Ints = 0,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> da.Array:
    """Convolve a dask array transposed, chunk by chunk; `polyconv.conv_transpose`.

    Parameters
    ----------
    x : dask array
        As in `conv`.
    w : array_like
        Weights, in memory.
    bias : array_like, optional
        Added to each output channel.
    output_padding : int or sequence of int, default 0
        As in `polyconv.conv_transpose`.
    backend : str, default "auto"
        As in `polyconv.conv_transpose`.
    **options
        The other keyword arguments of `polyconv.conv_transpose`, except `out`. `workers` is 1 by
        default.

    Returns
    -------
    dask array
        The transposed convolution. A chunk of n elements gives one of ``n * stride``; the last one
        takes what remains.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong, at once.

    Examples
    --------
    >>> import dask.array as da
    >>> import numpy as np
    >>> from polyconv.dask import conv_transpose
    >>> x = da.ones((1, 100), chunks=(1, 50))
    >>> conv_transpose(x, np.ones((1, 1, 4)), stride=2, padding="same").chunks
    ((1,), (100, 100))
    """
    array = dask_array("x", x)
    plain, shape, wa, given = as_operation_sees(
        array.shape, as_array("w", w), options, transpose=True
    )
    problem = transposed_of(shape, _dtype(array), wa.shape, wa.dtype, output_padding, given)
    ba = None if bias is None else as_bias(problem, bias)
    kept = _kept(given, dtype=problem.dtype, backend=_backend(backend))
    token = tokenize(
        "conv_transpose", wa, ba, array.shape, array.dtype, output_padding, given, kept
    )
    operation = TransposedOperation(token, plain, wa.copy(), ba, kept, problem)
    channels = None if plain else problem.out_channels
    return result_of("conv_transpose", operation, [array], channels)


def nanconv(
    x: da.Array,
    w: ArrayLike,
    *,
    mask: da.Array | ArrayLike | None = None,
    normalize: bool = True,
    min_weight: float = 0.0,
    preserve_nan: bool = False,
    fill_value: float = math.nan,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> da.Array:
    """Convolve a dask array with gaps, chunk by chunk; `polyconv.nanconv`.

    Parameters
    ----------
    x : dask array
        As in `conv`. NaN are gaps.
    w : array_like
        Real filters, in memory.
    mask : dask array or array_like of bool, optional
        True at more gaps; broadcast to the shape of `x`.
    normalize, min_weight, preserve_nan, fill_value
        As in `polyconv.nanconv`. ``preserve_nan=True`` needs stride 1.
    backend : str, default "auto"
        As in `polyconv.conv`.
    **options
        The other keyword arguments of `polyconv.conv`, except `out`. `workers` is 1 by default.

    Returns
    -------
    dask array
        The result, float or complex, in chunks as those of `conv`.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong, at once.

    Examples
    --------
    >>> import dask.array as da
    >>> import numpy as np
    >>> from polyconv.dask import nanconv
    >>> x = da.from_array(np.array([1.0, 2.0, np.nan, 4.0, 5.0, 6.0]), chunks=3)
    >>> nanconv(x, np.ones(3), padding="same").compute()
    array([1.5, 1.5, 3. , 4.5, 5. , 5.5])
    """
    array = dask_array("x", x)
    plain, shape, wa, given = as_operation_sees(array.shape, as_array("w", w), options)
    name = _backend(backend)
    checked: Any = {**given}
    request = checked_request(
        shape, _dtype(array), wa, normalize, min_weight, preserve_nan, fill_value, checked
    )
    problem = request.problem
    kept = _kept(given, dtype=problem.dtype, backend=name)
    gaps = {
        "normalize": request.normalize,
        "min_weight": request.min_weight,
        "preserve_nan": bool(preserve_nan),
        "fill_value": request.fill_value,
    }
    if preserve_nan and set(problem.stride) != {1}:
        raise ValueError(
            f"preserve_nan=True with stride {problem.stride}; allowed on dask arrays: stride 1"
        )
    sources = [array]
    if mask is not None:
        sources.append(_mask(mask, array))
    token = tokenize("nanconv", wa, array.shape, array.dtype, given, kept, gaps)
    operation = NormalizedOperation(token, plain, wa.copy(), None, kept, problem, gaps)
    return result_of("nanconv", operation, sources, None if plain else problem.out_channels)


class DescribedArguments(NamedTuple):
    """The arguments as an operation sees them: with channels, and for one worker."""

    plain: bool
    shape: tuple[int, ...]
    w: NDArray[Any]
    options: ProblemOptions


def as_operation_sees(
    shape: tuple[int, ...], w: NDArray[Any], options: ProblemOptions, *, transpose: bool = False
) -> DescribedArguments:
    """Return the shape of `x`, `w` and the options; one worker unless the caller tells."""
    changed: ProblemOptions = {**options}
    if changed.get("workers") is None:
        changed["workers"] = 1
    if not lacks_channels("x", shape, w.shape, options, transpose=transpose):
        return DescribedArguments(False, shape, w, changed)
    return DescribedArguments(
        True, (1, *shape), w[None, None] if w.ndim == len(shape) else w, changed
    )


def _dtype(x: da.Array) -> np.dtype[Any]:
    """Return the dtype of chunks in native byte order, after checking that it is supported."""
    return as_array("x", np.empty(0, x.dtype)).dtype


def _kept(options: ProblemOptions, **more: Any) -> dict[str, Any]:
    """Return the options that all parts of an input share."""
    return {name: value for name, value in options.items() if name not in _OF_PADDING} | more


def _backend(backend: str) -> str:
    """Return the name of the backend, after checking it; workers do not see `set_backend`."""
    name = meant(backend)
    check_backend(name)
    return name


def _mask(mask: Any, x: da.Array) -> da.Array:
    """Return the mask in the chunks of `x`."""
    if not isinstance(mask, da.Array):
        array = as_array("mask", mask)
        mask = da.from_array(array, chunks=array.shape)
    dask_array("mask", mask)
    if mask.dtype.kind != "b":
        raise TypeError(f"mask has dtype {mask.dtype}; allowed: bool, True at gaps")
    try:
        return da.broadcast_to(mask, x.shape).rechunk(x.chunks)
    except ValueError:
        raise ValueError(
            f"mask has shape {mask.shape}; allowed: one that broadcasts to that of x, {x.shape}"
        ) from None
