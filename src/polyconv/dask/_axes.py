"""The chunks of an input that each chunk of a result reads, one axis at a time.

Output o belongs to the chunk that holds the input element ``o * stride`` (transposed: ``o //
stride``), so that a result of the input's size has the input's chunks. The first and the last chunk
take what padding adds. A chunk may read itself and the two chunks beside it, no more: arrays whose
chunks are smaller are rechunked.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Protocol

from polyconv._problem import Problem
from polyconv._regions import AxisRegion, Range, region_of, transposed_region_of

if TYPE_CHECKING:
    from polyconv.transposed import TransposedProblem

__all__ = ["ChunkedAxis", "Read", "TransposedAxis", "WindowAxis", "WindowedAxis", "fitting_chunks"]


class WindowedAxis(Protocol):
    """An axis of a convolution."""

    @property
    def out(self) -> int:
        """Size of the result along the axis."""
        ...

    @property
    def min_chunk(self) -> int:
        """Smallest chunk of the input that is worth a task: the window, or the stride."""
        ...

    def first_output(self, start: int) -> int:
        """Return the first output of the chunk that starts with input element `start`."""
        ...

    def region(self, outputs: Range) -> AxisRegion:
        """Return the region of the input that a range of outputs reads."""
        ...

    def outputs_within(self, inputs: Range) -> Range:
        """Return the outputs whose windows lie within a range of the input, ends left apart."""
        ...


@dataclass(frozen=True)
class WindowAxis:
    """A spatial axis of a `Problem`."""

    problem: Problem
    axis: int

    @property
    def out(self) -> int:
        """Size of the result along the axis."""
        return self.problem.out[self.axis]

    @property
    def min_chunk(self) -> int:
        """Smallest chunk of the input that is worth a task: the window, or the stride."""
        return max(self.problem.extent[self.axis], self.problem.stride[self.axis])

    @property
    def _lo(self) -> int:
        return self.problem.pads[self.axis][0]

    def first_output(self, start: int) -> int:
        """Return the first output of the chunk that starts with input element `start`."""
        # Padding wider than a window is read by the first chunk alone.
        wider = max(self._lo - self.problem.extent[self.axis] + 1, 0)
        return -(-(start + wider) // self.problem.stride[self.axis])

    def region(self, outputs: Range) -> AxisRegion:
        """Return the region of the input that a range of outputs reads."""
        p = self.problem
        box = [(0, 1)] * p.rank
        box[self.axis] = outputs
        return region_of(p, box).axes[self.axis]

    def outputs_within(self, inputs: Range) -> Range:
        """Return the outputs whose windows lie within a range of the input, ends left apart."""
        stride, extent = self.problem.stride[self.axis], self.problem.extent[self.axis]
        start, stop = inputs
        return -(-(start + self._lo) // stride), (stop + self._lo - extent) // stride + 1


@dataclass(frozen=True)
class TransposedAxis:
    """A spatial axis of a `TransposedProblem`."""

    problem: "TransposedProblem"
    axis: int

    @property
    def out(self) -> int:
        """Size of the result along the axis."""
        return self.problem.out[self.axis]

    @property
    def min_chunk(self) -> int:
        """Smallest chunk of the input that is worth a task: the elements that one output reads."""
        return -(-self.problem.extent[self.axis] // self.problem.stride[self.axis])

    def first_output(self, start: int) -> int:
        """Return the first output of the chunk that starts with input element `start`."""
        t = self.problem
        cropped = max(t.start[self.axis] - t.extent[self.axis] + 1, 0)
        return start * t.stride[self.axis] - cropped

    def region(self, outputs: Range) -> AxisRegion:
        """Return the region of the input that a range of outputs reads."""
        t = self.problem
        box = [(0, 1)] * t.rank
        box[self.axis] = outputs
        return transposed_region_of(t, box).axes[self.axis]

    def outputs_within(self, inputs: Range) -> Range:
        """Return the outputs that read only a range of the input, apart from the ends."""
        t, (start, stop) = self.problem, inputs
        stride, before = t.stride[self.axis], t.start[self.axis]
        return start * stride + t.extent[self.axis] - 1 - before, stop * stride - before


@dataclass(frozen=True)
class Read:
    """A range that a chunk of the result reads of one chunk of the input."""

    chunk: int
    range: Range


@dataclass(frozen=True)
class ChunkedAxis:
    """An axis of an input in chunks, and the chunks of the result along it.

    Attributes
    ----------
    axis : WindowedAxis
    chunks : tuple of int
        Sizes of the input's chunks.
    """

    axis: WindowedAxis
    chunks: tuple[int, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first elements of the input's chunks, and the end."""
        return (0, *accumulate(self.chunks))

    @cached_property
    def _homes(self) -> tuple[tuple[int, Range], ...]:
        """Pairs for each chunk of the result: its home, a chunk of the input, and its outputs."""
        out, last = self.axis.out, len(self.chunks) - 1
        firsts = [self.axis.first_output(start) for start in self.starts[1:-1]]
        bounds = [0, *[min(max(first, 0), out) for first in firsts], out]
        homes = [(i, each) for i, each in enumerate(pairwise(bounds)) if each[0] < each[1]]
        return tuple(homes) or ((last, (0, 0)),)

    @cached_property
    def home_of(self) -> tuple[int, ...]:
        """The chunk of the input that each chunk of the result belongs to."""
        return tuple([home for home, _ in self._homes])

    @cached_property
    def outputs_of(self) -> tuple[Range, ...]:
        """The outputs of each chunk of the result."""
        return tuple([outputs for _, outputs in self._homes])

    @property
    def out_chunks(self) -> tuple[int, ...]:
        """Sizes of the result's chunks."""
        return tuple([stop - start for _, (start, stop) in self._homes])

    @cached_property
    def reads(self) -> tuple[tuple[Read, ...], ...]:
        """For each chunk of the result, the ranges it reads; one is always of its own chunk."""
        return tuple([self._reads_of(*each) for each in self._homes])

    def _reads_of(self, home: int, outputs: Range) -> tuple[Read, ...]:
        ranges = self.axis.region(outputs).reads if outputs[0] < outputs[1] else ()
        found = [Read(home, (self.starts[home], self.starts[home + 1]))]
        for start, stop in ranges:
            for chunk in range(self._chunk_at(start), len(self.chunks)):
                a, b = self.starts[chunk], self.starts[chunk + 1]
                if a >= stop:
                    break
                if chunk != home and max(a, start) < min(b, stop):
                    found.append(Read(chunk, (max(a, start), min(b, stop))))
        return tuple(found)

    def _chunk_at(self, element: int) -> int:
        """Return the chunk that holds an element of the input."""
        return bisect_right(self.starts, element) - 1

    @cached_property
    def readers(self) -> tuple[tuple[tuple[int, Range], ...], ...]:
        """For each chunk of the input: the chunks of the result that read it, and the ranges."""
        readers: list[list[tuple[int, Range]]] = [[] for _ in self.chunks]
        for index, reads in enumerate(self.reads):
            for read in reads:
                readers[read.chunk].append((index, read.range))
        return tuple(map(tuple, readers))

    @property
    def fits(self) -> bool:
        """True if chunks read no further than the chunks beside them, the first beside the last."""
        count = len(self.chunks)
        apart = [
            (home - read.chunk) % count
            for home, each in zip(self.home_of, self.reads, strict=True)
            for read in each
        ]
        return all(min(distance, count - distance) <= 1 for distance in apart)

    @cached_property
    def cores(self) -> tuple[Range | None, ...]:
        """For each chunk of the result, the outputs that read its own chunk alone, if any."""
        return tuple([self._core_of(*each) for each in self._homes])

    def _core_of(self, home: int, outputs: Range) -> Range | None:
        first, stop = outputs
        own = self.starts[home], self.starts[home + 1]
        low, high = self.axis.outputs_within(own)
        if home == 0:
            low = first
        if home == len(self.chunks) - 1:
            high = stop
        # At the ends, padding is within the chunk, unless it repeats elements of another ("wrap").
        for a, b in ((low, high), self.axis.outputs_within(own)):
            core = max(a, first), min(b, stop)
            if core[0] < core[1] and self._is_within(core, own):
                return core
        return None

    def _is_within(self, outputs: Range, own: Range) -> bool:
        region = self.axis.region(outputs)
        within = all(own[0] <= a and b <= own[1] for a, b in region.reads)
        return within and not region.pieces


def fitting_chunks(axis: WindowedAxis, chunks: Sequence[int]) -> tuple[int, ...]:
    """Return `chunks`, or larger ones that read no further than the chunks beside them.

    All but the last one have at least `min_chunk` elements.
    """
    found, size = tuple(chunks), axis.min_chunk
    while len(found) > 1 and not _is_fitting(axis, found):
        found = _merged(chunks, size)
        if not _is_fitting(axis, found):  # the last one may be too small to be read alone
            found = (*found[:-2], sum(found[-2:]))
        size *= 2
    return found


def _is_fitting(axis: WindowedAxis, chunks: tuple[int, ...]) -> bool:
    whole = all(size >= axis.min_chunk for size in chunks[:-1])
    return whole and ChunkedAxis(axis, chunks).fits


def _merged(chunks: Sequence[int], size: int) -> tuple[int, ...]:
    """Return neighbours merged to chunks of at least `size`, but for the last."""
    merged = [0]
    for each in chunks:
        if merged[-1] >= size:
            merged.append(0)
        merged[-1] += each
    return tuple(merged)
