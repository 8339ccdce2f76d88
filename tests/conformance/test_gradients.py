"""Gradients: the adjoint identity for every padding mode and backend, and the definition."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyconv import UnsupportedProblem, conv, output_shape
from polyconv.grad import _blocks, _fold, conv_input, conv_weight
from support.agreement import assert_same_bits, poisoned, slow_but
from support.drawn import MAX_PRODUCTS, MODES, problems
from support.scatter import gradients


def whole(shape, dtype, seed):
    """Return small integers in any dtype, complex ones with both parts, so that sums are exact."""
    rng = np.random.default_rng(seed)
    values = rng.integers(-4, 5, shape)
    if np.dtype(dtype).kind == "c":
        values = values + 1j * rng.integers(-4, 5, shape)
    return values.astype(dtype)


def inner(a, b):
    return np.vdot(a, b)


def assert_adjoint(x, w, g, tolerance=0.0, backend="auto", **options):
    """Fail unless <g, conv(x, w)> is <conv_input(g), x> and <conv_weight(g), w>."""
    wanted = inner(g, conv(x, w, **options))
    of_x = conv_input(x.shape, w, g, backend=backend, **options)
    of_w = conv_weight(x, w.shape, g, backend=backend, **options)
    assert of_x.shape == x.shape
    assert of_w.shape == w.shape
    for ours in (inner(of_x, x), inner(of_w, w)):
        assert abs(ours - wanted) <= tolerance


SHAPES = {
    1: ((2, 4, 13), (6, 2, 3)),
    2: ((2, 4, 8, 9), (6, 2, 3, 2)),
    3: ((1, 4, 5, 6, 5), (4, 2, 2, 3, 2)),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_adjoints_of_every_backend(backend, mode, rank):
    x_shape, w_shape = SHAPES[rank]
    options = {"stride": 2, "padding": (3, 2, 4)[:rank], "dilation": (2, 1, 1)[:rank]}
    options |= {"groups": 2, "padding_mode": mode}
    for dtype in ("float64", "complex128", "int64"):
        x, w = whole(x_shape, dtype, 1), whole(w_shape, dtype, 2)
        g = whole(output_shape(x_shape, w_shape, **without_mode(options)), dtype, 3)
        # Transforms round; the others are exact for such integers.
        tolerance = 1e-9 * np.abs(g).sum() if dtype != "int64" else 0
        try:
            assert_adjoint(x, w, g, tolerance, backend.name, **options)
        except UnsupportedProblem as reason:
            assert str(reason).startswith(backend.name)


def without_mode(options):
    return {k: v for k, v in options.items() if not k.startswith("padding_") and k != "flip"}


@pytest.mark.parametrize("mode", slow_but(MODES, "zeros", "wrap"))
@pytest.mark.parametrize("layout", ["channels_first", "channels_last"])
def test_adjoints_of_large_problems(mode, layout):
    # Parts of the padding, and several blocks, in pieces.
    x, w = whole((3, 32, 150, 170), "float32", 1), whole((16, 32, 5, 4), "float32", 2)
    if layout == "channels_last":
        x, w = np.moveaxis(x, 1, -1).copy(), np.moveaxis(w, (0, 1), (-1, -2)).copy()
    options = {"padding": ((7, 3), (2, 9)), "stride": (1, 2), "data_format": layout}
    g = whole(output_shape(x.shape, w.shape, **options), "float32", 3)
    exact = inner(g.astype("f8"), conv(x, w, padding_mode=mode, dtype="f8", **options))
    of_x = conv_input(x.shape, w, g, padding_mode=mode, **options)
    of_w = conv_weight(x, w.shape, g, padding_mode=mode, **options)
    scale = np.abs(g.astype("f8")).sum() * np.abs(w).sum() / 16 * 4
    for ours in (inner(of_x.astype("f8"), x), inner(of_w.astype("f8"), w)):
        assert abs(ours - exact) <= 1e-6 * scale


def canonical(problem):
    """Return drawn arrays with canonical layout, and the options that gradients know."""
    batch, channels, filters, spatial, kernel, *_ = problem
    options = {k: v for k, v in problem.options.items() if k not in ("workers", "data_format")}
    options.pop("padding_value", None)
    depth = channels // options["groups"]
    dtype = "complex128" if "complex" in problem.x_dtype else "float64"
    x = whole((batch or 1, channels, *spatial), dtype, problem.seed)
    return x, whole((filters, depth, *kernel), dtype, problem.seed + 1), options


@settings(max_examples=60)
@given(problem=problems(), last=st.booleans())
def test_gradients_of_any_problem(problem, last):
    x, w, options = canonical(problem)
    shape = output_shape(x.shape, w.shape, **without_mode(options))
    g = whole(shape, w.dtype, problem.seed + 2)
    if g.size * max(w[:1].size, 1) > MAX_PRODUCTS:
        return
    of_x, of_w = gradients(x, w, g, **options)
    tolerance = {"rtol": 1e-12, "atol": 1e-9}
    if last:
        x_last, g_last = (np.moveaxis(a, 1, -1) for a in (x, g))
        w_last = np.moveaxis(w, (0, 1), (-1, -2))
        options["data_format"] = "channels_last"
        ours = conv_input(x_last.shape, w_last, g_last, **options)
        np.testing.assert_allclose(np.moveaxis(ours, -1, 1), of_x, **tolerance)
        ours = conv_weight(x_last, w_last.shape, g_last, **options)
        np.testing.assert_allclose(np.moveaxis(ours, (-1, -2), (0, 1)), of_w, **tolerance)
        return
    np.testing.assert_allclose(conv_input(x.shape, w, g, **options), of_x, **tolerance)
    np.testing.assert_allclose(conv_weight(x, w.shape, g, **options), of_w, **tolerance)


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int32", "int64", "uint64"])
@pytest.mark.parametrize("mode", ["zeros", "reflect", "edge"])
def test_integers_are_exact(dtype, mode):
    rng = np.random.default_rng(1)
    limits = np.iinfo(dtype)
    x, w, g = (
        rng.integers(limits.min, limits.max, shape, dtype, endpoint=True)
        for shape in ((2, 3, 7, 6), (4, 3, 3, 2), (2, 4, 6, 6))
    )
    options = {"stride": 2, "padding": 3, "padding_mode": mode}
    wide = "uint64" if limits.min == 0 else "int64"
    # The oracle's sums wrap around as these do.
    of_x, of_w = gradients(*(a.astype(wide) for a in (x, w, g)), **options)
    assert_same_bits(conv_input(x.shape, w, g, **options), of_x)
    assert_same_bits(conv_weight(x, w.shape, g, **options), of_w)


def test_the_constant_of_the_padding_counts_for_the_weights_only():
    x, w = whole((1, 2, 5), "f8", 1), whole((3, 2, 3), "f8", 2)
    g = whole((1, 3, 9), "f8", 3)
    options = {"padding": 3, "padding_mode": "constant"}
    of_x, of_w = gradients(x, w, g, padding_value=5, **options)
    assert_same_bits(conv_weight(x, w.shape, g, padding_value=5, **options), of_w)
    assert_same_bits(conv_input(x.shape, w, g, padding_value=5, **options), of_x)
    assert_same_bits(conv_input(x.shape, w, g, **options), of_x)


def test_results_in_out():
    x, w = whole((2, 4, 9, 8), "f8", 1), whole((6, 4, 3, 3), "f8", 2)
    for mode in ("zeros", "symmetric"):
        options = {"padding": 2, "padding_mode": mode, "stride": 2}
        g = whole((2, 6, 6, 5), "f8", 3)
        out = poisoned(x.shape, "f8")
        assert conv_input(x.shape, w, g, out=out, **options) is out
        assert_same_bits(out, conv_input(x.shape, w, g, **options))
        out = poisoned(w.shape[::-1], "f8").T
        assert conv_weight(x, w.shape, g, out=out, **options) is out
        assert_same_bits(out, conv_weight(x, w.shape, g, **options))


def test_half_precision_is_rounded_once_by_its_weights_gradient():
    x, w, g = whole((40, 3, 20), "f2", 1), whole((2, 3, 3), "f2", 2), whole((40, 2, 18), "f2", 3)
    of_w = gradients(x.astype("f8"), w.astype("f8"), g.astype("f8"))[1]
    assert conv_weight(x, w.shape, g).dtype == np.float16
    np.testing.assert_array_equal(conv_weight(x, w.shape, g), of_w.astype("f2"))


def test_workers_do_not_change_the_sum():
    x, g = (np.random.default_rng(i).standard_normal((8, 16, 30, 30), "f4") for i in (1, 2))
    w_shape = (16, 16, 3, 3)
    one, two = (conv_weight(x, w_shape, g, padding=1, workers=n) for n in (1, 2))
    np.testing.assert_allclose(one, two, rtol=1e-4, atol=1e-3)
    again = conv_weight(x, w_shape, g, padding=1, workers=1)
    assert_same_bits(one, again)


@pytest.mark.parametrize("mode", MODES)
def test_padding_beyond_all_memory(mode):
    x, w = np.array([[[1.0, 2.0]]]), np.array([[[1.0, 2.0, 5.0]]])
    options = {"padding": 10**12 + 1, "padding_mode": mode}
    for far in ({"stride": 10**12}, {"dilation": 10**12, "stride": 3}):
        y = conv(x, w, **options, **far)
        g = np.arange(1.0, 1 + y.size).reshape(y.shape)
        of_x = conv_input(x.shape, w, g, **options, **far)
        assert abs(inner(of_x, x) - inner(g, y)) <= 1e-9
        if "dilation" not in far:  # the weights' gradient copies the padded input between the taps
            of_w = conv_weight(x, w.shape, g, **options, **far)
            assert abs(inner(of_w, w) - inner(g, y)) <= 1e-9


def test_empty_problems():
    assert conv_input((0, 2, 5), np.ones((3, 2, 2)), np.ones((0, 3, 4))).shape == (0, 2, 5)
    assert conv_weight(np.ones((0, 2, 5)), (3, 2, 2), np.ones((0, 3, 4))).sum() == 0
    assert conv_weight(np.ones((1, 0, 5)), (3, 0, 2), np.ones((1, 3, 4))).shape == (3, 0, 2)
    assert conv_input((1, 2, 5), np.ones((0, 2, 2)), np.ones((1, 0, 4))).sum() == 0


@pytest.mark.parametrize("mode", ["zeros", "wrap"])
def test_memory_is_bounded(mode):
    x, w = np.ones((1, 2, 3_000_000), "f4"), np.ones((2, 2, 9), "f4")
    options = {"padding": 4, "padding_mode": mode, "workers": 1}
    out = np.empty_like(x)
    tiny = x[..., :30]
    conv_input(tiny.shape, w, tiny, **options)
    conv_weight(tiny, w.shape, tiny, **options)

    def peak(call):
        tracemalloc.start()
        call()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    limit = 3 * _fold.MAX_FOLDED_BYTES
    assert peak(lambda: conv_input(x.shape, w, x, out=out, **options)) <= limit < x.nbytes
    assert out[0, 0, 9:-9].min() == 18
    result = np.empty_like(w)
    call = lambda: conv_weight(x, w.shape, x, out=result, backend="direct", **options)  # noqa: E731
    assert peak(call) <= 2 * _blocks.MAX_BLOCK_BYTES + (4 << 20) < x.nbytes
