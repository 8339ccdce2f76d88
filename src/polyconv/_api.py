"""The public functions `conv` and `plan`: arguments become a Problem, a backend, a result.

A plain call whose shapes, dtypes and options were seen before skips these steps: `_decided_calls`
decided it, and `_known_calls` looks it up.
"""

from typing import TYPE_CHECKING, Any, Literal, SupportsIndex, Unpack, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ._arguments import Ints, PaddingLike, ProblemOptions, is_transposed, one_of
from ._arrays import as_array, as_bias, as_out, in_own_byte_order
from ._axis_order import axis_order
from ._calls import Plan
from ._cpu import is_c_contiguous
from ._decided_calls import decided_call, fallback_of
from ._guard import BrokenBackend
from ._known_calls import plain_call, plain_call_of_rank
from ._plan import decide_in, execute, make_plan, prepare
from ._problem_cache import cached_problem
from ._registry import backend_named
from ._request import described, make_problem, of_rank
from ._select import decide, decide_for, is_auto
from ._verbose import VERBOSE, note, prints_choice
from ._veto import are_small, max_abs

if TYPE_CHECKING:
    from .transposed import TransposedPlan

__all__ = ["conv", "conv1d", "conv2d", "conv3d", "plan"]


class Options(ProblemOptions, total=False):
    """All keyword arguments of `conv`."""

    out: NDArray[Any] | None
    backend: str


@prints_choice("conv")
def conv(
    x: ArrayLike,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    stride: Ints = 1,
    padding: PaddingLike = 0,
    dilation: Ints = 1,
    groups: SupportsIndex = 1,
    padding_mode: str = "zeros",
    padding_value: complex = 0,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: DTypeLike | None = None,
    out: NDArray[Any] | None = None,
    backend: str = "auto",
    rtol: float | None = None,
    workspace_limit: SupportsIndex | None = None,
    workers: SupportsIndex | None = None,
) -> NDArray[Any]:
    """Convolve an array with filters in 1, 2 or 3 spatial dimensions.

    The result is the cross-correlation of `x` with every filter of `w`, summed over input
    channels, which deep-learning libraries call convolution. ``flip=True`` gives the convolution
    of mathematics and signal processing.

    Parameters
    ----------
    x : array_like, shape ``(N, C, *spatial)`` or ``(C, *spatial)``
        Input. With ``data_format="channels_last"``: ``(N, *spatial, C)`` or ``(*spatial, C)``.
    w : array_like, shape ``(K, C // groups, *kernel)``
        K filters. With ``data_format="channels_last"``: ``(*kernel, C // groups, K)``.
    bias : array_like, shape ``(K,)``, optional
        Added to each output channel.
    stride : int or sequence of int, default 1
        Distance between the windows, for all spatial axes or for each.
    padding : int, sequence, or str, default 0
        Elements added around `x`: one number; one for each axis (both sides); a ``(lo, hi)`` pair
        for each axis; or a name:

        - ``"valid"``: none;
        - ``"same"``: so that the output has ``ceil(n / stride)`` elements; if an odd number is
          added, the end gets one more than the start;
        - ``"same_lower"``: as ``"same"``, but the start gets one more than the end;
        - ``"full"``: so that every window that holds an input element gives an output;
        - ``"causal"``: only at the start, so that no output depends on later elements.
    dilation : int or sequence of int, default 1
        Distance between the elements of the kernel.
    groups : int, default 1
        Blocks of channels convolved apart from each other; C for a depthwise convolution.
    padding_mode : str, default "zeros"
        Values in the padding, as `numpy.pad` defines them: ``"zeros"``, ``"constant"``
        (`padding_value`), ``"reflect"``, ``"symmetric"``, ``"edge"`` (or ``"replicate"``),
        ``"wrap"`` (or ``"circular"``).
    padding_value : scalar, default 0
        The constant for ``padding_mode="constant"``, rounded to the dtype of `x`.
    flip : bool, default False
        Flip the spatial axes of `w`. Channels stay, and nothing is conjugated.
    data_format : {"channels_first", "channels_last"}
        Place of the channel axis in `x`, `w` and the result.
    dtype : dtype, optional
        Dtype in which to compute and return. By default ``numpy.result_type(x, w)`` for floats
        and complex; int64 or uint64 for integers, as for `numpy.sum`. uint64 with signed integers
        needs one, ``"int64"`` (sums wrap around) or ``"float64"``, because no type holds both. Half
        precision is summed in float32.
    out : ndarray, optional
        Array to write to: of exactly the result's shape and dtype, sharing no memory with an input.
        It may be a `numpy.memmap`. Where its rows lie across those of `x` (one in C order, one in
        Fortran order), another array as large holds the result first, unless `workspace_limit` is
        set.
    backend : str, default "auto"
        The algorithm: one of `backends`, or the one that is expected to be fastest here.
    rtol : float, optional
        Error budget in units of ``max|x| * sum|w_k|``, for output channel k. Algorithms with less
        arithmetic than the definition are used only if their published bound fits. Default 1.5e-5
        for single, 2.8e-14 for double, 1e-3 for half precision; 0 allows plain dot products only.
    workspace_limit : int, optional
        Bytes that may be used beside the result. (Between the memory of two threads lies more; it
        is reserved and never touched.)
    workers : int, optional
        Threads to use at most. By default as many as there are usable CPUs, fewer for little work.

    Returns
    -------
    ndarray
        The convolution, of shape `output_shape`; `out` itself if that was given. A new array has
        the axes of `x` in their order in memory: the result of a Fortran-ordered `x` is
        Fortran-ordered.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute this problem; the text says why.
    MemoryError
        If the result could not fit into this machine's memory.

    See Also
    --------
    plan : the same with weights prepared once, for many inputs.
    explain : the choice of the backend, with reasons.
    factor : the vectors of filters that are a column times a row; `conv` finds those by itself.

    Notes
    -----
    Padding has one law, for all values: ``conv(x, w, padding=p, padding_mode=m)`` equals
    ``conv(numpy.pad(x, p, m), w)``. NaN and inf appear where that definition has them, whichever
    backend is chosen.

    A repeated call finds its checked options and its backend by shapes, dtypes and options. The
    weights are read and packed anew in each call, because their values may have changed; a `plan`
    packs them once. The first call of a small size may sum without a plan, with the bits of later
    calls. Its workspace is at most 512 KiB, not the one that `explain` tells for later calls; where
    `workspace_limit` is set, the first call is planned, too.

    References
    ----------
    .. [1] V. Dumoulin, F. Visin, "A guide to convolution arithmetic for deep learning",
       arXiv:1603.07285, 2016.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import conv
    >>> x = np.arange(9).reshape(1, 1, 3, 3)
    >>> w = np.arange(4).reshape(1, 1, 2, 2)
    >>> conv(x, w)
    array([[[[19, 25],
             [37, 43]]]])
    >>> conv(x, w, padding=1, stride=(3, 2))
    array([[[[0, 8],
             [6, 8]]]])
    """
    options = (
        stride,
        padding,
        dilation,
        groups,
        padding_mode,
        padding_value,
        flip,
        data_format,
        dtype,
        rtol,
        workspace_limit,
        workers,
    )
    done = plain_call(decided_call, x, w, bias, out, backend, options)
    if done is not None:
        return done
    xa, wa = as_array("x", x), as_array("w", w)
    problem = cached_problem(xa.shape, xa.dtype, wa.shape, wa.dtype, options)
    ba = None if bias is None else as_bias(problem, bias)
    target = out
    if out is not None:
        target = as_out(problem, out, {"x": (x, xa), "w": (w, wa), "bias": (bias, ba)})
    problem.require_memory()
    order = None if is_c_contiguous(xa) else axis_order(problem, xa, backend, wa)
    if order is not None:
        problem, xa, wa = order.problem, order.of_x(xa), order.of_w(wa)
        target = None if target is None else order.of_x(target)
    canonical = problem.canonical_w(wa)
    while True:
        problem, choice = decide_for(problem, canonical, backend, prepared=False, timed=False)
        chosen, fallback = backend_named(choice.backend), None
        if choice.source != "forced" and not chosen.dot_product:
            max_abs_w = max_abs(wa)
            if are_small(problem, 0.0, max_abs_w):
                fallback = fallback_of(problem, canonical, max_abs_w)
            else:
                choice = decide(problem, prepared=False, dot_products_only=True)
                chosen = backend_named(choice.backend)
        if VERBOSE:
            note(problem, choice)
        try:
            kernel = prepare(problem, chosen, canonical, once=True)
            if fallback is not None:
                result = fallback.unless(kernel, xa, ba, target)
            else:
                result = execute(problem, kernel, xa, ba, target)[0]
            if out is not None:
                return in_own_byte_order(out)
            return result if order is None else order.result(result)
        except BrokenBackend:  # auto does not choose it again
            if choice.source == "forced":
                raise


def conv1d(
    x: ArrayLike, w: ArrayLike, bias: ArrayLike | None = None, **options: Unpack[Options]
) -> NDArray[Any]:
    """Convolve signals: `conv` for one spatial axis, ``x`` of shape ``(N, C, n)`` or ``(C, n)``.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv`; `w` has three axes.

    Returns
    -------
    ndarray
        The convolution.

    Examples
    --------
    >>> from polyconv import conv1d
    >>> conv1d([[1, 2, 3, 4]], [[[1, 0, -1]]], padding="same")
    array([[-2, -2, -2,  3]])
    """
    done = plain_call_of_rank(1, decided_call, x, w, bias, options)
    return conv(x, of_rank(1, w), bias, **options) if done is None else done


def conv2d(
    x: ArrayLike, w: ArrayLike, bias: ArrayLike | None = None, **options: Unpack[Options]
) -> NDArray[Any]:
    """Convolve images: `conv` for two spatial axes, ``x`` of shape ``(N, C, height, width)``.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv`; `w` has four axes.

    Returns
    -------
    ndarray
        The convolution.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import conv2d
    >>> conv2d(np.ones((3, 5, 5)), np.ones((8, 3, 3, 3)), stride=2).shape
    (8, 2, 2)
    """
    done = plain_call_of_rank(2, decided_call, x, w, bias, options)
    return conv(x, of_rank(2, w), bias, **options) if done is None else done


def conv3d(
    x: ArrayLike, w: ArrayLike, bias: ArrayLike | None = None, **options: Unpack[Options]
) -> NDArray[Any]:
    """Convolve volumes: `conv` for three spatial axes, ``(N, C, depth, height, width)``.

    Parameters
    ----------
    x, w, bias, **options
        As in `conv`; `w` has five axes.

    Returns
    -------
    ndarray
        The convolution.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import conv3d
    >>> conv3d(np.ones((1, 4, 4, 4)), np.ones((2, 1, 3, 3, 3)), padding="same").shape
    (2, 4, 4, 4)
    """
    done = plain_call_of_rank(3, decided_call, x, w, bias, options)
    return conv(x, of_rank(3, w), bias, **options) if done is None else done


@overload
def plan(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    backend: str = "auto",
    effort: Literal["estimate", "measure"] = "estimate",
    transpose: Literal[False] = False,
    **options: Unpack[ProblemOptions],
) -> Plan: ...
@overload
def plan(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    backend: str = "auto",
    effort: Literal["estimate", "measure"] = "estimate",
    transpose: Literal[True],
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> "TransposedPlan": ...
def plan(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    backend: str = "auto",
    effort: Literal["estimate", "measure"] = "estimate",
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> "Plan | TransposedPlan":
    """Prepare a convolution once, to apply it to many inputs.

    Parameters
    ----------
    x : array_like, or tuple of int
        An input, or just its shape; the dtype is then that of `w`.
    w : array_like
        Filters. The plan keeps a copy.
    bias : array_like, optional
        Added to each output channel. The plan keeps a copy.
    backend : str, default "auto"
        As in `conv`.
    effort : {"estimate", "measure"}
        ``"estimate"`` chooses by earlier measurements or else by prediction. ``"measure"`` measures
        now, unless this problem was measured before or a backend is named.
    transpose : bool, default False
        Plan `conv_transpose` instead of `conv`.
    output_padding : int or sequence of int, default 0
        As in `conv_transpose`; allowed with ``transpose=True`` only.
    **options
        The other keyword arguments of `conv` or `conv_transpose`, except `out`.

    Returns
    -------
    Plan or TransposedPlan
        Call it as ``p(x)`` or ``p(x, out=y)``.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import plan
    >>> blur = plan((1, 6), np.full((1, 1, 3), 1 / 4), padding="same", backend="direct")
    >>> blur(np.array([[0.0, 4.0, 0.0, 0.0, 8.0, 0.0]]))
    array([[1., 1., 1., 2., 2., 2.]])
    >>> blur
    <polyconv.Plan: x (1x6) w (1x1x3) padding 1 float64; direct (forced)>
    """
    one_of("effort", effort, ("estimate", "measure"))
    if is_transposed(transpose, output_padding):
        from .transposed._plan import plan_transposed

        return plan_transposed(x, w, bias, backend, effort, output_padding, options)
    wa = as_array("w", w)
    shape, dtype = described("x", x)
    x_dtype = wa.dtype if dtype is None else dtype
    problem = make_problem(shape, x_dtype, wa.shape, wa.dtype, **options)
    ba = None if bias is None else as_bias(problem, bias)
    problem.require_memory()
    array = None if dtype is None else as_array("x", x)
    order = None if array is None else axis_order(problem, array, backend, wa)
    structured, choice = decide_in(order, problem, wa, backend)
    if effort == "measure" and is_auto(backend) and choice.source != "wisdom":
        from ._find import measure

        if array is None:
            array = stand_in(shape, wa.dtype, seed=1)
        if order is None:
            measure(structured, array, wa, budget=1.0)
        else:
            runs = order.problem.with_structure(structured.structure)
            measure(runs, order.of_x(array), order.of_w(wa), budget=1.0)
        structured, choice = decide_in(order, problem, wa, backend)
    return make_plan(structured, choice, wa, ba, order)


def stand_in(shape: tuple[int, ...], dtype: np.dtype[Any], seed: int) -> NDArray[Any]:
    """Return an input of small integers, to measure on if only the shape is given."""
    numbers = np.random.default_rng(seed).integers(0, 8, shape, dtype=np.int8)
    return numbers.astype(dtype)
