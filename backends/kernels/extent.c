/* The largest magnitude of an array, in one pass; compiled once per level, as microkernels.c is.
 *
 * Without its sign, a floating-point number of IEEE 754 is the larger the larger its bits are, read
 * as an integer, and NaN is above infinity.
 */
#include "extent.h"
#include "level.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define LARGEST(name, T, BITS)                                                                     \
    double JOIN(pc_largest_##name##_, PC_LEVEL)(const void *x, pc_size n) {                        \
        const BITS *bits = x, magnitude = (BITS)-1 >> 1;                                           \
        BITS most = 0;                                                                             \
        T value;                                                                                   \
        for (pc_size i = 0; i < n; i++) {                                                          \
            BITS here = bits[i] & magnitude;                                                       \
            most = here > most ? here : most;                                                      \
        }                                                                                          \
        memcpy(&value, &most, sizeof value);                                                       \
        return isnan(value) ? INFINITY : value;                                                    \
    }
LARGEST(f32, float, uint32_t)
LARGEST(f64, double, uint64_t)
