/* Transforms of the variant winograd, with channels in the lanes. Compiled once for each ISA level
 * and element type.
 *
 * Each is a program along the columns and then along the rows of a tile. The 36 vectors between
 * both do not fit the registers; they stay in the L1 cache. */
#include "weight.h"

#include "microkernel.h"
#include "winograd_programs.inc.h"

pc_winograd_tiles_kernel FN(winograd_x), FN(winograd_g);
pc_winograd_sums_kernel FN(winograd_sums);

enum { OUTPUTS = 3, TAPS = 4, POINTS = PC_WINOGRAD_POINTS };

/* Transform along the rows what is transformed along the columns, [column][point], and store it. */
#define STORE_POINTS(columns, COLUMNS, program, to, point_step)                                    \
    UNROLL                                                                                         \
    for (int i = 0; i < POINTS; i++) {                                                             \
        VEC d[POINTS], v[POINTS];                                                                  \
        UNROLL                                                                                     \
        for (int j = 0; j < COLUMNS; j++)                                                          \
            d[j] = columns[j][i];                                                                  \
        program(d, v);                                                                             \
        UNROLL                                                                                     \
        for (int j = 0; j < POINTS; j++)                                                           \
            *(VEC *)(to + (i * POINTS + j) * point_step) = v[j];                                   \
    }

INLINE void FN(column)(const T *from, pc_size row_step, VEC *v, const int ROWS,
                       void (*program)(const VEC *, VEC *)) {
    VEC d[POINTS];
    UNROLL
    for (int i = 0; i < ROWS; i++)
        d[i] = *(const VEC *)(from + i * row_step);
    program(d, v);
}

void FN(winograd_x)(const pc_winograd_tiles *s) {
    const T *from = s->from;
    T *to = s->to;
    /* Tiles overlap: the last two columns of one are the first two of the next. */
    enum { SHARED = POINTS - TAPS };
    VEC columns[POINTS][POINTS];
    UNROLL
    for (int j = 0; j < SHARED; j++)
        FN(column)(from + j * LANES, s->row_step, columns[j], POINTS, FN(transform_x));
    for (pc_size t = 0; t < s->tiles; t++, from += TAPS * LANES, to += s->tile_step) {
        UNROLL
        for (int j = SHARED; j < POINTS; j++)
            FN(column)(from + j * LANES, s->row_step, columns[j], POINTS, FN(transform_x));
        STORE_POINTS(columns, POINTS, FN(transform_x), to, s->point_step)
        UNROLL
        for (int j = 0; j < SHARED; j++)
            UNROLL
        for (int i = 0; i < POINTS; i++)
            columns[j][i] = columns[TAPS + j][i];
    }
}

void FN(winograd_g)(const pc_winograd_tiles *s) {
    const T *from = s->from;
    T *to = s->to;
    for (pc_size t = 0; t < s->tiles; t++, from += TAPS * LANES, to += s->tile_step) {
        VEC columns[TAPS][POINTS];
        UNROLL
        for (int j = 0; j < TAPS; j++)
            FN(column)(from + j * LANES, s->row_step, columns[j], TAPS, FN(transform_g));
        STORE_POINTS(columns, TAPS, FN(transform_g), to, s->point_step)
    }
}

int FN(winograd_sums)(const void *sums_, pc_size point_step, pc_size rows, int vectors, void *to_) {
    const pc_size width = vectors * LANES;
    const T *sums = sums_;
    T *to = to_;
    VEC check = {0}; /* NaN where a result is not finite: infinity times 0 is NaN */
    for (pc_size r = 0; r < rows; r++, sums += width, to += OUTPUTS * OUTPUTS * width)
        for (int v = 0; v < vectors; v++) {
            VEC columns[POINTS][OUTPUTS];
            UNROLL
            for (int j = 0; j < POINTS; j++) {
                const T *from = sums + j * point_step + v * LANES;
                VEC m[POINTS];
                UNROLL
                for (int i = 0; i < POINTS; i++)
                    m[i] = *(const VEC *)(from + i * POINTS * point_step);
                FN(transform_sums)(m, columns[j]);
            }
            UNROLL
            for (int i = 0; i < OUTPUTS; i++) {
                VEC m[POINTS], y[OUTPUTS];
                UNROLL
                for (int j = 0; j < POINTS; j++)
                    m[j] = columns[j][i];
                FN(transform_sums)(m, y);
                UNROLL
                for (int k = 0; k < OUTPUTS; k++) {
                    *(VEC *)(to + (i * OUTPUTS + k) * width + v * LANES) = y[k];
                    check += (T)0 * y[k];
                }
            }
        }
    int finite = 1;
    for (int i = 0; i < LANES; i++)
        finite &= check[i] == 0;
    return finite;
}
