"""Blocks of equal length along an axis, for every planner."""

__all__ = ["even_block"]


def even_block(size: int, max_block: float) -> int:
    """Return the length of the fewest equal blocks of `size` that have at most `max_block`.

    Examples
    --------
    >>> even_block(100, 64)
    50
    """
    return -(-size // -(-size // max(1, min(size, int(max_block)))))
