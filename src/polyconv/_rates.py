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
    "command": "python -m benchmarks.cost_model fit --problems 1200 --workers 1 2 --budget 0.05",
    "problems": 2830,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.1, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.15,
        "winograd": 1.1, "naive": 1.0, "separable": 1.0},
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
    "direct": {"problems": 2774, "median": 1.15, "rms": 1.37, "p90": 1.64},
    "direct depthwise": {"problems": 263, "median": 1.24, "rms": 1.49, "p90": 1.92},
    "direct dot": {"problems": 39, "median": 1.19, "rms": 1.35, "p90": 1.53},
    "direct igemm": {"problems": 566, "median": 1.18, "rms": 1.4, "p90": 1.77},
    "direct igemm_int8x4": {"problems": 19, "median": 1.25, "rms": 1.39, "p90": 1.72},
    "direct pointwise": {"problems": 104, "median": 1.19, "rms": 1.56, "p90": 2.02},
    "direct spatial_1": {"problems": 363, "median": 1.09, "rms": 1.34, "p90": 1.62},
    "direct spatial_2": {"problems": 185, "median": 1.22, "rms": 1.52, "p90": 2.02},
    "direct spatial_4": {"problems": 101, "median": 1.34, "rms": 1.57, "p90": 1.95},
    "direct spatial_8": {"problems": 222, "median": 1.1, "rms": 1.25, "p90": 1.47},
    "direct spatial_in_out": {"problems": 160, "median": 1.13, "rms": 1.33, "p90": 1.48},
    "direct stencil": {"problems": 734, "median": 1.11, "rms": 1.25, "p90": 1.41},
    "direct stencil_zero_copy": {"problems": 18, "median": 1.26, "rms": 1.36, "p90": 1.68},
    "direct, preparing": {"problems": 2774, "median": 1.15, "rms": 1.46, "p90": 1.77},
    "separable": {"problems": 548, "median": 1.11, "rms": 1.26, "p90": 1.38},
    "separable box": {"problems": 292, "median": 1.1, "rms": 1.24, "p90": 1.44},
    "separable separable": {"problems": 256, "median": 1.12, "rms": 1.29, "p90": 1.36},
    "separable, preparing": {"problems": 548, "median": 1.17, "rms": 1.56, "p90": 1.99},
    "winograd": {"problems": 408, "median": 1.16, "rms": 1.32, "p90": 1.57},
    "winograd tiles_in_lanes": {"problems": 96, "median": 1.14, "rms": 1.29, "p90": 1.4},
    "winograd, preparing": {"problems": 408, "median": 1.12, "rms": 1.33, "p90": 1.5},
    "im2col": {"problems": 2388, "median": 1.16, "rms": 1.37, "p90": 1.64},
    "im2col pointwise": {"problems": 96, "median": 1.2, "rms": 1.49, "p90": 1.95},
    "im2col rows": {"problems": 1196, "median": 1.11, "rms": 1.23, "p90": 1.38},
    "im2col windows": {"problems": 1096, "median": 1.23, "rms": 1.47, "p90": 1.83},
    "im2col, preparing": {"problems": 2388, "median": 1.05, "rms": 1.28, "p90": 1.22},
    "fft_tiled": {"problems": 2653, "median": 1.14, "rms": 1.27, "p90": 1.47},
    "fft_tiled l3_filters": {"problems": 352, "median": 1.17, "rms": 1.31, "p90": 1.56},
    "fft_tiled memory_filters": {"problems": 60, "median": 1.18, "rms": 1.28, "p90": 1.49},
    "fft_tiled, preparing": {"problems": 2653, "median": 1.11, "rms": 1.67, "p90": 1.54},
    "fft": {"problems": 2659, "median": 1.12, "rms": 1.27, "p90": 1.4},
    "fft, preparing": {"problems": 2659, "median": 1.19, "rms": 1.42, "p90": 1.69},
    "cython": {"problems": 1553, "median": 1.19, "rms": 1.29, "p90": 1.52},
    "cython, preparing": {"problems": 1553, "median": 1.05, "rms": 1.17, "p90": 1.16},
    "naive": {"problems": 203, "median": 1.17, "rms": 1.41, "p90": 1.63},
    "naive, preparing": {"problems": 203, "median": 1.11, "rms": 1.21, "p90": 1.36},
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
    "direct": {"v3": 1.86, "base": 5.37},
    "separable": {},
    "winograd": {"v3": 1.86, "base": 3.32},
    "im2col": {"v3": 2.32, "base": 6.05},
    "fft_tiled": {"v3": 1.4, "base": 2.18},
    "fft": {"v3": 1.11, "base": 1.25},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.65e-07, "wake": 1.53e-06, "python": 3.67e-06, "flops": 8.25e-12, "beyond_l2":
            4.32e-11, "beyond_l3": 5e-11, "outputs": 1.94e-10, "outputs_half": 1.97e-10,
            "outputs_last": 1.32e-10, "channel_planes": 4.69e-10, "bytes": 3.4e-12, "packed":
            2.63e-11, "gathered": 2.86e-11, "runs": 3.03e-09, "runs_bordered": 9.25e-09,
            "work_items": 5.16e-08, "work_item_products": 1.85e-12, "workers": -0.607, "taps":
            0.0167, "taps_8": 0.0494, "taps_64": 0.0373, "kernel_row": -0.0618, "ic_per_group":
            0.0147, "ic_per_group_16": 0.0373, "oc_per_group": -0.00295, "oc_per_group_8": -0.0576,
            "oc_per_group_32": 0.0751, "groups": -0.0184, "row": 0.143, "row_16": -0.122, "row_128":
            -0.0221, "rows": 0.0217, "rows_16": -0.0204, "image": -0.149, "image_32": 0.0778,
            "image_256": 0.0627, "double": 0.569, "complex": -0.305, "complex_double": 0.242,
            "integer": 0.968, "narrow_integer": 0.106, "converted": 0.0946, "half": -0.0334,
            "channels_last": -0.0598, "channels_last_channels": 0.0117, "stride": -0.0141,
            "dilation": -0.00664, "bordered": 0.175, "bordered_padded": 0.0871, "rank_1": -0.0256,
            "rank_3": 0.0769},
        "depthwise": {"call": 5.41e-07, "wake": 1.5e-06, "python": 2.82e-06, "flops": 1.03e-11,
            "beyond_l2": 4.87e-11, "beyond_l3": 5e-11, "outputs": 1.87e-10, "outputs_half":
            1.76e-10, "outputs_last": 7.35e-11, "channel_planes": 4.52e-10, "bytes": 3.63e-12,
            "packed": 2.24e-11, "gathered": 1.83e-11, "runs": 1.03e-09, "runs_bordered": 6.7e-09,
            "work_items": 4.92e-08, "work_item_products": 1.85e-12, "workers": -0.65, "taps":
            -0.0973, "taps_8": 0.146, "taps_64": 0.0597, "kernel_row": -0.00454, "ic_per_group":
            0.0147, "ic_per_group_16": 0.0373, "oc_per_group": -0.00295, "oc_per_group_8": -0.0576,
            "oc_per_group_32": 0.0751, "groups": 0.00878, "row": 0.152, "row_16": -0.0505,
            "row_128": -0.031, "rows": 0.0332, "rows_16": -0.00751, "image": -0.192, "image_32":
            0.138, "image_256": -0.012, "double": 0.519, "complex": -0.305, "complex_double": 0.242,
            "integer": 0.833, "narrow_integer": -0.343, "converted": 0.403, "half": 0.105,
            "channels_last": 0.0678, "channels_last_channels": 0.00392, "stride": 0.128, "dilation":
            -0.0359, "bordered": -0.0874, "bordered_padded": 0.00654, "rank_1": -0.18, "rank_3":
            0.328},
        "dot": {"call": 3.92e-07, "wake": 1.53e-06, "python": 3.51e-06, "flops": 8.34e-12,
            "beyond_l2": 2.47e-11, "beyond_l3": 5e-11, "outputs": 1.94e-10, "outputs_half":
            1.97e-10, "outputs_last": 1.31e-10, "channel_planes": 4.69e-10, "bytes": 3.65e-12,
            "packed": 2.63e-11, "gathered": 3e-11, "runs": 3.07e-09, "runs_bordered": 9.26e-09,
            "work_items": 5.26e-08, "work_item_products": 1.84e-12, "workers": -0.687, "taps":
            -0.342, "taps_8": 0.323, "taps_64": 0.16, "kernel_row": -0.00163, "ic_per_group":
            0.0448, "ic_per_group_16": 0.0239, "oc_per_group": -0.14, "oc_per_group_8": -0.0576,
            "oc_per_group_32": 0.0751, "groups": -0.107, "row": 0.156, "row_16": -0.0678, "row_128":
            0.00277, "rows": -0.00397, "rows_16": 0.0526, "image": -0.0314, "image_32": -0.136,
            "image_256": 0.122, "double": 0.605, "complex": -0.469, "complex_double": 0.0726,
            "integer": 0.256, "narrow_integer": 0.298, "converted": 0.103, "half": 0.101,
            "channels_last": -0.343, "channels_last_channels": 0.0308, "stride": 0.0295, "dilation":
            -0.00664, "bordered": 0.215, "bordered_padded": 0.312, "rank_1": -0.0309, "rank_3":
            -0.437},
        "igemm": {"call": 2.32e-07, "wake": 1.46e-06, "python": 3.52e-06, "flops": 1.24e-11,
            "beyond_l2": 8.62e-11, "beyond_l3": 5e-11, "outputs": 6e-10, "outputs_half": 1.47e-10,
            "outputs_last": 1.38e-10, "channel_planes": 5.75e-10, "bytes": 2.67e-12, "packed":
            2.07e-11, "gathered": 1.91e-11, "runs": 5e-09, "runs_bordered": 2.63e-09, "work_items":
            5.96e-08, "work_item_products": 1.86e-12, "workers": -0.556, "taps": -0.0567, "taps_8":
            -0.0195, "taps_64": 0.0542, "kernel_row": 0.102, "ic_per_group": 0.0401,
            "ic_per_group_16": 0.0125, "oc_per_group": -0.0141, "oc_per_group_8": -0.0956,
            "oc_per_group_32": 0.117, "groups": 0.0102, "row": 0.0354, "row_16": -0.00323,
            "row_128": -0.016, "rows": 0.0324, "rows_16": -0.0408, "image": -0.166, "image_32":
            0.125, "image_256": 0.0366, "double": 0.629, "complex": -0.289, "complex_double": 0.13,
            "integer": 0.841, "narrow_integer": 0.00399, "converted": 0.457, "half": -0.31,
            "channels_last": -0.15, "channels_last_channels": 0.00788, "stride": 0.0324, "dilation":
            0.026, "bordered": 0.227, "bordered_padded": 0.12, "rank_1": -0.175, "rank_3": 0.169},
        "pointwise": {"call": 1.82e-07, "wake": 1.54e-06, "python": 3.66e-06, "flops": 8.54e-12,
            "beyond_l2": 7.86e-11, "beyond_l3": 5e-11, "outputs": 1.49e-10, "outputs_half":
            1.68e-10, "outputs_last": 1.13e-10, "channel_planes": 4.65e-10, "bytes": 2.89e-12,
            "packed": 2.71e-11, "gathered": 2.97e-11, "runs": 6.23e-09, "runs_bordered": 9.25e-09,
            "work_items": 4.5e-08, "work_item_products": 1.85e-12, "workers": -0.526, "taps":
            0.0167, "taps_8": 0.0494, "taps_64": 0.0373, "kernel_row": -0.0618, "ic_per_group":
            -0.183, "ic_per_group_16": 0.219, "oc_per_group": 0.36, "oc_per_group_8": -0.523,
            "oc_per_group_32": 0.189, "groups": 0.088, "row": 0.138, "row_16": -0.0338, "row_128":
            -0.0531, "rows": 0.0434, "rows_16": -0.0315, "image": -0.2, "image_32": 0.166,
            "image_256": -0.0114, "double": 0.534, "complex": -0.656, "complex_double": 0.183,
            "integer": 0.605, "narrow_integer": 0.315, "converted": 0.405, "half": -0.476,
            "channels_last": -0.0993, "channels_last_channels": -0.00625, "stride": 0.0534,
            "dilation": 0.0224, "bordered": 0.175, "bordered_padded": 0.0871, "rank_1": -0.192,
            "rank_3": -0.0482},
        "spatial_1": {"call": 1.9e-07, "wake": 1.46e-06, "python": 4.4e-06, "flops": 6.93e-12,
            "beyond_l2": 3.59e-11, "beyond_l3": 5e-11, "outputs": 9.05e-11, "outputs_half":
            1.95e-10, "outputs_last": 1.32e-10, "channel_planes": 4.04e-10, "bytes": 3.03e-12,
            "packed": 2.35e-11, "gathered": 2.4e-11, "runs": 5.4e-09, "runs_bordered": 2.3e-08,
            "work_items": 6.78e-08, "work_item_products": 1.85e-12, "workers": -0.648, "taps":
            -0.0209, "taps_8": 0.0966, "taps_64": -0.0997, "kernel_row": 0.0489, "ic_per_group":
            0.0468, "ic_per_group_16": -0.163, "oc_per_group": -0.00295, "oc_per_group_8": -0.0576,
            "oc_per_group_32": 0.0751, "groups": -0.0449, "row": 0.167, "row_16": -0.0911,
            "row_128": -0.073, "rows": 0.00335, "rows_16": -0.00732, "image": -0.248, "image_32":
            0.23, "image_256": 0.00496, "double": 0.562, "complex": -0.305, "complex_double": 0.242,
            "integer": 0.918, "narrow_integer": 0.294, "converted": -0.168, "half": 0.16,
            "channels_last": -0.0402, "channels_last_channels": 0.0877, "stride": 0.0755,
            "dilation": 0.0216, "bordered": 0.101, "bordered_padded": 0.263, "rank_1": -0.297,
            "rank_3": 0.198},
        "spatial_2": {"call": 2.26e-07, "wake": 1.48e-06, "python": 4.28e-06, "flops": 3.34e-12,
            "beyond_l2": 4.36e-11, "beyond_l3": 5e-11, "outputs": 9.75e-11, "outputs_half":
            1.85e-10, "outputs_last": 1.1e-10, "channel_planes": 3.78e-10, "bytes": 3.28e-12,
            "packed": 2.98e-11, "gathered": 3.76e-11, "runs": 3.01e-09, "runs_bordered": 1.06e-08,
            "work_items": 7.26e-08, "work_item_products": 1.85e-12, "workers": -0.67, "taps": 0.114,
            "taps_8": -0.143, "taps_64": 0.0626, "kernel_row": -0.0201, "ic_per_group": 0.0316,
            "ic_per_group_16": -0.256, "oc_per_group": -0.325, "oc_per_group_8": -0.0576,
            "oc_per_group_32": 0.0751, "groups": -0.0247, "row": -0.013, "row_16": -0.00579,
            "row_128": -0.00555, "rows": 0.0784, "rows_16": -0.114, "image": -0.0206, "image_32":
            0.107, "image_256": -0.0794, "double": 0.561, "complex": -0.29, "complex_double":
            0.0508, "integer": 0.361, "narrow_integer": 0.718, "converted": -0.264, "half": 0.41,
            "channels_last": -0.444, "channels_last_channels": 0.204, "stride": 0.0502, "dilation":
            -0.143, "bordered": -0.138, "bordered_padded": 0.375, "rank_1": 0.39, "rank_3": 0.132},
        "spatial_4": {"call": 2.55e-07, "wake": 1.61e-06, "python": 3.66e-06, "flops": 5.88e-12,
            "beyond_l2": 6.22e-11, "beyond_l3": 5e-11, "outputs": 1.79e-10, "outputs_half":
            1.38e-10, "outputs_last": 1.3e-10, "channel_planes": 4.65e-10, "bytes": 3.34e-12,
            "packed": 4.72e-11, "gathered": 3.35e-11, "runs": 3.13e-09, "runs_bordered": 8.66e-09,
            "work_items": 5.94e-08, "work_item_products": 1.85e-12, "workers": -0.583, "taps":
            -0.0323, "taps_8": 0.00401, "taps_64": 0.0162, "kernel_row": 0.0408, "ic_per_group_16":
            0.044, "oc_per_group": -0.0547, "oc_per_group_8": 0.171, "oc_per_group_32": 0.0751,
            "groups": -0.0393, "row": 0.0453, "row_16": -0.0938, "row_128": 0.0756, "rows": 0.0739,
            "rows_16": -0.0702, "image": -0.0843, "image_32": 0.00957, "image_256": 0.0673,
            "double": 0.702, "complex": -0.38, "complex_double": 0.0567, "integer": 1.18,
            "narrow_integer": 0.15, "converted": 0.0773, "half": -0.0948, "channels_last": -0.222,
            "channels_last_channels": 0.108, "stride": 0.139, "dilation": -0.0116, "bordered":
            -0.057, "bordered_padded": 0.442, "rank_1": 0.164, "rank_3": 0.0929},
        "spatial_8": {"call": 2.12e-07, "wake": 1.23e-06, "python": 3.67e-06, "flops": 6.75e-12,
            "beyond_l2": 4.35e-11, "beyond_l3": 5e-11, "outputs": 2.08e-10, "outputs_half":
            1.96e-10, "outputs_last": 1.31e-10, "channel_planes": 4.28e-10, "bytes": 3.04e-12,
            "packed": 2.71e-11, "gathered": 2.93e-11, "runs": 3.37e-09, "runs_bordered": 9.96e-09,
            "work_items": 4.82e-08, "work_item_products": 1.85e-12, "workers": -0.565, "taps":
            -0.0453, "taps_8": 0.0269, "taps_64": -0.00462, "kernel_row": 0.0279, "ic_per_group":
            -0.00565, "ic_per_group_16": 0.0668, "oc_per_group": -0.0305, "oc_per_group_8": -0.0685,
            "oc_per_group_32": 0.112, "groups": -0.0207, "row": 0.0967, "row_16": -0.0952,
            "row_128": -0.00155, "rows": -0.00917, "rows_16": -0.0033, "image": -0.0814, "image_32":
            0.111, "image_256": -0.0259, "double": 0.566, "complex": -0.407, "complex_double":
            -0.0893, "integer": 0.966, "narrow_integer": -0.384, "converted": 0.163, "half": -0.324,
            "channels_last": -0.12, "channels_last_channels": 0.024, "stride": 0.0348, "dilation":
            -0.0453, "bordered": 0.123, "bordered_padded": 0.144, "rank_1": -0.116, "rank_3":
            0.0545},
        "spatial_in_out": {"call": 2.9e-07, "wake": 1.53e-06, "python": 3.55e-06, "flops": 6.87e-12,
            "beyond_l2": 3.85e-11, "beyond_l3": 5e-11, "outputs": 2.32e-10, "outputs_half":
            1.97e-10, "outputs_last": 1.32e-10, "channel_planes": 4.39e-10, "bytes": 3.02e-12,
            "packed": 3.73e-11, "gathered": 2.24e-11, "runs": 2.76e-09, "runs_bordered": 2.69e-08,
            "work_items": 3.98e-08, "work_item_products": 1.85e-12, "workers": -0.63, "taps":
            0.00406, "taps_8": 0.00172, "taps_64": -0.0353, "ic_per_group": 0.0262,
            "ic_per_group_16": 0.0575, "oc_per_group": -0.00397, "oc_per_group_8": -0.0511,
            "oc_per_group_32": 0.123, "groups": -0.0231, "row": 0.0743, "row_16": -0.00284,
            "row_128": -0.0531, "rows": -0.00539, "rows_16": 0.0125, "image": -0.119, "image_32":
            0.0454, "image_256": 0.0515, "double": 0.511, "complex": -0.305, "complex_double":
            0.242, "integer": 1.69, "narrow_integer": 0.106, "converted": -0.0458, "half": -0.0334,
            "channels_last": -0.0598, "channels_last_channels": 0.0117, "stride": 0.0883,
            "dilation": -0.0673, "bordered": 0.06, "bordered_padded": 0.0276, "rank_1": -0.158,
            "rank_3": 0.11},
        "stencil": {"call": 3.37e-07, "wake": 1.6e-06, "python": 3.27e-06, "flops": 1.78e-11,
            "beyond_l2": 4.44e-11, "beyond_l3": 5e-11, "outputs": 1.72e-10, "outputs_half": 1.7e-10,
            "outputs_last": 1.32e-10, "channel_planes": 4.67e-10, "bytes": 3.35e-12, "packed":
            1.73e-11, "gathered": 6.6e-12, "runs": 2.89e-09, "runs_bordered": 4.87e-08,
            "work_items": 3.33e-08, "work_item_products": 1.85e-12, "workers": -0.646, "taps":
            -0.0455, "taps_8": 0.0862, "taps_64": -0.0298, "kernel_row": 0.0241, "ic_per_group":
            0.0608, "ic_per_group_16": -0.00532, "oc_per_group": -0.103, "oc_per_group_8": 0.224,
            "oc_per_group_32": -0.184, "groups": -0.00412, "row": -0.0351, "row_16": -0.0417,
            "row_128": 0.015, "rows": 0.04, "rows_16": -0.0483, "image": -0.0303, "image_32":
            -0.151, "image_256": 0.209, "double": 0.575, "complex": -0.662, "complex_double":
            0.0346, "integer": 1.49, "narrow_integer": 0.265, "converted": -0.114, "half": 0.222,
            "channels_last": 0.0333, "channels_last_channels": 0.0113, "stride": 0.545, "dilation":
            0.0296, "bordered": 0.128, "bordered_padded": 0.0683, "rank_1": -0.0256, "rank_3":
            0.119},
    },
    "separable": {
        "": {"call": 4.33e-07, "wake": 4.61e-06, "python": 4e-06, "flops": 2.02e-12, "beyond_l2":
            4.77e-12, "beyond_l3": 5e-11, "outputs": 2.19e-12, "outputs_half": 1e-10,
            "outputs_last": 2.09e-12, "channel_planes": 6.09e-09, "bytes": 2.1e-12, "packed":
            2.52e-11, "gathered": 4.72e-12, "runs": 1.29e-08, "runs_bordered": 8.58e-09,
            "work_items": 8.11e-09, "work_item_products": 1.35e-11, "workers": -0.616, "taps":
            0.101, "taps_8": -0.151, "taps_64": 0.0586, "kernel_row": 0.183, "groups": -0.0142,
            "row": 0.0937, "row_16": -0.151, "row_128": 0.00752, "rows": 0.0379, "rows_16": -0.0489,
            "image": -0.00323, "image_32": -0.0298, "image_256": 0.0618, "double": 0.0578,
            "complex": 0.722, "integer": 0.0399, "narrow_integer": 0.136, "converted": 0.177,
            "channels_last": 0.00959, "channels_last_channels": 0.0555, "stride": 0.552, "bordered":
            0.0194, "bordered_padded": 0.0182, "rank_1": 0.608, "rank_3": 0.125},
        "box": {"call": 4.66e-07, "wake": 4.53e-06, "python": 4e-06, "flops": 1.97e-12, "beyond_l2":
            5.19e-12, "beyond_l3": 5e-11, "outputs": 2.15e-12, "outputs_half": 1e-10,
            "outputs_last": 2.05e-12, "channel_planes": 6.29e-09, "bytes": 2.67e-12, "packed":
            2.79e-11, "gathered": 4.23e-12, "runs": 1.4e-08, "runs_bordered": 5.78e-09,
            "work_items": 7.6e-09, "work_item_products": 1.34e-11, "workers": -0.646, "taps":
            0.0786, "taps_8": -0.156, "taps_64": 0.064, "kernel_row": 0.222, "groups": -0.0186,
            "row": 0.0733, "row_16": -0.122, "row_128": -0.0128, "rows": 0.0411, "rows_16": -0.0757,
            "image": 0.0125, "image_32": -0.0681, "image_256": 0.103, "double": 0.0126, "complex":
            0.758, "integer": 0.036, "narrow_integer": 0.133, "converted": 0.171, "channels_last":
            -0.0376, "channels_last_channels": 0.0495, "stride": 0.567, "bordered": -0.02,
            "bordered_padded": 0.177, "rank_1": 0.495, "rank_3": 0.23},
        "separable": {"call": 3.77e-07, "wake": 4.75e-06, "python": 4e-06, "flops": 2.17e-12,
            "beyond_l2": 5.15e-12, "beyond_l3": 5e-11, "outputs": 2.18e-12, "outputs_half": 1e-10,
            "outputs_last": 2.07e-12, "channel_planes": 6.52e-09, "bytes": 1.81e-12, "packed":
            2.09e-11, "gathered": 4.88e-12, "runs": 1.15e-08, "runs_bordered": 1.05e-08,
            "work_items": 8.74e-09, "work_item_products": 1.32e-11, "workers": -0.59, "taps": 0.12,
            "taps_8": -0.126, "taps_64": 0.0433, "kernel_row": 0.103, "groups": -0.0165, "row":
            0.115, "row_16": -0.214, "row_128": 0.00509, "rows": 0.0519, "rows_16": -0.0607,
            "image": 0.0179, "image_32": -0.0701, "image_256": 0.0888, "double": 0.0946, "complex":
            0.717, "integer": 0.0399, "narrow_integer": 0.136, "converted": 0.177, "channels_last":
            0.0691, "channels_last_channels": 0.0459, "stride": 0.551, "bordered": 0.0155,
            "bordered_padded": 0.0123, "rank_1": 0.608, "rank_3": -0.055},
    },
    "winograd": {
        "": {"call": 1.12e-06, "wake": 3.75e-06, "python": 4.4e-06, "flops": 3.24e-11, "beyond_l2":
            1.6e-10, "beyond_l3": 5.5e-11, "outputs": 6.94e-12, "outputs_half": 1.1e-10,
            "outputs_last": 1.55e-09, "channel_planes": 7.14e-08, "bytes": 1.07e-11, "packed":
            5.07e-13, "gathered": 1.1e-10, "runs": 5.5e-09, "runs_bordered": 5.5e-09, "work_items":
            6.08e-09, "work_item_products": 1.2e-08, "workers": -0.596, "taps": 0.236, "taps_8":
            -0.104, "taps_64": -0.208, "kernel_row": -0.401, "ic_per_group": -0.136,
            "ic_per_group_16": 0.191, "oc_per_group": -0.0303, "oc_per_group_8": -0.0536,
            "oc_per_group_32": 0.00588, "groups": 0.0133, "row_16": 0.0889, "row_128": -0.0163,
            "rows": 0.0362, "rows_16": -0.0179, "image": -0.0402, "image_32": -0.0136, "image_256":
            -0.00101, "double": 0.404, "complex": 0.0992, "complex_double": 0.574, "channels_last":
            0.0447, "channels_last_channels": -0.00584, "dilation": 0.0526, "bordered": 0.0838,
            "bordered_padded": 0.234, "rank_1": 0.0927, "rank_3": 0.142},
        "tiles_in_lanes": {"call": 5.95e-07, "wake": 3.42e-06, "python": 4.4e-06, "flops": 3.82e-11,
            "beyond_l2": 3.59e-11, "beyond_l3": 5.5e-11, "outputs": 6.88e-12, "outputs_half":
            1.1e-10, "outputs_last": 2.31e-09, "channel_planes": 4.83e-08, "bytes": 1.7e-11,
            "packed": 5.06e-13, "gathered": 1.1e-10, "runs": 5.5e-09, "runs_bordered": 5.5e-09,
            "work_items": 5.94e-09, "work_item_products": 5.75e-09, "workers": -0.628, "taps":
            -0.19, "taps_8": 0.0863, "taps_64": -0.0116, "kernel_row": -0.107, "ic_per_group":
            -0.0627, "ic_per_group_16": 0.0675, "oc_per_group": -0.0451, "oc_per_group_8": -0.192,
            "oc_per_group_32": -0.00619, "groups": -0.0175, "row": 0.0283, "row_16": -0.0654,
            "row_128": 0.0197, "rows": -0.0629, "rows_16": 0.0812, "image": 0.0425, "image_32":
            -0.032, "image_256": 0.0037, "double": 0.389, "complex": 0.209, "complex_double": 0.707,
            "channels_last": 0.177, "channels_last_channels": -0.0283, "dilation": 0.122,
            "bordered": 0.301, "bordered_padded": 0.309, "rank_1": 0.00861, "rank_3": 0.252},
    },
    "im2col": {
        "": {"call": 7.17e-06, "wake": 3.19e-06, "python": 4.4e-06, "flops": 2.1e-11, "beyond_l2":
            1.41e-10, "beyond_l3": 5.5e-11, "outputs": 3.08e-11, "outputs_half": 1.96e-10,
            "outputs_last": 3.35e-09, "channel_planes": 5.7e-10, "bytes": 2.45e-11, "packed":
            6.85e-11, "gathered": 2.12e-10, "runs": 8.93e-09, "runs_bordered": 7.04e-08,
            "work_items": 2.16e-07, "work_item_products": 2.3e-09, "workers": -0.618, "taps":
            -0.0322, "taps_8": 0.102, "taps_64": -0.0789, "kernel_row": 0.008, "ic_per_group":
            0.0325, "ic_per_group_16": -0.0229, "oc_per_group": 0.00345, "oc_per_group_8": -0.0345,
            "oc_per_group_32": 0.0596, "groups": -0.00837, "row": -0.0488, "row_16": 0.0912,
            "row_128": -0.0485, "rows": 0.0157, "rows_16": -0.0272, "image": -0.111, "image_32":
            -0.0532, "image_256": 0.154, "double": 0.0317, "complex": 0.265, "complex_double":
            0.171, "converted": 0.0186, "half": 0.0186, "channels_last": 0.075,
            "channels_last_channels": 0.0727, "stride": 0.0755, "dilation": 0.0524, "bordered":
            0.057, "bordered_padded": -0.0558, "rank_1": -0.00741, "rank_3": 0.138},
        "pointwise": {"call": 7.64e-06, "wake": 3.18e-06, "python": 4.4e-06, "flops": 2.34e-11,
            "beyond_l2": 1.21e-10, "beyond_l3": 5.5e-11, "outputs": 3.38e-11, "outputs_half":
            1.96e-10, "outputs_last": 3.35e-09, "channel_planes": 5.91e-10, "bytes": 2.55e-11,
            "packed": 6.85e-11, "gathered": 2.12e-10, "runs": 8.93e-09, "runs_bordered": 7.04e-08,
            "work_items": 2.43e-07, "work_item_products": 2.89e-09, "workers": -0.291, "taps":
            -0.0322, "taps_8": 0.102, "taps_64": -0.0789, "kernel_row": 0.008, "ic_per_group":
            -0.248, "ic_per_group_16": 0.262, "oc_per_group": 0.0164, "oc_per_group_8": 0.0348,
            "oc_per_group_32": 0.0245, "groups": -0.00837, "row": -0.122, "row_16": 0.114,
            "row_128": -0.0331, "rows": -0.0224, "rows_16": 0.00787, "image": -0.0239, "image_32":
            0.128, "image_256": -0.0879, "double": 0.36, "complex": -0.17, "complex_double": 0.582,
            "converted": 0.0186, "half": 0.0186, "channels_last": 0.075, "channels_last_channels":
            0.0727, "stride": 0.0755, "dilation": -0.0396, "bordered": 0.057, "bordered_padded":
            -0.0558, "rank_1": 0.0473, "rank_3": 0.185},
        "rows": {"call": 7.14e-06, "wake": 3.09e-06, "python": 4.4e-06, "flops": 2.16e-11,
            "beyond_l2": 1.27e-10, "beyond_l3": 5.5e-11, "outputs": 2.9e-11, "outputs_half":
            2.75e-10, "outputs_last": 2.11e-09, "channel_planes": 5.77e-10, "bytes": 1.3e-11,
            "packed": 1.07e-10, "gathered": 2.12e-10, "runs": 9.05e-09, "runs_bordered": 7.04e-08,
            "work_items": 2.51e-07, "work_item_products": 2.09e-09, "workers": -0.635, "taps":
            0.0399, "taps_8": 0.0319, "taps_64": -0.074, "kernel_row": -0.00431, "ic_per_group":
            0.0446, "ic_per_group_16": -0.0365, "oc_per_group": 0.00967, "oc_per_group_8": -0.0304,
            "oc_per_group_32": 0.0679, "groups": -0.0124, "row": -0.0825, "row_16": 0.125,
            "row_128": -0.0702, "rows": -0.00105, "rows_16": -0.0233, "image": -0.14, "image_32":
            -0.0255, "image_256": 0.173, "double": 0.052, "complex": 0.265, "complex_double": 0.171,
            "converted": -0.0127, "half": -0.0127, "channels_last": 0.0271,
            "channels_last_channels": 0.0727, "stride": 0.0755, "dilation": 0.0333, "bordered":
            0.057, "bordered_padded": -0.0558, "rank_1": 0.088, "rank_3": 0.132},
        "windows": {"call": 6.98e-06, "wake": 3.3e-06, "python": 4.4e-06, "flops": 1.83e-11,
            "beyond_l2": 1.13e-10, "beyond_l3": 5.5e-11, "outputs": 2.94e-11, "outputs_half":
            1.76e-10, "outputs_last": 2.33e-09, "channel_planes": 5.94e-10, "bytes": 2.1e-11,
            "packed": 6.12e-11, "gathered": 1.48e-10, "runs": 1.01e-08, "runs_bordered": 4.59e-08,
            "work_items": 1.29e-07, "work_item_products": 1.18e-09, "workers": -0.612, "taps":
            -0.0137, "taps_8": 0.0603, "taps_64": -0.0455, "kernel_row": -0.0138, "ic_per_group":
            0.00846, "ic_per_group_16": -0.0161, "oc_per_group": 0.0118, "oc_per_group_8": -0.0595,
            "oc_per_group_32": 0.0512, "groups": -0.00733, "row": 0.0447, "row_16": -0.0258,
            "row_128": 0.00731, "rows": 0.0273, "rows_16": -0.00551, "image": -0.111, "image_32":
            -0.0758, "image_256": 0.143, "double": -0.0649, "complex": 0.298, "complex_double":
            0.21, "converted": 0.0833, "half": 0.0833, "channels_last": 0.191,
            "channels_last_channels": 0.0651, "stride": 0.075, "dilation": 0.0467, "bordered":
            0.0776, "bordered_padded": -0.0149, "rank_1": -0.019, "rank_3": 0.0622},
    },
    "fft_tiled": {
        "": {"call": 3.7e-07, "wake": 8.7e-07, "python": 4.92e-08, "flops": 1.53e-11, "beyond_l2":
            3.11e-11, "beyond_l3": 5e-11, "outputs": 1.37e-12, "outputs_half": 6.17e-12,
            "outputs_last": 7.97e-10, "channel_planes": 4.83e-10, "bytes": 3.55e-12, "packed":
            2.54e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            2.08e-10, "work_item_products": 1.18e-13, "workers": -0.682, "taps": -0.0355, "taps_8":
            0.00128, "taps_64": -0.00307, "kernel_row": 0.0491, "ic_per_group": 0.0725,
            "ic_per_group_16": -0.00279, "oc_per_group": -0.0256, "oc_per_group_8": 0.0195,
            "oc_per_group_32": 0.0363, "groups": 0.0245, "row": -0.0134, "row_16": -0.0459,
            "row_128": 0.0535, "rows": 0.00563, "rows_16": -0.00599, "image": 0.0203, "image_32":
            0.0482, "image_256": -0.0473, "double": 0.484, "complex": 0.0956, "complex_double":
            0.559, "converted": 0.303, "half": -0.307, "channels_last": -0.0486,
            "channels_last_channels": 0.0349, "stride": 0.102, "dilation": -0.0443, "bordered":
            0.109, "bordered_padded": 0.106, "rank_1": -0.0377, "rank_3": -0.00318},
        "l3_filters": {"call": 4.3e-07, "wake": 9.02e-07, "python": 4.95e-08, "flops": 1.54e-11,
            "beyond_l2": 1.81e-11, "beyond_l3": 5e-11, "outputs": 1.38e-12, "outputs_half":
            6.26e-12, "outputs_last": 9.08e-10, "channel_planes": 4.81e-10, "bytes": 3.02e-12,
            "packed": 2.56e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09,
            "work_items": 2.09e-10, "work_item_products": 1.19e-13, "workers": -0.723, "taps":
            0.0616, "taps_8": 0.00497, "taps_64": -0.0267, "kernel_row": -0.013, "ic_per_group":
            0.135, "ic_per_group_16": 0.102, "oc_per_group": -0.188, "oc_per_group_8": 0.309,
            "oc_per_group_32": -0.0321, "groups": 0.0667, "row": -0.0551, "row_128": -0.0209,
            "rows": -0.0172, "rows_16": -0.0349, "image": 0.0445, "image_32": 0.0357, "image_256":
            0.0148, "double": 0.616, "complex": 0.121, "complex_double": 0.609, "converted": 0.0909,
            "half": -0.0622, "channels_last": 0.0967, "channels_last_channels": -0.0181, "stride":
            0.226, "dilation": -0.0606, "bordered": -0.134, "bordered_padded": 0.0302, "rank_1":
            0.149, "rank_3": -0.13},
        "memory_filters": {"call": 4.27e-07, "wake": 8.94e-07, "python": 4.95e-08, "flops":
            8.77e-12, "beyond_l2": 2.2e-11, "beyond_l3": 5e-11, "outputs": 1.38e-12, "outputs_half":
            6.27e-12, "outputs_last": 7.33e-10, "channel_planes": 4.82e-10, "bytes": 1.7e-11,
            "packed": 2.57e-13, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09,
            "work_items": 2.1e-10, "work_item_products": 1.19e-13, "workers": -0.455, "taps":
            0.0229, "taps_8": 0.1, "taps_64": 0.0674, "kernel_row": -0.0223, "ic_per_group": 0.155,
            "ic_per_group_16": -0.102, "oc_per_group": 0.155, "oc_per_group_8": 0.0672,
            "oc_per_group_32": -0.255, "groups": 0.0328, "row": 0.0105, "row_16": -0.0935,
            "row_128": -0.00541, "rows": -0.0436, "rows_16": 0.107, "image": -0.0473, "image_32":
            0.147, "image_256": -0.0295, "double": 0.19, "complex": -0.01, "complex_double": 0.15,
            "converted": -0.115, "half": -0.0629, "channels_last": 0.13, "channels_last_channels":
            -0.0274, "stride": 0.0234, "dilation": -0.176, "bordered": 0.0882, "bordered_padded":
            0.103, "rank_1": 0.142, "rank_3": -0.0454},
    },
    "fft": {
        "": {"call": 3.78e-05, "wake": 0.000347, "python": 2.54e-07, "flops": 7.6e-12, "beyond_l2":
            5.76e-11, "beyond_l3": 5e-11, "outputs": 1.31e-09, "outputs_half": 3.06e-11,
            "outputs_last": 1.05e-09, "channel_planes": 2.88e-09, "bytes": 3.07e-11, "packed":
            5.6e-10, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            4.88e-05, "work_item_products": 4.53e-11, "workers": -0.167, "taps": 0.0247, "taps_8":
            -0.0315, "taps_64": 0.00637, "kernel_row": 0.0129, "ic_per_group": -0.0612,
            "ic_per_group_16": 0.047, "oc_per_group": 0.145, "oc_per_group_8": -0.119,
            "oc_per_group_32": 0.0398, "row_16": 0.0203, "row_128": -0.0171, "rows_16": 0.0113,
            "image": 0.0186, "image_32": 0.00431, "image_256": -0.0325, "double": 0.103, "complex":
            0.142, "complex_double": 0.158, "converted": 0.0388, "half": 0.101, "channels_last":
            -0.00728, "channels_last_channels": 0.00422, "stride": 0.0432, "dilation": 0.0126,
            "bordered": 0.174, "bordered_padded": 0.0661, "rank_1": -0.241, "rank_3": 0.0836},
    },
    "cython": {
        "": {"call": 2.11e-07, "wake": 3.49e-06, "python": 4.6e-06, "flops": 6.53e-11, "beyond_l2":
            1.48e-10, "beyond_l3": 5.75e-11, "outputs": 2.12e-09, "outputs_half": 2.04e-09,
            "outputs_last": 9.87e-10, "channel_planes": 3.06e-09, "bytes": 8.17e-11, "packed":
            2.41e-11, "gathered": 9.16e-10, "runs": 1.91e-09, "runs_bordered": 1.89e-10,
            "work_items": 2.99e-08, "work_item_products": 1.09e-10, "workers": -0.657, "taps":
            -0.0188, "taps_8": 0.0149, "taps_64": -0.017, "kernel_row": 0.00665, "ic_per_group":
            -0.0088, "ic_per_group_16": 0.0175, "oc_per_group": 0.148, "oc_per_group_8": -0.0162,
            "oc_per_group_32": -0.107, "groups": 0.00126, "row": -0.166, "row_16": 0.189, "row_128":
            -0.0336, "rows": 0.0294, "rows_16": -0.0339, "image": 0.0097, "image_32": -0.0293,
            "image_256": 0.0192, "double": -0.209, "complex": -0.466, "complex_double": -1.0,
            "integer": -0.179, "narrow_integer": -0.0955, "converted": 0.0826, "half": 0.445,
            "channels_last": -0.0465, "channels_last_channels": 0.00509, "stride": -0.0174,
            "dilation": -0.00427, "bordered": 0.133, "bordered_padded": 0.0473, "rank_1": -0.0807,
            "rank_3": 0.0272},
    },
    "naive": {
        "": {"call": 1.34e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.81e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10,
            "workers": -0.7, "taps": -0.403, "taps_8": 0.108, "taps_64": 0.132, "kernel_row":
            0.0784, "ic_per_group": -0.332, "ic_per_group_16": 0.0766, "oc_per_group": -0.487,
            "oc_per_group_8": 0.179, "oc_per_group_32": 0.393, "groups": 0.0179, "row": -0.0113,
            "row_16": -0.0119, "row_128": 0.0817, "rows": -0.0248, "rows_16": 0.0978, "image":
            -0.00482, "image_32": -0.0409, "image_256": 0.0459, "double": -0.719, "complex": -1.87,
            "complex_double": -2.66, "integer": -0.904, "narrow_integer": -0.833, "converted":
            -0.0299, "half": 0.138, "channels_last": -0.104, "channels_last_channels": 0.0401,
            "stride": -0.0304, "dilation": 0.0381, "bordered": 0.217, "bordered_padded": 0.00391,
            "rank_1": -0.151, "rank_3": 0.0808},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.47e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.27e-11, "weights":
            2.12e-11, "filters": 5.62e-09, "workers": -0.1, "taps": 0.158, "taps_8": -0.135,
            "taps_64": -0.0458, "kernel_row": 0.0332, "ic_per_group": 0.0575, "ic_per_group_16":
            0.066, "oc_per_group": -0.115, "oc_per_group_8": 0.0159, "oc_per_group_32": 0.097,
            "groups": -0.0211, "row": 0.00368, "row_16": 0.104, "row_128": -0.0414, "rows": 0.0594,
            "rows_16": -0.0226, "image": 0.00294, "image_32": -0.136, "image_256": 0.054, "double":
            -0.172, "complex": 0.867, "complex_double": 0.65, "integer": 0.0599, "narrow_integer":
            1.36, "converted": 0.641, "half": 0.181, "channels_last": 0.726,
            "channels_last_channels": 0.0522, "stride": 0.00301, "dilation": 0.0306, "bordered":
            -0.21, "bordered_padded": 0.00697, "rank_1": -0.143, "rank_3": 0.182},
        "depthwise": {"call": 5.59e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2e-11,
            "weights": 4.3e-11, "filters": 2.46e-09, "workers": -0.1, "taps": -0.104, "taps_8":
            0.112, "taps_64": -0.107, "kernel_row": 0.416, "ic_per_group": 0.0575,
            "ic_per_group_16": 0.066, "oc_per_group": -0.115, "oc_per_group_8": 0.0159,
            "oc_per_group_32": 0.097, "groups": -0.112, "row": 0.138, "row_16": -0.0242, "row_128":
            -0.128, "rows": 0.13, "rows_16": -0.133, "image": -0.00314, "image_32": -0.372,
            "image_256": 0.346, "double": -0.276, "complex": 0.867, "complex_double": 0.65,
            "integer": -0.674, "narrow_integer": 0.846, "converted": 0.657, "half": 0.798,
            "channels_last": 0.449, "channels_last_channels": 0.0944, "stride": -0.105, "dilation":
            -0.628, "bordered": -0.228, "bordered_padded": 0.0613, "rank_1": -1.07, "rank_3":
            0.827},
        "dot": {"call": 4.75e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.9e-11, "weights":
            2.13e-11, "filters": 5.7e-09, "workers": -0.1, "taps": -0.271, "taps_8": -0.122,
            "taps_64": 0.665, "kernel_row": -0.0232, "ic_per_group": 0.297, "ic_per_group_16":
            -0.215, "oc_per_group": 0.0305, "oc_per_group_8": 0.0159, "oc_per_group_32": 0.097,
            "groups": -0.0284, "row": -0.241, "row_16": 0.282, "row_128": 0.0325, "rows": -0.177,
            "rows_16": -0.0238, "image": 0.172, "image_32": -0.0528, "image_256": 0.0603, "double":
            -0.182, "complex": 0.851, "complex_double": 1.14, "integer": 0.382, "narrow_integer":
            0.0177, "converted": 0.482, "half": 0.148, "channels_last": 0.849,
            "channels_last_channels": 0.254, "stride": 0.0134, "dilation": 0.0306, "bordered":
            -0.21, "bordered_padded": 0.0078, "rank_1": -0.115, "rank_3": 0.0525},
        "igemm": {"call": 5.81e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.66e-11, "weights":
            1.65e-11, "filters": 5.25e-09, "workers": -0.1, "taps": -0.423, "taps_8": 0.529,
            "taps_64": -0.0413, "kernel_row": 0.142, "ic_per_group": 0.173, "ic_per_group_16":
            0.0618, "oc_per_group": -0.137, "oc_per_group_8": 0.247, "oc_per_group_32": -0.0388,
            "groups": 0.0696, "row": 0.0774, "row_16": 0.0643, "row_128": 0.00612, "rows": 0.0806,
            "rows_16": -0.0537, "image": -0.0441, "image_32": -0.106, "image_256": 0.0117, "double":
            -0.0335, "complex": 0.841, "complex_double": 0.838, "integer": 0.224, "narrow_integer":
            0.17, "converted": 0.406, "half": 0.057, "channels_last": 0.922,
            "channels_last_channels": 0.0208, "stride": 0.0222, "dilation": 0.185, "bordered":
            -0.127, "bordered_padded": 0.00278, "rank_1": -0.785, "rank_3": 0.313},
        "pointwise": {"call": 6.66e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.31e-11,
            "weights": 2.16e-11, "filters": 4.44e-09, "workers": -0.1, "taps": 0.158, "taps_8":
            -0.135, "taps_64": -0.0458, "kernel_row": 0.0332, "ic_per_group": 0.15,
            "ic_per_group_16": -0.0134, "oc_per_group": -0.42, "oc_per_group_8": 0.299,
            "oc_per_group_32": 0.183, "groups": 0.333, "row": -0.0931, "row_16": 0.0782, "row_128":
            -0.215, "rows": -0.21, "rows_16": 0.185, "image": 0.209, "image_32": -0.102,
            "image_256": -0.269, "double": 0.119, "complex": 1.47, "complex_double": 1.09,
            "integer": -0.0131, "narrow_integer": 0.354, "converted": 0.492, "half": 0.511,
            "channels_last": 0.227, "channels_last_channels": 0.139, "stride": 0.0475, "dilation":
            -0.148, "bordered": -0.21, "bordered_padded": 0.00697, "rank_1": -0.336, "rank_3":
            0.103},
        "spatial_1": {"call": 3.55e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.44e-11,
            "weights": 2.16e-11, "filters": 1.33e-06, "workers": -0.327, "taps": 0.171, "taps_8":
            -0.138, "taps_64": 0.121, "kernel_row": -0.0648, "ic_per_group": 0.262,
            "ic_per_group_16": 0.379, "oc_per_group": -0.115, "oc_per_group_8": 0.0159,
            "oc_per_group_32": 0.097, "groups": -0.529, "row": -0.134, "row_16": 0.492, "row_128":
            -0.13, "rows": 0.123, "rows_16": 0.0321, "image": -0.147, "image_32": -0.213,
            "image_256": 0.17, "double": 0.0637, "complex": 0.867, "complex_double": 0.65,
            "integer": 0.0383, "narrow_integer": 0.777, "converted": 1.18, "half": 0.295,
            "channels_last": 0.108, "channels_last_channels": -0.106, "stride": -0.103, "dilation":
            0.0702, "bordered": -0.0429, "bordered_padded": -0.0998, "rank_1": -0.555, "rank_3":
            0.141},
        "spatial_2": {"call": 4.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.12e-11,
            "weights": 2.49e-11, "filters": 2.4e-07, "workers": -0.1, "taps": 0.158, "taps_8":
            -0.00213, "taps_64": 0.0609, "kernel_row": -0.0402, "ic_per_group": 0.0631,
            "ic_per_group_16": 0.173, "oc_per_group": -0.0234, "oc_per_group_8": 0.0159,
            "oc_per_group_32": 0.097, "groups": -0.229, "row": -0.087, "row_16": -0.0378, "row_128":
            0.344, "rows": 0.12, "rows_16": 0.0412, "image": -0.0946, "image_32": 0.115,
            "image_256": -0.226, "double": -0.257, "complex": 1.09, "complex_double": 0.87,
            "integer": 0.132, "narrow_integer": 1.4, "converted": 0.736, "half": 0.0424,
            "channels_last": 0.127, "channels_last_channels": 0.122, "stride": -0.102, "dilation":
            -0.276, "bordered": 0.0591, "bordered_padded": 0.115, "rank_1": 0.0732, "rank_3":
            -0.0262},
        "spatial_4": {"call": 4.9e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.27e-11,
            "weights": 4.61e-11, "filters": 1.9e-08, "workers": -0.1, "taps": 0.161, "taps_8":
            -0.278, "taps_64": 0.137, "kernel_row": 0.0538, "ic_per_group": -0.0055,
            "ic_per_group_16": -0.15, "oc_per_group": -0.0724, "oc_per_group_8": -0.103,
            "oc_per_group_32": 0.097, "groups": -0.124, "row": -0.226, "row_16": 0.307, "row_128":
            0.173, "rows": 0.34, "rows_16": -0.22, "image": 0.102, "image_32": -0.305, "image_256":
            0.0178, "double": 0.185, "complex": 1.13, "complex_double": 0.266, "integer": -0.119,
            "narrow_integer": 1.37, "converted": 0.835, "half": 0.357, "channels_last": 0.909,
            "channels_last_channels": 0.141, "stride": 0.0527, "dilation": 0.243, "bordered": -0.85,
            "bordered_padded": -0.417, "rank_1": 0.294, "rank_3": -0.032},
        "spatial_8": {"call": 4.48e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.83e-11,
            "weights": 1.93e-11, "filters": 4.81e-09, "workers": -0.211, "taps": 0.286, "taps_8":
            -0.27, "taps_64": -0.026, "kernel_row": -0.00722, "ic_per_group": -0.00242,
            "ic_per_group_16": 0.107, "oc_per_group": -0.259, "oc_per_group_8": 0.403,
            "oc_per_group_32": -0.117, "groups": -0.0407, "row": 0.201, "row_16": -0.0645,
            "row_128": -0.0967, "rows": 0.0448, "rows_16": -0.0391, "image": -0.0836, "image_32":
            -0.162, "image_256": 0.212, "double": -0.359, "complex": 1.1, "complex_double": 0.481,
            "integer": -0.17, "narrow_integer": 1.32, "converted": 0.762, "half": 1.12,
            "channels_last": 1.01, "channels_last_channels": 0.238, "stride": 0.105, "dilation":
            -0.0137, "bordered": -0.266, "bordered_padded": -0.0317, "rank_1": -0.183, "rank_3":
            0.309},
        "spatial_in_out": {"call": 4.44e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.35e-11,
            "weights": 2.07e-11, "filters": 4.74e-09, "workers": -0.1, "taps": 0.141, "taps_8":
            -0.181, "taps_64": 0.134, "kernel_row": -0.0101, "ic_per_group": 0.0469,
            "ic_per_group_16": 0.0083, "oc_per_group": -0.0197, "oc_per_group_8": 0.0412,
            "oc_per_group_32": -0.213, "groups": -0.0353, "row": -0.568, "row_16": 0.796, "row_128":
            -0.249, "rows": 0.0593, "rows_16": -0.00104, "image": 0.273, "image_32": -0.219,
            "image_256": -0.0937, "double": -0.267, "complex": 0.867, "complex_double": 0.65,
            "integer": 0.0542, "narrow_integer": 1.36, "converted": 0.641, "half": 0.181,
            "channels_last": 0.726, "channels_last_channels": 0.0522, "stride": 0.0128, "dilation":
            0.178, "bordered": 0.0276, "bordered_padded": 0.109, "rank_1": 0.0779, "rank_3":
            -0.131},
        "stencil": {"call": 4.19e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.37e-11,
            "weights": 2.14e-11, "filters": 6.36e-09, "workers": -0.107, "taps": 0.168, "taps_8":
            -0.596, "taps_64": -0.0396, "kernel_row": 0.443, "ic_per_group": 0.0939,
            "ic_per_group_16": -0.729, "oc_per_group": -0.42, "oc_per_group_8": 0.714,
            "oc_per_group_32": -0.205, "groups": -0.217, "row": -0.189, "row_16": 0.154, "row_128":
            0.302, "rows": 0.323, "rows_16": -0.189, "image": 0.0886, "image_32": -0.0885,
            "image_256": -0.0958, "double": 0.115, "complex": 0.311, "complex_double": 0.698,
            "integer": -0.277, "narrow_integer": 1.52, "converted": 1.36, "half": 0.169,
            "channels_last": 0.356, "channels_last_channels": 0.177, "stride": 0.172, "dilation":
            0.182, "bordered": -0.206, "bordered_padded": -0.029, "rank_1": -0.143, "rank_3":
            0.437},
    },
    "separable": {
        "": {"call": 1.33e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.61e-12, "weights":
            1.33e-10, "filters": 3.13e-09, "workers": -0.209, "taps": -0.323, "taps_8": 0.512,
            "taps_64": -0.181, "kernel_row": 0.0801, "groups": 0.168, "row": -0.229, "row_16":
            0.158, "row_128": 0.0493, "rows": -0.391, "rows_16": 0.428, "image": 0.505, "image_32":
            -0.245, "image_256": -0.239, "double": -0.00667, "complex": 0.893, "integer": 0.127,
            "narrow_integer": 0.269, "converted": 0.417, "channels_last": -0.0559,
            "channels_last_channels": 0.0748, "stride": 0.0664, "bordered": -0.0352,
            "bordered_padded": 0.0206, "rank_1": -0.989, "rank_3": -0.249},
        "box": {"call": 1.34e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.56e-12, "weights":
            1.21e-10, "filters": 7.78e-09, "workers": -0.238, "taps": 0.0807, "taps_8": 0.0522,
            "taps_64": -0.156, "kernel_row": 0.067, "groups": 0.011, "row": -0.0692, "row_16":
            -0.0415, "row_128": 0.106, "rows": -0.304, "rows_16": 0.24, "image": 0.311, "image_32":
            -0.243, "image_256": -0.00531, "double": 0.14, "complex": 0.0504, "integer": 0.137,
            "narrow_integer": 0.369, "converted": 0.53, "channels_last": -0.0685,
            "channels_last_channels": 0.109, "stride": -0.0338, "bordered": 0.0012,
            "bordered_padded": 0.151, "rank_1": -1.02, "rank_3": -0.0441},
        "separable": {"call": 1.27e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.59e-12,
            "weights": 1.39e-10, "filters": 2.16e-09, "workers": -0.135, "taps": -1.01, "taps_8":
            1.37, "taps_64": -0.418, "kernel_row": 0.193, "groups": 0.274, "row": -0.122, "row_16":
            0.228, "row_128": -0.0371, "rows": -0.301, "rows_16": 0.477, "image": 0.582, "image_32":
            -0.383, "image_256": -0.299, "double": -0.146, "complex": 0.696, "integer": 0.127,
            "narrow_integer": 0.269, "converted": 0.417, "channels_last": 0.098,
            "channels_last_channels": -0.0236, "stride": 0.203, "bordered": -0.299,
            "bordered_padded": -0.00218, "rank_1": -0.989, "rank_3": 0.0795},
    },
    "winograd": {
        "": {"call": 1.55e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.37e-10, "weights":
            9.94e-12, "filters": 9.6e-09, "workers": -0.1, "taps": -0.219, "taps_8": 1.04,
            "taps_64": -0.648, "kernel_row": 0.481, "ic_per_group": -0.113, "ic_per_group_16":
            0.168, "oc_per_group": -0.0382, "oc_per_group_8": 0.0647, "oc_per_group_32": 0.0468,
            "groups": -0.0713, "row": -0.0225, "row_16": 0.00433, "row_128": 0.169, "rows": -0.0232,
            "rows_16": 0.0291, "image": 0.00439, "image_32": -0.0146, "image_256": 0.0255, "double":
            -0.354, "complex": 0.955, "complex_double": 0.435, "channels_last": -0.00691,
            "channels_last_channels": 0.0659, "dilation": 0.047, "bordered": 0.156,
            "bordered_padded": -0.105, "rank_1": -0.0321, "rank_3": -0.972},
        "tiles_in_lanes": {"call": 1.36e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.34e-10,
            "weights": 1.07e-11, "filters": 9.52e-09, "workers": -0.1, "taps": -0.263, "taps_8":
            0.794, "taps_64": -0.882, "kernel_row": 0.811, "ic_per_group": -0.274,
            "ic_per_group_16": 0.0667, "oc_per_group": -0.085, "oc_per_group_8": 0.313,
            "oc_per_group_32": 0.0407, "groups": -0.159, "row": -0.0882, "row_16": 0.217, "row_128":
            0.183, "rows": 0.28, "rows_16": -0.332, "image": 0.103, "image_32": -0.203, "image_256":
            0.00131, "double": -0.352, "complex": 0.877, "complex_double": 0.387, "channels_last":
            0.00694, "channels_last_channels": 0.062, "dilation": -0.0123, "bordered": 0.346,
            "bordered_padded": -0.0474, "rank_1": 0.0995, "rank_3": -1.0},
    },
    "im2col": {
        "": {"call": 5.49e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.75e-14, "weights":
            4.36e-15, "filters": 5.91e-12, "workers": -0.1, "taps": 0.332, "taps_8": -0.353,
            "taps_64": 0.165, "kernel_row": -0.0248, "ic_per_group": -0.201, "ic_per_group_16":
            0.00699, "oc_per_group": 0.128, "oc_per_group_8": -0.146, "oc_per_group_32": 0.002,
            "groups": -0.316, "row": -0.0236, "row_16": -0.0338, "row_128": 0.0413, "rows":
            -0.00385, "rows_16": -0.0424, "image": 0.0329, "image_32": -0.0561, "image_256": 0.105,
            "double": -0.296, "complex": -0.372, "complex_double": -0.87, "converted": 0.188,
            "half": 0.188, "channels_last": 6.39, "channels_last_channels": 0.374, "stride":
            -0.0992, "dilation": -0.0918, "bordered": 0.217, "bordered_padded": -0.00124, "rank_1":
            0.124, "rank_3": -0.087},
        "pointwise": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.78e-14,
            "weights": 4.37e-15, "filters": 5.9e-12, "workers": -0.122, "taps": 0.332, "taps_8":
            -0.353, "taps_64": 0.165, "kernel_row": -0.0248, "ic_per_group": -0.0932,
            "ic_per_group_16": 0.0743, "oc_per_group": 0.157, "oc_per_group_8": -0.144,
            "oc_per_group_32": -0.015, "groups": -0.316, "row": -0.0132, "row_16": -0.0654,
            "row_128": 0.034, "rows": 0.0559, "rows_16": -0.0403, "image": 0.108, "image_32":
            -0.0289, "image_256": 0.0873, "double": -0.281, "complex": -0.355, "complex_double":
            -0.869, "converted": 0.188, "half": 0.188, "channels_last": 6.39,
            "channels_last_channels": 0.374, "stride": -0.0992, "dilation": -0.093, "bordered":
            0.217, "bordered_padded": -0.00124, "rank_1": 0.121, "rank_3": -0.0823},
        "rows": {"call": 5.41e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.76e-14, "weights":
            4.3e-15, "filters": 7.26e-12, "workers": -0.1, "taps": 0.115, "taps_8": -0.355,
            "taps_64": 0.16, "kernel_row": 0.172, "ic_per_group": 0.445, "ic_per_group_16": -0.761,
            "oc_per_group": 0.212, "oc_per_group_8": -0.28, "oc_per_group_32": -0.225, "groups":
            -0.147, "row": 0.139, "row_16": -0.239, "row_128": 0.576, "rows": 0.207, "rows_16":
            0.311, "image": -0.328, "image_32": -0.229, "image_256": 0.419, "double": -0.104,
            "complex": -0.372, "complex_double": -0.87, "converted": 2.82, "half": 2.82,
            "channels_last": 6.28, "channels_last_channels": 0.374, "stride": -0.0992, "dilation":
            -0.418, "bordered": 0.217, "bordered_padded": -0.00124, "rank_1": 0.854, "rank_3":
            0.342},
        "windows": {"call": 5.59e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.85e-14,
            "weights": 4.2e-15, "filters": 5.44e-12, "workers": -0.1, "taps": 0.377, "taps_8":
            -0.377, "taps_64": 0.16, "kernel_row": -0.0719, "ic_per_group": -0.201,
            "ic_per_group_16": -0.00439, "oc_per_group": 0.0743, "oc_per_group_8": -0.0644,
            "oc_per_group_32": -0.0268, "groups": -0.341, "row": -0.0176, "row_16": -0.0426,
            "row_128": 0.053, "rows": 0.0141, "rows_16": -0.0621, "image": 0.0359, "image_32":
            -0.0721, "image_256": 0.123, "double": -0.3, "complex": -0.354, "complex_double":
            -0.883, "converted": 0.234, "half": 0.234, "channels_last": 6.31,
            "channels_last_channels": 0.387, "stride": -0.103, "dilation": -0.0886, "bordered":
            0.203, "bordered_padded": -0.00347, "rank_1": 0.247, "rank_3": -0.135},
    },
    "fft_tiled": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.58e-10, "weights":
            8.6e-10, "filters": 1.25e-09, "workers": -0.1, "taps": 0.00482, "taps_8": 0.0168,
            "taps_64": 0.0462, "kernel_row": 0.00885, "ic_per_group": -0.0207, "ic_per_group_16":
            -0.0376, "oc_per_group": -0.00433, "oc_per_group_8": -0.0212, "oc_per_group_32":
            -0.0608, "groups": -0.0162, "row": 0.0156, "row_16": -0.0233, "row_128": 0.039, "rows":
            0.0152, "rows_16": -0.00429, "image": 0.00949, "image_32": -0.0176, "image_256": 0.0147,
            "double": -0.822, "complex": -0.0652, "complex_double": -0.874, "converted": 0.497,
            "half": -0.362, "channels_last": 0.0334, "channels_last_channels": -0.00445, "stride":
            -0.104, "dilation": 0.0195, "bordered": -0.0399, "bordered_padded": 0.0056, "rank_1":
            -0.0906, "rank_3": 0.115},
        "l3_filters": {"call": 1.43e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.9e-10,
            "weights": 2.9e-10, "filters": 1.27e-09, "workers": -0.1, "taps": 0.068, "taps_8":
            0.0215, "taps_64": 0.119, "kernel_row": -0.00348, "ic_per_group": 0.14,
            "ic_per_group_16": -0.00274, "oc_per_group": -0.407, "oc_per_group_8": 0.498,
            "oc_per_group_32": 0.077, "groups": 0.163, "row": 0.00486, "row_16": 0.0266, "row_128":
            -0.0208, "rows": 0.0366, "rows_16": -0.0157, "image": -0.0193, "image_32": 0.0771,
            "image_256": -0.0122, "double": -0.575, "complex": 0.168, "complex_double": -0.581,
            "converted": 0.0752, "half": 0.02, "channels_last": -0.187, "channels_last_channels":
            0.0311, "stride": 0.0829, "dilation": -0.00143, "bordered": 0.109, "bordered_padded":
            -0.0256, "rank_1": -0.101, "rank_3": 0.212},
        "memory_filters": {"call": 1.15e-05, "wake": 5e-06, "python": 4e-06, "prepared": 4.93e-09,
            "weights": 2.21e-10, "filters": 1.27e-09, "workers": -0.1, "taps": -0.195, "taps_8":
            1.06, "taps_64": -0.485, "kernel_row": -0.222, "ic_per_group": 0.947, "ic_per_group_16":
            -1.64, "oc_per_group": 0.145, "oc_per_group_8": -0.0845, "oc_per_group_32": -0.366,
            "groups": 0.00676, "row": -0.545, "row_16": -0.247, "row_128": -1.37, "rows": -0.924,
            "rows_16": 0.96, "image": 0.337, "image_32": -0.0188, "image_256": 1.78, "double":
            -0.35, "complex": -0.32, "complex_double": -0.464, "converted": 0.326, "half": -0.183,
            "channels_last": -6.72, "channels_last_channels": 0.568, "stride": -0.911, "dilation":
            -0.681, "bordered": -0.0456, "bordered_padded": 0.0203, "rank_1": 2.07, "rank_3": 1.28},
    },
    "fft": {
        "": {"call": 5e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.53e-10, "weights":
            1.24e-09, "filters": 3.32e-07, "workers": -0.1, "taps": -0.00504, "taps_8": 0.00758,
            "taps_64": -0.0274, "kernel_row": 0.0956, "ic_per_group": 0.0924, "ic_per_group_16":
            0.0689, "oc_per_group": 0.0814, "oc_per_group_8": 0.00425, "oc_per_group_32": -0.0811,
            "groups": 0.0507, "row": -0.0234, "row_16": 0.0556, "row_128": 0.00871, "rows": -0.0645,
            "rows_16": 0.0772, "image": -0.0999, "image_32": 0.0499, "image_256": 0.0778, "double":
            -0.322, "complex": 0.0503, "complex_double": -0.426, "converted": 0.3, "half": -0.208,
            "channels_last": -0.00577, "channels_last_channels": 0.00919, "stride": 0.0509,
            "dilation": 0.097, "bordered": 0.0483, "bordered_padded": -0.03, "rank_1": -1.05,
            "rank_3": 0.382},
    },
    "cython": {
        "": {"call": 1.31e-05, "wake": 5e-06, "python": 4e-06, "prepared": 4.49e-13, "weights":
            1.61e-12, "filters": 4.52e-12, "workers": -0.1, "taps": 0.185, "taps_8": -0.0323,
            "taps_64": 0.0544, "kernel_row": 0.0275, "ic_per_group": 0.233, "ic_per_group_16":
            -0.0951, "oc_per_group": 0.0607, "oc_per_group_8": 0.0914, "oc_per_group_32": 0.0269,
            "groups": 0.184, "row": 0.378, "row_16": -0.25, "row_128": 0.151, "rows": 0.0588,
            "rows_16": 0.12, "image": -0.188, "image_32": -0.0776, "image_256": 0.328, "double":
            0.158, "complex": -0.0847, "complex_double": -0.0975, "integer": -0.2, "narrow_integer":
            -0.436, "converted": 1.07, "half": 2.02, "channels_last": 0.586,
            "channels_last_channels": 0.132, "stride": 0.062, "dilation": -0.166, "bordered": 0.154,
            "bordered_padded": -0.0438, "rank_1": -0.638, "rank_3": 0.292},
    },
    "naive": {
        "": {"call": 1.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            3.61e-09, "filters": 7.3e-08, "workers": -0.7, "taps": 0.0548, "taps_8": -0.0739,
            "taps_64": -0.0193, "kernel_row": 0.0091, "ic_per_group": -0.0115, "ic_per_group_16":
            -0.0575, "oc_per_group": -0.0146, "oc_per_group_8": -0.0429, "oc_per_group_32": 0.0411,
            "groups": -0.0604, "row": -0.0126, "row_16": -0.0757, "row_128": 0.915, "rows": -0.0149,
            "rows_16": 0.322, "image": -0.00131, "image_32": -0.00345, "image_256": -0.0548,
            "double": -0.614, "complex": -0.275, "complex_double": -1.29, "integer": -1.07,
            "narrow_integer": -0.061, "converted": 1.16, "half": -0.195, "channels_last": 0.0681,
            "channels_last_channels": 0.0147, "stride": 0.0262, "dilation": 0.00719, "bordered":
            0.00726, "bordered_padded": 0.00821, "rank_1": -0.1, "rank_3": 0.0676},
    },
}
