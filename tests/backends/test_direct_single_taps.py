"""Layers of single taps (1x1) of `direct`: images cut at cache lines, partial last vectors."""

import math

import numpy as np
import pytest
from numpy.testing import assert_array_equal

import polyconv
from polyconv._cpu import lanes
from polyconv.backends.direct import geometry, planner
from polyconv.backends.direct._direct import SPATIAL
from polyconv.backends.direct.planner import tiling_of
from polyconv.backends.direct.tuning import TUNING
from support.agreement import problem_of, slow_but_first


@pytest.fixture(autouse=True)
def spatial_is_chosen(monkeypatch):
    """Let spatial sum what planners leave to igemm on some processors."""
    monkeypatch.setattr(TUNING, "SPATIAL_8_SINGLE_TAPS", 2.0)
    kept = (planner.planned, geometry._kept)
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


def integers(shape, dtype, seed, before=0):
    """Return small integers, whose sums are exact, `before` elements after a cache line's start."""
    itemsize = np.dtype(dtype).itemsize
    used = math.prod(shape) * itemsize
    memory = np.zeros(used + 8192, np.uint8)
    start = -memory.ctypes.data % 64 + before * itemsize
    a = memory[start : start + used].view(dtype).reshape(shape)
    a[...] = np.random.default_rng(seed).integers(-8, 9, shape)
    return a


def assert_sums(x, w, out=None, **options):
    bias = integers((len(w),), x.dtype, 3)
    wanted = np.einsum(
        "nc...,kc->nk...", x.astype(np.int64), w.reshape(w.shape[:2]).astype(np.int64)
    )
    wanted += bias.astype(np.int64).reshape(-1, *[1] * (x.ndim - 2))
    result = polyconv.conv(x, w, bias=bias, backend="direct", out=out, **options)
    assert_array_equal(result, wanted)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize("rest", range(6))
@pytest.mark.parametrize("channels", slow_but_first([300, 1, 33, 150]))
def test_the_last_pixels_of_an_image(rest, channels, dtype):
    """Several runs of channels, one; filters that fill blocks, and others."""
    pixels = 4 * lanes(np.dtype(dtype))["lanes"] + rest
    x = integers((2, channels, pixels), dtype, 1)
    for filters in (9, 24, 29, 32):
        assert_sums(x, integers((filters, channels, 1), dtype, 2))


@pytest.mark.parametrize("workers", slow_but_first([3, 1, 2, 5]))
@pytest.mark.parametrize("shape", [(61, 37), (64, 36), (3, 768), (50, 52)])
def test_images_are_cut_at_lines(shape, workers):
    """Channels that are whole lines and begin anywhere in one, and others."""
    for channels, before in ((12, 0), (150, 5), (260, 12), (70, 15)):
        x = integers((2, channels, *shape), "float32", 1, before)
        w = integers((20, channels, 1, 1), "float32", 2)
        for out_before in (before, 0):
            out = integers((2, 20, *shape), "float32", 4, out_before)
            assert_sums(x, w, out, workers=workers)


def test_rows_apart_are_not_cut_at_lines():
    """Rows of an array that is a part of another, as input or as result."""
    for channels in (12, 150):
        whole = integers((1, channels, 61, 80), "float32", 1)
        w = integers((20, channels, 1, 1), "float32", 2)
        results = np.zeros((1, 20, 61, 80), np.float32)
        inside = np.s_[..., 3:67]
        assert_sums(whole[inside], w, results[inside], workers=3)
        assert_sums(whole[inside], w, workers=3)
        assert_sums(np.ascontiguousarray(whole[inside]), w, results[inside], workers=3)
        assert not results[..., :3].any() and not results[..., 67:].any()


@pytest.mark.parametrize("channels", [20, 140, 300])
def test_pixels_of_partial_vectors_have_the_bits_of_other_pixels(channels):
    """Where vectors begin, and so which pixels are the last ones, depends on addresses."""
    x = np.random.default_rng(1).standard_normal((1, channels, 196), np.float32)
    w = np.random.default_rng(2).standard_normal((24, channels, 1), np.float32)
    bias = np.arange(24, dtype=np.float32)
    wide = np.concatenate([x, x[..., :12]], -1)
    sums = polyconv.conv(x, w, bias=bias, backend="direct")
    assert_array_equal(sums, polyconv.conv(wide, w, bias=bias, backend="direct")[..., :196])


@pytest.mark.skipif(lanes(np.dtype(np.float32))["nr_vectors"] < 4, reason="16 registers")
def test_both_are_among_the_plans():
    x, w = np.ones((2, 12, 61, 37), np.float32), np.ones((20, 12, 1, 1), np.float32)
    tiling = tiling_of(problem_of(x, w, workers=3))
    assert tiling.variant == SPATIAL and tiling.flat and tiling.zero_copy
    assert tiling.accumulates_in_out and tiling.height.tiles > 1 == tiling.width.tiles
    x, w = np.ones((2, 300, 4 * 16 + 1), np.float32), np.ones((16, 300, 1), np.float32)
    row = tiling_of(problem_of(x, w))
    assert row.variant == SPATIAL and row.oc_block == 8 and row.zero_copy


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize("channels", slow_but_first([300, 20, 161, 330, 700]))
def test_sums_at_any_address_and_in_any_part_of_the_filters(channels, dtype):
    """Which vectors overlap depends on the address; parts of the filters may have 8 of them."""
    for pixels in (196, 100, 68):
        for before in range(0, 64 // np.dtype(dtype).itemsize, 3):
            x = integers((1, channels, pixels), dtype, 1, before)
            for filters in (8, 9, 16, 17, 24, 40):
                assert_sums(x, integers((filters, channels, 1), dtype, 2))
