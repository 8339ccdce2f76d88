/* Vectors of data with gaps: NaN in them, and divisions. */
#include "microkernel.h"
#include "types.h"

/* Results of comparisons: -1 or 0 in each lane. */
typedef SIGNED FN(flags) __attribute__((vector_size(VECTOR_BYTES)));

/* Return true if any lane is set. */
INLINE bool FN(any)(FN(flags) lanes) {
    int64_t parts[VECTOR_BYTES / 8], any = 0;
    memcpy(parts, &lanes, sizeof parts);
    UNROLL for (int i = 0; i < VECTOR_BYTES / 8; i++) any |= parts[i];
    return any != 0;
}

/* Return true if any lane of either vector is NaN. */
INLINE bool FN(any_nan)(VEC a, VEC b) {
#if defined(__AVX512F__)
    if (sizeof(T) == 4)
        return _mm512_cmp_ps_mask((__m512)a, (__m512)b, _CMP_UNORD_Q) != 0;
    return _mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_UNORD_Q) != 0;
#else
    return FN(any)((FN(flags))(a != a) | (FN(flags))(b != b));
#endif
}

/* Clear NaN in a vector, and return the lanes that had it, as bits. */
INLINE uint64_t FN(take_nan)(VEC *x) {
#if defined(__AVX512F__)
    if (sizeof(T) == 4) {
        __mmask16 nan = _mm512_cmp_ps_mask((__m512)*x, (__m512)*x, _CMP_UNORD_Q);
        *x = (VEC)_mm512_maskz_mov_ps((__mmask16)~nan, (__m512)*x);
        return nan;
    }
    __mmask8 nan = _mm512_cmp_pd_mask((__m512d)*x, (__m512d)*x, _CMP_UNORD_Q);
    *x = (VEC)_mm512_maskz_mov_pd((__mmask8)~nan, (__m512d)*x);
    return nan;
#else
    FN(flags) nan = (FN(flags))(*x != *x);
    *x = (VEC)((FN(flags))*x & ~nan);
#if defined(__AVX2__)
    return (uint64_t)(sizeof(T) == 4 ? _mm256_movemask_ps((__m256)nan)
                                     : _mm256_movemask_pd((__m256d)nan));
#elif defined(__SSE2__)
    return (uint64_t)(sizeof(T) == 4 ? _mm_movemask_ps((__m128)nan) : _mm_movemask_pd((__m128d)nan));
#else
    uint64_t lanes = 0;
    UNROLL for (int i = 0; i < LANES; i++) lanes |= (uint64_t)(nan[i] & 1) << i;
    return lanes;
#endif
#endif
}

/* Return the lesser elements of two vectors without NaN. */
INLINE VEC FN(lesser)(VEC a, VEC b) {
#if defined(__AVX512F__)
    return sizeof(T) == 4 ? (VEC)_mm512_min_ps((__m512)a, (__m512)b)
                          : (VEC)_mm512_min_pd((__m512d)a, (__m512d)b);
#else
    FN(flags) first = (FN(flags))(a < b);
    return (VEC)(((FN(flags))a & first) | ((FN(flags))b & ~first));
#endif
}

/* Divide vectors. AVX-512 estimates the reciprocal to 14 bits, and a Newton step doubles the bits.
 * The result is within two roundings of the quotient. It takes a quarter of the time of a division
 * instruction, which takes 10 cycles (f32) or 16 (f64). An infinite or NaN dividend stays what it
 * is; divisors are not 0 and not infinite. */
INLINE VEC FN(quotient)(VEC dividend, VEC divisor) {
#if defined(__AVX512F__)
    VEC inverse;
    if (sizeof(T) == 4) {
        inverse = (VEC)_mm512_rcp14_ps((__m512)divisor);
    } else {
        inverse = (VEC)_mm512_rcp14_pd((__m512d)divisor);
        inverse += inverse * (1 - divisor * inverse);
    }
    inverse += inverse * (1 - divisor * inverse);
    return dividend * inverse;
#else
    return dividend / divisor;
#endif
}

#if defined(__AVX512F__)
/* Taps of a part of a row of weights, and the number of its patterns, each of which has a sum: 2^5
 * or 2^4, the lanes of two vectors. */
enum { FN(pattern) = sizeof(T) == 4 ? 5 : 4, FN(pattern_sums) = 2 * LANES };

/* Return the patterns of the windows' parts in all lanes: in each lane, bit 0 is the validity of an
 * element. The first is bit `shift` of the bytes; bits beyond a part are set, too. */
INLINE __m512i FN(patterns_at)(const char *bytes, pc_size shift) {
    if (sizeof(T) == 4) {
        uint32_t bits;
        memcpy(&bits, bytes, sizeof bits);
        __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        lanes = _mm512_add_epi32(lanes, _mm512_set1_epi32((int)shift));
        return _mm512_srlv_epi32(_mm512_set1_epi32((int)bits), lanes);
    }
    uint64_t bits;
    memcpy(&bits, bytes, sizeof bits);
    __m512i lanes = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
    lanes = _mm512_add_epi64(lanes, _mm512_set1_epi64((int64_t)shift));
    return _mm512_srlv_epi64(_mm512_set1_epi64((int64_t)bits), lanes);
}

/* Return the sums of weights of `patterns`, from two vectors of the sums of all patterns. */
INLINE VEC FN(look_up)(VEC low, VEC high, __m512i patterns) {
    if (sizeof(T) == 4)
        return (VEC)_mm512_permutex2var_ps((__m512)low, patterns, (__m512)high);
    return (VEC)_mm512_permutex2var_pd((__m512d)low, patterns, (__m512d)high);
}
#endif
