"""polyconv.scipy.ndimage's own: mode "valid", precision, workers, and sums by conv or by slabs."""

import signal

import numpy as np
import pytest
import scipy.ndimage as theirs

import polyconv.scipy.ndimage as ours
from polyconv._dtypes import default_rtol
from polyconv.scipy.ndimage import _by_conv, _stages
from polyconv.scipy.ndimage._tuning import TUNING
from support.ndimage_calls import (
    CALLS,
    GENERIC,
    MODES,
    WITH_ORIGIN,
    exact,
    second,
    values,
)

pytestmark = pytest.mark.usefixtures("poisoned_passes")


@pytest.mark.parametrize("dtype", ["uint8", "float64"])
def test_volumes_are_filtered_slab_by_slab(dtype, monkeypatch):
    computed = []
    by_slabs = _stages._Slabs.__call__
    monkeypatch.setattr(_stages._Slabs, "__call__", lambda *a: computed.append(a) or by_slabs(*a))
    columns = _stages._MIN_SLABBED_BYTES // (37 * 140 * np.dtype(dtype).itemsize) + 3
    x = np.random.default_rng(0).integers(0, 200, (37, 140, columns)).astype(dtype)
    for call in (
        lambda m, **k: m.gaussian_filter(x, 1.0, mode="wrap", **k),
        lambda m, **k: m.sobel(x, mode=("mirror", "constant", "reflect"), cval=3.0, **k),
        lambda m, **k: m.prewitt(x, 0, mode="nearest", **k),
    ):
        np.testing.assert_array_equal(call(ours, **exact(ours)), call(theirs))
    assert len(computed) == 3
    valid = ours.sobel(np.pad(x, 1), mode="valid")
    np.testing.assert_array_equal(valid, theirs.sobel(np.pad(x, 1))[1:-1, 1:-1, 1:-1])
    assert len(computed) == 4


@pytest.mark.parametrize("size", [3, 7])
def test_nan_under_a_zero_weight_of_a_window_does_not_spread(size):
    x = values((30, 31), "float64")
    x[12, 13] = np.nan
    x[20, 5] = np.inf
    weights = np.random.default_rng(1).normal(size=(size, size))
    weights[0, 0] = weights[-1, 1] = 0
    got, wanted = ours.correlate(x, weights), theirs.correlate(x, weights)
    np.testing.assert_array_equal(np.isnan(got), np.isnan(wanted))
    np.testing.assert_allclose(got, wanted, rtol=0, atol=1e-10)
    # 49 taps are conv's, in which NaN spreads by a product with 0.
    assert (np.count_nonzero(weights) >= TUNING.MIN_TAPS) == (size == 7)


@pytest.mark.parametrize("dtype", ["uint8", "float32", "float64", "complex128"])
@pytest.mark.parametrize("name", sorted(set(CALLS) - GENERIC - WITH_ORIGIN))
def test_valid_is_the_middle_of_any_other_mode(name, dtype):
    if dtype == "complex128" and name.endswith("magnitude"):
        return
    x = values((30, 40), dtype)
    got = CALLS[name](ours, x, mode="valid")
    same = CALLS[name](ours, x, mode="mirror")
    assert got.size < same.size
    lo = [(n - m + 1) // 2 for n, m in zip(same.shape, got.shape, strict=True)]
    middle = same[lo[0] : lo[0] + got.shape[0], lo[1] : lo[1] + got.shape[1]]
    # Tiles start elsewhere, and so vectors do: conv may sum in another order.
    np.testing.assert_allclose(got, middle, rtol=0, atol=1e-2 if dtype == "float32" else 1e-9)


def test_valid_of_even_windows():
    x = values((5, 6), "float64")
    for weights in (np.array([[1.0, 2], [3, 4]]), np.array([[1.0, 2, 3, 4]])):
        inside = [
            slice(w // 2, n - (w - 1) // 2) for n, w in zip(x.shape, weights.shape, strict=True)
        ]
        same = theirs.correlate(x, weights)[tuple(inside)]
        np.testing.assert_allclose(ours.correlate(x, weights, mode="valid"), same, atol=1e-12)
        flipped = ours.convolve(x, weights[::-1, ::-1], mode="valid")
        np.testing.assert_allclose(flipped, same, atol=1e-12)
    line = ours.convolve1d(x, [4, 3, 2, 1], mode="valid")
    np.testing.assert_allclose(line, ours.correlate(x, weights, mode="valid"), atol=1e-12)


def test_valid_refuses_what_has_no_result():
    for call in (
        lambda: ours.uniform_filter1d(np.ones(3), 4, mode="valid"),
        lambda: ours.correlate(np.ones((3, 3)), np.ones((1, 4)), mode="valid"),
        lambda: ours.laplace(np.ones((3, 2)), mode="valid"),
    ):
        with pytest.raises(ValueError, match="mode='valid'; allowed on axis"):
            call()
    with pytest.raises(ValueError, match="terms have shapes"):
        ours.generic_laplace(np.ones((9, 9)), second(ours), mode="valid")
    with pytest.raises(ValueError, match="origin=1 has no meaning with mode='valid'"):
        ours.uniform_filter(np.ones((9, 9)), 3, origin=1, mode="valid")


def test_precision():
    x = values((40, 50), "float32")
    double = ours.gaussian_filter(x, 2, precision="double")
    np.testing.assert_array_equal(double, theirs.gaussian_filter(x, 2))
    single = ours.gaussian_filter(x, 2)
    assert single.dtype == np.float32
    assert (single != double).any()
    pixels = values((40, 50), "uint8")
    result = ours.gaussian_filter(pixels, 2, output=np.float32, precision="single")
    np.testing.assert_allclose(result, theirs.gaussian_filter(pixels, 2, output="float32"), 1e-5)
    with pytest.raises(ValueError, match="precision='single' with a result of dtype uint8"):
        ours.gaussian_filter(pixels, 2, precision="single")
    with pytest.raises(ValueError, match="precision='half'; allowed"):
        ours.correlate(x, np.ones((3, 3)), precision="half")


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_long_lines_of_floats_are_convolved_by_conv(dtype, monkeypatch):
    computed = []
    convolve = _by_conv.ConvStage.__call__
    monkeypatch.setattr(
        _by_conv.ConvStage, "__call__", lambda *a: computed.append(a) or convolve(*a)
    )
    taps = TUNING.MIN_TAPS_OF_LINE
    weights = np.random.default_rng(2).normal(size=taps)
    for shape in ((200,), (30, 90), (4, 70, 6), (3, 2, 80, 2, 2)):
        x = values(shape, dtype)
        for axis, mode in enumerate(MODES[: len(shape)]):
            options = {"axis": axis, "mode": mode, "cval": 2.0, "origin": taps // 2 - axis}
            wanted = theirs.correlate1d(x, weights, **options)
            for spaced in (x, np.asfortranarray(x)):
                got = ours.correlate1d(spaced, weights, **options)
                scale = default_rtol(np.dtype(dtype)) * np.abs(x).max() * np.abs(weights).sum()
                assert np.abs(got - wanted).max() <= scale
            exactly = ours.correlate1d(x, weights, precision="double", **options)
            np.testing.assert_array_equal(exactly, wanted)
    assert len(computed) == 2 * (1 + 2 + 3 + 5)
    x = values((150, 3), dtype)
    x[70, 1] = np.nan
    got, wanted = (m.gaussian_filter1d(x, 10, axis=0) for m in (ours, theirs))
    np.testing.assert_array_equal(np.isnan(got), np.isnan(wanted))
    valid = ours.gaussian_filter1d(x, 10, axis=0, mode="valid")
    np.testing.assert_array_equal(np.isnan(valid), np.isnan(wanted[40:-40]))


def test_workers_change_nothing():
    x = values((300, 700), "float64")
    for call in (
        lambda **k: ours.gaussian_filter(x, 2, **k),
        lambda **k: ours.uniform_filter(x, 9, **k),
        lambda **k: ours.correlate(x, np.ones((3, 3)), **k),
    ):
        np.testing.assert_array_equal(call(workers=1), call(workers=3))
    with pytest.raises(ValueError, match="workers=0"):
        ours.sobel(x, workers=0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of signals")
def test_a_signal_handler_ends_a_long_call():
    def stop(*_):
        raise InterruptedError

    x = np.ones((2000, 4000))
    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(InterruptedError):
            ours.gaussian_filter(x, 300, precision="double")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    np.testing.assert_array_equal(ours.sobel(x[:5, :5]), np.zeros((5, 5)))


def test_plans_are_kept_in_bounded_number():
    from polyconv.scipy.ndimage import _derivatives, _run, _windows

    caches = _run._cached, _windows._cached, _derivatives._cross
    assert all(0 < cached.cache_info().maxsize <= 256 for cached in caches)
    for cached in caches:
        cached.cache_clear()
    x = np.ones((1, 50))
    ours.gaussian_filter1d(x, 2000)
    ours.correlate1d(x, np.ones(5000))
    ours.uniform_filter(x, 5000)
    ours.correlate(x, np.ones((1, 5000)))
    assert [cached.cache_info().currsize for cached in caches] == [0, 0, 0]
    ours.gaussian_filter1d(x, 2)
    assert _run._cached.cache_info().currsize == 1


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"mode": "constant"},
        {"mode": "wrap", "order": (1, 0)},
        {"mode": "mirror", "order": 2},
        {"mode": "nearest", "radius": (3, 1)},
    ],
    ids=str,
)
def test_large_images_of_float32_are_smoothed_by_separable(monkeypatch, options):
    planned = []
    plane = _stages._plane
    monkeypatch.setattr(TUNING, "MIN_PLANE", 1)
    monkeypatch.setattr(_stages, "_plane", lambda *a: planned.append(plane(*a)) or planned[-1])
    x = np.random.default_rng(50).random((67, 141)).astype(np.float32)
    got, wanted = ours.gaussian_filter(x, 1.3, **options), theirs.gaussian_filter(x, 1.3, **options)
    np.testing.assert_allclose(got, wanted, rtol=0, atol=2e-6)
    assert got.dtype == np.float32
    assert len(planned) == 1
    assert planned[0] is not None
    x[20, 30], x[50, 9], x[51, 100] = np.nan, np.inf, -np.inf
    with np.errstate(invalid="ignore"):
        wanted = theirs.gaussian_filter(x, 1.3, **options)
    got = ours.gaussian_filter(x, 1.3, **options)
    np.testing.assert_array_equal(np.isnan(got), np.isnan(wanted))
    np.testing.assert_allclose(got, wanted, rtol=0, atol=2e-6)


def test_planes_that_separable_would_pad_otherwise_are_summed_by_passes(monkeypatch):
    monkeypatch.setattr(TUNING, "MIN_PLANE", 1)
    x = np.random.default_rng(51).random((66, 142)).astype(np.float32)
    for options in (
        {"mode": "constant", "cval": 3.0, "order": 1},
        {"mode": ("wrap", "nearest")},
        {"precision": "double"},
        {"order": 1, "radius": 0},  # all weights are 0
    ):
        scipys = {name: value for name, value in options.items() if name != "precision"}
        got, wanted = ours.gaussian_filter(x, 2, **options), theirs.gaussian_filter(x, 2, **scipys)
        np.testing.assert_allclose(got, wanted, rtol=0, atol=2e-6)
