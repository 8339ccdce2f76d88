"""The list of backends: polyconv's own, and those of other packages.

Importing polyconv loads none of them: each of its own loads when it is first needed, because their
planners and extensions take as long to import as NumPy. Until then it is a `Deferred` backend. Auto
passes over it, without loading it, if its constant costs alone exceed the time of another backend.

Other packages register backends in the entry-point group ``polyconv.backends``. An entry point
names a backend, or a class of one that takes no arguments. It is loaded when auto first chooses,
when an unknown name is looked up, or when all backends are listed. An invalid backend is reported
by name, once, and excluded; it never fails a call that did not name it.

Adapters to other libraries (`polyconv.backends.ADAPTERS`) are listed if the library is installed.
Auto chooses them only if `set_backend` allows it.

`refusal` and `ineligible` tell why a backend of the list may not answer a problem.
"""

import os
import re
import sys
import warnings
from collections.abc import Iterable
from importlib.util import find_spec
from threading import RLock
from typing import TYPE_CHECKING, Any

# The package is loaded here, empty, so that no later import puts it in the place of the function
# `polyconv.backends`.
import polyconv.backends  # noqa: F401

from ._arguments import listed
from ._backend import Backend
from ._guard import Guarded, left_out
from ._problem import Problem

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from polyconv.backends import ListedBackend

__all__ = [
    "GROUP",
    "Deferred",
    "adapter_names",
    "all_backends",
    "backend_named",
    "backends",
    "candidates_of_auto",
    "check_backend",
    "ineligible",
    "over_budget",
    "refusal",
]

GROUP = "polyconv.backends"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_METHODS = ("unsupported", "cost", "error_bound", "prepare")

_lock = RLock()
# polyconv's own, in the order of the list; deferred until they are loaded.
_own: "tuple[Backend | Deferred, ...]" = ()
_adapters: tuple[Guarded, ...] | None = None
_third_party: tuple[Guarded, ...] | None = None
_loading = False
# Names of excluded entry points, and the reasons.
_rejected: dict[str, str] = {}


class Deferred:
    """One of polyconv's own backends that is not loaded yet.

    Parameters
    ----------
    entry : ListedBackend
    """

    def __init__(self, entry: "ListedBackend") -> None:
        self.entry, self.name, self.dot_product = entry, entry.name, entry.dot_product

    def load(self) -> Backend:
        """Return the backend."""
        from polyconv.backends import load

        return load(self.entry)

    def refuses(self, problem: Problem) -> bool:
        """Return True if the backend need not be loaded to know that it refuses `problem`."""
        return self.entry.refuses_dense and problem.structure.kind == "dense" and not problem.empty


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
    """Return every backend that can be named, in the order of `backends`."""
    *own, reference = _own_backends()
    return (*own, *_third_party_backends(), *_installed_adapters(), reference)


def candidates_of_auto(also: Iterable[str] = ()) -> tuple[Backend, ...]:
    """Return the backends among which auto chooses: all, but of the adapters only `also`."""
    return tuple(
        [each.load() if isinstance(each, Deferred) else each for each in deferred_candidates(also)]
    )


def deferred_candidates(also: Iterable[str] = ()) -> tuple[Backend | Deferred, ...]:
    """Return `candidates_of_auto` without loading those of polyconv's own that are not loaded."""
    adapters = [each for each in _installed_adapters() if each.name in also] if also else []
    *own, reference = _listed()
    return (*own, *_third_party_backends(), *adapters, reference)


def adapter_names() -> tuple[str, ...]:
    """Return the names of the adapters whose libraries are installed."""
    return tuple(adapter.name for adapter in _installed_adapters())


def backend_named(name: Any) -> Backend:
    """Return the backend called `name`."""
    for backend in _own or _listed():  # without loading other packages
        if backend.name == name:
            return _loaded_own(name) if isinstance(backend, Deferred) else backend
    for backend in all_backends():
        if backend.name == name:
            return backend
    error = ValueError if isinstance(name, str) else TypeError
    raise error(f"backend={name!r}; allowed: {listed(('auto', *backends()))}{_absence(name)}")


def check_backend(backend: Any) -> None:
    """Raise ValueError or TypeError unless `backend` is ``"auto"`` or the name of one."""
    if not (isinstance(backend, str) and backend == "auto"):
        backend_named(backend)


def _absence(name: Any) -> str:
    """Return why a known name is missing from the list, for an error message; else nothing."""
    if not isinstance(name, str):
        return ""
    from polyconv.backends import ADAPTERS

    if any(adapter.name == name for adapter in ADAPTERS):
        return f" ({name} is not installed)"
    return f" ({name} is left out: {_rejected[name]})" if name in _rejected else ""


def _own_backends() -> tuple[Backend, ...]:
    """Return polyconv's own backends, all of them loaded."""
    return tuple([_loaded_own(each.name) for each in _listed()])


def _listed() -> tuple[Backend | Deferred, ...]:
    """Return polyconv's own backends, loaded or not."""
    global _own
    if not _own:
        from polyconv.backends import OWN

        _own = tuple([Deferred(entry) for entry in OWN])
    return _own


def _loaded_own(name: str) -> Backend:
    """Return one of polyconv's own backends, and keep it in the list."""
    global _own
    own = {each.name: each for each in _listed()}
    found = own[name]
    if isinstance(found, Deferred):
        found = own[name] = found.load()
        _own = tuple(own.values())  # `load` finds again what another thread loaded meanwhile
    return found


def _installed_adapters() -> tuple[Guarded, ...]:
    global _adapters
    if _adapters is None:
        from polyconv.backends import ADAPTERS

        _adapters = tuple(
            Guarded(adapter, f"the library {adapter.library}")
            for adapter in ADAPTERS
            if _is_installed(adapter.library)
        )
    return _adapters


def _is_installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ValueError:  # a module without a spec, put into sys.modules by hand
        return True


def _third_party_backends() -> tuple[Guarded, ...]:
    """Return the backends of other packages, loaded once, in the order of their names."""
    global _third_party, _loading
    if _third_party is not None:
        return _third_party
    complaints: list[str] = []
    with _lock:
        if _loading:
            return ()  # an entry point that is being loaded lists the backends
        if _third_party is None:
            _loading = True
            try:
                _third_party = _loaded(_entry_points(), complaints) if _may_have_points() else ()
            finally:
                _loading = False
    for complaint in complaints:
        warnings.warn(complaint, RuntimeWarning, stacklevel=2)
    return _third_party


def _entry_points() -> "list[EntryPoint]":
    """Return the entry points of other packages, in the order of their names."""
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value))


def _may_have_points() -> bool:
    """Return False if no package on the path names the group of entry points.

    Loading `importlib.metadata`, which imports the parser of e-mails, takes 10 ms, a fifth of a
    first call (Zen 4, one core, 2026-11-30, ``python -X importtime``). So the files that it would
    read are searched for the name, unless packages may be found elsewhere than in folders of the
    path.
    """
    own_finders = sum([hasattr(finder, "find_distributions") for finder in sys.meta_path])
    if own_finders != 1 or "importlib.metadata" in sys.modules:
        return True
    for folder in sys.path:
        try:
            names = os.listdir(folder or os.curdir)
        except FileNotFoundError:
            continue
        except OSError:  # an archive
            return True
        if folder.lower().endswith(".egg"):
            return True
        for name in names:
            suffix = os.path.splitext(name)[1].lower()
            if suffix in (".egg", ".egg-link"):
                return True
            if suffix in (".dist-info", ".egg-info"):
                try:
                    with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                        if GROUP.encode() in file.read():
                            return True
                except OSError:  # most packages have none
                    continue
    return False


def _loaded(points: "Iterable[EntryPoint]", complaints: list[str]) -> tuple[Guarded, ...]:
    from polyconv.backends import ADAPTERS

    taken = {backend.name for backend in (*_own_backends(), *ADAPTERS)} | {"auto"}
    good: list[Guarded] = []
    # The same package found twice on the path shows the same entry point twice.
    for point in {(p.name, p.value): p for p in points}.values():
        package = f"the package {point.dist.name}" if point.dist else f"the module {point.module}"
        try:
            backend = _backend_of(point.load(), taken)
        except (Exception, SystemExit) as error:  # importing a module may raise anything
            why = str(error) if isinstance(error, _Refused) else f"{type(error).__name__}: {error}"
            _rejected[point.name] = why
            complaints.append(left_out(point.name, package, why))
            continue
        taken.add(backend.name)
        good.append(Guarded(backend, package))
    return tuple(good)


class _Refused(Exception):
    """An entry point names an object that is not a backend."""


def _backend_of(found: Any, taken: set[str]) -> Backend:
    """Return the backend that an entry point names, checked for its attributes and methods."""
    backend: Any = found() if isinstance(found, type) else found
    name = getattr(backend, "name", None)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _Refused(f"its name is {name!r}; allowed: lower-case letters, digits and _")
    if name in taken:
        raise _Refused(f"the name {name!r} is taken")
    if not isinstance(getattr(backend, "dot_product", None), bool):
        raise _Refused("it has no attribute dot_product that is True or False")
    missing = [name for name in _METHODS if not callable(getattr(backend, name, None))]
    if missing:
        raise _Refused(f"it has no method {', '.join(missing)}; polyconv.Backend lists them all")
    return backend  # type: ignore[no-any-return]


def refusal(backend: Backend, problem: Problem, *, small_values: bool = False) -> str | None:
    """Return why `backend` cannot compute `problem` within its workspace limit, or None.

    With `small_values`, a problem that it computes only for small enough values is not refused.
    """
    reason = backend.unsupported(problem)
    if small_values and reason is not None and backend.supports_small_values(problem):
        reason = None
    if reason is None and problem.workspace_limit is not None:
        workspace = backend.cost(problem).workspace
        if workspace > problem.workspace_limit:
            return f"needs {workspace} bytes; workspace_limit is {problem.workspace_limit}"
    return reason


def ineligible(backend: Backend, problem: Problem) -> str | None:
    """Return why auto may not choose `backend` for `problem`, or None."""
    reason = refusal(backend, problem, small_values=True)
    return reason or over_budget(backend, problem)


def over_budget(backend: Backend, problem: Problem) -> str | None:
    """Return why the error of `backend` may exceed the budget ``rtol``, or None."""
    if backend.dot_product:
        return None
    bound = backend.error_bound(problem)
    if bound <= problem.rtol:
        return None
    return f"error bound {bound:.1e} exceeds rtol {problem.rtol:.1e}"
