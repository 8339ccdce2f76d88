/* The copy kernels of one ISA level that convert float16; copy_kernels.h describes each. */
#ifndef POLYCONV_F16_H
#define POLYCONV_F16_H

#include "level.h"
#include "types.h"

#define F16(name) JOIN(name##_f16__, PC_LEVEL)

void F16(f32_read)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);
void F16(f64_read)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);
void F16(f32_pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                       pc_size right, const void *value, void *to, pc_size to_pitch);
void F16(f32_deinterleave)(const char *from, pc_size from_pitch, pc_size rows, pc_size n,
                           void *even, void *odd, pc_size to_pitch);
void F16(f32_store_rows)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                         const float *bias, int bias_per_column, char *out, pc_size out_pitch);

#endif
