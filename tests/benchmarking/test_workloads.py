"""The table of workloads: rows are valid, counted right, and scale down to the same kind."""

from dataclasses import replace

import numpy as np
import pytest

import polyconv
from polyconv.workloads import PEERS, WORKLOADS, Workload, by_name, suites, workloads

LIMIT = 50_000

ROWS = {row.name: row for rows in PEERS.values() for row in rows}.values()

CHANNELS_LAST = Workload(
    "test/channels_last",
    (4, 33, 31, 12),
    (5, 3, 4, 18),
    stride=(2, 1),
    padding=((1, 0), (2, 2)),
    dilation=(1, 2),
    groups=3,
    padding_mode="edge",
    data_format="channels_last",
)

rows = pytest.mark.parametrize("workload", [*WORKLOADS, CHANNELS_LAST], ids=lambda row: row.name)


def test_names_are_unique_and_lead_to_their_rows():
    assert len({row.name for row in WORKLOADS}) == len(WORKLOADS)
    for row in WORKLOADS:
        assert by_name(row.name) is row
        assert row.name == f"{row.suite}/{row.layer}"


def test_every_row_is_in_one_suite():
    assert sum((workloads(suite) for suite in suites()), ()) == WORKLOADS


@pytest.mark.parametrize("lookup", [by_name, workloads])
def test_unknown_names_are_named(lookup):
    with pytest.raises(KeyError, match="nothing"):
        lookup("nothing")


@rows
def test_shapes_and_options_make_a_problem(workload):
    choice = polyconv.explain(workload.x_shape, workload.w_shape, **workload.options)
    assert choice.candidates
    assert workload.flops > 0


def test_resnet50_has_all_its_layers():
    layers = workloads("resnet50")
    assert sum(row.count for row in layers) == 53
    # torchvision publishes 4.09e9 for resnet50; its last, dense layer is 2.05e6 of them.
    multiply_adds = sum(row.count * row.flops for row in layers) / 2
    assert multiply_adds == pytest.approx(4.09e9 - 2.05e6, rel=2e-3)
    # Weights: 25.557e6 in all, less the dense layer's and those of batch normalisation. The first
    # block's projection in stage 2 is counted with the expanding layers of its shape.
    weights = sum(row.count * np.prod(row.w_shape) for row in layers)
    assert weights == 23_454_912


def test_flops_count_complex_products_as_eight():
    row = by_name("tiny/image")
    assert row.flops == 2 * 4 * 8 * 8 * 9
    assert replace(row, dtype="complex64").flops == 4 * row.flops


@pytest.mark.slow
@rows
def test_scaled_down_keeps_the_kind_and_the_limit(workload):
    small = workload.scaled_down(LIMIT)
    assert small.flops <= LIMIT
    kept = {"name", "stride", "padding", "dilation", "padding_mode", "data_format", "dtype"}
    for field in kept:
        assert getattr(small, field) == getattr(workload, field)
    assert (small.groups == small.x_shape[1]) == (workload.groups == workload.x_shape[1])
    spatial = slice(0, -2) if workload.data_format == "channels_last" else slice(2, None)
    assert small.w_shape[spatial] == workload.w_shape[spatial]
    x, w = small.arrays()
    assert polyconv.conv(x, w, backend="naive", **small.options).size > 0


def test_scaled_down_is_the_row_itself_where_that_is_small_enough():
    row = by_name("tiny/volume")
    assert row.scaled_down(row.flops) is row


def test_scaled_down_refuses_what_cannot_be():
    with pytest.raises(ValueError, match="cannot be scaled"):
        by_name("image/gaussian_31").scaled_down(100)


@pytest.mark.parametrize(
    "dtype", ["float16", "float32", "float64", "complex64", "int8", "uint8", "int64", "bool"]
)
def test_arrays_are_the_same_for_the_same_seed(dtype):
    row = replace(by_name("tiny/image"), dtype=dtype)
    x, w = row.arrays(1)
    again, _ = row.arrays(1)
    other, _ = row.arrays(2)
    assert x.shape == row.x_shape
    assert w.shape == row.w_shape
    assert x.dtype == w.dtype == dtype
    np.testing.assert_array_equal(x, again)
    assert (x != other).any()


@pytest.mark.parametrize("row", [row for row in ROWS if row.weights], ids=lambda row: row.name)
def test_named_filters_have_their_structure(row):
    _, w = replace(row, x_shape=(1, 1)).arrays()
    assert w.shape == row.w_shape
    assert w.dtype == row.dtype
    kind = polyconv.plan(row.x_shape, w, backend="direct", **row.options).problem.structure.kind
    assert kind == ("box" if row.weights == "box" else "separable")
    assert w.sum() == pytest.approx(0 if row.weights == "sobel" else 1, abs=1e-6)


def test_named_filters_of_channels_last_are_those_of_channels_first():
    first = replace(by_name("separable/gaussian_5_1mpx"), w_shape=(3, 1, 5, 7))
    last = replace(first, w_shape=(5, 7, 1, 3), data_format="channels_last")
    w = last.arrays()[1]
    np.testing.assert_array_equal(np.moveaxis(w, (-1, -2), (0, 1)), first.arrays()[1])


@pytest.mark.parametrize("name", ["resnet50/conv5_expand", "audio1d/fir_1001", "tiny/volume"])
def test_results_are_of_order_one(name):
    row = by_name(name).scaled_down(LIMIT)
    y = polyconv.conv(*row.arrays(), backend="naive", **row.options)
    assert 0.05 < np.sqrt(np.mean(y**2)) < 5
