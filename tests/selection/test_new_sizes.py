"""First plain calls of a size: small ones take no plan, and have the bits of planned ones."""

import tracemalloc

import numpy as np
import pytest

from polyconv import conv, conv1d, plan, set_backend, wisdom
from polyconv._known_calls import plain_call, plain_call_of_rank
from polyconv._new_sizes import unplanned_near
from polyconv._problem_cache import in_order
from polyconv._size_ranges import SIGNIFICANT_BITS
from polyconv.backends.direct import unplanned
from support.agreement import REFERENCE, assert_same_bits, problem_of, random_values, remember

# Bytes that a call may take beside its result and workspace: Python's objects.
OBJECTS = 1 << 12
# Shapes of x, all of them near each other, and of w; options.
FAMILIES = {
    "signal": ([(1, 1, n) for n in (320, 333, 383)], (1, 1, 9), {"padding": "same"}),
    "causal, dilated": (
        [(2, n) for n in (64, 65, 79)],
        (3, 2, 4),
        {"padding": "causal", "dilation": 3},
    ),
    "strided signals": (
        [(3, 4, n) for n in (48, 50, 55)],
        (5, 4, 6),
        {"padding": ((2, 3),), "stride": 3},
    ),
    "image": ([(1, 1, a, 44) for a in (40, 41, 47)], (1, 1, 3, 3), {"padding": 1}),
    "image, 5x5": ([(1, a, 23) for a in (28, 30, 31)], (1, 1, 5, 5), {"padding": "full"}),
    "image, 4x6": ([(1, 1, 16, a) for a in (28, 30, 31)], (1, 1, 4, 6), {}),
    "filters": ([(2, 3, 14, a) for a in (16, 18, 19)], (17, 3, 3, 3), {"padding": 1}),
    "strided filters": ([(3, 20, a) for a in (24, 25, 27)], (8, 3, 3, 5), {"stride": (2, 3)}),
    "chains": ([(1, 20, 12, a) for a in (16, 18, 19)], (7, 20, 3, 3), {"padding": 1}),
    "long chains": ([(1, 3, 20, a) for a in (32, 34, 39)], (2, 3, 9, 11), {}),
    "planes": ([(1, 3, 20, a) for a in (32, 34, 39)], (1, 3, 5, 5), {"padding": 2}),
    "cubes": ([(1, 1, 9, 9, a) for a in (20, 22, 23)], (1, 1, 3, 3, 3), {"padding": 1}),
    "long signals": ([(1, 1, n) for n in (640, 700)], (1, 1, 301), {"padding": "same"}),
    "volume": ([(1, 2, a, 8, 9) for a in (8, 9)], (4, 2, 2, 3, 2), {"padding": (1, 0, 1)}),
}


def first_call(x, w, bias=None, backend="direct", **options):
    """Return the result of a first call of its size, if it takes no plan; else None."""

    def decided(*_):
        return None

    return plain_call(decided, x, w, bias, None, backend, in_order(options))


@pytest.mark.parametrize("dtype", ["float32", "float64", "int64", "uint64"])
@pytest.mark.parametrize("name", FAMILIES)
def test_a_first_call_has_the_bits_of_a_planned_one(name, dtype):
    x_shapes, w_shape, options = FAMILIES[name]
    w, bias = random_values(w_shape, dtype, 1), random_values(w_shape[:1], dtype, 2)
    for number, shape in enumerate(x_shapes):
        x = random_values(shape, dtype, 3 + number)
        for b in (None, bias):
            planned = plan(x, w, b, backend="direct", **options)(x)
            result = first_call(x, w, b, workers=1 + (b is None), **options)
            if result is None:  # its plan sums in an order of its own
                assert unplanned_range(x, w, **options) is None
                continue
            assert_same_bits(result, planned)
            for _ in range(3):  # the second call makes the plan
                assert_same_bits(conv(x, w, b, backend="direct", **options), planned)


def unplanned_range(x, w, backend="direct", **options):
    ranges = (unplanned_near(x, w, in_order(options), None, backend, n) for n in SIGNIFICANT_BITS)
    return next((each for each in ranges if each is not None), None)


def test_most_families_need_no_plan():
    for name, (x_shapes, w_shape, options) in FAMILIES.items():
        if name == "long signals":  # dot computes it at some levels
            continue
        x, w = random_values(x_shapes[0], "float32", 1), random_values(w_shape, "float32", 2)
        assert unplanned_range(x, w, **options) is not None, name


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_multiply_the_padding(value):
    x, w = random_values((1, 1, 5, 61), "float32", 1), random_values((2, 1, 3, 3), "float32", 2)
    w[0, 0, 0, 2] = value
    result = first_call(x, w, padding=1)
    assert result is not None
    expected = conv(x, w, padding=1, backend=REFERENCE.name)
    np.testing.assert_array_equal(np.isfinite(result), np.isfinite(expected))
    assert not np.isfinite(result[0, 0, 0]).any()
    assert np.isfinite(result[0, 1]).all()


@pytest.mark.parametrize("shape", [(1, 1, 65_500), (1, 8, 8_170), (1, 7, 96, 97)])
def test_the_workspace_of_a_first_call_is_the_one_that_is_published(shape):
    """`conv` publishes 512 KiB; these inputs nearly take them."""
    w_shape = (1, shape[1], *[3] * (len(shape) - 2))
    x, w = random_values(shape, "float64", 1), random_values(w_shape, "float64", 2)
    first_call(x[..., :-1].copy(), w)  # decides for all sizes near these
    tracemalloc.start()
    try:
        result = first_call(x, w)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result is not None
    assert 500 << 10 < peak - result.nbytes <= (512 << 10) + OBJECTS


def test_a_size_that_comes_again_is_planned():
    x, w = random_values((1, 1, 5, 62), "float32", 1), random_values((1, 1, 3, 3), "float32", 2)
    assert first_call(x, w) is not None
    assert first_call(x, w) is None


@pytest.mark.parametrize("given", [None, "out"])
def test_a_size_whose_plan_sums_otherwise_is_never_planned(monkeypatch, given):
    """The test makes this size's plan sum by columns, unlike the plans at its range's ends."""
    x, w = random_values((1, 1, 63, 45), "float32", 1), random_values((1, 1, 3, 3), "float32", 2)
    out = None if given is None else np.full((1, 1, 61, 43), np.nan, "float32")
    order_of = unplanned._order

    def reversed_order(problem):
        order = order_of(problem)
        return order._replace(columns=not order.columns) if problem.spatial == (63, 45) else order

    monkeypatch.setattr(unplanned, "_order", reversed_order)
    expected = unplanned_range(x, w)(x, w, None)

    def decided(*_):
        raise AssertionError("planned")

    for _ in range(3):
        result = plain_call(decided, x, w, None, out, "direct", in_order({}))
        assert_same_bits(result, expected)
        assert (result is out) == (given is not None)
    if given is not None:  # as any other call, it refuses to overwrite its arguments
        assert plain_call(decided, x, w, None, x[:, :, :61, :43], "direct", in_order({})) is None


def test_sizes_too_large_for_a_call_without_a_plan_are_planned(monkeypatch):
    """Whatever the order of their plan: 230 x 260 elements are at most 65,536, 230 x 300 more."""
    w = random_values((1, 1, 3, 3), "float32", 2)
    small, large = (random_values((1, 1, 230, n), "float32", 1) for n in (260, 300))
    assert first_call(small, w) is not None
    order_of = unplanned._order
    monkeypatch.setattr(
        unplanned, "_order", lambda p: order_of(p) if p.spatial == (230, 260) else None
    )
    planned = []
    for x in (small, large):
        plain_call(lambda *a: planned.append(a[0].shape), x, w, None, None, "direct", in_order({}))
    assert planned == [small.shape, large.shape]


def test_sizes_that_are_no_problem_raise_as_they_do_alone():
    w = np.ones((4, 3, 3, 3))
    conv(np.ones((1, 3, 9, 9)), w)
    for shape in ((1, 2, 9, 9), (1, 3, 2, 9), (3, 9), (1, 1, 3, 9, 9)):
        with pytest.raises(ValueError, match=r"x has|reaches over"):
            conv(np.ones(shape), w)
    with pytest.raises(ValueError, match="bias has shape"):
        conv(np.ones((1, 3, 8, 9)), w, np.ones(3))
    assert conv(np.ones((0, 3, 9, 9)), w).shape == (0, 4, 7, 7)
    assert conv(np.ones((1, 3, 9, 0)), w, padding=((0, 0), (2, 2))).shape == (1, 4, 7, 2)


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((1, 1, 1000, 1001), (1, 1, 3, 3), {}),  # large
        ((1, 1, 70), (1, 1, 9), {"padding": 4, "padding_mode": "reflect"}),
        ((1, 1, 71), (1, 1, 9), {"padding": 10**5}),
        ((4, 20, 21), (4, 1, 3, 3), {"groups": 4}),
        ((1, 400, 22), (3, 400, 9), {}),  # long sums
        ((1, 1, 72), (1, 1, 9), {"padding": "same", "stride": 2}),
        ((1, 1, 73), (1, 1, 9), {"dtype": "float64"}),
        ((1, 1, 74), (1, 1, 9), {"flip": True}),
        ((1, 1, 75), (1, 1, 9), {"workspace_limit": 1 << 30}),
        ((1, 1, 1, 9), (1, 1, 3, 3), {"padding": 1}),  # taps that meet only padding
        ((1, 1, 20), (1, 1, 400), {"padding": "full"}),  # a kernel longer than the input
    ],
)
def test_other_problems_are_planned(x_shape, w_shape, options):
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    assert first_call(x, w, **options) is None


def test_the_choice_is_the_one_that_is_reported():
    x, w = random_values((1, 1, 321), "float32", 1), random_values((1, 1, 7), "float32", 2)
    with set_backend("naive"):
        assert first_call(x, w, backend="auto") is None
    remember(problem_of(x, w), {"im2col": 1e-9})
    try:
        assert first_call(x, w, backend="auto") is None
    finally:
        wisdom.forget_wisdom()
    assert first_call(x, w, backend="auto") is not None


def test_calls_by_rank_need_no_plan_either():
    x, w = random_values((1, 1, 97), "float32", 1), random_values((1, 1, 5), "float32", 2)
    done = plain_call_of_rank(1, lambda *_: None, x, w, None, {"padding": "same"})
    assert_same_bits(done, conv1d(x, w, padding="same"))
    assert_same_bits(done, conv(x, w, padding="same", backend="direct"))


def test_results_and_inputs_share_nothing():
    x, w = random_values((1, 1, 98), "float32", 1), random_values((1, 1, 5), "float32", 2)
    before = x.copy(), w.copy()
    out = np.empty((1, 1, 94), "float32")
    assert conv(x, w, out=out) is out
    result = conv(x[..., :97].copy(), w)
    assert result.flags.owndata and result.flags.c_contiguous
    np.testing.assert_array_equal(out[..., :93], result)
    assert_same_bits(x, before[0])
    assert_same_bits(w, before[1])


def test_many_sizes_are_not_all_kept():
    """More sizes than are kept: the first ones are computed anew, with the same results."""
    w = random_values((1, 1, 5), "float64", 1)
    x = random_values((1, 1, 2000), "float64", 2)
    whole = conv(x, w, backend="direct")
    for n in [*range(900, 1900), *range(900, 1000)]:
        result = conv(x[..., :n].copy(), w, backend="direct")
        np.testing.assert_array_equal(result, whole[..., : n - 4])
