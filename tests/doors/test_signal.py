"""`polyconv.scipy.signal` beside `scipy.signal`: signatures, results, dtypes, errors.

`peers.py signal` runs SciPy's own tests; these are the properties that they do not ask for.
"""

import inspect
import warnings
from itertools import product

import numpy as np
import pytest
import scipy.signal

import polyconv
from polyconv._machine import usable_cpus
from polyconv.scipy import signal

TOLERANCE = {"f": 2e-5, "F": 2e-5, "d": 1e-11, "D": 1e-11, "e": 4e-3}
NAMES = [name for name in signal.__all__ if name != "installed"]


def same(got, wanted, tolerance=None):
    """Return True for the same shape, dtype and, within rounding, the same values."""
    if isinstance(wanted, tuple):
        return all(same(g, w, tolerance) for g, w in zip(got, wanted, strict=True))
    if got.shape != wanted.shape or got.dtype != wanted.dtype:
        return False
    if wanted.dtype.kind not in "fc" or wanted.dtype.char in "gG":
        return np.array_equal(got, wanted)
    unit = max(1.0, float(np.abs(wanted).max(initial=0)))
    tolerance = tolerance or TOLERANCE[wanted.dtype.char]
    return bool(np.allclose(got, wanted, rtol=0, atol=tolerance * unit))


def both(name, *args, tolerance=None, **options):
    """Call both functions; check that they agree, also in the type of an exception."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            wanted = getattr(scipy.signal, name)(*args, **options)
        except Exception as error:
            with pytest.raises(type(error)):
                getattr(signal, name)(*args, **options)
            return
    got = getattr(signal, name)(*args, **options)
    assert same(got, wanted, tolerance), (name, options)


def array(rng, shape, dtype):
    dtype = np.dtype(dtype)
    if dtype.kind in "biu":
        return rng.integers(0, 2 if dtype.kind == "b" else 4, shape).astype(dtype)
    values = rng.standard_normal(shape)
    return (values + 1j * rng.standard_normal(shape) if dtype.kind == "c" else values).astype(dtype)


@pytest.mark.parametrize("name", NAMES)
def test_signatures_are_scipys_with_more_keywords_behind(name):
    ours = inspect.signature(getattr(signal, name)).parameters.values()
    theirs = inspect.signature(getattr(scipy.signal, name)).parameters.values()
    more = list(ours)[len(theirs) :]
    assert [(p.name, p.default, p.kind) for p in ours][: len(theirs)] == [
        (p.name, p.default, p.kind) for p in theirs
    ]
    assert all(p.kind is p.KEYWORD_ONLY for p in more)


SHAPES = [
    ((5,), (3,)),
    ((4,), (9,)),
    ((900,), (40,)),
    ((6, 7), (3, 2)),
    ((3, 2), (6, 7)),
    ((6, 3), (3, 7)),
    ((5, 6, 4), (2, 3, 5)),
    ((2, 3, 2, 3), (1, 2, 2, 2)),
    ((), ()),
    ((3,), ()),
    ((0,), (3,)),
]
DTYPES = ["f4", "f8", "c8", "c16", "i4", "u1", "g"]


@pytest.mark.parametrize("shapes", SHAPES)
@pytest.mark.parametrize("name", ["convolve", "correlate", "fftconvolve", "oaconvolve"])
def test_convolutions(name, shapes):
    rng = np.random.default_rng(1)
    pairs = [(d, d) for d in DTYPES] + [("f8", "c16"), ("i2", "f8"), ("u8", "i8")]
    for (a, b), mode in product(pairs, ["full", "same", "valid", "none"]):
        both(name, array(rng, shapes[0], a), array(rng, shapes[1], b), mode)


@pytest.mark.parametrize("method", ["auto", "direct", "fft", "none", None])
def test_methods(method):
    rng = np.random.default_rng(2)
    for name, mode in product(["convolve", "correlate"], ["full", "same", "valid"]):
        both(name, array(rng, (30, 20), "f8"), array(rng, (4, 5), "f8"), mode, method)


def test_backends_are_methods():
    rng = np.random.default_rng(3)
    x, w = array(rng, (40, 30), "f8"), array(rng, (3, 3), "f8")
    wanted = scipy.signal.convolve(x, w, "same")
    for backend in polyconv.backends():
        # jax refuses fewer workers than there are CPUs.
        result = signal.convolve(x, w, "same", backend, workers=usable_cpus())
        assert same(result, wanted)
    with pytest.raises(polyconv.UnsupportedProblem):
        signal.convolve(x, array(rng, (4, 4), "f8"), method="winograd")


def test_bools_and_wrapping_integers():
    rng = np.random.default_rng(4)
    a, b = rng.random((9, 8)) < 0.5, rng.random((3, 3)) < 0.5
    ints = signal.convolve(a.astype(int), b.astype(int))
    result = signal.convolve(a, b)
    assert result.dtype == bool
    assert np.array_equal(result, ints > 0)
    x = rng.integers(0, 256, 3000).astype(np.uint8)
    w = rng.integers(0, 256, 30).astype(np.uint8)
    assert np.array_equal(signal.convolve(x, w), np.convolve(x, w))
    large = rng.integers(-(2**40), 2**40, 3000)
    assert np.array_equal(signal.convolve(large, large[:40]), np.convolve(large, large[:40]))


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
def test_axes_and_batches(mode):
    rng = np.random.default_rng(5)
    shapes = [((3, 5, 1, 7), (3, 1, 4, 3)), ((4, 20), (4, 6)), ((1, 20), (4, 6)), ((4, 6), (1, 20))]
    for (one, two), dtype in product(shapes, ["f8", "c16"]):
        a, b = array(rng, one, dtype), array(rng, two, dtype)
        for axes in (len(one) - 1, [-1], (0, len(one) - 1)):
            both("fftconvolve", a, b, mode, axes)
            both("oaconvolve", a, b, mode, axes)
            try:
                wanted = scipy.signal.fftconvolve(a, b, mode, axes)
            except ValueError:
                with pytest.raises(ValueError, match="allowed"):
                    signal.convolve(a, b, mode, axes=axes)
                continue
            assert same(signal.convolve(a, b, mode, axes=axes), wanted)
            flipped = np.flip(b, axes if isinstance(axes, int) else tuple(axes)).conj()
            assert same(signal.correlate(a, flipped, mode, axes=axes), wanted)
    ints = array(rng, (3, 9), "i4")
    assert signal.convolve(ints, ints[:1, :4], axes=1).dtype == np.int32
    for axes in ([], (0, 0), 5, 1.5):
        with pytest.raises(ValueError, match="axes"):
            signal.convolve(ints, ints, axes=axes)


@pytest.mark.parametrize("name", ["convolve2d", "correlate2d"])
def test_boundaries(name):
    rng = np.random.default_rng(6)
    shapes = [
        ((6, 7), (3, 2)),
        ((4, 4), (4, 4)),
        ((3, 2), (6, 7)),
        ((12, 13), (12, 12)),
        ((5,), (3,)),
    ]
    for (one, two), dtype in product(shapes, ["f4", "f8", "c16", "i4", "u1", "?", "g"]):
        a, b = array(rng, one, dtype), array(rng, two, dtype)
        for mode, boundary in product(["full", "same", "valid"], ["fill", "wrap", "symm", "none"]):
            both(name, a, b, mode, boundary)
        for value in (1, 2.5, 1j, [1, 2], -3):
            both(name, a, b, "same", "fill", value)


@pytest.mark.parametrize("dtype", ["f4", "f8", "c16", "i4", "g"])
def test_lfilter(dtype):
    rng = np.random.default_rng(7)
    for n, taps in product((1, 7, 30, 900), (1, 2, 5, 40)):
        h, x, batch = array(rng, taps, "f8"), array(rng, n, dtype), array(rng, (2, n, 3), dtype)
        both("lfilter", h, 1.0, x)
        both("lfilter", h, [2.0], batch, 1)
        both("lfilter", h, 2.0, batch, axis=0)
        both("lfilter", h, [1.0, 0.5], x)
        both("lfilter", h, 1.0, x, zi=array(rng, taps - 1, "f8"))
        both("lfilter", h, 1.0, batch, 1, array(rng, (2, taps - 1, 1), "f8"))
        both("lfilter", h, 1.0, batch, 1, array(rng, (2, taps - 1), "f8"))
        both("lfilter", h, 1.0, batch, axis=5)


MORE_RATES = [(3, 1), (1, 3), (3, 2), (4, 6), (7, 5), (16, 15), (5, 40), (0, 1)]
RATES = [
    *[(1, 1), (2, 3), (1, 0)],
    *(pytest.param(*rates, marks=pytest.mark.slow) for rates in MORE_RATES),
]


@pytest.mark.parametrize(("up", "down"), RATES)
def test_upfirdn(up, down):
    rng = np.random.default_rng(8)
    for n, taps, dtype in product((1, 30, 400), (1, 2, 23, 90), ("f4", "f8", "c16", "i4")):
        h, x, batch = array(rng, taps, "f8"), array(rng, n, dtype), array(rng, (2, n, 3), dtype)
        both("upfirdn", h, x, up, down)
        both("upfirdn", h, x, up, down, cval=2.5)
        both("upfirdn", h, batch, up, down, axis=1)
        if n > 1:  # SciPy divides by zero
            for mode in ("wrap", "edge", "symmetric", "reflect", "smooth", "line", "none"):
                both("upfirdn", h, batch, up, down, axis=1, mode=mode)


@pytest.mark.parametrize(("up", "down"), RATES)
def test_resampling(up, down):
    rng = np.random.default_rng(9)
    for n, dtype in product((2, 30, 400), ("f4", "f8", "c16", "i4", "f2")):
        x, batch = array(rng, n, dtype), array(rng, (2, n, 3), dtype)
        for padtype in ("constant", "mean", "median", "minimum", "maximum", "wrap", "edge", "line"):
            if dtype != "f2":
                both("resample_poly", batch, up, down, axis=1, padtype=padtype)
        both("resample_poly", x, up, down, window=[0.2, 0.6, 0.3])
        both("resample_poly", x, up, down, window="hamming", cval=1.5)
        for kind, zero_phase in product(("fir", "iir", "none"), (True, False)):
            both("decimate", batch, max(down, 1), ftype=kind, axis=1, zero_phase=zero_phase)


@pytest.mark.parametrize("mode", ["interp", "mirror", "constant", "nearest", "wrap", "none"])
def test_savgol(mode):
    rng = np.random.default_rng(10)
    for (window, order), deriv in product([(5, 2), (4, 1), (1, 0), (9, 9), (21, 2)], (0, 1, 2)):
        for dtype in ("f8", "i4", "f4"):
            tolerance = 2e-5 if dtype == "f4" else None
            x, batch = array(rng, 20, dtype), array(rng, (3, 22, 2), dtype)
            options = {"mode": mode, "tolerance": tolerance}
            both("savgol_filter", x, window, order, deriv, 0.5, cval=1.5, **options)
            both("savgol_filter", batch, window, order, deriv, axis=1, **options)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize(("up", "down"), [(1, 1), (1, 4), (3, 2), (16, 15), (5, 40)])
def test_nan_and_infinities_stay_in_their_windows(bad, up, down):
    rng = np.random.default_rng(11)
    for n in (60, 4000):
        x, h = array(rng, n, "f8"), rng.random(31) + 0.1
        x[n // 2] = bad
        wanted = scipy.signal.upfirdn(h, x, up, down)
        got = signal.upfirdn(h, x, up, down)
        assert np.array_equal(np.isfinite(got), np.isfinite(wanted))
        assert np.array_equal(np.isnan(got), np.isnan(wanted))
        exact = np.convolve(x, h)
        for result in (signal.convolve(x, h), signal.fftconvolve(x, h), signal.lfilter(h, 1, x)):
            assert np.array_equal(np.isfinite(result), np.isfinite(exact[: len(result)]))


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nan_and_infinities_in_the_taps_do_not_meet_padding(bad):
    rng = np.random.default_rng(6)
    x, taps, image = rng.normal(size=3000), rng.normal(size=9), rng.normal(size=(30, 40))
    taps[3] = bad
    window = np.outer(taps, taps[:4])
    for name in ("convolve", "correlate", "fftconvolve", "oaconvolve"):
        like = name if name.startswith("corr") else "convolve"
        for mode in ("full", "same", "valid"):
            for dtype in ("float32", "float64"):
                a, b = x.astype(dtype), taps.astype(dtype)
                wanted = getattr(scipy.signal, like)(a, b, mode, "direct")
                np.testing.assert_allclose(
                    getattr(signal, name)(a, b, mode), wanted, rtol=0, atol=1e-4
                )
        wanted = getattr(scipy.signal, like)(image, window, "full", "direct")
        np.testing.assert_allclose(getattr(signal, name)(image, window), wanted, atol=1e-11)
    state = np.ones((30, 8))
    for call in (
        lambda m: m.lfilter(taps, 1.0, image, zi=state)[0],
        lambda m: m.lfilter(taps, 1.0, image, zi=state)[1],
        lambda m: m.lfilter(taps, 1.0, x),
        lambda m: m.upfirdn(taps, x, 3, 2),
        lambda m: m.resample_poly(x, 2, 3, window=taps),
    ):
        np.testing.assert_allclose(call(signal), call(scipy.signal), atol=1e-11)


def test_other_byte_orders():
    for dtype in (">f4", ">f8", ">i4", ">c8"):
        x = array(np.random.default_rng(7), (90, 5), dtype)
        taps = x[:7, 0]
        both("convolve", x[:, 0], taps)
        both("correlate", x, x[:4])
        both("fftconvolve", x, x[:4], axes=0)
        both("convolve2d", x, x[:3])
        both("lfilter", taps, 1.0, x, axis=0)
        both("upfirdn", taps, x, 2, 3, axis=0)
        both("resample_poly", x, 2, 3)
        both("decimate", x, 4, ftype="fir", axis=0)
        if dtype != ">c8":
            both("savgol_filter", x, 7, 3, axis=0)


def test_what_polyconv_does_not_compute_goes_to_scipy():
    objects = np.array([1, 2, 10**30], object)
    assert signal.convolve(objects, objects).tolist() == np.convolve(objects, objects).tolist()
    masked = np.ma.masked_array([1.0, 2.0], [True, False])
    both("convolve", masked, [1.0, 2.0])
    both("convolve2d", [1.0, 2.0], [1.0])
    with pytest.raises(TypeError, match="axes"):
        signal.convolve(objects, objects, axes=0)
    assert signal.butter is scipy.signal.butter
    assert "hilbert" in dir(signal)
    with pytest.raises(AttributeError, match="no_such_filter"):
        signal.no_such_filter  # noqa: B018


def test_choose_conv_method():
    rng = np.random.default_rng(12)
    image, small, large = rng.random((200, 200)), rng.random((3, 3)), rng.random((90, 90))
    assert signal.choose_conv_method(image, small) == "direct"
    assert signal.choose_conv_method(image, large) == "fft"
    assert signal.choose_conv_method(large, image, "same") == "fft"
    assert signal.choose_conv_method(image > 0, small > 0) == "direct"
    method, times = signal.choose_conv_method(image[:9, :9], small, measure=True)
    assert set(times) == {"direct", "fft"}
    assert times[method] == min(times.values())


def test_inputs_are_not_changed_and_workers_do_not_matter():
    rng = np.random.default_rng(13)
    x, h = rng.random((50, 3000)), rng.random(31)
    copies = x.copy(), h.copy()
    for name, args in {
        "lfilter": (h, 1.0, x),
        "upfirdn": (h, x, 3, 2),
        "resample_poly": (x, 3, 2, 1),
        "savgol_filter": (x, 11, 3),
        "fftconvolve": (x, h[None]),
        "convolve2d": (x, h[None]),
    }.items():
        function = getattr(signal, name)
        assert same(function(*args, workers=1), function(*args, workers=2))
    assert np.array_equal(x, copies[0])
    assert np.array_equal(h, copies[1])


def test_installed_replaces_scipys_functions_for_a_while():
    original = scipy.signal.convolve
    with signal.installed():
        assert scipy.signal.convolve is not original
        assert scipy.signal.convolve([1, 2], [1, 1]).tolist() == [1, 3, 2]
        big = np.arange(4, dtype=object)
        assert scipy.signal.convolve(big, big).tolist() == np.convolve(big, big).tolist()
    assert scipy.signal.convolve is original


def test_the_comparison_rejects_wrong_answers():
    right = np.array([1.0, 2.0, 3.0])
    assert same(right + 1e-12, right)
    for wrong in (right + 1e-6, right[:2], right.astype("f4"), right * np.nan):
        assert not same(wrong, right)
    assert not same(np.array([1, 2]), np.array([1, 3]))
