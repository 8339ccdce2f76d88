"""Details of scipy.ndimage that random calls of both found: byte order, order of sums, axes."""

import numpy as np
import pytest
import scipy.ndimage as theirs

import polyconv.scipy.ndimage as ours
from polyconv.scipy.ndimage._stages import weights_sum
from support.ndimage_calls import second, values

pytestmark = pytest.mark.usefixtures("poisoned_passes")


@pytest.mark.parametrize("dtype", [">f4", ">f8", ">i2"])
def test_results_have_the_byte_order_that_scipy_gives_them(dtype):
    x = values((9, 11), "float64").astype(dtype)
    for call in (
        lambda m: m.correlate(x, np.ones((3, 2)), output=np.dtype(dtype)),
        lambda m: m.gaussian_filter(x, 1.0, output=np.dtype(dtype)),
        lambda m: m.sobel(x, output=dtype),
        lambda m: m.uniform_filter1d(x, 3),
        lambda m: m.laplace(x, output=np.dtype(dtype)),
        lambda m: m.generic_laplace(x, second(m)),
    ):
        got, wanted = call(ours), call(theirs)
        assert got.dtype == wanted.dtype
        np.testing.assert_allclose(got, wanted, rtol=0, atol=1e-4)


@pytest.mark.parametrize(
    "weights",
    [
        np.array([3.0, 1, -3]),  # opposite beside a middle that is not 0
        np.array([-0.3, 0.7, 2.0, -0.7, 0.3]),
        np.hanning(11)[1:-1] / np.hanning(11).sum(),  # equal but for rounding
        np.exp(-(np.linspace(-2, 2, 7) ** 2)) * np.linspace(-1.3, 1.3, 7),
    ],
    ids=["opposite 3", "opposite 5", "hanning", "derivative"],
)
def test_lines_are_summed_in_scipys_order(weights):
    x = values((11, 14), "float64")
    for mode in ("constant", "mirror"):
        for axis in (0, 1):
            got = ours.correlate1d(x, weights, axis, mode=mode, cval=1.0)
            np.testing.assert_array_equal(
                got, theirs.correlate1d(x, weights, axis, mode=mode, cval=1.0)
            )


def test_small_weights_are_symmetric_only_if_they_are():
    assert weights_sum(np.array([1e-17, 0, 3e-17])).kind == "line"
    assert weights_sum(np.array([1e-17, 0, 1e-17])).kind == "pairs"
    assert weights_sum(np.array([-1e-17, 5, 1e-17])).kind == "differences"
    assert weights_sum(np.array([1.0, 2, 2, 1])).kind == "line"


@pytest.mark.parametrize("output", [None, np.complex64, np.complex128])
@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_complex_weights_on_complex_input_have_scipys_bits(dtype, output):
    x = values((8, 9), dtype)
    weights = np.random.default_rng(3).normal(size=(2, 3, 4)) @ [1, 1j, 0, 0]
    for call in (
        lambda m, **k: m.correlate(x, weights, output=output, **k),
        lambda m, **k: m.convolve1d(x, weights[0], output=output, **k),
    ):
        got, wanted = call(ours, precision="double"), call(theirs)
        assert got.dtype == wanted.dtype
        np.testing.assert_array_equal(got, wanted)


def test_values_for_all_axes_stand_in_the_order_of_the_array():
    x = values((7, 8, 9), "float64")
    weights = np.random.default_rng(4).normal(size=(4, 5, 3))
    for call in (
        lambda m: m.correlate(x, weights, axes=(2, 0, 1), origin=(1, -2, 0)),
        lambda m: m.convolve(x, weights, axes=(1, 0, -1), origin=(-1, 2, 1)),
        lambda m: m.correlate(x, weights[0], axes=(2, 0), origin=(1, -1)),
        lambda m: m.gaussian_laplace(x, (2.2, 0.5, 1.0), axes=(2, 0, 1)),
        lambda m: m.gaussian_laplace(x, (2.2, 0.5), axes=(2, 0), mode=("wrap", "mirror")),
    ):
        np.testing.assert_allclose(call(ours), call(theirs), rtol=0, atol=1e-11)


def test_filters_that_sum_nothing_copy_into_any_dtype():
    x, plane = values((4, 5), "float64"), values((4, 5), "complex64")
    for call in (
        lambda m: m.gaussian_filter(x, 0, output=np.complex64),
        lambda m: m.uniform_filter(x, 1, output=complex),
        lambda m: m.gaussian_filter(x, (0, 0), output=np.zeros((4, 5), np.complex128)),
        lambda m: m.laplace(plane[0, 0], output=np.complex64),
    ):
        got, wanted = call(ours), call(theirs)
        assert got.dtype == wanted.dtype
        np.testing.assert_array_equal(got, wanted)


def test_windows_of_several_lengths_of_the_input_are_filled_as_along_an_axis():
    # SciPy's correlate reads outside of the array here; its correlate1d does not.
    x, weights = values((3,), "float64"), np.random.default_rng(5).normal(size=25)
    for mode in ("reflect", "grid-mirror", "mirror", "wrap", "nearest"):
        wanted = theirs.correlate1d(x, weights, mode=mode)
        np.testing.assert_allclose(
            ours.correlate(x, weights, mode=mode), wanted, rtol=0, atol=1e-12
        )


def test_derivatives_may_overwrite_their_input():
    # SciPy reads what the first term has overwritten.
    for dtype in ("float64", "int16"):
        for call in (
            ours.laplace,
            lambda x, **k: ours.gaussian_laplace(x, 1.0, **k),
            lambda x, **k: ours.gaussian_gradient_magnitude(x, 1.0, **k),
            ours.sobel,
        ):
            x = values((9, 11), dtype)
            wanted = call(x)
            assert call(x, output=x) is x
            np.testing.assert_allclose(x, wanted, rtol=0, atol=1e-11)


@pytest.mark.parametrize("weights", [[np.inf, 1, np.inf], [1.5e308, 2, 1.5e308], [np.inf, 1, 2]])
def test_infinite_and_huge_weights_are_compared_as_scipy_does(weights):
    x = np.array([1.0, -0.5, 2, 3])
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(ours.correlate1d(x, weights), theirs.correlate1d(x, weights))
