"""Wrong calls of polyconv.scipy.ndimage raise and warn as scipy.ndimage does."""

import numpy as np
import pytest
import scipy
import scipy.ndimage as theirs

import polyconv
import polyconv.scipy.ndimage as ours

pytestmark = pytest.mark.usefixtures("poisoned_passes")

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
    lambda m: m.correlate1d(X, [1, 2, 3], cval="1.5"),
    lambda m: m.correlate(X, np.ones((2, 2)), cval="1.5"),
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
    lambda m: m.uniform_filter(PLANE, 3, output=np.longdouble),
    lambda m: m.laplace(PLANE, output=np.float32),
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
