"""polyconv.scipy.ndimage beside scipy.ndimage: the same bits, where that is promised."""

import inspect
import signal
from types import SimpleNamespace

import numpy as np
import pytest
import scipy
import scipy.ndimage as theirs

import polyconv
import polyconv.scipy.ndimage as ours
from polyconv._dtypes import default_rtol
from polyconv.scipy.ndimage import _by_conv, _passes, _stages
from support.agreement import poisoned

OWN_PARAMETERS = {"workers", "precision"}
MODES = ["reflect", "mirror", "nearest", "constant", "wrap", "grid-mirror", "grid-constant"]
DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]
DTYPES += ["float32", "float64", "complex64", "complex128"]
SHAPES = [(41,), (23, 37), (30, 24, 3), (6, 21, 34), (3, 5, 18, 20), (2, 3, 4, 5, 6)]
SKEW = np.array([0.25, -1.5, 3.0, 0.5])


def second(module):
    """Return a second difference for `generic_laplace`, by one module's function."""
    return lambda x, axis, output, mode, cval: module.correlate1d(
        x, [1, -2, 1], axis, output, mode, cval, **exact(module)
    )


def first(module):
    """Return a derivative for `generic_gradient_magnitude`, by one module's function."""
    return lambda x, axis, output, mode, cval: module.sobel(
        x, axis, output, mode, cval, **exact(module)
    )


def exact(module):
    """Return the options by which a function is to have SciPy's sums."""
    return {"precision": "double"} if module is ours else {}


# Each calls a function of the module it is given. All but the first axis of a window vary, so that
# arrays of five dimensions do not take seconds.
CALLS = {
    "correlate1d": lambda m, x, **k: m.correlate1d(x, SKEW, 0, **k),
    "correlate1d complex": lambda m, x, **k: m.correlate1d(x, SKEW * (1 + 2j), -1, **k),
    "convolve1d": lambda m, x, **k: m.convolve1d(x, SKEW, -1, origin=-1, **k),
    "correlate": lambda m, x, **k: m.correlate(x, window(x.ndim), origin=last(x, -1), **k),
    "correlate even": lambda m, x, **k: m.correlate(x, window(x.ndim)[..., 1:], **k),
    "convolve": lambda m, x, **k: m.convolve(x, window(x.ndim), **k),
    "convolve even": lambda m, x, **k: m.convolve(
        x, window(x.ndim)[..., 1:], origin=last(x, -1), **k
    ),
    "gaussian_filter1d": lambda m, x, **k: m.gaussian_filter1d(x, 1.3, order=1, **k),
    "gaussian_filter": lambda m, x, **k: m.gaussian_filter(x, 1.2, **k),
    "gaussian_filter orders": lambda m, x, **k: m.gaussian_filter(
        x, np.linspace(0.4, 1.5, x.ndim), tuple(range(x.ndim)), truncate=3.0, **k
    ),
    "uniform_filter1d": lambda m, x, **k: m.uniform_filter1d(x, 4, -1, origin=1, **k),
    "uniform_filter": lambda m, x, **k: m.uniform_filter(x, 7, **k),
    "sobel": lambda m, x, **k: m.sobel(x, **k),
    "prewitt": lambda m, x, **k: m.prewitt(x, 0, **k),
    "laplace": lambda m, x, **k: m.laplace(x, **k),
    "gaussian_laplace": lambda m, x, **k: m.gaussian_laplace(x, 0.9, **k),
    "gaussian_gradient_magnitude": lambda m, x, **k: m.gaussian_gradient_magnitude(x, 1.1, **k),
    "generic_laplace": lambda m, x, **k: m.generic_laplace(x, second(m), **k),
    "generic_gradient_magnitude": lambda m, x, **k: m.generic_gradient_magnitude(x, first(m), **k),
}
WITH_ORIGIN = {"correlate", "convolve even", "convolve1d", "uniform_filter1d"}
GENERIC = {"generic_laplace", "generic_gradient_magnitude"}


def last(x, origin):
    """Return an origin for each axis, 0 but for the last."""
    return (0,) * (x.ndim - 1) + (origin,)


def window(ndim):
    """Return weights with some that are 0, of three axes longer than 1 at most."""
    weights = np.random.default_rng(4).normal(size=(1,) * (ndim - 3) + (3,) * min(ndim, 3))
    weights[..., 0] = 0
    return weights


def values(shape, dtype, seed=0):
    """Return values whose filtered ones leave the range of narrow integers."""
    rng = np.random.default_rng(seed)
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return rng.random(shape) < 0.5
    if dtype.kind in "iu":
        return rng.integers(-90 if dtype.kind == "i" else 0, 127, shape).astype(dtype)
    array = rng.normal(size=shape) * 100
    return (array + 1j * rng.normal(size=shape) if dtype.kind == "c" else array).astype(dtype)


@pytest.fixture(autouse=True)
def _poisoned_workspaces(monkeypatch):
    """Fill workspaces with NaN, so that a tile which reads what it has not packed is seen."""

    def empty(size, dtype):
        return np.full(size, 0xFF, dtype)

    stand_in = SimpleNamespace(**{name: getattr(np, name) for name in dir(np) if name[0] != "_"})
    stand_in.empty = empty
    monkeypatch.setattr(_passes, "np", stand_in)


def exactly(name):
    """Return the options by which a call is to have SciPy's sums."""
    return {} if name in GENERIC else exact(ours)


def require_equal(name, x, got, wanted):
    assert got.shape == wanted.shape
    assert got.dtype == wanted.dtype
    if name.startswith("uniform") and wanted.dtype.kind in "fc":
        # SciPy's running sum rounds otherwise.
        assert np.abs(got - wanted).max() <= default_rtol(wanted.dtype) * np.abs(x).max()
    else:
        np.testing.assert_array_equal(got, wanted)


@pytest.mark.parametrize("name", [name for name in ours.__all__ if name != "installed"])
def test_signatures_are_scipys(name):
    parameters = inspect.signature(getattr(ours, name)).parameters.values()
    mine = [p.replace(annotation=p.empty) for p in parameters if p.name not in OWN_PARAMETERS]
    assert mine == list(inspect.signature(getattr(theirs, name)).parameters.values())
    added = [p for p in parameters if p.name in OWN_PARAMETERS]
    assert all(p.kind is p.KEYWORD_ONLY and p.default is None for p in added)


def test_every_function_is_called_here():
    assert {name.split()[0] for name in CALLS} == set(ours.__all__) - {"installed"}


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", CALLS)
def test_results_are_scipys_bit_for_bit(name, dtype):
    for number, shape in enumerate(SHAPES):
        x = values(shape, dtype)
        mode = MODES[number % len(MODES)]
        if dtype.startswith("complex") and name.endswith("magnitude"):
            continue
        if dtype == "bool" and name.endswith(("laplace", "magnitude")):
            continue  # these add what SciPy stores, bytes other than 0 and 1
        with np.errstate(all="ignore"):
            wanted = CALLS[name](theirs, x, mode=mode, cval=3.0)
            got = CALLS[name](ours, x, mode=mode, cval=3.0, **exactly(name))
        if dtype == "bool":
            wanted = wanted.view(np.uint8) != 0 if wanted.dtype == bool else wanted
        require_equal(name, x, got, wanted)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16"])
def test_narrow_integers_are_exact_on_both_sides_of_what_float32_holds(dtype):
    rng = np.random.default_rng(0)
    limits = np.iinfo(dtype)
    x = rng.integers(limits.max - 60, limits.max, (40, 300), dtype, endpoint=True)
    for call in (
        # 2**24 lies between 255 and 257 elements of 16 bits.
        lambda m: m.uniform_filter1d(x, 255),
        lambda m: m.uniform_filter1d(x, 257),
        lambda m: m.uniform_filter(x, (9, 259), output="int64"),
        lambda m: m.correlate1d(x, [1, 2, 252], output="float64"),
        lambda m: m.correlate1d(x, [1, 2, 65534], output="float64"),
        lambda m: m.correlate(x, [[1, 2], [3, 65530]], output="int64"),
        lambda m: m.correlate(x, [[1, 2], [3, 0.5]], output="int64"),
        lambda m: m.sobel(x, output="int64", mode="constant", cval=2.5),
        lambda m: m.sobel(x, output="int64", mode="constant", cval=2.0**40),
        lambda m: m.laplace(x, output="int64", mode="constant", cval=3.0),
    ):
        np.testing.assert_array_equal(call(ours), call(theirs))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", CALLS)
def test_modes_are_scipys_also_where_windows_are_longer_than_the_input(name, mode):
    for shape in [(1,), (2,), (5,), (1, 4), (4, 2), (3, 1, 2)]:
        for dtype in ("uint8", "float64"):
            x = values(shape, dtype)
            wanted = CALLS[name](theirs, x, mode=mode, cval=1.5)
            got = CALLS[name](ours, x, mode=mode, cval=1.5, **exactly(name))
            require_equal(name, x, got, wanted)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
@pytest.mark.parametrize("name", CALLS)
def test_results_in_the_default_precision_keep_the_budget(name, dtype):
    if dtype == "complex64" and name.endswith("magnitude"):
        return
    for shape in SHAPES:
        x = values(shape, dtype)
        got, wanted = (CALLS[name](module, x, mode="mirror") for module in (ours, theirs))
        assert got.dtype == wanted.dtype
        # Sums of the magnitudes of all weights: at most 4**ndim for differences along all axes.
        scale = np.abs(x).max() * max(np.abs(window(x.ndim)).sum() * 2, 4.0 ** (x.ndim + 1))
        assert np.abs(got - wanted).max() <= default_rtol(np.dtype(dtype)) * scale


@pytest.mark.parametrize("name", CALLS)
def test_outputs_are_scipys(name):
    if name.endswith("complex"):
        return
    x = values((17, 26), "int16")
    for dtype in ("uint8", "int32", "float32", "float64", ">f8"):
        wanted = CALLS[name](theirs, x, output=np.dtype(dtype)) if dtype[0] != ">" else None
        if wanted is not None:
            got = CALLS[name](ours, x, output=np.dtype(dtype), **exactly(name))
            require_equal(name, x, got, wanted)
        for make in (np.copy, lambda a: np.repeat(a, 2, axis=1)[:, ::2], np.asfortranarray):
            into = make(poisoned(x.shape, np.dtype(dtype).newbyteorder("=")).astype(dtype))
            filled = make(poisoned(x.shape, np.dtype(dtype).newbyteorder("=")).astype(dtype))
            assert CALLS[name](ours, x, output=into, **exactly(name)) is into
            CALLS[name](theirs, x, output=filled)
            require_equal(name, x, into, filled)


@pytest.mark.parametrize("name", CALLS)
def test_output_may_overlap_the_input(name):
    if name.endswith("complex"):
        return
    whole = values((19, 25), "float64")
    for part in (slice(0, 18), slice(1, 19)):
        memory = whole.copy()
        x = memory[:18]
        wanted = CALLS[name](ours, x.copy(), **exactly(name))
        CALLS[name](ours, x, output=memory[part], **exactly(name))
        np.testing.assert_array_equal(memory[part], wanted)


@pytest.mark.parametrize("name", CALLS)
def test_inputs_of_any_layout(name):
    plain = values((14, 20), "float64")
    wanted = CALLS[name](ours, plain, **exactly(name))
    swapped = plain.astype(">f8")
    unaligned = np.frombuffer(b"." + plain.tobytes(), np.uint8)[1:].view("f8").reshape(plain.shape)
    spaced = np.repeat(np.repeat(plain, 3, axis=0), 2, axis=1)[::3, ::2]
    for x in (swapped, unaligned, spaced, np.asfortranarray(plain), plain[::-1][::-1]):
        before = x.copy()
        np.testing.assert_array_equal(CALLS[name](ours, x, **exactly(name)), wanted)
        np.testing.assert_array_equal(x, before)
    reverse = CALLS[name](ours, plain[::-1, ::-1], **exactly(name))
    np.testing.assert_array_equal(
        reverse, CALLS[name](ours, plain[::-1, ::-1].copy(), **exactly(name))
    )


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("shape", [(0,), (0, 4), (4, 0), (2, 0, 3)])
def test_empty_inputs_stay_empty(name, shape):
    x = np.empty(shape)
    wanted = CALLS[name](theirs, x)
    got = CALLS[name](ours, x)
    assert (got.shape, got.dtype) == (wanted.shape, wanted.dtype)


def test_arrays_without_axes():
    x = np.array(3.0)
    assert ours.gaussian_filter(x, 2) == theirs.gaussian_filter(x, 2) == 3
    assert ours.uniform_filter(x) == theirs.uniform_filter(x) == 3
    assert ours.correlate(x, np.array(2.0)) == theirs.correlate(x, np.array(2.0)) == 6
    for module in (ours, theirs):
        with pytest.raises(np.exceptions.AxisError):
            module.correlate1d(x, [1, 2])


def test_axes_and_sequences():
    x = values((9, 11, 13), "float64")
    for axes in (1, (0, 2), (-1,), (2, 0), ()):
        for call in (
            lambda m, axes: m.gaussian_filter(x, 1.5, axes=axes),
            lambda m, axes: m.uniform_filter(x, 3, axes=axes),
            lambda m, axes: m.laplace(x, axes=axes),
            lambda m, axes: m.gaussian_laplace(x, 1.0, axes=axes),
            lambda m, axes: m.gaussian_gradient_magnitude(x, 1.0, axes=axes),
        ):
            np.testing.assert_allclose(call(ours, axes), call(theirs, axes), rtol=0, atol=1e-11)
    each = {"mode": ["mirror", "wrap", "constant"], "cval": -2.0}
    for call in (
        lambda m: m.gaussian_filter(x, [1.0, 0.0, 2.0], [0, 0, 1], radius=[2, 3, 4], **each),
        lambda m: m.uniform_filter(x, [3, 1, 4], origin=[1, 0, -2], **each),
        lambda m: m.sobel(x, 1, **each),
        lambda m: m.laplace(x, **each),
        lambda m: m.correlate(x[..., 0], window(2)[:, 1:], origin=(0, -1)),
        lambda m: m.correlate(x, window(2), axes=(0, 2), origin=(1, -1)),
        lambda m: m.convolve(x, window(1)[:2], axes=1),
    ):
        np.testing.assert_allclose(call(ours), call(theirs), rtol=0, atol=1e-11)


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


def test_lists_are_taken():
    rows = [[1, 2, 3], [4, 5, 6]]
    for call in (
        lambda m: m.correlate(rows, [[1, 1]]),
        lambda m: m.correlate1d(rows, (1, 2)),
        lambda m: m.gaussian_filter(rows, sigma=1),
    ):
        np.testing.assert_array_equal(call(ours), call(theirs))


def test_windows_that_scipy_itself_computes():
    x = values((3, 4, 5, 6), "float64")
    weights = np.random.default_rng(0).normal(size=(2, 3, 2, 3))
    np.testing.assert_array_equal(ours.convolve(x, weights), theirs.convolve(x, weights))
    with pytest.raises(ValueError, match="mode='valid' with an input of 4 dimensions"):
        ours.convolve(x, weights, mode="valid")
    zeros = ours.correlate(np.full((3, 3), np.nan), np.zeros((3, 3)))
    np.testing.assert_array_equal(zeros, np.zeros((3, 3)))


# ---- faults of SciPy that are kept, and those that are not ----


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
    assert (np.count_nonzero(weights) >= _by_conv._MIN_TAPS) == (size == 7)


def test_nan_under_a_zero_weight_along_an_axis_spreads():
    x = np.array([0, 0, np.nan, 0, 0, 0])
    for module in (ours, theirs):
        assert np.isnan(module.correlate1d(x, [1, 0, 1])).sum() == 3


def test_nan_stays_in_the_windows_of_a_uniform_filter():
    x = np.zeros((4, 40))
    x[1, 7] = np.nan
    assert np.isnan(theirs.uniform_filter1d(x, 5)).sum() > 5
    assert np.isnan(ours.uniform_filter1d(x, 5)).sum() == 5
    assert np.isnan(ours.uniform_filter(x, (3, 5))).sum() == 15
    x[1, 7] = np.inf
    assert np.isinf(ours.uniform_filter(x, (3, 5))).sum() == 15
    assert not np.isnan(ours.uniform_filter(x, (3, 5))).any()


def test_tiny_weights_count():
    x = np.ones((4, 4))
    assert (theirs.correlate(x, [[1e-17, 3e-17]]) == 0).all()
    np.testing.assert_allclose(ours.correlate(x, [[1e-17, 3e-17]]), 4e-17)
    line = np.array([0.0, 1, 0])
    np.testing.assert_array_equal(ours.correlate1d(line, [1e-17, 0, 3e-17]), [3e-17, 0, 1e-17])
    np.testing.assert_array_equal(theirs.correlate1d(line, [1e-17, 0, 3e-17]), [1e-17, 0, 1e-17])


# ---- beyond SciPy ----


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
    convolve = _by_conv.Convolution.__call__
    monkeypatch.setattr(
        _by_conv.Convolution, "__call__", lambda *a: computed.append(a) or convolve(*a)
    )
    taps = _by_conv._MIN_TAPS_OF_LINE
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

    caches = _run._remembered, _windows._remembered, _derivatives._cross
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
    assert _run._remembered.cache_info().currsize == 1


def test_a_script_runs_unchanged():
    script = """
import numpy as np
from {} import gaussian_filter
import {} as ndi
image = np.arange(1200, dtype=np.uint8).reshape(30, 40)
smooth = gaussian_filter(image, 1.5)
edges = np.hypot(ndi.sobel(smooth.astype(float), 0), ndi.sobel(smooth.astype(float), 1))
sharp = ndi.convolve(image, np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]), mode="nearest")
local = ndi.uniform_filter(image, size=5, output=np.float32)
"""
    results = []
    for module in ("scipy.ndimage", "polyconv.scipy.ndimage"):
        names: dict = {}
        exec(script.format(module, module), names)
        results.append([names[name] for name in ("smooth", "edges", "sharp", "local")])
    for wanted, got in zip(*results, strict=True):
        np.testing.assert_array_equal(got, wanted)


# ---- wrong calls ----

X, PLANE = np.ones((4, 5)), np.ones((4, 5), np.complex128)
FROZEN = np.zeros((4, 5))
FROZEN.setflags(write=False)
WRONG = [
    lambda m: m.correlate1d(X, []),
    lambda m: m.correlate1d(X, [[1, 2]]),
    lambda m: m.correlate1d(X, [1, 2], axis=2),
    lambda m: m.correlate1d(X, [1, 2], origin=2),
    lambda m: m.correlate1d(X, [1, 2], origin=0.5),
    lambda m: m.correlate1d(X, [1, 2, 3], mode="edge"),
    lambda m: m.correlate1d(X, [1, 2, 3], mode=["reflect", "wrap"]),
    lambda m: m.correlate1d(X, [1, 2, 3], cval=1j),
    lambda m: m.correlate1d(X, [1, 2, 3j], cval=1j),
    lambda m: m.correlate1d(X, [1, 2, 3], output=np.zeros((5, 4))),
    lambda m: m.correlate1d(X, [1, 2, 3], output=FROZEN),
    lambda m: m.correlate1d(X, [1, 2, 3], output="bool"),
    lambda m: m.correlate1d(PLANE, [1, 2, 3], output="float64"),
    lambda m: m.correlate1d(PLANE, [1, 2, 3], output=np.zeros((4, 5))),
    lambda m: m.correlate1d(X.astype(np.float16), [1, 2, 3]),
    lambda m: m.correlate1d(X.astype(np.longdouble), [1, 2, 3]),
    lambda m: m.correlate1d(X.astype(object), [1, 2, 3]),
    lambda m: m.correlate1d(X, [1, 2, 3], output=np.float16),
    lambda m: m.correlate1d(X, [1, 2, 3], output=np.complex64),
    lambda m: m.convolve1d(X, [1, 2, 3], origin=-2),
    lambda m: m.correlate(X, [1, 2]),
    lambda m: m.correlate(X, np.ones((0, 2))),
    lambda m: m.correlate(X, np.ones((2, 2)), mode=("reflect", "wrap")),
    lambda m: m.correlate(X, np.ones((2, 2)), mode="edge"),
    lambda m: m.correlate(X, np.ones((2, 2)), origin=(0, 1, 0)),
    lambda m: m.correlate(X, np.ones((2, 2)), origin=1),
    lambda m: m.correlate(X, np.ones((2, 2)), cval=1j),
    lambda m: m.correlate(X, np.ones((2, 2)) * 1j, cval=1j),
    lambda m: m.correlate(X, np.ones((2, 2)), axes=0),
    lambda m: m.gaussian_filter(X, 1, axes=2),
    lambda m: m.correlate(X, np.ones(2), axes=(2,)),
    lambda m: m.correlate(X, np.ones((2, 2)), axes=(0, 0)),
    lambda m: m.correlate(X, np.ones(2), axes=0.5),
    lambda m: m.correlate(X, np.ones((2, 2)), output=np.zeros(3)),
    lambda m: m.correlate(X, np.ones((2, 2)), output=FROZEN),
    lambda m: m.gaussian_filter1d(X, 1, order=-1),
    lambda m: m.gaussian_filter1d(X, 1, radius=-1),
    lambda m: m.gaussian_filter1d(X, 1, radius=1.5),
    lambda m: m.gaussian_filter1d(X, "wide"),
    lambda m: m.gaussian_filter(X, [1, 2, 3]),
    lambda m: m.gaussian_filter(X, 1, order=[1]),
    lambda m: m.gaussian_filter(X, 1, mode="edge"),
    lambda m: m.gaussian_filter(X, 1, radius=(1, 2.0)),
    lambda m: m.gaussian_filter(X, 1, axes=(0, 3)),
    lambda m: m.gaussian_filter(PLANE, 1, output=float),
    lambda m: m.uniform_filter1d(X, 0),
    lambda m: m.uniform_filter1d(X, 3, origin=2),
    lambda m: m.uniform_filter(X, (3, 3, 3)),
    lambda m: m.uniform_filter(X, 3, mode=("reflect",)),
    lambda m: m.sobel(X, axis=5),
    lambda m: m.prewitt(X, mode=("reflect",)),
    lambda m: m.laplace(X, axes=(1, 1)),
    lambda m: m.gaussian_laplace(X, (1, 2, 3)),
    lambda m: m.gaussian_gradient_magnitude(X, 1, truncation=2),
    lambda m: m.generic_laplace(X, None),
]


@pytest.mark.parametrize("call", WRONG)
def test_wrong_calls_raise_what_scipy_raises(call):
    with pytest.raises(Exception) as wanted:
        call(theirs)
    with pytest.raises(wanted.type):
        call(ours)


def test_a_value_that_equals_a_right_one_is_still_wrong():
    ours.gaussian_filter(X, 1, radius=(1, 2))
    with pytest.raises(ValueError, match="Radius must be a nonnegative integer"):
        ours.gaussian_filter(X, 1, radius=(1, 2.0))


def test_complex_output_is_promoted_with_scipys_warning():
    for module in (ours, theirs):
        with pytest.warns(UserWarning, match="promoting specified output dtype to complex"):
            assert module.correlate1d(PLANE, [1, 2, 3], output=np.float32).dtype == np.complex64
        with pytest.warns(UserWarning, match="promoting specified output dtype to complex"):
            assert module.correlate(PLANE, X[:2, :2], output=np.float32).dtype == np.complex64
    assert scipy.__version__
    assert polyconv.__version__


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
    monkeypatch.setattr(_by_conv, "_MIN_PLANE", 1)
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
    monkeypatch.setattr(_by_conv, "_MIN_PLANE", 1)
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
