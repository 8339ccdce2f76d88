"""Conformance: NumPy's floating-point errors stay inside, whatever `numpy.seterr` says.

Rounding to a narrower type, to infinity or to a subnormal number, is part of a result. It is no
mistake of the caller, who may have asked NumPy to raise for mistakes.
"""

import warnings

import numpy as np
import pytest

from polyconv import conv, explain, plan
from polyconv._veto import max_abs
from support.agreement import random_values

TINY, HUGE = 1e-310, 1e300  # subnormal in float64; infinite in float32

# Name -> values of x, w, bias; dtypes of the arrays; options.
CASES = {
    "a bias out of range": (1, 1, HUGE, "f8", {"dtype": "float32"}),
    "a subnormal bias": (1, 1, 1e-42, "f8", {"dtype": "float32"}),
    "a bias that underflows": (1, 1, TINY, "f8", {"dtype": "float32"}),
    "a half bias out of range": (1, 1, 1e6, "f4", {"dtype": "float16"}),
    "input that overflows": (HUGE, 1, None, "f8", {"dtype": "float32"}),
    "input that underflows": (TINY, 1, None, "f8", {"dtype": "float32"}),
    "sums that overflow": (3e38, 1, None, "f4", {}),
    "half sums that overflow": (6e4, 1, None, "f2", {}),
    "half sums that are subnormal": (1e-7, 0.3, None, "f2", {}),
    "products that underflow": (1e-30, 1e-15, None, "f4", {}),
    "infinite input": (np.inf, 1, None, "f4", {}),
    "input that is not a number": (np.nan, 1, None, "f4", {}),
    "weights that are not numbers": (1, np.nan, None, "f8", {}),
    "infinite weights": (1, -np.inf, 1, "f8", {}),
    "a bias that is not a number": (1, 1, np.nan, "f8", {"dtype": "float32"}),
    "padding out of range": (
        1, 1, None, "f4", {"padding": 1, "padding_mode": "constant", "padding_value": HUGE},
    ),
    "padding that underflows": (
        1, 1, None, "f2", {"padding": 1, "padding_mode": "constant", "padding_value": 1e-8},
    ),
    "padding that is not a number": (
        1, 1, None, "f4", {"padding": 1, "padding_mode": "constant", "padding_value": np.nan},
    ),
    "complex numbers out of range": (HUGE, 1j, None, "c16", {"dtype": "complex64"}),
    "large integers": (2**62, 3, 2**62, "i8", {"dtype": "float32"}),
}  # fmt: skip


@pytest.fixture
def raising():
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def arrays(name):
    x_value, w_value, bias_value, dtype, options = CASES[name]
    with np.errstate(all="ignore"):
        x, w = random_values((1, 2, 6, 9), dtype, 1), random_values((3, 2, 2, 3), dtype, 2)
        x[0, 0, 1, 2] = x[0, 1, 3, 4] = x_value
        w[0, 0, 1, 1] = w[2, 1, 0, 2] = w_value
        bias = None if bias_value is None else np.full(3, bias_value, dtype)
    return x, w, bias, options


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("backend", ["auto", "direct", "cython"])
def test_no_call_raises_or_warns(name, backend, raising):
    x, w, bias, options = arrays(name)
    result = conv(x, w, bias, backend=backend, **options)
    planned = plan(x, w, bias, backend=backend, **options)(x)
    np.testing.assert_array_equal(result, planned)
    with np.errstate(all="ignore"):
        expected = conv(x, w, bias, backend=backend, **options)
    np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("name", CASES)
def test_an_explanation_neither_raises_nor_warns(name, raising):
    x, w, _, options = arrays(name)
    explain(x, w, **options)


def test_a_bias_alone_is_rounded_quietly(raising):
    x, w = np.zeros((1, 0, 3), np.float16), np.zeros((2, 0, 2), np.float16)
    bias = np.array([1e30, 1e-9], np.float32)
    assert conv(x, w, bias, dtype="float16").tolist() == [[[np.inf] * 2, [0.0] * 2]]


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "c8", "c16"])
def test_the_largest_magnitude_is_found_quietly(dtype, raising):
    for value in (np.nan, np.inf, -np.inf, 1e-42):
        with np.errstate(all="ignore"):
            array = np.ones((5, 7), dtype)
            array[2, 3] = value
        for view in (array, array[::2, ::3], array[::-1].T):
            assert max_abs(view) >= 0
