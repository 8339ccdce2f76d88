"""What libraries read when they are loaded, set before they are: import this first.

OpenMP threads that wait by spinning slow down whatever is timed next, and `OPENBLAS_CORETYPE`
makes OpenBLAS compute for another processor.
"""

import os

__all__: list[str] = []

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ.pop("OPENBLAS_L2_SIZE", None)
