"""The statistics of the gate: from paired log-ratios to verdicts, and the rounds to look after.

Each round yields ``log(new time / old time)`` for each workload. Old and new run in random order,
so if the builds do not differ, that number is symmetric about zero for any distribution of the
noise. Wilcoxon's signed-rank test assumes only this symmetry, and is exact for samples this small;
bootstrap intervals are not exact at such levels. So the test decides, and the bootstrap interval
beside each ratio is information for the reader.

The line between slower and same is half the threshold. A workload is *slower* when the test rejects
that its ratio lies below the line, and *same* when it rejects that the ratio reaches the threshold.
Otherwise it needs more rounds.

Three corrections keep the rate of false alarms within alpha:

- Many workloads are tested at once: p-values are adjusted by Benjamini and Hochberg's method. It
  bounds the rate of false discoveries; where nothing differs, every discovery is false, so the
  bound is the probability of any alarm.
- Data are tested repeatedly: look k may spend ``alpha / (k (k + 1))``. These shares sum to alpha,
  so by the union bound all looks together stay within it, however they depend on each other.
- Decided workloads leave the later rounds, but stay in the number of tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

__all__ = [
    "LOOKS",
    "Decision",
    "Verdict",
    "decide",
    "estimate",
    "interval",
    "share_of_look",
    "verdict",
]

# Numbers of rounds after which the data are tested. The smallest p-value of 12 pairs is 1/4096.
LOOKS = (12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024)

# Level of each interval in the reports, and resamples of its bootstrap.
_CONFIDENCE = 0.95
_RESAMPLES = 1999

# Share trimmed at each end before the mean, so that one disturbed round in four does no harm.
_TRIMMED = 0.25


@dataclass(frozen=True)
class Decision:
    """The result of the test of one workload at one look.

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
    """Decision and estimate of one workload.

    Attributes
    ----------
    workload : str
        Name.
    outcome, p_slower
        Those of the `Decision` at the last look at this workload.
    ratio, low, high : float
        Time of the new build over that of the old, and its 95 % bootstrap interval.
    threshold : float
        Slowdown that had to be found, as a fraction.
    rounds : int
        Number of pairs.
    """

    workload: str
    outcome: str
    p_slower: float
    ratio: float
    low: float
    high: float
    threshold: float
    rounds: int


def share_of_look(look: int, alpha: float) -> float:
    """Return the share of `alpha` that look number `look`, from 1, may spend.

    Examples
    --------
    >>> round(sum(share_of_look(look, 0.01) for look in range(1, 1000)), 5)
    0.00999
    """
    return alpha / (look * (look + 1))


def estimate(ratios: ArrayLike, axis: int = -1) -> Any:
    """Return the mean of log-ratios without the outer quarters."""
    return stats.trim_mean(ratios, _TRIMMED, axis=axis)


def interval(ratios: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Return the bootstrap interval of `estimate`; a point where all ratios are equal."""
    if np.ptp(ratios) == 0:
        return float(ratios[0]), float(ratios[0])
    found = stats.bootstrap(
        (ratios,),
        estimate,
        vectorized=True,
        n_resamples=_RESAMPLES,
        confidence_level=_CONFIDENCE,
        method="percentile",
        random_state=np.random.default_rng(seed),
    ).confidence_interval
    return float(found.low), float(found.high)


def decide(
    ratios: Mapping[str, NDArray[np.float64]],
    thresholds: Mapping[str, float],
    *,
    tested: int,
    share: float,
) -> dict[str, Decision]:
    """Test the workloads that are still undecided.

    Parameters
    ----------
    ratios : mapping of str to ndarray
        Log-ratios of each workload, one per round; the same number of each.
    thresholds : mapping of str to float
        Slowdown of each workload that must be found, as a fraction.
    tested : int
        Workloads in the whole comparison, including those decided before.
    share : float
        Probability of a false alarm that this look may spend; also, for each workload, of a miss.
    """
    pairs = np.stack(list(ratios.values()))
    line = np.array([[0.5 * np.log1p(thresholds[name])] for name in ratios])
    slower = _adjusted(_p_above(pairs, line), tested)
    faster = _adjusted(_p_above(-pairs, line), tested)
    excluded = _p_above(-pairs, -2 * line) <= share
    decisions = {}
    for index, name in enumerate(ratios):
        if slower[index] <= share:
            outcome = "slower"
        elif excluded[index]:
            outcome = "faster" if faster[index] <= share else "same"
        else:
            outcome = "undecided"
        decisions[name] = Decision(outcome, float(slower[index]))
    return decisions


def verdict(
    workload: str,
    decision: Decision,
    ratios: NDArray[np.float64],
    threshold: float,
    seed: int,
) -> Verdict:
    """Return a decision together with the estimate and its interval."""
    low, high = (float(np.exp(end)) for end in interval(ratios, seed))
    middle = float(np.exp(estimate(ratios)))
    return Verdict(
        workload,
        decision.outcome,
        decision.p_slower,
        middle,
        low,
        high,
        threshold,
        len(ratios),
    )


def _p_above(pairs: NDArray[np.float64], line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return one-sided p-values: the median of each row of `pairs` is at most its `line`."""
    test = stats.wilcoxon(pairs - line, alternative="greater", zero_method="zsplit", axis=1)
    return np.asarray(test.pvalue)


def _adjusted(values: NDArray[np.float64], tested: int) -> NDArray[np.float64]:
    """Adjust p-values by Benjamini and Hochberg among `tested`; those not given count as 1."""
    padded = np.concatenate([values, np.ones(tested - len(values))])
    return np.asarray(stats.false_discovery_control(padded)[: len(values)])
