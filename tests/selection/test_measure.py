"""Interleaved timing, with a clock that only the timed calls advance."""

import types

import numpy as np
import pytest

from polyconv import _measure, find
from polyconv._measure import interleave


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(_measure, "time", types.SimpleNamespace(perf_counter=lambda: now[0]))
    return now


def call(clock, log, name, *seconds):
    """Return a call that takes each of `seconds` in turn, and then the last one each time."""
    left = list(seconds)

    def run():
        clock[0] += left.pop(0) if len(left) > 1 else left[0]
        log.append(name)

    return run


def test_each_gets_its_share_of_the_budget(clock):
    log = []
    quick, slow = interleave([call(clock, log, "q", 0.01), call(clock, log, "s", 0.1)], budget=2)
    assert (quick.best, slow.best) == pytest.approx((0.01, 0.1))
    assert quick.runs == pytest.approx(100, abs=1)
    assert slow.runs == pytest.approx(10, abs=1)
    # Each call runs twice at first.
    assert clock[0] == pytest.approx(2 + 2 * 0.11, abs=0.2)


def test_runs_of_the_slow_are_spread_over_those_of_the_quick(clock):
    log = []
    interleave([call(clock, log, "q", 0.01), call(clock, log, "s", 0.1)], budget=2)
    turns = "".join(log[4:])
    assert turns.startswith("qs")
    gaps = [len(gap) for gap in turns[2:].strip("q").split("s") if gap]
    assert set(gaps) <= {9, 10, 11}
    assert len(gaps) >= 8


def test_what_takes_longer_than_its_share_runs_once_more_at_most(clock):
    log = []
    huge, quick = interleave([call(clock, log, "h", 50.0), call(clock, log, "q", 0.01)], budget=1)
    assert log.count("h") == 1
    assert (huge.best, huge.median, huge.runs, huge.spread) == (50.0, 50.0, 1, 0.0)
    assert quick.runs == pytest.approx(50, abs=1)
    (cold,) = interleave([call(clock, log, "c", 0.5, 2.0)], budget=1)
    assert (cold.best, cold.runs) == (2.0, 1)


def test_short_calls_repeat_within_a_run(clock):
    log = []
    (sample,) = interleave([call(clock, log, "t", 1e-6)], budget=0.01)
    assert sample.best == pytest.approx(1e-6)
    assert len(log) == pytest.approx(100 * sample.runs, rel=0.05)


def test_the_number_of_runs_is_bounded(clock):
    (sample,) = interleave([call(clock, [], "t", 1e-3)], budget=1e9)
    assert sample.runs == _measure._MAX_RUNS


def test_best_median_and_spread(clock):
    times = [9.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    (sample,) = interleave([call(clock, [], "t", *times)], budget=15.0)
    assert (sample.best, sample.median, sample.runs) == (1.0, 3.0, 5)
    assert sample.spread == pytest.approx(2 / 3)


def test_progress_is_reported_before_each_turn(clock):
    log, reported = [], []
    calls = [call(clock, log, "a", 0.1), call(clock, log, "b", 0.1)]
    interleave(calls, 1, lambda which, done: reported.append((which, done, len(log))))
    assert {which for which, _, _ in reported} == {0, 1}
    assert [done for _, done, _ in reported] == sorted(done for _, done, _ in reported)
    assert reported[0] == (0, 0.0, 0)
    assert reported[-1][1] == pytest.approx(0.9, abs=0.05)
    assert reported[-1][2] == len(log) - 1


def test_finding_tells_its_progress_and_can_be_stopped_by_it():
    reported = []
    x, w = np.ones((1, 1, 64)), np.ones((1, 1, 5))
    timings = find(x, w, budget=0.01, progress=lambda name, done: reported.append((name, done)))
    measured = {timing.backend for timing in timings if timing.status == "measured"}
    assert {name for name, _ in reported} == measured
    assert all(0 <= done <= 1 for _, done in reported)

    def stop(name, done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find(x, w, budget=0.01, progress=stop)


@pytest.mark.parametrize("budget", [0, -1, float("nan"), float("inf"), True, "1", None])
def test_a_budget_is_a_positive_number(budget):
    with pytest.raises((TypeError, ValueError), match=r"^budget="):
        find([[1.0, 2.0]], [[[1.0]]], budget=budget)


def test_hopeless_is_a_flag():
    with pytest.raises(TypeError, match="hopeless='yes' must be True or False"):
        find([[1.0, 2.0]], [[[1.0]]], hopeless="yes")
