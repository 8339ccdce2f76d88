/* Asking for memory that will be needed soon, while there is something else to do. */
#ifndef POLYCONV_PREFETCH_H
#define POLYCONV_PREFETCH_H

#include "microkernels.h"

static inline void pc_prefetch(const char *from, pc_size bytes) {
    for (pc_size i = 0; i < bytes; i += 64)
        __builtin_prefetch(from + i, 0, 3);
}

/* The same of what will be written. */
static inline void pc_prefetch_to(const char *to, pc_size bytes) {
    for (pc_size i = 0; i < bytes; i += 64)
        __builtin_prefetch(to + i, 1, 3);
}

#endif
