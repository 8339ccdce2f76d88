"""The filters of `polyconv.dask` beside those of the whole array, and dask-image's signatures.

`peers.py dask` runs dask-image's own tests.
"""

import inspect

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask
import dask.array as da

import polyconv.dask as door
from polyconv.scipy import ndimage
from support.agreement import slow_but_first

MODES = ["reflect", "mirror", "nearest", "constant", "wrap", "grid-mirror", "grid-constant"]
DTYPES = ["uint8", "int16", "int64", "float32", "float64", "complex64"]
NAMES = ["convolve", "correlate", "gaussian_filter", "sobel", "uniform_filter"]
OWN_PARAMETERS = {"workers", "precision"}


@pytest.fixture(autouse=True)
def _small_chunks_have_cores(monkeypatch):
    """Compute cores apart in small chunks, too, as in large ones."""
    monkeypatch.setattr("polyconv.dask._tasks._MIN_CORE", 0.5)


def random_call(rng, name, ndim):
    """Return arguments of a filter."""
    sizes = [int(n) for n in rng.integers(1, 6, ndim)]
    origins = [int(rng.integers(-(n // 2), (n - 1) // 2 + 1)) for n in sizes]
    match name:
        case "gaussian_filter":
            sigma = [float(each) for each in 0.5 + 1.5 * rng.random(ndim)]
            return {"sigma": sigma, "order": int(rng.integers(0, 3)), "truncate": 2.0}
        case "sobel":
            return {"axis": int(rng.integers(-ndim, ndim))}
        case "uniform_filter":
            return {"size": sizes, "origin": origins}
    weights = rng.integers(-5, 6, sizes) + rng.random()
    return {"weights": weights, "origin": origins}


@pytest.mark.filterwarnings("ignore::dask.array.core.PerformanceWarning")
@pytest.mark.parametrize("seed", slow_but_first(range(4)))
@pytest.mark.parametrize("name", NAMES)
def test_results_are_those_of_the_whole_array(name, seed):
    rng = np.random.default_rng([seed, NAMES.index(name)])
    for number in range(18):
        ndim = 1 + number % 3
        shape = tuple(int(n) for n in rng.integers(1, (80, 40, 16)[ndim - 1], ndim))
        dtype = np.dtype(DTYPES[int(rng.integers(len(DTYPES)))])
        x = (rng.random(shape) * 100).astype(dtype.char.lower() if dtype.kind == "c" else dtype)
        x = x.astype(dtype)
        options = random_call(rng, name, ndim) | {
            "mode": str(rng.choice(MODES)),
            "cval": float(rng.integers(0, 9)),
        }
        lazy = da.from_array(x, chunks=tuple(int(rng.integers(1, n + 1)) for n in shape))
        result = getattr(door, name)(lazy, **options)
        wanted = getattr(ndimage, name)(x, **options)
        assert result.dtype == wanted.dtype == result._meta.dtype
        got = result.compute(scheduler="synchronous")
        assert got.shape == wanted.shape
        if dtype.kind in "iu":
            np.testing.assert_array_equal(got, wanted)
        else:
            tolerance = 1e-4 if dtype.itemsize // (1 + (dtype.kind == "c")) == 4 else 1e-11
            np.testing.assert_allclose(got, wanted, rtol=0, atol=tolerance * np.abs(x).max() * 10)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", [(0, 5), (4, 0)])
def test_arrays_without_elements(name, shape):
    lazy = da.zeros(shape, chunks=3, dtype="float32")
    options = random_call(np.random.default_rng(0), name, 2)
    result, wanted = (
        getattr(door, name)(lazy, **options),
        getattr(ndimage, name)(np.zeros(shape, "float32"), **options),
    )
    got = result.compute()
    assert got.shape == result.shape == wanted.shape
    assert got.dtype == result.dtype == wanted.dtype


def test_modes_for_each_axis():
    x = np.arange(600.0).reshape(20, 30) % 17
    lazy = da.from_array(x, chunks=(10, 10))
    for name in ("gaussian_filter", "sobel", "uniform_filter"):
        first = {"gaussian_filter": (1,), "sobel": (0,), "uniform_filter": (4,)}[name]
        got = getattr(door, name)(lazy, *first, mode=("wrap", "nearest"))
        wanted = getattr(ndimage, name)(x, *first, mode=("wrap", "nearest"))
        np.testing.assert_allclose(got.compute(scheduler="synchronous"), wanted, atol=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_signatures_are_those_of_dask_image(name):
    theirs = pytest.importorskip("dask_image.ndfilters")
    parameters = inspect.signature(getattr(door, name)).parameters.values()
    mine = [p.replace(annotation=p.empty) for p in parameters if p.name not in OWN_PARAMETERS]
    assert mine == list(inspect.signature(getattr(theirs, name)).parameters.values())


def test_filters_stand_in_for_those_of_dask_image():
    theirs = pytest.importorskip("dask_image.ndfilters")
    before, image = theirs.sobel, da.zeros((20, 20), chunks=10)
    with door.installed():
        assert theirs.sobel(image).name == door.sobel(image).name
        with door.installed():
            assert theirs.gaussian(image, 1).name == door.gaussian_filter(image, 1).name
        assert theirs.sobel is not before
    assert theirs.sobel is before


def test_errors():
    image = da.zeros((20, 20), chunks=10)
    with pytest.raises(ValueError, match=r"weights has shape \(3,\); allowed: 2 axes"):
        door.convolve(image, np.ones(3))
    with pytest.raises(ValueError, match="mode='valid'; allowed: SciPy's modes"):
        door.sobel(image, mode="valid")
    with pytest.raises(RuntimeError, match="boundary mode not supported"):
        door.sobel(image, mode="nothing")
    with pytest.raises(ValueError, match="origin=2; allowed for windows of 3"):
        door.uniform_filter(image, 3, origin=2)
    with pytest.raises(TypeError, match="image is a numpy"):
        door.gaussian_filter(np.zeros((20, 20)), 1)
    with pytest.raises(ValueError, match="workers=0"):
        door.gaussian_filter(image, 1, workers=0)


def test_workers_and_precision_are_handed_on():
    x = np.random.default_rng(0).random((30, 30), np.float32)
    lazy = da.from_array(x, chunks=10)
    with dask.config.set(scheduler="synchronous"):
        got = door.uniform_filter(lazy, 3, workers=2, precision="double").compute()
    np.testing.assert_array_equal(got, ndimage.uniform_filter(x, 3, precision="double"))
