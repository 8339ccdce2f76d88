/* Running maxima of magnitudes, in one pass; compiled once for each ISA level.
 *
 * With the sign bit cleared, IEEE 754 numbers compare as their bits do when read as integers, and
 * NaN compares above infinity. An integer maximum therefore keeps NaN, which a float maximum may
 * drop.
 */
#include "max_abs.h"

#include "level.h"

#define MAX_ABS(element, BITS)                                                                     \
    INLINE void element##_max_lanes(const BITS *bits, pc_size n, BITS *maxima) {                   \
        const BITS magnitude = (BITS) - 1 >> 1;                                                    \
        for (pc_size i = 0; i < n; i++) {                                                          \
            BITS lane = bits[i] & magnitude;                                                       \
            maxima[i] = lane > maxima[i] ? lane : maxima[i];                                       \
        }                                                                                          \
    }                                                                                              \
    void JOIN(element##_max_abs__, PC_LEVEL)(const void *x, pc_size n, void *to) {                 \
        enum { COUNT = PC_MAX_ABS_BYTES / sizeof(BITS) };                                          \
        const BITS *bits = x;                                                                      \
        BITS maxima[COUNT];                                                                        \
        memcpy(maxima, to, sizeof maxima);                                                         \
        for (pc_size i = 0; i <= n - COUNT; i += COUNT)                                            \
            element##_max_lanes(bits + i, COUNT, maxima);                                          \
        /* The last step overlaps the one before it: cheaper than a loop over a tail. */           \
        if (n >= COUNT)                                                                            \
            element##_max_lanes(bits + n - COUNT, COUNT, maxima);                                  \
        else                                                                                       \
            element##_max_lanes(bits, n, maxima);                                                  \
        memcpy(to, maxima, sizeof maxima);                                                         \
    }
MAX_ABS(f32, uint32_t)
MAX_ABS(f64, uint64_t)
