"""The formula of the cost model, evaluated in C.

A choice evaluates it for every backend, variant and lower bound, some thirty times for a new
problem. In Python, one evaluation takes 4 us, in C 0.5 us (`timeit` of `Terms.seconds`, Emerald
Rapids, one core, 2026-11-29; `python -m benchmarks.cost_model regret` times whole choices).
"""

from libc.math cimport INFINITY, exp, log2

# Counts of a call, in the order of `Rates.rates`: operations; counts of the problem and of the
# machine's caches; further counts of the backend.
COUNTS = (
    "flops",
    "beyond_l2",
    "beyond_l3",
    "outputs",
    "outputs_half",
    "outputs_last",
    "channel_planes",
    "bytes",
    "packed",
    "gathered",
    "runs",
    "lookups",
    "work_items",
    "work_item_products",
)
# Counts of preparing weights.
PREPARE_COUNTS = ("prepared", "weights", "filters")

cdef enum:
    # Positions in `COUNTS`: of the backend's counts, and of the first of the problem's own.
    FLOPS, OWN
    BYTES = 7
    PACKED, GATHERED, RUNS, LOOKUPS, WORK_ITEMS, WORK_ITEM_PRODUCTS, NUM_COUNTS
    NUM_OWN = BYTES - OWN
    NUM_PREPARE_COUNTS = 3
    # Maximum number of traits of a set of rates, and the position of the workers' one.
    MAX_TRAITS = 64
    WORKERS = 0

assert len(COUNTS) == NUM_COUNTS and len(PREPARE_COUNTS) == NUM_PREPARE_COUNTS


cdef class Rates:
    """One set of rates, in the order of the model's counts and traits.

    Attributes
    ----------
    call, wake, python : float
        Seconds of a call, added seconds of a call with several workers, and seconds of each kernel
        that Python calls.
    rates : tuple of float
        Seconds per unit of each count.
    weights : tuple of float
        Weight of each trait in the exponent.
    """

    cdef readonly double call, wake, python
    cdef readonly tuple rates, weights
    cdef double[NUM_COUNTS] rate
    cdef double[MAX_TRAITS] weight

    def __init__(
        self, double call, double wake, tuple rates, tuple weights, double python=0
    ):
        self.call, self.wake, self.python = call, wake, python
        self.rates, self.weights = rates, weights
        read(rates, NUM_COUNTS, self.rate)
        read(weights, MAX_TRAITS, self.weight)


cdef class Terms:
    """The counts and the traits of one problem that all backends share.

    Parameters
    ----------
    own : tuple of float
        Counts of the problem and of the machine's caches, in the order of `COUNTS`.
    weights, filters : float
        Those of `PREPARE_COUNTS`.
    traits : tuple of float
        Within the limits of the fit.
    reduction_len : float
        Products of an output: each work item loops over all of them.
    workers : int
    """

    cdef double[NUM_OWN] own
    cdef double[MAX_TRAITS] trait
    cdef double weights, filters, reduction_len
    cdef Py_ssize_t workers, num_traits

    def __init__(
        self, tuple own, double weights, double filters, tuple traits, double reduction_len,
        Py_ssize_t workers,
    ):
        read(own, NUM_OWN, self.own)
        read(traits, MAX_TRAITS, self.trait)
        self.num_traits = len(traits)
        self.weights, self.filters, self.reduction_len = weights, filters, reduction_len
        self.workers = workers

    def counts(self, cost, double slowdown=1):
        """Return all counts of a call, in the order of `COUNTS`."""
        cdef double[NUM_COUNTS] found
        self.count(cost, slowdown, found)
        return tuple([found[i] for i in range(NUM_COUNTS)])

    def prepare_counts(self, cost):
        """Return all counts of preparing the weights, in the order of `PREPARE_COUNTS`."""
        return float(cost.prepared), self.weights, self.filters

    def seconds(self, Rates rates, cost, double slowdown=1):
        """Return the seconds of a call; `slowdown` multiplies the operations."""
        cdef double[NUM_COUNTS] found
        self.count(cost, slowdown, found)
        cdef double busy = self.busy(cost)
        cdef double seconds = self.call(rates, found, busy, busy > 0)
        return seconds + rates.python * <double>cost.python_calls

    def prepare_seconds(self, Rates rates, cost):
        """Return the seconds of preparing the weights."""
        return self.preparing(rates, cost.prepared)

    def constant_seconds(self, list backends, bint prepared):
        """Return the lowest seconds of each backend, without work of its own.

        Parameters
        ----------
        backends : list of list
            For each backend the rates of its variants: of calls, and of preparing.
        prepared : bool
            True to leave out preparing.
        """
        cdef double[NUM_COUNTS] none
        cdef double time, lowest
        cdef Py_ssize_t i
        cdef list variants
        cdef Rates call, prepare
        for i in range(NUM_COUNTS):
            none[i] = self.own[i - OWN] if OWN <= i < OWN + NUM_OWN else 0
        found = []
        for variants in backends:
            lowest = INFINITY
            for call, prepare in variants:
                # One work item wakes no worker.
                time = self.call(call, none, self.trait[WORKERS], False)
                if not prepared:
                    time += self.preparing(prepare, 0)
                lowest = min(lowest, time)
            found.append(lowest)
        return found

    cdef void count(self, cost, double slowdown, double *to) except *:
        cdef Py_ssize_t i
        to[FLOPS] = <double>cost.flops * slowdown
        for i in range(NUM_OWN):
            to[OWN + i] = self.own[i]
        to[BYTES], to[PACKED], to[GATHERED] = cost.bytes, cost.packed, cost.gathered
        to[RUNS] = cost.runs
        to[LOOKUPS] = cost.lookups
        to[WORK_ITEMS] = cost.work_items
        to[WORK_ITEM_PRODUCTS] = to[WORK_ITEMS] * self.reduction_len

    def busy_workers(self, cost):
        """Return the binary logarithm of the workers that are busy on average."""
        return self.busy(cost)

    cdef double busy(self, cost) except? -1:
        """Return the binary logarithm of the workers that are busy on average.

        The slowest worker computes one item more than others, unless they share out evenly.
        """
        cdef Py_ssize_t items = cost.pool_items
        if items == 0 or self.workers == 1:
            return self.trait[WORKERS]
        return log2(<double>items / ((items + self.workers - 1) // self.workers))

    cdef double call(self, Rates r, const double *counts, double busy, bint wakes) noexcept:
        """Return ``call + wake + sum(rate * count) * exp(sum(weight * trait))``.

        Kernels that Python calls are left out. `busy` is the trait of the workers; the caller works
        alone, and wakes none, if it is 0.
        """
        cdef Py_ssize_t i
        cdef double work = 0
        for i in range(NUM_COUNTS):
            work += r.rate[i] * counts[i]
        return r.call + (r.wake if wakes else 0) + work * self.factor(r, busy)

    cdef double preparing(self, Rates r, double prepared) noexcept:
        cdef double work = r.rate[0] * prepared + r.rate[1] * self.weights
        work += r.rate[2] * self.filters
        # One thread prepares: of 390 problems, `fft_tiled` takes 0.99 of the time with two workers
        # in the median (Zen 4, 2026-12-01; `python -m benchmarks.cost_model fit --workers 1 2`).
        return r.call + work * self.factor(r, 0)

    cdef double factor(self, Rates r, double busy) noexcept:
        cdef Py_ssize_t i
        cdef double exponent = r.weight[WORKERS] * busy
        for i in range(WORKERS + 1, self.num_traits):
            exponent += r.weight[i] * self.trait[i]
        return exp(exponent)


cdef void read(tuple numbers, Py_ssize_t room, double *to) except *:
    """Copy the numbers of a tuple to `to`, followed by zeros up to `room` numbers."""
    cdef Py_ssize_t i, count = len(numbers)
    if count > room:
        raise ValueError(f"{count} numbers; allowed: {room}")
    for i in range(room):
        to[i] = numbers[i] if i < count else 0


def clipped(tuple values, tuple low, tuple high):
    """Return values that lie within their limits."""
    cdef Py_ssize_t i
    cdef double value
    found = []
    for i in range(len(values)):
        value = values[i]
        found.append(max(<double>low[i], min(<double>high[i], value)))
    return tuple(found)
