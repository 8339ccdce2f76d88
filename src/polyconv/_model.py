"""The cost model: predicted seconds from a backend's counts and fitted rates.

A backend publishes counts (`Cost`), never seconds. The prediction is::

    seconds = call + wake + python * calls + (sum of rate * count) * exp(sum of weight * trait)

- *call* is the constant cost of a call, *wake* that of waking the thread pool, *python* that of
  each kernel which Python calls (``Cost.python_calls``), ten times that of compiled code;
- *rates* are seconds per operation, byte moved or packed, output and work item;
- *traits* are properties of the problem on which rates depend: binary logarithms of sizes, dtypes,
  layouts. Each is clipped to the range in which its weight was fitted. Of the workers those count
  that are busy on average, see ``Cost.pool_items``; a single work item wakes no worker.

`_rates_amd` and `_rates_intel` hold all the numbers, fitted on a processor of each vendor; other
vendors' processors take those of Intel's. Vendors differ by more than the unit times of `_units`: a
Zen 4 computes 512 bits in halves and scatters cheaply, an Emerald Rapids prefers the opposite. On
469 random problems on a Zen 4 core the rates of an Emerald Rapids chose a backend within 10 % of
the fastest in 92 % of the cases, those of `_rates_amd` in 96 % (2026-11-30, ``python -m
benchmarks.cost_model regret --problems 240``, seeds 51 and 52). ``python -m benchmarks.cost_model
fit`` writes the module of the vendor at hand.

Processors of one vendor differ, too. `_rates_intel` was fitted on a virtual Sapphire Rapids, on
which OpenBLAS takes 2.3 times as long as multiplying and adding at peak, and int64 31 times as long
as float64; on an Emerald Rapids these are 1.3 and 4. So its rates are carried halfway to the other,
and those of `separable`, whose few problems with two workers were disturbed, are the other's
(``python -m benchmarks.cost_model carry``). They choose a backend within 10 % of the fastest in
94.9 % of 3,552 choices for floats there, 95.8 % as fitted, and 93.6 % by the rates of before
(2026-12-01, problems of the fit).

It has one set of rates for each variant of a backend and one for all its variants together.
Preparing weights has sets of its own, and so has packing them without Python, as most plain calls
do. Three inputs come from the machine at hand: its instruction-set level, by which operations take
longer than in the fit; the sizes of its caches; and its number of workers. Where wisdom has its
unit times, `use_units` multiplies the rates by their ratios to those of the fit's machine, see
`_units`.

A backend without rates gets `UNKNOWN`: 10 GFLOP/s of float32 on a core with AVX-512, half
of that in double precision, and 20 GB/s.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Protocol

from ._backend import Backend, Cost
from ._cpu import is_amd
from ._exchange import as_computed, has_plain_results, is_canonical, packing_calls
from ._formula import COUNTS, PREPARE_COUNTS, Rates, Terms, clipped
from ._machine import caches, isa_level
from ._problem import Problem

_rates = import_module("._rates_amd" if is_amd() else "._rates_intel", __package__)

__all__ = [
    "COUNTS",
    "PREPARE_COUNTS",
    "TRAITS",
    "UNKNOWN",
    "Rates",
    "Terms",
    "constant_seconds",
    "counts",
    "fitted",
    "fitted_units",
    "predict",
    "predict_prepare",
    "prepare_counts",
    "rearranging_seconds",
    "seconds_lower_bound",
    "slowdown_at",
    "traits",
    "traits_of",
    "unpacked_cost",
    "use_units",
]

TRAITS = (
    "workers",
    "taps",
    "taps_8",
    "taps_64",
    "kernel_row",
    "ic_per_group",
    "ic_per_group_16",
    "oc_per_group",
    "oc_per_group_8",
    "oc_per_group_32",
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
    "stride",
    "dilation",
    "bordered",
    "bordered_padded",
    "rank_1",
    "rank_3",
)


# Backend -> variant -> number, as in `_rates_amd`.
Table = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True, eq=False)
class Tables:
    """Rates by backend and variant: of calls, of preparing, and of packing in plain calls.

    `variants` are lists of both of calls, and of preparing or packing, of all variants; `unknown`
    is that list of a backend without rates. Packing without rates of its own has those of
    preparing.
    """

    calls: dict[str, dict[str, Rates]]
    preparing: dict[str, dict[str, Rates]]
    packing: dict[str, dict[str, Rates]]
    variants: dict[str, list[tuple[Rates, Rates]]]
    unknown: list[tuple[Rates, Rates]]


# The name of the row of unfitted backends in the tables that are read.
UNFITTED = ""


def read(rates: Table, prepare: Table, packing: Table, traits: tuple[str, ...]) -> Tables:
    """Return tables of `_rates`, with a row for unfitted backends; missing names are 0."""
    calls = _read_one(rates, COUNTS, traits)
    preparing, packs_of = (_read_one(each, PREPARE_COUNTS, traits) for each in (prepare, packing))
    unknown = [(calls.pop(UNFITTED)[""], preparing.pop(UNFITTED)[""])]
    tables = Tables(calls, preparing, packs_of, {}, unknown)
    for backend in calls:
        packs = packs_of.get(backend, {})
        pairs = tables.variants[backend] = []
        for variant in sorted({*calls[backend], *preparing[backend], *packs}):
            pair = rates_of(tables, backend, variant)
            pairs.append(pair)
            if packs:
                pairs.append((pair[0], packing_of(tables, backend, variant)))
    return tables


def _read_one(
    table: Table, names: tuple[str, ...], traits: tuple[str, ...]
) -> dict[str, dict[str, Rates]]:
    return {
        backend: {
            variant: Rates(
                row["call"],
                row.get("wake", 0.0),
                tuple(row.get(name, 0.0) for name in names),
                tuple(row.get(name, 0.0) for name in traits),
                row.get("python", 0.0),
            )
            for variant, row in variants.items()
        }
        for backend, variants in table.items()
    }


@lru_cache(maxsize=256)
def rates_of(tables: Tables, backend: str, variant: str) -> tuple[Rates, Rates]:
    """Return the rates of calls and of preparing: a variant's, or all variants' if it has none."""
    if backend not in tables.calls:
        return tables.unknown[0]
    calls, preparing = tables.calls[backend], tables.preparing[backend]
    return calls.get(variant, calls[""]), preparing.get(variant, preparing[""])


@lru_cache(maxsize=256)
def packing_of(tables: Tables, backend: str, variant: str) -> Rates:
    """Return the rates of packing in plain calls.

    Without any they are those of preparing, whose seconds of Python functions no fit has seen:
    preparing is one call.
    """
    packing = tables.packing.get(backend)
    if packing is None:
        rates = rates_of(tables, backend, variant)[1]
        return Rates(rates.call, rates.wake, rates.rates, rates.weights)
    return packing.get(variant, packing[""])


# Instructions per AVX-512 FMA at each level: AVX2 has half the lanes; SSE2 a quarter, and
# a multiplication and an addition instead of the FMA.
_INSTRUCTIONS = {"v4": 1.0, "v3": 2.0, "base": 5.0}


# Largest trait "bordered_padded", in octaves: an element of wider padding costs no more, because
# rows and periods are copied from those that were read. Problems with wider padding are few in the
# fit, and weights fitted on them mislead: with 11 octaves, `winograd` was predicted at 0.007 of its
# time (3x3 on 20x20 pixels wrapped to 1020x1020, Zen 4, 1 core, 2026-11-30,
# `python -m benchmarks.cliffs --family paddings`).
_MAX_PADDED = 1.0

UNKNOWN = {
    "call": 10e-6,
    "wake": 5e-6,
    "flops": 1e-10,
    "bytes": 5e-11,
    "workers": -0.7,
    "double": 0.7,
    "complex_double": 0.7,
}
# Seconds in which a call exchanges a tiny input and weights, beside packing the input: views and
# tests of values. More where the result's axes are swapped, as all are of channels last; where
# floats are converted as weights are, without warnings; and in plain calls that leave the exchange
# to Python (medians of 90 problems, Zen 4, one core, 2026-12-01; `python -m benchmarks.cost_model
# fit` times them).
_EXCHANGE = 2.3e-6
_EXCHANGE_LAST = 4e-6
_EXCHANGE_CONVERTED = 9e-6
_EXCHANGE_PLAIN = 22e-6
# Seconds of a plain call with a packer beyond packing and the call of a plan: the look-up of what
# is decided, and a kernel that is made and freed. Backends that form no dot products look for the
# largest weight, too. (Medians of 117 calls by `direct`, 100 by `im2col`, 93 by `cython` and 53 by
# `fft_tiled` that take less than 30 us; Zen 4, one core, 2026-12-01; `python -m
# benchmarks.cost_model fit` times them.)
_PLAIN = 1.35e-6
_PLAIN_MAX_WEIGHT = 1.15e-6
# Seconds in which NumPy copies one weight into canonical order, before it is packed: beside a copy
# in the L2 cache, and beyond it, where each place of a filter is far from the next (medians of 77
# and of 10 calls by `cython` and `im2col`, which pack nothing else; as above).
_REARRANGED = 0.65e-9
_REARRANGED_BEYOND_L2 = 1.9e-9
# Seconds of Python in a plain call without a packer, more than in a plan's call. A module of rates
# that lacks it has no rates of packing either: those of preparing stand for them.
_PLAIN_PYTHON: float = getattr(_rates, "PLAIN_PYTHON", 0.0)
UNKNOWN_PREPARE = {"call": 5e-6, "prepared": 1e-10, "weights": 1e-10}


def predict(
    backend: Backend, problem: Problem, cost: Cost | None = None, *, prepared: bool = True
) -> float:
    """Predict the seconds of a call without preparing; `cost` is `backend.cost` if known.

    With `x` and `w` exchanged, the call prepares the input as weights. Plain calls, without
    `prepared` weights, exchange them more often, and some read them as they lie.
    """
    computed = as_computed(backend, problem, prepared=prepared)
    if computed is not problem:
        exchanging = _predict_exchange(backend, problem, computed, prepared)
        return _predict(backend, computed, None) + exchanging
    unpacked = unpacked_cost(backend, problem, prepared)
    if unpacked is not None:
        call, _ = rates_of(_tables, backend.name, unpacked.variant)
        return _terms_of(problem).seconds(call, unpacked, _slowdown(backend.name, isa_level()))
    return _predict(backend, problem, cost)


def unpacked_cost(backend: Backend, problem: Problem, prepared: bool) -> Cost | None:
    """Return the counts of a call that reads the weights as they lie; None if they are packed."""
    return None if prepared else backend.unpacked_cost(problem)


def _predict(backend: Backend, problem: Problem, cost: Cost | None) -> float:
    if cost is None:
        cost = backend.cost(problem)
    call, _ = rates_of(_tables, backend.name, cost.variant)
    terms = _terms_of(backend.computes_as(problem))
    return terms.seconds(call, cost, _slowdown(backend.name, isa_level()))


def predict_prepare(
    backend: Backend,
    problem: Problem,
    cost: Cost | None = None,
    *,
    prepared: bool = True,
    measured: bool = False,
) -> float:
    """Predict the seconds of preparing the weights, which a plan does once.

    Plain calls, for which they are not `prepared` before, do it each time, unless they read them as
    they lie: most without Python, see `_exchange`. Others run more of Python than a plan's call. If
    the time of the call was `measured`, it is that of a plan, which exchanges input and weights
    less often.
    """
    if as_computed(backend, problem, prepared=prepared or measured) is not problem:
        return 0.0
    if unpacked_cost(backend, problem, prepared) is not None:
        return 0.0
    if prepared:
        return _predict_prepare(backend, problem, cost)
    calls = packing_calls(backend, problem)
    if calls is None:
        return _predict_prepare(backend, problem, cost) + _PLAIN_PYTHON
    beside = _PLAIN if backend.dot_product else _PLAIN + _PLAIN_MAX_WEIGHT
    beside += rearranging_seconds(problem)
    return beside + _predict_packing(backend, problem, cost, calls)


def rearranging_seconds(problem: Problem) -> float:
    """Return the seconds in which plain calls copy the weights into canonical order."""
    if is_canonical(problem):
        return 0.0
    weights = problem.out_channels * problem.reduction_len
    beyond_l2 = max(0.0, weights - caches().l2 / problem.w_dtype.itemsize)
    return weights * _REARRANGED + beyond_l2 * _REARRANGED_BEYOND_L2


def _predict_exchange(backend: Backend, p: Problem, exchanged: Problem, prepared: bool) -> float:
    """Return the seconds in which a call prepares the input as weights of the problem `exchanged`.

    Backends of dot products pack it: plans if it need not be converted, plain calls in any case.
    """
    calls = backend.packer_calls(exchanged) if backend.dot_product else None
    in_python = not prepared and not (calls is not None and has_plain_results(p))
    seconds = _EXCHANGE + (_EXCHANGE_LAST if p.data_format == "channels_last" else 0.0)
    seconds += _EXCHANGE_PLAIN if in_python else 0.0
    converted = p.x_dtype != p.accumulator
    if calls is not None and not (converted and (prepared or in_python)):
        seconds += _predict_packing(backend, exchanged, None, calls + converted)
        # Without rates of packing, those of preparing have a constant that packers skip.
        fitted_packing = backend.name in _tables.packing
        return seconds if fitted_packing else seconds - _prepare_constant(backend, exchanged)
    seconds += _EXCHANGE_CONVERTED if converted and p.accumulator.kind == "f" else 0.0
    return seconds + _predict_prepare(backend, exchanged, None)


def _predict_prepare(backend: Backend, problem: Problem, cost: Cost | None) -> float:
    if cost is None:
        cost = backend.cost(problem)
    _, prepare = rates_of(_tables, backend.name, cost.variant)
    return _terms_of(backend.computes_as(problem)).prepare_seconds(prepare, cost)


def _prepare_constant(backend: Backend, problem: Problem) -> float:
    _, prepare = rates_of(_tables, backend.name, backend.cost(problem).variant)
    return prepare.call


def _predict_packing(backend: Backend, problem: Problem, cost: Cost | None, calls: int) -> float:
    """Return the seconds of packing by the function of `packer`, which `calls` functions wrap."""
    if cost is None:
        cost = backend.cost(problem)
    packing = packing_of(_tables, backend.name, cost.variant)
    seconds = _terms_of(backend.computes_as(problem)).prepare_seconds(packing, cost)
    return seconds + packing.python * calls


def seconds_lower_bound(
    backend: Backend, problem: Problem, costs: Iterable[Cost], prepared: bool, enough: float = 0.0
) -> float:
    """Return the lowest predicted seconds of `costs`; infinite if there are none.

    The first that is below `enough` is returned, so that no more costs are counted.
    """
    terms = _terms_of(backend.computes_as(problem))
    slowdown = _slowdown(backend.name, isa_level())
    lowest = math.inf
    for cost in costs:
        call, prepare = rates_of(_tables, backend.name, cost.variant)
        seconds = terms.seconds(call, cost, slowdown)
        if not prepared:
            packing = packing_of(_tables, backend.name, cost.variant)
            seconds += min(
                terms.prepare_seconds(prepare, cost), terms.prepare_seconds(packing, cost)
            )
        if seconds < enough:
            return seconds
        lowest = min(lowest, seconds)
    return lowest


class _Named(Protocol):
    """A backend, loaded or not."""

    @property
    def name(self) -> str: ...


def constant_seconds(backends: Sequence[_Named], problem: Problem, prepared: bool) -> list[float]:
    """Return for each backend the seconds that no variant is below, whatever work it does.

    Most backends have constant costs of more than others take for a small problem.
    """
    tables = _tables
    variants = [tables.variants.get(backend.name, tables.unknown) for backend in backends]
    return _terms_of(problem).constant_seconds(variants, prepared)


def counts(cost: Cost, p: Problem, slowdown: float = 1.0) -> tuple[float, ...]:
    """Return the factors of a call's rates; `slowdown` multiplies the operations."""
    return _terms_of(p).counts(cost, slowdown)


def _terms_of(p: Problem) -> Terms:
    near = caches()
    return _made_terms(p, near.l2, near.l3)


@lru_cache(maxsize=256)
def _made_terms(p: Problem, l2: int, l3: int) -> Terms:
    moved, outputs = p.moved_once, p.outputs
    own = (
        max(moved - l2 * p.workers, 0),
        max(moved - l3, 0),
        outputs,
        outputs if p.dtype.itemsize == 2 else 0.0,
        outputs if p.data_format == "channels_last" and p.out_channels > 1 else 0.0,
        p.batch * p.in_channels,
    )
    weights = p.out_channels * p.reduction_len * p.w_dtype.itemsize
    trait_values = clipped(traits(p), *_limits())
    return Terms(own, weights, p.out_channels, trait_values, p.reduction_len, p.workers)


def _is_bordered(p: Problem) -> bool:
    """Return True if padding repeats the input, so that packing looks it up there."""
    repeats = p.padding_mode not in ("zeros", "constant") and any(map(any, p.pads))
    return repeats and not p.empty


def slowdown_at(backend: str, level: str) -> float:
    """Return the slowdown of operations at an instruction-set level, relative to the fit's level.

    It is measured for backends in `_rates.SLOWDOWN`; for others, the ratio of `_INSTRUCTIONS`.
    """
    by_length = _INSTRUCTIONS[level] / _INSTRUCTIONS[_rates.ISA]
    slowdown: float = _rates.SLOWDOWN.get(backend, {}).get(level, by_length)
    return slowdown


@cache
def _slowdown(backend: str, level: str) -> float:
    """Return `slowdown_at`, kept because every prediction needs it."""
    return slowdown_at(backend, level)


def prepare_counts(cost: Cost, p: Problem) -> tuple[float, ...]:
    """Return the factors of the rates of preparing weights."""
    return _terms_of(p).prepare_counts(cost)


def traits_of(cost: Cost, p: Problem) -> tuple[float, ...]:
    """Return the traits with the workers that are busy on average, if `cost` tells."""
    _, *others = traits(p)
    return _terms_of(p).busy_workers(cost), *others


def traits(p: Problem) -> tuple[float, ...]:
    """Return the properties of a problem on which rates depend, in the order of `TRAITS`.

    Sizes are binary logarithms; a trait with a number in its name is 0 up to that size. The others
    are 0 or 1.
    """
    channels, types, rank = _traits_of_family(p.family)
    *depth, width = p.out
    lines, bordered = math.prod(depth), _is_bordered(p)
    row, rows, image = _log2(width), _log2(p.batch * lines), _log2(lines * width)
    return (
        math.log2(p.workers),
        *channels,
        row,
        max(row - 4, 0.0),
        max(row - 7, 0.0),
        rows,
        max(rows - 4, 0.0),
        image,
        max(image - 5, 0.0),
        max(image - 8, 0.0),
        *types,
        bordered,
        min(_log2(math.prod(p.padded) / math.prod(p.spatial)), _MAX_PADDED) if bordered else 0.0,
        *rank,
    )


@lru_cache(maxsize=256)
def _traits_of_family(
    p: Problem,
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return the traits that do not depend on sizes: of channels, of types and strides, of rank."""
    taps = math.log2(p.taps)
    ic_per_group, oc_per_group, groups = (
        _log2(p.ic_per_group),
        _log2(p.oc_per_group),
        math.log2(p.groups),
    )
    kind, itemsize = p.accumulator.kind, p.accumulator.itemsize
    integer = kind in "iu"
    # Both formats of one channel are the same array.
    last = p.data_format == "channels_last" and max(p.in_channels, p.out_channels) > 1
    # Results or products fit into 32 bits.
    narrow = p.dtype.itemsize <= 4 or p.x_dtype.itemsize == p.w_dtype.itemsize == 1
    channels = (
        taps,
        max(taps - 3, 0.0),
        max(taps - 6, 0.0),
        math.log2(p.kernel[-1]),
        ic_per_group,
        max(ic_per_group - 4, 0.0),
        oc_per_group,
        max(oc_per_group - 3, 0.0),
        max(oc_per_group - 5, 0.0),
        groups,
    )
    types = (
        kind == "f" and itemsize == 8,
        kind == "c" and itemsize == 8,
        kind == "c" and itemsize == 16,
        integer and not narrow,
        integer and narrow,
        p.x_dtype != p.accumulator,
        p.dtype.itemsize == 2,
        last,
        math.log2(max(p.stride)),
        max(p.dilation) > 1,
    )
    return channels, types, (p.rank == 1, p.rank == 3)


def _log2(size: float) -> float:
    return math.log2(size) if size > 1 else 0.0


@cache
def _limits() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the lower and the upper limits of all traits."""
    everything = (-math.inf, math.inf)
    low, high = zip(*(_rates.RANGES.get(name, everything) for name in TRAITS), strict=True)
    return low, high


def fitted() -> Mapping[str, Any]:
    """Return the provenance of the rates: date, command, machine and more."""
    provenance: Mapping[str, Any] = _rates.FITTED
    return provenance


def fitted_units() -> tuple[str, Mapping[str, float]]:
    """Return the unit times of the fit's machine and their level: the one in use if it has it."""
    level = isa_level() if isa_level() in _rates.UNITS else _rates.ISA
    return level, _rates.UNITS.get(level, {})


def use_units(here: Mapping[str, float]) -> None:
    """Predict for a machine with these unit times in seconds, see `_units`; without any, as fitted.

    Wisdom calls this when its unit times change, so that no prediction looks for them.
    """
    global _tables
    rates = {**_rates.RATES, UNFITTED: {"": UNKNOWN}}
    prepare = {**_rates.PREPARE, UNFITTED: {"": UNKNOWN_PREPARE}}
    packing = getattr(_rates, "PACKING", {})
    if here:
        from ._units import scaled

        level = isa_level()
        measured_level, fitted = fitted_units()
        slowdown: dict[str, float] = {}
        if measured_level != level:  # `here` has the slowdown in it
            slowdown = {backend: slowdown_at(backend, level) for backend in rates}
        rates = scaled(rates, here, fitted, slowdown, prepare=False)
        prepare = scaled(prepare, here, fitted, {}, prepare=True)
        packing = scaled(packing, here, fitted, {}, prepare=True)
    _tables = read(rates, prepare, packing, TRAITS)


_tables: Tables
use_units({})
