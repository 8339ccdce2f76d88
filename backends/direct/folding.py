"""Long signals under widely dilated kernels, folded into images whose rows are a dilation long.

A signal ``x[q * d + c]`` is an image of rows q and columns c. Taps a dilation d apart are adjacent
rows of one column there: the kernel is a column, and `stencil` shares each row that it loads among
the rows of the result. Without folding, each product loads an element, and packing a tile copies an
element for each tap. 300,000 samples under 100 taps, 1000 apart, take 1.77 ms as a signal and 0.65
ms folded, of which 0.51 ms are the products (float32, Zen 4, 1 core, 2026-11-30; `python -m
benchmarks.cliffs --family strides_and_dilations` times such signals).

Columns can differ in their numbers of rows, if the padding or the length of the signal or of the
result is no multiple of the dilation. So the columns are cut into up to four images, each of which
is a problem of its own. Values and products stay the same.
"""

import math
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from polyconv._cpu import lanes
from polyconv._problem import Problem
from polyconv._structure import DENSE

from ._unplanned import MAX_UNPLANNED_ELEMENTS, MAX_UNPLANNED_PRODUCTS

__all__ = ["Fold", "Folding", "folding_of"]

# Structural: minimum taps and minimum rows for folding, so that rows of the result share the rows
# that they read; and minimum share of lanes that hold a column.
_MIN_TAPS, _MIN_ROWS, _MIN_LANE_SHARE = 3, 8, 0.7


class Fold(NamedTuple):
    """Some columns of a folded signal.

    Attributes
    ----------
    problem : Problem
        Their image.
    x_first, out_first : int
        Index of the image's first element in the signal, and of its first output in the result.
    """

    problem: Problem
    x_first: int
    out_first: int


class Folding(NamedTuple):
    """A folded signal.

    Attributes
    ----------
    whole : Problem
        All columns as one image of about the same size, for counts.
    folds : tuple of Fold
    """

    whole: Problem
    folds: tuple[Fold, ...]


def folding_of(p: Problem) -> Folding | None:
    """Return how `p` is folded; None for most problems, which are not."""
    return _folding(p) if p.rank == 1 and p.dilation[0] > 1 and p.stride[0] == 1 else None


@lru_cache(maxsize=1024)
def _folding(p: Problem) -> Folding | None:
    (n,), (taps,), (step,), ((lo, _),), (out,) = p.spatial, p.kernel, p.dilation, p.pads, p.out
    if p.empty or p.padding_mode not in ("zeros", "constant") or p.accumulator.kind != "f":
        return None
    if not p.ic_per_group == p.oc_per_group == 1 or p.data_format == "channels_last":
        return None
    # Small problems are computed without a plan (`unplanned`). Planning up to four images would
    # take longer than folding saves.
    if p.padded[0] <= MAX_UNPLANNED_ELEMENTS and p.outputs * taps <= MAX_UNPLANNED_PRODUCTS:
        return None
    if taps < _MIN_TAPS or min(n, out) < _MIN_ROWS * step or p.workspace_limit is not None:
        return None
    above, beside = divmod(lo, step)
    # Columns at which the number of rows of the padding before, the result or the signal changes.
    ends = sorted({0, beside, out % step, (n + beside) % step, step})
    width = lanes(p.accumulator)["lanes"]
    vectors = sum([-(-(end - start) // width) for start, end in pairwise(ends)])
    if step < _MIN_LANE_SHARE * vectors * width:
        return None
    folds = []
    for start, end in pairwise(ends):
        # The column's first element in the signal. Columns inside the last, partial row of padding
        # start one row later.
        column, rows_above = (
            (start - beside, above) if start >= beside else (start - beside + step, above + 1)
        )
        rows, out_rows = -(-(n - column) // step), -(-(out - start) // step)
        image = _image(p, (rows, end - start), rows_above, out_rows)
        folds.append(Fold(image, column, start))
    whole = _image(p, (-(-n // step), step), above, -(-out // step))
    return Folding(whole, tuple(folds))


def _image(p: Problem, spatial: tuple[int, int], above: int, out_rows: int) -> Problem:
    """Return the problem of an image with a column of taps."""
    taps = math.prod(p.kernel)
    below = out_rows - spatial[0] - above + taps - 1
    return replace(
        p,
        batched=True,
        spatial=spatial,
        kernel=(taps, 1),
        stride=(1, 1),
        dilation=(1, 1),
        pads=((above, below), (0, 0)),
        structure=DENSE,
    )
