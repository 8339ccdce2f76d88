"""The custom operators: each calls a function of polyconv and has those of its gradient registered.

``conv_input`` and ``conv_weight`` are linear in both of their tensors, up to conjugation, and their
gradients are the three operators again. So gradients of any order exist. `options` is the text of
`polyconv._call_options`.
"""

from collections.abc import Sequence
from typing import Any

import torch

import polyconv
from polyconv import grad
from polyconv._call_options import checked_problem, unpacked, without_constant
from polyconv._problem import Problem
from polyconv._registry import check_backend
from polyconv.transposed._problem import TransposedProblem, make_transposed

from ._tensors import array_of, empty_like, numpy_dtype, torch_dtype

__all__ = ["conv", "conv_input", "conv_transpose", "conv_weight"]


@torch.library.custom_op("polyconv::conv", mutates_args=(), device_types="cpu")
def conv(x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor | None, options: str) -> torch.Tensor:
    """Return the convolution of `x` with the filters `w`."""
    given = unpacked(options)
    y = _result_of_conv(x, w, bias, options)
    of_bias = None if bias is None else array_of(bias)
    polyconv.conv(array_of(x), array_of(w), of_bias, out=array_of(y), **given)
    return y


@torch.library.custom_op("polyconv::conv_transpose", mutates_args=(), device_types="cpu")
def conv_transpose(
    x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor | None, options: str
) -> torch.Tensor:
    """Return the transposed convolution of `x` with the weights `w`."""
    given = unpacked(options)
    y = _result_of_conv_transpose(x, w, bias, options)
    of_bias = None if bias is None else array_of(bias)
    polyconv.conv_transpose(array_of(x), array_of(w), of_bias, out=array_of(y), **given)
    return y


@torch.library.custom_op("polyconv::conv_input", mutates_args=(), device_types="cpu")
def conv_input(
    w: torch.Tensor, g: torch.Tensor, x_shape: Sequence[int], options: str
) -> torch.Tensor:
    """Return the gradient of the input of a convolution."""
    given = unpacked(options)
    dx = _result_of_conv_input(w, g, x_shape, options)
    grad.conv_input(tuple(x_shape), array_of(w), array_of(g), out=array_of(dx), **given)
    return dx


@torch.library.custom_op("polyconv::conv_weight", mutates_args=(), device_types="cpu")
def conv_weight(
    x: torch.Tensor, g: torch.Tensor, w_shape: Sequence[int], options: str
) -> torch.Tensor:
    """Return the gradient of the weights of a convolution."""
    given = unpacked(options)
    dw = _result_of_conv_weight(x, g, w_shape, options)
    grad.conv_weight(array_of(x), tuple(w_shape), array_of(g), out=array_of(dw), **given)
    return dw


# The results of the operators before they are computed, for torch's tracing too.


@conv.register_fake
def _result_of_conv(
    x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor | None, options: str
) -> torch.Tensor:
    p = problem_of(x.shape, x.dtype, w.shape, w.dtype, unpacked(options))
    return empty_like(x, p.out_shape, p.dtype)


@conv_transpose.register_fake
def _result_of_conv_transpose(
    x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor | None, options: str
) -> torch.Tensor:
    t = transposed_of(x, w, unpacked(options))
    return empty_like(x, t.out_shape, t.dtype)


@conv_input.register_fake
def _result_of_conv_input(
    w: torch.Tensor, g: torch.Tensor, x_shape: Sequence[int], options: str
) -> torch.Tensor:
    p = problem_of(x_shape, g.dtype, w.shape, w.dtype, without_constant(unpacked(options)))
    return empty_like(g, p.x_shape, p.dtype)


@conv_weight.register_fake
def _result_of_conv_weight(
    x: torch.Tensor, g: torch.Tensor, w_shape: Sequence[int], options: str
) -> torch.Tensor:
    p = problem_of(x.shape, x.dtype, w_shape, g.dtype, unpacked(options))
    return x.new_empty(p.w_shape, dtype=torch_dtype(p.dtype))


def problem_of(
    x_shape: Sequence[int],
    x_dtype: torch.dtype,
    w_shape: Sequence[int],
    w_dtype: torch.dtype,
    options: dict[str, Any],
) -> Problem:
    """Return the problem of a call, after checking its options."""
    return checked_problem(
        _sizes(x_shape),
        numpy_dtype("x", x_dtype),
        _sizes(w_shape),
        numpy_dtype("w", w_dtype),
        options,
    )


def transposed_of(x: torch.Tensor, w: torch.Tensor, options: dict[str, Any]) -> TransposedProblem:
    """Return the problem of a call of `conv_transpose`, after checking its options."""
    given = dict(options)
    check_backend(given.pop("backend", "auto"))
    dtypes = numpy_dtype("x", x.dtype), numpy_dtype("w", w.dtype)
    return make_transposed(_sizes(x.shape), dtypes[0], _sizes(w.shape), dtypes[1], **given)


def _sizes(shape: Sequence[int]) -> tuple[int, ...]:
    """Return sizes as integers; symbolic sizes of a traced graph become constants in it."""
    return tuple(map(int, shape))
