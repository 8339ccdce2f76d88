"""Conformance: result dtypes, exact integers that wrap, half precision, and ``dtype=``."""

from itertools import product

import ml_dtypes
import numpy as np
import pytest

from polyconv import conv
from polyconv._padded_input import padded_block
from polyconv._request import make_problem
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


SIGNED = [name for name in INTEGERS if name.startswith("int")]


def promotes(a, b):
    if {a, b} & {"uint64"} and {a, b} & {*SIGNED}:
        return False
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


# Written out, so that no promotion of NumPy decides: the result of every pair of plain dtypes.
SHORT = {
    "?": "bool", "b": "int8", "h": "int16", "i": "int32", "q": "int64",
    "B": "uint8", "H": "uint16", "I": "uint32", "Q": "uint64",
    "e": "float16", "f": "float32", "d": "float64", "F": "complex64", "D": "complex128",
}  # fmt: skip
RESULTS = """
  ? b h i q B H I Q e f d F D
? q q q q q Q Q Q Q e f d F D
b q q q q q q q q - e f d F D
h q q q q q q q q - f f d F D
i q q q q q q q q - d d d D D
q q q q q q q q q - d d d D D
B Q q q q q Q Q Q Q e f d F D
H Q q q q q Q Q Q Q f f d F D
I Q q q q q Q Q Q Q d d d D D
Q Q - - - - Q Q Q Q d d d D D
e e e f d d e f d d e f d F D
f f f f d d f f d d f f d F D
d d d d d d d d d d d d d D D
F F F F D D F F D D F F D F D
D D D D D D D D D D D D D D D
"""


def test_the_result_of_every_pair_of_dtypes():
    head, *rows = RESULTS.strip("\n").splitlines()
    columns = head.split()
    for row in rows:
        x_dtype, *results = row.split()
        for w_dtype, result in zip(columns, results, strict=True):
            x, w = np.ones((1, 3), SHORT[x_dtype]), np.ones((1, 1, 2), SHORT[w_dtype])
            if result == "-":
                with pytest.raises(TypeError, match=r"dtype='int64', .* or dtype='float64'"):
                    conv(x, w)
                continue
            y = conv(x, w)
            assert y.dtype == SHORT[result], (x.dtype, w.dtype)
            assert y.tolist() == [[2, 2]]


# uint64 with signed integers: the dtypes that may be asked for.
UNSIGNED_WITH_SIGNED = [
    pair
    for signed in ("int8", "int64", "int16", "int32")
    for pair in (("uint64", signed), (signed, "uint64"))
]


@pytest.mark.parametrize("dtypes", slow_but_first(UNSIGNED_WITH_SIGNED, fast=3), ids="-".join)
@pytest.mark.parametrize("dtype", ["int64", "float64", "int16", "float32", "complex128"])
def test_uint64_with_signed_integers(backend, dtypes, dtype):
    x, w = arrays(*dtypes)  # of all magnitudes, so that sums in int64 wrap around
    if dtype[0] != "i":
        x, w = x % 100, w % 100
    check(backend, x, w, dtype=dtype, padding=1)
    check(backend, x, w, dtype=dtype, padding=1, padding_mode="constant", padding_value=7)
    if dtypes[0] == "uint64" and dtype[0] == "i":
        edge = {"padding_mode": "constant", "padding_value": 2**64 - 3}
        check(backend, x, w, random_values((2,), "uint64", 3), dtype=dtype, padding=2, **edge)


def test_a_padding_value_wraps_around_as_the_input_does():
    options = {"padding": 1, "padding_mode": "constant", "padding_value": 2**64 - 3}
    x_dtype, w_dtype, dtype = map(np.dtype, ("uint64", "int8", "int64"))
    problem = make_problem((1, 1, 2), x_dtype, (1, 1, 1), w_dtype, dtype=dtype, **options)
    block = padded_block(problem, np.array([[[2**64 - 1, 5]]], np.uint64), (0,), (4,))
    assert block.tolist() == [[[-3, -1, 5, -3]]]


def test_uint64_differences_are_exact_where_asked_for():
    x = np.array([[2**60, 2**60 + 1, 2**64 - 1]], np.uint64)
    w = np.array([[[-1, 1]]], np.int8)
    assert conv(x, w, dtype="int64").tolist() == [[1, -(2**60) - 2]]
    assert conv(x, w, dtype="float64").tolist() == [[0.0, 2.0**64 - 2.0**60]]
    with pytest.raises(TypeError, match="dtype=uint64 cannot hold the int64 products"):
        conv(x, w, dtype="uint64")
    total = np.sum(np.array([2**63, 2**63 + 5], np.uint64), dtype=np.int64)  # wraps around alike
    x = np.array([[2**63, 2**63 + 5]], np.uint64)
    assert conv(x, np.ones((1, 1, 2), np.int8), dtype="int64").tolist() == [[total]]


# Requests for wider and for narrower results, of the inputs' kind and of another. The first nine
# are fast.
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
