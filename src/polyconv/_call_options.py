"""The options of a call as text, in which the doors to automatic differentiation carry them.

Frameworks take every argument that is no array as a constant: hashable for JAX, of a plain type for
torch's graphs. A text is both. It is read again where the array functions are called.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from ._arguments import ProblemOptions
from ._dtypes import requested_dtype
from ._problem import Problem
from ._problem_cache import problem_of
from ._registry import check_backend

__all__ = [
    "CallOptions",
    "changed",
    "checked_problem",
    "of_gradients",
    "packed",
    "unpacked",
    "without_constant",
]


class CallOptions(ProblemOptions, total=False):
    """The keyword arguments of `polyconv.conv` but for `out`, which cannot be differentiated."""

    backend: str


def checked_problem(
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    w_shape: tuple[int, ...],
    w_dtype: np.dtype[Any],
    options: Mapping[str, Any],
) -> Problem:
    """Return the problem of a call, after checking all of its options."""
    given: Any = dict(options)
    check_backend(given.pop("backend", "auto"))
    return problem_of(x_shape, x_dtype, w_shape, w_dtype, given)


def packed(options: Mapping[str, Any]) -> str:
    """Return options as a text: a dictionary of literals.

    A constant of padding may be NaN or infinite, which are no literals, so it is a text itself.
    torch.compile traces this function.

    Raises
    ------
    ValueError, TypeError
        If an option has no literal; the text names it, its value and what is allowed.
    """
    plain = {name: _plain(name, options[name]) for name in sorted(options)}
    if "padding_value" in plain:
        value = plain["padding_value"]
        if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
            raise TypeError(f"padding_value={value!r} must be one number")
        plain["padding_value"] = str(value)
    return repr(plain)


def unpacked(text: str) -> dict[str, Any]:
    """Return the options that `packed` made a text of."""
    return dict(_read(text))


@lru_cache(maxsize=4096)
def _read(text: str) -> dict[str, Any]:
    options: dict[str, Any] = ast.literal_eval(text)
    if "padding_value" in options:
        options["padding_value"] = _number(options["padding_value"])
    return options


@lru_cache(maxsize=4096)
def changed(text: str, change: Callable[[Mapping[str, Any]], dict[str, Any]]) -> str:
    """Return the text of ``change(options)``."""
    return packed(change(_read(text)))


def of_gradients(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of gradients: the backend and the dtype are those of the result alone."""
    return {name: options[name] for name in options if name not in ("backend", "dtype")}


def without_constant(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with which a call is linear in `x`: padding by a constant is by zeros."""
    if options.get("padding_mode") != "constant":
        return dict(options)
    return {name: options[name] for name in options if not name.startswith("padding_")}


def _plain(name: str, value: Any) -> Any:
    """Return an option as a literal."""
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    if isinstance(value, (tuple, list)):
        return tuple([_plain(name, each) for each in value])
    if isinstance(value, float) and name != "padding_value" and not math.isfinite(value):
        raise ValueError(f"{name}={value!r}; allowed: finite numbers")
    if value is None or isinstance(value, (str, int, float, complex)):
        return value
    if name == "dtype":
        return requested_dtype(value).name
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(
            f"{name}={value!r} is of type {type(value).__name__}; allowed: numbers, names, and "
            "tuples or lists of numbers"
        ) from None


def _number(text: str) -> Any:
    """Return the number that `text` shows, of the first type that reads it."""
    kinds: tuple[Callable[[str], Any], ...] = (int, float)
    for kind in kinds:
        try:
            return kind(text)
        except ValueError:
            continue
    return complex(text)
