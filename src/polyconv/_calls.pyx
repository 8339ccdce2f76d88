"""Run calls without Python: those of a `Plan`, and plain calls of `conv` that are decided.

Such a call takes C-ordered arrays of exactly the shapes and dtypes of a problem. All else about
them is known beforehand: the call compares shapes and dtypes, sets pointers and runs the kernel::

    plan(x, out)                              conv(x, w, bias, out=out)
      -> ContiguousArrays: same shapes?         -> _known_calls: look-up by shapes and options, and
      -> PooledKernel.run                          by the structure of w if that may choose
                                                -> PlainCall: packs w, then as on the left

Whatever differs, and whatever is wrong, is left to Python: to `_plan.call_carefully` and to the
rest of `conv`, the only places that convert arrays and raise errors.

Times of a call on 3x8x8 pixels (Emerald Rapids, one core, 2026-11-29, `python -m benchmarks.peers
--classes tiny`):

- planned: 0.8 us, of which the kernel takes 0.6 us; in Python 2.2 us;
- plain: 2.5 us; in Python 12 us.
"""

from dataclasses import FrozenInstanceError

from numpy import ascontiguousarray

from cpython.object cimport PyObject
from libc.math cimport INFINITY

cimport numpy as cnp

from polyconv._expected cimport Expected, describe, matches
from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel, max_abs, max_input

from ._arrays import MIN_ALIGNED_BYTES, new_result
from ._machine import MAX_THREADS
from ._verbose import VERBOSE as _VERBOSE
from ._veto import limits
from ._veto import max_abs as max_abs_of

cnp.import_array()


# Copies, which compiled code reads faster than Python's.
cdef pc_size MIN_ALIGNED = MIN_ALIGNED_BYTES
cdef bint VERBOSE = _VERBOSE


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
    # Arrays of calls that run no Python; None if there are no such calls.
    cdef ContiguousArrays arrays
    cdef object bias_as_read
    cdef double limit
    # Arrays of calls whose kernel is a Python function that takes contiguous arrays; else None.
    cdef ContiguousArrays arrays_of_python

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
            # There is no kernel if there is nothing to multiply.
            if getattr(kernel, "runs_at_once", False):
                if problem.canonical and fallback is None:
                    self.arrays_of_python = ContiguousArrays(problem)
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
            return self.call_python(x, out)
        target = self.arrays.target(x, out)
        if target is None:
            return self.careful(self, x, out)
        cdef double max_abs_x = self.arrays.run(
            <PooledKernel>self.kernel, x, self.bias_as_read, target, self.limit
        )
        if max_abs_x > self.limit:
            self.careful(self, x, target, vetoed=True)
        return target

    cdef object call_python(self, x, out):
        """Run a kernel of Python, at once where the arrays permit it."""
        if self.arrays_of_python is not None:
            target = self.arrays_of_python.target(x, out)
            if target is not None:
                self.kernel(x, self.bias, target, self.arrays_of_python.workers)
                return target
        return self.careful(self, x, out)

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
        The function that `Backend.packer` returned.
    fallback_of : callable, optional
        Returns the `Fallback` for weights, if values of `x` may veto the backend.
    """

    def __init__(self, problem, pack, fallback_of=None):
        self.arrays, self.pack, self.fallback_of = ContiguousArrays(problem), pack, fallback_of
        self.limit, self.max_abs_padding, self.reduction_len = limits(problem)
        describe(problem.w_shape, problem.w_dtype, &self.w)
        describe((problem.out_channels,), problem.accumulator, &self.bias)

    cdef object target(self, x, w, bias, out):
        """Return the array to write to; None if an argument needs a closer look."""
        cdef const char *written
        if not matches(w, &self.w) or not (bias is None or matches(bias, &self.bias)):
            return None
        target = self.arrays.target(x, out)
        if target is None or out is None:
            return target
        written = cnp.PyArray_BYTES(<cnp.ndarray>out)
        if overlap(written, self.arrays.out.size, cnp.PyArray_BYTES(<cnp.ndarray>w), self.w.size):
            return None
        if bias is not None and overlap(
            written, self.arrays.out.size, cnp.PyArray_BYTES(<cnp.ndarray>bias), self.bias.size
        ):
            return None
        return target

    cdef object call(self, x, w, bias, out):
        """Return the result; None if an argument needs a closer look."""
        target = self.target(x, w, bias, out)
        if target is None:
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


cdef double magnitude(cnp.ndarray array) except -1:
    """Return the largest magnitude in a contiguous array; infinite for NaN."""
    cdef int type = cnp.PyArray_TYPE(array)
    if type == cnp.NPY_FLOAT or type == cnp.NPY_DOUBLE:
        return max_abs(array, 1)  # without Python's calls, which take 0.5 us
    return max_abs_of(array)


cdef class ExchangedCall(PlainCall):
    """A plain call of a kernel longer than the input: the weights are convolved with the input.

    It is for calls without a bias, on one image or with one filter, whose results lie in the same
    order either way. Products with padding are left out, so values that are not finite, and all
    other calls, are left to `ExchangedKernel`.

    Parameters
    ----------
    problem, exchanged : Problem
        The exchanged problem, from `as_computed`.
    pack : callable
        The function that `Backend.packer` returned for `exchanged`.
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
        if bias is not None:
            return None
        target = self.target(x, w, None, out)
        if target is None:
            return None
        if self.floats and not (magnitude(x) < INFINITY and magnitude(w) < INFINITY):
            return None
        images = ascontiguousarray(w[self.used])
        cdef PooledKernel kernel = self.pack(ascontiguousarray(x[self.backwards]))
        self.exchanged.run(kernel, images, None, target, INFINITY)
        return target
