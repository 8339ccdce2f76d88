"""The structure of filters as a part of the problem: where it is tested, and what depends on it."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

import polyconv
from polyconv import UnsupportedProblem, choose, conv, explain, find, plan, wisdom
from polyconv._exchange import as_computed
from polyconv._request import make_problem
from polyconv._structure import (
    DENSE,
    MAX_OUTER_PRODUCTS,
    Structure,
    factorise,
    float_test,
    max_rank_of,
    min_outputs_of,
    structure_of,
)
from polyconv.backends import BACKENDS
from support.agreement import problem_of, random_values, remember

COMPILED = next(backend for backend in BACKENDS if backend.name == "cython")
LINE = np.array([1, 4, 6, 4, 1], np.float32) / 16
BLUR = np.outer(LINE, LINE)[None, None]
# Large enough for a plain call to test its weights.
X = random_values((1, 1, 600, 620), "float32", 1)
SMALL = X[:, :, :30, :32]
DENSE_W = random_values((1, 1, 5, 5), "float32", 2)


@pytest.fixture
def factoring(smearing, monkeypatch):
    """Return a made-up backend that refuses dense filters and computes with the factors."""
    seen = smearing.seen = []

    def unsupported(p):
        return "filters are dense" if p.structure == DENSE else None

    def prepare(p, w):
        factors = factorise(w, p.accumulator, p.structure.rank, p.structure_rtol)
        assert factors is not None
        seen.append((p, factors))
        names = "abc"[: p.rank]
        product = np.einsum(",".join("kir" + n for n in names) + "->ki" + names, *factors.axes)
        return COMPILED.prepare(p, product.astype(p.accumulator))

    monkeypatch.setattr(smearing, "unsupported", unsupported)
    monkeypatch.setattr(smearing, "prepare", prepare)
    return smearing


@pytest.fixture
def tests_of_weights(monkeypatch):
    """Return the list of weights that were tested."""
    seen = []

    def counted(w, *arguments):
        seen.append(w)
        return structure_of(w, *arguments)

    def counted_test(*limits):
        def test(w):
            seen.append(w)
            return float_test(*limits)(w)

        return test

    monkeypatch.setattr("polyconv._problem.structure_of", counted)
    monkeypatch.setattr("polyconv._known_calls.float_test", counted_test)
    return seen


def structured(x, w, **options):
    problem = problem_of(x, w, **options)
    return problem.for_weights(problem.canonical_w(w))


def prefer(backend, x, w, **options):
    remember(structured(x, w, **options), {backend.name: 1e-9})


@pytest.mark.parametrize(
    ("structure", "text"),
    [
        (DENSE, "dense"),
        (Structure("box", 1, 0.0), "box"),
        (Structure("separable", 1, 2.0**-24), "separable"),
        (Structure("separable", 3, 2.0**-24), "rank 3"),
    ],
)
def test_problems_show_their_structure(structure, text):
    problem = problem_of(X, BLUR).with_structure(structure)
    assert str(structure) == text
    shown = str(problem)
    assert (f" {text} " in shown) == (structure != DENSE)
    assert shown.replace(f" {text}", "") == str(problem.dense)


def test_problems_of_one_structure_are_one_object():
    dense = problem_of(X, BLUR, padding=1)
    dense.outputs  # noqa: B018 (derived values are shared)
    box = dense.with_structure(Structure("box", 1, 0.0))
    assert box is dense.with_structure(Structure("box", 1, 0.0))
    assert box.dense is dense
    assert dense.with_structure(DENSE) is dense
    assert box == replace(dense, structure=Structure("box", 1, 0.0)) != dense
    copy = pickle.loads(pickle.dumps(box))
    assert copy == box
    assert copy.dense == dense


def test_sizes_of_one_family_keep_their_structure():
    dense = problem_of(X, BLUR, padding=1)
    smaller = dense.resized(1, (100, 90), dense.pads, None)
    box = Structure("box", 1, 0.0)
    assert dense.with_structure(box).family.resized(1, (100, 90), dense.pads, None) == (
        smaller.with_structure(box)
    )
    assert smaller.with_structure(box).family is dense.family.with_structure(box)
    assert smaller.tests_weights == problem_of(X[..., :100, :90], BLUR, padding=1).tests_weights


def test_shapes_alone_are_dense():
    assert explain(X.shape, BLUR.shape, dtype="float32").structure == "dense"
    assert explain(X, BLUR.shape, dtype="float32").structure == "dense"
    assert explain(X.shape, BLUR, dtype="float32").structure == "separable"


def test_an_explanation_shows_the_structure():
    report = explain(X, BLUR, workers=1)
    assert report.structure == report.to_dict()["structure"] == "separable"
    assert " separable " in str(report).splitlines()[0]
    assert explain(X, np.ones((1, 1, 7, 7), "f4"), workers=1).structure == "box"
    assert explain(X, DENSE_W, workers=1).structure == "dense"


LAYOUTS = {
    "plain": (lambda x: x, {}),
    "flipped": (lambda x: x, {"flip": True}),
    "fortran": (np.asfortranarray, {"padding": (1, 3)}),
    "transposed": (lambda x: np.ascontiguousarray(x.swapaxes(2, 3)).swapaxes(2, 3), {}),
    "channels_last": (
        lambda x: np.ascontiguousarray(np.moveaxis(x, 1, -1)),
        {"data_format": "channels_last"},
    ),
    "unbatched": (lambda x: x[0], {"stride": (1, 2)}),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("taps", [(5, 5), (3, 7)])
def test_every_entry_finds_the_same_structure(layout, taps, factoring):
    changed, options = LAYOUTS[layout]
    x = changed(X)
    rng = np.random.default_rng(1)
    w = np.outer(rng.random(taps[0]), rng.random(taps[1])).astype("f4")[None, None]
    if layout == "channels_last":
        w = np.moveaxis(w, (0, 1), (-1, -2))
    options = {**options, "workers": 1}
    factoring.bound = 1e-6
    find(x, w, budget=1e-3, **options)
    assert wisdom.info()["problems"] == 1
    ours = next(p for p, _ in factoring.seen)
    assert ours.structure.kind == "separable"
    remember(ours, {"smearing": 1e-9})
    assert choose(x, w, **options).backend == "smearing"
    assert choose(x, w, prepared=True, **options).backend == "smearing"
    report = explain(x, w, **options)
    assert (report.choice.backend, report.structure) == ("smearing", "separable")
    expected = conv(x, w, backend="direct", **options)
    prepared = plan(x, w, **options)
    assert prepared.backend == "smearing"
    assert prepared.problem.structure == ours.structure
    for result in (prepared(x), conv(x, w, **options), pickle.loads(pickle.dumps(prepared))(x)):
        np.testing.assert_allclose(result, expected, rtol=0, atol=2e-5)
    assert {p for p, _ in factoring.seen} == {ours}
    assert choose(x, random_values(w.shape, "f4", 3), **options).source != "wisdom"


def test_a_plan_tests_its_weights_again_for_another_order_of_axes(factoring, tests_of_weights):
    w = np.outer([1, 2, 1, 5], [1, 3, 7]).astype("f4")[None, None]
    prepared = plan(SMALL, w, backend="smearing")
    assert len(tests_of_weights) == 1
    for _ in range(3):
        prepared(SMALL)
    assert len(tests_of_weights) == 1
    other = np.asfortranarray(SMALL)
    for _ in range(3):
        result = prepared(other)
    np.testing.assert_allclose(result, conv(SMALL, w, backend="naive"), rtol=1e-5)
    kernels = [p.kernel for p, _ in factoring.seen]
    assert kernels == [(4, 3), (3, 4)]


def test_plain_calls_test_weights_where_that_is_short(tests_of_weights):
    for x, w, tested in (
        (X, BLUR, True),
        (X, DENSE_W, True),
        (SMALL, BLUR, False),
        (X, DENSE_W[:, :, :1], False),  # a line of taps
        (X, DENSE_W[:, :, :1, :1], False),
        (np.ones((1, 8, 99, 99), "f4"), np.ones((8, 8, 5, 5), "f4"), False),  # transforms share
    ):
        tests_of_weights.clear()
        conv(x, w, workers=1)
        assert bool(tests_of_weights) == tested, w.shape
        tests_of_weights.clear()
        conv(x, w, workers=1, backend="direct")
        assert not tests_of_weights


def test_plans_test_weights_where_a_structure_may_pay(tests_of_weights):
    for x, w, tested in (
        (SMALL, BLUR, True),
        (SMALL, np.ones((1, 1, 3, 3), "f4"), True),
        (SMALL, random_values((1, 1, 1, 9), "f4", 1), True),  # a box would pay
        (SMALL, DENSE_W[:, :, :1, :3], False),
        (np.ones((1, 8, 30, 30), "f4"), np.ones((8, 8, 5, 5), "f4"), False),
    ):
        tests_of_weights.clear()
        plan(x, w, workers=1)
        assert len(tests_of_weights) == tested, w.shape


def test_a_short_call_is_dense_and_says_so(factoring):
    prefer(factoring, SMALL, BLUR, workers=1)
    factoring.bound = 1e-6
    assert explain(SMALL, BLUR, workers=1).structure == "dense"
    assert choose(SMALL, BLUR, workers=1).backend != "smearing"
    assert explain(SMALL, BLUR, prepared=True, workers=1).structure == "separable"
    assert choose(SMALL, BLUR, prepared=True, workers=1).backend == "smearing"


def test_what_is_found_for_short_plans_serves_short_calls(factoring):
    find(SMALL, BLUR, budget=1e-3, hopeless=True, workers=1)
    with_structure = wisdom.recall(structured(SMALL, BLUR, workers=1))
    dense = wisdom.recall(problem_of(SMALL, BLUR, workers=1))
    of_both = {n: s for n, s in with_structure.items() if n not in ("smearing", "separable")}
    assert dense == of_both
    assert "smearing" in with_structure
    assert choose(SMALL, BLUR, workers=1).source == "wisdom"


@pytest.mark.parametrize("call", [conv, plan, choose, explain])
def test_a_named_backend_that_refuses_dense_filters_is_asked_again(call, factoring):
    call(SMALL, BLUR, backend="smearing")
    with polyconv.set_backend("smearing"):
        call(SMALL, BLUR)
    for options in ({}, {"backend": "smearing"}):
        other = call if options else with_block(call)
        with pytest.raises(UnsupportedProblem, match="smearing: filters are dense"):
            other(SMALL, DENSE_W, **options)


def with_block(call):
    def inside(*arguments):
        with polyconv.set_backend("smearing"):
            return call(*arguments)

    return inside


def test_without_a_budget_for_errors_only_integers_have_a_structure():
    assert structured(X, BLUR, rtol=0).structure == DENSE
    assert structured(X, np.ones_like(BLUR), rtol=0).structure == DENSE
    whole = (BLUR * 256).astype(np.int64)
    assert structured(X.astype(np.int32), whole, rtol=0).structure == Structure("separable", 1, 0.0)


def test_a_larger_budget_finds_approximate_structures():
    w = BLUR * (1 + 2e-5 * DENSE_W)
    assert structured(X, w).structure == DENSE
    found = structured(X, w, rtol=1e-3).structure
    assert found.kind == "separable"
    assert 1e-7 < found.residual <= 1e-3 / 32


def test_exchanged_arguments_are_dense():
    x, w = random_values((1, 1, 40), "f8", 1), np.ones((1, 1, 300_000))
    problem = structured(x, w, padding="full", workers=1)
    assert problem.structure.kind == "box"
    exchanged = as_computed(next(b for b in BACKENDS if b.name == "direct"), problem)
    assert exchanged is not problem
    assert exchanged.structure == DENSE


def test_wisdom_of_structures_is_kept_apart():
    w = np.ones((1, 1, 5, 5), "f4")
    problems = [structured(X, each, workers=1) for each in (DENSE_W, BLUR, w)]
    for number, problem in enumerate(problems):
        wisdom.record(problem, {"direct": 1.0 + number})
    document = wisdom.export_wisdom()
    wisdom.forget_wisdom()
    assert wisdom.import_wisdom(document).taken == 3
    for number, problem in enumerate(problems):
        assert wisdom.recall(problem) == {"direct": 1.0 + number}
    # The residual decides what may answer, not how long it takes.
    other = problems[1].with_structure(Structure("separable", 1, 2.0**-30))
    assert wisdom.recall(other) == {"direct": 2.0}
    assert wisdom.recall(other.with_structure(Structure("separable", 2, 2.0**-30))) == {}


def test_wisdom_without_structures_is_of_dense_filters():
    wisdom.record(problem_of(X, DENSE_W, workers=1), {"direct": 1.0})
    document = wisdom.export_wisdom()
    (row,) = document["entries"][0]["problems"]
    assert "structure" not in row["problem"]
    for wrong in ("dense", 3, None):
        row["problem"]["structure"] = wrong
        assert wisdom.import_wisdom(document).rejected


@pytest.mark.parametrize(
    ("kernel", "rank"),
    [
        ((1,), 0),
        ((3,), 0),
        ((9,), 1),
        ((1, 3), 0),
        ((2, 2), 1),
        ((3, 3), 1),
        ((5, 5), 1),
        ((7, 7), 2),
        ((31, 31), MAX_OUTER_PRODUCTS),
        ((3, 3, 3), 2),
        ((5, 1, 5), 1),
    ],
)
def test_ranks_that_may_pay(kernel, rank):
    assert max_rank_of(kernel, 1, 1) == rank
    assert max_rank_of(kernel, 3, 64) == rank
    assert max_rank_of(kernel, 64, 64) == 0
    if rank:
        outputs = min_outputs_of(kernel, 1, 1)
        assert 30_000 < outputs < 10**6
        assert min_outputs_of(kernel, 1, 8) > outputs


def test_the_gate_follows_from_counts_alone():
    for size, dtype in ((600, "f4"), (600, "f8"), (100, "f4")):
        x_dtype = np.dtype(dtype)
        problem = make_problem((1, 1, size, size), x_dtype, (1, 1, 5, 5), x_dtype, padding=2)
        limit = problem.workers * min_outputs_of((5, 5), 1, 1)
        assert problem.tests_weights == (problem.outputs >= limit)
