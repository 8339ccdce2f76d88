"""Look up plain calls of `conv` that were decided before, by shapes, dtypes and options.

`_calls` runs what is found. A call that is not known is decided once by `_decided_calls`, whatever
the values of its arrays.

To plan a new size takes far longer than a small problem itself. So the first call of a small size
is computed without a plan (`_new_sizes`), and the size is planned when it comes again. If its plan
would sum in another order, the size is never planned: equal arguments give equal bits.
"""

from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._cache_key cimport is_native_input, type_code, with_tuples
from polyconv._calls cimport PlainCall
from polyconv._expected cimport MAX_AXES

from ._machine import default_workers as _default_workers
from ._new_sizes import problem_without_plan, unplanned_near
from ._size_ranges import SIGNIFICANT_BITS
from ._select import state as _state
from ._structure import coded, float_test
from ._verbose import VERBOSE as _VERBOSE

cnp.import_array()


# Copies, which compiled code reads faster than Python's.
cdef bint VERBOSE = _VERBOSE
cdef object state = _state, default_workers = _default_workers
cdef tuple significant_bits = SIGNIFICANT_BITS

# Maximum number of calls that are kept. Each holds a plan in C of at most 40 KiB, which its backend
# keeps as well. Chosen, not measured.
cdef enum:
    MAX_KNOWN = 512

# By key, the call that `decide` returned: a `PlainCall`, a `TestedCall`, or None.
cdef dict known_calls = {}
# By the key of rounded sizes, the function that `unplanned_near` returned. `seen` holds the keys of
# calls that it computed once: they are planned when they come again.
cdef dict known_ranges = {}
cdef set seen = set()


cdef object kept(key, call):
    """Keep `call` by its key, and return it."""
    if len(known_calls) >= MAX_KNOWN:
        known_calls.clear()
    known_calls[key] = call
    return call


cdef class TestedCall:
    """A plain call whose weights are tested for a structure each time: it tells the backend.

    Parameters
    ----------
    problem : Problem
        With dense filters.
    decide : callable
        Returns the `PlainCall` for the problem with the structure that was found, or None.
    """

    cdef object problem, decide, test

    def __init__(self, problem, decide):
        self.problem, self.decide = problem, decide
        self.test = float_test(problem.max_rank, problem.structure_rtol)

    cdef object of_structure(self, key, w):
        """Return the `PlainCall` for weights of the shape and dtype in `key`, or None."""
        code = self.test(w)
        key = key, code
        known = known_calls.get(key, key)
        if known is key:
            # By the code: another thread may change the weights meanwhile.
            known = kept(key, self.decide(self.problem.with_structure(coded(code))))
        return known


# Positions in the numbers of a key: that of the first size, after dtypes, ranks, options and state,
# and the end.
cdef enum:
    FIRST_SIZE = 8
    KEY_NUMBERS = FIRST_SIZE + 2 * MAX_AXES


cdef bint is_plain(value):
    """Return True for plain arrays of NumPy's own types, aligned and in C order."""
    return is_native_input(value) and cnp.PyArray_ISCARRAY_RO(<cnp.ndarray>value)


cdef object key_of(cnp.ndarray x, cnp.ndarray w, tuple values, tuple names, backend):
    """Return the key of a call: shapes, dtypes, options, and the state on which choices depend.

    It is None if an option has no key, or if there are too many axes. Numbers are compared as
    bytes: objects for them would take 0.2 us.
    """
    cdef long long[KEY_NUMBERS] numbers
    cdef int axis, x_ndim = cnp.PyArray_NDIM(x), w_ndim = cnp.PyArray_NDIM(w)
    cdef unsigned long long code = type_code(values)
    if code == 0:
        values = with_tuples(values)
        code = type_code(values)
    if code == 0 or x_ndim > MAX_AXES or w_ndim > MAX_AXES:
        return None
    preference, generation, faults = state()
    numbers[0], numbers[1] = cnp.PyArray_TYPE(x), cnp.PyArray_TYPE(w)
    numbers[2], numbers[3] = x_ndim, w_ndim
    numbers[4], numbers[5] = <long long>code, default_workers()
    numbers[6], numbers[7] = generation, faults
    for axis in range(x_ndim):
        numbers[FIRST_SIZE + axis] = cnp.PyArray_DIM(x, axis)
    for axis in range(w_ndim):
        numbers[FIRST_SIZE + x_ndim + axis] = cnp.PyArray_DIM(w, axis)
    size = (FIRST_SIZE + x_ndim + w_ndim) * sizeof(long long)
    return (<char *>numbers)[:size], values, names, backend, preference


cdef long long rounded_down(long long n, int bits) noexcept:
    """Return `n` in `bits` significant bits."""
    cdef int dropped = 0
    while n >> dropped >= 1 << bits:
        dropped += 1
    return n >> dropped << dropped


cdef object key_near(tuple key, cnp.ndarray x, cnp.ndarray w, int bits):
    """Return the key of all calls near that of `key`: batch and spatial sizes are rounded down."""
    cdef long long[KEY_NUMBERS] numbers
    cdef bytes exact = <bytes>key[0]
    cdef int axis, x_ndim = cnp.PyArray_NDIM(x), channels = x_ndim - cnp.PyArray_NDIM(w) + 1
    memcpy(numbers, <const char *>exact, len(exact))
    for axis in range(x_ndim):
        if axis != channels:
            numbers[FIRST_SIZE + axis] = rounded_down(numbers[FIRST_SIZE + axis], bits)
    return (<char *>numbers)[:len(exact)], key[1], key[2], key[3], key[4], bits


cdef class UnplannedCall(PlainCall):
    """A plain call that never takes a plan, whose sums would have other roundings.

    Parameters
    ----------
    problem : Problem
        Not empty.
    compute : UnplannedConv
        The function that computes its first call, too.
    """

    cdef object compute

    def __init__(self, problem, compute):
        PlainCall.__init__(self, problem, None)
        self.compute = compute

    cdef object call(self, x, w, bias, out):
        """Return the result; None if an argument needs a closer look."""
        if out is not None and self.target(x, w, bias, out) is None:
            return None
        return self.compute(x, w, bias, out)


cdef object compute_near(key, x, w, backend, tuple values, tuple names):
    """Return the function that computes sizes near that of `x` without a plan, or None.

    Wide ranges come first: fewer of them meet the sizes of a program.
    """
    cdef int bits
    for bits in significant_bits:
        near = key_near(<tuple>key, <cnp.ndarray>x, <cnp.ndarray>w, bits)
        compute = known_ranges.get(near, near)
        if compute is near:
            compute = unplanned_near(x, w, values, names, backend, bits)
            if len(known_ranges) >= MAX_KNOWN:
                known_ranges.clear()
            known_ranges[near] = compute
        if compute is not None:
            return compute
    return None


cdef object decided(decide, compute, x, w, tuple values, tuple names, backend):
    """Return the call that `decide` finds, or one by `compute` where a plan would sum otherwise."""
    if compute is not None:
        problem = problem_without_plan(compute, x, w, values, names)
        if problem is not None:
            return UnplannedCall(problem, compute)
    return decide(x, w, values, names, backend)


cdef object known_or_decided(decide, x, w, bias, out, backend, tuple values, tuple names):
    """Return the result of a plain call, or None; see `plain_call`."""
    if VERBOSE or not (is_plain(x) and is_plain(w) and type(backend) is str):
        return None
    key = key_of(<cnp.ndarray>x, <cnp.ndarray>w, values, names, backend)
    if key is None:
        return None
    known = known_calls.get(key, key)
    if known is key:
        compute = compute_near(key, x, w, backend, values, names)
        if compute is not None and out is None and key not in seen:
            done = compute(x, w, bias)
            if done is not None:
                if len(seen) >= MAX_KNOWN:
                    seen.clear()
                seen.add(key)
                return done
        known = kept(key, decided(decide, compute, x, w, values, names, backend))
    if type(known) is TestedCall:
        known = (<TestedCall>known).of_structure(key, w)
    return None if known is None else (<PlainCall?>known).call(x, w, bias, out)


def plain_call(decide, x, w, bias, out, backend, tuple values):
    """Return the result of `conv`, or None where Python must have a closer look at the arguments.

    Parameters
    ----------
    decide : callable
        Returns the `PlainCall` or `TestedCall` for ``(x, w, values, names, backend)``, whatever the
        values of the arrays; None if there is none. `names` are those of the options, or None for
        all in the order of `make_problem`.
    x, w, bias, out, backend
        Arguments of `conv`.
    values : tuple
        Values of all other options, in the order of `make_problem`.
    """
    return known_or_decided(decide, x, w, bias, out, backend, values, None)


def plain_call_of_rank(int rank, decide, x, w, bias, dict options):
    """Return the result of `plain_call` for `conv1d`, `conv2d` or `conv3d`; options in a dict."""
    if type(w) is not cnp.ndarray or cnp.PyArray_NDIM(<cnp.ndarray>w) != rank + 2:
        return None
    out, backend = options.get("out"), options.get("backend", "auto")
    if "out" in options or "backend" in options:
        options = {
            name: value for name, value in options.items() if name not in ("out", "backend")
        }
    return known_or_decided(
        decide, x, w, bias, out, backend, tuple(options.values()), tuple(options)
    )
