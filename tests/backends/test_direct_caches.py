"""The direct backend and the caches: streamed results, prefetches, sets of L1, tiles that stay."""

from dataclasses import replace

import numpy as np
import pytest

import polyconv
from polyconv import conv
from polyconv._machine import caches
from polyconv.backends.direct import _planner, _record, _variants, geometry, planner
from polyconv.backends.direct._direct import STENCIL
from polyconv.backends.direct._variants import Setting
from polyconv.backends.direct.planner import tiling_of
from polyconv.backends.direct.tuning import TUNING
from support.agreement import assert_same_bits, problem_of, random_values


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize("width", [272, 400])
@pytest.mark.parametrize(("start", "gap"), [(0, 16), (1, 16), (13, 32), (0, 1), (7, 7)])
def test_results_beyond_l3_are_streamed(start, gap, width, dtype, monkeypatch):
    pitch = width + gap
    x, w = random_values((1, 1, 21, width), dtype, 1), random_values((1, 1, 3, 3), dtype, 2)
    options = {"padding": 1}
    expected = conv(x, w, backend="direct", **options)
    rows, columns = expected.shape[2:]
    memory = np.full(64 + start + rows * pitch, 77, expected.dtype)
    start += -memory.ctypes.data // memory.itemsize % 16  # places after a line's first
    out = memory[start:][: rows * pitch].reshape(1, 1, rows, pitch)[..., :columns]
    none = replace(caches(), l3=0)
    monkeypatch.setattr(_record, "caches", lambda: none)
    geometry._kept.cache_clear()
    try:
        conv(x, w, backend="direct", out=out, **options)
    finally:
        geometry._kept.cache_clear()
    np.testing.assert_array_equal(out, expected)
    out[:] = 77
    assert (memory == 77).all()


@pytest.mark.parametrize("size", [3, 5, 7])
def test_rows_of_large_images_are_prefetched(size, monkeypatch):
    x, w = random_values((1, 1, 31, 464), "float32", 1), random_values((size, size), "float32", 2)
    options = {"padding": size // 2, "backend": "direct"}
    assert tiling_of(problem_of(x, w[None, None], padding=size // 2)).interior_fraction > 0
    plain = polyconv.plan(x, w[None, None], **options)
    monkeypatch.setattr(TUNING, "MIN_PREFETCHED_BYTES", 0)
    geometry._kept.cache_clear()
    try:
        prefetched = polyconv.plan(x, w[None, None], **options)
    finally:
        geometry._kept.cache_clear()
    assert_same_bits(prefetched(x), plain(x))


@pytest.mark.parametrize(("ways", "taps"), [(8, 9), (12, 13)])
def test_rows_that_evict_each_other_are_packed(ways, taps, monkeypatch):
    with_ways = replace(caches(), l1=ways << 12)
    monkeypatch.setattr(_planner, "caches", lambda: with_ways)
    for width, rows, unpacked in ((1024, taps - 1, True), (1024, taps, False), (1040, taps, True)):
        x, w = np.ones((1, 1, 64, width), "float32"), np.ones((1, 1, rows, 3), "float32")
        tiling = tiling_of(problem_of(x, w, padding=(rows // 2, 1)))
        assert tiling.variant == STENCIL
        assert (tiling.interior_fraction > 0) is unpacked


@pytest.fixture
def set_ways(monkeypatch):
    """Give L1 other ways, and forget plans made before."""
    caches_of_plans = (planner.planned, geometry._kept)

    def forget():
        for each in caches_of_plans:
            each.cache_clear()

    def set_ways_of_l1(ways):
        with_ways = replace(caches(), l1=ways << 12)
        monkeypatch.setattr(_planner, "caches", lambda: with_ways)
        forget()

    yield set_ways_of_l1
    forget()


@pytest.mark.parametrize(
    ("ways", "taps", "width", "rows"),
    [
        (8, 3, 1040, 6),
        (8, 3, 1024, 4),
        (8, 4, 1024, 4),
        (8, 5, 1024, 3),
        (8, 7, 1024, 6),
        (8, 5, 512, 6),
        (12, 5, 1024, 6),
        (12, 7, 1024, 4),
    ],
)
def test_bands_are_as_high_as_l1_holds_their_rows(ways, taps, width, rows, set_ways):
    set_ways(ways)
    x, w = np.ones((1, 1, 64, width), "float32"), np.ones((1, 1, taps, taps), "float32")
    tiling = tiling_of(problem_of(x, w, padding=taps // 2))
    assert tiling.variant == STENCIL
    assert tiling.interior_fraction > 0
    assert tiling.band_rows == rows


@pytest.mark.parametrize("taps", [2, 3, 4, 5])
def test_bands_of_any_height_have_the_same_bits(taps, set_ways):
    x, w = random_values((1, 1, 31, 1024), "float32", 1), random_values((taps, taps), "float32", 2)
    results = []
    for ways in (8, 16):
        set_ways(ways)
        plan = polyconv.plan(x, w[None, None], padding="same", backend="direct", workers=1)
        results.append(plan(x))
    assert_same_bits(*results)


@pytest.mark.parametrize(
    ("width", "channels", "data_format", "set_conflicts"),
    [
        (2000, 128, "channels_last", True),
        (2000, 120, "channels_last", False),  # not whole lines apart from pixel to pixel
        (28, 128, "channels_last", False),
        (2000, 128, "channels_first", False),
    ],
)
def test_long_rows_far_apart_conflict_in_l1_sets(
    width, channels, data_format, set_conflicts, monkeypatch
):
    of_48_kib = replace(caches(), l1=48 << 10)
    monkeypatch.setattr(_variants, "caches", lambda: of_48_kib)
    shape = (1, width, channels) if data_format == "channels_last" else (1, channels, width)
    kernel = (3, 4, channels) if data_format == "channels_last" else (channels, 4, 3)
    x, w = np.ones(shape, np.float32), np.ones(kernel, np.float32)
    problem = problem_of(x, w, groups=channels // 4, padding=1, data_format=data_format)
    assert Setting(problem).set_conflicts is set_conflicts


@pytest.mark.parametrize("dilation", [20, 40, 80])
def test_tiles_of_dilated_kernels_share_their_input(dilation):
    # In tiles a vector wide, each product would read an element packed for it alone.
    x = np.ones((1, 1500 * dilation + 10_000), np.float32)
    problem = problem_of(x, np.ones((1, 1, 1500), np.float32), dilation=dilation)
    width = tiling_of(problem).axes[2]
    per_output = width.length / width.tile
    share = width.layout == "overlapped" and width.tile >= 2 * dilation
    assert share or width.length * 4 > caches().l2
    assert per_output < 1500 / 4 or not share
