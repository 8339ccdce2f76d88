/* A work item of separable convolution, as its passes share it: separable.c cuts it out and orders
 * the passes, passes.c computes them.
 */
#ifndef POLYCONV_SEPARABLE_WORK_ITEM_H
#define POLYCONV_SEPARABLE_WORK_ITEM_H

#include "separable.h"

/* One work item: a tile of the outputs of one filter, or of `interleave` channels that share
 * one. */
typedef struct {
    const pc_separable *plan;
    const pc_factors *factors;
    const pc_arrays *a;
    pc_stop_token *token;
    void *maxima;
    pc_size image, filter;
    pc_size first[3], size[3]; /* outputs */
    pc_size n;                 /* elements of a row of outputs */
    /* Buffered rows start `skew` elements after a cache line, as rows of the result do, so that the
     * stores of all passes are aligned. `whole`: elements of a row from there on, in whole
     * vectors. */
    pc_size skew, whole;
    int copies;                /* rows of the input are packed by copies */
    int sums_input;            /* boxes are summed along rows of the input without packing them */
    int skips_padding;         /* zero padding is cleared in the rings, not filtered; not if fused */
    pc_size left, inside, right; /* packed pixels: padding, input, padding; for copies only */
    int prefetches;            /* memory is prefetched */
    int fuses;                 /* rows are filtered across and along at once */
    int stores_sums;           /* results have another layout or type: sums are buffered */
    char *rows, *planes, *sums, *packed, *scratch;
    /* Lists of lines: input of the two parts, results of the two parts, and taps far apart. */
    const char **lines[2], **tap_lines;
    char **out[2];
    const char **ahead; /* what is prefetched with each output */
} pc_work;

/* Return the vectors of a term along an axis, set 0. */
static inline const char *pc_weights(const pc_work *work, int axis, pc_size ic, pc_size term) {
    const pc_separable_shape *shape = &work->plan->shape;
    pc_size vector = (work->filter * shape->ic_per_group + ic) * shape->terms + term;
    pc_size bytes = work->plan->axes[axis].taps * shape->itemsize;
    return work->factors->axes[axis] + vector * work->factors->sets * bytes;
}

/* Return the set of weights by which part q of the input is multiplied for part p of a product; -1
 * if there is none: (re + im i) (a + b i) = (a re - b im) + (b re + a im) i. */
static inline int pc_set(const pc_work *work, int p, int q) {
    return p == q ? 0 : work->factors->sets == 1 ? -1 : p ? 2 : 1;
}

/* Return the ring of buffered rows of a term and part. Channels share it in problems with planes,
 * which filter one plane after the other. */
static inline char *pc_row_ring(const pc_work *work, pc_size ic, pc_size term, pc_size part) {
    const pc_separable_shape *shape = &work->plan->shape;
    pc_size number = (shape->keeps && !shape->is_volume ? ic : 0) * shape->terms + term;
    pc_size rows = (number * shape->parts + part) * shape->row_ring;
    return work->rows + rows * shape->pitch * shape->itemsize;
}

/* Return row `y` of the tile in the buffered plane of padded coordinate `z`. */
static inline char *pc_plane_row(const pc_work *work, pc_size ic, pc_size term, pc_size part,
                                 pc_size z, pc_size y) {
    const pc_separable_shape *shape = &work->plan->shape;
    pc_size number = ((shape->keeps ? ic : 0) * shape->terms + term) * shape->parts + part;
    pc_size planes = number * shape->plane_ring + z % shape->plane_ring;
    pc_size row = planes * work->plan->axes[1].tile + y;
    return work->planes + (row * shape->pitch + work->skew) * shape->itemsize;
}

/* Return true if some output reads padded coordinate `at` along an axis. */
static inline int pc_is_read(const pc_separable_axis *axis, pc_size at) {
    if (axis->stride == 1)
        return 1;
    for (pc_size t = 0; t < axis->taps; t++)
        if ((at - t * axis->dilation) % axis->stride == 0)
            return 1;
    return 0;
}

/* Set the places where rows are packed, and write the padding that all rows share. */
void pc_start_packing(pc_work *work);

/* Return the row of an input channel at padded coordinates (z, y); NULL is a row of padding. */
const char *pc_input_row(const pc_work *work, pc_size ic, pc_size z, pc_size y);

/* Structural: maximum number of rows that are packed before the first of them is filtered. */
enum { PC_MAX_PACKED_ROWS = 8 };

/* Filter the rows of a channel from padded coordinate `start` to `stop` - 1 of plane z into the
 * rings of all its terms. Meanwhile `count` rows that `ahead` lists are prefetched for writing. */
void pc_fill_rows(const pc_work *work, pc_size ic, pc_size z, pc_size start, pc_size stop,
                  pc_size count, char *const *ahead);

/* Return a row of padding as wide as the input inside the tile. It stays until rows are packed. */
const char *pc_padding_row(const pc_work *work);

/* Filter across the lines that `work->lines` lists for each part, from the first tap of the first
 * output on, at padded coordinate `start` of `axis`; write the results that `work->out` lists. With
 * `add`, results are added to what is there. `ahead` lists what is prefetched meanwhile for each
 * output, or is NULL. */
void pc_filter_across(const pc_work *work, int axis, pc_size ic, pc_size term, pc_size start,
                      pc_size outputs, int add, const void *bias, const char *const *ahead);

/* Return true if the lines at padded coordinate `at` of an axis are zeros that are not filtered. */
static inline int pc_is_skipped(const pc_work *work, int axis, pc_size at) {
    const pc_separable_axis *along = &work->plan->axes[axis];
    return work->skips_padding && (at < along->lo || at >= along->lo + along->n);
}

#endif
