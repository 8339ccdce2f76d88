"""Arrays that are read and written by slices, and tell what happened to them."""

import threading
from typing import Any

import numpy as np

__all__ = ["Stored"]


class Stored:
    """An array read and written by slices alone, as zarr's and h5py's: no ndarray, and no view.

    Attributes
    ----------
    values : ndarray
        What is stored.
    reads, writes : list of tuple of slice
        The slices, in order.
    threads : set of int
        Identifiers of the threads that used the array.
    """

    def __init__(self, values: np.ndarray, chunks: tuple[int, ...] | None = None) -> None:
        self.values, self.chunks = values, chunks
        self.shape, self.dtype = values.shape, values.dtype
        self.reads: list[tuple[slice, ...]] = []
        self.writes: list[tuple[slice, ...]] = []
        self.threads: set[int] = set()

    def __getitem__(self, index: tuple[slice, ...]) -> np.ndarray:
        self.note(index, self.reads)
        return self.values[index].copy()

    def __setitem__(self, index: tuple[slice, ...], values: Any) -> None:
        self.note(index, self.writes)
        assert self.values[index].shape == values.shape
        self.values[index] = values

    def note(self, index: tuple[slice, ...], calls: list[tuple[slice, ...]]) -> None:
        assert len(index) == len(self.shape)
        for n, each in zip(self.shape, index, strict=True):
            inside = each == slice(None) or 0 <= each.start < each.stop <= n
            assert inside and each.step is None, f"{index} of {self.shape}"
        calls.append(index)
        self.threads.add(threading.get_ident())

    @property
    def times_read(self) -> np.ndarray:
        """Number of reads of each element."""
        return self._times(self.reads)

    @property
    def times_written(self) -> np.ndarray:
        """Number of writes of each element."""
        return self._times(self.writes)

    def _times(self, calls: list[tuple[slice, ...]]) -> np.ndarray:
        times = np.zeros(self.shape, int)
        for index in calls:
            times[index] += 1
        return times
