/* The micro-kernels of one instruction-set level: compiled once for each, with PC_LEVEL its name. */
#include "max_abs.h"
#include "microkernels.h"
#include "level.h"
#include "blocking.h"
#include "f16.h"

#include <stdint.h>
#include <string.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

/* Each source says what a multiply-add is; one of the factors may be a single element. */
#define MULTIPLY_ADD(sum, a, b) (sum) += (a) * (b)

#define TEMPLATE "modes.inc.h"
#include "instantiate.h"

/* Integers are multiplied in several steps, beside which more pixels at a time save little. */
#undef CELL_PIXELS
#undef WALK_ROWS
#define CELL_PIXELS 2
#define WALK_ROWS 2
#define T uint64_t
#define LANES (VECTOR_BYTES / 8)
#define LANE_LIST LIST_BY_8
#define PREFIX u64_
#include "modes.inc.h"
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

#define T uint32_t
#define LANES (VECTOR_BYTES / 4)
#define LANE_LIST LIST_BY_4
#define PREFIX u32_
#include "modes.inc.h"
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

void JOIN(pc_look_f32_, PC_LEVEL)(const void *x, pc_size n, void *most);
void JOIN(pc_look_f64_, PC_LEVEL)(const void *x, pc_size n, void *most);

const pc_kernel_table JOIN(pc_kernel_tables_, PC_LEVEL) = {
    .look_f32 = JOIN(pc_look_f32_, PC_LEVEL),
    .look_f64 = JOIN(pc_look_f64_, PC_LEVEL),
    .kernels = {
    [PC_F32] = KERNELS(float, f32, .read_halves = HALVES(f32_read), .pad_halves = HALVES(f32_pad),
                       .split_halves = HALVES(f32_split), .write_halves = HALVES(f32_write)),
    [PC_F64] = KERNELS(double, f64, .read_halves = HALVES(f64_read)),
    [PC_U64] = KERNELS(uint64_t, u64),
    [PC_U32] = KERNELS(uint32_t, u32),
    },
};
