"""asv: how much of BLAS' own speed im2col keeps."""

import numpy as np

from .bench_choice import best_times
from .workloads import PEERS, by_name

_CLASSES = ("dense", "pointwise", "dilated", "first_layers", "volumes", "audio_wide")


class ShareOfBlas:
    """Time of one product by BLAS, divided by im2col's, which writes the matrix besides."""

    params = (tuple(row.name for name in _CLASSES for row in PEERS[name] if row.groups == 1),)
    param_names = ("workload",)
    unit = "of BLAS"
    timeout = 120

    def track_share(self, workload: str) -> float:
        """All windows times all filters, on one thread; above 1, BLAS likes tiles better."""
        from scipy.linalg import get_blas_funcs
        from threadpoolctl import threadpool_limits

        import polyconv

        row = by_name(workload)
        x, w = row.arrays()
        plan = polyconv.plan(x, w, backend="im2col", workers=1, **row.options)
        filters = w.shape[0]
        pixels, terms = plan(x).size // filters, w.size // filters
        gemm = get_blas_funcs("gemm", dtype=x.dtype)
        windows = np.ones((pixels, terms), x.dtype, "F")
        matrix = np.ones((terms, filters), x.dtype, "F")

        def multiply(_, out=None):
            if out is None:
                out = np.empty((pixels, filters), x.dtype, "F")
            return gemm(1.0, windows, matrix, 0.0, out, overwrite_c=True)

        with threadpool_limits(1, "blas"):
            times = best_times({"im2col": plan, "BLAS": multiply}, x)
        return times["BLAS"] / times["im2col"]
