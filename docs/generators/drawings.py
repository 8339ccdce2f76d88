"""Drawings of the pages, made at every build: `write`. Numbers in them are results of polyconv."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
from canvas import BLUE, CELL, GREEN, GREY, INK, ORANGE, WHITE, Canvas

from polyconv import conv, conv1d

__all__ = ["DRAWINGS", "write"]


def window() -> Canvas:
    """Input, kernel and output of the smallest example, with one window framed."""
    x = np.arange(9).reshape(1, 3, 3)
    w = np.arange(4).reshape(1, 1, 2, 2)
    y = conv(x, w)
    first = y[0, 0, 0]
    canvas = Canvas(560, 190, f"A 2x2 kernel over a 3x3 input; the first output is {first}")
    canvas.text(74, 18, "input", bold=True)
    canvas.grid(20, 36, x[0], coloured=product(range(2), range(2)))
    canvas.frame(20, 36, 2 * CELL, 2 * CELL, BLUE)
    canvas.text(182, 72, "\N{MULTIPLICATION SIGN}", size=22)
    canvas.text(254, 18, "kernel", bold=True)
    canvas.grid(218, 36, w[0, 0], coloured=product(range(2), range(2)), colour=ORANGE)
    canvas.arrow(312, 72, 372, 72)
    canvas.text(436, 18, "output", bold=True)
    canvas.grid(400, 36, y[0], coloured=[(0, 0)], colour=GREEN)
    terms = " + ".join(f"{a}·{b}" for a, b in zip(x[0, :2, :2].flat, w.flat, strict=True))
    canvas.text(280, 168, f"{terms} = {first}", size=17)
    return canvas


def stride() -> Canvas:
    """Windows of a signal with stride 1 and with stride 2."""
    x, w = np.array([[1, 2, 3, 4, 5, 6]]), np.array([[[1, 1]]])
    canvas = Canvas(560, 236, "Windows of two elements with stride 1 and with stride 2")
    for place, step in enumerate((1, 2)):
        top = 14 + 112 * place
        y = conv1d(x, w, stride=step)[0]
        canvas.text(20, top + 18, f"stride={step}", anchor="start", bold=True)
        canvas.grid(130, top, x)
        for number, value in enumerate(y):
            left = 130 + CELL * step * number
            depth = top + CELL + 8 + 7 * (number % 2 if step < 2 else 0)
            canvas.path([(left + 4, depth), (left + 2 * CELL - 4, depth)], BLUE, 3)
            canvas.cell(left + CELL / 2, top + 60, str(value), colour=GREEN)
        canvas.text(400, top + 18, f"{len(y)} outputs", anchor="start", colour=GREY)
    return canvas


def padding() -> Canvas:
    """The elements that each name of `padding` adds, and the outputs."""
    x, w = np.array([[1, 2, 3]]), np.array([[[1, 10, 100]]])
    names = ("valid", "same", "full", "causal")
    added = {"valid": (0, 0), "same": (1, 1), "full": (2, 2), "causal": (2, 0)}
    canvas = Canvas(600, 52 * len(names) + 34, "What each name of padding adds to three elements")
    canvas.text(230, 14, "padded input", bold=True)
    canvas.text(470, 14, "output with kernel 1, 10, 100", bold=True)
    for row, name in enumerate(names):
        top = 32 + 52 * row
        lo, hi = added[name]
        canvas.text(16, top + 18, f'"{name}"', anchor="start", bold=True)
        left = 158 - CELL * (lo - 1)
        for place, value in enumerate([0] * lo + [1, 2, 3] + [0] * hi):
            given = lo <= place < lo + 3
            colour = BLUE if given else GREY
            canvas.cell(left + CELL * place, top, str(value), colour=colour, dashed=not given)
        for place, value in enumerate(conv1d(x, w, padding=name)[0]):
            canvas.cell(380 + 44 * place, top, colour=GREEN, size=CELL)
            canvas.text(398 + 44 * place, top + 18, str(value), size=14)
    return canvas


def padding_modes() -> Canvas:
    """Values beyond the border in every mode."""
    canvas = Canvas(470, 42 * 6 + 10, "Three elements 1 2 3, padded by 2 in every mode")
    for row, mode in enumerate(("zeros", "constant", "edge", "reflect", "symmetric", "wrap")):
        options = {"padding_value": 9} if mode == "constant" else {}
        values = conv1d([[1, 2, 3]], [[[1]]], padding=2, padding_mode=mode, **options)[0]
        top = 8 + 42 * row
        canvas.text(16, top + 18, f'"{mode}"', anchor="start", bold=True)
        for place, value in enumerate(values):
            given = 2 <= place < 5
            canvas.cell(
                170 + CELL * place, top, str(value), colour=BLUE if given else GREY,
                dashed=not given,
            )  # fmt: skip
    return canvas


def dilation() -> Canvas:
    """The elements that a kernel of three weights reads with dilation 1, 2 and 3."""
    canvas = Canvas(540, 150, "A kernel of three weights with dilation 1, 2 and 3")
    for row, step in enumerate((1, 2, 3)):
        top = 10 + 46 * row
        extent = step * 2 + 1
        canvas.text(16, top + 18, f"dilation={step}", anchor="start", bold=True)
        for place in range(7):
            colour = ORANGE if place < extent and place % step == 0 else WHITE
            canvas.cell(130 + CELL * place, top, colour=colour)
        canvas.text(396, top + 18, f"reaches over {extent}", anchor="start", size=13)
    return canvas


def channels() -> Canvas:
    """Channels, filters and outputs as stacks of squares."""
    canvas = Canvas(620, 300, "Two channels and three filters make three output channels")
    colours = (BLUE, ORANGE)
    canvas.text(90, 20, "input: 2 channels", bold=True)
    canvas.text(310, 20, "3 filters of 2 kernels", bold=True)
    canvas.text(530, 20, "output: 3 channels", bold=True)
    for channel, colour in enumerate(colours):
        canvas.cell(54, 90 + 84 * channel, colour=colour, size=72)
    for number in range(3):
        top = 44 + 84 * number
        canvas.arrow(136, 168, 246, top + 36)
        for channel, colour in enumerate(colours):
            canvas.cell(256 + 68 * channel, top + 16, colour=colour, size=40)
        canvas.text(310, top + 36, "+", size=18)
        canvas.arrow(374, top + 36, 484, top + 36)
        canvas.cell(494, top, colour=GREEN, size=72)
        canvas.text(530, top + 36, f"filter {number}", size=13)
    return canvas


def algorithms() -> Canvas:
    """The five ways to compute a convolution, one picture each."""
    canvas = Canvas(880, 250, "How each backend computes a convolution")
    columns = (
        ("direct", ("every window,", "product by product"), _sliding),
        ("separable", ("along one axis,", "then along the other"), _two_passes),
        ("winograd", ("tiles transformed:", "fewer products"), _tiles),
        ("im2col", ("windows as columns", "of a matrix for BLAS"), _columns),
        ("fft, fft_tiled", ("segments multiplied", "as spectra"), _spectra),
    )
    for place, (name, lines, picture) in enumerate(columns):
        left = 12 + 174 * place
        canvas.text(left + 80, 18, name, bold=True)
        picture(canvas, left + 30, 40)
        for row, line in enumerate(lines):
            canvas.text(left + 80, 196 + 22 * row, line, size=14)
    return canvas


# Edge of a small cell; pictures of `algorithms` have 5 x 5 of them beside some space.
_SMALL = 20


def _sliding(canvas: Canvas, x: float, y: float) -> None:
    canvas.grid(x, y, [[""] * 5] * 5, coloured=product(range(3), range(3)), size=_SMALL)
    canvas.frame(x, y, 3 * _SMALL, 3 * _SMALL, BLUE)
    canvas.arrow(x + 66, y + 30, x + 96, y + 30, BLUE)


def _two_passes(canvas: Canvas, x: float, y: float) -> None:
    canvas.grid(x, y, [[""] * 5] * 5, coloured=product(range(5), [2]), size=_SMALL)
    canvas.grid(x, y + 112, [[""] * 5], coloured=product([0], range(5)), colour=ORANGE,
                size=_SMALL)  # fmt: skip
    canvas.arrow(x + 50, y + 12, x + 50, y + 92, BLUE)
    canvas.arrow(x + 8, y + 122, x + 94, y + 122, ORANGE)


def _tiles(canvas: Canvas, x: float, y: float) -> None:
    canvas.grid(x + 10, y, [[""] * 4] * 4, coloured=product(range(4), range(4)), size=_SMALL)
    canvas.text(x + 50, y + 96, "16 products", size=13)
    canvas.text(x + 50, y + 113, "for 4 outputs", size=13)
    canvas.text(x + 50, y + 130, "of 3x3, not 36", size=13)


def _columns(canvas: Canvas, x: float, y: float) -> None:
    canvas.grid(x, y, [[""] * 5], coloured=product([0], range(5)), colour=ORANGE, size=_SMALL)
    canvas.text(x + 50, y + 32, "\N{MULTIPLICATION SIGN}", size=16)
    every_other = product(range(4), (0, 2, 4))
    canvas.grid(x, y + 44, [[""] * 5] * 4, coloured=every_other, size=_SMALL)


def _spectra(canvas: Canvas, x: float, y: float) -> None:
    places = np.linspace(0, 100, 101)
    wave = np.sin(places / 4) + 0.5 * np.sin(places / 1.9)
    canvas.path([(x + p, y + 24 - 12 * v) for p, v in zip(places, wave, strict=True)], BLUE)
    for cut in (0, 50, 100):
        canvas.path([(x + cut, y), (x + cut, y + 50)], GREY, 1.5)
    canvas.arrow(x + 50, y + 56, x + 50, y + 84)
    spectrum = np.abs(np.fft.rfft(wave))[:25]
    for place, value in enumerate(spectrum / spectrum.max()):
        left = x + 4 * place
        canvas.path([(left, y + 140), (left, y + 139 - 46 * value)], ORANGE, 2.5)


def choice() -> Canvas:
    """The steps from a call to the backend that answers."""
    canvas = Canvas(880, 196, "From a call to the backend that answers it")
    boxes = (
        ("your call", ("shapes, dtypes,", "options, workers"), BLUE),
        ("who can?", ("stride, dtype,", "kernel, structure"), GREY),
        ("who may?", ("error bound <= rtol,", "values finite"), GREY),
        ("who is fastest?", ("measured (wisdom),", "else predicted"), ORANGE),
        ("it answers", ("explain() shows", "every step"), GREEN),
    )
    for place, (head, lines, colour) in enumerate(boxes):
        left = 10 + 174 * place
        canvas.box(left, 50, 150, (head, *lines), colour)
        if place:
            canvas.arrow(left - 23, 88, left - 3, 88)
    canvas.text(440, 20, "shapes choose, values never do; NaN and infinity may only rule out",
                colour=INK)  # fmt: skip
    canvas.text(440, 166, "a backend that you name is taken, or raises UnsupportedProblem",
                colour=INK)  # fmt: skip
    return canvas


DRAWINGS: tuple[Callable[[], Canvas], ...] = (
    window, stride, padding, padding_modes, dilation, channels, algorithms, choice,
)  # fmt: skip


def write(folder: Path) -> None:
    """Write ``NAME.svg`` for each drawing into `folder`/drawings."""
    place = folder / "drawings"
    place.mkdir(parents=True, exist_ok=True)
    for drawing in DRAWINGS:
        drawing().save(place / f"{drawing.__name__}.svg")
