/* Conversions between float16 and float32; compiled once for each ISA level.
 *
 * v3 and v4 use F16C and AVX-512, aarch64 its own instructions, base integer arithmetic. Rounding
 * is to nearest, ties to even; overflow gives infinity, underflow subnormals or zero, and NaN stays
 * NaN.
 */
#if defined(__aarch64__)
#include <arm_neon.h>
#endif

#include "f16.h"

#include "float_bits.h"

#if defined(__AVX512BW__)
#define F16_LANES 16
typedef float f32_vec __attribute__((vector_size(64)));
INLINE f32_vec load_f16(const uint16_t *from) {
    return (f32_vec)_mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)from));
}
INLINE void store_f16(f32_vec value, uint16_t *to) {
    _mm256_storeu_si256((__m256i *)to, _mm512_cvtps_ph((__m512)value, _MM_FROUND_TO_NEAREST_INT));
}
#elif defined(__F16C__)
#define F16_LANES 8
typedef float f32_vec __attribute__((vector_size(32)));
INLINE float f32_from_f16(uint16_t f16) { return _cvtsh_ss(f16); }
INLINE f32_vec load_f16(const uint16_t *from) {
    return (f32_vec)_mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)from));
}
INLINE void store_f16(f32_vec value, uint16_t *to) {
    _mm_storeu_si128((__m128i *)to, _mm256_cvtps_ph((__m256)value, _MM_FROUND_TO_NEAREST_INT));
}
#elif defined(__aarch64__)
#define F16_LANES 4
typedef float32x4_t f32_vec;
INLINE float f32_from_f16(uint16_t f16) {
    __fp16 value;
    memcpy(&value, &f16, sizeof value);
    return value;
}
INLINE f32_vec load_f16(const uint16_t *from) {
    return vcvt_f32_f16(vreinterpret_f16_u16(vld1_u16(from)));
}
INLINE void store_f16(f32_vec value, uint16_t *to) {
    vst1_u16(to, vreinterpret_u16_f16(vcvt_f16_f32(value)));
}
#else

/* Multiply to rebias the exponent: exact for subnormals, and branch-free after if-conversion. */
INLINE float f32_from_f16(uint16_t f16) {
    uint32_t magnitude = (uint32_t)(f16 & 0x7fff) << 13;
    float value = float_of(magnitude) * 0x1p112f; /* exponent bias: 15 to 127 */
    uint32_t bits = magnitude >= 0x0f800000 ? magnitude | 0x7f800000 : bits_of(value);
    return float_of(bits | (uint32_t)(f16 & 0x8000) << 16);
}

INLINE uint16_t f16_from_f32(float value) {
    uint32_t bits = bits_of(value), sign = bits >> 16 & 0x8000;
    bits &= 0x7fffffff;
    uint32_t f16;
    if (bits > 0x7f800000)
        f16 = 0x7e00 | (bits >> 13 & 0x3ff);
    else if (bits >= 0x477ff000) /* 65520 and more round to infinity */
        f16 = 0x7c00;
    else if (bits < 0x38800000) /* subnormal: the ulp of 0.5f is the spacing of subnormal f16 */
        f16 = bits_of(float_of(bits) + 0.5f) - 0x3f000000;
    else
        f16 = (bits - 0x38000000 + 0xfff + (bits >> 13 & 1)) >> 13;
    return (uint16_t)(sign | f16);
}

/* Plain loops, which the compiler vectorises. */
INLINE void read_line(const uint16_t *restrict from, pc_size n, float *restrict to) {
    for (pc_size i = 0; i < n; i++)
        to[i] = f32_from_f16(from[i]);
}
INLINE void store_line(const float *restrict sums, pc_size n, const float *bias,
                       int bias_per_column, uint16_t *restrict to) {
    if (bias && bias_per_column) {
        for (pc_size i = 0; i < n; i++)
            to[i] = f16_from_f32(sums[i] + bias[i]);
        return;
    }
    const float add = bias ? *bias : 0;
    for (pc_size i = 0; i < n; i++)
        to[i] = f16_from_f32(sums[i] + add);
}
#endif

/* ---- lines of vectors ---- */

#ifdef F16_LANES
INLINE f32_vec load(const float *from) {
    f32_vec value;
    memcpy(&value, from, sizeof value);
    return value;
}
INLINE void store(f32_vec value, float *to) { memcpy(to, &value, sizeof value); }

/* Fewer elements than a vector has. */
#if defined(__AVX512BW__)
#define MASK(n) (((uint32_t)1 << (n)) - 1)
static void read_part(const uint16_t *from, pc_size n, float *to) {
    __m256i f16 = _mm256_maskz_loadu_epi16((__mmask16)MASK(n), from);
    _mm512_mask_storeu_ps(to, (__mmask16)MASK(n), _mm512_cvtph_ps(f16));
}
static void store_f16_part(f32_vec value, pc_size n, uint16_t *to) {
    _mm256_mask_storeu_epi16(to, (__mmask16)MASK(n),
                             _mm512_cvtps_ph((__m512)value, _MM_FROUND_TO_NEAREST_INT));
}
static f32_vec load_part(const float *from, pc_size n) {
    return (f32_vec)_mm512_maskz_loadu_ps((__mmask16)MASK(n), from);
}
#else
static void read_part(const uint16_t *from, pc_size n, float *to) {
#if F16_LANES == 8
    if (n >= 4) {
        _mm_storeu_ps(to, _mm_cvtph_ps(_mm_loadl_epi64((const __m128i *)from)));
        _mm_storeu_ps(to + n - 4, _mm_cvtph_ps(_mm_loadl_epi64((const __m128i *)(from + n - 4))));
        return;
    }
#endif
    UNROLL
    for (int i = 0; i < F16_LANES - 1; i++)
        if (i < n)
            to[i] = f32_from_f16(from[i]);
}
static void store_f16_part(f32_vec value, pc_size n, uint16_t *to) {
    uint16_t f16[F16_LANES];
    store_f16(value, f16);
    UNROLL
    for (int i = 0; i < F16_LANES - 1; i++)
        if (i < n)
            to[i] = f16[i];
}
static f32_vec load_part(const float *from, pc_size n) {
    float line[F16_LANES] = {0};
    UNROLL
    for (int i = 0; i < F16_LANES - 1; i++)
        if (i < n)
            line[i] = from[i];
    return load(line);
}
#endif

/* The last vector overlaps the one before it. */
INLINE void read_line(const uint16_t *from, pc_size n, float *to) {
    if (n < F16_LANES) {
        read_part(from, n, to);
        return;
    }
    for (pc_size i = 0; i < n; i += F16_LANES) {
        pc_size at = pc_min(i, n - F16_LANES);
        store(load_f16(from + at), to + at);
    }
}

INLINE void store_line(const float *sums, pc_size n, const float *bias, int bias_per_column,
                       uint16_t *to) {
    const f32_vec all = (f32_vec){0} + (bias && !bias_per_column ? *bias : 0);
    if (n < F16_LANES) {
        store_f16_part(load_part(sums, n) + (bias && bias_per_column ? load_part(bias, n) : all), n,
                       to);
        return;
    }
    for (pc_size i = 0; i < n; i += F16_LANES) {
        pc_size at = pc_min(i, n - F16_LANES);
        store_f16(load(sums + at) + (bias && bias_per_column ? load(bias + at) : all), to + at);
    }
}
#endif

/* Elements of the stack buffers that gather strided elements before they are converted. */
enum { GATHER_BUFFER = 64 };

/* Convert even elements to `even` and odd ones to `odd`, unless that is NULL. */
INLINE void deinterleave_line(const uint16_t *from, pc_size n, float *even, float *odd) {
#if defined(__AVX512BW__)
    for (pc_size i = 0; i < n; i += 32) {
        __mmask32 mask = n - i < 32 ? MASK(n - i) : ~(uint32_t)0;
        pc_size lanes = pc_min(n - i, 32);
        __m512i f16 = _mm512_maskz_loadu_epi16(mask, from + i);
        __m256i first = _mm512_cvtepi32_epi16(f16);
        __m256i second = _mm512_cvtepi32_epi16(_mm512_srli_epi32(f16, 16));
        _mm512_mask_storeu_ps(even + i / 2, (__mmask16)MASK((lanes + 1) / 2),
                              _mm512_cvtph_ps(first));
        if (odd)
            _mm512_mask_storeu_ps(odd + i / 2, (__mmask16)MASK(lanes / 2),
                                  _mm512_cvtph_ps(second));
    }
#else
    uint16_t first[GATHER_BUFFER], second[GATHER_BUFFER];
    for (pc_size i = 0; i < n; i += 2 * GATHER_BUFFER) {
        pc_size count = pc_min(n - i, 2 * GATHER_BUFFER);
        for (pc_size j = 0; j < count / 2; j++) {
            first[j] = from[i + 2 * j];
            second[j] = from[i + 2 * j + 1];
        }
        if (count % 2)
            first[count / 2] = from[i + count - 1];
        read_line(first, (count + 1) / 2, even + i / 2);
        if (odd)
            read_line(second, count / 2, odd + i / 2);
    }
#endif
}

/* ---- copy kernels ---- */

void F16(f32_read)(void *to_, pc_size spread, const char *from, pc_size stride, pc_size n) {
    const pc_size size = sizeof(uint16_t);
    float *to = to_, line[GATHER_BUFFER];
    uint16_t f16[GATHER_BUFFER];
    if (spread == 1 && (stride == size || n == 1)) {
        read_line((const uint16_t *)from, n, to);
        return;
    }
    if (spread == 1 && stride == 2 * size) {
        deinterleave_line((const uint16_t *)from, 2 * n - 1, to, NULL);
        return;
    }
    for (pc_size count; n > 0; n -= count, from += count * stride, to += count * spread) {
        count = pc_min(n, GATHER_BUFFER);
        for (pc_size i = 0; i < count; i++)
            f16[i] = *(const uint16_t *)(from + i * stride);
        read_line(f16, count, spread == 1 ? to : line);
        for (pc_size i = 0; i < count && spread != 1; i++)
            to[i * spread] = line[i];
    }
}

void F16(f64_read)(void *to_, pc_size spread, const char *from, pc_size stride, pc_size n) {
    double *to = to_;
    float line[GATHER_BUFFER];
    for (pc_size count; n > 0; n -= count, from += count * stride, to += count * spread) {
        count = pc_min(n, GATHER_BUFFER);
        F16(f32_read)(line, 1, from, stride, count);
        for (pc_size i = 0; i < count; i++)
            to[i * spread] = line[i];
    }
}

void F16(f32_pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                       pc_size right, const void *value, void *to_, pc_size to_pitch) {
    const float padding = *(const float *)value;
    float *to = to_;
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        for (pc_size i = 0; i < left; i++)
            to[i] = padding;
        read_line((const uint16_t *)from, n, to + left);
        for (pc_size i = 0; i < right; i++)
            to[left + n + i] = padding;
    }
}

void F16(f32_deinterleave)(const char *from, pc_size from_pitch, pc_size rows, pc_size n,
                           void *even_, void *odd_, pc_size to_pitch) {
    float *even = even_, *odd = odd_;
    for (pc_size r = 0; r < rows; r++, from += from_pitch, even += to_pitch, odd += to_pitch)
        deinterleave_line((const uint16_t *)from, n, even, odd);
}

void F16(f32_store_rows)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                         const float *bias, int bias_per_column, char *out, pc_size out_pitch) {
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch)
        store_line(sums, n, bias, bias_per_column, (uint16_t *)out);
}
