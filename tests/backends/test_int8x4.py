"""int8x4 in `direct`: four 8-bit channels in an element, summed by igemm or spatial with VNNI.

One operand of the instruction is unsigned, the other signed. The tests therefore run over the signs
of both, and over all that packing does: layouts, odd channels, runs, and padding, which is shifted
together with the input.
"""

import numpy as np
import pytest

from polyconv import conv
from polyconv.backends.direct._direct import SPATIAL, has_int8x4
from polyconv.backends.direct.elements import elements_of
from polyconv.backends.direct.planner import tiling_of
from support.agreement import check, problem_of, random_values, slow_but
from support.direct_problems import DIRECT, LAST

pytestmark = pytest.mark.skipif(not has_int8x4(), reason="no VNNI at this ISA level")

SIGNS = [("int8", "int8"), ("uint8", "int8"), ("int8", "uint8"), ("uint8", "uint8")]
ids = "-".join
MODES = [
    {},
    {"padding_mode": "constant", "padding_value": 101},
    *({"padding_mode": mode} for mode in ("edge", "reflect", "symmetric", "wrap")),
]


def in_layout(x, w, format):
    """Return channels_first arrays, and options, in a format."""
    if format == "channels_first":
        return x, w, {}
    return np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2)), LAST


def check_int8x4(x, w, bias=None, **options):
    """Compare with the oracle, and fail if the elements are others."""
    assert elements_of(problem_of(x, w, **options)).int8x4
    check(DIRECT, x, w, bias, **options)


@pytest.mark.parametrize("signs", SIGNS, ids=ids)
@pytest.mark.parametrize("format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("channels", slow_but([3, 4, 5, 7, 34], 3, 5, 7))
def test_odd_channels_in_groups(signs, channels, format):
    for width, filters in ((11, 16), (35, 70)):
        x = random_values((2, 2 * channels, 4, width), signs[0], width)
        w = random_values((2 * filters, channels, 3, 2), signs[1], 2)
        bias = random_values((2 * filters,), signs[1], 3)
        x, w, layout = in_layout(x, w, format)
        contiguous = np.ascontiguousarray(x)
        check_int8x4(contiguous, w, bias, groups=2, padding=((1, 1), (2, 1)), **layout)
        options = {"groups": 2, "dtype": "int32", "stride": (2, 1), "dilation": (1, 2)}
        check_int8x4(x, w, padding=1, workers=2, **options, **layout)


@pytest.mark.parametrize("signs", SIGNS, ids=ids)
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_padding_is_shifted_with_the_input(mode, signs):
    x, w = random_values((1, 6, 5, 19), signs[0], 1), random_values((18, 6, 2, 3), signs[1], 2)
    for format in ("channels_first", "channels_last"):
        a, b, layout = in_layout(x, w, format)
        check_int8x4(a, b, padding=((3, 1), (2, 4)), **mode, **layout)
        check_int8x4(a, b, padding=2, stride=(1, 3), dilation=(2, 4), **mode, **layout)


@pytest.mark.parametrize("format", ["channels_first", "channels_last"])
def test_ranks_and_runs_of_strided_rows(format):
    """Single taps at a stride are packed in runs, rows without gaps as one."""
    for spatial, kernel, options in (
        ((40,), (1,), {}),
        ((41,), (1,), {"stride": 3}),
        ((70,), (3,), {"dilation": 20, "stride": 2}),
        ((6, 7), (1, 1), {}),
        ((9, 23), (1, 1), {"stride": 2}),
        ((9, 23), (2, 1), {"stride": 2, "padding": 1, "flip": True}),
        ((3, 5, 9), (1, 1, 1), {}),
        ((4, 5, 18), (2, 3, 2), {"padding": 1, "stride": (1, 2, 2)}),
    ):
        channels = 99 if set(kernel) == {1} else 7
        x = random_values((1, channels, *spatial), "int8", 1)
        w = random_values((20, channels, *kernel), "int8", 2)
        x, w, layout = in_layout(x, w, format)
        for each in (x, np.ascontiguousarray(x)):
            check_int8x4(each, w, dtype="int32", **options, **layout)


def test_inputs_and_results_in_any_strides():
    w, wide = random_values((20, 4, 1, 2), "int8", 2), random_values((2, 8, 14, 18), "int8", 1)
    for x in (
        wide[:, :4],
        wide[:, ::2],
        wide[:, :4, ::-1],
        wide[:, :4, :, ::2],
        wide[:, :4, :, ::-1],
        np.broadcast_to(wide[:, :4, :1], (2, 4, 14, 18)),
        wide.swapaxes(2, 3)[:, :4],
        np.moveaxis(np.ascontiguousarray(np.moveaxis(wide, 1, -1)), -1, 1)[:, 1:5],
    ):
        check_int8x4(x, w)
        check_int8x4(x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0), **LAST)
        sums = conv(x, w, backend="direct", dtype="int64")
        for dtype in ("int16", "int32", "int64"):
            right = sums.astype(dtype)
            out = np.full((*right.shape, 2), 77, dtype)
            conv(x, w, backend="direct", dtype=dtype, out=out[..., 0])
            np.testing.assert_array_equal(out[..., 0], right)
            assert (out[..., 1] == 77).all()


@pytest.mark.parametrize("signs", SIGNS, ids=ids)
@pytest.mark.parametrize("format", ["channels_first", "channels_last"])
def test_sums_start_once(signs, format):
    """Sums go on over runs of taps and blocks of channels, and start from shifts only once."""
    x, w = random_values((1, 150, 6, 9), signs[0], 1), random_values((33, 150, 3, 3), signs[1], 2)
    bias = random_values((33,), "int32", 3)
    x, w, layout = in_layout(x, w, format)
    for limit in (None, 40_000, 4_000):
        check_int8x4(x, w, bias, padding=1, dtype="int32", workspace_limit=limit, **layout)


@pytest.mark.parametrize("signs", SIGNS, ids=ids)
def test_single_taps_are_summed_in_the_result(signs):
    """The variant spatial sums filters, pixels and channels that fill no block, and full blocks."""
    for channels, filters, size, options in (
        (5, 16, (6, 11), {}),
        (34, 37, (3, 19), {"workers": 2}),
        (64, 40, (9, 67), {"stride": 2}),
        (7, 70, (8, 33), {"padding": (1, 3), "padding_mode": "constant", "padding_value": 9}),
        (640, 24, (48,), {}),
        (600, 19, (5, 16), {"workspace_limit": 20_000}),
        (20, 40, (130, 140), {"workers": 3}),
    ):
        x = random_values((2, channels, *size), signs[0], 1)
        w = random_values((filters, channels, *(1 for _ in size)), signs[1], 2)
        used = options | {"dtype": "int32"}
        if "workspace_limit" not in options:
            assert tiling_of(problem_of(x, w, **used)).variant == SPATIAL
        check_int8x4(x, w, random_values((filters,), "int32", 3), **used)
        check_int8x4(x[..., ::-1], w, **used)


@pytest.mark.parametrize("filters", [16, 70])
@pytest.mark.parametrize("signs", SIGNS, ids=ids)
def test_extremes_are_exact(signs, filters):
    """Sums of 36 products of extreme values, and long ones that wrap around in 32 bits."""
    ends = [(np.iinfo(sign).min, np.iinfo(sign).max) for sign in signs]
    for a in ends[0]:
        for b in ends[1]:
            x, w = np.full((1, 4, 4, 9), a, signs[0]), np.full((filters, 4, 3, 3), b, signs[1])
            check_int8x4(x, w, padding=1, dtype="int32")
            check_int8x4(x, w, padding=1, dtype="int64")
            x = np.full((1, 140_000, 2), a, signs[0])
            w = np.full((filters, 140_000, 1), b, signs[1])
            assert elements_of(problem_of(x, w, dtype="int32")).int8x4
            y = conv(x, w, backend="direct", dtype="int32")
            np.testing.assert_array_equal(y, np.int64(a * b * 140_000).astype(np.int32))


@pytest.mark.parametrize(
    ("x_type", "w_type", "x_shape", "w_shape", "options", "expected"),
    [
        ("int8", "int8", (1, 3, 9, 9), (16, 3, 3, 3), {}, True),
        ("int8", "uint8", (1, 96, 9, 9), (64, 96, 1, 1), {}, True),
        ("int8", "uint8", (1, 3, 9, 9), (64, 3, 1, 1), {}, True),
        ("int8", "uint8", (1, 9, 9, 3), (1, 1, 3, 64), LAST, True),
        # Two channels are one element of int16x2, too; few filters do not fill a vector.
        ("int8", "int8", (1, 2, 9, 9), (64, 2, 3, 3), {}, False),
        ("int8", "int8", (1, 64, 9, 9), (15, 64, 3, 3), {}, False),
        ("uint8", "int8", (1, 32, 9, 9), (32, 1, 3, 3), {"groups": 32}, False),
        # Other dtypes; sums that need 64 bits.
        ("bool", "int8", (1, 64, 9, 9), (64, 64, 3, 3), {}, False),
        ("int8", "int16", (1, 64, 9, 9), (64, 64, 3, 3), {}, False),
        ("uint8", "uint8", (1, 33_025, 3), (16, 33_025, 1), {}, True),
        ("uint8", "uint8", (1, 33_026, 3), (16, 33_026, 1), {}, False),
        # Most products are with padding, which int16x2 leaves out.
        ("int8", "int8", (1, 64, 9, 9), (64, 64, 3, 3), {"padding": 8, "dilation": 8}, False),
    ],
)
def test_int8x4_is_taken_where_it_sums_fewer_elements(
    x_type, w_type, x_shape, w_shape, options, expected
):
    problem = problem_of(np.zeros(x_shape, x_type), np.zeros(w_shape, w_type), **options)
    elements = elements_of(problem)
    assert elements.int8x4 == expected
    assert not (elements.int8x4 and elements.int16x2)
    if expected:
        assert elements.channels == -(-problem.ic_per_group // 4)
