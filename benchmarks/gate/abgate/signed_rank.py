"""Wilcoxon's signed-rank test, exact for small samples, in plain Python."""

import math
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["p_positive"]

# Maximum number of values for which all choices of signs are counted. 128 values take 10 ms, once
# (Emerald Rapids, one core). For more values the normal distribution is used. Its p-values are at
# most 1 % too small; those down to 1e-4 are at most 20 % too large
# (`tests/benchmarking/test_ab_verdicts.py`).
_MAX_EXACT = 128


def p_positive(values: Sequence[float]) -> float:
    """Return the one-sided p-value of the hypothesis that the median of `values` is at most 0.

    Parameters
    ----------
    values : sequence of float
        Independent, each symmetric about the median. Ties share their mean rank. The rank of a
        zero counts as half positive.

    Examples
    --------
    >>> p_positive([0.1, 0.2, 0.3, 0.4]) == 1 / 2**4
    True
    """
    ranks = _doubled_ranks([abs(value) for value in values])
    signed = [rank for value, rank in zip(values, ranks, strict=True) if value != 0]
    positive = sum(rank for value, rank in zip(values, ranks, strict=True) if value > 0)
    if not signed:
        return 1.0
    if len(signed) <= _MAX_EXACT:
        return _exact(tuple(sorted(signed)), positive)
    mean, spread = sum(signed) / 2, math.sqrt(sum(rank * rank for rank in signed)) / 2
    # The sum moves in steps of 2; half a step is the correction for continuity.
    return 0.5 * math.erfc((positive - 1 - mean) / (spread * math.sqrt(2)))


def _doubled_ranks(sizes: Sequence[float]) -> list[int]:
    """Return twice the rank of each of `sizes`, which is a whole number even for ties."""
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    ranks = [0] * len(sizes)
    first = 0
    while first < len(order):
        last = first
        while last + 1 < len(order) and sizes[order[last + 1]] == sizes[order[first]]:
            last += 1
        for place in order[first : last + 1]:
            ranks[place] = first + last + 2
        first = last + 1
    return ranks


def _exact(ranks: tuple[int, ...], positive: int) -> float:
    """Return the share of all choices of signs whose positive ranks sum to at least `positive`."""
    width = len(ranks) + 1
    tail = _counts(ranks) >> (width * positive)
    # The sum of the digits to base b is the number modulo b - 1, because it is below that.
    return (tail % ((1 << width) - 1)) / (1 << len(ranks))


@lru_cache(maxsize=16)
def _counts(ranks: tuple[int, ...]) -> int:
    """Return how many choices of signs give each sum of positive ranks.

    One big integer holds the counts, ``len(ranks) + 1`` bits for each sum: a shift and an addition
    for each rank multiply the generating function by ``1 + x**rank``.
    """
    counts, width = 1, len(ranks) + 1
    for rank in ranks:
        counts += counts << (width * rank)
    return counts
