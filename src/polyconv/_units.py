"""Unit times: seconds of the units of work that tell one machine from another.

A unit is a multiply-add in registers, a byte copied in one cache, a product by BLAS, the wake-up of
a worker. ``polyconv tune --machine`` measures them on the machine at hand, and the fit of the cost
model on its own (`_rates.UNITS`, for each ISA level). The model multiplies each rate by the ratio
of the unit that the count is made of, `_OF_COUNT`. Rates are scaled, not seconds: the weights of
traits (the exponents of `_model`) stay, but that of a number type grows by the logarithm of its
unit's ratio over that of float32.

The ratio of a unit that one of the two machines lacks is 1.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["UNITS", "Unit", "scaled"]

# Backend -> variant -> number, as in `_rates_amd`.
Table = dict[str, dict[str, dict[str, float]]]

# Name of a number in a set of rates -> units that it is made of.
Made = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Unit:
    """One unit of work: its name, its title in tables, and the unit of its rate, if it has one."""

    name: str
    title: str
    per_second: str | None


UNITS = (
    Unit("cycle", "core clock", "Hz"),
    Unit("add_float32", "multiply-adds, float32", "/s"),
    Unit("add_float64", "multiply-adds, float64", "/s"),
    Unit("add_int64", "multiply-adds, int64", "/s"),
    Unit("add_int32", "multiply-adds, int32", "/s"),
    Unit("add_int16", "multiply-adds, int16 in pairs", "/s"),
    Unit("gemm_float32", "multiply-adds by BLAS, float32", "/s"),
    Unit("gemm_float64", "multiply-adds by BLAS, float64", "/s"),
    Unit("fft_float32", "operations of scipy.fft, float32", "/s"),
    Unit("fft_float64", "operations of scipy.fft, float64", "/s"),
    Unit("copy_l1", "copy in L1", "B/s"),
    Unit("copy_l2", "copy in L2", "B/s"),
    Unit("copy_l3", "copy in L3", "B/s"),
    Unit("copy_memory", "copy in memory", "B/s"),
    Unit("stream_memory", "stores past the caches", "B/s"),
    Unit("call", "planned call, compiled", None),
    Unit("call_python", "planned call, wrapped in Python", None),
    Unit("hand_over", "work for a worker that spins", None),
    Unit("wake_up", "work for a worker that sleeps", None),
)

# Units that each number of a set of rates is made of. Its factor is the geometric mean of their
# ratios. Loops over runs, tiles and single elements wait for the core, not for its vector units.
_OF_COUNT: Made = {
    "call": ("call",),
    "wake": ("hand_over", "wake_up"),
    "python": ("call_python",),
    "flops": ("add_float32",),
    "beyond_l2": ("copy_l3",),
    "beyond_l3": ("copy_memory", "stream_memory"),
    "outputs": ("copy_l2",),
    "outputs_half": ("cycle",),
    "outputs_last": ("cycle",),
    "channel_planes": ("cycle",),
    "bytes": ("copy_l2",),
    "packed": ("copy_l1", "copy_l2"),
    "gathered": ("cycle",),
    "runs": ("cycle",),
    "lookups": ("cycle",),
    "work_items": ("cycle",),
    "work_item_products": ("cycle",),
    # Counts of preparing weights, which planners in Python do.
    "prepared": ("copy_l2",),
    "weights": ("cycle",),
    "filters": ("call_python",),
}
# Units of the backends that differ from `_OF_COUNT`: they multiply or transform by a library or in
# plain C, or their kernels are wrapped in Python.
_PYTHON: Made = {"call": ("call_python",)}
_OF_BACKEND: dict[str, Made] = {
    "im2col": {"flops": ("gemm_float32",), **_PYTHON},
    "fft": {"flops": ("fft_float32",), "prepared": ("fft_float32",), **_PYTHON},
    "cython": {"flops": ("cycle",), **_PYTHON},
    "naive": {"flops": ("cycle",), **_PYTHON},
}
# Units of operations on the number types that have a trait. `flops` stands for float32.
_OF_TRAIT: Made = {
    "double": ("add_float64",),
    "complex_double": ("add_float64",),
    "integer": ("add_int64",),
    "narrow_integer": ("add_int32", "add_int16"),
}
_TRAITS_OF_BACKEND: dict[str, Made] = {
    "im2col": {"double": ("gemm_float64",), "complex_double": ("gemm_float64",)},
    "fft": {"double": ("fft_float64",), "complex_double": ("fft_float64",)},
    "cython": {},
    "naive": {},
}


def scaled(
    table: Table,
    here: Mapping[str, float],
    fitted: Mapping[str, float],
    slowdown: Mapping[str, float],
    *,
    prepare: bool,
) -> Table:
    """Return rates for the machine at hand.

    Parameters
    ----------
    table : mapping
        Rates by backend, variant and name.
    here, fitted : mapping
        Unit times of the machine at hand and of the fit's, in seconds.
    slowdown : mapping
        By backend, the factor on operations that the model applies by itself, but `here` holds,
        too.
    prepare : bool
        True for rates of preparing weights.
    """
    ratios = {
        name: math.log(here[name] / fitted[name]) for name in here if fitted.get(name, 0.0) > 0
    }

    def log_factor(names: tuple[str, ...]) -> float:
        known = [ratios[name] for name in names if name in ratios]
        return sum(known) / len(known) if known else 0.0

    found: Table = {}
    for backend, variants in table.items():
        counts = {**_OF_COUNT, **_OF_BACKEND.get(backend, {}), **(_PYTHON if prepare else {})}
        factors = {name: math.exp(log_factor(units)) for name, units in counts.items()}
        factors["flops"] /= slowdown.get(backend, 1.0)
        traits = {} if prepare else _TRAITS_OF_BACKEND.get(backend, _OF_TRAIT)
        gains = {
            trait: log_factor(units) - log_factor(counts["flops"])
            for trait, units in traits.items()
            if not ratios.keys().isdisjoint(units)
        }
        found[backend] = {
            variant: {
                **{name: value * factors.get(name, 1.0) for name, value in row.items()},
                **{trait: row.get(trait, 0.0) + gain for trait, gain in gains.items()},
            }
            for variant, row in variants.items()
        }
    return found
