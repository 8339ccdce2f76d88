"""The report: rates with their intervals, of real runs and of replayed ones."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich import box
from rich.console import Console
from rich.table import Table
from scipy import stats

from benchmarks.gate.verdicts import LOOKS, decide, share_of_look

__all__ = ["rate", "replay", "show"]

_WIDTH = 110

# Replayed comparisons of each kind, and how many rounds one has time for.
_REPLAYS, _MOST_ROUNDS = 2000, 256
_ALPHA, _THRESHOLD = 0.01, 0.03


def rate(hits: int, of: int) -> str:
    """A share with its 95 % Clopper-Pearson interval.

    Examples
    --------
    >>> rate(9, 10)
    '9/10 = 90.0% (55.5% to 99.7%)'
    """
    found = stats.binomtest(hits, of).proportion_ci(0.95, method="exact")
    return (
        f"{hits}/{of} = {100 * hits / of:.1f}% ({100 * found.low:.1f}% to {100 * found.high:.1f}%)"
    )


def show(records: Sequence[Mapping[str, Any]], *, replays: bool) -> None:
    """Print the table of runs, and that of replayed ones, which takes minutes."""
    console = Console(highlight=False, width=_WIDTH)
    table = _table("judge", "planted", "found (A/A: any alarm)", "wrongly named", "median time")
    for name in dict.fromkeys(record["judge"] for record in records):
        runs = [record for record in records if record["judge"] == name]
        for planted in sorted({run["planted"] for run in runs}):
            same = [run for run in runs if run["planted"] == planted]
            found = sum(_found(run) for run in same)
            wrong = sum(bool(set(run["slower"]) - {run["workload"]}) for run in same)
            seconds = float(np.median([run["seconds"] for run in same]))
            table.add_row(
                name,
                f"{100 * planted:.0f}%",
                rate(found, len(same)),
                rate(wrong, len(same)) if planted else "",
                f"{seconds:.0f} s",
            )
    console.print(table)
    noise = recorded_noise(records)
    if replays and noise:
        console.print(_replayed(noise))


def _found(run: Mapping[str, Any]) -> bool:
    return run["workload"] in run["slower"] if run["planted"] else bool(run["slower"])


def _table(*heads: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left", no_wrap=True)
    return table


def recorded_noise(records: Sequence[Mapping[str, Any]]) -> dict[str, NDArray[np.float64]]:
    """Log-ratios of all of the gate's rounds without a planting, by workload."""
    noise: dict[str, list[float]] = {}
    for record in records:
        for name, (old, new) in record["more"].get("times", {}).items():
            if name != record["workload"]:
                noise.setdefault(name, []).extend(np.log(new) - np.log(old))
    return {name: np.array(values) for name, values in noise.items()}


def _replayed(noise: Mapping[str, NDArray[np.float64]]) -> Table:
    table = _table("replayed", "planted", "found (A/A: any alarm)", "undecided", "mean rounds")
    random = np.random.default_rng(0)
    for planted in (0.0, 0.03, 0.05):
        found = undecided = rounds = 0
        for number in range(_REPLAYS):
            target = list(noise)[number % len(noise)] if planted else None
            outcomes, played = replay(noise, {target: planted} if target else {}, random)
            found += outcomes[target] == "slower" if target else "slower" in outcomes.values()
            undecided += "undecided" in outcomes.values()
            rounds += played
        table.add_row(
            "gate",
            f"{100 * planted:.0f}%",
            rate(found, _REPLAYS),
            rate(undecided, _REPLAYS),
            f"{rounds / _REPLAYS:.0f}",
        )
    return table


def replay(
    noise: Mapping[str, NDArray[np.float64]],
    planted: Mapping[str, float],
    random: np.random.Generator,
) -> tuple[dict[str, str], int]:
    """One comparison on rounds drawn from `noise`: outcomes, and rounds played.

    Signs are drawn, too: which side is called new is a matter of chance when both are the same.
    """
    drawn = {
        name: random.choice(values, _MOST_ROUNDS) * random.choice((-1.0, 1.0), _MOST_ROUNDS)
        + np.log1p(planted.get(name, 0.0))
        # The same round may be drawn twice, but times do not tie; the test is slow where they do.
        + random.normal(0.0, 1e-9, _MOST_ROUNDS)
        for name, values in noise.items()
    }
    outcomes: dict[str, str] = {}
    still_open = list(noise)
    for look, rounds in enumerate((n for n in LOOKS if n <= _MOST_ROUNDS), start=1):
        decisions = decide(
            {name: drawn[name][:rounds] for name in still_open},
            dict.fromkeys(still_open, _THRESHOLD),
            tested=len(noise),
            share=share_of_look(look, _ALPHA),
        )
        outcomes |= {name: decision.outcome for name, decision in decisions.items()}
        still_open = [name for name in still_open if outcomes[name] == "undecided"]
        if not still_open:
            break
    return outcomes, rounds
