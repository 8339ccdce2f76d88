# One spatial axis in tiles, and the plan of one problem. The module is backends/direct/_tiles.pyx;
# Cython looks for declarations where the package will be installed.


cdef enum PackingLayout:
    OVERLAPPED = 1
    SEPARATE = 2
    PHASED = 4


cdef class TileAxis:
    cdef readonly Py_ssize_t out, tile, kernel, stride, dilation
    cdef readonly Py_ssize_t runs, run_length
    cdef readonly Py_ssize_t extent, input_extent, length, out_step, run_step, tiles
    cdef PackingLayout kind

    cdef Py_ssize_t balanced(self, Py_ssize_t max_tile)
    cdef TileAxis cut(self, Py_ssize_t max_tile, int layouts)
    cdef Py_ssize_t min_length(self, int layouts)
    cdef Py_ssize_t max_tile(self, Py_ssize_t places, int layouts)
    cdef PackingLayout shortest(self, Py_ssize_t tile, int layouts)


cdef TileAxis whole_axis(
    Py_ssize_t out, Py_ssize_t kernel, Py_ssize_t stride, Py_ssize_t dilation
)


cdef class DirectTiling:
    cdef readonly int variant
    cdef readonly bint flat, accumulates_in_out, zero_copy, stride2, skips_padding
    cdef readonly TileAxis depth, height, width
    cdef readonly Py_ssize_t groups, channels, oc_block, oc_blocks
    cdef readonly Py_ssize_t rows_per_store, oc_splits, groups_per_item, ic_block, interleave
    cdef readonly Py_ssize_t row_pitch, first_row_offset, channel_plane, row_buffer, packed_size
    cdef readonly Py_ssize_t sums_size
    cdef readonly Py_ssize_t max_entries, pixels_per_vector, row_vectors, band_rows
    cdef readonly double valid_fraction, interior_fraction

    cpdef Py_ssize_t listed_columns(self)
    cpdef Py_ssize_t input_elements(self, Py_ssize_t pixels)
    cpdef Py_ssize_t max_roundings(self)
    cpdef Py_ssize_t workspace(self, Py_ssize_t itemsize)
