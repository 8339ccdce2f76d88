"""Fused passes of `separable`: both axes of a filter in one pass, in registers."""

import math
from itertools import product

import numpy as np
import pytest

from polyconv import conv
from polyconv._cpu import lanes
from polyconv.backends import BACKENDS
from polyconv.backends.separable import planner
from support import oracle
from support.agreement import poisoned, problem_for, random_values, slow_but
from support.compare import assert_agrees
from support.structured import structured

SEPARABLE = next(backend for backend in BACKENDS if backend.name == "separable")
NAN, INF = math.nan, math.inf


@pytest.mark.parametrize("taps", [3, 5, 7, 9])
@pytest.mark.parametrize("kind", ["rank 1", "box"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64"])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.usefixtures("fused")
def test_fused_passes_meet_every_edge(taps, kind, dtype, workers):
    """Widths about whole vectors, any padding and any alignment of the result."""
    w = structured(random_values((1, 1, taps, taps), dtype, 2), kind)
    bias = random_values((1,), dtype, 3)
    for width, pads, value in product(
        (25, 32, 40, 67), (0, (taps // 2, taps // 2), (taps - 1, 0), (0, 1), (23, 40)), (0, 2)
    ):
        options = {"padding": pads if pads == 0 else (pads, pads)}
        if value:
            options |= {"padding_mode": "constant", "padding_value": value}
        x = random_values((2, 1, 19, width), dtype, 1)
        problem = problem_for(SEPARABLE, x, w, workers=workers, **options)
        tiling = planner.tiling_of(problem, False)
        assert tiling.shape.fuses == (taps // 2 <= lanes(x.dtype)["lanes"])
        add = bias if width == 40 else None
        reference = oracle.convolve(x, w, add, **options)
        shape = reference.value.shape
        for offset in (0, 5, 15):
            memory = poisoned((math.prod(shape) + 32,), reference.dtype)
            out = memory[offset : offset + math.prod(shape)].reshape(shape)
            before = memory.copy()
            conv(x, w, add, backend="separable", workers=workers, out=out, **options)
            assert_agrees(out, reference, SEPARABLE.error_bound(problem))
            for end in (slice(offset), slice(offset + math.prod(shape), None)):
                assert memory[end].tobytes() == before[end].tobytes()


@pytest.mark.parametrize("taps", [3, 5, 7, 9])
@pytest.mark.parametrize("kind", ["rank 2", "rank 3", "box"])
@pytest.mark.parametrize("mode", ["constant", "reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float64"], "float32"))
@pytest.mark.usefixtures("fused")
def test_fused_passes_of_sums_and_of_repeated_padding(taps, kind, mode, dtype):
    """Terms are added up in the result; each bias once."""
    x, bias = random_values((2, 2, 19, 45), dtype, 1), random_values((2,), dtype, 3)
    w = structured(random_values((2, 1, taps, taps), dtype, 2), kind)
    vector = lanes(x.dtype)["lanes"]
    for pads, workers in product(((taps // 2, taps // 2), (taps - 1, 0), (0, 2), (11, 9)), (1, 2)):
        options = {"padding": (pads, pads), "padding_mode": mode, "groups": 2}
        problem = problem_for(SEPARABLE, x, w, workers=workers, **options)
        within = mode == "constant" or max(pads) <= vector
        within = within and (taps < 9 or kind == "box")
        assert planner.tiling_of(problem, False).shape.fuses == (taps // 2 <= vector and within)
        reference = oracle.convolve(x, w, bias, **options)
        # A result that begins anywhere in a vector, between elements that stay.
        memory = poisoned((reference.value.size + 32,), reference.dtype)
        before, place = memory.copy(), slice(3, 3 + reference.value.size)
        out = memory[place].reshape(reference.value.shape)
        conv(x, w, bias, backend="separable", workers=workers, out=out, **options)
        assert_agrees(out, reference, SEPARABLE.error_bound(problem))
        assert memory[:3].tobytes() == before[:3].tobytes()
        assert memory[place.stop :].tobytes() == before[place.stop :].tobytes()


@pytest.mark.parametrize("taps", [3, 5, 7, 9])
@pytest.mark.parametrize("signs", [(1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (0, 1)], ids=str)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.usefixtures("fused")
def test_fused_passes_of_even_and_odd_filters(taps, signs, dtype):
    """Taps that are equal or opposite share a product; zeros in the middle shield no NaN."""
    vectors = []
    for number, sign in enumerate(signs):
        vector = random_values((taps,), dtype, number)
        mirrored = vector + sign * vector[::-1]
        if sign >= 0:  # the largest element is in the middle, as in Gaussians
            mirrored[taps // 2] = 2 * np.abs(mirrored).max() + 1
        vectors.append(mirrored)
    w = np.multiply.outer(*vectors)[None, None]
    bias = random_values((1,), dtype, 3)
    for width, mode, pads in product((32, 67), ("constant", "reflect"), ((taps // 2,) * 2, (0, 1))):
        x = random_values((1, 1, 19, width), dtype, 1)
        options = {"padding": (pads, pads), "padding_mode": mode}
        problem = problem_for(SEPARABLE, x, w, **options)
        fuses = planner.tiling_of(problem, False).shape.fuses
        assert fuses == (taps // 2 <= lanes(x.dtype)["lanes"])
        bound = SEPARABLE.error_bound(problem)
        for add in (None, bias):
            y = conv(x, w, add, backend="separable", **options)
            assert_agrees(y, oracle.convolve(x, w, add, **options), bound)
        x[0, 0, 9, 20], x[0, 0, 4, 5] = NAN, INF
        y = conv(x, w, backend="separable", **options)
        assert_agrees(y, oracle.convolve(x, w, **options), bound)


# Rows of an image, its first and last and those where kernels start and end a call, and a column.
@pytest.mark.parametrize("place", [(0, 9), (1, 0), (63, 33), (64, 9), (65, 1), (66, 66), (149, 66)])
@pytest.mark.parametrize("value", [NAN, INF, -INF])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.usefixtures("fused")
def test_zeros_of_odd_filters_shield_no_element(place, value, dtype):
    """Products with the zeros of Sobel's filters are left out only where all of them are zeros."""
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype)[None, None]
    for w, pads in product((sobel, sobel.swapaxes(2, 3)), ((1, 1), (0, 2), (2, 0))):
        x = random_values((1, 1, 150, 67), dtype, 1)
        x[0, 0, *place] = value
        for workers in (1, 2):
            options = {"padding": (pads, pads), "workers": workers, "backend": "separable"}
            wanted = oracle.convolve(x, w, padding=(pads, pads))
            y = conv(x, w, **options)
            assert_agrees(y, wanted, SEPARABLE.error_bound(problem_for(SEPARABLE, x, w)))
            assert np.isnan(y).any() or pads != (1, 1)


@pytest.mark.parametrize("value", [NAN, INF])
@pytest.mark.usefixtures("fused")
def test_zeros_of_odd_filters_shield_no_padding(value):
    """The padding is a part of the input, though not of its largest magnitude."""
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)[None, None]
    for w, pads in product((sobel, sobel.swapaxes(2, 3)), ((2, 2), (0, 2), (2, 0))):
        x = random_values((1, 1, 70, 67), "float32", 1)
        options = {"padding": (pads, pads), "padding_mode": "constant", "padding_value": value}
        problem = problem_for(SEPARABLE, x, w, **options)
        assert planner.tiling_of(problem, False).shape.fuses
        y = conv(x, w, backend="separable", **options)
        assert_agrees(y, oracle.convolve(x, w, **options), SEPARABLE.error_bound(problem))


@pytest.mark.parametrize("taps", [3, 5, 7, 9])
@pytest.mark.usefixtures("fused")
@pytest.mark.parametrize(
    "mode", [{"padding_mode": "constant", "padding_value": 9}, {"padding_mode": "wrap"}]
)
def test_fused_passes_see_every_element(taps, mode):
    """The largest magnitude is found wherever it is; padding does not count."""
    w, x = np.ones((1, 1, taps, taps), "float32"), np.zeros((1, 1, 9, 69), "float32")
    options = {"padding": 2, **mode}
    problem = problem_for(SEPARABLE, x, w, workers=2, **options)
    assert planner.tiling_of(problem, False).shape.fuses
    kernel, out = SEPARABLE.prepare(problem, w), np.empty(problem.out_shape, "float32")
    for place in np.ndindex(x.shape):
        x[place] = -7
        assert kernel(x, None, out, 2) == 7
        x[place] = 0


@pytest.mark.parametrize("taps", [3, 5, 7, 9])
@pytest.mark.parametrize("kind", ["rank 1", "box", "rank 2"])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float64"], "float32"))
@pytest.mark.usefixtures("fused")
def test_fused_passes_of_interleaved_colours(taps, kind, dtype):
    """Taps are a pixel apart; the result begins anywhere in a vector."""
    x = random_values((1, 19, 37, 3), dtype, 1)
    w = structured(random_values((1, 1, taps, taps), dtype, 2), kind)
    w = np.broadcast_to(np.moveaxis(w, (0, 1), (2, 3)), (taps, taps, 1, 3))
    vector = lanes(x.dtype)["lanes"]
    for pads, mode in product(
        ((0, 0), (taps // 2, taps // 2), (taps - 1, 0), (0, 5)), ("constant", "reflect", "wrap")
    ):
        options = {"padding": (pads, pads), "padding_mode": mode, "groups": 3}
        options["data_format"] = "channels_last"
        problem = problem_for(SEPARABLE, x, w, **options)
        within = mode == "constant" or max(pads) * 3 <= vector
        within = within and (taps < 9 or kind != "rank 2")
        expected = 3 * (taps // 2) <= vector and within
        assert planner.tiling_of(problem, True).shape.fuses == expected
        reference, bound = oracle.convolve(x, w, **options), SEPARABLE.error_bound(problem)
        for offset in (0, 5):
            memory = poisoned((reference.value.size + 32,), reference.dtype)
            before, place = memory.copy(), slice(offset, offset + reference.value.size)
            out = memory[place].reshape(reference.value.shape)
            conv(x, w, backend="separable", out=out, **options)
            assert_agrees(out, reference, bound)
            assert memory[:offset].tobytes() == before[:offset].tobytes()
            assert memory[place.stop :].tobytes() == before[place.stop :].tobytes()


@pytest.mark.parametrize("channel", range(3))
@pytest.mark.usefixtures("fused")
def test_fused_passes_see_every_colour(channel):
    w, x = np.ones((5, 5, 1, 3), "float32"), np.zeros((1, 9, 23, 3), "float32")
    options = {"padding": 2, "groups": 3, "data_format": "channels_last"}
    problem = problem_for(SEPARABLE, x, w, workers=2, **options)
    fuses = planner.tiling_of(problem, True).shape.fuses
    assert fuses == (lanes(x.dtype)["lanes"] >= 6)
    kernel, out = SEPARABLE.prepare(problem, problem.canonical_w(w)), np.empty_like(x)
    for place in np.ndindex(x.shape[:-1]):
        x[(*place, channel)] = -7
        assert kernel(problem.canonical_x(x), None, problem.canonical_out(out), 2) == 7
        x[(*place, channel)] = 0
