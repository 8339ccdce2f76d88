"""Outer products of filters: the structure that is found, the factors, and `polyconv.factor`."""

from functools import reduce
from itertools import permutations

import numpy as np
import pytest

from polyconv import factor
from polyconv._dtypes import accumulator_dtype, default_rtol, result_dtype
from polyconv._structure import (
    DENSE,
    MAX_GROWTH,
    MAX_OUTER_PRODUCTS,
    RTOL_SHARE,
    Structure,
    factorise,
    max_rank_of,
    structure_of,
)
from polyconv.workloads import SMOOTHING_LINES

FLOATS = ["float32", "float64", "complex64", "complex128"]
BOX = Structure("box", 1, 0.0)
LINE = np.array([1.0, 4.0, 6.0, 4.0, 1.0])


def outer(*vectors):
    return reduce(np.multiply.outer, vectors)


def settings_of(w):
    result = result_dtype(w.dtype, w.dtype)
    return accumulator_dtype(result), RTOL_SHARE * default_rtol(result)


def structure(w, rank=MAX_OUTER_PRODUCTS, rtol=None):
    accumulator, default = settings_of(w)
    return structure_of(w, accumulator, rank, default if rtol is None else rtol)


def product_of(axes):
    """Return the sum of outer products in extended precision, or of integers."""
    exact = axes[0].dtype == np.int64
    extended = object if exact else np.longdouble if axes[0].dtype == float else np.clongdouble
    total = 0
    for r in range(axes[0].shape[-2]):
        term = axes[0][..., r, :].astype(extended)
        for axis in axes[1:]:
            vector = axis[..., r, :].astype(extended)
            term = term[..., None] * vector.reshape(
                *vector.shape[:-1], *(1,) * (term.ndim - vector.ndim + 1), -1
            )
        total = total + term
    return total


def assert_factored(w, rank=MAX_OUTER_PRODUCTS, rtol=None):
    """Fail unless `w` has factors as documented; return them."""
    accumulator, default = settings_of(w)
    rtol = default if rtol is None else rtol
    factors = factorise(w, accumulator, rank, rtol)
    assert factors is not None
    assert factors.residual <= rtol or factors.residual == 0
    sums = tuple(range(1, w.ndim))
    left = np.abs(product_of(factors.axes) - w.astype(factors.axes[0].dtype)).sum(axis=sums)
    size = np.abs(w.astype(factors.axes[0].dtype)).sum(axis=sums)
    assert (left <= factors.residual * size).all()
    growth = sum(
        np.prod(
            [np.abs(axis[..., r, :]).sum(axis=-1, dtype=float) for axis in factors.axes], axis=0
        )
        for r in range(factors.axes[0].shape[2])
    )
    of_filter = np.abs(w).sum(axis=tuple(range(2, w.ndim)), dtype=float)
    assert (growth <= MAX_GROWTH * of_filter * (1 + 1e-12)).all()
    for axis in factors.axes[:-1]:
        if axis.dtype != np.int64:
            assert np.abs(axis).max() <= 1 + 1e-15
    found = structure(w, rank, rtol)
    if found != BOX:
        assert found.kind == "separable"
        assert found.rank == factors.axes[0].shape[2]
        assert found.residual >= factors.residual
        assert found.residual == 0 or np.log2(found.residual).is_integer()
        assert found.residual <= 2 * factors.residual
    return factors


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("size", [3, 5, 15, 31])
@pytest.mark.parametrize("rank", [2, 3])
def test_gaussians_are_separable_whatever_the_rounding(size, rank, dtype):
    line = SMOOTHING_LINES["gaussian"](size if rank == 2 else min(size, 9))
    smooth = outer(*[line] * rank)
    places = np.arange(len(line)) - len(line) // 2
    squares = sum(np.meshgrid(*[places.astype(dtype) ** 2] * rank, indexing="ij"))
    scaled = smooth / smooth.max()
    for w in (smooth, scaled, np.exp(-squares / 5).astype(dtype), smooth * (2 - 1j)):
        if np.iscomplexobj(w) and not dtype.startswith("complex"):
            continue
        factors = assert_factored(w.astype(dtype)[None, None])
        assert factors.axes[0].shape[2] == 1


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("shape", [(3, 3), (4, 9), (8, 7), (3, 4, 5), (5, 1, 6), (1, 1, 5, 7)])
def test_outer_products_of_random_numbers(shape, dtype):
    rng = np.random.default_rng(0)
    kernel = shape[-3:] if len(shape) < 4 else shape[2:]
    for _ in range(30):
        vectors = [rng.standard_normal((2, 3, n)) for n in kernel]
        if dtype.startswith("complex"):
            vectors = [v * np.exp(1j * rng.random(v.shape)) for v in vectors]
        w = np.stack(
            [[outer(*v) for v in zip(*c, strict=True)] for c in zip(*vectors, strict=True)]
        )
        assert_factored(w.astype(dtype), 1)


@pytest.mark.parametrize("dtype", FLOATS)
def test_sums_of_outer_products_have_the_least_rank(dtype):
    x = np.arange(-6, 7) / 2
    bell = np.exp(-(x**2) / 2)
    curved = (x**2 - 1) * bell
    log = outer(curved, bell) + outer(bell, curved)
    w = log.astype(dtype)[None, None]
    assert structure(w, 1) == DENSE
    assert assert_factored(w, 2).axes[0].shape == (1, 1, 2, 13)
    assert assert_factored(w).axes[0].shape == (1, 1, 2, 13)
    volume = outer(curved, bell, bell) + outer(bell, curved, bell) + outer(bell, bell, curved)
    w = volume.astype(dtype)[None, None]
    assert structure(w, 2) == DENSE
    # Crosses of unfoldings take four, one more than is needed. The bound on roundings in complex
    # double precision is beyond 8 of them.
    rtol = 2e-15 if dtype == "complex128" else None
    assert assert_factored(w, MAX_OUTER_PRODUCTS, rtol).axes[0].shape == (1, 1, 4, 13)


@pytest.mark.parametrize("dtype", FLOATS)
def test_nearly_separable_filters(dtype):
    rng = np.random.default_rng(0)
    smooth = outer(LINE, LINE)[None, None]
    unit = np.finfo(dtype).eps / 2
    for size in (200, 1e3, 1e5):
        w = (smooth * (1 + size * unit * rng.choice([-1, 1], smooth.shape))).astype(dtype)
        assert structure(w, 1) == DENSE
        assert structure(w, 1, 4 * size * unit).kind == "separable"
        assert_factored(w, 1, 4 * size * unit)


@pytest.mark.parametrize("dtype", FLOATS)
def test_badly_scaled_factors_and_zeros(dtype):
    rng = np.random.default_rng(0)
    for scale in (1e-12, 1e-3, 1, 1e9):
        u, v = rng.standard_normal(9) * 10.0 ** rng.integers(-9, 9, 9), rng.standard_normal(7)
        u[rng.random(9) < 0.3] = 0
        v[rng.random(7) < 0.3] = 0
        assert_factored((scale * outer(u, v)).astype(dtype)[None, None], 1)
    zeros = np.zeros((2, 2, 3, 3), dtype)
    assert structure(zeros) == BOX
    zeros[1, 1] = outer([1, 2, 1], [1, 0, -1])
    axes = assert_factored(zeros).axes
    assert not any(axis[0].any() for axis in axes[1:])


@pytest.mark.parametrize("dtype", [*FLOATS, "float16", "int8", "uint64", "int64", "bool"])
def test_boxes(dtype):
    for kernel in ((4,), (2, 2), (1, 9), (3, 4, 5), (200, 200)):
        w = np.ones((3, 2, *kernel), dtype)
        w[1] *= w.dtype.type(5)
        w[2, 1] = 0
        assert structure(w) == BOX
        axes = assert_factored(w, 1).axes
        for axis in axes[:-1]:
            assert set(axis[:2].ravel()) == {1}
        np.testing.assert_array_equal(axes[-1][:, :, 0, 0], w.reshape(3, 2, -1)[..., 0])
        w[2, 1].flat[-1] = 1
        if len(kernel) == 1:
            assert structure(w) == DENSE


@pytest.mark.parametrize("dtype", ["float16", "int8", "complex64"])
def test_many_filters_are_converted_in_parts(dtype):
    kinds = {"box": np.ones((5, 5)), "outer product": outer(LINE, LINE), "zeros": np.zeros((5, 5))}
    for kind in kinds.values():
        w = np.ones((3000, 2, 5, 5), dtype)
        w[-1, 1] = kind
        found = structure(w)
        assert found.rank == 1
        assert (found.kind == "box") == (kind.max() == kind.min())
        w[1500] = np.arange(25).reshape(5, 5) ** 2 % 11
        assert structure(w, 1) == DENSE


def test_boxes_have_factors_without_any_tolerance():
    for value in (0.1, 5e-324, 1e308, 0):
        w = np.full((2, 1, 3, 4), value)
        assert structure(w) == BOX
        axes, residual = factorise(w, w.dtype, 1, 0.0)
        assert residual == 0
        np.testing.assert_array_equal(axes[0][..., None] * axes[1][..., None, :], w[:, :, None])


def test_filters_of_subnormal_numbers_are_dense():
    w = outer(LINE, LINE)[None, None]
    assert structure(w * 2.0**-890).kind == "separable"
    assert structure(w * 2.0**-1000) == DENSE


@pytest.mark.parametrize(
    "shape", [(1, 1, 1, 1), (1, 1, 1), (2, 3, 1, 1, 1), (0, 1, 3, 3), (1, 0, 3, 3)]
)
@pytest.mark.parametrize("dtype", ["float32", "int64"])
def test_one_tap_and_no_filters_are_dense(shape, dtype):
    assert structure(np.ones(shape, dtype)) == DENSE


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_filters_that_are_not_finite_are_dense(value, dtype):
    for w in (np.full((1, 1, 3, 3), value, dtype), np.ones((2, 1, 5, 5), dtype)):
        w[-1, 0, 1, 2] = value
        assert structure(w) == DENSE
        assert structure(w, MAX_OUTER_PRODUCTS, 1e9) == DENSE
    huge = np.random.default_rng(0).random((1, 1, 5, 5)) * 1e308
    assert structure(huge) == DENSE  # their sum overflows


@pytest.mark.parametrize("dtype", [*FLOATS, "float16", "int16"])
def test_other_filters_are_dense(dtype):
    rng = np.random.default_rng(0)
    for kernel in ((3, 3), (7, 7), (15, 15), (3, 3, 3)):
        rank = max_rank_of(kernel, 1, 1)
        w = (9 * rng.standard_normal((1, 2, *kernel))).astype(dtype)
        assert structure(w, rank) == DENSE
        w[0, 0] = 1  # one channel is a box, the other is not
        assert structure(w, rank) == DENSE


def test_terms_that_cancel_are_dense():
    # Two outer products of ones, of opposite sign, but for the first row and column.
    arrow = np.zeros((1, 1, 31, 31))
    arrow[..., 0], arrow[..., 0, :] = 1, 1
    assert structure(arrow) == DENSE
    assert factorise(arrow, arrow.dtype, 2, 1e-13, np.inf).axes[0].shape == (1, 1, 2, 31)


def test_any_memory_layout():
    rng = np.random.default_rng(0)
    w = np.stack(
        [[outer(rng.random(5), rng.random(7), rng.random(4)) for _ in "ab"] for _ in "abc"]
    )
    for dtype in ("float32", "float64", "complex64", "int32"):
        values = (w * 1000).astype(dtype) if dtype == "int32" else w.astype(dtype)
        found = structure(values)
        assert (found == DENSE) == (dtype == "int32")
        for order in permutations(range(5)):
            view = np.ascontiguousarray(values.transpose(order)).transpose(np.argsort(order))
            assert structure(view) == found
        assert structure(values[..., ::-1, ::-1, ::-1]).kind == found.kind
        wide = np.zeros((*values.shape, 2), dtype)
        wide[..., 0] = values
        assert structure(wide[..., 0]) == found


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "uint64"])
@pytest.mark.parametrize("kernel", [(3, 3), (5, 7), (3, 4, 3), (4, 1, 5)])
def test_integers_factor_into_integers(kernel, dtype):
    rng = np.random.default_rng(0)
    signed = dtype.startswith("i")
    for _ in range(50):
        vectors = [rng.integers(-4 if signed else 0, 5, n) for n in kernel]
        w = outer(*vectors).astype(dtype)[None, None]
        found = structure(w)
        assert found in (BOX, Structure("separable", 1, 0.0))
        axes = assert_factored(w).axes
        assert (product_of(axes) == w).all()
        if w.any():
            assert all(np.gcd.reduce(axis[0, 0, 0]) == 1 for axis in axes[:-1])
        spoilt = w.copy()
        spoilt[0, 0].flat[0] += 1
        spoilt[0, 0].flat[-1] += 1
        assert_exact_or_dense(spoilt)


def assert_exact_or_dense(w):
    found = structure(w)
    assert found.residual == 0
    if found != DENSE:
        assert (product_of(assert_factored(w).axes) == w).all()


def test_sums_of_outer_products_of_integers():
    rng = np.random.default_rng(0)
    ranks = []
    for number in range(200):
        kernel = ((7, 6), (9, 9), (3, 5, 4))[number % 3]
        w = sum(outer(*[rng.integers(-2, 3, n) for n in kernel]) for _ in range(2))[None, None]
        found = structure(w)
        ranks.append(found.rank)
        assert_exact_or_dense(w)
    # Some have no small factors. None of these is of rank 1 by chance, or dense throughout.
    assert ranks.count(2) > 40


def test_large_integers():
    w = outer([1, 3, 7], [2**58, -(2**57)])[None, None]
    assert (product_of(assert_factored(w).axes) == w).all()
    least = np.full((1, 1, 3, 3), np.iinfo(np.int64).min)
    assert structure(least) == BOX
    least[0, 0, 0, 0] = 1
    assert_exact_or_dense(least)
    assert structure(np.full((1, 1, 2, 3), 2**64 - 1, np.uint64)) == DENSE
    for _ in range(20):
        w = np.random.default_rng(0).integers(-(2**63), 2**63 - 1, (1, 1, 3, 3))
        assert structure(w) == DENSE


@pytest.mark.parametrize("dtype", [*FLOATS, "float16", "int32", "uint8", "bool"])
@pytest.mark.parametrize("shape", [(3, 3), (5, 7), (2, 3, 4), (2, 3, 3, 3), (2, 1, 3, 2, 3)])
def test_factor_writes_any_filter_as_outer_products(shape, dtype):
    rng = np.random.default_rng(0)
    w = rng.integers(0, 2, shape) if dtype == "bool" else 9 * rng.standard_normal(shape)
    w = np.abs(w).astype(dtype) if dtype == "uint8" else w.astype(dtype)
    before = w.copy()
    axes, residual = factor(w)
    kernel = shape if len(shape) < 4 else shape[2:]
    lead = () if len(shape) < 4 else shape[:2]
    rank = axes[0].shape[-2]
    assert rank <= np.prod(kernel) // max(kernel)
    assert [axis.shape for axis in axes] == [(*lead, rank, n) for n in kernel]
    assert 0 <= residual < 1e-14
    tolerance = 0 if w.dtype.kind in "biu" else 1e-14
    difference = np.abs(product_of(axes) - w.astype(axes[0].dtype)).sum()
    assert difference <= tolerance * np.abs(w.astype(complex)).sum()
    np.testing.assert_array_equal(w, before)


def test_factor_gives_sepfilter2d_its_vectors():
    for line in (SMOOTHING_LINES["gaussian"](9), SMOOTHING_LINES["box"](4)):
        w = outer(line, line).astype(np.float32)
        (column,), (row,) = factor(w).axes
        np.testing.assert_allclose(outer(column, row), w, rtol=1e-6)
        np.testing.assert_allclose(column, line / line.max(), rtol=1e-6)
    (column,), (row,) = factor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]).axes
    assert column.tolist() == [1, 2, 1]
    assert row.tolist() == [-1, 0, 1]


def test_factor_adds_products_until_the_residual_is_small():
    rng = np.random.default_rng(0)
    scales = 10.0 ** -np.arange(0, 8, 2)
    w = sum(s * outer(rng.standard_normal(9), rng.standard_normal(8)) for s in scales)
    ranks = [len(factor(w, rtol).axes[0]) for rtol in (0.3, 1e-2, 1e-4, 1e-6, 1e-12)]
    assert ranks == sorted(ranks)
    assert ranks[-1] == 4
    assert ranks[0] < 4
    for rtol in (0.3, 1e-2, 1e-4):
        assert factor(w, rtol).residual <= rtol


@pytest.mark.parametrize(
    ("w", "rtol", "error", "text"),
    [
        (np.ones(3), None, ValueError, r"w has shape \(3,\)"),
        (np.ones((1,) * 6), None, ValueError, "w has shape"),
        (np.ones((0, 3)), None, ValueError, "at least 1 element"),
        (np.full((3, 3), np.nan), None, ValueError, "not finite"),
        (np.full((3, 3), np.inf, np.float16), None, ValueError, "not finite"),
        (1e308 * np.eye(3) + 1e307, None, ValueError, "too large"),
        (1e-310 * np.eye(3) + 1e-311, None, ValueError, "too small"),
        (np.full((2, 2), 2**64 - 1, np.uint64), None, ValueError, "whose factors exceed 64"),
        (np.ones((3, 3)), -1, ValueError, "rtol=-1"),
        (np.ones((3, 3)), "much", TypeError, "rtol='much'"),
        ([["a"]], None, TypeError, "w has dtype"),
        ([[1, 2], [3]], None, ValueError, "w is not a rectangular"),
    ],
)
def test_factor_says_what_is_wrong(w, rtol, error, text):
    with pytest.raises(error, match=text):
        factor(w, rtol)
