"""The options of ``abgate``, and its exit status."""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import limits
from .builds import CannotBuild, install
from .comparison import Comparison, compare
from .facts import machine
from .ledger import Miscounted
from .limits import BadInput
from .page import write_page
from .process import Crash
from .records import write_json, write_markdown
from .rounds import Rounds
from .terminal import preparing, rounds_progress, show

__all__ = ["main"]

_HELP = """\
Tell whether a project has become slower: compare NEW builds with an OLD one.

Each build is a git revision of the repository at hand, a wheel, or the Python
executable of an environment. Fresh processes of all builds are timed in turn
until each workload is known to be slower by more than half the threshold, or
by less than the threshold, or until the budget is spent. With several NEW
builds each is compared with OLD; the probability of a false alarm is that of
all comparisons together.

Exit status: 0 if nothing is slower, 1 if something is, 2 if it could not be
measured: wrong input, a build or a workload that fails, or a workload that is
still undecided when the budget is spent."""


@dataclass(frozen=True)
class _Request:
    """The user's settings, checked."""

    names: tuple[str, ...]
    bench: Path
    patterns: tuple[str, ...]
    quick: bool
    memory: bool
    threshold: float
    overrides: Mapping[str, float]
    alpha: float
    budget: float
    extra: tuple[str, ...]
    seed: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        comparison = _run(_checked(options))
    except (BadInput, CannotBuild, Crash, Miscounted) as problem:
        print(f"abgate: {problem}", file=sys.stderr)
        return 2
    show(comparison)
    reports = (
        (options.json, write_json),
        (options.markdown, write_markdown),
        (options.html, write_page),
    )
    for path, write in reports:
        if path is not None:
            write(path, comparison)
    return comparison.status


def _parser() -> argparse.ArgumentParser:
    """Return the parser. argparse, because typer requires a compiled package."""
    parser = argparse.ArgumentParser(
        prog="abgate",
        usage="abgate OLD NEW... [options]",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("builds", nargs="+", metavar="OLD NEW", help="the builds; the first is the old one")
    add(
        "--bench",
        type=Path,
        metavar="PATH",
        help="the workloads: a Python file of functions bench_NAME(), each of which prepares one "
        "and returns the call to be timed; a file or folder of asv's benchmarks; or tests that "
        "use pytest-benchmark; by default the folder that asv.conf.json names",
    )
    add(
        "-w",
        "--workload",
        action="append",
        metavar="PATTERN",
        help="only these workloads: a name, or a pattern such as 'image/*'; may be repeated",
    )
    add("--quick", action="store_true", help="only the workloads that the file lists in QUICK")
    add(
        "--memory",
        action="store_true",
        help="compare memory, too: the peak of the process's resident memory (RSS), and the peak "
        "of what Python allocates during a call (tracemalloc)",
    )
    add(
        "--threshold",
        default="3%",
        metavar="P",
        help="the slowdown that must be found, 3%% by default",
    )
    add(
        "--thresholds",
        type=Path,
        metavar="FILE.toml",
        help="other thresholds for some workloads: a table [thresholds] of patterns, of which the "
        "last that matches counts",
    )
    add(
        "--alpha",
        default="1%",
        metavar="P",
        help="the probability of a false alarm if nothing has changed, 1%% by default",
    )
    add("--budget", default="10m", metavar="TIME", help="no round starts later, 10m by default")
    add(
        "--with",
        dest="extra",
        action="append",
        metavar="REQUIREMENT",
        help="a package that the workloads need beside the project, such as pytest, installed with "
        "each wheel or revision; may be repeated",
    )
    add("--json", type=Path, metavar="FILE", help="write all measurements as JSON")
    add("--markdown", type=Path, metavar="FILE", help="append tables in Markdown")
    add("--html", type=Path, metavar="FILE", help="write an HTML page with a forest plot")
    add("--seed", type=int, default=0, metavar="N", help="the seed of all random orders")
    return parser


def _checked(options: argparse.Namespace) -> _Request:
    """Return the settings, or raise `BadInput`."""
    if len(options.builds) < 2:
        raise BadInput(f"only one build, {options.builds[0]!r}; allowed: OLD and at least one NEW")
    for name in ("json", "markdown", "html"):
        limits.report_path(f"--{name}", getattr(options, name))
    return _Request(
        tuple(options.builds),
        limits.bench_path(options.bench, Path()),
        tuple(options.workload or ()),
        options.quick,
        options.memory,
        limits.percentage("--threshold", options.threshold),
        {} if options.thresholds is None else limits.overrides(options.thresholds),
        limits.percentage("--alpha", options.alpha),
        limits.duration("--budget", options.budget),
        tuple(options.extra or ()),
        options.seed,
    )


def _run(request: _Request) -> Comparison:
    """Install all builds, and compare them."""
    with tempfile.TemporaryDirectory(prefix="abgate-") as scratch:
        with preparing() as tell:
            builds = []
            for number, name in enumerate(request.names):
                folder = Path(scratch) / str(number)
                folder.mkdir()
                builds.append(install(name, folder, request.extra, tell))
            rounds = Rounds(builds, request.bench, Path(scratch), request.seed)
            tell("reading the workloads")
            found = rounds.workloads()
            wanted = limits.selected(
                found.names, request.patterns, found.quick if request.quick else None
            )
            tell(f"loading {len(wanted)} workloads")
            left_out, sides = rounds.load_all(wanted, found.memory_only, memory=request.memory)
        if not rounds.rows:
            reasons = "".join(f"; {name} in {why}" for name, why in left_out.items())
            raise BadInput(
                f"--bench {request.bench} holds no workload that all builds can run{reasons}"
            )
        by_workload = limits.thresholds(found.names, request.threshold, request.overrides)
        with rounds_progress(request.budget) as listener:
            comparison = compare(
                rounds,
                {name: by_workload[row.workload] for name, row in rounds.rows.items()},
                alpha=request.alpha,
                budget=request.budget,
                seed=request.seed,
                tell=listener,
            )
    comparison.rows = rounds.rows
    comparison.left_out = found.left_out | left_out
    comparison.facts = _facts(request, [build.label for build in builds], sides)
    return comparison


def _facts(
    request: _Request, labels: Sequence[str], sides: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return date, machine, versions and settings, which every report states."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "labels": list(labels),
        "sides": list(sides),
        "machine": machine(),
        "threshold": request.threshold,
        "alpha": request.alpha,
        "budget": request.budget,
        "seed": request.seed,
    }
