"""`polyconv.nanconv` beside astropy and beside two convolutions: the class `nanconv` of the peers.

    python -m benchmarks.peers.nanconv --workers 1
    python -m benchmarks.peers.nanconv --sizes 512 --markdown nanconv.md

Each row is one square image with a share of NaN, scattered at random, and one filter. The columns
are the times of

- ``nanconv(x, w)``;
- two convolutions and no more: of the values with zeros at gaps, and of their validity;
- the formula, as one writes it: ``conv(where(v, x, 0), w) / conv(v, w)``, with its masks;
- `astropy.convolution.convolve`, where it is installed, beside `nanconv` and, in the last column,
  beside `polyconv.astropy.convolve`, which computes in double precision, too.

All are timed in turn, and the fastest call of each counts. Results are compared first.
"""

import argparse
import math
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import polyconv
from polyconv import conv, nanconv
from polyconv._machine import fingerprint

from .ndimage import pinned
from .signal import CLOCKS, race

__all__ = ["main"]

SIZES, KERNELS, SHARES = (512, 2048), (3, 9, 33), (0.0, 0.0001, 0.001, 0.01, 0.1, 0.5)
DTYPES = ("float32", "float64")

# Maximum number of products for which astropy takes part. It takes about 1 ns for each.
_MAX_PRODUCTS = 4e8

_TOLERANCE = {"float32": 1e-4, "float64": 1e-11}


def _formula(x: NDArray, w: NDArray, pad: int) -> NDArray:  # type: ignore[type-arg]
    valid = ~np.isnan(x)
    values, weights = np.where(valid, x, 0), valid.astype(x.dtype)
    with np.errstate(all="ignore"):
        return conv(values, w, padding=pad) / conv(weights, w, padding=pad)


def _row(
    size: int, kernel: int, share: float, dtype: str, seconds: float, clock: str
) -> list[float]:
    """Return the seconds of nanconv, two convolutions, the formula, astropy, and its door."""
    rng = np.random.default_rng(0)
    x = rng.random((1, size, size)).astype(dtype)
    x[rng.random(x.shape) < share] = np.nan
    w, pad = (rng.random((1, 1, kernel, kernel)) + 0.1).astype(dtype), kernel // 2
    values, valid = np.nan_to_num(x), (~np.isnan(x)).astype(dtype)
    wanted, got = _formula(x, w, pad), nanconv(x, w, padding=pad)
    error = np.abs(wanted - got)[~np.isnan(wanted)].max()
    if not error <= _TOLERANCE[dtype]:
        raise AssertionError(f"{size} {kernel} {share} {dtype}: results differ by {error:.1e}")
    calls = [
        lambda: nanconv(x, w, padding=pad),
        lambda: (conv(values, w, padding=pad), conv(valid, w, padding=pad)),
        lambda: _formula(x, w, pad),
    ]
    if find_spec("astropy") and size**2 * kernel**2 <= _MAX_PRODUCTS:
        import astropy.convolution as theirs

        import polyconv.astropy as ours

        calls += [lambda: theirs.convolve(x[0], w[0, 0]), lambda: ours.convolve(x[0], w[0, 0])]
    times = race(calls, seconds, CLOCKS[clock])
    return times + [math.nan] * (5 - len(times))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.nanconv", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), metavar="A,B")
    parser.add_argument("--dtypes", default=",".join(DTYPES), metavar="A,B")
    parser.add_argument(
        "--seconds", type=float, default=0.5, metavar="S", help="seconds for each row"
    )
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="cpu: CPU time")
    parser.add_argument("--markdown", type=Path, metavar="PATH", help="write the table there")
    options = parser.parse_args(arguments)
    titles = ["size", "dtype", "kernel", "gaps", "nanconv"]
    peers = ["two conv", "formula", "astropy", "astropy / door"]
    titles += peers
    lines = ["| " + " | ".join(titles) + " |", "| ---: " * len(titles) + "|"]
    print("nanconv: time in ms; others: ratio to it; the last: astropy to polyconv.astropy")
    ratios: dict[str, list[float]] = {title: [] for title in peers}
    with pinned(options.workers), polyconv.set_workers(options.workers):
        for size in map(int, options.sizes.split(",")):
            for dtype in options.dtypes.split(","):
                for kernel in KERNELS:
                    for share in SHARES:
                        own, two, formula, theirs, door = _row(
                            size, kernel, share, dtype, options.seconds, options.clock
                        )
                        units = [two / own, formula / own, theirs / own, theirs / door]
                        for title, ratio in zip(peers, units, strict=True):
                            ratios[title] += [] if math.isnan(ratio) else [ratio]
                        shown = ["" if math.isnan(ratio) else f"{ratio:.2f}" for ratio in units]
                        cells = [f"{size}", dtype, f"{kernel}x{kernel}", f"{share:.2%}"]
                        cells += [f"{own * 1e3:.2f} ms", *shown]
                        lines.append("| " + " | ".join(cells) + " |")
                        print(" ".join(f"{cell:>9}" for cell in cells), flush=True)
    means = [
        f"{title} {math.exp(sum(map(math.log, each)) / len(each)):.2f} ({min(each):.2f} at worst)"
        for title, each in ratios.items()
        if each
    ]
    summary = "Geometric means: " + ", ".join(means) + "."
    print(summary)
    if options.markdown:
        machine = fingerprint()
        head = (
            f"{machine['cpu']}, {machine['isa']}; {options.workers} worker(s); "
            f"{options.clock} time; {datetime.now(UTC):%Y-%m-%d}. {summary}"
        )
        options.markdown.write_text("\n".join([head, "", *lines]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
