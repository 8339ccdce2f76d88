"""SciPy and NumPy: ``ndimage.correlate``, ``signal.oaconvolve``, ``fftconvolve``, ``convolve``.

Of ndimage, Gaussian, box and Sobel filters have functions of their own, and ``correlate1d`` applies
a separable filter axis by axis.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy
import scipy.fft
from numpy.typing import NDArray
from scipy import ndimage, signal

from .named_filters import gaussian_sigma, is_box, is_gaussian, is_sobel, lines
from .task import Task, Unsupported, Variant

__all__ = ["builders", "setup", "versions"]


def setup(workers: int) -> None:
    """Set the threads of transforms; the rest of SciPy uses one."""
    scipy.fft.set_workers(workers).__enter__()


def versions() -> dict[str, Any]:
    """Return the versions of both."""
    return {"scipy": scipy.__version__, "numpy": np.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant per function."""
    variants = {
        "ndimage": lambda: _ndimage(task),
        "oaconvolve": lambda: _transformed(task, signal.oaconvolve),
        "fftconvolve": lambda: _transformed(task, signal.fftconvolve),
    }
    if task.rank > 1:
        variants["correlate1d"] = lambda: _axis_by_axis(task)
        variants["named"] = lambda: _named(task)
    if task.rank == 1:
        variants["numpy"] = lambda: _numpy(task)
    return variants


def _ndimage(task: Task) -> Variant:
    x, w, shape = task.one_filter()
    # ndimage.correlate conjugates complex weights.
    w = np.conj(w) if task.dtype.kind == "c" else w

    def call() -> NDArray[Any]:
        return ndimage.correlate(x, w, task.result_dtype, mode="constant").reshape(shape)

    return Variant(call)


def _axis_by_axis(task: Task) -> Variant:
    x, w, shape = _image_of_floats(task)
    vectors = lines(w)
    if vectors is None:
        raise Unsupported("separable filters only")

    def call() -> NDArray[Any]:
        y = x
        for axis, vector in enumerate(vectors):
            y = ndimage.correlate1d(y, vector, axis, mode="constant")
        return y.reshape(shape)

    return Variant(call)


def _named(task: Task) -> Variant:
    x, w, shape = _image_of_floats(task)
    if is_gaussian(w):
        sigma, radius = gaussian_sigma(len(w)), len(w) // 2
        return Variant(
            lambda: ndimage.gaussian_filter(x, sigma, mode="constant", radius=radius).reshape(
                shape
            ),
            note="gaussian_filter",
        )
    if is_box(w):
        return Variant(
            lambda: ndimage.uniform_filter(x, w.shape, mode="constant").reshape(shape),
            note="uniform_filter",
        )
    if is_sobel(w):
        return Variant(lambda: ndimage.sobel(x, mode="constant").reshape(shape), note="sobel")
    raise Unsupported("Gaussian, box and Sobel filters only")


def _image_of_floats(task: Task) -> tuple[NDArray[Any], NDArray[Any], tuple[int, ...]]:
    if task.dtype.name not in ("float32", "float64"):
        raise Unsupported(str(task.dtype))
    return task.one_filter()


def _transformed(task: Task, convolve: Callable[..., NDArray[Any]]) -> Variant:
    if task.dtype.kind in "iu":
        raise Unsupported("transforms are not exact")
    x, w, shape = task.one_filter()
    w = np.flip(w).copy()
    return Variant(lambda: convolve(x, w, mode="same").reshape(shape))


def _numpy(task: Task) -> Variant:
    x, w, shape = task.one_filter()
    w = w[::-1].copy()
    return Variant(lambda: np.convolve(x, w, mode="same").reshape(shape))
