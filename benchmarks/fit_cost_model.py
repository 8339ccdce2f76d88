"""Fit the cost model to this machine: time problems, solve for the rates, write `_rates.py`.

    python benchmarks/fit_cost_model.py

Problems are random, from another seed than those of ``regret.py``, and all named workloads. It
takes about ten minutes on two cores, for all backends of the list, and rewrites
``src/polyconv/_rates.py``; install polyconv as it stands before, and again after. The machine
should have nothing else to do. Times are kept in a file (``--timings``): a run that was broken off
goes on where it was; ``--again`` times everything once more and keeps the faster of each;
``--no-timing`` only fits, in half a minute. With another build, name another file.

The work is done in ``choosing/``, which is not a package to those who look for benchmarks here.
"""

if __name__ == "__main__":
    import choosing.environment  # noqa: F401 - before NumPy is loaded
    from choosing.app_fit import main

    raise SystemExit(main())
