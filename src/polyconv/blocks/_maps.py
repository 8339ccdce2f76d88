"""Memory maps of which arrays are views: which pages stay resident, and that a file has room.

A page of a file that was touched counts as memory of the process until it is given back. After that
it stays in the system's cache of the file, written or not. The next access maps it again.
"""

import errno
import mmap
import os
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

__all__ = ["Map"]

# Errors of file systems that cannot reserve space for a file.
_NOT_OFFERED = (errno.EOPNOTSUPP, errno.EINVAL, errno.ENODEV)


class Map:
    """The shared memory map that an array is a view of.

    Parameters
    ----------
    root : numpy.memmap
        The array that was made with the map.
    pages : mmap.mmap
    """

    def __init__(self, root: "np.memmap[Any, Any]", pages: mmap.mmap) -> None:
        self._root, self._pages = root, pages

    @classmethod
    def of(cls, array: NDArray[Any]) -> Self | None:
        """Return the map of which an array is a view; None for other memory and for private maps.

        Pages of a private map ("copy on write") that were written exist nowhere else.
        """
        root = array
        while isinstance(root.base, np.ndarray):
            root = root.base
        if not isinstance(root, np.memmap) or not isinstance(root.base, mmap.mmap):
            return None
        return None if root.mode == "c" else cls(root, root.base)

    def give_back(self) -> None:
        """Let the system take back all pages of the map."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._pages.madvise(mmap.MADV_DONTNEED)

    def will_need(self, part: NDArray[Any]) -> None:
        """Let the system begin to read the pages between the first and the last byte of a view."""
        if part.size and hasattr(mmap, "MADV_WILLNEED"):
            start, stop = self._in_map(part)
            start -= start % mmap.PAGESIZE
            self._pages.madvise(mmap.MADV_WILLNEED, start, stop - start)

    def reserve(self, part: NDArray[Any]) -> None:
        """Reserve room on the disk for the bytes of a view.

        Raises
        ------
        OSError
            If the disk is full. Storing into a map whose file finds no room would kill the process
            (SIGBUS).
        """
        path = self._root.filename
        if path is None or not hasattr(os, "posix_fallocate") or not part.size:
            return
        try:
            file = open(path, "r+b")  # noqa: SIM115  # only this may fail
        except OSError:  # the file was renamed or removed since
            return
        start, stop = self._in_file(part)
        with file:
            if stop > os.fstat(file.fileno()).st_size:  # another file of that name
                return
            try:
                os.posix_fallocate(file.fileno(), start, stop - start)
            except OSError as error:
                if error.errno not in _NOT_OFFERED:
                    raise

    def overlaps(self, array: NDArray[Any], other: "Map", others: NDArray[Any]) -> bool:
        """Return True if the views of two maps share bytes of a file."""
        paths = self._root.filename, other._root.filename
        if None in paths or not all(os.path.exists(str(path)) for path in paths):
            return False
        if not os.path.samefile(str(paths[0]), str(paths[1])):
            return False
        (a, b), (c, d) = self._in_file(array), other._in_file(others)
        return a < d and c < b

    def _in_file(self, part: NDArray[Any]) -> tuple[int, int]:
        """Return the first byte of a view in the file, and the end."""
        start, stop = np.lib.array_utils.byte_bounds(part)
        moved = self._root.offset - self._root.ctypes.data
        return start + moved, stop + moved

    def _in_map(self, part: NDArray[Any]) -> tuple[int, int]:
        """Return the first byte of a view in the map, and the end: maps begin at a whole page."""
        start, stop = self._in_file(part)
        before = self._root.offset - self._root.offset % mmap.ALLOCATIONGRANULARITY
        return start - before, stop - before
