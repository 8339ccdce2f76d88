#include "pack.h"

#include "float_bits.h"

#include <stdint.h>
#include <string.h>

static inline float from_bfloat16(uint16_t value) { return float_of((uint32_t)value << 16); }

static inline uint16_t to_bfloat16(float value) {
    uint32_t bits = bits_of(value);
    if ((bits & 0x7fffffff) > 0x7f800000)
        return (uint16_t)(bits >> 16 | 0x40);
    return (uint16_t)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

#define IDENTITY(value) (value)
#define IS_TRUE(value) ((value) != 0)

/* ---- reading ---- */

/* Contiguous elements (forwards and backwards) and strides of 2 have separate loops, which the
 * compiler vectorises. Contiguous elements that are not converted are copied by memcpy: this file
 * is compiled for vectors of 16 bytes, and such a loop took 14 to 19 % of the time of Sobel's two
 * filters on 600x512 pixels, by its place in memory (float32, Zen 4, 1 core, 2026-12-01, `perf
 * record`). */
#define CONVERT_BY(name, S, T, FROM, PUT)                                                          \
    static void name(void *to_, pc_size spread, const char *from, pc_size stride, pc_size n) {     \
        T *restrict to = to_;                                                                      \
        if (spread == 1 && stride == (pc_size)sizeof(S) && __builtin_types_compatible_p(S, T)) {   \
            memcpy(to, from, n > 0 ? (size_t)n * sizeof(T) : 0);                                   \
        } else if (spread == 1 && stride == (pc_size)sizeof(S)) {                                  \
            const S *restrict values = (const S *)from;                                            \
            for (pc_size i = 0; i < n; i++)                                                        \
                PUT(to[i], (T)FROM(values[i]));                                                    \
        } else if (spread == 1 && stride == 2 * (pc_size)sizeof(S)) {                              \
            const S *restrict values = (const S *)from;                                            \
            for (pc_size i = 0; i < n; i++)                                                        \
                PUT(to[i], (T)FROM(values[2 * i]));                                                \
        } else if (spread == 1 && stride == -(pc_size)sizeof(S)) {                                 \
            const S *restrict values = (const S *)from;                                            \
            for (pc_size i = 0; i < n; i++)                                                        \
                PUT(to[i], (T)FROM(values[-i]));                                                   \
        } else {                                                                                   \
            for (pc_size i = 0; i < n; i++, from += stride)                                        \
                PUT(to[i * spread], (T)FROM(*(const S *)from));                                    \
        }                                                                                          \
    }
#define SET(to, value) (to) = (value)
#define CONVERT(name, S, T, FROM) CONVERT_BY(name, S, T, FROM, SET)

#define INTEGER_SOURCES(X, T, to)                                                                  \
    X(bool_##to, uint8_t, T, IS_TRUE)                                                              \
    X(int8_##to, int8_t, T, IDENTITY)                                                              \
    X(int16_##to, int16_t, T, IDENTITY)                                                            \
    X(int32_##to, int32_t, T, IDENTITY)                                                            \
    X(int64_##to, int64_t, T, IDENTITY)                                                            \
    X(uint8_##to, uint8_t, T, IDENTITY)                                                            \
    X(uint16_##to, uint16_t, T, IDENTITY)                                                          \
    X(uint32_##to, uint32_t, T, IDENTITY)                                                          \
    X(uint64_##to, uint64_t, T, IDENTITY)
#define FLOAT_SOURCES(X, T, to)                                                                    \
    X(bfloat16_##to, uint16_t, T, from_bfloat16)                                                   \
    X(float32_##to, float, T, IDENTITY)                                                            \
    X(float64_##to, double, T, IDENTITY)

INTEGER_SOURCES(CONVERT, float, f32)
FLOAT_SOURCES(CONVERT, float, f32)
INTEGER_SOURCES(CONVERT, double, f64)
FLOAT_SOURCES(CONVERT, double, f64)
INTEGER_SOURCES(CONVERT, uint64_t, u64)
INTEGER_SOURCES(CONVERT, uint32_t, u32)

/* 16-bit integers of an int16x2: FIRST writes the low one and clears the high one, SECOND adds the
 * high one. On big-endian machines the first is the high one: memory holds the two in order. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define FIRST(to, value) (to) = (value) << 16
#define SECOND(to, value) (to) |= (value) & 0xffff
#else
#define FIRST(to, value) (to) = (value) & 0xffff
#define SECOND(to, value) (to) |= (value) << 16
#endif
#define CONVERT_FIRST(name, S, T, FROM) CONVERT_BY(name, S, T, FROM, FIRST)
#define CONVERT_SECOND(name, S, T, FROM) CONVERT_BY(name, S, T, FROM, SECOND)
#define INT16_SOURCES(X, T, to)                                                                    \
    X(bool_##to, uint8_t, T, IS_TRUE)                                                              \
    X(int8_##to, int8_t, T, IDENTITY)                                                              \
    X(int16_##to, int16_t, T, IDENTITY)                                                            \
    X(uint8_##to, uint8_t, T, IDENTITY)
INT16_SOURCES(CONVERT, uint16_t, int16)
INT16_SOURCES(CONVERT_FIRST, uint32_t, first)
INT16_SOURCES(CONVERT_SECOND, uint32_t, second)

#define INTEGERS(to)                                                                               \
    bool_##to, int8_##to, int16_##to, int32_##to, int64_##to, uint8_##to, uint16_##to,             \
        uint32_##to, uint64_##to
#define INT16S(to)                                                                                 \
    [PC_BOOL] = bool_##to, [PC_INT8] = int8_##to, [PC_INT16] = int16_##to, [PC_UINT8] = uint8_##to
#define FLOATS(to)                                                                                 \
    [PC_BFLOAT16] = bfloat16_##to, [PC_FLOAT32] = float32_##to, [PC_FLOAT64] = float64_##to

static const pc_convert conversions[PC_TYPES][PC_SOURCES] = {
    [PC_F32] = {INTEGERS(f32), FLOATS(f32)},
    [PC_F64] = {INTEGERS(f64), FLOATS(f64)},
    [PC_U64] = {INTEGERS(u64)},
    [PC_U32] = {INTEGERS(u32)},
    [PC_INT16X2] = {INT16S(first)},
};
static const pc_convert int16x2_high[PC_SOURCES] = {INT16S(second)};
static const pc_convert int16x2_pairs[PC_SOURCES] = {INT16S(int16)};

pc_convert pc_convert_for(enum pc_source from, enum pc_type to, const pc_copy_kernels *kernels) {
    return from == PC_FLOAT16 ? kernels->read_f16 : conversions[to][from];
}

pc_convert pc_convert_int16x2_high(enum pc_source from) { return int16x2_high[from]; }

pc_convert pc_convert_int16x2_pairs(enum pc_source from) { return int16x2_pairs[from]; }

static void fill(const pc_reader *reader, char *to, pc_size count) {
    pc_size step = reader->spread * reader->itemsize;
    if (reader->itemsize == 4) {
        for (pc_size i = 0; i < count; i++)
            memcpy(to + i * step, &reader->padding, 4);
    } else {
        for (pc_size i = 0; i < count; i++)
            memcpy(to + i * step, &reader->padding, 8);
    }
}

pc_size pc_period(const pc_axis *axis) {
    switch (axis->mode) {
    case PC_EDGE: return 1;
    case PC_WRAP: return axis->n;
    case PC_SYMMETRIC: return 2 * axis->n;
    case PC_REFLECT: return axis->n > 1 ? 2 * axis->n - 2 : 1;
    default: return 0;
    }
}

pc_size pc_repeated_index(const pc_axis *axis, pc_size at) {
    const pc_size n = axis->n, period = pc_period(axis);
    if (axis->mode == PC_CONSTANT)
        return -1;
    if (axis->mode == PC_EDGE)
        return at < 0 ? 0 : n - 1;
    /* Divide only if the padding is wider than a period, which is rare. */
    if (at < -period || at >= period)
        at %= period;
    if (at < 0)
        at += period;
    if (at >= n) /* the second half of a period runs backwards */
        at = (axis->mode == PC_SYMMETRIC ? 2 * n - 1 : 2 * n - 2) - at;
    return at;
}

/* Return how many of `count` coordinates, `step` apart, come before their indices repeat. */
static pc_size before_repeat(const pc_axis *axis, pc_size step, pc_size count) {
    pc_size period = pc_period(axis), divisor = period, rest = step;
    if (count <= axis->n)
        return count;
    while (rest > 0) { /* Euclid */
        const pc_size next = divisor % rest;
        divisor = rest, rest = next;
    }
    return pc_min(count, period / divisor);
}

/* Of `count` coordinates, return how many indices from the first one, `from`, on are `distance`
 * apart. `at` is the first coordinate. */
static pc_size equally_spaced(const pc_axis *axis, pc_size at, pc_size from, pc_size step,
                              pc_size distance, pc_size count) {
    pc_size run = 1;
    if (distance == step) /* up to the end of the input, */
        return pc_min(count, (axis->n - 1 - from) / step + 1);
    if (distance == -step) /* down to its start, */
        return pc_min(count, from / step + 1);
    while (run < count && pc_input_index(axis, at + run * step) == from + run * distance)
        run++; /* or steps longer than a period */
    return run;
}

void pc_read_padding(const pc_reader *reader, char *to, const char *row, pc_size stride,
                     pc_size first, pc_size step, pc_size count) {
    const pc_axis *axis = &reader->axis;
    const pc_size written = reader->spread * reader->itemsize;
    if (axis->mode == PC_CONSTANT) {
        fill(reader, to, count);
        return;
    }
    if (count == 1 || (axis->mode == PC_EDGE && count > 0)) {
        reader->convert(to, reader->spread, row + pc_input_index(axis, first) * stride, 0, count);
        return;
    }
    /* Padding of many periods is copied from the first one, unless other elements lie between. */
    const pc_size once = reader->spread == 1 ? before_repeat(axis, step, count) : count;
    for (pc_size i = 0, run; i < once; i += run) {
        pc_size at = first + i * step, from = pc_input_index(axis, at);
        pc_size distance = once - i > 1 ? pc_input_index(axis, at + step) - from : 0;
        run = once - i > 1 ? equally_spaced(axis, at, from, step, distance, once - i) : 1;
        reader->convert(to + i * written, reader->spread, row + from * stride, distance * stride,
                        run);
    }
    for (pc_size done = once; done < count; done *= 2)
        memcpy(to + done * written, to, pc_min(done, count - done) * written);
}

void pc_read_row(const pc_reader *reader, void *to_, const char *row, pc_size first, pc_size step,
                 pc_size count) {
    char *to = to_;
    if (row == NULL) {
        fill(reader, to, count);
        return;
    }
    pc_size lo = reader->axis.lo, written = reader->spread * reader->itemsize;
    pc_size start = pc_count_before(lo - first, step, count);
    pc_size stop = pc_count_before(lo + reader->axis.n - first, step, count);
    if (start > 0)
        pc_read_padding(reader, to, row, reader->stride, first, step, start);
    if (stop > start)
        reader->convert(to + start * written, reader->spread,
                        row + (first + start * step - lo) * reader->stride, step * reader->stride,
                        stop - start);
    if (stop < count)
        pc_read_padding(reader, to + stop * written, row, reader->stride, first + stop * step, step,
                        count - stop);
}

/* Copy runs by moves of `size` bytes, a compile-time constant; the last move of a run overlaps the
 * one before it. */
static inline __attribute__((always_inline)) void
deinterleave_by(const char *line, pc_size count, pc_size period, pc_size run, int rows, char *to,
                pc_size to_step, const pc_size size) {
    for (pc_size i = 0; i < count; to += run)
        for (int row = 0; row < rows && i < count; row++, i++, line += period) {
            char *at = to + row * to_step;
            for (pc_size done = 0; done < run - size; done += size)
                memcpy(at + done, line + done, size);
            memcpy(at + run - size, line + run - size, size);
        }
}

void pc_deinterleave_runs(const char *line, pc_size count, pc_size period, pc_size run, int rows,
                          char *to, pc_size to_step) {
    if (run < 8)
        deinterleave_by(line, count, period, run, rows, to, to_step, 4);
    else if (run < 16)
        deinterleave_by(line, count, period, run, rows, to, to_step, 8);
    else if (run < 32)
        deinterleave_by(line, count, period, run, rows, to, to_step, 16);
    else
        deinterleave_by(line, count, period, run, rows, to, to_step, 32);
}

/* ---- writing ---- */

/* Store element by element; the inner loop follows the denser direction of the caller's array. */
#define STORE_WITH(name, T, B, R, TO)                                                              \
    static void name(const pc_writer *writer, char *out, const T *sums, pc_size pixel_step,        \
                     pc_size channel_step, pc_size pixels, pc_size channels, const B *bias) {      \
        pc_size parts = writer->parts;                                                             \
        if (writer->channel_stride == parts * (pc_size)sizeof(R) && channel_step == 1) {           \
            for (pc_size p = 0; p < pixels; p++) {                                                 \
                R *restrict to = (R *)(out + p * writer->pixel_stride);                            \
                const T *restrict from = sums + p * pixel_step;                                    \
                if (bias)                                                                          \
                    for (pc_size c = 0; c < channels; c++)                                         \
                        to[c] = (R)TO(from[c] + bias[c]);                                          \
                else                                                                               \
                    for (pc_size c = 0; c < channels; c++)                                         \
                        to[c] = (R)TO(from[c]);                                                    \
            }                                                                                      \
            return;                                                                                \
        }                                                                                          \
        for (pc_size c = 0; c < channels; c++) {                                                   \
            B add = bias ? bias[c] : 0;                                                            \
            char *to = out + c / parts * writer->channel_stride + c % parts * (pc_size)sizeof(R);  \
            const T *from = sums + c * channel_step;                                               \
            if (writer->pixel_stride == (pc_size)sizeof(R) && pixel_step == 1)                     \
                for (pc_size p = 0; p < pixels; p++)                                               \
                    ((R *)to)[p] = (R)TO(from[p] + add);                                           \
            else                                                                                   \
                for (pc_size p = 0; p < pixels; p++)                                               \
                    *(R *)(to + p * writer->pixel_stride) = (R)TO(from[p * pixel_step] + add);     \
        }                                                                                          \
    }
#define STORE(name, T, R, TO) STORE_WITH(name, T, T, R, TO)

STORE(store_f32, float, float, IDENTITY)
STORE(store_bfloat16, float, uint16_t, to_bfloat16)
STORE(store_f64, double, double, IDENTITY)
/* Integers wrap, so signed and unsigned results of the same width share a function. */
STORE(store_int8, uint64_t, uint8_t, IDENTITY)
STORE(store_int16, uint64_t, uint16_t, IDENTITY)
STORE(store_int32, uint64_t, uint32_t, IDENTITY)
STORE(store_int64, uint64_t, uint64_t, IDENTITY)
/* 32-bit sums do not overflow where the result is wider; the bias then has the result's width. */
STORE(store_narrow_int8, uint32_t, uint8_t, IDENTITY)
STORE(store_narrow_int16, uint32_t, uint16_t, IDENTITY)
STORE(store_narrow_int32, uint32_t, uint32_t, IDENTITY)
STORE_WITH(store_narrow_int64, int32_t, uint64_t, uint64_t, IDENTITY)

/* Block of sums that is transposed into rows on the stack before it is converted or scattered: 8
 * KiB, in double precision 16 KiB. */
enum { ROW_PIXELS = 128, ROW_CHANNELS = 16 };

/* Round sums to float16, row by row: the channels of a pixel if they are adjacent in the result,
 * else the pixels of a channel. */
static void store_float16(const pc_writer *writer, char *out, const float *sums, pc_size pixel_step,
                          pc_size channel_step, pc_size pixels, pc_size channels,
                          const float *bias) {
    const pc_copy_kernels *kernels = writer->narrow;
    uint16_t f16[ROW_PIXELS];
    float row[ROW_PIXELS];
    if (writer->channel_stride == writer->itemsize && channel_step == 1) {
        kernels->store_rows_f16(sums, pixel_step, pixels, channels, bias, 1, out,
                                writer->pixel_stride);
        return;
    }
    if (writer->pixel_stride == writer->itemsize && pixel_step == 1 && !bias) {
        kernels->store_rows_f16(sums, channel_step, channels, pixels, NULL, 0, out,
                                writer->channel_stride);
        return;
    }
    for (pc_size c = 0; c < channels; c++, sums += channel_step, out += writer->channel_stride) {
        const float *add = bias ? bias + c : NULL;
        if (writer->pixel_stride == writer->itemsize && pixel_step == 1) {
            kernels->store_rows_f16(sums, 0, 1, pixels, add, 0, out, 0);
            continue;
        }
        for (pc_size p = 0, count; p < pixels; p += count) {
            count = pixels - p < ROW_PIXELS ? pixels - p : ROW_PIXELS;
            for (pc_size i = 0; i < count && pixel_step != 1; i++)
                row[i] = sums[(p + i) * pixel_step];
            kernels->store_rows_f16(pixel_step == 1 ? sums + p : row, 0, 1, count, add, 0,
                                    (char *)f16, 0);
            for (pc_size i = 0; i < count; i++)
                *(uint16_t *)(out + (p + i) * writer->pixel_stride) = f16[i];
        }
    }
}

/* Transpose 32-bit sums and convert the rows. */
static void store_by_rows(const pc_writer *writer, char *out, const int32_t *sums,
                          pc_size pixel_step, pc_size pixels, pc_size channels, const void *bias) {
    int32_t rows[ROW_CHANNELS * ROW_PIXELS];
    const int f16 = writer->result == PC_FLOAT16;
    for (pc_size c = 0, wide; c < channels; c += wide) {
        wide = channels - c < ROW_CHANNELS ? channels - c : ROW_CHANNELS;
        for (pc_size p = 0, count; p < pixels; p += count) {
            char *to = out + c * writer->channel_stride + p * writer->pixel_stride;
            count = pixels - p < ROW_PIXELS ? pixels - p : ROW_PIXELS;
            writer->narrow->transpose(sums + p * pixel_step + c, pixel_step, count, wide, NULL,
                                      (char *)rows, ROW_PIXELS * sizeof rows[0]);
            if (f16)
                store_float16(writer, to, (const float *)rows, 1, ROW_PIXELS, count, wide,
                              bias ? (const float *)bias + c : NULL);
            else
                store_narrow_int64(writer, to, rows, 1, ROW_PIXELS, count, wide,
                                   bias ? (const uint64_t *)bias + c : NULL);
        }
    }
}

/* Scatter the `n` elements of a row, of `itemsize` bytes each, to places `stride` bytes apart. */
static void spread_row(char *to, pc_size stride, const char *row, pc_size itemsize, pc_size n) {
    if (itemsize == 4)
        for (pc_size i = 0; i < n; i++)
            memcpy(to + i * stride, row + 4 * i, 4);
    else
        for (pc_size i = 0; i < n; i++)
            memcpy(to + i * stride, row + 8 * i, 8);
}

/* Write to a result whose channels are not adjacent and whose pixels are apart, such as one phase
 * of a transposed convolution or a view. Sums are transposed first: reading them channel by channel
 * would load each cache line 16 times. */
static void store_apart(const pc_writer *writer, char *out, const char *sums, pc_size pixel_step,
                        pc_size pixels, pc_size channels, const char *bias) {
    const pc_size itemsize = writer->itemsize;
    uint64_t rows[ROW_CHANNELS * ROW_PIXELS];
    for (pc_size c = 0, wide; c < channels; c += wide) {
        wide = channels - c < ROW_CHANNELS ? channels - c : ROW_CHANNELS;
        for (pc_size p = 0, count; p < pixels; p += count) {
            count = pixels - p < ROW_PIXELS ? pixels - p : ROW_PIXELS;
            writer->kernels->transpose(sums + (p * pixel_step + c) * itemsize, pixel_step, count,
                                       wide, bias ? bias + c * itemsize : NULL, (char *)rows,
                                       ROW_PIXELS * itemsize);
            for (pc_size i = 0; i < wide; i++)
                spread_row(out + (c + i) * writer->channel_stride + p * writer->pixel_stride,
                           writer->pixel_stride, (const char *)rows + i * ROW_PIXELS * itemsize,
                           itemsize, count);
        }
    }
}

/* Return the number of rows of sums that lie side by side in the result, as elements of one line:
 * 2, 3, 4 or 8 channels of each pixel, or the two parts of a complex channel. 0 if none do. */
static int zipped_rows(const pc_writer *writer, pc_size channels) {
    const pc_size itemsize = writer->itemsize, rows = writer->pixel_stride / itemsize;
    const int known = rows == 2 || rows == 3 || rows == 4 || rows == 8;
    if (writer->pixel_stride % itemsize != 0 || !known || rows > writer->kernels->lanes ||
        channels % rows != 0)
        return 0;
    if (writer->parts == 2 && rows == 2)
        return 2;
    return rows == channels && writer->channel_stride == writer->parts * itemsize ? (int)rows : 0;
}

/* Write rows of sums that lie side by side in the result, zipped in registers. */
static void store_zipped_rows(const pc_writer *writer, char *out, const char *sums,
                              pc_size channel_step, pc_size pixels, pc_size channels,
                              const char *bias, int rows) {
    const pc_size itemsize = writer->itemsize;
    for (pc_size c = 0; c < channels; c += rows)
        writer->kernels->interleave(sums + c * channel_step * itemsize, channel_step, pixels,
                                    bias ? bias + c * itemsize : NULL,
                                    out + c / writer->parts * writer->channel_stride, rows);
}

void pc_store(const pc_writer *writer, char *out, const void *sums, pc_size pixel_step,
              pc_size channel_step, pc_size pixels, pc_size channels, const void *bias) {
    const pc_copy_kernels *kernels = writer->kernels;
    if (kernels && channel_step == 1 && writer->parts <= kernels->lanes &&
        writer->pixel_stride == writer->parts * writer->itemsize) {
        if (writer->parts == 1)
            kernels->transpose(sums, pixel_step, pixels, channels, bias, out,
                               writer->channel_stride);
        else
            kernels->transpose_units(sums, pixel_step, pixels, channels, bias, out,
                                     writer->channel_stride, writer->parts);
        return;
    }
    if (kernels && channel_step == 1 &&
        writer->channel_stride == writer->parts * writer->itemsize) {
        kernels->store_pixels(sums, pixel_step, pixels, channels, bias, out, writer->pixel_stride);
        return;
    }
    const int rows = kernels && pixel_step == 1 ? zipped_rows(writer, channels) : 0;
    if (rows > 0) {
        store_zipped_rows(writer, out, sums, channel_step, pixels, channels, bias, rows);
        return;
    }
    if (writer->narrow && channel_step == 1 && writer->pixel_stride == writer->itemsize) {
        store_by_rows(writer, out, sums, pixel_step, pixels, channels, bias);
        return;
    }
    if (kernels && channel_step == 1 && writer->parts == 1 && pixels > 1 &&
        writer->channel_stride != writer->itemsize) {
        store_apart(writer, out, sums, pixel_step, pixels, channels, bias);
        return;
    }
#define CALL(name) name(writer, out, sums, pixel_step, channel_step, pixels, channels, bias)
#define INTEGER(name)                                                                              \
    if (narrow)                                                                                    \
        CALL(store_narrow_##name);                                                                 \
    else                                                                                           \
        CALL(store_##name)
    const int narrow = writer->sums == PC_U32;
    switch (writer->result) {
    case PC_FLOAT32: CALL(store_f32); break;
    case PC_FLOAT16: CALL(store_float16); break;
    case PC_BFLOAT16: CALL(store_bfloat16); break;
    case PC_FLOAT64: CALL(store_f64); break;
    case PC_INT8: case PC_UINT8: INTEGER(int8); break;
    case PC_INT16: case PC_UINT16: INTEGER(int16); break;
    case PC_INT32: case PC_UINT32: INTEGER(int32); break;
    default: INTEGER(int64); break;
    }
#undef INTEGER
#undef CALL
}
