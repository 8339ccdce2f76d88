"""The segments of the backend `fft_tiled`, and what its kernels see."""

import itertools
import tracemalloc

import numpy as np
import pytest

from polyconv import conv
from polyconv._machine import Caches, caches
from polyconv.backends import BACKENDS
from polyconv.backends.fft_tiled import planner, transforms
from polyconv.backends.fft_tiled.planner import choose_tiled_segments
from polyconv.backends.fft_tiled.segment_plan import lengths_of, tap_lines, transformed_share
from polyconv.backends.fft_tiled.times import memory_share, streaming_seconds
from support.agreement import (
    assert_tracks_max_abs,
    problem_of,
    random_values,
    slow_but_first,
)
from support.overlap_save_problems import PROBLEMS, problem

FFT_TILED = next(backend for backend in BACKENDS if backend.name == "fft_tiled")

problems = pytest.mark.parametrize("name", PROBLEMS)


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "float16"]))
@pytest.mark.parametrize("workers", slow_but_first([2, 1]))
def test_kernels_track_what_they_read(name, dtype, workers):
    x_shape, w_shape, options = PROBLEMS[name]
    assert_tracks_max_abs(FFT_TILED, x_shape, w_shape, dtype, dtype, workers, **options)


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float64", "complex64"]))
def test_all_candidates_agree_with_the_reference(name, dtype, monkeypatch):
    """Lengths with all factors, one segment and many, whichever is the fastest here."""
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    p = problem(name, dtype)
    expected = conv(x, w, backend="direct", **options)
    scale = np.abs(x).max(initial=0) * np.abs(w).sum(axis=tuple(range(1, w.ndim))).max()
    candidates = [planner._axis_candidates(p, axis) for axis in range(p.rank)]
    for axes in itertools.product(*candidates):
        segments = planner._segmentation(p, axes, planner._counts(p, axes))
        monkeypatch.setattr(planner, "choose_tiled_segments", lambda p, s=segments: s)
        out = np.full(p.out_shape, np.nan, dtype)
        FFT_TILED.prepare(p, p.canonical_w(w))(p.canonical_x(x), None, p.canonical_out(out), 2)
        tolerance = 2 * (segments.error_bound + p.summation_error(p.reduction_len))
        assert np.abs(out - expected).max() <= tolerance * scale


@problems
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128"]))
def test_every_candidate_covers_the_output_once(name, dtype):
    p = problem(name, dtype)
    for number, (out, stride, extent, n) in enumerate(
        zip(p.out, p.stride, p.extent, p.spatial, strict=True)
    ):
        for axis in planner._axis_candidates(p, number):
            assert axis.count * axis.keep >= out > (axis.count - 1) * axis.keep
            assert planner._fast_size(p, number, axis.size) == axis.size
            if axis.circular:
                assert (axis.count, axis.read, stride) == (1, n, 1)
            else:
                assert axis.keep + (extent - 1) // stride <= axis.size == axis.read


def test_zeros_on_both_sides_are_the_same_zeros():
    """56 elements with 15 zeros before and after take a period of 71, not of 86."""
    x, w = np.empty((1, 128, 56, 56), np.float32), np.empty((128, 1, 31, 31), np.float32)
    segments = choose_tiled_segments(problem_of(x, w, padding="same", groups=128))
    assert [axis.size for axis in segments.axes] == [72, 80]  # a row is whole lines
    assert all(axis.circular for axis in segments.axes)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
def test_wrapped_axes_are_not_padded(dtype):
    x, w = random_values((1, 2, 48, 96), dtype, 1), random_values((2, 1, 9, 7), dtype, 2)
    options = {"padding": "same", "padding_mode": "wrap", "groups": 2}
    axes = choose_tiled_segments(problem_of(x, w, **options)).axes
    # Real data: the first half of the first axis becomes the real part of complex segments, the
    # second half the imaginary part.
    assert [axis.circular for axis in axes] == [dtype == "complex64", True]
    assert axes[1].size == 96
    padded = np.pad(x, [(0, 0), (0, 0), (4, 4), (3, 3)], "wrap")
    expected = conv(padded, w, groups=2, backend="direct")
    np.testing.assert_allclose(conv(x, w, backend="fft_tiled", **options), expected, atol=1e-3)


def test_a_tight_budget_has_no_long_segments():
    x, w = np.empty((1, 1, 1 << 18), np.float32), np.empty((1, 1, 65), np.float32)
    tight = choose_tiled_segments(problem_of(x, w, rtol=1.35e-6))
    loose = choose_tiled_segments(problem_of(x, w, rtol=1e-3))
    assert tight.error_bound <= 1.35e-6 < loose.error_bound
    assert tight.axes[0].size < loose.axes[0].size


def test_tables_of_long_segments_are_kept_within_the_published_bytes():
    longest = transforms._KEPT_ELEMENTS
    transforms._kept_tables.cache_clear()
    tracemalloc.start()
    try:
        made = [transforms.transform_tables((1, 1, n), 2, 8) for n in (longest // 2, longest)]
        assert transforms.transform_tables((1, 1, longest), 2, 8) is made[-1]
        del made
        for rows in (1, 2, longest // 16):
            for itemsize in (4, 8):
                transforms.transform_tables((1, rows, longest // rows), 1, itemsize)
        transforms.transform_tables((1, 1, longest), 2, 8)
        transforms.transform_tables((1, 1, longest), -1, 8)
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        transforms._kept_tables.cache_clear()
    assert transforms.KEPT_TABLE_BYTES / 2 < kept < transforms.KEPT_TABLE_BYTES


def test_tables_of_two_segments_are_kept_where_both_fit():
    transforms._kept_tables.cache_clear()
    shapes = [((1, 1, transforms._KEPT_ELEMENTS // 2), 2, itemsize) for itemsize in (4, 8)]
    shapes.append(((1, 1, transforms._KEPT_ELEMENTS), 2, 8))
    first = [transforms.transform_tables(*shape) for shape in shapes[:2]]
    again = [transforms.transform_tables(*shape) for shape in shapes[:2]]
    assert all(a is b for a, b in zip(first, again, strict=True))
    longest = transforms.transform_tables(*shapes[2])
    assert transforms.transform_tables(*shapes[2]) is longest
    # The longest one takes the place of the one that was used before the other.
    assert transforms.transform_tables(*shapes[0]) is not first[0]
    transforms._kept_tables.cache_clear()


def test_tables_of_the_longest_segments_are_not_kept():
    lengths = (1, 1, 2 * transforms._KEPT_ELEMENTS)
    first, again = (transforms.transform_tables(lengths, 2, 4) for _ in range(2))
    assert first is not again


@pytest.mark.parametrize(
    ("lengths", "itemsize", "lines"),
    [
        ((1, 320, 192), 4, 13),  # 12 lines apart, rows share 16 sets
        ((1, 16, 192), 4, 12),  # few enough rows
        ((1, 320, 144), 4, 9),  # an odd number of lines already: 64 sets
        ((1, 2000, 144), 4, 9),  # padding would leave 32 of them
        ((1, 320, 96), 8, 7),
        ((1, 2, 128), 4, 9),  # a multiple of 512 bytes
        ((1, 1, 128), 4, 8),  # one row
    ],
)
def test_columns_of_segments_fit_into_the_sets_of_l1(monkeypatch, lengths, itemsize, lines):
    monkeypatch.setattr(transforms, "caches", lambda: Caches(48 << 10, 2 << 20, 32 << 20))
    transforms.re_im_layout.cache_clear()
    assert transforms.re_im_layout(lengths, itemsize).row_lines == lines
    transforms.re_im_layout.cache_clear()


@pytest.mark.parametrize("side", [3, 40])
def test_lines_without_taps_are_not_transformed(side):
    """Taps of a circular axis lie at its start, those of overlap-save wrap around to its end."""
    x, w = (np.ones((1, 1, n, n, n), np.complex64) for n in (60, side))
    for options, wraps in ({"padding": "full"}, False), ({}, True):
        p = problem_of(x, w, **options)
        axes = choose_tiled_segments(p).axes
        found, (_, rows, columns) = tap_lines(p, axes), lengths_of(p, axes)
        lines = -(-columns // transforms.TILE_SIDE)
        assert 1 <= found.first_lines + found.last_lines <= lines
        assert (found.last_lines > 0) <= (wraps or not axes[-1].circular)
        if axes[1].circular and not wraps:
            assert found.tap_rows == side < rows
        assert 1 / 3 < transformed_share(p, axes) <= 1


def test_spectra_leave_the_l3_cache_bit_by_bit():
    shares = [memory_share(percent * caches().l3 / 100) for percent in range(120)]
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(0 <= after - before < 0.1 for before, after in itertools.pairwise(shares))
    seconds = [streaming_seconds(1e6, share) for share in (0.0, 0.5, 1.0)]
    assert seconds[0] < seconds[1] < seconds[2]
    assert seconds[1] == pytest.approx((seconds[0] + seconds[2]) / 2)
