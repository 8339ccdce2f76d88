/* How large the elements of an array are. */
#ifndef POLYCONV_EXTENT_H
#define POLYCONV_EXTENT_H

#include "microkernels.h"

#include <math.h>

/* Bytes of magnitudes, side by side, the largest of which is that of all elements looked at so far;
 * all are zero before the first. */
enum { PC_MAGNITUDES = 64 };

/* Look at n elements. */
typedef void (*pc_look)(const void *x, pc_size n, void *most);

/* The kernels of one instruction-set level, for each element type of their own. */
typedef struct {
    pc_kernels kernels[PC_TYPES];
    pc_look look_f32, look_f64;
} pc_kernel_table;

/* For elements of `type`, which is no integer. */
pc_look pc_look_for(enum pc_type type);

/* The largest magnitude; NaN counts as infinite. */
static inline double pc_largest(enum pc_type type, const void *most) {
    const float *f32 = (const float *)most;
    const double *f64 = (const double *)most;
    double largest = 0;
    for (int i = 0; i < PC_MAGNITUDES / (type == PC_F32 ? 4 : 8); i++) {
        double here = type == PC_F32 ? f32[i] : f64[i];
        if (isnan(here))
            return INFINITY;
        largest = here > largest ? here : largest;
    }
    return largest;
}

#endif
