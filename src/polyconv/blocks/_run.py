"""A run over all blocks: reading ahead, computing, writing behind.

While the thread pool computes block n, one thread reads block n + 1 and another writes block n - 1.
Only the caller's thread computes, tells progress and raises errors. Whatever raises, both threads
have ended when `run` does: the array that is being read or written is finished first.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from polyconv._regions import Range

from ._convolutions import BlockedConvolution, Parts
from ._ends import AxisLayout, Source, Target
from ._grid import Grid, GridAxis, block_shape
from ._reader import Reader, Ring

__all__ = ["Job", "Progress", "run"]

Progress = Callable[[int, int], object]

# Part of the memory limit that is left to the workspaces of backends: 1 / _WORKSPACE_SHARE.
_WORKSPACE_SHARE = 4

# Maximum bytes of a block that is written to a memory map; the smallest possible block may take
# more. Rates for 8192x8192 float32 (Emerald Rapids, one core, 2026-11-29, `python -m
# benchmarks.peers.large --size 8192`):
#
# - dense 5x5 kernel: 450 million outputs/s, 340 million with larger blocks;
# - Gaussian of 31x31: equal with larger blocks.
_MAX_MAPPED_BYTES = 1 << 26


@dataclass(frozen=True, eq=False)
class Job:
    """A convolution of a source to a target, both larger than memory.

    Attributes
    ----------
    convolution : BlockedConvolution
    layout : AxisLayout
    source : Source
    target : Target
    mask : Source or None
        Gaps of the source, of its shape.
    block : tuple of int or None
        The spatial shape of a block; None for what fits into `memory_limit`.
    memory_limit : int
        Bytes.
    """

    convolution: BlockedConvolution
    layout: AxisLayout
    source: Source
    target: Target
    mask: Source | None
    block: tuple[int, ...] | None
    memory_limit: int

    @cached_property
    def grid(self) -> Grid:
        """All blocks."""
        p, target = self.convolution.problem, self.target
        images = (p.batch,) * self.layout.batched
        outputs = (*images, *p.out)
        order = self._order
        if self.block is not None:
            return Grid(outputs, ((1,) * len(images) + self.block), order)
        axes = []
        chunks = zip(target.chunks(self.layout), self.source.chunks(self.layout), strict=True)
        for at, (of_target, of_source) in enumerate(chunks):
            axis = at - len(images)
            if axis < 0:
                axes.append(GridAxis(outputs[at], 0, 1, max(of_target, of_source)))
                continue
            chunk = of_target
            if of_target == 1 and of_source > 1:
                chunk = self.convolution.outputs_of(axis, of_source)
            halo, unit = self.convolution.halo(axis), self.convolution.units[axis]
            axes.append(GridAxis(outputs[at], halo, unit, chunk))
        limit = self.memory_limit - self.memory_limit // _WORKSPACE_SHARE
        enough = limit if target.map is None else min(limit, _MAX_MAPPED_BYTES)
        block = block_shape(axes, order, self._bytes_of, enough)
        taken = self._bytes_of(block)
        if taken > limit:
            min_limit = -(-taken * _WORKSPACE_SHARE // (_WORKSPACE_SHARE - 1))
            raise ValueError(
                f"memory_limit={self.memory_limit} is less than the smallest block of this problem "
                f"takes; allowed: at least {min_limit} bytes"
            )
        return Grid(outputs, block, order)

    @property
    def _order(self) -> list[int]:
        """The blocked axes from the slowest to the fastest one in memory; C order if unknown."""
        memory = self.source.memory
        if memory is None:
            return list(range(self.layout.rank + self.layout.batched))
        strides = [abs(step) for step in self.layout.of_axes(memory.strides)]
        return sorted(range(len(strides)), key=lambda at: -strides[at])

    def _bytes_of(self, block: tuple[int, ...]) -> int:
        """Return the bytes that a block of these sizes takes, beside workspaces."""
        p, first = self.convolution.problem, int(self.layout.batched)
        lengths = [self.convolution.read_length(axis, m) for axis, m in enumerate(block[first:])]
        chunks = self.source.chunks(self.layout)[first:]
        if not self.source.is_direct:  # a region may be read up to the end of a chunk
            lengths = [n + chunk - 1 for n, chunk in zip(lengths, chunks, strict=True)]
        lengths = [min(n, max(size, 1)) for n, size in zip(lengths, self._padded, strict=True)]
        images = prod(block[:first])
        elements = images * p.in_channels * prod(lengths)
        outputs = images * p.out_channels * prod(block[first:])
        # Number of copies of regions in memory: the one being computed, the one read before it, and
        # the one being read.
        copies = 1 if self.source.is_direct else 3
        copies += self.convolution.copies_pieces
        taken: int = copies * elements * p.x_dtype.itemsize
        if self.mask is not None:
            taken += copies * elements
        taken += (1 if self.target.is_direct else 2) * outputs * p.dtype.itemsize
        return taken + self.convolution.scratch(elements, outputs)

    @property
    def _padded(self) -> tuple[int, ...]:
        """The most elements of each spatial axis that any region has."""
        p = self.convolution.problem
        return tuple(
            [
                max(n, self.convolution.read_length(axis, m))
                for axis, (n, m) in enumerate(zip(p.spatial, p.out, strict=True))
            ]
        )

    @staticmethod
    def workspace(memory_limit: int, workspace_limit: int | None) -> int:
        """Return the bytes that a backend may take for its workspaces."""
        share = memory_limit // _WORKSPACE_SHARE
        return share if workspace_limit is None else min(share, workspace_limit)


class _Blocks:
    """The parts of a job, one block after the other."""

    def __init__(self, job: Job) -> None:
        self._job = job
        sweep = job.grid.sweep
        self._x = Reader(job.source, job.layout, sweep)
        self._mask = None if job.mask is None else Reader(job.mask, job.layout, sweep)
        self._maps = [
            each.map for each in (job.source, job.target, job.mask) if each and each.map is not None
        ]

    def region(self, box: tuple[Range, ...]) -> Any:
        """Return the region of a block."""
        return self._job.convolution.region(box[int(self._job.layout.batched) :])

    def read(self, box: tuple[Range, ...]) -> Parts:
        """Return the parts of the arrays that a block reads."""
        region, images = self.region(box), box[: int(self._job.layout.batched)]
        x = self._x.region(images, region)
        mask = None if self._mask is None else self._mask.region(images, region)
        if not self._job.convolution.reads_own_place:
            return Parts(x, mask)
        own_mask = None if self._mask is None else self._mask.place(box)
        return Parts(x, mask, self._x.place(box), own_mask)

    def prefetch(self, box: tuple[Range, ...]) -> None:
        """Let the system read the pages of a block from disk."""
        source = self._job.source
        if source.map is not None:
            images = box[: int(self._job.layout.batched)]
            for each in self.region(box).boxes:
                source.map.will_need(source.part(self._job.layout, (*images, *each)))

    def give_back(self) -> None:
        """Let the system take back the pages of all memory maps."""
        for each in self._maps:
            each.give_back()


def run(job: Job, progress: Progress | None, done: int = 0) -> None:
    """Compute all blocks.

    Parameters
    ----------
    job : Job
    progress : callable or None
        Called with the blocks written, in order, and the number of blocks.
    done : int
        Blocks at the beginning that are written already.
    """
    if progress is not None and not callable(progress):
        raise TypeError(f"progress={progress!r}; allowed: a function of two integers, or None")
    total = len(job.grid)
    tell = progress or (lambda done, total: None)
    blocks = _Blocks(job)
    write = _write_direct if job.target.is_direct else _write_behind
    reader = _thread("polyconv-reader")
    try:
        for written in write(job, blocks, _read_ahead(job, blocks, reader, done)):
            blocks.give_back()
            tell(done + written, total)
    finally:
        reader.shutdown(cancel_futures=True)


def _thread(name: str) -> ThreadPoolExecutor:
    """Return an executor of one thread, which runs.

    An interrupt while it is starting the thread would leave one behind that `shutdown` does not
    know. So it starts here, where nothing is being read or written yet.
    """
    executor = ThreadPoolExecutor(1, name)
    executor.submit(int).result()
    return executor


_Ready = Iterator[tuple[tuple[Range, ...], Parts]]


def _read_ahead(job: Job, blocks: _Blocks, reader: ThreadPoolExecutor, done: int) -> _Ready:
    """Yield each block with its parts, while the reader reads the next one."""
    grid = job.grid
    direct = job.source.is_direct and (job.mask is None or job.mask.is_direct)
    following: Future[Any] | None = None
    for number in range(done, len(grid)):
        box = grid[number]
        with _located_errors("reading the source", box):
            parts = blocks.read(box) if direct or following is None else following.result()
        if number + 1 < len(grid):
            ahead = blocks.prefetch if direct else blocks.read
            following = reader.submit(ahead, grid[number + 1])
        yield box, parts


def _write_direct(job: Job, blocks: _Blocks, ready: _Ready) -> Iterator[int]:
    """Compute blocks into the target itself; yield how many are written."""
    for number, (box, parts) in enumerate(ready, 1):
        with _located_errors("writing the target", box):
            out = job.target.view(job.layout, box)
        job.convolution.compute(parts, blocks.region(box), out)
        yield number


def _write_behind(job: Job, blocks: _Blocks, ready: _Ready) -> Iterator[int]:
    """Compute blocks into buffers that another thread writes; yield how many are written."""
    ring, written = Ring(), 0
    writer = _thread("polyconv-writer")
    before: tuple[tuple[Range, ...], Future[None]] | None = None
    try:
        for box, parts in ready:
            out = ring.take(_shape_of(job, box), job.target.dtype)
            job.convolution.compute(parts, blocks.region(box), out)
            if before is not None:
                written += _finished(*before)
            before = box, writer.submit(job.target.write, job.layout, box, out)
            if written:
                yield written
        if before is not None:
            yield written + _finished(*before)
    finally:
        writer.shutdown(cancel_futures=True)


def _finished(box: tuple[Range, ...], writing: Future[None]) -> int:
    """Wait until a block is written; return 1."""
    with _located_errors("writing the target", box):
        writing.result()
    return 1


def _shape_of(job: Job, box: tuple[Range, ...]) -> tuple[int, ...]:
    """Return the shape of a block, with channels."""
    p = job.convolution.problem
    sizes = [stop - start for start, stop in box]
    channels = len(sizes) if job.layout.last else int(job.layout.batched)
    return (*sizes[:channels], p.out_channels, *sizes[channels:])


@contextmanager
def _located_errors(doing: str, box: tuple[Range, ...]) -> Iterator[None]:
    """Add to an error of the caller's arrays where it happened."""
    try:
        yield
    except Exception as error:
        error.add_note(f"polyconv.blocks: {doing} for the outputs {box}")
        raise
