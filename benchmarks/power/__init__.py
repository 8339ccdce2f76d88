"""The power study: the rates at which the gate finds planted slowdowns and raises false alarms.

    python -m benchmarks.power --minutes 60 power_study.json
    python -m benchmarks.power --minutes 60 --tools gate,asv,pytest-benchmark power_study.json
    python -m benchmarks.power --report power_study.json

    command            runs that are due, the file that keeps them
      ├─ tools         one run of abgate, asv or pytest-benchmark
      │    └─ planted_bench    the bench file: the quick pairs, one of them followed by a loop
      └─ report        rates with intervals, of real runs and of replayed ones

Every run compares the quick pairs with themselves, by the command that users run. In some runs a
slowdown of 3, 5, 10 or 20 % is planted: on one side, the call of one workload is followed by a loop
that was calibrated to that share of it. The loop is in the bench file, not in polyconv. The same
slowdowns can be given to ``asv continuous --factor 1.05`` and to
``pytest-benchmark --benchmark-compare-fail=min:5%``.

Runs are added to the file, so the study can be continued at any time. The report gives rates with
their 95 % Clopper-Pearson intervals. With ``--report`` it also replays: it draws rounds from all
recorded comparisons without a slowdown, adds slowdowns to their log-ratios, and applies the gate's
statistics to them 2000 times, because real runs of rare events would take days.
"""
