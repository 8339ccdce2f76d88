"""The commands about the choice: ``polyconv explain``, ``tune`` and ``wisdom``."""

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

import polyconv
from polyconv import wisdom
from polyconv._explain import explain_problem
from polyconv._padding import PADDING_MODES
from polyconv.workloads import Workload, suites

from . import BadInput
from ._durations import seconds
from ._problems import COLUMNS, filtered, from_texts, is_shape, named, problem_of, with_filters

__all__ = ["add_to", "refusals"]

_EXPLAIN_HELP = """Tell which backend would compute a problem, and why. Nothing is run.

The problem is a named workload (see polyconv race), or given by the shapes of x and w, or by that \
of x and a filter, --kernel, on each of its channels:

polyconv explain resnet50/conv2_3x3

polyconv explain 1x64x56x56 64x64x3x3 --padding 1

polyconv explain 1x3x600x512 --kernel gaussian:15"""

_SHAPES = "the shapes of x and w, such as 1x64x56x56 64x64x3x3"

_TUNE_HELP = f"""Time the backends on problems, and keep the times for later choices.

Each TARGET is a suite ({", ".join(suites())}), one workload of a suite, or a file: an ONNX model \
(.onnx), whose Conv nodes are taken, or a list of problems (.json: objects; .csv: a header and \
rows) with the keys or columns {", ".join(COLUMNS)}. In CSV files shapes are written as \
1x3x224x224, and padding as 1, 1x2, 0:1x0:1 or a word.

With --machine, the machine is measured first, or alone: its peak at multiply-adds, copies in each \
cache, BLAS, scipy.fft, calls and wake-ups of workers. Predicted times are scaled by their ratios \
to those of the machine that the model was fitted on.

Problems that were measured before are skipped. Exit status: 0, 2 for wrong input, 130 after \
Ctrl-C (problems that were measured until then are kept, of the machine nothing)."""

_File = Annotated[
    Path | None,
    typer.Option(
        "--wisdom",
        metavar="PATH",
        help="File that keeps the times. By default the one that POLYCONV_WISDOM names, or else "
        "one in the user's data folder.",
    ),
]

_WISDOM_HELP = "Show, share or delete measured times, which are called wisdom."


def add_to(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain", help=_EXPLAIN_HELP)(_explain)
    app.command("tune", help=_TUNE_HELP)(_tune)
    group = typer.Typer(help=_WISDOM_HELP, no_args_is_help=True)
    group.command("info")(_info)
    group.command("export")(_export)
    group.command("import")(_import)
    group.command("forget")(_forget)
    app.add_typer(group, name="wisdom")


@contextmanager
def refusals(command: str) -> Iterator[None]:
    """Turn errors of the user's input into one line and exit status 2."""
    try:
        yield
    except (
        BadInput,
        polyconv.UnsupportedProblem,
        ModuleNotFoundError,
        ValueError,
        TypeError,
        OSError,
    ) as problem:
        typer.echo(f"polyconv {command}: {problem}", err=True)
        raise typer.Exit(2) from None


def _explain(
    problem: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROBLEM",
            help="Name of a workload or of a suite; or two shapes, of input and weights.",
            show_default=False,
        ),
    ] = None,
    *,
    x: Annotated[
        str | None,
        typer.Option(metavar="SHAPE", help="Input: 1x3x224x224 or 1,3,224,224."),
    ] = None,
    w: Annotated[
        str | None, typer.Option(metavar="SHAPE", help="Weights: 64x3x7x7 or 64,3,7,7.")
    ] = None,
    kernel: Annotated[
        str | None,
        typer.Option(
            metavar="KERNEL",
            help="Instead of --w, a filter on each channel of an image: gaussian:N, box:N, sobel, "
            "laplacian, or a .npy file.",
        ),
    ] = None,
    stride: Annotated[str | None, typer.Option(metavar="N", help="2, or by axis 2x1.")] = None,
    padding: Annotated[
        str | None,
        typer.Option(metavar="P", help="1; by axis 1x2; before:after 0:1x0:1; same, full, ..."),
    ] = None,
    dilation: Annotated[str | None, typer.Option(metavar="N", help="2, or by axis 2x1.")] = None,
    groups: Annotated[
        str | None, typer.Option(metavar="N", help="Groups of channels; 1 by default.")
    ] = None,
    padding_mode: Annotated[
        str | None, typer.Option(metavar="MODE", help=f"One of: {', '.join(PADDING_MODES)}.")
    ] = None,
    data_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="channels_first or channels_last.")
    ] = None,
    dtype: Annotated[str | None, typer.Option(metavar="DTYPE", help="float32 by default.")] = None,
    rtol: Annotated[
        float | None,
        typer.Option(
            metavar="X",
            help="Error budget in units of max|x| * sum|w|; 0 allows dot products only.",
        ),
    ] = None,
    workspace_limit: Annotated[
        int | None, typer.Option(metavar="BYTES", help="Maximum memory beside the result.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Maximum number of threads.")
    ] = None,
    backend: Annotated[
        str, typer.Option(metavar="NAME", help="Explain this backend instead of the choice.")
    ] = "auto",
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also let auto choose this library: torch or jax."),
    ] = None,
    prepared: Annotated[
        bool,
        typer.Option(
            "--prepared", help="Explain a plan, which prepares the weights once for many calls."
        ),
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option(
            "--wisdom",
            metavar="PATH",
            help="Read measured times from this file, besides that of POLYCONV_WISDOM.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    with refusals("explain"):
        texts = {
            "x": x,
            "w": w,
            "stride": stride,
            "padding": padding,
            "dilation": dilation,
            "groups": groups,
            "padding_mode": padding_mode,
            "data_format": data_format,
            "dtype": dtype,
        }
        rows = _explained(problem or (), texts, kernel)
        if file is not None:
            wisdom.load(file)
        with polyconv.set_backend("auto", also=also or ()):
            reports = [
                explain_problem(
                    with_filters(
                        row, problem_of(row, workers, rtol=rtol, workspace_limit=workspace_limit)
                    ),
                    backend,
                    prepared=prepared,
                )
                for row in rows
            ]
    if json:
        content = [report.to_dict() for report in reports]
        typer.echo(json_module.dumps(content if len(content) > 1 else content[0], indent=1))
    else:
        typer.echo("\n\n".join(map(str, reports)))


def _explained(
    problem: Sequence[str], texts: dict[str, str | None], kernel: str | None
) -> tuple[Workload, ...]:
    """Return the problems that arguments and options describe."""
    if not problem and all(text is None for text in (*texts.values(), kernel)):
        raise BadInput(f"the problem is missing; allowed: a workload, or {_SHAPES}")
    shapes = all(map(is_shape, problem))
    if len(problem) > (2 if shapes else 1):
        raise BadInput(
            f"{' '.join(problem)!r} is not one problem; allowed: a workload, or {_SHAPES}"
        )
    if not shapes:
        if any(text is not None for text in (*texts.values(), kernel)):
            raise BadInput(
                f"{problem[0]!r} has its own shapes and options; allowed: a workload or options"
            )
        return named(problem[0], f"or {_SHAPES}")
    for name, shape in zip(("x", "w"), problem, strict=False):
        if texts[name] is not None:
            raise BadInput(f"--{name} {texts[name]!r} is given twice: {shape!r}, too")
        texts[name] = shape
    return (from_texts(**texts) if kernel is None else filtered(kernel, texts),)


def _tune(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="TARGET", help="Suites, workloads, files.", show_default=False),
    ] = None,
    *,
    file: _File = None,
    machine: Annotated[
        bool, typer.Option("--machine", help="Measure the machine, for predictions.")
    ] = False,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="About how long to measure each problem (by default 1s), and the machine (10s): "
            "0.5, 10s or 10m.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", help="Number of threads. By default that of a plain call."),
    ] = None,
    dim: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=N", help="Size of a symbolic dimension of an ONNX model."),
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also measure this library: torch or jax."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Measure problems that were measured before, too.")
    ] = False,
) -> None:
    from ._tune import TuneRequest, tune

    with refusals("tune"):
        time = None if budget is None else seconds("--budget", budget)
        request = TuneRequest(
            targets or (), dim or (), file, time, workers, tuple(also or ()), again, machine
        )
        status = tune(request)
    raise typer.Exit(status)


def _info(file: _File = None) -> None:
    """Show what is known of this machine, and in which file.

    problems, timings: what was measured on this machine with these versions. elsewhere: problems
    measured on other machines or with other versions, which never decide here. system: problems in
    the file that POLYCONV_WISDOM_SYSTEM names. machine: if polyconv tune --machine measured it.
    """
    with refusals("wisdom info"):
        path = wisdom.default_path() if file is None else file
        if path.exists():
            wisdom.load(path)
        facts = wisdom.info()
        facts["path"] = str(path)
    width = max(map(len, facts))
    for name, value in facts.items():
        typer.echo(f"{name:<{width}}  {'-' if value is None else value}")


def _export(
    target: Annotated[
        str, typer.Argument(metavar="FILE", help="File to write; - for standard output.")
    ],
    *,
    file: _File = None,
) -> None:
    """Write all measured times, those of machines too, as one JSON document."""
    with refusals("wisdom export"):
        wisdom.load(file)  # the default path need not exist
        text = json_module.dumps(wisdom.export_wisdom(), indent=1) + "\n"
        if target == "-":
            typer.echo(text, nl=False)
        else:
            Path(target).write_text(text, encoding="utf-8")


def _import(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="File to read; - for standard input.")
    ],
    *,
    file: _File = None,
) -> None:
    """Add times that another process, or another machine, exported."""
    with refusals("wisdom import"):
        path = wisdom.default_path() if file is None else file
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        if path.exists():
            wisdom.load(path)
        imported = wisdom.import_wisdom(content)
        wisdom.save(path)
    typer.echo(
        f"{imported.taken} problems added, {imported.merged} merged, of these {imported.elsewhere} "
        f"of other machines or versions; {len(imported.rejected)} rejected"
    )
    if imported.machines:
        plural = "s" * (imported.machines != 1)
        typer.echo(f"unit times of {imported.machines} machine{plural} added or merged")
    for reason in imported.rejected:
        typer.echo(f"rejected: {reason}", err=True)


def _forget(file: _File = None) -> None:
    """Delete all measured times of the file."""
    with refusals("wisdom forget"):
        path = wisdom.default_path() if file is None else file
        wisdom.forget_wisdom(path)
    typer.echo(f"{path} is empty")
