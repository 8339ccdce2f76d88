"""Phases that are one convolution, whose results are interleaved where they are stored."""

import pickle

import numpy as np
import pytest

from polyconv import backends, choose, conv_transpose, explain, find, plan, wisdom
from polyconv._registry import backend_named
from polyconv._select import Choice
from polyconv.backends.direct._direct import interleaved_filters
from polyconv.backends.direct.interleaving import interleaves_in_registers
from polyconv.backends.direct.planner import planned as planned_tiles
from polyconv.grad import conv_input
from polyconv.transposed import _functions
from polyconv.transposed._functions import phases_for
from polyconv.transposed._interleaved import InterleavedPlan, interleaved_phases
from polyconv.transposed._phases import phases_of, weights_of
from polyconv.transposed._problem import transposed_of
from polyconv.transposed._tuning import TUNING
from support import interleaved
from support.agreement import assert_same_bits, poisoned, random_values
from support.compare import assert_agrees
from support.scatter import convolve_transposed

LAYER = (1, 24, 17, 18), (24, 10, 2, 2), {"stride": 2, "workers": 1}


def problem_of(x, w, output_padding=0, **options):
    return transposed_of(x.shape, x.dtype, w.shape, w.dtype, output_padding, options)


def arrays(shapes, dtype="float32"):
    x_shape, w_shape, *_ = shapes
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    options = shapes[2] if len(shapes) > 2 else {}
    return x, w, random_values(interleaved.bias_shape(w_shape, options), dtype, 3)


@pytest.mark.parametrize("case", interleaved.CASES)
def test_phases_that_meet_the_same_inputs_are_one(case):
    x_shape, w_shape, options, steps = interleaved.CASES[case]
    x, w, _ = arrays((x_shape, w_shape))
    t = problem_of(x, w, **options)
    phases = phases_of(t, interleaved=True)
    assert {phase.steps for phase in phases} == {steps}
    # Every output is written by one phase.
    count = np.zeros(t.out_shape, int)
    for phase in phases:
        t.part(count, phase.out)[...] += 1
    assert (count == 1).all()
    separate = [phase for phase in phases_of(t) if phase.problem is not None]
    # Pixels at the ends have outputs beyond a result that is cropped.
    flops = [sum(p.problem.flops for p in each) for each in (phases, separate)]
    cropped = "cropped" in case or case == "longer by one"
    assert flops[0] <= (1.25 if cropped else 1) * flops[1]


@pytest.mark.parametrize("case", interleaved.CASES)
def test_whole_blocks_of_few_products_are_interleaved_in_registers(case):
    x_shape, w_shape, options, _ = interleaved.CASES[case]
    x, w, _ = arrays((x_shape, w_shape))
    for phase in phases_of(problem_of(x, w, **options), interleaved=True):
        tiling, _ = planned_tiles(phase.problem, sums_in_result=False)
        found = interleaves_in_registers(phase.problem, tiling, phase.interleaving)
        if "in registers" in case:
            # With 16 registers a block has 4 filters, too few for a stride of 8.
            block = interleaved_filters(x.dtype)
            assert found == (block % phase.interleaving.steps[-1] == 0)
        elif case == "cropped by a stride" or case.startswith("last"):
            pass  # it has whole blocks where vectors are short; rows are not interleaved so
        elif "cropped" in case or case in ("longer by one", "many filters", "one output channel"):
            assert not found


def test_auto_interleaves_where_a_measured_constant_says_that_it_pays(monkeypatch):
    x, w, _ = arrays(LAYER)
    t = problem_of(x, w, **LAYER[2])
    found = []
    for factor in (0.0, 100.0):  # as `benchmarks.cost_model measure` does, in one process
        monkeypatch.setattr(TUNING, "SCATTERED_PHASES", factor)
        found.append(interleaved_phases(t, "auto"))
    assert found == [None, phases_of(t, interleaved=True)]


def test_rows_of_channels_are_computed_at_once_where_filters_are_whole_blocks():
    for case, (x_shape, w_shape, options, _) in interleaved.CASES.items():
        if not case.startswith("last"):
            continue
        x, w, bias = arrays((x_shape, w_shape, options))
        planned = plan(x, w, bias, transpose=True, backend="direct", **options)
        joined = len(planned.plans) == 1 and isinstance(planned.plans[0], InterleavedPlan)
        assert joined == (case != "last, part of a block")


def test_rows_of_channels_are_written_to_any_memory():
    x_shape, w_shape, options, _ = interleaved.CASES["last"]
    x, w, bias = arrays((x_shape, w_shape, options))
    planned = plan(x, w, bias, transpose=True, backend="direct", workers=2, **options)
    expected = planned(x)
    apart = np.full((*expected.shape, 2), 7, np.float32)
    planned(x, out=apart[..., 1])
    assert_same_bits(apart[..., 1].copy(), expected)
    assert (apart[..., 0] == 7).all()
    rows = np.full((2, 10, 16, 32), 7, np.float32)
    planned(np.asfortranarray(x), out=rows[:, :, 1:15])
    assert_same_bits(rows[:, :, 1:15].copy(), expected)
    assert (rows[:, :, [0, 15]] == 7).all()


def test_results_are_those_of_the_definition():
    interleaved.run()


@pytest.mark.parametrize("dtype", ["float16", "complex64", "int8", "int64"])
def test_other_types_are_computed_phase_by_phase(dtype):
    x, w, bias = arrays(LAYER, dtype)
    options = LAYER[2]
    assert interleaved_phases(problem_of(x, w, **options), "direct") is None
    result = conv_transpose(x, w, bias, backend="direct", **options)
    assert_agrees(result, convolve_transposed(x, w, bias, stride=2), 1e-3)


@pytest.mark.parametrize(
    ("w_shape", "options"),
    [
        ((24, 10, 3, 3), {"stride": 2}),  # taps differ
        ((24, 10, 3, 3), {"stride": 3}),
        ((24, 10, 4, 4), {"stride": 2, "dilation": 3}),
        ((24, 5, 2, 2), {"stride": 2, "groups": 2}),
        ((24, 10, 2, 2), {"stride": 2, "workspace_limit": 1 << 20}),
        ((24, 10, 2, 2), {"stride": (2, 1)}),  # rows are contiguous
    ],
)
def test_phases_that_differ_stay_apart(w_shape, options):
    x, w = random_values((1, 24, 17, 18), "float32", 1), random_values(w_shape, "float32", 2)
    assert not any(p.steps for p in phases_of(problem_of(x, w, **options), interleaved=True))


def test_every_backend_computes_them_one_way_or_the_other(backend):
    x, w, bias = arrays(LAYER)
    options = LAYER[2] | {"backend": backend.name}
    try:
        planned = plan(x, w, bias, transpose=True, **options)
    except NotImplementedError:
        return
    kinds = {type(each) is InterleavedPlan for each in planned.plans}
    assert kinds == {backend.name == "direct"}
    assert_agrees(
        planned(x), convolve_transposed(x, w, bias, stride=2), interleaved.published_bound(planned)
    )


def test_results_cropped_by_half_a_stride_are_one_phase():
    x_shape, w_shape, options, _ = interleaved.CASES["cropped, few filters"]
    x, w, _ = arrays((x_shape, w_shape))
    planned = plan(x, w, transpose=True, backend="direct", **options)
    [only] = planned.plans
    assert only.problem.out == (19, 20)
    assert planned(x).shape == (1, 3, 36, 38)
    report = explain(x, w, transpose=True, backend="direct", **options)
    assert "in one phase" in str(report)


@pytest.mark.parametrize(("size", "joined"), [(3, False), (4, True)])
def test_few_outputs_beyond_the_result_are_computed(size, joined):
    x, w, _ = arrays(((1, 6, size), (6, 3, 4)))
    phases = phases_of(problem_of(x, w, stride=2, padding=1), interleaved=True)
    assert [phase.steps for phase in phases] == ([(2,)] if joined else [(), ()])


@pytest.mark.parametrize("padding", [0, 1])
def test_results_may_have_any_memory(padding):
    x, w, bias = arrays(LAYER if padding == 0 else ((1, 6, 18, 19), (6, 3, 4, 4)))
    options = LAYER[2] | {"backend": "direct", "padding": padding}
    wanted = conv_transpose(x, w, bias, **options)
    planned = plan(x, w, bias, transpose=True, **options)
    limited = plan(x, w, bias, transpose=True, workspace_limit=1 << 20, **options)
    assert not any(isinstance(each, InterleavedPlan) for each in limited.plans)
    for call in (planned, limited):
        apart = poisoned((*wanted.shape, 2), "float32")
        call(x, out=apart[..., 0])
        assert_same_bits(apart[..., 0].copy(), wanted)
        assert np.isnan(apart[..., 1]).all()
        unaligned = np.zeros(wanted.nbytes + 1, np.uint8)[1:].view("float32").reshape(wanted.shape)
        assert not unaligned.flags.aligned
        assert_same_bits(call(x, out=unaligned), wanted)
        assert_same_bits(call(x[..., ::-1][..., ::-1]), wanted)
    turned = planned(np.asfortranarray(x))
    assert turned.flags.f_contiguous
    assert_same_bits(turned, wanted)


def test_values_that_are_not_finite_stay_where_they_are():
    x, w, bias = arrays(LAYER)
    x[0, 3, 4, 5], x[0, 7, 0, 0] = np.nan, np.inf
    planned = plan(x, w, bias, transpose=True, backend="direct", **LAYER[2])
    assert_agrees(planned(x), convolve_transposed(x, w, bias, stride=2), 1e-5)
    w[3, 1, 0, 1] = np.inf
    t = problem_of(x, w, **LAYER[2])
    assert not any(phase.steps for phase in phases_for(t, w, "direct"))
    result = conv_transpose(x, w, bias, backend="direct", **LAYER[2])
    assert_agrees(result, convolve_transposed(x, w, bias, stride=2), 1e-5)


def phase_for_winograd():
    """Return a phase that `winograd` interleaves, arrays, and the oracle's arguments."""
    x, w, bias = arrays(((2, 9, 18, 19), (9, 5, 4, 4)))
    [phase] = phases_of(problem_of(x, w, stride=2, padding=1, workers=1), interleaved=True)
    return phase, x, w, bias


def planned_by_model(backend, phase, w, bias):
    t = problem_of(np.empty((2, 9, 18, 19), "float32"), w, stride=2, padding=1, workers=1)
    choice = Choice(backend, "model", None)
    [weights] = weights_of(t, (phase,), w)
    filters = phase.of_filters(bias)
    return InterleavedPlan(phase.problem, phase.interleaving, choice, weights, filters)


@pytest.mark.parametrize("value", [np.nan, -np.inf, 3e38])
def test_values_that_veto_a_transform_are_given_to_a_dot_product(value):
    phase, x, w, bias = phase_for_winograd()
    planned = planned_by_model("winograd", phase, w, bias)
    assert planned.backend == "winograd"
    for sample in (x.copy(), x):
        out = poisoned((2, 5, 36, 38), "float32")
        planned(sample, out)
        wanted = convolve_transposed(sample, w, bias, stride=2, padding=1)
        assert_agrees(out, wanted, phase.problem.rtol)
        x[1, 3, 4, 5] = value


def test_weights_that_veto_a_transform_are_given_to_a_dot_product():
    phase, x, w, bias = phase_for_winograd()
    w[0, 0, 0, 0] = 1e38
    planned = planned_by_model("winograd", phase, w, bias)
    assert planned.backend == "direct"
    out = poisoned((2, 5, 36, 38), "float32")
    planned(x, out)
    assert_agrees(out, convolve_transposed(x, w, bias, stride=2, padding=1), 1e-5)


def test_workers_change_no_bit():
    x, w, bias = arrays(((2, 24, 33, 34), (24, 20, 2, 2)))
    one, two = (
        plan(x, w, bias, transpose=True, stride=2, workers=n, backend="direct") for n in (1, 2)
    )
    assert_same_bits(one(x), two(x))


@pytest.mark.slow
def test_an_interleaved_plan_may_be_pickled_and_measured():
    x, w, bias = arrays(((1, 64, 40, 40), (64, 32, 2, 2)))
    made = plan(x, w, bias, stride=2, transpose=True, workers=1)
    assert any(isinstance(each, InterleavedPlan) for each in made.plans)
    assert_same_bits(pickle.loads(pickle.dumps(made))(x), made(x))
    measured = plan(x.shape, w, stride=2, transpose=True, effort="measure", workers=1)
    assert measured.choice.source == "wisdom"
    t = problem_of(x, w, stride=2, workers=1)
    for phase in (*phases_of(t, interleaved=True), *phases_of(t)):
        assert wisdom.recall(phase.problem)
    wisdom.forget_wisdom()


def test_choices_tell_what_a_plan_does():
    x, w, _ = arrays(((1, 64, 40, 40), (64, 32, 2, 2)))
    options = {"stride": 2, "transpose": True, "workers": 1}
    planned = plan(x, w, **options)
    chosen = choose(x, w, prepared=True, **options)
    assert (chosen.backend, chosen.seconds) == (planned.backend, planned.choice.seconds)
    assert choose(x.shape, w.shape, prepared=True, dtype="float32", **options) == chosen
    assert "interleaved" in str(explain(x, w, prepared=True, **options))
    timings = find(x, w, budget=0.02, **options)
    assert "direct" in {t.backend for t in timings if t.status == "measured"}
    assert choose(x, w, prepared=True, **options).source == "wisdom"
    wisdom.forget_wisdom()


def test_gradients_of_inputs_are_interleaved_too(monkeypatch):
    made = []

    def noted(*given):
        made.append(InterleavedPlan(*given))
        return made[-1]

    monkeypatch.setattr(_functions, "InterleavedPlan", noted)
    w, g = random_values((40, 24, 2, 2), "float32", 1), random_values((1, 40, 18, 17), "float32", 2)
    result = conv_input((1, 24, 36, 34), w, g, stride=2, backend="direct")
    assert len(made) == 1
    assert_agrees(result, convolve_transposed(g, w, stride=2), 1e-5)


def test_the_default_interleaves_nothing():
    assert set(backends()) >= {"direct"}
    x, w, _ = arrays(LAYER)
    phase = phases_of(problem_of(x, w, **LAYER[2]), interleaved=True)[0]
    for name in backends():
        able = backend_named(name).interleaver(phase.problem, phase.interleaving) is not None
        assert able == (name == "direct")
