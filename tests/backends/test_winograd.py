"""The winograd backend: its transforms, both variants, tiles of all shapes, its choice of both.

The definition is tested elsewhere, for all backends. Here each transform computes problems that
reach each of its code paths; `test_winograd_bound` has the data for which its error is largest.
"""

import math
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from polyconv import UnsupportedProblem, conv
from polyconv._registry import ineligible
from polyconv.backends.winograd import planner
from polyconv.backends.winograd.channels_in_lanes import _spans
from polyconv.backends.winograd.cook_toom import TRANSFORMS, c_source
from polyconv.backends.winograd.error import best_magnitudes
from polyconv.backends.winograd.planner import tiling_of
from support.agreement import (
    assert_tracks_max_abs,
    check,
    problem_of,
    random_values,
    require,
    slow_but_first,
)
from support.winograd_problems import CASES, PROBLEMS, RANKS, TRANSFORM_SIZES, WINOGRAD, arrays

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "backends" / "winograd" / "kernels" / "winograd_programs.inc.h"


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "name"), [case for case in CASES if case.values[0][1] == 3])
@pytest.mark.parametrize("in_lanes", ["channels", "tiles"])
@pytest.mark.parametrize(("dtype", "workers"), [("float32", 2), ("complex64", 1), ("float16", 1)])
def test_kernels_track_what_they_read(only, transform, name, in_lanes, dtype, workers):
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
    magnitudes = (TRANSFORMS[transform].points - 1) // 2
    finest = {1: 32, 2: 32, 3: 8, 4: 4}[magnitudes]
    candidates = [Fraction(n, finest) for n in range(max(1, finest // 8), 2 * finest + 1)]
    assert best_magnitudes(*transform, candidates) == TRANSFORMS[transform].magnitudes


IN_LANES = pytest.mark.parametrize("in_lanes", ["channels", "tiles"])


@IN_LANES
@pytest.mark.parametrize("workers", slow_but_first([3, 1]))
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_variant_agrees_with_the_reference(only, transform, name, workers, in_lanes):
    only(transform, in_lanes)
    x, w, options = arrays(name, taps=transform[1])
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "float32", 3)
    assert tiling_of(problem_of(x, w, **options)).transform == TRANSFORMS[transform]
    check(WINOGRAD, x, w, bias, workers=workers, **options)


@pytest.mark.slow
@IN_LANES
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_variant_in_double_precision(only, transform, name, in_lanes):
    only(transform, in_lanes)
    x, w, options = arrays(name, "float64", transform[1])
    check(WINOGRAD, x, w, workers=2, **options)


@pytest.mark.slow
@pytest.mark.parametrize(("transform", "name"), CASES)
def test_every_variant_in_complex_numbers(only, transform, name):
    only(transform)
    x, w, options = arrays(name, "complex64", transform[1])
    if "padding_value" in options:
        options = options | {"padding_value": 1.5 - 2j}
    bias = random_values((w.shape[-1 if "data_format" in options else 0],), "complex64", 3)
    check(WINOGRAD, x, w, bias, workers=2, **options)


ONE_OF_EACH_RANK = pytest.mark.parametrize(
    ("transform", "name"),
    [
        case
        for case in CASES
        if case.values[1] in ("image", "channels last", "dilated image", "volume")
    ],
)


@pytest.mark.slow
@ONE_OF_EACH_RANK
def test_complex_numbers_in_double_precision(only, transform, name):
    only(transform)
    x, w, options = arrays(name, "complex128", transform[1])
    check(WINOGRAD, x, w, workers=1, **options)


@ONE_OF_EACH_RANK
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex64"]))
def test_channels_in_the_lanes_in_little_memory(only, transform, name, dtype):
    only(transform, "channels")
    x, w, options = arrays(name, dtype, transform[1])
    problem = problem_of(x, w, workers=1, **options)
    smallest = tiling_of(replace(problem, workspace_limit=0)).workspace
    assert smallest < tiling_of(problem).workspace
    check(WINOGRAD, x, w, workers=1, workspace_limit=smallest, **options)


@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64"]))
@pytest.mark.parametrize("out_channels", [64, 80])
def test_every_remainder_of_tiles(only, out_channels, dtype):
    w = random_values((out_channels, 40, 3), dtype, 2)
    only((4, 3), "channels")
    for tiles in range(1, 27):
        check(WINOGRAD, random_values((1, 40, 4 * tiles + 2), dtype, 1), w, workers=1)


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


@pytest.mark.parametrize("transform", [each.values[0] for each in RANKS if each.values[1] == 2])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_rows_that_are_read_without_packing(only, transform, dtype):
    only(transform, "channels")
    outputs, taps = transform
    w = random_values((6, 5, taps, taps), dtype, 2)
    # Tiles and halo fill vectors of 16 lanes; the last tile lacks an output.
    columns = outputs * (16 - (outputs + taps - 2) // outputs) - 1
    for rows, pads in ((1, ((2, 2), (1, 1))), (13, (0, 3)), (30, ((0, 5), (3, 0)))):
        left, right = pads[1] if isinstance(pads[1], tuple) else (pads[1],) * 2
        x = random_values((3, 5, rows + taps, columns + taps + 8), dtype, 1)
        x = x[:, :, 1:, 4 : columns + taps + 3 - left - right]
        tiling = tiling_of(problem_of(x, w, padding=pads))
        assert tiling.reads_rows == (tiling.lanes * tiling.itemsize == 64)
        check(WINOGRAD, x, w, padding=pads)
        assert_tracks_max_abs(WINOGRAD, x.shape, w.shape, dtype, dtype, 2, padding=pads)


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


def test_all_tilings_with_channels_in_the_lanes_are_among_them(monkeypatch):
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


def test_blocks_span_any_equal_part_of_a_batch():
    spans = [images for block, images in _spans((4, 4), (1, 1), 128, 8) if block.tile_count == 16]
    assert sorted(spans) == [1, 2, 3, 4, 8]
    assert {images for block, images in _spans((14, 14), (1, 1), 128, 8)} == {1}


def test_all_tilings_with_tiles_in_the_lanes_are_among_them(monkeypatch):
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


def test_results_of_tiles_in_the_lanes_have_any_strides(only):
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
    min_bound = WINOGRAD.error_bound(problem_of(x, w, rtol=0, workers=1))
    taken = []
    for budget in np.geomspace(1, 1e4, 60):
        problem = problem_of(x, w, rtol=budget * unit, workers=1)
        bound = WINOGRAD.error_bound(problem)
        assert (ineligible(WINOGRAD, problem) is None) == (bound <= problem.rtol)
        # Where no bound fits, the most accurate transform's is reported.
        assert bound <= problem.rtol or bound == min_bound
        taken.append(tiling_of(problem).transform.outputs)
    assert taken[0] == 2
    admitted = {each.outputs for each in planner.accurate_transforms(problem)}
    assert admitted == ({2, 3, 4, 6} if rank == 2 else {2, 3, 4})
    assert taken[-1] in (4, max(admitted))


def test_the_default_budget_takes_variants_that_save_time():
    for dtype in ("float32", "float64"):
        for channels in (1, 16, 64, 512, 2048):
            x, w = np.empty((1, channels, 56, 56), dtype), np.empty((64, channels, 3, 3), dtype)
            problem = problem_of(x, w, workers=1)
            assert planner.bound_of(problem, TRANSFORMS[4, 3]) <= problem.rtol
            assert tiling_of(problem).transform.outputs == 4 or channels > 64
            assert ineligible(WINOGRAD, problem) is None
            assert ineligible(WINOGRAD, problem_of(x, w, rtol=0)) is not None


def test_a_budget_of_1e_4_admits_larger_tiles():
    for channels in (128, 512):
        x, w = np.empty((1, channels, 36, 36), "f4"), np.empty((128, channels, 3, 3), "f4")
        problem, default = (problem_of(x, w, workers=1, rtol=rtol, padding=1)
                            for rtol in (1e-4, None))  # fmt: skip
        assert tiling_of(problem).transform.outputs == 6
        assert default.rtol < planner.bound_of(problem, TRANSFORMS[6, 3]) <= 1e-4
        assert tiling_of(default).transform.outputs == 4


def test_the_default_budget_admits_no_larger_tiles():
    for dtype, rank, channels in product("fdFD", (1, 2, 3), (1, 64, 2048)):
        x = np.empty((1, channels, *(9,) * rank), dtype)
        w = np.empty((4, channels, *(3,) * rank), dtype)
        admitted = planner.accurate_transforms(problem_of(x, w))
        assert max(each.outputs for each in admitted) <= 4


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


# ---- refusals, and calls by name ----


@pytest.mark.parametrize(
    ("w_shape", "options", "reason"),
    [
        ((2, 3, 1, 1), {}, "window (1, 1); winograd does 2x2, 3x3 and 5x5"),
        ((2, 3, 3, 1), {}, "window (3, 1); winograd does 2x2, 3x3 and 5x5"),
        ((2, 3, 3, 5), {}, "window (3, 5); winograd does 2x2, 3x3 and 5x5"),
        ((2, 3, 7, 7), {}, "window (7, 7); winograd does 2x2, 3x3 and 5x5"),
        ((2, 3, 9), {}, "window (9,); winograd does 2, 3, 5 and 7"),
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
