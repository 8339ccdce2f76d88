"""``python -m benchmarks.peers``."""

from .command import main

raise SystemExit(main())
