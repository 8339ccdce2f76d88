/* The variant tiles_in_lanes; included by winograd_transforms.inc.h only.
 *
 * Vectors hold tiles, so they are full for any number of channels, and each weight is broadcast.
 * Rows of tiles are cut into tile runs of LANES elements. M tile runs, of any rows, hold the LANES
 * tiles of a vector: transposed, vector j of M has element j of each tile.
 */
/* Transpose M x M blocks of M vectors: from tile runs to elements 0 to M - 1 of all tiles, or back.
 */
#define EVEN_OF_2(j, k) ((j) & 1 ? LANES + (j) - 1 : (j))
#define ODD_OF_2(j, k) ((j) & 1 ? LANES + (j) : (j) + 1)
#define ZIP_PAIRS(j, k) ((((j) & 1 ? LANES : 0) + ((j) & ~3) + ((j) & 2) / 2 + (k)) % (2 * LANES))
#define ZIP_QUADS(j, k) ((((j) & 2 ? LANES - 2 : 0) + (j) + (k)) % (2 * LANES))
INLINE void FN(transpose_tiles)(const VEC *from, VEC *to, const int M) {
    if (M == 2) {
        to[0] = __builtin_shufflevector(from[0], from[1], LANE_LIST(EVEN_OF_2, 0));
        to[1] = __builtin_shufflevector(from[0], from[1], LANE_LIST(ODD_OF_2, 0));
    } else {
        VEC low0 = __builtin_shufflevector(from[0], from[1], LANE_LIST(ZIP_PAIRS, 0));
        VEC low1 = __builtin_shufflevector(from[2], from[3], LANE_LIST(ZIP_PAIRS, 0));
        VEC high0 = __builtin_shufflevector(from[0], from[1], LANE_LIST(ZIP_PAIRS, 2));
        VEC high1 = __builtin_shufflevector(from[2], from[3], LANE_LIST(ZIP_PAIRS, 2));
        to[0] = __builtin_shufflevector(low0, low1, LANE_LIST(ZIP_QUADS, 0));
        to[1] = __builtin_shufflevector(low0, low1, LANE_LIST(ZIP_QUADS, 2));
        to[2] = __builtin_shufflevector(high0, high1, LANE_LIST(ZIP_QUADS, 0));
        to[3] = __builtin_shufflevector(high0, high1, LANE_LIST(ZIP_QUADS, 2));
    }
}

INLINE void FN(tiles_transform_height)(const pc_winograd_rows *p, T *to, const int M,
                                       const int points, const FN(program) program) {
    pc_size y = p->first_row;
    for (pc_size row = 0; row < p->tile_rows; row++, y += M, to += p->row_stride) {
        const T *from[PC_MAX_POINTS];
        FN(rows_of_tiles)(p, y, from, points);
        for (pc_size e = 0; e < p->width; e += LANES) {
            VEC d[PC_MAX_POINTS], v[PC_MAX_POINTS];
            /* Prefetch distance in elements: in small images, a channel after the next. */
            UNROLL
            for (int i = 0; i < M; i++)
                __builtin_prefetch(from[i] + e + 1024);
            const pc_size left = p->width - e;
            UNROLL
            for (int i = 0; i < points; i++) {
                const T *at = from[i] + e;
                d[i] = left >= LANES ? *(const VEC *)at : FN(load_part)(at, left);
            }
            program(d, v);
            UNROLL
            for (int i = 0; i < points; i++)
                *(VEC *)(to + i * p->point_stride + e) = v[i];
        }
    }
}

INLINE void FN(tiles_transform_width)(const T *from, pc_size from_stride, pc_size rows,
                                      const pc_winograd_tile_run *tile_runs, pc_size vectors, T *to,
                                      pc_size to_stride, const int M, const int points,
                                      const FN(program) program) {
    for (pc_size v = 0; v < vectors; v++, tile_runs += M) {
        const T *at[4];
        for (int f = 0; f < M; f++)
            at[f] = from + tile_runs[f].from;
        for (pc_size row = 0; row < rows; row++) {
            VEC d[PC_MAX_POINTS + 3], point[PC_MAX_POINTS];
            UNROLL
            for (int first = 0; first < points; first += M) {
                VEC line[4];
                UNROLL
                for (int f = 0; f < M; f++)
                    line[f] = *(const VEC *)(at[f] + row * from_stride + first);
                FN(transpose_tiles)(line, d + first, M);
            }
            program(d, point);
            UNROLL
            for (int j = 0; j < points; j++)
                *(VEC *)(to + (row * points + j) * to_stride + v * LANES) = point[j];
        }
    }
}

/* With one vector of tiles, load ports limit the micro-kernel: each FMA broadcasts a weight from
 * memory. Here one load brings 4 weights, which shuffles broadcast. More than 4 do not pay: each
 * shuffle takes time, too. */
#if defined(__AVX512F__) && LANES == 16
#define BROADCAST_4
#define LANE_OF_4(j, k) (((j) & ~3) + (k))
INLINE void FN(broadcast_fma_4)(VEC sum[][4], const T *w, VEC value) {
    VEC four = (VEC)_mm512_broadcast_f32x4(_mm_loadu_ps(w));
    sum[0][0] += __builtin_shufflevector(four, four, LANE_LIST(LANE_OF_4, 0)) * value;
    sum[1][0] += __builtin_shufflevector(four, four, LANE_LIST(LANE_OF_4, 1)) * value;
    sum[2][0] += __builtin_shufflevector(four, four, LANE_LIST(LANE_OF_4, 2)) * value;
    sum[3][0] += __builtin_shufflevector(four, four, LANE_LIST(LANE_OF_4, 3)) * value;
}
#undef LANE_OF_4
#endif

/* Micro-kernel at one point: K output channels by V vectors of tiles, summed over `channels`. */
INLINE void FN(tiles_microkernel)(const T *x, pc_size x_row, pc_size channels, const T *w,
                                  pc_size w_row, T *to, int add, const int K, const int V) {
    VEC sum[16][4];
    UNROLL
    for (int k = 0; k < K; k++)
        UNROLL
        for (int v = 0; v < V; v++)
            sum[k][v] = (VEC){0};
    for (pc_size c = 0; c < channels; c++, x += x_row, w += w_row) {
        VEC values[4];
        UNROLL
        for (int v = 0; v < V; v++)
            values[v] = *(const VEC *)(x + v * LANES);
        int loaded = 0;
#ifdef BROADCAST_4
        if (K >= 8 && V == 1) {
            FN(broadcast_fma_4)(sum, w, values[0]);
            loaded = 4;
        }
#endif
        UNROLL
        for (int k = loaded; k < K; k++) {
            T weight = w[k];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[k][v] += weight * values[v];
        }
    }
    if (add)
        UNROLL
        for (int k = 0; k < K; k++)
            UNROLL
            for (int v = 0; v < V; v++)
                sum[k][v] += *(const VEC *)(to + k * x_row + v * LANES);
    UNROLL
    for (int k = 0; k < K; k++, to += x_row) {
        NO_HOIST(to);
        UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(to + v * LANES) = sum[k][v];
    }
}

/* The micro-kernel at `points` points, for some of the input channels. */
typedef void (*FN(tiles_kernel))(const pc_winograd_panels *p, const T *x, const T *w, T *to,
                                 pc_size points, pc_size channels, int add);
#define DEFINE_MICROKERNEL(K, V)                                                                   \
    static void FN(tiles_##K##x##V)(const pc_winograd_panels *p, const T *x, const T *w, T *to,    \
                                    pc_size points, pc_size channels, int add) {                   \
        const pc_size row = p->tile_vectors * LANES, stride = p->stride;                           \
        const pc_size size = p->ic_per_group * p->oc_block;                                        \
        for (; points > 0; points--, x += stride, w += size, to += stride)                         \
            FN(tiles_microkernel)(x, row, channels, w, p->oc_block, to, add, K, V);                \
    }
#define MICROKERNEL_NAME(K, V) FN(tiles_##K##x##V),
#define UP_TO_6(X, V) X(1, V) X(2, V) X(3, V) X(4, V) X(5, V) X(6, V)
#define UP_TO_12(X, V) UP_TO_6(X, V) X(7, V) X(8, V) X(9, V) X(10, V) X(11, V) X(12, V)
#define UP_TO_16(X, V) UP_TO_12(X, V) X(13, V) X(14, V) X(15, V) X(16, V)
JOIN(UP_TO_, TILES_MAX_OC_1)(DEFINE_MICROKERNEL, 1)
JOIN(UP_TO_, TILES_MAX_OC_2)(DEFINE_MICROKERNEL, 2)
static const FN(tiles_kernel)
    FN(tiles_kernels_1)[] = {JOIN(UP_TO_, TILES_MAX_OC_1)(MICROKERNEL_NAME, 1)};
static const FN(tiles_kernel)
    FN(tiles_kernels_2)[] = {JOIN(UP_TO_, TILES_MAX_OC_2)(MICROKERNEL_NAME, 2)};
#ifdef TILES_MAX_OC_4
JOIN(UP_TO_, TILES_MAX_OC_4)(DEFINE_MICROKERNEL, 4)
static const FN(tiles_kernel)
    FN(tiles_kernels_4)[] = {JOIN(UP_TO_, TILES_MAX_OC_4)(MICROKERNEL_NAME, 4)};
#endif

/* A register block: its micro-kernel, and its offsets in panel, weights and products. */
typedef struct {
    FN(tiles_kernel) run;
    pc_size x, w, to;
} FN(register_block);

/* List the register blocks of one point: wide ones first, output channels in equal parts. */
INLINE int FN(list_register_blocks)(const pc_winograd_panels *p, FN(register_block) *block) {
    const pc_size row = p->tile_vectors * LANES;
    int found = 0;
    for (pc_size first = 0; first < p->oc_per_group; first += p->oc_block) {
        const pc_size left = p->oc_per_group - first;
        const pc_size channels = left < p->oc_block ? left : p->oc_block;
        for (pc_size v = 0, width; v < p->tile_vectors; v += width) {
            pc_size max_oc = TILES_MAX_OC_1;
            const FN(tiles_kernel) *kernels = FN(tiles_kernels_1);
            width = 1;
            if (p->tile_vectors - v >= 2)
                width = 2, max_oc = TILES_MAX_OC_2, kernels = FN(tiles_kernels_2);
#ifdef TILES_MAX_OC_4
            if (p->tile_vectors - v >= 4)
                width = 4, max_oc = TILES_MAX_OC_4, kernels = FN(tiles_kernels_4);
#endif
            const pc_size register_blocks = (channels + max_oc - 1) / max_oc;
            for (pc_size i = 0; i < register_blocks; i++) {
                const pc_size k = i * channels / register_blocks;
                const pc_size end = (i + 1) * channels / register_blocks;
                block[found].run = kernels[end - k - 1];
                block[found].x = v * LANES;
                block[found].w = first * p->points * p->ic_per_group + k;
                block[found++].to = (first + k) * row + v * LANES;
            }
        }
    }
    return found;
}

static void FN(tiles_multiply)(const pc_winograd_panels *p, const void *from, void *to) {
    FN(register_block) blocks[PC_MAX_REGISTER_BLOCKS];
    const int count = FN(list_register_blocks)(p, blocks);
    if (count == 1 && p->ic_per_group <= p->chain_length) {
        blocks->run(p, from, p->w, to, p->points, p->ic_per_group, 0);
        return;
    }
    /* The products of a point overwrite the panel of the point before, which is no longer read. */
    for (pc_size point = 0; point < p->points; point++) {
        const T *x = (const T *)from + point * p->stride;
        const T *w = (const T *)p->w + point * p->ic_per_group * p->oc_block;
        T *sums = (T *)to + point * p->stride;
        for (pc_size c = 0; c < p->ic_per_group; c += p->chain_length) {
            const pc_size channels =
                p->ic_per_group - c < p->chain_length ? p->ic_per_group - c : p->chain_length;
            for (int i = 0; i < count; i++)
                blocks[i].run(p, x + c * p->tile_vectors * LANES + blocks[i].x,
                              w + c * p->oc_block + blocks[i].w, sums + blocks[i].to, 1, channels,
                              c > 0);
        }
    }
}

/* Tile runs of a vector of tiles, in local variables: stores of outputs cannot alias them. */
typedef struct {
    char *to[4];
    pc_size columns[4], rows[4];
} FN(tile_run_outputs);

INLINE FN(tile_run_outputs)
    FN(load_tile_runs)(const pc_winograd_tile_run *tile_runs, char *out, const int M) {
    FN(tile_run_outputs) out_runs;
    UNROLL
    for (int f = 0; f < M; f++) {
        out_runs.to[f] = out + tile_runs[f].to;
        out_runs.columns[f] = tile_runs[f].columns;
        out_runs.rows[f] = tile_runs[f].rows;
    }
    return out_runs;
}

/* Write row i of the outputs of a vector of tiles, `row_offset` bytes after row 0. */
INLINE void FN(tiles_store_row)(const VEC *y, const FN(tile_run_outputs) *out_runs, int i,
                                pc_size row_offset, T bias, const int M) {
    VEC line[4];
    FN(transpose_tiles)(y, line, M);
    UNROLL
    for (int f = 0; f < M; f++) {
        if (i < out_runs->rows[f]) {
            T *to = (T *)(out_runs->to[f] + row_offset);
            if (out_runs->columns[f] >= LANES)
                *(VEC *)to = line[f] + bias;
            else
                FN(store_part)(to, out_runs->columns[f], line[f] + bias);
        }
    }
}

INLINE void FN(tiles_output_1d)(const T *from, pc_size from_stride,
                                const pc_winograd_tile_run *tile_runs, pc_size vectors, T bias,
                                char *out, const int M, const int points,
                                const FN(program) program) {
    for (pc_size v = 0; v < vectors; v++, tile_runs += M, from += LANES) {
        const FN(tile_run_outputs) out_runs = FN(load_tile_runs)(tile_runs, out, M);
        VEC m[PC_MAX_POINTS], y[4];
        UNROLL
        for (int i = 0; i < points; i++)
            m[i] = *(const VEC *)(from + i * from_stride);
        program(m, y);
        FN(tiles_store_row)(y, &out_runs, 0, 0, bias, M);
    }
}

INLINE void FN(tiles_output_2d)(const T *from, pc_size from_stride,
                                const pc_winograd_tile_run *tile_runs, pc_size vectors, T bias,
                                char *out, pc_size out_stride, const int M, const int points,
                                const FN(program) program) {
    for (pc_size v = 0; v < vectors; v++, tile_runs += M, from += LANES) {
        const FN(tile_run_outputs) out_runs = FN(load_tile_runs)(tile_runs, out, M);
        /* In memory: with the factors, these exceed the registers. */
        VEC vertical[4][PC_MAX_POINTS];
        _Pragma("GCC unroll 1")
        for (int j = 0; j < points; j++) {
            VEC m[PC_MAX_POINTS], y[4];
            UNROLL
            for (int i = 0; i < points; i++)
                m[i] = *(const VEC *)(from + (i * points + j) * from_stride);
            program(m, y);
            UNROLL
            for (int i = 0; i < M; i++)
                vertical[i][j] = y[i];
        }
        _Pragma("GCC unroll 1")
        for (int i = 0; i < M; i++) {
            VEC y[4];
            program(vertical[i], y);
            FN(tiles_store_row)(y, &out_runs, i, i * out_stride, bias, M);
        }
    }
}

#define DEFINE_TILES_IN_LANES(M, R)                                                                \
    static void FN(tiles_transform_height_##M##_##R)(const pc_winograd_rows *rows, void *to) {     \
        FN(tiles_transform_height)(rows, to, M, M + R - 1, FN(input_##M##_##R));                   \
    }                                                                                              \
    static void FN(tiles_transform_width_##M##_##R)(                                               \
        const void *from, pc_size from_stride, pc_size rows, const pc_winograd_tile_run *tile_runs,\
        pc_size vectors, void *to, pc_size to_stride) {                                            \
        FN(tiles_transform_width)(from, from_stride, rows, tile_runs, vectors, to, to_stride, M,   \
                                  M + R - 1, FN(input_##M##_##R));                                 \
    }                                                                                              \
    static void FN(tiles_transform_output_##M##_##R)(                                              \
        const void *from, pc_size from_stride, int rank, const pc_winograd_tile_run *tile_runs,    \
        pc_size vectors, const void *bias_, char *out, pc_size out_stride) {                       \
        const T bias = bias_ ? *(const T *)bias_ : 0;                                              \
        if (rank == 1)                                                                             \
            FN(tiles_output_1d)(from, from_stride, tile_runs, vectors, bias, out, M, M + R - 1,    \
                                FN(output_##M##_##R));                                             \
        else                                                                                       \
            FN(tiles_output_2d)(from, from_stride, tile_runs, vectors, bias, out, out_stride, M,   \
                                M + R - 1, FN(output_##M##_##R));                                  \
    }
#define DEFINE(M, R) JOIN(TILES_IN_LANES_, M)(DEFINE_TILES_IN_LANES(M, R))
TRANSFORMS(DEFINE)
#undef DEFINE
#undef DEFINE_TILES_IN_LANES
#undef BROADCAST_4
#undef UP_TO_16
#undef UP_TO_12
#undef UP_TO_6
#undef MICROKERNEL_NAME
#undef DEFINE_MICROKERNEL
#undef ZIP_QUADS
#undef ZIP_PAIRS
#undef ODD_OF_2
#undef EVEN_OF_2
