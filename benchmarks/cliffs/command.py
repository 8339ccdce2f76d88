"""The command: parse options, run the selected families, write the reports."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from rich.console import Console

from abgate.limits import BadInput, duration
from abgate.process import Crash

from .families import FAMILIES, cases
from .imports import import_seconds
from .memory import smallest
from .report import one_line, print_families, print_head, print_imports, print_lost
from .runner import CliffRunner
from .summary import FamilySummary

__all__ = ["main"]

# Defaults: CPU time of a family, and time after which a call is stopped.
_BUDGET, _LIMIT = "60s", "90s"
# Maximum CPU seconds of a case.
_MAX_SECONDS = 0.5
# Width in characters that holds every table, for output that is not a terminal.
_WIDTH = 200

_WRONG, _INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 1 for a wrong result or too much memory."""
    options = _parse(arguments)
    names = [name for name in FAMILIES if any(fnmatch(name, each) for each in options.family)]
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    runner = CliffRunner(_cpu(), options.limit)
    try:
        if options.check:
            return _check(console, runner, names)
        return _run(console, runner, names, options)
    except Crash as crash:
        print(f"cliffs: {crash}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        runner.stop()


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cliffs",
        description="Find problems on which polyconv is slower than the best alternative.",
        epilog=f"Families: {', '.join(FAMILIES)}.",
    )
    parser.add_argument(
        "--family", action="append", metavar="PATTERN", help="only these families; may be repeated"
    )
    parser.add_argument(
        "--budget", default=_BUDGET, metavar="TIME",
        help=f"CPU time for each family, default {_BUDGET}; then its other cases are skipped",
    )  # fmt: skip
    parser.add_argument(
        "--limit", default=_LIMIT, metavar="TIME",
        help=f"time after which a call is stopped, default {_LIMIT}",
    )  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument(
        "--check",
        action="store_true",
        help="check results and memory on the smallest cases, without times",
    )
    options = parser.parse_args(arguments)
    options.family = options.family or ["*"]
    for pattern in options.family:
        if not any(fnmatch(name, pattern) for name in FAMILIES):
            parser.error(f"--family {pattern}; allowed: {', '.join(FAMILIES)}")
    try:
        options.budget = duration("--budget", options.budget)
        options.limit = duration("--limit", options.limit)
    except BadInput as problem:
        parser.error(str(problem))
    return options


def _cpu() -> int:
    """Return the last usable CPU; most interrupts are handled by the first."""
    return max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0


def _run(
    console: Console, runner: CliffRunner, names: Sequence[str], options: argparse.Namespace
) -> int:
    facts = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "cpu": _cpu(),
        **runner.facts(),
    }
    print_head(console, facts)
    families = []
    for name in names:
        runner.start_family()
        families.append(_measured(console, runner, name, options.budget))
    print_families(console, families)
    print_lost(console, families)
    if names == list(FAMILIES):
        facts["imports"] = import_seconds()
        print_imports(console, facts["imports"])
    if options.json:
        options.json.write_text(json.dumps(_content(facts, families), indent=1) + "\n")
    return _WRONG if any(case.wrong for family in families for case in family.cases) else 0


def _measured(console: Console, runner: CliffRunner, name: str, budget: float) -> FamilySummary:
    """Measure the cases of a family until its time is over."""
    family, number = FamilySummary(name), len(cases(name))
    for done in range(number):
        if runner.spent > budget:
            family.skipped = number - done
            break
        # A third of the time, because loading and first runs take time, too.
        seconds = min(_MAX_SECONDS, 0.3 * budget / number)
        family.cases.append(runner.run(name, done, seconds))
        console.print(f"{name}: {one_line(family.cases[-1])}", style="dim", highlight=False)
    return family


def _check(console: Console, runner: CliffRunner, names: Sequence[str]) -> int:
    """Compare results and memory of the smallest cases of each family."""
    faults = checked = 0
    for name in names:
        for number, results in smallest(name):
            case, checked = cases(name)[number], checked + 1
            try:
                reply = runner.check(name, number, results)
            except Crash as crash:
                reply = {"memory": str(crash), "wrong": {}}
            texts = [f"{other} is wrong: {text}" for other, text in reply["wrong"].items()]
            texts += [reply["memory"]] if reply["memory"] else []
            faults += len(texts)
            for text in texts:
                console.print(f"{name}: {case}: {text}", style="red", highlight=False)
    console.print(f"{checked} cases of {len(names)} families: {faults} faults", highlight=False)
    return _WRONG if faults else 0


def _content(facts: dict[str, Any], families: Sequence[FamilySummary]) -> dict[str, Any]:
    return {
        **facts,
        "families": [
            {
                "name": family.name,
                "skipped": family.skipped,
                "cases": [asdict(c) | {"best": c.best, "ratio": c.ratio} for c in family.cases],
            }
            for family in families
        ],
    }
