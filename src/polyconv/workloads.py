"""The table of named problems: what is raced, timed, watched for regressions and tested.

One row is one convolution of a real network or program. `polyconv race`, the benchmarks and the
tests all read this table, which ``workloads.toml`` holds together with its sources. Nothing but
NumPy is imported before an attribute that needs polyconv is used.

There are two selections of rows. `WORKLOADS`, in suites, is for `polyconv race` and the tests;
`PEERS`, in classes whose inner loops do the same work, is for the comparison with other libraries
and for the asv history. Many rows stand in both.
"""

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "ADJOINTS",
    "PEERS",
    "SMOOTHING_LINES",
    "SOBEL",
    "WORKLOADS",
    "Workload",
    "by_name",
    "image_workload",
    "suites",
    "workloads",
]

# The derivative along the last axis, smoothed along the other.
SOBEL = np.outer([1, 2, 1], [-1, 0, 1])


def _gaussian(size: int) -> NDArray[np.float64]:
    """Return numbers that sum to 1, with the default sigma of OpenCV's getGaussianKernel."""
    sigma = 0.3 * ((size - 1) / 2 - 1) + 0.8
    bell: NDArray[np.float64] = np.exp(-(((np.arange(size) - (size - 1) / 2) / sigma) ** 2) / 2)
    return np.asarray(bell / bell.sum())


# Filters that are the outer product of one line of numbers for each axis, by name: functions that
# return the line of a size.
SMOOTHING_LINES: Mapping[str, Callable[[int], NDArray[np.float64]]] = {
    "gaussian": _gaussian,
    "box": lambda size: np.full(size, 1 / size),
}


@dataclass(frozen=True)
class Workload:
    """One named convolution: shapes, options and dtype, and no data.

    Attributes
    ----------
    name : str
        ``"suite/layer"``, unique in the table.
    x_shape, w_shape : tuple of int
        As `polyconv.conv` takes them, batched.
    stride, padding, dilation, groups, padding_mode, data_format
        Options of `polyconv.conv`.
    dtype : str
        Dtype of both arrays.
    count : int
        Occurrences of the layer in its network.
    result_dtype : str or None
        Dtype of the result; None if `polyconv.conv` chooses it.
    image_filter : str or None
        Name of a filter for photographs, as ``polyconv race --kernel`` takes it. `arrays` returns
        random numbers of the same shapes.
    operation : str
        ``"conv"``; ``"transpose"``: `polyconv.conv_transpose`; ``"input_gradient"`` and
        ``"weight_gradient"``: those of the convolution of these shapes.
    output_padding : int
        Option of `polyconv.conv_transpose`.
    weights : str or None
        Name of the filter that `arrays` returns for each channel: ``"gaussian"``, ``"box"`` or
        ``"sobel"``; None for random numbers.
    """

    name: str
    x_shape: tuple[int, ...]
    w_shape: tuple[int, ...]
    stride: int | tuple[int, ...] = 1
    padding: int | str | tuple[int, ...] | tuple[tuple[int, int], ...] = 0
    dilation: int | tuple[int, ...] = 1
    groups: int = 1
    padding_mode: str = "zeros"
    data_format: str = "channels_first"
    dtype: str = "float32"
    count: int = 1
    result_dtype: str | None = None
    image_filter: str | None = None
    operation: str = "conv"
    output_padding: int = 0
    weights: str | None = None

    @property
    def suite(self) -> str:
        """The part of `name` before the slash."""
        return self.name.partition("/")[0]

    @property
    def layer(self) -> str:
        """The part of `name` after the slash."""
        return self.name.partition("/")[2]

    @property
    def options(self) -> dict[str, Any]:
        """The keyword arguments of `polyconv.conv`, and of `polyconv.conv_transpose`."""
        if self.operation == "transpose":
            return {**self._geometry, "output_padding": self.output_padding}
        dtype = {} if self.result_dtype is None else {"dtype": self.result_dtype}
        return {**self._geometry, "padding_mode": self.padding_mode, **dtype}

    @property
    def _geometry(self) -> dict[str, Any]:
        return {
            "stride": self.stride,
            "padding": self.padding,
            "dilation": self.dilation,
            "groups": self.groups,
            "data_format": self.data_format,
        }

    @property
    def flops(self) -> int:
        """Real multiplications and additions of the definition; 8 for each complex product."""
        from polyconv import output_shape

        if self.operation == "transpose":  # each input meets all filters of its channel
            in_channels = self.w_shape[-1 if self.data_format == "channels_last" else 0]
            return 2 * math.prod(self.x_shape) * math.prod(self.w_shape) // in_channels
        outputs = math.prod(output_shape(self.x_shape, self.w_shape, **self._geometry))
        flops_per_product = 8 if np.dtype(self.dtype).kind == "c" else 2
        return flops_per_product * outputs * math.prod(self.w_shape) // self._out_channels

    def arrays(self, seed: int = 0) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return random `x` and `w` of this workload's shapes and dtype; `seed` decides them.

        Returns
        -------
        x, w : ndarray
            Floats: `x` in [-1, 1) and `w` scaled by the products in one output, so that
            results stay about 1. Integers: -8 to 7, or 0 to 15 where unsigned. Filters that have a
            name are not random.
        """
        rng = np.random.default_rng(seed)
        dtype = np.dtype(self.dtype)
        x = _random(rng, self.x_shape, dtype)
        if self.weights is not None:
            return x, self._named_weights()
        w = _random(rng, self.w_shape, dtype)
        if dtype.kind in "fc":
            reduction_len = math.prod(self.w_shape) // self._out_channels
            w *= dtype.type(math.sqrt(3 / reduction_len))
        return x, w

    def _named_weights(self) -> NDArray[Any]:
        """Return the weights of a named filter, the same for all channels."""
        rank, last = len(self.w_shape) - 2, self.data_format == "channels_last"
        kernel = self.w_shape[:rank] if last else self.w_shape[2:]
        if self.weights == "sobel":
            taps = SOBEL
        elif self.weights == "box" and np.dtype(self.dtype).kind in "iu":
            taps = np.ones(kernel)  # a mean of integers would be zeros
        else:
            lines = map(SMOOTHING_LINES[str(self.weights)], kernel)
            taps = reduce(np.multiply.outer, lines)
        taps = taps.reshape(*kernel, 1, 1) if last else taps
        return np.broadcast_to(taps, self.w_shape).astype(self.dtype)

    def scaled_down(self, limit_flops: int) -> "Workload":
        """A smaller problem of the same kind, of at most `limit_flops` operations.

        Kernel and options stay. The size that exceeds its minimum by the largest factor (an axis of
        the image, the channels of a group, groups, batch) is halved until the problem is small
        enough.

        Raises
        ------
        ValueError
            If even the smallest such problem needs more.
        """
        small = self
        while small.flops > limit_flops:
            small = small._halved()
        return small

    def _halved(self) -> "Workload":
        last = self.data_format == "channels_last"
        rank = len(self.x_shape) - 2
        batch, *spatial = (self.x_shape[0], *self.x_shape[1 if last else 2 :][:rank])
        kernel = self.w_shape[:rank] if last else self.w_shape[2:]
        ic_per_group = self.w_shape[-2] if last else self.w_shape[1]
        sizes = [*spatial, ic_per_group, self._out_channels // self.groups, self.groups, batch]
        smallest = [*self._min_image(kernel), 1, 1, 1, 1]
        which = max(range(len(sizes)), key=lambda i: sizes[i] / smallest[i])
        if sizes[which] <= smallest[which]:
            raise ValueError(f"{self.name} cannot be scaled below {self.flops} operations")
        sizes[which] = max(sizes[which] // 2, smallest[which])
        *spatial, ic_per_group, oc_per_group, groups, batch = sizes
        if last:
            x_shape = (batch, *spatial, groups * ic_per_group)
            w_shape = (*kernel, ic_per_group, groups * oc_per_group)
        else:
            x_shape = (batch, groups * ic_per_group, *spatial)
            w_shape = (groups * oc_per_group, ic_per_group, *kernel)
        return replace(self, x_shape=x_shape, w_shape=w_shape, groups=groups)

    def _min_image(self, kernel: Sequence[int]) -> list[int]:
        """The smallest image, per axis, on which this padding leaves an output."""
        if isinstance(self.padding, str) and self.padding != "valid":
            return [1] * len(kernel)
        padding = 0 if isinstance(self.padding, str) else self.padding
        around = np.broadcast_to(
            np.reshape(padding, (-1, 1)) if np.ndim(padding) == 1 else padding, (len(kernel), 2)
        ).sum(axis=1)
        extents = np.broadcast_to(self.dilation, len(kernel)) * (np.array(kernel) - 1) + 1
        return [max(1, int(e - p)) for e, p in zip(extents, around, strict=True)]

    @property
    def _out_channels(self) -> int:
        return self.w_shape[-1 if self.data_format == "channels_last" else 0]


def _random(rng: np.random.Generator, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    match dtype.kind:
        case "b":
            return rng.integers(0, 2, shape).astype(dtype)
        case "u":
            return rng.integers(0, 16, shape).astype(dtype)
        case "i":
            return rng.integers(-8, 8, shape).astype(dtype)
        case "c":
            real = _random(rng, shape, np.dtype(np.float64))
            return (real + 1j * _random(rng, shape, np.dtype(np.float64))).astype(dtype)
    return (2 * rng.random(shape, np.float32) - 1).astype(dtype)


def image_workload(
    name: str,
    image_filter: str,
    size: tuple[int, int],
    *,
    channels: int = 3,
    filters: int = 1,
    photo: tuple[int, int] = (600, 512),
) -> Workload:
    """Filters of one `size` on each channel of a photograph, its border reflected.

    By default the photograph is matplotlib's sample, ``grace_hopper.jpg``.
    """
    return Workload(
        name,
        (1, channels, *photo),
        (channels * filters, 1, *size),
        padding="same",
        padding_mode="reflect",
        groups=channels,
        image_filter=image_filter,
    )


def _tuples(value: Any) -> Any:
    """Return `value` with every list of TOML as a tuple, at any depth."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _rows(suites: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> dict[str, Workload]:
    """Return the rows of one part of the table by name."""
    rows = {}
    for suite, layers in suites.items():
        for layer, given in layers.items():
            options = {key: _tuples(value) for key, value in given.items()}
            name = f"{suite}/{layer}"
            rows[name] = Workload(name, options.pop("x"), options.pop("w"), **options)
    return rows


_TABLE = tomllib.loads(Path(__file__).with_name("workloads.toml").read_text(encoding="utf-8"))
_SUITES = _rows(_TABLE["suites"])
_ROWS = _SUITES | _rows(_TABLE["peers_only"])

WORKLOADS: tuple[Workload, ...] = tuple(_SUITES.values())

# For ``python -m benchmarks.peers``: classes of problems, each with shapes of real networks.
PEERS: Mapping[str, tuple[Workload, ...]] = {
    name: tuple(_ROWS[row] for row in rows) for name, rows in _TABLE["classes"].items()
}

# Transposed convolutions and gradients in such classes; no other benchmark times them.
ADJOINTS: Mapping[str, tuple[Workload, ...]] = {
    "transposed": tuple(
        replace(row, operation="transpose") for row in _rows(_TABLE["transposed"]).values()
    ),
    **{
        f"{name}s": tuple(
            replace(_ROWS[row], operation=name, name=f"{row}:{name}") for row in _TABLE["gradients"]
        )
        for name in ("input_gradient", "weight_gradient")
    },
}


def suites() -> tuple[str, ...]:
    """Names of the suites, in the table's order."""
    return tuple(dict.fromkeys(workload.suite for workload in WORKLOADS))


def workloads(suite: str) -> tuple[Workload, ...]:
    """The rows of one suite.

    Raises
    ------
    KeyError
        If there is no such suite; the text lists those there are.
    """
    if suite not in suites():
        raise KeyError(f"suite {suite!r}; allowed: {', '.join(suites())}")
    return tuple(workload for workload in WORKLOADS if workload.suite == suite)


def by_name(name: str) -> Workload:
    """The row called `name`, such as ``"resnet50/conv2_3x3"``.

    Raises
    ------
    KeyError
        If there is none.
    """
    if name not in _ROWS:
        raise KeyError(
            f"no workload is called {name!r}; allowed: names in polyconv.workloads.WORKLOADS, such "
            f"as {WORKLOADS[0].name!r}"
        )
    return _ROWS[name]
