"""Other libraries as backends: `torch` and `jax`, imported when they first prepare weights.

::

    decides   torch.py, jax.py   what the library supports, and its convolution function
    packs     library.py         any problem into real, contiguous arrays that all libraries take
    computes  the library
    stores    library.py         the library's result into the caller's array
"""

from .jax import WithJax
from .library import Library
from .torch import WithTorch

__all__ = ["Library", "WithJax", "WithTorch"]
