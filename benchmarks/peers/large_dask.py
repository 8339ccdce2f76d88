"""`polyconv.dask` beside `polyconv.conv` on the whole array and beside dask-image.

    python -m benchmarks.peers.large_dask                 # times, with two threads and with one
    python -m benchmarks.peers.large_dask --constants     # of chunks, and of a cluster's model
    python -m benchmarks.peers.large_dask --model         # the table of docs/dask.md

Rows are filters of one float32 image in chunks of 2048x2048. Whole arrays and chunks are computed
in turn, on the same CPUs, and the fastest call of each counts: by `conv` with as many workers as
dask's threaded scheduler has threads. Results stay in chunks ("persist") or are written to an array
("store", beside ``conv(..., out=)``). Results are compared first.

"own" is the time that polyconv.dask itself adds: "persist" less a graph of equal tasks that do
nothing, and less the chunks' convolutions on as many threads. Results of chunks lie in memory that
earlier results left, as in a computation of more chunks than are in memory at a time. "in new
memory" is "persist" without such memory. The whole array's result always lies in new memory.
"""

import argparse
import math
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import dask
import dask.array as da
import numpy as np
from dask._task_spec import DataNode, Task
from dask.highlevelgraph import HighLevelGraph
from numpy.typing import NDArray

import polyconv
import polyconv.dask as ours
from polyconv import conv
from polyconv._machine import fingerprint
from polyconv._problem_cache import problem_of
from polyconv.dask import _memory, _operations, _tasks
from polyconv.dask._cluster import Cluster, chunk_cost

from .ndimage import pinned

__all__ = ["main"]

_CHUNK = 2048
_TOLERANCE = 1e-4  # of float32 sums, in units of the largest result

# The window of the Gaussian has 31 elements: sigma 5, cut off at 3 of them.
_SIGMA, _TRUNCATE = 5.0, 3.0
_DENSE = np.random.default_rng(1).random((5, 5)).astype(np.float32)


def _gaussian() -> NDArray[Any]:
    line = np.exp(-(np.arange(-15, 16) ** 2) / (2 * _SIGMA**2))
    line /= line.sum()
    return np.outer(line, line).astype(np.float32)


def _filters() -> dict[str, tuple[NDArray[Any], Callable[[Any, Any], Any]]]:
    """Return each filter's kernel, and its call by a module that has dask-image's functions."""
    return {
        "dense 5x5": (_DENSE, lambda m, x: m.correlate(x, _DENSE)),
        "Gaussian 31x31": (
            _gaussian(),
            lambda m, x: m.gaussian_filter(x, _SIGMA, truncate=_TRUNCATE),
        ),
    }


def _race(
    calls: Sequence[Callable[[], Any]],
    visits: int,
    before: Callable[[], None] | None = None,
) -> list[float]:
    """Return the fastest of some calls of each, made in turn; `before` runs before each of them."""
    best = [math.inf] * len(calls)
    for _ in range(visits):
        for i, call in enumerate(calls):
            if before is not None:
                before()
            start = time.perf_counter()
            result = call()
            best[i] = min(best[i], time.perf_counter() - start)
            del result
    return best


def _same(a: NDArray[Any], b: NDArray[Any], what: str) -> None:
    error = np.abs(a - b).max() / np.abs(b).max()
    if not error <= _TOLERANCE:
        raise AssertionError(f"{what}: results differ by {error:.1e}")


def _whole(size: int, workers: int, visits: int) -> None:
    """Print the times beside conv on the whole array."""
    x = np.random.default_rng(0).random((1, size, size), dtype=np.float32)
    out = np.empty_like(x)
    lazy = da.from_array(x, chunks=(1, _CHUNK, _CHUNK)).persist(scheduler="synchronous")
    with dask.config.set(scheduler="threads", num_workers=workers):
        for name, (kernel, _) in _filters().items():
            w = kernel[None, None]
            result = ours.conv(lazy, w, padding="same")
            da.store(result, out, lock=False)
            _same(out, conv(x, w, padding="same"), name)
            with _chunks_alone(lazy, result, workers) as chunks_alone:
                calls: list[Callable[[], Any]] = [
                    lambda w=w: conv(x, w, padding="same", workers=workers),
                    lambda result=result: result.persist(),
                    lambda w=w: conv(x, w, padding="same", workers=workers, out=out),
                    lambda result=result: da.store(result, out, lock=False),
                    _hollow(result, lazy).persist,
                    chunks_alone,
                ]
                new, persist, into, store, hollow, kernels = _race(calls, visits)
            again, fresh = _race([calls[0], result.persist], visits, _memory.POOL.clear)
            chunk = (persist - new) / lazy.npartitions * workers
            own = (persist - hollow - kernels) / lazy.npartitions * workers
            print(
                f"{name}, {size}x{size}, {workers} thread(s): conv {new * 1e3:.1f} ms, persist "
                f"{new / persist:.2f} of its rate ({chunk * 1e3:+.2f} ms a chunk and thread; own "
                f"{own * 1e3:+.2f}, empty graph {hollow / lazy.npartitions * workers * 1e3:.2f}), "
                f"in new memory {again / fresh:.2f} "
                f"({(fresh - again) / lazy.npartitions * workers * 1e3:+.2f} ms); "
                f"conv(out=) {into * 1e3:.1f} ms, store {into / store:.2f} of its rate",
                flush=True,
            )


def _hollow(result: Any, lazy: Any) -> Any:
    """Return a result of the same graph, whose tasks do nothing."""
    tasks = dict(result.dask.layers[result.name])
    for key, task in tasks.items():
        if isinstance(task, Task):
            tasks[key] = Task(key, _nothing, *task.args)
    graph = HighLevelGraph.from_collections(result.name, tasks, dependencies=[lazy])
    return da.Array(graph, result.name, result.chunks, meta=result._meta)


def _nothing(*_: Any) -> None:
    return None


@contextmanager
def _chunks_alone(lazy: Any, result: Any, workers: int) -> Iterator[Callable[[], Any]]:
    """Give the call that convolves each chunk alone, as tasks do, on plain threads."""
    flat = lazy.blocks.ravel()
    chunks = [np.asarray(each.compute(scheduler="synchronous")) for each in flat]
    nodes = result.dask.layers[result.name].values()
    (layout,) = [each.value for each in nodes if isinstance(each, DataNode)]
    operation, x = layout.operation, chunks[0]
    padding = tuple([(n // 2, n // 2) for n in operation.problem.kernel])
    plan = _operations._planned(operation, x.shape, x.dtype, (("padding", padding),))

    def convolved(chunk: NDArray[Any]) -> NDArray[Any]:
        return plan(chunk, _memory.new_chunk(plan.problem.out_shape, plan.problem.dtype))

    with ThreadPoolExecutor(workers) as threads:
        yield lambda: list(threads.map(convolved, chunks))


def _beside_dask_image(size: int, visits: int) -> None:
    """Print the times of both libraries' functions with one thread."""
    import dask_image.ndfilters as theirs

    x = np.random.default_rng(0).random((size, size), dtype=np.float32)
    lazy = da.from_array(x, chunks=_CHUNK).persist(scheduler="synchronous")
    with dask.config.set(scheduler="threads", num_workers=1):
        for name, (_, call) in _filters().items():
            mine, other = call(ours, lazy), call(theirs, lazy)
            _same(mine.compute(), other.compute(), name)
            best = _race([mine.persist, other.persist], visits)
            print(
                f"{name}, {size}x{size}, 1 thread: polyconv.dask {best[0] * 1e3:.1f} ms, "
                f"dask-image {best[1] * 1e3:.1f} ms, {best[1] / best[0]:.1f} times as long; tasks "
                f"{len(mine.dask) / lazy.npartitions:.1f} and "
                f"{len(other.dask) / lazy.npartitions:.1f} a chunk",
                flush=True,
            )


def _constants() -> None:
    """Print the CPU time of scheduler and workers for a task which computes next to nothing.

    The scheduler of a local cluster runs in this process.
    """
    from distributed import Client, LocalCluster

    kernel = np.ones((3, 3), np.float32)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        for edge in (8, 16, 32):
            x = da.zeros((edge * 32, edge * 32), chunks=32, dtype=np.float32)
            result = ours.conv(x, kernel, padding="same").sum()
            tasks = len(result.dask)
            own, workers = time.process_time(), sum(client.run(time.process_time).values())
            result.compute()
            own = (time.process_time() - own) / tasks * 1e3
            workers = (sum(client.run(time.process_time).values()) - workers) / tasks * 1e3
            print(
                f"{tasks} tasks on two workers: {own:.2f} ms of the scheduler and {workers:.2f} ms "
                "of a worker for each",
                flush=True,
            )
    for edge in (16, 32):
        x = da.zeros((edge * 32, edge * 32), chunks=32, dtype=np.float32)
        result = ours.conv(x, kernel, padding="same").sum()
        tasks = len(result.dask)
        own = time.process_time()
        with dask.config.set(scheduler="threads", num_workers=1):
            result.compute()
        own = (time.process_time() - own) / tasks * 1e3
        print(f"{tasks} tasks on a thread: {own:.2f} ms for each")


class _Counted:
    """A source of chunks that knows how many of them are in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.live = self.peak = 0

    def __call__(self, block: NDArray[Any]) -> NDArray[Any]:
        chunk = np.ones(block.shape, block.dtype)
        with self._lock:
            self.live += 1
            self.peak = max(self.peak, self.live)
        weakref.finalize(chunk, self._gone)
        return chunk

    def _gone(self) -> None:
        with self._lock:
            self.live -= 1


def _held() -> None:
    """Print how many chunks of the input are in memory at a time, where results are dropped."""
    for grid in ((16, 16), (32, 32), (8, 8, 8), (12, 12, 12)):
        source = _Counted()
        x = da.zeros([16 * n for n in grid], chunks=16, dtype=np.float32)
        counted = x.map_blocks(source, meta=x._meta)
        result = ours.conv(counted, np.ones((3,) * len(grid), np.float32), padding="same")
        result.map_blocks(np.sum, keepdims=True, meta=x._meta).compute(num_workers=2)
        print(
            f"{'x'.join(map(str, grid))} chunks: {source.peak} in memory, "
            f"{source.peak / np.prod(grid[1:]):.1f} layers along axis 0",
            flush=True,
        )


def _chunks(size: int, visits: int) -> None:
    """Print how long a result takes with other values of constants of chunks, and one thread."""
    x = np.random.default_rng(0).random((1, size, size), dtype=np.float32)
    trials = [
        ("huge pages and used memory", _memory, "_MIN_HUGE_BYTES", 1 << 62, _CHUNK, 5),
        ("chunk filled, 5x5", _operations, "_MIN_FILLED", 2.0, _CHUNK, 5),
        ("chunk filled, 31x31", _operations, "_MIN_FILLED", 0.9, _CHUNK, 31),
        *[
            (f"core, {edge}^2 chunks", _tasks, "_MIN_CORE", 2.0, edge, 31)
            for edge in (_CHUNK, 256, 128, 64)
        ],
    ]
    for what, module, name, other, edge, window in trials:
        side = min(size, 32 * edge)
        w = _DENSE[None, None] if window == 5 else np.ones((1, 1, window, window), np.float32)
        lazy = da.from_array(x[:, :side, :side], chunks=(1, edge, edge))
        result = ours.conv(lazy.persist(scheduler="synchronous"), w, padding="same")
        values = getattr(module, name), other

        def call(value: Any, module: Any = module, name: str = name, result: Any = result) -> Any:
            setattr(module, name, value)
            return result.persist()

        with dask.config.set(scheduler="threads", num_workers=1):
            calls = [lambda call=call, value=value: call(value) for value in values]
            best = _race(calls, visits)
        setattr(module, name, values[0])
        share = (1 - (window - 1) / edge) ** 2
        print(
            f"{what}: {best[0] * 1e3:.1f} ms, {best[1] * 1e3:.1f} with {name} = {other}; the "
            f"core is {share:.2f} of a chunk",
            flush=True,
        )


def _model(terabytes: float) -> None:
    """Print what the model of a cluster says of a cube of float32 and a dense 5x5x5 kernel."""
    n = round((terabytes * 1e12 / 4) ** (1 / 3))
    w = np.random.default_rng(0).random((1, 1, 5, 5, 5), dtype=np.float32)
    p = problem_of((1, n, n, n), w.dtype, w.shape, w.dtype, {"padding": "same", "workers": 1})
    cluster = Cluster(workers=64, threads=4, memory=16e9, network=1e9, storage=0.5e9)
    best = ours.plan_chunks(
        (n, n, n),
        w[0, 0],
        cluster_workers=cluster.workers,
        cluster_threads=cluster.threads,
        memory=cluster.memory,
        network=cluster.network,
        storage=cluster.storage,
        padding="same",
    )
    print(f"{n}^3 float32; proposed: {best}")
    print("| chunk | chunks | scheduler s | threads s | network s | storage s | total s | GB |")
    print("| --- |" + " ---: |" * 7)
    for chunk in ((64,) * 3, (128,) * 3, (256,) * 3, best, (512,) * 3, (1024,) * 3):
        cost = chunk_cost(p, chunk, w, cluster)
        figures = (cost.scheduling, cost.computing + cost.overhead, cost.transfer, cost.storage)
        cells = ["x".join(map(str, chunk)), f"{cost.count}"]
        cells += [f"{figure:.0f}" for figure in (*figures, cost.seconds)]
        print("| " + " | ".join([*cells, f"{cost.memory / 1e9:.1f}"]) + " |")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.large_dask",
        description=(__doc__ or "").partition("\n")[0],
    )
    parser.add_argument(
        "--size", type=int, default=8192, metavar="N", help="side of the image, default 8192"
    )
    parser.add_argument(
        "--visits", type=int, default=4, metavar="N", help="calls, the fastest counts"
    )
    parser.add_argument(
        "--constants", action="store_true", help="measure constants of chunks and of a cluster"
    )
    parser.add_argument("--model", action="store_true", help="print the table of the model")
    options = parser.parse_args(arguments)
    machine = fingerprint()
    versions = f"dask {dask.__version__}, polyconv {polyconv.__version__}"
    print(f"{machine['cpu']}, {machine['isa']}; {versions}", flush=True)
    if options.constants:
        with pinned(1):
            _chunks(options.size, options.visits)
        _held()
        _constants()
    elif options.model:
        _model(10.0)
    else:
        for workers in (2, 1):
            with pinned(workers):
                _whole(options.size, workers, options.visits)
        with pinned(1):
            _beside_dask_image(options.size // 2, max(options.visits // 2, 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
