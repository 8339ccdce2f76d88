"""The efficiency of each variant: the fraction of peak that its tiles reach.

Rule of thumb: igemm is fastest if the output channels of a group fill vectors, spatial if only rows
of pixels do. In channels_first, spatial can be fastest with many filters, too, because it saves a
store if it accumulates in the result.

`rates.py` holds measured rates as fractions of peak, and overheads in products: an overhead of n
products lowers the rate of t taps to ``t / (t + n)``.
"""

from polyconv.backends.direct._tiles cimport SEPARATE, TileAxis, DirectTiling
from polyconv.backends.direct._variants cimport (
    DEPTHWISE, DOT, IGEMM, SPATIAL, STENCIL, VariantCandidate, Setting, windows_per_vector,
)


from polyconv._machine import caches

from ._tiles import MAX_TAPS_IN_REGISTERS
from .tuning import TUNING

cdef Py_ssize_t TAPS_IN_REGISTERS = MAX_TAPS_IN_REGISTERS

# Minimum number of vectors of a row, plus one, with which depthwise reaches its peak if pixels
# share vectors. Fraction of peak with 4x4x4 and 7x7x7 taps of 3 to 12 channels: 0.5 with 2 vectors,
# 0.6 with 3, 0.7 to 0.9 with 5, 0.95 with 10 (float32 and float64, Zen 4, 1 core, 2026-11-30;
# `python -m benchmarks.cost_model fit` prints how far predictions of depthwise are off). It decides
# nothing, because no other variant computes such convolutions; the cost model uses it.
cdef double VECTORS_OF_SHARED_ROW = 6

# Counted, not measured: instructions of dot for each product of windows of one or two columns, and
# for each vector of sums. A product is a load and an FMA with one column; half a load, a shuffle
# and an FMA with two.
cdef double NARROW_PRODUCT = 2, NARROW_SUM = 6

# Time of a window of one row that is shorter than a vector, in vectors of products of dot. The
# lanes of several such windows are added together. 1 million sums of 10 samples take 2.8 ms,
# 308,000 sums of 13 samples 0.71 ms (float32, Zen 4, 1 core, 2026-11-30, `python -m
# benchmarks.cliffs --family block_means`).
cdef double SHORT_WINDOW = 3.5

cdef enum:
    # An input comes from afar if it is more than an eighth of L3, which other cores share. See
    # `reads_near` for measurements on either side.
    FAR_L3_SHARE = 8
    # Structural: sums in registers that hide the latency of an FMA, 4 cycles, where one is started
    # in each.
    MIN_SUMS = 4
    # Structural: lanes from which dot adds those of several windows together (kernels/simd/dot.c).
    LANES_ADDED_TOGETHER = 16


cdef double efficiency_bound(Setting s, VariantCandidate c):
    """Return an upper bound of `comparable_efficiency` that needs no tiles."""
    cdef double lane_fraction = c.lane_fraction
    if c.variant == SPATIAL:
        lane_fraction *= min(1, s.pixels / <double>s.lanes)
    elif c.variant == STENCIL:
        lane_fraction *= min(1, s.out[2] / <double>s.lanes)
    cdef double packing = packing_factor(s, c, None)
    cdef double bound = fraction_of_peak(
        s, c, lane_fraction, s.out[1], s.out[2], packing, s.accumulates_in_out, True
    )
    if c.variant == SPATIAL and c.oc_block == 8 and s.taps == 1:
        bound *= max(1, <double>TUNING.SPATIAL_8_SINGLE_TAPS)
    return bound / c.valid_fraction


cdef double comparable_efficiency(Setting s, VariantCandidate c, DirectTiling tiling):
    """Return the efficiency by which candidates are compared, packing included; 0 if unsuitable."""
    cdef TileAxis height = tiling.height, width = tiling.width
    if c.variant == STENCIL and (
        height.input_extent > height.kernel * height.tile
        or width.input_extent > width.kernel * width.tile
        or tiling.max_roundings() > 2 * TAPS_IN_REGISTERS
    ):
        return 0
    cdef double packing = packing_factor(s, c, tiling)
    cdef double efficiency = compute_efficiency(s, c, tiling, packing)
    if c.variant == SPATIAL and c.oc_block == 8 and s.taps == 1 and reads_near(s, c):
        efficiency *= <double>TUNING.SPATIAL_8_SINGLE_TAPS
    return gathered_efficiency(s, c, tiling, efficiency)


cdef bint reads_near(Setting s, VariantCandidate c):
    """Return False if eight filters prefetch an input that comes from afar, unpacked.

    igemm does not prefetch it: 8 images of 192 channels of 35x35 pixels to 64 take 1.4 times as
    long by igemm, 4 of 256 of 56x56 1.15, but one of these 0.97 (7.5, 12.8 and 3.2 MB, L3 of 32 MB,
    float32, Zen 4, 1 core, 2026-12-01, `python -m benchmarks.cost_model measure
    direct.SPATIAL_8_SINGLE_TAPS` with such batches).
    """
    p = s.problem
    return not c.zero_copy or <double>p.x_bytes * FAR_L3_SHARE <= caches().l3


cdef double compute_efficiency(Setting s, VariantCandidate c, DirectTiling tiling, double packing):
    """Return the fraction of peak that the micro-kernels reach on the tiles.

    `packing`, from `packing_factor`, raises the overhead by the time to pack.
    """
    cdef Py_ssize_t height = tiling.height.tile, width = tiling.width.tile
    if c.variant == IGEMM or c.variant == DEPTHWISE or c.variant == DOT:
        return fraction_of_peak(s, c, c.lane_fraction, height, width, packing, False, False)
    # Lists have room for one more vector, before the first that begins with a cache line. Few plans
    # need it.
    cdef Py_ssize_t entries = tiling.max_entries
    if tiling.accumulates_in_out:
        entries -= tiling.depth.tile
    cdef double used = tile_pixels(tiling) / <double>(entries * s.lanes)
    if c.variant == SPATIAL and s.taps == tiling.depth.tile == 1:
        if tiling.flat and tiling.accumulates_in_out:
            used = lanes_of_one_row(s, tiling)
    if c.variant == STENCIL:
        used *= fraction_of_few_sums(entries, tiling.depth.tile)
        return fraction_of_peak(s, c, used, height, width, packing, False, False)
    cdef bint from_l1 = tiling.accumulates_in_out and tiling.input_fits_l1(s.lanes)
    return fraction_of_peak(
        s, c, used * c.lane_fraction, height, width, packing, tiling.accumulates_in_out, from_l1
    )


cdef double lanes_of_one_row(Setting s, DirectTiling tiling):
    """Return the share of lanes that hold a pixel where those of a tile are one row in the result.

    An image that is read without packing is cut at cache lines, so only the first and the last
    of its vectors are partial (`pc_cut_at_lines`); together they cost about one.
    """
    cdef bint image = tiling.zero_copy and tiling.width.tiles == 1
    cdef Py_ssize_t pixels = s.out[1] * s.out[2] if image else tile_pixels(tiling)
    cdef double vectors = (pixels + s.lanes - 1) // s.lanes
    return pixels / (vectors * s.lanes)


cdef double fraction_of_few_sums(Py_ssize_t vectors, Py_ssize_t planes):
    """Return the rate of stencil on planes of a few vectors, relative to spatial on all planes.

    stencil sums the planes of a tile one after the other. If a plane has fewer than `MIN_SUMS`
    vectors, each FMA waits for the one before.
    """
    cdef double in_plane = vectors / planes
    return min(1, in_plane / MIN_SUMS) / min(1, <double>vectors / MIN_SUMS)


cdef Py_ssize_t tile_pixels(DirectTiling tiling):
    return tiling.depth.tile * tiling.height.tile * tiling.width.tile


cdef double packing_factor(Setting s, VariantCandidate c, DirectTiling tiling):
    """Return the factor by which packing strided rows raises the overhead of a variant.

    For spatial with one filter and stride 2 it is a factor on the whole time, of up to
    `TUNING.MAX_TAPS_PACKING` taps. Without a tiling the result is a lower bound.
    """
    cdef double factor = 1, between
    cdef Py_ssize_t stride = s.stride[2]
    if c.variant == STENCIL and s.stride[1] > 1:
        if c.zero_copy:
            return TUNING.STENCIL_ZERO_COPY_STRIDED
        factor = TUNING.STENCIL_STRIDED_PACKING
    elif c.variant == DEPTHWISE and stride > 1 and s.out[2] > 1:
        factor = TUNING.DEPTHWISE_STRIDED_PACKING
        if tiling is not None:
            # Elements packed by tiles, halos included, relative to those of the input.
            between = <double>s.stride[0] * s.stride[1] * stride * tile_pixels(tiling)
            factor *= max(1, tiling.channel_plane / between)
    elif c.variant == SPATIAL and c.oc_block == 1 and stride == 2:
        factor = TUNING.SPATIAL_1_STRIDE_2
    return factor


cdef double gathered_efficiency(
    Setting s, VariantCandidate c, DirectTiling tiling, double efficiency
):
    """Return the efficiency that remains of `efficiency` if elements are gathered one by one.

    In channels_last spatial gathers the pixels of each channel. At a stride of 2, vectors are
    deinterleaved instead, without gathering. igemm with more than 2 filters has enough products
    per element to hide the cost.
    """
    cdef TileAxis width = tiling.width
    cdef double products, cost
    cdef bint few = s.filters <= 2
    cdef bint apart = s.channels_last and s.problem.in_channels > 1
    if c.variant == SPATIAL and apart and (s.taps == 1 or s.zips):
        cost = s.lanes * <double>TUNING.GATHER_COST_CHANNELS_LAST
        products = <double>s.filters * s.taps
        return efficiency * products / (products + cost)
    if width.stride == 1 or not (c.variant == SPATIAL or (c.variant == IGEMM and few)):
        return efficiency
    if width.kind != SEPARATE and width.stride <= 2:
        return efficiency
    if width.kind != SEPARATE and c.variant == IGEMM:
        return efficiency * <double>TUNING.IGEMM_FEW_LANES  # whole rows are packed
    # Products per packed element.
    products = <double>s.filters * s.taps * tile_pixels(tiling) / tiling.channel_plane
    cost = <double>TUNING.GATHER_STRIDE_COST * width.stride
    cost += <double>TUNING.GATHER_ROW_COST / width.tile
    if few and c.variant == SPATIAL:
        # Products of few filters take as long as gathering: both are added.
        cost = max(cost, <double>TUNING.GATHER_COST_FEW_FILTERS)
        return products / (products / efficiency + s.lanes * cost)
    if few:
        cost = max(cost, <double>TUNING.GATHER_COST_IGEMM)
    return efficiency * products / (products + s.lanes * cost)


cdef double fraction_of_peak(
    Setting s, VariantCandidate c, double lane_fraction, Py_ssize_t height, Py_ssize_t width,
    double packing, bint accumulates_in_out, bint from_l1,
):
    """Return the fraction of peak of vectors filled to `lane_fraction`, in tiles of this size.

    `accumulates_in_out` tells that spatial keeps partial sums in the result, `from_l1` that its
    input comes from L1.
    """
    cdef double taps = s.taps, reduction_len = s.reduction_len, overhead, row
    if c.variant == IGEMM:
        return igemm_fraction(s, c, lane_fraction)
    if c.variant == DEPTHWISE:
        if s.rank > 1 and s.kernel[1] > 1:
            overhead = TUNING.DEPTHWISE_OVERHEAD
        else:
            overhead = TUNING.DEPTHWISE_ONE_ROW_OVERHEAD
        if c.pixels_per_vector > 1:
            row = -(-width // c.pixels_per_vector)
            lane_fraction *= width / (row * c.pixels_per_vector)
            lane_fraction *= min(1, (row + 1) / VECTORS_OF_SHARED_ROW)
        overhead = (overhead + <double>TUNING.DEPTHWISE_ROW_OVERHEAD / width) * packing
        return lane_fraction * (<double>TUNING.DEPTHWISE_PEAK * taps / (taps + overhead))
    if c.variant == DOT:
        if c.sums_rows:
            return reduction_len / (NARROW_PRODUCT * reduction_len + NARROW_SUM)
        if windows_per_vector(s) > 1:
            row = s.kernel[2] * windows_per_vector(s) / <double>s.lanes
            return (
                <double>TUNING.DOT_SHARED_PEAK * row * reduction_len
                / (reduction_len + <double>TUNING.DOT_SHARED_SUM_COST * s.lanes)
            )
        row = -(-s.kernel[2] // s.lanes) + <double>TUNING.DOT_ROW_COST
        row = reduction_len / s.kernel[2] * row + <double>TUNING.DOT_SUM_COST
        if s.reduction_len == s.kernel[2] < s.lanes and s.lanes >= LANES_ADDED_TOGETHER:
            row = SHORT_WINDOW
        return <double>TUNING.DOT_PEAK * reduction_len / (row * s.lanes)
    cdef bint zips = s.zips and c.variant == SPATIAL
    if s.set_conflicts and not zips:
        lane_fraction *= <double>TUNING.CONFLICTING_PEAK
        lane_fraction *= reduction_len / (reduction_len + <double>TUNING.CONFLICTING_STORE)
    elif s.scattered and not zips:
        lane_fraction *= reduction_len / (reduction_len + <double>TUNING.SCATTERED_STORE)
    if c.variant == STENCIL:
        overhead, row = TUNING.STENCIL_OVERHEAD, TUNING.STENCIL_ROW_OVERHEAD
        if c.zero_copy:
            overhead = TUNING.STENCIL_ZERO_COPY_OVERHEAD
            row = TUNING.STENCIL_ZERO_COPY_ROW_OVERHEAD
        overhead = (overhead + row / width) * packing + plane_overhead(s, height, width)
        return lane_fraction * taps / (taps + overhead)
    return spatial_fraction(s, c, lane_fraction, packing, accumulates_in_out, from_l1)


cdef double plane_overhead(Setting s, Py_ssize_t height, Py_ssize_t width):
    """Return stencil's overhead, in products per output, of kernel planes and phases of dilation.

    Each plane and each phase after the first is one more call of the micro-kernel on the rows of a
    tile. A plane loads and stores all sums once more, a phase some of them.
    """
    cdef Py_ssize_t phases = min(s.dilation[1], height)
    cdef double call = s.lanes * <double>TUNING.STENCIL_CALL / (height * width)
    cdef double overhead = (s.kernel[0] - 1) * <double>TUNING.STENCIL_PLANE_OVERHEAD
    return overhead + (s.kernel[0] * phases - 1) * call


cdef double igemm_fraction(Setting s, VariantCandidate c, double lane_fraction):
    """Return `fraction_of_peak` of igemm."""
    cdef double rate = TUNING.IGEMM_PARTIAL_BLOCK
    cdef Py_ssize_t vectors = c.oc_block // s.lanes
    if vectors == s.max_oc_vectors:
        rate = 1
    elif vectors == 1:
        rate = TUNING.IGEMM_ONE_VECTOR
    if s.pixels == 1:
        rate *= <double>TUNING.IGEMM_SINGLE_PIXEL
    if s.filters <= 2 or s.zips:
        lane_fraction *= s.reduction_len / (s.reduction_len + <double>TUNING.TRANSPOSED_STORE)
    rate *= lane_fraction
    # With a stride, packing keeps only the elements that are read, so zero_copy gains nothing.
    if c.zero_copy and (s.channels_last or s.stride[2] == 1):
        rate *= TUNING.ZERO_COPY_GAIN
    return rate


cdef double spatial_fraction(
    Setting s, VariantCandidate c, double lane_fraction, double packing, bint accumulates_in_out,
    bint from_l1,
):
    """Return `fraction_of_peak` of spatial."""
    cdef double taps = s.taps, reduction_len = s.reduction_len, peak, store, rate
    if c.oc_block == 1:
        store = TUNING.SPATIAL_1_OVERHEAD
        store += (packing - 1) * (min(taps, <double>TUNING.MAX_TAPS_PACKING) + store)
        return lane_fraction * <double>TUNING.SPATIAL_1_PEAK * taps / (taps + store)
    peak, store = TUNING.SPATIAL_4_PEAK, TUNING.TRANSPOSED_STORE
    if accumulates_in_out and c.oc_block == 8:
        rate = lane_fraction * <double>TUNING.SPATIAL_8_PEAK
        rate *= (reduction_len + 2 * store) / (reduction_len + store)
        return rate * <double>TUNING.ZERO_COPY_GAIN if c.zero_copy else rate
    if accumulates_in_out and c.oc_block == 4:
        # All rates are relative to that of igemm, which has one more store per output.
        rate = lane_fraction * (1 if from_l1 else <double>TUNING.SPATIAL_FROM_L2) * peak
        return rate * (reduction_len + 2 * store) / (reduction_len + store)
    if c.oc_block == 2:
        peak = TUNING.SPATIAL_2_PEAK
    if c.oc_block != 2 and not s.scattered or s.zips:
        # Two stores: into the sums of the tile, then into the result.
        peak = min(peak, reduction_len / (reduction_len + 2 * store))
    return lane_fraction * peak
