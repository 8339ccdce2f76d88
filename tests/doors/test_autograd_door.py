"""`polyconv.autograd`: gradients of any order, and autograd's own function beside it."""

import numpy as np
import pytest

import polyconv
from support.agreement import random_values

pytest.importorskip("autograd")

import autograd.numpy as anp
from autograd import elementwise_grad, grad
from autograd.scipy import signal
from autograd.test_util import check_grads

import polyconv.autograd as door
from polyconv.autograd import conv, convolve

OPTIONS = {
    "plain": {},
    "strided": {"stride": 2, "padding": ((2, 1),)},
    "reflected": {"padding": "same", "padding_mode": "reflect", "dilation": 2},
    "constant": {"padding": 2, "padding_mode": "constant", "padding_value": -1.5},
    "grouped": {"groups": 2, "flip": True},
}


@pytest.mark.parametrize("dtype", ["float64", "complex128"])
@pytest.mark.parametrize("name", OPTIONS)
def test_gradients(name, dtype):
    options = OPTIONS[name]
    shapes = (2, 2, 6), (4, 2 // options.get("groups", 1), 3), (4,)
    arrays = [random_values(shape, dtype, seed) for seed, shape in enumerate(shapes)]
    check_grads(lambda *a: conv(*a, **options), modes=["rev"], order=2)(*arrays)
    np.testing.assert_array_equal(conv(*arrays, **options), polyconv.conv(*arrays, **options))


@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("batched", [True, False])
def test_layouts(data_format, batched):
    first = data_format == "channels_first"
    x = random_values((3, 4, 6, 5) if first else (3, 6, 5, 4), "float64", 0)
    w = random_values((2, 4, 3, 3) if first else (3, 3, 4, 2), "float64", 1)
    arrays = x if batched else x[0], w, np.ones(2)
    check_grads(lambda *a: conv(*a, data_format=data_format, padding=1), modes=["rev"])(*arrays)


def test_a_bias_by_keyword_has_a_gradient():
    x, w = np.ones((2, 1, 5)), np.ones((3, 1, 2))
    assert grad(lambda b: anp.sum(conv(x, w, bias=b)))(np.zeros(3)).tolist() == [8, 8, 8]


def test_real_and_complex_arrays():
    x, w = random_values((1, 2, 9), "float64", 0), random_values((3, 2, 3), "complex128", 1)

    def loss(x):
        return anp.sum(anp.abs(conv(x, w, backend="im2col")) ** 2)

    assert grad(loss)(x).dtype == np.float64
    check_grads(loss, modes=["rev"], order=2)(x)


def test_gradients_have_the_dtypes_of_their_arrays():
    x = random_values((1, 2, 9), "float32", 0)
    w, bias = random_values((3, 2, 3), "complex128", 1), random_values((3,), "float64", 2)

    def loss(x, w, bias):
        return anp.sum(anp.abs(conv(x, w, bias)) ** 2)

    arrays = x, w, bias
    for number, array in enumerate(arrays):
        assert grad(loss, number)(*arrays).dtype == array.dtype

    def of_x(x):  # differentiated again, through the conversion
        return anp.sum(grad(loss)(x, w, bias) ** 2)

    assert grad(of_x)(x).dtype == x.dtype
    whole = np.ones((1, 2, 9), int)
    assert grad(lambda w: anp.sum(conv(whole, w)))(w.real.astype("f4")).dtype == np.float32


SHAPES = [
    ((5,), (3,)),
    ((3,), (5,)),
    ((4,), (4,)),
    ((4, 5), (2, 3)),
    ((3, 4, 5), (2, 2, 2)),
    ((5,), (3, 2)),
]


@pytest.mark.parametrize("mode", ["full", "valid", "same"])
def test_convolve_is_that_of_autograd(mode):
    for a, b in SHAPES:
        A, B = random_values(a, "float64", 0), random_values(b, "float64", 1)
        wanted = signal.convolve(A, B, mode=mode)
        np.testing.assert_allclose(convolve(A, B, mode=mode), wanted, rtol=1e-12, atol=1e-12)
    A, B = random_values((2, 5, 4, 3), "float64", 0), random_values((2, 4, 2, 3, 2), "float64", 1)
    for axes, dot_axes in [
        (([1, 2], [2, 4]), ([0, 3], [0, 3])),
        (([-2, 1], [-1, 2]), ([0, 3], [0, 3])),
        (([1], [1]), ([], [])),
        (([], []), ([0], [0])),
    ]:
        both = {"axes": axes, "dot_axes": dot_axes, "mode": mode}
        wanted = signal.convolve(A, B, **{**both, "axes": counted(axes, A, B)})
        np.testing.assert_allclose(convolve(A, B, **both), wanted, rtol=1e-12, atol=1e-12)


def counted(axes, A, B):
    """Return axes counted from the first, as autograd wants them."""
    return [[axis % array.ndim for axis in each] for each, array in zip(axes, (A, B), strict=True)]


def test_gradients_of_convolve():
    A, B = random_values((5, 2), "float64", 0), random_values((3, 2), "float64", 1)
    check_grads(lambda A, B: convolve(A, B, mode="same"), modes=["rev"], order=2)(A, B)
    one = elementwise_grad(lambda A: convolve(A, B))(A)
    np.testing.assert_allclose(one, elementwise_grad(lambda A: signal.convolve(A, B))(A))


def test_installed_for_a_while():
    original = signal.convolve
    with door.installed():
        assert signal.convolve is not original
        np.testing.assert_allclose(signal.convolve(np.ones(3), np.ones(2)), [1, 2, 2, 1])
    assert signal.convolve is original
