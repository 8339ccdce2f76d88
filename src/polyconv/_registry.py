"""Who there is: polyconv's own backends, and those that other packages bring.

Packages bring them through the entry-point group ``polyconv.backends``. An entry point names a
backend, or a class of one that takes no arguments. It is loaded when it is first needed, which is
when auto first chooses, when a name is asked for that is none of ours, or when all are listed. One
that breaks its promises is reported by name, once, and left out; it never fails another's call.

Adapters to other libraries (`polyconv.backends.ADAPTERS`) are listed where the library is
installed, and auto passes them over unless `set_backend` says otherwise.
"""

import re
import warnings
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from threading import RLock
from typing import Any

from polyconv.backends import ADAPTERS, BACKENDS

from ._arguments import listed
from ._backend import Backend
from ._guard import Guarded, left_out

__all__ = [
    "GROUP",
    "adapter_names",
    "all_backends",
    "backend_named",
    "backends",
    "candidates_of_auto",
]

GROUP = "polyconv.backends"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PARTS = ("unsupported", "cost", "error_bound", "prepare")

_lock = RLock()
_adapters: tuple[Guarded, ...] | None = None
_foreign: tuple[Guarded, ...] | None = None
_loading = False
# Entry points that gave no backend, and why.
_rejected: dict[str, str] = {}


def backends() -> tuple[str, ...]:
    """Names of the backends, in the order by which ties are broken.

    polyconv's own, then those that other packages bring, then adapters to libraries that are
    installed, and the reference last.

    Examples
    --------
    >>> import polyconv
    >>> polyconv.backends()[0], polyconv.backends()[-1]
    ('direct', 'naive')
    """
    return tuple(backend.name for backend in all_backends())


def all_backends() -> tuple[Backend, ...]:
    """Every backend that can be named, in the order of `backends`."""
    return (*BACKENDS[:-1], *_brought(), *_installed_adapters(), *BACKENDS[-1:])


def candidates_of_auto(also: Iterable[str] = ()) -> tuple[Backend, ...]:
    """The backends among which auto chooses: all but the adapters that `also` does not name."""
    adapters = [adapter for adapter in _installed_adapters() if adapter.name in also]
    return (*BACKENDS[:-1], *_brought(), *adapters, *BACKENDS[-1:])


def adapter_names() -> tuple[str, ...]:
    """Names of the adapters whose libraries are installed."""
    return tuple(adapter.name for adapter in _installed_adapters())


def backend_named(name: Any) -> Backend:
    """The backend called `name`."""
    for backend in BACKENDS:  # without a look at what other packages bring
        if backend.name == name:
            return backend
    for backend in all_backends():
        if backend.name == name:
            return backend
    error = ValueError if isinstance(name, str) else TypeError
    raise error(f"backend={name!r}; allowed: {listed(('auto', *backends()))}{_absence(name)}")


def _absence(name: Any) -> str:
    """Why a name that one might expect is not there."""
    if not isinstance(name, str):
        return ""
    if any(adapter.name == name for adapter in ADAPTERS):
        return f" ({name} is not installed)"
    return f" ({name} is left out: {_rejected[name]})" if name in _rejected else ""


def _installed_adapters() -> tuple[Guarded, ...]:
    global _adapters
    if _adapters is None:
        _adapters = tuple(
            Guarded(adapter, f"the library {adapter.library}")
            for adapter in ADAPTERS
            if _is_installed(adapter.library)
        )
    return _adapters


def _is_installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ValueError:  # someone put a module into its place by hand
        return True


def _brought() -> tuple[Guarded, ...]:
    """The backends that other packages bring, loaded once, in the order of their names."""
    global _foreign, _loading
    if _foreign is not None:
        return _foreign
    complaints: list[str] = []
    with _lock:
        if _loading:
            return ()  # to an entry point that, while it is loaded, asks which backends there are
        if _foreign is None:
            _loading = True
            try:
                points = sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value))
                _foreign = _loaded(points, complaints)
            finally:
                _loading = False
    for complaint in complaints:
        warnings.warn(complaint, RuntimeWarning, stacklevel=2)
    return _foreign


def _loaded(points: Iterable[EntryPoint], complaints: list[str]) -> tuple[Guarded, ...]:
    taken = {backend.name for backend in (*BACKENDS, *ADAPTERS)} | {"auto"}
    good: list[Guarded] = []
    # The same package found twice on the path shows the same entry point twice.
    for point in {(p.name, p.value): p for p in points}.values():
        package = f"the package {point.dist.name}" if point.dist else f"the module {point.module}"
        try:
            backend = _backend_of(point.load(), taken)
        except (Exception, SystemExit) as error:  # whatever a stranger's module may raise
            why = str(error) if isinstance(error, _Refused) else f"{type(error).__name__}: {error}"
            _rejected[point.name] = why
            complaints.append(left_out(point.name, package, why))
            continue
        taken.add(backend.name)
        good.append(Guarded(backend, package))
    return tuple(good)


class _Refused(Exception):
    """What an entry point names is no backend."""


def _backend_of(found: Any, taken: set[str]) -> Backend:
    backend: Any = found() if isinstance(found, type) else found
    name = getattr(backend, "name", None)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _Refused(f"its name is {name!r}; allowed: lower-case letters, digits and _")
    if name in taken:
        raise _Refused(f"the name {name!r} is taken")
    if not isinstance(getattr(backend, "dot_product", None), bool):
        raise _Refused("it has no attribute dot_product that is True or False")
    missing = [part for part in _PARTS if not callable(getattr(backend, part, None))]
    if missing:
        raise _Refused(f"it has no method {', '.join(missing)}; polyconv.Backend says which")
    return backend  # type: ignore[no-any-return]
