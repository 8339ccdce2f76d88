/* The table of the micro-kernel few_pixels at one ISA level; compiled once for each. */
#include "few_pixels.h"
#include "level.h"

#define KERNEL(element) JOIN(element##_few_pixels__, PC_LEVEL)

pc_few_pixels_kernel KERNEL(f32), KERNEL(f64);

const pc_few_pixels_table JOIN(pc_few_pixels_tables_, PC_LEVEL) = {
    .f32 = KERNEL(f32),
    .f64 = KERNEL(f64),
};
