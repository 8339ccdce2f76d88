"""The backends: one ordered list, the whole of it.

Each stands in a module of its own and knows none of the others. The order breaks ties, so the
first is the one to prefer where nothing else decides; the last is the specification.
"""

from polyconv._backend import Backend

from .direct import Direct
from .fft import Fft
from .im2col import Im2col
from .naive import Naive

__all__ = ["ADAPTERS", "BACKENDS"]

BACKENDS: tuple[Backend, ...] = (Direct(), Im2col(), Fft(), Naive())
ADAPTERS = ()
