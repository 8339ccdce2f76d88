/* The largest magnitudes of arrays, in one pass; compiled once per level, as microkernels.c is.
 *
 * Without its sign, a floating-point number of IEEE 754 is the larger the larger its bits are, read
 * as an integer, and NaN is above infinity.
 */
#include "max_abs.h"
#include "level.h"

#include <stdint.h>
#include <string.h>

#define LOOK(name, BITS)                                                                           \
    INLINE void look_side_##name(const BITS *bits, pc_size n, BITS *most) {                        \
        const BITS magnitude = (BITS)-1 >> 1;                                                      \
        for (pc_size i = 0; i < n; i++) {                                                          \
            BITS here = bits[i] & magnitude;                                                       \
            most[i] = here > most[i] ? here : most[i];                                             \
        }                                                                                          \
    }                                                                                              \
    void JOIN(pc_look_##name##_, PC_LEVEL)(const void *x, pc_size n, void *to) {                   \
        enum { SIDE = PC_MAGNITUDES / sizeof(BITS) };                                              \
        const BITS *bits = x;                                                                      \
        BITS most[SIDE];                                                                           \
        memcpy(most, to, sizeof most);                                                             \
        for (pc_size i = 0; i <= n - SIDE; i += SIDE)                                              \
            look_side_##name(bits + i, SIDE, most);                                                \
        /* Of the last ones, those that were seen are seen again: it takes less. */                \
        if (n >= SIDE)                                                                             \
            look_side_##name(bits + n - SIDE, SIDE, most);                                         \
        else                                                                                       \
            look_side_##name(bits, n, most);                                                       \
        memcpy(to, most, sizeof most);                                                             \
    }
LOOK(f32, uint32_t)
LOOK(f64, uint64_t)
