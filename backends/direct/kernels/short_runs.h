/* Runs of few elements, which are moved one by one, and prefetches of the runs after them. */
#ifndef POLYCONV_SHORT_RUNS_H
#define POLYCONV_SHORT_RUNS_H

#include "types.h"

#include <stdint.h>
#include <string.h>

/* Longest run, in elements, that is moved element by element: a call of a copying function for so
 * few would take longer. */
enum { MAX_MOVED = 16 };

/* Prefetch distance in runs, and in rows where a row has one run: time enough for L3. Taps far apart
 * lie in cache lines, and soon in pages, of their own, which hardware prefetchers do not follow. */
enum { RUNS_AHEAD = 8, ROWS_AHEAD = 2 };

static inline void prefetch_run(const char *row, pc_size bytes) {
    __builtin_prefetch((const char *)((uintptr_t)row + (uintptr_t)bytes));
}

/* Move n elements of `size` bytes, which lie `stride` bytes apart. */
static inline __attribute__((always_inline)) void
move_elements(const char *from, pc_size stride, pc_size n, char *to, const pc_size size) {
    for (pc_size i = 0; i < n; i++, from += stride)
        memcpy(to + i * size, from, size);
}

/* The same for elements of two parts: the second goes `apart` bytes behind the first. */
static inline __attribute__((always_inline)) void
move_both_parts(const char *from, pc_size stride, pc_size n, char *to, pc_size apart,
                const pc_size size) {
    for (pc_size i = 0; i < n; i++, from += stride) {
        memcpy(to + i * size, from, size);
        memcpy(to + apart + i * size, from + size, size);
    }
}

#endif
