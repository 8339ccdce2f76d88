"""Problems that differ in the size of their input alone: checked once, equal to checked ones."""

import math
import pickle
from dataclasses import fields
from functools import partial
from itertools import product

import numpy as np
import pytest

from polyconv import Problem, _select, choose, conv
from polyconv._derived import derived
from polyconv._model import predict, predict_prepare
from polyconv._problem_cache import cached_problem
from polyconv._registry import backend_named
from polyconv._request import make_problem
from polyconv._select import decide
from polyconv._size_ranges import SIGNIFICANT_BITS

NAMES = [field.name for field in fields(Problem)]
DERIVED = [name for name, value in vars(Problem).items() if isinstance(value, derived)]
DEFAULTS = {
    "stride": 1, "padding": 0, "dilation": 1, "groups": 1, "padding_mode": "zeros",
    "padding_value": 0, "flip": False, "data_format": "channels_first", "dtype": None,
    "rtol": None, "workspace_limit": None, "workers": None,
}  # fmt: skip
LAST = {"data_format": "channels_last"}
# Shapes of w; options.
FAMILIES = {
    "signals": ((1, 1, 5), {}),
    "signals, same": ((2, 1, 4), {"padding": "same", "stride": 3}),
    "signals, full": ((1, 2, 7), {"padding": "full", "dilation": 2}),
    "images": ((16, 3, 3, 3), {"padding": 1}),
    "images, strided": ((8, 3, 3, 5), {"padding": "same_lower", "stride": (2, 3)}),
    "images, last": ((3, 3, 2, 8), {"padding": (1, 2)} | LAST),
    "images, reflected": ((4, 2, 3, 3), {"padding": 1, "padding_mode": "reflect", "groups": 2}),
    "images, constant": ((4, 2, 3, 3), {"padding": 2, "padding_mode": "constant"}),
    "volumes": ((2, 2, 3, 2, 2), {"padding": "causal", "workers": 3}),
    "half": ((2, 2, 3), {"dtype": "float16", "rtol": 1e-3, "workspace_limit": 1 << 20}),
}
SIZES = [1, 2, 3, 7, 8, 30, 33, 700]


def shapes(w_shape, options):
    """Shapes of x of every size, batched and not; some are too small for the kernel."""
    rank, groups = len(w_shape) - 2, options.get("groups", 1)
    last = options.get("data_format") == "channels_last"
    channels = groups * (w_shape[-2] if last else w_shape[1])
    for batch, n in product((None, 1, 3), SIZES):
        spatial = (n, *[9] * (rank - 1))
        image = (*spatial, channels) if last else (channels, *spatial)
        yield image if batch is None else (batch, *image)


@pytest.mark.parametrize("name", FAMILIES)
def test_a_problem_of_a_known_family_is_the_one_that_is_checked(name):
    w_shape, given = FAMILIES[name]
    options = DEFAULTS | given
    dtype, seen = np.dtype(np.float32), 0
    for x_shape in shapes(w_shape, options):
        try:
            checked = make_problem(x_shape, dtype, w_shape, dtype, **options)
        except ValueError as error:
            with pytest.raises(ValueError, match=r"reaches over|kernel|size") as raised:
                cached_problem(x_shape, dtype, w_shape, dtype, tuple(options.values()))
            assert str(raised.value) == str(error)
            continue
        found = cached_problem(x_shape, dtype, w_shape, dtype, tuple(options.values()))
        assert found == checked
        assert hash(found) == hash(checked)
        assert pickle.loads(pickle.dumps(found)) == checked
        for each in (*NAMES, *DERIVED):
            if each not in ("family", "_independent_of_size", "source"):
                assert repr(getattr(found, each)) == repr(getattr(checked, each)), each
        seen += found.family is not found
    assert seen > 5


def test_a_wrong_size_is_refused_in_a_known_family_too():
    w = np.ones((4, 3, 3, 3))
    conv(np.ones((1, 3, 9, 9)), w)
    for shape in ((1, 2, 9, 9), (1, 3, 2, 9), (3, 9), (1, 1, 3, 9, 9)):
        with pytest.raises(ValueError, match=r"x has|reaches over"):
            conv(np.ones(shape), w)
    with pytest.raises(ValueError, match="axis 2 of x"):
        choose((1, 3, -9, 9), (4, 3, 3, 3))


def test_plain_calls_of_varying_sizes_agree_with_each_other():
    rng = np.random.default_rng(3)
    w, x = rng.random((5, 2, 3, 3)), rng.random((1, 2, 40, 41))
    whole = conv(x, w)
    for height, width in product(range(5, 41, 7), range(4, 42, 9)):
        part = conv(x[:, :, :height, :width], w)
        np.testing.assert_allclose(part, whole[:, :, : height - 2, : width - 2], rtol=1e-12)


# Shapes of w, and an option, of plain calls whose sizes vary.
VARYING = {
    "signals": ((1, 1, 9), {}, [(1, 1, n) for n in range(200, 900, 7)]),
    "crops": ((16, 3, 3, 3), {"padding": 1}, [(3, a, a + 5) for a in range(24, 60)]),
    "batches": ((4, 4, 3), {"padding": "same"}, [(n, 4, 21) for n in range(1, 70)]),
    "volumes": ((2, 1, 3, 3, 3), {"rtol": 0}, [(1, a, 9, 20 - a) for a in range(4, 17)]),
    "templates": ((1, 1, 25, 25), {}, [(1, 30, 30 + a) for a in range(70)]),
}


@pytest.mark.parametrize("name", VARYING)
def test_a_choice_between_two_sizes_is_nearly_the_best(name):
    w_shape, options, x_shapes = VARYING[name]
    dtype = np.dtype(np.float32)
    for x_shape in x_shapes:
        problem = make_problem(x_shape, dtype, w_shape, dtype, workers=1, **options)
        chosen = decide(problem, prepared=False)
        assert decide(problem, prepared=False, timed=False).backend == chosen.backend
        best = _select._fastest(problem, False, False, ())
        backend = backend_named(chosen.backend)
        taken = predict(backend, problem) + predict_prepare(backend, problem)
        fastest = backend_named(best.backend)
        least = predict(fastest, problem) + predict_prepare(fastest, problem)
        assert taken <= 1.1 * least, (x_shape, chosen, best)


def test_between_two_sizes_backends_are_not_compared(monkeypatch):
    compared = []
    fastest = _select._fastest

    def counted(problem, *rest):
        compared.append(problem)
        return fastest(problem, *rest)

    monkeypatch.setattr(_select, "_fastest", counted)
    w = np.ones((1, 1, 11, 3), np.float32)
    for n in range(64, 80):
        conv(np.ones((1, n, n), np.float32), w, backend="auto", workers=1)
    # 64 to 95 are one range in two significant bits; its ends are compared.
    assert len(compared) <= 2


def test_where_the_ends_of_a_wide_range_differ_narrow_ones_are_compared(monkeypatch):
    """From 88 on, im2col is taken; wide ranges end at 64, 96 and 128, narrow ones at 80, too."""
    monkeypatch.setattr(
        _select, "_fastest_at", lambda family, size, *_: "direct" if size[1][0] < 88 else "im2col"
    )
    monkeypatch.setattr(_select, "_nearly_fastest", lambda *_: None)
    dtype = np.dtype(np.float32)
    for n, by_bits in {70: (None, "direct"), 90: (None, None), 100: ("im2col", "im2col")}.items():
        problem = make_problem((1, 1, n, n), dtype, (1, 1, 3, 3), dtype, workers=1)
        found = [_select.agreed(problem, "auto", bits) for bits in SIGNIFICANT_BITS]
        assert tuple(one and one[0] for one in found) == by_bits
        for one, bits in zip(found, SIGNIFICANT_BITS, strict=True):
            if one is not None:
                low, high = (end.spatial[0] for end in one[1:])
                assert low <= n <= high and high - low == (32 if bits == 2 else 16)


@pytest.mark.parametrize("late", [False, True])
def test_a_range_takes_a_backend_that_is_nearly_the_fastest_at_both_ends(late, monkeypatch):
    """direct up to 80, im2col from there on; one of them is nearly as fast as the other."""

    def fastest_at(family, size, *_):
        return "direct" if size[1][0] <= 80 else "im2col"

    def seconds(loss, name, problem):
        first = problem.spatial[0] <= 80
        near = loss if (name == "im2col") is late else 2.0
        return 1.0 if (name == "direct") is first else near

    monkeypatch.setattr(_select, "_fastest_at", fastest_at)
    dtype = np.dtype(np.float32)
    problem = make_problem((1, 1, 70), dtype, (1, 1, 3), dtype, workers=1)
    for loss, chosen in (
        (_select._MAX_LOSS_BETWEEN, "im2col" if late else "direct"),
        (_select._MAX_LOSS_BETWEEN * 1.01, None),
    ):
        monkeypatch.setattr(_select, "_plain_seconds", partial(seconds, loss))
        _select._nearly_fastest.cache_clear()
        wide = _select.agreed(problem, "auto", 2)
        assert (wide and wide[0]) == chosen
        assert _select.agreed(problem, "auto", 3)[0] == (chosen or "direct")
    _select._nearly_fastest.cache_clear()


def test_a_range_that_a_backend_does_not_fit_does_not_take_it():
    dtype = np.dtype(np.float32)
    problem = make_problem((1, 1, 75), dtype, (1, 1, 70), dtype, workers=1, workspace_limit=0)
    assert _select._plain_seconds("fft_tiled", problem) == math.inf


def test_a_backend_that_does_not_fit_a_size_is_not_chosen_between_sizes():
    x_shape, w_shape, dtype = (1, 1, 75), (1, 1, 70), np.dtype(np.float32)
    free = make_problem(x_shape, dtype, w_shape, dtype, workers=1)
    chosen = backend_named(decide(free, prepared=False).backend)
    limit = chosen.cost(free).workspace - 1
    tight = make_problem(x_shape, dtype, w_shape, dtype, workers=1, workspace_limit=max(limit, 0))
    other = backend_named(decide(tight, prepared=False).backend)
    assert other.cost(tight).workspace <= max(limit, 0)
