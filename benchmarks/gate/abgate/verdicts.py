"""The statistics of the gate: from paired log-ratios to verdicts, and the rounds to look after.

Each round yields ``log(new time / old time)`` for each row. Old and new run in random order,
so if the builds do not differ, that number is symmetric about zero for any distribution of the
noise. Wilcoxon's signed-rank test assumes only this symmetry, and is exact for samples this small;
bootstrap intervals are not exact at such levels. So the test decides, and the bootstrap interval
beside each ratio is information for the reader.

The line between slower and same is half the threshold. A row (a workload's time
or memory, in one of the new builds) is *slower* when the test rejects
that its ratio lies below the line, and *same* when it rejects that the ratio reaches the threshold.
Otherwise it needs more rounds.

Three corrections keep the rate of false alarms within alpha:

- Many rows are tested at once: p-values are adjusted by Benjamini and Hochberg's method. It
  bounds the rate of false discoveries; where nothing differs, every discovery is false, so the
  bound is the probability of any alarm.
- Data are tested repeatedly: look k may spend ``alpha / (k (k + 1))``. These shares sum to alpha,
  so by the union bound all looks together stay within it, however they depend on each other.
- Decided rows leave the later rounds, but stay in the number of tests.

The first look comes as soon as it can decide: after n rounds no p-value is below ``2**-n``. For two
workloads that is 9 rounds, for eight 11. A row that lies far from both limits, as most do, is
decided there.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .signed_rank import p_positive

__all__ = [
    "MAX_ROUNDS",
    "Decision",
    "Verdict",
    "decide",
    "estimate",
    "interval",
    "looks",
    "share_of_look",
    "verdict",
]

# Maximum number of rounds of a comparison. The noisiest workloads of the power study were decided
# in fewer.
MAX_ROUNDS = 1024

# Growth of the number of rounds from one look to the next. Each look costs a share of alpha;
# waiting costs rounds.
_GROWTH = 4 / 3

# Level of each interval in the reports, and resamples of its bootstrap.
_CONFIDENCE = 0.95
_RESAMPLES = 1999

# Share trimmed at each end before the mean, so that one disturbed round in four does no harm.
_TRIMMED = 0.25


@dataclass(frozen=True)
class Decision:
    """The result of the test of one row at one look.

    Attributes
    ----------
    outcome : str
        ``"slower"``, ``"faster"``, ``"same"`` (a slowdown of the threshold is excluded) or
        ``"undecided"``.
    p_slower : float
        Adjusted p-value of the hypothesis that the ratio lies below the line.
    """

    outcome: str
    p_slower: float


@dataclass(frozen=True)
class Verdict:
    """Decision and estimate of one row.

    Attributes
    ----------
    name : str
        That of the row.
    outcome, p_slower
        Those of the `Decision` at the last look at this row.
    ratio, low, high : float
        Time (or memory) of the new build over that of the old, and its 95 % bootstrap interval.
    threshold : float
        Slowdown that had to be found, as a fraction.
    rounds : int
        Number of pairs.
    """

    name: str
    outcome: str
    p_slower: float
    ratio: float
    low: float
    high: float
    threshold: float
    rounds: int


def looks(tested: int, alpha: float) -> list[int]:
    """Return the numbers of rounds after which the data of `tested` rows are tested.

    Examples
    --------
    >>> looks(2, 0.01)[:4], looks(8, 0.01)[:4]
    ([9, 12, 16, 22], [11, 15, 20, 27])
    """
    rounds = math.ceil(math.log2(tested / share_of_look(1, alpha)))
    found = []
    while rounds < MAX_ROUNDS:
        found.append(rounds)
        rounds = math.ceil(_GROWTH * rounds)
    return [*found, MAX_ROUNDS]


def share_of_look(look: int, alpha: float) -> float:
    """Return the share of `alpha` that look number `look`, from 1, may spend.

    Examples
    --------
    >>> round(sum(share_of_look(look, 0.01) for look in range(1, 1000)), 5)
    0.00999
    """
    return alpha / (look * (look + 1))


def estimate(ratios: Sequence[float]) -> float:
    """Return the mean of log-ratios without the outer quarters.

    Examples
    --------
    >>> estimate([0.0, 1.0, 2.0, 100.0])
    1.5
    """
    cut = int(_TRIMMED * len(ratios))
    middle = sorted(ratios)[cut : len(ratios) - cut]
    return math.fsum(middle) / len(middle)


def interval(ratios: Sequence[float], seed: int) -> tuple[float, float]:
    """Return the percentile interval of `estimate` in bootstrap samples."""
    draw = random.Random(seed)
    found = sorted(estimate(draw.choices(ratios, k=len(ratios))) for _ in range(_RESAMPLES))
    outside = round((1 - _CONFIDENCE) / 2 * _RESAMPLES)
    return found[outside], found[-1 - outside]


def decide(
    ratios: Mapping[str, Sequence[float]],
    thresholds: Mapping[str, float],
    *,
    tested: int,
    share: float,
) -> dict[str, Decision]:
    """Test the rows that are still undecided.

    Parameters
    ----------
    ratios : mapping of str to sequence of float
        Log-ratios of each row, one per round; the same number of each.
    thresholds : mapping of str to float
        Slowdown of each row that must be found, as a fraction.
    tested : int
        Rows in the whole comparison, including those decided before.
    share : float
        Probability of a false alarm that this look may spend; also, for each row, of a miss.
    """
    lines = {name: 0.5 * math.log1p(thresholds[name]) for name in ratios}
    slower = _adjusted([_p_above(pairs, lines[name]) for name, pairs in ratios.items()], tested)
    faster = _adjusted([_p_below(pairs, -lines[name]) for name, pairs in ratios.items()], tested)
    decisions = {}
    for name, p_slower, p_faster in zip(ratios, slower, faster, strict=True):
        if p_slower <= share:
            outcome = "slower"
        elif _p_below(ratios[name], 2 * lines[name]) <= share:
            outcome = "faster" if p_faster <= share else "same"
        else:
            outcome = "undecided"
        decisions[name] = Decision(outcome, p_slower)
    return decisions


def verdict(
    name: str, decision: Decision, ratios: Sequence[float], threshold: float, seed: int
) -> Verdict:
    """Return a decision together with the estimate and its interval."""
    low, high = map(math.exp, interval(ratios, seed))
    middle = math.exp(estimate(ratios))
    return Verdict(
        name, decision.outcome, decision.p_slower, middle, low, high, threshold, len(ratios)
    )


def _p_above(pairs: Sequence[float], line: float) -> float:
    """Return the p-value of the hypothesis that the median of `pairs` is at most `line`."""
    return p_positive([pair - line for pair in pairs])


def _p_below(pairs: Sequence[float], line: float) -> float:
    """Return the p-value of the hypothesis that the median of `pairs` is at least `line`."""
    return p_positive([line - pair for pair in pairs])


def _adjusted(values: Sequence[float], tested: int) -> list[float]:
    """Adjust p-values by Benjamini and Hochberg among `tested`; those not given count as 1.

    Examples
    --------
    >>> _adjusted([0.01, 0.5], tested=10)
    [0.1, 1.0]
    """
    adjusted, smallest = [1.0] * len(values), 1.0
    order = sorted(range(len(values)), key=values.__getitem__)
    for place, index in zip(range(len(values), 0, -1), reversed(order), strict=True):
        smallest = min(smallest, values[index] * tested / place)
        adjusted[index] = smallest
    return adjusted
