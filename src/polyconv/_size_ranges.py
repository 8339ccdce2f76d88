"""Ranges of sizes between which plain calls compare no backends."""

from ._problem import Problem

__all__ = ["SIGNIFICANT_BITS", "Size", "ends_of_range"]

# Significant bits that the sizes of a range share: ranges of 64 to 95, or of 64 to 79 where the
# backends at the ends of wide ranges differ. To compare the ends of a range takes 0.1 to 0.4 ms
# (3 channels to 16, Emerald Rapids, 1 core, 2026-11-30, `python -m benchmarks.cliffs --family
# new_shapes`), and images meet four narrow ranges for each wide one.
SIGNIFICANT_BITS = (2, 3)

Size = tuple[int, tuple[int, ...]]  # batch and spatial sizes


def ends_of_range(problem: Problem, bits: int) -> tuple[Size, Size]:
    """Return the sizes that bound the problem's: next to each other in some significant bits."""
    batch, *spatial = [_next_size(n, bits) for n in (problem.batch, *problem.spatial)]
    return _rounded_down(problem, bits), (batch, tuple(spatial))


def _next_size(n: int, bits: int) -> int:
    """Return the next number of some significant bits, or `n` itself if it has no more."""
    dropped = _dropped_bits(n, bits)
    return ((n >> dropped) + 1) << dropped if dropped else n


def _rounded_down(problem: Problem, bits: int) -> Size:
    """Return batch and spatial sizes in some significant bits, where the kernel still fits."""
    sizes = []
    for n, (lo, hi), extent in zip(problem.spatial, problem.pads, problem.extent, strict=True):
        dropped = _dropped_bits(n, bits)
        sizes.append(max(n >> dropped << dropped, extent - lo - hi))
    dropped = _dropped_bits(problem.batch, bits)
    return problem.batch >> dropped << dropped, tuple(sizes)


def _dropped_bits(n: int, bits: int) -> int:
    """Return how many bits of `n` follow its `bits` significant ones."""
    return max(n.bit_length() - bits, 0)
