"""Conformance: no warning and no FloatingPointError of NumPy escapes, whatever the values."""

import itertools
import warnings

import numpy as np
import pytest

from polyconv import conv, plan
from support.agreement import random_values, supports

NAN, INF = float("nan"), float("inf")

# Dtypes of x and w, result; values in x and in w. Subnormal numbers and overflows of each dtype.
CASES = {
    "finite": ("float32", "float32", None, [1.0], [1.0]),
    "NaN": ("float32", "float32", None, [NAN], [1.0]),
    "infinities": ("float32", "float32", None, [INF, -INF], [1.0]),
    "infinite weights": ("float32", "float32", None, [1.0], [INF, NAN]),
    "subnormal": ("float32", "float32", None, [1e-42], [1e-42]),
    "overflow": ("float32", "float32", None, [3e38], [-3e38, 3e38]),
    "complex": ("complex64", "complex64", None, [complex(NAN, 1), 1e30], [complex(0, INF)]),
    "half": ("float16", "float16", None, [6e-8, 6e4, NAN], [6e-8, 6e4, -INF]),
    "half, subnormal results": ("float16", "float16", None, [1e-4], [1e-4]),
    "rounded to half": ("float64", "float64", "float16", [1e-300, 1e300], [1e-8, 1e5]),
    "rounded to float32": ("float64", "float64", "float32", [1e-300, 1e300, INF], [1e-42, 1e300]),
    "double": ("float64", "float64", None, [1e-310, 1e300, NAN], [1e-310, 1e300]),
    "integers and floats": ("int64", "float32", None, [2**62], [3e38]),
    "integers": ("int64", "int32", None, [-(2**63), 2**62], [-(2**31)]),
    "small integers": ("int16", "int16", "int16", [-(2**15)], [-(2**15)]),
}
OPTIONS = {
    "valid": {},
    "same": {"padding": "same", "workers": 1},
    "wrap": {"padding": 3, "padding_mode": "wrap"},
}


def arrays(case):
    x_type, w_type, dtype, x_values, w_values = CASES[case]
    x, w = random_values((1, 2, 12, 20), x_type, 1), random_values((2, 2, 3, 3), w_type, 2)
    for array, values in ((x, x_values), (w, w_values)):
        flat = array.reshape(-1)
        for place, value in zip(range(1, flat.size, 7), itertools.cycle(values), strict=False):
            flat[place] = value
    return x, w, dtype


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("case", CASES)
def test_nothing_escapes(backend, case, options):
    with np.errstate(all="ignore"):
        x, w, dtype = arrays(case)
    options = OPTIONS[options] | ({} if dtype is None else {"dtype": dtype})
    if not supports(backend, x, w, rtol=1, **options):
        pytest.skip("refused")
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        y = conv(x, w, backend=backend.name, rtol=1, **options)
        again = plan(x, w, backend=backend.name, rtol=1, **options)(x)
        conv(x, w, rtol=1, **options)
        plan(x, w, **options)(x)
    assert y.tobytes() == again.tobytes() or np.isnan(y).any()


def test_a_constant_in_the_padding_overflows_silently(backend):
    x, w = np.ones((1, 1, 9)), np.ones((1, 1, 3))
    options = {"padding": 2, "padding_mode": "constant", "padding_value": 1e300, "dtype": "float32"}
    if not supports(backend, x, w, **options):
        pytest.skip("refused")
    with np.errstate(all="raise"):
        assert not np.isfinite(conv(x, w, backend=backend.name, **options)[0, 0, [0, -1]]).any()
