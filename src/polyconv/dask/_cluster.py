"""A model of a cluster: the parts of a convolution's time, and the chunks that take the least.

The time has three parts; the second and the third overlap::

    the scheduler     tasks of all chunks, one after another; workers wait for it
    the threads       computation, and the overhead of each task, shared out to all threads
    the data          chunks from and to storage, and halos between workers

A chunk can be released when its outputs are computed, for which all chunks around it must have been
read. So some rows (of images) or planes (of volumes) of chunks are in memory at any time.
"""

import numbers
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, prod
from typing import Any, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from polyconv._arguments import ProblemOptions, integer, sizes
from polyconv._arrays import as_array
from polyconv._choose import choose
from polyconv._dtypes import INPUT_DTYPES, supported_input
from polyconv._problem import Problem
from polyconv._problem_cache import problem_of

from ._axes import ChunkedAxis, WindowAxis
from ._convolutions import as_operation_sees
from ._layout import GROUPS, ChunkLayout

__all__ = ["ChunkCost", "Cluster", "chunk_cost", "plan_chunks"]

# CPU seconds that a task of a graph takes in the scheduler, and in a worker without the computation
# itself (Emerald Rapids, dask and distributed 2026.8, 2026-11-29, 1366 tasks,
# `python -m benchmarks.peers.large_dask --constants`).
_SCHEDULER_SECONDS, _WORKER_SECONDS = 0.8e-3, 2.2e-3

# Layers of chunks along axis 0 (rows or planes) that wait in memory for the chunks around them.
# Measured with the threaded scheduler of dask 2026.8 (`python -m benchmarks.peers.large_dask
# --constants`):
#
# - 3.4 layers of 16x16 chunks, 3.3 of 32x32;
# - 1.3 layers of 8x8x8 chunks, 2.2 of 12x12x12.
_WAITING_LAYERS = 3.5

# Structural: chunks that a worker's thread holds beside those that wait for their neighbours: the
# input, the result, and a result that is being written.
_CHUNKS_IN_WORK = 3

# Chunk sizes whose time is at most this multiple of the shortest time are tied. The tied size that
# needs the least memory is proposed.
_MAX_TIE_RATIO = 1.05

# Structural: edges of chunks that are tried: powers of two and the numbers halfway between.
_EDGES = tuple(sorted({edge for k in range(5, 28) for edge in (2**k, 3 * 2 ** (k - 1))}))


@dataclass(frozen=True)
class Cluster:
    """The machines.

    Attributes
    ----------
    workers, threads : int
        Worker processes, and threads of each.
    memory : float
        Bytes of each worker.
    network, storage : float
        Bytes a second of each worker, from other workers, and from and to storage.
    """

    workers: int
    threads: int
    memory: float
    network: float
    storage: float


@dataclass(frozen=True)
class ChunkCost:
    """The cost of chunks of one size: seconds of the whole array, and bytes.

    Attributes
    ----------
    chunks : tuple of int
        Sizes along the spatial axes.
    count, tasks : int
        Chunks of the array, and tasks for each chunk, with the task that reads it.
    scheduling, computing, overhead, transfer, storage : float
        Seconds of the scheduler; of each thread, with and without computing; of each worker's
        network and storage.
    memory : float
        Bytes of each worker that are needed at a time.
    seconds : float
        Of the whole array.
    """

    chunks: tuple[int, ...]
    count: int
    tasks: int
    scheduling: float
    computing: float
    overhead: float
    transfer: float
    storage: float
    memory: float

    @property
    def seconds(self) -> float:
        """Seconds of the whole array."""
        threads, data = self.computing + self.overhead, self.transfer + self.storage
        return self.scheduling + max(threads, data)


def plan_chunks(
    shape: Sequence[SupportsIndex],
    w: ArrayLike,
    *,
    x_dtype: DTypeLike | None = None,
    cluster_workers: SupportsIndex = 1,
    cluster_threads: SupportsIndex = 1,
    memory: float = 4e9,
    network: float = 1e9,
    storage: float = 0.5e9,
    **options: Unpack[ProblemOptions],
) -> tuple[int, ...]:
    """Propose chunk sizes for a convolution of a dask array.

    They are those of the least time by a model of the cluster: small chunks cost tasks and halos,
    large ones memory, and leave threads without work at the end.

    Parameters
    ----------
    shape : sequence of int
        Of the array, as `conv` takes it.
    w : array_like
        Filters; those of `gaussian_filter` and the like are arrays of ones of their windows' shape.
    x_dtype : dtype, optional
        Dtype of the array; by default that of `w`.
    cluster_workers, cluster_threads : int, default 1
        Worker processes, and threads of each.
    memory : float, default 4e9
        Bytes that each worker may use.
    network, storage : float, default 1e9 and 0.5e9
        Bytes a second of each worker between workers, and from and to storage.
    **options
        The keyword arguments of `conv`.

    Returns
    -------
    tuple of int
        The size of chunks along each axis; axes of channels are whole, those of batches 1.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong, or if no chunks fit into `memory`.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.dask import plan_chunks
    >>> w = np.ones((5, 5), np.float32)
    >>> chunks = plan_chunks((100_000, 100_000), w, cluster_threads=4)
    >>> all(size >= 512 for size in chunks)
    True
    """
    wa = as_array("w", w)
    described = as_operation_sees(sizes("shape", shape), wa, options)
    problem = problem_of(
        described.shape,
        wa.dtype if x_dtype is None else _dtype("x_dtype", x_dtype),
        described.w.shape,
        wa.dtype,
        described.options,
    )
    cluster = Cluster(
        integer("cluster_workers", cluster_workers, 1),
        integer("cluster_threads", cluster_threads, 1),
        *[
            _positive(name, value)
            for name, value in (("memory", memory), ("network", network), ("storage", storage))
        ],
    )
    costs = [chunk_cost(problem, each, described.w, cluster) for each in _candidates(problem)]
    fitting = [cost for cost in costs if cost.memory <= cluster.memory]
    if not fitting:
        smallest = min(costs, key=lambda cost: cost.memory)
        raise ValueError(
            f"memory={memory!r} bytes for each of {cluster.workers} workers; allowed: at least "
            f"{ceil(smallest.memory)}, which chunks of {smallest.chunks} need"
        )
    best = min(cost.seconds for cost in fitting)
    good = [cost for cost in fitting if cost.seconds <= _MAX_TIE_RATIO * best]
    spatial = min(good, key=lambda cost: cost.memory).chunks
    if described.plain:
        return spatial
    last = problem.data_format == "channels_last"
    image = (*spatial, problem.in_channels) if last else (problem.in_channels, *spatial)
    return (1, *image) if problem.batched else image


def _dtype(name: str, value: DTypeLike) -> np.dtype[Any]:
    try:
        dtype = np.dtype(value)
    except TypeError:
        dtype = None
    if dtype is None or not supported_input(dtype):
        raise TypeError(f"{name}={value!r}; allowed: {INPUT_DTYPES}")
    return dtype


def _positive(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(f"{name}={value!r}; allowed: numbers of more than 0")
    number = float(value)
    if not number > 0:
        raise ValueError(f"{name}={value!r}; allowed: numbers of more than 0")
    return number


def _candidates(p: Problem) -> Iterator[tuple[int, ...]]:
    """Return chunk shapes: cubes cut to the array, and slabs of them that are thin along axis 0."""
    min_sizes = [max(WindowAxis(p, axis).min_chunk, 1) for axis in range(p.rank)]
    found = set()
    largest = max(p.spatial, default=1)
    near = [edge for edge in _EDGES if edge < 2 * largest]
    for edge, thin in product(near or _EDGES[:1], (1, 2, 4, 8) if p.rank > 1 else (1,)):
        edges = [max(edge // thin, 16), *(edge,) * (p.rank - 1)]
        found.add(
            tuple(
                [
                    max(min(e, n), min(k, n), 1)
                    for e, n, k in zip(edges, p.spatial, min_sizes, strict=True)
                ]
            )
        )
    return iter(sorted(found))


def chunk_cost(p: Problem, chunks: tuple[int, ...], w: Any, cluster: Cluster) -> ChunkCost:
    """Return the costs of a convolution on a cluster with chunks of this spatial shape.

    Parameters
    ----------
    p : Problem
    chunks : tuple of int
    w : ndarray
        The filters, with channels.
    cluster : Cluster
    """
    grid = [ceil(n / c) for n, c in zip(p.spatial, chunks, strict=True)]
    count = p.batch * prod(grid)
    elements = prod(chunks)
    read = p.in_channels * elements * p.x_dtype.itemsize
    outputs = [max(c // s, 1) for c, s in zip(chunks, p.stride, strict=True)]
    written = p.out_channels * prod(outputs) * p.dtype.itemsize
    groups, halos = _halos(p, chunks, grid)
    tasks = 2 + groups
    threads = cluster.workers * cluster.threads
    rounds = ceil(count / threads)
    halo = [e - 1 for e in p.extent]
    # Strips read a halo on both sides, together as wide as the strip itself.
    more = prod([1 + h / c for h, c in zip(halo, chunks, strict=True)])
    seconds = choose(
        _shape_of(p, [max(c, e) for c, e in zip(chunks, p.extent, strict=True)]),
        w,
        prepared=True,
        dtype=p.dtype,
        stride=p.stride,
        dilation=p.dilation,
        groups=p.groups,
        padding="same",
        data_format=p.data_format,
        workers=1,
    ).seconds
    halo_bytes = halos * p.in_channels * p.x_dtype.itemsize
    waiting = min(_WAITING_LAYERS * prod(grid[1:]), prod(grid))
    held = (waiting / cluster.workers + _CHUNKS_IN_WORK * cluster.threads) * max(read, written)
    return ChunkCost(
        chunks,
        count,
        tasks,
        scheduling=count * tasks * _SCHEDULER_SECONDS,
        computing=rounds * (seconds or 0.0) * more,
        overhead=rounds * tasks * _WORKER_SECONDS,
        transfer=count / cluster.workers * halo_bytes / cluster.network,
        storage=count / cluster.workers * (read + written) / cluster.storage,
        memory=held,
    )


def _halos(p: Problem, chunks: tuple[int, ...], grid: Sequence[int]) -> tuple[int, int]:
    """Return how many groups of halos a chunk in the middle has, and the elements it sends."""
    small = [min(n, 3) for n in grid]
    sizes = [c * n if n > 1 else s for c, n, s in zip(chunks, small, p.spatial, strict=True)]
    like = p.resized(1, tuple(sizes), p.pads, 1)
    axes = tuple(
        [
            ChunkedAxis(WindowAxis(like, axis), (c,) * n if n > 1 else (s,))
            for axis, (c, n, s) in enumerate(zip(chunks, small, sizes, strict=True))
        ]
    )
    layout: Any = ChunkLayout(None, axes)  # type: ignore[arg-type]
    middle = tuple([n // 2 for n in small])
    sent = [layout.sent(group, middle) for group in GROUPS]
    return sum(each > 0 for each in sent), sum(sent)


def _shape_of(p: Problem, spatial: Sequence[int]) -> tuple[int, ...]:
    """Return the shape of an input of this spatial shape."""
    last = p.data_format == "channels_last"
    image = (*spatial, p.in_channels) if last else (p.in_channels, *spatial)
    return (1, *image) if p.batched else image
