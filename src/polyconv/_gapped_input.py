"""An input with gaps, as `_normalized` convolves it: its padding, its gaps, and its geometry."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._api import conv
from ._calls import Plan
from ._gap_scans import clear, count, has_nan, split
from ._gaps import range_sums
from ._plan import make_plan
from ._problem import Problem
from ._problem_cache import problem_of
from ._select import decide_for

__all__ = ["GappedInput", "NanconvRequest"]


@dataclass(frozen=True)
class NanconvRequest:
    """The checked arguments of `nanconv`, but for its arrays."""

    problem: Problem
    backend: str
    normalize: bool
    min_weight: float
    fill_value: float


class GappedInput:
    """An input with its gaps, and the geometry of the windows on it.

    Attributes
    ----------
    x : ndarray, shape ``(batch, in_channels, *spatial)``
    mask : ndarray of bool of that shape, or None
    pads : tuple
        The padding that is still to be added, which counts as gaps.
    """

    def __init__(
        self, x: NDArray[Any], mask: NDArray[np.bool_] | None, request: NanconvRequest
    ) -> None:
        self.x, self.mask, self.pads = x, mask, request.problem.pads
        self.mode, self.value = request.problem.padding_mode, request.problem.padding_value
        if self.value != self.value:  # padding with NaN holds no data, as if there were no padding
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
        max_gaps = int(min(limit, self.x.size))
        gaps = count(x, mask, max_gaps)
        if gaps > max_gaps:
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
        """Return the mask of valid pixels, by group, if each gap covers all channels of a group.

        Return None if channels of a group have different gaps, or if a group has one channel, where
        nothing is saved.
        """
        p = self._p
        if p.ic_per_group == 1:
            return None
        by_group = self.valid().reshape(len(self.x), p.groups, p.ic_per_group, *self.x.shape[2:])
        first = by_group[:, :, 0]
        # If gaps differ between channels, they mostly differ between the first two.
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

    def strip(self, rows: int) -> Problem:
        """Return the convolution of the `rows` rows that some rows of outputs of an image read."""
        p, (channels, _, width) = self._p, self.x.shape[1:]
        options = self._options() | {"padding": ((0, 0), self.pads[1])}
        return problem_of(
            (1, channels, rows, width),
            self.x.dtype,
            (p.out_channels, p.ic_per_group, *p.kernel),
            self.x.dtype,
            options,  # type: ignore[arg-type]
        )

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
            if self.mode == "constant":  # padding is valid, so no output is at the border
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
        tell its denominator. The outputs between the borders are alike: the first stands for
        all of them, and `geometry` tells the number of those left out.
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
