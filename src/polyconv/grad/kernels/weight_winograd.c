/* Dense layers of 3x3 taps: products of transformed tiles, F(3x3, 4x4).
 *
 *     dw = transform_sums(sum over tiles of transform_g(g of a tile) * transform_x(x of a tile))
 *
 * A tile has 4x4 outputs and reads 6x6 inputs. At each of 36 points the products over all tiles are
 * a matrix product: igemm, whose taps are tiles, with output channels in the lanes and a row of sums
 * for each input channel. Taps along the depth of a volume are rows of their own: tile (z, y, x) of g
 * meets tile (z * stride + t * dilation, y, x) of x.
 */
#include "weight.h"

#include <string.h>

enum { OUTPUTS = 4, POINTS = PC_WINOGRAD_POINTS * PC_WINOGRAD_POINTS };

/* Some tiles: images, outputs along the depth, and rows and columns of tiles. */
typedef struct {
    pc_size first[4], count[4];
    pc_size planes; /* of x along the depth, in each image */
    pc_size tiles;
} pc_block;

static pc_block locate(const pc_weight_plan *plan, pc_size index) {
    const pc_weight_winograd *w = &plan->winograd;
    const pc_size all[4] = {plan->shape.batch, plan->depth.out, w->tile_rows, w->tile_columns};
    const pc_size max_count[4] = {w->images, plan->depth.tile, w->block_rows, w->block_columns};
    pc_block block = {.tiles = 1};
    for (int i = 3; i >= 0; i--) {
        const pc_size blocks = (all[i] + max_count[i] - 1) / max_count[i];
        block.first[i] = index % blocks * max_count[i];
        block.count[i] = pc_min(max_count[i], all[i] - block.first[i]);
        block.tiles *= block.count[i];
        index /= blocks;
    }
    const pc_weight_axis *depth = &plan->depth;
    block.planes = (block.count[1] - 1) * depth->stride + (depth->kernel - 1) * depth->dilation + 1;
    return block;
}

/* Set a tile to the outputs of a row of tiles of a block. */
static void set_row(const pc_weight_plan *plan, const pc_block *block, pc_size image, pc_size plane,
                    pc_size row, pc_weight_tile *tile) {
    const pc_size top = (block->first[2] + row) * OUTPUTS, left = block->first[3] * OUTPUTS;
    *tile = (pc_weight_tile){
        .image = block->first[0] + image,
        .start = {plane, top, left},
        .size = {1, pc_min(OUTPUTS, plan->axes[1].out - top),
                 pc_min(OUTPUTS * block->count[3], plan->axes[2].out - left)},
    };
}

/* Return true if all outputs of a row of tiles are in the result. */
static int is_whole(const pc_block *block, const pc_weight_tile *tile) {
    return tile->size[1] == OUTPUTS && tile->size[2] == OUTPUTS * block->count[3];
}

/* Transform what a block reads of input channels from `first` on, a vector of channels at a
 * time. */
static void transform_x(const pc_weight_plan *plan, const pc_weight_arrays *a,
                        const pc_block *block, pc_size first, pc_size ics, char *memory) {
    const pc_weight_shape *s = &plan->shape;
    const pc_weight_winograd *w = &plan->winograd;
    const pc_weight_axis *depth = &plan->depth;
    char *packed = memory + w->packed_offset, *to = memory;
    const pc_size plane = block->first[1] * depth->stride * depth->step;
    const pc_size row_bytes = block->count[3] * w->ic_pitch * s->itemsize;
    for (pc_size image = 0; image < block->count[0]; image++)
        for (pc_size z = 0; z < block->planes; z++)
            for (pc_size row = 0; row < block->count[2]; row++, to += row_bytes) {
                pc_weight_tile tile;
                set_row(plan, block, image, plane + z * depth->step, row, &tile);
                for (pc_size c = 0; c < ics; c += s->lanes) {
                    const pc_size channels = pc_min(s->lanes, ics - c);
                    if (channels < s->lanes || !is_whole(block, &tile))
                        memset(packed, 0, s->plane * s->lanes * s->itemsize);
                    pc_weight_pack_x(plan, a, &tile, first + c, channels, packed);
                    const pc_winograd_tiles tiles = {
                        .from = packed, .row_step = s->pitch * s->lanes,
                        .tiles = block->count[3], .to = to + c * s->itemsize,
                        .tile_step = w->ic_pitch, .point_step = w->x_point,
                    };
                    plan->kernels->winograd_x(&tiles);
                }
            }
}

/* Transform a block of g of output channels from `first` to `end` into a panel. Lanes without a
 * channel are zero, so that their sums are finite. */
static void transform_g(const pc_weight_plan *plan, const pc_weight_arrays *a,
                        const pc_block *block, pc_size first, pc_size end, char *packed, char *to) {
    const pc_weight_shape *s = &plan->shape;
    const pc_size pitch = plan->axes[2].tile * s->lanes;
    const pc_size row_bytes = block->count[3] * s->oc_block * s->itemsize;
    for (pc_size image = 0; image < block->count[0]; image++)
        for (pc_size z = 0; z < block->count[1]; z++)
            for (pc_size row = 0; row < block->count[2]; row++, to += row_bytes) {
                pc_weight_tile tile;
                set_row(plan, block, image, block->first[1] + z, row, &tile);
                const pc_size rows = tile.size[1];
                const int whole = is_whole(block, &tile);
                for (pc_size c = first; c < first + s->oc_block; c += s->lanes) {
                    const pc_size channels = pc_clamp(end - c, s->lanes);
                    if (channels < s->lanes || !whole)
                        memset(packed, 0, OUTPUTS * pitch * s->itemsize);
                    pc_weight_tile line = tile;
                    line.size[1] = 1;
                    for (pc_size y = 0; y < rows && channels; y++, line.start[1]++)
                        pc_weight_pack_g(plan, a, &line, c, channels, s->lanes,
                                         packed + y * pitch * s->itemsize);
                    const pc_winograd_tiles tiles = {
                        .from = packed, .row_step = pitch, .tiles = block->count[3],
                        .to = to + (c - first) * s->itemsize, .tile_step = s->oc_block,
                        .point_step = plan->winograd.g_point,
                    };
                    plan->kernels->winograd_g(&tiles);
                }
            }
}

/* List the places in transformed x of the tiles of a block, without taps along the depth. */
static void list_tiles(const pc_weight_plan *plan, const pc_block *block, pc_size *places) {
    for (pc_size image = 0; image < block->count[0]; image++)
        for (pc_size z = 0; z < block->count[1]; z++) {
            const pc_size plane = image * block->planes + z * plan->depth.stride;
            const pc_size tiles = block->count[2] * block->count[3];
            for (pc_size t = 0; t < tiles; t++)
                *places++ = (plane * tiles + t) * plan->winograd.ic_pitch;
        }
}

/* List the places in transformed x of rows of sums: input channels from `first` on, of each the
 * taps along the depth. */
static void list_rows(const pc_weight_plan *plan, const pc_block *block, pc_size first, pc_size ics,
                      pc_size *places) {
    const pc_size plane = block->count[2] * block->count[3] * plan->winograd.ic_pitch;
    for (pc_size c = first; c < first + ics; c++)
        for (pc_size t = 0; t < plan->depth.kernel; t++)
            *places++ = t * plan->depth.dilation * plane + c;
}

/* Multiply a block at all points: add its products to the sums of a panel, or set them. */
static void multiply(const pc_weight_plan *plan, const char *x, const pc_size *rows, pc_size count,
                     const pc_size *places, const pc_block *block, const char *g, char *sums,
                     int add) {
    const pc_weight_winograd *w = &plan->winograd;
    const pc_size itemsize = plan->shape.itemsize;
    const pc_size parts = (block->tiles + w->chain - 1) / w->chain;
    for (int point = 0; point < POINTS; point++)
        pc_weight_multiply(plan, x + point * w->x_point * itemsize, rows, count, places,
                           block->tiles, parts, g + point * w->g_point * itemsize,
                           sums + point * w->sum_point * itemsize, add);
}

void pc_weight_winograd_item(const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item,
                             char *memory, pc_stop_token *token) {
    const pc_weight_shape *s = &plan->shape;
    const pc_weight_winograd *w = &plan->winograd;
    const pc_weight_part part = pc_weight_part_of(s, item);
    const pc_size first_oc = part.group * s->oc_per_group, oc_end = first_oc + s->oc_per_group;
    const pc_size first_ic = part.group * s->ic_per_group + part.first_ic;
    const pc_size ics = part.last_ic - part.first_ic;
    const pc_size panel_bytes = POINTS * w->g_point * s->itemsize;
    char *g = memory + s->g_offset, *packed = memory + w->packed_offset;
    char *results = memory + w->results_offset;
    pc_size *places = (pc_size *)(memory + s->tables_offset), *rows = places + w->block_tiles;
    for (pc_size i = 0; i < w->blocks; i++) {
        const pc_block block = locate(plan, i);
        list_tiles(plan, &block, places);
        for (pc_size panel = part.first_panel; panel < part.last_panel; panel++) {
            if (pc_stop_requested(token))
                return;
            const pc_size oc = first_oc + panel * s->oc_block;
            transform_g(plan, a, &block, oc, pc_min(oc + s->oc_block, oc_end), packed,
                        g + (panel - part.first_panel) * panel_bytes);
        }
        if (pc_stop_requested(token))
            return;
        transform_x(plan, a, &block, first_ic, ics, memory);
        char *sums = memory + s->sums_offset;
        for (pc_size c = 0, some; c < ics; c += some) {
            some = pc_min(s->ic_block, ics - c);
            const pc_size count = some * plan->depth.kernel;
            list_rows(plan, &block, c, some, rows);
            for (pc_size panel = part.first_panel; panel < part.last_panel; panel++) {
                if (pc_stop_requested(token))
                    return;
                multiply(plan, memory, rows, count, places, &block,
                         g + (panel - part.first_panel) * panel_bytes, sums, i > 0);
                if (i + 1 == w->blocks) {
                    const pc_size oc = first_oc + panel * s->oc_block;
                    if (!plan->kernels->winograd_sums(sums, w->sum_point, count,
                                                      s->oc_block / s->lanes, results))
                        __atomic_store_n(a->finite, 0, __ATOMIC_RELAXED);
                    pc_weight_store(plan, a, results, part.first_ic + c, some, oc,
                                    pc_min(s->oc_block, oc_end - oc), 0);
                }
                if (w->blocks > 1)
                    sums += POINTS * w->sum_point * s->itemsize;
            }
        }
    }
}
