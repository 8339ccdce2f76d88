"""The functions `conv` and `conv_transpose` for tensors."""

from typing import Any, Unpack

import torch

from polyconv._arguments import TransposedOptions
from polyconv._call_options import CallOptions, packed

from . import _gradients
from ._tensors import checked

__all__ = ["conv", "conv_transpose"]


class TransposedCallOptions(TransposedOptions, total=False):
    """The keyword arguments of `polyconv.conv_transpose` but for `out`."""

    backend: str


_OF_CONV = tuple(sorted(CallOptions.__optional_keys__))
_OF_CONV_TRANSPOSE = tuple(sorted(TransposedCallOptions.__optional_keys__))


def conv(
    x: torch.Tensor,
    w: torch.Tensor,
    bias: torch.Tensor | None = None,
    **options: Unpack[CallOptions],
) -> torch.Tensor:
    """Convolve a tensor with filters: `polyconv.conv` for torch, with gradients of any order.

    Parameters
    ----------
    x : Tensor, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input, on the CPU. With ``data_format="channels_last"``: ``(N, *spatial, C)`` or
        ``(*spatial, C)``. The memory format `torch.channels_last` is another matter: it is kept.
    w : Tensor, shape ``(K, C // groups, *kernel)``
        Filters.
    bias : Tensor, shape ``(K,)``, optional
        Added to each output channel.
    **options
        All other keyword arguments of `polyconv.conv` but for `out`, with the same meaning. `dtype`
        may be a dtype of torch. `backend` and `dtype` are those of the result; gradients are
        computed by the fastest backend, in the dtypes of their tensors.

    Returns
    -------
    Tensor
        The convolution.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute this problem; the text says why.

    Notes
    -----
    `torch.compile` takes sizes as constants: it compiles again for another size.

    Examples
    --------
    >>> import torch
    >>> from polyconv.torch import conv
    >>> w = torch.tensor([[[1.0, -1.0]]], requires_grad=True)
    >>> y = conv(torch.tensor([[1.0, 4.0, 9.0]]), w)
    >>> y.tolist()
    [[-3.0, -5.0]]
    >>> y.sum().backward()
    >>> w.grad.tolist()
    [[[5.0, 13.0]]]
    """
    given = _checked(x, w, bias, options, _OF_CONV)
    return _gradients.conv(x, w, bias, packed(given))


def conv_transpose(
    x: torch.Tensor,
    w: torch.Tensor,
    bias: torch.Tensor | None = None,
    **options: Unpack[TransposedCallOptions],
) -> torch.Tensor:
    """Convolve a tensor transposed: `polyconv.conv_transpose` for torch, with gradients.

    Parameters
    ----------
    x : Tensor, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input, on the CPU.
    w : Tensor, shape ``(C, K // groups, *kernel)``
        Weights.
    bias : Tensor, shape ``(K,)``, optional
        Added to each output channel.
    **options
        All other keyword arguments of `polyconv.conv_transpose` but for `out`; `dtype` and
        `backend` as in `conv`.

    Returns
    -------
    Tensor
        The transposed convolution.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute one of the phases; the text says why.

    Examples
    --------
    >>> import torch
    >>> from polyconv.torch import conv_transpose
    >>> conv_transpose(torch.tensor([[1, 2, 3]]), torch.tensor([[[1, 10]]]), stride=2).tolist()
    [[1, 10, 2, 20, 3, 30]]
    """
    given = _checked(x, w, bias, options, _OF_CONV_TRANSPOSE)
    return _gradients.conv_transpose(x, w, bias, packed(given))


def _checked(x: Any, w: Any, bias: Any, options: Any, allowed: tuple[str, ...]) -> dict[str, Any]:
    """Check tensors and names of options, and return the options with the dtype by its name."""
    tensors = {"x": x, "w": w} if bias is None else {"x": x, "w": w, "bias": bias}
    for name, tensor in tensors.items():
        checked(name, tensor)
    for name in options:
        if name not in allowed:
            raise TypeError(f"{name} is not an option of this call; allowed: {', '.join(allowed)}")
    given = dict(options)
    if isinstance(given.get("dtype"), torch.dtype):
        given["dtype"] = str(given["dtype"]).removeprefix("torch.")
    return given
