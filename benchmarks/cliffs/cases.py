"""A case: one problem as data, from which its arrays are made. Needs NumPy alone."""

import math
import zlib
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["CALLS", "LAYOUTS", "CliffCase", "image", "signal", "volume"]

# Calls that are timed: of a shape seen before, of a new shape, and the first one of a process.
CALLS = ("repeated", "new_shape", "first_call")

# Memory layouts of `x`. "stepped": every second element of a larger array on each spatial axis.
LAYOUTS = ("C", "F", "transposed", "reversed", "stepped", "channels_inner", "big_endian")

# Kinds of special values among the elements, and kinds of weights.
VALUES = ("normal", "wide", "nan", "inf", "fill", "scattered_nan")
WEIGHTS = ("normal", "mean")

# Fill value, as files of measurements use it for missing ones.
_FILL = 1e20
# Share of elements that are NaN in "scattered_nan".
_SCATTERED = 1e-5
# Maximum magnitude of integers, unless "wide": the range of a pixel.
_INTEGERS = 255
# Sizes of the last axis among which `CliffCase.varied` moves, before it changes the axis before it.
_VARIED_SIZES = 16


@dataclass(frozen=True)
class CliffCase:
    """One problem: everything that decides the arrays and the call.

    Attributes
    ----------
    x_shape, w_shape : tuple of int
        As `polyconv.conv` takes them, ``channels_first``.
    dtype, w_dtype : str
        Of the arrays; `w_dtype` is `dtype` if empty.
    padding, stride, dilation, groups, padding_mode
        Options of `polyconv.conv`.
    layout, values, weights : str
        One of `LAYOUTS`, `VALUES`, `WEIGHTS`.
    call : str
        One of `CALLS`.
    """

    x_shape: tuple[int, ...]
    w_shape: tuple[int, ...]
    dtype: str = "float32"
    w_dtype: str = ""
    padding: Any = 0
    stride: Any = 1
    dilation: Any = 1
    groups: int = 1
    padding_mode: str = "zeros"
    layout: str = "C"
    values: str = "normal"
    weights: str = "normal"
    call: str = "repeated"

    def __str__(self) -> str:
        """Name the case by all that distinguishes it."""
        x, w = ("x".join(map(str, shape)) for shape in (self.x_shape, self.w_shape))
        named = [
            f"{field.name}={getattr(self, field.name)}".replace(" ", "")
            for field in fields(self)[3:]
            if getattr(self, field.name) != field.default
        ]
        return " ".join([self.dtype, x, "*", w, *named])

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return len(self.x_shape) - 2

    @property
    def options(self) -> dict[str, Any]:
        """Options of `polyconv.conv`."""
        names = ("padding", "stride", "dilation", "groups", "padding_mode")
        return {name: getattr(self, name) for name in names}

    @property
    def elements(self) -> int:
        """Elements of both arrays."""
        return math.prod(self.x_shape) + math.prod(self.w_shape)

    def varied(self, number: int) -> "CliffCase":
        """Return the case with other sizes of the last axis, and then of the one before it."""
        shape = list(self.x_shape)
        if self.rank == 1:
            shape[-1] += number
        else:
            shape[-1] += number % _VARIED_SIZES
            shape[-2] += number // _VARIED_SIZES
        return replace(self, x_shape=tuple(shape))

    def arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return `x` and `w`, the same in every run."""
        rng = np.random.default_rng(zlib.crc32(str(self).encode()))
        x = self._laid_out(self._drawn(rng, self.x_shape, np.dtype(self.dtype)))
        if self.values in ("nan", "inf", "fill"):
            value = {"nan": np.nan, "inf": np.inf, "fill": _FILL}[self.values]
            x[self.special_element] = value
        elif self.values == "scattered_nan":
            x[rng.random(x.shape) < max(_SCATTERED, 2 / x.size)] = np.nan
        w_dtype = np.dtype(self.w_dtype or self.dtype)
        if self.weights == "mean":
            one = 1 / math.prod(self.w_shape[2:]) if w_dtype.kind in "fc" else 1
            return x, np.full(self.w_shape, one, w_dtype)
        return x, self._drawn(rng, self.w_shape, w_dtype)

    @property
    def special_element(self) -> tuple[int, ...]:
        """The element that "nan", "inf" and "fill" replace: near the middle of the last image."""
        batch, channels, *spatial = self.x_shape
        return (batch - 1, channels - 1, *(n // 2 for n in spatial))

    def _drawn(
        self, rng: np.random.Generator, shape: tuple[int, ...], dtype: np.dtype[Any]
    ) -> NDArray[Any]:
        if dtype.kind == "b":
            return rng.integers(0, 2, shape, np.uint8).astype(dtype)
        if dtype.kind in "iu":
            limits = np.iinfo(dtype)
            low, high = limits.min, limits.max
            if self.values != "wide":
                low, high = max(low, -_INTEGERS), min(high, _INTEGERS)
            return rng.integers(low, high, shape, dtype, endpoint=True)
        if dtype.kind == "c":
            parts = rng.standard_normal((*shape, 2), np.float32)
            return (parts[..., 0] + 1j * parts[..., 1]).astype(dtype, copy=False)
        return rng.standard_normal(shape, np.float32).astype(dtype, copy=False)

    def _laid_out(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return an array equal to `x` that lies in memory as `layout` says."""
        match self.layout:
            case "F":
                return np.asfortranarray(x)
            case "transposed":
                # Each channel's image alone is transposed; batch and channels stay outermost.
                axes = (0, 1, *range(x.ndim - 1, 1, -1))
                return np.ascontiguousarray(x.transpose(axes)).transpose(axes)
            case "reversed":
                backwards: Any = (..., *(slice(None, None, -1),) * self.rank)
                return np.ascontiguousarray(x[backwards])[backwards]
            case "stepped":
                larger = np.zeros((*x.shape[:2], *(2 * n for n in x.shape[2:])), x.dtype)
                view = larger[(..., *(slice(None, None, 2),) * self.rank)]
                view[...] = x
                return view
            case "channels_inner":
                return np.moveaxis(np.ascontiguousarray(np.moveaxis(x, 1, -1)), -1, 1)
            case "big_endian":
                return x.astype(x.dtype.newbyteorder(">"))
        return x


def signal(
    n: int, taps: int, *, batch: int = 1, channels: int = 1, filters: int = 1, **fields: Any
) -> CliffCase:
    """Return a 1-D case; `fields` are those of `CliffCase`."""
    return _case((n,), (taps,), batch, channels, filters, fields)


def image(
    size: int | tuple[int, int],
    kernel: int | tuple[int, int],
    *,
    batch: int = 1,
    channels: int = 1,
    filters: int = 1,
    **fields: Any,
) -> CliffCase:
    """Return a 2-D case, square where `size` or `kernel` is one number."""
    return _case(_sides(size, 2), _sides(kernel, 2), batch, channels, filters, fields)


def volume(
    size: int | tuple[int, int, int],
    kernel: int | tuple[int, int, int],
    *,
    batch: int = 1,
    channels: int = 1,
    filters: int = 1,
    **fields: Any,
) -> CliffCase:
    """Return a 3-D case, cubic where `size` or `kernel` is one number."""
    return _case(_sides(size, 3), _sides(kernel, 3), batch, channels, filters, fields)


def _sides(size: int | tuple[int, ...], rank: int) -> tuple[int, ...]:
    return (size,) * rank if isinstance(size, int) else size


def _case(
    spatial: tuple[int, ...],
    kernel: tuple[int, ...],
    batch: int,
    channels: int,
    filters: int,
    fields: dict[str, Any],
) -> CliffCase:
    ic_per_group = channels // fields.get("groups", 1)
    return CliffCase((batch, channels, *spatial), (filters, ic_per_group, *kernel), **fields)
