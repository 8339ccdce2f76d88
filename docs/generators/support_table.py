"""Write the support table into `docs/backends/algorithms.md`.

The table stands between two comments in the page and comes from `polyconv.capabilities`, which asks
every backend. Features next to each other that all backends answer alike share a row.
"""

from itertools import groupby
from pathlib import Path

from marked import replaced

import polyconv
from polyconv.backends import BACKENDS

__all__ = ["FIRST", "LAST", "PAGE", "support_table", "updated"]

PAGE = Path(__file__).parents[1] / "backends" / "algorithms.md"
FIRST = "<!-- support table, made by docs/generators/support_table.py -->"
LAST = "<!-- end of the support table -->"


def support_table() -> str:
    """The table in Markdown, with the reasons for every "no" below it."""
    # polyconv's own: which others there are depends on what is installed.
    backends = [backend.name for backend in BACKENDS]
    answers = {
        feature: tuple(_explanation(row[name]) for name in backends)
        for feature, row in polyconv.capabilities().items()
    }
    notes = list(dict.fromkeys(why for row in answers.values() for why in row if why))
    lines = [f"| | {' | '.join(backends)} |", "|---" * (len(backends) + 1) + "|"]
    for row, features in groupby(answers, key=answers.__getitem__):
        cells = [f"no ({notes.index(why) + 1})" if why else "yes" for why in row]
        lines.append(f"| {', '.join(features)} | {' | '.join(cells)} |")
    lines += ["", *(f"{number}. {why}" for number, why in enumerate(notes, start=1))]
    return "\n".join(lines)


def _explanation(reason: str | None) -> str | None:
    """The reason without the value of one example, which stands before the semicolon."""
    return reason and reason.rpartition("; ")[2]


def updated(page: str) -> str:
    """Return the text of a page with its table made anew."""
    return replaced(page, FIRST, LAST, f"\n{support_table()}\n")


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
