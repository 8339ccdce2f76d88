"""Metamorphic laws: equations between results that every backend must obey, at any size."""

from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyconv import _registry
from polyconv.backends import BACKENDS
from support import laws
from support.agreement import REFERENCE, slow_but, slow_but_first
from support.drawn import problems
from support.laws import LAWS, Answer, Case, assert_equal, concatenate, exact_values, holds

DTYPES = ["float32", "float64", "complex64", "complex128", "float16", "int8", "uint8", "int64"]

each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)

# Canonical shapes of x and w, and options. All have two images, and groups where a law needs them.
SMALL = {
    "signal": ((2, 4, 17), (4, 2, 5), {"groups": 2, "padding": 2}),
    "image": ((2, 4, 6, 7), (4, 2, 3, 3), {"groups": 2, "padding": 1}),
    "strided and dilated": (
        (2, 2, 11, 13),
        (4, 1, 3, 2),
        {"groups": 2, "stride": (2, 3), "dilation": (2, 1), "padding": ((1, 2), (0, 1))},
    ),
    "volume": ((2, 2, 3, 4, 5), (2, 1, 2, 2, 3), {"groups": 2, "padding": "same"}),
    "wrapped": (
        (2, 2, 6, 7),
        (2, 1, 3, 3),
        {"groups": 2, "padding": "same", "padding_mode": "wrap"},
    ),
    "channels_last": (
        (2, 4, 5, 7),
        (4, 1, 3, 3),
        {"groups": 4, "padding": 1, "data_format": "channels_last", "workers": 2},
    ),
    "beside a value": (
        (2, 4, 6, 7),
        (2, 2, 3, 3),
        {"groups": 2, "padding": 1, "padding_mode": "constant", "padding_value": 3},
    ),
}
# Cases of sizes for which plain Python and the oracle would take minutes.
LARGE = {
    "3x3 layer": ((2, 64, 56, 56), (64, 32, 3, 3), {"groups": 2, "padding": 1}),
    "pointwise layer": ((2, 256, 28, 28), (256, 128, 1, 1), {"groups": 2}),
    "depthwise layer": (
        (2, 32, 112, 112),
        (32, 1, 3, 3),
        {"groups": 32, "padding": 1, "data_format": "channels_last"},
    ),
    "long filter": ((2, 2, 20_000), (2, 1, 1025), {"groups": 2, "padding": "same"}),
    "large kernel": (
        (2, 2, 64, 300),
        (2, 1, 31, 31),
        {"groups": 2, "padding": "same", "padding_mode": "wrap"},
    ),
    "volume": ((2, 16, 10, 20, 28), (16, 8, 3, 3, 3), {"groups": 2, "padding": 1, "workers": 2}),
}

# For a backend with a fault.
TINY = {
    "zeros": ((2, 4, 3, 4), (4, 2, 2, 2), {"groups": 2, "padding": 1}),
    "wrapped": ((2, 2, 4), (2, 1, 3), {"groups": 2, "padding": "same", "padding_mode": "wrap"}),
}
SIZES = {"small": SMALL, "large": LARGE, "tiny": TINY}


@lru_cache(maxsize=1)  # all backends are held to all laws before the next case, see conftest.py
def drawn_case(sizes, name, dtype):
    x_shape, w_shape, options = SIZES[sizes][name]
    return Case.draw(x_shape, w_shape, dtype, **options)


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("name", slow_but(SMALL, "image", "channels_last"))
@each_law
@pytest.mark.slow_in_python
def test_law_holds(backend, law, name, dtype):
    if not holds(law, backend, drawn_case("small", name, dtype)):
        pytest.skip(f"{backend.name} refuses it, or the law says nothing of it")


@pytest.mark.slow
@pytest.mark.parametrize("dtype", ["float32", "complex64", "int8"])
@pytest.mark.parametrize("name", LARGE)
@each_law
def test_law_holds_on_large_problems(backend, law, name, dtype):
    if backend is REFERENCE:
        pytest.skip("plain Python takes minutes")
    if not holds(law, backend, drawn_case("large", name, dtype)):
        pytest.skip(f"{backend.name} refuses it, or the law says nothing of it")


@each_law
def test_each_backend_is_held_to_each_law(backend, law):
    """If every case of a law were skipped for a backend, nothing would be tested."""
    assert any(holds(law, backend, drawn_case("small", name, "float32")) for name in SMALL)


@pytest.mark.slow
@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: backend.name)
@given(problem=problems(), law=st.sampled_from(LAWS))
def test_law_holds_for_any_problem(backend, problem, law):
    x_shape = (1 if problem.batch is None else problem.batch, problem.channels, *problem.spatial)
    depth = problem.channels // problem.options["groups"]
    case = Case(
        exact_values(x_shape, problem.x_dtype, problem.seed),
        exact_values((problem.filters, depth, *problem.kernel), problem.w_dtype, problem.seed + 1),
        exact_values((problem.filters,), problem.w_dtype, problem.seed + 2),
        problem.options,
        problem.seed,
    )
    holds(law, backend, case)


# The following tests show that the comparison and the laws refuse wrong answers.


class Wrong:
    """The reference, with a fault in what it has computed."""

    name = "wrong"
    dot_product = True

    def __init__(self, fault):
        self.fault = fault
        self.calls = 0
        self.unsupported = REFERENCE.unsupported
        self.cost = REFERENCE.cost
        self.error_bound = REFERENCE.error_bound

    def packer(self, p):
        return None

    def unplanned(self, low, high):
        return None

    def prepare(self, p, w):
        if self.fault is ignores_flip and p.flip:
            w = np.flip(w, tuple(range(2, w.ndim)))
        right = REFERENCE.prepare(p, w)

        def kernel(x, bias, out, workers):
            before = out.copy()
            right(x, bias, out, workers)
            self.fault(x, out, before, self.calls)
            self.calls += 1

        return kernel


def adds_one(x, out, before, calls):
    out += 1


def keeps_poison_in_the_last_image(x, out, before, calls):
    out[-1:] = before[-1:]


def doubles_the_first_column(x, out, before, calls):
    out[..., 0] *= 2


def doubles_the_first_image(x, out, before, calls):
    out[:1] *= 2


def doubles_the_first_filter(x, out, before, calls):
    out[:, 0] *= 2


def adds_the_first_channel(x, out, before, calls):
    out += x[:, :1].sum(tuple(range(1, x.ndim)), keepdims=True).astype(out.dtype)


def ignores_flip(x, out, before, calls):
    pass


def changes_one_element_once(x, out, before, calls):
    """Change the last element in the first call: by one, or by a hundredth."""
    if calls == 0:
        last = (-1,) * out.ndim
        out[last] = out[last] + 1 if out.dtype.kind in "iu" else out[last] * out.dtype.type(1.01)


FAULTS = {
    adds_one: {laws.linear_in_x, laws.linear_in_w},
    keeps_poison_in_the_last_image: set(LAWS),
    doubles_the_first_column: {laws.shift_equivariant, laws.circular_shift_equivariant},
    doubles_the_first_image: {laws.batches_concatenated},
    doubles_the_first_filter: {
        laws.output_channels_permuted,
        laws.groups_permuted,
        laws.groups_concatenated,
    },
    adds_the_first_channel: {
        laws.linear_in_w,
        laws.input_channels_permuted,
        laws.groups_permuted,
        laws.groups_concatenated,
    },
    ignores_flip: {laws.flip_reverses_the_kernel},
    changes_one_element_once: set(LAWS),
}


def refused_laws(fault, dtype, monkeypatch):
    """Return the laws that show `fault`, each on the case where it has the most to say."""
    refused = set()
    for law in LAWS:
        wrong = Wrong(fault)
        monkeypatch.setattr(_registry, "_own", (*BACKENDS[:-1], wrong, REFERENCE))
        name = "wrapped" if law is laws.circular_shift_equivariant else "zeros"
        try:
            assert holds(law, wrong, drawn_case("tiny", name, dtype))
        except AssertionError:
            refused.add(law)
    return refused


@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex128", "int8"]))
@pytest.mark.parametrize("fault", slow_but_first(FAULTS, fast=2), ids=lambda fault: fault.__name__)
def test_laws_refuse_a_wrong_backend(fault, dtype, monkeypatch):
    assert refused_laws(fault, dtype, monkeypatch) == FAULTS[fault]


def test_each_law_refuses_a_fault_of_its_own_kind():
    general = {keeps_poison_in_the_last_image, changes_one_element_once}
    special = [refused for fault, refused in FAULTS.items() if fault not in general]
    assert set().union(*special) == set(LAWS)


def test_errors_of_both_sides_are_allowed_and_no_more():
    left = Answer(np.array([1.0, 2.0]), np.array([0.25, 0.25]))
    right = Answer(np.array([1.0, 2.7]), np.array([0.0, 0.5]))
    assert_equal(left, right)
    with pytest.raises(AssertionError, match=r"1 of 2 elements differ, by up to 1\.07 times"):
        assert_equal(left, Answer(np.array([1.0, 2.8]), right.allowed))


def test_errors_add_up_as_answers_are_combined():
    one = Answer(np.array([1.0, -2.0]), np.array([0.5, 0.25]))
    other = Answer(np.array([3.0, 1.0]), np.array([0.125, 1.0]))
    combined = 2 * one + -3 * other
    assert combined.value.tolist() == [-7, -7]
    assert combined.allowed.tolist() == [1.375, 3.5]
    assert concatenate([one, other], 0)[1:3].allowed.tolist() == [0.25, 0.125]
    assert one.roll(1, 0).allowed.tolist() == [0.25, 0.5]


def test_answers_of_other_shapes_or_dtypes_are_refused():
    answer = Answer(np.zeros((2, 3)), np.ones((2, 3)))
    for value in (np.zeros((2, 1)), np.zeros((2, 3), np.float32)):
        with pytest.raises(AssertionError):
            assert_equal(answer, Answer(value, answer.allowed))


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_answers_that_are_not_finite_are_refused_on_both_sides(value):
    answer = Answer(np.array([value]), np.array([np.inf]))
    with pytest.raises(AssertionError, match="not finite"):
        assert_equal(answer, answer)


@pytest.mark.parametrize("dtype", DTYPES)
def test_sums_of_inputs_are_exact(dtype):
    a, b = exact_values((1000,), dtype, 1), exact_values((1000,), dtype, 2)
    wide = np.dtype({"c": "clongdouble", "f": "longdouble"}.get(a.dtype.kind, "int64"))
    total = 2 * a + 3 * b
    assert total.dtype == a.dtype
    if a.dtype == np.int64:
        assert np.abs(total).max() < 2**62  # nothing wrapped around
    assert np.array_equal(total.astype(wide), 2 * a.astype(wide) + 3 * b.astype(wide))
    assert len(set(np.abs(a).tolist())) > 7
