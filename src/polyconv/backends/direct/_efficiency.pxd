# The fractions of peak that variants reach. The module is backends/direct/_efficiency.pyx.

from polyconv.backends.direct._tiles cimport DirectTiling
from polyconv.backends.direct._variants cimport VariantCandidate, Setting


cdef double efficiency_bound(Setting s, VariantCandidate c)
cdef double comparable_efficiency(Setting s, VariantCandidate c, DirectTiling tiling)
cdef double compute_efficiency(Setting s, VariantCandidate c, DirectTiling tiling, double packing)
