# Plans of segments, for compiled calls that resize them; see the module.

cimport numpy as cnp

from fft_tiled_kernels cimport pc_fft_kernels, pc_fft_plan
from polyconv._kernels cimport (
    pc_arrays, pc_axis, pc_max_abs_kernel, pc_reader, pc_size, pc_type, pc_writer,
)
from polyconv._thread_pool cimport PooledKernel, pc_stop_token
from segment_records cimport PhaseTaps, SegmentShape, TiledAxis


# Where a tap lies in one of three axes of a segment.
cdef struct Place:
    pc_size at    # in a part
    pc_size part
    double sign   # of coefficients that have passed the end of the axis that is split


# Fields of `TiledAxis` that depend on the size of the input, of one of three axes.
cdef struct Resized:
    pc_size n
    pc_size out
    pc_size keep
    pc_size segments
    pc_size read


cdef class TransformTables:
    cdef pc_fft_plan plan
    cdef const pc_fft_kernels *kernels
    cdef pc_size itemsize
    cdef tuple twiddles  # keeps the arrays alive to which `plan` points


cdef class SegmentPlan:
    cdef TiledAxis axes[3]
    cdef SegmentShape shape
    cdef TransformTables tables, filter_tables
    cdef pc_type type
    cdef pc_max_abs_kernel max_abs
    cdef pc_reader readers[2]
    cdef pc_writer writer
    cdef pc_size part_bytes
    cdef pc_axis input_axes[3]
    cdef const PhaseTaps *phase_taps  # (phases, 3)
    cdef object taps  # keeps the array alive to which the pointer points

    cdef SegmentPlan resized(self, pc_size batch, const Resized *axes)
    cdef Place place_of(self, pc_size i, const PhaseTaps *taps, pc_size tap) noexcept nogil
    cdef void place_taps(self, const char *w, const PhaseTaps *taps, char *re_im) noexcept nogil
    cdef void transform_filter(
        self, const char *w, pc_size phase, char *scratch, char *to
    ) noexcept nogil
    cdef void convolve(
        self, const pc_arrays *a, const char *filters, pc_size item, char *re_im, void *max_abs,
        pc_stop_token *token,
    ) noexcept nogil
    cdef void load_segment(
        self, const pc_arrays *a, pc_size image, pc_size group, pc_size k, const pc_size *segment,
        pc_size *filled, char *to, void *max_abs
    ) noexcept nogil
    cdef void load_part(
        self, const pc_reader *reader, const char *x, const pc_size *stride, const pc_size *first,
        const pc_size *count, char *to, void *maxima
    ) noexcept nogil
    cdef void clear_beyond(self, char *re_im, double limit) noexcept nogil
    cdef void prefetch_row(self, const char *row, pc_size stride, pc_size count) noexcept nogil
    cdef void load_row(
        self, const pc_reader *reader, pc_size stride, const char *row, pc_size first,
        pc_size count, char *to
    ) noexcept nogil
    cdef void fill_padding(self, const pc_reader *reader, char *to, pc_size count) noexcept nogil
    cdef void store_segment(
        self, const pc_arrays *a, pc_size image, pc_size channel, const pc_size *segment,
        const char *re_im
    ) noexcept nogil
    cdef pc_size in_part(self, pc_size i, pc_size output, pc_size part) noexcept nogil


cdef class FftTiledKernel(PooledKernel):
    cdef SegmentPlan plan
    cdef cnp.ndarray memory
    cdef char *filters
