/* Strips of rows with gaps; compiled once for each ISA level and element type. */
#include "gap_strips.h"
#include "gap_vectors.inc.h"

/* The sums of a block fill half of the registers. Its rows have two vectors only: for each gap a
 * row reads zeros beside the window, the more the longer the row is. */
enum { FN(block_rows) = VECTOR_REGISTERS / 4, FN(block_columns) = 2 * LANES };

pc_size FN(clear_row)(const void *from, const uint8_t *mask, void *to, uint64_t *bits, pc_size n) {
    const T *x = from;
    T *values = to;
    pc_size gaps = 0;
    for (pc_size first = 0; first < n; first += 64) {
        pc_size count = pc_min(64, n - first), i = 0;
        uint64_t word = 0;
        for (; mask == NULL && i + LANES <= count; i += LANES) {
            VEC vector = *(const VEC *)(x + first + i);
            word |= FN(take_nan)(&vector) << i;
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

/* Compute the denominators of a block: `whole` from column c on, less the weights of the gaps in
 * cells `cell` to `stop`. `weights` are those of a gap in row 0 of the strip and at the first
 * column of the windows; `seen` rows are read from row `row` on. */
INLINE void FN(subtract)(const pc_gap_strip *s, pc_size row, pc_size seen, pc_size cell,
                         pc_size stop, const T *weights, const void *const *whole, pc_size c,
                         VEC sums[FN(block_rows)][2]) {
    UNROLL for (int r = 0; r < FN(block_rows); r++)
        UNROLL for (int v = 0; v < 2; v++)
            sums[r][v] = *(const VEC *)((const T *)whole[r] + c + v * LANES);
    for (; cell < stop; cell++) {
        const pc_size *ends = s->ends + cell * (s->rows + 1) + row;
        for (pc_size i = ends[0]; i < ends[seen]; i++) {
            const T *at = weights + s->gaps[i];
            UNROLL for (int r = 0; r < FN(block_rows); r++)
                UNROLL for (int v = 0; v < 2; v++)
                    sums[r][v] -= *(const VEC *)(at - r * s->weights_pitch + v * LANES);
        }
    }
}

pc_size FN(divide_blocks)(const pc_gap_strip *s, pc_size row, pc_size rows, void *outputs,
                          const void *const *whole, pc_size first_inside, pc_size stop_inside,
                          double min_denominator, void *denominators, pc_size *left) {
    pc_size seen = rows + s->kernel[0] - 1, count = 0;
    T enough = (T)min_denominator;
    const T *weights = (const T *)s->weights + (FN(block_rows) - 1 - row) * s->weights_pitch +
                       FN(block_columns) + PC_GAP_CELL - 1 + s->kernel[1] - 2;
    for (pc_size c = 0; c < s->out; c += FN(block_columns)) {
        pc_size start = c - s->lo, first = start > 0 ? start / PC_GAP_CELL : 0;
        pc_size end = pc_min(s->columns, start + FN(block_columns) + s->kernel[1] - 1);
        pc_size stop = s->gaps == NULL || end <= 0 ? first : pc_gap_cells(end), gaps = 0;
        for (pc_size cell = first; cell < stop; cell++) {
            const pc_size *ends = s->ends + cell * (s->rows + 1) + row;
            gaps += ends[seen] - ends[0];
        }
        if (gaps == 0 && c >= first_inside && pc_min(c + FN(block_columns), s->out) <= stop_inside)
            continue;
        VEC sums[FN(block_rows)][2];
        FN(subtract)(s, row, seen, first, stop, weights + start, whole, c, sums);
        FN(flags) weak = {0};
        UNROLL for (int r = 0; r < FN(block_rows); r++)
            if (r < rows)
                UNROLL for (int v = 0; v < 2; v++) weak |= ~(FN(flags))(sums[r][v] >= enough);
        if (c + FN(block_columns) <= s->out && !FN(any)(weak)) {
            UNROLL for (int r = 0; r < FN(block_rows); r++)
                if (r < rows)
                    UNROLL for (int v = 0; v < 2; v++) {
                        VEC *to = (VEC *)((T *)outputs + r * s->out + c + v * LANES);
                        *to = FN(quotient)(*to, sums[r][v]);
                    }
            continue;
        }
        T of_block[FN(block_rows)][FN(block_columns)];
        memcpy(of_block, sums, sizeof of_block);
        for (pc_size r = 0; r < rows; r++)
            memcpy((T *)denominators + r * s->out + c, of_block[r],
                   pc_min(FN(block_columns), s->out - c) * sizeof(T));
        left[count++] = c;
    }
    return count;
}

const pc_gap_strip_functions FN(gap_strips) = {
    .rows = FN(block_rows),
    .columns = FN(block_columns),
    .clear_row = FN(clear_row),
    .validity_row = FN(validity_row),
    .divide_blocks = FN(divide_blocks),
};
