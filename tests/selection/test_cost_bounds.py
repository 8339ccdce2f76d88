"""Lower bounds of costs: what is not planned because of them would not have been chosen."""

import importlib
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from polyconv import Backend, _model, _select, wisdom
from polyconv._cpu import lanes
from polyconv._exchange import as_computed
from polyconv._machine import caches
from polyconv._request import make_problem
from polyconv._select import decide
from polyconv._structure import Structure
from polyconv.backends import BACKENDS
from polyconv.backends.direct._planner import plan_tiles
from polyconv.backends.fft_tiled import planner as fft_tiled_planner
from polyconv.backends.fft_tiled import rows as fft_tiled_rows
from polyconv.backends.fft_tiled import times as fft_tiled_times
from polyconv.backends.winograd import Winograd, channels_in_lanes, tiles_in_lanes
from polyconv.backends.winograd import planner as winograd_planner
from support.agreement import slow_but_first

ROOT = Path(__file__).parents[2]
# Backends that publish lower bounds of their cost, so that hopeless ones are not planned.
BOUNDED = [b for b in BACKENDS if type(b).cost_lower_bounds is not Backend.cost_lower_bounds]


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


COUNTED = ("flops", "bytes", "packed", "gathered", "runs", "lookups", "work_items", "prepared")


def is_below(bound, cost):
    """Return True if a lower bound is of the variant of a cost, and no count exceeds its own."""
    counts = (getattr(bound, count) <= getattr(cost, count) for count in COUNTED)
    return bound.variant == cost.variant and all(counts)


@pytest.mark.slow
@pytest.mark.parametrize("backend", BOUNDED, ids=lambda b: b.name)
def test_no_cost_is_below_its_lower_bounds(backend, various):
    seen = 0
    for problem in chain.from_iterable(map(structures, various)):
        if backend.unsupported(problem) is None:
            cost = backend.cost(problem)
            seen += 1
            bounds = backend.cost_lower_bounds(problem)
            assert any(is_below(bound, cost) for bound in bounds), problem
    assert seen > 10


@pytest.mark.slow
@pytest.mark.parametrize("l3", [1 << 20, 8 << 20, 32 << 20, 256 << 20])
def test_no_cost_of_tiles_is_below_its_lower_bounds_beside_other_caches(various, l3, monkeypatch):
    """The L3 cache decides which spectra of filters are read from memory, and count as fewer."""
    sizes = replace(caches(), l3=l3)
    for module in (fft_tiled_planner, fft_tiled_times, fft_tiled_rows):
        monkeypatch.setattr(module, "caches", lambda: sizes)
    variants = set()
    for problem in various:
        if problem.accumulator.kind not in "iu":
            cost = fft_tiled_planner.choose_tiled_segments.__wrapped__(problem).cost
            variants.add(cost.variant)
            assert any(
                is_below(bound, cost)
                for bound in fft_tiled_planner.tiled_cost_lower_bounds(problem)
            ), problem
    assert "memory_filters" in variants


@pytest.mark.parametrize("backend", BOUNDED, ids=lambda b: b.name)
@pytest.mark.parametrize("x_dtype", ["int64", "uint8"])
def test_no_cost_is_below_its_lower_bounds_where_windows_are_far_apart(backend, x_dtype):
    """With large strides, integers are transformed in slabs that skip rows of the input."""
    integers = np.dtype(x_dtype)
    problem = make_problem((1, 3, 517, 3140), integers, (2, 3, 5, 4), integers, stride=64)
    if backend.unsupported(problem) is None or backend.supports_small_values(problem):
        seconds = _model.predict(backend, problem)
        bounds = list(backend.cost_lower_bounds(problem))
        least = _model.seconds_lower_bound(backend, problem, bounds, True)
        assert not bounds or least <= seconds


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda b: b.name)
@pytest.mark.parametrize("prepared", [True, False])
def test_no_call_takes_less_than_its_constant_costs(backend, prepared, various):
    seen = 0
    structured = [each for problem in various for each in structures(problem)]
    for problem in structured if backend.name == "separable" else various:
        # Backends that compute another problem are not asked for their constant costs.
        is_itself = backend.computes_as(problem) is problem
        is_itself = is_itself and as_computed(backend, problem) is problem
        if is_itself and backend.unsupported(problem) is None:
            seen += 1
            seconds = _model.predict(backend, problem)
            seconds += 0 if prepared else _model.predict_prepare(backend, problem)
            [least] = _model.constant_seconds([backend], problem, prepared)
            assert least <= seconds * (1 + 1e-12)
    assert seen > 10


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


@pytest.mark.slow
@pytest.mark.parametrize("problems", slow_but_first([60, 300]))
def test_no_bound_changes_the_choice_of_random_problems(problems, cost_model, monkeypatch):
    rows = cost_model("problems")
    drawn = [
        cost_model("timings").problem_of(draw(11, number), 1)
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
