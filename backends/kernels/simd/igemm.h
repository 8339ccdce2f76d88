/* Micro-kernel igemm: an indirect GEMM with output channels in the lanes.
 *
 * `direct` and `winograd` link it; each folder's table holds its pointer, FN(igemm) of the level.
 */
#ifndef POLYCONV_IGEMM_H
#define POLYCONV_IGEMM_H

#include "types.h"

/* Sum sums[p][k] = sum over j of x[pixel[p] + tap[j]] * w[j][k], for `pixels` pixels and
 * vectors * lanes channels k. w is [taps][vectors * lanes] and sums [pixels][vectors * lanes];
 * 1 <= vectors <= NR_VECTORS of level.h. `add` adds to the sums, otherwise they are overwritten.
 * With int8x4, the row in front of w holds the sums to start from, unless they are added to.
 * Offsets count elements; pointers are aligned to the element.
 *
 * `next`, unless it is NULL, are the weights of the next call, as many as `w`. They are prefetched
 * if `vectors` is NR_VECTORS, or 3 of 4, and the elements are floats or integers of 32 or 64 bits.
 * They may lie after the last weights. From 12 pixels on the prefetches are spread among the
 * products. */
typedef void pc_igemm_kernel(const void *x, const pc_size *pixel, pc_size pixels,
                             const pc_size *tap, pc_size taps, const void *w, int vectors,
                             void *sums, int add, const void *next);

#endif
