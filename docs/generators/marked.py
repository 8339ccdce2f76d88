"""Parts of pages that a generator makes, between two comments that stay."""

__all__ = ["replaced"]


def replaced(page: str, first: str, last: str, text: str) -> str:
    """Return `page` with `text` between the comments `first` and `last`.

    Raises
    ------
    ValueError
        If the page lacks one of them, or has them in the other order.
    """
    head, found, rest = page.partition(first)
    _, ended, tail = rest.partition(last)
    if not found or not ended:
        raise ValueError(f"the page lacks the line {first!r}, or {last!r} after it")
    return f"{head}{first}\n{text}\n{last}{tail}"
