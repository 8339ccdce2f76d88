/* Packing and storing for arrays of any strides and dtype.
 *
 * pc_read_row reads padded coordinates of one row as elements of the kernels' type. pc_store writes
 * a block of sums in the result's dtype, with the bias added.
 */
#ifndef POLYCONV_PACK_H
#define POLYCONV_PACK_H

#include "copy_kernels.h"

/* A caller's arrays in one call, always with three spatial axes; strides are in bytes. */
typedef struct {
    const char *x;
    char *out;
    const char *bias; /* or NULL */
    pc_size x_batch, x_channel, x_stride[3];
    pc_size out_batch, out_channel, out_stride[3];
    double limit; /* magnitude beyond which elements of x must not spread: `Kernel` in Python */
} pc_arrays;

/* Clamp `value` to 0 ... max. */
static inline pc_size pc_clamp(pc_size value, pc_size max) {
    return value < 0 ? 0 : value < max ? value : max;
}

/* Return the number of coordinates in 0, step, ..., (count - 1) * step below `distance`. */
static inline pc_size pc_count_before(pc_size distance, pc_size step, pc_size count) {
    if (distance <= 0)
        return 0;
    /* Usually all are below, or one apart, which needs no division. */
    if (distance > (count - 1) * step)
        return count;
    return step == 1 ? distance : (distance + step - 1) / step;
}

/* Element types of the caller's arrays; a complex element is two real ones, itemsize / 2 apart. */
enum pc_source {
    PC_BOOL,
    PC_INT8,
    PC_INT16,
    PC_INT32,
    PC_INT64,
    PC_UINT8,
    PC_UINT16,
    PC_UINT32,
    PC_UINT64,
    PC_FLOAT16,
    PC_BFLOAT16,
    PC_FLOAT32,
    PC_FLOAT64,
    PC_SOURCES
};

/* Convert n elements, `stride` bytes apart, into every `spread`-th element of `to`. */
typedef void (*pc_convert)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);

/* Return the conversion to elements of `to`; NULL from floats to integers. `kernels` are those of
 * `to`, which read float16. Conversion to int16x2 takes two functions: the one of pc_convert_for
 * writes the first channel and clears the second, then the one of pc_convert_int16x2_high adds the
 * second. */
pc_convert pc_convert_for(enum pc_source from, enum pc_type to, const pc_copy_kernels *kernels);
pc_convert pc_convert_int16x2_high(enum pc_source from);

/* Return the conversion of n adjacent channels to n / 2 int16x2. */
pc_convert pc_convert_int16x2_pairs(enum pc_source from);

/* Contents of the padding: one value, or elements of the input as numpy.pad repeats them. */
enum pc_padding_mode { PC_CONSTANT, PC_EDGE, PC_WRAP, PC_SYMMETRIC, PC_REFLECT };

/* One axis of the padded input: coordinates lo to lo + n - 1 are the elements 0 to n - 1. */
typedef struct {
    pc_size lo, n;
    enum pc_padding_mode mode;
} pc_axis;

/* Return the distance of coordinates on one side of the input that have the same index, however
 * wide the padding is; 0 for a constant. */
pc_size pc_period(const pc_axis *axis);

/* Return the index of the element that numpy.pad repeats at index `at`, which is outside of the
 * input; -1 for a constant. */
pc_size pc_repeated_index(const pc_axis *axis, pc_size at);

/* Return the index of the element at a padded coordinate, or -1 for a constant. */
static inline pc_size pc_input_index(const pc_axis *axis, pc_size coordinate) {
    pc_size at = coordinate - axis->lo;
    return 0 <= at && at < axis->n ? at : pc_repeated_index(axis, at);
}

union pc_element {
    float f32;
    double f64;
    unsigned long long u64;
    unsigned u32;
};

/* Reads rows of the caller's array: their type, strides and padding. */
typedef struct {
    pc_axis axis; /* the last axis */
    pc_convert convert;
    pc_size itemsize; /* of the kernels' type */
    pc_size stride;   /* bytes between elements of the caller's row */
    pc_size spread;   /* elements from one written element to the next: 1, or 2 for complex parts */
    union pc_element padding;
} pc_reader;

/* Read elements of the padding of a row, all before the input or all after it: at the `count`
 * padded coordinates first, first + step, ... `row` is the start of the row in the caller's array,
 * `stride` the bytes from one element to the next. Elements that are equally spaced there are
 * converted in one call, and those that repeat others are copied. */
void pc_read_padding(const pc_reader *reader, char *to, const char *row, pc_size stride,
                     pc_size first, pc_size step, pc_size count);

/* Read elements of a padded row: at the `count` padded coordinates first, first + step, ... If
 * `row` is NULL, the whole row is padding. */
void pc_read_row(const pc_reader *reader, void *to, const char *row, pc_size first, pc_size step,
                 pc_size count);

/* Copy `count` runs of a line to `rows` rows in turn: run i to row i % rows. Runs have `run` bytes,
 * at least 4, and start `period` bytes apart; rows are `to_step` bytes apart. */
void pc_deinterleave_runs(const char *line, pc_size count, pc_size period, pc_size run, int rows,
                          char *to, pc_size to_step);

/* Writes sums into the caller's array. `parts` neighbours along the channels are neighbours of a
 * row there: 2 if real and imaginary sums alternate, 2, 4 or 8 outputs of a transposed convolution,
 * else 1. */
typedef struct {
    const pc_copy_kernels *kernels; /* transpose sums where results have their type, else NULL */
    const pc_copy_kernels
        *narrow;           /* transpose 32-bit sums of int64 or float16 results, else NULL */
    enum pc_type sums;     /* type of the sums, read for integers only */
    enum pc_source result; /* real type of the result's elements */
    pc_size itemsize;      /* of that type */
    int parts;
    pc_size pixel_stride, channel_stride; /* bytes in the caller's array */
} pc_writer;

/* Write sums[pixel * pixel_step + channel * channel_step] + bias[channel]; `channels` counts real
 * sums, `parts` for each of the caller's channels; bias NULL is none. */
void pc_store(const pc_writer *writer, char *out, const void *sums, pc_size pixel_step,
              pc_size channel_step, pc_size pixels, pc_size channels, const void *bias);

#endif
