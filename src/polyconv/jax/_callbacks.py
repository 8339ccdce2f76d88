"""Calls of array functions from JAX's programs."""

from collections.abc import Callable
from math import prod
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

__all__ = ["call"]

Array = NDArray[Any]


def call(
    function: Callable[..., Array],
    arrays: tuple[Any, ...],
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    image_ndim: int | None = None,
) -> jax.Array:
    """Return ``function(*arrays)``, of this shape and dtype.

    Parameters
    ----------
    function : callable
        Takes NumPy arrays and returns one.
    image_ndim : int, optional
        Number of axes of one image, in the first array and in the result. Any axes before them are
        batches. None if neither array has images.
    """
    ndims = [array.ndim for array in arrays]

    def run(*given: Any) -> Array:
        views = [np.asarray(array) for array in given]
        if [view.ndim for view in views] == ndims:
            return function(*views)
        return _mapped(function, views, ndims, shape, dtype, image_ndim)

    result: jax.Array = jax.pure_callback(
        run, jax.ShapeDtypeStruct(shape, dtype), *arrays, vmap_method="expand_dims"
    )
    return result


def _mapped(
    function: Callable[..., Array],
    arrays: list[Array],
    ndims: list[int],
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    image_ndim: int | None,
) -> Array:
    """Apply a function along the axes that `vmap` has put in front of the arrays.

    These axes have size 1 in arrays that are not mapped. If only images are mapped, all of them are
    one batch.
    """
    leading = [array.shape[: array.ndim - n] for array, n in zip(arrays, ndims, strict=True)]
    mapped = np.broadcast_shapes(*leading)
    if image_ndim is not None and prod(map(prod, leading[1:])) == 1:
        first, *rest = arrays
        batch, image = first.shape[: first.ndim - image_ndim], first.shape[-image_ndim:]
        plain = [a.reshape(a.shape[a.ndim - n :]) for a, n in zip(rest, ndims[1:], strict=True)]
        return function(first.reshape(prod(batch), *image), *plain).reshape(mapped + shape)
    result = np.empty(mapped + shape, dtype)
    wide = [
        np.broadcast_to(array, mapped + array.shape[array.ndim - n :])
        for array, n in zip(arrays, ndims, strict=True)
    ]
    for index in np.ndindex(mapped):
        result[index] = function(*[array[index] for array in wide])
    return result
