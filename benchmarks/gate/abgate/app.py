"""The command ``abgate``: its requirements, and its exit status."""

import sys
import traceback
from importlib.util import find_spec

__all__ = ["main"]

_REQUIRED = ("rich",)


def main() -> None:
    """Run the command and exit with its status."""
    missing = [name for name in _REQUIRED if find_spec(name) is None]
    if missing:
        print(
            f"abgate: {', '.join(missing)} missing; install with: pip install {' '.join(missing)}",
            file=sys.stderr,
        )
        sys.exit(2)
    try:
        from .command import main as run

        status = run()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:
        # Python would exit with 1, which means "slower" here.
        traceback.print_exc()
        sys.exit(2)
    sys.exit(status)
