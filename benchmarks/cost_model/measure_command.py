"""Measure a planner's tuned constant again: the times of its workloads with each of its values.

    python -m benchmarks.cost_model measure                         # all constants, with units
    python -m benchmarks.cost_model measure direct.SCATTERED_STORE  # one, on this machine
    python -m benchmarks.cost_model measure direct --workers 2      # all of a backend

Each workload of the constant is planned with its present value and with each trial value. The plans
are called in turn, so that noise of the machine reaches all of them, and the fastest call of each
counts. A ratio above 1 means that the trial value is slower than the present one. Exit status: 0,
or 1 if a trial value is faster by more than ``--threshold`` in the geometric mean.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module, util
from typing import Any

import numpy as np

import polyconv
from benchmarks.peers.named_filters import gaussian_sigma
from polyconv._nanconv_tuning import TUNING as NANCONV
from polyconv._problem_cache import problem_of
from polyconv.backends.tuning import Constant, Tuning
from polyconv.grad import _tuning as conv_weight
from polyconv.grad._exchanged import write_exchanged
from polyconv.grad._weight import planned
from polyconv.scipy import ndimage
from polyconv.scipy.ndimage._tuning import TUNING as NDIMAGE
from polyconv.transposed import _tuning as conv_transpose
from polyconv.workloads import ADJOINTS, Workload, by_name

from .timings import alternate, clock_for, pinned

__all__ = ["all_tables", "clear_caches", "main", "tables"]

# Share of the inputs of `nanconv` that is missing: in general, and where the constants decide
# whether gaps are few, near the number at which both ways take as long.
_MISSING, _MISSING_AT_BREAK_EVEN = 0.002, 0.01


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parse(arguments)
    chosen = [
        (table, constant)
        for table in all_tables()
        for constant in table
        if not options.names
        or table.backend in options.names
        or f"{table.backend}.{constant.name}" in options.names
    ]
    if not options.names:
        for table, constant in chosen:
            print(f"{table.backend}.{constant.name} = {constant.here!r}: {constant.meaning}")
            print(f"    {constant.cpu}, {constant.date}; trials {constant.trials!r}")
        return 0
    improved = False
    with pinned(options.workers):
        for table, constant in chosen:
            ratios = _measure(table, constant, options.workers, options.budget)
            improved |= min(ratios, default=1.0) < 1 - options.threshold
    return int(improved)


def tables() -> list[Tuning]:
    """Return the tables of all backends that have one."""
    package = import_module("polyconv.backends")
    found = []
    for backend in package.BACKENDS:
        name = f"polyconv.backends.{backend.name}.tuning"
        if util.find_spec(f"polyconv.backends.{backend.name}").submodule_search_locations and (
            util.find_spec(name)
        ):
            found.append(import_module(name).TUNING)
    return found


def all_tables() -> list[Tuning]:
    """Return the tables of the backends, and those of functions that are no backend's."""
    return [*tables(), NANCONV, NDIMAGE, conv_weight.TUNING, conv_transpose.TUNING]


def _measure(table: Tuning, constant: Constant, workers: int, budget: float) -> list[float]:
    """Print the times of a constant's workloads by value; return the mean ratio of each trial."""
    values = constant.compared
    print(f"\n{table.backend}.{constant.name}: {constant.meaning}")
    print(f"{'workload':34} {'us':>9} " + " ".join(f"{value!s:>9}" for value in values[1:]))
    ratios: list[list[float]] = []
    for name in constant.workloads:
        seconds = _times(table, constant, values, name, workers, budget)
        ratios.append([t / seconds[0] for t in seconds[1:]])
        row = " ".join(f"{ratio:9.3f}" for ratio in ratios[-1])
        print(f"{name:34} {1e6 * seconds[0]:9.1f} {row}")
    means = [math.exp(float(np.mean(np.log(column)))) for column in zip(*ratios, strict=True)]
    print(f"{'geometric mean':44} " + " ".join(f"{mean:9.3f}" for mean in means))
    return means


def _times(
    table: Tuning,
    constant: Constant,
    values: Sequence[Any],
    name: str,
    workers: int,
    budget: float,
) -> list[float]:
    """Return the fastest call of one workload with each value, in seconds."""
    workload = workload_of(table, name)
    x, w = workload.arrays()
    calls: dict[str, Callable[[], object]] = {}
    call = _plain_call(table, constant, workload, x, w, workers)
    for value in values:
        if call is not None:
            calls[str(value)] = partial(_with, table, constant.name, value, call)
        elif table is conv_weight.TUNING:
            with _replaced(table, constant.name, value):
                by = _gradient(workload, x, w, workers, constant.name.startswith("COLUMNS"))
            # The choice of a way to exchange roles is part of each call.
            calls[str(value)] = partial(_with, table, constant.name, value, by)
        else:
            with _replaced(table, constant.name, value):
                plan = polyconv.plan(
                    x, w, backend=table.backend, workers=workers, **workload.options
                )
            calls[str(value)] = partial(plan, x, plan(x))
    best = alternate(calls, budget, clock_for(workers))
    return [best[str(value)] for value in values]


def _plain_call(
    table: Tuning, constant: Constant, workload: Workload, x: Any, w: Any, workers: int
) -> Callable[[], object] | None:
    """Return the call of a function that reads the table in each call; None if plans read it."""
    if table is NANCONV:
        missing = _MISSING_AT_BREAK_EVEN if constant.name.endswith("_SECONDS") else _MISSING
        x[np.random.default_rng(0).random(x.shape) < missing] = np.nan
        return partial(polyconv.nanconv, x, abs(w), workers=workers, **workload.options)
    if table is NDIMAGE:
        return _filter(workload.name, x, w, constant.name.startswith(("TILE", "ROW")), workers)
    if table is conv_transpose.TUNING:
        return partial(polyconv.conv_transpose, x, w, workers=workers, **workload.options)
    return None


def workload_of(table: Tuning, name: str) -> Workload:
    """Return the workload of a constant: of the transposed convolutions, or a convolution."""
    if table is not conv_transpose.TUNING:
        return by_name(name)
    return next(each for each in ADJOINTS["transposed"] if each.name == name)


def _filter(name: str, x: Any, w: Any, by_passes: bool, workers: int) -> Callable[[], object]:
    """Return the call of the function of ndimage that has the filter of a workload.

    With `by_passes` it filters a quarter of the image: too small for the backend `separable`, so
    that ndimage's own passes compute it.
    """
    image, window = x[0, 0], w[0, 0]
    if by_passes:
        image = np.ascontiguousarray(image[: len(image) // 2, : image.shape[1] // 2])
    if "gaussian" in name:
        size = len(window)
        return partial(
            ndimage.gaussian_filter,
            image,
            gaussian_sigma(size),
            radius=size // 2,
            mode="constant",
            workers=workers,
        )
    if "sobel" in name:
        return partial(ndimage.sobel, image, mode="constant", workers=workers)
    filters = ndimage.correlate1d if image.ndim == 1 else ndimage.correlate
    return partial(filters, image, window, mode="constant", workers=workers)


def _gradient(
    workload: Workload, x: Any, w: Any, workers: int, exchanged: bool
) -> Callable[[], object]:
    """Return the call that writes the gradient of a workload's weights, planned now.

    It is computed by the backends of convolution if `exchanged` or if they are predicted to be
    faster.
    """
    options: Any = {**workload.options, "workers": workers}
    p = problem_of(x.shape, x.dtype, w.shape, w.dtype, options)
    g = np.random.default_rng(1).random(p.out_shape).astype(x.dtype)
    arrays = p.canonical_x(x), p.canonical_out(g)
    call = None if exchanged else planned(p, *arrays, options)
    if call is None:
        out = p.canonical_w(np.empty_like(w))
        return partial(write_exchanged, p, *arrays, out, "auto", options)
    return partial(call, np.empty((*p.canonical_w(w).shape[:2], p.taps), x.dtype))


def _with(table: Tuning, name: str, value: Any, call: Callable[[], object]) -> object:
    """Call with another value of a constant that is read in each call."""
    present = getattr(table, name)
    setattr(table, name, value)
    try:
        return call()
    finally:
        setattr(table, name, present)


@contextmanager
def _replaced(table: Tuning, name: str, value: Any) -> Iterator[None]:
    """Plan with another value: planners read the table at each use, so their caches are emptied."""
    present = getattr(table, name)
    setattr(table, name, value)
    clear_caches()
    try:
        yield
    finally:
        setattr(table, name, present)
        clear_caches()


def clear_caches() -> None:
    """Empty every cache in the modules of polyconv."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "polyconv":
            for value in list(vars(module).values()):
                if isinstance(value, type):
                    continue
                if callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cost_model measure", description=__doc__.split("\n")[0]
    )
    known = [
        name
        for table in all_tables()
        for name in (table.backend, *(f"{table.backend}.{constant.name}" for constant in table))
    ]
    parser.add_argument(
        "names",
        nargs="*",
        metavar="BACKEND[.NAME]",
        help="constants to measure; without any, list all",
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument(
        "--budget",
        type=float,
        default=2.0,
        metavar="SECONDS",
        help="seconds for each workload, default 2",
    )
    parser.add_argument(
        "--threshold",
        type=float,
        default=0.03,
        metavar="SHARE",
        help="exit with 1 if another value is faster by this share, default 0.03",
    )
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in known:
            parser.error(f"{name!r} is not a measured constant; allowed: {', '.join(known)}")
    return options
