/* The micro-kernels of one instruction-set level: compiled once for each, with PC_LEVEL its name.
 *
 * A tile of sums stays in registers over all taps: with 32 vector registers 6 x 4, 8 x 3 or 8 x 2
 * sums, with 16 of them 6 x 2, so that every loaded vector feeds several multiply-adds.
 */
#include "microkernels.h"
#include "level.h"

#include <stdint.h>
#include <string.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

#if defined(__AVX512F__) || defined(__aarch64__)
#define CHANNEL_VECTORS 4
#define ROW_VECTORS 4
#define PIXEL_VECTORS_1 8
#define PIXEL_VECTORS_2 8
#define PIXEL_VECTORS_4 6
#else
#define CHANNEL_VECTORS 2
#define ROW_VECTORS 2
#define PIXEL_VECTORS_1 8
#define PIXEL_VECTORS_2 5
#define PIXEL_VECTORS_4 3
#endif
#define CHANNEL_PIXELS 8
#define CELL_ROWS 3
#if defined(__AVX512F__) || defined(__aarch64__)
#define CELL_PIXELS 8
#define WALK_ROWS 6
#else
#define CELL_PIXELS 4
#define WALK_ROWS 2
#endif
/* Input columns of some rows that are in registers at most. */
#define WALK_VALUES 13
/* Pixels of a row, of all channels, that are still in the L1 cache when rows below read them. */
#define WALK_PIXELS 8

/* Keeps the compiler from loading a vector anew for each of its uses. */
#if defined(__AVX512F__)
#define IN_REGISTER(vector) __asm__("" : "+v"(vector))
#elif defined(__x86_64__)
#define IN_REGISTER(vector) __asm__("" : "+x"(vector))
#else
#define IN_REGISTER(vector)
#endif
/* Keeps it from keeping the places of all vectors of a tile in registers, which are too few. */
#if defined(__GNUC__)
#define IN_POINTER(pointer) __asm__("" : "+r"(pointer))
#else
#define IN_POINTER(pointer)
#endif
/* A page ahead, which is further than processors guess. */
#define PREFETCH(from) __builtin_prefetch((const char *)(from) + 4096)

#define T float
#define LANES (VECTOR_BYTES / 4)
#define LANE_LIST LIST_BY_4
#define PREFIX f32_
#include "microkernels.inc.h"
#include "rows.inc.h"
#include "walk.inc.h"
#include "cells.inc.h"
#undef VEC
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

#define T double
#define LANES (VECTOR_BYTES / 8)
#define LANE_LIST LIST_BY_8
#define PREFIX f64_
#include "microkernels.inc.h"
#include "rows.inc.h"
#include "walk.inc.h"
#include "cells.inc.h"
#undef VEC
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

/* Integers are multiplied in several steps, beside which more pixels at a time save little. */
#undef CELL_PIXELS
#undef WALK_ROWS
#define CELL_PIXELS 2
#define WALK_ROWS 2
#define T uint64_t
#define LANES (VECTOR_BYTES / 8)
#define LANE_LIST LIST_BY_8
#define PREFIX u64_
#include "microkernels.inc.h"
#include "rows.inc.h"
#include "walk.inc.h"
#include "cells.inc.h"
#undef VEC
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

#define KERNELS(type, prefix)                                                                      \
    {.lanes = VECTOR_BYTES / sizeof(type),                                                         \
     .channel_vectors = CHANNEL_VECTORS,                                                           \
     .cells = JOIN(prefix##_cells__, PC_LEVEL),                                                    \
     .channels = JOIN(prefix##_channels__, PC_LEVEL),                                              \
     .pixels = JOIN(prefix##_pixels__, PC_LEVEL),                                                  \
     .rows = JOIN(prefix##_rows__, PC_LEVEL),                                                      \
     .pad_rows = JOIN(prefix##_pad_rows__, PC_LEVEL),                                              \
     .pick_rows = JOIN(prefix##_pick_rows__, PC_LEVEL),                                            \
     .split = JOIN(prefix##_split__, PC_LEVEL),                                                    \
     .store_rows = JOIN(prefix##_store_rows__, PC_LEVEL),                                          \
     .transpose = JOIN(prefix##_transpose__, PC_LEVEL)}

const pc_kernels JOIN(pc_kernels_, PC_LEVEL)[PC_TYPES] = {
    [PC_F32] = KERNELS(float, f32),
    [PC_F64] = KERNELS(double, f64),
    [PC_U64] = KERNELS(uint64_t, u64),
};
