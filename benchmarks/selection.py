"""Which pairs of backend and workload are timed on every commit, and how each call is made."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from numpy.typing import NDArray

from .workloads import by_name

__all__ = ["BACKENDS", "QUICK", "SELECTED", "Case", "case", "supported"]

# Written out, not asked of polyconv: asv numbers the pairs, and an old commit that counted its
# own backends would time other pairs under the same numbers. "auto" is what callers get.
BACKENDS = ("auto", "direct", "winograd", "im2col", "fft_tiled", "fft", "naive")

# At least one of each suite and of each class of `workloads.PEERS`, each for a path of its own.
SELECTED = (
    "resnet50/conv2_3x3",
    "resnet50/conv3_3x3_s2_b8",
    "resnet50/conv4_reduce",
    "resnet50/conv1_7x7_s2",
    "vgg16/conv5",
    "deeplabv3/conv4_d2",
    "mobilenetv2/dw_112",
    "mobilenetv2/pw_project_56",
    "replknet/dw27_14",
    "replknet/dw31_56",
    "resnext50/conv2_g32",
    "unet3d/enc3",
    "audio1d/wav2vec2_conv1_s2",
    "audio1d/fir_1001",
    "fir/1000000x1001",
    "fir/1000000x1001_float64",
    "tasnet/encoder",
    "filter/3x3_1mpx",
    "filter/5x5_1mpx",
    "filter/31x31_1mpx",
    "filter/63x63_1mpx",
    "colour/5x5_1mpx_last",
    "image/gaussian_15",
    "image/sobel",
    "resnet50/conv2_3x3_float64",
    "filter/7x7_1mpx_float64",
    "resnet50/conv3_3x3_complex64",
    "resnet50/conv3_3x3_int32",
    "resnet50/conv2_3x3_last",
    "tiny/signal",
    "tiny/image",
)

# What `polyconv-ab --quick` times: short calls of every kind of path. Their data fit the caches,
# because whoever shares the memory with other programs is disturbed most.
QUICK = (
    ("resnet50/conv2_3x3", "direct"),
    ("resnet50/conv4_reduce", "im2col"),
    ("mobilenetv2/dw_112", "direct"),
    ("resnext50/conv2_g32", "direct"),
    ("filter/5x5_1mpx", "direct"),
    ("tiny/image", "fft_tiled"),
    ("resnet50/conv2_3x3_float64", "direct"),
    ("tiny/image", "auto"),
)

# One thread: how many there are differs between machines, and they disturb each other.
_WORKERS = 1

# Python loops take a second for ten times this.
_LIMIT_NAIVE = 1_000_000


@dataclass(frozen=True, eq=False)
class Case:
    """One pair, ready to be timed: the arrays, and the call in two forms. Nothing has run yet.

    Attributes
    ----------
    x, w : ndarray
        Input and weights, the same every time.
    options : dict
        What else `polyconv.conv` is given.
    prepare : callable
        Makes a plan: the choice, and the weights packed.
    plain : callable
        ``conv``: everything in one call. Takes ``out=``.
    """

    x: NDArray[Any]
    w: NDArray[Any]
    options: dict[str, Any]
    prepare: Callable[[], Callable[..., NDArray[Any]]]
    plain: Callable[..., NDArray[Any]]


def case(backend: str, workload: str, limit: int | None = None) -> Case:
    """The pair called `backend` and `workload`, scaled down to `limit` operations if one is given.

    Raises
    ------
    NotImplementedError
        If the backend cannot compute the workload, would take too long, or is not in this
        version of polyconv. asv skips a pair whose ``setup`` raises it.
    """
    import polyconv

    row = by_name(workload)
    if limit is not None:
        row = row.scaled_down(limit)
    if backend not in ("auto", *polyconv.backends()):
        raise NotImplementedError(f"no backend is called {backend!r} in this version")
    if backend == "naive" and row.flops > _LIMIT_NAIVE:
        raise NotImplementedError(f"{row.flops} operations; naive is timed up to {_LIMIT_NAIVE}")
    options = {**row.options, "backend": backend, "workers": _WORKERS}
    x, w = row.arrays()
    # Raises UnsupportedProblem, which is a NotImplementedError.
    polyconv.choose(x, w, **options)
    return Case(
        x,
        w,
        options,
        prepare=partial(polyconv.plan, x, w, **options),
        plain=partial(polyconv.conv, x, w, **options),
    )


def supported() -> list[tuple[str, str]]:
    """The pairs of workload and backend that `case` can make, workload by workload."""
    pairs = []
    for workload in SELECTED:
        for backend in BACKENDS:
            with suppress(NotImplementedError):
                case(backend, workload)
                pairs.append((workload, backend))
    return pairs
