"""A whole comparison: rounds until every workload is decided, or the time is up."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from .rounds import Ledger
from .verdicts import LOOKS, Decision, Verdict, decide, share_of_look, verdict

__all__ = ["Comparison", "Listener", "compare"]


class Listener(Protocol):
    """Who hears how far a comparison is."""

    def __call__(self, rounds: int, open_workloads: int, seconds: float) -> None:
        """Hear of a round's end: rounds so far, workloads not decided, seconds so far."""


class Player(Protocol):
    """What plays rounds, such as `Rounds`."""

    ledger: Ledger

    def play(self, names: Sequence[str]) -> None:
        """One round of each of `names`, entered in the ledger."""


@dataclass
class Comparison:
    """What came out.

    Attributes
    ----------
    verdicts : dict of str to Verdict
        By workload, in the order of the bench file.
    ledger : Ledger
        All measurements.
    seconds : float
        What the rounds took.
    left_out : dict of str to str
        Workloads that could not be compared, and why.
    facts : dict
        Everything without which a figure means nothing.
    """

    verdicts: dict[str, Verdict]
    ledger: Ledger
    seconds: float
    left_out: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)

    def having(self, *outcomes: str) -> list[Verdict]:
        """Verdicts of these outcomes, the slowest first."""
        found = (v for v in self.verdicts.values() if v.outcome in outcomes)
        return sorted(found, key=lambda verdict: -verdict.ratio)

    @property
    def status(self) -> int:
        """Exit status: 1 if any is slower, else 2 if any is undecided, else 0."""
        if self.having("slower"):
            return 1
        return 2 if self.having("undecided") else 0


def compare(
    player: Player,
    thresholds: Mapping[str, float],
    *,
    alpha: float,
    budget: float,
    seed: int,
    tell: Listener,
) -> Comparison:
    """Play rounds of all workloads that `thresholds` names, and of fewer as they are decided.

    Parameters
    ----------
    player : Player
        Measures.
    thresholds : mapping of str to float
        For each workload the slowdown that must be found, as a fraction.
    alpha : float
        Probability of any false alarm when nothing differs; and for each workload, that a slowdown
        of its threshold is taken for none.
    budget : float
        Seconds after which no round begins, if not all is decided before.
    seed : int
        Of the bootstrap.
    tell : Listener
        Hears of each round.

    Raises
    ------
    Miscounted
        If measurements are missing.
    """
    started = time.perf_counter()
    decisions: dict[str, Decision] = {}
    still_open = list(thresholds)
    played, look = 0, 0
    while still_open:
        begun = time.perf_counter()
        player.play(still_open)
        played += 1
        now = time.perf_counter()
        # The next round takes about as long as the last.
        late = now - started + (now - begun) > budget or played >= LOOKS[-1]
        if played in LOOKS or late:
            look += 1
            player.ledger.check()
            decisions |= decide(
                {name: player.ledger.ratios(name) for name in still_open},
                thresholds,
                tested=len(thresholds),
                share=share_of_look(look, alpha),
            )
            still_open = [n for n in still_open if decisions[n].outcome == "undecided"]
        tell(played, len(still_open), now - started)
        if late:
            break
    verdicts = {
        name: verdict(name, decisions[name], player.ledger.ratios(name), threshold, seed)
        for name, threshold in thresholds.items()
    }
    return Comparison(verdicts, player.ledger, time.perf_counter() - started)
