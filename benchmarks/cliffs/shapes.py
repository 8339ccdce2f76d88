"""Generators of unusual problems: shapes, layouts, values and dtypes that meet other code paths."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import numpy as np

from .cases import CliffCase, image, signal, volume

__all__ = [
    "block_means",
    "dtypes",
    "few_outputs",
    "first_calls",
    "integers",
    "layouts",
    "long_kernels",
    "many_filters",
    "new_shapes",
    "paddings",
    "plain_weights",
    "short_axes",
    "single_pixels",
    "special_values",
    "strides_and_dilations",
]


def long_kernels(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Kernels longer than the input."""
    for n, taps in ((100, 100_000), (1, 1000), (7, 1000), (1000, 1_000_000), (999, 1200)):
        yield signal(n, taps, padding="full")
    yield signal(60_000, 65_536, padding="full", dtype="float64")
    yield signal(100, 20_000, padding="same")
    yield signal(50, 5000, padding="causal")
    yield signal(300, 30_000, padding="full", dtype="complex64")
    yield signal(100, 10_000, batch=4, padding="full")
    yield signal(100, 10_000, channels=8, filters=8, groups=8, padding="full")
    yield image(8, 200, padding="full")
    yield image((1, 1000), (3, 5000), padding="full")
    yield image((20, 500), (90, 30), padding="full")
    yield volume(4, 32, padding="full")
    yield signal(100, 50_000, padding="full", dtype="int32")


def layouts(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Arrays that are not in C order: Fortran order, transposed, reversed and stepped views."""
    problems = (
        volume((182, 218, 182), 3, padding="same", dtype="float64"),
        volume((60, 80, 100), 7, padding="same"),
        image(2048, 3, padding="same"),
        image((1500, 700), 31, padding="same"),
        image(512, (1, 21), padding="same", dtype="float64"),
        image(56, 3, channels=64, filters=64, padding="same"),
        image(112, 3, channels=32, filters=32, groups=32, padding="same"),
        image(1000, 5, padding="same", dtype="uint8"),
    )
    for problem in problems:
        for layout in ("F", "transposed"):
            yield replace(problem, layout=layout)
    yield image(1024, 5, batch=8, padding="same", layout="F")
    yield signal(100_000, 101, batch=16, padding="same", layout="F")
    for layout in ("reversed", "stepped", "big_endian"):
        yield image(1024, 5, padding="same", layout=layout)
        yield signal(1_000_000, 32, padding="same", layout=layout)
    yield image(256, 3, channels=16, filters=16, padding="same", layout="channels_inner")
    yield image(1024, 9, channels=3, filters=3, groups=3, padding="same", layout="channels_inner")
    yield image(2048, 3, padding="same", stride=2, layout="transposed")


def special_values(rng: np.random.Generator) -> Iterator[CliffCase]:
    """One NaN, infinity or fill value of 1e20, and some NaN all over."""
    problems = (
        image(1024, 61, padding="same"),
        image(640, 31, padding="same", dtype="float64"),
        signal(1_000_000, 1001, padding="same"),
        signal(300_000, 30_000, padding="same"),
        volume(64, 17, padding="same"),
        image(56, 3, channels=64, filters=64, padding="same"),
        signal(100_000, 100_000, padding="full"),
        image(56, 31, channels=32, filters=32, groups=32, padding="same"),
    )
    for problem, values in zip(problems, cycle(("nan", "inf", "fill")), strict=False):
        yield replace(problem, values=values)
    for values in ("inf", "fill", "scattered_nan"):
        yield replace(problems[0], values=values)
        yield replace(problems[2], values=values)
    yield replace(problems[5], values="fill")
    # Layers that winograd computes. Outputs near the special value are summed anew.
    yield replace(problems[5], values="nan")
    yield image(112, 3, channels=32, filters=32, padding="same", values="nan")
    yield image(28, 3, channels=128, filters=128, padding="same", values="nan")
    yield image(14, 3, channels=256, filters=256, padding="same", values="nan")


def integers(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Exact integers and booleans under long kernels."""
    yield signal(200_000, 10_000, dtype="int16", values="wide", padding="same")
    yield signal(100_000, 5001, dtype="int8", values="wide", padding="full")
    yield signal(1_000_000, 300, dtype="uint16", values="wide", padding="same")
    yield signal(50_000, 50_000, dtype="uint8", values="wide", padding="full")
    yield signal(300_000, 4096, dtype="int64", padding="same")
    yield image((1080, 1920), 100, dtype="int32", padding="valid")
    yield image((1080, 1920), 3, dtype="uint8", values="wide", padding="same")
    yield image(512, 64, dtype="uint8", values="wide", padding="valid")
    yield image(300, 300, dtype="bool", padding="full")
    yield image(200, 41, dtype="bool", padding="same")
    yield image(400, 51, dtype="int64", padding="same")
    yield volume(48, 24, dtype="int16", padding="same")
    yield volume(30, 30, dtype="int32", padding="full")
    yield image(1024, 5, dtype="int32", w_dtype="int8", padding="same")
    yield signal(100_000, 2000, dtype="uint8", w_dtype="int8", values="wide", padding="same")


def few_outputs(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Few outputs of a large input: huge strides, or a kernel nearly as large as the input."""
    yield image(10_000, 3, dtype="uint8", values="wide", stride=5000)
    yield image(4000, 3, stride=100)
    yield image(3000, 3, stride=1000, padding=1, dtype="float64")
    yield image(2000, 11, stride=500, padding="same")
    yield signal(10_000_000, 9, stride=1_000_000)
    yield signal(5_000_000, 1001, stride=250_000, padding="same")
    yield volume(250, 3, stride=125)
    yield volume(160, 5, stride=40, padding=2, dtype="float64")
    yield signal(1_000_003, 1_000_000, dtype="float64")
    yield signal(300_010, 300_000)
    yield image(1000, 998)
    yield image((1000, 1010), (1000, 3))
    yield volume(100, 99)
    yield image(200, 3, channels=64, filters=64, stride=100)
    yield image(100, 98, channels=8, filters=4)
    yield signal(2_000_000, 9, stride=100_000, channels=2, filters=2, groups=2)
    yield image(2000, 3, stride=999, padding_mode="reflect", padding=1)


def many_filters(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Filters that are many, large, or both."""
    yield image(512, 251, filters=16, padding="same")
    yield image(512, 251, filters=16, padding="valid", dtype="float64")
    yield signal(1_000_000, 500_000, filters=12, padding="valid")
    yield signal(100_000, 10_000, filters=64, padding="same")
    yield signal(30_000, 1001, filters=300, padding="same")
    yield image(128, 31, filters=200, padding="same")
    yield image(200, 63, channels=8, filters=8, padding="same")
    yield image(96, 96, filters=30, padding="full")
    yield volume(40, 21, filters=10, padding="same")
    yield signal(20_000, 5000, channels=64, filters=64, groups=64, padding="same")
    yield signal(2000, 9, filters=1000, padding="same")
    yield image(64, 5, filters=400, padding="same")


def plain_weights(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Plain calls with many weights and few outputs, where preparing them takes the time."""
    yield image(14, 1, channels=384, filters=384)
    yield image(7, 3, channels=512, filters=512, padding=1)
    yield image(1, 1, channels=2048, filters=2048)
    yield image(4, 1, channels=1024, filters=4096)
    yield image(31, 31, channels=64, filters=64)
    yield image(14, 14, channels=64, filters=128)
    yield image(2, 3, channels=256, filters=512, padding=1)
    yield signal(4, 3, channels=1024, filters=1024, padding="same")
    yield signal(16, 16, channels=512, filters=512)
    yield volume(3, 3, channels=128, filters=128, padding=1)
    yield signal(61_000, 1500, dilation=40, padding="valid")
    yield image(7, 3, channels=512, filters=512, padding=1, dtype="float64")
    yield image(7, 3, channels=256, filters=256, padding=1, dtype="float16")
    yield image(8, 5, channels=256, filters=256, padding=2)
    yield image(28, 1, channels=512, filters=128, stride=2)
    yield image(7, 1, channels=512, filters=512, dtype="int32")
    # Last layers of classifiers, for one image and for some; squeeze-and-excitation blocks.
    yield image(1, 1, channels=2048, filters=1000)
    yield image(1, 1, channels=2048, filters=1000, batch=8)
    yield image(7, 7, channels=512, filters=1000, dtype="float64")
    yield image(1, 1, channels=512, filters=128)
    yield image(4, 3, channels=512, filters=512)


def single_pixels(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Inputs of one pixel, and of few, whose windows hold mostly padding."""
    yield image(1, 3, channels=512, filters=512, padding=1)
    yield image(1, 3, channels=512, filters=512, padding=1, batch=32)
    yield image(1, 5, channels=128, filters=256, padding=2)
    yield image(2, 7, channels=128, filters=128, padding=3)
    yield image(1, 3, channels=1024, filters=1024, groups=1024, padding=1)
    yield image((1, 64), 3, channels=128, filters=128, padding=1)
    yield signal(1, 3, channels=512, filters=512, padding=1)
    yield signal(2, 15, channels=256, filters=256, padding=7)
    yield volume(1, 3, channels=128, filters=128, padding=1)
    yield image(3, 3, channels=256, filters=256, padding=4, dilation=4)
    yield image(1, 3, channels=512, filters=512, padding=1, dtype="float64")
    yield image(1, 3, channels=512, filters=512, padding="same", stride=2)


def block_means(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Blocks that do not overlap: means, and other weights, with the kernel as stride."""
    yield signal(10_000_000, 1000, stride=1000, weights="mean")
    yield signal(10_000_000, 10, stride=10, weights="mean")
    yield signal(3_000_000, 2, stride=2, weights="mean", dtype="float64")
    yield signal(3_000_000, 997, stride=997)
    yield signal(2_000_000, 20_000, stride=20_000, weights="mean", dtype="float64")
    yield image(3000, 2, stride=2, weights="mean")
    yield image(3000, 8, stride=8, weights="mean")
    yield image(2048, 64, stride=64, weights="mean", dtype="float64")
    yield image(2000, 7, stride=7)
    yield image(2000, 4, stride=4, weights="mean", dtype="uint8")
    yield image(2000, (1, 50), stride=(1, 50), weights="mean")
    yield image(2000, (50, 1), stride=(50, 1), weights="mean")
    yield volume(200, 2, stride=2, weights="mean")
    yield volume(200, 5, stride=5, dtype="float64")
    yield image(112, 2, stride=2, channels=64, filters=64, groups=64, weights="mean")
    yield image(56, 7, stride=7, channels=128, filters=128, groups=128, weights="mean")


def strides_and_dilations(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Large strides and dilations on inputs of usual sizes."""
    yield image(2000, 3, stride=100, padding=1)
    yield image(1000, 3, stride=7, padding=1)
    yield image(1000, 15, stride=3, padding="same")
    yield image(640, 41, stride=5, padding="same", dtype="float64")
    yield signal(1_000_000, 64, stride=37)
    yield signal(1_000_000, 1001, stride=10, padding="same")
    yield signal(1_000_000, 4001, stride=160, padding="same")
    yield signal(300_000, 100, dilation=1000, padding="same")
    yield signal(1_000_000, 33, dilation=4096, padding="causal")
    yield signal(2_000_000, 1000, dilation=1000)
    yield signal(1000, 3, dilation=10**8, padding="same")
    yield signal(100_000, 1500, dilation=40, padding="same")
    yield image(1024, 9, dilation=50, padding="same")
    yield image(512, 31, dilation=7, padding="same")
    yield image(64, 3, channels=64, filters=64, dilation=24, padding="same")
    yield volume(96, 3, dilation=20, padding="same")
    yield image(500, 3, stride=3, dilation=30, padding="same")


def short_axes(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Axes of length 1 and of a few elements, beside batches or other axes that are long."""
    yield signal(1, 3, batch=4000, padding="same")
    yield signal(1, 9, batch=4000, padding="same", dtype="float64")
    yield signal(4, 9, batch=4000, padding="same")
    yield signal(3, 2, batch=100_000)
    yield signal(20, 5, batch=20_000, padding="same")
    yield signal(1, 1, batch=100_000)
    yield signal(5, 3, channels=20_000, filters=20_000, groups=20_000, padding="same")
    yield signal(30, 7, batch=64, channels=256, filters=256, groups=256, padding="same")
    yield image((1, 1_000_000), 3, padding="same")
    yield image((1_000_000, 1), 3, padding="same")
    yield image((300_000, 3), 3, padding="same", dtype="float64")
    yield image((2, 500_000), (2, 31))
    yield image(5, 3, batch=10_000, padding="same")
    yield image(1, 1, batch=50_000, channels=3, filters=8)
    yield volume((1, 1, 500_000), (1, 1, 9), padding="same")
    yield volume((500_000, 1, 1), (9, 1, 1), padding="same")
    yield volume((1, 700, 700), (1, 5, 5), padding="same")
    yield volume((200_000, 2, 2), 2)


def paddings(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Every padding mode, and paddings larger than the input."""
    for mode in ("reflect", "symmetric", "edge", "wrap"):
        yield signal(1_000_000, 9, padding=4, padding_mode=mode)
        yield signal(200_000, 20_001, padding=10_000, padding_mode=mode, dtype="float64")
        yield image(1000, 3, padding=1, padding_mode=mode)
        yield image(500, 61, padding=30, padding_mode=mode)
        yield volume(64, 5, padding=2, padding_mode=mode)
        yield image(56, 3, channels=64, filters=64, padding=1, padding_mode=mode)
    yield image(20, 3, padding=500)
    yield image(20, 3, padding=500, padding_mode="wrap")
    yield signal(10, 5, padding=1_000_000)
    yield signal(10, 5, padding=1_000_000, padding_mode="reflect")
    yield signal(100, 1001, padding=5000, padding_mode="edge")
    yield signal(4_000_017, 9, padding=4, padding_mode="reflect", call="new_shape")


def dtypes(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Half precision, complex, mixed and narrow dtypes, each beside the conversion by hand."""
    for dtype in ("float16", "complex64", "complex128", "int8", "bool"):
        yield signal(300_000, 101, padding="same", dtype=dtype)
        yield image(512, 5, padding="same", dtype=dtype)
    for dtype, w_dtype in (
        ("float32", "float64"),
        ("float64", "float32"),
        ("float32", "complex64"),
        ("uint8", "float32"),
        ("int16", "float64"),
        ("float16", "float32"),
    ):
        yield signal(300_000, 31, padding="same", dtype=dtype, w_dtype=w_dtype)
        yield image(512, 9, padding="same", dtype=dtype, w_dtype=w_dtype)
    yield signal(300_000, 3001, padding="same", dtype="float16")
    yield image(512, 31, padding="same", dtype="float16")
    yield signal(61_000, 1500, dilation=40, dtype="float16")
    yield image(512, 9, dilation=40, padding="same", dtype="float16")
    yield image(512, 31, padding="same", dtype="uint8", w_dtype="float32")
    yield signal(300_000, 3001, padding="same", dtype="float32", w_dtype="complex64")
    yield image(28, 3, channels=64, filters=64, padding="same", dtype="float16")
    yield image(28, 3, channels=64, filters=64, padding="same", dtype="uint8", w_dtype="float32")


def new_shapes(rng: np.random.Generator) -> Iterator[CliffCase]:
    """Loops over inputs that all have another size."""
    for case in (
        image(24, 3, channels=3, filters=16, padding="same"),
        image(100, 3, channels=3, filters=16, padding="same"),
        image(40, 3, padding="same"),
        image(56, 3, channels=64, filters=64, padding="same"),
        image(14, 1, channels=64, filters=128),
        image(30, 5, channels=32, filters=32, groups=32, padding="same"),
        image(64, 9, dtype="uint8", padding="same"),
        image(500, 31, padding="same"),
        image(20, 3, channels=8, filters=8, stride=2, padding=1),
        signal(50, 5, padding="same", dtype="float64"),
        signal(1000, 9, padding="same"),
        signal(1000, 101, padding="full", dtype="float64"),
        signal(20_000, 65, padding="same"),
        signal(100_000, 1001, padding="same"),
        signal(4000, 9, padding="same", dilation=3),
        signal(300, 5, channels=16, filters=32, padding="causal"),
        signal(3000, 7, padding="same", dtype="int64"),
        volume(12, 3, padding="same"),
        volume(16, 3, channels=4, filters=8, padding="same"),
    ):
        yield replace(case, call="new_shape")


def first_calls(rng: np.random.Generator) -> Iterator[CliffCase]:
    """The first call of a process, after the import."""
    for case in (
        signal(1000, 9, padding="same"),
        signal(100_000, 1001, padding="same", dtype="float64"),
        image(64, 3, padding="same"),
        image(512, 31, padding="same"),
        image(28, 3, channels=64, filters=64, padding="same"),
        volume(24, 5, padding="same"),
    ):
        yield replace(case, call="first_call")
