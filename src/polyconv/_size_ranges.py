"""Ranges of sizes between which plain calls compare no backends."""

from ._problem import Problem

__all__ = ["SIGNIFICANT_BITS", "Size", "ends_of_range"]

# Number of significant bits that the sizes of a range share:
#
# - 2, wide ranges such as 64 to 95;
# - 3, narrow ranges such as 64 to 79, where the backends at the ends of a wide range differ.
#
# Comparing the ends of a range takes 0.1 to 0.4 ms (3 channels to 16, Emerald Rapids, one core,
# 2026-11-30, `python -m benchmarks.cliffs --family new_shapes`). A wide range of images has four
# narrow ranges.
SIGNIFICANT_BITS = (2, 3)

Size = tuple[int, tuple[int, ...]]  # batch and spatial sizes


def ends_of_range(problem: Problem, bits: int) -> tuple[Size, Size]:
    """Return the ends of the range of `bits` significant bits in which the problem's sizes lie."""
    batch, *spatial = [_next_size(n, bits) for n in (problem.batch, *problem.spatial)]
    return _rounded_down(problem, bits), (batch, tuple(spatial))


def _next_size(n: int, bits: int) -> int:
    """Return the next larger number of `bits` significant bits, or `n` if it has no more bits."""
    dropped = _dropped_bits(n, bits)
    return ((n >> dropped) + 1) << dropped if dropped else n


def _rounded_down(problem: Problem, bits: int) -> Size:
    """Return the sizes rounded down to `bits` significant bits, but not below the kernel's."""
    sizes = []
    for n, (lo, hi), extent in zip(problem.spatial, problem.pads, problem.extent, strict=True):
        dropped = _dropped_bits(n, bits)
        sizes.append(max(n >> dropped << dropped, extent - lo - hi))
    dropped = _dropped_bits(problem.batch, bits)
    return problem.batch >> dropped << dropped, tuple(sizes)


def _dropped_bits(n: int, bits: int) -> int:
    """Return how many bits of `n` follow its `bits` significant ones."""
    return max(n.bit_length() - bits, 0)
