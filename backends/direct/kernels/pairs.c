/* Micro-kernels for pairs of 16-bit integers, compiled once for each instruction-set level, and for
 * each extension of one that multiplies pairs in one step.
 *
 * An element is two channels of the input, or two weights, side by side. The product of two elements
 * is the sum of their two products in 32 bits; it wraps only if all four factors are -32768. Sums wrap
 * at 32 bits.
 */
#include "copy_kernels.h"
#include "level.h"
#include "blocking.h"

#include <stdint.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

typedef uint32_t pair_sums __attribute__((vector_size(VECTOR_BYTES)));

INLINE pair_sums multiply_add(pair_sums sum, pair_sums a, pair_sums b) {
#if defined(__AVX512VNNI__) && VECTOR_BYTES == 64
    return (pair_sums)_mm512_dpwssd_epi32((__m512i)sum, (__m512i)a, (__m512i)b);
#elif defined(__AVXVNNI__) && VECTOR_BYTES == 32
    return (pair_sums)_mm256_dpwssd_avx_epi32((__m256i)sum, (__m256i)a, (__m256i)b);
#elif defined(__AVX512BW__)
    return sum + (pair_sums)_mm512_madd_epi16((__m512i)a, (__m512i)b);
#elif defined(__AVX2__)
    return sum + (pair_sums)_mm256_madd_epi16((__m256i)a, (__m256i)b);
#elif defined(__SSE2__)
    return sum + (pair_sums)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
    typedef int32_t halves __attribute__((vector_size(VECTOR_BYTES)));
    sum += ((halves)a >> 16) * ((halves)b >> 16);
    return sum + (pair_sums)(((halves)(a << 16) >> 16) * ((halves)(b << 16) >> 16));
#endif
}

/* `a` may be a single element. */
#define MULTIPLY_ADD(sum, a, b) (sum) = multiply_add((sum), (pair_sums){0} + (a), (b))

#define T uint32_t
#define LANES (VECTOR_BYTES / 4)
#define LANE_LIST LIST_BY_4
#define PREFIX pairs_
/* Packing makes the pairs, so none stands in the caller's array. */
#undef STRIDED_VECTORS
#undef STRIDED
#define STRIDED_VECTORS 0
#define STRIDED(prefix) NULL
#include "modes.inc.h"

const pc_copy_kernels JOIN(pc_pairs_, PC_LEVEL) = KERNELS(uint32_t, pairs);
