/* Vectors, names and unrolling at one ISA level and for one element type.
 *
 * SIMD sources are compiled once for each level, with PC_LEVEL its name: base, v3 or v4. Templates
 * (*.inc.h) are compiled once for each element type, with ELEMENT its name: f32, f64, u32, u64,
 * int16x2, u8s8x4 or s8u8x4. From these two follow
 *
 *     T          the C type of an element
 *     LANES      elements of a vector
 *     LANE_LIST  LANE_LIST(X, d) is X(0, d), ..., X(LANES - 1, d): the indices of a shuffle
 *     FN(name)   a function's name: FN(igemm_6x4) is f32_igemm_6x4__v4
 */
#ifndef POLYCONV_LEVEL_H
#define POLYCONV_LEVEL_H

#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* Bytes of a vector, and vector registers: structural, of the instruction set. */
#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX2__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif
#if defined(__AVX512F__) || defined(__aarch64__)
#define VECTOR_REGISTERS 32
#else
#define VECTOR_REGISTERS 16
#endif

/* NR of the GEMM-like kernels, in vectors. With 32 registers, 6x4 sums leave room for 4 vectors
 * of weights and a broadcast pixel; with 16, 6x2 sums leave room for 2 vectors and a pixel. */
#define NR_VECTORS (VECTOR_REGISTERS / 8)

/* Bytes of a cache line on every processor that polyconv is built for. */
#define PC_LINE 64

/* ---- names that follow from ELEMENT and PC_LEVEL ---- */

#define TYPE_f32 float
#define TYPE_f64 double
#define TYPE_u32 uint32_t
#define TYPE_u64 uint64_t
#define TYPE_int16x2 uint32_t
#define TYPE_u8s8x4 uint32_t
#define TYPE_s8u8x4 uint32_t
#define BYTES_f32 4
#define BYTES_f64 8
#define BYTES_u32 4
#define BYTES_u64 8
#define BYTES_int16x2 4
#define BYTES_u8s8x4 4
#define BYTES_s8u8x4 4

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define TYPE_OF_(element) TYPE_##element
#define TYPE_OF(element) TYPE_OF_(element)
#define BYTES_OF_(element) BYTES_##element
#define BYTES_OF(element) BYTES_OF_(element)
#define LIST_OF_(bytes) LIST_BY_##bytes
#define LIST_OF(bytes) LIST_OF_(bytes)

#define T TYPE_OF(ELEMENT)
#define LANES (VECTOR_BYTES / BYTES_OF(ELEMENT))
#define LANE_LIST LIST_OF(BYTES_OF(ELEMENT))
#define FN(name) JOIN(JOIN(JOIN(JOIN(ELEMENT, _), name), __), PC_LEVEL)

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

/* Lane indices that deinterleave two vectors into even and odd elements. */
#define EVEN(j, d) (2 * (j))
#define ODD(j, d) (2 * (j) + 1)

/* Lane indices that exchange blocks of d lanes between two vectors. KEPT: the first vector, with
 * its odd blocks replaced by the even blocks of the second. MOVED: the second vector, with its even
 * blocks replaced by the odd blocks of the first. */
#define KEPT(j, d) ((j) & (d) ? LANES + (j) - (d) : (j))
#define MOVED(j, d) ((j) & (d) ? LANES + (j) : (j) + (d))

/* Lane indices that alternate lanes of two vectors, from lane `d` of each on. */
#define ZIPPED(j, d) ((j) / 2 + (d) + (j) % 2 * LANES)

/* ---- hints to the compiler ---- */

/* Loops over a register block are unrolled fully: only then do its sums become registers instead of
 * an array. GCC's limit of 16 iterations is the longest such loop. */
#ifdef __clang__
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif
#define INLINE static inline __attribute__((always_inline))

/* Load a vector into a register once, instead of using it as a memory operand of each product. */
#if defined(__AVX512F__)
#define IN_REGISTER(vector) __asm__("" : "+v"(vector))
#elif defined(__x86_64__)
#define IN_REGISTER(vector) __asm__("" : "+x"(vector))
#else
#define IN_REGISTER(vector)
#endif

/* Advance `pointer` at run time. Without it, GCC precomputes one address for each vector of an
 * unrolled block, runs out of general registers and spills them to the stack. */
#if defined(__GNUC__)
#define NO_HOIST(pointer) __asm__("" : "+r"(pointer))
#else
#define NO_HOIST(pointer)
#endif

/* ---- prefetches and non-temporal stores ---- */

/* Prefetch distance of 4 KiB for copies: hardware prefetchers stop at the page's end. */
#define PREFETCH(from) __builtin_prefetch((const char *)(from) + 4096)
/* Prefetch into the L2 cache. */
#define PREFETCH_L2(from) __builtin_prefetch(from, 0, 2)

/* Non-temporal (stream) store of a vector to an aligned address: it bypasses the caches and saves
 * the read for ownership of the line. STREAM_FENCE orders all of them before later stores. */
#if defined(__SSE2__)
#if VECTOR_BYTES == 64
#define STREAM_STORE(to, vector) _mm512_stream_si512((__m512i *)(to), (__m512i)(vector))
#elif VECTOR_BYTES == 32
#define STREAM_STORE(to, vector) _mm256_stream_si256((__m256i *)(to), (__m256i)(vector))
#else
#define STREAM_STORE(to, vector) _mm_stream_si128((__m128i *)(to), (__m128i)(vector))
#endif
#define STREAM_FENCE() _mm_sfence()
#else
#define STREAM_STORE(to, vector) (*(VEC *)(to) = (vector))
#define STREAM_FENCE()
#endif

/* ---- the bits of an element ---- */

/* The signed integer type of an element's size: masks, and results of comparisons, -1 or 0. */
#define SIGNED_BY_4 int32_t
#define SIGNED_BY_8 int64_t
#define SIGNED_OF_(bytes) SIGNED_BY_##bytes
#define SIGNED_OF(bytes) SIGNED_OF_(bytes)
#define SIGNED SIGNED_OF(BYTES_OF(ELEMENT))

#endif
