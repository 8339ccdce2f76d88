"""Shrink the pictures of the built site: with a palette they take a third of the bytes."""

from pathlib import Path
from typing import Any

from PIL import Image

__all__ = ["shrink"]

# Colours of the palettes of pictures and of thumbnails. Smaller files, in bytes, get none.
_COLOURS, _COLOURS_OF_THUMBNAILS, _MIN_BYTES = 128, 64, 8_000


def shrink(app: Any, failure: Exception | None) -> None:
    """Give the PNGs of a finished HTML build a palette; for Sphinx's event ``build-finished``."""
    if failure is not None or app.builder.format != "html":
        return
    for path in (Path(app.outdir) / "_images").glob("*.png"):
        with Image.open(path) as picture:
            if picture.mode == "P" or path.stat().st_size < _MIN_BYTES:
                continue
            opaque = Image.new("RGB", picture.size, "white")
            opaque.paste(picture, mask=picture if "A" in picture.mode else None)
        colours = _COLOURS_OF_THUMBNAILS if path.stem.endswith("_thumb") else _COLOURS
        opaque.quantize(colours).save(path, optimize=True)
