"""Files of arrays that are read and written by blocks: ``.npy``, TIFF and zarr."""

import os
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from . import BadInput

__all__ = ["Opened", "create", "open_source", "open_target"]

_ALLOWED = "allowed: .npy, .tif, .tiff, .zarr, or a folder that holds a zarr array"
_TIFF = (".tif", ".tiff")
# Maximum bytes of an array in a TIFF with offsets of 32 bits, with room for its tags.
_MAX_CLASSIC_TIFF = (1 << 32) - (1 << 25)


class Opened(NamedTuple):
    """An array in a file, and where its channels are: "none", "first" or "last"."""

    array: Any
    channels: str
    store: Any = None

    def close(self) -> None:
        """Close what stays open beside the array."""
        if self.store is not None:
            self.store.close()


def open_source(path: Path) -> Opened:
    """Open a file to read.

    Raises
    ------
    BadInput
        If there is no such file, or no array in it.
    """
    kind = _kind(path)
    if not path.exists():
        raise BadInput(f"{str(path)!r} does not exist; {_ALLOWED}")
    try:
        if kind == "npy":
            return Opened(np.load(path, mmap_mode="r", allow_pickle=False), "none")
        return (
            _open_tiff(path)
            if kind == "tiff"
            else Opened(_zarr().open_array(path, mode="r"), "none")
        )
    except (ValueError, EOFError, KeyError, FileNotFoundError) as error:
        reason = str(error).partition("\n")[0]
        raise BadInput(f"{str(path)!r} cannot be read as an array: {reason}") from None


def open_target(path: Path) -> Any:
    """Open a file that `create` made, to write."""
    match _kind(path):
        case "npy":
            return np.load(path, mmap_mode="r+", allow_pickle=False)
        case "tiff":
            return _tifffile().memmap(path, mode="r+")
    return _zarr().open_array(path, mode="r+")


def create(path: Path, shape: tuple[int, ...], dtype: np.dtype[Any], source: Any) -> Any:
    """Make a new file, in place of one that may be there; zarr gets the chunks of `source`."""
    match _kind(path):
        case "npy":
            return np.lib.format.open_memmap(path, "w+", dtype, shape)
        case "tiff":
            big = prod(shape) * dtype.itemsize > _MAX_CLASSIC_TIFF
            return _tifffile().memmap(
                path, shape=shape, dtype=dtype, bigtiff=big, photometric="minisblack"
            )
    chunks = getattr(source, "chunks", None)
    if not isinstance(chunks, tuple) or not all(isinstance(size, int) for size in chunks):
        chunks = "auto"
    zarr = _zarr()
    return zarr.create_array(path, shape=shape, dtype=dtype, chunks=chunks, overwrite=True)


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix == ".npy":
        return "npy"
    if suffix in _TIFF:
        return "tiff"
    if suffix == ".zarr" or any(os.path.isfile(path / name) for name in ("zarr.json", ".zarray")):
        return "zarr"
    raise BadInput(f"{str(path)!r} is of no known kind; {_ALLOWED}")


def _open_tiff(path: Path) -> Opened:
    """Map a TIFF, or open it as zarr if it is compressed."""
    tifffile = _tifffile()
    with tifffile.TiffFile(path) as file:
        axes = file.series[0].axes
    places = [at for at, name in enumerate(axes) if name in "CS"]
    channels = "none"
    if places == [len(axes) - 1]:
        channels = "last"
    elif places == [0]:
        channels = "first"
    try:
        return Opened(tifffile.memmap(path, mode="r"), channels)
    except ValueError:
        store = tifffile.imread(path, aszarr=True, level=0)
        return Opened(_zarr().open_array(store, mode="r"), channels, store)


def _tifffile() -> Any:
    try:
        import tifffile
    except ModuleNotFoundError:
        raise BadInput("tifffile is missing; install with: pip install 'polyconv[tiff]'") from None
    return tifffile


def _zarr() -> Any:
    try:
        import zarr
    except ModuleNotFoundError:
        raise BadInput("zarr is missing; install with: pip install 'polyconv[zarr]'") from None
    return zarr
