"""Rows of narrow windows that `direct` sums in the caller's array: pairs, and columns of blocks."""

import numpy as np
import pytest

from polyconv import conv
from polyconv.backends.direct._direct import DOT
from polyconv.backends.direct.planner import tiling_of
from support.agreement import assert_same_bits, check, problem_of, random_values, slow_but_first
from support.direct_problems import DIRECT, LAST

# Shapes of x and of w, and options: windows one or two columns wide that share nothing.
PROBLEMS = {
    "pairs": ((2, 1, 2005), (1, 1, 2), {"stride": 2}),
    "pairs of channels": ((1, 3, 333), (1, 3, 2), {"stride": 2}),
    "squares": ((2, 1, 31, 211), (1, 1, 2, 2), {"stride": 2}),
    "cubes": ((1, 2, 8, 9, 77), (1, 2, 2, 2, 2), {"stride": 2}),
    "depthwise squares": ((2, 5, 30, 90), (5, 1, 2, 2), {"stride": 2, "groups": 5}),
    "squares apart": ((1, 1, 40, 70), (1, 1, 2, 2), {"stride": (5, 2), "dilation": (3, 1)}),
    "columns": ((1, 1, 200, 203), (1, 1, 50, 1), {"stride": (50, 1)}),
    "columns of 9": ((2, 1, 45, 100), (1, 1, 9, 1), {"stride": (9, 1)}),
    "columns of planes": ((1, 1, 12, 12, 75), (1, 1, 3, 4, 1), {"stride": (3, 4, 1)}),
    "long columns": ((1, 1, 256, 99), (1, 1, 128, 1), {"stride": (128, 1)}),
    "one channel last": ((1, 30, 210, 1), (2, 2, 1, 1), {"stride": 2, **LAST}),
}
DTYPES = ["float32", "float64", "int64"]


def arrays(name, dtype):
    x_shape, w_shape, options = PROBLEMS[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


def spread(x):
    """Return `x` with its elements apart in memory, so that it is packed."""
    return np.repeat(x, 2, -1)[..., ::2] if x.shape[-1] > 1 else np.repeat(x, 2, -2)[..., ::2, :]


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("name", PROBLEMS)
def test_rows_agree_with_the_reference(name, dtype):
    x, w, options = arrays(name, dtype)
    tiling = tiling_of(problem_of(x, w, **options))
    assert tiling.variant == DOT and tiling.zero_copy
    filters = w.shape[-1 if "data_format" in options else 0]
    check(DIRECT, x, w, random_values((filters,), dtype, 3), workers=2, **options)


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("name", PROBLEMS)
def test_packed_rows_and_results_elsewhere_have_the_same_bits(name, dtype):
    x, w, options = arrays(name, dtype)
    expected = conv(x, w, backend="direct", **options)
    assert_same_bits(conv(spread(x), w, backend="direct", **options), expected)
    out = np.empty((*expected.shape[:-1], 2 * expected.shape[-1]), expected.dtype)[..., ::2]
    assert_same_bits(conv(x, w, backend="direct", out=out, **options), expected)


@pytest.mark.parametrize("columns", range(32, 70))
@pytest.mark.parametrize("kernel", [(1, 2), (2, 2), (4, 1)])
def test_rows_of_any_length(kernel, columns):
    x = random_values((1, 1, 8, columns), "float32", 1)
    check(DIRECT, x, random_values((1, 1, *kernel), "float32", 2), stride=kernel)


def test_nothing_is_read_beyond_the_last_window():
    x = np.full((1, 1, 3, 75), np.nan, np.float32)
    x[..., :2, :74] = 1
    w = np.ones((1, 1, 2, 2), np.float32)
    np.testing.assert_array_equal(conv(x, w, stride=2, backend="direct"), np.full((1, 1, 1, 37), 4))


def test_sums_that_vanish_are_positive_zeros():
    x = np.full((1, 1, 64), -1e-200)
    w = np.full((1, 1, 2), 1e-200)
    for source in (x, spread(x)):
        y = conv(source, w, stride=2, backend="direct")
        assert not y.any() and not np.signbit(y).any()


def test_windows_that_share_elements_are_packed():
    x, w = random_values((1, 1, 64, 300), "float32", 1), random_values((1, 1, 2, 2), "float32", 2)
    assert tiling_of(problem_of(x, w, stride=(1, 2))).variant != DOT
    assert tiling_of(problem_of(x, w, stride=2, padding=1)).variant != DOT


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_rows_that_run_backwards_are_no_neighbours(dtype):
    """The last of 16 windows may lie as if all were side by side, with others apart."""
    base = random_values((1, 128, 8, 3, 10), dtype, 1)
    w, options = random_values((1, 128, 2, 1, 2), dtype, 2), {"stride": (1, 1, 2)}
    backwards = base[..., ::-1, :]
    y = conv(backwards, w, backend="direct", **options)
    check(DIRECT, backwards, w, **options)
    assert_same_bits(y, conv(backwards.copy(), w, backend="direct", **options))
