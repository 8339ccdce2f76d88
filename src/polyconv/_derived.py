"""Attributes of immutable objects that are computed when first read, then kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["derived"]

_T = TypeVar("_T")


class derived(Generic[_T]):
    """An attribute that is computed at the first access and then kept.

    `functools.cached_property` takes a lock before Python 3.12, which costs more than computing
    most of these attributes.
    """

    def __init__(self, compute: Callable[[Any], _T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__
        self._name = compute.__name__

    def __get__(self, instance: Any, owner: object) -> _T:
        """Compute the value; from then on, the instance's own attribute hides this method."""
        if instance is None:
            return self  # type: ignore[return-value]
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
