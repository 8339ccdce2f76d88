# What the C code in backends/kernels offers to the extension modules.

cdef extern from "microkernels.h" nogil:
    ctypedef Py_ssize_t pc_size

    cdef enum pc_type:
        PC_F32
        PC_F64
        PC_U64

    ctypedef struct pc_kernels:
        int lanes
        int channel_vectors
        int channel_pixels
        int pixel_vectors[3]
        void channels(const void *x, const pc_size *pixel, pc_size pixels, const pc_size *tap,
                      pc_size taps, const void *w, int vectors, void *sums, int add) noexcept nogil
        void pixels(const void *x, const pc_size *pixel, pc_size vectors, const pc_size *tap,
                    pc_size taps, const void *w, int filters, void *sums, const pc_size *sums_at,
                    pc_size sums_stride, int add) noexcept nogil

    const pc_kernels *pc_kernels_for(pc_type type)

cdef extern from "pack.h" nogil:
    cdef enum pc_source:
        PC_BOOL
        PC_INT8
        PC_INT16
        PC_INT32
        PC_INT64
        PC_UINT8
        PC_UINT16
        PC_UINT32
        PC_UINT64
        PC_FLOAT16
        PC_BFLOAT16
        PC_FLOAT32
        PC_FLOAT64

    ctypedef void (*pc_convert)(void *to, const char *source, pc_size stride, pc_size n) noexcept nogil
    pc_convert pc_convert_for(pc_source source, pc_type to)

    ctypedef struct pc_axis:
        const pc_size *source
        pc_size lo
        pc_size n

    cdef union pc_element:
        float f32
        double f64
        unsigned long long u64

    ctypedef struct pc_reader:
        pc_axis axis
        pc_convert convert
        pc_size itemsize
        pc_size stride
        pc_element padding

    void pc_row(const pc_reader *reader, void *to, const char *row, pc_size first, pc_size step,
                pc_size count)

    ctypedef struct pc_writer:
        pc_source result
        int parts
        pc_size pixel_stride
        pc_size channel_stride

    void pc_store(const pc_writer *writer, char *out, const void *sums, pc_size pixel_step,
                  pc_size channel_step, pc_size pixels, pc_size channels, const void *bias)
