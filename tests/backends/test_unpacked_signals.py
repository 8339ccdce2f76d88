"""Signals of one channel, which `direct` reads where they are but for tiles that hold padding."""

import numpy as np
import pytest

from polyconv import conv
from polyconv._machine import caches
from polyconv.backends.direct._direct import SPATIAL
from polyconv.backends.direct.planner import tiling_of
from support.agreement import check, problem_of, random_values, slow_but, slow_but_first
from support.direct_problems import DIRECT

# Options of signals of 40,000 samples, and whether they are padded.
OPTIONS = {
    "unpadded": ({}, False),
    "same": ({"padding": "same"}, True),
    "causal": ({"padding": "causal"}, True),
    "reflected": ({"padding": 6, "padding_mode": "reflect"}, True),
    "wrapped": ({"padding": 5, "padding_mode": "wrap"}, True),
    "constant": ({"padding": 40, "padding_mode": "constant", "padding_value": 3}, True),
    "dilated": ({"padding": "same", "dilation": 37}, True),
    "wide padding": ({"padding": ((9000, 20),)}, True),
}


@pytest.mark.parametrize("filters", slow_but([1, 2, 4, 9], 1, 9))
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64", "int64"]))
@pytest.mark.parametrize("name", OPTIONS)
def test_tiles_that_hold_no_padding_are_not_packed(name, dtype, filters):
    options, _ = OPTIONS[name]
    x, w = random_values((1, 1, 40_000), dtype, 1), random_values((filters, 1, 7), dtype, 2)
    bias = random_values((filters,), dtype, 3)
    check(DIRECT, x, w, bias, workers=2, **options)
    check(DIRECT, x[..., 3:39_000], w, **options)
    spread = np.repeat(x, 2, -1)[..., ::2]  # apart in memory: packed
    expected = conv(x, w, backend="direct", **options)
    np.testing.assert_array_equal(conv(spread, w, backend="direct", **options), expected)


@pytest.mark.parametrize("groups", [1, 3])
def test_depthwise_signals_and_batches(groups):
    x = random_values((2, groups, 30_000), "float32", 1)
    w = random_values((groups, 1, 5), "float32", 2)
    check(DIRECT, x, w, groups=groups, padding="same")


@pytest.mark.parametrize("name", OPTIONS)
def test_costs_count_the_tiles_that_are_packed(name):
    options, padded = OPTIONS[name]
    x, w = random_values((1, 1, 40_000), "float32", 1), random_values((1, 1, 7), "float32", 2)
    p = problem_of(x, w, workers=1, **options)
    tiling = tiling_of(p)
    if tiling.variant != SPATIAL:
        pytest.skip("another variant is the fastest here")
    assert tiling.zero_copy
    packed = DIRECT.cost(p).packed
    assert packed == 0 if not padded else 0 < packed < 4 * 50_000
    assert tiling.width.tiles > 1 or caches().l2 > 1 << 22


def test_a_channels_last_signal_of_one_channel_is_packed():
    x, w = random_values((1, 20_000, 1), "float32", 1), random_values((5, 1, 1), "float32", 2)
    check(DIRECT, x, w, data_format="channels_last", padding="same")
