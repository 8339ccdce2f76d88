"""What libraries read when they are loaded, set before they are: import this first.

OpenMP threads that wait by spinning slow down whatever is timed next, and what `CRIPPLING` names
makes BLAS compute for another processor.
"""

import os

from ab.process import CRIPPLING

__all__: list[str] = []

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
for _name in CRIPPLING:
    os.environ.pop(_name, None)
