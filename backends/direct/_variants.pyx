"""The variants of direct convolution that can compute a problem, and the efficiency of each.

Rule of thumb: igemm is fastest if the output channels of a group fill vectors, spatial if only rows
of pixels do. In channels_first, spatial can be fastest with many filters, too, because it saves a
store if it accumulates in the result.

The efficiency of a variant is the fraction of peak that its tiles reach. `tuning` holds measured
rates as fractions of peak, and overheads in products: an overhead of n products lowers the rate of
t taps to ``t / (t + n)``.
"""

from math import gcd, prod

from polyconv.backends.direct._tiles cimport SEPARATE, TileAxis, Tiling

from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches

from . import _direct
from ._direct import PANEL_TAPS as panel_taps
from ._direct import has_stencil_zero_copy, has_stride2
from ._tiles import MAX_TAPS_IN_REGISTERS
from .elements import elements_of
from .padding import valid_fraction
from .tuning import TUNING

# The numbers of variants are those of `pc_direct_variant` in kernels/direct.h.
assert (
    _direct.IGEMM, _direct.DEPTHWISE, _direct.SPATIAL, _direct.STENCIL, _direct.DOT
) == (IGEMM, DEPTHWISE, SPATIAL, STENCIL, DOT)

cdef enum:
    # Structural: bytes of a cache line, L1 sets that a page of 4 KiB maps to, and ways of each set
    # that one array may fill.
    LINE = 64
    SETS = 64
    WAYS = 8

    # Structural: vectors of a row with which stencil reads the input unpacked, at least: beside the
    # interior, one or two are packed on either side. 14 vectors take 1.04 of the time, 32 vectors
    # 0.83 (3x3, Emerald Rapids, one core, AVX-512, 2026-11-30).
    MIN_INTERIOR_VECTORS = 24

    # Structural: vectors of spatial's register block of 4 filters with 32 registers (spatial.c).
    SPATIAL_4_VECTORS = 6
    # Structural: products of a sum from which 8 filters of several taps are summed at once. Blocks
    # of 4 take 0.55 of the time with 10 products, 0.7 with 16, and 1.03 with 27
    # (audio1d/wav2vec2_conv0_s5, tasnet/encoder and vgg16/conv1_1 on Emerald Rapids, one core).
    MIN_PRODUCTS_BY_8 = 20

cdef Py_ssize_t MAX_TAPS = MAX_TAPS_IN_REGISTERS
cdef Py_ssize_t PANEL_TAPS = panel_taps
# Maximum number of pixels in counts: more than any memory holds, and far from an overflow.
cdef Py_ssize_t MAX_PIXELS = 1 << 40

# Structural: they keep planning from variants that are several times as slow on problems far from
# every named workload. Zen 5, 1 core, 2026-11.
# - Store cost in products per output, and remaining fraction of peak, if the stores of long rows
#   conflict in few L1 sets: channels_last results whose pixels are a multiple of 64 bytes apart.
cdef double CONFLICTING_STORE = 38, CONFLICTING_PEAK = 0.25
# - Cost of gathering elements one by one (strides of at least 3, dilations), in vectors of
#   products: for each element and unit of stride, and for each row.
cdef double GATHER_STRIDE_COST = 0.16, GATHER_ROW_COST = 4
# - Cost of gathering an element for at most two filters, at any stride, in vectors of products:
#   between 7 with AVX2 (Zen 3, 1 core, 2026-11) and less than 1 with AVX-512.
cdef double GATHER_COST_FEW_FILTERS = 4
# - dot: fraction of peak, which is low because each product loads both factors; cost of a kernel
#   row and of the horizontal sum of an output, in vectors of products (Zen 3, 1 core, 2026-11).
cdef double DOT_PEAK = 0.5, DOT_ROW_COST = 8, DOT_SUM_COST = 10


cdef class Setting:
    """Properties of a problem that all variants share.

    Attributes
    ----------
    scattered : bool
        Neighbouring pixels of a filter are not adjacent in the result.
    set_conflicts : bool
        A row of such pixels maps to L1 sets that cannot hold all of its cache lines.
    accumulates_in_out : bool
        Vectors of pixels can be accumulated in the result, whose elements are those of the sums.
    lanes : int
        Elements of a vector.
    max_oc_vectors : int
        Vectors of output channels in igemm's register block.
    filters : int
        Filters of a group; a complex one counts as two.
    """

    def __init__(self, p):
        elements = elements_of(p)
        vector = lanes_of(elements.dtype)
        self.problem, self.elements = p, elements
        self.lanes, self.max_oc_vectors = vector["lanes"], vector["nr_vectors"]
        self.itemsize, self.parts = elements.dtype.itemsize, elements.parts
        self.rank, self.batch, self.groups, self.workers = p.rank, p.batch, p.groups, p.workers
        self.ic_per_group, self.oc_per_group = p.ic_per_group, p.oc_per_group
        self.taps, self.reduction_len = p.taps, p.reduction_len
        self.filters = self.parts * self.oc_per_group
        self.last_pad = p.pads[-1][0]
        self.channels_last = p.data_format == "channels_last"
        cdef Py_ssize_t axis, missing = 3 - self.rank
        for axis in range(missing):
            self.out[axis] = self.kernel[axis] = self.stride[axis] = self.dilation[axis] = 1
        out, kernel, stride, dilation = p.out, p.kernel, p.stride, p.dilation
        for axis in range(self.rank):
            self.out[missing + axis], self.kernel[missing + axis] = out[axis], kernel[axis]
            self.stride[missing + axis] = stride[axis]
            self.dilation[missing + axis] = dilation[axis]
        self.pixels = min(prod(out), MAX_PIXELS)
        self.scattered = self.channels_last and p.out_channels > 1
        self.accumulates_in_out = elements.same_as_out and self.parts == 1 and not self.scattered
        self.set_conflicts = False
        cdef Py_ssize_t lines
        if self.scattered:
            lines = sets_of(p.out_channels * p.dtype.itemsize) * (caches().l1 // (SETS * LINE))
            self.set_conflicts = lines < min(self.out[2], MAX_TAPS)


cdef class Candidate:
    """One variant for a problem, before its tiles are planned.

    Attributes
    ----------
    groups : int
        Groups that are computed one by one: the problem's, or vectors of depthwise channels.
    channels : int
        Channels of each such group, in elements.
    oc_block, oc_blocks : int
        Maximum number of output channels computed together (lanes or filters), and of such blocks.
    lane_fraction : float
        Share of lanes, or of filters of a block, that hold a channel.
    zero_copy : bool
        True if a contiguous input is read without packing.
    stride2 : bool
        True if the rows of the input are read without packing, and deinterleaved in registers.
    valid_fraction : float
        Share of the products that are computed; the others are with padding, and are skipped.
    skips_padding : bool
        True if igemm skips products with padding, tap by tap.
    pixels_per_vector : int
        Pixels that share a vector when their channels are few.
    """


cdef list candidates_of(Setting s):
    """Return the variants that can compute a problem, in the order that breaks ties."""
    if s.elements.int8x4:
        return int8x4_candidates(s)
    cdef bint depthwise = s.groups > 1 and s.ic_per_group == s.oc_per_group == 1 and s.parts == 1
    if depthwise and s.channels_last:
        if shares_vectors(s):
            return [pixels_in_a_vector(s)]
        return [candidate_of(s, DEPTHWISE)]
    found = [candidate_of(s, IGEMM), candidate_of(s, SPATIAL)]
    if s.dilation[2] == 1 and s.kernel[2] >= s.lanes:
        found.append(candidate_of(s, DOT))
    # stencil shares each loaded input row between output rows: with any kernel height at stride 1,
    # and with heights 3 and 5 at stride 2, for which there are micro-kernels.
    cdef Py_ssize_t kernel = s.kernel[1], stride = s.stride[1]
    cdef bint stride2 = stride == 2 and s.dilation[1] == 1 and (kernel == 3 or kernel == 5)
    if s.rank > 1 and (stride2 or stride == 1 < kernel):
        found.append(candidate_of(s, STENCIL))
    if depthwise:
        found.append(candidate_of(s, DEPTHWISE))
    return found


cdef list int8x4_candidates(Setting s):
    """Return the variants for int8x4; spatial gains by summing single taps in the result.

    Sums of more elements than a panel holds take 1.04 of igemm's time (1024 channels to 256, on
    Emerald Rapids, one core, 2026-11-30).
    """
    found = [candidate_of(s, IGEMM)]
    if s.taps == 1 and s.accumulates_in_out and s.elements.channels <= PANEL_TAPS:
        found.append(candidate_of(s, SPATIAL))
    return found


cdef Candidate candidate_of(Setting s, int variant):
    """Return one variant and its blocking of channels."""
    cdef Candidate c = Candidate.__new__(Candidate)
    cdef Py_ssize_t vectors = -(-s.filters // s.lanes)
    c.variant, c.groups, c.channels, c.pixels_per_vector = variant, s.groups, 0, 1
    c.channels = s.elements.channels
    if variant == DEPTHWISE:
        c.groups = -(-s.groups // s.lanes)
        # In channels_last several vectors of adjacent channels are packed at a time.
        vectors = min(c.groups, TUNING.MAX_DEPTHWISE_VECTORS) if s.channels_last else 1
        c.channels, c.oc_block, c.oc_blocks = vectors * s.lanes, s.lanes, 1
        c.lane_fraction = s.groups / <double>(c.groups * s.lanes)
    elif variant == IGEMM:
        c.lane_fraction = s.filters / <double>(vectors * s.lanes)
        c.oc_block = s.lanes * -(-vectors // -(-vectors // s.max_oc_vectors))
        c.oc_blocks = -(-s.filters // c.oc_block)
    else:
        c.oc_block = 1 if variant != SPATIAL else 4 if s.filters > 2 else s.filters
        if variant == SPATIAL and blocks_of_8(s):
            c.oc_block = 8
        c.oc_blocks = -(-s.filters // c.oc_block)
        c.lane_fraction = s.filters / <double>(c.oc_blocks * c.oc_block)
        c.stride2 = c.oc_block >= 4 and reads_stride2(s)
    c.zero_copy = zero_copy(s, variant)
    c.valid_fraction = valid_fraction_of(s, variant, c.channels)
    c.skips_padding = variant == IGEMM and c.valid_fraction < 1
    return c


cdef bint blocks_of_8(Setting s):
    """Return True if spatial sums 8 filters at once, with 32 registers.

    They read half as much input for a product as 4, and share a panel, but more of a last block may
    be empty. Of several taps, integers gain nothing, whose products take several instructions, nor
    do images that fit into the 6 vectors that 4 filters sum at once. Sums of few products are bound
    by stores, and 3 vectors of every filter in turn are shorter runs of a row than 4 filters write;
    sums of more than a panel holds read the input anew for each 8 filters.
    """
    cdef Py_ssize_t by_8 = -(-s.filters // 8) * 8, by_4 = -(-s.filters // 4) * 4
    if s.max_oc_vectors < 4:
        return False
    if s.taps > 1:
        if s.elements.dtype.kind != "f" or s.pixels <= SPATIAL_4_VECTORS * s.lanes:
            return False
        if not MIN_PRODUCTS_BY_8 <= s.reduction_len <= PANEL_TAPS:
            return False
    return s.filters > 4 and 10 * by_8 <= 11 * by_4


cdef bint shares_vectors(Setting s):
    """Return True if pixels share vectors, because the channels of one do not fill a vector."""
    return s.groups < s.lanes and s.stride[2] == s.dilation[2] == 1 and s.out[2] > 1


cdef Candidate pixels_in_a_vector(Setting s):
    """Return the variant depthwise with the channels of several pixels in the lanes."""
    cdef Candidate c = Candidate.__new__(Candidate)
    c.variant, c.groups, c.channels, c.oc_block = DEPTHWISE, 1, s.groups, s.lanes
    c.oc_blocks = s.groups // <Py_ssize_t>gcd(s.groups, s.lanes)
    c.lane_fraction = c.valid_fraction = 1
    c.pixels_per_vector = c.oc_blocks * s.lanes // s.groups
    return c


cdef bint zero_copy(Setting s, int variant):
    """Return True if packing gains nothing: no padding, no conversion, and elements in order.

    For igemm and spatial each pixel must read one place, in spatial next to that of the pixel
    before; for dot rows must be contiguous. Channels with set conflicts are packed: if the distance
    of channels maps to few L1 sets, `MAX_TAPS_IN_REGISTERS` channels evict each other's lines.
    """
    p = s.problem
    if variant == STENCIL:
        return stencil_zero_copy(s)
    if not s.elements.same_as_x or p.padded != p.spatial:
        return False
    if variant == SPATIAL:
        if s.stride[0] * s.stride[1] * s.stride[2] > 1 or s.channels_last or s.taps > 1:
            return False
    elif variant != DOT and (variant != IGEMM or s.taps > 1):
        return False
    if variant == DOT:
        return not s.channels_last or p.in_channels == 1
    if s.channels_last:
        return True
    return not conflicts(prod(p.spatial) * p.x_dtype.itemsize, s.ic_per_group)


cdef bint has_long_rows(Setting s):
    """Return True if rows are long enough to pack only what is around the interior of a plane."""
    return s.out[2] >= MIN_INTERIOR_VECTORS * s.lanes


cdef bint stencil_zero_copy(Setting s):
    """Return True if a micro-kernel reads the planes of a depthwise convolution without packing.

    It computes kernels of 3x3 and 5x5 at a stride of 1 or 2, with zero padding or none. Long rows
    are left to the one that packs only what is around the interior at a stride of 1, and those
    beyond L3 to the one that streams results.
    """
    if s.groups == 1 or s.ic_per_group != 1 or s.oc_per_group != 1 or s.channels_last:
        return False
    if s.rank != 2 or s.kernel[1] != s.kernel[2] or not (s.kernel[1] == 3 or s.kernel[1] == 5):
        return False
    if s.stride[1] != s.stride[2] or s.stride[1] > 2 or s.dilation[1] * s.dilation[2] != 1:
        return False
    if s.stride[2] == 1 and has_long_rows(s):
        return False
    p, elements = s.problem, s.elements
    if p.in_out_bytes > caches().l3 and s.out[2] * s.itemsize >= TUNING.MIN_NONTEMPORAL_ROW:
        return False
    if not (s.parts == 1 and elements.same_as_x and elements.same_as_out):
        return False
    if p.padded != p.spatial and not (
        p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    ):
        return False
    return has_stencil_zero_copy(elements.dtype)


cdef bint reads_stride2(Setting s):
    """Return True if the stride-2 micro-kernel can read the caller's rows.

    It computes kernels of width 3 with at most one column of padding at the left and none at the
    right.
    """
    if s.rank == 3 or s.stride[2] != 2 or s.kernel[2] != 3 or s.dilation[1] * s.dilation[2] != 1:
        return False
    elements = s.elements
    if not (elements.same_as_x and has_stride2(elements.dtype)):
        return False
    cdef Py_ssize_t size = s.problem.spatial[-1]
    if s.last_pad > 1 or 2 * s.out[2] + 1 - s.last_pad - size > 0:
        return False
    return s.oc_per_group <= TUNING.MAX_FILTERS_STRIDE2 and s.reduction_len <= MAX_TAPS


cdef bint conflicts(object distance, Py_ssize_t channels):
    """Return True if lines of `channels`, `distance` bytes apart, evict each other from L1."""
    return sets_of(distance) * WAYS < min(MAX_TAPS, channels)


cdef Py_ssize_t sets_of(object distance):
    """Return the number of L1 sets to which cache lines `distance` bytes apart map."""
    lines, rest = divmod(distance, LINE)
    return SETS if rest else SETS // gcd(lines, SETS)


cdef double valid_fraction_of(Setting s, int variant, Py_ssize_t channels):
    """Return the share of the products that are computed: below 1 if skipping padding pays."""
    cdef Py_ssize_t rank = s.rank, tall = s.kernel[1], wide = s.kernel[2]
    cdef double valid
    p = s.problem
    if variant == IGEMM:
        if channels < TUNING.MIN_CHANNELS_SKIPPING or s.elements.int8x4:
            return 1
        valid = valid_fraction(p, range(rank))
        return valid if valid < TUNING.MAX_VALID_FRACTION_SKIPPING else 1
    if variant == SPATIAL or variant == DOT:
        return 1
    if variant == STENCIL:
        if tall > TUNING.MAX_KERNEL_NOT_SKIPPING and s.dilation[1] == 1:
            return valid_fraction(p, [rank - 2])
        return 1
    if max(tall, wide) <= TUNING.MAX_KERNEL_NOT_SKIPPING or max(s.dilation[1], s.dilation[2]) > 1:
        return 1
    valid = valid_fraction(p, [rank - 2]) if rank > 1 else 1
    # A kernel column is skipped only if it is padding for all pixels of a register block, so about
    # 3 columns are summed in addition to the valid ones.
    return valid * min(1, <double>valid_fraction(p, [rank - 1]) + 3 / <double>wide)


# ---- efficiency ----


cdef double efficiency_bound(Setting s, Candidate c):
    """Return an upper bound of `comparable_efficiency` that needs no tiles."""
    cdef double lane_fraction = c.lane_fraction
    if c.variant == SPATIAL:
        lane_fraction *= min(1, s.pixels / <double>s.lanes)
    elif c.variant == STENCIL:
        lane_fraction *= min(1, s.out[2] / <double>s.lanes)
    cdef double packing = packing_factor(s, c, None)
    cdef double bound = fraction_of_peak(
        s, c, lane_fraction, s.out[2], packing, s.accumulates_in_out, True
    )
    return bound / c.valid_fraction


cdef double comparable_efficiency(Setting s, Candidate c, Tiling tiling):
    """Return the efficiency by which candidates are compared, packing included; 0 if unsuitable."""
    cdef TileAxis height = tiling.height, width = tiling.width
    if c.variant == STENCIL and (
        height.input_extent > height.kernel * height.tile
        or width.input_extent > width.kernel * width.tile
        or tiling.max_roundings() > 2 * MAX_TAPS
    ):
        return 0
    cdef double packing = packing_factor(s, c, tiling)
    return compute_efficiency(s, c, tiling, packing) * gather_factor(s, c, tiling)


cdef double compute_efficiency(Setting s, Candidate c, Tiling tiling, double packing):
    """Return the fraction of peak that the micro-kernels reach on the tiles.

    `packing`, from `packing_factor`, raises the overhead by the time to pack.
    """
    cdef Py_ssize_t width = tiling.width.tile
    if c.variant == IGEMM or c.variant == DEPTHWISE or c.variant == DOT:
        return fraction_of_peak(s, c, c.lane_fraction, width, packing, False, False)
    # Lists have room for a vector before the first that begins with a line; few plans need it.
    cdef Py_ssize_t entries = tiling.max_entries
    if tiling.accumulates_in_out:
        entries -= tiling.depth.tile
    cdef double used = tile_pixels(tiling) / <double>(entries * s.lanes)
    if c.variant == STENCIL:
        return fraction_of_peak(s, c, used, width, packing, False, False)
    cdef bint from_l1 = tiling.accumulates_in_out and tiling.input_fits_l1(s.lanes)
    return fraction_of_peak(
        s, c, used * c.lane_fraction, width, packing, tiling.accumulates_in_out, from_l1
    )


cdef Py_ssize_t tile_pixels(Tiling tiling):
    return tiling.depth.tile * tiling.height.tile * tiling.width.tile


cdef double packing_factor(Setting s, Candidate c, Tiling tiling):
    """Return the factor by which packing strided rows raises the overhead of a variant.

    For spatial with one filter and stride 2 it is a factor of the whole time. Without a tiling the
    result is a lower bound.
    """
    cdef double factor = 1, between
    cdef Py_ssize_t stride = s.stride[2]
    if c.variant == STENCIL and s.stride[1] > 1:
        if c.zero_copy:
            return TUNING.STENCIL_ZERO_COPY_STRIDED
        factor = TUNING.STENCIL_STRIDED_PACKING
    elif c.variant == DEPTHWISE and stride > 1:
        factor = TUNING.DEPTHWISE_STRIDED_PACKING
        if tiling is not None:
            # Elements packed by tiles, halos included, relative to those of the input.
            between = <double>s.stride[0] * s.stride[1] * stride * tile_pixels(tiling)
            factor *= max(1, tiling.channel_plane / between)
    elif c.variant == SPATIAL and c.oc_block == 1 and stride == 2:
        factor = TUNING.SPATIAL_1_STRIDE_2
    return factor


cdef double gather_factor(Setting s, Candidate c, Tiling tiling):
    """Return the fraction of a rate that remains if elements are gathered one by one; else 1.

    At a stride of 2, vectors are deinterleaved instead, without gathering. igemm with more than 2
    filters has so many products per element that the cost does not matter.
    """
    cdef TileAxis width = tiling.width
    cdef double products, cost
    cdef bint few = s.filters <= 2
    if width.stride == 1 or not (c.variant == SPATIAL or (c.variant == IGEMM and few)):
        return 1
    if width.kind != SEPARATE and width.stride <= 2:
        return 1
    # Products per packed element.
    products = <double>s.filters * s.taps * tile_pixels(tiling) / tiling.channel_plane
    cost = GATHER_STRIDE_COST * width.stride + GATHER_ROW_COST / width.tile
    if few:
        cost = max(cost, GATHER_COST_FEW_FILTERS)
    return products / (products + s.lanes * cost)


cdef double fraction_of_peak(
    Setting s, Candidate c, double lane_fraction, Py_ssize_t width, double packing,
    bint accumulates_in_out, bint from_l1,
):
    """Return the fraction of peak of vectors filled to `lane_fraction`, in tiles of this width.

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
        overhead = (overhead + <double>TUNING.DEPTHWISE_ROW_OVERHEAD / width) * packing
        return lane_fraction * (<double>TUNING.DEPTHWISE_PEAK * taps / (taps + overhead))
    if c.variant == DOT:
        row = (-(-s.kernel[2] // s.lanes) + DOT_ROW_COST) * s.lanes
        return (
            DOT_PEAK * s.kernel[2] / row
            * reduction_len / (reduction_len + DOT_SUM_COST * s.lanes)
        )
    if s.set_conflicts:
        lane_fraction *= CONFLICTING_PEAK * reduction_len / (reduction_len + CONFLICTING_STORE)
    elif s.scattered:
        lane_fraction *= reduction_len / (reduction_len + <double>TUNING.SCATTERED_STORE)
    if c.variant == STENCIL:
        overhead, row = TUNING.STENCIL_OVERHEAD, TUNING.STENCIL_ROW_OVERHEAD
        if c.zero_copy:
            overhead = TUNING.STENCIL_ZERO_COPY_OVERHEAD
            row = TUNING.STENCIL_ZERO_COPY_ROW_OVERHEAD
        overhead = (overhead + row / width) * packing
        return lane_fraction * taps / (taps + overhead)
    return spatial_fraction(s, c, lane_fraction, packing, accumulates_in_out, from_l1)


cdef double igemm_fraction(Setting s, Candidate c, double lane_fraction):
    """Return `fraction_of_peak` of igemm."""
    cdef double rate = TUNING.IGEMM_PARTIAL_BLOCK
    cdef Py_ssize_t vectors = c.oc_block // s.lanes
    if vectors == s.max_oc_vectors:
        rate = 1
    elif vectors == 1:
        rate = TUNING.IGEMM_ONE_VECTOR
    if s.filters <= 2:
        lane_fraction *= s.reduction_len / (s.reduction_len + <double>TUNING.TRANSPOSED_STORE)
    rate *= lane_fraction
    # Of a line that a stride reads every other element of, packing keeps these.
    if c.zero_copy and (s.channels_last or s.stride[2] == 1):
        rate *= TUNING.ZERO_COPY_GAIN
    return rate


cdef double spatial_fraction(
    Setting s, Candidate c, double lane_fraction, double packing, bint accumulates_in_out,
    bint from_l1,
):
    """Return `fraction_of_peak` of spatial."""
    cdef double taps = s.taps, reduction_len = s.reduction_len, peak, store, rate
    if c.oc_block == 1:
        rate = lane_fraction * <double>TUNING.SPATIAL_1_PEAK / packing
        return rate * taps / (taps + <double>TUNING.SPATIAL_1_OVERHEAD)
    peak, store = TUNING.SPATIAL_4_PEAK, TUNING.TRANSPOSED_STORE
    if accumulates_in_out and c.oc_block == 8:
        rate = lane_fraction * <double>TUNING.SPATIAL_8_PEAK
        rate *= (reduction_len + 2 * store) / (reduction_len + store)
        return rate * <double>TUNING.ZERO_COPY_GAIN if c.zero_copy else rate
    if accumulates_in_out and c.oc_block == 4:
        # One store less than igemm, whose rate is the reference of all others.
        rate = lane_fraction * (1 if from_l1 else <double>TUNING.SPATIAL_FROM_L2) * peak
        return rate * (reduction_len + 2 * store) / (reduction_len + store)
    if c.oc_block == 2:
        peak = TUNING.SPATIAL_2_PEAK
    elif not s.scattered:
        # Two stores: into the sums of the tile, then into the result.
        peak = min(peak, reduction_len / (reduction_len + 2 * store))
    return lane_fraction * peak
