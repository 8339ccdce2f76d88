"""JAX as a backend: a program compiled by XLA for each problem, on its CPU device."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import usable_cpus
from polyconv._problem import Problem

from .library import Library, LibraryConvolution, RealProblem

__all__ = ["WithJax"]


class WithJax(Library):
    """JAX: floats, complex numbers and integers, compiled when weights are prepared.

    Notes
    -----
    On CPUs XLA sums the definition's products in an order of its own; the bound is that of one
    chain. But XLA flushes subnormal numbers to zero: inputs, products and sums.

    JAX may hold the input of a call, or polyconv's copy of it, until a later call.
    """

    name = "jax"
    library = "jax"

    def unsupported(self, p: Problem) -> str | None:
        """Refuse workspace limits, and fewer workers than CPUs: XLA cannot limit its threads."""
        if p.workers < usable_cpus() and p.workspace_limit is None:
            return f"workers {p.workers}; jax computes on all {usable_cpus()} CPUs"
        return super().unsupported(p)

    def pads(self, pads: tuple[tuple[int, int], ...]) -> bool:
        """Return True: XLA takes any padding."""
        return True

    def convolution(self, p: RealProblem, w: NDArray[Any]) -> LibraryConvolution:
        """``lax.conv_general_dilated``, with weights and bias as arguments of the program."""
        import jax

        program = _compiled(p)
        with jax.enable_x64(True):
            weights = jax.device_put(w, jax.devices("cpu")[0])
        none = np.zeros(p.w_shape[0], p.dtype)

        def convolve(x: NDArray[Any], bias: NDArray[Any] | None, workers: int) -> NDArray[Any]:
            with jax.enable_x64(True):
                return np.asarray(program(x, weights, none if bias is None else bias))

        return convolve


@lru_cache(maxsize=256)
def _compiled(p: RealProblem) -> Any:
    """Return the compiled program of a problem; compiling takes tens of milliseconds."""
    import jax
    from jax import lax

    letters = "DHW"[-len(p.stride) :]

    def program(x: Any, w: Any, bias: Any) -> Any:
        y = lax.conv_general_dilated(
            x,
            w,
            window_strides=p.stride,
            padding=p.pads,
            rhs_dilation=p.dilation,
            dimension_numbers=(f"NC{letters}", f"OI{letters}", f"NC{letters}"),
            feature_group_count=p.groups,
            precision=lax.Precision.HIGHEST,
        )
        return y + bias.reshape(-1, *(1,) * len(p.stride))

    place = jax.sharding.SingleDeviceSharding(jax.devices("cpu")[0])
    with jax.enable_x64(True):
        shapes = [
            jax.ShapeDtypeStruct(shape, p.dtype, sharding=place)
            for shape in (p.x_shape, p.w_shape, p.w_shape[:1])
        ]
        return jax.jit(program).lower(*shapes).compile()
