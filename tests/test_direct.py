"""The direct backend's own paths: every mode and layout of tiles, with one worker and with several.

The rules of the law are tested elsewhere, for all backends. Here are problems of the sizes and
shapes that send `direct` down each of its ways, and a test that they still do.
"""

from dataclasses import replace

import numpy as np
import pytest
from agreement import check, problem_of, random_values

import polyconv
from polyconv import conv
from polyconv._machine import caches
from polyconv.backends import BACKENDS
from polyconv.backends.direct import _direct
from polyconv.backends.direct import backend as direct
from polyconv.backends.direct import variants as _direct_modes
from polyconv.backends.direct._direct import has_stride2
from polyconv.backends.direct.tiling import tile
from polyconv.backends.direct.variants import Setting
from polyconv.workloads import by_name

DIRECT = next(backend for backend in BACKENDS if backend.name == "direct")

LAST = {"data_format": "channels_last"}
# Name -> shapes of x and w, options.
PROBLEMS = {
    "output channels in the lanes": ((1, 16, 9, 13), (64, 16, 3, 3), {"padding": 1}),
    "odd output channels": ((2, 7, 6, 11), (67, 7, 3, 3), {"padding": (1, 0)}),
    "more rows than are summed at a time": ((1, 24, 24, 24), (64, 24, 3, 3), {}),
    "strided": ((1, 8, 15, 14), (33, 8, 3, 3), {"stride": 2, "padding": 1}),
    "gaps larger than the kernel": ((1, 8, 40, 40), (32, 8, 2, 2), {"dilation": 17, "stride": 5}),
    "volumes with planes of padding": ((1, 3, 7, 9, 10), (32, 3, 3, 3, 3), {"padding": 2}),
    "channels side by side": ((2, 9, 8, 20), (3, 3, 20, 48), LAST | {"padding": 1}),
    "some channels side by side": ((1, 9, 8, 24), (3, 3, 12, 64), LAST | {"groups": 2}),
    "side by side, reflected": (
        (1, 6, 5, 8),
        (3, 3, 8, 32),
        LAST | {"padding": 3, "padding_mode": "reflect"},
    ),
    "more channels than fit": ((1, 30_000, 3), (17, 30_000, 2), {}),
    "few filters": ((1, 6, 12, 40), (3, 6, 3, 3), {"padding": 1}),
    "few filters, short rows": ((1, 5, 9, 5), (2, 5, 3, 3), {"padding": 1}),
    "input read where it stands": ((2, 40, 9, 13), (130, 20, 1, 1), {"groups": 2}),
    "input read where it stands, strided": ((2, 40, 9, 13), (64, 40, 1, 1), {"stride": (2, 3)}),
    "input read where it stands, side by side": ((2, 9, 7, 33), (1, 1, 33, 64), LAST),
    "channels a page apart": ((1, 150, 32, 32), (33, 150, 1, 1), {}),
    "pixels of all rows in a line": ((2, 40, 6, 9), (7, 40, 1, 1), {}),
    "few filters, more taps than are summed at a time": ((1, 20, 9, 40), (6, 20, 3, 3), {}),
    "few filters, more channels than fit": ((1, 100, 30, 50), (3, 100, 3, 3), {"padding": 1}),
    "few filters, results side by side": ((1, 9, 30, 4), (3, 3, 4, 3), LAST | {"padding": 1}),
    "few filters, strided": ((1, 5, 21, 45), (2, 5, 3, 5), {"stride": 2, "dilation": (1, 3)}),
    "few filters, runs of rows and columns": (
        (2, 5, 23, 70),
        (6, 5, 3, 4),
        {"stride": (4, 3), "padding": (2, 3), "padding_mode": "constant", "padding_value": 1},
    ),
    "runs of planes, rows and columns": (
        (1, 4, 12, 15, 40),
        (20, 4, 3, 2, 2),
        {"stride": (3, 4, 5), "dilation": (4, 3, 2), "padding": (5, 0, 2)},
    ),
    "few filters, strides of three": ((1, 2, 21, 70), (4, 2, 2, 4), {"stride": (1, 3)}),
    "every other pixel where it stands": (
        (2, 24, 21, 46),
        (21, 8, 3, 3),
        {"groups": 3, "stride": 2, "padding": 1},
    ),
    "every other pixel, beside a value": (
        (1, 4, 9, 70),
        (6, 4, 3, 3),
        {"stride": 2, "padding": 1, "padding_mode": "constant", "padding_value": 1},
    ),
    "every other pixel, no padding": ((1, 5, 18, 71), (24, 5, 2, 3), {"stride": (1, 2)}),
    "every other element": ((2, 3, 70), (5, 3, 3), {"stride": 2, "padding": 1}),
    "every other pixel, padding at the end": (
        (1, 3, 9, 70),
        (5, 3, 3, 3),
        {"stride": 2, "padding": 2},
    ),
    "single taps, far apart": ((1, 3, 900), (5, 3, 1), {"stride": 60}),
    "single taps of more channels than fit": ((1, 1400, 900), (1, 1400, 1), {"stride": 3}),
    "taps that meet padding": ((2, 70, 7, 9), (33, 70, 3, 3), {"padding": 1}),
    "taps that meet padding, dilated": (
        (1, 150, 9, 11),
        (20, 150, 3, 3),
        {"padding": 4, "dilation": 4, "stride": (1, 2)},
    ),
    "taps that meet nothing else": ((1, 64, 2), (16, 64, 2), {"padding": 9, "dilation": 19}),
    "many groups": ((1, 24, 10, 18), (24, 4, 3, 3), {"groups": 6, "padding": 1}),
    "groups shared by workers": ((3, 3, 1), (3, 1, 1), {"groups": 3}),
    "rows of an image": ((1, 1, 37, 150), (1, 1, 3, 3), {"padding": 1}),
    "rows, a kernel of many taps": ((1, 1, 40, 66), (1, 1, 15, 15), {"padding": 7}),
    "rows, dilated": ((1, 1, 40, 50), (1, 1, 5, 4), {"dilation": (3, 2)}),
    "rows of several planes": ((1, 2, 5, 12, 40), (1, 2, 2, 3, 3), {"padding": 1}),
    "rows narrower than a vector": ((1, 30, 14, 5), (30, 1, 3, 3), {"groups": 30, "padding": 1}),
    "rows, edges of the image": (
        (1, 1, 20, 40),
        (1, 1, 5, 5),
        {"padding": 4, "padding_mode": "edge"},
    ),
    "depthwise channels side by side": ((2, 9, 12, 21), (3, 3, 1, 21), LAST | {"groups": 21}),
    "pixels of three channels": (
        (2, 13, 45, 3),
        (3, 3, 1, 3),
        LAST | {"groups": 3, "padding": 1},
    ),
    "few pixels of three channels": (
        (1, 9, 5, 3),
        (5, 5, 1, 3),
        LAST | {"groups": 3, "padding": 2},
    ),
    "pixels of two channels, strided rows": (
        (1, 29, 40, 2),
        (4, 3, 1, 2),
        LAST
        | {"groups": 2, "stride": (2, 1), "dilation": (3, 1), "padding": 2}
        | {"padding_mode": "reflect"},
    ),
    "volumes of three channels": (
        (1, 5, 7, 30, 3),
        (2, 3, 3, 1, 3),
        LAST | {"groups": 3, "padding": (1, 0, 1)},
    ),
    "signals of three channels": ((2, 90, 3), (200, 1, 3), LAST | {"groups": 3, "padding": 99}),
    "depthwise, read in place": (
        (2, 17, 23, 40),
        (3, 3, 1, 40),
        LAST | {"groups": 40, "padding": 1},
    ),
    "depthwise, read in place, strided": (
        (1, 25, 31, 33),
        (3, 3, 1, 33),
        LAST | {"groups": 33, "padding": 1, "stride": 2},
    ),
    "depthwise, read in place, not square": (
        (1, 16, 29, 130),
        (4, 7, 1, 130),
        LAST | {"groups": 130, "padding": ((2, 1), (0, 5)), "stride": (2, 1)},
    ),
    "depthwise, read in place, strides of three": (
        (1, 20, 50, 16),
        (2, 5, 1, 16),
        LAST | {"groups": 16, "stride": 3, "padding": (0, 2)},
    ),
    "depthwise, read in place, dilated": (
        (1, 24, 30, 32),
        (3, 3, 1, 32),
        LAST | {"groups": 32, "dilation": (2, 3), "padding": (2, 3)},
    ),
    "depthwise, read in place, dilated and strided": (
        (1, 24, 30, 32),
        (3, 2, 1, 32),
        LAST | {"groups": 32, "dilation": (3, 1), "stride": (2, 1)},
    ),
    "depthwise, read in place, single taps": (
        (1, 19, 21, 20),
        (1, 1, 1, 20),
        LAST | {"groups": 20, "stride": 2},
    ),
    "depthwise, read in place, edges": (
        (1, 18, 20, 24),
        (5, 5, 1, 24),
        LAST | {"groups": 24, "padding": 2, "padding_mode": "reflect"},
    ),
    "depthwise signals in place": ((2, 90, 19), (6, 1, 19), LAST | {"groups": 19, "padding": 2}),
    "depthwise volumes in place": (
        (1, 9, 11, 14, 18),
        (3, 2, 3, 1, 18),
        LAST | {"groups": 18, "padding": (0, 1, 1)},
    ),
    "depthwise volumes of many taps": (
        (1, 7, 9, 20, 20),
        (7, 5, 6, 1, 20),
        LAST | {"groups": 20, "padding": 3},
    ),
    "depthwise, taps that meet padding": (
        (1, 37, 14, 13),
        (37, 1, 27, 25),
        {"groups": 37, "padding": (13, 12)},
    ),
    "depthwise, taps that meet padding, strided": (
        (1, 16, 17, 19),
        (16, 1, 9, 11),
        {"groups": 16, "padding": (4, 5), "stride": 2},
    ),
    "depthwise in the lanes": (
        (1, 37, 9, 11),
        (37, 1, 3, 3),
        {"groups": 37, "stride": 2, "padding": 1},
    ),
    **{
        f"depthwise, strides of {stride}": (
            (1, 18, 23, 19),
            (18, 1, 7, 3),
            {"groups": 18, "stride": stride, "dilation": 2, "padding": 6},
        )
        for stride in (3, 4, 5, 9)
    },
    "depthwise cells, strides of four": (
        (1, 23, 19, 18),
        (7, 3, 1, 18),
        LAST | {"groups": 18, "stride": (4, 6), "padding": 3},
    ),
    "depthwise, wide and strided": ((1, 18, 9, 70), (18, 1, 2, 5), {"groups": 18, "stride": 2}),
    "depthwise signals": ((2, 33, 50), (33, 1, 4), {"groups": 33, "dilation": 3}),
    "depthwise volumes": ((1, 20, 4, 5, 18), (20, 1, 2, 2, 3), {"groups": 20, "padding": 1}),
    "depthwise": ((2, 19, 28, 28), (19, 1, 5, 5), {"groups": 19, "padding": 2}),
}


def arrays(name, dtype="float32"):
    x_shape, w_shape, options = PROBLEMS[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("name", PROBLEMS)
def test_every_way(name, workers):
    x, w, options = arrays(name)
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "float32", 3)
    check(DIRECT, x, w, bias, workers=workers, **options)


@pytest.mark.parametrize("dtype", ["float64", "complex64", "int32", "float16"])
@pytest.mark.parametrize("name", [name for name in PROBLEMS if name != "more channels than fit"])
def test_every_way_in_other_types(name, dtype):
    x, w, options = arrays(name, dtype)
    check(DIRECT, x, w, workers=2, **options)


@pytest.mark.parametrize(
    "name",
    [
        "strided",
        "few filters",
        "every other pixel where it stands",
        "rows of an image",
        "many groups",
        "depthwise in the lanes",
        "depthwise channels side by side",
        "depthwise, read in place",
        "depthwise, read in place, strides of three",
        "depthwise volumes of many taps",
    ],
)
def test_every_way_in_little_memory(name):
    x, w, options = arrays(name)
    problem = problem_of(x, w, **options)
    smallest = tile(replace(problem, workspace_limit=0)).workspace(4)
    assert smallest < tile(problem).workspace(4)
    check(DIRECT, x, w, workers=1, workspace_limit=smallest, **options)


@pytest.mark.parametrize(
    "name",
    ["few filters", "pixels of all rows in a line", "every other pixel where it stands"],
)
def test_pixels_into_strided_results(name):
    """Rows, planes and elements of the result apart: summed in place, or stored."""
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
    ["input read where it stands", "few filters", "every other pixel where it stands"],
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


@pytest.mark.parametrize(
    "name", ["depthwise, taps that meet padding", "depthwise, taps that meet padding, strided"]
)
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nothing_is_left_out_where_a_weight_is_not_finite(name, value):
    x, w, options = arrays(name)
    assert tile(problem_of(x, w, **options)).summed < 1
    w[::3, :, 0, 0] = w[1, :, -1, 2] = value
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize(
    "name", ["every other pixel where it stands", "every other pixel, beside a value"]
)
def test_padding_meets_weights_that_are_not_finite(name, value):
    """Rows and columns of padding that stand nowhere are multiplied, too."""
    x, w, options = arrays(name)
    w[0, :, 0, 1] = w[1, :, 1, 0] = w[2, 1, 0, 0] = value
    check(DIRECT, x, w, workers=1, **options)
    x[0, 1, 0, 3] = x[0, 2, -1, 0] = x[0, 0, 5, -1] = value
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("step", [np.s_[:, :, ::-1], np.s_[:, ::-1], np.s_[::-1, :, ::-1]])
def test_every_other_pixel_of_views_that_run_backwards(step):
    x, w, options = arrays("every other pixel where it stands")
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
    assert tile(problem_of(x, w, **options)).inside > 0
    check(DIRECT, x, w, workers=1, **options)


@pytest.mark.parametrize("name", ["depthwise, read in place", "pixels of three channels"])
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


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize(("start", "pitch"), [(0, 288), (1, 288), (13, 304), (0, 273), (7, 279)])
def test_results_larger_than_the_caches_are_written_past_them(start, pitch, dtype, monkeypatch):
    x, w = random_values((1, 1, 21, 272), dtype, 1), random_values((1, 1, 3, 3), dtype, 2)
    options = {"padding": 1}
    expected = conv(x, w, backend="direct", **options)
    rows, columns = expected.shape[2:]
    memory = np.full(64 + start + rows * pitch, 77, expected.dtype)
    start += -memory.ctypes.data // memory.itemsize % 16  # places after a line's first
    out = memory[start:][: rows * pitch].reshape(1, 1, rows, pitch)[..., :columns]
    none = replace(caches(), l3=0)
    monkeypatch.setattr(_direct, "caches", lambda: none)
    direct._geometry.cache_clear()
    try:
        conv(x, w, backend="direct", out=out, **options)
    finally:
        direct._geometry.cache_clear()
    np.testing.assert_array_equal(out, expected)
    out[:] = 77
    assert (memory == 77).all()


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
    """As many work items for each, of tiles that differ by one row."""
    row = by_name(name)
    x, w = row.arrays()
    tiling = tile(problem_of(x, w, workers=workers, **row.options))
    tiles = np.prod([axis.tiles for axis in tiling.axes])
    assert tiles * tiling.splits % workers == 0


@pytest.mark.parametrize(
    ("width", "channels", "data_format", "crowded"),
    [
        (2000, 128, "channels_last", True),
        (2000, 120, "channels_last", False),  # not whole lines apart from pixel to pixel
        (28, 128, "channels_last", False),
        (2000, 128, "channels_first", False),
    ],
)
def test_long_rows_far_apart_are_seen_to_crowd_the_cache(
    width, channels, data_format, crowded, monkeypatch
):
    of_48_kib = replace(caches(), l1=48 << 10)
    monkeypatch.setattr(_direct_modes, "caches", lambda: of_48_kib)
    shape = (1, width, channels) if data_format == "channels_last" else (1, channels, width)
    kernel = (3, 4, channels) if data_format == "channels_last" else (channels, 4, 3)
    x, w = np.ones(shape, np.float32), np.ones(kernel, np.float32)
    problem = problem_of(x, w, groups=channels // 4, padding=1, data_format=data_format)
    assert Setting.of(problem).crowded is crowded


def test_all_ways_are_among_them():
    problems = []
    for name in PROBLEMS:
        x, w, options = arrays(name)
        problems += [problem_of(x, w, workers=workers, **options) for workers in (1, 2, 5)]
    tilings = [tile(problem) for problem in problems]
    assert {t.mode for t in tilings} == {"channels", "groups", "pixels", "rows"}
    assert {t.flat for t in tilings if t.mode == "pixels"} == {False, True}
    assert {t.in_place for t in tilings if t.mode == "pixels"} == {False, True}
    assert {t.borrows for t in tilings if t.axes[2].kernel == 1} == {False, True}
    assert {t.strided for t in tilings} == {False, has_stride2(np.dtype(np.float32))}
    assert {t.axes[2].layout for t in tilings} == {"overlapped", "separate", "phased"}
    assert {t.cell > 1 for t in tilings} == {False, True}
    assert {t.splits > 1 for t in tilings} == {False, True}
    assert {t.together > 1 for t in tilings} == {False, True}
    assert {t.inside > 0 for t in tilings if t.mode == "groups"} == {False, True}
    assert {t.summed < 1 for t in tilings if t.mode == "groups"} == {False, True}
    assert {t.repeats > 1 for t in tilings if t.mode == "groups"} == {False, True}
    chunked = [t.chunk < p.group_in for t, p in zip(tilings, problems, strict=True)]
    assert set(chunked) == {False, True}
    assert any(t.group_rows < t.axes[1].tile * t.axes[0].tile for t in tilings)
