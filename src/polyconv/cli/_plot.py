"""Plot of a race: a heat map of workloads against backends."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from polyconv._si import si

from ._facts import Facts
from ._report import factor_text
from ._result import Contest, RaceResult

__all__ = ["PLOT_FORMATS", "write_plot"]

PLOT_FORMATS = (".png", ".svg", ".pdf")

# Slowdowns of at least this factor get the darkest colour; the specification's are far larger.
_MAX_COLOURED_SLOWDOWN = 100.0

# Sizes in inches.
_CELL = (1.35, 0.235)
_LEFT, _RIGHT, _TOP, _BOTTOM = 3.0, 1.0, 1.0, 0.55


def write_plot(
    path: Path, contests: Sequence[Contest], names: Sequence[str], machine: Facts
) -> None:
    """Draw every backend's slowdown against the fastest, in colour on a log scale and in digits."""
    from matplotlib.colors import LogNorm
    from matplotlib.figure import Figure

    rows, columns = len(contests), len(names)
    map_size = np.array([_CELL[0] * columns, _CELL[1] * rows])
    width, height = map_size + np.array([_LEFT + _RIGHT, _TOP + _BOTTOM])
    figure = Figure(figsize=(width, height), dpi=150)
    axes = figure.add_axes(
        (_LEFT / width, _BOTTOM / height, map_size[0] / width, map_size[1] / height)
    )
    factors = np.full((rows, columns), np.nan)
    for i, contest in enumerate(contests):
        for j, result in enumerate(contest.results):
            if result.status == "ok":
                factors[i, j] = contest.factor(result)
    image = axes.imshow(
        factors, aspect="auto", cmap="YlGnBu", norm=LogNorm(1, _MAX_COLOURED_SLOWDOWN)
    )
    for i, contest in enumerate(contests):
        for j, result in enumerate(contest.results):
            _fill(axes, i, j, contest, result)
    _label(axes, contests, names)

    _add_scale(figure, image, width, height, min(float(map_size[1]), 3.0))
    _add_captions(figure, width, height, machine)
    figure.savefig(path, bbox_inches="tight")


def _add_scale(figure: Any, image: Any, width: float, height: float, scale: float) -> None:
    """Draw the scale of colours, `scale` inches high, beside the map."""
    bar = figure.colorbar(
        image,
        cax=figure.add_axes(
            (
                1 - (_RIGHT - 0.25) / width,
                1 - (_TOP + scale) / height,
                0.15 / width,
                scale / height,
            )
        ),
        extend="max",
        ticks=[1, 2, 5, 10, 20, 50, _MAX_COLOURED_SLOWDOWN],
        format="%gx",
    )
    bar.minorticks_off()
    bar.ax.tick_params(labelsize=8, length=2)
    bar.outline.set_visible(False)


def _add_captions(figure: Any, width: float, height: float, machine: Facts) -> None:
    """Write the title, the machine, and the meaning of frames and marks."""
    left = 0.15 / width
    figure.text(
        left,
        1 - 0.3 / height,
        "polyconv race: time against the fastest backend",
        size=12,
        weight="bold",
        va="center",
    )
    figure.text(left, 1 - 0.53 / height, str(machine), size=7, color="0.35", va="center")
    figure.text(
        left,
        0.2 / height,
        'framed: the pick of backend="auto"      ~ timed on a scaled-down copy      '
        "hatched: not supported",
        size=8,
        color="0.35",
        va="center",
    )


def _fill(axes: Any, row: int, column: int, contest: Contest, result: RaceResult) -> None:
    """Write one cell's factor and time; hatch it if there is none."""
    from matplotlib.patches import Rectangle

    corner = (column - 0.5, row - 0.5)
    factor, sample = contest.factor(result), result.sample
    if result.status == "unsupported":
        axes.add_patch(
            Rectangle(corner, 1, 1, facecolor="0.93", edgecolor="0.8", hatch="////", linewidth=0)
        )
    elif result.status != "ok" or factor is None or sample is None:
        axes.add_patch(Rectangle(corner, 1, 1, facecolor="#d62728"))
        word = "FAILED" if result.status == "failed" else "WRONG"
        axes.text(column, row, word, size=8, weight="bold", color="white", ha="center", va="center")
    else:
        colour = "white" if factor > np.sqrt(_MAX_COLOURED_SLOWDOWN) * 0.8 else "0.1"
        approximate = "~" if result.scaled else ""
        axes.text(
            column + 0.03,
            row,
            approximate + factor_text(factor),
            size=8,
            weight="bold" if result is contest.fastest else "normal",
            color=colour,
            ha="right",
            va="center",
        )
        axes.text(
            column + 0.11, row, si(sample.best, "s"), size=6.5, color=colour, ha="left", va="center"
        )
    if result.backend == contest.choice.backend:
        axes.add_patch(
            Rectangle(
                (column - 0.485, row - 0.44),
                0.97,
                0.88,
                fill=False,
                edgecolor="#e6550d",
                linewidth=1.3,
                zorder=3,
            )
        )


def _label(axes: Any, contests: Sequence[Contest], names: Sequence[str]) -> None:
    """Write the backends' names above, the workloads' at the left, and lines between suites."""
    axes.set_xticks(range(len(names)), labels=names, weight="bold")
    axes.set_yticks(
        range(len(contests)), labels=[contest.workload.layer for contest in contests], size=8
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_xticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(contests) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1)
    axes.tick_params(which="minor", length=0)
    row = 0
    for suite, members in groupby(contests, key=lambda contest: contest.workload.suite):
        if row:
            axes.axhline(row - 0.5, color="0.2", linewidth=1.2)
        axes.annotate(
            suite,
            (0, row),
            (72 * (0.15 - _LEFT), 0),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            size=8,
            weight="bold",
            va="center",
        )
        row += len(list(members))
