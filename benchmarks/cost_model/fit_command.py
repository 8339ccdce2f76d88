"""Fit the cost model to this machine: time problems, solve for the rates, write their module.

    python -m benchmarks.cost_model fit

The problems are random ones, from another seed than those of ``regret``, and all named workloads.
It takes forty minutes on two cores, and rewrites ``src/polyconv/_rates_amd.py`` on a processor of
AMD's, ``_rates_intel.py`` on others; install polyconv before and after. The machine should be idle;
problems beside which it was disturbed are timed again. Times are kept in a file (``--timings``), so
that an interrupted run continues; ``--again`` times everything once more and keeps the faster of
each; ``--no-timing`` only fits, in half a minute. Use another file for another build.
"""

import argparse
import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy

from polyconv import Backend, Problem, _model
from polyconv._cpu import is_amd
from polyconv._machine import caches, fingerprint
from polyconv.backends import BACKENDS
from polyconv.workloads import PEERS, WORKLOADS, Workload

from .fitting import (
    Fitted,
    Samples,
    caution,
    cross_validated,
    fit,
    is_sample,
    plain_python,
    residuals_of,
    rows_of,
    samples_of,
)
from .levels import slower_levels
from .problems import (
    TRAINING,
    random_corner,
    random_few_pixels_problem,
    random_problem,
    random_rare_dtype_problem,
    random_scipy_problem,
    random_structured_problem,
)
from .rates_module import source
from .timings import Times, collected, measure_machine, measured, pinned, time_all

__all__ = ["main"]

_ROOT = Path(__file__).parents[2]
# Minimum number of problems to fit the rates of a backend.
_MIN_PROBLEMS = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parse(arguments)
    rows = _training_problems(options.problems)
    options.timings.parent.mkdir(parents=True, exist_ok=True)
    with measured(options.timings) as store:
        if not options.no_timing:
            measure_machine(store, again=options.again)
        for workers in options.workers:
            if not options.no_timing:
                with pinned(workers):
                    time_all(store, rows, workers, options.budget, again=options.again)
        problems = collected(store, rows, options.workers)
        units = store.units
    tables = _fitted(problems)
    isa = fingerprint()["isa"]
    budget = 0 if options.no_timing else options.budget
    levels = slower_levels(options.timings, tables.calls, budget)
    units_of = {isa: units, **{name: level.units for name, level in levels.items()}}
    for name in (name for name, known in units_of.items() if not known):
        print(f"unit times at {name}: not measured; run without --no-timing")
    cautions = tables.caution
    text = source(
        isa=isa,
        fitted={**_provenance(options, problems), "caution": cautions},
        units={name: known for name, known in units_of.items() if known},
        residuals=tables.residuals,
        ranges=_ranges(problems),
        slowdown={
            backend: {
                name: level.slowdown[backend]
                for name, level in levels.items()
                if backend in level.slowdown
            }
            for backend in tables.calls
        },
        rates={
            name: rows_of(fitted, _model.COUNTS, cautions[name])
            for name, fitted in tables.calls.items()
        },
        prepare=tables.prepare,
        packing=tables.packing,
        plain_python=plain_python(BACKENDS, problems),
    )
    options.output.write_text(text)
    print(f"{options.output} written")
    return 0


class _Tables(NamedTuple):
    """What is fitted for each backend: calls, preparing, packing; and what predictions err by."""

    calls: dict[str, Fitted]
    caution: dict[str, float]
    prepare: dict[str, Any]
    packing: dict[str, Any]
    residuals: dict[str, dict[str, float]]


def _fitted(problems: Sequence[tuple[Problem, dict[str, Times]]]) -> _Tables:
    """Fit every backend that enough problems were timed for, and print its errors."""
    tables = _Tables({}, {}, {}, {}, {})
    left_out: list[dict[str, tuple[float, float]]] = [{} for _ in problems]
    for backend in BACKENDS:
        samples = samples_of(backend, problems)
        if len(samples) < _MIN_PROBLEMS:
            print(
                f"{backend.name}: not fitted: {len(samples)} problems, {_MIN_PROBLEMS} are needed"
            )
            continue
        tables.calls[backend.name] = fit(samples, _model.COUNTS)
        tables.residuals.update(_errors_of(backend, samples, problems, left_out))
        for work, title, table in (
            ("prepare", "preparing", tables.prepare),
            ("packed", "packing", tables.packing),
        ):
            preparing = samples_of(backend, problems, work)
            if len(preparing) < _MIN_PROBLEMS:
                continue  # never one that plans prepare
            table[backend.name] = rows_of(
                fit(preparing, _model.PREPARE_COUNTS), _model.PREPARE_COUNTS
            )
            label = f"{backend.name}, {title}"
            errors = cross_validated(preparing, _model.PREPARE_COUNTS)
            tables.residuals[label] = residuals_of(errors)
            print(label, tables.residuals[label])
    tables.caution.update(caution([one for one in left_out if one]))
    print("caution", tables.caution)
    return tables


def _errors_of(
    backend: Backend,
    samples: Samples,
    problems: Sequence[tuple[Problem, dict[str, Times]]],
    left_out: Sequence[dict[str, tuple[float, float]]],
) -> dict[str, dict[str, float]]:
    """Print and return the errors of predictions for problems left out of the fit, by variant.

    For each problem, `left_out` gets the logarithms of the seconds predicted and measured.
    """
    errors = cross_validated(samples, _model.COUNTS)
    in_backend = [
        one
        for one, (problem, times) in zip(left_out, problems, strict=True)
        if is_sample(backend, problem, times)
    ]
    planned = slice(len(in_backend))  # plain calls that read the weights as they lie follow
    logs = np.log(samples.measured[planned])
    for one, error, seconds in zip(in_backend, errors[planned], logs, strict=True):
        one[backend.name] = (seconds + error, seconds)
    residuals = {}
    variants = np.unique(samples.variants)
    for variant in ("", *(variants if len(variants) > 1 else ())):
        label = f"{backend.name} {variant}".strip()
        here = samples.variants == variant if variant else np.full(len(samples), True)
        residuals[label] = residuals_of(errors[here])
        print(label, residuals[label])
    return residuals


def _training_problems(number: int) -> list[Workload]:
    """Return `number` random problems, all named ones, and random ones of five other kinds.

    These are a sixth of `number` for SciPy, a half of corners, a third with structured filters, a
    third of rare dtypes and a tenth of few pixels.
    """
    rows = [random_problem(TRAINING, i) for i in range(number)]
    rows += [random_scipy_problem(TRAINING, i) for i in range(number // 6)]
    rows += [random_corner(TRAINING, i) for i in range(number // 2)]
    rows += [random_structured_problem(TRAINING, i) for i in range(number // 3)]
    rows += [random_rare_dtype_problem(TRAINING, i) for i in range(number // 3)]
    rows += [random_few_pixels_problem(TRAINING, i) for i in range(number // 10)]
    named = (*WORKLOADS, *(row for rows in PEERS.values() for row in rows))
    return rows + list(dict.fromkeys(named))


def _ranges(problems: Sequence[tuple[Problem, dict[str, Times]]]) -> dict[str, tuple[float, float]]:
    """Return minimum and maximum of each trait except `workers`.

    Problems with more workers than were timed are predicted, too.
    """
    values = np.array([_model.traits(problem) for problem, _ in problems])
    ends = zip(values.min(axis=0), values.max(axis=0), strict=True)
    ranges = {
        name: (float(low), float(high))
        for name, (low, high) in zip(_model.TRAITS, ends, strict=True)
    }
    del ranges["workers"]
    return ranges


def _provenance(options: argparse.Namespace, problems: Sequence[Any]) -> dict[str, Any]:
    command = ["python", "-m", "benchmarks.cost_model", "fit", "--problems", options.problems]
    command += ["--workers", *options.workers, "--budget", options.budget]
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "command": shlex.join(map(str, command)),
        "problems": len(problems),
        "machine": fingerprint(),
        "caches": vars(caches()),
        "libraries": {"numpy": np.__version__, "scipy": scipy.__version__},
    }


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost_model fit")
    parser.add_argument(
        "--timings",
        type=Path,
        default=_ROOT / "build" / "fit_timings.json",
        help="file that keeps the times",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=_ROOT / "src" / "polyconv" / f"_rates_{'amd' if is_amd() else 'intel'}.py",
        help="module to write, default the one that this processor takes",
    )
    parser.add_argument("--problems", type=int, default=1600, help="random problems, default 1600")
    parser.add_argument(
        "--workers", type=int, nargs="+", default=[1, 2], help="numbers of threads, default 1 2"
    )
    parser.add_argument(
        "--budget",
        type=float,
        default=0.05,
        help="about how many seconds for each problem, default 0.05",
    )
    parser.add_argument(
        "--again", action="store_true", help="time problems again that the file has"
    )
    parser.add_argument(
        "--no-timing", action="store_true", help="only fit the times that the file has"
    )
    return parser.parse_args(arguments)
