"""Normalized convolution in one pass over the data: its problems, and the sizes of its tiles."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._gap_tiles import GapTiles
from ._machine import threads_now
from ._nanconv_tuning import TUNING
from ._problem import Problem
from ._thread_pool import reserved

__all__ = ["has_columns", "in_one_pass", "pays_in_one_pass", "tile_settings", "tiles_of"]


def pays_in_one_pass(p: Problem) -> bool:
    """Return True if tiles compute a problem faster than convolutions do.

    Filters of several channels are matrix products, for which tiles have no micro-kernel.
    """
    plain = p.ic_per_group == 1 and max(p.stride) == max(p.dilation) == 1
    return plain and has_columns(p, gaps=True) and p.rank <= 2 and p.taps <= TUNING.MAX_TAPS


def has_columns(p: Problem, *, gaps: bool) -> bool:
    """Return True if a result is wide enough for tiles, with gaps or without, or small enough."""
    wide: bool = (2 if gaps else 1) * p.out[-1] >= TUNING.MIN_COLUMNS
    small: bool = p.outputs * p.taps <= TUNING.SMALL_PRODUCTS
    return wide or small


def tile_settings() -> tuple[float, ...]:
    """Return the measured numbers on which prepared tiles, and whether they pay, depend."""
    sizes = TUNING.TILE_ROWS, TUNING.TILE_COLUMNS, TUNING.LINE_COLUMNS, TUNING.GAP_VECTORS
    return *sizes, TUNING.STRUCTURED_TAPS, TUNING.MIN_COLUMNS, TUNING.SMALL_PRODUCTS


def tiles_of(
    p: Problem,
    images: int,
    dtype: np.dtype[Any],
    shares: NDArray[np.float64],
    limits: NDArray[np.float64],
    fill: float,
) -> GapTiles | None:
    """Return the prepared tiles of a problem for which they pay.

    None if their workspace exceeds the problem's limit.

    Parameters
    ----------
    p : Problem
    images : int
        The batch.
    dtype : dtype
        float32 or float64, of the input, the sums and the result.
    shares : ndarray, shape ``(out_channels, 1, *kernel)``
        The filters, divided by their sums.
    limits, fill
        As of `GapTiles`.
    """
    rows, columns, line = TUNING.TILE_ROWS, TUNING.TILE_COLUMNS, TUNING.LINE_COLUMNS
    tile = (
        (1, min(line, p.out[0])) if p.rank == 1 else (min(rows, p.out[0]), min(columns, p.out[1]))
    )
    padding = p.padding_value if p.padding_mode == "constant" else math.nan
    tiles = GapTiles(
        p, images, tile, shares.astype(dtype), shares, limits, padding, fill, TUNING.GAP_VECTORS
    )
    workers = min(threads_now(p.workers), tiles.items)
    if p.workspace_limit is not None and reserved(tiles.workspace, workers) > p.workspace_limit:
        return None
    return tiles


def in_one_pass(
    tiles: GapTiles,
    x: NDArray[Any],
    mask: NDArray[np.bool_] | None,
    shape: tuple[int, ...],
    workers: int,
) -> NDArray[Any]:
    """Return the normalized convolution of contiguous arrays, of shape `shape`."""
    y = tiles.new_result(x, shape)
    tiles(x, mask, y, threads_now(workers))
    return y
