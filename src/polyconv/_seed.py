"""What was measured elsewhere, put to use: it pulls predictions, and decides nothing.

Times of another machine, or of other versions, are not times of this one. How much faster one
backend is there than another says something about here, though, as the model does, which was
fitted on a machine that was another one, too. So predictions are pulled a quarter of the way, as
logarithms go, from the model's ratios to the measured ones. A half would be their geometric mean;
a quarter lost the least time where instruction sets of one processor stood for machines, on 90
problems (``benchmarks/seeding.py``): the choices took 1.021 times as long as the best ones in the
geometric mean, with a half 1.026, with no seeds 1.035, and by the measured ratios alone 1.028.

On average over the backends that were measured predictions stay as they are, so that those of the
others can be compared with them. None moves by more than a factor of 1.5, which is what nine of ten
predictions are right to: a record that is further off is of some other thing than this problem.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .wisdom import Elsewhere

__all__ = ["Seeds", "seeds_of"]

# How far predictions are pulled, and at most by which factor.
WEIGHT, MOST = 0.25, 1.5


@dataclass(frozen=True)
class Seeds:
    """What was made of the measurements of others.

    Attributes
    ----------
    factors : dict
        Backend -> factor to multiply its prediction by; only of those that were measured.
    origins : tuple of str
        Whose measurements these are.
    """

    factors: dict[str, float]
    origins: tuple[str, ...]


def seeds_of(
    records: Sequence[Elsewhere],
    predicted: Mapping[str, float],
    weight: float = WEIGHT,
    most: float = MOST,
) -> Seeds:
    """Weigh the `predicted` seconds of some backends against what others measured of them.

    Records with fewer than two of the backends have no ratio to tell, and are left out.
    """
    offs: dict[str, list[float]] = {}
    origins = []
    for record in records:
        times = {name: record.seconds.get(name, math.inf) for name in predicted}
        off = {
            name: math.log(time / predicted[name])
            for name, time in times.items()
            if math.isfinite(time)
        }
        if len(off) < 2:
            continue
        origins.append(_origin(record.machine, record.versions))
        mean = math.fsum(off.values()) / len(off)
        for name, value in off.items():
            offs.setdefault(name, []).append(value - mean)
    means = {name: math.fsum(values) / len(values) for name, values in offs.items()}
    middle = math.fsum(means.values()) / len(means) if means else 0.0
    limit = math.log(most)
    factors = {
        name: math.exp(max(-limit, min(weight * (mean - middle), limit)))
        for name, mean in means.items()
    }
    return Seeds(factors, tuple(origins))


def _origin(machine: Mapping[str, Any], versions: Mapping[str, Any]) -> str:
    """A machine and its versions in one line."""
    known = ", ".join(f"{name} {value}" for name, value in machine.items())
    return f"{known} with {', '.join(f'{name} {value}' for name, value in versions.items())}"
