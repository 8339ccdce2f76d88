/* The gradient of weights in C: dw[k][c][t] = sum over outputs o of g[k][o] * x[c][o * stride + t *
 * dilation], for padded x. _planner.py decides and describes each number of a plan.
 *
 * A work item computes some weights over all tiles of outputs, in the order of the tiles. No weight
 * is computed by two items, so results do not depend on the number of workers.
 */
#ifndef POLYCONV_WEIGHT_H
#define POLYCONV_WEIGHT_H

#include "igemm.h"
#include "pack.h"
#include "stop_token.h"

/* The fields of `_records.WeightAxis`, which says what they are. */
typedef struct {
    pc_size out, tile, tiles, kernel, stride, dilation, step, packed;
} pc_weight_axis;

/* The fields of `_records.WeightShape`, which says what they are. */
typedef struct {
    pc_size batch, groups, ic_per_group, oc_per_group, taps, itemsize;
    pc_size phases, pitch, plane, pixels, interleave;
    pc_size ic_block, ic_splits, oc_block, oc_splits, panels, sum_block, lanes;
    pc_size g_offset, sums_offset, tables_offset, workspace, items;
    int zero_copy;
} pc_weight_shape;

/* The fields of `_records.WinogradShape`, which says what they are. */
typedef struct {
    pc_size images, tile_rows, tile_columns, block_rows, block_columns, block_tiles, blocks, chain;
    pc_size ic_pitch, x_point, g_point, sum_point;
    pc_size packed_offset, results_offset;
} pc_weight_winograd;

/* Vectors of one row of outputs times those of several rows of the input, summed lane by lane.
 *
 * totals[t][lane] += sum over rows r and vectors i of g[r * g_pitch + i * g_step] * x[t][r *
 * x_pitch + i * x_step], for `taps` <= PC_MAX_ROW_TAPS places x[t]. The last vector of each row has
 * `tail` lanes, if that is not 0; of x, whole vectors are read. Counts are of elements. */
typedef struct {
    const void *g;
    pc_size g_pitch, g_step;
    const void *const *x;
    pc_size x_pitch, x_step;
    pc_size rows, vectors, tail;
    int taps;
    void *totals;
} pc_row_products;

/* Nine sums, a vector of g and one of x fit into 16 registers. */
#define PC_MAX_ROW_TAPS 9

typedef void pc_row_products_kernel(const pc_row_products *products);

/* Write the sum of the lanes of each of `count` vectors to places `step` bytes apart, pair by
 * pair. */
typedef void pc_sum_lanes_kernel(const void *totals, pc_size count, char *out, pc_size step);

/* Points of F(3, 4) along an axis, and so inputs of a tile. */
#define PC_WINOGRAD_POINTS 6

/* Transform a row of tiles of a vector of channels. `from` has a vector for each pixel, `row_step`
 * elements between rows, and 4 pixels between tiles. Point i of tile t is written to element i *
 * point_step + t * tile_step. */
typedef struct {
    const void *from;
    pc_size row_step, tiles;
    void *to;
    pc_size tile_step, point_step;
} pc_winograd_tiles;

typedef void pc_winograd_tiles_kernel(const pc_winograd_tiles *tiles);

/* Transform sums[36][rows][vectors], `point_step` elements between points, to [rows][9][vectors].
 * Return true if all results are finite. */
typedef int pc_winograd_sums_kernel(const void *sums, pc_size point_step, pc_size rows, int vectors,
                                    void *to);

typedef struct {
    pc_igemm_kernel *igemm;
    pc_row_products_kernel *row_products;
    pc_sum_lanes_kernel *sum_lanes;
    pc_winograd_tiles_kernel *winograd_x, *winograd_g;
    pc_winograd_sums_kernel *winograd_sums;
} pc_weight_kernels;

/* The kernels of one ISA level, for PC_F32 and PC_F64. */
typedef struct {
    pc_weight_kernels kernels[2];
} pc_weight_table;

const pc_weight_kernels *pc_weight_kernels_for(enum pc_type type);

/* All that does not depend on arrays. */
typedef struct {
    pc_weight_axis axes[3];   /* winograd: of a row of tiles */
    pc_weight_axis depth;     /* of winograd */
    pc_weight_shape shape;
    pc_weight_winograd winograd;
    pc_axis input_axes[3];
    pc_reader reader;         /* of rows of x */
    pc_convert convert_g;     /* elements of g to the kernels' type */
    int same_x, same_g;       /* they have the kernels' type */
    pc_size x_itemsize, g_itemsize;
    const pc_size *taps;      /* where each is in packed x, in packed pixels from the first one */
    const pc_weight_kernels *kernels;
    const pc_copy_kernels *copies;
} pc_weight_plan;

/* Arrays of one call; strides are in bytes. `out` has the kernels' type. */
typedef struct {
    const char *x, *g;
    char *out;
    pc_size x_batch, x_channel, x_stride[3];
    pc_size g_batch, g_channel, g_stride[3];
    pc_size out_oc, out_ic, out_tap;
    int *finite; /* winograd sets it to 0 if a result is not finite */
} pc_weight_arrays;

/* A tile of outputs of one image. */
typedef struct {
    pc_size image, start[3], size[3];
} pc_weight_tile;

/* Compute a work item in a worker's memory, or part of it if `token` says stop. */
typedef void pc_weight_item(const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item,
                            char *memory, pc_stop_token *token);
pc_weight_item pc_weight_igemm, pc_weight_depthwise, pc_weight_row_products;
pc_weight_item pc_weight_winograd_item;

/* ---- what igemm and winograd share ---- */

/* The part of the weights that a work item computes: a group, input channels, and panels of output
 * channels. */
typedef struct {
    pc_size group, first_ic, last_ic, first_panel, last_panel;
} pc_weight_part;
pc_weight_part pc_weight_part_of(const pc_weight_shape *shape, pc_size item);

/* Sum `rows` weights of a panel over `count` outputs, which `weights` and `outputs` list: `parts`
 * of the outputs in turn. */
void pc_weight_multiply(const pc_weight_plan *plan, const char *x, const pc_size *weights,
                        pc_size rows, const pc_size *outputs, pc_size count, pc_size parts,
                        const char *g, char *sums, int add);

/* Write the weights of input channels from `first_ic` on and of a panel. Rows of sums are the taps
 * of each channel, or `by_tap` the channels of each tap. */
void pc_weight_store(const pc_weight_plan *plan, const pc_weight_arrays *a, const char *sums,
                     pc_size first_ic, pc_size ics, pc_size first_oc, pc_size ocs, int by_tap);

/* ---- packing ---- */

/* Return the number of tiles, and set one of them. */
pc_size pc_weight_tiles(const pc_weight_plan *plan);
void pc_weight_locate(const pc_weight_plan *plan, pc_size index, pc_weight_tile *tile);

/* Pack what a tile reads of `channels` channels of x from `first` on. Without `interleave`, each is
 * packed[0] * packed[1] rows of `phases` rows of `pitch` elements: a coordinate along the last axis
 * is in phase coordinate % phases. With it, pixels of `interleave` channels lie side by side. */
void pc_weight_pack_x(const pc_weight_plan *plan, const pc_weight_arrays *a,
                      const pc_weight_tile *tile, pc_size first, pc_size channels, char *to);

/* Pack `channels` channels of g from `first` on as pixels of `width` channels, side by side. */
void pc_weight_pack_g(const pc_weight_plan *plan, const pc_weight_arrays *a,
                      const pc_weight_tile *tile, pc_size first, pc_size channels, pc_size width,
                      char *to);

/* Return the address of an output of a tile, of channel `channel` of g. */
const char *pc_weight_output(const pc_weight_arrays *a, const pc_weight_tile *tile,
                             pc_size channel);

#endif
