"""The result as JSON for programs, and as Markdown for the summary of a pull request."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .comparison import Comparison
from .rows import TIME, Row
from .verdicts import Verdict, looks

__all__ = [
    "change",
    "headline",
    "machine_lines",
    "row_of",
    "warnings",
    "write_json",
    "write_markdown",
]


def row_of(comparison: Comparison, verdict: Verdict) -> Row:
    """Return the row of a verdict, which tells its quantity and its words."""
    return comparison.rows[verdict.name]


def change(ratio: float) -> str:
    """Return a ratio of times as a signed percentage.

    Examples
    --------
    >>> change(1.031), change(0.98)
    ('+3.1%', '-2.0%')
    """
    # Rounded before adding 0.0, which turns -0.0 into 0.0.
    return f"{round(100 * (ratio - 1), 1) + 0.0:+.1f}%"


def headline(comparison: Comparison) -> str:
    """Return the result in one line."""
    slower, undecided = comparison.having("slower"), comparison.having("undecided")
    of = f"of {len(comparison.verdicts)} {_unit(comparison)}"
    worse = " or larger" if _has_memory(comparison) else ""
    if slower:
        named = ", ".join(
            f"{v.name} {change(v.ratio)} ({change(v.low)} to {change(v.high)})" for v in slower
        )
        return f"{len(slower)} {of} slower{worse}: {named}"
    if undecided:
        return f"{len(undecided)} {of} undecided: {_shortage(comparison, undecided[0].rounds)}"
    better = " or smaller" if _has_memory(comparison) else ""
    return f"None {of} slower{worse}; {len(comparison.having('faster'))} faster{better}"


def _shortage(comparison: Comparison, rounds: int) -> str:
    """Return the reason why rows are undecided after `rounds` rounds, the last of all."""
    first = looks(len(comparison.verdicts), comparison.facts["alpha"])[0]
    if rounds >= first:
        return "the budget was too short for the noise"
    # The budget for the first look, and half as much again for noise.
    enough = 10 * math.ceil(1.5 * comparison.seconds * first / rounds / 10)
    plural = "s" * (rounds != 1)
    return (
        f"the budget allowed {rounds} round{plural}, and {first} are the fewest that can decide; "
        f"allow about --budget {enough}s, or select fewer workloads with --workload"
    )


def _has_memory(comparison: Comparison) -> bool:
    return any(row.quantity != TIME for row in comparison.rows.values())


def _unit(comparison: Comparison) -> str:
    """Return what is counted: workloads, unless a workload has several rows."""
    workloads = {row.workload for row in comparison.rows.values()}
    return "workloads" if len(workloads) == len(comparison.verdicts) else "comparisons"


def warnings(comparison: Comparison) -> list[str]:
    """Return one line for each workload left out and each difference between environments."""
    found = [f"Not compared: {name}; {why}" for name, why in comparison.left_out.items()]
    old, *others = comparison.facts.get("sides", [{}])
    labels = comparison.facts.get("labels", [""])
    for label, side in zip(labels[1:], others, strict=True):
        where = f" in {label}" if len(others) > 1 else ""
        for before, after in (
            (
                old["libraries"] | {"python": old["python"]} | old["more"],
                side["libraries"] | {"python": side["python"]} | side["more"],
            ),
            ({"blas": old["blas"]}, {"blas": side["blas"]}),
        ):
            found += [
                f"{name} differs{where}: {before.get(name, 'none')} and {after.get(name, 'none')}"
                for name in sorted(before.keys() | after.keys())
                if before.get(name) != after.get(name)
            ]
    return found


def machine_lines(comparison: Comparison) -> list[str]:
    """Return lines with builds, machine, versions and settings."""
    facts = comparison.facts
    side = facts["sides"][-1]
    more = "".join(f", {text}" for text in side["more"].values())
    blas = "; ".join(side["blas"]) or "none"
    old, *new = facts["labels"]
    threshold, alpha = (f"{100 * facts[name]:.3g}%" for name in ("threshold", "alpha"))
    return [
        f"Old: {old}; new: {', '.join(new)}",
        f"Machine: {facts['machine']}{more}; Python {side['python']}; BLAS: {blas}",
        f"{comparison.ledger.made} measurements in {comparison.seconds:.0f} s",
        f"Threshold: {threshold}; probability of a false alarm: {alpha}; seed: {facts['seed']}",
    ]


def write_json(path: Path, comparison: Comparison) -> None:
    """Write verdicts, facts, and the times of each round."""
    content = {
        "status": comparison.status,
        "headline": headline(comparison),
        **comparison.facts,
        "seconds": comparison.seconds,
        "visits": {"planned": comparison.ledger.planned, "made": comparison.ledger.made},
        "left_out": dict(comparison.left_out),
        "warnings": warnings(comparison),
        "workloads": [_record(comparison, verdict) for verdict in comparison.verdicts.values()],
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _record(comparison: Comparison, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict with the measurements of its row, times in seconds and memory in bytes."""
    row = row_of(comparison, verdict)
    unit = "seconds" if row.quantity == TIME else "bytes"
    old, new = comparison.ledger.times[verdict.name]
    return {
        "workload": row.workload,
        "quantity": row.quantity,
        "build": comparison.facts["labels"][row.build],
        **asdict(verdict),
        "outcome": row.word(verdict.outcome),
        f"old_{unit}": old,
        f"new_{unit}": new,
    }


def write_markdown(path: Path, comparison: Comparison) -> None:
    """Append headline and tables, with the workloads that are the same folded away.

    Appended, because several steps of a GitHub job share one summary file.
    """
    notable = comparison.having("slower", "undecided", "faster")
    lines = [f"### abgate: {headline(comparison)}", ""]
    lines += _table(comparison, notable)
    same = comparison.having("same")
    worse = " or larger" if _has_memory(comparison) else ""
    if same:
        lines += [f"<details><summary>Not slower{worse}: {len(same)}</summary>", ""]
        lines += [*_table(comparison, same), "</details>", ""]
    lines += [f"- {line}" for line in (*warnings(comparison), *machine_lines(comparison))]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def _table(comparison: Comparison, verdicts: Sequence[Verdict]) -> list[str]:
    if not verdicts:
        return []
    head = [
        "| workload | | change | 95% interval | old | new | threshold | rounds |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    rows = []
    for v in verdicts:
        row, (old, new) = row_of(comparison, v), comparison.ledger.times[v.name]
        cells = (
            v.name.replace("|", "&#124;"),
            row.word(v.outcome),
            change(v.ratio),
            f"{change(v.low)} to {change(v.high)}",
            row.amount(min(old)),
            row.amount(min(new)),
            f"{100 * v.threshold:.3g}%",
            str(v.rounds),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return [*head, *rows, ""]
