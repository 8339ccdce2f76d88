"""Image filters by the names that ``--kernel`` accepts."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from polyconv.workloads import SMOOTHING_LINES, SOBEL

from . import BadInput

__all__ = ["filter_bank", "on_each_channel"]

# Maximum number of taps along each axis of a filter that is given by name.
_MAX_SIZE = 1001
_ALLOWED = (
    f"gaussian:N and box:N with N from 1 to {_MAX_SIZE}, sobel, laplacian, or a .npy file that "
    "exists"
)

_LAPLACIAN = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.float32)


def filter_bank(text: str) -> NDArray[np.float32]:
    """The filters that `text` names.

    Parameters
    ----------
    text : str
        ``gaussian:N``, ``box:N`` (each of N x N numbers that sum to 1), ``sobel`` (two filters:
        the derivatives along x and y), ``laplacian``, or the path of a ``.npy`` file.

    Returns
    -------
    ndarray, shape ``(filters, height, width)``
        Filters, not flipped.

    Raises
    ------
    BadInput
        If `text` names no filter.
    """
    if text.endswith(".npy"):
        return _load(text)
    name, colon, size = text.partition(":")
    if not colon and name == "sobel":
        return np.stack([SOBEL, SOBEL.T]).astype(np.float32)
    if not colon and name == "laplacian":
        return _LAPLACIAN[None]
    if name in SMOOTHING_LINES and size.isdecimal() and 1 <= int(size) <= _MAX_SIZE:
        line = SMOOTHING_LINES[name](int(size))
        return np.outer(line, line).astype(np.float32)[None]
    raise BadInput(f"kernel {text!r} is unknown; allowed: {_ALLOWED}")


def on_each_channel(bank: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    """Return the weights that apply every filter of `bank` to each of `channels`.

    Returns
    -------
    ndarray, shape ``(channels * filters, 1, height, width)``
        For ``groups=channels``.
    """
    return np.tile(bank, (channels, 1, 1))[:, None]


def _load(path: str) -> NDArray[np.float32]:
    if not Path(path).is_file():
        raise BadInput(f"kernel {path!r} does not exist; allowed: {_ALLOWED}")
    try:
        bank = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError, MemoryError):
        raise BadInput(f"kernel {path!r} is not a readable .npy file") from None
    allowed = "allowed: real numbers of shape (height, width) or (filters, height, width)"
    if not isinstance(bank, np.ndarray) or bank.ndim not in (2, 3) or not bank.size:
        raise BadInput(f"kernel {path!r} has shape {getattr(bank, 'shape', None)}; {allowed}")
    if bank.dtype.kind not in "biuf":
        raise BadInput(f"kernel {path!r} has dtype {bank.dtype}; {allowed}")
    with np.errstate(over="ignore"):
        bank = bank.astype(np.float32)
    if not np.isfinite(bank).all():
        raise BadInput(f"kernel {path!r} has numbers that are not finite in float32; {allowed}")
    return bank if bank.ndim == 3 else bank[None]
