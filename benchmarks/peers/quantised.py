"""Convolutions of bytes as libraries of quantised networks compute them: sums, rescaled to bytes.

It must not import polyconv: the worker processes of the peers run without it.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .task import Task

__all__ = ["is_quantised", "output_scale", "requantised"]

# Standard deviations of a sum that the range of the result holds.
_DEVIATIONS = 6


def is_quantised(task: Task) -> bool:
    """Return True for a workload of bytes with a result of int32."""
    return task.dtype.name in ("int8", "uint8") and task.result_dtype == np.int32


def output_scale(task: Task) -> int:
    """Return the number by which sums are divided so that they fit int8.

    It is odd, so that no quotient lies in the middle of two integers, which libraries round to
    different sides.
    """
    x, w = task.x.astype(np.float64), task.w.astype(np.float64)
    terms = math.prod(task.w_channels_first.shape[1:])
    mean = abs(terms * x.mean() * w.mean())
    deviation = math.sqrt(terms * np.square(x).mean() * np.square(w).mean())
    return 2 * math.ceil((mean + _DEVIATIONS * deviation) / np.iinfo(np.int8).max / 2) + 1


def requantised(scale: int) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """Return the function from a workload's sums to bytes, here as numbers of int32."""
    limits = np.iinfo(np.int8)

    def rescale(sums: NDArray[Any]) -> NDArray[Any]:
        return np.clip(np.rint(np.asarray(sums) / scale), limits.min, limits.max).astype(np.int32)

    return rescale
