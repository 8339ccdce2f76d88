"""The structure of filters: box, separable, a sum of few outer products, or dense.

A filter that is an outer product of one vector for each axis is convolved axis by axis, with the
sum of the kernel's sizes in products instead of their product. `structure_of` tells the structure
of weights, `factorise` returns the vectors.

Factors are found by cross approximation. The filter is a matrix: its first axis by all others. A
column and a row through its largest element (the pivot) give an outer product that is equal to the
matrix in that column and that row. It is subtracted, and the next pivot is that of the remainder.
The row is itself a filter with one axis less, and is factorised likewise, so in three dimensions
this is cross approximation of unfoldings. Each outer product takes time in proportion to the taps.
No singular values are needed.
"""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "DENSE",
    "MAX_GROWTH",
    "MAX_RANK",
    "Factors",
    "Structure",
    "factorise",
    "max_rank_of",
    "min_outputs_of",
    "structure_of",
]

# Largest number of outer products that is looked for. With more, transforms are faster: for 31x31
# taps they take about the time of five outer products.
MAX_RANK = 4

# Largest sum of magnitudes of a filter's outer products, in units of the filter's own. Terms of
# opposite sign cancel, so roundings of the terms count by this factor in the error.
MAX_GROWTH = 4.0

# Channels of a group, in or out, up to which outer products may win.
_MAX_CHANNELS = 4
# Products of the outer products, and additions of a box, as a share of the taps, up to which they
# may be faster than a dense filter.
_MAX_WORK_SHARE = 2 / 3
_MAX_BOX_SHARE = 1 / 2
# Cost of a test in nanoseconds, and speed of the fastest separable call.
_TEST_NANOSECONDS = 800
_TEST_NANOSECONDS_PER_TAP = 3
_MAX_PRODUCTS_PER_NANOSECOND = 40
_MAX_TEST_SHARE = 0.02

# A vector for each axis: one outer product.
_Term = tuple[NDArray[Any], ...]


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
        rounded up to a power of two; 0 where the outer products are exact.
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
        float64, complex128 or int64. Vectors of all axes but the last have no element larger than
        1 in magnitude, unless they are integers. The last axis carries the size, so a box has ones
        elsewhere. Filters of a lower rank are filled up with zeros.
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
    return min(rank, MAX_RANK)


def min_outputs_of(kernel: tuple[int, ...], ic_per_group: int, out_channels: int) -> int:
    """Return the number of outputs from which on a test takes at most 2 % of a plain call."""
    weights = out_channels * ic_per_group * math.prod(kernel)
    nanoseconds = _TEST_NANOSECONDS + _TEST_NANOSECONDS_PER_TAP * weights
    per_output = ic_per_group * _work(kernel) / _MAX_PRODUCTS_PER_NANOSECOND
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


def factorise(
    w: NDArray[Any], accumulator: np.dtype[Any], max_rank: int, rtol: float
) -> Factors | None:
    """Return the outer products of canonical weights, or None if no such sum is good enough.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
    accumulator : dtype
        That in which the convolution sums. Factors of integers are integers and exact.
    max_rank : int
        Outer products at most.
    rtol : float
        Largest residual allowed.

    Notes
    -----
    The result is the same for the same weights in the same order of axes, on every machine.
    The outer products of a filter have magnitudes of at most `MAX_GROWTH` times its own in sum.
    """
    exact = accumulator.kind in "iu"
    values = _as_computed(w, accumulator)
    if values is None or 0 in values.shape:
        return None
    filters: list[list[list[_Term]]] = []
    residual = 0.0
    for of_output in values:
        terms_of_output = []
        left = total = 0.0
        for a in of_output:
            size = _size(a)
            terms = _exact_terms(a, max_rank) if exact else _terms(a, max_rank, rtol * size)
            if terms is None or _sizes(terms) > MAX_GROWTH * size:
                return None
            left += 0.0 if exact else _size(a - _sum(terms))
            total += size
            terms_of_output.append(terms)
        filters.append(terms_of_output)
        residual = max(residual, left / total if total else 0.0)
    if residual > rtol:
        return None
    rank = max(len(terms) for of_output in filters for terms in of_output)
    axes = []
    for axis, taps in enumerate(values.shape[2:]):
        vectors = np.zeros((*values.shape[:2], rank, taps), values.dtype)
        for k, of_output in enumerate(filters):
            for c, terms in enumerate(of_output):
                for r, term in enumerate(terms):
                    vectors[k, c, r] = term[axis]
        axes.append(vectors)
    return Factors(tuple(axes), residual)


def structure_of(
    w: NDArray[Any], accumulator: np.dtype[Any], max_rank: int, rtol: float
) -> Structure:
    """Return the structure of canonical weights; the parameters are those of `factorise`."""
    if math.prod(w.shape[2:]) < 2 or w.size == 0:
        return DENSE
    if accumulator.kind not in "iu" and rtol <= 0:
        return DENSE
    if _is_box(w):
        return Structure("box", 1, 0.0)
    if not _has_outer_products(w.shape[2:]):
        return DENSE
    factors = factorise(w, accumulator, max_rank, rtol)
    if factors is None:
        return DENSE
    residual = factors.residual and 2.0 ** math.ceil(math.log2(factors.residual))
    return Structure("separable", factors.axes[0].shape[2], residual)


def _is_box(w: NDArray[Any]) -> bool:
    """Return True if each filter of each channel has one finite value."""
    first = w[(slice(None), slice(None), *(slice(0, 1),) * (w.ndim - 2))]
    return bool((w == first).all() and np.isfinite(first.astype(complex)).all())


def _as_computed(w: NDArray[Any], accumulator: np.dtype[Any]) -> NDArray[Any] | None:
    """Return the weights in the type of the factors, or None where they do not fit into it."""
    if accumulator.kind in "iu":
        if w.dtype == np.uint64 and w.size and int(w.max()) > np.iinfo(np.int64).max:
            return None
        return w.astype(np.int64)
    values = w.astype(np.complex128 if accumulator.kind == "c" else np.float64)
    return values if np.isfinite(values).all() else None


def _size(a: NDArray[Any]) -> float:
    return float(np.abs(a.astype(np.float64) if a.dtype == np.int64 else a).sum())


def _outer(term: _Term) -> NDArray[Any]:
    product = term[0]
    for vector in term[1:]:
        product = np.multiply.outer(product, vector)
    return product


def _sum(terms: list[_Term]) -> NDArray[Any]:
    total = _outer(terms[0])
    for term in terms[1:]:
        total = total + _outer(term)
    return total


def _sizes(terms: list[_Term]) -> float:
    """Return the sum of the magnitudes of all outer products."""
    return sum(math.prod(map(_size, term)) for term in terms)


def _terms(a: NDArray[Any], max_rank: int, limit: float) -> list[_Term] | None:
    """Return outer products that differ from `a` by at most `limit` in sum, by crosses."""
    if a.ndim == 1:
        return [(a,)]
    rest = a.shape[1:]
    left = a.reshape(len(a), -1).copy()
    terms: list[_Term] = []
    while not terms or not _size(left) <= limit:
        row, column = divmod(int(np.abs(left).argmax()), left.shape[1])
        pivot = left[row, column]
        # The inner factors may use half of the limit.
        u = left[:, column] / pivot if pivot else np.zeros(len(a), a.dtype)
        inner_limit = limit / (2 * _size(u)) if pivot else 0.0
        inner = _terms(left[row].reshape(rest).copy(), max_rank - len(terms), inner_limit)
        if inner is None or len(terms) + len(inner) > max_rank:
            return None
        terms += [(u, *term) for term in inner]
        left -= np.multiply.outer(u, _sum(inner).ravel())
    return terms


def _exact_terms(a: NDArray[Any], max_rank: int) -> list[_Term] | None:
    """Return outer products of integers whose sum is `a`, or None."""
    if a.ndim == 1:
        return [(a,)]
    basis = _lattice_basis(a.reshape(len(a), -1).T.tolist(), max_rank)
    if basis is None:
        return None
    if not basis:
        return [tuple(np.zeros(n, np.int64) for n in a.shape)]
    # The basis has row echelon form: the leading elements tell the coefficients one by one.
    rows = a.reshape(len(a), -1).tolist()
    terms: list[_Term] = []
    for vector in basis:
        lead = next(i for i, value in enumerate(vector) if value)
        scale = math.gcd(*vector)
        u = [value // scale for value in vector]
        coefficients = [value // u[lead] for value in rows[lead]]
        rows = [
            [value - factor * c for value, c in zip(row, coefficients, strict=True)]
            for row, factor in zip(rows, u, strict=True)
        ]
        if max(map(abs, (*u, *coefficients))) > np.iinfo(np.int64).max:
            return None
        inner = _exact_terms(
            np.array(coefficients, np.int64).reshape(a.shape[1:]), max_rank - len(terms)
        )
        if inner is None or len(terms) + len(inner) > max_rank:
            return None
        terms += [(np.array(u, np.int64), *term) for term in inner]
    return terms


def _lattice_basis(vectors: list[list[int]], max_rank: int) -> list[list[int]] | None:
    """Return a basis, in row echelon form, of all integer combinations of `vectors`.

    Euclid's algorithm on rows. None if the basis has more than `max_rank` vectors.
    """
    left = [list(vector) for vector in vectors if any(vector)]
    basis: list[list[int]] = []
    column = 0
    while left:
        if len(basis) == max_rank:
            return None
        while not any(vector[column] for vector in left):
            column += 1
        while True:
            having = [vector for vector in left if vector[column]]
            smallest = min(having, key=lambda vector: abs(vector[column]))
            if len(having) == 1:
                break
            for vector in having:
                if vector is not smallest:
                    times = vector[column] // smallest[column]
                    vector[:] = [v - times * s for v, s in zip(vector, smallest, strict=True)]
        sign = 1 if smallest[column] > 0 else -1
        basis.append([sign * value for value in smallest])
        left = [vector for vector in left if vector is not smallest and any(vector)]
    return basis
