/* Micro-kernels of direct convolution: the innermost loops, one set for each ISA level and element
 * type.
 *
 *     igemm      output channels in the lanes, an indirect GEMM        kernels/simd/igemm.c, shared
 *     spatial    neighbouring pixels in the lanes                      simd/spatial.c
 *     signal     samples in the lanes, one filter, one row             simd/signal.c
 *     stencil    pixels in the lanes, one filter, several output rows  simd/stencil.c
 *     depthwise  channels in the lanes, one filter for each            simd/depthwise.c
 *     stride2    every other pixel in the lanes, input not packed      simd/stride2.c
 *     stencil_zero_copy  small filters on planes that are not packed   simd/stencil_zero_copy.c
 *     unplanned  neighbouring pixels in the lanes, without a plan      simd/unplanned.c
 *     igemm_in_out  igemm that writes to the result                    simd/igemm_in_out.c
 *     spatial_interleaved  spatial with results of filters interleaved simd/spatial_interleaved.c
 *
 * They know nothing of ranks, dilations or groups: the caller lists where pixels and taps are read.
 * For igemm and spatial,
 *
 *     element read for pixel p and tap j  =  x[pixel[p] + tap[j]]
 *
 * A call sums its taps from zero in registers, then stores the sums or adds them to `sums`. Long
 * dot products are thereby summed in two levels, which keeps rounding errors small. All offsets,
 * pitches and steps count elements. Pointers are aligned to the element, not to vectors.
 */
#ifndef POLYCONV_DIRECT_KERNELS_H
#define POLYCONV_DIRECT_KERNELS_H

#include "igemm.h"

/* A bound that no row or column reaches: half of pc_size's range, so that offsets can be added. */
#define PC_UNBOUNDED (PTRDIFF_MAX / 2)

/* Maximum taps of a panel that eight filters of spatial share. With 3 vectors of pixels it takes 30
 * KiB, which fits into an L1 of 32 or 48 KiB, and it holds a 7x7 window of three channels (147
 * taps). Panels of fewer taps have more vectors, in at most PC_PANEL_BYTES. Structural: an L1 of 48
 * KiB. */
#define PC_PANEL_TAPS 160
#define PC_PANEL_BYTES (48 << 10)

/* Pixels in the lanes: vector v covers x[pixel[v]], x[pixel[v] + 1], ... */
typedef struct {
    const pc_size *pixel, *sums_at; /* offset of each vector in x, and in the sums of a filter */
    const pc_size *tap;
    const void *bias; /* one for each filter, or NULL */
    pc_size vectors, taps;
    /* Vectors computed for all filters before the next ones; those of a panel that has `taps` taps
     * take at most PC_PANEL_BYTES. */
    pc_size vector_block;
    pc_size max_taps;             /* taps summed in one chain, at most */
    pc_size filters, sums_stride; /* from the sums of a filter to those of the next */
    pc_size w_step;               /* from the weights of a filter to those of the next */
    int oc_block;                 /* filters of a register block: 1, 2, 4 or 8 */
    int add;                      /* add to the sums; see spatial.c for vectors that overlap */
    int prefetches_sums;          /* prefetch the lines of the sums, which are not in L2 */
    int prefetches_pixels;        /* the same of pixels that 8 filters read without a panel */
} pc_spatial_args;

/* w is [filters / oc_block][w_step][oc_block], of which `taps` are read, the last block filled up;
 * sums is [filters][sums_stride]. */
typedef void pc_spatial_kernel(const pc_spatial_args *spatial, const void *x, const void *w,
                               void *sums);

/* One filter on one signal, whose taps are one chain: see signal.c. */
typedef struct {
    const pc_size *tap;
    const void *bias; /* one value, or NULL */
    pc_size taps;
} pc_signal_args;

/* Compute `samples` neighbouring outputs, at least as many as a vector has. */
typedef void pc_signal_kernel(const pc_signal_args *signal, const void *x, const void *w,
                              pc_size samples, void *out);

/* One filter on one channel plane (stencil), or one filter for each channel with channels in the
 * lanes (depthwise). Output row r and kernel row t meet in input row r * stride + t; the first
 * pixel and kernel column s meet at x[(r * stride + t) * pitch + column[s]]. */
typedef struct {
    const void *w; /* w[t * w_pitch + s]; depthwise: w[v * w_vector + t * w_pitch + s * lanes] */
    const pc_size *column;
    const void *bias; /* one value; depthwise: one for each channel; NULL is none */
    pc_size w_pitch, height, width;
    pc_size pitch, stride; /* stencil: a stride of 2 needs a height of 3 or 5, else it is 1 */
    pc_size first, last;   /* input rows before `first`, and from `last` on, may be skipped */
    pc_size out_pitch;
    int add;         /* add to the sums instead of overwriting them */
    int nontemporal; /* stencil: stream stores; not with `add` */
    int prefetches;  /* stencil: the block of rows below, as high as this one, goes into L2 */

    /* Depthwise only. */
    pc_size vectors, w_vector; /* vectors of channels; from the weights of one to the next */
    pc_size slices, slice_pitch,
        w_slice;            /* kernel depth; from one slice of x, and of w, to the next */
    pc_size step, out_step; /* from one pixel of x, and of the sums, to the next */
    pc_size left, right; /* elements of a row before `left`, and from `right` on, may be skipped */
} pc_stencil_args;

/* Compute `rows` x `pixels` outputs of one filter. x must be readable by whole vectors beyond each
 * row; exactly `pixels` sums per row are written. */
typedef void pc_stencil_kernel(const pc_stencil_args *stencil, const void *x, pc_size rows,
                               pc_size pixels, void *sums);

/* Compute `rows` x `pixels` outputs of vectors of channels, one filter for each channel. */
typedef void pc_depthwise_kernel(const pc_stencil_args *stencil, const void *x, pc_size rows,
                                 pc_size pixels, void *sums);

/* One small square filter on one plane of the caller's array. Output row r, kernel row t, pixel p
 * and kernel column s meet at x[(r * stride + t) * pitch + p * stride + s]. */
typedef struct {
    const void *w;       /* w[t * kernel + s] */
    const void *bias;    /* one value, or NULL */
    pc_size kernel;      /* 3 or 5 */
    pc_size stride;      /* 1 or 2 */
    pc_size first, last; /* input rows before `first`, and from `last` on, are zero padding */
    pc_size left, right; /* columns before `left`, and from `right` on, are zero padding */
    pc_size pitch, out_pitch;
    pc_size next_x, next_out; /* distance to the next plane, which is prefetched */
    int finite;               /* products with padding may be left out */
} pc_zero_copy_args;

/* Compute `rows` x `pixels` outputs of one filter. Only input that is not padding is read; exactly
 * `pixels` sums per row are written. */
typedef void pc_stencil_zero_copy_kernel(const pc_zero_copy_args *args, const void *x,
                                         pc_size rows, pc_size pixels, void *out);

/* Filters three columns wide at a stride of 2, every other pixel in the lanes. The first window
 * starts at x[0], which is not read if it is padding. */
typedef struct {
    const void *w;       /* as for `spatial` */
    const void *bias;    /* one for each filter, or NULL */
    const void *padding; /* two vectors of the padding value */
    pc_size channels, height;
    pc_size channel, line; /* elements from one channel to the next, and from one row to the next */
    pc_size stride;        /* the vertical stride, in rows */
    pc_size first, last;           /* input rows before `first`, and from `last` on, are padding */
    int left;                      /* the first column is padding */
    pc_size rows, width;           /* outputs; width >= lanes */
    pc_size filters, sums_stride, out_pitch;
    int oc_block; /* filters of a register block: 4 or 8 */
    const char *next; /* memory that is prefetched into L2 */
    pc_size next_bytes;
} pc_stride2_args;

typedef void pc_stride2_kernel(const pc_stride2_args *stride2, const void *x, void *sums);

/* One small image, packed with its padding, in which outputs of a row are neighbours: tap j of the
 * first output reads x[tap[j]], and is multiplied by w[weight[j]]. */
typedef struct {
    const pc_size *tap, *weight; /* in the order of the sums */
    const void *bias;            /* one for each filter, or NULL */
    pc_size taps, filters;
    pc_size w_step, out_step; /* from a filter's weights, and results, to those of the next */
    pc_size out[3];           /* outputs: depth, height, width */
    pc_size step[2];          /* elements of x from an output to that one plane or row below it */
    int add;                  /* add to the outputs instead of overwriting them */
} pc_unplanned_args;

/* Write [filters][depth][height][width] outputs, `out_step` apart from filter to filter. */
typedef void pc_unplanned_kernel(const pc_unplanned_args *unplanned, const void *x, const void *w,
                                 void *out);

/* igemm whose last sums are written to a result in which the channels of a pixel are adjacent. */
typedef struct {
    const pc_size *pixel, *out_at; /* offset of each pixel in x, and in `out` */
    const pc_size *tap;
    const void *sums; /* [pixels][vectors * lanes] to add, or NULL */
    const void *bias; /* one for each channel, or NULL */
    const void *next; /* as for igemm */
    pc_size pixels, taps;
    pc_size channels; /* channels that are written: more than vectors - 1 vectors */
    int vectors;
    int add; /* add to what `out` holds, in which all lanes are channels */
} pc_igemm_in_out_args;

/* w is that of igemm. */
typedef void pc_igemm_in_out_kernel(const pc_igemm_in_out_args *igemm, const void *x,
                                    const void *w, void *out);

/* Filters of spatial_interleaved's register block: structural, 8x3 or 4x3 sums. */
#define INTERLEAVED_FILTERS (VECTOR_REGISTERS / 4)

/* Pixels in the lanes; `parts` filters are adjacent outputs of one channel of the result. Filters
 * are listed place by place: results of place p begin p / places planes and p % places rows after
 * `out`, out_plane and out_row elements apart. */
typedef struct {
    void *out; /* the first place */
    const pc_size *pixel, *out_at; /* offset of each vector in x, and of its results in a channel */
    const pc_size *tap;
    const void *bias; /* one for each filter, or NULL */
    pc_size vectors, taps;
    pc_size filters, filters_of_place; /* multiples of the register block's */
    pc_size place, filter;             /* the first filter's place, and its number there */
    pc_size places, out_row, out_plane;
    pc_size w_step;         /* from the weights of a filter to those of the next */
    pc_size channel_stride; /* from a channel of the result to the next */
    int parts;              /* 2, 4 or, with a block of 8 filters, 8 */
} pc_spatial_interleaved_args;

/* w is that of spatial, with the register block's filters in an oc_block. */
typedef void pc_spatial_interleaved_kernel(const pc_spatial_interleaved_args *spatial,
                                           const void *x, const void *w);

typedef struct {
    int lanes; /* elements of a vector */
    pc_igemm_kernel *igemm;
    pc_spatial_kernel *spatial;
    pc_signal_kernel *signal; /* NULL for int16x2 and int8x4 */
    pc_stencil_kernel *stencil;
    pc_depthwise_kernel *depthwise;
    pc_stride2_kernel *stride2; /* NULL with 16 vector registers, and for int16x2 */
    pc_stencil_zero_copy_kernel *stencil_zero_copy; /* NULL but for floats with AVX-512 */
    pc_unplanned_kernel *unplanned; /* NULL but for floats and integers of 64 bits */
    pc_igemm_in_out_kernel *igemm_in_out;               /* NULL but for floats */
    pc_spatial_interleaved_kernel *spatial_interleaved; /* NULL but for floats */
    int interleaved_filters;                            /* of its register block */
} pc_direct_kernels;

/* The micro-kernels of one ISA level. */
typedef struct {
    pc_direct_kernels kernels[PC_TYPES];
} pc_direct_table;

/* Return the micro-kernels for elements of `type` at the level that isa.h chooses; those of int16x2
 * use VNNI where the processor has it. int8x4 has igemm and spatial with VNNI, and NULL else. */
const pc_direct_kernels *pc_direct_kernels_for(enum pc_type type);

#endif
