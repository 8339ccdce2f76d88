"""The error bound of winograd holds on data for which errors are largest, real and complex."""

import math
from itertools import product

import numpy as np
import pytest

from polyconv import conv
from polyconv.backends.winograd import complex_products
from polyconv.backends.winograd.cook_toom import TRANSFORMS
from polyconv.backends.winograd.error import _roundings
from support.agreement import check, problem_of, slow_but_first
from support.winograd_problems import RANKS, WINOGRAD


def worst_case(transform):
    """The output, tap and signs of data along one axis for which products are largest."""
    t = TRANSFORMS[transform]
    kernel, forward, backward = (
        np.array(matrix, np.float64) for matrix in (t.kernel, t.input, t.output)
    )
    corners = np.array([*product((1.0, -1.0), repeat=t.points)])
    squares = (corners @ forward.T) ** 2
    return max(
        (
            (float(variances.max()), output, tap, corners[variances.argmax()])
            for output, tap in product(range(t.outputs), range(t.taps))
            for variances in [squares @ (backward[output] * kernel[:, tap]) ** 2]
        ),
        key=lambda case: case[0],
    )[1:]


def outer(values, rank):
    result = np.ones(())
    for _ in range(rank):
        result = np.multiply.outer(result, values)
    return result


def largest_error(x, w):
    """Return the largest error in units of ``max|x| * sum|w_k|``, and the published bound."""
    wide = np.result_type(x, "float64")
    exact = conv(x.astype(wide), w.astype(wide), backend="direct")
    error = np.abs(conv(x, w, backend="winograd") - exact).max(axis=(0, *range(2, x.ndim)))
    norms = np.abs(x).max() * np.abs(w).sum(axis=tuple(range(1, w.ndim)), dtype="float64")
    return float((error / norms).max()), WINOGRAD.error_bound(problem_of(x, w))


def patterns(transform, rank, channels, rng):
    """Images of one tile each, and filters of one tap, both of random size."""
    _, tap, signs = worst_case(transform)
    shape = (200 if rank < 3 else 60, channels, *(1,) * rank)
    x = outer(signs, rank) * rng.uniform(0.9, 1, shape)
    w = np.zeros((32, channels, *(transform[1],) * rank))
    w[(slice(None), slice(None), *(tap,) * rank)] = 1
    return x, w


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "rank"), RANKS)
@pytest.mark.parametrize("channels", [1, 24])
@pytest.mark.parametrize("phase", [None, 0, 45, 90], ids="{}".format)
def test_the_bound_holds_where_signs_and_tap_are_the_worst(only, transform, rank, channels, phase):
    only(transform)
    rng = np.random.default_rng(3)
    x, w = patterns(transform, rank, channels, rng)
    x *= rng.uniform(0.95, 1, x.shape)
    if channels > 1:  # all weight in one channel
        w[:, : channels // 2] = w[:, channels // 2 + 1 :] = 0
    w *= rng.uniform(0.5, 1, (len(w), *(1,) * (rank + 1)))
    turn = 1 if phase is None else np.exp(1j * np.radians(phase))
    dtype = "float32" if phase is None else "complex64"
    error, bound = largest_error((turn * x).astype(dtype), (turn * w).astype(dtype))
    assert bound / 6 < error <= bound


@pytest.mark.parametrize(("transform", "rank"), [each for each in RANKS if each.values[1] < 3])
@pytest.mark.parametrize("channels", [64, 256])
def test_the_bound_holds_where_all_channels_agree(only, transform, rank, channels):
    only(transform)
    rng = np.random.default_rng(4)
    x, w = patterns(transform, rank, channels, rng)
    x, w = x[:40], w * rng.uniform(0.5, 1, (len(w), channels, *(1,) * rank))
    error, bound = largest_error(x.astype("float32"), w.astype("float32"))
    assert bound / 10 < error <= bound


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "rank"), RANKS)
@pytest.mark.parametrize("taps", ["one", "some", "all"])
def test_the_bound_holds_on_random_signs(only, transform, rank, taps):
    only(transform)
    rng = np.random.default_rng(5)
    size = {1: 3000, 2: 61, 3: 16}[rank]
    x = rng.choice([-1.0, 1.0], (1, 4, *(size,) * rank))
    x *= rng.uniform(0.5, 1, x.shape[:2] + (1,) * rank)
    share = {"one": 0, "some": 0.2, "all": 1}[taps]
    window = (transform[1],) * rank
    filters = np.arange(math.prod(window))
    w = rng.standard_normal((len(filters), 4, *window))
    w *= rng.random(w.shape) < share
    if taps == "one":
        w[filters, 1, *np.unravel_index(filters, window)] = 1 / 3
    else:
        w.reshape(len(filters), -1)[:, 0] = 1
    for dtype in ("float32", "float64"):
        x, w = x.astype(dtype), w.astype(dtype)
        check(WINOGRAD, x, w)
    x, w = (a * np.exp(2j * np.pi * rng.random(a.shape)) for a in (x, w))
    for dtype in ("complex64", "complex128"):
        check(WINOGRAD, x.astype(dtype), w.astype(dtype))


# ---- complex products of three real ones


def variances(x_phase, w_phase):
    """Return the variances that the module's docstring adds up, relative to those of one part."""
    t = complex_products.TILT
    x, w = np.exp(1j * x_phase), np.exp(1j * w_phase)
    a, b, c = complex_products.real_weights(np.array([[[w]]]))[0, :, 0]
    tilted = (1 + t**2) * (((x.real + t * x.imag) * b) ** 2 + ((x.real - t * x.imag) * c) ** 2)
    return (x.real * a) ** 2 + tilted


@pytest.mark.slow
def test_the_growth_of_complex_errors_is_the_largest_there_is():
    phases = np.linspace(0, np.pi, 181)
    largest = max(variances(p, q) for p, q in product(phases, phases))
    assert complex_products.GROWTH - 0.01 < largest <= complex_products.GROWTH


def forms(t):
    """Matrices of the quadratic forms in a tile's data that make up variances along one axis."""
    kernel, forward, backward = (
        np.array(matrix, np.float64) for matrix in (t.kernel, t.input, t.output)
    )
    into = _roundings(t.input_steps, "d", "v", t.points, t.points)
    out_of = _roundings(t.output_steps, "m", "y", t.points, t.outputs)
    for output, tap in product(range(t.outputs), range(t.taps)):
        reach = backward[output] * kernel[:, tap]
        after = out_of.values @ (kernel[:, tap, np.newaxis] * forward)
        for values, factors in (
            (forward, reach),
            (into.values, reach @ into.factors),
            (after, out_of.factors[output]),
        ):
            yield values.T * factors**2 @ values


@pytest.mark.parametrize("transform", slow_but_first(TRANSFORMS), ids="F{0[0]}x{0[1]}".format)
def test_data_of_several_phases_have_no_larger_errors(transform):
    t, rng = TRANSFORMS[transform], np.random.default_rng(6)
    corners = np.array([(1.0, *rest) for rest in product((1.0, -1.0), repeat=t.points - 1)])
    directions = np.array([[1, 0], [1, complex_products.TILT], [1, -complex_products.TILT]])
    shares = np.array([1, *[1 + complex_products.TILT**2] * 2])
    for form in forms(t):
        largest = np.einsum("ij,jk,ik->i", corners, form, corners).max()
        for phase in np.linspace(0, np.pi / 2, 4):
            w = complex_products.real_weights(np.array([[[np.exp(1j * phase)]]]))[0, :, 0]
            both = np.kron(form, (directions.T * shares * w**2) @ directions)
            data = rng.standard_normal((12, t.points, 2))
            for _ in range(40):  # each step goes to the best data for the form's slope
                data /= np.linalg.norm(data, axis=2, keepdims=True)
                data = (data.reshape(12, -1) @ both).reshape(12, -1, 2) + 1e-100
            data = (data / np.linalg.norm(data, axis=2, keepdims=True)).reshape(12, -1)
            found = np.einsum("ij,jk,ik->i", data, both, data).max()
            assert found <= 1.0001 * complex_products.GROWTH * largest
