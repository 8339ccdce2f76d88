"""Random transposed convolutions as large as a few vectors, and a check of them at one level.

Channels are last or first, strides reach 8, and half of the problems have groups or dilation. As
`interleaved`, the check runs in processes of its own for each instruction-set level, too.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from polyconv import UnsupportedProblem, conv_transpose, plan
from support.agreement import poisoned, random_values
from support.compare import assert_agrees
from support.interleaved import published_bound
from support.scatter import convolve_transposed

# Maximum number of products of a problem. The oracle computes 20 such problems in a second.
MAX_PRODUCTS = 300_000


def problems(seed: int, count: int) -> Iterator[tuple[np.ndarray, np.ndarray, dict[str, Any]]]:
    """Yield arrays and options."""
    rng = np.random.default_rng(seed)
    while count > 0:
        rank = int(rng.integers(1, 4))
        groups = int(rng.choice([1, 1, 2, 3]))
        stride = rng.choice([1, 2, 2, 3, 4, 8], rank)
        whole = rng.random() < 0.6  # taps of outputs beside each other are as many
        kernel = stride * rng.integers(1, 3, rank) if whole else rng.integers(1, 7, rank)
        dilation = np.ones(rank, int) if rng.random() < 0.5 else rng.integers(1, 4, rank)
        spatial = [int(rng.integers(1, 6)) for _ in range(rank - 1)] + [int(rng.integers(1, 40))]
        channels, filters = groups * int(rng.integers(1, 12)), int(rng.choice([1, 3, 8, 16, 20]))
        extent = dilation * (kernel - 1) + 1
        even = (extent - stride + 1) // 2
        crop = rng.integers(3)
        low, high = [(0 * even, 0 * even), (even, even), (rng.integers(0, extent), even)][crop]
        padding = [(max(int(lo), 0), max(int(hi), 0)) for lo, hi in zip(low, high, strict=True)]
        more = [int(rng.integers(max(s, d))) for s, d in zip(stride, dilation, strict=True)]
        size = (np.array(spatial) - 1) * stride + extent + more - np.sum(padding, axis=1)
        if (size < 1).any() or channels * filters * np.prod(kernel) * np.prod(spatial) > (
            MAX_PRODUCTS
        ):
            continue
        last = bool(rng.integers(2))
        image = (*spatial, channels) if last else (channels, *spatial)
        w_shape = (*kernel, filters, channels) if last else (channels, filters, *kernel)
        dtype = str(rng.choice(["float32", "float32", "float64", "complex64", "float16", "int16"]))
        options = {
            "stride": tuple(map(int, stride)),
            "padding": tuple(padding),
            "output_padding": tuple(more),
            "dilation": tuple(map(int, dilation)),
            "groups": groups,
            "flip": bool(rng.integers(2)),
            "data_format": "channels_last" if last else "channels_first",
        }
        x = random_values((int(rng.integers(1, 3)), *image), dtype, seed + count)
        yield x, random_values(w_shape, dtype, seed + 1000 - count), options
        count -= 1


def run(seed: int, count: int, backends=("direct", "auto", "winograd")) -> None:
    """Compare plans and plain calls with the definition, in results of any memory."""
    for x, w, options in problems(seed, count):
        filters = w.shape[-2 if options["data_format"] == "channels_last" else 1]
        bias = random_values((filters * options["groups"],), x.dtype, seed)
        reference = convolve_transposed(x, w, bias, **options)
        for backend in backends:
            try:
                planned = plan(x, w, bias, transpose=True, backend=backend, **options)
            except UnsupportedProblem:
                continue
            bound = published_bound(planned)
            shape = reference.value.shape
            out, apart = poisoned(shape, reference.dtype), poisoned((*shape, 2), reference.dtype)
            planned(x, out=out)
            assert_agrees(out, reference, bound)
            planned(np.asfortranarray(x), out=apart[..., 1])
            assert_agrees(apart[..., 1].copy(), reference, bound)
            assert (apart[..., 0] == poisoned(shape, reference.dtype)).all() or np.isnan(
                apart[..., 0]
            ).all()
            plain = conv_transpose(x, w, bias, backend=backend, **options)
            # Auto may choose another backend for a plain call, within the budget.
            allowed = max(bound, planned.problem.rtol) if backend == "auto" else bound
            assert_agrees(plain, reference, allowed)
