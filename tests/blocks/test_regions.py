"""Regions: the convolution of a region is that part of the convolution of the whole input.

Values are integers, whose sums are exact, so that every comparison is of equal arrays.
"""

import numpy as np
import pytest

from polyconv import conv, conv_transpose, nanconv
from polyconv._padding import PADDING_MODES
from polyconv._regions import AxisRegion, Region, gathered, region_of, transposed_region_of
from polyconv._request import make_problem
from polyconv.transposed._problem import make_transposed
from support.agreement import slow_but_first

PADDINGS = ["valid", "same", "same_lower", "full", "causal"]


def sizes(rng, rank, largest):
    return tuple(int(n) for n in rng.integers(1, largest + 1, rank))


def random_padding(rng, rank):
    if rng.random() < 0.4:
        return str(rng.choice(PADDINGS))
    widest = int(rng.choice([2, 4, 15]))
    return tuple((int(lo), int(hi)) for lo, hi in rng.integers(0, widest + 1, (rank, 2)))


def random_convolution(rng):
    """Return x, w and options of a valid convolution, and its problem."""
    while True:
        rank = int(rng.choice([1, 1, 2, 2, 3]))
        x = rng.integers(-9, 10, (2, *sizes(rng, rank, {1: 30, 2: 12, 3: 7}[rank])))
        w = rng.integers(-9, 10, (3, 2, *sizes(rng, rank, 6 if rank == 1 else 4)))
        options = {
            "stride": sizes(rng, rank, int(rng.choice([1, 3, 9]))),
            "dilation": sizes(rng, rank, int(rng.choice([1, 3]))),
            "padding": random_padding(rng, rank),
            "padding_mode": str(rng.choice(PADDING_MODES)),
        }
        if options["padding_mode"] == "constant":
            options["padding_value"] = 7
        try:
            return x, w, options, make_problem(x.shape, x.dtype, w.shape, w.dtype, **options)
        except ValueError:
            continue


def random_box(rng, out):
    """Return a range of outputs along each axis."""
    box = []
    for m in out:
        start = int(rng.integers(0, m))
        box.append((start, int(rng.integers(start + 1, m + 1))))
    return tuple(box)


def assert_read_is_small(region, p, box):
    """Fail if a region reads more than all windows of the box hold, gaps between them included."""
    for axis, along in enumerate(region.axes):
        window = (box[axis][1] - box[axis][0] - 1) * p.stride[axis] + p.extent[axis]
        read = sum(stop - start for start, stop in along.reads)
        assert read <= min(window, p.spatial[axis])
        assert all(a < b for a, b in along.reads)
        assert all(b < c for (_, b), (c, _) in zip(along.reads, along.reads[1:], strict=False))
        assert along.length + sum(along.pads) == window


@pytest.mark.parametrize("seed", slow_but_first(range(9)))
def test_a_region_gives_its_outputs_of_a_convolution(seed):
    rng = np.random.default_rng(seed)
    seen = set()
    for _ in range(150):
        x, w, options, p = random_convolution(rng)
        whole = conv(x, w, backend="cython", **options)
        plain = {name: options[name] for name in ("stride", "dilation")}
        for _ in range(4):
            box = random_box(rng, p.out)
            region = region_of(p, box)
            assert_read_is_small(region, p, box)
            part = conv(gathered(region, x, 1), w, backend="cython", **plain, **region.padding(p))
            wanted = whole[(slice(None), *[slice(*each) for each in box])]
            assert np.array_equal(part, wanted), (p, box, region)
            seen.add((p.padding_mode, region.is_box))
    assert seen == {(m, b) for m in PADDING_MODES for b in (True, False)} - {
        ("zeros", False),
        ("constant", False),
    }


@pytest.mark.parametrize("seed", slow_but_first(range(5)))
def test_a_region_gives_its_outputs_of_a_convolution_with_gaps(seed):
    rng = np.random.default_rng(seed)
    for _ in range(60):
        x, w, options, p = random_convolution(rng)
        x, w = x.astype("float64"), np.abs(w).astype("float64") + 1
        x[rng.random(x.shape) < 0.2] = np.nan
        whole = nanconv(x, w, **options)
        plain = {name: options[name] for name in ("stride", "dilation")}
        box = random_box(rng, p.out)
        region = region_of(p, box)
        part = nanconv(gathered(region, x, 1), w, **plain, **region.padding(p))
        wanted = whole[(slice(None), *[slice(*each) for each in box])]
        np.testing.assert_allclose(part, wanted, rtol=1e-9, atol=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("seed", slow_but_first(range(9)))
def test_a_region_gives_its_outputs_of_a_transposed_convolution(seed):
    rng = np.random.default_rng(seed)
    tried = 0
    while tried < 100:
        rank = int(rng.choice([1, 1, 2, 2, 3]))
        x = rng.integers(-9, 10, (2, *sizes(rng, rank, {1: 20, 2: 9, 3: 5}[rank])))
        w = rng.integers(-9, 10, (2, 3, *sizes(rng, rank, 4)))
        options = {
            "stride": sizes(rng, rank, 4),
            "dilation": sizes(rng, rank, 3),
            "padding": random_padding(rng, rank),
            "output_padding": int(rng.integers(0, 2)),
        }
        try:
            t = make_transposed(x.shape, x.dtype, w.shape, w.dtype, **options)
        except ValueError:
            continue
        tried += 1
        whole = conv_transpose(x, w, **options)
        plain = {name: options[name] for name in ("stride", "dilation")}
        for _ in range(3):
            box = random_box(rng, t.out)
            region = transposed_region_of(t, box)
            assert region.is_box
            for axis, (start, stop) in enumerate(region.box):
                outputs = box[axis][1] - box[axis][0]
                assert stop - start <= (outputs + t.extent[axis] - 2) // t.stride[axis] + 2
            read = gathered(region, x, 1)
            part = conv_transpose(read, w, **plain, **region.transposed_padding())
            wanted = whole[(slice(None), *[slice(*each) for each in box])]
            assert np.array_equal(part, wanted), (t, box, region)


def test_the_comparison_rejects_a_region_that_lies_beside():
    x, w = np.arange(20).reshape(1, 20), np.ones((1, 1, 3), int)
    p = make_problem(x.shape, x.dtype, w.shape, w.dtype, padding=1)
    region = region_of(p, [(5, 9)])
    assert region == Region((AxisRegion(((4, 10),), (0, 0)),))
    beside = Region((AxisRegion(((5, 11),), (0, 0)),))
    wanted = conv(x, w, padding=1)[:, 5:9]
    assert np.array_equal(conv(gathered(region, x, 1), w), wanted)
    assert not np.array_equal(conv(gathered(beside, x, 1), w), wanted)


def test_regions_keep_the_layout_of_the_input():
    rng = np.random.default_rng(0)
    x, w = rng.integers(0, 9, (2, 12, 9, 3)), rng.integers(0, 9, (3, 3, 3, 4))
    options = {"padding": 2, "data_format": "channels_last"}
    p = make_problem(x.shape, x.dtype, w.shape, w.dtype, padding_mode="wrap", **options)
    whole = conv(x, w, padding_mode="wrap", **options)
    region = region_of(p, [(0, 4), (5, 11)])
    # The far side. The padding before the first axis and after the last is a copy of it.
    rows, columns = [(0, 4), (10, 12)], [(0, 2), (3, 9)]
    assert list(region.boxes) == [(a, b) for a in rows for b in columns]
    assert not region.is_box
    assert region.elements == region.shape[0] * region.shape[1] == 6 * 8
    part = conv(gathered(region, x, 1), w, data_format="channels_last", **region.padding(p))
    assert np.array_equal(part, whole[:, 0:4, 5:11])
