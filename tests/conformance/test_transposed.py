"""Transposed convolution: every backend against the products scattered one by one."""

import pickle
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyconv import (
    UnsupportedProblem,
    backends,
    choose,
    conv,
    conv_transpose,
    conv_transpose1d,
    conv_transpose2d,
    conv_transpose3d,
    explain,
    find,
    output_shape,
    plan,
    set_backend,
    set_workers,
    wisdom,
)
from polyconv._registry import backend_named
from polyconv._request import make_problem
from polyconv._select import decide, decide_for
from polyconv.transposed._functions import phases_for
from polyconv.transposed._phases import phases_of, weights_of
from polyconv.transposed._problem import transposed_of
from polyconv.transposed._scatter import error_bound, scatters
from support.agreement import assert_same_bits, poisoned, random_values, slow_but
from support.compare import assert_agrees
from support.drawn import DTYPES, MAX_PRODUCTS, paddings, per_axis
from support.interleaved import published_bound
from support.scatter import convolve_transposed

TUNING = ("workers", "rtol", "workspace_limit")


def problem_of(x, w, output_padding=0, **options):
    return transposed_of(x.shape, x.dtype, w.shape, w.dtype, output_padding, options)


def bound_of(x, w, backend, **options):
    """Return the largest bound that the backend of a phase publishes, or that of the product."""
    t = problem_of(x, w, **options)
    if backend == "auto" and scatters(t, w):
        return error_bound(t)
    phases, bounds = phases_for(t, w, backend), [0.0]
    for phase, weights in zip(phases, weights_of(t, phases, w), strict=True):
        if phase.problem is not None:
            canonical = phase.problem.canonical_w(weights)
            problem, choice = decide_for(phase.problem, canonical, backend, prepared=False)
            bounds.append(backend_named(choice.backend).error_bound(problem))
    return max(bounds)


def choose_for(problem, backend):
    return decide(problem, backend, prepared=False).backend


def check(x, w, bias=None, backend="auto", **options):
    """Compare a backend, plain and planned, new and in ``out=``, with the oracle."""
    semantic = {name: options[name] for name in options if name not in TUNING}
    reference = convolve_transposed(x, w, bias, **semantic)
    before = [None if a is None else a.tobytes() for a in (x, w, bias)]
    result = conv_transpose(x, w, bias, backend=backend, **options)
    bound = bound_of(x, w, backend, **options)
    assert_agrees(result, reference, bound)
    geometry = ("stride", "padding", "output_padding", "dilation", "groups", "data_format")
    shape = output_shape(
        x.shape, w.shape, transpose=True, **{k: options[k] for k in geometry if k in options}
    )
    assert result.shape == shape
    out = poisoned(shape, reference.dtype)
    assert conv_transpose(x, w, bias, backend=backend, out=out, **options) is out
    assert_same_bits(out, result)
    planned = plan(x, w, bias, backend=backend, transpose=True, **options)
    out = poisoned(shape, reference.dtype)
    assert planned(x, out=out) is out
    assert_agrees(out, reference, max(bound, published_bound(planned)))
    assert [None if a is None else a.tobytes() for a in (x, w, bias)] == before


CASES = {
    "stride 1": ((2, 4, 7, 6), (4, 3, 3, 3), {"padding": 1}),
    "full": ((1, 2, 4, 5), (2, 3, 3, 2), {"padding": "full"}),
    "same": ((1, 2, 5, 4), (2, 3, 3, 5), {"padding": "same", "stride": (2, 3)}),
    "same, kernel below stride": ((1, 2, 5), (2, 3, 2), {"padding": "same_lower", "stride": 4}),
    "causal": ((1, 2, 9), (2, 3, 4), {"padding": "causal", "stride": 2, "output_padding": 1}),
    "dcgan": ((1, 6, 4, 4), (6, 5, 4, 4), {"padding": 1, "stride": 2}),
    "kernel is stride": ((2, 3, 3, 4), (3, 2, 2, 2), {"stride": 2}),
    "1x1": ((2, 3, 3, 4), (3, 2, 1, 1), {"stride": (3, 2)}),
    "six wide": ((1, 4, 9, 8), (4, 3, 6, 6), {"stride": 2, "padding": 2}),
    "dilated": ((1, 2, 9), (2, 2, 4), {"stride": 2, "dilation": 3, "output_padding": 2}),
    "common factor": ((1, 2, 6), (2, 2, 5), {"stride": 4, "dilation": 6, "padding": ((3, 1),)}),
    "groups": ((1, 6, 5, 5), (6, 2, 3, 3), {"stride": 2, "groups": 3, "padding": 1}),
    "depthwise": ((1, 4, 5, 5), (4, 1, 4, 4), {"stride": 2, "groups": 4, "flip": True}),
    "3-D": ((1, 2, 3, 4, 3), (2, 3, 3, 2, 3), {"stride": (2, 2, 1), "padding": (1, 0, 1)}),
    "unbatched": ((3, 5), (3, 2, 3), {"stride": 3, "output_padding": 2}),
    "cropped beyond a phase": ((1, 1, 3), (1, 1, 5), {"stride": 5, "padding": 6}),
}


FAST = [
    "stride 1",
    "same",
    "dcgan",
    "kernel is stride",
    "six wide",
    "common factor",
    "groups",
    "3-D",
    "unbatched",
]


@pytest.mark.parametrize("case", slow_but(CASES, *FAST))
@pytest.mark.parametrize("layout", ["channels_first", "channels_last"])
def test_every_backend(backend, case, layout):
    x_shape, w_shape, options = CASES[case]
    for dtype in ("float32", "complex128", "int8"):
        x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
        if layout == "channels_last":
            axis = x.ndim - w.ndim + 1
            x, w = np.moveaxis(x, axis, -1).copy(), np.moveaxis(w, (0, 1), (-1, -2)).copy()
        used = {**options, "data_format": layout}
        filters = w_shape[1] * options.get("groups", 1)
        bias = random_values((filters,), "int8", 3)
        try:
            check(x, w, bias, backend.name, **used)
        except UnsupportedProblem:
            phases = phases_of(problem_of(x, w, **used))
            assert any(p.problem and backend.unsupported(p.problem) for p in phases)


@st.composite
def calls(draw):
    """Draw arrays in the caller's layout, and options."""
    rank = draw(st.sampled_from([1, 2, 3]))
    groups = draw(st.integers(1, 3))
    depth, width = (draw(st.sampled_from([1, 2, 3, 0])) for _ in range(2))
    batch = draw(st.sampled_from([None, 1, 2, 0]))
    kernel = tuple(draw(st.integers(1, 7 if rank == 1 else 4)) for _ in range(rank))
    spatial = tuple(draw(st.integers(1, 5 if rank < 3 else 3)) for _ in range(rank))
    options = {
        "stride": per_axis(draw, rank, 4),
        "dilation": per_axis(draw, rank, 3),
        "padding": draw(paddings(rank)),
        "groups": groups,
        "flip": draw(st.booleans()),
        "data_format": draw(st.sampled_from(["channels_first", "channels_last"])),
        "workers": draw(st.sampled_from([None, 1, 2])),
    }
    stride, dilation = (np.broadcast_to(options[k], rank) for k in ("stride", "dilation"))
    if options["padding"] not in ("same", "same_lower"):
        most = np.maximum(stride, dilation) - 1
        options["output_padding"] = tuple(draw(st.integers(0, int(m))) for m in most)
    last = options["data_format"] == "channels_last"
    channels = groups * depth
    image = (*spatial, channels) if last else (channels, *spatial)
    w_shape = (*kernel, width, channels) if last else (channels, width, *kernel)
    x_dtype = draw(st.sampled_from(DTYPES))
    w_dtype = draw(st.sampled_from([x_dtype, "float32", "int8"]))
    seed = draw(st.integers(0, 1000))
    x = random_values(image if batch is None else (batch, *image), x_dtype, seed)
    w = random_values(w_shape, w_dtype, seed + 1)
    return x, w, options


@settings(max_examples=60)
@given(call=calls())
def test_any_problem(call):
    x, w, options = call
    if x.size * max(w.size, 1) > 4 * MAX_PRODUCTS:
        return
    try:
        problem_of(x, w, **options)
    except ValueError as error:
        assert "leaves no output" in str(error)
        return
    check(x, w, **options)


@pytest.mark.parametrize("dtype", ["bool", "int16", "uint8", "uint32", "int64", "float16"])
def test_every_dtype(dtype):
    check(random_values((2, 3, 6, 5), dtype, 1), random_values((3, 2, 3, 4), dtype, 2), stride=2)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 3e38])
@pytest.mark.parametrize("where", ["x", "w"])
def test_values_that_are_not_finite_appear_where_the_sums_have_them(backend, where, value):
    for options in ({"stride": 2, "padding": 1}, {"stride": 1}, {"stride": 2, "dilation": 3}):
        x, w = random_values((1, 2, 6, 5), "float32", 1), random_values((2, 2, 3, 3), "float32", 2)
        (x if where == "x" else w)[0, 1, 2, 1] = value
        try:
            result = conv_transpose(x, w, backend=backend.name, **options)
        except UnsupportedProblem:
            continue
        if not backend.dot_product:
            continue  # a backend that is named may spread them
        for y in (result, conv_transpose(x, w, **options)):
            assert_agrees(y, convolve_transposed(x, w, **options), 1e-5)


def test_of_a_rank():
    for rank, function in enumerate((conv_transpose1d, conv_transpose2d, conv_transpose3d), 1):
        x, w = np.ones((2, *(4,) * rank)), np.ones((2, 3, *(2,) * rank))
        assert_same_bits(function(x, w, stride=2), conv_transpose(x, w, stride=2))
        with pytest.raises(ValueError, match="w has shape"):
            function(x[..., None], w[..., None, None])


def test_it_is_the_transpose_of_conv():
    rng = np.random.default_rng(0)
    for stride, dilation, padding in ((1, 1, 1), (2, 1, "same"), (3, 2, 2), (2, 3, "causal")):
        y = rng.integers(-9, 9, (2, 4, 11, 13))
        w = rng.integers(-9, 9, (6, 2, 3, 4))
        options = {"stride": stride, "dilation": dilation, "padding": padding, "groups": 2}
        x = rng.integers(-9, 9, output_shape(y.shape, w.shape, **options))
        sized = output_shape(x.shape, w.shape, transpose=True, **options)
        if padding == "same":
            rest = {}
            y = y[..., : sized[2], : sized[3]]
            y = np.pad(
                y,
                [
                    (0, 0),
                    (0, 0),
                    *((0, m - n) for m, n in zip(sized[2:], y.shape[2:], strict=True)),
                ],
            )
        else:
            rest = {
                "output_padding": tuple(n - m for m, n in zip(sized[2:], y.shape[2:], strict=True))
            }
        back = conv_transpose(x, w, **options, **rest)
        assert back.shape == y.shape
        assert (back * y).sum() == (x * conv(y, w, **options)).sum()


@pytest.mark.parametrize("kernel", [2, 4])
def test_phases_side_by_side_are_one_convolution(kernel):
    x = random_values((2, 5, 6, 4), "float32", 1)
    w = random_values((kernel, kernel, 3, 4), "float32", 2)
    options = {"stride": 2, "data_format": "channels_last"}
    phases = phases_of(problem_of(x, w, **options))
    assert [phase.width for phase in phases] == [2, 2]
    bias = np.array([1, 2, 3], "float32")
    check(x, w, bias, **options)
    wanted = conv_transpose(x, w, bias, **options)
    # Where their channels are apart, or the result has another order of axes.
    apart = poisoned((*wanted.shape, 2), "float32")
    conv_transpose(x, w, bias, out=apart[..., 0], **options)
    assert_same_bits(apart[..., 0], wanted)
    assert np.isnan(apart[..., 1]).all()
    plan(x, w, bias, transpose=True, **options)(x, out=apart[..., 1])
    reference = convolve_transposed(x, w, bias, **options)
    assert_agrees(apart[..., 1].copy(), reference, 1e-5)
    assert_agrees(conv_transpose(np.asfortranarray(x), w, bias, **options), reference, 1e-5)
    # Cropped results and groups are computed apart.
    for other in ({"padding": 1}, {"groups": 2}):
        phases = phases_of(problem_of(x, w, **options, **other))
        assert {phase.width for phase in phases} == {1}
        check(x, w, **options, **other)


@pytest.mark.slow
def test_a_plan_may_be_pickled_and_measured():
    x, w = random_values((2, 3, 9), "float32", 1), random_values((3, 4, 5), "float32", 2)
    made = plan(x, w, [1, 2, 3, 4], stride=2, transpose=True, effort="measure", workers=1)
    assert made.choice.source == "wisdom"
    assert made.backend in backends()
    copy = pickle.loads(pickle.dumps(made))
    assert_same_bits(copy(x), made(x))
    shaped = plan(x.shape, w, [1, 2, 3, 4], stride=2, transpose=True, workers=1)
    assert_same_bits(shaped(x), made(x))
    assert "TransposedPlan" in repr(made)
    with pytest.raises(ValueError, match="x has shape"):
        made(x[:1])
    with pytest.raises(TypeError, match="x has dtype"):
        made(x.astype("float64"))


def test_choices_are_those_of_the_largest_phase():
    shapes = (1, 8, 12, 12), (8, 6, 3, 3)
    options = {"stride": 2, "transpose": True, "dtype": "float32", "workers": 1}
    phase = make_problem(
        (1, 8, 12, 12), np.dtype("f4"), (6, 8, 2, 2), np.dtype("f4"), padding=1, workers=1
    )
    largest = choose_for(phase, "auto")
    assert choose(*shapes, **options).backend == largest
    assert choose(*shapes, backend="naive", **options).seconds is None
    report = explain(*shapes, **options)
    assert report.choice.backend == largest
    assert "in 4 phases" in str(report)
    assert choose(*shapes, prepared=True, **options).seconds > 0


def test_wisdom_about_the_phases_decides():
    x, w = random_values((1, 4, 9, 9), "float32", 1), random_values((4, 3, 4, 4), "float32", 2)
    timings = find(x, w, stride=2, transpose=True, budget=0.02, workers=1)
    fastest = next(each for each in timings if each.status == "measured")
    chosen = choose(x, w, stride=2, transpose=True, prepared=True, workers=1)
    assert chosen.source == "wisdom"
    assert chosen.backend in {t.backend for t in timings if t.status == "measured"}
    phases = phases_of(problem_of(x, w, stride=2, workers=1))
    assert all(wisdom.recall(phase.problem) for phase in phases)
    assert fastest.seconds > 0


def test_outputs_that_meet_no_products_are_the_bias():
    y = conv_transpose([[1.0]], [[[2.0, 3.0]]], [10], stride=7, dilation=3, output_padding=5)
    assert y.tolist() == [[12, 10, 10, 13, 10, 10, 10, 10, 10]]
    assert conv_transpose(np.ones((1, 1)), np.ones((1, 1, 1)), padding="same", stride=4).sum() == 1
    assert conv_transpose(np.ones((1, 2)), np.ones((1, 1, 2)), stride=10**6).sum() == 4
    assert conv_transpose(np.ones((2, 0)), np.ones((2, 3, 2)), padding="same").shape == (3, 0)


def test_a_result_has_the_order_of_its_input_in_memory():
    x = np.asfortranarray(random_values((3, 8, 9), "float32", 1))
    w = random_values((3, 2, 4, 4), "float32", 2)
    y = conv_transpose(x, w, stride=2)
    assert y.flags.f_contiguous
    assert_agrees(y, convolve_transposed(x, w, stride=2), 1e-5)


def test_nothing_grows_with_the_stride():
    x, w = np.ones((1, 4, 400_000), "float32"), np.ones((4, 2, 8), "float32")
    out = np.empty(output_shape(x.shape, w.shape, stride=8, transpose=True), "float32")
    options = {"stride": 8, "workers": 1, "backend": "direct"}
    conv_transpose(x[..., :9], w, **options)
    tracemalloc.start()
    conv_transpose(x, w, out=out, **options)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    phases = phases_for(problem_of(x, w, stride=8, workers=1), w, "direct")
    backend = backend_named("direct")
    interleavers = [backend.interleaver(phase.problem, phase.interleaving) for phase in phases]
    workspace = max(interleaver.cost.workspace for interleaver in interleavers)
    assert peak < workspace + (1 << 18) < x.nbytes


def test_phases_have_the_workers_of_their_call():
    t = transposed_of((1, 64, 64, 64), np.dtype("f4"), (64, 64, 3, 3), None, 0, {"stride": 2})
    for count in (2, 1, 2):
        with set_workers(count):
            assert {phase.problem.workers for phase in phases_of(t)} == {count}


SCATTERED = {
    "dcgan": ((2, 64, 2, 3), (64, 36, 4, 4), {"padding": 1, "stride": 2}),
    "1x1": ((1, 300, 13), (300, 130, 1), {}),
    "kernel is stride": ((1, 128, 5, 4), (128, 64, 2, 2), {"stride": 2, "output_padding": 1}),
    "dilated groups": ((1, 66, 7), (66, 200, 9), {"stride": 3, "dilation": 2, "groups": 3}),
    "3-D": ((1, 60, 2, 1, 3), (60, 32, 2, 3, 3), {"stride": (1, 2, 2), "padding": (1, 1, 0)}),
    "cropped": ((8, 5), (8, 2000, 4), {"stride": 2, "padding": 5}),
}


@pytest.mark.parametrize("case", SCATTERED)
@pytest.mark.parametrize("layout", ["channels_first", "channels_last"])
def test_few_pixels_are_scattered(case, layout):
    x_shape, w_shape, options = SCATTERED[case]
    for dtype in ("float32", "float64"):
        x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
        if layout == "channels_last":
            axis = x.ndim - w.ndim + 1
            x, w = np.moveaxis(x, axis, -1).copy(), np.moveaxis(w, (0, 1), (-1, -2)).copy()
        used = {**options, "data_format": layout}
        bias = random_values((w_shape[1] * options.get("groups", 1),), dtype, 3)
        for flip in (False, True):
            assert scatters(problem_of(x, w, **used), w)
            check(x, w, bias, flip=flip, **used)
        x.flat[5], x.flat[-1] = np.inf, np.nan
        reference = convolve_transposed(x, w, bias, **used)
        assert_agrees(conv_transpose(x, w, bias, **used), reference, bound_of(x, w, "auto", **used))
        results = [conv_transpose(x, w, workers=n, **used).tobytes() for n in (1, 3)]
        assert results[0] == results[1]
    assert "scattered" in str(explain(x, w, transpose=True, **used))
    assert "scattered" not in str(explain(x, w, transpose=True, prepared=True, **used))


def test_a_backend_of_set_backend_scatters_nothing():
    x_shape, w_shape, options = SCATTERED["dcgan"]
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    with set_backend("cython"):
        result = conv_transpose(x, w, **options)
        assert "scattered" not in str(explain(x, w, transpose=True, **options))
    assert_same_bits(result, conv_transpose(x, w, backend="cython", **options))
    assert (result != conv_transpose(x, w, **options)).any()
