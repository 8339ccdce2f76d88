# Lengths of segments, for compiled calls that look them up; see the module.

from polyconv._kernels cimport pc_size


cdef enum:
    # Structural: axes; lengths of an axis that have transforms, up to the longest in the table.
    RANKS = 3
    MAX_LENGTHS = 96
    # Structural: times that a table keeps, a prime number. All combinations of two lengths have
    # places of their own; those of three share them, and the last one that was looked up stays.
    KNOWN_TIMES = 9221


# One way to cut an axis.
cdef struct Cut:
    int number  # of the length
    pc_size size
    pc_size count  # segments
    bint circular  # the one segment is the unpadded axis


cdef inline pc_size read_of(const Cut *cut, pc_size n) noexcept:
    """Return the elements of an axis of `n` that a segment reads."""
    return n if cut.circular else cut.size


cdef inline pc_size keep_of(const Cut *cut, pc_size extent, pc_size out) noexcept:
    """Return the outputs of a segment, of `out` ones of the axis."""
    return out if cut.count == 1 else cut.size - extent + 1


# The seconds of a segment, if they are known, and the numbers of its lengths.
cdef struct KnownTime:
    int numbers  # -1 if no time is known
    double seconds


cdef class SegmentLengths:
    cdef int rank
    cdef int[RANKS] lengths
    cdef pc_size[RANKS][MAX_LENGTHS] length
    cdef double[RANKS][MAX_LENGTHS] stages
    cdef double per_element, per_stage, per_row
    cdef pc_size max_size
    cdef KnownTime[KNOWN_TIMES] known
    cdef object seconds_of

    cdef bint choose(
        self, const pc_size *extent, const pc_size *out, const pc_size *period, pc_size images,
        pc_size workers, Cut *best,
    ) except -1
    cdef int cuts_of(
        self, int axis, pc_size extent, pc_size out, pc_size period, Cut *cuts
    ) noexcept
    cdef double bound(self, const Cut **cuts) noexcept
    cdef double time(self, const Cut **cuts) except -1
