"""Conformance: padding values, padding widths, and the formula of the output size."""

from itertools import product

import numpy as np
import pytest

from polyconv import conv, output_shape
from polyconv._padded_input import input_index
from polyconv._request import make_problem
from support.agreement import check, random_values, require, slow_but_first, supports

MODES = {
    "zeros": "constant",
    "constant": "constant",
    "reflect": "reflect",
    "symmetric": "symmetric",
    "edge": "edge",
    "replicate": "edge",
    "wrap": "wrap",
    "circular": "wrap",
}
NAMES = ["valid", "same", "same_lower", "full", "causal"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pads", slow_but_first([((11, 14),), ((1, 2),), ((0, 3),), ((4, 0),)]))
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "int16", "complex128"]))
def test_padding_is_numpy_pad_in_one_dimension(backend, mode, pads, dtype):
    x, w = random_values((2, 2, 5), dtype, 1), random_values((2, 2, 3), dtype, 2)
    agrees_with_numpy_pad(backend, x, w, pads, mode)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "pads", slow_but_first([((0, 1), (9, 0)), ((1, 1), (2, 2)), ((7, 8), (0, 0))])
)
def test_padding_is_numpy_pad_in_two_dimensions(backend, mode, pads):
    x, w = random_values((1, 2, 3, 4), "float32", 1), random_values((1, 2, 2, 3), "float32", 2)
    agrees_with_numpy_pad(backend, x, w, pads, mode, stride=(2, 1))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.slow_in_python
def test_padding_is_numpy_pad_in_three_dimensions(backend, mode):
    x = random_values((1, 1, 3, 2, 4), "float32", 1)
    w = random_values((2, 1, 2, 2, 2), "float32", 2)
    agrees_with_numpy_pad(backend, x, w, ((2, 0), (3, 1), (1, 1)), mode, dilation=(2, 1, 2))


@pytest.mark.parametrize("mode", ["reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("stride", slow_but_first([1, 4, 6, 7]))
@pytest.mark.slow_in_python
def test_padding_of_many_periods(backend, mode, stride):
    """Strides that divide a period (3, 6 or 4), share a factor with it, or none."""
    for n, dtype in ((3, "float32"), (1, "float64"), (2, "complex64"), (3, "int16")):
        x, w = random_values((1, 1, n), dtype, 1), random_values((1, 1, 3), dtype, 2)
        for pads in ((40, 1), (3, 53)):
            agrees_with_numpy_pad(backend, x, w, (pads,), mode, stride=stride)


def agrees_with_numpy_pad(backend, x, w, pads, mode, **options):
    """Check that ``conv(x, w, padding=p, padding_mode=m) == conv(np.pad(x, p, m), w)``.

    `check` holds both to the reference; for exact integers they are also compared directly.
    """
    value = 3 if mode == "constant" else 0
    extra = {"constant_values": value} if MODES[mode] == "constant" else {}
    padded = np.pad(x, [(0, 0), (0, 0), *pads], mode=MODES[mode], **extra)
    check(backend, x, w, padding=pads, padding_mode=mode, padding_value=value, **options)
    check(backend, padded, w, **options)
    if x.dtype.kind in "iu" and supports(backend, x, w, **options):
        ours = conv(
            x,
            w,
            padding=pads,
            padding_mode=mode,
            padding_value=value,
            backend=backend.name,
            **options,
        )
        assert ours.tolist() == conv(padded, w, backend=backend.name, **options).tolist()


@pytest.mark.parametrize("mode", ["reflect", "symmetric", "edge", "wrap"])
def test_padding_an_axis_of_one_element(backend, mode):
    x, w = random_values((1, 2, 1, 5), "float32", 1), random_values((1, 2, 3, 3), "float32", 2)
    check(backend, x, w, padding=3, padding_mode=mode)


@pytest.mark.slow
@pytest.mark.parametrize(
    "padding",
    [
        2,
        np.int8(2),
        (1, 2),
        [1, 2],
        np.array([3, 0]),
        ((1, 2), (0, 3)),
        [[1, 2], [0, 3]],
        np.array([[0, 2], [5, 0]]),
        *NAMES,
    ],
    ids=repr,
)
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), ((2, 3), 1), (1, (2, 1)), (3, (1, 2))])
def test_every_form_of_padding(backend, padding, stride, dilation):
    x, w = random_values((1, 2, 6, 7), "float32", 1), random_values((2, 2, 2, 3), "float32", 2)
    check(backend, x, w, padding=padding, stride=stride, dilation=dilation)


@pytest.mark.parametrize("padding", ["same", "same_lower", "full", "causal"])
@pytest.mark.parametrize("mode", ["constant", "reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("n", slow_but_first([2, 1, 9]))
def test_named_padding_in_every_mode(backend, padding, mode, n):
    x, w = random_values((1, 1, n), "float64", 1), random_values((2, 1, 4), "float64", 2)
    check(backend, x, w, padding=padding, padding_mode=mode, stride=2)


# By hand, from the rules as TensorFlow and ONNX document them: n, kernel, stride, dilation, then
# (lo, hi). "same" puts an odd element at the end; evenness is that of the dilated kernel.
SAME = [
    (5, 3, 1, 1, (1, 1)),
    (5, 2, 1, 1, (0, 1)),
    (5, 4, 1, 1, (1, 2)),
    (5, 1, 1, 1, (0, 0)),
    (5, 3, 2, 1, (1, 1)),
    (6, 3, 2, 1, (0, 1)),
    (224, 7, 2, 1, (2, 3)),
    (6, 2, 2, 1, (0, 0)),
    (7, 2, 2, 1, (0, 1)),
    (5, 2, 1, 2, (1, 1)),
    (5, 2, 1, 3, (1, 2)),
    (5, 1, 3, 1, (0, 0)),
    (10, 2, 5, 1, (0, 0)),
    (11, 3, 5, 1, (1, 1)),
    (1, 5, 1, 1, (2, 2)),
    (2, 4, 3, 1, (1, 1)),
    (8, 3, 3, 2, (1, 2)),
]


@pytest.mark.parametrize(("n", "kernel", "stride", "dilation", "pads"), SAME)
def test_same_by_hand(n, kernel, stride, dilation, pads):
    options = {"stride": stride, "dilation": dilation}
    lo, hi = pads
    assert pads_of("same", n, kernel, **options) == (lo, hi)
    assert pads_of("same_lower", n, kernel, **options) == (hi, lo)
    for name in ("same", "same_lower"):
        shape = output_shape((1, 1, n), (1, 1, kernel), padding=name, **options)
        assert shape == (1, 1, -(-n // stride))


@pytest.mark.parametrize(
    ("n", "kernel", "stride", "dilation", "full", "causal", "full_size", "causal_size"),
    [
        (5, 3, 1, 1, (2, 2), (2, 0), 7, 5),
        (5, 1, 1, 1, (0, 0), (0, 0), 5, 5),
        (5, 2, 1, 1, (1, 1), (1, 0), 6, 5),
        (5, 3, 2, 1, (2, 2), (2, 0), 4, 3),
        (5, 3, 1, 2, (4, 4), (4, 0), 9, 5),
        (4, 3, 3, 2, (4, 4), (4, 0), 3, 2),
        (1, 7, 1, 1, (6, 6), (6, 0), 7, 1),
    ],
)
def test_full_and_causal_by_hand(n, kernel, stride, dilation, full, causal, full_size, causal_size):
    options = {"stride": stride, "dilation": dilation}
    assert pads_of("full", n, kernel, **options) == full
    assert pads_of("causal", n, kernel, **options) == causal
    for name, size in (("full", full_size), ("causal", causal_size)):
        assert output_shape((1, n), (1, 1, kernel), padding=name, **options) == (1, size)


def pads_of(padding, n, kernel, **options):
    float32 = np.dtype(np.float32)
    shapes = (1, 1, n), float32, (1, 1, kernel), float32
    return make_problem(*shapes, padding=padding, **options).pads[0]


def test_full_convolution_of_impulses_is_the_kernel(backend):
    # An impulse at the start, sampled from index 0: the flipped kernel comes out whole.
    w = np.array([[[1.0, 2.0, 3.0]]])
    x = np.array([[1.0, 0.0, 0.0]])
    require(backend, x, w)
    full = conv(x, w, padding="full", flip=True, backend=backend.name)
    np.testing.assert_allclose(full, [[1, 2, 3, 0, 0]], atol=1e-14)
    causal = conv(x, w, padding="causal", flip=True, backend=backend.name)
    np.testing.assert_allclose(causal, [[1, 2, 3]], atol=1e-14)


@pytest.mark.parametrize("dilation", [1, 2])
def test_causal_output_does_not_see_what_follows(backend, dilation):
    x = random_values((1, 2, 9), "float32", 1)
    w = random_values((3, 2, 3), "float32", 2)
    changed = x.copy()
    changed[..., 6:] += 100
    options = {"padding": "causal", "dilation": dilation}
    require(backend, x, w, **options)
    before, after = (conv(each, w, backend=backend.name, **options) for each in (x, changed))
    same = before[..., :6] - after[..., :6]
    assert np.abs(same).max() < 1e-3


def test_size_formula_by_counting_windows():
    checked = 0
    for n, kernel, stride, dilation, (lo, hi) in product(
        range(9), range(1, 6), range(1, 5), range(1, 4), [(0, 0), (1, 0), (0, 2), (3, 3)]
    ):
        reach = dilation * (kernel - 1)
        starts = [s for s in range(0, n + lo + hi, stride) if s + reach < n + lo + hi]
        arguments = (2, 3, n), (5, 3, kernel)
        options = {"stride": stride, "dilation": dilation, "padding": ((lo, hi),)}
        if not starts:
            with pytest.raises(ValueError, match="w reaches over"):
                output_shape(*arguments, **options)
            continue
        assert output_shape(*arguments, **options) == (2, 5, len(starts))
        checked += 1
    assert checked > 1000


def test_output_shape_is_the_shape_of_the_result():
    for padding, stride, data_format in product(
        [*NAMES, 1, (0, 2)], [1, (2, 3)], ["channels_first", "channels_last"]
    ):
        last = data_format == "channels_last"
        x = np.ones((2, 5, 6, 2) if last else (2, 2, 5, 6))
        w = np.ones((2, 3, 1, 4) if last else (4, 1, 2, 3))
        options = {"padding": padding, "stride": stride, "groups": 2, "data_format": data_format}
        for image in (x, x[0]):
            expected = conv(image, w, **options).shape
            assert output_shape(image.shape, w.shape, **options) == expected


@pytest.mark.parametrize(
    ("value", "dtype"),
    [(-7, "int8"), (255, "uint8"), (1, "bool"), (2.5, "float32"), (0.1, "float16"), (1 + 2j, "c8")],
)
def test_constant_padding_is_rounded_to_the_dtype_of_x(backend, value, dtype):
    x, w = random_values((1, 1, 4), dtype, 1), random_values((1, 1, 3), dtype, 2)
    check(backend, x, w, padding=2, padding_mode="constant", padding_value=value)
    # A double-precision result shows the rounding of the value.
    wide = np.result_type(dtype, "float64")
    check(backend, x, w, padding=2, padding_mode="constant", padding_value=value, dtype=wide)


@pytest.mark.parametrize("mode", ["zeros", "reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("n", [1, 2, 5])
def test_padded_coordinates_map_to_elements_as_numpy_pads(mode, n):
    lo, hi = 11, 14
    problem = make_problem(
        (1, 1, n), np.dtype("f4"), (1, 1, 1), np.dtype("f4"), padding=((lo, hi),), padding_mode=mode
    )
    wanted = np.pad(np.arange(n), (lo, hi), MODES[mode], **_outside(mode))
    assert [input_index(problem, 0, at) for at in range(n + lo + hi)] == wanted.tolist()


def _outside(mode):
    return {"constant_values": -1} if MODES[mode] == "constant" else {}
