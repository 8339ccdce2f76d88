"""Measured numbers of `fft_tiled`: rates of its transforms, which weigh lengths of segments."""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Zen 5, 1 core", "2026-11"

# Signals, images and depthwise layers with large kernels.
_WORKLOADS = (
    "audio1d/fir_1001",
    "fir/1000000x129",
    "filter/31x31_1mpx",
    "filter/63x63_1mpx",
    "replknet/dw31_56",
)

# Kernels whose segments are not looked up in the table of lengths, but planned.
_PLANNED_WORKLOADS = ("audio1d/wav2vec2_position", "hifigan/stage4_k11", "replknet/dw31_56")

TUNING = Tuning(
    "fft_tiled",
    Constant(
        "RATE",
        1.2e11,
        "Real operations per second in float32 while a segment is in the L1 cache, one worker.",
        _CPU,
        _DATE,
        (0.6e11, 2.4e11),
        _WORKLOADS,
    ),
    Constant(
        "STAGE_OPERATIONS",
        {2: 5.0, 3: 8.5, 4: 8.5, 5: 11.5},
        "Real operations per complex element of one stage, by its radix.",
        _CPU,
        _DATE,
        (),
        _WORKLOADS,
    ),
    Constant(
        "TILE_OPERATIONS",
        30.0,
        "Real operations per complex element of a tile's transform, reading or writing included.",
        _CPU,
        _DATE,
        (15.0, 60.0),
        _WORKLOADS,
    ),
    Constant(
        "ROW_OPERATIONS",
        1000.0,
        "Operations per row of a segment besides those of its elements.",
        _CPU,
        _DATE,
        (500.0, 2000.0),
        _WORKLOADS,
    ),
    Constant(
        "L2_TIME_FACTOR",
        1.12,
        "Time per operation on segments in the L2 cache, relative to the L1 cache.",
        _CPU,
        _DATE,
        (1.0, 1.25),
        _WORKLOADS,
    ),
    Constant(
        "L3_TIME_FACTOR",
        1.6,
        "Time per operation on segments beyond the L2 cache, relative to the L1 cache.",
        _CPU,
        _DATE,
        (1.3, 2.2),
        _WORKLOADS,
    ),
    Constant(
        "TRANSFORM_SECONDS",
        0.15e-6,
        "Seconds per transform of a segment, forward or inverse, besides its operations.",
        _CPU,
        _DATE,
        (0.075e-6, 0.3e-6),
        _WORKLOADS,
    ),
    Constant(
        "L3_BANDWIDTH",
        8e10,
        "Bytes per second of filters' spectra from the L3 cache.",
        _CPU,
        _DATE,
        (4e10, 16e10),
        _WORKLOADS,
    ),
    Constant(
        "MEMORY_BANDWIDTH",
        2e10,
        "Bytes per second of filters' spectra from memory.",
        _CPU,
        _DATE,
        (1e10, 4e10),
        _WORKLOADS,
    ),
    Constant(
        "L3_SHARES",
        (0.25, 0.75),
        "Bytes of filters' spectra over those of the L3 cache up to which all of them stay there, "
        "and from which on none do.",
        "Zen 4, 1 core",
        "2026-12",
        ((0.15, 0.35), (0.6, 0.9)),
        ("audio1d/wav2vec2_position", "hifigan/stage4_k11"),
    ),
    Constant(
        "STREAMING_SHARE",
        0.4,
        "Share of the estimated time spent reading filters' spectra from beyond L2. Problems with "
        "a larger share have rates of their own.",
        _CPU,
        _DATE,
        (0.3, 0.5),
        (*_WORKLOADS, "audio1d/wav2vec2_position", "hifigan/stage4_k11"),
    ),
    Constant(
        "SEGMENT_GROWTH",
        (1.25, 1.25, 1.35),
        "Ratio of the lengths of successive candidates, for problems of 1, 2 and 3 axes.",
        _CPU,
        _DATE,
        ((1.12, 1.25, 1.35), (1.5, 2.0, 2.4)),
        _PLANNED_WORKLOADS,
    ),
    Constant(
        "MAX_SEGMENT_KERNELS",
        64,
        "Maximum length of a candidate, in kernel extents. In longer segments, overlap takes "
        "less than 2 % of the time.",
        _CPU,
        _DATE,
        (32, 128),
        _PLANNED_WORKLOADS,
    ),
)
