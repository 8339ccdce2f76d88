"""Convolution of arrays larger than memory, block by block.

::

    conv_blocks(source, w, out=target)         _functions     checks arguments
      -> Convolution                           _convolutions  the whole problem, plans of blocks
      -> block shape, from memory and chunks   _grid          boxes of outputs, in order
      -> for each block                        _run
           read its region      a reader thread, one block ahead
           compute              the thread pool
           write                a writer thread, one block behind

Arrays in memory and memory maps are neither copied nor handed to the threads: blocks are views of
them, and pages of a map that were used are given back to the system. `_ends` holds what differs
between kinds of arrays, and `polyconv._regions` which part of the input a block reads.
"""

from ._functions import conv_blocks, nanconv_blocks

__all__ = ["conv_blocks", "nanconv_blocks"]
