"""Overlap-save with SIMD transforms: one segment at a time, in cache from input to output."""

from collections.abc import Callable, Iterator
from typing import Any

from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel, UnplannedConv
from polyconv._problem import Problem
from polyconv.backends.exact_integers import IntegerTransforms
from polyconv.backends.integer_error import error_of_stages
from polyconv.backends.overlap_save import refusal, workspace_refusal

from .planner import choose_tiled_segments, packer_of, prepare, tiled_cost_lower_bounds
from .segment_plan import lengths_of, spectra_per_output
from .transforms import stages_of
from .unplanned import unplanned_between

__all__ = ["FftTiled"]


class FloatFftTiled(Backend):
    """Overlap-save on tiles in cache: floats and complex, at its best with large kernels."""

    name = "fft_tiled"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Non-finite padding, and taps so far apart that one segment takes too much memory."""
        reason = refusal(self.name, p)
        if reason is not None or p.empty:
            return reason
        return workspace_refusal(self.name, p, choose_tiled_segments(p))

    def cost(self, p: Problem) -> Cost:
        """Transforms of all segments and products of their spectra."""
        return Cost(0, 0, 0) if p.empty else choose_tiled_segments(p).cost

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """One bound for each variant of reading the filters' spectra."""
        return iter(()) if p.empty else tiled_cost_lower_bounds(p)

    def error_bound(self, p: Problem) -> float:
        """Errors grow with the logarithm of the segments' lengths; see `planner`."""
        return 0.0 if p.empty else choose_tiled_segments(p).error_bound

    def bound_is_symmetric(self, p: Problem) -> bool:
        """Return True: an output errs in proportion to the 2-norms of both factors of a segment.

        With ``e`` the error of a transform relative to a 2-norm, the error of each factor's
        transform is spread over all F frequencies, and the other's spectrum has the mean square of
        its 2-norm. So the inverse transform leaves about ``e * |x|_2 * |w|_2 / sqrt(F)`` in each
        output, in which the factors have equal parts. The filter's 2-norm is at most ``sum|w|``,
        and that of at most F elements of the input at most ``sqrt(F) * max|x|``, whichever of the
        two is cut into segments.
        """
        return True

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the filters; of short segments in double precision, rounded once.

        If the spectra are too large to keep, each call does that.
        """
        return prepare(p, w)


class FftTiled(IntegerTransforms):
    """Overlap-save on tiles in cache, with integers where rounding is proven exact."""

    def __init__(self) -> None:
        floats = FloatFftTiled()
        super().__init__(
            floats,
            lambda p: choose_tiled_segments(p).axes,
            spectra_per_output,
            lambda p: error_of_stages(stages_of(lengths_of(p, choose_tiled_segments(p).axes))),
        )

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel] | None:
        """Return the function that transforms floats, all of whose spectra are kept."""
        return packer_of(p) if self.packer_calls(p) == 0 else None

    def packer_calls(self, p: Problem) -> int | None:
        """Return 0 for floats, all of whose spectra are kept."""
        if p.accumulator.kind != "f" or p.empty:
            return None
        return 0 if choose_tiled_segments(p).part.is_all(p) else None

    def unplanned(self, low: Problem, high: Problem) -> UnplannedConv | None:
        """Return the function that looks up the segments of small problems of floats."""
        return unplanned_between(low, high)
