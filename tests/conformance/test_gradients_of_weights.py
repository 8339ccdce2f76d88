"""The micro-kernels of gradients with respect to weights: every variant against the definition."""

import tracemalloc
from fractions import Fraction
from operator import mul
from pathlib import Path

import numpy as np
import pytest
from conformance.test_environment import LEVELS, run_python

from polyconv import output_shape, set_backend
from polyconv._problem_cache import problem_of
from polyconv.grad import _weight, conv_weight
from polyconv.grad._cook_toom import F_3_4, c_source
from polyconv.grad._planner import weight_plan
from support.agreement import poisoned, random_values, slow_but, slow_but_first
from support.drawn import MODES
from support.weight_gradients import CASES, arrays, assert_close, check

ROOT = Path(__file__).parents[2]
FAST = [
    "3x3",
    "3x3x3",
    "groups",
    "1x1 to few",
    "3-D",
    "depthwise",
    "depthwise stride 2",
    "few filters",
]


@pytest.mark.parametrize("layout", ["channels_first", "channels_last"])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float64", "float16"], "float32"))
@pytest.mark.parametrize("case", CASES)
def test_every_variant(case, dtype, layout):
    check(CASES[case], dtype, layout == "channels_last")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", slow_but(FAST, "3x3", "depthwise"))
def test_every_padding_mode(case, mode):
    for last in (False, True):
        check(CASES[case], "float32", last, padding_mode=mode, flip=True)


def equal(shape, dtype, _seed):
    """Equal values, whose partial sums round in one direction for long stretches."""
    return np.full(shape, 0.1, dtype)


@pytest.mark.parametrize("case", slow_but(CASES, *FAST))
def test_equal_terms_are_within_the_bound(case):
    for last in (False, True):
        check(CASES[case], "float32", last, values=equal)


def infinite_at(place):
    def values(shape, dtype, seed):
        array = np.random.default_rng(seed).standard_normal(shape).astype(dtype)
        if seed == 1:
            array[(*(n // 2 for n in shape[:-1]), place)] = np.inf
        return array

    return values


@pytest.mark.parametrize("case", slow_but(CASES, *FAST))
def test_infinity_stays_with_the_taps_that_meet_it(case):
    for place in (0, CASES[case].x[-1] // 2, -1):
        for last in (False, True):
            check(CASES[case], "float32", last, values=infinite_at(place))


@pytest.mark.parametrize("case", ["3x3", "depthwise"])
def test_the_comparator_notices_wrong_weights(case):
    x, g, options = arrays(CASES[case], "float32", False)
    used = {k: v for k, v in options.items() if k != "out"}
    result = conv_weight(x, CASES[case].w, g, **used)
    assert_close(result, x, CASES[case].w, g, options, 1e-5)
    for wrong in (np.nan, 0, result.flat[5] * 1.01):
        changed = result.copy()
        changed.flat[5] = wrong
        with pytest.raises(AssertionError):
            assert_close(changed, x, CASES[case].w, g, options, 1e-5)
    with pytest.raises(AssertionError):
        assert_close(result[::-1].copy(), x, CASES[case].w, g, options, 1e-5)


@pytest.mark.parametrize("case", ["3x3", "1x1", "depthwise", "few filters"])
def test_any_strides(case):
    x, g, options = arrays(CASES[case], "float32", False)
    used = {k: v for k, v in options.items() if k != "out"}
    wanted = conv_weight(x, CASES[case].w, g, **used)
    apart_x, apart_g = (np.repeat(a, 2, -1)[..., ::2] for a in (x, g))
    others = (
        (np.asfortranarray(x), np.asfortranarray(g)),
        (apart_x, apart_g),
        (np.moveaxis(np.moveaxis(x, 1, -1).copy(), -1, 1), g),
        (x.astype(">f4"), g[::-1].copy()[::-1]),
    )
    for of_x, of_g in others:
        out = poisoned((*CASES[case].w, 2), "float32")
        conv_weight(of_x, CASES[case].w, of_g, out=out[..., 0], **used)
        np.testing.assert_allclose(out[..., 0], wanted, rtol=1e-4, atol=1e-4)
        assert np.isnan(out[..., 1]).all()
    out = np.asfortranarray(np.zeros(CASES[case].w, "float64"))
    mixed = conv_weight(x.astype("int16"), CASES[case].w, g.astype("float64"), out=out, **used)
    assert_close(mixed, x.astype("int16"), CASES[case].w, g.astype("f8"), options, 1e-13)


def huge(shape, dtype, seed):
    """Values whose products are in the range of the type, but whose transforms overflow."""
    if seed == 2:
        return (np.random.default_rng(seed).standard_normal(shape) / 4096).astype(dtype)
    return np.resize([1, -1, 0, 1, 0, 0, 0], shape).astype(dtype) * np.finfo(dtype).max / 4


@pytest.mark.parametrize("case", ["3x3", "3x3x3"])
def test_transforms_that_overflow_are_computed_again(case):
    for last in (False, True):
        check(CASES[case], "float32", last, values=huge)
    x, g, options = arrays(CASES[case], "float32", False, huge)
    used = {k: v for k, v in options.items() if k != "out"}
    plan = weight_plan(problem_of(x.shape, x.dtype, CASES[case].w, g.dtype, used), False)
    assert plan is not None
    shape = (*CASES[case].w[:2], -1)
    out = np.zeros(CASES[case].w, "f4").reshape(shape)
    x, g = (a.reshape(*a.shape[:2], *(1,) * (5 - a.ndim), *a.shape[2:]) for a in (x, g))
    assert not plan.kernel(x, g, out, 1)
    assert plan.kernel(np.ones_like(x), g, out, 1)


@pytest.mark.parametrize(("rtol", "variant"), [(None, "winograd"), (1e-6, "igemm")])
def test_winograd_is_within_the_budget(rtol, variant):
    single = np.dtype("float32")
    p = problem_of((1, 64, 56, 56), single, (64, 64, 3, 3), single, {"rtol": rtol})
    plan = weight_plan(p, False)
    assert plan is not None
    assert plan.variant == variant
    assert plan.variant == "igemm" or plan.bound <= p.rtol
    case = CASES["3x3, parts of the images"]
    p = problem_of(case.x, single, case.w, single, {**case.options, "rtol": rtol})
    plan = weight_plan(p, False)
    assert plan is not None
    assert len(plan.parts) == (3 if variant == "winograd" else 0)
    assert plan.variant == "igemm" or plan.bound <= p.rtol


@pytest.mark.parametrize("axis", [2, 3])
def test_the_largest_tiles_of_error_are_within_the_bound(axis):
    """Signs that the transform magnifies most, in all tiles, with one output's gradient in each."""
    signs = np.resize(np.array([1, -1, -1, 1, 1, 1], "f4"), 6)
    rng = np.random.default_rng(0)
    x = rng.choice(np.array([0.7, 1.3], "f4"), (4, 16, 30, 30)) * np.resize(signs, 30)
    x = np.ascontiguousarray(x * np.resize(signs, 30)[:, None])
    g = np.zeros((4, 32, 28, 28), "f4")
    g[:, :, ::4, ::4] = rng.standard_normal((4, 32, 7, 7))
    g = np.roll(g, 3 * (axis - 2), (2, 3))
    p = problem_of(x.shape, x.dtype, (32, 16, 3, 3), g.dtype, {})
    plan = weight_plan(p, False)
    assert plan is not None
    assert plan.variant == "winograd"
    result = conv_weight(x, (32, 16, 3, 3), g)
    assert_close(result, x, (32, 16, 3, 3), g, {"out": g.shape[2:]}, plan.bound)


def test_the_programs_of_winograd_are_up_to_date():
    written = (ROOT / "src/polyconv/grad/kernels/winograd_programs.inc.h").read_text("utf-8")
    assert written == c_source()


def test_winograd_is_exact_in_fractions():
    t = F_3_4
    g, d = (list(map(Fraction, values)) for values in ([3, -1, 4, 1], [5, 9, -2, 6, 5, 3]))
    by_steps = {f"g{k}": value for k, value in enumerate(g)}
    for step in t.kernel_steps:
        start = 0 if step.start is None else by_steps[step.start]
        by_steps[step.name] = start + step.factor * by_steps[step.other]
    of_g = [sum(map(mul, row, g)) for row in t.kernel]
    assert of_g == [by_steps[f"v{i}"] for i in range(t.points)]
    of_d = [sum(map(mul, row, d)) for row in t.input]
    sums = {f"m{i}": a * b for i, (a, b) in enumerate(zip(of_g, of_d, strict=True))}
    for step in t.output_steps:
        start = 0 if step.start is None else sums[step.start]
        sums[step.name] = start + step.factor * sums[step.other]
    for o in range(t.outputs):
        assert sums[f"y{o}"] == sum(map(mul, g, d[o:]))


@pytest.mark.parametrize("sizes", slow_but_first(["few", "all"]))
@pytest.mark.parametrize("level", slow_but(LEVELS, "base"))
def test_each_level_with_poisoned_memory(level, sizes):
    environment = {"POLYCONV_ISA": level, "MALLOC_PERTURB_": "165"}
    done = run_python("-m", "support.weight_gradients", sizes, **environment)
    if "does not have it" in done.stderr:
        pytest.skip(f"this processor does not have {level}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [level]


def test_sparse_and_large_problems_are_left_to_the_backends():
    def planned(x_shape, w_shape, **options):
        single = np.dtype("float32")
        return weight_plan(problem_of(x_shape, single, w_shape, single, options), False)

    assert planned((1, 4, 100_000), (8, 4, 2), dilation=50_000) is None
    assert planned((1, 4, 100_000), (8, 4, 2), stride=1000) is None
    assert planned((1, 4, 300_000), (8, 4, 200_000)) is None
    assert planned((1, 4, 50, 50), (8, 4, 3, 3), workspace_limit=1000) is None
    assert planned((1, 4, 50, 50), (8, 4, 3, 3)) is not None


@pytest.mark.parametrize("taps", [60, 3000])
def test_long_kernels_by_sums_or_by_transforms(taps, monkeypatch):
    x = random_values((2, 3, 5000), "float32", 1)
    g = random_values((2, 20, 5001 - taps), "float32", 2)
    exchanged = []
    written = _weight.write_exchanged
    monkeypatch.setattr(_weight, "write_exchanged", lambda *a: (exchanged.append(a), written(*a)))
    result = conv_weight(x, (20, 3, taps), g)
    assert len(exchanged) == (taps == 3000)
    assert_close(result, x, (20, 3, taps), g, {"out": g.shape[2:]}, 1e-5)


def test_memory_is_the_plan_s():
    x, g = np.ones((1, 8, 400_000), "f4"), np.ones((1, 16, 400_000), "f4")
    options = {"padding": 1, "workers": 1}
    p = problem_of(x.shape, x.dtype, (16, 8, 3), g.dtype, options)
    plan = weight_plan(p, False)
    assert plan is not None
    tracemalloc.start()
    conv_weight(x, (16, 8, 3), g, **options)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < plan.shape.workspace + (1 << 16) < 1 << 22 < x.nbytes


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((3, 2, 4, 11, 11), (2, 1, 3, 7, 5), {"groups": 2, "padding": 2, "stride": (1, 1, 3)}),
        ((1, 64, 60, 190), (64, 1, 5, 5), {"groups": 64, "dilation": 13}),
        ((2, 3, 60, 70), (64, 3, 3, 3), {"padding": 1}),
    ],
    ids=["many taps", "large planes", "few channels"],
)
def test_no_number_of_workers_changes_bits(x_shape, w_shape, options):
    x = random_values(x_shape, "float32", 1)
    g = random_values(output_shape(x_shape, w_shape, **options), "float32", 2)
    last = {**options, "data_format": "channels_last"}
    x, g = (np.ascontiguousarray(np.moveaxis(a, 1, -1)) for a in (x, g))
    shape = (*w_shape[2:], w_shape[1], w_shape[0])
    one, *others = (conv_weight(x, shape, g, workers=n, **last) for n in (1, 2, 3, 8))
    for other in others:
        np.testing.assert_array_equal(other, one)


def test_a_backend_of_set_backend_computes_gradients():
    x, g = random_values((2, 3, 20), "float32", 1), random_values((2, 4, 16), "float32", 2)
    with set_backend("cython"):
        result = conv_weight(x, (4, 3, 5), g)
    np.testing.assert_array_equal(result, conv_weight(x, (4, 3, 5), g, backend="cython"))
    assert (result != conv_weight(x, (4, 3, 5), g)).any()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_kernels_too_deep_for_winograd_are_planned(dtype):
    x, w_shape = random_values((1, 2, 200, 6, 6), dtype, 1), (2, 2, 195, 3, 3)
    g = random_values(output_shape(x.shape, w_shape), dtype, 2)
    windows = np.lib.stride_tricks.sliding_window_view(x[0], w_shape[2:], axis=(1, 2, 3))
    wanted = np.einsum("czyxdhw,kzyx->kcdhw", windows, g[0])
    got = conv_weight(x, w_shape, g)
    np.testing.assert_allclose(got, wanted, rtol=1e-4, atol=1e-3)
