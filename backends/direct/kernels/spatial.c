/* The variant spatial: neighbouring pixels in the lanes, summed in the array of the caller if it
 * can hold sums, else in the memory of the worker. */
#include "work_item.h"

/* Maximum products of one call of the spatial micro-kernel that sums several vector_blocks or
 * oc_blocks. They take at most 1 to 10 ms, after which the stop token is asked. Structural, not
 * measured. */
#define MAX_SPATIAL_PRODUCTS ((pc_size)1 << 24)

/* Cost of a store across two cache lines, in loads across two lines (Emerald Rapids, one core,
 * 2026-11-29). `python -m benchmarks.peers --workers 1 --workload mobilenetv2/pw_expand_112
 * --workload resnet50/conv2_reduce` times a layer on either side of it: 16 input channels, whose
 * vectors are aligned with the result, and 256, whose vectors are aligned with the input. */
#define LOADS_OF_A_STORE 3

/* Return true if vectors of pixels are aligned with the result, false if with the input. A vector
 * of pixels is loaded for each channel, once for all filters that share a panel, else once for each
 * block of them, and stored for each filter. */
static int aligns_out(const pc_direct_shape *shape, const pc_work_item *work) {
    const int panel = shape->oc_block == 8 && shape->oc_per_group > 8;
    const pc_size filters = panel ? shape->oc_per_group : shape->oc_block;
    return shape->channels <= LOADS_OF_A_STORE * filters || (panel && !work->zero_copy);
}

/* Vectors across lines would take 1.4 times as long for 64 channels to 64 on 56 x 56 pixels, 1.2
 * for 64 to 256, and 2.8 for 16 to 96 on 112 x 112 (1 x 1 layers, float32, AVX-512, Emerald Rapids,
 * 1 core, 2026-11-30, `python -m benchmarks.cost_model limits aligned_rows`). */
pc_size pc_pixels_before_line(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile *tile = &work->tile;
    const pc_size line = plan->kernels->lanes * shape->itemsize;
    const int as_out = aligns_out(shape, work);
    if (!work->accumulates_in_out || !sums_in_one_row(plan, tile) ||
        row_extent(plan, tile) <= plan->kernels->lanes || !(as_out || work->zero_copy))
        return 0;
    const char *first = as_out ? first_output(plan, a, tile) : first_input(plan, a, tile);
    const pc_size channel = as_out ? a->out_channel : a->x_channel;
    const pc_size rest = (pc_size)((uintptr_t)first % (uintptr_t)line);
    if (channel % line != 0 || rest % shape->itemsize != 0)
        return 0;
    return rest == 0 ? 0 : (line - rest) / shape->itemsize;
}

/* 28 x 28 pixels in 5 tiles of rows take 52 vectors of 16, cut at lines 49. Time relative to uncut
 * tiles: 512 channels to 128 0.94 to 0.95, 256 to 64 of 56 x 56 0.97 to 0.98 (Zen 4, 2026-12-01,
 * `abgate OLD NEW --bench benchmarks/selection.py --workload 'resnet50/conv*'` compares builds). */
void pc_cut_at_lines(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_tile_axis *height = &plan->packing.shape.axes[1], *width = &plan->packing.shape.axes[2];
    const pc_size tiles = height->tiles, pixels = height->out * width->out;
    const pc_size size = plan->shape.itemsize, lanes = plan->kernels->lanes;
    pc_tile *tile = &work->tile;
    if (!(work->zero_copy && work->accumulates_in_out && plan->shape.flat) ||
        plan->shape.taps > 1 || width->tiles > 1 || tile->size[0] > 1 ||
        pixels < 2 * tiles * lanes || a->x_stride[1] != width->out * size ||
        a->out_stride[1] != width->out * size)
        return;
    const pc_size index = (tile->start[1] * tiles + height->out - 1) / height->out;
    tile->start[1] = tile->start[2] = 0;
    tile->size[1] = 1;
    tile->size[2] = pixels;
    const pc_size lead = pc_pixels_before_line(plan, a, work);
    const pc_size vectors = (pixels - lead + lanes - 1) / lanes;
    tile->start[2] = index == 0 ? 0 : lead + index * vectors / tiles * lanes;
    if (index + 1 < tiles)
        tile->size[2] = lead + (index + 1) * vectors / tiles * lanes;
    tile->size[2] -= tile->start[2];
}

/* Set the arguments of the spatial micro-kernel that do not depend on where it sums. */
static void set_pixels(const pc_direct *plan, const pc_work_item *work, pc_spatial_args *args) {
    const pc_direct_shape *shape = &plan->shape;
    args->pixel = work->pixel_offset;
    args->sums_at = work->pixel_offset + shape->max_entries;
    args->tap = work->tap_offset;
    args->max_taps = shape->max_taps_in_registers;
    args->oc_block = (int)shape->oc_block;
    args->bias = NULL;
    args->add = 0;
    args->prefetches_sums = 0;
    args->w_step = shape->initial_rows + shape->reduction_len;
    args->vector_block = shape->vectors_per_filter;
    args->prefetches_pixels = work->zero_copy && shape->prefetches_pixels;
}

/* Sum all filters for the vectors of `all` by calls of at most MAX_SPATIAL_PRODUCTS. */
static void sum_spatial_vectors(const pc_direct *plan, const pc_work_item *work,
                                const pc_spatial_args *all, const char *w, char *sums) {
    const pc_size itemsize = plan->shape.itemsize, lanes = plan->kernels->lanes;
    const pc_size products = all->vectors * all->oc_block * all->taps * lanes;
    const pc_size oc_blocks = MAX_SPATIAL_PRODUCTS / products;
    const pc_size filters = (oc_blocks > 1 ? oc_blocks : 1) * all->oc_block;
    pc_spatial_args part = *all;
    for (pc_size f = 0; f < all->filters && !pc_stop_requested(work->token); f += filters) {
        part.filters = pc_min(filters, all->filters - f);
        part.bias = all->bias == NULL ? NULL : (const char *)all->bias + f * itemsize;
        plan->kernels->spatial(&part, work->x, w + f * all->w_step * itemsize,
                               sums + f * all->sums_stride * itemsize);
    }
}

/* Sum all filters by several calls, in the order of a single one: a vector_block of all filters,
 * then the next. If L1 does not hold the input of a vector_block, a run of taps of all filters is
 * summed before the next run. */
__attribute__((noinline)) static void sum_spatial_in_parts(const pc_direct *plan,
                                                           const pc_work_item *work,
                                                           const pc_spatial_args *all,
                                                           const char *w, char *sums) {
    const pc_size itemsize = plan->shape.itemsize;
    const pc_size runs = work->tap_runs;
    pc_spatial_args part = *all;
    for (pc_size first = 0; first < all->vectors; first += part.vectors) {
        part.vectors = pc_min(all->vector_block, all->vectors - first);
        /* A last vector that overlaps the one before is summed with it. */
        if (all->vectors - first - part.vectors == 1 && part.vectors > 1)
            part.vectors--;
        part.pixel = all->pixel + first;
        part.sums_at = all->sums_at + first;
        for (pc_size run = 0; run < runs; run++) {
            const pc_size start = run * all->taps / runs, stop = (run + 1) * all->taps / runs;
            part.tap = all->tap + start;
            part.taps = stop - start;
            part.add = all->add || run > 0;
            part.bias = run + 1 == runs ? all->bias : NULL;
            sum_spatial_vectors(plan, work, &part, w + start * all->oc_block * itemsize, sums);
        }
    }
}

/* Sum all filters by calls of the spatial micro-kernel, each of at most MAX_SPATIAL_PRODUCTS. */
static inline void sum_spatial(const pc_direct *plan, const pc_work_item *work,
                               const pc_spatial_args *all, const char *w, char *sums) {
    if (work->tap_runs == 1 &&
        all->vectors * all->filters * all->taps * plan->kernels->lanes <= MAX_SPATIAL_PRODUCTS)
        plan->kernels->spatial(all, work->x, w, sums);
    else
        sum_spatial_in_parts(plan, work, all, w, sums);
}

void pc_spatial_block(const pc_direct *plan, const pc_work_item *work, pc_size block, pc_size first,
                      pc_size count, pc_size rows, char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    pc_spatial_args args;
    set_pixels(plan, work, &args);
    args.vectors = rows * work->row_entries;
    args.taps = count * shape->taps;
    args.filters = shape->oc_block;
    args.sums_stride = shape->max_entries * plan->kernels->lanes;
    args.add = first > 0;
    sum_spatial(plan, work, &args, block_weights(plan, work, block, first), sums);
}

/* Sum filters from `first` on in the caller's array, and deinterleave its input rows. */
static void compute_stride2(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                            pc_size first, char *out) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *height = &axes[1];
    pc_size size = shape->itemsize;
    const char *x = a->x + tile->n * a->x_batch;
    x += tile->group * plan->packing.shape.ic_per_group * a->x_channel;
    plan->packing.kernels->pad_rows(NULL, 0, 1, 2 * plan->kernels->lanes, 0, 0,
                            &plan->packing.readers[0].padding, work->packed, 0);
    pc_stride2_args args = {
        .w = block_weights(plan, work, work->first_oc_block, 0),
        .padding = work->packed,
        .channels = shape->channels,
        .height = height->kernel,
        .channel = a->x_channel / size,
        .line = a->x_stride[1] / size,
        .stride = height->stride,
        .left = (int)tile->left,
        .first = tile->above,
        .last = tile->height - tile->below,
        .rows = tile->size[1],
        .width = tile->size[2],
        .filters = pc_min(shape->oc_per_group, work->end_oc_block * shape->oc_block) - first,
        .sums_stride = a->out_channel / size,
        .out_pitch = a->out_stride[1] / size,
        .oc_block = (int)shape->oc_block,
    };
    if (a->bias != NULL)
        args.bias = a->bias + (tile->group * shape->oc_per_group + first) * size;
    if (tile->group + 1 < work->end_group && tile->size[1] == height->out) {
        args.next_bytes = plan->packing.shape.ic_per_group * a->x_channel;
        args.next = x + args.next_bytes;
    }
    for (int i = 0; i < 3; i++) {
        x += (tile->start[i] * axes[i].stride - axes[i].pad_lo) * a->x_stride[i];
    }
    plan->kernels->stride2(&args, x, out);
}

void pc_spatial_in_out(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_spatial_args args;
    pc_size first = work->first_oc_block * shape->oc_block;
    char *out = first_output(plan, a, &work->tile) + first * a->out_channel;
    if (work->stride2) {
        compute_stride2(plan, a, work, first, out);
        return;
    }
    read_channels(plan, a, work, 0, shape->channels);
    set_pixels(plan, work, &args);
    args.vectors = work->tile.size[0] * work->row_entries * (shape->flat ? 1 : work->tile.size[1]);
    args.taps = shape->reduction_len;
    if (shape->run_taps < args.taps && sums_in_one_row(plan, &work->tile))
        work->tap_runs = (args.taps + shape->run_taps - 1) / shape->run_taps;
    args.filters = pc_min(shape->oc_per_group, work->end_oc_block * shape->oc_block) - first;
    args.sums_stride = a->out_channel / shape->itemsize;
    args.prefetches_sums = shape->prefetches_sums;
    if (a->bias != NULL)
        args.bias = a->bias + (work->tile.group * shape->oc_per_group + first) * shape->itemsize;
    sum_spatial(plan, work, &args, block_weights(plan, work, work->first_oc_block, 0), out);
}
