# Keys of cached calls, for compiled callers.

cpdef unsigned long long type_code(tuple values)
cpdef tuple with_tuples(tuple values)
cdef bint is_native_input(object value)
