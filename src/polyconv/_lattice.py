"""Filters of integers as sums of outer products of integers.

A filter is a matrix of integers: its first axis by all others. All integer combinations of its
columns form a lattice. A basis of the lattice has as many vectors as the matrix has rank, and each
column is an integer combination of them, so the basis and the coefficients are the factors. The
coefficients of one vector are a filter with one axis less, and are factorised likewise.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["integer_sums"]

_MAX_INTEGER = np.iinfo(np.int64).max

# A vector for each axis: one outer product.
_Term = tuple[list[int], ...]


def integer_sums(w: NDArray[Any], max_rank: int, max_growth: float) -> NDArray[Any] | None:
    """Return the outer products of canonical weights of integers, or None.

    Parameters
    ----------
    w : ndarray of int64, shape ``(out_channels, ic_per_group, *kernel)``
    max_rank : int
        Maximum number of outer products of a filter.
    max_growth : float
        Maximum sum of the magnitudes of a filter's outer products, in units of the filter's own
        sum of magnitudes.

    Returns
    -------
    ndarray of int64, shape ``(out_channels, ic_per_group, rank, sum(kernel))``
        For each outer product the vectors of all axes, one after the other.
    """
    kernel = w.shape[2:]
    found: list[list[_Term]] = []
    for taps in w.reshape(-1, math.prod(kernel)).tolist():
        terms = _terms(taps, kernel, max_rank)
        if terms is None:
            return None
        size = sum(math.prod(sum(map(abs, vector)) for vector in term) for term in terms)
        if size > max_growth * sum(map(abs, taps)):
            return None
        found.append(terms)
    rank = max(map(len, found))
    result = np.zeros((len(found), rank, sum(kernel)), np.int64)
    for filter_terms, rows in zip(found, result, strict=True):
        for term, row in zip(filter_terms, rows, strict=False):
            row[:] = [value for vector in term for value in vector]
    return result.reshape(*w.shape[:2], rank, -1)


def _terms(taps: list[int], kernel: tuple[int, ...], max_rank: int) -> list[_Term] | None:
    """Return outer products whose sum is a filter, or None if there are more than `max_rank`."""
    if len(kernel) == 1:
        return [(taps,)] if max(map(abs, taps)) <= _MAX_INTEGER else None
    n, rest = kernel[0], kernel[1:]
    step = math.prod(rest)
    rows = [taps[i * step : (i + 1) * step] for i in range(n)]
    basis = _basis([list(column) for column in zip(*rows, strict=True)], max_rank)
    if basis is None:
        return None
    terms: list[_Term] = []
    for vector in basis:
        # The basis has row echelon form: its leading elements tell the coefficients one by one.
        lead = next(i for i, value in enumerate(vector) if value)
        divisor = math.gcd(*vector)
        u = [value // divisor for value in vector]
        if max(map(abs, u)) > _MAX_INTEGER:
            return None
        coefficients = [value // u[lead] for value in rows[lead]]
        rows = [
            [value - factor * c for value, c in zip(row, coefficients, strict=True)]
            for row, factor in zip(rows, u, strict=True)
        ]
        inner = _terms(coefficients, rest, max_rank - len(terms))
        if inner is None:
            return None
        terms += [(u, *term) for term in inner]
    return terms


def _basis(vectors: list[list[int]], max_rank: int) -> list[list[int]] | None:
    """Return a basis, in row echelon form, of all integer combinations of `vectors`.

    Euclid's algorithm on vectors. None if the basis has more than `max_rank` vectors.
    """
    left = [vector for vector in vectors if any(vector)]
    basis: list[list[int]] = []
    at = 0
    while left:
        if len(basis) == max_rank:
            return None
        while not any(vector[at] for vector in left):
            at += 1
        while True:
            having = [vector for vector in left if vector[at]]
            smallest = min(having, key=lambda vector: abs(vector[at]))
            if len(having) == 1:
                break
            for vector in having:
                if vector is not smallest:
                    times = vector[at] // smallest[at]
                    vector[:] = [v - times * s for v, s in zip(vector, smallest, strict=True)]
        sign = 1 if smallest[at] > 0 else -1
        basis.append([sign * value for value in smallest])
        left = [vector for vector in left if vector is not smallest and any(vector)]
    return basis
