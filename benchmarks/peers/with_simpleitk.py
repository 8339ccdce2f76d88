"""SimpleITK: a Gaussian of ITK's, and separable filters axis by axis, on images and volumes.

ITK's images are made from NumPy's arrays by a copy, before timing: programs that use ITK hold such
images. Results could be viewed without a copy, so no copy of them is timed.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import SimpleITK as sitk
from numpy.typing import NDArray
from scipy import ndimage, special

from .named_filters import gaussian_sigma, is_gaussian, lines
from .task import Task, Unsupported, Variant

__all__ = ["builders", "setup", "versions"]

# Maximum sum of the weights that ITK may leave out: almost 0, so that the width decides.
_MAX_ERROR = 1e-9

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(workers)


def versions() -> dict[str, Any]:
    """Return the versions of SimpleITK and ITK."""
    return {"simpleitk": sitk.Version.VersionString(), "itk": sitk.Version.ITKVersionString()}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant per filter."""
    return {
        "DiscreteGaussian": lambda: _gaussian(task),
        "Convolution": lambda: _axis_by_axis(task),
    }


def _arrays(task: Task) -> tuple[NDArray[Any], NDArray[Any], tuple[int, ...]]:
    if task.rank == 1 or task.dtype.name not in ("float32", "float64"):
        raise Unsupported("images and volumes of floats only")
    return task.one_filter()


class _Image:
    """An image in ITK's memory, as `now`."""

    def __init__(self, x: NDArray[Any]) -> None:
        self._shape = x.shape
        self.now = sitk.GetImageFromArray(x)

    def replace(self, x: NDArray[Any]) -> None:
        self.now = sitk.GetImageFromArray(x.reshape(self._shape))


def _gaussian(task: Task) -> Variant:
    """Smooth with ITK's own Gaussian of the same width, and the border repeated.

    That is as much work with other weights, so the result is compared with SciPy's for those.
    """
    x, w, shape = _arrays(task)
    if not is_gaussian(w):
        raise Unsupported("Gaussians only")
    image, radius, variance = _Image(x), len(w) // 2, gaussian_sigma(len(w)) ** 2
    smooth = sitk.DiscreteGaussianImageFilter()
    smooth.SetVariance(variance)
    smooth.SetMaximumKernelWidth(radius)
    smooth.SetMaximumError(_MAX_ERROR)
    smooth.SetUseImageSpacing(False)
    smooth.SetNumberOfThreads(_workers)

    def wanted(_: NDArray[Any]) -> NDArray[Any]:
        line = special.ive(np.abs(np.arange(-radius, radius + 1)), variance)
        y = x
        for axis in range(x.ndim):
            y = ndimage.correlate1d(y, line / line.sum(), axis, mode="nearest")
        return y.reshape(shape)

    return Variant(
        lambda: smooth.Execute(image.now),
        lambda y: sitk.GetArrayFromImage(y).reshape(shape),
        wanted=wanted,
        feed=image.replace,
    )


def _axis_by_axis(task: Task) -> Variant:
    x, w, shape = _arrays(task)
    vectors = lines(w)
    if vectors is None:
        raise Unsupported("separable filters only")
    image = _Image(x)
    # ITK convolves, so it turns the vectors around.
    kernels = [
        sitk.GetImageFromArray(
            np.ascontiguousarray(v[::-1]).reshape([-1 if a == axis else 1 for a in range(x.ndim)])
        )
        for axis, v in enumerate(vectors)
    ]
    convolution = sitk.ConvolutionImageFilter()
    convolution.SetBoundaryCondition(convolution.ZERO_PAD)
    convolution.SetNumberOfThreads(_workers)

    def call() -> sitk.Image:
        y = image.now
        for kernel in kernels:
            y = convolution.Execute(y, kernel)
        return y

    return Variant(call, lambda y: sitk.GetArrayFromImage(y).reshape(shape), feed=image.replace)
