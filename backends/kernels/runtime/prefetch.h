/* Prefetch of a block of memory into L1, a cache line (64 bytes) at a time. */
#ifndef POLYCONV_PREFETCH_H
#define POLYCONV_PREFETCH_H

#include "types.h"

static inline void pc_prefetch(const char *from, pc_size bytes) {
    for (pc_size i = 0; i < bytes; i += 64)
        __builtin_prefetch(from + i, 0, 3);
}

#endif
