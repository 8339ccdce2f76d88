"""Run one backend on one problem and compare its result with the oracle.

Every conformance test goes through `check`, which also tests the rules of all calls: a refusal
gives its reason, ``out=`` and a new result of the same order in memory have the same bits, poison
in ``out=`` is overwritten, and the inputs are unchanged.
"""

import math
from collections.abc import Iterable
from typing import Any

import ml_dtypes  # noqa: F401 - makes NumPy know the name "bfloat16"
import numpy as np
import pytest

from polyconv import Cost, UnsupportedProblem, backends, conv, wisdom
from polyconv._problem import Problem
from polyconv._request import make_problem
from polyconv._structure import MAX_OUTER_PRODUCTS
from polyconv.backends import BACKENDS
from support import oracle
from support.compare import assert_agrees
from support.structured import KINDS, refuses_dense, structured

REFERENCE = BACKENDS[-1]
FAST = [backend for backend in BACKENDS if backend is not REFERENCE]

# Options that never change the result.
TUNING_OPTIONS = ("rtol", "workers", "workspace_limit")

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]


def slow_but_first(values: Iterable[Any], fast: int = 1) -> list[Any]:
    """Return parameters for pytest, of which all but the first `fast` ones are marked slow."""
    values = list(values)
    return values[:fast] + [pytest.param(each, marks=pytest.mark.slow) for each in values[fast:]]


def slow_but(values: Iterable[Any], *fast: Any) -> list[Any]:
    """Return parameters for pytest, of which all but those in `fast` are marked slow."""
    values = list(values)
    missing = [each for each in fast if each not in values]
    assert not missing, f"{missing} are none of the parameters"
    return [each if each in fast else pytest.param(each, marks=pytest.mark.slow) for each in values]


def random_values(shape: tuple[int, ...], dtype: Any, seed: int = 0) -> np.ndarray:
    """Return normal deviates, or integers from the whole range of `dtype`."""
    rng = np.random.default_rng(seed)
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return rng.integers(0, 2, shape).astype(dtype)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        native = dtype.newbyteorder("=")
        return rng.integers(limits.min, limits.max, shape, native, endpoint=True).astype(dtype)
    if dtype.kind == "c":
        return (rng.standard_normal(shape) + 1j * rng.standard_normal(shape)).astype(dtype)
    return rng.standard_normal(shape).astype(dtype)


def poisoned(shape: tuple[int, ...], dtype: Any, byte: int = 0xA5) -> np.ndarray:
    """Return an array of values that no right answer holds: NaN, or `byte` repeated in integers."""
    dtype = np.dtype(dtype)
    if dtype.kind in "iu":
        return np.full(shape, np.frombuffer(bytes([byte]) * dtype.itemsize, dtype)[0])
    return np.full(shape, complex(np.nan, np.nan) if dtype.kind == "c" else np.nan, dtype)


def problem_of(x: np.ndarray, w: np.ndarray, **options: Any) -> Problem:
    return make_problem(
        x.shape, x.dtype.newbyteorder("="), w.shape, w.dtype.newbyteorder("="), **options
    )


def remember(problem: Problem, seconds: dict[str, float]) -> None:
    """Record `seconds` for `problem`, and all other backends as hopeless."""
    wisdom.record(problem, dict.fromkeys(backends(), math.inf) | seconds)


def problem_for(backend: Any, x: np.ndarray, w: np.ndarray, **options: Any) -> Problem:
    """Return the problem as a call that names `backend` computes it.

    The weights are tested for a structure where the backend refuses dense filters.
    """
    problem = problem_of(x, w, **options)
    if backend.unsupported(problem) is None:
        return problem
    native = w.astype(w.dtype.newbyteorder("="))
    return problem.for_weights(problem.canonical_w(native), MAX_OUTER_PRODUCTS)


def supports(backend: Any, x: np.ndarray, w: np.ndarray, **options: Any) -> bool:
    return backend.unsupported(problem_for(backend, x, w, **options)) is None


def require(backend: Any, x: np.ndarray, w: np.ndarray, **options: Any) -> None:
    """Skip the test if `backend` refuses this problem; `check` tests the refusal."""
    reason = backend.unsupported(problem_for(backend, x, w, **options))
    if reason is not None:
        pytest.skip(f"{backend.name}: {reason}")


def check(backend: Any, x: Any, w: Any, bias: Any = None, **options: Any) -> float:
    """Compare `backend` with the oracle on one problem; return its largest error / tolerance.

    A backend that refuses dense filters is compared on structured weights of the same shape, too.
    Called by name, such a backend promises nothing for NaN or infinity, so those are skipped.
    """
    x, w = np.asanyarray(x), np.asanyarray(w)
    worst = _check(backend, x, w, bias, **options)
    if refuses_dense(backend):
        kinds = [kind for kind in KINDS if _is_finite(x) and _is_finite(w)]
        for kind in kinds:
            weights = structured(w, kind, **options)
            if _is_finite(weights):
                worst = max(worst, _check(backend, x, weights, bias, **options))
    return worst


def _is_finite(a: np.ndarray) -> bool:
    return a.dtype.kind in "biu" or bool(np.isfinite(a.astype(np.complex128)).all())


def _check(backend: Any, x: np.ndarray, w: np.ndarray, bias: Any, **options: Any) -> float:
    """Compare `backend` with the oracle on one problem."""
    bias = None if bias is None else np.asanyarray(bias)
    problem = problem_for(backend, x, w, **options)
    reason = backend.unsupported(problem)
    if reason is not None:
        assert_refuses(backend, problem, reason, x, w, bias, options)
        return 0.0
    semantic = {name: options[name] for name in options if name not in TUNING_OPTIONS}
    reference = oracle.recalled(x, w, bias, **semantic)
    bound = backend.error_bound(problem)
    assert 0 <= bound < np.inf
    assert_is_cost(backend.cost(problem))

    before = [None if a is None else a.tobytes() for a in (x, w, bias)]
    result = conv(x, w, bias, backend=backend.name, **options)
    worst = assert_agrees(result, reference, bound)
    poison = poisoned(result.shape, result.dtype)
    # The last bits depend on the order of axes in memory, see docs/semantics.md.
    out = np.empty_like(result)
    out[...] = poison
    assert conv(x, w, bias, backend=backend.name, out=out, **options) is out
    assert_same_bits(out, result)
    if not result.flags.c_contiguous:
        assert conv(x, w, bias, backend=backend.name, out=poison, **options) is poison
        worst = max(worst, assert_agrees(poison, reference, bound))
    after = [None if a is None else a.tobytes() for a in (x, w, bias)]
    assert after == before, "an input was modified"
    return worst


def assert_refuses(
    backend: Any, problem: Problem, reason: str, x: Any, w: Any, bias: Any, options: dict[str, Any]
) -> None:
    """Fail unless a call by name raises the reason that `unsupported` gives, and leaves `out`."""
    assert isinstance(reason, str)
    assert reason
    out = poisoned(problem.out_shape, problem.dtype)
    before = out.tobytes()
    with pytest.raises(UnsupportedProblem) as refusal:
        conv(x, w, bias, backend=backend.name, out=out, **options)
    assert str(refusal.value) == f"{backend.name}: {reason}"
    assert out.tobytes() == before


def assert_tracks_max_abs(
    backend: Any,
    x_shape: Any,
    w_shape: Any,
    dtype: Any,
    w_dtype: Any,
    workers: int,
    **options: Any,
) -> None:
    """Fail unless the kernel returns the largest magnitude that it reads, at any place, and NaN."""
    rng = np.random.default_rng(7)
    x, w = (random_values(x_shape, dtype, 1) / 10).astype(dtype), np.ones(w_shape, w_dtype)
    problem = problem_for(backend, x, w, workers=workers, **options)
    kernel = backend.prepare(problem, problem.canonical_w(w))
    assert kernel.tracks_max_abs
    out = np.empty(problem.out_shape, problem.dtype)

    def seen() -> Any:
        canonical = problem.canonical_x(x), None, problem.canonical_out(out)
        return kernel(*canonical, workers)

    padding = abs(problem.padding_value) if options.get("padding_mode") == "constant" else 0
    none = conv(np.zeros(x_shape, dtype), w, backend="direct", **options)
    assert seen() <= max(1, padding)
    for number in rng.integers(0, x.size, 9 if x.size else 0):
        place = np.unravel_index(number, x_shape)
        one = np.zeros(x_shape, dtype)
        one[place] = 1
        if np.array_equal(conv(one, w, backend="direct", **options), none):
            continue  # no output needs it
        before = x[place]
        for value, largest in ((-9, 9), (np.nan, np.inf), (-np.inf, np.inf)):
            x[place] = value
            assert seen() == largest, (place, value)
            if x.dtype.kind == "c":
                x[place] = complex(0.5, value)
                assert seen() == largest, (place, value)
        x[place] = before


def assert_is_cost(cost: Any) -> None:
    assert isinstance(cost, Cost)
    counts = vars(cost).copy()
    assert isinstance(counts.pop("variant"), str)
    for count in counts.values():
        assert isinstance(count, int)
        assert count >= 0


def assert_same_bits(a: np.ndarray, b: np.ndarray) -> None:
    """Fail unless all bits are equal; a NaN may have any sign and payload, as in IEEE 754."""
    assert a.shape == b.shape
    assert a.dtype == b.dtype
    assert _canonical(a).tobytes() == _canonical(b).tobytes(), "not the same bits"


def _canonical(a: np.ndarray) -> np.ndarray:
    a = np.array(a, order="C", ndmin=1)
    if a.dtype.kind not in "iu":
        parts = a.view(a.real.dtype) if a.dtype.kind == "c" else a
        parts[np.isnan(parts)] = np.nan
    return a
