"""SVG by hand: grids of numbers, frames, arrows and text, in the colours of the site."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

__all__ = ["BLUE", "CELL", "GREEN", "GREY", "INK", "ORANGE", "WHITE", "Canvas"]

# Colours that people with colour vision deficiencies tell apart, with a contrast of 4.5 on white.
BLUE, ORANGE, GREEN, GREY, INK, WHITE = (
    "#1858a8", "#b84a00", "#1a7340", "#5c6470", "#1b1f24", "#ffffff",
)  # fmt: skip
_FILLS = {BLUE: "#dbe8fb", ORANGE: "#ffe3cc", GREEN: "#d5f0de", GREY: "#eceef1", WHITE: WHITE}

# Edge of a grid's cell, in units of the drawing; texts are 0.42 of it high.
CELL = 36
_TEXT = 15


class Canvas:
    """A drawing of `width` x `height` units on white; every method draws and returns None."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self._size = width, height
        self._title = title
        self._parts: list[str] = []

    def text(
        self, x: float, y: float, text: str, *, anchor: str = "middle", size: float = _TEXT,
        colour: str = INK, bold: bool = False,
    ) -> None:  # fmt: skip
        """Write one line whose middle height is at `y`."""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}" '
            f'dominant-baseline="central" fill="{colour}"{weight}>{escape(text)}</text>'
        )

    def cell(
        self, x: float, y: float, text: str = "", *, colour: str = WHITE, dashed: bool = False,
        size: float = CELL,
    ) -> None:  # fmt: skip
        """Draw a square with its left upper corner at `x`, `y`, filled with a tint of `colour`."""
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        edge = INK if colour == WHITE else colour
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" '
            f'fill="{_FILLS[colour]}" stroke="{edge}"{dash}/>'
        )
        if text:
            self.text(x + size / 2, y + size / 2, text, size=0.42 * size)

    def grid(
        self, x: float, y: float, rows: Sequence[Sequence[object]], *,
        coloured: Iterable[tuple[int, int]] = (), colour: str = BLUE, size: float = CELL,
    ) -> None:  # fmt: skip
        """Draw rows of cells, some of them `coloured`."""
        marked = set(coloured)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                fill = colour if (i, j) in marked else WHITE
                self.cell(x + size * j, y + size * i, str(value), colour=fill, size=size)

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a thick outline."""
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3" '
            f'fill="none" stroke="{colour}" stroke-width="3"/>'
        )

    def box(self, x: float, y: float, width: float, lines: Sequence[str], colour: str) -> None:
        """Draw a filled box with centred lines of text, 20 units apart."""
        height = 20 * len(lines) + 16
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="6" '
            f'fill="{_FILLS[colour]}" stroke="{colour}" stroke-width="1.5"/>'
        )
        for place, line in enumerate(lines):
            self.text(x + width / 2, y + 18 + 20 * place, line, size=14, bold=place == 0)

    def arrow(self, x: float, y: float, to_x: float, to_y: float, colour: str = GREY) -> None:
        """Draw an arrow."""
        self._parts.append(
            f'<line x1="{x:g}" y1="{y:g}" x2="{to_x:g}" y2="{to_y:g}" stroke="{colour}" '
            'stroke-width="2" marker-end="url(#head)"/>'
        )

    def path(self, points: Sequence[tuple[float, float]], colour: str, width: float = 2) -> None:
        """Draw straight lines through `points`."""
        places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(
            f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def svg(self) -> str:
        """Return the drawing as text."""
        width, height = self._size
        return "\n".join(
            [
                (
                    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
                    f'width="{width:g}" height="{height:g}" role="img" '
                    'font-family="system-ui, sans-serif">'
                ),
                f"<title>{escape(self._title)}</title>",
                (
                    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" '
                    f'markerHeight="6" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{GREY}"/>'
                    "</marker></defs>"
                ),
                f'<rect width="{width:g}" height="{height:g}" fill="{WHITE}"/>',
                *self._parts,
                "</svg>\n",
            ]
        )

    def save(self, path: Path) -> None:
        """Write the drawing to a file."""
        path.write_text(self.svg(), encoding="utf-8")
