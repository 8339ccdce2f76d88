/* The largest magnitude (max_abs) of an array of floats.
 *
 * The copy kernel `max_abs` keeps one running maximum in each of PC_MAX_ABS_BYTES / itemsize lanes,
 * so that its loop has no horizontal step; pc_max_abs reduces the lanes once at the end. All bytes
 * are zero before the first call.
 */
#ifndef POLYCONV_MAX_ABS_H
#define POLYCONV_MAX_ABS_H

#include "types.h"

#include <math.h>

/* One vector of the widest level (AVX-512). */
enum { PC_MAX_ABS_BYTES = 64 };

/* Return the largest magnitude in `maxima`; NaN counts as infinite. */
static inline double pc_max_abs(enum pc_type type, const void *maxima) {
    const float *f32 = (const float *)maxima;
    const double *f64 = (const double *)maxima;
    double max = 0;
    for (int i = 0; i < PC_MAX_ABS_BYTES / (type == PC_F32 ? 4 : 8); i++) {
        double lane = type == PC_F32 ? f32[i] : f64[i];
        if (isnan(lane))
            return INFINITY;
        max = lane > max ? lane : max;
    }
    return max;
}

#ifdef PC_LEVEL
#include "level.h"
void JOIN(f32_max_abs__, PC_LEVEL)(const void *x, pc_size n, void *maxima);
void JOIN(f64_max_abs__, PC_LEVEL)(const void *x, pc_size n, void *maxima);
#endif

#endif
