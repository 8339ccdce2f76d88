"""Conformance: NumPy's floating-point errors stay inside, whatever `numpy.seterr` says.

Rounding to a narrower type, to infinity or to a subnormal number, is part of a result. It is no
mistake of the caller, who may have asked NumPy to raise for mistakes, and Python for warnings.
"""

import itertools
import warnings

import numpy as np
import pytest

from polyconv import conv, explain, plan
from polyconv._veto import max_abs
from support.agreement import random_values, supports

NAN, INF = float("nan"), float("inf")
TINY, HUGE = 1e-310, 1e300  # subnormal in float64; infinite in float32

# A value that x holds and one that w holds, the dtypes of both, and that of the result. The values
# are subnormal, or overflow, in each dtype.
VALUES = {
    "finite": ([1.0], [1.0], "f4", "f4", None),
    "NaN": ([NAN], [1.0], "f4", "f4", None),
    "infinities": ([INF, -INF], [1.0], "f4", "f4", None),
    "infinite weights": ([1.0], [INF, NAN], "f4", "f4", None),
    "subnormal": ([1e-42], [1e-42], "f4", "f4", None),
    "products that underflow": ([1e-30], [1e-15], "f4", "f4", None),
    "overflow": ([3e38], [-3e38, 3e38], "f4", "f4", None),
    "complex": ([complex(NAN, 1), 1e30], [complex(0, INF)], "c8", "c8", None),
    "complex, rounded": ([HUGE, TINY], [1j], "c16", "c16", "complex64"),
    "half": ([6e-8, 6e4, NAN], [6e-8, 6e4, -INF], "f2", "f2", None),
    "half, subnormal results": ([1e-4], [1e-4], "f2", "f2", None),
    "rounded to half": ([1e-300, 1e300], [1e-8, 1e5], "f8", "f8", "float16"),
    "rounded to float32": ([1e-300, 1e300, INF], [1e-42, 1e300], "f8", "f8", "float32"),
    "double": ([TINY, HUGE, NAN], [TINY, HUGE], "f8", "f8", None),
    "integers and floats": ([2**62], [3e38], "i8", "f4", None),
    "large integers, rounded": ([2**62], [3], "i8", "i8", "float32"),
    "integers": ([-(2**63), 2**62], [-(2**31)], "i8", "i4", None),
    "small integers": ([-(2**15)], [-(2**15)], "i2", "i2", "int16"),
}
PADDINGS = [{}, {"padding": "same", "workers": 1}, {"padding": 3, "padding_mode": "wrap"}]

# Bias or padding value; dtype of the arrays and of the result.
BIASES = {
    "out of range": (HUGE, "f8", "float32"),
    "subnormal": (1e-42, "f8", "float32"),
    "that underflows": (TINY, "f8", "float32"),
    "not a number": (NAN, "f8", "float32"),
    "half, out of range": (1e6, "f4", "float16"),
    "integer, rounded": (2**62, "i8", "float32"),
}
PADDING_VALUES = {
    "out of range": (HUGE, "f4", None),
    "half, that underflows": (1e-8, "f2", None),
    "not a number": (NAN, "f4", None),
}


def calls():
    """Return name -> x, w, bias and a list of options."""
    found = {}
    with np.errstate(all="ignore"):
        for name, (x_values, w_values, x_dtype, w_dtype, dtype) in VALUES.items():
            x, w = (
                random_values((1, 2, 12, 20), x_dtype, 1),
                random_values((2, 2, 3, 3), w_dtype, 2),
            )
            for array, values in ((x, x_values), (w, w_values)):
                flat = array.reshape(-1)
                for place, value in zip(range(1, flat.size, 7), itertools.cycle(values)):
                    flat[place] = value
            given = {} if dtype is None else {"dtype": dtype}
            found[name] = x, w, None, [padding | given for padding in PADDINGS]
        for name, (value, x_dtype, dtype) in BIASES.items():
            x, w = random_values((1, 2, 6, 9), x_dtype, 1), random_values((3, 2, 3, 3), x_dtype, 2)
            bias = np.full(3, value, x_dtype)
            found[f"a bias, {name}"] = x, w, bias, [{"dtype": dtype}]
        for name, (value, x_dtype, dtype) in PADDING_VALUES.items():
            x, w = random_values((1, 2, 6, 9), x_dtype, 1), random_values((3, 2, 3, 3), x_dtype, 2)
            options = {"padding": 2, "padding_mode": "constant", "padding_value": value}
            found[f"padding, {name}"] = x, w, None, [options | {"dtype": dtype}]
    return found


CALLS = calls()


@pytest.fixture
def raising():
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.mark.parametrize("name", CALLS)
def test_no_backend_raises_or_warns(name, backend, raising):
    x, w, bias, every = CALLS[name]
    for options in every:
        if not supports(backend, x, w, rtol=1, **options):
            continue
        result = conv(x, w, bias, backend=backend.name, rtol=1, **options)
        planned = plan(x, w, bias, backend=backend.name, rtol=1, **options)(x)
        assert result.tobytes() == planned.tobytes() or np.isnan(result).any()
        with np.errstate(all="ignore"):
            expected = conv(x, w, bias, backend=backend.name, rtol=1, **options)
        np.testing.assert_array_equal(result, expected)


@pytest.mark.parametrize("rtol", [None, 1])
@pytest.mark.parametrize("name", CALLS)
def test_auto_neither_raises_nor_warns(name, rtol, raising):
    x, w, bias, every = CALLS[name]
    for options in every:
        explain(x, w, rtol=rtol, **options)
        result = conv(x, w, bias, rtol=rtol, **options)
        plan(x, w, bias, rtol=rtol, **options)(x)
        with np.errstate(all="ignore"):
            expected = conv(x, w, bias, rtol=rtol, **options)
        np.testing.assert_array_equal(result, expected)


def test_a_constant_in_the_padding_overflows_silently(backend, raising):
    x, w = np.ones((1, 1, 9)), np.ones((1, 1, 3))
    options = {"padding": 2, "padding_mode": "constant", "padding_value": HUGE, "dtype": "float32"}
    if not supports(backend, x, w, **options):
        pytest.skip("refused")
    assert not np.isfinite(conv(x, w, backend=backend.name, **options)[0, 0, [0, -1]]).any()


def test_a_bias_alone_is_rounded_quietly(raising):
    x, w = np.zeros((1, 0, 3), np.float16), np.zeros((2, 0, 2), np.float16)
    bias = np.array([1e30, 1e-9], np.float32)
    assert conv(x, w, bias, dtype="float16").tolist() == [[[np.inf] * 2, [0.0] * 2]]


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "c8", "c16"])
def test_the_largest_magnitude_is_found_quietly(dtype, raising):
    for value in (NAN, INF, -INF, 1e-42):
        with np.errstate(all="ignore"):
            array = np.ones((5, 7), dtype)
            array[2, 3] = value
        for view in (array, array[::2, ::3], array[::-1].T):
            assert max_abs(view) >= 0


@pytest.mark.slow
def test_the_largest_magnitude_of_every_float16():
    numbers = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    with np.errstate(all="ignore"):
        for value in numbers:
            expected = INF if np.isnan(value) else float(abs(value))
            assert max_abs(np.array([value])) == expected
            assert max_abs(np.array([value, 0, -value])[::2]) == expected
    assert max_abs(np.array([1, -2, 0.5], "f2")) == max_abs(np.array([2, -1], "f2")) == 2
    assert max_abs(np.array([1, -2, 0.5], np.dtype("f2").newbyteorder("S"))) == 2
