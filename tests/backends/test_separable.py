"""Results of `separable`: tiles, boxes, fused passes, values that are not finite.

`test_separable_bound.py` has its error bound, and where auto takes it.
"""

import math
from itertools import product

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv._cpu import lanes
from polyconv._machine import Caches
from polyconv._plan import execute
from polyconv._repair import Repair
from polyconv._veto import max_abs, max_input
from polyconv.backends import BACKENDS
from polyconv.backends.separable import planner
from support import oracle
from support.agreement import (
    assert_same_bits,
    assert_tracks_max_abs,
    poisoned,
    problem_for,
    random_values,
    remember,
    slow_but,
    slow_but_first,
)
from support.compare import assert_agrees
from support.structured import KINDS, structured

SEPARABLE = next(backend for backend in BACKENDS if backend.name == "separable")
NAN, INF = math.nan, math.inf

# Name -> shapes of x and w, options. Several tiles along some axis where caches are small.
PROBLEMS = {
    "image": ((1, 1, 61, 300), (1, 1, 5, 7), {"padding": "same"}),
    "kernel larger than the image": ((1, 1, 15, 22), (1, 1, 39, 29), {"padding": (19, 16)}),
    "volume smaller than the kernel": ((1, 1, 6, 7, 20), (1, 1, 11, 9, 5), {"padding": (6, 8, 2)}),
    "tall": ((1, 1, 300, 33), (1, 1, 9, 3), {"padding": ((0, 4), (1, 0))}),
    "reflected": ((2, 1, 40, 130), (1, 1, 5, 5), {"padding": 9, "padding_mode": "reflect"}),
    "wrapped": ((1, 2, 20, 70), (2, 1, 3, 7), {"groups": 2, "padding": 4, "padding_mode": "wrap"}),
    "constant": (
        (1, 1, 30, 90),
        (1, 1, 5, 5),
        {"padding": 3, "padding_mode": "constant", "padding_value": 2},
    ),
    "stride": ((1, 2, 61, 150), (2, 2, 5, 4), {"stride": (2, 3), "padding": 2}),
    "gaps": ((1, 1, 90, 90), (1, 1, 2, 2), {"stride": (7, 5)}),
    "dilation": ((1, 1, 61, 150), (1, 1, 4, 3), {"dilation": (3, 5), "padding": 5}),
    "both": ((1, 1, 61, 120), (1, 1, 4, 3), {"dilation": (4, 3), "stride": (6, 2), "padding": 5}),
    "channels": ((2, 6, 25, 90), (6, 3, 3, 5), {"groups": 2, "padding": 1}),
    "last": ((2, 24, 90, 3), (5, 5, 1, 3), {"groups": 3, "data_format": "channels_last"}),
    "volume": ((1, 2, 9, 40, 50), (2, 1, 3, 5, 3), {"groups": 2, "padding": "same"}),
    "strided volume": ((1, 2, 13, 21, 50), (2, 2, 3, 2, 3), {"stride": (2, 3, 1), "padding": 1}),
    "dilated volume": ((1, 1, 13, 21, 40), (1, 1, 3, 3, 3), {"dilation": (2, 1, 3), "padding": 2}),
    "signal": ((1, 2, 3000), (2, 1, 40), {"groups": 2, "padding": "same"}),
    "flip": ((1, 1, 31, 64), (1, 1, 3, 4), {"flip": True, "padding": "causal"}),
}
DTYPES = ["float32", "float64", "complex64", "complex128", "float16", "int8", "int64", "uint16"]

problems = pytest.mark.parametrize("name", PROBLEMS)


def arrays(name, dtype, kind="rank 1"):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    return x, structured(w, kind if len(w_shape) != 3 else "box", **options), options


@pytest.fixture
def caches(monkeypatch):
    """Return a function that sets the sizes of the caches for which is planned."""

    def forget():
        planner.tiling_of.cache_clear()
        planner._plan_of.cache_clear()

    def use(l2):
        forget()
        monkeypatch.setattr(planner, "caches", lambda: Caches(1 << 12, l2, 1 << 24))

    yield use
    forget()


@pytest.fixture
def fused(caches, monkeypatch):
    """Fuse the passes over the shortest rows that the kernels take."""
    monkeypatch.setattr(planner.TUNING, "FUSED_VECTORS", 1)
    monkeypatch.setattr(planner.TUNING, "FUSED_TAPS", dict.fromkeys((16, 32, 64), 9))
    # That of the other vendor.
    monkeypatch.setattr(planner.TUNING, "FUSED_PREFETCHES", not planner.TUNING.FUSED_PREFETCHES)
    monkeypatch.setattr(planner, "_is_beyond_l2", lambda p: True)
    caches(1 << 20)


@problems
@pytest.mark.parametrize("kind", slow_but(KINDS, "rank 1"))
@pytest.mark.parametrize("dtype", slow_but(DTYPES, "float32", "complex64", "int8"))
def test_tiles_of_any_size(name, kind, dtype, caches):
    """From one tile that holds everything to tiles of a few vectors, prefetched and not."""
    x, w, options = arrays(name, dtype, kind)
    bias = random_values((w.shape[0 if options.get("data_format") is None else -1],), dtype, 3)
    reference, tiles = oracle.convolve(x, w, bias, **options), set()
    for l2, workers in product((1 << 24, 1 << 16, 1 << 14, 1 << 11), (1, 2)):
        caches(l2)
        problem = problem_for(SEPARABLE, x, w, workers=workers, **options)
        if problem.structure.kind == "dense":
            return  # a sum that cross approximation does not find
        out = poisoned(reference.value.shape, reference.dtype)
        conv(x, w, bias, backend="separable", workers=workers, out=out, **options)
        assert_agrees(out, reference, SEPARABLE.error_bound(problem))
        tiles.add(planner.tiling_of(problem, False).shape.items)
    assert len(tiles) > 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float16", "int16", "complex64"], "float32"))
def test_channels_side_by_side(kind, same, dtype, caches):
    """Channels-last pixels whose channels share a filter are filtered as one long row."""
    if dtype == "int16" and kind == "rank 3":  # no sum of three products of small integers is found
        kind = "rank 2"
    x = random_values((2, 11, 45, 5), dtype, 1)
    w = structured(random_values((4, 5, 1, 5), dtype, 2), kind, data_format="channels_last")
    if same:
        w = np.broadcast_to(w[..., :1], w.shape)
    bias = random_values((5,), dtype, 3)
    options = {"groups": 5, "data_format": "channels_last", "padding": 2}
    for l2 in (1 << 24, 1 << 12):
        caches(l2)
        for more in ({}, {"padding_mode": "reflect"}, {"stride": 2}, {"dilation": (1, 3)}):
            problem = problem_for(SEPARABLE, x, w, **options, **more)
            bound = SEPARABLE.error_bound(problem)
            for add in (None, bias):
                reference = oracle.convolve(x, w, add, **options, **more)
                for each in (x, np.asfortranarray(x)):
                    y = conv(each, w, add, backend="separable", **options, **more)
                    assert_agrees(y, reference, bound)


@pytest.mark.parametrize("taps", slow_but(range(2, 72), 2, 3, 7, 8, 9, 15, 31, 64, 71))
def test_boxes_of_every_length(taps):
    signal, image = random_values((1, 1, 200), "int64", 1), random_values((1, 1, 80, 90), "f4", 1)
    for x, shape, options in (
        (signal, (taps,), {"padding": 1}),
        (image, (taps, taps), {}),
        (image, (taps, 2), {"dilation": (1, 3)}),
    ):
        w = np.full((1, 1, *shape), 3, x.dtype)
        y = conv(x, w, backend="separable", **options)
        bound = SEPARABLE.error_bound(problem_for(SEPARABLE, x, w, **options))
        assert_agrees(y, oracle.convolve(x, w, **options), bound)


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


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize("kind", ["rank 1", "rank 2", "box"])
@pytest.mark.parametrize("dtype", ["float32", "complex64", "int16"])
@pytest.mark.parametrize("value", [0, 2])
def test_padding_wider_than_the_input(axis, kind, dtype, value):
    """Lines of zeros are left out, those of another value are not."""
    x_shape, w_shape = [5, 6, 40], [3, 3, 3]
    w_shape[axis] = 2 * x_shape[axis]
    for volume in (False, True):
        if axis == 0 and not volume:
            continue
        place = slice(0 if volume else 1, None)
        x = random_values((1, 1, *x_shape[place]), dtype, 1)
        w = structured(random_values((1, 1, *w_shape[place]), dtype, 2), kind)
        mode = {"padding_mode": "constant", "padding_value": value}
        for more in ({"padding": x_shape[axis]}, {"padding": "full"}):
            problem = problem_for(SEPARABLE, x, w, **mode, **more)
            if problem.structure.kind == "dense":
                continue
            y = conv(x, w, backend="separable", **mode, **more)
            reference = oracle.convolve(x, w, **mode, **more)
            assert_agrees(y, reference, SEPARABLE.error_bound(problem))


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


@pytest.mark.parametrize("taps", [2, 7, 9, 15, 16, 17, 30, 31, 32, 63])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("value", [0, 3])
def test_boxes_along_rows_that_are_not_packed(taps, dtype, value):
    """Windows begin and end anywhere in the padding; the result begins anywhere in a vector."""
    row = 4096 // np.dtype(dtype).itemsize  # rows that share the sets of a cache
    w = np.full((1, 1, min(taps, 9), taps), 0.5, dtype)
    mode = {"padding_mode": "constant", "padding_value": value}
    for width, pads in product((70, row), ((0, 0), (taps // 2, taps - 1), (40, 3))):
        x = random_values((1, 1, 12, width), dtype, 1)
        options = {"padding": ((2, 3), pads), **mode}
        problem = problem_for(SEPARABLE, x, w, **options)
        if width == row and taps >= 7 and lanes(x.dtype)["lanes"] * x.itemsize == 64:
            assert not planner.tiling_of(problem, False).shape.fuses
        reference, bound = oracle.convolve(x, w, **options), SEPARABLE.error_bound(problem)
        assert_agrees(conv(x, w, backend="separable", **options), reference, bound)
        *lead, columns = problem.out_shape
        apart = np.empty((*lead, columns + 5), dtype)[..., 5:]
        conv(x, w, backend="separable", out=apart, **options)
        assert_agrees(apart, reference, bound)
        x[0, 0, 5, width // 3], x[0, 0, 9, -1] = NAN, INF
        y = conv(x, w, backend="separable", **options)
        assert_agrees(y, oracle.convolve(x, w, **options), bound)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_rings_are_placed_by_the_address_of_the_result(dtype):
    """Loads would wait for stores of the result at the same offset in a page."""
    x = random_values((1, 1, 40, 1024), dtype, 1)
    w = np.full((1, 1, 9, 9), 1, dtype)
    problem = problem_for(SEPARABLE, x, w, padding="same", workers=1)
    assert planner.tiling_of(problem, False).shape.places_ring
    run = plan(x, w, padding="same", backend="separable", workers=1)
    memory, wanted = np.empty(x.nbytes + 8192, np.uint8), run(x)
    for offset in (*range(0, 4096, 192), x.itemsize, 4096 - x.itemsize):
        out = memory[offset : offset + x.nbytes].view(dtype).reshape(x.shape)
        out[...] = NAN
        assert_same_bits(run(x, out=out), wanted)


@pytest.mark.parametrize("taps", [9, 31])
def test_boxes_along_rows_see_every_element(taps):
    """The largest magnitude is found wherever it is; padding does not count."""
    w, x = np.ones((1, 1, 9, taps), "float32"), np.zeros((1, 1, 3, 1024), "float32")
    options = {"padding": taps // 2, "padding_mode": "constant", "padding_value": 9}
    problem = problem_for(SEPARABLE, x, w, **options)
    kernel, out = SEPARABLE.prepare(problem, w), np.empty(problem.out_shape, "float32")
    for column in range(1024):
        x[0, 0, column % 3, column] = -7
        assert kernel(x, None, out, 1) == 7
        x[0, 0, column % 3, column] = 0


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


def test_kept_filters_have_the_values_of_the_call():
    """Plain calls keep prepared filters by their values: weights may change between two calls."""
    x = random_values((1, 2, 20, 30), "float32", 1)
    w = np.empty((2, 1, 5, 5), np.float32)
    for seed in (1, 2, 1):
        rows, columns = random_values((2, 2, 1, 5), "float32", seed)
        w[...] = rows[:, :, :, None] * columns[:, :, None]
        for layout in (w, np.asfortranarray(w)):
            got = conv(x, layout, groups=2, backend="separable")
            bound = SEPARABLE.error_bound(problem_for(SEPARABLE, x, w, groups=2))
            assert_agrees(got, oracle.convolve(x, w, groups=2), bound)
            assert_same_bits(got, plan(x, w.copy(), groups=2, backend="separable")(x))


def test_a_box_has_no_drift():
    """A running sum would keep the rounding errors of one huge value."""
    x = np.ones((1, 1, 5, 4000), "float32")
    x[..., 7] = 1e9
    y = conv(x, np.ones((1, 1, 3, 9), "float32"), backend="separable")
    assert (y[..., 16:] == 27).all()


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "float16"]))
@pytest.mark.parametrize("workers", slow_but_first([2, 1]))
def test_kernels_track_what_they_read(name, dtype, workers):
    x_shape, w_shape, options = PROBLEMS[name]
    assert_tracks_max_abs(SEPARABLE, x_shape, w_shape, dtype, dtype, workers, **options)


@pytest.mark.parametrize("limit", [3000, 10_000, 100_000, 1 << 20])
@problems
def test_workspace_limits(name, limit):
    x, w, options = arrays(name, "float32")
    problem = problem_for(SEPARABLE, x, w, workspace_limit=limit, workers=1, **options)
    cost = SEPARABLE.cost(problem)
    if cost.workspace <= limit:
        y = conv(x, w, backend="separable", workspace_limit=limit, workers=1, **options)
        assert_agrees(y, oracle.convolve(x, w, **options), SEPARABLE.error_bound(problem))
    else:
        assert limit <= 10_000


VALUES = {"NaN": (NAN,), "inf": (INF, -INF), "all": (NAN, INF, -INF, 1e38)}
OPTIONS = (
    {},
    {"padding": 2},
    {"padding": 3, "padding_mode": "wrap", "stride": 2},
    {"padding": ((5, 0), (0, 9)), "padding_mode": "reflect", "dilation": (2, 1)},
)


@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize("kind", ["box", "rank 1"])
@pytest.mark.parametrize("taps", [5, 9])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float64", "complex64"], "float32"))
@pytest.mark.usefixtures("fused")
def test_non_finite_values_stay_in_their_windows(values, kind, taps, dtype):
    """Zero taps do not shield them."""
    w = structured(random_values((2, 1, taps, taps), dtype, 2), kind)
    if kind == "rank 1":
        w[:, :, 4] = 0
        w[:, :, :, 2] = 0
    x = random_values((1, 1, 50, 60), dtype, 1)
    for number, value in enumerate(VALUES[values]):
        x[0, 0, 7 + 9 * number, (31 * number) % 60] = value
    for options, workers in product(OPTIONS, (1, 2)):
        bound = 1e-5 if dtype != "float64" else 1e-13
        reference = oracle.convolve(x, w, **options)
        problem = problem_for(SEPARABLE, x, w, workers=workers, rtol=1, **options)
        remember(problem, {"separable": 1e-9, "direct": 1e-3})
        prepared = plan(x, w, workers=workers, rtol=1, **options)
        assert prepared.backend == "separable"
        assert_agrees(prepared(x), reference, bound)
        # The kernel itself spoils no output beyond the windows.
        kernel, limit = SEPARABLE.prepare(problem, w), max_input(problem, max_abs(w))
        out, seen = execute(
            problem, kernel, x, None, poisoned(problem.out_shape, problem.dtype), limit
        )
        assert seen > limit
        assert Repair(problem, w, INF)(x, None, out, limit, kernel.spread)
        assert_agrees(out, reference, bound)


@problems
@pytest.mark.parametrize("kind", ["box", "rank 1", "rank 3"])
def test_lower_bounds_of_costs(name, kind):
    x, w, options = arrays(name, "float32", kind)
    for workers, limit in product((1, 2), (None, 1 << 15)):
        problem = problem_for(SEPARABLE, x, w, workers=workers, workspace_limit=limit, **options)
        if problem.structure.kind == "dense":
            continue
        cost = SEPARABLE.cost(problem)
        bounds = {b.variant: b for b in SEPARABLE.cost_lower_bounds(problem)}
        least = bounds[cost.variant]
        for count, value in vars(cost).items():
            assert count == "variant" or getattr(least, count) <= value, count
