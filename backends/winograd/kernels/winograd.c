/* The Winograd transforms of one instruction-set level: compiled once for each. */
#include "winograd.h"
#include "level.h"

#include <string.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

/* Of three vectors side by side, every third element from k on: those that the first two have, then
 * the others put in their places. */
#define THIRD_OF_TWO(j, k) (3 * (j) + (k) < 2 * LANES ? 3 * (j) + (k) : 0)
#define THIRD_OF_ALL(j, k) (3 * (j) + (k) < 2 * LANES ? (j) : 3 * (j) + (k) - LANES)

/* Two vectors whose elements alternate: the first half, and the second. */
#define ZIP_LOW(j, d) ((j) / 2 + (j) % 2 * LANES)
#define ZIP_HIGH(j, d) (ZIP_LOW(j, d) + LANES / 2)
/* Tiles by filters whose sums are in registers, beside the vectors of tiles and a weight. */
#if defined(__AVX512F__) || defined(__aarch64__)
#define LANES_FILTERS_1 16
#define LANES_FILTERS_2 12
#define LANES_FILTERS_4 6
#else
#define LANES_FILTERS_1 12
#define LANES_FILTERS_2 6
#endif

/* Segments of vectors become tiles of 2 or 4 outputs. */
#define LANES_2(definition) definition
#define LANES_3(definition)
#define LANES_4(definition) definition
#define MEMBER_2(member) member
#define MEMBER_3(member) NULL
#define MEMBER_4(member) member

#define TEMPLATE "winograd.inc.h"
#include "instantiate.h"

pc_igemm_kernel JOIN(f32_igemm__, PC_LEVEL), JOIN(f64_igemm__, PC_LEVEL);

#define MEMBER(prefix, name, m, r) JOIN(prefix##_##name##_##m##_##r##__, PC_LEVEL)
#define ENTRY(prefix, m, r)                                                                        \
    {.outputs = m,                                                                                 \
     .taps = r,                                                                                    \
     .kernel = MEMBER(prefix, kernel, m, r),                                                       \
     .input = MEMBER(prefix, rows, m, r),                                                          \
     .split = MEMBER(prefix, split, m, r),                                                         \
     .input_split = MEMBER(prefix, input_split, m, r),                                             \
     .output = MEMBER(prefix, outputs, m, r),                                                      \
     .output_line = MEMBER(prefix, output_line, m, r),                                             \
     .output_plane = MEMBER(prefix, output_plane, m, r),                                           \
     .combine = JOIN(prefix##_combine__, PC_LEVEL),                                                \
     .merge = JOIN(prefix##_merge__, PC_LEVEL),                                                    \
     .lanes_rows = MEMBER_##m(MEMBER(prefix, lanes_rows, m, r)),                                   \
     .lanes_input = MEMBER_##m(MEMBER(prefix, lanes_input, m, r)),                                 \
     .igemm = JOIN(prefix##_igemm__, PC_LEVEL),                                                    \
     .lanes_multiply = JOIN(prefix##_lanes_multiply__, PC_LEVEL),                                  \
     .lanes_output = MEMBER_##m(MEMBER(prefix, lanes_output, m, r))},
#define ENTRY_F32(m, r) ENTRY(f32, m, r)
#define ENTRY_F64(m, r) ENTRY(f64, m, r)

static const pc_winograd transforms_f32[] = {TRANSFORMS(ENTRY_F32){0}};
static const pc_winograd transforms_f64[] = {TRANSFORMS(ENTRY_F64){0}};

const pc_winograd_table JOIN(pc_winograd_transforms_, PC_LEVEL) = {transforms_f32, transforms_f64};
