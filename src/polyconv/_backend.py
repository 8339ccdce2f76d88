"""What a backend is: the protocol that every algorithm answers to, and the refusal it may give."""

from dataclasses import dataclass
from typing import Any, Protocol

from numpy.typing import NDArray

from ._problem import Problem

__all__ = ["Backend", "Cost", "Kernel", "UnsupportedProblem"]


class UnsupportedProblem(NotImplementedError):
    """A backend was named that cannot compute this (valid) problem; the text says why.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import UnsupportedProblem, conv
    >>> ones = np.ones((1, 1, 4), np.int64)
    >>> try:
    ...     conv(ones, ones, backend="fft")
    ... except UnsupportedProblem as reason:
    ...     print(reason)
    fft: dtype int64; fft rounds, and integers are exact
    """


@dataclass(frozen=True)
class Cost:
    """What a backend spends on one call: counts, never seconds.

    How long each of them takes is measured, see ``python -m benchmarks.cost_model fit``. The
    better the counts, the better the prediction; those with a default may be left out.

    Attributes
    ----------
    flops : int
        Real multiplications and additions that it really executes.
    bytes : int
        Bytes moved between memory and its working set.
    workspace : int
        Bytes that it uses beside the output, for all workers together. (Workers' memory may lie far
        apart; what is between them is reserved, and never touched.)
    packed : int, default 0
        Bytes copied into the order in which its kernels read them.
    runs : int, default 0
        Stretches of neighbours that are copied to do so.
    pieces : int, default 0
        Pieces that the work is cut into, each with a cost of its own: tiles, calls of a library.
    prepared : int, default 0
        Bytes of the weights as `Backend.prepare` lays them out.
    gathered : int, default 0
        Of the bytes packed, those taken one element at a time: converted, or from places apart.
    way : str, default ""
        How it would compute the problem, if it has several ways that run at different rates.
    """

    flops: int
    bytes: int
    workspace: int
    packed: int = 0
    runs: int = 0
    pieces: int = 0
    prepared: int = 0
    gathered: int = 0
    way: str = ""


class Kernel(Protocol):
    """Prepared weights, ready to convolve: immutable, safe to share between threads.

    Before a backend that is no dot product is run, all of `x` is looked at for values that veto it.
    Kernels of this package with a true attribute ``looks`` are spared that: they look at what they
    read of `x`, as they read it, and return the largest magnitude; if that is a veto, what they
    wrote is overwritten by a dot product.
    """

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> float | None:
        """Write every element of `out`.

        Parameters
        ----------
        x : ndarray, shape ``(batch, in_channels, *spatial)``
            Canonical view in any strides, of the problem's `x_dtype`.
        bias : ndarray, shape ``(out_channels,)``, or None
            Contiguous, in the accumulator's dtype.
        out : ndarray, shape ``(batch, out_channels, *out)``
            Canonical view in any strides, of the problem's `dtype`; never empty.
        workers : int
            Threads to use at most.

        Returns
        -------
        float or None
            If it ``looks``, the largest magnitude that it read, of complex numbers in their parts;
            NaN is infinite.
        """


class Backend(Protocol):
    """One algorithm.

    A backend that takes long to plan a call may also have a method ``least_costs(p)``, which yields
    a `Cost` for each way it may take, with counts that those of `cost` are nowhere below, or none.
    It is asked before `unsupported`, so of any problem; a backend for which even so little takes
    longer than another one does is asked for nothing else.

    Attributes
    ----------
    name : str
        What callers write: ``backend="direct"``.
    dot_product : bool
        Whether each output is the plain sum of the definition's own products. If so it is always
        accurate enough, and NaN and inf stay where the definition has them; if not, the chooser
        admits it only within `rtol` and on finite data.
    """

    name: str
    dot_product: bool

    def unsupported(self, p: Problem) -> str | None:
        """Why `p` cannot be computed, with the value that is in the way, or None."""

    def cost(self, p: Problem) -> Cost:
        """Counts for one call with prepared weights."""

    def error_bound(self, p: Problem) -> float:
        """Bound on ``max|error|`` in units of ``max|x| * sum|w_k|`` for output channel k."""

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Pack canonical weights once; the kernel keeps no reference to `w`."""
