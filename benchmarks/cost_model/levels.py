"""How much slower each backend is with shorter vectors, measured where there are longer ones too.

Each level has a process of its own: `POLYCONV_ISA` is read at import, and OpenBLAS chooses its
kernels when it is loaded.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from polyconv._machine import isa_level
from polyconv.backends import BACKENDS

from .fitting import Fitted, Samples, samples_of
from .problems import TRAINING, random_problem
from .timings import collected, measured, pinned, time_all

__all__ = ["PROBLEMS", "report_level", "slower"]

PROBLEMS = 90

# The levels below one, and the kernels that OpenBLAS has for processors of such a level.
_BELOW = {"v4": ("v3", "base"), "v3": ("base",), "base": ()}
_OPENBLAS = {"v3": "Haswell", "base": "Nehalem"}

# Factors that are tried, 2 % apart. Shorter vectors are never faster.
_FACTORS = np.exp(np.arange(0.0, 3.0, 0.02))

# Where the logarithm of a prediction changes by less if operations take no time, they tell nothing.
_NOTICEABLE = -0.1

# SciPy, and with it BLAS, is loaded before anything can change the variable that it reads.
_CODE = """
import sys, scipy.linalg
sys.path.insert(0, sys.argv[1])
from benchmarks.cost_model.levels import report_level
report_level(sys.argv[2], float(sys.argv[3]))
"""


def slower(timings: Path, fitted: dict[str, Fitted], budget: float) -> dict[str, dict[str, float]]:
    """For each backend and level, how many times longer operations take than at this machine's.

    What is not yet in the files beside `timings` is timed, unless the budget is 0.
    """
    factors: dict[str, dict[str, float]] = {name: {} for name in fitted}
    here = str(Path(__file__).parents[2])
    for level in _BELOW[isa_level()]:
        file = timings.with_suffix(f".{level}.json")
        command = [sys.executable, "-c", _CODE, here, str(file), str(budget)]
        environment = os.environ | {"POLYCONV_ISA": level, "OPENBLAS_CORETYPE": _OPENBLAS[level]}
        child = subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        for name, arrays in json.loads(child.stdout).items():
            if name in fitted:
                samples = Samples(**{key: np.array(value) for key, value in arrays.items()})
                least = max(factors[name].values(), default=1.0)
                factors[name][level] = max(least, round(_factor(fitted[name], samples), 2))
    return factors


def report_level(path: str, budget: float) -> None:
    """Print what is fitted to, as JSON: called in a process with shorter vectors.

    Counts are those of this level: tiles are cut for its vectors.
    """
    rows = [random_problem(TRAINING, number) for number in range(PROBLEMS)]
    with measured(Path(path)) as store, pinned(1):
        if budget > 0:
            time_all(store, rows, 1, budget, report=lambda line: print(line, file=sys.stderr))
        problems = collected(store, rows, (1,))
    content: dict[str, Any] = {}
    for backend in BACKENDS:
        samples = samples_of(backend, problems, prepare=False)
        if len(samples):
            content[backend.name] = {key: a.tolist() for key, a in vars(samples).items()}
    print(json.dumps(content))


def _factor(fitted: Fitted, samples: Samples) -> float:
    """The factor on operations that makes predictions right in the median.

    Only problems count that spend much of their time on operations, a sixth of them: the others
    would tell of their packing.
    """
    without = fitted.predict(samples.with_slower_flops(0.0)) - fitted.predict(samples)
    most = np.quantile(without, 1 / 6)
    if most > _NOTICEABLE:
        return 1.0
    samples = samples[without <= most]
    logs = np.log(samples.measured)
    off = [
        abs(np.median(fitted.predict(samples.with_slower_flops(factor)) - logs))
        for factor in _FACTORS
    ]
    return float(_FACTORS[int(np.argmin(off))])
