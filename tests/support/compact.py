"""A compact conformance run for a process of its own: ``python -m support.compact``.

For settings that are fixed when a process starts: the kernels' instruction-set level, and the
contents of new memory. It prints the level in use, and ends with a traceback if a test fails.
``python -m support.compact levels`` leaves out the backends that no level changes; ``few`` in the
place of ``levels`` computes one size of each kind, and leaves out `fft`, too.
"""

import sys

import numpy as np

from polyconv import conv
from polyconv._machine import isa_level
from support import interleaved, transposed_problems
from support.agreement import FAST, REFERENCE, assert_same_bits, check, random_values

WIDTHS = (1, 3, 7, 8, 9, 15, 17, 31, 33, 67)
CHANNELS = (1, 3, 5, 8, 17, 33, 66)
FILTERS = (1, 3, 8, 17, 40)
DTYPES = ("float32", "float64", "complex64", "complex128", "int32", "uint64", "float16", "int8")
# The few widths are less than a vector, and several vectors with a remainder.
SIZES = {
    "all": {
        "dtypes": DTYPES,
        "widths": WIDTHS,
        "channels": CHANNELS,
        "filters": FILTERS,
    },
    "few": {
        "dtypes": ("float32", "float64", "complex64", "int8"),
        "widths": (3, 33),
        "channels": (33,),
        "filters": (3, 40),
    },
}


def run(backend, sizes) -> None:
    """Widths and channel counts off the multiples of vectors, and each path through a kernel."""
    plain = backend is REFERENCE
    for dtype in sizes["dtypes"]:
        for width in sizes["widths"][: 4 if plain else None]:
            x = random_values((1, 2, 3, width + 2), dtype, width)
            for k in sizes["filters"][: 2 if plain else None]:
                w = random_values((k, 2, 2, 3), dtype, k)
                check(backend, x, w, random_values((k,), dtype, 3))
            check(backend, x, random_values((2, 1, 3, 3), dtype, 4), groups=2, padding=1)
            check(backend, x, w, stride=2, padding="same", dilation=(1, 2))
        for channels in sizes["channels"][: 3 if plain else None]:
            x = random_values((2, channels, 5), dtype, channels)
            check(backend, x, random_values((channels, channels, 3), dtype, 5), padding=1)
            check(backend, x, random_values((7, channels, 1), dtype, 5))
            if x.dtype.kind in "iu":
                check(backend, x, random_values((7, channels, 2), "uint8", 5), dtype="int64")
            if x.dtype.itemsize == 1:
                for signs in (x, x.view("uint8")):
                    check(backend, signs, random_values((17, channels, 2), "uint8", 5), padding=1)
                check(backend, x.view("uint8"), random_values((17, channels, 2), "int8", 5))
    volume = random_values((1, 3, 5, 4, 6), "float32", 6)
    check(backend, volume, random_values((5, 3, 2, 2, 3), "float32", 7), padding="same")
    check(backend, volume[0], random_values((5, 3, 2, 2, 3), "float32", 7), padding=3, stride=2)
    if not plain:
        image = random_values((1, 130, 131), "float32", 8)
        for size in (2, 5, 15):
            check(backend, image, random_values((1, 1, size, size), "float32", 9), workers=2)
        for dtype in ("float32", "complex64", "complex128"):
            layer = random_values((1, 40, 15, 17), dtype, 8)
            check(backend, layer, random_values((70, 40, 3, 3), dtype, 9), padding=1, workers=2)


def read_f16(backend) -> None:
    """Read every float16 exactly, from rows of several strides and from channels."""
    f16 = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    signalling = np.isnan(f16) & (f16.view(np.uint16) & 0x200 == 0)
    f16[signalling] = np.nan  # NumPy warns of them
    one = np.ones((1, 1, 1), np.float32)
    for step in (1, 2, 3, 5, -1, -2):
        for dtype in (np.float32, np.float64):
            x = f16[::step]
            assert_same_bits(conv(x[None], one.astype(dtype), backend=backend.name)[0], x + dtype())
        x = f16[None]
        picked = conv(x, one, stride=abs(step), backend=backend.name)
        assert_same_bits(picked, x[:, :: abs(step)] + np.float32())
    for n in range(1, 40):
        x = f16[None, n * 1500 : n * 1501]
        assert_same_bits(conv(x, one, backend=backend.name), x + np.float32())
    for channels in (16, 64, 80):
        x = f16[: f16.size // channels * channels].reshape(1, -1, channels)
        last = {"groups": channels, "data_format": "channels_last", "backend": backend.name}
        assert_same_bits(conv(x, one.repeat(channels, axis=2), **last), x + np.float32())


def round_to_f16(backend) -> None:
    """Round ties to the even float16 neighbour, and other values to the nearest one."""
    every = np.arange(0x7C01, dtype=np.uint16).view(np.float16).astype(np.float32)
    every[-1] = 65536  # where another exponent would follow
    ties = (every[1:] + every[:-1]) / 2
    values = [every, ties, np.nextafter(ties, 0), np.nextafter(ties, np.float32(np.inf))]
    values += [np.float32([1e-40, 2.0**-126, 1e30, np.inf, np.nan])]
    x = np.concatenate([*values, *(-v for v in values)])
    with np.errstate(over="ignore", under="ignore"):
        rounded = (x + np.float32()).astype(np.float16)  # a sum that is zero has no sign
    filters = np.ones((40, 1, 1), np.float32)
    options = {"dtype": "float16", "backend": backend.name}
    wide = conv(x[None], filters, **options)
    assert_same_bits(wide, np.broadcast_to(rounded, wide.shape))
    out = np.zeros((1, 3 * x.size), np.float16)[:, ::3]
    conv(x[None], filters[:1], out=out, **options)
    assert_same_bits(out[0], rounded)
    for n in range(1, 40):
        part = slice(1500 * n, 1501 * n)
        assert_same_bits(conv(x[None, part], filters[:1], **options)[0], rounded[part])
    channels_last, bias = x[: x.size // 64 * 64].reshape(1, -1, 64), np.zeros(64, np.float32)
    options |= {"groups": 64, "data_format": "channels_last"}
    deep = conv(channels_last, np.ones((1, 1, 64), np.float32), bias, **options)
    assert_same_bits(deep.ravel(), rounded[: deep.size])


if __name__ == "__main__":
    argument = sys.argv[1] if len(sys.argv) > 1 else "all"
    left_out = {"all": (), "levels": ("cython", "naive"), "few": ("cython", "naive", "fft")}
    for each in (*FAST, REFERENCE):
        if each.name in left_out[argument]:
            continue
        run(each, SIZES["few" if argument == "few" else "all"])
        if each.dot_product and each is not REFERENCE:
            read_f16(each)
            round_to_f16(each)
    interleaved.run()
    transposed_problems.run(1, 6, ("direct",))
    print(isa_level())
