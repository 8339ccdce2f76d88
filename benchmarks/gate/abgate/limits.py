"""User settings: percentages, durations, the bench file, and thresholds of single workloads."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

__all__ = [
    "BadInput",
    "bench_path",
    "duration",
    "overrides",
    "percentage",
    "report_path",
    "selected",
    "thresholds",
]

# Names in an error message.
_SHOWN = 20

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


# Where projects keep asv's configuration, from the repository's root.
_ASV_FILES = ("asv.conf.json", "benchmarks/asv.conf.json", "asv_bench/asv.conf.json")


def bench_path(given: Path | None, folder: Path) -> Path:
    """Return the bench file or folder: the one given, or else that of asv's configuration.

    Raises
    ------
    BadInput
        If there is none.
    """
    if given is not None:
        if not given.exists():
            raise BadInput(f"--bench {given}; allowed: a file or folder that exists")
        return given
    for name in _ASV_FILES:
        file = folder / name
        if file.is_file():
            # Not JSON: it has comments.
            lines = [line.partition("//")[0] for line in file.read_text("utf-8").splitlines()]
            match = re.search(r'"benchmark_dir"\s*:\s*"([^"]+)"', "\n".join(lines))
            return bench_path(file.parent / (match[1] if match else "benchmarks"), folder)
    raise BadInput("--bench is missing, and there is no asv.conf.json; allowed: --bench bench.py")


def report_path(name: str, path: Path | None) -> None:
    """Check the file of a report, before anything is measured.

    Raises
    ------
    BadInput
        If the file could not be written.
    """
    if path is not None and (path.is_dir() or not path.absolute().parent.is_dir()):
        raise BadInput(f"{name} {path}; allowed: a file in a folder that exists")


def selected(
    names: Sequence[str], patterns: Sequence[str], quick: Sequence[str] | None
) -> list[str]:
    """Return the `names` that match a pattern, if there are any, and are in `quick`, if given."""
    for pattern in patterns:
        if not any(_matches(name, pattern) for name in names):
            shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
            raise BadInput(f"--workload {pattern!r} matches none; allowed: {shown}")
    return [
        name
        for name in names
        if (not patterns or any(_matches(name, pattern) for pattern in patterns))
        and (quick is None or name in quick)
    ]


def _matches(name: str, pattern: str) -> bool:
    """Return True for the name itself, too: those of parametrised tests have brackets."""
    return name == pattern or fnmatchcase(name, pattern)


def thresholds(
    names: Sequence[str], default: float, overrides: Mapping[str, float]
) -> dict[str, float]:
    """Return the threshold of each name: that of the last matching pattern, or the default."""
    found = dict.fromkeys(names, default)
    for pattern, value in overrides.items():
        found |= {name: value for name in names if _matches(name, pattern)}
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
        raise BadInput(f"--thresholds {path} cannot be read: {error}") from None
    table = content.pop("thresholds", None)
    if content or not isinstance(table, dict):
        extra = f"holds {', '.join(content)}" if content else "has no table"
        raise BadInput(f"--thresholds {path} {extra}; allowed: one table [thresholds]")
    return {pattern: percentage(f"threshold of {pattern!r}", v) for pattern, v in table.items()}
