"""Calls of every function of scipy.ndimage and of polyconv.scipy.ndimage, and their arrays."""

import numpy as np

import polyconv.scipy.ndimage as ours

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
    """Return the options with which a module's functions sum as SciPy does."""
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


def exactly(name):
    """Return the options by which a call is to have SciPy's sums."""
    return {} if name in GENERIC else exact(ours)
