"""The command line: ``polyconv race``, ``explain``, ``tune``, ``wisdom`` and ``filter``.

Packages of the ``race`` extra are imported only when a command runs.
"""

import sys
from importlib.util import find_spec

__all__ = ["BadInput", "main"]

_EXTRA = {"rich": "rich", "typer": "typer", "matplotlib": "matplotlib", "PIL": "Pillow"}


class BadInput(Exception):
    """Invalid input of the user; the text is one line that names the allowed values."""


def main() -> None:
    """Run the command line and exit with its status."""
    missing = [package for module, package in _EXTRA.items() if find_spec(module) is None]
    if missing:
        print(
            f"polyconv: {', '.join(missing)} missing; install with: pip install 'polyconv[race]'",
            file=sys.stderr,
        )
        sys.exit(2)
    try:
        from ._app import app

        app(prog_name="polyconv")
    except KeyboardInterrupt:
        sys.exit(130)
