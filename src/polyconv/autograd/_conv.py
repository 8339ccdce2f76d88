"""`conv` as a primitive of autograd.

Its gradients are primitives, too, so that they can be differentiated. autograd's gradients are
those of transposes: nothing is conjugated.
"""

from collections.abc import Callable
from typing import Any, Unpack

import autograd.numpy as anp
from autograd.extend import defvjp, primitive

import polyconv
from polyconv._call_options import CallOptions, of_gradients, without_constant
from polyconv.grad._transposes import transpose_input, transpose_weight

__all__ = ["conv"]


def conv(x: Any, w: Any, bias: Any = None, **options: Unpack[CallOptions]) -> Any:
    """Convolve an array with filters: `polyconv.conv`, with gradients of any order by autograd.

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
    ndarray
        The convolution.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute this problem; the text says why.

    Examples
    --------
    >>> import autograd
    >>> import autograd.numpy as np
    >>> from polyconv.autograd import conv
    >>> x = np.array([[1.0, 4.0, 9.0]])
    >>> autograd.grad(lambda w: np.sum(conv(x, w)))(np.array([[[1.0, -1.0]]]))
    array([[[ 5., 13.]]])
    """
    if "out" in options:
        raise TypeError("out has no gradient; allowed: all other arguments of polyconv.conv")
    return _conv(x, w, bias, **options)


_conv = primitive(polyconv.conv)
_input = primitive(transpose_input)
_weight = primitive(transpose_weight)

Vjp = Callable[[Any], Any]


def _conv_x(ans: Any, x: Any, w: Any, bias: Any, **options: Any) -> Vjp:
    return lambda g: _like(x, _input(anp.shape(x), w, g, **of_gradients(options)))


def _conv_w(ans: Any, x: Any, w: Any, bias: Any, **options: Any) -> Vjp:
    return lambda g: _like(w, _weight(x, anp.shape(w), g, **of_gradients(options)))


def _conv_bias(ans: Any, x: Any, w: Any, bias: Any, **options: Any) -> Vjp:
    batched = anp.ndim(x) == anp.ndim(w)
    last = options.get("data_format") == "channels_last"
    channels = anp.ndim(x) - 1 if last else int(batched)
    others = tuple(axis for axis in range(anp.ndim(x)) if axis != channels)
    return lambda g: _like(bias, anp.sum(g, axis=others))


def _input_w(ans: Any, x_shape: Any, w: Any, g: Any, **options: Any) -> Vjp:
    return lambda h: _like(w, _weight(h, anp.shape(w), g, **without_constant(options)))


def _input_g(ans: Any, x_shape: Any, w: Any, g: Any, **options: Any) -> Vjp:
    return lambda h: _like(g, _conv(h, w, None, **without_constant(options)))


def _weight_x(ans: Any, x: Any, w_shape: Any, g: Any, **options: Any) -> Vjp:
    return lambda v: _like(x, _input(anp.shape(x), v, g, **options))


def _weight_g(ans: Any, x: Any, w_shape: Any, g: Any, **options: Any) -> Vjp:
    return lambda v: _like(g, _conv(x, v, None, **options))


def _like(array: Any, gradient: Any) -> Any:
    """Return a gradient in the dtype of its array; that of integers is float, and real."""
    if anp.iscomplexobj(gradient) and not anp.iscomplexobj(array):
        gradient = anp.real(gradient)
    if array.dtype.kind not in "fc" or gradient.dtype == array.dtype:
        return gradient
    return gradient.astype(array.dtype)


defvjp(_conv, _conv_x, _conv_w, _conv_bias)
defvjp(_input, _input_w, _input_g, argnums=(1, 2))
defvjp(_weight, _weight_x, _weight_g, argnums=(0, 2))
