"""The command: parse options, run the selected workloads, write the reports."""

import argparse
import os
import shlex
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from polyconv.workloads import ADJOINTS, PEERS, Workload

from .libraries import PEER_LIBRARIES, Crash
from .report import one_line, overhead_table, print_class, print_closing, print_head
from .reports_json import write_reports
from .runner import Runner, Visits
from .summary import Machine, Summary

__all__ = ["main"]

_CLASSES = {**PEERS, **ADJOINTS}

# Workloads per class, the smallest ones, and rounds of --quick.
_QUICK_WORKLOADS, _QUICK_ROUNDS = 2, 2

# Defaults: visits to each variant, and seconds of a visit.
_ROUNDS, _SECONDS = 5, 0.04

# Exit status after Ctrl-C: 128 + SIGINT.
_INTERRUPTED = 130

# Columns of the output that hold every table, where standard output is no terminal.
_WIDTH = 230


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parse(arguments)
    selected = _selected(options)
    rounds = _QUICK_ROUNDS if options.quick else options.rounds
    cpus = _cpus(options.workers)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    summaries: list[Summary] = []
    with tempfile.TemporaryDirectory() as folder:
        visits = Visits(rounds, options.seconds, options.clock)
        peers = options.peers.split(",") if options.peers else None
        runner = Runner(options.workers, cpus, visits, Path(folder), options.isa, peers)
        try:
            facts = _facts(runner, options, cpus)
            machine = Machine.of_facts(facts)
            print_head(console, facts)
            status = _run_all(console, runner, selected, summaries, machine)
        except Crash as crash:
            print(f"peers: {crash}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return _INTERRUPTED
        finally:
            runner.stop()
    tiny = [summary for summary in summaries if summary.problem_class == "tiny"]
    if tiny:
        console.print(overhead_table(tiny))
    print_closing(console, summaries, machine, runner.absent)
    if status == _INTERRUPTED:
        done = f"{len(summaries)} of {sum(map(len, selected.values()))}"
        console.print(f"Interrupted after {done} workloads.", style="bold yellow")
    write_reports(options, summaries, facts, runner.absent)
    return status


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description=f"Time polyconv beside what is installed of {', '.join(PEER_LIBRARIES)}.",
        epilog=f"Classes: {', '.join(_CLASSES)}.",
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--classes", metavar="A,B", help="only these classes")
    parser.add_argument(
        "--workload", action="append", metavar="NAME", help="only this workload; may be repeated"
    )
    parser.add_argument("--peers", metavar="A,B", help="only these libraries beside polyconv")
    parser.add_argument(
        "--rounds",
        type=int,
        default=_ROUNDS,
        metavar="N",
        help=f"times that each variant is visited, default {_ROUNDS}",
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=_SECONDS,
        metavar="S",
        help=f"duration of a visit, default {_SECONDS}",
    )
    parser.add_argument(
        "--clock",
        choices=("wall", "cpu"),
        default="wall",
        help="cpu: CPU time of the process, for one worker on a shared machine",
    )
    parser.add_argument(
        "--isa",
        choices=("v3",),
        help="v3: AVX2, without the libraries that cannot be held to it",
    )
    parser.add_argument(
        "--quick", action="store_true", help="the two smallest workloads of each class, two rounds"
    )
    for name, text in (
        ("--json", "write all measurements as JSON"),
        ("--plot", "plot the ratios (.png, .svg)"),
        ("--markdown", "write tables in Markdown"),
    ):
        parser.add_argument(name, type=Path, metavar="FILE", help=text)
    options = parser.parse_args(arguments)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if not 1 <= options.workers <= (usable or 1):
        parser.error(f"--workers {options.workers}; allowed: 1 to {usable}, the usable CPUs")
    if options.clock == "cpu" and options.workers > 1:
        parser.error("--clock cpu; allowed with --workers 1: waiting threads use no CPU time")
    if options.rounds < 1:
        parser.error(f"--rounds {options.rounds}; allowed: 1 or more")
    unknown = set(filter(None, (options.classes or "").split(","))) - set(_CLASSES)
    if unknown:
        parser.error(f"--classes {','.join(sorted(unknown))}; allowed: {', '.join(_CLASSES)}")
    unknown = set(filter(None, (options.peers or "").split(","))) - set(PEER_LIBRARIES)
    if unknown:
        parser.error(f"--peers {','.join(sorted(unknown))}; allowed: {', '.join(PEER_LIBRARIES)}")
    names = {workload.name for rows in _CLASSES.values() for workload in rows}
    for name in options.workload or ():
        if name not in names:
            parser.error(
                f"--workload {name}; allowed: names of polyconv.workloads in these classes"
            )
    return options


def _selected(options: argparse.Namespace) -> dict[str, tuple[Workload, ...]]:
    """Return the requested workloads by class."""
    classes = options.classes.split(",") if options.classes else list(_CLASSES)
    selected = {}
    for problem_class in classes:
        rows = _CLASSES[problem_class]
        if options.workload:
            rows = tuple(row for row in rows if row.name in options.workload)
        if options.quick:
            rows = tuple(sorted(rows, key=lambda row: row.flops)[:_QUICK_WORKLOADS])
        if rows:
            selected[problem_class] = rows
    return selected


def _cpus(workers: int) -> tuple[int, ...]:
    """Return the last usable CPUs; most interrupts are handled by the first."""
    if not hasattr(os, "sched_getaffinity"):
        return tuple(range(workers))
    return tuple(sorted(os.sched_getaffinity(0))[-workers:])


def _command(options: argparse.Namespace) -> str:
    """Return the command that repeats this run, without the names of files."""
    words = ["python", "-m", "benchmarks.peers", "--workers", str(options.workers)]
    if options.classes:
        words += ["--classes", options.classes]
    for name in options.workload or ():
        words += ["--workload", name]
    words += ["--peers", options.peers] if options.peers else []
    words += ["--rounds", str(options.rounds)] if options.rounds != _ROUNDS else []
    words += ["--seconds", str(options.seconds)] if options.seconds != _SECONDS else []
    words += ["--clock", options.clock] if options.clock != "wall" else []
    words += ["--isa", options.isa] if options.isa else []
    words += ["--quick"] if options.quick else []
    return shlex.join(words)


def _facts(runner: Runner, options: argparse.Namespace, cpus: tuple[int, ...]) -> dict[str, Any]:
    """Return date, command, machine and versions, which every report states."""
    facts_by_library = runner.start()
    ours = facts_by_library["polyconv"]["versions"]
    versions = {"python": sys.version.split()[0], "polyconv": ours["polyconv"]}
    for library in PEER_LIBRARIES:
        versions.update(facts_by_library.get(library, {}).get("versions", {}))
    pools = [pool for facts in facts_by_library.values() for pool in facts["pools"]]
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
        "machine": {
            "cpu": ours["cpu"],
            "isa": ours["isa"],
            "cpus": os.cpu_count(),
            "caches": ours["caches"],
        },
        "versions": versions,
        "blas": list(blas),
        "pools": {library: facts["pools"] for library, facts in facts_by_library.items()},
        "peak": runner.machine(),
    }


def _run_all(
    console: Console,
    runner: Runner,
    selected: dict[str, tuple[Workload, ...]],
    summaries: list[Summary],
    machine: Machine,
) -> int:
    """Run all workloads, class by class; `summaries` keeps those that are done on Ctrl-C."""
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    total = sum(map(len, selected.values()))
    status = 0
    with bar:
        task = bar.add_task("", total=total)
        for problem_class, rows in selected.items():
            done: list[Summary] = []
            try:
                for row in rows:

                    def tell(step: str, name: str = row.name) -> None:
                        bar.update(task, description=f"{name}: {step}")

                    done.append(runner.run(problem_class, row, tell))
                    bar.console.print(one_line(done[-1]), style="dim", highlight=False)
                    bar.advance(task)
            except KeyboardInterrupt:
                status = _INTERRUPTED
            summaries.extend(done)
            if done:
                print_class(console, problem_class, done, machine)
            if status:
                break
    return status
