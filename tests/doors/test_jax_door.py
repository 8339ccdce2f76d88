"""`polyconv.jax`: polyconv's results and gradients of any order under jit and vmap."""

import numpy as np
import pytest

import polyconv
from support.agreement import random_values

jax = pytest.importorskip("jax")

from jax.test_util import check_grads  # noqa: E402

from polyconv.jax import _callbacks as callbacks  # noqa: E402
from polyconv.jax import conv  # noqa: E402

jnp = jax.numpy
OPTIONS = {
    "plain": {},
    "strided": {"stride": 2, "padding": ((2, 1),)},
    "reflected": {"padding": "same", "padding_mode": "reflect", "dilation": 2},
    "constant": {"padding": 2, "padding_mode": "constant", "padding_value": -1.5},
    "grouped": {"groups": 2, "flip": True},
}
DTYPES = ["float64", pytest.param("complex128", marks=pytest.mark.slow)]


@pytest.fixture(autouse=True)
def _double_precision():
    with jax.enable_x64(True):
        yield


def array(shape, dtype="float64", seed=0):
    return jnp.asarray(random_values(shape, dtype, seed))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", OPTIONS)
def test_gradients(name, dtype):
    options = OPTIONS[name]
    shapes = (2, 2, 6), (4, 2 // options.get("groups", 1), 3), (4,)
    arrays = [array(shape, dtype, seed) for seed, shape in enumerate(shapes)]
    check_grads(lambda *a: conv(*a, **options), arrays, order=2, modes=["rev"])


def test_gradients_of_a_complex_constant():
    x, w = array((2, 2, 6), "complex128"), array((4, 2, 3), "complex128", 1)
    options = {"padding": 2, "padding_mode": "constant", "padding_value": 1 - 2j}
    check_grads(lambda *a: conv(*a, **options), (x, w), order=2, modes=["rev"])


@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("batched", [True, False])
def test_layouts(data_format, batched):
    first = data_format == "channels_first"
    x = array((3, 4, 6, 5) if first else (3, 6, 5, 4))
    w = array((2, 4, 3, 3) if first else (3, 3, 4, 2), seed=1)
    arrays = x if batched else x[0], w, array((2,))
    check_grads(
        lambda *a: conv(*a, data_format=data_format, padding=1), arrays, order=1, modes=["rev"]
    )


def test_jit_and_numpy_arrays():
    x, w, bias = (random_values(s, "float32", 3) for s in ((2, 3, 9), (4, 3, 3), (4,)))
    wanted = polyconv.conv(x, w, bias, padding="same", stride=2)
    for call in (conv, jax.jit(conv, static_argnames=("padding", "stride"))):
        y = call(x, w, bias, padding="same", stride=2)
        assert y.dtype == wanted.dtype
        np.testing.assert_array_equal(y, wanted)


MAPPED = {
    "inputs": ((5, 2, 3, 9), (4, 3, 3), (0, None)),
    "images": ((5, 3, 9), (4, 3, 3), (0, None)),
    "last axis": ((2, 3, 9, 5), (4, 3, 3), (3, None)),
    "weights": ((2, 3, 9), (5, 4, 3, 3), (None, 0)),
    "both": ((5, 2, 3, 9), (5, 4, 3, 3), (0, 0)),
}


@pytest.mark.parametrize("name", MAPPED)
def test_vmap(name):
    x_shape, w_shape, axes = MAPPED[name]
    x, w = array(x_shape), array(w_shape, seed=1)

    def each(function):
        """Return the results for each element of the mapped axes, one after the other."""
        results = []
        for i in range(5):
            operands = [
                a if axis is None else jnp.take(a, i, axis)
                for a, axis in zip((x, w), axes, strict=True)
            ]
            results.append(function(*operands))
        return jnp.stack(results)

    def value(x, w):
        return conv(x, w, padding=1)

    def gradient(argument):
        return jax.grad(lambda x, w: (conv(x, w, padding=1) ** 2).sum(), argument)

    for function in (value, gradient(0), gradient(1)):
        got = jax.jit(jax.vmap(function, axes))(x, w)
        np.testing.assert_allclose(got, each(function), rtol=1e-12)


def test_nested_vmap():
    x, w = array((3, 2, 4, 7)), array((5, 6, 4, 3), seed=1)
    wanted = np.stack([[polyconv.conv(np.asarray(i), np.asarray(f)) for f in w] for i in x])
    inner = jax.vmap(conv, (None, 0))
    np.testing.assert_allclose(jax.vmap(inner, (0, None))(x, w), wanted, rtol=1e-12)


def test_inputs_that_are_mapped_become_one_batch(monkeypatch):
    shapes = []

    def remember(x, w, **options):
        shapes.append(x.shape)
        return np.ones((len(x), 4, 7))

    monkeypatch.setattr(polyconv, "conv", remember)
    jax.vmap(conv, (0, None))(array((5, 2, 3, 9)), array((4, 3, 3)))
    assert shapes == [(10, 3, 9)]


def test_a_result_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="reshape"):
        callbacks._mapped(lambda x: x[:, :1], [np.ones((5, 2, 3))], [2], (2, 3), np.dtype(float), 1)


def test_integers_without_64_bits():
    with jax.enable_x64(False):
        x, w = jnp.arange(9, dtype=jnp.int8).reshape(1, 9), jnp.ones((1, 1, 2), jnp.int8)
        y = conv(x, w)
        assert y.dtype == jnp.int32
        assert y.tolist() == [[1, 3, 5, 7, 9, 11, 13, 15]]
        assert conv(x.astype("uint8"), w.astype("uint8")).dtype == jnp.uint32
    assert conv(x, w).dtype == jnp.int64


def test_gradients_have_the_dtypes_of_their_arrays():
    x, w, bias = array((1, 2, 9), "float32"), array((3, 2, 3), "complex128"), array((3,), "float64")

    def loss(x, w, bias):
        return (abs(conv(x, w, bias)) ** 2).sum()

    for gradient, one in zip(jax.grad(loss, (0, 1, 2))(x, w, bias), (x, w, bias), strict=True):
        assert (gradient.dtype, gradient.shape) == (one.dtype, one.shape)
    steps = jnp.ones((1, 2, 9), "int8")
    assert jax.grad(lambda w: conv(steps, w).real.sum())(w).dtype == w.dtype


def test_gradients_exist_whichever_backend_is_named():
    x, w = array((1, 4, 9, 9)), array((4, 4, 3, 3), seed=1)

    def loss(w, backend):
        return (conv(x, w, padding=1, backend=backend) ** 2).sum()

    wanted = jax.grad(loss)(w, "auto")
    for backend in ("winograd", "fft", "im2col"):
        np.testing.assert_allclose(jax.grad(loss)(w, backend), wanted, rtol=1e-10)


@pytest.mark.slow
def test_large_arrays_in_a_program():
    x, w = jnp.ones((64, 64, 64, 64), "float32"), jnp.ones((64, 64, 3, 3), "float32")
    program = jax.jit(jax.grad(lambda x, w: (conv(2 * x, w, padding=1) ** 2).sum(), (0, 1)))
    dx, dw = program(x, w)
    assert dx.shape == x.shape
    assert dw.shape == w.shape
