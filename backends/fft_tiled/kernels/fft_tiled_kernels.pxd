# The C code in this folder, as _fft_tiled.pyx calls it.

from polyconv._kernels cimport pc_size, pc_type


cdef extern from "spectra.h" nogil:
    ctypedef struct pc_transform:
        pc_size length
        int stages
        int radix[24]
        const void *roots

    ctypedef struct pc_spectra:
        pc_transform axes[3]
        pc_transform tile
        pc_size lines
        pc_size slab
        pc_size rows
        pc_size together
        pc_size plane
        const void *roots

    ctypedef struct pc_spectra_kernels:
        void outer(const pc_spectra *s, void *planes, pc_size rows, pc_size lines) noexcept nogil
        void outer_back(const pc_spectra *s, void *planes, pc_size rows,
                        pc_size lines) noexcept nogil
        void rows(const pc_spectra *s, void *planes) noexcept nogil
        void rows_back(const pc_spectra *s, const void *source, const void *filters, pc_size terms,
                       void *to) noexcept nogil
        void through(const pc_spectra *s, void *planes, const void *filter) noexcept nogil

    const pc_spectra_kernels *pc_spectra_for(pc_type type)
