"""Elements of every dtype: how inputs become accumulators, and sums the elements of a result."""

from libc.stdint cimport (
    int8_t, int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t,
)
from libc.string cimport memcpy

from polyconv._kernels cimport pc_size

cdef extern from *:
    ctypedef float float16_t "_Float16"

ctypedef float complex complex64_t
ctypedef double complex complex128_t

# Accumulators. Integers of either sign are summed as uint64: the bits are the same, and C defines
# how unsigned sums wrap around.
ctypedef fused number:
    uint64_t
    float
    double
    complex64_t
    complex128_t

cdef enum element:
    BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64
    FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128


# One element of any type.
cdef union scalar:
    int8_t int8
    int16_t int16
    int32_t int32
    int64_t int64
    uint8_t uint8
    uint16_t uint16
    uint32_t uint32
    uint64_t uint64
    float16_t float16
    float float32
    double float64
    complex64_t complex64
    complex128_t complex128


# One element in an array of the caller, at any alignment.
cdef packed struct unaligned:
    scalar value


cdef inline float of_bfloat16(uint16_t value) noexcept nogil:
    """Widen a bfloat16, which is the upper half of a float32."""
    cdef uint32_t bits = <uint32_t>value << 16
    cdef float single
    memcpy(&single, &bits, 4)
    return single


cdef inline uint16_t to_bfloat16(float value) noexcept nogil:
    """Round to the nearest bfloat16, halfway to the even one; a carry reaches the exponent."""
    cdef uint32_t bits
    memcpy(&bits, &value, 4)
    return 0x7fc0 if value != value else (bits + 0x7fff + (bits >> 16 & 1)) >> 16


cdef inline void convert(number *to, const char *x, element type) noexcept nogil:
    """Read one input, at any alignment, and convert it to the accumulator's type."""
    cdef const unaligned *at = <const unaligned *>x
    if type == COMPLEX64 or type == COMPLEX128:
        if number is complex64_t or number is complex128_t:  # no other takes complex inputs
            to[0] = <number>at.value.complex64 if type == COMPLEX64 else <number>at.value.complex128
        return
    to[0] = (
        <number>at.value.float32 if type == FLOAT32
        else <number>at.value.float64 if type == FLOAT64
        else <number><float>at.value.float16 if type == FLOAT16
        else <number>of_bfloat16(at.value.uint16) if type == BFLOAT16
        else <number>at.value.int8 if type == INT8
        else <number>at.value.int16 if type == INT16
        else <number>at.value.int32 if type == INT32
        else <number>at.value.int64 if type == INT64
        else <number>at.value.uint8 if type == UINT8
        else <number>at.value.uint16 if type == UINT16
        else <number>at.value.uint32 if type == UINT32
        else <number>at.value.uint64 if type == UINT64
        else <number>(at.value.uint8 != 0)
    )


cdef inline void store(
    char *out, pc_size stride, element type, pc_size itemsize, const number *sums, pc_size count
) noexcept nogil:
    """Write a row of sums, at any alignment: float16 is rounded, integers keep their low bytes."""
    cdef scalar value
    cdef pc_size i
    for i in range(count):
        memcpy(&value, &sums[i], sizeof(number))
        if number is float:
            if type == FLOAT16:
                value.float16 = <float16_t>sums[i]
            elif type == BFLOAT16:
                value.uint16 = to_bfloat16(sums[i])
        memcpy(out + i * stride, &value, itemsize)
