/* The variant igemm: a block's sums of all products of some packed channels, or of those that meet
 * no padding. */
#include "work_item.h"

#include <string.h>

/* Minimum pixels of a call of igemm for prefetching the weights of the next call: two register
 * blocks of 6, whose products hide the prefetches. Structural, not measured. */
#define MIN_PREFETCH_PIXELS 12

/* Add the last products of igemm to a block's sums of some pixels, and write them to the caller's
 * array. */
static void sum_in_out(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                       pc_size block, pc_igemm_in_out_args *args, const char *w) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_size parts = plan->writer.parts, first = block * shape->oc_block;
    const pc_size channels = parts * shape->oc_per_group, group = work->tile.group;
    const pc_size end = pc_min(channels, parts * shape->out_channels - group * channels);
    args->channels = pc_min(first + work->oc_width, end) - first;
    args->vectors = (int)(work->oc_width / plan->kernels->lanes);
    if (a->bias != NULL)
        args->bias = a->bias + (group * channels + first) * shape->itemsize;
    plan->kernels->igemm_in_out(args, work->x, w,
                                first_output(plan, a, &work->tile) + first * shape->itemsize);
}

void pc_igemm_block(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                    pc_size block, pc_size first, pc_size count, pc_size row, pc_size rows,
                    char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size taps = count * shape->taps;
    pc_size runs = (taps + shape->max_taps_in_registers - 1) / shape->max_taps_in_registers;
    pc_size lanes = plan->kernels->lanes, entries = rows * work->row_entries;
    const pc_size *pixel = work->pixel_offset + row * work->row_entries;
    const char *all_w = block_weights(plan, work, block, first);
    for (pc_size run = 0; run < runs && !pc_stop_requested(work->token); run++) {
        pc_size start = run * taps / runs, stop = (run + 1) * taps / runs;
        const pc_size row_bytes = work->oc_width * shape->itemsize;
        /* The weights of a run are followed by those of the next run, or of the next block. */
        const char *next = entries < MIN_PREFETCH_PIXELS ? NULL : all_w + stop * row_bytes;
        if (work->igemm_in_out && run + 1 == runs && first + count == shape->channels) {
            pc_igemm_in_out_args args = {.pixel = pixel,
                                         .out_at = pixel + shape->max_entries,
                                         .tap = work->tap_offset + start,
                                         .sums = first + start > 0 ? sums : NULL,
                                         .next = next,
                                         .pixels = entries,
                                         .taps = stop - start};
            sum_in_out(plan, a, work, block, &args, all_w + start * row_bytes);
            return;
        }
        plan->kernels->igemm(work->x, pixel, entries, work->tap_offset + start, stop - start,
                             all_w + start * row_bytes, (int)(work->oc_width / lanes), sums,
                             first + start > 0, next);
    }
}

/* ---- products that meet no padding ---- */

/* Find the outputs of a tile along each axis at which a tap is valid: all of them if products with
 * padding may not be left out. */
static void find_valid(const pc_direct *plan, const pc_work_item *work, pc_size tap, pc_size lo[3],
                       pc_size hi[3]) {
    const pc_tile *tile = &work->tile;
    for (int i = 2; i >= 0; i--) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        pc_valid_outputs(axis, tile->start[i], tile->size[i], tap % axis->kernel, &lo[i], &hi[i]);
        tap /= axis->kernel;
        if (!work->finite) {
            lo[i] = 0;
            hi[i] = tile->size[i];
        }
    }
}

/* LISTED_PIXELS: pixels that are listed for one call, 16 register blocks of 6. Structural.
 *
 * MAX_LISTED_WIDTH: maximum valid pixels of a row that is listed. Longer rows fill two register
 * blocks of 6, so they are summed one by one. If they are listed, too, unet3d/enc3 (rows of 16)
 * takes 1.04 times as long, and audio1d/wav2vec2_position (a row of 49) 1.14 times (Emerald Rapids,
 * one core, 2026-11-30; `abgate OLD NEW --bench benchmarks/selection.py` compares builds with two
 * values). */
enum { LISTED_PIXELS = 96, MAX_LISTED_WIDTH = 11 };

/* Minimum pixels of a register block that prefetches the next weights between its FMAs. With one
 * pixel, loads of weights take all of the time, and dcgan/project_4x4 takes 1.3 times as long with
 * prefetches (two builds by `abgate OLD NEW`). */
enum { MIN_LISTED_TO_PREFETCH = 3 };

/* Add the products of some packed channels at one tap to the sums of the valid pixels: `offsets`
 * and `w` are those of the channels, `next` the weights of the next call. Rows of few valid pixels
 * are summed together, so that they fill register blocks. */
static void sum_listed(const pc_direct *plan, const pc_work_item *work, const pc_size lo[3],
                       const pc_size hi[3], pc_size row, pc_size rows, const pc_size *offsets,
                       pc_size channels, const char *w, const char *next, char *sums) {
    const pc_size width = work->tile.size[2], height = work->tile.size[1];
    pc_size pixel[LISTED_PIXELS], at[LISTED_PIXELS];
    pc_igemm_in_out_args args = {.pixel = pixel,
                                 .out_at = at,
                                 .tap = offsets,
                                 .next = next,
                                 .taps = channels,
                                 .channels = work->oc_width,
                                 .vectors = (int)(work->oc_width / plan->kernels->lanes),
                                 .add = 1};
    for (pc_size r = row; r < row + rows; r++) {
        const pc_size d = r / height, h = r % height;
        if (d < lo[0] || d >= hi[0] || h < lo[1] || h >= hi[1])
            continue;
        for (pc_size c = lo[2]; c < hi[2]; c++) {
            pixel[args.pixels] = work->pixel_offset[r * width + c];
            at[args.pixels++] = ((r - row) * width + c) * work->oc_width;
            if (args.pixels == LISTED_PIXELS) {
                plan->kernels->igemm_in_out(&args, work->packed, w, sums);
                args.pixels = 0;
                args.next = NULL;
            }
        }
    }
    if (args.pixels < MIN_LISTED_TO_PREFETCH)
        args.next = NULL;
    if (args.pixels > 0)
        plan->kernels->igemm_in_out(&args, work->packed, w, sums);
}

/* Skip padding in wider rows, and for elements that only igemm multiplies. */
static void sum_tap(const pc_direct *plan, const pc_work_item *work, const pc_size lo[3],
                    const pc_size hi[3], pc_size row, pc_size rows, const pc_size *offsets,
                    pc_size channels, const char *w, char *sums) {
    const pc_size width = work->tile.size[2], height = work->tile.size[1];
    const pc_size size = work->oc_width * plan->shape.itemsize;
    for (pc_size r = row, last; r < row + rows; r = last) {
        const pc_size d = r / height, h = r % height;
        last = r + 1;
        if (d < lo[0] || d >= hi[0] || h < lo[1] || h >= hi[1])
            continue;
        /* Rows without padding at this tap are summed at once. */
        if (hi[2] - lo[2] == width)
            last = pc_min(row + rows, d * height + hi[1]);
        const pc_size pixels = hi[2] - lo[2] + (last - r - 1) * width;
        /* The weights of a tap are followed by those of the next tap. */
        const char *next =
            last < row + rows || pixels < MIN_PREFETCH_PIXELS ? NULL : w + channels * size;
        plan->kernels->igemm(work->packed, work->pixel_offset + r * width + lo[2], pixels, offsets,
                             channels, w, (int)(work->oc_width / plan->kernels->lanes),
                             sums + ((r - row) * width + lo[2]) * size, 1, next);
    }
}

/* The weights of a run of channels stay in L1 for all rows. */
void pc_igemm_valid_taps(const pc_direct *plan, const pc_work_item *work, pc_size block,
                         pc_size first, pc_size count, pc_size row, pc_size rows, char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size lo[3], hi[3];
    const pc_size size = work->oc_width * shape->itemsize, max = shape->max_taps_in_registers;
    const pc_size runs = (count + max - 1) / max;
    const char *w = block_weights(plan, work, block, first);
    if (first == 0)
        memset(sums, 0, rows * work->row_sums * shape->itemsize);
    for (pc_size tap = 0; tap < shape->taps && !pc_stop_requested(work->token); tap++) {
        find_valid(plan, work, tap, lo, hi);
        for (pc_size run = 0; run < runs; run++) {
            const pc_size start = run * count / runs, stop = (run + 1) * count / runs;
            const pc_size *offsets = plan->tap_offset + tap * plan->packing.shape.ic_block + start;
            const char *w_of_run = w + (tap * count + start) * size;
            if (plan->kernels->igemm_in_out && hi[2] - lo[2] <= MAX_LISTED_WIDTH)
                sum_listed(plan, work, lo, hi, row, rows, offsets, stop - start, w_of_run,
                           w + (tap * count + stop) * size, sums);
            else
                sum_tap(plan, work, lo, hi, row, rows, offsets, stop - start, w_of_run, sums);
        }
    }
}
