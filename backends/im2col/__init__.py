"""The backend `im2col`."""

from .backend import Im2col

__all__ = ["Im2col"]
