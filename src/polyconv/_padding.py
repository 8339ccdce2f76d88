"""Padding as callers ask for it, checked and normalised to ``(lo, hi)`` for each axis."""

from typing import Any

from ._arguments import integer, is_sequence, listed, one_of

__all__ = [
    "MODE_ALIASES",
    "PADDINGS",
    "PADDING_MODES",
    "Pads",
    "check_extent",
    "extent_of",
    "lookups",
    "normalised_pads",
    "padding_period",
]

PADDINGS = ("valid", "same", "same_lower", "full", "causal")
_SIZE_KEEPING = ("same", "same_lower", "causal")
PADDING_MODES = ("zeros", "constant", "reflect", "symmetric", "edge", "wrap")
MODE_ALIASES = {"replicate": "edge", "circular": "wrap"}

Pads = tuple[tuple[int, int], ...]

# Cost of a run of padding, in elements that are looked up one by one. A run is padding whose
# elements are neighbours in the input as well. Counted, not measured: three for the ends of the
# run, and one for the call that converts it.
_LOOKUPS_OF_A_RUN = 4


def padding_period(mode: str, n: int) -> int:
    """Return the padded coordinates of an axis of `n` elements after which its padding repeats.

    It is 1 for ``edge``, whose padding is one element on each side, and 0 for constants.
    """
    mirrored = {"symmetric": 2 * n, "reflect": max(2 * n - 2, 1)}
    return {"edge": 1, "wrap": n, **mirrored}.get(mode, 0)


def lookups(mode: str, n: int, pad: int) -> int:
    """Return the elements that are looked up for `pad` places on one side of an axis.

    Padding up to the size of the input is one run of neighbours. Wider padding is up to three runs,
    because places beyond the first period are copied from it.
    """
    runs = 1 if pad <= n else 3
    return min(pad, padding_period(mode, n), runs * _LOOKUPS_OF_A_RUN)


def extent_of(kernel: tuple[int, ...], dilation: tuple[int, ...]) -> tuple[int, ...]:
    """Return the effective kernel size per axis: ``dilation * (kernel - 1) + 1``."""
    return tuple([d * (k - 1) + 1 for d, k in zip(dilation, kernel, strict=True)])


def normalised_pads(
    padding: Any, spatial: tuple[int, ...], extent: tuple[int, ...], stride: tuple[int, ...]
) -> Pads:
    """Return every form of `padding` as ``(lo, hi)`` per axis."""
    rank = len(spatial)
    if isinstance(padding, str):
        one_of("padding", padding, PADDINGS)
        return tuple(map(_named_pad, [padding] * rank, spatial, extent, stride))
    if not is_sequence(padding):
        if isinstance(padding, (bytes, float, complex)) or padding is None:
            raise TypeError(
                f"padding={padding!r} must be one of {listed(PADDINGS)}, an integer, one integer "
                "for each axis, or a (lo, hi) pair for each axis"
            )
        width = integer("padding", padding, 0)
        return ((width, width),) * rank
    if len(padding) != rank:
        raise ValueError(
            f"padding={padding!r} has {len(padding)} entries; allowed: {rank}, one for each "
            "spatial axis, each an integer or all of them (lo, hi) pairs"
        )
    pairs = [is_sequence(p) for p in padding]
    if any(pairs) != all(pairs):
        raise ValueError(f"padding={padding!r} mixes integers and pairs; allowed: one or the other")
    if not any(pairs):
        widths = [integer("padding", p, 0) for p in padding]
        return tuple((width, width) for width in widths)
    for pair in padding:
        if len(pair) != 2:
            raise ValueError(f"padding={padding!r} has the entry {pair!r}; allowed: (lo, hi)")
    return tuple((integer("padding", lo, 0), integer("padding", hi, 0)) for lo, hi in padding)


def _named_pad(name: str, n: int, extent: int, stride: int) -> tuple[int, int]:
    if n == 0 and name in _SIZE_KEEPING:
        return 0, 0
    match name:
        case "valid":
            return 0, 0
        case "full":
            return extent - 1, extent - 1
        case "causal":
            return extent - 1, 0
    total = max((-(-n // stride) - 1) * stride + extent - n, 0)
    small, large = total // 2, total - total // 2
    return (small, large) if name == "same" else (large, small)


def check_extent(
    spatial: tuple[int, ...], pads: Pads, extent: tuple[int, ...], padding: Any
) -> None:
    """Raise ValueError if the kernel is larger than the padded input on any axis.

    An empty axis stays empty where `padding`, as the caller gave it, keeps the size of the input.
    """
    keeps_size = isinstance(padding, str) and padding in _SIZE_KEEPING
    for axis, (n, (lo, hi), e) in enumerate(zip(spatial, pads, extent, strict=True)):
        if e > n + lo + hi and not (keeps_size and n == 0):
            raise ValueError(
                f"w reaches over {e} elements of spatial axis {axis} (dilation * (kernel - 1) + 1),"
                f" more than the {n + lo + hi} of x with its padding ({n} + {lo} + {hi})"
            )
