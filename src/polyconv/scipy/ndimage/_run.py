"""From a filter's arguments to its result: cached plans, checked arrays, complex numbers in parts.

A *description* is a function of an input's shape and of a filter's own arguments. It checks them
and returns the sums along axes that define the filter. These are planned once for each shape, dtype
and set of arguments: a call of a planned filter takes a few microseconds more than its sums.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._arrays import new_result

from ._arguments import (
    as_input,
    new_output,
    output_dtype,
    pad_mode,
    real_cval,
    real_dtype,
    require_complex,
    require_fit,
    require_origin,
)
from ._arithmetic import Arithmetic
from ._passes import Sum
from ._stages import AxisSum, Stages, axis_stages
from ._tuning import TUNING

__all__ = ["PLANS", "along", "by_axes", "by_parts", "result_of"]

# Maximum number of plans that are kept, and of weights of such a plan. Its key holds the weights.
PLANS = 256
_MAX_KEPT_WEIGHTS = 4096


class _NotKept(Exception):
    """A plan with many weights: raised through the cache, which keeps no exceptions."""

    def __init__(self, plan: Stages) -> None:
        self.plan = plan


Describe = Callable[..., list[AxisSum]]


def by_axes(
    describe: Describe,
    arguments: tuple[Any, ...],
    x: Any,
    output: Any,
    cval: Any,
    *,
    workers: Any,
    precision: str | None,
    promotes: bool = False,
) -> NDArray[Any]:
    """Return the result of a filter that is defined axis by axis.

    Parameters
    ----------
    describe : callable
        Takes a shape and `arguments`; returns the sums.
    x, output, cval, workers, precision
        The caller's arguments.
    promotes : bool
        True if `output` may be a real dtype where the input is complex, as in some of SciPy's
        functions: it is promoted with a warning.
    """
    x = as_input(x)
    if x.dtype.kind != "c":
        dtype = output_dtype(output, x)
        if dtype.kind == "c" and not describe(x.shape, *arguments):
            return _copied(x, output, dtype)
        dtype = real_dtype(dtype)
        constant = cval if type(cval) is float else real_cval(cval)
        arithmetic = Arithmetic.of(x.dtype, dtype, constant, precision, workers)
        plan = _planned(describe, arguments, x, arithmetic)
        return result_of(plan, x, output, dtype, workers)
    dtype = output_dtype(output, x, is_complex=promotes)
    if dtype.kind != "c" and not describe(x.shape, *arguments):
        return _copied(x, output, dtype)
    require_complex(dtype)
    part = real_dtype(np.dtype(dtype.char.lower()))
    parts = []
    for view, constant in ((x.real, np.real(cval)), (x.imag, np.imag(cval))):
        arithmetic = Arithmetic.of(view.dtype, part, real_cval(constant), precision, workers)
        plan = _planned(describe, arguments, view, arithmetic)
        parts.append(result_of(plan, view, None, part, workers))
    out = new_output(output, parts[0].shape, dtype)
    out.real, out.imag = parts
    return out


def by_parts(
    run: Callable[[NDArray[Any], NDArray[Any], Any, Any], NDArray[Any]],
    x: NDArray[Any],
    w: NDArray[Any],
    output: Any,
    cval: Any,
) -> NDArray[Any]:
    """Return the result of a filter with complex input or weights, from those of real ones.

    Parameters
    ----------
    run : callable
        Filters a real input with real weights, into an output of a dtype, with a real constant.
    x, w, output, cval
        The arrays and the caller's arguments; weights are not conjugated here.
    """
    dtype = output_dtype(output, x, is_complex=True)
    part = np.dtype(dtype.char.lower())
    if x.dtype.kind != "c":
        if np.iscomplexobj(cval):
            raise ValueError(
                f"cval={cval!r}; Cannot provide a complex-valued cval when the input is real."
            )
        real, imag = run(x, w.real, part, cval), run(x, w.imag, part, cval)
    elif w.dtype.kind != "c":
        real = run(x.real, w, part, np.real(cval))
        imag = run(x.imag, w, part, np.imag(cval))
    else:
        real = run(x.real, w.real, part, np.real(cval))
        # SciPy stores the second term of each in the dtype of the input.
        real -= run(x.imag, w.imag, None, np.imag(cval))
        imag = run(x.real, w.imag, part, np.real(cval))
        imag += run(x.imag, w.real, None, np.imag(cval))
    out = new_output(output, real.shape, dtype)
    out.real, out.imag = real, imag
    return out


def _copied(x: NDArray[Any], output: Any, dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return the input itself as the result: SciPy allows any dtype where nothing is summed."""
    out = new_output(output, x.shape, dtype)
    out[...] = x
    return out


def along(shape: tuple[int, ...], axis: int, mode: Any, origin: Any, summed: Sum) -> AxisSum:
    """Return sums along an axis, after checking `origin` and that the window fits."""
    pads, size = pad_mode(mode), int(summed.weights.size)
    origin = require_origin(origin, size, pads)
    require_fit(shape[axis], size, pads, axis)
    return AxisSum(axis, size // 2 + origin, pads, summed)


def result_of(
    plan: Stages, x: NDArray[Any], output: Any, dtype: np.dtype[Any], workers: Any
) -> NDArray[Any]:
    """Run a plan on an input; `output` is the caller's argument, and `dtype` what it asks for."""
    if output is None:
        out = new_result(plan.out_shape, dtype)
        plan(x, out, workers)
        return out
    out = new_output(output, plan.out_shape, dtype)
    plain = out.dtype == plan.dtype and out.flags.aligned
    if plain and not np.may_share_memory(out, x):
        plan(x, out, workers)
    else:
        apart = new_result(plan.out_shape, plan.dtype)
        plan(x, apart, workers)
        out[...] = apart
    return out


def _planned(
    describe: Describe,
    arguments: tuple[Any, ...],
    x: NDArray[Any],
    arithmetic: Arithmetic,
) -> Stages:
    types: tuple[Any, ...] = ()
    for argument in arguments:
        if type(argument) in (list, tuple):
            types = tuple(_frozen_types(each) for each in arguments)
            arguments = tuple(tuple(a) if type(a) is list else a for a in arguments)
            break
    key = (describe, x.shape, x.strides, arithmetic, types, TUNING.values, *arguments)
    try:
        return _cached(*key)
    except _NotKept as not_kept:
        return not_kept.plan
    except TypeError as error:
        if "unhashable" not in str(error):
            raise
        return _plan(*key)[0]


def _frozen_types(argument: Any) -> tuple[Any, ...]:
    """Return the types of a sequence's elements: as a key, 2.0 equals 2, but it is no radius."""
    return tuple(map(type, argument)) if type(argument) in (list, tuple) else ()


def _plan(
    describe: Describe,
    shape: tuple[int, ...],
    strides: tuple[int, ...],
    arithmetic: Arithmetic,
    _types: tuple[Any, ...],
    _settings: tuple[Any, ...],
    *arguments: Any,
) -> tuple[Stages, int]:
    """Return the prepared sums, and how many weights they have."""
    sums = describe(shape, *arguments)
    stages = axis_stages(shape, strides, sums, arithmetic)
    return stages, sum(each.size for each in sums)


@lru_cache(maxsize=PLANS, typed=True)
def _cached(*key: Any) -> Stages:
    stages, weights = _plan(*key)
    if weights > _MAX_KEPT_WEIGHTS:
        raise _NotKept(stages)
    return stages
