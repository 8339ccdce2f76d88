"""Threads and processes: shared plans, forked children, worker counts, settings per thread."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from polyconv import choose, conv, explain, find, plan, set_backend, set_workers
from polyconv._machine import usable_cpus
from polyconv.backends import BACKENDS
from support import oracle
from support.agreement import (
    assert_same_bits,
    check,
    problem_of,
    random_values,
    remember,
    slow_but_first,
    supports,
)
from support.compare import assert_agrees

# The results of these backends are equal bit by bit for any number of workers, on small problems.
# Tiles that cannot hold all input channels may be cut, and summed, otherwise (docs/semantics.md).
SAME_BITS = ("naive", "cython", "direct")


def sizes(backend):
    """Return a problem large enough for several threads, or a small one for plain Python."""
    if backend.name == "naive":
        return (1, 2, 6, 7), (3, 2, 3, 3)
    return (2, 8, 40, 41), (9, 8, 3, 3)


@pytest.mark.slow_in_python
def test_one_plan_from_eight_threads(backend):
    x_shape, w_shape = sizes(backend)
    w = random_values(w_shape, "float32", 100)
    prepared = plan(x_shape, w, random_values(w_shape[:1], "float32", 101), backend=backend.name)
    inputs = [random_values(x_shape, "float32", seed) for seed in range(8)]
    expected = [prepared(x) for x in inputs]
    start = threading.Barrier(8)

    def run(x):
        start.wait(timeout=60)
        return [prepared(x) for _ in range(4)]

    with ThreadPoolExecutor(8) as pool:
        for results, right in zip(pool.map(run, inputs), expected, strict=True):
            for result in results:
                assert_same_bits(result, right)


@pytest.mark.slow_in_python
def test_different_problems_from_eight_threads(backend):
    jobs = []
    for seed in range(8):
        x = random_values((1, 1 + seed % 3, 8, 9 + seed), "float32", seed)
        w = random_values((2, 1 + seed % 3, 1 + seed % 4, 3), "float32", seed + 50)
        if supports(backend, x, w):
            jobs.append((x, w, conv(x, w, backend=backend.name)))

    def run(job):
        x, w, right = job
        return all(conv(x, w, backend=backend.name).tobytes() == right.tobytes() for _ in range(5))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, jobs))


@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "int64"]))
@pytest.mark.parametrize("options", [{}, {"padding": 1, "stride": 2}, {"groups": 2}], ids=str)
@pytest.mark.slow_in_python
def test_the_number_of_workers_does_not_change_the_answer(backend, dtype, options):
    x_shape, w_shape = sizes(backend)
    groups = options.get("groups", 1)
    x = random_values(x_shape, dtype, 1)
    w = random_values((4 * groups, w_shape[1] // groups, 3, 3), dtype, 2)
    if not supports(backend, x, w, **options):
        check(backend, x, w, **options)
        return
    reference = oracle.convolve(x, w, **options)
    one = conv(x, w, backend=backend.name, workers=1, **options)
    for workers in (2, 3, 8):
        several = conv(x, w, backend=backend.name, workers=workers, **options)
        problem = problem_of(x, w, workers=workers, **options)
        assert_agrees(several, reference, backend.error_bound(problem))
        if backend.name in SAME_BITS:
            assert_same_bits(several, one)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_call_gives_the_same_bits(backend, workers):
    x_shape, w_shape = sizes(backend)
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    first = conv(x, w, backend=backend.name, workers=workers)
    for _ in range(5):
        assert_same_bits(conv(x, w, backend=backend.name, workers=workers), first)


FORK = """
import os, signal, sys
import numpy as np
from polyconv import conv, plan

name = sys.argv[1]
shapes = ((1, 2, 6, 7), (3, 2, 3, 3)) if name == "naive" else ((2, 8, 40, 41), (9, 8, 3, 3))
rng = np.random.default_rng(0)
x, w = (rng.standard_normal(shape).astype(np.float32) for shape in shapes)
before = conv(x, w, backend=name, workers=2)
prepared = plan(x, w, backend=name, workers=2)
prepared(x)
child = os.fork()
if child == 0:
    signal.alarm(30)  # a child that waits for threads which it does not have is ended by it
    right = np.allclose(conv(x, w, backend=name, workers=2), before, rtol=1e-4, atol=1e-4)
    right &= np.allclose(prepared(x), before, rtol=1e-4, atol=1e-4)
    os._exit(0 if right else 1)
_, status = os.waitpid(child, 0)
again = conv(x, w, backend=name, workers=2)
sys.exit(os.waitstatus_to_exitcode(status) or not np.array_equal(again, before))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("name", [backend.name for backend in BACKENDS])
def test_a_forked_child_computes(name):
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORK, name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


THREAD_POOL = """
import os, sys
import numpy as np
from polyconv import conv

x, w = np.ones((4, 8, 40, 41), np.float32), np.ones((16, 2, 3, 3), np.float32)
counts = []
for workers in (1, 3, 3, 2, 1):
    conv(x, w, groups=4, backend=sys.argv[1], workers=workers)
    counts.append(len(os.listdir("/proc/self/task")))
print([count - counts[0] for count in counts])
"""


@pytest.mark.slow
@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="threads cannot be counted")
@pytest.mark.parametrize("name", ["direct", "im2col", "fft", "fft_tiled", "winograd"])
def test_the_thread_pool_is_started_once_and_kept(name):
    command = [sys.executable, "-c", THREAD_POOL, name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[0, 2, 2, 2, 2]"


LARGE = (1, 64, 56, 56), (64, 64, 3, 3)


def workers_of(**options):
    x, w = LARGE
    return plan(x, np.zeros(w, np.float32), backend="naive", **options).problem.workers


def test_all_functions_use_every_cpu_by_default(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr("polyconv._machine.usable_cpus", lambda: 4)
    assert workers_of() == 4
    # All functions look up the same problem, so each finds the time that another recorded.
    x, w = (np.ones(shape, np.float32) for shape in LARGE)
    remember(problem_of(x, w, workers=4), {"naive": 1e-9})
    for answer in (choose(x, w), explain(x, w).choice, plan(x, w).choice):
        assert (answer.backend, answer.source) == ("naive", "wisdom")
    small = x[..., :20, :20]
    find(small, w, budget=0.005)
    assert choose(small, w, workers=4).source == "wisdom"


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no thread can be bound here")
def test_a_thread_that_is_bound_to_a_cpu_soon_counts_one():
    allowed = os.sched_getaffinity(0)
    assert usable_cpus() == len(allowed)
    seen = []

    def bind():
        usable_cpus()
        os.sched_setaffinity(0, {min(allowed)})
        time.sleep(0.1)
        seen.append(usable_cpus())

    thread = threading.Thread(target=bind)
    thread.start()
    thread.join()
    assert seen == [1]
    assert usable_cpus() == len(allowed)


def test_setting_workers_nests(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    usual = workers_of()
    with set_workers(3):
        assert workers_of() == 3
        with set_workers(5):
            assert workers_of() == 5
            assert workers_of(workers=2) == 2
        assert workers_of() == 3
    assert workers_of() == usual


def test_the_environment_goes_before_a_block_and_a_call_before_both(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7,2")
    assert workers_of() == 7
    with set_workers(3):
        assert workers_of() == 7
        assert workers_of(workers=2) == 2


def test_nonsense_in_the_environment_is_passed_over(monkeypatch):
    for value in ("", "0", "many", "-1"):
        monkeypatch.setenv("OMP_NUM_THREADS", value)
        with set_workers(3):
            assert workers_of() == 3


def test_small_problems_get_one_worker(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    x, w = np.ones((1, 1, 5)), np.ones((1, 1, 3))
    with set_workers(8):
        assert plan(x, w).problem.workers == 1
        assert plan(x, w, workers=8).problem.workers == 8


def test_settings_belong_to_their_thread(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    both_inside = threading.Barrier(2)
    seen = {}

    def run(workers, backend):
        with set_workers(workers), set_backend(backend):
            both_inside.wait(timeout=60)
            seen[workers] = workers_of(), choose(*LARGE).source
            both_inside.wait(timeout=60)

    threads = [
        threading.Thread(target=run, args=arguments) for arguments in ((3, "naive"), (5, "auto"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {3: (3, "forced"), 5: (5, "model")}


def test_settings_belong_to_their_task(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr("polyconv._machine.usable_cpus", lambda: 4)

    async def run(workers, backend, turn):
        with set_workers(workers), set_backend(backend):
            for _ in range(3):
                await asyncio.sleep(0)  # the others' blocks open and close meanwhile
                seen.append((workers, workers_of(), choose(*LARGE).source))
            turn.set()
        await turn.wait()
        return choose(*LARGE).source, workers_of()

    async def everyone():
        jobs = (run(3, "naive", asyncio.Event()), run(5, "auto", asyncio.Event()))
        after = await asyncio.gather(*jobs)
        assert after == [("model", 4)] * 2
        with set_backend("naive"):  # a task starts with the settings of the task that creates it
            assert await asyncio.create_task(inherited()) == "forced"

    async def inherited():
        return choose(*LARGE).source

    seen = []
    asyncio.run(everyone())
    assert sorted(set(seen)) == [(3, 3, "forced"), (5, 5, "model")]
