/* Register blocks of direct's micro-kernels: sums that stay in registers over all taps.
 *
 * Structural constants: they follow from the 32 vector registers of AVX-512 and aarch64, or the 16
 * of AVX2 and SSE2, of which some hold loaded vectors. The larger the block, the more products
 * share a load.
 */
#ifndef POLYCONV_REGISTER_BLOCK_H
#define POLYCONV_REGISTER_BLOCK_H

#include "microkernel.h"

/* spatial: vectors of pixels for 1, 2, 4 and, with 32 registers, 8 filters. Eight filters share
 * each loaded vector, which halves the loads of four. */
#if VECTOR_REGISTERS == 32
#define SPATIAL_VECTORS_1 8
#define SPATIAL_VECTORS_2 8
#define SPATIAL_VECTORS_4 6
#define SPATIAL_VECTORS_8 3
#else
#define SPATIAL_VECTORS_1 8
#define SPATIAL_VECTORS_2 5
#define SPATIAL_VECTORS_4 3
#endif

/* stencil: vectors of a row; rows are 6, or 8 with a single vector. */
#define STENCIL_VECTORS (VECTOR_REGISTERS / 8)

/* stencil_zero_copy: maximum vectors of a row. 3x4 sums and 3x3 weights take 21 registers. */
#define ZERO_COPY_VECTORS 4

/* depthwise: output rows x pixels, each a vector of channels: 3 x 8 with 32 registers, 3 x 4 with
 * 16; integers 3 x 4 and 3 x 2. An integer product takes several instructions, so that sharing
 * loads saves little, and larger blocks would only enlarge the code. 4 pixels still pay for kernels
 * of one row, which load both factors: they take 0.69 of the time of 2 (uint64, 679 taps, Zen 4, 1
 * core, 2026-11-30, two builds by `abgate OLD NEW`). */
#define DEPTHWISE_ROWS 3
#if INTEGER_PRODUCTS
#define DEPTHWISE_PIXELS (VECTOR_REGISTERS / 8)
#define SLIDING_ROWS 2
#elif VECTOR_REGISTERS == 32
#define DEPTHWISE_PIXELS 8
#define SLIDING_ROWS 6
#else
#define DEPTHWISE_PIXELS 4
#define SLIDING_ROWS 2
#endif
/* depthwise_sliding: vectors of one input column: 6 rows at a stride of 2, 3x3. */
#define SLIDING_VALUES 13
/* depthwise_sliding: pixels of a row, for all channels, that the rows below still find in L1. */
#define SLIDING_PIXELS 8

/* stride2: maximum vectors of pixels. 16 registers cannot hold its sums and three columns of
 * windows. */
#if VECTOR_REGISTERS == 32
#define STRIDE2_MAX_VECTORS 4
#endif

/* Hints besides those of level.h: a loop that is not unrolled, because its body is large, and the
 * prefetch of a line that will be written. */
#ifdef __clang__
#define NO_UNROLL _Pragma("clang loop unroll(disable)")
#else
#define NO_UNROLL _Pragma("GCC unroll 1")
#endif
#define PREFETCH_WRITE(to) __builtin_prefetch(to, 1, 3)

#endif
