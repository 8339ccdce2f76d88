"""polyconv.scipy.ndimage beside scipy.ndimage: the same bits, where that is promised."""

import inspect

import numpy as np
import pytest
import scipy.ndimage as theirs

import polyconv.scipy.ndimage as ours
from polyconv._dtypes import default_rtol
from support.agreement import poisoned
from support.ndimage_calls import (
    CALLS,
    DTYPES,
    MODES,
    SHAPES,
    exactly,
    values,
    window,
)

pytestmark = pytest.mark.usefixtures("poisoned_passes")
OWN_PARAMETERS = {"workers", "precision"}


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
