"""Rates of the cost model, fitted on a processor of each vendor: `amd` and `intel`.

Vendors differ by more than the unit times of `polyconv._units`: a Zen 4 computes 512 bits in halves
and scatters cheaply, an Emerald Rapids prefers the opposite. Other vendors' processors take the
rates of `intel`. On 469 random problems on a Zen 4 core the rates of `intel` chose a backend within
10 % of the fastest in 92 % of the cases, those of `amd` in 96 % (2026-11-30, `python -m
benchmarks.cost_model regret --problems 240`, seeds 51 and 52).

Counts of some variants changed since the last fit on a vendor's processor. Their rates are those of
the other vendor, scaled by the unit times of both; ``FITTED["scaled"]`` names them. The next fit
there replaces them.
"""

from polyconv._cpu import is_amd

if is_amd():
    from .amd import FITTED, ISA, PREPARE, RANGES, RATES, RESIDUALS, SLOWDOWN, UNITS
else:
    from .intel import FITTED, ISA, PREPARE, RANGES, RATES, RESIDUALS, SLOWDOWN, UNITS

__all__ = ["FITTED", "ISA", "PREPARE", "RANGES", "RATES", "RESIDUALS", "SLOWDOWN", "UNITS"]
