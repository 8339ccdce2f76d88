"""The backend `winograd`."""

from .backend import Winograd

__all__ = ["Winograd"]
