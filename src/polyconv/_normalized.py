"""Normalized convolution: sums over the valid elements of windows, divided by their weights.

Small windows of single channels are summed in one pass over the data, see `_one_pass`: tiles keep
both sums in registers. Images with long windows of single channels are convolved by strips of rows,
see `_strips`. For the others, what is computed depends on the number of gaps::

    none     the convolution; outputs whose windows hold padding are divided
    some     the convolution with zeros at gaps; outputs near them are divided by the sum of all
             weights less those of the gaps
    many     values and validity are convolved by one plan; all outputs are divided. If gaps are
             those of all channels, validity is convolved as one channel

Where all of a window is valid, the denominator is the sum of the weights. The weights are divided
by that beforehand, so outputs away from gaps and padding are not touched again. Filters whose
weights nearly cancel have no such sum: values and validity are two images, too, then.
"""

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._gap_division import divide
from ._gap_tiles import GapTiles
from ._gapped_input import GappedInput, NanconvRequest
from ._gaps import correct
from ._machine import default_workers
from ._nanconv_tuning import TUNING
from ._one_pass import has_columns, in_one_pass, pays_in_one_pass, tile_settings, tiles_of
from ._problem import Problem
from ._registry import backend_named
from ._repair import windows_with
from ._select import decide_for, is_auto, state
from ._strips import Strips, pays_in_strips, strip_settings
from ._window_weights import MIN_DENOMINATOR, WindowWeights, three_axes

__all__ = ["kept_tiles", "normalized"]

# Structural: maximum number of problems whose prepared tiles are kept for the next call.
# `TUNING.MAX_KEPT_BYTES` says for which filters that pays.
_KEPT_TILES = 64

# Structural: maximum number of problems whose prepared strips are kept. They are fewer than those
# with tiles, because plans of strips hold spectra of filters.
_KEPT_STRIPS = 8


def normalized(
    x: NDArray[Any], w: NDArray[Any], mask: NDArray[np.bool_] | None, request: NanconvRequest
) -> NDArray[Any]:
    """Return the normalized convolution of arrays with the channels first.

    Parameters
    ----------
    x : ndarray, shape ``(batch, in_channels, *spatial)``
        Real.
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
    mask : ndarray of bool, shape of `x`, or None
    request : NanconvRequest

    Returns
    -------
    ndarray, shape ``(batch, out_channels, *out)``
        float32 or float64.
    """
    p = request.problem
    dtype = np.dtype(p.accumulator.char.lower())
    x = np.ascontiguousarray(x, dtype)
    shape = (len(x), p.out_channels, *p.out)
    if _reads_nothing(p):
        return np.full(shape, request.fill_value, dtype)
    mask = None if mask is None else np.ascontiguousarray(mask)
    data = GappedInput(x, mask, request)
    if pays_in_one_pass(p) and is_auto(request.backend):
        tiles, always = _tiles(w, len(x), dtype, request)
        if tiles is not None and (always or data.has_gaps()):
            return in_one_pass(tiles, x, mask, shape, p.workers)
    if pays_in_strips(p) and is_auto(request.backend):
        data.pad(constant=False)
        strips = _strips(w, data, request)
        if strips is not None:
            return strips(data.x, data.mask)
    weights = WindowWeights(w, dtype, request)
    if weights.cancel:
        return _of_cancelling_weights(data, weights, request)
    weights.scale()
    if not data.has_gaps():
        return _near_gaps(data, data.x, weights, np.zeros(0, np.int64), request)
    max_gaps = _max_gaps(data, weights, request)
    data.pad(constant=False)
    cleared = data.cleared(max_gaps)
    if cleared is None:
        data.pad(constant=True)
        return _with_validity(data, weights, request)
    values, gaps = cleared
    return _near_gaps(data, values, weights, gaps, request)


def _reads_nothing(p: Problem) -> bool:
    """Return True if no window holds a valid element: there are none, or nothing but padding."""
    return p.empty or (0 in p.spatial and p.padding_mode == "zeros")


def kept_tiles(w: NDArray[Any], images: int, request: NanconvRequest) -> GapTiles | None:
    """Return the tiles that compute a problem whether there are gaps or not; None if none do."""
    p = request.problem
    possible = pays_in_one_pass(p) and is_auto(request.backend)
    if not possible or _reads_nothing(p) or p.accumulator.kind != "f":
        return None
    tiles, always = _tiles(w, images, p.accumulator, request)
    return tiles if always else None


def _tiles(
    w: NDArray[Any], images: int, dtype: np.dtype[Any], request: NanconvRequest
) -> tuple[GapTiles | None, bool]:
    """Return the tiles that compute a problem in one pass, or None if something else is faster.

    The second value is True if tiles are the fastest even without gaps.
    """
    if w.nbytes > TUNING.MAX_KEPT_BYTES:
        return _new_tiles(w, images, dtype, request)
    now = default_workers(), state(), tile_settings()
    sign = math.copysign(1, request.fill_value)  # requests with fill values 0.0 and -0.0 are equal
    return _kept_tiles(w.tobytes(), w.dtype, w.shape, images, dtype, request, sign, *now)


@lru_cache(maxsize=_KEPT_TILES)
def _kept_tiles(
    w: bytes,
    w_dtype: np.dtype[Any],
    shape: tuple[int, ...],
    images: int,
    dtype: np.dtype[Any],
    request: NanconvRequest,
    *_state: Any,
) -> tuple[GapTiles | None, bool]:
    return _new_tiles(np.frombuffer(w, w_dtype).reshape(shape), images, dtype, request)


def _new_tiles(
    w: NDArray[Any], images: int, dtype: np.dtype[Any], request: NanconvRequest
) -> tuple[GapTiles | None, bool]:
    p, weights = request.problem, WindowWeights(w, dtype, request)
    if weights.cancel:
        return None, False
    weights.scale()
    choice = decide_for(p, weights.used, prepared=False, timed=False)[1]
    # True for filters with a structure, and for those for which a transform is faster.
    others = not backend_named(choice.backend).dot_product
    if others and p.taps > TUNING.STRUCTURED_TAPS:
        return None, False
    limits = weights.limits(sums_products=True)
    limits[:, 3] = 1.0 if request.normalize else weights.sums
    # Denominators that are differences keep the rounding errors of all weights, so they need the
    # larger limit.
    enough = weights.limits(sums_products=False)[:, 0]
    too_few = limits[:, 1] if request.min_weight > MIN_DENOMINATOR else limits[:, 1] - math.inf
    limits = np.column_stack((limits, enough, too_few))
    tiles = tiles_of(p, images, dtype, weights.shares, limits, request.fill_value)
    return tiles, not others and has_columns(p, gaps=False)


def _strips(w: NDArray[Any], data: GappedInput, request: NanconvRequest) -> Strips | None:
    """Return the strips that compute a problem; None for weights that cancel."""
    if w.nbytes > TUNING.MAX_KEPT_STRIP_BYTES:
        return _new_strips(w, data, request)
    now = default_workers(), state(), strip_settings()
    sign = math.copysign(1, request.fill_value)
    kept = _kept_strips(
        w.tobytes(), w.dtype, w.shape, data.x.shape, data.x.dtype, request, sign, *now
    )
    if not kept:  # two threads may prepare them twice, which is harmless
        kept.append(_new_strips(w, data, request))
    return kept[0]


@lru_cache(maxsize=_KEPT_STRIPS)
def _kept_strips(*_key: Any) -> list[Strips | None]:
    """Return the list for the strips of a problem and its weights."""
    return []


def _new_strips(w: NDArray[Any], data: GappedInput, request: NanconvRequest) -> Strips | None:
    weights = WindowWeights(w, data.x.dtype, request)
    if weights.cancel:
        return None
    weights.scale()
    return Strips(data, weights, request)


def _max_gaps(data: GappedInput, weights: WindowWeights, request: NanconvRequest) -> float:
    """Return the gaps up to which adding up their weights is faster than another convolution."""
    p = request.problem
    seconds = decide_for(data.problem(), weights.used, request.backend)[1].seconds
    if seconds is None:  # a named backend has no prediction
        seconds = decide_for(data.problem(), weights.used)[1].seconds or math.inf
    seconds += float(data.x.nbytes * TUNING.SPLIT_SECONDS)
    of_weight: float = TUNING.WEIGHT_SECONDS + TUNING.RUN_SECONDS / p.kernel[-1]
    return seconds / (p.oc_per_group * p.taps * of_weight)


def _near_gaps(
    data: GappedInput,
    values: NDArray[Any],
    weights: WindowWeights,
    gaps: NDArray[np.int64],
    request: NanconvRequest,
) -> NDArray[Any]:
    """Convolve `values`, and divide the outputs whose windows hold gaps or padding."""
    sums_products = _is_dot_product(data, weights, request)
    y = data.convolved(values, weights.used, request.backend)
    if len(gaps) or (data.mode == "zeros" and data.padded):
        numerator, denominator = weights.for_sums()
        correct(
            three_axes(y),
            three_axes(data.x),
            _bytes(data.mask),
            numerator,
            denominator,
            gaps,
            data.border(denominator.reshape(weights.used.shape)),
            data.geometry(),
            weights.limits(sums_products),
            request.fill_value,
            data.value if data.mode == "constant" else None,
        )
    return y


def _with_validity(
    data: GappedInput, weights: WindowWeights, request: NanconvRequest
) -> NDArray[Any]:
    """Convolve values and validity by one plan, unless validity is simpler, and divide."""
    unit = 1.0 if request.normalize else 1 / weights.sums
    shared = data.shared_validity() if is_auto(request.backend) else None
    if shared is None:
        values, validity = data.values_and_validity()
        convolution = data.plan(weights.used, request.backend)
        y = convolution(values)
        # The second result is written to `values`, whose pages exist. New memory would fault its
        # pages in one by one.
        of_validity = convolution(validity, out=values if values.shape == y.shape else None)
        sums_products = backend_named(convolution.backend).dot_product
    else:
        y = data.convolved(data.cleared_by(shared), weights.used, request.backend)
        of_validity = data.convolved(shared.astype(y.dtype), weights.of_pixels(), request.backend)
        sums_products, unit = False, 1.0
    numerator, denominator = weights.for_sums()
    arguments = (
        three_axes(y),
        three_axes(of_validity),
        three_axes(data.x),
        _bytes(data.mask),
        numerator,
        denominator,
        data.geometry(),
        weights.limits(sums_products, unit),
        request.fill_value,
    )
    if divide(*arguments, weak=False):
        if not sums_products:
            _clear_without_weight(data, of_validity)
        divide(*arguments, weak=True)
    return y


def _clear_without_weight(data: GappedInput, denominators: NDArray[Any]) -> None:
    """Write zeros where windows hold no valid element; transforms leave rounding errors there."""
    p = data.problem()
    by_group: Any = data.valid().reshape(len(data.x), p.groups, p.ic_per_group, *p.spatial).any(2)
    for image, groups in enumerate(by_group):
        for group, of_group in enumerate(groups):
            outputs = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
            np.copyto(denominators[image, outputs], 0, where=~windows_with(p, of_group))


def _of_cancelling_weights(
    data: GappedInput, weights: WindowWeights, request: NanconvRequest
) -> NDArray[Any]:
    """Divide by sums of products, as the formula has them; small denominators need small errors."""
    data.pad(constant=True)
    images, p = len(data.x), data.problem()
    both = np.concatenate(data.values_and_validity())
    rtol = 0.0 if is_auto(request.backend) else None
    y = data.convolved(both, weights.used, request.backend, rtol)
    y, denominator = y[:images], y[images:]
    # Weights of both signs leave rounding errors where they cancel.
    signs = weights.used.reshape(len(weights.used), -1)
    error = np.where((signs < 0).any(1), p.summation_error(p.reduction_len), 0.0)
    along = (-1, *(1,) * p.rank)
    with np.errstate(all="ignore"):
        min_denominator = ((request.min_weight + error) * weights.magnitudes).reshape(along)
        y /= denominator
        if not request.normalize:
            y *= weights.sums.reshape(along).astype(y.dtype)
    np.copyto(y, request.fill_value, where=~(denominator > min_denominator))
    return y


def _is_dot_product(data: GappedInput, weights: WindowWeights, request: NanconvRequest) -> bool:
    """Return True if `conv` sums products with these weights."""
    problem = data.problem()
    choice = decide_for(problem, weights.used, request.backend, prepared=False, timed=False)[1]
    return backend_named(choice.backend).dot_product


def _bytes(mask: NDArray[np.bool_] | None) -> NDArray[np.uint8] | None:
    return None if mask is None else three_axes(mask).view(np.uint8)
