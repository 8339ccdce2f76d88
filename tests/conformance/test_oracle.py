"""The reference itself, against arithmetic with Python's own integers and against SciPy."""

from itertools import product

import numpy as np
import pytest
import scipy.signal

from support import oracle
from support.agreement import random_values


def by_hand(x, w, bias, stride, pads, dilation, groups):
    """Convolve in Python integers, which never wrap around, with zeros as padding."""
    n, _, height, width = x.shape
    k, depth, rows, columns = w.shape
    (top, bottom), (left, right) = pads
    size = [
        len(range(0, extent - d * (taps - 1), s))
        for extent, d, taps, s in zip(
            (height + top + bottom, width + left + right),
            dilation,
            (rows, columns),
            stride,
            strict=True,
        )
    ]
    y = np.zeros((n, k, *size), object)
    for b, o, i, j in product(range(n), range(k), *map(range, size)):
        total = int(bias[o])
        for ci, r, q in product(range(depth), range(rows), range(columns)):
            row = i * stride[0] + r * dilation[0] - top
            column = j * stride[1] + q * dilation[1] - left
            if 0 <= row < height and 0 <= column < width:
                channel = o // (k // groups) * depth + ci
                total += int(x[b, channel, row, column]) * int(w[o, ci, r, q])
        y[b, o, i, j] = total
    return y


@pytest.mark.parametrize("dtype", ["int64", "uint64", "int8"])
def test_integers_wrap_as_python_integers_modulo_the_word(dtype):
    x, w = random_values((2, 4, 6, 7), dtype, 1), random_values((4, 2, 2, 3), dtype, 2)
    bias = random_values((4,), dtype, 3)
    stride, pads, dilation, groups = (2, 1), ((1, 0), (2, 3)), (1, 2), 2
    reference = oracle.convolve(
        x, w, bias, stride=stride, padding=pads, dilation=dilation, groups=groups
    )
    exact = by_hand(x, w, bias, stride, pads, dilation, groups)
    signed = reference.dtype.kind == "i"
    assert reference.dtype == (np.int64 if signed else np.uint64)
    modulus = 1 << 64
    wrapped = exact % modulus
    if signed:
        wrapped = (exact + modulus // 2) % modulus - modulus // 2
    assert reference.value.tolist() == wrapped.tolist()


@pytest.mark.parametrize("mode", ["valid", "same", "full"])
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_floats_agree_with_scipy(mode, rank):
    x = random_values((9, 8, 7)[:rank], "float64", 1)
    w = random_values((3, 5, 3)[:rank], "float64", 2)
    ours = oracle.convolve(x[None], w[None, None], padding=mode)
    expected = scipy.signal.correlate(x, w, mode, method="direct")
    np.testing.assert_allclose(ours.value[0].astype(float), expected, rtol=1e-12, atol=1e-12)
    flipped = oracle.convolve(x[None], w[None, None], padding=mode, flip=True)
    expected = scipy.signal.convolve(x, w, mode, method="direct")
    np.testing.assert_allclose(flipped.value[0].astype(float), expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("mode", "extended"),
    [
        ("zeros", [0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0]),
        ("reflect", [1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3]),
        ("symmetric", [3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1]),
        ("edge", [1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]),
        ("replicate", [1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]),
        ("wrap", [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1]),
        ("circular", [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1]),
    ],
)
def test_padding_modes_of_a_wide_pad(mode, extended):
    got = oracle.convolve([[1, 2, 3]], [[[1]]], padding=4, padding_mode=mode)
    assert got.value[0].tolist() == extended


def test_scale_is_counted_over_finite_elements_and_padding():
    x = np.array([[1.0, -2.0, np.inf]])
    w = np.array([[[1.0, -3.0]], [[0.5, np.nan]]])
    scale = oracle.convolve(x, w, [1.0, -1.0], padding_mode="constant", padding=1, padding_value=5)
    assert scale.scale.tolist() == [5 * 4 + 1, 5 * 0.5 + 1]


def test_both_layouts_hold_the_same_numbers():
    x, w = random_values((2, 4, 5, 6), "float32", 1), random_values((6, 2, 2, 3), "float32", 2)
    first = oracle.convolve(x, w, groups=2)
    last = oracle.convolve(
        x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0), groups=2, data_format="channels_last"
    )
    assert last.value.transpose(0, 3, 1, 2).tolist() == first.value.tolist()
    single = oracle.convolve(x[1], w, groups=2)
    assert single.value.tolist() == first.value[1].tolist()
    assert (first.channel_axis, last.channel_axis, single.channel_axis) == (1, 3, 0)


def test_answers_are_kept_for_equal_problems_only():
    x, w, bias = (random_values(shape, "float32", 1) for shape in ((2, 9), (3, 2, 4), (3,)))
    answers = oracle.Answers(1000)
    first = answers(x, w, bias, padding=1)
    assert answers(x.copy(), w, bias, padding=1) is first
    with pytest.raises(ValueError, match="read-only"):
        first.value[...] = 0
    changed = x.copy()
    changed[1, 8] += 1
    for arguments, options in (
        ((changed, w, bias), {"padding": 1}),
        ((x, w[:, ::-1], bias), {"padding": 1}),
        ((x, w), {"padding": 1}),
        ((x, w, bias), {"padding": 2}),
        ((x.astype("float64"), w, bias), {"padding": 1}),
        ((x.astype(">f4"), w.astype("float64"), bias), {"padding": 1}),
    ):
        got, wanted = (each(*arguments, **options) for each in (answers, oracle.convolve))
        assert got.dtype == wanted.dtype
        np.testing.assert_array_equal(got.value, wanted.value)
    assert answers(x, w, bias, padding=1) is not first  # 1000 bytes hold but a few
