"""The process of one first call: ``FAMILY NUMBER NAME`` on the command line; prints the seconds.

It imports the library that is called and no other, because what one has loaded another need not
load. Imports that the call itself makes are timed.
"""

import importlib
import sys
import time

from .families import cases
from .summary import OURS
from .task import CliffTask

__all__ = ["main"]


def main(arguments: list[str]) -> None:
    """Time the first call of this process."""
    family, number, name = arguments
    task = CliffTask(cases(family)[int(number)])
    if name == OURS:
        importlib.import_module("polyconv")
        call = task.ours
    else:
        library = name.split()[0]
        table = getattr(importlib.import_module(f".with_{library}", __package__), library.upper())
        call = table[name](task)
    start = time.process_time()
    call()
    print(time.process_time() - start)


if __name__ == "__main__":
    main(sys.argv[1:])
