"""The backend `fft_tiled`: overlap-save with SIMD transforms on tiles in cache.

::

    backend.py            FftTiled       decides what it can compute, and prepares
                            |
    planner.py              |-- choose_tiled_segments    decides: lengths of segments
    times.py, tuning.py     |                            seconds of segments, measured rates
    lengths.py, _lengths.pyx|                            all lengths at once, for few filters
    rows.py                 |                            rows that are loaded and stored
    overlap_save.py         |                            (shared) what a segmented axis is
    transforms.py           |-- transform_tables         decides: radices, twiddles, layout
    segment_plan.py         |-- segment_plan             gathers the fields of the C structs
                            |
    _fft_tiled.pyx          `-- FftTiledKernel           loops over segments, on the thread pool:
                                  load_segment             packs: input to split re and im parts
    kernels/fft.inc.h             forward_*                computes: radix stages, tile transposes
                                  multiply_inverse_*       products with filters, inverse stages
    _fft_tiled.pyx                store_segment            writes the outputs

    unplanned.py, _unplanned.pyx: plain calls of any size in a range, whose lengths are looked up

    kernels/fft.h         what the transforms take: layout of the parts, order of frequencies
    kernels/fft.c         compiles fft.inc.h for one instruction-set level
    kernels/dispatch.c    chooses the level

A segment is read, transformed, multiplied, transformed back and written before the next one, so it
stays in the L1 or L2 cache. `fft` computes the same through scipy.fft, in batches of segments.
"""

from .backend import FftTiled

__all__ = ["FftTiled"]
