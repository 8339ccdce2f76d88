/* What all kernels of one instruction-set level share: vectors, names, unrolling.
 *
 * Each source is compiled once for each level, with PC_LEVEL its name, and includes its template
 * once for each element type: T, LANES, LANE_LIST and PREFIX say which.
 */
#ifndef POLYCONV_LEVEL_H
#define POLYCONV_LEVEL_H

#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX2__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif

/* f32_channels_6x4__v4: element type, name, tile, level. */
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define FN(name) JOIN(JOIN(JOIN(PREFIX, name), __), PC_LEVEL)
/* Loops over a tile are unrolled whole, so that its sums are variables and not an array. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)") /* only then before arrays become variables */
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif
#define INLINE static inline __attribute__((always_inline))

/* Keeps the compiler from keeping the places of all vectors of a tile in registers, which are too
 * few. */
#if defined(__GNUC__)
#define IN_POINTER(pointer) __asm__("" : "+r"(pointer))
#else
#define IN_POINTER(pointer)
#endif

/* Write a vector to where one is aligned without fetching what stands there, past the caches; and
 * have all of these done before what follows. */
#if defined(__SSE2__)
#include <immintrin.h>
#if VECTOR_BYTES == 64
#define WRITE_PAST(to, vector) _mm512_stream_si512((__m512i *)(to), (__m512i)(vector))
#elif VECTOR_BYTES == 32
#define WRITE_PAST(to, vector) _mm256_stream_si256((__m256i *)(to), (__m256i)(vector))
#else
#define WRITE_PAST(to, vector) _mm_stream_si128((__m128i *)(to), (__m128i)(vector))
#endif
#define WRITTEN_PAST() _mm_sfence()
#else
#define WRITE_PAST(to, vector) (*(VEC *)(to) = (vector))
#define WRITTEN_PAST()
#endif

#define EVEN(j, d) (2 * (j))
#define ODD(j, d) (2 * (j) + 1)
#define LIST2(X, d) X(0, d), X(1, d)
#define LIST4(X, d) LIST2(X, d), X(2, d), X(3, d)
#define LIST8(X, d) LIST4(X, d), X(4, d), X(5, d), X(6, d), X(7, d)
#define LIST16(X, d)                                                                               \
    LIST8(X, d), X(8, d), X(9, d), X(10, d), X(11, d), X(12, d), X(13, d), X(14, d), X(15, d)
#if VECTOR_BYTES == 64
#define LIST_BY_4 LIST16
#define LIST_BY_8 LIST8
#elif VECTOR_BYTES == 32
#define LIST_BY_4 LIST8
#define LIST_BY_8 LIST4
#else
#define LIST_BY_4 LIST4
#define LIST_BY_8 LIST2
#endif

#endif
