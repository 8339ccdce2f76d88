/* Products of int16x2: pairs of 16-bit integers, two channels of the input or of the weights.
 *
 * The product of two elements is the sum of both products in 32 bits, which wraps only if all four
 * factors are -32768; sums wrap at 32 bits. Included by microkernel.h.
 */

typedef uint32_t int16x2_vec __attribute__((vector_size(VECTOR_BYTES)));

INLINE int16x2_vec multiply_add_int16x2(int16x2_vec sum, int16x2_vec a, int16x2_vec b) {
#if defined(__AVX512VNNI__) && VECTOR_BYTES == 64
    return (int16x2_vec)_mm512_dpwssd_epi32((__m512i)sum, (__m512i)a, (__m512i)b);
#elif defined(__AVXVNNI__) && VECTOR_BYTES == 32
    return (int16x2_vec)_mm256_dpwssd_avx_epi32((__m256i)sum, (__m256i)a, (__m256i)b);
#elif defined(__AVX512BW__)
    return sum + (int16x2_vec)_mm512_madd_epi16((__m512i)a, (__m512i)b);
#elif defined(__AVX2__)
    return sum + (int16x2_vec)_mm256_madd_epi16((__m256i)a, (__m256i)b);
#elif defined(__SSE2__)
    return sum + (int16x2_vec)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
    typedef int32_t signed_vec __attribute__((vector_size(VECTOR_BYTES)));
    sum += ((signed_vec)a >> 16) * ((signed_vec)b >> 16);
    return sum + (int16x2_vec)(((signed_vec)(a << 16) >> 16) * ((signed_vec)(b << 16) >> 16));
#endif
}
