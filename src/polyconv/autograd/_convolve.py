"""`convolve` with the signature of `autograd.scipy.signal.convolve`.

Axes of `A` that are neither convolved nor multiplied are images, those of `B` filters, and the axes
that are multiplied are channels. What is left is one call of `conv`.
"""

from collections.abc import Sequence
from math import prod
from typing import Any

import autograd.numpy as anp

from polyconv._arguments import one_of

from ._conv import conv

__all__ = ["convolve"]

_Axes = Sequence[Sequence[int]]


def convolve(
    A: Any, B: Any, axes: _Axes | None = None, dot_axes: _Axes = ((), ()), mode: str = "full"
) -> Any:
    """Convolve two arrays along some axes: autograd's function, computed by polyconv.

    Parameters
    ----------
    A, B : array_like
        Arrays of any number of axes.
    axes : pair of sequences of int, optional
        The axes of `A` and those of `B` that are convolved with each other, at most 3 of each. By
        default all axes of `A`, and the first ones of `B`.
    dot_axes : pair of sequences of int, optional
        Axes of `A` and `B` that are multiplied and summed.
    mode : {"full", "valid", "same"}
        Part of the convolution that is returned. ``"same"`` has the sizes of `A`.

    Returns
    -------
    ndarray
        Its axes are the other ones of `A`, the other ones of `B`, and those convolved.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.

    Examples
    --------
    >>> import autograd.numpy as np
    >>> from polyconv.autograd import convolve
    >>> convolve(np.array([1.0, 2.0, 3.0]), np.array([1.0, 10.0]))
    array([ 1., 12., 23., 30.])
    """
    one_of("mode", mode, ("full", "valid", "same"))
    a_ndim, b_ndim = anp.ndim(A), anp.ndim(B)
    if axes is None:
        if b_ndim < a_ndim:
            raise ValueError(
                f"axes=None with A of shape {anp.shape(A)} and B of shape {anp.shape(B)}; allowed: "
                "at least as many axes of B as of A, or a pair of axes"
            )
        axes = (range(a_ndim), range(a_ndim))
    along = _pair("axes", axes, (a_ndim, b_ndim))
    dots = _pair("dot_axes", dot_axes, (a_ndim, b_ndim))
    for which, ndim in enumerate((a_ndim, b_ndim)):
        used = along[which] + dots[which]
        if len(set(used)) < len(used):
            raise ValueError(
                f"axes={axes!r} and dot_axes={dot_axes!r} name an axis of "
                f"{'AB'[which]} twice; allowed: each of {tuple(range(ndim))} once"
            )
    if len(along[0]) > 3:
        raise ValueError(f"axes={axes!r} convolves {len(along[0])} axes; allowed: at most 3")
    images, filters = _canonical(A, along[0], dots[0]), _canonical(B, along[1], dots[1])
    sizes, kernel = images[2], filters[2]
    if images[3] != filters[3]:
        raise ValueError(
            f"dot_axes={dot_axes!r} have sizes {images[3]} in A and {filters[3]} in B; allowed: "
            "the same sizes"
        )
    if mode == "valid" and any(n < k for n, k in zip(sizes, kernel, strict=True)):
        if any(n > k for n, k in zip(sizes, kernel, strict=True)):
            raise ValueError(
                f"mode='valid' with sizes {sizes} of A and {kernel} of B; allowed: one at least as "
                "large as the other on every axis"
            )
        y = conv(filters[0], images[0], flip=True)
        y = anp.swapaxes(y, 0, 1)
    else:
        y = conv(images[0], filters[0], flip=True, padding=[_pads(mode, k) for k in kernel])
    shape = y.shape[2:] if along[0] else ()
    return anp.reshape(y, (*images[1], *filters[1], *shape))


def _pair(name: str, value: Any, ndims: tuple[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return axes of both arrays, counted from the first one."""
    try:
        first, second = (tuple(map(int, each)) for each in value)
    except (TypeError, ValueError):
        raise TypeError(f"{name}={value!r} must be a pair of sequences of integers") from None
    if len(first) != len(second):
        raise ValueError(
            f"{name}={value!r} names {len(first)} axes of A and {len(second)} of B; allowed: the "
            "same number of both"
        )
    for axes, ndim in zip((first, second), ndims, strict=True):
        for axis in axes:
            if not -ndim <= axis < ndim:
                raise ValueError(f"{name}={value!r}; allowed: axes from {-ndim} to {ndim - 1}")
    counted = [
        tuple(axis % ndim for axis in axes)
        for axes, ndim in zip((first, second), ndims, strict=True)
    ]
    return counted[0], counted[1]


def _canonical(
    array: Any, along: tuple[int, ...], dots: tuple[int, ...]
) -> tuple[Any, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Return an array as ``(images, channels, *sizes)``, and the sizes of its three kinds of axes.

    Those are the axes that stay, the ones convolved, and the ones multiplied. Where none is
    convolved, there is one of size 1.
    """
    shape = anp.shape(array)
    stay = tuple(axis for axis in range(len(shape)) if axis not in along + dots)
    kept, channels = ([shape[axis] for axis in axes] for axes in (stay, dots))
    sizes = tuple(shape[axis] for axis in along) or (1,)
    moved = anp.transpose(array, (*stay, *dots, *along))
    flat = anp.reshape(moved, (prod(kept), prod(channels), *sizes))
    return flat, tuple(kept), sizes, tuple(channels)


def _pads(mode: str, kernel: int) -> tuple[int, int]:
    """Return the zeros before and after an axis that give this part of the convolution."""
    if mode == "valid":
        return 0, 0
    behind = kernel - 1 if mode == "full" else (kernel - 1) // 2
    return kernel - 1 if mode == "full" else kernel - 1 - behind, behind
