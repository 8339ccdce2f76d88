"""Problems that reach each variant and each edge of `direct`, for its tests of every dtype."""

from polyconv.backends import BACKENDS

DIRECT = next(backend for backend in BACKENDS if backend.name == "direct")

LAST = {"data_format": "channels_last"}
# Name -> shapes of x and w, options.
PROBLEMS = {
    "output channels in the lanes": ((1, 16, 9, 13), (64, 16, 3, 3), {"padding": 1}),
    "odd output channels": ((2, 7, 6, 11), (67, 7, 3, 3), {"padding": (1, 0)}),
    "more rows than are summed at a time": ((1, 24, 24, 24), (64, 24, 3, 3), {}),
    "strided": ((1, 8, 15, 14), (33, 8, 3, 3), {"stride": 2, "padding": 1}),
    "gaps larger than the kernel": ((1, 8, 40, 40), (32, 8, 2, 2), {"dilation": 17, "stride": 5}),
    "volumes with padding": ((1, 3, 7, 9, 10), (32, 3, 3, 3, 3), {"padding": 2}),
    "channels_last": ((2, 9, 8, 20), (3, 3, 20, 48), LAST | {"padding": 1}),
    "channels_last, groups": ((1, 9, 8, 24), (3, 3, 12, 64), LAST | {"groups": 2}),
    "channels_last, reflected": (
        (1, 6, 5, 8),
        (3, 3, 8, 32),
        LAST | {"padding": 3, "padding_mode": "reflect"},
    ),
    "more channels than fit": ((1, 30_000, 3), (17, 30_000, 2), {}),
    "few filters": ((1, 6, 12, 40), (3, 6, 3, 3), {"padding": 1}),
    "few filters, short rows": ((1, 5, 9, 5), (2, 5, 3, 3), {"padding": 1}),
    "zero_copy input": ((2, 40, 9, 13), (130, 20, 1, 1), {"groups": 2}),
    "zero_copy input, strided": ((2, 40, 9, 13), (64, 40, 1, 1), {"stride": (2, 3)}),
    "zero_copy input, channels_last": ((2, 9, 7, 33), (1, 1, 33, 64), LAST),
    "zero_copy pixels": ((2, 20, 7, 24), (45, 20, 1, 1), {}),
    "zero_copy pixels, channels in lines": ((1, 10, 8, 26), (16, 10, 1, 1), {}),
    "zero_copy pixels, more channels than L1 holds": (
        (1, 700, 9, 29),
        (48, 350, 1, 1),
        {"groups": 2},
    ),
    "zero_copy pixels of rows": ((2, 9, 331), (13, 9, 1), {}),
    "zero_copy pixels of volumes": ((1, 9, 3, 5, 21), (8, 9, 1, 1, 1), {}),
    "packed pixels, strided": ((1, 300, 17, 67), (40, 300, 1, 1), {"stride": 2}),
    "packed pixels, channels a page apart": ((1, 30, 32, 32), (16, 30, 1, 1), {}),
    "channels a page apart": ((1, 150, 32, 32), (33, 150, 1, 1), {}),
    "pixels of all rows in a line": ((2, 40, 6, 9), (7, 40, 1, 1), {}),
    "few filters, more taps than are summed at a time": ((1, 20, 9, 40), (6, 20, 3, 3), {}),
    "few filters, more channels than fit": ((1, 100, 30, 50), (3, 100, 3, 3), {"padding": 1}),
    "few filters, channels_last": ((1, 9, 30, 4), (3, 3, 4, 3), LAST | {"padding": 1}),
    "few filters, strided": ((1, 5, 21, 45), (2, 5, 3, 5), {"stride": 2, "dilation": (1, 3)}),
    "few filters, runs along two axes": (
        (2, 5, 23, 70),
        (6, 5, 3, 4),
        {"stride": (4, 3), "padding": (2, 3), "padding_mode": "constant", "padding_value": 1},
    ),
    "runs along three axes": (
        (1, 4, 12, 15, 40),
        (20, 4, 3, 2, 2),
        {"stride": (3, 4, 5), "dilation": (4, 3, 2), "padding": (5, 0, 2)},
    ),
    "few filters, strides of three": ((1, 2, 21, 70), (4, 2, 2, 4), {"stride": (1, 3)}),
    "stride2, zero_copy": (
        (2, 24, 21, 46),
        (21, 8, 3, 3),
        {"groups": 3, "stride": 2, "padding": 1},
    ),
    "stride2, padding of a value": (
        (1, 4, 9, 70),
        (6, 4, 3, 3),
        {"stride": 2, "padding": 1, "padding_mode": "constant", "padding_value": 1},
    ),
    "stride2, no padding": ((1, 5, 18, 71), (24, 5, 2, 3), {"stride": (1, 2)}),
    "stride2 signal": ((2, 3, 70), (5, 3, 3), {"stride": 2, "padding": 1}),
    "stride2, padding at the end": (
        (1, 3, 9, 70),
        (5, 3, 3, 3),
        {"stride": 2, "padding": 2},
    ),
    "single taps, far apart": ((1, 3, 900), (5, 3, 1), {"stride": 60}),
    "single taps of more channels than fit": ((1, 1400, 900), (1, 1400, 1), {"stride": 3}),
    "taps in the padding": ((2, 70, 7, 9), (33, 70, 3, 3), {"padding": 1}),
    "taps in the padding, dilated": (
        (1, 150, 9, 11),
        (20, 150, 3, 3),
        {"padding": 4, "dilation": 4, "stride": (1, 2)},
    ),
    "all taps in the padding": ((1, 64, 2), (16, 64, 2), {"padding": 9, "dilation": 19}),
    "many groups": ((1, 24, 10, 18), (24, 4, 3, 3), {"groups": 6, "padding": 1}),
    "groups shared by workers": ((3, 3, 1), (3, 1, 1), {"groups": 3}),
    "stencil": ((1, 1, 37, 150), (1, 1, 3, 3), {"padding": 1}),
    "stencil of many taps": ((1, 1, 40, 66), (1, 1, 15, 15), {"padding": 7}),
    "stencil, dilated": ((1, 1, 40, 50), (1, 1, 5, 4), {"dilation": (3, 2)}),
    "stencil on volumes": ((1, 2, 5, 12, 40), (1, 2, 2, 3, 3), {"padding": 1}),
    "stencil, rows narrower than a vector": (
        (1, 30, 14, 5),
        (30, 1, 3, 3),
        {"groups": 30, "padding": 1},
    ),
    "stencil, edges of the image": (
        (1, 1, 20, 40),
        (1, 1, 5, 5),
        {"padding": 4, "padding_mode": "edge"},
    ),
    "stencil, zero_copy": ((2, 5, 13, 45), (5, 1, 3, 3), {"groups": 5, "padding": 1}),
    "stencil, zero_copy, strided": (
        (1, 6, 17, 150),
        (6, 1, 3, 3),
        {"groups": 6, "stride": 2, "padding": 1},
    ),
    "stencil, zero_copy, strided, padding at the end": (
        (1, 3, 12, 66),
        (3, 1, 3, 3),
        {"groups": 3, "stride": 2, "padding": "same"},
    ),
    "stencil, zero_copy, 5x5": ((1, 4, 15, 70), (4, 1, 5, 5), {"groups": 4, "padding": 2}),
    "stencil, zero_copy, 5x5, strided": (
        (1, 4, 15, 83),
        (4, 1, 5, 5),
        {"groups": 4, "stride": 2, "padding": 2},
    ),
    "stencil, zero_copy, no padding": ((1, 3, 9, 261), (3, 1, 3, 3), {"groups": 3}),
    "stencil, zero_copy, much padding": (
        (1, 3, 4, 21),
        (3, 1, 5, 5),
        {"groups": 3, "padding": ((9, 4), (35, 3))},
    ),
    "depthwise, channels_last": ((2, 9, 12, 21), (3, 3, 1, 21), LAST | {"groups": 21}),
    "pixels of three channels": (
        (2, 13, 45, 3),
        (3, 3, 1, 3),
        LAST | {"groups": 3, "padding": 1},
    ),
    "few pixels of three channels": (
        (1, 9, 5, 3),
        (5, 5, 1, 3),
        LAST | {"groups": 3, "padding": 2},
    ),
    "pixels of two channels, strided rows": (
        (1, 29, 40, 2),
        (4, 3, 1, 2),
        LAST
        | {"groups": 2, "stride": (2, 1), "dilation": (3, 1), "padding": 2}
        | {"padding_mode": "reflect"},
    ),
    "volumes of three channels": (
        (1, 5, 7, 30, 3),
        (2, 3, 3, 1, 3),
        LAST | {"groups": 3, "padding": (1, 0, 1)},
    ),
    "signals of three channels": ((2, 90, 3), (200, 1, 3), LAST | {"groups": 3, "padding": 99}),
    "depthwise, zero_copy": (
        (2, 17, 23, 40),
        (3, 3, 1, 40),
        LAST | {"groups": 40, "padding": 1},
    ),
    "depthwise, zero_copy, strided": (
        (1, 25, 31, 33),
        (3, 3, 1, 33),
        LAST | {"groups": 33, "padding": 1, "stride": 2},
    ),
    "depthwise, zero_copy, not square": (
        (1, 16, 29, 130),
        (4, 7, 1, 130),
        LAST | {"groups": 130, "padding": ((2, 1), (0, 5)), "stride": (2, 1)},
    ),
    "depthwise, zero_copy, strides of three": (
        (1, 20, 50, 16),
        (2, 5, 1, 16),
        LAST | {"groups": 16, "stride": 3, "padding": (0, 2)},
    ),
    "depthwise, zero_copy, dilated": (
        (1, 24, 30, 32),
        (3, 3, 1, 32),
        LAST | {"groups": 32, "dilation": (2, 3), "padding": (2, 3)},
    ),
    "depthwise, zero_copy, dilated and strided": (
        (1, 24, 30, 32),
        (3, 2, 1, 32),
        LAST | {"groups": 32, "dilation": (3, 1), "stride": (2, 1)},
    ),
    "depthwise, zero_copy, single taps": (
        (1, 19, 21, 20),
        (1, 1, 1, 20),
        LAST | {"groups": 20, "stride": 2},
    ),
    "depthwise, zero_copy, edges": (
        (1, 18, 20, 24),
        (5, 5, 1, 24),
        LAST | {"groups": 24, "padding": 2, "padding_mode": "reflect"},
    ),
    "depthwise signals, zero_copy": ((2, 90, 19), (6, 1, 19), LAST | {"groups": 19, "padding": 2}),
    "depthwise volumes, zero_copy": (
        (1, 9, 11, 14, 18),
        (3, 2, 3, 1, 18),
        LAST | {"groups": 18, "padding": (0, 1, 1)},
    ),
    "depthwise volumes of many taps": (
        (1, 7, 9, 20, 20),
        (7, 5, 6, 1, 20),
        LAST | {"groups": 20, "padding": 3},
    ),
    "depthwise, taps in the padding": (
        (1, 37, 14, 13),
        (37, 1, 27, 25),
        {"groups": 37, "padding": (13, 12)},
    ),
    "depthwise, taps in the padding, strided": (
        (1, 16, 17, 19),
        (16, 1, 9, 11),
        {"groups": 16, "padding": (4, 5), "stride": 2},
    ),
    "depthwise in the lanes": (
        (1, 37, 9, 11),
        (37, 1, 3, 3),
        {"groups": 37, "stride": 2, "padding": 1},
    ),
    **{
        f"depthwise, strides of {stride}": (
            (1, 18, 23, 19),
            (18, 1, 7, 3),
            {"groups": 18, "stride": stride, "dilation": 2, "padding": 6},
        )
        for stride in (3, 4, 5, 9)
    },
    "depthwise, channels_last, strides of four": (
        (1, 23, 19, 18),
        (7, 3, 1, 18),
        LAST | {"groups": 18, "stride": (4, 6), "padding": 3},
    ),
    "depthwise, wide and strided": ((1, 18, 9, 70), (18, 1, 2, 5), {"groups": 18, "stride": 2}),
    "depthwise signals": ((2, 33, 50), (33, 1, 4), {"groups": 33, "dilation": 3}),
    "depthwise volumes": ((1, 20, 4, 5, 18), (20, 1, 2, 2, 3), {"groups": 20, "padding": 1}),
    "depthwise": ((2, 19, 28, 28), (19, 1, 5, 5), {"groups": 19, "padding": 2}),
    "few filters with a stride": (
        (1, 3, 33, 5),
        (2, 3, 7, 5),
        {"stride": 2, "padding": 2},
    ),
    "taps far apart": ((1, 1, 40_000), (1, 1, 350), {"dilation": 100}),
    "means over blocks of a signal": ((2, 1, 7000), (1, 1, 100), {"stride": 100}),
    "means over blocks of an image": ((1, 1, 96, 130), (1, 1, 19, 37), {"stride": (19, 37)}),
    "means over blocks, padding": (
        (1, 2, 60, 330),
        (2, 1, 20, 33),
        {"groups": 2, "stride": (21, 33), "padding": (7, 16)},
    ),
    "means over blocks, reflected": (
        (1, 1, 60, 330),
        (1, 1, 20, 33),
        {"stride": (21, 35), "padding": (7, 16), "padding_mode": "reflect"},
    ),
    "means over blocks of volumes": ((1, 1, 12, 9, 140), (1, 1, 3, 4, 34), {"stride": (4, 2, 34)}),
    "means over blocks of one channel last": (
        (1, 48, 160, 1),
        (16, 40, 1, 1),
        LAST | {"stride": 40},
    ),
    "one output of many taps": ((2, 3, 9000), (2, 3, 9000), {}),
    "a few outputs of a large kernel": ((1, 5, 41, 202), (2, 5, 40, 201), {}),
    "blocks of more channels than fit": ((1, 400, 1200), (1, 400, 600), {"stride": 600}),
}
