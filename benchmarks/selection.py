"""The short list: pairs of workload and backend that are timed on every commit.

asv, pytest-benchmark and the counts of instructions read it. It is also polyconv's bench file for
``abgate``, loaded by its path in each build; so it needs only that build's polyconv, and imports it
in functions.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from numpy.typing import NDArray

__all__ = ["BACKENDS", "BENCHES", "QUICK", "SELECTED", "Case", "case", "facts", "supported"]

# Written out, not asked of polyconv: asv stores results under the number of a pair, and in an old
# commit with fewer backends the same number would mean another pair. "auto" is the default.
BACKENDS = (
    "auto",
    "direct",
    "separable",
    "winograd",
    "im2col",
    "fft_tiled",
    "fft",
    "cython",
    "naive",
)

# At least one of each suite and of each class of `polyconv.workloads.PEERS`; each runs through a
# code path of its own.
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
    "separable/gaussian_5_1mpx",
    "separable/gaussian_31_1mpx",
    "separable/box_31_1mpx",
    "separable/sobel_1mpx",
    "separable/gaussian_5_256",
    "colour/5x5_1mpx_last",
    "image/gaussian_15",
    "image/sobel",
    "resnet50/conv2_3x3_float64",
    "filter/7x7_1mpx_float64",
    "resnet50/conv3_3x3_complex64",
    "resnet50/conv3_3x3_int32",
    "resnet50/conv3_3x3_int8",
    "resnet50/conv2_3x3_last",
    "tiny/signal",
    "batches/signals_16",
    "tiny/image",
)

# Pairs of `abgate --quick`: short calls through the main code paths. Their data fit the
# caches, because memory bandwidth shared with other programs is the largest source of noise.
QUICK = (
    "resnet50/conv2_3x3 direct",
    "resnet50/conv4_reduce im2col",
    "mobilenetv2/dw_112 direct",
    "resnext50/conv2_g32 direct",
    "filter/5x5_1mpx direct",
    "tiny/image fft_tiled",
    "resnet50/conv2_3x3_float64 direct",
    "tiny/image auto",
)

# One thread: the number of CPUs differs between machines, and threads add noise.
_WORKERS = 1

# Largest problems, in operations, on which the references are timed: 0.1 s each.
_MAX_FLOPS = {"naive": 1_000_000, "cython": 200_000_000}


@dataclass(frozen=True, eq=False)
class Case:
    """One pair, ready to be timed: the arrays, and the call in two forms. Nothing has run yet.

    Attributes
    ----------
    x, w : ndarray
        Input and weights, the same in every run.
    options : dict
        Options of `polyconv.conv`.
    prepare : callable
        Returns a plan: the backend chosen, the weights packed.
    plain : callable
        `polyconv.conv` with everything in one call. Takes ``out=``.
    """

    x: NDArray[Any]
    w: NDArray[Any]
    options: dict[str, Any]
    prepare: Callable[[], Callable[..., NDArray[Any]]]
    plain: Callable[..., NDArray[Any]]


def case(backend: str, workload: str, limit: int | None = None) -> Case:
    """Return a pair, its workload scaled down to `limit` operations if one is given.

    Raises
    ------
    NotImplementedError
        If the backend cannot compute the workload or would take too long, or if this version of
        polyconv lacks one of both. asv skips a pair whose ``setup`` raises it.
    """
    import polyconv
    from polyconv.workloads import by_name

    try:
        row = by_name(workload)
    except KeyError as error:
        raise NotImplementedError(f"{error.args[0]} in this version") from None
    if limit is not None:
        row = row.scaled_down(limit)
    if backend not in ("auto", *polyconv.backends()):
        raise NotImplementedError(f"no backend is called {backend!r} in this version")
    max_flops = _MAX_FLOPS.get(backend, row.flops)
    if row.flops > max_flops:
        raise NotImplementedError(f"{row.flops} operations; {backend} is timed up to {max_flops}")
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
    """Return the pairs of workload and backend that can be computed, workload by workload."""
    pairs = []
    for workload in SELECTED:
        for backend in BACKENDS:
            with suppress(NotImplementedError):
                case(backend, workload)
                pairs.append((workload, backend))
    return pairs


def facts() -> dict[str, str]:
    """Return what times depend on beside the versions of libraries, for `abgate`'s reports."""
    from polyconv._machine import isa_level

    return {"isa": isa_level()}


def _planned_call(workload: str, backend: str) -> Callable[[], Any]:
    """Return a planned call into a given buffer."""
    ready = case(backend, workload)
    planned = ready.prepare()
    return partial(planned, ready.x, out=planned(ready.x))


# All pairs that `abgate` times, each as a function that prepares the call.
BENCHES = {
    f"{workload} {backend}": partial(_planned_call, workload, backend)
    for workload in SELECTED
    for backend in BACKENDS
    if backend != "naive"
}
