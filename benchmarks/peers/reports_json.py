r"""Reports of the peers as JSON files: written, read, and merged from several runs.

    python -m benchmarks.peers.reports_json A.json B.json --markdown peers.md --plot peers.png

A run of all classes takes long. Runs of single classes, one after the other on the same machine
with the same versions, merge into one report.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from polyconv.workloads import Workload

from .summary import TARGETS, Summary, TimedVariant

__all__ = ["main", "merged", "read_json", "write_json", "write_reports"]

# Fields that all runs of one report share.
_COMMON = ("machine", "workers", "cpus", "clock", "versions")


def write_json(
    path: Path, summaries: Sequence[Summary], facts: dict[str, Any], absent: dict[str, str]
) -> None:
    """Write all measurements and what follows from them."""
    content = {**facts, "absent": absent, "workloads": [_row(summary) for summary in summaries]}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def write_reports(
    options: argparse.Namespace,
    summaries: Sequence[Summary],
    facts: dict[str, Any],
    absent: dict[str, str],
) -> None:
    """Write the files that the options ``--json``, ``--markdown`` and ``--plot`` name."""
    from .markdown_report import markdown
    from .plot import write_plot

    if options.json:
        write_json(options.json, summaries, facts, absent)
    if options.markdown:
        markdown(options.markdown, summaries, facts, absent)
    if options.plot and summaries:
        write_plot(options.plot, summaries, facts)


def _row(summary: Summary) -> dict[str, Any]:
    peer, target = summary.best_peer, TARGETS.get(summary.problem_class)
    return {
        "class": summary.problem_class,
        **asdict(summary.workload),
        "flops": summary.flops,
        "peak": summary.peak,
        "ratio": summary.auto_ratio,
        "either_ratio": summary.either_ratio,
        "best_backend_ratio": summary.backend_ratio,
        "best_peer": peer and f"{peer.library} {peer.name}",
        "best_peer_layout": peer and peer.layout,
        "target": target and asdict(target),
        "reached": summary.reached,
        "variants": [
            {
                **asdict(variant),
                "best": variant.best if variant.rounds else None,
                "median": variant.median if variant.rounds else None,
            }
            for variant in summary.variants
        ],
    }


def read_json(path: Path) -> tuple[list[Summary], dict[str, Any]]:
    """Read a report.

    Returns
    -------
    summaries : list of Summary
        One for each workload.
    facts : dict
        Everything else, with ``absent``.
    """
    facts = json.loads(path.read_text(encoding="utf-8"))
    return [_summary(row) for row in facts.pop("workloads")], facts


def _summary(row: dict[str, Any]) -> Summary:
    workload = Workload(**{f.name: _tuples(row[f.name]) for f in fields(Workload)})
    names = [f.name for f in fields(TimedVariant)]
    variants = [TimedVariant(**{n: variant[n] for n in names}) for variant in row["variants"]]
    return Summary(row["class"], workload, variants, row["peak"])


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def merged(
    reports: Sequence[tuple[Sequence[Summary], dict[str, Any]]],
) -> tuple[list[Summary], dict[str, Any]]:
    """Return the workloads of all reports, each once, and facts of them all.

    Of a workload that several reports hold, the last counts. Machine peaks are the highest. A
    library that one report misses is missing: with its version, the reports would differ.

    Raises
    ------
    ValueError
        If the reports differ in machine, CPUs, workers, clock or versions.
    """
    first = reports[0][1]
    for _, facts in reports:
        for name in _COMMON:
            if facts[name] != first[name]:
                raise ValueError(f"{name}: {facts[name]} and {first[name]} are not one report")
    peaks = [facts["peak"] for _, facts in reports]
    peak: dict[str, Any] = {"by": peaks[0]["by"]}
    for name in ("float32", "float64", "gemm"):
        peak[name] = max(rates[name] for rates in peaks)
    peak["copy"] = {size: max(rates["copy"][size] for rates in peaks) for size in peaks[0]["copy"]}
    by_name = {
        (summary.problem_class, summary.workload.name): summary
        for summaries, _ in reports
        for summary in summaries
    }
    date = max(facts["date"] for _, facts in reports)
    return list(by_name.values()), {
        **first,
        "peak": peak,
        "date": date,
        "absent": {name: why for _, facts in reports for name, why in facts["absent"].items()},
        "command": _joined([facts["command"] for _, facts in reports]),
    }


def _joined(commands: Sequence[str]) -> str:
    """Return one command for those that differ in classes alone; others follow a semicolon."""
    classes: dict[tuple[str, str], list[str]] = {}
    for command in commands:
        before, option, after = command.partition("--classes ")
        names, space, rest = after.partition(" ")
        found = classes.setdefault((before + option, space + rest), [])
        found.extend(name for name in names.split(",") if name not in found)
    return "; ".join(
        f"{before}{','.join(names)}{after}" for (before, after), names in classes.items()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Merge reports and write them anew."""
    from rich.console import Console

    from .report import print_closing, print_head
    from .summary import Machine

    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.reports_json", description="Merge reports of the peers."
    )
    parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT.json")
    for name in ("json", "markdown", "plot"):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        summaries, facts = merged([read_json(path) for path in options.reports])
    except ValueError as error:
        parser.error(str(error))
    absent = facts.pop("absent")
    console = Console()
    print_head(console, facts)
    print_closing(console, summaries, Machine.of_facts(facts), absent)
    write_reports(options, summaries, facts, absent)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
