"""The ends of a run: sources that are read by slices, targets that are written by slices."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._arrays import as_array
from polyconv._dtypes import INPUT_DTYPES, supported_input
from polyconv._regions import Range

from ._maps import Map

__all__ = ["AxisLayout", "End", "Source", "Target"]

Index = tuple[slice, ...]


class AxisLayout(NamedTuple):
    """The order of the axes of the caller's arrays.

    A box has a range for each blocked axis: the batch, if there is one, and the spatial axes. A
    block holds all channels.

    Attributes
    ----------
    rank : int
        Spatial axes.
    batched, last : bool
        True if there is a batch axis; True if the channels come after the spatial axes.
    plain : bool
        True for arrays of spatial axes alone. Parts of them get an axis of one channel.
    """

    rank: int
    batched: bool
    last: bool
    plain: bool

    @property
    def first_axis(self) -> int:
        """The first spatial axis of a part."""
        return int(self.batched) + (0 if self.last else 1)

    def slices(self, box: Sequence[Range]) -> Index:
        """Return the slices of a box."""
        slices = [slice(*each) for each in box]
        if not self.plain:
            slices.insert(len(slices) if self.last else int(self.batched), slice(None))
        return tuple(slices)

    def lifted(self, part: NDArray[Any]) -> NDArray[Any]:
        """Return a part with an axis of channels."""
        return part[None] if self.plain else part

    def of_axes(self, values: Sequence[Any]) -> tuple[Any, ...]:
        """Return the values of the blocked axes; `values` has one for each axis of an array."""
        chosen = list(values)
        if not self.plain:
            del chosen[len(chosen) - 1 if self.last else int(self.batched)]
        return tuple(chosen)


class End:
    """A caller's array of any kind.

    Attributes
    ----------
    shape : tuple of int
    dtype : dtype
        In native byte order.
    array : Any
        The caller's object.
    memory : ndarray or None
        `array` as a plain array, if it lies in memory or is a memory map.
    map : Map or None
    """

    def __init__(self, name: str, array: Any, needed: str) -> None:
        if isinstance(array, np.ndarray):
            as_array(name, array[(slice(0, 0),) * array.ndim])  # refuses masks and matrices
        missing = [each for each in ("shape", "dtype", needed) if not hasattr(array, each)]
        if missing:
            raise TypeError(
                f"{name} is a {type(array).__name__} without {', '.join(missing)}; allowed: arrays "
                "with shape, dtype and slices, such as numpy.memmap, zarr and h5py have"
            )
        self.name, self.array = name, array
        self.shape = tuple(int(n) for n in array.shape)
        try:
            self.dtype = np.dtype(array.dtype).newbyteorder("=")
        except TypeError:
            raise TypeError(f"{name} has dtype {array.dtype}; allowed: {INPUT_DTYPES}") from None
        if not supported_input(self.dtype):
            raise TypeError(f"{name} has dtype {array.dtype}; allowed: {INPUT_DTYPES}")
        self.memory: NDArray[Any] | None = None
        self.map: Map | None = None
        if isinstance(array, np.ndarray):
            self.memory = array.view(np.ndarray)
            self.map = Map.of(array)

    @property
    def is_direct(self) -> bool:
        """True if blocks can be views of the array."""
        memory = self.memory
        return memory is not None and memory.dtype.isnative and memory.flags.aligned

    def chunks(self, layout: AxisLayout) -> tuple[int, ...]:
        """Return the sizes in which the array is stored, along blocked axes; 1 where unknown.

        zarr writes whole shards, so their sizes take precedence over those of chunks.
        """
        for name in ("shards", "chunks"):
            sizes = getattr(self.array, name, None)
            # The chunks of dask's arrays are tuples of tuples.
            if isinstance(sizes, tuple) and all(isinstance(size, int) for size in sizes):
                return layout.of_axes(sizes)
        return layout.of_axes((1,) * len(self.shape))


class Source(End):
    """An array to read from."""

    def __init__(self, name: str, array: Any) -> None:
        super().__init__(name, array, "__getitem__")

    def part(self, layout: AxisLayout, box: Sequence[Range]) -> NDArray[Any]:
        """Return a box of the array, with channels: a view if `is_direct`, else what it reads."""
        index = layout.slices(box)
        wanted = tuple([len(range(n)[each]) for n, each in zip(self.shape, index, strict=True)])
        if self.memory is not None:
            part = self.memory[index]
        elif 0 in wanted:
            part = np.empty(wanted, self.dtype)
        else:
            part = np.asarray(self.array[index])
        if part.shape != wanted:
            raise ValueError(
                f"{self.name} returned an array of shape {part.shape} for the slices {index}; "
                f"allowed: {wanted}"
            )
        part = as_array(self.name, part)
        if part.dtype != self.dtype:
            raise TypeError(
                f"{self.name} returned dtype {part.dtype}; allowed: its own, {self.dtype}"
            )
        return layout.lifted(part)


class Target(End):
    """An array to write to."""

    def __init__(self, name: str, array: Any) -> None:
        super().__init__(name, array, "__setitem__")
        if self.memory is not None and not self.memory.flags.writeable:
            raise ValueError(f"{name} is read-only; allowed: a writeable array")

    def view(self, layout: AxisLayout, box: Sequence[Range]) -> NDArray[Any]:
        """Return a box of an array that `is_direct`, with channels, with room on its disk."""
        assert self.memory is not None
        view = layout.lifted(self.memory[layout.slices(box)])
        if self.map is not None:
            self.map.reserve(view)
        return view

    def write(self, layout: AxisLayout, box: Sequence[Range], values: NDArray[Any]) -> None:
        """Write a box, which has channels."""
        values = values[0] if layout.plain else values
        if self.memory is not None and self.map is not None:
            self.map.reserve(self.memory[layout.slices(box)])
        self.array[layout.slices(box)] = values
