"""The comparator of a backend's result with the oracle's, within the backend's published bound.

Integers must be equal. Floats must have NaN, +inf and -inf where the reference has them (complex:
be non-finite in the same elements), and errors of at most ``bound * scale[k]`` in output channel
k, where the backend publishes `bound`. `GRANTED` lists the further allowances of each dtype.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from support.oracle import Reference


@dataclass(frozen=True)
class Granted:
    """Allowance of a result dtype beside the backend's bound.

    `rounding` is the one rounding of a half-precision result, relative to the element; `underflow`
    is absolute, for each term of the sum: no relative promise holds below the normal numbers.
    """

    rounding: float
    underflow: float


GRANTED = {
    "float16": Granted(2.0**-11, 2.0**-24),
    "bfloat16": Granted(2.0**-8, 2.0**-133),
    "float32": Granted(0.0, 2.0**-149),
    "complex64": Granted(0.0, 2.0**-148),
    "float64": Granted(0.0, 2.0**-1074),
    "complex128": Granted(0.0, 2.0**-1073),
}


def allowed_error(dtype: np.dtype, bound: float, scale: Any, magnitude: Any, terms: int) -> Any:
    """Return the largest error of results of `dtype`: `bound` in units of `scale`, and `GRANTED`.

    `magnitude` is the absolute value of each result, and `terms` the number of products in it.
    """
    granted = GRANTED[dtype.name]
    return bound * scale + granted.rounding * magnitude + granted.underflow * (terms + 1)


def tolerance(reference: Reference, bound: float) -> np.ndarray:
    """Return how far each element may be from the reference."""
    value = reference.value
    # The reference is itself a rounded sum, in a wider type.
    own = float(np.finfo(value.dtype).eps) * (reference.terms + 1)
    channels = (-1, *(1,) * (value.ndim - 1 - reference.channel_axis))
    scale = reference.scale.reshape(channels)
    magnitude = np.where(np.isfinite(value), np.abs(value), 0)
    return allowed_error(reference.dtype, bound + own, scale, magnitude, reference.terms)


def assert_agrees(actual: Any, reference: Reference, bound: float) -> float:
    """Fail unless `actual` is the reference's answer; return the largest error / tolerance."""
    assert type(actual) is np.ndarray, f"a {type(actual).__name__} is not an ndarray"
    assert actual.shape == reference.value.shape, (
        f"shape {actual.shape}, expected {reference.value.shape}"
    )
    assert actual.dtype == reference.dtype, f"dtype {actual.dtype}, expected {reference.dtype}"
    if reference.exact:
        _assert_none(actual != reference.value, "differs", actual, reference)
        return 0.0
    with np.errstate(all="ignore"):
        expected = reference.value.astype(reference.dtype)  # large values become inf here
        wide = actual.astype(reference.value.dtype)
        finite = np.isfinite(expected)
        _assert_none(finite != np.isfinite(actual), "is finite in one only", actual, reference)
        if actual.dtype.kind != "c":
            _assert_none(np.isnan(expected) != np.isnan(actual), "NaN moved", actual, reference)
            _assert_none(
                np.isinf(expected) & (np.signbit(expected) != np.signbit(actual)),
                "infinity has the wrong sign",
                actual,
                reference,
            )
        error = np.where(finite, np.abs(wide - reference.value), 0)
        allowed = tolerance(reference, bound)
        _assert_none(error > allowed, "is beyond its bound", actual, reference, error / allowed)
        # An error of 0 is within a bound of 0, too.
        ratio = np.where(error > 0, error / allowed, 0)
    return float(ratio.max(initial=0.0))


def _assert_none(
    wrong: np.ndarray,
    what: str,
    actual: np.ndarray,
    reference: Reference,
    ratio: np.ndarray | None = None,
) -> None:
    if not wrong.any():
        return
    worst = np.where(wrong, 1 if ratio is None else ratio, -1)
    place = tuple(int(i) for i in np.unravel_index(np.argmax(worst), wrong.shape))
    excess = "" if ratio is None else f", {float(ratio[place]):.3g} times the tolerance"
    raise AssertionError(
        f"{wrong.sum()} of {wrong.size} elements: {what}; at {place}: {actual[place]!r}, "
        f"expected {reference.value[place]!r}{excess}"
    )
