"""Transposed convolution: the adjoint of a convolution with respect to its input.

It is computed by the backends of convolution, as a list of dense convolutions::

    conv_transpose(x, w)        _functions   checks arrays
      -> TransposedProblem      _problem     checks options, the size of the result
      -> Phase, Phase, ...      _phases      a Problem, its taps, and its outputs, for each
      -> conv(..., out=view)    polyconv     writes the outputs of one phase,
         or InterleavedPlan     _interleaved or of several that meet the same inputs

A phase with one tap along an axis may be a convolution of images (`_images`). All
outputs of one pixel are filters of a matrix product, if weights are prepared (`_one_pixel`).

Output u of the uncropped result is the sum of ``x[j] * w[t]`` for which
``u = j * stride + t * dilation``. Outputs with the same ``u % stride`` on each axis are a phase:
they meet the same taps, and are a convolution with these taps in reverse order. Each phase is
written through a strided view of the result, so nothing is multiplied by an inserted zero, and
no zeros are inserted. With stride 1 there is one phase.

Plain calls with few pixels and many weights are one matrix product instead, whose results are added
to the outputs tap by tap (`_scatter`): phases would first copy and pack all weights.

A `TransposedPlan` holds a plan for each phase. `choose`, `explain` and wisdom are about the phases'
own problems; `_choice` sums them up.
"""

from ._functions import (
    conv_transpose,
    conv_transpose1d,
    conv_transpose2d,
    conv_transpose3d,
)
from ._plan import TransposedPlan
from ._problem import TransposedProblem

__all__ = [
    "TransposedPlan",
    "TransposedProblem",
    "conv_transpose",
    "conv_transpose1d",
    "conv_transpose2d",
    "conv_transpose3d",
]
