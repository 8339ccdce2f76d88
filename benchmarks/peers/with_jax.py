"""JAX: a compiled ``lax.conv_general_dilated`` on the CPU."""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jaxlib
import numpy as np
from jax import lax
from numpy.typing import NDArray

from .adjoint import AdjointTask
from .task import Task, Variant

__all__ = ["adjoint_builders", "builders", "setup", "versions"]


def setup(workers: int) -> None:
    """Enable 64-bit types; the environment has set the threads before the import."""
    jax.config.update("jax_enable_x64", True)
    jax.config.update("jax_platforms", "cpu")


def versions() -> dict[str, Any]:
    """Return the versions of the package and of its compiler."""
    return {"jax": jax.__version__, "jaxlib": jaxlib.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return two variants: weights as a ``constant`` of the program, or as its ``argument``."""
    return {"constant": lambda: _constant(task), "argument": lambda: _argument(task)}


def _convolution(task: Task) -> Callable[[Any, Any], Any]:
    spatial = "DHW"[-task.rank :]
    layouts = (f"N{spatial}C", f"{spatial}IO") if task.channels_last else (f"NC{spatial}", None)
    image, filters = layouts[0], layouts[1] or f"OI{spatial}"
    return partial(
        lax.conv_general_dilated,
        window_strides=task.stride,
        padding=task.pads,
        rhs_dilation=task.dilation,
        dimension_numbers=(image, filters, image),
        feature_group_count=task.groups,
        preferred_element_type=task.result_dtype,
    )


def _finished(y: Any) -> NDArray[Any]:
    """Wait for the result and return it as a NumPy array, without a copy."""
    return np.asarray(y.block_until_ready())


def _constant(task: Task) -> Variant:
    convolve, w = _convolution(task), task.w
    compiled = jax.jit(lambda x: convolve(x, w))
    x = jax.device_put(task.x)
    return Variant(lambda: _finished(compiled(x)))


def _argument(task: Task) -> Variant:
    compiled = jax.jit(_convolution(task))
    x, w = jax.device_put(task.x), jax.device_put(task.w)
    return Variant(lambda: _finished(compiled(x, w)))


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``compiled``, the transpose that JAX derives from its convolution."""
    return {"compiled": lambda: _adjoint(task)}


def _adjoint(task: AdjointTask) -> Variant:
    convolve, w = _convolution(task), task.w
    if task.operation == "weight_gradient":
        of_w = jax.ShapeDtypeStruct(w.shape, w.dtype)
        compiled = jax.jit(
            lambda x, g: jax.linear_transpose(lambda filters: convolve(x, filters), of_w)(g)[0]
        )
        x, g = jax.device_put(task.x), jax.device_put(task.source)
        return Variant(lambda: _finished(compiled(x, g)))
    shape = task.x.shape
    if task.operation == "transpose":
        n, channels, *image = task.as_transposed().result_shape
        shape = (n, *image, channels) if task.channels_last else (n, channels, *image)
    of_x = jax.ShapeDtypeStruct(shape, task.dtype)
    compiled = jax.jit(lambda g: jax.linear_transpose(lambda x: convolve(x, w), of_x)(g)[0])
    source = jax.device_put(task.source)
    return Variant(lambda: _finished(compiled(source)))
