"""The backend `separable`: filters that are sums of few outer products, axis by axis; and boxes.

A filter that is an outer product is convolved along one axis after the other, with the sum of the
kernel's sizes in products instead of their product. A sum of r outer products takes r times that. A
box takes about ``log2(k)`` additions along a row of k equal taps.

::

    decides    backend.py       what is supported, cost, error bound
               factors.py       the vectors of each axis, rounded and laid out
               planner.py       tile, rings of buffered rows and planes, blocks of outputs
               counts.py        the work of all passes, for the planner and the cost model
               tiling.py        these choices as records, and the elements of the kernels
               tuning.py        measured numbers
                 |
                 |  records with the fields of the C structs
                 v
    converts   _separable.pyx   records -> pc_separable (kernels/separable.h)
                 |
                 v
    orders     kernels/separable.c   one work item: which lines are filtered when
                 |
                 v
    computes   kernels/passes.c      along a row of the input, packed only where it meets padding,
                 |                   into a ring of rows; across that ring into the result, or into
                 |                   a ring of planes and across that
                 v
    micro-kernels (C, compiled for each element type and ISA level: base, v3, v4)
               kernels/rows.inc.h    along a row: taps are neighbouring elements; boxes by doubling
               kernels/across.inc.h  across lines: several outputs share each loaded line
               kernels/fused.inc.h   both, in registers, without rings: 3x3 to 9x9 of whole rows

Between two passes only a ring is stored: the lines of one tile that the next block of outputs
reads. Each pass sums only elements of an output's own window, so NaN or infinity, which rule out
other backends, spoil only the outputs whose windows hold them; those are recomputed.
"""

from .backend import Separable

__all__ = ["Separable"]
