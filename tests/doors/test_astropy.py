"""`polyconv.astropy` beside `astropy.convolution`: results, types, warnings and exceptions.

`peers.py astropy` runs astropy's own tests.
"""

import inspect
import warnings
from itertools import product

import numpy as np
import pytest

pytest.importorskip("astropy")

from astropy import convolution, units
from astropy.nddata import NDData
from astropy.utils.exceptions import AstropyUserWarning

import polyconv.astropy as door


def outcome(function, *args, **options):
    """Return the result, or the exception, and whether astropy's warning was given."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*args, **options)
        except Exception as error:
            result = error
    return result, any(issubclass(w.category, AstropyUserWarning) for w in caught)


def both(name, *args, **options):
    """Call astropy's function and polyconv's, and check that they do the same."""
    wanted, wanted_warning = outcome(getattr(convolution, name), *args, **options)
    got, warning = outcome(getattr(door, name), *args, **options)
    assert type(got) is type(wanted), (got, options)
    if isinstance(wanted, Exception):
        return
    assert warning == wanted_warning
    assert got.shape == wanted.shape
    if isinstance(wanted, convolution.Kernel):
        got, wanted = got.array, wanted.array
    assert got.dtype == wanted.dtype
    assert getattr(got, "unit", None) == getattr(wanted, "unit", None)
    got, wanted = np.asarray(got), np.asarray(wanted)
    tolerance = 1e-6 if wanted.dtype.itemsize == 4 else 1e-10
    np.testing.assert_allclose(got, wanted, rtol=tolerance, atol=tolerance)


def kernels(rng, rank):
    box = np.ones((3,) * rank)
    box[(1,) * rank] = 0
    return {
        "positive": rng.random((5, 3, 7)[:rank]),
        "small": rng.random((3,) * rank),
        "one": np.ones((1,) * rank),
        "even": rng.random((4,) * rank),
        "without a centre": box,
        "both signs": rng.standard_normal((3,) * rank) + 0.5,
        "negative": -rng.random((3,) * rank),
        "larger": rng.random((13,) * rank),
    }


@pytest.mark.parametrize("name", ["convolve", "convolve_fft"])
def test_signatures_are_astropys(name):
    ours, theirs = getattr(door, name), getattr(convolution, name)
    described = [
        [(p.name, p.kind, p.default) for p in inspect.signature(function).parameters.values()]
        for function in (ours, theirs)
    ]
    assert described[0] == described[1]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.95])
@pytest.mark.parametrize("shape", [(20,), (9, 12), (5, 4, 5)])
def test_options(shape, share):
    rng = np.random.default_rng(1)
    x = rng.standard_normal(shape)
    x[rng.random(shape) < share] = np.nan
    boundaries, treatments = (None, "fill", "wrap", "extend"), ("interpolate", "fill")
    for kernel in kernels(rng, len(shape)).values():
        for boundary, treatment, normalize in product(boundaries, treatments, (True, False)):
            options = {
                "boundary": boundary,
                "nan_treatment": treatment,
                "normalize_kernel": normalize,
            }
            both("convolve", x, kernel, **options)
            both("convolve_fft", x, kernel, **options)
            options |= {"preserve_nan": True, "mask": rng.random(shape) < 0.1, "fill_value": 2.5}
            both("convolve", x, kernel, **options)
            both("convolve_fft", x, kernel, min_wt=0.3, **options)


def test_both_functions_give_the_same_numbers():
    rng = np.random.default_rng(2)
    x, kernel = rng.standard_normal((40, 30)), rng.random((5, 7))
    x[rng.random(x.shape) < 0.1] = np.nan
    for boundary in ("fill", "wrap"):
        one = door.convolve(x, kernel, boundary)
        assert np.array_equal(one, door.convolve_fft(x, kernel, boundary))


@pytest.mark.parametrize("name", ["convolve", "convolve_fft"])
def test_containers(name):
    rng = np.random.default_rng(3)
    x = rng.random(25)
    masked, gaps = np.ma.masked_array(x, x > 0.8), x > 0.9
    arrays = [
        x * units.m,
        masked,
        NDData(x, mask=gaps),
        NDData(x * units.s),
        list(x),
        tuple(x),
        (x * 9).astype(int),
        x.astype(">f4"),
        x.astype("f2"),
        x + 1j,
        np.where(gaps, np.inf, x),
    ]
    kernel_objects = [convolution.Box1DKernel(3), convolution.Gaussian1DKernel(1), [1, 2, 1]]
    for array, kernel in product(arrays, kernel_objects):
        both(name, array, kernel)
    both(name, convolution.Box1DKernel(3), convolution.Gaussian1DKernel(1))
    both(name, masked, kernel_objects[0], mask=gaps)


@pytest.mark.parametrize("name", ["convolve", "convolve_fft"])
def test_errors(name):
    x = np.arange(20.0)
    for array, kernel, options in [
        (x, [1, 1, 1], {"boundary": "none"}),
        (x, [[1, 1, 1]], {}),
        (x, [1, 1, 1], {"nan_treatment": "none"}),
        (x, [1, 1, 1], {"mask": np.zeros(3)}),
        (x, [1, 0, -1], {}),
        (x, np.ma.masked_array([1, 1, 1], [0, 1, 0]), {}),
        ("text", [1, 1, 1], {}),
        (3.0, [1.0], {}),
        ([], [1.0], {}),
        (np.ones((2, 2, 2, 2)), np.ones((1, 1, 1, 1)), {}),
    ]:
        both(name, array, kernel, **options)


def test_what_convolve_fft_leaves_to_astropy():
    x = np.arange(20.0)
    for options in (
        {"crop": False},
        {"return_fft": True},
        {"psf_pad": False},
        {"normalize_kernel": np.max},
        {"boundary": "wrap", "psf_pad": True},
        {"boundary": "wrap", "dealias": True},
        {"boundary": "extend"},
        {"boundary": None},
    ):
        both("convolve_fft", x, [1.0, 2.0, 1.0], **options)


@pytest.mark.parametrize("name", ["convolve", "convolve_fft"])
def test_flags_that_are_numbers(name):
    for normalize in (1, 0):
        both(name, np.arange(9.0), np.ones(3), normalize_kernel=normalize)


@pytest.mark.parametrize("boundary", ["fill", "wrap", "extend", None])
@pytest.mark.parametrize("normalize", [True, False])
def test_pixels_whose_valid_weights_cancel_are_kept(boundary, normalize):
    rng = np.random.default_rng(8)
    mask = rng.random((12, 14)) < 0.4
    for kernel in (
        np.array([[1, 0, -1], [1, 1, -1], [1, 1, -1]]),
        np.array([[0, 1, 0], [-1, 0, 1], [0, 1, 0]]),
    ):
        options = {"boundary": boundary, "normalize_kernel": normalize, "mask": mask}
        both("convolve", rng.normal(size=(12, 14)), kernel, **options)
        both("convolve", rng.normal(size=(12, 14)), kernel, preserve_nan=True, **options)


def test_infinities_are_no_gaps_of_convolve():
    x = np.random.default_rng(9).normal(size=40)
    x[[5, 17, 18]] = np.nan
    x[[7, 20, 30]] = np.inf, -np.inf, np.inf
    for kernel in ([2.0, 0.0, 2.0], [1.0, 2.0, 1.0], [0.0, -1.0, 0.0, 1.0, 1.0]):
        for boundary in ("fill", "wrap", "extend", None):
            both("convolve", x, kernel, boundary=boundary)


def test_kernels_that_are_not_finite():
    x = np.arange(20.0)
    x[4] = np.nan
    for kernel in ([np.nan, 1.0, 2.0], [1.0, np.inf, 2.0]):
        for boundary in ("fill", "wrap", None):
            for treatment in ("interpolate", "fill"):
                both("convolve", x, kernel, boundary, nan_treatment=treatment)


def test_inputs_are_not_changed():
    rng = np.random.default_rng(4)
    x, kernel = rng.random((12, 12)), rng.random((3, 3))
    x[3, 3] = np.nan
    copies = x.copy(), kernel.copy()
    for function in (door.convolve, door.convolve_fft):
        function(x, kernel, nan_treatment="fill", mask=x > 0.9)
        function(x, kernel, mask=x > 0.9, preserve_nan=True)
    np.testing.assert_array_equal(x, copies[0])
    np.testing.assert_array_equal(kernel, copies[1])


def test_other_names_are_astropys_and_functions_can_be_installed():
    assert door.Gaussian2DKernel is convolution.Gaussian2DKernel
    assert "Box1DKernel" in dir(door)
    with pytest.raises(AttributeError, match="no_such_kernel"):
        door.no_such_kernel  # noqa: B018
    original = convolution.convolve
    with door.installed():
        assert convolution.convolve is not original
        gaps = convolution.interpolate_replace_nans(np.array([1.0, np.nan, 3.0]), [1.0, 1.0, 1.0])
        np.testing.assert_allclose(gaps, [1, 2, 3])
    assert convolution.convolve is original


def test_infinite_filling_beside_weights_of_zero():
    x, kernel = np.arange(1.0, 6), np.array([1.0, 0, 1])
    options = {"boundary": "fill", "fill_value": np.inf, "normalize_kernel": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wanted, got = (f(x, kernel, **options) for f in (convolution.convolve, door.convolve))
    np.testing.assert_array_equal(got, wanted)
