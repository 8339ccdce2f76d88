"""`polyconv.dask`: memory of results that is used again, and results larger than caches."""

import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask.array as da
from dask._task_spec import DataNode

import polyconv.dask as door
from polyconv._machine import caches
from polyconv.dask import _memory, _operations
from polyconv.dask._memory import Pool, new_chunk
from polyconv.dask._operations import _planned

LARGE = 8 << 20


def address(array):
    return array.__array_interface__["data"][0]


def kept(pool):
    return sum(block.nbytes for block in pool._blocks)


@pytest.fixture
def pool(monkeypatch):
    pool = Pool(4 * LARGE)
    monkeypatch.setattr(_memory, "POOL", pool)
    return pool


def test_memory_is_used_again_when_the_last_view_is_gone(pool):
    chunk = new_chunk((2, LARGE // 8), np.dtype(np.float32))
    assert chunk.flags.writeable
    assert chunk.flags.c_contiguous
    assert address(chunk) % (2 << 20) == 0
    where, view = address(chunk), chunk[1:, ::3].T
    view[...] = 7
    del chunk
    other = new_chunk((LARGE,), np.dtype(np.uint8))
    assert address(other) != where
    other[...] = 1
    assert (view == 7).all()
    del view
    assert address(new_chunk((LARGE // 8,), np.dtype(np.float64))) == where


def test_memory_of_another_size_is_not_used(pool):
    where = address(new_chunk((LARGE,), np.dtype(np.uint8)))
    assert address(new_chunk((LARGE // 2,), np.dtype(np.uint8))) != where
    assert address(new_chunk((LARGE,), np.dtype(np.uint8))) == where


def test_small_results_are_no_loans(pool):
    assert new_chunk((3, 5), np.dtype(np.int8)).base is None


def test_the_oldest_blocks_go_beyond_the_limit(pool):
    sizes = [LARGE, LARGE + 64, LARGE + 128, LARGE + 192, LARGE + 256]
    arrays = [new_chunk((size,), np.dtype(np.uint8)) for size in sizes]
    while arrays:
        del arrays[0]
        assert kept(pool) <= 4 * LARGE
    assert [block.nbytes for block in pool._blocks] == sizes[-3:]
    too_large = new_chunk((5 * LARGE,), np.dtype(np.uint8))
    del too_large
    assert kept(pool) <= 4 * LARGE
    pool.clear()
    assert kept(pool) == 0


def test_blocks_given_back_while_the_lock_is_held_wait(pool):
    chunk = new_chunk((LARGE,), np.dtype(np.uint8))
    where = address(chunk)
    with pool._lock:  # as when the garbage collector runs inside the pool
        del chunk
        gc.collect()
        assert kept(pool) == 0
    assert address(new_chunk((LARGE,), np.dtype(np.uint8))) == where
    pool._lock.acquire()
    pool.after_fork()
    new_chunk((LARGE,), np.dtype(np.uint8))


def test_threads_never_share_a_block(pool):
    def work(number):
        for _ in range(50):
            chunk = new_chunk((LARGE,), np.dtype(np.uint8))
            part = chunk[:4096]
            part[...] = number
            del chunk
            if not (part == number).all():
                return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(8)))
    assert kept(pool) <= 4 * LARGE


def test_results_that_are_kept_stay_as_they_are(pool):
    x = da.from_array(np.random.default_rng(0).random((1, 2200, 1100)), chunks=(1, 1100, 1100))
    w = np.ones((1, 1, 3, 3))
    first = door.conv(x, w, padding="same").persist()
    kept = [np.asarray(block) for block in first.dask.layers[first.name].values()]
    copies = [each.copy() for each in kept]
    door.conv(x, -w, padding="same").compute()
    for each, copy in zip(kept, copies, strict=True):
        np.testing.assert_array_equal(each, copy)
        assert (pickle.loads(pickle.dumps(each)) == copy).all()


def test_regions_beyond_l2_are_planned_as_parts_of_the_whole(monkeypatch):
    monkeypatch.setattr(_operations, "caches", lambda: replace(caches(), l2=1 << 20))
    _planned.cache_clear()
    x = da.zeros((1, 4096, 4096), chunks=(1, 1024, 1024), dtype=np.float32)
    result = door.conv(x, np.ones((1, 1, 3, 3), np.float32), padding="same")
    nodes = result.dask.layers[result.name].values()
    (layout,) = [each.value for each in nodes if isinstance(each, DataNode)]
    operation = layout.operation
    whole = operation.problem.in_out_bytes
    for side, whole_bytes in ((1024, whole), (64, 0)):
        p = _planned(operation, (1, side, side), x.dtype, (("padding", 1),)).problem
        assert p.whole_bytes == whole_bytes
        assert p.bytes_to_keep == max(p.in_out_bytes, whole_bytes)
    _planned.cache_clear()
