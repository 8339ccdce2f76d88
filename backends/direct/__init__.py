"""The backend `direct`."""

from .backend import Direct

__all__ = ["Direct"]
