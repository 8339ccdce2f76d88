"""The gradients of the custom operators, in terms of these operators.

torch defines the gradient of a complex tensor by the adjoint. `conv_input` and `conv_weight` are
adjoints, so they are its gradients as they stand: they conjugate the weights or the input.
"""

from typing import Any

import torch

from polyconv._call_options import changed, of_gradients, packed, unpacked, without_constant
from polyconv.transposed._problem import TransposedProblem

from ._ops import conv, conv_input, conv_transpose, conv_weight, problem_of, transposed_of

__all__ = ["conv", "conv_transpose"]


def _save_call(ctx: Any, inputs: tuple[Any, ...], output: torch.Tensor) -> None:
    x, w, bias, ctx.options = inputs
    ctx.save_for_backward(x, w)
    ctx.bias_dtype = None if bias is None else bias.dtype


def _of_conv(ctx: Any, g: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    x, w = ctx.saved_tensors
    options = changed(ctx.options, of_gradients)
    p = problem_of(x.shape, x.dtype, w.shape, w.dtype, unpacked(options))
    dx = dw = None
    if ctx.needs_input_grad[0]:
        dx = _as(x.dtype, conv_input(w, g, x.shape, options))
    if ctx.needs_input_grad[1]:
        dw = _as(w.dtype, conv_weight(x, g, w.shape, options))
    return dx, dw, _of_bias(ctx, g, p.batched, p.data_format), None


def _of_conv_transpose(ctx: Any, g: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    x, w = ctx.saved_tensors
    t = transposed_of(x, w, unpacked(ctx.options))
    options, read = _convolution_of(t, of_gradients(unpacked(ctx.options)))
    h = t.part(g, read)
    dx = dw = None
    if ctx.needs_input_grad[0]:
        dx = _as(x.dtype, conv(h, w.conj().resolve_conj(), None, options))
    if ctx.needs_input_grad[1]:
        dw = _as(w.dtype, conv_weight(h, x, w.shape, options).conj())
    return dx, dw, _of_bias(ctx, g, t.batched, t.data_format), None


def _convolution_of(t: TransposedProblem, options: dict[str, Any]) -> tuple[str, tuple[slice, ...]]:
    """Return the options of the convolution that `t` transposes, and the part of `g` that it reads.

    It maps arrays of the result's shape to arrays of the shape of the input of `t`. Outputs that
    `output_padding` adds after the last product are not read: there would be more windows than `x`
    has elements.
    """
    pads, read = [], []
    for n, s, e, lo, m in zip(t.spatial, t.stride, t.extent, t.start, t.out, strict=True):
        behind = (n - 1) * s + e - lo - m
        pads.append((lo, max(behind, 0)))
        read.append(slice(0, m + min(behind, 0)))
    others = {name: options[name] for name in options if name != "output_padding"}
    return packed({**others, "padding": pads}), tuple(read)


def _of_bias(ctx: Any, g: torch.Tensor, batched: bool, data_format: str) -> torch.Tensor | None:
    if ctx.bias_dtype is None or not ctx.needs_input_grad[2]:
        return None
    channels = g.ndim - 1 if data_format == "channels_last" else int(batched)
    return _as(ctx.bias_dtype, g.sum([axis for axis in range(g.ndim) if axis != channels]))


def _save_input(ctx: Any, inputs: tuple[Any, ...], output: torch.Tensor) -> None:
    w, g, _, ctx.options = inputs
    ctx.save_for_backward(w, g)


def _of_conv_input(ctx: Any, h: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    w, g = ctx.saved_tensors
    options = changed(ctx.options, without_constant)
    dw = dg = None
    if ctx.needs_input_grad[0]:
        dw = _as(w.dtype, conv_weight(h, g, w.shape, options))
    if ctx.needs_input_grad[1]:
        dg = _as(g.dtype, conv(h, w, None, options))
    return dw, dg, None, None


def _save_weight(ctx: Any, inputs: tuple[Any, ...], output: torch.Tensor) -> None:
    x, g, _, ctx.options = inputs
    ctx.save_for_backward(x, g)


def _of_conv_weight(ctx: Any, v: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    x, g = ctx.saved_tensors
    dx = dg = None
    if ctx.needs_input_grad[0]:
        dx = _as(x.dtype, conv_input(v, g, x.shape, ctx.options))
    if ctx.needs_input_grad[1]:
        dg = _as(g.dtype, conv(x, v, None, ctx.options))
    return dx, dg, None, None


def _as(dtype: torch.dtype, gradient: torch.Tensor) -> torch.Tensor:
    """Return a gradient in the dtype of its tensor; a real one has no imaginary part."""
    if gradient.is_complex() and not dtype.is_complex:
        gradient = gradient.real
    return gradient.to(dtype)


conv.register_autograd(_of_conv, setup_context=_save_call)
conv_transpose.register_autograd(_of_conv_transpose, setup_context=_save_call)
conv_input.register_autograd(_of_conv_input, setup_context=_save_input)
conv_weight.register_autograd(_of_conv_weight, setup_context=_save_weight)
