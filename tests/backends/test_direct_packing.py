"""Packing in direct of elements that lie apart: complex parts, and taps and places far apart."""

import numpy as np
import pytest

from polyconv._cpu import lanes
from polyconv._request import make_problem
from polyconv.backends.direct._direct import DOT, SPATIAL
from polyconv.backends.direct.elements import elements_of
from polyconv.backends.direct.packing import packing_of
from polyconv.backends.direct.planner import tiling_of
from support.agreement import check, random_values
from support.direct_problems import DIRECT


def problem(x_shape, w_shape, dtype="float32", **options):
    return make_problem(x_shape, np.dtype(dtype), w_shape, np.dtype(dtype), **options)


def arrays(x_shape, w_shape, dtype):
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)


@pytest.mark.parametrize("mode", ["zeros", "edge", "reflect", "wrap"])
@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
@pytest.mark.parametrize(
    "options",
    [
        {"padding": 2},
        {"padding": 2, "stride": 2},
        {"padding": 3, "stride": (2, 3), "dilation": 2},
        {"padding": 1, "dilation": (1, 14)},
    ],
    ids=str,
)
def test_both_parts_of_complex_elements(options, dtype, mode):
    for width in (33, 60):
        x, w = arrays((1, 2, 17, width), (2, 2, 3, 3), dtype)
        check(DIRECT, x, w, padding_mode=mode, **options)
        check(DIRECT, x[..., ::-1], w, padding_mode=mode, **options)


def test_complex_elements_that_are_widened_and_real_ones_of_complex_filters():
    x, w = arrays((1, 3, 9, 40), (2, 3, 3, 3), "complex64")
    check(DIRECT, x, w.astype("complex128"), padding=1, stride=2)
    check(DIRECT, x.real.copy(), w, padding=1, stride=2)


@pytest.mark.parametrize("mode", ["zeros", "wrap"])
@pytest.mark.parametrize("dtype", ["float32", "float16", "float64", "int64", "uint8"])
@pytest.mark.parametrize("channels", [1, 3, 4, 5, 18])
def test_places_far_apart(channels, dtype, mode):
    for kernel, options in ((3, {"stride": 5}), (2, {"stride": 7, "dilation": 3})):
        options |= {"padding": 4, "padding_mode": mode, "data_format": "channels_last"}
        x, w = arrays((1, 61, 50, channels), (kernel, kernel, channels, 9), dtype)
        check(DIRECT, x, w, **options)
        check(DIRECT, np.asfortranarray(x), w[..., :1], **options)


@pytest.mark.parametrize("dtype", ["float32", "float16", "complex64", "int16", "int64"])
@pytest.mark.parametrize("outputs", [1, 6, 16, 17, 40])
def test_few_outputs_of_taps_far_apart(outputs, dtype):
    x, w = arrays((1, 2, 30 * 100 + outputs), (1, 2, 31), dtype)
    check(DIRECT, x, w, dilation=100)
    check(DIRECT, x, w, dilation=100, padding=150, padding_mode="reflect")


def test_counts_of_both_parts_and_of_few_channels_apart():
    parts = problem((1, 2, 4010), (1, 2, 11), "complex64", dilation=400)
    places = problem((1, 500, 3), (3, 3, 8), stride=5, data_format="channels_last")
    for p in (parts, places):
        tiling, elements = tiling_of(p), elements_of(p)
        runs, _, _ = packing_of(p, tiling, elements, elements.channels)
        assert runs == tiling.width.runs * p.in_channels


@pytest.mark.parametrize(("filters", "width"), [(1, 128), (2, 128)])
def test_blocks_of_long_rows_are_dot_products(filters, width):
    blocks = problem((1, 1, 64 * width), (filters, 1, width), stride=width)
    assert tiling_of(blocks).variant == DOT
    windows = problem((1, 1, 64 * width), (filters, 1, width))
    assert tiling_of(windows).variant == SPATIAL


@pytest.mark.parametrize("pixels", [1, 3, 4, 5, 16, 19, 33])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "int64"])
def test_dot_products_of_any_number(pixels, dtype):
    x, w = arrays((1, 2, 130 * pixels), (2, 2, 130), dtype)
    check(DIRECT, x, w, stride=130)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_call_that_copies_short_rows_counts_once(dtype):
    """Taps far apart are packed by one call each, whatever the rows; elements count instead.

    They do in rows that are part of a vector: 2 float64 are all of one with SSE2.
    """
    far = problem((1, 2, 183, 138), (4, 2, 4, 5), dtype, dilation=34)
    short = lanes(np.dtype(dtype))["lanes"] > 2
    counts = DIRECT.cost(far)
    copied = np.dtype(dtype).itemsize * 2 * 183 * 2 * 5
    assert (counts.runs, counts.gathered) == (2 * 5, copied if short else 0)
    long_rows = problem((1, 2, 183, 238), (4, 2, 4, 5), dtype, dilation=34)
    assert DIRECT.cost(long_rows).gathered == 0


@pytest.mark.parametrize("kernel", [(7, 7), (7, 1), (1, 7)])
def test_steps_that_are_never_taken_do_not_change_the_plan(kernel):
    """A single output has no stride, and a single tap no dilation."""
    plain = problem((4, 1, 7, 7), (2, 1, *kernel))
    taken = [n > 1 for n in plain.out], [n > 1 for n in kernel]
    stride, dilation = (tuple(1 if t else 4 for t in axes) for axes in taken)
    stepped = problem((4, 1, 7, 7), (2, 1, *kernel), stride=stride, dilation=dilation)
    assert tiling_of(stepped) == tiling_of(plain)
    x, w = arrays((4, 1, 7, 7), (2, 1, *kernel), "float32")
    check(DIRECT, x, w, stride=stride, dilation=dilation)


@pytest.mark.parametrize("dtype", ["float32", "float16", "float64", "int64", "int16"])
def test_windows_of_rows_of_half_a_vector(dtype):
    for width in range(4, 17):
        x, w = arrays((2, 3, 21, 8 * width + 1), (2, 3, 7, width), dtype)
        check(DIRECT, x, w, stride=(7, width))
    assert tiling_of(problem((1, 1, 70, 120), (1, 1, 7, 12), stride=(7, 12))).variant == DOT


@pytest.mark.parametrize("stride", [1, 2])
def test_depthwise_windows_of_many_taps_are_packed_by_vector(stride):
    """Pixels of many channels are lines far apart, which evict each other from L1."""
    for taps, packs in ((9, False), (11, True)):
        many = problem(
            (1, 30, 40, 96), (taps, taps, 1, 96), groups=96, stride=stride, padding="same",
            data_format="channels_last",
        )  # fmt: skip
        tiling = tiling_of(many)
        assert (tiling.interior_fraction == 0) is packs
        assert (tiling.interleave == tiling.oc_block) is packs
    x, w = arrays((1, 30, 40, 40), (11, 11, 1, 40), "float32")
    options = {"padding": "same", "groups": 40, "data_format": "channels_last"}
    check(DIRECT, x, w, stride=stride, **options)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
@pytest.mark.parametrize("left", [0, 1, 5, 15, 16, 17, 40])
def test_padding_of_any_width(left, dtype):
    x, w = arrays((1, 2, 5, 33), (3, 2, 2, 3), dtype)
    check(DIRECT, x, w, padding=((1, 0), (left, 3)))
    check(DIRECT, x, w, padding=((2, 1), (3, left)), dilation=2)
    if left > 0:
        constant = {"padding_mode": "constant", "padding_value": 3}
        check(DIRECT, x, w, padding=((1, 0), (left, left)), **constant)


@pytest.mark.parametrize("dtype", ["complex64", "int32", "int16", "float16"])
@pytest.mark.parametrize("outputs", [2, 7, 16, 17, 40])
def test_short_runs_are_read_one_by_one(outputs, dtype):
    """Elements of longer runs are split from a row that is converted as a whole."""
    x, w = arrays((1, 2, 20, 9, 4 + 5 * (outputs - 1)), (2, 2, 5, 7, 4), dtype)
    options = {"stride": (15, 1, 5)}
    check(DIRECT, x, w, **options)
    tiling = tiling_of(problem(x.shape, w.shape, dtype, **options))
    if tiling.width.layout == "separate":
        assert (tiling.row_buffer > 0) == (tiling.width.run_length > 16)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
def test_windows_of_one_row_shorter_than_a_vector(dtype):
    for width in range(5, 17):
        x, w = arrays((2, 1, 40 * width + 3), (1, 1, width), dtype)
        check(DIRECT, x, w, stride=width)
        check(DIRECT, x, w, random_values((1,), dtype, 3), stride=width + 2)
