"""Intel IPP by ctypes: its Gaussian, box and Sobel filters, with AVX2 and with AVX-512 code.

IPP would choose AVX-512 where the processor has it, but that is not always the faster one, and the
libraries that choose by themselves look for files that the wheel does not hold. So both are timed.

The libraries of the wheel use one thread. With more, strips of the image are filtered at the same
time, as IPP's manual advises: each strip reads the rows of its neighbours in memory.
"""

import ctypes
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .named_filters import gaussian_sigma, is_box, is_gaussian, is_sobel
from .task import Task, Unsupported, Variant

__all__ = ["builders", "setup", "versions"]

# Constants of IPP's headers: the type ipp32f, one channel, a 3x3 mask, constant borders, and
# borders whose rows lie in memory.
_FLOAT32, _ONE_CHANNEL, _MASK_3X3 = 13, 1, 33
_BORDER_CONSTANT, _TOP_IN_MEMORY, _BOTTOM_IN_MEMORY = 6, 0x10, 0x20

# Instruction sets: the end of the libraries' names, and the flags of the processor.
_ISAS = {
    "avx2": ("l9", {"avx2"}),
    "avx512": ("k0", {"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"}),
}

_CACHE_LINE = 64

_workers = 1


def setup(workers: int) -> None:
    """Set the number of strips of an image."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version."""
    _libraries("l9")  # missing files show at once
    return {"ipp": version("ipp")}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant for each instruction set that the processor has."""
    sets = {"avx2": "l9", "avx512": "k0"}
    return {name: lambda isa=isa: _filter(task, isa) for name, isa in sets.items() if _has(name)}


def _has(isa: str) -> bool:
    flags = Path("/proc/cpuinfo").read_text().partition("flags")[2].splitlines()[0].split()
    needed = (
        {"avx2"} if isa == "avx2" else {f"avx512{part}" for part in ("f", "cd", "bw", "dq", "vl")}
    )
    return needed <= set(flags)


class _Size(ctypes.Structure):
    _fields_ = (("width", ctypes.c_int), ("height", ctypes.c_int))


def _libraries(isa: str) -> list[ctypes.CDLL]:
    """Load the libraries of one instruction set: core, signals, images, computer vision."""
    wheel = distribution("ipp")
    paths = {Path(file).name: wheel.locate_file(file) for file in wheel.files or ()}
    names = ["core", *(domain + isa for domain in ("s", "i", "cv"))]
    loaded = [ctypes.CDLL(str(Path(str(paths[f"libipp{n}.so.12"])).resolve())) for n in names]
    loaded[0].ippInit()
    return loaded


class _Ipp:
    """Functions of one instruction set, by name; a status other than success raises."""

    def __init__(self, isa: str) -> None:
        self._loaded = _libraries(isa)

    def __getattr__(self, name: str) -> Callable[..., None]:
        function = next(
            getattr(library, name) for library in self._loaded if hasattr(library, name)
        )

        def checked(*arguments: Any) -> None:
            status = function(*arguments)
            if status != 0:
                raise RuntimeError(f"{name} returned status {status}")

        setattr(self, name, checked)
        return checked


def _filter(task: Task, isa: str) -> Variant:
    if task.dtype != np.float32 or task.rank != 2:
        raise Unsupported("images of float32 only")
    x, w, shape = task.one_filter()
    ipp = _Ipp(isa)
    zero = ctypes.c_float(0)
    if is_gaussian(w):
        prepare = _gaussian
    elif is_box(w):
        prepare = _box
    elif is_sobel(w):
        prepare = _sobel
    else:
        raise Unsupported("Gaussian, box and Sobel filters only")
    # The memory that a strip needs, and the call that takes the addresses of its rows.
    strips = [
        (rows, prepare(ipp, w, size, border, zero)) for rows, size, border in _strips(x.shape)
    ]
    pool = ThreadPoolExecutor(len(strips)) if len(strips) > 1 else None
    step = x.strides[0]

    def call() -> NDArray[Any]:
        y = np.empty(shape, np.float32)
        source, target = x.ctypes.data, y.ctypes.data

        def run(strip: tuple[int, Callable[..., None]]) -> None:
            start, of_strip = strip
            at = start * step
            of_strip(ctypes.c_void_p(source + at), step, ctypes.c_void_p(target + at), step)

        if pool is None:
            run(strips[0])
        else:
            list(pool.map(run, strips))
        return y

    return Variant(call)


def _strips(image: tuple[int, ...]) -> Iterator[tuple[int, _Size, int]]:
    """Return for each worker the first row, the size and the kind of border of its strip."""
    height, width = image
    cuts = [height * i // _workers for i in range(_workers + 1)]
    for i in range(_workers):
        border = _BORDER_CONSTANT
        border |= _TOP_IN_MEMORY if i > 0 else 0
        border |= _BOTTOM_IN_MEMORY if i < _workers - 1 else 0
        yield cuts[i], _Size(width, cuts[i + 1] - cuts[i]), border


def _memory(size: ctypes.c_int) -> tuple[ctypes.c_void_p, NDArray[np.uint8]]:
    """Return the address of memory at a cache line, and the array that keeps it."""
    memory = np.zeros(size.value + _CACHE_LINE, np.uint8)
    return ctypes.c_void_p(memory.ctypes.data + -memory.ctypes.data % _CACHE_LINE), memory


def _gaussian(
    ipp: _Ipp, w: NDArray[Any], size: _Size, border: int, zero: ctypes.c_float
) -> Callable[..., None]:
    spec_size, buffer_size = ctypes.c_int(), ctypes.c_int()
    ipp.ippiFilterGaussianGetBufferSize(
        size, len(w), _FLOAT32, _ONE_CHANNEL, ctypes.byref(spec_size), ctypes.byref(buffer_size)
    )
    (spec, *keep), (buffer, *kept) = _memory(spec_size), _memory(buffer_size)
    sigma = ctypes.c_float(gaussian_sigma(len(w)))
    ipp.ippiFilterGaussianInit(size, len(w), sigma, border, _FLOAT32, _ONE_CHANNEL, spec, buffer)
    function = ipp.ippiFilterGaussianBorder_32f_C1R

    def call(*images: Any, _memory: Any = (keep, kept)) -> None:
        function(*images, size, zero, spec, buffer)

    return call


def _box(
    ipp: _Ipp, w: NDArray[Any], size: _Size, border: int, zero: ctypes.c_float
) -> Callable[..., None]:
    mask, buffer_size = _Size(w.shape[1], w.shape[0]), ctypes.c_int()
    ipp.ippiFilterBoxBorderGetBufferSize(
        size, mask, _FLOAT32, _ONE_CHANNEL, ctypes.byref(buffer_size)
    )
    buffer, *keep = _memory(buffer_size)
    function = ipp.ippiFilterBoxBorder_32f_C1R

    def call(*images: Any, _memory: Any = keep) -> None:
        function(*images, size, mask, border, ctypes.byref(zero), buffer)

    return call


def _sobel(
    ipp: _Ipp, w: NDArray[Any], size: _Size, border: int, zero: ctypes.c_float
) -> Callable[..., None]:
    # IPP's "vertical" filter has the other sign.
    buffer_size = ctypes.c_int()
    ipp.ippiFilterSobelNegVertBorderGetBufferSize(
        size, _MASK_3X3, _FLOAT32, _FLOAT32, _ONE_CHANNEL, ctypes.byref(buffer_size)
    )
    buffer, *keep = _memory(buffer_size)
    function = ipp.ippiFilterSobelNegVertBorder_32f_C1R

    def call(*images: Any, _memory: Any = keep) -> None:
        function(*images, size, _MASK_3X3, border, zero, buffer)

    return call
