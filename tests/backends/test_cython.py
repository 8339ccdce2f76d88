"""The compiled loop beside the definition in Python: the same sums, bit by bit."""

import numpy as np
import pytest

from polyconv import conv
from polyconv._padding import PADDING_MODES
from polyconv.backends import BACKENDS
from support.agreement import (
    COMPLEX,
    INTEGERS,
    assert_same_bits,
    check,
    problem_of,
    random_values,
    slow_but_first,
)

CYTHON = next(backend for backend in BACKENDS if backend.name == "cython")

SHAPES = {
    "1-D": ((2, 3, 11), (4, 3, 3), {"stride": 2, "dilation": 3, "padding": (4,)}),
    "2-D": ((2, 4, 5, 6), (6, 2, 3, 2), {"groups": 2, "padding": (1, 2), "stride": (2, 1)}),
    "3-D": ((1, 2, 4, 3, 5), (3, 2, 2, 3, 2), {"padding": "same", "dilation": (1, 1, 2)}),
    "depthwise, last": ((2, 5, 7, 4), (3, 3, 1, 4), {"groups": 4, "data_format": "channels_last"}),
}


def both(x, w, bias=None, **options):
    """Results of the compiled loop and of the specification."""
    return [conv(x, w, bias, backend=name, **options) for name in ("cython", "naive")]


@pytest.mark.parametrize("flip", slow_but_first([True, False]))
@pytest.mark.parametrize(
    "dtype", slow_but_first(["float64", "complex128", "int8", "bool", *INTEGERS[1:]], fast=3)
)
@pytest.mark.parametrize("shapes", SHAPES.values(), ids=SHAPES)
def test_same_order_of_sums_as_the_specification(shapes, dtype, flip):
    x_shape, w_shape, options = shapes
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    channels = w_shape[-1 if options.get("data_format") else 0]
    bias = random_values((channels,), dtype, 3)
    assert_same_bits(*both(x, w, bias, flip=flip, **options))


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16", "complex64"])
def test_sums_of_small_integers_are_exact_in_every_precision(dtype):
    rng = np.random.default_rng(0)
    x, w = rng.integers(-4, 5, (2, 3, 6, 7)), rng.integers(-4, 5, (5, 3, 2, 3))
    got, wanted = both(x.astype(dtype), w.astype(dtype), padding=2, padding_mode="reflect")
    assert_same_bits(got, wanted)


@pytest.mark.parametrize("dtype", slow_but_first(["float64", "int32", "complex128"]))
@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("mode", PADDING_MODES)
def test_padding_of_several_times_the_input(mode, size, dtype):
    x, w = random_values((1, 2, size, 3), dtype, 1), random_values((2, 2, 3, 2), dtype, 2)
    value = {"padding_value": 7} if mode == "constant" else {}
    options = {"padding": ((13, 8), (4, 11)), "padding_mode": mode, "stride": (2, 1), **value}
    assert_same_bits(*both(x, w, **options))


@pytest.mark.parametrize("x_dtype", ["bool", *INTEGERS, "float16", "bfloat16", "float32"])
@pytest.mark.parametrize("w_dtype", ["float64", "complex128"])
def test_inputs_of_every_dtype_are_converted(x_dtype, w_dtype):
    if (x_dtype, w_dtype) == ("bfloat16", "complex128"):
        w_dtype = "complex64"
    check(CYTHON, random_values((1, 2, 9), x_dtype, 1), random_values((3, 2, 4), w_dtype, 2))


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_sums_are_rounded_to_half_precision_as_by_numpy(dtype):
    """Every half-precision number, numbers halfway between two, and those near them."""
    import ml_dtypes  # noqa: F401 - makes NumPy know the name "bfloat16"

    every = np.arange(1 << 16, dtype=np.uint16).view(dtype).astype(np.float32)
    every = every[np.isfinite(every)]
    with np.errstate(over="ignore"):
        after = np.nextafter(every, np.float32(np.inf)), every * np.float32(1 + 2**-11)
        values = np.concatenate([every, *after, every * np.float32(1 + 3 * 2.0**-9)])
        wanted = (0 + values).astype(dtype)  # as a sum that starts from zero: never -0
    got = conv(values[None], np.ones((1, 1, 1), np.float32), backend="cython", dtype=dtype)
    assert_same_bits(got[0], wanted)


@pytest.mark.parametrize("dtype", ["float32", "float16", "int16", *COMPLEX])
def test_the_bits_do_not_depend_on_workers_or_workspace(dtype):
    x, w = random_values((2, 6, 9, 300), dtype, 1), random_values((40, 3, 2, 3), dtype, 2)
    options = {"groups": 2, "padding": 1, "padding_mode": "wrap"}
    one = conv(x, w, backend="cython", workers=1, **options)
    for workers in (2, 5):
        assert_same_bits(conv(x, w, backend="cython", workers=workers, **options), one)
    options |= {"workers": 1, "workspace_limit": 32}
    assert CYTHON.cost(problem_of(x, w, **options)).workspace <= 32
    assert_same_bits(conv(x, w, backend="cython", **options), one)


def test_a_few_items_are_shared_by_all_workers():
    p = problem_of(np.empty((1, 3, 8)), np.empty((64, 3, 3)), workers=4)
    assert CYTHON.cost(p).work_items >= 4


def test_long_padding_and_dilation_take_no_memory_of_their_length():
    x, w = np.arange(8.0)[None], np.array([[[1.0, 100.0]]])
    far = 10**8
    y = conv(x, w, backend="cython", padding=far, dilation=far, stride=far, padding_mode="wrap")
    wanted = [x[0, (-far + o * far) % 8] + 100 * x[0, o * far % 8] for o in range(y.shape[-1])]
    assert y[0].tolist() == wanted
    cost = CYTHON.cost(problem_of(x, w, padding=far, dilation=far, stride=far))
    assert cost.workspace < 1 << 20
