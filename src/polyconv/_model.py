"""The cost model: how long a backend will take, from its counts and from what was measured once.

A backend publishes counts (`Cost`), never seconds. Here they become seconds::

    seconds = call + team + (sum of rate * count) * exp(sum of weight * trait)

- *call* is what any call takes, *team* what it takes more with several threads;
- *rates* are seconds for each operation, byte moved or packed, output and piece of work;
- *traits* are properties of the problem, by which rates differ: sizes in powers of two, dtypes,
  layouts. Each is kept within the range it had where its weight was fitted.

All the numbers stand in `_rates`, which ``python -m benchmarks.cost_model fit`` writes: one set for
each way in which a backend computes, and one for all its ways together. On another machine than the
one they were fitted on, operations take as much longer as they did there with shorter vectors,
bytes lie beyond its own caches, and threads are as many as it has.

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
    "image",
    "image_32",
    "image_256",
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
    numbers = counts(cost, problem, slower(backend.name, isa_level()))
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


def counts(cost: Cost, p: Problem, longer: float = 1.0) -> tuple[float, ...]:
    """What a call's rates are multiplied by, where operations take so many times as long."""
    near, runs, pieces = caches(), cost.runs, cost.pieces
    bordered, own = _own_counts(p, near.l2, near.l3)
    return (
        cost.flops * longer,
        *own,
        cost.bytes,
        cost.packed,
        cost.gathered,
        runs,
        runs if bordered else 0.0,
        pieces,
        # Each piece goes through all that is summed into an output.
        pieces * p.terms,
    )


@lru_cache(maxsize=1024)
def _own_counts(p: Problem, l2: int, l3: int) -> tuple[bool, tuple[float, ...]]:
    """Whether padding is looked up, and the counts, with such caches, that all backends share."""
    moved, outputs = p.moved_once, p.outputs
    return _is_bordered(p), (
        max(moved - l2 * p.workers, 0),
        max(moved - l3, 0),
        outputs,
        outputs if p.dtype.itemsize == 2 else 0.0,
        outputs if p.data_format == "channels_last" and p.out_channels > 1 else 0.0,
        p.batch * p.in_channels,
    )


def _is_bordered(p: Problem) -> bool:
    """Whether the padding repeats the input, so that it is looked up in the input."""
    return p.padding_mode not in ("zeros", "constant") and any(map(any, p.pads))


def slower(backend: str, level: str) -> float:
    """How many times slower operations are at an instruction-set level than at the fit's.

    As measured for this backend, or else by the lengths of the vectors.
    """
    by_length = _INSTRUCTIONS[level] / _INSTRUCTIONS[_rates.ISA]
    return _rates.SLOWER.get(backend, {}).get(level, by_length)


def prepare_counts(cost: Cost, p: Problem) -> tuple[float, ...]:
    """What the rates of preparing weights are multiplied by."""
    return cost.prepared, p.out_channels * p.terms * p.w_dtype.itemsize, p.out_channels


def traits(p: Problem) -> tuple[float, ...]:
    """The properties of a problem by which rates differ, in the order of `TRAITS`.

    Sizes are binary logarithms; those with a number in their name count from that size on. The
    others are whether something is so, as 0 or 1.
    """
    taps, row = math.log2(p.taps), _log2(p.out[-1])
    rows, image = _log2(p.batch * math.prod(p.out[:-1])), _log2(math.prod(p.out))
    group_in, group_out, groups = _log2(p.group_in), _log2(p.group_out), math.log2(p.groups)
    kind, itemsize = p.accumulator.kind, p.accumulator.itemsize
    integer = kind in "iu"
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
        image,
        max(image - 5, 0.0),
        max(image - 8, 0.0),
        kind == "f" and itemsize == 8,
        kind == "c" and itemsize == 8,
        kind == "c" and itemsize == 16,
        integer and not narrow,
        integer and narrow,
        p.x_dtype != p.accumulator,
        p.dtype.itemsize == 2,
        last,
        group_in + groups if last else 0.0,
        math.log2(max(p.stride)),
        max(p.dilation) > 1,
        bordered,
        math.log2(math.prod(p.padded) / math.prod(p.spatial)) if bordered else 0.0,
        p.rank == 1,
        p.rank == 3,
    )


def _log2(size: float) -> float:
    return math.log2(size) if size > 1 else 0.0


@lru_cache(maxsize=1024)
def _bounded(p: Problem) -> tuple[float, ...]:
    """The traits of `p`, none beyond what was seen where the rates were fitted."""
    within = zip(traits(p), _limits(), strict=True)
    return tuple([low if t < low else high if t > high else t for t, (low, high) in within])


@cache
def _limits() -> tuple[tuple[float, float], ...]:
    everything = (-math.inf, math.inf)
    return tuple([_rates.RANGES.get(name, everything) for name in TRAITS])


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
