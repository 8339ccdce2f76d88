"""The slowdown of each backend, and unit times, at the ISA levels below that of this machine.

Each level is timed in its own process: `POLYCONV_ISA` is read at import, and OpenBLAS chooses its
kernels when it is loaded.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks import OPENBLAS_OF_LEVEL
from polyconv._machine import isa_level
from polyconv.backends import BACKENDS

from .fitting import Fitted, Samples, samples_of
from .problems import TRAINING, random_problem, random_structured_problem
from .timings import collected, measure_machine, measured, pinned, time_all

__all__ = ["Level", "report_level", "slower_levels"]

# Random problems timed at each level, and random problems of Gaussians and boxes.
_PROBLEMS, _STRUCTURED = 90, 40

# The levels below each level.
_BELOW = {"v4": ("v3", "base"), "v3": ("base",), "base": ()}

# Factors to try, 2 % apart. Shorter vectors are never faster.
_FACTORS = np.exp(np.arange(0.0, 3.0, 0.02))

# A problem is used only if free operations would change the logarithm of its prediction by this.
_MIN_FLOPS_EFFECT = -0.1

_CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from benchmarks.cost_model.levels import report_level
report_level(sys.argv[2], float(sys.argv[3]))
"""


class Level(NamedTuple):
    """The numbers of one level: factors on the time of operations by backend, and unit times."""

    slowdown: dict[str, float]
    units: dict[str, float]


def slower_levels(timings: Path, fitted: dict[str, Fitted], budget: float) -> dict[str, Level]:
    """Return the numbers of each level below that of this machine.

    What the files beside `timings` lack is timed, unless the budget is 0.
    """
    levels: dict[str, Level] = {}
    # A level is never taken to be faster than the one above it.
    min_slowdown = dict.fromkeys(fitted, 1.0)
    here = str(Path(__file__).parents[2])
    for level in _BELOW[isa_level()]:
        file = timings.with_suffix(f".{level}.json")
        command = [sys.executable, "-c", _CODE, here, str(file), str(budget)]
        environment = os.environ | {
            "POLYCONV_ISA": level,
            "OPENBLAS_CORETYPE": OPENBLAS_OF_LEVEL[level],
        }
        done = subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        content = json.loads(done.stdout)
        levels[level] = Level({}, content["units"])
        for name, arrays in content["samples"].items():
            if name in fitted:
                samples = Samples(**{key: np.array(value) for key, value in arrays.items()})
                min_slowdown[name] = max(
                    min_slowdown[name], round(_factor(fitted[name], samples), 2)
                )
                levels[level].slowdown[name] = min_slowdown[name]
    return levels


def report_level(path: str, budget: float) -> None:
    """Print the samples and the unit times of this process's level as JSON.

    Counts differ between levels, because tiles are cut for the vectors of a level.
    """
    rows = [random_problem(TRAINING, number) for number in range(_PROBLEMS)]
    rows += [random_structured_problem(TRAINING, number) for number in range(_STRUCTURED)]
    with measured(Path(path)) as store:
        if budget > 0:
            measure_machine(store)
            with pinned(1):
                time_all(store, rows, 1, budget, report=lambda line: print(line, file=sys.stderr))
        problems = collected(store, rows, (1,))
    content: dict[str, Any] = {}
    for backend in BACKENDS:
        samples = samples_of(backend, problems)
        if len(samples):
            content[backend.name] = {key: a.tolist() for key, a in vars(samples).items()}
    print(json.dumps({"samples": content, "units": store.units}))


def _factor(fitted: Fitted, samples: Samples) -> float:
    """Return the factor on operations that makes predictions right in the median.

    Only the sixth of the problems that spends the largest share of its time on operations is used;
    the others measure packing.
    """
    without = fitted.predict(samples.with_slower_flops(0.0)) - fitted.predict(samples)
    limit = np.quantile(without, 1 / 6)
    if limit > _MIN_FLOPS_EFFECT:
        return 1.0
    samples = samples[without <= limit]
    logs = np.log(samples.measured)
    off = [
        abs(np.median(fitted.predict(samples.with_slower_flops(factor)) - logs))
        for factor in _FACTORS
    ]
    return float(_FACTORS[int(np.argmin(off))])
