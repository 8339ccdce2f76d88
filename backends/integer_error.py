"""The largest error of integers that are convolved by transforms in double precision: the proof.

Let u = 2**-53, and let a segment have F elements of each channel. Those from the input are at most
X in magnitude.

*One transform.* A stage of radix r computes butterflies of r elements, whose exact matrix is
sqrt(r) times a unitary one, and multiplies by twiddles of modulus 1. In units of u times the 2-norm
of the stage's exact result:

- sums and differences of two elements err by at most 1, so radices 2, 4 and 8 by 1, 2 and 6 (the
  last one multiplies by sqrt(1/2), a rounded constant, between its sums);
- a butterfly of odd radix r = 2 h + 1 sums h + 1 terms: sums of two elements, times rounded cosines
  and sines. No product passes through more than h + 3 roundings. By the inequality of Cauchy and
  Schwarz its error is at most ``(h + 3) * sqrt(r + 1) + 1``: 9, 13.2, 18 and 28.8 for radices 3, 5,
  7 and 11;
- a product with a twiddle errs by sqrt(5), and by the error of the twiddle itself.

So a transform errs by at most ``e * u`` times the 2-norm of its exact result, where e sums the
errors of its stages; along several axes they add up. Terms of second order are left to the reserve
in `MAX_ERROR`. Backends compute e by one of two functions:

- `error_of_length`, where another library chooses the stages: with twiddles that are products of
  two entries of a table, and so err by at most 5, no radix up to 11 errs by more than 10.5 per
  binary digit of r. Transforms of real data are the same stages without the half that symmetry
  repeats;
- `error_of_stages`, where the radices are known, and how twiddles are made: `fft_tiled` computes
  cosine and sine of an angle within an eighth of a turn. The angle, at most pi / 4, has three
  roundings, and errs by less than 1.9; with one unit in the last place for each of the functions,
  sqrt(2) together, that is at most `_TWIDDLE_ERROR` = 3.4. At the roots of ``z**n = i``, where it
  takes values of real segments, all moduli are the same. Its tiles of 16 elements are multiplied by
  products of two twiddles, which err by sqrt(5) more than both of them: `_TILE_TWIDDLE_ERROR`. They
  stand for the twiddles of the tile's first stage, which are 1.

*One output.* A backend may split a strided axis into phases, each transformed by itself: then F is
the size of a phase, and D spectra are summed for an output, those of all channels and phases; else
D is the number of channels. Let n be the elements of the input in all phases of a segment of one
channel, M the largest sum, over a filter's channels, of the 2-norms of their weights, and
``E = sqrt(n) * X * M``. Errors are taken in the 1-norm of the spectra, because an inverse transform
carries the error of a frequency to an output with modulus ``1 / F``. By Parseval's equation and the
inequality of Cauchy and Schwarz, over frequencies and then over phases, the products of a segment's
and a filter's spectra have a 1-norm of at most ``F * E``. So in units of E, the errors that reach
an output are at most

- ``e * u`` from the transforms of the input, and as much from those of the filter,
- ``sqrt(2) * (2 * D + 2) * u`` from the complex products, their sums, and the division by F,
- ``e * u`` from the inverse transform: an element of one of its stages errs by less than the
  2-norms above allow, times the sum of the moduli that its butterfly takes; and the elements that
  lead to one output have taken disjoint parts of the spectrum, whose moduli add up to ``F * E`` at
  most.
  (A butterfly of odd radix errs here by at most ``sqrt(2) * (h + 3)``, the others as above.)

So the whole is at most ``unit_error * X * M``. For all that the dtype of w allows, M is C times
the square root of the taps times the largest weight; once the weights are known, it is theirs.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

__all__ = [
    "MAX_ERROR",
    "elements_read",
    "error_of_length",
    "error_of_stages",
    "max_magnitude",
    "max_norm",
    "norm_of",
    "unit_error",
]

# Largest error that still proves a result. Half would do; the rest covers terms of second order.
MAX_ERROR = 0.25

# Error of the stages of a transform per binary digit of its length, in units of rounding; the
# module derives it, and those below.
_STAGE_ERROR = 12.0
# Errors of butterflies by radix, of a product with an exact twiddle, of a twiddle, and of one that
# is the product of two, in units of rounding.
_BUTTERFLY_ERRORS = {2: 1.0, 3: 4 * 2 + 1.0, 4: 2.0, 5: 5 * math.sqrt(6) + 1.0}
_PRODUCT_ERROR = math.sqrt(5)
_TWIDDLE_ERROR = 3.4
_TILE_TWIDDLE_ERROR = 2 * _TWIDDLE_ERROR + math.sqrt(5)


def elements_read(p: Problem, elements: int) -> int:
    """Return how many of the elements that a segment reads may differ from zero."""
    if p.padding_mode in ("zeros", "constant") and not p.padding_value:
        return min(elements, max(1, math.prod(p.spatial)))
    return elements


def error_of_length(elements: int) -> float:
    """Return the error of a transform of so many elements, in units of rounding."""
    return _STAGE_ERROR * math.log2(max(2, elements))


def error_of_stages(radices: Sequence[int]) -> float:
    """Return the error of a transform with stages of these radices, those of a tile included."""
    stages = sum([_BUTTERFLY_ERRORS[radix] + _PRODUCT_ERROR + _TWIDDLE_ERROR for radix in radices])
    return stages + _TILE_TWIDDLE_ERROR - _TWIDDLE_ERROR


def unit_error(transform_error: float, read: int, spectra: int) -> float:
    """Return the bound on the error of an output in units of ``X * M``.

    The error of a transform is in units of rounding; `read` and `spectra` are n and D.
    """
    unit = float(np.finfo(np.float64).eps) / 2
    return (3 * transform_error + 3 * (spectra + 1)) * unit * math.sqrt(read)


def max_magnitude(dtype: np.dtype[Any]) -> float:
    """Return the largest magnitude of booleans or integers of `dtype`."""
    return 1.0 if dtype.kind == "b" else float(max(np.iinfo(dtype).max, -np.iinfo(dtype).min))


def max_norm(p: Problem) -> float:
    """Return the largest M of any filters of the problem's dtype."""
    return max_magnitude(p.w_dtype) * p.ic_per_group * math.sqrt(p.taps)


def norm_of(p: Problem, w: NDArray[Any]) -> float:
    """Return the M of canonical weights, and a little more for its rounding."""
    norm = 0.0
    for weights in w:
        values = weights.astype(np.float64).reshape(p.ic_per_group, -1)
        norm = max(norm, float(np.sqrt(np.einsum("ij,ij->i", values, values)).sum()))
    return norm * (1 + 1e-6)
