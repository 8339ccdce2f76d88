# What compiled modules of the backend take from backends/direct/_direct.pyx, which links the
# micro-kernels.

# Return the micro-kernel `pc_unplanned_kernel` for elements of `dtype`.
cdef void *unplanned_kernel(object dtype)
