/* Sums of passes for one element type of the sums; passes.c says how it is compiled. */
#include "microkernel.h"

/* ---- conversions from and to the caller's types ---- */

/* Read n elements that are `stride` bytes apart, and elements at any places of a row. */
#define READ(name, S)                                                                              \
    static void FN(read_##name)(T *restrict to, const char *from, pc_size stride, pc_size n) {     \
        if (stride == (pc_size)sizeof(S)) {                                                        \
            const S *restrict values = (const S *)from;                                            \
            for (pc_size i = 0; i < n; i++)                                                        \
                to[i] = (T)values[i];                                                              \
        } else {                                                                                   \
            for (pc_size i = 0; i < n; i++, from += stride)                                        \
                to[i] = (T) * (const S *)from;                                                     \
        }                                                                                          \
    }                                                                                              \
    static void FN(gather_##name)(T *to, const char *row, const pc_size *places, pc_size n) {      \
        for (pc_size i = 0; i < n; i++)                                                            \
            to[i] = (T) * (const S *)(row + places[i]);                                            \
    }

typedef struct {
    void (*read)(T *to, const char *from, pc_size stride, pc_size n);
    void (*gather)(T *to, const char *row, const pc_size *places, pc_size n);
} FN(reader);

/* Write sums as D, and round sums to D in place: what a second pass reads. */
#define WRITE(name, D, CAST)                                                                       \
    static void FN(write_##name)(char *to, pc_size stride, const T *restrict sums, pc_size n) {    \
        if (stride == (pc_size)sizeof(D)) {                                                        \
            D *restrict values = (D *)to;                                                          \
            for (pc_size i = 0; i < n; i++)                                                        \
                values[i] = (D)CAST(sums[i]);                                                      \
        } else {                                                                                   \
            for (pc_size i = 0; i < n; i++, to += stride)                                          \
                *(D *)to = (D)CAST(sums[i]);                                                       \
        }                                                                                          \
    }
#define ROUND(name, D, CAST)                                                                       \
    static void FN(round_##name)(T * sums, pc_size n) {                                            \
        for (pc_size i = 0; i < n; i++)                                                            \
            sums[i] = (T)(D)CAST(sums[i]);                                                         \
    }

READ(uint8, uint8_t)
READ(uint16, uint16_t)
READ(uint32, uint32_t)
READ(uint64, uint64_t)
READ(int8, int8_t)
READ(int16, int16_t)
READ(int32, int32_t)
READ(int64, int64_t)
READ(float32, float)
READ(float64, double)

#define READER(name) {FN(read_##name), FN(gather_##name)}
static const FN(reader) FN(readers)[PC_SOURCES] = {
    [PC_BOOL] = READER(uint8),      [PC_INT8] = READER(int8),       [PC_INT16] = READER(int16),
    [PC_INT32] = READER(int32),     [PC_INT64] = READER(int64),     [PC_UINT8] = READER(uint8),
    [PC_UINT16] = READER(uint16),   [PC_UINT32] = READER(uint32),   [PC_UINT64] = READER(uint64),
    [PC_FLOAT32] = READER(float32), [PC_FLOAT64] = READER(float64),
};

/* Casts to integers that give the results of SSE2 at each level: through a signed integer of 32 or
 * 64 bits, of which the low bits are kept. The instructions of AVX-512 would saturate. */
#define SAME(value) (value)
#define BY_INT32(value) (int32_t)(value)
#define BY_INT64(value) (int64_t)(value)
#define TWO_63 9223372036854775808.0
#define BY_UINT64(value)                                                                           \
    ((value) < (T)TWO_63 ? (uint64_t)(int64_t)(value)                                              \
                         : (uint64_t)(int64_t)((value) - (T)TWO_63) ^ (uint64_t)1 << 63)
#define IS_TRUE(value) ((uint8_t)(int32_t)(value) != 0)

typedef void (*FN(writer))(char *to, pc_size stride, const T *sums, pc_size n);
typedef void (*FN(rounder))(T *sums, pc_size n);

WRITE(float32, float, SAME)
WRITE(float64, double, SAME)
WRITE(bool, uint8_t, IS_TRUE)
WRITE(uint8, uint8_t, BY_INT32)
WRITE(uint16, uint16_t, BY_INT32)
WRITE(uint32, uint32_t, BY_INT64)
WRITE(uint64, uint64_t, BY_UINT64)
WRITE(int8, int8_t, BY_INT32)
WRITE(int16, int16_t, BY_INT32)
WRITE(int32, int32_t, BY_INT32)
WRITE(int64, int64_t, BY_INT64)
ROUND(float32, float, SAME)
ROUND(uint8, uint8_t, BY_INT32)
ROUND(uint16, uint16_t, BY_INT32)
ROUND(uint32, uint32_t, BY_INT64)
ROUND(uint64, uint64_t, BY_UINT64)
ROUND(int8, int8_t, BY_INT32)
ROUND(int16, int16_t, BY_INT32)
ROUND(int32, int32_t, BY_INT32)
ROUND(int64, int64_t, BY_INT64)

static const FN(writer) FN(writers)[PC_SOURCES] = {
    [PC_FLOAT32] = FN(write_float32), [PC_FLOAT64] = FN(write_float64),
    [PC_BOOL] = FN(write_bool),       [PC_UINT8] = FN(write_uint8),
    [PC_UINT16] = FN(write_uint16),   [PC_UINT32] = FN(write_uint32),
    [PC_UINT64] = FN(write_uint64),   [PC_INT8] = FN(write_int8),
    [PC_INT16] = FN(write_int16),     [PC_INT32] = FN(write_int32),
    [PC_INT64] = FN(write_int64),
};

/* NULL stands for types that hold every sum. Between two passes SciPy stores bool in bytes that may
 * hold any value. */
static const FN(rounder) FN(rounders)[PC_SOURCES] = {
    [PC_FLOAT32] = SUMS_ARE_F64 ? FN(round_float32) : NULL,
    [PC_FLOAT64] = NULL,
    [PC_BOOL] = FN(round_uint8),
    [PC_UINT8] = FN(round_uint8),
    [PC_UINT16] = FN(round_uint16),
    [PC_UINT32] = FN(round_uint32),
    [PC_UINT64] = FN(round_uint64),
    [PC_INT8] = FN(round_int8),
    [PC_INT16] = FN(round_int16),
    [PC_INT32] = FN(round_int32),
    [PC_INT64] = FN(round_int64),
};

/* ---- sums of rows ---- */

/* Vectors whose sums one call keeps in registers: 4 chains of dependent additions hide the latency
 * of each, 4 cycles. */
enum { FN(block) = 4 * LANES };

/* rows[t] is the first element of the row that tap t reads. `count` vectors from element i on. */
#define SUM_OF_TAPS(count)                                                                         \
    {                                                                                              \
        VEC sums[count];                                                                           \
        UNROLL for (int v = 0; v < (count); v++) sums[v] =                                         \
            *(const VEC *)(rows[first] + i + v * LANES) * weights[first];                          \
        for (pc_size t = 0; t < taps; t++) {                                                       \
            const T *row = rows[t] + i;                                                            \
            T weight = weights[t];                                                                 \
            UNROLL for (int v = 0; v < (count); v++)                                               \
                MULTIPLY_ADD(sums[v], *(const VEC *)(row + v * LANES), weight);                    \
        }                                                                                          \
        UNROLL for (int v = 0; v < (count); v++) *(VEC *)(out + i + v * LANES) = sums[v];          \
    }

/* out[i] = rows[first][i] * weights[first], plus the products of taps 0 to `taps` - 1 in turn. */
static void FN(sum_taps)(T *out, pc_size n, const T *const *rows, const T *weights, pc_size first,
                         pc_size taps) {
    pc_size i = 0;
    for (; i + FN(block) <= n; i += FN(block))
        SUM_OF_TAPS(4)
    for (; i + LANES <= n; i += LANES)
        SUM_OF_TAPS(1)
    if (i < n && n >= LANES) { /* the last vector overlaps the one before it */
        i = n - LANES;
        SUM_OF_TAPS(1)
        return;
    }
    for (; i < n; i++) {
        T sum = rows[first][i] * weights[first];
        for (pc_size t = 0; t < taps; t++)
            sum += rows[t][i] * weights[t];
        out[i] = sum;
    }
}

#define SUM_OF_PAIRS(count, SIGN)                                                                  \
    {                                                                                              \
        VEC sums[count];                                                                           \
        UNROLL for (int v = 0; v < (count); v++) sums[v] =                                         \
            *(const VEC *)(rows[half] + i + v * LANES) * weights[half];                            \
        for (pc_size t = 0; t < half; t++) {                                                       \
            const T *a = rows[t] + i, *b = rows[2 * half - t] + i;                                 \
            T weight = weights[t];                                                                 \
            UNROLL for (int v = 0; v < (count); v++)                                               \
                MULTIPLY_ADD(sums[v],                                                              \
                             (*(const VEC *)(a + v * LANES)SIGN * (const VEC *)(b + v * LANES)),   \
                             weight);                                                              \
        }                                                                                          \
        UNROLL for (int v = 0; v < (count); v++) *(VEC *)(out + i + v * LANES) = sums[v];          \
    }

#define SUM_PAIRS(name, SIGN)                                                                      \
    static void FN(name)(T * out, pc_size n, const T *const *rows, const T *weights,               \
                         pc_size half) {                                                           \
        pc_size i = 0;                                                                             \
        for (; i + FN(block) <= n; i += FN(block))                                                 \
            SUM_OF_PAIRS(4, SIGN)                                                                  \
        for (; i + LANES <= n; i += LANES)                                                         \
            SUM_OF_PAIRS(1, SIGN)                                                                  \
        if (i < n && n >= LANES) {                                                                 \
            i = n - LANES;                                                                         \
            SUM_OF_PAIRS(1, SIGN)                                                                  \
            return;                                                                                \
        }                                                                                          \
        for (; i < n; i++) {                                                                       \
            T sum = rows[half][i] * weights[half];                                                 \
            for (pc_size t = 0; t < half; t++)                                                     \
                sum += (rows[t][i] SIGN rows[2 * half - t][i]) * weights[t];                       \
            out[i] = sum;                                                                          \
        }                                                                                          \
    }
SUM_PAIRS(sum_pairs, +)
SUM_PAIRS(sum_differences, -)

#define SUM_OF_ELEMENTS(count)                                                                     \
    {                                                                                              \
        VEC sums[count];                                                                           \
        UNROLL for (int v = 0; v < (count); v++) sums[v] = *(const VEC *)(rows[0] + i + v * LANES); \
        for (pc_size t = 1; t < taps; t++) {                                                       \
            const T *row = rows[t] + i;                                                            \
            UNROLL for (int v = 0; v < (count); v++) sums[v] += *(const VEC *)(row + v * LANES);    \
        }                                                                                          \
        UNROLL for (int v = 0; v < (count); v++) *(VEC *)(out + i + v * LANES) = sums[v];          \
    }

/* out[i] = the sum of rows[0][i] to rows[taps - 1][i]. */
static void FN(sum_elements)(T *out, pc_size n, const T *const *rows, pc_size taps) {
    pc_size i = 0;
    for (; i + FN(block) <= n; i += FN(block))
        SUM_OF_ELEMENTS(4)
    for (; i + LANES <= n; i += LANES)
        SUM_OF_ELEMENTS(1)
    if (i < n && n >= LANES) {
        i = n - LANES;
        SUM_OF_ELEMENTS(1)
        return;
    }
    for (; i < n; i++) {
        T sum = rows[0][i];
        for (pc_size t = 1; t < taps; t++)
            sum += rows[t][i];
        out[i] = sum;
    }
}

/* out[i] = a[i] + b[i]; out may be a, or start before b by any distance. */
static void FN(add)(T *out, const T *a, const T *b, pc_size n) {
    pc_size i = 0;
    for (; i + LANES <= n; i += LANES)
        *(VEC *)(out + i) = *(const VEC *)(a + i) + *(const VEC *)(b + i);
    for (; i < n; i++)
        out[i] = a[i] + b[i];
}

/* Sums of `size` >= 2 elements that are `step` apart, at n places: to[i] = x[i] + ... The bits of
 * `size` below the highest are read from high to low. Each bit doubles the length of the sums, and
 * a bit that is set adds one element: at most 2 log2(size) additions. Unlike in a running sum, no
 * element outside of a window touches its sum. `to` has room for n + (size - 1) * step elements, as
 * x has. */
static void FN(box_sums)(T *to, const T *x, pc_size n, pc_size step, pc_size size) {
    pc_size bit = 1, length = 1;
    while (bit * 2 <= size)
        bit *= 2;
    const T *sums = x;
    while (bit /= 2) {
        bool odd = (size & bit) != 0;
        pc_size next = 2 * length + odd, places = n + (size - next) * step;
        FN(add)(to, sums, sums + length * step, places);
        sums = to;
        if (odd)
            FN(add)(to, to, x + 2 * length * step, places);
        length = next;
    }
}

/* Quotients, rounded as a division rounds them. With fused multiply-adds, a product with the
 * reciprocal and one correction by the exact remainder take a quarter of the division's time
 * (Markstein, "Computation of elementary functions on the IBM RISC System/6000 processor", 1990).
 * The remainder of infinity is NaN, so that the product stays. */
static void FN(divide)(T *out, const T *sums, pc_size n, T divisor) {
#if defined(__FMA__)
    T reciprocal = 1 / divisor;
    for (pc_size i = 0; i < n; i++) {
        T quotient = sums[i] * reciprocal;
        T corrected = FMA(FMA(-quotient, divisor, sums[i]), reciprocal, quotient);
        out[i] = quotient - quotient == 0 ? corrected : quotient;
    }
#else
    for (pc_size i = 0; i < n; i++)
        out[i] = sums[i] / divisor;
#endif
}

/* ---- a tile ---- */

INLINE pc_size FN(round_up)(pc_size elements) {
    pc_size line = PC_LINE / (pc_size)sizeof(T);
    return (elements + line - 1) / line * line;
}

/* Sum a window along a line or over rows; `rows` are those of its taps. A long box is no such
 * sum. */
static void FN(sum_rows)(const pc_pass *pass, T *out, pc_size n, const T *const *rows) {
    const T *weights = pass->weights;
    pc_size taps = pass->taps;
    if (pass->sum == PC_SUM_BOX) {
        FN(sum_elements)(out, n, rows, taps);
        FN(divide)(out, out, n, (T)taps);
    } else if (pass->sum == PC_SUM_PAIRS)
        FN(sum_pairs)(out, n, rows, weights, taps / 2);
    else if (pass->sum == PC_SUM_DIFFERENCES)
        FN(sum_differences)(out, n, rows, weights, taps / 2);
    else if (pass->sum == PC_SUM_LINE)
        FN(sum_taps)(out, n, rows, weights, taps - 1, taps - 1);
    else
        FN(sum_taps)(out, n, rows + 1, weights + 1, -1, taps - 1);
}

/* Sum along the columns: `n` outputs from the row at `sums`, into `to`. `spare` has room for a
 * row. */
static void FN(sum_columns)(const pc_pass *pass, T *to, pc_size n, const T *sums, T *spare,
                            const T **pointers) {
    if (is_long_box(pass)) {
        FN(box_sums)(spare, sums, n, 1, pass->taps);
        FN(divide)(to, spare, n, (T)pass->taps);
        return;
    }
    for (pc_size t = 0; t < pass->taps; t++)
        pointers[t] = sums + t;
    FN(sum_rows)(pass, to, n, pointers);
}
