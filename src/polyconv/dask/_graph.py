"""The graph of a result: checks of dask arrays, rechunking where it must be, keys and tasks."""

import sys
import warnings
from collections.abc import Iterable, Sequence
from itertools import product
from math import isnan
from typing import Any

import dask.array as da
import numpy as np

# dask's documentation calls these classes public, as `dask.Task`, but 2026.8 exports them from this
# module alone. The older public form, tuples, is deprecated.
from dask._task_spec import DataNode, List, Task, TaskRef
from dask.base import tokenize
from dask.highlevelgraph import HighLevelGraph

from ._axes import ChunkedAxis, fitting_chunks
from ._layout import ChunkLayout
from ._operations import Operation
from ._tasks import cut_halos, outputs_of

__all__ = ["dask_array", "result_of"]


def dask_array(name: str, value: Any) -> da.Array:
    """Return `value`, after checking that it is a dask array of NumPy arrays of known shapes."""
    if not isinstance(value, da.Array):
        inner = getattr(value, "data", None)
        hint = f"{name}.data" if isinstance(inner, da.Array) else "dask.array.from_array"
        raise TypeError(
            f"{name} is a {type(value).__module__}.{type(value).__name__}; allowed: a dask array, "
            f"as from {hint}"
        )
    if type(value._meta) is not np.ndarray:
        raise TypeError(
            f"{name} has chunks of {type(value._meta).__module__}.{type(value._meta).__name__}; "
            "allowed: numpy.ndarray"
        )
    if any(isnan(size) for size in value.shape):
        raise ValueError(
            f"{name} has unknown sizes, shape {value.shape}; allowed: known ones, as after "
            f"{name}.compute_chunk_sizes()"
        )
    return value


def result_of(
    name: str, operation: Operation, sources: Sequence[da.Array], channels: int | None
) -> da.Array:
    """Return the lazy result of an operation on arrays of the same shape.

    Parameters
    ----------
    name : str
        Of the function, for the names of tasks.
    operation : Operation
    sources : sequence of dask arrays
        The input; of `nanconv` its mask, too.
    channels : int, optional
        Channels of the result, if arrays have an axis of them.
    """
    x = sources[0]
    axes = operation.axes
    first = operation.lead - operation.plain
    spatial = range(first, first + len(axes))
    others = [axis for axis in range(x.ndim) if axis not in spatial]
    channel_axis = None
    if channels is not None:
        channel_axis = first - 1 if spatial[-1] == x.ndim - 1 else x.ndim - 1
    chunks = list(x.chunks)
    empty = 0 in x.shape or any(axis.out == 0 for axis in axes)
    if channel_axis is not None:
        chunks[channel_axis] = (x.shape[channel_axis],)
    for axis, along in zip(spatial, axes, strict=True):
        fits = (x.shape[axis],) if empty else fitting_chunks(along, x.chunks[axis])
        chunks[axis] = fits
    sources = _rechunked(sources, tuple(chunks), spatial, axes)
    layout = ChunkLayout(
        operation,
        tuple(
            [ChunkedAxis(along, chunks[axis]) for axis, along in zip(spatial, axes, strict=True)]
        ),
    )
    out_chunks = list(chunks)
    for axis, split in zip(spatial, layout.axes, strict=True):
        out_chunks[axis] = split.out_chunks
    if channel_axis is not None:
        out_chunks[channel_axis] = (channels,)
    token = f"{name}-{tokenize(operation.token, *[each.name for each in sources])}"
    rest = [range(len(chunks[axis])) for axis in others]
    tasks = _tasks(token, layout, [each.name for each in sources], first, rest)
    graph = HighLevelGraph.from_collections(token, tasks, dependencies=list(sources))
    dtype = operation.result_dtype
    return da.Array(
        graph, token, tuple(out_chunks), dtype=dtype, meta=np.empty((0,) * x.ndim, dtype)
    )


def _rechunked(
    sources: Sequence[da.Array],
    chunks: tuple[tuple[int, ...], ...],
    spatial: Sequence[int],
    axes: Sequence[Any],
) -> list[da.Array]:
    """Return the sources with these chunks, with a warning that tells the cost."""
    x = sources[0]
    if chunks == x.chunks or x.size == 0:
        return [each.rechunk(chunks) for each in sources]
    result = [each.rechunk(chunks) for each in sources]
    tasks = sum(len(new.dask) - len(old.dask) for new, old in zip(result, sources, strict=True))
    reasons = []
    for axis in range(x.ndim):
        if chunks[axis] == x.chunks[axis]:
            continue
        if axis in spatial:
            window = axes[spatial.index(axis)].min_chunk
            reasons.append(
                f"axis {axis} has chunks of {min(x.chunks[axis])} and windows of {window} elements"
            )
        else:
            reasons.append(f"axis {axis}, of channels, is read whole")
    warnings.warn(
        f"the array is rechunked from {x.chunksize} to {tuple(map(max, chunks))}, because "
        f"{', '.join(reasons)}. That copies {sum(each.nbytes for each in sources) / 1e6:.3g} MB in "
        f"{tasks} tasks. Chunks that polyconv.dask.plan_chunks proposes are not rechunked",
        da.PerformanceWarning,
        stacklevel=_level_of_caller(),
    )
    return result


def _level_of_caller() -> int:
    """Return the `stacklevel` of the function that called into `polyconv.dask`."""
    frame, level = sys._getframe(1), 1
    while frame.f_back and frame.f_globals["__name__"].startswith("polyconv.dask"):
        frame, level = frame.f_back, level + 1
    return level


def _tasks(
    token: str, layout: ChunkLayout, names: Sequence[str], first: int, others: Iterable[range]
) -> dict[Any, Any]:
    """Return the tasks: one that is the layout, and those of each chunk."""
    shared = f"{token}-layout"
    tasks: dict[Any, Any] = {shared: DataNode(shared, layout)}
    outer = list(product(*others))

    def key(name: str, index: tuple[int, ...], rest: tuple[int, ...]) -> tuple[Any, ...]:
        return (name, *rest[:first], *index, *rest[first:])

    def add(key: tuple[Any, ...], function: Any, *arguments: Any) -> None:
        tasks[key] = Task(key, function, TaskRef(shared), *arguments)

    if layout.is_split:
        for chunk in product(*[range(len(axis.chunks)) for axis in layout.axes]):
            for group in layout.halos(chunk):
                for rest in outer:
                    arrays = [TaskRef(key(name, chunk, rest)) for name in names]
                    add(key(f"{token}-{group}", chunk, rest), cut_halos, group, chunk, *arrays)
    for index in product(*[range(len(axis.out_chunks)) for axis in layout.axes]):
        home, neighbours = layout.home(index), layout.neighbours(index)
        for rest in outer:
            arrays = [TaskRef(key(name, home, rest)) for name in names]
            halos = [TaskRef(key(f"{token}-{group}", chunk, rest)) for group, chunk in neighbours]
            add(key(token, index, rest), outputs_of, index, List(*arrays), List(*halos))
    return tasks
