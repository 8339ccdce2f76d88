"""Keys by which cached problems and choices are looked up: equal keys mean the same call.

``True == 1 == 1.0`` in Python, but they differ as arguments, so a key holds the types of its values
as well. Every call of `conv` builds one. In Cython that takes 0.1 us. In Python,
``lru_cache(typed=True)`` with a check of nested tuples made a tiny `conv` 5 % slower, and a tuple
of types 8 % slower (Zen 3, one core, 2026-11-29, `python -m benchmarks.peers --classes tiny`).
"""

cimport numpy as cnp

from ._dtypes import NATIVE_INPUTS

cnp.import_array()


cdef enum:
    # Base of `type_code`, above the largest code of `code_of`.
    TYPE_CODES = 16
    # Values in one code: 15 digits to base 16 fit into 64 bits after the leading 1.
    MAX_VALUES = 15
    # NumPy's own types have type numbers below this.
    MAX_TYPE_NUMBER = 64


cdef bint[MAX_TYPE_NUMBER] IS_NATIVE_INPUT
for native in NATIVE_INPUTS:
    IS_NATIVE_INPUT[native.num] = True


cdef bint all_int(tuple values):
    """Return True if all `values` are of type int, or tuples of such."""
    for value in values:
        if type(value) is not int and not (type(value) is tuple and all_int(<tuple>value)):
            return False
    return True


cdef int code_of(object value):
    """Return a number for the type of `value`; 0 if equal values of the type may differ."""
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
        return 7 if all_int(<tuple>value) else 0
    return 8 if isinstance(value, cnp.dtype) else 0


cpdef unsigned long long type_code(tuple values):
    """Return a number for the types of `values`: with the same number, equal values mean the same.

    It is 0 if a value is of a type whose equal values may differ in meaning, or if there are more
    than 15. Values with another number are hashable.
    """
    cdef unsigned long long code = 1
    cdef int digit
    if len(values) > MAX_VALUES:
        return 0
    for value in values:
        digit = code_of(value)
        if digit == 0:
            return 0
        code = code * TYPE_CODES + digit
    return code


cpdef tuple with_tuples(tuple values):
    """Return `values` with tuples for lists and for lists in them: ``padding=[[1, 1], [1, 1]]``."""
    return tuple([as_tuple(value, 2) for value in values])


cdef object as_tuple(object value, int levels):
    """Return a tuple for a list; `levels` of lists, because a list may contain itself."""
    if levels == 0 or not (type(value) is list or type(value) is tuple):
        return value
    return tuple([as_tuple(each, levels - 1) for each in value])


cdef bint is_native_input(object value):
    """Return True for plain arrays of a type that NumPy has and problems take, in native order."""
    if type(value) is not cnp.ndarray:
        return False
    cdef int number = cnp.PyArray_TYPE(<cnp.ndarray>value)
    return (
        number < MAX_TYPE_NUMBER
        and IS_NATIVE_INPUT[number]
        and not cnp.PyArray_ISBYTESWAPPED(<cnp.ndarray>value)
    )


cdef bint append_description(object value, list key):
    """Append the shape and dtype of an array, or a shape and None; False if it is neither."""
    if type(value) is tuple:
        key.append(value)
        key.append(None)
        return all_int(<tuple>value)
    if not is_native_input(value):
        return False
    key.append(value.shape)
    key.append(value.dtype)
    return True


def cache_key(x, w, dict options):
    """Return a key for arrays or shapes and options, or None if they have none.

    An `x` that is not C-contiguous has none, because choices depend on its strides. The key holds
    the shape and the dtype, or None, of `x` and of `w`, the `type_code` of the options' values,
    these values, and the options' names.
    """
    cdef list key = []
    cdef tuple values = tuple(options.values())
    if isinstance(x, cnp.ndarray) and not cnp.PyArray_IS_C_CONTIGUOUS(<cnp.ndarray>x):
        return None
    if not append_description(x, key) or not append_description(w, key):
        return None
    code = type_code(values)
    if code == 0:
        return None
    key.append(code)
    key.extend(values)
    for name in options:
        key.append(name)
    return tuple(key)
