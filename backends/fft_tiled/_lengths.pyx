# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The fastest lengths of segments for inputs of any size, searched again for each size.

The time of a segment depends on its lengths, not on the size of the input. So one table of times,
filled when an entry is first looked up, serves all problems of one or two axes with the same number
of spectra. For each size, compiled code counts the segments of each length. Planning a new size
takes 1 to 5 us with the table and 100 to 300 us without it (float32, Zen 4, 1 core, 2026-11-30;
`python -m benchmarks.cliffs --family new_shapes` times such calls).
"""

from libc.math cimport INFINITY

from polyconv._kernels cimport pc_size
from polyconv.backends.fft_tiled._lengths cimport MAX_LENGTHS, Cut, keep_of, read_of


cdef class SegmentLengths:
    """Lengths of segments, and the seconds of a segment of each combination of two.

    Parameters
    ----------
    lengths : tuple of tuple of int
        For each of one or two axes the lengths, rising.
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
        self.lengths[1], self.length[1][0], self.stages[1][0] = 1, 1, 0
        for axis in range(self.rank):
            self.lengths[axis] = len(lengths[axis])
            assert self.lengths[axis] <= MAX_LENGTHS
            for i in range(self.lengths[axis]):
                self.length[axis][i] = lengths[axis][i]
                self.stages[axis][i] = stages[axis][i]
        for i in range(MAX_LENGTHS * MAX_LENGTHS):
            self.seconds[i] = 0  # not known

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
        cdef pc_size[2] extent, out, period
        cdef Cut[2] cuts
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
        """Set the fastest cut of each axis; return False if none is within `max_size`."""
        cdef Cut[2][MAX_LENGTHS] cuts
        cdef int[2] numbers
        cdef int axis, i, j, first = -1, second = -1
        cdef double lowest = INFINITY, bound
        for axis in range(2):
            numbers[axis] = 1
            if axis < self.rank:
                numbers[axis] = self.cuts_of(
                    axis, extent[axis], out[axis], period[axis], cuts[axis]
                )
            else:
                cuts[axis][0] = Cut(0, 1, 1, False)
        # First the fastest by lower bounds, which need no table; then all that may be faster.
        for i in range(numbers[0]):
            for j in range(numbers[1]):
                bound = self.bound(&cuts[0][i], &cuts[1][j], images, workers)
                if bound < lowest:
                    lowest, first, second = bound, i, j
        if first < 0:
            return False
        lowest = self.time(&cuts[0][first], &cuts[1][second], images, workers)
        for i in range(numbers[0]):
            for j in range(numbers[1]):
                bound = self.bound(&cuts[0][i], &cuts[1][j], images, workers)
                if bound < lowest and not (i == first and j == second):
                    bound = self.time(&cuts[0][i], &cuts[1][j], images, workers)
                    if bound < lowest:
                        lowest, first, second = bound, i, j
        best[0], best[1] = cuts[0][first], cuts[1][second]
        return True

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

    cdef double bound(
        self, const Cut *a, const Cut *b, pc_size images, pc_size workers
    ) noexcept:
        """Return a lower bound of `time`; infinite for segments that are too long."""
        cdef double stages = self.stages[0][a.number] + self.stages[1][b.number]
        if a.size * b.size > self.max_size:
            return INFINITY
        return segments_of(a, b, images, workers) * (
            a.size * b.size * (self.per_element + self.per_stage * stages)
            + (a.size if self.rank == 2 else 1) * self.per_row
        )

    cdef double time(
        self, const Cut *a, const Cut *b, pc_size images, pc_size workers
    ) except -1:
        """Return the seconds of the worker with the most segments."""
        cdef double *known = &self.seconds[a.number * MAX_LENGTHS + b.number]
        if known[0] == 0:
            known[0] = self.seconds_of((a.size, b.size)[:self.rank])
        return segments_of(a, b, images, workers) * known[0]


cdef inline double segments_of(
    const Cut *a, const Cut *b, pc_size images, pc_size workers
) noexcept:
    """Return the segments of the worker that has the most."""
    return (images * a.count * b.count + workers - 1) // workers


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
