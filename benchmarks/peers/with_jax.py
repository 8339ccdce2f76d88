"""JAX: a compiled ``lax.conv_general_dilated`` on the CPU."""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jaxlib
import numpy as np
from jax import lax
from numpy.typing import NDArray

from .task import Task, Variant

__all__ = ["builders", "setup", "versions"]


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
