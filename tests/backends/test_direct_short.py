"""Short sums in direct: rows zipped into the result, single complex pixels, kernels of few rows."""

from dataclasses import replace

import numpy as np
import pytest

import polyconv
from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches
from polyconv._request import make_problem
from polyconv.backends.direct import _variants
from polyconv.backends.direct._direct import IGEMM, SPATIAL, STENCIL, has_stencil_zero_copy
from polyconv.backends.direct._planner import plan_tiles
from polyconv.backends.direct.planner import tiling_of
from support.agreement import check, random_values
from support.direct_problems import DIRECT

LAST = {"data_format": "channels_last"}


def variant_of(x_shape, w_shape, dtype="float32", **options):
    """Return the variant that direct takes."""
    dtype = np.dtype(dtype)
    return tiling_of(make_problem(x_shape, dtype, w_shape, dtype, **options)).variant


@pytest.mark.parametrize("filters", [1, 2, 3, 4, 8])
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "int64", "int16", "float16"])
def test_filters_that_are_all_channels_of_a_pixel(dtype, filters):
    bias = random_values((filters,), dtype, 3)
    for width in (1, 2, 7, 15, 16, 17, 33, 70):
        x = random_values((2, 5, width, 1), dtype, 1)
        w = random_values((3, 2, 1, filters), dtype, 2)
        check(DIRECT, x, w, bias, padding=1, **LAST)
    x, w = random_values((300, 3), dtype, 1), random_values((5, 3, filters), dtype, 2)
    check(DIRECT, x, w, bias, stride=2, **LAST)


@pytest.mark.parametrize("width", [1, 3, 7, 8, 9, 20, 67])
@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_both_parts_of_complex_results(dtype, width):
    for filters in (1, 2, 3):
        x, w = random_values((2, 6, width), dtype, 1), random_values((filters, 2, 3, 2), dtype, 2)
        check(DIRECT, x, w, random_values((filters,), dtype, 3), padding=1)


@pytest.mark.parametrize("filters", [2, 3, 4])
def test_results_that_are_zipped_between_others(filters):
    """Nothing is written to channels of the same memory that belong to another array."""
    x, w = random_values((9, 40, 1), "float32", 1), random_values((3, 3, 1, filters), "float32", 2)
    expected = polyconv.conv(x, w, backend="direct", **LAST)
    memory = np.full((*expected.shape[:-1], filters + 4), np.nan, "float32")
    polyconv.conv(x, w, backend="direct", out=memory[..., :filters], **LAST)
    np.testing.assert_array_equal(memory[..., :filters], expected)
    assert np.isnan(memory[..., filters:]).all()


@pytest.mark.skipif(lanes_of(np.dtype("float32"))["lanes"] < 8, reason="vectors of 4 lanes")
def test_few_filters_of_single_channels_have_pixels_in_the_lanes():
    """igemm fills 2 to 4 lanes of a vector; spatial fills all, and zips its sums."""
    for filters in (2, 3, 4):
        assert variant_of((1, 70_000, 1), (3, 1, filters), **LAST) == SPATIAL
    assert variant_of((1, 90, 90, 64), (1, 2, 64, 4), **LAST) == IGEMM  # packs more than it sums


@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_single_pixels_of_complex_channels(dtype):
    for spatial in ((1,), (1, 1), (1, 1, 1)):
        ones = (1,) * len(spatial)
        x, w = random_values((3, 26, *spatial), dtype, 1), random_values((6, 13, *ones), dtype, 2)
        check(DIRECT, x, w, groups=2)
        check(DIRECT, x[:, ::-1], w, groups=2)
        check(DIRECT, x[:, ::2], w, padding=((2, 0),) * len(spatial))
    x, w = random_values((40, 26, 1, 1), dtype, 1), random_values((26, 26, 1, 1), dtype, 2)
    check(DIRECT, x, w, stride=3)
    check(DIRECT, x.real.copy(), w)
    check(DIRECT, x.astype("complex64"), w.astype("complex128"))


@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "int64"])
@pytest.mark.parametrize("rows", [2, 3, 4, 5, 6])
def test_kernels_of_few_rows_on_any_number_of_rows(rows, dtype):
    """Blocks have up to 8 rows; kernels of 2 to 5 rows have loops of their own."""
    for height in (1, 2, 5, 6, 7, 8, 13):
        for width in (16, 41, 70):
            x = random_values((1, 2, height, width), dtype, 1)
            check(DIRECT, x, random_values((2, 1, rows, 3), dtype, 2), padding=(rows, 1), groups=2)
    volume = random_values((1, 1, 4, 9, 40), dtype, 1)
    check(DIRECT, volume, random_values((1, 1, 2, rows, 2), dtype, 2), padding="same")
    assert variant_of((1, 1, 90, 90), (1, 1, rows, 3), dtype) == STENCIL


def test_stencil_counts_each_plane_of_a_kernel_and_each_phase():
    """Each plane of a kernel loads and stores the sums; on small planes the calls cost more."""
    dtype = np.dtype("float32")
    one, four = (
        DIRECT.cost(make_problem((1, 1, 39 + n, 42, 42), dtype, (1, 1, n, 3, 3), dtype))
        for n in (1, 4)
    )
    assert one.variant == four.variant == "stencil"
    assert four.flops > 2.5 * one.flops
    small = {"padding": (4, 2, 4), "groups": 16}
    assert variant_of((4, 48, 1, 3, 3), (240, 3, 3, 2, 3), dilation=2, **small) == IGEMM


@pytest.mark.skipif(not has_stencil_zero_copy(np.dtype("float32")), reason="needs AVX-512")
@pytest.mark.parametrize(
    ("width", "stride", "zero_copy"), [(279, 1, True), (272, 1, False), (600, 2, False)]
)
def test_planes_beyond_l3_are_packed_if_results_are_streamed(width, stride, zero_copy, monkeypatch):
    dtype, near = np.dtype("float32"), replace(caches(), l3=0)
    monkeypatch.setattr(_variants, "caches", lambda: near)
    options = {"groups": 60, "padding": 1, "stride": stride}
    planes = make_problem((1, 60, 250, width), dtype, (60, 1, 3, 3), dtype, **options)
    tiling, _ = plan_tiles(planes)
    assert (tiling.variant, tiling.zero_copy) == (STENCIL, zero_copy)


@pytest.mark.parametrize("dtype", ["float32", "complex64", "float16", "uint8"])
def test_wide_padding_by_the_edge_is_filled(dtype):
    """Edge padding repeats one element, so none is looked up. Other modes look elements up."""
    modes = {"padding": 20, "dilation": 3}
    x, w = random_values((2, 3, 5, 9), dtype, 1), random_values((2, 3, 3, 4), dtype, 2)
    check(DIRECT, x, w, padding_mode="edge", **modes)
    check(DIRECT, np.asfortranarray(x), w, padding_mode="edge", stride=2, **modes)
    lookups = [
        DIRECT.cost(
            make_problem(x.shape, x.dtype, w.shape, w.dtype, padding_mode=m, **modes)
        ).lookups
        for m in ("edge", "reflect")
    ]
    assert lookups[0] == 0 < lookups[1]
