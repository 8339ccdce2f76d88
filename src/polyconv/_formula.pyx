"""The formula of the cost model, evaluated in C.

A choice evaluates it for every backend, variant and lower bound, some twenty times for a new
problem. In Python, one evaluation takes 4 us, in C 0.3 us (Zen 3, one core, 2026-11-29).
"""

from libc.math cimport INFINITY, exp


cdef enum:
    # Maximum number of counts and traits of a set of rates.
    MAX_NUMBERS = 64


cdef class Rates:
    """One set of rates, in the order of the model's counts and traits.

    Attributes
    ----------
    call, wake : float
        Seconds of a call, and more of one with several workers.
    rates : tuple of float
        Seconds per unit of each count.
    weights : tuple of float
        Weight of each trait in the exponent.
    """

    cdef readonly double call, wake
    cdef readonly tuple rates, weights
    cdef double[MAX_NUMBERS] rate, weight
    cdef Py_ssize_t rate_count, weight_count

    def __init__(self, double call, double wake, tuple rates, tuple weights):
        if len(rates) > MAX_NUMBERS or len(weights) > MAX_NUMBERS:
            raise ValueError(f"{len(rates)} rates, {len(weights)} weights; allowed: {MAX_NUMBERS}")
        self.call, self.wake, self.rates, self.weights = call, wake, rates, weights
        self.rate_count, self.weight_count = len(rates), len(weights)
        read(rates, self.rate_count, self.rate)
        read(weights, self.weight_count, self.weight)


cdef void read(tuple numbers, Py_ssize_t count, double *to) except *:
    """Copy `count` numbers from a tuple."""
    cdef Py_ssize_t i
    if len(numbers) != count or count > MAX_NUMBERS:
        raise ValueError(f"{len(numbers)} numbers; allowed: {count}")
    for i in range(count):
        to[i] = numbers[i]


cdef double work_of(Rates r, const double *counts, const double *traits) noexcept:
    """Return ``sum(rate * count) * exp(sum(weight * trait))``."""
    cdef Py_ssize_t i
    cdef double work = 0, exponent = 0
    for i in range(r.rate_count):
        work += r.rate[i] * counts[i]
    for i in range(r.weight_count):
        exponent += r.weight[i] * traits[i]
    return work * exp(exponent)


def seconds(Rates rates, tuple counts, tuple traits, Py_ssize_t workers):
    """Return ``call + wake + (sum of rate * count) * exp(sum of weight * trait)``."""
    cdef double[MAX_NUMBERS] count, trait
    read(counts, rates.rate_count, count)
    read(traits, rates.weight_count, trait)
    return rates.call + (rates.wake if workers > 1 else 0) + work_of(rates, count, trait)


def clipped(tuple values, tuple low, tuple high):
    """Return values that lie within their limits."""
    cdef Py_ssize_t i
    cdef double value
    found = []
    for i in range(len(values)):
        value = values[i]
        found.append(max(<double>low[i], min(<double>high[i], value)))
    return tuple(found)


def least_seconds(
    bounds, tuple counts, tuple prepare_counts, tuple traits, Py_ssize_t workers, bint prepared,
):
    """Return for each list of bounds the least seconds of any of them.

    Parameters
    ----------
    bounds : sequence of list of Bound
        Rates of a call and of preparing, and the counts that belong to each bound alone.
    counts, prepare_counts, traits : tuple of float
        Counts that all bounds share, and the traits.
    workers : int
    prepared : bool
        True to leave out preparing.
    """
    cdef double[MAX_NUMBERS] shared, shared_prepare, own, trait
    cdef double least, time
    cdef Rates call, prepare
    cdef tuple own_counts, own_prepare_counts
    read(counts, len(counts), shared)
    read(prepare_counts, len(prepare_counts), shared_prepare)
    read(traits, len(traits), trait)
    found = []
    for variants in bounds:
        least = INFINITY
        for call, prepare, own_counts, own_prepare_counts in variants:
            add(own_counts, len(counts), shared, own)
            time = call.call + (call.wake if workers > 1 else 0) + work_of(call, own, trait)
            if not prepared:
                add(own_prepare_counts, len(prepare_counts), shared_prepare, own)
                time += prepare.call + work_of(prepare, own, trait)
            least = min(least, time)
        found.append(least)
    return found


cdef void add(tuple numbers, Py_ssize_t count, const double *to, double *sums) except *:
    """Set `sums` to the numbers of a tuple plus those at `to`."""
    cdef Py_ssize_t i
    read(numbers, count, sums)
    for i in range(count):
        sums[i] += to[i]
