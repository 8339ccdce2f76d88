"""Plans of the weights' gradient in C: the variant, its tiles, and how workers share the weights.

`igemm`
    Dense layers: an indirect GEMM whose sums run over the outputs. Output channels are in the
    lanes; where they are fewer than the input channels of a pointwise layer, roles are exchanged.
`row_products`
    Channels that are not summed with others, and few output channels. Pixels are in the lanes.
`depthwise`
    Depthwise layers whose channels lie side by side. Channels are in the lanes.
`winograd`
    Dense layers of 3x3 taps: products of transformed tiles, a quarter of igemm's (`_winograd`).
"""

import math
from functools import lru_cache

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block

from ._records import WeightAxis, WeightPlan, axis_of, kernel_of, panels_of, shape_of
from ._tuning import TUNING
from ._winograd import winograd_plan

__all__ = ["weight_plan"]

# Structural: a multiple of both register blocks, of 6 and of 8 rows.
_ROW_STEP = 24
# Structural: bytes of x and g in a tile of depthwise, a share of the smallest L2 cache (256 KiB).
_DEPTHWISE_BYTES = 64 << 10
# Structural: vectors of channels in a work item of depthwise. They are neighbouring cache lines,
# which prefetchers read as one stream.
_DEPTHWISE_VECTORS = 4
# Structural: maximum elements of packed x for each element that products read. Windows that are
# farther apart are left to the backends of convolution.
_MAX_PACKED_PER_PRODUCT = 8
# Structural: maximum bytes of a packed channel. In depthwise all lanes together may take four times
# as many.
_MAX_PACKED_CHANNEL_BYTES = 1 << 18
# Structural: maximum bytes of the sums of row_products: a vector for each weight of an input
# channel.
_MAX_LANE_SUMS = 1 << 22


@lru_cache(maxsize=256)
def weight_plan(p: Problem, x_last: bool) -> WeightPlan | None:
    """Return the plan of a problem, or None if it is left to the backends of convolution.

    Parameters
    ----------
    p : Problem
        `w_dtype` is the dtype of g.
    x_last : bool
        True if the channels of x and g lie side by side.
    """
    if p.accumulator.kind != "f" or p.empty:
        return None
    x_last = x_last and p.in_channels > 1
    if x_last and p.ic_per_group == p.oc_per_group == 1 and p.groups > 1:
        plan = _depthwise(p)
    else:
        plans = (_igemm(p, x_last), None if x_last else _row_products(p))
        plan = min(filter(None, plans), key=lambda each: each.cost, default=None)
        if plan is not None and plan.variant == "igemm":
            plan = winograd_plan(p, plan) or plan
    limit = p.workspace_limit
    if plan is None or (limit is not None and p.workers * plan.shape.workspace > limit):
        return None
    return plan


def _axes(p: Problem, pixels: int) -> tuple[WeightAxis, ...] | None:
    """Return three axes with tiles of at most `pixels` outputs, or None if windows are sparse."""
    tile, left = [1] * p.rank, pixels
    for axis in reversed(range(p.rank)):
        tile[axis] = even_block(p.out[axis], left)
        left = max(1, left // tile[axis])
    axes = [WeightAxis()] * (3 - p.rank) + [axis_of(p, i, n) for i, n in enumerate(tile)]
    packed = math.prod(axis.packed for axis in axes)
    if packed > _MAX_PACKED_PER_PRODUCT * math.prod(axis.tile * axis.kernel for axis in axes):
        return None
    return tuple(axes)


def _igemm(p: Problem, x_last: bool) -> WeightPlan | None:
    width, itemsize = lanes(p.accumulator)["lanes"], p.accumulator.itemsize
    axes = _axes(p, TUNING.IGEMM_PIXELS * 4 // itemsize)
    if axes is None:
        return None
    plane = math.prod(axis.packed for axis in axes)
    if plane * itemsize > _MAX_PACKED_CHANNEL_BYTES:
        return None
    pixels = math.prod(axis.tile for axis in axes)
    panels, oc_block = _shared_panels(p, width)
    cache = caches().l2 // 4
    oc_splits, ic_splits = _splits(p, panels, -(-panels * oc_block * pixels * itemsize // cache))
    in_item = -(-panels // oc_splits), -(-p.ic_per_group // ic_splits)
    tiles = p.batch * math.prod(axis.tiles for axis in axes)
    ic_block = even_block(in_item[1], cache // (plane * itemsize))
    if tiles == 1:
        # Rows are a multiple of each register block.
        step = _ROW_STEP // math.gcd(_ROW_STEP, p.taps)
        ic_block = min(ic_block, step * max(1, TUNING.STORED_ROWS // (step * p.taps)))
    rows = p.taps * (in_item[1] if tiles > 1 else ic_block)
    sums = rows * oc_block * (in_item[0] if tiles > 1 else 1)
    shape = shape_of(
        p,
        axes,
        width,
        pitch=axes[2].packed,
        plane=plane,
        interleave=ic_block if x_last else 1,
        ic_block=ic_block,
        ic_splits=ic_splits,
        oc_block=oc_block,
        oc_splits=oc_splits,
        panels=panels,
        sum_block=panels_of(p)[1],
        items=p.groups * oc_splits * ic_splits,
        packed=(plane * ic_block, in_item[0] * oc_block * pixels, sums),
        places=pixels + ic_block * p.taps,
        zero_copy=not x_last
        and pixels == plane == axes[2].tile
        and axes[2].step == 1
        and not any(map(any, p.pads)),
    )
    # Transposing a vector of g takes one shuffle for each bit of a lane's number. A shuffle takes
    # as long as two products.
    packing = 0 if x_last else 2 * (width.bit_length() - 1)
    cost = p.groups * panels * (oc_block // width) * (p.reduction_len + packing)
    kernel = kernel_of(p, "igemm", axes, shape)
    chain = pixels + tiles
    return WeightPlan("igemm", kernel, shape, cost, p.summation_error(chain), chain)


def _shared_panels(p: Problem, width: int) -> tuple[int, int]:
    """Return panels that workers share evenly, and the output channels of one."""
    panels, oc_block = panels_of(p)
    items, vectors = -(-p.workers // p.groups), -(-p.oc_per_group // width)
    if panels < items and p.ic_per_group < 2 * items and p.ic_per_group % items:
        # Workers cannot share so few input channels evenly, but vectors of output channels.
        panels = items if vectors % items == 0 else panels
        oc_block = width * -(-vectors // panels)
    return -(-p.oc_per_group // oc_block), oc_block


def _splits(p: Problem, panels: int, min_oc_splits: int) -> tuple[int, int]:
    """Return the work items that share the panels, and the input channels, of a group.

    With `min_oc_splits`, packed g of a work item stays in the L2 cache.
    """
    items = -(-p.workers // p.groups)
    oc_splits = items if panels % items == 0 else 1
    if oc_splits < items and p.ic_per_group < 2 * items:
        oc_splits = min(panels, items)
    ic_splits = min(p.ic_per_group, -(-items // oc_splits))
    return max(oc_splits, min(panels, min_oc_splits)), ic_splits


def _row_products(p: Problem) -> WeightPlan | None:
    itemsize, width = p.accumulator.itemsize, lanes(p.accumulator)["lanes"]
    axes = _axes(p, TUNING.ROWS_BYTES // (2 * itemsize))
    if axes is None:
        return None
    phases = axes[2].stride
    pitch = -(-axes[2].packed // phases)
    plane = axes[0].packed * axes[1].packed * phases * pitch
    lane_sums = p.oc_per_group * p.taps * width
    if plane * itemsize > _MAX_PACKED_CHANNEL_BYTES or lane_sums * itemsize > _MAX_LANE_SUMS:
        return None
    pixels = math.prod(axis.tile for axis in axes)
    ic_splits = min(p.ic_per_group, -(-p.workers // p.groups))
    shape = shape_of(
        p,
        axes,
        width,
        phases=phases,
        pitch=pitch,
        plane=plane,
        ic_splits=ic_splits,
        items=p.groups * ic_splits,
        # Whole vectors are read from the end of a row.
        packed=(plane + width, pixels, lane_sums),
    )
    columns = -(-axes[2].tile // width)
    tiles = p.batch * math.prod(axis.tiles for axis in axes)
    cost = p.out_channels * p.reduction_len * columns / axes[2].tile / TUNING.ROW_PRODUCTS_SPEED
    chain = columns * axes[1].tile + tiles * axes[0].tile + width.bit_length()
    kernel = kernel_of(p, "row_products", axes, shape)
    return WeightPlan("row_products", kernel, shape, cost, p.summation_error(chain), chain)


def _depthwise(p: Problem) -> WeightPlan | None:
    itemsize, width = p.accumulator.itemsize, lanes(p.accumulator)["lanes"]
    vectors = even_block(-(-p.groups // width), _DEPTHWISE_VECTORS)
    widest = vectors * width
    # The number of workers decides the blocks. It decides neither the tiles, and with them the
    # order of sums, nor whether there is a plan.
    axes = _axes(p, max(1, _DEPTHWISE_BYTES // (2 * itemsize * widest)))
    if axes is None:
        return None
    plane = math.prod(axis.packed for axis in axes)
    if (
        plane * widest * itemsize > 4 * _MAX_PACKED_CHANNEL_BYTES
        or p.taps * widest * itemsize > _MAX_LANE_SUMS
    ):
        return None
    block = min(vectors, max(1, -(-p.groups // width) // p.workers)) * width
    lane_sums = p.taps * block
    pixels = math.prod(axis.tile for axis in axes)
    shape = shape_of(
        p,
        axes,
        width,
        pitch=axes[2].packed,
        plane=plane,
        interleave=block,
        ic_block=block,
        oc_block=block,
        items=-(-p.groups // block),
        packed=(plane * block, pixels * block, lane_sums),
    )
    tiles = p.batch * math.prod(axis.tiles for axis in axes)
    kernel = kernel_of(p, "depthwise", axes, shape)
    cost = p.taps * -(-p.groups // width) / TUNING.ROW_PRODUCTS_SPEED
    chain = pixels + tiles * axes[0].tile
    return WeightPlan("depthwise", kernel, shape, cost, p.summation_error(chain), chain)
