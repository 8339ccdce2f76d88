"""Other libraries as backends, which import them when they first prepare weights."""

from .jax import WithJax
from .library import Library
from .torch import WithTorch

__all__ = ["Library", "WithJax", "WithTorch"]
