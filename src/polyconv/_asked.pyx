"""What a call asks, in a form to look up: equal forms mean the same.

Python finds ``True == 1 == 1.0``, which differ as arguments, so types are part of the form. Every
call needs one; compiled, that takes a tenth of a microsecond.
"""

cimport numpy as cnp

from ._dtypes import NATIVE_INPUTS

cnp.import_array()


cdef enum:
    # What `kinds_of` tells apart, and of how many values at most, so that its numbers fit.
    KINDS = 16
    MOST = 15
    # NumPy's numbers for its own types are below this.
    NUMBERS = 64


cdef bint[NUMBERS] AS_IS
for native in NATIVE_INPUTS:
    AS_IS[native.num] = True


cdef bint is_whole(tuple values):
    """Whether all `values` are of type int, or tuples of such."""
    for value in values:
        if type(value) is not int and not (type(value) is tuple and is_whole(<tuple>value)):
            return False
    return True


cdef int kind_of(object value):
    """A number for the type of `value`; 0 if equal values of that type may differ in meaning."""
    kind = type(value)
    if kind is int:
        return 1
    if kind is str:
        return 2
    if value is None:
        return 3
    if kind is bool:
        return 4
    if kind is float:
        return 5
    if kind is type:
        return 6
    if kind is tuple:
        return 7 if is_whole(<tuple>value) else 0
    return 8 if isinstance(value, cnp.dtype) else 0


cdef unsigned long long kinds(list values):
    """A number for the types of all `values`; 0 if there is none, or there are too many of them."""
    cdef unsigned long long number = 1
    cdef int kind
    if len(values) > MOST:
        return 0
    for value in values:
        kind = kind_of(value)
        if kind == 0:
            return 0
        number = number * KINDS + kind
    return number


cdef bint describe(object value, list asked):
    """Add the shape of `value`, and its dtype if it is an array; whether that can be told as is."""
    if type(value) is tuple:
        asked.append(value)
        asked.append(None)
        return is_whole(<tuple>value)
    if type(value) is not cnp.ndarray:
        return False
    cdef int number = cnp.PyArray_TYPE(<cnp.ndarray>value)
    if number >= NUMBERS or not AS_IS[number] or cnp.PyArray_ISBYTESWAPPED(<cnp.ndarray>value):
        return False
    asked.append(value.shape)
    asked.append(value.dtype)
    return True


def kinds_of(tuple values):
    """A number for the types of `values`: where it is the same, equal values mean the same.

    It is 0 if there is no such number, because a value is of a type that does not tell, or there
    are too many of them. Values that have one can be hashed.
    """
    return kinds(list(values))


def asked_of(x, w, dict options):
    """Arrays or shapes, and options, as a tuple to look up, or None if they cannot be.

    The tuple has the shape and the dtype, or None, of `x` and of `w`; then a number for the types
    of the options' values, these values, and the options' names.
    """
    cdef list asked = [], values = []
    if not describe(x, asked) or not describe(w, asked):
        return None
    for value in options.values():
        values.append(value)
    number = kinds(values)
    if number == 0:
        return None
    asked.append(number)
    asked += values
    for name in options:
        asked.append(name)
    return tuple(asked)
