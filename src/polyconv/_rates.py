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
    "date": "2026-11-29",
    "command": "python -m benchmarks.cost_model fit --problems 900 --workers 1 2 --budget 0.05",
    "problems": 2658,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.15, "fft_tiled": 1.0, "fft": 1.2, "cython": 1.05,
        "winograd": 1.0, "naive": 1.0, "separable": 1.0},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2606, "median": 1.13, "rms": 1.34, "p90": 1.58},
    "direct depthwise": {"problems": 226, "median": 1.2, "rms": 1.43, "p90": 1.76},
    "direct dot": {"problems": 25, "median": 1.89, "rms": 2.02, "p90": 2.81},
    "direct igemm": {"problems": 563, "median": 1.16, "rms": 1.41, "p90": 1.71},
    "direct pointwise": {"problems": 159, "median": 1.16, "rms": 1.35, "p90": 1.61},
    "direct spatial_1": {"problems": 340, "median": 1.11, "rms": 1.31, "p90": 1.49},
    "direct spatial_2": {"problems": 176, "median": 1.19, "rms": 1.39, "p90": 1.6},
    "direct spatial_4": {"problems": 120, "median": 1.15, "rms": 1.33, "p90": 1.69},
    "direct spatial_in_out": {"problems": 280, "median": 1.1, "rms": 1.2, "p90": 1.32},
    "direct stencil": {"problems": 717, "median": 1.11, "rms": 1.25, "p90": 1.41},
    "direct, preparing": {"problems": 2606, "median": 1.12, "rms": 1.37, "p90": 1.64},
    "separable": {"problems": 510, "median": 1.11, "rms": 1.21, "p90": 1.34},
    "separable box": {"problems": 260, "median": 1.1, "rms": 1.17, "p90": 1.32},
    "separable separable": {"problems": 250, "median": 1.13, "rms": 1.24, "p90": 1.38},
    "separable, preparing": {"problems": 510, "median": 1.05, "rms": 1.14, "p90": 1.17},
    "winograd": {"problems": 429, "median": 1.16, "rms": 1.31, "p90": 1.51},
    "winograd tiles_in_lanes": {"problems": 98, "median": 1.12, "rms": 1.27, "p90": 1.52},
    "winograd, preparing": {"problems": 429, "median": 1.15, "rms": 1.31, "p90": 1.49},
    "im2col": {"problems": 2259, "median": 1.15, "rms": 1.34, "p90": 1.6},
    "im2col pointwise": {"problems": 96, "median": 1.12, "rms": 1.39, "p90": 1.45},
    "im2col rows": {"problems": 1134, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "im2col windows": {"problems": 1029, "median": 1.2, "rms": 1.43, "p90": 1.78},
    "im2col, preparing": {"problems": 2259, "median": 1.06, "rms": 1.28, "p90": 1.21},
    "fft_tiled": {"problems": 2501, "median": 1.15, "rms": 1.3, "p90": 1.51},
    "fft_tiled l3_filters": {"problems": 362, "median": 1.23, "rms": 1.37, "p90": 1.69},
    "fft_tiled memory_filters": {"problems": 64, "median": 1.2, "rms": 1.3, "p90": 1.48},
    "fft_tiled, preparing": {"problems": 2501, "median": 1.15, "rms": 1.56, "p90": 1.62},
    "fft": {"problems": 2507, "median": 1.13, "rms": 1.3, "p90": 1.46},
    "fft, preparing": {"problems": 2507, "median": 1.18, "rms": 1.42, "p90": 1.61},
    "cython": {"problems": 1320, "median": 1.13, "rms": 1.22, "p90": 1.35},
    "cython, preparing": {"problems": 1320, "median": 1.05, "rms": 1.14, "p90": 1.17},
    "naive": {"problems": 162, "median": 1.21, "rms": 1.42, "p90": 1.7},
    "naive, preparing": {"problems": 162, "median": 1.06, "rms": 1.11, "p90": 1.14},
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
    "groups": (0.0, 9.54),
    "row": (0.0, 22.1),
    "row_16": (0.0, 18.1),
    "row_128": (0.0, 15.1),
    "rows": (0.0, 20.6),
    "rows_16": (0.0, 16.6),
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
    "channels_last_channels": (0.0, 10.0),
    "stride": (0.0, 9.17),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.82, "base": 5.37},
    "separable": {},
    "winograd": {"v3": 1.9, "base": 4.14},
    "im2col": {"v3": 2.51, "base": 7.54},
    "fft_tiled": {"v3": 1.32, "base": 2.14},
    "fft": {"v3": 1.13, "base": 1.3},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.55e-06, "wake": 5.41e-06, "flops": 6.43e-12, "beyond_l2": 2.47e-11,
            "beyond_l3": 5e-11, "outputs": 1.32e-10, "outputs_half": 1.61e-11, "outputs_last":
            1.24e-10, "channel_planes": 1.24e-09, "bytes": 6.03e-12, "packed": 2.77e-11, "gathered":
            1.38e-11, "runs": 1.7e-09, "runs_bordered": 1.06e-08, "work_items": 2.22e-08,
            "work_item_products": 2.11e-12, "workers": -0.632, "taps": -0.0196, "taps_8": 0.0641,
            "taps_64": 0.0513, "kernel_row": -0.0353, "ic_per_group": 0.0175, "ic_per_group_16":
            0.0444, "oc_per_group": -0.0311, "oc_per_group_8": 0.0201, "oc_per_group_32": 0.0388,
            "groups": -0.00663, "row": 0.13, "row_16": -0.0869, "row_128": -0.0368, "rows": 0.041,
            "rows_16": -0.0259, "image": -0.134, "image_32": 0.0824, "image_256": 0.0428, "double":
            0.579, "complex": -0.268, "complex_double": 0.251, "integer": 0.869, "narrow_integer":
            0.0753, "converted": 0.254, "half": -0.176, "channels_last": -0.0261,
            "channels_last_channels": 0.0184, "dilation": 0.00165, "bordered": 0.134,
            "bordered_padded": 0.0705, "rank_1": -0.0801, "rank_3": 0.0762},
        "depthwise": {"call": 2.74e-06, "wake": 6.11e-06, "flops": 7.56e-12, "beyond_l2": 3.32e-11,
            "beyond_l3": 5e-11, "outputs": 1.45e-10, "outputs_half": 1.45e-11, "outputs_last":
            3.97e-11, "channel_planes": 7.18e-10, "bytes": 4.96e-12, "packed": 1.27e-11, "gathered":
            4.95e-12, "runs": 4.81e-10, "runs_bordered": 2.94e-09, "work_items": 1.87e-08,
            "work_item_products": 2.11e-12, "workers": -0.595, "taps": 0.0463, "taps_8": -0.0209,
            "taps_64": 0.0988, "kernel_row": -0.0121, "ic_per_group": 0.0175, "ic_per_group_16":
            0.0444, "oc_per_group": -0.0311, "oc_per_group_8": 0.0201, "oc_per_group_32": 0.0388,
            "groups": -0.0118, "row": 0.182, "row_16": -0.0741, "row_128": -0.0258, "rows": 0.00928,
            "rows_16": 0.011, "image": -0.191, "image_32": 0.135, "image_256": -0.0255, "double":
            0.55, "complex": -0.268, "complex_double": 0.251, "integer": 0.714, "narrow_integer":
            -0.579, "converted": 0.585, "half": -0.0689, "channels_last": 0.0378,
            "channels_last_channels": 0.0381, "stride": 0.182, "dilation": 0.00428, "bordered":
            0.0539, "bordered_padded": 0.00659, "rank_1": -0.292, "rank_3": 0.428},
        "dot": {"call": 2.36e-06, "wake": 4.66e-06, "flops": 6.06e-12, "beyond_l2": 2.11e-11,
            "beyond_l3": 5e-11, "outputs": 1.32e-10, "outputs_half": 1.61e-11, "outputs_last":
            1.24e-10, "channel_planes": 1.24e-09, "bytes": 7.14e-12, "packed": 2.74e-11, "gathered":
            1.37e-11, "runs": 1.68e-09, "runs_bordered": 1.06e-08, "work_items": 2.2e-08,
            "work_item_products": 2.12e-12, "workers": -0.791, "taps": -0.275, "taps_8": 0.0312,
            "taps_64": 0.248, "kernel_row": 0.117, "ic_per_group": -0.0288, "ic_per_group_16":
            0.0444, "oc_per_group": -0.0197, "oc_per_group_8": 0.0201, "oc_per_group_32": 0.0388,
            "groups": -0.0771, "row": 0.165, "row_16": 0.0428, "row_128": -0.164, "rows": 0.129,
            "rows_16": -0.0796, "image": -0.0661, "image_32": -0.149, "image_256": 0.203, "double":
            0.82, "complex": -0.268, "complex_double": 0.172, "integer": 0.27, "narrow_integer":
            0.493, "converted": 0.136, "half": -0.176, "channels_last": -0.122,
            "channels_last_channels": -0.122, "stride": 0.0117, "dilation": 0.00165, "bordered":
            0.174, "bordered_padded": 0.261, "rank_1": -0.107, "rank_3": -0.0881},
        "igemm": {"call": 2.33e-06, "wake": 4.26e-06, "flops": 9.77e-12, "beyond_l2": 3.12e-12,
            "beyond_l3": 5e-11, "outputs": 4.96e-10, "outputs_half": 1.41e-11, "outputs_last":
            8.75e-11, "channel_planes": 3.57e-09, "bytes": 2.63e-12, "packed": 6.32e-11, "gathered":
            1.6e-11, "runs": 3.5e-09, "runs_bordered": 3.36e-09, "work_items": 2.94e-08,
            "work_item_products": 2.29e-12, "workers": -0.626, "taps": -0.126, "taps_8": 0.0506,
            "taps_64": 0.0675, "kernel_row": 0.142, "ic_per_group": 0.0188, "ic_per_group_16":
            0.0319, "oc_per_group": -0.0145, "oc_per_group_8": -0.0952, "oc_per_group_32": 0.173,
            "groups": 0.0389, "row": 0.0478, "row_16": -0.025, "row_128": -0.0197, "rows": 0.0499,
            "rows_16": -0.0522, "image": -0.129, "image_32": 0.0659, "image_256": 0.0803, "double":
            0.632, "complex": -0.223, "complex_double": 0.205, "integer": 0.648, "narrow_integer":
            -0.246, "converted": 0.713, "half": -0.576, "channels_last": -0.172,
            "channels_last_channels": 0.024, "stride": 0.015, "dilation": 0.0315, "bordered": 0.212,
            "bordered_padded": 0.139, "rank_1": -0.177, "rank_3": 0.168},
        "pointwise": {"call": 2.37e-06, "wake": 4.24e-06, "flops": 9.76e-12, "beyond_l2": 6.38e-11,
            "beyond_l3": 5e-11, "outputs": 1.54e-10, "outputs_half": 1.66e-11, "outputs_last":
            9.57e-11, "channel_planes": 8.42e-10, "bytes": 1.9e-12, "packed": 1.54e-11, "gathered":
            1.12e-11, "runs": 3.73e-09, "runs_bordered": 1.06e-08, "work_items": 1.93e-08,
            "work_item_products": 2.09e-12, "workers": -0.645, "taps": 0.444, "taps_8": -0.695,
            "taps_64": 0.324, "kernel_row": 0.0127, "ic_per_group": -0.221, "ic_per_group_16": 0.23,
            "oc_per_group": 0.423, "oc_per_group_8": -0.547, "oc_per_group_32": 0.132, "groups":
            -0.0294, "row": 0.132, "row_16": -0.129, "row_128": 0.0311, "rows": -0.00134, "rows_16":
            0.0453, "image": -0.182, "image_32": 0.154, "image_256": 0.0455, "double": 0.59,
            "complex": -0.498, "complex_double": 0.186, "integer": 0.439, "narrow_integer": -0.283,
            "converted": 0.888, "half": -1.08, "channels_last": -0.49, "channels_last_channels":
            0.0537, "stride": 0.125, "dilation": 0.108, "bordered": 0.134, "bordered_padded":
            0.0705, "rank_1": -0.263, "rank_3": -0.141},
        "spatial_1": {"call": 2.3e-06, "wake": 4.94e-06, "flops": 6e-12, "beyond_l2": 2.54e-11,
            "beyond_l3": 5e-11, "outputs": 4.85e-11, "outputs_half": 1.66e-11, "outputs_last":
            1.24e-10, "channel_planes": 5.65e-09, "bytes": 3.24e-12, "packed": 2.51e-11, "gathered":
            1.21e-11, "runs": 5.61e-09, "runs_bordered": 1.83e-08, "work_items": 2.36e-08,
            "work_item_products": 2.09e-12, "workers": -0.65, "taps": -0.092, "taps_8": 0.16,
            "taps_64": -0.0958, "kernel_row": 0.0699, "ic_per_group": 0.0711, "ic_per_group_16":
            0.0052, "oc_per_group": -0.0311, "oc_per_group_8": 0.0201, "oc_per_group_32": 0.0388,
            "groups": -0.0255, "row": 0.16, "row_16": -0.103, "row_128": -0.0796, "rows": 0.0632,
            "rows_16": -0.0984, "image": -0.285, "image_32": 0.32, "image_256": -0.00963, "double":
            0.571, "complex": -0.268, "complex_double": 0.251, "integer": 0.887, "narrow_integer":
            0.289, "converted": -0.09, "half": -0.00298, "channels_last": 0.0746,
            "channels_last_channels": 0.00153, "stride": 0.0971, "dilation": 0.0723, "bordered":
            0.0148, "bordered_padded": 0.46, "rank_1": -0.0845, "rank_3": 0.215},
        "spatial_2": {"call": 2.63e-06, "wake": 3.1e-06, "flops": 8.26e-13, "beyond_l2": 2.04e-11,
            "beyond_l3": 5e-11, "outputs": 5.94e-11, "outputs_half": 1.57e-11, "outputs_last":
            6.05e-11, "channel_planes": 4.33e-10, "bytes": 5.65e-12, "packed": 3.06e-11, "gathered":
            2.43e-11, "runs": 4.29e-09, "runs_bordered": 1.26e-08, "work_items": 4.13e-08,
            "work_item_products": 2.11e-12, "workers": -0.63, "taps": 0.191, "taps_8": -0.16,
            "taps_64": 0.0552, "kernel_row": 0.0282, "ic_per_group": 0.0654, "ic_per_group_16":
            -0.337, "oc_per_group": -0.828, "oc_per_group_8": 0.0201, "oc_per_group_32": 0.0388,
            "groups": -0.0296, "row": 0.0316, "row_16": 0.164, "row_128": -0.184, "rows": 0.118,
            "rows_16": -0.139, "image": -0.114, "image_32": 0.273, "image_256": -0.18, "double":
            0.345, "complex": -0.495, "complex_double": -0.425, "integer": 0.509, "narrow_integer":
            0.9, "converted": -0.407, "half": 0.612, "channels_last": -0.247,
            "channels_last_channels": 0.206, "stride": 0.0403, "dilation": -0.407, "bordered":
            -0.108, "bordered_padded": 0.491, "rank_1": 0.189, "rank_3": 0.291},
        "spatial_4": {"call": 2.48e-06, "wake": 5.89e-06, "flops": 6.48e-12, "beyond_l2": 2.29e-11,
            "beyond_l3": 5e-11, "outputs": 1.08e-10, "outputs_half": 1.47e-11, "outputs_last":
            1.33e-10, "channel_planes": 1.42e-09, "bytes": 3.53e-12, "packed": 1.12e-10, "gathered":
            1.76e-11, "runs": 2.41e-09, "runs_bordered": 8.09e-09, "work_items": 2.17e-08,
            "work_item_products": 2.08e-12, "workers": -0.582, "taps": 0.0398, "taps_8": -0.101,
            "taps_64": 0.108, "kernel_row": 0.0311, "ic_per_group": -0.0418, "ic_per_group_16":
            0.101, "oc_per_group": -0.00164, "oc_per_group_8": 0.0585, "oc_per_group_32": 0.0388,
            "groups": -0.0119, "row_16": 0.0937, "row_128": -0.0462, "rows": 0.105, "rows_16":
            -0.084, "image": -0.183, "image_32": 0.117, "image_256": 0.0295, "double": 0.576,
            "complex": -0.16, "complex_double": 0.327, "integer": 1.52, "narrow_integer": 0.119,
            "converted": 0.32, "half": -0.153, "channels_last": -0.238, "channels_last_channels":
            0.118, "stride": -0.00226, "dilation": -0.137, "bordered": 0.152, "bordered_padded":
            0.364, "rank_1": -0.175, "rank_3": 0.0916},
        "spatial_in_out": {"call": 2.22e-06, "wake": 4.92e-06, "flops": 5.58e-12, "beyond_l2":
            1.9e-11, "beyond_l3": 5e-11, "outputs": 1.86e-10, "outputs_half": 1.61e-11,
            "outputs_last": 1.24e-10, "channel_planes": 1.55e-09, "bytes": 5.47e-12, "packed":
            4.17e-11, "gathered": 9.86e-12, "runs": 1.56e-09, "runs_bordered": 1.75e-08,
            "work_items": 1.14e-08, "work_item_products": 2.11e-12, "workers": -0.605, "taps":
            0.0425, "taps_8": -0.017, "taps_64": -0.0269, "kernel_row": -0.0476, "ic_per_group":
            0.0279, "ic_per_group_16": 0.0816, "oc_per_group": -0.00825, "oc_per_group_8": -0.045,
            "oc_per_group_32": 0.0617, "groups": -0.0134, "row": 0.187, "row_16": -0.166, "rows":
            -0.00425, "rows_16": 0.0259, "image": -0.214, "image_32": 0.177, "image_256": 0.0216,
            "double": 0.548, "complex": -0.268, "complex_double": 0.251, "integer": 1.55,
            "narrow_integer": 0.0753, "converted": 0.125, "half": -0.176, "channels_last": -0.0261,
            "channels_last_channels": 0.0184, "stride": 0.137, "dilation": -0.0785, "bordered":
            0.0371, "bordered_padded": 0.109, "rank_1": -0.0467, "rank_3": 0.0156},
        "stencil": {"call": 2.26e-06, "wake": 4.55e-06, "flops": 1.66e-11, "beyond_l2": 5.64e-11,
            "beyond_l3": 5e-11, "outputs": 1.64e-10, "outputs_half": 1.51e-11, "outputs_last":
            1.2e-10, "channel_planes": 1.07e-09, "bytes": 6.48e-12, "packed": 1.48e-11, "gathered":
            4.42e-12, "runs": 6.83e-10, "runs_bordered": 6.18e-08, "work_items": 6.69e-09,
            "work_item_products": 1.99e-12, "workers": -0.606, "taps": 0.0121, "taps_8": 0.00963,
            "kernel_row": -0.0118, "ic_per_group": 0.0404, "ic_per_group_16": -0.11, "oc_per_group":
            -0.0859, "oc_per_group_8": 0.172, "oc_per_group_32": -0.234, "groups": -0.0269, "row":
            -0.0345, "row_16": -0.0306, "rows": 0.0905, "rows_16": -0.106, "image": -0.0617,
            "image_32": -0.113, "image_256": 0.203, "double": 0.57, "complex": -0.657,
            "complex_double": 0.0506, "integer": 1.3, "narrow_integer": 0.0564, "converted": 0.15,
            "half": 0.0544, "channels_last": 0.0438, "channels_last_channels": -0.0154, "stride":
            0.297, "dilation": 0.0014, "bordered": 0.0763, "bordered_padded": 0.0134, "rank_1":
            -0.0801, "rank_3": 0.118},
    },
    "separable": {
        "": {"call": 2.9e-06, "wake": 3.94e-06, "flops": 2.24e-12, "beyond_l2": 7.42e-12,
            "beyond_l3": 5e-11, "outputs": 4.23e-12, "outputs_half": 1e-10, "outputs_last":
            3.08e-12, "channel_planes": 9.35e-09, "bytes": 7.52e-12, "packed": 2.09e-11, "gathered":
            1.45e-11, "runs": 1.55e-08, "runs_bordered": 1.21e-08, "work_items": 3.38e-09,
            "work_item_products": 1.57e-11, "workers": -0.623, "taps": 0.0463, "taps_8": -0.0658,
            "taps_64": 0.0575, "kernel_row": 0.135, "groups": -0.00718, "row": 0.141, "row_16":
            -0.195, "row_128": 0.0173, "rows": 0.0682, "rows_16": -0.0699, "image": -0.0164,
            "image_32": -0.068, "image_256": 0.0973, "double": 0.0239, "complex": 0.482, "integer":
            0.0296, "narrow_integer": 0.059, "converted": 0.0886, "channels_last": 0.0515,
            "channels_last_channels": 0.0404, "stride": 0.473, "bordered": -0.037,
            "bordered_padded": 0.0267, "rank_1": 0.834, "rank_3": 0.105},
        "box": {"call": 2.91e-06, "wake": 3.37e-06, "flops": 1.97e-12, "beyond_l2": 6.52e-12,
            "beyond_l3": 5e-11, "outputs": 4.05e-12, "outputs_half": 1e-10, "outputs_last":
            2.84e-12, "channel_planes": 1.6e-08, "bytes": 1.1e-11, "packed": 2.02e-11, "gathered":
            8.79e-12, "runs": 1.64e-08, "runs_bordered": 7.24e-09, "work_items": 3.05e-09,
            "work_item_products": 1.66e-11, "workers": -0.634, "taps": 0.083, "taps_8": -0.139,
            "taps_64": 0.0755, "kernel_row": 0.166, "groups": -0.014, "row": 0.169, "row_16":
            -0.196, "row_128": 0.004, "rows": 0.0988, "rows_16": -0.118, "image": -0.114,
            "image_32": 0.0474, "image_256": 0.0866, "double": -0.00199, "complex": 0.681,
            "integer": 0.0566, "narrow_integer": 0.0767, "converted": 0.133, "channels_last":
            0.0189, "channels_last_channels": 0.0195, "stride": 0.522, "bordered": -0.0084,
            "bordered_padded": 0.0797, "rank_1": 0.644, "rank_3": 0.259},
        "separable": {"call": 2.82e-06, "wake": 5.25e-06, "flops": 2.28e-12, "beyond_l2": 8.83e-12,
            "beyond_l3": 5e-11, "outputs": 4.14e-12, "outputs_half": 1e-10, "outputs_last":
            3.04e-12, "channel_planes": 1.86e-08, "bytes": 5.01e-12, "packed": 1.6e-11, "gathered":
            1.39e-11, "runs": 1.06e-08, "runs_bordered": 1.51e-08, "work_items": 3.52e-09,
            "work_item_products": 1.63e-11, "workers": -0.603, "taps": 0.0713, "taps_8": -0.0239,
            "taps_64": 0.0188, "kernel_row": 0.0459, "groups": -0.0104, "row": 0.103, "row_16":
            -0.236, "rows": 0.116, "rows_16": -0.12, "image": 0.0812, "image_32": -0.218,
            "image_256": 0.168, "double": 0.0365, "complex": 0.477, "integer": 0.0296,
            "narrow_integer": 0.059, "converted": 0.0886, "channels_last": 0.0985,
            "channels_last_channels": 0.0231, "stride": 0.493, "bordered": -0.154,
            "bordered_padded": 0.024, "rank_1": 0.834, "rank_3": -0.172},
    },
    "winograd": {
        "": {"call": 3.13e-06, "wake": 4.16e-06, "flops": 1.74e-11, "beyond_l2": 9.85e-11,
            "beyond_l3": 5e-11, "outputs": 4.07e-12, "outputs_half": 1e-10, "outputs_last":
            3.72e-10, "channel_planes": 5.39e-08, "bytes": 2.3e-11, "packed": 4.72e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 4.65e-09,
            "work_item_products": 8.74e-11, "workers": -0.611, "taps": 0.0579, "taps_8": -0.174,
            "taps_64": 0.0773, "kernel_row": -0.0888, "ic_per_group": -0.059, "ic_per_group_16":
            0.16, "oc_per_group": -0.0123, "oc_per_group_8": -0.0399, "oc_per_group_32": -0.045,
            "groups": 0.0192, "row": -0.0466, "row_16": 0.113, "row_128": -0.00897, "rows": 0.039,
            "rows_16": -0.0235, "image": -0.0227, "image_32": -0.0106, "image_256": -0.00678,
            "double": 0.301, "complex": 0.0952, "complex_double": 0.315, "channels_last": 0.12,
            "channels_last_channels": -0.00316, "dilation": 0.0221, "bordered": 0.00451,
            "bordered_padded": 0.326, "rank_1": -0.24, "rank_3": 0.408},
        "tiles_in_lanes": {"call": 2.49e-06, "wake": 2.38e-06, "flops": 1.94e-11, "beyond_l2":
            3.8e-11, "beyond_l3": 5e-11, "outputs": 4.03e-12, "outputs_half": 1e-10, "outputs_last":
            5.02e-10, "channel_planes": 1.23e-07, "bytes": 2.71e-11, "packed": 4.71e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 4.45e-09,
            "work_item_products": 8.57e-11, "workers": -0.65, "taps": 0.0881, "taps_8": -0.267,
            "taps_64": 0.06, "kernel_row": 0.055, "ic_per_group": -0.0316, "ic_per_group_16":
            0.0447, "oc_per_group": -0.047, "oc_per_group_8": -0.0935, "oc_per_group_32": -0.0445,
            "groups": -0.0339, "row": 0.122, "row_16": -0.145, "row_128": 0.0228, "rows": -0.0166,
            "rows_16": 0.0554, "image": -0.24, "image_32": 0.179, "image_256": 0.0517, "double":
            0.299, "complex": 0.246, "complex_double": 0.572, "channels_last": 0.249,
            "channels_last_channels": -0.0196, "dilation": 0.11, "bordered": 0.206,
            "bordered_padded": 0.595, "rank_1": 0.13, "rank_3": 0.298},
    },
    "im2col": {
        "": {"call": 9.8e-06, "wake": 4.15e-06, "flops": 1.25e-11, "beyond_l2": 1.05e-10,
            "beyond_l3": 5.75e-11, "outputs": 1.02e-10, "outputs_half": 1.44e-10, "outputs_last":
            2.16e-09, "channel_planes": 2.07e-10, "bytes": 3.05e-11, "packed": 2.36e-11, "gathered":
            1.52e-10, "runs": 7.93e-09, "runs_bordered": 4.5e-08, "work_items": 1.82e-07,
            "work_item_products": 8.38e-10, "workers": -0.627, "taps": -0.0148, "taps_8": 0.0777,
            "taps_64": -0.0736, "kernel_row": 0.0181, "ic_per_group": 0.0247, "ic_per_group_16":
            0.0155, "oc_per_group": 0.00629, "oc_per_group_8": -0.0289, "oc_per_group_32": 0.0634,
            "groups": -0.0157, "row": -0.0777, "row_16": 0.0961, "row_128": -0.0377, "rows":
            0.00965, "rows_16": -0.0155, "image": -0.0532, "image_32": -0.0664, "image_256": 0.116,
            "double": 0.0586, "complex": 0.721, "complex_double": 0.36, "converted": 0.0106, "half":
            0.0106, "channels_last": 0.072, "channels_last_channels": 0.0556, "stride": 0.0541,
            "dilation": 0.0143, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.0427,
            "rank_3": 0.0596},
        "pointwise": {"call": 9.85e-06, "wake": 2.74e-06, "flops": 2.42e-11, "beyond_l2": 1.17e-10,
            "beyond_l3": 5.75e-11, "outputs": 2.16e-10, "outputs_half": 1.44e-10, "outputs_last":
            2.16e-09, "channel_planes": 2.07e-10, "bytes": 1.38e-11, "packed": 2.36e-11, "gathered":
            1.52e-10, "runs": 7.93e-09, "runs_bordered": 4.5e-08, "work_items": 2.56e-07,
            "work_item_products": 8.16e-10, "workers": -0.6, "taps": -0.0148, "taps_8": 0.0777,
            "taps_64": -0.0736, "kernel_row": 0.0181, "ic_per_group": -0.395, "ic_per_group_16":
            0.446, "oc_per_group": 0.0694, "oc_per_group_8": -0.0543, "oc_per_group_32": 0.0307,
            "groups": -0.0157, "row": -0.0786, "row_16": 0.197, "row_128": -0.0868, "rows": 0.177,
            "rows_16": -0.195, "image": -0.0577, "image_32": -0.0186, "image_256": 0.0632, "double":
            0.522, "complex": 0.205, "complex_double": 0.661, "converted": 0.0106, "half": 0.0106,
            "channels_last": 0.072, "channels_last_channels": 0.0556, "stride": 0.0541, "dilation":
            0.0542, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.344, "rank_3":
            0.564},
        "rows": {"call": 9.99e-06, "wake": 2.98e-06, "flops": 1.16e-11, "beyond_l2": 7.86e-11,
            "beyond_l3": 5.75e-11, "outputs": 3.72e-11, "outputs_half": 1.99e-10, "outputs_last":
            1.18e-09, "channel_planes": 2.12e-10, "bytes": 1.07e-11, "packed": 8.74e-11, "gathered":
            1.52e-10, "runs": 8.59e-09, "runs_bordered": 4.5e-08, "work_items": 1.78e-07,
            "work_item_products": 4.88e-10, "workers": -0.636, "taps": 0.0271, "taps_8": 0.0247,
            "taps_64": -0.0547, "kernel_row": 0.00498, "ic_per_group": 0.0327, "ic_per_group_16":
            -0.0101, "oc_per_group": 0.0238, "oc_per_group_8": 0.0259, "oc_per_group_32": 0.0573,
            "groups": -0.0157, "row": -0.014, "row_16": 0.0716, "row_128": -0.077, "rows": 0.0199,
            "rows_16": -0.0321, "image": -0.159, "image_32": -0.00493, "image_256": 0.162, "double":
            0.0722, "complex": 0.721, "complex_double": 0.36, "converted": 0.00135, "half": 0.00135,
            "channels_last": 0.0769, "channels_last_channels": 0.0556, "stride": 0.0541, "dilation":
            0.0278, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.109, "rank_3": 0.1},
        "windows": {"call": 9.44e-06, "wake": 5.21e-06, "flops": 6.6e-12, "beyond_l2": 4.54e-11,
            "beyond_l3": 5.75e-11, "outputs": 9.01e-11, "outputs_half": 4.57e-11, "outputs_last":
            1.11e-09, "channel_planes": 2.16e-10, "bytes": 2.08e-11, "packed": 1.48e-11, "gathered":
            6.61e-11, "runs": 1.14e-08, "runs_bordered": 2.12e-08, "work_items": 9.09e-08,
            "work_item_products": 3.54e-10, "workers": -0.628, "taps": -0.0134, "taps_8": 0.0489,
            "taps_64": -0.0539, "kernel_row": 0.0149, "ic_per_group": 0.00175, "ic_per_group_16":
            0.018, "oc_per_group": 0.0395, "oc_per_group_8": -0.0818, "oc_per_group_32": 0.115,
            "groups": -0.00892, "row": -0.00581, "row_16": -0.00993, "row_128": -0.0118, "rows":
            0.00314, "rows_16": 0.00268, "image": -0.00178, "image_32": -0.0871, "image_256":
            0.0937, "double": 0.00554, "complex": 0.784, "complex_double": 0.441, "converted":
            0.0728, "half": 0.0728, "channels_last": 0.0862, "channels_last_channels": 0.0482,
            "stride": -0.0127, "dilation": -0.0137, "bordered": 0.024, "bordered_padded": 0.0319,
            "rank_1": 0.136, "rank_3": -0.0639},
    },
    "fft_tiled": {
        "": {"call": 2.46e-06, "wake": 6.65e-07, "flops": 1.39e-11, "beyond_l2": 2.91e-11,
            "beyond_l3": 5e-11, "outputs": 1.43e-12, "outputs_half": 7.06e-12, "outputs_last":
            6.25e-10, "channel_planes": 7.72e-10, "bytes": 2.58e-12, "packed": 2.5e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 2.19e-10,
            "work_item_products": 1.02e-13, "workers": -0.678, "taps": -0.0469, "taps_8": 0.017,
            "taps_64": -0.00257, "kernel_row": 0.0498, "ic_per_group": 0.0841, "ic_per_group_16":
            -0.0615, "oc_per_group": -0.0322, "oc_per_group_8": 0.0427, "oc_per_group_32": 0.00119,
            "groups": 0.0272, "row": 0.0011, "row_16": -0.0395, "row_128": 0.0344, "rows": 0.00612,
            "rows_16": 0.00233, "image": 0.019, "image_32": 0.0429, "image_256": -0.0452, "double":
            0.461, "complex": 0.0812, "complex_double": 0.531, "converted": 0.357, "half": -0.326,
            "channels_last": -0.00394, "channels_last_channels": 0.0363, "stride": 0.105,
            "dilation": -0.0363, "bordered": 0.118, "bordered_padded": 0.101, "rank_1": -0.0499,
            "rank_3": -0.00585},
        "l3_filters": {"call": 5.02e-06, "wake": 7.47e-07, "flops": 9.56e-12, "beyond_l2": 1.35e-11,
            "beyond_l3": 5e-11, "outputs": 1.43e-12, "outputs_half": 7.55e-12, "outputs_last":
            1e-09, "channel_planes": 7.24e-10, "bytes": 1.11e-12, "packed": 2.59e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 2.16e-10,
            "work_item_products": 1.05e-13, "workers": -0.848, "taps": 0.142, "taps_8": -0.0737,
            "taps_64": 0.0166, "kernel_row": -0.0968, "ic_per_group": 0.115, "ic_per_group_16":
            0.121, "oc_per_group": -0.00874, "oc_per_group_8": 0.078, "oc_per_group_32": 0.0271,
            "groups": 0.0668, "row": -0.0152, "row_16": -0.0561, "row_128": -0.023, "rows": -0.029,
            "rows_16": -0.0019, "image": 0.0381, "image_32": 0.0533, "image_256": -0.00616,
            "double": 0.704, "complex": 0.3, "complex_double": 0.654, "converted": 0.00908, "half":
            0.0528, "channels_last": -0.0227, "channels_last_channels": -0.00368, "stride": 0.223,
            "dilation": -0.0499, "bordered": -0.235, "bordered_padded": 0.159, "rank_1": 0.27,
            "rank_3": -0.106},
        "memory_filters": {"call": 2.61e-06, "wake": 7.08e-07, "flops": 7.6e-12, "beyond_l2":
            1.89e-11, "beyond_l3": 5e-11, "outputs": 1.46e-12, "outputs_half": 7.79e-12,
            "outputs_last": 5.56e-10, "channel_planes": 7.29e-10, "bytes": 1.03e-11, "packed":
            2.64e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            2.23e-10, "work_item_products": 1.07e-13, "workers": -0.556, "taps": 0.233, "taps_8":
            0.0205, "taps_64": 0.0945, "kernel_row": -0.374, "ic_per_group": 0.15,
            "ic_per_group_16": -0.155, "oc_per_group": 0.185, "oc_per_group_8": 0.118,
            "oc_per_group_32": -0.244, "groups": 0.0394, "row": 0.213, "row_16": -0.108, "row_128":
            -0.123, "rows": -0.0165, "rows_16": 0.12, "image": -0.183, "image_32": 0.171,
            "image_256": 0.0235, "double": 0.344, "complex": -0.0713, "complex_double": -0.269,
            "converted": 0.0516, "half": 0.301, "channels_last": -0.113, "channels_last_channels":
            -0.00652, "stride": -0.0831, "dilation": -0.634, "bordered": 0.0892, "bordered_padded":
            0.0968, "rank_1": 0.0838, "rank_3": -0.168},
    },
    "fft": {
        "": {"call": 4.51e-05, "wake": 0.000317, "flops": 7.2e-12, "beyond_l2": 4.79e-11,
            "beyond_l3": 6e-11, "outputs": 1.18e-09, "outputs_half": 6.82e-11, "outputs_last":
            9.91e-10, "channel_planes": 4.41e-09, "bytes": 3.53e-11, "packed": 5.69e-10, "gathered":
            1.2e-10, "runs": 6e-09, "runs_bordered": 6e-09, "work_items": 4.4e-05,
            "work_item_products": 4.69e-11, "workers": -0.179, "taps": 0.0399, "taps_8": -0.0438,
            "taps_64": 0.00802, "kernel_row": 0.0136, "ic_per_group": -0.0669, "ic_per_group_16":
            0.063, "oc_per_group": 0.149, "oc_per_group_8": -0.125, "oc_per_group_32": 0.0551,
            "row": 0.00778, "row_16": 0.00235, "row_128": -0.0115, "rows": -0.00543, "rows_16":
            0.0185, "image": 0.0346, "image_32": -0.00924, "image_256": -0.0307, "double": 0.0939,
            "complex": 0.183, "complex_double": 0.148, "converted": 0.0468, "half": 0.143,
            "channels_last": -0.0022, "channels_last_channels": 0.00419, "stride": 0.043,
            "dilation": 0.00564, "bordered": 0.152, "bordered_padded": 0.07, "rank_1": -0.242,
            "rank_3": 0.0712},
    },
    "cython": {
        "": {"call": 2.16e-06, "wake": 2.2e-05, "flops": 5.07e-11, "beyond_l2": 1.43e-10,
            "beyond_l3": 5.25e-11, "outputs": 2.89e-09, "outputs_half": 3.6e-09, "outputs_last":
            9.12e-10, "channel_planes": 3.43e-09, "bytes": 8.67e-11, "packed": 2.19e-11, "gathered":
            1.24e-09, "runs": 7.76e-11, "runs_bordered": 1.02e-10, "work_items": 2.52e-08,
            "work_item_products": 2.86e-11, "workers": -0.676, "taps_8": -0.0251, "taps_64": 0.0106,
            "kernel_row": 0.00103, "ic_per_group": -0.00932, "ic_per_group_16": 0.0306,
            "oc_per_group": 0.158, "oc_per_group_8": -0.00568, "oc_per_group_32": -0.129, "groups":
            0.00623, "row": -0.215, "row_16": 0.227, "row_128": -0.00987, "rows": 0.014, "rows_16":
            -0.00849, "image_256": -0.00215, "double": -0.601, "complex": -0.559, "complex_double":
            -1.17, "integer": -0.505, "narrow_integer": -0.479, "converted": 0.0251, "half": 0.398,
            "channels_last": 0.0382, "channels_last_channels": -0.00303, "stride": -0.0173,
            "dilation": -0.00748, "bordered": 0.101, "bordered_padded": 0.0434, "rank_1": -0.0857,
            "rank_3": -0.026},
    },
    "naive": {
        "": {"call": 8.24e-07, "wake": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "channel_planes":
            1e-09, "bytes": 4.35e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.457, "taps_8": 0.103, "taps_64": 0.0915, "kernel_row": 0.142,
            "ic_per_group": -0.34, "ic_per_group_16": 0.0622, "oc_per_group": -0.523,
            "oc_per_group_8": 0.253, "oc_per_group_32": 0.32, "groups": 0.0137, "row": -0.0327,
            "row_16": -0.0268, "row_128": 0.137, "rows": -0.0168, "rows_16": 0.0819, "image":
            -0.00634, "image_32": -0.0434, "image_256": 0.0623, "double": -0.734, "complex": -1.82,
            "complex_double": -2.7, "integer": -0.951, "narrow_integer": -0.925, "converted":
            0.0248, "half": 0.0498, "channels_last": -0.155, "channels_last_channels": 0.0461,
            "stride": -0.0317, "dilation": 0.0129, "bordered": 0.262, "bordered_padded": 0.0144,
            "rank_1": -0.153, "rank_3": 0.158},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 3.94e-06, "wake": 5e-06, "prepared": 1.08e-11, "weights": 9.03e-12, "filters":
            2.49e-09, "workers": -0.1, "taps": 0.246, "taps_8": -0.177, "taps_64": 0.0372,
            "kernel_row": -0.0134, "ic_per_group": 0.144, "ic_per_group_16": 0.0175, "oc_per_group":
            -0.0683, "oc_per_group_8": -0.0172, "oc_per_group_32": 0.127, "groups": 0.0337, "row":
            0.0318, "row_16": 0.0263, "row_128": -0.00918, "rows": 0.0476, "rows_16": -0.0461,
            "image": 0.0134, "image_32": -0.128, "image_256": 0.0752, "double": -0.0574, "complex":
            0.811, "complex_double": 0.827, "integer": -1.56, "narrow_integer": -0.526, "converted":
            1.96, "half": -1.44, "channels_last": 0.848, "channels_last_channels": 0.0365, "stride":
            -0.00674, "dilation": -0.0182, "bordered": -0.187, "bordered_padded": 0.0462, "rank_1":
            -0.0219, "rank_3": 0.0323},
        "depthwise": {"call": 4.11e-06, "wake": 5e-06, "prepared": 9.99e-12, "weights": 2.79e-11,
            "filters": 1.38e-09, "workers": -0.1, "taps": 0.782, "taps_8": -1.03, "taps_64": 0.306,
            "kernel_row": 0.138, "ic_per_group": 0.144, "ic_per_group_16": 0.0175, "oc_per_group":
            -0.0683, "oc_per_group_8": -0.0172, "oc_per_group_32": 0.127, "groups": -0.194, "row":
            -0.315, "row_16": 0.162, "row_128": 0.0794, "rows": 0.0546, "rows_16": -0.101, "image":
            0.219, "image_32": -0.343, "image_256": 0.291, "double": -0.161, "complex": 0.811,
            "complex_double": 0.827, "integer": -1.35, "narrow_integer": 0.732, "converted": 0.481,
            "half": 0.54, "channels_last": 0.226, "channels_last_channels": 0.13, "stride": -0.0297,
            "dilation": -0.531, "bordered": -0.0742, "bordered_padded": 0.059, "rank_1": 0.0144,
            "rank_3": -0.104},
        "dot": {"call": 3.25e-06, "wake": 5e-06, "prepared": 5.51e-12, "weights": 1.09e-11,
            "filters": 4.27e-09, "workers": -0.114, "taps": 0.33, "taps_8": -0.346, "taps_64":
            -0.358, "kernel_row": 0.213, "ic_per_group": 0.356, "ic_per_group_16": 0.0175,
            "oc_per_group": 0.723, "oc_per_group_8": -0.0172, "oc_per_group_32": 0.127, "groups":
            0.374, "row": -0.558, "row_16": -0.31, "row_128": 0.525, "rows": 0.277, "rows_16":
            -0.0921, "image": -0.339, "image_32": 0.307, "image_256": 0.535, "double": -0.559,
            "complex": 0.811, "complex_double": 0.791, "integer": -0.88, "narrow_integer": -0.499,
            "converted": 2.46, "half": -1.44, "channels_last": 1.12, "channels_last_channels": 0.43,
            "stride": 0.45, "dilation": -0.0182, "bordered": -0.18, "bordered_padded": 0.0774,
            "rank_1": 0.0549, "rank_3": -0.187},
        "igemm": {"call": 4.37e-06, "wake": 5e-06, "prepared": 3.26e-12, "weights": 1.12e-12,
            "filters": 2.92e-09, "workers": -0.1, "taps": 0.263, "taps_8": 0.0561, "taps_64":
            -0.151, "kernel_row": -0.0106, "ic_per_group": 0.29, "ic_per_group_16": 0.0529,
            "oc_per_group": -0.104, "oc_per_group_8": 0.18, "oc_per_group_32": 0.0153, "groups":
            0.0923, "row": 0.0442, "row_16": -0.0406, "row_128": 0.0561, "rows": 0.00766, "image":
            -0.0398, "image_32": -0.047, "image_256": 0.0407, "double": 0.13, "complex": 0.896,
            "complex_double": 1.2, "integer": -1.48, "narrow_integer": -0.7, "converted": 2.06,
            "half": -1.75, "channels_last": 1.09, "channels_last_channels": 0.00842, "stride":
            -0.0202, "dilation": 0.0979, "bordered": -0.0782, "bordered_padded": 0.0126, "rank_1":
            -0.298, "rank_3": -0.0738},
        "pointwise": {"call": 4.65e-06, "wake": 5e-06, "prepared": 1.34e-10, "weights": 3.55e-12,
            "filters": 3.49e-09, "workers": -0.1, "taps": 1.64, "taps_8": -1.97, "taps_64": 0.288,
            "kernel_row": 0.0618, "ic_per_group": -0.103, "ic_per_group_16": 0.24, "oc_per_group":
            -0.518, "oc_per_group_8": 0.253, "oc_per_group_32": 0.376, "groups": -0.424, "row":
            0.149, "row_16": -0.0772, "row_128": -0.0312, "rows": 0.1, "rows_16": -0.111, "image":
            0.00826, "image_32": -0.155, "image_256": 0.0601, "double": 0.232, "complex": 1.5,
            "complex_double": 1.28, "integer": -1.72, "narrow_integer": -0.69, "converted": 2.02,
            "half": -1.11, "channels_last": -0.189, "channels_last_channels": 0.178, "stride":
            0.0411, "dilation": 0.123, "bordered": -0.187, "bordered_padded": 0.0462, "rank_1":
            0.054, "rank_3": 0.251},
        "spatial_1": {"call": 3.18e-06, "wake": 5e-06, "prepared": 7.09e-12, "weights": 7.17e-12,
            "filters": 4.09e-07, "workers": -0.556, "taps": 0.209, "taps_8": -0.187, "taps_64":
            0.177, "kernel_row": 0.00457, "ic_per_group": 0.35, "ic_per_group_16": 0.892,
            "oc_per_group": -0.0683, "oc_per_group_8": -0.0172, "oc_per_group_32": 0.127, "groups":
            -0.38, "row": 0.0169, "row_16": 0.181, "row_128": 0.0248, "rows": 0.194, "rows_16":
            -0.00364, "image": -0.388, "image_32": 0.275, "image_256": -0.0359, "double": 0.229,
            "complex": 0.811, "complex_double": 0.827, "integer": -1.42, "narrow_integer": -0.0876,
            "converted": 1.83, "half": -1.03, "channels_last": 0.389, "channels_last_channels":
            -0.0727, "stride": 0.00649, "dilation": 0.1, "bordered": -0.0178, "bordered_padded":
            -0.032, "rank_1": -0.267, "rank_3": 0.0438},
        "spatial_2": {"call": 3.58e-06, "wake": 5e-06, "prepared": 3.78e-12, "weights": 1.28e-11,
            "filters": 1.64e-08, "workers": -0.128, "taps": 0.505, "taps_8": -0.218, "taps_64":
            -0.15, "kernel_row": -0.126, "ic_per_group": 0.0134, "ic_per_group_16": -0.0133,
            "oc_per_group": 0.381, "oc_per_group_8": -0.0172, "oc_per_group_32": 0.127, "groups":
            -0.174, "row": 0.262, "row_16": -0.116, "row_128": 0.133, "rows": 0.273, "rows_16":
            0.0175, "image": -0.258, "image_32": 0.138, "image_256": -0.176, "double": -0.411,
            "complex": 0.958, "complex_double": 0.905, "integer": -1.93, "narrow_integer": 0.0613,
            "converted": 1.98, "half": -0.715, "channels_last": 0.373, "channels_last_channels":
            0.00766, "stride": -0.101, "dilation": -0.28, "bordered": -0.309, "bordered_padded":
            -0.017, "rank_1": 0.378, "rank_3": -0.16},
        "spatial_4": {"call": 4e-06, "wake": 5e-06, "prepared": 5.81e-12, "weights": 2.86e-11,
            "filters": 8.85e-09, "workers": -0.1, "taps": 0.221, "taps_8": -0.226, "taps_64":
            -0.00127, "kernel_row": 0.0856, "ic_per_group": 0.0321, "ic_per_group_16": 0.114,
            "oc_per_group": -0.127, "oc_per_group_8": 0.109, "oc_per_group_32": 0.127, "groups":
            -0.0816, "row": -0.0843, "row_16": 0.153, "row_128": 0.219, "rows": 0.245, "rows_16":
            -0.108, "image": 0.0921, "image_32": -0.329, "image_256": 0.056, "double": 0.139,
            "complex": 1.46, "complex_double": 0.434, "integer": -1.65, "narrow_integer": 0.0621,
            "converted": 2.45, "half": -1.52, "channels_last": 1.37, "channels_last_channels":
            -0.0177, "stride": -0.0984, "dilation": 0.102, "bordered": -0.471, "bordered_padded":
            -0.286, "rank_1": -0.586, "rank_3": -0.0689},
        "spatial_in_out": {"call": 3.76e-06, "wake": 5e-06, "prepared": 1.84e-11, "weights":
            9.85e-12, "filters": 1.66e-09, "workers": -0.104, "taps": -0.262, "taps_8": 0.183,
            "taps_64": 0.0109, "kernel_row": 0.224, "ic_per_group": 0.0201, "ic_per_group_16":
            0.00995, "oc_per_group": -0.0332, "oc_per_group_8": 0.0481, "oc_per_group_32": -0.0384,
            "groups": 0.0154, "row": 0.347, "row_16": -0.358, "row_128": 0.0683, "rows": 0.0214,
            "rows_16": 0.0107, "image": 0.06, "image_32": -0.0749, "image_256": -0.0124, "double":
            -0.234, "complex": 0.811, "complex_double": 0.827, "integer": -0.0832, "narrow_integer":
            -0.526, "converted": 0.2, "half": -1.44, "channels_last": 0.848,
            "channels_last_channels": 0.0365, "stride": 0.0631, "dilation": 0.00143, "bordered":
            -0.114, "bordered_padded": 0.0511, "rank_1": -0.454, "rank_3": -0.241},
        "stencil": {"call": 3.83e-06, "wake": 5e-06, "prepared": 7.22e-12, "weights": 2.36e-11,
            "filters": 1.7e-09, "workers": -0.105, "taps": -0.13, "taps_8": -0.0732, "taps_64":
            0.101, "kernel_row": 0.209, "ic_per_group": 0.243, "ic_per_group_16": -0.745,
            "oc_per_group": -0.247, "oc_per_group_8": 0.422, "oc_per_group_32": 0.207, "groups":
            0.0166, "row": -0.826, "row_16": 0.968, "row_128": 0.107, "rows": 1.07, "rows_16":
            -0.782, "image": -0.174, "image_32": 0.477, "image_256": -0.505, "double": 0.286,
            "complex": 0.315, "complex_double": 1.05, "integer": -0.669, "narrow_integer": 1.56,
            "converted": 1.46, "half": -0.124, "channels_last": 0.429, "channels_last_channels":
            0.0902, "stride": 0.0842, "dilation": -0.447, "bordered": -0.624, "bordered_padded":
            -0.152, "rank_1": -0.0219, "rank_3": 0.226},
    },
    "separable": {
        "": {"call": 3.41e-05, "wake": 5e-06, "prepared": 1.86e-10, "weights": 1.54e-10, "filters":
            3.15e-09, "workers": -0.1, "taps": 0.143, "taps_8": 0.145, "taps_64": -0.0314,
            "kernel_row": -0.275, "groups": 0.171, "row": -0.818, "row_16": 0.739, "row_128": 0.213,
            "rows": -0.114, "rows_16": 0.03, "image": 0.506, "image_32": -0.271, "image_256":
            -0.122, "double": -0.894, "complex": 1.07, "integer": 0.669, "narrow_integer": -1.01,
            "converted": -0.266, "channels_last": 0.954, "channels_last_channels": -0.559, "stride":
            -4.66, "bordered": -1.34, "bordered_padded": 0.194, "rank_1": -0.388, "rank_3": -0.395},
        "box": {"call": 2.51e-05, "wake": 5e-06, "prepared": 2.12e-10, "weights": 1.6e-10,
            "filters": 2.9e-09, "workers": -0.1, "taps": 0.145, "taps_8": -0.552, "taps_64":
            -0.0539, "kernel_row": -0.0863, "groups": -0.628, "row": -0.33, "row_16": 0.328,
            "row_128": -0.0991, "rows": -0.0317, "rows_16": 0.0299, "image": 0.665, "image_32":
            -0.225, "image_256": -0.361, "double": -1.3, "complex": 1.41, "integer": 0.676,
            "narrow_integer": 1.4, "converted": 2.2, "channels_last": -0.0138,
            "channels_last_channels": 0.253, "stride": -4.38, "bordered": -0.419, "bordered_padded":
            -0.0168, "rank_1": 0.00172, "rank_3": 0.143},
        "separable": {"call": 3.98e-05, "wake": 5e-06, "prepared": 2.12e-10, "weights": 1.64e-10,
            "filters": 3.55e-09, "workers": -0.1, "taps": 0.457, "taps_8": -0.549, "taps_64":
            0.0442, "kernel_row": 0.0122, "groups": 0.0185, "row": -0.057, "row_16": 0.333,
            "row_128": -0.269, "rows": 0.08, "rows_16": 0.111, "image": 0.0947, "image_32": -0.237,
            "image_256": -0.055, "double": -0.705, "complex": 1.45, "integer": 0.669,
            "narrow_integer": -1.01, "converted": -0.266, "channels_last": 0.487,
            "channels_last_channels": -0.411, "stride": -4.57, "bordered": -0.19, "bordered_padded":
            -0.0157, "rank_1": -0.388, "rank_3": 0.325},
    },
    "winograd": {
        "": {"call": 1.51e-05, "wake": 5e-06, "prepared": 1.49e-10, "weights": 2.46e-12, "filters":
            1.04e-08, "workers": -0.1, "taps": -0.129, "taps_8": 0.741, "taps_64": -0.0262,
            "kernel_row": 0.213, "ic_per_group": -0.097, "ic_per_group_16": 0.164, "oc_per_group":
            -0.0325, "oc_per_group_8": 0.0642, "oc_per_group_32": 0.056, "groups": -0.0469, "row":
            0.0486, "row_16": -0.0411, "row_128": 0.134, "rows": -0.0362, "rows_16": 0.0817,
            "image": -0.0134, "image_32": -0.0543, "image_256": 0.0516, "double": -0.29, "complex":
            0.959, "complex_double": 0.286, "channels_last": -0.00536, "channels_last_channels":
            0.0679, "dilation": -0.00872, "bordered": 0.0826, "bordered_padded": -0.0829, "rank_1":
            -0.0691, "rank_3": -0.655},
        "tiles_in_lanes": {"call": 1.22e-05, "wake": 5e-06, "prepared": 9.08e-11, "weights": 3e-12,
            "filters": 1.08e-08, "workers": -0.1, "taps": -0.149, "taps_8": 0.776, "taps_64":
            -0.656, "kernel_row": 0.7, "ic_per_group": -0.233, "ic_per_group_16": 0.34,
            "oc_per_group": -0.0813, "oc_per_group_8": 0.244, "oc_per_group_32": 0.0755, "groups":
            -0.13, "row": -0.0691, "row_16": 0.296, "row_128": 0.248, "rows": 0.639, "rows_16":
            -0.71, "image": -0.0551, "image_32": -0.296, "image_256": 0.218, "double": -0.343,
            "complex": 0.83, "complex_double": 0.243, "channels_last": -0.0838,
            "channels_last_channels": 0.0748, "dilation": -0.0916, "bordered": 0.0241,
            "bordered_padded": -0.00595, "rank_1": -0.206, "rank_3": -0.807},
    },
    "im2col": {
        "": {"call": 4.81e-06, "wake": 5e-06, "prepared": 1.04e-13, "weights": 1.45e-14, "filters":
            1.98e-11, "workers": -0.1, "taps": 0.358, "taps_8": -0.423, "taps_64": 0.247,
            "kernel_row": 0.0112, "ic_per_group": -1.09, "ic_per_group_16": 0.0996, "oc_per_group":
            0.18, "oc_per_group_8": -0.0996, "oc_per_group_32": -0.0419, "groups": -1.14, "row":
            0.218, "row_16": -0.337, "row_128": 0.223, "rows": -0.0122, "rows_16": -0.0123, "image":
            -0.0222, "image_32": -0.106, "image_256": 0.218, "double": -0.408, "complex": -0.393,
            "complex_double": -0.814, "converted": 0.0876, "half": 0.0876, "channels_last": 4.34,
            "channels_last_channels": 1.24, "stride": 0.0215, "dilation": -0.204, "bordered": 0.111,
            "bordered_padded": 0.0537, "rank_1": -0.299, "rank_3": -0.0733},
        "pointwise": {"call": 4.7e-06, "wake": 5e-06, "prepared": 1.04e-13, "weights": 1.45e-14,
            "filters": 1.98e-11, "workers": -0.101, "taps": 0.358, "taps_8": -0.423, "taps_64":
            0.247, "kernel_row": 0.0112, "ic_per_group": -1.1, "ic_per_group_16": 0.1,
            "oc_per_group": 0.174, "oc_per_group_8": -0.104, "oc_per_group_32": -0.0445, "groups":
            -1.14, "row": 0.215, "row_16": -0.339, "row_128": 0.222, "rows": -0.0129, "rows_16":
            -0.0125, "image": -0.0255, "image_32": -0.108, "image_256": 0.217, "double": -0.408,
            "complex": -0.393, "complex_double": -0.813, "converted": 0.0876, "half": 0.0876,
            "channels_last": 4.34, "channels_last_channels": 1.24, "stride": 0.0215, "dilation":
            -0.204, "bordered": 0.111, "bordered_padded": 0.0537, "rank_1": -0.299, "rank_3":
            -0.0733},
        "rows": {"call": 4.75e-06, "wake": 5e-06, "prepared": 1.6e-13, "weights": 1.43e-14,
            "filters": 1.88e-11, "workers": -0.1, "taps": 0.0466, "taps_8": -0.328, "taps_64":
            0.393, "kernel_row": 0.151, "ic_per_group": -0.193, "ic_per_group_16": 0.18,
            "oc_per_group": 0.108, "oc_per_group_8": -0.243, "oc_per_group_32": -0.462, "groups":
            -0.148, "row": -0.217, "row_16": -1.01, "row_128": 0.243, "rows": -0.13, "rows_16":
            0.0416, "image": 0.359, "image_32": 0.0361, "image_256": -0.193, "double": -0.0636,
            "complex": -0.393, "complex_double": -0.814, "converted": 2.54, "half": 2.54,
            "channels_last": 3.86, "channels_last_channels": 1.24, "stride": 0.0215, "dilation":
            0.0685, "bordered": 0.111, "bordered_padded": 0.0537, "rank_1": -0.32, "rank_3":
            -0.0327},
        "windows": {"call": 4.88e-06, "wake": 5e-06, "prepared": 8.33e-14, "weights": 1.11e-14,
            "filters": 1.41e-11, "workers": -0.1, "taps": 0.359, "taps_8": -0.456, "taps_64": 0.3,
            "kernel_row": 0.0301, "ic_per_group": -1.45, "ic_per_group_16": 0.125, "oc_per_group":
            0.215, "oc_per_group_8": -0.132, "oc_per_group_32": -0.0335, "groups": -1.46, "row":
            0.243, "row_16": -0.362, "row_128": 0.239, "rows_16": -0.0236, "image": -0.0271,
            "image_32": -0.125, "image_256": 0.24, "double": -0.437, "complex": -0.406,
            "complex_double": -0.819, "converted": 0.0965, "half": 0.0965, "channels_last": 4.43,
            "channels_last_channels": 1.57, "stride": 0.0237, "dilation": -0.221, "bordered": 0.126,
            "bordered_padded": 0.0521, "rank_1": -0.327, "rank_3": -0.0224},
    },
    "fft_tiled": {
        "": {"call": 1.2e-05, "wake": 5e-06, "prepared": 2.46e-10, "weights": 6.06e-13, "filters":
            3.42e-10, "workers": -0.1, "taps": 0.00312, "taps_8": 0.0119, "taps_64": 0.0775,
            "kernel_row": 0.0515, "ic_per_group": -0.0222, "ic_per_group_16": -0.0551,
            "oc_per_group": -0.0106, "oc_per_group_8": 0.00989, "oc_per_group_32": -0.137, "groups":
            -0.0154, "row": -0.00191, "row_16": -0.0261, "row_128": 0.0503, "rows": -0.011,
            "rows_16": 0.0235, "image": 0.0736, "image_32": -0.101, "image_256": 0.0221, "double":
            -0.742, "complex": 0.0717, "complex_double": -0.786, "converted": 0.294, "half": -0.216,
            "channels_last": 0.0899, "channels_last_channels": -0.0104, "stride": -0.149,
            "dilation": -0.00164, "bordered": -0.103, "bordered_padded": 0.0425, "rank_1": -0.17,
            "rank_3": 0.0944},
        "l3_filters": {"call": 6.28e-05, "wake": 5e-06, "prepared": 8.45e-11, "weights": 3.64e-13,
            "filters": 3.55e-10, "workers": -0.1, "taps": 0.0612, "taps_8": -0.00783, "taps_64":
            0.12, "kernel_row": 0.0543, "ic_per_group": 0.178, "ic_per_group_16": -0.0246,
            "oc_per_group": -0.283, "oc_per_group_8": 0.412, "oc_per_group_32": 0.0634, "groups":
            0.193, "row": 0.016, "row_16": 0.0737, "row_128": -0.0818, "rows": 0.0507, "rows_16":
            -0.0298, "image": -0.0351, "image_32": 0.101, "image_256": -0.0402, "double": -0.551,
            "complex": 0.554, "complex_double": -0.466, "converted": 0.106, "half": 0.0339,
            "channels_last": -0.348, "channels_last_channels": 0.0556, "stride": 0.0999, "dilation":
            -0.0616, "bordered": -0.0752, "bordered_padded": 0.301, "rank_1": -0.184, "rank_3":
            0.354},
        "memory_filters": {"call": 1.62e-05, "wake": 5e-06, "prepared": 2.49e-10, "weights":
            3.45e-13, "filters": 3.53e-10, "workers": -0.121, "taps": -0.014, "taps_8": 1.11,
            "taps_64": -0.813, "kernel_row": -0.748, "ic_per_group": 0.871, "ic_per_group_16":
            -1.69, "oc_per_group": 0.567, "oc_per_group_8": -0.0289, "oc_per_group_32": -0.755,
            "groups": 0.00917, "row": 0.0443, "row_16": -0.105, "row_128": -1.82, "rows": -0.474,
            "rows_16": 0.262, "image": 0.114, "image_32": -0.25, "image_256": 1.5, "double": -0.339,
            "complex": -0.477, "complex_double": -3.24, "converted": 1.12, "half": -0.938,
            "channels_last": -7.46, "channels_last_channels": 0.532, "stride": -0.946, "dilation":
            -2.43, "bordered": -0.0889, "bordered_padded": 0.0434, "rank_1": 2.84, "rank_3": 0.702},
    },
    "fft": {
        "": {"call": 4.13e-05, "wake": 5e-06, "prepared": 6.33e-10, "weights": 9.53e-10, "filters":
            3.06e-07, "workers": -0.1, "taps": 0.0146, "taps_8": -0.0143, "taps_64": -0.0119,
            "kernel_row": 0.096, "ic_per_group": 0.0878, "ic_per_group_16": 0.0819, "oc_per_group":
            0.0713, "oc_per_group_8": 0.0228, "oc_per_group_32": -0.0704, "groups": 0.044, "row":
            0.0235, "row_16": -0.0098, "row_128": 0.0287, "rows": -0.0445, "rows_16": 0.0571,
            "image": -0.135, "image_32": 0.0935, "image_256": 0.0722, "double": -0.323, "complex":
            0.0686, "complex_double": -0.374, "converted": 0.286, "half": -0.237, "channels_last":
            0.00249, "channels_last_channels": 0.00583, "stride": 0.0512, "dilation": 0.0829,
            "bordered": 0.0515, "bordered_padded": -0.0295, "rank_1": -0.963, "rank_3": 0.368},
    },
    "cython": {
        "": {"call": 1.21e-05, "wake": 5e-06, "prepared": 4.1e-13, "weights": 6.06e-13, "filters":
            1.65e-12, "workers": -0.1, "taps": 0.203, "taps_8": 0.0418, "taps_64": 0.0723,
            "kernel_row": -0.0156, "ic_per_group": 0.315, "ic_per_group_16": -0.153, "oc_per_group":
            0.0724, "oc_per_group_8": 0.146, "oc_per_group_32": 0.00494, "groups": 0.217, "row":
            0.448, "row_16": -0.3, "row_128": 0.109, "rows": 0.0714, "rows_16": 0.103, "image":
            -0.204, "image_32": -0.0676, "image_256": 0.426, "double": 0.0534, "complex": -0.302,
            "complex_double": -0.205, "integer": -0.288, "narrow_integer": -0.606, "converted":
            0.659, "half": 2.23, "channels_last": 0.586, "channels_last_channels": 0.153, "stride":
            0.0779, "dilation": -0.0662, "bordered": 0.202, "bordered_padded": -0.0707, "rank_1":
            -0.744, "rank_3": 0.0557},
    },
    "naive": {
        "": {"call": 1.4e-06, "wake": 5e-06, "prepared": 1e-10, "weights": 2.3e-12, "filters":
            1.65e-08, "workers": -0.7, "taps": 0.667, "taps_8": 0.0135, "taps_64": -0.0546,
            "kernel_row": -0.0601, "ic_per_group": 0.621, "ic_per_group_16": 0.032, "oc_per_group":
            0.038, "oc_per_group_8": -0.0271, "oc_per_group_32": 0.0397, "groups": 0.019, "row":
            0.0182, "row_16": 0.0117, "row_128": -0.311, "rows": -0.00472, "rows_16": 0.23, "image":
            0.0104, "image_32": -0.144, "image_256": 0.374, "double": -0.048, "complex": 0.112,
            "complex_double": 0.0665, "integer": -0.512, "narrow_integer": -0.597, "converted":
            -0.215, "half": 0.428, "channels_last": 0.0821, "channels_last_channels": 0.0191,
            "stride": 0.012, "dilation": -0.031, "bordered": -0.0145, "bordered_padded": -0.00388,
            "rank_1": 0.0528, "rank_3": 0.0053},
    },
}
