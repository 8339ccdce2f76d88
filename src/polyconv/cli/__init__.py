"""The command line: ``polyconv race``, ``explain``, ``tune`` and ``wisdom``.

What it needs beyond the library (the ``race`` extra) is imported only when a command runs.
"""

import os
import sys
from importlib.util import find_spec

__all__ = ["BadInput", "main"]

_EXTRA = {"rich": "rich", "typer": "typer", "matplotlib": "matplotlib", "PIL": "Pillow"}


class BadInput(Exception):
    """What the user asked for cannot be done; the text is one line that names what is allowed."""


def main() -> None:
    """Run the command line and exit with its status."""
    missing = [package for module, package in _EXTRA.items() if find_spec(module) is None]
    if missing:
        print(
            f"polyconv: {', '.join(missing)} missing; install with: pip install 'polyconv[race]'",
            file=sys.stderr,
        )
        sys.exit(2)
    _wait_passively()
    try:
        from ._app import app

        app(prog_name="polyconv")
    except KeyboardInterrupt:
        sys.exit(130)


def _wait_passively() -> None:
    """Start again with OpenMP threads that sleep while they wait, unless the user says otherwise.

    By default they spin, and slow whatever is timed next; on a machine with other work they even
    keep the thread that they wait for from running, for whole slices of the scheduler. OpenMP
    reads the policy when it is loaded, which importing polyconv has done.
    """
    if os.name == "posix" and "OMP_WAIT_POLICY" not in os.environ:
        environment = {**os.environ, "OMP_WAIT_POLICY": "passive"}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)
