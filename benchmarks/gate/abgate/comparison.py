"""A whole comparison: rounds until every row is decided or the budget is spent."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from .ledger import Ledger
from .rows import Row
from .verdicts import MAX_ROUNDS, Decision, Verdict, decide, looks, share_of_look, verdict

__all__ = ["Comparison", "Listener", "compare"]


class Listener(Protocol):
    """A function that receives the progress of a comparison."""

    def __call__(self, rounds: int, open_rows: int, seconds: float) -> None:
        """Receive, after a round: rounds so far, undecided rows, seconds so far."""


class RoundRunner(Protocol):
    """An object that runs rounds, such as `Rounds`."""

    ledger: Ledger

    def run_round(self, names: Sequence[str]) -> None:
        """Measure the rows called `names` in one round, and enter them in the ledger."""


@dataclass
class Comparison:
    """The result of a comparison.

    Attributes
    ----------
    verdicts : dict of str to Verdict
        By the row's name, in the order of the bench file.
    ledger : Ledger
        All measurements.
    seconds : float
        Duration of all rounds.
    rows : dict of str to Row
        The rows by name.
    left_out : dict of str to str
        Workloads that could not be compared, with the reason.
    facts : dict
        Date, machine, versions and settings, which every report states.
    """

    verdicts: dict[str, Verdict]
    ledger: Ledger
    seconds: float
    rows: Mapping[str, Row] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)

    def having(self, *outcomes: str) -> list[Verdict]:
        """Return the verdicts with one of these outcomes, the slowest first."""
        found = (v for v in self.verdicts.values() if v.outcome in outcomes)
        return sorted(found, key=lambda verdict: -verdict.ratio)

    @property
    def status(self) -> int:
        """Exit status: 1 if any is slower, else 2 if any is undecided, else 0."""
        if self.having("slower"):
            return 1
        return 2 if self.having("undecided") else 0


def compare(
    runner: RoundRunner,
    thresholds: Mapping[str, float],
    *,
    alpha: float,
    budget: float,
    seed: int,
    tell: Listener,
) -> Comparison:
    """Run rounds of all rows in `thresholds`; decided ones leave the later rounds.

    Parameters
    ----------
    runner : RoundRunner
        Measures.
    thresholds : mapping of str to float
        Slowdown of each row that must be found, as a fraction.
    alpha : float
        Probability of any false alarm if nothing differs; also, for each row, the probability
        that a slowdown of its threshold passes.
    budget : float
        Seconds after which no round begins.
    seed : int
        Seed of the bootstrap.
    tell : Listener
        Receives the progress after each round.

    Raises
    ------
    Miscounted
        If measurements are missing.
    """
    started = time.perf_counter()
    decisions: dict[str, Decision] = {}
    still_open = list(thresholds)
    look_after = looks(len(thresholds), alpha)
    rounds, look = 0, 0
    while still_open:
        begun = time.perf_counter()
        runner.run_round(still_open)
        rounds += 1
        now = time.perf_counter()
        # The next round is expected to take as long as the last.
        late = now - started + (now - begun) > budget or rounds >= MAX_ROUNDS
        if rounds in look_after or late:
            look += 1
            runner.ledger.check()
            decisions |= decide(
                {name: runner.ledger.ratios(name) for name in still_open},
                thresholds,
                tested=len(thresholds),
                share=share_of_look(look, alpha),
            )
            still_open = [n for n in still_open if decisions[n].outcome == "undecided"]
        tell(rounds, len(still_open), now - started)
        if late:
            break
    verdicts = {
        name: verdict(name, decisions[name], runner.ledger.ratios(name), threshold, seed)
        for name, threshold in thresholds.items()
    }
    return Comparison(verdicts, runner.ledger, time.perf_counter() - started)
