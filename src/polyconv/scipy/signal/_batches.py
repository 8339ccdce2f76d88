"""Convolution of two arrays along some of their axes; the other axes are batches.

On a batch axis both arrays have the same length, or one of them has length 1. `conv` computes all
batches in one call. Batch axes along which only the signals differ become its axis N, those along
which only the kernels differ become filters, and those along which both differ become groups.
"""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._api import conv

from ._operands import MAX_SPATIAL_AXES

__all__ = ["Cut", "checked_axes", "convolved_along", "outputs_of", "valid_axes"]


def outputs_of(mode: str, n: int, k: int) -> tuple[int, int]:
    """Return the first output of a full convolution that `mode` keeps, and the number kept.

    `n` and `k` are the lengths of `in1` and `in2`; ``"same"`` keeps the n outputs in the middle.
    """
    if mode == "full":
        return 0, n + k - 1
    if mode == "valid":
        return min(n, k) - 1, abs(n - k) + 1
    return (k - 1) // 2, n


@dataclass(frozen=True)
class Cut:
    """Padding and input slices with which `conv` computes a range of a full convolution's outputs.

    Attributes
    ----------
    pads : tuple
        ``(lo, hi)`` for each axis.
    taken : tuple of slice, or None
        Slices of the input that these outputs read; None for the whole input.
    """

    pads: tuple[tuple[int, int], ...]
    taken: tuple[slice, ...] | None

    @classmethod
    def of(
        cls,
        x_shape: Sequence[int],
        w_shape: Sequence[int],
        starts: Sequence[int],
        sizes: Sequence[int],
    ) -> "Cut":
        """Return the cut for `sizes` outputs along each axis, of which `starts` are the first."""
        pads, taken = [], []
        for n, k, start, size in zip(x_shape, w_shape, starts, sizes, strict=True):
            lo, hi = k - 1 - start, start + size - n
            pads.append((max(lo, 0), max(hi, 0)))
            taken.append(slice(max(-lo, 0), min(n, start + size)))
        whole = all(t == slice(0, n) for t, n in zip(taken, x_shape, strict=True))
        return cls(tuple(pads), None if whole else tuple(taken))


def checked_axes(array: NDArray[Any], axes: Any) -> tuple[int, ...]:
    """Return `axes` as a tuple of distinct axis numbers, each at least 0."""
    entries = axes if isinstance(axes, (tuple, list, range, np.ndarray)) else (axes,)
    try:
        numbers = tuple(operator.index(axis) for axis in entries)
    except TypeError:
        raise ValueError(f"axes={axes!r}; allowed: an integer or a sequence of integers") from None
    if not numbers or not all(-array.ndim <= axis < array.ndim for axis in numbers):
        raise ValueError(f"axes={axes!r}; allowed: at least one of the {array.ndim} axes")
    numbers = tuple(axis % array.ndim for axis in numbers)
    if len(set(numbers)) < len(numbers):
        raise ValueError(f"axes={axes!r}; allowed: distinct axes")
    return numbers


def valid_axes(a: NDArray[Any], b: NDArray[Any], mode: str, axes: Any) -> tuple[int, ...] | None:
    """Return the axes to convolve along; None for calls that SciPy must compute or refuse."""
    if a.ndim != b.ndim or a.ndim == 0 or a.size == 0 or b.size == 0:
        return None
    if mode not in ("full", "same", "valid"):
        return None
    try:
        numbers = checked_axes(a, range(a.ndim) if axes is None else axes)
    except ValueError:
        return None
    along = [(a.shape[i], b.shape[i]) for i in numbers if 1 not in (a.shape[i], b.shape[i])]
    others = [(a.shape[i], b.shape[i]) for i in range(a.ndim) if i not in numbers]
    if not 1 <= len(along) <= MAX_SPATIAL_AXES or any(
        n != k and 1 not in (n, k) for n, k in others
    ):
        return None
    if mode == "valid" and not (all(n >= k for n, k in along) or all(n <= k for n, k in along)):
        return None
    return numbers


def convolved_along(
    a: NDArray[Any],
    b: NDArray[Any],
    mode: str,
    axes: tuple[int, ...],
    options: dict[str, Any],
) -> NDArray[Any]:
    """Return the outputs that `mode` keeps of the convolution of `a` with `b` along `axes`."""
    shapes = list(zip(a.shape, b.shape, strict=True))
    spatial = _spatial_axes(a.shape, b.shape, mode, axes)
    if mode == "same":
        middle = [slice(None)] * a.ndim
        for i in range(a.ndim):
            if i not in spatial and a.shape[i] == 1:
                middle[i] = slice((b.shape[i] - 1) // 2, (b.shape[i] - 1) // 2 + 1)
        b = b[tuple(middle)]
    swapped = math.prod(a.shape[i] for i in spatial) < math.prod(b.shape[i] for i in spatial)
    x, w = (b, a) if swapped else (a, b)
    batches = [i for i in range(a.ndim) if i not in spatial]
    both = [i for i in batches if x.shape[i] > 1 and w.shape[i] > 1]
    signals = [i for i in batches if i not in both and w.shape[i] == 1]
    kernels = [i for i in batches if i not in both and w.shape[i] > 1]
    groups = math.prod(x.shape[i] for i in both)
    kept = [outputs_of(mode, a.shape[i], b.shape[i]) for i in spatial]
    products_alone = not spatial
    if products_alone:  # one element with a kernel of one element
        x, w, spatial, kept = x[..., None], w[..., None], [a.ndim], [(0, 1)]
    starts, sizes = zip(*kept, strict=True)
    x_sizes, w_sizes = [x.shape[i] for i in spatial], [w.shape[i] for i in spatial]
    cut = Cut.of(x_sizes, w_sizes, starts, sizes)
    x = x.transpose(*signals, *both, *kernels, *spatial).reshape(-1, groups, *x_sizes)
    w = w.transpose(*both, *kernels, *signals, *spatial).reshape(-1, 1, *w_sizes)
    if cut.taken is not None:
        x = x[:, :, *cut.taken]
    y = conv(x, w, padding=cut.pads, flip=True, groups=groups, **options)
    shape = a.shape if mode == "same" else tuple(map(max, shapes))
    order = [*signals, *both, *kernels, *spatial]
    y = y.reshape(*(shape[i] for i in order[: len(batches)]), *sizes)
    if products_alone:
        y, order = y[..., 0], order[:-1]
    return y.transpose(np.argsort(order))


def _spatial_axes(
    a: tuple[int, ...], b: tuple[int, ...], mode: str, axes: tuple[int, ...]
) -> list[int]:
    """Return the axes along which products are summed, or refuse the shapes of `a` and `b`.

    Where one length is 1, its element multiplies each of the other's, as on a batch axis.
    """
    shapes = list(zip(a, b, strict=True))
    for i, (n, k) in enumerate(shapes):
        if i not in axes and n != k and 1 not in (n, k):
            raise ValueError(
                f"incompatible shapes for in1 and in2: {a} and {b}; allowed: equal "
                "lengths or 1 on axes that are not convolved"
            )
    spatial = [i for i in axes if 1 not in shapes[i]]
    if mode == "valid":
        along = [shapes[i] for i in spatial]
        if not (all(n >= k for n, k in along) or all(n <= k for n, k in along)):
            raise ValueError(
                f"mode='valid' with shapes {a} and {b}; allowed: one at least as large "
                "as the other on every convolved axis"
            )
    if len(spatial) > MAX_SPATIAL_AXES:
        raise ValueError(
            f"axes={axes!r} convolves {len(spatial)} axes; allowed: at most {MAX_SPATIAL_AXES}"
        )
    return spatial
