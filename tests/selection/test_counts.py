"""Counts of work that costs tell the model: what is packed, looked up and shared out."""

import numpy as np
import pytest

from polyconv import _model
from polyconv._request import make_problem
from polyconv._structure import Structure
from polyconv.backends import BACKENDS

F32 = np.dtype(np.float32)
BY_NAME = {backend.name: backend for backend in BACKENDS}
SEPARABLE = Structure("separable", 1, 0.0)


def problem_of(x_shape, w_shape, structure=None, **options):
    problem = make_problem(x_shape, F32, w_shape, F32, workers=1, **options)
    return problem if structure is None else problem.with_structure(structure)


def separable_cost(padding_mode):
    # 10 padded rows of 12 columns, of which 8 x 8 are the image.
    options = {"padding": ((1, 1), (2, 2)), "padding_mode": padding_mode}
    return BY_NAME["separable"].cost(problem_of((1, 1, 8, 8), (1, 1, 3, 5), SEPARABLE, **options))


def test_separable_packs_rows_of_the_image_alone():
    cost = separable_cost("zeros")
    assert (cost.packed, cost.gathered, cost.lookups) == (8 * 8 * 4, 0, 0)


def test_separable_looks_up_columns_that_repeat_others():
    assert separable_cost("reflect").lookups == 10 * (12 - 8)


def test_separable_counts_no_products_with_padding():
    def flops(padding, mode="zeros"):
        problem = problem_of(
            (1, 1, 60, 64), (1, 1, 31, 11), SEPARABLE, padding=padding, padding_mode=mode
        )
        return BY_NAME["separable"].cost(problem).flops / problem.outputs

    # 90 outputs of 31 taps, of which 20 or 21 meet the input in the mean; 60 of 120 rows are read.
    assert flops((30, 0)) < 0.8 * flops((30, 0), "reflect")
    assert flops((0, 0)) == flops((0, 0), "reflect")


def test_separable_packs_nothing_where_passes_are_fused():
    cost = BY_NAME["separable"].cost(problem_of((1, 1, 64, 1024), (1, 1, 3, 3), SEPARABLE))
    assert (cost.packed, cost.gathered) == (0, 0)


def test_separable_counts_operations_in_whole_vectors():
    narrow, wide = (
        BY_NAME["separable"].cost(problem_of((1, 1, 64, n), (1, 1, 4, 4), SEPARABLE)).flops
        for n in (5, 11)
    )
    assert narrow == wide if _model.isa_level() == "v4" else narrow < wide


@pytest.mark.parametrize("name", ["direct", "im2col", "cython", "winograd"])
def test_padding_that_repeats_the_input_is_looked_up(name):
    costs = [
        BY_NAME[name]
        .cost(problem_of((1, 4, 12, 12), (4, 4, 3, 3), padding=1, padding_mode=mode))
        .lookups
        for mode in ("zeros", "wrap")
    ]
    assert costs[0] == 0 < costs[1]


@pytest.mark.parametrize("mode", ["wrap", "symmetric", "reflect"])
@pytest.mark.parametrize("name", ["direct", "im2col", "separable"])
def test_padding_of_many_periods_is_looked_up_once(name, mode):
    one, many = (
        BY_NAME[name].cost(
            problem_of((1, 1, 50), (1, 1, 9), SEPARABLE, padding=periods * 100, padding_mode=mode)
        )
        for periods in (1, 6)
    )
    assert many.flops > 2 * one.flops
    assert 0 < many.lookups < 1.2 * one.lookups


def test_direct_packs_rows_without_gaps_as_one():
    runs = [
        BY_NAME["direct"].cost(problem_of((1, 4, 300, 60), (2, 4, 1, 1), stride=s)).runs
        for s in ((1, 1), (2, 1))
    ]
    assert runs[0] < 0.1 * runs[1]


def test_direct_is_predicted_as_the_problem_that_it_plans():
    backend = BY_NAME["direct"]
    signal = problem_of((1, 1, 5000), (1, 1, 9))
    volume = problem_of((1, 1, 5000, 1, 1), (1, 1, 9, 1, 1))
    assert backend.computes_as(volume) == signal
    assert _model.predict(backend, volume) == _model.predict(backend, signal)


@pytest.mark.parametrize("name", ["direct", "separable", "winograd", "im2col"])
def test_costs_tell_the_items_that_workers_share_out(name):
    problem = make_problem((3, 1, 40, 40), F32, (1, 1, 3, 3), F32, workers=2)
    assert BY_NAME[name].cost(problem.with_structure(SEPARABLE)).pool_items > 0


@pytest.mark.parametrize("name", ["direct", "im2col", "fft_tiled", "fft", "cython"])
def test_formats_of_one_channel_are_predicted_alike(name):
    first = problem_of((2, 1, 90, 80), (1, 1, 5, 5))
    last = problem_of((2, 90, 80, 1), (5, 5, 1, 1), data_format="channels_last")
    assert _model.traits(first) == _model.traits(last)
    assert _model.predict(BY_NAME[name], first) == _model.predict(BY_NAME[name], last)


def test_separable_wakes_no_worker_for_a_short_signal():
    box = Structure("box", 1, 0.0)
    items = []
    for n in (131, 5_000_000):
        problem = make_problem((1, 1, n), F32, (1, 1, 9), F32, workers=2)
        items.append(BY_NAME["separable"].cost(problem.with_structure(box)).pool_items)
    assert items[0] == 1 < items[1]
