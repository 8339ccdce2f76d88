"""OpenCV: one filter on one image or signal, or one for each of its colours.

``filter2D`` takes any filter. ``sepFilter2D`` takes those that are a column times a row, and
Gaussian, box and Sobel filters have functions of their own.
"""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from .named_filters import gaussian_sigma, is_box, is_gaussian, is_sobel, lines
from .task import Task, Unsupported, Variant

__all__ = ["builders", "setup", "versions"]


def setup(workers: int) -> None:
    """Set the number of threads."""
    cv2.setNumThreads(workers)


def versions() -> dict[str, Any]:
    """Return the version."""
    return {"opencv": cv2.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return the functions that compute the filter.

    For bytes, filter2D computes by int16 and by float32: OpenCV returns no int32.
    """
    if task.dtype == np.uint8:
        return {
            "int16": lambda: _filter(task, cv2.CV_16S),
            "float32": lambda: _filter(task, cv2.CV_32F),
        }
    if task.channels_last and task.groups > 1:
        return {"split": lambda: _filter_each(task)}
    variants = {"filter2D": lambda: _filter(task, -1)}
    if task.rank == 2:
        variants["sepFilter2D"] = lambda: _separable(task)
        variants["named"] = lambda: _named(task)
    return variants


def _filter(task: Task, depth: int) -> Variant:
    if task.rank > 2:
        raise Unsupported("images and signals only")
    if task.dtype.name not in ("float32", "float64", "uint8"):
        raise Unsupported(str(task.dtype))
    x, w, shape = task.one_filter()
    x, w = np.atleast_2d(x), np.atleast_2d(w)
    if depth != -1:
        w = w.astype(np.float32)
        if depth == cv2.CV_16S and 255 * np.abs(w).sum() > np.iinfo(np.int16).max:
            raise Unsupported("results beyond int16")

    def call() -> Any:
        y = cv2.filter2D(x, depth, w, borderType=cv2.BORDER_CONSTANT).reshape(shape)
        return y if depth == -1 else y.astype(task.result_dtype)

    return Variant(call)


def _separable(task: Task) -> Variant:
    """Filter by a column and a row."""
    x, w, shape = _image_of_floats(task)
    vectors = lines(w)
    if vectors is None:
        raise Unsupported("separable filters only")
    column, row = vectors
    return Variant(
        lambda: cv2.sepFilter2D(x, -1, row, column, borderType=cv2.BORDER_CONSTANT).reshape(shape)
    )


def _named(task: Task) -> Variant:
    """Filter by a function for this filter."""
    x, w, shape = _image_of_floats(task)
    size, zeros = w.shape[::-1], cv2.BORDER_CONSTANT
    if is_gaussian(w):
        sigma = gaussian_sigma(len(w))
        return Variant(
            lambda: cv2.GaussianBlur(x, size, sigma, borderType=zeros).reshape(shape),
            note="GaussianBlur",
        )
    if is_box(w):
        return Variant(lambda: cv2.blur(x, size, borderType=zeros).reshape(shape), note="blur")
    if is_sobel(w):
        return Variant(
            lambda: cv2.Sobel(x, -1, 1, 0, borderType=zeros).reshape(shape), note="Sobel"
        )
    raise Unsupported("Gaussian, box and Sobel filters only")


def _image_of_floats(task: Task) -> tuple[NDArray[Any], NDArray[Any], tuple[int, ...]]:
    if task.dtype.name not in ("float32", "float64"):
        raise Unsupported(str(task.dtype))
    return task.one_filter()


def _filter_each(task: Task) -> Variant:
    """Filter channel by channel: filter2D applies one filter to all channels."""
    if task.rank != 2 or task.dtype.name not in ("float32", "float64"):
        raise Unsupported("images of floats only")
    x, kernels = task.filter_each()

    def call() -> Any:
        filtered = [
            cv2.filter2D(channel, -1, w, borderType=cv2.BORDER_CONSTANT)
            for channel, w in zip(cv2.split(x), kernels, strict=True)
        ]
        return cv2.merge(filtered)[None]

    return Variant(call)
