"""The plan of a problem as records of numbers, under the names of the C structs."""


from polyconv.backends.direct._tiles cimport TileAxis, DirectTiling
from polyconv.backends.direct._variants cimport DEPTHWISE, IGEMM, SPATIAL, STENCIL

from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches

from ._direct import PANEL_BYTES, PANEL_TAPS
from ._tiles import (
    MAX_TAPS_IN_REGISTERS, MIN_VECTORS_OF_8, MIN_VECTORS_PER_FILTER, PACKING_FIELDS, SHAPE_FIELDS,
)
from .tuning import TUNING


def record(p, DirectTiling t, elements):
    """Return the plan of `p` as the numbers of `pc_direct_shape`, in kernels/direct.h.

    ``"packing"`` holds those of `pc_packing_shape`, in kernels/tiles.h. Cython converts both
    mappings by the names of the fields.
    """
    cdef Py_ssize_t lanes = lanes_of(elements.dtype)["lanes"], itemsize = elements.dtype.itemsize
    cdef bint depthwise = t.variant == DEPTHWISE, stencil = t.variant == STENCIL
    cdef bint constant = p.padding_mode in ("zeros", "constant")
    cdef bint zero_padding = constant and p.padding_value == 0
    cdef bint skips = stencil or (depthwise and t.valid_fraction < 1)
    cdef bint one_plane = stencil and t.channels * t.depth.kernel == 1
    oc_per_group, out_channels = t.oc_block if depthwise else p.oc_per_group, p.out_channels
    if t.pixels_per_vector > 1:
        # The micro-kernel sees the channels of all pixels of a vector as those of one pixel.
        oc_per_group = out_channels = t.oc_blocks * t.oc_block
    group_batches = -(-t.groups // t.groups_per_item)
    kernel_runs = t.kernel_runs
    x_channel_stride = itemsize
    if p.data_format != "channels_last":
        for size in p.spatial:
            x_channel_stride *= size
    return {
        **{name: getattr(t, name) for name in SHAPE_FIELDS},
        "zero_padding": zero_padding,
        "single_plane": one_plane and t.depth.tile == 1 and p.oc_per_group == 1,
        "nontemporal": one_plane and kernel_runs == (1, 1) and streams(p),
        "reads_interior": t.interior_fraction > 0,
        "interleaves_in_registers": False,
        "prefetches": p.bytes_to_keep >= TUNING.MIN_PREFETCHED_BYTES,
        "prefetches_sums": prefetches_sums(p),
        "prefetches_pixels": prefetches_pixels(p),
        "omits_products": t.skips_padding or (zero_padding and skips),
        "kernel_runs": kernel_runs,
        "oc_per_group": oc_per_group,
        "out_channels": out_channels,
        "itemsize": itemsize,
        "bias_itemsize": 8 if elements.in_32_bits and p.dtype.itemsize == 8 else itemsize,
        "reduction_len": elements.channels * p.taps,
        "initial_rows": elements.int8x4,
        "taps": p.taps,
        "max_taps_in_registers": TUNING.MAX_INT8X4_TAPS if elements.int8x4
        else MAX_TAPS_IN_REGISTERS,
        "last_oc_block": last_oc_block(t, elements.parts * p.oc_per_group, lanes),
        "group_batches": group_batches,
        "items": p.batch * group_batches * t.oc_splits
        * t.depth.tiles * t.height.tiles * t.width.tiles,
        "workspace": t.workspace(itemsize),
        "run_taps": run_taps(p, t, lanes, itemsize),
        "vectors_per_filter": vectors_per_filter(p, t, lanes, itemsize),
        "x_channel_stride": x_channel_stride,
        "packing": {
            **{name: getattr(t, name) for name in PACKING_FIELDS},
            "axes": axis_records(p, t),
            "parts": elements.parts,
            "channels_per_element": elements.channels_per_element,
            "flipped_bits": 0x80808080 if elements.shift else 0,
            "x_imag_offset": p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
            "itemsize": itemsize,
            "ic_per_group": t.oc_block if depthwise else p.ic_per_group,
            "in_channels": p.in_channels,
            "same_as_x": elements.same_as_x,
            "widens_f16": p.widens_f16,
            "constant_padding": constant,
        },
    }


cdef Py_ssize_t run_taps(p, DirectTiling t, Py_ssize_t lanes, Py_ssize_t itemsize):
    """Return the length of a run: taps that spatial sums for all filters before the next taps.

    Kernels of several taps are one run. For single taps (1x1), a run is all input channels if the
    pixels of a vector_block fit into three quarters of L1 (weights take the last quarter), and into
    a panel if filters share one. Otherwise a run is `MAX_TAPS_IN_REGISTERS` channels; shorter runs
    would load and store the sums more often.
    """
    cdef Py_ssize_t taps = t.ic_block * p.taps, vectors = MIN_VECTORS_OF_8
    if p.taps > 1:
        return taps
    if t.oc_block < 8:
        vectors = vectors_per_filter(p, t, lanes, itemsize)
    cdef bint fits = 4 * vectors * lanes * taps * itemsize <= 3 * <Py_ssize_t>caches().l1
    if t.oc_block == 8:
        fits = fits and taps <= PANEL_TAPS
    return taps if fits else MAX_TAPS_IN_REGISTERS


cdef bint streams(p):
    """Return True if stencil writes its result past the caches, by non-temporal stores.

    Three conditions must hold: input and result together (or the arrays whose parts they are)
    exceed L3; rows of the result have at least `MIN_NONTEMPORAL_ROW` bytes; and rows are a multiple
    of 64 bytes, so that most cache lines are written whole.
    """
    row_bytes = p.out[-1] * p.dtype.itemsize
    return (
        p.bytes_to_keep > caches().l3
        and row_bytes >= TUNING.MIN_NONTEMPORAL_ROW
        and row_bytes % 64 == 0
    )


cdef bint prefetches_sums(p):
    """Return True if spatial prefetches the lines of the result that it writes.

    It does for single taps, whose results are many streams, and for results larger than
    `MIN_PREFETCHED_SUMS` times L2.
    """
    return p.taps == 1 or p.out_bytes > TUNING.MIN_PREFETCHED_SUMS * caches().l2


cdef bint prefetches_pixels(p):
    """Return True if eight filters without a panel prefetch the pixels that they read.

    They do for single taps, which read each line once, if the input exceeds L2.
    """
    return p.taps == 1 and p.x_bytes > caches().l2


cdef list axis_records(p, DirectTiling t):
    """Return the numbers of `pc_tile_axis` for each axis."""
    cdef Py_ssize_t missing = 3 - <Py_ssize_t>p.rank
    pads, spatial = ((0, 0),) * missing + p.pads, (1,) * missing + p.spatial
    return [
        axis_record(t.depth, t.depth.length, pads[0][0], spatial[0]),
        axis_record(t.height, t.height.length, pads[1][0], spatial[1]),
        axis_record(t.width, t.row_pitch, pads[2][0], spatial[2]),
    ]


cdef dict axis_record(TileAxis axis, Py_ssize_t length, pad_lo, input_size):
    """Return the numbers of one axis; the last one's rows are `length` packed places apart."""
    return {
        "out": axis.out,
        "tile": axis.tile,
        "tiles": axis.tiles,
        "kernel": axis.kernel,
        "stride": axis.stride,
        "dilation": axis.dilation,
        "pad_lo": pad_lo,
        "input_size": input_size,
        "length": length,
        "out_step": axis.out_step,
        "overlapped": axis.layout == "overlapped",
        "runs": axis.runs,
        "run_length": axis.run_length,
        "run_step": axis.run_step,
    }


cdef Py_ssize_t last_oc_block(DirectTiling t, Py_ssize_t filters, Py_ssize_t lanes):
    """Return the output channels of the last block: whole vectors, if they are in lanes."""
    cdef Py_ssize_t rest = filters - (t.oc_blocks - 1) * t.oc_block
    return -(-rest // lanes) * lanes if t.variant == IGEMM else t.oc_block


cdef Py_ssize_t vectors_per_filter(p, DirectTiling t, Py_ssize_t lanes, Py_ssize_t itemsize):
    """Return the vectors of pixels that spatial sums for a filter before the next filters.

    Long rows of one filter are written fastest, so this is the largest number whose input stays in
    L2, or in L1 if few taps share each packed element. Eight filters that share a panel sum all
    vectors that it holds, if they have single taps in one run and the result exceeds L2. Else they
    sum those of one register block, because longer panels take more time. Time relative to one
    register block (Emerald Rapids, 1 core, 2026-11-30):

    - 64 channels to 64 on 56x56 pixels: 1.03 with 12 vectors
    - 256 channels to 64, in several runs: 1.07 with 6 vectors
    - vgg16/conv1_1, several taps: 1.02 with 24 vectors
    """
    cdef Py_ssize_t vectors = MIN_VECTORS_PER_FILTER, pixels = t.max_entries * lanes
    cdef Py_ssize_t taps = t.ic_block * p.taps, max_bytes, max_vectors
    if t.variant != SPATIAL:
        return vectors
    if t.oc_block == 8:
        vectors = MIN_VECTORS_OF_8
    if t.oc_block == 8 and t.oc_blocks > 1:
        if p.taps == 1 and p.out_bytes > caches().l2 and taps <= run_taps(p, t, lanes, itemsize):
            max_bytes = min(<Py_ssize_t>caches().l1, <Py_ssize_t>PANEL_BYTES)
            max_vectors = max_bytes // (taps * lanes * itemsize) // vectors * vectors
            return max(vectors, min(<Py_ssize_t>TUNING.MAX_PANEL_VECTORS, max_vectors))
        return vectors
    cdef bint shared = t.oc_block < 8 and (
        <double>t.input_elements(pixels) * TUNING.MIN_TAPS_FROM_L2 <= <double>taps * pixels
    )
    near = caches()
    cdef Py_ssize_t max_elements = (near.l2 if shared else near.l1) // 2 // itemsize
    while vectors < t.max_entries and t.input_elements(2 * vectors * lanes) <= max_elements:
        vectors *= 2
    return vectors
