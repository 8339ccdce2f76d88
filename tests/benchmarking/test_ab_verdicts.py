"""The gate's statistics: known answers, noise of several kinds, and regressions that it must find.

All noise is drawn with fixed seeds; nothing here is timed.
"""

import itertools

import numpy as np
import pytest
from scipy import stats

from abgate import verdicts
from abgate.comparison import compare
from abgate.ledger import Ledger, Miscounted
from abgate.signed_rank import p_positive
from abgate.verdicts import decide, estimate, interval, looks, share_of_look, verdict

THRESHOLD = 0.03


class Synthetic:
    """Rounds of drawn times: equal noise on both sides, and `planted` slowdowns on the new one."""

    def __init__(self, planted, noise, seed):
        self.ledger = Ledger()
        self._planted, self._noise = planted, noise
        self._random = np.random.default_rng(seed)

    def run_round(self, names):
        self.ledger.plan(names, visits=4)
        for name in names:
            old, new = 1e-3 * np.exp(self._noise(self._random, 2))
            self.ledger.made += 4
            self.ledger.enter(name, (old, new * (1 + self._planted.get(name, 0.0))))


def normal(random, size):
    return random.normal(0, 0.01, size)


def quiet(random, size):
    return random.normal(0, 0.006, size)


def heavy(random, size):
    """One measurement in ten is disturbed, by up to twice the time."""
    return random.normal(0, 0.007, size) + (random.random(size) < 0.1) * random.uniform(0, 1, size)


def skewed(random, size):
    return random.exponential(0.01, size)


noises = pytest.mark.parametrize("noise", [normal, heavy, skewed])


def run(planted=(), noise=normal, seed=0, workloads=8, budget=1e9):
    names = [f"w{number}" for number in range(workloads)]
    return compare(
        Synthetic(dict(planted), noise, seed),
        dict.fromkeys(names, THRESHOLD),
        alpha=0.01,
        budget=budget,
        seed=seed,
        tell=lambda *_: None,
    )


@pytest.fixture
def no_intervals(monkeypatch):
    """Draw one resample for each interval, which nothing is decided by."""
    monkeypatch.setattr(verdicts, "_RESAMPLES", 1)


def test_looks_spend_no_more_than_alpha():
    for tested in (1, 2, 8, 100):
        rounds = looks(tested, 0.01)
        shares = [share_of_look(look, 0.01) for look in range(1, len(rounds) + 1)]
        assert sum(shares) <= 0.01
        assert shares == sorted(shares, reverse=True)
        assert rounds == sorted(set(rounds))
        # The first look can decide: the smallest p-value of its few rounds is enough. One round
        # less would not be.
        assert 2.0 ** -rounds[0] * tested <= shares[0] < 2.0 ** -(rounds[0] - 1) * tested


def test_estimate_is_the_mean_of_the_middle_half():
    assert estimate(np.array([0.0, 1.0, 2.0, 100.0])) == 1.5
    assert estimate(np.array([-9.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 50.0])) == 1.0


@pytest.mark.slow
@noises
def test_intervals_cover(noise):
    random = np.random.default_rng(5)
    covered = 0
    for _ in range(200):
        pairs = noise(random, (2, 24))
        low, high = interval(pairs[1] - pairs[0] + 0.02, seed=1)
        covered += low <= 0.02 <= high
    # 95 % nominal; a percentile interval of 24 pairs is a little short.
    assert stats.binomtest(covered, 200, 0.9, alternative="less").pvalue > 0.01


def test_interval_without_spread_is_a_point():
    assert interval(np.full(12, 0.5), seed=0) == (0.5, 0.5)


@noises
def test_equal_builds_pass(noise):
    outcomes = {v.outcome for v in run(noise=noise).verdicts.values()}
    assert outcomes == {"same"}


@pytest.mark.slow
@noises
def test_false_alarms_are_rare(noise, no_intervals):
    alarms = sum(run(noise=noise, seed=seed).status == 1 for seed in range(60))
    # A gate with 1 % false alarms exceeds this count with a probability of 0.1 %.
    assert alarms <= stats.binom.ppf(0.999, 60, 0.01)


@pytest.mark.slow
@noises
@pytest.mark.parametrize("planted", [0.03, 0.05, 0.10, 0.20])
def test_planted_slowdowns_are_found_and_named(noise, planted, no_intervals):
    runs = [run({"w3": planted}, noise, seed) for seed in range(20)]
    found = sum([v.name for v in each.having("slower")] == ["w3"] for each in runs)
    assert found >= 19
    assert all(each.status == 1 for each in runs if each.having("slower"))


def test_the_estimate_is_what_was_planted():
    (found,) = run({"w3": 0.10}).having("slower")
    assert found.low < found.ratio < found.high
    assert found.ratio == pytest.approx(1.10, abs=0.015)
    assert found.p_slower < 0.01


def test_a_speedup_is_faster_and_no_alarm():
    comparison = run({"w2": -0.10})
    assert comparison.status == 0
    assert [v.name for v in comparison.having("faster")] == ["w2"]


def test_slower_everywhere_names_every_workload():
    assert len(run({f"w{number}": 0.2 for number in range(8)}).having("slower")) == 8


def test_effects_below_the_line_are_not_reported():
    assert run({"w1": 0.005}).status == 0


def test_only_what_is_undecided_is_measured_further():
    # An effect close to the threshold takes more rounds to decide than the others.
    comparison = run({"w4": 0.022}, quiet)
    rounds = {name: v.rounds for name, v in comparison.verdicts.items()}
    assert max(rounds, key=rounds.get) == "w4"
    assert sorted(rounds.values())[-2] < rounds["w4"]


def test_a_spent_budget_leaves_workloads_undecided():
    comparison = run(budget=0)
    assert comparison.status == 2
    assert len(comparison.having("undecided")) == 8


def test_slower_outranks_undecided():
    comparison = run({"w0": 0.5, "w1": 0.0149}, budget=1e9)
    comparison.verdicts["w1"] = verdict(
        "w1",
        decide({"w1": np.zeros(3)}, {"w1": 0.03}, tested=1, share=0.01)["w1"],
        np.zeros(3),
        0.03,
        seed=0,
    )
    assert comparison.having("undecided")
    assert comparison.status == 1


def test_testing_more_workloads_asks_for_more_evidence():
    ratios = {"w": np.linspace(0.001, 0.1, 12)}
    few = decide(ratios, {"w": THRESHOLD}, tested=1, share=0.01)["w"]
    many = decide(ratios, {"w": THRESHOLD}, tested=100, share=0.01)["w"]
    assert many.p_slower == pytest.approx(min(1, 100 * few.p_slower))


def test_the_p_value_is_the_exact_one_of_the_signed_rank_test():
    found = decide(
        {"w": np.full(12, 0.1) + np.arange(12) / 1e3}, {"w": THRESHOLD}, tested=1, share=1
    )
    assert found["w"].p_slower == 2.0**-12


def drawn_values(kind, seed, n):
    random = np.random.default_rng(seed)
    if kind == "continuous":
        return random.normal(0.3, 1, n)
    if kind == "ties":
        return random.choice([-2.0, -1.0, 1.0, 2.0, 3.0], n)
    return random.choice([-1.0, 0.0, 0.0, 1.0, 2.0], n)


def all_choices(n):
    """Yield a mask of n booleans for each choice of signs."""
    for signs in itertools.product((False, True), repeat=n):
        yield np.array(signs, bool)


@pytest.mark.parametrize("kind", ["continuous", "ties", "zeros"])
@pytest.mark.parametrize("n", [1, 5, 9, 11])
def test_the_signed_rank_test_counts_all_signs(kind, n):
    values = drawn_values(kind, n, n)
    ranks = stats.rankdata(abs(values))
    moving = ranks[values != 0]
    statistic = ranks[values > 0].sum()
    sums = [moving[signs].sum() for signs in all_choices(len(moving))]
    share = np.mean([total >= statistic - 1e-9 for total in sums])
    assert p_positive(list(values)) == pytest.approx(share, rel=1e-12)


@pytest.mark.parametrize("n", [50, 128, 129, 300])
def test_the_signed_rank_test_agrees_with_scipy(n):
    for seed in range(10):
        values = drawn_values("continuous", seed, n) - 0.3 + 0.02 * seed
        wanted = stats.wilcoxon(values, alternative="greater", method="exact").pvalue
        # Above 128 values the normal distribution stands in for the exact one.
        if n <= 128:
            assert p_positive(list(values)) == pytest.approx(wanted, rel=1e-9)
        elif wanted > 1e-4:
            assert 0.99 < p_positive(list(values)) / wanted < 1.2


def test_the_same_seed_gives_the_same_figures():
    first, second, other = run(seed=3), run(seed=3), run(seed=4)
    assert first.verdicts == second.verdicts
    assert first.verdicts != other.verdicts


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda ledger: setattr(ledger, "made", ledger.made - 1), "planned"),
        (lambda ledger: setattr(ledger, "made", ledger.made + 1), "planned"),
        (lambda ledger: ledger.times["w0"][1].pop(), "w0"),
        (lambda ledger: ledger.times["w0"][0].append(1.0), "w0"),
        (lambda ledger: ledger.times.pop("w0"), "w0"),
        (lambda ledger: ledger.times["w0"][0].__setitem__(0, 0.0), "not positive"),
        (lambda ledger: ledger.times["w0"][0].__setitem__(0, float("nan")), "not positive"),
    ],
)
def test_a_miscount_is_noticed(spoil, message):
    runner = Synthetic({}, normal, 0)
    for _ in range(3):
        runner.run_round(["w0", "w1"])
    runner.ledger.check()
    spoil(runner.ledger)
    with pytest.raises(Miscounted, match=message):
        runner.ledger.check()


def test_rounds_that_lose_measurements_stop_the_comparison():
    class Forgetful(Synthetic):
        def run_round(self, names):
            super().run_round(names)
            self.ledger.made -= 1

    with pytest.raises(Miscounted):
        compare(
            Forgetful({}, normal, 0),
            {"w0": THRESHOLD},
            alpha=0.01,
            budget=1e9,
            seed=0,
            tell=lambda *_: None,
        )
