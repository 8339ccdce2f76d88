"""The structure of filters: box, separable, a sum of few outer products, or dense.

A filter that is an outer product of one vector for each axis is convolved axis by axis, with the
sum of the kernel's sizes in products instead of their product. `structure_of` tells the structure
of weights, `factorise` returns the vectors.

Factors of floats are found by cross approximation, in `_crosses`. The filter is a matrix: its first
axis by all others. A column and a row through its largest element (the pivot) give an outer product
that is equal to the matrix in that column and that row. It is subtracted, and the next pivot is
that of the remainder. The row is itself a filter with one axis less, and is factorised likewise, so
in three dimensions this is cross approximation of unfoldings. Each outer product takes time in
proportion to the taps. No singular values are needed.

Factors of integers are integers: an outer product is divided by the largest common divisors of its
rows and columns, in `_integer_products`; sums of outer products come from a basis of the lattice of
its columns, in `_lattice`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ._crosses import crosses, is_supported, structure_code

__all__ = [
    "DENSE",
    "MAX_GROWTH",
    "MAX_OUTER_PRODUCTS",
    "RTOL_SHARE",
    "Factors",
    "Structure",
    "coded",
    "factorise",
    "float_test",
    "max_rank_of",
    "min_outputs_of",
    "structure_of",
]

# Maximum residual of a structure as a share of the error budget: 8 roundings by default. Weights
# that were rounded one by one differ from outer products by about one rounding.
RTOL_SHARE = 1 / 32
# Maximum number of outer products that is searched for. With more, transforms are faster: for 31x31
# taps they take about the time of five outer products.
MAX_OUTER_PRODUCTS = 4

# Maximum sum of the magnitudes of a filter's outer products, in units of the filter's own sum of
# magnitudes. Terms of opposite sign cancel, so the error counts their roundings this many times.
MAX_GROWTH = 4.0

# Maximum input or output channels of a group for which outer products may be fastest.
_MAX_CHANNELS = 4
# Maximum work of a structure that may be faster than a dense filter, as a share of the taps. Work
# is the number of products of the outer products, or of additions of a box.
_MAX_WORK_SHARE = 2 / 3
_MAX_BOX_SHARE = 1 / 2
# Nanoseconds of a call of `structure_of` and of the look-up of the problem. The taps add 2 ns each
# for an outer product and up to 5 ns for a dense filter, with which `conv` itself takes longer
# (Xeon, one core, 2026-11-29, python -m timeit on structure_of).
_TEST_NANOSECONDS = 800
_TEST_NANOSECONDS_PER_TAP = 3.5
# Maximum products of a separable call in a nanosecond: those of IPP's Gaussians on a megapixel
# (Zen 4, one core, 2026-11-29, python -m benchmarks.peers --classes separable).
_MAX_PRODUCTS_PER_NANOSECOND = 32
# Maximum share of a plain call that a test takes.
_MAX_TEST_SHARE = 0.02

# Maximum elements of a filter whose outer products are searched for. They are copied, which takes
# 512 KiB (1 MiB if complex). Transforms are faster for larger filters, unless they are boxes.
_MAX_FACTORED_TAPS = 1 << 16
# The number of `structure_code` for boxes.
_BOX = 1
# Residual in double precision of integers that may be sums of outer products.
_INTEGER_RTOL = 2.0**-40


@dataclass(frozen=True)
class Structure:
    """The structure that all filters of a problem share.

    Attributes
    ----------
    kind : str
        ``"box"``: all taps of each filter and input channel are equal. ``"separable"``: each is a
        sum of at most `rank` outer products. ``"dense"``: neither is known.
    rank : int
        Outer products of each filter and input channel at most; 1 for boxes, 0 if dense.
    residual : float
        Bound on ``sum|w_k - outer products|`` in units of ``sum|w_k|``, for each output channel k,
        rounded up to a power of two. It is 0 for boxes and integers.
    """

    kind: str
    rank: int
    residual: float

    def __str__(self) -> str:
        return f"rank {self.rank}" if self.rank > 1 else self.kind


DENSE = Structure("dense", 0, 0.0)


class Factors(NamedTuple):
    """The outer products of filters: ``sum_r axes[0][..., r, :] x axes[1][..., r, :] x ...``.

    Attributes
    ----------
    axes : tuple of ndarray, each of shape ``(out_channels, ic_per_group, rank, kernel[axis])``
        float64 or complex128, as the weights are real or complex, or int64. Vectors of all axes but
        the last have no element larger than 1 in magnitude, or are integers without a common
        divisor. The last axis carries the size, so a box has ones elsewhere. Filters of a lower
        rank are filled up with zeros.
    residual : float
        As in `Structure`, but not rounded.
    """

    axes: tuple[NDArray[Any], ...]
    residual: float


def max_rank_of(kernel: tuple[int, ...], ic_per_group: int, oc_per_group: int) -> int:
    """Return the largest number of outer products that may be faster than a dense filter.

    It is 0 if not even boxes are, so that the weights need no test. With many input and many output
    channels, transforms are shared by all pairs of channels, which outer products are not.
    """
    if min(ic_per_group, oc_per_group) > _MAX_CHANNELS:
        return 0
    taps = math.prod(kernel)
    rank = int(_MAX_WORK_SHARE * taps / _work(kernel)) if _has_outer_products(kernel) else 0
    if rank == 0 and 0 < sum(map(_box_additions, kernel)) <= _MAX_BOX_SHARE * taps:
        return 1
    return min(rank, MAX_OUTER_PRODUCTS)


def min_outputs_of(kernel: tuple[int, ...], ic_per_group: int, out_channels: int) -> int:
    """Return the minimum number of outputs with which a test takes 2 % of a plain call, or less."""
    weights = out_channels * ic_per_group * math.prod(kernel)
    nanoseconds = _TEST_NANOSECONDS + _TEST_NANOSECONDS_PER_TAP * weights
    per_output = max(ic_per_group, 1) * _work(kernel) / _MAX_PRODUCTS_PER_NANOSECOND
    return math.ceil(nanoseconds / (_MAX_TEST_SHARE * per_output))


def _work(kernel: tuple[int, ...]) -> int:
    """Return the products per output of one outer product, or the additions of a box in 1-D."""
    if _has_outer_products(kernel):
        return sum(n for n in kernel if n > 1)
    return sum(map(_box_additions, kernel))


def _has_outer_products(kernel: tuple[int, ...]) -> bool:
    """Return True if outer products may need fewer products than the kernel: from two axes on."""
    return sum(n > 1 for n in kernel) > 1


def _box_additions(n: int) -> int:
    """Return the additions that sum n neighbours by doubling."""
    return n.bit_length() - 1 + n.bit_count() - 1


def structure_of(
    w: NDArray[Any], accumulator: np.dtype[Any], max_rank: int, rtol: float
) -> Structure:
    """Return the structure of canonical weights; the parameters are those of `factorise`.

    Kernels with one tap, or of floats with `rtol` 0, are dense: sums of other products are not
    exact.
    """
    if rtol <= 0 and accumulator.kind not in "iu":
        return DENSE
    if is_supported(w):
        return coded(structure_code(w, max_rank, rtol, MAX_GROWTH, _MAX_FACTORED_TAPS))
    if w.size <= _MAX_FACTORED_TAPS:
        return _of_converted(w, accumulator, max_rank, rtol)
    if math.prod(w.shape[2:]) > _MAX_FACTORED_TAPS:
        return DENSE
    # Some output channels at a time are converted, so that little memory is needed.
    step = max(1, _MAX_FACTORED_TAPS // math.prod(w.shape[1:]))
    found = []
    for start in range(0, len(w), step):
        part = _of_converted(w[start : start + step], accumulator, max_rank, rtol)
        if part == DENSE:
            return DENSE
        found.append(part)
    if all(part.kind == "box" for part in found):
        return found[0]
    rank, residual = max(part.rank for part in found), max(part.residual for part in found)
    return Structure("separable", rank, residual)


def _of_converted(
    w: NDArray[Any], accumulator: np.dtype[Any], max_rank: int, rtol: float
) -> Structure:
    """Return the structure of weights that are not in a type of `_crosses`."""
    values = _as_computed(w, accumulator)
    if values is None:
        return DENSE
    code = structure_code(values, max_rank, rtol, MAX_GROWTH, _MAX_FACTORED_TAPS)
    kernel = values.shape[2:]
    exact, is_line = values.dtype == np.int64, max(kernel) == math.prod(kernel)
    if code > 0 or not exact or is_line or w.size == 0:
        return coded(code)
    terms = _integer_terms(values, max_rank, MAX_GROWTH)
    return DENSE if terms is None else Structure("separable", terms.shape[2], 0.0)


def float_test(max_rank: int, rtol: float) -> Callable[[NDArray[Any]], int]:
    """Return the function that tests canonical weights of floats as `structure_of` does.

    They are of float32 or float64. Its result is a number for each structure; none of it is Python.
    """
    return partial(
        structure_code,
        max_rank=max_rank,
        rtol=rtol,
        max_growth=MAX_GROWTH,
        max_taps=_MAX_FACTORED_TAPS,
    )


@lru_cache(maxsize=256)
def coded(code: int) -> Structure:
    """Return the structure for a number from `structure_code`."""
    if code == _BOX:
        return Structure("box", 1, 0.0)
    if code == 0:
        return DENSE
    rank, exponent = divmod(code, 4096)
    return Structure("separable", rank, 2.0 ** (exponent - 2048))


def factorise(
    w: NDArray[Any],
    accumulator: np.dtype[Any],
    max_rank: int,
    rtol: float,
    max_growth: float = MAX_GROWTH,
) -> Factors | None:
    """Return the outer products of canonical weights, or None if no such sum is good enough.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
    accumulator : dtype
        Dtype in which the convolution sums. Factors of integers are integers and exact.
    max_rank : int
        Maximum number of outer products of a filter.
    rtol : float
        Largest residual.
    max_growth : float
        Maximum sum of the magnitudes of a filter's outer products, in units of the filter's own
        sum of magnitudes.

    Notes
    -----
    The result is the same for the same real weights in the same order of axes, on every machine.
    """
    values = w if is_supported(w) else _as_computed(w, accumulator)
    if values is None or w.size == 0:
        return None
    kernel = w.shape[2:]
    if structure_code(values, 1, 0.0, max_growth, 0) == _BOX:
        return Factors(_box_axes(values), 0.0)
    residual = 0.0
    if accumulator.kind in "iu":
        terms = _integer_terms(values, max_rank, max_growth)
        if terms is None:
            return None
    else:
        found = crosses(values, max_rank, rtol, max_growth)
        if found is None:
            return None
        terms, residual = found
    ends = accumulate(kernel, initial=terms.shape[-1] - sum(kernel))
    axes = tuple(terms[..., a:b] for a, b in pairwise(ends))
    return Factors(axes, residual)


def _box_axes(values: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    """Return the factors of boxes: ones, and along the last axis the value."""
    *others, last = values.shape[2:]
    first_tap: Any = (slice(None), slice(None), *(0,) * len(others), slice(0, 1))
    dtype = np.result_type(values.dtype, np.float64) if values.dtype != np.int64 else np.int64
    ones = [np.ones((*values.shape[:2], 1, n), dtype) for n in others]
    return (*ones, np.repeat(values[first_tap][..., None, :].astype(dtype), last, axis=-1))


def _as_computed(w: NDArray[Any], accumulator: np.dtype[Any]) -> NDArray[Any] | None:
    """Return the weights in a type of `_crosses`, or None where they do not fit into it."""
    if accumulator.kind in "fc":
        return w.astype(np.complex128 if w.dtype.kind == "c" else np.float64)
    if w.dtype == np.uint64 and w.size and int(w.max()) > np.iinfo(np.int64).max:
        return None
    return w.astype(np.int64)


def _integer_terms(values: NDArray[Any], max_rank: int, max_growth: float) -> NDArray[Any] | None:
    """Return the outer products of integers, one vector after the other, as `crosses` does."""
    # Most programs have no such filters.
    from ._integer_products import integer_products
    from ._lattice import integer_sums

    terms = integer_products(values)
    if terms is None and max_rank > 1 and _may_have_rank(values, max_rank):
        terms = integer_sums(values, max_rank, max_growth)
    return terms


def _may_have_rank(values: NDArray[Any], max_rank: int) -> bool:
    """Return True unless double precision tells that integers have a higher rank.

    In three dimensions, crosses may need more outer products than a basis of the lattice.
    """
    max_products = max_rank if values.ndim < 5 else max_rank**2
    return crosses(values.astype(np.float64), max_products, _INTEGER_RTOL, math.inf) is not None
