"""The three maps of a convolution, each with its gradient in terms of them.

They are linear in each of their arrays, so gradients of any order exist. JAX's gradients are those
of transposes: nothing is conjugated. `options` is the text of `polyconv._call_options`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

import polyconv
from polyconv._call_options import (
    changed,
    checked_problem,
    of_gradients,
    unpacked,
    without_constant,
)
from polyconv.grad._transposes import transpose_input, transpose_weight

from ._callbacks import call

__all__ = ["conv"]

Array = NDArray[Any]
Shape = tuple[int, ...]


@partial(jax.custom_vjp, nondiff_argnums=(3,))
def conv(x: jax.Array, w: jax.Array, bias: jax.Array | None, options: str) -> jax.Array:
    """Return the convolution of `x` with the filters `w`."""
    given = unpacked(options)
    p = checked_problem(x.shape, x.dtype, w.shape, w.dtype, given)

    def convolve(*arrays: Array) -> Array:
        return polyconv.conv(*arrays, **given)

    arrays = (x, w) if bias is None else (x, w, bias)
    return call(convolve, arrays, p.out_shape, p.dtype, p.rank + 1)


@partial(jax.custom_vjp, nondiff_argnums=(2, 3))
def of_input(w: jax.Array, g: jax.Array, x_shape: Shape, options: str) -> jax.Array:
    """Return the gradient of the input of a convolution."""
    given = unpacked(options)
    p = checked_problem(x_shape, g.dtype, w.shape, w.dtype, without_constant(unpacked(options)))
    image = x_shape[-p.rank - 1 :]

    def convolve(g: Array, w: Array) -> Array:
        return transpose_input((*g.shape[: -p.rank - 1], *image), w, g, **given)

    return call(convolve, (g, w), x_shape, p.dtype, p.rank + 1)


@partial(jax.custom_vjp, nondiff_argnums=(2, 3))
def of_weight(x: jax.Array, g: jax.Array, w_shape: Shape, options: str) -> jax.Array:
    """Return the gradient of the weights of a convolution."""
    given = unpacked(options)
    p = checked_problem(x.shape, x.dtype, w_shape, g.dtype, given)

    def convolve(x: Array, g: Array) -> Array:
        return transpose_weight(x, w_shape, g, **given)

    return call(convolve, (x, g), w_shape, p.dtype)


def _gradient_of_conv(options: str, saved: Any, g: jax.Array) -> tuple[Any, ...]:
    x, w, bias = saved
    given = changed(options, of_gradients)
    dx = _like(x, lambda: of_input(w, g, x.shape, given))
    dw = _like(w, lambda: of_weight(x, g, w.shape, given))
    if bias is None:
        return dx, dw, None
    p = checked_problem(x.shape, x.dtype, w.shape, w.dtype, unpacked(given))
    channels = g.ndim - 1 if p.data_format == "channels_last" else int(p.batched)
    others = tuple(axis for axis in range(g.ndim) if axis != channels)
    return dx, dw, _like(bias, lambda: g.sum(others))


def _gradient_of_input(x_shape: Shape, options: str, saved: Any, h: jax.Array) -> tuple[Any, ...]:
    w, g = saved
    given = changed(options, without_constant)
    dw = _like(w, lambda: of_weight(h, g, w.shape, given))
    return dw, _like(g, lambda: conv(h, w, None, given))


def _gradient_of_weight(w_shape: Shape, options: str, saved: Any, v: jax.Array) -> tuple[Any, ...]:
    x, g = saved
    dx = _like(x, lambda: of_input(v, g, x.shape, options))
    return dx, _like(g, lambda: conv(x, v, None, options))


def _like(array: jax.Array, gradient: Callable[[], jax.Array]) -> jax.Array | None:
    """Return ``gradient()`` in the dtype of its array; None, which means zeros, of integers."""
    if not jnp.issubdtype(array.dtype, np.inexact):
        return None
    value = gradient()
    if jnp.iscomplexobj(value) and not jnp.iscomplexobj(array):
        value = value.real
    result: jax.Array = value.astype(array.dtype)
    return result


conv.defvjp(lambda *a: (conv(*a), a[:3]), _gradient_of_conv)
of_input.defvjp(lambda *a: (of_input(*a), a[:2]), _gradient_of_input)
of_weight.defvjp(lambda *a: (of_weight(*a), a[:2]), _gradient_of_weight)
