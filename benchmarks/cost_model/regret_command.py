"""Regret: the factor by which auto is slower than the best choice.

    python -m benchmarks.cost_model regret
    python -m benchmarks.cost_model regret --workers 2 --plot regret.png
    python -m benchmarks.cost_model regret --no-timing --json regret.json

Regret is the time of the chosen backend divided by that of the fastest eligible one. It is measured
on 300 random problems that no rate was fitted to, from tiny to 2 GFLOP, and on all named workloads,
which the rates were fitted to:

- *cold*: chosen by the cost model, for calls with prepared weights, and for plain calls of `conv`,
  which prepare them;
- *warm*: chosen by the times of `find`, and compared by another measurement;
- *structured*: random problems of Gaussians and boxes, which `separable` competes for;
- *beside SciPy*: on problems of `scipy.signal`, the regret of the model and of
  `choose_conv_method`, and the time of plain calls, from arguments to result;
- the time of choosing.

``--machine FILE``, a file of ``polyconv tune --machine --wisdom FILE``, repeats the choices of the
model with the unit times of the machine.

All candidates are timed in turn, and the fastest call of each counts. Times are kept in a file
(``--timings``), so that an interrupted run continues, and ``--no-timing`` analyses the times of the
file with the present rates. The largest regrets are measured again at the end, for longer, because
other programs disturb some measurements. A first run takes five minutes.
"""

import argparse
import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import polyconv
from polyconv import wisdom
from polyconv._machine import fingerprint
from polyconv.workloads import PEERS, WORKLOADS, Workload

from .overhead import overheads
from .problems import (
    TESTING,
    TRAINING,
    random_corner,
    random_problem,
    random_scipy_problem,
    random_structured_problem,
)
from .regrets import ChoiceRegret, explained, figures_of, regret_of, worst
from .scipy_comparison import ScipyFigures, compare
from .timings import Measured, measured, pinned, time_all, time_backends

__all__ = ["main"]

_ROOT = Path(__file__).parents[2]
# Number of largest regrets that are printed.
_NUM_WORST = 10
# Regret from which on a problem is timed again, and for how many budgets.
_MIN_TIMED_AGAIN, _BUDGETS_AGAIN = 1.3, 5

# Targets: share of problems within 10 %, geometric mean, worst.
_TARGETS = {"cold": (0.95, 1.02, 1.5), "warm": (0.99, 1.02, 1.5)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parse(arguments)
    named = list(dict.fromkeys((*WORKLOADS, *(row for rows in PEERS.values() for row in rows))))
    seed, some = options.seed, range(options.problems // 3)
    groups = {
        "random": [random_problem(seed, number) for number in range(options.problems)],
        "corners": [random_corner(seed, number) for number in some],
        "structured": [random_structured_problem(seed, number) for number in some],
        "named": named,
        "scipy": [random_scipy_problem(seed, number) for number in some],
    }
    if options.limit is not None:
        groups = {name: rows[: options.limit] for name, rows in groups.items()}
    result: dict[str, Any] = {
        "machine": fingerprint(),
        "workers": options.workers,
        "command": _command(options),
    }
    options.timings.parent.mkdir(parents=True, exist_ok=True)
    with measured(options.timings) as store, pinned(options.workers):
        for rows in groups.values():
            if not options.no_timing:
                time_all(store, rows, options.workers, options.budget, again=options.again)
        cold, plain = _cold_groups(store, groups, options.workers, result)
        rows = {row.name: row for of_group in groups.values() for row in of_group}
        result["again"] = [
            *_timed_again(store, rows, cold, options, prepared=True),
            *_timed_again(store, rows, plain, options, prepared=False),
        ]
        if options.machine:
            _cold_groups(store, groups, options.workers, result, _units_in(options.machine))
        if options.warm:
            warm = _warm(store, groups["random"] + groups["named"], options)
            result["warm"] = _shown("warm", warm, detail=True)
        if options.scipy:
            beside = compare(
                store,
                groups["scipy"],
                options.workers,
                options.budget,
                timing=not options.no_timing,
            )
            if beside is not None:
                result["scipy"] = asdict(beside)
                _show_scipy(beside)
    result["overheads"] = overheads()
    for name, seconds in result["overheads"].items():
        print(f"{name}: {1e6 * seconds:.2f} us")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1))
    if options.plot:
        from .scatter import write_plot

        write_plot(options.plot, cold)
    return 0


def _command(options: argparse.Namespace) -> str:
    """Return the command with the options that decide what was measured."""
    words = ["python", "-m", "benchmarks.cost_model", "regret", "--workers", options.workers]
    words += ["--problems", options.problems, "--seed", options.seed, "--budget", options.budget]
    words += [] if options.limit is None else ["--limit", options.limit]
    words += [] if options.machine is None else ["--machine", options.machine]
    return shlex.join(map(str, words))


def _units_in(path: Path) -> dict[str, float]:
    """Return the unit times of this machine in a file of wisdom."""
    wisdom.forget_wisdom()
    wisdom.load(path)
    units = wisdom.recall_machine()
    if not units:
        raise SystemExit(
            f"--machine {path} has no unit times of {fingerprint()} with these versions; allowed: "
            f"a file of polyconv tune --machine --wisdom {path}"
        )
    return units


def _cold_groups(
    store: Measured,
    groups: Mapping[str, Sequence[Workload]],
    workers: int,
    result: dict[str, Any],
    units: Mapping[str, float] | None = None,
) -> tuple[list[ChoiceRegret], list[ChoiceRegret]]:
    """Show the regrets of choices by the model, scaled by `units`, of planned and of plain calls.

    Those of all groups but `scipy` are returned.
    """
    title = "cold, machine measured" if units else "cold"
    cold: dict[str, list[ChoiceRegret]] = {"": [], ", plain calls": []}
    for name, rows in groups.items():
        for calls, of_all in cold.items():
            regrets = _cold(store, rows, workers, prepared=not calls, units=units)
            of_all.extend(regrets if name != "scipy" else [])
            result[f"{title}, {name}{calls}"] = _shown(f"{title}, {name}{calls}", regrets)
    for calls, of_all in cold.items():
        result[f"{title}{calls}"] = _shown(f"{title}{calls}", of_all, detail=True)
    planned, plain = cold.values()
    return planned, plain


def _cold(
    store: Measured,
    rows: Sequence[Workload],
    workers: int,
    *,
    prepared: bool,
    units: Mapping[str, float] | None,
) -> list[ChoiceRegret]:
    """Return the regrets of choices by the model alone."""
    wisdom.forget_wisdom()
    if units:
        wisdom.record_machine(units)
    regrets = (
        regret_of(
            row,
            explained(row, workers, prepared=prepared),
            store.get(row, workers),
            prepared=prepared,
        )
        for row in rows
    )
    found = [one for one in regrets if one is not None]
    wisdom.forget_wisdom()  # the unit times: later groups are chosen without them
    return found


def _timed_again(
    store: Measured,
    rows: Mapping[str, Workload],
    regrets: Sequence[ChoiceRegret],
    options: argparse.Namespace,
    *,
    prepared: bool,
) -> list[dict[str, Any]]:
    """Time the problems of the largest regrets again; return both regrets of each for the JSON."""
    found, calls = [], "planned" if prepared else "plain"
    for one in worst(regrets, _NUM_WORST):
        key = store.key(rows[one.name], options.workers)
        known = key in store.notes.get("again", {})
        if one.regret < _MIN_TIMED_AGAIN or (options.no_timing and not known):
            continue
        make = partial(_seconds, rows[one.name], options.workers, _BUDGETS_AGAIN * options.budget)
        seconds = store.note("again", rows[one.name], options.workers, make)[calls]
        again = seconds[one.chosen] / min(seconds.values())
        found.append({**asdict(one), "calls": calls, "first": one.regret, "again": again})
        print(f"{one.name}, {calls}: {one.regret:.2f}, timed again {again:.2f}")
    return found


def _seconds(row: Workload, workers: int, budget: float) -> dict[str, dict[str, float]]:
    """Return the seconds of planned and of plain calls by each backend."""
    times = time_backends(row, workers, budget)
    return {
        "planned": {name: one.call for name, one in times.items()},
        "plain": {name: one.plain for name, one in times.items()},
    }


def _warm(
    store: Measured, rows: Sequence[Workload], options: argparse.Namespace
) -> list[ChoiceRegret]:
    """Return the regrets of choices after `find`, which is called where the file lacks it."""
    regrets, workers = [], options.workers
    for row in rows:
        if options.no_timing and store.key(row, workers) not in store.notes.get("find", {}):
            continue
        found = partial(_found, row, workers, options.budget)
        chosen = store.note("find", row, workers, found)
        report = explained(row, workers, prepared=True)
        one = regret_of(row, report, store.get(row, workers), prepared=True, chosen=chosen)
        if one is not None:
            regrets.append(one)
    return regrets


def _found(row: Workload, workers: int, budget: float) -> str:
    """Return the backend that is chosen after `find`."""
    x, w = row.arrays()
    wisdom.forget_wisdom()
    with polyconv.set_workers(workers):
        polyconv.find(x, w, budget=budget, **row.options)
        chosen = polyconv.choose(x, w, prepared=True, **row.options).backend
    wisdom.forget_wisdom()
    return chosen


def _shown(name: str, regrets: Sequence[ChoiceRegret], *, detail: bool = False) -> dict[str, Any]:
    """Print the figures of one group, and return them for the JSON."""
    if not regrets:
        return {}
    figures = figures_of(regrets)
    print(f"{name}: {figures}")
    if detail:
        share, mean, max_regret = _TARGETS[name.partition(",")[0]]
        print(f"  target: {share:.0%} within 10 %, geometric mean {mean}, worst {max_regret}")
        for one in worst(regrets, _NUM_WORST):
            print(
                f"  {one.regret:5.2f}  {one.chosen} {_us(one.seconds)} (predicted "
                f"{_us(one.predicted)}), {one.best} {_us(one.best_seconds)} (predicted "
                f"{_us(one.best_predicted)}): {one.name}, {one.problem}"
            )
    return {**asdict(figures), "choices": [asdict(one) for one in regrets]}


def _show_scipy(beside: ScipyFigures) -> None:
    print(
        f"beside SciPy: {beside.problems} problems; regret of choose_conv_method: geometric mean "
        f"{beside.scipy_regret:.3f}, worst {beside.scipy_worst:.2f}\n"
        f"  conv faster than signal.convolve in {beside.faster_than_convolve:.1%}, than "
        f"oaconvolve in {beside.faster_than_oaconvolve:.1%}, than both in "
        f"{beside.faster_than_both:.1%} (target 99 %); {beside.speedup:.2f} times the faster of "
        "both in the geometric mean"
    )
    for line in beside.losses:
        print(f"  {line}")


def _us(seconds: float) -> str:
    return f"{1e6 * seconds:.4g} us"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost_model regret")
    parser.add_argument(
        "--workers", type=int, default=1, help="maximum number of threads, default 1"
    )
    parser.add_argument("--problems", type=int, default=300, help="random problems, default 300")
    parser.add_argument(
        "--seed", type=int, default=TESTING, help=f"seed of random problems, default {TESTING}"
    )
    parser.add_argument("--limit", type=int, help="only the first problems of each group")
    parser.add_argument(
        "--budget",
        type=float,
        default=0.1,
        help="about how many seconds for each problem, default 0.1",
    )
    parser.add_argument(
        "--timings",
        type=Path,
        default=_ROOT / "build" / "regret_timings.json",
        help="file that keeps the times",
    )
    parser.add_argument(
        "--machine", type=Path, help="wisdom with the machine's unit times: choose with them, too"
    )
    parser.add_argument("--json", type=Path, help="write all figures as JSON")
    parser.add_argument("--plot", type=Path, help="plot predicted against measured times")
    parser.add_argument(
        "--again", action="store_true", help="time problems again that the file has"
    )
    parser.add_argument(
        "--no-timing", action="store_true", help="only analyse the times that the file has"
    )
    parser.add_argument(
        "--no-warm", dest="warm", action="store_false", help="leave out choices after `find`"
    )
    parser.add_argument(
        "--no-scipy", dest="scipy", action="store_false", help="leave out the comparison with SciPy"
    )
    options = parser.parse_args(arguments)
    if options.seed == TRAINING:
        parser.error(
            f"--seed {TRAINING}; allowed: others, as the rates were fitted to its problems"
        )
    return options
