"""The backend `fft`."""

from .backend import Fft

__all__ = ["Fft"]
