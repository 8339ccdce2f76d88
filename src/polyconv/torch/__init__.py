"""`conv` and `conv_transpose` for tensors of torch: differentiable, and part of compiled graphs.

::

    conv, conv_transpose   _functions   check tensors, pack the options
      -> custom operators  _ops         call polyconv on the tensors' memory; fake results
      -> their gradients   _gradients   operators again, so gradients of any order exist

Tensors on the CPU are read and written where they are. Needs torch: ``pip install
'polyconv[torch]'``.
"""

from ._functions import conv, conv_transpose

__all__ = ["conv", "conv_transpose"]
