"""Sets of rates as the cost model evaluates them, read from a module of numbers."""

from dataclasses import dataclass
from functools import lru_cache

from ._formula import COUNTS, PREPARE_COUNTS, Rates

__all__ = ["UNFITTED", "Table", "Tables", "packing_of", "rates_of", "read"]

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
    """Return the rates of packing in plain calls; those of preparing if there are none."""
    packing = tables.packing.get(backend)
    if packing is None:
        return rates_of(tables, backend, variant)[1]
    return packing.get(variant, packing[""])
