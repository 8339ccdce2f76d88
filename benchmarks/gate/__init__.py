"""The gate: the command ``polyconv-ab OLD NEW`` tells whether NEW is slower than OLD.

    app                imports the rest once its requirements are known to be installed
      └─ command       options, exit status
           ├─ builds         installs a revision or a wheel in a virtual environment of its own
           ├─ comparison     repeats rounds until every workload is decided or the budget is spent
           │    ├─ rounds            one round: a process per build, visited old new new old
           │    │    └─ process      starts them, asks them; the environment for timing
           │    │         └─ worker_process    runs in the build: loads the bench file, times calls
           │    └─ verdicts          statistics: from log-ratios to slower, same or undecided
           └─ terminal, page, records    the result as a table, HTML, JSON and Markdown

`selection` is the default bench file: polyconv's short list, which asv times, too. `limits` checks
percentages, durations and patterns. Installed as `polyconv.gate`; benchmarks that run beside other
builds import it as `benchmarks.gate`. Nothing is imported here: ``benchmarks/__init__.py`` needs
`process` before NumPy is loaded.
"""
