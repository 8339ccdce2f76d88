# The fractions of peak that variants reach. The module is backends/direct/_efficiency.pyx.

from polyconv.backends.direct._tiles cimport Tiling
from polyconv.backends.direct._variants cimport Candidate, Setting


cdef double efficiency_bound(Setting s, Candidate c)
cdef double comparable_efficiency(Setting s, Candidate c, Tiling tiling)
cdef double compute_efficiency(Setting s, Candidate c, Tiling tiling, double packing)
