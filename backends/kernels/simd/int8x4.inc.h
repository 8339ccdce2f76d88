/* Products of int8x4: four 8-bit integers, channels of the input or of the weights.
 *
 * VNNI multiplies unsigned by signed bytes and adds the four products, at most 4 * 255 * 128, to a
 * sum of 32 bits, which wraps. Without VNNI there is no such kernel, because the older instruction,
 * pmaddubsw, saturates at 16 bits. Included by microkernel.h.
 */

typedef uint32_t int8x4_vec __attribute__((vector_size(VECTOR_BYTES)));

INLINE int8x4_vec multiply_add_int8x4(int8x4_vec sum, int8x4_vec of_unsigned,
                                      int8x4_vec of_signed) {
#if defined(__AVX512VNNI__) && VECTOR_BYTES == 64
    return (int8x4_vec)_mm512_dpbusd_epi32((__m512i)sum, (__m512i)of_unsigned, (__m512i)of_signed);
#elif defined(__AVXVNNI__) && VECTOR_BYTES == 32
    return (int8x4_vec)_mm256_dpbusd_avx_epi32((__m256i)sum, (__m256i)of_unsigned,
                                               (__m256i)of_signed);
#else
#error "int8x4 needs VNNI"
#endif
}
