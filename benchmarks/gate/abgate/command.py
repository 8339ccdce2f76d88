"""The typer application behind ``abgate``."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

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

__all__ = ["app"]

_HELP = """Tell whether a project has become slower: compare NEW builds with an OLD one.

Each build is a git revision of the repository at hand, a wheel, or the Python executable of an \
environment. Fresh processes of all builds are timed in turn until each workload is known to be \
slower by more than half the threshold, or by less than the threshold, or until the budget is \
spent. With several NEW builds each is compared with OLD; the probability of a false alarm is \
that of all comparisons together.

Exit status: 0 if nothing is slower, 1 if something is, 2 if it could not be measured: wrong \
input, a build or a workload that fails, or a workload that is still undecided when the budget is \
spent."""

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


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


_Builds = Annotated[list[str], typer.Argument(metavar="OLD NEW", show_default=False)]
_Bench = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help="The workloads: a Python file of functions bench_NAME(), each of which prepares one "
        "and returns the call to be timed; a file or folder of asv's benchmarks; or one of tests "
        "that use pytest-benchmark. By default the folder that asv.conf.json names.",
        show_default=False,
    ),
]
_Workload = Annotated[
    list[str] | None,
    typer.Option(
        "-w",
        "--workload",
        metavar="PATTERN",
        help="Only these workloads: a name, or a pattern such as 'image/*'. May be repeated.",
    ),
]
_Quick = Annotated[
    bool, typer.Option("--quick", help="Only the workloads that the bench file lists in QUICK.")
]
_Memory = Annotated[
    bool,
    typer.Option(
        "--memory",
        help="Compare memory, too: the peak of the process's resident memory (RSS), and the peak "
        "of what Python allocates during a call (tracemalloc).",
    ),
]
_Threshold = Annotated[
    str, typer.Option(metavar="P%", help="The slowdown that must be found, as in 3% or 0.03.")
]
_Thresholds = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.toml",
        help="Other thresholds for some workloads: a TOML table thresholds of patterns. The last "
        "that matches counts.",
    ),
]
_Alpha = Annotated[
    str, typer.Option(metavar="P%", help="Probability of an alarm where nothing has changed.")
]
_Budget = Annotated[
    str, typer.Option(metavar="TIME", help="No round begins later: 90s, 10m or 1h.")
]
_With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="REQUIREMENT",
        help="A package that the workloads need beside the project, such as pytest. It is "
        "installed with each wheel or revision. May be repeated.",
    ),
]
_Json = Annotated[Path | None, typer.Option(metavar="FILE", help="Write all measurements as JSON.")]
_Markdown = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Append tables in Markdown, as for a pull request."),
]
_Html = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write an HTML page with a forest plot.")
]
_Seed = Annotated[int, typer.Option(metavar="N", help="Seed of all random orders.")]


@app.command(help=_HELP)
def _abgate(
    builds: _Builds,
    *,
    bench: _Bench = None,
    workload: _Workload = None,
    quick: _Quick = False,
    memory: _Memory = False,
    threshold: _Threshold = "3%",
    thresholds: _Thresholds = None,
    alpha: _Alpha = "1%",
    budget: _Budget = "10m",
    extra: _With = None,
    json: _Json = None,
    markdown: _Markdown = None,
    html: _Html = None,
    seed: _Seed = 0,
) -> None:
    try:
        if len(builds) < 2:
            raise BadInput(f"only one build, {builds[0]!r}; allowed: OLD and at least one NEW")
        request = _Request(
            tuple(builds),
            limits.bench_path(bench, Path()),
            tuple(workload or ()),
            quick,
            memory,
            limits.percentage("--threshold", threshold),
            {} if thresholds is None else limits.overrides(thresholds),
            limits.percentage("--alpha", alpha),
            limits.duration("--budget", budget),
            tuple(extra or ()),
            seed,
        )
        comparison = _run(request)
    except (BadInput, CannotBuild, Crash, Miscounted) as problem:
        typer.echo(f"abgate: {problem}", err=True)
        raise typer.Exit(2) from None
    show(comparison)
    for path, write in ((json, write_json), (markdown, write_markdown), (html, write_page)):
        if path is not None:
            write(path, comparison)
    raise typer.Exit(comparison.status)


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
                f"bench {request.bench}: no workload that all builds can compute{reasons}"
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
