"""Problems from user input: names in the table, options, or lists in a file."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import Problem
from polyconv._dtypes import INPUT_DTYPES
from polyconv._request import make_problem
from polyconv.workloads import Workload, by_name, suites, workloads

from . import BadInput
from ._filters import filter_bank, on_each_channel

__all__ = [
    "COLUMNS",
    "arrays_of",
    "filtered",
    "from_texts",
    "is_shape",
    "listed_in",
    "named",
    "problem_of",
    "with_filters",
]

# Columns that a row of a file may have, with the names of `conv`'s arguments.
COLUMNS = (
    "name",
    "x",
    "w",
    "stride",
    "padding",
    "dilation",
    "groups",
    "padding_mode",
    "data_format",
    "dtype",
)
_SIZES = ("x", "w", "stride", "dilation")
_FIELDS = {"x": "x_shape", "w": "w_shape"}


def named(name: str, otherwise: str) -> tuple[Workload, ...]:
    """Return the workloads of the suite, or the one workload, that is called `name`.

    Raises
    ------
    BadInput
        If there is none; the text ends with `otherwise`, what else is allowed.
    """
    if name in suites():
        return workloads(name)
    try:
        return (by_name(name),)
    except KeyError:
        raise BadInput(
            f"{name!r} is neither a suite nor a workload; allowed: {', '.join(suites())}, one "
            f"workload of them such as resnet50/conv2_3x3, {otherwise}"
        ) from None


def listed_in(path: Path) -> list[Workload]:
    """Return the problems that a JSON or CSV file lists.

    Raises
    ------
    BadInput
        If it cannot be read, or a row is no problem; the text names the file and the row.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{str(path)!r} cannot be read: {error}") from None
    rows = _json_rows(path, text) if path.suffix.lower() == ".json" else _csv_rows(text)
    problems = []
    for number, row in enumerate(rows, start=1):
        try:
            problem = _workload(row, f"{path.stem}/{number}")
            problem_of(problem, None)
        except (BadInput, ValueError, TypeError) as error:
            raise BadInput(f"{str(path)!r}, problem {number}: {error}") from None
        problems.append(problem)
    if not problems:
        raise BadInput(f"{str(path)!r} lists no problems; allowed: at least one")
    return problems


def is_shape(text: str) -> bool:
    """Return True if `text` is meant as a shape: it begins with a digit or a bracket."""
    return text.lstrip()[:1] in tuple("([0123456789")


def from_texts(**texts: str | None) -> Workload:
    """Return the problem that options of the command line describe, written as in a CSV file.

    Raises
    ------
    BadInput, ValueError, TypeError
        If they do not make a problem.
    """
    row = {name: _parsed(name, text) for name, text in texts.items() if text is not None}
    return _workload(row, "command line/problem")


def filtered(kernel: str, texts: Mapping[str, str | None]) -> Workload:
    """Return the problem of a named filter on each channel of an image.

    Raises
    ------
    BadInput, ValueError, TypeError
        If there is no such filter, or `texts` give no image for it.
    """
    bank = filter_bank(kernel)
    for name in ("w", "groups", "data_format"):
        if texts[name] is not None:
            raise BadInput(
                f"--kernel {kernel!r} defines the weights, in channels_first; allowed: no "
                f"--{name.replace('_', '-')}"
            )
    if texts["x"] is None:
        raise BadInput("--x is missing: the shape of the image, such as 1x3x600x512")
    shape = _parsed("x", texts["x"])
    if len(shape) != 4:
        raise BadInput(f"--x {texts['x']!r} is not an image; allowed with --kernel: 1x3x600x512")
    size = "x".join(map(str, (len(bank) * shape[1], 1, *bank.shape[1:])))
    row = from_texts(**{**texts, "w": size, "groups": str(shape[1])})
    return replace(row, image_filter=kernel)


def with_filters(workload: Workload, problem: Problem) -> Problem:
    """Return a workload's problem with the structure of its filters, if they have a name."""
    filters = _named_filters(workload)
    return problem if filters is None else problem.for_weights(problem.canonical_w(filters))


def arrays_of(workload: Workload) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return random `x`, and the filters by their name or else random ones."""
    x, w = workload.arrays()
    filters = _named_filters(workload)
    return x, w if filters is None else filters


def _named_filters(workload: Workload) -> NDArray[Any] | None:
    if workload.image_filter is not None:
        filters = on_each_channel(filter_bank(workload.image_filter), workload.x_shape[1])
        return filters.astype(workload.dtype)
    return None if workload.weights is None else workload.arrays()[1]


def problem_of(workload: Workload, workers: int | None, **options: Any) -> Problem:
    """Return the problem of a workload."""
    dtype = np.dtype(workload.dtype)
    return make_problem(
        workload.x_shape,
        dtype,
        workload.w_shape,
        dtype,
        workers=workers,
        **workload.options,
        **options,
    )


def _json_rows(path: Path, text: str) -> Sequence[Mapping[str, Any]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{str(path)!r} is not JSON: {error}") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInput(f'{str(path)!r} is not a list of objects such as {{"x": [1, 3, 9], "w": …}}')
    return rows


def _csv_rows(text: str) -> list[dict[str, Any]]:
    rows = []
    for row in csv.DictReader(text.splitlines(), restkey="", restval=""):
        cells = {name: cell for name, cell in row.items() if cell}
        rows.append({name: _parsed(name, cell) for name, cell in cells.items()})
    return rows


def _workload(row: Mapping[str, Any], name: str) -> Workload:
    unknown = [key for key in row if key not in COLUMNS]
    if unknown:
        raise BadInput(f"{unknown[0]!r} is unknown; allowed: {', '.join(COLUMNS)}")
    missing = [key for key in ("x", "w") if key not in row]
    if missing:
        raise BadInput(f"{missing[0]!r} is missing: the shape of {missing[0]}")
    values = {_FIELDS.get(key, key): _tuples(value) for key, value in row.items()}
    try:
        np.dtype(values.get("dtype", "float32"))
    except TypeError:
        raise BadInput(f"dtype {values['dtype']!r} is unknown; allowed: {INPUT_DTYPES}") from None
    given = str(values.pop("name", name))
    return Workload(given, **values)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _parsed(name: str, text: str) -> Any:
    """Parse ``1x3x224x224`` or ``1,3,224,224``, ``2``, ``2x1``, ``same``, ``0:1x0:1`` and words."""
    if name in (*_SIZES, "padding"):
        # As Python, torch and NumPy print shapes, too.
        text = re.sub(r"\s*[,x]\s*", "x", text.strip().strip("()[]").rstrip(", "))
    if name == "groups" or (name in ("stride", "dilation", "padding") and text.isdecimal()):
        return _number(name, text)
    if name in _SIZES:
        return tuple(_number(name, part) for part in text.split("x"))
    if name == "padding" and text[:1].isdecimal():
        parts = [[_number(name, side) for side in part.split(":")] for part in text.split("x")]
        return tuple(part[0] if len(part) == 1 else tuple(part) for part in parts)
    return text


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadInput(f"{name} {text!r} is not a number; allowed: 3, or 3x5") from None
