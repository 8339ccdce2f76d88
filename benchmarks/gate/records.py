"""The result as JSON for programs, and as Markdown for the summary of a pull request."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from .comparison import Comparison
from .verdicts import Verdict

__all__ = ["change", "headline", "machine_lines", "warnings", "write_json", "write_markdown"]


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
    if slower:
        named = ", ".join(
            f"{v.workload} {change(v.ratio)} ({change(v.low)} to {change(v.high)})" for v in slower
        )
        return f"{len(slower)} of {len(comparison.verdicts)} workloads slower: {named}"
    if undecided:
        return (
            f"{len(undecided)} of {len(comparison.verdicts)} workloads undecided: "
            "the budget was too short for the noise"
        )
    faster = len(comparison.having("faster"))
    return f"None of {len(comparison.verdicts)} workloads slower; {faster} faster"


def warnings(comparison: Comparison) -> list[str]:
    """Return one line for each workload left out and each difference between environments."""
    found = [f"Not compared: {name}; {why}" for name, why in comparison.left_out.items()]
    sides = comparison.facts.get("sides", ())
    if len(sides) == 2:
        old, new = (side["libraries"] | {"python": side["python"]} for side in sides)
        found += [
            f"{name} differs: {old.get(name, 'none')} and {new.get(name, 'none')}"
            for name in sorted(old.keys() | new.keys())
            if old.get(name) != new.get(name)
        ]
        for name in ("isa", "blas"):
            if sides[0].get(name) != sides[1].get(name):
                found.append(f"{name} differs: {sides[0].get(name)} and {sides[1].get(name)}")
    return found


def machine_lines(comparison: Comparison) -> list[str]:
    """Return lines with builds, machine, versions and settings."""
    facts = comparison.facts
    side = facts["sides"][1]
    isa = f", {side['isa']}" if "isa" in side else ""
    blas = "; ".join(side["blas"]) or "none"
    return [
        f"Old: {facts['labels'][0]}; new: {facts['labels'][1]}",
        f"Machine: {facts['machine']}{isa}; Python {side['python']}; BLAS: {blas}",
        f"{comparison.ledger.made} visits in {comparison.seconds:.0f} s",
        f"Probability of a false alarm: {100 * facts['alpha']:.2g}%; seed: {facts['seed']}",
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
        "workloads": [
            {
                **asdict(verdict),
                "old_seconds": comparison.ledger.times[name][0],
                "new_seconds": comparison.ledger.times[name][1],
            }
            for name, verdict in comparison.verdicts.items()
        ],
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def write_markdown(path: Path, comparison: Comparison) -> None:
    """Append headline and tables, with the workloads that are the same folded away.

    Appended, because several steps of a GitHub job share one summary file.
    """
    notable = comparison.having("slower", "undecided", "faster")
    lines = [f"### polyconv-ab: {headline(comparison)}", ""]
    lines += _table(notable)
    same = comparison.having("same")
    if same:
        lines += [f"<details><summary>No slower: {len(same)}</summary>", ""]
        lines += [*_table(same), "</details>", ""]
    lines += [f"- {line}" for line in (*warnings(comparison), *machine_lines(comparison))]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def _table(verdicts: Sequence[Verdict]) -> list[str]:
    if not verdicts:
        return []
    head = [
        "| workload | | change | 95% interval | threshold | rounds |",
        "|---|---|--:|--:|--:|--:|",
    ]
    rows = [
        f"| {v.workload.replace('|', '&#124;')} | {v.outcome} | {change(v.ratio)} "
        f"| {change(v.low)} to {change(v.high)} | {100 * v.threshold:.3g}% | {v.rounds} |"
        for v in verdicts
    ]
    return [*head, *rows, ""]
