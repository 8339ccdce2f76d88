"""The cost model, a pure function scaled to the machine, and the script that fits it."""

import importlib
import math
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import pytest

from polyconv import Backend, Cost, _model, _rates, _select, choose, plan, wisdom
from polyconv._cpu import lanes
from polyconv._machine import Caches
from polyconv._request import make_problem
from polyconv._select import decide
from polyconv._structure import Structure
from polyconv.backends import BACKENDS
from polyconv.backends.direct._planner import plan_tiles
from polyconv.backends.fft_tiled import planner as fft_tiled_planner
from polyconv.backends.winograd import Winograd, channels_in_lanes, tiles_in_lanes
from polyconv.backends.winograd import planner as winograd_planner
from support.agreement import problem_of, slow_but_first

ROOT = Path(__file__).parents[2]
FAST = BACKENDS[:-1]
# Backends that publish lower bounds of their cost, so that hopeless ones are not planned.
BOUNDED = [b for b in BACKENDS if type(b).cost_lower_bounds is not Backend.cost_lower_bounds]

F32 = np.dtype(np.float32)
LARGE = make_problem((8, 64, 112, 112), F32, (64, 64, 3, 3), F32, padding=1, workers=1)


@pytest.fixture
def script(monkeypatch):
    """Import a module of ``benchmarks.cost_model``."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: importlib.import_module(f"benchmarks.cost_model.{name}")


class Unfitted:
    """A backend of another package, for which the fit has no rates."""

    name = "unfitted"

    def __init__(self, **counts):
        self.counts = {"flops": 0, "bytes": 0, "workspace": 0} | counts

    def cost(self, p):
        return Cost(**self.counts)

    def computes_as(self, p):
        return p


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options", "elements"),
    [
        ((1, 1, 1000), (1, 1, 3), {}, 1000),
        ((1, 1, 1000), (1, 1, 3), {"stride": 100}, 10 * 18),  # of a line each
        ((1, 1, 10_000, 200), (1, 1, 3, 3), {"stride": (5000, 1)}, 6 * 200),
        ((1, 1, 10_000, 200), (1, 1, 3, 3), {"dilation": (4999, 1)}, 6 * 200),
        ((2, 4, 50, 64), (8, 4, 1, 1), {"stride": 2}, 2 * 4 * 25 * 64),
        ((1, 1000, 4), (3, 4, 2), {"stride": 2, "data_format": "channels_last"}, 4000),
        ((1, 100, 100, 16), (1, 1, 16, 2), {"stride": 2, "data_format": "channels_last"}, 40_000),
    ],
)
def test_bytes_of_the_input_are_those_that_windows_read(x_shape, w_shape, options, elements):
    problem = make_problem(x_shape, F32, w_shape, F32, **options)
    assert problem.in_out_bytes == 4 * (elements + problem.outputs)
    assert problem.x_bytes == 4 * math.prod(x_shape)


def test_predictions_are_a_pure_function_of_the_problem(backend, monkeypatch):
    monkeypatch.setattr(type(backend), "prepare", None)  # nothing may run
    again = replace(LARGE)
    assert again is not LARGE
    if backend.unsupported(LARGE) is not None:
        return
    first = _model.predict(backend, LARGE), _model.predict_prepare(backend, LARGE)
    assert (_model.predict(backend, again), _model.predict_prepare(backend, again)) == first
    assert wisdom.info()["problems"] == 0


def test_predictions_are_times(script, backend):
    rows = [script("problems").random_problem(7, number) for number in range(60)]
    for row in rows:
        problem = script("timings").problem_of(row, 2)
        if backend.unsupported(problem) is None:
            for seconds in (
                _model.predict(backend, problem),
                _model.predict_prepare(backend, problem),
            ):
                assert 0 < seconds < math.inf


@pytest.mark.parametrize("shape", [(0, 2, 5), (1, 0, 5), (1, 2, 5)])
def test_an_empty_problem_has_a_prediction(backend, shape):
    x, w = np.ones(shape), np.ones((0, shape[1], 3))
    problem = problem_of(x, w)
    if backend.unsupported(problem) is None:
        assert 0 < _model.predict(backend, problem) < 1e-3


def test_the_formula():
    weights = {"taps": 0.5, "workers": -1.0}
    rates = _model.Rates(
        call=2.0,
        wake=3.0,
        rates=tuple({"flops": 0.25, "work_items": 8.0}.get(name, 0.0) for name in _model.COUNTS),
        weights=tuple(weights.get(name, 0.0) for name in _model.TRAITS),
    )
    traits = tuple({"taps": 4.0, "workers": 1.0}.get(name, 9.0) for name in _model.TRAITS)
    cost = Cost(flops=16, bytes=1, workspace=1, packed=1, runs=1, work_items=2, gathered=1)
    work = 0.25 * 16 + 8 * 2
    for workers, constant in ((1, 2), (2, 5)):
        terms = _model.Terms((1.0,) * 6, 1.0, 1.0, traits, 1.0, False, workers)
        assert terms.seconds(rates, cost) == pytest.approx(constant + work * math.e)
        assert terms.constant_seconds([[(rates, rates)]], True) == [constant]
    slowed = terms.seconds(rates, cost, slowdown=3)
    assert slowed == pytest.approx(5 + (3 * 0.25 * 16 + 8 * 2) * math.e)


def test_the_formula_of_preparing():
    rates = _model.Rates(2.0, 3.0, (0.25, 8.0, 0.5), (0.5,))
    terms = _model.Terms((1.0,) * 6, 3.0, 4.0, (2.0,), 1.0, False, 2)
    cost = Cost(flops=1, bytes=1, workspace=1, prepared=16)
    assert terms.prepare_counts(cost) == (16, 3, 4)
    work = 0.25 * 16 + 8 * 3 + 0.5 * 4
    assert terms.prepare_seconds(rates, cost) == pytest.approx(2 + work * math.e)


def test_counts_and_traits_have_their_names():
    cost = Cost(1, 2, 3, packed=4, runs=5, work_items=6, prepared=7, gathered=8)
    problem = make_problem(
        (2, 32, 16, 8), F32, (8, 4, 3, 3), F32, padding=1, groups=8, workers=4, stride=(1, 2)
    )
    counts = dict(zip(_model.COUNTS, _model.counts(cost, problem), strict=True))
    assert [counts[name] for name in ("flops", "bytes", "packed", "runs", "work_items")] == [
        1,
        2,
        4,
        5,
        6,
    ]
    assert (counts["gathered"], counts["work_item_products"], counts["channel_planes"]) == (
        8,
        6 * 36,
        64,
    )
    assert counts["outputs"] == 2 * 8 * 16 * 4
    assert counts["outputs_half"] == counts["outputs_last"] == counts["beyond_l3"] == 0
    traits = dict(zip(_model.TRAITS, _model.traits(problem), strict=True))
    expected = {
        "workers": 2,
        "taps": math.log2(9),
        "taps_8": math.log2(9 / 8),
        "taps_64": 0,
        "kernel_row": math.log2(3),
        "ic_per_group": 2,
        "oc_per_group": 0,
        "groups": 3,
        "row": 2,
        "rows": 5,
        "rows_16": 1,
        "stride": 1,
        "double": 0,
        "channels_last": 0,
        "rank_1": 0,
    }
    assert {name: traits[name] for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_shorter_vectors_are_never_faster(backend, monkeypatch):
    seconds = []
    for level in ("v4", "v3", "base"):
        monkeypatch.setattr(_model, "isa_level", lambda level=level: level)
        seconds.append(_model.predict(backend, LARGE))
    assert seconds == sorted(seconds)


def test_vectors_that_were_not_measured_count_by_their_length(monkeypatch):
    monkeypatch.setattr(_rates, "SLOWDOWN", {})
    monkeypatch.setattr(_rates, "ISA", "v3")
    assert [_model.slowdown_at("unfitted", level) for level in ("v4", "v3", "base")] == [
        0.5,
        1,
        2.5,
    ]


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_more_threads_are_faster_where_there_is_much_to_do(backend):
    seconds = [_model.predict(backend, replace(LARGE, workers=n)) for n in (1, 2, 4, 8)]
    assert seconds[-1] < seconds[0]
    assert seconds == sorted(seconds, reverse=True)


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_larger_caches_are_never_slower(backend):
    cost = backend.cost(LARGE)
    seconds = []
    for size in (1 << 12, 1 << 20, 1 << 30):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_model, "caches", lambda size=size: Caches(size, size, size))
            seconds.append(_model.counts(cost, LARGE))
    for smaller, larger in pairwise(seconds):
        assert all(a >= b for a, b in zip(smaller, larger, strict=True))
    assert seconds[0] != seconds[-1]


def test_a_backend_without_rates_has_the_documented_ones(monkeypatch):
    # They are those of the fit's instruction-set level, whatever this processor has.
    monkeypatch.setattr(_model, "isa_level", lambda: _rates.ISA)
    giga = Unfitted(flops=10**9)
    once = _model.predict(giga, LARGE)
    assert once == pytest.approx(0.1, rel=0.01)
    double = make_problem((1, 1, 9), np.dtype("f8"), (1, 1, 3), np.dtype("f8"), workers=1)
    assert _model.predict(giga, double) == pytest.approx(0.2, rel=0.01)
    assert _model.predict(Unfitted(bytes=2 * 10**9), LARGE) == pytest.approx(0.1, rel=0.01)
    assert 0 < _model.predict_prepare(giga, LARGE) < 1e-3


def test_variants_that_the_fit_did_not_see_have_the_rates_of_their_backend(monkeypatch):
    name = BACKENDS[0].name
    unfitted = Unfitted(flops=10**6, variant="never seen")
    monkeypatch.setattr(unfitted, "name", name, raising=False)
    together = _model.predict(unfitted, LARGE)
    unfitted.counts["variant"] = ""
    assert _model.predict(unfitted, LARGE) == together


def test_a_plan_does_not_pay_for_what_a_call_must_prepare(smearing, monkeypatch):
    x, w = np.ones((1, 2, 9), np.float32), np.ones((2, 2, 3), np.float32)
    monkeypatch.setattr(
        "polyconv._select.predict",
        lambda backend, problem, *cost: 1.0 if backend is smearing else 2.0,
    )
    monkeypatch.setattr(
        "polyconv._select.predict_prepare",
        lambda backend, problem, *cost: 5.0 if backend is smearing else 0.5,
    )
    wisdom.forget_wisdom()
    assert choose(x, w, rtol=1, prepared=True).backend == "smearing"
    assert plan(x, w, rtol=1).backend == "smearing"
    assert choose(x, w, rtol=1).backend == BACKENDS[0].name


@pytest.fixture(scope="module")
def various():
    """Random problems of every class, with `rtol` and `workspace_limit` that change plans."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        problems, timings = (
            importlib.import_module(f"benchmarks.cost_model.{name}")
            for name in ("problems", "timings")
        )
    options = ({}, {"rtol": 0.0}, {"rtol": 1e-3}, {"workspace_limit": 1 << 18})
    rows = [problems.random_problem(8, number) for number in range(200)]
    return [
        replace(timings.problem_of(row, 1 + number % 2), **options[number % 4])
        for number, row in enumerate(rows)
    ]


def structures(problem):
    """Return the problem with dense filters, and with those that `separable` takes."""
    kinds = ("box", 1), ("separable", 1), ("separable", 3)
    return [problem, *(problem.with_structure(Structure(*kind, 0.0)) for kind in kinds)]


COUNTED = ("flops", "bytes", "packed", "gathered", "runs", "work_items", "prepared")


@pytest.mark.parametrize("backend", BOUNDED, ids=lambda b: b.name)
def test_no_cost_is_below_its_lower_bounds(backend, various):
    seen = 0
    for problem in chain.from_iterable(map(structures, various)):
        if backend.unsupported(problem) is None:
            cost = backend.cost(problem)
            seen += 1
            assert any(
                bound.variant == cost.variant
                and all(getattr(bound, count) <= getattr(cost, count) for count in COUNTED)
                for bound in backend.cost_lower_bounds(problem)
            ), problem
    assert seen > 10


@pytest.mark.parametrize("backend", BOUNDED, ids=lambda b: b.name)
@pytest.mark.parametrize("x_dtype", ["int64", "uint8"])
def test_no_cost_is_below_its_lower_bounds_where_windows_are_far_apart(backend, x_dtype):
    """Integers are then transformed in slabs that skip rows of the input."""
    integers = np.dtype(x_dtype)
    problem = make_problem((1, 3, 517, 3140), integers, (2, 3, 5, 4), integers, stride=64)
    if backend.unsupported(problem) is None or backend.supports_small_values(problem):
        seconds = _model.predict(backend, problem)
        bounds = list(backend.cost_lower_bounds(problem))
        least = _model.least_seconds(backend, problem, bounds, True)
        assert not bounds or least <= seconds


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda b: b.name)
@pytest.mark.parametrize("prepared", [True, False])
def test_no_call_takes_less_than_its_constant_costs(backend, prepared, various):
    for problem in various:
        # Those with fewer taps are not asked for their constant costs.
        if backend.unsupported(problem) is None and not problem.has_idle_taps:
            seconds = _model.predict(backend, problem)
            seconds += 0 if prepared else _model.predict_prepare(backend, problem)
            [least] = _model.constant_seconds([backend], problem, prepared)
            assert least <= seconds * (1 + 1e-12)


def test_variants_of_direct_that_are_not_planned_would_not_be_taken(various):
    for problem in various:
        assert plan_tiles(problem) == plan_tiles(problem, all_candidates=True), problem


def test_tiles_of_winograd_that_are_not_planned_would_not_be_taken(various, monkeypatch):
    backend = Winograd()
    problems = [problem for problem in various if backend.unsupported(problem) is None]
    assert len(problems) > 10
    taken = [winograd_planner.tiling_of.__wrapped__(problem) for problem in problems]
    work, options = channels_in_lanes._TransformWork.of, channels_in_lanes._options
    for problem in problems:
        transforms = winograd_planner.accurate_transforms(problem)
        for transform in transforms:
            one = work(problem, transform, 0)
            assert all(time >= one.min_time for time, *_ in options(problem, one)), problem
        for transform in tiles_in_lanes.suitable_transforms(problem, transforms):
            lane = lanes(problem.accumulator)["lanes"]
            min_time = tiles_in_lanes._min_time(problem, transform, lane)
            times = [time for time, *_ in tiles_in_lanes._options(problem, transform, lane)]
            assert min(times) >= min_time, problem
    monkeypatch.setattr(tiles_in_lanes, "_min_time", lambda *_: 0.0)
    monkeypatch.setattr(  # so all are planned
        channels_in_lanes._TransformWork, "of", lambda *given: work(*given)._replace(min_time=0.0)
    )
    monkeypatch.setattr(
        channels_in_lanes,
        "_options",
        lambda *given: [(0.0, *rest) for _, *rest in options(*given)],
    )
    for problem, tiling in zip(problems, taken, strict=True):
        assert winograd_planner.tiling_of.__wrapped__(problem) == tiling, problem


def test_segments_that_are_not_weighed_would_not_be_taken(various, monkeypatch):
    choose = fft_tiled_planner.choose_tiled_segments.__wrapped__
    problems = [problem for problem in various if problem.accumulator.kind not in "iu"]
    taken = [choose(problem) for problem in problems]
    candidates = fft_tiled_planner._candidates
    monkeypatch.setattr(  # so all are weighed
        fft_tiled_planner,
        "_candidates",
        lambda *given: [each._replace(min_seconds=0.0) for each in candidates(*given)],
    )
    for problem, segments in zip(problems, taken, strict=True):
        assert choose(problem) == segments, problem


def test_both_backends_of_overlap_save_are_chosen(script):
    rows = [script("problems").random_problem(7, number) for number in range(80)]
    seen = {decide(script("timings").problem_of(row, 1)).backend for row in rows}
    assert {"fft", "fft_tiled"} <= seen


@pytest.mark.parametrize("prepared", [True, False])
def test_backends_that_are_passed_over_would_not_have_been_chosen(various, prepared, monkeypatch):
    for problem in various:
        wisdom.forget_wisdom()
        chosen = decide(problem, prepared=prepared)
        with monkeypatch.context() as patch:
            for backend in BOUNDED:
                patch.setattr(type(backend), "cost_lower_bounds", lambda self, p: ())
            wisdom.forget_wisdom()
            assert decide(problem, prepared=prepared) == chosen, problem


@pytest.mark.parametrize("problems", slow_but_first([40, 300]))
def test_no_bound_changes_the_choice_of_random_problems(problems, script, monkeypatch):
    rows = script("problems")
    drawn = [
        script("timings").problem_of(draw(11, number), 1)
        for draw in (rows.random_problem, rows.random_corner, rows.random_structured_problem)
        for number in range(problems)
    ]
    asked = [(p, prepared) for p in drawn for prepared in (True, False)]
    chosen = [_select._fastest(*each, False, ()) for each in asked]
    assert len({choice.backend for choice in chosen}) >= 5
    for backend in BOUNDED:
        monkeypatch.setattr(type(backend), "cost_lower_bounds", lambda self, p: ())
    monkeypatch.setattr(_select, "constant_seconds", lambda backends, *_: [0.0] * len(backends))
    for each, choice in zip(asked, chosen, strict=True):
        assert _select._fastest(*each, False, ()) == choice, each[0]


@pytest.mark.parametrize(("gain", "moves"), [(1.01, False), (1.2, True)])
def test_a_small_gain_does_not_pass_the_order_of_the_list(smearing, monkeypatch, gain, moves):
    x, w = np.ones((1, 2, 9), np.float32), np.ones((2, 2, 3), np.float32)
    monkeypatch.setattr(
        "polyconv._select.predict",
        lambda backend, problem, *cost: 1 / gain if backend is smearing else 1.0,
    )
    wisdom.forget_wisdom()
    chosen = choose(x, w, rtol=1, prepared=True).backend
    assert (chosen == "smearing") is moves


def test_every_backend_has_rates_of_the_names_there_are():
    for table, names in (
        (_rates.RATES, _model.COUNTS),
        (_rates.PREPARE, _model.PREPARE_COUNTS),
    ):
        names_of_backends = {backend.name for backend in BACKENDS}
        assert set(table) == names_of_backends, "run: python -m benchmarks.cost_model fit"
        for variants in table.values():
            assert "" in variants
            for row in variants.values():
                assert set(row) <= {"call", "wake", *names, *_model.TRAITS}
                assert all(row[name] >= 0 for name in ("call", "wake", *names))
                assert row.get("workers", 0) <= 0.001
    assert set(_rates.RANGES) == {*_model.TRAITS} - {"workers"}
    assert {"date", "command", "problems", "machine", "caches"} <= set(_rates.FITTED)
    for backend in BACKENDS:
        assert _rates.RESIDUALS[backend.name]["median"] >= 1


def test_the_rates_are_as_the_script_writes_them(script):
    text = script("rates_module").source(
        isa=_rates.ISA,
        fitted=_rates.FITTED,
        units=_rates.UNITS,
        residuals=_rates.RESIDUALS,
        ranges=_rates.RANGES,
        slowdown=_rates.SLOWDOWN,
        rates=_rates.RATES,
        prepare=_rates.PREPARE,
    )
    assert text == Path(_rates.__file__).read_text()


@pytest.mark.slow
def test_random_problems_are_the_same_for_the_same_seed(script):
    problems = script("problems")
    first = [problems.random_problem(problems.TESTING, number) for number in range(40)]
    assert first == [problems.random_problem(problems.TESTING, number) for number in range(40)]
    shapes = {(row.x_shape, row.w_shape, row.dtype) for row in first if row.flops > 10_000}
    training = [problems.random_problem(problems.TRAINING, number) for number in range(400)]
    assert not shapes & {(row.x_shape, row.w_shape, row.dtype) for row in training}


@pytest.mark.slow
def test_random_problems_are_of_every_class(script):
    problems = script("problems")
    rows = [problems.random_problem(problems.TRAINING, number) for number in range(400)]
    assert {len(row.x_shape) for row in rows} == {3, 4, 5}
    assert {row.dtype for row in rows} >= {"float32", "float64", "complex64", "float16", "uint8"}
    assert {row.data_format for row in rows} == {"channels_first", "channels_last"}
    assert {row.stride for row in rows} >= {1, 2}
    assert any(row.groups > 1 for row in rows)
    assert all(0 < row.flops <= 2e9 for row in rows)
    assert min(row.flops for row in rows) < 1e4
    assert max(row.flops for row in rows) > 1e8


def test_random_corners_have_extreme_proportions(script):
    problems = script("problems")
    rows = [problems.random_corner(problems.TRAINING, number) for number in range(300)]
    assert rows[:9] == [problems.random_corner(problems.TRAINING, n) for n in range(9)]
    assert all(0 < row.flops <= 2e9 for row in rows)
    assert {row.dtype for row in rows} >= {"float32", "bool", "int8", "uint64", "complex128"}
    made = [
        make_problem(
            row.x_shape,
            np.dtype(row.dtype),
            row.w_shape,
            np.dtype(row.dtype),
            workers=1,
            **row.options,
        )
        for row in rows
    ]
    assert any(min(p.stride) > max(p.kernel) for p in made)
    assert any(p.stride == p.kernel and p.taps > 100 for p in made)
    assert any(max(p.dilation) > 100 for p in made)
    assert any(set(p.spatial) == {1} and p.in_channels > 100 for p in made)
    assert any(p.batch > 1000 and max(p.spatial) == 1 for p in made)
    assert any(p.taps > 10 * p.spatial[0] for p in made if p.rank == 1)
    assert any(p.outputs <= 16 and p.taps > 10_000 for p in made)
    assert any(max(p.spatial) > 1_000_000 for p in made)


def synthetic(script, noise):
    """Times by the formula, with `noise`."""
    fitting, rng = script("fitting"), np.random.default_rng(0)
    number = 300
    counts = np.exp(rng.uniform(5, 20, (number, len(_model.COUNTS))))
    traits = np.zeros((number, len(_model.TRAITS)))
    traits[:, 1] = rng.uniform(0, 5, number)
    variants = np.array(["a", "b"])[rng.integers(0, 2, number)]
    work = 2e-11 * counts[:, 0] * np.exp(0.2 * traits[:, 1]) * np.where(variants == "a", 1.0, 1.5)
    seconds = (1e-5 + work) * np.exp(noise * rng.standard_normal(number))
    return fitting.Samples(counts, traits, np.zeros(number, bool), variants, seconds)


def test_a_fit_finds_the_rates_that_made_the_times(script):
    samples = synthetic(script, 0.0)
    fitted = script("fitting").fit(samples, _model.COUNTS)
    assert set(fitted.variants) == {"", "a", "b"}
    off = np.abs(fitted.predict(samples) - np.log(samples.measured))
    assert np.median(off) < 0.05


@pytest.mark.slow
def test_residuals_are_of_what_was_left_out(script):
    fitting = script("fitting")
    errors = fitting.cross_validated(synthetic(script, 0.2), _model.COUNTS)
    residuals = fitting.residuals_of(errors)
    assert residuals["problems"] == 300
    # No fit can predict noise of 20 %.
    assert 1.1 < residuals["rms"] < 1.6
    assert residuals["median"] < residuals["p90"]


def test_problems_with_exchanged_arguments_are_no_samples(script):
    times, direct = script("timings").Times(1e-5, 1e-5), BACKENDS[0]
    assert direct.name == "direct"
    usual = make_problem((1, 1, 1000), F32, (1, 1, 9), F32)
    exchanged = make_problem((1, 1, 20), F32, (1, 1, 18481), F32, padding="full")
    problems = [(one, {"direct": times}) for one in (usual, exchanged, usual)]
    for prepare in (False, True):
        assert len(script("fitting").samples_of(direct, problems, prepare=prepare)) == 2


def test_caution_is_for_predictions_that_lure(script):
    caution = script("fitting").caution
    # Measured at 10 s and 12 s; the second is predicted at 9.6 s, as often as at 14.4 s.
    lured = {"a": (math.log(10), math.log(10)), "b": (math.log(9.6), math.log(12))}
    deterred = {"a": (math.log(10), math.log(10)), "b": (math.log(14.4), math.log(12))}
    right = {"a": (math.log(30), math.log(30)), "b": (math.log(12), math.log(12))}
    assert caution([lured, deterred, right]) == {"a": 1.0, "b": 1.05}
    assert caution([right]) == {"a": 1.0, "b": 1.0}


def test_times_survive_in_a_file(script, tmp_path):
    timings = script("timings")
    row = script("problems").random_problem(7, 1)
    with timings.measured(tmp_path / "times.json") as store:
        store.add(row, 1, {"direct": timings.Times(2.0, 1.0)})
        store.add(row, 1, {"direct": timings.Times(3.0, 0.5), "fft": timings.Times(4.0, 4.0)})
        assert store.note("find", row, 1, lambda: "direct") == "direct"
    with timings.measured(tmp_path / "times.json") as store:
        assert store.get(row, 1) == {
            "direct": timings.Times(2.0, 0.5),
            "fft": timings.Times(4.0, 4.0),
        }
        assert store.get(row, 2) == {}
        # Another problem of the same name is not that problem.
        assert store.get(replace(row, padding_mode="edge", dtype="int8"), 1) == {}
        assert store.note("find", row, 1, lambda: "fft") == "direct"


def test_regret_is_of_the_choice_among_the_eligible(script):
    regrets, timings = script("regrets"), script("timings")
    row = script("problems").random_scipy_problem(7, 3)
    report = regrets.explained(row, 1, prepared=True)
    chosen = report.choice.backend
    others = [c.backend for c in report.candidates if c.reason is None and c.backend != chosen]
    times = {chosen: timings.Times(3.0, 1.0), others[0]: timings.Times(2.0, 9.0)}
    regret = regrets.regret_of(row, report, times, prepared=True)
    assert (regret.chosen, regret.best, regret.regret) == (chosen, others[0], 1.5)
    plain = regrets.regret_of(row, report, times, prepared=False)
    assert (plain.best, plain.regret) == (chosen, 1.0)
    assert regrets.regret_of(row, report, {chosen: times[chosen]}, prepared=True) is None
    figures = regrets.figures_of([regret, plain])
    assert (figures.problems, figures.within_10_percent, figures.worst) == (2, 0.5, 1.5)
    assert figures.geometric_mean == pytest.approx(math.sqrt(1.5))
