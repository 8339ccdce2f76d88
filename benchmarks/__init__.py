"""Measurements of polyconv's speed: each folder is one tool.

- ``suite/``: asv's benchmarks, for the history over commits.
- ``test_backends.py``: pytest-benchmark's, for a quick look at this machine.
- ``peers/``: other libraries beside polyconv. ``python -m benchmarks.peers``
- ``cliffs/``: sweeps of sizes, layouts and values beside the best obvious alternative.
  ``python -m benchmarks.cliffs``
- ``cost_model/``: fits the model behind auto, and measures its regret.
  ``python -m benchmarks.cost_model fit|regret``
- ``gate/``: the command ``abgate``, a distribution of its own, which tells whether a build of any
  project is slower than another.
- ``selection.py``: the short list of workloads that is timed on every commit.
- ``power/``: how often the gate finds planted slowdowns. ``python -m benchmarks.power``
- ``instructions.py``: counts the kernels' instructions. ``python -m benchmarks.instructions``

All of them read one table of workloads, `polyconv.workloads`.

The gate's modules are imported from this checkout, as the package ``abgate``, unless it is
installed.

This file runs before NumPy is imported, and sets variables that thread and BLAS libraries read only
when they are loaded:

- ``OMP_WAIT_POLICY=passive``, unless it is set: waiting OpenMP threads otherwise spin for
  milliseconds and slow the call that is timed next.
- `UNSAFE_ENV` is removed: ``OPENBLAS_CORETYPE``, for example, selects the kernels of another
  processor. It stays where it selects those of the level that ``POLYCONV_ISA`` names, so that a
  process can be held to a level.
"""

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).with_name("gate")))
from abgate.process import UNSAFE_ENV

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
# OpenBLAS' kernels for processors of a level.
OPENBLAS_OF_LEVEL = {"v3": "Haswell", "base": "Nehalem"}

_of_level = OPENBLAS_OF_LEVEL.get(os.environ.get("POLYCONV_ISA", ""))
for _name in UNSAFE_ENV:
    if _name != "OPENBLAS_CORETYPE" or os.environ.get(_name) != _of_level:
        os.environ.pop(_name, None)
