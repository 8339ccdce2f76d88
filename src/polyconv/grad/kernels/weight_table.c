/* The table of kernels of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "weight.h"

#include "level.h"

#define KERNEL(element, name) JOIN(JOIN(element, name), PC_LEVEL)

pc_igemm_kernel KERNEL(f32, _igemm__), KERNEL(f64, _igemm__);
#define KERNELS(element)                                                                           \
    {                                                                                              \
        .igemm = KERNEL(element, _igemm__), .row_products = KERNEL(element, _row_products__),      \
        .sum_lanes = KERNEL(element, _sum_lanes__),                                                \
        .winograd_x = KERNEL(element, _winograd_x__),                                              \
        .winograd_g = KERNEL(element, _winograd_g__),                                              \
        .winograd_sums = KERNEL(element, _winograd_sums__),                                        \
    }

pc_sum_lanes_kernel KERNEL(f32, _sum_lanes__), KERNEL(f64, _sum_lanes__);
pc_winograd_tiles_kernel KERNEL(f32, _winograd_x__), KERNEL(f64, _winograd_x__);
pc_winograd_tiles_kernel KERNEL(f32, _winograd_g__), KERNEL(f64, _winograd_g__);
pc_winograd_sums_kernel KERNEL(f32, _winograd_sums__), KERNEL(f64, _winograd_sums__);
pc_row_products_kernel KERNEL(f32, _row_products__), KERNEL(f64, _row_products__);

const pc_weight_table JOIN(pc_weight_tables_, PC_LEVEL) = {
    .kernels = {
        [PC_F32] = KERNELS(f32),
        [PC_F64] = KERNELS(f64),
    },
};
