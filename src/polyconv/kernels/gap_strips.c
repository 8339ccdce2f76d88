/* Strips of rows with gaps; compiled once for each ISA level and element type. */
#include "gap_strips.h"
#include "gap_vectors.inc.h"

/* A block of sums in registers, half of them. Two vectors in a row and more rows read fewer zeros beside
 * a window than long rows would. */
enum { FN(block_rows) = VECTOR_REGISTERS / 4, FN(block_columns) = 2 * LANES };

/* Return the lanes of a vector that are NaN, as bits. */
INLINE uint64_t FN(nan_lanes)(VEC x) {
#if defined(__AVX512F__)
    if (sizeof(T) == 4)
        return _mm512_cmp_ps_mask((__m512)x, (__m512)x, _CMP_UNORD_Q);
    return _mm512_cmp_pd_mask((__m512d)x, (__m512d)x, _CMP_UNORD_Q);
#else
    FN(flags) nan = (FN(flags))(x != x);
    uint64_t lanes = 0;
    if (FN(any)(nan))
        UNROLL for (int i = 0; i < LANES; i++) lanes |= (uint64_t)(nan[i] & 1) << i;
    return lanes;
#endif
}

pc_size FN(clear_row)(const void *from, const uint8_t *mask, void *to, uint64_t *bits, pc_size n) {
    const T *x = from;
    T *values = to;
    pc_size gaps = 0;
    for (pc_size first = 0; first < n; first += 64) {
        pc_size count = pc_min(64, n - first), i = 0;
        uint64_t word = 0;
        for (; mask == NULL && i + LANES <= count; i += LANES) {
            VEC vector = *(const VEC *)(x + first + i), validity;
            word |= FN(nan_lanes)(vector) << i;
            FN(clear_nan)(&vector, &validity);
            *(VEC *)(values + first + i) = vector;
        }
        for (; i < count; i++) {
            pc_size at = first + i;
            bool gap = x[at] != x[at] || (mask != NULL && mask[at] != 0);
            values[at] = gap ? 0 : x[at];
            word |= (uint64_t)gap << i;
        }
        bits[first / 64] = word;
        gaps += __builtin_popcountll(word);
    }
    return gaps;
}

void FN(validity_row)(const uint64_t *bits, void *to, pc_size n) {
    T *validity = to;
    for (pc_size first = 0; first < n; first += 64) {
        pc_size count = pc_min(64, n - first);
        uint64_t word = bits[first / 64];
        for (pc_size i = 0; i < count; i++)
            validity[first + i] = (T)(~word >> i & 1);
    }
}

void FN(denominators)(const pc_gap_strip *s, pc_size row, pc_size rows, const void *const *whole,
                      void *denominators) {
    pc_size pitch = s->weights_pitch, seen = rows + s->kernel[0] - 1;
    /* The weights of a gap in row 0 of the strip, at the first column of a block's windows. */
    const T *weights = (const T *)s->weights + (FN(block_rows) - 1 - row) * pitch +
                       FN(block_columns) + PC_GAP_CELL - 1 + s->kernel[1] - 2;
    for (pc_size c = 0; c < s->out; c += FN(block_columns)) {
        pc_size start = c - s->lo, first = start > 0 ? start / PC_GAP_CELL : 0;
        pc_size stop = pc_min(s->columns, start + FN(block_columns) + s->kernel[1] - 1);
        VEC sums[FN(block_rows)][2];
        UNROLL for (int r = 0; r < FN(block_rows); r++)
            UNROLL for (int v = 0; v < 2; v++)
                sums[r][v] = *(const VEC *)((const T *)whole[r] + c + v * LANES);
        for (pc_size cell = first; cell * PC_GAP_CELL < stop; cell++) {
            const pc_size *ends = s->ends + cell * (s->rows + 1) + row;
            for (pc_size i = ends[0]; i < ends[seen]; i++) {
                const T *at = weights + (s->gaps[i] + start);
                UNROLL for (int r = 0; r < FN(block_rows); r++)
                    UNROLL for (int v = 0; v < 2; v++)
                        sums[r][v] -= *(const VEC *)(at - r * pitch + v * LANES);
            }
        }
        T *to = (T *)denominators + c;
        if (c + FN(block_columns) <= s->out) {
            UNROLL for (int r = 0; r < FN(block_rows); r++)
                if (r < rows)
                    UNROLL for (int v = 0; v < 2; v++)
                        *(VEC *)(to + r * s->out + v * LANES) = sums[r][v];
            continue;
        }
        T last[FN(block_rows)][FN(block_columns)];
        memcpy(last, sums, sizeof last);
        for (pc_size r = 0; r < rows; r++)
            memcpy(to + r * s->out, last[r], (s->out - c) * sizeof(T));
    }
}

const pc_gap_strip_functions FN(gap_strips) = {
    .rows = FN(block_rows),
    .columns = FN(block_columns),
    .clear_row = FN(clear_row),
    .validity_row = FN(validity_row),
    .denominators = FN(denominators),
};
