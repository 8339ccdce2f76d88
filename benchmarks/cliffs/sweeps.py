"""Generators of sweeps: extents, lengths and taps over orders of magnitude.

Each takes a random generator, which is seeded by the name of the family, and yields cases.
"""

import math
from collections.abc import Iterator
from itertools import cycle

import numpy as np

from .cases import CliffCase, image, signal, volume

__all__ = [
    "correlations",
    "extents_1d",
    "extents_2d",
    "extents_3d",
    "images_of_any_size",
    "lengths",
    "long_filters",
    "taps",
    "taps_2d",
]

# Multiples of powers of two at which transforms are fast. Extents at and beside them decide
# whether a segment keeps one output or many.
_MULTIPLES = (1.0, 1.5, 1.25, 1.125, 1.875)
_BESIDE = (0, -1, 1)

_FLOATS = ("float32", "float64")


def _extents(low: int, high: int, multiples: tuple[float, ...]) -> Iterator[int]:
    """Yield sizes from 2**low to 2**high, at multiples of powers of two and beside them."""
    beside = cycle(_BESIDE)
    for exponent in range(low, high + 1):
        for multiple in multiples:
            size = multiple * 2**exponent
            if size == int(size):
                yield int(size) + next(beside)


def extents_1d(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Kernels of lengths near those of fast transforms, on inputs that are 1 to 4 times as long."""
    dtypes, factors = cycle(_FLOATS), cycle(((1.0, "full"), (3.3, "same"), (1.33, "valid")))
    for exponent in (5, 7, 9, 11, 13, 15, 17, 18):
        for extent in _extents(exponent, exponent, _MULTIPLES):
            factor, padding = next(factors)
            yield signal(int(factor * extent), extent, padding=padding, dtype=next(dtypes))


def extents_2d(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Kernels of sizes near those of fast transforms on images; at last, images with themselves."""
    dtypes, factors = cycle(_FLOATS), cycle(((1.0, "full"), (3.3, "same"), (1.33, "valid")))
    for extent in _extents(3, 8, (1.0, 1.5, 1.25)):
        factor, padding = next(factors)
        yield image(int(factor * extent), extent, padding=padding, dtype=next(dtypes))
    for side in (384, 512, 640, 1024):
        yield image(side, side, padding="full")
    yield image((700, 300), (256, 17), padding="same")
    yield image((64, 5000), (31, 1024), padding="valid")


def extents_3d(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Kernels of sizes near those of fast transforms on volumes."""
    dtypes, factors = cycle(_FLOATS), cycle(((1.0, "full"), (2.3, "same"), (1.33, "valid")))
    for extent in _extents(2, 5, (1.0, 1.5, 1.25)):
        factor, padding = next(factors)
        yield volume(int(factor * extent), extent, padding=padding, dtype=next(dtypes))
    for side in (36, 48, 60, 64):
        yield volume(side, side, padding="full")
    yield volume((20, 96, 96), (16, 5, 64), padding="same")


def lengths(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Signals of 1 to 10**7 samples under filters of a few and of some hundred taps."""
    taps, paddings = cycle((9, 101, 3, 32, 513)), cycle(("same", "full", "causal", "valid"))
    dtypes = cycle(("float32", "float64", "float32", "complex64"))
    for n in _ragged(rng, 1, 1e7, 40):
        padding, length = next(paddings), next(taps)
        if padding == "valid" and length > n:
            padding = "full"
        yield signal(n, length, padding=padding, dtype=next(dtypes))
    # 4,000,000 + i samples: an array as long as the axis would take more time than the call.
    yield signal(4_000_017, 9, padding="same", call="new_shape")


def taps(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Filters of 1 to 10**6 taps on signals that are as long or longer."""
    paddings, dtypes = cycle(("same", "valid", "causal")), cycle(_FLOATS)
    for length in _ragged(rng, 1, 1e6, 26):
        n = max(300_000, int(1.2 * length))
        yield signal(n, length, padding=next(paddings), dtype=next(dtypes))
    yield signal(700_000, 524_288, padding="same")
    yield signal(16_000, 16_384, channels=768, filters=768, groups=768, padding="causal")
    yield signal(16_000, 16_000, channels=768, filters=768, groups=768, padding="causal")


def taps_2d(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Kernels of 1x1 to 400x400 and of unequal sides on images, and volumes."""
    dtypes = cycle(_FLOATS)
    for side in _ragged(rng, 1, 400, 16):
        yield image(512, side, padding="same", dtype=next(dtypes))
    for kernel in ((1, 301), (301, 1), (3, 150), (90, 7)):
        yield image(400, kernel, padding="same")
    for side in (2, 6, 11, 23):
        yield volume(64, side, padding="same", dtype=next(dtypes))


def long_filters(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Random problems whose filters are long on some axis, of 1 to 3 axes and a few channels."""
    for rank in (1, 2, 3) * 12:
        largest = {1: 200_000, 2: 700, 3: 70}[rank]
        spatial = tuple(round(_log(rng, largest / 10, largest)) for _ in range(rank))
        kernel = tuple(max(1, round(n * _log(rng, 0.02, 1.4))) for n in spatial)
        channels = int(rng.choice((1, 1, 1, 3)))
        filters = int(rng.choice((1, 1, 2)))
        padding = str(rng.choice(("same", "full", "valid")))
        if padding == "valid" and any(k > n for k, n in zip(kernel, spatial, strict=True)):
            padding = "same"
        yield CliffCase(
            (1, channels, *spatial),
            (filters, channels, *kernel),
            padding=padding,
            dtype=str(rng.choice(_FLOATS)),
        )


def correlations(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Signals, images and volumes with themselves or others of their size, once each."""
    paddings = cycle(("full", "same", "full"))
    dtypes = cycle(("float32", "float64", "complex64"))
    for n in _ragged(rng, 10, 1e6, 14):
        yield signal(n, n, padding=next(paddings), dtype=next(dtypes))
    yield signal(1_000_000, 1_000_000, padding="full")
    yield signal(500_009, 500_000, padding="valid")
    for side in (37, 101, 333, 500):
        yield image(side, side, padding=next(paddings), dtype=next(dtypes))
    for side in (11, 29, 53):
        yield volume(side, side, padding=next(paddings), dtype=next(dtypes))
    yield signal(60_000, 60_000, padding="full", call="new_shape")
    yield image(200, 200, padding="full", call="new_shape")


def images_of_any_size(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Images and volumes of ragged sizes under usual kernels, with one channel and with some."""
    kernels, dtypes = cycle((3, 5, 9, 25)), cycle(_FLOATS)
    for side in _ragged(rng, 1, 3000, 20):
        width = max(1, round(side * _log(rng, 0.4, 2.5)))
        yield image((side, width), next(kernels), padding="same", dtype=next(dtypes))
    for side in _ragged(rng, 1, 200, 8):
        yield image(side, 3, channels=16, filters=24, padding="same")
    for side in _ragged(rng, 1, 150, 6):
        yield volume(side, 3, padding="same", dtype=next(dtypes))


def _ragged(rng: np.random.Generator, low: float, high: float, number: int) -> list[int]:
    """Return sizes from `low` to `high` in about equal ratios, each moved by up to a third."""
    steps = np.exp(np.linspace(math.log(low), math.log(high), number))
    moved = steps * np.exp(rng.uniform(-1 / 3, 1 / 3, number))
    return [round(size) for size in np.clip(moved, low, high)]


def _log(rng: np.random.Generator, low: float, high: float) -> float:
    return math.exp(rng.uniform(math.log(low), math.log(high)))
