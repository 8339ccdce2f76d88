"""asv: the gain of a second worker."""

import os

from benchmarks.selection import BACKENDS

from .bench_choice import best_times


class SecondWorker:
    """Time of a planned call with two workers, divided by its time with one; 0.5 is ideal.

    The other benchmarks time one worker, and so cannot see contention between workers.
    """

    params = (
        tuple(name for name in BACKENDS if name != "naive"),
        (
            "resnet50/conv2_3x3",
            "resnet50/conv4_reduce",
            "mobilenetv2/dw_112",
            "resnext50/conv2_g32",
            "resnext50/conv4_g32",
            "unet3d/enc3",
            "audio1d/wav2vec2_conv1_s2",
            "fir/1000000x1001",
            "filter/5x5_1mpx",
            "filter/31x31_1mpx",
            "resnet50/conv2_3x3_float64",
            "resnet50/conv3_3x3_int8",
        ),
    )
    param_names = ("backend", "workload")
    unit = "of one worker's time"
    timeout = 120

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays and both plans; skip pairs that cannot be computed, and a single CPU."""
        import polyconv
        from polyconv.workloads import by_name

        if (os.cpu_count() or 1) < 2:
            raise NotImplementedError("there is one CPU")
        row = by_name(workload)
        self.x, w = row.arrays()
        # Raises UnsupportedProblem, which is a NotImplementedError.
        self.plans = {
            workers: polyconv.plan(self.x, w, backend=backend, workers=workers, **row.options)
            for workers in (1, 2)
        }

    def track_time_left(self, backend: str, workload: str) -> float:
        """Ratio of the fastest calls; both plans run in turn."""
        best = best_times(self.plans, self.x)
        return best[2] / best[1]
