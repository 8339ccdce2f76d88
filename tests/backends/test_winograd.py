"""The winograd backend: its transforms, both variants, blocks of all shapes, its error bound.

The definition is tested elsewhere, for all backends. Here each transform and transform computes
problems that reach each of its code paths, and data for which its error is largest.
"""

import math
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from polyconv import UnsupportedProblem, conv
from polyconv._select import ineligible
from polyconv.backends import BACKENDS
from polyconv.backends.winograd import backend, planner
from polyconv.backends.winograd import complex_products as _complex_products
from polyconv.backends.winograd.cook_toom import TRANSFORMS, c_source
from polyconv.backends.winograd.error import _roundings, best_magnitudes
from polyconv.backends.winograd.planner import tiling_of
from support.agreement import assert_tracks_max_abs, check, problem_of, random_values, require

WINOGRAD = next(backend for backend in BACKENDS if backend.name == "winograd")
ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "backends" / "winograd" / "kernels" / "winograd_programs.inc.h"

TRANSFORM_SIZES = pytest.mark.parametrize("transform", TRANSFORMS, ids="F{0[0]}x{0[1]}".format)
LAST = {"data_format": "channels_last"}
# Name -> shapes of x and w, options.
PROBLEMS = {
    "signal": ((2, 5, 131), (7, 5, 3), {"padding": 1}),
    "long signal": ((1, 3, 2000), (4, 3, 3), {"padding": "causal"}),
    "image": ((1, 9, 23, 29), (20, 9, 3, 3), {"padding": 1}),
    "smaller than a tile": ((2, 3, 3, 4), (2, 3, 3, 3), {}),
    "one output": ((1, 4, 3, 3), (5, 4, 3, 3), {}),
    "wide image": ((1, 4, 5, 400), (3, 4, 3, 3), {"padding": (0, 2)}),
    "high image": ((1, 4, 400, 3), (3, 4, 3, 3), {"padding": 1}),
    "many small images": ((37, 6, 7, 7), (9, 6, 3, 3), {"padding": 1}),
    "more output channels than a block": ((1, 20, 14, 15), (150, 20, 3, 3), {"padding": 1}),
    "more input channels than a chain": ((1, 150, 9, 9), (8, 150, 3, 3), {"padding": 1}),
    "groups": ((2, 12, 11, 12), (15, 4, 3, 3), {"groups": 3, "padding": 1}),
    "groups of more channels than a chain": (
        (1, 40, 10, 11),
        (46, 20, 3, 3),
        {"groups": 2, "padding": (1, 0)},
    ),
    "image wider than a block": ((2, 2, 7, 700), (3, 2, 3, 3), {"padding": (0, 1)}),
    "depthwise": ((1, 20, 12, 13), (20, 1, 3, 3), {"groups": 20, "padding": "same"}),
    "channels last": ((2, 17, 22, 35), (3, 3, 35, 40), LAST | {"padding": 1}),
    "channels last, narrow": ((2, 5, 6, 20), (3, 3, 20, 3), LAST | {"padding": "same_lower"}),
    "channels last, groups": ((3, 9, 10, 12), (3, 3, 6, 8), LAST | {"groups": 2}),
    "channels last, reflected": (
        (1, 6, 21, 18),
        (3, 3, 18, 4),
        LAST | {"padding": 3, "padding_mode": "reflect"},
    ),
    "constant padding": (
        (1, 5, 9, 30),
        (4, 5, 3, 3),
        {"padding": 4, "padding_mode": "constant", "padding_value": -2.5},
    ),
    "wrapped more than once": (
        (1, 2, 4, 5),
        (3, 2, 3, 3),
        {"padding": (9, 11), "padding_mode": "wrap"},
    ),
    "padding alone in some tiles": ((1, 3, 2, 2), (3, 3, 3, 3), {"padding": 12}),
    "flipped": ((1, 3, 9, 8), (4, 3, 3, 3), {"flip": True}),
    "volume": ((2, 6, 7, 9, 11), (10, 6, 3, 3, 3), {"padding": 1}),
    "volume, channels last": ((1, 5, 6, 20, 7), (3, 3, 3, 7, 9), LAST | {"padding": (1, 0, 2)}),
    "dilated signal": ((2, 5, 131), (7, 5, 3), {"padding": 3, "dilation": 3}),
    "signal of few outputs to a residue": ((3, 4, 57), (5, 4, 3), {"dilation": 25}),
    "dilated image": ((1, 9, 23, 29), (20, 9, 3, 3), {"padding": 2, "dilation": 2}),
    "dilated small images": ((7, 5, 9, 10), (6, 5, 3, 3), {"padding": "same", "dilation": (2, 3)}),
    "more residues than a block": (
        (1, 3, 33, 33),
        (4, 3, 3, 3),
        {"padding": 12, "dilation": 12},
    ),
    "more residues than outputs": ((1, 3, 12, 15), (4, 3, 3, 3), {"dilation": (5, 7)}),
    "high dilation": ((1, 3, 250, 9), (4, 3, 3, 3), {"padding": (90, 1), "dilation": (90, 1)}),
    "wide dilation": ((2, 3, 9, 150), (4, 3, 3, 3), {"padding": (1, 60), "dilation": (1, 60)}),
    "dilated, channels last": (
        (2, 17, 22, 35),
        (3, 3, 35, 40),
        LAST | {"padding": 3, "dilation": (2, 3)},
    ),
    "dilated, reflected": (
        (1, 4, 11, 12),
        (3, 4, 3, 3),
        {"padding": 5, "padding_mode": "reflect", "dilation": (4, 2)},
    ),
    "dilated, constant padding": (
        (1, 3, 9, 30),
        (4, 3, 3, 3),
        {"padding": 7, "padding_mode": "constant", "padding_value": 1.5, "dilation": 2},
    ),
    "dilated groups": ((2, 12, 11, 12), (15, 4, 3, 3), {"groups": 3, "dilation": 2}),
    "dilated volume": ((1, 4, 9, 10, 13), (5, 4, 3, 3, 3), {"padding": 2, "dilation": (2, 3, 4)}),
    "dilated volume, channels last": (
        (2, 9, 6, 20, 7),
        (3, 3, 3, 7, 9),
        LAST | {"padding": 1, "dilation": (3, 1, 2)},
    ),
    "volume, mirrored": (
        (1, 3, 5, 6, 9),
        (2, 3, 3, 3, 3),
        {"padding": 2, "padding_mode": "symmetric"},
    ),
}


# Each transform with every rank that it is offered on.
RANKS = [
    pytest.param(transform, rank, id=f"F{transform[0]}x{transform[1]}-{rank}")
    for transform in TRANSFORMS
    for rank in (1, 2, 3)
    if TRANSFORMS[transform] in planner._transforms(rank)
]
CASES = [
    pytest.param(transform, name, id=f"F{transform[0]}x{transform[1]}-{name}")
    for name in PROBLEMS
    for transform, rank in (each.values for each in RANKS)
    if rank == len(PROBLEMS[name][1]) - 2
]


@pytest.fixture
def only(monkeypatch):
    """Leave a single transform to choose, and either channels or tiles in the lanes."""

    def leave(transform, in_lanes=None):
        monkeypatch.setattr(planner, "TRANSFORMS", {transform: TRANSFORMS[transform]})
        if in_lanes is not None:
            time = math.inf if in_lanes == "tiles" else 0.0
            monkeypatch.setattr(planner, "time_in_tiles_units", lambda tiling: time)
        forget()

    def forget():
        for cached in ("_transforms", "kernel_sizes", "_bounds", "tiling_of"):
            getattr(planner, cached).cache_clear()
        backend._plan.cache_clear()

    yield leave
    forget()


def arrays(name, dtype="float32", taps=3):
    """Return the named problem with kernels of `taps` and tiles of as many outputs per axis."""
    x_shape, w_shape, options = PROBLEMS[name]
    rank = len(w_shape) - 2
    first = 1 if "data_format" in options else 2  # spatial axis
    dilation = np.broadcast_to(options.get("dilation", 1), rank)
    fixed = options.get("padding") in ("same", "same_lower", "causal")
    more = [0 if fixed else d * (taps - 3) for d in dilation]
    x_shape = (
        *x_shape[:first],
        *(n + m for n, m in zip(x_shape[first:], more, strict=False)),
        *x_shape[first + rank :],
    )
    kernel = slice(0, rank) if first == 1 else slice(2, None)
    w_shape = list(w_shape)
    w_shape[kernel] = (taps,) * rank
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "name"), [case for case in CASES if case.values[0][1] == 3])
@pytest.mark.parametrize("in_lanes", ["channels", "tiles"])
@pytest.mark.parametrize(("dtype", "workers"), [("float32", 2), ("complex64", 1), ("float16", 1)])
def test_it_looks_at_what_it_reads(only, transform, name, in_lanes, dtype, workers):
    x_shape, w_shape, options = PROBLEMS[name]
    only(transform, in_lanes)
    w_dtype = "float32" if dtype == "float16" else dtype
    require(WINOGRAD, np.empty(x_shape, dtype), np.empty(w_shape, w_dtype), **options)
    assert_tracks_max_abs(WINOGRAD, x_shape, w_shape, dtype, w_dtype, workers, **options)


@TRANSFORM_SIZES
def test_the_transforms_are_exactly_a_convolution(transform):
    t = TRANSFORMS[transform]
    for output, tap, element in product(range(t.outputs), range(t.taps), range(t.points)):
        factor = sum(t.output[output][i] * t.kernel[i][tap] * t.input[i][element]
                     for i in range(t.points))  # fmt: skip
        assert factor == (output + tap == element)


def run(steps, known):
    known = dict(known)
    for step in steps:
        start = Fraction(0) if step.start is None else known[step.start]
        known[step.name] = start + step.factor * known[step.other]
    return known


@TRANSFORM_SIZES
def test_the_steps_are_the_matrices(transform):
    t = TRANSFORMS[transform]
    for steps, matrix, source, result in (
        (t.input_steps, t.input, "d", "v"),
        (t.output_steps, t.output, "m", "y"),
    ):
        for column in range(t.points):
            known = run(steps, {f"{source}{k}": Fraction(k == column) for k in range(t.points)})
            assert [known[f"{result}{row}"] for row in range(len(matrix))] == [
                row[column] for row in matrix
            ]


@TRANSFORM_SIZES
def test_factors_are_exact_in_single_precision(transform):
    t = TRANSFORMS[transform]
    for step in t.input_steps + t.output_steps:
        assert Fraction(float(np.float32(float(step.factor)))) == step.factor


def test_the_generated_file_is_up_to_date():
    written = GENERATED.read_text(encoding="utf-8")
    assert written == c_source(), f"run: python backends/winograd/cook_toom.py > {GENERATED}"


@pytest.mark.slow
@TRANSFORM_SIZES
def test_points_are_those_of_least_error(transform):
    pairs = (TRANSFORMS[transform].points - 1) // 2
    finest = {1: 32, 2: 32, 3: 8, 4: 4}[pairs]
    candidates = [Fraction(n, finest) for n in range(max(1, finest // 8), 2 * finest + 1)]
    assert best_magnitudes(*transform, candidates) == TRANSFORMS[transform].magnitudes


IN_LANES = pytest.mark.parametrize("in_lanes", ["channels", "tiles"])


@IN_LANES
@pytest.mark.parametrize("workers", [1, 3])
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_way(only, transform, name, workers, in_lanes):
    only(transform, in_lanes)
    x, w, options = arrays(name, taps=transform[1])
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "float32", 3)
    assert tiling_of(problem_of(x, w, **options)).transform == TRANSFORMS[transform]
    check(WINOGRAD, x, w, bias, workers=workers, **options)


@pytest.mark.slow
@IN_LANES
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_way_in_double_precision(only, transform, name, in_lanes):
    only(transform, in_lanes)
    x, w, options = arrays(name, "float64", transform[1])
    check(WINOGRAD, x, w, workers=2, **options)


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_way_in_complex_numbers(only, transform, name):
    only(transform)
    x, w, options = arrays(name, "complex64", transform[1])
    if "padding_value" in options:
        options = options | {"padding_value": 1.5 - 2j}
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "complex64", 3)
    check(WINOGRAD, x, w, bias, workers=2, **options)


FEW = pytest.mark.parametrize(
    ("transform", "name"),
    [
        case
        for case in CASES
        if case.values[1] in ("image", "channels last", "dilated image", "volume")
    ],
)


@pytest.mark.slow
@FEW
def test_complex_numbers_in_double_precision(only, transform, name):
    only(transform)
    x, w, options = arrays(name, "complex128", transform[1])
    check(WINOGRAD, x, w, workers=1, **options)


@FEW
@pytest.mark.parametrize("dtype", ["float32", "complex64"])
def test_every_way_in_little_memory(only, transform, name, dtype):
    only(transform, "channels")
    x, w, options = arrays(name, dtype, transform[1])
    problem = problem_of(x, w, workers=1, **options)
    smallest = tiling_of(replace(problem, workspace_limit=0)).workspace
    assert smallest < tiling_of(problem).workspace
    check(WINOGRAD, x, w, workers=1, workspace_limit=smallest, **options)


@IN_LANES
@pytest.mark.parametrize("transform", [each.values[0] for each in RANKS if each.values[1] == 2])
def test_inputs_of_other_types(only, transform, in_lanes):
    only(transform, in_lanes)
    w = random_values((6, 5, transform[1], transform[1]), "float32", 2)
    for x in (
        random_values((2, 5, 12, 13), "float16", 1),
        random_values((2, 5, 12, 13), "int8", 1),
        random_values((2, 5, 13, 24), "float32", 1)[..., ::2].swapaxes(-1, -2)[..., ::-1],
    ):
        check(WINOGRAD, x, w, padding=1)


@pytest.mark.parametrize(
    ("x_dtype", "w_dtype"),
    [("float32", "complex64"), ("complex64", "float32"), ("int16", "complex128")],
)
@pytest.mark.parametrize(
    "options", [{"padding": 1}, {"padding": 2, "padding_mode": "wrap"}], ids=str
)
def test_one_array_alone_is_complex(x_dtype, w_dtype, options):
    x, w = random_values((2, 5, 12, 13), x_dtype, 1), random_values((6, 5, 3, 3), w_dtype, 2)
    check(WINOGRAD, x, w, **options)
    check(WINOGRAD, x[:, :, ::-1, 1::2].swapaxes(-1, -2), w, **options)


def test_all_ways_are_among_them(monkeypatch):
    problems = [
        problem_of(*arrays(name)[:2], workers=workers, **PROBLEMS[name][2])
        for name in PROBLEMS
        for workers in (1, 3)
    ]
    monkeypatch.setattr(planner, "time_in_tiles_units", lambda tiling: 0.0)
    tilings = [tiling_of.__wrapped__(problem) for problem in problems]
    assert {t.rank for t in tilings} == {1, 2, 3}
    assert {t.oc_splits > 1 for t in tilings} == {False, True}
    assert {t.images > 1 for t in tilings} == {False, True}
    assert {t.residue_block != t.residues for t in tilings} == {False, True}
    assert {t.dilation > 1 and t.images > 1 for t in tilings} == {False, True}
    assert {t.oc_blocks > 1 for t in tilings} == {False, True}
    assert {t.ic_block > 1 for t in tilings} == {False, True}
    assert {t.chain_length < t.ic_per_group for t in tilings} == {False, True}
    cut = {
        tuple(tiles % block for tiles, block in zip(t.tiles, t.tile_block, strict=True))
        for t in tilings
        if t.rank == 2
    }
    assert {any(each) for each in cut} == {False, True}


def test_all_ways_with_tiles_in_the_lanes_are_among_them(monkeypatch):
    monkeypatch.setattr(planner, "time_in_tiles_units", lambda tiling: math.inf)
    problems = [problem_of(*arrays(name)[:2], workers=1, **PROBLEMS[name][2]) for name in PROBLEMS]
    problems = [p for p in problems if tiling_of.__wrapped__(p).variant == "tiles_in_lanes"]
    tilings = [tiling_of.__wrapped__(problem) for problem in problems]
    assert {t.rank for t in tilings} == {1, 2}
    assert {t.images > 1 for t in tilings} == {False, True}
    assert {t.tile_block != t.tiles for t in tilings} == {False, True}
    assert {t.tile_block[-1] != t.tiles[-1] for t in tilings} == {False, True}
    assert {t.tile_vectors > 1 for t in tilings} == {False, True}
    assert {t.chain_length < t.ic_per_group for t in tilings} == {False, True}
    assert {p.padding_mode in ("zeros", "constant") for p in problems} == {False, True}
    assert {p.padding_value != 0 for p in problems} == {False, True}


@pytest.mark.parametrize("channels", [4, 8, 10, 16])
def test_groups_of_few_channels_with_tiles_in_the_lanes(only, channels):
    only((4, 3), "tiles")
    x = random_values((2, 3 * channels, 14, 17), "float32", 1)
    w = random_values((3 * channels, channels, 3, 3), "float32", 2)
    problem = problem_of(x, w, groups=3, padding=1)
    assert tiling_of(problem).variant == "tiles_in_lanes"
    assert WINOGRAD.cost(problem).variant == "tiles_in_lanes"
    bias = random_values((3 * channels,), "float32", 3)
    for workers in (1, 2):
        check(WINOGRAD, x, w, bias, groups=3, padding=1, workers=workers)


def test_results_of_tiles_in_the_lanes_may_stand_anywhere(only):
    only((4, 3), "tiles")
    x = random_values((2, 16, 13, 18), "float32", 1)
    w = random_values((12, 8, 3, 3), "float32", 2)
    expected = conv(x, w, groups=2, backend="winograd", workers=1)
    assert tiling_of(problem_of(x, w, groups=2, workers=1)).variant == "tiles_in_lanes"
    space = np.full((12, 16, 2, 22), np.nan, "float32")
    out = space.transpose(2, 0, 3, 1)[:, :, ::2]
    conv(x, w, groups=2, backend="winograd", out=out, workers=1)
    np.testing.assert_array_equal(out, expected)
    assert np.isnan(space[..., 1::2]).all()
    # Contiguous columns, but rows and channels in any order.
    space = np.full((11, 12, 2, 16), np.nan, "float32")
    out = space.transpose(2, 1, 0, 3)[:, ::-1]
    conv(x, w, groups=2, backend="winograd", out=out, workers=1)
    np.testing.assert_array_equal(out, expected)


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "complex128"])
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_the_budget_decides_the_variant(rank, dtype):
    size = {1: 960, 2: 56, 3: 24}[rank]
    x = np.empty((1, 64, *(size,) * rank), dtype)
    w = np.empty((64, 64, *(3,) * rank), dtype)
    unit = float(np.finfo(dtype).eps) / 2
    min_bound = WINOGRAD.error_bound(problem_of(x, w, rtol=0))
    taken = []
    for budget in np.geomspace(1, 1e4, 60):
        problem = problem_of(x, w, rtol=budget * unit)
        bound = WINOGRAD.error_bound(problem)
        assert (ineligible(WINOGRAD, problem) is None) == (bound <= problem.rtol)
        # Where nothing fits, the most accurate transform says how much it would need.
        assert bound <= problem.rtol or bound == min_bound
        taken.append(tiling_of(problem).transform.outputs)
    assert taken[0] == 2
    assert taken[-1] == 4


def test_the_default_budget_takes_variants_that_save_time():
    for dtype in ("float32", "float64"):
        for channels in (1, 16, 64, 512, 2048):
            x, w = np.empty((1, channels, 56, 56), dtype), np.empty((64, channels, 3, 3), dtype)
            problem = problem_of(x, w, workers=1)
            assert planner.bound_of(problem, TRANSFORMS[4, 3]) <= problem.rtol
            assert tiling_of(problem).transform.outputs == 4 or channels > 64
            assert ineligible(WINOGRAD, problem) is None
            assert ineligible(WINOGRAD, problem_of(x, w, rtol=0)) is not None


@pytest.mark.parametrize(("dtype", "max_outputs"), [("complex64", 4), ("complex128", 3)])
def test_the_default_budget_for_complex_numbers(dtype, max_outputs):
    for channels in (16, 64, 256):
        x, w = np.empty((1, channels, 56, 56), dtype), np.empty((64, channels, 3, 3), dtype)
        problem = problem_of(x, w, workers=1)
        assert ineligible(WINOGRAD, problem) is None
        assert 3 <= tiling_of(problem).transform.outputs <= max_outputs
    assert (planner.bound_of(problem, TRANSFORMS[4, 3]) <= problem.rtol) == (max_outputs == 4)


def test_the_default_budget_takes_more_taps():
    for dtype, rank in product(("float32", "float64"), (1, 2)):
        x = np.empty((1, 64, *(56,) * rank), dtype)
        problem = problem_of(x, np.empty((64, 64, *(5,) * rank), dtype))
        assert tiling_of(problem).transform.outputs == (4 if rank == 1 else 2)
        assert ineligible(WINOGRAD, problem) is None
    x, w = np.empty((1, 64, 560), dtype), np.empty((64, 64, 7), dtype)
    assert ineligible(WINOGRAD, problem_of(x, w)) is None


# ---- the bound, where errors are largest ----


def worst_case(transform):
    """The output, tap and signs of data along one axis for which products are largest."""
    t = TRANSFORMS[transform]
    kernel, forward, backward = (
        np.array(matrix, np.float64) for matrix in (t.kernel, t.input, t.output)
    )
    corners = np.array([*product((1.0, -1.0), repeat=t.points)])
    squares = (corners @ forward.T) ** 2
    return max(
        (
            (float(variances.max()), output, tap, corners[variances.argmax()])
            for output, tap in product(range(t.outputs), range(t.taps))
            for variances in [squares @ (backward[output] * kernel[:, tap]) ** 2]
        ),
        key=lambda case: case[0],
    )[1:]


def outer(values, rank):
    result = np.ones(())
    for _ in range(rank):
        result = np.multiply.outer(result, values)
    return result


def largest_error(x, w):
    """Return the largest error in units of ``max|x| * sum|w_k|``, and the published bound."""
    wide = np.result_type(x, "float64")
    exact = conv(x.astype(wide), w.astype(wide), backend="direct")
    error = np.abs(conv(x, w, backend="winograd") - exact).max(axis=(0, *range(2, x.ndim)))
    norms = np.abs(x).max() * np.abs(w).sum(axis=tuple(range(1, w.ndim)), dtype="float64")
    return float((error / norms).max()), WINOGRAD.error_bound(problem_of(x, w))


def patterns(transform, rank, channels, rng):
    """Images of one tile each, and filters of one tap, both of random size."""
    _, tap, signs = worst_case(transform)
    shape = (200 if rank < 3 else 60, channels, *(1,) * rank)
    x = outer(signs, rank) * rng.uniform(0.9, 1, shape)
    w = np.zeros((32, channels, *(transform[1],) * rank))
    w[(slice(None), slice(None), *(tap,) * rank)] = 1
    return x, w


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "rank"), RANKS)
@pytest.mark.parametrize("channels", [1, 24])
@pytest.mark.parametrize("phase", [None, 0, 45, 90], ids="{}".format)
def test_the_bound_holds_where_signs_and_tap_are_the_worst(only, transform, rank, channels, phase):
    only(transform)
    rng = np.random.default_rng(3)
    x, w = patterns(transform, rank, channels, rng)
    x *= rng.uniform(0.95, 1, x.shape)
    if channels > 1:  # all weight in one channel
        w[:, : channels // 2] = w[:, channels // 2 + 1 :] = 0
    w *= rng.uniform(0.5, 1, (len(w), *(1,) * (rank + 1)))
    turn = 1 if phase is None else np.exp(1j * np.radians(phase))
    dtype = "float32" if phase is None else "complex64"
    error, bound = largest_error((turn * x).astype(dtype), (turn * w).astype(dtype))
    assert bound / 6 < error <= bound


@pytest.mark.parametrize(("transform", "rank"), [each for each in RANKS if each.values[1] < 3])
@pytest.mark.parametrize("channels", [64, 256])
def test_the_bound_holds_where_all_channels_agree(only, transform, rank, channels):
    only(transform)
    rng = np.random.default_rng(4)
    x, w = patterns(transform, rank, channels, rng)
    x, w = x[:40], w * rng.uniform(0.5, 1, (len(w), channels, *(1,) * rank))
    error, bound = largest_error(x.astype("float32"), w.astype("float32"))
    assert bound / 10 < error <= bound


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "rank"), RANKS)
@pytest.mark.parametrize("taps", ["one", "some", "all"])
def test_the_bound_holds_on_random_signs(only, transform, rank, taps):
    only(transform)
    rng = np.random.default_rng(5)
    size = {1: 3000, 2: 61, 3: 16}[rank]
    x = rng.choice([-1.0, 1.0], (1, 4, *(size,) * rank))
    x *= rng.uniform(0.5, 1, x.shape[:2] + (1,) * rank)
    share = {"one": 0, "some": 0.2, "all": 1}[taps]
    window = (transform[1],) * rank
    filters = np.arange(math.prod(window))
    w = rng.standard_normal((len(filters), 4, *window))
    w *= rng.random(w.shape) < share
    if taps == "one":
        w[filters, 1, *np.unravel_index(filters, window)] = 1 / 3
    else:
        w.reshape(len(filters), -1)[:, 0] = 1
    for dtype in ("float32", "float64"):
        x, w = x.astype(dtype), w.astype(dtype)
        check(WINOGRAD, x, w)
    x, w = (a * np.exp(2j * np.pi * rng.random(a.shape)) for a in (x, w))
    for dtype in ("complex64", "complex128"):
        check(WINOGRAD, x.astype(dtype), w.astype(dtype))


# ---- complex products of three real ones


def variances(x_phase, w_phase):
    """Return the variances that the module's docstring adds up, relative to those of one part."""
    t = _complex_products.TILT
    x, w = np.exp(1j * x_phase), np.exp(1j * w_phase)
    a, b, c = _complex_products.real_weights(np.array([[[w]]]))[0, :, 0]
    tilted = (1 + t**2) * (((x.real + t * x.imag) * b) ** 2 + ((x.real - t * x.imag) * c) ** 2)
    return (x.real * a) ** 2 + tilted


def test_the_growth_of_complex_errors_is_the_largest_there_is():
    phases = np.linspace(0, np.pi, 181)
    largest = max(variances(p, q) for p, q in product(phases, phases))
    assert _complex_products.GROWTH - 0.01 < largest <= _complex_products.GROWTH


def forms(t):
    """Matrices of the quadratic forms in a tile's data that make up variances along one axis."""
    kernel, forward, backward = (
        np.array(matrix, np.float64) for matrix in (t.kernel, t.input, t.output)
    )
    into = _roundings(t.input_steps, "d", "v", t.points, t.points)
    out_of = _roundings(t.output_steps, "m", "y", t.points, t.outputs)
    for output, tap in product(range(t.outputs), range(t.taps)):
        reach = backward[output] * kernel[:, tap]
        after = out_of.values @ (kernel[:, tap, np.newaxis] * forward)
        for values, factors in (
            (forward, reach),
            (into.values, reach @ into.factors),
            (after, out_of.factors[output]),
        ):
            yield values.T * factors**2 @ values


@TRANSFORM_SIZES
def test_data_of_several_phases_have_no_larger_errors(transform):
    t, rng = TRANSFORMS[transform], np.random.default_rng(6)
    corners = np.array([(1.0, *rest) for rest in product((1.0, -1.0), repeat=t.points - 1)])
    directions = np.array([[1, 0], [1, _complex_products.TILT], [1, -_complex_products.TILT]])
    shares = np.array([1, *[1 + _complex_products.TILT**2] * 2])
    for form in forms(t):
        largest = np.einsum("ij,jk,ik->i", corners, form, corners).max()
        for phase in np.linspace(0, np.pi / 2, 4):
            w = _complex_products.real_weights(np.array([[[np.exp(1j * phase)]]]))[0, :, 0]
            both = np.kron(form, (directions.T * shares * w**2) @ directions)
            data = rng.standard_normal((12, t.points, 2))
            for _ in range(40):  # each step goes to the best data for the form's slope
                data /= np.linalg.norm(data, axis=2, keepdims=True)
                data = (data.reshape(12, -1) @ both).reshape(12, -1, 2) + 1e-100
            data = (data / np.linalg.norm(data, axis=2, keepdims=True)).reshape(12, -1)
            found = np.einsum("ij,jk,ik->i", data, both, data).max()
            assert found <= 1.0001 * _complex_products.GROWTH * largest


# ---- refusals, and calls by name ----


@pytest.mark.parametrize(
    ("w_shape", "options", "reason"),
    [
        ((2, 3, 1, 1), {}, "window (1, 1); winograd does 3x3 and 5x5"),
        ((2, 3, 3, 1), {}, "window (3, 1); winograd does 3x3 and 5x5"),
        ((2, 3, 3, 5), {}, "window (3, 5); winograd does 3x3 and 5x5"),
        ((2, 3, 7, 7), {}, "window (7, 7); winograd does 3x3 and 5x5"),
        ((2, 3, 9), {}, "window (9,); winograd does 3, 5 and 7"),
        ((2, 3, 3, 3), {"stride": 2}, "stride (2, 2); winograd does stride 1"),
        (
            (2, 3, 3, 3),
            {"padding": (0, 200), "dilation": (1, 129)},
            "dilation (1, 129); winograd does up to 128 along the last axis",
        ),
        (
            (2, 3, 3, 3),
            {"padding": 1, "padding_mode": "constant", "padding_value": math.inf},
            "padding_value inf; winograd would spread it over whole tiles",
        ),
        (
            (2, 3, 3, 3),
            {"dtype": "float16"},
            "dtype float16; winograd does float32, float64, complex64 and complex128",
        ),
    ],
)
def test_refusals(w_shape, options, reason):
    dtype = options.get("dtype", "float32")
    x, w = np.ones((1, 3, *(9,) * (len(w_shape) - 2)), dtype), np.ones(w_shape, dtype)
    options = {name: value for name, value in options.items() if name != "dtype"}
    with pytest.raises(UnsupportedProblem) as refusal:
        conv(x, w, backend="winograd", **options)
    assert str(refusal.value) == f"winograd: {reason}"


def test_weights_that_would_take_too_much_memory_are_refused():
    shapes = (1, 8192, 9, 9), (8192, 8192, 3, 3)
    problem = problem_of(*(np.broadcast_to(np.float32(1), shape) for shape in shapes))
    reason = WINOGRAD.unsupported(problem)
    assert reason is not None
    assert reason.startswith("transformed weights ")
    assert reason.endswith(" MiB; winograd keeps at most 1024 MiB")


def test_nan_stays_within_its_tiles():
    x, w = random_values((1, 1, 60, 60), "float32", 1), random_values((1, 1, 3, 3), "float32", 2)
    expected = conv(x, w, backend="winograd")
    x[0, 0, 30, 30] = np.nan
    y = conv(x, w, backend="winograd")
    changed = np.argwhere(np.isnan(y[0, 0]))
    assert {(r, c) for r in (28, 29, 30) for c in (28, 29, 30)} <= set(map(tuple, changed))
    outputs = tiling_of(problem_of(x, w)).transform.outputs
    assert np.abs(changed - 29).max() < 2 * outputs
    same = ~np.isnan(y)
    np.testing.assert_array_equal(y[same], expected[same])
