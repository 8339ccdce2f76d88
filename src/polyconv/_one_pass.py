"""Normalized convolution in one pass over the data: which problems, and in tiles of which size."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._gap_tiles import GapTiles
from ._machine import threads_now
from ._plan import new_result
from ._problem import Problem
from ._thread_pool import reserved

__all__ = ["in_one_pass", "pays_in_one_pass", "tiles_of"]

# Rows and columns of the outputs of a tile, and the columns of a tile of one row.
_TILE_ROWS, _TILE_COLUMNS, _LINE_COLUMNS = 128, 1024, 4096
# Taps up to which a window is summed in one pass.
_MAX_TAPS = 169


def pays_in_one_pass(p: Problem) -> bool:
    """Return True if tiles compute a problem faster than convolutions do.

    Filters of several channels are matrix products, for which tiles have no micro-kernel.
    """
    plain = p.ic_per_group == 1 and max(p.stride) == max(p.dilation) == 1
    return plain and p.rank <= 2 and p.taps <= _MAX_TAPS


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
    if p.rank == 1:
        tile = 1, min(_LINE_COLUMNS, p.out[0])
    else:
        tile = min(_TILE_ROWS, p.out[0]), min(_TILE_COLUMNS, p.out[1])
    padding = p.padding_value if p.padding_mode == "constant" else math.nan
    tiles = GapTiles(p, images, tile, shares.astype(dtype), shares, limits, padding, fill)
    workers = min(threads_now(p.workers), tiles.items)
    if p.workspace_limit is not None and reserved(tiles.workspace, workers) > p.workspace_limit:
        return None
    return tiles


def in_one_pass(
    p: Problem, tiles: GapTiles, x: NDArray[Any], mask: NDArray[np.bool_] | None
) -> NDArray[Any]:
    """Return the normalized convolution of contiguous arrays."""
    y: NDArray[Any] = new_result((len(x), p.out_channels, *p.out), x.dtype)
    tiles(x, mask, y, threads_now(p.workers))
    return y
