"""The backends: one ordered list, the whole of it.

Each has a folder of its own, whose `__init__.py` draws what decides, what packs and what computes,
and imports no other backend. The order breaks ties: of two backends with the same predicted time,
the first is chosen. The last is the specification.

Adapters to other libraries are a list of their own. They are listed where the library is installed
and import it when they first prepare weights. Auto passes them over unless it is told otherwise.

Importing this package loads no backend, `load` loads one, and asking for `BACKENDS` loads them all.
What takes longest to load, SciPy's submodules, waits until a backend first needs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from polyconv._backend import Backend

if TYPE_CHECKING:
    from .adapters import Library

    BACKENDS: tuple[Backend, ...]
    ADAPTERS: tuple[Library, ...]

__all__ = ["ADAPTERS", "BACKENDS", "OWN", "ListedBackend", "load"]


class ListedBackend(NamedTuple):
    """A backend of the list, and what must be known before it is loaded.

    Attributes
    ----------
    name, kind : str
        Its name, which is that of its module, and its class.
    dot_product : bool
        As in `Backend`.
    refuses_dense : bool
        True if it refuses dense filters.
    """

    name: str
    kind: str
    dot_product: bool
    refuses_dense: bool = False


OWN = (
    ListedBackend("direct", "Direct", True),
    ListedBackend("separable", "Separable", False, refuses_dense=True),
    ListedBackend("winograd", "Winograd", False),
    ListedBackend("im2col", "Im2col", True),
    ListedBackend("fft_tiled", "FftTiled", False),
    ListedBackend("fft", "Fft", False),
    ListedBackend("cython", "Cython", True),
    ListedBackend("naive", "Naive", True),
)

_loaded: dict[str, Backend] = {}


def load(entry: ListedBackend) -> Backend:
    """Return a backend of the list, the same one each time."""
    backend = _loaded.get(entry.name)
    if backend is None:
        made = getattr(import_module(f"{__name__}.{entry.name}"), entry.kind)()
        # Two threads may make one at once; the first to finish sets it for both.
        backend = _loaded.setdefault(entry.name, made)
    return backend


def _backends() -> tuple[Backend, ...]:
    return tuple([load(entry) for entry in OWN])


def _adapters() -> "tuple[Library, ...]":
    from .adapters import WithJax, WithTorch

    return (WithTorch(), WithJax())


if not TYPE_CHECKING:

    def __getattr__(name):
        """Load a list when it is first asked for."""
        make = {"BACKENDS": _backends, "ADAPTERS": _adapters}.get(name)
        if make is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        # Two threads may make it at once; the first to finish sets it for both.
        return globals().setdefault(name, make())
