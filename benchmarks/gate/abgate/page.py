"""The result as one self-contained HTML page: a forest plot above a table."""

import math
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from .comparison import Comparison
from .records import change, headline, machine_lines, row_of, warnings
from .verdicts import Verdict

__all__ = ["write_page"]

# Pixels: width of the names, width of the plot right of them, height of a row, height of the axis.
_NAMES, _PLOT, _ROW, _TOP = 330, 470, 26, 40

# Possible marks of the axis, in percent; factor between the axis and the longest interval; shortest
# half axis, as a logarithm of a ratio.
_MARKS = (-75, -50, -30, -20, -10, -5, -3, -2, -1, 0, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 400)
_MARGIN = 1.15
_MIN_SPAN = math.log(1.04)

# Distance between the labels of two marks, in pixels.
_MIN_LABEL_DISTANCE = 42

_STYLE = """
:root { --ink: #1b1f24; --paper: #ffffff; --quiet: #57606a; --line: #d0d7de;
  --slower: #cf222e; --faster: #1a7f37; --undecided: #9a6700; --same: #57606a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --quiet: #9198a1;
  --line: #3d444d; --slower: #ff7b72; --faster: #3fb950; --undecided: #d29922; --same: #9198a1; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 860px; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.3em; }
h1.status1 { color: var(--slower); } h1.status2 { color: var(--undecided); }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg .quiet { fill: var(--quiet); } svg .grid { stroke: var(--line); }
svg .one { stroke: var(--ink); stroke-width: 1.2; }
svg .bar { stroke-width: 2; }
svg .limit { stroke: var(--quiet); stroke-dasharray: 3 3; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { padding: .25em .6em; text-align: right; border-bottom: 1px solid var(--line); }
td { white-space: nowrap; } td:first-child { white-space: normal; }
th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
td:first-child { overflow-wrap: anywhere; } li, figcaption { color: var(--quiet); font-size: 13px; }
""" + "\n".join(
    f".{name} {{ color: var(--{name}); }} svg .{name} {{ stroke: var(--{name}); "
    f"fill: var(--{name}); }}"
    for name in ("slower", "faster", "undecided", "same")
)


def write_page(path: Path, comparison: Comparison) -> None:
    """Write the page."""
    verdicts = comparison.having("slower", "undecided", "faster", "same")
    title = escape(headline(comparison))
    notes = "".join(
        f"<li>{escape(line)}</li>" for line in (*warnings(comparison), *machine_lines(comparison))
    )
    path.write_text(
        "<!DOCTYPE html>\n"
        '<html lang="en"><head><meta charset="utf-8"><title>abgate</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<style>{_STYLE}</style></head><body>\n"
        f'<h1 class="status{comparison.status}">{title}</h1>\n'
        f"<figure style='margin:0'>{_forest(comparison, verdicts)}\n"
        "<figcaption>New over old: estimate and 95% interval. Dashed: the slowdown that must "
        "be found.</figcaption></figure>\n"
        f'<div class="scroll">{_table(comparison, verdicts)}</div>\n<ul>{notes}</ul>\n'
        "</body></html>\n",
        encoding="utf-8",
    )


def _forest(comparison: Comparison, verdicts: Sequence[Verdict]) -> str:
    """Return rows of estimates and intervals on one logarithmic axis, as SVG."""
    span = _MIN_SPAN
    for v in verdicts:
        span = max(span, *(abs(math.log(r)) for r in (v.low, v.high, 1 + v.threshold)))
    span *= _MARGIN
    height = _TOP + _ROW * len(verdicts) + 10

    def across(ratio: float) -> float:
        return _NAMES + _PLOT * (0.5 + 0.5 * math.log(ratio) / span)

    box = f"0 0 {_NAMES + _PLOT + 20} {height}"
    parts = [
        f'<svg viewBox="{box}" role="img" aria-label="Ratios of new to old with their intervals">'
    ]
    for percent in _shown_marks(span):
        x = across(1 + percent / 100)
        style = "grid one" if percent == 0 else "grid"
        label = f"{percent:+d}%" if percent else "0"
        parts.append(f'<line class="{style}" x1="{x:.1f}" x2="{x:.1f}" y1="28" y2="{height}"/>')
        parts.append(f'<text class="quiet" x="{x:.1f}" y="18" text-anchor="middle">{label}</text>')
    for row, verdict in enumerate(verdicts):
        word = row_of(comparison, verdict).word(verdict.outcome)
        parts += _forest_row(verdict, word, _TOP + _ROW * (row + 0.5), across)
    return "\n".join([*parts, "</svg>"])


def _forest_row(
    verdict: Verdict, word: str, y: float, across: Callable[[float], float]
) -> list[str]:
    low, middle, high, limit = (
        across(ratio) for ratio in (verdict.low, verdict.ratio, verdict.high, 1 + verdict.threshold)
    )
    tooltip = escape(f"{verdict.name}: {word}, {change(verdict.ratio)}")
    name = escape(_shortened(verdict.name))
    top, bottom, outcome = y - _ROW / 2, y + _ROW / 2, verdict.outcome
    return [
        f"<g><title>{tooltip}</title>",
        f'<text x="{_NAMES - 12}" y="{y + 4:.1f}" text-anchor="end">{name}</text>',
        f'<line class="limit" x1="{limit:.1f}" x2="{limit:.1f}" y1="{top}" y2="{bottom}"/>',
        f'<line class="{outcome} bar" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>',
        f'<rect class="{outcome}" x="{middle - 4:.1f}" y="{y - 4}" width="8" height="8"/></g>',
    ]


def _shortened(name: str, max_len: int = 46) -> str:
    if len(name) <= max_len:
        return name
    return f"{name[: max_len // 2 - 1]}…{name[-max_len // 2 :]}"


def _shown_marks(span: float) -> list[int]:
    """Return the marks within the plot whose labels do not touch."""
    shown: list[int] = []
    pixels = _PLOT * 0.5 / span
    for percent in sorted(_MARKS, key=abs):
        where = pixels * math.log1p(percent / 100)
        others = (pixels * math.log1p(other / 100) for other in shown)
        if abs(where) <= _PLOT / 2 and all(
            abs(where - other) >= _MIN_LABEL_DISTANCE for other in others
        ):
            shown.append(percent)
    return sorted(shown)


def _table(comparison: Comparison, verdicts: Sequence[Verdict]) -> str:
    heads = ("workload", "", "old", "new", "change", "95% interval", "threshold", "rounds", "p")
    rows = []
    for verdict in verdicts:
        row, (old, new) = row_of(comparison, verdict), comparison.ledger.times[verdict.name]
        cells = (
            escape(verdict.name),
            f'<span class="{verdict.outcome}">{row.word(verdict.outcome)}</span>',
            row.amount(min(old)),
            row.amount(min(new)),
            change(verdict.ratio),
            f"{change(verdict.low)} to {change(verdict.high)}",
            f"{100 * verdict.threshold:.3g}%",
            str(verdict.rounds),
            f"{verdict.p_slower:.2g}",
        )
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{name}</th>" for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
