"""Measured numbers of `fft`: rates of scipy.fft and of matrix products, which weigh segments."""

from functools import partial

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

# Layers and signals that sum over channels with large kernels, of each rank.
_WORKLOADS = (
    "cyclegan/7x7_to_rgb",
    "audio1d/wav2vec2_position",
    "audio1d/fir_1001",
    "filter/31x31_1mpx",
)

_zen5 = partial(Constant, cpu="Zen 5, 1 core", date="2026-11", workloads=_WORKLOADS)
# Real transforms of 1 to 8 lines of 2^10 to 2^21 elements.
_zen3 = partial(Constant, cpu="Zen 3, 1 core", date="2026-11", workloads=_WORKLOADS)

TUNING = Tuning(
    "fft",
    _zen5(
        "TRANSFORM_RATE",
        3e10,
        "Real operations per second of scipy.fft in float32, one worker; float64 has half of it.",
        trials=(1.5e10, 6e10),
    ),
    _zen5(
        "MATRIX_RATE",
        1e11,
        "Real operations per second of BLAS in float32, one thread; float64 has half of it.",
        trials=(0.5e11, 2e11),
    ),
    _zen5(
        "MEMORY_BANDWIDTH", 4e10, "Bytes per second from beyond the L2 cache.", trials=(2e10, 8e10)
    ),
    _zen5(
        "BATCH_SECONDS",
        50e-6,
        "Seconds of Python and of library calls for each batch of segments.",
        trials=(25e-6, 100e-6),
    ),
    _zen5(
        "FACTOR_OPERATIONS",
        {4: 3.6, 2: 2.1, 3: 3.7, 5: 5.3, 7: 6.6, 11: 9.5},
        "Operations per element of a real transform (half of a complex one) for each prime factor"
        " of its length, and for 4; fitted to times of scipy.fft, which they give to 5 %.",
        trials=(),
    ),
    _zen5(
        "ELEMENT_OPERATIONS",
        6.3,
        "Operations per element of a real transform besides: to read and write it.",
        trials=(3.15, 12.6),
    ),
    _zen5(
        "LINE_OPERATIONS",
        250,
        "Operations per line of a transform besides, in operations of scipy.fft.",
        trials=(125, 500),
    ),
    _zen3(
        "VECTORIZED_LINE",
        1 << 14,
        "Elements of the longest lines of which a vector stays in the L2 cache; scipy.fft is no"
        " faster with vectors of longer ones than line by line.",
        trials=(1 << 13, 1 << 16),
    ),
    _zen3(
        "SCALAR_TIME_FACTOR",
        2,
        "Time per operation of lines that scipy.fft transforms one by one, relative to vectors.",
        trials=(1.5, 3),
    ),
    _zen3(
        "CACHED_LINE",
        1 << 19,
        "Elements of the longest lines that are transformed in the L3 cache.",
        trials=(1 << 18, 1 << 20),
    ),
    _zen3(
        "UNCACHED_TIME_FACTOR",
        3.5,
        "Time per operation of longer lines, relative to vectors of short ones.",
        trials=(2.5, 5),
    ),
    _zen5(
        "MATRIX_OPERATIONS",
        6000,
        "Operations per matrix product besides, in operations of BLAS.",
        trials=(3000, 12000),
    ),
    _zen5(
        "BATCH_L2_MULTIPLE",
        3,
        "Workspace of a batch of segments, in sizes of the L2 cache, that stays near the cores.",
        trials=(1.5, 6),
    ),
    _zen5(
        "BATCH_FILTER_MULTIPLE",
        2,
        "Workspace of a batch in sizes of the filters' spectra, which each batch reads once.",
        trials=(1, 4),
    ),
    _zen5(
        "SEGMENT_GROWTH",
        (1.2, 1.5, 1.5),
        "Ratio of the lengths of successive candidates, for problems of 1, 2 and 3 axes.",
        trials=((1.1, 1.25, 1.25), (1.4, 1.7, 1.7)),
    ),
)
