"""`polyconv.dask`: laziness, chunks and tasks of results, and the chunks that it proposes."""

import pickle
import re
from math import prod

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask
import dask.array as da
from dask._task_spec import DataNode, Task

import polyconv
import polyconv.dask as door
from polyconv.dask import _tasks
from polyconv.dask._cluster import Cluster, chunk_cost
from polyconv.dask._operations import _planned


@pytest.fixture(autouse=True)
def _one_thread():
    with dask.config.set(scheduler="synchronous"):
        yield


def test_nothing_is_computed_before_the_result_is():
    def fail(block):
        raise RuntimeError("computed")

    x = da.ones((1, 40, 40), chunks=(1, 20, 20)).map_blocks(fail, dtype=float, meta=np.ones(()))
    results = [
        door.conv(x, np.ones((1, 1, 3, 3)), padding="same"),
        door.conv_transpose(x, np.ones((1, 1, 3, 3))),
        door.nanconv(x, np.ones((1, 1, 3, 3))),
        door.gaussian_filter(x[0], 1),
    ]
    for result in results:
        with pytest.raises(RuntimeError, match="computed"):
            result.compute()


def test_chunks_of_results():
    x = da.ones((1, 100, 90), chunks=(1, 30, 30))
    w = np.ones((2, 1, 5, 4))
    assert door.conv(x, w, padding="same").chunks == ((2,), (30, 30, 30, 10), (30, 30, 30))
    assert door.conv(x, w).chunks == ((2,), (30, 30, 30, 6), (30, 30, 27))
    assert door.conv(x, w, padding="causal").chunks == ((2,), (30, 30, 30, 10), (30, 30, 30))
    assert door.conv(x, w, padding="same", stride=2).chunks == ((2,), (15, 15, 15, 5), (15,) * 3)
    assert door.conv(x, w, padding="full").chunks == ((2,), (30, 30, 30, 14), (30, 30, 33))
    up = door.conv_transpose(x, np.ones((1, 2, 4, 4)), stride=2, padding="same")
    assert up.chunks == ((2,), (60, 60, 60, 20), (60, 60, 60))


def tasks_of(result):
    """Return the layout that the tasks of a result share, and the tasks by their functions."""
    layer = dict(result.dask.layers[result.name])
    (node,) = [each for each in layer.values() if isinstance(each, DataNode)]
    tasks = {_tasks.cut_halos: [], _tasks.outputs_of: []}
    for each in layer.values():
        if each is not node:
            tasks[each.func].append(each)
    return node.value, tasks


def added_tasks(result, x):
    return len(dict(result.dask)) - len(dict(x.dask))


@pytest.mark.parametrize("mode", ["zeros", "wrap"])
@pytest.mark.parametrize("shape", [(96,), (48, 64), (24, 32, 24)])
def test_at_most_three_tasks_for_each_chunk_and_one_for_the_weights(shape, mode):
    x = da.ones((1, *shape), chunks=(1, *(8,) * len(shape)))
    w = np.ones((1, 1, *(3,) * len(shape)))
    result = door.conv(x, w, padding="same", padding_mode=mode)
    assert 1 < added_tasks(result, x) <= 3 * x.npartitions + 1
    assert added_tasks(door.sobel(x[0]), x[0]) <= 3 * x.npartitions + 1
    assert added_tasks(door.conv(x, w, stride=4), x) <= 3 * x.npartitions + 1
    mask = da.zeros(x.shape, chunks=x.chunks, dtype=bool)
    masked = door.nanconv(x, w, mask=mask, padding="same", padding_mode=mode)
    assert added_tasks(masked, x) - len(dict(mask.dask)) <= 3 * x.npartitions + 1
    (optimized,) = dask.optimize(result)
    assert len(dict(optimized.dask)) <= len(dict(result.dask))


def test_tasks_carry_no_arrays_and_borders_no_more_than_halos():
    x = da.from_array(np.zeros((1, 60, 60)), chunks=(1, 20, 20))
    result = door.conv(x, np.ones((1, 1, 7, 7)), padding="same")
    layout, tasks = tasks_of(result)
    every = [task for of_kind in tasks.values() for task in of_kind]
    assert max(len(pickle.dumps(task)) for task in every) < 3000
    assert len(pickle.dumps(layout)) < 20_000
    for task in tasks[_tasks.cut_halos]:
        (cut,) = _tasks.cut_halos(layout, *task.args[1:3], np.zeros((1, 20, 20)))
        for tile in cut.values():
            assert tile.base is None
            assert tile.size <= 3 * 20


def test_chunks_of_a_shape_share_a_plan():
    w = np.ones((1, 1, 3, 3))
    made = []
    for count in (5, 9):
        _planned.cache_clear()
        x = da.zeros((1, 20 * count, 20 * count), chunks=(1, 20, 20))
        door.conv(x, w, padding="same").compute()
        made.append(_planned.cache_info().misses)
    assert made[0] == made[1] <= 25


def test_a_chunk_is_convolved_as_it_lies_and_opposite_sides_as_a_batch(monkeypatch):
    shapes = []

    def planned(operation, shape, *rest):
        shapes.append(shape)
        return _planned(operation, shape, *rest)

    monkeypatch.setattr("polyconv.dask._operations._planned", planned)
    monkeypatch.setattr("polyconv.dask._tasks._MIN_CORE", 0.5)
    monkeypatch.setattr("polyconv.dask._operations._MIN_FILLED", 0.5)
    for images in ((), (3,)):
        x = da.ones((*images, 1, 60, 60), chunks=(*images, 1, 20, 20))
        result = door.conv(x, np.ones((1, 1, 3, 3)), padding="same")
        shapes.clear()
        result.blocks[(..., 1, 1)].compute()
        (many,) = images or (1,)
        assert shapes == [(2 * many, 1, 3, 22), (2 * many, 1, 20, 3), (*images, 1, 20, 20)]
        shapes.clear()
        result.blocks[(..., 0, 1)].compute()
        assert shapes == [(*images, 1, 3, 22), (2 * many, 1, 20, 3), (*images, 1, 20, 20)]


def test_tasks_are_dask_s_own():
    # Where dask exports the class itself, the graph may take it from there.
    assert getattr(dask, "Task", Task) is Task
    _, tasks = tasks_of(door.conv(da.zeros((1, 40), chunks=(1, 20)), np.ones((1, 1, 3))))
    every = [task for of_kind in tasks.values() for task in of_kind]
    assert all(isinstance(task, Task) for task in every)
    assert all(len(task.dependencies) >= 2 for task in every)  # the layout and a chunk


def test_one_worker_by_default():
    x = da.zeros((1, 40), chunks=(1, 20))
    for given, workers in (({}, 1), ({"workers": 3}, 3)):
        result = door.conv(x, np.ones((1, 1, 3)), **given)
        layout, _ = tasks_of(result)
        assert layout.operation.options["workers"] == workers
        assert (
            _planned(layout.operation, (1, 20), np.dtype(float), (("padding", 0),)).problem.workers
            == workers
        )


def test_the_backend_of_set_backend_is_meant():
    x = da.zeros((1, 40), chunks=(1, 20))
    with polyconv.set_backend("cython"):
        result = door.conv(x, np.ones((1, 1, 3)))
    layout, _ = tasks_of(result)
    assert layout.operation.options["backend"] == "cython"


def test_small_chunks_are_rechunked_with_a_warning():
    x = da.zeros((1, 64, 64), chunks=(1, 4, 32))
    with pytest.warns(da.PerformanceWarning, match=r"axis 1 .* 4 .* 9 elements.* 0.0328 MB in \d+"):
        result = door.conv(x, np.ones((1, 1, 9, 9)), padding="same")
    assert result.chunks == ((1,), (12, 12, 12, 12, 12, 4), (32, 32))
    channels = da.zeros((6, 64), chunks=(2, 32))
    with pytest.warns(da.PerformanceWarning, match="axis 0, of channels, is read whole"):
        door.conv(channels, np.ones((1, 6, 3)))
    with pytest.warns(da.PerformanceWarning) as caught:
        door.gaussian_filter(da.zeros((64, 64), chunks=4), 2)
    assert caught[0].filename == __file__


class TestChunkProposals:
    KERNEL = np.ones((5, 5), np.float32)

    def test_chunks_fit_into_memory_and_are_not_rechunked(self):
        for size in (300, 100_000):
            chunks = door.plan_chunks((size, size), self.KERNEL, memory=5e8, padding="same")
            assert len(chunks) == 2
            assert all(5 <= chunk <= size for chunk in chunks)
            assert 4 * prod(chunks) * 3 <= 5e8
            x = da.zeros((size, size), chunks=chunks, dtype=np.float32)
            door.conv(x, self.KERNEL, padding="same")  # a warning would be an error

    def test_chunks_are_larger_where_tasks_are_what_takes_the_time(self):
        few = door.plan_chunks((50_000, 50_000), self.KERNEL, storage=1e12, cluster_workers=64)
        many = door.plan_chunks((50_000, 50_000), self.KERNEL, storage=1e7)
        assert prod(few) > prod(many)

    def test_other_axes(self):
        w = np.ones((4, 3, 5, 5), np.float32)
        batch, channels, *_ = door.plan_chunks((7, 3, 900, 900), w)
        assert (batch, channels) == (1, 3)
        last = np.moveaxis(w, [1, 0], [-2, -1])
        assert door.plan_chunks((900, 900, 3), last, data_format="channels_last")[2] == 3
        assert len(door.plan_chunks((10**9,), np.ones(9, np.float32))) == 1

    def test_errors(self):
        with pytest.raises(ValueError, match=r"memory=1000\.0 bytes") as raised:
            door.plan_chunks((5000, 5000), self.KERNEL, memory=1e3)
        least = int(re.search(r"; allowed: at least (\d+)", str(raised.value)).group(1))
        door.plan_chunks((5000, 5000), self.KERNEL, memory=least)
        with pytest.raises(ValueError, match=f"at least {least}"):
            door.plan_chunks((5000, 5000), self.KERNEL, memory=least - 1)
        with pytest.raises(ValueError, match="network=0"):
            door.plan_chunks((5000, 5000), self.KERNEL, network=0)
        for wrong in ("nothing", "datetime64[s]"):
            with pytest.raises(TypeError, match=r"x_dtype='.*'; allowed: bool, int8"):
                door.plan_chunks((5000, 5000), self.KERNEL, x_dtype=wrong)
        for wrong in ("4e9", None, [1], True):
            with pytest.raises(TypeError, match="memory="):
                door.plan_chunks((5000, 5000), self.KERNEL, memory=wrong)
        with pytest.raises(ValueError, match="cluster_workers=0"):
            door.plan_chunks((5000, 5000), self.KERNEL, cluster_workers=0)

    @pytest.mark.parametrize("rank", [1, 2, 3])
    def test_the_model_counts_what_graphs_do(self, rank):
        x = da.zeros((1, *(30,) * rank), chunks=(1, *(10,) * rank), dtype=np.float32)
        w = np.ones((1, 1, *(5,) * rank), np.float32)
        result = door.conv(x, w, padding="same")
        layout, tasks = tasks_of(result)
        middle = (1,) * rank
        groups, sent = 0, 0
        for task in tasks[_tasks.cut_halos]:
            if task.args[2] == middle:
                chunk = np.zeros((1, *(10,) * rank), np.float32)
                (cut,) = _tasks.cut_halos(layout, *task.args[1:3], chunk)
                readers = sum(
                    task.key in reader.dependencies for reader in tasks[_tasks.outputs_of]
                )
                groups += 1
                sent += sum(tile.size for tile in cut.values()) * readers
        p = layout.operation.problem
        cluster = Cluster(workers=1, threads=1, memory=1e9, network=4.0, storage=1e9)
        cost = chunk_cost(p, (10,) * rank, w, cluster)
        assert cost.count == 3**rank
        assert cost.tasks == 2 + groups
        assert cost.transfer == 3**rank * sent
        assert cost.memory <= 4 * 30**rank + 3 * 4 * 10**rank
