"""Examples from textbooks with their printed results, for every backend."""

import numpy as np
import pytest

from polyconv import conv
from polyconv.backends import BACKENDS
from support.agreement import require, supports

NINE = np.arange(9).reshape(1, 3, 3)
FOUR = np.arange(4).reshape(1, 1, 2, 2)


DTYPES = ["float32", "float64", "complex64", "int64"]

# The tests of dtypes check the reasons with which backends refuse the others.
COMPUTED = [
    (backend, dtype)
    for backend in BACKENDS
    for dtype in map(np.dtype, DTYPES)
    if supports(backend, NINE.astype(dtype), FOUR.astype(dtype))
]


@pytest.fixture(params=COMPUTED, ids=[f"{backend.name}-{dtype}" for backend, dtype in COMPUTED])
def result(request):
    """Return a function that convolves with one backend and dtype, and rounds to integers."""
    backend, dtype = request.param

    def run(x, w, bias=None, **options):
        x, w = np.asarray(x).astype(dtype), np.asarray(w).astype(dtype)
        require(backend, x, w, **options)
        bias = None if bias is None else np.asarray(bias).astype(dtype)
        y = conv(x, w, bias, backend=backend.name, **options)
        assert y.dtype == dtype
        np.testing.assert_allclose(y, np.rint(y.real), rtol=0, atol=1e-4)
        return np.rint(y.real).astype(int).tolist()

    return run


def test_two_by_two_on_three_by_three(result):
    assert result(NINE, FOUR) == [[[19, 25], [37, 43]]]


def test_with_padding(result):
    assert result(NINE, FOUR, padding=1) == [
        [[0, 3, 8, 4], [9, 19, 25, 10], [21, 37, 43, 16], [6, 7, 8, 0]]
    ]


def test_with_padding_and_stride(result):
    assert result(NINE, FOUR, padding=1, stride=(3, 2)) == [[[0, 8], [6, 8]]]


def test_two_input_channels(result):
    x = np.concatenate([NINE, NINE + 1])
    w = np.concatenate([FOUR, FOUR + 1], axis=1)
    assert result(x, w) == [[[56, 72], [104, 120]]]


def test_three_output_channels(result):
    x = np.concatenate([NINE, NINE + 1])
    one = np.concatenate([FOUR, FOUR + 1], axis=1)
    assert result(x, np.concatenate([one, one + 1, one + 2])) == [
        [[56, 72], [104, 120]],
        [[76, 100], [148, 172]],
        [[96, 128], [192, 224]],
    ]


def test_pointwise_is_a_matrix_product(result):
    x = np.arange(18).reshape(3, 6)
    w = np.arange(6).reshape(2, 3, 1)
    assert result(x, w) == (w[..., 0] @ x).tolist()


def test_vertical_edge_on_a_step(result):
    step = np.array([[[10, 10, 10, 0, 0, 0]] * 6])
    assert result(step, [[[[1, 0, -1]] * 3]]) == [[[0, 30, 30, 0]] * 4]
    assert result(step[..., ::-1], [[[[1, 0, -1]] * 3]]) == [[[0, -30, -30, 0]] * 4]


def test_edge_detector_of_two_weights(result):
    image = np.ones((1, 6, 8), int)
    image[:, :, 2:6] = 0
    assert result(image, [[[[1, -1]]]]) == [[[0, 1, 0, 0, 0, -1, 0]] * 6]


def test_moving_average_with_bias(result):
    assert result([[1, 2, 3, 4]], [[[1, 1]]], [100]) == [[103, 105, 107]]


def test_correlation_and_convolution_of_an_asymmetric_kernel(result):
    impulse, kernel = [[0, 0, 1, 0, 0]], [[[1, 2, 3]]]
    assert result(impulse, kernel, padding="same") == [[0, 3, 2, 1, 0]]
    assert result(impulse, kernel, padding="same", flip=True) == [[0, 1, 2, 3, 0]]


def test_products_of_polynomials(result):
    # (1 + 2x + 3x^2)(4 + 5x) = 4 + 13x + 22x^2 + 15x^3
    assert result([[1, 2, 3]], [[[4, 5]]], padding="full", flip=True) == [[4, 13, 22, 15]]


def test_numpys_three_modes(result):
    a, v = np.array([1, 2, 3]), np.array([0, 1, 5])
    for mode in ("full", "same", "valid"):
        expected = np.convolve(a, v, mode).tolist()
        assert result(a[None], v[None, None], padding=mode, flip=True) == [expected]
        expected = np.correlate(a, v, mode).tolist()
        assert result(a[None], v[None, None], padding=mode) == [expected]


def test_the_game_of_life_counts_neighbours(result):
    glider = [[[0, 1, 0, 0], [0, 0, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]]
    neighbours = [[[[1, 1, 1], [1, 0, 1], [1, 1, 1]]]]
    shifts = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]
    expected = sum(np.roll(glider, shift, (1, 2)) for shift in shifts)
    assert result(glider, neighbours, padding=1, padding_mode="wrap") == expected.tolist()
