"""Signals that arrive during a long call: handlers run at once, and what they raise ends the call.

Signals are sent to child processes. A call that takes seconds is known to have ended early by the
outputs that it has not written; `SECONDS` is a generous limit, no measurement.
"""

import signal
import subprocess
import sys
import threading

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv.backends import BACKENDS
from support.agreement import slow_but, slow_but_first

NAMES = [backend.name for backend in BACKENDS]
POOLED = ["direct", "winograd", "im2col", "fft_tiled", "cython"]
SECONDS = 120

COMMON = """
import os, resource, signal, sys, threading, time
import numpy as np
from polyconv import conv, find, plan, wisdom

# x, w, dtype, options. Each call takes at least 0.6 s with two workers of an Emerald Rapids, and is
# interrupted after 0.2 s.
LONG = {
    "direct": [
        ((1, 64, 200, 200), (64, 64, 11, 11), "int64", {}),  # igemm
        ((1, 64, 400, 400), (64, 1, 81, 81), "float64", {"groups": 64}),
        ((1, 1, 2000, 2000), (1, 1, 131, 131), "float64", {}),
        ((1, 4, 700, 700), (16, 4, 61, 61), "float64", {}),
        ((1, 256, 200, 200), (256, 1, 81, 81), "float64",
         {"groups": 256, "data_format": "channels_last"}),
        ((1, 1, 400000), (1, 1, 100000), "int64", {}),
    ],
    "winograd": [
        ((4, 256, 192, 192), (256, 256, 3, 3), "float64", {}),
        ((24, 8, 1024, 1024), (8, 8, 3, 3), "float64", {}),  # tiles in lanes
    ],
    "separable": [((1, 32, 1200, 1200), (32, 1, 251, 251), "int64", {"groups": 32})],
    "im2col": [((1, 64, 200, 200), (64, 64, 25, 25), "float64", {})],
    "fft_tiled": [
        ((1, 32, 1600000), (64, 32, 1000), "float64", {}),
        ((2, 16, 1400, 1400), (16, 16, 31, 31), "float64", {}),
    ],
    "fft": [((1, 32, 1600000), (64, 32, 1000), "float64", {})],
    "cython": [
        ((1, 16, 160, 160), (16, 16, 31, 31), "float64", {}),
        ((1, 1, 100000), (1, 1, 50000), "float64", {}),  # one work item takes seconds
    ],
    "naive": [((1, 16, 100, 100), (16, 16, 11, 11), "float64", {})],
}
POISON = -123456.0

def arrays(x_shape, w_shape, dtype):
    rng = np.random.default_rng(0)
    return [rng.integers(-9, 9, shape).astype(dtype) for shape in (x_shape, w_shape)]

def zeros(x_shape, w_shape, dtype, options):
    if options.get("data_format") == "channels_last":
        x_shape = (x_shape[0], *x_shape[2:], x_shape[1])
        w_shape = (*w_shape[2:], w_shape[1], w_shape[0])
    x, w = np.zeros(x_shape, dtype), np.zeros(w_shape, dtype)
    if name == "separable":
        w += np.arange(w_shape[-1], dtype=dtype)  # equal rows
    return x, w

def interrupted_at(seconds, number=signal.SIGINT):
    timer = threading.Timer(seconds, os.kill, (os.getpid(), number))
    timer.start()
    return timer

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started this process
"""

INTERRUPT = """
def small(workers):
    return conv(*SMALL, backend=name, workers=workers)

def threads():
    return len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 0

name, workers = sys.argv[1], int(sys.argv[2])
size = 6 if name == "naive" else 20
SMALL = arrays((2, 8, size, size + 1), (9, 8, 3, 3), "float64")
if name == "separable":
    SMALL[1][...] = 2
right = small(workers)
assert np.array_equal(small(workers), right)  # a size that comes again is shared by the pool
started = threads()
for case in LONG[name]:
    x, w = zeros(*case)
    prepared = plan(x.shape, w, backend=name, workers=workers, **case[3])
    out = np.full(prepared.problem.out_shape, POISON, prepared.problem.dtype)
    timer = interrupted_at(0.2)
    try:
        prepared(x, out=out)
    except KeyboardInterrupt:
        pass
    else:
        sys.exit(f"{case} was not interrupted")
    timer.join()
    assert (out == POISON).any(), f"{case} was computed to the end"
    assert np.array_equal(small(workers), right), f"wrong after {case}"
    assert threads() == started

# Memory and the pool are as before: many interrupted calls, then right ones in two threads.
peaks = []
for _ in range(6):
    try:
        timer = interrupted_at(0.02)  # inside `try`: the signal may arrive before this returns
        while True:
            prepared(x, out=out)
    except KeyboardInterrupt:
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    timer.join()
assert peaks[-1] - peaks[0] < 16 << 10, peaks
results = []
others = [threading.Thread(target=lambda: results.append(small(2))) for _ in range(2)]
for other in others:
    other.start()
for other in others:
    other.join()
assert all(np.allclose(result, right) for result in [*results, small(2)]) and len(results) == 2
"""


def run(script, *arguments):
    done = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", COMMON + script, *arguments],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("workers", slow_but(["1", "2"], "2"))
@pytest.mark.parametrize("name", slow_but_first(NAMES))
def test_a_long_call_is_interrupted(name, workers):
    run(INTERRUPT, name, workers)


HANDLERS = """
name, workers = sys.argv[1], int(sys.argv[2])
x, w = arrays((1, 256, 64, 64), (2, 256, 5, 5), "float64")
one = plan(x.shape, w, backend=name, workers=workers)
right = one(x)
start = time.perf_counter()
one(x)
images = int(1.2 / (time.perf_counter() - start)) + 2
many = plan((images, *x.shape[1:]), w, backend=name, workers=workers)
ran, children = [], []

def handler(number, frame):
    ran.append(number)
    if len(ran) == 2:
        assert np.allclose(one(x), right)
    elif len(ran) == 3:
        children.append(os.fork())
        if children[0] == 0:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(60)  # ends a child that waits for threads which it does not have
            assert np.allclose(conv(x, w, backend=name, workers=2), right)
            return
    signal.setitimer(signal.ITIMER_REAL, 0.1)

signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
result = many(np.broadcast_to(x, many.problem.x_shape))
calls = len(ran)
signal.setitimer(signal.ITIMER_REAL, 0)
assert all(np.allclose(image, right[0]) for image in result), "wrong"
if children and children[0] == 0:
    os._exit(0)
assert calls > 3, "handlers did not run during the call"
assert os.waitstatus_to_exitcode(os.waitpid(children[0], 0)[1]) == 0
assert np.allclose(conv(x, w, backend=name, workers=2), right)
"""


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("name", POOLED)
def test_a_handler_may_return_and_call_and_fork(name, workers):
    run(HANDLERS, name, workers)


LONG_TRANSFORM = """
# One segment, whose transform has a thread of its own.
x, w = np.ones((1, 1, 9_000_000)), np.ones((1, 1, 4_000_000))
prepared = plan(x.shape, w, backend="fft", workers=1)
during = []

def handler(number, frame):
    names = [thread.name for thread in threading.enumerate()]
    during.append("polyconv fft" in names)
    if during[-1]:
        raise KeyboardInterrupt

signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
try:
    prepared(x)
except KeyboardInterrupt:
    pass
signal.setitimer(signal.ITIMER_REAL, 0)
assert during and during[-1], "no handler ran while a transform did"
"""


@pytest.mark.slow
def test_a_long_transform_is_not_waited_for():
    run(LONG_TRANSFORM)


PREPARING = """
# 192 MiB of spectra, which take half a second or more; the thread of the timer may be late.
w = np.ones((96, 64, 1000))
timer = interrupted_at(0.2)
try:
    for _ in range(20):
        plan((1, 64, 20000), w, backend="fft_tiled", workers=1)
except KeyboardInterrupt:
    timer.join()
else:
    raise AssertionError("no plan was interrupted")
"""


@pytest.mark.slow
def test_preparing_weights_is_interrupted():
    run(PREPARING)


THROUGH = """
def struck(call):
    timer = interrupted_at(0.3)
    try:
        call()
    except KeyboardInterrupt:
        return True
    finally:
        timer.join()
    return False

# `find` records nothing of a measurement that was broken off.
x, w = arrays((1, 64, 256, 256), (64, 64, 13, 13), "float64")
assert struck(lambda: find(x, w, workers=2, budget=60.0))
assert not wisdom.recall(plan(x.shape, w, workers=2).problem)

# A dot product that computes the result after a veto is interrupted.
x, w = arrays((1, 256, 256, 256), (256, 256, 3, 3), "float32")
x[0, 0, 0, 0] = np.nan
prepared = plan(x.shape, w, workers=1)
assert prepared.fallback is not None, prepared
assert struck(lambda: [prepared(x) for _ in range(100)])
"""


@pytest.mark.slow
def test_an_interrupt_passes_through_find_and_the_veto():
    run(THROUGH)


def test_a_call_in_another_thread_is_not_interrupted():
    x, w = np.ones((1, 64, 64, 64)), np.ones((8, 64, 9, 9))
    prepared = plan(x.shape, w, backend="cython", workers=1)
    results = []
    thread = threading.Thread(target=lambda: results.append(prepared(x)))
    before = signal.signal(signal.SIGALRM, lambda number, frame: None)
    try:
        thread.start()
        signal.setitimer(signal.ITIMER_REAL, 0.06, 0.06)
        thread.join(timeout=SECONDS)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert (results[0] == 64 * 81).all()


def test_another_exception_of_a_handler_ends_the_call():
    class Late(Exception):
        pass

    def handler(number, frame):
        raise Late

    x, w = np.ones((1, 64, 128, 128)), np.ones((32, 64, 15, 15))
    prepared = plan(x.shape, w, backend="cython", workers=1)
    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(Late):
            prepared(x)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert (conv(x[:, :, :20, :20], w, backend="cython") == 64 * 225).all()


BLAS = """
from threadpoolctl import ThreadpoolController

libraries = ThreadpoolController().select(user_api="blas").lib_controllers
for library in libraries:
    library.set_num_threads(2)
name = sys.argv[1]
x, w = arrays((1, 16, 30, 30), (16, 16, 3, 3), "float64")
prepared = plan(x.shape, w, backend=name, workers=1)
rng = np.random.default_rng(0)
for _ in range(150):
    try:
        signal.setitimer(signal.ITIMER_REAL, rng.uniform(0.0005, 0.003))
        while True:
            prepared(x)
    except KeyboardInterrupt:
        pass
    assert [library.num_threads for library in libraries] == [2] * len(libraries)

# A handler that computes and forks, wherever it strikes.
child = False

def handler(number, frame):
    global child
    prepared(x)
    if os.fork() == 0:
        child = True
    else:
        assert os.waitstatus_to_exitcode(os.wait()[1]) == 0

signal.signal(signal.SIGALRM, handler)
for _ in range(20):
    signal.setitimer(signal.ITIMER_REAL, rng.uniform(0.0005, 0.003))
    end = time.perf_counter() + 0.005
    while time.perf_counter() < end and not child:
        prepared(x)
    assert [library.num_threads for library in libraries] == [2] * len(libraries)
    if child:
        os._exit(0)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", slow_but_first(["im2col", "fft"]))
def test_the_thread_counts_of_blas_are_restored(name):
    run("signal.signal(signal.SIGALRM, signal.default_int_handler)\n" + BLAS, name)
