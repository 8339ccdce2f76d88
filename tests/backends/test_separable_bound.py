"""The error bound of `separable`, and the problems for which auto takes it."""

import numpy as np
import pytest

from polyconv import UnsupportedProblem, choose, conv, explain, plan
from polyconv._cpu import lanes
from polyconv._registry import ineligible
from polyconv.backends import BACKENDS
from support import oracle
from support.agreement import problem_for, problem_of, random_values
from support.compare import assert_agrees

SEPARABLE = next(backend for backend in BACKENDS if backend.name == "separable")


def outer(*vectors):
    result = np.ones(())
    for vector in vectors:
        result = np.multiply.outer(result, vector)
    return result


def gaussian(taps):
    v = np.exp(-(np.linspace(-2, 2, taps) ** 2))
    return v / v.sum()


def signs(taps):
    return (-1.0) ** np.arange(taps) * np.linspace(0.5, 1, taps)


def wide(taps):
    return 10 ** np.linspace(-9, 9, taps)


# Filters of 9 x 7 taps.
FILTERS = {
    "gaussian": outer(gaussian(9), gaussian(7)),
    "constant": np.full((9, 7), 1 / 3),
    "sign changes": outer(signs(9), signs(7)),
    "scaled apart": outer(1e-15 * gaussian(9), 1e15 * gaussian(7)),
    "wide range": outer(wide(9), wide(7)[::-1]),
    "tiny": outer(1e-19 * gaussian(9), 1e-19 * gaussian(7)),
    "huge": outer(1e9 * gaussian(9), 1e9 * gaussian(7)),
    "laplacian": outer(np.diff(gaussian(11), 2), gaussian(7))
    + outer(gaussian(9), np.diff(gaussian(9), 2)),
    "cancelling terms": outer(gaussian(9), gaussian(7))
    - outer(1.001 * gaussian(9) + 1e-3 * signs(9), gaussian(7) + 1e-3 * signs(7)),
    "nearly equal": outer(gaussian(9), gaussian(7)) + 1e-4 * outer(signs(9), signs(7)),
    "three": sum(outer(np.cos(k * np.arange(9)), np.sin(1 + k * np.arange(7))) for k in range(3)),
}


def photograph(shape):
    """Smooth areas, an edge and noise, all positive."""
    y, x = np.indices(shape)
    image = 120 + 60 * np.sin(y / 17) * np.cos(x / 23) + 50 * (x + y > sum(shape) // 2)
    return image + np.random.default_rng(1).normal(0, 2, shape)


IMAGES = {
    "photograph": photograph((70, 90)),
    "random": np.random.default_rng(2).standard_normal((70, 90)),
    "constant": np.full((70, 90), 0.7),
    "alternating": 0.7 * (-1.0) ** np.indices((70, 90)).sum(0),
    "peak": np.where(np.arange(6300).reshape(70, 90) == 3000, 1e6, 1.0),
}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("filters", FILTERS)
def test_the_bound_holds_on_data_made_to_break_it(filters, dtype):
    w = FILTERS[filters].astype(dtype)[None, None]
    options = {"padding": "same", "padding_mode": "edge"}
    for image in IMAGES.values():
        x = image.astype(dtype)[None, None]
        problem = problem_for(SEPARABLE, x, w, **options)
        assert problem.structure.kind != "dense"
        y = conv(x, w, backend="separable", **options)
        assert_agrees(y, oracle.convolve(x, w, **options), SEPARABLE.error_bound(problem))


@pytest.mark.parametrize("size", [1e-9, 1e-8, 3e-8, 1e-7, 3e-7])
def test_the_residual_is_part_of_the_bound(size):
    """Weights that are nearly outer products, compared with the weights themselves."""
    exact = outer(gaussian(9), gaussian(7))
    w = (exact + size * signs(63).reshape(9, 7) * exact.max()).astype("float32")[None, None]
    x = np.ones((1, 1, 40, 40), "float32") + 0.5 * np.sign(w.sum())
    problem = problem_for(SEPARABLE, x, w)
    assert problem.structure.kind == "separable"
    bound = SEPARABLE.error_bound(problem)
    assert bound > problem.structure.residual > 0
    assert_agrees(conv(x, w, backend="separable"), oracle.convolve(x, w), bound)


def test_bounds_grow_with_what_they_count():
    def bound(w, dtype="float32"):
        x, w = np.empty((1, w.shape[1], 99, 99), dtype), w.astype(dtype)
        return SEPARABLE.error_bound(problem_for(SEPARABLE, x, w))

    small, large = (outer(gaussian(n), gaussian(n))[None, None] for n in (5, 31))
    two = FILTERS["laplacian"][None, None]
    assert bound(small) < bound(large) < bound(np.repeat(large, 4, axis=1))
    assert bound(large) < bound(two)
    assert bound(large, "float64") < 1e-8 * bound(large)


def test_no_error_is_allowed():
    """Integers are exact; sums of floats are rounded otherwise than those of the definition."""
    image = np.ones((1, 1, 200, 200), "float32")
    box = np.ones((1, 1, 9, 9), "float32")
    assert plan(image, box, rtol=0).backend != "separable"
    integers = problem_for(SEPARABLE, image.astype(int), box.astype(int), rtol=0)
    assert SEPARABLE.error_bound(integers) == 0
    assert ineligible(SEPARABLE, integers) is None
    floats = problem_for(SEPARABLE, image, box, rtol=0)
    assert ineligible(SEPARABLE, floats) is not None


# ---- the choice ----


def test_it_says_why_it_refuses():
    x, w = np.ones((1, 1, 50, 50)), random_values((1, 1, 9, 9), "float64")
    reason = SEPARABLE.unsupported(problem_of(x, w))
    assert reason == (
        "dense filters; separable does boxes and sums of few outer products (at most 4 if it is "
        "named)"
    )
    with pytest.raises(UnsupportedProblem, match="separable: dense filters"):
        conv(x, w, backend="separable")


def test_it_computes_every_sum_of_few_outer_products_if_it_is_named():
    """Nine taps are three rows, so three outer products: right, though slower than dense."""
    x, w = random_values((1, 1, 50, 50), "float64", 1), random_values((1, 1, 3, 3), "float64")
    assert explain(x, w).structure == "dense"
    assert plan(x, w, backend="separable").problem.structure.rank == 3
    bound = explain(x, w, backend="separable").to_dict()["candidates"]
    (bound,) = [each["error_bound"] for each in bound if each["backend"] == "separable"]
    assert_agrees(conv(x, w, backend="separable"), oracle.convolve(x, w), bound)


def test_auto_takes_it_for_large_kernels():
    """The time of its passes grows with taps over lanes; that of transforms hardly with taps.

    So kernels are taken up to fewer taps with SSE2, 15 of 4 lanes, than with wider vectors.
    """
    x = np.ones((1, 1, 1024, 1024), "float32")
    taps = min(31, 4 * lanes(x.dtype)["lanes"] - 1)
    w = outer(gaussian(taps), gaussian(taps)).astype("float32")[None, None]
    assert choose(x, w).backend == "separable"
    assert explain(x, w).structure == "separable"
    assert choose(x.shape, w.shape).backend != "separable"
    assert choose(x, random_values(w.shape, "float32")).backend != "separable"
