"""asv: the regret of auto's choices, and the time of choosing."""

from time import perf_counter

from benchmarks.selection import SELECTED

# Backends whose predicted time exceeds the smallest by this factor are not timed.
_MAX_PREDICTED_RATIO = 100.0
# Rounds, and seconds of each plan in a round.
_ROUNDS, _SECONDS = 15, 2e-3


class Regret:
    """Time of the backend that auto chooses, divided by that of the fastest eligible one."""

    params = (SELECTED,)
    param_names = ("workload",)
    unit = "times the best"
    timeout = 120

    def track_regret(self, workload: str) -> float:
        """Calls with prepared weights, chosen without wisdom; 1 if the choice is right."""
        import polyconv
        from polyconv.workloads import by_name

        row = by_name(workload)
        x, w = row.arrays()
        options = {**row.options, "workers": 1}
        polyconv.wisdom.forget_wisdom()
        eligible = [c for c in polyconv.explain(x, w, **options).candidates if c.reason is None]
        limit = _MAX_PREDICTED_RATIO * min(candidate.predicted for candidate in eligible)
        plans = {
            candidate.backend: polyconv.plan(x, w, backend=candidate.backend, **options)
            for candidate in eligible
            if candidate.predicted <= limit
        }
        best = best_times(plans, x)
        return best[polyconv.plan(x, w, **options).backend] / min(best.values())


class Choosing:
    """Time of a choice: the first one for a problem, and a later one."""

    def setup(self) -> None:
        """Count the problems, so that each first choice gets a new one."""
        self.problems = 0

    def time_first(self) -> None:
        """Choose for a problem that is in no cache."""
        import polyconv

        self.problems += 1
        polyconv.choose((1, 64, 56, 56 + self.problems), (64, 64, 3, 3), padding=1, workers=1)

    def time_again(self) -> None:
        """Choose for the same problem every time."""
        import polyconv

        polyconv.choose((1, 64, 56, 56), (64, 64, 3, 3), padding=1, workers=1)


def best_times(plans: dict, x) -> dict[str, float]:
    """Return the seconds of each plan's fastest call; the plans run in turn."""
    outs = {name: plan(x) for name, plan in plans.items()}
    best = dict.fromkeys(plans, float("inf"))
    for _ in range(_ROUNDS):
        for name, plan in plans.items():
            runs, start = 0, perf_counter()
            while runs == 0 or perf_counter() < start + _SECONDS:
                before = perf_counter()
                plan(x, out=outs[name])
                best[name] = min(best[name], perf_counter() - before)
                runs += 1
    return best
