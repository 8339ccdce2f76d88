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
    "caution": {"direct": 1.0, "im2col": 1.15, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.1,
        "winograd": 1.0, "naive": 1.0, "separable": 1.0},
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
    "direct": {"problems": 2685, "median": 1.13, "rms": 1.34, "p90": 1.54},
    "direct depthwise": {"problems": 257, "median": 1.19, "rms": 1.47, "p90": 1.85},
    "direct dot": {"problems": 37, "median": 1.28, "rms": 1.42, "p90": 1.66},
    "direct igemm": {"problems": 554, "median": 1.15, "rms": 1.33, "p90": 1.56},
    "direct igemm_int8x4": {"problems": 20, "median": 1.2, "rms": 1.4, "p90": 2.03},
    "direct pointwise": {"problems": 102, "median": 1.22, "rms": 1.58, "p90": 1.91},
    "direct spatial_1": {"problems": 346, "median": 1.09, "rms": 1.3, "p90": 1.44},
    "direct spatial_2": {"problems": 179, "median": 1.22, "rms": 1.57, "p90": 2.0},
    "direct spatial_4": {"problems": 95, "median": 1.19, "rms": 1.37, "p90": 1.69},
    "direct spatial_8": {"problems": 220, "median": 1.09, "rms": 1.22, "p90": 1.39},
    "direct spatial_in_out": {"problems": 144, "median": 1.1, "rms": 1.22, "p90": 1.32},
    "direct stencil": {"problems": 713, "median": 1.1, "rms": 1.23, "p90": 1.37},
    "direct stencil_zero_copy": {"problems": 18, "median": 1.25, "rms": 1.31, "p90": 1.4},
    "direct, preparing": {"problems": 2685, "median": 1.13, "rms": 1.42, "p90": 1.78},
    "separable": {"problems": 535, "median": 1.11, "rms": 1.22, "p90": 1.35},
    "separable box": {"problems": 279, "median": 1.12, "rms": 1.22, "p90": 1.36},
    "separable separable": {"problems": 256, "median": 1.1, "rms": 1.22, "p90": 1.34},
    "separable, preparing": {"problems": 535, "median": 1.14, "rms": 1.56, "p90": 2.01},
    "winograd": {"problems": 520, "median": 1.14, "rms": 1.28, "p90": 1.44},
    "winograd tiles_in_lanes": {"problems": 135, "median": 1.11, "rms": 1.28, "p90": 1.39},
    "winograd, preparing": {"problems": 520, "median": 1.16, "rms": 1.42, "p90": 1.58},
    "im2col": {"problems": 2357, "median": 1.15, "rms": 1.33, "p90": 1.59},
    "im2col pointwise": {"problems": 96, "median": 1.19, "rms": 1.39, "p90": 1.66},
    "im2col rows": {"problems": 1177, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "im2col windows": {"problems": 1084, "median": 1.2, "rms": 1.41, "p90": 1.77},
    "im2col, preparing": {"problems": 2357, "median": 1.05, "rms": 1.28, "p90": 1.23},
    "fft_tiled": {"problems": 2637, "median": 1.14, "rms": 1.28, "p90": 1.47},
    "fft_tiled l3_filters": {"problems": 348, "median": 1.16, "rms": 1.31, "p90": 1.56},
    "fft_tiled memory_filters": {"problems": 60, "median": 1.18, "rms": 1.28, "p90": 1.52},
    "fft_tiled, preparing": {"problems": 2637, "median": 1.11, "rms": 1.68, "p90": 1.53},
    "fft": {"problems": 2643, "median": 1.11, "rms": 1.27, "p90": 1.4},
    "fft, preparing": {"problems": 2643, "median": 1.19, "rms": 1.42, "p90": 1.7},
    "cython": {"problems": 1532, "median": 1.19, "rms": 1.28, "p90": 1.51},
    "cython, preparing": {"problems": 1532, "median": 1.05, "rms": 1.17, "p90": 1.17},
    "naive": {"problems": 203, "median": 1.16, "rms": 1.41, "p90": 1.66},
    "naive, preparing": {"problems": 203, "median": 1.12, "rms": 1.19, "p90": 1.33},
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
    "stride": (0.0, 9.17),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.14, "base": 5.47},
    "separable": {},
    "winograd": {"v3": 2.18, "base": 3.97},
    "im2col": {"v3": 2.36, "base": 6.17},
    "fft_tiled": {"v3": 1.4, "base": 2.18},
    "fft": {"v3": 1.11, "base": 1.25},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.23e-07, "wake": 2.33e-06, "python": 4e-06, "flops": 8.36e-12, "beyond_l2":
            2.13e-11, "beyond_l3": 5e-11, "outputs": 1.7e-10, "outputs_half": 5.98e-11,
            "outputs_last": 1.33e-10, "channel_planes": 5.72e-11, "bytes": 2.32e-12, "packed":
            3.72e-11, "gathered": 1.75e-11, "runs": 7.15e-09, "lookups": 9.15e-09, "work_items":
            3.92e-08, "work_item_products": 1.55e-12, "workers": -0.679, "taps": 0.016, "taps_8":
            0.0479, "taps_64": 0.045, "kernel_row": -0.073, "ic_per_group": -0.0108,
            "ic_per_group_16": 0.0432, "oc_per_group": 0.0197, "oc_per_group_8": -0.0518,
            "oc_per_group_32": 0.0262, "groups": 0.00646, "row": 0.0149, "row_16": -0.0208,
            "row_128": -0.0157, "rows": 0.0237, "rows_16": -0.0298, "image": -0.103, "image_32":
            0.0838, "image_256": 0.0386, "double": 0.576, "complex": -0.354, "complex_double":
            0.243, "integer": 0.896, "narrow_integer": 0.0932, "converted": 0.105, "half": -0.0398,
            "channels_last": 0.0342, "stride": -0.0143, "dilation": -0.0122, "bordered": 0.0742,
            "bordered_padded": -0.0238, "rank_1": 0.179, "rank_3": -0.0199},
        "depthwise": {"call": 2.92e-07, "wake": 2.24e-06, "python": 4e-06, "flops": 8.27e-12,
            "beyond_l2": 2.44e-11, "beyond_l3": 5e-11, "outputs": 1.51e-10, "outputs_half":
            5.78e-11, "outputs_last": 7.06e-11, "channel_planes": 5.67e-11, "bytes": 2.65e-12,
            "packed": 3.14e-11, "gathered": 1.74e-11, "runs": 4.44e-09, "lookups": 8.07e-09,
            "work_items": 4.23e-08, "work_item_products": 1.55e-12, "workers": -0.746, "taps":
            -0.0185, "taps_8": 0.0724, "taps_64": 0.0432, "kernel_row": -0.0191, "ic_per_group":
            -0.0108, "ic_per_group_16": 0.0432, "oc_per_group": 0.0197, "oc_per_group_8": -0.0518,
            "oc_per_group_32": 0.0262, "groups": -0.00499, "row": 0.137, "row_16": -0.0717,
            "row_128": -0.00955, "rows": 0.00554, "rows_16": 0.0284, "image": -0.16, "image_32":
            0.124, "image_256": -0.0146, "double": 0.509, "complex": -0.354, "complex_double":
            0.243, "integer": 0.819, "narrow_integer": -0.196, "converted": 0.231, "half": 0.221,
            "channels_last": 0.023, "stride": 0.11, "dilation": -0.0557, "bordered": 0.043,
            "bordered_padded": -0.0134, "rank_1": -0.0926, "rank_3": 0.284},
        "dot": {"call": 2.37e-07, "wake": 2.34e-06, "python": 4e-06, "flops": 8.33e-12, "beyond_l2":
            1.53e-11, "beyond_l3": 5e-11, "outputs": 1.7e-10, "outputs_half": 5.98e-11,
            "outputs_last": 1.33e-10, "channel_planes": 5.72e-11, "bytes": 2.52e-12, "packed":
            3.51e-11, "gathered": 1.74e-11, "runs": 7.23e-09, "lookups": 9.04e-09, "work_items":
            4.17e-08, "work_item_products": 1.55e-12, "workers": -0.783, "taps": -0.315, "taps_8":
            0.41, "taps_64": 0.00541, "kernel_row": 0.00621, "ic_per_group": -0.0293,
            "ic_per_group_16": 0.0269, "oc_per_group": -0.124, "oc_per_group_8": -0.0518,
            "oc_per_group_32": 0.0262, "groups": 0.0189, "row_16": 0.0523, "row_128": -0.0339,
            "rows": -0.0437, "rows_16": 0.0832, "image": 0.0278, "image_32": -0.193, "image_256":
            0.196, "double": 0.615, "complex": -0.48, "complex_double": -0.125, "integer": 0.163,
            "narrow_integer": 0.335, "converted": 0.0107, "half": 0.00591, "channels_last": -0.345,
            "stride": 0.0294, "dilation": -0.0122, "bordered": 0.0607, "bordered_padded": -0.0895,
            "rank_1": 0.138, "rank_3": -0.509},
        "igemm": {"call": 1.93e-07, "wake": 2.66e-06, "python": 4e-06, "flops": 1.07e-11,
            "beyond_l2": 3.33e-11, "beyond_l3": 5e-11, "outputs": 5.19e-10, "outputs_half":
            5.37e-11, "outputs_last": 1.14e-10, "channel_planes": 5.79e-11, "bytes": 1.81e-12,
            "packed": 3.76e-11, "gathered": 1.52e-11, "runs": 8.91e-09, "lookups": 1.21e-08,
            "work_items": 5.79e-08, "work_item_products": 1.56e-12, "workers": -0.621, "taps":
            -0.0564, "taps_8": 0.00585, "taps_64": 0.0609, "kernel_row": 0.0593, "ic_per_group_16":
            0.0395, "oc_per_group": 0.0247, "oc_per_group_8": -0.129, "oc_per_group_32": 0.111,
            "groups": -0.0113, "row": 0.0177, "row_16": 0.0129, "row_128": -0.00705, "rows": 0.0246,
            "rows_16": -0.0157, "image": -0.131, "image_32": 0.104, "image_256": 0.0193, "double":
            0.608, "complex": -0.338, "complex_double": 0.154, "integer": 1.02, "narrow_integer":
            0.225, "converted": 0.126, "channels_last": -0.00387, "stride": -0.0143, "dilation":
            0.00342, "bordered": 0.102, "bordered_padded": -0.0295, "rank_1": -0.115, "rank_3":
            0.124},
        "pointwise": {"call": 1.5e-07, "wake": 2.52e-06, "python": 4e-06, "flops": 1.16e-11,
            "beyond_l2": 2.28e-11, "beyond_l3": 5e-11, "outputs": 1.57e-10, "outputs_half":
            5.74e-11, "outputs_last": 1.13e-10, "channel_planes": 5.58e-11, "bytes": 4.28e-12,
            "packed": 8.52e-11, "gathered": 1.87e-11, "runs": 1.29e-08, "lookups": 9.15e-09,
            "work_items": 4.9e-08, "work_item_products": 1.55e-12, "workers": -0.695, "taps": 0.016,
            "taps_8": 0.0479, "taps_64": 0.045, "kernel_row": -0.073, "ic_per_group": -0.15,
            "ic_per_group_16": 0.114, "oc_per_group": 0.25, "oc_per_group_8": -0.516,
            "oc_per_group_32": 0.273, "groups": 0.123, "row": -0.211, "row_16": 0.109, "row_128":
            0.0889, "rows": 0.03, "rows_16": -0.0374, "image": 0.0501, "image_32": 0.0748,
            "image_256": -0.09, "double": 0.441, "complex": -0.603, "complex_double": 0.0249,
            "integer": 0.414, "narrow_integer": 0.0932, "converted": -0.00924, "half": -0.24,
            "channels_last": -0.0501, "stride": 0.0712, "dilation": 0.108, "bordered": 0.0742,
            "bordered_padded": -0.0238, "rank_1": 0.489, "rank_3": -0.0421},
        "spatial_1": {"call": 1.84e-07, "wake": 2.23e-06, "python": 4e-06, "flops": 9.9e-12,
            "beyond_l2": 2.04e-11, "beyond_l3": 5e-11, "outputs": 1.27e-10, "outputs_half":
            5.93e-11, "outputs_last": 1.33e-10, "channel_planes": 5.72e-11, "bytes": 2.15e-12,
            "packed": 2.14e-11, "gathered": 1.96e-11, "runs": 4.44e-09, "lookups": 1.21e-08,
            "work_items": 8.81e-08, "work_item_products": 1.55e-12, "workers": -0.703, "taps":
            -0.0395, "taps_8": 0.0139, "taps_64": -0.0568, "kernel_row": 0.108, "ic_per_group":
            0.0585, "ic_per_group_16": -0.146, "oc_per_group": 0.0197, "oc_per_group_8": -0.0518,
            "oc_per_group_32": 0.0262, "groups": -0.0449, "row": -0.0207, "row_16": 0.0508,
            "row_128": -0.0467, "rows": -0.00857, "rows_16": 0.0123, "image": -0.147, "image_32":
            0.148, "image_256": 0.0115, "double": 0.594, "complex": -0.354, "complex_double": 0.243,
            "integer": 0.837, "narrow_integer": 0.35, "converted": -0.23, "half": 0.0578,
            "channels_last": 0.382, "stride": 0.159, "dilation": -0.0428, "bordered": -0.0347,
            "bordered_padded": -0.0227, "rank_1": -0.393, "rank_3": 0.235},
        "spatial_2": {"call": 2.02e-07, "wake": 2.11e-06, "python": 4e-06, "flops": 6.71e-12,
            "beyond_l2": 2.32e-11, "beyond_l3": 5e-11, "outputs": 6.93e-11, "outputs_half":
            5.96e-11, "outputs_last": 1.12e-10, "channel_planes": 5.72e-11, "bytes": 2.27e-12,
            "packed": 4.45e-11, "gathered": 6.34e-11, "runs": 6.66e-09, "lookups": 9.85e-09,
            "work_items": 2.9e-08, "work_item_products": 1.55e-12, "workers": -0.737, "taps":
            0.0294, "taps_8": -0.124, "taps_64": 0.0986, "kernel_row": 0.00958, "ic_per_group":
            0.0111, "ic_per_group_16": -0.0897, "oc_per_group": -0.187, "oc_per_group_8": -0.0518,
            "oc_per_group_32": 0.0262, "groups": -0.00967, "row": 0.0845, "row_16": -0.15,
            "row_128": 0.0193, "rows": 0.0914, "rows_16": -0.131, "image": -0.109, "image_32":
            0.0492, "image_256": 0.111, "double": 0.548, "complex": -0.366, "complex_double":
            0.0845, "integer": 0.401, "narrow_integer": 0.51, "converted": -0.22, "half": 0.321,
            "channels_last": -0.181, "stride": 0.053, "dilation": -0.048, "bordered": -0.135,
            "bordered_padded": 0.0617, "rank_1": 0.486, "rank_3": -0.052},
        "spatial_4": {"call": 2.37e-07, "wake": 2.35e-06, "python": 4e-06, "flops": 6.33e-12,
            "beyond_l2": 2.12e-11, "beyond_l3": 5e-11, "outputs": 1.68e-10, "outputs_half":
            5.57e-11, "outputs_last": 1.23e-10, "channel_planes": 5.73e-11, "bytes": 2.21e-12,
            "packed": 4.41e-11, "gathered": 2.38e-11, "runs": 6.5e-09, "lookups": 8.88e-09,
            "work_items": 5e-08, "work_item_products": 1.55e-12, "workers": -0.7, "taps": -0.0746,
            "taps_8": -0.0242, "taps_64": 0.0736, "kernel_row": 0.0668, "ic_per_group": 0.0279,
            "ic_per_group_16": 0.0397, "oc_per_group": -0.0198, "oc_per_group_8": 0.0254,
            "oc_per_group_32": 0.0262, "groups": -0.0247, "row": -0.054, "row_16": -0.0464,
            "row_128": 0.0198, "rows": 0.0709, "rows_16": -0.12, "image": -0.116, "image_32": 0.183,
            "image_256": 0.0116, "double": 0.228, "complex": -0.357, "complex_double": 0.341,
            "integer": 0.896, "narrow_integer": 0.21, "converted": 0.137, "half": -0.121,
            "channels_last": 0.109, "stride": 0.173, "dilation": -0.0829, "bordered": -0.00951,
            "bordered_padded": 0.25, "rank_1": 0.42, "rank_3": 0.0713},
        "spatial_8": {"call": 2.02e-07, "wake": 1.89e-06, "python": 4e-06, "flops": 7.46e-12,
            "beyond_l2": 3.94e-11, "beyond_l3": 5e-11, "outputs": 1.99e-10, "outputs_half":
            5.97e-11, "outputs_last": 1.34e-10, "channel_planes": 5.69e-11, "bytes": 2.25e-12,
            "packed": 3.81e-11, "gathered": 1.73e-11, "runs": 3.81e-09, "lookups": 9.85e-09,
            "work_items": 3.06e-08, "work_item_products": 1.55e-12, "workers": -0.653, "taps":
            -0.0743, "taps_8": 0.0539, "taps_64": -0.0207, "kernel_row": 0.0405, "ic_per_group":
            0.00639, "ic_per_group_16": 0.00248, "oc_per_group": 0.0071, "oc_per_group_8": -0.099,
            "oc_per_group_32": 0.0637, "groups": -0.0301, "row": 0.0967, "row_16": -0.109,
            "row_128": 0.00876, "rows": 0.001, "rows_16": -0.0052, "image": -0.0959, "image_32":
            0.058, "image_256": 0.0446, "double": 0.625, "complex": -0.42, "complex_double":
            -0.0178, "integer": 1.49, "narrow_integer": -0.195, "converted": -0.21, "half": 0.183,
            "channels_last": -0.113, "stride": 0.0507, "dilation": 0.0191, "bordered": 0.0665,
            "bordered_padded": 0.0637, "rank_1": -0.0372, "rank_3": 0.0649},
        "spatial_in_out": {"call": 2.12e-07, "wake": 1.97e-06, "python": 4e-06, "flops": 8.67e-12,
            "beyond_l2": 1.96e-11, "beyond_l3": 5e-11, "outputs": 2.26e-10, "outputs_half":
            5.98e-11, "outputs_last": 1.33e-10, "channel_planes": 5.72e-11, "bytes": 2.16e-12,
            "packed": 3.99e-11, "gathered": 1.68e-11, "runs": 4.82e-09, "lookups": 1.44e-08,
            "work_items": 3.1e-08, "work_item_products": 1.55e-12, "workers": -0.708, "taps":
            -0.089, "taps_8": 0.0905, "taps_64": -0.0303, "kernel_row": -0.0309, "ic_per_group":
            -0.00573, "ic_per_group_16": 0.0479, "oc_per_group": -0.0365, "oc_per_group_8": 0.0547,
            "oc_per_group_32": -0.0733, "groups": -0.00317, "row": 0.0136, "row_16": 0.0422,
            "row_128": -0.00949, "rows": 0.0195, "rows_16": 0.0121, "image": -0.0218, "image_32":
            -0.0843, "image_256": 0.0696, "double": 0.553, "complex": -0.354, "complex_double":
            0.243, "integer": 1.72, "narrow_integer": 0.0932, "converted": -0.0151, "half": -0.0398,
            "channels_last": 0.0342, "stride": 0.0667, "dilation": 0.011, "bordered": -0.00228,
            "bordered_padded": 0.00378, "rank_1": -0.118, "rank_3": 0.0339},
        "stencil": {"call": 3.29e-07, "wake": 2.12e-06, "python": 4e-06, "flops": 3.3e-11,
            "beyond_l2": 3.27e-11, "beyond_l3": 5e-11, "outputs": 1.36e-10, "outputs_half":
            5.88e-11, "outputs_last": 1.31e-10, "channel_planes": 5.72e-11, "bytes": 2.31e-12,
            "packed": 3.37e-11, "gathered": 1.26e-11, "runs": 4.56e-09, "lookups": 2.17e-08,
            "work_items": 3.54e-08, "work_item_products": 1.55e-12, "workers": -0.703, "taps":
            -0.0888, "taps_8": 0.0853, "taps_64": 0.0188, "kernel_row": 0.0111, "ic_per_group":
            0.0101, "ic_per_group_16": -0.0675, "oc_per_group": -0.0339, "oc_per_group_8": 0.0498,
            "oc_per_group_32": -0.028, "groups": -0.00249, "row": -0.031, "row_16": -0.00825,
            "row_128": 0.013, "rows": 0.0566, "rows_16": -0.0557, "image": -0.154, "image_32":
            0.014, "image_256": 0.153, "double": 0.592, "complex": -0.665, "complex_double": 0.0818,
            "integer": 1.28, "narrow_integer": -0.0069, "converted": 0.146, "half": -0.0235,
            "channels_last": 0.076, "stride": 0.511, "dilation": -0.00486, "bordered": 0.119,
            "bordered_padded": -0.0809, "rank_1": 0.179, "rank_3": 0.2},
    },
    "separable": {
        "": {"call": 3.61e-07, "wake": 2.13e-06, "python": 4e-06, "flops": 1.5e-12, "beyond_l2":
            2.59e-12, "beyond_l3": 5e-11, "outputs": 1.34e-11, "outputs_half": 1e-10,
            "outputs_last": 1.38e-12, "channel_planes": 5.01e-09, "bytes": 6.74e-12, "packed":
            6.63e-12, "gathered": 1.4e-12, "runs": 5.68e-09, "lookups": 7.46e-10, "work_items":
            1.82e-08, "work_item_products": 1.69e-11, "workers": -0.681, "taps": 0.0773, "taps_8":
            -0.0928, "taps_64": 0.037, "kernel_row": 0.129, "groups": -0.00593, "row": 0.0862,
            "row_16": -0.0513, "row_128": -0.0328, "rows": 0.0291, "rows_16": -0.0383, "image":
            0.0182, "image_32": -0.0306, "image_256": 0.0272, "double": 0.144, "complex": 0.417,
            "integer": 0.131, "narrow_integer": 0.0122, "converted": 0.143, "channels_last": 0.227,
            "stride": 0.339, "bordered": 0.00687, "bordered_padded": 0.0427, "rank_1": 0.313,
            "rank_3": 0.123},
        "box": {"call": 4.36e-07, "wake": 2.12e-06, "python": 4e-06, "flops": 1.49e-12, "beyond_l2":
            2.63e-12, "beyond_l3": 5e-11, "outputs": 1.29e-11, "outputs_half": 1e-10,
            "outputs_last": 1.37e-12, "channel_planes": 5.01e-09, "bytes": 7.55e-12, "packed":
            8.75e-12, "gathered": 1.31e-12, "runs": 6.33e-09, "lookups": 6.71e-10, "work_items":
            1.67e-08, "work_item_products": 1.8e-11, "workers": -0.699, "taps": 0.136, "taps_8":
            -0.173, "taps_64": 0.0476, "kernel_row": 0.151, "groups": 0.00296, "row": 0.0645,
            "row_16": -0.0394, "row_128": -0.0164, "rows": 0.0618, "rows_16": -0.0708, "image":
            -0.055, "image_32": 0.0466, "image_256": 0.0327, "double": 0.106, "complex": 0.431,
            "integer": 0.139, "narrow_integer": -0.00888, "converted": 0.131, "channels_last":
            0.0894, "stride": 0.359, "bordered": -0.00944, "bordered_padded": 0.109, "rank_1":
            0.312, "rank_3": 0.0948},
        "separable": {"call": 3.26e-07, "wake": 2.04e-06, "python": 4e-06, "flops": 1.84e-12,
            "beyond_l2": 2.79e-12, "beyond_l3": 5e-11, "outputs": 1.28e-11, "outputs_half": 1e-10,
            "outputs_last": 1.37e-12, "channel_planes": 5.43e-09, "bytes": 5.4e-12, "packed":
            5.58e-12, "gathered": 1.37e-12, "runs": 4.78e-09, "lookups": 8.22e-10, "work_items":
            2.17e-08, "work_item_products": 1.65e-11, "workers": -0.684, "taps": 0.108, "taps_8":
            -0.119, "taps_64": 0.0246, "kernel_row": 0.109, "groups": -0.0132, "row": 0.0141,
            "row_16": -0.00602, "row_128": -0.048, "rows": -0.0298, "rows_16": 0.0228, "image":
            0.117, "image_32": -0.0857, "image_256": -0.0164, "double": 0.215, "complex": 0.425,
            "integer": 0.131, "narrow_integer": 0.0122, "converted": 0.143, "channels_last": 0.244,
            "stride": 0.33, "bordered": 0.0257, "bordered_padded": 0.0182, "rank_1": 0.313,
            "rank_3": 0.113},
    },
    "winograd": {
        "": {"call": 7.4e-07, "wake": 4.47e-06, "python": 4e-06, "flops": 2.35e-11, "beyond_l2":
            7.36e-11, "beyond_l3": 5e-11, "outputs": 5.57e-12, "outputs_half": 1e-10,
            "outputs_last": 9.98e-10, "channel_planes": 7.16e-08, "bytes": 1.39e-11, "packed":
            3.29e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 1.09e-08, "work_items": 3.95e-09,
            "work_item_products": 1.33e-08, "workers": -0.674, "taps": 0.136, "taps_8": -0.0795,
            "taps_64": -0.12, "kernel_row": -0.289, "ic_per_group": -0.113, "ic_per_group_16":
            0.105, "oc_per_group": 0.0127, "oc_per_group_8": -0.0904, "oc_per_group_32": -0.028,
            "groups": 0.0112, "row": 0.0237, "row_16": 0.0779, "row_128": -0.0235, "rows": 0.0281,
            "rows_16": -0.00935, "image": -0.0452, "image_32": 0.00102, "image_256": -0.00843,
            "double": 0.318, "complex": 0.0919, "complex_double": 0.494, "channels_last": 0.0249,
            "dilation": 0.106, "bordered": -0.0752, "bordered_padded": 0.0304, "rank_1": -0.125,
            "rank_3": 0.236},
        "tiles_in_lanes": {"call": 5.94e-07, "wake": 3.36e-06, "python": 4e-06, "flops": 1.85e-11,
            "beyond_l2": 1.52e-11, "beyond_l3": 5e-11, "outputs": 5.47e-12, "outputs_half": 1e-10,
            "outputs_last": 1.47e-09, "channel_planes": 3.14e-08, "bytes": 1.86e-11, "packed":
            3.28e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 1.22e-08, "work_items": 3.84e-09,
            "work_item_products": 6.34e-09, "workers": -0.683, "taps": -0.0942, "taps_8": -0.117,
            "taps_64": 0.0363, "kernel_row": 0.0394, "ic_per_group": -0.0489, "ic_per_group_16":
            0.0457, "oc_per_group": -0.00839, "oc_per_group_8": -0.0825, "oc_per_group_32": 0.145,
            "row": 0.0269, "row_16": 0.0126, "row_128": -0.0362, "rows": -0.034, "rows_16": 0.0654,
            "image": -0.0711, "image_32": 0.0492, "image_256": 0.0244, "double": 0.27, "complex":
            0.219, "complex_double": 0.65, "channels_last": 0.0954, "dilation": 0.159, "bordered":
            0.112, "bordered_padded": 0.0389, "rank_1": 0.00178, "rank_3": 0.331},
    },
    "im2col": {
        "": {"call": 7.42e-06, "wake": 1.23e-06, "python": 4.6e-06, "flops": 2.48e-11, "beyond_l2":
            2.08e-10, "beyond_l3": 5.75e-11, "outputs": 1.79e-10, "outputs_half": 2.17e-10,
            "outputs_last": 2.31e-09, "channel_planes": 3.02e-10, "bytes": 1.64e-11, "packed":
            1.82e-10, "gathered": 3.08e-10, "runs": 1.07e-08, "lookups": 1.76e-08, "work_items":
            2.74e-07, "work_item_products": 2.51e-09, "workers": -0.623, "taps": -0.0443, "taps_8":
            0.0855, "taps_64": -0.0557, "kernel_row": 0.0018, "ic_per_group": 0.0296,
            "ic_per_group_16": -0.0134, "oc_per_group": 0.016, "oc_per_group_8": 0.023,
            "oc_per_group_32": -0.013, "groups": -0.00777, "row": -0.0803, "row_16": 0.0785,
            "row_128": -0.0141, "rows": -0.00425, "rows_16": -0.0148, "image": -0.121, "image_32":
            -0.034, "image_256": 0.15, "double": 0.0124, "complex": 0.315, "complex_double": 0.155,
            "converted": 0.00202, "half": 0.00202, "channels_last": 0.447, "stride": 0.096,
            "dilation": 0.0288, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": -0.0306,
            "rank_3": 0.179},
        "pointwise": {"call": 7.89e-06, "wake": 1.23e-06, "python": 4.6e-06, "flops": 2.68e-11,
            "beyond_l2": 1.46e-10, "beyond_l3": 5.75e-11, "outputs": 2.72e-10, "outputs_half":
            2.17e-10, "outputs_last": 2.31e-09, "channel_planes": 3.07e-10, "bytes": 1.66e-11,
            "packed": 1.82e-10, "gathered": 3.08e-10, "runs": 1.07e-08, "lookups": 1.76e-08,
            "work_items": 3.16e-07, "work_item_products": 3.08e-09, "workers": -0.292, "taps":
            -0.0443, "taps_8": 0.0855, "taps_64": -0.0557, "kernel_row": 0.0018, "ic_per_group":
            -0.162, "ic_per_group_16": 0.196, "oc_per_group": -0.0247, "oc_per_group_8": 0.0408,
            "oc_per_group_32": 0.0508, "groups": -0.00777, "row": -0.106, "row_16": 0.0945,
            "row_128": -0.0455, "rows": -0.0547, "rows_16": 0.0248, "image": -0.0733, "image_32":
            0.185, "image_256": -0.0895, "double": 0.411, "complex": -0.179, "complex_double":
            0.704, "converted": 0.00202, "half": 0.00202, "channels_last": 0.447, "stride": 0.096,
            "dilation": -0.0566, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": -0.0432,
            "rank_3": 0.185},
        "rows": {"call": 7.4e-06, "wake": 1.24e-06, "python": 4.6e-06, "flops": 2.52e-11,
            "beyond_l2": 1.49e-10, "beyond_l3": 5.75e-11, "outputs": 1.21e-10, "outputs_half":
            2.64e-10, "outputs_last": 1.75e-09, "channel_planes": 3.03e-10, "bytes": 9.14e-12,
            "packed": 1.48e-10, "gathered": 3.08e-10, "runs": 1.02e-08, "lookups": 1.76e-08,
            "work_items": 2.73e-07, "work_item_products": 2.15e-09, "workers": -0.644, "taps":
            0.0296, "taps_8": 0.0407, "taps_64": -0.0748, "kernel_row": -0.00477, "ic_per_group":
            0.0441, "ic_per_group_16": -0.0358, "oc_per_group": 0.0114, "oc_per_group_8": -0.0178,
            "oc_per_group_32": 0.0526, "groups": -0.0128, "row": -0.0679, "row_16": 0.0935,
            "row_128": -0.0561, "rows": -0.0058, "rows_16": -0.0182, "image": -0.157, "image_32":
            -0.0222, "image_256": 0.189, "double": 0.0474, "complex": 0.315, "complex_double":
            0.155, "converted": -0.0116, "half": -0.0116, "channels_last": 0.0994, "stride": 0.096,
            "dilation": 0.0349, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": 0.0842,
            "rank_3": 0.122},
        "windows": {"call": 7.25e-06, "wake": 1.22e-06, "python": 4.6e-06, "flops": 2.63e-11,
            "beyond_l2": 1.87e-10, "beyond_l3": 5.75e-11, "outputs": 1.77e-10, "outputs_half":
            2.2e-10, "outputs_last": 2.11e-09, "channel_planes": 3.04e-10, "bytes": 1.5e-11,
            "packed": 2.33e-10, "gathered": 3.42e-10, "runs": 1.33e-08, "lookups": 1.93e-08,
            "work_items": 1.3e-07, "work_item_products": 2.3e-09, "workers": -0.624, "taps":
            -0.0507, "taps_8": 0.0314, "taps_64": -0.00709, "kernel_row": -0.00549, "ic_per_group":
            0.0032, "ic_per_group_16": -0.00468, "oc_per_group": 0.0333, "oc_per_group_8": 0.0154,
            "oc_per_group_32": -0.0623, "groups": 0.00552, "row": -0.0664, "row_16": 0.0119,
            "row_128": 0.0532, "rows": -0.00943, "rows_16": 0.0103, "image": -0.108, "image_32":
            -0.0255, "image_256": 0.112, "double": -0.0708, "complex": 0.323, "complex_double":
            0.16, "converted": 0.0588, "half": 0.0588, "channels_last": 0.475, "stride": 0.126,
            "dilation": -0.0235, "bordered": 0.08, "bordered_padded": 0.0236, "rank_1": -0.0722,
            "rank_3": 0.181},
    },
    "fft_tiled": {
        "": {"call": 3.7e-07, "wake": 8.72e-07, "python": 4.95e-08, "flops": 1.53e-11, "beyond_l2":
            3.02e-11, "beyond_l3": 5e-11, "outputs": 1.45e-12, "outputs_half": 6.23e-12,
            "outputs_last": 8.34e-10, "channel_planes": 4.67e-10, "bytes": 3.51e-12, "packed":
            2.54e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 2.06e-10,
            "work_item_products": 1.15e-13, "workers": -0.682, "taps": -0.041, "taps_8": 0.00632,
            "taps_64": -0.00419, "kernel_row": 0.051, "ic_per_group": 0.0759, "ic_per_group_16":
            0.00312, "oc_per_group": -0.0266, "oc_per_group_8": 0.0229, "oc_per_group_32": 0.0263,
            "groups": 0.0279, "row": -0.0171, "row_16": -0.0449, "row_128": 0.056, "rows": 0.00534,
            "rows_16": -0.0062, "image": 0.0249, "image_32": 0.0446, "image_256": -0.0475, "double":
            0.484, "complex": 0.0965, "complex_double": 0.561, "converted": 0.301, "half": -0.303,
            "channels_last": 0.0321, "stride": 0.101, "dilation": -0.0433, "bordered": 0.114,
            "bordered_padded": 0.107, "rank_1": -0.0394, "rank_3": -0.00551},
        "l3_filters": {"call": 4.34e-07, "wake": 9.05e-07, "python": 4.98e-08, "flops": 1.45e-11,
            "beyond_l2": 1.7e-11, "beyond_l3": 5e-11, "outputs": 1.46e-12, "outputs_half": 6.32e-12,
            "outputs_last": 9.37e-10, "channel_planes": 4.65e-10, "bytes": 2.98e-12, "packed":
            2.56e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 2.07e-10,
            "work_item_products": 1.16e-13, "workers": -0.727, "taps": 0.0572, "taps_8": -0.00597,
            "taps_64": -0.0167, "kernel_row": -0.00142, "ic_per_group": 0.14, "ic_per_group_16":
            0.0929, "oc_per_group": -0.185, "oc_per_group_8": 0.315, "oc_per_group_32": -0.0413,
            "groups": 0.0692, "row": -0.0296, "row_16": -0.0236, "row_128": -0.0194, "rows":
            -0.00676, "rows_16": -0.0429, "image": 0.0329, "image_32": 0.0261, "image_256": 0.0337,
            "double": 0.607, "complex": 0.137, "complex_double": 0.6, "converted": 0.0812, "half":
            -0.0578, "channels_last": -0.014, "stride": 0.22, "dilation": -0.0566, "bordered":
            -0.136, "bordered_padded": 0.0441, "rank_1": 0.153, "rank_3": -0.105},
        "memory_filters": {"call": 4.3e-07, "wake": 8.97e-07, "python": 4.98e-08, "flops": 8.66e-12,
            "beyond_l2": 2.13e-11, "beyond_l3": 5e-11, "outputs": 1.46e-12, "outputs_half":
            6.34e-12, "outputs_last": 6.85e-10, "channel_planes": 4.65e-10, "bytes": 1.61e-11,
            "packed": 2.57e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items":
            2.07e-10, "work_item_products": 1.16e-13, "workers": -0.452, "taps": 0.0232, "taps_8":
            0.105, "taps_64": 0.0517, "kernel_row": -0.0267, "ic_per_group": 0.165,
            "ic_per_group_16": -0.122, "oc_per_group": 0.158, "oc_per_group_8": 0.0718,
            "oc_per_group_32": -0.262, "groups": 0.035, "row": 0.0182, "row_16": -0.109, "row_128":
            0.00183, "rows": -0.0458, "rows_16": 0.121, "image": -0.0496, "image_32": 0.147,
            "image_256": -0.0265, "double": 0.203, "complex": 0.00362, "complex_double": 0.134,
            "converted": -0.124, "half": -0.0561, "channels_last": -0.0844, "stride": 0.0254,
            "dilation": -0.187, "bordered": 0.0895, "bordered_padded": 0.103, "rank_1": 0.149,
            "rank_3": -0.0362},
    },
    "fft": {
        "": {"call": 3.76e-05, "wake": 0.000344, "python": 2.61e-07, "flops": 7.47e-12, "beyond_l2":
            5.53e-11, "beyond_l3": 5e-11, "outputs": 1.3e-09, "outputs_half": 3.15e-11,
            "outputs_last": 1.04e-09, "channel_planes": 2.68e-09, "bytes": 3.01e-11, "packed":
            5.56e-10, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 4.86e-05,
            "work_item_products": 4.26e-11, "workers": -0.165, "taps": 0.0264, "taps_8": -0.033,
            "taps_64": 0.0064, "kernel_row": 0.0123, "ic_per_group": -0.0598, "ic_per_group_16":
            0.0462, "oc_per_group": 0.145, "oc_per_group_8": -0.119, "oc_per_group_32": 0.0401,
            "row_16": 0.0189, "row_128": -0.0164, "rows_16": 0.0111, "image": 0.0193, "image_32":
            0.00259, "image_256": -0.0311, "double": 0.104, "complex": 0.138, "complex_double":
            0.154, "converted": 0.0375, "half": 0.103, "channels_last": 0.0063, "stride": 0.0429,
            "dilation": 0.0109, "bordered": 0.176, "bordered_padded": 0.0658, "rank_1": -0.24,
            "rank_3": 0.0845},
    },
    "cython": {
        "": {"call": 1.93e-07, "wake": 6.03e-06, "python": 4.4e-06, "flops": 4.22e-11, "beyond_l2":
            8.75e-11, "beyond_l3": 5.5e-11, "outputs": 1.42e-09, "outputs_half": 2.24e-09,
            "outputs_last": 1.22e-09, "channel_planes": 2.82e-09, "bytes": 7.96e-11, "packed":
            2.32e-11, "gathered": 6.92e-10, "runs": 2.98e-09, "lookups": 5.52e-09, "work_items":
            3.08e-08, "work_item_products": 1.08e-10, "workers": -0.663, "taps": -0.0209, "taps_8":
            0.00842, "taps_64": -0.007, "kernel_row": 0.0103, "ic_per_group": -0.0111,
            "ic_per_group_16": 0.0151, "oc_per_group": 0.168, "oc_per_group_8": -0.0232,
            "oc_per_group_32": -0.119, "groups": 0.00528, "row": -0.111, "row_16": 0.144, "row_128":
            -0.0398, "rows": 0.0297, "rows_16": -0.0333, "image": 0.00388, "image_32": -0.0293,
            "image_256": 0.0246, "double": -0.187, "complex": -0.403, "complex_double": -0.957,
            "integer": -0.165, "narrow_integer": -0.103, "converted": 0.0974, "half": 0.399,
            "channels_last": -0.0714, "stride": -0.0198, "dilation": -0.00362, "bordered": 0.00603,
            "bordered_padded": -0.0257, "rank_1": -0.106, "rank_3": 0.0558},
    },
    "naive": {
        "": {"call": 1.63e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.83e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "lookups": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.404, "taps_8": 0.103, "taps_64": 0.142, "kernel_row": 0.0805,
            "ic_per_group": -0.33, "ic_per_group_16": 0.0891, "oc_per_group": -0.487,
            "oc_per_group_8": 0.176, "oc_per_group_32": 0.395, "groups": 0.0227, "row": -0.022,
            "row_16": -0.00789, "row_128": 0.0833, "rows": -0.0338, "rows_16": 0.0972, "image":
            0.00268, "image_32": -0.034, "image_256": 0.0316, "double": -0.718, "complex": -1.88,
            "complex_double": -2.65, "integer": -0.914, "narrow_integer": -0.845, "converted":
            -0.0283, "half": 0.118, "channels_last": 0.0333, "stride": -0.0282, "dilation": 0.0426,
            "bordered": 0.181, "bordered_padded": 0.00331, "rank_1": -0.163, "rank_3": 0.0797},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.73e-11, "weights":
            1.55e-11, "filters": 4.36e-09, "workers": -0.105, "taps": 0.213, "taps_8": -0.122,
            "taps_64": -0.0781, "kernel_row": -0.00897, "ic_per_group": 0.133, "ic_per_group_16":
            0.0114, "oc_per_group": -0.171, "oc_per_group_8": 0.0906, "oc_per_group_32": 0.0797,
            "groups": -0.0117, "row": -0.0426, "row_16": 0.0717, "row_128": -0.00415, "rows":
            0.0712, "rows_16": -0.0569, "image": 0.0541, "image_32": -0.17, "image_256": 0.0985,
            "double": -0.165, "complex": 0.908, "complex_double": 0.695, "integer": 0.0582,
            "narrow_integer": 1.38, "converted": 0.73, "half": 0.0541, "channels_last": 1.02,
            "stride": 0.0141, "dilation": -0.0361, "bordered": -0.223, "bordered_padded": 0.0274,
            "rank_1": 0.24, "rank_3": -0.0354},
        "depthwise": {"call": 4.99e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.21e-12,
            "weights": 3.52e-11, "filters": 2.5e-09, "workers": -0.1, "taps": 0.14, "taps_8": -0.21,
            "taps_64": -0.0122, "kernel_row": 0.331, "ic_per_group": 0.133, "ic_per_group_16":
            0.0114, "oc_per_group": -0.171, "oc_per_group_8": 0.0906, "oc_per_group_32": 0.0797,
            "groups": -0.088, "row": 0.0283, "row_16": 0.0955, "row_128": -0.146, "rows": 0.188,
            "rows_16": -0.164, "image": 0.0286, "image_32": -0.391, "image_256": 0.353, "double":
            -0.307, "complex": 0.908, "complex_double": 0.695, "integer": -0.591, "narrow_integer":
            0.822, "converted": 0.795, "half": 0.566, "channels_last": 0.979, "stride": -0.123,
            "dilation": -0.528, "bordered": -0.324, "bordered_padded": 0.0786, "rank_1": -0.607,
            "rank_3": 0.485},
        "dot": {"call": 4.57e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.49e-11, "weights":
            1.61e-11, "filters": 4.4e-09, "workers": -0.1, "taps": -0.122, "taps_8": -0.106,
            "taps_64": 0.371, "kernel_row": -0.0212, "ic_per_group": 0.478, "ic_per_group_16":
            -0.485, "oc_per_group": 0.17, "oc_per_group_8": 0.0906, "oc_per_group_32": 0.0797,
            "groups": -0.0329, "row": -0.41, "row_16": 0.248, "row_128": 0.0308, "rows": -0.359,
            "rows_16": -0.0536, "image": 0.286, "image_32": 0.00582, "image_256": 0.17, "double":
            -0.128, "complex": 0.919, "complex_double": 1.02, "integer": 0.378, "narrow_integer":
            0.267, "converted": 0.642, "half": 0.0699, "channels_last": 1.07, "stride": -0.0507,
            "dilation": -0.0361, "bordered": -0.223, "bordered_padded": 0.029, "rank_1": 0.282,
            "rank_3": -0.18},
        "igemm": {"call": 5.35e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.56e-11, "weights":
            1.31e-11, "filters": 3.54e-09, "workers": -0.1, "taps": -0.247, "taps_8": 0.422,
            "taps_64": -0.0627, "kernel_row": 0.0541, "ic_per_group": 0.184, "ic_per_group_16":
            0.0613, "oc_per_group": -0.224, "oc_per_group_8": 0.343, "oc_per_group_32": -0.03,
            "groups": 0.0948, "row": -0.0439, "row_16": 0.0407, "row_128": 0.0609, "rows": 0.0802,
            "rows_16": -0.0758, "image": 0.01, "image_32": -0.11, "image_256": 0.0536, "double":
            0.0289, "complex": 0.91, "complex_double": 0.844, "integer": 0.055, "narrow_integer":
            -0.00807, "converted": 0.752, "half": -0.174, "channels_last": 1.05, "stride": 0.00332,
            "dilation": 0.119, "bordered": -0.164, "bordered_padded": -0.00214, "rank_1": -0.0439,
            "rank_3": -0.0413},
        "pointwise": {"call": 6.07e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.83e-11,
            "weights": 1.77e-11, "filters": 1.53e-09, "workers": -0.1, "taps": 0.213, "taps_8":
            -0.122, "taps_64": -0.0781, "kernel_row": -0.00897, "ic_per_group": 0.0736,
            "ic_per_group_16": 0.05, "oc_per_group": -0.506, "oc_per_group_8": 0.41,
            "oc_per_group_32": 0.188, "groups": 0.313, "row": -0.00183, "row_16": 0.0554, "row_128":
            -0.101, "rows": 0.0467, "rows_16": -0.0998, "image": 0.18, "image_32": -0.162,
            "image_256": -0.11, "double": 0.133, "complex": 1.41, "complex_double": 1.1, "integer":
            -0.00923, "narrow_integer": 1.38, "converted": 0.757, "half": 0.127, "channels_last":
            0.976, "stride": 0.0463, "dilation": -0.0311, "bordered": -0.223, "bordered_padded":
            0.0274, "rank_1": 0.352, "rank_3": 0.364},
        "spatial_1": {"call": 2.82e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.78e-11,
            "weights": 1.63e-11, "filters": 1.81e-06, "workers": -0.293, "taps": -0.0727, "taps_8":
            0.0834, "taps_64": 0.0257, "kernel_row": 0.0232, "ic_per_group": 0.148,
            "ic_per_group_16": 1.31, "oc_per_group": -0.171, "oc_per_group_8": 0.0906,
            "oc_per_group_32": 0.0797, "groups": -0.568, "row": -0.0567, "row_16": 0.097, "row_128":
            -0.00252, "rows": 0.00745, "rows_16": 0.0118, "image": -0.0141, "image_32": -0.0177,
            "image_256": 0.0104, "double": 0.0615, "complex": 0.908, "complex_double": 0.695,
            "integer": 0.0899, "narrow_integer": 0.602, "converted": 0.758, "half": 0.219,
            "channels_last": -0.0549, "stride": -0.0332, "dilation": 0.0474, "bordered": -0.0955,
            "bordered_padded": 0.019, "rank_1": -0.393, "rank_3": 0.0618},
        "spatial_2": {"call": 2.84e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.38e-11,
            "weights": 1.71e-11, "filters": 6.18e-07, "workers": -0.2, "taps": 0.108, "taps_8":
            -0.0613, "taps_64": 0.0912, "kernel_row": -0.0171, "ic_per_group": 0.0519,
            "ic_per_group_16": 0.446, "oc_per_group": 0.185, "oc_per_group_8": 0.0906,
            "oc_per_group_32": 0.0797, "groups": -0.427, "row": -0.0629, "row_16": -0.192,
            "row_128": 0.169, "rows": 0.00252, "rows_16": -0.0633, "image": -0.0552, "image_32":
            0.231, "image_256": -0.1, "double": -0.00859, "complex": 1.13, "complex_double": 1.06,
            "integer": 0.0665, "narrow_integer": 0.551, "converted": 0.679, "half": 0.227,
            "channels_last": 0.158, "stride": -0.0515, "dilation": -0.0768, "bordered": -0.03,
            "bordered_padded": 0.82, "rank_1": 0.518, "rank_3": -0.152},
        "spatial_4": {"call": 4.69e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.46e-12,
            "weights": 2.26e-11, "filters": 1.37e-08, "workers": -0.1, "taps": 0.28, "taps_8":
            -0.295, "taps_64": -0.0315, "kernel_row": 0.0774, "ic_per_group": -0.00459,
            "ic_per_group_16": 0.0848, "oc_per_group": -0.0546, "oc_per_group_8": -0.0926,
            "oc_per_group_32": 0.0797, "groups": -0.093, "row": -0.231, "row_16": 0.211, "row_128":
            0.146, "rows": 0.251, "rows_16": -0.291, "image": 0.139, "image_32": -0.288,
            "image_256": 0.127, "double": 0.0912, "complex": 1.18, "complex_double": 0.324,
            "integer": 0.0582, "narrow_integer": 1.38, "converted": 0.885, "half": 0.206,
            "channels_last": 1.19, "stride": 0.0586, "dilation": 0.0486, "bordered": -0.792,
            "bordered_padded": -0.155, "rank_1": 0.119, "rank_3": 0.112},
        "spatial_8": {"call": 4.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.73e-11,
            "weights": 1.46e-11, "filters": 4.39e-09, "workers": -0.226, "taps": 0.208, "taps_8":
            -0.187, "taps_64": -0.103, "kernel_row": -0.0226, "ic_per_group": 0.0116,
            "ic_per_group_16": 0.111, "oc_per_group": -0.0909, "oc_per_group_8": -0.0585,
            "oc_per_group_32": 0.144, "groups": -0.0631, "row": -0.0169, "row_16": 0.0227,
            "row_128": -0.0787, "rows": -0.0229, "rows_16": -0.0916, "image": 0.156, "image_32":
            -0.219, "image_256": 0.155, "double": -0.324, "complex": 1.39, "complex_double": 0.575,
            "integer": -0.506, "narrow_integer": 1.74, "converted": 1.02, "half": 0.478,
            "channels_last": 1.36, "stride": 0.0589, "dilation": 0.0764, "bordered": -0.206,
            "bordered_padded": -0.00572, "rank_1": 0.00706, "rank_3": 0.022},
        "spatial_in_out": {"call": 4.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.58e-11,
            "weights": 1.39e-11, "filters": 4.43e-09, "workers": -0.129, "taps": 0.107, "taps_8":
            -0.0504, "taps_64": -0.0448, "kernel_row": -0.104, "ic_per_group": -0.0278,
            "ic_per_group_16": -0.00288, "oc_per_group": 0.0612, "oc_per_group_8": -0.145,
            "oc_per_group_32": -0.0537, "groups": -0.0871, "row": -0.312, "row_16": 0.261,
            "row_128": -0.0499, "rows": -0.0258, "rows_16": -0.0182, "image": 0.446, "image_32":
            -0.435, "image_256": 0.0497, "double": -0.513, "complex": 0.908, "complex_double":
            0.695, "integer": -0.0139, "narrow_integer": 1.38, "converted": 0.783, "half": 0.0541,
            "channels_last": 1.02, "stride": 0.0232, "dilation": 0.313, "bordered": -0.166,
            "bordered_padded": 0.181, "rank_1": 0.551, "rank_3": 0.0834},
        "stencil": {"call": 4.03e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.75e-11,
            "weights": 1.59e-11, "filters": 4.6e-09, "workers": -0.111, "taps": -0.0263, "taps_8":
            -0.324, "taps_64": -0.106, "kernel_row": 0.431, "ic_per_group": 0.188,
            "ic_per_group_16": -1.01, "oc_per_group": -0.586, "oc_per_group_8": 0.979,
            "oc_per_group_32": -0.119, "groups": -0.215, "row": -0.413, "row_16": 0.269, "row_128":
            0.336, "rows": 0.405, "rows_16": -0.277, "image": 0.35, "image_32": -0.281, "image_256":
            -0.118, "double": 0.129, "complex": 0.731, "complex_double": 0.74, "integer": 0.135,
            "narrow_integer": 1.62, "converted": 1.21, "half": 0.271, "channels_last": 1.04,
            "stride": 0.258, "dilation": 0.253, "bordered": -0.211, "bordered_padded": -0.0533,
            "rank_1": 0.24, "rank_3": 0.138},
    },
    "separable": {
        "": {"call": 1.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.12e-12, "weights":
            1.59e-10, "filters": 3.69e-09, "workers": -0.242, "taps": -0.357, "taps_8": 0.577,
            "taps_64": -0.24, "kernel_row": 0.119, "groups": 0.172, "row": -0.275, "row_16": 0.231,
            "row_128": -0.0441, "rows": -0.438, "rows_16": 0.48, "image": 0.494, "image_32": -0.21,
            "image_256": -0.259, "double": -0.0141, "complex": 0.899, "integer": 0.0917,
            "narrow_integer": 0.386, "converted": 0.506, "channels_last": 0.22, "stride": 0.0651,
            "bordered": -0.103, "bordered_padded": 0.0336, "rank_1": -1.19, "rank_3": -0.16},
        "box": {"call": 1.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.08e-12, "weights":
            1.42e-10, "filters": 7.35e-09, "workers": -0.267, "taps": 0.209, "taps_8": -0.0918,
            "taps_64": -0.161, "kernel_row": 0.101, "groups": 0.0212, "row": -0.18, "row_16": 0.106,
            "row_128": 0.00141, "rows": -0.435, "rows_16": 0.379, "image": 0.306, "image_32":
            -0.142, "image_256": -0.101, "double": 0.0904, "complex": 0.078, "integer": 0.114,
            "narrow_integer": 0.408, "converted": 0.551, "channels_last": 0.322, "stride": -0.0587,
            "bordered": 0.00782, "bordered_padded": 0.112, "rank_1": -1.4, "rank_3": 0.0416},
        "separable": {"call": 1.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.11e-12,
            "weights": 1.63e-10, "filters": 2.72e-09, "workers": -0.178, "taps": -0.95, "taps_8":
            1.31, "taps_64": -0.446, "kernel_row": 0.228, "groups": 0.241, "row": -0.13, "row_16":
            0.179, "row_128": -0.0358, "rows": -0.338, "rows_16": 0.512, "image": 0.545, "image_32":
            -0.35, "image_256": -0.274, "double": -0.139, "complex": 0.778, "integer": 0.0917,
            "narrow_integer": 0.386, "converted": 0.506, "channels_last": 0.132, "stride": 0.191,
            "bordered": -0.336, "bordered_padded": 0.00705, "rank_1": -1.19, "rank_3": 0.0353},
    },
    "winograd": {
        "": {"call": 1.32e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.18e-10, "weights":
            5.21e-12, "filters": 2.1e-08, "workers": -0.1, "taps": -0.355, "taps_8": 0.427,
            "taps_64": 0.119, "kernel_row": 1.21, "ic_per_group": -0.14, "ic_per_group_16": 0.207,
            "oc_per_group": -0.141, "oc_per_group_8": 0.176, "oc_per_group_32": -0.0244, "groups":
            -0.0988, "row": -0.0352, "row_16": 0.0334, "row_128": 0.0862, "rows": 0.00504,
            "rows_16": -0.00189, "image": 0.00123, "image_32": -0.0138, "image_256": 0.0244,
            "double": -0.324, "complex": 0.957, "complex_double": 0.427, "channels_last": 0.307,
            "dilation": 0.0172, "bordered": 0.072, "bordered_padded": -0.114, "rank_1": -0.644,
            "rank_3": 0.163},
        "tiles_in_lanes": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.09e-10,
            "weights": 5.36e-12, "filters": 2.61e-08, "workers": -0.1, "taps": -0.359, "taps_8":
            0.276, "taps_64": -0.316, "kernel_row": 1.75, "ic_per_group": -0.348, "ic_per_group_16":
            0.37, "oc_per_group": -0.121, "oc_per_group_8": 0.0495, "oc_per_group_32": -0.105,
            "groups": -0.231, "row": -0.183, "row_16": 0.227, "row_128": 0.181, "rows": 0.305,
            "rows_16": -0.367, "image": 0.118, "image_32": -0.227, "image_256": 0.0532, "double":
            -0.512, "complex": 0.85, "complex_double": 0.429, "channels_last": 0.28, "dilation":
            -0.019, "bordered": -0.0185, "bordered_padded": -0.0946, "rank_1": -0.592, "rank_3":
            0.0548},
    },
    "im2col": {
        "": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.73e-15, "weights":
            5.74e-16, "filters": 5.91e-13, "workers": -0.1, "taps": 0.341, "taps_8": -0.388,
            "taps_64": 0.201, "kernel_row": -0.037, "ic_per_group": 0.152, "ic_per_group_16": 0.023,
            "oc_per_group": 0.0546, "oc_per_group_8": -0.0413, "oc_per_group_32": -0.0501, "groups":
            0.0177, "row": -0.0542, "row_128": 0.0537, "rows": 0.0229, "rows_16": -0.0666, "image":
            0.057, "image_32": -0.0847, "image_256": 0.115, "double": -0.271, "complex": -0.361,
            "complex_double": -0.877, "converted": 0.231, "half": 0.231, "channels_last": 8.85,
            "stride": -0.102, "dilation": -0.0988, "bordered": 0.223, "bordered_padded": -0.00706,
            "rank_1": 0.247, "rank_3": -0.0837},
        "pointwise": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.74e-15,
            "weights": 5.75e-16, "filters": 5.91e-13, "workers": -0.121, "taps": 0.341, "taps_8":
            -0.388, "taps_64": 0.201, "kernel_row": -0.037, "ic_per_group": 0.206,
            "ic_per_group_16": 0.0494, "oc_per_group": 0.0625, "oc_per_group_8": -0.0532,
            "oc_per_group_32": -0.0753, "groups": 0.0177, "row": -0.0353, "row_16": -0.0213,
            "row_128": 0.0497, "rows": 0.0752, "rows_16": -0.0654, "image": 0.134, "image_32":
            -0.0404, "image_256": 0.104, "double": -0.252, "complex": -0.339, "complex_double":
            -0.875, "converted": 0.231, "half": 0.231, "channels_last": 8.85, "stride": -0.102,
            "dilation": -0.0997, "bordered": 0.223, "bordered_padded": -0.00706, "rank_1": 0.245,
            "rank_3": -0.0794},
        "rows": {"call": 5.42e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.26e-15, "weights":
            5.75e-16, "filters": 6.4e-13, "workers": -0.1, "taps": 0.406, "taps_8": -0.483,
            "taps_64": -0.342, "kernel_row": 0.312, "ic_per_group": 0.25, "ic_per_group_16": -0.162,
            "oc_per_group": -0.311, "oc_per_group_8": 0.387, "oc_per_group_32": -0.417, "groups":
            0.237, "row": 0.168, "row_16": -1.63, "row_128": 0.0547, "rows": 0.259, "rows_16":
            0.233, "image": -0.223, "image_32": 0.0219, "image_256": 0.11, "double": -0.267,
            "complex": -0.361, "complex_double": -0.877, "converted": 3.44, "half": 3.44,
            "channels_last": 8.33, "stride": -0.102, "dilation": -0.684, "bordered": 0.223,
            "bordered_padded": -0.00706, "rank_1": 1.79, "rank_3": 1.03},
        "windows": {"call": 5.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.76e-15,
            "weights": 5.49e-16, "filters": 5.24e-13, "workers": -0.1, "taps": 0.374, "taps_8":
            -0.396, "taps_64": 0.183, "kernel_row": -0.0716, "ic_per_group": 0.174, "oc_per_group":
            0.0238, "oc_per_group_8": 0.0146, "oc_per_group_32": -0.069, "groups": 0.0207, "row":
            -0.0486, "row_16": -0.0102, "row_128": 0.0577, "rows": 0.0323, "rows_16": -0.0785,
            "image": 0.0516, "image_32": -0.0834, "image_256": 0.121, "double": -0.29, "complex":
            -0.347, "complex_double": -0.894, "converted": 0.261, "half": 0.261, "channels_last":
            8.75, "stride": -0.0985, "dilation": -0.0876, "bordered": 0.205, "bordered_padded":
            -0.00648, "rank_1": 0.336, "rank_3": -0.13},
    },
    "fft_tiled": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.58e-10, "weights":
            8.7e-10, "filters": 1.35e-09, "workers": -0.1, "taps": 0.00274, "taps_8": 0.0163,
            "taps_64": 0.0485, "kernel_row": 0.0107, "ic_per_group": -0.0237, "ic_per_group_16":
            -0.0388, "oc_per_group": -0.00108, "oc_per_group_8": -0.0267, "oc_per_group_32":
            -0.0588, "groups": -0.0173, "row": 0.0185, "row_16": -0.0271, "row_128": 0.0398, "rows":
            0.0152, "rows_16": -0.0042, "image": 0.0104, "image_32": -0.0221, "image_256": 0.019,
            "double": -0.822, "complex": -0.0599, "complex_double": -0.87, "converted": 0.497,
            "half": -0.356, "channels_last": 0.0184, "stride": -0.104, "dilation": 0.0237,
            "bordered": -0.0378, "bordered_padded": 0.00554, "rank_1": -0.0934, "rank_3": 0.119},
        "l3_filters": {"call": 1.43e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.87e-10,
            "weights": 3.18e-10, "filters": 1.38e-09, "workers": -0.1, "taps": 0.0672, "taps_8":
            0.0309, "taps_64": 0.0772, "kernel_row": -0.00495, "ic_per_group": 0.141,
            "oc_per_group": -0.41, "oc_per_group_8": 0.51, "oc_per_group_32": 0.0658, "groups":
            0.161, "row": -0.00994, "row_16": 0.041, "row_128": -0.0197, "rows": 0.0361, "rows_16":
            -0.0162, "image": -0.0116, "image_32": 0.0768, "image_256": -0.0188, "double": -0.569,
            "complex": 0.162, "complex_double": -0.602, "converted": 0.0793, "half": 0.0267,
            "channels_last": -0.00308, "stride": 0.0897, "dilation": 0.00355, "bordered": 0.0973,
            "bordered_padded": -0.0388, "rank_1": -0.097, "rank_3": 0.174},
        "memory_filters": {"call": 1.28e-05, "wake": 5e-06, "python": 4e-06, "prepared": 5.02e-09,
            "weights": 2.27e-10, "filters": 1.38e-09, "workers": -0.1, "taps": -0.174, "taps_8":
            1.12, "taps_64": -0.601, "kernel_row": -0.178, "ic_per_group": 0.936, "ic_per_group_16":
            -1.51, "oc_per_group": 0.136, "oc_per_group_8": -0.0864, "oc_per_group_32": -0.316,
            "groups": 0.0038, "row": -0.807, "row_16": 0.0748, "row_128": -1.49, "rows": -1.06,
            "rows_16": 0.937, "image": 0.407, "image_32": 0.0885, "image_256": 1.74, "double":
            -0.456, "complex": -0.348, "complex_double": -0.272, "converted": 0.33, "half": 0.0752,
            "channels_last": -1.99, "stride": -0.869, "dilation": -0.435, "bordered": -0.046,
            "bordered_padded": 0.0201, "rank_1": 1.67, "rank_3": 1.29},
    },
    "fft": {
        "": {"call": 5e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.45e-10, "weights":
            1.26e-09, "filters": 3.28e-07, "workers": -0.1, "taps": -0.00421, "taps_8": 0.00285,
            "taps_64": -0.0243, "kernel_row": 0.0969, "ic_per_group": 0.0921, "ic_per_group_16":
            0.0722, "oc_per_group": 0.081, "oc_per_group_8": 0.00224, "oc_per_group_32": -0.0784,
            "groups": 0.0505, "row": -0.0236, "row_16": 0.0526, "row_128": 0.0112, "rows": -0.0679,
            "rows_16": 0.0804, "image": -0.0967, "image_32": 0.0486, "image_256": 0.0779, "double":
            -0.324, "complex": 0.0511, "complex_double": -0.428, "converted": 0.299, "half": -0.22,
            "channels_last": 0.054, "stride": 0.0515, "dilation": 0.102, "bordered": 0.0473,
            "bordered_padded": -0.0297, "rank_1": -1.06, "rank_3": 0.377},
    },
    "cython": {
        "": {"call": 1.31e-05, "wake": 5e-06, "python": 4e-06, "prepared": 6.61e-14, "weights":
            1.8e-12, "filters": 1.81e-10, "workers": -0.1, "taps": 0.217, "taps_8": -0.0616,
            "taps_64": 0.0275, "kernel_row": 0.018, "ic_per_group": 0.301, "ic_per_group_16":
            -0.129, "oc_per_group": -0.00702, "oc_per_group_8": 0.121, "oc_per_group_32": 0.0167,
            "groups": 0.171, "row": 0.377, "row_16": -0.254, "row_128": 0.11, "rows": 0.0976,
            "rows_16": 0.0924, "image": -0.188, "image_32": -0.14, "image_256": 0.448, "double":
            0.127, "complex": 0.0296, "complex_double": -0.0406, "integer": -0.0297,
            "narrow_integer": 0.214, "converted": 1.32, "half": 1.68, "channels_last": 1.21,
            "stride": 0.055, "dilation": -0.301, "bordered": 0.0997, "bordered_padded": -0.0295,
            "rank_1": -0.468, "rank_3": 0.264},
    },
    "naive": {
        "": {"call": 1.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            3.61e-09, "filters": 7.23e-08, "workers": -0.7, "taps": 0.053, "taps_8": -0.0737,
            "taps_64": -0.0197, "kernel_row": 0.0103, "ic_per_group": -0.0127, "ic_per_group_16":
            -0.0558, "oc_per_group": -0.0171, "oc_per_group_8": -0.0387, "oc_per_group_32": 0.0377,
            "groups": -0.0618, "row": -0.0164, "row_16": -0.0542, "row_128": 0.854, "rows": -0.0173,
            "rows_16": 0.317, "image": 0.00437, "image_32": -0.0174, "image_256": -0.00764,
            "double": -0.596, "complex": -0.277, "complex_double": -1.29, "integer": -1.07,
            "narrow_integer": -0.0854, "converted": 1.18, "half": -0.219, "channels_last": 0.137,
            "stride": 0.0264, "dilation": 0.0207, "bordered": -0.0196, "bordered_padded": 0.0126,
            "rank_1": -0.094, "rank_3": 0.0726},
    },
}
