"""Reports in Markdown, for the site: losses first, then classes, peers and all workloads."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .libraries import PEER_LIBRARIES
from .summary import Machine, Summary
from .tables import (
    CLASS_HEADS,
    LOSS_HEADS,
    PEER_HEADS,
    by_class,
    class_rows,
    factor,
    facts_lines,
    loss_rows,
    microseconds,
    peer_name,
    peer_rows,
    rate,
    shown_libraries,
)

__all__ = ["markdown"]


def markdown(
    path: Path, summaries: Sequence[Summary], facts: dict[str, Any], absent: dict[str, str]
) -> None:
    """Write the tables. Those of workloads are headed by a class, with a column for each peer."""
    lines = [*(f"{line}  " for line in facts_lines(facts)), f"`{facts['command']}`", ""]
    if absent:
        lines += [f"Missing: {', '.join(absent)}.", ""]
    losses = loss_rows(summaries, Machine.of_facts(facts))
    if losses:
        lines += ["Slower than the best peer on:", "", *_table(LOSS_HEADS, losses)]
    lines += _table(CLASS_HEADS, class_rows(summaries))
    lines += _table(PEER_HEADS, peer_rows(summaries))
    for problem_class, members in by_class(summaries).items():
        libraries = shown_libraries(members)
        heads = ["workload", "polyconv", *libraries, "ratio", "either layout", "best peer"]
        rows = [_row(summary, libraries) for summary in members]
        lines += [f"### {problem_class}", "", *_table(heads, rows)]
    tiny = [summary for summary in summaries if summary.problem_class == "tiny"]
    if tiny:
        heads = ["microseconds per call", "planned", "with out=", "plain call", *PEER_LIBRARIES]
        lines += _table(heads, [[s.workload.name, *microseconds(s)] for s in tiny])
    path.write_text("\n".join(lines), encoding="utf-8")


def _row(summary: Summary, libraries: Sequence[str]) -> list[str]:
    auto, best = summary.ours("auto"), summary.best_peer
    mine = f"{rate(summary, auto)} ({auto.note})" if auto else "-"
    others = []
    for library in libraries:
        cell = rate(summary, summary.fastest_of(library))
        others.append(f"**{cell}**" if best is not None and library == best.library else cell)
    ratios = factor(summary.auto_ratio), factor(summary.either_ratio)
    return [summary.workload.name, mine, *others, *ratios, peer_name(summary)]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table. Columns have no alignment: HTML has a class for it in each cell, 50 KB."""
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)] + [""]
