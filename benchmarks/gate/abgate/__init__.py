"""Tell whether one build of a Python project is slower than another: ``abgate OLD NEW``.

    app                imports the rest once its requirements are known to be installed
      └─ command       options, exit status
           ├─ builds         installs a revision or a wheel in a virtual environment of its own
           ├─ comparison     repeats rounds until every row is decided or the budget is spent
           │    ├─ rounds            one round: a process per build, visited old new new old
           │    │    ├─ rows         what is compared: a workload, a quantity, a build
           │    │    ├─ ledger       times and bytes of all rounds, counted
           │    │    └─ process      starts workers, asks them; the environment for timing
           │    │         └─ worker  runs in the build: loads the workloads, times calls
           │    └─ verdicts          statistics: from log-ratios to slower, same or undecided
           │         └─ signed_rank  Wilcoxon's test
           └─ terminal, page, records    the result as a table, HTML, JSON and Markdown

`limits` checks percentages, durations and patterns. Nothing is imported here, because workers
import this package in environments that hold nothing but the build.
"""

__version__ = "0.1.0"
