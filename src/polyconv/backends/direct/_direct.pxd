# Declarations for compiled modules of the backend: backends/direct/_direct.pyx links the
# micro-kernels.

# Return the micro-kernel `pc_unplanned_kernel` for elements of `dtype`.
cdef void *unplanned_kernel(object dtype)
