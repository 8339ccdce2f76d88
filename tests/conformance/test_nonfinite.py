"""Conformance: NaN and infinities come out exactly where the definition puts them.

Dot products are called by name. The others promise this pattern only under ``backend="auto"``: each
of them is recorded as the fastest, and the veto must keep it away from non-finite values.
"""

import numpy as np
import pytest

from polyconv import choose, conv, plan
from polyconv._axis_order import axis_order
from polyconv.backends import BACKENDS
from support import oracle
from support.agreement import check, problem_of, random_values, remember, slow_but, supports
from support.compare import assert_agrees
from support.structured import refuses_dense

DOT_PRODUCTS = [backend for backend in BACKENDS if backend.dot_product]
# Calls as small as these do not look for a structure in their filters, so auto does not choose a
# backend that needs one; tests/backends/test_separable.py has its cases.
OTHERS = [backend for backend in BACKENDS if not backend.dot_product and not refuses_dense(backend)]
NAN, INF = float("nan"), float("inf")


def places(a, values):
    """Return a copy of `a` with `values` at its first, last and middle element."""
    a = a.copy()
    spots = [(0,) * a.ndim, (-1,) * a.ndim, tuple(n // 2 for n in a.shape)]
    for spot, value in zip(spots, values, strict=False):
        a[spot] = value
    return a


def image(dtype, values=()):
    return places(random_values((1, 2, 5, 6), dtype, 1), values)


def filters(dtype, values=()):
    return places(random_values((2, 2, 3, 2), dtype, 2), values)


VALUES = [(NAN,), (INF,), (-INF,), (INF, -INF), (INF, -INF, NAN), (NAN, INF, INF)]
FAST_VALUES = VALUES[4]
OPTIONS = [
    {},
    {"padding": 1},
    {"padding": "full", "stride": 2},
    {"padding": 2, "dilation": 2},
    {"padding": ((3, 0), (0, 9)), "padding_mode": "reflect"},
    {"padding": 4, "padding_mode": "wrap", "stride": 3},
    {"padding": 1, "flip": True},
]

# Name -> x, w, bias and options. Zeros in the padding times an infinite weight are NaN, and a
# stride may skip non-finite elements. Both follow from the definition, and shortcuts break them.
CASES = {}
FAST_CASES = []
for values in VALUES:
    before = set(CASES)
    for options in OPTIONS:
        name = f"{values} {options}"
        CASES[f"x {name}"] = image("float32", values), filters("float32"), None, options
        CASES[f"w {name}"] = image("float32"), filters("float32", values), None, options
    CASES[f"both {values}"] = (
        image("float32", values),
        filters("float32", values[::-1]),
        None,
        {"padding": 1},
    )
    for dtype in ("float64", "float16", "complex64", "complex128"):
        CASES[f"{dtype} x {values}"] = image(dtype, values), filters(dtype), None, {"padding": 1}
        CASES[f"{dtype} w {values}"] = image(dtype), filters(dtype, values), None, {"padding": 1}
    CASES[f"padding value {values[0]}"] = (
        image("float32"),
        filters("float32"),
        None,
        {"padding": 2, "padding_mode": "constant", "padding_value": values[0], "stride": 2},
    )
    CASES[f"bias {values[0]}"] = image("float32"), filters("float32"), [values[0], 1], {}
    CASES[f"bias {values[0]} against x"] = (
        image("float32", values),
        filters("float32"),
        [-values[0], 1],
        {"padding": 1},
    )
    CASES[f"groups {values}"] = (
        image("float32", values),
        random_values((4, 1, 3, 3), "float32", 2),
        None,
        {"groups": 2, "padding": 1},
    )
    CASES[f"batch {values}"] = (
        places(random_values((3, 1, 9), "float32", 1), values),
        random_values((2, 1, 3), "float32", 2),
        None,
        {"padding": "same"},
    )
    CASES[f"3-D {values}"] = (
        places(random_values((1, 1, 3, 4, 3), "float32", 1), values),
        random_values((2, 1, 2, 2, 2), "float32", 2),
        None,
        {"padding": "same", "stride": (1, 2, 1)},
    )
    if values == FAST_VALUES:
        FAST_CASES += [case for case in CASES if case not in before]
CASES["zero weights"] = image("float32", (INF, NAN)), 0 * filters("float32"), None, {"padding": 1}
CASES["infinite weights on zeros"] = (
    0 * image("float32"),
    filters("float32", (INF,)),
    None,
    {"padding": 1},
)
CASES["all NaN"] = np.full((1, 2, 7), np.nan), np.full((1, 2, 3), np.nan), None, {"padding": 3}
FAST_CASES += ["zero weights", "infinite weights on zeros", "all NaN"]

each_case = pytest.mark.parametrize("case", slow_but(CASES, *FAST_CASES))


@each_case
@pytest.mark.parametrize("backend", DOT_PRODUCTS, ids=lambda b: b.name)
def test_dot_products(backend, case):
    x, w, bias, options = CASES[case]
    check(backend, x, w, bias, **options)


@each_case
def test_auto(case):
    x, w, bias, options = CASES[case]
    assert_pattern(conv(x, w, bias, **options), x, w, bias, options)


@each_case
def test_auto_with_a_favourite_that_smears(smearing, case):
    x, w, bias, options = CASES[case]
    favour(smearing, x, w, options)
    assert_pattern(conv(x, w, bias, workers=1, **options), x, w, bias, options)
    if smearing.runs:
        # No veto: then bias alone may be non-finite, for it is added last.
        assert np.isfinite(x).all()
        assert np.isfinite(w).all()
    prepared = plan(x, w, bias, workers=1, **options)
    assert_pattern(prepared(x), x, w, bias, options)


@each_case
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_auto_with_each_favourite_that_is_no_dot_product(backend, case):
    x, w, bias, options = CASES[case]
    if not supports(backend, x, w, **options):
        check(backend, x, w, bias, **options)
        return
    favour(backend, x, w, options)
    assert_pattern(conv(x, w, bias, workers=1, rtol=1, **options), x, w, bias, options)
    prepared = plan(x, w, bias, workers=1, rtol=1, **options)
    assert_pattern(prepared(x), x, w, bias, options)


def favour(backend, x, w, options):
    problem = problem_of(x, w, workers=1, rtol=1, **options)
    order = axis_order(problem, x, "auto")
    remember(problem if order is None else order.problem, {backend.name: 1e-9})
    assert choose(x, w, workers=1, rtol=1, **options).backend == backend.name


def assert_pattern(actual, x, w, bias, options):
    reference = oracle.convolve(x, w, bias, **options)
    assert_agrees(actual, reference, 1e-5 if reference.accumulator.itemsize != 16 else 1e-13)


# Name -> the value of all elements of x, the weights. The sums of products are finite; sums of x or
# of w alone, and products of such sums, overflow in a transform.
LARGE = {
    "products": (3e37, [1, -1, 1, -1]),
    "products of as many taps as winograd has": (3e37, [1, -1, 1]),
    "x": (3e38, [1e-30, -1e-30, 1e-30]),
    "w": (1e-30, [3e38, -3e38, 3e38]),
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_values_that_a_transform_would_overflow(backend, name):
    value, weights = LARGE[name]
    x, w = np.full((1, 1, 64), value, np.float32), np.array([[weights]], np.float32)
    if supports(backend, x, w):
        favour(backend, x, w, {})
        assert_pattern(conv(x, w, workers=1), x, w, None, {})
        assert_pattern(plan(x, w, workers=1)(x), x, w, None, {})


@pytest.mark.parametrize("padding_value", [0, 1.5 - 2j])
@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
@pytest.mark.parametrize("backend", OTHERS, ids=lambda b: b.name)
def test_complex_values_in_any_order(backend, dtype, padding_value):
    x, w = np.asfortranarray(image(dtype)), np.asfortranarray(random_values((2, 2, 3, 3), dtype, 2))
    mode = {"padding_mode": "constant", "padding_value": padding_value} if padding_value else {}
    options = {"padding": 1, **mode}
    favour(backend, x, w, options)
    for bad in (None, complex(NAN, 0), complex(0, INF)):
        if bad is not None:
            x[0, 1, 2, 3] = bad
        assert_pattern(conv(x, w, workers=1, rtol=1, **options), x, w, None, options)
        prepared = plan(x, w, workers=1, rtol=1, **options)
        assert_pattern(prepared(x), x, w, None, options)


def test_a_large_padding_value_is_a_value_too(smearing):
    x, w = np.ones((1, 1, 5), np.float32), np.ones((1, 1, 3), np.float32)
    options = {"padding": 2, "padding_mode": "constant", "padding_value": 3e38}
    favour(smearing, x, w, options)
    conv(x, w, workers=1, **options)
    assert smearing.runs == 0


def test_nan_in_one_image_of_a_batch_stays_there(backend):
    x = random_values((3, 2, 6, 6), "float32", 1)
    x[1, 0, 3, 3] = np.nan
    w = random_values((2, 2, 3, 3), "float32", 2)
    y = conv(x, w, padding=1)
    assert np.isfinite(y[[0, 2]]).all()
    assert np.isnan(y[1]).sum() == 2 * 9
    if backend.dot_product:
        check(backend, x, w, padding=1)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_an_infinity_behind_a_zero_weight_is_nan(backend, dtype):
    x = np.array([[1, np.inf, 1, 1, 1]], dtype)
    w = np.array([[[1, 0, 1]]], dtype)
    assert np.isnan(conv(x, w)).tolist() == [[True, False, False]]
    if backend.dot_product:
        check(backend, x, w)
        check(backend, w[0], x[None], padding="full")
