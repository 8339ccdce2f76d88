"""SciPy and NumPy: ``ndimage.correlate``, ``signal.oaconvolve``, ``fftconvolve``, ``convolve``."""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy
import scipy.fft
from numpy.typing import NDArray
from scipy import ndimage, signal

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
