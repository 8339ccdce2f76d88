# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The fastest lengths of segments for inputs of any size, searched again for each size.

The time of a segment depends on its lengths, not on the size of the input. So one table of times,
filled when an entry is first looked up, serves all problems of a rank with the same number of
spectra. For each size, compiled code counts the segments of each length. Planning a new size
takes 1 to 5 us with the table and 100 to 300 us without it (float32, Zen 4, 1 core, 2026-11-30;
`python -m benchmarks.cliffs --family new_shapes` times such calls).
"""

from libc.math cimport INFINITY

from polyconv._kernels cimport pc_size
from polyconv.backends.fft_tiled._lengths cimport (
    KNOWN_TIMES, MAX_LENGTHS, RANKS, Cut, KnownTime, keep_of, read_of,
)


cdef class SegmentLengths:
    """Lengths of segments along each axis, and the seconds of segments that were looked up.

    Parameters
    ----------
    lengths : tuple of tuple of int
        For each axis the lengths, rising.
    stages : tuple of tuple of float
        Operations of the stages of each, for an element.
    per_element, per_stage, per_row : float
        A lower bound of the seconds of a segment: each of its elements takes at least `per_element`
        and `per_stage` for each operation of a stage, and each of its rows `per_row`.
    max_size : int
        Maximum product of lengths.
    seconds_of : callable
        Returns the seconds of a segment of the lengths in a tuple.
    """

    def __init__(
        self, lengths, stages, double per_element, double per_stage, double per_row,
        pc_size max_size, seconds_of,
    ):
        cdef int axis, i
        self.rank, self.max_size, self.seconds_of = len(lengths), max_size, seconds_of
        self.per_element, self.per_stage, self.per_row = per_element, per_stage, per_row
        for axis in range(RANKS):
            self.lengths[axis], self.length[axis][0], self.stages[axis][0] = 1, 1, 0
        for axis in range(self.rank):
            self.lengths[axis] = len(lengths[axis])
            assert self.lengths[axis] <= MAX_LENGTHS
            for i in range(self.lengths[axis]):
                self.length[axis][i] = lengths[axis][i]
                self.stages[axis][i] = stages[axis][i]
        for i in range(KNOWN_TIMES):
            self.known[i].numbers = -1

    def chosen(self, extents, outs, periods, images, workers):
        """Return for each axis the length, the segments, and if it is circular; None if none fits.

        Parameters
        ----------
        extents, outs, periods : tuple of int
            For each axis the extent of the kernel, outputs, and the shortest period of a circular
            transform, 0 if there is none.
        images, workers : int
            Images and groups, and workers.
        """
        cdef pc_size[RANKS] extent, out, period
        cdef Cut[RANKS] cuts
        cdef int axis
        for axis in range(self.rank):
            extent[axis], out[axis], period[axis] = extents[axis], outs[axis], periods[axis]
        if not self.choose(extent, out, period, images, workers, cuts):
            return None
        return tuple([
            (cuts[axis].size, cuts[axis].count, bool(cuts[axis].circular))
            for axis in range(self.rank)
        ])

    cdef bint choose(
        self, const pc_size *extent, const pc_size *out, const pc_size *period, pc_size images,
        pc_size workers, Cut *best,
    ) except -1:
        """Set the fastest cut of three axes; return False if none is within `max_size`."""
        cdef Cut[RANKS][MAX_LENGTHS] cuts
        cdef int[RANKS] numbers
        cdef const Cut *tried[RANKS]
        cdef int axis, i, j, k
        cdef bint is_found = False, weighs
        cdef double lowest = INFINITY, seconds
        cdef pc_size segments
        for axis in range(RANKS):
            numbers[axis], cuts[axis][0] = 1, Cut(0, 1, 1, False)
            if axis < self.rank:
                numbers[axis] = self.cuts_of(
                    axis, extent[axis], out[axis], period[axis], cuts[axis]
                )
        # First the fastest by lower bounds, which need no table; then all that may be faster.
        for weighs in range(2):
            if weighs and is_found:
                for axis in range(RANKS):
                    tried[axis] = &best[axis]
                lowest = segments_of(tried, images, workers) * self.time(tried)
            for i in range(numbers[0]):
                tried[0] = &cuts[0][i]
                for j in range(numbers[1]):
                    tried[1] = &cuts[1][j]
                    for k in range(numbers[2]):
                        tried[2] = &cuts[2][k]
                        if tried[0].size * tried[1].size * tried[2].size > self.max_size:
                            continue
                        segments = segments_of(tried, images, workers)
                        seconds = segments * self.bound(tried)
                        if weighs and seconds < lowest:
                            seconds = segments * self.time(tried)
                        if seconds < lowest:
                            lowest, is_found = seconds, True
                            for axis in range(RANKS):
                                best[axis] = tried[axis][0]
        return is_found

    cdef int cuts_of(
        self, int axis, pc_size extent, pc_size out, pc_size period, Cut *cuts
    ) noexcept:
        """Set the ways to cut an axis, and return their number: 0 if the kernel is too long.

        They are segments of all lengths, and the whole axis at once: the shorter of a circular
        transform and one of the padded axis.
        """
        cdef int i, circular = -1, number = 0
        cdef pc_size size, step
        for i in range(self.lengths[axis]):
            size = self.length[axis][i]
            if circular < 0 and 0 < period <= size:
                circular = i
            if size < extent:
                continue
            step = size - extent + 1
            cuts[number] = Cut(i, size, (out + step - 1) // step, False)
            number += 1
            if step >= out:
                break
        else:
            i = self.lengths[axis]
        if circular < 0 or circular > i:
            return number
        if i < self.lengths[axis]:
            number -= 1
        cuts[number] = Cut(circular, self.length[axis][circular], 1, True)
        return number + 1

    cdef double bound(self, const Cut **cuts) noexcept:
        """Return a lower bound of `time`."""
        cdef double stages = 0, elements = 1, rows = 1
        cdef int axis
        for axis in range(self.rank):
            stages += self.stages[axis][cuts[axis].number]
            rows = elements
            elements *= cuts[axis].size
        return elements * (self.per_element + self.per_stage * stages) + rows * self.per_row

    cdef double time(self, const Cut **cuts) except -1:
        """Return the seconds of a segment."""
        cdef int axis, numbers = 0
        for axis in range(RANKS):
            numbers = numbers * MAX_LENGTHS + cuts[axis].number
        cdef KnownTime *known = &self.known[numbers % KNOWN_TIMES]
        if known.numbers != numbers:
            known.seconds = self.seconds_of(
                (cuts[0].size, cuts[1].size, cuts[2].size)[:self.rank]
            )
            known.numbers = numbers
        return known.seconds


cdef inline pc_size segments_of(const Cut **cuts, pc_size images, pc_size workers) noexcept:
    """Return the segments of the worker that has the most."""
    cdef pc_size segments = images * cuts[0].count * cuts[1].count * cuts[2].count
    return (segments + workers - 1) // workers


def read_and_keep(
    pc_size size, pc_size count, bint circular, pc_size n, pc_size out, pc_size extent
):
    """Return the elements that a segment reads, and its outputs.

    Parameters
    ----------
    size, count, circular : int, int, bool
        A cut, as `SegmentLengths.chosen` returns it.
    n, out, extent : int
        Elements and outputs of the axis, and the extent of the kernel.
    """
    cdef Cut cut = Cut(0, size, count, circular)
    return read_of(&cut, n), keep_of(&cut, extent, out)
