"""Find the `Problem` of a call: among those checked before, by shapes, dtypes and options.

`_request` checks the others. A repeated call costs one look-up, and a call that differs from an
earlier one in the size of `x` alone has only its sizes checked.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._arguments import ProblemOptions
from ._cache_key import type_code, with_tuples
from ._dtypes import requested_dtype
from ._machine import default_workers
from ._padding import normalised_pads
from ._problem import Problem
from ._request import make_problem

__all__ = ["PADDING", "cached_problem", "in_order", "problem_of", "problem_of_call"]

# Parameters of `make_problem` after shapes and dtypes, in their order, and the places of two.
_DEFAULTS: dict[str, Any] = {
    "stride": 1,
    "padding": 0,
    "dilation": 1,
    "groups": 1,
    "padding_mode": "zeros",
    "padding_value": 0,
    "flip": False,
    "data_format": "channels_first",
    "dtype": None,
    "rtol": None,
    "workspace_limit": None,
    "workers": None,
}
PADDING, _PADDING_VALUE = map(list(_DEFAULTS).index, ("padding", "padding_value"))


def in_order(options: dict[str, Any]) -> tuple[Any, ...] | None:
    """Return all options of `make_problem` in their order; None if one is no option of it."""
    if not options.keys() <= _DEFAULTS.keys():
        return None
    return tuple((_DEFAULTS | options).values())


def problem_of_call(
    x: NDArray[Any], w: NDArray[Any], values: tuple[Any, ...], names: tuple[str, ...] | None
) -> tuple[Problem, tuple[Any, ...]] | None:
    """Return the problem of a plain call, and its options in their order; None if one is unknown.

    The parameters are those of `plain_call`.
    """
    options = values if names is None else in_order(dict(zip(names, values, strict=True)))
    if options is None:
        return None
    return cached_problem(x.shape, x.dtype, w.shape, w.dtype, options), options


def cached_problem(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any],
    options: tuple[Any, ...],
) -> Problem:
    """Return `make_problem` of the options in their order, cached where they have a key."""
    code, key = type_code(options), options
    if not code and not isinstance(options[_PADDING_VALUE], list):  # which an error quotes
        key = with_tuples(options)
        code = type_code(key)
    if code:
        # The default is a part of the key unless the call sets its workers.
        workers = 0 if key[-1] else default_workers()
        return _cached(x_shape, x_dtype, w_shape, w_dtype, key, code, workers)
    return make_problem(x_shape, x_dtype, w_shape, w_dtype, *options)


@lru_cache(maxsize=4096)
def _cached(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any],
    options: tuple[Any, ...],
    type_code: int,
    _default_workers: int,
) -> Problem:
    family = _family(len(x_shape), x_dtype, w_shape, w_dtype, options, type_code)
    problem = _resized(family[0], x_shape, options) if family else None
    if problem is None:
        problem = make_problem(x_shape, x_dtype, w_shape, w_dtype, *options)
        family[:] = [problem]
    return problem


@lru_cache(maxsize=256)
def _family(*_key: Any) -> list[Problem]:
    """Return the list for one problem of a family: those that differ in the size of `x` alone."""
    return []


def _resized(like: Problem, x_shape: tuple[int, ...], options: tuple[Any, ...]) -> Problem | None:
    """Return the problem that differs from `like` in the size of `x`, or None to check it all.

    A program whose sizes vary has checked its options once; only sizes are checked here.
    """
    batch, image = (x_shape[0], x_shape[1:]) if like.batched else (1, x_shape)
    if like.data_format == "channels_last":
        spatial, channels = image[:-1], image[-1]
    else:
        channels, spatial = image[0], image[1:]
    if channels != like.in_channels or min(x_shape) < 1:
        return None
    padding, pads = options[PADDING], like.pads
    if isinstance(padding, str):
        pads = normalised_pads(padding, spatial, like.extent, like.stride)
    for n, (lo, hi), extent in zip(spatial, pads, like.extent, strict=True):
        if extent > n + lo + hi:
            return None
    return like.resized(batch, spatial, pads, options[-1])


def problem_of(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any] | None,
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any] | None,
    options: ProblemOptions,
) -> Problem:
    """Return the problem; a missing dtype is that of the other array, or ``dtype=``."""
    requested = options.get("dtype")
    default = np.dtype(np.float64) if requested is None else requested_dtype(requested)
    if x_dtype is None:
        x_dtype = default if w_dtype is None else w_dtype
    if w_dtype is None:
        w_dtype = x_dtype
    values = tuple((_DEFAULTS | options).values())
    if len(values) > len(_DEFAULTS):  # an unknown option, which raises a TypeError here
        return make_problem(x_shape, x_dtype, w_shape, w_dtype, **options)
    return cached_problem(x_shape, x_dtype, w_shape, w_dtype, values)
