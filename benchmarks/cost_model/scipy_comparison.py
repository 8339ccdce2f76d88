"""polyconv beside `scipy.signal`, on its problems: one channel, 1-D and 2-D, no stride."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy import signal

import polyconv
from polyconv.workloads import Workload

from .timings import Measured, alternate, clock_for

__all__ = ["ScipyFigures", "compare"]

_METHODS = ("direct", "fft")
# Number of problems printed, the slowest relative to SciPy.
_NUM_WORST = 5
# Maximum operations for which SciPy's `method="direct"` is timed; they take 0.2 s.
_MAX_FLOPS_DIRECT = 200_000_000


@dataclass(frozen=True)
class ScipyFigures:
    """Regret of SciPy's choice of method, and speed of whole calls relative to SciPy."""

    problems: int
    scipy_regret: float
    scipy_worst: float
    scipy_within_10_percent: float
    faster_than_convolve: float
    faster_than_oaconvolve: float
    faster_than_both: float
    speedup: float
    losses: tuple[str, ...]


def compare(
    store: Measured, rows: Sequence[Workload], workers: int, budget: float, *, timing: bool
) -> ScipyFigures | None:
    """Return the figures of all `rows`; None if nothing was timed."""
    noted = store.notes.get("scipy", {})
    known = [row for row in rows if timing or store.key(row, workers) in noted]
    if not known:
        return None
    seconds = [
        store.note("scipy", row, workers, partial(_time, row, workers, budget)) for row in known
    ]
    regrets = np.array(
        [
            s[s["method"]] / min(s[m] for m in _METHODS if m in s)
            for s in seconds
            if s["method"] in s
        ]
    )
    ours, convolve, oaconvolve = (
        np.array([s[name] for s in seconds]) for name in ("polyconv", "convolve", "oaconvolve")
    )
    best = np.minimum(convolve, oaconvolve)
    order = np.argsort(best / ours)[:_NUM_WORST]
    losses = [
        f"{best[i] / ours[i]:.2f} times as fast as SciPy ({1e6 * ours[i]:.4g} us): "
        f"{known[i].name}, {known[i].x_shape[2:]} with {known[i].w_shape[2:]}, "
        f"{known[i].padding}, {known[i].dtype}"
        for i in order
    ]
    return ScipyFigures(
        problems=len(known),
        scipy_regret=float(np.exp(np.mean(np.log(regrets)))),
        scipy_worst=float(regrets.max()),
        scipy_within_10_percent=float(np.mean(regrets <= 1.1)),
        faster_than_convolve=float(np.mean(ours < convolve)),
        faster_than_oaconvolve=float(np.mean(ours < oaconvolve)),
        faster_than_both=float(np.mean(ours < best)),
        speedup=float(np.exp(np.mean(np.log(best / ours)))),
        losses=tuple(losses),
    )


def _time(row: Workload, workers: int, budget: float) -> dict[str, float | str]:
    """Return the best seconds of each whole call, and the method that SciPy chooses."""
    x, w = row.arrays()
    plain, taps, mode = x[0, 0], w[0, 0], row.padding
    calls = {
        "polyconv": partial(polyconv.conv, x, w, flip=True, **row.options),
        "convolve": partial(signal.convolve, plain, taps, mode),
        "oaconvolve": partial(signal.oaconvolve, plain, taps, mode),
    }
    methods = {"fft": partial(signal.convolve, plain, taps, mode, "fft")}
    if row.flops <= _MAX_FLOPS_DIRECT:
        methods["direct"] = partial(signal.convolve, plain, taps, mode, "direct")
    with polyconv.set_workers(workers):
        # Timed separately: `alternate` drops calls that are far slower than the fastest one.
        seconds: dict[str, float | str] = dict(alternate(calls, budget, clock_for(workers)))
        seconds |= alternate(methods, budget, clock_for(workers))
    return seconds | {"method": signal.choose_conv_method(plain, taps, mode)}
