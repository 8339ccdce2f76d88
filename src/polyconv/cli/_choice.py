"""The commands about the choice: ``polyconv explain``, ``tune`` and ``wisdom``."""

import json as json_module
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

import polyconv
from polyconv import wisdom
from polyconv._explain import explain_problem
from polyconv.workloads import suites

from . import BadInput
from ._problems import COLUMNS, from_texts, named, problem_of

__all__ = ["add_to", "refusals"]

_EXPLAIN_HELP = """Tell which backend would answer a problem, and why; nothing is run.

The problem is a workload of the table, such as resnet50/conv2_3x3, or given by --x and --w."""

_TUNE_HELP = f"""Measure problems and keep what was learned, so that later choices are the fastest.

Each TARGET is a suite ({", ".join(suites())}), one workload of a suite, or a file: an ONNX model \
(.onnx), whose Conv nodes are taken, or a list of problems (.json: objects; .csv: a header and \
rows) with the keys or columns {", ".join(COLUMNS)}. In CSV files shapes are written as \
1x3x224x224, and padding as 1, 1x2, 0:1x0:1 or a word.

What is known already is not measured again. Exit status: 0, 2 for wrong input, 130 after Ctrl-C \
(what was measured until then is kept)."""

_WISDOM_HELP = "Look at, share or forget what was measured on this machine."


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
    workload: Annotated[
        str | None,
        typer.Argument(metavar="WORKLOAD", help="Name in the table.", show_default=False),
    ] = None,
    *,
    x: Annotated[str | None, typer.Option(metavar="SHAPE", help="As in 1x3x224x224.")] = None,
    w: Annotated[str | None, typer.Option(metavar="SHAPE", help="As in 64x3x7x7.")] = None,
    stride: Annotated[str | None, typer.Option(metavar="N[xN]")] = None,
    padding: Annotated[
        str | None, typer.Option(metavar="P", help="1, 1x2, 0:1x0:1, same, full, ...")
    ] = None,
    dilation: Annotated[str | None, typer.Option(metavar="N[xN]")] = None,
    groups: Annotated[str | None, typer.Option(metavar="N")] = None,
    padding_mode: Annotated[str | None, typer.Option(metavar="MODE")] = None,
    data_format: Annotated[str | None, typer.Option(metavar="FORMAT")] = None,
    dtype: Annotated[str | None, typer.Option(metavar="DTYPE", help="float32 by default.")] = None,
    rtol: Annotated[float | None, typer.Option(help="Error budget, as in polyconv.conv.")] = None,
    workspace_limit: Annotated[int | None, typer.Option(metavar="BYTES")] = None,
    workers: Annotated[int | None, typer.Option(metavar="N")] = None,
    backend: Annotated[str, typer.Option(help="As in polyconv.conv.")] = "auto",
    also: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Adapter that auto may choose, too.")
    ] = None,
    prepared: Annotated[
        bool, typer.Option("--prepared", help="For a plan, which prepares the weights once.")
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option(
            "--wisdom",
            metavar="PATH",
            help="Take this file's measurements into account, beside those of POLYCONV_WISDOM.",
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
        if workload is not None and any(text is not None for text in texts.values()):
            raise BadInput(
                f"{workload!r} has its own shapes and options; allowed: one or the other"
            )
        rows = (from_texts(**texts),) if workload is None else named(workload)
        if file is not None:
            wisdom.load(file)
        with polyconv.set_backend("auto", also=also or ()):
            reports = [
                explain_problem(
                    problem_of(row, workers, rtol=rtol, workspace_limit=workspace_limit),
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


def _tune(
    targets: Annotated[
        list[str], typer.Argument(metavar="TARGET...", help="Suites, workloads, files.")
    ],
    *,
    file: Annotated[
        Path | None,
        typer.Option(
            "--wisdom",
            metavar="PATH",
            help="Where to keep what is learned. By default POLYCONV_WISDOM, or the user's own.",
        ),
    ] = None,
    budget: Annotated[
        float, typer.Option(metavar="S", help="Seconds to spend on each problem, about.")
    ] = 1.0,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", help="Threads. By default as many as polyconv would use."),
    ] = None,
    dim: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=N", help="Size that an ONNX model leaves open."),
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Adapter to measure, too.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Measure what is known already, too.")
    ] = False,
) -> None:
    from ._tune import TuneRequest, tune

    with refusals("tune"):
        request = TuneRequest(targets, dim or (), file, budget, workers, tuple(also or ()), again)
        status = tune(request)
    raise typer.Exit(status)


_File = Annotated[
    Path | None,
    typer.Option("--wisdom", metavar="PATH", help="By default POLYCONV_WISDOM, or the user's own."),
]


def _info(file: _File = None) -> None:
    """Show how much is known, and where it is kept."""
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
    target: Annotated[str, typer.Argument(metavar="FILE", help="Where to write; - to print.")],
    *,
    file: _File = None,
) -> None:
    """Write what is known as one JSON document."""
    with refusals("wisdom export"):
        wisdom.load(file)  # the default path need not exist
        text = json_module.dumps(wisdom.export_wisdom(), indent=1) + "\n"
        if target == "-":
            typer.echo(text, nl=False)
        else:
            Path(target).write_text(text, encoding="utf-8")


def _import(
    source: Annotated[str, typer.Argument(metavar="FILE", help="What to read; - for input.")],
    *,
    file: _File = None,
) -> None:
    """Add what another process, or another machine, exported."""
    with refusals("wisdom import"):
        path = wisdom.default_path() if file is None else file
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        if path.exists():
            wisdom.load(path)
        imported = wisdom.import_wisdom(content)
        wisdom.save(path)
    typer.echo(
        f"{imported.taken} problems taken, {imported.merged} merged, of these {imported.elsewhere} "
        f"of other machines or versions; {len(imported.rejected)} rejected"
    )
    for reason in imported.rejected:
        typer.echo(f"rejected: {reason}", err=True)


def _forget(file: _File = None) -> None:
    """Empty the file."""
    with refusals("wisdom forget"):
        path = wisdom.default_path() if file is None else file
        wisdom.forget_wisdom(path)
    typer.echo(f"{path} is empty")
