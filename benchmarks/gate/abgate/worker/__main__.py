"""Started by its path: ``python .../worker/__main__.py BENCH SCRATCH FIRST_CPU CPU``."""

import os
import sys

# In place of this folder. Modules beside the gate must not hide those of the build.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from abgate.worker.server import main  # noqa: E402 - found there

del sys.path[0]
main(*sys.argv[1:])
