"""Regret of transposed convolutions: the factor by which auto is slower than one named backend.

    python -m benchmarks.cost_model transposed
    python -m benchmarks.cost_model transposed --workers 2 --problems 20

The problems are the transposes of random convolutions that no rate was fitted to, every second one
with a stride of 2. Plans of auto, which chooses for each phase, and of each backend that is
predicted to take at most ten times as long, are called in turn; the fastest call of each counts.
Regret is the time of auto divided by the smallest of these. 100 problems take two minutes.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import polyconv
from polyconv import UnsupportedProblem, wisdom
from polyconv.workloads import Workload

from .problems import TESTING, random_problem
from .regrets import ChoiceRegret, figures_of, worst
from .timings import alternate, clock_for, pinned

__all__ = ["main", "transpose_of"]

_MAX_PREDICTED_RATIO = 10.0
_NUM_WORST = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost_model transposed")
    parser.add_argument(
        "--workers", type=int, default=1, help="maximum number of threads, default 1"
    )
    parser.add_argument("--problems", type=int, default=100, help="random problems, default 100")
    parser.add_argument(
        "--first", type=int, default=0, help="number of the first problem, default 0"
    )
    parser.add_argument(
        "--budget",
        type=float,
        default=0.1,
        help="about how many seconds for each problem, default 0.1",
    )
    parser.add_argument("--json", type=Path, help="add the regrets to a file, and report them all")
    options = parser.parse_args(arguments)
    regrets: list[ChoiceRegret] = []
    if options.json and options.json.exists():
        regrets = [ChoiceRegret(**one) for one in json.loads(options.json.read_text())]
    with pinned(options.workers), polyconv.set_workers(options.workers):
        for number in range(options.first, options.first + options.problems):
            one = _regret(transpose_of(random_problem(TESTING, number), number % 2), options)
            regrets += [] if one is None else [one]
    if options.json:
        options.json.write_text(json.dumps([one.__dict__ for one in regrets], indent=1))
    print(f"transposed: {figures_of(regrets)}")
    for one in worst(regrets, _NUM_WORST):
        print(
            f"  {one.regret:5.2f}  {one.chosen} {1e6 * one.seconds:.4g} us, {one.best} "
            f"{1e6 * one.best_seconds:.4g} us: {one.name}, {one.problem}"
        )
    return 0


def transpose_of(row: Workload, doubled: int) -> Workload:
    """Return the transposed convolution of the weights of `row`, with stride 2 if `doubled`."""
    geometry = {k: v for k, v in row.options.items() if k not in ("padding_mode", "dtype")}
    return replace(
        row,
        x_shape=polyconv.output_shape(row.x_shape, row.w_shape, **geometry),
        operation="transpose",
        stride=2 if doubled else row.stride,
    )


def _regret(row: Workload, options: argparse.Namespace) -> ChoiceRegret | None:
    """Return the regret of one problem; None if one backend alone is eligible."""
    wisdom.forget_wisdom()
    x, w = row.arrays()
    report = polyconv.explain(x, w, transpose=True, prepared=True, **row.options)
    predicted = {c.backend: c.predicted for c in report.candidates if c.reason is None}
    known = {name: seconds for name, seconds in predicted.items() if seconds is not None}
    limit = _MAX_PREDICTED_RATIO * min(known.values())
    plans: dict[str, Any] = {}
    for name in ["auto", *(name for name, seconds in known.items() if seconds <= limit)]:
        try:
            plans[name] = polyconv.plan(x, w, transpose=True, backend=name, **row.options)
        except UnsupportedProblem:  # another phase
            continue
    if len(plans) < 3:
        return None
    calls = {name: partial(plan, x) for name, plan in plans.items()}
    seconds = alternate(calls, options.budget, clock_for(options.workers))
    best = min(seconds, key=lambda name: seconds[name])
    chosen = plans["auto"].backend or ""
    if best == chosen and {each.backend for each in plans["auto"].plans if each} == {chosen}:
        # Auto has the plan of the fastest backend, which was timed twice: give both one time.
        seconds["auto"] = seconds[best]
    return ChoiceRegret(
        row.name,
        report.problem,
        chosen,
        best,
        seconds["auto"],
        seconds[best],
        plans["auto"].choice.seconds or 0.0,
        known.get(best, 0.0),
    )
