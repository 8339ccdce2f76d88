"""How much slower auto is than the best choice would have been.

    python benchmarks/regret.py
    python benchmarks/regret.py --workers 2 --plot regret.png
    python benchmarks/regret.py --no-timing --json regret.json

Regret is the time of the chosen backend divided by that of the fastest of those that were eligible.
It is taken of 300 random problems that no rate was fitted to, from tiny to 2 GFLOP, and of all
named workloads, which are among those that rates were fitted to:

- *cold*: chosen by the cost model, for calls with prepared weights, and for plain calls of `conv`,
  which prepare them;
- *warm*: chosen by what `find` measured, and judged by another measurement;
- *beside SciPy*: on what `scipy.signal` convolves, the model's regret beside that of
  `choose_conv_method`, and plain calls, from arguments to result, beside SciPy's;
- what choosing itself takes.

All candidates are timed in turns, and the fastest run of each counts. Times are kept in a file
(``--timings``), so that a run that was broken off goes on, and ``--no-timing`` analyses what is
there with the rates of today. All of it takes about five minutes the first time.

The work is done in ``choosing/``, which is not a package to those who look for benchmarks here.
"""

if __name__ == "__main__":
    import choosing.environment  # noqa: F401 - before NumPy is loaded
    from choosing.app_regret import main

    raise SystemExit(main())
