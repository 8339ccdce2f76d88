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
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.05,
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
    "direct": {"problems": 4784, "median": 1.12, "rms": 1.3, "p90": 1.52},
    "direct depthwise": {"problems": 353, "median": 1.15, "rms": 1.31, "p90": 1.58},
    "direct dot": {"problems": 182, "median": 1.18, "rms": 1.38, "p90": 1.64},
    "direct few_pixels": {"problems": 146, "median": 1.2, "rms": 1.43, "p90": 1.77},
    "direct igemm": {"problems": 1149, "median": 1.14, "rms": 1.3, "p90": 1.52},
    "direct igemm_int8x4": {"problems": 57, "median": 1.26, "rms": 1.61, "p90": 1.74},
    "direct pointwise": {"problems": 247, "median": 1.2, "rms": 1.34, "p90": 1.58},
    "direct spatial_1": {"problems": 561, "median": 1.11, "rms": 1.3, "p90": 1.49},
    "direct spatial_2": {"problems": 368, "median": 1.22, "rms": 1.39, "p90": 1.72},
    "direct spatial_4": {"problems": 213, "median": 1.12, "rms": 1.28, "p90": 1.42},
    "direct spatial_8": {"problems": 264, "median": 1.1, "rms": 1.29, "p90": 1.36},
    "direct spatial_in_out": {"problems": 245, "median": 1.08, "rms": 1.29, "p90": 1.41},
    "direct stencil": {"problems": 976, "median": 1.08, "rms": 1.19, "p90": 1.31},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.28, "rms": 1.46, "p90": 1.88},
    "direct, preparing": {"problems": 4638, "median": 1.14, "rms": 1.39, "p90": 1.72},
    "separable": {"problems": 653, "median": 1.13, "rms": 1.2, "p90": 1.33},
    "separable box": {"problems": 349, "median": 1.14, "rms": 1.21, "p90": 1.35},
    "separable separable": {"problems": 304, "median": 1.11, "rms": 1.19, "p90": 1.31},
    "separable, preparing": {"problems": 653, "median": 1.15, "rms": 1.53, "p90": 1.78},
    "winograd": {"problems": 839, "median": 1.13, "rms": 1.26, "p90": 1.39},
    "winograd tiles_in_lanes": {"problems": 183, "median": 1.13, "rms": 1.28, "p90": 1.37},
    "winograd, preparing": {"problems": 839, "median": 1.16, "rms": 1.31, "p90": 1.51},
    "im2col": {"problems": 3606, "median": 1.1, "rms": 1.28, "p90": 1.47},
    "im2col pointwise": {"problems": 155, "median": 1.13, "rms": 1.36, "p90": 1.68},
    "im2col rows": {"problems": 1767, "median": 1.07, "rms": 1.22, "p90": 1.28},
    "im2col windows": {"problems": 1684, "median": 1.15, "rms": 1.32, "p90": 1.57},
    "im2col, preparing": {"problems": 3606, "median": 1.05, "rms": 1.28, "p90": 1.24},
    "fft_tiled": {"problems": 4313, "median": 1.11, "rms": 1.24, "p90": 1.39},
    "fft_tiled l3_filters": {"problems": 317, "median": 1.13, "rms": 1.27, "p90": 1.46},
    "fft_tiled memory_filters": {"problems": 436, "median": 1.12, "rms": 1.25, "p90": 1.43},
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
    "direct": {"v3": 1.13, "base": 3.39},
    "separable": {},
    "winograd": {"v3": 1.08, "base": 3.0},
    "im2col": {"v3": 1.3, "base": 3.67},
    "fft_tiled": {"v3": 1.11, "base": 1.79},
    "fft": {"v3": 1.11, "base": 1.82},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.15e-07, "wake": 1.54e-06, "python": 4e-06, "flops": 7.07e-12, "beyond_l2":
            1.79e-12, "beyond_l3": 3.59e-11, "outputs": 1.03e-10, "outputs_half": 1.06e-10,
            "outputs_last": 9.99e-12, "channel_planes": 1.32e-10, "bytes": 3.05e-12, "packed":
            2.3e-11, "gathered": 1.07e-12, "runs": 7.29e-09, "lookups": 4.44e-09, "work_items":
            1.89e-08, "work_item_products": 9.92e-13, "workers": -0.687, "taps": 0.0168, "taps_8":
            0.0454, "taps_64": 0.0244, "kernel_row": -0.0645, "ic_per_group": 0.00476,
            "ic_per_group_16": 0.0106, "oc_per_group": 0.0248, "oc_per_group_8": 0.0123,
            "oc_per_group_32": -0.0215, "groups": 0.0029, "row": -0.0696, "row_16": 0.0259, "rows":
            0.0198, "rows_16": -0.0233, "image": 0.0235, "image_32": 0.00129, "image_256": 0.0116,
            "double": 0.555, "complex": -0.479, "complex_double": 0.122, "integer": 0.599,
            "narrow_integer": 0.248, "converted": -0.0355, "half": 0.00706, "channels_last":
            -0.0314, "stride": 0.00858, "dilation": -0.0319, "bordered": 0.00151, "bordered_padded":
            0.0106, "rank_1": 0.237, "rank_3": -0.104},
        "depthwise": {"call": 2.19e-07, "wake": 1.14e-06, "python": 4e-06, "flops": 4.17e-12,
            "beyond_l2": 1.78e-12, "beyond_l3": 4.26e-11, "outputs": 7.7e-11, "outputs_half":
            9.33e-11, "outputs_last": 9.74e-12, "channel_planes": 1.25e-10, "bytes": 1.97e-12,
            "packed": 1.37e-11, "gathered": 1.1e-12, "runs": 1.19e-09, "lookups": 2.52e-09,
            "work_items": 8.7e-08, "work_item_products": 9.92e-13, "workers": -0.707, "taps":
            0.0911, "taps_8": 0.0337, "taps_64": -0.0838, "kernel_row": 0.0506, "ic_per_group":
            0.00476, "ic_per_group_16": 0.0106, "oc_per_group": 0.0248, "oc_per_group_8": 0.0123,
            "oc_per_group_32": -0.0215, "groups": -0.0231, "row": 0.00519, "row_16": 0.0284,
            "row_128": -0.00587, "rows": 0.00126, "rows_16": 0.0191, "image": -0.0249, "image_32":
            -0.00201, "image_256": 0.0218, "double": 0.525, "complex": -0.479, "complex_double":
            0.122, "integer": 0.758, "narrow_integer": 0.37, "converted": -0.148, "half": 0.181,
            "channels_last": -0.0938, "stride": 0.081, "dilation": 0.00541, "bordered": 0.0264,
            "bordered_padded": 0.0166, "rank_1": -0.153, "rank_3": 0.17},
        "dot": {"call": 1.34e-07, "wake": 1.53e-06, "python": 4e-06, "flops": 1.04e-11, "beyond_l2":
            2.12e-12, "beyond_l3": 2.3e-11, "outputs": 1.07e-10, "outputs_half": 1.07e-10,
            "outputs_last": 1e-11, "channel_planes": 1.32e-10, "bytes": 3.74e-12, "packed":
            1.52e-11, "gathered": 1.11e-12, "runs": 5.54e-09, "lookups": 3.45e-09, "work_items":
            2.4e-08, "work_item_products": 9.89e-13, "workers": -0.44, "taps": 0.0628, "taps_8":
            -0.145, "taps_64": 0.105, "kernel_row": 0.00773, "ic_per_group": 0.0384,
            "ic_per_group_16": -0.485, "oc_per_group": -0.0521, "oc_per_group_8": 0.0123,
            "oc_per_group_32": -0.0215, "row": -0.0758, "row_16": 0.0226, "row_128": 0.0235, "rows":
            0.0291, "rows_16": -0.0695, "image": 0.0113, "image_32": -0.0606, "image_256": 0.0823,
            "double": 0.494, "complex": -0.354, "complex_double": -0.106, "integer": 0.389,
            "narrow_integer": 0.218, "converted": -0.0905, "half": -0.0457, "channels_last": 0.0815,
            "stride": 0.044, "dilation": -0.0319, "bordered": -0.336, "bordered_padded": 0.0901,
            "rank_1": 0.159, "rank_3": -0.102},
        "few_pixels": {"call": 1.65e-06, "wake": 1.49e-06, "python": 4e-06, "flops": 1.17e-11,
            "beyond_l2": 1.71e-12, "beyond_l3": 3.59e-11, "outputs": 1.1e-10, "outputs_half":
            1.06e-10, "outputs_last": 9.96e-12, "channel_planes": 1.24e-10, "bytes": 3.99e-12,
            "packed": 2.21e-11, "gathered": 1.07e-12, "runs": 4.73e-10, "lookups": 4.44e-09,
            "work_items": 2.12e-08, "work_item_products": 9.94e-13, "workers": -0.539, "taps":
            0.123, "taps_8": -0.0406, "taps_64": 0.0736, "kernel_row": -0.112, "ic_per_group":
            -0.0485, "ic_per_group_16": 0.0579, "oc_per_group": -0.0375, "oc_per_group_8": 0.133,
            "oc_per_group_32": -0.0801, "groups": 0.0413, "row": -0.118, "row_16": 0.0259, "rows":
            -0.0467, "rows_16": -0.0233, "image": 0.0125, "image_32": 0.00129, "image_256": 0.0116,
            "double": 0.479, "complex": -0.479, "complex_double": 0.122, "integer": 0.599,
            "narrow_integer": 0.248, "converted": -0.0355, "half": 0.00706, "channels_last": 1.68,
            "stride": 0.0932, "dilation": 0.115, "bordered": -0.292, "bordered_padded": 0.143,
            "rank_1": 0.171, "rank_3": -0.12},
        "igemm": {"call": 2.2e-07, "wake": 1.51e-06, "python": 4e-06, "flops": 1.17e-11,
            "beyond_l2": 4.73e-12, "beyond_l3": 6.45e-11, "outputs": 3.82e-10, "outputs_half":
            7.92e-11, "outputs_last": 9.34e-12, "channel_planes": 1.5e-10, "bytes": 1.16e-12,
            "packed": 1.76e-11, "gathered": 1.96e-11, "runs": 1.05e-08, "lookups": 5.96e-09,
            "work_items": 1.68e-08, "work_item_products": 9.98e-13, "workers": -0.68, "taps":
            -0.0577, "taps_8": 0.0207, "taps_64": 0.0528, "kernel_row": 0.0159, "ic_per_group":
            0.0168, "ic_per_group_16": 0.00922, "oc_per_group": 0.00645, "oc_per_group_8": -0.00858,
            "oc_per_group_32": 0.00414, "groups": -0.0164, "row": -0.0708, "row_16": 0.0662,
            "row_128": -0.0145, "rows": 0.00908, "rows_16": -0.00412, "image": -0.0173, "image_32":
            0.0287, "double": 0.587, "complex": -0.441, "complex_double": 0.109, "integer": 0.688,
            "narrow_integer": 0.404, "converted": -0.0926, "half": 0.161, "channels_last": -0.047,
            "stride": 0.0102, "dilation": -0.00328, "bordered": 0.0159, "bordered_padded": 0.00963,
            "rank_1": 0.052, "rank_3": 0.0146},
        "igemm_int8x4": {"call": 2.42e-07, "wake": 1.37e-06, "python": 4e-06, "flops": 4.86e-12,
            "beyond_l2": 1.7e-12, "beyond_l3": 4.07e-11, "outputs": 1.13e-10, "outputs_half":
            1.06e-10, "outputs_last": 9.99e-12, "channel_planes": 1.3e-10, "bytes": 2.38e-12,
            "packed": 2.62e-11, "gathered": 1.08e-12, "runs": 6.47e-09, "lookups": 4.58e-09,
            "work_items": 4.36e-08, "work_item_products": 9.92e-13, "workers": -0.605, "taps":
            -0.234, "taps_8": 0.231, "taps_64": -0.251, "kernel_row": 0.123, "ic_per_group":
            -0.0247, "ic_per_group_16": -0.0634, "oc_per_group": 0.22, "oc_per_group_8": -0.00317,
            "oc_per_group_32": -0.234, "groups": -0.037, "row": -0.0246, "row_16": 0.183, "row_128":
            -0.0835, "rows": 0.136, "rows_16": -0.203, "image": -0.0597, "image_32": -0.0463,
            "image_256": 0.119, "double": 0.555, "complex": -0.479, "complex_double": 0.122,
            "integer": 0.599, "narrow_integer": 0.312, "converted": 0.0282, "half": 0.00706,
            "channels_last": -0.49, "stride": 0.404, "dilation": -0.00669, "bordered": -0.0817,
            "bordered_padded": 0.0255, "rank_1": -0.147, "rank_3": 0.192},
        "pointwise": {"call": 1.37e-07, "wake": 2.44e-06, "python": 4e-06, "flops": 1.32e-11,
            "beyond_l2": 1.7e-12, "beyond_l3": 4.32e-11, "outputs": 2.33e-10, "outputs_half":
            9.24e-11, "outputs_last": 9.49e-12, "channel_planes": 1.4e-10, "bytes": 2.42e-12,
            "packed": 3.62e-11, "gathered": 1.09e-12, "runs": 1.53e-08, "lookups": 4.44e-09,
            "work_items": 2.74e-08, "work_item_products": 9.93e-13, "workers": -0.728, "taps":
            0.0168, "taps_8": 0.0454, "taps_64": 0.0244, "kernel_row": -0.0645, "ic_per_group":
            -0.189, "ic_per_group_16": 0.21, "oc_per_group": 0.142, "oc_per_group_8": -0.196,
            "oc_per_group_32": 0.0497, "groups": 0.159, "row": -0.187, "row_16": 0.105, "row_128":
            0.0618, "rows": 0.0231, "rows_16": 0.00298, "image": 0.119, "image_32": -0.126,
            "image_256": 0.047, "double": 0.571, "complex": -0.402, "complex_double": 0.0372,
            "integer": 0.383, "narrow_integer": 0.441, "converted": 0.0404, "half": -0.0149,
            "channels_last": -0.0357, "stride": 0.0537, "dilation": -0.0441, "bordered": 0.00151,
            "bordered_padded": 0.0106, "rank_1": 0.307, "rank_3": -0.35},
        "spatial_1": {"call": 1.65e-07, "wake": 1.46e-06, "python": 4e-06, "flops": 4.39e-12,
            "beyond_l2": 2.33e-12, "beyond_l3": 2.64e-11, "outputs": 2.69e-11, "outputs_half":
            7.53e-11, "outputs_last": 9.99e-12, "channel_planes": 1.33e-10, "bytes": 2.59e-12,
            "packed": 1.64e-11, "gathered": 1.03e-12, "runs": 7.09e-09, "lookups": 2.37e-09,
            "work_items": 3.4e-08, "work_item_products": 9.97e-13, "workers": -0.707, "taps":
            -0.0261, "taps_8": 0.0747, "taps_64": -0.0657, "kernel_row": 0.0595, "ic_per_group":
            0.0255, "ic_per_group_16": -0.0711, "oc_per_group": 0.0248, "oc_per_group_8": 0.0123,
            "oc_per_group_32": -0.0215, "groups": 0.00552, "row": -0.0616, "row_16": 0.0903,
            "row_128": -0.0155, "rows": -0.00204, "rows_16": 0.0068, "image": 0.0166, "image_32":
            0.00681, "image_256": -0.0396, "double": 0.585, "complex": -0.479, "complex_double":
            0.122, "integer": 0.511, "narrow_integer": 0.203, "converted": -0.0131, "half": 0.032,
            "channels_last": -0.00246, "stride": 0.0895, "dilation": -0.0722, "bordered": 0.0684,
            "bordered_padded": 0.00464, "rank_1": -0.274, "rank_3": 0.117},
        "spatial_2": {"call": 2.14e-07, "wake": 1.48e-06, "python": 4e-06, "flops": 3.76e-12,
            "beyond_l2": 1.82e-12, "beyond_l3": 3.98e-11, "outputs": 6.46e-11, "outputs_half":
            9.81e-11, "outputs_last": 9.98e-12, "channel_planes": 1.33e-10, "bytes": 5.74e-12,
            "packed": 3.65e-11, "gathered": 1.31e-12, "runs": 6.45e-09, "lookups": 7.54e-09,
            "work_items": 3.57e-08, "work_item_products": 9.94e-13, "workers": -0.707, "taps":
            -0.0541, "taps_8": -0.0323, "taps_64": 0.0377, "kernel_row": 0.0682, "ic_per_group":
            -0.0215, "ic_per_group_16": 0.0583, "oc_per_group": 0.293, "oc_per_group_8": 0.0123,
            "oc_per_group_32": -0.0215, "groups": -0.0119, "row": -0.0058, "row_16": -0.0373,
            "row_128": 0.0664, "rows": 0.0442, "rows_16": -0.0112, "image": -0.0309, "image_32":
            0.0874, "image_256": -0.0755, "double": 0.28, "complex": 0.0563, "complex_double":
            0.382, "integer": 0.247, "narrow_integer": 0.318, "converted": 0.0265, "half": 0.0354,
            "channels_last": -0.223, "stride": 0.0259, "dilation": -0.0674, "bordered": -0.194,
            "bordered_padded": -0.00454, "rank_1": 0.0746, "rank_3": 0.00297},
        "spatial_4": {"call": 2.1e-07, "wake": 1.48e-06, "python": 4e-06, "flops": 5.37e-12,
            "beyond_l2": 1.9e-12, "beyond_l3": 4.23e-11, "outputs": 8.41e-11, "outputs_half":
            6.12e-11, "outputs_last": 9.84e-12, "channel_planes": 1.31e-10, "bytes": 2.94e-12,
            "packed": 2.64e-11, "gathered": 1.06e-12, "runs": 9.47e-09, "lookups": 4.53e-09,
            "work_items": 2.01e-08, "work_item_products": 9.93e-13, "workers": -0.691, "taps":
            -0.0859, "taps_8": 0.0673, "taps_64": -0.0209, "kernel_row": 0.0524, "ic_per_group":
            0.0394, "ic_per_group_16": -0.0141, "oc_per_group": -0.00361, "oc_per_group_8": 0.00947,
            "oc_per_group_32": 0.0481, "groups": -0.0119, "row": -0.147, "row_16": 0.113, "row_128":
            0.0083, "rows": 0.0144, "rows_16": -0.0179, "image": 0.114, "image_32": -0.0761,
            "image_256": -0.0159, "double": 0.517, "complex": -0.504, "complex_double": 0.0639,
            "integer": 0.712, "narrow_integer": 0.0538, "converted": 0.061, "half": -0.0635,
            "channels_last": -0.044, "stride": 0.104, "dilation": 0.0297, "bordered": 0.0171,
            "bordered_padded": 0.0509, "rank_1": 0.0503, "rank_3": -0.00167},
        "spatial_8": {"call": 1.83e-07, "wake": 1.55e-06, "python": 4e-06, "flops": 6.98e-12,
            "beyond_l2": 7.94e-12, "beyond_l3": 2.98e-11, "outputs": 6.77e-11, "outputs_half":
            9.6e-11, "outputs_last": 1e-11, "channel_planes": 1.3e-10, "bytes": 3.63e-12, "packed":
            1.7e-11, "gathered": 1.06e-12, "runs": 1.73e-08, "lookups": 4.09e-09, "work_items":
            1.48e-08, "work_item_products": 9.92e-13, "workers": -0.719, "taps": -0.0385, "taps_8":
            0.0363, "taps_64": 0.165, "kernel_row": 0.00687, "ic_per_group": -0.0154,
            "ic_per_group_16": 0.0289, "oc_per_group": -0.0299, "oc_per_group_8": 0.0849,
            "oc_per_group_32": -0.0699, "groups": 0.0179, "row": 0.0872, "row_16": -0.0504,
            "row_128": -0.00834, "rows": 0.0049, "rows_16": 0.0156, "image": -0.00604, "image_32":
            -0.0349, "image_256": 0.0221, "double": 0.647, "complex": -0.782, "complex_double":
            -0.262, "integer": 0.729, "narrow_integer": 0.402, "converted": -0.131, "half": -0.209,
            "channels_last": -0.141, "stride": 0.017, "dilation": -0.00907, "bordered": 0.0312,
            "bordered_padded": -0.0522, "rank_1": -0.113, "rank_3": 0.0513},
        "spatial_in_out": {"call": 2.63e-07, "wake": 1.56e-06, "python": 4e-06, "flops": 8.77e-12,
            "beyond_l2": 1.49e-12, "beyond_l3": 7.05e-11, "outputs": 8.61e-11, "outputs_half":
            1.06e-10, "outputs_last": 9.99e-12, "channel_planes": 1.32e-10, "bytes": 1.93e-12,
            "packed": 2.24e-11, "gathered": 1.12e-12, "runs": 5.24e-09, "lookups": 7.53e-09,
            "work_items": 9.28e-09, "work_item_products": 9.91e-13, "workers": -0.725, "taps":
            -0.126, "taps_8": 0.0701, "taps_64": -0.00578, "kernel_row": 0.0469, "ic_per_group":
            -0.0228, "ic_per_group_16": 0.00562, "oc_per_group": -0.0145, "oc_per_group_8": 0.0278,
            "oc_per_group_32": -0.0382, "groups": 0.0165, "row": -0.111, "row_16": 0.132, "row_128":
            -0.0196, "rows": 0.0193, "rows_16": -0.0143, "image": 0.0902, "image_32": -0.0947,
            "image_256": 0.00889, "double": 0.612, "complex": -0.479, "complex_double": 0.122,
            "integer": 0.87, "narrow_integer": 0.248, "converted": -0.0396, "half": 0.00706,
            "channels_last": -0.0314, "stride": 0.0469, "dilation": -0.0401, "bordered": -0.0198,
            "bordered_padded": -0.0263, "rank_1": -0.0317, "rank_3": 0.066},
        "stencil": {"call": 3.49e-07, "wake": 1.41e-06, "python": 4e-06, "flops": 1.46e-11,
            "beyond_l2": 7.42e-12, "beyond_l3": 3.21e-11, "outputs": 3.57e-11, "outputs_half":
            9.34e-11, "outputs_last": 9.97e-12, "channel_planes": 1.32e-10, "bytes": 2.05e-12,
            "packed": 1.95e-11, "gathered": 1.08e-12, "runs": 9.86e-09, "lookups": 4.23e-09,
            "work_items": 1.6e-08, "work_item_products": 9.93e-13, "workers": -0.691, "taps":
            -0.0466, "taps_8": 0.122, "taps_64": -0.0744, "kernel_row": 0.0256, "ic_per_group":
            0.0171, "ic_per_group_16": -0.0783, "oc_per_group": -0.0133, "oc_per_group_8": 0.0598,
            "oc_per_group_32": -0.0585, "row": -0.0478, "row_128": 0.0312, "rows": -0.0245,
            "rows_16": 0.0289, "image": -0.0464, "image_32": 0.0688, "image_256": -0.00745,
            "double": 0.602, "complex": -0.675, "complex_double": 0.0209, "integer": 0.695,
            "narrow_integer": 0.099, "converted": 0.00106, "half": -0.0249, "channels_last":
            -0.0399, "stride": 0.039, "dilation": -0.0132, "bordered": 0.062, "bordered_padded":
            0.00152, "rank_1": 0.237, "rank_3": 0.104},
    },
    "separable": {
        "": {"call": 6.1e-07, "wake": 1.95e-06, "python": 4e-06, "flops": 1.92e-12, "beyond_l2":
            1.97e-12, "beyond_l3": 1.18e-11, "outputs": 1.52e-12, "outputs_half": 1e-10,
            "outputs_last": 2.73e-11, "channel_planes": 1.78e-09, "bytes": 6.66e-12, "packed":
            3.49e-12, "gathered": 9.08e-12, "runs": 5.41e-09, "lookups": 6.41e-10, "work_items":
            6.74e-08, "work_item_products": 4.33e-11, "workers": -0.701, "taps": -0.00349, "taps_8":
            -0.016, "taps_64": 0.0403, "kernel_row": 0.136, "groups": 0.0103, "row": 0.0187,
            "row_16": 0.025, "row_128": -0.0047, "rows": 0.0617, "rows_16": -0.0255, "image":
            0.0367, "image_256": -0.0553, "double": 0.154, "complex": 0.297, "integer": 0.127,
            "narrow_integer": -0.0618, "converted": 0.0642, "channels_last": 0.0666, "stride":
            0.203, "bordered": 0.0943, "bordered_padded": -0.00334, "rank_1": -0.0756, "rank_3":
            0.206},
        "box": {"call": 6.41e-07, "wake": 1.89e-06, "python": 4e-06, "flops": 1.95e-12, "beyond_l2":
            2.39e-12, "beyond_l3": 1.52e-11, "outputs": 1.47e-12, "outputs_half": 1e-10,
            "outputs_last": 2.75e-11, "channel_planes": 1.72e-09, "bytes": 7.83e-12, "packed":
            3.18e-12, "gathered": 9.69e-12, "runs": 5.11e-09, "lookups": 6.18e-10, "work_items":
            5.66e-08, "work_item_products": 3.65e-11, "workers": -0.706, "taps": -0.0611, "taps_8":
            -0.00146, "taps_64": 0.0658, "kernel_row": 0.207, "groups": 0.0156, "row": 0.0461,
            "row_16": -0.0165, "row_128": 0.0186, "rows": 0.091, "rows_16": -0.0504, "image":
            0.0168, "image_32": 0.002, "image_256": -0.0476, "double": 0.109, "complex": 0.461,
            "integer": 0.123, "narrow_integer": -0.063, "converted": 0.0589, "channels_last":
            0.0206, "stride": 0.217, "bordered": 0.145, "bordered_padded": 0.00236, "rank_1":
            -0.228, "rank_3": 0.339},
        "separable": {"call": 6.21e-07, "wake": 1.94e-06, "python": 4e-06, "flops": 2.51e-12,
            "beyond_l2": 1.85e-12, "beyond_l3": 1.14e-11, "outputs": 1.52e-12, "outputs_half":
            1e-10, "outputs_last": 2.91e-11, "channel_planes": 1.84e-09, "bytes": 4.97e-12,
            "packed": 3.98e-12, "gathered": 8.24e-12, "runs": 5.07e-09, "lookups": 6.44e-10,
            "work_items": 6.69e-08, "work_item_products": 5.31e-11, "workers": -0.682, "taps":
            0.105, "taps_8": -0.104, "taps_64": 0.0287, "kernel_row": 0.0483, "groups": 0.00885,
            "row": -0.0514, "row_16": 0.059, "row_128": -0.0398, "rows": -0.0275, "rows_16": 0.0507,
            "image": 0.127, "image_32": -0.0562, "image_256": -0.0656, "double": 0.225, "complex":
            0.178, "integer": 0.127, "narrow_integer": -0.0618, "converted": 0.0642,
            "channels_last": 0.0499, "stride": 0.231, "bordered": 0.0526, "bordered_padded":
            0.00198, "rank_1": -0.0756, "rank_3": 0.0468},
    },
    "winograd": {
        "": {"call": 8.18e-07, "wake": 5.41e-06, "python": 4.6e-06, "flops": 2.12e-11, "beyond_l2":
            4.85e-11, "beyond_l3": 5.42e-11, "outputs": 5.84e-11, "outputs_half": 1.15e-10,
            "outputs_last": 3.95e-10, "channel_planes": 5.96e-08, "bytes": 8.62e-12, "packed":
            8.52e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 6.71e-09, "work_items":
            2.6e-07, "work_item_products": 7.28e-09, "workers": -0.657, "taps": 0.179, "taps_8":
            -0.142, "taps_64": 0.0656, "kernel_row": -0.282, "ic_per_group": -0.0494,
            "ic_per_group_16": 0.0565, "oc_per_group": -0.0182, "oc_per_group_8": -0.0305,
            "oc_per_group_32": -0.0171, "groups": 0.0124, "row": -0.0455, "row_16": 0.142,
            "row_128": -0.054, "rows": 0.0219, "rows_16": -0.00856, "image": -0.0142, "image_32":
            -0.00494, "image_256": -0.022, "double": 0.313, "complex": 0.178, "complex_double":
            0.535, "channels_last": -0.0105, "dilation": 0.0782, "bordered": -0.0126,
            "bordered_padded": 0.0081, "rank_1": 0.00711, "rank_3": 0.173},
        "tiles_in_lanes": {"call": 6.42e-07, "wake": 4.34e-06, "python": 4.6e-06, "flops": 1.53e-11,
            "beyond_l2": 2.71e-11, "beyond_l3": 7.41e-11, "outputs": 3.61e-11, "outputs_half":
            1.15e-10, "outputs_last": 4.14e-10, "channel_planes": 4.25e-08, "bytes": 1.7e-11,
            "packed": 8.46e-13, "gathered": 1.15e-10, "runs": 5.75e-09, "lookups": 4.9e-09,
            "work_items": 8.62e-08, "work_item_products": 4.86e-09, "workers": -0.694, "taps":
            -0.162, "taps_8": 0.0512, "taps_64": 0.0868, "kernel_row": 0.101, "ic_per_group_16":
            0.139, "oc_per_group": -0.0809, "oc_per_group_8": 0.16, "oc_per_group_32": -0.12,
            "groups": 0.0071, "row": -0.1, "row_16": 0.165, "row_128": -0.0454, "rows": 0.0348,
            "rows_16": -0.0145, "image": -0.0321, "image_32": 0.128, "image_256": -0.11, "double":
            0.206, "complex": 0.182, "complex_double": 0.575, "channels_last": 0.0257, "dilation":
            0.101, "bordered": 0.161, "bordered_padded": -0.523, "rank_1": -0.061, "rank_3": 0.228},
    },
    "im2col": {
        "": {"call": 6.89e-06, "wake": 8.25e-07, "python": 4.8e-06, "flops": 1.42e-11, "beyond_l2":
            4.05e-11, "beyond_l3": 1.24e-10, "outputs": 2.85e-12, "outputs_half": 9.83e-11,
            "outputs_last": 5.56e-10, "channel_planes": 2.99e-10, "bytes": 8.66e-12, "packed":
            2.59e-11, "gathered": 6.82e-11, "runs": 1.93e-08, "lookups": 2.09e-09, "work_items":
            7.39e-08, "work_item_products": 1.27e-10, "workers": -0.68, "taps": 0.013, "taps_8":
            0.007, "taps_64": -0.00993, "kernel_row": -0.0136, "ic_per_group": 0.00914,
            "ic_per_group_16": 0.00113, "oc_per_group": 0.00295, "oc_per_group_8": 0.00436,
            "oc_per_group_32": 0.0266, "groups": 0.00483, "row": 0.0152, "row_16": -0.0254,
            "row_128": -0.00183, "rows": 0.0109, "rows_16": -0.0134, "image": -0.0507, "image_32":
            -0.0139, "image_256": 0.0618, "double": 0.0538, "complex": 0.359, "complex_double":
            0.228, "converted": 0.00568, "half": 0.00568, "channels_last": 0.112, "stride": 0.112,
            "dilation": 0.00365, "bordered": 0.0417, "bordered_padded": 0.0425, "rank_1": 0.0965,
            "rank_3": 0.0869},
        "pointwise": {"call": 7.01e-06, "wake": 8.21e-07, "python": 4.8e-06, "flops": 1.57e-11,
            "beyond_l2": 1.54e-11, "beyond_l3": 5.28e-11, "outputs": 2.84e-12, "outputs_half":
            9.83e-11, "outputs_last": 5.56e-10, "channel_planes": 2.83e-10, "bytes": 6.68e-12,
            "packed": 2.59e-11, "gathered": 6.82e-11, "runs": 1.93e-08, "lookups": 2.09e-09,
            "work_items": 8.91e-08, "work_item_products": 1.25e-10, "workers": -0.669, "taps":
            0.013, "taps_8": 0.007, "taps_64": -0.00993, "kernel_row": -0.0136, "ic_per_group":
            0.0931, "ic_per_group_16": -0.12, "oc_per_group": -0.206, "oc_per_group_8": 0.361,
            "oc_per_group_32": -0.0991, "groups": 0.00483, "row": -0.0134, "row_16": 0.0636,
            "row_128": -0.0368, "rows": 0.0685, "rows_16": -0.0831, "image": -0.0947, "image_32":
            0.0379, "image_256": 0.0702, "double": 0.531, "complex": 0.111, "complex_double": 0.817,
            "converted": 0.00568, "half": 0.00568, "channels_last": 0.112, "stride": 0.112,
            "dilation": -0.145, "bordered": 0.0417, "bordered_padded": 0.0425, "rank_1": 0.239,
            "rank_3": 0.22},
        "rows": {"call": 6.91e-06, "wake": 8.14e-07, "python": 4.8e-06, "flops": 9.89e-12,
            "beyond_l2": 3.58e-11, "beyond_l3": 7.85e-11, "outputs": 2.88e-12, "outputs_half":
            9.03e-11, "outputs_last": 5.44e-10, "channel_planes": 2.96e-10, "bytes": 4.43e-12,
            "packed": 2.1e-11, "gathered": 1.37e-11, "runs": 2.32e-08, "lookups": 2.09e-09,
            "work_items": 8.56e-08, "work_item_products": 1.05e-10, "workers": -0.686, "taps":
            0.00963, "taps_8": 0.0289, "taps_64": -0.0324, "kernel_row": -0.0135, "ic_per_group":
            0.00645, "ic_per_group_16": -0.0126, "oc_per_group": 0.0138, "oc_per_group_8": -0.00569,
            "oc_per_group_32": 0.0878, "row": -0.0842, "row_16": 0.0345, "row_128": 0.0318, "rows":
            -0.00908, "rows_16": 0.00987, "image": 0.0601, "image_32": -0.0484, "image_256":
            -0.00859, "double": 0.0422, "complex": 0.359, "complex_double": 0.228, "converted":
            0.00364, "half": 0.00364, "channels_last": -0.0903, "stride": 0.112, "dilation": 0.0274,
            "bordered": 0.0417, "bordered_padded": 0.0425, "rank_1": 0.0864, "rank_3": 0.0467},
        "windows": {"call": 6.69e-06, "wake": 8.07e-07, "python": 4.8e-06, "flops": 1.1e-11,
            "beyond_l2": 3.39e-11, "beyond_l3": 6.84e-11, "outputs": 2.78e-12, "outputs_half":
            9.55e-11, "outputs_last": 4.27e-10, "channel_planes": 3.45e-10, "bytes": 7.58e-12,
            "packed": 2.68e-11, "gathered": 4.86e-11, "runs": 1.46e-08, "lookups": 1.92e-09,
            "work_items": 4.57e-08, "work_item_products": 1.63e-10, "workers": -0.672, "taps_8":
            0.00263, "taps_64": -0.0116, "kernel_row": -0.00417, "ic_per_group": 0.0104,
            "ic_per_group_16": 0.00283, "oc_per_group": 0.00415, "oc_per_group_8": 0.0242,
            "oc_per_group_32": -0.0146, "groups": 0.013, "row": 0.0624, "row_16": -0.083, "row_128":
            0.0162, "rows": 0.0227, "rows_16": -0.0223, "image": -0.0599, "image_32": 0.0022,
            "image_256": 0.0528, "double": 0.0535, "complex": 0.459, "complex_double": 0.325,
            "converted": 0.0178, "half": 0.0178, "channels_last": 0.209, "stride": 0.131,
            "dilation": -0.0137, "bordered": 0.047, "bordered_padded": 0.0721, "rank_1": 0.082,
            "rank_3": 0.0657},
    },
    "fft_tiled": {
        "": {"call": 1.97e-07, "wake": 8.25e-07, "python": 1.75e-08, "flops": 1.7e-11, "beyond_l2":
            3.19e-11, "beyond_l3": 9.63e-12, "outputs": 1.8e-11, "outputs_half": 3.09e-12,
            "outputs_last": 5.47e-10, "channel_planes": 3.15e-08, "bytes": 4.47e-12, "packed":
            1.17e-12, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 4.73e-10,
            "work_item_products": 6.28e-14, "workers": -0.688, "taps": -0.0233, "taps_8": 0.0032,
            "taps_64": -0.0281, "kernel_row": 0.0253, "ic_per_group": 0.0317, "ic_per_group_16":
            -0.00548, "oc_per_group": -0.0367, "oc_per_group_8": 0.0167, "oc_per_group_32": 0.0352,
            "groups": 0.0105, "row": 0.00302, "row_16": -0.0425, "row_128": 0.0264, "rows":
            -0.00661, "rows_16": -0.00223, "image": 0.00634, "image_32": 0.0512, "image_256":
            -0.0417, "double": 0.521, "complex": 0.0666, "complex_double": 0.557, "converted":
            0.0867, "half": -0.0911, "channels_last": 0.0258, "stride": 0.0461, "dilation": -0.0958,
            "bordered": 0.109, "bordered_padded": 0.0434, "rank_1": -0.0302, "rank_3": -0.0301},
        "l3_filters": {"call": 2.76e-07, "wake": 8.31e-07, "python": 1.76e-08, "flops": 1.26e-11,
            "beyond_l2": 2.05e-11, "beyond_l3": 8.02e-12, "outputs": 1.71e-11, "outputs_half":
            3.19e-12, "outputs_last": 4.76e-10, "channel_planes": 2.17e-08, "bytes": 5.46e-12,
            "packed": 9.95e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items":
            4.33e-10, "work_item_products": 6.27e-14, "workers": -0.774, "taps": 0.0583, "taps_8":
            -0.00605, "taps_64": 0.052, "kernel_row": -0.0575, "ic_per_group": 0.0781,
            "ic_per_group_16": 0.031, "oc_per_group": -0.12, "oc_per_group_8": 0.157,
            "oc_per_group_32": 0.00449, "groups": 0.0578, "row": -0.0319, "row_16": -0.0142,
            "row_128": -0.0311, "rows": -0.0234, "rows_16": -0.014, "image": 0.0309, "image_32":
            0.087, "image_256": -0.0573, "double": 0.648, "complex": -0.0624, "complex_double":
            0.685, "converted": -0.0329, "half": -0.00911, "channels_last": 0.0557, "stride":
            0.0725, "dilation": -0.00346, "bordered": 0.0706, "bordered_padded": -0.0308, "rank_1":
            0.0933, "rank_3": 0.0288},
        "memory_filters": {"call": 2.79e-07, "wake": 8.33e-07, "python": 1.75e-08, "flops":
            9.15e-12, "beyond_l2": 3.19e-11, "beyond_l3": 8.16e-12, "outputs": 1.72e-11,
            "outputs_half": 3.19e-12, "outputs_last": 4.32e-10, "channel_planes": 2.31e-08, "bytes":
            1.85e-11, "packed": 9.9e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09,
            "work_items": 4.32e-10, "work_item_products": 6.25e-14, "workers": -0.509, "taps":
            0.0198, "taps_8": -0.0432, "taps_64": 0.0216, "kernel_row": -0.00862, "ic_per_group":
            0.102, "ic_per_group_16": -0.0643, "oc_per_group": 0.0024, "oc_per_group_8": 0.0741,
            "oc_per_group_32": -0.0412, "groups": 0.0161, "row": -0.0213, "row_16": -0.0135,
            "row_128": -0.0127, "rows": -0.0324, "rows_16": 0.00643, "image": 0.0344, "image_32":
            -0.00165, "image_256": 0.00272, "double": 0.233, "complex": 0.106, "complex_double":
            0.175, "converted": -0.119, "half": 0.161, "channels_last": 0.0511, "stride": 0.0761,
            "dilation": -0.0109, "bordered": -0.125, "bordered_padded": 0.0418, "rank_1": 0.051,
            "rank_3": 0.0107},
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
        "": {"call": 8.51e-08, "wake": 1.96e-05, "python": 4.2e-06, "flops": 3.66e-13, "beyond_l2":
            6.89e-12, "beyond_l3": 1.99e-10, "outputs": 3.75e-10, "outputs_half": 1.61e-09,
            "outputs_last": 1.93e-10, "channel_planes": 4.4e-09, "bytes": 3.42e-11, "packed":
            2.28e-11, "gathered": 2.7e-10, "runs": 5.55e-09, "lookups": 1.67e-09, "work_items":
            2.14e-08, "work_item_products": 1.05e-10, "workers": -0.707, "taps": -0.0564, "taps_8":
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
        "": {"call": 5.99e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.09e-12, "weights":
            1.22e-11, "filters": 2.26e-09, "workers": -0.1, "taps": 0.156, "taps_8": -0.0399,
            "taps_64": -0.0157, "kernel_row": -0.0831, "ic_per_group": 0.0975, "ic_per_group_16":
            0.0183, "oc_per_group": -0.0661, "oc_per_group_8": -0.0106, "oc_per_group_32": 0.0898,
            "groups": 0.00681, "row": -0.0248, "row_16": -0.0238, "row_128": 0.0684, "rows": 0.0966,
            "rows_16": -0.0707, "image": 0.0341, "image_32": -0.0929, "image_256": 0.04, "double":
            -0.172, "complex": 1.12, "complex_double": 0.773, "integer": 0.364, "narrow_integer":
            1.79, "converted": 0.588, "half": 0.428, "channels_last": 0.655, "stride": -0.0231,
            "dilation": -0.0133, "bordered": -0.0973, "bordered_padded": -0.00422, "rank_1": 0.534,
            "rank_3": -0.159},
        "depthwise": {"call": 6.43e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.18e-11,
            "weights": 2.16e-11, "filters": 2.26e-09, "workers": -0.1, "taps": 0.586, "taps_8":
            -0.967, "taps_64": 0.506, "kernel_row": 0.179, "ic_per_group": 0.0975,
            "ic_per_group_16": 0.0183, "oc_per_group": -0.0661, "oc_per_group_8": -0.0106,
            "oc_per_group_32": 0.0898, "groups": -0.188, "row": -0.217, "row_16": -0.018, "row_128":
            0.148, "rows": 0.207, "rows_16": -0.239, "image": 0.102, "image_32": -0.1, "image_256":
            0.0691, "double": -0.592, "complex": 1.12, "complex_double": 0.773, "integer": 0.00444,
            "narrow_integer": 1.07, "converted": 0.38, "half": 0.521, "channels_last": 0.523,
            "stride": -0.0996, "dilation": -0.00106, "bordered": -0.0806, "bordered_padded":
            -0.0607, "rank_1": 0.886, "rank_3": 0.00476},
        "dot": {"call": 6.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.41e-12, "weights":
            1.54e-11, "filters": 2.4e-09, "workers": -0.1, "taps": -0.122, "taps_8": 0.0124,
            "taps_64": 0.283, "kernel_row": -0.0398, "ic_per_group": 0.0621, "ic_per_group_16":
            -0.00597, "oc_per_group": -0.0621, "oc_per_group_8": -0.0106, "oc_per_group_32": 0.0898,
            "groups": 0.143, "row": 0.00607, "row_16": 0.0911, "row_128": 0.0809, "rows": 0.0438,
            "rows_16": -0.0661, "image": -0.0926, "image_32": -0.0646, "image_256": 0.0758,
            "double": -0.0861, "complex": 1.12, "complex_double": 1.03, "integer": 0.452,
            "narrow_integer": 1.34, "converted": 0.809, "half": 0.514, "channels_last": 0.863,
            "stride": 0.087, "dilation": -0.0133, "bordered": -0.104, "bordered_padded": -0.0901,
            "rank_1": 0.361, "rank_3": -0.179},
        "igemm": {"call": 7.15e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.82e-12, "weights":
            5.72e-12, "filters": 1.14e-09, "workers": -0.1, "taps": -0.257, "taps_8": 0.453,
            "kernel_row": -0.0101, "ic_per_group": 0.215, "ic_per_group_16": -0.0212,
            "oc_per_group": 0.0267, "oc_per_group_8": 0.0492, "oc_per_group_32": 0.0401, "groups":
            0.125, "row": 0.0373, "row_16": -0.0423, "row_128": 0.048, "rows": 0.0364, "rows_16":
            0.0189, "image": -0.0207, "image_32": -0.0192, "image_256": -0.0421, "double": 0.0165,
            "complex": 0.96, "complex_double": 1.02, "integer": 0.425, "narrow_integer": 0.383,
            "converted": 0.525, "half": 0.0364, "channels_last": 0.733, "stride": -0.0611,
            "dilation": 0.0106, "bordered": -0.184, "bordered_padded": 0.0202, "rank_1": -0.0279,
            "rank_3": -0.0162},
        "igemm_int8x4": {"call": 6.98e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.99e-12,
            "weights": 1.52e-11, "filters": 4.52e-10, "workers": -0.1, "taps": -0.0858, "taps_8":
            0.148, "taps_64": 0.481, "kernel_row": -0.259, "ic_per_group": 0.368, "ic_per_group_16":
            -0.355, "oc_per_group": 0.0679, "oc_per_group_8": -0.125, "oc_per_group_32": 0.0481,
            "groups": -0.072, "row": -0.0739, "row_16": 0.0789, "row_128": 0.0085, "rows": 0.0783,
            "rows_16": -0.145, "image": -0.0158, "image_32": 0.0212, "image_256": 0.023, "double":
            -0.172, "complex": 1.12, "complex_double": 0.773, "integer": 0.364, "narrow_integer":
            1.87, "converted": 0.668, "half": 0.428, "channels_last": 0.64, "stride": -0.247,
            "dilation": 0.0984, "bordered": -0.203, "bordered_padded": -0.108, "rank_1": 0.396,
            "rank_3": 0.218},
        "pointwise": {"call": 7.79e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.27e-11,
            "weights": 1.14e-11, "filters": 6.86e-10, "workers": -0.1, "taps": 0.156, "taps_8":
            -0.0399, "taps_64": -0.0157, "kernel_row": -0.0831, "ic_per_group": 0.244,
            "ic_per_group_16": -0.159, "oc_per_group": -0.263, "oc_per_group_8": 0.349,
            "oc_per_group_32": -0.046, "groups": 0.232, "row": -0.281, "row_16": 0.209, "row_128":
            -0.0591, "rows": -0.0569, "rows_16": 0.0284, "image": 0.0292, "image_32": 0.293,
            "image_256": -0.296, "double": 0.0129, "complex": 1.29, "complex_double": 0.935,
            "integer": 0.148, "narrow_integer": 1.37, "converted": 0.297, "half": 0.917,
            "channels_last": 0.416, "stride": 0.0989, "dilation": 0.0782, "bordered": -0.0973,
            "bordered_padded": -0.00422, "rank_1": 0.25, "rank_3": -0.067},
        "spatial_1": {"call": 4.14e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.2e-11,
            "weights": 1.34e-11, "filters": 1.02e-06, "workers": -0.474, "taps": -0.0684, "taps_8":
            -0.048, "taps_64": 0.0977, "kernel_row": 0.0777, "ic_per_group": 0.0592,
            "ic_per_group_16": 0.0944, "oc_per_group": -0.0661, "oc_per_group_8": -0.0106,
            "oc_per_group_32": 0.0898, "groups": -0.593, "row": -0.184, "row_16": 0.0496, "row_128":
            0.0452, "rows": 0.07, "rows_16": -0.177, "image": 0.186, "image_32": -0.112,
            "image_256": 0.0286, "double": -0.00632, "complex": 1.12, "complex_double": 0.773,
            "integer": 0.292, "narrow_integer": 0.708, "converted": 0.62, "half": 0.273,
            "channels_last": -0.12, "stride": -0.084, "dilation": -0.0421, "bordered": -0.0206,
            "bordered_padded": 0.0159, "rank_1": 0.0478, "rank_3": 0.083},
        "spatial_2": {"call": 5.4e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.38e-12,
            "weights": 6.66e-11, "filters": 1.55e-07, "workers": -0.164, "taps": -0.217, "taps_8":
            0.441, "taps_64": -0.174, "kernel_row": 0.00336, "ic_per_group": 0.0254,
            "ic_per_group_16": 0.32, "oc_per_group": 0.556, "oc_per_group_8": -0.0106,
            "oc_per_group_32": 0.0898, "groups": -0.216, "row": -0.256, "row_16": 0.0224, "row_128":
            0.198, "rows": 0.11, "rows_16": -0.164, "image": 0.13, "image_32": -0.0731, "image_256":
            -0.0229, "double": -0.204, "complex": 1.41, "complex_double": 1.06, "integer": 0.454,
            "narrow_integer": 1.32, "converted": 0.9, "half": 0.725, "channels_last": 0.332,
            "stride": -0.102, "dilation": -0.138, "bordered": 0.195, "bordered_padded": -0.025,
            "rank_1": 0.522, "rank_3": -0.157},
        "spatial_4": {"call": 6.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.48e-12,
            "weights": 1.59e-11, "filters": 1.28e-08, "workers": -0.1, "taps": 0.239, "taps_8":
            -0.124, "taps_64": 0.285, "kernel_row": -0.262, "ic_per_group": 0.0205,
            "ic_per_group_16": 0.0511, "oc_per_group": -0.0105, "oc_per_group_8": 0.0148,
            "oc_per_group_32": 0.0279, "groups": -0.0541, "row": 0.0709, "row_16": -0.0591,
            "row_128": 0.0604, "rows": 0.0606, "rows_16": -0.0703, "image": 0.102, "image_32":
            -0.227, "image_256": 0.106, "double": -0.401, "complex": 0.957, "complex_double": 0.287,
            "integer": 0.53, "narrow_integer": 1.81, "converted": 0.434, "half": 0.442,
            "channels_last": 0.76, "stride": -0.164, "dilation": 0.259, "bordered": 0.0643,
            "bordered_padded": -0.0177, "rank_1": 0.275, "rank_3": -0.00925},
        "spatial_8": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.31e-12,
            "weights": 1.1e-11, "filters": 2.14e-09, "workers": -0.184, "taps": 0.153, "taps_8":
            -0.0625, "taps_64": -0.00942, "kernel_row": -0.0263, "ic_per_group": 0.0439,
            "ic_per_group_16": 0.0819, "oc_per_group": -0.215, "oc_per_group_8": 0.122,
            "oc_per_group_32": 0.0819, "groups": -0.036, "row": 0.0334, "row_16": -0.0702,
            "row_128": 0.0128, "rows": 0.0435, "rows_16": 0.0207, "image": 0.146, "image_32":
            -0.158, "image_256": -0.0197, "double": -0.337, "complex": 1.25, "complex_double":
            0.805, "integer": -0.114, "narrow_integer": 2.12, "converted": 0.941, "half": 1.12,
            "channels_last": 0.749, "stride": -0.00401, "dilation": 0.197, "bordered": -0.0525,
            "bordered_padded": -0.00399, "rank_1": 0.368, "rank_3": -0.113},
        "spatial_in_out": {"call": 5.82e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.58e-12,
            "weights": 1.09e-11, "filters": 2.45e-09, "workers": -0.133, "taps": 0.164, "taps_8":
            -0.104, "taps_64": 0.158, "kernel_row": -0.0325, "ic_per_group": 0.15,
            "ic_per_group_16": -0.159, "oc_per_group": 0.11, "oc_per_group_8": -0.0978,
            "oc_per_group_32": -0.0295, "groups": -0.0159, "row": -0.555, "row_16": 0.47, "row_128":
            -0.0194, "rows": 0.0288, "rows_16": -0.124, "image": 0.38, "image_32": -0.3,
            "image_256": -0.0157, "double": -0.498, "complex": 1.12, "complex_double": 0.773,
            "integer": -0.0519, "narrow_integer": 1.79, "converted": 0.764, "half": 0.428,
            "channels_last": 0.655, "stride": 0.00886, "dilation": -0.0407, "bordered": 0.092,
            "bordered_padded": 0.101, "rank_1": 0.428, "rank_3": -0.145},
        "stencil": {"call": 5.69e-06, "wake": 5e-06, "python": 4e-06, "prepared": 7.05e-12,
            "weights": 9.7e-12, "filters": 3.49e-09, "workers": -0.344, "taps": 0.175, "taps_8":
            -0.23, "taps_64": -0.0774, "kernel_row": 0.25, "ic_per_group": -0.0362,
            "ic_per_group_16": -0.0724, "oc_per_group": -0.224, "oc_per_group_8": 0.189,
            "oc_per_group_32": 0.248, "groups": -0.118, "row": -0.0414, "row_16": 0.0531, "row_128":
            0.0241, "rows": 0.474, "rows_16": -0.43, "image": -0.107, "image_32": -0.134,
            "image_256": 0.188, "double": -0.0613, "complex": 0.439, "complex_double": 0.83,
            "integer": 0.334, "narrow_integer": 1.56, "converted": 0.758, "half": 0.534,
            "channels_last": 0.952, "stride": 0.00883, "dilation": -0.146, "bordered": -0.125,
            "bordered_padded": -0.0144, "rank_1": 0.534, "rank_3": 0.591},
    },
    "separable": {
        "": {"call": 1.72e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.31e-12, "weights":
            1.69e-10, "filters": 4.38e-09, "workers": -0.325, "taps": -0.51, "taps_8": 0.77,
            "taps_64": -0.293, "kernel_row": 0.111, "groups": 0.186, "row": 0.0265, "row_16":
            -0.0357, "row_128": -0.00375, "rows": -0.45, "rows_16": 0.505, "image": 0.398,
            "image_32": -0.266, "image_256": -0.15, "double": 0.0427, "complex": 0.0572, "integer":
            0.113, "narrow_integer": 0.405, "converted": 0.559, "channels_last": 0.184, "stride":
            0.128, "bordered": 0.0714, "bordered_padded": 0.0294, "rank_1": -1.49, "rank_3":
            -0.0166},
        "box": {"call": 1.78e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.31e-12, "weights":
            1.52e-10, "filters": 9.13e-09, "workers": -0.229, "taps": 0.0271, "taps_8": 0.111,
            "taps_64": -0.192, "kernel_row": 0.0986, "groups": 0.0352, "row": 0.176, "row_16":
            -0.181, "row_128": 0.102, "rows": -0.219, "rows_16": 0.261, "image": 0.0732, "image_32":
            -0.218, "image_256": 0.0954, "double": 0.195, "complex": -0.0275, "integer": 0.104,
            "narrow_integer": 0.501, "converted": 0.646, "channels_last": 0.375, "stride": 0.177,
            "bordered": 0.0528, "bordered_padded": 0.224, "rank_1": -1.23, "rank_3": 0.126},
        "separable": {"call": 1.61e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.24e-12,
            "weights": 1.72e-10, "filters": 3.33e-09, "workers": -0.482, "taps": -1.09, "taps_8":
            1.61, "taps_64": -0.605, "kernel_row": 0.192, "groups": 0.286, "row": 0.189, "row_16":
            -0.0417, "row_128": -0.0173, "rows": -0.449, "rows_16": 0.642, "image": 0.4, "image_32":
            -0.284, "image_256": -0.259, "double": -0.129, "complex": 0.372, "integer": 0.113,
            "narrow_integer": 0.405, "converted": 0.559, "channels_last": 0.127, "stride": 0.334,
            "bordered": -0.254, "bordered_padded": -0.00383, "rank_1": -1.49, "rank_3": 0.124},
    },
    "winograd": {
        "": {"call": 1.17e-05, "wake": 5e-06, "python": 4e-06, "prepared": 6.31e-11, "weights":
            4.66e-12, "filters": 7.17e-09, "workers": -0.1, "taps": -0.0629, "taps_8": 0.192,
            "taps_64": 0.22, "kernel_row": 0.583, "ic_per_group": -0.137, "ic_per_group_16": 0.229,
            "oc_per_group": 0.026, "oc_per_group_8": -0.0413, "oc_per_group_32": 0.0918, "groups":
            -0.014, "row": 0.0199, "row_16": -0.0118, "row_128": 0.131, "rows": 0.0114, "rows_16":
            -0.00891, "image": 0.0162, "image_32": -0.09, "image_256": 0.0859, "double": -0.495,
            "complex": 0.729, "complex_double": 0.113, "channels_last": 0.154, "dilation": 0.0239,
            "bordered": 0.0279, "bordered_padded": -0.0305, "rank_1": -0.195, "rank_3": 0.0493},
        "tiles_in_lanes": {"call": 9.82e-06, "wake": 5e-06, "python": 4e-06, "prepared": 6.18e-11,
            "weights": 4.82e-12, "filters": 8.45e-09, "workers": -0.1, "taps": -0.131, "taps_8":
            -0.0447, "taps_64": -0.0896, "kernel_row": 1.4, "ic_per_group": -0.244,
            "ic_per_group_16": 0.164, "oc_per_group": -0.0637, "oc_per_group_8": 0.0042,
            "oc_per_group_32": 0.221, "groups": -0.161, "row": -0.016, "row_16": -0.128, "row_128":
            0.275, "rows": 0.151, "rows_16": -0.2, "image": 0.0543, "image_32": -0.122, "image_256":
            0.111, "double": -0.371, "complex": 0.661, "complex_double": 0.103, "channels_last":
            0.134, "dilation": -0.0085, "bordered": -0.0275, "bordered_padded": -0.291, "rank_1":
            0.0108, "rank_3": -0.0745},
    },
    "im2col": {
        "": {"call": 5.44e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.88e-14, "weights":
            1.36e-14, "filters": 5.09e-12, "workers": -0.1, "taps": 0.0912, "taps_8": -0.217,
            "taps_64": 0.162, "kernel_row": -0.0376, "ic_per_group": -0.0173, "ic_per_group_16":
            -0.00256, "oc_per_group": -0.0503, "oc_per_group_8": -0.0725, "oc_per_group_32": 0.0539,
            "groups": -0.0853, "row": -0.00892, "row_16": -0.0635, "row_128": 0.0847, "rows":
            0.0143, "rows_16": -0.0374, "image": 0.0199, "image_32": -0.0441, "image_256": 0.0658,
            "double": -0.202, "complex": -0.312, "complex_double": -0.184, "converted": 0.368,
            "half": 0.368, "channels_last": 7.46, "stride": 0.14, "dilation": -0.0801, "bordered":
            0.0747, "rank_1": 0.0948, "rank_3": -0.0106},
        "pointwise": {"call": 5.19e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.89e-14,
            "weights": 1.36e-14, "filters": 5.11e-12, "workers": -0.213, "taps": 0.0912, "taps_8":
            -0.217, "taps_64": 0.162, "kernel_row": -0.0376, "ic_per_group": 0.0115,
            "ic_per_group_16": -0.0111, "oc_per_group": -0.0576, "oc_per_group_8": -0.11,
            "oc_per_group_32": -0.00144, "groups": -0.0853, "row": 0.0352, "row_16": -0.0923,
            "row_128": 0.0913, "rows": 0.0491, "rows_16": -0.0433, "image": 0.22, "image_32":
            0.0604, "image_256": 0.062, "double": -0.175, "complex": -0.304, "complex_double":
            -0.186, "converted": 0.368, "half": 0.368, "channels_last": 7.46, "stride": 0.14,
            "dilation": -0.0705, "bordered": 0.0747, "rank_1": 0.0929, "rank_3": 0.0119},
        "rows": {"call": 5.38e-06, "wake": 5e-06, "python": 4e-06, "prepared": 5.79e-14, "weights":
            1.38e-14, "filters": 4.53e-12, "workers": -0.1, "taps": 0.11, "taps_8": -0.198,
            "taps_64": 0.0686, "kernel_row": 0.042, "ic_per_group_16": -0.0604, "oc_per_group":
            -0.17, "oc_per_group_8": 0.366, "oc_per_group_32": -0.326, "groups": 0.0562, "row":
            -0.0295, "row_16": -0.091, "row_128": 0.379, "rows": 0.44, "rows_16": 0.218, "image":
            -0.273, "image_32": -0.498, "image_256": 0.478, "double": -0.448, "complex": -0.312,
            "complex_double": -0.184, "converted": 3.1, "half": 3.1, "channels_last": 6.83,
            "stride": 0.14, "dilation": -0.619, "bordered": 0.0747, "rank_1": 0.0665, "rank_3":
            0.151},
        "windows": {"call": 5.51e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.62e-14,
            "weights": 1.3e-14, "filters": 4.74e-12, "workers": -0.103, "taps": 0.0839, "taps_8":
            -0.221, "taps_64": 0.149, "kernel_row": -0.00544, "ic_per_group": -0.00267,
            "ic_per_group_16": -0.00746, "oc_per_group": -0.081, "oc_per_group_8": -0.0414,
            "oc_per_group_32": 0.0618, "groups": -0.0882, "row": 0.0354, "row_16": -0.12, "row_128":
            0.0929, "rows": 0.0163, "rows_16": -0.0431, "image_32": -0.0361, "image_256": 0.081,
            "double": -0.184, "complex": -0.304, "complex_double": -0.156, "converted": 0.374,
            "half": 0.374, "channels_last": 7.47, "stride": 0.139, "dilation": -0.0751, "bordered":
            0.0598, "bordered_padded": 0.00429, "rank_1": 0.0367, "rank_3": 0.0477},
    },
    "fft_tiled": {
        "": {"call": 1.06e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.44e-10, "weights":
            5.18e-10, "filters": 7.6e-10, "workers": -0.1, "taps_8": 0.0199, "taps_64": 0.0376,
            "kernel_row": 0.0152, "ic_per_group": -0.0166, "ic_per_group_16": -0.0708,
            "oc_per_group": 0.0202, "oc_per_group_8": -0.0324, "oc_per_group_32": -0.152, "groups":
            -0.00688, "row": 0.0229, "row_16": -0.0179, "row_128": 0.0145, "rows": 0.0143,
            "rows_16": 0.00179, "image": -0.00539, "image_32": 0.0315, "image_256": -0.035,
            "double": -0.771, "complex": -0.0665, "complex_double": -0.818, "converted": 0.424,
            "half": -0.261, "channels_last": 0.0222, "stride": -0.0836, "dilation": 0.00364,
            "bordered": -0.0397, "bordered_padded": 0.02, "rank_1": -0.133, "rank_3": 0.108},
        "l3_filters": {"call": 1.06e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.36e-10,
            "weights": 5.13e-10, "filters": 7.68e-10, "workers": -0.1, "taps": 0.0339, "taps_8":
            -0.0158, "taps_64": 0.0813, "kernel_row": -0.00708, "ic_per_group": 0.00511,
            "ic_per_group_16": -0.00272, "oc_per_group": 0.104, "oc_per_group_8": -0.137,
            "oc_per_group_32": 0.0388, "groups": 0.00348, "row": -0.00696, "row_16": 0.0301,
            "row_128": -0.0383, "rows": 0.0379, "rows_16": -0.0466, "image": -0.00388, "image_32":
            0.11, "image_256": -0.0908, "double": -0.772, "complex": 0.0217, "complex_double":
            -0.78, "converted": 0.13, "half": -0.0743, "channels_last": 0.00444, "stride": -0.0461,
            "dilation": 0.0607, "bordered": -0.0475, "bordered_padded": 0.0285, "rank_1": -0.0542,
            "rank_3": 0.126},
        "memory_filters": {"call": 2.15e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.07e-10,
            "weights": 2.93e-12, "filters": 7.49e-10, "workers": -0.1, "taps": -0.0161, "taps_8":
            0.093, "taps_64": -0.195, "kernel_row": 0.0733, "ic_per_group": 0.114,
            "ic_per_group_16": -0.189, "oc_per_group": -0.311, "oc_per_group_8": 0.521,
            "oc_per_group_32": -0.314, "groups": -0.0607, "row": -0.0323, "row_16": 0.00637,
            "row_128": -0.0329, "rows": -0.0127, "rows_16": -0.055, "image": 0.0225, "image_32":
            0.109, "image_256": -0.0475, "double": -0.567, "complex": 0.172, "complex_double":
            -0.462, "converted": 0.135, "half": -0.0538, "channels_last": 0.0638, "stride": -0.114,
            "dilation": 0.0425, "bordered": -0.0129, "bordered_padded": -0.023, "rank_1": -0.0377,
            "rank_3": 0.209},
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
