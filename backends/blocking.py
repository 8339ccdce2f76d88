"""Blocks of equal length along an axis, and sizes in whole units, for every planner."""

__all__ = ["even_block", "rounded_up"]


def even_block(size: int, max_block: float) -> int:
    """Return the length of the fewest equal blocks of `size` that have at most `max_block`.

    Examples
    --------
    >>> even_block(100, 64)
    50
    """
    return -(-size // -(-size // max(1, min(size, int(max_block)))))


def rounded_up(size: int, unit: int) -> int:
    """Return `size` rounded up to a multiple of `unit`."""
    return -(-size // unit) * unit
