"""Make a plan: choose a variant and cut its tiles. `planner.py` beside it caches plans.

Compiled, because a plain call of a new shape plans first: planning takes 5 to 10 us in C, and took
0.1 to 0.3 ms in Python (Zen 3, one core, 2026-11-29; `python -m benchmarks.cliffs --family
new_shapes` times such calls).
"""

from math import gcd

from polyconv.backends.direct._efficiency cimport (
    comparable_efficiency, compute_efficiency, efficiency_bound,
)
from polyconv.backends.direct._tiles cimport (
    OVERLAPPED, PHASED, SEPARATE, TileAxis, DirectTiling, whole_axis,
)
from polyconv.backends.direct._variants cimport (
    DEPTHWISE, DOT, IGEMM, SPATIAL, STENCIL, VariantCandidate, Setting, candidates_of, conflicts,
    has_long_rows, reads_side_by_side, sets_of,
)

from polyconv._machine import caches

from .padding import depthwise_interior_fraction, interior_fraction
from .tuning import TUNING

cdef extern from "short_runs.h" nogil:
    enum: MAX_MOVED

# Structural: widths that tiles are not cut below, of igemm and depthwise in pixels, of the others
# in vectors. They guard kernels so large or dilated that the halo of a few pixels fills the budget;
# no named workload is near them.
cdef enum:
    MIN_IGEMM_WIDTH = 24
    MIN_DEPTHWISE_WIDTH = 16
    MIN_WIDTH_VECTORS = 4
    # Structural: maximum width of tiles of unpacked planes, in vectors: half of L1 holds 13 such
    # rows and their results.
    MAX_ZERO_COPY_VECTORS = 16

    # Structural: minimum width of a tile in dilations: narrower ones share little input.
    MIN_DILATED_WIDTH = 8

    # Structural: rows of stencil's register blocks of several vectors, at most; and at most and at
    # least of those whose input rows would evict each other from L1 (see `band_rows_of`).
    MAX_BAND_ROWS = 6
    MAX_SHORT_BAND_ROWS = 4
    MIN_SHORT_BAND_ROWS = 3

    # Structural: bytes of a page, by which L1 is indexed: its sets times the bytes of a line.
    PAGE = 4096

    # Structural: places of a tile for which there is room in any case, in percent of those that a
    # single output reads.
    MIN_WINDOWS_PERCENT = 150

    # Structural: maximum elements of a row for each one that windows read, with which the row is
    # converted whole and then split into runs. It bounds the elements that are read in vain, and
    # the workspace.
    MAX_ROW_PER_READ = 4

# More elements than any memory holds. Products of sizes are cut off here, so that the allocation
# fails and not the arithmetic.
cdef Py_ssize_t OVERFLOW_GUARD = 1 << 56


def plan_tiles(problem, bint all_candidates=False, bint sums_in_result=True):
    """Return the tiles of `problem` and the efficiency of the micro-kernels on them.

    Without `sums_in_result`, neighbours along a row are apart in the result or interleaved, so that
    sums cannot be kept there.
    With `all_candidates`, candidates are planned even if their efficiency bound is too low to win;
    the result is the same.
    """
    cdef Setting s = Setting(problem, sums_in_result)
    cdef list axes = [
        whole_axis(s.out[i], s.kernel[i], s.stride[i], s.dilation[i]) for i in range(3)
    ]
    limit = problem.workspace_limit
    cdef Py_ssize_t limited = -1 if limit is None else limit // s.workers
    cdef Py_ssize_t max_pixels = TUNING.MAX_TILE_PIXELS
    cdef Py_ssize_t budget = caches().l2 // TUNING.L2_DIVISOR
    cdef Py_ssize_t workspace, i, number, best_number
    cdef double value, best_value, negative_bound
    cdef VariantCandidate c, best_candidate
    cdef DirectTiling tiling, best
    # The highest bound first: candidates with a bound below the best efficiency are not planned.
    cdef list ordered = [(-efficiency_bound(s, each), i, each) for i, each in
                         enumerate(candidates_of(s))]
    ordered.sort()
    while True:
        best, best_candidate, best_value, best_number = None, None, 0, 0
        too_large = []
        for negative_bound, number, c in ordered:
            if best is not None and -negative_bound < best_value and not all_candidates:
                break
            tiling = tiling_of(s, c, axes, budget // s.itemsize, max_pixels)
            workspace = tiling.workspace(s.itemsize)
            if 0 <= limited < workspace:
                too_large.append((workspace, number, tiling, c))
                continue
            value = comparable_efficiency(s, c, tiling) / c.valid_fraction
            if best is None or value > best_value or (value == best_value and number < best_number):
                best, best_candidate, best_value, best_number = tiling, c, value, number
        if best is None and budget == 0 and max_pixels == 1:
            best, best_candidate = min(too_large)[2:]  # numbers differ, so tilings are not compared
        if best is not None:
            return best, compute_efficiency(s, best_candidate, best, 1)
        budget, max_pixels = budget // 2, max(1, max_pixels // 2)


cdef DirectTiling tiling_of(
    Setting s, VariantCandidate c, list axes, Py_ssize_t budget, Py_ssize_t max_pixels
):
    """Return the tiles of a candidate, of about `budget` packed elements and `max_pixels`."""
    cdef DirectTiling t = DirectTiling.__new__(DirectTiling)
    cdef bint depthwise = c.variant == DEPTHWISE
    cdef bint wide = depthwise and s.channels_last and c.pixels_per_vector == 1
    cdef bint unpacked = s.elements.same_as_x and s.elements.same_as_out
    t.interior_fraction, t.band_rows = 0, 0
    if wide and unpacked and reads_side_by_side(s):
        t.interior_fraction = depthwise_interior_fraction(s.problem, s.lanes)
    elif c.variant == STENCIL and unpacked and reads_interior(s, c):
        t.interior_fraction = interior_fraction(s.problem)
        t.band_rows = band_rows_of(s)
    if t.interior_fraction > 0:
        budget *= TUNING.INTERIOR_TILE_FACTOR
    t.depth, t.height, t.width = cut_axes(s, c, axes, budget, max_pixels)
    t.variant, t.groups, t.channels = c.variant, c.groups, c.channels
    t.oc_block, t.oc_blocks = c.oc_block, c.oc_blocks
    t.valid_fraction, t.skips_padding = c.valid_fraction, c.skips_padding
    t.pixels_per_vector, t.row_vectors = c.pixels_per_vector, -(-s.kernel[2] // s.lanes)

    # Input elements start at the start of a cache line where vectors run along a row.
    t.row_pitch, t.first_row_offset = t.width.length, 0
    if c.variant == STENCIL:
        t.row_pitch = -(-t.width.length // s.lanes) * s.lanes
        t.first_row_offset = -s.last_pad % s.lanes
    t.channel_plane = limited_product(
        limited_product(t.row_pitch, t.height.length), t.depth.length
    )
    if c.variant == SPATIAL and s.taps == 1 and conflicts(t.channel_plane * s.itemsize, c.channels):
        t.channel_plane += s.lanes
    t.ic_block = ic_block_of(s, c, t.channel_plane, budget)

    # Whole vectors of pixels can be summed in the result.
    cdef bint whole_rows = t.width.length == t.width.tile
    t.accumulates_in_out = (
        c.variant == SPATIAL
        and t.ic_block >= c.channels
        and s.accumulates_in_out
        and t.width.tile * (t.height.tile if whole_rows else 1) >= s.lanes
    )
    t.stride2 = t.accumulates_in_out and c.stride2
    t.zero_copy = c.zero_copy and (c.variant != SPATIAL or t.accumulates_in_out)
    cdef bint interleaved = depthwise or (c.variant == IGEMM and s.channels_last and s.parts == 1)
    t.interleave = t.ic_block if interleaved else 1

    cdef Py_ssize_t count = s.batch * c.groups * t.depth.tiles * t.height.tiles * t.width.tiles
    t.oc_splits = oc_splits_of(s, c, count)
    cdef Py_ssize_t items = count
    if s.workers > 1:
        items = count // (<Py_ssize_t>TUNING.ITEMS_PER_WORKER * s.workers)
    t.groups_per_item = t.ic_block // s.lanes if wide else max(1, min(c.groups, items))
    set_sums(s, c, t)
    return t


cdef bint reads_interior(Setting s, VariantCandidate c):
    """Return True if stencil computes long rows of one plane, which it may read unpacked.

    Rows that evict each other from L1 are packed at another pitch instead. L1 is indexed by the
    offset in a page of 4 KiB, so each set has as many ways as L1 has pages. Time with unpacked rows
    over that with packed ones, on 1024x1024 pixels of float32, whose rows lie one page apart, with
    12 ways (Emerald Rapids, 1 core, AVX-512, 2026-11-30, `python -m benchmarks.cost_model measure
    direct.MIN_INTERIOR_VECTORS` without the last condition):

    - kernel of 9 rows: 0.93
    - 11 rows: 1.00
    - 15 and 31 rows: 1.06
    """
    return (
        s.rank == 2
        and c.channels == s.oc_per_group == s.stride[1] == s.stride[2] == 1
        and has_long_rows(s)
        and lines_of_rows(s) >= s.kernel[1]
    )


cdef Py_ssize_t lines_of_rows(Setting s):
    """Return the lines that L1 holds of one column of unpacked rows."""
    cdef Py_ssize_t ways = caches().l1 // PAGE
    return sets_of(s.problem.spatial[1] * s.itemsize * s.dilation[1]) * ways


cdef Py_ssize_t band_rows_of(Setting s):
    """Return the rows of a band: outputs that stencil computes over the whole width in turn.

    Kernels of 2 to 5 and of 7 rows are summed column by column, and each column reads the same
    lines of all input rows of a band. L1 holds these beside a line of a result if bands are low; it
    does not for kernels too high for that, which keep high bands. Microseconds by rows of a band,
    1024x1024 pixels of float32, 8 ways (Zen 4, 1 core, AVX-512, 2026-12-01, `timeit` of plans):

    ====  ===  ===  ===  ===  ===  ======
    taps    2    3    4    5    6  packed
    ====  ===  ===  ===  ===  ===  ======
    3x3     .    .  318  343  366       .
    4x4     .  461  445    .  470       .
    5x5   703  656  711    .  685     664
    ====  ===  ===  ===  ===  ===  ======

    Packed rows take 1.1 to 1.2 of the time of high bands for 7x7 taps of float64.
    """
    cdef Py_ssize_t free = lines_of_rows(s) - s.kernel[1]
    if s.kernel[1] == 6 or s.kernel[1] > 7:
        return MAX_BAND_ROWS
    if free >= MAX_BAND_ROWS or free < MIN_SHORT_BAND_ROWS:
        return MAX_BAND_ROWS
    return min(MAX_SHORT_BAND_ROWS, free)


cdef void set_sums(Setting s, VariantCandidate c, DirectTiling t):
    """Set the sizes of the sums and of the packed input."""
    cdef Py_ssize_t sums, waiting, row_bias_size = 0
    t.rows_per_store = t.depth.tile * t.height.tile
    if c.variant == IGEMM or c.variant == DEPTHWISE:
        t.rows_per_store = max(1, <Py_ssize_t>TUNING.MAX_PIXELS_PER_STORE // t.width.tile)
    sums = sums_of_a_filter(t, s.lanes)
    if c.pixels_per_vector > 1:
        # The last vectors of a row are filled up with pixels that are summed, too; the bias of a
        # whole row stands after all sums.
        sums = -(-t.width.tile // c.pixels_per_vector)
        sums = c.oc_blocks * (min(t.rows_per_store, t.height.tile) * sums + 1)
        row_bias_size = c.oc_blocks * s.lanes
    # If there are more input channels, the sums of all blocks wait for them.
    waiting = -(-c.oc_blocks // t.oc_splits) if t.ic_block < c.channels else 1
    # A row that is split into runs is first padded in a buffer after the planes, so elements are
    # read that no run needs. In channels_last each of these costs a load. Otherwise they come by
    # whole vectors, so the row may be `MAX_ROW_PER_READ` times as long as the runs.
    cdef bint apart = s.channels_last and s.problem.in_channels > 1
    cdef Py_ssize_t share = 1 if apart else MAX_ROW_PER_READ
    t.row_buffer = 0
    # Runs that are moved element by element are not split off a converted row: rows in 4 runs of 16
    # elements take 14 us so, 23 with conversion first (complex64; int32 12 and 15; 5x7x4 taps on 2
    # channels, Zen 4, 1 core, 2026-11-30, `timeit` of plans at strides of 19 and 5).
    cdef bint split = t.width.run_length > MAX_MOVED or t.width.stride == 2
    if t.width.kind != OVERLAPPED and split and t.width.input_extent <= share * t.width.length:
        t.row_buffer = s.parts * t.width.input_extent
    t.packed_size = t.first_row_offset + limited_product(t.channel_plane, t.ic_block)
    t.packed_size += 8 * s.lanes + t.row_buffer + row_bias_size
    t.sums_size = sums * c.oc_block * waiting


cdef Py_ssize_t limited_product(Py_ssize_t a, Py_ssize_t b):
    """Return a product of sizes, at most `OVERFLOW_GUARD`."""
    return OVERFLOW_GUARD if a > OVERFLOW_GUARD // b else a * b


cdef Py_ssize_t ic_block_of(
    Setting s, VariantCandidate c, Py_ssize_t channel_plane, Py_ssize_t budget
):
    """Return the channels that are packed at a time, of `channel_plane` elements each."""
    if c.variant == DEPTHWISE:
        return c.channels
    cdef Py_ssize_t l1
    if c.variant == STENCIL and c.channels == 1:
        # The planes of a few groups at a time, which take half of L1, results the other half.
        l1 = caches().l1
        return max(1, min(c.groups, l1 // (4 * s.itemsize * channel_plane)))
    return max(s.parts, min(c.channels, budget // channel_plane // s.parts * s.parts))


cdef Py_ssize_t oc_splits_of(Setting s, VariantCandidate c, Py_ssize_t count):
    """Return the number of work items that share each of `count` tiles.

    Each of them packs the tile again, so a tile is split only if workers would idle. Tiles of
    spatial, which computes faster than igemm, are split only if workers would have no tile at all.
    """
    if s.workers == 1 or c.pixels_per_vector > 1:
        return 1
    cdef Py_ssize_t min_items = 1 if c.variant == SPATIAL else TUNING.MIN_ITEMS_UNEVEN
    if count >= s.workers * min_items:
        return 1
    return min(c.oc_blocks, s.workers // <Py_ssize_t>gcd(count, s.workers))


cdef tuple cut_axes(
    Setting s, VariantCandidate c, list axes, Py_ssize_t budget, Py_ssize_t max_pixels
):
    """Cut the axes for a candidate into tiles of nearly equal size, enough for all workers."""
    cdef TileAxis depth = axes[0], height = axes[1], width = axes[2]
    cdef Py_ssize_t l1 = caches().l1, max_plane, items, pixels, min_pixels
    if s.workers > 1:
        # All filters of a tile are one work item of spatial, because packing takes little.
        items = s.batch * c.groups
        if c.variant == IGEMM or c.variant == STENCIL:
            items *= c.oc_blocks
        pixels = limited_product(items, s.pixels)
        pixels //= <Py_ssize_t>TUNING.ITEMS_PER_WORKER * s.workers
        if c.variant == SPATIAL or c.variant == STENCIL:
            pixels = max(pixels, <Py_ssize_t>TUNING.MIN_SHARED_PIXEL_VECTORS * s.lanes)
        else:
            pixels = max(pixels, <Py_ssize_t>TUNING.MIN_SHARED_CHANNEL_VECTORS * s.lanes)
        if c.variant == IGEMM and c.oc_blocks == 1:
            # The halo is packed for few filters, but no worker is left without a tile.
            min_pixels = <Py_ssize_t>TUNING.MIN_SHARED_BLOCK_VECTORS * s.lanes
            pixels = max(pixels, min(min_pixels, limited_product(items, s.pixels) // s.workers))
        max_pixels = min(max_pixels, pixels)
    max_plane = l1 // (2 * s.itemsize)
    if c.groups == 1 or kernel_rows(depth, height, width) > max_plane:
        max_plane = TUNING.MAX_SINGLE_CHANNEL_ELEMENTS
    if c.zero_copy and c.variant == STENCIL:
        # Two tiles and their results, one of which is prefetched; windows share the input.
        max_plane = <Py_ssize_t>(<double>TUNING.STENCIL_ZERO_COPY_L1_SHARE / 2 * l1 / s.itemsize)
        pixels = s.stride[1] * s.stride[2]  # of the input, for each output
        max_plane = max_plane * pixels // (pixels + 1)
    depth, height, width = tiles_within(
        s, c, depth, height, width, budget, max_pixels, max_plane
    )
    if (c.variant == SPATIAL or c.variant == STENCIL) and width.dilation > 1:
        width = widened(s, c, depth, height, width, max_pixels)
    if s.workers > 1:
        return balanced(s, c, depth, height, width)
    return depth, height, width


cdef Py_ssize_t kernel_rows(TileAxis depth, TileAxis height, TileAxis width):
    """Return the input elements of a tile with one output row for each row of the kernel.

    Tiles of fewer output rows would pack each input row more than twice.
    """
    cdef Py_ssize_t planes = (depth.kernel - 1) * depth.stride + depth.extent
    cdef Py_ssize_t rows = (height.kernel - 1) * height.stride + height.extent
    return limited_product(limited_product(planes, rows), width.input_extent)


cdef Py_ssize_t min_channels(Setting s, VariantCandidate c):
    """Return the input channels for which tiles are cut; tiles hold more if there is room."""
    if c.variant == DEPTHWISE or (
        c.variant == SPATIAL and s.reduction_len <= TUNING.MAX_SPATIAL_REDUCTION_AT_ONCE
    ):
        return c.channels
    cdef Py_ssize_t channels
    if c.skips_padding:
        channels = TUNING.MIN_CHANNELS_SKIPPING
    elif c.variant == IGEMM:
        channels = -(-<Py_ssize_t>TUNING.MIN_IGEMM_REDUCTION // s.taps)
    else:
        channels = -(-<Py_ssize_t>TUNING.MIN_SPATIAL_REDUCTION // s.taps)
    return min(c.channels, channels)


cdef Py_ssize_t sums_of_a_filter(DirectTiling t, Py_ssize_t lanes):
    """Set `flat` and `max_entries`; return the sums of one filter."""
    t.flat = False
    if t.variant == DEPTHWISE:
        # Lists hold offsets of the kernel's columns, not of pixels. Only rows that are not yet
        # stored have sums.
        t.max_entries = t.width.kernel
        return min(t.rows_per_store, t.height.tile) * t.width.tile
    t.max_entries = t.depth.tile * t.height.tile * t.width.tile
    if t.variant == IGEMM or t.variant == DOT:
        return t.max_entries
    cdef Py_ssize_t by_row = t.height.tile * -(-t.width.tile // lanes)
    cdef Py_ssize_t across_rows = (t.height.tile - 1) * t.width.length + t.width.tile
    across_rows = -(-across_rows // lanes)
    cdef bint unit_steps = t.width.out_step == 1 and t.height.out_step == 1
    t.flat = t.variant == SPATIAL and unit_steps and across_rows < by_row + t.zero_copy
    if t.accumulates_in_out and t.width.length != t.width.tile:
        t.flat = False
    # Vectors in the result may begin with a cache line, after some pixels that take one more.
    t.max_entries = t.depth.tile * ((across_rows if t.flat else by_row) + t.accumulates_in_out)
    return t.max_entries * lanes


cdef tuple tiles_within(
    Setting s, VariantCandidate c, TileAxis depth, TileAxis height, TileAxis width,
    Py_ssize_t budget,
    Py_ssize_t max_pixels, Py_ssize_t max_plane,
):
    """Cut axes into tiles as large as `budget` and `max_pixels` allow, the last axis first."""
    cdef Py_ssize_t channels = min_channels(s, c)
    cdef Py_ssize_t max_width = TUNING.MAX_TILE_PIXELS, min_width = MIN_WIDTH_VECTORS * s.lanes
    if c.variant == DEPTHWISE:
        min_width = MIN_DEPTHWISE_WIDTH
    elif c.variant == DOT:
        min_width = 1
        if not c.sums_rows:
            max_width = TUNING.MAX_PIXELS_PER_STORE
    elif c.variant == IGEMM:
        max_pixels = min(max_pixels, TUNING.MAX_IGEMM_PIXELS)
        min_width, max_width = MIN_IGEMM_WIDTH, TUNING.MAX_PIXELS_PER_STORE
    elif channels == 1:
        budget = min(budget, max_plane)
        max_width = <Py_ssize_t>TUNING.MAX_SINGLE_CHANNEL_VECTORS * s.lanes
        if c.zero_copy and c.variant == STENCIL:
            max_width = MAX_ZERO_COPY_VECTORS * s.lanes
    cdef int depth_layouts = layouts_of(c, depth, 0)
    cdef int height_layouts = layouts_of(c, height, 1)
    cdef int width_layouts = layouts_of(c, width, 2)
    cdef Py_ssize_t min_depth = depth.min_length(depth_layouts)
    # Packed elements for each place along an axis: axes that are not cut yet count with their
    # minimum.
    cdef Py_ssize_t planes = limited_product(channels, min_depth)
    cdef Py_ssize_t per_place = limited_product(planes, height.min_length(height_layouts))
    width = largest_tile(
        width, width_layouts, budget // per_place, min(max_pixels, max_width), min_width
    )
    max_pixels = max(1, max_pixels // width.tile)
    per_place = limited_product(planes, width.length)
    height = largest_tile(height, height_layouts, budget // per_place, max_pixels, 1)
    max_pixels = max(1, max_pixels // height.tile)
    per_place = limited_product(limited_product(channels, height.length), width.length)
    depth = largest_tile(depth, depth_layouts, budget // per_place, max_pixels, 1)
    return depth, height, width


cdef TileAxis largest_tile(
    TileAxis axis, int layouts, Py_ssize_t places, Py_ssize_t max_tile, Py_ssize_t min_tile
):
    """Cut an axis into tiles of at most `max_tile` outputs that fit into about `places`.

    Tiles are not made smaller than `min_tile` outputs. If the window of a single output hardly
    fits, tiles may take half as much again: smaller ones would pack nearly all of it again.
    """
    cdef Py_ssize_t size = min(axis.out, max_tile), fitting
    places = max(places, MIN_WINDOWS_PERCENT * axis.min_length(layouts) // 100)
    if axis.length > places:
        fitting = axis.max_tile(places, layouts)
        # A tile has at least as many places as outputs, and balancing never halves it.
        while size > min_tile and (size > 2 * places or axis.balanced(size) > fitting):
            size -= max(1, size // 8)
    return axis.cut(size, layouts)


cdef TileAxis widened(
    Setting s, VariantCandidate c, TileAxis depth, TileAxis height, TileAxis width,
    Py_ssize_t max_pixels
):
    """Return the last axis in wider tiles, if outputs of narrow ones would share no element.

    Outputs a dilation apart read the same elements. So tiles narrower than a dilation pack an
    element for each product, in runs as short as the tile. Wider tiles share elements, and may fill
    L2.
    """
    cdef Py_ssize_t places = <Py_ssize_t>caches().l2 // s.itemsize // min_channels(s, c)
    cdef Py_ssize_t size = min(width.out, max_pixels // (depth.tile * height.tile))
    cdef TileAxis wide = width.cut(
        min(size, limited_product(MIN_DILATED_WIDTH, width.dilation)),
        layouts_of(c, width, 2),
    )
    if 2 * wide.length // wide.tile >= width.length // width.tile:
        return width
    cdef Py_ssize_t rows = limited_product(depth.length, height.length)
    return wide if limited_product(wide.length, rows) <= places else width


cdef tuple balanced(
    Setting s, VariantCandidate c, TileAxis depth, TileAxis height, TileAxis width
):
    """Shrink the tiles of one axis by at most a third, if that lets workers share them evenly."""
    cdef list axes = [depth, height, width]
    cdef int along = 0
    if depth.tiles == 1:
        along = 1 if height.tiles > 1 else 2 if width.tiles > 1 else 0
    cdef TileAxis axis = axes[along]
    cdef Py_ssize_t others = depth.tiles * height.tiles * width.tiles // axis.tiles, size
    others *= s.batch * c.groups
    cdef Py_ssize_t max_tiles = <Py_ssize_t>TUNING.MIN_ITEMS_UNEVEN * s.workers
    cdef Py_ssize_t oc_blocks = c.oc_blocks if c.pixels_per_vector == 1 else 1
    # Few rows that workers cannot share are left whole if they can share the blocks.
    cdef bint share_blocks = (
        oc_blocks % s.workers == 0 and axis.out % s.workers > 0 and axis.out < max_tiles
    )
    if others * axis.tiles <= max_tiles and not share_blocks:
        for size in range(axis.tile, max(1, axis.tile * 2 // 3) - 1, -1):
            if others * -(-axis.out // size) % s.workers == 0:
                axes[along] = axis.cut(size, layouts_of(c, axis, along))
                break
    return tuple(axes)


cdef int layouts_of(VariantCandidate c, TileAxis axis, int along):
    """Return the layouts that an axis may have: the elements of a vector must be adjacent.

    Without stride and dilation no other layout is shorter than *overlapped*. Planes that
    stencil_zero_copy reads have this layout, too: they are packed if the caller's strides require
    it.
    """
    cdef int variant = c.variant
    if variant == STENCIL and c.zero_copy:
        return OVERLAPPED
    if axis.stride == axis.dilation == 1 or (variant == DOT and along == 2):
        return OVERLAPPED
    if variant == STENCIL and along > 0:
        return PHASED if along == 2 and axis.stride > 1 else OVERLAPPED
    if variant == SPATIAL and along == 2 and axis.stride > 1:
        return SEPARATE | PHASED
    return OVERLAPPED | SEPARATE
