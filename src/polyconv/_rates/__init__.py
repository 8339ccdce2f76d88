"""Rates of the cost model, fitted on a processor of each vendor: `amd` and `intel`.

Vendors differ by more than the unit times of `polyconv._units`: a Zen 4 computes 512 bits in halves
and scatters cheaply, an Emerald Rapids prefers the opposite. Other vendors' processors take the
rates of `intel`, which were the only ones until 2026-11-30.
"""

from polyconv._cpu import is_amd

if is_amd():
    from .amd import FITTED, ISA, PREPARE, RANGES, RATES, RESIDUALS, SLOWDOWN, UNITS
else:
    from .intel import FITTED, ISA, PREPARE, RANGES, RATES, RESIDUALS, SLOWDOWN, UNITS

__all__ = ["FITTED", "ISA", "PREPARE", "RANGES", "RATES", "RESIDUALS", "SLOWDOWN", "UNITS"]
