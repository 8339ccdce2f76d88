"""The functions `conv_transpose`, `conv_transpose1d`, `conv_transpose2d` and `conv_transpose3d`."""

from collections.abc import Callable
from typing import Any, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from polyconv._api import conv
from polyconv._arguments import Ints, PaddingLike, TransposedOptions
from polyconv._arrays import as_array, as_bias, as_out, in_own_byte_order, new_result
from polyconv._cpu import is_c_contiguous
from polyconv._registry import check_backend
from polyconv._request import of_rank
from polyconv._select import is_auto
from polyconv._veto import max_abs

from ._images import fastest_phases
from ._interleaved import InterleavedPlan, choice_of_interleaved, interleaved_phases
from ._one_pixel import phase_of_one_pixel
from ._phases import Phase, phases_of, weights_of
from ._problem import TransposedProblem, cached_transposed
from ._scatter import scatter, scatters

__all__ = [
    "conv_transpose",
    "conv_transpose1d",
    "conv_transpose2d",
    "conv_transpose3d",
    "finite_phases",
    "phases_for",
    "run",
    "run_by",
]


class TransposedCallOptions(TransposedOptions, total=False):
    """All keyword arguments of `conv_transpose`."""

    out: NDArray[Any] | None
    backend: str


def conv_transpose(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    stride: Ints = 1,
    padding: PaddingLike = 0,
    output_padding: Ints = 0,
    dilation: Ints = 1,
    groups: SupportsIndex = 1,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: DTypeLike | None = None,
    out: NDArray[Any] | None = None,
    backend: str = "auto",
    rtol: float | None = None,
    workspace_limit: SupportsIndex | None = None,
    workers: SupportsIndex | None = None,
) -> NDArray[Any]:
    """Convolve an array transposed: spread each element over the result, weighted by the filters.

    It is the transpose of the linear map ``y -> conv(y, w)``, which takes arrays of the shape of
    the result to arrays of the shape of `x`; deep-learning libraries call it deconvolution or
    fractionally strided convolution. Decoders enlarge by it: with stride s the result is about s
    times as large. Complex weights are not conjugated; `polyconv.grad.conv_input` is the adjoint,
    which conjugates them.

    Parameters
    ----------
    x : array_like, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input. With ``data_format="channels_last"``: ``(N, *spatial, C)`` or ``(*spatial, C)``.
    w : array_like, shape ``(C, K // groups, *kernel)``
        Weights. With ``data_format="channels_last"``: ``(*kernel, K // groups, C)``.
    bias : array_like, shape ``(K,)``, optional
        Added to each output channel.
    stride : int or sequence of int, default 1
        Distance in the result between the places to which neighbours in `x` spread.
    padding : int, sequence, or str, default 0
        Elements cropped from the ends of the result, in the forms that `conv` has: those that a
        convolution with this padding would add. ``"same"`` and ``"same_lower"`` give a result of
        ``n * stride`` elements.
    output_padding : int or sequence of int, default 0
        Elements added at the end of each axis of the result. A convolution with stride s takes s
        sizes to the same one; this tells which is meant. Less than the stride or the dilation.
    dilation, groups, flip, data_format, dtype, rtol, workspace_limit, workers
        As in `conv`. With the stride s, `rtol` and `workspace_limit` hold for each of the
        convolutions by which the result is computed.
    out : ndarray, optional
        Array to write to, as in `conv`.
    backend : str, default "auto"
        The algorithm. A backend that is named must be able to compute every phase.

    Returns
    -------
    ndarray
        Of shape ``(N, K, *m)``, or ``(N, *m, K)`` with channels last, where ``m = (n - 1) * stride
        - (lo + hi) + dilation * (kernel - 1) + 1 + output_padding``; `out` itself if that was
        given.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute one of the phases; the text says why.
    MemoryError
        If the result could not fit into this machine's memory.

    See Also
    --------
    plan : with ``transpose=True``, the same with weights prepared once.
    polyconv.grad.conv_input : the adjoint of `conv`, for every option of `conv`.

    Notes
    -----
    The outputs whose places have the same remainder by the stride meet the same taps. Each such
    phase is a dense convolution of its own, chosen and computed as any other; there are as many as
    the product of the strides. No zeros are inserted into `x`.

    A plain call with at most 64 pixels (1024 with at most 4 taps), and at least 1024 weights for
    each of them, multiplies the weights where they are and adds the products to the outputs tap by
    tap, without phases, unless a backend is named. Its error, in units of ``max|x| * sum|w_k|``, is
    at most that of sums in which a product passes through as many roundings as there are input
    channels and taps.

    Where a phase meets the border, zeros beyond `x` count as padding in its backend's published
    error bound. NaN and inf appear where the sum of the products has them.

    References
    ----------
    .. [1] W. Shi et al., "Is the deconvolution layer the same as a convolutional layer?",
       arXiv:1609.07009, 2016.

    Examples
    --------
    >>> from polyconv import conv_transpose
    >>> conv_transpose([[1, 2, 3]], [[[1, 10]]], stride=2)
    array([[ 1, 10,  2, 20,  3, 30]])
    >>> conv_transpose([[1, 2, 3]], [[[1, 10, 100]]], stride=2, padding=1, output_padding=1)
    array([[ 10, 102,  20, 203,  30, 300]])
    """
    xa, wa = as_array("x", x), as_array("w", w)
    options = (
        stride,
        padding,
        output_padding,
        dilation,
        groups,
        flip,
        data_format,
        dtype,
        rtol,
        workspace_limit,
        workers,
    )
    t = cached_transposed(xa.shape, xa.dtype, wa.shape, wa.dtype, options)
    ba = None if bias is None else as_bias(t, bias)
    target = None
    if out is not None:
        target = as_out(t, out, {"x": (x, xa), "w": (w, wa), "bias": (bias, ba)})
    t.require_memory()
    result = run(t, xa, wa, ba, target, backend)
    return result if out is None else in_own_byte_order(out)


def conv_transpose1d(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    **options: Unpack[TransposedCallOptions],
) -> NDArray[Any]:
    """Convolve signals transposed: `conv_transpose` for one spatial axis.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv_transpose`; `w` has three axes.

    Returns
    -------
    ndarray
        The transposed convolution.

    Examples
    --------
    >>> from polyconv import conv_transpose1d
    >>> conv_transpose1d([[1, 2]], [[[1, 1, 1]]], stride=3)
    array([[1, 1, 1, 2, 2, 2]])
    """
    return conv_transpose(x, of_rank(1, w), bias, **options)


def conv_transpose2d(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    **options: Unpack[TransposedCallOptions],
) -> NDArray[Any]:
    """Convolve images transposed: `conv_transpose` for two spatial axes.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv_transpose`; `w` has four axes.

    Returns
    -------
    ndarray
        The transposed convolution.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import conv_transpose2d
    >>> conv_transpose2d(np.ones((8, 16, 16)), np.ones((8, 3, 4, 4)), stride=2, padding=1).shape
    (3, 32, 32)
    """
    return conv_transpose(x, of_rank(2, w), bias, **options)


def conv_transpose3d(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    **options: Unpack[TransposedCallOptions],
) -> NDArray[Any]:
    """Convolve volumes transposed: `conv_transpose` for three spatial axes.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv_transpose`; `w` has five axes.

    Returns
    -------
    ndarray
        The transposed convolution.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import conv_transpose3d
    >>> conv_transpose3d(np.ones((4, 5, 5, 5)), np.ones((4, 2, 2, 2, 2)), stride=2).shape
    (2, 10, 10, 10)
    """
    return conv_transpose(x, of_rank(3, w), bias, **options)


def phases_for(
    t: TransposedProblem, w: NDArray[Any], backend: Any = "auto", prepared: bool = False
) -> tuple[Phase, ...]:
    """Return the phases of `t` by which these weights give NaN and inf where the sums have them.

    Some are interleaved, if `backend` can do that, or auto chooses one that can. Auto computes
    phases with one tap along an axis as images, where that is expected to be faster, and with
    `prepared` weights one pixel as a matrix product.
    """
    if w.dtype.kind not in "biu" and max_abs(w) == np.inf:
        return phases_of(t, without_padding=True)
    return finite_phases(t, backend, prepared)


def finite_phases(t: TransposedProblem, backend: Any, prepared: bool = False) -> tuple[Phase, ...]:
    """Return the phases for weights that are finite."""
    one_pixel = phase_of_one_pixel(t) if prepared and is_auto(backend) else None
    if one_pixel is not None:
        return one_pixel
    interleaved = interleaved_phases(t, backend)
    if interleaved is not None:
        return interleaved
    return fastest_phases(t, prepared) if is_auto(backend) else phases_of(t)


def run(
    t: TransposedProblem,
    x: NDArray[Any],
    w: NDArray[Any],
    bias: NDArray[Any] | None,
    out: NDArray[Any] | None,
    backend: str,
) -> NDArray[Any]:
    """Compute checked arrays: all phases by `conv`, or one product where pixels are few."""
    if is_auto(backend) and scatters(t, w):
        if out is None:
            out = new_result_of(t, x)
        scatter(t, x, w, bias, out)
        return out
    phases = phases_for(t, w, backend)
    weights = dict(zip(phases, weights_of(t, phases, w), strict=True))

    # Annotations are texts for the reason that `TransposedPlan.__call__` gives.
    def convolve(
        phase: Phase, of_x: "NDArray[Any]", target: "NDArray[Any] | None"
    ) -> "NDArray[Any]":
        p = phase.problem
        assert p is not None
        if phase.interleaving is not None:
            assert target is not None
            choice = choice_of_interleaved(phase, backend)
            filters = phase.of_filters(bias)
            planned = InterleavedPlan(p, phase.interleaving, choice, weights[phase], filters)
            return planned(of_x, target)
        return conv(
            of_x,
            weights[phase],
            phase.of_filters(bias),
            padding=p.pads,
            dilation=p.dilation,
            groups=p.groups,
            data_format=p.data_format,
            dtype=p.dtype,
            out=target,
            backend=backend,
            rtol=p.rtol,
            workspace_limit=p.workspace_limit,
            workers=t.workers,
        )

    return run_by(t, phases, x, bias, out, backend, convolve)


def run_by(
    t: TransposedProblem,
    phases: tuple[Phase, ...],
    x: NDArray[Any],
    bias: NDArray[Any] | None,
    out: NDArray[Any] | None,
    backend: str,
    convolve: Callable[[Phase, NDArray[Any], NDArray[Any] | None], NDArray[Any]],
) -> NDArray[Any]:
    """Write the outputs of each phase: ``convolve(phase, part of x, its place in the result)``."""
    if len(phases) == 1 and phases[0].is_whole:
        return convolve(phases[0], t.part(x, phases[0].x), out)
    check_backend(backend)  # a wrong name is an error even if nothing is multiplied
    if out is None:
        out = new_result_of(t, x)
    if not all(phase.fits(out) for phase in phases):
        apart = np.empty(t.out_shape, t.dtype)
        out[...] = run_by(t, phases, x, bias, apart, backend, convolve)
        return out
    for phase in phases:
        target = phase.place(t, out)
        if phase.problem is None:
            fill(t, target, bias)
        else:
            convolve(phase, phase.part(t, x), target)
    return out


def new_result_of(t: TransposedProblem, x: NDArray[Any]) -> NDArray[Any]:
    """Return memory for the result, in the order of the axes of `x`, as results of conv are."""
    if is_c_contiguous(x):
        return new_result(t.out_shape, t.dtype)
    return np.empty_like(x, t.dtype, "K", shape=t.out_shape)


def fill(t: TransposedProblem, target: NDArray[Any], bias: NDArray[Any] | None) -> None:
    """Write zeros, or the bias of each channel."""
    if bias is not None and t.data_format == "channels_first":
        bias = bias.reshape(-1, *(1,) * t.rank)
    with np.errstate(all="ignore"):  # a bias out of range becomes infinite or 0
        target[...] = 0 if bias is None else bias
