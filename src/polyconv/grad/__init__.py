"""Gradients of a convolution: the adjoints of ``x -> conv(x, w)`` and ``w -> conv(x, w)``.

For a loss L, let ``g = dL/dy`` at ``y = conv(x, w)``. Then ``dL/dx`` is ``conv_input(x.shape, w,
g)``, and ``dL/dw`` is ``conv_weight(x, w.shape, g)``, with the options of the call. They are
adjoints under ``<a, b> = sum(conj(a) * b)``: ``<g, conv(x, w)> == <conv_input(x.shape, w, g), x> ==
<conv_weight(x, w.shape, g), w>``. `conv_weight` has arithmetic of its own::

    conv_input                      conv_weight
      -> TransposedProblem            -> variant, tiles           _planner, _winograd
      -> its phases: conv             -> pack, multiply, sum      _weight_kernel, kernels/
      -> fold what padding            or, for other dtypes, large kernels and named backends,
         repeated         _fold       -> blocks of the output     _blocks
                                      -> conv, roles exchanged    _exchanged
"""

from ._input import conv_input
from ._weight import conv_weight

__all__ = ["conv_input", "conv_weight"]
