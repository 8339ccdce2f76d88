"""A race as JSON, for programs."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ._doors import DoorTimes
from ._facts import Facts
from ._result import Contest, RaceResult
from ._summary import RaceSummary

__all__ = ["SCHEMA", "write_json"]

# Incremented when a key changes its meaning or is removed, but not for new keys.
SCHEMA = 1


def write_json(
    path: Path,
    contests: Sequence[Contest],
    doors: Sequence[DoorTimes],
    summary: RaceSummary,
    machine: Facts,
) -> None:
    """Write all measurements to `path`; numbers that are not finite become null."""
    content = {
        "schema": SCHEMA,
        "machine": asdict(machine),
        "summary": asdict(summary),
        "workloads": [_contest(contest) for contest in contests],
        "doors": [{**asdict(door), "agrees": door.agrees} for door in doors],
    }
    path.write_text(json.dumps(_finite(content), indent=1, allow_nan=False) + "\n")


def _contest(contest: Contest) -> dict[str, Any]:
    return {
        "name": contest.workload.name,
        "suite": contest.workload.suite,
        "problem": contest.problem,
        "flops": contest.workload.flops,
        "auto": {
            **asdict(contest.choice),
            "factor": contest.auto_factor,
            "missed": contest.auto_missed,
        },
        "results": [_result(contest, result) for result in contest.results],
    }


def _result(contest: Contest, result: RaceResult) -> dict[str, Any]:
    sample, worst = result.sample, result.worst
    return {
        "backend": result.backend,
        "status": result.status,
        "reason": result.reason,
        "eligible": result.eligible,
        "scaled": result.scaled,
        "flops": result.flops or None,
        "best": sample and sample.best,
        "median": sample and sample.median,
        "runs": sample and sample.runs,
        "gflops": result.gflops,
        "factor": contest.factor(result),
        "error": worst and worst.error,
        "bound": worst and worst.bound,
        "ratio": worst and worst.ratio,
        "checks": [asdict(check) for check in result.checks],
    }


def _finite(value: Any) -> Any:
    match value:
        case dict():
            return {key: _finite(item) for key, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
        case float() if not math.isfinite(value):
            return None
    return value
