"""The direct backend: every variant and layout of tiles, with one worker and with several.

The conformance tests check the semantics for all backends. The problems here have the sizes and
shapes that reach each variant of `direct`, and one test checks that they still do.
"""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

import polyconv
from polyconv import conv
from polyconv._cpu import lanes
from polyconv._machine import caches, isa_level
from polyconv._request import make_problem
from polyconv.backends.direct import _planner, _record, geometry, planner
from polyconv.backends.direct import backend as direct
from polyconv.backends.direct._direct import (
    DEPTHWISE,
    DOT,
    IGEMM,
    PANEL_BYTES,
    PANEL_TAPS,
    SPATIAL,
    STENCIL,
    has_stencil_zero_copy,
    has_stride2,
)
from polyconv.backends.direct.planner import tiling_of
from polyconv.backends.direct.tuning import TUNING
from polyconv.workloads import by_name
from support.agreement import assert_same_bits, check, problem_of, random_values, slow_but_first
from support.direct_problems import DIRECT, LAST, PROBLEMS


@pytest.fixture(autouse=True)
def spatial_sums_eight_filters(monkeypatch):
    """Let spatial sum 8 filters of several taps, which planners do not choose on AMD processors."""
    (constant,) = [each for each in TUNING if each.name == "MIN_PRODUCTS_BY_8"]
    if constant.here == constant.value:
        yield
        return
    monkeypatch.setattr(TUNING, constant.name, constant.value)
    caches_of_plans = (planner.planned, geometry._kept)
    for each in caches_of_plans:
        each.cache_clear()
    yield
    for each in caches_of_plans:
        each.cache_clear()


def arrays(name, dtype="float32"):
    x_shape, w_shape, options = PROBLEMS[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("workers", slow_but_first([2, 1, 5]))
@pytest.mark.parametrize("name", PROBLEMS)
def test_every_variant_agrees_with_the_reference(name, workers):
    x, w, options = arrays(name)
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "float32", 3)
    check(DIRECT, x, w, bias, workers=workers, **options)


@pytest.mark.slow
@pytest.mark.parametrize("dtype", ["float64", "complex64", "int32", "float16"])
@pytest.mark.parametrize("name", [name for name in PROBLEMS if name != "more channels than fit"])
def test_every_variant_agrees_in_other_dtypes(name, dtype):
    x, w, options = arrays(name, dtype)
    check(DIRECT, x, w, workers=2, **options)


@pytest.mark.parametrize(
    "name",
    [
        "strided",
        "few filters",
        "stride2, zero_copy",
        "stencil",
        "stencil, zero_copy, strided",
        "many groups",
        "depthwise in the lanes",
        "depthwise, channels_last",
        "depthwise, zero_copy",
        "depthwise, zero_copy, strides of three",
        "depthwise volumes of many taps",
    ],
)
def test_every_variant_in_little_memory(name):
    x, w, options = arrays(name)
    problem = problem_of(x, w, **options)
    smallest = tiling_of(replace(problem, workspace_limit=0)).workspace(4)
    assert smallest < tiling_of(problem).workspace(4)
    check(DIRECT, x, w, workers=1, workspace_limit=smallest, **options)


@pytest.mark.parametrize(
    "name",
    [
        "few filters",
        "pixels of all rows in a line",
        "stride2, zero_copy",
        "stencil, rows in place",
        "stencil, zero_copy",
    ],
)
def test_pixels_into_strided_results(name):
    """Write to an `out` with gaps between channels, rows and elements."""
    x, w, options = arrays(name)
    plan = polyconv.plan(x, w, backend="direct", **options)
    right = plan(x)
    n, c, h, width = right.shape
    for shape, at in (
        ((n, c, h, width + 3), np.s_[..., 1:-2]),
        ((n, c, 2 * h, width), np.s_[:, :, ::2]),
        ((n, 3 * c, h, width), np.s_[:, ::3]),
        ((n, c, h, 2 * width), np.s_[..., ::2]),
        ((n, c, width, h), np.s_[:]),
    ):
        whole = np.full(shape, np.nan, np.float32)
        out = whole.swapaxes(2, 3) if shape[2] == width else whole[at]
        before = np.isnan(whole).sum() - out.size
        plan(x, out=out)
        np.testing.assert_array_equal(out, right)
        assert np.isnan(whole).sum() == before, "written beside the result"


@pytest.mark.parametrize(
    "name",
    [
        "zero_copy input",
        "zero_copy pixels",
        "few filters",
        "stride2, zero_copy",
        "stencil, rows in place",
        "stencil, rows in place, reflected",
        "stencil, zero_copy",
        "stencil, zero_copy, strided",
    ],
)
def test_strided_input(name):
    x, w, options = arrays(name)
    plan = polyconv.plan(x, w, backend="direct", **options)
    n, c, h, width = x.shape
    for shape, at in (
        ((n, c, h, 2 * width), np.s_[..., ::2]),
        ((n, c, h + 1, width), np.s_[:, :, :-1]),
        ((n, 2 * c, h, width), np.s_[:, 1::2]),
        ((2 * n, c, h, width), np.s_[n:]),
    ):
        whole = np.full(shape, np.nan, np.float32)
        whole[at] = x
        np.testing.assert_array_equal(plan(whole[at]), plan(x))


def _at(array, elements):
    """Return a copy of `array`, `elements` from the start of a cache line, and its surroundings."""
    size = array.itemsize
    memory = np.full(array.size + 128 // size + 64 // size, np.nan, array.dtype)
    start = -(memory.ctypes.data // size) % (64 // size) + elements
    copy = memory[start : start + array.size].reshape(array.shape)
    copy[...] = array
    return copy, memory


IN_PLACE = "zero_copy pixels", "stencil, rows in place"


@pytest.mark.parametrize("name", [name for name in PROBLEMS if name.startswith(IN_PLACE)])
def test_pixels_from_any_address_into_any_address(name):
    """Vectors begin with a cache line of the input or of the result: the sums are the same."""
    x, w, options = arrays(name)
    bias = random_values(w.shape[:1], "float32", 3)
    plan = polyconv.plan(x, w, bias, backend="direct", **options)
    right = plan(_at(x, 0)[0])
    check(DIRECT, x, w, **options)
    for places in ((0, 1), (4, 4), (4, 9), (15, 0)):
        shifted = _at(x, places[0])[0]
        out, memory = _at(np.zeros_like(right), places[1])
        plan(shifted, out=out)
        np.testing.assert_array_equal(out, right)
        assert np.isnan(memory).sum() == memory.size - out.size, "written beside the result"


@pytest.mark.parametrize("channels", [64, 300])
@pytest.mark.parametrize("pixels", [16, 17, 31, 49, 64, 65, 100, 500, 751, 1099])
def test_runs_of_channels_are_added_once(pixels, channels):
    """The last vector of pixels overlaps the one before; neither gets a run of channels twice."""
    x = random_values((1, channels, pixels), "float64", 1)
    w = random_values((24, channels, 1), "float64", 2)
    got = conv(x, w, backend="direct", workers=1)
    np.testing.assert_allclose(got[0], w[:, :, 0] @ x[0], rtol=0, atol=1e-12)


@pytest.mark.parametrize("pixels", [1600, 1609, 1615])
def test_panels_of_several_register_blocks(pixels, monkeypatch):
    """Panels hold more vectors where L2 misses the result; the sums are the same."""
    x = random_values((1, 19, pixels), "float32", 1)
    w = random_values((77, 19, 1), "float32", 2)
    short = polyconv.plan(x, w, backend="direct", workers=1)
    small = replace(caches(), l2=1 << 12)
    monkeypatch.setattr(_record, "caches", lambda: small)
    geometry._kept.cache_clear()
    try:
        long = polyconv.plan(x, w, backend="direct", workers=1)
    finally:
        geometry._kept.cache_clear()
    assert_same_bits(long(x), short(x))
    check(DIRECT, x, w)


@pytest.mark.parametrize("l1", [0, 48 << 10, 1 << 20])
def test_panels_fit_their_memory_on_the_stack(l1, monkeypatch):
    near = replace(caches(), l1=l1, l2=1 << 12)
    monkeypatch.setattr(_record, "caches", lambda: near)
    for dtype, channels in product(("float32", "float64", "complex64"), (1, 16, 64, 80, 159, 160)):
        p = problem_of(np.ones((1, channels, 1600), dtype), np.ones((77, channels, 1), dtype))
        elements = direct.elements_of(p)
        plan = _record.record(p, tiling_of(p), elements)
        vector_bytes = lanes(elements.dtype)["lanes"] * plan["itemsize"]
        if plan["oc_block"] == 8 and plan["reduction_len"] <= PANEL_TAPS:
            vectors = plan["vectors_per_filter"]
            assert vectors >= 3
            assert vectors * plan["reduction_len"] * vector_bytes <= PANEL_BYTES


@pytest.mark.skipif(lanes(np.dtype("float32"))["nr_vectors"] < 4, reason="needs 32 registers")
@pytest.mark.parametrize(("filters", "zero_copy"), [(3, True), (8, True), (12, False), (64, True)])
def test_planes_that_evict_each_other_are_packed_unless_read_once(filters, zero_copy):
    x, w = np.ones((1, 64, 4096), "float32"), np.ones((filters, 64, 1), "float32")
    tiling = tiling_of(problem_of(x, w))
    assert tiling.variant == SPATIAL
    assert tiling.zero_copy is zero_copy


@pytest.mark.parametrize(
    "name", ["depthwise, taps in the padding", "depthwise, taps in the padding, strided"]
)
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nothing_is_left_out_where_a_weight_is_not_finite(name, value):
    x, w, options = arrays(name)
    assert tiling_of(problem_of(x, w, **options)).valid_fraction < 1
    w[::3, :, 0, 0] = w[1, :, -1, 2] = value
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("name", ["stride2, zero_copy", "stride2, padding of a value"])
def test_padding_meets_weights_that_are_not_finite(name, value):
    """Rows and columns of padding that are not stored are multiplied as well."""
    x, w, options = arrays(name)
    w[0, :, 0, 1] = w[1, :, 1, 0] = w[2, 1, 0, 0] = value
    check(DIRECT, x, w, workers=1, **options)
    x[0, 1, 0, 3] = x[0, 2, -1, 0] = x[0, 0, 5, -1] = value
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("name", [name for name in PROBLEMS if name.startswith("stencil, zero")])
def test_padding_of_planes_meets_weights_that_are_not_finite(name, value):
    x, w, options = arrays(name)
    w[0, 0, 0, 1] = w[1, 0, 1, 0] = w[2, 0, -1, -1] = value
    check(DIRECT, x, w, workers=1, **options)
    x[0, 1, 0, 3] = x[0, 2, -1, 0] = x[0, 0, 2, -1] = value
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("kernel", [3, 5])
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_planes_of_every_width(dtype, stride, kernel):
    """Vectors that meet padding on the left, on the right and on both sides, and whole ones."""
    w = random_values((2, 1, kernel, kernel), dtype, 2)
    for width in (*range(1, 36), 63, 64, 65, 96, 97, 113, 160, 181):
        x = random_values((1, 2, 7, width), dtype, width)
        for padding in ((0, 0), (1, 1), (0, 1), (2, 0), (kernel - 1, 20)):
            if width + sum(padding) >= kernel:
                options = {"groups": 2, "stride": stride, "padding": ((1, 2), padding)}
                check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("step", [np.s_[:, :, ::-1], np.s_[:, ::-1], np.s_[::-1, :, ::-1]])
@pytest.mark.parametrize("name", ["stride2, zero_copy", "stencil, zero_copy, strided"])
def test_rows_of_views_that_run_backwards(name, step):
    x, w, options = arrays(name)
    check(DIRECT, x[step], w, workers=1, **options)


VIEWS = {
    "every second pixel": lambda x: x[:, ::2, 1::2],
    "upside down": lambda x: x[:, ::-1, ::-1],
    "some of the channels": lambda x: x[..., 3:37],
    "channels backwards": lambda x: x[..., ::-1],
    "channels first": lambda x: np.ascontiguousarray(x.transpose(0, 3, 1, 2)).transpose(0, 2, 3, 1),
    "one row again and again": lambda x: np.broadcast_to(x[:, :1], x.shape),
}


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("size", [3, 5])
@pytest.mark.parametrize("view", VIEWS)
def test_views_are_read_in_place(view, size, stride):
    x = VIEWS[view](random_values((1, 34, 36, 40), "float32", 1))
    channels = x.shape[-1]
    w = random_values((size, size, 1, channels), "float32", 2)
    options = LAST | {"groups": channels, "padding": size // 2, "stride": stride}
    assert tiling_of(problem_of(x, w, **options)).interior_fraction > 0
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("name", ["depthwise, zero_copy", "pixels of three channels"])
def test_results_are_written_between_others(name):
    x, w, options = arrays(name)
    bias = random_values(w.shape[-1:], "float32", 3)
    expected = conv(x, w, bias=bias, backend="direct", **options)
    images, rows, columns, channels = expected.shape
    wide = np.full((images, 2 * rows, columns, 3, channels), np.nan, "float32")
    wide = wide.transpose(0, 1, 2, 4, 3)
    out = wide[:, ::2, :, :, 1]
    conv(x, w, bias=bias, backend="direct", out=out, **options)
    np.testing.assert_array_equal(out, expected)
    assert np.isnan(wide[:, 1::2]).all()
    assert np.isnan(wide[..., ::2]).all()


@pytest.mark.parametrize("mode", ["edge", "reflect", "wrap", "zeros"])
@pytest.mark.parametrize("limit", [1024, 4096])
def test_phases_that_lie_beyond_a_narrow_tile_read_nothing(mode, limit):
    x, w = random_values((1, 3, 20, 1), "float32", 1), random_values((1, 3, 3, 1), "float32", 2)
    options = {"padding": ((1, 1), (0, 0)), "padding_mode": mode, "stride": (1, 8)}
    expected = conv(x, w, backend="naive", **options)
    result = conv(x, w, backend="direct", workspace_limit=limit, **options)
    np.testing.assert_allclose(result, expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("workers", [2, 4])
@pytest.mark.parametrize(
    "name",
    [
        "resnet50/conv3_3x3_s2",
        "resnet50/conv4_3x3",
        "resnet50/conv4_3x3_s2",
        "resnet50/conv2_expand",
        "alexnet/conv1_11x11_s4",
        "unet3d/first_1ch",
    ],
)
def test_threads_share_evenly(name, workers):
    """Each worker gets equally many work items, whose tiles differ by at most one row."""
    row = by_name(name)
    x, w = row.arrays()
    tiling = tiling_of(problem_of(x, w, workers=workers, **row.options))
    tiles = np.prod([axis.tiles for axis in tiling.axes])
    assert tiles * tiling.oc_splits % workers == 0


def test_blocks_with_short_rows_share_vectors():
    width = lanes(np.dtype(np.float32))["lanes"]
    found = 0
    for name in PROBLEMS:
        if name.startswith("short rows of blocks"):
            x, w, options = arrays(name)
            tiling = tiling_of(problem_of(x, w, **options))
            found += tiling.variant == DOT and 2 * tiling.width.kernel <= width
    assert found >= (3 if width == 16 else 1 if width == 8 else 0)


def test_the_sums_of_blocks_do_not_depend_on_their_places():
    """Blocks are cut into other tiles by other workers; each is summed in one order."""
    block = random_values((7, 7), "float32", 1)
    x, w = np.tile(block, (6, 9))[None, None], random_values((1, 1, 7, 7), "float32", 2)
    for workers in (1, 2, 5):
        sums = polyconv.conv(x, w, stride=7, backend="direct", workers=workers)
        assert len(np.unique(sums)) == 1


def test_all_variants_are_among_them():
    problems = []
    for name in PROBLEMS:
        x, w, options = arrays(name)
        problems += [problem_of(x, w, workers=workers, **options) for workers in (1, 2, 5)]
    tilings = [tiling_of(problem) for problem in problems]
    assert {t.variant for t in tilings} == {IGEMM, DEPTHWISE, SPATIAL, STENCIL, DOT}
    assert {t.flat for t in tilings if t.variant == SPATIAL} == {False, True}
    assert {t.accumulates_in_out for t in tilings if t.variant == SPATIAL} == {False, True}
    assert {t.zero_copy for t in tilings if t.axes[2].kernel == 1} == {False, True}
    by_8 = [t for t in tilings if t.variant == SPATIAL and t.oc_block == 8]
    both = {False, True} if lanes(np.dtype(np.float32))["nr_vectors"] == 4 else set()
    assert {t.zero_copy for t in by_8} == both
    assert {t.accumulates_in_out for t in by_8} == both
    taps = {t.channels * t.depth.kernel * t.height.kernel * t.width.kernel for t in by_8}
    assert {n > PANEL_TAPS for n in taps} == both
    assert {t.stride2 for t in tilings} == {False, has_stride2(np.dtype(np.float32))}
    assert {t.oc_block for t in tilings if t.stride2} == ({4, 8} if both else set())
    planes = [t.zero_copy for t in tilings if t.variant == STENCIL]
    assert set(planes) == {False, has_stencil_zero_copy(np.dtype(np.float32))}
    assert {t.axes[2].layout for t in tilings} == {"overlapped", "separate", "phased"}
    assert {t.interleave > 1 for t in tilings} == {False, True}
    assert {t.oc_splits > 1 for t in tilings} == {False, True}
    assert {t.groups_per_item > 1 for t in tilings} == {False, True}
    assert {t.interior_fraction > 0 for t in tilings if t.variant == STENCIL} == {False, True}
    depthwise = [t for t in tilings if t.variant == DEPTHWISE]
    assert {t.interior_fraction > 0 for t in depthwise} == {False, True}
    assert {t.valid_fraction < 1 for t in depthwise} == {False, True}
    assert {t.pixels_per_vector > 1 for t in depthwise} == {False, True}
    chunked = [t.ic_block < p.ic_per_group for t, p in zip(tilings, problems, strict=True)]
    assert set(chunked) == {False, True}
    assert any(t.rows_per_store < t.axes[1].tile * t.axes[0].tile for t in tilings)


@pytest.mark.parametrize("dtype", ["int64", "float64"])
def test_long_sums_are_cut_into_several_calls(dtype, monkeypatch):
    """Sums of more than 2**24 products; the stop token is asked between the calls."""
    cache_sizes = replace(caches(), l1=32 << 10, l2=512 << 10)
    monkeypatch.setattr(_planner, "caches", lambda: cache_sizes)
    monkeypatch.setattr(_record, "caches", lambda: cache_sizes)
    x, w = random_values((1, 1, 22000), dtype, 1), random_values((2, 1, 20000), dtype, 2)
    bias = random_values((2,), dtype, 3)
    tiling = tiling_of(problem_of(x, w, workers=1))
    if isa_level() == "base":
        assert tiling.variant == IGEMM  # cuts its sums in the same way
    else:
        assert tiling.variant == SPATIAL
    assert tiling.max_entries * lanes(x.dtype)["lanes"] * w.size > 1 << 24
    got = conv(x, w, bias, backend="direct", workers=1)
    right = conv(x, w, bias, backend="cython", workers=1)
    if dtype == "int64":
        assert_same_bits(got, right)
    else:
        np.testing.assert_allclose(got, right, rtol=0, atol=1e-13 * 20000)


@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_few_outputs_of_a_large_kernel_share_a_tile(dtype):
    """Each tile would pack nearly the whole input, which no cache holds."""
    x_shape, w_shape = (1, 4, 1203, 1216), (1, 4, 1202, 1213)
    problem = make_problem(x_shape, np.dtype(dtype), w_shape, np.dtype(dtype), workers=1)
    assert [axis.tiles for axis in tiling_of(problem).axes] == [1, 1, 1]
    assert DIRECT.cost(problem).packed < 1.1 * np.prod(x_shape) * np.dtype(dtype).itemsize


def test_stencil_counts_planes_that_meet_the_input():
    inside, outside = (
        make_problem(
            (1, 1, 9, 20, 40), np.dtype("f"), (1, 1, 9, 5, 5), np.dtype("f"), padding=(pad, 2, 2)
        )
        for pad in (0, 4)
    )
    tilings = [tiling_of(problem) for problem in (inside, outside)]
    assert [tiling.variant for tiling in tilings] == [STENCIL, STENCIL]
    assert tilings[0].valid_fraction == 1
    # 5 to 9 of the 9 planes of the kernel meet the input.
    assert tilings[1].valid_fraction == pytest.approx((9 * 9 - 2 * (1 + 2 + 3 + 4)) / (9 * 9))
