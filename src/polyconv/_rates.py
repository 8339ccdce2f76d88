"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`. `UNITS`
holds the unit times of the machine in seconds, for each instruction-set level, see `_units`.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-11-30",
    "command": "python -m benchmarks.cost_model fit --problems 1600 --workers 1 2 --budget 0.05",
    "problems": 2750,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.15, "fft_tiled": 1.05, "fft": 1.0, "cython": 1.15,
        "winograd": 1.05, "naive": 1.0, "separable": 1.0},
}

UNITS: dict[str, dict[str, float]] = {
    "v4": {"cycle": 3.44e-10, "add_float32": 1.14e-11, "add_float64": 2.27e-11, "add_int64": 9e-11,
        "add_int32": 3.38e-11, "add_int16": 1.1e-11, "gemm_float32": 1.43e-11, "gemm_float64":
        2.95e-11, "fft_float32": 6.81e-11, "fft_float64": 1.22e-10, "copy_l1": 5.55e-12, "copy_l2":
        2.52e-11, "copy_l3": 6.22e-11, "copy_memory": 1.4e-10, "stream_memory": 3.98e-11, "call":
        3.02e-07, "call_python": 1.05e-06, "hand_over": 3.42e-07, "wake_up": 2.39e-05},
    "v3": {"cycle": 3.03e-10, "add_float32": 1.87e-11, "add_float64": 3.96e-11, "add_int64":
        2.27e-10, "add_int32": 3.95e-11, "add_int16": 1.28e-11, "gemm_float32": 2.5e-11,
        "gemm_float64": 4.99e-11, "fft_float32": 6.4e-11, "fft_float64": 1.12e-10, "copy_l1":
        5.09e-12, "copy_l2": 2.32e-11, "copy_l3": 6.32e-11, "copy_memory": 1.46e-10,
        "stream_memory": 4.02e-11, "call": 2.64e-07, "call_python": 9.53e-07, "hand_over": 3.06e-07,
        "wake_up": 2.5e-05},
    "base": {"cycle": 3.21e-10, "add_float32": 5.49e-11, "add_float64": 1.1e-10, "add_int64":
        4.56e-10, "add_int32": 1.91e-10, "add_int16": 2.81e-11, "gemm_float32": 7.84e-11,
        "gemm_float64": 1.47e-10, "fft_float32": 6.3e-11, "fft_float64": 1.12e-10, "copy_l1":
        1.03e-11, "copy_l2": 2.25e-11, "copy_l3": 6.09e-11, "copy_memory": 1.51e-10,
        "stream_memory": 4.07e-11, "call": 2.43e-07, "call_python": 9.54e-07, "hand_over": 3.21e-07,
        "wake_up": 2.69e-05},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2685, "median": 1.14, "rms": 1.39, "p90": 1.61},
    "direct depthwise": {"problems": 257, "median": 1.23, "rms": 1.49, "p90": 1.78},
    "direct dot": {"problems": 37, "median": 1.42, "rms": 1.55, "p90": 1.83},
    "direct igemm": {"problems": 554, "median": 1.18, "rms": 1.42, "p90": 1.74},
    "direct igemm_int8x4": {"problems": 20, "median": 1.21, "rms": 1.36, "p90": 1.71},
    "direct pointwise": {"problems": 102, "median": 1.16, "rms": 1.56, "p90": 1.94},
    "direct spatial_1": {"problems": 346, "median": 1.08, "rms": 1.3, "p90": 1.49},
    "direct spatial_2": {"problems": 179, "median": 1.23, "rms": 1.83, "p90": 2.24},
    "direct spatial_4": {"problems": 95, "median": 1.22, "rms": 1.4, "p90": 1.69},
    "direct spatial_8": {"problems": 220, "median": 1.09, "rms": 1.21, "p90": 1.39},
    "direct spatial_in_out": {"problems": 144, "median": 1.12, "rms": 1.4, "p90": 1.39},
    "direct stencil": {"problems": 713, "median": 1.1, "rms": 1.23, "p90": 1.37},
    "direct stencil_zero_copy": {"problems": 18, "median": 1.24, "rms": 1.35, "p90": 1.62},
    "direct, preparing": {"problems": 2685, "median": 1.13, "rms": 1.43, "p90": 1.78},
    "separable": {"problems": 535, "median": 1.13, "rms": 1.3, "p90": 1.43},
    "separable box": {"problems": 279, "median": 1.13, "rms": 1.26, "p90": 1.43},
    "separable separable": {"problems": 256, "median": 1.13, "rms": 1.34, "p90": 1.44},
    "separable, preparing": {"problems": 535, "median": 1.15, "rms": 1.56, "p90": 2.06},
    "winograd": {"problems": 520, "median": 1.15, "rms": 1.3, "p90": 1.47},
    "winograd tiles_in_lanes": {"problems": 135, "median": 1.12, "rms": 1.28, "p90": 1.4},
    "winograd, preparing": {"problems": 520, "median": 1.16, "rms": 1.42, "p90": 1.55},
    "im2col": {"problems": 2357, "median": 1.15, "rms": 1.35, "p90": 1.63},
    "im2col pointwise": {"problems": 96, "median": 1.18, "rms": 1.39, "p90": 1.68},
    "im2col rows": {"problems": 1177, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "im2col windows": {"problems": 1084, "median": 1.23, "rms": 1.46, "p90": 1.83},
    "im2col, preparing": {"problems": 2357, "median": 1.05, "rms": 1.28, "p90": 1.23},
    "fft_tiled": {"problems": 2637, "median": 1.15, "rms": 1.27, "p90": 1.47},
    "fft_tiled l3_filters": {"problems": 348, "median": 1.16, "rms": 1.31, "p90": 1.55},
    "fft_tiled memory_filters": {"problems": 60, "median": 1.18, "rms": 1.28, "p90": 1.49},
    "fft_tiled, preparing": {"problems": 2637, "median": 1.11, "rms": 1.66, "p90": 1.53},
    "fft": {"problems": 2643, "median": 1.11, "rms": 1.27, "p90": 1.4},
    "fft, preparing": {"problems": 2643, "median": 1.19, "rms": 1.42, "p90": 1.7},
    "cython": {"problems": 1532, "median": 1.19, "rms": 1.29, "p90": 1.52},
    "cython, preparing": {"problems": 1532, "median": 1.05, "rms": 1.16, "p90": 1.16},
    "naive": {"problems": 203, "median": 1.17, "rms": 1.41, "p90": 1.62},
    "naive, preparing": {"problems": 203, "median": 1.11, "rms": 1.2, "p90": 1.34},
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
    "direct": {"v3": 2.05, "base": 5.58},
    "separable": {},
    "winograd": {"v3": 2.14, "base": 4.14},
    "im2col": {"v3": 2.32, "base": 6.05},
    "fft_tiled": {"v3": 1.4, "base": 2.14},
    "fft": {"v3": 1.11, "base": 1.27},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.28e-07, "wake": 2.54e-06, "python": 4e-06, "flops": 8.3e-12, "beyond_l2":
            2.64e-11, "beyond_l3": 5e-11, "outputs": 1.87e-10, "outputs_half": 1.53e-10,
            "outputs_last": 1.09e-10, "channel_planes": 1.97e-10, "bytes": 3.46e-12, "packed":
            2.38e-11, "gathered": 3.19e-11, "runs": 2.9e-09, "runs_bordered": 7.62e-09,
            "work_items": 5.65e-08, "work_item_products": 1.69e-12, "workers": -0.662, "taps":
            0.029, "taps_8": 0.0354, "taps_64": 0.042, "kernel_row": -0.0688, "ic_per_group":
            0.0159, "ic_per_group_16": 0.0143, "oc_per_group": -0.00511, "oc_per_group_8": -0.0435,
            "oc_per_group_32": 0.0313, "groups": -0.0189, "row": 0.15, "row_16": -0.125, "row_128":
            -0.0208, "rows": 0.0235, "rows_16": -0.0203, "image": -0.168, "image_32": 0.088,
            "image_256": 0.0714, "double": 0.581, "complex": -0.324, "complex_double": 0.252,
            "integer": 0.885, "narrow_integer": -0.035, "converted": 0.184, "half": -0.0915,
            "channels_last": -0.0762, "channels_last_channels": 0.0164, "stride": -0.0148,
            "dilation": -0.00382, "bordered": 0.167, "bordered_padded": 0.0992, "rank_1": -0.0331,
            "rank_3": 0.0949},
        "depthwise": {"call": 2.77e-07, "wake": 2.29e-06, "python": 4e-06, "flops": 9.34e-12,
            "beyond_l2": 3.1e-11, "beyond_l3": 5e-11, "outputs": 1.78e-10, "outputs_half": 1.4e-10,
            "outputs_last": 7.24e-11, "channel_planes": 1.9e-10, "bytes": 3.95e-12, "packed":
            2.13e-11, "gathered": 2.73e-11, "runs": 1.1e-09, "runs_bordered": 5.19e-09,
            "work_items": 4.24e-08, "work_item_products": 1.69e-12, "workers": -0.725, "taps":
            -0.0163, "taps_8": 0.085, "taps_64": 0.0405, "kernel_row": -0.0253, "ic_per_group":
            0.0159, "ic_per_group_16": 0.0143, "oc_per_group": -0.00511, "oc_per_group_8": -0.0435,
            "oc_per_group_32": 0.0313, "groups": -0.0104, "row": 0.129, "row_16": -0.0755,
            "row_128": -0.00194, "rows_16": 0.0299, "image": -0.169, "image_32": 0.126, "image_256":
            -0.0085, "double": 0.503, "complex": -0.324, "complex_double": 0.252, "integer": 0.734,
            "narrow_integer": -0.268, "converted": 0.301, "half": 0.188, "channels_last": -0.0598,
            "channels_last_channels": 0.022, "stride": 0.0983, "dilation": -0.0444, "bordered":
            -0.02, "bordered_padded": 0.00723, "rank_1": -0.0755, "rank_3": 0.232},
        "dot": {"call": 2.3e-07, "wake": 2.55e-06, "python": 4e-06, "flops": 7.93e-12, "beyond_l2":
            1.74e-11, "beyond_l3": 5e-11, "outputs": 1.87e-10, "outputs_half": 1.53e-10,
            "outputs_last": 1.09e-10, "channel_planes": 1.97e-10, "bytes": 3.61e-12, "packed":
            2.37e-11, "gathered": 3.34e-11, "runs": 2.89e-09, "runs_bordered": 7.62e-09,
            "work_items": 6.18e-08, "work_item_products": 1.68e-12, "workers": -0.775, "taps":
            -0.283, "taps_8": 0.32, "taps_64": 0.0682, "ic_per_group": -0.0313, "oc_per_group":
            -0.109, "oc_per_group_8": -0.0435, "oc_per_group_32": 0.0313, "groups": 0.00352, "row":
            0.0814, "row_16": -0.00867, "row_128": -0.0207, "rows": 0.00909, "rows_16": 0.0236,
            "image": -0.0158, "image_32": -0.179, "image_256": 0.187, "double": 0.591, "complex":
            -0.503, "complex_double": -0.114, "integer": 0.0153, "narrow_integer": 0.176,
            "converted": 0.127, "half": 0.0292, "channels_last": -0.331, "channels_last_channels":
            -0.0152, "stride": 0.0218, "dilation": -0.00382, "bordered": 0.2, "bordered_padded":
            0.273, "rank_1": 0.143, "rank_3": -0.543},
        "igemm": {"call": 1.94e-07, "wake": 2.76e-06, "python": 4e-06, "flops": 1.09e-11,
            "beyond_l2": 4.44e-11, "beyond_l3": 5e-11, "outputs": 6.67e-10, "outputs_half":
            1.21e-10, "outputs_last": 1.08e-10, "channel_planes": 2.07e-10, "bytes": 2.4e-12,
            "packed": 2.02e-11, "gathered": 1.88e-11, "runs": 4.91e-09, "runs_bordered": 2.15e-09,
            "work_items": 5.93e-08, "work_item_products": 1.7e-12, "workers": -0.598, "taps":
            -0.0429, "taps_8": -0.0137, "taps_64": 0.0546, "kernel_row": 0.0855, "ic_per_group":
            0.039, "ic_per_group_16": 0.0135, "oc_per_group": -0.0129, "oc_per_group_8": -0.101,
            "oc_per_group_32": 0.0994, "groups": -0.00507, "row": 0.0201, "row_16": 0.0021,
            "row_128": -0.0147, "rows": 0.0358, "rows_16": -0.0418, "image": -0.158, "image_32":
            0.118, "image_256": 0.0453, "double": 0.632, "complex": -0.281, "complex_double": 0.191,
            "integer": 0.904, "narrow_integer": 0.0415, "converted": 0.288, "half": -0.166,
            "channels_last": -0.2, "channels_last_channels": 0.0224, "stride": 0.0257, "dilation":
            0.0122, "bordered": 0.197, "bordered_padded": 0.127, "rank_1": -0.113, "rank_3": 0.142},
        "pointwise": {"call": 1.45e-07, "wake": 2.67e-06, "python": 4e-06, "flops": 9.87e-12,
            "beyond_l2": 3.72e-11, "beyond_l3": 5e-11, "outputs": 1.31e-10, "outputs_half":
            1.25e-10, "outputs_last": 1.02e-10, "channel_planes": 1.86e-10, "bytes": 3.11e-12,
            "packed": 2.13e-11, "gathered": 3.24e-11, "runs": 7.47e-09, "runs_bordered": 7.62e-09,
            "work_items": 5.53e-08, "work_item_products": 1.68e-12, "workers": -0.649, "taps":
            0.029, "taps_8": 0.0354, "taps_64": 0.042, "kernel_row": -0.0688, "ic_per_group":
            -0.0899, "ic_per_group_16": 0.0582, "oc_per_group": 0.321, "oc_per_group_8": -0.534,
            "oc_per_group_32": 0.208, "groups": 0.114, "row": 0.104, "row_16": -0.0605, "row_128":
            0.0498, "rows": 0.0293, "rows_16": -0.0157, "image": -0.198, "image_32": 0.205,
            "image_256": -0.0587, "double": 0.46, "complex": -0.657, "complex_double": 0.03,
            "integer": 0.399, "narrow_integer": -0.035, "converted": 0.405, "half": -0.579,
            "channels_last": -0.139, "channels_last_channels": -0.00169, "stride": 0.0454,
            "dilation": 0.146, "bordered": 0.167, "bordered_padded": 0.0992, "rank_1": -0.0597,
            "rank_3": 0.0609},
        "spatial_1": {"call": 1.73e-07, "wake": 2.42e-06, "python": 4e-06, "flops": 7.37e-12,
            "beyond_l2": 1.78e-11, "beyond_l3": 5e-11, "outputs": 1.13e-10, "outputs_half":
            1.53e-10, "outputs_last": 1.09e-10, "channel_planes": 1.76e-10, "bytes": 3.11e-12,
            "packed": 1.41e-11, "gathered": 2.57e-11, "runs": 5.74e-09, "runs_bordered": 2e-08,
            "work_items": 6.81e-08, "work_item_products": 1.69e-12, "workers": -0.699, "taps":
            0.00593, "taps_8": 0.0162, "taps_64": -0.072, "kernel_row": 0.0746, "ic_per_group":
            0.0517, "ic_per_group_16": -0.273, "oc_per_group": -0.00511, "oc_per_group_8": -0.0435,
            "oc_per_group_32": 0.0313, "groups": -0.0488, "row": 0.185, "row_16": -0.103, "row_128":
            -0.0765, "rows": -0.00969, "rows_16": 0.0088, "image": -0.245, "image_32": 0.183,
            "image_256": 0.0515, "double": 0.592, "complex": -0.324, "complex_double": 0.252,
            "integer": 0.796, "narrow_integer": 0.298, "converted": -0.179, "half": 0.0774,
            "channels_last": -0.0109, "channels_last_channels": 0.157, "stride": 0.0829, "dilation":
            0.0165, "bordered": 0.0512, "bordered_padded": 0.269, "rank_1": -0.499, "rank_3":
            0.271},
        "spatial_2": {"call": 2.16e-07, "wake": 2.31e-06, "python": 4e-06, "flops": 4.27e-12,
            "beyond_l2": 3.22e-11, "beyond_l3": 5e-11, "outputs": 7.03e-11, "outputs_half":
            1.51e-10, "outputs_last": 9.75e-11, "channel_planes": 1.91e-10, "bytes": 3.31e-12,
            "packed": 3.79e-11, "gathered": 5.35e-11, "runs": 2.44e-09, "runs_bordered": 8.29e-09,
            "work_items": 6.2e-08, "work_item_products": 1.69e-12, "workers": -0.733, "taps":
            0.0422, "taps_8": -0.112, "taps_64": 0.0531, "kernel_row": 0.0417, "ic_per_group":
            0.0156, "ic_per_group_16": -0.194, "oc_per_group": -0.157, "oc_per_group_8": -0.0435,
            "oc_per_group_32": 0.0313, "groups": -0.00849, "row": 0.0735, "row_16": -0.0785, "rows":
            0.107, "rows_16": -0.137, "image": -0.11, "image_32": 0.108, "image_256": 0.00428,
            "double": 0.581, "complex": -0.169, "complex_double": 0.166, "integer": 0.332,
            "narrow_integer": 0.498, "converted": -0.166, "half": 0.383, "channels_last": -0.478,
            "channels_last_channels": 0.217, "stride": 0.0559, "dilation": -0.163, "bordered":
            -0.111, "bordered_padded": 0.327, "rank_1": 0.164, "rank_3": 0.244},
        "spatial_4": {"call": 2.04e-07, "wake": 2.6e-06, "python": 4e-06, "flops": 6.18e-12,
            "beyond_l2": 2.56e-11, "beyond_l3": 5e-11, "outputs": 1.77e-10, "outputs_half":
            1.17e-10, "outputs_last": 1.07e-10, "channel_planes": 1.95e-10, "bytes": 3.46e-12,
            "packed": 3.96e-11, "gathered": 4.55e-11, "runs": 3.34e-09, "runs_bordered": 6.85e-09,
            "work_items": 6.92e-08, "work_item_products": 1.69e-12, "workers": -0.605, "taps":
            0.0142, "taps_8": -0.0709, "taps_64": 0.0897, "kernel_row": 0.00823, "ic_per_group":
            -0.0114, "ic_per_group_16": 0.0355, "oc_per_group": -0.101, "oc_per_group_8": 0.23,
            "oc_per_group_32": 0.0313, "groups": -0.0484, "row": 0.081, "row_16": -0.149, "row_128":
            0.0868, "rows": 0.0557, "rows_16": -0.0602, "image": -0.0876, "image_32": 0.00901,
            "image_256": 0.0807, "double": 0.633, "complex": -0.408, "integer": 0.885, "converted":
            0.138, "half": -0.175, "channels_last": -0.252, "channels_last_channels": 0.106,
            "stride": 0.157, "dilation": 0.00462, "bordered": -0.0179, "bordered_padded": 0.509,
            "rank_1": 0.179, "rank_3": 0.0717},
        "spatial_8": {"call": 1.99e-07, "wake": 1.94e-06, "python": 4e-06, "flops": 6.6e-12,
            "beyond_l2": 3.45e-11, "beyond_l3": 5e-11, "outputs": 1.89e-10, "outputs_half":
            1.54e-10, "outputs_last": 1.1e-10, "channel_planes": 1.92e-10, "bytes": 3.18e-12,
            "packed": 2.71e-11, "gathered": 3e-11, "runs": 3e-09, "runs_bordered": 8.56e-09,
            "work_items": 3.54e-08, "work_item_products": 1.69e-12, "workers": -0.65, "taps":
            -0.0607, "taps_8": 0.0554, "taps_64": -0.00395, "kernel_row": 0.0365, "ic_per_group":
            0.0228, "ic_per_group_16": -0.00907, "oc_per_group": -0.0226, "oc_per_group_8": -0.0717,
            "oc_per_group_32": 0.0702, "groups": -0.0287, "row": 0.0957, "row_16": -0.0854,
            "row_128": -0.00107, "rows_16": 0.00215, "image": -0.0816, "image_32": 0.0571,
            "image_256": 0.0186, "double": 0.619, "complex": -0.404, "complex_double": -0.0527,
            "integer": 1.43, "narrow_integer": -0.208, "converted": -0.241, "half": 0.124,
            "channels_last": -0.00661, "channels_last_channels": -0.0425, "stride": 0.0343,
            "dilation": 0.0203, "bordered": 0.0766, "bordered_padded": 0.199, "rank_1": -0.0954,
            "rank_3": 0.108},
        "spatial_in_out": {"call": 1.88e-07, "wake": 2.63e-06, "python": 4e-06, "flops": 7.07e-12,
            "beyond_l2": 2.6e-11, "beyond_l3": 5e-11, "outputs": 2.12e-10, "outputs_half": 1.53e-10,
            "outputs_last": 1.09e-10, "channel_planes": 1.85e-10, "bytes": 2.97e-12, "packed":
            2.77e-11, "gathered": 2.59e-11, "runs": 2.75e-09, "runs_bordered": 2.24e-08,
            "work_items": 3.34e-08, "work_item_products": 1.69e-12, "workers": -0.684, "taps":
            0.00152, "taps_8": 0.0173, "taps_64": -0.0108, "kernel_row": -0.0475, "ic_per_group":
            0.0155, "ic_per_group_16": 0.0568, "oc_per_group": -0.0868, "oc_per_group_8": 0.113,
            "oc_per_group_32": -0.0852, "groups": -0.0159, "row": 0.159, "row_16": -0.11, "row_128":
            -0.0176, "rows": -0.00558, "rows_16": 0.0235, "image": -0.113, "image_32": 0.0156,
            "image_256": 0.0637, "double": 0.544, "complex": -0.324, "complex_double": 0.252,
            "integer": 1.5, "narrow_integer": -0.035, "converted": 0.191, "half": -0.0915,
            "channels_last": -0.0762, "channels_last_channels": 0.0164, "stride": 0.0346,
            "dilation": -0.00636, "bordered": 0.0898, "bordered_padded": 0.0359, "rank_1": -0.12,
            "rank_3": 0.028},
        "stencil": {"call": 3.17e-07, "wake": 2.44e-06, "python": 4e-06, "flops": 1.65e-11,
            "beyond_l2": 2.68e-11, "beyond_l3": 5e-11, "outputs": 1.65e-10, "outputs_half":
            1.36e-10, "outputs_last": 1.08e-10, "channel_planes": 1.96e-10, "bytes": 3.41e-12,
            "packed": 2.01e-11, "gathered": 1.03e-11, "runs": 2.74e-09, "runs_bordered": 4.09e-08,
            "work_items": 3.69e-08, "work_item_products": 1.69e-12, "workers": -0.694, "taps":
            -0.0705, "taps_8": 0.119, "taps_64": -0.0344, "kernel_row": 0.0255, "ic_per_group":
            0.0257, "ic_per_group_16": -0.0859, "oc_per_group": -0.0569, "oc_per_group_8": 0.106,
            "oc_per_group_32": -0.0356, "groups": -0.00644, "row": -0.0323, "row_16": -0.0157,
            "row_128": -0.00347, "rows": 0.0423, "rows_16": -0.0515, "image": -0.0376, "image_32":
            -0.142, "image_256": 0.204, "double": 0.572, "complex": -0.702, "complex_double":
            0.0803, "integer": 1.25, "narrow_integer": 0.00459, "converted": 0.13, "half": 0.00416,
            "channels_last": 0.0308, "channels_last_channels": 0.0129, "stride": 0.404, "dilation":
            0.0535, "bordered": 0.128, "bordered_padded": 0.0791, "rank_1": -0.0331, "rank_3":
            0.169},
    },
    "separable": {
        "": {"call": 3.72e-07, "wake": 4.27e-06, "python": 4e-06, "flops": 1.93e-12, "beyond_l2":
            3.87e-12, "beyond_l3": 5e-11, "outputs": 1.9e-12, "outputs_half": 1e-10, "outputs_last":
            2.61e-12, "channel_planes": 4.5e-09, "bytes": 1.88e-12, "packed": 2.27e-11, "gathered":
            4.53e-12, "runs": 1.33e-08, "runs_bordered": 7.46e-09, "work_items": 7.89e-09,
            "work_item_products": 2e-11, "workers": -0.658, "taps": 0.0386, "taps_8": -0.0926,
            "taps_64": 0.0583, "kernel_row": 0.195, "groups": -0.0106, "row": 0.1, "row_16": -0.138,
            "row_128": -0.0023, "rows": 0.0433, "rows_16": -0.0515, "image": 0.0074, "image_32":
            -0.056, "image_256": 0.0775, "double": 0.0746, "complex": 0.639, "integer": 0.0284,
            "narrow_integer": 0.153, "converted": 0.182, "channels_last": 0.00241,
            "channels_last_channels": 0.0712, "stride": 0.544, "bordered": 0.0123,
            "bordered_padded": 0.0303, "rank_1": 0.612, "rank_3": 0.113},
        "box": {"call": 3.82e-07, "wake": 4.11e-06, "python": 4e-06, "flops": 1.59e-12, "beyond_l2":
            3.91e-12, "beyond_l3": 5e-11, "outputs": 1.87e-12, "outputs_half": 1e-10,
            "outputs_last": 2.56e-12, "channel_planes": 4.53e-09, "bytes": 2.36e-12, "packed":
            2.77e-11, "gathered": 4.02e-12, "runs": 1.62e-08, "runs_bordered": 5.85e-09,
            "work_items": 7.44e-09, "work_item_products": 2.02e-11, "workers": -0.684, "taps":
            -0.00787, "taps_8": -0.0826, "taps_64": 0.0666, "kernel_row": 0.256, "groups": -0.0165,
            "row": 0.0681, "row_16": -0.124, "rows": 0.0451, "rows_16": -0.092, "image": 0.0163,
            "image_32": -0.0816, "image_256": 0.132, "double": 0.0443, "complex": 0.681, "integer":
            0.0355, "narrow_integer": 0.146, "converted": 0.183, "channels_last": -0.0323,
            "channels_last_channels": 0.0731, "stride": 0.588, "bordered": -0.0235,
            "bordered_padded": 0.13, "rank_1": 0.498, "rank_3": 0.213},
        "separable": {"call": 3.67e-07, "wake": 4.43e-06, "python": 4e-06, "flops": 2.03e-12,
            "beyond_l2": 4.4e-12, "beyond_l3": 5e-11, "outputs": 1.88e-12, "outputs_half": 1e-10,
            "outputs_last": 2.59e-12, "channel_planes": 4.76e-09, "bytes": 1.61e-12, "packed":
            1.9e-11, "gathered": 4.84e-12, "runs": 1.16e-08, "runs_bordered": 8.64e-09,
            "work_items": 8.56e-09, "work_item_products": 1.93e-11, "workers": -0.64, "taps":
            0.0625, "taps_8": -0.0726, "taps_64": 0.0415, "kernel_row": 0.12, "groups": -0.011,
            "row": 0.11, "row_16": -0.165, "row_128": -0.0201, "rows": 0.0558, "rows_16": -0.049,
            "image": 0.0304, "image_32": -0.0893, "image_256": 0.0801, "double": 0.102, "complex":
            0.628, "integer": 0.0284, "narrow_integer": 0.153, "converted": 0.182, "channels_last":
            0.0464, "channels_last_channels": 0.0591, "stride": 0.541, "bordered": 0.0285,
            "bordered_padded": 0.0171, "rank_1": 0.612, "rank_3": -0.0339},
    },
    "winograd": {
        "": {"call": 7.75e-07, "wake": 4.28e-06, "python": 4.2e-06, "flops": 1.66e-11, "beyond_l2":
            5.9e-11, "beyond_l3": 5.25e-11, "outputs": 1.4e-11, "outputs_half": 1.05e-10,
            "outputs_last": 9.79e-10, "channel_planes": 7.3e-08, "bytes": 1.21e-11, "packed":
            3.17e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 4.62e-09, "work_item_products": 1.11e-08, "workers": -0.656, "taps": 0.15,
            "taps_8": -0.0908, "taps_64": -0.128, "kernel_row": -0.288, "ic_per_group": -0.0875,
            "ic_per_group_16": 0.0918, "oc_per_group_8": -0.0738, "oc_per_group_32": -0.0351,
            "groups": 0.00696, "row": 0.0212, "row_16": 0.0727, "row_128": -0.0228, "rows": 0.0359,
            "rows_16": -0.0242, "image_32": -0.048, "image_256": 0.00194, "double": 0.3, "complex":
            0.101, "complex_double": 0.501, "channels_last": 0.0102, "channels_last_channels":
            -0.00497, "dilation": 0.144, "bordered": 0.0291, "bordered_padded": 0.233, "rank_1":
            -0.0862, "rank_3": 0.236},
        "tiles_in_lanes": {"call": 6.08e-07, "wake": 3.28e-06, "python": 4.2e-06, "flops": 1.39e-11,
            "beyond_l2": 1.66e-11, "beyond_l3": 5.25e-11, "outputs": 1.31e-11, "outputs_half":
            1.05e-10, "outputs_last": 1.57e-09, "channel_planes": 3.38e-08, "bytes": 1.72e-11,
            "packed": 3.16e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 4.44e-09, "work_item_products": 5.01e-09, "workers": -0.67, "taps":
            -0.0871, "taps_8": -0.112, "taps_64": 0.00894, "kernel_row": 0.0464, "ic_per_group":
            -0.0335, "ic_per_group_16": 0.0661, "oc_per_group": -0.0174, "oc_per_group_8": -0.067,
            "oc_per_group_32": 0.119, "groups": -0.00448, "row": 0.025, "row_16": 0.0266, "row_128":
            -0.0441, "rows": -0.0363, "rows_16": 0.0669, "image": -0.0323, "image_32": 0.0103,
            "image_256": 0.0185, "double": 0.234, "complex": 0.231, "complex_double": 0.636,
            "channels_last": 0.116, "channels_last_channels": -0.0203, "dilation": 0.192,
            "bordered": 0.334, "bordered_padded": 0.327, "rank_1": -0.0612, "rank_3": 0.339},
    },
    "im2col": {
        "": {"call": 7.49e-06, "wake": 2.96e-06, "python": 4.6e-06, "flops": 2.13e-11, "beyond_l2":
            1.47e-10, "beyond_l3": 5.75e-11, "outputs": 4.04e-11, "outputs_half": 1.83e-10,
            "outputs_last": 3.46e-09, "channel_planes": 4.75e-10, "bytes": 2.48e-11, "packed":
            7.11e-11, "gathered": 2.18e-10, "runs": 9.16e-09, "runs_bordered": 7.15e-08,
            "work_items": 2.23e-07, "work_item_products": 2.53e-09, "workers": -0.615, "taps":
            -0.033, "taps_8": 0.101, "taps_64": -0.0789, "kernel_row": 0.0105, "ic_per_group":
            0.0321, "ic_per_group_16": -0.0223, "oc_per_group": 0.00858, "oc_per_group_8": -0.0452,
            "oc_per_group_32": 0.0671, "groups": -0.00843, "row": -0.0368, "row_16": 0.0743,
            "row_128": -0.0456, "rows": 0.013, "rows_16": -0.0263, "image": -0.112, "image_32":
            -0.0546, "image_256": 0.158, "double": 0.0308, "complex": 0.268, "complex_double":
            0.164, "converted": 0.021, "half": 0.021, "channels_last": 0.0693,
            "channels_last_channels": 0.0719, "stride": 0.0734, "dilation": 0.0542, "bordered":
            0.0598, "bordered_padded": -0.0531, "rank_1": -0.0193, "rank_3": 0.136},
        "pointwise": {"call": 7.97e-06, "wake": 2.96e-06, "python": 4.6e-06, "flops": 2.33e-11,
            "beyond_l2": 1.23e-10, "beyond_l3": 5.75e-11, "outputs": 4.56e-11, "outputs_half":
            1.83e-10, "outputs_last": 3.46e-09, "channel_planes": 4.89e-10, "bytes": 2.55e-11,
            "packed": 7.11e-11, "gathered": 2.18e-10, "runs": 9.16e-09, "runs_bordered": 7.15e-08,
            "work_items": 2.52e-07, "work_item_products": 3.29e-09, "workers": -0.29, "taps":
            -0.033, "taps_8": 0.101, "taps_64": -0.0789, "kernel_row": 0.0105, "ic_per_group":
            -0.239, "ic_per_group_16": 0.255, "oc_per_group": 0.0194, "oc_per_group_8": 0.0289,
            "oc_per_group_32": 0.028, "groups": -0.00843, "row": -0.119, "row_16": 0.11, "row_128":
            -0.0325, "rows": -0.026, "rows_16": 0.0121, "image": -0.0238, "image_32": 0.129,
            "image_256": -0.0901, "double": 0.362, "complex": -0.168, "complex_double": 0.594,
            "converted": 0.021, "half": 0.021, "channels_last": 0.0693, "channels_last_channels":
            0.0719, "stride": 0.0734, "dilation": -0.0395, "bordered": 0.0598, "bordered_padded":
            -0.0531, "rank_1": 0.0363, "rank_3": 0.18},
        "rows": {"call": 7.42e-06, "wake": 2.87e-06, "python": 4.6e-06, "flops": 2.24e-11,
            "beyond_l2": 1.34e-10, "beyond_l3": 5.75e-11, "outputs": 3.78e-11, "outputs_half":
            2.46e-10, "outputs_last": 2.16e-09, "channel_planes": 4.79e-10, "bytes": 1.21e-11,
            "packed": 1.19e-10, "gathered": 2.18e-10, "runs": 9.53e-09, "runs_bordered": 7.15e-08,
            "work_items": 2.55e-07, "work_item_products": 2.11e-09, "workers": -0.633, "taps":
            0.0401, "taps_8": 0.0296, "taps_64": -0.0728, "kernel_row": -0.00443, "ic_per_group":
            0.0423, "ic_per_group_16": -0.0331, "oc_per_group": 0.0149, "oc_per_group_8": -0.03,
            "oc_per_group_32": 0.0629, "groups": -0.0129, "row": -0.0627, "row_16": 0.0961,
            "row_128": -0.0641, "rows": -0.00374, "rows_16": -0.0211, "image": -0.147, "image_32":
            -0.0286, "image_256": 0.186, "double": 0.0501, "complex": 0.268, "complex_double":
            0.164, "converted": -0.00844, "half": -0.00844, "channels_last": 0.0218,
            "channels_last_channels": 0.0719, "stride": 0.0734, "dilation": 0.0357, "bordered":
            0.0598, "bordered_padded": -0.0531, "rank_1": 0.0965, "rank_3": 0.12},
        "windows": {"call": 7.33e-06, "wake": 3.02e-06, "python": 4.6e-06, "flops": 1.89e-11,
            "beyond_l2": 1.18e-10, "beyond_l3": 5.75e-11, "outputs": 3.74e-11, "outputs_half":
            1.65e-10, "outputs_last": 2.43e-09, "channel_planes": 4.91e-10, "bytes": 2.16e-11,
            "packed": 6.32e-11, "gathered": 1.52e-10, "runs": 1.05e-08, "runs_bordered": 4.74e-08,
            "work_items": 1.35e-07, "work_item_products": 1.46e-09, "workers": -0.611, "taps":
            -0.0209, "taps_8": 0.0625, "taps_64": -0.0424, "kernel_row": -0.00736, "ic_per_group":
            0.00909, "ic_per_group_16": -0.0206, "oc_per_group": 0.0154, "oc_per_group_8": -0.0734,
            "oc_per_group_32": 0.0682, "groups": -0.00713, "row": 0.0517, "row_16": -0.0339,
            "row_128": 0.00683, "rows": 0.0234, "rows_16": -0.00409, "image": -0.109, "image_32":
            -0.0741, "image_256": 0.141, "double": -0.0653, "complex": 0.31, "complex_double":
            0.208, "converted": 0.079, "half": 0.079, "channels_last": 0.184,
            "channels_last_channels": 0.0664, "stride": 0.0739, "dilation": 0.0464, "bordered":
            0.082, "bordered_padded": -0.0129, "rank_1": -0.0528, "rank_3": 0.0717},
    },
    "fft_tiled": {
        "": {"call": 3.91e-07, "wake": 9.14e-07, "python": 5.2e-08, "flops": 1.61e-11, "beyond_l2":
            3.27e-11, "beyond_l3": 5.25e-11, "outputs": 1.44e-12, "outputs_half": 6.43e-12,
            "outputs_last": 8.33e-10, "channel_planes": 4.92e-10, "bytes": 3.74e-12, "packed":
            2.66e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 2.13e-10, "work_item_products": 1.24e-13, "workers": -0.682, "taps":
            -0.0382, "taps_8": 0.00374, "taps_64": -0.0031, "kernel_row": 0.0498, "ic_per_group":
            0.0714, "ic_per_group_16": -0.00604, "oc_per_group": -0.0241, "oc_per_group_8": 0.0174,
            "oc_per_group_32": 0.039, "groups": 0.0248, "row": -0.0128, "row_16": -0.0467,
            "row_128": 0.0541, "rows": 0.00551, "rows_16": -0.00553, "image": 0.0194, "image_32":
            0.0499, "image_256": -0.0483, "double": 0.485, "complex": 0.0974, "complex_double":
            0.559, "converted": 0.303, "half": -0.303, "channels_last": -0.0487,
            "channels_last_channels": 0.0352, "stride": 0.102, "dilation": -0.0423, "bordered":
            0.111, "bordered_padded": 0.106, "rank_1": -0.0421, "rank_3": -0.00245},
        "l3_filters": {"call": 4.52e-07, "wake": 9.53e-07, "python": 5.24e-08, "flops": 1.57e-11,
            "beyond_l2": 1.83e-11, "beyond_l3": 5.25e-11, "outputs": 1.45e-12, "outputs_half":
            6.53e-12, "outputs_last": 9.36e-10, "channel_planes": 4.9e-10, "bytes": 3.35e-12,
            "packed": 2.69e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 2.14e-10, "work_item_products": 1.25e-13, "workers": -0.725, "taps":
            0.0591, "taps_8": -0.00502, "taps_64": -0.0241, "kernel_row": -0.00241, "ic_per_group":
            0.137, "ic_per_group_16": 0.0989, "oc_per_group": -0.197, "oc_per_group_8": 0.33,
            "oc_per_group_32": -0.0446, "groups": 0.0715, "row": -0.0317, "row_16": -0.0224,
            "row_128": -0.0189, "rows": -0.00689, "rows_16": -0.0447, "image": 0.0336, "image_32":
            0.0276, "image_256": 0.0325, "double": 0.604, "complex": 0.128, "complex_double": 0.591,
            "converted": 0.0837, "half": -0.0542, "channels_last": 0.11, "channels_last_channels":
            -0.0204, "stride": 0.219, "dilation": -0.0601, "bordered": -0.141, "bordered_padded":
            0.0445, "rank_1": 0.158, "rank_3": -0.106},
        "memory_filters": {"call": 4.49e-07, "wake": 9.44e-07, "python": 5.24e-08, "flops":
            9.14e-12, "beyond_l2": 2.27e-11, "beyond_l3": 5.25e-11, "outputs": 1.45e-12,
            "outputs_half": 6.55e-12, "outputs_last": 7.65e-10, "channel_planes": 4.9e-10, "bytes":
            1.78e-11, "packed": 2.69e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered":
            5.25e-09, "work_items": 2.15e-10, "work_item_products": 1.25e-13, "workers": -0.455,
            "taps": 0.0231, "taps_8": 0.0997, "taps_64": 0.0681, "kernel_row": -0.0226,
            "ic_per_group": 0.154, "ic_per_group_16": -0.102, "oc_per_group": 0.156,
            "oc_per_group_8": 0.0687, "oc_per_group_32": -0.257, "groups": 0.033, "row": 0.0108,
            "row_16": -0.0939, "row_128": -0.00535, "rows": -0.0435, "rows_16": 0.107, "image":
            -0.0474, "image_32": 0.147, "image_256": -0.0291, "double": 0.19, "complex": -0.00986,
            "complex_double": 0.151, "converted": -0.115, "half": -0.0623, "channels_last": 0.13,
            "channels_last_channels": -0.0274, "stride": 0.0234, "dilation": -0.176, "bordered":
            0.0898, "bordered_padded": 0.103, "rank_1": 0.142, "rank_3": -0.0449},
    },
    "fft": {
        "": {"call": 3.75e-05, "wake": 0.000344, "python": 2.53e-07, "flops": 7.51e-12, "beyond_l2":
            5.59e-11, "beyond_l3": 5e-11, "outputs": 1.3e-09, "outputs_half": 3.11e-11,
            "outputs_last": 1.04e-09, "channel_planes": 2.73e-09, "bytes": 3.02e-11, "packed":
            5.58e-10, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            4.89e-05, "work_item_products": 4.31e-11, "workers": -0.166, "taps": 0.0261, "taps_8":
            -0.0329, "taps_64": 0.00639, "kernel_row": 0.0124, "ic_per_group": -0.0604,
            "ic_per_group_16": 0.046, "oc_per_group": 0.145, "oc_per_group_8": -0.12,
            "oc_per_group_32": 0.0406, "row_16": 0.0185, "row_128": -0.0166, "rows_16": 0.0112,
            "image": 0.0188, "image_32": 0.00277, "image_256": -0.0309, "double": 0.104, "complex":
            0.137, "complex_double": 0.154, "converted": 0.0379, "half": 0.103, "channels_last":
            -0.00694, "channels_last_channels": 0.00401, "stride": 0.043, "dilation": 0.0114,
            "bordered": 0.176, "bordered_padded": 0.0657, "rank_1": -0.241, "rank_3": 0.0848},
    },
    "cython": {
        "": {"call": 2.08e-07, "wake": 3.54e-06, "python": 4.6e-06, "flops": 5.77e-11, "beyond_l2":
            1.36e-10, "beyond_l3": 5.75e-11, "outputs": 1.96e-09, "outputs_half": 1.88e-09,
            "outputs_last": 9.04e-10, "channel_planes": 3.14e-09, "bytes": 8.14e-11, "packed":
            2.41e-11, "gathered": 8.76e-10, "runs": 2.08e-09, "runs_bordered": 1.44e-10,
            "work_items": 3.02e-08, "work_item_products": 1.09e-10, "workers": -0.654, "taps":
            -0.0186, "taps_8": 0.0147, "taps_64": -0.0157, "kernel_row": 0.00647, "ic_per_group":
            -0.0106, "ic_per_group_16": 0.0185, "oc_per_group": 0.156, "oc_per_group_8": -0.0226,
            "oc_per_group_32": -0.108, "groups": 0.00179, "row": -0.155, "row_16": 0.179, "row_128":
            -0.0337, "rows": 0.0303, "rows_16": -0.035, "image": 0.0103, "image_32": -0.0345,
            "image_256": 0.0242, "double": -0.211, "complex": -0.448, "complex_double": -1.0,
            "integer": -0.183, "narrow_integer": -0.104, "converted": 0.0844, "half": 0.444,
            "channels_last": -0.048, "channels_last_channels": 0.00498, "stride": -0.0186,
            "dilation": -0.00577, "bordered": 0.135, "bordered_padded": 0.0471, "rank_1": -0.0786,
            "rank_3": 0.0307},
    },
    "naive": {
        "": {"call": 1.34e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.8e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10,
            "workers": -0.7, "taps": -0.403, "taps_8": 0.109, "taps_64": 0.132, "kernel_row":
            0.0784, "ic_per_group": -0.333, "ic_per_group_16": 0.0774, "oc_per_group": -0.486,
            "oc_per_group_8": 0.179, "oc_per_group_32": 0.391, "groups": 0.0178, "row": -0.011,
            "row_16": -0.0115, "row_128": 0.0808, "rows": -0.0247, "rows_16": 0.0982, "image":
            -0.00449, "image_32": -0.0419, "image_256": 0.0468, "double": -0.718, "complex": -1.87,
            "complex_double": -2.66, "integer": -0.905, "narrow_integer": -0.834, "converted":
            -0.0299, "half": 0.138, "channels_last": -0.105, "channels_last_channels": 0.0402,
            "stride": -0.0304, "dilation": 0.04, "bordered": 0.217, "bordered_padded": 0.00385,
            "rank_1": -0.151, "rank_3": 0.0816},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.27e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.14e-11, "weights":
            1.73e-11, "filters": 5.69e-09, "workers": -0.117, "taps": 0.187, "taps_8": -0.124,
            "taps_64": -0.0708, "kernel_row": 0.0239, "ic_per_group": 0.105, "ic_per_group_16":
            0.036, "oc_per_group": -0.135, "oc_per_group_8": 0.0366, "oc_per_group_32": 0.0985,
            "groups": -0.013, "row": 0.0514, "row_16": 0.0813, "row_128": -0.0542, "rows": 0.0658,
            "rows_16": -0.025, "image": -0.0146, "image_32": -0.148, "image_256": 0.0847, "double":
            -0.159, "complex": 0.859, "complex_double": 0.676, "integer": 0.107, "narrow_integer":
            1.42, "converted": 0.66, "half": 0.135, "channels_last": 0.81, "channels_last_channels":
            0.0341, "stride": 0.00721, "dilation": -0.0234, "bordered": -0.197, "bordered_padded":
            0.0198, "rank_1": -0.189, "rank_3": 0.137},
        "depthwise": {"call": 4.79e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.32e-11,
            "weights": 5.19e-11, "filters": 3.64e-09, "workers": -0.1, "taps": 0.195, "taps_8":
            -0.532, "taps_64": 0.205, "kernel_row": 0.441, "ic_per_group": 0.105, "ic_per_group_16":
            0.036, "oc_per_group": -0.135, "oc_per_group_8": 0.0366, "oc_per_group_32": 0.0985,
            "groups": -0.108, "row": 0.177, "row_16": 0.112, "row_128": -0.245, "rows": 0.186,
            "rows_16": -0.17, "image": -0.0372, "image_32": -0.41, "image_256": 0.378, "double":
            -0.335, "complex": 0.859, "complex_double": 0.676, "integer": -0.537, "narrow_integer":
            0.9, "converted": 0.826, "half": 0.571, "channels_last": 0.92, "channels_last_channels":
            0.00293, "stride": -0.0931, "dilation": -0.488, "bordered": -0.321, "bordered_padded":
            0.0708, "rank_1": -1.48, "rank_3": 1.02},
        "dot": {"call": 4.58e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.89e-11, "weights":
            1.76e-11, "filters": 5.73e-09, "workers": -0.1, "taps": -0.185, "taps_8": -0.104,
            "taps_64": 0.476, "kernel_row": 0.00752, "ic_per_group": 0.333, "ic_per_group_16":
            -0.333, "oc_per_group": 0.0819, "oc_per_group_8": 0.0366, "oc_per_group_32": 0.0985,
            "groups": -0.026, "row": -0.288, "row_16": 0.296, "row_128": 0.0535, "rows": -0.211,
            "rows_16": -0.0217, "image": 0.189, "image_32": -0.021, "image_256": 0.144, "double":
            -0.15, "complex": 0.844, "complex_double": 1.12, "integer": 0.386, "narrow_integer":
            0.196, "converted": 0.539, "half": 0.148, "channels_last": 0.871,
            "channels_last_channels": 0.206, "stride": -0.0404, "dilation": -0.0234, "bordered":
            -0.196, "bordered_padded": 0.0221, "rank_1": -0.155, "rank_3": -0.0545},
        "igemm": {"call": 5.36e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.53e-11, "weights":
            1.4e-11, "filters": 5.6e-09, "workers": -0.1, "taps": -0.419, "taps_8": 0.519,
            "taps_64": -0.0339, "kernel_row": 0.161, "ic_per_group": 0.176, "ic_per_group_16":
            0.0547, "oc_per_group": -0.132, "oc_per_group_8": 0.245, "oc_per_group_32": -0.0287,
            "groups": 0.0709, "row": 0.0881, "row_16": 0.116, "row_128": -0.0507, "rows": 0.0707,
            "rows_16": -0.0421, "image": -0.0561, "image_32": -0.112, "image_256": 0.0241, "double":
            0.0366, "complex": 0.894, "complex_double": 0.785, "integer": 0.128, "narrow_integer":
            -0.149, "converted": 0.496, "half": -0.0501, "channels_last": 0.886,
            "channels_last_channels": 0.0291, "stride": 0.00896, "dilation": 0.115, "bordered":
            -0.177, "bordered_padded": 0.0137, "rank_1": -0.963, "rank_3": 0.268},
        "pointwise": {"call": 6.21e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.34e-11,
            "weights": 1.93e-11, "filters": 2.99e-09, "workers": -0.1, "taps": 0.187, "taps_8":
            -0.124, "taps_64": -0.0708, "kernel_row": 0.0239, "ic_per_group": 0.0281,
            "ic_per_group_16": 0.118, "oc_per_group": -0.31, "oc_per_group_8": 0.265,
            "oc_per_group_32": 0.0979, "groups": 0.293, "row": -0.00953, "row_16": 0.0543,
            "row_128": -0.189, "rows": -0.152, "rows_16": 0.136, "image": 0.163, "image_32": -0.096,
            "image_256": -0.244, "double": 0.177, "complex": 1.47, "complex_double": 1.24,
            "integer": -0.0475, "narrow_integer": 1.42, "converted": 0.75, "half": 0.377,
            "channels_last": 0.247, "channels_last_channels": 0.124, "stride": 0.056, "dilation":
            -0.0649, "bordered": -0.197, "bordered_padded": 0.0198, "rank_1": -0.36, "rank_3":
            0.199},
        "spatial_1": {"call": 3.01e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.25e-11,
            "weights": 1.83e-11, "filters": 2.31e-06, "workers": -0.327, "taps": -0.0158, "taps_8":
            0.0521, "taps_64": 0.0541, "kernel_row": -0.0117, "ic_per_group": 0.206,
            "ic_per_group_16": 0.92, "oc_per_group": -0.135, "oc_per_group_8": 0.0366,
            "oc_per_group_32": 0.0985, "groups": -0.556, "row": -0.00701, "row_16": 0.211,
            "row_128": -0.0565, "rows": 0.0713, "rows_16": 0.0491, "image": -0.163, "image_32":
            -0.0308, "image_256": 0.0683, "double": 0.077, "complex": 0.859, "complex_double":
            0.676, "integer": 0.108, "narrow_integer": 0.677, "converted": 0.819, "half": 0.297,
            "channels_last_channels": -0.061, "stride": -0.0523, "dilation": 0.0243, "bordered":
            -0.0986, "bordered_padded": -0.0295, "rank_1": -0.522, "rank_3": 0.0219},
        "spatial_2": {"call": 2.44e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.05e-11,
            "weights": 1.98e-11, "filters": 1.03e-06, "workers": -0.165, "taps": 0.0646, "taps_64":
            0.0949, "kernel_row": -0.0234, "ic_per_group": 0.0604, "ic_per_group_16": 0.36,
            "oc_per_group": 0.191, "oc_per_group_8": 0.0366, "oc_per_group_32": 0.0985, "groups":
            -0.445, "row": 0.0878, "row_16": -0.136, "row_128": 0.0932, "rows": 0.00952, "rows_16":
            0.0403, "image": -0.182, "image_32": 0.199, "image_256": -0.0596, "double": -0.0524,
            "complex": 1.16, "complex_double": 1.09, "integer": 0.104, "narrow_integer": 0.609,
            "converted": 0.575, "half": 0.279, "channels_last": -0.0178, "channels_last_channels":
            0.0323, "stride": -0.0297, "dilation": -0.0348, "bordered": 0.0603, "bordered_padded":
            0.721, "rank_1": -0.0452, "rank_3": 0.0271},
        "spatial_4": {"call": 4.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.8e-12,
            "weights": 3.29e-11, "filters": 4.14e-08, "workers": -0.1, "taps": 0.214, "taps_8":
            -0.297, "taps_64": -0.0997, "kernel_row": 0.248, "ic_per_group": 0.0998,
            "ic_per_group_16": -0.041, "oc_per_group": -0.00682, "oc_per_group_8": -0.288,
            "oc_per_group_32": 0.0985, "groups": -0.224, "row": -0.404, "row_16": 0.468, "row_128":
            0.127, "rows": 0.387, "rows_16": -0.312, "image": 0.0166, "image_32": -0.157,
            "image_256": 0.0271, "double": -0.176, "complex": 1.05, "complex_double": 0.38,
            "integer": 0.107, "narrow_integer": 1.32, "converted": 0.732, "half": 0.333,
            "channels_last": 0.742, "channels_last_channels": 0.0715, "stride": 0.321, "dilation":
            -0.0762, "bordered": -1.33, "bordered_padded": 0.00615, "rank_1": 0.273, "rank_3":
            0.108},
        "spatial_8": {"call": 4.22e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.17e-11,
            "weights": 1.65e-11, "filters": 5.6e-09, "workers": -0.222, "taps": 0.208, "taps_8":
            -0.196, "taps_64": -0.0919, "kernel_row": -0.0181, "ic_per_group": 0.00218,
            "ic_per_group_16": 0.125, "oc_per_group": -0.0534, "oc_per_group_8": -0.0963,
            "oc_per_group_32": 0.143, "groups": -0.063, "row": 0.0722, "row_16": 0.00602, "row_128":
            -0.103, "rows": -0.024, "rows_16": -0.0753, "image": 0.0613, "image_32": -0.177,
            "image_256": 0.163, "double": -0.309, "complex": 1.4, "complex_double": 0.581,
            "integer": -0.498, "narrow_integer": 1.76, "converted": 0.982, "half": 0.709,
            "channels_last": 0.973, "channels_last_channels": 0.223, "stride": 0.0731, "dilation":
            0.107, "bordered": -0.192, "bordered_padded": -0.0159, "rank_1": -0.292, "rank_3":
            0.152},
        "spatial_in_out": {"call": 4.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.29e-11,
            "weights": 1.56e-11, "filters": 5.71e-09, "workers": -0.125, "taps": 0.0977, "taps_8":
            -0.047, "taps_64": -0.044, "kernel_row": -0.094, "ic_per_group": -0.027,
            "ic_per_group_16": 0.00383, "oc_per_group": 0.0581, "oc_per_group_8": -0.154,
            "oc_per_group_32": -0.0342, "groups": -0.0876, "row": -0.269, "row_16": 0.272,
            "row_128": -0.0783, "rows": -0.0227, "rows_16": 0.0017, "image": 0.387, "image_32":
            -0.418, "image_256": 0.0651, "double": -0.525, "complex": 0.859, "complex_double":
            0.676, "integer": 0.0207, "narrow_integer": 1.42, "converted": 0.737, "half": 0.135,
            "channels_last": 0.81, "channels_last_channels": 0.0341, "stride": 0.012, "dilation":
            0.324, "bordered": -0.173, "bordered_padded": 0.177, "rank_1": 0.405, "rank_3": 0.167},
        "stencil": {"call": 4e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.23e-11, "weights":
            1.87e-11, "filters": 6e-09, "workers": -0.157, "taps": 0.0849, "taps_8": -0.416,
            "taps_64": -0.155, "kernel_row": 0.423, "ic_per_group": 0.2, "ic_per_group_16": -1.16,
            "oc_per_group": -0.633, "oc_per_group_8": 1.12, "oc_per_group_32": -0.166, "groups":
            -0.235, "row": -0.108, "row_16": 0.0622, "row_128": 0.22, "rows": 0.501, "rows_16":
            -0.321, "image": 0.0424, "image_32": -0.163, "image_256": 0.0293, "double": 0.0405,
            "complex": 0.446, "complex_double": 0.696, "integer": 0.186, "narrow_integer": 1.63,
            "converted": 1.11, "half": 0.422, "channels_last": 0.276, "channels_last_channels":
            0.168, "stride": 0.265, "dilation": 0.298, "bordered": -0.21, "bordered_padded":
            -0.0268, "rank_1": -0.189, "rank_3": 0.152},
    },
    "separable": {
        "": {"call": 1.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.72e-12, "weights":
            1.29e-10, "filters": 3.14e-09, "workers": -0.249, "taps": -0.337, "taps_8": 0.563,
            "taps_64": -0.247, "kernel_row": 0.122, "groups": 0.166, "row": -0.234, "row_16": 0.193,
            "row_128": -0.0331, "rows": -0.424, "rows_16": 0.473, "image": 0.499, "image_32":
            -0.242, "image_256": -0.241, "double": -0.00976, "complex": 0.906, "integer": 0.0971,
            "narrow_integer": 0.372, "converted": 0.498, "channels_last": -0.0507,
            "channels_last_channels": 0.0646, "stride": 0.0604, "bordered": -0.092,
            "bordered_padded": 0.0297, "rank_1": -1.21, "rank_3": -0.164},
        "box": {"call": 1.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.68e-12, "weights":
            1.14e-10, "filters": 5.23e-09, "workers": -0.28, "taps": 0.159, "taps_8": -0.0494,
            "taps_64": -0.172, "kernel_row": 0.125, "groups": 0.013, "row": -0.133, "row_16":
            0.0661, "row_128": -0.0134, "rows": -0.412, "rows_16": 0.352, "image": 0.349,
            "image_32": -0.205, "image_256": -0.0855, "double": 0.0743, "complex": 0.0968,
            "integer": 0.117, "narrow_integer": 0.397, "converted": 0.542, "channels_last": -0.114,
            "channels_last_channels": 0.113, "stride": -0.0411, "bordered": 0.0029,
            "bordered_padded": 0.117, "rank_1": -1.37, "rank_3": 0.0776},
        "separable": {"call": 1.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.7e-12,
            "weights": 1.35e-10, "filters": 2.22e-09, "workers": -0.176, "taps": -0.975, "taps_8":
            1.36, "taps_64": -0.466, "kernel_row": 0.209, "groups": 0.259, "row": -0.0915, "row_16":
            0.192, "row_128": -0.055, "rows": -0.332, "rows_16": 0.509, "image": 0.551, "image_32":
            -0.37, "image_256": -0.28, "double": -0.132, "complex": 0.763, "integer": 0.0971,
            "narrow_integer": 0.372, "converted": 0.498, "channels_last": 0.0944,
            "channels_last_channels": -0.0174, "stride": 0.204, "bordered": -0.317,
            "bordered_padded": 0.00638, "rank_1": -1.21, "rank_3": 0.122},
    },
    "winograd": {
        "": {"call": 1.32e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.08e-10, "weights":
            6.4e-12, "filters": 1.74e-08, "workers": -0.1, "taps": -0.286, "taps_8": 0.368,
            "taps_64": 0.19, "kernel_row": 1.14, "ic_per_group": -0.162, "ic_per_group_16": 0.217,
            "oc_per_group": -0.11, "oc_per_group_8": 0.146, "oc_per_group_32": -0.0163, "groups":
            -0.103, "row": -0.0313, "row_16": 0.0418, "row_128": 0.0776, "rows": 0.00355, "rows_16":
            -0.00197, "image_32": -0.0202, "image_256": 0.0305, "double": -0.342, "complex": 1.02,
            "complex_double": 0.419, "channels_last": -0.00193, "channels_last_channels": 0.0547,
            "dilation": 0.0232, "bordered": 0.0694, "bordered_padded": -0.11, "rank_1": -0.58,
            "rank_3": 0.155},
        "tiles_in_lanes": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.06e-10,
            "weights": 6.61e-12, "filters": 2.19e-08, "workers": -0.1, "taps": -0.325, "taps_8":
            0.264, "taps_64": -0.306, "kernel_row": 1.69, "ic_per_group": -0.357, "ic_per_group_16":
            0.375, "oc_per_group": -0.113, "oc_per_group_8": 0.0394, "oc_per_group_32": -0.103,
            "groups": -0.231, "row": -0.176, "row_16": 0.223, "row_128": 0.181, "rows": 0.306,
            "rows_16": -0.367, "image": 0.12, "image_32": -0.232, "image_256": 0.0553, "double":
            -0.516, "complex": 0.856, "complex_double": 0.418, "channels_last": 0.0067,
            "channels_last_channels": 0.0488, "dilation": -0.014, "bordered": -0.0221,
            "bordered_padded": -0.0888, "rank_1": -0.532, "rank_3": 0.0262},
    },
    "im2col": {
        "": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.06e-14, "weights":
            5.17e-15, "filters": 6.59e-12, "workers": -0.1, "taps": 0.335, "taps_8": -0.355,
            "taps_64": 0.175, "kernel_row": -0.0382, "ic_per_group": -0.209, "ic_per_group_16":
            0.00899, "oc_per_group": 0.13, "oc_per_group_8": -0.144, "oc_per_group_32": -0.0116,
            "groups": -0.324, "row": -0.0415, "row_16": -0.00836, "row_128": 0.0363, "rows": 0.0083,
            "rows_16": -0.0502, "image": 0.041, "image_32": -0.0641, "image_256": 0.1, "double":
            -0.267, "complex": -0.375, "complex_double": -0.862, "converted": 0.197, "half": 0.197,
            "channels_last": 6.28, "channels_last_channels": 0.377, "stride": -0.11, "dilation":
            -0.1, "bordered": 0.228, "bordered_padded": -0.00445, "rank_1": 0.192, "rank_3":
            -0.0914},
        "pointwise": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.09e-14,
            "weights": 5.18e-15, "filters": 6.58e-12, "workers": -0.124, "taps": 0.335, "taps_8":
            -0.355, "taps_64": 0.175, "kernel_row": -0.0382, "ic_per_group": -0.0986,
            "ic_per_group_16": 0.0779, "oc_per_group": 0.157, "oc_per_group_8": -0.145,
            "oc_per_group_32": -0.0317, "groups": -0.324, "row": -0.0331, "row_16": -0.0429,
            "row_128": 0.0286, "rows": 0.0711, "rows_16": -0.0475, "image": 0.117, "image_32":
            -0.0365, "image_256": 0.0804, "double": -0.251, "complex": -0.357, "complex_double":
            -0.86, "converted": 0.197, "half": 0.197, "channels_last": 6.28,
            "channels_last_channels": 0.377, "stride": -0.11, "dilation": -0.102, "bordered": 0.228,
            "bordered_padded": -0.00445, "rank_1": 0.188, "rank_3": -0.0859},
        "rows": {"call": 5.41e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.79e-14, "weights":
            5.19e-15, "filters": 6.62e-12, "workers": -0.1, "taps": 0.362, "taps_8": -0.443,
            "taps_64": -0.0209, "kernel_row": 0.0712, "ic_per_group": -0.0134, "ic_per_group_16":
            -0.0014, "oc_per_group": -0.103, "oc_per_group_8": -0.0311, "oc_per_group_32": -0.315,
            "groups": 0.0551, "row": 0.0887, "row_16": -1.16, "row_128": 0.145, "rows": 0.2,
            "rows_16": 0.161, "image": -0.121, "image_32": -0.0706, "image_256": 0.118, "double":
            -0.0553, "complex": -0.375, "complex_double": -0.862, "converted": 3.05, "half": 3.05,
            "channels_last": 6.14, "channels_last_channels": 0.377, "stride": -0.11, "dilation":
            -0.615, "bordered": 0.228, "bordered_padded": -0.00445, "rank_1": 1.6, "rank_3": 0.652},
        "windows": {"call": 5.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.19e-14,
            "weights": 4.99e-15, "filters": 6e-12, "workers": -0.1, "taps": 0.374, "taps_8": -0.374,
            "taps_64": 0.166, "kernel_row": -0.0772, "ic_per_group": -0.201, "ic_per_group_16":
            -0.00382, "oc_per_group": 0.0829, "oc_per_group_8": -0.0694, "oc_per_group_32": -0.0369,
            "groups": -0.337, "row": -0.0358, "row_16": -0.0197, "row_128": 0.0465, "rows": 0.0186,
            "rows_16": -0.0622, "image": 0.0463, "image_32": -0.0802, "image_256": 0.118, "double":
            -0.278, "complex": -0.358, "complex_double": -0.88, "converted": 0.239, "half": 0.239,
            "channels_last": 6.19, "channels_last_channels": 0.381, "stride": -0.111, "dilation":
            -0.0944, "bordered": 0.213, "bordered_padded": -0.00505, "rank_1": 0.287, "rank_3":
            -0.139},
    },
    "fft_tiled": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.57e-10, "weights":
            8.65e-10, "filters": 1.22e-09, "workers": -0.1, "taps": 0.00187, "taps_8": 0.0178,
            "taps_64": 0.0474, "kernel_row": 0.0111, "ic_per_group": -0.0228, "ic_per_group_16":
            -0.0382, "oc_per_group_8": -0.0274, "oc_per_group_32": -0.0592, "groups": -0.0162,
            "row": 0.0176, "row_16": -0.0263, "row_128": 0.0398, "rows": 0.0151, "rows_16":
            -0.00423, "image": 0.0111, "image_32": -0.0227, "image_256": 0.019, "double": -0.822,
            "complex": -0.0605, "complex_double": -0.869, "converted": 0.496, "half": -0.355,
            "channels_last": 0.0296, "channels_last_channels": -0.00378, "stride": -0.104,
            "dilation": 0.0229, "bordered": -0.0381, "bordered_padded": 0.00574, "rank_1": -0.0938,
            "rank_3": 0.118},
        "l3_filters": {"call": 1.42e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.88e-10,
            "weights": 3.07e-10, "filters": 1.24e-09, "workers": -0.1, "taps": 0.0649, "taps_8":
            0.0332, "taps_64": 0.0797, "kernel_row": -0.00223, "ic_per_group": 0.139,
            "ic_per_group_16": -0.00233, "oc_per_group": -0.401, "oc_per_group_8": 0.495,
            "oc_per_group_32": 0.0732, "groups": 0.158, "row": -0.0101, "row_16": 0.0425, "row_128":
            -0.0211, "rows": 0.0378, "rows_16": -0.0163, "image": -0.0118, "image_32": 0.074,
            "image_256": -0.0162, "double": -0.57, "complex": 0.181, "complex_double": -0.586,
            "converted": 0.0776, "half": 0.029, "channels_last": -0.195, "channels_last_channels":
            0.0329, "stride": 0.0817, "dilation": 0.00653, "bordered": 0.105, "bordered_padded":
            -0.0451, "rank_1": -0.1, "rank_3": 0.177},
        "memory_filters": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 5.36e-09,
            "weights": 2.39e-10, "filters": 1.25e-09, "workers": -0.1, "taps": -0.195, "taps_8":
            1.06, "taps_64": -0.509, "kernel_row": -0.223, "ic_per_group": 0.928, "ic_per_group_16":
            -1.62, "oc_per_group": 0.147, "oc_per_group_8": -0.0928, "oc_per_group_32": -0.359,
            "groups": 0.00579, "row": -0.543, "row_16": -0.25, "row_128": -1.37, "rows": -0.924,
            "rows_16": 0.962, "image": 0.336, "image_32": -0.018, "image_256": 1.78, "double":
            -0.348, "complex": -0.319, "complex_double": -0.466, "converted": 0.325, "half": -0.181,
            "channels_last": -6.74, "channels_last_channels": 0.57, "stride": -0.911, "dilation":
            -0.684, "bordered": -0.0459, "bordered_padded": 0.0204, "rank_1": 2.07, "rank_3": 1.28},
    },
    "fft": {
        "": {"call": 5e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.55e-10, "weights":
            1.28e-09, "filters": 3.25e-07, "workers": -0.1, "taps": -0.0061, "taps_8": 0.00546,
            "taps_64": -0.0258, "kernel_row": 0.0978, "ic_per_group": 0.0894, "ic_per_group_16":
            0.0724, "oc_per_group": 0.0844, "oc_per_group_8": -0.0029, "oc_per_group_32": -0.0761,
            "groups": 0.0499, "row": -0.0234, "row_16": 0.0539, "row_128": 0.0102, "rows": -0.0676,
            "rows_16": 0.0805, "image": -0.0969, "image_32": 0.0473, "image_256": 0.0783, "double":
            -0.323, "complex": 0.0534, "complex_double": -0.425, "converted": 0.301, "half": -0.218,
            "channels_last": -0.00801, "channels_last_channels": 0.00978, "stride": 0.0514,
            "dilation": 0.103, "bordered": 0.0477, "bordered_padded": -0.0295, "rank_1": -1.06,
            "rank_3": 0.378},
    },
    "cython": {
        "": {"call": 1.31e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.13e-13, "weights":
            2.13e-12, "filters": 1.2e-10, "workers": -0.1, "taps": 0.204, "taps_8": -0.0569,
            "taps_64": 0.0594, "kernel_row": 0.0138, "ic_per_group": 0.229, "ic_per_group_16":
            -0.0864, "oc_per_group": 0.0272, "oc_per_group_8": 0.102, "oc_per_group_32": 0.0278,
            "groups": 0.153, "row": 0.41, "row_16": -0.316, "row_128": 0.177, "rows": 0.0764,
            "rows_16": 0.0875, "image": -0.192, "image_32": -0.132, "image_256": 0.412, "double":
            0.174, "complex": -0.0335, "complex_double": -0.094, "integer": -0.155,
            "narrow_integer": -0.0413, "converted": 1.3, "half": 1.8, "channels_last": 0.626,
            "channels_last_channels": 0.123, "stride": 0.0611, "dilation": -0.229, "bordered":
            0.222, "bordered_padded": -0.0497, "rank_1": -0.542, "rank_3": 0.315},
    },
    "naive": {
        "": {"call": 1.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            3.63e-09, "filters": 7.21e-08, "workers": -0.7, "taps": 0.0517, "taps_8": -0.0719,
            "taps_64": -0.02, "kernel_row": 0.0101, "ic_per_group": -0.0142, "ic_per_group_16":
            -0.0564, "oc_per_group": -0.0108, "oc_per_group_8": -0.052, "oc_per_group_32": 0.0462,
            "groups": -0.0612, "row": -0.0129, "row_16": -0.0551, "row_128": 0.872, "rows": -0.0149,
            "rows_16": 0.326, "image": 0.00286, "image_32": -0.0212, "image_256": -0.018, "double":
            -0.603, "complex": -0.279, "complex_double": -1.29, "integer": -1.07, "narrow_integer":
            -0.0722, "converted": 1.16, "half": -0.197, "channels_last": 0.0598,
            "channels_last_channels": 0.0169, "stride": 0.0242, "dilation": 0.0128, "bordered":
            0.0028, "bordered_padded": 0.00922, "rank_1": -0.0991, "rank_3": 0.0693},
    },
}
