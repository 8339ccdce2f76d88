"""Metamorphic laws of convolution: equations between two results of one backend.

They need no oracle, so they hold a backend to account on problems of any size. Each law yields
pairs of answers that must be equal: exactly for integers, and otherwise within the sum of the
errors that the backend's published bound allows on the two sides.

Inputs of floats are multiples of a power of two with four spare bits in their significand, so that
the sums of inputs that linearity needs are exact, and only the backend under test rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np

from polyconv import UnsupportedProblem, conv
from support.agreement import poisoned, problem_of
from support.compare import allowed_error
from support.oracle import wide_dtype

# Bits of the significand that sums such as 2 * a + 3 * b need beyond those of a and b.
SPARE_BITS = 4


@dataclass(frozen=True)
class Answer:
    """A result in a wide dtype, and the largest error that each of its elements may hold.

    Arithmetic on answers adds up their errors. Integers keep the result's dtype: they wrap around
    as the convolution does, and hold no error.
    """

    value: np.ndarray
    allowed: np.ndarray

    def __add__(self, other: Answer) -> Answer:
        return Answer(self.value + other.value, self.allowed + other.allowed)

    def __rmul__(self, factor: complex) -> Answer:
        return Answer(factor * self.value, abs(factor) * self.allowed)

    def __getitem__(self, index: Any) -> Answer:
        return Answer(self.value[index], self.allowed[index])

    def roll(self, shift: int, axis: int) -> Answer:
        return Answer(np.roll(self.value, shift, axis), np.roll(self.allowed, shift, axis))


def concatenate(answers: list[Answer], axis: int) -> Answer:
    return Answer(
        np.concatenate([a.value for a in answers], axis),
        np.concatenate([a.allowed for a in answers], axis),
    )


def assert_equal(left: Answer, right: Answer) -> None:
    """Fail unless the two sides of a law are equal within the errors that both may hold."""
    assert left.value.shape == right.value.shape
    assert left.value.dtype == right.value.dtype
    if left.value.dtype.kind in "iu":
        wrong = left.value != right.value
        assert not wrong.any(), f"{wrong.sum()} of {wrong.size} integers differ"
        return
    for side in (left, right):
        assert np.isfinite(side.value).all(), "finite inputs gave a result that is not finite"
    error = np.abs(left.value - right.value)
    # The sums and differences of the law itself round in the wide dtype, a few times each.
    own = 4 * np.finfo(left.value.dtype).eps * (np.abs(left.value) + np.abs(right.value))
    allowed = left.allowed + right.allowed + own
    wrong = error > allowed
    if wrong.any():
        excess = float((error[wrong] / allowed[wrong]).max())
        raise AssertionError(
            f"{wrong.sum()} of {wrong.size} elements differ, by up to {excess:.3g} times the bound"
        )


@dataclass(frozen=True)
class Case:
    """Canonical arrays and options of one problem; `seed` gives further arrays of their kind.

    `answers` are those to the problem itself, with and without `bias`, of the backend that was the
    last to be held to a law: most laws ask for them.
    """

    x: np.ndarray
    w: np.ndarray
    bias: np.ndarray
    options: dict[str, Any]
    seed: int
    answers: dict[tuple[Any, bool], Answer] = field(default_factory=dict)

    @classmethod
    def draw(
        cls,
        x_shape: tuple[int, ...],
        w_shape: tuple[int, ...],
        dtype: Any,
        seed: int = 0,
        **options: Any,
    ) -> Case:
        x, w = exact_values(x_shape, dtype, seed), exact_values(w_shape, dtype, seed + 1)
        return cls(x, w, exact_values(w_shape[:1], dtype, seed + 2), options, seed)

    @property
    def groups(self) -> int:
        return self.options.get("groups", 1)

    @property
    def rng(self) -> np.random.Generator:
        return np.random.default_rng(self.seed + 3)

    def another(self, of: np.ndarray) -> np.ndarray:
        return exact_values(of.shape, of.dtype, self.seed + 4)


def exact_values(shape: tuple[int, ...], dtype: Any, seed: int) -> np.ndarray:
    """Values whose sums with small factors are exact in `dtype`."""
    rng = np.random.default_rng(seed)
    dtype = np.dtype(dtype)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        low, high = int(limits.min) >> SPARE_BITS, int(limits.max) >> SPARE_BITS
        return rng.integers(low, high, shape, dtype, endpoint=True)
    if dtype.kind == "c":
        part = np.empty(0, dtype).real.dtype
        return exact_values(shape, part, seed) + 1j * exact_values(shape, part, seed + 100)
    unit = 2 ** (np.finfo(dtype).nmant + 1 - SPARE_BITS)
    return (rng.integers(-unit, unit, shape, endpoint=True) / unit).astype(dtype)


Run = Callable[..., Answer]
Law = Callable[[Run, Case], Iterator[tuple[Answer, Answer]]]
# Each call gets poison of its own, so that integers left unwritten differ on the two sides.
_poison = count()


def answer(backend: Any, x: np.ndarray, w: np.ndarray, bias: Any = None, **options: Any) -> Answer:
    """Convolve canonical arrays with `backend` in the layout of ``options["data_format"]``."""
    last = options.get("data_format") == "channels_last"
    if last:
        x_given = np.ascontiguousarray(np.moveaxis(x, 1, -1))
        w_given = np.ascontiguousarray(np.moveaxis(w, (0, 1), (-1, -2)))
    else:
        x_given, w_given = x, w
    problem = problem_of(x_given, w_given, **options)
    out = poisoned(problem.out_shape, problem.dtype, 1 + next(_poison) % 255)
    conv(x_given, w_given, bias, backend=backend.name, out=out, **options)
    if last:
        out = np.moveaxis(out, -1, 1)
    if out.dtype.kind in "iu":
        return Answer(out, np.broadcast_to(0, out.shape))
    value = out.astype(wide_dtype(problem.accumulator))
    largest = np.abs(x).max(initial=0).astype(float)
    if options.get("padding_mode") == "constant":
        largest = max(largest, abs(options.get("padding_value", 0)))
    scale = largest * np.abs(w).astype(float).sum(tuple(range(1, w.ndim)))
    if bias is not None:
        scale = scale + np.abs(bias).astype(float)
    scale = scale.reshape(-1, *(1,) * (w.ndim - 2))
    bound, terms = backend.error_bound(problem), w[0].size if w.size else 0
    allowed = allowed_error(problem.dtype, bound, scale, np.abs(value), terms)
    return Answer(value, np.broadcast_to(allowed, value.shape))


def holds(law: Law, backend: Any, case: Case) -> bool:
    """Hold `backend` to `law`; return False where it refuses the problem or the law has no case."""

    def run(x: np.ndarray, w: np.ndarray, bias: Any = None, **changed: Any) -> Answer:
        key = backend, bias is not None
        usual = x is case.x and w is case.w and (bias is None or bias is case.bias)
        itself = usual and not changed
        if itself and key in case.answers:
            return case.answers[key]
        given = answer(backend, x, w, bias, **(case.options | changed))
        if itself:
            if all(other is not backend for other, _ in case.answers):
                case.answers.clear()
            case.answers[key] = given
        return given

    compared = False
    try:
        for left, right in law(run, case):
            assert_equal(left, right)
            compared = True
    except UnsupportedProblem:
        return False
    return compared


def _factors(dtype: np.dtype) -> tuple[complex, complex]:
    """Two factors whose multiples of exact values are exact; an imaginary one shows conjugation."""
    return (2, 3j) if dtype.kind == "c" else (2, 3)


def linear_in_x(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """``conv(a x + b y, w) = a conv(x, w) + b conv(y, w)``, where padding adds nothing."""
    if case.options.get("padding_value", 0) != 0:
        return
    a, b = _factors(case.x.dtype)
    x, y, w = case.x, case.another(case.x), case.w
    yield run(a * x + b * y, w), a * run(x, w) + b * run(y, w)


def linear_in_w(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """``conv(x, a v + b w) = a conv(x, v) + b conv(x, w)``."""
    a, b = _factors(case.w.dtype)
    x, v, w = case.x, case.w, case.another(case.w)
    yield run(x, a * v + b * w), a * run(x, v) + b * run(x, w)


def shift_equivariant(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Zeros put before the input, two strides of them, delay the output by two elements."""
    if case.options.get("padding_mode", "zeros") != "zeros":
        return
    x, w, bias = case.x, case.w, case.bias
    stride = np.broadcast_to(case.options.get("stride", 1), x.ndim - 2)
    plain = run(x, w, bias)
    for axis, step in enumerate(stride, start=2):
        widths = [(0, 0)] * x.ndim
        widths[axis] = (2 * int(step), 0)
        yield run(np.pad(x, widths), w, bias)[(slice(None),) * axis + (slice(2, None),)], plain


def circular_shift_equivariant(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """With wrapped padding to the same size, rolling the input rolls the output."""
    x, w, bias = case.x, case.w, case.bias
    plain = run(x, w, bias)
    wrapped = case.options.get("padding_mode") == "wrap"
    dense = np.all(np.equal(case.options.get("stride", 1), 1))
    if wrapped and dense and plain.value.shape[2:] == x.shape[2:]:
        for axis in range(2, x.ndim):
            yield run(np.roll(x, 2, axis), w, bias), plain.roll(2, axis)


def input_channels_permuted(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Input channels in another order within each group, and those of `w` alike, change nothing."""
    order = case.rng.permutation(case.w.shape[1])
    x = _in_groups(case.x, 1, case.groups)[:, :, order].reshape(case.x.shape)
    yield run(x, case.w[:, order], case.bias), run(case.x, case.w, case.bias)


def output_channels_permuted(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Filters in another order within each group give the output channels in that order."""
    order = _in_groups(np.arange(len(case.w)), 0, case.groups)
    order = case.rng.permuted(order, axis=1).ravel()
    left = run(case.x, case.w[order], case.bias[order])
    yield left, run(case.x, case.w, case.bias)[:, order]


def groups_permuted(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Groups in another order give the output channels in that order."""
    order = np.roll(np.arange(case.groups), 1)
    inputs = _in_groups(np.arange(case.x.shape[1]), 0, case.groups)[order].ravel()
    filters = _in_groups(np.arange(len(case.w)), 0, case.groups)[order].ravel()
    left = run(case.x[:, inputs], case.w[filters], case.bias[filters])
    yield left, run(case.x, case.w, case.bias)[:, filters]


def groups_concatenated(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Each group is a convolution of its own."""
    parts = [
        run(*part, groups=1)
        for part in zip(
            np.split(case.x, case.groups, axis=1),
            np.split(case.w, case.groups),
            np.split(case.bias, case.groups),
            strict=True,
        )
    ]
    yield concatenate(parts, axis=1), run(case.x, case.w, case.bias)


def batches_concatenated(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """Each image is a convolution of its own."""
    parts = [run(part, case.w, case.bias) for part in (case.x[:1], case.x[1:])]
    yield concatenate(parts, axis=0), run(case.x, case.w, case.bias)


def flip_reverses_the_kernel(run: Run, case: Case) -> Iterator[tuple[Answer, Answer]]:
    """``flip=True`` is the same as a kernel reversed along its spatial axes."""
    backwards = np.flip(case.w, tuple(range(2, case.w.ndim)))
    yield (
        run(case.x, case.w, case.bias, flip=True),
        run(case.x, backwards, case.bias, flip=False),
    )


def _in_groups(a: np.ndarray, axis: int, groups: int) -> np.ndarray:
    """View `axis` of `a` as two axes: the group, and the channel within it."""
    shape = (*a.shape[:axis], groups, a.shape[axis] // groups, *a.shape[axis + 1 :])
    return a.reshape(shape)


LAWS: tuple[Law, ...] = (
    linear_in_x,
    linear_in_w,
    shift_equivariant,
    circular_shift_equivariant,
    input_channels_permuted,
    output_channels_permuted,
    groups_permuted,
    groups_concatenated,
    batches_concatenated,
    flip_reverses_the_kernel,
)
