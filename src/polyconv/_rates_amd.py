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
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.1,
        "winograd": 1.1, "naive": 1.0, "separable": 1.0},
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
    "direct": {"problems": 4784, "median": 1.12, "rms": 1.3, "p90": 1.5},
    "direct depthwise": {"problems": 372, "median": 1.14, "rms": 1.31, "p90": 1.52},
    "direct dot": {"problems": 182, "median": 1.18, "rms": 1.33, "p90": 1.54},
    "direct few_pixels": {"problems": 146, "median": 1.18, "rms": 1.43, "p90": 1.74},
    "direct igemm": {"problems": 1161, "median": 1.15, "rms": 1.3, "p90": 1.49},
    "direct igemm_int8x4": {"problems": 57, "median": 1.23, "rms": 1.52, "p90": 1.65},
    "direct pointwise": {"problems": 244, "median": 1.19, "rms": 1.33, "p90": 1.53},
    "direct spatial_1": {"problems": 575, "median": 1.11, "rms": 1.3, "p90": 1.47},
    "direct spatial_2": {"problems": 374, "median": 1.21, "rms": 1.38, "p90": 1.67},
    "direct spatial_4": {"problems": 257, "median": 1.11, "rms": 1.28, "p90": 1.4},
    "direct spatial_8": {"problems": 92, "median": 1.11, "rms": 1.42, "p90": 1.64},
    "direct spatial_in_out": {"problems": 368, "median": 1.06, "rms": 1.25, "p90": 1.29},
    "direct stencil": {"problems": 933, "median": 1.06, "rms": 1.18, "p90": 1.27},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.33, "rms": 1.47, "p90": 1.81},
    "direct, preparing": {"problems": 4638, "median": 1.14, "rms": 1.38, "p90": 1.7},
    "direct, packing": {"problems": 3332, "median": 1.15, "rms": 1.4, "p90": 1.72},
    "separable": {"problems": 653, "median": 1.12, "rms": 1.21, "p90": 1.35},
    "separable box": {"problems": 349, "median": 1.14, "rms": 1.22, "p90": 1.39},
    "separable separable": {"problems": 304, "median": 1.1, "rms": 1.2, "p90": 1.31},
    "separable, preparing": {"problems": 653, "median": 1.15, "rms": 1.5, "p90": 1.77},
    "separable, packing": {"problems": 316, "median": 1.09, "rms": 1.52, "p90": 1.92},
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
    "im2col, packing": {"problems": 2897, "median": 1.06, "rms": 1.5, "p90": 1.61},
    "fft_tiled": {"problems": 4313, "median": 1.09, "rms": 1.18, "p90": 1.28},
    "fft_tiled l3_filters": {"problems": 317, "median": 1.11, "rms": 1.22, "p90": 1.38},
    "fft_tiled memory_filters": {"problems": 436, "median": 1.12, "rms": 1.25, "p90": 1.39},
    "fft_tiled, preparing": {"problems": 4313, "median": 1.13, "rms": 1.53, "p90": 1.65},
    "fft_tiled, packing": {"problems": 1934, "median": 1.1, "rms": 1.35, "p90": 1.44},
    "fft": {"problems": 4312, "median": 1.13, "rms": 1.27, "p90": 1.44},
    "fft, preparing": {"problems": 4312, "median": 1.22, "rms": 1.5, "p90": 1.89},
    "cython": {"problems": 2894, "median": 1.15, "rms": 1.26, "p90": 1.45},
    "cython, preparing": {"problems": 2894, "median": 1.06, "rms": 1.18, "p90": 1.19},
    "cython, packing": {"problems": 2623, "median": 1.08, "rms": 2.28, "p90": 2.48},
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
    "direct": {"v3": 1.15, "base": 3.46},
    "separable": {},
    "winograd": {"v3": 1.22, "base": 3.19},
    "im2col": {"v3": 1.86, "base": 3.9},
    "fft_tiled": {"v3": 1.46, "base": 3.06},
    "fft": {"v3": 1.04, "base": 1.46},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.05e-07, "wake": 1.08e-06, "python": 4e-06, "flops": 6.25e-12, "beyond_l2":
            1.21e-12, "beyond_l3": 3.11e-11, "outputs": 8.96e-11, "outputs_half": 1.23e-10,
            "outputs_last": 3.11e-12, "channel_planes": 1.41e-10, "bytes": 2.83e-12, "packed":
            1.89e-11, "gathered": 1.97e-12, "runs": 6.6e-09, "lookups": 3.51e-09, "work_items":
            1.64e-08, "work_item_products": 6.16e-13, "workers": -0.674, "taps": 0.0185, "taps_8":
            0.0556, "taps_64": 0.0154, "kernel_row": -0.0628, "ic_per_group": 0.014,
            "ic_per_group_16": 0.00785, "oc_per_group": 0.0183, "oc_per_group_8": 0.0194,
            "oc_per_group_32": -0.0179, "groups": 0.00424, "row": -0.0811, "row_16": 0.0374,
            "row_128": 0.00462, "rows": 0.0264, "rows_16": -0.0307, "image": 0.0394, "image_32":
            -0.0186, "image_256": 0.0149, "double": 0.556, "complex": -0.497, "complex_double":
            0.127, "integer": 0.605, "narrow_integer": 0.248, "converted": -0.0314, "half": 0.00379,
            "channels_last": -0.0103, "stride": 0.00978, "dilation": -0.0195, "bordered": 0.0159,
            "bordered_padded": 0.139, "rank_1": 0.245, "rank_3": -0.164},
        "depthwise": {"call": 2.23e-07, "wake": 8.55e-07, "python": 4e-06, "flops": 3.31e-12,
            "beyond_l2": 1.19e-12, "beyond_l3": 3.2e-11, "outputs": 6.24e-11, "outputs_half":
            1.05e-10, "outputs_last": 3.04e-12, "channel_planes": 1.31e-10, "bytes": 1.67e-12,
            "packed": 1.09e-11, "gathered": 2.08e-12, "runs": 8.39e-10, "lookups": 1.87e-09,
            "work_items": 8.23e-08, "work_item_products": 6.16e-13, "workers": -0.685, "taps":
            0.0988, "taps_8": 0.042, "taps_64": -0.0868, "kernel_row": 0.04, "ic_per_group": 0.014,
            "ic_per_group_16": 0.00785, "oc_per_group": 0.0183, "oc_per_group_8": 0.0194,
            "oc_per_group_32": -0.0179, "groups": -0.0197, "row": 0.028, "row_16": 0.0412,
            "row_128": -0.0244, "rows": 0.0193, "rows_16": 0.00741, "image": -0.0159, "image_32":
            -0.0375, "image_256": 0.0327, "double": 0.493, "complex": -0.497, "complex_double":
            0.127, "integer": 0.65, "narrow_integer": 0.286, "converted": -0.0674, "half": 0.0571,
            "channels_last": -0.0845, "stride": 0.076, "dilation": 0.0253, "bordered": 0.0232,
            "bordered_padded": 0.109, "rank_1": -0.177, "rank_3": 0.212},
        "dot": {"call": 1.35e-07, "wake": 1.07e-06, "python": 4e-06, "flops": 7.08e-12, "beyond_l2":
            1.32e-12, "beyond_l3": 1.95e-11, "outputs": 8.78e-11, "outputs_half": 1.24e-10,
            "outputs_last": 3.11e-12, "channel_planes": 1.4e-10, "bytes": 2.54e-12, "packed": 1e-11,
            "gathered": 2.12e-12, "runs": 4.39e-09, "lookups": 2.94e-09, "work_items": 1.88e-08,
            "work_item_products": 6.18e-13, "workers": -0.478, "taps": 0.161, "taps_8": -0.23,
            "taps_64": 0.0944, "kernel_row": 0.00287, "ic_per_group": 0.0339, "ic_per_group_16":
            -0.541, "oc_per_group": -0.06, "oc_per_group_8": 0.0194, "oc_per_group_32": -0.0179,
            "groups": -0.0258, "row": -0.0805, "row_16": 0.0286, "row_128": 0.0169, "rows": 0.0298,
            "rows_16": -0.0582, "image": 0.0352, "image_32": -0.104, "image_256": 0.102, "double":
            0.42, "complex": -0.453, "complex_double": -0.143, "integer": 0.406, "narrow_integer":
            0.269, "converted": -0.141, "half": -0.028, "channels_last": 0.0823, "stride": 0.0361,
            "dilation": -0.0195, "bordered": -0.0693, "bordered_padded": 0.0536, "rank_1": 0.221,
            "rank_3": -0.1},
        "few_pixels": {"call": 1.61e-06, "wake": 1.05e-06, "python": 4e-06, "flops": 1.16e-11,
            "beyond_l2": 1.21e-12, "beyond_l3": 3.11e-11, "outputs": 9.49e-11, "outputs_half":
            1.23e-10, "outputs_last": 3.1e-12, "channel_planes": 1.31e-10, "bytes": 2.99e-12,
            "packed": 1.86e-11, "gathered": 1.97e-12, "runs": 4.48e-10, "lookups": 3.51e-09,
            "work_items": 1.78e-08, "work_item_products": 6.17e-13, "workers": -0.544, "taps":
            0.0861, "taps_8": 0.0112, "taps_64": 0.062, "kernel_row": -0.0829, "ic_per_group":
            0.00924, "ic_per_group_16": -0.00618, "oc_per_group": -0.0468, "oc_per_group_8": 0.146,
            "oc_per_group_32": -0.0938, "row": -0.149, "row_16": 0.0374, "row_128": 0.00462, "rows":
            -0.0699, "rows_16": -0.0307, "image": 0.0098, "image_32": -0.0186, "image_256": 0.0149,
            "double": 0.464, "complex": -0.497, "complex_double": 0.127, "integer": 0.605,
            "narrow_integer": 0.248, "converted": -0.0314, "half": 0.00379, "channels_last": 1.67,
            "stride": 0.114, "dilation": 0.071, "bordered": 0.0208, "bordered_padded": 0.144,
            "rank_1": 0.14, "rank_3": -0.13},
        "igemm": {"call": 2.01e-07, "wake": 1.28e-06, "python": 4e-06, "flops": 1.1e-11,
            "beyond_l2": 4.16e-12, "beyond_l3": 5.45e-11, "outputs": 3.23e-10, "outputs_half":
            8.37e-11, "outputs_last": 3.02e-12, "channel_planes": 1.65e-10, "bytes": 1.3e-12,
            "packed": 1.54e-11, "gathered": 1.67e-11, "runs": 9.95e-09, "lookups": 4.34e-09,
            "work_items": 1.63e-08, "work_item_products": 6.19e-13, "workers": -0.681, "taps":
            -0.0478, "taps_8": 0.0126, "taps_64": 0.0585, "kernel_row": 0.00904, "ic_per_group":
            0.0142, "ic_per_group_16": 0.0126, "oc_per_group": 0.0036, "oc_per_group_8": -0.00334,
            "oc_per_group_32": 0.00142, "groups": -0.0185, "row": -0.0693, "row_16": 0.0696,
            "row_128": -0.0225, "rows": 0.0126, "rows_16": -0.00833, "image": -0.00697, "image_32":
            0.0133, "image_256": 0.00574, "double": 0.596, "complex": -0.448, "complex_double":
            0.0959, "integer": 0.688, "narrow_integer": 0.406, "converted": -0.0799, "half": 0.155,
            "channels_last": -0.0678, "stride": 0.00263, "dilation": -0.00311, "bordered": 0.0313,
            "bordered_padded": 0.0707, "rank_1": 0.0791, "rank_3": 0.0148},
        "igemm_int8x4": {"call": 2.59e-07, "wake": 1.01e-06, "python": 4e-06, "flops": 4.41e-12,
            "beyond_l2": 1.17e-12, "beyond_l3": 3.39e-11, "outputs": 1.13e-10, "outputs_half":
            1.23e-10, "outputs_last": 3.11e-12, "channel_planes": 1.39e-10, "bytes": 1.93e-12,
            "packed": 2.15e-11, "gathered": 1.99e-12, "runs": 5.83e-09, "lookups": 3.7e-09,
            "work_items": 2.92e-08, "work_item_products": 6.16e-13, "workers": -0.607, "taps":
            -0.26, "taps_8": 0.268, "taps_64": -0.321, "kernel_row": 0.165, "ic_per_group": -0.0199,
            "ic_per_group_16": -0.0754, "oc_per_group": 0.267, "oc_per_group_8": -0.0556,
            "oc_per_group_32": -0.225, "groups": -0.0408, "row": -0.0983, "row_16": 0.252,
            "row_128": -0.0939, "rows": 0.118, "rows_16": -0.183, "image": -0.0339, "image_32":
            -0.0462, "image_256": 0.0984, "double": 0.556, "complex": -0.497, "complex_double":
            0.127, "integer": 0.605, "narrow_integer": 0.345, "converted": 0.0653, "half": 0.00379,
            "channels_last": -0.491, "stride": 0.412, "dilation": -0.00698, "bordered": -0.0807,
            "bordered_padded": 0.305, "rank_1": -0.206, "rank_3": 0.201},
        "pointwise": {"call": 1.33e-07, "wake": 1.16e-06, "python": 4e-06, "flops": 1.35e-11,
            "beyond_l2": 1.21e-12, "beyond_l3": 7.04e-11, "outputs": 1.6e-10, "outputs_half":
            1.05e-10, "outputs_last": 3.03e-12, "channel_planes": 1.58e-10, "bytes": 2.12e-12,
            "packed": 4.05e-11, "gathered": 2.03e-12, "runs": 1.36e-08, "lookups": 3.51e-09,
            "work_items": 2.47e-08, "work_item_products": 6.17e-13, "workers": -0.705, "taps":
            0.0185, "taps_8": 0.0556, "taps_64": 0.0154, "kernel_row": -0.0628, "ic_per_group":
            -0.158, "ic_per_group_16": 0.168, "oc_per_group": 0.108, "oc_per_group_8": -0.145,
            "oc_per_group_32": 0.0404, "groups": 0.173, "row": -0.187, "row_16": 0.111, "row_128":
            0.0354, "rows": 0.0227, "rows_16": -0.0018, "image": 0.107, "image_32": -0.115,
            "image_256": 0.0577, "double": 0.571, "complex": -0.525, "complex_double": 0.0405,
            "integer": 0.424, "narrow_integer": 0.593, "converted": 0.0644, "half": 0.0321,
            "channels_last": -0.0389, "stride": 0.0381, "dilation": -0.00257, "bordered": 0.0159,
            "bordered_padded": 0.139, "rank_1": 0.271, "rank_3": -0.307},
        "spatial_1": {"call": 1.56e-07, "wake": 1.04e-06, "python": 4e-06, "flops": 4.01e-12,
            "beyond_l2": 1.48e-12, "beyond_l3": 2.57e-11, "outputs": 2.12e-11, "outputs_half":
            8.21e-11, "outputs_last": 3.11e-12, "channel_planes": 1.42e-10, "bytes": 2.44e-12,
            "packed": 1.36e-11, "gathered": 1.89e-12, "runs": 6.02e-09, "lookups": 3.19e-09,
            "work_items": 3.39e-08, "work_item_products": 6.19e-13, "workers": -0.702, "taps":
            -0.0181, "taps_8": 0.072, "taps_64": -0.0649, "kernel_row": 0.0542, "ic_per_group":
            0.0174, "ic_per_group_16": -0.0767, "oc_per_group": 0.0183, "oc_per_group_8": 0.0194,
            "oc_per_group_32": -0.0179, "groups": -0.00193, "row": -0.0749, "row_16": 0.0909,
            "row_128": -0.0125, "rows_16": -0.00235, "image": 0.0223, "image_32": 0.0194,
            "image_256": -0.0481, "double": 0.579, "complex": -0.497, "complex_double": 0.127,
            "integer": 0.535, "narrow_integer": 0.23, "converted": -0.0304, "half": 0.0152,
            "channels_last": 0.00167, "stride": 0.0941, "dilation": -0.0692, "bordered": 0.0793,
            "bordered_padded": 0.0536, "rank_1": -0.178, "rank_3": 0.101},
        "spatial_2": {"call": 1.92e-07, "wake": 1.04e-06, "python": 4e-06, "flops": 4.14e-12,
            "beyond_l2": 1.2e-12, "beyond_l3": 4.16e-11, "outputs": 6.2e-11, "outputs_half":
            1.17e-10, "outputs_last": 3.13e-12, "channel_planes": 1.41e-10, "bytes": 3.34e-12,
            "packed": 2.13e-11, "gathered": 1.85e-11, "runs": 6.22e-09, "lookups": 6.34e-09,
            "work_items": 3.59e-08, "work_item_products": 6.18e-13, "workers": -0.668, "taps":
            -0.0812, "taps_8": -0.0223, "taps_64": 0.0497, "kernel_row": 0.076, "ic_per_group":
            -0.00813, "ic_per_group_16": -0.00484, "oc_per_group": 0.514, "oc_per_group_8": 0.0194,
            "oc_per_group_32": -0.0179, "groups": -0.0134, "row": -0.00497, "row_16": -0.04,
            "row_128": 0.0746, "rows": 0.0479, "rows_16": -0.0131, "image": -0.0498, "image_32":
            0.1, "image_256": -0.0718, "double": 0.322, "complex": 0.106, "complex_double": 0.493,
            "integer": 0.326, "narrow_integer": 0.382, "converted": -0.165, "half": 0.187,
            "channels_last": -0.187, "stride": 0.0204, "dilation": -0.0309, "bordered": -0.205,
            "bordered_padded": 0.335, "rank_1": 0.0137, "rank_3": -0.0122},
        "spatial_4": {"call": 1.97e-07, "wake": 1.01e-06, "python": 4e-06, "flops": 5.3e-12,
            "beyond_l2": 1.26e-12, "beyond_l3": 3.24e-11, "outputs": 7.72e-11, "outputs_half":
            5.35e-11, "outputs_last": 3.1e-12, "channel_planes": 1.41e-10, "bytes": 2.74e-12,
            "packed": 2.29e-11, "gathered": 1.95e-12, "runs": 9.59e-09, "lookups": 2.84e-09,
            "work_items": 1.7e-08, "work_item_products": 6.16e-13, "workers": -0.677, "taps":
            -0.0546, "taps_8": 0.0409, "taps_64": -0.0215, "kernel_row": 0.0399, "ic_per_group":
            0.0304, "ic_per_group_16": 0.0126, "oc_per_group": -0.0485, "oc_per_group_8": 0.073,
            "oc_per_group_32": -0.048, "groups": -0.00568, "row": -0.0775, "row_16": 0.0487,
            "row_128": 0.0195, "rows": 0.0385, "rows_16": -0.0315, "image": 0.0775, "image_32":
            -0.0829, "image_256": 0.0153, "double": 0.531, "complex": -0.585, "complex_double":
            0.0251, "integer": 0.754, "narrow_integer": 0.0672, "converted": 0.0176, "half":
            -0.0602, "channels_last": -0.0162, "stride": 0.0925, "dilation": 0.0144, "bordered":
            0.0349, "bordered_padded": 0.253, "rank_1": 0.137, "rank_3": 0.00615},
        "spatial_8": {"call": 1.39e-07, "wake": 1.09e-06, "python": 4e-06, "flops": 6.35e-12,
            "beyond_l2": 1.31e-12, "beyond_l3": 2.92e-11, "outputs": 7.46e-11, "outputs_half":
            1.21e-10, "outputs_last": 3.11e-12, "channel_planes": 1.35e-10, "bytes": 2.76e-12,
            "packed": 1.43e-11, "gathered": 1.92e-12, "runs": 1.36e-08, "lookups": 3.51e-09,
            "work_items": 1.4e-08, "work_item_products": 6.16e-13, "workers": -0.716, "taps":
            0.0185, "taps_8": 0.0556, "taps_64": 0.0154, "kernel_row": -0.0628, "ic_per_group":
            0.0786, "ic_per_group_16": -0.0705, "oc_per_group": -0.161, "oc_per_group_8": 0.111,
            "oc_per_group_32": 0.0374, "groups": 0.00424, "row": 0.0143, "row_16": -0.0297,
            "row_128": 0.0562, "rows": -0.032, "rows_16": 0.0807, "image": 0.121, "image_32":
            -0.125, "double": 0.6, "complex": -0.758, "complex_double": 0.127, "integer": 0.613,
            "narrow_integer": 0.0413, "converted": -0.108, "half": -0.402, "channels_last": -0.0103,
            "stride": -0.00531, "dilation": -0.0965, "bordered": 0.0159, "bordered_padded": 0.139,
            "rank_1": -0.0346, "rank_3": -0.0575},
        "spatial_in_out": {"call": 2.16e-07, "wake": 1.12e-06, "python": 4e-06, "flops": 9.22e-12,
            "beyond_l2": 1.1e-12, "beyond_l3": 5e-11, "outputs": 8.08e-11, "outputs_half": 1.23e-10,
            "outputs_last": 3.11e-12, "channel_planes": 1.4e-10, "bytes": 1.91e-12, "packed": 2e-11,
            "gathered": 2.09e-12, "runs": 4.48e-09, "lookups": 3.93e-09, "work_items": 6.82e-09,
            "work_item_products": 6.16e-13, "workers": -0.68, "taps": -0.14, "taps_8": 0.0797,
            "taps_64": -0.0206, "kernel_row": 0.0471, "ic_per_group": -0.0252, "ic_per_group_16":
            -0.0283, "oc_per_group": 0.0095, "oc_per_group_8": -0.0175, "oc_per_group_32": 0.00612,
            "groups": 0.0153, "row": -0.0878, "row_16": 0.0925, "row_128": 0.00265, "rows": 0.0134,
            "rows_16": -0.00161, "image": 0.0833, "image_32": -0.106, "image_256": 0.0241, "double":
            0.647, "complex": -0.497, "complex_double": 0.127, "integer": 0.863, "narrow_integer":
            0.248, "converted": -0.0395, "half": 0.00379, "channels_last": -0.0103, "stride":
            0.0326, "dilation": -0.00167, "bordered": 0.0422, "bordered_padded": 0.00826, "rank_1":
            -0.0589, "rank_3": 0.056},
        "stencil": {"call": 3.31e-07, "wake": 1.13e-06, "python": 4e-06, "flops": 1.37e-11,
            "beyond_l2": 1.51e-12, "beyond_l3": 3.12e-11, "outputs": 4.87e-11, "outputs_half":
            1.01e-10, "outputs_last": 3.11e-12, "channel_planes": 1.41e-10, "bytes": 2.06e-12,
            "packed": 1.58e-11, "gathered": 2.03e-12, "runs": 8.36e-09, "lookups": 4.62e-09,
            "work_items": 1.52e-08, "work_item_products": 6.17e-13, "workers": -0.675, "taps":
            0.0464, "taps_8": 0.0598, "taps_64": -0.0918, "kernel_row": 0.013, "ic_per_group_16":
            -0.0261, "oc_per_group": 0.00108, "oc_per_group_8": 0.0365, "oc_per_group_32": -0.0984,
            "row": -0.0253, "row_16": -0.0184, "row_128": 0.0271, "rows": -0.0936, "rows_16": 0.107,
            "image": -0.0801, "image_32": 0.12, "image_256": -0.0288, "double": 0.622, "complex":
            -0.678, "complex_double": 0.0291, "integer": 0.726, "narrow_integer": 0.0929,
            "converted": -0.00287, "half": -0.00739, "channels_last": -0.0399, "stride": 0.0985,
            "bordered": 0.106, "bordered_padded": -0.0223, "rank_1": 0.245, "rank_3": -0.0972},
    },
    "separable": {
        "": {"call": 5.79e-07, "wake": 2.21e-06, "python": 4e-06, "flops": 2.01e-12, "beyond_l2":
            1.61e-12, "beyond_l3": 1.43e-11, "outputs": 1.62e-12, "outputs_half": 1e-10,
            "outputs_last": 2.38e-11, "channel_planes": 2.99e-09, "bytes": 7.83e-12, "packed":
            3.59e-12, "gathered": 7.7e-12, "runs": 5.9e-09, "lookups": 8.35e-10, "work_items":
            8.12e-08, "work_item_products": 3.38e-11, "workers": -0.694, "taps": -0.00941, "taps_8":
            -0.00521, "taps_64": 0.0375, "kernel_row": 0.144, "groups": 0.0138, "row": 0.049,
            "row_16": 0.0233, "row_128": -0.0207, "rows": 0.058, "rows_16": -0.0178, "image":
            -0.0252, "image_32": 0.0761, "image_256": -0.0793, "double": 0.138, "complex": 0.274,
            "integer": 0.125, "narrow_integer": -0.046, "converted": 0.0778, "channels_last":
            0.0646, "stride": 0.243, "bordered": 0.0604, "bordered_padded": 0.185, "rank_1": -0.185,
            "rank_3": 0.24},
        "box": {"call": 6.25e-07, "wake": 2.26e-06, "python": 4e-06, "flops": 1.93e-12, "beyond_l2":
            1.84e-12, "beyond_l3": 1.91e-11, "outputs": 1.57e-12, "outputs_half": 1e-10,
            "outputs_last": 2.43e-11, "channel_planes": 2.9e-09, "bytes": 8.73e-12, "packed":
            3.09e-12, "gathered": 7.89e-12, "runs": 5.51e-09, "lookups": 9.71e-10, "work_items":
            6.82e-08, "work_item_products": 3.11e-11, "workers": -0.699, "taps": -0.0654, "taps_8":
            0.00141, "taps_64": 0.064, "kernel_row": 0.223, "groups": 0.0168, "row": 0.0542,
            "row_16": 0.00803, "row_128": -0.0134, "rows": 0.0935, "rows_16": -0.0595, "image":
            -0.0417, "image_32": 0.0918, "image_256": -0.0783, "double": 0.1, "complex": 0.47,
            "integer": 0.122, "narrow_integer": -0.0401, "converted": 0.0817, "channels_last":
            0.0158, "stride": 0.259, "bordered": 0.0735, "bordered_padded": 0.173, "rank_1": -0.317,
            "rank_3": 0.381},
        "separable": {"call": 5.83e-07, "wake": 2.22e-06, "python": 4e-06, "flops": 2.79e-12,
            "beyond_l2": 1.54e-12, "beyond_l3": 1.35e-11, "outputs": 1.62e-12, "outputs_half":
            1e-10, "outputs_last": 2.41e-11, "channel_planes": 3.14e-09, "bytes": 6.4e-12, "packed":
            4.71e-12, "gathered": 7.12e-12, "runs": 5.77e-09, "lookups": 6.68e-10, "work_items":
            8.35e-08, "work_item_products": 3.89e-11, "workers": -0.677, "taps": 0.0678, "taps_8":
            -0.0613, "taps_64": 0.0282, "kernel_row": 0.0558, "groups": 0.0157, "row": -0.0291,
            "row_16": 0.0531, "row_128": -0.0385, "rows": -0.033, "rows_16": 0.0688, "image":
            0.0847, "image_32": -0.00602, "image_256": -0.0851, "double": 0.212, "complex": 0.155,
            "integer": 0.125, "narrow_integer": -0.046, "converted": 0.0778, "channels_last":
            0.0462, "stride": 0.28, "bordered": 0.042, "bordered_padded": 0.227, "rank_1": -0.185,
            "rank_3": 0.0491},
    },
    "winograd": {
        "": {"call": 8.14e-07, "wake": 5.31e-06, "python": 4.4e-06, "flops": 1.97e-11, "beyond_l2":
            3.13e-11, "beyond_l3": 5.84e-11, "outputs": 2.85e-10, "outputs_half": 1.1e-10,
            "outputs_last": 3.66e-10, "channel_planes": 5.07e-08, "bytes": 7.79e-12, "packed":
            7.84e-13, "gathered": 1.1e-10, "runs": 5.5e-09, "lookups": 3e-09, "work_items":
            2.61e-07, "work_item_products": 6.22e-09, "workers": -0.665, "taps": 0.186, "taps_8":
            -0.148, "taps_64": 0.0847, "kernel_row": -0.273, "ic_per_group": -0.0316,
            "ic_per_group_16": 0.055, "oc_per_group": -0.0358, "oc_per_group_8": -0.036,
            "oc_per_group_32": 0.00269, "groups": 0.0104, "row": -0.0291, "row_16": 0.119,
            "row_128": -0.0433, "rows": 0.0262, "rows_16": -0.0123, "image": -0.0304, "image_32":
            -0.00521, "image_256": -0.00314, "double": 0.33, "complex": 0.205, "complex_double":
            0.566, "channels_last": -0.0151, "dilation": 0.0927, "bordered": -0.0196,
            "bordered_padded": 0.335, "rank_1": -0.00971, "rank_3": 0.168},
        "tiles_in_lanes": {"call": 6.01e-07, "wake": 4.18e-06, "python": 4.4e-06, "flops": 1.36e-11,
            "beyond_l2": 2.03e-11, "beyond_l3": 8.16e-11, "outputs": 3.94e-11, "outputs_half":
            1.1e-10, "outputs_last": 4e-10, "channel_planes": 3.99e-08, "bytes": 1.64e-11, "packed":
            7.79e-13, "gathered": 1.1e-10, "runs": 5.5e-09, "lookups": 2.31e-09, "work_items":
            8.41e-08, "work_item_products": 4.3e-09, "workers": -0.685, "taps": -0.169, "taps_8":
            0.0549, "taps_64": 0.106, "kernel_row": 0.113, "ic_per_group": 0.00477,
            "ic_per_group_16": 0.129, "oc_per_group": -0.0786, "oc_per_group_8": 0.138,
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
        "": {"call": 1.62e-07, "wake": 8.06e-07, "python": 1.26e-08, "flops": 9.05e-12, "beyond_l2":
            2.18e-11, "beyond_l3": 2.22e-11, "outputs": 5.12e-11, "outputs_half": 2.22e-12,
            "outputs_last": 1.07e-10, "channel_planes": 2.01e-08, "bytes": 4.85e-12, "packed":
            1.32e-10, "gathered": 2.37e-11, "runs": 1.44e-08, "lookups": 3.62e-09, "work_items":
            2.17e-10, "work_item_products": 3.87e-14, "workers": -0.673, "taps": -0.0117, "taps_8":
            0.00245, "taps_64": -0.003, "kernel_row": 0.0143, "ic_per_group": 0.0465,
            "ic_per_group_16": -0.00154, "oc_per_group": -0.00693, "oc_per_group_8": 0.00554,
            "oc_per_group_32": 0.0199, "groups": 0.00757, "row": 0.0409, "row_16": -0.00949,
            "row_128": -0.0405, "rows": -0.00943, "rows_16": -0.00213, "image": -0.033, "image_32":
            0.0445, "image_256": 0.00796, "double": 0.352, "complex": 0.0235, "complex_double":
            0.306, "converted": 0.154, "half": -0.15, "channels_last": 0.0409, "stride": 0.0281,
            "dilation": -0.0267, "bordered": 0.0425, "bordered_padded": 0.0277, "rank_1": -0.0329,
            "rank_3": 0.0146},
        "l3_filters": {"call": 2.96e-07, "wake": 9.32e-07, "python": 1.28e-08, "flops": 1.31e-11,
            "beyond_l2": 1.05e-11, "beyond_l3": 1.54e-11, "outputs": 8.9e-11, "outputs_half":
            2.29e-12, "outputs_last": 9.21e-11, "channel_planes": 2.96e-08, "bytes": 5.49e-12,
            "packed": 4.02e-12, "gathered": 2.01e-11, "runs": 4.98e-09, "lookups": 4.25e-09,
            "work_items": 2.19e-10, "work_item_products": 3.91e-14, "workers": -0.746, "taps":
            0.045, "taps_8": 0.00342, "taps_64": 0.0227, "kernel_row": -0.0456, "ic_per_group":
            0.0986, "ic_per_group_16": 0.00402, "oc_per_group": -0.172, "oc_per_group_8": 0.204,
            "oc_per_group_32": 0.0245, "groups": 0.049, "row": -0.00693, "row_16": -0.0281,
            "row_128": -0.0192, "rows": -0.0104, "rows_16": -0.0234, "image": 0.0104, "image_32":
            0.0683, "image_256": -0.0225, "double": 0.676, "complex": -0.039, "complex_double":
            0.699, "converted": 0.0263, "half": -0.0377, "channels_last": 0.0397, "stride": 0.0946,
            "dilation": -0.0042, "bordered": -0.0437, "bordered_padded": 0.0729, "rank_1": 0.0634,
            "rank_3": 0.0175},
        "memory_filters": {"call": 2.98e-07, "wake": 9.27e-07, "python": 1.28e-08, "flops":
            4.42e-12, "beyond_l2": 1.56e-11, "beyond_l3": 1.59e-11, "outputs": 8.87e-11,
            "outputs_half": 2.29e-12, "outputs_last": 8.83e-11, "channel_planes": 3.09e-08, "bytes":
            9.75e-12, "packed": 3.75e-12, "gathered": 1.98e-11, "runs": 2.38e-09, "lookups":
            3.31e-09, "work_items": 2.18e-10, "work_item_products": 3.89e-14, "workers": -0.516,
            "taps": 0.0306, "taps_8": -0.0515, "taps_64": -0.0062, "kernel_row": -0.0196,
            "ic_per_group": 0.144, "ic_per_group_16": -0.106, "oc_per_group": 0.147,
            "oc_per_group_8": -0.0716, "oc_per_group_32": -0.0331, "groups": 0.0228, "row":
            -0.00474, "row_16": -0.0181, "row_128": -0.00117, "rows": -0.0154, "rows_16": 0.00902,
            "image": 0.0175, "image_32": -0.00344, "image_256": 0.00517, "double": 0.226, "complex":
            0.0999, "complex_double": 0.175, "converted": -0.0376, "half": 0.00781, "channels_last":
            0.0336, "stride": 0.0565, "dilation": -0.0123, "bordered": -0.19, "bordered_padded":
            0.267, "rank_1": 0.055, "rank_3": -0.0101},
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
        "": {"call": 8.81e-08, "wake": 1.53e-05, "python": 4.4e-06, "flops": 9.24e-13, "beyond_l2":
            7.59e-12, "beyond_l3": 2.33e-10, "outputs": 4.45e-10, "outputs_half": 1.67e-09,
            "outputs_last": 1.46e-10, "channel_planes": 5.2e-09, "bytes": 3.47e-11, "packed":
            2.37e-11, "gathered": 2.95e-10, "runs": 5.63e-09, "lookups": 2.19e-09, "work_items":
            2.35e-08, "work_item_products": 1.1e-10, "workers": -0.657, "taps": -0.0483, "taps_8":
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
        "": {"call": 5.77e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.49e-12, "weights":
            1.25e-11, "filters": 2.23e-09, "workers": -0.1, "taps": 0.156, "taps_8": -0.0403,
            "taps_64": -0.0236, "kernel_row": -0.0809, "ic_per_group": 0.0935, "ic_per_group_16":
            0.0218, "oc_per_group": -0.0624, "oc_per_group_8": -0.0161, "oc_per_group_32": 0.0916,
            "groups": 0.00474, "row": -0.0461, "row_16": -0.018, "row_128": 0.0686, "rows": 0.0792,
            "rows_16": -0.0633, "image": 0.0559, "image_32": -0.104, "image_256": 0.0466, "double":
            -0.167, "complex": 1.15, "complex_double": 0.794, "integer": 0.369, "narrow_integer":
            1.79, "converted": 0.606, "half": 0.436, "channels_last": 0.685, "stride": -0.0161,
            "dilation": -0.0296, "bordered": -0.109, "bordered_padded": -0.00598, "rank_1": 0.526,
            "rank_3": -0.169},
        "depthwise": {"call": 6.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.13e-11,
            "weights": 3.45e-11, "filters": 3.87e-09, "workers": -0.1, "taps": 0.379, "taps_8":
            -0.687, "taps_64": 0.415, "kernel_row": 0.159, "ic_per_group": 0.0935,
            "ic_per_group_16": 0.0218, "oc_per_group": -0.0624, "oc_per_group_8": -0.0161,
            "oc_per_group_32": 0.0916, "groups": -0.162, "row": -0.363, "row_16": -0.0684,
            "row_128": 0.267, "rows": 0.263, "rows_16": -0.293, "image": 0.105, "image_32": -0.0412,
            "image_256": 0.0884, "double": -0.543, "complex": 1.15, "complex_double": 0.794,
            "integer": 0.00419, "narrow_integer": 0.944, "converted": 0.417, "half": 0.452,
            "channels_last": 0.609, "stride": -0.131, "dilation": -0.0681, "bordered": -0.0807,
            "bordered_padded": -0.117, "rank_1": 1.74, "rank_3": -0.396},
        "dot": {"call": 6.06e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.17e-12, "weights":
            1.55e-11, "filters": 2.4e-09, "workers": -0.1, "taps": -0.126, "taps_8": 0.0225,
            "taps_64": 0.28, "kernel_row": -0.049, "ic_per_group": 0.0534, "ic_per_group_16":
            -0.0336, "oc_per_group": -0.0597, "oc_per_group_8": -0.0161, "oc_per_group_32": 0.0916,
            "groups": 0.135, "row": -0.0497, "row_16": -0.0471, "row_128": 0.0852, "rows": -0.0138,
            "rows_16": -0.044, "image": -0.0294, "image_32": -0.0343, "image_256": 0.105, "double":
            -0.0533, "complex": 1.17, "complex_double": 1.04, "integer": 0.472, "narrow_integer":
            1.42, "converted": 0.773, "half": 0.574, "channels_last": 0.875, "stride": 0.133,
            "dilation": -0.0296, "bordered": -0.182, "bordered_padded": -0.0793, "rank_1": 0.42,
            "rank_3": -0.194},
        "igemm": {"call": 6.89e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.67e-12, "weights":
            4.36e-12, "filters": 1.02e-09, "workers": -0.1, "taps": -0.251, "taps_8": 0.459,
            "taps_64": -0.0179, "kernel_row": -0.00631, "ic_per_group": 0.21, "ic_per_group_16":
            -0.0139, "oc_per_group": 0.0511, "oc_per_group_8": 0.0229, "oc_per_group_32": 0.0509,
            "groups": 0.131, "row": 0.0174, "row_16": -0.018, "row_128": 0.0321, "rows": 0.0287,
            "rows_16": 0.0323, "image": -0.0116, "image_32": -0.0213, "image_256": -0.0532,
            "double": 0.032, "complex": 0.937, "complex_double": 0.997, "integer": 0.419,
            "narrow_integer": 0.266, "converted": 0.481, "half": 0.0465, "channels_last": 0.756,
            "stride": -0.0568, "dilation": 0.0188, "bordered": -0.0389, "bordered_padded": -0.142,
            "rank_1": -0.0349, "rank_3": -0.0219},
        "igemm_int8x4": {"call": 6.63e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.17e-12,
            "weights": 1.76e-11, "filters": 3.99e-10, "workers": -0.1, "taps": -0.124, "taps_8":
            0.089, "taps_64": 0.619, "kernel_row": -0.209, "ic_per_group": 0.361, "ic_per_group_16":
            -0.362, "oc_per_group": 0.0906, "oc_per_group_8": -0.125, "oc_per_group_32": 0.0122,
            "groups": -0.0955, "row": -0.0272, "row_16": 0.0136, "row_128": 0.0519, "rows": 0.077,
            "rows_16": -0.116, "image": -0.0501, "image_32": 0.0576, "double": -0.167, "complex":
            1.15, "complex_double": 0.794, "integer": 0.369, "narrow_integer": 1.88, "converted":
            0.69, "half": 0.436, "channels_last": 0.639, "stride": -0.18, "dilation": 0.109,
            "bordered": -0.172, "bordered_padded": -0.39, "rank_1": 0.36, "rank_3": 0.163},
        "pointwise": {"call": 7.33e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.05e-11,
            "weights": 1.21e-11, "filters": 6.5e-10, "workers": -0.1, "taps": 0.156, "taps_8":
            -0.0403, "taps_64": -0.0236, "kernel_row": -0.0809, "ic_per_group": 0.241,
            "ic_per_group_16": -0.157, "oc_per_group": -0.214, "oc_per_group_8": 0.31,
            "oc_per_group_32": -0.0611, "groups": 0.232, "row": -0.289, "row_16": 0.217, "row_128":
            -0.0687, "rows": -0.0665, "rows_16": 0.0269, "image": 0.0236, "image_32": 0.316,
            "image_256": -0.301, "double": -0.00612, "complex": 1.32, "complex_double": 0.98,
            "integer": 0.222, "narrow_integer": 1.34, "converted": 0.317, "half": 0.927,
            "channels_last": 0.418, "stride": 0.0897, "dilation": 0.0328, "bordered": -0.109,
            "bordered_padded": -0.00598, "rank_1": 0.2, "rank_3": -0.0433},
        "spatial_1": {"call": 4.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.72e-12,
            "weights": 1.56e-11, "filters": 6.26e-07, "workers": -0.523, "taps": -0.0737, "taps_8":
            -0.0362, "taps_64": 0.123, "kernel_row": 0.0771, "ic_per_group": 0.105,
            "ic_per_group_16": 0.0336, "oc_per_group": -0.0624, "oc_per_group_8": -0.0161,
            "oc_per_group_32": 0.0916, "groups": -0.572, "row": -0.164, "row_16": 0.0395, "row_128":
            0.0534, "rows": 0.0758, "rows_16": -0.162, "image": 0.211, "image_32": -0.18,
            "image_256": 0.0569, "double": -0.0152, "complex": 1.15, "complex_double": 0.794,
            "integer": 0.405, "narrow_integer": 0.851, "converted": 0.723, "half": 0.356,
            "channels_last": -0.0631, "stride": -0.0872, "dilation": -0.126, "bordered": -0.0242,
            "bordered_padded": -0.0109, "rank_1": -0.0268, "rank_3": 0.0424},
        "spatial_2": {"call": 5.29e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.56e-12,
            "weights": 6.08e-11, "filters": 1.47e-07, "workers": -0.156, "taps": -0.208, "taps_8":
            0.499, "taps_64": -0.181, "kernel_row": -0.0487, "ic_per_group": 0.0281,
            "ic_per_group_16": 0.36, "oc_per_group": 0.581, "oc_per_group_8": -0.0161,
            "oc_per_group_32": 0.0916, "groups": -0.193, "row": -0.313, "row_16": 0.0684, "row_128":
            0.183, "rows": 0.0789, "rows_16": -0.166, "image": 0.169, "image_32": -0.0898,
            "image_256": -0.0252, "double": -0.185, "complex": 1.4, "complex_double": 1.06,
            "integer": 0.479, "narrow_integer": 1.43, "converted": 0.902, "half": 0.77,
            "channels_last": 0.376, "stride": -0.141, "dilation": -0.188, "bordered": 0.142,
            "bordered_padded": -0.122, "rank_1": 0.576, "rank_3": -0.204},
        "spatial_4": {"call": 5.86e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.81e-12,
            "weights": 1.8e-11, "filters": 1.58e-08, "workers": -0.1, "taps": 0.144, "taps_8":
            -0.0296, "taps_64": 0.21, "kernel_row": -0.175, "ic_per_group": 0.0406,
            "ic_per_group_16": 0.118, "oc_per_group": -0.104, "oc_per_group_8": 0.0464,
            "oc_per_group_32": 0.0985, "groups": -0.0373, "row": 0.0886, "row_16": -0.0282,
            "row_128": -0.00136, "rows": 0.00482, "rows_16": 0.0356, "image": 0.105, "image_32":
            -0.253, "image_256": 0.131, "double": -0.536, "complex": 0.901, "complex_double": 0.396,
            "integer": 0.47, "narrow_integer": 1.76, "converted": 0.523, "half": 0.421,
            "channels_last": 0.845, "stride": -0.108, "dilation": 0.203, "bordered": 0.00802,
            "bordered_padded": 0.216, "rank_1": 0.0236, "rank_3": 0.0437},
        "spatial_8": {"call": 5.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.91e-12,
            "weights": 1.2e-11, "filters": 2.22e-09, "workers": -0.125, "taps": 0.156, "taps_8":
            -0.0403, "taps_64": -0.0236, "kernel_row": -0.0809, "ic_per_group": 0.0576,
            "ic_per_group_16": 0.0642, "oc_per_group": -0.286, "oc_per_group_8": -0.0891,
            "oc_per_group_32": 0.389, "groups": 0.00474, "row": 0.0203, "row_16": -0.0558,
            "row_128": -0.0127, "rows": 0.0644, "rows_16": 0.00753, "image": 0.287, "image_32":
            -0.338, "image_256": 0.0329, "double": -0.448, "complex": 1.74, "complex_double": 0.794,
            "integer": 0.135, "narrow_integer": 2.27, "converted": 0.724, "half": 0.49,
            "channels_last": 0.685, "stride": 0.016, "dilation": 0.395, "bordered": -0.109,
            "bordered_padded": -0.00598, "rank_1": 0.369, "rank_3": -0.129},
        "spatial_in_out": {"call": 5.36e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.25e-12,
            "weights": 1.09e-11, "filters": 2.28e-09, "workers": -0.218, "taps": 0.208, "taps_8":
            -0.0798, "taps_64": 0.0119, "kernel_row": -0.0597, "ic_per_group": 0.126,
            "ic_per_group_16": -0.0861, "oc_per_group": -0.227, "oc_per_group_8": 0.204,
            "oc_per_group_32": -0.0504, "groups": -0.0604, "row": -0.263, "row_16": 0.129,
            "row_128": 0.0627, "rows": -0.0487, "rows_16": 0.0472, "image": 0.413, "image_32":
            -0.402, "image_256": 0.051, "double": -0.507, "complex": 1.15, "complex_double": 0.794,
            "integer": -0.041, "narrow_integer": 1.79, "converted": 0.906, "half": 0.436,
            "channels_last": 0.685, "stride": 0.0325, "dilation": -0.0959, "bordered": 0.0514,
            "bordered_padded": 0.327, "rank_1": 0.482, "rank_3": -0.437},
        "stencil": {"call": 5.53e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.39e-12,
            "weights": 9e-12, "filters": 3.27e-09, "workers": -0.344, "taps": 0.109, "taps_8":
            -0.0593, "taps_64": -0.0902, "kernel_row": 0.254, "ic_per_group": -0.00454,
            "ic_per_group_16": -0.084, "oc_per_group": -0.0846, "oc_per_group_8": 0.0198,
            "oc_per_group_32": 0.187, "groups": -0.0466, "row": 0.0184, "row_16": 0.057, "row_128":
            -0.0526, "rows": 0.433, "rows_16": -0.417, "image": -0.249, "image_32": -0.00621,
            "image_256": 0.204, "double": -0.147, "complex": 0.499, "complex_double": 0.908,
            "integer": 0.358, "narrow_integer": 1.68, "converted": 0.706, "half": 0.578,
            "channels_last": 0.824, "stride": 0.264, "dilation": -0.266, "bordered": -0.249,
            "bordered_padded": 0.0872, "rank_1": 0.526, "rank_3": 0.786},
    },
    "separable": {
        "": {"call": 1.7e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.29e-12, "weights":
            1.87e-10, "filters": 4.23e-09, "workers": -0.318, "taps": -0.578, "taps_8": 0.839,
            "taps_64": -0.291, "kernel_row": 0.117, "groups": 0.194, "row": -0.0381, "row_16":
            0.0296, "row_128": -0.0157, "rows": -0.456, "rows_16": 0.521, "image": 0.447,
            "image_32": -0.286, "image_256": -0.183, "double": 0.0418, "complex": 0.0408, "integer":
            0.0864, "narrow_integer": 0.423, "converted": 0.54, "channels_last": 0.193, "stride":
            0.113, "bordered": 0.333, "bordered_padded": -0.275, "rank_1": -1.44, "rank_3": -0.035},
        "box": {"call": 1.78e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.37e-12, "weights":
            1.68e-10, "filters": 7.36e-09, "workers": -0.229, "taps": -0.105, "taps_8": 0.24,
            "taps_64": -0.189, "kernel_row": 0.131, "groups": 0.0657, "row": 0.127, "row_16":
            -0.112, "row_128": 0.0813, "rows": -0.224, "rows_16": 0.275, "image": 0.124, "image_32":
            -0.251, "image_256": 0.0699, "double": 0.232, "complex": -0.04, "integer": 0.157,
            "narrow_integer": 0.376, "converted": 0.564, "channels_last": 0.345, "stride": 0.178,
            "bordered": 0.361, "bordered_padded": 0.274, "rank_1": -1.26, "rank_3": 0.173},
        "separable": {"call": 1.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.23e-12,
            "weights": 1.87e-10, "filters": 3.29e-09, "workers": -0.492, "taps": -1.14, "taps_8":
            1.65, "taps_64": -0.588, "kernel_row": 0.199, "groups": 0.286, "row": 0.17, "row_16":
            -0.0176, "row_128": -0.0259, "rows": -0.447, "rows_16": 0.657, "image": 0.426,
            "image_32": -0.306, "image_256": -0.278, "double": -0.11, "complex": 0.359, "integer":
            0.0864, "narrow_integer": 0.423, "converted": 0.54, "channels_last": 0.118, "stride":
            0.3, "bordered": 0.102, "bordered_padded": -0.463, "rank_1": -1.44, "rank_3": 0.133},
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
        "": {"call": 1.05e-05, "wake": 5e-06, "python": 4e-06, "prepared": 3.12e-10, "weights":
            6.65e-10, "filters": 8.89e-10, "workers": -0.1, "taps": -0.0543, "taps_8": 0.0697,
            "taps_64": 0.0136, "kernel_row": 0.0405, "ic_per_group": -0.0286, "ic_per_group_16":
            -0.0722, "oc_per_group": 0.021, "oc_per_group_8": -0.0488, "oc_per_group_32": -0.146,
            "groups": -0.0105, "row": 0.0496, "row_16": 0.0318, "row_128": -0.0926, "rows": 0.0235,
            "rows_16": -0.0164, "image": -0.0362, "image_32": 0.0416, "image_256": 0.0109, "double":
            -0.765, "complex": -0.0569, "complex_double": -0.827, "converted": 0.451, "half":
            -0.283, "channels_last": 0.0265, "stride": -0.0852, "dilation": -0.0209, "bordered":
            -0.00548, "bordered_padded": -0.00393, "rank_1": -0.366, "rank_3": 0.133},
        "l3_filters": {"call": 1.07e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.65e-10,
            "weights": 8.85e-10, "filters": 9.04e-10, "workers": -0.1, "taps": -0.0176, "taps_8":
            -0.0137, "taps_64": 0.0903, "kernel_row": 0.0356, "ic_per_group": -0.0275,
            "ic_per_group_16": 0.0236, "oc_per_group": 0.104, "oc_per_group_8": -0.133,
            "oc_per_group_32": 0.0178, "row": -0.00135, "row_16": 0.0509, "row_128": -0.102, "rows":
            0.0487, "rows_16": -0.0662, "image": -0.0106, "image_32": 0.108, "image_256": -0.0448,
            "double": -0.79, "complex": 0.029, "complex_double": -0.781, "converted": 0.147, "half":
            -0.0282, "channels_last": 0.0219, "stride": -0.0504, "dilation": 0.0565, "bordered":
            -0.00508, "bordered_padded": 0.00894, "rank_1": -0.153, "rank_3": 0.139},
        "memory_filters": {"call": 2.08e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.36e-10,
            "weights": 3.72e-12, "filters": 8.84e-10, "workers": -0.1, "taps": -0.0712, "taps_8":
            0.121, "taps_64": -0.274, "kernel_row": 0.128, "ic_per_group": 0.126, "ic_per_group_16":
            -0.22, "oc_per_group": -0.383, "oc_per_group_8": 0.607, "oc_per_group_32": -0.346,
            "groups": -0.0748, "row": -0.0214, "row_16": 0.0262, "row_128": -0.124, "rows": -0.0106,
            "rows_16": -0.0473, "image": 0.0163, "image_32": 0.11, "image_256": 0.014, "double":
            -0.58, "complex": 0.141, "complex_double": -0.508, "converted": 0.127, "half": -0.0616,
            "channels_last": 0.0672, "stride": -0.137, "dilation": 0.013, "bordered": -0.218,
            "bordered_padded": 0.195, "rank_1": -0.0994, "rank_3": 0.244},
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
        "": {"call": 3.21e-07, "wake": 5e-06, "python": 8.95e-07, "prepared": 1.16e-11, "weights":
            4e-12, "filters": 1.85e-09, "workers": -0.7, "taps": 0.205, "taps_8": -0.175, "taps_64":
            -0.0111, "kernel_row": -0.0375, "ic_per_group": 0.0747, "ic_per_group_16": 0.0643,
            "oc_per_group": 0.059, "oc_per_group_8": -0.172, "oc_per_group_32": 0.104, "groups":
            0.0065, "row": -0.0133, "row_16": 0.0523, "row_128": -0.0437, "rows": 0.0377, "rows_16":
            0.0104, "image": 0.00903, "image_32": -0.0205, "image_256": -0.00227, "double": -0.231,
            "complex": 0.64, "complex_double": 0.424, "integer": 0.497, "narrow_integer": 2.32,
            "converted": -0.18, "half": 0.582, "channels_last": 1.02, "stride": -0.0335, "dilation":
            0.0163, "bordered": -0.118, "bordered_padded": -0.0271, "rank_1": 0.301, "rank_3":
            -0.119},
        "depthwise": {"call": 2.74e-07, "wake": 5e-06, "python": 1.28e-06, "prepared": 2.39e-11,
            "weights": 3.2e-12, "filters": 6.49e-10, "workers": -0.7, "taps": 0.212, "taps_8":
            -0.247, "taps_64": 0.0943, "kernel_row": -0.0847, "ic_per_group": 0.0747,
            "ic_per_group_16": 0.0643, "oc_per_group": 0.059, "oc_per_group_8": -0.172,
            "oc_per_group_32": 0.104, "groups": -0.0212, "row": 0.11, "row_16": -0.0902, "row_128":
            0.0209, "rows": 0.0201, "rows_16": 0.0118, "image": -0.029, "image_32": -0.0217,
            "image_256": -0.00222, "double": -0.186, "complex": 0.64, "complex_double": 0.424,
            "integer": 0.393, "narrow_integer": 1.63, "converted": -0.367, "half": 0.466,
            "channels_last": 0.937, "stride": -0.0358, "dilation": -0.0943, "bordered": 0.0106,
            "bordered_padded": -0.00427, "rank_1": 0.229, "rank_3": -0.0911},
        "dot": {"call": 2.48e-07, "wake": 5e-06, "python": 1.06e-06, "prepared": 2.66e-13,
            "weights": 4.06e-12, "filters": 2.8e-09, "workers": -0.7, "taps": 0.177, "taps_8":
            0.0883, "taps_64": -0.193, "kernel_row": -0.0103, "ic_per_group": 0.07,
            "ic_per_group_16": -0.0926, "oc_per_group": 0.00308, "oc_per_group_8": -0.172,
            "oc_per_group_32": 0.104, "row": -0.0921, "row_16": 0.0172, "row_128": 0.0881, "rows":
            -0.0444, "rows_16": 0.216, "image": 0.025, "image_32": 0.145, "image_256": -0.202,
            "double": -0.0364, "complex": 1.0, "complex_double": 1.03, "integer": 0.774,
            "narrow_integer": 2.0, "converted": 0.438, "half": 0.613, "channels_last": 1.12,
            "stride": 0.00751, "dilation": 0.0163, "bordered": -0.168, "bordered_padded": -0.0764,
            "rank_1": 0.181, "rank_3": -0.244},
        "igemm": {"call": 2.82e-07, "wake": 5e-06, "python": 9.32e-07, "prepared": 2.07e-11,
            "weights": 1.6e-12, "filters": 1.44e-09, "workers": -0.7, "taps": -0.00883, "taps_8":
            0.137, "taps_64": -0.0818, "kernel_row": -0.0556, "ic_per_group": 0.0626,
            "ic_per_group_16": 0.119, "oc_per_group": 0.0805, "oc_per_group_8": -0.0315,
            "oc_per_group_32": -0.0448, "groups": 0.0287, "row": -0.0859, "row_16": 0.0883,
            "row_128": -0.0375, "rows": 0.0501, "rows_16": -0.048, "image": -0.0189, "image_32":
            0.0377, "image_256": -0.0547, "double": -0.153, "complex": 0.313, "complex_double":
            0.415, "integer": 0.419, "narrow_integer": 2.13, "converted": -0.146, "half": 0.498,
            "channels_last": 1.25, "stride": 0.0327, "dilation": 0.0137, "bordered": 0.0355,
            "bordered_padded": -0.187, "rank_1": 0.259, "rank_3": -0.145},
        "igemm_int8x4": {"call": 3.25e-07, "wake": 5e-06, "python": 1e-06, "prepared": 3.8e-11,
            "weights": 4.26e-12, "filters": 6.29e-10, "workers": -0.7, "taps": -0.22, "taps_8":
            0.143, "taps_64": 0.932, "kernel_row": -0.113, "ic_per_group": 0.355, "ic_per_group_16":
            -0.342, "oc_per_group": 0.119, "oc_per_group_8": -0.318, "oc_per_group_32": 0.184,
            "groups": -0.0588, "row": 0.0521, "row_16": -0.0921, "row_128": 0.0666, "rows": 0.0189,
            "rows_16": -0.0158, "image": -0.0904, "image_32": 0.174, "image_256": -0.114, "double":
            -0.231, "complex": 0.64, "complex_double": 0.424, "integer": 0.497, "narrow_integer":
            2.38, "converted": -0.113, "half": 0.582, "channels_last": 0.498, "stride": -0.0926,
            "dilation": 0.0419, "bordered": 0.0229, "bordered_padded": -0.435, "rank_1": 0.124,
            "rank_3": 0.0854},
        "pointwise": {"call": 2.97e-07, "wake": 5e-06, "python": 7.81e-07, "prepared": 1.43e-11,
            "weights": 3.82e-12, "filters": 8.14e-10, "workers": -0.7, "taps": 0.205, "taps_8":
            -0.175, "taps_64": -0.0111, "kernel_row": -0.0375, "ic_per_group": 0.0867,
            "ic_per_group_16": 0.0241, "oc_per_group": -0.173, "oc_per_group_8": 0.384,
            "oc_per_group_32": -0.214, "groups": 0.0321, "row": 0.0656, "row_16": 0.0179, "row_128":
            -0.192, "rows": -0.062, "rows_16": 0.115, "image": 0.0265, "image_32": -0.00529,
            "image_256": -0.0482, "double": 0.149, "complex": 1.17, "complex_double": 0.473,
            "integer": 0.73, "narrow_integer": 1.18, "converted": -0.377, "half": 0.955,
            "channels_last": 0.849, "stride": 0.0272, "dilation": -0.0111, "bordered": -0.118,
            "bordered_padded": -0.0271, "rank_1": 0.0432, "rank_3": 0.228},
        "spatial_1": {"call": 2e-07, "wake": 5e-06, "python": 8.05e-07, "prepared": 1.07e-11,
            "weights": 5.1e-12, "filters": 1.67e-08, "workers": -0.7, "taps": 0.0624, "taps_8":
            -0.091, "taps_64": -0.0137, "kernel_row": -0.0377, "ic_per_group": -0.0226,
            "ic_per_group_16": -0.234, "oc_per_group": 0.059, "oc_per_group_8": -0.172,
            "oc_per_group_32": 0.104, "groups": -0.276, "row_16": 0.00248, "row_128": 0.00516,
            "rows": -0.031, "rows_16": 0.0452, "image": 0.191, "image_32": -0.245, "image_256":
            0.0695, "double": -0.0978, "complex": 0.64, "complex_double": 0.424, "integer": 1.8,
            "narrow_integer": 3.89, "converted": -0.607, "half": 1.38, "channels_last": 0.699,
            "stride": 0.0362, "dilation": 0.0904, "bordered": -0.0522, "bordered_padded": 0.0877,
            "rank_1": 0.0742, "rank_3": -0.0214},
        "spatial_2": {"call": 6.64e-08, "wake": 5e-06, "python": 4.55e-07, "prepared": 1.47e-11,
            "weights": 3.99e-12, "filters": 4.75e-08, "workers": -0.7, "taps": 0.212, "taps_8":
            0.104, "taps_64": -0.148, "kernel_row": -0.189, "ic_per_group": 0.101,
            "ic_per_group_16": 0.259, "oc_per_group": 0.241, "oc_per_group_8": -0.172,
            "oc_per_group_32": 0.104, "groups": -0.185, "row": -0.0634, "row_16": -0.0539,
            "row_128": 0.0868, "rows": -0.0439, "rows_16": 0.0419, "image": 0.0541, "image_32":
            0.0194, "image_256": -0.0377, "double": -0.239, "complex": 0.833, "complex_double":
            0.721, "integer": 1.57, "narrow_integer": 2.53, "converted": -0.207, "half": 1.7,
            "channels_last": 0.693, "stride": 0.00893, "dilation": 0.0134, "bordered": 0.0343,
            "bordered_padded": 0.0942, "rank_1": 0.507, "rank_3": -0.312},
        "spatial_4": {"call": 1.88e-07, "wake": 5e-06, "python": 8.51e-07, "prepared": 4.57e-11,
            "weights": 4.13e-12, "filters": 1e-08, "workers": -0.7, "taps": -0.00342, "taps_8":
            0.031, "taps_64": 0.0473, "kernel_row": -0.104, "ic_per_group": -0.0337,
            "ic_per_group_16": 0.033, "oc_per_group": -0.0708, "oc_per_group_8": 0.0694,
            "oc_per_group_32": 0.0728, "groups": -0.049, "row": 0.0744, "row_16": -0.0963,
            "row_128": 0.0312, "rows": 0.0271, "rows_16": -0.0354, "image": 0.178, "image_32":
            -0.253, "image_256": 0.0806, "double": -0.653, "complex": 0.0573, "complex_double":
            -0.541, "integer": 0.0244, "narrow_integer": 2.01, "converted": -0.35, "half": 0.554,
            "channels_last": 0.888, "stride": -0.0573, "dilation": 0.148, "bordered": -0.19,
            "bordered_padded": 0.102, "rank_1": 0.244, "rank_3": -0.119},
        "spatial_8": {"call": 2.47e-07, "wake": 5e-06, "python": 1.53e-06, "prepared": 1.27e-11,
            "weights": 3.68e-12, "filters": 2.19e-09, "workers": -0.7, "taps": 0.205, "taps_8":
            -0.175, "taps_64": -0.0111, "kernel_row": -0.0375, "ic_per_group": -0.0584,
            "ic_per_group_16": 0.175, "oc_per_group": 0.0736, "oc_per_group_8": -0.174,
            "oc_per_group_32": 0.102, "groups": 0.0065, "row": 0.139, "row_16": -0.0715, "row_128":
            0.025, "rows": 0.0284, "rows_16": 0.00808, "image": 0.0429, "image_32": -0.137,
            "image_256": 0.0373, "double": -0.292, "complex": 1.44, "complex_double": 0.424,
            "integer": 0.127, "narrow_integer": 2.89, "converted": -0.199, "half": 0.616,
            "channels_last": 1.02, "stride": -0.0529, "dilation": 0.179, "bordered": -0.118,
            "bordered_padded": -0.0271, "rank_1": -0.204, "rank_3": 0.215},
        "spatial_in_out": {"call": 2.5e-07, "wake": 5e-06, "python": 8.89e-07, "prepared": 6.03e-11,
            "weights": 3.31e-12, "filters": 2.22e-09, "workers": -0.7, "taps": -0.0999, "taps_8":
            0.0429, "taps_64": 0.03, "kernel_row": 0.0158, "ic_per_group": -0.0592, "oc_per_group":
            -0.00635, "oc_per_group_8": -0.0772, "oc_per_group_32": 0.0596, "groups": -0.0276,
            "row": -0.0265, "row_16": -0.0296, "row_128": 0.0273, "rows": -0.0115, "rows_16":
            0.00407, "image": 0.212, "image_32": -0.184, "image_256": -0.00319, "double": -0.665,
            "complex": 0.64, "complex_double": 0.424, "integer": 0.0308, "narrow_integer": 2.32,
            "converted": -0.327, "half": 0.582, "channels_last": 1.02, "stride": -0.0124,
            "dilation": -0.00629, "bordered": -0.0394, "bordered_padded": -0.037, "rank_1": 0.106,
            "rank_3": -0.135},
        "stencil": {"call": 4.16e-07, "wake": 5e-06, "python": 8.76e-07, "prepared": 1.35e-11,
            "weights": 3.69e-12, "filters": 1.65e-09, "workers": -0.7, "taps": 0.0929, "taps_8":
            -0.175, "taps_64": 0.0195, "kernel_row": 0.043, "ic_per_group": 0.02, "ic_per_group_16":
            -0.0734, "oc_per_group": -0.015, "oc_per_group_8": 0.0181, "oc_per_group_32": 0.887,
            "groups": 0.0071, "row": 0.0876, "row_16": -0.0728, "row_128": 0.113, "rows": 0.0659,
            "rows_16": 0.0304, "image": 0.0656, "image_32": -0.175, "image_256": 0.0372, "double":
            -0.0271, "complex": 0.0597, "complex_double": 0.424, "integer": 0.767, "narrow_integer":
            2.39, "converted": -0.179, "half": 0.602, "channels_last": 1.3, "stride": 0.017,
            "dilation": -0.0111, "bordered": -0.636, "bordered_padded": 0.14, "rank_1": 0.301,
            "rank_3": 0.0589},
    },
    "separable": {
        "": {"call": 4.78e-07, "wake": 5e-06, "python": 4e-06, "prepared": 4.6e-12, "weights":
            1.65e-11, "filters": 3.53e-10, "workers": -0.7, "taps": -0.361, "taps_8": 0.539,
            "taps_64": -0.206, "kernel_row": 0.0722, "groups": 0.169, "row": 0.192, "row_16":
            -0.124, "row_128": -0.108, "rows": -0.0657, "rows_16": 0.0301, "image": 0.662,
            "image_32": -0.929, "image_256": 0.275, "double": -0.0978, "stride": -0.115, "bordered":
            0.228, "rank_1": -0.559, "rank_3": 0.426},
        "box": {"call": 4.58e-07, "wake": 5e-06, "python": 4e-06, "prepared": 4.61e-12, "weights":
            1.4e-11, "filters": 4.97e-10, "workers": -0.7, "taps": -0.191, "taps_8": 0.183,
            "taps_64": -0.0462, "kernel_row": 0.0639, "groups": 0.00404, "row": 0.351, "row_16":
            -0.326, "row_128": -0.0913, "rows": -0.0934, "rows_16": 0.0491, "image": 0.763,
            "image_32": -1.19, "image_256": 0.437, "double": 0.0719, "stride": -0.0342, "bordered":
            0.121, "bordered_padded": 0.59, "rank_1": -0.485, "rank_3": 0.389},
        "separable": {"call": 4.84e-07, "wake": 5e-06, "python": 4e-06, "prepared": 4.19e-12,
            "weights": 1.76e-11, "filters": 2.91e-10, "workers": -0.7, "taps": -0.755, "taps_8":
            1.11, "taps_64": -0.381, "kernel_row": 0.0514, "groups": 0.251, "row": 0.158, "row_16":
            0.0138, "row_128": -0.0907, "rows": -0.117, "rows_16": 0.0675, "image": 0.81,
            "image_32": -1.05, "image_256": 0.218, "double": -0.135, "stride": -0.0417, "bordered":
            0.303, "bordered_padded": -0.444, "rank_1": -0.559, "rank_3": 0.626},
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
        "": {"call": 4.73e-07, "wake": 5e-06, "python": 8.69e-07, "prepared": 4.88e-15, "weights":
            1.04e-15, "filters": 3.33e-13, "workers": -0.7, "taps": 0.165, "taps_8": -0.173,
            "taps_64": 0.14, "kernel_row": -0.115, "ic_per_group": 0.00169, "ic_per_group_16":
            0.0664, "oc_per_group": 0.125, "oc_per_group_8": -0.14, "groups": 0.0018, "row":
            -0.0202, "row_16": -0.0312, "row_128": 0.0802, "rows": -0.013, "rows_16": -0.0116,
            "image": 0.022, "image_32": 0.00405, "image_256": 0.00506, "double": -0.487, "complex":
            -0.487, "complex_double": -1.01, "converted": -0.0895, "half": -0.0895, "channels_last":
            9.42, "stride": 0.0212, "dilation": -0.111, "bordered": -0.123, "bordered_padded":
            0.167, "rank_1": 0.311, "rank_3": -0.0869},
        "channels": {"call": 5.26e-07, "wake": 5e-06, "python": 1.15e-06, "prepared": 4.28e-15,
            "weights": 1.01e-15, "filters": 2.61e-13, "workers": -0.7, "taps": 0.167, "taps_8":
            -0.161, "taps_64": 0.197, "kernel_row": -0.0781, "ic_per_group": 0.0368,
            "ic_per_group_16": 0.0961, "oc_per_group": 0.472, "oc_per_group_8": -0.491,
            "oc_per_group_32": 0.0232, "groups": -0.0338, "row": 0.117, "row_16": -0.211, "row_128":
            0.186, "rows": 0.00933, "rows_16": -0.0139, "image": -0.0976, "image_32": 0.0976,
            "image_256": 0.00766, "double": -0.484, "complex": -0.487, "complex_double": -1.01,
            "converted": -0.0895, "half": -0.0895, "channels_last": 8.23, "stride": 0.145,
            "dilation": -0.263, "bordered": -0.123, "bordered_padded": 0.167, "rank_1": 0.136,
            "rank_3": 0.0725},
        "complex": {"call": 4.69e-07, "wake": 5e-06, "python": 1.05e-06, "prepared": 4.51e-15,
            "weights": 1.02e-15, "filters": 4.89e-13, "workers": -0.7, "taps": 0.273, "taps_8":
            -0.372, "taps_64": 0.173, "kernel_row": -0.0593, "ic_per_group": -0.0239,
            "ic_per_group_16": 0.0913, "oc_per_group": 0.0867, "oc_per_group_8": -0.148,
            "oc_per_group_32": 0.0289, "groups": -0.0623, "row": 0.242, "row_16": -0.377, "row_128":
            0.203, "rows": 0.0395, "rows_16": -0.00746, "image": -0.127, "image_32": 0.0108,
            "image_256": 0.156, "double": -0.487, "complex": -0.395, "complex_double": -0.919,
            "converted": -0.0895, "half": -0.0895, "channels_last": 9.34, "stride": 0.0626,
            "dilation": -0.0936, "bordered": -0.332, "bordered_padded": 0.103, "rank_1": 0.423,
            "rank_3": -0.308},
        "pointwise": {"call": 4.69e-07, "wake": 5e-06, "python": 8.69e-07, "prepared": 4.91e-15,
            "weights": 1.04e-15, "filters": 3.23e-13, "workers": -0.7, "taps": 0.165, "taps_8":
            -0.173, "taps_64": 0.14, "kernel_row": -0.115, "ic_per_group": -0.122,
            "ic_per_group_16": -0.0163, "oc_per_group": 0.163, "oc_per_group_8": -0.0416,
            "oc_per_group_32": 0.106, "groups": 0.0018, "row": 0.0308, "row_16": 0.0978, "row_128":
            0.199, "rows": -0.0565, "rows_16": -0.0139, "image": 0.256, "image_32": -0.0381,
            "image_256": -0.054, "double": -0.326, "complex": -0.483, "complex_double": -1.01,
            "converted": -0.0895, "half": -0.0895, "channels_last": 9.42, "stride": 0.0212,
            "dilation": -0.0735, "bordered": -0.123, "bordered_padded": 0.167, "rank_1": 0.183,
            "rank_3": -0.0753},
        "rows": {"call": 4.72e-07, "wake": 5e-06, "python": 6.84e-07, "prepared": 4.86e-15,
            "weights": 9.69e-16, "filters": 1.83e-13, "workers": -0.7, "taps": 0.081, "taps_8":
            -0.283, "taps_64": 0.389, "kernel_row": 0.0558, "ic_per_group": 0.4, "ic_per_group_16":
            -0.536, "oc_per_group": -0.318, "oc_per_group_8": 1.02, "oc_per_group_32": -0.711,
            "groups": 0.118, "row": -0.402, "row_16": -0.328, "row_128": 1.16, "rows": -0.187,
            "rows_16": 0.519, "image": 0.162, "image_32": 0.0278, "image_256": -0.322, "double":
            -0.468, "complex": -0.487, "complex_double": -1.01, "converted": 3.23, "half": 3.23,
            "channels_last": 8.53, "stride": 0.0212, "dilation": -0.505, "bordered": -0.123,
            "bordered_padded": 0.167, "rank_1": -0.37, "rank_3": -0.32},
        "vector": {"call": 4.8e-07, "wake": 5e-06, "python": 1.2e-06, "prepared": 4.82e-15,
            "weights": 1.05e-15, "filters": 2.82e-13, "workers": -0.7, "taps": 0.0677, "taps_8":
            -0.356, "taps_64": 0.782, "kernel_row": -0.344, "ic_per_group": 0.107,
            "ic_per_group_16": -0.0363, "oc_per_group": 0.243, "oc_per_group_8": -0.702,
            "oc_per_group_32": 0.58, "groups": 0.12, "row": -0.0202, "row_16": -0.0312, "row_128":
            0.0802, "rows": -0.172, "rows_16": -0.12, "image": 0.152, "image_32": 0.00405,
            "image_256": 0.00506, "double": 0.108, "complex": -0.324, "complex_double": -0.0584,
            "converted": -0.35, "half": -0.35, "channels_last": 9.68, "stride": -0.182, "dilation":
            -0.0742, "bordered": -0.0864, "bordered_padded": 0.204, "rank_1": 0.289, "rank_3":
            0.0948},
        "windows": {"call": 4.72e-07, "wake": 5e-06, "python": 8.26e-07, "prepared": 5.4e-15,
            "weights": 1.01e-15, "filters": 4.13e-13, "workers": -0.7, "taps": 0.133, "taps_8":
            -0.207, "taps_64": 0.175, "kernel_row": -0.0918, "ic_per_group": 0.0165,
            "ic_per_group_16": 0.116, "oc_per_group": 0.0193, "oc_per_group_8": 0.0376,
            "oc_per_group_32": -0.238, "groups": -0.0304, "row": -0.0555, "row_16": 0.136,
            "row_128": -0.115, "rows": -0.0292, "rows_16": -0.00354, "image": 0.0991, "image_32":
            -0.0196, "image_256": -0.105, "double": -0.604, "complex": -0.487, "complex_double":
            -1.01, "converted": -0.131, "half": -0.131, "channels_last": 9.53, "stride": 0.086,
            "dilation": -0.0474, "bordered": -0.278, "bordered_padded": 0.247, "rank_1": 0.314,
            "rank_3": 0.058},
    },
    "fft_tiled": {
        "": {"call": 1.53e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.63e-10, "weights":
            1.34e-09, "filters": 1.54e-09, "workers": -0.7, "taps": -0.0378, "taps_8": 0.0353,
            "taps_64": -0.0246, "kernel_row": 0.0281, "ic_per_group": -0.0181, "ic_per_group_16":
            0.00684, "oc_per_group": -0.00352, "oc_per_group_8": -0.0208, "oc_per_group_32": 0.0221,
            "groups": -0.0108, "row": 0.0481, "row_16": -0.0155, "row_128": -0.0593, "rows": 0.0196,
            "rows_16": -0.0341, "image": -0.0329, "image_32": 0.0834, "image_256": -0.0132,
            "double": -0.798, "stride": -0.0287, "dilation": 0.0274, "bordered": 0.0382,
            "bordered_padded": -0.0597, "rank_1": -0.269, "rank_3": 0.166},
        "l3_filters": {"call": 1.58e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.19e-10,
            "weights": 1.29e-09, "filters": 1.57e-09, "workers": -0.7, "taps": 0.0291, "taps_8":
            -0.0456, "taps_64": 0.0896, "kernel_row": -0.00464, "ic_per_group": -0.073,
            "ic_per_group_16": 0.0667, "oc_per_group": 0.0666, "oc_per_group_8": -0.107,
            "oc_per_group_32": 0.0233, "groups": -0.0285, "row": 0.0244, "row_16": 0.0271,
            "row_128": -0.0799, "rows": 0.0528, "rows_16": -0.066, "image": -0.0241, "image_32":
            0.102, "image_256": -0.0493, "double": -0.811, "stride": -0.0809, "dilation": 0.0462,
            "bordered": -0.0152, "bordered_padded": 0.0252, "rank_1": -0.102, "rank_3": 0.0622},
        "memory_filters": {"call": 1.61e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9e-11,
            "weights": 2.33e-10, "filters": 1.57e-09, "workers": -0.7, "taps": -0.0211, "taps_8":
            0.102, "taps_64": 0.00563, "kernel_row": 0.0192, "ic_per_group": 0.166,
            "ic_per_group_16": 0.126, "oc_per_group": -0.63, "oc_per_group_8": 1.02,
            "oc_per_group_32": -0.115, "groups": 0.245, "row": 0.169, "row_16": -0.267, "row_128":
            0.28, "rows": 0.0445, "rows_16": -0.0813, "image": -0.0931, "image_32": 0.141,
            "image_256": 0.0906, "double": -0.299, "stride": 0.111, "dilation": -0.0347, "bordered":
            0.081, "bordered_padded": 0.0444, "rank_1": -0.209, "rank_3": 1.02},
    },
    "cython": {
        "": {"call": 2.34e-07, "wake": 5e-06, "python": 7.39e-07, "prepared": 9.43e-14, "weights":
            3.8e-14, "filters": 2.08e-13, "workers": -0.7, "taps": 0.0336, "taps_8": -0.0688,
            "taps_64": 0.124, "kernel_row": -0.00387, "ic_per_group": 0.116, "ic_per_group_16":
            -0.104, "oc_per_group": 0.0494, "oc_per_group_8": 0.201, "oc_per_group_32": -0.393,
            "groups": 0.0363, "row": 0.0577, "row_16": -0.0768, "row_128": 0.0284, "rows": 0.0754,
            "rows_16": -0.216, "image": -0.0136, "image_32": 0.0375, "image_256": -1.58, "double":
            -0.521, "complex": -0.237, "complex_double": -0.937, "integer": -0.828,
            "narrow_integer": -0.469, "converted": 4.76, "half": 2.27, "channels_last": 5.73,
            "stride": -0.398, "dilation": 0.0395, "bordered": -0.193, "bordered_padded": 0.25,
            "rank_1": -0.0893, "rank_3": 0.0237},
    },
}

PLAIN_PYTHON = 1.41e-05
