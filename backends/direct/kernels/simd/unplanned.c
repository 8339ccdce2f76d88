/* Micro-kernel unplanned: images of any small size without a plan, pixels in the lanes.
 *
 * It sums the products of an output from zero, in the order that its arguments list, and stores the
 * sum or adds it to the sum of the chain before. spatial, igemm and stencil sum in this way, too,
 * so results have the same bits.
 *
 * Register block, filters x vectors of pixels: 4x4 or 1x8 with 32 registers, 4x2 or 1x4 with
 * 16, and the powers of two below.
 *
 * Operands: x holds the padded input; w is in the caller's order. Precondition: LANES - 1 elements
 * can be read after the last row of x, because the last vector of a row may be partial.
 */
#include "direct_kernels.h"
#include "register_block.h"

#include "partial_vectors.inc.h"

pc_unplanned_kernel FN(unplanned);

/* F filters x V vectors of a row, of which the last stores n elements. */
INLINE void FN(unplanned_block)(const pc_unplanned_args *u, const T *x, const T *w, const T *bias,
                                T *out, pc_size n, const int F, const int V) {
    VEC sum[4][8];
    UNROLL
    for (int f = 0; f < F; f++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] = (VEC){0};
    for (pc_size j = 0; j < u->taps; j++) {
        const T *at = x + u->tap[j];
        const T *weights = w + u->weight[j];
        VEC values[8];
        UNROLL
        for (int v = 0; v < V; v++) {
            values[v] = *(const VEC *)(at + v * LANES);
            IN_REGISTER(values[v]);
        }
        UNROLL
        for (int f = 0; f < F; f++) {
            T weight = weights[f * u->w_step];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[v]);
        }
    }
    UNROLL
    for (int f = 0; f < F; f++) {
        T *row = out + f * u->out_step;
        if (u->add) {
            UNROLL
            for (int v = 0; v < V - 1; v++)
                sum[f][v] += *(const VEC *)(row + v * LANES);
            sum[f][V - 1] += FN(load_part)(row + (V - 1) * LANES, n);
        }
        if (bias)
            UNROLL
        for (int v = 0; v < V; v++)
            sum[f][v] += bias[f];
        UNROLL
        for (int v = 0; v < V - 1; v++)
            *(VEC *)(row + v * LANES) = sum[f][v];
        FN(store_part)(row + (V - 1) * LANES, n, sum[f][V - 1]);
    }
}

#define UNPLANNED(F, V)                                                                            \
    static void FN(unplanned_##F##x##V)(const pc_unplanned_args *u, const T *x, const T *w,        \
                                        const T *bias, T *out, pc_size n) {                        \
        FN(unplanned_block)(u, x, w, bias, out, n, F, V);                                          \
    }
#define UNPLANNED_CASE(F, V)                                                                       \
    case 10 * F + V: FN(unplanned_##F##x##V)(u, x, w, bias, out, n); break;
#if VECTOR_REGISTERS == 32
#define UNPLANNED_MAX(F) (F == 4 ? 4 : 8)
#define UNPLANNED_EACH(X) X(1, 1) X(1, 2) X(1, 4) X(1, 8) X(4, 1) X(4, 2) X(4, 4)
#else
#define UNPLANNED_MAX(F) (F == 4 ? 2 : 4)
#define UNPLANNED_EACH(X) X(1, 1) X(1, 2) X(1, 4) X(4, 1) X(4, 2)
#endif
UNPLANNED_EACH(UNPLANNED)

/* One row of outputs of F filters. */
static void FN(unplanned_row)(const pc_unplanned_args *u, const T *x, const T *w, const T *bias,
                              T *out, int filters) {
    pc_size vectors = (u->out[2] + LANES - 1) / LANES;
    for (pc_size rest = vectors, v; rest > 0; rest -= v, x += v * LANES, out += v * LANES) {
        v = UNPLANNED_MAX(filters);
        while (v > rest)
            v /= 2;
        const pc_size n = v < rest ? LANES : u->out[2] - (vectors - 1) * LANES;
        switch (10 * filters + v) { UNPLANNED_EACH(UNPLANNED_CASE) }
    }
}

void FN(unplanned)(const pc_unplanned_args *u, const void *x_, const void *w_, void *out_) {
    const T *x = x_, *w = w_, *bias = u->bias;
    T *out = out_;
    for (pc_size first = 0, filters; first < u->filters; first += filters) {
        filters = u->filters - first >= 4 ? 4 : 1;
        T *row = out + first * u->out_step;
        for (pc_size z = 0; z < u->out[0]; z++)
            for (pc_size y = 0; y < u->out[1]; y++, row += u->out[2])
                FN(unplanned_row)(u, x + z * u->step[0] + y * u->step[1], w + first * u->w_step,
                                  bias ? bias + first : NULL, row, (int)filters);
    }
}
