/* Micro-kernels: the innermost loops of the backends, one set per instruction-set level.
 *
 * A micro-kernel sums over a list of taps. It knows nothing of ranks, strides, dilations or
 * channels: the caller has laid the input out so that
 *
 *     element read for pixel p and tap j  =  x[pixel[p] + tap[j]]
 *
 * Every call sums its taps from zero in registers and then stores the sum, or adds it to `sums`:
 * long dot products are summed in two levels, which keeps rounding errors small.
 */
#ifndef POLYCONV_MICROKERNELS_H
#define POLYCONV_MICROKERNELS_H

#include <stddef.h>
#include <stdint.h>

typedef ptrdiff_t pc_size;
#define PC_FAR (PTRDIFF_MAX / 2) /* beyond any place */

static inline pc_size pc_least(pc_size a, pc_size b) { return a < b ? a : b; }

/* One filter on one plane, or one for each channel on planes of cells, whose channels stand side by
 * side. Output row r and kernel row t meet in the input row r * stride + t, at
 * x[(r * stride + t) * pitch + column[s]] for the first pixel and column s of the kernel. */
typedef struct {
    const void *w; /* w[t * w_pitch + s]; of cells, w[v * w_vector + t * w_pitch + s * lanes] */
    const pc_size *column;
    const void *bias; /* of the filter, or of all channels, or NULL */
    pc_size w_pitch, height, width;
    pc_size pitch, stride;   /* of planes, a stride of 2 goes with heights of 3 and 5 only */
    pc_size first, last;     /* input rows before `first`, and from `last` on, may be left out */
    pc_size out_pitch;
    int add;  /* to what stands in the sums */
    int past; /* the sums are written past the caches; not if they are added */

    /* Of cells only. */
    pc_size vectors, w_vector;       /* vectors of channels, and from the weights of one to the next */
    pc_size planes, plane, w_plane;  /* of the input that are summed, and from one to the next */
    pc_size step, out_step;          /* from one pixel to the next */
    pc_size left, right;             /* what `first` and `last` are for rows, in elements of a row */
} pc_rows;

/* Filters on vectors of pixels: vector v covers x[pixel[v]], x[pixel[v] + 1], ... */
typedef struct {
    const pc_size *pixel, *sums_at; /* where vectors are read, and written among a filter's sums */
    const pc_size *tap;
    const void *bias; /* of the filters, or NULL */
    pc_size vectors, taps;
    pc_size panel; /* vectors that each filter has in turn, before the next ones */
    pc_size run;   /* taps summed at a time, at most */
    pc_size filters, sums_stride; /* from one's sums to the next's */
    int block; /* filters computed at a time: 1, 2 or 4 */
    int add;   /* to what stands in the sums; vectors must not overlap then */
} pc_pixels;

/* Filters three columns wide on every other pixel of the input, whose first window is at x[0]. */
typedef struct {
    const void *w;       /* as of `pixels`, in blocks of 4 filters */
    const void *bias;    /* of the filters, or NULL */
    const void *padding; /* two vectors of it */
    pc_size channels, height;
    pc_size channel, line, stride; /* from one channel to the next, from row to row; rows to step */
    pc_size first, last;           /* input rows before `first`, and from `last` on, are padding */
    int left;                      /* so is the first column */
    pc_size rows, width;           /* of the sums, at least a vector wide */
    pc_size filters, sums_stride, out_pitch;
    const char *next; /* what will be read next, to be brought near meanwhile */
    pc_size next_bytes;
} pc_strided;

typedef struct {
    /* Elements in a vector. */
    int lanes;
    /* Vectors of output channels that `channels` computes at once, at most. */
    int channel_vectors;

    /* Output channels in the lanes. w[taps][vectors * lanes]; sums[pixels][vectors * lanes]. */
    void (*channels)(const void *x, const pc_size *pixel, pc_size pixels, const pc_size *tap,
                     pc_size taps, const void *w, int vectors, void *sums, int add);

    /* Pixels in the lanes, as `pc_pixels` says. w[filters / block][taps][block], filled up to whole
     * blocks; sums[filters][sums_stride]. */
    void (*pixels)(const pc_pixels *plane, const void *x, const void *w, void *sums);

    /* Rows of pixels in the lanes, `rows` of them and `pixels` wide, as `pc_rows` says. The input
     * has room for whole vectors, the sums are written element by element. */
    void (*rows)(const pc_rows *plane, const void *x, pc_size rows, pc_size pixels, void *sums);

    /* The same with channels in the lanes, one filter for each. */
    void (*cells)(const pc_rows *planes, const void *x, pc_size rows, pc_size pixels, void *sums);

    /* Copy rows of n elements, `from_pitch` bytes apart, between `left` and `right` of a value, to
     * rows `to_pitch` elements apart. */
    void (*pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                     pc_size right, const void *value, void *to, pc_size to_pitch);

    /* The same of every `step`-th element. */
    void (*pick_rows)(const char *from, pc_size from_pitch, pc_size step, pc_size rows,
                      pc_size left, pc_size n, pc_size right, const void *value, void *to,
                      pc_size to_pitch);

    /* Deal the n elements of each row out to two rows. */
    void (*split)(const char *from, pc_size from_pitch, pc_size rows, pc_size n, void *even,
                  void *odd, pc_size to_pitch);

    /* Write rows of n sums plus the bias of their channel (which may be NULL), `out_pitch` bytes
     * apart. */
    void (*store_rows)(const void *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                       const void *bias, char *out, pc_size out_pitch);

    /* Write sums[pixel * pixel_step + channel] + bias[channel] as contiguous rows of pixels, the
     * channels `channel_stride` bytes apart; bias may be NULL. The same transposition packs weights,
     * and brings channels side by side. */
    void (*transpose)(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                      const void *bias, char *out, pc_size channel_stride);

    /* The same of complex sums, whose parts alternate along the channels; `channels` counts parts. */
    void (*transpose_pairs)(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                            const void *bias, char *out, pc_size channel_stride);

    /* Every other pixel in the lanes, as `pc_strided` says, or NULL. */
    void (*strided)(const pc_strided *plane, const void *x, void *sums);

    /* Only floats have what follows, and only those of single precision more than the first. Convert
     * n elements of half precision, `stride` bytes apart, into elements `spread` places apart. */
    void (*read_halves)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);

    /* What `pad_rows` and `split` do, from rows of half precision. */
    void (*pad_halves)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                       pc_size right, const void *value, void *to, pc_size to_pitch);
    void (*split_halves)(const char *from, pc_size from_pitch, pc_size rows, pc_size n, void *even,
                         void *odd, pc_size to_pitch);

    /* Round rows of n sums to half precision, plus a bias (which may be NULL) for each column, or
     * one for all. */
    void (*write_halves)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                         const float *bias, int each, char *out, pc_size out_pitch);
} pc_kernels;

enum pc_type { PC_F32, PC_F64, PC_U64, PC_U32, PC_PAIRS, PC_TYPES };

/* The kernels for elements of `type`, at the level that isa.h decides. Signed and unsigned integers
 * share one set: their arithmetic is the same modulo 2^64, or 2^32. Pairs of 16-bit integers, as
 * pairs.c has them, are added up like those of 32 bits. */
const pc_kernels *pc_kernels_for(enum pc_type type);

#endif
