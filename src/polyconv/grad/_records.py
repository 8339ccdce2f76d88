"""Records of a plan of the weights' gradient, which _weight_kernel.pyx converts to C."""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import lanes
from polyconv._machine import CACHE_LINE
from polyconv._problem import Problem
from polyconv.backends.blocking import rounded_up

from ._weight_kernel import WeightKernel

__all__ = [
    "WeightAxis",
    "WeightPlan",
    "WeightShape",
    "WinogradShape",
    "axis_of",
    "kernel_of",
    "offsets_of",
    "panels_of",
    "shape_of",
]


class WeightAxis(NamedTuple):
    """One spatial axis.

    Attributes
    ----------
    out, tile, tiles : int
        Outputs, those of a tile, and tiles.
    kernel, dilation : int
        Taps, and packed elements between two of them.
    stride : int
        Packed elements between neighbouring outputs.
    step : int
        Padded coordinates between packed elements: the problem's stride where there is one tap.
    packed : int
        Elements that a tile reads.
    """

    out: int = 1
    tile: int = 1
    tiles: int = 1
    kernel: int = 1
    stride: int = 1
    dilation: int = 1
    step: int = 1
    packed: int = 1


class WeightShape(NamedTuple):
    """Sizes in elements, offsets and `workspace` in bytes of a worker's memory.

    Attributes
    ----------
    batch, groups, ic_per_group, oc_per_group, taps, itemsize : int
        Of the problem.
    phases, pitch : int
        Rows into which a packed row of x is split by the stride, and elements of each.
    plane, pixels : int
        Elements of a packed channel, and outputs of a tile.
    interleave : int
        Channels of x that lie side by side in a packed pixel; 1: each has a plane.
    ic_block, ic_splits : int
        Input channels packed at a time, and work items that share those of a group.
    oc_block, oc_splits, panels : int
        Output channels of a panel, work items that share the panels of a group, and these panels.
    sum_block : int
        Output channels of a panel for one worker, by which sums are cut for any number of workers.
    lanes : int
        Elements of a vector.
    g_offset, sums_offset, tables_offset : int
        Packed g, sums, and lists of places; packed x comes first.
    workspace, items : int
        Bytes for one worker, and work items.
    zero_copy : bool
        True if x needs no packing where its pixels follow each other.
    """

    batch: int
    groups: int
    ic_per_group: int
    oc_per_group: int
    taps: int
    itemsize: int
    phases: int
    pitch: int
    plane: int
    pixels: int
    interleave: int
    ic_block: int
    ic_splits: int
    oc_block: int
    oc_splits: int
    panels: int
    sum_block: int
    lanes: int
    g_offset: int
    sums_offset: int
    tables_offset: int
    workspace: int
    items: int
    zero_copy: bool


class WinogradShape(NamedTuple):
    """What the variant winograd has beside `WeightShape`; in elements, offsets in bytes.

    Attributes
    ----------
    images, block_rows, block_columns : int
        Of a block of tiles; its outputs along the depth are the tile of that axis.
    tile_rows, tile_columns : int
        Of an image.
    block_tiles, blocks : int
        Tiles of a block, and blocks.
    chain : int
        Tiles whose products are summed in registers.
    ic_pitch : int
        Between tiles of transformed x: the input channels of a work item, in whole vectors.
    x_point, g_point, sum_point : int
        Between points of transformed x, of a panel of transformed g, and of sums.
    packed_offset, results_offset : int
        A row of tiles before its transform, and weights before they are stored.
    """

    images: int
    tile_rows: int
    tile_columns: int
    block_rows: int
    block_columns: int
    block_tiles: int
    blocks: int
    chain: int
    ic_pitch: int
    x_point: int
    g_point: int
    sum_point: int
    packed_offset: int
    results_offset: int


class WeightPlan(NamedTuple):
    """A variant and its numbers.

    Attributes
    ----------
    variant : str
    kernel : WeightKernel
    shape : WeightShape
    cost : float
        Vector FMAs of igemm for each output position.
    bound : float
        Of the error, in units of ``max|x| * sum|g_k|``.
    chain : int
        Largest number of roundings of sums that one product passes through.
    instead : WeightPlan or None
        The plan that computes a gradient again if one of its elements is not finite: winograd
        spreads infinity and NaN over all taps, and may overflow where the sum does not.
    parts : tuple of tuple
        Images, and the kernel of their gradient, if the gradients of parts are added; else empty.
    """

    variant: str
    kernel: WeightKernel
    shape: WeightShape
    cost: float
    bound: float
    chain: int
    instead: "WeightPlan | None" = None
    parts: tuple[tuple[slice, WeightKernel], ...] = ()

    def write(self, x: NDArray[Any], g: NDArray[Any], out: NDArray[Any], workers: int) -> None:
        """Write all weights; the arguments are those of `WeightKernel`."""
        first, *others = self.parts or ((slice(None), self.kernel),)
        images, kernel = first
        finite = kernel(x[images], g[images], out, workers)
        more = np.empty_like(out) if others else out
        for images, kernel in others:
            if not finite:
                break  # `instead` computes all parts again
            finite = kernel(x[images], g[images], more, workers)
            with np.errstate(all="ignore"):  # the sum may be out of range
                out += more
        if self.instead is not None and not finite:
            self.instead.kernel(x, g, out, workers)


def axis_of(p: Problem, axis: int, tile: int) -> WeightAxis:
    """Return an axis of the problem, in tiles of these outputs."""
    out, kernel, stride, dilation = p.out[axis], p.kernel[axis], p.stride[axis], p.dilation[axis]
    step = stride if kernel == 1 else 1
    stride //= step
    packed = (tile - 1) * stride + (kernel - 1) * dilation + 1
    return WeightAxis(out, tile, -(-out // tile), kernel, stride, dilation, step, packed)


def panels_of(p: Problem) -> tuple[int, int]:
    """Return the panels of a group's output channels, and the channels of one: whole vectors."""
    vector = lanes(p.accumulator)
    vectors = -(-p.oc_per_group // vector["lanes"])
    panels = -(-vectors // vector["nr_vectors"])
    return panels, vector["lanes"] * -(-vectors // panels)


def offsets_of(p: Problem, packed: tuple[int, ...]) -> list[int]:
    """Return where buffers of so many elements start, and where the last one ends, in bytes."""
    offsets = [0]
    for elements in packed:
        size = rounded_up(elements * p.accumulator.itemsize, CACHE_LINE)
        offsets.append(offsets[-1] + size)
    return offsets


def shape_of(
    p: Problem,
    axes: tuple[WeightAxis, ...],
    width: int,
    *,
    packed: tuple[int, ...],
    items: int,
    pitch: int,
    plane: int,
    phases: int = 1,
    interleave: int = 1,
    ic_block: int = 1,
    ic_splits: int = 1,
    oc_block: int = 1,
    oc_splits: int = 1,
    panels: int = 1,
    sum_block: int = 1,
    places: int = 0,
    zero_copy: bool = False,
) -> WeightShape:
    """Return the record; `packed` are the elements of packed x, packed g, sums, and others."""
    itemsize = p.accumulator.itemsize
    _, g_offset, sums_offset, *_, end = offsets_of(p, packed)
    return WeightShape(
        batch=p.batch,
        groups=p.groups,
        ic_per_group=p.ic_per_group,
        oc_per_group=p.oc_per_group,
        taps=p.taps,
        itemsize=itemsize,
        phases=phases,
        pitch=pitch,
        plane=plane,
        pixels=math.prod(axis.tile for axis in axes),
        interleave=interleave,
        ic_block=ic_block,
        ic_splits=ic_splits,
        oc_block=oc_block,
        oc_splits=oc_splits,
        panels=panels,
        sum_block=sum_block,
        lanes=width,
        g_offset=g_offset,
        sums_offset=sums_offset,
        tables_offset=end,
        workspace=end + 8 * places,
        items=items,
        zero_copy=zero_copy,
    )


def kernel_of(
    p: Problem, variant: str, axes: tuple[WeightAxis, ...], shape: WeightShape
) -> WeightKernel:
    """Return the kernel, with the places of the taps in packed x."""
    depth, height, width = (np.arange(axis.kernel, dtype=np.intp) * axis.dilation for axis in axes)
    columns = width % shape.phases * shape.pitch + width // shape.phases
    rows = (depth[:, None] * axes[1].packed + height) * (shape.phases * shape.pitch)
    return WeightKernel(p, variant, axes, shape, (rows[..., None] + columns).reshape(-1))
