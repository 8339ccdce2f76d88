/* Asking for memory that will be read or written soon, while there is something else to do. */
#ifndef POLYCONV_PREFETCH_H
#define POLYCONV_PREFETCH_H

#include "copy_kernels.h"

static inline void pc_prefetch(const char *from, pc_size bytes) {
    for (pc_size i = 0; i < bytes; i += 64)
        __builtin_prefetch(from + i, 0, 3);
}

#endif
