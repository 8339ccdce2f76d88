"""Arrays that begin or end at memory that the process must not touch.

``python -m support.fenced`` computes the problems of `direct` by each backend on such arrays. A
kernel that reads or writes one byte outside of them ends the process by SIGSEGV, and the last line
that was printed names its call. Vectors read beyond an array unseen in all other tests: there,
memory follows that the process owns.
"""

import ctypes
import mmap
import sys
from dataclasses import replace
from functools import partial
from unittest import mock

import numpy as np

from polyconv import UnsupportedProblem, conv, plan
from polyconv._machine import caches
from polyconv.backends.direct import _record
from support import interleaved
from support.agreement import FAST, random_values
from support.direct_problems import PROBLEMS
from support.structured import suited

_PAGE = mmap.PAGESIZE
# Inputs of more elements are left out: large ones reach no other edge than small ones.
_MAX_ELEMENTS = 30_000


class Fence:
    """Memory between two pages without access."""

    def __init__(self, size: int) -> None:
        self._inside = -(-size // _PAGE) * _PAGE
        self._mapped = mmap.mmap(-1, self._inside + 2 * _PAGE)
        self._memory = np.frombuffer(self._mapped, np.uint8)
        libc = ctypes.CDLL(None)
        start = self._memory.ctypes.data
        for page in (start, start + _PAGE + self._inside):
            if libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(_PAGE), 0):
                raise OSError("mprotect failed")

    def place(self, array: np.ndarray, *, at_end: bool) -> np.ndarray:
        """Return a copy of `array` that begins, or ends, at a page without access."""
        first = _PAGE + (self._inside - array.nbytes if at_end else 0)
        memory = self._memory[first : first + array.nbytes]
        copy = memory.view(array.dtype).reshape(array.shape)
        copy[...] = array
        return copy


def fenced(array: np.ndarray, *, at_end: bool) -> np.ndarray:
    """Return a copy of `array` between pages without access."""
    return Fence(array.nbytes).place(array, at_end=at_end)


def compute_all(dtypes: list[str]) -> None:
    """Compute each problem by each backend, planned and not; print the calls."""
    for name, (x_shape, w_shape, options) in PROBLEMS.items():
        if np.prod(x_shape) > _MAX_ELEMENTS:
            continue
        for dtype in dtypes:
            x, dense = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
            last = options.get("data_format") == "channels_last"
            bias = random_values((w_shape[-1 if last else 0],), dtype, 3)
            for backend in FAST:
                print(backend.name, dtype, name, flush=True)
                w = suited(backend, dense)
                try:
                    prepared = plan(x, w, bias, backend=backend.name, **options)
                except UnsupportedProblem:
                    continue
                expected = prepared(x)
                for at_end in (False, True):
                    a, b, c = (fenced(array, at_end=at_end) for array in (x, w, bias))
                    out = fenced(np.zeros_like(expected), at_end=at_end)
                    prepared(a, out=out)
                    conv(a, b, c, backend=backend.name, out=out, **options)


def interleave_all(dtypes: list[str]) -> None:
    """Compute transposed convolutions whose results are interleaved, on fenced arrays."""
    for at_end in (False, True):
        interleaved.run(
            [each for each in dtypes if each in ("float32", "float64")],
            place=partial(fenced, at_end=at_end),
        )


def stream_all(dtypes: list[str]) -> None:
    """Compute unpacked rows whose results are streamed, into fenced `out` of several pitches."""
    none = replace(caches(), l3=0)
    with mock.patch.object(_record, "caches", lambda: none):
        for dtype in dtypes:
            for size, dilation, gap in ((3, 1, 3), (3, 2, 8), (5, 1, 16), (5, 2, 0), (7, 1, 13)):
                x = random_values((1, 1, 24, 400 + (size - 1) * dilation), dtype, 1)
                w = random_values((1, 1, size, size), dtype, 2)
                shape = 1, 1, 24 - (size - 1) * dilation, 400 + gap
                print(dtype, "streamed", size, dilation, gap, flush=True)
                for at_end in (False, True):
                    out = fenced(np.zeros(shape, dtype), at_end=at_end)[..., :400]
                    a = fenced(x, at_end=at_end)
                    conv(a, w, backend="direct", dtype=dtype, dilation=dilation, out=out)


def share_panels(dtypes: list[str]) -> None:
    """Compute fenced results that L2 misses, in long panels, with one run of taps and with two."""
    small = replace(caches(), l2=1 << 12)
    with mock.patch.object(_record, "caches", lambda: small):
        for dtype in dtypes:
            for channels, pixels in ((16, 1600), (16, 1609), (200, 400)):
                print(dtype, "panels", channels, pixels, flush=True)
                x = random_values((1, channels, pixels), dtype, 1)
                w = random_values((19, channels, 1), dtype, 2)
                wanted = conv(x, w, backend="direct")
                for at_end in (False, True):
                    out = fenced(np.zeros_like(wanted), at_end=at_end)
                    conv(*(fenced(a, at_end=at_end) for a in (x, w)), backend="direct", out=out)


if __name__ == "__main__":
    compute_all(sys.argv[1:])
    interleave_all(sys.argv[1:])
    stream_all(sys.argv[1:])
    share_panels(sys.argv[1:])
