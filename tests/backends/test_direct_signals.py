"""Signals of one channel that `direct` reads in place, all but windows that hold padding."""

import numpy as np
import pytest

import polyconv


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32", "int64"])
@pytest.mark.parametrize("taps, dilation", [(1, 1), (2, 1), (3, 1), (9, 3), (128, 1), (129, 1)])
@pytest.mark.parametrize("mode", ["zeros", "reflect"])
@pytest.mark.parametrize("samples", [27, 150, 777, 9001])
def test_signals_in_place_have_the_bits_of_packed_signals(dtype, taps, dilation, mode, samples):
    """The micro-kernel signal sums in the order of spatial, which computes samples that lie apart.

    Results begin at every place of a cache line, and what is beside them stays as it was.
    """
    extent = (taps - 1) * dilation
    pad = min(extent // 2, samples - 1)
    if samples + 2 * pad <= extent:
        pytest.skip("the window is longer than the signal")
    rng = np.random.default_rng(taps * samples)
    apart = rng.integers(-99, 99, (2, 1, 2 * samples)).astype(dtype)[..., ::2]
    w = rng.integers(-99, 99, (1, 1, taps)).astype(dtype)
    bias = np.array([5], dtype)
    if apart.dtype.kind == "f":
        apart, w = apart / apart.dtype.type(7), w / w.dtype.type(3)
        apart = np.repeat(apart, 2, axis=-1)[..., ::2]
    options = {"padding": pad, "padding_mode": mode, "dilation": dilation, "dtype": dtype}
    plan = polyconv.plan(apart, w, backend="direct", bias=bias, **options)
    expected = plan(apart)
    signals = np.ascontiguousarray(apart)
    np.testing.assert_array_equal(plan(signals), expected)
    size = expected.shape[-1]
    for place in (0, 1, 3, 15):
        memory = np.full((2, 1, size + 32), 77, dtype)
        out = memory[..., place : place + size]
        plan(signals, out=out)
        np.testing.assert_array_equal(out, expected)
        assert (memory[..., :place] == 77).all()
        assert (memory[..., place + size :] == 77).all()
