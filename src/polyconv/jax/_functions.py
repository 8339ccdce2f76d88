"""The function `conv` for JAX's arrays."""

from typing import Any, Unpack

import jax
import jax.numpy as jnp
import numpy as np

from polyconv._arrays import as_array, check_bias
from polyconv._call_options import CallOptions, checked_problem, packed
from polyconv._dtypes import INPUT_DTYPES, supported_input

from . import _gradients

__all__ = ["conv"]


def conv(x: Any, w: Any, bias: Any = None, **options: Unpack[CallOptions]) -> jax.Array:
    """Convolve an array with filters: `polyconv.conv` for JAX, with gradients of any order.

    Parameters
    ----------
    x : array_like, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input. With ``data_format="channels_last"``: ``(N, *spatial, C)`` or ``(*spatial, C)``.
    w : array_like, shape ``(K, C // groups, *kernel)``
        Filters.
    bias : array_like, shape ``(K,)``, optional
        Added to each output channel.
    **options
        All other keyword arguments of `polyconv.conv` but for `out`, with the same meaning.
        `backend` and `dtype` are those of the result; gradients are computed by the fastest
        backend, in the dtypes of their arrays.

    Returns
    -------
    jax.Array
        The convolution. Unless JAX has 64-bit types enabled, integers are summed in 32 bits and
        wrap around, as those of `jax.numpy.sum` do.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.

    Notes
    -----
    Arrays and options are checked when the call is traced. A named backend that refuses the problem
    is an error when the program runs. Forward-mode derivatives (`jax.jvp`) do not exist.

    `jax.vmap` over inputs makes one batch of them; over weights, it calls for each.

    Examples
    --------
    >>> import jax
    >>> from polyconv.jax import conv
    >>> x, w = jax.numpy.array([[1.0, 4.0, 9.0]]), jax.numpy.array([[[1.0, -1.0]]])
    >>> jax.jit(conv)(x, w).tolist()
    [[-3.0, -5.0]]
    >>> jax.grad(lambda w: conv(x, w).sum())(w).tolist()
    [[[5.0, 13.0]]]
    """
    x, w = _array("x", x), _array("w", w)
    given: dict[str, Any] = dict(options)
    p = checked_problem(x.shape, x.dtype, w.shape, w.dtype, given)
    if bias is not None:
        bias = _array("bias", bias)
        check_bias(p, bias.shape, bias.dtype)
    p.require_memory()
    held = jax.dtypes.canonicalize_dtype(p.dtype)
    if held != p.dtype:
        if given.get("dtype") is not None:
            raise ValueError(
                f"dtype={given['dtype']!r} has 64 bits; allowed: {held.name!r}, or any with "
                "jax.config.update('jax_enable_x64', True)"
            )
        given["dtype"] = held
    result: jax.Array = _gradients.conv(x, w, bias, packed(given))
    return result


def _array(name: str, value: Any) -> jax.Array:
    """Return `value` as an array of JAX, of a dtype that polyconv has."""
    if not isinstance(value, jax.Array):
        return jnp.asarray(as_array(name, value))
    if not isinstance(value.dtype, np.dtype) or not supported_input(value.dtype):
        raise TypeError(f"{name} has dtype {value.dtype}; allowed: {INPUT_DTYPES}")
    return value
