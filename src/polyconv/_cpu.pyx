"""What the kernels run at: the instruction-set level, and the vectors that it has."""

from polyconv._kernels cimport pc_kernels, pc_kernels_for, type_of


cdef extern from "isa.h" nogil:
    const char* pc_isa_name()
    const char* pc_isa_error()

cdef extern from *:
    """
    #ifdef _OPENMP
    #define PC_OPENMP 1
    #else
    #define PC_OPENMP 0
    #endif
    """
    bint PC_OPENMP


def isa_level():
    """Name of the level in use: "base", "v3" or "v4".

    The highest that this processor has, or what the environment's ``POLYCONV_ISA`` asks for.
    """
    return pc_isa_name().decode()


def isa_error():
    """Why ``POLYCONV_ISA`` cannot be followed, or an empty string."""
    return pc_isa_error().decode()


def lanes(dtype):
    """Vector sizes of the kernels for elements of `dtype`: lanes, and vectors in a tile."""
    cdef const pc_kernels *kernels = pc_kernels_for(type_of(dtype))
    return {"lanes": kernels.lanes, "channel_vectors": kernels.channel_vectors}


def has_openmp():
    """Whether loops can be shared among threads, which compilers without OpenMP cannot do."""
    return <bint>PC_OPENMP
