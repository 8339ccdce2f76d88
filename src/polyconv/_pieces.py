"""How backends cut a length: into as few pieces as there may be, and those as equal as can be."""

__all__ = ["equal_pieces"]


def equal_pieces(size: int, most: int) -> int:
    """The length of equal pieces of `size`, at most `most` each (and at least 1).

    Examples
    --------
    >>> equal_pieces(100, 64)
    50
    """
    return -(-size // -(-size // max(1, min(size, most))))
