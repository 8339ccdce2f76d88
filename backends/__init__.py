"""The backends: one ordered list, the whole of it.

Each has a folder of its own, whose `__init__.py` draws what decides, what packs and what computes,
and imports no other backend. The order breaks ties: of two backends with the same predicted time,
the first is chosen. The last is the specification.

Adapters to other libraries are a list of their own. They are listed where the library is installed
and import it when they first prepare weights. Auto passes them over unless it is told otherwise.
"""

from polyconv._backend import Backend

from .adapters import Library, WithJax, WithTorch
from .cython import Cython
from .direct import Direct
from .fft import Fft
from .fft_tiled import FftTiled
from .im2col import Im2col
from .naive import Naive
from .winograd import Winograd

__all__ = ["ADAPTERS", "BACKENDS"]

BACKENDS: tuple[Backend, ...] = (
    Direct(),
    Winograd(),
    Im2col(),
    FftTiled(),
    Fft(),
    Cython(),
    Naive(),
)

ADAPTERS: tuple[Library, ...] = (WithTorch(), WithJax())
