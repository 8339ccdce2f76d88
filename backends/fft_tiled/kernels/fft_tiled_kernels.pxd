# The C code in this folder, as _fft_tiled.pyx calls it; fft.h says what each field means.

from polyconv._kernels cimport pc_size, pc_type


cdef extern from "fft.h" nogil:
    enum:
        PC_TILE_SIDE
        PC_MAX_STAGES

    ctypedef struct pc_transform_shape:
        pc_size length
        int stages
        int radix[24]  # PC_MAX_STAGES

    ctypedef struct pc_transform:
        pc_transform_shape shape
        const void *twiddles

    ctypedef struct pc_re_im_layout:
        pc_size row_lines
        pc_size slab_rows
        pc_size rows
        pc_size tiled_rows
        pc_size part_elements

    ctypedef struct pc_fft_plan:
        pc_transform axes[3]
        pc_transform tile
        pc_re_im_layout layout
        const void *tile_twiddles

    ctypedef struct pc_fft_kernels:
        void forward_outer(const pc_fft_plan *plan, void *re_im, pc_size rows,
                           pc_size lines) noexcept nogil
        void inverse_outer(const pc_fft_plan *plan, void *re_im, pc_size rows,
                           pc_size lines) noexcept nogil
        void forward_rows(const pc_fft_plan *plan, void *re_im) noexcept nogil
        void multiply_inverse_rows(const pc_fft_plan *plan, const void *source,
                                   const void *filters, pc_size spectra,
                                   void *to) noexcept nogil
        void convolve_rows(const pc_fft_plan *plan, void *re_im,
                           const void *filter) noexcept nogil

    const pc_fft_kernels *pc_fft_kernels_for(pc_type type)
