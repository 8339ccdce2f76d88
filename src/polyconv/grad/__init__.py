"""Gradients of a convolution: the adjoints of ``x -> conv(x, w)`` and ``w -> conv(x, w)``.

For a loss L, let ``g = dL/dy`` at ``y = conv(x, w)``. Then ``dL/dx`` is ``conv_input(x.shape, w,
g)``, and ``dL/dw`` is ``conv_weight(x, w.shape, g)``, with the options of the call. They are
adjoints under ``<a, b> = sum(conj(a) * b)``: ``<g, conv(x, w)> == <conv_input(x.shape, w, g), x> ==
<conv_weight(x, w.shape, g), w>``. No arithmetic is done here but sums of parts::

    conv_input                      conv_weight
      -> TransposedProblem            -> blocks of the output     _blocks
      -> its phases: conv             -> each: conv with roles exchanged
      -> fold what padding            -> sums over blocks
         repeated         _fold
"""

from ._input import conv_input
from ._weight import conv_weight

__all__ = ["conv_input", "conv_weight"]
