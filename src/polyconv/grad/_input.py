"""`conv_input`: the gradient of a convolution with respect to its input."""

from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import Any, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._arguments import ProblemOptions, sizes
from polyconv._arrays import as_array, as_out, in_own_byte_order
from polyconv._problem import Problem
from polyconv._problem_cache import problem_of
from polyconv._request import padding_scalar
from polyconv.transposed._functions import run
from polyconv.transposed._problem import TransposedProblem

from ._fold import MAX_FOLDED_BYTES, Run, fold, inside_of

__all__ = ["conv_input"]


def conv_input(
    x_shape: Sequence[SupportsIndex],
    w: ArrayLike,
    g: ArrayLike,
    *,
    out: NDArray[Any] | None = None,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> NDArray[Any]:
    """Return the gradient with respect to the input of a convolution.

    It is the adjoint of the linear map ``x -> conv(x, w, **options)``, applied to `g`.

    Parameters
    ----------
    x_shape : sequence of int
        The shape of the input, in the layout of ``data_format``.
    w : array_like
        The weights, as in `polyconv.conv`.
    g : array_like
        The gradient with respect to the result, of its shape.
    out, backend, **options
        Those of `polyconv.conv`, with the same meaning. `dtype` is that of the gradient, by default
        that of ``g * w``. `padding_value` is a constant, so it does not count.

    Returns
    -------
    ndarray, of shape `x_shape`
        ``dL/dx``; `out` itself if that was given. Complex weights are conjugated.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute one of the phases; the text says why.

    See Also
    --------
    polyconv.conv_transpose : the adjoint without padding modes; its output size follows from `x`.

    Notes
    -----
    The phases of `conv_transpose` give the gradient of the input itself. The gradient of padding
    that repeats the input is added to it, part by part. The parts take at most 12 MiB beside the
    result, or more if one element of every channel does. Each addition rounds to the result's
    dtype.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.grad import conv_input
    >>> conv_input((1, 4), [[[1, 10]]], [[1, 1, 1]])
    array([[ 1, 11, 11, 10]])
    >>> conv_input((1, 3), [[[1, 10]]], [[1, 1, 1, 1]], padding=1, padding_mode="edge")
    array([[12, 11, 21]])
    """
    wa, ga = as_array("w", w), as_array("g", g)
    if options.get("padding_mode") == "constant":  # of any dtype that x may have had
        padding_scalar(options.pop("padding_value", 0), "constant", np.dtype(np.complex128))
    p = problem_of(sizes("x", x_shape), ga.dtype, wa.shape, wa.dtype, options)
    check_shape("g", ga, p.out_shape)
    t = _transposed(p, ga.dtype, wa.dtype, options.get("workers"))
    target = None if out is None else as_out(t, out, {"w": (w, wa), "g": (g, ga)})
    t.require_memory()
    if wa.dtype.kind == "c":
        wa = wa.conj()
    folded = p.padding_mode not in ("zeros", "constant") and any(map(any, p.pads))
    if not folded or p.empty:
        result = run(t, ga, wa, None, target, backend)
    else:
        if target is None:
            target = np.empty_like(ga, t.dtype, "K", shape=t.out_shape)
        _with_padding(p, t, ga, wa, target, backend)
        result = target
    return result if out is None else in_own_byte_order(out)


def check_shape(name: str, array: NDArray[Any], shape: tuple[int, ...]) -> None:
    """Raise ValueError unless `array` has the shape of the convolution's result."""
    if array.shape != shape:
        raise ValueError(f"{name} has shape {array.shape}; allowed: {shape}, as conv returns")


def _with_padding(
    p: Problem,
    t: TransposedProblem,
    g: NDArray[Any],
    w: NDArray[Any],
    out: NDArray[Any],
    backend: str,
) -> None:
    """Write the gradient of the input, and add to it that of the padding that repeats it."""
    # Sums that are not exact are formed in the accumulator's dtype.
    wide = t if t.dtype.kind in "iu" else replace(t, dtype=t.accumulator)
    canonical = p.canonical_x(out)

    def gradient_of(box: tuple[Run, ...], images: slice) -> NDArray[Any]:
        part = _box(wide, box)
        if p.batched:
            of_g = g[images]
            part = replace(part, batch=len(of_g))
        else:
            of_g = g
        return p.canonical_x(run(part, of_g, w, None, None, backend))

    padded_bytes = p.batch * p.in_channels * prod(p.padded) * wide.dtype.itemsize
    if padded_bytes > MAX_FOLDED_BYTES:
        run(t, g, w, None, out, backend)
        fold(p, canonical, gradient_of)
        return
    # A padded input that is small enough is computed in one call, which is faster than box by box.
    everything = tuple(Run(0, m, 0, 1) for m in p.padded)
    padded = gradient_of(everything, slice(None))

    def place(box: tuple[Run, ...], images: slice) -> NDArray[Any]:
        along = (slice(run.start, run.start + run.length) for run in box)
        return padded[(images, slice(None), *along)]

    inside = place(tuple(inside_of(p, axis) for axis in range(p.rank)), slice(None))
    fold(p, inside, place)
    canonical[...] = inside


def _box(t: TransposedProblem, box: tuple[Run, ...]) -> TransposedProblem:
    """Return the problem whose result is a box of the padded input's gradient."""
    start, out = zip(*((run.start, run.length) for run in box), strict=True)
    return replace(t, start=start, out=out)


def _transposed(
    p: Problem, g_dtype: np.dtype[Any], w_dtype: np.dtype[Any], workers: Any
) -> TransposedProblem:
    """Return the transposed problem whose result is the gradient of the input itself."""
    return TransposedProblem(
        batch=p.batch,
        batched=p.batched,
        in_channels=p.out_channels,
        out_channels=p.in_channels,
        groups=p.groups,
        spatial=p.out,
        kernel=p.kernel,
        stride=p.stride,
        dilation=p.dilation,
        start=tuple(lo for lo, _ in p.pads),
        out=p.spatial,
        flip=p.flip,
        data_format=p.data_format,
        x_dtype=g_dtype,
        w_dtype=w_dtype,
        dtype=p.dtype,
        rtol=p.rtol,
        workspace_limit=p.workspace_limit,
        workers=workers,
    )
