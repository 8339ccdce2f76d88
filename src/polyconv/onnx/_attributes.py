"""The attributes of ONNX's convolutions as options of polyconv, and those of its poolings.

Errors name an attribute as ONNX does.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["AUTO_PADS", "PooledAxis", "conv_options", "pooled_axes", "transposed_options"]

# `auto_pad` as the name of a padding; NOTSET means explicit `pads`.
AUTO_PADS = {"SAME_UPPER": "same", "SAME_LOWER": "same_lower", "VALID": "valid"}

_Pads = tuple[tuple[int, int], ...]


def conv_options(attributes: Mapping[str, Any], w_shape: Sequence[int]) -> dict[str, Any]:
    """Return the options of `polyconv.conv` for the attributes of a Conv with weights `w_shape`.

    Attributes that are missing or None have ONNX's defaults.

    Raises
    ------
    ValueError
        If an attribute does not fit the weights; the text names it, its value and what is allowed.
    """
    options = _options(attributes, _kernel(w_shape))
    auto = _auto_pad(attributes)
    return options | {"padding": AUTO_PADS.get(auto) or _pads(attributes, len(w_shape) - 2)}


def transposed_options(
    attributes: Mapping[str, Any], x_shape: Sequence[int], w_shape: Sequence[int]
) -> tuple[dict[str, Any], tuple[int, ...], tuple[int, ...]]:
    """Return options of `polyconv.conv_transpose`, and where its result starts and ends.

    ``start`` is the first element of the result in the uncropped one, on each axis, and ``out`` are
    the spatial sizes of the result.
    """
    kernel, sizes = _kernel(w_shape), x_shape[2:]
    options, rank = _options(attributes, kernel), len(kernel)
    if len(sizes) != rank:
        raise ValueError(f"X has shape {tuple(x_shape)}; allowed: {rank + 2} axes, as W has")
    added = _output_padding(attributes, options)
    wanted = _per_axis(attributes, "output_shape", rank, None, 1)
    auto = _auto_pad(attributes)
    if wanted is None and auto in ("SAME_UPPER", "SAME_LOWER"):
        wanted = tuple(n * s for n, s in zip(sizes, options["stride"], strict=True))
    pads = _pads(attributes, rank) if auto == "NOTSET" else ((0, 0),) * rank
    start, out = [], []
    for axis, (n, k) in enumerate(zip(sizes, kernel, strict=True)):
        stride, dilation = options["stride"][axis], options["dilation"][axis]
        full = (n - 1) * stride + dilation * (k - 1) + 1 + added[axis]
        lo, hi = pads[axis]
        if wanted is not None:
            total = max(full - wanted[axis], 0)
            lo = total // 2 if auto == "SAME_UPPER" else total - total // 2
        start.append(lo)
        out.append(full - lo - hi if wanted is None else wanted[axis])
        if out[-1] < 1:
            raise ValueError(
                f"pads={attributes.get('pads')} leaves no output on spatial axis {axis}; allowed: "
                f"less in all than {full}"
            )
    return options, tuple(start), tuple(out)


class PooledAxis(NamedTuple):
    """The windows of a pooling along one axis of `n` elements.

    `lo` elements before it and `hi` after it make room for `out` windows. The padding that the
    attributes ask for ends at `padded_end`; windows of `ceil_mode` may end after it.
    """

    n: int
    kernel: int
    stride: int
    dilation: int
    lo: int
    hi: int
    padded_end: int
    out: int


def pooled_axes(attributes: Mapping[str, Any], x_shape: Sequence[int]) -> tuple[PooledAxis, ...]:
    """Return the windows of MaxPool or AveragePool along each spatial axis.

    Attributes that are missing or None have ONNX's defaults.

    Raises
    ------
    ValueError
        If an attribute does not fit the input; the text names it, its value and what is allowed.
    """
    rank = len(x_shape) - 2
    if rank < 1:
        raise ValueError(f"X has shape {tuple(x_shape)}; allowed: 3 axes or more")
    kernel = _per_axis(attributes, "kernel_shape", rank, None, 1, "X")
    strides = _per_axis(attributes, "strides", rank, 1, 1, "X")
    dilations = _per_axis(attributes, "dilations", rank, 1, 1, "X")
    auto = _auto_pad(attributes)
    pads = _pads(attributes, rank, "X") if auto == "NOTSET" else ((0, 0),) * rank
    ceil = bool(attributes.get("ceil_mode"))
    sizes = zip(x_shape[2:], kernel, strides, dilations, pads, strict=True)
    axes = tuple(_pooled_axis(*each, auto, ceil) for each in sizes)
    for number, axis in enumerate(axes):
        if axis.out < 1:
            raise ValueError(
                f"kernel_shape={list(kernel)} leaves no output on spatial axis {number}; allowed: "
                f"windows of at most {axis.n + sum(pads[number])} elements, dilation included"
            )
    return axes


def _pooled_axis(
    n: int, k: int, stride: int, dilation: int, pads: tuple[int, int], auto: str, ceil: bool
) -> PooledAxis:
    """Return the windows along one axis."""
    extent = dilation * (k - 1) + 1
    if auto in ("SAME_UPPER", "SAME_LOWER"):
        out = -(-n // stride)
        padding = max((out - 1) * stride + extent - n, 0)
        lo = padding // 2 if auto == "SAME_UPPER" else padding - padding // 2
        hi = padding - lo
    else:
        lo, hi = pads
        room = n + lo + hi - extent
        out = (-(-room // stride) if ceil and room >= 0 else room // stride) + 1
        if ceil and (out - 1) * stride >= n + lo:
            out -= 1  # a window that starts after the input
    needed = max((out - 1) * stride + extent - n - lo, 0)
    return PooledAxis(n, k, stride, dilation, lo, needed, n + hi, out)


def _kernel(w_shape: Sequence[int]) -> tuple[int, ...]:
    """Return the kernel sizes of W."""
    if len(w_shape) not in (3, 4, 5):
        raise ValueError(
            f"W has shape {tuple(w_shape)}; allowed: 3 to 5 axes, 1 to 3 of them spatial"
        )
    return tuple(w_shape[2:])


def _options(attributes: Mapping[str, Any], kernel: Sequence[int]) -> dict[str, Any]:
    """Return the options that all convolutions have."""
    rank = len(kernel)
    shape = attributes.get("kernel_shape")
    if shape is not None and tuple(shape) != tuple(kernel):
        raise ValueError(f"kernel_shape={shape}; allowed: {list(kernel)}, the kernel of W")
    group = attributes.get("group")
    return {
        "stride": _per_axis(attributes, "strides", rank, 1, 1),
        "dilation": _per_axis(attributes, "dilations", rank, 1, 1),
        "groups": 1 if group is None else group,
    }


def _output_padding(attributes: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[int, ...]:
    """Return `output_padding`, which is less than the stride or the dilation."""
    strides, dilations = options["stride"], options["dilation"]
    added: tuple[int, ...] = _per_axis(attributes, "output_padding", len(strides), 0, 0)
    for more, stride, dilation in zip(added, strides, dilations, strict=True):
        if more >= max(stride, dilation):
            raise ValueError(
                f"output_padding={list(added)}; allowed: less than strides={list(strides)} or "
                f"dilations={list(dilations)}"
            )
    return added


def _per_axis(
    attributes: Mapping[str, Any],
    name: str,
    count: int,
    default: int | None,
    smallest: int,
    array: str = "W",
) -> Any:
    """Return the attribute called `name`: `count` integers of at least `smallest`."""
    given = attributes.get(name)
    if given is None:
        return None if default is None else (default,) * count
    if len(given) != count or min(given, default=smallest) < smallest:
        raise ValueError(
            f"{name}={given}; allowed: {count} integers of at least {smallest}, for the spatial "
            f"axes of {array}"
        )
    return tuple(given)


def _pads(attributes: Mapping[str, Any], rank: int, array: str = "W") -> _Pads:
    pads = _per_axis(attributes, "pads", 2 * rank, 0, 0, array)
    return tuple(zip(pads[:rank], pads[rank:], strict=True))


def _auto_pad(attributes: Mapping[str, Any]) -> str:
    """Return `auto_pad`, whose empty and missing values mean NOTSET."""
    auto: str = attributes.get("auto_pad") or "NOTSET"
    if auto not in ("NOTSET", *AUTO_PADS):
        allowed = ", ".join(map(repr, ("NOTSET", *AUTO_PADS)))
        raise ValueError(f"auto_pad={auto!r}; allowed: {allowed}")
    return auto
