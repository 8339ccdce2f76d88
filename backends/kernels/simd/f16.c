/* Half precision at one instruction-set level, compiled once for each: by the processor's own
 * conversions where it has them.
 *
 * Rounding is to the nearest, ties to even; what is too large becomes infinite, what is too small
 * subnormal or zero, and NaN stays NaN.
 */
#include "f16.h"

#include <string.h>
#if defined(__F16C__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#if defined(__AVX512BW__)
#define HALF_LANES 16
typedef float singles __attribute__((vector_size(64)));
INLINE singles widened(const uint16_t *from) {
    return (singles)_mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)from));
}
INLINE void narrow(singles value, uint16_t *to) {
    _mm256_storeu_si256((__m256i *)to, _mm512_cvtps_ph((__m512)value, _MM_FROUND_TO_NEAREST_INT));
}
#elif defined(__F16C__)
#define HALF_LANES 8
typedef float singles __attribute__((vector_size(32)));
INLINE float widened_one(uint16_t half) { return _cvtsh_ss(half); }
INLINE singles widened(const uint16_t *from) {
    return (singles)_mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)from));
}
INLINE void narrow(singles value, uint16_t *to) {
    _mm_storeu_si128((__m128i *)to, _mm256_cvtps_ph((__m256)value, _MM_FROUND_TO_NEAREST_INT));
}
#elif defined(__aarch64__)
#define HALF_LANES 4
typedef float32x4_t singles;
INLINE float widened_one(uint16_t half) {
    __fp16 value;
    memcpy(&value, &half, sizeof value);
    return value;
}
INLINE singles widened(const uint16_t *from) {
    return vcvt_f32_f16(vreinterpret_f16_u16(vld1_u16(from)));
}
INLINE void narrow(singles value, uint16_t *to) {
    vst1_u16(to, vreinterpret_u16_f16(vcvt_f16_f32(value)));
}
#else

INLINE float float_of(uint32_t bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

INLINE uint32_t bits_of(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* Through float arithmetic, exact for subnormals, with branches a compiler turns into selections. */
INLINE float widened_one(uint16_t half) {
    uint32_t magnitude = (uint32_t)(half & 0x7fff) << 13;
    float value = float_of(magnitude) * 0x1p112f; /* moves the exponent's bias from 15 to 127 */
    uint32_t bits = magnitude >= 0x0f800000 ? magnitude | 0x7f800000 : bits_of(value);
    return float_of(bits | (uint32_t)(half & 0x8000) << 16);
}

INLINE uint16_t narrowed_one(float value) {
    uint32_t bits = bits_of(value), sign = bits >> 16 & 0x8000;
    bits &= 0x7fffffff;
    uint32_t half;
    if (bits > 0x7f800000)
        half = 0x7e00 | (bits >> 13 & 0x3ff);
    else if (bits >= 0x477ff000) /* 65520 and more round to infinity */
        half = 0x7c00;
    else if (bits < 0x38800000) /* subnormal: 0.5 has the spacing of subnormal halves */
        half = bits_of(float_of(bits) + 0.5f) - 0x3f000000;
    else
        half = (bits - 0x38000000 + 0xfff + (bits >> 13 & 1)) >> 13;
    return (uint16_t)(sign | half);
}

/* Loops that a compiler turns into vectors of any length. */
INLINE void widen(const uint16_t *restrict from, pc_size n, float *restrict to) {
    for (pc_size i = 0; i < n; i++)
        to[i] = widened_one(from[i]);
}
INLINE void narrow_line(const float *restrict sums, pc_size n, const float *bias, int each,
                        uint16_t *restrict to) {
    if (bias && each) {
        for (pc_size i = 0; i < n; i++)
            to[i] = narrowed_one(sums[i] + bias[i]);
        return;
    }
    const float add = bias ? *bias : 0;
    for (pc_size i = 0; i < n; i++)
        to[i] = narrowed_one(sums[i] + add);
}
#endif

/* ---- lines of vectors ---- */

#ifdef HALF_LANES
INLINE singles load(const float *from) {
    singles value;
    memcpy(&value, from, sizeof value);
    return value;
}
INLINE void store(singles value, float *to) { memcpy(to, &value, sizeof value); }

/* Less than a vector. */
#if defined(__AVX512BW__)
#define FIRST(n) (((uint32_t)1 << (n)) - 1)
static void widen_part(const uint16_t *from, pc_size n, float *to) {
    __m256i halves = _mm256_maskz_loadu_epi16((__mmask16)FIRST(n), from);
    _mm512_mask_storeu_ps(to, (__mmask16)FIRST(n), _mm512_cvtph_ps(halves));
}
static void narrow_part(singles value, pc_size n, uint16_t *to) {
    _mm256_mask_storeu_epi16(to, (__mmask16)FIRST(n),
                             _mm512_cvtps_ph((__m512)value, _MM_FROUND_TO_NEAREST_INT));
}
static singles load_part(const float *from, pc_size n) {
    return (singles)_mm512_maskz_loadu_ps((__mmask16)FIRST(n), from);
}
#else
static void widen_part(const uint16_t *from, pc_size n, float *to) {
#if HALF_LANES == 8
    if (n >= 4) {
        _mm_storeu_ps(to, _mm_cvtph_ps(_mm_loadl_epi64((const __m128i *)from)));
        _mm_storeu_ps(to + n - 4, _mm_cvtph_ps(_mm_loadl_epi64((const __m128i *)(from + n - 4))));
        return;
    }
#endif
    UNROLL
    for (int i = 0; i < HALF_LANES - 1; i++)
        if (i < n)
            to[i] = widened_one(from[i]);
}
static void narrow_part(singles value, pc_size n, uint16_t *to) {
    uint16_t halves[HALF_LANES];
    narrow(value, halves);
    UNROLL
    for (int i = 0; i < HALF_LANES - 1; i++)
        if (i < n)
            to[i] = halves[i];
}
static singles load_part(const float *from, pc_size n) {
    float line[HALF_LANES] = {0};
    UNROLL
    for (int i = 0; i < HALF_LANES - 1; i++)
        if (i < n)
            line[i] = from[i];
    return load(line);
}
#endif

/* The last vector overlaps the one before. */
INLINE void widen(const uint16_t *from, pc_size n, float *to) {
    if (n < HALF_LANES) {
        widen_part(from, n, to);
        return;
    }
    for (pc_size i = 0; i < n; i += HALF_LANES) {
        pc_size at = pc_least(i, n - HALF_LANES);
        store(widened(from + at), to + at);
    }
}

INLINE void narrow_line(const float *sums, pc_size n, const float *bias, int each, uint16_t *to) {
    const singles all = (singles){0} + (bias && !each ? *bias : 0);
    if (n < HALF_LANES) {
        narrow_part(load_part(sums, n) + (bias && each ? load_part(bias, n) : all), n, to);
        return;
    }
    for (pc_size i = 0; i < n; i += HALF_LANES) {
        pc_size at = pc_least(i, n - HALF_LANES);
        narrow(load(sums + at) + (bias && each ? load(bias + at) : all), to + at);
    }
}
#endif

/* Elements that are brought side by side before they are converted, or parted after that. */
enum { LINE = 64 };

/* Deal n elements out to two lines, of which the second may be NULL. */
INLINE void split(const uint16_t *from, pc_size n, float *even, float *odd) {
#if defined(__AVX512BW__)
    for (pc_size i = 0; i < n; i += 32) {
        __mmask32 there = n - i < 32 ? FIRST(n - i) : ~(uint32_t)0;
        pc_size pairs = pc_least(n - i, 32);
        __m512i halves = _mm512_maskz_loadu_epi16(there, from + i);
        __m256i first = _mm512_cvtepi32_epi16(halves);
        __m256i second = _mm512_cvtepi32_epi16(_mm512_srli_epi32(halves, 16));
        _mm512_mask_storeu_ps(even + i / 2, (__mmask16)FIRST((pairs + 1) / 2),
                              _mm512_cvtph_ps(first));
        if (odd)
            _mm512_mask_storeu_ps(odd + i / 2, (__mmask16)FIRST(pairs / 2),
                                  _mm512_cvtph_ps(second));
    }
#else
    uint16_t first[LINE], second[LINE];
    for (pc_size i = 0; i < n; i += 2 * LINE) {
        pc_size some = pc_least(n - i, 2 * LINE);
        for (pc_size j = 0; j < some / 2; j++) {
            first[j] = from[i + 2 * j];
            second[j] = from[i + 2 * j + 1];
        }
        if (some % 2)
            first[some / 2] = from[i + some - 1];
        widen(first, (some + 1) / 2, even + i / 2);
        if (odd)
            widen(second, some / 2, odd + i / 2);
    }
#endif
}

/* ---- what the kernels have ---- */

void HALVES(f32_read)(void *to_, pc_size spread, const char *from, pc_size stride, pc_size n) {
    const pc_size size = sizeof(uint16_t);
    float *to = to_, line[LINE];
    uint16_t halves[LINE];
    if (spread == 1 && (stride == size || n == 1)) {
        widen((const uint16_t *)from, n, to);
        return;
    }
    if (spread == 1 && stride == 2 * size) {
        split((const uint16_t *)from, 2 * n - 1, to, NULL);
        return;
    }
    for (pc_size count; n > 0; n -= count, from += count * stride, to += count * spread) {
        count = pc_least(n, LINE);
        for (pc_size i = 0; i < count; i++)
            halves[i] = *(const uint16_t *)(from + i * stride);
        widen(halves, count, spread == 1 ? to : line);
        for (pc_size i = 0; i < count && spread != 1; i++)
            to[i * spread] = line[i];
    }
}

void HALVES(f64_read)(void *to_, pc_size spread, const char *from, pc_size stride, pc_size n) {
    double *to = to_;
    float line[LINE];
    for (pc_size count; n > 0; n -= count, from += count * stride, to += count * spread) {
        count = pc_least(n, LINE);
        HALVES(f32_read)(line, 1, from, stride, count);
        for (pc_size i = 0; i < count; i++)
            to[i * spread] = line[i];
    }
}

void HALVES(f32_pad)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                     pc_size right, const void *value, void *to_, pc_size to_pitch) {
    const float add = *(const float *)value;
    float *to = to_;
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        for (pc_size i = 0; i < left; i++)
            to[i] = add;
        widen((const uint16_t *)from, n, to + left);
        for (pc_size i = 0; i < right; i++)
            to[left + n + i] = add;
    }
}

void HALVES(f32_split)(const char *from, pc_size from_pitch, pc_size rows, pc_size n, void *even_,
                       void *odd_, pc_size to_pitch) {
    float *even = even_, *odd = odd_;
    for (pc_size r = 0; r < rows; r++, from += from_pitch, even += to_pitch, odd += to_pitch)
        split((const uint16_t *)from, n, even, odd);
}

void HALVES(f32_write)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                       const float *bias, int each, char *out, pc_size out_pitch) {
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch)
        narrow_line(sums, n, bias, each, (uint16_t *)out);
}
