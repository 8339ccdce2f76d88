"""`gaussian_filter` of `polyconv.scipy.ndimage` beside OpenCV, IPP, SciPy and `polyconv.conv`.

    python -m benchmarks.peers.gaussians --workers 1
    python -m benchmarks.peers.gaussians --markdown gaussians.md

Each row is a Gaussian of the separable table on an image of float32 with zeros around it. OpenCV
and IPP take part where they are installed; IPP is the faster of its AVX2 and AVX-512 code. All
allocate their results, are timed in turn in one process, and the fastest call of each counts.
Results are compared first.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import scipy.ndimage as theirs

import polyconv
import polyconv.scipy.ndimage as ours
from polyconv._machine import fingerprint
from polyconv.workloads import by_name

from .named_filters import gaussian_sigma
from .ndimage import pinned
from .signal import CLOCKS, race
from .task import Task, Unsupported

__all__ = ["main"]

WORKLOADS = (
    "separable/gaussian_5_1mpx",
    "separable/gaussian_15_1mpx",
    "separable/gaussian_31_1mpx",
    "separable/gaussian_63_1mpx",
)
# Largest difference in units of max|result|: IPP sums up to 3,969 products in float32 one by one.
_TOLERANCE = 1e-5
_TITLES = ("window", "gaussian_filter", "conv", "separable", "OpenCV", "IPP", "SciPy")


def _calls(name: str, workers: int) -> dict[str, Callable[[], Any]]:
    """Return the calls of one row by title, those of one library in a list of variants."""
    workload = by_name(name)
    x, w = workload.arrays()
    size = w.shape[-1]
    image, sigma, radius = x[0, 0], gaussian_sigma(size), size // 2
    calls: dict[str, Callable[[], Any]] = {
        "gaussian_filter": lambda: ours.gaussian_filter(
            image, sigma, mode="constant", radius=radius
        ),
        "conv": lambda: polyconv.conv(x, w, padding="same"),
        "separable": lambda: polyconv.conv(x, w, padding="same", backend="separable"),
        "SciPy": lambda: theirs.gaussian_filter(image, sigma, mode="constant", radius=radius),
    }
    task = Task(x, w, {"data_format": "channels_first", **workload.options, **_defaults(workload)})
    if find_spec("cv2"):
        from . import with_opencv

        with_opencv.setup(workers)
        calls["OpenCV"] = with_opencv.builders(task)["named"]().call
    if any(distributions(name="ipp")):
        from . import with_ipp

        with_ipp.setup(workers)
        for isa, build in with_ipp.builders(task).items():
            with suppress(Unsupported):  # its sums of all products have one thread
                calls[f"IPP {isa}"] = build().call
    return calls


def _defaults(workload: Any) -> dict[str, Any]:
    names = ("stride", "padding", "dilation", "groups", "padding_mode")
    return {name: getattr(workload, name) for name in names}


def _times(name: str, workers: int, seconds: float, clock: str) -> dict[str, float]:
    """Compare all results with SciPy's, then return the seconds of each library."""
    calls = _calls(name, workers)
    wanted = calls["SciPy"]()
    for title, call in calls.items():
        error = float(np.abs(np.squeeze(call()) - wanted).max() / np.abs(wanted).max())
        if not error <= _TOLERANCE:
            raise AssertionError(f"{name}: {title} differs by {error:.1e}")
    times = dict(zip(calls, race(list(calls.values()), seconds, CLOCKS[clock]), strict=True))
    found = {title.partition(" ")[0]: 0.0 for title in times}
    for title in found:
        found[title] = min(t for each, t in times.items() if each.partition(" ")[0] == title)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.gaussians", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument(
        "--seconds", type=float, default=1.0, metavar="S", help="seconds for each row"
    )
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="cpu: CPU time")
    parser.add_argument("--markdown", type=Path, metavar="PATH", help="write the table there")
    options = parser.parse_args(arguments)
    lines = ["| " + " | ".join(_TITLES) + " |", "| ---: " * len(_TITLES) + "|"]
    print("gaussian_filter: time in ms; the others: ratio of their time to it")
    with pinned(options.workers), polyconv.set_workers(options.workers):
        for name in WORKLOADS:
            times = _times(name, options.workers, options.seconds, options.clock)
            size = by_name(name).w_shape[-1]
            own = times["gaussian_filter"]
            cells = [f"{size}x{size}", f"{own * 1e3:.2f} ms"]
            cells += [f"{times[t] / own:.2f}" if t in times else "" for t in _TITLES[2:]]
            lines.append("| " + " | ".join(cells) + " |")
            print(" ".join(f"{cell:>10}" for cell in cells), flush=True)
    if options.markdown:
        machine = fingerprint()
        head = (
            f"{machine['cpu']}, {machine['isa']}; {options.workers} worker(s); "
            f"{options.clock} time; {datetime.now(UTC):%Y-%m-%d}."
        )
        options.markdown.write_text("\n".join([head, "", *lines]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
