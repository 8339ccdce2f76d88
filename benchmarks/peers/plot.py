"""A plot of every workload's ratio to the best peer, by class, on a logarithmic scale."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from .summary import TARGETS, Summary, geometric_mean
from .tables import by_class, facts_lines

__all__ = ["write_plot"]

_TARGET = "#e6550d"
_COLOURS = {
    "torch": "#ee4c2c",
    "onnxruntime": "#4b5563",
    "jax": "#7c3aed",
    "openvino": "#0b6e99",
    "ncnn": "#d4a017",
    "litert": "#db2777",
    "mnn": "#65a30d",
    "opencv": "#15803d",
    "scipy": "#0ea5e9",
    "ducc0": "#14b8a6",
    "ipp": "#b45309",
    "simpleitk": "#be185d",
}

# Figure width, height of one class, and margins, in inches.
_WIDTH, _ROW, _TOP, _BOTTOM, _LEFT, _RIGHT = 9.0, 0.34, 1.0, 0.95, 1.75, 1.35


def write_plot(path: Path, summaries: Sequence[Summary], facts: dict[str, Any]) -> None:
    """Draw one row per class: its workloads as dots, its mean as a bar, its target as a line."""
    from matplotlib.figure import Figure

    classes = {
        problem_class: rated
        for problem_class, members in by_class(summaries).items()
        if (rated := [_Dot(o) for o in members if o.auto_ratio is not None])
    }
    height = _TOP + _BOTTOM + _ROW * len(classes)
    figure = Figure(figsize=(_WIDTH, height), dpi=150)
    axes = figure.add_axes(
        (
            _LEFT / _WIDTH,
            _BOTTOM / height,
            (_WIDTH - _LEFT - _RIGHT) / _WIDTH,
            _ROW * len(classes) / height,
        )
    )
    for row, (problem_class, members) in enumerate(classes.items()):
        _draw_class(axes, row, problem_class, members)
    axes.set_xscale("log")
    axes.set_yticks(
        range(len(classes)), labels=[problem_class.replace("_", " ") for problem_class in classes]
    )
    axes.set_ylim(len(classes) - 0.5, -0.5)
    best = {dot.library for members in classes.values() for dot in members}
    _label(figure, axes, facts, height, best)
    _save(figure, path)


def _save(figure: Any, path: Path) -> None:
    """Write the figure; a PNG with a palette of 64 colours, which takes a third of the bytes."""
    if path.suffix.lower() != ".png":
        figure.savefig(path)
        return
    from PIL import Image

    memory = BytesIO()
    figure.savefig(memory, format="png")
    with Image.open(memory) as image:
        image.quantize(64).save(path, optimize=True)


class _Dot:
    """The ratio of one workload, in the colour of its best peer."""

    def __init__(self, summary: Summary) -> None:
        peer, ratio = summary.best_peer, summary.auto_ratio
        assert peer is not None
        assert ratio is not None
        self.library, self.ratio = peer.library, ratio
        self.colour = _COLOURS[peer.library]


def _draw_class(axes: Any, row: int, problem_class: str, dots: Sequence[_Dot]) -> None:
    """Draw the dots of a class below each other within its row, in the order of the table."""
    mean = geometric_mean(dot.ratio for dot in dots)
    assert mean is not None
    axes.barh(row, mean - 1, left=1, height=0.62, color="#dbe7f3" if mean >= 1 else "#f6dcd5")
    target = TARGETS.get(problem_class)
    if target is not None and target.against is None:
        axes.plot([target.each] * 2, [row - 0.36, row + 0.36], color=_TARGET, linewidth=1.6)
    for place, dot in enumerate(dots):
        y = row + 0.46 * ((place + 0.5) / len(dots) - 0.5)
        axes.plot(
            dot.ratio,
            y,
            "o",
            color=dot.colour,
            markersize=4.2,
            markeredgecolor="white",
            markeredgewidth=0.5,
            zorder=3,
        )
    axes.text(
        1.015,
        row,
        f"{mean:.2f}x",
        transform=axes.get_yaxis_transform(),
        va="center",
        size=9,
        weight="bold",
        color="#1f4e79" if mean >= 1 else "#b03a1e",
    )


def _label(figure: Any, axes: Any, facts: dict[str, Any], height: float, best: set[str]) -> None:
    """Draw axes, title and the legend, which names the libraries in `best`."""
    from matplotlib.lines import Line2D
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    axes.axvline(1, color="0.2", linewidth=1)
    axes.xaxis.set_major_locator(LogLocator(10, subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}x"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="x", color="0.9", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, labelsize=9)
    handles = [
        Line2D([], [], marker="o", linestyle="", color=colour, markersize=5, label=library)
        for library, colour in _COLOURS.items()
        if library in best
    ]
    handles.append(Line2D([], [], color=_TARGET, linewidth=1.6, label="target"))
    figure.legend(
        handles=handles,
        loc="lower center",
        ncols=min(len(handles), 8),
        frameon=False,
        fontsize=8,
        bbox_to_anchor=(0.5, 0.05 / height),
        title="a dot: one workload, in the colour of its best peer;  a bar: geometric mean",
        title_fontsize=8,
    )
    left = 0.15 / _WIDTH
    figure.text(
        left,
        1 - 0.28 / height,
        "polyconv against the best peer on each workload",
        size=13,
        weight="bold",
        va="center",
    )
    for line, text in enumerate(facts_lines(facts)[:2]):
        figure.text(left, 1 - (0.53 + 0.17 * line) / height, text, size=7, color="0.4", va="center")
