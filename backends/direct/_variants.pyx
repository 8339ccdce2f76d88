"""The variants of direct convolution that can compute a problem, and their blocking of channels.

`_efficiency.pyx` predicts which of them is the fastest.
"""

from math import gcd, prod

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
    # Structural: bytes of a cache line, L1 sets to which a page of 4 KiB maps, and ways of each set
    # that one array may fill.
    LINE = 64
    SETS = 64
    WAYS = 8

    # Structural: vectors of spatial's register block of 4 filters with 32 registers (spatial.c).
    SPATIAL_4_VECTORS = 6

cdef Py_ssize_t TAPS_IN_REGISTERS = MAX_TAPS_IN_REGISTERS
cdef Py_ssize_t PANEL_TAPS = panel_taps
# Maximum number of pixels in counts: more than any memory holds, and far from an overflow.
cdef Py_ssize_t MAX_PIXELS = 1 << 40


cdef class Setting:
    """Properties of a problem that all variants share.

    Attributes
    ----------
    scattered : bool
        Neighbouring pixels of a filter are not adjacent in the result.
    zips : bool
        True if a scattered result has two to four filters as its only channels, and the elements of
        the sums: rows of sums are then zipped in registers.
    set_conflicts : bool
        True if a row of a scattered result maps to L1 sets that cannot hold all of its cache lines.
    accumulates_in_out : bool
        Vectors of pixels can be accumulated in the result, whose elements are those of the sums.
    lanes : int
        Elements of a vector.
    max_oc_vectors : int
        Vectors of output channels in igemm's register block.
    filters : int
        Filters of a group; a complex one counts as two.
    """

    def __init__(self, p, bint sums_in_result=True):
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
            # Steps that are never taken.
            self.stride[missing + axis] = stride[axis] if out[axis] > 1 else 1
            self.dilation[missing + axis] = dilation[axis] if kernel[axis] > 1 else 1
        self.pixels = min(prod(out), MAX_PIXELS)
        self.scattered = self.channels_last and p.out_channels > 1
        self.zips = (
            self.scattered and self.groups == 1 and elements.same_as_out
            and self.filters <= min(4, self.lanes)
        )
        self.accumulates_in_out = (
            sums_in_result and elements.same_as_out and self.parts == 1 and not self.scattered
        )
        self.set_conflicts = False
        cdef Py_ssize_t lines
        if self.scattered:
            lines = sets_of(p.out_channels * p.dtype.itemsize) * (caches().l1 // (SETS * LINE))
            self.set_conflicts = lines < min(self.out[2], TAPS_IN_REGISTERS)


cdef class VariantCandidate:
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
    sums_rows : bool
        True if dot sums rows of narrow windows in the result.
    valid_fraction : float
        Share of the products that are computed; the others are with padding, and are skipped.
    skips_padding : bool
        True if igemm skips products with padding, tap by tap.
    pixels_per_vector : int
        Pixels that share a vector when their channels are few.
    """


cdef enum:
    # Maximum stride with which dot packs rows, in columns of the kernel. Time of dot over that of
    # spatial, which packs windows alone, for 64 windows of 8 and 24 float32 samples and float64
    # weights: 1.2 to 1.3 at 4, 1.9 to 3.4 at 8, 8 to 11 at 64; of 24 uint8 and int16 samples 0.81
    # to 0.86 at 4, 1.6 to 1.7 at 8 (Sapphire Rapids, 1 core, 2026-12-01, `timeit` of plans).
    MAX_DOT_STRIDE = 4


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
    # dot needs kernel rows of more than half a vector, and of a whole one for complex numbers,
    # whose parts are split first. Time of dot over that of other variants, for 7 rows of 12 of 16
    # lanes: 0.64 for real and 1.4 for complex numbers (Zen 4, 1 core, 2026-11-30).
    cdef bint fills = (s.kernel[2] >= s.lanes) if s.parts > 1 else (2 * s.kernel[2] > s.lanes)
    if s.dilation[2] == 1 and (fills or windows_per_vector(s) > 1 or sums_rows(s)):
        dot = candidate_of(s, DOT)
        # Rows that are packed for dot hold the gaps between windows, too.
        if dot.zero_copy or s.stride[2] <= MAX_DOT_STRIDE * s.kernel[2]:
            found.append(dot)
    # stencil shares each loaded input row between output rows: with any kernel height at stride 1,
    # and with heights 3 and 5 at stride 2, for which there are micro-kernels.
    cdef Py_ssize_t kernel = s.kernel[1], stride = s.stride[1]
    cdef bint stride2 = stride == 2 and s.dilation[1] == 1 and (kernel == 3 or kernel == 5)
    if s.rank > 1 and (stride2 or stride == 1 < kernel):
        found.append(candidate_of(s, STENCIL))
    if depthwise:
        found.append(candidate_of(s, DEPTHWISE))
    return found


cdef Py_ssize_t windows_per_vector(Setting s):
    """Return the number of adjacent windows whose rows dot holds in one vector; 1 if it holds one.

    It holds one if windows overlap or have gaps. Kernels of one row, and short sums of a single
    group, are left to spatial.
    """
    cdef bint one_row = s.kernel[0] * s.kernel[1] == 1
    if s.stride[2] != s.kernel[2] or s.dilation[2] > 1 or s.out[2] == 1 or one_row:
        return 1
    if s.groups == 1 and s.reduction_len < TUNING.MIN_SHARED_PRODUCTS:
        return 1
    return max(1, s.lanes // s.kernel[2])


cdef bint sums_rows(Setting s):
    """Return True if dot reads each element once, for a row of windows of one or two columns.

    Packing would take as long as the sums. Times of dot and of spatial (Zen 4, 1 core, 2026-11-30,
    `python -m benchmarks.cliffs --family block_means`):

    - means of 3 million samples in pairs (float64): 1.0 and 2.7 ms;
    - means of 50 rows of 2000x2000 pixels (float32): 0.28 and 0.9 ms.
    """
    if s.kernel[2] > 2 or s.stride[2] != s.kernel[2] or s.taps == 1 or s.out[2] < s.lanes:
        return False
    if s.oc_per_group > 1 or s.parts > 1 or not (s.accumulates_in_out and s.elements.same_as_x):
        return False
    if s.reduction_len > TAPS_IN_REGISTERS * s.kernel[2]:
        return False
    cdef Py_ssize_t axis
    for axis in range(2):
        if s.out[axis] > 1 and s.stride[axis] <= (s.kernel[axis] - 1) * s.dilation[axis]:
            return False
    p = s.problem
    return p.padded == p.spatial and not (s.channels_last and p.in_channels > 1)


cdef list int8x4_candidates(Setting s):
    """Return the variants for int8x4; spatial gains by summing single taps in the result.

    If a sum has more elements than a panel holds, spatial takes 1.04 times as long as igemm (1024
    channels to 256, Emerald Rapids, 1 core, 2026-11-30).
    """
    found = [candidate_of(s, IGEMM)]
    if s.taps == 1 and s.accumulates_in_out and s.elements.channels <= PANEL_TAPS:
        found.append(candidate_of(s, SPATIAL))
    return found


cdef VariantCandidate candidate_of(Setting s, int variant):
    """Return one variant and its blocking of channels."""
    cdef VariantCandidate c = VariantCandidate.__new__(VariantCandidate)
    cdef Py_ssize_t vectors = -(-s.filters // s.lanes)
    c.variant, c.groups, c.channels, c.pixels_per_vector = variant, s.groups, 0, 1
    c.channels = s.elements.channels
    if variant == DEPTHWISE:
        c.groups = -(-s.groups // s.lanes)
        # In channels_last several vectors of adjacent channels are packed at a time.
        vectors = min(c.groups, TUNING.MAX_DEPTHWISE_VECTORS) if reads_side_by_side(s) else 1
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
        c.sums_rows = variant == DOT and sums_rows(s)
    c.zero_copy = zero_copy(s, c)
    c.valid_fraction = valid_fraction_of(s, variant, c.channels)
    c.skips_padding = variant == IGEMM and c.valid_fraction < 1
    return c


cdef bint reads_side_by_side(Setting s):
    """Return True if depthwise reads pixels whose channels are more than a vector.

    Windows of many taps are packed vector by vector instead. They would read many lines, each of
    another pixel, which map to few sets of L1 and evict each other.
    """
    return s.channels_last and s.taps < <Py_ssize_t>TUNING.MIN_TAPS_BY_VECTOR


cdef bint blocks_of_8(Setting s):
    """Return True if spatial sums 8 filters at once, with 32 registers.

    8 filters load half as much input per product as 4, and share a panel. They are not used if

    - there are at most 4 filters, or the last block would be filled up by more than a tenth of
      the filters that blocks of 4 sum;
    - kernels have several taps, and elements are integers, whose products take several
      instructions beside each load;
    - kernels have several taps, and the image fits into the 6 vectors that 4 filters sum at once;
    - kernels have several taps, and fewer than `MIN_PRODUCTS_BY_8` products: stores bound such
      sums, and 8 filters write runs of 3 vectors, 4 filters runs of 6;
    - kernels have several taps, and more products than a panel holds: each 8 filters would read
      the input again.
    """
    cdef Py_ssize_t by_8 = -(-s.filters // 8) * 8, by_4 = -(-s.filters // 4) * 4
    if s.max_oc_vectors < 4:
        return False
    if s.taps > 1:
        if s.elements.dtype.kind != "f" or s.pixels <= SPATIAL_4_VECTORS * s.lanes:
            return False
        if not TUNING.MIN_PRODUCTS_BY_8 <= s.reduction_len <= PANEL_TAPS:
            return False
    return s.filters > 4 and 10 * by_8 <= 11 * by_4


cdef bint shares_vectors(Setting s):
    """Return True if pixels share vectors, because the channels of one do not fill a vector."""
    return s.groups < s.lanes and s.stride[2] == s.dilation[2] == 1 and s.out[2] > 1


cdef VariantCandidate pixels_in_a_vector(Setting s):
    """Return the variant depthwise with the channels of several pixels in the lanes."""
    cdef VariantCandidate c = VariantCandidate.__new__(VariantCandidate)
    c.variant, c.groups, c.channels, c.oc_block = DEPTHWISE, 1, s.groups, s.lanes
    c.oc_blocks = s.groups // <Py_ssize_t>gcd(s.groups, s.lanes)
    c.lane_fraction = c.valid_fraction = 1
    c.pixels_per_vector = c.oc_blocks * s.lanes // s.groups
    return c


cdef bint zero_copy(Setting s, VariantCandidate c):
    """Return True if packing gains nothing: no padding, no conversion, and elements in order.

    - igemm and spatial: kernels have a single tap, and for spatial neighbouring outputs read
      neighbouring elements. Channels whose lines evict each other from L1 are packed (`conflicts`),
      unless each pixel is read once.
    - spatial on signals of one channel: any taps, because the signal is one row. Tiles that hold
      padding are packed. 300,000 samples under 2, 9 and 33 taps take 0.73, 0.81 and 0.91 of the
      time with packing (float32, Zen 4, 1 core, 2026-11-30).
    - dot: rows are contiguous.
    - stencil: see `stencil_zero_copy`.
    """
    p, variant = s.problem, c.variant
    if variant == STENCIL:
        return stencil_zero_copy(s)
    if not s.elements.same_as_x:
        return False
    cdef bint strided = s.stride[0] * s.stride[1] * s.stride[2] > 1 or s.channels_last
    if variant == SPATIAL and s.rank == 1 and s.ic_per_group == 1 and not strided:
        return True
    if p.padded != p.spatial:
        return False
    if variant == SPATIAL:
        if strided or s.taps > 1:
            return False
    elif variant != DOT and (variant != IGEMM or s.taps > 1):
        return False
    if variant == DOT:
        return not s.channels_last or p.in_channels == 1
    if s.channels_last:
        return True
    if variant == SPATIAL and reads_once(s, c):
        return True
    return not conflicts(prod(p.spatial) * p.x_dtype.itemsize, s.ic_per_group)


cdef bint reads_once(Setting s, VariantCandidate c):
    """Return True if spatial loads each pixel of a 1x1 convolution once, for all filters.

    The filters must be one block, or blocks that share a panel. More channels than a panel holds
    are summed run by run, but not in rows of several planes of a volume. Packing pixels that are
    read once takes longer than it saves. Times with and without packing (float32, Emerald Rapids, 1
    core, 2026-11-30):

    - 64 channels of 1 MiB to 3: 4.5 and 2.5 ms;
    - 256 channels of 16 KiB to 64: 1.24 and 0.95 ms.
    """
    if c.oc_blocks == 1:
        return True
    return c.oc_block == 8 and (c.channels <= PANEL_TAPS or s.rank < 3)


cdef bint has_long_rows(Setting s):
    """Return True if rows are long enough to pack only what is around the interior of a plane."""
    cdef Py_ssize_t further = s.taps // <Py_ssize_t>TUNING.TAPS_PER_INTERIOR_VECTOR
    return s.out[2] >= (<Py_ssize_t>TUNING.MIN_INTERIOR_VECTORS + further) * s.lanes


cdef bint stencil_zero_copy(Setting s):
    """Return True if stencil_zero_copy computes a depthwise convolution, without packing planes.

    It can do so for kernels of 3x3 and 5x5 at a stride of 1 or 2, with zero padding or none. It
    leaves to stencil

    - at a stride of 1, long rows (`has_long_rows`), of which only what surrounds the interior is
      packed;
    - at a stride of 1, results beyond L3 whose rows are whole cache lines, which stencil streams
      (`streams`). If rows are not, stencil does not stream them, and takes 1.3 to 1.6 times as
      long, because it prefetches no next plane (62 and 80 channels of 249x279 pixels under 3x3
      taps, of 249x300 under 5x5);
    - at a stride of 2, all results beyond L3 with rows of `MIN_NONTEMPORAL_ROW` bytes: stencil
      takes 0.92 of the time of stencil_zero_copy (64 channels of 600x600 pixels).

    Times are of float32 on Zen 4, 1 core, 2026-11-30.
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
    cdef Py_ssize_t row = s.out[2] * s.itemsize
    cdef bint streamed = row % LINE == 0 or s.stride[2] == 2
    if streamed and p.bytes_to_keep > caches().l3 and row >= TUNING.MIN_NONTEMPORAL_ROW:
        return False
    if not (s.parts == 1 and elements.same_as_x and elements.same_as_out):
        return False
    if p.padded != p.spatial and not (
        p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    ):
        return False
    return has_stencil_zero_copy(elements.dtype)


cdef bint reads_stride2(Setting s):
    """Return True if the micro-kernel stride2 can read the caller's rows.

    It computes kernels of width 3, with at most one column of padding on the left and none on the
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
    return s.oc_per_group <= TUNING.MAX_FILTERS_STRIDE2 and s.reduction_len <= TAPS_IN_REGISTERS


cdef bint conflicts(object distance, Py_ssize_t channels):
    """Return True if lines of `channels`, `distance` bytes apart, evict each other from L1."""
    return sets_of(distance) * WAYS < min(TAPS_IN_REGISTERS, channels)


cdef Py_ssize_t sets_of(object distance):
    """Return the number of L1 sets to which cache lines `distance` bytes apart map."""
    lines, rest = divmod(distance, LINE)
    return SETS if rest else SETS // gcd(lines, SETS)


cdef double valid_fraction_of(Setting s, int variant, Py_ssize_t channels):
    """Return the share of the products that are computed: below 1 if skipping padding pays."""
    cdef Py_ssize_t rank = s.rank, tall = s.kernel[1], wide = s.kernel[2]
    cdef double valid, max_valid = TUNING.MAX_VALID_FRACTION_SKIPPING
    p = s.problem
    if variant == IGEMM:
        if channels < TUNING.MIN_FEW_CHANNELS_SKIPPING or s.elements.int8x4:
            return 1
        if channels < TUNING.MIN_CHANNELS_SKIPPING:
            max_valid = TUNING.MAX_VALID_FRACTION_FEW_CHANNELS
        valid = valid_fraction(p, range(rank))
        return valid if valid < max_valid else 1
    if variant == SPATIAL or variant == DOT:
        return 1
    if variant == STENCIL:
        # Planes of padding are left out of volumes, and rows of padding of tall kernels.
        axes = [0] if rank == 3 else []
        if tall > TUNING.MAX_KERNEL_NOT_SKIPPING and s.dilation[1] == 1:
            axes.append(rank - 2)
        return valid_fraction(p, axes)
    if max(tall, wide) <= TUNING.MAX_KERNEL_NOT_SKIPPING or max(s.dilation[1], s.dilation[2]) > 1:
        return 1
    valid = valid_fraction(p, [rank - 2]) if rank > 1 else 1
    # A kernel row or column is skipped only if it is padding for all outputs of a register block:
    # of 4 pixels at a stride of 1, of 2 rows at a stride of 2, of 8 pixels of a row at others.
    cdef double columns = (3 if s.stride[1] == 1 else 7) * s.stride[2]
    if s.stride[1] == 2:
        valid = min(1, valid + 1 / <double>tall)
    return valid * min(1, <double>valid_fraction(p, [rank - 1]) + columns / <double>wide)
