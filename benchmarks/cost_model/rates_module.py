"""The text of the module that a fit writes: rates and their provenance."""

import textwrap
from collections.abc import Mapping
from typing import Any

__all__ = ["source"]

_HEAD = '''"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`. `UNITS`
holds the unit times of the machine in seconds, for each instruction-set level, see `_units`.
{packing}"""
# fmt: off

from typing import Any
'''

_PACKING = """`PREPARE` are rates of preparing weights as plans do, `PACKING` those of packing them
as plain calls do. `PLAIN_PYTHON` are the seconds of Python of a plain call that prepares, beyond
preparing.
"""

# Weights below this are left out: they change no prediction by 1 % over the range of their trait.
_MIN_WEIGHT = 0.001


def source(
    *,
    isa: str,
    fitted: Mapping[str, Any],
    units: Mapping[str, Mapping[str, float]],
    residuals: Mapping[str, Mapping[str, float]],
    ranges: Mapping[str, tuple[float, float]],
    slowdown: Mapping[str, Mapping[str, float]],
    rates: Mapping[str, Mapping[str, Mapping[str, float]]],
    prepare: Mapping[str, Mapping[str, Mapping[str, float]]],
    packing: Mapping[str, Mapping[str, Mapping[str, float]]] | None = None,
    plain_python: float = 0.0,
) -> str:
    """Return the text of the module; without rates of `packing`, plain calls have no own ones."""
    parts = [
        _HEAD.replace("{packing}", "" if packing is None else _PACKING),
        f'ISA = "{isa}"\n',
        _table("FITTED: dict[str, Any]", fitted),
        _table("UNITS: dict[str, dict[str, float]]", units),
        _table("RESIDUALS: dict[str, dict[str, float]]", residuals),
        _table("RANGES: dict[str, tuple[float, float]]", ranges),
        _table("SLOWDOWN: dict[str, dict[str, float]]", slowdown),
        _tables("RATES", rates),
        _tables("PREPARE", prepare),
    ]
    if packing is not None:
        parts += [_tables("PACKING", packing), f"PLAIN_PYTHON = {_value(plain_python)}\n"]
    return "\n".join(parts)


def _table(name: str, rows: Mapping[str, Any]) -> str:
    lines = [_wrapped(f'"{key}": {_value(value)},', 4) for key, value in rows.items()]
    return "\n".join([f"{name} = {{", *lines, "}", ""])


def _tables(name: str, backends: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    lines = [f"{name}: dict[str, dict[str, dict[str, float]]] = {{"]
    for backend, variants in backends.items():
        lines.append(f'    "{backend}": {{')
        for variant, numbers in variants.items():
            kept = {key: v for key, v in numbers.items() if abs(v) >= _MIN_WEIGHT or _is_rate(key)}
            lines.append(_wrapped(f'"{variant}": {_value(kept)},', 8))
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def _is_rate(name: str) -> bool:
    from polyconv._model import TRAITS

    return name not in TRAITS


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f'"{key}": {_value(v)}' for key, v in value.items()) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_value, value)) + ")"
    if isinstance(value, float):
        return repr(float(f"{value:.3g}"))
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _wrapped(text: str, indent: int) -> str:
    return textwrap.fill(
        text,
        100,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_long_words=False,
        break_on_hyphens=False,
    )
