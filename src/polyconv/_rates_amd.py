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
    "problems": 4779,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 32768, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "earlier": ["fft_tiled"],  # its rates of calls are those of the fit before, of the same day
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.0, "fft": 1.05, "cython": 1.15,
        "winograd": 1.15, "naive": 1.0, "separable": 1.0},
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
    "direct": {"problems": 4784, "median": 1.12, "rms": 1.3, "p90": 1.51},
    "direct depthwise": {"problems": 353, "median": 1.14, "rms": 1.32, "p90": 1.57},
    "direct dot": {"problems": 182, "median": 1.18, "rms": 1.36, "p90": 1.6},
    "direct few_pixels": {"problems": 146, "median": 1.2, "rms": 1.42, "p90": 1.75},
    "direct igemm": {"problems": 1149, "median": 1.15, "rms": 1.3, "p90": 1.5},
    "direct igemm_int8x4": {"problems": 57, "median": 1.28, "rms": 1.63, "p90": 1.77},
    "direct pointwise": {"problems": 247, "median": 1.19, "rms": 1.35, "p90": 1.58},
    "direct spatial_1": {"problems": 561, "median": 1.11, "rms": 1.3, "p90": 1.5},
    "direct spatial_2": {"problems": 368, "median": 1.21, "rms": 1.38, "p90": 1.71},
    "direct spatial_4": {"problems": 213, "median": 1.11, "rms": 1.27, "p90": 1.41},
    "direct spatial_8": {"problems": 264, "median": 1.08, "rms": 1.29, "p90": 1.31},
    "direct spatial_in_out": {"problems": 245, "median": 1.08, "rms": 1.28, "p90": 1.36},
    "direct stencil": {"problems": 976, "median": 1.07, "rms": 1.19, "p90": 1.29},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.41, "rms": 1.48, "p90": 1.82},
    "direct, preparing": {"problems": 4638, "median": 1.14, "rms": 1.38, "p90": 1.7},
    "separable": {"problems": 653, "median": 1.11, "rms": 1.19, "p90": 1.32},
    "separable box": {"problems": 349, "median": 1.12, "rms": 1.2, "p90": 1.34},
    "separable separable": {"problems": 304, "median": 1.1, "rms": 1.18, "p90": 1.28},
    "separable, preparing": {"problems": 653, "median": 1.16, "rms": 1.52, "p90": 1.77},
    "winograd": {"problems": 839, "median": 1.12, "rms": 1.25, "p90": 1.37},
    "winograd tiles_in_lanes": {"problems": 183, "median": 1.13, "rms": 1.27, "p90": 1.35},
    "winograd, preparing": {"problems": 839, "median": 1.16, "rms": 1.31, "p90": 1.51},
    "im2col": {"problems": 3606, "median": 1.1, "rms": 1.27, "p90": 1.46},
    "im2col pointwise": {"problems": 155, "median": 1.13, "rms": 1.35, "p90": 1.69},
    "im2col rows": {"problems": 1767, "median": 1.07, "rms": 1.22, "p90": 1.27},
    "im2col windows": {"problems": 1684, "median": 1.15, "rms": 1.32, "p90": 1.56},
    "im2col, preparing": {"problems": 3606, "median": 1.05, "rms": 1.28, "p90": 1.23},
    "fft_tiled": {"problems": 4313, "median": 1.11, "rms": 1.24, "p90": 1.39},
    "fft_tiled l3_filters": {"problems": 317, "median": 1.12, "rms": 1.26, "p90": 1.43},
    "fft_tiled memory_filters": {"problems": 436, "median": 1.12, "rms": 1.24, "p90": 1.42},
    "fft_tiled, preparing": {"problems": 4313, "median": 1.11, "rms": 1.52, "p90": 1.59},
    "fft": {"problems": 4312, "median": 1.13, "rms": 1.29, "p90": 1.48},
    "fft, preparing": {"problems": 4312, "median": 1.22, "rms": 1.5, "p90": 1.88},
    "cython": {"problems": 2894, "median": 1.15, "rms": 1.26, "p90": 1.44},
    "cython, preparing": {"problems": 2894, "median": 1.06, "rms": 1.18, "p90": 1.19},
    "naive": {"problems": 437, "median": 1.15, "rms": 1.38, "p90": 1.55},
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
    "bordered_padded": (0.0, 12.1),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.15, "base": 3.39},
    "separable": {},
    "winograd": {"v3": 1.22, "base": 3.13},
    "im2col": {"v3": 1.3, "base": 3.6},
    "fft_tiled": {"v3": 1.11, "base": 1.9},
    "fft": {"v3": 1.11, "base": 1.82},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.07e-07, "wake": 1.03e-06, "python": 4e-06, "flops": 7.01e-12, "beyond_l2":
            1.53e-12, "beyond_l3": 3.46e-11, "outputs": 1.01e-10, "outputs_half": 1.1e-10,
            "outputs_last": 8.17e-12, "channel_planes": 1.35e-10, "bytes": 3.05e-12, "packed":
            2.23e-11, "gathered": 8.33e-13, "runs": 7.27e-09, "lookups": 4.38e-09, "work_items":
            1.75e-08, "work_item_products": 9.75e-13, "workers": -0.689, "taps": 0.0192, "taps_8":
            0.0437, "taps_64": 0.0226, "kernel_row": -0.0641, "ic_per_group": 0.00504,
            "ic_per_group_16": 0.00916, "oc_per_group": 0.0233, "oc_per_group_8": 0.0117,
            "oc_per_group_32": -0.0195, "groups": 0.001, "row": -0.0728, "row_16": 0.0277, "rows":
            0.0199, "rows_16": -0.0254, "image": 0.0255, "image_32": 0.00139, "image_256": 0.0103,
            "double": 0.553, "complex": -0.479, "complex_double": 0.12, "integer": 0.593,
            "narrow_integer": 0.24, "converted": -0.0304, "half": 0.00669, "channels_last": -0.0313,
            "stride": 0.00846, "dilation": -0.0298, "bordered_padded": 0.0104, "rank_1": 0.242,
            "rank_3": -0.102},
        "depthwise": {"call": 2.22e-07, "wake": 8.64e-07, "python": 4e-06, "flops": 4.63e-12,
            "beyond_l2": 1.51e-12, "beyond_l3": 3.78e-11, "outputs": 7.24e-11, "outputs_half":
            9.95e-11, "outputs_last": 7.88e-12, "channel_planes": 1.28e-10, "bytes": 2.03e-12,
            "packed": 1.49e-11, "gathered": 8.54e-13, "runs": 1.19e-09, "lookups": 2.71e-09,
            "work_items": 8.16e-08, "work_item_products": 9.75e-13, "workers": -0.71, "taps":
            0.0656, "taps_8": 0.0515, "taps_64": -0.0844, "kernel_row": 0.0581, "ic_per_group":
            0.00504, "ic_per_group_16": 0.00916, "oc_per_group": 0.0233, "oc_per_group_8": 0.0117,
            "oc_per_group_32": -0.0195, "groups": -0.023, "row": 0.0168, "row_16": 0.0259,
            "row_128": -0.0157, "rows": 0.00711, "rows_16": 0.0163, "image": -0.0329, "image_32":
            -0.00917, "image_256": 0.0345, "double": 0.521, "complex": -0.479, "complex_double":
            0.12, "integer": 0.711, "narrow_integer": 0.343, "converted": -0.0931, "half": 0.122,
            "channels_last": -0.113, "stride": 0.0818, "dilation": 0.0189, "bordered": 0.0277,
            "bordered_padded": 0.0172, "rank_1": -0.18, "rank_3": 0.182},
        "dot": {"call": 1.38e-07, "wake": 1.03e-06, "python": 4e-06, "flops": 9.22e-12, "beyond_l2":
            1.58e-12, "beyond_l3": 2.31e-11, "outputs": 1.06e-10, "outputs_half": 1.1e-10,
            "outputs_last": 8.18e-12, "channel_planes": 1.35e-10, "bytes": 3.29e-12, "packed":
            1.42e-11, "gathered": 8.59e-13, "runs": 5.32e-09, "lookups": 3.58e-09, "work_items":
            2.13e-08, "work_item_products": 9.68e-13, "workers": -0.505, "taps": 0.0634, "taps_8":
            -0.105, "taps_64": 0.0668, "kernel_row": -0.00114, "ic_per_group": 0.0437,
            "ic_per_group_16": -0.492, "oc_per_group": -0.0487, "oc_per_group_8": 0.0117,
            "oc_per_group_32": -0.0195, "groups": -0.00774, "row": -0.0655, "row_16": 0.00749,
            "row_128": 0.0339, "rows": 0.0263, "rows_16": -0.0545, "image": 0.0143, "image_32":
            -0.0608, "image_256": 0.0762, "double": 0.438, "complex": -0.393, "complex_double":
            -0.11, "integer": 0.412, "narrow_integer": 0.239, "converted": -0.114, "half": -0.0256,
            "channels_last": 0.111, "stride": 0.032, "dilation": -0.0298, "bordered": -0.385,
            "bordered_padded": 0.0879, "rank_1": 0.219, "rank_3": -0.0868},
        "few_pixels": {"call": 1.66e-06, "wake": 1.02e-06, "python": 4e-06, "flops": 1.31e-11,
            "beyond_l2": 1.49e-12, "beyond_l3": 3.46e-11, "outputs": 1.08e-10, "outputs_half":
            1.1e-10, "outputs_last": 8.15e-12, "channel_planes": 1.26e-10, "bytes": 3.8e-12,
            "packed": 2.24e-11, "gathered": 8.33e-13, "runs": 5.07e-10, "lookups": 4.38e-09,
            "work_items": 1.9e-08, "work_item_products": 9.77e-13, "workers": -0.547, "taps": 0.114,
            "taps_8": -0.0244, "taps_64": 0.0491, "kernel_row": -0.106, "ic_per_group": -0.048,
            "ic_per_group_16": 0.0566, "oc_per_group": -0.0479, "oc_per_group_8": 0.148,
            "oc_per_group_32": -0.0919, "groups": 0.0434, "row": -0.133, "row_16": 0.0277, "rows":
            -0.0575, "rows_16": -0.0254, "image": 0.0105, "image_32": 0.00139, "image_256": 0.0103,
            "double": 0.465, "complex": -0.479, "complex_double": 0.12, "integer": 0.593,
            "narrow_integer": 0.24, "converted": -0.0304, "half": 0.00669, "channels_last": 1.67,
            "stride": 0.101, "dilation": 0.0945, "bordered": -0.331, "bordered_padded": 0.143,
            "rank_1": 0.162, "rank_3": -0.127},
        "igemm": {"call": 2.03e-07, "wake": 1.15e-06, "python": 4e-06, "flops": 1.23e-11,
            "beyond_l2": 4.48e-12, "beyond_l3": 5.43e-11, "outputs": 4.18e-10, "outputs_half":
            8.04e-11, "outputs_last": 7.75e-12, "channel_planes": 1.5e-10, "bytes": 1.59e-12,
            "packed": 1.99e-11, "gathered": 1.05e-12, "runs": 1.12e-08, "lookups": 5.92e-09,
            "work_items": 1.61e-08, "work_item_products": 9.81e-13, "workers": -0.689, "taps":
            -0.0545, "taps_8": 0.0136, "taps_64": 0.0606, "kernel_row": 0.0132, "ic_per_group":
            0.017, "ic_per_group_16": 0.0094, "oc_per_group": -0.00789, "oc_per_group_32": 0.00782,
            "groups": -0.0189, "row": -0.0745, "row_16": 0.0712, "row_128": -0.019, "rows": 0.00457,
            "image": -0.0119, "image_32": 0.027, "image_256": -0.00408, "double": 0.584, "complex":
            -0.433, "complex_double": 0.127, "integer": 0.649, "narrow_integer": 0.325, "converted":
            -0.0112, "half": 0.0787, "channels_last": -0.0491, "stride": 0.0211, "dilation":
            -0.00176, "bordered": 0.012, "bordered_padded": 0.0105, "rank_1": 0.0486, "rank_3":
            0.0169},
        "igemm_int8x4": {"call": 2.46e-07, "wake": 9.62e-07, "python": 4e-06, "flops": 4.93e-12,
            "beyond_l2": 1.46e-12, "beyond_l3": 3.82e-11, "outputs": 1.17e-10, "outputs_half":
            1.1e-10, "outputs_last": 8.15e-12, "channel_planes": 1.32e-10, "bytes": 2.26e-12,
            "packed": 2.68e-11, "gathered": 8.37e-13, "runs": 6.41e-09, "lookups": 4.6e-09,
            "work_items": 3.02e-08, "work_item_products": 9.75e-13, "workers": -0.625, "taps":
            -0.28, "taps_8": 0.254, "taps_64": -0.271, "kernel_row": 0.181, "ic_per_group": -0.0179,
            "ic_per_group_16": -0.0847, "oc_per_group": 0.251, "oc_per_group_8": -0.0245,
            "oc_per_group_32": -0.247, "groups": -0.0308, "row": -0.0732, "row_16": 0.211,
            "row_128": -0.0747, "rows": 0.125, "rows_16": -0.189, "image": -0.0477, "image_32":
            -0.0406, "image_256": 0.112, "double": 0.553, "complex": -0.479, "complex_double": 0.12,
            "integer": 0.593, "narrow_integer": 0.319, "converted": 0.0482, "half": 0.00669,
            "channels_last": -0.509, "stride": 0.442, "dilation": -0.0328, "bordered": -0.0728,
            "bordered_padded": 0.0327, "rank_1": -0.175, "rank_3": 0.194},
        "pointwise": {"call": 1.34e-07, "wake": 1.13e-06, "python": 4e-06, "flops": 1.33e-11,
            "beyond_l2": 1.51e-12, "beyond_l3": 4.6e-11, "outputs": 2.32e-10, "outputs_half":
            9.65e-11, "outputs_last": 7.85e-12, "channel_planes": 1.45e-10, "bytes": 2.51e-12,
            "packed": 3.94e-11, "gathered": 8.42e-13, "runs": 1.56e-08, "lookups": 4.38e-09,
            "work_items": 2.54e-08, "work_item_products": 9.76e-13, "workers": -0.72, "taps":
            0.0192, "taps_8": 0.0437, "taps_64": 0.0226, "kernel_row": -0.0641, "ic_per_group":
            -0.183, "ic_per_group_16": 0.204, "oc_per_group": 0.149, "oc_per_group_8": -0.231,
            "oc_per_group_32": 0.086, "groups": 0.169, "row": -0.164, "row_16": 0.103, "row_128":
            0.0393, "rows": 0.0273, "image": 0.0926, "image_32": -0.104, "image_256": 0.0455,
            "double": 0.559, "complex": -0.413, "complex_double": 0.0666, "integer": 0.382,
            "narrow_integer": 0.448, "converted": 0.0572, "half": -0.0165, "channels_last": -0.0368,
            "stride": 0.0422, "dilation": -0.0162, "bordered_padded": 0.0104, "rank_1": 0.277,
            "rank_3": -0.307},
        "spatial_1": {"call": 1.6e-07, "wake": 9.99e-07, "python": 4e-06, "flops": 4.07e-12,
            "beyond_l2": 1.89e-12, "beyond_l3": 2.62e-11, "outputs": 2.46e-11, "outputs_half":
            7.48e-11, "outputs_last": 8.17e-12, "channel_planes": 1.36e-10, "bytes": 2.62e-12,
            "packed": 1.56e-11, "gathered": 8.19e-13, "runs": 6.9e-09, "lookups": 2.22e-09,
            "work_items": 3.33e-08, "work_item_products": 9.81e-13, "workers": -0.704, "taps":
            -0.0117, "taps_8": 0.0709, "taps_64": -0.0714, "kernel_row": 0.053, "ic_per_group":
            0.0225, "ic_per_group_16": -0.0659, "oc_per_group": 0.0233, "oc_per_group_8": 0.0117,
            "oc_per_group_32": -0.0195, "groups": -0.00221, "row": -0.0676, "row_16": 0.0981,
            "row_128": -0.0163, "rows_16": 0.0063, "image": 0.0224, "image_32": -0.0016,
            "image_256": -0.0375, "double": 0.582, "complex": -0.479, "complex_double": 0.12,
            "integer": 0.515, "narrow_integer": 0.204, "converted": -0.0307, "half": 0.0502,
            "channels_last": 0.01, "stride": 0.0888, "dilation": -0.0701, "bordered": 0.0649,
            "bordered_padded": 0.00464, "rank_1": -0.238, "rank_3": 0.107},
        "spatial_2": {"call": 2.06e-07, "wake": 1.01e-06, "python": 4e-06, "flops": 4e-12,
            "beyond_l2": 1.53e-12, "beyond_l3": 4.18e-11, "outputs": 6.31e-11, "outputs_half":
            1e-10, "outputs_last": 8.16e-12, "channel_planes": 1.36e-10, "bytes": 6.08e-12,
            "packed": 3.57e-11, "gathered": 9.63e-13, "runs": 6.4e-09, "lookups": 7.69e-09,
            "work_items": 3.64e-08, "work_item_products": 9.77e-13, "workers": -0.708, "taps":
            -0.0552, "taps_8": -0.0366, "taps_64": 0.0429, "kernel_row": 0.0667, "ic_per_group":
            -0.0281, "ic_per_group_16": 0.0627, "oc_per_group": 0.329, "oc_per_group_8": 0.0117,
            "oc_per_group_32": -0.0195, "groups": -0.0144, "row": -0.0186, "row_16": -0.0223,
            "row_128": 0.063, "rows": 0.0433, "rows_16": -0.011, "image": -0.0271, "image_32":
            0.0838, "image_256": -0.0769, "double": 0.276, "complex": 0.067, "complex_double":
            0.393, "integer": 0.239, "narrow_integer": 0.328, "converted": 0.00254, "half": 0.0654,
            "channels_last": -0.226, "stride": 0.0244, "dilation": -0.0531, "bordered": -0.18,
            "bordered_padded": -0.00597, "rank_1": 0.0803, "rank_3": 0.00856},
        "spatial_4": {"call": 2.1e-07, "wake": 1.01e-06, "python": 4e-06, "flops": 5.45e-12,
            "beyond_l2": 1.64e-12, "beyond_l3": 3.96e-11, "outputs": 8.23e-11, "outputs_half":
            6.23e-11, "outputs_last": 8.08e-12, "channel_planes": 1.34e-10, "bytes": 2.98e-12,
            "packed": 2.59e-11, "gathered": 8.28e-13, "runs": 9.49e-09, "lookups": 4.55e-09,
            "work_items": 1.85e-08, "work_item_products": 9.76e-13, "workers": -0.688, "taps":
            -0.0926, "taps_8": 0.07, "taps_64": -0.0218, "kernel_row": 0.057, "ic_per_group":
            0.0383, "ic_per_group_16": -0.0127, "oc_per_group": -0.00368, "oc_per_group_8": 0.00849,
            "oc_per_group_32": 0.0602, "groups": -0.0157, "row": -0.145, "row_16": 0.107, "row_128":
            0.0122, "rows": 0.0167, "rows_16": -0.0218, "image": 0.113, "image_32": -0.0736,
            "image_256": -0.0169, "double": 0.524, "complex": -0.504, "complex_double": 0.0678,
            "integer": 0.705, "narrow_integer": 0.0427, "converted": 0.0654, "half": -0.0669,
            "channels_last": -0.0379, "stride": 0.108, "dilation": 0.0402, "bordered": 0.0177,
            "bordered_padded": 0.0504, "rank_1": 0.0394},
        "spatial_8": {"call": 1.72e-07, "wake": 1.04e-06, "python": 4e-06, "flops": 6.8e-12,
            "beyond_l2": 8.08e-12, "beyond_l3": 3.27e-11, "outputs": 6.29e-11, "outputs_half":
            9.81e-11, "outputs_last": 8.18e-12, "channel_planes": 1.33e-10, "bytes": 3.51e-12,
            "packed": 1.6e-11, "gathered": 8.25e-13, "runs": 1.72e-08, "lookups": 4.13e-09,
            "work_items": 1.43e-08, "work_item_products": 9.75e-13, "workers": -0.715, "taps":
            -0.0424, "taps_8": 0.0302, "taps_64": 0.14, "kernel_row": 0.00875, "ic_per_group":
            -0.0223, "ic_per_group_16": 0.0298, "oc_per_group": -0.0225, "oc_per_group_8": 0.0631,
            "oc_per_group_32": -0.0549, "groups": 0.0119, "row": 0.0818, "row_16": -0.0472,
            "row_128": -0.00879, "rows": 0.00183, "rows_16": 0.0138, "image": 0.0153, "image_32":
            -0.0582, "image_256": 0.0232, "double": 0.639, "complex": -0.776, "complex_double":
            -0.252, "integer": 0.655, "narrow_integer": 0.0169, "converted": -0.083, "half": -0.246,
            "channels_last": -0.166, "stride": 0.0192, "dilation": -0.0171, "bordered": 0.0193,
            "bordered_padded": -0.0439, "rank_1": -0.119, "rank_3": 0.0407},
        "spatial_in_out": {"call": 2.39e-07, "wake": 1.05e-06, "python": 4e-06, "flops": 8.96e-12,
            "beyond_l2": 1.32e-12, "beyond_l3": 6.56e-11, "outputs": 9.02e-11, "outputs_half":
            1.1e-10, "outputs_last": 8.17e-12, "channel_planes": 1.35e-10, "bytes": 1.97e-12,
            "packed": 1.98e-11, "gathered": 8.55e-13, "runs": 5.42e-09, "lookups": 6.9e-09,
            "work_items": 8.68e-09, "work_item_products": 9.74e-13, "workers": -0.712, "taps":
            -0.129, "taps_8": 0.0704, "taps_64": -0.0134, "kernel_row": 0.0517, "ic_per_group":
            -0.0214, "ic_per_group_16": -0.00585, "oc_per_group": -0.0179, "oc_per_group_8": 0.0223,
            "oc_per_group_32": -0.0242, "groups": 0.0159, "row": -0.104, "row_16": 0.124, "row_128":
            -0.0168, "rows": 0.0159, "rows_16": -0.00527, "image": 0.0886, "image_32": -0.102,
            "image_256": 0.0152, "double": 0.626, "complex": -0.479, "complex_double": 0.12,
            "integer": 0.865, "narrow_integer": 0.24, "converted": -0.0309, "half": 0.00669,
            "channels_last": -0.0313, "stride": 0.0392, "dilation": -0.023, "bordered": -0.0131,
            "bordered_padded": -0.0275, "rank_1": -0.0439, "rank_3": 0.0647},
        "stencil": {"call": 3.33e-07, "wake": 1.04e-06, "python": 4e-06, "flops": 1.48e-11,
            "beyond_l2": 2.11e-12, "beyond_l3": 3.54e-11, "outputs": 3.95e-11, "outputs_half":
            9.36e-11, "outputs_last": 8.16e-12, "channel_planes": 1.35e-10, "bytes": 2.2e-12,
            "packed": 1.91e-11, "gathered": 8.41e-13, "runs": 9.39e-09, "lookups": 4.32e-09,
            "work_items": 1.52e-08, "work_item_products": 9.76e-13, "workers": -0.691, "taps":
            -0.0451, "taps_8": 0.113, "taps_64": -0.0676, "kernel_row": 0.0263, "ic_per_group":
            0.0167, "ic_per_group_16": -0.0745, "oc_per_group": -0.0128, "oc_per_group_8": 0.0593,
            "oc_per_group_32": -0.0543, "groups": 0.00135, "row": -0.045, "row_16": -0.00226,
            "row_128": 0.0324, "rows": -0.0253, "rows_16": 0.0306, "image": -0.0476, "image_32":
            0.0694, "image_256": -0.0072, "double": 0.607, "complex": -0.675, "complex_double":
            0.0223, "integer": 0.699, "narrow_integer": 0.109, "converted": -0.00245, "half":
            -0.0228, "channels_last": -0.0405, "stride": 0.075, "dilation": -0.0102, "bordered":
            0.0596, "bordered_padded": 0.00241, "rank_1": 0.242, "rank_3": 0.107},
    },
    "separable": {
        "": {"call": 6e-07, "wake": 2.09e-06, "python": 4e-06, "flops": 2.02e-12, "beyond_l2":
            1.94e-12, "beyond_l3": 1.36e-11, "outputs": 1.93e-12, "outputs_half": 1e-10,
            "outputs_last": 2.23e-11, "channel_planes": 2.14e-09, "bytes": 7.25e-12, "packed":
            4e-12, "gathered": 7.96e-12, "runs": 5.61e-09, "lookups": 6.84e-10, "work_items":
            7.14e-08, "work_item_products": 3.91e-11, "workers": -0.708, "taps": -0.00801,
            "taps_64": 0.0296, "kernel_row": 0.131, "groups": 0.0108, "row": 0.0217, "row_16": 0.03,
            "row_128": -0.0146, "rows": 0.0612, "rows_16": -0.0304, "image": 0.0191, "image_32":
            0.0239, "image_256": -0.0623, "double": 0.143, "complex": 0.252, "integer": 0.123,
            "narrow_integer": -0.0508, "converted": 0.0715, "channels_last": 0.0734, "stride":
            0.215, "bordered": 0.0564, "bordered_padded": -0.00163, "rank_1": -0.0645, "rank_3":
            0.224},
        "box": {"call": 6.37e-07, "wake": 2.1e-06, "python": 4e-06, "flops": 2.08e-12, "beyond_l2":
            2.26e-12, "beyond_l3": 1.84e-11, "outputs": 1.87e-12, "outputs_half": 1e-10,
            "outputs_last": 2.25e-11, "channel_planes": 2.08e-09, "bytes": 8.25e-12, "packed":
            3.53e-12, "gathered": 8.75e-12, "runs": 5.08e-09, "lookups": 6.61e-10, "work_items":
            5.85e-08, "work_item_products": 3.53e-11, "workers": -0.717, "taps": -0.0584, "taps_8":
            0.00665, "taps_64": 0.057, "kernel_row": 0.197, "groups": 0.0123, "row": 0.0353,
            "row_16": -0.00282, "row_128": 0.00641, "rows": 0.0993, "rows_16": -0.0678, "image":
            0.00515, "image_32": 0.0289, "image_256": -0.0594, "double": 0.105, "complex": 0.444,
            "integer": 0.116, "narrow_integer": -0.0488, "converted": 0.0665, "channels_last":
            0.0315, "stride": 0.214, "bordered": 0.0767, "bordered_padded": 0.00597, "rank_1":
            -0.156, "rank_3": 0.354},
        "separable": {"call": 6e-07, "wake": 2.08e-06, "python": 4e-06, "flops": 2.71e-12,
            "beyond_l2": 1.81e-12, "beyond_l3": 1.3e-11, "outputs": 1.92e-12, "outputs_half": 1e-10,
            "outputs_last": 2.27e-11, "channel_planes": 2.23e-09, "bytes": 5.52e-12, "packed":
            4.8e-12, "gathered": 7.2e-12, "runs": 5.45e-09, "lookups": 6.82e-10, "work_items":
            7.37e-08, "work_item_products": 4.41e-11, "workers": -0.688, "taps": 0.0838, "taps_8":
            -0.0747, "taps_64": 0.0203, "kernel_row": 0.0518, "groups": 0.0112, "row": -0.0364,
            "row_16": 0.045, "row_128": -0.0386, "rows": -0.0281, "rows_16": 0.0483, "image": 0.107,
            "image_32": -0.038, "image_256": -0.0636, "double": 0.213, "complex": 0.14, "integer":
            0.123, "narrow_integer": -0.0508, "converted": 0.0715, "channels_last": 0.0557,
            "stride": 0.247, "bordered": 0.051, "bordered_padded": 0.00294, "rank_1": -0.0645,
            "rank_3": 0.0556},
    },
    "winograd": {
        "": {"call": 8.61e-07, "wake": 5.37e-06, "python": 4.6e-06, "flops": 2.12e-11, "beyond_l2":
            3.39e-11, "beyond_l3": 6.37e-11, "outputs": 3.09e-10, "outputs_half": 1.15e-10,
            "outputs_last": 3.65e-10, "channel_planes": 5.6e-08, "bytes": 8.47e-12, "packed":
            8.38e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 6.52e-09, "work_items":
            2.7e-07, "work_item_products": 6.76e-09, "workers": -0.673, "taps": 0.186, "taps_8":
            -0.148, "taps_64": 0.0799, "kernel_row": -0.276, "ic_per_group": -0.0342,
            "ic_per_group_16": 0.0554, "oc_per_group": -0.0375, "oc_per_group_8": -0.0272,
            "oc_per_group_32": -0.00126, "groups": 0.0113, "row": -0.0355, "row_16": 0.131,
            "row_128": -0.0486, "rows": 0.0211, "rows_16": -0.00659, "image": -0.028, "image_32":
            -0.00358, "image_256": -0.00909, "double": 0.324, "complex": 0.205, "complex_double":
            0.565, "channels_last": -0.0118, "dilation": 0.0831, "bordered": -0.0137,
            "bordered_padded": 0.0154, "rank_1": -0.0273, "rank_3": 0.177},
        "tiles_in_lanes": {"call": 6.37e-07, "wake": 4.3e-06, "python": 4.6e-06, "flops": 1.38e-11,
            "beyond_l2": 2.19e-11, "beyond_l3": 8.64e-11, "outputs": 4.23e-11, "outputs_half":
            1.15e-10, "outputs_last": 3.94e-10, "channel_planes": 4.29e-08, "bytes": 1.76e-11,
            "packed": 8.33e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 4.86e-09,
            "work_items": 8.72e-08, "work_item_products": 4.7e-09, "workers": -0.688, "taps":
            -0.175, "taps_8": 0.0548, "taps_64": 0.104, "kernel_row": 0.12, "ic_per_group": 0.00338,
            "ic_per_group_16": 0.138, "oc_per_group": -0.0742, "oc_per_group_8": 0.133,
            "oc_per_group_32": -0.031, "groups": 0.00596, "row": -0.0956, "row_16": 0.163,
            "row_128": -0.0485, "rows": 0.0335, "rows_16": -0.0172, "image": -0.0267, "image_32":
            0.115, "image_256": -0.1, "double": 0.183, "complex": 0.183, "complex_double": 0.565,
            "channels_last": 0.0174, "dilation": 0.099, "bordered": 0.155, "bordered_padded":
            -0.535, "rank_1": -0.103, "rank_3": 0.231},
    },
    "im2col": {
        "": {"call": 6.89e-06, "wake": 6.53e-07, "python": 4.8e-06, "flops": 1.34e-11, "beyond_l2":
            3.51e-11, "beyond_l3": 1.24e-10, "outputs": 2.42e-12, "outputs_half": 9.64e-11,
            "outputs_last": 5.17e-10, "channel_planes": 3.26e-10, "bytes": 8.66e-12, "packed":
            2.47e-11, "gathered": 6.53e-11, "runs": 1.86e-08, "lookups": 2.01e-09, "work_items":
            7.26e-08, "work_item_products": 1.28e-10, "workers": -0.686, "taps": 0.0123, "taps_8":
            0.00874, "taps_64": -0.0117, "kernel_row": -0.0137, "ic_per_group": 0.00927,
            "oc_per_group": 0.00431, "oc_per_group_8": 0.007, "oc_per_group_32": 0.025, "groups":
            0.0045, "row": 0.0189, "row_16": -0.026, "row_128": -0.0036, "rows": 0.013, "rows_16":
            -0.0157, "image": -0.0484, "image_32": -0.0173, "image_256": 0.0619, "double": 0.0503,
            "complex": 0.365, "complex_double": 0.234, "converted": 0.00646, "half": 0.00646,
            "channels_last": 0.114, "stride": 0.109, "dilation": 0.00529, "bordered": 0.047,
            "bordered_padded": 0.0436, "rank_1": 0.0919, "rank_3": 0.0909},
        "pointwise": {"call": 6.99e-06, "wake": 6.47e-07, "python": 4.8e-06, "flops": 1.5e-11,
            "beyond_l2": 1.52e-11, "beyond_l3": 5.94e-11, "outputs": 2.41e-12, "outputs_half":
            9.64e-11, "outputs_last": 5.17e-10, "channel_planes": 3.06e-10, "bytes": 6.61e-12,
            "packed": 2.47e-11, "gathered": 6.53e-11, "runs": 1.86e-08, "lookups": 2.01e-09,
            "work_items": 8.06e-08, "work_item_products": 1.25e-10, "workers": -0.686, "taps":
            0.0123, "taps_8": 0.00874, "taps_64": -0.0117, "kernel_row": -0.0137, "ic_per_group":
            0.078, "ic_per_group_16": -0.102, "oc_per_group": -0.191, "oc_per_group_8": 0.33,
            "oc_per_group_32": -0.0852, "groups": 0.0045, "row_16": 0.0518, "row_128": -0.0466,
            "rows": 0.0775, "rows_16": -0.0956, "image": -0.0931, "image_32": 0.0315, "image_256":
            0.0737, "double": 0.518, "complex": 0.12, "complex_double": 0.841, "converted": 0.00646,
            "half": 0.00646, "channels_last": 0.114, "stride": 0.109, "dilation": -0.138,
            "bordered": 0.047, "bordered_padded": 0.0436, "rank_1": 0.264, "rank_3": 0.233},
        "rows": {"call": 6.93e-06, "wake": 6.52e-07, "python": 4.8e-06, "flops": 9.58e-12,
            "beyond_l2": 3.35e-11, "beyond_l3": 8.19e-11, "outputs": 2.44e-12, "outputs_half":
            9.05e-11, "outputs_last": 5.13e-10, "channel_planes": 3.24e-10, "bytes": 4.37e-12,
            "packed": 2.08e-11, "gathered": 1.43e-11, "runs": 2.21e-08, "lookups": 2.01e-09,
            "work_items": 8.82e-08, "work_item_products": 1.04e-10, "workers": -0.69, "taps":
            0.00685, "taps_8": 0.0352, "taps_64": -0.0372, "kernel_row": -0.0134, "ic_per_group":
            0.00923, "ic_per_group_16": -0.0154, "oc_per_group": 0.0125, "oc_per_group_8": -0.00155,
            "oc_per_group_32": 0.0879, "row": -0.0878, "row_16": 0.0432, "row_128": 0.0267, "rows":
            -0.00768, "rows_16": 0.00756, "image": 0.0641, "image_32": -0.052, "image_256":
            -0.00945, "double": 0.038, "complex": 0.365, "complex_double": 0.234, "converted":
            0.00248, "half": 0.00248, "channels_last": -0.0925, "stride": 0.109, "dilation": 0.0244,
            "bordered": 0.047, "bordered_padded": 0.0436, "rank_1": 0.0859, "rank_3": 0.0505},
        "windows": {"call": 6.7e-06, "wake": 6.37e-07, "python": 4.8e-06, "flops": 1.08e-11,
            "beyond_l2": 2.85e-11, "beyond_l3": 7.09e-11, "outputs": 2.37e-12, "outputs_half":
            9.26e-11, "outputs_last": 4.15e-10, "channel_planes": 3.84e-10, "bytes": 7.46e-12,
            "packed": 2.6e-11, "gathered": 4.68e-11, "runs": 1.43e-08, "lookups": 1.86e-09,
            "work_items": 4.45e-08, "work_item_products": 1.65e-10, "workers": -0.678, "taps_8":
            0.00167, "taps_64": -0.0108, "kernel_row": -0.00382, "ic_per_group": 0.00908,
            "ic_per_group_16": 0.00353, "oc_per_group": 0.00552, "oc_per_group_8": 0.0229,
            "oc_per_group_32": -0.0155, "groups": 0.0124, "row": 0.0666, "row_16": -0.0866,
            "row_128": 0.0171, "rows": 0.0242, "rows_16": -0.0239, "image": -0.0598, "image_256":
            0.054, "double": 0.0539, "complex": 0.464, "complex_double": 0.331, "converted": 0.0199,
            "half": 0.0199, "channels_last": 0.209, "stride": 0.13, "dilation": -0.00989,
            "bordered": 0.0505, "bordered_padded": 0.0717, "rank_1": 0.0785, "rank_3": 0.0685},
    },
    "fft_tiled": {
        "": {"call": 2.39e-07, "wake": 8.19e-07, "python": 1.68e-08, "flops": 1.35e-11, "beyond_l2":
            4.05e-11, "beyond_l3": 9.75e-12, "outputs": 4.15e-12, "outputs_half": 2.8e-12,
            "outputs_last": 5.39e-10, "channel_planes": 2.38e-08, "bytes": 5.06e-12, "packed":
            1.17e-10, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09, "work_items":
            4.51e-10, "work_item_products": 6.19e-14, "workers": -0.689, "taps": -0.0174, "taps_8":
            -0.0025, "taps_64": -0.0184, "kernel_row": 0.0241, "ic_per_group": 0.0499,
            "ic_per_group_16": -0.0174, "oc_per_group": -0.0301, "oc_per_group_8": 0.0195,
            "oc_per_group_32": 0.0158, "groups": 0.0111, "row": -0.0168, "row_16": -0.0362,
            "row_128": 0.0319, "rows": -0.0129, "rows_16": -0.00129, "image": 0.0242, "image_32":
            0.0624, "image_256": -0.0659, "double": 0.396, "complex": 0.0741, "complex_double":
            0.456, "converted": 0.0975, "half": -0.0842, "channels_last": 0.0234, "stride": 0.0466,
            "dilation": -0.0762, "bordered": 0.109, "bordered_padded": 0.0443, "rank_1": -0.0511,
            "rank_3": 0.00268},
        "l3_filters": {"call": 3.42e-07, "wake": 9.35e-07, "python": 1.69e-08, "flops": 1.45e-11,
            "beyond_l2": 2.09e-11, "beyond_l3": 8.85e-12, "outputs": 4.38e-12, "outputs_half":
            2.88e-12, "outputs_last": 4.94e-10, "channel_planes": 2.89e-08, "bytes": 5.49e-12,
            "packed": 1.87e-12, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09,
            "work_items": 4.39e-10, "work_item_products": 6.22e-14, "workers": -0.797, "taps":
            0.0295, "taps_8": 0.0216, "taps_64": 0.0174, "kernel_row": -0.0285, "ic_per_group":
            0.127, "ic_per_group_16": 0.0161, "oc_per_group": -0.205, "oc_per_group_8": 0.262,
            "oc_per_group_32": 0.0308, "groups": 0.116, "row": -0.04, "row_16": -0.0123, "row_128":
            -0.034, "rows": -0.0559, "rows_16": 0.00303, "image": 0.0604, "image_32": 0.0385,
            "image_256": -0.0254, "double": 0.656, "complex": 0.0103, "complex_double": 0.756,
            "converted": 0.00544, "channels_last": 0.022, "stride": 0.125, "dilation": 0.0121,
            "bordered": 0.00232, "bordered_padded": -0.0135, "rank_1": -0.0124, "rank_3": 0.0841},
        "memory_filters": {"call": 3.47e-07, "wake": 9.34e-07, "python": 1.69e-08, "flops":
            9.49e-12, "beyond_l2": 3.72e-11, "beyond_l3": 8.97e-12, "outputs": 4.37e-12,
            "outputs_half": 2.88e-12, "outputs_last": 4.63e-10, "channel_planes": 3.16e-08, "bytes":
            1.96e-11, "packed": 1.86e-12, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups":
            5.25e-09, "work_items": 4.39e-10, "work_item_products": 6.21e-14, "workers": -0.56,
            "taps": 0.0212, "taps_8": -0.0429, "taps_64": -0.00319, "kernel_row": -0.00449,
            "ic_per_group": 0.0925, "ic_per_group_16": -0.0578, "oc_per_group": 0.0199,
            "oc_per_group_8": 0.073, "oc_per_group_32": -0.0647, "groups": 0.0144, "row": -0.0257,
            "row_16": -0.0183, "rows": -0.0335, "image": 0.0403, "image_32": -0.00844, "image_256":
            0.0047, "double": 0.247, "complex": 0.116, "complex_double": 0.194, "converted": -0.081,
            "half": 0.0974, "channels_last": 0.078, "stride": 0.0669, "dilation": -0.0107,
            "bordered": -0.13, "bordered_padded": 0.0434, "rank_1": 0.0274, "rank_3": 0.0025},
    },
    "fft": {
        "": {"call": 3.99e-05, "wake": 0.000212, "python": 1.26e-05, "flops": 5.59e-12, "beyond_l2":
            1.58e-11, "beyond_l3": 5.32e-12, "outputs": 1.33e-09, "outputs_half": 1e-11,
            "outputs_last": 5.42e-10, "channel_planes": 1.38e-08, "bytes": 2.38e-11, "packed":
            4.2e-10, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09, "work_items":
            4.48e-05, "work_item_products": 7.11e-11, "workers": -0.285, "taps": 0.0157, "taps_8":
            -0.0307, "kernel_row": 0.0181, "ic_per_group": -0.0548, "ic_per_group_16": 0.067,
            "oc_per_group": 0.121, "oc_per_group_8": -0.0493, "oc_per_group_32": 0.0267, "groups":
            0.00629, "row": 0.00523, "row_16": 0.0108, "row_128": -0.00982, "rows": 0.0228,
            "rows_16": -0.00457, "image": 0.016, "image_32": 0.00753, "image_256": -0.0379,
            "double": 0.0847, "complex": 0.192, "complex_double": 0.173, "converted": -0.101,
            "half": 0.243, "channels_last": 0.0204, "stride": 0.0464, "dilation": 0.0122,
            "bordered": 0.198, "bordered_padded": 0.0633, "rank_1": -0.264, "rank_3": 0.117},
    },
    "cython": {
        "": {"call": 9.32e-08, "wake": 2.15e-05, "python": 4.6e-06, "flops": 4.01e-13, "beyond_l2":
            7.55e-12, "beyond_l3": 2.18e-10, "outputs": 4.11e-10, "outputs_half": 1.76e-09,
            "outputs_last": 2.11e-10, "channel_planes": 4.82e-09, "bytes": 3.75e-11, "packed":
            2.5e-11, "gathered": 2.96e-10, "runs": 6.08e-09, "lookups": 1.83e-09, "work_items":
            2.35e-08, "work_item_products": 1.15e-10, "workers": -0.707, "taps": -0.0564, "taps_8":
            0.0276, "taps_64": 0.00784, "kernel_row": 0.0151, "ic_per_group": -0.0255,
            "ic_per_group_16": 0.0311, "oc_per_group": 0.235, "oc_per_group_8": -0.0333,
            "oc_per_group_32": -0.17, "row": 0.0146, "row_16": 0.00947, "row_128": -0.037, "rows":
            0.0127, "rows_16": -0.0238, "image": 0.0303, "image_32": -0.0512, "image_256": 0.0335,
            "double": -0.259, "complex": -0.179, "complex_double": -0.694, "integer": -0.151,
            "narrow_integer": -0.12, "converted": 0.00789, "half": 0.755, "channels_last": -0.00741,
            "stride": -0.028, "dilation": -0.0423, "bordered": 0.021, "bordered_padded": -0.00947,
            "rank_1": -0.0707, "rank_3": 0.0393},
    },
    "naive": {
        "": {"call": 9.7e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 9.87e-10, "bytes": 2.44e-07, "packed": 2e-11, "gathered": 1e-10,
            "runs": 5e-09, "lookups": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10,
            "workers": -0.7, "taps": -0.385, "taps_8": 0.103, "taps_64": 0.123, "kernel_row": 0.106,
            "ic_per_group": -0.332, "ic_per_group_16": 0.139, "oc_per_group": -0.444,
            "oc_per_group_8": 0.182, "oc_per_group_32": 0.284, "groups": 0.0506, "row": 0.00926,
            "row_16": 0.0325, "row_128": 0.00278, "rows": 0.0118, "rows_16": 0.06, "image": -0.0279,
            "image_32": -0.0123, "image_256": 0.0418, "double": -0.671, "complex": -2.1,
            "complex_double": -2.61, "integer": -0.926, "narrow_integer": -0.852, "converted":
            -0.012, "half": 0.0525, "channels_last": -0.0248, "stride": -0.024, "dilation": -0.0214,
            "bordered": 0.165, "bordered_padded": 0.0169, "rank_1": -0.183, "rank_3": 0.0231},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.77e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.58e-12, "weights":
            1.25e-11, "filters": 2.23e-09, "workers": -0.1, "taps": 0.156, "taps_8": -0.0391,
            "taps_64": -0.024, "kernel_row": -0.0819, "ic_per_group": 0.0928, "ic_per_group_16":
            0.0224, "oc_per_group": -0.0617, "oc_per_group_8": -0.0173, "oc_per_group_32": 0.0926,
            "groups": 0.00496, "row": -0.0454, "row_16": -0.0175, "row_128": 0.0685, "rows": 0.079,
            "rows_16": -0.0618, "image": 0.0546, "image_32": -0.103, "image_256": 0.0443, "double":
            -0.168, "complex": 1.14, "complex_double": 0.79, "integer": 0.366, "narrow_integer":
            1.79, "converted": 0.607, "half": 0.434, "channels_last": 0.683, "stride": -0.0179,
            "dilation": -0.0282, "bordered": -0.0904, "bordered_padded": -0.00892, "rank_1": 0.526,
            "rank_3": -0.164},
        "depthwise": {"call": 6.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.28e-11,
            "weights": 3.67e-11, "filters": 4.56e-09, "workers": -0.1, "taps": 0.413, "taps_8":
            -0.707, "taps_64": 0.414, "kernel_row": 0.141, "ic_per_group": 0.0928,
            "ic_per_group_16": 0.0224, "oc_per_group": -0.0617, "oc_per_group_8": -0.0173,
            "oc_per_group_32": 0.0926, "groups": -0.171, "row": -0.354, "row_16": -0.0796,
            "row_128": 0.257, "rows": 0.245, "rows_16": -0.303, "image": 0.0987, "image_32":
            -0.0473, "image_256": 0.117, "double": -0.573, "complex": 1.14, "complex_double": 0.79,
            "integer": -0.0741, "narrow_integer": 0.987, "converted": 0.367, "half": 0.471,
            "channels_last": 0.593, "stride": -0.117, "dilation": -0.0995, "bordered": -0.043,
            "bordered_padded": -0.0533, "rank_1": 1.72, "rank_3": -0.355},
        "dot": {"call": 6.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.2e-12, "weights":
            1.6e-11, "filters": 2.36e-09, "workers": -0.1, "taps": -0.131, "taps_8": 0.0214,
            "taps_64": 0.286, "kernel_row": -0.0478, "ic_per_group": 0.0559, "ic_per_group_16":
            -0.0321, "oc_per_group": -0.0555, "oc_per_group_8": -0.0173, "oc_per_group_32": 0.0926,
            "groups": 0.145, "row": -0.041, "row_16": 0.0667, "row_128": 0.0547, "rows": -0.0129,
            "rows_16": -0.0546, "image": -0.0355, "image_32": -0.0463, "image_256": 0.076, "double":
            -0.0636, "complex": 1.16, "complex_double": 1.04, "integer": 0.467, "narrow_integer":
            1.41, "converted": 0.776, "half": 0.562, "channels_last": 0.868, "stride": 0.0828,
            "dilation": -0.0282, "bordered": -0.103, "bordered_padded": -0.131, "rank_1": 0.405,
            "rank_3": -0.192},
        "igemm": {"call": 6.9e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.77e-12, "weights":
            4.54e-12, "filters": 1.05e-09, "workers": -0.1, "taps": -0.26, "taps_8": 0.454,
            "taps_64": -0.0013, "kernel_row": -0.00641, "ic_per_group": 0.21, "ic_per_group_16":
            -0.0167, "oc_per_group": 0.0546, "oc_per_group_8": 0.0195, "oc_per_group_32": 0.0477,
            "groups": 0.127, "row": 0.0284, "row_16": -0.033, "row_128": 0.0465, "rows": 0.0309,
            "rows_16": 0.0281, "image": -0.0154, "image_32": -0.0208, "image_256": -0.0468,
            "double": 0.0365, "complex": 0.94, "complex_double": 0.987, "integer": 0.417,
            "narrow_integer": 0.251, "converted": 0.485, "half": 0.0353, "channels_last": 0.76,
            "stride": -0.0555, "dilation": 0.00981, "bordered": -0.199, "bordered_padded": 0.0216,
            "rank_1": -0.0445, "rank_3": -0.0126},
        "igemm_int8x4": {"call": 6.64e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.91e-12,
            "weights": 1.6e-11, "filters": 4.18e-10, "workers": -0.1, "taps": -0.0981, "taps_8":
            0.146, "taps_64": 0.485, "kernel_row": -0.245, "ic_per_group": 0.365, "ic_per_group_16":
            -0.36, "oc_per_group": 0.0782, "oc_per_group_8": -0.121, "oc_per_group_32": 0.0337,
            "groups": -0.0793, "row": -0.0878, "row_16": 0.0783, "row_128": 0.0329, "rows": 0.0695,
            "rows_16": -0.121, "image": -0.00349, "image_32": 0.0171, "image_256": 0.00513,
            "double": -0.168, "complex": 1.14, "complex_double": 0.79, "integer": 0.366,
            "narrow_integer": 1.87, "converted": 0.686, "half": 0.434, "channels_last": 0.672,
            "stride": -0.247, "dilation": 0.0964, "bordered": -0.188, "bordered_padded": -0.0994,
            "rank_1": 0.38, "rank_3": 0.197},
        "pointwise": {"call": 7.44e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.05e-11,
            "weights": 1.2e-11, "filters": 6.36e-10, "workers": -0.1, "taps": 0.156, "taps_8":
            -0.0391, "taps_64": -0.024, "kernel_row": -0.0819, "ic_per_group": 0.237,
            "ic_per_group_16": -0.149, "oc_per_group": -0.228, "oc_per_group_8": 0.329,
            "oc_per_group_32": -0.0605, "groups": 0.242, "row": -0.288, "row_16": 0.215, "row_128":
            -0.0672, "rows": -0.0667, "rows_16": 0.027, "image": 0.0227, "image_32": 0.318,
            "image_256": -0.302, "double": -0.00503, "complex": 1.34, "complex_double": 0.998,
            "integer": 0.218, "narrow_integer": 1.34, "converted": 0.322, "half": 0.916,
            "channels_last": 0.419, "stride": 0.0904, "dilation": 0.0366, "bordered": -0.0904,
            "bordered_padded": -0.00892, "rank_1": 0.199, "rank_3": -0.0436},
        "spatial_1": {"call": 4.18e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.14e-11,
            "weights": 1.54e-11, "filters": 7.05e-07, "workers": -0.499, "taps": -0.0684, "taps_8":
            -0.059, "taps_64": 0.117, "kernel_row": 0.0874, "ic_per_group": 0.0738,
            "ic_per_group_16": 0.0616, "oc_per_group": -0.0617, "oc_per_group_8": -0.0173,
            "oc_per_group_32": 0.0926, "groups": -0.587, "row": -0.157, "row_16": -0.00801,
            "row_128": 0.0664, "rows": 0.0702, "rows_16": -0.181, "image": 0.204, "image_32":
            -0.138, "image_256": 0.0487, "double": -0.00478, "complex": 1.14, "complex_double":
            0.79, "integer": 0.371, "narrow_integer": 0.836, "converted": 0.67, "half": 0.319,
            "channels_last": -0.074, "stride": -0.0873, "dilation": -0.106, "bordered": -0.0284,
            "bordered_padded": 0.00344, "rank_1": 0.0388, "rank_3": 0.103},
        "spatial_2": {"call": 5.24e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.81e-12,
            "weights": 6.81e-11, "filters": 1.53e-07, "workers": -0.178, "taps": -0.208, "taps_8":
            0.459, "taps_64": -0.192, "kernel_row": -0.012, "ic_per_group": 0.0337,
            "ic_per_group_16": 0.323, "oc_per_group": 0.572, "oc_per_group_8": -0.0173,
            "oc_per_group_32": 0.0926, "groups": -0.204, "row": -0.264, "row_16": 0.0132, "row_128":
            0.198, "rows": 0.08, "rows_16": -0.149, "image": 0.128, "image_32": -0.0595,
            "image_256": -0.0192, "double": -0.198, "complex": 1.42, "complex_double": 1.08,
            "integer": 0.466, "narrow_integer": 1.36, "converted": 0.944, "half": 0.718,
            "channels_last": 0.369, "stride": -0.109, "dilation": -0.174, "bordered": 0.177,
            "bordered_padded": -0.0292, "rank_1": 0.499, "rank_3": -0.175},
        "spatial_4": {"call": 6.07e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.54e-12,
            "weights": 1.68e-11, "filters": 1.31e-08, "workers": -0.1, "taps": 0.239, "taps_8":
            -0.131, "taps_64": 0.264, "kernel_row": -0.235, "ic_per_group": 0.0195,
            "ic_per_group_16": 0.0585, "oc_per_group": -0.019, "oc_per_group_8": 0.00704,
            "oc_per_group_32": 0.0469, "groups": -0.0473, "row": 0.066, "row_16": -0.0426,
            "row_128": 0.0363, "rows": 0.0399, "rows_16": -0.0414, "image": 0.0931, "image_32":
            -0.208, "image_256": 0.0972, "double": -0.481, "complex": 0.946, "complex_double":
            0.329, "integer": 0.493, "narrow_integer": 1.78, "converted": 0.445, "half": 0.424,
            "channels_last": 0.779, "stride": -0.155, "dilation": 0.197, "bordered": 0.0315,
            "bordered_padded": 0.0114, "rank_1": 0.181, "rank_3": 0.0213},
        "spatial_8": {"call": 5.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.86e-12,
            "weights": 1.11e-11, "filters": 2.1e-09, "workers": -0.158, "taps": 0.149, "taps_8":
            -0.0552, "taps_64": -0.0181, "kernel_row": -0.0403, "ic_per_group": 0.0573,
            "ic_per_group_16": 0.07, "oc_per_group": -0.204, "oc_per_group_8": 0.116,
            "oc_per_group_32": 0.0799, "groups": -0.0296, "row": 0.0359, "row_16": -0.109,
            "row_128": 0.0319, "rows": 0.00886, "rows_16": 0.0411, "image": 0.151, "image_32":
            -0.173, "image_256": 0.0216, "double": -0.376, "complex": 1.29, "complex_double": 0.812,
            "integer": -0.109, "narrow_integer": 2.11, "converted": 0.95, "half": 1.13,
            "channels_last": 0.815, "stride": 0.0177, "dilation": 0.201, "bordered": -0.0202,
            "bordered_padded": -0.011, "rank_1": 0.327, "rank_3": -0.136},
        "spatial_in_out": {"call": 5.55e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.18e-12,
            "weights": 1.14e-11, "filters": 2.44e-09, "workers": -0.143, "taps": 0.122, "taps_8":
            -0.0856, "taps_64": 0.155, "kernel_row": -0.0192, "ic_per_group": 0.133,
            "ic_per_group_16": -0.167, "oc_per_group": 0.105, "oc_per_group_8": -0.118,
            "oc_per_group_32": -0.0155, "groups": -0.0364, "row": -0.582, "row_16": 0.451,
            "row_128": 0.00576, "rows": 0.00965, "rows_16": -0.116, "image": 0.466, "image_32":
            -0.36, "image_256": -0.0178, "double": -0.522, "complex": 1.14, "complex_double": 0.79,
            "integer": -0.0365, "narrow_integer": 1.79, "converted": 0.775, "half": 0.434,
            "channels_last": 0.683, "stride": 0.0302, "dilation": -0.064, "bordered": 0.0925,
            "bordered_padded": 0.1, "rank_1": 0.447, "rank_3": -0.169},
        "stencil": {"call": 5.53e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.37e-12,
            "weights": 9.74e-12, "filters": 3.47e-09, "workers": -0.344, "taps": 0.134, "taps_8":
            -0.152, "taps_64": -0.0757, "kernel_row": 0.256, "ic_per_group": -0.0337,
            "ic_per_group_16": -0.0604, "oc_per_group": -0.144, "oc_per_group_8": 0.0994,
            "oc_per_group_32": 0.25, "groups": -0.0844, "row": -0.00777, "row_16": 0.0139,
            "row_128": -0.0188, "rows": 0.432, "rows_16": -0.388, "image": -0.156, "image_32":
            -0.0986, "image_256": 0.213, "double": -0.0713, "complex": 0.543, "complex_double":
            0.908, "integer": 0.373, "narrow_integer": 1.62, "converted": 0.718, "half": 0.567,
            "channels_last": 0.904, "stride": -0.0108, "dilation": -0.199, "bordered": -0.138,
            "bordered_padded": -0.0176, "rank_1": 0.526, "rank_3": 0.551},
    },
    "separable": {
        "": {"call": 1.7e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.49e-12, "weights":
            1.87e-10, "filters": 4.56e-09, "workers": -0.315, "taps": -0.543, "taps_8": 0.807,
            "taps_64": -0.299, "kernel_row": 0.111, "groups": 0.187, "row": 0.00541, "row_16":
            -0.00988, "row_128": -0.0161, "rows": -0.453, "rows_16": 0.51, "image": 0.407,
            "image_32": -0.263, "image_256": -0.163, "double": 0.0393, "complex": 0.0477, "integer":
            0.0931, "narrow_integer": 0.422, "converted": 0.55, "channels_last": 0.19, "stride":
            0.122, "bordered": 0.0863, "bordered_padded": 0.025, "rank_1": -1.47, "rank_3":
            -0.0233},
        "box": {"call": 1.76e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.55e-12, "weights":
            1.64e-10, "filters": 9.41e-09, "workers": -0.232, "taps": -0.0131, "taps_8": 0.156,
            "taps_64": -0.203, "kernel_row": 0.0985, "groups": 0.0311, "row": 0.161, "row_16":
            -0.158, "row_128": 0.0853, "rows": -0.24, "rows_16": 0.285, "image": 0.106, "image_32":
            -0.238, "image_256": 0.0818, "double": 0.186, "complex": -0.0367, "integer": 0.104,
            "narrow_integer": 0.485, "converted": 0.623, "channels_last": 0.38, "stride": 0.171,
            "bordered": 0.0825, "bordered_padded": 0.213, "rank_1": -1.26, "rank_3": 0.124},
        "separable": {"call": 1.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.43e-12,
            "weights": 1.88e-10, "filters": 3.53e-09, "workers": -0.484, "taps": -1.11, "taps_8":
            1.64, "taps_64": -0.608, "kernel_row": 0.19, "groups": 0.285, "row": 0.185, "row_16":
            -0.0228, "row_128": -0.0241, "rows": -0.448, "rows_16": 0.644, "image": 0.395,
            "image_32": -0.273, "image_256": -0.274, "double": -0.136, "complex": 0.364, "integer":
            0.0931, "narrow_integer": 0.422, "converted": 0.55, "channels_last": 0.119, "stride":
            0.32, "bordered": -0.241, "bordered_padded": -0.00747, "rank_1": -1.47, "rank_3":
            0.136},
    },
    "winograd": {
        "": {"call": 1.15e-05, "wake": 5e-06, "python": 4e-06, "prepared": 6.29e-11, "weights":
            7.39e-12, "filters": 7.64e-09, "workers": -0.1, "taps": -0.0602, "taps_8": 0.198,
            "taps_64": 0.214, "kernel_row": 0.57, "ic_per_group": -0.135, "ic_per_group_16": 0.225,
            "oc_per_group": 0.0217, "oc_per_group_8": -0.0426, "oc_per_group_32": 0.0975, "groups":
            -0.0142, "row": 0.0165, "row_16": -0.0062, "row_128": 0.13, "rows": 0.0136, "rows_16":
            -0.00985, "image": 0.0152, "image_32": -0.0868, "image_256": 0.0833, "double": -0.502,
            "complex": 0.73, "complex_double": 0.0987, "channels_last": 0.167, "dilation": 0.0242,
            "bordered": 0.0348, "bordered_padded": -0.0301, "rank_1": -0.185, "rank_3": 0.0391},
        "tiles_in_lanes": {"call": 9.72e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.19e-11,
            "weights": 7.7e-12, "filters": 8.82e-09, "workers": -0.1, "taps": -0.142, "taps_8":
            -0.0278, "taps_64": -0.0977, "kernel_row": 1.4, "ic_per_group": -0.245,
            "ic_per_group_16": 0.169, "oc_per_group": -0.063, "oc_per_group_8": -0.00183,
            "oc_per_group_32": 0.185, "groups": -0.159, "row": -0.00974, "row_16": -0.135,
            "row_128": 0.276, "rows": 0.151, "rows_16": -0.198, "image": 0.0515, "image_32": -0.122,
            "image_256": 0.114, "double": -0.377, "complex": 0.663, "complex_double": 0.0885,
            "channels_last": 0.146, "dilation": -0.00782, "bordered": -0.0256, "bordered_padded":
            -0.292, "rank_1": 0.0127, "rank_3": -0.0773},
    },
    "im2col": {
        "": {"call": 5.29e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.28e-14, "weights":
            1.2e-14, "filters": 4.8e-12, "workers": -0.1, "taps": 0.0924, "taps_8": -0.217,
            "taps_64": 0.162, "kernel_row": -0.0415, "ic_per_group": -0.0161, "ic_per_group_16":
            -0.00673, "oc_per_group": -0.0465, "oc_per_group_8": -0.0706, "oc_per_group_32": 0.0426,
            "groups": -0.0811, "row": -0.00966, "row_16": -0.0537, "row_128": 0.081, "rows": 0.0136,
            "rows_16": -0.0349, "image": 0.0168, "image_32": -0.0394, "image_256": 0.0587, "double":
            -0.211, "complex": -0.315, "complex_double": -0.206, "converted": 0.346, "half": 0.346,
            "channels_last": 7.63, "stride": 0.145, "dilation": -0.0738, "bordered": 0.0486,
            "bordered_padded": 0.00617, "rank_1": 0.0889, "rank_3": -0.027},
        "pointwise": {"call": 5.05e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.29e-14,
            "weights": 1.2e-14, "filters": 4.84e-12, "workers": -0.206, "taps": 0.0924, "taps_8":
            -0.217, "taps_64": 0.162, "kernel_row": -0.0415, "ic_per_group": -0.00252,
            "ic_per_group_16": -0.03, "oc_per_group": -0.0431, "oc_per_group_8": -0.0966,
            "oc_per_group_32": 0.00154, "groups": -0.0811, "row": 0.00259, "row_16": -0.0936,
            "row_128": 0.0703, "rows": 0.0883, "rows_16": -0.0182, "image": 0.209, "image_32":
            0.0567, "image_256": 0.0892, "double": -0.199, "complex": -0.306, "complex_double":
            -0.205, "converted": 0.346, "half": 0.346, "channels_last": 7.63, "stride": 0.145,
            "dilation": -0.0725, "bordered": 0.0486, "bordered_padded": 0.00617, "rank_1": 0.0822,
            "rank_3": -0.00515},
        "rows": {"call": 5.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.26e-14, "weights":
            1.22e-14, "filters": 4.23e-12, "workers": -0.1, "taps": 0.114, "taps_8": -0.17,
            "taps_64": 0.00993, "kernel_row": 0.0609, "ic_per_group": 0.00919, "ic_per_group_16":
            -0.0819, "oc_per_group": -0.202, "oc_per_group_8": 0.49, "oc_per_group_32": -0.416,
            "groups": 0.054, "row": 0.00183, "row_16": -0.0782, "row_128": 0.328, "rows": 0.449,
            "rows_16": 0.224, "image": -0.297, "image_32": -0.558, "image_256": 0.573, "double":
            -0.514, "complex": -0.315, "complex_double": -0.206, "converted": 3.09, "half": 3.09,
            "channels_last": 7.01, "stride": 0.145, "dilation": -0.715, "bordered": 0.0486,
            "bordered_padded": 0.00617, "rank_1": -0.0255, "rank_3": 0.072},
        "windows": {"call": 5.37e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.1e-14,
            "weights": 1.15e-14, "filters": 4.42e-12, "workers": -0.1, "taps": 0.0865, "taps_8":
            -0.22, "taps_64": 0.149, "kernel_row": -0.0134, "ic_per_group_16": -0.0136,
            "oc_per_group": -0.0735, "oc_per_group_8": -0.0407, "oc_per_group_32": 0.0477, "groups":
            -0.0816, "row": 0.0318, "row_16": -0.108, "row_128": 0.0894, "rows": 0.0159, "rows_16":
            -0.0413, "image": -0.00216, "image_32": -0.0318, "image_256": 0.0731, "double": -0.19,
            "complex": -0.303, "complex_double": -0.177, "converted": 0.355, "half": 0.355,
            "channels_last": 7.61, "stride": 0.144, "dilation": -0.0703, "bordered": 0.0334,
            "bordered_padded": 0.0102, "rank_1": 0.0375, "rank_3": 0.0265},
    },
    "fft_tiled": {
        "": {"call": 1.05e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.38e-10, "weights":
            5.29e-10, "filters": 6.72e-10, "workers": -0.1, "taps": 0.00476, "taps_8": 0.0189,
            "taps_64": 0.0339, "kernel_row": 0.0134, "ic_per_group": -0.0168, "ic_per_group_16":
            -0.0705, "oc_per_group": 0.02, "oc_per_group_8": -0.0322, "oc_per_group_32": -0.153,
            "groups": -0.00767, "row": 0.0261, "row_16": -0.0194, "row_128": 0.0129, "rows": 0.0138,
            "rows_16": 0.00307, "image": -0.007, "image_32": 0.0318, "image_256": -0.0352, "double":
            -0.763, "complex": -0.0642, "complex_double": -0.809, "converted": 0.422, "half":
            -0.259, "channels_last": 0.0231, "stride": -0.0857, "dilation": 0.00332, "bordered":
            -0.0344, "bordered_padded": 0.0198, "rank_1": -0.134, "rank_3": 0.11},
        "l3_filters": {"call": 1.11e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.38e-10,
            "weights": 5.68e-10, "filters": 6.77e-10, "workers": -0.1, "taps": 0.0377, "taps_8":
            -0.0192, "taps_64": 0.0694, "kernel_row": -0.00604, "ic_per_group": 0.00708,
            "oc_per_group": 0.078, "oc_per_group_8": -0.101, "oc_per_group_32": 0.0293, "groups":
            0.00709, "row": -0.00221, "row_16": 0.025, "row_128": -0.0322, "rows": 0.0378,
            "rows_16": -0.0422, "image": -0.00651, "image_32": 0.108, "image_256": -0.0887,
            "double": -0.762, "complex": 0.0269, "complex_double": -0.762, "converted": 0.117,
            "half": -0.0537, "channels_last": -0.0035, "stride": -0.0397, "dilation": 0.0659,
            "bordered": -0.058, "bordered_padded": 0.034, "rank_1": -0.0694, "rank_3": 0.122},
        "memory_filters": {"call": 2.26e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.04e-10,
            "weights": 2.75e-12, "filters": 6.63e-10, "workers": -0.1, "taps": -0.0143, "taps_8":
            0.092, "taps_64": -0.201, "kernel_row": 0.0764, "ic_per_group": 0.123,
            "ic_per_group_16": -0.197, "oc_per_group": -0.339, "oc_per_group_8": 0.558,
            "oc_per_group_32": -0.322, "groups": -0.0597, "row": -0.0322, "row_16": 0.00746,
            "row_128": -0.0274, "rows": -0.0116, "rows_16": -0.052, "image": 0.0233, "image_32":
            0.107, "image_256": -0.0504, "double": -0.561, "complex": 0.165, "complex_double":
            -0.457, "converted": 0.137, "half": -0.0576, "channels_last": 0.0607, "stride": -0.123,
            "dilation": 0.0369, "bordered": -0.00867, "bordered_padded": -0.0261, "rank_1": -0.0442,
            "rank_3": 0.219},
    },
    "fft": {
        "": {"call": 4.25e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.02e-09, "weights":
            1.67e-09, "filters": 7.45e-07, "workers": -0.1, "taps": -0.034, "taps_8": 0.0555,
            "taps_64": -0.0721, "kernel_row": 0.0673, "ic_per_group": 0.105, "ic_per_group_16":
            -0.0159, "oc_per_group": -0.00676, "oc_per_group_8": 0.0602, "oc_per_group_32": -0.0506,
            "groups": 0.0104, "row": -0.0177, "row_16": 0.0209, "row_128": 0.0354, "rows": -0.0691,
            "rows_16": 0.0549, "image": -0.0942, "image_32": 0.0389, "image_256": 0.0767, "double":
            -0.385, "complex": 0.0714, "complex_double": -0.438, "converted": 0.314, "half": -0.186,
            "channels_last": 0.0215, "stride": -0.001, "dilation": 0.14, "bordered": 0.0311,
            "bordered_padded": -0.0202, "rank_1": -0.986, "rank_3": 0.366},
    },
    "cython": {
        "": {"call": 1.24e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.57e-11, "weights":
            4.3e-12, "filters": 2.94e-11, "workers": -0.1, "taps": 0.0533, "taps_8": -0.0803,
            "taps_64": 0.0529, "ic_per_group": 0.0358, "ic_per_group_16": -0.0125, "oc_per_group_8":
            0.0573, "oc_per_group_32": -0.0629, "groups": 0.0395, "row": -0.0329, "row_16": -0.0228,
            "row_128": 0.00864, "rows": -0.022, "rows_16": 0.0955, "image": 0.0457, "image_32":
            0.00975, "image_256": -0.138, "double": -0.0571, "complex": -0.0844, "complex_double":
            -0.226, "integer": -0.116, "narrow_integer": 0.0572, "converted": 0.00215, "half": 2.61,
            "channels_last": 1.25, "stride": 0.0438, "dilation": 0.0269, "bordered": -0.0575,
            "bordered_padded": 0.00239, "rank_1": 0.0611, "rank_3": 0.108},
    },
    "naive": {
        "": {"call": 2.64e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            2.4e-09, "filters": 3.8e-08, "workers": -0.7, "taps": 0.0492, "taps_8": -0.0557,
            "taps_64": 0.00605, "kernel_row": 0.0135, "ic_per_group": 0.0336, "ic_per_group_16":
            -0.0651, "oc_per_group": 0.0137, "oc_per_group_8": -0.0686, "oc_per_group_32": 0.0623,
            "groups": -0.00384, "row": 0.0331, "row_16": -0.148, "row_128": 1.08, "rows": 0.0357,
            "rows_16": 0.298, "image": -0.0357, "image_32": -0.11, "image_256": -0.201, "double":
            -0.657, "complex": -0.63, "complex_double": -1.21, "integer": -1.48, "narrow_integer":
            -0.899, "converted": 1.52, "half": -0.601, "channels_last": 0.0623, "stride": 0.0123,
            "dilation": 0.00863, "bordered": -0.043, "bordered_padded": 0.0149, "rank_1": -0.0358,
            "rank_3": 0.0686},
    },
}
