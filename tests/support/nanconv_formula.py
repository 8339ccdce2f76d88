"""The formula of `nanconv`, written out with the oracle, and data with gaps at random."""

import math

import numpy as np

from polyconv import nanconv

from . import oracle

__all__ = ["agree", "check", "data", "literal"]

TOLERANCE = {"float16": 4e-3, "float32": 2e-5, "float64": 1e-12}

# Options that do not change the result.
_OTHERS = {"backend", "workers", "workspace_limit"}


def literal(x, w, *, mask=None, normalize=True, min_weight=0.0, fill_value=math.nan, **options):
    """Return the formula's value in float64, and the factor by which the division lets errors grow.

    It is infinite where the denominator is at its limit, so that either answer is right.
    """
    x, w = np.asarray(x, np.float64), np.asarray(w, np.float64)
    gaps = np.isnan(x) if mask is None else np.isnan(x) | np.broadcast_to(mask, x.shape)
    values, valid = np.where(gaps, 0, x), np.where(gaps, 0.0, 1.0)
    of_values, of_valid = dict(options), dict(options)
    if "padding_value" in options:
        is_gap = math.isnan(options["padding_value"])
        of_values["padding_value"] = 0.0 if is_gap else options["padding_value"]
        of_valid["padding_value"] = 0.0 if is_gap else 1.0
    top = oracle.convolve(values, w, **of_values)
    bottom = oracle.convolve(valid, w, **of_valid).value
    filters = np.moveaxis(w, -1, 0) if options.get("data_format") == "channels_last" else w
    filters = filters.reshape(len(filters), -1)
    along = [1] * bottom.ndim
    along[top.channel_axis] = -1
    magnitudes = np.abs(filters).sum(1).reshape(along)
    least = min_weight * magnitudes
    with np.errstate(all="ignore"):
        result = top.value / bottom
        if not normalize:
            result = result * filters.sum(1).reshape(along)
        growth = np.maximum(magnitudes / np.abs(bottom), 1)
    result = np.where(bottom > least, result, fill_value)
    at_limit = (bottom != 0) & (np.abs(bottom - least) < 1e-9 * magnitudes)
    return result.astype(np.float64), np.where(at_limit, np.inf, np.where(bottom == 0, 1, growth))


def agree(got, wanted, growth, tolerance):
    """Return True if the results agree within `tolerance` times `growth`."""
    with np.errstate(all="ignore"):
        close = np.abs(got - wanted) <= tolerance * growth * (1 + np.abs(wanted))
    same = (np.isnan(got) & np.isnan(wanted)) | (got == wanted) | close
    return bool(np.all(same | np.isinf(growth)))


def data(rng, shape, share, dtype=np.float64):
    x = rng.standard_normal(shape).astype(dtype)
    x[rng.random(shape) < share] = np.nan
    return x


def check(x, w, **options):
    got = nanconv(x, w, **options)
    wanted, growth = literal(x, w, **{k: v for k, v in options.items() if k not in _OTHERS})
    assert got.shape == wanted.shape
    assert agree(got, wanted, growth, TOLERANCE[got.dtype.name])
    return got
