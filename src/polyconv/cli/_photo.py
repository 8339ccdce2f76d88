"""Photographs as arrays."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import BadInput

__all__ = ["load_photo", "sample_photo"]


def sample_photo() -> NDArray[np.float32]:
    """The photograph that matplotlib ships: Grace Hopper, 600x512 pixels in colour."""
    from matplotlib.cbook import get_sample_data

    return load_photo(Path(get_sample_data("grace_hopper.jpg", asfileobj=False)))


def load_photo(path: Path) -> NDArray[np.float32]:
    """Read an image file.

    Returns
    -------
    ndarray, shape ``(channels, height, width)``
        Brightness from 0 to 1, in one channel if the file is grey and in three if it is not.
        Numbers of a file of floats are taken as they are.

    Raises
    ------
    BadInput
        If there is no such file, no image in it, or a number that is not finite.
    """
    from PIL import Image

    if not path.is_file():
        raise BadInput(f"photo {str(path)!r} is not a file; allowed: an image file")
    try:
        with Image.open(path) as image:
            if image.mode.startswith("I"):  # 16 bits of grey
                return np.asarray(image, np.float32)[None] / np.float32(65535)
            if image.mode == "F":
                return _finite(path, np.array(image, np.float32))[None]
            grey = image.mode in ("1", "L", "LA")
            pixels = np.asarray(image.convert("L" if grey else "RGB"), np.float32) / np.float32(255)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        reason = str(error).partition("\n")[0]
        raise BadInput(f"photo {str(path)!r} is not a readable image: {reason}") from None
    return pixels[None] if grey else np.ascontiguousarray(np.moveaxis(pixels, -1, 0))


def _finite(path: Path, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    if not np.isfinite(pixels).all():
        raise BadInput(f"photo {str(path)!r} has numbers that are not finite; allowed: finite ones")
    return pixels
