"""The backend `winograd`: neighbouring outputs from fewer multiplications.

Outputs are computed in tiles by Cook-Toom along each axis: the input of a tile and the weights are
transformed, multiplied point by point and summed over channels, and the sums are transformed back.
F(4x4,3x3) takes 36 multiplications for each channel where the definition takes 144. There are two
variants, named after the index that runs along the SIMD lanes of the multiplication:

- ``channels_in_lanes``: a vector holds output channels of one tile. One GEMM for each point.
- ``tiles_in_lanes``: a vector holds tiles of one channel, so vectors are full in groups of few
  channels, too. 1-D and 2-D, channels first, no dilation, at most 64 channels in a group.

::

    decides   backend.py             what is supported, cost, error bound
              planner.py             transform within the error budget, variant
              channels_in_lanes.py   tile blocks of the first variant, their predicted time
              tiles_in_lanes.py      tile blocks of the second variant, their predicted time
              tiling.py              what both variants' tilings have in common
              error.py               growth of rounding errors
              tuning.py              measured numbers
                |
                |  a mapping with the fields of pc_winograd_plan (kernels/winograd_plan.h)
                v
    binds     _winograd.pyx          plan into C; work item -> tile block; transforms the weights
                |
                v                                   one call for each work item
    packs     kernels/winograd_pack.c               padded input, deinterleaved by phase
                |
                v
    computes  kernels/winograd_channels_in_lanes.c  transforms, GEMM for each point, results
              kernels/winograd_tiles_in_lanes.c     the same for the other variant
                |
                v                                   tables of pointers, one for each ISA level
    SIMD      kernels/winograd_transforms.inc.h       transforms, channels_in_lanes
              kernels/winograd_tiles_in_lanes.inc.h   transforms and micro-kernel, tiles_in_lanes
              kernels/winograd_programs.inc.h         one vector; written by cook_toom.py

Complex convolutions are three real ones (complex_products.py) that share packing and panels.
"""

from .backend import Winograd

__all__ = ["Winograd"]
