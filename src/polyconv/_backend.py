"""Base classes of backends and kernels, a backend's cost, and the error for refused problems."""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from numpy.typing import NDArray

from ._problem import Problem

__all__ = [
    "MAX_UNPLANNED_WORKSPACE",
    "Backend",
    "Cost",
    "Interleaver",
    "Interleaving",
    "Kernel",
    "UnplannedConv",
    "UnsupportedProblem",
]

# Maximum bytes of workspace of a call without a plan, so that it stays in L2. A promise of the
# documentation of `conv`, not a measurement.
MAX_UNPLANNED_WORKSPACE = 512 << 10


class UnsupportedProblem(NotImplementedError):
    """A backend was named that cannot compute this (valid) problem; the text says why.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import UnsupportedProblem, conv
    >>> ones = np.ones((1, 1, 4), np.int64)
    >>> try:
    ...     conv(ones, ones, backend="winograd")
    ... except UnsupportedProblem as reason:
    ...     print(reason)
    winograd: dtype int64; winograd does float32, float64, complex64 and complex128
    """


@dataclass(frozen=True, init=False)
class Cost:
    """Counts of the work of one call, never seconds.

    ``python -m benchmarks.cost_model fit`` measures the time that a unit of each count takes. The
    better the counts, the better the prediction; those with a default may be left out.

    Attributes
    ----------
    flops : int
        Real multiplications and additions that it really executes.
    bytes : int
        Bytes moved between memory and its working set.
    workspace : int
        Bytes that it uses beside the output, for all workers together. (Per-worker workspaces lie
        apart; the gap between them is reserved and never touched.)
    packed : int, default 0
        Bytes copied into the order in which its kernels read them.
    runs : int, default 0
        Contiguous runs that are copied to do so.
    work_items : int, default 0
        Parts of the work that each add a constant cost: tiles, calls of a library.
    prepared : int, default 0
        Bytes of the weights as `Backend.prepare` lays them out. Of spectra, the share that is
        computed by transforms of all axes, which leave out lines of zeros.
    gathered : int, default 0
        Of the bytes packed, those copied element by element, for conversion or because of strides.
    variant : str, default ""
        The variant that would compute the problem, if the backend has several with other rates.
    lookups : int, default 0
        Elements of padding that are looked up, or stored, one by one.
    pool_items : int, default 0
        Work items that the workers share out. Three items take two workers as long as four. 0 means
        that there are many for each worker.
    python_calls : int, default 0
        Kernels that Python calls one by one in a call. Most problems have none, because compiled
        code calls their kernels. Each adds about 4 us, which small problems do not hide.
    """

    flops: int
    bytes: int
    workspace: int
    packed: int = 0
    runs: int = 0
    work_items: int = 0
    prepared: int = 0
    gathered: int = 0
    variant: str = ""
    lookups: int = 0
    pool_items: int = 0
    python_calls: int = 0

    def __init__(
        self,
        flops: int,
        bytes: int,
        workspace: int,
        packed: int = 0,
        runs: int = 0,
        work_items: int = 0,
        prepared: int = 0,
        gathered: int = 0,
        variant: str = "",
        lookups: int = 0,
        pool_items: int = 0,
        python_calls: int = 0,
    ) -> None:
        # A choice makes about ten costs. This method takes 1.1 us, the one that `dataclass` writes
        # 3.4 us (`timeit` of ``Cost(1, 2, 3)``, Emerald Rapids, one core, 2026-11-29).
        own = self.__dict__
        own["flops"], own["bytes"], own["workspace"] = flops, bytes, workspace
        own["packed"], own["runs"], own["work_items"] = packed, runs, work_items
        own["prepared"], own["gathered"], own["variant"] = prepared, gathered, variant
        own["lookups"], own["pool_items"] = lookups, pool_items
        own["python_calls"] = python_calls


class UnplannedConv(Protocol):
    """A function that computes small problems, of any size between two, without plans."""

    def __call__(
        self,
        x: NDArray[Any],
        w: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any] | None = None,
    ) -> NDArray[Any] | None:
        """Return the result, `out` if given; None where the problem is another one or too large.

        The arrays are plain ones in C order, the bias is of the accumulator's dtype, and `out` has
        the shape and dtype of the result.
        """
        ...

    def replaces_plan(self, x: NDArray[Any], problem: Problem) -> bool:
        """Return True if it computes `x`, in another order of sums than the plan of `problem`."""
        ...


class Kernel(Protocol):
    """Prepared weights, ready to convolve: immutable, safe to share between threads.

    Python kernels subclass it for the defaults of its properties. Compiled kernels, and those of
    other packages, only need to be callable in this way.
    """

    @property
    def tracks_max_abs(self) -> bool:
        """True if a call takes `limit` and returns the largest magnitude of the input that it read.

        Non-finite or very large values exclude backends that are not dot products, so all of `x`
        is scanned for them before such a kernel runs; if there are any, a dot product computes the
        result. A kernel that tracks the maximum while it packs saves that scan, and it confines
        such values: outputs near them are computed by a dot product, the others stay. Kernels of
        other packages are never asked: their `x` is always scanned.
        """
        return False

    @property
    def max_input(self) -> float:
        """Largest magnitude of inputs for which results are right: for integers, proven exact."""
        return math.inf

    @property
    def spread(self) -> tuple[int, ...] | None:
        """Distance along each axis over which values beyond `limit` spread, in padded coordinates.

        An output is right unless its window, extended by this distance on both sides, holds such a
        value. None means that such values count as zeros and do not spread.
        """
        return None

    @property
    def runs_at_once(self) -> bool:
        """True if a plan may call it without guarding against NumPy's floating-point warnings."""
        return False

    @abstractmethod
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
        limit : float, default inf
            A parameter only of a kernel that `tracks_max_abs`: elements of `x` of a larger
            magnitude (of complex ones, real or imaginary parts), NaN included, count as zeros or
            spread no further than `spread`.

        Returns
        -------
        float or None
            If it `tracks_max_abs`, the largest magnitude that it read, of complex numbers in their
            parts; NaN is infinite.
        """


class Interleaving(NamedTuple):
    """Filters of a problem that are neighbouring outputs of a transposed convolution.

    Attributes
    ----------
    steps : tuple of int
        Neighbouring outputs of one pixel, along each spatial axis. In two dimensions and with ``q``
        channels, filter ``(i * q + k) * steps[1] + j`` is channel k of the output at row i and
        column j: the last axis varies fastest, then the channel, then the other axes. With channels
        last, the channel varies fastest, as it does in the result.
    starts, sizes : tuple of int
        Along each axis, the number of outputs before the first one of the result, and of outputs in
        the result. Only the first and the last pixel of the problem have outputs beyond it.
    """

    steps: tuple[int, ...]
    starts: tuple[int, ...]
    sizes: tuple[int, ...]


class Interleaver(NamedTuple):
    """The cost and the kernels of a problem with interleaved results; see `Backend.interleaver`.

    Attributes
    ----------
    cost : Cost
        Counts of one call, which are not those of a call that stores filter by filter.
    prepare : callable
        Does `Backend.prepare` for canonical weights.
    """

    cost: Cost
    prepare: Callable[[NDArray[Any]], Kernel]


class Backend(ABC):
    """One algorithm. Subclass it, set the two attributes and define the four abstract methods.

    Backends of other packages may also be any object with these attributes and methods.

    Attributes
    ----------
    name : str
        Name that callers write: ``backend="direct"``.
    dot_product : bool
        True if each output is the plain sum of the definition's own products. If so it is always
        accurate enough, and NaN and inf stay where the definition has them; if not, the chooser
        admits it only within `rtol` and on finite data.
    """

    name: str
    dot_product: bool

    @abstractmethod
    def unsupported(self, p: Problem) -> str | None:
        """Return why `p` cannot be computed, naming the value that prevents it, or None."""

    @abstractmethod
    def cost(self, p: Problem) -> Cost:
        """Counts for one call with prepared weights."""

    @abstractmethod
    def error_bound(self, p: Problem) -> float:
        """Bound on ``max|error|`` in units of ``max|x| * sum|w_k|`` for output channel k."""

    @abstractmethod
    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Pack canonical weights once; the kernel keeps no reference to `w`."""

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel] | None:
        """Return a function that does `prepare` for weights that lie in C order, or None.

        It takes canonical weights of the problem's dtype. Plain calls use it: work that does not
        depend on the values of the weights is done once, here. Its kernel serves one call, and may
        refer to `w`. The default, None, means that each such call prepares.
        """
        return None

    def packer_calls(self, p: Problem) -> int | None:
        """Return the Python functions that wrap the packing of `p`; None if it has no packer.

        By them the cost model tells plain calls that pack in compiled code. Override it where
        `packer` returns None, or a function of Python, for some problems. It is called often, and
        makes no plan that `cost` does not make.
        """
        return None if type(self).packer is Backend.packer else 0

    def unpacked_cost(self, p: Problem) -> Cost | None:
        """Return the counts of a plain call of `p` that reads the weights as they lie.

        They are those of the kernel that `packer` makes. The method is called often, for problems
        that the backend refuses, too, and so must be cheap; where input and weights are exchanged,
        the answer is ignored. The default, None, means that plain calls pack their weights, as a
        plan does once, and then do what a planned call does.
        """
        return None

    def unplanned(self, low: Problem, high: Problem) -> UnplannedConv | None:
        """Return the function that computes small problems of any size between two, or None.

        It sums in the order of the plans of both. Its workspace is at most
        `MAX_UNPLANNED_WORKSPACE`. Plain calls use it for sizes that they have not seen: it takes
        the time of a plan only once for all sizes. The default, None, means that each size is
        planned at once.
        """
        return None

    def interleaver(self, p: Problem, interleaving: Interleaving) -> Interleaver | None:
        """Return the `Interleaver` that computes `p` with interleaved results, or None.

        The kernel takes a result with the `sizes` of `interleaving`, whose rows are contiguous, and
        writes all of it. The bias has an entry for each filter. A kernel of a backend that is not a
        dot product must be one that `tracks_max_abs`.

        The default, None, means that such outputs are convolutions of their own.
        """
        return None

    def cost_lower_bounds(self, p: Problem) -> Iterable[Cost]:
        """Return lower bounds of `cost`, one for each variant, that take no planning.

        In each, no count exceeds that of `cost` for the same `Cost.variant`. If even these are
        predicted to be slower than another backend, the chooser skips this one without planning it.
        The default, none, means that the chooser always asks for `cost`. It is called before
        `unsupported`, so for any problem, and only for polyconv's own backends.
        """
        return ()

    def supports_small_values(self, p: Problem) -> bool:
        """Return True if `p`, though unsupported, is computed right where values are small enough.

        Auto may then choose the backend: its kernel's `Kernel.max_input` tells how small. It is
        asked only for polyconv's own backends.
        """
        return False

    def bound_is_symmetric(self, p: Problem) -> bool:
        """Return True if `error_bound` holds, too, for `p` with input and weights exchanged.

        Plain calls of kernels far longer than the input may then exchange them. Dot products, which
        always may, are not asked.
        """
        return False

    def computes_as(self, p: Problem) -> Problem:
        """Return the problem that is computed, by which rates are looked up.

        It has other dtypes, or fewer taps or axes, than `p`.
        """
        return p
