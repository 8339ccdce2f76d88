"""Each backend's published error bound, on random data and on data made to break it."""

import math

import numpy as np
import pytest

from support.agreement import REFERENCE, check, problem_of, random_values, slow_but, slow_but_first

DTYPES = ["float32", "float64", "complex64", "complex128", "float16"]


def normal(shape, rng):
    return rng.standard_normal(shape)


def positive(shape, rng):
    return rng.random(shape)


def constant(shape, rng):
    """All rounding errors are equal, so none cancel by chance."""
    return np.full(shape, rng.uniform(0.5, 1))


def alternating(shape, rng):
    return np.full(math.prod(shape), 0.7).reshape(shape) * alternation(shape)


def alternation(shape):
    return (-1.0) ** np.indices(shape).sum(0)


def wide_range(shape, rng):
    return 10 ** rng.uniform(-10, 10, shape) * rng.choice([-1, 1], shape)


def one_peak(shape, rng):
    """One value far above the rest: a transform's error follows it everywhere."""
    values = rng.standard_normal(shape)
    values[tuple(n // 2 for n in shape)] = 1e6
    return values


def offset(shape, rng):
    return 1000 + rng.standard_normal(shape)


def single_tap(shape, rng):
    values = np.zeros(shape)
    values.reshape(-1)[rng.integers(values.size)] = 1 / 3
    return values


def cancelling(shape, rng):
    """Large filters that sum to nearly nothing on a constant image."""
    values = rng.standard_normal(shape).reshape(-1)
    half = values.size // 2
    values[half : 2 * half] = -values[:half]
    return (values * (1 + 1e-3 * rng.standard_normal(values.size))).reshape(shape)


DATA = {
    "random": (normal, normal),
    "positive": (positive, positive),
    "constant": (constant, constant),
    "thirds": (constant, lambda shape, rng: np.full(shape, 1 / 3)),
    "alternating": (alternating, alternating),
    "alternating against constant": (alternating, constant),
    "wide range": (wide_range, wide_range),
    "one peak": (one_peak, normal),
    "offset": (offset, normal),
    "single tap": (normal, single_tap),
    "peak and single tap": (one_peak, single_tap),
    "cancelling": (constant, cancelling),
}

# Shapes of x and w and options: SMALL for every backend, LARGE for all but plain Python.
SMALL = {
    "4608 terms": ((1, 512, 3, 3), (1, 512, 3, 3), {}),
    "3x3": ((1, 2, 6, 6), (2, 2, 3, 3), {"padding": 1}),
    "1-D": ((1, 1, 40), (1, 1, 11), {"padding": "same"}),
}
LARGE = {
    "512 channels": ((1, 512, 7, 7), (5, 512, 3, 3), {"padding": 1}),
    "pointwise": ((1, 700, 5, 5), (9, 700, 1, 1), {}),
    "long filter": ((1, 1, 3000), (1, 1, 1025), {}),
    "large kernel": ((1, 1, 40, 45), (1, 1, 31, 31), {}),
    "depthwise": ((1, 6, 15, 14), (6, 1, 7, 7), {"groups": 6, "padding": "same"}),
    "volume": ((1, 8, 7, 8, 9), (4, 8, 3, 3, 3), {"stride": 2, "padding": "same"}),
    "dilated": ((1, 9, 20, 20), (3, 9, 3, 3), {"dilation": 4, "padding": 4}),
}


def values(make, shape, dtype, rng):
    dtype = np.dtype(dtype)
    data = make(shape, rng)
    if dtype.kind == "c":
        data = data + 1j * make(shape, rng)
    if dtype == np.float16:
        # Sums of a few thousand such products stay below the largest half.
        data = np.clip(data, -3, 3)
    return data.astype(dtype)


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("data", slow_but(DATA, "random", "constant", "one peak", "single tap"))
def test_published_bound_holds(backend, data, dtype):
    problems = SMALL if backend is REFERENCE else SMALL | LARGE
    rng = np.random.default_rng(7)
    make_x, make_w = DATA[data]
    for x_shape, w_shape, options in problems.values():
        x = values(make_x, x_shape, dtype, rng)
        w = values(make_w, w_shape, dtype, rng)
        check(backend, x, w, **options)


@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_bias_of_any_size(backend, dtype):
    x, w = random_values((1, 3, 6, 7), dtype, 1), random_values((3, 3, 3, 3), dtype, 2)
    bias = np.array([1e-6, 1, 1e6], dtype)
    check(backend, x, w, bias, padding=1)


@pytest.mark.parametrize("dtype", DTYPES)
def test_published_bound_promises_something(backend, dtype):
    """A bound that no error could exceed would make the tests above pass without testing."""
    precision = "float32" if dtype == "float16" else dtype
    unit = float(np.finfo(precision).eps) / 2
    for x_shape, w_shape, options in (SMALL | LARGE).values():
        problem = problem_of(np.empty(x_shape, dtype), np.empty(w_shape, dtype), **options)
        if backend.unsupported(problem) is None:
            bound = backend.error_bound(problem)
            # The reference publishes the worst case; the others, growth by the square root.
            growth = (
                problem.reduction_len
                if backend is REFERENCE
                else 20 * math.sqrt(problem.reduction_len + 1)
            )
            assert unit <= bound <= unit * (2 * growth + 8)
            if not backend.dot_product:
                assert bound < 1e-3


def test_integers_have_no_error(backend):
    problem = problem_of(np.empty((1, 2, 5), int), np.empty((1, 2, 3), int))
    if backend.unsupported(problem) is None:
        assert backend.error_bound(problem) == 0
