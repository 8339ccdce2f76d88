"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`. `UNITS`
holds the unit times of the machine in seconds, for each instruction-set level, see `_units`.
`PREPARE` are rates of preparing weights as plans do, `PACKING` those of packing them
as plain calls do. `PLAIN_PYTHON` are the seconds of Python of a plain call that prepares, beyond
preparing.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-12-01",
    "command": "python -m benchmarks.cost_model fit --problems 1600 --workers 1 2 --budget 0.05",
    "problems": 4779,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 1},
    "caches": {"l1": 32768, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.05,
        "winograd": 1.05, "naive": 1.0, "separable": 1.0},
}

UNITS: dict[str, dict[str, float]] = {
    "v4": {"cycle": 2.78e-10, "add_float32": 1.7e-11, "add_float64": 3.4e-11, "add_int64": 4.39e-11,
        "add_int32": 2.2e-11, "add_int16": 1.1e-11, "gemm_float32": 1.99e-11, "gemm_float64":
        3.86e-11, "fft_float32": 4.98e-11, "fft_float64": 7.7e-11, "copy_l1": 8.72e-12, "copy_l2":
        1.76e-11, "copy_l3": 2.1e-11, "copy_memory": 4.4e-11, "stream_memory": 1.12e-11, "call":
        2.18e-07, "call_python": 8.69e-07, "hand_over": 1.7e-07, "wake_up": 1.82e-05},
    "v3": {"cycle": 2.78e-10, "add_float32": 1.71e-11, "add_float64": 3.41e-11, "add_int64":
        1.5e-10, "add_int32": 2.12e-11, "add_int16": 1.06e-11, "gemm_float32": 1.97e-11,
        "gemm_float64": 3.84e-11, "fft_float32": 4.99e-11, "fft_float64": 7.57e-11, "copy_l1":
        8.75e-12, "copy_l2": 1.78e-11, "copy_l3": 2.13e-11, "copy_memory": 5.3e-11, "stream_memory":
        1.12e-11, "call": 2.5e-07, "call_python": 9.75e-07},
    "base": {"cycle": 2.78e-10, "add_float32": 3.61e-11, "add_float64": 7.22e-11, "add_int64":
        3.01e-10, "add_int32": 1.29e-10, "add_int16": 2.12e-11, "gemm_float32": 6.26e-11,
        "gemm_float64": 1.13e-10, "fft_float32": 4.98e-11, "fft_float64": 7.61e-11, "copy_l1":
        1.71e-11, "copy_l2": 1.8e-11, "copy_l3": 2.07e-11, "copy_memory": 4.97e-11, "stream_memory":
        1.94e-11, "call": 2.02e-07, "call_python": 9.37e-07},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 4784, "median": 1.12, "rms": 1.3, "p90": 1.49},
    "direct depthwise": {"problems": 372, "median": 1.14, "rms": 1.31, "p90": 1.53},
    "direct dot": {"problems": 182, "median": 1.18, "rms": 1.33, "p90": 1.54},
    "direct few_pixels": {"problems": 146, "median": 1.18, "rms": 1.43, "p90": 1.74},
    "direct igemm": {"problems": 1161, "median": 1.15, "rms": 1.3, "p90": 1.49},
    "direct igemm_int8x4": {"problems": 57, "median": 1.23, "rms": 1.52, "p90": 1.66},
    "direct pointwise": {"problems": 264, "median": 1.17, "rms": 1.36, "p90": 1.57},
    "direct spatial_1": {"problems": 575, "median": 1.11, "rms": 1.3, "p90": 1.47},
    "direct spatial_2": {"problems": 374, "median": 1.21, "rms": 1.38, "p90": 1.69},
    "direct spatial_4": {"problems": 257, "median": 1.11, "rms": 1.28, "p90": 1.4},
    "direct spatial_8": {"problems": 72, "median": 1.17, "rms": 1.49, "p90": 1.7},
    "direct spatial_in_out": {"problems": 368, "median": 1.06, "rms": 1.25, "p90": 1.29},
    "direct stencil": {"problems": 933, "median": 1.06, "rms": 1.18, "p90": 1.27},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.33, "rms": 1.47, "p90": 1.81},
    "direct, preparing": {"problems": 4638, "median": 1.14, "rms": 1.38, "p90": 1.7},
    "direct, packing": {"problems": 3332, "median": 1.16, "rms": 1.44, "p90": 1.8},
    "separable": {"problems": 639, "median": 1.11, "rms": 1.19, "p90": 1.33},
    "separable box": {"problems": 342, "median": 1.12, "rms": 1.2, "p90": 1.35},
    "separable separable": {"problems": 297, "median": 1.09, "rms": 1.19, "p90": 1.28},
    "separable, preparing": {"problems": 639, "median": 1.17, "rms": 1.51, "p90": 1.88},
    "separable, packing": {"problems": 316, "median": 1.1, "rms": 1.52, "p90": 1.82},
    "winograd": {"problems": 839, "median": 1.12, "rms": 1.24, "p90": 1.36},
    "winograd tiles_in_lanes": {"problems": 183, "median": 1.12, "rms": 1.26, "p90": 1.33},
    "winograd, preparing": {"problems": 839, "median": 1.16, "rms": 1.31, "p90": 1.51},
    "winograd, packing": {"problems": 496, "median": 1.16, "rms": 1.34, "p90": 1.61},
    "im2col": {"problems": 3606, "median": 1.09, "rms": 1.24, "p90": 1.41},
    "im2col channels": {"problems": 190, "median": 1.15, "rms": 1.38, "p90": 1.7},
    "im2col complex": {"problems": 472, "median": 1.14, "rms": 1.27, "p90": 1.48},
    "im2col pointwise": {"problems": 142, "median": 1.14, "rms": 1.35, "p90": 1.73},
    "im2col rows": {"problems": 1698, "median": 1.07, "rms": 1.17, "p90": 1.24},
    "im2col vector": {"problems": 138, "median": 1.2, "rms": 1.46, "p90": 1.68},
    "im2col windows": {"problems": 966, "median": 1.11, "rms": 1.25, "p90": 1.43},
    "im2col, preparing": {"problems": 3606, "median": 1.05, "rms": 1.28, "p90": 1.24},
    "im2col, packing": {"problems": 2897, "median": 1.06, "rms": 1.61, "p90": 1.8},
    "fft_tiled": {"problems": 4291, "median": 1.08, "rms": 1.18, "p90": 1.27},
    "fft_tiled l3_filters": {"problems": 310, "median": 1.09, "rms": 1.21, "p90": 1.36},
    "fft_tiled memory_filters": {"problems": 452, "median": 1.1, "rms": 1.22, "p90": 1.35},
    "fft_tiled, preparing": {"problems": 4291, "median": 1.12, "rms": 1.53, "p90": 1.63},
    "fft_tiled, packing": {"problems": 1934, "median": 1.09, "rms": 1.37, "p90": 1.45},
    "fft": {"problems": 4312, "median": 1.13, "rms": 1.27, "p90": 1.44},
    "fft, preparing": {"problems": 4312, "median": 1.22, "rms": 1.5, "p90": 1.89},
    "cython": {"problems": 2894, "median": 1.15, "rms": 1.26, "p90": 1.45},
    "cython, preparing": {"problems": 2894, "median": 1.06, "rms": 1.18, "p90": 1.19},
    "cython, packing": {"problems": 2623, "median": 1.08, "rms": 1.96, "p90": 1.66},
    "naive": {"problems": 437, "median": 1.16, "rms": 1.38, "p90": 1.55},
    "naive, preparing": {"problems": 437, "median": 1.12, "rms": 1.25, "p90": 1.44},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 19.7),
    "taps_8": (0.0, 16.7),
    "taps_64": (0.0, 13.7),
    "kernel_row": (0.0, 19.7),
    "ic_per_group": (0.0, 11.0),
    "ic_per_group_16": (0.0, 7.0),
    "oc_per_group": (0.0, 11.0),
    "oc_per_group_8": (0.0, 8.0),
    "oc_per_group_32": (0.0, 6.0),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 21.7),
    "rows_16": (0.0, 17.7),
    "image": (0.0, 24.0),
    "image_32": (0.0, 19.0),
    "image_256": (0.0, 16.0),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "narrow_integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "stride": (0.0, 9.76),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 1.0),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.17, "base": 3.39},
    "separable": {"v3": 1.49, "base": 3.74},
    "winograd": {"v3": 1.22, "base": 3.19},
    "im2col": {"v3": 1.86, "base": 3.9},
    "fft_tiled": {"v3": 1.25, "base": 2.83},
    "fft": {"v3": 1.04, "base": 1.46},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.05e-07, "wake": 1.08e-06, "python": 4e-06, "flops": 6.39e-12, "beyond_l2":
            1.21e-12, "beyond_l3": 3.19e-11, "outputs": 8.92e-11, "outputs_half": 1.25e-10,
            "outputs_last": 3.45e-12, "channel_planes": 1.38e-10, "bytes": 2.84e-12, "packed":
            1.92e-11, "gathered": 2.05e-12, "runs": 6.68e-09, "lookups": 3.58e-09, "work_items":
            1.66e-08, "work_item_products": 8.88e-13, "workers": -0.674, "taps": 0.0121, "taps_8":
            0.0613, "taps_64": 0.0156, "kernel_row": -0.0623, "ic_per_group": 0.0125,
            "ic_per_group_16": 0.0112, "oc_per_group": 0.0188, "oc_per_group_8": 0.0188,
            "oc_per_group_32": -0.0178, "groups": 0.00437, "row": -0.0811, "row_16": 0.0372,
            "row_128": 0.00437, "rows": 0.0253, "rows_16": -0.0299, "image": 0.0404, "image_32":
            -0.0194, "image_256": 0.0149, "double": 0.556, "complex": -0.497, "complex_double":
            0.124, "integer": 0.605, "narrow_integer": 0.248, "converted": -0.0321, "half": 0.00257,
            "channels_last": -0.0136, "stride": 0.0104, "dilation": -0.019, "bordered": 0.0158,
            "bordered_padded": 0.14, "rank_1": 0.241, "rank_3": -0.164},
        "depthwise": {"call": 2.23e-07, "wake": 8.57e-07, "python": 4e-06, "flops": 3.33e-12,
            "beyond_l2": 1.18e-12, "beyond_l3": 3.27e-11, "outputs": 6.24e-11, "outputs_half":
            1.07e-10, "outputs_last": 3.37e-12, "channel_planes": 1.28e-10, "bytes": 1.68e-12,
            "packed": 1.1e-11, "gathered": 2.17e-12, "runs": 8.45e-10, "lookups": 1.88e-09,
            "work_items": 8.25e-08, "work_item_products": 8.88e-13, "workers": -0.685, "taps":
            0.0973, "taps_8": 0.0433, "taps_64": -0.087, "kernel_row": 0.0403, "ic_per_group":
            0.0125, "ic_per_group_16": 0.0112, "oc_per_group": 0.0188, "oc_per_group_8": 0.0188,
            "oc_per_group_32": -0.0178, "groups": -0.0198, "row": 0.0284, "row_16": 0.0409,
            "row_128": -0.0244, "rows": 0.0191, "rows_16": 0.00765, "image": -0.0164, "image_32":
            -0.0372, "image_256": 0.0328, "double": 0.493, "complex": -0.497, "complex_double":
            0.124, "integer": 0.649, "narrow_integer": 0.285, "converted": -0.0677, "half": 0.0568,
            "channels_last": -0.085, "stride": 0.0761, "dilation": 0.0252, "bordered": 0.0228,
            "bordered_padded": 0.11, "rank_1": -0.179, "rank_3": 0.212},
        "dot": {"call": 1.35e-07, "wake": 1.07e-06, "python": 4e-06, "flops": 7.19e-12, "beyond_l2":
            1.31e-12, "beyond_l3": 1.98e-11, "outputs": 8.75e-11, "outputs_half": 1.27e-10,
            "outputs_last": 3.45e-12, "channel_planes": 1.38e-10, "bytes": 2.56e-12, "packed":
            1.01e-11, "gathered": 2.2e-12, "runs": 4.46e-09, "lookups": 3e-09, "work_items":
            1.91e-08, "work_item_products": 8.91e-13, "workers": -0.478, "taps": 0.157, "taps_8":
            -0.226, "taps_64": 0.0946, "kernel_row": 0.00308, "ic_per_group": 0.0333,
            "ic_per_group_16": -0.54, "oc_per_group": -0.0605, "oc_per_group_8": 0.0188,
            "oc_per_group_32": -0.0178, "groups": -0.026, "row": -0.0808, "row_16": 0.0291,
            "row_128": 0.0165, "rows": 0.0295, "rows_16": -0.0576, "image": 0.0352, "image_32":
            -0.104, "image_256": 0.102, "double": 0.42, "complex": -0.452, "complex_double": -0.143,
            "integer": 0.407, "narrow_integer": 0.269, "converted": -0.141, "half": -0.027,
            "channels_last": 0.082, "stride": 0.0363, "dilation": -0.019, "bordered": -0.0698,
            "bordered_padded": 0.0542, "rank_1": 0.22, "rank_3": -0.1},
        "few_pixels": {"call": 1.6e-06, "wake": 1.06e-06, "python": 4e-06, "flops": 1.17e-11,
            "beyond_l2": 1.2e-12, "beyond_l3": 3.19e-11, "outputs": 9.44e-11, "outputs_half":
            1.25e-10, "outputs_last": 3.44e-12, "channel_planes": 1.28e-10, "bytes": 3e-12,
            "packed": 1.88e-11, "gathered": 2.05e-12, "runs": 4.5e-10, "lookups": 3.58e-09,
            "work_items": 1.8e-08, "work_item_products": 8.89e-13, "workers": -0.545, "taps":
            0.0861, "taps_8": 0.011, "taps_64": 0.0614, "kernel_row": -0.0829, "ic_per_group":
            0.00828, "ic_per_group_16": -0.00517, "oc_per_group": -0.0472, "oc_per_group_8": 0.146,
            "oc_per_group_32": -0.0933, "row": -0.149, "row_16": 0.0372, "row_128": 0.00437, "rows":
            -0.0702, "rows_16": -0.0299, "image": 0.00969, "image_32": -0.0194, "image_256": 0.0149,
            "double": 0.464, "complex": -0.497, "complex_double": 0.124, "integer": 0.605,
            "narrow_integer": 0.248, "converted": -0.0321, "half": 0.00257, "channels_last": 1.67,
            "stride": 0.114, "dilation": 0.0707, "bordered": 0.0205, "bordered_padded": 0.144,
            "rank_1": 0.14, "rank_3": -0.13},
        "igemm": {"call": 2.01e-07, "wake": 1.29e-06, "python": 4e-06, "flops": 1.1e-11,
            "beyond_l2": 4.16e-12, "beyond_l3": 5.48e-11, "outputs": 3.23e-10, "outputs_half":
            8.4e-11, "outputs_last": 3.34e-12, "channel_planes": 1.6e-10, "bytes": 1.31e-12,
            "packed": 1.54e-11, "gathered": 1.67e-11, "runs": 9.97e-09, "lookups": 4.36e-09,
            "work_items": 1.63e-08, "work_item_products": 8.93e-13, "workers": -0.681, "taps":
            -0.0482, "taps_8": 0.013, "taps_64": 0.0584, "kernel_row": 0.00914, "ic_per_group":
            0.0141, "ic_per_group_16": 0.0126, "oc_per_group": 0.00345, "oc_per_group_8": -0.00311,
            "oc_per_group_32": 0.00129, "groups": -0.0185, "row": -0.0692, "row_16": 0.0696,
            "row_128": -0.0225, "rows": 0.0126, "rows_16": -0.00831, "image": -0.00704, "image_32":
            0.0134, "image_256": 0.00572, "double": 0.596, "complex": -0.448, "complex_double":
            0.0957, "integer": 0.688, "narrow_integer": 0.406, "converted": -0.0798, "half": 0.155,
            "channels_last": -0.0679, "stride": 0.00257, "dilation": -0.00313, "bordered": 0.0313,
            "bordered_padded": 0.0703, "rank_1": 0.0787, "rank_3": 0.015},
        "igemm_int8x4": {"call": 2.57e-07, "wake": 1.02e-06, "python": 4e-06, "flops": 4.45e-12,
            "beyond_l2": 1.16e-12, "beyond_l3": 3.48e-11, "outputs": 1.13e-10, "outputs_half":
            1.25e-10, "outputs_last": 3.44e-12, "channel_planes": 1.37e-10, "bytes": 1.94e-12,
            "packed": 2.19e-11, "gathered": 2.07e-12, "runs": 5.91e-09, "lookups": 3.78e-09,
            "work_items": 2.98e-08, "work_item_products": 8.88e-13, "workers": -0.607, "taps":
            -0.26, "taps_8": 0.269, "taps_64": -0.322, "kernel_row": 0.164, "ic_per_group": -0.0218,
            "ic_per_group_16": -0.074, "oc_per_group": 0.268, "oc_per_group_8": -0.0552,
            "oc_per_group_32": -0.226, "groups": -0.0405, "row": -0.0967, "row_16": 0.25, "row_128":
            -0.0947, "rows": 0.117, "rows_16": -0.184, "image": -0.0343, "image_32": -0.0459,
            "image_256": 0.0995, "double": 0.556, "complex": -0.497, "complex_double": 0.124,
            "integer": 0.605, "narrow_integer": 0.344, "converted": 0.0643, "half": 0.00257,
            "channels_last": -0.493, "stride": 0.41, "dilation": -0.00742, "bordered": -0.0822,
            "bordered_padded": 0.304, "rank_1": -0.206, "rank_3": 0.202},
        "pointwise": {"call": 1.3e-07, "wake": 1.13e-06, "python": 4e-06, "flops": 1.33e-11,
            "beyond_l2": 1.21e-12, "beyond_l3": 8.11e-11, "outputs": 1.58e-10, "outputs_half":
            1.03e-10, "outputs_last": 3.35e-12, "channel_planes": 1.5e-10, "bytes": 2.05e-12,
            "packed": 3.44e-11, "gathered": 2.11e-12, "runs": 1.35e-08, "lookups": 3.58e-09,
            "work_items": 2.55e-08, "work_item_products": 8.89e-13, "workers": -0.692, "taps":
            0.0121, "taps_8": 0.0613, "taps_64": 0.0156, "kernel_row": -0.0623, "ic_per_group":
            -0.145, "ic_per_group_16": 0.156, "oc_per_group": 0.129, "oc_per_group_8": -0.197,
            "oc_per_group_32": 0.0712, "groups": 0.183, "row": -0.177, "row_16": 0.11, "row_128":
            0.024, "rows": 0.0156, "rows_16": 0.00313, "image": 0.0969, "image_32": -0.0822,
            "image_256": 0.0289, "double": 0.568, "complex": -0.563, "complex_double": 0.0113,
            "integer": 0.434, "narrow_integer": 0.584, "converted": 0.0563, "half": -0.00371,
            "channels_last": -0.0775, "stride": 0.048, "dilation": 0.00551, "bordered": 0.0158,
            "bordered_padded": 0.14, "rank_1": 0.25, "rank_3": -0.302},
        "spatial_1": {"call": 1.56e-07, "wake": 1.04e-06, "python": 4e-06, "flops": 4.06e-12,
            "beyond_l2": 1.47e-12, "beyond_l3": 2.61e-11, "outputs": 2.2e-11, "outputs_half":
            8.34e-11, "outputs_last": 3.45e-12, "channel_planes": 1.39e-10, "bytes": 2.45e-12,
            "packed": 1.37e-11, "gathered": 1.96e-12, "runs": 6.08e-09, "lookups": 3.23e-09,
            "work_items": 3.41e-08, "work_item_products": 8.93e-13, "workers": -0.702, "taps":
            -0.0188, "taps_8": 0.0725, "taps_64": -0.065, "kernel_row": 0.0544, "ic_per_group":
            0.0175, "ic_per_group_16": -0.0763, "oc_per_group": 0.0188, "oc_per_group_8": 0.0188,
            "oc_per_group_32": -0.0178, "groups": -0.00197, "row": -0.0749, "row_16": 0.091,
            "row_128": -0.0126, "rows_16": -0.00225, "image": 0.0205, "image_32": 0.0212,
            "image_256": -0.0482, "double": 0.579, "complex": -0.497, "complex_double": 0.124,
            "integer": 0.535, "narrow_integer": 0.23, "converted": -0.0305, "half": 0.0149,
            "channels_last": 0.00138, "stride": 0.0943, "dilation": -0.0693, "bordered": 0.0793,
            "bordered_padded": 0.0533, "rank_1": -0.179, "rank_3": 0.101},
        "spatial_2": {"call": 1.92e-07, "wake": 1.05e-06, "python": 4e-06, "flops": 4.18e-12,
            "beyond_l2": 1.2e-12, "beyond_l3": 4.21e-11, "outputs": 6.26e-11, "outputs_half":
            1.19e-10, "outputs_last": 3.47e-12, "channel_planes": 1.38e-10, "bytes": 3.38e-12,
            "packed": 2.16e-11, "gathered": 1.87e-11, "runs": 6.29e-09, "lookups": 6.41e-09,
            "work_items": 3.63e-08, "work_item_products": 8.91e-13, "workers": -0.668, "taps":
            -0.0815, "taps_8": -0.0221, "taps_64": 0.0496, "kernel_row": 0.076, "ic_per_group":
            -0.00819, "ic_per_group_16": -0.00448, "oc_per_group": 0.506, "oc_per_group_8": 0.0188,
            "oc_per_group_32": -0.0178, "groups": -0.0134, "row": -0.0049, "row_16": -0.0399,
            "row_128": 0.0746, "rows": 0.0479, "rows_16": -0.013, "image": -0.0502, "image_32":
            0.101, "image_256": -0.0718, "double": 0.322, "complex": 0.0977, "complex_double":
            0.484, "integer": 0.327, "narrow_integer": 0.383, "converted": -0.165, "half": 0.186,
            "channels_last": -0.188, "stride": 0.0204, "dilation": -0.0308, "bordered": -0.205,
            "bordered_padded": 0.335, "rank_1": 0.0129, "rank_3": -0.0122},
        "spatial_4": {"call": 1.97e-07, "wake": 1.01e-06, "python": 4e-06, "flops": 5.37e-12,
            "beyond_l2": 1.25e-12, "beyond_l3": 3.32e-11, "outputs": 7.73e-11, "outputs_half":
            5.42e-11, "outputs_last": 3.44e-12, "channel_planes": 1.38e-10, "bytes": 2.75e-12,
            "packed": 2.31e-11, "gathered": 2.02e-12, "runs": 9.68e-09, "lookups": 2.89e-09,
            "work_items": 1.71e-08, "work_item_products": 8.88e-13, "workers": -0.677, "taps":
            -0.0558, "taps_8": 0.0419, "taps_64": -0.0216, "kernel_row": 0.0401, "ic_per_group":
            0.0303, "ic_per_group_16": 0.0126, "oc_per_group": -0.0486, "oc_per_group_8": 0.073,
            "oc_per_group_32": -0.0478, "groups": -0.00576, "row": -0.0776, "row_16": 0.0487,
            "row_128": 0.0195, "rows": 0.0383, "rows_16": -0.0313, "image": 0.0759, "image_32":
            -0.0809, "image_256": 0.0149, "double": 0.531, "complex": -0.586, "complex_double":
            0.0246, "integer": 0.755, "narrow_integer": 0.0677, "converted": 0.0175, "half":
            -0.0603, "channels_last": -0.0164, "stride": 0.0926, "dilation": 0.0142, "bordered":
            0.0352, "bordered_padded": 0.252, "rank_1": 0.136, "rank_3": 0.00605},
        "spatial_8": {"call": 1.42e-07, "wake": 1.09e-06, "python": 4e-06, "flops": 6.62e-12,
            "beyond_l2": 1.25e-12, "beyond_l3": 3.3e-11, "outputs": 8.81e-11, "outputs_half":
            1.24e-10, "outputs_last": 3.45e-12, "channel_planes": 1.38e-10, "bytes": 2.81e-12,
            "packed": 1.33e-11, "gathered": 1.97e-12, "runs": 8.05e-09, "lookups": 3.58e-09,
            "work_items": 1.55e-08, "work_item_products": 8.88e-13, "workers": -0.726, "taps":
            0.0121, "taps_8": 0.0613, "taps_64": 0.0156, "kernel_row": -0.0623, "ic_per_group":
            0.0839, "ic_per_group_16": -0.0479, "oc_per_group": -0.254, "oc_per_group_8": 0.201,
            "oc_per_group_32": 0.0359, "groups": 0.00437, "row": -0.02, "row_16": -0.0431,
            "row_128": 0.0684, "rows": -0.0581, "rows_16": 0.0849, "image": 0.189, "image_32":
            -0.169, "image_256": 0.00715, "double": 0.61, "complex": -0.497, "complex_double":
            0.124, "integer": 0.639, "narrow_integer": 0.0175, "converted": -0.0942, "half": -0.416,
            "channels_last": -0.0136, "stride": 0.0196, "dilation": -0.15, "bordered": 0.0158,
            "bordered_padded": 0.14, "rank_1": 0.0888, "rank_3": -0.127},
        "spatial_in_out": {"call": 2.16e-07, "wake": 1.12e-06, "python": 4e-06, "flops": 9.3e-12,
            "beyond_l2": 1.1e-12, "beyond_l3": 5.06e-11, "outputs": 8.13e-11, "outputs_half":
            1.25e-10, "outputs_last": 3.45e-12, "channel_planes": 1.38e-10, "bytes": 1.92e-12,
            "packed": 2.02e-11, "gathered": 2.18e-12, "runs": 4.52e-09, "lookups": 4.01e-09,
            "work_items": 6.88e-09, "work_item_products": 8.87e-13, "workers": -0.68, "taps": -0.14,
            "taps_8": 0.0797, "taps_64": -0.0208, "kernel_row": 0.0471, "ic_per_group": -0.0254,
            "ic_per_group_16": -0.0281, "oc_per_group": 0.00944, "oc_per_group_8": -0.0174,
            "oc_per_group_32": 0.00615, "groups": 0.0153, "row": -0.0881, "row_16": 0.0929,
            "row_128": 0.00259, "rows": 0.0134, "rows_16": -0.00163, "image": 0.0819, "image_32":
            -0.104, "image_256": 0.024, "double": 0.647, "complex": -0.497, "complex_double": 0.124,
            "integer": 0.862, "narrow_integer": 0.248, "converted": -0.0397, "half": 0.00257,
            "channels_last": -0.0136, "stride": 0.0325, "dilation": -0.0016, "bordered": 0.042,
            "bordered_padded": 0.00872, "rank_1": -0.0591, "rank_3": 0.0561},
        "stencil": {"call": 3.31e-07, "wake": 1.14e-06, "python": 4e-06, "flops": 1.39e-11,
            "beyond_l2": 1.49e-12, "beyond_l3": 3.18e-11, "outputs": 4.93e-11, "outputs_half":
            1.03e-10, "outputs_last": 3.44e-12, "channel_planes": 1.38e-10, "bytes": 2.08e-12,
            "packed": 1.6e-11, "gathered": 2.12e-12, "runs": 8.48e-09, "lookups": 4.71e-09,
            "work_items": 1.54e-08, "work_item_products": 8.88e-13, "workers": -0.675, "taps":
            0.0454, "taps_8": 0.0606, "taps_64": -0.0917, "kernel_row": 0.013, "ic_per_group_16":
            -0.026, "oc_per_group": 0.00112, "oc_per_group_8": 0.0364, "oc_per_group_32": -0.0983,
            "row": -0.0254, "row_16": -0.0183, "row_128": 0.0271, "rows": -0.0939, "rows_16": 0.107,
            "image": -0.0826, "image_32": 0.123, "image_256": -0.029, "double": 0.622, "complex":
            -0.678, "complex_double": 0.029, "integer": 0.726, "narrow_integer": 0.093, "converted":
            -0.00299, "half": -0.00747, "channels_last": -0.0402, "stride": 0.0987, "bordered":
            0.106, "bordered_padded": -0.0222, "rank_1": 0.241, "rank_3": -0.0972},
    },
    "separable": {
        "": {"call": 5.88e-07, "wake": 2.06e-06, "python": 4e-06, "flops": 1.9e-12, "beyond_l2":
            1.59e-12, "beyond_l3": 1.38e-11, "outputs": 1.65e-12, "outputs_half": 1e-10,
            "outputs_last": 2.01e-11, "channel_planes": 2.21e-09, "bytes": 7.2e-12, "packed":
            3.62e-12, "gathered": 6.99e-12, "runs": 5.39e-09, "lookups": 7e-10, "work_items":
            7.16e-08, "work_item_products": 3.29e-11, "workers": -0.693, "taps": 0.0035, "taps_8":
            -0.013, "taps_64": 0.0296, "kernel_row": 0.139, "groups": 0.0137, "row": 0.0383,
            "row_16": 0.0187, "row_128": -0.012, "rows": 0.0643, "rows_16": -0.0307, "image":
            -0.00306, "image_32": 0.0447, "image_256": -0.0639, "double": 0.139, "complex": 0.269,
            "integer": 0.123, "narrow_integer": -0.0383, "converted": 0.0845, "channels_last":
            0.073, "stride": 0.244, "bordered": 0.0798, "bordered_padded": 0.0316, "rank_1": -0.13,
            "rank_3": 0.236},
        "box": {"call": 6.35e-07, "wake": 2.06e-06, "python": 4e-06, "flops": 1.93e-12, "beyond_l2":
            1.84e-12, "beyond_l3": 1.81e-11, "outputs": 1.6e-12, "outputs_half": 1e-10,
            "outputs_last": 1.98e-11, "channel_planes": 2.13e-09, "bytes": 8.2e-12, "packed":
            3.11e-12, "gathered": 7.21e-12, "runs": 5.05e-09, "lookups": 7.39e-10, "work_items":
            6.15e-08, "work_item_products": 3.01e-11, "workers": -0.706, "taps": -0.0514, "taps_8":
            -0.00605, "taps_64": 0.0578, "kernel_row": 0.212, "groups": 0.0157, "row": 0.0395,
            "row_16": 0.0046, "row_128": 0.00255, "rows": 0.103, "rows_16": -0.0703, "image":
            -0.0183, "image_32": 0.0585, "image_256": -0.0665, "double": 0.0991, "complex": 0.458,
            "integer": 0.122, "narrow_integer": -0.0305, "converted": 0.0905, "channels_last":
            0.0406, "stride": 0.26, "bordered": 0.0896, "bordered_padded": 0.0209, "rank_1": -0.244,
            "rank_3": 0.362},
        "separable": {"call": 5.8e-07, "wake": 2.09e-06, "python": 4e-06, "flops": 2.5e-12,
            "beyond_l2": 1.49e-12, "beyond_l3": 1.32e-11, "outputs": 1.65e-12, "outputs_half":
            1e-10, "outputs_last": 2.04e-11, "channel_planes": 2.3e-09, "bytes": 5.66e-12, "packed":
            4.63e-12, "gathered": 6.44e-12, "runs": 5.37e-09, "lookups": 6.05e-10, "work_items":
            7.44e-08, "work_item_products": 3.78e-11, "workers": -0.673, "taps": 0.0783, "taps_8":
            -0.0654, "taps_64": 0.0185, "kernel_row": 0.0554, "groups": 0.0154, "row": -0.0276,
            "row_16": 0.0422, "row_128": -0.0316, "rows": -0.0313, "rows_16": 0.0532, "image":
            0.0968, "image_32": -0.0228, "image_256": -0.0702, "double": 0.217, "complex": 0.156,
            "integer": 0.123, "narrow_integer": -0.0383, "converted": 0.0845, "channels_last":
            0.0626, "stride": 0.267, "bordered": 0.0745, "bordered_padded": 0.0814, "rank_1": -0.13,
            "rank_3": 0.0612},
    },
    "winograd": {
        "": {"call": 7.77e-07, "wake": 5.07e-06, "python": 4.2e-06, "flops": 1.88e-11, "beyond_l2":
            2.99e-11, "beyond_l3": 5.57e-11, "outputs": 2.72e-10, "outputs_half": 1.05e-10,
            "outputs_last": 3.49e-10, "channel_planes": 4.84e-08, "bytes": 7.43e-12, "packed":
            7.48e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 2.86e-09, "work_items":
            2.49e-07, "work_item_products": 5.94e-09, "workers": -0.665, "taps": 0.186, "taps_8":
            -0.148, "taps_64": 0.0847, "kernel_row": -0.273, "ic_per_group": -0.0316,
            "ic_per_group_16": 0.055, "oc_per_group": -0.0358, "oc_per_group_8": -0.036,
            "oc_per_group_32": 0.00269, "groups": 0.0104, "row": -0.0291, "row_16": 0.119,
            "row_128": -0.0433, "rows": 0.0262, "rows_16": -0.0123, "image": -0.0304, "image_32":
            -0.00521, "image_256": -0.00314, "double": 0.33, "complex": 0.205, "complex_double":
            0.566, "channels_last": -0.0151, "dilation": 0.0927, "bordered": -0.0196,
            "bordered_padded": 0.335, "rank_1": -0.00971, "rank_3": 0.168},
        "tiles_in_lanes": {"call": 5.74e-07, "wake": 3.99e-06, "python": 4.2e-06, "flops": 1.3e-11,
            "beyond_l2": 1.94e-11, "beyond_l3": 7.79e-11, "outputs": 3.76e-11, "outputs_half":
            1.05e-10, "outputs_last": 3.82e-10, "channel_planes": 3.81e-08, "bytes": 1.57e-11,
            "packed": 7.43e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 2.2e-09,
            "work_items": 8.03e-08, "work_item_products": 4.1e-09, "workers": -0.685, "taps":
            -0.169, "taps_8": 0.0549, "taps_64": 0.106, "kernel_row": 0.113, "ic_per_group":
            0.00477, "ic_per_group_16": 0.129, "oc_per_group": -0.0786, "oc_per_group_8": 0.138,
            "oc_per_group_32": -0.0323, "groups": 0.00544, "row": -0.0985, "row_16": 0.166,
            "row_128": -0.0488, "rows": 0.0339, "rows_16": -0.017, "image": -0.0235, "image_32":
            0.109, "image_256": -0.0974, "double": 0.186, "complex": 0.183, "complex_double": 0.564,
            "channels_last": 0.0115, "dilation": 0.109, "bordered": 0.198, "bordered_padded":
            -0.0357, "rank_1": -0.083, "rank_3": 0.221},
    },
    "im2col": {
        "": {"call": 6.89e-06, "wake": 6.05e-07, "python": 4.8e-06, "flops": 1.11e-11, "beyond_l2":
            2.56e-11, "beyond_l3": 7.37e-11, "outputs": 2.39e-12, "outputs_half": 5.37e-11,
            "outputs_last": 3.54e-10, "channel_planes": 4.47e-10, "bytes": 5.03e-12, "packed":
            1.67e-11, "gathered": 4.03e-11, "runs": 1.7e-08, "lookups": 1.57e-09, "work_items":
            6.29e-08, "work_item_products": 3.68e-11, "workers": -0.682, "taps": 0.00452, "taps_8":
            0.0119, "taps_64": -0.00889, "kernel_row": -0.00426, "ic_per_group": 0.0091,
            "ic_per_group_16": 0.0104, "oc_per_group": -0.0056, "oc_per_group_8": 0.0101,
            "oc_per_group_32": 0.0376, "groups": 0.00303, "row": 0.0532, "row_16": -0.00339,
            "row_128": -0.0555, "rows": 0.0148, "rows_16": -0.016, "image": -0.0537, "image_32":
            -0.00955, "image_256": 0.0612, "double": 0.0901, "complex": 0.427, "complex_double":
            0.338, "converted": 0.0112, "half": 0.0112, "channels_last": 0.177, "stride": 0.107,
            "dilation": 0.0137, "bordered": 0.047, "bordered_padded": 0.301, "rank_1": 0.0593,
            "rank_3": 0.0889},
        "channels": {"call": 7.05e-06, "wake": 5.93e-07, "python": 4.8e-06, "flops": 1.16e-11,
            "beyond_l2": 2.23e-11, "beyond_l3": 6.93e-11, "outputs": 2.39e-12, "outputs_half":
            5.37e-11, "outputs_last": 9.18e-10, "channel_planes": 4.74e-10, "bytes": 2.62e-12,
            "packed": 4.41e-11, "gathered": 1.55e-11, "runs": 1.44e-08, "lookups": 1.57e-09,
            "work_items": 6.36e-08, "work_item_products": 3.22e-11, "workers": -0.693, "taps":
            0.139, "taps_8": -0.0102, "taps_64": -0.0267, "kernel_row": -0.0372, "ic_per_group":
            0.0853, "ic_per_group_16": -0.0282, "oc_per_group": -0.00227, "oc_per_group_8": -0.0334,
            "oc_per_group_32": 0.0931, "groups": 0.0522, "row": 0.0108, "row_16": -0.0175,
            "row_128": -0.0149, "rows": -0.00769, "rows_16": 0.0172, "image": -0.0294, "image_32":
            -0.0169, "image_256": 0.0688, "double": 0.232, "complex": 0.427, "complex_double":
            0.338, "converted": 0.0112, "half": 0.0112, "channels_last": -0.557, "stride": 0.137,
            "dilation": -0.0598, "bordered": 0.047, "bordered_padded": 0.301, "rank_1": 0.101,
            "rank_3": -0.0988},
        "complex": {"call": 6.58e-06, "wake": 6.08e-07, "python": 4.8e-06, "flops": 4.89e-12,
            "beyond_l2": 2.44e-11, "beyond_l3": 4.73e-11, "outputs": 2.4e-12, "outputs_half":
            5.37e-11, "outputs_last": 5.38e-10, "channel_planes": 4.46e-10, "bytes": 1.05e-11,
            "packed": 1.59e-11, "gathered": 3.59e-11, "runs": 1.59e-08, "lookups": 1.87e-09,
            "work_items": 4.45e-08, "work_item_products": 3.38e-11, "workers": -0.678, "taps":
            0.0417, "taps_8": -0.0531, "taps_64": 0.0334, "kernel_row": -0.0296, "ic_per_group":
            -0.0151, "ic_per_group_16": 0.0427, "oc_per_group": 0.0648, "oc_per_group_8": 0.0991,
            "oc_per_group_32": -0.0427, "groups": 0.0212, "row": 0.124, "row_16": -0.0408,
            "row_128": -0.065, "rows": 0.0529, "rows_16": -0.0473, "image": -0.0965, "image_32":
            0.0675, "image_256": 0.00248, "double": 0.0901, "complex": 0.159, "complex_double":
            0.0112, "converted": 0.0112, "half": 0.0112, "channels_last": 0.314, "stride": 0.0917,
            "dilation": -0.0479, "bordered": -0.018, "bordered_padded": 0.389, "rank_1": 0.124,
            "rank_3": 0.143},
        "pointwise": {"call": 6.98e-06, "wake": 6.02e-07, "python": 4.8e-06, "flops": 1.28e-11,
            "beyond_l2": 2.04e-11, "beyond_l3": 5.16e-11, "outputs": 2.4e-12, "outputs_half":
            5.37e-11, "outputs_last": 3.54e-10, "channel_planes": 4.18e-10, "bytes": 3.72e-12,
            "packed": 1.67e-11, "gathered": 4.03e-11, "runs": 1.7e-08, "lookups": 1.57e-09,
            "work_items": 7.73e-08, "work_item_products": 3.67e-11, "workers": -0.698, "taps":
            0.00452, "taps_8": 0.0119, "taps_64": -0.00889, "kernel_row": -0.00426, "ic_per_group":
            0.108, "ic_per_group_16": -0.122, "oc_per_group": -0.207, "oc_per_group_8": 0.359,
            "oc_per_group_32": -0.097, "groups": 0.00303, "row": 0.018, "row_16": 0.0741, "row_128":
            -0.0783, "rows": 0.0637, "rows_16": -0.0716, "image": -0.0968, "image_32": 0.0303,
            "image_256": 0.0655, "double": 0.463, "complex": 0.175, "complex_double": 0.77,
            "converted": 0.0112, "half": 0.0112, "channels_last": 0.177, "stride": 0.107,
            "dilation": -0.13, "bordered": 0.047, "bordered_padded": 0.301, "rank_1": 0.17,
            "rank_3": 0.305},
        "rows": {"call": 6.95e-06, "wake": 6.15e-07, "python": 4.8e-06, "flops": 8.91e-12,
            "beyond_l2": 3.24e-11, "beyond_l3": 6.11e-11, "outputs": 2.4e-12, "outputs_half":
            5.71e-11, "outputs_last": 3.61e-10, "channel_planes": 4.52e-10, "bytes": 2.5e-12,
            "packed": 1.8e-11, "gathered": 7.63e-12, "runs": 1.94e-08, "lookups": 1.57e-09,
            "work_items": 9.07e-08, "work_item_products": 3.34e-11, "workers": -0.686, "taps":
            0.0156, "taps_8": 0.0244, "taps_64": -0.0362, "kernel_row": -0.00503, "ic_per_group":
            0.0112, "ic_per_group_16": 0.00113, "oc_per_group": 0.0094, "oc_per_group_8": 0.0137,
            "oc_per_group_32": 0.079, "groups": -0.00183, "row": -0.024, "row_16": 0.0596,
            "row_128": -0.0507, "rows": 0.00116, "rows_16": -0.00279, "image": -0.014, "image_32":
            0.0073, "image_256": 0.0111, "double": 0.0817, "complex": 0.427, "complex_double":
            0.338, "converted": 0.00852, "half": 0.00852, "channels_last": -0.0936, "stride": 0.107,
            "dilation": 0.00626, "bordered": 0.047, "bordered_padded": 0.301, "rank_1": 0.0909,
            "rank_3": 0.0662},
        "vector": {"call": 6.7e-06, "wake": 6.08e-07, "python": 4.8e-06, "flops": 2.5e-11,
            "beyond_l2": 6.94e-12, "beyond_l3": 9.89e-11, "outputs": 2.39e-12, "outputs_half":
            5.39e-11, "outputs_last": 3.59e-10, "channel_planes": 4.57e-10, "bytes": 4.84e-12,
            "packed": 1.75e-11, "gathered": 3.68e-11, "runs": 1.98e-08, "lookups": 1.55e-09,
            "work_items": 7.78e-08, "work_item_products": 3.83e-11, "workers": -0.673, "taps":
            -0.00895, "taps_8": -0.00757, "taps_64": 0.00851, "kernel_row": 0.00649, "ic_per_group":
            -0.0772, "ic_per_group_16": 0.0708, "oc_per_group": 0.0119, "oc_per_group_8": 0.0426,
            "oc_per_group_32": -0.0846, "groups": 0.049, "row": 0.0532, "row_16": -0.00339,
            "row_128": -0.0555, "rows": 0.0553, "rows_16": -0.123, "image": -0.324, "image_32":
            -0.00955, "image_256": 0.0612, "double": 0.158, "complex": -0.0576, "complex_double":
            -0.186, "converted": 0.122, "half": 0.122, "channels_last": 0.0681, "stride": -0.0265,
            "dilation": 0.0942, "bordered": -0.0382, "bordered_padded": 0.216, "rank_1": 0.0169,
            "rank_3": 0.248},
        "windows": {"call": 6.63e-06, "wake": 6.13e-07, "python": 4.8e-06, "flops": 1.03e-11,
            "beyond_l2": 2.35e-11, "beyond_l3": 6.2e-11, "outputs": 2.36e-12, "outputs_half":
            5.71e-11, "outputs_last": 6.53e-10, "channel_planes": 4.54e-10, "bytes": 5.23e-12,
            "packed": 1.52e-11, "gathered": 4.91e-11, "runs": 1.62e-08, "lookups": 1.22e-09,
            "work_items": 5.7e-08, "work_item_products": 3.71e-11, "workers": -0.658, "taps":
            -0.0331, "taps_8": 0.0312, "taps_64": -0.00582, "kernel_row": 0.0215, "ic_per_group":
            0.0158, "oc_per_group": -0.0256, "oc_per_group_8": 0.0125, "oc_per_group_32": 0.025,
            "groups": 0.00441, "row": 0.0575, "row_16": -0.0284, "row_128": -0.0319, "rows": 0.0148,
            "rows_16": -0.0141, "image": -0.0413, "image_256": 0.0484, "double": 0.048, "complex":
            0.427, "complex_double": 0.338, "converted": 0.0156, "half": 0.0156, "channels_last":
            0.109, "stride": 0.137, "dilation": 0.0265, "bordered": 0.0303, "bordered_padded": 0.44,
            "rank_1": 0.0485, "rank_3": 0.0389},
    },
    "fft_tiled": {
        "": {"call": 1.55e-07, "wake": 8.05e-07, "python": 1.78e-08, "flops": 8.98e-12, "beyond_l2":
            2.21e-11, "beyond_l3": 2.33e-11, "outputs": 5.05e-11, "outputs_half": 2.42e-12,
            "outputs_last": 1.3e-10, "channel_planes": 2e-08, "bytes": 4.86e-12, "packed": 1.37e-10,
            "gathered": 2.36e-11, "runs": 1.49e-08, "lookups": 3.61e-09, "work_items": 2.4e-10,
            "work_item_products": 4.41e-14, "workers": -0.673, "taps": -0.0119, "taps_8": 0.00291,
            "taps_64": -0.00283, "kernel_row": 0.0138, "ic_per_group": 0.0445, "ic_per_group_16":
            0.00153, "oc_per_group": -0.00645, "oc_per_group_8": 0.00408, "oc_per_group_32": 0.0179,
            "groups": 0.00674, "row": 0.0417, "row_16": -0.00743, "row_128": -0.0434, "rows":
            -0.0106, "rows_16": -0.00101, "image": -0.0338, "image_32": 0.0436, "image_256":
            0.00943, "double": 0.346, "complex": 0.0247, "complex_double": 0.302, "converted":
            0.159, "half": -0.151, "channels_last": 0.0359, "stride": 0.0272, "dilation": -0.0273,
            "bordered": 0.0389, "bordered_padded": 0.0347, "rank_1": -0.0365, "rank_3": 0.0152},
        "l3_filters": {"call": 2.83e-07, "wake": 9.46e-07, "python": 1.82e-08, "flops": 1.01e-11,
            "beyond_l2": 1.23e-11, "beyond_l3": 1.64e-11, "outputs": 8.37e-11, "outputs_half":
            2.5e-12, "outputs_last": 1.23e-10, "channel_planes": 3.29e-08, "bytes": 5.44e-12,
            "packed": 1.82e-12, "gathered": 2.09e-11, "runs": 5.28e-09, "lookups": 4.54e-09,
            "work_items": 2.43e-10, "work_item_products": 4.46e-14, "workers": -0.729, "taps":
            0.00951, "taps_8": 0.018, "taps_64": -0.0249, "kernel_row": -0.0166, "ic_per_group":
            0.0363, "ic_per_group_16": -0.014, "oc_per_group": 0.0784, "oc_per_group_8": -0.119,
            "oc_per_group_32": 0.0224, "row": -0.0145, "row_16": -0.00993, "row_128": -0.0244,
            "rows": -0.0232, "rows_16": -0.0095, "image": 0.0246, "image_32": 0.0365, "image_256":
            -0.0177, "double": 0.533, "complex": 0.0573, "complex_double": 0.538, "converted":
            0.0466, "half": -0.0365, "channels_last": 0.0122, "stride": 0.0476, "dilation":
            -0.00682, "bordered": -0.0914, "bordered_padded": 0.182, "rank_1": 0.0383, "rank_3":
            0.00738},
        "memory_filters": {"call": 2.86e-07, "wake": 9.37e-07, "python": 1.82e-08, "flops":
            8.71e-12, "beyond_l2": 1.51e-11, "beyond_l3": 1.71e-11, "outputs": 8.88e-11,
            "outputs_half": 2.5e-12, "outputs_last": 1.15e-10, "channel_planes": 3.38e-08, "bytes":
            1.91e-11, "packed": 1.81e-12, "gathered": 1.98e-11, "runs": 5.13e-09, "lookups":
            3.25e-09, "work_items": 2.43e-10, "work_item_products": 4.45e-14, "workers": -0.53,
            "taps": 0.0267, "taps_8": -0.0604, "taps_64": 0.0928, "kernel_row": -0.00959,
            "ic_per_group": 0.115, "ic_per_group_16": -0.0795, "oc_per_group": -0.026,
            "oc_per_group_8": 0.106, "oc_per_group_32": -0.0479, "groups": 0.0157, "row": -0.00319,
            "row_16": -0.0049, "row_128": -0.0182, "rows": -0.0117, "rows_16": 0.00352, "image":
            0.0192, "image_32": -0.018, "image_256": 0.0197, "double": 0.225, "complex": 0.109,
            "complex_double": 0.191, "converted": -0.0235, "half": 0.0419, "channels_last": 0.0527,
            "stride": 0.0419, "dilation": -0.0119, "bordered": -0.156, "bordered_padded": 0.197,
            "rank_1": 0.0406, "rank_3": -0.00993},
    },
    "fft": {
        "": {"call": 4.53e-05, "wake": 0.000196, "python": 3.69e-07, "flops": 4.73e-12, "beyond_l2":
            1.12e-11, "beyond_l3": 3.14e-12, "outputs": 1.14e-09, "outputs_half": 9.22e-12,
            "outputs_last": 4.7e-10, "channel_planes": 9.27e-09, "bytes": 2.2e-11, "packed":
            3.41e-10, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 3.53e-05,
            "work_item_products": 5.59e-11, "workers": -0.268, "taps": 0.023, "taps_8": -0.0343,
            "kernel_row": 0.0143, "ic_per_group": -0.0524, "ic_per_group_16": 0.068, "oc_per_group":
            0.131, "oc_per_group_8": -0.0617, "oc_per_group_32": 0.0327, "groups": 0.0129, "row":
            0.00197, "row_16": 0.0298, "row_128": -0.0143, "rows": 0.0375, "rows_16": -0.0091,
            "image": 0.0115, "image_32": 0.0117, "image_256": -0.042, "double": 0.0949, "complex":
            0.208, "complex_double": 0.193, "converted": 0.0158, "half": 0.126, "channels_last":
            0.0172, "stride": 0.0545, "dilation": 0.0155, "bordered": 0.0594, "bordered_padded":
            0.505, "rank_1": -0.24, "rank_3": 0.113},
    },
    "cython": {
        "": {"call": 8.41e-08, "wake": 1.47e-05, "python": 4.2e-06, "flops": 8.82e-13, "beyond_l2":
            7.25e-12, "beyond_l3": 2.23e-10, "outputs": 4.25e-10, "outputs_half": 1.6e-09,
            "outputs_last": 1.39e-10, "channel_planes": 4.96e-09, "bytes": 3.31e-11, "packed":
            2.27e-11, "gathered": 2.82e-10, "runs": 5.38e-09, "lookups": 2.09e-09, "work_items":
            2.25e-08, "work_item_products": 1.05e-10, "workers": -0.657, "taps": -0.0483, "taps_8":
            0.0188, "taps_64": 0.0119, "kernel_row": 0.0105, "ic_per_group": -0.023,
            "ic_per_group_16": 0.0262, "oc_per_group": 0.237, "oc_per_group_8": -0.0376,
            "oc_per_group_32": -0.169, "row_16": 0.037, "row_128": -0.0507, "rows": 0.0159,
            "rows_16": -0.0262, "image": 0.0238, "image_32": -0.0427, "image_256": 0.0305, "double":
            -0.297, "complex": -0.179, "complex_double": -0.741, "integer": -0.249,
            "narrow_integer": -0.23, "converted": 0.0499, "half": 0.716, "stride": -0.0344,
            "dilation": -0.0599, "bordered": 0.0724, "bordered_padded": -0.11, "rank_1": -0.0685,
            "rank_3": 0.0498},
    },
    "naive": {
        "": {"call": 9.34e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 9.87e-10, "bytes": 2.47e-07, "packed": 2e-11, "gathered": 1e-10,
            "runs": 5e-09, "lookups": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10,
            "workers": -0.7, "taps": -0.388, "taps_8": 0.102, "taps_64": 0.127, "kernel_row": 0.106,
            "ic_per_group": -0.334, "ic_per_group_16": 0.142, "oc_per_group": -0.446,
            "oc_per_group_8": 0.188, "oc_per_group_32": 0.275, "groups": 0.0485, "row": 0.0105,
            "row_16": 0.036, "row_128": -0.0126, "rows": 0.0126, "rows_16": 0.0563, "image":
            -0.0297, "image_32": -0.013, "image_256": 0.0566, "double": -0.668, "complex": -2.09,
            "complex_double": -2.61, "integer": -0.928, "narrow_integer": -0.853, "converted":
            -0.0076, "half": 0.0544, "channels_last": -0.0245, "stride": -0.0242, "dilation":
            -0.0212, "bordered": -0.1, "bordered_padded": 0.382, "rank_1": -0.179, "rank_3":
            0.0268},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.77e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.39e-12, "weights":
            1.25e-11, "filters": 2.22e-09, "workers": -0.1, "taps": 0.157, "taps_8": -0.0414,
            "taps_64": -0.0235, "kernel_row": -0.0811, "ic_per_group": 0.0937, "ic_per_group_16":
            0.0214, "oc_per_group": -0.0621, "oc_per_group_8": -0.0167, "oc_per_group_32": 0.0923,
            "groups": 0.0049, "row": -0.0454, "row_16": -0.0186, "row_128": 0.0689, "rows": 0.0795,
            "rows_16": -0.0635, "image": 0.0549, "image_32": -0.103, "image_256": 0.0465, "double":
            -0.166, "complex": 1.15, "complex_double": 0.798, "integer": 0.37, "narrow_integer":
            1.79, "converted": 0.61, "half": 0.435, "channels_last": 0.686, "stride": -0.0158,
            "dilation": -0.0296, "bordered": -0.109, "bordered_padded": -0.00494, "rank_1": 0.526,
            "rank_3": -0.168},
        "depthwise": {"call": 6.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.11e-11,
            "weights": 3.42e-11, "filters": 3.84e-09, "workers": -0.1, "taps": 0.38, "taps_8":
            -0.689, "taps_64": 0.415, "kernel_row": 0.159, "ic_per_group": 0.0937,
            "ic_per_group_16": 0.0214, "oc_per_group": -0.0621, "oc_per_group_8": -0.0167,
            "oc_per_group_32": 0.0923, "groups": -0.162, "row": -0.363, "row_16": -0.0685,
            "row_128": 0.266, "rows": 0.263, "rows_16": -0.293, "image": 0.105, "image_32": -0.0412,
            "image_256": 0.0883, "double": -0.543, "complex": 1.15, "complex_double": 0.798,
            "integer": 0.00417, "narrow_integer": 0.943, "converted": 0.418, "half": 0.452,
            "channels_last": 0.61, "stride": -0.131, "dilation": -0.068, "bordered": -0.0811,
            "bordered_padded": -0.117, "rank_1": 1.74, "rank_3": -0.396},
        "dot": {"call": 6.06e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.16e-12, "weights":
            1.55e-11, "filters": 2.39e-09, "workers": -0.1, "taps": -0.126, "taps_8": 0.0213,
            "taps_64": 0.28, "kernel_row": -0.0491, "ic_per_group": 0.0533, "ic_per_group_16":
            -0.0339, "oc_per_group": -0.0596, "oc_per_group_8": -0.0167, "oc_per_group_32": 0.0923,
            "groups": 0.135, "row": -0.0491, "row_16": -0.0482, "row_128": 0.0854, "rows": -0.0131,
            "rows_16": -0.0439, "image": -0.03, "image_32": -0.0332, "image_256": 0.105, "double":
            -0.0528, "complex": 1.18, "complex_double": 1.04, "integer": 0.473, "narrow_integer":
            1.42, "converted": 0.774, "half": 0.574, "channels_last": 0.875, "stride": 0.133,
            "dilation": -0.0296, "bordered": -0.183, "bordered_padded": -0.0783, "rank_1": 0.421,
            "rank_3": -0.194},
        "igemm": {"call": 6.89e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.63e-12, "weights":
            4.36e-12, "filters": 1.02e-09, "workers": -0.1, "taps": -0.251, "taps_8": 0.458,
            "taps_64": -0.0179, "kernel_row": -0.00638, "ic_per_group": 0.21, "ic_per_group_16":
            -0.014, "oc_per_group": 0.0514, "oc_per_group_8": 0.0224, "oc_per_group_32": 0.0512,
            "groups": 0.131, "row": 0.0175, "row_16": -0.0182, "row_128": 0.0321, "rows": 0.0287,
            "rows_16": 0.0322, "image": -0.0117, "image_32": -0.0213, "image_256": -0.0531,
            "double": 0.0321, "complex": 0.938, "complex_double": 0.998, "integer": 0.419,
            "narrow_integer": 0.265, "converted": 0.482, "half": 0.0462, "channels_last": 0.756,
            "stride": -0.0568, "dilation": 0.0188, "bordered": -0.039, "bordered_padded": -0.142,
            "rank_1": -0.0347, "rank_3": -0.0219},
        "igemm_int8x4": {"call": 6.63e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.02e-12,
            "weights": 1.77e-11, "filters": 3.98e-10, "workers": -0.1, "taps": -0.124, "taps_8":
            0.0886, "taps_64": 0.619, "kernel_row": -0.21, "ic_per_group": 0.36, "ic_per_group_16":
            -0.362, "oc_per_group": 0.091, "oc_per_group_8": -0.125, "oc_per_group_32": 0.0119,
            "groups": -0.0957, "row": -0.0271, "row_16": 0.0136, "row_128": 0.052, "rows": 0.0769,
            "rows_16": -0.115, "image": -0.0503, "image_32": 0.0576, "double": -0.166, "complex":
            1.15, "complex_double": 0.798, "integer": 0.37, "narrow_integer": 1.88, "converted":
            0.694, "half": 0.435, "channels_last": 0.639, "stride": -0.18, "dilation": 0.109,
            "bordered": -0.172, "bordered_padded": -0.387, "rank_1": 0.36, "rank_3": 0.163},
        "pointwise": {"call": 7.26e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.18e-11,
            "weights": 1.1e-11, "filters": 6.95e-10, "workers": -0.104, "taps": 0.157, "taps_8":
            -0.0414, "taps_64": -0.0235, "kernel_row": -0.0811, "ic_per_group": 0.179,
            "ic_per_group_16": -0.0797, "oc_per_group": -0.261, "oc_per_group_8": 0.432,
            "oc_per_group_32": -0.115, "groups": 0.207, "row": -0.198, "row_16": 0.173, "row_128":
            -0.12, "rows": -0.0509, "rows_16": 0.0519, "image": 0.014, "image_32": 0.191,
            "image_256": -0.194, "double": -0.0965, "complex": 1.41, "complex_double": 0.945,
            "integer": 0.246, "narrow_integer": 1.44, "converted": 0.28, "half": 0.999,
            "channels_last": 0.48, "stride": 0.0414, "dilation": 0.0897, "bordered": -0.109,
            "bordered_padded": -0.00494, "rank_1": 0.188, "rank_3": -0.0466},
        "spatial_1": {"call": 4.31e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.47e-12,
            "weights": 1.57e-11, "filters": 6.21e-07, "workers": -0.524, "taps": -0.0736, "taps_8":
            -0.0367, "taps_64": 0.124, "kernel_row": 0.0773, "ic_per_group": 0.105,
            "ic_per_group_16": 0.0334, "oc_per_group": -0.0621, "oc_per_group_8": -0.0167,
            "oc_per_group_32": 0.0923, "groups": -0.572, "row": -0.164, "row_16": 0.0391, "row_128":
            0.0537, "rows": 0.0761, "rows_16": -0.163, "image": 0.212, "image_32": -0.181,
            "image_256": 0.057, "double": -0.0153, "complex": 1.15, "complex_double": 0.798,
            "integer": 0.407, "narrow_integer": 0.853, "converted": 0.725, "half": 0.357,
            "channels_last": -0.0631, "stride": -0.0873, "dilation": -0.126, "bordered": -0.0244,
            "bordered_padded": -0.0108, "rank_1": -0.026, "rank_3": 0.0425},
        "spatial_2": {"call": 5.29e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.46e-12,
            "weights": 6.08e-11, "filters": 1.47e-07, "workers": -0.156, "taps": -0.208, "taps_8":
            0.499, "taps_64": -0.18, "kernel_row": -0.0487, "ic_per_group": 0.0281,
            "ic_per_group_16": 0.36, "oc_per_group": 0.584, "oc_per_group_8": -0.0167,
            "oc_per_group_32": 0.0923, "groups": -0.193, "row": -0.313, "row_16": 0.0683, "row_128":
            0.183, "rows": 0.0789, "rows_16": -0.166, "image": 0.169, "image_32": -0.0895,
            "image_256": -0.0252, "double": -0.185, "complex": 1.4, "complex_double": 1.06,
            "integer": 0.479, "narrow_integer": 1.43, "converted": 0.903, "half": 0.77,
            "channels_last": 0.376, "stride": -0.141, "dilation": -0.188, "bordered": 0.142,
            "bordered_padded": -0.122, "rank_1": 0.576, "rank_3": -0.204},
        "spatial_4": {"call": 5.86e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.79e-12,
            "weights": 1.79e-11, "filters": 1.58e-08, "workers": -0.1, "taps": 0.144, "taps_8":
            -0.0296, "taps_64": 0.21, "kernel_row": -0.175, "ic_per_group": 0.0408,
            "ic_per_group_16": 0.118, "oc_per_group": -0.104, "oc_per_group_8": 0.0464,
            "oc_per_group_32": 0.0991, "groups": -0.0372, "row": 0.0888, "row_16": -0.0283,
            "row_128": -0.00135, "rows": 0.00483, "rows_16": 0.0356, "image": 0.105, "image_32":
            -0.253, "image_256": 0.131, "double": -0.535, "complex": 0.902, "complex_double": 0.398,
            "integer": 0.47, "narrow_integer": 1.76, "converted": 0.525, "half": 0.42,
            "channels_last": 0.845, "stride": -0.108, "dilation": 0.203, "bordered": 0.00772,
            "bordered_padded": 0.217, "rank_1": 0.0233, "rank_3": 0.0438},
        "spatial_8": {"call": 5.13e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.15e-12,
            "weights": 1.25e-11, "filters": 2.57e-09, "workers": -0.204, "taps": 0.157, "taps_8":
            -0.0414, "taps_64": -0.0235, "kernel_row": -0.0811, "ic_per_group": 0.0969,
            "ic_per_group_16": -0.0178, "oc_per_group": -0.295, "oc_per_group_8": -0.278,
            "oc_per_group_32": 0.5, "groups": 0.0049, "row": -0.0206, "row_16": -0.0658, "row_128":
            0.084, "rows": 0.0955, "rows_16": -0.0402, "image": 0.353, "image_32": -0.252,
            "image_256": -0.122, "double": -0.308, "complex": 1.15, "complex_double": 0.798,
            "integer": 0.105, "narrow_integer": 2.25, "converted": 0.696, "half": 0.499,
            "channels_last": 0.686, "stride": 0.0118, "dilation": 0.2, "bordered": -0.109,
            "bordered_padded": -0.00494, "rank_1": 0.474, "rank_3": -0.212},
        "spatial_in_out": {"call": 5.36e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.13e-12,
            "weights": 1.09e-11, "filters": 2.27e-09, "workers": -0.219, "taps": 0.209, "taps_8":
            -0.0802, "taps_64": 0.0119, "kernel_row": -0.0597, "ic_per_group": 0.126,
            "ic_per_group_16": -0.0862, "oc_per_group": -0.227, "oc_per_group_8": 0.204,
            "oc_per_group_32": -0.05, "groups": -0.0603, "row": -0.261, "row_16": 0.126, "row_128":
            0.0628, "rows": -0.0487, "rows_16": 0.0476, "image": 0.412, "image_32": -0.4,
            "image_256": 0.0508, "double": -0.506, "complex": 1.15, "complex_double": 0.798,
            "integer": -0.0406, "narrow_integer": 1.79, "converted": 0.909, "half": 0.435,
            "channels_last": 0.686, "stride": 0.0325, "dilation": -0.0963, "bordered": 0.0513,
            "bordered_padded": 0.327, "rank_1": 0.483, "rank_3": -0.438},
        "stencil": {"call": 5.53e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.3e-12,
            "weights": 8.97e-12, "filters": 3.25e-09, "workers": -0.344, "taps": 0.11, "taps_8":
            -0.0596, "taps_64": -0.0911, "kernel_row": 0.254, "ic_per_group": -0.00447,
            "ic_per_group_16": -0.084, "oc_per_group": -0.0843, "oc_per_group_8": 0.0193,
            "oc_per_group_32": 0.187, "groups": -0.0466, "row": 0.0188, "row_16": 0.0565, "row_128":
            -0.0524, "rows": 0.433, "rows_16": -0.418, "image": -0.25, "image_32": -0.00519,
            "image_256": 0.204, "double": -0.146, "complex": 0.502, "complex_double": 0.91,
            "integer": 0.358, "narrow_integer": 1.68, "converted": 0.708, "half": 0.578,
            "channels_last": 0.824, "stride": 0.264, "dilation": -0.267, "bordered": -0.249,
            "bordered_padded": 0.0876, "rank_1": 0.526, "rank_3": 0.785},
    },
    "separable": {
        "": {"call": 1.67e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.63e-11, "weights":
            1.7e-10, "filters": 1.41e-09, "workers": -0.292, "taps": -0.747, "taps_8": 1.02,
            "taps_64": -0.293, "kernel_row": 0.116, "groups": 0.206, "row": -0.0111, "row_16":
            0.0209, "row_128": 0.0109, "rows": -0.403, "rows_16": 0.466, "image": 0.518, "image_32":
            -0.414, "image_256": -0.134, "double": 0.025, "complex": 0.0453, "integer": 0.354,
            "narrow_integer": -0.13, "converted": 0.21, "channels_last": 0.18, "stride": 0.101,
            "bordered": -0.263, "bordered_padded": 0.191, "rank_1": -1.48, "rank_3": 0.0122},
        "box": {"call": 1.75e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.46e-11, "weights":
            1.74e-10, "filters": 1.63e-09, "workers": -0.207, "taps": -0.309, "taps_8": 0.372,
            "taps_64": -0.106, "kernel_row": 0.109, "groups": 0.0908, "row": 0.122, "row_16": -0.12,
            "row_128": 0.0697, "rows": -0.237, "rows_16": 0.295, "image": 0.3, "image_32": -0.412,
            "image_256": 0.061, "double": 0.167, "complex": -0.057, "integer": 0.285,
            "narrow_integer": 0.172, "converted": 0.397, "channels_last": 0.316, "stride": 0.142,
            "bordered": -0.393, "bordered_padded": 1.03, "rank_1": -1.26, "rank_3": 0.0827},
        "separable": {"call": 1.57e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.22e-11,
            "weights": 1.61e-10, "filters": 1.3e-09, "workers": -0.471, "taps": -1.3, "taps_8":
            1.85, "taps_64": -0.585, "kernel_row": 0.138, "groups": 0.294, "row": 0.159, "row_16":
            -0.0018, "row_128": -0.0317, "rows": -0.366, "rows_16": 0.507, "image": 0.555,
            "image_32": -0.527, "image_256": -0.145, "double": -0.119, "complex": 0.363, "integer":
            0.354, "narrow_integer": -0.13, "converted": 0.21, "channels_last": 0.0953, "stride":
            0.245, "bordered": -0.334, "bordered_padded": -0.162, "rank_1": -1.48, "rank_3": 0.169},
    },
    "winograd": {
        "": {"call": 1.15e-05, "wake": 5e-06, "python": 4e-06, "prepared": 6.2e-11, "weights":
            7.43e-12, "filters": 7.71e-09, "workers": -0.1, "taps": -0.0698, "taps_8": 0.202,
            "taps_64": 0.217, "kernel_row": 0.589, "ic_per_group": -0.127, "ic_per_group_16": 0.217,
            "oc_per_group": 0.0164, "oc_per_group_8": -0.0399, "oc_per_group_32": 0.1, "groups":
            -0.0139, "row": 0.0157, "row_16": -0.00905, "row_128": 0.132, "rows": 0.014, "rows_16":
            -0.0113, "image": 0.0181, "image_32": -0.0929, "image_256": 0.0889, "double": -0.503,
            "complex": 0.721, "complex_double": 0.0984, "channels_last": 0.167, "dilation": 0.0218,
            "bordered": 0.139, "bordered_padded": -0.217, "rank_1": -0.197, "rank_3": 0.0441},
        "tiles_in_lanes": {"call": 9.72e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.16e-11,
            "weights": 7.78e-12, "filters": 9e-09, "workers": -0.1, "taps": -0.149, "taps_8":
            -0.0265, "taps_64": -0.103, "kernel_row": 1.42, "ic_per_group": -0.243,
            "ic_per_group_16": 0.165, "oc_per_group": -0.0651, "oc_per_group_8": 0.00222,
            "oc_per_group_32": 0.188, "groups": -0.159, "row": -0.0161, "row_16": -0.13, "row_128":
            0.277, "rows": 0.153, "rows_16": -0.201, "image": 0.0547, "image_32": -0.124,
            "image_256": 0.112, "double": -0.377, "complex": 0.654, "complex_double": 0.0876,
            "channels_last": 0.147, "dilation": -0.0085, "bordered": -0.0125, "bordered_padded":
            -0.325, "rank_1": 0.00175, "rank_3": -0.0751},
    },
    "im2col": {
        "": {"call": 5.29e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.31e-14, "weights":
            1.16e-14, "filters": 4.62e-12, "workers": -0.1, "taps": 0.0918, "taps_8": -0.227,
            "taps_64": 0.173, "kernel_row": -0.0408, "ic_per_group": -0.0159, "ic_per_group_16":
            -0.0109, "oc_per_group": -0.0418, "oc_per_group_8": -0.0762, "oc_per_group_32": 0.042,
            "groups": -0.0794, "row": -0.0059, "row_16": -0.0535, "row_128": 0.0848, "rows": 0.0155,
            "rows_16": -0.0358, "image": 0.00889, "image_32": -0.0259, "image_256": 0.0509,
            "double": -0.204, "complex": -0.302, "complex_double": -0.203, "converted": 0.331,
            "half": 0.331, "channels_last": 7.64, "stride": 0.152, "dilation": -0.0756, "bordered":
            -0.148, "bordered_padded": 0.304, "rank_1": 0.087, "rank_3": -0.0181},
        "channels": {"call": 5.75e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.87e-14,
            "weights": 1.11e-14, "filters": 3.8e-12, "workers": -0.1, "taps": 0.142, "taps_8":
            -0.274, "taps_64": 0.316, "kernel_row": -0.0635, "ic_per_group": 0.0866,
            "ic_per_group_16": -0.0722, "oc_per_group": 0.146, "oc_per_group_8": -0.208,
            "oc_per_group_32": 0.00124, "groups": -0.0855, "row": 0.145, "row_16": -0.239,
            "row_128": 0.143, "rows": 0.053, "rows_16": -0.0893, "image": -0.076, "image_32":
            0.00503, "image_256": 0.111, "double": -0.144, "complex": -0.302, "complex_double":
            -0.203, "converted": 0.331, "half": 0.331, "channels_last": 6.33, "stride": 0.249,
            "dilation": -0.265, "bordered": -0.148, "bordered_padded": 0.304, "rank_1": 0.0306,
            "rank_3": 0.0787},
        "complex": {"call": 5.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.2e-14,
            "weights": 1.15e-14, "filters": 4.45e-12, "workers": -0.134, "taps": 0.196, "taps_8":
            -0.398, "taps_64": 0.275, "kernel_row": -0.11, "ic_per_group": -0.0872,
            "ic_per_group_16": 0.101, "oc_per_group": -0.101, "oc_per_group_8": -0.0319,
            "oc_per_group_32": 0.125, "groups": -0.108, "row": 0.113, "row_16": -0.266, "row_128":
            0.162, "rows": -0.0735, "rows_16": -0.0211, "image": 0.113, "image_32": -0.168,
            "image_256": 0.145, "double": -0.204, "complex": -0.355, "complex_double": -0.238,
            "converted": 0.331, "half": 0.331, "channels_last": 7.55, "stride": 0.22, "dilation":
            0.0238, "bordered": -0.233, "bordered_padded": 0.271, "rank_1": 0.108, "rank_3":
            -0.253},
        "pointwise": {"call": 5.04e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.32e-14,
            "weights": 1.17e-14, "filters": 4.67e-12, "workers": -0.205, "taps": 0.0918, "taps_8":
            -0.227, "taps_64": 0.173, "kernel_row": -0.0408, "ic_per_group": -0.00377,
            "ic_per_group_16": -0.0397, "oc_per_group": -0.0242, "oc_per_group_8": -0.0911,
            "oc_per_group_32": 0.0099, "groups": -0.0794, "row_16": -0.0923, "row_128": 0.0751,
            "rows": 0.092, "rows_16": -0.0171, "image": 0.19, "image_32": 0.0742, "image_256":
            0.0851, "double": -0.191, "complex": -0.293, "complex_double": -0.201, "converted":
            0.331, "half": 0.331, "channels_last": 7.64, "stride": 0.152, "dilation": -0.0741,
            "bordered": -0.148, "bordered_padded": 0.304, "rank_1": 0.0797, "rank_3": 0.0033},
        "rows": {"call": 5.21e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.6e-14, "weights":
            1.2e-14, "filters": 4.52e-12, "workers": -0.106, "taps": 0.02, "taps_8": -0.24,
            "taps_64": 0.285, "kernel_row": 0.0401, "ic_per_group": 0.329, "ic_per_group_16":
            -0.429, "oc_per_group": -0.28, "oc_per_group_8": 0.636, "oc_per_group_32": -0.672,
            "groups": -0.103, "row": 0.3, "row_16": 0.0821, "row_128": 0.244, "rows": 0.568,
            "rows_16": 0.027, "image": -0.424, "image_32": -0.978, "image_256": 1.42, "double":
            -0.393, "complex": -0.302, "complex_double": -0.203, "converted": 2.95, "half": 2.95,
            "channels_last": 6.82, "stride": 0.152, "dilation": -0.225, "bordered": -0.148,
            "bordered_padded": 0.304, "rank_1": -0.163, "rank_3": 0.16},
        "vector": {"call": 5.61e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.03e-14,
            "weights": 1.17e-14, "filters": 4.25e-12, "workers": -0.1, "taps": 0.0157, "taps_8":
            -0.178, "taps_64": 0.6, "kernel_row": -0.337, "ic_per_group": -0.0427,
            "ic_per_group_16": 0.065, "oc_per_group": 0.178, "oc_per_group_8": -0.284,
            "oc_per_group_32": 0.136, "groups": 0.363, "row": -0.0059, "row_16": -0.0535, "row_128":
            0.0848, "rows": -0.0465, "rows_16": -0.0402, "image": 0.0967, "image_32": -0.0259,
            "image_256": 0.0509, "double": 0.0153, "complex": -0.396, "complex_double": 0.332,
            "converted": 0.064, "half": 0.064, "channels_last": 7.69, "stride": -0.203, "dilation":
            -0.0511, "bordered": -0.127, "bordered_padded": 0.325, "rank_1": 0.177, "rank_3":
            0.0161},
        "windows": {"call": 5.38e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.19e-13,
            "weights": 1.19e-14, "filters": 3.33e-12, "workers": -0.146, "taps": 0.161, "taps_8":
            -0.401, "taps_64": 0.134, "kernel_row": -0.106, "ic_per_group": -0.155,
            "ic_per_group_16": 0.159, "oc_per_group": -0.105, "oc_per_group_8": -0.151,
            "oc_per_group_32": 0.118, "groups": -0.179, "row": -0.0463, "row_16": -0.0161,
            "row_128": 0.0205, "rows": -0.0785, "rows_16": 0.112, "image": 0.125, "image_32":
            -0.159, "image_256": 0.0257, "double": -0.308, "complex": -0.302, "complex_double":
            -0.203, "converted": 0.331, "half": 0.331, "channels_last": 7.92, "stride": 0.0818,
            "dilation": 0.131, "bordered": -0.299, "bordered_padded": 0.365, "rank_1": 0.511,
            "rank_3": -0.0672},
    },
    "fft_tiled": {
        "": {"call": 1.05e-05, "wake": 5e-06, "python": 4e-06, "prepared": 3.18e-10, "weights":
            6.85e-10, "filters": 5.34e-10, "workers": -0.1, "taps": -0.0518, "taps_8": 0.0698,
            "taps_64": 0.0109, "kernel_row": 0.0383, "ic_per_group": -0.0302, "ic_per_group_16":
            -0.0782, "oc_per_group": 0.018, "oc_per_group_8": -0.0417, "oc_per_group_32": -0.181,
            "groups": -0.012, "row": 0.0496, "row_16": 0.0305, "row_128": -0.0909, "rows": 0.0213,
            "rows_16": -0.014, "image": -0.0379, "image_32": 0.0436, "image_256": 0.00983, "double":
            -0.769, "complex": -0.0575, "complex_double": -0.831, "converted": 0.462, "half":
            -0.291, "channels_last": 0.03, "stride": -0.086, "dilation": -0.0218, "bordered":
            -0.00141, "bordered_padded": -0.00687, "rank_1": -0.363, "rank_3": 0.125},
        "l3_filters": {"call": 1.26e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.03e-10,
            "weights": 2.42e-11, "filters": 5.4e-10, "workers": -0.1, "taps_8": 0.0432, "taps_64":
            0.164, "kernel_row": 0.0328, "ic_per_group": 0.0168, "ic_per_group_16": -0.00863,
            "oc_per_group": -0.0404, "oc_per_group_8": 0.0395, "groups": 0.0128, "row": 0.02,
            "row_16": 0.02, "row_128": -0.0907, "rows": 0.0372, "rows_16": -0.0548, "image":
            -0.0223, "image_32": 0.112, "image_256": -0.0307, "double": -0.789, "complex": 0.0936,
            "complex_double": -0.713, "converted": 0.0838, "half": -0.00741, "channels_last":
            -0.00318, "stride": -0.0667, "dilation": 0.00404, "bordered": -0.0277,
            "bordered_padded": 0.0534, "rank_1": -0.148, "rank_3": 0.204},
        "memory_filters": {"call": 2.21e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.82e-10,
            "weights": 2.03e-12, "filters": 5.25e-10, "workers": -0.1, "taps": -0.0619, "taps_8":
            0.12, "taps_64": -0.308, "kernel_row": 0.111, "ic_per_group": 0.0916, "ic_per_group_16":
            -0.161, "oc_per_group": -0.146, "oc_per_group_8": 0.33, "oc_per_group_32": -0.28,
            "groups": -0.0614, "row": 0.0191, "row_16": 0.0127, "row_128": -0.137, "rows": 0.00136,
            "rows_16": -0.0397, "image": -0.012, "image_32": 0.108, "image_256": 0.0336, "double":
            -0.565, "complex": 0.125, "complex_double": -0.47, "converted": 0.0996, "half":
            -0.00421, "channels_last": 0.0446, "stride": -0.106, "dilation": 0.0278, "bordered":
            -0.0391, "bordered_padded": 0.0396, "rank_1": -0.109, "rank_3": 0.243},
    },
    "fft": {
        "": {"call": 4.24e-05, "wake": 5e-06, "python": 4e-06, "prepared": 9.89e-10, "weights":
            1.69e-09, "filters": 7.32e-07, "workers": -0.1, "taps": -0.0312, "taps_8": 0.0545,
            "taps_64": -0.0743, "kernel_row": 0.0644, "ic_per_group": 0.104, "ic_per_group_16":
            -0.0129, "oc_per_group": -0.00854, "oc_per_group_8": 0.0632, "oc_per_group_32": -0.0502,
            "groups": 0.00979, "row": -0.0111, "row_16": 0.0176, "row_128": 0.0348, "rows": -0.0721,
            "rows_16": 0.0677, "image": -0.0952, "image_32": 0.0386, "image_256": 0.074, "double":
            -0.383, "complex": 0.0667, "complex_double": -0.439, "converted": 0.363, "half": -0.233,
            "channels_last": 0.0297, "stride": -0.00244, "dilation": 0.14, "bordered": 0.0172,
            "bordered_padded": -0.0231, "rank_1": -0.985, "rank_3": 0.359},
    },
    "cython": {
        "": {"call": 1.24e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.54e-11, "weights":
            4.45e-12, "filters": 2.72e-11, "workers": -0.1, "taps": 0.0543, "taps_8": -0.0795,
            "taps_64": 0.0513, "ic_per_group": 0.0361, "ic_per_group_16": -0.0117, "oc_per_group":
            -0.0013, "oc_per_group_8": 0.0587, "oc_per_group_32": -0.063, "groups": 0.0412, "row":
            -0.0351, "row_16": -0.0207, "row_128": -0.0417, "rows": -0.023, "rows_16": 0.097,
            "image": 0.0475, "image_32": 0.00337, "image_256": -0.13, "double": -0.0583, "complex":
            -0.0886, "complex_double": -0.227, "integer": -0.119, "narrow_integer": 0.0631,
            "converted": 0.00566, "half": 2.61, "channels_last": 1.25, "stride": 0.044, "dilation":
            0.0259, "bordered": 0.187, "bordered_padded": -0.256, "rank_1": 0.0593, "rank_3":
            0.112},
    },
    "naive": {
        "": {"call": 2.63e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            2.43e-09, "filters": 3.87e-08, "workers": -0.7, "taps": 0.0509, "taps_8": -0.0573,
            "taps_64": 0.00469, "kernel_row": 0.0119, "ic_per_group": 0.0319, "ic_per_group_16":
            -0.0621, "oc_per_group": 0.00969, "oc_per_group_8": -0.0623, "oc_per_group_32": 0.0603,
            "groups": -0.0075, "row": 0.0368, "row_16": -0.16, "row_128": 1.12, "rows": 0.0337,
            "rows_16": 0.301, "image": -0.0389, "image_32": -0.105, "image_256": -0.208, "double":
            -0.658, "complex": -0.605, "complex_double": -1.21, "integer": -1.48, "narrow_integer":
            -0.916, "converted": 1.53, "half": -0.623, "channels_last": 0.0663, "stride": 0.0124,
            "dilation": 0.0139, "bordered": -0.594, "bordered_padded": 0.623, "rank_1": -0.0336,
            "rank_3": 0.0753},
    },
}

PACKING: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 3.31e-07, "wake": 5e-06, "python": 7.8e-07, "prepared": 1.09e-11, "weights":
            2.58e-12, "filters": 1.74e-09, "workers": -0.7, "taps": 0.203, "taps_8": -0.176,
            "taps_64": 0.00375, "kernel_row": -0.0484, "ic_per_group": 0.076, "ic_per_group_16":
            0.0766, "oc_per_group": 0.0678, "oc_per_group_8": -0.173, "oc_per_group_32": 0.0949,
            "groups": 0.0189, "row": -0.00828, "row_16": 0.0607, "row_128": -0.0529, "rows": 0.0474,
            "rows_16": -0.00518, "image": -0.00458, "image_32": -0.00436, "double": -0.171,
            "complex": 0.938, "complex_double": 0.714, "integer": 0.7, "narrow_integer": 2.35,
            "converted": -0.224, "half": 0.657, "channels_last": -0.181, "stride": -0.0368,
            "dilation": 0.00455, "bordered": -0.155, "bordered_padded": 0.0245, "rank_1": 0.309,
            "rank_3": -0.147},
        "depthwise": {"call": 2.96e-07, "wake": 5e-06, "python": 1.12e-06, "prepared": 2.22e-11,
            "weights": 1.98e-12, "filters": 1.12e-09, "workers": -0.7, "taps": 0.0268, "taps_8":
            -0.0202, "taps_64": 0.0405, "kernel_row": 0.0401, "ic_per_group": 0.076,
            "ic_per_group_16": 0.0766, "oc_per_group": 0.0678, "oc_per_group_8": -0.173,
            "oc_per_group_32": 0.0949, "groups": -0.0126, "row": 0.117, "row_16": -0.149, "row_128":
            0.00916, "rows": 0.00201, "rows_16": 0.00658, "image": -0.00687, "image_32": -0.0669,
            "image_256": 0.0591, "double": -0.118, "complex": 0.938, "complex_double": 0.714,
            "integer": 0.463, "narrow_integer": 1.7, "converted": -0.296, "half": 0.368,
            "channels_last": -0.964, "stride": 0.0133, "dilation": -0.216, "bordered": -0.0927,
            "bordered_padded": 0.232, "rank_1": 0.154, "rank_3": -0.0433},
        "dot": {"call": 2.57e-07, "wake": 5e-06, "python": 9.21e-07, "prepared": 2.13e-13,
            "weights": 3.04e-12, "filters": 2.11e-09, "workers": -0.7, "taps": 0.204, "taps_8":
            0.00929, "taps_64": -0.122, "kernel_row": 0.00406, "ic_per_group": -0.0205,
            "ic_per_group_16": 0.356, "oc_per_group": 0.0318, "oc_per_group_8": -0.173,
            "oc_per_group_32": 0.0949, "groups": 0.0127, "row": -0.143, "row_16": 0.145, "row_128":
            0.183, "rows": 0.00963, "rows_16": 0.307, "image": 0.0724, "image_32": 0.0189,
            "image_256": -0.274, "double": 0.0772, "complex": 1.23, "complex_double": 1.37,
            "integer": 0.841, "narrow_integer": 2.01, "converted": 0.467, "half": 0.623,
            "channels_last": -0.333, "stride": 0.00889, "dilation": 0.00455, "bordered": -0.29,
            "bordered_padded": -0.111, "rank_1": 0.0164, "rank_3": -0.0993},
        "igemm": {"call": 3.17e-07, "wake": 5e-06, "python": 7.98e-07, "prepared": 2.4e-11,
            "weights": 1.18e-12, "filters": 1.38e-09, "workers": -0.7, "taps": -0.116, "taps_8":
            0.256, "taps_64": -0.132, "kernel_row": -0.0218, "ic_per_group": 0.0989,
            "ic_per_group_16": 0.0791, "oc_per_group": 0.0286, "oc_per_group_8": 0.0109,
            "oc_per_group_32": -0.00741, "groups": 0.0466, "row": -0.052, "row_16": 0.0159,
            "row_128": 0.0404, "rows": 0.0587, "rows_16": -0.0669, "image": -0.0327, "image_32":
            0.0332, "image_256": -0.0169, "double": -0.0313, "complex": 0.806, "complex_double":
            0.686, "integer": 0.605, "narrow_integer": 2.15, "converted": -0.133, "half": 0.577,
            "channels_last": 0.14, "stride": 0.0238, "bordered": -0.0569, "bordered_padded": -0.166,
            "rank_1": 0.118, "rank_3": -0.172},
        "igemm_int8x4": {"call": 3.32e-07, "wake": 5e-06, "python": 7.77e-07, "prepared": 4.5e-11,
            "weights": 2.69e-12, "filters": 6.31e-10, "workers": -0.7, "taps": -0.265, "taps_8":
            0.0812, "taps_64": 1.11, "kernel_row": -0.105, "ic_per_group": 0.278, "ic_per_group_16":
            -0.24, "oc_per_group": 0.107, "oc_per_group_8": -0.289, "oc_per_group_32": 0.122,
            "groups": -0.0465, "row": 0.149, "row_16": -0.287, "row_128": 0.121, "rows": -0.0467,
            "rows_16": 0.0409, "image": -0.0165, "image_32": 0.0858, "image_256": -0.0643, "double":
            -0.171, "complex": 0.938, "complex_double": 0.714, "integer": 0.7, "narrow_integer":
            2.41, "converted": -0.174, "half": 0.657, "channels_last": -0.0116, "stride": -0.108,
            "dilation": -0.0414, "bordered": -0.0793, "bordered_padded": -0.235, "rank_1": 0.117,
            "rank_3": 0.112},
        "pointwise": {"call": 3.39e-07, "wake": 5e-06, "python": 6.59e-07, "prepared": 1.38e-11,
            "weights": 2.68e-12, "filters": 4.45e-10, "workers": -0.7, "taps": 0.203, "taps_8":
            -0.176, "taps_64": 0.00375, "kernel_row": -0.0484, "ic_per_group": 0.0834,
            "ic_per_group_16": -0.0173, "oc_per_group": -0.00466, "oc_per_group_8": 0.0358,
            "oc_per_group_32": 0.019, "groups": 0.258, "row": 0.0761, "row_16": -0.0183, "row_128":
            -0.0483, "rows": 0.0209, "rows_16": -0.0218, "image": -0.0544, "image_32": 0.0661,
            "image_256": -0.0681, "double": 0.00568, "complex": 1.59, "complex_double": 1.08,
            "integer": 1.01, "narrow_integer": 1.29, "converted": -0.346, "half": 1.38,
            "channels_last": -0.192, "stride": -0.146, "dilation": 0.0308, "bordered": -0.155,
            "bordered_padded": 0.0245, "rank_1": -0.0745, "rank_3": 0.0645},
        "spatial_1": {"call": 2.23e-07, "wake": 5e-06, "python": 7.14e-07, "prepared": 1.26e-11,
            "weights": 2.67e-12, "filters": 8.3e-09, "workers": -0.7, "taps": 0.00791, "taps_8":
            0.0238, "taps_64": -0.0861, "kernel_row": -0.0301, "ic_per_group": -0.055,
            "ic_per_group_16": 0.0466, "oc_per_group": 0.0678, "oc_per_group_8": -0.173,
            "oc_per_group_32": 0.0949, "groups": -0.166, "row": 0.0493, "row_16": -0.00779,
            "row_128": 0.028, "rows": -0.00267, "rows_16": 0.078, "image": 0.131, "image_32":
            -0.204, "image_256": 0.0383, "double": -0.118, "complex": 0.938, "complex_double":
            0.714, "integer": 1.69, "narrow_integer": 3.17, "converted": -0.326, "half": 1.32,
            "channels_last": 1.64, "stride": 0.0168, "dilation": 0.0999, "bordered": -0.0161,
            "bordered_padded": -0.0668, "rank_1": -0.0511, "rank_3": -0.00737},
        "spatial_2": {"call": 1.12e-07, "wake": 5e-06, "python": 4.68e-07, "prepared": 1.9e-11,
            "weights": 2.66e-12, "filters": 2.05e-08, "workers": -0.7, "taps": 0.202, "taps_8":
            0.00954, "taps_64": -0.126, "kernel_row": -0.16, "ic_per_group": 0.00912,
            "ic_per_group_16": 0.105, "oc_per_group": 0.777, "oc_per_group_8": -0.173,
            "oc_per_group_32": 0.0949, "groups": -0.144, "row": -0.111, "row_16": 0.028, "row_128":
            0.0455, "rows": 0.0201, "rows_16": -0.0395, "image": 0.0827, "image_32": -0.0644,
            "image_256": 0.0386, "double": -0.344, "complex": 1.18, "complex_double": 0.916,
            "integer": 1.58, "narrow_integer": 2.2, "converted": -0.305, "half": 1.8,
            "channels_last": 0.459, "stride": 0.0243, "bordered": -0.0586, "bordered_padded": 0.15,
            "rank_1": 0.625, "rank_3": -0.247},
        "spatial_4": {"call": 2.56e-07, "wake": 5e-06, "python": 8.3e-07, "prepared": 5.28e-11,
            "weights": 2.54e-12, "filters": 2.1e-09, "workers": -0.7, "taps": -0.0756, "taps_8":
            0.0595, "taps_64": 0.0852, "kernel_row": -0.106, "ic_per_group": -0.0361,
            "ic_per_group_16": 0.0196, "oc_per_group": -0.0597, "oc_per_group_8": 0.0607,
            "oc_per_group_32": 0.0384, "groups": -0.0316, "row": 0.0541, "row_16": -0.0954,
            "row_128": 0.0729, "rows": 0.0326, "rows_16": -0.0166, "image": 0.203, "image_32":
            -0.223, "image_256": 0.00948, "double": -0.694, "complex": 0.142, "complex_double":
            -0.481, "integer": 0.453, "narrow_integer": 2.23, "converted": -0.695, "half": 0.861,
            "channels_last": -0.256, "stride": 0.0475, "dilation": 0.142, "bordered": -0.12,
            "bordered_padded": 0.0648, "rank_1": 0.174, "rank_3": -0.19},
        "spatial_8": {"call": 2.46e-07, "wake": 5e-06, "python": 1.13e-06, "prepared": 9.65e-12,
            "weights": 2.54e-12, "filters": 1.98e-09, "workers": -0.7, "taps": 0.203, "taps_8":
            -0.176, "taps_64": 0.00375, "kernel_row": -0.0484, "ic_per_group": -0.0991,
            "ic_per_group_16": 0.255, "oc_per_group": 0.093, "oc_per_group_8": -0.119,
            "oc_per_group_32": 0.019, "groups": 0.0189, "row": 0.0511, "row_16": -0.0362, "row_128":
            0.0522, "rows": 0.053, "rows_16": -0.0377, "image": 0.0745, "image_32": -0.079,
            "image_256": -0.0252, "double": -0.261, "complex": 0.938, "complex_double": 0.714,
            "integer": 0.379, "narrow_integer": 2.88, "converted": -0.235, "half": 0.691,
            "channels_last": -0.181, "stride": 0.0279, "dilation": 0.191, "bordered": -0.155,
            "bordered_padded": 0.0245, "rank_1": -0.00839, "rank_3": 0.134},
        "spatial_in_out": {"call": 2.49e-07, "wake": 5e-06, "python": 7.93e-07, "prepared":
            5.08e-11, "weights": 2.25e-12, "filters": 2e-09, "workers": -0.7, "taps": -0.0971,
            "taps_8": 0.0414, "taps_64": 0.0289, "kernel_row": 0.0167, "ic_per_group": -0.0545,
            "ic_per_group_16": -0.00306, "oc_per_group": -0.0132, "oc_per_group_8": -0.0709,
            "oc_per_group_32": 0.0603, "groups": -0.0292, "row": 0.0637, "row_16": -0.12, "row_128":
            0.0285, "rows": -0.0105, "rows_16": 0.00492, "image": 0.173, "image_32": -0.144,
            "image_256": -0.00385, "double": -0.657, "complex": 0.938, "complex_double": 0.714,
            "integer": 0.06, "narrow_integer": 2.35, "converted": -0.322, "half": 0.657,
            "channels_last": -0.181, "stride": -0.0136, "dilation": -0.00526, "bordered": -0.0402,
            "bordered_padded": -0.0221, "rank_1": 0.107, "rank_3": -0.139},
        "stencil": {"call": 4.2e-07, "wake": 5e-06, "python": 7.35e-07, "prepared": 1.3e-11,
            "weights": 2.53e-12, "filters": 1.68e-09, "workers": -0.7, "taps": 0.35, "taps_8":
            -0.39, "taps_64": 0.00253, "kernel_row": 0.0322, "ic_per_group": -0.0142,
            "ic_per_group_16": 0.0321, "oc_per_group": 0.0319, "oc_per_group_8": -0.153,
            "oc_per_group_32": 1.33, "groups": 0.023, "row": 0.252, "row_16": -0.258, "row_128":
            0.0907, "rows": 0.0171, "rows_16": 0.0441, "image": -0.118, "image_32": -0.15,
            "image_256": 0.234, "double": -0.00987, "complex": 0.489, "complex_double": 0.553,
            "integer": 0.959, "narrow_integer": 2.27, "converted": -0.22, "half": 0.716,
            "channels_last": 0.0671, "stride": 0.0284, "dilation": -0.0133, "bordered": -0.661,
            "bordered_padded": 0.16, "rank_1": 0.309, "rank_3": 0.0297},
    },
    "separable": {
        "": {"call": 4.71e-07, "wake": 5e-06, "python": 4e-06, "prepared": 6.55e-12, "weights":
            2.08e-11, "filters": 4.18e-10, "workers": -0.7, "taps": -0.38, "taps_8": 0.547,
            "taps_64": -0.198, "kernel_row": 0.0657, "groups": 0.156, "row": 0.189, "row_16":
            -0.133, "row_128": -0.094, "rows": -0.0604, "rows_16": 0.0272, "image": 0.651,
            "image_32": -0.922, "image_256": 0.278, "double": -0.118, "stride": -0.121, "bordered":
            0.108, "bordered_padded": -0.0971, "rank_1": -0.551, "rank_3": 0.39},
        "box": {"call": 4.54e-07, "wake": 5e-06, "python": 4e-06, "prepared": 6.6e-12, "weights":
            1.8e-11, "filters": 5.55e-10, "workers": -0.7, "taps": -0.229, "taps_8": 0.234,
            "taps_64": -0.0578, "kernel_row": 0.0431, "groups": 0.00268, "row": 0.349, "row_16":
            -0.327, "row_128": -0.0876, "rows": -0.107, "rows_16": 0.0675, "image": 0.755,
            "image_32": -1.18, "image_256": 0.426, "double": 0.056, "stride": -0.0468, "bordered":
            -0.132, "bordered_padded": 0.769, "rank_1": -0.492, "rank_3": 0.343},
        "separable": {"call": 4.76e-07, "wake": 5e-06, "python": 4e-06, "prepared": 5.92e-12,
            "weights": 2.24e-11, "filters": 3.45e-10, "workers": -0.7, "taps": -0.77, "taps_8":
            1.11, "taps_64": -0.375, "kernel_row": 0.0552, "groups": 0.235, "row": 0.162, "row_16":
            -0.0249, "row_128": -0.0697, "rows": -0.0802, "rows_16": 0.0483, "image": 0.775,
            "image_32": -1.02, "image_256": 0.227, "double": -0.183, "stride": -0.03, "bordered":
            0.183, "bordered_padded": -0.525, "rank_1": -0.551, "rank_3": 0.519},
    },
    "winograd": {
        "": {"call": 7.78e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.58e-11, "weights":
            3.43e-11, "filters": 1.44e-08, "workers": -0.7, "taps": -0.0881, "taps_8": 0.147,
            "taps_64": 0.235, "kernel_row": 0.692, "ic_per_group": -0.163, "ic_per_group_16": 0.252,
            "oc_per_group": -0.065, "oc_per_group_8": 0.0623, "oc_per_group_32": 0.0483, "groups":
            -0.0169, "row": 0.0271, "row_16": 0.0277, "row_128": 0.0546, "rows": 0.0208, "rows_16":
            0.00789, "image": -0.0117, "image_32": -0.0641, "image_256": 0.0615, "double": -0.505,
            "dilation": 0.00554, "bordered": 0.143, "bordered_padded": -0.258, "rank_1": -0.382,
            "rank_3": 0.143},
        "tiles_in_lanes": {"call": 7.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.63e-11,
            "weights": 3.65e-11, "filters": 1.52e-08, "workers": -0.7, "taps": -0.0864, "taps_8":
            -0.00843, "kernel_row": 1.25, "ic_per_group": -0.293, "ic_per_group_16": 0.18,
            "oc_per_group": -0.0719, "oc_per_group_8": -0.0468, "oc_per_group_32": 0.0939, "groups":
            -0.193, "row": -0.013, "row_16": -0.0495, "row_128": 0.206, "rows": 0.134, "rows_16":
            -0.185, "image": 0.0382, "image_32": -0.0851, "image_256": 0.0604, "double": -0.448,
            "dilation": -0.0602, "bordered": -0.0572, "bordered_padded": -0.276, "rank_1": 0.0368,
            "rank_3": 0.0472},
    },
    "im2col": {
        "": {"call": 4.73e-07, "wake": 5e-06, "python": 7.79e-07, "prepared": 2.69e-17, "weights":
            2.77e-17, "filters": 3.2e-15, "workers": -0.7, "taps": 0.295, "taps_8": -0.184,
            "taps_64": 0.245, "kernel_row": -0.12, "ic_per_group": 0.257, "ic_per_group_16":
            -0.0471, "oc_per_group": 0.603, "oc_per_group_8": -0.454, "oc_per_group_32": -0.0053,
            "groups": 0.258, "row": 0.0686, "row_16": -0.261, "row_128": 0.455, "rows": -0.0138,
            "rows_16": -0.0301, "image": -0.00711, "image_32": 0.0128, "image_256": 0.0818,
            "double": -0.354, "complex": -0.34, "complex_double": -0.438, "converted": -0.186,
            "half": -0.186, "channels_last": 8.4, "stride": 0.027, "dilation": -0.292, "bordered":
            -0.852, "bordered_padded": 0.877, "rank_1": 0.432, "rank_3": 0.0783},
        "channels": {"call": 5.28e-07, "wake": 5e-06, "python": 9.76e-07, "prepared": 2.62e-17,
            "weights": 2.71e-17, "filters": 2.7e-15, "workers": -0.7, "taps": 0.294, "taps_8":
            -0.0873, "taps_64": 0.236, "kernel_row": -0.182, "ic_per_group": 0.273,
            "ic_per_group_16": 0.0143, "oc_per_group": 0.595, "oc_per_group_8": -0.401,
            "oc_per_group_32": -0.0779, "groups": 0.119, "row": 0.27, "row_16": -0.523, "row_128":
            0.625, "rows": 0.0258, "rows_16": -0.0512, "image": -0.134, "image_32": 0.108,
            "image_256": 0.0496, "double": -0.327, "complex": -0.34, "complex_double": -0.438,
            "converted": -0.186, "half": -0.186, "channels_last": 8.16, "stride": 0.0942,
            "dilation": -0.501, "bordered": -0.852, "bordered_padded": 0.877, "rank_1": 0.409,
            "rank_3": 0.102},
        "complex": {"call": 4.7e-07, "wake": 5e-06, "python": 1.03e-06, "prepared": 2.66e-17,
            "weights": 2.74e-17, "filters": 3.37e-15, "workers": -0.7, "taps": 0.584, "taps_8":
            -0.663, "taps_64": 0.315, "kernel_row": -0.0671, "ic_per_group": 0.221,
            "ic_per_group_16": -0.00449, "oc_per_group": 0.538, "oc_per_group_8": -0.526,
            "oc_per_group_32": -0.131, "groups": -0.0746, "row": 0.244, "row_16": -0.656, "row_128":
            0.566, "rows": -0.193, "rows_16": -0.116, "image": 0.0991, "image_32": -0.186,
            "image_256": 0.348, "double": -0.354, "complex": -0.306, "complex_double": -0.444,
            "converted": -0.186, "half": -0.186, "channels_last": 8.4, "stride": -0.0474,
            "dilation": -0.269, "bordered": -1.04, "bordered_padded": 0.864, "rank_1": 0.482,
            "rank_3": 0.0197},
        "pointwise": {"call": 4.71e-07, "wake": 5e-06, "python": 7.79e-07, "prepared": 2.68e-17,
            "weights": 2.76e-17, "filters": 3.15e-15, "workers": -0.7, "taps": 0.295, "taps_8":
            -0.184, "taps_64": 0.245, "kernel_row": -0.12, "ic_per_group": 0.0753,
            "ic_per_group_16": -0.147, "oc_per_group": 0.665, "oc_per_group_8": -0.334,
            "oc_per_group_32": 0.128, "groups": 0.258, "row": 0.148, "row_16": -0.152, "row_128":
            0.463, "rows": -0.0448, "rows_16": -0.0128, "image": 0.294, "image_32": -0.0812,
            "image_256": 0.00113, "double": -0.245, "complex": -0.343, "complex_double": -0.438,
            "converted": -0.186, "half": -0.186, "channels_last": 8.4, "stride": 0.027, "dilation":
            -0.254, "bordered": -0.852, "bordered_padded": 0.877, "rank_1": 0.292, "rank_3":
            0.0803},
        "rows": {"call": 4.73e-07, "wake": 5e-06, "python": 5.94e-07, "prepared": 5.62e-17,
            "weights": 3.02e-17, "filters": 2.89e-15, "workers": -0.7, "taps": 0.468, "taps_8":
            -0.435, "taps_64": 0.244, "kernel_row": 0.0166, "ic_per_group": 0.466,
            "ic_per_group_16": -0.249, "oc_per_group": -0.00498, "oc_per_group_8": 0.315,
            "oc_per_group_32": -0.244, "groups": 0.304, "row": -0.298, "row_16": -0.4, "row_128":
            0.895, "rows": -0.0638, "rows_16": 0.209, "image": 0.104, "image_32": 0.173,
            "image_256": -0.24, "double": -0.425, "complex": -0.34, "complex_double": -0.438,
            "converted": 3.94, "half": 3.94, "channels_last": 7.64, "stride": 0.027, "dilation":
            -0.238, "bordered": -0.852, "bordered_padded": 0.877, "rank_1": 0.233, "rank_3": 0.243},
        "vector": {"call": 4.82e-07, "wake": 5e-06, "python": 1.08e-06, "prepared": 2.65e-17,
            "weights": 2.86e-17, "filters": 3.06e-15, "workers": -0.7, "taps": 0.117, "taps_8":
            -0.212, "taps_64": 0.708, "kernel_row": -0.223, "ic_per_group": 0.313,
            "ic_per_group_16": -0.103, "oc_per_group": 0.673, "oc_per_group_8": -0.54,
            "oc_per_group_32": 0.0834, "groups": 0.256, "row": 0.0686, "row_16": -0.261, "row_128":
            0.455, "rows": -0.108, "rows_16": -0.094, "image": 0.124, "image_32": 0.0128,
            "image_256": 0.0818, "double": -0.403, "complex": 0.263, "complex_double": -0.17,
            "converted": -0.328, "half": -0.328, "channels_last": 8.77, "stride": -0.0968,
            "dilation": -0.294, "bordered": -0.855, "bordered_padded": 0.874, "rank_1": 0.132,
            "rank_3": 0.326},
        "windows": {"call": 4.72e-07, "wake": 5e-06, "python": 7.07e-07, "prepared": 1.95e-17,
            "weights": 2.31e-17, "filters": 3.41e-15, "workers": -0.7, "taps": 0.0859, "taps_8":
            -0.102, "taps_64": 0.634, "kernel_row": -0.21, "ic_per_group": 0.395, "ic_per_group_16":
            -0.432, "oc_per_group": 0.705, "oc_per_group_8": -0.278, "oc_per_group_32": -0.526,
            "groups": 0.384, "row": 0.064, "row_16": 0.14, "row_128": -0.384, "rows": -0.315,
            "rows_16": 0.194, "image": 0.255, "image_32": -0.0607, "image_256": -0.242, "double":
            -0.84, "complex": -0.34, "complex_double": -0.438, "converted": -0.617, "half": -0.617,
            "channels_last": 8.33, "stride": 0.586, "dilation": 0.126, "bordered": -1.13,
            "bordered_padded": 0.935, "rank_1": 0.534, "rank_3": 0.0376},
    },
    "fft_tiled": {
        "": {"call": 1.51e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.68e-10, "weights":
            1.35e-09, "filters": 1.55e-09, "workers": -0.7, "taps": -0.0397, "taps_8": 0.0369,
            "taps_64": -0.0253, "kernel_row": 0.0289, "ic_per_group": -0.0208, "ic_per_group_16":
            0.011, "oc_per_group": -0.00565, "oc_per_group_8": -0.0177, "oc_per_group_32": 0.0135,
            "groups": -0.012, "row": 0.0459, "row_16": -0.0126, "row_128": -0.0588, "rows": 0.0194,
            "rows_16": -0.0335, "image": -0.0304, "image_32": 0.0789, "image_256": -0.0127,
            "double": -0.799, "stride": -0.0311, "dilation": 0.0231, "bordered": 0.0319,
            "bordered_padded": -0.0537, "rank_1": -0.275, "rank_3": 0.164},
        "l3_filters": {"call": 1.58e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.97e-10,
            "weights": 1.36e-09, "filters": 1.59e-09, "workers": -0.7, "taps": 0.0123, "taps_8":
            -0.0278, "taps_64": 0.0623, "kernel_row": -0.00314, "ic_per_group": -0.0818,
            "ic_per_group_16": 0.0751, "oc_per_group": 0.138, "oc_per_group_8": -0.215,
            "oc_per_group_32": 0.0714, "groups": -0.0214, "row": 0.0307, "row_16": 0.00238,
            "row_128": -0.0697, "rows": 0.0413, "rows_16": -0.0561, "image": -0.0207, "image_32":
            0.0984, "image_256": -0.0363, "double": -0.834, "stride": -0.0635, "dilation": 0.0368,
            "bordered": -0.0382, "bordered_padded": 0.0431, "rank_1": -0.0963, "rank_3": 0.101},
        "memory_filters": {"call": 1.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.37e-11,
            "weights": 1.28e-10, "filters": 1.58e-09, "workers": -0.7, "taps": -0.0327, "taps_8":
            0.0325, "taps_64": 0.216, "kernel_row": 0.0241, "ic_per_group": 0.114,
            "ic_per_group_16": 0.148, "oc_per_group": -0.283, "oc_per_group_8": 0.577,
            "oc_per_group_32": -0.0387, "groups": 0.256, "row": 0.192, "row_16": -0.222, "row_128":
            0.164, "rows": 0.075, "rows_16": -0.188, "image": -0.122, "image_32": 0.179,
            "image_256": 0.0288, "double": -0.334, "stride": 0.144, "dilation": -0.0167, "bordered":
            0.0909, "bordered_padded": 0.0659, "rank_1": -0.208, "rank_3": 0.97},
    },
    "cython": {
        "": {"call": 2.4e-07, "wake": 5e-06, "python": 7.03e-07, "prepared": 1.06e-14, "weights":
            5.75e-16, "filters": 5.09e-14, "workers": -0.7, "taps": -0.00797, "taps_8": 0.0221,
            "taps_64": 0.00629, "kernel_row": 0.00911, "ic_per_group": 0.0373, "ic_per_group_16":
            -0.0248, "oc_per_group": 0.0275, "oc_per_group_8": 0.0279, "oc_per_group_32": -0.0688,
            "groups": 0.0187, "row": -0.038, "row_16": 0.0121, "row_128": -0.0601, "rows": 0.0036,
            "rows_16": -0.0467, "image": 0.0222, "image_32": 0.0261, "image_256": -0.0467, "double":
            -0.34, "complex": 0.78, "complex_double": 0.161, "integer": -1.09, "narrow_integer":
            -0.846, "converted": 8.2, "half": 2.0, "channels_last": -0.142, "stride": -0.00551,
            "dilation": 0.0409, "bordered": 0.0436, "bordered_padded": -0.00657, "rank_1": 0.0201,
            "rank_3": 0.0515},
    },
}

PLAIN_PYTHON = 1.45e-05
