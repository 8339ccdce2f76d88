"""Gradients of weights by the micro-kernels of their own: ``python -m support.weight_gradients``.

For settings that are fixed when a process starts, as in `support.compact`. Prints the level in use.
``python -m support.weight_gradients few`` leaves out the largest case.
"""

import sys
from dataclasses import dataclass
from typing import Any

import numpy as np

from polyconv import output_shape
from polyconv._cpu import lanes
from polyconv._machine import isa_level
from polyconv._problem_cache import problem_of
from polyconv.grad import conv_weight
from polyconv.grad._planner import weight_plan
from polyconv.grad._weight import error_bound
from support import oracle
from support.agreement import random_values
from support.compare import allowed_error


@dataclass(frozen=True)
class Case:
    """Canonical shapes of x and of weights, options, and the variant that computes them."""

    x: tuple[int, ...]
    w: tuple[int, ...]
    options: dict[str, Any]
    variant: str = "igemm"
    last: str | None = None  # the variant with channels last, if it is another


CASES = {
    "3x3": Case((2, 20, 9, 11), (70, 20, 3, 3), {"padding": 1}, "winograd"),
    "3x3, tiles cut by the border": Case((3, 40, 13, 12), (33, 40, 3, 3), {}, "winograd"),
    "3x3, blocks of tiles": Case((2, 17, 43, 70), (90, 17, 3, 3), {"padding": 2}, "winograd"),
    "3x3, parts of the images": Case((5, 16, 124, 122), (16, 16, 3, 3), {"padding": 1}, "winograd"),
    "3x3, few channels": Case((2, 5, 9, 11), (70, 5, 3, 3), {"padding": 1}),
    "3x3 in groups": Case((2, 64, 16, 9), (96, 32, 3, 3), {"groups": 2, "padding": 1}, "winograd"),
    "3x3x3": Case((1, 20, 7, 9, 12), (40, 20, 3, 3, 3), {"padding": 1}, "winograd"),
    "2x3x3, steps along the depth": Case(
        (2, 40, 9, 18, 17),
        (64, 40, 2, 3, 3),
        {"stride": (2, 1, 1), "dilation": (3, 1, 1)},
        "winograd",
    ),
    "1x3x3, steps along the depth": Case(
        (1, 24, 9, 16, 16), (16, 24, 1, 3, 3), {"stride": (2, 1, 1), "padding": 1}, "winograd"
    ),
    "stride 2, 7x7": Case((1, 3, 23, 29), (64, 3, 7, 7), {"padding": 3, "stride": 2}),
    "several tiles": Case((3, 7, 40, 33), (47, 7, 3, 2), {"padding": (1, 0), "stride": (2, 1)}),
    "dilated": Case((1, 4, 15, 14), (33, 4, 3, 3), {"dilation": (2, 3), "padding": 2}),
    "groups": Case((2, 6, 8, 9), (60, 3, 3, 3), {"groups": 2, "padding": 1}),
    "1x1": Case((2, 37, 6, 7), (20, 37, 1, 1), {}),
    "1x1 to few": Case((1, 64, 12, 7), (5, 64, 1, 1), {}),
    "1x1 stride 2": Case((2, 20, 9, 8), (33, 20, 1, 1), {"stride": 2, "padding": (1, 0)}),
    "1x1 on wide rows": Case((2, 32, 5, 300), (64, 16, 1, 1), {"groups": 2, "stride": (2, 1)}),
    "1x1x1 on wide rows": Case((1, 32, 3, 2, 260), (64, 16, 1, 1, 1), {"groups": 2}),
    "3-D": Case((1, 4, 5, 6, 7), (40, 4, 3, 2, 3), {"padding": "same", "stride": (1, 2, 1)}),
    "1-D": Case((2, 12, 700), (32, 12, 5), {"stride": 3}),
    "one tap of an axis": Case((1, 8, 9, 31), (24, 8, 1, 3), {"stride": (3, 2), "padding": (1, 2)}),
    "depthwise": Case(
        (2, 19, 13, 37),
        (19, 1, 3, 3),
        {"groups": 19, "padding": 1},
        "row_products",
        "depthwise",
    ),
    "depthwise stride 2": Case(
        (1, 70, 12, 35),
        (70, 1, 5, 5),
        {"groups": 70, "padding": 2, "stride": 2},
        "row_products",
        "depthwise",
    ),
    "depthwise 3-D": Case(
        (1, 9, 6, 7, 17),
        (9, 1, 3, 3, 3),
        {"groups": 9, "padding": 1, "dilation": (1, 2, 1)},
        "row_products",
        "depthwise",
    ),
    "one filter": Case((3, 1, 40, 47), (1, 1, 5, 5), {"padding": 2}, "row_products"),
    "few filters": Case((1, 6, 30, 64), (2, 6, 3, 3), {"padding": 1}, "row_products", "igemm"),
    "long signal": Case((1, 2, 9000), (2, 2, 33), {"stride": 2}, "row_products", "igemm"),
}
LARGEST = "3x3, parts of the images"


# The variants of `CASES` are those of float32 at level v4; shorter vectors change which is faster.
_LANES_OF_VARIANTS = 16


def windows(x: np.ndarray, w_shape: tuple[int, ...], out: tuple[int, ...], options: dict[str, Any]):
    """Return the elements of wide x that each tap meets, ``(taps, batch, channels, *out)``."""
    rank = len(out)
    stride, dilation = (np.broadcast_to(options.get(k, 1), rank) for k in ("stride", "dilation"))
    extent = [int(d) * (k - 1) + 1 for d, k in zip(dilation, w_shape[2:], strict=True)]
    pads = [
        oracle.pads(options.get("padding", 0), *sizes, axis)
        for axis, sizes in enumerate(zip(x.shape[2:], extent, stride, strict=True))
    ]
    mode = options.get("padding_mode", "zeros")
    x = np.pad(x, [(0, 0), (0, 0), *pads], oracle.MODES.get(mode, mode))
    return [
        x[
            (
                ...,
                *(
                    slice(t * int(d), t * int(d) + (m - 1) * int(s) + 1, int(s))
                    for t, d, m, s in zip(tap, dilation, out, stride, strict=True)
                ),
            )
        ]
        for tap in np.ndindex(w_shape[2:])
    ]


def expected(x, w_shape, g, options):
    """Return the gradient and the number of products of each weight, in a wide type."""
    wide = oracle.wide_dtype(oracle.accumulator_dtype(np.result_type(x, g)))
    groups, taps = options.get("groups", 1), []
    g = g.astype(wide)
    g = g.reshape(len(g), groups, -1, g[0, 0].size)
    with np.errstate(all="ignore"):
        for of_tap in windows(x.astype(wide), w_shape, tuple(options["out"]), options):
            read = np.ascontiguousarray(of_tap).reshape(len(x), groups, w_shape[1], -1)
            taps.append(sum(a @ b.swapaxes(-1, -2) for a, b in zip(g, read, strict=True)))
        value = np.stack(taps, -1).reshape(w_shape)
    return np.flip(value, range(2, len(w_shape))) if options.get("flip") else value


def assert_close(actual, x, w_shape, g, options, bound) -> None:
    """Fail unless `actual` is the gradient, within `bound` times ``max|x| * sum|g_k|``."""
    value = expected(x, w_shape, g, options)
    assert actual.shape == value.shape
    assert actual.dtype == np.result_type(x, g)
    finite = np.isfinite(value)
    assert (finite == np.isfinite(actual)).all()
    assert (np.isnan(value) == np.isnan(actual)).all()
    wide = value.dtype
    of_g = np.abs(np.where(np.isfinite(g), g, 0)).astype(wide)
    scale = np.abs(np.where(np.isfinite(x), x, 0)).max(initial=0) * of_g.sum(
        axis=(0, *range(2, g.ndim))
    )
    scale = scale.reshape(-1, *(1,) * (len(w_shape) - 1))
    terms = g[:, 0].size
    own = float(np.finfo(wide).eps) * (terms + 1)
    magnitude = np.where(finite, np.abs(value), 0)
    allowed = allowed_error(actual.dtype, bound + own, scale, magnitude, terms)
    with np.errstate(all="ignore"):
        error = np.abs(np.where(finite, actual.astype(wide) - value, 0))
    assert (error <= allowed).all(), f"{(error / np.maximum(allowed, 1e-300)).max():.3g} times"


def arrays(case: Case, dtype: str, last: bool, values=random_values):
    """Return x and g in the layout, and all options."""
    x = values(case.x, dtype, 1)
    out = output_shape(case.x, case.w, **case.options)
    g = values(out, dtype, 2)
    options = {**case.options, "out": out[2:]}
    return x, g, options


def check(case: Case, dtype: str, last: bool = False, values=random_values, **more) -> None:
    """Compare one case with the definition, in a layout, for one worker and for three."""
    x, g, options = arrays(case, dtype, last, values)
    options |= more
    used = {k: v for k, v in options.items() if k != "out"}
    w_shape = case.w
    of_x, of_g = x, g
    if last:
        used["data_format"] = "channels_last"
        of_x, of_g = (np.ascontiguousarray(np.moveaxis(a, 1, -1)) for a in (x, g))
        w_shape = (*case.w[2:], case.w[1], case.w[0])
    p = problem_of(of_x.shape, of_x.dtype, w_shape, of_g.dtype, {**used, "workers": 1})
    plan = weight_plan(p, last)
    assert plan is not None
    if lanes(p.accumulator)["lanes"] == _LANES_OF_VARIANTS:
        wanted = case.last or case.variant if last else case.variant
        assert plan.variant == wanted, (plan.variant, wanted)
    bound = error_bound(p)
    assert bound is not None
    results = [conv_weight(of_x, w_shape, of_g, workers=n, **used) for n in (1, 3)]
    for result in results:
        canonical = np.moveaxis(result, (-1, -2), (0, 1)) if last else result
        assert_close(canonical, x, case.w, g, options, bound)
    assert results[0].tobytes() == results[1].tobytes()


def main(sizes: str) -> None:
    """Check all cases in both layouts; if `sizes` is "few", without the one that is largest."""
    for name, case in CASES.items():
        if sizes == "few" and name == LARGEST:
            continue
        for last in (False, True):
            check(case, "float32", last)
        check(case, "float64")
    print(isa_level())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "all")
