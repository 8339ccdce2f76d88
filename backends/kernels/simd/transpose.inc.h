/* Transposition of a matrix: sums[pixel][channel] to out[channel][pixel], with a bias per channel.
 *
 * Blocks of LANES x LANES are transposed in registers by Eklundh's method: log2(LANES) rounds, each
 * of which exchanges one bit of the row index with one bit of the column index (one shuffle per
 * vector and round). A block takes LANES loads, LANES stores and LANES * log2(LANES) shuffles.
 * Blocks at the end overlap those before them. Included by copy_kernels.inc.h.
 */

/* Exchange bit d between the row index and the lane index: rows i and i + d swap blocks of d lanes.
 */
#define EXCHANGE(d)                                                                                \
    for (int i = 0; i < LANES / unit; i++) {                                                       \
        if (i & (d) / unit)                                                                        \
            continue;                                                                              \
        VEC a = row[i], b = row[i + (d) / unit];                                                   \
        row[i] = __builtin_shufflevector(a, b, LANE_LIST(KEPT, d));                                \
        row[i + (d) / unit] = __builtin_shufflevector(a, b, LANE_LIST(MOVED, d));                  \
    }

/* Transpose LANES / unit rows of units: 1 element, the 2 parts of a complex number, or 2, 4 or 8
 * neighbours of a row. */
INLINE void FN(exchange)(VEC row[], const int unit) {
#if LANES > 8
    if (unit <= 8)
        EXCHANGE(8)
#endif
#if LANES > 4
    if (unit <= 4)
        EXCHANGE(4)
#endif
#if LANES > 2
    if (unit <= 2)
        EXCHANGE(2)
#endif
    if (unit == 1)
        EXCHANGE(1)
}

INLINE void FN(transpose_block)(const T *sums, pc_size pixel_step, VEC bias, char *out,
                                pc_size channel_stride, const int unit) {
    VEC row[LANES];
    for (int i = 0; i < LANES / unit; i++)
        row[i] = *(const VEC *)(sums + i * pixel_step) + bias;
    FN(exchange)(row, unit);
    for (int i = 0; i < LANES / unit; i++)
        *(VEC *)(out + i * channel_stride) = row[i];
}

/* Transpose fewer pixels or channels than a block has; rows beyond them are never stored. */
INLINE void FN(transpose_part)(const T *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                               VEC bias, char *out, pc_size channel_stride, const int unit) {
    VEC row[LANES];
    for (int i = 0; i < LANES / unit; i++) {
        row[i] = bias;
        if (i < pixels)
            row[i] += FN(load_part)(sums + i * pixel_step, channels);
    }
    FN(exchange)(row, unit);
    for (int i = 0; i < LANES / unit; i++)
        if (i * unit < channels)
            FN(store_part)((T *)(out + i * channel_stride), pixels * unit, row[i]);
}

/* Transpose `pixels` x `channels` elements; a channel of the result has `unit` of them. */
INLINE void FN(transpose_by)(const T *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                             const T *bias, char *out, pc_size channel_stride, const int unit) {
    const pc_size max = LANES / unit, pixel = unit * sizeof(T);
    pc_size c = 0, wide = channels < LANES ? channels : LANES;
    pc_size high = pixels < max ? pixels : max;
    /* Below this size a block's shuffles cost more than the scalar loop at the end. A unit that
     * fills a vector takes no shuffles. */
    while ((max == 1 || wide / unit + high > max + 1) && c < channels) {
        /* The last block starts early and stores some of the previous block again. */
        c = c + wide <= channels ? c : channels - wide;
        VEC add = bias ? FN(load_part)(bias + c, wide) : (VEC){0};
        char *to = out + c / unit * channel_stride;
        for (pc_size p = 0; p < pixels; p += max) {
            pc_size at = p + high <= pixels ? p : pixels - high;
            const T *from = sums + at * pixel_step + c;
            if (wide == LANES && high == max)
                FN(transpose_block)(from, pixel_step, add, to + at * pixel, channel_stride, unit);
            else
                FN(transpose_part)(from, pixel_step, high, wide, add, to + at * pixel,
                                   channel_stride, unit);
        }
        c += wide;
    }
    for (; c < channels; c++) {
        T *to = (T *)(out + c / unit * channel_stride) + c % unit;
        T add = bias ? bias[c] : 0;
        for (pc_size p = 0; p < pixels; p++)
            to[p * unit] = sums[p * pixel_step + c] + add;
    }
}

static void FN(transpose)(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                          const void *bias, char *out, pc_size channel_stride) {
    FN(transpose_by)(sums, pixel_step, pixels, channels, bias, out, channel_stride, 1);
}

static void FN(transpose_units)(const void *sums, pc_size pixel_step, pc_size pixels,
                                pc_size channels, const void *bias, char *out,
                                pc_size channel_stride, int unit) {
#define UNITS(UNIT)                                                                                \
    case UNIT:                                                                                     \
        FN(transpose_by)(sums, pixel_step, pixels, channels, bias, out, channel_stride, UNIT);     \
        return;
    switch (unit) {
        UNITS(2)
#if LANES >= 4
        UNITS(4)
#endif
#if LANES >= 8
        UNITS(8)
#endif
    }
#undef UNITS
}

#undef EXCHANGE
