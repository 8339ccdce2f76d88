"""asv's benchmarks: the history of polyconv's speed and accuracy over commits.

- `bench_backends`: time and memory of every backend on the selected workloads.
- `bench_blas`: im2col beside BLAS. `bench_threads`: two workers beside one.
- `bench_cliffs`: first calls, ragged sizes, unusual layouts and values beside other libraries.
- `bench_choice`: regret of the choices, and the time of choosing.
- `bench_error`: the error of every backend as a share of its bound.
- `bench_import`, `bench_wheel`: the time of an import, the size of the wheel.

asv imports this folder as the package ``suite``, in environments that hold one commit of polyconv
and its requirements. So modules import polyconv only inside functions; parameters are names that
are written out in this checkout, and not asked of polyconv, because asv numbers them and a number
must mean the same in every commit. A workload that a commit's table lacks is skipped there.
"""

import sys
from pathlib import Path

# asv does not put the folder above its benchmarks on the path.
sys.path.append(str(Path(__file__).resolve().parents[2]))

# Before any module here loads NumPy: it sets the environment that BLAS and OpenMP read.
import benchmarks  # noqa: F401
