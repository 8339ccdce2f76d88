"""The comparator itself: it accepts right answers and refuses each kind of wrong one."""

from dataclasses import replace

import numpy as np
import pytest

from support import oracle
from support.agreement import poisoned, random_values
from support.compare import GRANTED, assert_agrees, tolerance

BOUND = 1e-6
DTYPES = ["float32", "float64", "complex64", "complex128", "float16"]


def example(given: str = "float32", **options) -> oracle.Reference:
    x, w = random_values((2, 3, 9), given, 1), random_values((4, 3, 3), given, 2)
    return oracle.convolve(x, w, **options)


def right(reference: oracle.Reference) -> np.ndarray:
    with np.errstate(over="ignore"):
        return reference.value.astype(reference.dtype)


@pytest.mark.parametrize("dtype", [*DTYPES, "int64", "uint8", "bool"])
def test_accepts_the_right_answer(dtype):
    reference = example(dtype)
    assert 0 <= assert_agrees(right(reference), reference, BOUND) <= 1


@pytest.mark.parametrize("dtype", DTYPES)
def test_accepts_an_error_within_the_bound_and_refuses_one_beyond_it(dtype):
    reference = example(dtype)
    bound = 1e-2 if dtype == "float16" else 1e-4
    for k in range(4):
        place = (1, k, 5)
        allowed = tolerance(reference, bound)[place]
        answer = right(reference)
        answer[place] = reference.value[place] + 0.9 * allowed
        assert 0.5 < assert_agrees(answer, reference, bound) < 1
        answer[place] = reference.value[place] + 1.1 * allowed
        with pytest.raises(AssertionError, match=rf"1 of .* beyond its bound; at \(1, {k}, 5\)"):
            assert_agrees(answer, reference, bound)


def test_a_channel_is_measured_by_its_own_scale():
    # The second filter is tiny: an error that the first would be allowed is far too much for it.
    x = np.ones((1, 1, 5))
    w = np.array([[[1.0, 1.0]], [[1e-8, 1e-8]]])
    reference = oracle.convolve(x, w)
    answer = right(reference)
    answer[0, 0, 0] += 1e-7
    assert_agrees(answer, reference, BOUND)
    answer[0, 1, 0] += 1e-7
    with pytest.raises(AssertionError, match="beyond"):
        assert_agrees(answer, reference, BOUND)


def test_the_channel_axis_follows_the_data_format():
    x, w = random_values((1, 5, 5, 2), "float32", 1), random_values((2, 2, 2, 3), "float32", 2)
    w[..., 2] *= 1e-6
    reference = oracle.convolve(x, w, data_format="channels_last")
    assert reference.channel_axis == 3
    answer = right(reference)
    answer[0, 1, 1, 2] += 1e-5
    with pytest.raises(AssertionError, match=r"\(0, 1, 1, 2\)"):
        assert_agrees(answer, reference, BOUND)


def test_refuses_a_wrong_shape():
    reference = example()
    for answer in (right(reference)[:1], right(reference)[..., None], right(reference).ravel()):
        with pytest.raises(AssertionError, match="shape"):
            assert_agrees(answer, reference, BOUND)


@pytest.mark.parametrize("dtype", ["float64", "complex64", "float16", ">f4"])
def test_refuses_a_wrong_dtype(dtype):
    reference = example()
    with pytest.raises(AssertionError, match="dtype"):
        assert_agrees(right(reference).astype(dtype), reference, BOUND)


def test_refuses_what_is_no_plain_array():
    reference = example()
    for answer in (right(reference).tolist(), np.ma.masked_array(right(reference))):
        with pytest.raises(AssertionError, match="ndarray"):
            assert_agrees(answer, reference, BOUND)


@pytest.mark.parametrize(("dtype", "requested"), [("int8", None), ("int8", "int32"), ("u1", None)])
def test_refuses_an_integer_off_by_one(dtype, requested):
    reference = example(dtype, dtype=requested)
    answer = right(reference)
    answer[0, 2, 3] += 1
    with pytest.raises(AssertionError, match=r"1 of .* differs"):
        assert_agrees(answer, reference, np.inf)


@pytest.mark.parametrize("dtype", DTYPES)
def test_refuses_poison_left_over(dtype):
    reference = example(dtype)
    answer = right(reference)
    answer[1, 3, -1] = poisoned((), reference.dtype)[()]
    with pytest.raises(AssertionError, match="finite in one only"):
        assert_agrees(answer, reference, np.inf)


def test_refuses_integer_poison_left_over():
    reference = example("int16")
    answer = right(reference)
    answer[0, 0, 0] = poisoned((), reference.dtype)[()]
    with pytest.raises(AssertionError, match="differs"):
        assert_agrees(answer, reference, 0.0)


def non_finite_example() -> oracle.Reference:
    x = np.ones((1, 1, 12))
    x[0, 0, [1, 5, 9]] = np.nan, np.inf, -np.inf
    return oracle.convolve(x, np.ones((1, 1, 2)))


def test_accepts_non_finite_elements_in_their_places():
    reference = non_finite_example()
    assert_agrees(right(reference), reference, 0.0)


@pytest.mark.parametrize(
    ("place", "value", "complaint"),
    [
        (1, 2.0, "finite in one only"),
        (4, 2.0, "finite in one only"),
        (2, np.nan, "finite in one only"),
        (2, np.inf, "finite in one only"),
        (0, np.inf, "NaN moved"),
        (4, np.nan, "NaN moved"),
        (4, -np.inf, "wrong sign"),
        (8, np.inf, "wrong sign"),
    ],
)
def test_refuses_a_non_finite_element_that_is_wrong(place, value, complaint):
    reference = non_finite_example()
    answer = right(reference)
    answer[0, 0, place] = value
    with pytest.raises(AssertionError, match=complaint):
        assert_agrees(answer, reference, np.inf)


def test_complex_elements_are_compared_as_finite_or_not():
    x = np.ones((1, 1, 4), complex)
    x[0, 0, 0] = np.inf
    reference = oracle.convolve(x, np.ones((1, 1, 1), complex))
    answer = right(reference)
    for value in (complex(np.nan, 1), complex(np.inf, np.nan), complex(0, -np.inf)):
        answer[0, 0, 0] = value
        assert_agrees(answer, reference, BOUND)
    answer[0, 0, 0] = 1
    with pytest.raises(AssertionError, match="finite in one only"):
        assert_agrees(answer, reference, BOUND)


def test_overflow_in_half_precision_is_infinity():
    reference = oracle.convolve(np.full((1, 1, 3), 6e4, "f2"), np.full((1, 1, 2), 2, "f2"))
    assert np.all(np.isposinf(right(reference)))
    assert_agrees(right(reference), reference, BOUND)
    with pytest.raises(AssertionError, match="finite in one only"):
        assert_agrees(np.full((1, 1, 2), 65504, "f2"), reference, np.inf)


def test_an_empty_result_agrees():
    reference = example()
    empty = replace(reference, value=reference.value[:0])
    assert assert_agrees(right(empty), empty, 0.0) == 0.0


def test_every_result_dtype_is_in_the_table():
    assert set(GRANTED) == {"float16", "bfloat16", "float32", "float64", "complex64", "complex128"}
