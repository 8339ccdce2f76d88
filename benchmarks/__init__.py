"""What is measured: the table of workloads, and the suites that time polyconv on it.

- ``workloads``: the one table of named problems. ``selection``: the few of them timed per commit.
- ``bench_*``: asv's suites, for history over commits.
- ``test_*``: pytest-benchmark's, for a quick look at this machine.
- Commands of their own: ``peers`` (other libraries), ``regret`` (of the choice), ``power`` (of the
  gate), ``fit_cost_model``, ``seeding``, ``instructions``; and in ``ab/`` the gate, installed as
  `polyconv.ab`.

asv imports every module of this package in an environment that holds polyconv and nothing else,
so each must import without pytest and the rivals, and starts no threads in doing so.

This file is imported before NumPy is, and sets what the thread and BLAS libraries read only when
they are loaded:

- ``OMP_WAIT_POLICY=passive``, unless the environment says otherwise. Waiting OpenMP threads else
  spin for milliseconds and slow down whatever is timed next.
- What `ab.process.CRIPPLING` names is dropped, as ``OPENBLAS_CORETYPE``: it forces BLAS to the
  kernels and the cache of another processor.
"""

import os

from .gate.process import CRIPPLING

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
for _name in CRIPPLING:
    os.environ.pop(_name, None)
