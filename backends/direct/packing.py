"""Counts of packing the input of a tile, as kernels/tiles.c and tiles_interleaved.c do it."""

from polyconv._cpu import lanes
from polyconv._machine import CACHE_LINE
from polyconv._padding import padding_period
from polyconv._problem import Problem

from ._tiles import DirectTiling, TileAxis
from .elements import Elements

__all__ = ["packing_of"]

# Structural: MAX_CHANNELS_APART of kernels/tiles_interleaved.c.
_MAX_CHANNELS_APART = 4


def packing_of(
    p: Problem, tiling: DirectTiling, elements: Elements, channels: int
) -> tuple[int, int, int]:
    """Return the counts of a tile with `channels` elements at each place.

    Returns
    -------
    runs : int
        Calls of copy kernels: a row at a time, or a place.
    gathered : int
        Elements that are converted, or copied from places apart, including the rest of their cache
        lines if these are read again for other groups.
    lookups : int
        Places, or elements, of padding that repeats others.
    """
    depth, height, width = tiling.axes
    rows = depth.length * height.length
    overlapped = width.layout == "overlapped"
    last = p.data_format == "channels_last" and p.in_channels > 1
    strided = width.stride > 1 and not overlapped
    if tiling.interleave > 1:
        if not overlapped and elements.channels_per_element == 1:
            # Channel by channel where they are few, else place by place.
            read = min(channels, p.in_channels)
            by_place, calls = read > _MAX_CHANNELS_APART, width.runs * read
        else:
            by_place, calls = not overlapped or _reads_places(p, tiling, elements, last), 1
        runs = rows * (width.length if by_place else calls)
        lookups = 0 if by_place else int(rows * width.length * _padding_share(p))
        elements_read = rows * width.length * channels
        converts = not elements.same_as_x and not p.widens_f16
        return runs, elements_read if converts or strided else 0, lookups
    # Both parts of a complex element are read at once.
    planes = channels // elements.parts if p.x_dtype.kind == "c" else channels
    rows_read = depth.length * _rows_read(p, height)
    lookups = int(rows_read * width.length * channels * p.looked_up_share)
    copied_row = _copied_row(p, tiling, elements, last)
    # Rows without gaps in the input and in the tile are one.
    joined = overlapped and not last and width.length == p.spatial[-1] and p.pads[-1] == (0, 0)
    joined = joined and height.layout == "overlapped"
    runs = rows * width.runs * planes
    if joined:
        runs = depth.length * planes
    elif copied_row > 0:
        runs = depth.length * height.runs * width.runs * planes
        if copied_row < lanes(elements.dtype)["lanes"]:
            # Rows of part of a vector are like elements.
            return runs, rows * width.length * channels, lookups
    if not last and (elements.same_as_x or p.widens_f16):
        return runs, rows * width.length * channels if strided else 0, lookups
    # If only some columns of a row are packed, the whole row is converted.
    columns = tiling.row_buffer // elements.parts or width.length
    gathered = rows * columns * channels
    if last and p.groups > 1:
        # Each group reads whole cache lines, which it shares with other groups.
        gathered = int(gathered * max(1.0, CACHE_LINE / (p.ic_per_group * p.x_dtype.itemsize)))
    return runs, gathered, lookups


def _padding_share(p: Problem) -> float:
    """Return the share of a padded row that is looked up place by place."""
    return sum(p.pads[-1]) / p.padded[-1] if p.looked_up_share else 0.0


def _rows_read(p: Problem, height: TileAxis) -> int:
    """Return the rows of a tile that are looked up: padding of many periods copies the others."""
    if p.rank == 1 or not any(p.pads[-2]) or height.layout != "overlapped":
        return height.length
    # Each row of the input, and of `edge` the first and the last once more, as padding.
    period = padding_period(p.padding_mode, p.spatial[-2])
    return min(height.length, p.spatial[-2] + 2 if period == 1 else period)


def _copied_row(p: Problem, tiling: DirectTiling, elements: Elements, last: bool) -> int:
    """Return the elements of a row, if one call copies several rows; else 0.

    Calls copy the rows of a plane, or of one run in both axes.
    """
    _, height, width = tiling.axes
    constant = p.padding_mode in ("zeros", "constant") or not any(map(any, p.pads))
    if last or not constant or not (elements.same_as_x or p.widens_f16):
        return 0
    in_planes = height.layout == "overlapped" and (
        width.layout == "overlapped" or (width.layout == "phased" and width.stride == 2)
    )
    return width.run_length if in_planes or elements.same_as_x else 0


def _reads_places(p: Problem, tiling: DirectTiling, elements: Elements, last: bool) -> bool:
    """Return True if channels side by side are read place by place, not row by row."""
    per_element = elements.channels_per_element
    whole = last and p.in_channels == tiling.interleave * per_element
    if per_element > 1:
        return not whole
    if last:
        return not (elements.same_as_x or whole)
    return tiling.interleave > lanes(elements.dtype)["lanes"]
