"""`nanconv` against its formula, written out with the oracle: two convolutions and a division."""

import math
from itertools import product

import numpy as np
import pytest

import polyconv
from polyconv import nanconv, set_backend
from polyconv._gap_scans import clear, has_nan
from polyconv._nanconv_tuning import TUNING
from support.nanconv_formula import agree, check, data, literal

CASES = [
    ((2, 1, 40), (1, 1, 5), {"padding": "same"}),
    ((3, 60), (4, 3, 7), {"padding": 3, "stride": 2}),
    ((2, 4, 33), (6, 2, 4), {"groups": 2, "dilation": 3, "padding": (5,)}),
    ((1, 1, 19, 23), (1, 1, 5, 5), {"padding": "same"}),
    ((2, 3, 12, 15), (3, 1, 3, 4), {"groups": 3, "padding": "full", "flip": True}),
    ((1, 2, 20, 18), (3, 2, 3, 3), {"stride": (2, 3), "dilation": (2, 1), "padding": 1}),
    ((1, 1, 9, 8, 10), (2, 1, 3, 3, 3), {"padding": "same_lower"}),
    ((1, 1, 7, 6), (1, 1, 7, 6), {}),
]


@pytest.mark.parametrize("share", [0.0, 0.01, 0.2, 0.8, 1.0])
@pytest.mark.parametrize(("x_shape", "w_shape", "options"), CASES)
def test_it_is_the_formula(x_shape, w_shape, options, share):
    rng = np.random.default_rng(1)
    for dtype, positive, normalize in product(
        (np.float32, np.float64), (True, False), (True, False)
    ):
        x = data(rng, x_shape, share, dtype)
        w = rng.random(w_shape) + 0.01 if positive else rng.standard_normal(w_shape)
        if not positive and abs(w.sum()) < 0.2 * np.abs(w).sum():
            w = w + 0.7
        check(x, w.astype(dtype), normalize=normalize, **options)


@pytest.mark.parametrize("mode", ["zeros", "constant", "reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("value", [2.5, math.nan])
def test_padding_is_that_of_the_values_and_of_their_validity(mode, value):
    rng = np.random.default_rng(2)
    for share in (0.0, 0.02, 0.5):
        x, w = data(rng, (2, 2, 14, 11), share), rng.random((3, 2, 5, 4))
        options = {"padding": ((4, 2), (3, 5)), "padding_mode": mode}
        if mode == "constant":
            options["padding_value"] = value
        check(x, w, **options)


def test_zeros_padding_is_no_data_and_a_constant_is():
    x, w = np.full((1, 3), 6.0), np.ones((1, 1, 3))
    assert nanconv(x, w, padding=1).tolist() == [[6, 6, 6]]
    constant = nanconv(x, w, padding=1, padding_mode="constant", padding_value=0)
    np.testing.assert_allclose(constant, [[4, 6, 4]], rtol=1e-15)


@pytest.mark.parametrize("share", [0.003, 0.05, 0.5])
def test_every_backend_gives_the_formula(backend, share):
    rng = np.random.default_rng(3)
    x, w = data(rng, (1, 1, 24, 20), share, np.float32), rng.random((1, 1, 3, 3), np.float32)
    if backend.unsupported(polyconv.plan(x, w, padding=1).problem) is None:
        check(x, w, padding=1, backend=backend.name)


@pytest.mark.slow
def test_large_gaps_and_long_filters_leave_no_rounding_errors_behind():
    rng = np.random.default_rng(4)
    x = rng.standard_normal((1, 1, 120, 120)).astype(np.float32) + 3
    x[..., 20:90, 30:100] = np.nan
    w = np.exp(-0.5 * (np.mgrid[-20:21, -20:21] ** 2).sum(0) / 6**2)[None, None]
    for backend in ("auto", "fft", "direct"):
        got = nanconv(x, w.astype(np.float32), padding=20, backend=backend)
        wanted, growth = literal(x, w.astype(np.float32), padding=20)
        assert np.array_equal(np.isnan(got), np.isnan(wanted))
        assert agree(got, wanted, growth, 2e-4)


@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (3, 2), (1, 5)])
def test_long_rows_are_corrected_in_parts(stride, dilation):
    rng = np.random.default_rng(13)
    x, w = data(rng, (2, 1, 40000), 0.003), rng.random((1, 1, 7)) + 0.1
    for edge in (8192, 16384):  # outputs at which a part ends
        places = edge * stride + np.arange(-40, 40)
        places = places[places < x.shape[2]]
        x[0, 0, places[rng.random(len(places)) < 0.5]] = np.nan
    x[1, 0, 20000:30000] = np.nan
    check(x, w, padding=9, stride=stride, dilation=dilation)


def test_each_way_of_computing_gives_the_formula(monkeypatch):
    rng = np.random.default_rng(5)
    x, w = data(rng, (2, 2, 30, 31), 0.02), rng.random((2, 2, 4, 3))
    for weight in (1e-12, 1e9):  # weights of gaps are added up, two images
        monkeypatch.setattr(TUNING, "WEIGHT_SECONDS", weight)
        check(x, w, padding=(2, 1))
        check(x, w, padding=(2, 1), mask=rng.random(x.shape) < 0.01, normalize=False)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.6])
def test_masks_are_broadcast_and_join_nan(share):
    rng = np.random.default_rng(6)
    x, w = data(rng, (2, 3, 10, 12), share), rng.random((2, 3, 3, 3))
    for shape in ((10, 12), (3, 1, 12), (2, 1, 10, 12), ()):
        check(x, w, padding=1, mask=rng.random(shape) < 0.2)


def test_gaps_of_whole_pixels_are_those_of_all_channels():
    rng = np.random.default_rng(14)
    for groups, normalize in product((1, 2), (True, False)):
        x, w = rng.random((2, 6, 24, 20)), rng.random((4, 6 // groups, 3, 3)) - 0.1
        pixels = rng.random((2, 1, 24, 20)) < 0.3
        pixels[0, :, 5:12, 5:12] = True
        for mask in (pixels, np.concatenate([pixels] * 3 + [pixels[:, :, ::-1]] * 3, axis=1)):
            check(x, w, padding=1, mask=mask, groups=groups, normalize=normalize)
            check(x, w, padding="same", stride=2, mask=mask, groups=groups, min_weight=0.3)


@pytest.mark.parametrize("least", [0.0, 0.04, 0.3, 0.7, 1.0])
def test_outputs_with_too_little_weight_are_filled(least):
    rng = np.random.default_rng(7)
    for share in (0.03, 0.4):
        x, w = data(rng, (1, 1, 20, 21), share), rng.random((1, 1, 5, 3))
        check(x, w, padding="same", min_weight=least, fill_value=-7.0)
        check(x, w, padding="same", min_weight=least, fill_value=-7.0, normalize=False)


def test_weights_that_cancel_follow_the_formula():
    rng = np.random.default_rng(8)
    x = data(rng, (1, 1, 15, 16), 0.1)
    for w in (rng.standard_normal((1, 1, 3, 3)) - 0.05, -rng.random((1, 1, 3, 3))):
        check(x, w, padding=1)
        check(x, w, padding=1, normalize=False, min_weight=0.01)
    edge = np.array([[[[1.0, 0.0, -1.0]] * 3]])
    assert np.isnan(nanconv(np.ones((1, 9, 9)), edge)).all()  # no weight at all


def test_gaps_are_preserved_where_no_channel_has_a_value():
    rng = np.random.default_rng(9)
    x, w = data(rng, (2, 4, 9, 9), 0.3), rng.random((2, 2, 3, 3))
    y = nanconv(x, w, padding=1, groups=2, preserve_nan=True)
    plain = nanconv(x, w, padding=1, groups=2)
    gaps = np.isnan(x).reshape(2, 2, 2, 9, 9).all(2)
    assert gaps.any()
    np.testing.assert_array_equal(y, np.where(gaps, np.nan, plain))
    filled = nanconv(x, w, padding=1, groups=2, preserve_nan=True, fill_value=-1)
    assert (filled[gaps] == -1).all()


def test_channels_last_and_other_layouts():
    rng = np.random.default_rng(10)
    x, w = data(rng, (2, 9, 11, 3), 0.1), rng.random((3, 3, 3, 4))
    check(x, w, padding=1, data_format="channels_last")
    check(np.asfortranarray(x), w, padding=1, data_format="channels_last")
    check(x[:, ::-1, ::2], w, padding=1, data_format="channels_last")
    big = data(rng, (2, 3, 9, 9), 0.1)
    check(big.astype(">f8"), rng.random((1, 3, 3, 3)), padding=1)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5])
def test_dtypes(share):
    rng = np.random.default_rng(11)
    w = rng.random((1, 1, 3, 3))
    half = check(data(rng, (1, 12, 12), share, np.float16), w.astype(np.float16), padding=1)
    assert half.dtype == np.float16
    whole = rng.integers(0, 9, (1, 12, 12))
    got = check(whole, np.ones((1, 1, 3, 3), int), padding=1, mask=rng.random((12, 12)) < share)
    assert got.dtype == np.float64
    z = data(rng, (1, 12, 12), share) + 1j * data(rng, (1, 12, 12), share)
    y = nanconv(z, w, padding=1)
    gaps = np.isnan(z)
    assert y.dtype == np.complex128
    for part in ("real", "imag"):
        wanted, growth = literal(getattr(z, part), w, padding=1, mask=gaps)
        assert agree(getattr(y, part), wanted, growth, 1e-12)
    assert nanconv(whole, w, padding=1, dtype="float32").dtype == np.float32


@pytest.mark.parametrize("taps", [1, 3, 15])
def test_complex_results_are_filled_by_a_real_value_and_keep_infinities_apart(taps):
    x = np.full((1, 60), np.nan, complex)
    x[0, 40:] = 1 + 2j
    x[0, 59] = complex(1, np.inf)
    for preserve_nan in (False, True):
        y = nanconv(
            x, np.ones((1, 1, taps)), padding="same", fill_value=-1.0, preserve_nan=preserve_nan
        )
        assert (y[0, :30] == -1).all()
        np.testing.assert_allclose(y[0, 40:50], 1 + 2j, rtol=1e-14)
        assert y[0, 59] == complex(1, np.inf)


@pytest.mark.parametrize("value", [5.0, 1 + 2j, np.nan])
def test_a_constant_pads_complex_data(value):
    rng = np.random.default_rng(3)
    x = data(rng, (1, 40), 0.1) + 1j * data(rng, (1, 40), 0.1)
    padded = np.pad(x, ((0, 0), (2, 1)), constant_values=value)
    for taps in (3, 15):
        w = rng.random((1, 1, taps))
        options = {"padding": ((2, 1),), "padding_mode": "constant", "padding_value": value}
        np.testing.assert_allclose(nanconv(x, w, **options), nanconv(padded, w), rtol=1e-12)


@pytest.mark.parametrize("dtype", ["float16", "float32", "complex64"])
@pytest.mark.parametrize("taps", [1, 3, 15])
def test_a_fill_value_out_of_range_becomes_infinite_without_a_warning(dtype, taps):
    x = np.ones((1, 60), dtype)
    x[0, 5:40] = np.nan
    for preserve_nan in (False, True):
        options = {"padding": "same", "fill_value": 1e300, "preserve_nan": preserve_nan}
        y = nanconv(x, np.ones((1, 1, taps), x.real.dtype), **options)
        assert (y[0, 15:30] == np.inf).all()


def test_infinities_are_values():
    x = np.array([[1.0, np.inf, 2.0, np.nan, 3.0, 4.0, 5.0]])
    y = nanconv(x, np.ones((1, 1, 3)), padding=1)
    np.testing.assert_allclose(y, [[np.inf, np.inf, np.inf, 2.5, 3.5, 4.0, 4.5]], rtol=1e-14)


def test_inputs_are_not_changed_and_out_is_returned():
    rng = np.random.default_rng(12)
    x, w = data(rng, (1, 30, 30), 0.05), rng.random((1, 1, 3, 3))
    mask = rng.random((30, 30)) < 0.05
    copies = x.copy(), w.copy(), mask.copy()
    wanted = nanconv(x, w, mask=mask, padding=1)
    out = np.full((1, 30, 30), 99.0)
    assert nanconv(x, w, mask=mask, padding=1, out=out) is out
    np.testing.assert_array_equal(out, wanted)
    for array, copy in zip((x, w, mask), copies, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_empty_problems():
    assert nanconv(np.ones((0, 1, 5)), np.ones((1, 1, 3))).shape == (0, 1, 3)
    assert nanconv(np.ones((1, 5)), np.ones((0, 1, 3))).shape == (0, 3)
    assert np.isnan(nanconv(np.ones((0, 5)), np.ones((2, 0, 3)))).all()


@pytest.mark.parametrize(
    ("options", "error", "text"),
    [
        ({"min_weight": -0.1}, ValueError, "min_weight=-0.1"),
        ({"min_weight": "much"}, TypeError, "min_weight='much'"),
        ({"min_weight": math.nan}, ValueError, "min_weight=nan"),
        ({"mask": np.zeros(4, bool)}, ValueError, "mask has shape"),
        ({"mask": np.zeros((5, 5))}, TypeError, "mask has dtype float64"),
        ({"normalize": 1}, TypeError, "normalize=1"),
        ({"preserve_nan": True}, ValueError, "preserve_nan=True"),
        ({"fill_value": "none"}, TypeError, "fill_value='none'"),
        ({"dtype": "int64"}, TypeError, "dtype"),
        ({"padding": -1}, ValueError, "padding=-1"),
        ({"nothing": 1}, TypeError, "nothing"),
    ],
)
def test_errors_name_the_argument(options, error, text):
    with pytest.raises(error, match=text.replace("(", r"\(")):
        nanconv(np.ones((1, 5, 5)), np.ones((1, 1, 3, 3)), **options)
    with pytest.raises(TypeError, match="complex"):
        nanconv(np.ones((1, 5)), np.ones((1, 1, 3), complex))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nan_of_every_sign_and_payload_is_found(dtype):
    x = np.zeros(1300, dtype)
    x[[7, 700, 1299]] = np.inf, -np.inf, np.finfo(dtype).max
    assert not has_nan(x)
    assert not has_nan(x[:0])
    smallest = np.array(np.inf, dtype).view(f"i{x.itemsize}") + 1  # the smallest payload
    for nan in (np.nan, -np.nan, smallest.view(dtype)):
        for place in (0, 511, 512, 1299):
            y = x.copy()
            y[place] = nan
            assert has_nan(y)


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_a_scan_writes_no_more_places_than_it_has_room_for(dtype, masked):
    """More gaps than places arise if another thread writes to the input after the count."""
    x = np.ones(100, dtype)
    gaps = [3, 4, 40, 77, 99]
    x[gaps] = np.nan
    mask = np.zeros(100 if masked else 0, np.uint8)
    for room in (0, 2, 5, 8):
        values, places = np.full(100, 9, dtype), np.full(9, -1)
        found = clear(x, mask, values, places[:room])
        assert found == min(room, 5)
        assert places.tolist() == gaps[:found] + [-1] * (9 - found)
        np.testing.assert_array_equal(values, np.nan_to_num(x))


def test_the_comparison_rejects_wrong_answers():
    wanted = np.array([1.0, np.nan, 2.0])
    growth = np.ones(3)
    assert agree(wanted.copy(), wanted, growth, 1e-12)
    for wrong in ([1.0, 0.0, 2.0], [1.0, np.nan, 2.001], [np.nan, np.nan, 2.0]):
        assert not agree(np.array(wrong), wanted, growth, 1e-12)


def test_windows_of_nothing_but_padding_have_no_valid_elements():
    x, w = np.ones((1, 0)), np.ones((1, 1, 2))
    assert np.isnan(nanconv(x, w, padding=2)).all()
    assert np.array_equal(nanconv(x, w, padding=2, fill_value=7), [[7, 7, 7]])
    of_threes = nanconv(x, w, padding=2, padding_mode="constant", padding_value=3)
    assert np.array_equal(of_threes, [[3, 3, 3]])


def test_a_backend_of_set_backend_keeps_its_tolerance():
    rng = np.random.default_rng(31)
    x, across = data(rng, (1, 1, 30, 40), 0.1), rng.random((5, 1))
    w = (across * [[-1.0, 0.25, 0.85]])[None, None]
    with set_backend("separable"):
        result = nanconv(x, w)
    np.testing.assert_array_equal(result, nanconv(x, w, backend="separable"))


@pytest.mark.parametrize("value", [np.inf, np.nan, 1e308])
@pytest.mark.filterwarnings("error")
def test_sums_of_weights_that_are_not_finite_give_fill_values(value):
    w = np.ones((1, 1, 3, 3))
    w[0, 0, 0, 1:] = value
    for dtype in (np.float32, np.float64):
        x = data(np.random.default_rng(32), (1, 1, 20, 40), 0.1, dtype)
        result = nanconv(x, w, dtype=dtype, fill_value=-7)
        assert ((result == -7) | np.isnan(result)).all()


def test_fill_values_keep_the_sign_of_zero():
    x = np.full((1, 40), np.nan, "float32")
    w = np.ones((1, 1, 3), "float32")
    for fill in (0.0, -0.0, 0.0):  # tiles of the last call are kept
        assert (np.signbit(nanconv(x, w, fill_value=fill)) == np.signbit(fill)).all()
