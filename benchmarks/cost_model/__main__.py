"""``python -m benchmarks.cost_model``: pick the command; each parses its own options."""

import sys
from importlib import import_module

from . import COMMANDS

_USAGE = "usage: python -m benchmarks.cost_model {" + ",".join(COMMANDS) + "} [options]"


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names; its exit status."""
    name = arguments[0] if arguments else ""
    if name in ("-h", "--help"):
        print(_USAGE, *(f"  {each:8}{text}" for each, (_, text) in COMMANDS.items()), sep="\n")
        return 0
    if name not in COMMANDS:
        print(
            f"{_USAGE}\ncost_model: command {name!r}; allowed: {', '.join(COMMANDS)}",
            file=sys.stderr,
        )
        return 2
    module, _ = COMMANDS[name]
    return import_module(f".{module}", __package__).main(arguments[1:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
