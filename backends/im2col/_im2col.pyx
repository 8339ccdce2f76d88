# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The tile loop of im2col: pack windows, multiply, store; see `im2col.py` for the plan."""

from libc.limits cimport INT_MAX
from scipy.linalg.cython_blas cimport cgemm, dgemm, sgemm, zgemm

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    pc_arrays, pc_count_before, pc_copy_kernels, pc_reader, pc_read_row, pc_size,
    pc_store, pc_writer, reader_of, type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute

import numpy as np

cnp.import_array()


cdef struct Axis:
    pc_size out, tile, tiles, kernel, stride, dilation
    pc_size lo, n  # padding before the input, and its size
    const pc_size *source


# A tile: its first output along each axis, how many rows and columns, and which filters.
cdef struct Tile:
    pc_size n, group, first_filter, filters
    pc_size start[3]
    pc_size rows, columns


# Where BLAS finds the windows and puts the products: first element, distance of columns.
cdef struct Matrix:
    char *data
    pc_size lead


cdef class Im2colKernel(PooledKernel):
    """Filters as matrices and the plan of their tiles; `Kernel` of the im2col backend."""

    cdef Axis axes[3]
    cdef pc_reader readers[2]
    cdef pc_writer writer
    cdef char letter
    cdef const pc_copy_kernels *kernels
    cdef bint pointwise, plain_x, half_x, plain_out
    cdef bint constant  # all padding has one value
    cdef pc_size x_part  # bytes from real to imaginary part in the caller's array, or 0
    cdef pc_size batch, groups, group_in, group_out, terms, taps, itemsize
    cdef pc_size chunk, splits, filters, pixels
    cdef const char *weights
    cdef object single_threaded_blas
    cdef tuple keep

    def __init__(self, problem, tiling, matrix, single_threaded_blas):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        dtype = problem.accumulator
        self.compute_item = <pc_compute>compute_item
        self.letter = ord(dtype.char)
        self.batch, self.groups = problem.batch, problem.groups
        self.group_in, self.group_out = problem.group_in, problem.group_out
        self.terms, self.taps, self.itemsize = problem.terms, problem.taps, dtype.itemsize
        self.chunk, self.splits = tiling.terms, tiling.splits
        self.filters, self.pixels = tiling.filters, tiling.pixels
        self.workspace = tiling.workspace(dtype.itemsize)
        self.pointwise = problem.pointwise
        self.x_part = problem.x_dtype.itemsize // 2 if problem.x_dtype.kind == "c" else 0
        self.plain_x = problem.x_dtype == dtype
        self.half_x = problem.widens_halves
        self.plain_out = problem.dtype == dtype
        maps = (np.zeros(1, np.intp),) * missing + problem.source
        tiles = (1, tiling.height, tiling.width)
        self.items = self.batch * self.groups * self.splits
        for i in range(3):
            out = problem.out[i - missing] if i >= missing else 1
            self.axes[i].out, self.axes[i].tile = out, tiles[i]
            self.axes[i].tiles = (out + tiles[i] - 1) // tiles[i]
            self.axes[i].kernel = problem.kernel[i - missing] if i >= missing else 1
            self.axes[i].stride = problem.stride[i - missing] if i >= missing else 1
            self.axes[i].dilation = problem.dilation[i - missing] if i >= missing else 1
            self.axes[i].source = <const pc_size *>cnp.PyArray_DATA(maps[i])
            self.axes[i].lo = problem.pads[i - missing][0] if i >= missing else 0
            self.axes[i].n = problem.spatial[i - missing] if i >= missing else 1
            self.items *= self.axes[i].tiles
        self.weights = <const char *>cnp.PyArray_DATA(matrix)
        self.single_threaded_blas = single_threaded_blas
        self.keep = (matrix, maps)
        self.kernels = copy_kernels_for(type_of(dtype))
        self.readers[0] = reader_of(problem, self.kernels, maps[2], False)
        self.readers[1] = reader_of(problem, self.kernels, maps[2], True)
        self.writer = writer_of(problem, self.kernels)
        if dtype.kind == "c":
            self.writer.kernels = NULL  # parts are written in few steps as it is
        self.constant = problem.padding_mode in ("zeros", "constant")

    def __call__(self, cnp.ndarray x, bias, cnp.ndarray out, pc_size workers):
        """Write every element of `out`."""
        with self.single_threaded_blas:
            PooledKernel.__call__(self, x, bias, out, workers)

    cdef void compute(self, const pc_arrays *a, pc_size item, char *memory) noexcept nogil:
        """Compute one work item: all of a tile, for some of the filters."""
        cdef Tile tile
        cdef Matrix windows, products
        cdef pc_size first, count, pixels
        cdef pc_size split = item % self.splits
        cdef bint in_place
        cdef const char *filters
        cdef char *packed = memory + (self.pixels * self.filters * self.itemsize + 63) // 64 * 64
        cdef char *spare = packed + (self.pixels * self.chunk * self.itemsize + 63) // 64 * 64

        item //= self.splits
        self.place(&tile, item)
        tile.first_filter = split * self.filters
        tile.filters = min(self.filters, self.group_out - tile.first_filter)
        if tile.filters <= 0:
            return
        pixels = tile.rows * tile.columns
        in_place = self.output(a, &tile, memory, &products)
        if in_place and a.bias != NULL:
            self.preset(a, &tile, &products)
        filters = self.weights + (
            tile.group * self.group_out + tile.first_filter
        ) * self.terms * self.itemsize
        first = 0
        while first < self.terms:
            count = min(self.chunk, self.terms - first)
            if not self.input(a, &tile, first, &windows):
                windows.data, windows.lead = packed, pixels
                self.pack(a, &tile, first, count, windows.data)
            if first > 0 and (pixels == 1 or tile.filters == 1):
                self.add(
                    &windows, filters + first * self.itemsize, &products, pixels, tile.filters,
                    count, spare,
                )
            else:
                self.multiply(
                    &windows, filters + first * self.itemsize, &products, pixels, tile.filters,
                    count, first > 0 or (in_place and a.bias != NULL),
                )
            first += count
        if not in_place:
            self.store(a, &tile, &products)

    cdef void place(self, Tile *tile, pc_size item) noexcept nogil:
        """Find the tile of a work item."""
        cdef pc_size i, index
        cdef pc_size size[3]
        for i in range(2, -1, -1):
            index = item % self.axes[i].tiles
            item //= self.axes[i].tiles
            tile.start[i] = index * self.axes[i].tile
            size[i] = min(self.axes[i].tile, self.axes[i].out - tile.start[i])
        tile.rows, tile.columns = size[1], size[2]
        tile.group = item % self.groups
        tile.n = item // self.groups

    cdef bint input(
        self, const pc_arrays *a, const Tile *tile, pc_size first, Matrix *windows
    ) noexcept nogil:
        """Whether the windows stand in the caller's array as BLAS wants them, and where."""
        cdef pc_size i, stride = a.x_stride[2]
        if not (self.pointwise and self.plain_x and stride == self.itemsize):
            return False
        if tile.rows > 1 and a.x_stride[1] != tile.columns * stride:
            return False
        windows.lead = a.x_channel // self.itemsize
        if a.x_channel % self.itemsize or not tile.rows * tile.columns <= windows.lead <= INT_MAX:
            return False
        windows.data = <char *>a.x + tile.n * a.x_batch + (
            tile.group * self.group_in + first
        ) * a.x_channel
        for i in range(3):
            windows.data += tile.start[i] * a.x_stride[i]
        return True

    cdef bint output(
        self, const pc_arrays *a, const Tile *tile, char *memory, Matrix *products
    ) noexcept nogil:
        """Whether BLAS may write into the caller's array; where the products go."""
        cdef pc_size pixels = tile.rows * tile.columns
        cdef bint in_place = (
            self.plain_out
            and a.out_stride[2] == self.itemsize
            and (tile.rows == 1 or a.out_stride[1] == tile.columns * self.itemsize)
            and a.out_channel % self.itemsize == 0
            and pixels <= a.out_channel // self.itemsize <= INT_MAX
        )
        if in_place:
            products.data = self.target(a, tile)
            products.lead = a.out_channel // self.itemsize
        else:
            products.data = memory
            products.lead = pixels
        return in_place

    cdef char *target(self, const pc_arrays *a, const Tile *tile) noexcept nogil:
        """The first output of the tile in the caller's array."""
        cdef pc_size i
        cdef char *out = a.out + tile.n * a.out_batch
        out += (tile.group * self.group_out + tile.first_filter) * a.out_channel
        for i in range(3):
            out += tile.start[i] * a.out_stride[i]
        return out

    cdef const char *bias(self, const pc_arrays *a, const Tile *tile) noexcept nogil:
        """The bias of the tile's first filter, or NULL."""
        if a.bias == NULL:
            return NULL
        return a.bias + (tile.group * self.group_out + tile.first_filter) * self.itemsize

    cdef void preset(
        self, const pc_arrays *a, const Tile *tile, const Matrix *products
    ) noexcept nogil:
        """Put the bias where the products will be added."""
        cdef pc_size f, i
        cdef const char *bias = self.bias(a, tile)
        cdef char *row
        for f in range(tile.filters):
            row = products.data + f * products.lead * self.itemsize
            for i in range(tile.rows * tile.columns):
                if self.itemsize == 4:
                    (<float *>row)[i] = (<const float *>bias)[f]
                elif self.itemsize == 8:
                    (<double *>row)[i] = (<const double *>bias)[f]
                else:
                    (<double complex *>row)[i] = (<const double complex *>bias)[f]

    cdef void pack(
        self, const pc_arrays *a, const Tile *tile, pc_size first, pc_size count, char *to
    ) noexcept nogil:
        """Copy `count` rows of the matrix of windows, from `first`: one place of each window."""
        cdef pc_size h, z, y, tap = first % self.taps
        cdef pc_size kernel_h = self.axes[1].kernel, kernel_w = self.axes[2].kernel
        cdef pc_size kw = tap % kernel_w, kh = tap // kernel_w % kernel_h
        cdef pc_size kd = tap // kernel_w // kernel_h
        cdef const char *plane = a.x + tile.n * a.x_batch
        cdef const char *row
        cdef pc_size line = tile.columns * self.itemsize
        plane += (tile.group * self.group_in + first // self.taps) * a.x_channel
        for _ in range(count):
            z = self.axes[0].source[
                tile.start[0] * self.axes[0].stride + kd * self.axes[0].dilation
            ]
            if z >= 0 and self.whole_rows(a):
                self.pack_rows(a, tile, plane + z * a.x_stride[0], kh, kw, to)
                to += tile.rows * line
            else:
                for h in range(tile.rows):
                    y = self.axes[1].source[
                        (tile.start[1] + h) * self.axes[1].stride + kh * self.axes[1].dilation
                    ]
                    row = NULL
                    if z >= 0 and y >= 0:
                        row = plane + z * a.x_stride[0] + y * a.x_stride[1]
                    self.pack_row(
                        a, to, row,
                        tile.start[2] * self.axes[2].stride + kw * self.axes[2].dilation,
                        tile.columns,
                    )
                    to += line
            # The next term, without a division: planes are small.
            kw += 1
            if kw == kernel_w:
                kw = 0
                kh += 1
            if kh == kernel_h:
                kh = 0
                kd += 1
            if kd == self.axes[0].kernel:
                kd = 0
                plane += a.x_channel

    cdef bint whole_rows(self, const pc_arrays *a) noexcept nogil:
        """Whether rows of windows are copied from rows of the caller's array."""
        if self.half_x:
            return self.constant and a.x_stride[2] == 2 and self.axes[2].stride == 1
        return (
            self.plain_x and self.writer.parts == 1 and self.constant
            and a.x_stride[2] == self.itemsize
        )

    cdef void pack_rows(
        self, const pc_arrays *a, const Tile *tile, const char *plane, pc_size kh, pc_size kw,
        char *to,
    ) noexcept nogil:
        """Copy one place of all windows: rows of the input, with padding around them."""
        cdef pc_reader *reader = &self.readers[0]
        cdef pc_size down = self.axes[1].stride, across = self.axes[2].stride
        cdef pc_size rows = tile.rows, columns = tile.columns, size = self.itemsize
        cdef pc_size y = tile.start[1] * down + kh * self.axes[1].dilation - self.axes[1].lo
        cdef pc_size x = tile.start[2] * across + kw * self.axes[2].dilation - self.axes[2].lo
        cdef pc_size above = pc_count_before(-y, down, rows)
        cdef pc_size below = rows - pc_count_before(self.axes[1].n - y, down, rows)
        cdef pc_size left = pc_count_before(-x, across, columns)
        cdef pc_size used = pc_count_before(self.axes[2].n - x, across, columns)
        cdef pc_size right = columns - used
        cdef pc_size n = columns - left - right
        cdef const void *value = &reader.padding
        cdef const char *row
        if left + right >= columns or above + below >= rows:
            self.kernels.pad_rows(NULL, 0, 1, rows * columns, 0, 0, value, to, 0)
            return
        self.kernels.pad_rows(NULL, 0, 1, above * columns, 0, 0, value, to, 0)
        to += above * columns * size
        row = plane + (y + above * down) * a.x_stride[1] + (x + left * across) * a.x_stride[2]
        rows -= above + below
        if self.half_x:
            self.kernels.pad_rows_f16(
                row, down * a.x_stride[1], rows, left, n, right, value, to, columns
            )
        elif across == 1:
            self.kernels.pad_rows(
                row, down * a.x_stride[1], rows, left, n, right, value, to, columns
            )
        else:
            self.kernels.pad_strided_rows(
                row, down * a.x_stride[1], across, rows, left, n, right, value, to, columns
            )
        to += rows * columns * size
        self.kernels.pad_rows(NULL, 0, 1, below * columns, 0, 0, value, to, 0)

    cdef void pack_row(
        self, const pc_arrays *a, char *to, const char *row, pc_size first, pc_size count
    ) noexcept nogil:
        """Copy one run of padded coordinates; complex elements part by part."""
        cdef pc_reader reader
        cdef pc_size part
        for part in range(self.writer.parts):
            reader = self.readers[part]
            reader.stride = a.x_stride[2]
            reader.spread = self.writer.parts
            if part == 1 and self.x_part == 0:
                row = NULL  # which reads as padding: the imaginary part of a real input is zero
            pc_read_row(
                &reader, to + part * reader.itemsize,
                row + part * self.x_part if row != NULL else NULL,
                first, self.axes[2].stride, count,
            )

    cdef void multiply(
        self, const Matrix *windows, const char *filters, const Matrix *products, pc_size pixels,
        pc_size count, pc_size terms, bint add,
    ) noexcept nogil:
        """products (+)= filters @ windows; row-major here is transposed in BLAS' eyes."""
        cdef int m = <int>pixels, n = <int>count, k = <int>terms
        cdef int lda = <int>windows.lead, ldb = <int>self.terms, ldc = <int>products.lead
        cdef char no = b"N"
        cdef float s_one = 1, s_beta = add
        cdef double d_one = 1, d_beta = add
        cdef float complex c_one = 1, c_beta = add
        cdef double complex z_one = 1, z_beta = add
        if self.letter == b"f":
            sgemm(&no, &no, &m, &n, &k, &s_one, <float *>windows.data, &lda, <float *>filters,
                  &ldb, &s_beta, <float *>products.data, &ldc)
        elif self.letter == b"d":
            dgemm(&no, &no, &m, &n, &k, &d_one, <double *>windows.data, &lda, <double *>filters,
                  &ldb, &d_beta, <double *>products.data, &ldc)
        elif self.letter == b"F":
            cgemm(&no, &no, &m, &n, &k, &c_one, <float complex *>windows.data, &lda,
                  <float complex *>filters, &ldb, &c_beta, <float complex *>products.data, &ldc)
        else:
            zgemm(&no, &no, &m, &n, &k, &z_one, <double complex *>windows.data, &lda,
                  <double complex *>filters, &ldb, &z_beta, <double complex *>products.data, &ldc)

    cdef void add(
        self, const Matrix *windows, const char *filters, const Matrix *products, pc_size pixels,
        pc_size count, pc_size terms, char *spare,
    ) noexcept nogil:
        """products += filters @ windows, one of which is a vector.

        BLAS may add such a product term by term to what stands there: a single chain of roundings.
        """
        cdef Matrix product
        cdef pc_size i, j, line = pixels * self.writer.parts
        cdef pc_size lead = products.lead * self.writer.parts
        product.data, product.lead = spare, pixels
        self.multiply(windows, filters, &product, pixels, count, terms, False)
        for i in range(count):
            for j in range(line):
                if self.letter == b"f" or self.letter == b"F":
                    (<float *>products.data)[i * lead + j] += (<float *>spare)[i * line + j]
                else:
                    (<double *>products.data)[i * lead + j] += (<double *>spare)[i * line + j]

    cdef void store(
        self, const pc_arrays *a, const Tile *tile, const Matrix *products
    ) noexcept nogil:
        """Write the products into the caller's array, row by row."""
        cdef pc_size h, f
        cdef pc_size rows = tile.rows, span = tile.columns
        cdef pc_size parts = self.writer.parts
        cdef pc_writer writer = self.writer
        cdef const char *bias = self.bias(a, tile)
        cdef const char *line
        cdef char *to
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], a.out_channel
        if a.out_stride[1] == span * a.out_stride[2]:
            rows, span = 1, rows * span
        for h in range(rows):
            line = products.data + h * span * self.itemsize
            to = self.target(a, tile) + h * a.out_stride[1]
            if parts == 1:
                pc_store(&writer, to, line, 1, products.lead, span, tile.filters, bias)
                continue
            for f in range(tile.filters):
                pc_store(
                    &writer, to + f * a.out_channel, line + f * products.lead * self.itemsize,
                    parts, 1, span, parts,
                    bias + f * self.itemsize if bias != NULL else NULL,
                )


cdef void compute_item(
    Im2colKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    kernel.compute(a, item, memory)
