"""The command ``polyconv-ab``: its options, and its exit status.

Requirements beyond those of the library (the extra ``bench``) are imported only when it runs.
"""

import sys
import traceback
from importlib.util import find_spec

__all__ = ["main"]

_EXTRA = {"rich": "rich", "typer": "typer"}


def main() -> None:
    """Run the command and exit with its status."""
    missing = [package for module, package in _EXTRA.items() if find_spec(module) is None]
    if missing:
        print(
            f"polyconv-ab: {', '.join(missing)} missing; "
            "install with: pip install 'polyconv[bench]'",
            file=sys.stderr,
        )
        sys.exit(2)
    try:
        from .command import app

        app(prog_name="polyconv-ab")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:
        # Python would exit with 1, which means "slower" here.
        traceback.print_exc()
        sys.exit(2)
