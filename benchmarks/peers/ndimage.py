"""The functions of polyconv.scipy.ndimage beside SciPy's: the class `ndimage` of the peers.

    python -m benchmarks.peers.ndimage --workers 1
    python -m benchmarks.peers.ndimage --shapes 64 --functions sobel,laplace --markdown ndimage.md

Rows are calls, not convolutions: each is the same call of the two modules on the same array, in one
process, with one worker or more for polyconv; SciPy has one. Both allocate their results. The two
are timed in turn and the fastest call of each counts. Results are compared first, in units of
rounding of the larger of the two.
"""

import argparse
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import scipy
import scipy.ndimage as theirs
from numpy.typing import NDArray

import polyconv
import polyconv.scipy.ndimage as ours
from polyconv._machine import fingerprint

__all__ = ["CALLS", "DTYPES", "SHAPES", "NdimageRow", "main"]

SHAPES = {
    "64": (64, 64),
    "512": (512, 512),
    "2048": (2048, 2048),
    "256x256x256": (256, 256, 256),
}
DTYPES = ("float32", "float64", "uint8")

_SIGMA, _LINE = 1.5, (1.0, 2.0, 4.0, 2.0, 0.5)
_WINDOWS = {ndim: np.random.default_rng(ndim).random((7 - ndim,) * ndim) + 0.1 for ndim in (2, 3)}


def _second(m: ModuleType) -> Callable[..., NDArray[Any]]:
    """Return the second difference that `generic_laplace` calls, by the module's own function."""
    return lambda x, axis, output, mode, cval: m.correlate1d(
        x, [1, -2, 1], axis, output, mode, cval
    )


# Each calls a function of SciPy's module or of polyconv's: windows of 5x5 and 4x4x4, lines of 5 and
# Gaussians of 13 elements.
CALLS: dict[str, Callable[[ModuleType, NDArray[Any]], NDArray[Any]]] = {
    "correlate": lambda m, x: m.correlate(x, _WINDOWS[x.ndim]),
    "convolve": lambda m, x: m.convolve(x, _WINDOWS[x.ndim]),
    "correlate1d": lambda m, x: m.correlate1d(x, _LINE, axis=0),
    "convolve1d": lambda m, x: m.convolve1d(x, _LINE),
    "gaussian_filter1d": lambda m, x: m.gaussian_filter1d(x, _SIGMA),
    "gaussian_filter": lambda m, x: m.gaussian_filter(x, _SIGMA),
    "uniform_filter1d": lambda m, x: m.uniform_filter1d(x, 5),
    "uniform_filter": lambda m, x: m.uniform_filter(x, 5),
    "sobel": lambda m, x: m.sobel(x),
    "prewitt": lambda m, x: m.prewitt(x, axis=0),
    "laplace": lambda m, x: m.laplace(x),
    "gaussian_laplace": lambda m, x: m.gaussian_laplace(x, _SIGMA),
    "gaussian_gradient_magnitude": lambda m, x: m.gaussian_gradient_magnitude(x, _SIGMA),
    "generic_laplace": lambda m, x: m.generic_laplace(x, _second(m)),
    "generic_gradient_magnitude": lambda m, x: m.generic_gradient_magnitude(x, m.sobel),
}

# Largest difference, in units of max|result|: of sums in float32 and float64. Integers are equal.
_TOLERANCE = {"float32": 1e-5, "float64": 1e-12, "uint8": 0.0}


@dataclass(frozen=True)
class NdimageRow:
    """The times of one call, in seconds."""

    shape: str
    dtype: str
    function: str
    scipy: float
    polyconv: float

    @property
    def ratio(self) -> float:
        """SciPy's time in units of polyconv's."""
        return self.scipy / self.polyconv


def timed(shape: str, dtype: str, function: str, workers: int, seconds: float) -> NdimageRow:
    """Compare the two results, then time both in turn for at least `seconds`."""
    x = (np.random.default_rng(0).random(SHAPES[shape]) * 255).astype(dtype)
    call = CALLS[function]
    best = {theirs: math.inf, ours: math.inf}
    with polyconv.set_workers(workers):
        wanted, got = call(theirs, x), call(ours, x)
        scale = max(float(np.abs(wanted.astype(float)).max()), 1.0)
        error = float(np.abs(wanted.astype(float) - got.astype(float)).max()) / scale
        if not error <= _TOLERANCE[dtype]:
            raise AssertionError(f"{function} {dtype} {shape}: results differ by {error:.1e}")
        del wanted, got
        end = time.perf_counter() + seconds
        visits = 0
        while visits < 3 or time.perf_counter() < end:
            for module in (theirs, ours, ours):
                start = time.perf_counter()
                call(module, x)
                best[module] = min(best[module], time.perf_counter() - start)
            visits += 1
    return NdimageRow(shape, dtype, function, best[theirs], best[ours])


def geometric_mean(rows: Sequence[NdimageRow]) -> float:
    """Return the geometric mean of the ratios."""
    return math.exp(sum(math.log(row.ratio) for row in rows) / len(rows))


def markdown(rows: Sequence[NdimageRow], workers: int) -> str:
    """Return the table, one row for a function and shape and one column for a dtype."""
    machine = fingerprint()
    dtypes = list(dict.fromkeys(row.dtype for row in rows))
    worst = min(rows, key=lambda row: row.ratio)
    head = (
        f"{machine['cpu']}, {machine['isa']}; {workers} worker{'s'[: workers > 1]}; "
        f"{datetime.now(UTC):%Y-%m-%d}; SciPy {scipy.__version__}, NumPy {np.__version__}. "
        f"Geometric mean {geometric_mean(rows):.2f}, worst {worst.ratio:.2f} "
        f"({worst.function}, {worst.dtype}, {worst.shape})."
    )
    lines = [
        head,
        "",
        "| function | shape | " + " | ".join(dtypes) + " |",
        "| --- | --- |" + " ---: |" * len(dtypes),
    ]
    for shape in dict.fromkeys(row.shape for row in rows):
        for function in dict.fromkeys(row.function for row in rows):
            cells = [
                f"{row.scipy * 1e3:.3g} / {row.polyconv * 1e3:.3g} ms, {row.ratio:.1f}"
                for row in rows
                if (row.shape, row.function) == (shape, function)
            ]
            lines.append(f"| {function} | {shape} | " + " | ".join(cells) + " |")
        of_shape = [row for row in rows if row.shape == shape]
        means = [
            f"**{geometric_mean([row for row in of_shape if row.dtype == dtype]):.2f}**"
            for dtype in dtypes
        ]
        lines.append(f"| geometric mean | {shape} | " + " | ".join(means) + " |")
    return "\n".join(lines) + "\n"


@contextmanager
def pinned(workers: int) -> Iterator[None]:
    """Keep to the last CPUs; most interrupts are handled by the first."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[-workers:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 1 if any call is slower than SciPy's."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.ndimage", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--functions", default=",".join(CALLS), metavar="A,B")
    parser.add_argument("--shapes", default=",".join(SHAPES), metavar="A,B")
    parser.add_argument("--dtypes", default=",".join(DTYPES), metavar="A,B")
    parser.add_argument(
        "--seconds", type=float, default=0.3, metavar="S", help="seconds for each row"
    )
    parser.add_argument("--markdown", type=Path, metavar="PATH", help="write the table there")
    options = parser.parse_args(arguments)
    selected = {}
    for name, known in (("shapes", SHAPES), ("dtypes", DTYPES), ("functions", CALLS)):
        selected[name] = getattr(options, name).split(",")
        if unknown := sorted(set(selected[name]) - set(known)):
            parser.error(f"--{name} {','.join(unknown)}; allowed: {', '.join(known)}")
    rows = []
    with pinned(options.workers):
        for shape, dtype, function in product(*selected.values()):
            row = timed(shape, dtype, function, options.workers, options.seconds)
            rows.append(row)
            print(
                f"{shape:12} {dtype:8} {function:28} scipy {row.scipy * 1e3:9.3f} ms  "
                f"polyconv {row.polyconv * 1e3:9.3f} ms  {row.ratio:6.2f}",
                flush=True,
            )
    worst = min(rows, key=lambda row: row.ratio)
    print(
        f"geometric mean {geometric_mean(rows):.2f}; worst {worst.ratio:.2f}: {worst.function} "
        f"{worst.dtype} {worst.shape}; {sum(row.ratio < 1 for row in rows)} of {len(rows)} slower"
    )
    if options.markdown:
        options.markdown.write_text(markdown(rows, options.workers), encoding="utf-8")
    return int(worst.ratio < 1)


if __name__ == "__main__":
    sys.exit(main())
