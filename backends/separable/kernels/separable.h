/* The plan of a separable convolution in C, and the computation of one work item. planner.py
 * decides and describes each number of a plan.
 */
#ifndef POLYCONV_SEPARABLE_H
#define POLYCONV_SEPARABLE_H

#include "lines.h"
#include "pack.h"
#include "stop_token.h"

/* The fields of `SeparableAxis` in tiling.py, which describes them. */
typedef struct {
    pc_size n, lo, out, taps, stride, dilation, extent, tile, tiles;
    int box;
} pc_separable_axis;

/* The fields of `SeparableShape` in tiling.py, which describes them. */
typedef struct {
    pc_size items, filters, ic_per_group, oc_per_group, terms, interleave, parts;
    pc_size itemsize, x_itemsize, bias_itemsize, x_part_bytes, out_part_bytes;
    int same_as_x, is_volume, keeps, prefetches, fused_prefetches, fuses, places_ring;
    pc_size pitch, chains, plane_chains, row_ring, plane_ring, row_block, plane_block;
    pc_size phases, phase_pitch, packed_rows, packed_bytes, scratch, max_lines;
    pc_size zeroed, workspace;
} pc_separable_shape;

/* All that does not depend on weights or arrays. */
typedef struct {
    pc_separable_axis axes[3];
    pc_separable_shape shape;
    pc_axis input_axes[3];
    pc_reader readers[2]; /* of real and of imaginary parts */
    pc_writer writer;
    const pc_line_kernels *kernels;
    pc_max_abs_kernel max_abs; /* NULL for integers */
    const pc_size *column;     /* where each tap of the last axis is packed; NULL: 0, 1, 2, ... */
} pc_separable;

/* The vectors of all axes, each [output channel][input channel][term][set][taps]. A set is a real
 * vector; complex ones have the sets re, -im and im. */
typedef struct {
    const char *axes[3];
    pc_size sets;
} pc_factors;

/* Compute one work item in a worker's memory, or a part of it if `token` asks to stop. `maxima` are
 * the worker's running maxima, not used for integers. */
void pc_separable_compute(const pc_separable *plan, const pc_factors *factors, const pc_arrays *a,
                          pc_size item, char *memory, void *maxima, pc_stop_token *token);

#endif
