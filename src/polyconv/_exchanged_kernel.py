"""The kernel that computes a problem with input and weights exchanged; see `_exchange`."""

import math
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._backend import Backend, Kernel
from ._exchange import exchanged_axis
from ._problem import Problem
from ._veto import max_abs

__all__ = ["ExchangedKernel"]


class ExchangedKernel(Kernel):
    """Weights that are convolved with each input, which is prepared as weights in their stead.

    Products with padding are left out, so values that are not finite need the problem itself.

    Parameters
    ----------
    problem : Problem
    exchanged : Problem
        The exchanged problem, from `as_computed`.
    backend : Backend
    w : ndarray
        Canonical weights, which the kernel keeps.
    """

    def __init__(
        self, problem: Problem, exchanged: Problem, backend: Backend, w: NDArray[Any]
    ) -> None:
        self._problem, self._exchanged, self._backend, self._w = problem, exchanged, backend, w
        used = tuple(exchanged_axis(problem, axis)[1] for axis in range(problem.rank))
        self._backwards = _backwards(problem)
        images = w[self._backwards][..., *used]
        if backend.dot_product:  # plans exchange dot products only, and read `images` in many calls
            images = np.ascontiguousarray(images)
        self._images = images.reshape(exchanged.batch, exchanged.in_channels, *exchanged.spatial)
        self._finite = _is_finite(problem, w)
        # `packer` is for plain calls, which prepare their weights in each call. This kernel does so
        # as well: the input of each call takes the place of weights.
        same = problem.x_dtype == exchanged.accumulator
        self._pack = backend.packer(exchanged) if same and backend.dot_product else None

    @property
    def runs_at_once(self) -> bool:
        """True if a plan may call it at once: no conversion may overflow, and so warn."""
        return self._pack is not None

    @cached_property
    def _plain(self) -> Kernel:
        """The kernel of the problem itself. Two threads may prepare it twice, which is harmless."""
        return self._backend.prepare(self._problem, self._w)

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        if self._pack is not None:
            self._compute(x, bias, out, workers)
            return
        with np.errstate(all="ignore"):  # the input is converted as weights are
            self._compute(x, bias, out, workers)

    def _compute(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        p, exchanged = self._problem, self._exchanged
        if not (self._finite and _is_finite(p, x)):
            self._plain(x, bias, out, workers)
            return
        w = x[self._backwards]
        if p.groups > 1:  # the filters of one image: its channels
            w = w.reshape(p.out_channels, p.ic_per_group, *p.spatial)
        else:
            out = out.swapaxes(0, 1)
        if bias is None or p.groups > 1:
            self._prepared(w)(self._images, bias, out, workers)
            return
        # Each filter has a bias of its own, and is an image here.
        if p.dtype == p.accumulator:
            self._prepared(w)(self._images, None, out, workers)
            with np.errstate(all="ignore"):
                out += bias.reshape(-1, *(1,) * (p.rank + 1))
            return
        one_image = replace(exchanged, batch=1)
        kernel = self._backend.prepare(one_image, w)
        for k in range(p.out_channels):
            own_bias = np.full(p.batch, bias[k], p.accumulator)
            kernel(self._images[k : k + 1], own_bias, out[k : k + 1], workers)

    def _prepared(self, w: NDArray[Any]) -> Kernel:
        """Return the kernel of the exchanged problem for the input `w` of a call."""
        if self._pack is None:
            return self._backend.prepare(self._exchanged, w)
        return self._pack(np.ascontiguousarray(w))


def _backwards(p: Problem) -> tuple[Any, ...]:
    return (..., *(slice(None, None, -1),) * p.rank)


def _is_finite(p: Problem, array: NDArray[Any]) -> bool:
    return p.accumulator.kind in "iu" or math.isfinite(max_abs(array))
