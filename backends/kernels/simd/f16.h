/* What the kernels of one instruction-set level do with half precision: see microkernels.h. */
#ifndef POLYCONV_HALVES_H
#define POLYCONV_HALVES_H

#include "microkernels.h"
#include "level.h"

#define HALVES(name) JOIN(name##_halves__, PC_LEVEL)

void HALVES(f32_read)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);
void HALVES(f64_read)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);
void HALVES(f32_pad)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                     pc_size right, const void *value, void *to, pc_size to_pitch);
void HALVES(f32_split)(const char *from, pc_size from_pitch, pc_size rows, pc_size n, void *even,
                       void *odd, pc_size to_pitch);
void HALVES(f32_write)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                       const float *bias, int each, char *out, pc_size out_pitch);

#endif
