"""The command: which workloads, how often, and where the outcome goes."""

import argparse
import json
import os
import shlex
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from polyconv.workloads import PEERS, Workload

from .libraries import RIVALS, Crash
from .plot import write_plot
from .report import (
    markdown,
    one_line,
    overhead_table,
    print_class,
    print_closing,
    print_head,
)
from .runner import Referee, Visits
from .summary import TARGETS, Machine, Outcome

__all__ = ["main"]

# A quick run times so many workloads of each class, the smallest, in so many rounds.
_QUICK_WORKLOADS, _QUICK_ROUNDS = 2, 2

# What each variant gets otherwise: so many visits of so many seconds.
_ROUNDS, _SECONDS = 5, 0.04

_INTERRUPTED = 130

# Wide enough for every column where the terminal does not say.
_WIDTH = 150


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    options = _parse(arguments)
    selected = _selected(options)
    rounds = _QUICK_ROUNDS if options.quick else options.rounds
    cpus = _cpus(options.workers)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        visits = Visits(rounds, options.seconds, options.clock)
        referee = Referee(options.workers, cpus, visits, Path(folder))
        try:
            facts = _facts(referee, options, cpus)
            machine = _machine(facts)
            print_head(console, facts)
            status = _play(console, referee, selected, outcomes, machine)
        except Crash as crash:
            print(f"peers: {crash}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return _INTERRUPTED
        finally:
            referee.stop()
    tiny = [outcome for outcome in outcomes if outcome.group == "tiny"]
    if tiny:
        console.print(overhead_table(tiny))
    print_closing(console, outcomes, referee.absent)
    if status == _INTERRUPTED:
        played = f"{len(outcomes)} of {sum(map(len, selected.values()))}"
        console.print(f"Interrupted after {played} workloads.", style="bold yellow")
    if options.json:
        _write_json(options.json, outcomes, facts, referee.absent)
    if options.markdown:
        markdown(options.markdown, outcomes, facts)
    if options.plot and outcomes:
        write_plot(options.plot, outcomes, facts)
    return status


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description="polyconv beside torch, onnxruntime, JAX, OpenCV and SciPy.",
        epilog=f"Classes: {', '.join(PEERS)}.",
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--classes", metavar="A,B", help="only these classes")
    parser.add_argument(
        "--workload", action="append", metavar="NAME", help="only this one; may be repeated"
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=_ROUNDS,
        metavar="N",
        help=f"visits to each, default {_ROUNDS}",
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=_SECONDS,
        metavar="S",
        help=f"of timing a visit, default {_SECONDS}",
    )
    parser.add_argument(
        "--clock",
        choices=("wall", "cpu"),
        default="wall",
        help="cpu: time used by the process, for one worker on a machine that others use too",
    )
    parser.add_argument(
        "--quick", action="store_true", help="the two smallest workloads of each class, two rounds"
    )
    for name, what in (
        ("--json", "everything that was measured"),
        ("--plot", "ratios as a picture (.png, .svg)"),
        ("--markdown", "tables for the README"),
    ):
        parser.add_argument(name, type=Path, metavar="FILE", help=what)
    options = parser.parse_args(arguments)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if not 1 <= options.workers <= (usable or 1):
        parser.error(f"--workers {options.workers}; allowed: 1 to {usable}, the usable CPUs")
    if options.clock == "cpu" and options.workers > 1:
        parser.error("--clock cpu; allowed with one worker: threads that wait use no time")
    if options.rounds < 1:
        parser.error(f"--rounds {options.rounds}; allowed: 1 and more")
    unknown = set(filter(None, (options.classes or "").split(","))) - set(PEERS)
    if unknown:
        parser.error(f"--classes {','.join(sorted(unknown))}; allowed: {', '.join(PEERS)}")
    names = {workload.name for rows in PEERS.values() for workload in rows}
    for name in options.workload or ():
        if name not in names:
            parser.error(f"--workload {name}; there is none of this name in any class")
    return options


def _selected(options: argparse.Namespace) -> dict[str, tuple[Workload, ...]]:
    """Workloads of each class that were asked for."""
    classes = options.classes.split(",") if options.classes else list(PEERS)
    selected = {}
    for group in classes:
        rows = PEERS[group]
        if options.workload:
            rows = tuple(row for row in rows if row.name in options.workload)
        if options.quick:
            rows = tuple(sorted(rows, key=lambda row: row.flops)[:_QUICK_WORKLOADS])
        if rows:
            selected[group] = rows
    return selected


def _cpus(workers: int) -> tuple[int, ...]:
    """The last usable CPUs: the first is the one that interrupts like best."""
    if not hasattr(os, "sched_getaffinity"):
        return tuple(range(workers))
    return tuple(sorted(os.sched_getaffinity(0))[-workers:])


def _command(options: argparse.Namespace) -> str:
    """What to type for the same figures, without the names of files."""
    words = ["python", "-m", "benchmarks.peers", "--workers", str(options.workers)]
    if options.classes:
        words += ["--classes", options.classes]
    for name in options.workload or ():
        words += ["--workload", name]
    words += ["--rounds", str(options.rounds)] if options.rounds != _ROUNDS else []
    words += ["--seconds", str(options.seconds)] if options.seconds != _SECONDS else []
    words += ["--clock", options.clock] if options.clock != "wall" else []
    words += ["--quick"] if options.quick else []
    return shlex.join(words)


def _facts(referee: Referee, options: argparse.Namespace, cpus: tuple[int, ...]) -> dict[str, Any]:
    """Everything without which a figure means nothing."""
    told = referee.start()
    ours = told["polyconv"]["versions"]
    versions = {"python": sys.version.split()[0], "polyconv": ours["polyconv"]}
    for library in RIVALS:
        versions.update(told.get(library, {}).get("versions", {}))
    pools = [pool for said in told.values() for pool in said["pools"]]
    blas = dict.fromkeys(
        f"{pool['package']}'s {pool['internal_api']} {pool['version']} {pool['architecture']}"
        for pool in pools
        if pool["user_api"] == "blas"
    )
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "command": _command(options),
        "clock": options.clock,
        "workers": options.workers,
        "cpus": cpus,
        "machine": {"cpu": ours["cpu"], "isa": ours["isa"], "cpus": os.cpu_count()},
        "versions": versions,
        "blas": list(blas),
        "pools": {library: facts["pools"] for library, facts in told.items()},
        "peak": referee.machine(),
    }


def _machine(facts: dict[str, Any]) -> Machine:
    peak = facts["peak"]
    copies = {int(size): rate for size, rate in peak["copy"].items()}
    return Machine(peak, copies, facts["workers"])


def _play(
    console: Console,
    referee: Referee,
    selected: dict[str, tuple[Workload, ...]],
    outcomes: list[Outcome],
    machine: Machine,
) -> int:
    """Play all workloads, class by class; what was played is in `outcomes` whatever happens."""
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    total = sum(map(len, selected.values()))
    status = 0
    with bar:
        task = bar.add_task("", total=total)
        for group, rows in selected.items():
            played: list[Outcome] = []
            try:
                for row in rows:

                    def tell(what: str, name: str = row.name) -> None:
                        bar.update(task, description=f"{name}: {what}")

                    played.append(referee.play(group, row, tell))
                    bar.console.print(one_line(played[-1]), style="dim", highlight=False)
                    bar.advance(task)
            except KeyboardInterrupt:
                status = _INTERRUPTED
            outcomes.extend(played)
            if played:
                print_class(console, group, played, machine)
            if status:
                break
    return status


def _write_json(
    path: Path, outcomes: Sequence[Outcome], facts: dict[str, Any], absent: dict[str, str]
) -> None:
    content = {
        **facts,
        "absent": absent,
        "workloads": [
            {
                "class": outcome.group,
                **asdict(outcome.workload),
                "flops": outcome.flops,
                "peak": outcome.peak,
                "ratio": outcome.auto_ratio,
                "best_backend_ratio": outcome.backend_ratio,
                "rival": outcome.rival and f"{outcome.rival.library} {outcome.rival.variant}",
                "target": asdict(TARGETS[outcome.group]) if outcome.group in TARGETS else None,
                "reached": outcome.reached,
                "entries": [
                    {
                        **asdict(entry),
                        "best": entry.best if entry.rounds else None,
                        "median": entry.median if entry.rounds else None,
                    }
                    for entry in outcome.entries
                ],
            }
            for outcome in outcomes
        ],
    }
    path.write_text(json.dumps(content, indent=1) + "\n")
