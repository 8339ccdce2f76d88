"""Convolution of data with gaps: `nanconv` checks its arguments and returns the caller's layout.

`_normalized` computes it, on arrays with the channels first and in contiguous memory.
"""

import math
from dataclasses import replace
from typing import Any, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._api import Options
from ._arrays import as_array, as_out
from ._dtypes import is_bfloat16
from ._gapped_input import NanconvRequest
from ._known_nanconv import known_key, known_result, remember
from ._normalized import normalized
from ._problem import Problem
from ._problem_cache import problem_of

__all__ = ["checked_request", "fill_gaps", "nanconv"]


def nanconv(
    x: ArrayLike,
    w: ArrayLike,
    *,
    mask: ArrayLike | None = None,
    normalize: bool = True,
    min_weight: float = 0.0,
    preserve_nan: bool = False,
    fill_value: float = math.nan,
    **options: Unpack[Options],
) -> NDArray[Any]:
    """Convolve data with gaps: each output is the weighted mean of the valid elements it reads.

    With `v` = 1 where `x` is valid and 0 at gaps, the result is
    ``conv(where(v, x, 0), w) / conv(v, w)``.

    Parameters
    ----------
    x : array_like, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input, as in `conv`. NaN are gaps. Integers are computed in float64.
    w : array_like, shape ``(K, C // groups, *kernel)``
        Real filters, as in `conv`.
    mask : array_like of bool, optional
        True at more gaps; broadcast to the shape of `x`.
    normalize : bool, default True
        False multiplies the result by ``sum(w)``, that of each filter.
    min_weight : float, default 0.0
        Least weight of the valid elements, as a share of ``sum(abs(w))`` from 0 to 1: with that or
        less, an output is `fill_value`.
    preserve_nan : bool, default False
        Outputs at gaps become `fill_value`: where all channels that the output reads are gaps at
        its own place. The result must have the spatial shape of `x`.
    fill_value : float, default NaN
        The value of outputs without enough valid elements.
    **options
        The other keyword arguments of `conv`.

    Returns
    -------
    ndarray
        The result, of the shape that `conv` returns, float or complex.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute this problem.

    See Also
    --------
    conv : the convolution of data without gaps.

    Notes
    -----
    Padding belongs to the formula. With ``padding_mode="zeros"`` there is nothing beyond the
    border, so padding counts as gaps. Zeros that are data come from ``padding_mode="constant"``.
    The other modes copy gaps as they copy values.

    An output's error is that of `conv`, twice, divided by its share of the weights. Where this
    share is below 1/16, both sums are computed anew in double precision; below 1/1000 where both
    are sums of products and no weight is negative. A share below 4e-13 counts as no weight.

    Beside the result it needs memory for at most two copies of `x` and one of the result. Filters
    that read one channel need less: tiles of small windows are summed in one pass, and images with
    long windows are convolved by strips of rows, after a `padding_mode` has copied the input.

    References
    ----------
    .. [1] H. Knutsson, C.-F. Westin, "Normalized and differential convolution", CVPR 1993.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import nanconv
    >>> x = np.array([[1.0, 2.0, np.nan, 4.0, 5.0]])
    >>> nanconv(x, np.ones((1, 1, 3)), padding=1)
    array([[1.5, 1.5, 3. , 4.5, 4.5]])
    >>> nanconv(x, np.ones((1, 1, 3)), padding=1, min_weight=0.5, fill_value=0)
    array([[1.5, 1.5, 3. , 4.5, 4.5]])
    """
    key: tuple[Any, ...] | None = None
    if mask is None and preserve_nan is False and "out" not in options:
        key = known_key(x, w, normalize, min_weight, fill_value, options)
        known = known_result(key, x)
        if known is not None:
            return known
    xa, wa = as_array("x", x), as_array("w", w)
    gaps = None if mask is None else _mask(mask, xa.shape)
    out = options.pop("out", None)
    request = checked_request(
        xa.shape, xa.dtype, wa, normalize, min_weight, preserve_nan, fill_value, options
    )
    problem = request.problem
    if out is not None:
        as_out(problem, out, {"x": (x, xa), "w": (w, wa), "mask": (mask, gaps)})
    problem.require_memory()
    result = _result(xa, wa, gaps, request, bool(preserve_nan))
    if key is not None:
        remember(key, xa, wa, request)
    if out is None:
        return result
    out[...] = result
    return out


def fill_gaps(
    p: Problem,
    y: NDArray[Any],
    x: NDArray[Any],
    mask: NDArray[np.bool_] | None,
    fill_value: float,
) -> None:
    """Write `fill_value` to outputs `y` where all channels that they read are gaps.

    `x` and `mask` hold the elements at the places of `y`; all are canonical. They may be parts of
    the arrays of `p`.
    """
    gaps = np.isnan(x) if mask is None else np.isnan(x) | mask
    gaps = gaps.reshape(len(x), p.groups, p.ic_per_group, *x.shape[2:]).all(2)
    for group in range(p.groups):
        of_group = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
        with np.errstate(all="ignore"):  # a fill value out of range becomes infinite
            np.copyto(y[:, of_group], fill_value, where=gaps[:, group, None])


def checked_request(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w: NDArray[Any],
    normalize: Any,
    min_weight: Any,
    preserve_nan: Any,
    fill_value: Any,
    options: Options,
) -> NanconvRequest:
    """Check all arguments of `nanconv` that are no arrays, and `w`."""
    if w.dtype.kind == "c":
        raise TypeError(f"w has dtype {w.dtype}; allowed: real weights")
    share, fill = _number("min_weight", min_weight), _number("fill_value", fill_value)
    if not 0 <= share <= 1:
        raise ValueError(f"min_weight={min_weight!r}; allowed: from 0 to 1")
    for name, flag in (("normalize", normalize), ("preserve_nan", preserve_nan)):
        if not isinstance(flag, (bool, np.bool_)):
            raise TypeError(f"{name}={flag!r} must be True or False")
    backend = options.pop("backend", "auto")
    if options.get("dtype") is None:
        options["dtype"] = _result_dtype(x_dtype, w.dtype)
    problem = problem_of(x_shape, x_dtype, w.shape, w.dtype, options)
    if problem.dtype.kind not in "fc" and not is_bfloat16(problem.dtype):
        raise TypeError(f"dtype={problem.dtype}; allowed: a float or complex dtype")
    if preserve_nan and problem.out != problem.spatial:
        raise ValueError(
            f"preserve_nan=True with outputs of shape {problem.out} for inputs of shape "
            f"{problem.spatial}; allowed: outputs and inputs of one shape, as with padding='same'"
        )
    return NanconvRequest(problem, backend, bool(normalize), share, fill)


def _number(name: str, value: Any) -> float:
    if isinstance(value, (bool, np.bool_, str, bytes)):
        raise TypeError(f"{name}={value!r} must be a number")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise TypeError(f"{name}={value!r} must be a number") from None


def _mask(mask: Any, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    array = as_array("mask", mask)
    if array.dtype.kind != "b":
        raise TypeError(f"mask has dtype {array.dtype}; allowed: bool, True at gaps")
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ValueError(
            f"mask has shape {array.shape}; allowed: one that broadcasts to that of x, {shape}"
        ) from None


def _result_dtype(x: np.dtype[Any], w: np.dtype[Any]) -> np.dtype[Any]:
    """Return the dtype of a result: that of `conv` for floats, else float64."""
    if x.kind in "biu":
        x = np.dtype(np.float64 if w.kind in "biu" else w)
    return x if w.kind in "biu" else np.result_type(x, w)


def _of_part(name: str, request: NanconvRequest) -> NanconvRequest:
    """Return the request for the real or the imaginary parts of complex data."""

    def part(value: Any) -> float:
        return math.nan if np.isnan(value) else float(getattr(complex(value), name))

    problem = replace(request.problem, padding_value=part(request.problem.padding_value))
    return replace(request, problem=problem, fill_value=part(request.fill_value))


def _result(
    x: NDArray[Any],
    w: NDArray[Any],
    mask: NDArray[np.bool_] | None,
    request: NanconvRequest,
    preserve_nan: bool,
) -> NDArray[Any]:
    """Return the result in the caller's layout and dtype."""
    p = request.problem
    x, w = p.canonical_x(x), p.canonical_w(w)
    mask = None if mask is None else p.canonical_x(mask)
    y: NDArray[Any]
    if p.accumulator.kind == "c":
        # A gap in the real or the imaginary part is a gap in both.
        gaps = np.isnan(x) if mask is None else np.isnan(x) | mask
        real = normalized(x.real, w, gaps, _of_part("real", request))
        y = np.empty(real.shape, p.accumulator)
        y.real, y.imag = real, normalized(x.imag, w, gaps, _of_part("imag", request))
    else:
        y = normalized(x, w, mask, request)
    if preserve_nan:
        fill_gaps(p, y, x, mask, request.fill_value)
    if y.dtype != p.dtype:
        with np.errstate(all="ignore"):  # values out of range become infinite
            y = y.astype(p.dtype)
    if p.data_format == "channels_last":
        y = np.ascontiguousarray(np.moveaxis(y, 1, -1))
    return y if p.batched else y[0]
