"""The functions `conv_blocks` and `nanconv_blocks`: checked arguments become a `Job`."""

import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any, SupportsIndex, Unpack

import numpy as np
from numpy.typing import ArrayLike

from polyconv._arguments import Ints, ProblemOptions, integer, is_transposed, per_axis
from polyconv._arrays import as_array, as_bias
from polyconv._nanconv import checked_request
from polyconv._problem import Problem
from polyconv._problem_cache import problem_of
from polyconv._registry import check_backend
from polyconv._request import lacks_channels
from polyconv.transposed._problem import TransposedProblem, transposed_of

from ._convolutions import BlockedConvolution, BlockedNormalized, BlockedTransposed, Forward
from ._ends import AxisLayout, Source, Target
from ._run import Job, run

__all__ = ["conv_blocks", "job_of", "nanconv_blocks"]

_MEMORY_LIMIT = 1 << 28


def conv_blocks(
    source: Any,
    w: ArrayLike,
    bias: ArrayLike | None = None,
    *,
    out: Any,
    block: Ints | None = None,
    memory_limit: SupportsIndex = _MEMORY_LIMIT,
    progress: Callable[[int, int], object] | None = None,
    backend: str = "auto",
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> None:
    """Convolve an array larger than memory, block by block.

    The result is that of ``conv(source, w, bias, ...)`` with the same options: padding is added at
    the ends of the whole array only.

    Parameters
    ----------
    source : array, shape ``(N, C, *spatial)``, ``(C, *spatial)`` or ``(*spatial)``
        What to read: any object with ``shape``, ``dtype`` and slices, such as `numpy.memmap`, an
        array of zarr, or a dataset of h5py. With ``data_format="channels_last"`` as in `conv`.
    w : array_like, shape ``(K, C // groups, *kernel)`` or ``(*kernel)``
        Filters, as in `conv`. A plain source, without channels, takes a plain kernel, or filters
        of shape ``(1, 1, *kernel)``.
    bias : array_like, shape ``(K,)``, optional
        Added to each output channel.
    out : array
        What to write to, by slices: of exactly the result's shape and dtype. It shares no memory,
        and no bytes of a file, with `source`.
    block : int or sequence of int, optional
        Outputs of a block along all spatial axes, or along each. By default as many as
        `memory_limit` allows, in whole chunks of `out` (or else of `source`) if possible. A block
        that is given may take more memory.
    memory_limit : int, default 256 MiB
        Bytes that blocks may take, with the workspaces of backends. Weights come on top.
    progress : callable, optional
        Called as ``progress(done, total)`` whenever another block is written. What it raises ends
        the run.
    backend : str, default "auto"
        As in `conv`. It is chosen for blocks, so it may be another than for the whole.
    transpose : bool, default False
        Compute `conv_transpose`.
    output_padding : int or sequence of int, default 0
        As in `conv_transpose`; allowed with ``transpose=True`` only.
    **options
        The other keyword arguments of `conv` or `conv_transpose`. `workspace_limit` is at most a
        quarter of `memory_limit`.

    Raises
    ------
    ValueError, TypeError
        If an argument is wrong; the text names it, its value and what is allowed.
    UnsupportedProblem
        If the named backend cannot compute a block.
    OSError
        If the disk of a memory map is full. Errors of `source` and `out` are raised as they are,
        with a note of the block.

    See Also
    --------
    nanconv_blocks : the same for data with gaps.
    polyconv.conv : arrays that fit into memory.

    Notes
    -----
    Blocks of arrays in memory and of memory maps are views. For other arrays, a reader thread is
    one block ahead and a writer thread one behind; each array is used by one of them only, and by
    the caller's thread before. Elements that two blocks of a row need are read once.

    If the call is interrupted, or raises, blocks that `progress` counted are written. `source` is
    never written to.

    A plain source and filters of three axes each may mean ``(N, C, n)`` and ``(K, C, k)`` as well.
    They do if these fit each other, as in `conv`; ``w[None, None]`` is always plain.

    Examples
    --------
    >>> import numpy as np, tempfile
    >>> from polyconv.blocks import conv_blocks
    >>> with tempfile.TemporaryFile() as file:
    ...     y = np.memmap(file, "float64", "w+", shape=(1000, 1000))
    ...     x, w = np.ones((1000, 1000)), np.ones((3, 3))
    ...     conv_blocks(x, w, out=y, padding=1, memory_limit=1 << 20)
    ...     y[:2, :3]
    memmap([[4., 6., 6.],
            [6., 9., 9.]])
    """
    job = job_of(
        source,
        w,
        bias,
        out=out,
        block=block,
        memory_limit=memory_limit,
        backend=backend,
        transpose=transpose,
        output_padding=output_padding,
        **options,
    )
    run(job, progress)


def job_of(
    source: Any,
    w: ArrayLike,
    bias: ArrayLike | None,
    *,
    out: Any,
    block: Ints | None,
    memory_limit: SupportsIndex,
    backend: str = "auto",
    transpose: bool = False,
    output_padding: Ints = 0,
    **options: Unpack[ProblemOptions],
) -> Job:
    """Return the job of `conv_blocks`, after checking all arguments."""
    x, wa = Source("source", source), as_array("w", w)
    transposed = is_transposed(transpose, output_padding)
    plain = lacks_channels("source", x.shape, wa.shape, options, transpose=transposed)
    weights = wa[None, None] if plain and wa.ndim == len(x.shape) else wa
    shape = (1, *x.shape) if plain else x.shape
    problem: Problem | TransposedProblem
    kind: type[BlockedConvolution]
    if transposed:
        kind = BlockedTransposed
        problem = transposed_of(
            shape, x.dtype, weights.shape, weights.dtype, output_padding, options
        )
    else:
        kind = Forward
        problem = problem_of(shape, x.dtype, weights.shape, weights.dtype, options)
    check_backend(backend)
    limit = integer("memory_limit", memory_limit, 1)
    tuning = _tuning(options, limit)
    ba = None if bias is None else as_bias(problem, bias)
    convolution = kind(problem, weights.copy(), ba, backend, tuning)
    return _job(convolution, plain, x, out, None, block, limit)


def nanconv_blocks(
    source: Any,
    w: ArrayLike,
    *,
    out: Any,
    mask: Any = None,
    normalize: bool = True,
    min_weight: float = 0.0,
    preserve_nan: bool = False,
    fill_value: float = math.nan,
    block: Ints | None = None,
    memory_limit: SupportsIndex = _MEMORY_LIMIT,
    progress: Callable[[int, int], object] | None = None,
    backend: str = "auto",
    **options: Unpack[ProblemOptions],
) -> None:
    """Convolve data with gaps that are larger than memory, block by block.

    Parameters
    ----------
    source, w, out, block, memory_limit, progress, backend, **options
        As in `conv_blocks`.
    mask : array of bool, optional
        True at more gaps: an array as `source`, of its shape. A `numpy.ndarray` may have one that
        is broadcast to it.
    normalize, min_weight, preserve_nan, fill_value
        As in `polyconv.nanconv`.

    Raises
    ------
    ValueError, TypeError, UnsupportedProblem, OSError
        As in `conv_blocks`.

    See Also
    --------
    polyconv.nanconv : arrays that fit into memory.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.blocks import nanconv_blocks
    >>> y = np.empty(5)
    >>> nanconv_blocks(np.array([1, 2, np.nan, 4, 5]), np.ones(3), out=y, padding=1, block=2)
    >>> y
    array([1.5, 1.5, 3. , 4.5, 4.5])
    """
    x, wa = Source("source", source), as_array("w", w)
    plain = lacks_channels("source", x.shape, wa.shape, options)
    weights = wa[None, None] if plain and wa.ndim == len(x.shape) else wa
    shape = (1, *x.shape) if plain else x.shape
    check_backend(backend)
    given: Any = {**options, "backend": backend}
    request = checked_request(
        shape, x.dtype, weights, normalize, min_weight, preserve_nan, fill_value, given
    )
    limit = integer("memory_limit", memory_limit, 1)
    convolution = BlockedNormalized(
        request, weights.copy(), bool(preserve_nan), _tuning(options, limit)
    )
    gaps = None if mask is None else _mask(mask, x.shape)
    run(_job(convolution, plain, x, out, gaps, block, limit), progress)


def _tuning(options: ProblemOptions, memory_limit: int) -> dict[str, Any]:
    """Return the options that say how blocks are computed."""
    given = options.get("workspace_limit")
    limit = None if given is None else integer("workspace_limit", given, 0)
    return {
        "workers": options.get("workers"),
        "workspace_limit": Job.workspace(memory_limit, limit),
    }


def _mask(mask: Any, shape: tuple[int, ...]) -> Source:
    """Return the mask as a source of this shape."""
    if isinstance(mask, np.ndarray) and mask.shape != shape:
        with suppress(ValueError):  # reported below
            mask = np.broadcast_to(mask, shape)
    gaps = Source("mask", mask)
    if gaps.dtype.kind != "b":
        raise TypeError(f"mask has dtype {gaps.dtype}; allowed: bool, True at gaps")
    if gaps.shape != shape:
        raise ValueError(f"mask has shape {gaps.shape}; allowed: that of source, {shape}")
    return gaps


def _job(
    convolution: BlockedConvolution,
    plain: bool,
    source: Source,
    out: Any,
    mask: Source | None,
    block: Ints | None,
    memory_limit: int,
) -> Job:
    """Return the job, after checking its target and the shape of its blocks."""
    p = convolution.problem
    target = Target("out", out)
    shape = p.out_shape[1:] if plain else p.out_shape
    if plain and p.out_channels != 1:
        raise ValueError(
            f"w has {p.out_channels} filters; allowed for a source without channels: 1"
        )
    if target.shape != shape:
        raise ValueError(f"out has shape {target.shape}; allowed: {shape}")
    if target.dtype != p.dtype:
        raise TypeError(f"out has dtype {target.dtype}; allowed: {p.dtype}")
    for each in (source, mask):
        if each is not None and _overlap(each, target):
            raise ValueError(
                f"out overlaps {each.name}; allowed: memory, or a file, apart from {each.name}"
            )
    sizes = None if block is None else per_axis("block", block, p.rank)
    layout = AxisLayout(p.rank, p.batched, p.data_format == "channels_last", plain)
    job = Job(convolution, layout, source, target, mask, sizes, memory_limit)
    _ = job.grid  # a limit that is too small is an error now
    return job


def _overlap(source: Source, target: Target) -> bool:
    """Return True if a source and a target are one, or share memory or bytes of a file."""
    if source.array is target.array:
        return True
    if source.memory is None or target.memory is None:
        return False
    if np.may_share_memory(source.memory, target.memory):
        return True
    return (
        source.map is not None
        and target.map is not None
        and source.map.overlaps(source.memory, target.map, target.memory)
    )
