"""What the cost model multiplies counts by. Written by ``benchmarks/fit_cost_model.py``.

`_model` says what the numbers mean. `RESIDUALS` tells by which factor predictions are off, for
problems that were left out of the fit: the median, root mean square of the logarithms, and the
90th percentile. The rates of calls stand here so many times as large as `FITTED` has as a caution.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-11-20",
    "command": "python benchmarks/fit_cost_model.py --problems 1150 --workers 1 2 --budget 0.05",
    "problems": 2373,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.15, "fft": 1.0, "winograd": 1.05, "naive": 1.0},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2373, "median": 1.09, "rms": 1.25, "p90": 1.38},
    "direct channels": {"problems": 630, "median": 1.1, "rms": 1.25, "p90": 1.38},
    "direct groups": {"problems": 201, "median": 1.19, "rms": 1.53, "p90": 1.86},
    "direct in_place": {"problems": 336, "median": 1.07, "rms": 1.15, "p90": 1.22},
    "direct pixels_1": {"problems": 298, "median": 1.06, "rms": 1.18, "p90": 1.22},
    "direct pixels_2": {"problems": 135, "median": 1.12, "rms": 1.26, "p90": 1.45},
    "direct pixels_4": {"problems": 124, "median": 1.13, "rms": 1.24, "p90": 1.38},
    "direct pointwise": {"problems": 156, "median": 1.11, "rms": 1.27, "p90": 1.38},
    "direct rows": {"problems": 493, "median": 1.08, "rms": 1.2, "p90": 1.34},
    "direct, preparing": {"problems": 2373, "median": 1.12, "rms": 1.33, "p90": 1.52},
    "winograd": {"problems": 408, "median": 1.14, "rms": 1.26, "p90": 1.41},
    "winograd lanes": {"problems": 94, "median": 1.21, "rms": 1.28, "p90": 1.42},
    "winograd, preparing": {"problems": 408, "median": 1.16, "rms": 1.29, "p90": 1.52},
    "im2col": {"problems": 2190, "median": 1.12, "rms": 1.3, "p90": 1.52},
    "im2col pointwise": {"problems": 113, "median": 1.1, "rms": 1.24, "p90": 1.44},
    "im2col rows": {"problems": 1052, "median": 1.09, "rms": 1.23, "p90": 1.39},
    "im2col windows": {"problems": 1025, "median": 1.19, "rms": 1.37, "p90": 1.67},
    "im2col, preparing": {"problems": 2190, "median": 1.06, "rms": 1.27, "p90": 1.7},
    "fft": {"problems": 2183, "median": 1.12, "rms": 1.23, "p90": 1.39},
    "fft planes": {"problems": 1727, "median": 1.11, "rms": 1.2, "p90": 1.33},
    "fft summed": {"problems": 456, "median": 1.19, "rms": 1.33, "p90": 1.53},
    "fft, preparing": {"problems": 2183, "median": 1.1, "rms": 1.35, "p90": 1.45},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.1, "p90": 1.14},
    "naive, preparing": {"problems": 149, "median": 1.03, "rms": 1.14, "p90": 1.12},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.7),
    "group_in": (0.0, 11.0),
    "group_in_16": (0.0, 7.0),
    "group_out": (0.0, 11.0),
    "group_out_8": (0.0, 8.0),
    "group_out_32": (0.0, 6.0),
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

SLOWER: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.01, "base": 5.7},
    "winograd": {"v3": 1.62, "base": 4.22},
    "im2col": {"v3": 2.36, "base": 6.17},
    "fft": {"v3": 1.55, "base": 2.66},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.6e-06, "team": 1.83e-06, "flops": 5.46e-12, "beyond_l2": 3.33e-12,
            "beyond_l3": 4.27e-11, "outputs": 5.65e-11, "outputs_half": 5.17e-11, "outputs_last":
            9.42e-11, "planes": 4.58e-10, "bytes": 1.03e-12, "packed": 1.23e-11, "gathered":
            2.33e-11, "runs": 1.05e-09, "runs_bordered": 6.52e-09, "pieces": 2.49e-08,
            "piece_terms": 1.77e-10, "workers": -0.635, "taps": -0.00629, "taps_8": 0.0524,
            "taps_64": 0.0373, "kernel_row": -0.0385, "group_in": 0.0167, "group_in_16": 0.0164,
            "group_out": -0.0319, "group_out_8": 0.048, "group_out_32": -0.00368, "groups":
            -0.00134, "row": 0.016, "row_16": -0.0539, "row_128": 0.0285, "rows": 0.0144, "rows_16":
            -0.00361, "image": -0.11, "image_32": 0.111, "image_256": 0.0101, "double": 0.638,
            "complex": -0.371, "complex_double": 0.168, "integer": 0.47, "narrow_integer": 0.0218,
            "converted": 0.146, "half": -0.114, "channels_last": -0.0468, "channels_last_channels":
            0.0182, "stride": -0.00323, "dilation": 0.0373, "bordered": 0.105, "bordered_padded":
            0.0341, "rank_1": 0.0963, "rank_3": -0.0178},
        "channels": {"call": 1.48e-06, "team": 1.41e-06, "flops": 8.05e-12, "beyond_l2": 2.59e-12,
            "beyond_l3": 2.23e-10, "outputs": 1.37e-10, "outputs_half": 2.97e-11, "outputs_last":
            9.71e-11, "planes": 4.76e-10, "bytes": 4.89e-13, "packed": 1.48e-11, "gathered":
            6.39e-11, "runs": 1.44e-09, "runs_bordered": 4.46e-09, "pieces": 5.96e-08,
            "piece_terms": 2.02e-10, "workers": -0.601, "taps": -0.0492, "taps_8": 0.0113,
            "taps_64": 0.0161, "kernel_row": 0.0372, "group_in": 0.00332, "group_in_16": 0.0102,
            "group_out": 0.0756, "group_out_8": -0.19, "group_out_32": 0.122, "groups": 0.0162,
            "row": -0.00158, "row_16": -0.00595, "row_128": -0.00462, "rows": 0.00447, "rows_16":
            -0.018, "image": -0.132, "image_32": 0.114, "image_256": 0.0304, "double": 0.604,
            "complex": -0.506, "complex_double": -0.0593, "integer": 0.0721, "narrow_integer":
            -0.438, "converted": 0.5, "half": -0.351, "channels_last": -0.152,
            "channels_last_channels": 0.0192, "stride": 0.0124, "dilation": 0.0691, "bordered":
            0.08, "bordered_padded": 0.0574, "rank_1": -0.0346, "rank_3": 0.0757},
        "groups": {"call": 1.63e-06, "team": 1.59e-06, "flops": 2.35e-12, "beyond_l2": 7.27e-12,
            "beyond_l3": 3.71e-11, "outputs": 1.82e-11, "outputs_half": 5.15e-11, "outputs_last":
            1.06e-11, "planes": 4.11e-10, "bytes": 1.29e-12, "packed": 1.95e-12, "gathered":
            1.49e-11, "runs": 2.16e-10, "runs_bordered": 6.49e-10, "pieces": 5.93e-08,
            "piece_terms": 6.62e-11, "workers": -0.552, "taps": -0.0906, "taps_8": 0.124, "taps_64":
            -0.00653, "kernel_row": 0.149, "group_in": 0.0167, "group_in_16": 0.0164, "group_out":
            -0.0319, "group_out_8": 0.048, "group_out_32": -0.00368, "groups": -0.0123, "row":
            0.00183, "row_16": -0.154, "row_128": 0.141, "rows": -0.0134, "rows_16": 0.00418,
            "image": 0.0477, "image_32": -0.0473, "image_256": 0.0187, "double": 0.485, "complex":
            -0.371, "complex_double": 0.168, "integer": 0.266, "narrow_integer": 0.321, "converted":
            -0.213, "half": 0.399, "channels_last": 0.198, "channels_last_channels": -0.00146,
            "stride": 0.251, "dilation": -0.0574, "bordered": 0.101, "bordered_padded": 0.115,
            "rank_1": -0.0596, "rank_3": 0.446},
        "in_place": {"call": 1.5e-06, "team": 1.08e-06, "flops": 5.38e-12, "beyond_l2": 5.28e-12,
            "beyond_l3": 3.92e-11, "outputs": 5.34e-11, "outputs_half": 5.17e-11, "outputs_last":
            9.42e-11, "planes": 4.93e-10, "bytes": 9.68e-13, "packed": 1.77e-11, "gathered":
            8.77e-12, "runs": 1.08e-09, "runs_bordered": 1.58e-08, "pieces": 1.11e-08,
            "piece_terms": 1.86e-10, "workers": -0.609, "taps": -0.0824, "taps_8": 0.0196,
            "taps_64": 0.0246, "kernel_row": 0.0299, "group_in": -0.0254, "group_in_16": 0.0461,
            "group_out": 0.00638, "group_out_8": -0.0225, "group_out_32": -0.0129, "groups":
            -0.00247, "row": 0.127, "row_16": -0.167, "row_128": 0.0154, "rows": 0.00303, "rows_16":
            -0.00581, "image": -0.177, "image_32": 0.183, "image_256": 0.0193, "double": 0.577,
            "complex": -0.371, "complex_double": 0.168, "integer": 0.611, "narrow_integer": 0.0218,
            "converted": 0.107, "half": -0.114, "channels_last": -0.0468, "channels_last_channels":
            0.0182, "stride": 0.0645, "dilation": 0.0162, "bordered": 0.0108, "bordered_padded":
            0.0352, "rank_1": 0.129, "rank_3": -0.0202},
        "pixels_1": {"call": 1.42e-06, "team": 1.34e-06, "flops": 2.68e-12, "beyond_l2": 2.99e-12,
            "beyond_l3": 4.27e-11, "outputs": 2.87e-11, "outputs_half": 5.21e-11, "outputs_last":
            9.42e-11, "planes": 4.73e-10, "bytes": 6.99e-13, "packed": 6.19e-12, "gathered":
            9.11e-12, "runs": 9.43e-10, "runs_bordered": 7.42e-09, "pieces": 3.96e-08,
            "piece_terms": 1.78e-10, "workers": -0.674, "taps": 0.13, "taps_8": 0.0451, "taps_64":
            -0.131, "kernel_row": -0.0181, "group_in": -0.00734, "group_in_16": -0.133, "group_out":
            -0.0319, "group_out_8": 0.048, "group_out_32": -0.00368, "groups": -0.04, "row": 0.111,
            "row_16": -0.0851, "row_128": -0.0238, "rows": -0.00914, "rows_16": 0.00379, "image":
            -0.228, "image_32": 0.267, "image_256": -0.0417, "double": 0.614, "complex": -0.371,
            "complex_double": 0.168, "integer": 0.614, "narrow_integer": 0.0475, "converted":
            -0.123, "half": 0.346, "channels_last": -0.0376, "channels_last_channels": 0.209,
            "stride": 0.00854, "dilation": -0.00991, "bordered": 0.0491, "bordered_padded": 0.0352,
            "rank_1": -0.0915, "rank_3": 0.111},
        "pixels_2": {"call": 1.49e-06, "team": 1.56e-06, "flops": 4.35e-12, "beyond_l2": 1.95e-11,
            "beyond_l3": 3.56e-11, "outputs": 1.26e-10, "outputs_half": 4.76e-11, "outputs_last":
            6.47e-11, "planes": 4.63e-10, "bytes": 1.22e-12, "packed": 7.13e-12, "gathered":
            2.49e-11, "runs": 6.65e-10, "runs_bordered": 8.9e-09, "pieces": 6.35e-08, "piece_terms":
            3.03e-10, "workers": -0.63, "taps": -0.0866, "taps_8": 0.0653, "taps_64": 0.0823,
            "kernel_row": -0.0803, "group_in": 0.0488, "group_in_16": -0.0872, "group_out": 0.539,
            "group_out_8": 0.048, "group_out_32": -0.00368, "groups": -0.036, "row": 0.127,
            "row_16": -0.0519, "row_128": -0.0468, "rows": -0.0216, "rows_16": 0.0399, "image":
            -0.141, "image_32": 0.0737, "image_256": 0.0213, "double": 0.535, "complex": 0.515,
            "complex_double": 0.825, "integer": 0.174, "narrow_integer": 0.0218, "converted":
            -0.037, "half": -0.00407, "channels_last": -0.223, "channels_last_channels": 0.0713,
            "stride": 0.129, "dilation": 0.038, "bordered": -0.321, "bordered_padded": 0.309,
            "rank_1": -0.108, "rank_3": 0.0852},
        "pixels_4": {"call": 1.68e-06, "team": 1.54e-06, "flops": 4.12e-12, "beyond_l2": 3.49e-12,
            "beyond_l3": 6.15e-11, "outputs": 3.8e-11, "outputs_half": 3.02e-11, "outputs_last":
            8.18e-11, "planes": 5.06e-10, "bytes": 1.08e-12, "packed": 1.55e-11, "gathered":
            3.81e-11, "runs": 1.47e-09, "runs_bordered": 4.28e-09, "pieces": 3.54e-08,
            "piece_terms": 1.84e-10, "workers": -0.617, "taps": -0.0293, "taps_8": 0.055, "taps_64":
            0.0341, "kernel_row": -0.0882, "group_in": 0.0123, "group_in_16": 0.0547, "group_out":
            -0.0372, "group_out_8": -0.0406, "group_out_32": 0.212, "groups": 0.0199, "row": 0.0351,
            "row_16": -0.0634, "row_128": -0.0706, "rows": 0.0561, "rows_16": -0.0861, "image":
            -0.145, "image_32": 0.229, "image_256": -0.045, "double": 0.456, "complex": -0.55,
            "complex_double": 0.324, "integer": 0.584, "narrow_integer": 0.0274, "converted": 0.157,
            "half": -0.108, "channels_last": -0.168, "channels_last_channels": 0.0527, "stride":
            -0.00806, "dilation": -0.0308, "bordered": 0.382, "bordered_padded": 0.245, "rank_1":
            0.458, "rank_3": -0.111},
        "pointwise": {"call": 1.45e-06, "team": 1.56e-06, "flops": 7.56e-12, "beyond_l2": 1.32e-12,
            "beyond_l3": 4.44e-11, "outputs": 4.86e-11, "outputs_half": 9.38e-11, "outputs_last":
            5.8e-11, "planes": 3.52e-10, "bytes": 5.9e-13, "packed": 1.28e-11, "gathered": 2.04e-11,
            "runs": 6.36e-09, "runs_bordered": 6.52e-09, "pieces": 5.94e-08, "piece_terms":
            1.44e-10, "workers": -0.608, "taps": -0.00629, "taps_8": 0.0524, "taps_64": 0.0373,
            "kernel_row": -0.0385, "group_in": -0.127, "group_in_16": 0.118, "group_out": 0.203,
            "group_out_8": -0.3, "group_out_32": 0.103, "groups": -0.00134, "row": 0.154, "row_16":
            -0.156, "row_128": 0.125, "rows": -0.0171, "rows_16": 0.0275, "image": -0.163,
            "image_32": 0.0956, "image_256": 0.0855, "double": 0.65, "complex": -0.673,
            "complex_double": 0.0466, "integer": 0.455, "narrow_integer": 0.0374, "converted":
            0.0014, "half": -0.259, "channels_last": 0.153, "channels_last_channels": -0.0313,
            "stride": 0.0601, "dilation": -0.0579, "bordered": 0.105, "bordered_padded": 0.0341,
            "rank_1": -0.271, "rank_3": -0.0136},
        "rows": {"call": 1.45e-06, "team": 1.19e-06, "flops": 8.93e-12, "beyond_l2": 7.59e-12,
            "beyond_l3": 4.88e-11, "outputs": 4.74e-11, "outputs_half": 5.22e-11, "outputs_last":
            8.21e-11, "planes": 4.37e-10, "bytes": 1.21e-12, "packed": 4.61e-12, "gathered":
            4.38e-11, "runs": 1.36e-09, "runs_bordered": 1.83e-08, "pieces": 7.74e-09,
            "piece_terms": 1.47e-10, "workers": -0.643, "taps": -0.0313, "taps_8": 0.101, "taps_64":
            -0.0722, "kernel_row": 0.0186, "group_in": 0.0132, "group_in_16": 0.0892, "group_out":
            -0.0487, "group_out_8": 0.111, "group_out_32": -0.172, "groups": -0.0223, "row":
            -0.0503, "row_16": 0.00379, "row_128": 0.0582, "rows": -0.102, "rows_16": 0.108,
            "image": 0.0677, "image_32": -0.179, "image_256": 0.106, "double": 0.639, "complex":
            -0.585, "complex_double": -0.0308, "integer": 0.637, "narrow_integer": 0.00359,
            "converted": -0.0219, "half": 0.167, "channels_last": 0.00557, "channels_last_channels":
            -0.0107, "stride": -0.483, "dilation": 0.078, "bordered": 0.053, "bordered_padded":
            0.0121, "rank_1": 0.0963, "rank_3": 0.203},
    },
    "winograd": {
        "": {"call": 1.87e-06, "team": 1.15e-06, "flops": 1.49e-11, "beyond_l2": 2e-11, "beyond_l3":
            2.54e-11, "outputs": 6.5e-10, "outputs_half": 1.05e-10, "outputs_last": 4.72e-10,
            "planes": 1.98e-08, "bytes": 3.91e-12, "packed": 7.76e-13, "gathered": 1.05e-10, "runs":
            5.25e-09, "runs_bordered": 5.25e-09, "pieces": 6.63e-09, "piece_terms": 7.88e-09,
            "workers": -0.547, "taps": 0.117, "taps_8": -0.0596, "taps_64": -0.13, "kernel_row":
            -0.202, "group_in": -0.0305, "group_in_16": 0.0953, "group_out": -0.0925, "group_out_8":
            -0.085, "group_out_32": 0.0828, "groups": 0.0175, "row": -0.0626, "row_16": 0.104,
            "row_128": -0.0244, "rows": 0.0137, "rows_16": -0.0361, "image": 0.0109, "image_32":
            -0.0825, "image_256": 0.0626, "double": 0.489, "complex": 0.3, "complex_double": 0.699,
            "channels_last": 0.136, "channels_last_channels": -0.0209, "dilation": 0.0779,
            "bordered": 0.196, "bordered_padded": 0.115, "rank_1": -0.093, "rank_3": 0.215},
        "lanes": {"call": 1.5e-06, "team": 1.01e-06, "flops": 9.76e-12, "beyond_l2": 8.95e-12,
            "beyond_l3": 9.39e-11, "outputs": 1.32e-10, "outputs_half": 1.05e-10, "outputs_last":
            6.2e-10, "planes": 1.7e-08, "bytes": 1.68e-11, "packed": 7.6e-13, "gathered": 1.05e-10,
            "runs": 5.25e-09, "runs_bordered": 5.25e-09, "pieces": 6.17e-09, "piece_terms":
            3.75e-09, "workers": -0.415, "taps": -0.411, "taps_8": 0.409, "taps_64": -0.141,
            "kernel_row": -0.0435, "group_in": 0.0377, "group_in_16": 0.145, "group_out": -0.028,
            "group_out_8": -0.261, "group_out_32": 0.436, "groups": -0.0403, "row": 0.0971,
            "row_16": -0.227, "row_128": 0.108, "rows": 0.00731, "rows_16": -0.0148, "image":
            0.0976, "image_32": -0.198, "image_256": 0.138, "double": 0.229, "complex": 0.257,
            "complex_double": 0.624, "channels_last": 0.085, "channels_last_channels": -0.00844,
            "dilation": 0.114, "bordered": 0.235, "bordered_padded": 0.306, "rank_1": -0.219,
            "rank_3": 0.0539},
    },
    "im2col": {
        "": {"call": 1.12e-05, "team": 3.5e-06, "flops": 1.42e-11, "beyond_l2": 2.39e-11,
            "beyond_l3": 2.82e-10, "outputs": 1.26e-11, "outputs_half": 4.02e-11, "outputs_last":
            1.19e-09, "planes": 1.37e-10, "bytes": 2.52e-11, "packed": 4.83e-12, "gathered":
            1.61e-10, "runs": 5.96e-09, "runs_bordered": 2.39e-08, "pieces": 1.24e-07,
            "piece_terms": 9.41e-11, "workers": -0.565, "taps": 0.00242, "taps_8": 0.0266,
            "taps_64": -0.0409, "kernel_row": 0.0154, "group_in": 0.0161, "group_in_16": -0.00535,
            "group_out": -0.00844, "group_out_8": -0.0563, "group_out_32": 0.0772, "groups":
            -0.00891, "row": -0.13, "row_16": 0.103, "row_128": 0.00283, "rows": 0.012, "rows_16":
            -0.00647, "image": -0.0761, "image_32": -0.0402, "image_256": 0.127, "double": 0.0533,
            "complex": 0.572, "complex_double": 0.296, "converted": 0.0551, "half": 0.0551,
            "channels_last": 0.0963, "channels_last_channels": 0.0524, "stride": 0.128, "dilation":
            0.0686, "bordered": 0.167, "bordered_padded": -0.0767, "rank_1": 0.162, "rank_3":
            0.0966},
        "pointwise": {"call": 1.14e-05, "team": 2.08e-06, "flops": 4.46e-11, "beyond_l2": 4.53e-11,
            "beyond_l3": 2.49e-10, "outputs": 1.4e-11, "outputs_half": 4.02e-11, "outputs_last":
            1.19e-09, "planes": 1.37e-10, "bytes": 1.33e-11, "packed": 4.83e-12, "gathered":
            1.61e-10, "runs": 5.96e-09, "runs_bordered": 2.39e-08, "pieces": 1.3e-07, "piece_terms":
            9.47e-11, "workers": -0.606, "taps": 0.00242, "taps_8": 0.0266, "taps_64": -0.0409,
            "kernel_row": 0.0154, "group_in": -0.155, "group_in_16": 0.187, "group_out": -0.395,
            "group_out_8": 0.347, "group_out_32": 0.1, "groups": -0.00891, "row": 0.105, "row_16":
            0.0915, "row_128": -0.158, "rows": 0.0577, "rows_16": -0.0771, "image": -0.187,
            "image_32": 0.0571, "image_256": 0.103, "double": 0.562, "complex": 0.115,
            "complex_double": 0.819, "converted": 0.0551, "half": 0.0551, "channels_last": 0.0963,
            "channels_last_channels": 0.0524, "stride": 0.128, "dilation": 0.0106, "bordered":
            0.167, "bordered_padded": -0.0767, "rank_1": -0.213, "rank_3": 0.65},
        "rows": {"call": 1.12e-05, "team": 4.53e-06, "flops": 1.45e-11, "beyond_l2": 1.51e-11,
            "beyond_l3": 2.85e-10, "outputs": 1.19e-11, "outputs_half": 1.28e-10, "outputs_last":
            1.01e-09, "planes": 1.38e-10, "bytes": 2.55e-11, "packed": 8.84e-12, "gathered":
            1.61e-10, "runs": 6.77e-09, "runs_bordered": 2.39e-08, "pieces": 1.45e-07,
            "piece_terms": 6.79e-11, "workers": -0.568, "taps": 0.0537, "taps_8": -0.0256,
            "taps_64": -0.0316, "kernel_row": 0.00297, "group_in": 0.0233, "group_in_16": -0.0118,
            "group_out": -0.0137, "group_out_8": -0.0196, "group_out_32": 0.106, "groups": -0.0077,
            "row": -0.13, "row_16": 0.144, "row_128": -0.0605, "rows": 0.0148, "rows_16": -0.0368,
            "image": -0.137, "image_32": -0.016, "image_256": 0.189, "double": 0.0435, "complex":
            0.572, "complex_double": 0.296, "converted": 0.0281, "half": 0.0281, "channels_last":
            0.0468, "channels_last_channels": 0.0524, "stride": 0.128, "dilation": 0.0385,
            "bordered": 0.167, "bordered_padded": -0.0767, "rank_1": 0.303, "rank_3": 0.115},
        "windows": {"call": 1.09e-05, "team": 3.17e-06, "flops": 4.52e-12, "beyond_l2": 8.19e-12,
            "beyond_l3": 1.04e-10, "outputs": 1.29e-11, "outputs_half": 1.5e-11, "outputs_last":
            3.62e-10, "planes": 1.41e-10, "bytes": 1.26e-11, "packed": 1.6e-11, "gathered":
            4.08e-11, "runs": 8.25e-09, "runs_bordered": 8.63e-09, "pieces": 4.26e-08,
            "piece_terms": 9.5e-11, "workers": -0.574, "taps": -0.0139, "taps_8": 0.0219, "taps_64":
            -0.0161, "kernel_row": 0.0129, "group_in": 0.00521, "group_in_16": -0.0166, "group_out":
            0.0338, "group_out_8": -0.0623, "group_out_32": 0.0995, "groups": -0.00413, "row":
            0.0534, "row_16": -0.0884, "row_128": 0.0289, "rows": 0.00768, "rows_16": 0.00842,
            "image": -0.0535, "image_32": -0.045, "image_256": 0.103, "double": 0.00817, "complex":
            0.721, "complex_double": 0.468, "converted": 0.145, "half": 0.145, "channels_last":
            0.176, "channels_last_channels": 0.0329, "dilation": 0.00716, "bordered": -0.0124,
            "bordered_padded": 0.0099, "rank_1": 0.116, "rank_3": 0.0222},
    },
    "fft": {
        "": {"call": 1.64e-06, "team": 3.67e-07, "flops": 6.02e-12, "beyond_l2": 5.22e-12,
            "beyond_l3": 2.54e-11, "outputs": 5.67e-11, "outputs_half": 9.25e-12, "outputs_last":
            1.95e-10, "planes": 6.85e-08, "bytes": 1.99e-12, "packed": 4.72e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.65e-11, "piece_terms": 1.5e-13,
            "workers": -0.447, "taps": 0.0423, "taps_8": -0.0617, "taps_64": 0.00692, "kernel_row":
            -0.00127, "group_in": 0.121, "group_in_16": -0.0935, "group_out": -0.03, "group_out_8":
            0.0869, "group_out_32": -0.0379, "groups": 0.00947, "row": -0.0593, "row_16": -0.0274,
            "row_128": 0.0504, "rows": -0.0321, "rows_16": 0.0179, "image": 0.0747, "image_32":
            0.00363, "image_256": -0.0323, "double": 0.492, "complex": 0.21, "complex_double":
            0.678, "converted": 0.0232, "half": 0.0232, "channels_last": -0.0218,
            "channels_last_channels": 0.0308, "stride": 0.193, "dilation": -0.039, "bordered":
            0.0111, "bordered_padded": 0.0636, "rank_1": 0.0491, "rank_3": -0.111},
        "planes": {"call": 1.72e-06, "team": 6.01e-07, "flops": 6.15e-12, "beyond_l2": 2.9e-12,
            "beyond_l3": 3.02e-11, "outputs": 2.58e-11, "outputs_half": 8.65e-12, "outputs_last":
            2.67e-10, "planes": 2.31e-08, "bytes": 8.06e-12, "packed": 5.02e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.8e-11, "piece_terms": 1.52e-13,
            "workers": -0.555, "taps": -0.0086, "taps_8": -0.00747, "taps_64": -0.0229,
            "kernel_row": 0.0304, "group_in": 0.056, "group_in_16": 0.0356, "group_out": -0.0311,
            "group_out_8": 0.02, "group_out_32": 0.00596, "groups": 0.0222, "row": -0.0568,
            "row_16": -0.00453, "row_128": 0.0488, "rows": -0.00412, "rows_16": 0.00375, "image":
            0.0604, "image_32": 0.0215, "image_256": -0.0531, "double": 0.382, "complex": 0.167,
            "complex_double": 0.492, "converted": 0.0253, "half": 0.0253, "channels_last": -0.012,
            "channels_last_channels": 0.0272, "stride": 0.155, "dilation": -0.0635, "bordered":
            0.0193, "bordered_padded": 0.0737, "rank_1": -0.103, "rank_3": -0.0422},
        "summed": {"call": 6.37e-05, "team": 0.000128, "flops": 1.14e-12, "beyond_l2": 6.36e-12,
            "beyond_l3": 1.83e-11, "outputs": 2.12e-10, "outputs_half": 9.14e-12, "outputs_last":
            3.02e-10, "planes": 9.78e-09, "bytes": 4.59e-12, "packed": 3.05e-11, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.65e-11, "piece_terms": 1.5e-13,
            "workers": -0.1, "taps": 0.0864, "taps_8": -0.0154, "taps_64": -0.158, "kernel_row":
            -0.0305, "group_in": -0.00757, "group_in_16": 0.0326, "group_out": 0.0755,
            "group_out_8": -0.0131, "group_out_32": 0.0242, "groups": 0.018, "row": 0.0712,
            "row_16": -0.0424, "row_128": 0.00436, "rows": 0.0706, "rows_16": -0.0747, "image":
            0.115, "image_32": -0.121, "image_256": 0.0266, "double": 0.347, "complex": 0.554,
            "complex_double": 0.708, "converted": 0.0864, "half": 0.0864, "channels_last": -0.711,
            "channels_last_channels": 0.096, "stride": 0.14, "dilation": 0.0725, "bordered":
            -0.0848, "bordered_padded": 0.0996, "rank_1": -0.256, "rank_3": 0.0976},
    },
    "naive": {
        "": {"call": 4.75e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.09e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.0714, "taps_8": 0.0136, "taps_64": 0.0622, "kernel_row": -0.00296, "group_in":
            -0.037, "group_in_16": 0.00943, "group_out": -0.0187, "group_out_8": 0.0184,
            "group_out_32": 0.0232, "groups": -0.00251, "row": -0.00383, "row_16": -0.0029,
            "row_128": -0.0504, "rows": -0.00309, "rows_16": 0.011, "image": 0.00958, "image_32":
            0.00159, "image_256": 0.0415, "double": -0.701, "complex": -2.08, "complex_double":
            -2.72, "integer": -0.732, "narrow_integer": -0.791, "converted": 0.0131, "half":
            0.00439, "channels_last": 0.0123, "channels_last_channels": -0.0188, "stride": 0.0039,
            "dilation": -0.00947, "bordered": 0.016, "bordered_padded": 0.00917, "rank_1": -0.0644,
            "rank_3": 0.0812},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.15e-06, "team": 5e-06, "prepared": 2.28e-12, "weights": 6.9e-12, "filters":
            2.28e-09, "workers": -0.1, "taps": 0.395, "taps_8": -0.214, "taps_64": 0.0171,
            "kernel_row": -0.126, "group_in": 0.0601, "group_in_16": 0.194, "group_out": -0.217,
            "group_out_8": 0.0277, "group_out_32": 0.251, "groups": -0.0893, "row": 0.26, "row_16":
            -0.102, "row_128": -0.0806, "rows": 0.128, "rows_16": -0.101, "image": -0.0875,
            "image_32": -0.102, "image_256": 0.152, "double": -0.217, "complex": 0.996,
            "complex_double": 0.75, "integer": 0.295, "narrow_integer": 1.3, "converted": 0.483,
            "half": -0.237, "channels_last": 0.583, "channels_last_channels": 0.0666, "stride":
            -0.206, "dilation": 0.126, "bordered": -0.144, "bordered_padded": 0.017, "rank_1":
            -0.0843, "rank_3": 0.03},
        "channels": {"call": 2e-06, "team": 5e-06, "prepared": 9.28e-13, "weights": 1.15e-12,
            "filters": 1.23e-09, "workers": -0.1, "taps": 0.0983, "taps_8": 0.15, "taps_64": -0.156,
            "kernel_row": 0.123, "group_in": 0.244, "group_in_16": 0.155, "group_out": -0.188,
            "group_out_8": 0.2, "group_out_32": 0.156, "groups": 0.116, "row": 0.228, "row_16":
            -0.151, "row_128": 0.0535, "rows": 0.132, "rows_16": -0.118, "image": -0.109,
            "image_32": -0.095, "image_256": 0.13, "double": 0.0308, "complex": 0.978,
            "complex_double": 0.999, "integer": -0.101, "narrow_integer": 1.25, "converted": 0.776,
            "half": -0.51, "channels_last": 1.3, "channels_last_channels": 0.0197, "stride": -0.101,
            "dilation": 0.226, "bordered": 0.112, "bordered_padded": -0.0347, "rank_1": -0.546,
            "rank_3": 0.276},
        "groups": {"call": 1.95e-06, "team": 5e-06, "prepared": 1.63e-11, "weights": 3.68e-12,
            "filters": 6.05e-10, "workers": -0.1, "taps": 0.0586, "taps_8": 0.238, "taps_64":
            -0.0977, "kernel_row": -0.298, "group_in": 0.0601, "group_in_16": 0.194, "group_out":
            -0.217, "group_out_8": 0.0277, "group_out_32": 0.251, "groups": -0.045, "row": -0.142,
            "row_16": 0.23, "row_128": -0.131, "rows": 0.0653, "rows_16": -0.105, "image": 0.225,
            "image_32": -0.303, "image_256": 0.137, "double": -0.125, "complex": 0.996,
            "complex_double": 0.75, "integer": -0.414, "narrow_integer": -0.156, "converted": 0.803,
            "half": -0.839, "channels_last": 1.06, "channels_last_channels": -0.0434, "stride":
            0.0729, "dilation": -0.595, "bordered": -0.437, "bordered_padded": 0.00131, "rank_1":
            1.08, "rank_3": -0.577},
        "in_place": {"call": 1.86e-06, "team": 5e-06, "prepared": 2.67e-11, "weights": 4.19e-12,
            "filters": 1.91e-09, "workers": -0.234, "taps": -0.0263, "taps_8": -0.0196, "taps_64":
            -0.025, "kernel_row": 0.0436, "group_in": -0.0326, "group_in_16": 0.067, "group_out":
            -0.0119, "group_out_8": -0.026, "group_out_32": 0.00157, "groups": -0.0152, "row":
            0.0582, "row_16": -0.0782, "row_128": 0.0336, "rows": 0.0386, "rows_16": -0.00725,
            "image": 0.0298, "image_32": 0.0211, "image_256": -0.0513, "double": -0.497, "complex":
            0.996, "complex_double": 0.75, "integer": 0.355, "narrow_integer": 1.3, "converted":
            -0.273, "half": -0.237, "channels_last": 0.583, "channels_last_channels": 0.0666,
            "stride": -0.0181, "dilation": -0.00121, "bordered": -0.0723, "bordered_padded": 0.0101,
            "rank_1": 0.158, "rank_3": -0.11},
        "pixels_1": {"call": 1.67e-06, "team": 5e-06, "prepared": 2.83e-12, "weights": 1.68e-11,
            "filters": 3.38e-09, "workers": -0.407, "taps": 0.455, "taps_8": -0.189, "taps_64":
            -0.354, "kernel_row": -0.0181, "group_in": 0.0583, "group_in_16": -0.196, "group_out":
            -0.217, "group_out_8": 0.0277, "group_out_32": 0.251, "groups": -0.0919, "row": -0.295,
            "row_16": 0.202, "row_128": 0.0939, "rows": -0.0684, "rows_16": 0.149, "image": 0.277,
            "image_32": -0.134, "image_256": -0.104, "double": -0.56, "complex": 0.996,
            "complex_double": 0.75, "integer": -0.134, "narrow_integer": 1.28, "converted": 0.84,
            "half": 0.0857, "channels_last": 0.0476, "channels_last_channels": 1.04, "stride":
            0.0875, "dilation": 0.193, "bordered": -0.247, "bordered_padded": 0.119, "rank_1":
            0.458, "rank_3": -0.416},
        "pixels_2": {"call": 1.9e-06, "team": 5e-06, "prepared": 2.71e-12, "weights": 8.1e-12,
            "filters": 2.81e-09, "workers": -0.172, "taps": 0.374, "taps_8": -0.114, "taps_64":
            -0.299, "kernel_row": -0.0369, "group_in": 0.0922, "group_in_16": -0.00181, "group_out":
            0.495, "group_out_8": 0.0277, "group_out_32": 0.251, "groups": -0.0177, "row": -0.121,
            "row_16": 0.0692, "row_128": -0.125, "rows": -0.0893, "rows_16": -0.0804, "image":
            0.0878, "image_32": -0.00204, "image_256": 0.0951, "double": -0.657, "complex": 0.928,
            "complex_double": 0.713, "integer": 0.277, "narrow_integer": 1.3, "converted": 0.605,
            "half": -0.0963, "channels_last": 0.689, "channels_last_channels": -0.0205, "stride":
            -0.2, "dilation": 0.141, "bordered": -0.252, "bordered_padded": 0.204, "rank_1": 0.147,
            "rank_3": -0.45},
        "pixels_4": {"call": 1.86e-06, "team": 5e-06, "prepared": 1.36e-11, "weights": 5.93e-12,
            "filters": 4.09e-09, "workers": -0.14, "taps": -0.00495, "taps_8": -0.148, "taps_64":
            0.3, "kernel_row": 0.00985, "group_in_16": -0.0129, "group_out": 0.0862, "group_out_8":
            -0.166, "group_out_32": 2.02, "groups": -0.05, "row": -0.115, "row_16": 0.167,
            "row_128": -0.0262, "rows": 0.155, "rows_16": -0.142, "image": 0.111, "image_32":
            -0.149, "image_256": 0.0788, "double": -0.465, "complex": 0.746, "complex_double":
            0.316, "integer": -0.154, "narrow_integer": 1.55, "converted": 0.734, "half": -0.236,
            "channels_last": 0.938, "channels_last_channels": 0.0332, "stride": -0.239, "dilation":
            0.0615, "bordered": -0.148, "bordered_padded": -0.00158, "rank_1": 0.275, "rank_3":
            0.26},
        "pointwise": {"call": 2.04e-06, "team": 5e-06, "prepared": 4.87e-13, "weights": 2.23e-12,
            "filters": 6.72e-09, "workers": -0.1, "taps": 0.395, "taps_8": -0.214, "taps_64":
            0.0171, "kernel_row": -0.126, "group_in": 0.238, "group_in_16": 0.325, "group_out":
            -1.09, "group_out_8": 1.2, "group_out_32": -0.0389, "groups": -0.0893, "row": 0.47,
            "row_16": -0.399, "row_128": -0.0179, "rows": 0.00496, "rows_16": 0.0581, "image":
            -0.153, "image_32": 0.0168, "image_256": 0.0126, "double": 0.553, "complex": 2.13,
            "complex_double": 2.33, "integer": 0.787, "narrow_integer": 0.803, "converted": 0.556,
            "half": -0.156, "channels_last": -0.043, "channels_last_channels": 0.184, "stride":
            -0.0605, "dilation": -0.0482, "bordered": -0.144, "bordered_padded": 0.017, "rank_1":
            -0.301, "rank_3": 0.335},
        "rows": {"call": 2.73e-06, "team": 5e-06, "prepared": 4.22e-12, "weights": 9.61e-12,
            "filters": 1.16e-09, "workers": -0.1, "taps": 0.77, "taps_8": -0.631, "taps_64": -0.207,
            "kernel_row": 0.0255, "group_in": -0.0389, "group_in_16": 0.00691, "group_out": -0.0812,
            "group_out_8": 0.105, "group_out_32": -0.394, "groups": -0.053, "row": -0.159, "row_16":
            0.095, "row_128": 0.124, "rows": 0.0312, "rows_16": 0.0293, "image": 0.0952, "image_32":
            0.0253, "image_256": -0.129, "double": -0.532, "complex": 0.251, "complex_double":
            -0.0558, "integer": -0.416, "narrow_integer": 0.787, "converted": 0.392, "half": 0.033,
            "channels_last": 0.126, "channels_last_channels": 0.0691, "stride": -0.0402, "dilation":
            -0.0181, "bordered": -0.742, "bordered_padded": 0.0508, "rank_1": -0.0843, "rank_3":
            -0.142},
    },
    "winograd": {
        "": {"call": 8.81e-06, "team": 5e-06, "prepared": 2.85e-11, "weights": 1.92e-12, "filters":
            6.35e-09, "workers": -0.1, "taps": -0.078, "taps_8": 0.535, "taps_64": -0.359,
            "kernel_row": 0.415, "group_in": -0.0301, "group_in_16": 0.199, "group_out": -0.129,
            "group_out_8": 0.256, "group_out_32": -0.0307, "row": 0.269, "row_16": -0.192,
            "row_128": 0.169, "rows": 0.052, "rows_16": 0.00374, "image": -0.148, "image_32":
            -0.00559, "image_256": 0.113, "double": -0.348, "complex": 0.843, "complex_double":
            0.347, "channels_last": 0.442, "channels_last_channels": -0.0115, "dilation": -0.0762,
            "bordered": -0.00794, "bordered_padded": -0.0665, "rank_1": -0.34, "rank_3": -0.209},
        "lanes": {"call": 7.14e-06, "team": 5e-06, "prepared": 6.63e-12, "weights": 3.4e-12,
            "filters": 1.26e-08, "workers": -0.1, "taps": 0.104, "taps_8": -0.166, "taps_64":
            -0.429, "kernel_row": 1.39, "group_in": -0.126, "group_in_16": 0.127, "group_out":
            -0.231, "group_out_8": 0.132, "group_out_32": 0.793, "groups": -0.142, "row": 0.328,
            "row_16": -0.375, "row_128": 0.388, "rows": 0.161, "rows_16": 0.1, "image": -0.102,
            "image_32": -0.0833, "image_256": -0.00144, "double": -0.154, "complex": 0.756,
            "complex_double": 0.288, "channels_last": 0.485, "channels_last_channels": -0.0214,
            "dilation": -0.125, "bordered": 0.266, "bordered_padded": 0.0553, "rank_1": -0.0781,
            "rank_3": -0.163},
    },
    "im2col": {
        "": {"call": 7.71e-06, "team": 5e-06, "prepared": 1.95e-13, "weights": 1e-13, "filters":
            2.28e-11, "workers": -0.1, "taps": 0.346, "taps_8": -0.186, "taps_64": -0.0422,
            "kernel_row": -0.112, "group_in": -0.525, "group_in_16": 0.0938, "group_out": 0.0674,
            "group_out_8": 0.187, "group_out_32": -0.25, "groups": -0.556, "row": 0.104, "row_16":
            -0.277, "row_128": 0.166, "rows": 0.005, "rows_16": -0.0569, "image": 0.152, "image_32":
            -0.386, "image_256": 0.405, "double": -0.527, "complex": -1.38, "complex_double": -1.43,
            "converted": 0.182, "half": 0.182, "channels_last": 2.8, "channels_last_channels":
            0.692, "stride": -0.0982, "dilation": -0.0683, "bordered": 0.199, "bordered_padded":
            -0.0588, "rank_1": 0.112, "rank_3": -0.357},
        "pointwise": {"call": 6.79e-06, "team": 5e-06, "prepared": 2.24e-13, "weights": 1.07e-13,
            "filters": 2.95e-11, "workers": -0.433, "taps": 0.346, "taps_8": -0.186, "taps_64":
            -0.0422, "kernel_row": -0.112, "group_in": 0.0708, "group_in_16": -0.61, "group_out":
            0.0746, "group_out_8": -0.743, "group_out_32": -0.0632, "groups": -0.556, "row": 0.56,
            "row_16": -0.679, "row_128": 0.084, "rows": 0.039, "rows_16": -0.0517, "image": 1.22,
            "image_32": -1.43, "image_256": 0.294, "double": -0.524, "complex": -2.29,
            "complex_double": -1.96, "converted": 0.182, "half": 0.182, "channels_last": 2.8,
            "channels_last_channels": 0.692, "stride": -0.0982, "dilation": 0.283, "bordered":
            0.199, "bordered_padded": -0.0588, "rank_1": 0.13, "rank_3": -0.29},
        "rows": {"call": 7.9e-06, "team": 5e-06, "prepared": 1.96e-13, "weights": 8.85e-14,
            "filters": 2.65e-11, "workers": -0.415, "taps": 0.134, "taps_8": -0.00831, "taps_64":
            -0.137, "kernel_row": -0.363, "group_in": -0.309, "group_in_16": -0.0567, "group_out":
            -0.182, "group_out_8": 0.153, "group_out_32": -0.625, "groups": -0.397, "row": 0.486,
            "row_16": -0.239, "row_128": 0.299, "rows": 0.396, "rows_16": -0.0935, "image": 0.265,
            "image_32": -0.421, "image_256": -0.0478, "double": -0.572, "complex": -1.38,
            "complex_double": -1.43, "converted": 0.949, "half": 0.949, "channels_last": 2.26,
            "channels_last_channels": 0.692, "stride": -0.0982, "dilation": -0.241, "bordered":
            0.199, "bordered_padded": -0.0588, "rank_1": 0.102, "rank_3": -0.595},
        "windows": {"call": 7.22e-06, "team": 5e-06, "prepared": 1.83e-13, "weights": 7.63e-14,
            "filters": 3.12e-11, "workers": -0.1, "taps": 0.326, "taps_8": -0.197, "taps_64":
            -0.0335, "kernel_row": -0.113, "group_in": -0.316, "group_in_16": 0.107, "group_out":
            0.0273, "group_out_8": 0.179, "group_out_32": -0.227, "groups": -0.354, "row": 0.0509,
            "row_16": -0.231, "row_128": 0.171, "rows": 0.00662, "rows_16": -0.0745, "image": 0.178,
            "image_32": -0.37, "image_256": 0.363, "double": -0.548, "complex": -1.45,
            "complex_double": -1.49, "converted": 0.114, "half": 0.114, "channels_last": 3.5,
            "channels_last_channels": 0.438, "stride": -0.0499, "dilation": -0.0396, "bordered":
            0.172, "bordered_padded": -0.0415, "rank_1": 0.188, "rank_3": -0.363},
    },
    "fft": {
        "": {"call": 2.65e-06, "team": 5e-06, "prepared": 5.72e-11, "weights": 1.88e-10, "filters":
            1.31e-07, "workers": -0.1, "taps": 0.105, "taps_8": -0.115, "taps_64": 0.102,
            "kernel_row": -0.0275, "group_in": 0.118, "group_in_16": 0.227, "group_out": -0.102,
            "group_out_8": 0.295, "group_out_32": 0.0219, "groups": 0.00103, "row": -0.0269,
            "row_16": 0.0376, "row_128": 0.0222, "rows": 0.0745, "rows_16": -0.0275, "image":
            -0.00166, "image_32": -0.00456, "image_256": 0.0395, "double": -0.588, "complex":
            -0.0243, "complex_double": -0.557, "converted": 0.081, "half": 0.081, "channels_last":
            -0.0587, "channels_last_channels": 0.00978, "stride": 0.0723, "dilation": 0.0631,
            "bordered": -0.0165, "bordered_padded": -0.00776, "rank_1": 0.0892, "rank_3": 0.179},
        "planes": {"call": 2.57e-06, "team": 5e-06, "prepared": 9.96e-11, "weights": 1.89e-10,
            "filters": 6.84e-09, "workers": -0.1, "taps": 0.0374, "taps_8": -0.00462, "taps_64":
            0.0434, "kernel_row": -0.027, "group_in": -0.00761, "group_in_16": 0.0789, "group_out":
            -0.0222, "group_out_8": 0.0353, "group_out_32": 0.03, "groups": -0.00632, "row": 0.0262,
            "row_16": -0.0131, "row_128": -0.00413, "rows": 0.0209, "rows_16": 0.00181, "image":
            -0.00219, "image_32": 0.02, "double": -0.751, "complex": -0.036, "complex_double":
            -0.797, "converted": 0.027, "half": 0.027, "channels_last": -0.00905,
            "channels_last_channels": -0.00167, "stride": -0.0603, "dilation": 0.0541, "bordered":
            0.0311, "bordered_padded": 0.0053, "rank_1": 0.0294, "rank_3": 0.0559},
        "summed": {"call": 3.22e-05, "team": 5e-06, "prepared": 8.21e-10, "weights": 7.93e-10,
            "filters": 1.95e-07, "workers": -0.1, "taps": -0.0352, "taps_8": -0.0596, "taps_64":
            0.129, "kernel_row": 0.0963, "group_in": 0.157, "group_in_16": -0.0804, "group_out":
            0.0805, "group_out_8": 0.0396, "group_out_32": -0.0877, "groups": 0.0369, "row": 0.0128,
            "row_16": -0.117, "row_128": 0.0292, "rows": -0.125, "rows_16": 0.118, "image": -0.138,
            "image_32": 0.141, "image_256": 0.0899, "double": -0.577, "complex": 0.134,
            "complex_double": -0.705, "converted": -0.0368, "half": -0.0368, "channels_last": -0.1,
            "channels_last_channels": 0.0133, "stride": 0.0194, "dilation": 0.0198, "bordered":
            0.145, "bordered_padded": -0.0632, "rank_1": -0.815, "rank_3": 0.489},
    },
    "naive": {
        "": {"call": 8.25e-07, "team": 5e-06, "prepared": 1e-10, "weights": 2.25e-10, "filters":
            2.33e-09, "workers": -0.7, "taps": -0.187, "taps_8": -0.0834, "taps_64": 0.0427,
            "kernel_row": -0.0482, "group_in": -0.209, "group_in_16": 0.0649, "group_out": -0.176,
            "group_out_8": -0.171, "group_out_32": 0.062, "groups": -0.196, "row": -0.213, "row_16":
            -0.0582, "row_128": 0.0047, "rows": -0.144, "rows_16": 0.00922, "image": 0.169,
            "image_32": -0.249, "image_256": -0.0246, "double": -0.324, "complex": 0.00962,
            "complex_double": -0.411, "integer": -0.321, "narrow_integer": 0.36, "converted": 1.56,
            "half": 1.17, "channels_last": 0.291, "channels_last_channels": 0.018, "stride": -0.14,
            "dilation": -0.429, "bordered": 0.698, "bordered_padded": -0.062, "rank_1": -0.00811,
            "rank_3": 0.134},
    },
}
