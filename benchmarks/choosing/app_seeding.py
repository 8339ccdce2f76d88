"""The command that weighs seeds."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import permutations, product
from pathlib import Path

import numpy as np

from polyconv._machine import isa_level
from polyconv._model import predict
from polyconv._seed import MOST, WEIGHT, seeds_of
from polyconv._select import MARGIN, ineligible
from polyconv.backends import BACKENDS
from polyconv.wisdom import Elsewhere

from .levels import PROBLEMS
from .problems import TRAINING, random_problem
from .timings import problem_of

__all__ = ["main", "report_predictions"]

_ROOT = Path(__file__).parents[2]
_WEIGHTS, _MOSTS = (0.0, 0.25, 0.5, 0.75, 1.0), (1.25, 1.5, 2.0)

_CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from choosing.app_seeding import report_predictions
report_predictions()
"""

# Problem -> backend -> seconds.
_Table = dict[str, dict[str, float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="benchmarks/seeding.py")
    parser.add_argument("--timings", type=Path, default=_ROOT / "build" / "fit_timings.json")
    timings = parser.parse_args(arguments).timings
    files = {isa_level(): timings}
    for level in ("v3", "base"):
        files.setdefault(level, timings.with_suffix(f".{level}.json"))
    measured = {level: _calls(file) for level, file in files.items() if file.exists()}
    predicted = {level: _predictions(level) for level in measured}
    common = set.intersection(*(set(t) for t in (*measured.values(), *predicted.values())))
    print(f"{len(common)} problems, {' and '.join(measured)} as machines; in use: {WEIGHT}, {MOST}")
    print("weight  most  mean regret  worst")
    for weight, most in product(_WEIGHTS, _MOSTS):
        regrets: list[float] = []
        for here, there in permutations(measured, 2):
            of_pair = [
                _regret(measured[here][k], predicted[here][k], measured[there][k], weight, most)
                for k in sorted(common)
            ]
            regrets += of_pair
            if most == MOST:
                print(f"{weight:6.2f}  {most:4.2f}  {_mean(of_pair):11.4f}", end="")
                print(f"  {max(of_pair):5.2f}  {here}, seeded by {there}")
        print(f"{weight:6.2f}  {most:4.2f}  {_mean(regrets):11.4f}  {max(regrets):5.2f}")
    return 0


def _calls(file: Path) -> _Table:
    """Times of calls in one thread."""
    times = json.loads(file.read_text())["times"]
    return {
        key: {name: each["call"] for name, each in backends.items()}
        for key, backends in times.items()
        if key.endswith(" @1")
    }


def _predictions(level: str) -> _Table:
    """What a process at this level predicts."""
    command = [sys.executable, "-c", _CODE, str(Path(__file__).parents[1])]
    environment = os.environ | {"POLYCONV_ISA": level}
    child = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    predictions: _Table = json.loads(child.stdout)
    return predictions


def report_predictions() -> None:
    """Print the predictions for those who may answer, as JSON."""
    table: _Table = {}
    for number in range(PROBLEMS):
        row = random_problem(TRAINING, number)
        problem = problem_of(row, 1)
        candidates = [b for b in BACKENDS if ineligible(b, problem) is None]
        table[f"{row.name} @1"] = {b.name: predict(b, problem) for b in candidates}
    print(json.dumps(table))


def _regret(
    here: Mapping[str, float],
    predicted: Mapping[str, float],
    there: Mapping[str, float],
    weight: float,
    most: float,
) -> float:
    """Time of the seeded choice, relative to the best time."""
    known = {name: seconds for name, seconds in predicted.items() if name in here}
    factors = seeds_of([Elsewhere({}, {}, dict(there))], known, weight, most).factors
    chosen, least = "", np.inf
    for name, unseeded in known.items():
        seconds = unseeded * factors.get(name, 1.0)
        if seconds * MARGIN < least:
            chosen, least = name, seconds
    return here[chosen] / min(here[name] for name in known)


def _mean(regrets: Sequence[float]) -> float:
    return float(np.exp(np.mean(np.log(regrets))))
