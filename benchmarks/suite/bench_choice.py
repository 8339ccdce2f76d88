"""asv: how good the choices are, and what choosing costs."""

from time import perf_counter

from benchmarks.gate.selection import SELECTED

# A backend that is predicted to take so many times longer than another is not waited for.
_HOPELESS = 100.0
# Rounds go through the backends in turn; short ones run several times a round.
_ROUNDS, _SECONDS = 15, 2e-3


class Regret:
    """Time of what auto takes, divided by that of the fastest backend that it could have taken."""

    params = (SELECTED,)
    param_names = ("workload",)
    unit = "times the best"
    timeout = 120

    def track_regret(self, workload: str) -> float:
        """Calls with prepared weights, chosen without wisdom: 1 is right."""
        import polyconv
        from polyconv.workloads import by_name

        row = by_name(workload)
        x, w = row.arrays()
        options = {**row.options, "workers": 1}
        polyconv.wisdom.forget_wisdom()
        standing = [c for c in polyconv.explain(x, w, **options).candidates if c.reason is None]
        limit = _HOPELESS * min(candidate.predicted for candidate in standing)
        plans = {
            candidate.backend: polyconv.plan(x, w, backend=candidate.backend, **options)
            for candidate in standing
            if candidate.predicted <= limit
        }
        best = best_times(plans, x)
        return best[polyconv.plan(x, w, **options).backend] / min(best.values())


class Choosing:
    """What a choice costs: the first for a problem, and any later one."""

    def setup(self) -> None:
        """Count the problems that were asked for, so that each can be a new one."""
        self.asked = 0

    def time_first(self) -> None:
        """A problem that no cache knows."""
        import polyconv

        self.asked += 1
        polyconv.choose((1, 64, 56, 56 + self.asked), (64, 64, 3, 3), padding=1, workers=1)

    def time_again(self) -> None:
        """The same problem every time."""
        import polyconv

        polyconv.choose((1, 64, 56, 56), (64, 64, 3, 3), padding=1, workers=1)


def best_times(plans: dict, x) -> dict[str, float]:
    """Seconds of each plan's fastest call, of runs in turn."""
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
