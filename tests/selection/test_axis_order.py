"""Problems are computed in the order of axes that their input has in memory."""

import itertools
import pickle
import threading

import numpy as np
import pytest

from polyconv import UnsupportedProblem, choose, conv, explain, find, plan, wisdom
from polyconv._axis_order import axis_order
from support.agreement import assert_same_bits, poisoned, problem_of, random_values

X = random_values((2, 8, 9, 12), "float32", 1)
W = random_values((4, 8, 3, 2), "float32", 2)
BIAS = random_values((4,), "float32", 3)
OPTIONS = {"stride": (1, 2), "padding": ((0, 1), (2, 1)), "dilation": (2, 1), "flip": True}


def in_order(x, axes):
    """Return an array equal to `x` whose memory has its axes in the order of `axes`."""
    return np.ascontiguousarray(x.transpose(axes)).transpose(np.argsort(axes))


def order_of(x, w=W, **options):
    return axis_order(problem_of(x, w, **options), x, "auto")


def memory_order(x):
    return sorted(range(x.ndim), key=lambda axis: -x.strides[axis])


def test_c_order_is_computed_as_it_is():
    assert order_of(X) is None
    assert order_of(X[:, :, 1:, 2:-1]) is None
    assert order_of(X[:, :, ::2, ::2]) is None
    assert order_of(X[:, :3], W[:, :3]) is None
    last = {"data_format": "channels_last"}
    w = W.transpose(2, 3, 1, 0)
    assert order_of(np.ascontiguousarray(X.transpose(0, 2, 3, 1)), w, **last) is None
    assert order_of(np.broadcast_to(X[:, :1], X.shape)) is None
    assert order_of(np.broadcast_to(X[:, :, :1], X.shape)) is None


def test_rows_become_contiguous():
    x = in_order(X, (0, 1, 3, 2))
    order = order_of(x, **OPTIONS)
    assert order.of_x(x).flags.c_contiguous
    assert order.problem == problem_of(
        X.swapaxes(2, 3),
        W.swapaxes(2, 3),
        **OPTIONS | {"stride": (2, 1), "padding": ((2, 1), (0, 1)), "dilation": (1, 2)},
    )
    assert order.of_w(W).shape == (4, 8, 2, 3)


def test_channels_that_lie_side_by_side_come_last():
    x = in_order(X, (0, 2, 3, 1))
    order = order_of(x, padding=1)
    assert order.of_x(x).flags.c_contiguous
    assert order.problem.data_format == "channels_last"
    assert order.problem.spatial == (9, 12)
    assert conv(x, W, padding=1).transpose(0, 2, 3, 1).flags.c_contiguous
    # And the other way round.
    y = np.ascontiguousarray(X).transpose(0, 2, 3, 1)
    order = order_of(y, W.transpose(2, 3, 1, 0), data_format="channels_last")
    assert order.problem == problem_of(X, W)


def test_few_channels_side_by_side_are_read_by_rows():
    x, w = in_order(X[:, :3], (0, 3, 2, 1)), W[:, :3]
    order = order_of(x, w)
    assert order.problem == problem_of(X[:, :3].swapaxes(2, 3), w.swapaxes(2, 3))
    assert order_of(in_order(X[:, :3], (0, 2, 3, 1)), w) is None
    # Unless each has its own filter.
    filters = random_values((3, 1, 3, 3), "float32")
    depthwise = order_of(in_order(X[:, :3], (0, 2, 3, 1)), filters, groups=3)
    assert depthwise.problem.data_format == "channels_last"


def test_images_side_by_side_become_a_spatial_axis():
    images, w = random_values((6, 3, 9, 12), "float32", 1), W[:, :3]
    x = in_order(images, (2, 3, 1, 0))
    order = order_of(x, w, **OPTIONS)
    assert order.images_last
    options = OPTIONS | {"stride": (1, 2, 1), "dilation": (2, 1, 1)}
    options["padding"] = (*OPTIONS["padding"], (0, 0))
    assert order.problem == problem_of(images.transpose(1, 2, 3, 0), w[..., None], **options)
    result = conv(x, w, BIAS, **OPTIONS)
    assert memory_order(result)[-1] == 0
    np.testing.assert_allclose(result, conv(images, w, BIAS, **OPTIONS), atol=1e-4)
    # Few images stay a batch, and so do images with many channels.
    assert order_of(in_order(images[:3], (1, 2, 3, 0)), w) is None
    assert not order_of(in_order(X, (1, 3, 2, 0)), W).images_last
    # A volume has no axis left.
    volumes = in_order(random_values((6, 1, 3, 4, 5), "float32"), (1, 2, 3, 4, 0))
    assert order_of(volumes, random_values((1, 1, 2, 2, 2), "float32")) is None


@pytest.mark.parametrize(
    ("x_shape", "w_shape"),
    [
        ((2, 8, 9), (4, 8, 2)),
        ((9, 3, 2), (4, 3, 2)),
        ((8, 9), (4, 8, 2)),
        ((2, 8, 4, 5), (4, 8, 2, 2)),
        ((9, 3, 4, 5), (4, 3, 2, 2)),
        ((8, 4, 5), (4, 8, 2, 2)),
        ((1, 2, 3, 4, 5), (4, 2, 2, 2, 2)),
    ],
)
def test_an_order_keeps_its_own_order(x_shape, w_shape):
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    for axes in itertools.permutations(range(x.ndim)):
        y = in_order(x, axes)
        order = order_of(y, w)
        if order is not None:
            assert axis_order(order.problem, order.of_x(y), "auto") is None
            assert order.result(order.of_x(y)).strides == y.strides


@pytest.mark.parametrize("images", [2, 5])
@pytest.mark.parametrize("axes", list(itertools.permutations(range(4))), ids=str)
def test_results_are_equal_in_any_order(axes, images):
    c_order = random_values((images, 8 if images == 2 else 3, 9, 12), "float32", 1)
    w = W[:, : c_order.shape[1]]
    expected = conv(c_order, w, BIAS, **OPTIONS)
    x = in_order(c_order, axes)
    result = conv(x, w, BIAS, **OPTIONS)
    np.testing.assert_allclose(result, expected, atol=1e-4)
    out = in_order(poisoned(expected.shape, "float32"), axes)
    assert conv(x, w, BIAS, out=out, **OPTIONS) is out
    np.testing.assert_allclose(out, expected, atol=1e-4)
    # A plan for one order takes all others.
    prepared = plan(x, w, BIAS, **OPTIONS)
    np.testing.assert_allclose(prepared(x), expected, atol=1e-4)
    assert prepared(c_order, out=out) is out
    np.testing.assert_allclose(out, expected, atol=1e-4)
    np.testing.assert_allclose(plan(c_order, w, BIAS, **OPTIONS)(x), expected, atol=1e-4)


def test_a_new_result_has_the_order_of_the_input():
    x = in_order(X, (0, 1, 3, 2))
    assert memory_order(conv(x, W)) == [0, 1, 3, 2]
    assert memory_order(plan(X, W)(x)) == [0, 1, 3, 2]
    volume = np.asfortranarray(random_values((1, 1, 4, 5, 6), "float64"))
    assert memory_order(conv(volume, np.ones((1, 1, 2, 2, 2))))[2:] == [4, 3, 2]


@pytest.mark.slow
def test_a_plan_prepares_once_for_each_order(smearing):
    prepared = plan(X, W, backend="smearing")
    for _ in range(2):
        for axes in itertools.permutations(range(4)):
            prepared(in_order(X, axes))
    assert 2 <= len(prepared.others) <= 3  # of two spatial axes and two places of the channels
    assert prepared.others.keys() == {order_of(in_order(X, o)) for o in FOUR_ORDERS} - {None}


# All orders of two spatial axes and of the channels.
FOUR_ORDERS = [(0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 3, 1), (0, 3, 2, 1)]


def test_threads_may_meet_an_order_at_once():
    prepared, x = plan(X, W), in_order(X, (0, 1, 3, 2))
    results = []
    threads = [threading.Thread(target=lambda: results.append(prepared(x))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(prepared.others) == 1
    for result in results:
        assert_same_bits(np.ascontiguousarray(result), np.ascontiguousarray(results[0]))


def test_a_plan_in_an_order_survives_pickling():
    x = in_order(X, (0, 2, 3, 1))
    prepared = plan(x, W, BIAS)
    again = pickle.loads(pickle.dumps(prepared))
    assert again.order == prepared.order
    assert again.problem == prepared.problem == problem_of(X, W)
    assert_same_bits(np.ascontiguousarray(again(x)), np.ascontiguousarray(prepared(x)))


def test_choices_are_those_of_the_problem_that_runs():
    image = random_values((1, 1, 300, 8), "float32")
    x = in_order(image, (0, 1, 3, 2))
    w = random_values((1, 1, 3, 3), "float32")
    runs = order_of(x, w).problem
    assert choose(x, w) == choose(runs.x_shape, runs.w_shape, dtype="float32")
    assert plan(x, w).choice == choose(x, w, prepared=True)
    assert "x (1x1x8x300)" in explain(x, w).problem
    find(x, w, budget=0.001)
    assert wisdom.recall(runs)
    assert not wisdom.recall(problem_of(image, w))
    assert choose(x, w).source == plan(x, w).choice.source == "wisdom"
    assert choose(image, w).source == "model"
    prepared = plan(x, w, effort="measure")
    assert prepared.choice.source == "wisdom"


def test_a_named_backend_computes_in_the_same_order(backend):
    x = in_order(X, (0, 1, 3, 2))
    try:
        expected = conv(X, W, backend=backend.name)
    except UnsupportedProblem:
        return
    result = conv(x, W, backend=backend.name)
    assert memory_order(result) == [0, 1, 3, 2]
    np.testing.assert_allclose(result, expected, atol=1e-4)


def test_a_backend_that_refuses_the_order_computes_in_the_callers(smearing, monkeypatch):
    x = in_order(X, (0, 1, 3, 2))
    refuse = lambda problem: "turned" if problem.kernel != (3, 2) else None  # noqa: E731
    monkeypatch.setattr(smearing, "unsupported", refuse)
    for result in (conv(x, W, backend="smearing"), plan(X, W, backend="smearing")(x)):
        assert memory_order(result) == [0, 1, 2, 3]
        np.testing.assert_allclose(result, conv(X, W), atol=1e-4)


def test_one_dimension_has_one_order():
    signal = random_values((9, 40), "float32")
    x = np.asfortranarray(signal)
    w = random_values((2, 9, 3), "float32")
    assert order_of(x, w).problem.data_format == "channels_last"
    assert order_of(x[:1], w[:, :1]) is None
    np.testing.assert_allclose(conv(x, w), conv(signal, w), atol=1e-5)


@pytest.mark.parametrize("shape", [(1, 2, 130, 150), (2, 1, 300, 70), (1, 1, 20, 33, 40)])
@pytest.mark.parametrize("backend", ["direct", "im2col", "fft_tiled"])
def test_out_whose_rows_lie_across_those_of_x(shape, backend):
    x = random_values(shape, "float32", 1)
    w = random_values((1, shape[1], *(3,) * (len(shape) - 2)), "float32", 2)
    expected = conv(x, w, backend=backend, padding=1)
    spatial = range(2, len(shape))
    columns = poisoned((*expected.shape[:2], *expected.shape[:1:-1]), "float32")
    columns = columns.transpose(0, 1, *reversed(spatial))
    assert columns.strides[2] == columns.itemsize
    assert columns.nbytes >= 1 << 16
    conv(x, w, backend=backend, padding=1, out=columns)
    np.testing.assert_array_equal(columns, expected)
    planned = plan(x, w, backend=backend, padding=1)
    columns[...] = np.nan
    planned(x, out=columns)
    np.testing.assert_array_equal(columns, expected)
    columns[...] = np.nan
    conv(x, w, backend=backend, padding=1, workspace_limit=1 << 30, out=columns)
    np.testing.assert_allclose(columns, expected, rtol=1e-5, atol=1e-4)
    apart = poisoned(expected.shape, "float32")
    conv(np.asfortranarray(x), w, backend=backend, padding=1, out=apart)
    np.testing.assert_allclose(apart, expected, rtol=1e-5, atol=1e-4)
