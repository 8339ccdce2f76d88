"""How often the gate finds a slowdown, and how often it sees one that is not there.

    python -m benchmarks.power --minutes 60 study.json
    python -m benchmarks.power --minutes 60 --judges gate,asv,pytest-benchmark study.json
    python -m benchmarks.power --report study.json

Every run is a whole comparison of the quick suite with itself, by the command that users run. In
some a slowdown of 3, 5, 10 or 20 % is planted: on one side, one workload's call is followed by a
loop that was calibrated to last that share of it. The product has no such code; the loop stands in
the bench file. The same plantings can be judged by ``asv continuous --factor 1.05`` and by
``pytest-benchmark --benchmark-compare-fail=min:5%``.

Runs are added to the file, which may be continued any time. The report gives rates with their 95 %
Clopper-Pearson intervals. Under "replayed" it draws rounds from all that the file holds of
comparisons without a planting, adds slowdowns to their log-ratios, and passes these through the
gate's statistics thousands of times; what real runs can say of rare events takes days.

The work is done in ``study/``, which is not a package to those who look for benchmarks here.
"""
