"""Functions of the doors beside those of the libraries that they stand for, on the photograph."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._measure import interleave

__all__ = ["SUITE", "DoorTimes", "race_doors"]

# The name by which ``--suite`` selects them.
SUITE = "doors"

# Maximum difference of both results, relative to the largest magnitude in the library's result.
_MAX_DIFFERENCE = 1e-4

# Samples of a signal, and taps of its filter.
_SIGNAL, _TAPS = 200_000, 501


@dataclass(frozen=True)
class DoorTimes:
    """One function: the seconds of a call through the door and of the library's own.

    Attributes
    ----------
    function : str
        Its name in the library.
    on : str
        Its arguments, in short.
    theirs, ours : float
        Seconds of the fastest call.
    difference : float
        Largest difference of both results, relative to the largest number of the library's.
    """

    function: str
    on: str
    theirs: float
    ours: float
    difference: float

    @property
    def agrees(self) -> bool:
        """True if both results are the same but for rounding."""
        return self.difference <= _MAX_DIFFERENCE


def race_doors(
    photo: NDArray[np.float32], budget: float, tell: Callable[[str], None]
) -> list[DoorTimes]:
    """Time some functions of each door beside the library's, on the mean of the photo's channels.

    Parameters
    ----------
    photo : ndarray, shape ``(channels, height, width)``
        The photograph.
    budget : float
        Seconds for each function.
    tell : callable
        Called with the name of each function as its turn comes.
    """
    import scipy.ndimage
    import scipy.signal

    import polyconv.scipy.ndimage
    import polyconv.scipy.signal

    grey = photo.mean(axis=0)
    image = "x".join(map(str, grey.shape))
    rng = np.random.default_rng(0)
    signal, taps = rng.random(_SIGNAL, np.float32), rng.random(_TAPS, np.float32)
    kernel = rng.random((7, 7), np.float32)
    cases: list[tuple[str, str, tuple[Any, ...]]] = [
        ("scipy.ndimage.gaussian_filter", f"{image}, sigma 2", (grey, 2.0)),
        ("scipy.ndimage.uniform_filter", f"{image}, size 15", (grey, 15)),
        ("scipy.ndimage.sobel", image, (grey,)),
        ("scipy.ndimage.convolve", f"{image} * 7x7", (grey, kernel)),
        ("scipy.signal.convolve2d", f"{image} * 7x7", (grey, kernel)),
        ("scipy.signal.fftconvolve", f"{_SIGNAL} * {_TAPS}", (signal, taps)),
        ("scipy.signal.oaconvolve", f"{_SIGNAL} * {_TAPS}", (signal, taps)),
    ]
    libraries = {
        "scipy.ndimage": (scipy.ndimage, polyconv.scipy.ndimage),
        "scipy.signal": (scipy.signal, polyconv.scipy.signal),
    }
    found = []
    for function, on, arguments in cases:
        tell(function)
        module, _, name = function.rpartition(".")
        theirs, ours = (getattr(library, name) for library in libraries[module])
        found.append(_timed(function, on, theirs, ours, arguments, budget))
    return found


def _timed(
    function: str,
    on: str,
    theirs: Callable[..., Any],
    ours: Callable[..., Any],
    arguments: tuple[Any, ...],
    budget: float,
) -> DoorTimes:
    wanted, got = np.asarray(theirs(*arguments)), np.asarray(ours(*arguments))
    difference = float(np.abs(got - wanted).max() / np.abs(wanted).max())
    samples = interleave([lambda: theirs(*arguments), lambda: ours(*arguments)], budget)
    return DoorTimes(function, on, samples[0].best, samples[1].best, difference)
