"""Durations as options of the command line give them."""

import re

from . import BadInput

__all__ = ["seconds"]

_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}


def seconds(option: str, text: str) -> float:
    """Return the seconds of ``"0.5"``, ``"10s"``, ``"10m"`` or ``"1h"``.

    Raises
    ------
    BadInput
        If `text` is no duration, or 0.

    Examples
    --------
    >>> seconds("--budget", "10m")
    600.0
    """
    match = re.fullmatch(r"(\d+(?:\.\d*)?|\.\d+)([smh]?)", text.strip())
    if match is None or float(match[1]) <= 0:
        raise BadInput(f"{option} {text!r} is not a duration; allowed: 0.5, 10s, 10m or 1h")
    return float(match[1]) * _UNITS[match[2]]
