"""The table of families: each is one kind of fault, and the generator of cases that would show it.

A generator gets random numbers that are seeded by the family's name, so that a family has the same
cases on every machine. Sizes are ragged, because tuning has already seen the round ones.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from . import shapes, sweeps
from .cases import CliffCase

__all__ = ["FAMILIES", "CliffFamily", "cases", "representative"]


@dataclass(frozen=True)
class CliffFamily:
    """Cases of one kind.

    Attributes
    ----------
    generate : callable
        Yields the cases; takes a random generator.
    representative : int
        Number of the case that asv tracks: one that has been slow.
    """

    generate: Callable[[np.random.Generator], Iterator[CliffCase]]
    representative: int = 0


# Families by name, in the order of the report.
FAMILIES = {
    "extents_1d": CliffFamily(sweeps.extents_1d, 27),
    "extents_2d": CliffFamily(sweeps.extents_2d, 12),
    "extents_3d": CliffFamily(sweeps.extents_3d, 13),
    "long_filters": CliffFamily(sweeps.long_filters, 3),
    "correlations": CliffFamily(sweeps.correlations, 12),
    "lengths": CliffFamily(sweeps.lengths, 20),
    "taps": CliffFamily(sweeps.taps, 13),
    "taps_2d": CliffFamily(sweeps.taps_2d, 10),
    "images_of_any_size": CliffFamily(sweeps.images_of_any_size, 12),
    "long_kernels": CliffFamily(shapes.long_kernels),
    "many_filters": CliffFamily(shapes.many_filters, 5),
    "plain_weights": CliffFamily(shapes.plain_weights),
    "single_pixels": CliffFamily(shapes.single_pixels),
    "short_axes": CliffFamily(shapes.short_axes),
    "few_outputs": CliffFamily(shapes.few_outputs, 1),
    "strides_and_dilations": CliffFamily(shapes.strides_and_dilations),
    "block_means": CliffFamily(shapes.block_means, 1),
    "paddings": CliffFamily(shapes.paddings, 1),
    "layouts": CliffFamily(shapes.layouts, 4),
    "special_values": CliffFamily(shapes.special_values),
    "integers": CliffFamily(shapes.integers),
    "dtypes": CliffFamily(shapes.dtypes),
    "new_shapes": CliffFamily(shapes.new_shapes, 1),
    "first_calls": CliffFamily(shapes.first_calls),
}


def cases(family: str) -> list[CliffCase]:
    """Return the cases of a family, without those that its sweep yields twice."""
    rng = np.random.default_rng(zlib.crc32(family.encode()))
    return list(dict.fromkeys(FAMILIES[family].generate(rng)))


def representative(family: str) -> CliffCase:
    """Return the case that asv tracks."""
    return cases(family)[FAMILIES[family].representative]
