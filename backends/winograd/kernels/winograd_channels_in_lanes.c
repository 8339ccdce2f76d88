#include "winograd_channels_in_lanes.h"

#include "winograd_pack.h"

#include <string.h>

/* Write the column of each tile in its panel: halos lie between rows of tiles. */
static void list_tile_columns(const pc_winograd_block *block, pc_size *tile_column) {
    for (pc_size row = 0; row < block->tile_rows; row++)
        for (pc_size t = 0; t < block->block_tiles[2]; t++)
            tile_column[row * block->block_tiles[2] + t] = row * block->phase_len[2] + t;
}

/* ---- input ---- */

/* Compute re + t * im of a packed channel for the second real convolution, re - t * im for the
 * third. */
static void tilt_plane(const pc_winograd *conv, const pc_winograd_block *block, pc_size real_conv,
                       const char *plane, char *to) {
    const pc_winograd_plan *plan = &conv->plan;
    pc_size elements = 1;
    for (int i = 0; i < 3; i++)
        elements *= plan->axes[i].outputs * block->phase_len[i];
    conv->transform->add_scaled(plane, plane + plan->channel_plane * plan->itemsize,
                                real_conv == 1 ? plan->tilt : -plan->tilt, elements, to);
}

/* Transform phases along the last axis into one row of each panel. */
static void transform_width(const pc_winograd *conv, const pc_winograd_block *block,
                            pc_size panel_row, char *memory) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    pc_size m = plan->axes[2].outputs, points = plan->axes[2].points, itemsize = plan->itemsize;
    pc_size rows = plan->points / points;
    const void *source[PC_MAX_POINTS];
    for (pc_size row = 0; row < rows; row++) {
        for (pc_size f = 0; f < points; f++)
            source[f] =
                memory + variant->phases_offset +
                ((row * m + f % m) * variant->phase_stride + f / m * block->residues[2]) * itemsize;
        pc_size at = row * points * variant->panel_stride + panel_row * variant->panel_row_stride;
        conv->transform->transform_input(source, block->panel_columns,
                                         memory + variant->panels_offset + at * itemsize,
                                         variant->panel_stride);
    }
}

/* Transform a plane along the height, and deinterleave its rows. */
static void transform_height(const pc_winograd *conv, const pc_winograd_block *block,
                             const char *plane, char *to) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    const pc_winograd_axis *height = &plan->axes[1], *width = &plan->axes[2];
    pc_size n = block->block_tiles[1] * block->phase_len[2], itemsize = plan->itemsize;
    pc_size row_stride = pc_winograd_row_stride(conv, block);
    const void *source[PC_MAX_POINTS];
    for (pc_size i = 0; i < height->points; i++)
        source[i] =
            plane + itemsize * pc_winograd_row_offset(conv, block, i % height->outputs,
                                                      i / height->outputs * block->residues[1]);
    if (width->dilation == 1) {
        conv->transform->transform_input_deinterleave(source, n, to, variant->phase_stride);
        return;
    }
    /* Dilated rows are packed deinterleaved: one pass for each phase. */
    for (pc_size f = 0; f < width->outputs; f++) {
        conv->transform->transform_input(source, n, to + f * variant->phase_stride * itemsize,
                                         width->outputs * variant->phase_stride);
        for (pc_size i = 0; i < height->points; i++)
            source[i] = (const char *)source[i] + block->phase_len[1] * row_stride * itemsize;
    }
}

/* Transform a packed channel of an image along all axes but the last, into phases of its rows. */
static void transform_all_but_width(const pc_winograd *conv, const pc_winograd_block *block,
                                    pc_size image, const char *planes, char *memory) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    const pc_winograd_axis *depth = &plan->axes[0], *height = &plan->axes[1];
    const pc_winograd_axis *width = &plan->axes[2];
    pc_size row_len = width->outputs * block->phase_len[2], itemsize = plan->itemsize;
    pc_size columns = block->block_tiles[1] * block->phase_len[2];
    pc_size plane_len = height->outputs * block->phase_len[1] * row_len;
    pc_size first = image * block->block_tiles[0] * columns;
    char *phases = memory + variant->phases_offset;
    if (plan->rank == 1 && width->dilation > 1) {
        for (pc_size k = 0; k < width->outputs; k++)
            memcpy(phases + (k * variant->phase_stride + first) * itemsize,
                   planes + k * columns * itemsize, columns * itemsize);
        return;
    }
    if (plan->rank == 1) {
        conv->transform->deinterleave(planes, columns, phases + first * itemsize,
                                      variant->phase_stride);
        return;
    }
    if (plan->rank == 3) {
        const void *source[PC_MAX_POINTS];
        for (pc_size k = 0; k < depth->points; k++)
            source[k] = planes + (k % depth->outputs * block->phase_len[0] +
                                  k / depth->outputs * block->residues[0]) *
                                     plane_len * itemsize;
        conv->transform->transform_input(source, block->block_tiles[0] * plane_len,
                                         memory + variant->depth_input_offset,
                                         variant->depth_input_stride);
        planes = memory + variant->depth_input_offset;
    }
    for (pc_size k = 0; k < depth->points; k++)
        for (pc_size z = 0; z < block->block_tiles[0]; z++) {
            pc_size row = k * height->points * width->outputs;
            transform_height(
                conv, block, planes + (k * variant->depth_input_stride + z * plane_len) * itemsize,
                phases + (row * variant->phase_stride + first + z * columns) * itemsize);
        }
}

/* Describe the rows that a block reads without packing; the caller sets `x` for each channel.
 * `zeros` has as many zeros as a row of the block has elements. */
static pc_winograd_rows image_rows(const pc_winograd *conv, const pc_arrays *a,
                                   const pc_winograd_block *block, const char *zeros) {
    const pc_winograd_axis *height = &conv->plan.axes[1], *width = &conv->plan.axes[2];
    pc_size first = block->first_tile[2] * width->outputs - width->lo;
    pc_size extent = (block->tiles[2] - 1) * width->outputs + width->points;
    pc_size left = pc_max(0, -first);
    pc_winograd_rows rows = {
        .zeros = zeros,
        .x_stride = a->x_stride[1],
        .first_row = block->first_tile[1] * height->outputs - height->lo,
        .height = height->n,
        .left = left,
        .width = pc_max(0, pc_min(width->n, first + extent) - first - left),
        .tile_rows = block->block_tiles[1],
        .row_stride = block->phase_len[2],
        .next = a->x_channel / conv->plan.itemsize,
    };
    return rows;
}

/* `transform_input` below for one real channel, from rows of the images. */
static void transform_channel_of_rows(const pc_winograd *conv, const pc_arrays *a,
                                      const pc_winograd_block *block, pc_winograd_rows *rows,
                                      pc_size c, char *memory, void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    const pc_winograd_axis *width = &plan->axes[2];
    pc_size first = pc_max(0, block->first_tile[2] * width->outputs - width->lo);
    pc_size columns = block->block_tiles[1] * block->phase_len[2];
    for (pc_size image = 0; image < block->images; image++) {
        rows->x = a->x + (block->first_image + image) * a->x_batch + first * plan->itemsize;
        rows->x += (block->group * plan->ic_per_group + c) * a->x_channel;
        if (max_abs)
            pc_winograd_track_max_abs(conv, rows, max_abs);
        conv->transform->transform_rows_deinterleave(
            rows, block->phase_len[2],
            memory + variant->phases_offset + image * columns * plan->itemsize,
            variant->phase_stride);
    }
    transform_width(conv, block, c, memory);
}

/* Fill the panels: for each point, input channels by columns. */
static void transform_input(const pc_winograd *conv, const pc_arrays *a,
                            const pc_winograd_block *block, char *memory, void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    pc_size count, channel_bytes = plan->parts * plan->channel_plane * plan->itemsize;
    char *padded_row = memory + variant->padded_row_offset;
    char *planes = memory + variant->channel_planes_offset;
    char *tilted = memory + variant->tilted_plane_offset;
    pc_size ic_block = pc_winograd_begin_packing(conv, a, block, padded_row, planes);
    if (variant->reads_rows && plan->axes[1].dilation == 1 && pc_winograd_reads_rows(conv, a)) {
        pc_winograd_rows rows = image_rows(conv, a, block, planes);
        for (pc_size c = 0; c < plan->ic_per_group && !pc_stop_requested(block->token); c++)
            transform_channel_of_rows(conv, a, block, &rows, c, memory, max_abs);
        return;
    }
    for (pc_size c = 0; c < plan->ic_per_group && !pc_stop_requested(block->token); c += count) {
        count = pc_min(ic_block, plan->ic_per_group - c);
        for (pc_size image = 0; image < block->images; image++) {
            const char *source = a->x + (block->first_image + image) * a->x_batch;
            source += (block->group * plan->ic_per_group + c) * a->x_channel;
            pc_winograd_pack(conv, a, block, source, count, padded_row,
                             planes + image * ic_block * channel_bytes, max_abs);
        }
        for (pc_size i = 0; i < count; i++)
            for (pc_size real_conv = 0; real_conv < variant->real_convs; real_conv++) {
                for (pc_size image = 0; image < block->images; image++) {
                    const char *source = planes + (image * ic_block + i) * channel_bytes;
                    if (real_conv > 0) {
                        tilt_plane(conv, block, real_conv, source, tilted);
                        source = tilted;
                    }
                    transform_all_but_width(conv, block, image, source, memory);
                }
                transform_width(conv, block, real_conv * plan->ic_per_group + c + i, memory);
            }
    }
}

/* ---- products ---- */

/* Output channels of a block, in whole vectors: padding included. */
static pc_size oc_block_len(const pc_winograd *conv, pc_size oc_block) {
    const pc_winograd_plan *plan = &conv->plan;
    return oc_block + 1 < plan->oc_blocks ? plan->oc_block : plan->last_oc_block;
}

/* Multiply the panel of each point by its weights: for each point, tiles by output channels. */
static void multiply(const pc_winograd *conv, const pc_winograd_block *block, const char *weights,
                     pc_size oc_block, char *memory) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    pc_size itemsize = plan->itemsize, ic = plan->ic_per_group;
    pc_size row_bytes = oc_block_len(conv, oc_block) * itemsize, point_bytes = ic * row_bytes;
    const int oc_vectors = (int)(oc_block_len(conv, oc_block) / conv->kernels->lanes);
    const pc_size *tile_column = (const pc_size *)(memory + variant->tile_column_offset);
    weights += (block->group * plan->oc_blocks + oc_block) * plan->points * variant->real_convs *
               ic * plan->oc_block * itemsize;
    for (pc_size point = 0; point < plan->points && !pc_stop_requested(block->token); point++)
        for (pc_size real_conv = 0; real_conv < variant->real_convs; real_conv++) {
            const char *panel = memory + variant->panels_offset +
                                itemsize * (point * variant->panel_stride +
                                            real_conv * ic * variant->panel_row_stride);
            char *products =
                memory + variant->products_offset +
                itemsize * ((real_conv * plan->points + point) * variant->product_stride);
            pc_size count;
            for (pc_size first = 0; first < ic; first += count) {
                count = pc_min(plan->chain_length, ic - first);
                /* The weights of the next chain are prefetched while this one is computed. */
                conv->transform->igemm(
                    panel, tile_column, block->tile_count, conv->channel_offset + first, count,
                    weights + first * row_bytes, oc_vectors, products, first > 0,
                    weights + (first + count) * row_bytes);
            }
            weights += point_bytes;
        }
}

/* ---- output ---- */

/* Transform the products of a row of tiles along height and width, and write its outputs in plane z
 * of image `image`; `y` is the row's tile along the height. */
static void store_plane(const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
                        pc_size oc_block, pc_size image, pc_size z, pc_size y, const char *products,
                        pc_size product_stride, pc_size real_conv_stride, char *memory) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    const pc_winograd_axis *height = &plan->axes[1], *width = &plan->axes[2];
    pc_size first_y = pc_winograd_first_output(height, block, 1, y);
    pc_size first_x = pc_winograd_first_output(width, block, 2, 0);
    pc_size rows = pc_winograd_valid_outputs(height, first_y);
    pc_size row_bytes = height->dilation * a->out_stride[1];
    pc_size period = width->outputs * width->dilation;
    pc_size columns = pc_min(block->tiles[2] * period, width->out - first_x);
    pc_size filters = oc_block_len(conv, oc_block), size = columns * filters * plan->itemsize;
    pc_size channels = pc_min(filters, plan->oc_per_group - oc_block * plan->oc_block);
    pc_size first = block->group * plan->oc_per_group + oc_block * plan->oc_block;
    pc_size parts = plan->parts;
    const char *bias = a->bias;
    pc_writer writer = conv->writer;
    char *sums;
    void *to[PC_MAX_POINTS];
    for (pc_size real_conv = 0; real_conv < variant->real_convs; real_conv++) {
        sums = memory + variant->output_rows_offset +
               real_conv * variant->output_row_stride * plan->itemsize;
        if (plan->rank == 1) {
            conv->transform->output_1d(products, product_stride, filters, block->residues[2],
                                       columns, sums);
        } else {
            for (pc_size i = 0; i < height->outputs; i++)
                to[i] = i < rows ? sums + i * size : memory + variant->discarded_row_offset;
            conv->transform->output_2d(products, product_stride, filters, block->residues[2],
                                       columns, to);
        }
        products += real_conv_stride * plan->itemsize;
    }
    sums = memory + variant->output_rows_offset;
    if (parts == 2) {
        char *complex_rows = memory + variant->complex_rows_offset;
        conv->transform->complex_from_real(sums, variant->output_row_stride, plan->tilt,
                                           rows * columns * filters, complex_rows);
        sums = complex_rows;
    }
    if (conv->interleaving.filters > 0) {
        for (pc_size j = 0; j < rows; j++) {
            const pc_size pixel[3] = {z, first_y + j, first_x};
            pc_store_interleaved(&writer, &conv->interleaving, a, image, pixel, columns, first,
                                 channels, sums + j * size, filters, 1);
        }
        return;
    }
    if (bias != NULL)
        bias += first * parts * plan->itemsize;
    char *out = a->out + image * a->out_batch + z * a->out_stride[0];
    out += first * a->out_channel + first_y * a->out_stride[1] + first_x * a->out_stride[2];
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    /* Rows that are contiguous in the sums and in the result are written as one. */
    pc_size joined = row_bytes == columns * a->out_stride[2] && rows > 0 ? rows : 1;
    for (pc_size j = 0; j < rows / joined; j++)
        pc_store(&writer, out + j * row_bytes, sums + j * parts * size, parts * filters, 1,
                 joined * columns, parts * channels, bias);
}

/* Transform and write the products of a row of tiles, with tile z along the depth and y along the
 * height of image `image`. */
static void store_tile_row(const pc_winograd *conv, const pc_arrays *a,
                           const pc_winograd_block *block, pc_size oc_block, pc_size tile_row,
                           pc_size image, pc_size z, pc_size y, char *memory) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_channels_in_lanes *variant = &conv->channels_in_lanes;
    const pc_winograd_axis *depth = &plan->axes[0];
    pc_size first_z = pc_winograd_first_output(depth, block, 0, z);
    pc_size planes = pc_winograd_valid_outputs(depth, first_z);
    pc_size plane_points = plan->points / depth->points, itemsize = plan->itemsize;
    pc_size size = block->block_tiles[2] * oc_block_len(conv, oc_block);
    char *products = memory + variant->products_offset + tile_row * size * itemsize;
    char *depth_output = memory + variant->depth_output_offset;
    image += block->first_image;
    if (plan->rank < 3) {
        store_plane(conv, a, block, oc_block, image, first_z, y, products, variant->product_stride,
                    plan->points * variant->product_stride, memory);
        return;
    }
    for (pc_size real_conv = 0; real_conv < variant->real_convs; real_conv++)
        for (pc_size point = 0; point < plane_points; point++) {
            const void *source[PC_MAX_POINTS];
            void *to[PC_MAX_POINTS];
            for (pc_size k = 0; k < depth->points; k++) {
                pc_size i = (real_conv * depth->points + k) * plane_points + point;
                source[k] = products + i * variant->product_stride * itemsize;
            }
            for (pc_size k = 0; k < depth->outputs; k++) {
                pc_size i = (real_conv * depth->outputs + k) * plane_points + point;
                to[k] = depth_output + i * variant->depth_output_stride * itemsize;
            }
            conv->transform->transform_output(source, size, to);
        }
    for (pc_size k = 0; k < planes; k++)
        store_plane(conv, a, block, oc_block, image, first_z + k * depth->dilation, y,
                    depth_output + k * plane_points * variant->depth_output_stride * itemsize,
                    variant->depth_output_stride,
                    depth->outputs * plane_points * variant->depth_output_stride, memory);
}

/* Transform and write the products of one block of output channels. */
static void store_oc_block(const pc_winograd *conv, const pc_arrays *a,
                           const pc_winograd_block *block, pc_size oc_block, char *memory) {
    pc_size tile_row = 0;
    for (pc_size image = 0; image < block->images; image++)
        for (pc_size z = 0; z < block->block_tiles[0]; z++)
            for (pc_size y = 0; y < block->block_tiles[1]; y++)
                store_tile_row(conv, a, block, oc_block, tile_row++, image, z, y, memory);
}

void pc_winograd_compute_channels_in_lanes(const pc_winograd *conv, const pc_arrays *a,
                                           const pc_winograd_block *block, const char *weights,
                                           char *memory, void *max_abs) {
    list_tile_columns(block, (pc_size *)(memory + conv->channels_in_lanes.tile_column_offset));
    transform_input(conv, a, block, memory, max_abs);
    for (pc_size oc_block = block->first_oc_block; oc_block < block->end_oc_block; oc_block++) {
        if (pc_stop_requested(block->token))
            return;
        multiply(conv, block, weights, oc_block, memory);
        store_oc_block(conv, a, block, oc_block, memory);
    }
}
