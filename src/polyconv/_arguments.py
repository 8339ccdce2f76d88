"""Reading single arguments: each function returns a checked value or says what is wrong.

Every error names the argument, its value and what is allowed.
"""

import math
import operator
import sys
from collections.abc import Sequence
from typing import Any, SupportsIndex, TypedDict

import numpy as np
from numpy.typing import DTypeLike

Ints = SupportsIndex | Sequence[SupportsIndex]
PaddingLike = str | SupportsIndex | Sequence[SupportsIndex] | Sequence[Sequence[SupportsIndex]]


class SharedOptions(TypedDict, total=False):
    """The keyword arguments of `conv` that `conv_transpose` has, too."""

    stride: Ints
    padding: PaddingLike
    dilation: Ints
    groups: SupportsIndex
    flip: bool
    data_format: str
    dtype: DTypeLike | None
    rtol: float | None
    workspace_limit: SupportsIndex | None
    workers: SupportsIndex | None


class ProblemOptions(SharedOptions, total=False):
    """The keyword arguments of `conv` that say which convolution is meant."""

    padding_mode: str
    padding_value: complex


class TransposedOptions(SharedOptions, total=False):
    """The keyword arguments of `conv_transpose` that say which one is meant."""

    output_padding: Ints


def integer(name: str, value: Any, min_value: int) -> int:
    """Return `value` as an int of at least `min_value`; accept ``__index__``, but no bool."""
    if type(value) is int and min_value <= value <= sys.maxsize:
        return value
    if isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name}={value!r} must be an integer, not a bool")
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{name}={value!r} must be an integer of at least {min_value}") from None
    if not min_value <= number <= sys.maxsize:
        raise ValueError(f"{name}={value!r} must be at least {min_value} and at most {sys.maxsize}")
    return number


def sizes(name: str, shape: Sequence[SupportsIndex]) -> tuple[int, ...]:
    """Return the shape of the argument called `name` as a tuple of ints."""
    if isinstance(shape, str):
        raise TypeError(f"the shape of {name} must be a sequence of integers, got {shape!r}")
    try:
        entries: tuple[Any, ...] = tuple(shape)
    except TypeError:
        raise TypeError(
            f"the shape of {name} must be a sequence of integers, got {shape!r}"
        ) from None
    if set(map(type, entries)) == {int} and min(entries) >= 0 and max(entries) <= sys.maxsize:
        return entries
    return tuple(integer(f"axis {axis} of {name}", size, 0) for axis, size in enumerate(entries))


def is_sequence(value: Any) -> bool:
    """Return True for tuples, lists and arrays of at least one axis."""
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def per_axis(name: str, value: Any, rank: int) -> tuple[int, ...]:
    """Return `rank` positive integers from one integer or one for each spatial axis."""
    if not is_sequence(value):
        if isinstance(value, (str, bytes, float, complex)) or value is None:
            raise TypeError(f"{name}={value!r} must be a positive integer or one for each axis")
        return (integer(name, value, 1),) * rank
    if len(value) != rank:
        raise ValueError(
            f"{name}={value!r} has {len(value)} entries; allowed: one integer, or {rank} "
            "(one for each spatial axis)"
        )
    return tuple(integer(name, v, 1) for v in value)


def one_of(
    name: str, value: Any, allowed: tuple[str, ...], aliases: dict[str, str] | None = None
) -> str:
    """Return `value` if it is one of the `allowed` names, or the name of which it is an alias."""
    aliases = aliases or {}
    if isinstance(value, str) and (value in allowed or value in aliases):
        return aliases.get(value, value)
    error = ValueError if isinstance(value, str) else TypeError
    raise error(f"{name}={value!r}; allowed: {listed((*allowed, *aliases))}")


def listed(names: Sequence[str]) -> str:
    """Return the names as error messages show them."""
    return ", ".join(map(repr, names))


def is_transposed(transpose: Any, output_padding: Any) -> bool:
    """Return `transpose`, after checking it, and that `output_padding` has a meaning."""
    if not isinstance(transpose, (bool, np.bool_)):
        raise TypeError(f"transpose={transpose!r} must be True or False")
    if not transpose and (type(output_padding) is not int or output_padding != 0):
        raise ValueError(
            f"output_padding={output_padding!r} has no meaning without transpose=True; allowed: 0"
        )
    return bool(transpose)


def budget(rtol: Any) -> float:
    """Return `rtol` as a finite number of at least 0."""
    if isinstance(rtol, (bool, np.bool_, str, bytes)):
        raise TypeError(f"rtol={rtol!r} must be a number of at least 0")
    try:
        number = float(rtol)
    except (TypeError, ValueError):
        raise TypeError(f"rtol={rtol!r} must be a number of at least 0") from None
    if not 0 <= number < math.inf:
        raise ValueError(f"rtol={rtol!r} must be a finite number of at least 0")
    return number
