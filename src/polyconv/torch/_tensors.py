"""Torch's tensors as NumPy's arrays over the same memory, and back."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

__all__ = ["array_of", "checked", "empty_like", "numpy_dtype", "torch_dtype"]

_DEVICES = ("cpu", "meta")
_DTYPES = {
    getattr(torch, name): np.dtype(name)
    for name in (
        *("bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
}
_LAST = {4: torch.channels_last, 5: torch.channels_last_3d}


def checked(name: str, value: Any) -> torch.Tensor:
    """Return `value` if it is a dense tensor in main memory, of a dtype that polyconv has."""
    if not isinstance(value, torch.Tensor):
        raise TypeError(f"{name} is of type {type(value).__name__}; allowed: a torch.Tensor")
    if value.layout != torch.strided or value.is_nested:
        raise TypeError(
            f"{name} has layout {value.layout}; allowed: torch.strided, {name}.to_dense()"
        )
    if value.device.type not in _DEVICES:
        raise ValueError(f"{name} is on device {str(value.device)!r}; allowed: 'cpu', {name}.cpu()")
    numpy_dtype(name, value.dtype)
    return value


def numpy_dtype(name: str, dtype: torch.dtype) -> np.dtype[Any]:
    """Return NumPy's dtype of the argument called `name`."""
    if dtype in _DTYPES:
        return _DTYPES[dtype]
    if dtype == torch.bfloat16:
        return _bfloat16(name)
    names = (str(known).removeprefix("torch.") for known in (*_DTYPES, torch.bfloat16))
    raise TypeError(f"{name} has dtype {dtype}; allowed: {', '.join(names)}")


def _bfloat16(name: str) -> np.dtype[Any]:
    try:
        import ml_dtypes
    except ImportError:
        raise TypeError(
            f"{name} has dtype torch.bfloat16, which NumPy gets from the package ml_dtypes; "
            "allowed without it: torch.float16, torch.float32 and others"
        ) from None
    dtype: np.dtype[Any] = np.dtype(ml_dtypes.bfloat16)
    return dtype


def torch_dtype(dtype: np.dtype[Any]) -> torch.dtype:
    """Return torch's dtype of the same name."""
    found: torch.dtype = getattr(torch, dtype.name)
    return found


def array_of(tensor: torch.Tensor) -> NDArray[Any]:
    """Return an array over the memory of a tensor on the CPU."""
    plain = tensor.detach().resolve_conj().resolve_neg()
    if plain.dtype == torch.bfloat16:
        array: NDArray[Any] = plain.view(torch.uint16).numpy()
        return array.view(_bfloat16("tensor"))
    array = plain.numpy()
    return array


def empty_like(like: torch.Tensor, shape: tuple[int, ...], dtype: np.dtype[Any]) -> torch.Tensor:
    """Return a new tensor on the device of `like`: contiguous, or in its channels_last format."""
    last = _LAST.get(like.ndim)
    layout = torch.contiguous_format
    if last is not None and like.ndim == len(shape) and not like.is_contiguous():
        layout = last if like.is_contiguous(memory_format=last) else layout
    return torch.empty(shape, dtype=torch_dtype(dtype), device=like.device, memory_format=layout)
