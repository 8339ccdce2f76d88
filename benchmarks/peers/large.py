"""`conv_blocks` beside `conv` in memory and SciPy: the class `large` of the peers.

    python -m benchmarks.peers.large --size 16384 --workers 1
    python -m benchmarks.peers.large --peak 6

The image is a file that lies in the system's page cache; `conv_blocks` reads and writes memory
maps of files. Rates are outputs a second, the fastest of some interleaved runs. `conv` is timed
twice: as programs call it, with a result that it allocates, and into one that exists. SciPy filters
the first rows only, because it takes long. All results are compared first.

``--calls "conv;conv_blocks"`` leaves out the others, and their memory: an image of 4 GB takes 16 GB
in all then, and 20 GB with ``conv, out=``.

``--peak N`` filters a sparse file of N GB in a process of its own and prints the most memory that
the process ever had.
"""

import argparse
import gc
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

import polyconv
from polyconv import conv
from polyconv._machine import fingerprint
from polyconv.blocks import conv_blocks
from polyconv.workloads import SMOOTHING_LINES

__all__ = ["CALLS", "KERNELS", "main"]

# Rows that SciPy filters.
_ROWS = 1024

CALLS = ("conv", "conv, out=", "conv_blocks", "scipy")

_LINE = SMOOTHING_LINES["gaussian"](31)
KERNELS: dict[str, NDArray[Any]] = {
    "gaussian 31x31": np.outer(_LINE, _LINE).astype("float32"),
    "dense 5x5": np.random.default_rng(1).random((5, 5), "float32") / 25,
}

_PEAK = """
import sys
import numpy as np
from polyconv.blocks import conv_blocks
side = int((float(sys.argv[2]) * 1e9 / 4) ** 0.5)
x, y = (np.memmap(f"{sys.argv[1]}/{name}", "f4", "w+", shape=(side, side)) for name in "xy")
conv_blocks(x, np.ones((5, 5), "f4"), out=y, padding="same", padding_mode="reflect")
with open("/proc/self/status") as status:
    print(side, next(int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM")))
"""


def by_scipy(x: NDArray[Any], name: str) -> NDArray[Any]:
    """Return SciPy's result by the fastest of its functions, with zeros beyond the border."""
    if name.startswith("gaussian"):
        for axis in (0, 1):
            x = scipy.ndimage.correlate1d(x, _LINE, axis, mode="constant")
        return x
    return np.asarray(scipy.ndimage.correlate(x, KERNELS[name], mode="constant"))


class _LargeImage:
    """The image in a file and in memory, and the calls on it."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder, self.size = folder, size
        path = folder / "x.npy"
        file = np.lib.format.open_memmap(path, "w+", "float32", (size, size))
        rng = np.random.default_rng(0)
        for row in range(0, size, 256):
            file[row : row + 256] = rng.random(file[row : row + 256].shape, "float32")
        file.flush()
        self.file = np.load(path, mmap_mode="r")
        self.array = np.load(path)

    @cached_property
    def result(self) -> NDArray[Any]:
        """The array that ``conv, out=`` writes to."""
        return np.zeros((1, self.size, self.size), "float32")

    def calls(self, name: str) -> dict[str, Callable[[], float]]:
        """Return functions that filter the image, and the seconds that they took."""
        w = KERNELS[name]

        def allocated() -> float:
            start = time.perf_counter()
            conv(self.array[None], w[None, None], padding="same")
            return time.perf_counter() - start

        def existing() -> float:
            start = time.perf_counter()
            conv(self.array[None], w[None, None], padding="same", out=self.result)
            return time.perf_counter() - start

        def blocks() -> float:
            path = self._folder / "y.npy"
            path.unlink(missing_ok=True)
            out = np.lib.format.open_memmap(path, "w+", "float32", self.file.shape)
            start = time.perf_counter()
            conv_blocks(self.file, w, out=out, padding="same")
            return time.perf_counter() - start

        def theirs() -> float:
            start = time.perf_counter()
            by_scipy(self.array[:_ROWS], name)
            return (time.perf_counter() - start) * self.size / len(self.array[:_ROWS])

        return dict(zip(CALLS, (allocated, existing, blocks, theirs), strict=True))

    def check(self, name: str, calls: Sequence[str]) -> None:
        """Raise an error unless the results of `conv_blocks` and ``conv, out=`` are SciPy's.

        The first and the last rows are compared.
        """
        timed = self.calls(name)
        results = []
        if "conv_blocks" in calls:
            timed["conv_blocks"]()
            results.append(np.load(self._folder / "y.npy", mmap_mode="r"))
        if "conv, out=" in calls:
            timed["conv, out="]()
            results.append(self.result[0])
        rows = min(_ROWS, self.size)
        for part, inside in (
            (slice(0, rows), slice(0, -31)),
            (slice(-rows, None), slice(31, None)),
        ):
            wanted = by_scipy(self.array[part], name)[inside]
            for result in results:
                error = np.abs(result[part][inside] - wanted).max()
                if not error < 3e-5:
                    raise AssertionError(f"{name}: results differ by {error:.1e}")


def timed(image: _LargeImage, name: str, visits: int, calls: Sequence[str]) -> dict[str, float]:
    """Return the rate of each call, in outputs a second, of the fastest of `visits` runs."""
    image.check(name, calls)
    best: dict[str, float] = {}
    for _ in range(visits):
        for call, run in image.calls(name).items():
            if call in calls:
                gc.collect()
                best[call] = min(best.get(call, math.inf), run())
    return {call: image.size**2 / seconds for call, seconds in best.items()}


def peak(folder: Path, gigabytes: float) -> tuple[int, int]:
    """Return the rows of a square image of this size, and the peak memory of filtering it."""
    code = [sys.executable, "-c", _PEAK, str(folder), str(gigabytes)]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    side, taken = map(int, done.stdout.split())
    return side, taken


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.large", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument(
        "--size", type=int, default=16384, metavar="N", help="time N x N float32, default 16384"
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument(
        "--visits", type=int, default=3, metavar="N", help="calls, the fastest counts"
    )
    parser.add_argument("--kernels", default=",".join(KERNELS), metavar="A,B")
    parser.add_argument(
        "--calls", default=";".join(CALLS), metavar="A;B", help="calls to time, apart by semicolons"
    )
    parser.add_argument(
        "--peak",
        type=float,
        metavar="GB",
        help="measure peak memory with a file of this size, not time",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        metavar="PATH",
        help="folder of the files; by default a temporary one",
    )
    options = parser.parse_args(arguments)
    names = options.kernels.split(",")
    if unknown := sorted(set(names) - set(KERNELS)):
        parser.error(f"--kernels {','.join(unknown)}; allowed: {', '.join(KERNELS)}")
    calls = options.calls.split(";")
    if (unknown := sorted(set(calls) - set(CALLS))) or "conv_blocks" not in calls:
        parser.error(
            f"--calls {options.calls}; allowed: conv_blocks, and any of {'; '.join(CALLS)}"
        )
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        if options.peak is not None:
            side, taken = peak(Path(folder), options.peak)
            print(
                f"{side} x {side} float32, {options.peak:g} GB in and out: peak {taken >> 20} MiB"
            )
            return 0
        machine = fingerprint()
        print(
            f"{machine['cpu']}, {machine['isa']}; workers {options.workers}; {options.size}^2 "
            f"float32; {datetime.now(UTC):%Y-%m-%d}; SciPy {scipy.__version__}"
        )
        image = _LargeImage(Path(folder), options.size)
        for name in names:
            with polyconv.set_workers(options.workers):
                rates = timed(image, name, options.visits, calls)
            shown = ", ".join(f"{call} {rate / 1e6:.0f}" for call, rate in rates.items())
            ours = rates["conv_blocks"]
            ratios = ", ".join(
                f"{ours / rate:.2f} of {call}" for call, rate in rates.items() if rate != ours
            )
            print(f"{name}: {shown} M outputs/s; conv_blocks is at {ratios}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
