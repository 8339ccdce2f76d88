"""Estimated seconds of segments, by which the planner weighs their lengths.

They follow from operations and bytes, by the rates in `tuning.py`. Parameters are the numbers of a
problem that matter: `spectra`, the products of spectra summed for one output; `oc_per_group`; and
`itemsize`, bytes of a real or imaginary part.
"""

import math
from functools import cache, lru_cache

from polyconv._machine import caches

from .transforms import TILE_SIDE, radices, re_im_layout
from .tuning import TUNING

__all__ = [
    "cache_time_factor",
    "compute_seconds",
    "memory_share",
    "min_segment_seconds",
    "min_stage_operations",
    "operations_of_segments",
    "seconds_of_segment",
    "stage_operations",
    "streaming_seconds",
    "transform_operations",
    "working_set",
]

# Real operations of a complex product that is added to a sum: four multiplications, four additions.
_PRODUCT_OPERATIONS = 8.0


@lru_cache(maxsize=4096)
def stage_operations(length: int) -> float:
    """Return the operations of all stages of a transform, per element."""
    return float(sum(TUNING.STAGE_OPERATIONS[radix] for radix in radices(length)))


@cache
def min_stage_operations() -> float:
    """Return the fewest operations of a stage, per element and binary logarithm of its radix."""
    stages = TUNING.STAGE_OPERATIONS.items()
    return float(min(operations / math.log2(radix) for radix, operations in stages))


def operations_of_segments(
    oc_per_group: int, spectra: int, segments: int, elements: int, rows: int, stages: float
) -> float:
    """Return the operations of segments in the L1 cache, with parts of these elements and rows."""
    transforms = segments * (spectra + oc_per_group)
    products = segments * spectra * oc_per_group * elements * _PRODUCT_OPERATIONS
    return float(transforms * transform_operations(elements, rows, stages) + products)


def transform_operations(elements: int, rows: int, stages: float) -> float:
    """Return the operations of one transform of a segment."""
    return float(elements * (TUNING.TILE_OPERATIONS + stages) + rows * TUNING.ROW_OPERATIONS)


def cache_time_factor(oc_per_group: int, spectra: int, spectrum_bytes: int) -> float:
    """Return the time per operation, relative to the L1 cache."""
    needed = working_set(oc_per_group, spectra, spectrum_bytes)
    # A quarter of L1 is left for twiddles, filters and rows of the input and the result.
    if needed <= caches().l1 * 3 // 4:
        return 1.0
    in_l2 = needed + spectrum_bytes <= caches().l2
    return float(TUNING.L2_TIME_FACTOR if in_l2 else TUNING.L3_TIME_FACTOR)


def working_set(oc_per_group: int, spectra: int, spectrum_bytes: int) -> int:
    """Return the bytes of a segment's spectra, and of the product if it does not replace one."""
    return spectrum_bytes * (spectra + (oc_per_group > 1))


def memory_share(filter_bytes: float) -> float:
    """Return the share of filters' spectra that is read from memory; the rest is in the L3 cache.

    The cache keeps them beside the input, the result and other programs' data: fewer and fewer of
    them from one size to another.
    """
    kept, lost = (share * caches().l3 for share in TUNING.L3_SHARES)
    return float(min(max((filter_bytes - kept) / (lost - kept), 0.0), 1.0))


def streaming_seconds(moved: float, missing: float) -> float:
    """Return the seconds of reading bytes of spectra, of which a share is `missing` in L3."""
    return float(moved * ((1 - missing) / TUNING.L3_BANDWIDTH + missing / TUNING.MEMORY_BANDWIDTH))


def compute_seconds(
    oc_per_group: int, spectra: int, itemsize: int, segments: int, operations: float
) -> float:
    """Return the seconds of segments on one worker, without moving filters."""
    computing = operations * itemsize / 4 / TUNING.RATE
    return float(computing + segments * (spectra + oc_per_group) * TUNING.TRANSFORM_SECONDS)


@lru_cache(maxsize=4096)
def seconds_of_segment(
    lengths: tuple[int, ...], oc_per_group: int, spectra: int, itemsize: int
) -> float:
    """Return the seconds of a segment whose parts have these lengths along three axes."""
    layout = re_im_layout(lengths, itemsize)
    elements = layout.part_elements
    stages = stage_operations(lengths[0]) + stage_operations(lengths[1])
    stages += stage_operations(lengths[2] // TILE_SIDE)
    operations = operations_of_segments(oc_per_group, spectra, 1, elements, layout.rows, stages)
    operations *= cache_time_factor(oc_per_group, spectra, 2 * elements * itemsize)
    return compute_seconds(oc_per_group, spectra, itemsize, 1, operations)


def min_segment_seconds(
    oc_per_group: int, spectra: int, itemsize: int
) -> tuple[float, float, float]:
    """Return seconds that no segment is below: for an element, a stage's operation, and a row.

    A part of e elements in r rows, whose stages take s operations for an element, takes at least
    the first times e, the second times e * s, and the third times r.
    """
    transforms = spectra + oc_per_group
    operation = itemsize / 4 / TUNING.RATE
    element = transforms * TUNING.TILE_OPERATIONS + spectra * oc_per_group * _PRODUCT_OPERATIONS
    return (
        float(element * operation),
        float(transforms * operation),
        float(transforms * TUNING.ROW_OPERATIONS * operation),
    )
