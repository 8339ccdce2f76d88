/* How many sums the micro-kernels keep in registers over all taps: with 32 vector registers 6 x 4,
 * 8 x 3 or 8 x 2 of them, with 16 registers 6 x 2, so that every loaded vector feeds several
 * multiply-adds.
 */
#ifndef POLYCONV_BLOCKING_H
#define POLYCONV_BLOCKING_H

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
/* Vectors of every other pixel, read where they stand; too few with 16 registers. */
#if defined(__AVX512F__) || defined(__aarch64__)
#define STRIDED_VECTORS 4
#define STRIDED(prefix) JOIN(prefix##_strided__, PC_LEVEL)
#else
#define STRIDED_VECTORS 0
#define STRIDED(prefix) NULL
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
/* A page ahead, which is further than processors guess. */
#define PREFETCH(from) __builtin_prefetch((const char *)(from) + 4096)
/* What is needed soon, into the L2 cache. */
#define PREFETCH_NEAR(from) __builtin_prefetch(from, 0, 2)
#define PC_LINE 64

/* One set of kernels, from the names of its functions, and what only some sets have. */
#define KERNELS(type, prefix, ...)                                                                 \
    {.lanes = VECTOR_BYTES / sizeof(type),                                                         \
     .channel_vectors = CHANNEL_VECTORS,                                                           \
     .cells = JOIN(prefix##_cells__, PC_LEVEL),                                                    \
     .channels = JOIN(prefix##_channels__, PC_LEVEL),                                              \
     .pixels = JOIN(prefix##_pixels__, PC_LEVEL),                                                  \
     .rows = JOIN(prefix##_rows__, PC_LEVEL),                                                      \
     .pad_rows = JOIN(prefix##_pad_rows__, PC_LEVEL),                                              \
     .pad_strided_rows = JOIN(prefix##_pick_rows__, PC_LEVEL),                                            \
     .strided = STRIDED(prefix),                                                                   \
     .split = JOIN(prefix##_split__, PC_LEVEL),                                                    \
     .store_rows = JOIN(prefix##_store_rows__, PC_LEVEL),                                          \
     .transpose = JOIN(prefix##_transpose__, PC_LEVEL),                                            \
     .transpose_complex = JOIN(prefix##_transpose_pairs__, PC_LEVEL),                                \
     __VA_ARGS__}

#endif
