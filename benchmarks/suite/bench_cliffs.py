"""asv: one case of each family of ``python -m benchmarks.cliffs`` beside its best alternative."""

import os

# Written out, as asv numbers them; a test compares them with `benchmarks.cliffs.families`.
FAMILIES = (
    "extents_1d",
    "extents_2d",
    "extents_3d",
    "long_filters",
    "correlations",
    "lengths",
    "taps",
    "taps_2d",
    "images_of_any_size",
    "long_kernels",
    "many_filters",
    "plain_weights",
    "single_pixels",
    "short_axes",
    "few_outputs",
    "strides_and_dilations",
    "block_means",
    "paddings",
    "layouts",
    "special_values",
    "integers",
    "dtypes",
    "new_shapes",
    "first_calls",
)

# Seconds of a case, and seconds after which it is given up.
_SECONDS, _LIMIT = 1.0, 100.0


class Cliffs:
    """Time of our call divided by that of the best alternative, for one case of each family."""

    params = (FAMILIES,)
    param_names = ("family",)
    unit = "of the best alternative's time"
    timeout = 400

    def track_slowdown(self, family: str) -> float:
        """Above 1 if NumPy, SciPy, torch or polyconv on the rearranged problem is faster."""
        from benchmarks.cliffs.families import FAMILIES
        from benchmarks.cliffs.runner import CliffRunner

        usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else {0}
        runner = CliffRunner(max(usable), _LIMIT)
        try:
            summary = runner.run(family, FAMILIES[family].representative, _SECONDS)
        finally:
            runner.stop()
        if not summary.ratio:
            raise RuntimeError(summary.failure or "no alternative computes it")
        return 1 / summary.ratio
