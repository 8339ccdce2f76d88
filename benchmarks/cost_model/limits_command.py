"""Measure the limits that stand in the code beside what they bound, not in a table of constants.

    python -m benchmarks.cost_model limits                   # all of them
    python -m benchmarks.cost_model limits aligned_rows      # one

`measure` times constants that a planner reads from its table. These are others: a property of the
arrays, a limit of accuracy, a number of a module that no table holds.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np

import polyconv
from polyconv import _exchange
from polyconv._problem_cache import problem_of
from polyconv._registry import backend_named
from polyconv.backends.direct import backend as direct
from polyconv.backends.direct import tuning
from polyconv.backends.direct._few_pixels import FewPixels, few_pixels_packer
from polyconv.backends.fft_tiled import transforms
from polyconv.backends.winograd import planner as winograd
from polyconv.backends.winograd.cook_toom import TRANSFORMS
from polyconv.backends.winograd.error import growth
from polyconv.scipy import ndimage, signal
from polyconv.scipy.ndimage import _stages
from polyconv.scipy.signal import _resampling
from polyconv.transposed import _phases
from polyconv.transposed._tuning import TUNING as TRANSPOSED
from polyconv.workloads import ADJOINTS, by_name

from .measure_command import clear_caches
from .timings import alternate, clock_for, pinned

__all__ = ["LIMITS", "main"]

# 1x1 layers, whose rows `spatial` reads and writes in the caller's arrays.
_POINTWISE = ("resnet50/conv2_reduce_1st", "resnet50/conv2_expand", "mobilenetv2/pw_expand_112")
# Trial values of a limit of `transposed`, and the transposed convolutions that it decides.
_JOINED = {
    "_MAX_COMPUTED": ((1.0, 2.0), ("dcgan/up_32_to_rgb",)),
    "_MAX_COMPUTED_BY_MANY": ((1.0, 2.0), ("dcgan/up_8", "hifigan/up_128")),
}
# Pixels, channels, filters, kernel and stride of layers some phases of which have one tap.
_ONE_TAP: tuple[tuple[tuple[int, ...], int, int, tuple[int, ...], int], ...] = (
    ((16, 16, 16), 64, 32, (3, 3, 3), 2),
    ((8, 8, 8), 128, 64, (3, 3, 3), 2),
    ((32, 32, 32), 32, 16, (3, 3, 3), 2),
    ((14, 14), 256, 256, (3, 3), 2),
    ((28, 28), 128, 128, (3, 3), 2),
    ((64, 64), 256, 128, (3, 3), 2),
    ((16, 16, 16), 64, 64, (1, 3, 3), 1),
    ((16, 16, 16), 64, 64, (3, 1, 3), 1),
)
# Samples, and taps, of signals whose segments are long, but not the longest.
_SAMPLES = (50_000, 100_000, 200_000)
# Shapes of input and weights on either side of a limit of `direct.few_pixels`, and the padding. By
# the number that the limit bounds.
_FEW_PIXELS: dict[str, dict[int, tuple[tuple[int, ...], tuple[int, ...], int]]] = {
    "MAX_FEW_PIXELS": {n: ((n, 512, 1), (512, 512, 1), 0) for n in (4, 8, 12, 16, 20, 24, 32)},
    "MIN_UNPACKED_PRODUCTS": {
        n: ((4, n, 1), ((1 << 16) // n, n, 1), 0) for n in (16, 32, 64, 128, 256)
    },
    "MIN_UNPACKED_WEIGHT_BYTES": {
        n: ((1, 128, 1), (n // 512, 128, 1), 0)
        for n in (1 << 13, 1 << 14, 1 << 15, 1 << 16, 1 << 17)
    },
    "MAX_IDLE_PIXELS": {n: ((n, 256, 1, 1), (256, 256, 3, 3), 1) for n in (1, 2, 4, 6, 8, 16)},
}
# Limits of the exchange of input and weights, by the largest number of filters of the problems that
# are drawn for them, and operations that an exchange saves in those.
_EXCHANGES = {
    1: ("_MIN_SAVED_FLOPS",),
    16: ("_MIN_SAVED_FLOPS", "_SAVED_BY_FILTER", "_SAVED_BY_IMAGE"),
    128: ("_MIN_SAVED_PER_IMAGE",),
}
_SAVED, _PROBLEMS = (1e4, 6e6), 40
# Shapes of arrays on either side of a limit of `ndimage`, by the number that the limit bounds.
_STAGES: dict[str, dict[int, tuple[int, ...]]] = {
    "_MIN_COLUMNS": {n: (400_000 // n, n) for n in (8, 12, 16, 24, 32)},
    "_MIN_SLABBED_BYTES": {4 * n**3: (n, n, n) for n in (64, 96, 128)},
}
# Taps, and numbers of their products with signals.
_TAPS, _PRODUCTS = 21, (1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14)
# Channels and pixels of the images on which errors of transforms are measured, and their number.
_CHANNELS, _PIXELS, _TESTED = 64, {1: 512, 2: 48, 3: 24}, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cost_model limits", description=__doc__.split("\n")[0]
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="of " + ", ".join(LIMITS))
    parser.add_argument(
        "--budget", type=float, default=2.0, help="seconds for each workload, default 2"
    )
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in LIMITS:
            parser.error(f"{name!r} is not a limit; allowed: {', '.join(LIMITS)}")
    with pinned(1):
        for name in options.names or LIMITS:
            print(f"\n{name}: {LIMITS[name].__doc__}")
            LIMITS[name](options.budget)
    return 0


def _aligned_rows(budget: float) -> None:
    """1x1 layers by direct: time where vectors lie across cache lines, relative to aligned ones."""
    for name in _POINTWISE:
        x, w = by_name(name).arrays()
        plan = polyconv.plan(x, w, backend="direct", workers=1)
        calls = {
            # Channels that are no whole number of cache lines apart cannot all be aligned.
            "aligned": partial(plan, _spaced(x, 0), _spaced(plan(x), 0)),
            "across": partial(plan, _spaced(x, 1), _spaced(plan(x), 1)),
        }
        best = alternate(calls, budget, clock_for(1))
        print(f"{name:34} {1e6 * best['aligned']:9.1f} us {best['across'] / best['aligned']:9.3f}")


def _spaced(array: np.ndarray[Any, Any], elements: int) -> np.ndarray[Any, Any]:
    """Return a copy whose rows lie whole vectors and `elements` apart, from a page's start on."""
    batch, channels, height, width = array.shape
    plane = -(-height * width // 16) * 16 + elements
    memory = np.empty(batch * channels * plane + 1024, array.dtype)
    first = -memory.ctypes.data % 4096 // array.itemsize
    planes = memory[first : first + batch * channels * plane].reshape(batch, channels, plane)
    copy = planes[:, :, : height * width].reshape(array.shape)
    assert copy.base is not None
    copy[...] = array
    return copy


def _joined_phases(budget: float) -> None:
    """Outputs that interleaved phases compute for each one of the result: times of other limits."""
    for limit, (trials, names) in _JOINED.items():
        values = (getattr(_phases, limit), *trials)
        for name in names:
            row = next(each for each in ADJOINTS["transposed"] if each.name == name)
            x, w = row.arrays()
            calls: dict[str, Callable[[], object]] = {}
            for value in values:
                with _replaced(_phases, **{limit: value}):
                    plan = polyconv.plan(x, w, transpose=True, workers=1, **row.options)
                calls[str(value)] = partial(plan, x, out=plan(x))
            best = alternate(calls, budget, clock_for(1))
            present = best[str(values[0])]
            ratios = " ".join(f"{each}: {best[str(each)] / present:.3f}" for each in trials)
            print(f"{limit:22} {name:22} {1e6 * present:9.1f} us  {ratios}")


def _images(budget: float) -> None:
    """Transposed convolutions as images: phases so computed, and their time over all axes."""
    for pixels, channels, filters, kernel, stride in _ONE_TAP:
        rng = np.random.default_rng(0)
        x = rng.standard_normal((1, *pixels, channels), np.float32)
        w = rng.standard_normal((*kernel, filters, channels), np.float32)
        for data_format in ("channels_first", "channels_last"):
            if data_format == "channels_first":
                x, w = np.moveaxis(x, -1, 1).copy(), np.moveaxis(w, (-1, -2), (0, 1)).copy()
            else:
                x, w = np.moveaxis(x, 1, -1).copy(), np.moveaxis(w, (0, 1), (-1, -2)).copy()
            plans = []
            for factor in (0.0, TRANSPOSED.IMAGES_OF_ONE_TAP):
                with _replaced(TRANSPOSED, IMAGES_OF_ONE_TAP=factor):  # type: ignore[arg-type]
                    options: Any = {"stride": stride, "padding": 1, "output_padding": stride - 1}
                    options["data_format"] = data_format
                    plans.append(polyconv.plan(x, w, transpose=True, workers=1, **options))
            out = plans[0](x)
            calls: dict[str, Callable[[], object]] = {
                str(i): partial(plan, x, out=out) for i, plan in enumerate(plans)
            }
            best = alternate(calls, budget, clock_for(1))
            images = sum(phase.images is not None for phase in plans[1]._phases)
            layer = f"{'x'.join(map(str, pixels))} {channels} to {filters}, {data_format}"
            print(f"{layer:42} {images} {1e6 * best['0']:9.1f} us {best['1'] / best['0']:9.3f}")


def _few_pixels(budget: float) -> None:
    """Plain calls of few pixels by direct, float32: times without packing, relative to with it."""
    for limit, cases in _FEW_PIXELS.items():
        print(f"{limit} = {getattr(tuning, limit)}")
        for number, (x_shape, w_shape, padding) in cases.items():
            x, w = np.ones(x_shape, np.float32), np.ones(w_shape, np.float32)
            problem = problem_of(
                x_shape, x.dtype, w_shape, w.dtype, {"padding": padding, "workers": 1}
            )
            unpacked = few_pixels_packer(FewPixels(problem))
            with _replaced(direct, few_pixels_of=lambda _: None):
                packed = backend_named("direct").packer(problem)
            assert packed is not None
            out = np.empty(problem.out_shape, np.float32)
            calls = {
                name: partial(_packed_call, pack, x, w, out)
                for name, pack in (("unpacked", unpacked), ("packed", packed))
            }
            best = alternate(calls, budget, clock_for(1))
            ratio = best["unpacked"] / best["packed"]
            print(f"{number:34} {1e6 * best['packed']:9.1f} us {ratio:9.3f}")


def _packed_call(pack: Callable[[Any], Any], x: Any, w: Any, out: Any) -> None:
    pack(w)(x, None, out, 1)


def _exchanges(budget: float) -> None:
    """Plans of kernels longer than the input, by direct: the better of exchanging or not, and ours.

    The last numbers are the geometric mean of our time over the better one, and the share of
    problems where it is over twice as long, for the present limits and for limits 3 times as high
    and a third.
    """
    direct_backend = backend_named("direct")
    for filters, limits in _EXCHANGES.items():
        rng = np.random.default_rng(filters)
        present = {name: getattr(_exchange, name) for name in limits}
        losses: dict[float, list[float]] = {1.0: [], 3.0: [], 1 / 3: []}
        while len(losses[1.0]) < _PROBLEMS:
            x_shape, w_shape = _drawn_exchange(rng, filters)
            options = {"padding": "full", "workers": 1}
            p = problem_of(x_shape, np.dtype("f"), w_shape, np.dtype("f"), options)
            with _replaced(_exchange, **{limits[0]: -math.inf}):
                exchanged = _exchange.as_computed(direct_backend, p)
            if exchanged is p or not _SAVED[0] <= p.flops - exchanged.flops <= _SAVED[1]:
                continue
            x, w = np.ones(x_shape, np.float32), np.ones(w_shape, np.float32)
            calls: dict[str, Callable[[], object]] = {}
            for name, value in (("exchanged", -math.inf), ("kept", math.inf)):
                # With one limit out of reach, no other decides.
                with _replaced(_exchange, **{limits[0]: value}):
                    plan = polyconv.plan(x, w, backend="direct", **options)
                calls[name] = partial(plan, x, plan(x))
            best = alternate(calls, budget / _PROBLEMS, clock_for(1))
            for factor, found in losses.items():
                values = {name: factor * value for name, value in present.items()}
                with _replaced(_exchange, **values):
                    kept = _exchange.as_computed(direct_backend, p) is p
                found.append(best["kept" if kept else "exchanged"] / min(best.values()))
        for factor, found in losses.items():
            mean = math.exp(float(np.mean(np.log(found))))
            twice = float(np.mean(np.array(found) > 2))
            print(f"up to {filters:3} filters, limits x {factor:5.2f} {mean:9.3f} {twice:9.3f}")


def _drawn_exchange(
    rng: np.random.Generator, filters: int
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return shapes of signals and of longer kernels: up to this number of images and filters."""
    few = min(filters, 16)
    images, channels = (round(few ** rng.random()) for _ in range(2))
    number = filters if filters > few else round(few ** rng.random())
    samples = round(4 * 250 ** rng.random())
    taps = round(samples * (1 + 30 ** rng.random()))
    return (images, channels, samples), (number, channels, taps)


@contextmanager
def _replaced(module: ModuleType, **values: Any) -> Iterator[None]:
    """Plan with other values of names in a module."""
    present = {name: getattr(module, name) for name in values}
    vars(module).update(values)
    clear_caches()
    try:
        yield
    finally:
        vars(module).update(present)
        clear_caches()


def _numpy_products(budget: float) -> None:
    """`signal.upfirdn` of few products: time of NumPy's, relative to that of `conv`."""
    h = np.random.default_rng(0).random(_TAPS, np.float32)
    for products in _PRODUCTS:
        call = partial(signal.upfirdn, h, np.ones(products // _TAPS, np.float32), workers=1)
        number = _TAPS * (products // _TAPS)
        by_numpy, by_conv = (
            _seconds(_resampling, "_MAX_NUMPY_PRODUCTS", value, call, budget)
            for value in (number, number - 1)
        )
        print(f"{number:34} {1e6 * by_conv:9.1f} us {by_numpy / by_conv:9.3f}")


def _stages_of_ndimage(budget: float) -> None:
    """`ndimage.gaussian_filter`: time where a limit is reached, relative to where it is not."""
    for limit, shapes in _STAGES.items():
        for number, shape in shapes.items():
            image = np.random.default_rng(0).random(shape, np.float32)
            call = partial(ndimage.gaussian_filter, image, 1.0, output=image.copy(), workers=1)
            reached, missed = (
                _seconds(_stages, limit, value, call, budget) for value in (number, number + 1)
            )
            print(f"{limit:22} {number:11} {1e6 * missed:9.1f} us {reached / missed:9.3f}")


def _seconds(
    module: ModuleType, limit: str, value: int, call: Callable[[], object], budget: float
) -> float:
    """Return the fastest call with another value of a limit, within half of the budget."""
    with _replaced(module, **{limit: value}):
        return alternate({"": call}, budget / 2, clock_for(1))[""]


def _segment_tables(budget: float) -> None:
    """Plain calls by fft_tiled: time with the tables of a long segment made in each, or kept."""
    for samples in _SAMPLES:
        x = np.random.default_rng(1).standard_normal((1, 1, samples)).astype(np.float32)
        call = partial(
            polyconv.conv, x, x[..., ::-1].copy(), padding="same", backend="fft_tiled", workers=1
        )
        best = alternate({"kept": call, "made": partial(_anew, call)}, budget, clock_for(1))
        made = best["made"]
        print(f"{samples:34} {1e6 * made:9.1f} us {best['kept'] / made:9.3f}")


def _anew(call: Callable[[], object]) -> None:
    transforms._kept_tables.cache_clear()
    call()


def _transforms(_budget: float) -> None:
    """Winograd's transforms: growth of the variance, bound, largest error on normal deviates."""
    rng = np.random.default_rng(0)
    print(f"{'transform':12}axes {'variance':>10} {'bound':>9} {'error seen':>10}")
    for (outputs, taps), transform in TRANSFORMS.items():
        for rank, pixels in _PIXELS.items():
            variance = growth(transform).products ** rank
            line = f"F({outputs}, {taps}){rank:10} {variance:10.3g}"
            if variance > winograd._MAX_VARIANCE:
                print(f"{line}   not offered")
                continue
            x = rng.standard_normal((_TESTED, _CHANNELS, *(pixels,) * rank)).astype(np.float32)
            w = rng.standard_normal((_CHANNELS, _CHANNELS, *(taps,) * rank)).astype(np.float32)
            only = {"TRANSFORMS": {(outputs, taps): transform}}
            with _replaced(winograd, **only, _IMAGES_ONLY=frozenset()):
                plan = polyconv.plan(x, w, backend="winograd", rtol=1.0, workers=1)
                bound = winograd.bound_of(plan.problem, transform)
                got = plan(x)
            exact = polyconv.conv(x.astype(float), w.astype(float), backend="direct")
            scale = abs(x).max() * abs(w).sum(axis=tuple(range(1, w.ndim)), dtype=float)
            errors = abs(got - exact).max(axis=(0, *range(2, x.ndim))) / scale
            print(f"{line} {bound:9.2g} {errors.max():10.2g}")


LIMITS: dict[str, Callable[[float], None]] = {
    "aligned_rows": _aligned_rows,
    "exchanges": _exchanges,
    "few_pixels": _few_pixels,
    "images": _images,
    "joined_phases": _joined_phases,
    "numpy_products": _numpy_products,
    "segment_tables": _segment_tables,
    "stages": _stages_of_ndimage,
    "transforms": _transforms,
}


if __name__ == "__main__":
    sys.exit(main())
