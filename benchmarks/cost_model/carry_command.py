"""Carry rates towards another machine of the same vendor, by the unit times of both.

    python -m benchmarks.cost_model fit --output here.py
    python -m benchmarks.cost_model carry there.py --rates here.py

Both files are modules of rates, as `fit` writes them; `there.py` may be the one that the fit is to
replace. Each rate is scaled as ``polyconv tune --machine`` does it, to unit times between those of
both machines: to their geometric means by default, with ``--share 1`` to those of the other. So a
peculiarity of the fit's machine, such as a BLAS library that does not know its processor, counts
half. Levels that were not timed here are taken from the other module, and scaled like this one's.
With ``--keep``, the rates of calls of backends whose fit here is worse than the other's are taken
from there, too, and scaled by the ratio of clock cycles alone.
"""

import argparse
from collections.abc import Mapping, Sequence
from importlib import util
from pathlib import Path
from types import ModuleType

from polyconv._cpu import is_amd
from polyconv._units import scaled

from .rates_module import source

__all__ = ["between", "carried", "main"]

_ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    written = _ROOT / "src" / "polyconv" / f"_rates_{'amd' if is_amd() else 'intel'}.py"
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost_model carry")
    parser.add_argument("there", type=Path, help="module of rates of the other machine")
    parser.add_argument("--rates", type=Path, default=written, help="module of rates to carry")
    parser.add_argument("--output", type=Path, default=written, help="module to write")
    parser.add_argument(
        "--share", type=float, default=0.5, help="of the way, in logarithms; default 0.5"
    )
    parser.add_argument(
        "--keep", nargs="+", default=[], help="backends whose rates of calls are taken from there"
    )
    options = parser.parse_args(arguments)
    here, there = _module(options.rates), _module(options.there)
    if here.ISA != there.ISA:
        parser.error(
            f"there={options.there} has rates at {there.ISA}; allowed: {here.ISA}, as in --rates"
        )
    options.output.write_text(carried(here, there, options.share, options.keep))
    print(f"{options.output} written")
    return 0


def between(
    here: Mapping[str, float], there: Mapping[str, float], share: float
) -> dict[str, float]:
    """Return unit times at a share of the way, in logarithms; those of one machine stay."""
    return {
        name: time ** (1 - share) * there.get(name, time) ** share for name, time in here.items()
    }


def carried(here: ModuleType, there: ModuleType, share: float, keep: Sequence[str] = ()) -> str:
    """Return the text of the module of rates that are carried from one machine towards another.

    The rates of calls of the backends in `keep` are those of the other machine.
    """
    fitted = here.UNITS[here.ISA]
    target = between(fitted, there.UNITS[here.ISA], share)
    units = {here.ISA: target}
    for level, theirs in there.UNITS.items():
        if level in here.UNITS:
            units[level] = between(here.UNITS[level], theirs, share)
            continue
        reference = there.UNITS[here.ISA]
        units[level] = {
            name: time * target[name] / reference[name]
            for name, time in theirs.items()
            if name in target and name in reference
        }
    rates = scaled(here.RATES, target, fitted, {}, prepare=False)
    cycles = target["cycle"] / there.UNITS[here.ISA]["cycle"]
    same = {name: time * cycles for name, time in there.UNITS[here.ISA].items()}
    kept = {name: there.RATES[name] for name in keep}
    rates |= scaled(kept, same, there.UNITS[here.ISA], {}, prepare=False)
    source_of = {"share": share, "date": there.FITTED["date"], "machine": there.FITTED["machine"]}
    return source(
        isa=here.ISA,
        fitted={**here.FITTED, "carried": {**source_of, "kept": list(keep)}},
        units=units,
        residuals=here.RESIDUALS,
        ranges=here.RANGES,
        slowdown={
            backend: there.SLOWDOWN.get(backend, {}) | factors
            for backend, factors in here.SLOWDOWN.items()
        },
        rates=rates,
        prepare=scaled(here.PREPARE, target, fitted, {}, prepare=True),
        packing=scaled(here.PACKING, target, fitted, {}, prepare=True),
        plain_python=here.PLAIN_PYTHON,
    )


def _module(path: Path) -> ModuleType:
    """Return a module of rates that is not installed."""
    spec = util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
