# The records of segment_plan.py as C structs; Cython converts one into the other by the names of
# their fields, which that file explains.

from polyconv._kernels cimport pc_size


cdef struct TiledAxis:
    pc_size n
    pc_size lo
    pc_size padded
    pc_size out
    pc_size kernel
    pc_size stride
    pc_size keep
    pc_size segments
    pc_size read
    pc_size first
    pc_size length


cdef struct SegmentShape:
    pc_size groups
    pc_size ic_per_group
    pc_size oc_per_group
    pc_size phases
    pc_size spectra_per_output
    pc_size taps
    pc_size segments
    pc_size parts
    pc_size itemsize
    pc_size x_part_bytes
    pc_size out_part_bytes
    pc_size split_axis
    pc_size tap_rows
    pc_size first_lines
    pc_size last_lines
    bint constant_padding
    bint zero_padding
    bint prefetches


cdef struct PhaseTaps:
    pc_size start
    pc_size tap
    pc_size taps
    pc_size tap_step
    pc_size place
    pc_size step
