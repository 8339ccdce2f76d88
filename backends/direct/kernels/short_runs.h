/* Runs of few elements, which are moved one by one, and prefetches of the runs after them. */
#ifndef POLYCONV_SHORT_RUNS_H
#define POLYCONV_SHORT_RUNS_H

#include "types.h"

#include <stdint.h>
#include <string.h>

/* Longest run, in elements, that is moved element by element: a call of a copying function takes
 * about as long for 16. With 4, rows of 2 to 16 columns take 0.92 (int16, 6 columns) to 1.06
 * (complex64, 6) of the time with 16 (4 channels to 4, 4 x 5 taps, dilation 34, Zen 4, 1 core,
 * 2026-12-01, two builds by `abgate OLD NEW`). */
enum { MAX_MOVED = 16 };

/* Prefetch distance in runs, and in rows where a row has one run: time enough for L3. Taps far
 * apart lie in cache lines, and soon in pages, of their own, which hardware prefetchers do not
 * follow. Distances make little difference: with 0 and with 24, two channels of 2048 x 2048 take
 * 1.01 and 1.02 of the time (9 x 9 taps, dilation 250, float32, Zen 4, 1 core, 2026-12-01, two
 * builds by `abgate OLD NEW`). */
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

/* Move n elements of two parts of `size` bytes each, which lie `stride` bytes apart: the second
 * part goes `apart` bytes after the first. */
static inline __attribute__((always_inline)) void
move_both_parts(const char *from, pc_size stride, pc_size n, char *to, pc_size apart,
                const pc_size size) {
    for (pc_size i = 0; i < n; i++, from += stride) {
        memcpy(to + i * size, from, size);
        memcpy(to + apart + i * size, from + size, size);
    }
}

#endif
