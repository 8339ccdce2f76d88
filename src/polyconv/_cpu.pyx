"""Which instruction-set level the kernels run at: the compiled side of `_machine`."""

cdef extern from "isa.h" nogil:
    const char* pc_isa_name()
    const char* pc_isa_error()


def isa_level():
    """Name of the level in use: "base", "v3" or "v4".

    The highest that this processor has, or what the environment's ``POLYCONV_ISA`` asks for.
    """
    return pc_isa_name().decode()


def isa_error():
    """Why ``POLYCONV_ISA`` cannot be followed, or an empty string."""
    return pc_isa_error().decode()
