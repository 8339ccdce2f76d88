"""Intel IPP by ctypes: its own Gaussian, box and Sobel filters, and any filter on one channel.

IPP would choose AVX-512 where the processor has it, but that is not always the faster one, and the
libraries that choose by themselves look for files that the wheel does not hold. So both are timed.

The libraries of the wheel use one thread. With more, strips of the image are filtered at the same
time, as IPP's manual advises: each strip reads the rows of its neighbours in memory. Signals and
images by `ippiConv` have no such strips, and are timed with one thread only.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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

# Rounding, which floats do not need; results where filter and image overlap fully; the choice
# between direct sums and transforms left to IPP.
_ROUND_NEAREST, _VALID, _AUTO = 1, 0x10000, 0

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
    """Return variants for each instruction set that the processor has.

    Their names are that of the set, for filters with a function of their own, and after it ``fir``
    for signals, ``direct`` and ``conv`` (by transforms where IPP prefers them) for images.
    """
    variants: dict[str, Callable[[], Variant]] = {}
    for name in filter(_has, _ISAS):
        ending = _ISAS[name][0]
        if task.rank == 1:
            variants[f"{name} fir"] = partial(_fir, task, ending)
            continue
        variants[name] = partial(_filter, task, ending, _named)
        variants[f"{name} direct"] = partial(_filter, task, ending, _direct)
        variants[f"{name} conv"] = partial(_convolution, task, ending)
    return variants


def _has(isa: str) -> bool:
    flags = Path("/proc/cpuinfo").read_text().partition("flags")[2].splitlines()[0].split()
    allowed = isa != "avx512" or os.environ.get("POLYCONV_ISA") != "v3"
    return allowed and _ISAS[isa][1] <= set(flags)


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


def _filter(task: Task, isa: str, prepare: Callable[..., Callable[..., None]]) -> Variant:
    if task.dtype != np.float32 or task.rank != 2:
        raise Unsupported("images of float32 only")
    x, w, shape = task.one_filter()
    ipp = _Ipp(isa)
    zero = ctypes.c_float(0)
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


def _named(
    ipp: _Ipp, w: NDArray[Any], size: _Size, border: int, zero: ctypes.c_float
) -> Callable[..., None]:
    """Prepare the function that IPP has for this filter."""
    if is_gaussian(w):
        return _gaussian(ipp, w, size, border, zero)
    if is_box(w):
        return _box(ipp, w, size, border, zero)
    if is_sobel(w):
        return _sobel(ipp, w, size, border, zero)
    raise Unsupported("Gaussian, box and Sobel filters only")


def _direct(
    ipp: _Ipp, w: NDArray[Any], size: _Size, border: int, zero: ctypes.c_float
) -> Callable[..., None]:
    """Prepare the function for any filter, which sums directly."""
    spec_size, buffer_size = ctypes.c_int(), ctypes.c_int()
    kernel_size, w = _Size(w.shape[1], w.shape[0]), np.ascontiguousarray(w)
    kinds = (_FLOAT32, _FLOAT32, _ONE_CHANNEL)
    ipp.ippiFilterBorderGetSize(
        kernel_size, size, *kinds, ctypes.byref(spec_size), ctypes.byref(buffer_size)
    )
    (spec, *keep), (buffer, *kept) = _memory(spec_size), _memory(buffer_size)
    ipp.ippiFilterBorderInit_32f(
        _address(w), kernel_size, _FLOAT32, _ONE_CHANNEL, _ROUND_NEAREST, spec
    )
    function = ipp.ippiFilterBorder_32f_C1R

    def call(*images: Any, _memory: Any = (keep, kept, w)) -> None:
        function(*images, size, border, ctypes.byref(zero), spec, buffer)

    return call


def _convolution(task: Task, isa: str) -> Variant:
    """Convolve an image with zeros around it, which the call copies: ippiConv has no borders."""
    if task.dtype != np.float32 or task.rank != 2 or _workers > 1:
        raise Unsupported("images of float32 with one thread only")
    x, w, shape = task.one_filter()
    ipp, w = _Ipp(isa), np.ascontiguousarray(w[::-1, ::-1])
    padded = np.zeros([n + sum(pads) for n, pads in zip(x.shape, task.pads, strict=True)], x.dtype)
    inner = padded[tuple(slice(lo, lo + n) for n, (lo, _) in zip(x.shape, task.pads, strict=True))]
    sizes = [_Size(a.shape[1], a.shape[0]) for a in (padded, w)]
    buffer_size = ctypes.c_int()
    ipp.ippiConvGetBufferSize(
        *sizes, _FLOAT32, _ONE_CHANNEL, _VALID | _AUTO, ctypes.byref(buffer_size)
    )
    buffer, memory = _memory(buffer_size)
    function = ipp.ippiConv_32f_C1R
    source = (_address(padded), padded.strides[0], sizes[0])
    kernel = (_address(w), w.strides[0], sizes[1])

    def call(_memory: Any = (memory, w)) -> NDArray[Any]:
        y = np.empty(shape, np.float32)
        inner[...] = x
        function(*source, *kernel, _address(y), x.strides[0], _VALID | _AUTO, buffer)
        return y

    return Variant(call)


def _fir(task: Task, isa: str) -> Variant:
    """Filter a signal. IPP's filter is causal, so the last results come from zeros after it."""
    if task.dtype != np.float32 or _workers > 1:
        raise Unsupported("signals of float32 with one thread only")
    x, w, shape = task.one_filter()
    ipp, taps = _Ipp(isa), np.ascontiguousarray(w[::-1])
    spec_size, buffer_size = ctypes.c_int(), ctypes.c_int()
    ipp.ippsFIRSRGetSize(len(taps), _FLOAT32, ctypes.byref(spec_size), ctypes.byref(buffer_size))
    (spec, *keep), (buffer, *kept) = _memory(spec_size), _memory(buffer_size)
    ipp.ippsFIRSRInit_32f(_address(taps), len(taps), _AUTO, spec)
    late = len(taps) // 2
    zeros, delay = np.zeros(max(late, 1), np.float32), np.zeros(len(taps), np.float32)
    function, n = ipp.ippsFIRSR_32f, len(x)
    source, after, state = map(_address, (x, zeros, delay))

    def call(_memory: Any = (keep, kept, taps, zeros, delay)) -> NDArray[Any]:
        y = np.empty(n + late, np.float32)
        function(source, _address(y), n, spec, None, state, buffer)
        if late:
            function(after, _address(y[n:]), late, spec, state, None, buffer)
        return y[late:].reshape(shape)

    return Variant(call)


def _address(array: NDArray[Any]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


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
