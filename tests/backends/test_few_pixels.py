"""Plain calls of direct for few pixels, whose weights are read as they lie."""

import math
import tracemalloc

import numpy as np
import pytest

from polyconv import choose, conv, explain, plan
from polyconv.backends import BACKENDS
from polyconv.backends.direct import few_pixels
from polyconv.backends.direct._few_pixels import FewPixels
from polyconv.backends.direct.few_pixels import few_pixels_of, few_pixels_roundings
from polyconv.backends.trimming import trimmed
from support import oracle
from support.agreement import check, problem_of, random_values, slow_but_first
from support.compare import assert_agrees

DIRECT = next(backend for backend in BACKENDS if backend.name == "direct")

# The middle of a patch of one pixel, windows that are the whole input, and packed patches.
PROBLEMS = {
    "one pixel": ((1, 700, 1, 1), (37, 700, 1, 1), {}),
    "several images": ((5, 300, 1), (61, 300, 1), {}),
    "idle taps": ((1, 120, 1, 1), (19, 120, 3, 3), {"padding": 1}),
    "idle taps of 4 images": ((4, 120, 1), (51, 120, 3), {"padding": 1}),
    "whole image": ((2, 40, 5, 7), (13, 40, 5, 7), {}),
    "whole volume": ((1, 8, 4, 5, 6), (18, 8, 4, 5, 6), {}),
    "padded": ((1, 90, 2, 3), (22, 90, 3, 3), {"padding": 1}),
    "16 pixels": ((1, 600, 4, 4), (30, 600, 1, 1), {}),
    "15 pixels of 3 images": ((3, 200, 7), (33, 200, 3), {}),
    "groups": ((3, 240, 3), (64, 120, 3), {"groups": 2, "padding": 1}),
    "strides and dilations": ((1, 100, 7, 8), (21, 100, 3, 3), {"stride": 2, "dilation": (2, 3)}),
    "reflect": ((1, 90, 3, 3), (22, 90, 3, 3), {"padding": 1, "padding_mode": "reflect"}),
    "constant": (
        (1, 90, 2, 2), (22, 90, 3, 3),
        {"padding": 1, "padding_mode": "constant", "padding_value": 2.5},
    ),
    "channels last": ((2, 3, 90), (3, 90, 70), {"data_format": "channels_last"}),
    "flipped, unbatched": ((90, 3, 3), (22, 90, 3, 3), {"flip": True, "padding": (0, 1)}),
}  # fmt: skip


def arrays(name, dtype):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    filters = w_shape[-1 if "data_format" in options else 0]
    assert few_pixels_of(problem_of(x, w, **options)) is not None
    return x, w, random_values((filters,), dtype, 3), options


@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64"]))
@pytest.mark.parametrize("name", PROBLEMS)
def test_results(name, dtype):
    x, w, bias, options = arrays(name, dtype)
    check(DIRECT, x, w, bias, **options)
    check(DIRECT, x, w, workers=2, **options)


@pytest.mark.parametrize("level", ["float32", "float64"])
def test_every_number_of_filters_pixels_and_products(level):
    """Register blocks, partial vectors and chains that end anywhere."""
    for pixels, filters, products in zip(
        range(1, 17), (128, 129, 130, 131, 133) * 4, (129, 143, 1025, 2100, 513, 300, 161) * 3,
        strict=False,
    ):  # fmt: skip
        x = random_values((pixels, products, 1), level, pixels)
        w = random_values((filters, products, 1), level, filters)
        assert few_pixels_of(problem_of(x, w)) is not None
        check(DIRECT, x, w)


@pytest.mark.parametrize("name", ["idle taps", "padded", "whole image"])
def test_values_that_are_not_finite_stay_where_the_definition_has_them(name):
    x, w, bias, options = arrays(name, "float32")
    for array, value in ((w, np.inf), (w, np.nan), (x, -np.inf), (x, np.nan)):
        places = np.random.default_rng(5).integers(0, array.size, 3)
        before = array.copy()
        array.reshape(-1)[places] = value
        reference = oracle.convolve(x, w, bias, **options)
        bound = DIRECT.error_bound(problem_of(x, w, **options))
        assert_agrees(conv(x, w, bias, backend="direct", **options), reference, bound)
        array[...] = before


def test_equal_terms_stay_within_the_bound():
    """The roundings of equal terms have the same sign for long stretches."""
    for products in (1000, 60_000):
        x, w = np.full((1, 1, products), np.float32(0.1)), np.full((20, 1, products), np.float32(3))
        problem = problem_of(x, w)
        assert few_pixels_of(problem) is not None
        assert few_pixels_roundings(problem) > products / (16 * few_pixels.CHAIN)
        check(DIRECT, x, w)


def test_the_bound_holds_where_taps_are_left_out_first():
    """Without its idle taps, 129 taps are 67 roundings in a plan, and more in few pixels."""
    x, w = random_values((1, 1, 113), "float32", 1), random_values((200, 1, 131), "float32", 2)
    options = {"padding": ((22, 16),), "stride": 2}
    problem = problem_of(x, w, **options)
    smaller, _ = trimmed(problem)
    assert few_pixels_of(problem) is None
    assert few_pixels_of(smaller) is not None
    roundings = few_pixels_roundings(smaller)
    assert DIRECT.error_bound(problem) >= problem.summation_error(roundings)
    check(DIRECT, x, w, **options)


def test_the_plan_of_a_long_kernel_is_small():
    """256 plans are kept, so no plan may hold an index for each tap."""
    x, w = np.zeros((1, 1, 60_000), "float32"), np.zeros((9, 1, 60_000), "float32")
    problem = problem_of(x, w)
    assert few_pixels_of(problem) is not None
    tracemalloc.start()
    kept = FewPixels(problem)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept is not None
    assert size < 4096


def test_the_weights_are_not_copied():
    x, w = random_values((1, 1024, 2, 2), "float32", 1), random_values((256, 1024, 3, 3), "float32")
    options = {"padding": 1, "backend": "direct", "workers": 1}
    conv(x, w, **options)
    tracemalloc.start()
    conv(x, w, **options)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < w.nbytes / 16


def test_auto_knows_that_plain_calls_pack_no_weights():
    """Four outputs of 512 channels: packing the weights takes longer than all products."""
    x, w = np.ones((1, 512, 4, 4), "float32"), random_values((512, 512, 3, 3), "float32")
    plain, planned = (
        explain(x, w, workers=1, prepared=prepared).to_dict() for prepared in (False, True)
    )
    assert choose(x, w, workers=1).backend == plain["choice"]["backend"] == "direct"
    seconds = [
        next(each for each in of["candidates"] if each["backend"] == "direct")["prepare"]
        for of in (plain, planned)
    ]
    assert seconds[0] == 0 < seconds[1]
    padded = problem_of(x, w, padding=4)
    assert DIRECT.unpacked_cost(padded) is None
    assert DIRECT.unpacked_cost(problem_of(x, w)) is not None


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "dtype", "options"),
    [
        ((1, 700, 5, 5), (37, 700, 1, 1), "float32", {}),  # 25 pixels
        ((1, 20, 1, 1), (37, 20, 1, 1), "float32", {}),  # few weights
        ((1, 2048, 4, 4), (8, 2048, 1, 1), "float32", {}),  # more patches than weights
        ((1, 700, 1, 1), (37, 700, 1, 1), "float16", {}),  # to be converted
        ((1, 700, 1, 1), (37, 700, 1, 1), "complex64", {}),
        ((1, 700, 1, 1), (37, 700, 1, 1), "int32", {}),
        ((16, 300, 1), (61, 300, 3), "float32", {"padding": 1}),  # idle taps of 16 images
        ((1, 1, 300_002), (9, 1, 300_000), "float32", {}),  # large patches
        ((1, 700, 1, 3), (37, 700, 1, 1), "float32", {"workspace_limit": 8000}),
    ],
)
def test_other_problems_pack_their_weights(x_shape, w_shape, dtype, options):
    x, w = np.zeros(x_shape, dtype), np.zeros(w_shape, dtype)
    assert few_pixels_of(problem_of(x, w, **options)) is None
    assert few_pixels_roundings(problem_of(x, w, **options)) == 0


@pytest.mark.parametrize("name", ["one pixel", "16 pixels", "channels last"])
def test_views_have_the_bits_of_contiguous_arrays(name):
    x, w, bias, options = arrays(name, "float32")
    options = options | {"backend": "direct", "workers": 1}
    expected = conv(x, w, bias, **options)
    wide = np.zeros((*x.shape, 2), "float32")
    wide[..., 1] = x
    out = np.empty((*expected.shape, 2), "float32")
    for used in (x, wide[..., 1]):
        conv(used, w, bias, out=out[..., 1], **options)
        assert np.array_equal(out[..., 1], expected)


def test_the_first_call_and_a_plan():
    """A first call gives the bits of later plain calls; a plan packs, and may round otherwise."""
    x, w, bias, options = arrays("16 pixels", "float32")
    first = conv(x, w, bias, backend="direct", workers=1, **options)
    again = conv(x, w, bias, backend="direct", workers=1, **options)
    assert np.array_equal(first, again)
    planned = plan(x, w, bias, backend="direct", workers=1, **options)(x)
    bound = DIRECT.error_bound(problem_of(x, w, **options))
    scale = np.abs(x).max() * np.abs(w).sum(axis=(1, 2, 3)).max()
    assert math.isfinite(bound)
    assert np.abs(first - planned).max() <= 2 * bound * scale
