"""Transposed convolutions whose results are interleaved, and a check of them at one level.

The check runs in processes of its own, for each instruction-set level (`support.compact`) and with
arrays between pages without access (`support.fenced`).
"""

from functools import partial
from itertools import product

import numpy as np

from polyconv import conv_transpose, plan
from polyconv._registry import backend_named
from support.agreement import poisoned, random_values
from support.compare import assert_agrees
from support.scatter import convolve_transposed

_LAST = {"data_format": "channels_last"}

# Shapes of x and w, options, and the outputs beside each other along each axis. Sizes are off the
# multiples of vectors; few filters, and many, take other variants of `direct`.
CASES = {
    "kernel is stride": ((2, 5, 7, 9), (5, 3, 2, 2), {"stride": 2}, (2, 2)),
    "many filters": ((1, 6, 4, 21), (6, 37, 2, 2), {"stride": 2}, (2, 2)),
    "one output channel": ((1, 3, 6, 37), (3, 1, 2, 2), {"stride": 2}, (2, 2)),
    "last axis alone": ((1, 4, 5, 33), (4, 5, 3, 4), {"stride": (1, 2), "padding": 2}, (1, 2)),
    "stride 4": ((1, 7, 35), (7, 6, 8), {"stride": 4}, (4,)),
    "stride 8": ((1, 5, 3, 18), (5, 21, 16, 16), {"stride": 8}, (8, 8)),
    "in registers": ((2, 6, 3, 37), (6, 32, 2, 2), {"stride": 2}, (2, 2)),
    "in registers, 1-D": ((1, 40, 90), (40, 64, 2), {"stride": 2}, (2,)),
    "in registers, two taps": ((1, 9, 35), (9, 16, 8), {"stride": 4}, (4,)),
    "in registers, stride 8": ((1, 7, 2, 18), (7, 24, 3, 8), {"stride": (3, 8)}, (3, 8)),
    "in registers, 3-D": ((1, 6, 2, 3, 16), (6, 32, 2, 2, 2), {"stride": 2}, (2, 2, 2)),
    "three by two": ((1, 4, 5, 6), (4, 5, 3, 4), {"stride": (3, 2), "flip": True}, (3, 2)),
    "cropped by a stride": ((1, 3, 9, 8), (3, 4, 4, 4), {"stride": 2, "padding": 2}, (2, 2)),
    "cropped, few filters": ((1, 6, 18, 19), (6, 3, 4, 4), {"stride": 2, "padding": 1}, (2, 2)),
    "cropped, many filters": ((1, 6, 5, 19), (6, 40, 4, 4), {"stride": 2, "padding": 1}, (1, 2)),
    "cropped in many images": ((40, 6, 18, 19), (6, 3, 4, 4), {"stride": 2, "padding": 1}, (2, 2)),
    "cropped at one end": ((3, 20), (3, 5, 4), {"stride": 2, "padding": ((1, 0),)}, (2,)),
    "longer by one": ((1, 3, 20), (3, 5, 2), {"stride": 2, "output_padding": 1}, (2,)),
    "cropped, stride 8": ((1, 6, 9, 18), (6, 5, 8, 16), {"stride": 8, "padding": (3, 4)}, (8, 8)),
    "cropped single pixel": ((5, 1), (5, 3, 8), {"stride": 8, "padding": ((0, 1),)}, (8,)),
    "cropped volume": ((1, 2, 13, 14, 15), (2, 3, 4, 4, 4), {"stride": 2, "padding": 1}, (2, 2, 2)),
    "3-D": ((1, 3, 3, 4, 5), (3, 4, 2, 2, 2), {"stride": 2}, (2, 2, 2)),
    "unbatched": ((4, 6, 7), (4, 5, 2, 4), {"stride": 2}, (2, 2)),
    "last": ((2, 5, 7, 6), (2, 2, 32, 6), {"stride": 2} | _LAST, (2, 1)),
    "last, stride 3": ((2, 5, 6, 7), (3, 3, 16, 7), {"stride": 3, "flip": True} | _LAST, (3, 1)),
    "last, many channels": ((1, 6, 13, 300), (2, 2, 64, 300), {"stride": 2} | _LAST, (2, 1)),
    "last, part of a block": ((1, 5, 6, 7), (2, 2, 37, 7), {"stride": 2} | _LAST, (2, 1)),
    "last, rows alone": ((1, 5, 9, 7), (3, 1, 64, 7), {"stride": (3, 1)} | _LAST, (3, 1)),
    "last, 3-D": ((1, 3, 4, 5, 8), (2, 2, 2, 16, 8), {"stride": 2} | _LAST, (2, 2, 1)),
    "last, cropped by a stride": (
        (1, 6, 8, 9),
        (2, 2, 32, 9),
        {"stride": 2, "padding": 2} | _LAST,
        (2, 1),
    ),
    "last, unbatched": ((5, 7, 6), (2, 2, 32, 6), {"stride": 2} | _LAST, (2, 1)),
}


def bias_shape(w_shape, options) -> tuple[int]:
    """Return the shape of the bias for one group."""
    last = options.get("data_format") == "channels_last"
    return (w_shape[-2] if last else w_shape[1],)


def backends_of(case) -> tuple[str, ...]:
    """Return the backends that interleave a case: `winograd` has transforms of 2 x 2 taps."""
    _, w_shape, options, _ = CASES[case]
    if options.get("data_format") == "channels_last":
        return ("direct",)
    kernel = np.array(w_shape[2:])
    two_taps = (kernel == 2 * np.broadcast_to(options["stride"], kernel.shape)).all()
    return ("direct", "winograd") if two_taps else ("direct",)


def published_bound(planned) -> float:
    """Return the largest bound that the backend of a phase of a transposed plan publishes."""
    bounds = [
        backend_named(each.backend).error_bound(each.problem)
        for each in planned.plans
        if each is not None
    ]
    return max(bounds, default=0.0)


def run(dtypes=("float32", "float64"), place=np.copy) -> None:
    """Compare each backend, planned and plain, with the oracle on arrays that `place` copies."""
    for case, (x_shape, w_shape, options, _) in CASES.items():
        for dtype, backend in product(dtypes, backends_of(case)):
            x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
            bias = random_values(bias_shape(w_shape, options), dtype, 3)
            reference = convolve_transposed(x, w, bias, **options)
            x, w, bias = place(x), place(w), place(bias)
            planned = plan(x, w, bias, transpose=True, backend=backend, **options)
            for call in (
                planned,
                partial(conv_transpose, w=w, bias=bias, backend=backend, **options),
            ):
                out = place(poisoned(reference.value.shape, dtype))
                assert call(x, out=out) is out
                assert_agrees(out, reference, published_bound(planned))
