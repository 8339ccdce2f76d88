"""Sweeps of problems that real programs meet once: where is polyconv slower than it need be?

    python -m benchmarks.cliffs
    python -m benchmarks.cliffs --family 'extents*' --budget 60 --json cliffs.json
    python -m benchmarks.cliffs --check

    families             a table: the name of a family, and the generator of its cases (cases)
    alternatives         a table: the name of an alternative, and the function that makes its call
      ├─ with_numpy, with_scipy, with_torch     what other libraries offer for a problem (task)
      └─ rearranged                             polyconv on the same problem, put another way
    command              parses options; writes the table (report) and the JSON
      └─ runner          takes each case through a worker process that it may give up
           ├─ worker_process ─> measuring       checks the results, then times the calls in turn
           └─ first_call                        a process for each first call
    memory               ``--check``: results and peak memory of the smallest cases, no times

All other benchmarks call one shape many times. Here each case is data (shapes, dtype, options,
memory layout, special values) and every alternative that can compute it takes part.

Rules of the comparison:

- One core. Calls run in turn in one process, and the fastest of each counts, in CPU time, because
  other programs may run. Cases below the target are measured once more before they are reported.
- A result that differs from ours by more than the tolerance is an error, not a slow alternative.
- ``new_shape`` cases change a size in every call: no library ever sees a shape twice, and all see
  the same ones, ours first. ``first_call`` cases get a new process for every call.
- The ratio is the time of the best alternative divided by ours; below 1 an alternative is faster.
  polyconv on the rearranged problem counts for the worst ratio. It does not for the geometric
  mean: it can at best be equal where nothing is wrong.
"""
