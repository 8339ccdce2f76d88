"""The table of families: each is one kind of fault, and the generator of cases that would show it.

A generator gets random numbers that are seeded by the family's name, so that a family has the same
cases on every machine. Sizes are ragged, because tuning has already seen the round ones.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from . import shapes, sweeps
from .cases import Case

__all__ = ["FAMILIES", "Family", "cases", "representative"]


@dataclass(frozen=True)
class Family:
    """Cases of one kind.

    Attributes
    ----------
    generate : callable
        Yields the cases; takes a random generator.
    representative : int
        Number of the case that asv tracks: one that has been slow.
    """

    generate: Callable[[np.random.Generator], Iterator[Case]]
    representative: int = 0


# Families by name, in the order of the report.
FAMILIES = {
    "extents_1d": Family(sweeps.extents_1d, 27),
    "extents_2d": Family(sweeps.extents_2d, 12),
    "extents_3d": Family(sweeps.extents_3d, 13),
    "long_filters": Family(sweeps.long_filters, 3),
    "correlations": Family(sweeps.correlations, 12),
    "lengths": Family(sweeps.lengths, 20),
    "taps": Family(sweeps.taps, 13),
    "taps_2d": Family(sweeps.taps_2d, 10),
    "images_of_any_size": Family(sweeps.images_of_any_size, 12),
    "long_kernels": Family(shapes.long_kernels),
    "many_filters": Family(shapes.many_filters, 5),
    "plain_weights": Family(shapes.plain_weights),
    "single_pixels": Family(shapes.single_pixels),
    "short_axes": Family(shapes.short_axes),
    "few_outputs": Family(shapes.few_outputs, 1),
    "strides_and_dilations": Family(shapes.strides_and_dilations),
    "block_means": Family(shapes.block_means, 1),
    "paddings": Family(shapes.paddings, 1),
    "layouts": Family(shapes.layouts, 4),
    "special_values": Family(shapes.special_values),
    "integers": Family(shapes.integers),
    "dtypes": Family(shapes.dtypes),
    "new_shapes": Family(shapes.new_shapes, 1),
    "first_calls": Family(shapes.first_calls),
}


def cases(family: str) -> list[Case]:
    """Return the cases of a family, without those that its sweep yields twice."""
    rng = np.random.default_rng(zlib.crc32(family.encode()))
    return list(dict.fromkeys(FAMILIES[family].generate(rng)))


def representative(family: str) -> Case:
    """Return the case that asv tracks."""
    return cases(family)[FAMILIES[family].representative]
