"""The report of the power study: detection rates with intervals, of real and of replayed runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich import box
from rich.console import Console
from rich.table import Table
from scipy import stats

from abgate.verdicts import decide, looks, share_of_look

__all__ = ["rate", "replay", "show"]

# Width of the tables in characters.
_WIDTH = 110

# Replayed comparisons for each slowdown, and maximum rounds of one, as its budget allows.
_REPLAYS, _MAX_ROUNDS = 2000, 256
_ALPHA, _THRESHOLD = 0.01, 0.03


def rate(hits: int, of: int) -> str:
    """Return a share with its 95 % Clopper-Pearson interval.

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
    """Print the table of runs, and that of replays, which takes minutes."""
    console = Console(highlight=False, width=_WIDTH)
    table = _table("tool", "planted", "found (A/A: any alarm)", "wrongly named", "median time")
    for name in dict.fromkeys(record["tool"] for record in records):
        runs = [record for record in records if record["tool"] == name]
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
    """Return the log-ratios of all rounds of the gate without a slowdown, by workload."""
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
            outcomes, needed = replay(noise, {target: planted} if target else {}, random)
            found += outcomes[target] == "slower" if target else "slower" in outcomes.values()
            undecided += "undecided" in outcomes.values()
            rounds += needed
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
    """Replay one comparison on rounds drawn from `noise`; return outcomes and rounds.

    Signs are random, too, because it is arbitrary which of two equal sides is called new.
    """
    drawn = {
        name: random.choice(values, _MAX_ROUNDS) * random.choice((-1.0, 1.0), _MAX_ROUNDS)
        + np.log1p(planted.get(name, 0.0))
        # A round may be drawn twice. Noise of 1e-9 breaks the ties, which make the test slow.
        + random.normal(0.0, 1e-9, _MAX_ROUNDS)
        for name, values in noise.items()
    }
    outcomes: dict[str, str] = {}
    still_open = list(noise)
    after = [n for n in looks(len(noise), _ALPHA) if n <= _MAX_ROUNDS]
    for look, rounds in enumerate(after, start=1):
        decisions = decide(
            {name: drawn[name][:rounds].tolist() for name in still_open},
            dict.fromkeys(still_open, _THRESHOLD),
            tested=len(noise),
            share=share_of_look(look, _ALPHA),
        )
        outcomes |= {name: decision.outcome for name, decision in decisions.items()}
        still_open = [name for name in still_open if outcomes[name] == "undecided"]
        if not still_open:
            break
    return outcomes, rounds
