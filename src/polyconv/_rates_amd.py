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
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.05, "fft": 1.0, "cython": 1.15,
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
    "direct": {"problems": 4784, "median": 1.13, "rms": 1.33, "p90": 1.56},
    "direct depthwise": {"problems": 355, "median": 1.17, "rms": 1.38, "p90": 1.69},
    "direct dot": {"problems": 170, "median": 1.18, "rms": 1.36, "p90": 1.61},
    "direct few_pixels": {"problems": 146, "median": 1.2, "rms": 1.43, "p90": 1.83},
    "direct igemm": {"problems": 1140, "median": 1.15, "rms": 1.32, "p90": 1.53},
    "direct igemm_int8x4": {"problems": 57, "median": 1.21, "rms": 1.57, "p90": 1.62},
    "direct pointwise": {"problems": 247, "median": 1.19, "rms": 1.36, "p90": 1.61},
    "direct spatial_1": {"problems": 567, "median": 1.13, "rms": 1.36, "p90": 1.52},
    "direct spatial_2": {"problems": 381, "median": 1.25, "rms": 1.45, "p90": 1.89},
    "direct spatial_4": {"problems": 213, "median": 1.14, "rms": 1.34, "p90": 1.5},
    "direct spatial_8": {"problems": 264, "median": 1.09, "rms": 1.34, "p90": 1.39},
    "direct spatial_in_out": {"problems": 245, "median": 1.08, "rms": 1.29, "p90": 1.43},
    "direct stencil": {"problems": 976, "median": 1.08, "rms": 1.21, "p90": 1.33},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.44, "rms": 1.48, "p90": 1.85},
    "direct, preparing": {"problems": 4638, "median": 1.15, "rms": 1.41, "p90": 1.74},
    "separable": {"problems": 653, "median": 1.09, "rms": 1.18, "p90": 1.29},
    "separable box": {"problems": 349, "median": 1.09, "rms": 1.18, "p90": 1.3},
    "separable separable": {"problems": 304, "median": 1.09, "rms": 1.18, "p90": 1.28},
    "separable, preparing": {"problems": 653, "median": 1.15, "rms": 1.5, "p90": 1.76},
    "winograd": {"problems": 839, "median": 1.13, "rms": 1.26, "p90": 1.39},
    "winograd tiles_in_lanes": {"problems": 187, "median": 1.13, "rms": 1.29, "p90": 1.35},
    "winograd, preparing": {"problems": 839, "median": 1.17, "rms": 1.32, "p90": 1.55},
    "im2col": {"problems": 3606, "median": 1.16, "rms": 1.36, "p90": 1.67},
    "im2col pointwise": {"problems": 155, "median": 1.15, "rms": 1.4, "p90": 1.84},
    "im2col rows": {"problems": 1767, "median": 1.11, "rms": 1.28, "p90": 1.42},
    "im2col windows": {"problems": 1684, "median": 1.23, "rms": 1.42, "p90": 1.8},
    "im2col, preparing": {"problems": 3606, "median": 1.05, "rms": 1.33, "p90": 1.26},
    "fft_tiled": {"problems": 4313, "median": 1.12, "rms": 1.25, "p90": 1.41},
    "fft_tiled l3_filters": {"problems": 317, "median": 1.22, "rms": 1.36, "p90": 1.64},
    "fft_tiled memory_filters": {"problems": 436, "median": 1.13, "rms": 1.25, "p90": 1.4},
    "fft_tiled, preparing": {"problems": 4313, "median": 1.11, "rms": 1.61, "p90": 1.69},
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
    "direct": {"v3": 1.13, "base": 3.32},
    "separable": {},
    "winograd": {"v3": 1.06, "base": 2.77},
    "im2col": {"v3": 1.22, "base": 3.19},
    "fft_tiled": {"v3": 1.13, "base": 1.9},
    "fft": {"v3": 1.11, "base": 1.82},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.16e-07, "wake": 9.58e-07, "python": 4e-06, "flops": 7.84e-12, "beyond_l2":
            2.27e-12, "beyond_l3": 3.5e-11, "outputs": 1.38e-10, "outputs_half": 1e-10,
            "outputs_last": 3.56e-12, "channel_planes": 6.77e-11, "bytes": 2.81e-12, "packed":
            2.34e-11, "gathered": 4.66e-13, "runs": 5.41e-09, "lookups": 5.41e-09, "work_items":
            1.84e-08, "work_item_products": 5.59e-13, "workers": -0.688, "taps": 0.0163, "taps_8":
            0.0495, "taps_64": 0.0211, "kernel_row": -0.0669, "ic_per_group": 0.00568,
            "ic_per_group_16": 0.016, "oc_per_group": 0.0215, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "groups": 0.00669, "row": -0.0696, "row_16": 0.0357,
            "row_128": -0.00947, "rows": 0.0171, "rows_16": -0.0224, "image_32": 0.0207,
            "image_256": 0.0186, "double": 0.558, "complex": -0.456, "complex_double": 0.153,
            "integer": 0.557, "narrow_integer": 0.181, "converted": 0.0909, "half": -0.1,
            "channels_last": 0.0157, "stride": 0.0138, "dilation": -0.0225, "bordered": 0.00927,
            "bordered_padded": 0.0151, "rank_1": 0.24, "rank_3": -0.0982},
        "depthwise": {"call": 2.66e-07, "wake": 8.15e-07, "python": 4e-06, "flops": 3.68e-12,
            "beyond_l2": 2.92e-12, "beyond_l3": 3.12e-11, "outputs": 7.88e-11, "outputs_half":
            9.33e-11, "outputs_last": 3.43e-12, "channel_planes": 6.64e-11, "bytes": 2.38e-12,
            "packed": 9.53e-12, "gathered": 4.75e-13, "runs": 1.18e-09, "lookups": 2.57e-09,
            "work_items": 7.3e-08, "work_item_products": 5.6e-13, "workers": -0.69, "taps": 0.128,
            "taps_8": 0.00197, "taps_64": -0.0836, "kernel_row": 0.0458, "ic_per_group": 0.00568,
            "ic_per_group_16": 0.016, "oc_per_group": 0.0215, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "groups": -0.027, "row": 0.0223, "row_16": 0.0308,
            "row_128": -0.022, "rows": 0.02, "rows_16": 0.00338, "image": -0.0339, "image_32":
            -0.00186, "image_256": 0.0173, "double": 0.503, "complex": -0.456, "complex_double":
            0.153, "integer": 0.614, "narrow_integer": 0.242, "converted": 0.0101, "half": 0.0485,
            "channels_last": -0.0632, "stride": 0.0804, "dilation": 0.0373, "bordered": -0.0132,
            "bordered_padded": 0.0299, "rank_1": -0.117, "rank_3": 0.227},
        "dot": {"call": 1.41e-07, "wake": 9.54e-07, "python": 4e-06, "flops": 1.1e-11, "beyond_l2":
            2.14e-12, "beyond_l3": 2.59e-11, "outputs": 1.45e-10, "outputs_half": 1e-10,
            "outputs_last": 3.56e-12, "channel_planes": 6.78e-11, "bytes": 2.72e-12, "packed":
            1.68e-11, "gathered": 4.69e-13, "runs": 4.2e-09, "lookups": 5.39e-09, "work_items":
            2.63e-08, "work_item_products": 5.54e-13, "workers": -0.544, "taps": 0.025, "taps_8":
            -0.0408, "taps_64": 0.0431, "kernel_row": -0.00367, "ic_per_group": 0.0376,
            "ic_per_group_16": -0.469, "oc_per_group": -0.0566, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "row": -0.0822, "row_16": 0.0514, "row_128": 0.0172,
            "rows_16": -0.00206, "image": 0.00251, "image_32": -0.0474, "image_256": 0.0636,
            "double": 0.557, "complex": -0.394, "complex_double": -0.0823, "integer": 0.39,
            "narrow_integer": 0.233, "converted": -0.0452, "half": -0.0891, "channels_last": 0.0686,
            "stride": 0.0368, "dilation": -0.0225, "bordered": -0.201, "bordered_padded": 0.0661,
            "rank_1": 0.182, "rank_3": -0.201},
        "few_pixels": {"call": 1.68e-06, "wake": 9.63e-07, "python": 4e-06, "flops": 1.26e-11,
            "beyond_l2": 2.19e-12, "beyond_l3": 3.5e-11, "outputs": 1.53e-10, "outputs_half": 1e-10,
            "outputs_last": 3.56e-12, "channel_planes": 6.59e-11, "bytes": 3.72e-12, "packed":
            2.4e-11, "gathered": 4.66e-13, "runs": 5.13e-10, "lookups": 5.41e-09, "work_items":
            2.02e-08, "work_item_products": 5.6e-13, "workers": -0.526, "taps": 0.109, "taps_8":
            -0.00845, "taps_64": 0.023, "kernel_row": -0.0981, "ic_per_group": -0.0224,
            "ic_per_group_16": 0.032, "oc_per_group": -0.0464, "oc_per_group_8": 0.138,
            "oc_per_group_32": -0.0925, "groups": 0.0399, "row": -0.13, "row_16": 0.0357, "row_128":
            -0.00947, "rows": -0.0672, "rows_16": -0.0224, "image": 0.0122, "image_32": 0.0207,
            "image_256": 0.0186, "double": 0.438, "complex": -0.456, "complex_double": 0.153,
            "integer": 0.557, "narrow_integer": 0.181, "converted": 0.0909, "half": -0.1,
            "channels_last": 1.65, "stride": 0.124, "dilation": 0.0865, "bordered": -0.34,
            "bordered_padded": 0.131, "rank_1": 0.152, "rank_3": -0.155},
        "igemm": {"call": 2.03e-07, "wake": 1e-06, "python": 4e-06, "flops": 1.35e-11, "beyond_l2":
            4.42e-12, "beyond_l3": 5.23e-11, "outputs": 4.47e-10, "outputs_half": 7.89e-11,
            "outputs_last": 3.48e-12, "channel_planes": 7.38e-11, "bytes": 1.09e-12, "packed":
            2.26e-11, "gathered": 4.91e-13, "runs": 8.79e-09, "lookups": 6.69e-09, "work_items":
            1.89e-08, "work_item_products": 5.6e-13, "workers": -0.697, "taps": -0.0371, "taps_8":
            0.0148, "taps_64": 0.0485, "kernel_row": -0.00552, "ic_per_group": 0.0178,
            "ic_per_group_16": 0.0096, "oc_per_group": -0.0258, "oc_per_group_8": 0.0122,
            "oc_per_group_32": 0.0166, "groups": -0.0245, "row": -0.0714, "row_16": 0.0592,
            "row_128": -0.0193, "rows_16": 0.00256, "image": -0.0372, "image_32": 0.0699,
            "image_256": -0.0162, "double": 0.577, "complex": -0.419, "complex_double": 0.16,
            "integer": 0.601, "narrow_integer": 0.286, "converted": 0.14, "half": -0.0388,
            "channels_last": -0.0261, "stride": 0.0143, "dilation": 0.0151, "bordered": 0.023,
            "bordered_padded": 0.0186, "rank_1": 0.142, "rank_3": 0.00751},
        "igemm_int8x4": {"call": 2.51e-07, "wake": 8.91e-07, "python": 4e-06, "flops": 5.28e-12,
            "beyond_l2": 2.07e-12, "beyond_l3": 3.75e-11, "outputs": 1.59e-10, "outputs_half":
            1e-10, "outputs_last": 3.56e-12, "channel_planes": 6.71e-11, "bytes": 2.19e-12,
            "packed": 2.65e-11, "gathered": 4.67e-13, "runs": 5.16e-09, "lookups": 5.71e-09,
            "work_items": 3.34e-08, "work_item_products": 5.59e-13, "workers": -0.629, "taps":
            -0.272, "taps_8": 0.298, "taps_64": -0.324, "kernel_row": 0.158, "ic_per_group": 0.0409,
            "ic_per_group_16": -0.144, "oc_per_group": 0.242, "oc_per_group_8": 0.0189,
            "oc_per_group_32": -0.314, "groups": -0.0542, "row": -0.0868, "row_16": 0.23, "row_128":
            -0.0891, "rows": 0.0767, "rows_16": -0.127, "image": -0.0713, "image_32": 0.0132,
            "image_256": 0.0666, "double": 0.558, "complex": -0.456, "complex_double": 0.153,
            "integer": 0.557, "narrow_integer": 0.244, "converted": 0.153, "half": -0.1,
            "channels_last": -0.523, "stride": 0.392, "dilation": -0.0635, "bordered": 0.055,
            "bordered_padded": -0.0151, "rank_1": -0.301, "rank_3": 0.287},
        "pointwise": {"call": 1.35e-07, "wake": 1.05e-06, "python": 4e-06, "flops": 1.35e-11,
            "beyond_l2": 2.18e-12, "beyond_l3": 5.12e-11, "outputs": 2.45e-10, "outputs_half":
            9.01e-11, "outputs_last": 3.5e-12, "channel_planes": 6.95e-11, "bytes": 2.64e-12,
            "packed": 3.65e-11, "gathered": 4.68e-13, "runs": 1.57e-08, "lookups": 5.41e-09,
            "work_items": 2.63e-08, "work_item_products": 5.59e-13, "workers": -0.701, "taps":
            0.0163, "taps_8": 0.0495, "taps_64": 0.0211, "kernel_row": -0.0669, "ic_per_group":
            -0.176, "ic_per_group_16": 0.199, "oc_per_group": 0.168, "oc_per_group_8": -0.297,
            "oc_per_group_32": 0.132, "groups": 0.191, "row": -0.14, "row_16": 0.0944, "row_128":
            0.0183, "rows": 0.0384, "rows_16": -0.00292, "image": 0.0629, "image_32": -0.0681,
            "image_256": 0.0381, "double": 0.551, "complex": -0.419, "complex_double": 0.1,
            "integer": 0.459, "narrow_integer": 0.546, "converted": 0.0082, "half": 0.0384,
            "channels_last": -0.0558, "stride": 0.0659, "dilation": 0.0243, "bordered": 0.00927,
            "bordered_padded": 0.0151, "rank_1": 0.251, "rank_3": -0.314},
        "spatial_1": {"call": 1.79e-07, "wake": 9.1e-07, "python": 4e-06, "flops": 4.47e-12,
            "beyond_l2": 1.24e-11, "beyond_l3": 3.28e-11, "outputs": 3.92e-11, "outputs_half":
            7.22e-11, "outputs_last": 3.56e-12, "channel_planes": 6.8e-11, "bytes": 2.59e-12,
            "packed": 1.57e-11, "gathered": 4.61e-13, "runs": 4.51e-09, "lookups": 3.65e-09,
            "work_items": 4.27e-08, "work_item_products": 5.61e-13, "workers": -0.705, "taps":
            -0.02, "taps_8": 0.091, "taps_64": -0.0635, "kernel_row": 0.0389, "ic_per_group":
            -0.00112, "ic_per_group_16": 0.0797, "oc_per_group": 0.0215, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "groups": -0.0169, "row": -0.179, "row_16": 0.21, "row_128":
            -0.0596, "rows": -0.009, "rows_16": -0.0249, "image": 0.0567, "image_256": -0.0336,
            "double": 0.559, "complex": -0.456, "complex_double": 0.153, "integer": 0.45,
            "narrow_integer": 0.102, "converted": 0.14, "half": -0.119, "channels_last": 0.201,
            "stride": 0.0892, "dilation": -0.0664, "bordered": 0.0588, "bordered_padded": -0.00562,
            "rank_1": -0.0273, "rank_3": 0.0198},
        "spatial_2": {"call": 1.92e-07, "wake": 9.29e-07, "python": 4e-06, "flops": 3.03e-12,
            "beyond_l2": 2.32e-12, "beyond_l3": 4.43e-11, "outputs": 6.31e-11, "outputs_half":
            6.8e-11, "outputs_last": 3.53e-12, "channel_planes": 6.81e-11, "bytes": 1.17e-11,
            "packed": 4e-11, "gathered": 4.83e-13, "runs": 3.87e-09, "lookups": 8.06e-09,
            "work_items": 4.65e-08, "work_item_products": 5.59e-13, "workers": -0.736, "taps": 0.03,
            "taps_8": -0.0593, "taps_64": -0.0157, "kernel_row": 0.0614, "ic_per_group": -0.0132,
            "ic_per_group_16": 0.0847, "oc_per_group": 0.0665, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "groups": -0.0193, "row": -0.0626, "row_16": 0.0524,
            "row_128": 0.0317, "rows": 0.0551, "rows_16": -0.0326, "image": -0.0124, "image_32":
            0.0554, "image_256": -0.0551, "double": 0.0197, "complex": -0.0769, "complex_double":
            0.179, "integer": -0.00212, "narrow_integer": 0.0767, "converted": 0.307, "half":
            -0.262, "channels_last": -0.093, "stride": 0.028, "dilation": -0.128, "bordered":
            -0.249, "bordered_padded": 0.00781, "rank_1": 0.104, "rank_3": 0.0492},
        "spatial_4": {"call": 2.23e-07, "wake": 9.31e-07, "python": 4e-06, "flops": 7.31e-12,
            "beyond_l2": 2.47e-12, "beyond_l3": 3.71e-11, "outputs": 1.31e-10, "outputs_half":
            7.16e-11, "outputs_last": 3.55e-12, "channel_planes": 6.82e-11, "bytes": 2.92e-12,
            "packed": 4.1e-11, "gathered": 4.65e-13, "runs": 5.36e-09, "lookups": 5.21e-09,
            "work_items": 1.97e-08, "work_item_products": 5.59e-13, "workers": -0.698, "taps":
            -0.13, "taps_8": 0.121, "taps_64": -0.0448, "kernel_row": 0.0554, "ic_per_group":
            0.0435, "ic_per_group_16": 0.016, "oc_per_group": -0.0114, "oc_per_group_8": 0.0115,
            "oc_per_group_32": 0.0247, "groups": 0.0149, "row": -0.0626, "row_16": 0.0137,
            "row_128": 0.0111, "rows": 0.0196, "rows_16": -0.0454, "image_32": 0.0402, "image_256":
            -0.00178, "double": 0.472, "complex": -0.458, "complex_double": 0.143, "integer": 0.723,
            "narrow_integer": 0.181, "converted": 0.0513, "half": -0.0181, "channels_last": 0.0351,
            "stride": 0.116, "dilation": 0.02, "bordered": 0.0194, "bordered_padded": 0.126,
            "rank_1": 0.0336, "rank_3": 0.0393},
        "spatial_8": {"call": 1.97e-07, "wake": 9.28e-07, "python": 4e-06, "flops": 8.11e-12,
            "beyond_l2": 1.89e-11, "beyond_l3": 3.26e-11, "outputs": 9.34e-11, "outputs_half":
            9.33e-11, "outputs_last": 3.56e-12, "channel_planes": 6.76e-11, "bytes": 3.36e-12,
            "packed": 2.33e-11, "gathered": 4.66e-13, "runs": 4.71e-09, "lookups": 5.47e-09,
            "work_items": 1.63e-08, "work_item_products": 5.59e-13, "workers": -0.685, "taps":
            -0.0379, "taps_8": 0.00477, "taps_64": 0.0762, "kernel_row": 0.0244, "ic_per_group":
            -0.0167, "ic_per_group_16": 0.0396, "oc_per_group": -0.0015, "oc_per_group_8": 0.035,
            "oc_per_group_32": -0.0608, "groups": -0.00343, "row": 0.0452, "row_16": -0.018,
            "row_128": -0.0215, "rows": -0.00771, "rows_16": 0.0147, "image": -0.00738, "image_32":
            -0.029, "image_256": 0.0281, "double": 0.601, "complex": -0.756, "complex_double":
            -0.182, "integer": 0.624, "narrow_integer": -0.123, "converted": -0.0158, "half":
            -0.324, "channels_last": -0.0793, "stride": 0.00659, "dilation": -0.0329, "bordered":
            0.0578, "bordered_padded": -0.00817, "rank_1": -0.0918, "rank_3": 0.0762},
        "spatial_in_out": {"call": 2.29e-07, "wake": 9.38e-07, "python": 4e-06, "flops": 9.26e-12,
            "beyond_l2": 2.09e-12, "beyond_l3": 6.47e-11, "outputs": 1.18e-10, "outputs_half":
            1e-10, "outputs_last": 3.56e-12, "channel_planes": 6.77e-11, "bytes": 1.99e-12,
            "packed": 2.15e-11, "gathered": 4.75e-13, "runs": 4.05e-09, "lookups": 8.16e-09,
            "work_items": 8.86e-09, "work_item_products": 5.59e-13, "workers": -0.7, "taps": -0.144,
            "taps_8": 0.0786, "taps_64": -0.0153, "kernel_row": 0.0563, "ic_per_group": -0.0235,
            "ic_per_group_16": -0.021, "oc_per_group": -0.0182, "oc_per_group_8": 0.0168,
            "oc_per_group_32": 0.0149, "groups": 0.0111, "row": -0.137, "row_16": 0.13, "row_128":
            0.00101, "rows": 0.0109, "rows_16": -0.00778, "image": 0.119, "image_32": -0.127,
            "image_256": 0.0234, "double": 0.64, "complex": -0.456, "complex_double": 0.153,
            "integer": 0.83, "narrow_integer": 0.181, "converted": 0.0118, "half": -0.1,
            "channels_last": 0.0157, "stride": 0.0304, "dilation": 0.00442, "bordered": -0.0126,
            "bordered_padded": -0.0213, "rank_1": -0.00874, "rank_3": 0.00181},
        "stencil": {"call": 3.67e-07, "wake": 9.9e-07, "python": 4e-06, "flops": 1.81e-11,
            "beyond_l2": 1.3e-11, "beyond_l3": 3.35e-11, "outputs": 3.65e-11, "outputs_half":
            9.21e-11, "outputs_last": 3.56e-12, "channel_planes": 6.77e-11, "bytes": 2.05e-12,
            "packed": 2.37e-11, "gathered": 4.65e-13, "runs": 2.07e-09, "lookups": 6.74e-09,
            "work_items": 1.66e-08, "work_item_products": 5.59e-13, "workers": -0.688, "taps":
            -0.0512, "taps_8": 0.118, "taps_64": -0.0625, "kernel_row": 0.0198, "ic_per_group":
            0.0238, "ic_per_group_16": -0.0935, "oc_per_group": -0.0186, "oc_per_group_8": 0.0684,
            "oc_per_group_32": -0.0883, "groups": 0.00265, "row": -0.0489, "row_16": 0.00444,
            "row_128": 0.0324, "rows": -0.0375, "rows_16": 0.0399, "image": -0.0661, "image_32":
            0.0879, "image_256": -0.00728, "double": 0.602, "complex": -0.676, "complex_double":
            0.038, "integer": 0.701, "narrow_integer": 0.105, "converted": 0.046, "half": -0.0633,
            "channels_last": -0.0231, "stride": 0.0999, "dilation": -0.0061, "bordered": 0.0592,
            "rank_1": 0.24, "rank_3": 0.116},
    },
    "separable": {
        "": {"call": 6.06e-07, "wake": 3.03e-06, "python": 4e-06, "flops": 1.81e-12, "beyond_l2":
            2.23e-12, "beyond_l3": 1.32e-11, "outputs": 2.48e-11, "outputs_half": 1e-10,
            "outputs_last": 2.68e-12, "channel_planes": 3.16e-09, "bytes": 5.91e-12, "packed":
            6.45e-12, "gathered": 3.48e-12, "runs": 4.93e-09, "lookups": 6.48e-10, "work_items":
            7.01e-08, "work_item_products": 2.34e-11, "workers": -0.702, "taps": 0.0134, "taps_8":
            -0.0106, "taps_64": 0.0226, "kernel_row": 0.138, "groups": 0.00948, "row": 0.0101,
            "row_16": 0.0355, "row_128": -0.0222, "rows": 0.0487, "rows_16": -0.0286, "image":
            0.0411, "image_32": 0.0154, "image_256": -0.0701, "double": 0.14, "complex": 0.268,
            "integer": 0.12, "narrow_integer": -0.0712, "converted": 0.048, "channels_last": 0.0327,
            "stride": 0.223, "bordered": -0.0033, "bordered_padded": 0.00346, "rank_1": -0.0555,
            "rank_3": 0.226},
        "box": {"call": 6.36e-07, "wake": 3.2e-06, "python": 4e-06, "flops": 1.84e-12, "beyond_l2":
            2.34e-12, "beyond_l3": 1.9e-11, "outputs": 2.36e-11, "outputs_half": 1e-10,
            "outputs_last": 2.63e-12, "channel_planes": 2.93e-09, "bytes": 7.17e-12, "packed":
            5.55e-12, "gathered": 3.62e-12, "runs": 4.56e-09, "lookups": 6.37e-10, "work_items":
            5.6e-08, "work_item_products": 2.25e-11, "workers": -0.69, "taps": 0.0151, "taps_8":
            -0.0316, "taps_64": 0.0333, "kernel_row": 0.16, "groups": 0.00915, "row": 0.0113,
            "row_16": 0.0165, "row_128": -0.00875, "rows": 0.0956, "rows_16": -0.075, "image":
            0.0173, "image_32": 0.0342, "image_256": -0.0683, "double": 0.0861, "complex": 0.428,
            "integer": 0.108, "narrow_integer": -0.0658, "converted": 0.0415, "channels_last":
            -0.023, "stride": 0.214, "bordered": -0.00359, "bordered_padded": 0.0144, "rank_1":
            0.037, "rank_3": 0.273},
        "separable": {"call": 5.85e-07, "wake": 2.74e-06, "python": 4e-06, "flops": 2.61e-12,
            "beyond_l2": 2.08e-12, "beyond_l3": 1.16e-11, "outputs": 2e-11, "outputs_half": 1e-10,
            "outputs_last": 2.67e-12, "channel_planes": 3.46e-09, "bytes": 4.1e-12, "packed":
            9.01e-12, "gathered": 3.66e-12, "runs": 5.1e-09, "lookups": 6.45e-10, "work_items":
            6.97e-08, "work_item_products": 2.44e-11, "workers": -0.691, "taps": 0.0545, "taps_8":
            -0.0495, "taps_64": 0.0114, "kernel_row": 0.108, "groups": 0.00739, "row": -0.051,
            "row_16": 0.0723, "row_128": -0.0293, "rows": -0.0755, "rows_16": 0.0943, "image":
            0.148, "image_32": -0.0584, "image_256": -0.0926, "double": 0.217, "complex": 0.105,
            "integer": 0.12, "narrow_integer": -0.0712, "converted": 0.048, "channels_last": 0.0585,
            "stride": 0.22, "bordered": 0.0121, "rank_1": -0.0555, "rank_3": 0.145},
    },
    "winograd": {
        "": {"call": 9.3e-07, "wake": 5.92e-06, "python": 4.6e-06, "flops": 2.06e-11, "beyond_l2":
            5.31e-11, "beyond_l3": 5.9e-11, "outputs": 3.68e-11, "outputs_half": 1.15e-10,
            "outputs_last": 3.59e-10, "channel_planes": 6.22e-08, "bytes": 8.57e-12, "packed":
            8.03e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 6.42e-09, "work_items":
            3.04e-07, "work_item_products": 7.31e-09, "workers": -0.675, "taps": 0.171, "taps_8":
            -0.156, "taps_64": 0.114, "kernel_row": -0.261, "ic_per_group": -0.0496,
            "ic_per_group_16": 0.0586, "oc_per_group": -0.0146, "oc_per_group_8": -0.0357,
            "oc_per_group_32": -0.0152, "groups": 0.00745, "row": -0.0334, "row_16": 0.139,
            "row_128": -0.0603, "rows": 0.018, "rows_16": -0.00302, "image": -0.0188, "image_32":
            0.00556, "image_256": -0.0326, "double": 0.311, "complex": 0.194, "complex_double":
            0.54, "channels_last": -0.0281, "dilation": 0.0826, "bordered": -0.0247,
            "bordered_padded": 0.0161, "rank_1": -0.0569, "rank_3": 0.197},
        "tiles_in_lanes": {"call": 6.91e-07, "wake": 4.4e-06, "python": 4.6e-06, "flops": 1.22e-11,
            "beyond_l2": 2.5e-11, "beyond_l3": 9.05e-11, "outputs": 2.92e-11, "outputs_half":
            1.15e-10, "outputs_last": 3.81e-10, "channel_planes": 4.43e-08, "bytes": 2.09e-11,
            "packed": 7.97e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 4.86e-09,
            "work_items": 9.94e-08, "work_item_products": 5.44e-09, "workers": -0.683, "taps":
            -0.228, "taps_8": 0.0731, "taps_64": 0.13, "kernel_row": 0.182, "ic_per_group": 0.0115,
            "ic_per_group_16": 0.14, "oc_per_group": -0.0653, "oc_per_group_8": 0.135,
            "oc_per_group_32": -0.0745, "groups": 0.00824, "row": -0.076, "row_16": 0.157,
            "row_128": -0.0486, "rows": 0.0444, "rows_16": -0.0235, "image": -0.0479, "image_32":
            0.121, "image_256": -0.0914, "double": 0.148, "complex": 0.197, "complex_double": 0.579,
            "channels_last": 0.0151, "dilation": 0.113, "bordered": 0.144, "bordered_padded": -0.47,
            "rank_1": -0.225, "rank_3": 0.279},
    },
    "im2col": {
        "": {"call": 7.28e-06, "wake": 6.42e-07, "python": 4.8e-06, "flops": 3.65e-11, "beyond_l2":
            7.21e-11, "beyond_l3": 1.86e-10, "outputs": 2.13e-10, "outputs_half": 9.98e-12,
            "outputs_last": 1.06e-09, "channel_planes": 8.49e-11, "bytes": 2.46e-12, "packed":
            7.25e-11, "gathered": 1.49e-10, "runs": 9.56e-09, "lookups": 6.54e-09, "work_items":
            1.45e-07, "work_item_products": 6.35e-11, "workers": -0.685, "taps": -0.00709, "taps_8":
            0.016, "taps_64": -0.00537, "kernel_row": 0.00893, "ic_per_group": 0.0118,
            "ic_per_group_16": 0.00645, "oc_per_group": -0.0291, "oc_per_group_8": -0.00451,
            "oc_per_group_32": 0.0248, "groups": 0.00741, "row": -0.0544, "row_16": 0.0726,
            "row_128": -0.038, "rows": 0.00606, "rows_16": -0.0156, "image": -0.101, "image_32":
            -0.0549, "image_256": 0.169, "double": 0.0968, "complex": 0.465, "complex_double":
            0.318, "converted": 0.0655, "half": 0.0655, "channels_last": 0.179, "stride": 0.135,
            "dilation": 0.0128, "bordered": 0.154, "bordered_padded": 0.0662, "rank_1": 0.0976,
            "rank_3": 0.141},
        "pointwise": {"call": 7.03e-06, "wake": 6.32e-07, "python": 4.8e-06, "flops": 2.69e-11,
            "beyond_l2": 2.82e-11, "beyond_l3": 1.04e-10, "outputs": 1.47e-10, "outputs_half":
            9.98e-12, "outputs_last": 1.06e-09, "channel_planes": 8.4e-11, "bytes": 2.2e-12,
            "packed": 7.25e-11, "gathered": 1.49e-10, "runs": 9.56e-09, "lookups": 6.54e-09,
            "work_items": 1.3e-07, "work_item_products": 6.3e-11, "workers": -0.695, "taps":
            -0.00709, "taps_8": 0.016, "taps_64": -0.00537, "kernel_row": 0.00893, "ic_per_group":
            0.0843, "ic_per_group_16": -0.0972, "oc_per_group": -0.227, "oc_per_group_8": 0.281,
            "oc_per_group_32": -0.014, "groups": 0.00741, "row": 0.0163, "row_16": 0.0178,
            "row_128": -0.0698, "rows": 0.0435, "rows_16": -0.0868, "image": -0.139, "image_32":
            0.069, "image_256": 0.105, "double": 0.551, "complex": 0.116, "complex_double": 0.84,
            "converted": 0.0655, "half": 0.0655, "channels_last": 0.179, "stride": 0.135,
            "dilation": -0.163, "bordered": 0.154, "bordered_padded": 0.0662, "rank_1": 0.214,
            "rank_3": 0.36},
        "rows": {"call": 7.42e-06, "wake": 6.53e-07, "python": 4.8e-06, "flops": 2.82e-11,
            "beyond_l2": 5.55e-11, "beyond_l3": 1.74e-10, "outputs": 2.64e-10, "outputs_half":
            9.97e-12, "outputs_last": 9.99e-10, "channel_planes": 8.58e-11, "bytes": 1.89e-12,
            "packed": 5.81e-11, "gathered": 1.49e-10, "runs": 9.1e-09, "lookups": 6.54e-09,
            "work_items": 1.98e-07, "work_item_products": 8.3e-11, "workers": -0.692, "taps":
            0.0202, "taps_8": -0.0025, "taps_64": -0.0187, "kernel_row": 0.0266, "ic_per_group":
            0.0197, "ic_per_group_16": 0.0389, "oc_per_group": -0.0146, "oc_per_group_8": 0.0127,
            "oc_per_group_32": -0.00397, "row": 0.0641, "row_16": 0.0352, "row_128": -0.124, "rows":
            0.00544, "rows_16": -0.0213, "image": -0.185, "image_32": -0.053, "image_256": 0.257,
            "double": 0.0823, "complex": 0.465, "complex_double": 0.318, "converted": 0.0172,
            "half": 0.0172, "channels_last": -0.0461, "stride": 0.135, "dilation": 0.00893,
            "bordered": 0.154, "bordered_padded": 0.0662, "rank_1": 0.073, "rank_3": 0.187},
        "windows": {"call": 7.09e-06, "wake": 6.37e-07, "python": 4.8e-06, "flops": 4.12e-11,
            "beyond_l2": 7.73e-11, "beyond_l3": 7.66e-11, "outputs": 1.56e-10, "outputs_half":
            9.76e-12, "outputs_last": 9.61e-10, "channel_planes": 8.48e-11, "bytes": 2.57e-12,
            "packed": 7.08e-11, "gathered": 1.07e-10, "runs": 1.17e-08, "lookups": 4.49e-09,
            "work_items": 5.92e-08, "work_item_products": 6.39e-11, "workers": -0.678, "taps":
            -0.0487, "taps_8": 0.0419, "taps_64": 0.00388, "kernel_row": -0.00355, "ic_per_group":
            0.00322, "ic_per_group_16": -0.039, "oc_per_group": -0.0564, "oc_per_group_8": -0.0266,
            "oc_per_group_32": 0.0524, "groups": 0.0181, "row": -0.0223, "row_16": -0.0335,
            "row_128": 0.0487, "rows": -0.0104, "rows_16": 0.0245, "image": -0.0415, "image_32":
            -0.0618, "image_256": 0.0959, "double": 0.101, "complex": 0.538, "complex_double":
            0.393, "converted": 0.195, "half": 0.195, "channels_last": 0.208, "stride": 0.109,
            "dilation": -0.0128, "bordered": 0.148, "bordered_padded": 0.0881, "rank_1": 0.0241,
            "rank_3": 0.0883},
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
        "": {"call": 3.8e-05, "wake": 0.000202, "python": 1.2e-05, "flops": 5.32e-12, "beyond_l2":
            1.51e-11, "beyond_l3": 5.07e-12, "outputs": 1.26e-09, "outputs_half": 9.52e-12,
            "outputs_last": 5.17e-10, "channel_planes": 1.31e-08, "bytes": 2.27e-11, "packed":
            4e-10, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 4.27e-05,
            "work_item_products": 6.77e-11, "workers": -0.285, "taps": 0.0157, "taps_8": -0.0307,
            "kernel_row": 0.0181, "ic_per_group": -0.0548, "ic_per_group_16": 0.067, "oc_per_group":
            0.121, "oc_per_group_8": -0.0493, "oc_per_group_32": 0.0267, "groups": 0.00629, "row":
            0.00523, "row_16": 0.0108, "row_128": -0.00982, "rows": 0.0228, "rows_16": -0.00457,
            "image": 0.016, "image_32": 0.00753, "image_256": -0.0379, "double": 0.0847, "complex":
            0.192, "complex_double": 0.173, "converted": -0.101, "half": 0.243, "channels_last":
            0.0204, "stride": 0.0464, "dilation": 0.0122, "bordered": 0.198, "bordered_padded":
            0.0633, "rank_1": -0.264, "rank_3": 0.117},
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
        "": {"call": 5.79e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.37e-12, "weights":
            9.46e-12, "filters": 1.43e-09, "workers": -0.1, "taps": 0.184, "taps_8": -0.0252,
            "taps_64": -0.0399, "kernel_row": -0.0925, "ic_per_group": 0.0961, "ic_per_group_16":
            0.0555, "oc_per_group": -0.0478, "oc_per_group_8": 0.0155, "oc_per_group_32": 0.069,
            "groups": 0.0358, "row": -0.0363, "row_16": -0.032, "row_128": 0.0653, "rows": 0.0721,
            "rows_16": -0.0518, "image": 0.0742, "image_32": -0.133, "image_256": 0.0624, "double":
            -0.206, "complex": 1.05, "complex_double": 0.697, "integer": 0.219, "narrow_integer":
            1.65, "converted": 0.597, "half": 0.33, "channels_last": 1.02, "stride": -0.0125,
            "dilation": -0.0193, "bordered": -0.0973, "bordered_padded": -0.00594, "rank_1": 0.568,
            "rank_3": -0.162},
        "depthwise": {"call": 6.24e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.61e-12,
            "weights": 3.66e-11, "filters": 4.17e-09, "workers": -0.1, "taps": 0.237, "taps_8":
            -0.0879, "taps_64": 0.0182, "kernel_row": 0.0376, "ic_per_group": 0.0961,
            "ic_per_group_16": 0.0555, "oc_per_group": -0.0478, "oc_per_group_8": 0.0155,
            "oc_per_group_32": 0.069, "groups": -0.177, "row": -0.24, "row_16": -0.16, "row_128":
            0.287, "rows": 0.218, "rows_16": -0.185, "image": 0.0638, "image_32": -0.0892,
            "image_256": 0.164, "double": -0.363, "complex": 1.05, "complex_double": 0.697,
            "integer": -0.0873, "narrow_integer": 0.882, "converted": 0.676, "half": 0.421,
            "channels_last": 0.921, "stride": -0.0179, "dilation": -0.202, "bordered": 0.123,
            "bordered_padded": -0.0406, "rank_1": 1.62, "rank_3": -0.639},
        "dot": {"call": 6.16e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.39e-12, "weights":
            1.28e-11, "filters": 1.4e-09, "workers": -0.1, "taps": -0.0719, "taps_8": 0.0663,
            "taps_64": 0.164, "kernel_row": -0.049, "ic_per_group": 0.105, "ic_per_group_16":
            -0.111, "oc_per_group": -0.0504, "oc_per_group_8": 0.0155, "oc_per_group_32": 0.069,
            "groups": 0.168, "row": -0.0967, "row_16": 0.105, "row_128": 0.0317, "rows": -0.0932,
            "rows_16": -0.0556, "image": 0.0105, "image_32": -0.0383, "image_256": 0.0778, "double":
            -0.0957, "complex": 1.0, "complex_double": 0.806, "integer": 0.29, "narrow_integer":
            1.13, "converted": 0.846, "half": 0.249, "channels_last": 0.961, "stride": 0.0491,
            "dilation": -0.0193, "bordered": -0.114, "bordered_padded": -0.176, "rank_1": 0.359,
            "rank_3": -0.294},
        "igemm": {"call": 6.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.77e-12, "weights":
            4.73e-12, "filters": 8.18e-10, "workers": -0.1, "taps": -0.232, "taps_8": 0.469,
            "taps_64": -0.0189, "kernel_row": -0.0282, "ic_per_group": 0.211, "oc_per_group":
            0.0203, "oc_per_group_8": 0.123, "oc_per_group_32": -0.0341, "groups": 0.13, "row":
            -0.0261, "row_16": 0.0383, "row_128": -0.0223, "rows": 0.0446, "rows_16": -0.027,
            "image": 0.0236, "image_32": -0.0431, "image_256": -0.0286, "double": -0.0814,
            "complex": 0.828, "complex_double": 0.863, "integer": 0.185, "narrow_integer": 0.138,
            "converted": 0.52, "half": -0.0419, "channels_last": 1.14, "stride": -0.0816,
            "dilation": -0.0252, "bordered": -0.235, "bordered_padded": 0.0126, "rank_1": 0.138,
            "rank_3": -0.0563},
        "igemm_int8x4": {"call": 6.22e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.58e-12,
            "weights": 4.9e-11, "filters": 5.9e-10, "workers": -0.1, "taps": -0.17, "taps_8":
            0.0608, "taps_64": 0.713, "kernel_row": -0.212, "ic_per_group": 0.353,
            "ic_per_group_16": -0.423, "oc_per_group": 0.0589, "oc_per_group_8": -0.0865,
            "oc_per_group_32": -0.0344, "groups": -0.153, "row": -0.0709, "row_16": -0.0415,
            "row_128": 0.161, "rows": 0.00252, "rows_16": -0.00999, "image": 0.0505, "image_32":
            -0.0208, "image_256": -0.0392, "double": -0.206, "complex": 1.05, "complex_double":
            0.697, "integer": 0.219, "narrow_integer": 1.72, "converted": 0.665, "half": 0.33,
            "channels_last": 0.425, "stride": -0.211, "dilation": 0.0417, "bordered": -0.243,
            "bordered_padded": -0.0316, "rank_1": 0.343, "rank_3": 0.234},
        "pointwise": {"call": 7.65e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.21e-12,
            "weights": 8.94e-12, "filters": 3.64e-10, "workers": -0.145, "taps": 0.184, "taps_8":
            -0.0252, "taps_64": -0.0399, "kernel_row": -0.0925, "ic_per_group": 0.219,
            "ic_per_group_16": -0.0707, "oc_per_group": -0.316, "oc_per_group_8": 0.574,
            "oc_per_group_32": -0.156, "groups": 0.279, "row": -0.32, "row_16": 0.253, "row_128":
            -0.119, "rows": -0.0765, "rows_16": 0.0239, "image": 0.0846, "image_32": 0.269,
            "image_256": -0.265, "double": -0.3, "complex": 1.18, "complex_double": 0.858,
            "integer": -0.005, "narrow_integer": 1.2, "converted": 0.244, "half": 0.831,
            "channels_last": 0.629, "stride": 0.0192, "dilation": 0.109, "bordered": -0.0973,
            "bordered_padded": -0.00594, "rank_1": 0.413, "rank_3": -0.0268},
        "spatial_1": {"call": 4.55e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.5e-12,
            "weights": 1.27e-11, "filters": 3.39e-07, "workers": -0.527, "taps": -0.0657, "taps_8":
            -0.0892, "taps_64": 0.158, "kernel_row": 0.109, "ic_per_group": 0.101,
            "ic_per_group_16": 0.0876, "oc_per_group": -0.0478, "oc_per_group_8": 0.0155,
            "oc_per_group_32": 0.069, "groups": -0.569, "row": -0.156, "row_16": -0.0975, "row_128":
            0.127, "rows": 0.0764, "rows_16": -0.215, "image": 0.268, "image_32": -0.177,
            "image_256": 0.0551, "double": -0.0579, "complex": 1.05, "complex_double": 0.697,
            "integer": 0.445, "narrow_integer": 0.993, "converted": 0.858, "half": 0.412,
            "channels_last": 0.0585, "stride": -0.112, "dilation": -0.206, "bordered": -0.0804,
            "bordered_padded": -0.0151, "rank_1": 0.1, "rank_3": 0.0852},
        "spatial_2": {"call": 5.26e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.43e-12,
            "weights": 1.07e-10, "filters": 1.84e-07, "workers": -0.142, "taps": -0.196, "taps_8":
            0.438, "taps_64": -0.19, "kernel_row": -0.00829, "ic_per_group": 0.0434,
            "ic_per_group_16": 0.287, "oc_per_group": 0.478, "oc_per_group_8": 0.0155,
            "oc_per_group_32": 0.069, "groups": -0.187, "row": -0.285, "row_16": 0.0557, "row_128":
            0.169, "rows": 0.0583, "rows_16": -0.138, "image": 0.0976, "image_32": -0.0318,
            "image_256": -0.00252, "double": -0.222, "complex": 1.33, "complex_double": 0.982,
            "integer": 0.356, "narrow_integer": 1.36, "converted": 1.12, "half": 0.663,
            "channels_last": 0.396, "stride": -0.119, "dilation": -0.148, "bordered": 0.154,
            "bordered_padded": -0.0128, "rank_1": 0.353, "rank_3": -0.166},
        "spatial_4": {"call": 6.07e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.23e-12,
            "weights": 1.29e-11, "filters": 1e-08, "workers": -0.1, "taps": 0.251, "taps_8": -0.161,
            "taps_64": 0.304, "kernel_row": -0.23, "ic_per_group": 0.0264, "ic_per_group_16":
            0.0704, "oc_per_group": 0.0463, "oc_per_group_8": -0.0541, "oc_per_group_32": 0.093,
            "groups": -0.0446, "row": 0.07, "row_16": -0.0791, "row_128": 0.0623, "rows": 0.0453,
            "rows_16": -0.0562, "image": 0.0838, "image_32": -0.139, "image_256": 0.0479, "double":
            -0.516, "complex": 0.898, "complex_double": 0.327, "integer": 0.282, "narrow_integer":
            1.63, "converted": 0.467, "half": 0.33, "channels_last": 1.0, "stride": -0.197,
            "dilation": 0.232, "bordered": -0.0127, "bordered_padded": 0.0368, "rank_1": 0.253,
            "rank_3": 0.00509},
        "spatial_8": {"call": 5.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.18e-12,
            "weights": 8.11e-12, "filters": 1.47e-09, "workers": -0.173, "taps": 0.174, "taps_8":
            -0.0554, "taps_64": -0.0354, "kernel_row": -0.102, "ic_per_group": 0.058,
            "ic_per_group_16": 0.0657, "oc_per_group": -0.188, "oc_per_group_8": 0.109,
            "oc_per_group_32": 0.0701, "groups": -0.0248, "row": 0.024, "row_16": -0.0871,
            "row_128": 0.0388, "rows": 0.0275, "rows_16": 0.0245, "image": 0.211, "image_32":
            -0.243, "image_256": 0.0272, "double": -0.365, "complex": 1.3, "complex_double": 0.792,
            "integer": -0.196, "narrow_integer": 2.1, "converted": 1.09, "half": 0.903,
            "channels_last": 1.1, "stride": 0.0352, "dilation": 0.091, "bordered": -0.0256,
            "bordered_padded": -0.00788, "rank_1": 0.351, "rank_3": -0.141},
        "spatial_in_out": {"call": 5.58e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.48e-12,
            "weights": 7.97e-12, "filters": 1.71e-09, "workers": -0.109, "taps": 0.0588, "taps_8":
            -0.0484, "taps_64": 0.136, "kernel_row": 0.00786, "ic_per_group": 0.0823,
            "ic_per_group_16": -0.127, "oc_per_group": 0.0654, "oc_per_group_8": -0.116,
            "oc_per_group_32": 0.0396, "groups": -0.0615, "row": -0.232, "row_16": 0.063, "row_128":
            0.0373, "rows_16": -0.0773, "image": 0.349, "image_32": -0.174, "image_256": -0.0995,
            "double": -0.559, "complex": 1.05, "complex_double": 0.697, "integer": -0.149,
            "narrow_integer": 1.65, "converted": 0.866, "half": 0.33, "channels_last": 1.02,
            "stride": -0.00868, "dilation": -0.0428, "bordered": 0.0824, "bordered_padded": 0.0792,
            "rank_1": 0.49, "rank_3": -0.234},
        "stencil": {"call": 5.54e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.28e-12,
            "weights": 6.84e-12, "filters": 2.1e-09, "workers": -0.374, "taps": 0.0664, "taps_8":
            -0.0941, "taps_64": -0.0058, "kernel_row": 0.197, "ic_per_group": 0.0124,
            "ic_per_group_16": -0.124, "oc_per_group": -0.167, "oc_per_group_8": 0.181,
            "oc_per_group_32": -0.111, "groups": -0.0611, "row": 0.0964, "row_16": -0.0464,
            "row_128": 0.0357, "rows": 0.593, "rows_16": -0.497, "image": -0.156, "image_32":
            -0.203, "image_256": 0.252, "double": -0.0801, "complex": 0.37, "complex_double": 0.854,
            "integer": 0.386, "narrow_integer": 1.62, "converted": 0.653, "half": 0.476,
            "channels_last": 1.17, "stride": -0.0167, "dilation": -0.108, "bordered": -0.245,
            "bordered_padded": -0.0266, "rank_1": 0.568, "rank_3": 0.443},
    },
    "separable": {
        "": {"call": 1.73e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.88e-12, "weights":
            1.77e-10, "filters": 3.58e-09, "workers": -0.345, "taps": -0.517, "taps_8": 0.743,
            "taps_64": -0.259, "kernel_row": 0.0956, "groups": 0.177, "row": -0.0214, "row_128":
            -0.0169, "rows": -0.358, "rows_16": 0.412, "image": 0.399, "image_32": -0.265,
            "image_256": -0.146, "double": 0.0387, "complex": 0.0455, "integer": 0.166,
            "narrow_integer": 0.263, "converted": 0.46, "channels_last": 0.22, "stride": 0.113,
            "bordered": 0.108, "bordered_padded": 0.0183, "rank_1": -1.05, "rank_3": -0.0708},
        "box": {"call": 1.79e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.84e-12, "weights":
            1.7e-10, "filters": 5.79e-09, "workers": -0.279, "taps": -0.0861, "taps_8": 0.166,
            "taps_64": -0.128, "kernel_row": 0.0735, "groups": 0.0445, "row": 0.113, "row_16":
            -0.134, "row_128": 0.0633, "rows": -0.234, "rows_16": 0.283, "image": 0.225, "image_32":
            -0.344, "image_256": 0.0848, "double": 0.157, "complex": -0.0598, "integer": 0.155,
            "narrow_integer": 0.391, "converted": 0.576, "channels_last": 0.359, "stride": 0.174,
            "bordered": 0.0877, "bordered_padded": 0.205, "rank_1": -0.972, "rank_3": 0.0113},
        "separable": {"call": 1.64e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.83e-12,
            "weights": 1.75e-10, "filters": 2.85e-09, "workers": -0.482, "taps": -1.12, "taps_8":
            1.61, "taps_64": -0.565, "kernel_row": 0.162, "groups": 0.28, "row": 0.161, "row_16":
            -0.00876, "row_128": -0.0376, "rows": -0.316, "rows_16": 0.498, "image": 0.384,
            "image_32": -0.28, "image_256": -0.244, "double": -0.129, "complex": 0.397, "integer":
            0.166, "narrow_integer": 0.263, "converted": 0.46, "channels_last": 0.124, "stride":
            0.304, "bordered": -0.238, "bordered_padded": -0.00902, "rank_1": -1.05, "rank_3":
            0.0867},
    },
    "winograd": {
        "": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 5.49e-11, "weights":
            4.61e-12, "filters": 8.57e-09, "workers": -0.1, "taps": -0.0179, "taps_8": 0.177,
            "taps_64": 0.175, "kernel_row": 0.569, "ic_per_group": -0.133, "ic_per_group_16": 0.242,
            "oc_per_group": 0.0123, "oc_per_group_8": -0.0162, "oc_per_group_32": 0.0801, "groups":
            -0.0201, "row": 0.0242, "row_16": 0.0075, "row_128": 0.115, "rows": 0.0114, "rows_16":
            -0.00559, "image": 0.00867, "image_32": -0.0759, "image_256": 0.0713, "double": -0.487,
            "complex": 0.7, "complex_double": 0.0906, "channels_last": 0.289, "dilation": 0.00137,
            "bordered": 0.0169, "bordered_padded": -0.0257, "rank_1": -0.211, "rank_3": 0.044},
        "tiles_in_lanes": {"call": 9.88e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.26e-11,
            "weights": 4.71e-12, "filters": 1.04e-08, "workers": -0.1, "taps": -0.18, "taps_8":
            0.0484, "taps_64": -0.151, "kernel_row": 1.36, "ic_per_group": -0.25, "ic_per_group_16":
            0.236, "oc_per_group": -0.0652, "oc_per_group_8": -0.0374, "oc_per_group_32": 0.189,
            "groups": -0.159, "row": 0.00233, "row_16": -0.171, "row_128": 0.27, "rows": 0.177,
            "rows_16": -0.233, "image": 0.06, "image_32": -0.123, "image_256": 0.113, "double":
            -0.371, "complex": 0.627, "complex_double": 0.0774, "channels_last": 0.256, "dilation":
            -0.0317, "bordered": -0.0561, "bordered_padded": -0.265, "rank_1": 0.048, "rank_3":
            -0.0756},
    },
    "im2col": {
        "": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.43e-15, "weights":
            1.84e-15, "filters": 1.48e-13, "workers": -0.1, "taps": 0.156, "taps_8": -0.14,
            "taps_64": 0.123, "kernel_row": -0.0764, "ic_per_group": 0.0337, "ic_per_group_16":
            0.0573, "oc_per_group": 0.212, "oc_per_group_8": -0.238, "oc_per_group_32": 0.0852,
            "groups": 0.0624, "row": 0.00139, "row_16": -0.0536, "row_128": 0.0705, "rows_16":
            -0.0365, "image": 0.0245, "image_32": -0.0358, "image_256": 0.0617, "double": -0.49,
            "complex": -0.503, "complex_double": -0.955, "converted": 0.179, "half": 0.179,
            "channels_last": 9.36, "stride": 0.0314, "dilation": -0.0771, "bordered": 0.0908,
            "bordered_padded": 0.00912, "rank_1": 0.21, "rank_3": -0.0279},
        "pointwise": {"call": 5.1e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.43e-15,
            "weights": 1.85e-15, "filters": 1.49e-13, "workers": -0.146, "taps": 0.156, "taps_8":
            -0.14, "taps_64": 0.123, "kernel_row": -0.0764, "ic_per_group": 0.0253,
            "ic_per_group_16": 0.0188, "oc_per_group": 0.231, "oc_per_group_8": -0.241,
            "oc_per_group_32": 0.0677, "groups": 0.0624, "row": 0.0622, "row_16": -0.0611,
            "row_128": 0.0494, "rows": 0.0452, "rows_16": -0.0218, "image": 0.23, "image_32":
            0.0523, "image_256": 0.0998, "double": -0.482, "complex": -0.499, "complex_double":
            -0.954, "converted": 0.179, "half": 0.179, "channels_last": 9.36, "stride": 0.0314,
            "dilation": -0.0692, "bordered": 0.0908, "bordered_padded": 0.00912, "rank_1": 0.209,
            "rank_3": -0.0162},
        "rows": {"call": 5.26e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.8e-15, "weights":
            2.03e-15, "filters": 1.52e-13, "workers": -0.13, "taps": 0.341, "taps_8": -0.29,
            "taps_64": -0.0889, "kernel_row": 0.167, "ic_per_group": 0.222, "ic_per_group_16":
            -0.268, "oc_per_group": -0.182, "oc_per_group_8": 0.688, "oc_per_group_32": -0.539,
            "groups": 0.218, "row": -0.122, "row_16": -0.0195, "row_128": 0.348, "rows": 0.61,
            "rows_16": 0.242, "image": -0.393, "image_32": -0.555, "image_256": 0.572, "double":
            -1.32, "complex": -0.503, "complex_double": -0.955, "converted": 3.48, "half": 3.48,
            "channels_last": 8.94, "stride": 0.0314, "dilation": -0.915, "bordered": 0.0908,
            "bordered_padded": 0.00912, "rank_1": -0.0418, "rank_3": -0.0546},
        "windows": {"call": 5.38e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.33e-15,
            "weights": 1.78e-15, "filters": 1.41e-13, "workers": -0.1, "taps": 0.151, "taps_8":
            -0.145, "taps_64": 0.126, "kernel_row": -0.0548, "ic_per_group": 0.041,
            "ic_per_group_16": 0.0559, "oc_per_group": 0.211, "oc_per_group_8": -0.232,
            "oc_per_group_32": 0.0879, "groups": 0.0671, "row": 0.0174, "row_16": -0.0744,
            "row_128": 0.07, "rows_16": -0.0391, "image": 0.0204, "image_32": -0.0371, "image_256":
            0.068, "double": -0.478, "complex": -0.501, "complex_double": -0.956, "converted":
            0.165, "half": 0.165, "channels_last": 9.31, "stride": 0.0311, "dilation": -0.0792,
            "bordered": 0.0865, "bordered_padded": 0.0125, "rank_1": 0.168, "rank_3": 0.0077},
    },
    "fft_tiled": {
        "": {"call": 1.08e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.31e-10, "weights":
            6.87e-10, "filters": 9.39e-10, "workers": -0.1, "taps": 0.00601, "taps_8": 0.0157,
            "taps_64": 0.0247, "kernel_row": 0.0177, "ic_per_group": -0.0157, "ic_per_group_16":
            -0.0663, "oc_per_group": 0.027, "oc_per_group_8": -0.0397, "oc_per_group_32": -0.147,
            "groups": -0.00265, "row": 0.0265, "row_16": -0.0157, "row_128": 0.0124, "rows":
            0.00902, "rows_16": 0.0112, "image": -0.0111, "image_32": 0.0433, "image_256": -0.0465,
            "double": -0.735, "complex": -0.0554, "complex_double": -0.784, "converted": 0.439,
            "half": -0.271, "channels_last": 0.0302, "stride": -0.0799, "dilation": 0.00331,
            "bordered": -0.0319, "bordered_padded": 0.0167, "rank_1": -0.163, "rank_3": 0.133},
        "l3_filters": {"call": 1.11e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.38e-10,
            "weights": 7.34e-10, "filters": 9.55e-10, "workers": -0.1, "taps": 0.0317, "taps_8":
            -0.0144, "taps_64": 0.0399, "kernel_row": -0.00137, "ic_per_group": 0.0163,
            "ic_per_group_16": -0.0177, "oc_per_group": 0.0704, "oc_per_group_8": -0.0988,
            "oc_per_group_32": 0.0312, "groups": 0.00411, "row": -0.00487, "row_16": 0.0257,
            "row_128": -0.023, "rows": 0.0417, "rows_16": -0.0373, "image": -0.00521, "image_32":
            0.105, "image_256": -0.0896, "double": -0.743, "complex": 0.0234, "complex_double":
            -0.758, "converted": 0.118, "half": -0.0485, "channels_last": -0.0082, "stride":
            -0.0312, "dilation": 0.0698, "bordered": -0.0603, "bordered_padded": 0.0341, "rank_1":
            -0.0732, "rank_3": 0.105},
        "memory_filters": {"call": 2.49e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.24e-10,
            "weights": 2.27e-12, "filters": 9.22e-10, "workers": -0.1, "taps": -0.0158, "taps_8":
            0.0927, "taps_64": -0.226, "kernel_row": 0.0892, "ic_per_group": 0.134,
            "ic_per_group_16": -0.174, "oc_per_group": -0.389, "oc_per_group_8": 0.72,
            "oc_per_group_32": -0.416, "groups": -0.0101, "row": -0.047, "row_16": 0.00816,
            "row_128": 0.026, "rows": -0.0231, "rows_16": -0.0063, "image": 0.0198, "image_32":
            0.174, "image_256": -0.143, "double": -0.492, "complex": 0.112, "complex_double":
            -0.471, "converted": 0.114, "half": 0.0468, "channels_last": 0.0594, "stride": -0.115,
            "dilation": 0.0307, "bordered": -0.0697, "bordered_padded": -0.0288, "rank_1": -0.0474,
            "rank_3": 0.415},
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
