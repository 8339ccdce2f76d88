"""Shrink the pictures of the built site: a palette of 128 colours takes a third of the bytes."""

from pathlib import Path
from typing import Any

from PIL import Image

__all__ = ["shrink"]

# Colours of a palette, and bytes from which a picture gets one.
_COLOURS, _MIN_BYTES = 128, 12_000


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
        opaque.quantize(_COLOURS).save(path, optimize=True)
