"""Draw the logo and the badges: ``python docs/generators/logo.py``.

The logo is a convolution. Dots are the outputs for one impulse, with the kernel that is framed:
their areas are its weights.
"""

import tomllib
from pathlib import Path

import numpy as np

from polyconv import conv2d

__all__ = ["badges", "logo", "main"]

DOCS = Path(__file__).parents[1]

# Dots, frame: on light pages and on dark ones.
_LIGHT, _DARK = ("#1858a8", "#b84a00"), ("#6ea8fe", "#ff9e57")
# Distance of dots, and radius of the largest, in units of the 64x64 drawing.
_PITCH, _RADIUS = 12.0, 5.6


def logo(colours: tuple[str, str] = _LIGHT) -> str:
    """Return the logo as SVG."""
    dots, frame = colours
    impulse = np.zeros((1, 5, 5))
    impulse[0, 2, 2] = 1
    kernel = np.outer([1, 3, 5, 3, 1], [1, 3, 5, 3, 1]) / 25
    areas = conv2d(impulse, kernel[None, None], padding="same")[0]
    parts = [
        f'<circle cx="{8 + _PITCH * j:g}" cy="{8 + _PITCH * i:g}" '
        f'r="{_RADIUS * areas[i, j] ** 0.5:.2f}" fill="{dots}"/>'
        for i in range(5)
        for j in range(5)
    ]
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img">',
            "<title>polyconv</title>",
            *parts,
            (
                '<rect x="13.5" y="13.5" width="37" height="37" rx="5" fill="none" '
                f'stroke="{frame}" stroke-width="3"/>'
            ),
            "</svg>\n",
        ]
    )


def badges() -> dict[str, str]:
    """Return ``{file name: SVG}`` with what pyproject.toml says."""
    with (DOCS.parent / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    prefix = "Programming Language :: Python :: 3."
    minors = [c[len(prefix) :] for c in project["classifiers"] if c.startswith(prefix)]
    return {
        "badge_licence.svg": _badge("licence", project["license"]),
        "badge_python.svg": _badge("Python", f"3.{minors[0]} to 3.{minors[-1]}"),
    }


def _badge(label: str, value: str) -> str:
    left, right = 7 * len(label) + 12, 7 * len(value) + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        'font-family="Verdana, sans-serif" font-size="11" text-anchor="middle">'
        f"<title>{label}: {value}</title>"
        f'<rect width="{left + right}" height="20" rx="3" fill="#1858a8"/>'
        f'<path d="M3 0 h{left - 3} v20 h-{left - 3} a3 3 0 0 1 -3 -3 v-14 a3 3 0 0 1 3 -3" '
        'fill="#444b54"/>'
        f'<text x="{left / 2:g}" y="14" fill="#fff">{label}</text>'
        f'<text x="{left + right / 2:g}" y="14" fill="#fff">{value}</text></svg>\n'
    )


def main() -> None:
    """Write the files into `docs/_static`."""
    files = {"logo.svg": logo(), "logo_dark.svg": logo(_DARK), **badges()}
    for name, text in files.items():
        (DOCS / "_static" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
