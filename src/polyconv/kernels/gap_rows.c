/* Rows of data with gaps; compiled once for each ISA level and element type.
 *
 * Denominators of few gaps are computed in double precision.
 */
#include "gap_rows.h"
#include "gap_vectors.inc.h"

/* Structural: outputs divided at a time if all have enough weight; 2 vectors of doubles. */
#define BLOCK 16

enum { FN(doubles) = VECTOR_BYTES / 8 };
typedef double FN(sums) __attribute__((vector_size(VECTOR_BYTES), aligned(8), may_alias));
typedef int64_t FN(masks) __attribute__((vector_size(VECTOR_BYTES)));

INLINE FN(sums) FN(load_doubles)(const T *from) {
#if defined(__AVX512F__)
    if (sizeof(T) == 4)
        return (FN(sums))_mm512_cvtps_pd(_mm256_loadu_ps((const float *)from));
#elif defined(__AVX2__)
    if (sizeof(T) == 4)
        return (FN(sums))_mm256_cvtps_pd(_mm_loadu_ps((const float *)from));
#endif
    FN(sums) values;
    UNROLL for (int i = 0; i < FN(doubles); i++) values[i] = from[i];
    return values;
}

void FN(add_valid)(const void *from, const double *w, const double *v, pc_size n, double *sums) {
    const T *x = from;
    FN(sums) numerators = {0}, denominators = {0};
    pc_size i = 0;
    for (; i + FN(doubles) <= n; i += FN(doubles)) {
        FN(sums) values = FN(load_doubles)(x + i);
        FN(masks) valid = (FN(masks))(values == values);
        values = (FN(sums))((FN(masks))values & valid);
        numerators += values * *(const FN(sums) *)(w + i);
        denominators += (FN(sums))((FN(masks)) * (const FN(sums) *)(v + i) & valid);
    }
    for (; i < n; i++)
        if (x[i] == x[i]) {
            sums[0] += w[i] * x[i];
            sums[1] += v[i];
        }
    for (int j = 0; j < FN(doubles); j++) {
        sums[0] += numerators[j];
        sums[1] += denominators[j];
    }
}

void FN(add_weights)(const int64_t *gaps, pc_size count, const double *weights, pc_size n,
                     double *deficit) {
    for (pc_size i = 0; i < count; i++) {
        double *to = deficit + gaps[i];
        for (pc_size j = 0; j < n; j += FN(doubles))
            *(FN(sums) *)(to + j) += *(const FN(sums) *)(weights + j);
    }
}

/* A vector with as many elements as one of doubles has, in the type of the outputs. */
typedef T FN(few) __attribute__((vector_size(FN(doubles) * sizeof(T)), aligned(sizeof(T)), may_alias));

INLINE pc_size FN(divide_blocks)(T *y, const double *whole, const pc_size step,
                                 const double *deficit, pc_size n, double enough) {
    enum { VECTORS = BLOCK / FN(doubles) };
    pc_size first = 0;
    for (; first + BLOCK <= n; first += BLOCK) {
        FN(sums) denominators[VECTORS];
        FN(masks) weak = {0};
        UNROLL for (int v = 0; v < VECTORS; v++) {
            pc_size at = first + v * FN(doubles);
            denominators[v] = -*(const FN(sums) *)(deficit + at);
            if (step)
                denominators[v] += *(const FN(sums) *)(whole + at);
            else
                denominators[v] += whole[0];
            weak |= (FN(masks))(denominators[v] < enough);
        }
        int64_t any = 0;
        UNROLL for (int i = 0; i < FN(doubles); i++) any |= weak[i];
        if (any)
            return first;
        UNROLL for (int v = 0; v < VECTORS; v++) {
            FN(few) *to = (FN(few) *)(y + first + v * FN(doubles));
            *to /= __builtin_convertvector(denominators[v], FN(few));
        }
    }
    for (; first < n; first++) {
        double denominator = whole[first * step] - deficit[first];
        if (denominator < enough)
            return first;
        y[first] /= (T)denominator;
    }
    return n;
}

pc_size FN(divide_less)(void *y, const double *whole, bool alike, const double *deficit, pc_size n,
                        double enough) {
    return alike ? FN(divide_blocks)(y, whole, 0, deficit, n, enough)
                 : FN(divide_blocks)(y, whole, 1, deficit, n, enough);
}

pc_size FN(divide_by)(void *outputs, const void *denominators, pc_size n, double enough,
                      double unit) {
    T *y = outputs, min_denominator = (T)enough, factor = (T)unit;
    const T *denominator = denominators;
    pc_size left = 0, stop;
    for (pc_size first = 0; first < n; first = stop) {
        stop = pc_min(first + LANES, n);
        if (stop - first == LANES) {
            VEC divisor = *(const VEC *)(denominator + first);
            if (!FN(any)(~(FN(flags))(divisor >= min_denominator))) {
                VEC *to = (VEC *)(y + first);
                *to = FN(quotient)(*to, divisor * factor);
                continue;
            }
        }
        for (pc_size i = first; i < stop; i++) {
            if (denominator[i] >= min_denominator)
                y[i] /= denominator[i] * factor;
            else
                left++;
        }
    }
    return left;
}

/* Elements that are scanned for gaps before the number of gaps is compared with a limit. A lane
 * holds the sum of that many flags. */
#define SCAN_BLOCK (64 * LANES)

pc_size FN(count)(const void *from, const uint8_t *mask, pc_size n, pc_size limit) {
    const T *x = from;
    pc_size count = 0, stop;
    for (pc_size first = 0; first < n && count <= limit; first = stop) {
        stop = pc_min(first + SCAN_BLOCK, n);
        FN(flags) nan = {0};
        pc_size i = first;
        for (; mask == NULL && i + LANES <= stop; i += LANES) {
            VEC vector = *(const VEC *)(x + i);
            nan -= (FN(flags))(vector != vector);
        }
        for (int lane = 0; lane < LANES; lane++)
            count += nan[lane];
        for (; i < stop; i++)
            count += x[i] != x[i] || (mask != NULL && mask[i] != 0);
    }
    return pc_min(count, limit + 1);
}

pc_size FN(clear)(const void *from, const uint8_t *mask, void *to, pc_size n, int64_t *places,
                  pc_size room) {
    const T *x = from;
    T *values = to;
    pc_size stop, count = 0;
    for (pc_size first = 0; first < n; first = stop) {
        stop = pc_min(first + LANES, n);
        if (stop - first == LANES && mask == NULL) {
            VEC vector = *(const VEC *)(x + first);
            uint64_t nan = FN(take_nan)(&vector);
            *(VEC *)(values + first) = vector;
            if (nan == 0)
                continue;
        }
        for (pc_size i = first; i < stop; i++) {
            bool gap = x[i] != x[i] || (mask != NULL && mask[i] != 0);
            values[i] = gap ? 0 : x[i];
            if (gap && count < room)
                places[count++] = i;
        }
    }
    return count;
}

void FN(split)(const void *from, const uint8_t *mask, void *to, void *valid, pc_size n) {
    const T *restrict x = from;
    T *restrict values = to, *restrict validity = valid;
    for (pc_size i = 0; i < n; i++) {
        values[i] = x[i] == x[i] ? x[i] : 0;
        validity[i] = x[i] == x[i] ? 1 : 0;
    }
    for (pc_size i = 0; mask != NULL && i < n; i++) {
        values[i] = mask[i] ? 0 : values[i];
        validity[i] = mask[i] ? 0 : validity[i];
    }
}
