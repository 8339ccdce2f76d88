"""Inputs of one pixel, all outputs of which are filters of a matrix product.

If nothing is cropped, each output meets the pixel with a tap of its own. As a phase, the outputs
are pixels of a convolution of as many taps, whose input is padded on all sides. The result has as
many elements as the kernel has taps and channels, in the same order, so it is a pixel with that
many channels as well. With weights prepared, 100 to 512 channels with 4x4 taps take 0.74 of the
time with channels first, 0.89 with channels last, and 0.3 for 8 images (Zen 4, one core,
2026-12-01, `python -m benchmarks.peers --workers 1 --workload dcgan/project_4x4`).
"""

from functools import lru_cache
from math import prod

from polyconv._machine import default_workers
from polyconv._request import make_problem

from ._phases import Phase
from ._problem import TransposedProblem

__all__ = ["phase_of_one_pixel"]


def phase_of_one_pixel(t: TransposedProblem) -> tuple[Phase] | None:
    """Return the only phase; None if `x` has more pixels, or the result is not whole.

    It is for prepared weights: to copy those of a plain call into the order of the result takes up
    to 1.5 times as long as into that of taps.
    """
    one = prod(t.spatial) == 1 < prod(t.kernel) and t.groups == 1
    whole = t.out == t.kernel and not any(t.start) and set(t.dilation) == {1}
    # A result that is not contiguous is copied, which takes memory.
    if not (one and whole) or t.workspace_limit is not None:
        return None
    return _phase(t, default_workers() if t.workers is None else t.workers)


@lru_cache(maxsize=512)
def _phase(t: TransposedProblem, _workers: int) -> tuple[Phase]:
    """Return `phase_of_one_pixel`; its problem has `_workers` if `t` does not say how many."""
    filters, ones = t.out_channels * prod(t.kernel), (1,) * t.rank
    last = t.data_format == "channels_last"
    problem = make_problem(
        t.x_shape,
        t.x_dtype,
        (*ones, t.in_channels, filters) if last else (filters, t.in_channels, *ones),
        t.w_dtype,
        data_format=t.data_format,
        dtype=t.dtype,
        rtol=t.rtol,
        workers=t.workers,
    )
    whole = (slice(None),) * t.rank
    return (Phase(whole, whole, whole, problem, one_pixel=True),)
