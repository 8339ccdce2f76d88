"""`nanconv` of long windows by strips of rows: any number of strips, few gaps and many."""

from itertools import product

import numpy as np
import pytest
from conformance.test_environment import LEVELS, run_python

from polyconv import _normalized, _strips, nanconv, set_backend
from polyconv._gap_strips import block_of, clear, padded_weights, validity, words_of
from polyconv._nanconv_tuning import TUNING
from polyconv._select import Choice
from polyconv._strips import Strips
from support.agreement import slow_but
from support.nanconv_formula import check, data, literal

# Seconds for a weight with which all gaps are few, and all are many.
FEW, MANY = 1e-30, 1e9


@pytest.fixture
def computed(monkeypatch):
    """Return the list of the calls that were computed by strips, which are as short as can be."""
    calls = []
    run = Strips.__call__
    monkeypatch.setattr(TUNING, "STRIP_BYTES", 1)
    monkeypatch.setattr(TUNING, "STRUCTURED_TAPS", 0)
    monkeypatch.setattr(_normalized, "pays_in_one_pass", lambda problem: False)
    monkeypatch.setattr(Strips, "__call__", lambda *arguments: calls.append(1) or run(*arguments))
    return calls


@pytest.mark.parametrize("seconds", [FEW, MANY])
@pytest.mark.parametrize("share", [0.0, 0.003, 0.2, 0.9])
def test_strips_give_the_formula(monkeypatch, computed, seconds, share):
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    rng = np.random.default_rng(40)
    kernels = ((1, 1), (1, 70), (2, 3), (3, 1), (9, 7))
    for dtype, kernel in product((np.float32, np.float64), kernels):
        w = (rng.random((1, 1, *kernel)) + 0.05).astype(dtype)
        check(data(rng, (1, 1, 37, 75), share, dtype), w, padding="same")
        check(data(rng, (2, 1, 21, 70), share, dtype), w)
    assert len(computed) == 20


@pytest.mark.parametrize("seconds", [FEW, MANY])
@pytest.mark.parametrize("mode", ["zeros", "reflect", "symmetric", "edge", "wrap"])
def test_padding_channels_and_masks_of_strips(monkeypatch, computed, seconds, mode):
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    rng = np.random.default_rng(41)
    options = {"padding": ((4, 2), (3, 5)), "padding_mode": mode, "normalize": False}
    for share in (0.0, 0.02, 0.5):
        x, w = data(rng, (2, 2, 14, 11), share), rng.random((4, 1, 5, 4)) + 0.01
        check(x, w, groups=2, **options)
        check(x, w, groups=2, mask=rng.random(x.shape) < 0.1, min_weight=0.3, **options)
    assert len(computed) == 6


@pytest.mark.parametrize("seconds", [FEW, MANY])
def test_windows_without_data_are_filled(monkeypatch, computed, seconds):
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    rng = np.random.default_rng(42)
    for dtype in (np.float32, np.float64):
        x = data(rng, (1, 1, 80, 120), 0.001, dtype)
        x[..., 20:60, 30:100] = np.nan
        x[..., 65:, :40] = np.nan
        x[..., :15, 90:] = np.nan
        w = np.exp(-0.5 * (np.mgrid[-4:5, -4:5] ** 2).sum(0) / 1.5**2) + 0.001 * rng.random((9, 9))
        for least in (0.0, 0.3):
            y = check(x, w[None, None].astype(dtype), padding=12, min_weight=least, fill_value=-9)
            assert (y[0, 0, 38:60, 48:98] == -9).all()
            assert (y[0, 0, :4] == -9).all()  # nothing but padding
    assert len(computed) == 4


@pytest.mark.parametrize("seconds", [FEW, MANY])
def test_weights_of_both_signs_and_infinities(monkeypatch, computed, seconds):
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    rng = np.random.default_rng(43)
    w = rng.standard_normal((2, 1, 3, 5)) + 0.7
    check(data(rng, (1, 1, 30, 70), 0.3), w, padding=2)
    x = data(rng, (1, 1, 30, 70), 0.05)
    x[0, 0, 7, 9], x[0, 0, 20, 66] = np.inf, -np.inf
    check(x, np.abs(w), padding=2)
    assert len(computed) == 2


@pytest.mark.parametrize("seconds", [FEW, MANY])
def test_small_denominators_keep_their_digits(monkeypatch, computed, seconds):
    """A gap at nearly all of the weight leaves a difference, which is summed anew."""
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    monkeypatch.setattr(
        _strips, "decide_for", lambda problem, *_: (problem, Choice("direct", "model", 1e-3))
    )
    rng = np.random.default_rng(49)
    x = np.where(rng.random((1, 1, 200, 60)) < 0.002, np.nan, 1 + rng.random((1, 1, 200, 60)))
    w = np.full((1, 1, 97, 1), 0.002 / 97)
    w[0, 0, 48] += 0.998
    x, w = x.astype(np.float32), w.astype(np.float32)
    wanted, growth = literal(x, w, padding="same")
    assert growth.max() > 500
    np.testing.assert_allclose(nanconv(x, w, padding="same"), wanted, rtol=5e-6)
    assert len(computed) == 1


def test_other_problems_are_not_computed_by_strips(computed):
    rng = np.random.default_rng(44)
    x, w = data(rng, (1, 1, 30, 40), 0.1), rng.random((1, 1, 3, 3))
    check(x, w, stride=2)
    check(x, w, dilation=2)
    check(x, w, backend="im2col")
    check(x, w, padding=1, padding_mode="constant", padding_value=2)
    check(x, w - 0.6)
    check(data(rng, (1, 2, 30, 40), 0.1), rng.random((1, 2, 3, 3)))
    check(data(rng, (1, 1, 40), 0.1), rng.random((1, 1, 3)))
    with set_backend("naive"):
        check(x, w)
    assert not computed


@pytest.mark.parametrize("seconds", [FEW, MANY])
def test_two_workers_give_the_formula(monkeypatch, computed, seconds):
    monkeypatch.setattr(TUNING, "STRIP_WEIGHT_SECONDS", seconds)
    rng = np.random.default_rng(45)
    for share in (0.002, 0.3):
        x, w = data(rng, (2, 1, 60, 80), share, np.float32), rng.random((1, 1, 21, 13))
        check(x, w, padding=10, workers=2, dtype="float32")
    assert len(computed) == 2


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_values_and_bits_of_a_strip(dtype):
    rng = np.random.default_rng(46)
    x = data(rng, (2, 3, 9, 130), 0.2, dtype)
    mask = (rng.random(x.shape) < 0.1).astype(np.uint8)
    for first, rows, masked in product((-2, 0, 4), (3, 9), (None, mask)):
        values = np.full((3, rows, 130), 9, dtype)
        bits = np.full((3, rows, words_of(130)), 9, np.uint64)
        found = clear(x, masked, 1, first, values, bits)
        gaps = np.zeros(values.shape, bool)
        wanted = np.zeros(values.shape, dtype)
        for i in range(rows):
            if 0 <= first + i < 9:
                row = x[1, :, first + i]
                of_mask = False if masked is None else masked[1, :, first + i] != 0
                gaps[:, i] = np.isnan(row) | of_mask
                wanted[:, i] = np.where(gaps[:, i], 0, row)
        assert found == gaps.sum()
        np.testing.assert_array_equal(values, wanted)
        unpacked = np.unpackbits(bits.view(np.uint8), axis=-1, bitorder="little")
        np.testing.assert_array_equal(unpacked[..., :130], gaps)
        assert not unpacked[..., 130:].any()
        validity(bits, first, 9, values)
        inside = [0 <= first + i < 9 for i in range(rows)]
        np.testing.assert_array_equal(values, ~gaps & np.array(inside)[None, :, None])


def test_kept_strips_follow_weights_and_arguments(computed):
    rng = np.random.default_rng(48)
    x = data(rng, (1, 1, 30, 40), 0.1)
    for _ in range(2):
        for scale, least, normalize, images in product(
            (1.0, 2.0), (0.0, 0.8), (True, False), (1, 2)
        ):
            w, batch = np.full((1, 1, 3, 3), scale), np.concatenate([x] * images)
            check(batch, w, padding=1, min_weight=least, normalize=normalize)
            check(batch, w, padding=1, min_weight=least, fill_value=5.0)
    assert len(computed) == 64


def test_blocks_find_each_weight_among_zeros():
    rows, columns = block_of(4)
    w = np.arange(1.0, 7).reshape(1, 2, 3)
    padded = padded_weights(w, np.dtype(np.float32))
    assert padded.shape == (1, 2 * rows, 2 * columns + 31)
    np.testing.assert_array_equal(
        padded[0, rows - 1 : rows + 1, columns + 14 : columns + 17], w[0, :, ::-1]
    )
    assert padded.sum() == w.sum()


SCRIPT = """
import numpy as np
from polyconv import _normalized
from polyconv._nanconv_tuning import TUNING
from polyconv._select import Choice
from polyconv._strips import Strips
from support.fenced import fenced
from support.nanconv_formula import check, data
rng = np.random.default_rng(47)
TUNING.STRIP_BYTES, TUNING.STRUCTURED_TAPS = 1, 0
_normalized.pays_in_one_pass = lambda problem: False
for dtype in (np.float32, np.float64):
    for seconds in (1e-30, 1e9):
        TUNING.STRIP_WEIGHT_SECONDS = seconds
        for share, at_end in ((0.0, True), (0.01, True), (0.4, False), (0.95, True)):
            for kernel in ((1, 7), (2, 2), (9, 9), (3, 70)):
                w = (rng.random((2, 1, *kernel)) + 0.01).astype(dtype)
                x = fenced(data(rng, (1, 1, 40, 90), share, dtype), at_end=at_end)
                check(x, w, padding="same")
"""


@pytest.mark.parametrize("level", slow_but(LEVELS, "v4"))
def test_each_level_gives_the_formula_between_fences_with_poisoned_memory(level):
    done = run_python("-c", SCRIPT, POLYCONV_ISA=level, MALLOC_PERTURB_="165")
    if "does not have it" in done.stderr:
        pytest.skip(f"this processor does not have {level}")
    assert done.returncode == 0, done.stderr
