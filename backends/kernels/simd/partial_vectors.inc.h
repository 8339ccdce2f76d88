/* Loads and stores of the first n <= LANES elements of a vector; a load sets the other lanes to
 * zero.
 *
 * AVX-512 masks them; other levels copy power-of-two pieces through the stack. Nothing beyond
 * element n - 1 is touched. Included by templates that have defined VEC, a vector of T.
 */
#ifdef __AVX512F__
#if LANES == 16
#define MASKED(name) name##_epi32
#else
#define MASKED(name) name##_epi64
#endif
INLINE VEC FN(load_part)(const T *from, pc_size n) {
    return (VEC)MASKED(_mm512_maskz_loadu)((1u << n) - 1, from);
}
INLINE void FN(store_part)(T *to, pc_size n, VEC value) {
    MASKED(_mm512_mask_storeu)(to, (1u << n) - 1, (__m512i)value);
}
#undef MASKED
#else
INLINE void FN(copy_part)(T *to, const T *from, pc_size n) {
    pc_size i = 0;
    for (int size = LANES; size > 0; size /= 2) {
        if (n & size) {
            memcpy(to + i, from + i, size * sizeof(T));
            i += size;
        }
    }
}
INLINE VEC FN(load_part)(const T *from, pc_size n) {
    T part[LANES] = {0};
    FN(copy_part)(part, from, n);
    return *(const VEC *)part;
}
INLINE void FN(store_part)(T *to, pc_size n, VEC value) {
    T part[LANES];
    *(VEC *)part = value;
    FN(copy_part)(to, part, n);
}
#endif
