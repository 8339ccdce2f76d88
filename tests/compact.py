"""A compact conformance run for a process of its own: ``python compact.py``.

The environment decides something there that is fixed once a process runs: the instruction set of
the kernels, or what fresh memory holds. It prints the level in use and fails like any script.
"""

from agreement import FAST, REFERENCE, check, random_values

from polyconv._machine import isa_level

WIDTHS = (1, 3, 7, 8, 9, 15, 17, 31, 33, 67)
CHANNELS = (1, 3, 5, 8, 17, 33, 66)


def run(backend) -> None:
    """Widths and channel counts off the multiples of vectors, and each path through a kernel."""
    plain = backend is REFERENCE
    dtypes = ("float32", "float64", "complex64", "complex128", "int32", "uint64", "float16", "int8")
    for dtype in dtypes:
        for width in WIDTHS[:4] if plain else WIDTHS:
            x = random_values((1, 2, 3, width + 2), dtype, width)
            for k in (1, 3) if plain else (1, 3, 8, 17, 40):
                w = random_values((k, 2, 2, 3), dtype, k)
                check(backend, x, w, random_values((k,), dtype, 3))
            check(backend, x, random_values((2, 1, 3, 3), dtype, 4), groups=2, padding=1)
            check(backend, x, w, stride=2, padding="same", dilation=(1, 2))
        for channels in CHANNELS[:3] if plain else CHANNELS:
            x = random_values((2, channels, 5), dtype, channels)
            check(backend, x, random_values((channels, channels, 3), dtype, 5), padding=1)
            check(backend, x, random_values((7, channels, 1), dtype, 5))
            if x.dtype.kind in "iu":
                check(backend, x, random_values((7, channels, 2), "uint8", 5), dtype="int64")
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


if __name__ == "__main__":
    for each in (*FAST, REFERENCE):
        run(each)
    print(isa_level())
