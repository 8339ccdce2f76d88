# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The backend's kernel object: pack patches, multiply through BLAS, store.

The planner's mapping (planner.py, `plan_of`) becomes an `Im2colPlan`. A work item is a tile of one
image and group, for one block of output channels; the reduction is a loop over packed blocks.
"""

from libc.limits cimport INT_MAX
from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    pc_arrays, pc_axis, pc_count_before, pc_copy_kernels, pc_input_index, pc_reader, pc_read_row,
    pc_size, pc_store, pc_writer, reader_of, set_input_axes, type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_requested, pc_stop_token

from blas_products cimport Matrix, Product, multiply, multiply_then_add

cnp.import_array()


# One spatial axis; `lo` is the padding before the input, and `n` the size of the input.
cdef struct Im2colAxis:
    pc_size out, tile, tiles, kernel, stride, dilation
    pc_size lo, n


# Sizes are in elements, offsets in bytes from the start of a worker's memory, where the products
# are.
cdef struct Im2colPlan:
    Im2colAxis axes[3]
    pc_size groups, ic_per_group, oc_per_group, taps, reduction_len, itemsize
    pc_size reduction_block  # rows of the patch matrix packed at a time
    pc_size oc_splits, oc_block  # work items that share a tile; output channels of one
    pc_size work_items, workspace, patches_offset, partial_offset
    char blas_prefix  # s, d, c or z
    pc_size imaginary_offset  # from the real part in an element of x; 0 if x is real
    bint pointwise
    bint same_type, widens_f16  # x has the accumulator's type; x is float16, summed in float32
    bint same_result_type
    bint constant_padding


# A work item: image, group, output channels, and the tile's first pixel and size.
cdef struct Im2colTile:
    pc_size image, group, first_oc, out_channels
    pc_size start[3]
    pc_size rows, columns


cdef class Im2colKernel(PooledKernel):
    """Filters as matrices and the plan of their tiles; `Kernel` of the im2col backend."""

    cdef Im2colPlan plan
    cdef pc_axis input_axes[3]
    cdef pc_reader readers[2]  # of real and of imaginary parts
    cdef pc_writer writer
    cdef const pc_copy_kernels *kernels
    cdef const char *filters
    cdef object single_threaded_blas
    cdef object filter_array  # keeps `filters` alive

    def __init__(self, problem, plan, filters, single_threaded_blas):
        self.plan = plan
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = self.plan.work_items, self.plan.workspace
        set_input_axes(problem, self.input_axes)
        self.filters = <const char *>cnp.PyArray_DATA(filters)
        self.single_threaded_blas = single_threaded_blas
        self.filter_array = filters
        self.kernels = copy_kernels_for(type_of(problem.accumulator))
        self.readers[0] = reader_of(problem, self.kernels, False)
        self.readers[1] = reader_of(problem, self.kernels, True)
        self.writer = writer_of(problem, self.kernels)
        if self.writer.parts == 2:
            self.writer.kernels = NULL  # rows are stored one by one: no transpose

    def with_filters(self, filters):
        """Return a kernel of the same problem with other filters, which needs no plan."""
        cdef Im2colKernel kernel = Im2colKernel.__new__(Im2colKernel)
        kernel.plan, kernel.input_axes, kernel.readers = self.plan, self.input_axes, self.readers
        kernel.writer, kernel.kernels = self.writer, self.kernels
        kernel.compute_item = self.compute_item
        kernel.items, kernel.workspace = self.items, self.workspace
        kernel.single_threaded_blas = self.single_threaded_blas
        kernel.filters = <const char *>cnp.PyArray_DATA(filters)
        kernel.filter_array = filters
        return kernel

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        with self.single_threaded_blas:
            return PooledKernel.run(self, arrays, workers)

    cdef void compute(
        self, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
    ) noexcept nogil:
        """Compute one work item, or part of it if `token` says stop."""
        cdef const Im2colPlan *plan = &self.plan
        cdef Im2colTile tile
        cdef Matrix patches, products
        cdef Product product
        cdef pc_size first, pixels
        cdef const char *filters
        cdef const char *block
        cdef bint in_result, add

        self.locate(item, &tile)
        if tile.out_channels <= 0:
            return
        pixels = tile.rows * tile.columns
        in_result = self.place_products(a, &tile, memory, &products)
        if in_result and a.bias != NULL:
            self.write_bias(a, &tile, &products)
        filters = self.filters + (
            tile.group * plan.oc_per_group + tile.first_oc
        ) * plan.reduction_len * plan.itemsize
        product = Product(
            plan.blas_prefix, plan.itemsize, plan.reduction_len, pixels, tile.out_channels,
            plan.reduction_block,
        )
        first = 0
        while first < plan.reduction_len and not pc_stop_requested(token):
            product.reduction_len = min(plan.reduction_block, plan.reduction_len - first)
            if not self.zero_copy_patches(a, &tile, first, &patches):
                patches.data, patches.row_stride = memory + plan.patches_offset, pixels
                self.pack(a, &tile, first, product.reduction_len, patches.data)
            block = filters + first * plan.itemsize
            if first > 0 and (pixels == 1 or tile.out_channels == 1):
                multiply_then_add(
                    &product, block, &patches, &products, memory + plan.partial_offset
                )
            else:
                add = first > 0 or (in_result and a.bias != NULL)
                multiply(&product, block, &patches, &products, add)
            first += product.reduction_len
        if not in_result:
            self.store(a, &tile, &products)

    cdef void locate(self, pc_size item, Im2colTile *tile) noexcept nogil:
        """Set the tile and the output channels of a work item."""
        cdef const Im2colPlan *plan = &self.plan
        cdef pc_size i, index
        cdef pc_size size[3]
        tile.first_oc = item % plan.oc_splits * plan.oc_block
        tile.out_channels = min(plan.oc_block, plan.oc_per_group - tile.first_oc)
        item //= plan.oc_splits
        for i in range(2, -1, -1):
            index = item % plan.axes[i].tiles
            item //= plan.axes[i].tiles
            tile.start[i] = index * plan.axes[i].tile
            size[i] = min(plan.axes[i].tile, plan.axes[i].out - tile.start[i])
        tile.rows, tile.columns = size[1], size[2]
        tile.group = item % plan.groups
        tile.image = item // plan.groups

    cdef bint zero_copy_patches(
        self, const pc_arrays *a, const Im2colTile *tile, pc_size first, Matrix *patches
    ) noexcept nogil:
        """Return True, and the matrix, if the caller's array is the patch matrix for BLAS.

        Pixels of a tile must be contiguous, and channels a whole number of elements apart.
        """
        cdef const Im2colPlan *plan = &self.plan
        cdef pc_size i, stride = a.x_stride[2], pixels = tile.rows * tile.columns
        if not (plan.pointwise and plan.same_type and stride == plan.itemsize):
            return False
        if tile.rows > 1 and a.x_stride[1] != tile.columns * stride:
            return False
        patches.row_stride = a.x_channel // plan.itemsize
        if a.x_channel % plan.itemsize or not pixels <= patches.row_stride <= INT_MAX:
            return False
        patches.data = <char *>a.x + tile.image * a.x_batch + (
            tile.group * plan.ic_per_group + first
        ) * a.x_channel
        for i in range(3):
            patches.data += tile.start[i] * a.x_stride[i]
        return True

    cdef bint place_products(
        self, const pc_arrays *a, const Im2colTile *tile, char *memory, Matrix *products
    ) noexcept nogil:
        """Return True if BLAS may write into the result; set where the products go."""
        cdef const Im2colPlan *plan = &self.plan
        cdef pc_size pixels = tile.rows * tile.columns
        cdef bint in_result = (
            plan.same_result_type
            and a.out_stride[2] == plan.itemsize
            and (tile.rows == 1 or a.out_stride[1] == tile.columns * plan.itemsize)
            and a.out_channel % plan.itemsize == 0
            and pixels <= a.out_channel // plan.itemsize <= INT_MAX
        )
        if in_result:
            products.data = self.first_output(a, tile)
            products.row_stride = a.out_channel // plan.itemsize
        else:
            products.data = memory
            products.row_stride = pixels
        return in_result

    cdef char *first_output(self, const pc_arrays *a, const Im2colTile *tile) noexcept nogil:
        """Return the address of the tile's first output in the result."""
        cdef pc_size i
        cdef char *out = a.out + tile.image * a.out_batch
        out += (tile.group * self.plan.oc_per_group + tile.first_oc) * a.out_channel
        for i in range(3):
            out += tile.start[i] * a.out_stride[i]
        return out

    cdef const char *bias_of(self, const pc_arrays *a, const Im2colTile *tile) noexcept nogil:
        """Return the address of the bias of the tile's first output channel, or NULL."""
        if a.bias == NULL:
            return NULL
        return a.bias + (
            tile.group * self.plan.oc_per_group + tile.first_oc
        ) * self.plan.itemsize

    cdef void write_bias(
        self, const pc_arrays *a, const Im2colTile *tile, const Matrix *products
    ) noexcept nogil:
        """Write the bias into the result, so that BLAS adds the products to it."""
        cdef pc_size channel, i, itemsize = self.plan.itemsize
        cdef const char *bias = self.bias_of(a, tile)
        cdef char *row
        for channel in range(tile.out_channels):
            row = products.data + channel * products.row_stride * itemsize
            for i in range(tile.rows * tile.columns):
                if itemsize == 4:
                    (<float *>row)[i] = (<const float *>bias)[channel]
                elif itemsize == 8:  # two float32 parts are copied as one float64
                    (<double *>row)[i] = (<const double *>bias)[channel]
                else:
                    (<double complex *>row)[i] = (<const double complex *>bias)[channel]

    cdef void pack(
        self, const pc_arrays *a, const Im2colTile *tile, pc_size first, pc_size count, char *to
    ) noexcept nogil:
        """Pack `count` rows of the patch matrix from row `first`: one channel and tap each."""
        if self.copies_channels(a):
            self.pack_channels(a, tile, first, count, to)
            return
        cdef const Im2colAxis *height = &self.plan.axes[1]
        cdef const Im2colAxis *width = &self.plan.axes[2]
        cdef pc_size row, z, y, tap = first % self.plan.taps
        cdef pc_size kw = tap % width.kernel, kh = tap // width.kernel % height.kernel
        cdef pc_size kd = tap // width.kernel // height.kernel
        cdef const char *channel = a.x + tile.image * a.x_batch
        cdef const char *source
        cdef pc_size row_bytes = tile.columns * self.plan.itemsize
        channel += (
            tile.group * self.plan.ic_per_group + first // self.plan.taps
        ) * a.x_channel
        z = self.input_plane(tile, kd)
        for _ in range(count):
            if z >= 0 and self.copies_whole_rows(a):
                self.pack_plane(a, tile, channel + z * a.x_stride[0], kh, kw, to)
                to += tile.rows * row_bytes
            else:
                for row in range(tile.rows):
                    y = pc_input_index(
                        &self.input_axes[1],
                        (tile.start[1] + row) * height.stride + kh * height.dilation,
                    )
                    source = NULL
                    if z >= 0 and y >= 0:
                        source = channel + z * a.x_stride[0] + y * a.x_stride[1]
                    self.pack_row(
                        a, to, source, tile.start[2] * width.stride + kw * width.dilation,
                        tile.columns,
                    )
                    to += row_bytes
            # Next tap, without divisions: with small tiles they would take much of the time.
            kw += 1
            if kw < width.kernel:
                continue
            kw = 0
            kh += 1
            if kh < height.kernel:
                continue
            kh = 0
            kd += 1
            if kd == self.plan.axes[0].kernel:
                kd = 0
                channel += a.x_channel
            z = self.input_plane(tile, kd)

    cdef pc_size input_plane(self, const Im2colTile *tile, pc_size kd) noexcept nogil:
        """Return the plane that tap `kd` of the depth axis reads, or -1 for padding."""
        cdef const Im2colAxis *depth = &self.plan.axes[0]
        return pc_input_index(
            &self.input_axes[0], tile.start[0] * depth.stride + kd * depth.dilation
        )

    cdef bint copies_whole_rows(self, const pc_arrays *a) noexcept nogil:
        """Return True if `pack_plane` can read the caller's rows."""
        cdef const Im2colPlan *plan = &self.plan
        if plan.widens_f16:
            return plan.constant_padding and a.x_stride[2] == 2 and plan.axes[2].stride == 1
        return (
            plan.same_type and self.writer.parts == 1 and plan.constant_padding
            and a.x_stride[2] == plan.itemsize
        )

    cdef bint copies_elements(self, const pc_arrays *a) noexcept nogil:
        """Return True if adjacent pixels of a row are adjacent elements of the caller's array."""
        return (
            self.plan.same_type and a.x_stride[2] == self.plan.itemsize
            and self.plan.axes[2].stride == 1
        )

    cdef void pack_plane(
        self, const pc_arrays *a, const Im2colTile *tile, const char *plane, pc_size kh,
        pc_size kw, char *to,
    ) noexcept nogil:
        """Pack one tap of all pixels of the tile: rows of the input between constant padding."""
        cdef const Im2colAxis *height = &self.plan.axes[1]
        cdef const Im2colAxis *width = &self.plan.axes[2]
        cdef pc_size rows = tile.rows, columns = tile.columns, itemsize = self.plan.itemsize
        # Input row and column of the first pixel, negative in the padding.
        cdef pc_size y = tile.start[1] * height.stride + kh * height.dilation - height.lo
        cdef pc_size x = tile.start[2] * width.stride + kw * width.dilation - width.lo
        cdef pc_size above = pc_count_before(-y, height.stride, rows)
        cdef pc_size below = rows - pc_count_before(height.n - y, height.stride, rows)
        cdef pc_size left = pc_count_before(-x, width.stride, columns)
        cdef pc_size right = columns - pc_count_before(width.n - x, width.stride, columns)
        cdef pc_size n = columns - left - right, row_stride = height.stride * a.x_stride[1]
        cdef const void *padding = &self.readers[0].padding
        cdef const char *source
        if left + right >= columns or above + below >= rows:
            self.kernels.pad_rows(NULL, 0, 1, rows * columns, 0, 0, padding, to, 0)
            return
        self.kernels.pad_rows(NULL, 0, 1, above * columns, 0, 0, padding, to, 0)
        to += above * columns * itemsize
        source = plane + (y + above * height.stride) * a.x_stride[1]
        source += (x + left * width.stride) * a.x_stride[2]
        rows -= above + below
        if self.plan.widens_f16:
            self.kernels.pad_rows_f16(
                source, row_stride, rows, left, n, right, padding, to, columns
            )
        elif width.stride == 1:
            self.kernels.pad_rows(source, row_stride, rows, left, n, right, padding, to, columns)
        else:
            self.kernels.pad_strided_rows(
                source, row_stride, width.stride, rows, left, n, right, padding, to, columns
            )
        to += rows * columns * itemsize
        self.kernels.pad_rows(NULL, 0, 1, below * columns, 0, 0, padding, to, 0)

    cdef bint copies_channels(self, const pc_arrays *a) noexcept nogil:
        """Return True if `pack_channels` can read the caller's pixels: channels are adjacent."""
        cdef const Im2colPlan *plan = &self.plan
        return (
            plan.same_type and self.writer.parts == 1 and plan.constant_padding
            and plan.ic_per_group > 1 and a.x_channel == plan.itemsize
            and a.x_stride[2] % plan.itemsize == 0
        )

    cdef void pack_channels(
        self, const pc_arrays *a, const Im2colTile *tile, pc_size first, pc_size count, char *to
    ) noexcept nogil:
        """Pack rows of the patch matrix tap by tap: those of a tap are transposed together.

        Packing them element by element took longer than BLAS for 3x3 windows of 64 channels on
        56x56 pixels in channels_last.
        """
        cdef const Im2colAxis *height = &self.plan.axes[1]
        cdef const Im2colAxis *width = &self.plan.axes[2]
        cdef pc_size taps = self.plan.taps, itemsize = self.plan.itemsize
        cdef pc_size pixels = tile.rows * tile.columns, step = width.stride * a.x_stride[2]
        cdef pc_size i, tap, kw, kh, y, x, z, row, channel, channels, left, n
        cdef const char *image = a.x + tile.image * a.x_batch
        cdef const char *source
        cdef char *target
        for i in range(min(taps, count)):  # a block of a long kernel has few of its taps
            tap = (first + i) % taps
            # The channels whose row `channel * taps + tap` is among those to pack.
            channel = pc_count_before(first - tap, taps, self.plan.ic_per_group)
            channels = pc_count_before(first + count - tap, taps, self.plan.ic_per_group) - channel
            kw, kh = tap % width.kernel, tap // width.kernel % height.kernel
            z = self.input_plane(tile, tap // width.kernel // height.kernel)
            x = tile.start[2] * width.stride + kw * width.dilation - width.lo
            left = pc_count_before(-x, width.stride, tile.columns)
            n = pc_count_before(width.n - x, width.stride, tile.columns) - left
            source = image + z * a.x_stride[0] + x * a.x_stride[2] + left * step
            source += (tile.group * self.plan.ic_per_group + channel) * a.x_channel
            target = to + (channel * taps + tap - first) * pixels * itemsize
            for row in range(tile.rows):
                y = (tile.start[1] + row) * height.stride + kh * height.dilation - height.lo
                if z < 0 or y < 0 or y >= height.n or n <= 0:
                    self.pad_channels(target, channels, pixels, tile.columns)
                else:
                    self.pad_channels(target, channels, pixels, left)
                    self.kernels.transpose(
                        source + y * a.x_stride[1], step // itemsize, n, channels, NULL,
                        target + left * itemsize, taps * pixels * itemsize,
                    )
                    self.pad_channels(
                        target + (left + n) * itemsize, channels, pixels, tile.columns - left - n
                    )
                target += tile.columns * itemsize

    cdef void pad_channels(
        self, char *to, pc_size channels, pc_size pixels, pc_size count
    ) noexcept nogil:
        """Write padding to `count` pixels of one tap of adjacent channels."""
        if count > 0:
            self.kernels.pad_rows(
                NULL, 0, channels, count, 0, 0, &self.readers[0].padding, to,
                self.plan.taps * pixels,
            )

    cdef void pack_row(
        self, const pc_arrays *a, char *to, const char *row, pc_size first, pc_size count
    ) noexcept nogil:
        """Read `count` padded coordinates of one row, in any type, strides and padding mode.

        Pixels that are adjacent in the input and need no conversion are copied at once; only their
        padding is read pixel by pixel. A row of NULL reads as padding.
        """
        cdef const Im2colAxis *width = &self.plan.axes[2]
        cdef pc_size start, stop, itemsize = self.plan.itemsize
        if row == NULL or not self.copies_elements(a):
            self.pack_pixels(a, to, row, first, count)
            return
        start = pc_count_before(width.lo - first, 1, count)
        stop = pc_count_before(width.lo + width.n - first, 1, count)
        self.pack_pixels(a, to, row, first, start)
        if stop > start:
            memcpy(
                to + start * itemsize, row + (first + start - width.lo) * itemsize,
                (stop - start) * itemsize,
            )
        self.pack_pixels(a, to + stop * itemsize, row, first + stop, count - stop)

    cdef void pack_pixels(
        self, const pc_arrays *a, char *to, const char *row, pc_size first, pc_size count
    ) noexcept nogil:
        """Read `count` padded coordinates of one row, its real and then its imaginary parts.

        The imaginary part of a real input is zero: it reads as padding.
        """
        cdef pc_reader reader
        cdef pc_size part
        for part in range(self.writer.parts if count > 0 else 0):
            reader = self.readers[part]
            reader.stride = a.x_stride[2]
            reader.spread = self.writer.parts
            if part == 1 and self.plan.imaginary_offset == 0:
                row = NULL
            pc_read_row(
                &reader, to + part * reader.itemsize,
                row + part * self.plan.imaginary_offset if row != NULL else NULL,
                first, self.plan.axes[2].stride, count,
            )

    cdef void store(
        self, const pc_arrays *a, const Im2colTile *tile, const Matrix *products
    ) noexcept nogil:
        """Write the products and the bias into the result, row by row."""
        cdef pc_size row, channel, itemsize = self.plan.itemsize
        cdef pc_size rows = tile.rows, columns = tile.columns, parts = self.writer.parts
        cdef pc_writer writer = self.writer
        cdef const char *bias = self.bias_of(a, tile)
        cdef const char *sums
        cdef char *to
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], a.out_channel
        # Contiguous rows of the result are written as one.
        if a.out_stride[1] == columns * a.out_stride[2]:
            rows, columns = 1, rows * columns
        for row in range(rows):
            sums = products.data + row * columns * itemsize
            to = self.first_output(a, tile) + row * a.out_stride[1]
            if parts == 1:
                pc_store(
                    &writer, to, sums, 1, products.row_stride, columns, tile.out_channels, bias
                )
                continue
            for channel in range(tile.out_channels):
                pc_store(
                    &writer, to + channel * a.out_channel,
                    sums + channel * products.row_stride * itemsize, parts, 1, columns, parts,
                    bias + channel * itemsize if bias != NULL else NULL,
                )


cdef void compute_item(
    Im2colKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    kernel.compute(a, item, memory, token)
