"""The command ``abgate`` in this process, with its output."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from abgate import command

__all__ = ["invoke"]


@dataclass(frozen=True)
class Result:
    """Exit status, and both outputs together."""

    exit_code: int
    output: str


def invoke(arguments):
    """Run the command with these arguments."""
    text = io.StringIO()
    with redirect_stdout(text), redirect_stderr(text):
        try:
            status = command.main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = end.code
    return Result(status, text.getvalue())
