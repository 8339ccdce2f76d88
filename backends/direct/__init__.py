"""The backend `direct`: the definition's own sums, tile by tile, in vector registers.

::

    decides (Python, once for each problem)
        padding.py       the products and outputs that meet padding
        framing.py       leaves out outputs whose windows meet only zeros
        elements.py      the elements that are packed: floats, integers, int16x2, int8x4
        folding.py       long signals under widely dilated kernels as images
        reshaping.py     leaves out axes of one element; small images become rows of one image
        counts.py        the counts of a plan, for the cost model; packing.py has those of packing
        interleaving.py  writes phases of a transposed convolution side by side into one result
            |
    decides (Cython, because a plain call of a new shape plans first)
        _tiles.pyx       one spatial axis in tiles, the packed layout of a tile, and a plan as data
            |
        _variants.pyx    the variants that can compute a problem, igemm, depthwise, spatial,
            |            stencil and dot
        _efficiency.pyx  the fraction of peak that each reaches on its tiles
            |
        _planner.pyx     cuts tiles for each variant, and takes the most efficient; tuning.py and
            |            rates.py have measured numbers, planner.py keeps the plans
            v
    converts (Cython)
        _record.pyx      plan -> record of numbers under the names of the C structs
        _direct.pyx      record -> pc_direct (kernels/direct.h); packs the weights
        geometry.py      keeps plans in C while they are small
        _weights.pyx     complex and 8-bit weights as the elements that are multiplied
            |
            v
    computes (C, once for each work item of the thread pool)
        kernels/direct.c       cuts out the work item; dot
            |-- signal         kernels/signal.c: one filter on one signal, in the caller's arrays
            |-- igemm          kernels/igemm.c: all products, or those that meet no padding;
            |                  kernels/igemm_places.c: phases of a transposed convolution
            |-- packs          kernels/tiles*.c: the padded input of a tile, halo included
            |-- spatial        kernels/spatial.c: in the caller's array, or in memory of the worker;
            |                  kernels/spatial_interleaved.c: phases of a transposed convolution
            |-- depthwise      kernels/depthwise.c --.
            |-- stencil        kernels/stencil.c ----+-> kernels/plane.c: one plane of a kernel
            `-- stores         kernels/store.c: sums into the caller's array
            |
            v
    micro-kernels (C, compiled for each element type and ISA level: base, v3, v4)
        igemm                  ../kernels/simd/igemm.c, which winograd uses, too
        igemm_in_out           kernels/simd/igemm_in_out.c: its last sums, written to a result with
                               channels last, or added for pixels that are listed
        signal                 kernels/simd/signal.c: spatial of one row, without lists
        spatial                kernels/simd/spatial.c
        spatial_interleaved    kernels/simd/spatial_interleaved.c: results of filters zipped in
                               registers
        spatial at stride 2    kernels/simd/stride2.c: rows deinterleaved in registers
        stencil                kernels/simd/stencil.c
        stencil_zero_copy      kernels/simd/stencil_zero_copy.c: 3x3 and 5x5 on planes of a
                               depthwise convolution that are not packed
        dot                    kernels/simd/dot.c
        depthwise              kernels/simd/depthwise.c
        depthwise_sliding      kernels/simd/depthwise_sliding.inc.h: 3x3 and 5x5, each input row
                               loaded once; depthwise.c chooses it
        unplanned              kernels/simd/unplanned.c, see below
        direct_kernels.h       the table of their function pointers, one for each ISA level

Plain calls of small problems whose size is new take no plan: unplanned.py decides which, and in
which order they sum; _unplanned.pyx packs whole images and runs `unplanned`.
Plain calls of many weights and few pixels pack no weights: few_pixels.py decides which;
_few_pixels.pyx packs the patches and runs kernels/simd/few_pixels.c.
Outputs that framing.py leaves out are filled by _frame.pyx.

`backend.py` has the class: costs, error bound, and the kernel with prepared weights. There are no
circles: neither among the imports of these modules, nor among the calls of the C files.
"""

from .backend import Direct

__all__ = ["Direct"]
