"""cython: the direct loop, as a person would write it in Cython; every dtype and every option.

::

    __init__.py    Cython.cost, error_bound          decides: outputs and channels of a work item
    _cython.pyx    load, source                      packs: one row of inputs, padding looked up
    _cython.pyx    compute                           computes: row of sums += weight * row of inputs
    elements.pxd   convert, store                    converts elements of every dtype

It is the reference for problems too large for `naive`. So it shares no C with the other backends,
only the thread pool, and it forms each sum in the order of the definition: bias, then channel by
channel, tap by tap.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._problem import Problem

from ._cython import CythonKernel

__all__ = ["Cython"]

# Outputs of a row, and output channels, of one work item at most: in double precision their sums
# take 32 KiB, as much as the L1 cache of most processors. Structural, not measured.
_OW_BLOCK, _OC_BLOCK = 256, 16


class Cython(Backend):
    """Compiled loops over windows, one row of outputs at a time."""

    name = "cython"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Nothing is."""
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's operations; each block of output channels reads its windows anew."""
        return Cost(0, 0, 0) if p.empty else _cost(p, *blocks(p), p.workers * workspace(p))

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """The cost of blocks of `_OC_BLOCK` output channels and `_OW_BLOCK` outputs of a row."""
        if not p.empty:
            yield _cost(p, _OW_BLOCK, _OC_BLOCK, 0)

    def error_bound(self, p: Problem) -> float:
        """One chain of additions, whose roundings may all be as bad as can be.

        For equal terms that is twice the error that `summation_error` expects: n / 2 roundings. A
        complex product is rounded before it is added, so it is one term of each part.
        """
        return p.summation_error(2 * p.reduction_len)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Copy the weights in the accumulator's dtype, filter by filter."""
        return CythonKernel(p, *blocks(p), workspace(p), np.array(w, p.accumulator, order="C"))

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel]:
        """Return the function that makes a kernel of weights, which are read as they lie."""
        kernel = CythonKernel(p, *blocks(p), workspace(p), np.empty(0, p.accumulator))
        return lambda w: kernel.with_weights(np.ascontiguousarray(w, p.accumulator))


def _cost(p: Problem, ow_block: int, oc_block: int, workspace_bytes: int) -> Cost:
    """Return the cost with blocks of these outputs of a row and output channels."""
    itemsize = p.accumulator.itemsize
    rows = p.batch * p.groups * math.prod(p.out[:-1]) * -(-p.oc_per_group // oc_block)
    work_items = rows * -(-p.out[-1] // ow_block)
    packed = rows * p.out[-1] * p.reduction_len * itemsize
    # Not only the first period of the padding is looked up.
    repeated = 1 - p.spatial[-1] / p.padded[-1] if p.repeated_share else 0
    return Cost(
        flops=p.flops,
        bytes=p.moved_once + packed,
        workspace=workspace_bytes,
        packed=packed,
        runs=work_items * p.reduction_len,
        work_items=work_items,
        prepared=p.out_channels * p.reduction_len * itemsize,
        gathered=packed,
        lookups=int(packed // itemsize * repeated),
    )


def blocks(p: Problem) -> tuple[int, int]:
    """Choose outputs of a row and output channels per work item, within the workspace limit."""
    ow_block = min(p.out[-1], _OW_BLOCK)
    rows = p.batch * p.groups * math.prod(p.out[:-1]) * -(-p.out[-1] // ow_block)
    # Fewer channels where there would be fewer items than workers.
    oc_block = max(1, min(p.oc_per_group, _OC_BLOCK, rows * p.oc_per_group // p.workers))
    while p.workspace_limit is not None and ow_block * oc_block > 1:
        if p.workers * _bytes(p, ow_block, oc_block) <= p.workspace_limit:
            break
        ow_block, oc_block = (ow_block + 1) // 2, (oc_block + 1) // 2
    return ow_block, oc_block


def workspace(p: Problem) -> int:
    """Bytes for one worker: a row of inputs, and a row of sums for each output channel."""
    return _bytes(p, *blocks(p))


def _bytes(p: Problem, ow_block: int, oc_block: int) -> int:
    return ow_block * (1 + oc_block) * p.accumulator.itemsize
