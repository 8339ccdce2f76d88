"""The command: which runs are due, the file they are kept in, and the report on it."""

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
from .tools import JUDGES, planting

__all__ = ["main"]

# What is planted in each cycle of runs: oftenest what is hardest to tell. The workloads take turns,
# and are not as many as divide the cycle, so that each of them meets every planting.
_CYCLE = (0.0, 0.03, 0.05, 0.03, 0.0, 0.03, 0.10, 0.05, 0.20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is due in the time given, and report."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.power", description="Power of the gate."
    )
    parser.add_argument("file", type=Path, metavar="FILE.json", help="where runs are kept")
    parser.add_argument(
        "--minutes", type=float, default=60, metavar="M", help="no run begins later; default 60"
    )
    parser.add_argument(
        "--judges", default="gate", metavar="A,B", help=f"of: {','.join(JUDGES)}; default gate"
    )
    parser.add_argument("--report", action="store_true", help="only report, replays included")
    options = parser.parse_args(arguments)
    judges = options.judges.split(",")
    unknown = set(judges) - set(JUDGES)
    if unknown:
        parser.error(f"--judges {','.join(sorted(unknown))}; allowed: {','.join(JUDGES)}")
    records = json.loads(options.file.read_text()) if options.file.exists() else []
    if not options.report:
        _add_runs(options.file, records, judges, 60 * options.minutes)
    show(records, replays=options.report)
    return 0


def _add_runs(
    path: Path, records: list[dict[str, Any]], judges: Sequence[str], seconds: float
) -> None:
    deadline = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="polyconv-power-") as folder:
        for judge, number, planted, workload in _due(records, judges):
            if time.monotonic() > deadline:
                return
            scratch = Path(folder) / judge
            scratch.mkdir(exist_ok=True)
            plant = planting(workload, planted) if workload else ""
            judgement = JUDGES[judge](plant, number, scratch)
            records.append(
                {"judge": judge, "planted": planted, "workload": workload, **asdict(judgement)}
            )
            # Renamed into place, so that an interruption costs no more than the run at hand.
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(records))
            fresh.replace(path)
            named = ", ".join(judgement.slower) or "nothing"
            print(
                f"{judge} {number}: planted {100 * planted:.0f}% ({plant}); slower: {named}; "
                f"{judgement.seconds:.0f} s",
                file=sys.stderr,
            )


def _due(
    records: Sequence[dict[str, Any]], judges: Sequence[str]
) -> Iterator[tuple[str, int, float, str | None]]:
    """Runs that the file lacks: judge, number, share planted and where. Judges take turns."""
    done = Counter(record["judge"] for record in records)
    names = list(BENCHES)
    for step in itertools.count():
        for judge in judges:
            number = done[judge] + step
            planted = _CYCLE[number % len(_CYCLE)]
            workload = names[number % len(names)] if planted else None
            yield judge, number, planted, workload
