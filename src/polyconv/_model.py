"""The cost model: how long a backend will take, from its counts and from what was measured once.

A backend publishes counts (`Cost`), never seconds. Here they become seconds::

    seconds = call + team + (sum of rate * count) * exp(sum of weight * trait)

- *call* is what any call takes, *team* what it takes more with several threads;
- *rates* are seconds for each operation, byte moved or packed, output and piece of work;
- *traits* are properties of the problem, by which rates differ: sizes in powers of two, dtypes,
  layouts. Each is kept within the range it had where its weight was fitted.

All the numbers stand in `_rates`, which ``benchmarks/fit_cost_model.py`` writes: one set for each
way in which a backend computes, and one for all its ways together. On another machine than the one
they were fitted on, operations take as much longer as they did there with shorter vectors, bytes
lie beyond its own caches, and threads are as many as it has.

A backend that is not in `_rates` gets `UNKNOWN`: 10 GFLOP/s of float32 on a core, half of that in
double precision, and 20 GB/s.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import mul

from . import _rates
from ._backend import Backend, Cost
from ._machine import caches, isa_level
from ._problem import Problem

__all__ = [
    "COUNTS",
    "PREPARE_COUNTS",
    "TRAITS",
    "UNKNOWN",
    "Rates",
    "counts",
    "predict",
    "predict_prepare",
    "prepare_counts",
    "seconds",
    "slower",
    "traits",
]

# Operations, then what is the problem's own and the machine's caches', then what the backend says.
COUNTS = (
    "flops",
    "beyond_l2",
    "beyond_l3",
    "outputs",
    "outputs_half",
    "outputs_last",
    "planes",
    "bytes",
    "packed",
    "gathered",
    "runs",
    "runs_bordered",
    "pieces",
    "piece_terms",
)
PREPARE_COUNTS = ("prepared", "weights", "filters")

TRAITS = (
    "workers",
    "taps",
    "taps_8",
    "taps_64",
    "kernel_row",
    "group_in",
    "group_in_16",
    "group_out",
    "group_out_8",
    "group_out_32",
    "groups",
    "row",
    "row_16",
    "row_128",
    "rows",
    "rows_16",
    "double",
    "complex",
    "complex_double",
    "integer",
    "narrow_integer",
    "converted",
    "half",
    "channels_last",
    "channels_last_channels",
    "stride",
    "dilation",
    "bordered",
    "bordered_padded",
    "rank_1",
    "rank_3",
)

# Vectors as long as AVX-512's take one instruction where these take so many. Without any, there is
# a multiplication and an addition besides.
_INSTRUCTIONS = {"v4": 1.0, "v3": 2.0, "base": 5.0}


@dataclass(frozen=True)
class Rates:
    """What one set of rates holds, in the order of `COUNTS` (or `PREPARE_COUNTS`) and `TRAITS`."""

    call: float
    team: float
    rates: tuple[float, ...]
    weights: tuple[float, ...]


UNKNOWN = Rates(
    10e-6,
    5e-6,
    tuple({"flops": 1e-10, "bytes": 5e-11}.get(name, 0.0) for name in COUNTS),
    tuple(
        {"workers": -0.7, "double": 0.7, "complex_double": 0.7}.get(name, 0.0) for name in TRAITS
    ),
)
UNKNOWN_PREPARE = Rates(5e-6, 0.0, (1e-10, 1e-10, 0.0), (0.0,) * len(TRAITS))


def predict(backend: Backend, problem: Problem, cost: Cost | None = None) -> float:
    """Seconds that one call with prepared weights will take; `cost` saves asking for it."""
    if cost is None:
        cost = backend.cost(problem)
    rates = _looked_up(_CALLS, backend.name, cost.way, UNKNOWN)
    flops, *others = counts(cost, problem)
    numbers = (flops * slower(backend.name, isa_level()), *others)
    return seconds(rates, numbers, _bounded(problem), problem.workers)


def predict_prepare(backend: Backend, problem: Problem, cost: Cost | None = None) -> float:
    """Seconds that `backend` will take to prepare the weights, as a call without a plan must."""
    if cost is None:
        cost = backend.cost(problem)
    rates = _looked_up(_PREPARING, backend.name, cost.way, UNKNOWN_PREPARE)
    return seconds(rates, prepare_counts(cost, problem), _bounded(problem), 1)


def seconds(
    rates: Rates, numbers: tuple[float, ...], bounded: tuple[float, ...], workers: int
) -> float:
    """The formula."""
    work: float = sum(map(mul, rates.rates, numbers))
    factor = math.exp(sum(map(mul, rates.weights, bounded)))
    return rates.call + (rates.team if workers > 1 else 0.0) + work * factor


def counts(cost: Cost, p: Problem) -> tuple[float, ...]:
    """What a call's rates are multiplied by."""
    near = caches()
    return (
        float(cost.flops),
        *_own_counts(p, near.l2, near.l3),
        float(cost.bytes),
        float(cost.packed),
        float(cost.gathered),
        float(cost.runs),
        float(cost.runs) if _is_bordered(p) else 0.0,
        float(cost.pieces),
        # Each piece goes through all that is summed into an output.
        float(cost.pieces * p.terms),
    )


@lru_cache(maxsize=1024)
def _own_counts(p: Problem, l2: int, l3: int) -> tuple[float, ...]:
    """The counts that are the same for all backends, with caches of these sizes."""
    moved, outputs = p.moved_once, float(math.prod(p.out_shape))
    return (
        float(max(moved - l2 * p.workers, 0)),
        float(max(moved - l3, 0)),
        outputs,
        outputs if p.dtype.itemsize == 2 else 0.0,
        outputs if p.data_format == "channels_last" and p.out_channels > 1 else 0.0,
        float(p.batch * p.in_channels),
    )


def _is_bordered(p: Problem) -> bool:
    """Whether the padding repeats the input, so that it is looked up element by element."""
    return p.padding_mode not in ("zeros", "constant") and any(map(any, p.pads))


def slower(backend: str, level: str) -> float:
    """How many times slower operations are at an instruction-set level than at the fit's.

    As measured for this backend, or else by the lengths of the vectors.
    """
    by_length = _INSTRUCTIONS[level] / _INSTRUCTIONS[_rates.ISA]
    return _rates.SLOWER.get(backend, {}).get(level, by_length)


def prepare_counts(cost: Cost, p: Problem) -> tuple[float, ...]:
    """What the rates of preparing weights are multiplied by."""
    weights = p.out_channels * p.terms
    return float(cost.prepared), float(weights * p.w_dtype.itemsize), float(p.out_channels)


@lru_cache(maxsize=1024)
def traits(p: Problem) -> tuple[float, ...]:
    """The properties of a problem by which rates differ, in the order of `TRAITS`.

    Sizes are binary logarithms; those with a number in their name count from that size on.
    """
    taps, row = math.log2(p.taps), _log2(p.out[-1])
    rows = _log2(p.batch * math.prod(p.out[:-1]))
    group_in, group_out, groups = _log2(p.group_in), _log2(p.group_out), math.log2(p.groups)
    kind = p.accumulator.str[1:]
    last, bordered = p.data_format == "channels_last", _is_bordered(p)
    # Results, or products, that 64 bits are not needed for.
    narrow = p.dtype.itemsize <= 4 or p.x_dtype.itemsize == p.w_dtype.itemsize == 1
    return (
        math.log2(p.workers),
        taps,
        max(taps - 3, 0.0),
        max(taps - 6, 0.0),
        math.log2(p.kernel[-1]),
        group_in,
        max(group_in - 4, 0.0),
        group_out,
        max(group_out - 3, 0.0),
        max(group_out - 5, 0.0),
        groups,
        row,
        max(row - 4, 0.0),
        max(row - 7, 0.0),
        rows,
        max(rows - 4, 0.0),
        float(kind == "f8"),
        float(kind == "c8"),
        float(kind == "c16"),
        float(kind in ("i8", "u8") and not narrow),
        float(kind in ("i8", "u8") and narrow),
        float(p.x_dtype != p.accumulator),
        float(p.dtype.itemsize == 2),
        float(last),
        group_in + groups if last else 0.0,
        math.log2(max(p.stride)),
        float(max(p.dilation) > 1),
        float(bordered),
        math.log2(math.prod(p.padded) / math.prod(p.spatial)) if bordered else 0.0,
        float(p.rank == 1),
        float(p.rank == 3),
    )


def _log2(size: float) -> float:
    return math.log2(size) if size > 1 else 0.0


@lru_cache(maxsize=1024)
def _bounded(p: Problem) -> tuple[float, ...]:
    """The traits of `p`, none beyond what was seen where the rates were fitted."""
    low, high = _limits()
    return tuple(map(max, low, map(min, high, traits(p))))


@cache
def _limits() -> tuple[tuple[float, ...], tuple[float, ...]]:
    everything = (-math.inf, math.inf)
    limits = [_rates.RANGES.get(name, everything) for name in TRAITS]
    return tuple(low for low, _ in limits), tuple(high for _, high in limits)


def _read(
    table: dict[str, dict[str, dict[str, float]]], names: tuple[str, ...]
) -> dict[str, dict[str, Rates]]:
    """Rows of `_rates` in the order in which they are multiplied; what a row leaves out is 0."""
    return {
        backend: {
            way: Rates(
                row["call"],
                row.get("team", 0.0),
                tuple(row.get(name, 0.0) for name in names),
                tuple(row.get(name, 0.0) for name in TRAITS),
            )
            for way, row in ways.items()
        }
        for backend, ways in table.items()
    }


_CALLS = _read(_rates.RATES, COUNTS)
_PREPARING = _read(_rates.PREPARE, PREPARE_COUNTS)


def _looked_up(table: dict[str, dict[str, Rates]], backend: str, way: str, unknown: Rates) -> Rates:
    """The rates of a backend's way, or of all its ways if the fit saw too little of this one."""
    ways = table.get(backend)
    return unknown if ways is None else ways.get(way, ways[""])
