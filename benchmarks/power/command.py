"""The command: the runs that are due, the file that keeps them, and the report on it."""

import argparse
import itertools
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .planted_bench import BENCHES
from .report import show
from .tools import TOOLS, planting

__all__ = ["main"]

# Slowdowns planted in a cycle of runs; those near the threshold most often. The workloads take
# turns. Their number, 8, and the length of the cycle, 9, are coprime, so that each workload gets
# every slowdown.
_CYCLE = (0.0, 0.03, 0.05, 0.03, 0.0, 0.03, 0.10, 0.05, 0.20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run comparisons for the given time, and report."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.power",
        description="Measure how often the gate finds planted slowdowns.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.json", help="file to which runs are added")
    parser.add_argument(
        "--minutes", type=float, default=60, metavar="M", help="no run starts later, default 60"
    )
    parser.add_argument(
        "--tools", default="gate", metavar="A,B", help=f"some of {','.join(TOOLS)}; default gate"
    )
    parser.add_argument(
        "--report", action="store_true", help="report the runs of the file, without new ones"
    )
    options = parser.parse_args(arguments)
    tools = options.tools.split(",")
    unknown = set(tools) - set(TOOLS)
    if unknown:
        parser.error(f"--tools {','.join(sorted(unknown))}; allowed: {','.join(TOOLS)}")
    records = json.loads(options.file.read_text()) if options.file.exists() else []
    if not options.report:
        _add_runs(options.file, records, tools, 60 * options.minutes)
    show(records, replays=options.report)
    return 0


def _add_runs(
    path: Path, records: list[dict[str, Any]], tools: Sequence[str], seconds: float
) -> None:
    deadline = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="polyconv-power-") as folder:
        for tool, number, planted, workload in _due(records, tools):
            if time.monotonic() > deadline:
                return
            scratch = Path(folder) / tool
            scratch.mkdir(exist_ok=True)
            plant = planting(workload, planted) if workload else ""
            run = TOOLS[tool](plant, number, scratch)
            records.append({"tool": tool, "planted": planted, "workload": workload, **asdict(run)})
            # Renamed into place, so that an interruption loses only the current run.
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(records))
            fresh.replace(path)
            named = ", ".join(run.slower) or "nothing"
            print(
                f"{tool} {number}: planted {100 * planted:.0f}% ({plant}); slower: {named}; "
                f"{run.seconds:.0f} s",
                file=sys.stderr,
            )


def _due(
    records: Sequence[dict[str, Any]], tools: Sequence[str]
) -> Iterator[tuple[str, int, float, str | None]]:
    """Yield the runs that the file lacks: tool, number, slowdown, workload. Tools take turns."""
    done = Counter(record["tool"] for record in records)
    names = list(BENCHES)
    for step in itertools.count():
        for tool in tools:
            number = done[tool] + step
            planted = _CYCLE[number % len(_CYCLE)]
            workload = names[number % len(names)] if planted else None
            yield tool, number, planted, workload
