"""Normalized convolution: sums over the valid elements of windows, divided by their weights.

Small windows of single channels are summed in one pass over the data, see `_one_pass`: tiles keep
both sums in registers. For the others, what is computed depends on the number of gaps::

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
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._api import conv
from ._calls import Plan
from ._gap_division import divide
from ._gap_scans import clear, count, has_nan, split
from ._gap_tiles import GapTiles
from ._gaps import correct, range_sums
from ._machine import default_workers
from ._nanconv_tuning import TUNING
from ._one_pass import in_one_pass, pays_in_one_pass, tile_sizes, tiles_of
from ._plan import make_plan
from ._problem import Problem
from ._registry import backend_named
from ._repair import windows_with
from ._request import problem_of
from ._select import decide_for, is_auto, state

__all__ = ["Request", "normalized"]

# Share of the weights' magnitudes from which a sum is divided. Below it, the division would let
# errors grow too much, and the output is summed anew in double precision. Sums of products with
# weights of one sign err in proportion to what they sum, so they may be divided by less.
_ENOUGH, _ENOUGH_OF_PRODUCTS = 1 / 16, 1e-3

# Share that counts as none: sums of doubles whose terms cancel leave as much.
_NONE = 4e-13

# Prepared tiles that are kept for the next call, and the bytes of their filters, at most: preparing
# takes 30 us, as long as a small image.
_KEPT_TILES, _MAX_KEPT_BYTES = 64, 1 << 12


@dataclass(frozen=True)
class Request:
    """The checked arguments of `nanconv`, but for its arrays."""

    problem: Problem
    backend: str
    normalize: bool
    min_weight: float
    fill_value: float


class _Weights:
    """The filters of numerators and denominators.

    Attributes
    ----------
    used : ndarray
        The filters to convolve with.
    sums, magnitudes : ndarray, shape ``(out_channels,)``
        Sums of the weights, and of their magnitudes.
    """

    def __init__(self, w: NDArray[Any], dtype: np.dtype[Any], request: Request) -> None:
        self._request, self._dtype = request, dtype
        self._w = np.ascontiguousarray(w, np.float64)
        flat = self._w.reshape(len(w), -1)
        with np.errstate(all="ignore"):  # weights or their sums may be infinite
            self.sums, self.magnitudes = flat.sum(1), np.abs(flat).sum(1)
            self.used = self._w.astype(dtype)

    @property
    def cancel(self) -> bool:
        """True if the sum of a filter is a small share of its weights' magnitudes, or negative."""
        share = max(_ENOUGH, self._request.min_weight)
        return not bool(np.all(self.sums > share * self.magnitudes))

    def scale(self) -> None:
        """Divide the filters of means by their sums, once."""
        self.shares = self._w / self.sums.reshape(-1, *(1,) * (self._w.ndim - 1))
        if self._request.normalize:
            self.used = self.shares.astype(self._dtype)

    def for_sums(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the filters of numerators and denominators, with three spatial axes."""
        return _three(self.used.astype(np.float64)), _three(self.shares)

    def of_pixels(self) -> NDArray[Any]:
        """Return the filters of the validity of whole pixels."""
        pixels: NDArray[Any] = self.shares.sum(1, keepdims=True).astype(self._dtype)
        return pixels

    def limits(
        self, sums_products: bool, unit: NDArray[np.float64] | float = 1.0
    ) -> NDArray[np.float64]:
        """Return the `Limits` of each filter, for denominators in another unit.

        `sums_products` is True if a dot product convolves.
        """
        one_sign = sums_products and bool((self.shares >= 0).all())
        enough = _ENOUGH_OF_PRODUCTS if one_sign else _ENOUGH
        share, magnitudes = self._request.min_weight, self.magnitudes / self.sums
        limits = np.empty((len(magnitudes), 4))
        limits[:, 0] = max(enough, share * (1 + 1e-9)) * magnitudes
        limits[:, 1] = max(_NONE, share * (1 - 1e-9)) * magnitudes
        limits[:, 2] = share * magnitudes
        limits[:, 3] = unit
        return limits


class _Data:
    """An input with its gaps, and how windows lie on it.

    Attributes
    ----------
    x : ndarray, shape ``(batch, in_channels, *spatial)``
    mask : ndarray of bool of that shape, or None
    pads : tuple
        The padding that is still to be added, which counts as gaps.
    """

    def __init__(self, x: NDArray[Any], mask: NDArray[np.bool_] | None, request: Request) -> None:
        self.x, self.mask, self.pads = x, mask, request.problem.pads
        self.mode, self.value = request.problem.padding_mode, request.problem.padding_value
        if self.value != self.value:  # padding with NaN is no data, as none is
            self.mode, self.value = "zeros", 0
        self._p = request.problem

    @property
    def padded(self) -> bool:
        """True if padding is still to be added."""
        return any(map(any, self.pads))

    def pad(self, *, constant: bool) -> None:
        """Add padding that copies data, and its gaps; a constant only if that is asked for."""
        if self.mode == "zeros" or (self.mode == "constant" and not constant) or not self.padded:
            return
        widths, mode = ((0, 0), (0, 0), *self.pads), self.mode
        of_constant = {"constant_values": self.value} if mode == "constant" else {}
        self.x = np.pad(self.x, widths, mode, **of_constant)  # type: ignore[call-overload]
        if self.mask is not None:
            self.mask = np.pad(self.mask, widths, mode)  # type: ignore[call-overload]
        self.pads, self.mode, self.value = ((0, 0),) * self._p.rank, "zeros", 0

    def has_gaps(self) -> bool:
        """Return True if there is any gap."""
        return has_nan(self.x.reshape(-1)) or (self.mask is not None and bool(self.mask.any()))

    def cleared(self, limit: float) -> tuple[NDArray[Any], NDArray[np.int64]] | None:
        """Return the input with zeros at gaps, and the places of the gaps, ascending.

        None if there are more than `limit`.
        """
        x, mask = self.x.reshape(-1), self._mask_bytes()
        most = int(min(limit, self.x.size))
        gaps = count(x, mask, most)
        if gaps > most:
            return None
        values, places = np.empty_like(self.x), np.empty(gaps, np.int64)
        found = clear(x, mask, values.reshape(-1), places)
        return values, places[:found]

    def values_and_validity(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the input with zeros at gaps, and ones where it is valid."""
        values, validity = np.empty_like(self.x), np.empty_like(self.x)
        split(self.x.reshape(-1), self._mask_bytes(), values.reshape(-1), validity.reshape(-1))
        return values, validity

    def shared_validity(self) -> NDArray[np.bool_] | None:
        """Return the validity of whole pixels, if gaps are those of all channels of a group.

        An array with one channel for each group; None if gaps differ, or if that saves nothing.
        """
        p = self._p
        if p.ic_per_group == 1:
            return None
        by_group = self.valid().reshape(len(self.x), p.groups, p.ic_per_group, *self.x.shape[2:])
        first = by_group[:, :, 0]
        # Most gaps that differ do so between two channels.
        if not np.array_equal(first, by_group[:, :, 1]):
            return None
        return first if (by_group == first[:, :, None]).all() else None

    def cleared_by(self, shared: NDArray[np.bool_]) -> NDArray[Any]:
        """Return the input with zeros where pixels are not valid."""
        p, shape = self._p, self.x.shape
        by_group = self.x.reshape(len(self.x), p.groups, p.ic_per_group, *shape[2:])
        return np.where(shared[:, :, None], by_group, self.x.dtype.type(0)).reshape(shape)

    def _mask_bytes(self) -> NDArray[np.uint8]:
        return np.zeros(0, np.uint8) if self.mask is None else self.mask.reshape(-1).view(np.uint8)

    def valid(self) -> NDArray[np.bool_]:
        """Return where elements are valid."""
        gaps: NDArray[np.bool_] = np.isnan(self.x)
        return ~gaps if self.mask is None else ~(gaps | self.mask)

    def problem(self) -> Problem:
        """Return the convolution of the images."""
        p = self._p
        return problem_of(
            self.x.shape,
            self.x.dtype,
            (p.out_channels, p.ic_per_group, *p.kernel),
            self.x.dtype,
            self._options(),  # type: ignore[arg-type]
        )

    def convolved(
        self, x: NDArray[Any], w: NDArray[Any], backend: str, rtol: float | None = None
    ) -> NDArray[Any]:
        """Return the convolution of `x` in the place of this input."""
        options = self._options()
        if rtol is not None:
            options["rtol"] = rtol
        return conv(x, w, backend=backend, **options)

    def plan(self, w: NDArray[Any], backend: str) -> Plan:
        """Return the plan of the convolution of inputs like this one."""
        problem, choice = decide_for(self.problem(), w, backend)
        return make_plan(problem, choice, w, None)

    def _options(self) -> dict[str, Any]:
        p = self._p
        return {
            "stride": p.stride,
            "padding": self.pads,
            "dilation": p.dilation,
            "groups": p.groups,
            "padding_mode": self.mode,
            "padding_value": self.value,
            "dtype": self.x.dtype,
            "rtol": p.rtol,
            "workspace_limit": p.workspace_limit,
            "workers": p.workers,
        }

    def geometry(self) -> dict[str, list[Any]]:
        """Return the options of `_gaps.correct`, for three axes."""
        p, missing = self._p, 3 - self._p.rank
        inside = []
        for axis in range(p.rank):
            lo, n = self.pads[axis][0], self.x.shape[2 + axis]
            stride, out = p.stride[axis], p.out[axis]
            if self.mode == "constant":  # padding is valid: no output is at the border
                inside.append((0, out))
                continue
            first = min(-(-lo // stride), out)
            inside.append((first, max(first, min((lo + n - p.extent[axis]) // stride + 1, out))))
        left_out = [max(stop - first - 1, 0) for first, stop in inside]
        if self.mode == "constant" or not self.padded:  # all denominators without gaps are 1
            left_out = list(p.out)
        return {
            "stride": [1] * missing + list(p.stride),
            "dilation": [1] * missing + list(p.dilation),
            "lo": [0] * missing + [lo for lo, _ in self.pads],
            "inside": [(0, 1)] * missing + inside,
            "left_out": [1] * missing + left_out,
        }

    def border(self, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the denominators without gaps that differ: sums of the weights that meet data.

        An output's window meets data by a range of its taps on each axis, so two running sums
        tell its denominator. Of the outputs between the borders, which are alike, the first
        stands for as many as `geometry` says are left out.
        """
        p = self._p
        missing = 3 - p.rank
        if not self.padded or self.mode == "constant":
            return np.ones((len(shares), 1, 1, 1))
        geometry = self.geometry()
        sums: NDArray[np.float64] = shares.sum(1)
        for axis in range(p.rank):
            first = geometry["inside"][missing + axis][0]
            left_out = geometry["left_out"][missing + axis]
            shape = sums.shape
            sums = range_sums(
                sums.reshape(math.prod(shape[: 1 + axis]), shape[1 + axis], -1),
                p.out[axis] - left_out,
                first,
                left_out,
                (self.x.shape[2 + axis], p.stride[axis], p.dilation[axis], self.pads[axis][0]),
            ).reshape(*shape[: 1 + axis], -1, *shape[2 + axis :])
        border: NDArray[np.float64] = sums.reshape(len(shares), *(1,) * missing, *sums.shape[1:])
        return border


def normalized(
    x: NDArray[Any], w: NDArray[Any], mask: NDArray[np.bool_] | None, request: Request
) -> NDArray[Any]:
    """Return the normalized convolution of arrays with the channels first.

    Parameters
    ----------
    x : ndarray, shape ``(batch, in_channels, *spatial)``
        Real.
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
    mask : ndarray of bool, shape of `x`, or None
    request : Request

    Returns
    -------
    ndarray, shape ``(batch, out_channels, *out)``
        float32 or float64.
    """
    p = request.problem
    dtype = np.dtype(p.accumulator.char.lower())
    x = np.ascontiguousarray(x, dtype)
    shape = (len(x), p.out_channels, *p.out)
    # Windows that hold nothing but padding have no valid elements.
    if p.empty or (0 in p.spatial and p.padding_mode == "zeros"):
        return np.full(shape, request.fill_value, dtype)
    mask = None if mask is None else np.ascontiguousarray(mask)
    data = _Data(x, mask, request)
    if pays_in_one_pass(p) and is_auto(request.backend):
        tiles, always = _tiles(w, len(x), dtype, request)
        if tiles is not None and (always or data.has_gaps()):
            return in_one_pass(p, tiles, x, mask)
    weights = _Weights(w, dtype, request)
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


def _tiles(
    w: NDArray[Any], images: int, dtype: np.dtype[Any], request: Request
) -> tuple[GapTiles | None, bool]:
    """Return the tiles that compute a problem in one pass, or None if something else is faster.

    And True if they are the fastest without gaps, too.
    """
    if w.nbytes > _MAX_KEPT_BYTES:
        return _new_tiles(w, images, dtype, request)
    now = default_workers(), state(), tile_sizes(), TUNING.STRUCTURED_TAPS, TUNING.MIN_COLUMNS
    sign = math.copysign(1, request.fill_value)  # requests with fill values 0.0 and -0.0 are equal
    return _kept_tiles(w.tobytes(), w.dtype, w.shape, images, dtype, request, sign, *now)


@lru_cache(maxsize=_KEPT_TILES)
def _kept_tiles(
    w: bytes,
    w_dtype: np.dtype[Any],
    shape: tuple[int, ...],
    images: int,
    dtype: np.dtype[Any],
    request: Request,
    *_state: Any,
) -> tuple[GapTiles | None, bool]:
    return _new_tiles(np.frombuffer(w, w_dtype).reshape(shape), images, dtype, request)


def _new_tiles(
    w: NDArray[Any], images: int, dtype: np.dtype[Any], request: Request
) -> tuple[GapTiles | None, bool]:
    p, weights = request.problem, _Weights(w, dtype, request)
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
    tiles = tiles_of(p, images, dtype, weights.shares, limits, request.fill_value)
    return tiles, not others and p.out[-1] >= TUNING.MIN_COLUMNS


def _max_gaps(data: _Data, weights: _Weights, request: Request) -> float:
    """Return the gaps up to which adding up their weights is faster than another convolution."""
    p = request.problem
    seconds = decide_for(data.problem(), weights.used, request.backend)[1].seconds
    if seconds is None:  # of a named backend
        seconds = decide_for(data.problem(), weights.used)[1].seconds or math.inf
    seconds += float(data.x.nbytes * TUNING.SPLIT_SECONDS)
    of_weight: float = TUNING.WEIGHT_SECONDS + TUNING.RUN_SECONDS / p.kernel[-1]
    return seconds / (p.oc_per_group * p.taps * of_weight)


def _near_gaps(
    data: _Data,
    values: NDArray[Any],
    weights: _Weights,
    gaps: NDArray[np.int64],
    request: Request,
) -> NDArray[Any]:
    """Convolve `values`, and divide the outputs whose windows hold gaps or padding."""
    sums_products = _is_dot_product(data, weights, request)
    y = data.convolved(values, weights.used, request.backend)
    if len(gaps) or (data.mode == "zeros" and data.padded):
        numerator, denominator = weights.for_sums()
        correct(
            _three(y),
            _three(data.x),
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


def _with_validity(data: _Data, weights: _Weights, request: Request) -> NDArray[Any]:
    """Convolve values and validity by one plan, unless validity is simpler, and divide."""
    unit = 1.0 if request.normalize else 1 / weights.sums
    shared = data.shared_validity() if is_auto(request.backend) else None
    if shared is None:
        values, validity = data.values_and_validity()
        convolution = data.plan(weights.used, request.backend)
        y = convolution(values)
        # Memory that was written before has its pages, which new memory gets one by one.
        of_validity = convolution(validity, out=values if values.shape == y.shape else None)
        sums_products = backend_named(convolution.backend).dot_product
    else:
        y = data.convolved(data.cleared_by(shared), weights.used, request.backend)
        of_validity = data.convolved(shared.astype(y.dtype), weights.of_pixels(), request.backend)
        sums_products, unit = False, 1.0
    numerator, denominator = weights.for_sums()
    arguments = (
        _three(y),
        _three(of_validity),
        _three(data.x),
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


def _clear_without_weight(data: _Data, denominators: NDArray[Any]) -> None:
    """Write zeros where nothing is valid: transforms leave rounding errors there."""
    p = data.problem()
    by_group: Any = data.valid().reshape(len(data.x), p.groups, p.ic_per_group, *p.spatial).any(2)
    for image, groups in enumerate(by_group):
        for group, of_group in enumerate(groups):
            outputs = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
            np.copyto(denominators[image, outputs], 0, where=~windows_with(p, of_group))


def _of_cancelling_weights(data: _Data, weights: _Weights, request: Request) -> NDArray[Any]:
    """Do what the formula says, by sums of products: no denominator is large beside its error."""
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
        least = ((request.min_weight + error) * weights.magnitudes).reshape(along)
        y /= denominator
        if not request.normalize:
            y *= weights.sums.reshape(along).astype(y.dtype)
    np.copyto(y, request.fill_value, where=~(denominator > least))
    return y


def _is_dot_product(data: _Data, weights: _Weights, request: Request) -> bool:
    """Return True if `conv` sums products with these weights."""
    problem = data.problem()
    choice = decide_for(problem, weights.used, request.backend, prepared=False, timed=False)[1]
    return backend_named(choice.backend).dot_product


def _three(array: NDArray[Any]) -> NDArray[Any]:
    """Return `array` with three spatial axes."""
    missing = 5 - array.ndim
    return array.reshape(*array.shape[:2], *(1,) * missing, *array.shape[2:])


def _bytes(mask: NDArray[np.bool_] | None) -> NDArray[np.uint8] | None:
    return None if mask is None else _three(mask).view(np.uint8)
