"""The backend `direct`: the definition's own sums, tile by tile, in vector registers.

::

    decides (Python, once for each problem)
        elements.py      the elements that are packed: floats, integers, int16x2
        axis.py          one spatial axis in tiles, and the packed layout of a tile
        padding.py       the products and outputs that meet padding
            |
        variants.py      the variants that can compute a problem: igemm, depthwise, spatial, stencil
            |
        tiling.py        a plan as data: the tiles of one variant
            |
        efficiency.py    the fraction of peak that a variant reaches on its tiles
            |
        planner.py       cuts tiles for each variant, takes the most efficient, and lists the plan
            |            as a record of numbers; tuning.py has the measured ones among its inputs
            v
    converts (Cython)
        _direct.pyx      record -> pc_direct (kernels/direct.h); packs the weights
            |
            v
    computes (C, once for each work item of the thread pool)
        kernels/direct.c       cuts out the work item; igemm and spatial
            |-- packs          kernels/tiles.c: the padded input of a tile, halo included
            |-- depthwise      kernels/depthwise.c --.
            |-- stencil        kernels/stencil.c ----+-> kernels/plane.c: one plane of a kernel
            `-- stores         kernels/store.c: sums into the caller's array
            |
            v
    micro-kernels (C, compiled for each ISA level: base, v3, v4)
        igemm, spatial         ../kernels/simd/microkernels.inc.h
        depthwise              kernels/cells.inc.h
        depthwise_sliding      kernels/walk.inc.h: 3x3 and 5x5, each input row loaded once
        stencil                kernels/rows.inc.h
        spatial at stride 2    kernels/strided.inc.h: rows deinterleaved in registers

`backend.py` has the class: costs, error bound, and the kernel with prepared weights. Each module
imports only modules above it, and no C file calls one that calls it.
"""

from .backend import Direct

__all__ = ["Direct"]
