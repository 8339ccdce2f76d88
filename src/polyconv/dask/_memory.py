"""Memory of large results, used again when no array needs it any more.

    new_chunk   takes a block from the pool, or else from the allocator
      -> array  a view of one whose base is a _Loan; every further view keeps that one alive
    _Loan       dies with the last of these arrays, and gives the block back to the pool

The system zeroes each new page of a process. If two threads ask at once, zeroing 16 MiB takes about
half the time of a convolution of that size with a 5x5 kernel (Zen 4, 2026-11-30; `python -m
benchmarks.peers.large_dask` times results "in new memory" as well). `free` returns most pages to
the system, so without the pool each chunk would wait for them again.
"""

import os
from collections import deque
from math import prod
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import physical_memory

__all__ = ["Pool", "new_chunk"]

# Structural: bytes of a huge page, and minimum bytes of arrays for which NumPy asks for huge pages.
_HUGE_PAGE, _MIN_HUGE_BYTES = 2 << 20, 4 << 20
# Chosen, not measured: a process keeps at most `_MAX_KEPT` bytes for later results, the default
# limit of `conv_blocks`, and at most 1 / `_MIN_SHARE_OF_MEMORY` of the machine's memory, which many
# workers may share.
_MAX_KEPT, _MIN_SHARE_OF_MEMORY = 256 << 20, 64


class _Loan:
    """A block that NumPy's arrays have as their base. It goes back when the last of them dies."""

    def __init__(self, block: NDArray[Any], pool: "Pool") -> None:
        self._block, self._pool = block, pool
        self.__array_interface__ = block.__array_interface__

    def __del__(self) -> None:
        self._pool.give_back(self._block)


class Pool:
    """Blocks of memory that no array uses, the longest unused first.

    Parameters
    ----------
    limit : int
        Maximum bytes that are kept. Blocks beyond it go back to the allocator, oldest first.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._blocks: list[NDArray[Any]] = []
        # The garbage collector may give a block back at any point, also in a thread that holds the
        # lock. Blocks wait here for the next thread that takes the lock. Deques need no lock.
        self._returned: deque[NDArray[Any]] = deque()
        self._lock = Lock()

    def take(self, size: int) -> NDArray[Any]:
        """Return `size` bytes that begin with a huge page, of any content."""
        block = self._used(size)
        if block is None:
            # An array that does not start at a huge page has up to 1023 small pages at its ends.
            # Faulting them in takes 0.2 ms with two threads and 0.5 ms with one, of 7 ms for a
            # result of 16 MiB (Emerald Rapids, 2026-11-29, `python -m benchmarks.peers.large_dask
            # --constants`).
            memory = self._new(size + _HUGE_PAGE)
            start = -memory.ctypes.data % _HUGE_PAGE
            block = memory[start : start + size]
        return np.asarray(_Loan(block, self))

    def _new(self, size: int) -> NDArray[Any]:
        """Return new memory, for which unused blocks of other sizes make room if they must."""
        try:
            return np.empty(size, np.dtype(np.uint8))
        except MemoryError:
            self.clear()
            return np.empty(size, np.dtype(np.uint8))

    def give_back(self, block: NDArray[Any]) -> None:
        """Keep a block for later, if it is within the limit."""
        self._returned.append(block)
        while self._returned and self._lock.acquire(blocking=False):
            try:
                self._sort_in()
            finally:
                self._lock.release()

    def clear(self) -> None:
        """Give all blocks to the allocator."""
        with self._lock:
            self._sort_in()
            self._blocks.clear()

    def after_fork(self) -> None:
        """Start anew in a child process.

        A thread that the child lacks may have held the lock. The child shares the kept pages with
        its parent: writing to one would copy it, which takes longer than zeroing a new page.
        """
        self._lock, self._blocks, self._returned = Lock(), [], deque()

    def _used(self, size: int) -> NDArray[Any] | None:
        """Return the block of this size that was in use last, if there is one."""
        with self._lock:
            self._sort_in()
            for i in reversed(range(len(self._blocks))):
                if self._blocks[i].nbytes == size:
                    return self._blocks.pop(i)
        return None

    def _sort_in(self) -> None:
        """Keep what was given back, and drop what is beyond the limit."""
        while self._returned:
            self._blocks.append(self._returned.popleft())
        # The bytes of the blocks, at most 64, are summed anew each time. A running count could stay
        # wrong after an interruption.
        while sum([block.nbytes for block in self._blocks]) > self._limit:
            self._blocks.pop(0)


POOL = Pool(min(_MAX_KEPT, physical_memory() // _MIN_SHARE_OF_MEMORY))
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=POOL.after_fork)


def new_chunk(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return an uninitialised array; a large one lies in memory that was used before, if any is."""
    size = prod(shape) * dtype.itemsize
    if size < _MIN_HUGE_BYTES:
        return np.empty(shape, dtype)
    return POOL.take(size).view(dtype).reshape(shape)
