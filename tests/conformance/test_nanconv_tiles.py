"""`nanconv` in one pass: tiles of all sizes at all edges, against the formula."""

import math
from itertools import product

import numpy as np
import pytest
from conformance.test_environment import LEVELS, run_python

from polyconv import _known_nanconv, _normalized, nanconv, set_backend
from polyconv._nanconv_tuning import TUNING
from support.agreement import slow_but
from support.nanconv_formula import check, data

# Vectors for a gap with which all gaps are few, and all are many.
FEW, MANY = 1e-9, 1e9


@pytest.fixture
def computed(monkeypatch):
    """Return the list of the calls that were computed in one pass."""
    calls = []
    one_pass = _normalized.in_one_pass
    monkeypatch.setattr(TUNING, "MIN_COLUMNS", 1)
    for module in (_normalized, _known_nanconv):
        monkeypatch.setattr(
            module, "in_one_pass", lambda *arguments: calls.append(1) or one_pass(*arguments)
        )
    return calls


@pytest.mark.parametrize("tile", [(1, 1), (5, 70), (3, 33), (128, 512)])
@pytest.mark.parametrize("share", [0.0, 0.003, 0.2, 0.9])
def test_tiles_of_any_size_give_the_formula(monkeypatch, computed, tile, share):
    monkeypatch.setattr(TUNING, "TILE_ROWS", tile[0])
    monkeypatch.setattr(TUNING, "TILE_COLUMNS", tile[1])
    monkeypatch.setattr(TUNING, "LINE_COLUMNS", tile[1])
    rng = np.random.default_rng(20)
    for dtype, kernel in product(
        (np.float32, np.float64), ((1, 1), (1, 4), (2, 3), (3, 1), (5, 9))
    ):
        w = (rng.random((1, 1, *kernel)) + 0.05).astype(dtype)
        check(data(rng, (1, 1, 14, 75), share, dtype), w, padding="same")
        check(data(rng, (1, 1, 14, 75), share, dtype), w)
    check(data(rng, (3, 1, 140), share), rng.random((1, 1, 6)) + 0.05, padding=(9,))
    assert len(computed) == 21


@pytest.mark.parametrize("mode", ["zeros", "constant", "reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("value", [2.5, math.nan])
def test_padding_of_tiles(computed, mode, value):
    rng = np.random.default_rng(21)
    options = {"padding": ((4, 2), (3, 5)), "padding_mode": mode, "normalize": False}
    if mode == "constant":
        options["padding_value"] = value
    for share in (0.0, 0.02, 0.5):
        x, w = data(rng, (2, 2, 14, 11), share), rng.random((4, 1, 5, 4)) + 0.01
        check(x, w, groups=2, **options)
        check(x, w, groups=2, mask=rng.random(x.shape) < 0.1, **options)
    assert len(computed) == 6


@pytest.mark.parametrize("kernel", [(9, 9), (3, 3), (4, 3)])
def test_blocks_of_gaps_are_filled_and_their_edges_are_exact(computed, kernel):
    rng = np.random.default_rng(22)
    for dtype in (np.float32, np.float64):
        x = data(rng, (1, 1, 80, 120), 0.001, dtype)
        x[..., 20:60, 30:100] = np.nan
        x[..., 5, 40:] = np.nan
        w = np.exp(-0.5 * (np.mgrid[-4:5, -4:5] ** 2).sum(0) / 1.5**2) + 0.001 * rng.random((9, 9))
        w = w[: kernel[0], : kernel[1]]
        for least in (0.0, 0.3):
            y = check(x, w[None, None].astype(dtype), padding=4, min_weight=least, fill_value=-9)
            assert (y[0, 0, 30:50, 40:90] == -9).all()
    assert len(computed) == 4


def test_weights_of_both_signs_and_infinities(computed):
    rng = np.random.default_rng(23)
    w = rng.standard_normal((2, 1, 3, 5)) + 0.7
    check(data(rng, (1, 1, 30, 70), 0.3), w, padding=2)
    x = data(rng, (1, 1, 30, 70), 0.05)
    x[0, 0, 7, 9], x[0, 0, 20, 66] = np.inf, -np.inf
    check(x, np.abs(w), padding=2)
    assert len(computed) == 2


def test_other_problems_are_not_computed_in_one_pass(computed):
    rng = np.random.default_rng(24)
    x, w = data(rng, (1, 1, 30, 40), 0.1), rng.random((1, 1, 3, 3))
    check(x, w, stride=2)
    check(x, w, dilation=2)
    check(x, w, backend="im2col")
    check(x, w, workspace_limit=100)
    check(data(rng, (1, 2, 30, 40), 0.1), rng.random((1, 2, 3, 3)))
    check(data(rng, (1, 1, 9, 8, 7), 0.1), rng.random((1, 1, 3, 3, 3)))
    with set_backend("naive"):
        check(x, w)
    assert not computed


@pytest.mark.slow
@pytest.mark.parametrize("gap_vectors", [FEW, MANY])
@pytest.mark.parametrize("least", [0.0, 0.4])
def test_few_and_many_gaps_of_wide_tiles(monkeypatch, computed, gap_vectors, least):
    monkeypatch.setattr(TUNING, "GAP_VECTORS", gap_vectors)
    rng = np.random.default_rng(30)
    for dtype, share in product((np.float32, np.float64), (0.0, 0.01, 0.4)):
        w = (rng.random((1, 1, 5, 9)) + 0.05).astype(dtype)
        x = data(rng, (1, 1, 12, 2500), share, dtype)
        mask = rng.random(x.shape) < share
        check(x, w, padding=4, padding_mode="reflect", min_weight=least)
        check(x, w, padding=((3, 5), (1, 20)), mask=mask, min_weight=least, fill_value=-1)
        line = (rng.random((1, 1, 31)) + 0.01).astype(dtype)
        check(data(rng, (2, 1, 3000), share, dtype), line, padding=9, min_weight=least)
    assert len(computed) == 18


@pytest.mark.parametrize("gap_vectors", [FEW, MANY])
def test_windows_whose_valid_weights_are_tiny_have_values(monkeypatch, computed, gap_vectors):
    monkeypatch.setattr(TUNING, "GAP_VECTORS", gap_vectors)
    rng = np.random.default_rng(31)
    w = np.exp(-0.5 * (np.mgrid[-4:5, -4:5] ** 2).sum(0) / 0.9**2)
    for dtype in (np.float32, np.float64):
        x = data(rng, (1, 1, 40, 200), 0.0, dtype)
        x[..., 10:19, 50:59], x[..., 10, 50], x[..., 20:30, 130:140] = np.nan, 1.5, np.nan
        y = check(x, w[None, None].astype(dtype), padding=4)
        assert abs(y[0, 0, 14, 54] - 1.5) < 1e-6  # the window's only valid element is its first


def test_kept_tiles_follow_weights_and_arguments(computed):
    rng = np.random.default_rng(25)
    x = data(rng, (1, 1, 30, 40), 0.1)
    for _ in range(2):
        for scale in (1.0, 2.0):
            w = np.full((1, 1, 3, 3), scale)
            for least, normalize, images in product((0.0, 0.8), (True, False), (1, 2)):
                batch = np.concatenate([x] * images)
                check(batch, w, padding=1, min_weight=least, normalize=normalize)
                check(batch, w, padding=1, min_weight=least, fill_value=5.0)
    assert len(computed) == 64


def test_narrow_images_are_computed_in_one_pass_if_they_have_gaps(computed, monkeypatch):
    monkeypatch.setattr(TUNING, "MIN_COLUMNS", 32)
    monkeypatch.setattr(TUNING, "SMALL_PRODUCTS", 0)
    rng = np.random.default_rng(28)
    for columns, share, calls in ((15, 0.1, 0), (16, 0.0, 0), (16, 0.1, 1), (32, 0.0, 1)):
        computed.clear()
        check(data(rng, (1, 1, 30, columns), share), rng.random((1, 1, 3, 3)), padding=1)
        assert len(computed) == calls


def test_small_images_are_computed_in_one_pass_whatever_their_columns(computed, monkeypatch):
    monkeypatch.setattr(TUNING, "MIN_COLUMNS", 32)
    rng = np.random.default_rng(32)
    for columns, share in product((1, 7, 15, 20), (0.0, 0.1)):
        check(data(rng, (1, 1, 9, columns), share), rng.random((1, 1, 3, 3)), padding=1)
    assert len(computed) == 8
    check(data(rng, (1, 1, 900, 15), 0.1), rng.random((1, 1, 3, 3)), padding=1)
    assert len(computed) == 8


def test_two_workers_give_the_same_bits():
    rng = np.random.default_rng(26)
    x, w = data(rng, (2, 1, 300, 700), 0.02), rng.random((1, 1, 5, 5))
    one, two = (nanconv(x, w, padding=2, workers=workers) for workers in (1, 2))
    np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("least", [1 / 9, 2 / 9, 1 / 3, 4 / 9, 5 / 9, 2 / 3, 7 / 9, 8 / 9])
def test_windows_at_the_limit_are_filled_in_single_precision_as_in_double(computed, least):
    rng = np.random.default_rng(33)
    for kernel, share in product(((3, 3), (1, 9)), (0.1, 0.5)):
        x, w = data(rng, (1, 1, 50, 90), share), np.ones((1, 1, *kernel))
        valid = nanconv(np.where(np.isnan(x), 0.0, 1.0), w * 9, padding_mode="constant")
        share_of_window = np.round(valid * 9)
        for dtype in (np.float32, np.float64):
            y = nanconv(x.astype(dtype), w.astype(dtype), min_weight=least)
            np.testing.assert_array_equal(np.isnan(y), share_of_window <= round(9 * least))
    assert len(computed) == 12


def test_repeated_calls_follow_their_arguments(computed):
    rng = np.random.default_rng(34)
    x, w = data(rng, (1, 30, 40), 0.3, np.float32), rng.random((1, 1, 3, 3)).astype(np.float32)
    first = [nanconv(x, w, padding=1, fill_value=fill) for fill in (math.nan, 3.0, -3.0)]
    for _ in range(2):
        for wanted, fill in zip(first, (math.nan, 3.0, -3.0), strict=True):
            got = nanconv(x, w, padding=1, fill_value=fill)
            np.testing.assert_array_equal(got, wanted)
            assert got.dtype == np.float32 and got.shape == (1, 30, 40)
        # A view, another type, a mask, and an array for the result need a closer look.
        strided = nanconv(np.repeat(x, 2, 2)[..., ::2], w, padding=1)
        np.testing.assert_array_equal(strided, first[0])
        assert nanconv(x.astype(np.float64), w, padding=1).dtype == np.float64
        masked = nanconv(x, w, padding=1, mask=np.ones(x.shape, bool))
        assert np.isnan(masked).all()
        out = np.empty_like(x)
        assert nanconv(x, w, padding=1, out=out) is out
        np.testing.assert_array_equal(out, first[0])
        # The caller's weights may change in place.
        other = w.copy()
        other[...] = 1
        check(x, other, padding=1)
        with pytest.raises(TypeError, match="normalize"):
            nanconv(x, w, padding=1, normalize=1)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_rows_of_results_lie_apart_from_those_of_the_input(dtype):
    rng = np.random.default_rng(35)
    for columns in (256, 512, 1024, 2048, 3000):
        x = rng.random((1, 2 * 10**6 // (columns * 8), columns)).astype(dtype)
        y = nanconv(x, rng.random((1, 1, 3, 3)).astype(dtype), padding=1)
        apart = (y.ctypes.data - x.ctypes.data) % 4096
        row = columns * x.itemsize
        period = min(row & -row, 4096)  # of the places of rows within pages
        assert y.ctypes.data % 64 == 0
        assert period < 256 or period / 4 <= apart % period <= 3 * period / 4


SCRIPT = """
from itertools import product
import numpy as np
from polyconv._nanconv_tuning import TUNING
from support.fenced import fenced
from support.nanconv_formula import check, data
rng = np.random.default_rng(27)
for dtype in (np.float32, np.float64):
    for share, gap_vectors in product((0.0, 0.01, 0.4, 0.95), (1e-9, 2.0, 1e9)):
        TUNING.GAP_VECTORS = gap_vectors
        for kernel in ((1, 7), (2, 2), (3, 3), (4, 1), (9, 9), (3, 21)):
            w = (rng.random((2, 1, *kernel)) + 0.01).astype(dtype)
            check(data(rng, (1, 1, 40, 90), share, dtype), w, padding="same")
    for weight in (1e-12, 1e9):  # beyond tiles: weights of gaps are added up, two images
        TUNING.WEIGHT_SECONDS = weight
        for share in (0.0, 0.01, 0.4):
            w = (rng.random((2, 2, 3, 21)) + 0.01).astype(dtype)
            check(data(rng, (1, 2, 12, 70), share, dtype), w, padding="same")
            masked = data(rng, (1, 2, 12, 70), share, dtype)
            check(masked, w, padding=(1, 9), mask=rng.random(masked.shape) < share)
    for share, at_end in product((0.0, 0.05, 0.6), (False, True)):  # the input itself is read
        for kernel in ((1, 1), (1, 5), (3, 3), (5, 4), (9, 9)):
            w = (rng.random((1, 1, *kernel)) + 0.01).astype(dtype)
            for shape in ((1, 1, 9, 11), (1, 1, 21, 130)):
                x = fenced(data(rng, shape, share, dtype), at_end=at_end)
                check(x, w, padding="same", min_weight=0.3)
                check(x, w, padding="same", padding_mode="wrap", mask=rng.random(shape) < share)
"""


@pytest.mark.parametrize("level", slow_but(LEVELS, "v3"))
def test_each_level_gives_the_formula_with_poisoned_memory(level):
    done = run_python("-c", SCRIPT, POLYCONV_ISA=level, MALLOC_PERTURB_="165")
    if "does not have it" in done.stderr:
        pytest.skip(f"this processor does not have {level}")
    assert done.returncode == 0, done.stderr
