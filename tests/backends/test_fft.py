"""The segments and batches of the backend `fft`, and what scipy.fft is asked for."""

import math
import sys
import threading
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.fft

from polyconv import conv, plan
from polyconv.backends import BACKENDS
from polyconv.backends.fft import backend as fft
from polyconv.backends.fft import counts as fft_counts
from polyconv.backends.fft import transforms
from polyconv.backends.fft.segments import batches, choose_segments
from polyconv.backends.fft.tuning import TUNING
from support.agreement import check, problem_of, random_values, slow_but_first
from support.overlap_save_problems import PROBLEMS, problem

FFT = next(backend for backend in BACKENDS if backend.name == "fft")

problems = pytest.mark.parametrize("name", PROBLEMS)


@problems
def test_small_batches_of_small_segments_agree_with_the_reference(name, monkeypatch):
    """With a cache of one byte, batches have few segments, as those of large problems do."""
    monkeypatch.setattr(fft_counts, "cache_bytes", lambda p: 1)
    choose_segments.cache_clear()
    x_shape, w_shape, options = PROBLEMS[name]
    check(
        FFT, random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2), **options
    )
    choose_segments.cache_clear()


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128"]))
def test_segments_cover_the_output_once(name, dtype):
    p = problem(name, dtype)
    cut = choose_segments(p)
    for axis, out, stride, extent, n in zip(
        cut.axes, p.out, p.stride, p.extent, p.spatial, strict=True
    ):
        assert axis.count * axis.keep >= out > (axis.count - 1) * axis.keep
        assert scipy.fft.next_fast_len(axis.size) == axis.size
        if axis.circular:
            assert (axis.count, axis.read) == (1, n)
        else:
            assert axis.step + extent - 1 <= axis.size == axis.read
        assert axis.step == axis.keep * stride or axis.count == 1
    seen = np.zeros((p.batch, p.groups, *(axis.count for axis in cut.axes)), int)
    for images, groups, ranges in batches(p, cut):
        seen[(images, groups, *(slice(r.start, r.stop) for r in ranges))] += 1
    assert (seen == 1).all()


def test_zeros_on_both_sides_are_the_same_zeros():
    """56 elements with 15 zeros before and after take a period of 71, not of 86."""
    signals = problem_of(np.empty((1, 9, 56, 56)), np.empty((4, 9, 31, 31)), padding="same")
    assert choose_segments(signals).sizes == (72, 72)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
@pytest.mark.parametrize("groups", [1, 2])
def test_wrapped_axes_are_not_padded(dtype, groups):
    x, w = (
        random_values((1, 2, 16, 20), dtype, 1),
        random_values((2, 2 // groups, 13, 15), dtype, 2),
    )
    options = {"padding": "same", "padding_mode": "wrap", "groups": groups}
    axes = choose_segments(problem_of(x, w, **options)).axes
    assert [axis.circular for axis in axes] == [True, True]
    assert axes[1].size == 20
    padded = np.pad(x, [(0, 0), (0, 0), (6, 6), (7, 7)], "wrap")
    expected = conv(padded, w, groups=groups, backend="direct")
    np.testing.assert_allclose(conv(x, w, backend="fft", **options), expected, atol=1e-3)


@pytest.mark.parametrize("channels", [1, 2])
def test_interior_segments_are_not_copied(channels, monkeypatch):
    x = random_values((1, channels, 5000), "float32", 1)
    w = random_values((1, channels, 65), "float32", 2)
    expected = conv(x, w, backend="direct")
    assert choose_segments(problem_of(x, w)).axes[0].count > 1
    monkeypatch.setattr(fft, "padded_block", lambda *_: pytest.fail("copied"))
    p = plan(x[..., :4096], w, backend="fft")
    np.testing.assert_allclose(p(x[..., :4096])[0, 0, :4000], expected[0, 0, :4000], atol=1e-3)


class Counting:
    """Stands for scipy.fft and adds up the operations of what it is asked for."""

    def __init__(self) -> None:
        self.operations = 0.0

    def __getattr__(self, name: str):
        function = getattr(scipy.fft, name)

        def counted(x, n=None, axis=-1, **options):
            y = function(x, n, axis=axis, **options)
            n = x.shape[axis] if n is None else n
            lines = math.prod(x.shape) // x.shape[axis]
            self.operations += lines * fft_counts.line_operations(n) * (1 if "rfft" in name else 2)
            return y

        return counted


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex64"]))
def test_transforms_are_counted_as_they_are_executed(name, dtype, monkeypatch):
    p = problem(name, dtype)
    if 0 in p.spatial:
        pytest.skip("nothing is there to count")
    cut = choose_segments(p)
    counts = fft_counts.counts_of(p, [fft_counts.axis_numbers(axis) for axis in cut.axes])
    kernel = fft.FftKernel.of(
        cut, p, random_values((p.out_channels, p.ic_per_group, *p.kernel), dtype, 2)
    )
    counting = Counting()
    # `import scipy.fft` inside the backend's functions finds this module.
    monkeypatch.setitem(sys.modules, "scipy", SimpleNamespace(fft=counting))
    x = random_values((p.batch, p.in_channels, *p.spatial), dtype, 1)
    kernel(x, None, np.empty((p.batch, p.out_channels, *p.out), dtype), 1)
    full = 1.0
    if p.rank == 1:
        # Lines that do not fill a vector are transformed one by one, and are counted as such.
        lines = p.batch * cut.axes[0].count * p.in_channels
        full = min(max(1, fft_counts.lines_at_once(p) / lines), TUNING.SCALAR_TIME_FACTOR)
    assert counting.operations * full == pytest.approx(float(counts.transforms))


def test_a_tight_budget_has_no_long_segments():
    x, w = np.empty((1, 2, 1 << 18), np.float32), np.empty((1, 2, 65), np.float32)
    tight = choose_segments(problem_of(x, w, rtol=1.12e-6))
    loose = choose_segments(problem_of(x, w, rtol=1e-3))
    assert tight.error_bound <= 1.12e-6 < loose.error_bound
    assert tight.sizes < loose.sizes


def test_a_long_transform_needs_no_thread(monkeypatch):
    x, w = random_values((1, 2, 900), "float32", 1), random_values((3, 2, 65), "float32", 2)
    expected = conv(x, w, backend="fft")
    monkeypatch.setattr(transforms, "_MIN_LINE_OF_THREAD", 1)
    refused = []

    def start(thread):
        refused.append(thread.name)
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    np.testing.assert_array_equal(conv(x, w, backend="fft"), expected)
    assert set(refused) == {"polyconv fft"}
