"""Rows: what a comparison decides, one by one."""

from dataclasses import dataclass

__all__ = ["MEMORY", "PEAK_RSS", "TIME", "TRACED", "Row"]

# Quantities. `PEAK_RSS` is the resident memory of the process at its highest during a call, inputs
# included; `TRACED` is what Python's allocators, NumPy's arrays among them, allot during a call.
TIME, PEAK_RSS, TRACED = "time", "peak RSS", "traced peak"
MEMORY = (PEAK_RSS, TRACED)

# Words for a row that got worse or better.
_WORDS = {"slower": "larger", "faster": "smaller"}


@dataclass(frozen=True)
class Row:
    """One workload's time or memory, in the old build and in one of the new ones.

    Attributes
    ----------
    workload : str
        Name in the bench file.
    quantity : str
        One of `TIME`, `PEAK_RSS` and `TRACED`.
    build : int
        Number of the new build, from 1.
    """

    workload: str
    quantity: str = TIME
    build: int = 1

    def word(self, outcome: str) -> str:
        """Return an outcome in words that suit the quantity."""
        return outcome if self.quantity == TIME else _WORDS.get(outcome, outcome)

    def amount(self, value: float) -> str:
        """Return a time or a size in three digits.

        Examples
        --------
        >>> Row("w").amount(0.0012345), Row("w", TRACED).amount(3 << 20)
        ('1.23 ms', '3 MiB')
        """
        if self.quantity == TIME:
            return f"{1e3 * value:.3g} ms"
        return f"{value / 2**20:.3g} MiB"
