"""``python -m benchmarks.power``."""

from .command import main

raise SystemExit(main())
