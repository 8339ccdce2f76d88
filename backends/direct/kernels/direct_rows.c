/* Work items of direct convolution that are summed on several rows of a plane at once. */
#include "direct_work.h"

/* Set what all rows of a tile share, written to the caller's array, and find the first. */
static char *start(const pc_direct *plan, const pc_arrays *a, const pc_tile *tile,
                   pc_stencil_args *rows) {
    rows->w_pitch = plan->packing.axes[2].kernel;
    rows->out_pitch = a->out_stride[1] / plan->itemsize;
    rows->nontemporal = plan->past;
    return target(plan, a, tile);
}

/* What is packed first has left the store queue when it is read. */
void pc_direct_planes(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    pc_tile *tile = &work->tile;
    pc_stencil_args rows;
    char *out = start(plan, a, tile, &rows);
    while (tile->group < work->last_group) {
        pc_size count = pc_min(plan->packing.chunk, work->last_group - tile->group);
        pc_pack(&plan->packing, a, tile, 0, count, work->packed);
        for (pc_size i = 0; i < count; i++) {
            rows.add = 0;
            rows.bias = a->bias == NULL ? NULL : a->bias + tile->group * plan->itemsize;
            pc_direct_plane(plan, work, &rows,
                            work->weights + tile->group * plan->taps * plan->itemsize,
                            work->packed + i * plan->packing.plane * plan->itemsize, out);
            out += a->out_channel;
            tile->group++;
        }
        tile->framed = 1;
    }
}

int pc_direct_rows(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                   pc_size block, pc_size first, pc_size count, char *sums) {
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &plan->packing.axes[0], *height = &plan->packing.axes[1];
    const pc_tile_axis *width = &plan->packing.axes[2];
    pc_stencil_args rows;
    pc_size plane_step = depth->overlapped ? depth->dilation : depth->tile;
    pc_size sums_step = tile->size[1] * work->row_sums * plan->itemsize;
    int last = first + count == plan->channels;
    int in_out = written(plan, a, a->out_stride[2]);
    const char *w = block_weights(plan, work, block, first);
    char *out = start(plan, a, tile, &rows);
    if (in_out) {
        sums = out + block * a->out_channel;
        sums_step = a->out_stride[0];
    } else {
        rows.out_pitch = work->row_sums;
        rows.nontemporal = 0;
    }
    for (pc_size d = 0; d < tile->size[0]; d++) {
        pc_size left = count * depth->kernel;
        rows.add = first > 0;
        for (pc_size c = 0; c < count; c++)
            for (pc_size plane = 0; plane < depth->kernel; plane++) {
                pc_size z = (d * depth->out_step + plane * plane_step) * height->length *
                            width->length;
                left--;
                rows.bias = NULL;
                if (in_out && last && left == 0 && a->bias != NULL)
                    rows.bias = a->bias + (tile->group * plan->group_out + block) * plan->itemsize;
                pc_direct_plane(
                    plan, work, &rows,
                    w + (c * plan->taps + plane * height->kernel * width->kernel) * plan->itemsize,
                    work->packed + (c * plan->packing.plane + z) * plan->itemsize, sums);
            }
        sums += sums_step;
    }
    return in_out;
}

/* Add the products of neighbouring rows. */
static inline void sum_phase(const pc_direct *plan, const pc_stencil_args *rows, const char *x,
                             pc_size height, pc_size width, char *sums) {
    if (plan->by_groups)
        plan->kernels->depthwise(rows, x, height, width, sums);
    else
        plan->kernels->stencil(rows, x, height, width, sums);
}

void pc_direct_plane(const pc_direct *plan, const pc_direct_work *work, pc_stencil_args *rows,
                     const char *w, const char *x, char *sums) {
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *height = &plan->packing.axes[1], *width = &plan->packing.axes[2];
    const void *bias = rows->bias;
    pc_size down = plan->runs[0], across = plan->runs[1], out_pitch = rows->out_pitch;
    pc_size first = 0, end = PC_UNBOUNDED;
    /* Dilated rows fall into classes that never meet; each is a plane of its own. */
    pc_size phases = work->stride > 1 ? tile->size[1] : pc_min(work->dilation, tile->size[1]);
    if (work->dilation == 1)
        phases = 1;
    rows->pitch = work->dilation * work->line;
    rows->stride = work->stride;
    rows->out_pitch = phases * out_pitch;
    rows->left = -PC_UNBOUNDED;
    rows->right = PC_UNBOUNDED;
    if (work->finite && plan->zeros && work->dilation == 1 && height->overlapped) {
        first = height->input.lo - tile->start[1] * height->stride;
        end = first + height->input.n;
    }
    if (work->finite && plan->zeros && width->overlapped && plan->repeats == 1) {
        rows->left = (width->input.lo - tile->start[2] * width->stride) * plan->packing.cell;
        rows->right = rows->left + width->input.n * plan->packing.cell;
    }
    if (down * across * phases == 1) {
        /* Small planes notice every division. */
        rows->height = height->kernel;
        rows->width = width->kernel;
        rows->w = w;
        rows->column = work->column;
        rows->first = first;
        rows->last = end;
        sum_phase(plan, rows, x, tile->size[1], tile->size[2], sums);
        rows->add = 1;
        return;
    }
    for (pc_size i = 0; i < down; i++) {
        pc_size top = i * height->kernel / down;
        rows->height = (i + 1) * height->kernel / down - top;
        rows->first = first - top;
        rows->last = end - top;
        for (pc_size j = 0; j < across; j++) {
            pc_size column = j * width->kernel / across;
            rows->width = (j + 1) * width->kernel / across - column;
            rows->column = work->column + column;
            rows->w = w + (top * width->kernel + column) * work->lanes * plan->itemsize;
            rows->bias = i + 1 == down && j + 1 == across ? bias : NULL;
            for (pc_size phase = 0; phase < phases; phase++)
                sum_phase(plan, rows,
                          x + (top * work->dilation + phase * work->stride) * work->line *
                                  plan->itemsize,
                          (tile->size[1] - phase + phases - 1) / phases, tile->size[2],
                          sums + phase * out_pitch * plan->itemsize);
            rows->add = 1;
        }
    }
    rows->out_pitch = out_pitch;
}
