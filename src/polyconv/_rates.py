"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-11-20",
    "command": "python -m benchmarks.cost_model fit --problems 1150 --workers 1 2 --budget 0.05",
    "problems": 2373,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "separable": 1.0, "im2col": 1.15, "fft_tiled": 1.0, "fft": 1.0,
        "winograd": 1.0, "cython": 1.2, "naive": 1.0},
    "split": {"fft": ("fft_tiled", "fft")},
    "by_hand": {"fft_tiled": ("l3_filters", "memory_filters")},
    "cython": "fitted alone, 2026-11-29, AMD EPYC v3: 655 problems up to 2e7 operations, 1 worker",
    "separable": "fitted alone, 2026-11-29, Xeon v4: 1285 problems, ratio to direct and fft_tiled",
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2373, "median": 1.08, "rms": 1.25, "p90": 1.37},
    "direct depthwise": {"problems": 201, "median": 1.2, "rms": 1.51, "p90": 1.75},
    "direct igemm": {"problems": 630, "median": 1.1, "rms": 1.25, "p90": 1.38},
    "direct pointwise": {"problems": 156, "median": 1.12, "rms": 1.26, "p90": 1.39},
    "direct spatial_1": {"problems": 298, "median": 1.06, "rms": 1.17, "p90": 1.23},
    "direct spatial_2": {"problems": 135, "median": 1.11, "rms": 1.24, "p90": 1.41},
    "direct spatial_4": {"problems": 124, "median": 1.12, "rms": 1.24, "p90": 1.39},
    "direct spatial_in_out": {"problems": 336, "median": 1.05, "rms": 1.15, "p90": 1.22},
    "direct stencil": {"problems": 493, "median": 1.08, "rms": 1.2, "p90": 1.32},
    "direct, preparing": {"problems": 2373, "median": 1.13, "rms": 1.33, "p90": 1.53},
    "separable": {"problems": 1285, "median": 1.19, "rms": 1.58, "p90": 2.09},
    "separable box": {"problems": 474, "median": 1.17, "rms": 1.57, "p90": 2.09},
    "separable products": {"problems": 811, "median": 1.21, "rms": 1.58, "p90": 2.09},
    "separable, preparing": {"problems": 992, "median": 1.07, "rms": 1.64, "p90": 1.65},
    "winograd": {"problems": 408, "median": 1.11, "rms": 1.22, "p90": 1.33},
    "winograd tiles_in_lanes": {"problems": 94, "median": 1.07, "rms": 1.14, "p90": 1.22},
    "winograd, preparing": {"problems": 408, "median": 1.16, "rms": 1.29, "p90": 1.49},
    "im2col": {"problems": 2190, "median": 1.12, "rms": 1.29, "p90": 1.49},
    "im2col pointwise": {"problems": 113, "median": 1.08, "rms": 1.25, "p90": 1.44},
    "im2col rows": {"problems": 1052, "median": 1.09, "rms": 1.21, "p90": 1.35},
    "im2col windows": {"problems": 1025, "median": 1.16, "rms": 1.36, "p90": 1.63},
    "im2col, preparing": {"problems": 2190, "median": 1.06, "rms": 1.28, "p90": 1.71},
    "fft_tiled": {"problems": 1727, "median": 1.1, "rms": 1.18, "p90": 1.29},
    "fft": {"problems": 456, "median": 1.16, "rms": 1.29, "p90": 1.45},
    "fft and fft_tiled, preparing": {"problems": 2183, "median": 1.09, "rms": 1.34, "p90": 1.4},
    "cython": {"problems": 655, "median": 1.25, "rms": 1.44, "p90": 1.87},
    "cython, preparing": {"problems": 655, "median": 1.21, "rms": 1.36, "p90": 1.71},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.09, "p90": 1.14},
    "naive, preparing": {"problems": 149, "median": 1.03, "rms": 1.11, "p90": 1.08},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.7),
    "ic_per_group": (0.0, 11.0),
    "ic_per_group_16": (0.0, 7.0),
    "oc_per_group": (0.0, 11.0),
    "oc_per_group_8": (0.0, 8.0),
    "oc_per_group_32": (0.0, 6.0),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 15.3),
    "rows_16": (0.0, 11.3),
    "image": (0.0, 23.0),
    "image_32": (0.0, 18.0),
    "image_256": (0.0, 15.0),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "narrow_integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "channels_last_channels": (0.0, 10.0),
    "stride": (0.0, 4.0),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.01, "base": 5.58},
    "separable": {"v3": 1.35, "base": 2.8},
    "winograd": {"v3": 1.58, "base": 4.14},
    "im2col": {"v3": 2.27, "base": 5.93},
    "fft_tiled": {"v3": 1.32, "base": 2.27},
    "fft": {"v3": 1.32, "base": 2.27},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.61e-06, "wake": 1.58e-06, "flops": 5.51e-12, "beyond_l2": 2.92e-12,
            "beyond_l3": 4.4e-11, "outputs": 5.15e-11, "outputs_half": 6.6e-11, "outputs_last":
            1.16e-10, "channel_planes": 5.98e-10, "bytes": 1.36e-12, "packed": 1.23e-11, "gathered":
            2.49e-11, "runs": 9.18e-10, "runs_bordered": 6.37e-09, "work_items": 2.33e-08,
            "work_item_products": 1.71e-10, "workers": -0.683, "taps": -0.00438, "taps_8": 0.0515,
            "taps_64": 0.0393, "kernel_row": -0.0405, "ic_per_group": 0.0157, "ic_per_group_16":
            0.0143, "oc_per_group": -0.03, "oc_per_group_8": 0.0475, "oc_per_group_32": -0.00271,
            "groups": 0.00105, "row": 0.0252, "row_16": -0.0544, "row_128": 0.0278, "rows": 0.018,
            "rows_16": -0.00106, "image": -0.118, "image_32": 0.109, "image_256": 0.0138, "double":
            0.638, "complex": -0.378, "complex_double": 0.159, "integer": 0.473, "narrow_integer":
            -0.00361, "converted": 0.137, "half": -0.108, "channels_last": -0.0514,
            "channels_last_channels": 0.018, "stride": -0.0051, "dilation": 0.0433, "bordered":
            0.111, "bordered_padded": 0.0341, "rank_1": 0.0885, "rank_3": -0.0152},
        "depthwise": {"call": 1.68e-06, "wake": 8.3e-07, "flops": 2.51e-12, "beyond_l2": 7.46e-12,
            "beyond_l3": 4.65e-11, "outputs": 1.8e-11, "outputs_half": 5.68e-11, "outputs_last":
            1.23e-11, "channel_planes": 5.29e-10, "bytes": 1.97e-12, "packed": 1.71e-12, "gathered":
            1.9e-11, "runs": 1.66e-10, "runs_bordered": 9.83e-10, "work_items": 5.82e-08,
            "work_item_products": 6.09e-11, "workers": -0.637, "taps": -0.118, "taps_8": 0.138,
            "kernel_row": 0.183, "ic_per_group": 0.0157, "ic_per_group_16": 0.0143, "oc_per_group":
            -0.03, "oc_per_group_8": 0.0475, "oc_per_group_32": -0.00271, "groups": -0.00442, "row":
            0.0413, "row_16": -0.154, "row_128": 0.126, "rows": 0.0137, "rows_16": -0.0103, "image":
            0.00384, "image_32": -0.0504, "image_256": 0.0439, "double": 0.465, "complex": -0.378,
            "complex_double": 0.159, "integer": 0.255, "narrow_integer": 0.416, "converted": -0.34,
            "half": 0.561, "channels_last": 0.343, "channels_last_channels": -0.0291, "stride":
            0.263, "dilation": -0.0965, "bordered": -0.0154, "bordered_padded": 0.0967, "rank_1":
            -0.131, "rank_3": 0.546},
        "igemm": {"call": 1.52e-06, "wake": 1.48e-06, "flops": 8.13e-12, "beyond_l2": 2.45e-12,
            "beyond_l3": 2.24e-10, "outputs": 1.74e-10, "outputs_half": 4.01e-11, "outputs_last":
            1.08e-10, "channel_planes": 6.09e-10, "bytes": 6.08e-13, "packed": 1.52e-11, "gathered":
            6.87e-11, "runs": 1.38e-09, "runs_bordered": 4.14e-09, "work_items": 5.33e-08,
            "work_item_products": 1.88e-10, "workers": -0.66, "taps": -0.055, "taps_8": 0.0231,
            "taps_64": 0.014, "kernel_row": 0.0371, "ic_per_group": 0.00557, "ic_per_group_16":
            0.00934, "oc_per_group": 0.0665, "oc_per_group_8": -0.174, "oc_per_group_32": 0.121,
            "groups": 0.0244, "row": 0.00833, "row_16": -0.0103, "row_128": -0.00265, "rows":
            0.0113, "rows_16": -0.0166, "image": -0.144, "image_32": 0.115, "image_256": 0.0388,
            "double": 0.606, "complex": -0.521, "complex_double": -0.0593, "integer": 0.108,
            "narrow_integer": -0.444, "converted": 0.461, "half": -0.311, "channels_last": -0.151,
            "channels_last_channels": 0.0192, "stride": 0.015, "dilation": 0.0772, "bordered": 0.1,
            "bordered_padded": 0.054, "rank_1": -0.0336, "rank_3": 0.0731},
        "pointwise": {"call": 1.47e-06, "wake": 1.24e-06, "flops": 7.96e-12, "beyond_l2": 1.34e-12,
            "beyond_l3": 5.56e-11, "outputs": 4.03e-11, "outputs_half": 1.27e-10, "outputs_last":
            6.62e-11, "channel_planes": 4.25e-10, "bytes": 7.23e-13, "packed": 1.08e-11, "gathered":
            1.96e-11, "runs": 6.31e-09, "runs_bordered": 6.37e-09, "work_items": 7.52e-08,
            "work_item_products": 1.34e-10, "workers": -0.682, "taps": -0.00438, "taps_8": 0.0515,
            "taps_64": 0.0393, "kernel_row": -0.0405, "ic_per_group": -0.102, "ic_per_group_16":
            0.0902, "oc_per_group": 0.132, "oc_per_group_8": -0.203, "oc_per_group_32": 0.0712,
            "groups": 0.00105, "row": 0.155, "row_16": -0.144, "row_128": 0.105, "rows": -0.0224,
            "rows_16": 0.0507, "image": -0.15, "image_32": 0.0778, "image_256": 0.0785, "double":
            0.646, "complex": -0.704, "complex_double": 0.0123, "integer": 0.506, "narrow_integer":
            0.0311, "converted": -0.0184, "half": -0.333, "channels_last": 0.216,
            "channels_last_channels": -0.0393, "stride": 0.0443, "dilation": -0.0497, "bordered":
            0.111, "bordered_padded": 0.0341, "rank_1": -0.275, "rank_3": -0.0258},
        "spatial_1": {"call": 1.42e-06, "wake": 1.1e-06, "flops": 2.74e-12, "beyond_l2": 3.08e-12,
            "beyond_l3": 4.05e-11, "outputs": 2.74e-11, "outputs_half": 6.49e-11, "outputs_last":
            1.16e-10, "channel_planes": 6.28e-10, "bytes": 8.61e-13, "packed": 6.97e-12, "gathered":
            9.15e-12, "runs": 8.97e-10, "runs_bordered": 7.29e-09, "work_items": 3.85e-08,
            "work_item_products": 1.81e-10, "workers": -0.689, "taps": 0.148, "taps_8": 0.0278,
            "taps_64": -0.125, "kernel_row": -0.026, "ic_per_group": -0.011, "ic_per_group_16":
            -0.167, "oc_per_group": -0.03, "oc_per_group_8": 0.0475, "oc_per_group_32": -0.00271,
            "groups": -0.043, "row": 0.118, "row_16": -0.0794, "row_128": -0.0359, "rows": -0.00245,
            "rows_16": -0.0106, "image": -0.248, "image_32": 0.285, "image_256": -0.0412, "double":
            0.616, "complex": -0.378, "complex_double": 0.159, "integer": 0.609, "narrow_integer":
            0.188, "converted": -0.113, "half": 0.321, "channels_last": -0.0367,
            "channels_last_channels": 0.199, "stride": 0.00751, "dilation": -0.0252, "bordered":
            0.0402, "bordered_padded": 0.0367, "rank_1": -0.0845, "rank_3": 0.113},
        "spatial_2": {"call": 1.47e-06, "wake": 1.57e-06, "flops": 4.26e-12, "beyond_l2": 1.59e-11,
            "beyond_l3": 3.57e-11, "outputs": 1.23e-10, "outputs_half": 5.99e-11, "outputs_last":
            7.25e-11, "channel_planes": 6.01e-10, "bytes": 1.62e-12, "packed": 7.15e-12, "gathered":
            2.26e-11, "runs": 6.63e-10, "runs_bordered": 8.82e-09, "work_items": 6.01e-08,
            "work_item_products": 3.43e-10, "workers": -0.671, "taps": -0.114, "taps_8": 0.0909,
            "taps_64": 0.0794, "kernel_row": -0.0729, "ic_per_group": 0.0392, "ic_per_group_16":
            -0.0538, "oc_per_group": 0.531, "oc_per_group_8": 0.0475, "oc_per_group_32": -0.00271,
            "groups": -0.0272, "row": 0.11, "row_16": -0.0212, "row_128": -0.0517, "rows": -0.022,
            "rows_16": 0.0486, "image": -0.118, "image_32": 0.0593, "image_256": 0.00829, "double":
            0.54, "complex": 0.517, "complex_double": 0.795, "integer": 0.265, "narrow_integer":
            -0.00361, "converted": -0.00249, "half": -0.041, "channels_last": -0.221,
            "channels_last_channels": 0.0746, "stride": 0.13, "dilation": 0.0534, "bordered":
            -0.309, "bordered_padded": 0.293, "rank_1": -0.148, "rank_3": 0.115},
        "spatial_4": {"call": 1.69e-06, "wake": 1.04e-06, "flops": 4.07e-12, "beyond_l2": 3.11e-12,
            "beyond_l3": 6.61e-11, "outputs": 3.74e-11, "outputs_half": 3.71e-11, "outputs_last":
            9.65e-11, "channel_planes": 6.91e-10, "bytes": 1.41e-12, "packed": 1.61e-11, "gathered":
            3.75e-11, "runs": 1.25e-09, "runs_bordered": 4.61e-09, "work_items": 3e-08,
            "work_item_products": 1.58e-10, "workers": -0.668, "taps": -0.0355, "taps_8": 0.0473,
            "taps_64": 0.0404, "kernel_row": -0.0729, "ic_per_group": 0.0294, "ic_per_group_16":
            0.0402, "oc_per_group": -0.0327, "oc_per_group_8": -0.0574, "oc_per_group_32": 0.272,
            "groups": 0.0127, "row": 0.0476, "row_16": -0.0826, "row_128": -0.0567, "rows": 0.0632,
            "rows_16": -0.092, "image": -0.16, "image_32": 0.237, "image_256": -0.0366, "double":
            0.43, "complex": -0.528, "complex_double": 0.261, "integer": 0.595, "narrow_integer":
            -0.0132, "converted": 0.147, "half": -0.0884, "channels_last": -0.154,
            "channels_last_channels": 0.0439, "stride": 0.00545, "dilation": -0.0217, "bordered":
            0.404, "bordered_padded": 0.228, "rank_1": 0.393, "rank_3": -0.087},
        "spatial_in_out": {"call": 1.48e-06, "wake": 7.85e-07, "flops": 5.49e-12, "beyond_l2":
            4.1e-12, "beyond_l3": 4.13e-11, "outputs": 5.16e-11, "outputs_half": 6.6e-11,
            "outputs_last": 1.16e-10, "channel_planes": 6.5e-10, "bytes": 1.17e-12, "packed":
            2.22e-11, "gathered": 1.13e-11, "runs": 8.24e-10, "runs_bordered": 1.62e-08,
            "work_items": 1.01e-08, "work_item_products": 1.82e-10, "workers": -0.667, "taps":
            -0.054, "taps_8": 0.00631, "taps_64": 0.0303, "kernel_row": 0.0133, "ic_per_group":
            -0.0246, "ic_per_group_16": 0.0387, "oc_per_group": 0.00289, "oc_per_group_8": -0.00992,
            "oc_per_group_32": -0.0125, "groups": 0.00165, "row": 0.0956, "row_16": -0.153,
            "row_128": 0.033, "rows": 0.00601, "rows_16": -0.00942, "image": -0.169, "image_32":
            0.179, "image_256": 0.0204, "double": 0.57, "complex": -0.378, "complex_double": 0.159,
            "integer": 0.607, "narrow_integer": -0.00361, "converted": 0.0669, "half": -0.108,
            "channels_last": -0.0514, "channels_last_channels": 0.018, "stride": 0.0389, "dilation":
            0.0298, "bordered": 0.0193, "bordered_padded": 0.0393, "rank_1": 0.186, "rank_3":
            -0.0743},
        "stencil": {"call": 1.43e-06, "wake": 1.21e-06, "flops": 8.83e-12, "beyond_l2": 7.71e-12,
            "beyond_l3": 5.28e-11, "outputs": 4.14e-11, "outputs_half": 6.43e-11, "outputs_last":
            1.01e-10, "channel_planes": 5.64e-10, "bytes": 1.6e-12, "packed": 4.55e-12, "gathered":
            4.12e-11, "runs": 1.37e-09, "runs_bordered": 1.84e-08, "work_items": 7.91e-09,
            "work_item_products": 1.41e-10, "workers": -0.676, "taps": -0.0468, "taps_8": 0.116,
            "taps_64": -0.0682, "kernel_row": 0.0187, "ic_per_group": 0.016, "ic_per_group_16":
            0.0755, "oc_per_group": -0.046, "oc_per_group_8": 0.108, "oc_per_group_32": -0.129,
            "groups": -0.0201, "row": -0.0454, "row_16": -0.00111, "row_128": 0.0573, "rows":
            -0.105, "rows_16": 0.115, "image": 0.0816, "image_32": -0.202, "image_256": 0.113,
            "double": 0.633, "complex": -0.601, "complex_double": -0.0281, "integer": 0.632,
            "narrow_integer": -0.0152, "converted": -0.0201, "half": 0.159, "channels_last":
            -0.00659, "channels_last_channels": -0.00656, "stride": -0.443, "dilation": 0.0764,
            "bordered": 0.0428, "bordered_padded": 0.0154, "rank_1": 0.0885, "rank_3": 0.205},
    },
    "separable": {
        "": {"call": 1.08e-06, "wake": 1.58e-06, "flops": 2.93e-12, "beyond_l2": 2.26e-13,
            "beyond_l3": 5e-11, "outputs": 5.63e-13, "outputs_half": 1.2e-12, "outputs_last":
            1.78e-10, "channel_planes": 3.08e-08, "bytes": 1.45e-12, "packed": 2.55e-11, "gathered":
            2.2e-11, "runs": 5.7e-09, "runs_bordered": 7.42e-11, "work_items": 5.17e-09,
            "work_item_products": 1.92e-10, "workers": -0.683, "taps": 0.0822, "taps_8": -0.0773,
            "taps_64": -0.013, "kernel_row": 0.111, "ic_per_group": 0.047, "oc_per_group": 0.169,
            "groups": 0.0373, "row": -0.0479, "row_16": -0.306, "row_128": 0.26, "rows": 0.0776,
            "rows_16": -0.229, "image": 0.0297, "image_32": 0.0171, "image_256": 0.119, "double":
            0.138, "complex": 0.62, "integer": 0.472, "narrow_integer": 0.583, "converted": -0.374,
            "half": 0.465, "channels_last": 0.0162, "channels_last_channels": 0.0985, "stride":
            0.284, "dilation": 0.0959, "bordered": 0.244, "bordered_padded": 0.132, "rank_1": 0.547,
            "rank_3": 0.242},
        "box": {"call": 5.43e-07, "wake": 1.58e-06, "flops": 1.6e-12, "beyond_l2": 2.31e-13,
            "beyond_l3": 5e-11, "outputs": 5.17e-13, "outputs_half": 1.04e-12, "outputs_last":
            1.68e-10, "channel_planes": 1.68e-08, "bytes": 1.14e-12, "packed": 3.07e-11, "gathered":
            3.86e-12, "runs": 1.28e-08, "runs_bordered": 6.98e-11, "work_items": 4.12e-09,
            "work_item_products": 1.87e-10, "workers": -0.683, "taps": -0.0163, "taps_8": 0.0115,
            "taps_64": -0.0173, "kernel_row": 0.156, "ic_per_group": 0.0386, "oc_per_group": 0.128,
            "groups": 0.0256, "row": -0.0898, "row_16": -0.211, "row_128": 0.118, "rows": 0.0318,
            "rows_16": -0.257, "image": -0.0582, "image_32": 0.255, "image_256": 0.0602, "double":
            0.093, "complex": 0.979, "integer": 0.21, "narrow_integer": 0.335, "converted": -0.0439,
            "half": 0.202, "channels_last": -0.0924, "channels_last_channels": 0.116, "stride":
            0.464, "dilation": 0.119, "bordered": 0.154, "bordered_padded": 0.304, "rank_1": 0.908,
            "rank_3": 0.214},
        "separable": {"call": 3.17e-06, "wake": 1.58e-06, "flops": 1.92e-10, "beyond_l2": 2.3e-13,
            "beyond_l3": 5e-11, "outputs": 5.62e-13, "outputs_half": 1.21e-12, "outputs_last":
            3.33e-09, "channel_planes": 2.5e-08, "bytes": 1.18e-12, "packed": 1.21e-11, "gathered":
            3.29e-11, "runs": 1.05e-08, "runs_bordered": 7.58e-11, "work_items": 5.14e-09,
            "work_item_products": 1.44e-10, "workers": -0.683, "taps": -0.118, "taps_8": -0.0618,
            "taps_64": 0.109, "kernel_row": 0.0311, "ic_per_group": 0.0686, "oc_per_group": 0.272,
            "groups": 0.0707, "row": -0.116, "row_16": 0.0576, "row_128": 0.337, "rows": 0.0555,
            "rows_16": 0.23, "image": -0.0603, "image_32": -0.231, "image_256": 0.0377, "double":
            0.432, "complex": 0.355, "integer": 0.904, "narrow_integer": 0.489, "converted":
            -0.0791, "half": 0.05, "channels_last": 0.0766, "channels_last_channels": 0.0774,
            "stride": 0.58, "dilation": 0.199, "bordered": 0.274, "bordered_padded": 0.102,
            "rank_1": 0.547, "rank_3": 0.608},
    },
    "winograd": {
        "": {"call": 1.8e-06, "wake": 1.05e-06, "flops": 1.3e-11, "beyond_l2": 3.82e-11,
            "beyond_l3": 1.85e-11, "outputs": 5.31e-10, "outputs_half": 1e-10, "outputs_last":
            4.36e-10, "channel_planes": 2.02e-08, "bytes": 4.6e-12, "packed": 6.19e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 1.76e-08,
            "work_item_products": 6.81e-09, "workers": -0.617, "taps": 0.175, "taps_8": -0.0789,
            "taps_64": -0.171, "kernel_row": -0.289, "ic_per_group": -0.0242, "ic_per_group_16":
            0.0895, "oc_per_group": -0.0804, "oc_per_group_8": -0.0927, "oc_per_group_32": 0.0769,
            "groups": 0.0153, "row": -0.0754, "row_16": 0.106, "row_128": -0.0161, "rows": 0.0142,
            "rows_16": -0.0325, "image": 0.0101, "image_32": -0.0684, "image_256": 0.0524, "double":
            0.457, "complex": 0.216, "complex_double": 0.618, "channels_last": 0.12,
            "channels_last_channels": -0.0212, "dilation": 0.0973, "bordered": 0.165,
            "bordered_padded": 0.138, "rank_1": 0.0522, "rank_3": 0.13},
        "tiles_in_lanes": {"call": 1.36e-06, "wake": 9.4e-07, "flops": 7.27e-12, "beyond_l2":
            1.13e-11, "beyond_l3": 9.12e-11, "outputs": 3.59e-11, "outputs_half": 1e-10,
            "outputs_last": 6.3e-10, "channel_planes": 1.91e-08, "bytes": 1.24e-11, "packed":
            6.24e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            1.64e-08, "work_item_products": 4.91e-09, "workers": -0.684, "taps": -0.245, "taps_8":
            0.202, "taps_64": -0.147, "kernel_row": -0.0705, "ic_per_group_16": 0.213,
            "oc_per_group": -0.098, "oc_per_group_8": -0.0923, "oc_per_group_32": 0.452, "groups":
            -0.047, "row": 0.0409, "row_16": -0.0619, "row_128": 0.045, "rows": 0.0811, "rows_16":
            -0.0873, "image": 0.0501, "image_32": -0.105, "image_256": 0.0501, "double": 0.201,
            "complex": 0.216, "complex_double": 0.595, "channels_last": 0.106,
            "channels_last_channels": -0.0129, "dilation": 0.147, "bordered": 0.135,
            "bordered_padded": 0.75, "rank_1": -0.161, "rank_3": 0.103},
    },
    "im2col": {
        "": {"call": 1.12e-05, "wake": 1.98e-06, "flops": 1.38e-11, "beyond_l2": 2.63e-11,
            "beyond_l3": 2.55e-10, "outputs": 4.63e-12, "outputs_half": 3.23e-11, "outputs_last":
            1e-09, "channel_planes": 1.66e-10, "bytes": 2.31e-11, "packed": 5.06e-12, "gathered":
            1.52e-10, "runs": 5.66e-09, "runs_bordered": 2.57e-08, "work_items": 1.28e-07,
            "work_item_products": 4.53e-11, "workers": -0.642, "taps": 0.00389, "taps_8": 0.0281,
            "taps_64": -0.0365, "kernel_row": 0.0128, "ic_per_group": 0.023, "ic_per_group_16":
            -0.015, "oc_per_group": -0.0121, "oc_per_group_8": -0.0425, "oc_per_group_32": 0.0636,
            "groups": -0.00944, "row": -0.105, "row_16": 0.0906, "rows": 0.014, "rows_16": -0.00559,
            "image": -0.0849, "image_32": -0.0361, "image_256": 0.123, "double": 0.0628, "complex":
            0.562, "complex_double": 0.315, "converted": 0.0565, "half": 0.0565, "channels_last":
            0.0712, "channels_last_channels": 0.0534, "stride": 0.124, "dilation": 0.0683,
            "bordered": 0.106, "bordered_padded": -0.0836, "rank_1": 0.13, "rank_3": 0.123},
        "pointwise": {"call": 1.12e-05, "wake": 1.23e-06, "flops": 5.98e-11, "beyond_l2": 2.44e-11,
            "beyond_l3": 3.21e-10, "outputs": 4.74e-12, "outputs_half": 3.23e-11, "outputs_last":
            1e-09, "channel_planes": 1.65e-10, "bytes": 1.22e-11, "packed": 5.06e-12, "gathered":
            1.52e-10, "runs": 5.66e-09, "runs_bordered": 2.57e-08, "work_items": 1.28e-07,
            "work_item_products": 4.53e-11, "workers": -0.657, "taps": 0.00389, "taps_8": 0.0281,
            "taps_64": -0.0365, "kernel_row": 0.0128, "ic_per_group": -0.183, "ic_per_group_16":
            0.213, "oc_per_group": -0.404, "oc_per_group_8": 0.317, "oc_per_group_32": 0.144,
            "groups": -0.00944, "row": 0.114, "row_16": 0.0893, "row_128": -0.148, "rows": 0.0779,
            "rows_16": -0.0862, "image": -0.211, "image_32": 0.059, "image_256": 0.127, "double":
            0.548, "complex": 0.072, "complex_double": 0.758, "converted": 0.0565, "half": 0.0565,
            "channels_last": 0.0712, "channels_last_channels": 0.0534, "stride": 0.124, "dilation":
            -0.0433, "bordered": 0.106, "bordered_padded": -0.0836, "rank_1": -0.104, "rank_3":
            0.652},
        "rows": {"call": 1.11e-05, "wake": 2.71e-06, "flops": 1.24e-11, "beyond_l2": 2.03e-11,
            "beyond_l3": 2.11e-10, "outputs": 4.58e-12, "outputs_half": 6.5e-11, "outputs_last":
            8.96e-10, "channel_planes": 1.66e-10, "bytes": 1.93e-11, "packed": 1.56e-11, "gathered":
            1.52e-10, "runs": 6.56e-09, "runs_bordered": 2.57e-08, "work_items": 1.65e-07,
            "work_item_products": 3.64e-11, "workers": -0.649, "taps": 0.0417, "taps_8": -0.00954,
            "taps_64": -0.0327, "kernel_row": 0.00235, "ic_per_group": 0.0289, "ic_per_group_16":
            -0.0214, "oc_per_group": -0.00674, "oc_per_group_8": 0.00451, "oc_per_group_32": 0.089,
            "groups": -0.0101, "row": -0.0884, "row_16": 0.12, "row_128": -0.0713, "rows": 0.0109,
            "rows_16": -0.0315, "image": -0.144, "image_32": -0.0114, "image_256": 0.184, "double":
            0.0526, "complex": 0.562, "complex_double": 0.315, "converted": 0.0283, "half": 0.0283,
            "channels_last": 0.0195, "channels_last_channels": 0.0534, "stride": 0.124, "dilation":
            0.0383, "bordered": 0.106, "bordered_padded": -0.0836, "rank_1": 0.247, "rank_3": 0.14},
        "windows": {"call": 1.1e-05, "wake": 1.7e-06, "flops": 4.37e-12, "beyond_l2": 9.76e-12,
            "beyond_l3": 8.49e-11, "outputs": 4.26e-12, "outputs_half": 1.36e-11, "outputs_last":
            3.01e-10, "channel_planes": 1.73e-10, "bytes": 1.14e-11, "packed": 1.28e-11, "gathered":
            4.01e-11, "runs": 7.86e-09, "runs_bordered": 9.22e-09, "work_items": 3.91e-08,
            "work_item_products": 4.64e-11, "workers": -0.646, "taps": -0.0112, "taps_8": 0.0201,
            "taps_64": -0.00959, "kernel_row": 0.0124, "ic_per_group": 0.0107, "ic_per_group_16":
            -0.0266, "oc_per_group": 0.0338, "oc_per_group_8": -0.0595, "oc_per_group_32": 0.0934,
            "groups": -0.00371, "row": 0.0689, "row_16": -0.0882, "row_128": 0.0213, "rows": 0.0132,
            "rows_16": 0.00921, "image": -0.0615, "image_32": -0.0417, "image_256": 0.0977,
            "double": 0.0259, "complex": 0.712, "complex_double": 0.492, "converted": 0.148, "half":
            0.148, "channels_last": 0.147, "channels_last_channels": 0.0364, "stride": 0.0118,
            "dilation": 0.0085, "bordered": -0.043, "bordered_padded": 0.00385, "rank_1": 0.101,
            "rank_3": 0.0362},
    },
    "fft_tiled": {
        "": {"call": 1.74e-06, "wake": 5.25e-07, "flops": 6.35e-12, "beyond_l2": 2.99e-12,
            "beyond_l3": 7.52e-12, "outputs": 2.22e-11, "outputs_half": 6.89e-12, "outputs_last":
            2.74e-10, "channel_planes": 1.86e-08, "bytes": 6.73e-12, "packed": 3.91e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 1.14e-10,
            "work_item_products": 1.54e-13, "workers": -0.693, "taps": -0.00196, "taps_8": -0.0193,
            "taps_64": -0.0152, "kernel_row": 0.0271, "ic_per_group": 0.0696, "ic_per_group_16":
            0.0266, "oc_per_group": -0.0345, "oc_per_group_8": 0.0335, "oc_per_group_32": 0.0101,
            "groups": 0.0306, "row": -0.0218, "row_16": -0.0197, "row_128": 0.0511, "rows": 0.00933,
            "image": 0.0344, "image_32": 0.03, "image_256": -0.051, "double": 0.389, "complex":
            0.16, "complex_double": 0.522, "converted": 0.0229, "half": 0.0229, "channels_last":
            -0.0315, "channels_last_channels": 0.0292, "stride": 0.168, "dilation": -0.0776,
            "bordered": 0.027, "bordered_padded": 0.0718, "rank_1": -0.123, "rank_3": 0.00309},
        "l3_filters": {"call": 1.74e-06, "wake": 5.25e-07, "flops": 6.35e-12, "beyond_l2": 2.99e-12,
            "beyond_l3": 7.52e-12, "outputs": 2.22e-11, "outputs_half": 6.89e-12, "outputs_last":
            2.74e-10, "channel_planes": 1.86e-08, "bytes": 9.45e-12, "packed": 3.91e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 1.14e-10,
            "work_item_products": 1.54e-13, "workers": -0.693, "taps": -0.00196, "taps_8": -0.0193,
            "taps_64": -0.0152, "kernel_row": 0.0271, "ic_per_group": 0.0696, "ic_per_group_16":
            0.0266, "oc_per_group": -0.0345, "oc_per_group_8": 0.0335, "oc_per_group_32": 0.0101,
            "groups": 0.0306, "row": -0.0218, "row_16": -0.0197, "row_128": 0.0511, "rows": 0.00933,
            "image": 0.0344, "image_32": 0.03, "image_256": -0.051, "double": 0.389, "complex":
            0.16, "complex_double": 0.522, "converted": 0.0229, "half": 0.0229, "channels_last":
            -0.0315, "channels_last_channels": 0.0292, "stride": 0.168, "dilation": -0.0776,
            "bordered": 0.027, "bordered_padded": 0.0718, "rank_1": -0.123, "rank_3": 0.00309},
        "memory_filters": {"call": 1.74e-06, "wake": 5.25e-07, "flops": 6.35e-12, "beyond_l2":
            2.99e-12, "beyond_l3": 7.52e-12, "outputs": 2.22e-11, "outputs_half": 6.89e-12,
            "outputs_last": 2.74e-10, "channel_planes": 1.86e-08, "bytes": 4.2e-11, "packed":
            3.91e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            1.14e-10, "work_item_products": 1.54e-13, "workers": -0.693, "taps": -0.00196, "taps_8":
            -0.0193, "taps_64": -0.0152, "kernel_row": 0.0271, "ic_per_group": 0.0696,
            "ic_per_group_16": 0.0266, "oc_per_group": -0.0345, "oc_per_group_8": 0.0335,
            "oc_per_group_32": 0.0101, "groups": 0.0306, "row": -0.0218, "row_16": -0.0197,
            "row_128": 0.0511, "rows": 0.00933, "image": 0.0344, "image_32": 0.03, "image_256":
            -0.051, "double": 0.389, "complex": 0.16, "complex_double": 0.522, "converted": 0.0229,
            "half": 0.0229, "channels_last": -0.0315, "channels_last_channels": 0.0292, "stride":
            0.168, "dilation": -0.0776, "bordered": 0.027, "bordered_padded": 0.0718, "rank_1":
            -0.123, "rank_3": 0.00309},
    },
    "fft": {
        "": {"call": 6.51e-05, "wake": 4.49e-07, "flops": 2.73e-12, "beyond_l2": 1.8e-11,
            "beyond_l3": 5.98e-12, "outputs": 1.37e-10, "outputs_half": 7.28e-12, "outputs_last":
            2.97e-10, "channel_planes": 1.06e-08, "bytes": 1.23e-11, "packed": 4.79e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 1.11e-10,
            "work_item_products": 1.54e-13, "workers": -0.1, "taps": 0.0787, "taps_8": 0.0342,
            "taps_64": -0.181, "kernel_row": -0.0545, "ic_per_group": -0.02, "ic_per_group_16":
            0.0306, "oc_per_group_8": -0.0156, "oc_per_group_32": 0.063, "groups": 0.0135, "row":
            0.0942, "row_16": -0.0287, "row_128": -0.00905, "rows": 0.0537, "rows_16": -0.0252,
            "image": 0.097, "image_32": -0.146, "image_256": 0.049, "double": 0.39, "complex":
            0.556, "complex_double": 0.823, "converted": 0.107, "half": 0.107, "channels_last":
            -0.347, "channels_last_channels": 0.0472, "stride": 0.0778, "dilation": 0.04,
            "bordered": 0.0238, "bordered_padded": 0.0717, "rank_1": -0.205, "rank_3": -0.0995},
    },
    "cython": {
        "": {"call": 5.32e-06, "wake": 6e-06, "flops": 2.6e-11, "beyond_l2": 1.91e-10, "beyond_l3":
            2.58e-09, "outputs": 1.03e-11, "outputs_half": 1.26e-08, "outputs_last": 9.79e-11,
            "channel_planes": 1.9e-08, "bytes": 1.51e-10, "packed": 2.48e-11, "gathered": 1.75e-09,
            "runs": 1.71e-10, "runs_bordered": 1.36e-10, "work_items": 5.95e-08,
            "work_item_products": 4.91e-11, "workers": -0.7, "taps": 0.0195, "taps_8": -0.0832,
            "taps_64": 0.0366, "kernel_row": 0.0558, "ic_per_group": 0.015, "ic_per_group_16":
            0.0156, "oc_per_group": 0.199, "oc_per_group_8": 0.00789, "oc_per_group_32": -0.174,
            "groups": 0.0277, "row": -0.296, "row_16": 0.292, "row_128": -0.0237, "rows": 0.0342,
            "rows_16": -0.0197, "image": 0.0792, "image_32": -0.0683, "image_256": 0.00502,
            "double": -0.989, "complex": -0.54, "complex_double": -1.22, "integer": -0.903,
            "narrow_integer": -0.955, "converted": 0.289, "half": 0.129, "channels_last": 0.0625,
            "channels_last_channels": -0.019, "stride": 0.00428, "dilation": 0.0299, "bordered":
            0.111, "bordered_padded": 0.0356, "rank_1": -0.0936, "rank_3": 0.0394},
    },
    "naive": {
        "": {"call": 3.82e-06, "wake": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "channel_planes":
            9.98e-10, "bytes": 1.11e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.0661, "taps_8": 0.0122, "taps_64": 0.0574, "kernel_row": -0.00952,
            "ic_per_group": -0.0387, "ic_per_group_16": 0.00761, "oc_per_group": -0.0189,
            "oc_per_group_8": 0.0219, "oc_per_group_32": 0.0162, "groups": -0.00333, "row": -0.0175,
            "row_16": 0.00916, "row_128": -0.0918, "rows": -0.00555, "rows_16": 0.0132, "image":
            0.0146, "image_32": 0.00143, "image_256": 0.039, "double": -0.698, "complex": -2.1,
            "complex_double": -2.73, "integer": -0.742, "narrow_integer": -0.762, "converted":
            0.00318, "half": 0.01, "channels_last": 0.0108, "channels_last_channels": -0.0167,
            "stride": -0.00244, "dilation": -0.00156, "bordered": 0.0195, "bordered_padded":
            0.00812, "rank_1": -0.0214, "rank_3": 0.0791},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.14e-06, "wake": 5e-06, "prepared": 2.44e-12, "weights": 8.86e-12, "filters":
            2.59e-09, "workers": -0.104, "taps": 0.406, "taps_8": -0.229, "taps_64": 0.019,
            "kernel_row": -0.13, "ic_per_group": 0.0487, "ic_per_group_16": 0.197, "oc_per_group":
            -0.256, "oc_per_group_8": 0.0594, "oc_per_group_32": 0.27, "groups": -0.108, "row":
            0.255, "row_16": -0.107, "row_128": -0.0741, "rows": 0.116, "rows_16": -0.0871, "image":
            -0.0818, "image_32": -0.11, "image_256": 0.165, "double": -0.239, "complex": 1.04,
            "complex_double": 0.709, "integer": 0.3, "narrow_integer": 1.27, "converted": 0.512,
            "half": -0.277, "channels_last": 0.519, "channels_last_channels": 0.076, "stride":
            -0.192, "dilation": 0.152, "bordered": -0.162, "bordered_padded": 0.0282, "rank_1":
            -0.0952, "rank_3": 0.00745},
        "depthwise": {"call": 1.96e-06, "wake": 5e-06, "prepared": 1.99e-11, "weights": 4.47e-12,
            "filters": 8.03e-10, "workers": -0.1, "taps": -0.011, "taps_8": 0.321, "taps_64":
            -0.114, "kernel_row": -0.305, "ic_per_group": 0.0487, "ic_per_group_16": 0.197,
            "oc_per_group": -0.256, "oc_per_group_8": 0.0594, "oc_per_group_32": 0.27, "groups":
            -0.0498, "row": -0.0703, "row_16": 0.131, "row_128": -0.0828, "rows": 0.0676, "rows_16":
            -0.0976, "image": 0.187, "image_32": -0.267, "image_256": 0.128, "double": -0.107,
            "complex": 1.04, "complex_double": 0.709, "integer": -0.356, "narrow_integer": -0.0214,
            "converted": 0.732, "half": -0.816, "channels_last": 1.05, "channels_last_channels":
            -0.0437, "stride": 0.0951, "dilation": -0.595, "bordered": -0.415, "bordered_padded":
            0.00426, "rank_1": 1.05, "rank_3": -0.622},
        "igemm": {"call": 2e-06, "wake": 5e-06, "prepared": 9.41e-13, "weights": 1.59e-12,
            "filters": 1.59e-09, "workers": -0.1, "taps": 0.0719, "taps_8": 0.178, "taps_64":
            -0.178, "kernel_row": 0.15, "ic_per_group": 0.251, "ic_per_group_16": 0.155,
            "oc_per_group": -0.247, "oc_per_group_8": 0.259, "oc_per_group_32": 0.159, "groups":
            0.108, "row": 0.217, "row_16": -0.15, "row_128": 0.0598, "rows": 0.127, "rows_16":
            -0.11, "image": -0.113, "image_32": -0.0705, "image_256": 0.106, "double": 0.0472,
            "complex": 0.968, "complex_double": 1.06, "integer": -0.0646, "narrow_integer": 1.21,
            "converted": 0.817, "half": -0.552, "channels_last": 1.3, "channels_last_channels":
            0.0174, "stride": -0.0746, "dilation": 0.231, "bordered": 0.0939, "bordered_padded":
            -0.034, "rank_1": -0.602, "rank_3": 0.274},
        "pointwise": {"call": 2.08e-06, "wake": 5e-06, "prepared": 6.2e-13, "weights": 2.26e-12,
            "filters": 7.63e-09, "workers": -0.1, "taps": 0.406, "taps_8": -0.229, "taps_64": 0.019,
            "kernel_row": -0.13, "ic_per_group": 0.312, "ic_per_group_16": 0.284, "oc_per_group":
            -1.15, "oc_per_group_8": 1.16, "oc_per_group_32": 0.0969, "groups": -0.108, "row":
            0.166, "row_16": -0.181, "row_128": -0.0488, "rows": -0.12, "rows_16": 0.151, "image":
            0.0236, "image_32": -0.0492, "image_256": 0.0223, "double": 0.59, "complex": 2.32,
            "complex_double": 2.31, "integer": 0.742, "narrow_integer": 0.861, "converted": 0.567,
            "half": -0.25, "channels_last": 0.312, "channels_last_channels": 0.158, "stride":
            0.0234, "dilation": -0.0127, "bordered": -0.162, "bordered_padded": 0.0282, "rank_1":
            -0.224, "rank_3": 0.0266},
        "spatial_1": {"call": 1.66e-06, "wake": 5e-06, "prepared": 2.97e-12, "weights": 2.54e-11,
            "filters": 3.63e-09, "workers": -0.403, "taps": 0.495, "taps_8": -0.253, "taps_64":
            -0.295, "kernel_row": -0.0442, "ic_per_group": 0.075, "ic_per_group_16": -0.205,
            "oc_per_group": -0.256, "oc_per_group_8": 0.0594, "oc_per_group_32": 0.27, "groups":
            -0.0868, "row": -0.377, "row_16": 0.265, "row_128": 0.103, "rows": -0.0423, "rows_16":
            0.118, "image": 0.268, "image_32": -0.0836, "image_256": -0.134, "double": -0.746,
            "complex": 1.04, "complex_double": 0.709, "integer": -0.24, "narrow_integer": 1.27,
            "converted": 0.944, "half": 0.0633, "channels_last": 0.0426, "channels_last_channels":
            1.02, "stride": 0.114, "dilation": 0.134, "bordered": -0.26, "bordered_padded": 0.0943,
            "rank_1": 0.684, "rank_3": -0.605},
        "spatial_2": {"call": 1.9e-06, "wake": 5e-06, "prepared": 2.95e-12, "weights": 1.05e-11,
            "filters": 3.14e-09, "workers": -0.172, "taps": 0.306, "taps_8": 0.00763, "taps_64":
            -0.393, "kernel_row": 0.00382, "ic_per_group": 0.147, "ic_per_group_16": -0.0172,
            "oc_per_group": 0.333, "oc_per_group_8": 0.0594, "oc_per_group_32": 0.27, "groups":
            -0.00173, "row": -0.264, "row_16": 0.242, "row_128": -0.242, "rows": -0.135, "rows_16":
            -0.119, "image": 0.158, "image_32": -0.0238, "image_256": 0.13, "double": -0.717,
            "complex": 1.08, "complex_double": 0.674, "integer": 0.279, "narrow_integer": 1.27,
            "converted": 0.672, "half": -0.0953, "channels_last": 0.654, "channels_last_channels":
            -0.0299, "stride": -0.247, "dilation": 0.135, "bordered": -0.211, "bordered_padded":
            0.22, "rank_1": -0.0429, "rank_3": -0.532},
        "spatial_4": {"call": 1.89e-06, "wake": 5e-06, "prepared": 1.43e-11, "weights": 7.13e-12,
            "filters": 4.11e-09, "workers": -0.164, "taps": -0.0116, "taps_8": -0.142, "taps_64":
            0.32, "kernel_row": -0.0168, "ic_per_group_16": -0.0352, "oc_per_group": 0.133,
            "oc_per_group_8": -0.245, "oc_per_group_32": 1.79, "groups": -0.0515, "row": -0.111,
            "row_16": 0.164, "row_128": -0.0269, "rows": 0.129, "rows_16": -0.106, "image": 0.0969,
            "image_32": -0.11, "image_256": 0.0475, "double": -0.524, "complex": 0.743,
            "complex_double": 0.381, "integer": -0.241, "narrow_integer": 1.54, "converted": 0.758,
            "half": -0.302, "channels_last": 0.892, "channels_last_channels": 0.0426, "stride":
            -0.217, "dilation": 0.135, "bordered": -0.172, "bordered_padded": 0.0334, "rank_1":
            0.261, "rank_3": 0.229},
        "spatial_in_out": {"call": 1.85e-06, "wake": 5e-06, "prepared": 3.67e-11, "weights":
            4.93e-12, "filters": 2.08e-09, "workers": -0.275, "taps": -0.0322, "taps_8": -0.0205,
            "taps_64": -0.0124, "kernel_row": 0.0345, "ic_per_group": -0.062, "ic_per_group_16":
            0.0917, "oc_per_group": -0.0192, "oc_per_group_8": -0.0207, "oc_per_group_32": -0.0045,
            "groups": -0.0215, "row": 0.0956, "row_16": -0.145, "row_128": 0.0505, "rows": 0.0331,
            "rows_16": -0.0148, "image": -0.0172, "image_32": 0.0897, "image_256": -0.0563,
            "double": -0.501, "complex": 1.04, "complex_double": 0.709, "integer": 0.261,
            "narrow_integer": 1.27, "converted": -0.261, "half": -0.277, "channels_last": 0.519,
            "channels_last_channels": 0.076, "stride": -0.0224, "dilation": 0.0303, "bordered":
            -0.0984, "bordered_padded": 0.0149, "rank_1": 0.204, "rank_3": -0.135},
        "stencil": {"call": 2.75e-06, "wake": 5e-06, "prepared": 4.81e-12, "weights": 1.17e-11,
            "filters": 1.22e-09, "workers": -0.1, "taps": 0.752, "taps_8": -0.528, "taps_64":
            -0.262, "kernel_row": -0.0224, "ic_per_group": -0.019, "ic_per_group_16": -0.0324,
            "oc_per_group": -0.0733, "oc_per_group_8": 0.0961, "oc_per_group_32": -0.241, "groups":
            -0.0447, "row": -0.125, "row_16": 0.0788, "row_128": 0.0849, "rows": -0.00468,
            "rows_16": 0.0502, "image": 0.0979, "image_32": 0.00752, "image_256": -0.113, "double":
            -0.785, "complex": 0.281, "complex_double": -0.295, "integer": -0.502, "narrow_integer":
            0.662, "converted": 0.4, "half": 0.0521, "channels_last": 0.0712,
            "channels_last_channels": 0.0616, "dilation": -0.0279, "bordered": -0.68,
            "bordered_padded": 0.0527, "rank_1": -0.0952, "rank_3": -0.125},
    },
    "separable": {
        "": {"call": 1.54e-05, "wake": 5e-06, "prepared": 7.49e-07, "weights": 2.3e-08, "filters":
            9.02e-09, "workers": -0.7, "taps": -0.673, "taps_8": 0.337, "taps_64": 0.176,
            "kernel_row": -0.0513, "ic_per_group": -0.661, "oc_per_group": -0.586, "groups": -0.479,
            "row": -0.0581, "row_16": 0.158, "row_128": -0.109, "rows": 0.17, "rows_16": -0.156,
            "image": 0.111, "image_32": -0.385, "image_256": 0.238, "double": -0.648, "complex":
            1.29, "integer": 0.0428, "narrow_integer": 0.609, "converted": 0.0248, "half": -0.599,
            "channels_last": 0.0655, "channels_last_channels": -0.0096, "dilation": 0.0383,
            "bordered": 0.118, "bordered_padded": 0.0821, "rank_1": -1.23, "rank_3": 0.17},
        "box": {"call": 9.26e-06, "wake": 5e-06, "prepared": 7.19e-08, "weights": 7.49e-07,
            "filters": 8.99e-09, "workers": -0.7, "taps": -0.667, "taps_8": 0.00638, "taps_64":
            -0.0174, "kernel_row": -0.00586, "ic_per_group": -0.697, "oc_per_group": -0.691,
            "groups": -0.663, "row": 0.0863, "row_16": 0.0678, "row_128": -0.0164, "rows": -0.0501,
            "rows_16": 0.178, "image": 0.0374, "image_32": -0.0642, "image_256": -0.11, "double":
            -0.667, "complex": 0.209, "integer": 0.294, "narrow_integer": 1.61, "converted": 0.644,
            "half": 0.0492, "channels_last": 0.013, "channels_last_channels": 0.0358, "bordered":
            0.0308, "bordered_padded": 0.00576, "rank_1": -0.776, "rank_3": 0.0872},
        "separable": {"call": 2.26e-05, "wake": 5e-06, "prepared": 7.32e-07, "weights": 1.1e-08,
            "filters": 9e-09, "workers": -0.7, "taps": -1.75, "taps_8": 1.78, "taps_64": 0.144,
            "kernel_row": -0.129, "ic_per_group": -0.647, "oc_per_group": -0.46, "groups": -0.126,
            "row": -0.0263, "row_16": -0.00956, "row_128": -0.266, "rows": 0.132, "rows_16": -0.481,
            "image": 0.105, "image_32": -0.152, "image_256": 0.279, "double": -1.15, "complex":
            2.31, "integer": 0.808, "narrow_integer": 0.237, "converted": -0.173, "half": -0.123,
            "channels_last": 0.174, "channels_last_channels": -0.0478, "stride": -0.173, "dilation":
            -0.0449, "bordered": 0.392, "bordered_padded": -0.0136, "rank_1": -1.23, "rank_3":
            0.0555},
    },
    "winograd": {
        "": {"call": 8.78e-06, "wake": 5e-06, "prepared": 3.53e-11, "weights": 3.43e-12, "filters":
            5.95e-09, "workers": -0.1, "taps": -0.115, "taps_8": 0.559, "taps_64": -0.353,
            "kernel_row": 0.402, "ic_per_group": -0.0509, "ic_per_group_16": 0.215, "oc_per_group":
            -0.0769, "oc_per_group_8": 0.184, "oc_per_group_32": -0.00909, "groups": 0.00996, "row":
            0.255, "row_16": -0.196, "row_128": 0.175, "rows": 0.0376, "rows_16": 0.0195, "image":
            -0.162, "image_32": 0.0271, "image_256": 0.101, "double": -0.372, "complex": 0.725,
            "complex_double": 0.221, "channels_last": 0.447, "channels_last_channels": -0.00905,
            "dilation": -0.0541, "bordered": -0.0112, "bordered_padded": -0.0814, "rank_1": -0.311,
            "rank_3": -0.209},
        "tiles_in_lanes": {"call": 6.89e-06, "wake": 5e-06, "prepared": 6.33e-12, "weights":
            6.42e-12, "filters": 1.46e-08, "workers": -0.1, "taps": 0.176, "taps_8": -0.156,
            "taps_64": -0.455, "kernel_row": 1.22, "ic_per_group": -0.109, "ic_per_group_16": 0.087,
            "oc_per_group": -0.252, "oc_per_group_8": 0.137, "oc_per_group_32": 0.81, "groups":
            -0.148, "row": 0.319, "row_16": -0.365, "row_128": 0.405, "rows": 0.195, "rows_16":
            0.0587, "image": -0.0983, "image_32": -0.115, "image_256": 0.033, "double": -0.216,
            "complex": 0.657, "complex_double": 0.163, "channels_last": 0.491,
            "channels_last_channels": -0.0195, "dilation": -0.103, "bordered": 0.27,
            "bordered_padded": 0.0554, "rank_1": -0.124, "rank_3": -0.188},
    },
    "im2col": {
        "": {"call": 7.69e-06, "wake": 5e-06, "prepared": 2.56e-13, "weights": 1.29e-13, "filters":
            2.75e-11, "workers": -0.1, "taps": 0.344, "taps_8": -0.158, "taps_64": -0.0628,
            "kernel_row": -0.155, "ic_per_group": -0.535, "ic_per_group_16": 0.0753, "oc_per_group":
            0.0666, "oc_per_group_8": 0.193, "oc_per_group_32": -0.256, "groups": -0.565, "row":
            0.111, "row_16": -0.258, "row_128": 0.137, "rows": -0.00937, "rows_16": -0.0461,
            "image": 0.136, "image_32": -0.356, "image_256": 0.379, "double": -0.507, "complex":
            -1.5, "complex_double": -1.48, "converted": 0.179, "half": 0.179, "channels_last": 2.69,
            "channels_last_channels": 0.7, "stride": -0.105, "dilation": -0.0391, "bordered": 0.213,
            "bordered_padded": -0.00925, "rank_1": 0.0532, "rank_3": -0.365},
        "pointwise": {"call": 6.65e-06, "wake": 5e-06, "prepared": 3.11e-13, "weights": 1.41e-13,
            "filters": 3.36e-11, "workers": -0.44, "taps": 0.344, "taps_8": -0.158, "taps_64":
            -0.0628, "kernel_row": -0.155, "ic_per_group": 0.104, "ic_per_group_16": -0.655,
            "oc_per_group": 0.042, "oc_per_group_8": -0.747, "oc_per_group_32": -0.0158, "groups":
            -0.565, "row": 0.492, "row_16": -0.619, "row_128": 0.0607, "rows": 0.00776, "rows_16":
            -0.0482, "image": 1.24, "image_32": -1.43, "image_256": 0.304, "double": -0.477,
            "complex": -2.37, "complex_double": -2.01, "converted": 0.179, "half": 0.179,
            "channels_last": 2.69, "channels_last_channels": 0.7, "stride": -0.105, "dilation":
            0.32, "bordered": 0.213, "bordered_padded": -0.00925, "rank_1": 0.152, "rank_3":
            -0.362},
        "rows": {"call": 7.79e-06, "wake": 5e-06, "prepared": 2.56e-13, "weights": 1.14e-13,
            "filters": 3.75e-11, "workers": -1.0, "taps": 0.205, "taps_8": -0.139, "taps_64":
            -0.285, "kernel_row": -0.347, "ic_per_group": -0.362, "ic_per_group_16": -0.0737,
            "oc_per_group": -0.436, "oc_per_group_8": 0.328, "oc_per_group_32": -0.636, "groups":
            -0.452, "row": 0.477, "row_16": -0.215, "row_128": 0.194, "rows": 0.382, "rows_16":
            -0.168, "image": 0.61, "image_32": -0.692, "image_256": -0.11, "double": -0.583,
            "complex": -1.5, "complex_double": -1.48, "converted": 0.709, "half": 0.709,
            "channels_last": 1.42, "channels_last_channels": 0.7, "stride": -0.105, "dilation":
            -0.0265, "bordered": 0.213, "bordered_padded": -0.00925, "rank_1": 0.0735, "rank_3":
            -0.414},
        "windows": {"call": 7.2e-06, "wake": 5e-06, "prepared": 2.39e-13, "weights": 9.93e-14,
            "filters": 3.71e-11, "workers": -0.1, "taps": 0.322, "taps_8": -0.168, "taps_64":
            -0.0534, "kernel_row": -0.152, "ic_per_group": -0.32, "ic_per_group_16": 0.0883,
            "oc_per_group": 0.0236, "oc_per_group_8": 0.186, "oc_per_group_32": -0.23, "groups":
            -0.357, "row": 0.0574, "row_16": -0.214, "row_128": 0.145, "rows": -0.00801, "rows_16":
            -0.0642, "image": 0.164, "image_32": -0.341, "image_256": 0.338, "double": -0.527,
            "complex": -1.57, "complex_double": -1.54, "converted": 0.115, "half": 0.115,
            "channels_last": 3.4, "channels_last_channels": 0.44, "stride": -0.058, "dilation":
            -0.0121, "bordered": 0.185, "bordered_padded": 0.00431, "rank_1": 0.127, "rank_3":
            -0.37},
    },
    "fft_tiled": {
        "": {"call": 2.54e-06, "wake": 5e-06, "prepared": 1.08e-10, "weights": 2.01e-10, "filters":
            7.78e-09, "workers": -0.1, "taps": 0.0357, "taps_8": -0.00214, "taps_64": 0.0365,
            "kernel_row": -0.027, "ic_per_group": -0.00823, "ic_per_group_16": 0.0737,
            "oc_per_group": -0.0197, "oc_per_group_8": 0.0297, "oc_per_group_32": 0.0292, "groups":
            -0.00627, "row": 0.022, "row_16": -0.0115, "row_128": -0.00302, "rows": 0.0173,
            "rows_16": 0.00483, "image": 0.00224, "image_32": 0.0144, "double": -0.802, "complex":
            -0.0358, "complex_double": -0.844, "converted": 0.0276, "half": 0.0276, "channels_last":
            -0.0189, "stride": -0.0556, "dilation": 0.0542, "bordered": 0.0383, "bordered_padded":
            0.00423, "rank_1": 0.0353, "rank_3": 0.0553},
    },
    "fft": {
        "": {"call": 3.19e-05, "wake": 5e-06, "prepared": 9.54e-10, "weights": 9.18e-10, "filters":
            1.98e-07, "workers": -0.1, "taps": -0.0307, "taps_8": -0.0797, "taps_64": 0.161,
            "kernel_row": 0.092, "ic_per_group": 0.145, "ic_per_group_16": -0.0697, "oc_per_group":
            0.0471, "oc_per_group_8": 0.0885, "oc_per_group_32": -0.109, "groups": 0.04, "row":
            0.0144, "row_16": -0.102, "row_128": 0.0179, "rows": -0.127, "rows_16": 0.122, "image":
            -0.136, "image_32": 0.125, "image_256": 0.0966, "double": -0.582, "complex": 0.113,
            "complex_double": -0.727, "converted": -0.0331, "half": -0.0331, "channels_last":
            -0.0727, "channels_last_channels": 0.00818, "stride": 0.0354, "dilation": 0.0287,
            "bordered": 0.138, "bordered_padded": -0.0684, "rank_1": -0.855, "rank_3": 0.476},
    },
    "cython": {
        "": {"call": 3.4e-05, "wake": 5e-06, "prepared": 1.5e-10, "weights": 2.75e-11, "filters":
            1.89e-10, "workers": -0.7, "taps": -0.0314, "taps_8": -0.0299, "taps_64": 0.212,
            "kernel_row": -0.133, "ic_per_group": 0.00668, "ic_per_group_16": -0.0712,
            "oc_per_group": 0.00342, "oc_per_group_8": -0.0347, "oc_per_group_32": -0.0746,
            "groups": -0.0521, "row": -0.0949, "row_16": 0.00386, "row_128": 0.0852, "rows": -0.104,
            "rows_16": -0.11, "image": 0.0804, "image_32": 0.165, "image_256": -0.196, "double":
            -0.265, "complex": -0.825, "complex_double": -0.817, "integer": -0.256,
            "narrow_integer": -0.752, "converted": 0.0596, "half": 2.23, "channels_last": 1.19,
            "channels_last_channels": 0.0185, "stride": 0.0953, "dilation": -0.167, "bordered":
            -0.325, "bordered_padded": 0.0357, "rank_1": 0.252, "rank_3": -0.203},
    },
    "naive": {
        "": {"call": 8.24e-07, "wake": 5e-06, "prepared": 1e-10, "weights": 2.69e-10, "filters":
            3.33e-09, "workers": -0.7, "taps": -0.135, "taps_8": -0.129, "taps_64": 0.00783,
            "kernel_row": -0.0577, "ic_per_group": -0.24, "ic_per_group_16": 0.0722, "oc_per_group":
            -0.226, "oc_per_group_8": -0.0747, "oc_per_group_32": 0.00787, "groups": -0.264, "row":
            -0.229, "row_16": -0.155, "row_128": -0.0107, "rows": -0.0926, "rows_16": 0.0222,
            "image": 0.0973, "image_32": 0.00262, "image_256": 0.0047, "double": -0.381, "complex":
            0.0587, "complex_double": -0.344, "integer": -0.3, "narrow_integer": 0.444, "converted":
            1.63, "half": 1.1, "channels_last": 0.199, "channels_last_channels": 0.0291, "stride":
            -0.149, "dilation": -0.304, "bordered": 0.701, "bordered_padded": -0.0876, "rank_1":
            -0.0668, "rank_3": -0.0307},
    },
}
