/* Loads and stores of some lanes of a vector, `first` to `last` - 1, or the first n <= LANES; a
 * load sets the other lanes to zero.
 *
 * AVX-512 masks them; other levels copy power-of-two pieces through the stack. No other elements
 * are touched. Included by templates that have defined VEC, a vector of T. */
#ifdef __AVX512F__
#if LANES == 16
#define MASKED(name) name##_epi32
#else
#define MASKED(name) name##_epi64
#endif
INLINE VEC FN(load_lanes)(const T *from, pc_size first, pc_size last) {
    return (VEC)MASKED(_mm512_maskz_loadu)((1u << last) - (1u << first), from);
}
INLINE void FN(store_lanes)(T *to, pc_size first, pc_size last, VEC value) {
    MASKED(_mm512_mask_storeu)(to, (1u << last) - (1u << first), (__m512i)value);
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
INLINE VEC FN(load_lanes)(const T *from, pc_size first, pc_size last) {
    T part[LANES] = {0};
    FN(copy_part)(part + first, from + first, last - first);
    return *(const VEC *)part;
}
INLINE void FN(store_lanes)(T *to, pc_size first, pc_size last, VEC value) {
    T part[LANES];
    *(VEC *)part = value;
    FN(copy_part)(to + first, part + first, last - first);
}
#endif
INLINE VEC FN(load_part)(const T *from, pc_size n) { return FN(load_lanes)(from, 0, n); }
INLINE void FN(store_part)(T *to, pc_size n, VEC value) { FN(store_lanes)(to, 0, n, value); }
