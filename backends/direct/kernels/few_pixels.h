/* Micro-kernel few_pixels: products of a matrix of filters with the patches of few pixels.
 *
 * Filters are read without packing, each element once from memory, because packing would read and
 * write all of them once more. The table is separate from that of direct_kernels.h, whose
 * micro-kernels take minutes to compile.
 */
#ifndef POLYCONV_FEW_PIXELS_H
#define POLYCONV_FEW_PIXELS_H

#include "types.h"

/* Filter f has `reduction_len` elements from w[f * reduction_len] on, the patch of pixel p the same
 * number from x[p * patch_step] on. */
typedef struct {
    pc_size reduction_len, filters, pixels, patch_step;
} pc_few_pixels_args;

/* Write the sum of filter f and pixel p to sums[f * pixels + p]. */
typedef void pc_few_pixels_kernel(const pc_few_pixels_args *args, const void *x, const void *w,
                                  void *sums);

/* The micro-kernels of one ISA level. */
typedef struct {
    pc_few_pixels_kernel *f32, *f64;
} pc_few_pixels_table;

/* Maximum products that a lane sums before lanes are added; with the additions of lanes, the chain
 * of roundings is no longer than in other micro-kernels of direct. */
#define PC_FEW_PIXELS_CHAIN 64

/* Return the micro-kernel for float or double at the level that isa.h chooses. */
pc_few_pixels_kernel *pc_few_pixels_kernel_for(enum pc_type type);

#endif
