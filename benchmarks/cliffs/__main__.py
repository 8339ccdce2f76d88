"""``python -m benchmarks.cliffs``."""

from .command import main

raise SystemExit(main())
