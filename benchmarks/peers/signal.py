"""Functions of polyconv.scipy.signal beside SciPy's: the class `signal` of the peers.

    python -m benchmarks.peers.signal --workers 1
    python -m benchmarks.peers.signal --only resample_poly,lfilter --markdown signal.md

Each row is the same call of the two modules on the same arrays, in one process. The two are timed
in turn, and the fastest call of each counts. Results are compared first.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import scipy
import scipy.signal as theirs

import polyconv
import polyconv.scipy.signal as ours
from polyconv._machine import fingerprint

from .ndimage import pinned

__all__ = ["CASES", "CLOCKS", "SignalCase", "main", "race"]

DTYPES = ("float32", "float64", "uint8")

# Largest difference in units of max|result|; integers are equal.
_TOLERANCE = {"float32": 3e-5, "float64": 1e-11}


@dataclass(frozen=True)
class SignalCase:
    """A function, the shape of its input, and its other arguments, made for a dtype.

    Attributes
    ----------
    function : str
    shape : tuple of int
    note : str
        The arguments, for the table.
    arguments : callable
        Returns all arguments from the input and a function that makes arrays of its dtype.
    options : dict
    floats : bool
        True to leave out uint8.
    """

    function: str
    shape: tuple[int, ...]
    note: str
    arguments: Callable[[Any, Callable[..., Any]], tuple[Any, ...]]
    options: dict[str, Any]
    floats: bool = False


def _case(
    function: str, shape: Any, note: str, arguments: Any, floats: bool = False, **options: Any
) -> SignalCase:
    return SignalCase(function, shape, note, arguments, options, floats)


def _low_pass(taps: int, x: Any) -> Any:
    return theirs.firwin(taps, 0.2).astype(x.dtype if x.dtype.kind == "f" else float)


_SIGNAL, _ROWS = (1_000_000,), (1000, 1000)
_IMAGE, _LARGE = (512, 512), (2048, 2048)

CASES = (
    *(
        _case("convolve", _SIGNAL, f"{k} taps", lambda x, a, k=k: (x, a(k), "same"))
        for k in (5, 31, 255, 4001)
    ),
    _case("correlate", _SIGNAL, "255 taps, valid", lambda x, a: (x, a(255), "valid")),
    _case("fftconvolve", _SIGNAL, "with itself", lambda x, a: (x, x, "same"), True),
    _case("oaconvolve", _SIGNAL, "1000 taps", lambda x, a: (x, a(1000)), True),
    _case("fftconvolve", (100, 10_000), "rows, 200 taps", lambda x, a: (x, a(1, 200)), axes=1),
    _case("lfilter", _SIGNAL, "101 taps", lambda x, a: (_low_pass(101, x), 1.0, x), True),
    _case("lfilter", _ROWS, "axis 0", lambda x, a: (_low_pass(31, x), 1.0, x), True, axis=0),
    _case("upfirdn", _SIGNAL, "61 taps, 3/2", lambda x, a: (_low_pass(61, x), x, 3, 2), True),
    _case("upfirdn", _SIGNAL, "61 taps, 1/4", lambda x, a: (_low_pass(61, x), x, 1, 4), True),
    _case("upfirdn", _SIGNAL, "61 taps, 4/1", lambda x, a: (_low_pass(61, x), x, 4, 1), True),
    *(
        _case(
            "resample_poly", _SIGNAL, f"{up}/{down}", lambda x, a, up=up, down=down: (x, up, down)
        )
        for up, down in ((1, 2), (1, 10), (2, 1), (160, 147))
    ),
    _case("decimate", _SIGNAL, "fir, 10", lambda x, a: (x, 10), ftype="fir"),
    _case("savgol_filter", _SIGNAL, "31, 3", lambda x, a: (x, 31, 3)),
    _case("savgol_filter", _ROWS, "11, 3, axis 0", lambda x, a: (x, 11, 3), axis=0),
    *(
        _case(
            "convolve2d", _IMAGE, f"{k}x{k}, symm", lambda x, a, k=k: (x, a(k, k), "same", "symm")
        )
        for k in (3, 7, 25)
    ),
    _case("correlate2d", _IMAGE, "5x5", lambda x, a: (x, a(5, 5), "same")),
    _case("convolve", _IMAGE, "7x7", lambda x, a: (x, a(7, 7), "same")),
    _case("fftconvolve", _IMAGE, "64x64", lambda x, a: (x, a(64, 64), "same")),
    _case("convolve2d", _LARGE, "5x5, symm", lambda x, a: (x, a(5, 5), "same", "symm")),
    _case("fftconvolve", _LARGE, "32x32", lambda x, a: (x, a(32, 32), "same")),
    _case("convolve", (64, 64), "3x3", lambda x, a: (x, a(3, 3), "same")),
    _case("convolve2d", (64, 64), "3x3", lambda x, a: (x, a(3, 3), "same")),
    _case("convolve", (20,), "3 taps", lambda x, a: (x, a(3))),
    _case("convolve", (1000,), "5 taps", lambda x, a: (x, a(5), "same")),
    _case("convolve", (1000,), "31 taps", lambda x, a: (x, a(31), "same")),
    _case("correlate", (100,), "with itself", lambda x, a: (x, x)),
    _case("fftconvolve", (100,), "10 taps", lambda x, a: (x, a(10))),
    _case("lfilter", (20,), "3 taps", lambda x, a: (_low_pass(3, x), 1.0, x), True),
    _case("lfilter", (1000,), "31 taps", lambda x, a: (_low_pass(31, x), 1.0, x), True),
    _case("upfirdn", (10,), "3 taps", lambda x, a: (_low_pass(3, x), x), True),
    _case("upfirdn", (100,), "11 taps, 3/2", lambda x, a: (_low_pass(11, x), x, 3, 2), True),
    _case("upfirdn", (1000,), "61 taps, 3/2", lambda x, a: (_low_pass(61, x), x, 3, 2), True),
    _case("resample_poly", (100,), "2/1", lambda x, a: (x, 2, 1)),
    _case("savgol_filter", (100,), "5, 2", lambda x, a: (x, 5, 2)),
)


def race(
    calls: Sequence[Callable[[], Any]],
    seconds: float,
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    """Return the seconds of the fastest call of each, called in turn for at least `seconds`."""
    repeats = []
    for call in calls:
        call()
        start = clock()
        call()
        repeats.append(max(1, int(200e-6 / max(clock() - start, 1e-6))))
    best, visits = [math.inf] * len(calls), 0
    end = clock() + seconds
    while visits < 3 or clock() < end:
        for i, call in enumerate(calls):
            call()  # so that it finds its own data in the caches, not those of the call before
            start = clock()
            for _ in range(repeats[i]):
                call()
            best[i] = min(best[i], (clock() - start) / repeats[i])
        visits += 1
    return best


# Clocks by name. On a machine that others use too, CPU time tells what wall time hides.
CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}


def _timed(case: SignalCase, dtype: str, seconds: float, clock: str) -> tuple[float, float]:
    """Compare the two results, then return SciPy's seconds and polyconv's."""
    rng = np.random.default_rng(0)

    def array(*shape: int) -> Any:
        return (rng.random(shape) * 9).astype(dtype)

    arguments = case.arguments(array(*case.shape), array)
    wanted = getattr(theirs, case.function)(*arguments, **case.options)
    got = getattr(ours, case.function)(*arguments, **case.options)
    if (got.shape, got.dtype) != (wanted.shape, wanted.dtype):
        raise AssertionError(f"{case}: {got.dtype} {got.shape}; {wanted.dtype} {wanted.shape}")
    if wanted.dtype.kind == "f":
        error = float(np.abs(got - wanted).max() / np.abs(wanted).max())
        if not error <= _TOLERANCE[wanted.dtype.name]:
            raise AssertionError(f"{case}: results differ by {error:.1e}")
    elif not np.array_equal(got, wanted):
        raise AssertionError(f"{case}: integers differ")
    first, second = race(
        [
            lambda: getattr(theirs, case.function)(*arguments, **case.options),
            lambda: getattr(ours, case.function)(*arguments, **case.options),
        ],
        seconds,
        CLOCKS[clock],
    )
    return first, second


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 1 if any call is slower than SciPy's."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.signal", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--only", metavar="A,B", help="only these functions")
    parser.add_argument("--dtypes", default=",".join(DTYPES), metavar="A,B")
    parser.add_argument(
        "--seconds", type=float, default=0.3, metavar="S", help="seconds for each row"
    )
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="cpu: CPU time")
    parser.add_argument("--markdown", type=Path, metavar="PATH", help="write the table there")
    options = parser.parse_args(arguments)
    selected = set(options.only.split(",")) if options.only else {c.function for c in CASES}
    if unknown := sorted(selected - {case.function for case in CASES}):
        parser.error(f"--only {','.join(unknown)}; allowed: {sorted({c.function for c in CASES})}")
    dtypes = options.dtypes.split(",")
    ratios, lines = [], []
    with pinned(options.workers), polyconv.set_workers(options.workers):
        for case in CASES:
            if case.function not in selected:
                continue
            size = "x".join(map(str, case.shape))
            cells = []
            for dtype in dtypes:
                if case.floats and dtype == "uint8":
                    cells.append("")
                    continue
                first, second = _timed(case, dtype, options.seconds, options.clock)
                ratios.append((first / second, case, dtype))
                cells.append(f"{first * 1e3:.3g} / {second * 1e3:.3g} ms, {first / second:.1f}")
                print(
                    f"{case.function:14} {size:10} {case.note:16} {dtype:8} {cells[-1]}", flush=True
                )
            lines.append(f"| {case.function} | {size} | {case.note} | {' | '.join(cells)} |")
    mean = math.exp(sum(math.log(ratio) for ratio, _, _ in ratios) / len(ratios))
    ratio, case, dtype = min(ratios, key=lambda each: each[0])
    summary = (
        f"Geometric mean {mean:.2f}, worst {ratio:.2f} ({case.function} {case.shape} {case.note}, "
        f"{dtype})."
    )
    print(summary)
    if options.markdown:
        machine = fingerprint()
        head = (
            f"{machine['cpu']}, {machine['isa']}; {options.workers} worker(s); "
            f"{options.clock} time; {datetime.now(UTC):%Y-%m-%d}; SciPy {scipy.__version__}, "
            f"NumPy {np.__version__}. "
            f"SciPy / polyconv, ratio. {summary}"
        )
        titles = ["function", "shape", "arguments", *dtypes]
        table = [head, "", "| " + " | ".join(titles) + " |", "| --- " * 3 + "| ---: " * len(dtypes)]
        table[-1] += "|"
        options.markdown.write_text("\n".join([*table, *lines]) + "\n", encoding="utf-8")
    return int(ratio < 1)


if __name__ == "__main__":
    sys.exit(main())
