"""The typer application: commands, their options and their exit status."""

from pathlib import Path
from typing import Annotated

import typer

import polyconv
from polyconv.workloads import suites

from . import BadInput, _choice, _filter
from .race import RaceOptions, race

__all__ = ["app"]

_HELP = """Time all backends on real convolutions, and check that they agree.

Every backend runs every workload: the layers of ResNet-50, some of VGG-16, MobileNetV2, a 3-D \
U-Net and audio networks, and image filters on a photograph. Each result is checked against the \
definition of convolution, within the error bound that the backend publishes. The table shows the \
time of every backend on every workload, and which one backend="auto" picks. A second table times \
functions of polyconv.scipy beside SciPy's own.

Exit status: 0 if all backends agree, 1 if one does not, 2 for wrong input, 130 after Ctrl-C \
(what was measured until then is shown)."""

app = typer.Typer(
    help="N-dimensional convolution for NumPy arrays, by whichever algorithm is fastest.",
    epilog="Environment: POLYCONV_BACKEND=NAME names the backend of calls that name none; "
    "POLYCONV_VERBOSE=1 prints a line for each convolution; POLYCONV_WISDOM=PATH keeps measured "
    "times in a file.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_choice.add_to(app)
_filter.add_to(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"polyconv {polyconv.__version__}")
        raise typer.Exit


@app.callback()
def _polyconv(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    pass


@app.command("race", help=_HELP)
def _race(
    photo: Annotated[
        Path | None,
        typer.Argument(
            metavar="PHOTO",
            help="Image file to filter, instead of the default suites.",
            show_default=False,
        ),
    ] = None,
    *,
    kernel: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KERNEL",
            help="Filter for the photo: gaussian:N, box:N, sobel, laplacian, or a .npy file of "
            "shape (height, width) or (filters, height, width). May be repeated.",
        ),
    ] = None,
    suite: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help=f"Race this suite only. May be repeated. One of: {', '.join(suites())}, doors.",
        ),
    ] = None,
    backends: Annotated[
        str | None,
        typer.Option(
            metavar="A,B",
            help=f"Race these backends only, of: {', '.join(polyconv.backends())}.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", help="Number of threads. By default that of a plain call."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only the two smallest workloads of each suite.")
    ] = False,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all measurements as JSON.")
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.png", help="Write a heat map of workloads against backends (.png, .svg)."
        ),
    ] = None,
) -> None:
    try:
        request = RaceOptions(
            photo, kernel or (), suite or (), backends, workers, quick, json, plot
        )
        status = race(request)
    except BadInput as problem:
        typer.echo(f"polyconv race: {problem}", err=True)
        raise typer.Exit(2) from None
    raise typer.Exit(status)
