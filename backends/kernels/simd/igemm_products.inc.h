/* Products of a register block of igemm, and the bytes of weights that it prefetches meanwhile.
 * Included by micro-kernels that have defined PREFETCH_WEIGHTS. */

/* MR in pixels if NR is less than NR_VECTORS. */
#define IGEMM_MR 8

/* Bytes of one tap's weights, and bytes of these that one register block prefetches: one cache line
 * if there are blocks enough, else two, or all three of a tap. If the first block prefetched all,
 * it would wait for line fill buffers. 16 pixels of 256 taps take
 * - 520 us if two blocks prefetch,
 * - 660 us if one does,
 * - 735 us if the prefetches precede the block
 * (36 points, 256 channels, weights in L3: resnet50/conv4_3x3 by winograd, Emerald Rapids, 1 core,
 * 2026-11-30; `abgate OLD NEW --bench benchmarks/selection.py --workload 'resnet50/conv4_3x3*'`
 * compares two builds). */
#define TAP_BYTES(V) ((V) * VECTOR_BYTES)
#define LINE_OF_TAP(V) (TAP_BYTES(V) < PC_LINE ? TAP_BYTES(V) : PC_LINE)
#define LINES_OF_TAP(V) (TAP_BYTES(V) == 4 * PC_LINE ? 2 * PC_LINE : TAP_BYTES(V))

/* Add the products of some taps to the sums of P pixels x V vectors of output channels. The input
 * of pixel p starts at at[p]. Each tap advances w by its weights, prefetches AHEAD bytes from NEXT
 * on, and advances NEXT by AHEAD.
 *
 * A macro, because compilers allocate registers differently around an inlined function, which would
 * change the instructions of each block of igemm. */
#define IGEMM_PRODUCTS(TAP, TAPS, NEXT, AHEAD, P, V)                                               \
    for (pc_size j = 0; j < TAPS; j++) {                                                           \
        VEC weights[NR_VECTORS];                                                                   \
        UNROLL                                                                                     \
        for (int v = 0; v < V; v++)                                                                \
            weights[v] = *(const VEC *)(w + v * LANES);                                            \
        w += V * LANES;                                                                            \
        if (AHEAD) {                                                                               \
            UNROLL                                                                                 \
            for (int line = 0; line < AHEAD; line += PC_LINE)                                      \
                PREFETCH_WEIGHTS(NEXT + line);                                                     \
            NEXT += AHEAD;                                                                         \
        }                                                                                          \
        pc_size offset = TAP[j];                                                                   \
        UNROLL                                                                                     \
        for (int p = 0; p < P; p++) {                                                              \
            T value = at[p][offset];                                                               \
            UNROLL                                                                                 \
            for (int v = 0; v < V; v++)                                                            \
                MULTIPLY_ADD(sum[p][v], value, weights[v]);                                        \
        }                                                                                          \
    }
