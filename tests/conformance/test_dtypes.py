"""Conformance: result dtypes, exact integers that wrap, half precision, and ``dtype=``."""

from itertools import product

import ml_dtypes
import numpy as np
import pytest

from polyconv import conv
from support.agreement import (
    COMPLEX,
    FLOATS,
    INTEGERS,
    check,
    random_values,
    slow_but_first,
    supports,
)

BFLOAT16 = np.dtype(ml_dtypes.bfloat16)
ALL = ["bool", *INTEGERS, *FLOATS, "bfloat16", *COMPLEX]


def arrays(x_dtype, w_dtype):
    return random_values((1, 2, 5, 6), x_dtype, 1), random_values((2, 2, 2, 3), w_dtype, 2)


@pytest.mark.parametrize("dtype", ALL)
@pytest.mark.parametrize("rank", slow_but_first([1, 2, 3]))
def test_one_dtype(backend, dtype, rank):
    x = random_values((1, 3, *(9, 5, 4)[:rank]), dtype, 1)
    w = random_values((2, 3, *(3, 2, 2)[:rank]), dtype, 2)
    check(backend, x, w, padding=1)


def promotes(a, b):
    try:
        return np.result_type(np.dtype(a), np.dtype(b)).kind != "O"
    except TypeError:
        return False


MIXED = [(a, b) for a, b in product(ALL, ALL) if a != b and promotes(a, b)]


@pytest.mark.slow
@pytest.mark.parametrize(("x_dtype", "w_dtype"), MIXED)
def test_mixed_dtypes(backend, x_dtype, w_dtype):
    x, w = arrays(x_dtype, w_dtype)
    check(backend, x, w)


def test_there_are_many_mixtures():
    assert len(MIXED) > 150


# To a wider and a narrower result, of the same kind and of another; the first nine are fast.
REQUESTED = [
    ("float32", "float32", "float64"),
    ("float64", "float64", "float32"),
    ("float32", "float32", "float16"),
    ("bfloat16", "bfloat16", "float32"),
    ("float32", "float32", "complex64"),
    ("int16", "int16", "float32"),
    ("uint8", "int8", "int32"),
    ("int64", "int64", "int8"),
    ("bool", "bool", "uint32"),
    ("float16", "float16", "float32"),
    ("float32", "float32", "bfloat16"),
    ("float64", "float32", "complex128"),
    ("complex128", "float64", "complex64"),
    ("int64", "int64", "float64"),
    ("uint8", "float32", "float64"),
    ("uint8", "uint8", "int16"),
    ("uint8", "uint8", "uint8"),
    ("uint64", "uint64", "int64"),
    ("bool", "bool", "complex64"),
    ("uint16", "uint16", "bfloat16"),
]


@pytest.mark.parametrize("dtypes", slow_but_first(REQUESTED, fast=9), ids="-".join)
def test_requested_dtype(backend, dtypes):
    x_dtype, w_dtype, dtype = dtypes
    x, w = arrays(x_dtype, w_dtype)
    x, w = (a % 100 if a.dtype.kind in "iu" and dtype[0] not in "iu" else a for a in (x, w))
    check(backend, x, w, dtype=dtype, padding=1)
    check(backend, x, w, random_values((2,), "int8", 3) % 2 == 0, dtype=dtype)


@pytest.mark.parametrize("dtype", ["int64", "uint64"])
@pytest.mark.parametrize("channels", [1, 5, 17])
def test_64_bit_integers_wrap_around(backend, dtype, channels):
    x = random_values((1, channels, 7), dtype, 1)
    w = random_values((3, channels, 3), dtype, 2)
    check(backend, x, w, random_values((3,), dtype, 3), padding=2)


def test_integers_beyond_the_doubles_are_exact(backend):
    # 2**53 + 1 is the first integer that a double cannot hold.
    x = np.array([[2**53 + 1, 1, -(2**62)]])
    check(backend, x, np.array([[[1, 0]], [[1, 1]], [[3, -1]]]))
    answer = conv(x, np.array([[[1, 0]]]), backend="auto")
    assert answer.tolist() == [[2**53 + 1, 1]]


def test_narrow_integers_do_not_wrap_in_their_own_width(backend):
    x = np.full((1, 3, 8), 127, np.int8)
    w = np.full((1, 3, 5), 127, np.int8)
    check(backend, x, w)
    assert conv(x, w).tolist() == [[[15 * 127 * 127] * 4]]
    x, w = np.full((1, 1, 4), 255, np.uint8), np.full((1, 1, 2), 255, np.uint8)
    check(backend, x, w)
    assert conv(x, w).dtype == np.uint64


def test_booleans_are_counted(backend):
    x = np.ones((1, 2, 6), bool)
    check(backend, x, np.ones((1, 2, 3), bool))
    assert conv(x, np.ones((1, 2, 3), bool)).tolist() == [[[6] * 4]]


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_half_precision_is_summed_in_float32(backend, dtype):
    # 2048 ones and more: float16 sums stop at 2048, bfloat16 sums at 256.
    x, w = np.ones((1, 30, 101), dtype), np.ones((1, 30, 100), dtype)
    check(backend, x, w)
    if supports(backend, x, w):
        y = conv(x, w, backend=backend.name)
        assert y.tolist() == [[[np.dtype(dtype).type(3000)] * 2]]


def test_half_precision_overflows_to_infinity_in_the_result_alone(backend):
    # The sum passes 65504, the largest float16, on its way to a result that fits.
    x = np.array([[6e4, 6e4, -6e4, -6e4, 6e4, 6e4]], "f2")
    check(backend, x, np.ones((1, 1, 4), "f2"))
    check(backend, x, np.ones((1, 1, 2), "f2"))


@pytest.mark.parametrize("dtype", FLOATS + COMPLEX)
@pytest.mark.parametrize("exponent", slow_but_first([-30, 30, -20, 20], fast=2))
def test_small_and_large_magnitudes(backend, dtype, exponent):
    if dtype == "float16":
        exponent /= 10
    x = random_values((1, 3, 12), dtype, 1)
    w = random_values((2, 3, 3), dtype, 2)
    check(backend, x, (w * 10.0**exponent).astype(dtype), padding=1)


def test_products_that_underflow(backend, request):
    x = np.full((1, 2, 6), 1e-30, np.float32)
    if backend.name == "jax" and supports(backend, x, x[:, :, :3]):
        reason = "XLA takes subnormal numbers for zero, as the adapter's docstring says"
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    check(backend, x, np.full((1, 2, 3), 1e-15, np.float32))
    x = np.full((1, 2, 6), 1e-40, np.float32)  # subnormal
    check(backend, x, np.ones((1, 2, 3), np.float32))
