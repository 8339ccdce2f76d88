"""Swapping functions of another library for this package's, for a while and in all modules.

`from scipy.ndimage import convolve` copies a reference into another module, so replacing the
attribute of `scipy.ndimage` is not enough: every loaded module is searched. What is put there is a
wrapper that only this module makes. Modules that are loaded meanwhile copy the wrapper and are
found by it at the end, while those that import polyconv's own functions keep them.
"""

import functools
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any

__all__ = ["Swap"]

_Function = Callable[..., Any]


class Swap:
    """Functions and what replaces them while at least one ``with`` block is open.

    The replacement is seen by all threads, because modules have one namespace. Blocks may be nested
    and may overlap in several threads: the first one puts the replacements in, the last one takes
    them out, also if it ends by an exception.

    Parameters
    ----------
    replacements : mapping of function to function
        The other library's function, and the one to call instead.
    """

    def __init__(self, replacements: Mapping[_Function, _Function]) -> None:
        self._wrappers = {id(old): _wrapper(new) for old, new in replacements.items()}
        self._originals = {id(self._wrappers[id(old)]): old for old in replacements}
        self._lock = threading.Lock()
        self._open = 0

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Keep the replacements in while the ``with`` block runs."""
        self._enter()
        try:
            yield
        finally:
            self._leave()

    def _enter(self) -> None:
        with self._lock:
            self._open += 1
            if self._open == 1:
                _replace(self._wrappers)

    def _leave(self) -> None:
        with self._lock:
            self._open -= 1
            if self._open == 0:
                _replace(self._originals)


def _wrapper(new: _Function) -> _Function:
    """Return a function that calls `new`; nobody else holds it."""

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return new(*args, **kwargs)

    return functools.update_wrapper(wrapper, new)


def _replace(by_id: Mapping[int, _Function]) -> None:
    """Replace functions, which are given by their identities, in the namespaces of all modules."""
    for module in list(sys.modules.values()):
        if not isinstance(module, ModuleType):  # stand-ins, which may run code when asked
            continue
        if module.__name__.startswith("polyconv."):  # doors call the originals where they must
            continue
        # A copy: another thread may be importing the module.
        for name, value in list(vars(module).items()):
            if type(value) is FunctionType and id(value) in by_id:
                setattr(module, name, by_id[id(value)])
