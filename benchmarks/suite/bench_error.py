"""asv: the error of each backend as a share of its published bound."""

import numpy as np

from benchmarks.selection import BACKENDS, SELECTED, case

# Operations of the scaled-down copies; the reference is Python loops.
_MAX_FLOPS = 200_000


class Error:
    """The largest error of a scaled-down copy of each workload, as a share of the bound."""

    params = (tuple(name for name in BACKENDS if name != "naive"), SELECTED)
    param_names = ("backend", "workload")
    unit = "of the bound"
    timeout = 120

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays; skip pairs that cannot be computed."""
        self.case = case(backend, workload, _MAX_FLOPS)

    def track_error(self, backend: str, workload: str) -> float:
        """0 for exact results of a bound of 0, infinite for inexact ones."""
        import polyconv

        x, w, options = self.case.x, self.case.w, self.case.options
        wide = np.result_type(x, np.float64) if x.dtype.kind in "fc" else x.dtype
        wanted = polyconv.conv(
            x.astype(wide), w.astype(wide), **{**options, "backend": "naive", "workers": 1}
        )
        last = options["data_format"] == "channels_last"
        weights = np.abs(w).sum(axis=tuple(range(w.ndim - 1)) if last else tuple(range(1, w.ndim)))
        unit = np.abs(x).max() * weights.astype(float)
        errors = np.abs(self.case.plain() - wanted)
        worst = float((np.moveaxis(errors, -1 if last else 1, -1) / unit).max())
        explained = polyconv.explain(x, w, **options)
        chosen = explained.choice.backend
        (bound,) = (c.error_bound for c in explained.candidates if c.backend == chosen)
        if bound == 0:
            return 0.0 if worst == 0 else np.inf
        return worst / bound
