"""User settings: percentages, durations, and thresholds that differ between workloads."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

__all__ = ["BadInput", "duration", "overrides", "percentage", "selected", "thresholds"]

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "": 1.0}


class BadInput(Exception):
    """A wrong setting; the text is one line that names the setting and the allowed values."""


def percentage(name: str, value: Any) -> float:
    """Return a slowdown as a fraction, from ``"3%"`` or ``0.03``.

    Examples
    --------
    >>> percentage("threshold", "3%")
    0.03
    """
    text = str(value).strip()
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        number = -1.0
    if isinstance(value, bool) or not 0 < number < 1:
        raise BadInput(f"{name} {value!r}; allowed: between 0% and 100%, such as 3% or 0.03")
    return number


def duration(name: str, text: str) -> float:
    """Return seconds, from ``"90"``, ``"90s"``, ``"10m"`` or ``"1h"``.

    Examples
    --------
    >>> duration("budget", "10m")
    600.0
    """
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text.strip())
    if not match or float(match[1]) <= 0:
        raise BadInput(f"{name} {text!r}; allowed: a time such as 90s, 10m or 1h")
    return float(match[1]) * _UNITS[match[2]]


def selected(
    names: Sequence[str], patterns: Sequence[str], quick: Sequence[str] | None
) -> list[str]:
    """Return the `names` that match a pattern, if there are any, and are in `quick`, if given."""
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in names):
            raise BadInput(f"workload {pattern!r}; there are: {', '.join(names)}")
    return [
        name
        for name in names
        if (not patterns or any(fnmatchcase(name, pattern) for pattern in patterns))
        and (quick is None or name in quick)
    ]


def thresholds(
    names: Sequence[str], default: float, overrides: Mapping[str, float]
) -> dict[str, float]:
    """Return the threshold of each name: that of the last matching pattern, or the default."""
    found = dict.fromkeys(names, default)
    for pattern, value in overrides.items():
        found |= {name: value for name in names if fnmatchcase(name, pattern)}
    return found


def overrides(path: Path) -> dict[str, float]:
    """Return thresholds by pattern, from the table ``[thresholds]`` of a TOML file.

    Raises
    ------
    BadInput
        If the file cannot be read, or holds anything but this table.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"thresholds {path}: {error}") from None
    table = content.pop("thresholds", None)
    if content or not isinstance(table, dict):
        extra = f"holds {', '.join(content)}" if content else "has none"
        raise BadInput(f"thresholds {path}: {extra}; allowed: one table [thresholds]")
    return {pattern: percentage(f"threshold of {pattern!r}", v) for pattern, v in table.items()}
