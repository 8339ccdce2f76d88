"""Calls that run no Python: those of a `Plan`, and plain calls of `conv` that were decided before.

Such a call takes C-ordered arrays of exactly the shapes and dtypes of a problem. All else about
them is known beforehand: the call compares shapes and dtypes, sets pointers and runs the kernel::

    plan(x, out)                              conv(x, w, bias, out=out)
      -> ContiguousArrays: same shapes?         -> plain_call: one look-up by shapes and options
      -> PooledKernel.run                       -> TestedCall: tests w, looks up by its structure
                                                -> PlainCall: packs w, then as on the left

Whatever differs, and whatever is wrong, is left to Python: to `_plan.call_carefully` and to the
rest of `conv`, the only places that convert arrays and raise errors.

The first plain call of a size is decided, and then planned, which takes far longer than a small
problem itself. Where small problems of all sizes near it take no plan (`_new_sizes`), it is
computed so; a size that comes again is planned. Results have the same bits either way unless the
plan of a size sums in another order than those of the two ends of its range.

A planned call of 3x8x8 pixels takes 0.8 us, of which 0.6 are the kernel's, and 2.2 in Python; a
plain call 2.5, and 12 in Python (Emerald Rapids, one core, 2026-11-29, `python -m benchmarks.peers
--classes tiny`).
"""

from dataclasses import FrozenInstanceError

from numpy import ascontiguousarray

from cpython.object cimport PyObject
from libc.math cimport INFINITY
from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._cache_key cimport is_native_input, type_code, with_tuples
from polyconv._expected cimport MAX_AXES, Expected, describe, matches
from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel, max_abs, max_input

from ._arrays import MIN_ALIGNED_BYTES, new_result
from ._machine import MAX_THREADS
from ._machine import default_workers as _default_workers
from ._new_sizes import unplanned_calls
from ._select import state as _state
from ._structure import coded, float_test
from ._verbose import VERBOSE as _VERBOSE
from ._veto import limits
from ._veto import max_abs as max_abs_of

cnp.import_array()


# Copies, which compiled code reads faster than Python's.
cdef pc_size MIN_ALIGNED = MIN_ALIGNED_BYTES
cdef bint VERBOSE = _VERBOSE
cdef object state = _state, default_workers = _default_workers


cdef extern from "Python.h":
    ctypedef object (*vectorcallfunc)(object, PyObject *const *, size_t, PyObject *)

    ctypedef struct PyTypeObject:
        Py_ssize_t tp_vectorcall_offset
        unsigned long tp_flags

    unsigned long Py_TPFLAGS_HAVE_VECTORCALL
    Py_ssize_t PyVectorcall_NARGS(size_t nargsf)


cdef bint overlap(const char *a, pc_size a_size, const char *b, pc_size b_size) noexcept nogil:
    """Return True if two ranges of bytes share any."""
    return a < b + b_size and b < a + a_size


cdef class ContiguousArrays:
    """Input and result of a problem, where both are in C order.

    Parameters
    ----------
    problem : Problem
        Not empty, and of at most `MAX_THREADS` workers.
    """

    cdef Expected x, out
    cdef pc_arrays strides  # canonical ones, without pointers
    cdef pc_size workers
    cdef tuple out_shape
    cdef object dtype  # of the result

    def __init__(self, problem):
        describe(problem.x_shape, problem.x_dtype, &self.x)
        describe(problem.out_shape, problem.dtype, &self.out)
        self.out_shape, self.dtype, self.workers = problem.out_shape, problem.dtype, problem.workers
        self.strides.limit = INFINITY
        cdef bint batched = problem.batched, last = problem.data_format == "channels_last"
        set_strides(
            &self.x, problem.x_dtype.itemsize, batched, last, &self.strides.x_batch,
            &self.strides.x_channel, self.strides.x_stride,
        )
        set_strides(
            &self.out, problem.dtype.itemsize, batched, last, &self.strides.out_batch,
            &self.strides.out_channel, self.strides.out_stride,
        )

    cdef object target(self, x, out):
        """Return the array to write to; None if `x` or `out` needs a closer look."""
        if not matches(x, &self.x):
            return None
        if out is None:
            if self.out.size >= MIN_ALIGNED:
                return new_result(self.out_shape, self.dtype)
            return cnp.PyArray_EMPTY(self.out.ndim, self.out.shape, self.out.type, 0)
        if not matches(out, &self.out) or not cnp.PyArray_ISWRITEABLE(<cnp.ndarray>out):
            return None
        if overlap(
            cnp.PyArray_BYTES(<cnp.ndarray>out), self.out.size,
            cnp.PyArray_BYTES(<cnp.ndarray>x), self.x.size,
        ):
            return None
        return out

    cdef double run(
        self, PooledKernel kernel, x, bias, target, double limit
    ) except? -1:
        """Run a kernel on arrays that match; `bias` is None or one that the kernel reads."""
        cdef pc_arrays arrays = self.strides
        arrays.x = cnp.PyArray_BYTES(<cnp.ndarray>x)
        arrays.out = cnp.PyArray_BYTES(<cnp.ndarray>target)
        arrays.bias = NULL if bias is None else cnp.PyArray_BYTES(<cnp.ndarray>bias)
        arrays.limit = limit
        return kernel.run(&arrays, self.workers)


cdef void set_strides(
    const Expected *array, pc_size itemsize, bint batched, bint channels_last, pc_size *batch,
    pc_size *channel, pc_size *spatial,
) noexcept:
    """Set the strides of an array's canonical view; spatial axes that it lacks come first."""
    cdef pc_size stride = itemsize
    cdef int axis, place = 2, first = 1 if batched else 0
    cdef int channels = array.ndim - 1 if channels_last else first
    batch[0] = spatial[0] = spatial[1] = 0
    for axis in reversed(range(array.ndim)):
        if axis == channels:
            channel[0] = stride
        elif axis < first:
            batch[0] = stride
        else:
            spatial[place] = stride
            place -= 1
        stride *= array.shape[axis]


cdef class Plan:
    """A convolution with its weights prepared: call it with an input. Made by `plan`.

    A plan keeps its own copy of the weights and never changes; many threads may call it at once.
    It can be pickled: where it is unpickled, the weights are prepared anew for that machine.

    The weights are prepared for the order of axes in memory of the input that the plan was made
    for. For inputs in another order (Fortran order, transposed views) they are prepared again at
    the first such call and kept: once for each order.

    Attributes
    ----------
    problem : Problem
        The normalised problem, with the structure of its filters.
    choice : Choice
        The backend that answers, and why.
    """

    cdef vectorcallfunc vectorcall  # CPython calls it, at `tp_vectorcall_offset`
    cdef readonly object problem, choice
    cdef readonly object weights, bias  # copies, in the caller's layout
    cdef readonly object kernel  # None if there is nothing to multiply
    cdef readonly object fallback  # None if no values veto the kernel
    cdef readonly object order  # None is the caller's
    cdef readonly dict others  # plans for other orders
    cdef object careful, remake
    # Of calls that run no Python; None if there are none.
    cdef ContiguousArrays arrays
    cdef object bias_as_read
    cdef double limit

    def __cinit__(self):
        self.vectorcall = call_plan

    def __init__(
        self, *, problem, choice, weights, bias, kernel, fallback, order, careful, remake
    ):
        self.problem, self.choice = problem, choice
        self.weights, self.bias = weights, bias
        self.kernel, self.fallback, self.order, self.others = kernel, fallback, order, {}
        self.careful, self.remake = careful, remake
        self.limit = INFINITY
        if VERBOSE or order is not None or problem.workers > MAX_THREADS:
            return
        if not isinstance(kernel, PooledKernel):
            return
        if fallback is not None:
            self.limit = fallback.limit(kernel) if kernel.tracks_max_abs else -1
        if self.limit >= 0:
            self.bias_as_read = (<PooledKernel>kernel).as_read(bias)
            self.arrays = ContiguousArrays(problem)

    @property
    def backend(self):
        """Name of the backend that answers."""
        return self.choice.backend

    def __call__(self, x, out=None):
        """__call__(x, out=None)

        Convolve `x`.

        Parameters
        ----------
        x : array_like
            Of exactly the shape and dtype that the plan was made for.
        out : ndarray, optional
            Array to write to, as in `conv`.

        Returns
        -------
        ndarray
            The result, `out` if that was given.
        """
        return self.call(x, out)

    cdef object call(self, x, out):
        if self.arrays is None:
            return self.careful(self, x, out)
        target = self.arrays.target(x, out)
        if target is None:
            return self.careful(self, x, out)
        cdef double max_abs_x = self.arrays.run(
            <PooledKernel>self.kernel, x, self.bias_as_read, target, self.limit
        )
        if max_abs_x > self.limit:
            self.careful(self, x, target, vetoed=True)
        return target

    def __setattr__(self, name, value):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self):
        return f"<polyconv.Plan: {self.problem}; {self.choice}>"

    def __reduce__(self):
        return self.remake, (self.problem, self.choice, self.weights, self.bias, self.order)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


cdef object call_plan(object plan, PyObject *const *args, size_t nargsf, PyObject *names):
    """Call a `Plan` without a tuple and a dict of its arguments, which take 0.1 us."""
    cdef Py_ssize_t i, count = PyVectorcall_NARGS(nargsf)
    if names == NULL:
        if count == 1:
            return (<Plan>plan).call(<object>args[0], None)
        if count == 2:
            return (<Plan>plan).call(<object>args[0], <object>args[1])
    elif count == 1 and len(<tuple><object>names) == 1 and (<tuple><object>names)[0] is "out":
        return (<Plan>plan).call(<object>args[0], <object>args[1])
    positional = tuple([<object>args[i] for i in range(count)])
    named = {}
    if names != NULL:
        for i, name in enumerate(<tuple><object>names, count):
            named[name] = <object>args[i]
    return Plan.__call__(plan, *positional, **named)


cdef void call_plans_by_vector() noexcept:
    """Tell CPython where plans have their function; Cython has no declaration for that."""
    cdef Plan plan = Plan.__new__(Plan)
    cdef PyTypeObject *plans = <PyTypeObject *><PyObject *>Plan
    plans.tp_vectorcall_offset = <char *>&plan.vectorcall - <char *><PyObject *>plan
    plans.tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL


call_plans_by_vector()


cdef class PlainCall:
    """A plain call of `conv` whose problem is known and decided; weights are packed in each call.

    Parameters
    ----------
    problem : Problem
        Not empty.
    pack : callable
        `Backend.packer`.
    fallback_of : callable, optional
        Returns the `Fallback` for weights, if values of `x` may veto the backend.
    """

    cdef ContiguousArrays arrays
    cdef Expected w, bias
    cdef object pack, fallback_of
    cdef double limit, max_abs_padding, reduction_len  # those of `max_input`

    def __init__(self, problem, pack, fallback_of=None):
        self.arrays, self.pack, self.fallback_of = ContiguousArrays(problem), pack, fallback_of
        self.limit, self.max_abs_padding, self.reduction_len = limits(problem)
        describe(problem.w_shape, problem.w_dtype, &self.w)
        describe((problem.out_channels,), problem.accumulator, &self.bias)

    cdef object call(self, x, w, bias, out):
        """Return the result; None if an argument needs a closer look."""
        cdef const char *written
        if not matches(w, &self.w) or not (bias is None or matches(bias, &self.bias)):
            return None
        target = self.arrays.target(x, out)
        if target is None:
            return None
        if out is not None:
            written = cnp.PyArray_BYTES(<cnp.ndarray>out)
            if overlap(
                written, self.arrays.out.size, cnp.PyArray_BYTES(<cnp.ndarray>w), self.w.size
            ):
                return None
            if bias is not None and overlap(
                written, self.arrays.out.size, cnp.PyArray_BYTES(<cnp.ndarray>bias), self.bias.size
            ):
                return None
        cdef PooledKernel kernel = self.pack(w)
        cdef double limit = INFINITY
        if self.fallback_of is not None:
            limit = max_input(
                max_abs(w, 1), self.limit, self.max_abs_padding, self.reduction_len
            )
            limit = min(limit, kernel.max_input)
            if limit < 0 or not kernel.tracks_max_abs:
                return None
        if self.arrays.run(kernel, x, kernel.as_read(bias), target, limit) > limit:
            self.fallback_of(w).mend(kernel, x, bias, target)
        return target


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
            known = remember(key, self.decide(self.problem.with_structure(coded(code))))
        return known


cdef class ExchangedCall(PlainCall):
    """A plain call of a kernel longer than the input: the weights are convolved with the input.

    It is for calls without a bias, on one image or with one filter, whose results lie in the same
    order either way. Products with padding are left out, so values that are not finite, and all
    other calls, are left to `ExchangedKernel`.

    Parameters
    ----------
    problem, exchanged : Problem
        The same from `as_computed`.
    pack : callable
        `Backend.packer` of `exchanged`.
    backwards, used : tuple of slice
        Indices of the spatial axes: all backwards, and the taps that meet the input, backwards.
    """

    cdef ContiguousArrays exchanged
    cdef tuple backwards, used
    cdef bint floats

    def __init__(self, problem, exchanged, pack, tuple backwards, tuple used):
        PlainCall.__init__(self, problem, pack)
        self.exchanged, self.backwards, self.used = ContiguousArrays(exchanged), backwards, used
        self.floats = problem.accumulator.kind in "fc"

    cdef object call(self, x, w, bias, out):
        """Return the result; None if an argument needs a closer look."""
        if bias is not None or out is not None or not matches(w, &self.w):
            return None
        target = self.arrays.target(x, None)
        if target is None:
            return None
        if self.floats and not (max_abs_of(x) < INFINITY and max_abs_of(w) < INFINITY):
            return None
        images = ascontiguousarray(w[self.used])
        cdef PooledKernel kernel = self.pack(ascontiguousarray(x[self.backwards]))
        self.exchanged.run(kernel, images, None, target, INFINITY)
        return target


# Maximum number of decided calls that are kept. Each holds a plan in C of at most 40 KiB, which its
# backend keeps, too. No measurement chose it.
cdef enum:
    MAX_KNOWN = 512

# By key, what `decide` returned: a `PlainCall`, a `TestedCall`, or None.
cdef dict known_calls = {}
# By the key of rounded sizes, what `unplanned_calls` returned; and the keys of calls that were
# computed so once: they are planned when they come again.
cdef dict known_ranges = {}
cdef set seen = set()


cdef object remember(key, call):
    """Keep `call` by its key, and return it."""
    if len(known_calls) >= MAX_KNOWN:
        known_calls.clear()
    known_calls[key] = call
    return call


cdef enum:
    KEY_NUMBERS = 8 + 2 * MAX_AXES


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
        numbers[8 + axis] = cnp.PyArray_DIM(x, axis)
    for axis in range(w_ndim):
        numbers[8 + x_ndim + axis] = cnp.PyArray_DIM(w, axis)
    size = (8 + x_ndim + w_ndim) * sizeof(long long)
    return (<char *>numbers)[:size], values, names, backend, preference


cdef long long rounded_down(long long n) noexcept:
    """Return `n` in three significant bits."""
    cdef int bits = 0
    while n >> bits >= 8:
        bits += 1
    return n >> bits << bits


cdef object key_near(tuple key, cnp.ndarray x, cnp.ndarray w):
    """Return the key of all calls near that of `key`: batch and spatial sizes are rounded down."""
    cdef long long[KEY_NUMBERS] numbers
    cdef bytes exact = <bytes>key[0]
    cdef int axis, x_ndim = cnp.PyArray_NDIM(x), channels = x_ndim - cnp.PyArray_NDIM(w) + 1
    memcpy(numbers, <const char *>exact, len(exact))
    for axis in range(x_ndim):
        if axis != channels:
            numbers[8 + axis] = rounded_down(numbers[8 + axis])
    return (<char *>numbers)[:len(exact)], key[1], key[2], key[3], key[4]


cdef object new_size_without_plan(key, x, w, bias, backend, tuple values, tuple names):
    """Return the result of a call of a size that was not seen before, if that takes no plan."""
    if key in seen:
        return None
    near = key_near(<tuple>key, <cnp.ndarray>x, <cnp.ndarray>w)
    calls = known_ranges.get(near, near)
    if calls is near:
        calls = unplanned_calls(x, w, values, names, backend)
        if len(known_ranges) >= MAX_KNOWN:
            known_ranges.clear()
        known_ranges[near] = calls
    done = None if calls is None else calls(x, w, bias)
    if done is not None:
        if len(seen) >= MAX_KNOWN:
            seen.clear()
        seen.add(key)
    return done


cdef object known_or_decided(decide, x, w, bias, out, backend, tuple values, tuple names):
    """Return the result of a plain call, or None; see `plain_call`."""
    if VERBOSE or not (is_plain(x) and is_plain(w) and type(backend) is str):
        return None
    key = key_of(<cnp.ndarray>x, <cnp.ndarray>w, values, names, backend)
    if key is None:
        return None
    known = known_calls.get(key, key)
    if known is key:
        if out is None:
            done = new_size_without_plan(key, x, w, bias, backend, values, names)
            if done is not None:
                return done
        known = remember(key, decide(x, w, values, names, backend))
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
    """Return the same for `conv1d`, `conv2d` or `conv3d` and a dict of any options of `conv`."""
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
