"""The im2col backend: rows of strided inputs, and the tiles of the patch matrix."""

from dataclasses import replace

import numpy as np
import pytest

from polyconv import conv
from polyconv._machine import caches
from polyconv.backends import BACKENDS
from polyconv.backends.im2col.planner import tiling_of
from support.agreement import check, problem_of, random_values, slow_but_first

IM2COL = next(backend for backend in BACKENDS if backend.name == "im2col")


# Rows of one element, of less than a vector, of whole vectors, and of one element more.
@pytest.mark.parametrize("columns", [1, 3, 7, 8, 9, 16, 17, 41])
@pytest.mark.parametrize("stride", [2, 3, 4, 8])
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64"]))
@pytest.mark.parametrize("padding", [0, 2])
def test_rows_of_any_length_and_stride(columns, stride, dtype, padding):
    # The last element read is the last one of the input, so that a read beyond it is seen.
    x = random_values((1, 2, 2 * stride + 2, (columns - 1) * stride + 3), dtype)
    w = random_values((3, 2, 2, 3), dtype)
    check(IM2COL, x, w, stride=stride, padding=padding)


# Name -> shapes of x and w, options: tiles that end within a row or a plane of the kernel's taps,
# or within a channel.
REDUCTION_BLOCKS = {
    "rows": ((1, 3, 9, 14), (5, 3, 3, 5), {"padding": 2}),
    "volumes": ((2, 3, 5, 6, 7), (4, 3, 2, 3, 3), {"padding": 1}),
    "volumes, reflected": ((1, 3, 5, 6, 7), (4, 3, 2, 3, 2), {"padding_mode": "reflect"}),
    "strided volumes in groups": ((1, 6, 5, 6, 7), (4, 3, 3, 2, 3), {"groups": 2, "stride": 2}),
    "long kernel of pixels": (
        (1, 700, 3),
        (650, 3, 2),
        {"stride": 5, "padding": 9, "data_format": "channels_last"},
    ),
    "rows of pixels": ((1, 9, 14, 3), (3, 5, 3, 5), {"padding": 2, "data_format": "channels_last"}),
    "strided volumes of pixels in groups": (
        (1, 5, 6, 7, 6),
        (3, 2, 3, 3, 4),
        {"groups": 2, "stride": 2, "dilation": (1, 2, 1), "data_format": "channels_last"},
    ),
}


@pytest.mark.parametrize("name", REDUCTION_BLOCKS)
def test_patches_in_reduction_blocks(name):
    x_shape, w_shape, options = REDUCTION_BLOCKS[name]
    x, w = random_values(x_shape, "float32"), random_values(w_shape, "float32", 1)
    options = {"padding": 1} | options
    seen = set()
    for limit in range(300, 3000, 150):
        problem = problem_of(x, w, workspace_limit=limit, workers=1, **options)
        seen.add(tiling_of(problem).reduction_block)
        check(IM2COL, x, w, workspace_limit=limit, workers=1, **options)
    assert any(block % problem.taps for block in seen)


@pytest.mark.parametrize("filters", [1, 3, 24, 64, 96, 128])
@pytest.mark.parametrize("image", [(14, 14), (56, 56), (112, 224)])
def test_products_with_few_filters_are_those_that_openblas_does_not_pack(filters, image):
    x = random_values((1, 32, *image), "float32")
    w = random_values((filters, 32, 3, 3), "float32")
    tiling = tiling_of(problem_of(x, w, workers=1, padding=1))
    assert tiling.pixels * tiling.reduction_block * filters <= 100**3


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "complex128"])
def test_windows_for_many_filters_leave_half_of_the_cache(dtype):
    x, w = random_values((1, 64, 56, 56), dtype), random_values((256, 64, 3, 3), dtype)
    tiling = tiling_of(problem_of(x, w, workers=1, padding=1))
    assert tiling.pixels * tiling.reduction_block * x.itemsize <= caches().l2 // 2


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "complex128", "float16"])
@pytest.mark.parametrize("with_bias", [False, True])
@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((2, 40, 3, 3), (70, 40, 3, 3), {}),
        ((1, 12, 1, 1), (9, 4, 3, 3), {"padding": 1, "groups": 3}),
        ((3, 50, 1), (33, 50, 1), {}),  # read without packing
        ((1, 7, 9), (5, 7, 2), {"stride": 9}),
        ((1, 1, 1, 40), (3, 3, 40, 6), {"data_format": "channels_last", "padding": 1}),
    ],
)
def test_single_pixels(x_shape, w_shape, options, dtype, with_bias):
    last = "data_format" in options
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((w_shape[-1 if last else 0],), dtype, 3) if with_bias else None
    problem = problem_of(x, w, **options)
    assert tiling_of(problem).pixels == 1
    check(IM2COL, x, w, bias, **options)
    # The reduction in parts, which are summed before they are added.
    tiling = tiling_of(replace(problem, workspace_limit=0, workers=1))
    smallest = tiling.workspace(problem.accumulator.itemsize)
    check(IM2COL, x, w, bias, workspace_limit=smallest, workers=1, **options)


def test_zeros_times_nan_in_single_pixels():
    x, w = np.zeros((1, 8, 1), "float32"), np.ones((5, 8, 1), "float32")
    w[2, 3] = np.nan
    y = conv(x, w, backend="im2col")[0, :, 0]
    assert np.isnan(y).tolist() == [False, False, True, False, False]
