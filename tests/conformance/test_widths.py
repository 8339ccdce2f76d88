"""Conformance: sizes around and off the multiples of vectors and register tiles."""

import pytest

from support.agreement import FAST, check, random_values, slow_but, slow_but_first

WIDTHS = [*range(1, 41), *range(63, 68)]
CHANNELS = [*range(1, 36), *range(64, 71)]
FILTERS = [1, 3, 8, 17]
# Parts of a vector, whole vectors, and vectors with a remainder.
FAST_SIZES = (1, 4, 7, 8, 9, 17, 33, 67)


def ids(backend):
    return backend.name


@pytest.mark.parametrize("width", slow_but(WIDTHS, *FAST_SIZES))
def test_output_width(backend, width):
    w = random_values((3, 1, 3), "float32", 2)
    check(backend, random_values((1, 1, width + 2), "float32", 1), w)


@pytest.mark.parametrize("channels", slow_but(CHANNELS, *FAST_SIZES))
def test_input_channels(backend, channels):
    x = random_values((1, channels, 4), "float32", 1)
    check(backend, x, random_values((2, channels, 2), "float32", 2))


@pytest.mark.parametrize("channels", slow_but(CHANNELS, *FAST_SIZES))
def test_output_channels(backend, channels):
    x = random_values((1, 2, 4), "float32", 1)
    check(backend, x, random_values((channels, 2, 2), "float32", 2))


# The tests below compute many products. They leave out plain Python, which has no vectors.
@pytest.mark.parametrize(
    "dtype", slow_but_first(["float32", "float64", "complex64", "complex128", "int32"])
)
@pytest.mark.parametrize("k", slow_but(FILTERS, 8))
@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_widths_and_channels_together(backend, k, dtype):
    for width in WIDTHS:
        x = random_values((1, 2, 3, width + 2), dtype, width)
        check(backend, x, random_values((k, 2, 2, 3), dtype, k))


@pytest.mark.slow
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_channels_and_filters_together(backend, dtype):
    for channels in CHANNELS:
        k = CHANNELS[-channels % len(CHANNELS)]
        x = random_values((1, channels, 5, 7), dtype, channels)
        check(backend, x, random_values((k, channels, 3, 3), dtype, k), padding=1)


@pytest.mark.parametrize("stride", slow_but_first([2, 1]))
@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_depthwise_widths(backend, stride):
    for width in WIDTHS:
        x = random_values((1, 3, 4, width), "float32", width)
        w = random_values((3, 1, 3, 3), "float32", 2)
        check(backend, x, w, groups=3, padding="same", stride=stride)


@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_grouped_channels(backend):
    for groups in (2, 3, 5):
        for depth in (1, 2, 4, 7, 16):
            x = random_values((2, groups * depth, 5, 6), "float32", depth)
            w = random_values((groups * (depth + 1), depth, 3, 3), "float32", groups)
            check(backend, x, w, groups=groups, padding=1)


@pytest.mark.parametrize(
    "options", [{}, {"stride": 2}, {"dilation": 3}, {"padding": "same"}], ids=str
)
@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_pointwise_and_long_kernels(backend, options):
    for kernel in (1, 2, 5, 16, 33, 100):
        x = random_values((1, 3, 310), "float32", kernel)
        check(backend, x, random_values((5, 3, kernel), "float32", 1), **options)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_problems_of_many_tiles(backend, workers):
    x = random_values((2, 16, 60, 61), "float32", 1)
    w = random_values((40, 16, 3, 3), "float32", 2)
    bias = random_values((40,), "float32", 3)
    check(backend, x, w, bias, padding=1, workers=workers)
    check(backend, x, w, stride=2, padding="same", workers=workers)
    volume = random_values((1, 5, 20, 19, 18), "float32", 1)
    check(backend, volume, random_values((7, 5, 3, 3, 3), "float32", 2), workers=workers)
    signal = random_values((1, 1, 40_001), "float32", 1)
    check(backend, signal, random_values((1, 1, 101), "float32", 2), workers=workers)


@pytest.mark.parametrize("backend", FAST, ids=ids)
def test_large_images_and_kernels(backend):
    image = random_values((1, 150, 203), "float32", 1)
    for size in (3, 7, 15, 31):
        kernel = random_values((1, 1, size, size), "float32", 2)
        check(backend, image, kernel, padding="same")
    check(backend, image, kernel, padding="same", padding_mode="reflect", stride=3)
