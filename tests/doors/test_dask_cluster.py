"""`polyconv.dask` on processes: dask's pool, and a cluster of which one worker is killed."""

import os
import signal
import time

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask
import dask.array as da

import polyconv.dask as door
from polyconv import conv
from polyconv.scipy import ndimage


def slowly(block, seconds):
    """Return a block a little later."""
    time.sleep(seconds)
    return block


@pytest.fixture
def spawning():
    """Start processes as a program of its own would, without this one's threads."""
    with dask.config.set({"multiprocessing.context": "spawn"}):
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("spawning")
def test_a_pool_of_processes_gives_the_same():
    rng = np.random.default_rng(0)
    x, w = rng.integers(-9, 9, (2, 60, 50)), rng.integers(-9, 9, (3, 2, 5, 5))
    lazy = da.from_array(x, chunks=(2, 20, 20))
    result = door.conv(lazy, w, padding="same", padding_mode="wrap")
    got = result.compute(scheduler="processes", num_workers=2)
    np.testing.assert_array_equal(got, conv(x, w, padding="same", padding_mode="wrap"))


@pytest.fixture
def client():
    """Return a client of a cluster of two worker processes on this machine."""
    distributed = pytest.importorskip("distributed")
    settings = {"distributed.worker.daemon": False, "distributed.comm.timeouts.connect": "20s"}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.mark.slow
# The killed worker's connections end as they may.
@pytest.mark.filterwarnings("ignore:.*unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_result_is_right_though_a_worker_is_killed(client):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(400, 400))
    w = rng.integers(-9, 9, (3, 3)).astype(float)
    lazy = da.from_array(x, chunks=(50, 50)).map_blocks(slowly, 0.05, dtype=x.dtype)
    results = [
        door.conv(lazy, w, padding="same", backend="cython"),
        door.gaussian_filter(lazy, 1.5),
    ]
    before = client.run(os.getpid)
    futures = client.compute(results)
    deadline = time.monotonic() + 60
    finished = 0
    while finished < 60 and time.monotonic() < deadline:  # of about 700 tasks
        finished = sum(map(len, client.has_what().values()))
        time.sleep(0.05)
    assert finished >= 60
    assert not any(future.done() for future in futures)
    killed = min(before.values())
    os.kill(killed, signal.SIGKILL)
    got = client.gather(futures)
    np.testing.assert_array_equal(
        got[0], conv(x[None], w[None, None], padding="same", backend="cython")[0]
    )
    np.testing.assert_array_equal(got[1], ndimage.gaussian_filter(x, 1.5))
    client.wait_for_workers(2, timeout=60)
    after = client.run(os.getpid)
    assert killed not in after.values()
    assert set(before.values()) & set(after.values()) == {max(before.values())}
