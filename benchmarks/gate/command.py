"""The typer application behind ``polyconv-ab``."""

import platform
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from polyconv._machine import fingerprint

from . import limits
from .builds import CannotBuild, install
from .comparison import Comparison, compare
from .limits import BadInput
from .page import write_page
from .process import Crash
from .records import write_json, write_markdown
from .rounds import Miscounted, Rounds
from .terminal import preparing, rounds_progress, show

__all__ = ["app"]

_HELP = """Tell whether NEW is slower than OLD, two installed builds of the same project.

Either is a git revision of the repository at hand, a wheel, or a Python executable. Fresh \
processes of both are timed in turn until each workload is known to be slower by more than half \
the threshold, or by less than the threshold, or until the budget is spent.

Exit status: 0 if none is slower, 1 if one is, 2 if it could not be measured: wrong input, a build \
or a workload that fails, or a workload that is still undecided when the budget is spent."""

_SELECTION = Path(__file__).with_name("selection.py")

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@dataclass(frozen=True)
class _Request:
    """The user's settings, checked."""

    names: tuple[str, str]
    bench: Path
    patterns: tuple[str, ...]
    quick: bool
    threshold: float
    overrides: Mapping[str, float]
    alpha: float
    budget: float
    extra: tuple[str, ...]
    seed: int


_Old = Annotated[str, typer.Argument(metavar="OLD", show_default=False)]
_New = Annotated[str, typer.Argument(metavar="NEW", show_default=False)]
_Bench = Annotated[
    Path,
    typer.Option(
        metavar="FILE.py",
        help="Workloads: each function bench_NAME() makes one ready and returns the call to "
        "be timed. By default those of polyconv.",
        show_default=False,
    ),
]
_Workload = Annotated[
    list[str] | None,
    typer.Option(
        "-w",
        "--workload",
        metavar="PATTERN",
        help="Only these workloads, such as 'image/*'. May be repeated.",
    ),
]
_Quick = Annotated[
    bool, typer.Option("--quick", help="Only the workloads that the bench file names in QUICK.")
]
_Threshold = Annotated[str, typer.Option(metavar="P%", help="The slowdown that must be found.")]
_Thresholds = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.toml",
        help="Other thresholds for some: a table [thresholds] of patterns; the last that "
        "matches counts.",
    ),
]
_Alpha = Annotated[str, typer.Option(metavar="P%", help="Probability of a false alarm.")]
_Budget = Annotated[str, typer.Option(metavar="TIME", help="No round begins later.")]
_With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="REQUIREMENT",
        help="Install this beside a wheel or revision, too. May be repeated.",
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
_Seed = Annotated[int, typer.Option(metavar="N", help="Seed of every random order.")]


@app.command(help=_HELP)
def _polyconv_ab(
    old: _Old,
    new: _New,
    *,
    bench: _Bench = _SELECTION,
    workload: _Workload = None,
    quick: _Quick = False,
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
        request = _Request(
            (old, new),
            bench,
            tuple(workload or ()),
            quick,
            limits.percentage("--threshold", threshold),
            {} if thresholds is None else limits.overrides(thresholds),
            limits.percentage("--alpha", alpha),
            limits.duration("--budget", budget),
            tuple(extra or ()),
            seed,
        )
        comparison = _run(request)
    except (BadInput, CannotBuild, Crash, Miscounted) as problem:
        typer.echo(f"polyconv-ab: {problem}", err=True)
        raise typer.Exit(2) from None
    show(comparison)
    for path, write in ((json, write_json), (markdown, write_markdown), (html, write_page)):
        if path is not None:
            write(path, comparison)
    raise typer.Exit(comparison.status)


def _run(request: _Request) -> Comparison:
    """Install both builds, and compare them."""
    if not request.bench.is_file():
        raise BadInput(f"--bench {request.bench}: no such file")
    with tempfile.TemporaryDirectory(prefix="polyconv-ab-") as scratch:
        with preparing() as tell:
            builds = []
            for side, name in zip(("old", "new"), request.names, strict=True):
                folder = Path(scratch) / side
                folder.mkdir()
                builds.append(install(name, folder, request.extra, tell))
            rounds = Rounds((builds[0], builds[1]), request.bench, request.seed)
            names, quick = rounds.names()
            wanted = limits.selected(names, request.patterns, quick if request.quick else None)
            tell(f"loading {len(wanted)} workloads")
            left_out, sides = rounds.load_all(wanted)
        compared = [name for name in wanted if name not in left_out]
        if not compared:
            raise BadInput(f"bench {request.bench}: no workload that both builds can compute")
        thresholds = limits.thresholds(names, request.threshold, request.overrides)
        with rounds_progress(request.budget) as listener:
            comparison = compare(
                rounds,
                {name: thresholds[name] for name in compared},
                alpha=request.alpha,
                budget=request.budget,
                seed=request.seed,
                tell=listener,
            )
    comparison.left_out = left_out
    comparison.facts = _facts(request, [build.label for build in builds], sides)
    return comparison


def _facts(request: _Request, labels: list[str], sides: tuple[Any, Any]) -> dict[str, Any]:
    """Return date, machine, versions and settings, which every report states."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "labels": labels,
        "sides": list(sides),
        "machine": f"{fingerprint()['cpu']}, {platform.system()}",
        "threshold": request.threshold,
        "alpha": request.alpha,
        "budget": request.budget,
        "seed": request.seed,
    }
