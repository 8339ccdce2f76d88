"""The statistics of the gate: from paired log-ratios to a verdict, and when to look.

Each round gives each workload one number, ``log(new time / old time)``. Old and new are drawn in
random order, so without a difference between the builds that number is symmetric about zero,
however the noise is distributed. Wilcoxon's signed-rank test asks for no more than that, and is
exact for as few pairs as there are here; intervals of a bootstrap are not, so far out. What is
decided, is decided by the test. The bootstrap interval beside each ratio is for the reader.

Between "slower by the threshold" and "no slower" the line is drawn halfway. A workload is *slower*
when the test rejects that its ratio lies below that line, and *passed* when it rejects that the
ratio reaches the threshold. Everything else needs more rounds.

Three things would make false alarms more frequent than promised, and are paid for:

- Many workloads are tested at once. P-values are adjusted by Benjamini and Hochberg's method. In a
  comparison of a build with itself, the share of false discoveries that it limits is the
  probability of any alarm at all.
- Data are looked at repeatedly. Look k may spend ``alpha / (k (k + 1))``; these sum to alpha, so by
  the union bound all looks together stay within it, whatever the dependence between them.
- Workloads that are decided leave the later rounds, but not the number of tests.
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

# Rounds after which the data are looked at. A signed-rank test of 12 pairs can reach 1/4096.
LOOKS = (12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024)

# Of the shown intervals, each for itself.
_CONFIDENCE = 0.95
_RESAMPLES = 1999

# The mean is taken over the middle half: one disturbed round in four, on either side, is harmless.
_TRIMMED = 0.25


@dataclass(frozen=True)
class Decision:
    """What the test says of one workload at one look.

    Attributes
    ----------
    outcome : str
        ``"slower"``, ``"faster"``, ``"same"`` (a slowdown of the threshold is excluded) or
        ``"undecided"``.
    p_slower : float
        Adjusted p-value of "the ratio lies below the line".
    """

    outcome: str
    p_slower: float


@dataclass(frozen=True)
class Verdict:
    """What is known of one workload.

    Attributes
    ----------
    workload : str
        Its name.
    outcome, p_slower
        Of the `Decision` at the last look that this workload had.
    ratio, low, high : float
        Time of the new build over that of the old, and its 95 % bootstrap interval.
    threshold : float
        The slowdown that had to be found, as a fraction.
    rounds : int
        Pairs that this rests on.
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
    """What look number `look`, from 1, may spend of `alpha`.

    Examples
    --------
    >>> round(sum(share_of_look(look, 0.01) for look in range(1, 1000)), 5)
    0.00999
    """
    return alpha / (look * (look + 1))


def estimate(ratios: ArrayLike, axis: int = -1) -> Any:
    """The middle of log-ratios: their mean without the outer quarters."""
    return stats.trim_mean(ratios, _TRIMMED, axis=axis)


def interval(ratios: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Bootstrap interval of `estimate`, in log-ratios; both ends equal where there is no spread."""
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
    """One look at the workloads that are still open.

    Parameters
    ----------
    ratios : mapping of str to ndarray
        For each workload its log-ratios, one a round, and as many of each.
    thresholds : mapping of str to float
        For each workload the slowdown that must be found, as a fraction.
    tested : int
        Workloads in the whole comparison, those decided before included.
    share : float
        What this look may spend of the probability of a false alarm; and, for each workload, of
        that of a miss.
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
    """A decision together with the figures that a reader wants beside it."""
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
    """One-sided p-values of "the middle of a row of `pairs` lies at or below its `line`"."""
    test = stats.wilcoxon(pairs - line, alternative="greater", zero_method="zsplit", axis=1)
    return np.asarray(test.pvalue)


def _adjusted(values: NDArray[np.float64], tested: int) -> NDArray[np.float64]:
    """Benjamini and Hochberg's adjustment among `tested` values; those not given count as 1."""
    padded = np.concatenate([values, np.ones(tested - len(values))])
    return np.asarray(stats.false_discovery_control(padded)[: len(values)])
