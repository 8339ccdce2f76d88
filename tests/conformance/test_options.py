"""Conformance: stride, dilation, groups, bias, flip, data formats, batching, and empty arrays."""

import numpy as np
import pytest

import polyconv
from polyconv import backends, choose, conv, explain, output_shape
from support.agreement import check, random_values, require, slow_but, slow_but_first

SPATIAL = {1: (17,), 2: (7, 9), 3: (5, 4, 6)}
KERNEL = {1: (3,), 2: (3, 2), 3: (2, 3, 2)}


def inputs(rank: int, *, c: int = 2, k: int = 2, groups: int = 1, dtype: str = "float32"):
    x = random_values((2, c, *SPATIAL[rank]), dtype, 1)
    w = random_values((k, c // groups, *KERNEL[rank]), dtype, 2)
    return x, w


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("padding", slow_but_first([1, 0, "same"]))
def test_every_rank(backend, rank, padding):
    check(backend, *inputs(rank), padding=padding)


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("stride", slow_but_first([2, 3, 7, 100]))
def test_one_stride_for_all_axes(backend, rank, stride):
    check(backend, *inputs(rank), stride=stride)


@pytest.mark.parametrize(
    "stride", slow_but_first([(2, 5), (1, 2), (3, 1), [2, 2], np.array([4, 3])])
)
@pytest.mark.parametrize("padding", slow_but_first(["full", 0, "causal", ((0, 2), (1, 0))]))
@pytest.mark.slow_in_python
def test_a_stride_for_each_axis(backend, stride, padding):
    check(backend, *inputs(2), stride=stride, padding=padding)


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("dilation_stride", slow_but_first([(2, 3), (2, 1), (3, 2)]), ids=str)
def test_one_dilation_for_all_axes(backend, rank, dilation_stride):
    dilation, stride = dilation_stride
    check(backend, *inputs(rank), dilation=dilation, stride=stride, padding="same")


@pytest.mark.parametrize("dilation", slow_but_first([(1, 3), (30, 40), (3, 1), (2, 8)], fast=2))
def test_a_dilation_for_each_axis(backend, dilation):
    check(backend, *inputs(2), dilation=dilation, padding="full", stride=(3, 4))


@pytest.mark.parametrize("rank", slow_but_first([2, 1, 3]))
@pytest.mark.parametrize(
    ("c", "k", "groups"),
    [(4, 4, 2), (6, 3, 3), (4, 8, 2), (3, 3, 3), (3, 6, 3), (2, 10, 2), (1, 5, 1)],
    ids=["groups", "shrink", "grow", "depthwise", "multiplier 2", "multiplier 5", "one channel"],
)
def test_groups(backend, rank, c, k, groups):
    x, w = inputs(rank, c=c, k=k, groups=groups)
    check(backend, x[..., :4], w, groups=groups, padding=1)


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("dilation", [1, 2])
def test_depthwise_with_stride_and_dilation(backend, stride, dilation):
    x, w = random_values((1, 5, 9, 8), "float32", 1), random_values((5, 1, 3, 3), "float32", 2)
    check(backend, x, w, groups=5, stride=stride, dilation=dilation, padding="same")


@pytest.mark.parametrize("rank", slow_but_first([2, 1, 3]))
@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("batched", [True, False])
def test_layouts_with_bias(backend, rank, groups, data_format, batched):
    x, w = inputs(rank, c=2, k=4, groups=groups)
    bias = 10 * random_values((4,), "float32", 3)
    if data_format == "channels_last":
        x = np.ascontiguousarray(np.moveaxis(x, 1, -1))
        w = np.ascontiguousarray(np.moveaxis(w, (0, 1), (-1, -2)))
    check(
        backend,
        x if batched else x[1],
        w,
        bias,
        groups=groups,
        data_format=data_format,
        padding=1,
        stride=2,
    )


@pytest.mark.parametrize(
    "bias_dtype", slow_but_first(["float64", "float32", "float16", "int16", "bool"])
)
def test_a_bias_of_another_dtype(backend, bias_dtype):
    check(backend, *inputs(2), random_values((2,), bias_dtype, 3))


@pytest.mark.parametrize("dtype", ["float64", "complex64", "int16"])
def test_bias_in_other_result_dtypes(backend, dtype):
    x, w = inputs(2, dtype=dtype)
    check(backend, x, w, random_values((2,), dtype, 3), padding=1)


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex64"]))
@pytest.mark.slow_in_python
def test_flip(backend, rank, data_format, dtype):
    x, w = inputs(rank, c=2, k=2, groups=2, dtype=dtype)
    if data_format == "channels_last":
        x, w = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
    check(backend, x, w, flip=True, groups=2, data_format=data_format, padding="same", dilation=2)


def test_flip_turns_the_spatial_axes_and_conjugates_nothing(backend):
    x = np.zeros((1, 2, 5), complex)
    x[0, :, 2] = 1, 1j
    w = np.array([[[1, 2j, 3], [4, 5, 6j]]])
    require(backend, x, w, flip=True)
    y = conv(x, w, flip=True, backend=backend.name)
    np.testing.assert_allclose(y, [[[1 + 4j, 2j + 5j, 3 - 6]]], atol=1e-13)


@pytest.mark.parametrize("kernel", [(1, 1), (1, 5), (5, 1), (7, 9), (2, 2), (4, 3)])
@pytest.mark.parametrize("padding", slow_but_first(["same", 0]))
def test_kernels_of_many_shapes(backend, kernel, padding):
    x, w = random_values((1, 2, 7, 9), "float32", 1), random_values((2, 2, *kernel), "float32", 2)
    check(backend, x, w, padding=padding)


def test_a_kernel_wider_than_the_input(backend):
    x, w = random_values((1, 1, 3), "float32", 1), random_values((1, 1, 11), "float32", 2)
    check(backend, x, w, padding="full")
    check(backend, x, w, padding=4)


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((0, 2, 8), (3, 2, 3), {}),
        ((2, 0, 8), (3, 0, 3), {}),
        ((0, 8), (3, 0, 3), {}),
        ((2, 2, 8), (0, 2, 3), {}),
        ((2, 4, 8), (0, 2, 3), {"groups": 2}),
        ((0, 0, 8), (0, 0, 3), {}),
        ((2, 2, 0), (3, 2, 3), {"padding": 2}),
        ((2, 2, 0), (3, 2, 3), {"padding": "full"}),
        ((2, 2, 0, 5), (3, 2, 1, 3), {"padding": ((1, 0), (0, 0))}),
        ((2, 2, 5, 0), (3, 2, 3, 3), {"padding": 2, "dilation": (2, 1)}),
        ((0, 2, 4, 4, 4), (3, 2, 2, 2, 2), {}),
        ((2, 0, 4, 4), (4, 0, 3, 3), {"groups": 2, "padding": 1, "stride": 2}),
        (
            (2, 2, 0),
            (3, 2, 3),
            {"padding": 2, "padding_mode": "constant", "padding_value": 2},
        ),
    ],
)
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "int8"]))
@pytest.mark.parametrize("with_bias", slow_but_first([True, False]))
def test_sizes_of_zero(backend, x_shape, w_shape, options, dtype, with_bias):
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    check(backend, x, w, random_values(w_shape[:1], dtype, 3) if with_bias else None, **options)


@pytest.mark.parametrize("padding", ["same", "same_lower", "causal"])
@pytest.mark.parametrize(
    "mode", slow_but_first(["zeros", "wrap", "reflect", "constant", "edge"], fast=2)
)
@pytest.mark.parametrize(
    "sizes", slow_but_first([((0,), (4,)), ((4, 0, 3), (1, 3, 3)), ((0, 5), (3, 2))], fast=2)
)
@pytest.mark.parametrize("stride", slow_but_first([1, 5]))
def test_padding_that_keeps_the_size_keeps_an_empty_axis(backend, padding, mode, sizes, stride):
    spatial, kernel = sizes
    x, w = np.ones((2, 6, *spatial), "float32"), np.ones((3, 6, *kernel), "float32")
    options = {"padding": padding, "padding_mode": mode, "stride": stride}
    shape = (2, 3, *(-(-n // stride) for n in spatial))
    assert output_shape(x.shape, w.shape, padding=padding, stride=stride) == shape
    assert explain(x, w, **options).to_dict()["choice"]["backend"] in backends()
    assert choose(x.shape, w.shape, **options).backend in backends()
    require(backend, x, w, **options)
    for bias in (None, np.ones(3, "float32")):
        y = conv(x, w, bias, backend=backend.name, **options)
        assert (y.shape, y.dtype) == (shape, x.dtype)
        out = np.empty(shape, "float32")
        assert polyconv.plan(x, w, bias, backend=backend.name, **options)(x, out=out) is out


def test_other_padding_of_an_empty_axis_is_too_little():
    x, w = np.ones((2, 6, 0)), np.ones((3, 6, 4))
    for padding in ("valid", 1):
        with pytest.raises(ValueError, match="w reaches over 4 elements"):
            conv(x, w, padding=padding)


def test_no_channels_give_the_bias(backend):
    x, w = np.ones((2, 0, 6)), np.ones((3, 0, 3))
    assert conv(x, w, backend=backend.name).tolist() == np.zeros((2, 3, 4)).tolist()
    y = conv(x, w, [1.0, 2.0, 3.0], backend=backend.name)
    assert y[1].tolist() == [[1.0] * 4, [2.0] * 4, [3.0] * 4]


@pytest.mark.parametrize("n", slow_but(range(2, 12), 2, 3, 5, 8))
@pytest.mark.parametrize("stride", slow_but_first([2, 3]))
def test_inputs_that_the_last_window_does_not_reach(backend, n, stride):
    x, w = random_values((1, 1, n, n + 1), "float32", 1), random_values((1, 1, 2, 2), "float32", 2)
    check(backend, x, w, stride=stride)
