/* The Winograd transforms of one instruction-set level: compiled once for each. */
#include "winograd_transforms.h"
#include "level.h"

#include <string.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

/* Every third element of three consecutive vectors, from element k: first those of the first two
 * vectors, then those of the third inserted. */
#define THIRD_OF_TWO(j, k) (3 * (j) + (k) < 2 * LANES ? 3 * (j) + (k) : 0)
#define THIRD_OF_ALL(j, k) (3 * (j) + (k) < 2 * LANES ? (j) : 3 * (j) + (k) - LANES)

/* Register blocks of tiles_in_lanes: output channels for 1, 2 and 4 vectors of tiles. Accumulators,
 * vectors of tiles and one weight fit 32 or 16 registers. */
#if defined(__AVX512F__) || defined(__aarch64__)
#define TILES_MAX_OC_1 16
#define TILES_MAX_OC_2 12
#define TILES_MAX_OC_4 6
#else
#define TILES_MAX_OC_1 12
#define TILES_MAX_OC_2 6
#endif

/* tiles_in_lanes has transforms with 2 or 4 outputs: powers of two divide the lanes. */
#define TILES_IN_LANES_2(definition) definition
#define TILES_IN_LANES_3(definition)
#define TILES_IN_LANES_4(definition) definition
#define TILES_IN_LANES_6(definition)
#define TILES_MEMBER_2(member) member
#define TILES_MEMBER_3(member) NULL
#define TILES_MEMBER_4(member) member
#define TILES_MEMBER_6(member) NULL

#define TEMPLATE "winograd_transforms.inc.h"
#include "instantiate.h"

pc_igemm_kernel JOIN(f32_igemm__, PC_LEVEL), JOIN(f64_igemm__, PC_LEVEL);

#define MEMBER(prefix, name, m, r) JOIN(prefix##_##name##_##m##_##r##__, PC_LEVEL)
#define ENTRY(prefix, m, r)                                                                        \
    {.outputs = m,                                                                                 \
     .taps = r,                                                                                    \
     .transform_weights = MEMBER(prefix, transform_weights, m, r),                                 \
     .transform_input = MEMBER(prefix, transform_input, m, r),                                     \
     .deinterleave = MEMBER(prefix, deinterleave, m, r),                                           \
     .transform_input_deinterleave = MEMBER(prefix, transform_input_deinterleave, m, r),           \
     .transform_rows_deinterleave = MEMBER(prefix, transform_rows_deinterleave, m, r),             \
     .transform_output = MEMBER(prefix, transform_output, m, r),                                   \
     .output_1d = MEMBER(prefix, output_1d, m, r),                                                 \
     .output_2d = MEMBER(prefix, output_2d, m, r),                                                 \
     .add_scaled = JOIN(prefix##_add_scaled__, PC_LEVEL),                                          \
     .complex_from_real = JOIN(prefix##_complex_from_real__, PC_LEVEL),                            \
     .tiles_transform_height = TILES_MEMBER_##m(MEMBER(prefix, tiles_transform_height, m, r)),     \
     .tiles_transform_width = TILES_MEMBER_##m(MEMBER(prefix, tiles_transform_width, m, r)),       \
     .igemm = JOIN(prefix##_igemm__, PC_LEVEL),                                                    \
     .tiles_multiply = JOIN(prefix##_tiles_multiply__, PC_LEVEL),                                  \
     .tiles_transform_output = TILES_MEMBER_##m(MEMBER(prefix, tiles_transform_output, m, r))},
#define ENTRY_F32(m, r) ENTRY(f32, m, r)
#define ENTRY_F64(m, r) ENTRY(f64, m, r)

static const pc_winograd_transform transforms_f32[] = {TRANSFORMS(ENTRY_F32){0}};
static const pc_winograd_transform transforms_f64[] = {TRANSFORMS(ENTRY_F64){0}};

const pc_winograd_level JOIN(pc_winograd_transforms_, PC_LEVEL) = {transforms_f32, transforms_f64};
