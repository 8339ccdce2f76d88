"""Planners choose nearly the fastest of all cuts within the limits, by their own estimates.

`fft` and `fft_tiled` cut problems into segments, `separable` and `im2col` into tiles; how `direct`
and `winograd` tile is tested in `test_cost_bounds`.
"""

import math

import pytest

from polyconv.backends.fft import segments as fft_segments
from polyconv.backends.fft_tiled import planner as tiled_planner
from polyconv.backends.im2col import planner as planner_of_patches
from polyconv.backends.separable import planner
from support.agreement import slow_but_first
from support.cuts import (
    excess_time,
    excess_time_of_patches,
    excess_time_of_tiling,
    layer_problem,
    long_filter_problem,
    structured_problem,
)

both = pytest.mark.parametrize("backend", ["fft", "fft_tiled"])


@pytest.mark.slow
@both
@pytest.mark.parametrize("problems", slow_but_first([60, 3000]))
def test_no_cut_is_much_faster_than_the_chosen_one(backend, problems):
    """Exceptions are few: filters that only just fit into a cache or a limit."""
    drawn = [long_filter_problem(1, number) for number in range(problems)]
    excess = [excess_time(backend, p) for p in drawn]
    assert sum(each > 0 for each in excess) > 0.85 * problems  # 0: no cut keeps the limits
    assert sum(each > 1.2 for each in excess) <= max(1, 0.01 * problems)
    # A tight limit of the caller's leaves few lengths, and so do segments for each of two workers.
    for p, each in zip(drawn, excess, strict=True):
        assert each <= (1.6 if p.workspace_limit is None and p.workers == 1 else 3), p


@both
def test_a_choice_by_memory_before_time_would_be_noticed(backend, monkeypatch):
    module = fft_segments if backend == "fft" else tiled_planner
    choose = "choose_segments" if backend == "fft" else "choose_tiled_segments"
    monkeypatch.setattr(module, "MAX_TIME_FOR_MEMORY", 1e9)
    monkeypatch.setattr(module, choose, getattr(module, choose).__wrapped__)
    excess = [excess_time(backend, long_filter_problem(1, number)) for number in range(40)]
    assert max(each for each in excess if each < math.inf) > 2


@pytest.mark.slow
@pytest.mark.parametrize("problems", slow_but_first([300, 3000]))
def test_no_tiling_of_separable_is_much_faster_than_the_chosen_one(problems, monkeypatch):
    """The tiling with the fewest operations is chosen among those that fit.

    Others are faster where several channels of integers, or of volumes, hardly fit.
    """
    drawn = [structured_problem(1, number) for number in range(problems)]
    drawn = [p for p in drawn if p.structure.kind != "dense"]
    excess = [excess_time_of_tiling(p, monkeypatch) for p in drawn]
    assert sum(each > 0 for each in excess) > 0.85 * problems  # 0: no tiling fits
    assert sum(each > 1.2 for each in excess) <= 0.005 * problems
    assert max(excess) <= 1.7


def test_a_tiling_that_is_too_small_would_be_noticed(monkeypatch):
    tries = planner._tries
    monkeypatch.setattr(
        planner, "tiling_of", lambda p, interleaves: list(tries(p, interleaves))[-1]
    )
    excess = [excess_time_of_tiling(structured_problem(1, n), monkeypatch) for n in range(40)]
    assert max(excess) > 2


@pytest.mark.parametrize("problems", slow_but_first([100, 1500]))
def test_no_tiling_of_im2col_is_much_faster_than_the_chosen_one(problems, monkeypatch):
    drawn = [layer_problem(1, number) for number in range(problems)]
    excess = [excess_time_of_patches(p, monkeypatch) for p in drawn]
    assert sum(each > 0 for each in excess) > 0.85 * len(excess)  # 0: no tiling fits
    assert sum(each > 1.2 for each in excess) <= 0.05 * problems
    # Workers that share one tile pack it twice; a tight limit is met by halving all sizes.
    for p, each in zip(drawn, excess, strict=True):
        assert each <= (1.2 if p.workspace_limit is None and p.workers == 1 else 3), p


def test_patches_that_are_too_small_would_be_noticed(monkeypatch):
    def tiny(p):
        return planner_of_patches.shared_tiling(p, 1, 1, p.reduction_len)

    monkeypatch.setattr(planner_of_patches, "tiling_of", tiny)
    excess = [excess_time_of_patches(layer_problem(1, n), monkeypatch) for n in range(20)]
    assert max(excess) > 1.5
