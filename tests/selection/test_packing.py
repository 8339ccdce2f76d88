"""Plain calls that pack their weights in compiled code, and what the cost model knows of them."""

import importlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from polyconv import Backend, _model, conv
from polyconv._decided_calls import packer_of
from polyconv._exchange import as_computed, packing_calls
from polyconv.backends import BACKENDS
from support.agreement import problem_of, slow_but_first

ROOT = Path(__file__).parents[2]
PACKING = [b for b in BACKENDS if type(b).packer is not Backend.packer]
BY_NAME = {backend.name: backend for backend in BACKENDS}


@pytest.fixture(scope="module")
def various():
    """Random problems of every class and dtype, some flipped or with few filters left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        problems, timings = (
            importlib.import_module(f"benchmarks.cost_model.{name}")
            for name in ("problems", "timings")
        )
    draws = (
        problems.random_problem,
        problems.random_corner,
        problems.random_structured_problem,
        problems.random_rare_dtype_problem,
        problems.random_few_pixels_problem,
    )
    rows = [draws[number % 5](12, number) for number in range(200)]
    return [
        replace(timings.problem_of(row, 1 + number % 2), flip=number % 7 == 0)
        for number, row in enumerate(rows)
    ]


@pytest.mark.parametrize("backend", PACKING, ids=lambda b: b.name)
def test_a_backend_tells_which_problems_it_has_a_packer_for(backend, various):
    seen = set()
    for problem in various:
        if backend.unsupported(problem) is None:
            calls = backend.packer_calls(problem)
            assert (calls is None) == (backend.packer(problem) is None), problem
            assert calls is None or calls >= 0
            seen.add(calls is None)
    assert False in seen


def test_backends_without_a_packer_say_so(various):
    for backend in BACKENDS:
        if backend not in PACKING:
            assert backend.packer_calls(various[0]) is None


@pytest.mark.parametrize("backend", slow_but_first(PACKING), ids=lambda b: b.name)
def test_calls_that_are_predicted_to_pack_do(backend, various):
    for problem in various:
        refused = backend.unsupported(problem) is not None
        if not refused and as_computed(backend, problem, prepared=False) is problem:
            packs = packing_calls(backend, problem) is not None
            if not problem.tests_weights:
                assert packs == (packer_of(problem, backend) is not None), problem


def test_weights_that_are_converted_or_rearranged_take_more_calls():
    x, w = np.ones((1, 2, 9), np.float32), np.ones((4, 2, 3), np.float32)
    plain = problem_of(x, w)
    for name, calls in (("direct", 0), ("im2col", 0), ("cython", 0)):
        backend = BY_NAME[name]
        assert packing_calls(backend, plain) == calls
        assert packing_calls(backend, replace(plain, flip=True)) == calls + 1
        last = replace(plain, data_format="channels_last")
        assert packing_calls(backend, last) == calls + 1
    half = problem_of(x.astype(np.float16), w.astype(np.float16))
    assert packing_calls(BY_NAME["im2col"], half) == 1
    assert packing_calls(BY_NAME["fft_tiled"], half) is None  # a transform converts in Python
    assert packing_calls(BY_NAME["naive"], plain) is None


@pytest.mark.skipif(not hasattr(_model._rates, "PACKING"), reason="a fit before packers were timed")
@pytest.mark.parametrize("name", ["direct", "im2col", "cython"])
def test_packing_is_predicted_to_take_less_than_preparing(name):
    x, w = np.ones((1, 2, 9), np.float32), np.ones((4, 2, 3), np.float32)
    problem, backend = problem_of(x, w), BY_NAME[name]
    preparing = _model.predict_prepare(backend, problem)
    packing = _model.predict_prepare(backend, problem, prepared=False)
    assert packing < 0.5 * preparing
    # Measured calls are a plan's; what a plain call packs is the same.
    assert _model.predict_prepare(backend, problem, prepared=False, measured=True) == packing


def test_a_plain_call_exchanges_with_a_given_result():
    rng = np.random.default_rng(0)
    x = rng.standard_normal((1, 1, 8)).astype(np.float32)
    w = rng.standard_normal((1, 1, 40_000)).astype(np.float32)
    assert as_computed(BY_NAME["direct"], problem_of(x, w, padding="full")).kernel == (8,)
    expected = conv(x, w, padding="full", backend="direct")
    for _ in range(3):  # the first call is decided in Python
        out = np.full_like(expected, np.nan)
        assert conv(x, w, padding="full", backend="direct", out=out) is out
        np.testing.assert_array_equal(out, expected)


def test_a_result_on_top_of_exchanged_weights_is_refused_by_every_call():
    rng = np.random.default_rng(0)
    x = rng.standard_normal((1, 1, 8)).astype(np.float32)
    memory = rng.standard_normal(50_007).astype(np.float32)
    w, out = memory[:40_000].reshape(1, 1, -1), memory[:40_007].reshape(1, 1, -1)
    conv(x, w, padding="full", backend="direct")  # later calls are known
    for _ in range(3):
        with pytest.raises(ValueError, match="out overlaps w"):
            conv(x, w, padding="full", backend="direct", out=out)


def test_empty_results_need_no_packer():
    for shapes in (((0, 2, 9), (4, 2, 3)), ((1, 2, 9), (0, 2, 3)), ((3, 0, 9), (4, 0, 3))):
        given = [np.ones(shape, np.float32) for shape in shapes]
        problem = problem_of(*given, padding=0)
        assert problem.empty
        assert all(packing_calls(backend, problem) is None for backend in PACKING)
        assert not conv(*given).any()
