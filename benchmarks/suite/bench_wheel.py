"""asv: how large the wheel is."""

import zlib
from importlib.metadata import files


class Wheel:
    """What is installed, as a wheel would hold it."""

    unit = "KiB"

    def track_size(self) -> float:
        """All files deflated one by one; the wheel itself is gone when benchmarks run."""
        packed = (len(zlib.compress(path.read_binary())) for path in files("polyconv") or ())
        return sum(packed) / 1024
