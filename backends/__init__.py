"""The backends: one ordered list, the whole of it.

Each has a folder of its own, whose `__init__.py` draws what decides, what packs and what computes,
and imports no other backend. The order breaks ties: of two backends with the same predicted time,
the first is chosen. The last is the specification.

Adapters to other libraries are a list of their own. They are listed where the library is installed
and import it when they first prepare weights. Auto passes them over unless it is told otherwise.

Importing this package loads no backend; asking for `BACKENDS` loads them all. What takes longest to
load, SciPy's submodules, waits until a backend first needs it.
"""

from typing import TYPE_CHECKING

from polyconv._backend import Backend

if TYPE_CHECKING:
    from .adapters import Library

    BACKENDS: tuple[Backend, ...]
    ADAPTERS: tuple[Library, ...]

__all__ = ["ADAPTERS", "BACKENDS"]


def _backends() -> tuple[Backend, ...]:
    from .cython import Cython
    from .direct import Direct
    from .fft import Fft
    from .fft_tiled import FftTiled
    from .im2col import Im2col
    from .naive import Naive
    from .separable import Separable
    from .winograd import Winograd

    return (
        Direct(),
        Separable(),
        Winograd(),
        Im2col(),
        FftTiled(),
        Fft(),
        Cython(),
        Naive(),
    )


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
