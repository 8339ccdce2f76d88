"""PyTorch as a backend: eager convolutions on its CPU device."""

import os
from collections.abc import Callable
from functools import cache
from threading import RLock, local
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .library import Library, LibraryConvolution, RealProblem

__all__ = ["WithTorch"]


class WithTorch(Library):
    """PyTorch: floats, complex numbers and integers, in the threads that the call may use.

    Notes
    -----
    oneDNN and BLAS sum the definition's products in an order of their own; the bound is that of one
    chain. Without oneDNN, torch may use NNPACK, which has Winograd's error: such a torch is
    refused, and so is one that is set to compute float32 in lower precision.
    """

    name = "torch"
    library = "torch"

    def pads(self, pads: tuple[tuple[int, int], ...]) -> bool:
        """Return True for symmetric padding."""
        return all(low == high for low, high in pads)

    def convolution(self, p: RealProblem, w: NDArray[Any]) -> LibraryConvolution:
        """``torch.nn.functional.conv1d``, 2d or 3d on tensors that share the arrays' memory."""
        torch = _torch()
        function: Callable[..., Any] = getattr(torch.nn.functional, f"conv{len(p.stride)}d")
        weights = _tensor(w)
        padding = tuple(low for low, _ in p.pads)

        def convolve(x: NDArray[Any], bias: NDArray[Any] | None, workers: int) -> NDArray[Any]:
            if p.dtype == np.float32:
                _require_float32(torch)
            before = None
            try:
                with _counts.lock:
                    before = _counts.enter(torch, workers)
                    if torch.get_num_threads() != workers:
                        torch.set_num_threads(workers)
                with torch.inference_mode(), torch.autocast("cpu", enabled=False):
                    y = function(
                        _tensor(x),
                        weights,
                        None if bias is None else _tensor(bias),
                        stride=p.stride,
                        padding=padding,
                        dilation=p.dilation,
                        groups=p.groups,
                    )
            finally:
                if before is not None:
                    with _counts.lock:
                        try:
                            if before != workers:
                                torch.set_num_threads(before)
                        finally:
                            _counts.running.remove(workers)
            result: NDArray[Any] = y.numpy()
            return result

        return convolve


class _ThreadCounts:
    """Torch's thread counts, changed while convolutions run.

    Torch has a count for the process and one for each thread. A thread gets the process's count
    when it first uses torch, and `torch.set_num_threads` sets both. So each call restores the count
    of its thread, and thereby that of the process; calls of other threads keep their own counts. A
    thread that first uses torch during a call would get the count of that call: it is given the
    count from before all running calls instead.

    Attributes
    ----------
    lock : RLock
        Held while counts are read and set. Signal handlers may call torch meanwhile.
    running : list of int
        The counts of running calls.
    """

    def __init__(self) -> None:
        self.running: list[int] = []
        self._before = 0  # the count before all of them
        self._threads = local()  # `known`: this thread has entered before
        self.renew_lock()
        os.register_at_fork(after_in_child=self.renew_lock)

    def renew_lock(self) -> None:
        """Make a lock that no thread holds: a forked child lacks the threads that held it."""
        self.lock = RLock()

    def enter(self, torch: Any, workers: int) -> int:
        """Add a running call; return the count to restore in this thread after it."""
        before: int = torch.get_num_threads()
        if not self.running:
            self._before = before
        elif before in self.running and not hasattr(self._threads, "known"):
            before = self._before
        self._threads.known = True
        self.running.append(workers)
        return before


_counts = _ThreadCounts()


@cache
def _torch() -> Any:
    import torch

    if not torch.backends.mkldnn.is_available():
        raise ImportError("torch was built without oneDNN; its errors are not known then")
    return torch


def _tensor(array: NDArray[Any]) -> Any:
    """Return a tensor that shares the array's memory, or a copy.

    Torch cannot share read-only arrays and negative strides.
    """
    shared = array.flags.writeable and min(array.strides) >= 0
    return _torch().from_numpy(array if shared else array.copy())


def _require_float32(torch: Any) -> None:
    precision = torch.backends.mkldnn.conv.fp32_precision
    if precision not in ("none", "ieee"):
        raise RuntimeError(f"torch.backends.mkldnn.conv.fp32_precision is {precision!r}")
