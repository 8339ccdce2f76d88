"""Normalized convolution of images by strips of rows that stay in cache.

For long windows of single channels, which a transform convolves. A strip's values are written once,
with zeros at gaps, and convolved into the rows of the result, which are divided while they are in
cache. Denominators follow from the strip's own gaps::

    none     those of the border, if the strip reads padding
    few      those without gaps less the weights of the gaps, added up in registers
    many     the convolution of the strip's validity, by the same plan
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._arrays import new_result
from ._gap_strip_division import divide_by_sums, divide_by_weights
from ._gap_strips import block_of, clear, padded_weights, validity, words_of
from ._gapped_input import GappedInput, NanconvRequest
from ._machine import threads_now
from ._nanconv_tuning import TUNING
from ._plan import make_plan
from ._problem import Problem
from ._registry import backend_named
from ._select import decide_for
from ._window_weights import WindowWeights

__all__ = ["Strips", "pays_in_strips", "strip_settings"]


def pays_in_strips(p: Problem) -> bool:
    """Return True if strips compute a problem for which tiles do not pay."""
    plain = p.rank == 2 and p.ic_per_group == 1 and max(p.stride) == max(p.dilation) == 1
    return plain and p.padding_mode != "constant" and p.taps > TUNING.STRUCTURED_TAPS


def strip_settings() -> tuple[float, ...]:
    """Return the measured numbers on which prepared strips depend."""
    return TUNING.STRIP_BYTES, TUNING.STRIP_WEIGHT_SECONDS, TUNING.STRUCTURED_TAPS


class Strips:
    """A normalized convolution of images whose filters read one channel each, ready to be called.

    Parameters
    ----------
    data : GappedInput
        Padded, but for padding that counts as gaps. Other inputs of its shape may follow.
    weights : WindowWeights
        Divided by their sums.
    request : NanconvRequest
    """

    def __init__(self, data: GappedInput, weights: WindowWeights, request: NanconvRequest) -> None:
        p, itemsize = request.problem, data.x.itemsize
        row_bytes = data.x.shape[1] * data.x.shape[3] * itemsize
        self._lo, halo = data.pads[0][0], p.kernel[0] - 1
        # Rows in the halo are read twice, so they are a third of a strip at most.
        rows = max(TUNING.STRIP_BYTES // row_bytes - halo, 2 * halo, 1)
        self._rows = -(-p.out[0] // -(-p.out[0] // rows))  # of outputs, alike for all strips
        self._read = self._rows + halo
        self._workers = p.workers
        self._shape, self._fill = (p.out_channels, *p.out), request.fill_value

        problem, choice = decide_for(data.strip(self._read), weights.used, request.backend)
        self._convolution = make_plan(problem, choice, weights.used, None)
        self._numerator, self._denominator = weights.for_sums()
        self._padded = padded_weights(self._denominator[:, 0, 0], data.x.dtype)
        self._border = data.border(self._denominator[:, :, 0])
        self._geometry = data.geometry()
        sums_products = backend_named(self._convolution.backend).dot_product
        unit = 1.0 if request.normalize else 1 / weights.sums
        # A denominator that is a difference keeps the rounding errors of all weights, whichever
        # backend convolves.
        self._limits = weights.limits(sums_products=False)
        self._limits_of_sums = weights.limits(sums_products, unit)
        # Weights that are subtracted for each gap, zeros beside the window included.
        rows, columns = block_of(itemsize)
        count = (p.kernel[0] + rows - 1) * (p.kernel[1] + columns - 1) * p.oc_per_group
        self._max_gaps = (choice.seconds or 0.0) / (count * TUNING.STRIP_WEIGHT_SECONDS)

    def __call__(self, x: NDArray[Any], mask: NDArray[np.bool_] | None) -> NDArray[Any]:
        """Return the normalized convolution of contiguous arrays."""
        images, channels, height, width = x.shape
        workers = threads_now(self._workers)
        y = new_result((images, *self._shape), x.dtype)
        values = np.empty((channels, self._read, width), x.dtype)
        bits = np.empty((channels, self._read, words_of(width)), np.uint64)
        masked = None if mask is None else mask.view(np.uint8)
        masks = None if masked is None else masked[:, :, None]
        planes, inputs = y[:, :, None], x[:, :, None]
        sums: NDArray[Any] | None = None
        for image in range(images):
            # The last strip ends with the result, and may repeat rows of the one before.
            last = self._shape[1] - self._rows
            for first in (*range(0, last, self._rows), last):
                gaps = clear(x, masked, image, first - self._lo, values, bits, workers)
                rows = y[image : image + 1, :, first : first + self._rows]
                self._convolution(values[None], out=rows)
                if gaps <= self._max_gaps:
                    divide_by_weights(
                        planes,
                        inputs,
                        masks,
                        self._numerator,
                        self._denominator,
                        bits,
                        gaps,
                        self._padded,
                        self._border,
                        self._geometry,
                        self._limits,
                        self._fill,
                        image,
                        first,
                        workers,
                    )
                    continue
                validity(bits, first - self._lo, height, values, workers)
                sums = self._convolution(values[None], out=sums)
                divide_by_sums(
                    planes,
                    inputs,
                    masks,
                    self._numerator,
                    self._denominator,
                    bits,
                    sums,
                    self._geometry,
                    self._limits_of_sums,
                    self._fill,
                    image,
                    first,
                    workers,
                )
        return y
