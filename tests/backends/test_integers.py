"""Exact integers in `direct`: int16x2 and int8x4 products, and elements of 32 and of 64 bits.

The dtypes and the number of products per output decide the element type. The largest values of each
dtype must therefore come out right at the longest sum that an element type takes, and at one
product more.
"""

import numpy as np
import pytest

from polyconv import conv
from polyconv.backends.direct.elements import elements_of
from support.agreement import check, problem_of, random_values
from support.direct_problems import DIRECT, LAST, PROBLEMS

# Dtypes of x, w, bias and result; then the elements summed: int16x2, or integers of 32 or 64 bits.
TYPES = {
    "int8": ("int8", "int8", "int64", None, "int16x2"),
    "uint8 to int32": ("uint8", "uint8", "int32", "int32", "int16x2"),
    "uint8": ("uint8", "uint8", "uint8", None, "int16x2"),
    "uint8 and int8": ("uint8", "int8", "int8", "int32", "int16x2"),
    "int8 and uint8": ("int8", "uint8", "int8", "int32", "int16x2"),
    "bool": ("bool", "int8", "bool", None, "int16x2"),
    "int16 to int32": ("int16", "int16", "int64", "int32", "int16x2"),
    "int8 to int8": ("int8", "int8", "int16", "int8", "int16x2"),
    "int16 and uint8 to int16": ("int16", "uint8", "int16", "int16", "int16x2"),
    "int32": ("int32", "int32", "int32", "int32", 32),
    "uint16 to uint32": ("uint16", "uint16", "uint16", "uint32", 32),
    "int64 to int32": ("int64", "int32", "int64", "int32", 32),
    "int32 to int64": ("int32", "int32", "int64", None, 64),
}
NAMES = [name for name in PROBLEMS if name != "more channels than fit"]


# Problems with sums of 8-bit products that pass 32 bits.
LONG_SUMS = {
    "a few outputs of a large kernel": ["uint8"],
    "blocks of more channels than fit": ["int8", "uint8"],
}


def kind(x, w, **options):
    """Return the elements of a problem; int8x4 counts as int16x2, whose sums are as long."""
    elements = elements_of(problem_of(x, w, **options))
    narrow = elements.int16x2 or elements.int8x4
    return "int16x2" if narrow else 8 * elements.dtype.itemsize


@pytest.mark.slow
@pytest.mark.parametrize("types", TYPES)
@pytest.mark.parametrize("name", NAMES)
def test_every_variant_is_exact(name, types):
    x_shape, w_shape, options = PROBLEMS[name]
    x_type, w_type, bias_type, dtype, expected = TYPES[types]
    x, w = random_values(x_shape, x_type, 1), random_values(w_shape, w_type, 2)
    filters = w_shape[-1 if "data_format" in options else 0]
    bias = random_values((filters,), bias_type, 3)
    if expected == "int16x2" and types in LONG_SUMS.get(name, ()):
        expected = 64
    assert kind(x, w, dtype=dtype, **options) == expected
    check(DIRECT, x, w, bias, workers=2, dtype=dtype, **options)
    check(DIRECT, x, w, workers=1, dtype=dtype, **options)


MODES = [
    {"padding_mode": "constant", "padding_value": 255},
    {"padding_mode": "constant", "padding_value": 1},
    *({"padding_mode": mode} for mode in ("zeros", "edge", "reflect", "symmetric", "wrap")),
]


@pytest.mark.slow
@pytest.mark.parametrize("format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("channels", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_paddings_and_odd_channels(mode, channels, format):
    """Contiguous and strided input rows, groups, and widths off the multiples of a vector."""
    options = {"data_format": format, "groups": 2, "dtype": "int32", "workers": 1, **mode}
    for width in (1, 5, 16, 35):
        x = random_values((2, 2 * channels, 6, width), "uint8", 1)
        x[0] = 255
        w = random_values((10, channels, 3, 2), "int8", 2)
        if format == "channels_last":
            x, w = np.moveaxis(x, 1, -1), w.transpose(2, 3, 1, 0)
        for layout in (x, np.ascontiguousarray(x), np.ascontiguousarray(x)[..., ::-1]):
            check(DIRECT, layout, w, padding=((2, 3), (1, 4)), **options)
        wide = {"stride": (2, 1), "dilation": (1, 3), "flip": True}
        check(DIRECT, x, w, padding=(1, 5), **wide, **options)


@pytest.mark.parametrize("value", [-128, 127])
def test_a_padding_value_with_a_sign(value):
    x, w = random_values((1, 3, 5, 20), "int8", 1), random_values((20, 3, 3, 3), "int8", 2)
    for format in ("channels_first", "channels_last"):
        if format == "channels_last":
            x, w = x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0)
        check(
            DIRECT,
            x,
            w,
            padding=2,
            padding_mode="constant",
            padding_value=value,
            data_format=format,
        )


@pytest.mark.parametrize("filters", [1, 4, 40])
@pytest.mark.parametrize(
    ("x_type", "x_value", "w_type", "w_value", "dtype"),
    [
        ("int8", -128, "int8", -128, None),
        ("int8", -128, "int8", 127, None),
        ("uint8", 255, "uint8", 255, None),
        ("uint8", 255, "int8", -128, None),
        ("int8", -128, "uint8", 255, "int32"),
        # The sum of two such products overflows 32 bits, before it is added to the accumulator.
        ("int16", -32768, "int16", -32768, "int32"),
        ("int16", -32768, "int16", -32768, "int16"),
        ("int16", -32768, "int16", 32767, "int32"),
        ("uint32", 2**32 - 1, "uint32", 2**32 - 1, "uint32"),
        ("int32", -(2**31), "int32", -(2**31), None),
    ],
)
def test_extreme_values_are_exact(x_type, x_value, w_type, w_value, dtype, filters):
    x = np.full((1, 6, 4, 33), x_value, x_type)
    w = np.full((filters, 6, 3, 3), w_value, w_type)
    check(DIRECT, x, w, padding=1, dtype=dtype)


@pytest.mark.parametrize("layout", [{}, LAST])
@pytest.mark.parametrize(
    ("x_type", "w_type", "x_value", "w_value"),
    [("uint8", "uint8", 255, 255), ("uint8", "int8", 255, -128), ("int8", "int8", -128, -128)],
)
def test_sums_of_32_bits_are_left_where_they_could_overflow(
    x_type, w_type, x_value, w_value, layout
):
    """The longest sum of extreme products that fits 32 bits, and one product more."""
    max_terms = (2**31 - 1) // abs(x_value * w_value)
    for terms, expected in ((max_terms, "int16x2"), (max_terms + 1, 64)):
        x, w = np.full((1, terms, 3), x_value, x_type), np.full((18, terms, 1), w_value, w_type)
        if layout:
            x, w = x.swapaxes(1, 2), w.transpose(2, 1, 0)
        assert kind(x, w, **layout) == expected
        y = conv(x, w, backend="direct", **layout)
        np.testing.assert_array_equal(y, x_value * w_value * terms)
        # A 32-bit result wraps around, so 32-bit sums are enough.
        assert kind(x, w, dtype="int32", **layout) == "int16x2"
        y = conv(x, w, backend="direct", dtype="int32", **layout)
        np.testing.assert_array_equal(y, np.int64(x_value * w_value * terms).astype(np.int32))


@pytest.mark.parametrize("filters", [1, 3, 20])
def test_a_wide_bias_is_added_exactly(filters):
    """A bias beyond 32 bits is added in 64 bits, or wraps around in a result of 32 bits."""
    x, w = random_values((1, 2, 5, 9), "int8", 1), random_values((filters, 2, 3, 3), "int8", 2)
    bias = np.full(filters, 2**63 - 5)
    for dtype in (None, "int32", "int16"):
        check(DIRECT, x, w, bias, dtype=dtype)
        check(DIRECT, x, w, -bias, dtype=dtype)


@pytest.mark.slow
def test_results_in_any_strides():
    x, w = random_values((2, 3, 7, 21), "uint8", 1), random_values((20, 3, 3, 3), "int8", 2)
    for dtype in ("int64", "int32", "int16"):
        right = conv(x, w, backend="naive", dtype=dtype)
        wide = np.full((2, 40, 5, 2, 19), 77, dtype)
        for out in (wide[:, ::2, :, 0], wide.swapaxes(3, 4)[:, ::-2, :, :, 1]):
            conv(x, w, backend="direct", dtype=dtype, out=out)
            np.testing.assert_array_equal(out, right)
        assert (wide[:, ::2, :, 1] == 77).all()


def test_inputs_in_any_strides():
    w = random_values((20, 4, 1, 1), "int8", 2)
    wide = random_values((3, 8, 14, 12), "uint8", 1)
    for x in (
        wide[:, :4],
        wide[:, ::2],
        wide[:, :4, 3:9],
        wide[:, :4, ::2],
        wide[:, :4, ::-1],
        wide[:, :4, :, :7],
        wide[:, :4, :, ::2],
        wide[:, :4, :, ::-1],
        np.broadcast_to(wide[:, :4, :1], (3, 4, 14, 12)),
        wide.swapaxes(2, 3)[:, :4],
    ):
        check(DIRECT, x, w)
        check(DIRECT, x, w, padding=1)
        check(DIRECT, x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0), **LAST)


def test_int16x2_takes_fewer_operations():
    """The cost model counts one operation for two channels, and one for an odd channel."""
    w = np.zeros((64, 64, 3, 3), np.int16)
    for channels, paired in ((64, 32), (3, 2), (1, 1)):
        problems = [
            problem_of(np.zeros((1, channels, 20, 20), x), w[:, :channels], dtype="int32")
            for x in ("int8", "int32")
        ]
        assert [elements_of(p).channels for p in problems] == [paired, channels]
        narrow, wide = (DIRECT.cost(p) for p in problems)
        assert narrow.flops * channels <= 1.1 * wide.flops * paired
        assert narrow.prepared * channels == wide.prepared * paired
