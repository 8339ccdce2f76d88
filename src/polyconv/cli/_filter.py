"""``polyconv filter``: filter a file by blocks, and go on where an interrupt stopped it."""

import hashlib
import re
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import reduce
from math import prod
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from polyconv._padding import PADDING_MODES
from polyconv._si import si
from polyconv.blocks._functions import job_of
from polyconv.blocks._run import Job, run
from polyconv.workloads import SMOOTHING_LINES

from . import BadInput
from ._choice import refusals
from ._progress import size_bar
from ._resume import Sidecar
from ._stores import Opened, create, open_source, open_target

__all__ = ["add_to"]

# Maximum number of taps along each axis of a filter that is given by name.
_MAX_SIZE = 100_001
_CHANNELS = ("auto", "none", "first", "last")
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}

_HELP = f"""Filter a signal, an image or a volume that may be larger than memory.

IN and OUT are .npy, TIFF or zarr. OUT has the shape of IN and dtype float32, or the dtype of IN \
if that needs more: float64, complex64 or complex128.

KERNEL is gaussian:N or box:N, of N elements along each axis, or a .npy file of real numbers with \
the axes of IN, channels aside. The result is the correlation, as in scipy.ndimage.correlate.

Ctrl-C stops after a whole block. The same command then goes on where it stopped; until OUT is \
finished, OUT.progress.json beside it tells how far it is. Exit status: 0, 1 if a file cannot be \
read or written to the end, 2 for wrong input, 130 after Ctrl-C.

Padding modes: {", ".join(PADDING_MODES)}."""


def add_to(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("filter", help=_HELP)(_filter)


@dataclass(frozen=True)
class _FilterRequest:
    """The options as the user gave them."""

    source: Path
    target: Path
    kernel: str
    padding_mode: str
    channels: str
    memory_limit: str
    workers: int | None
    overwrite: bool


def _filter(
    source: Annotated[Path, typer.Argument(metavar="IN", help="File to read.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="File to write.")],
    *,
    kernel: Annotated[str, typer.Option(metavar="KERNEL", help="gaussian:N, box:N or FILE.npy.")],
    padding_mode: Annotated[
        str, typer.Option(metavar="MODE", help="Values beyond the border.")
    ] = "symmetric",
    channels: Annotated[
        str,
        typer.Option(
            metavar="WHERE",
            help="Axis of channels, each of which is filtered alone: none, first or last; auto "
            "takes the one that a TIFF names.",
        ),
    ] = "auto",
    memory_limit: Annotated[
        str, typer.Option(metavar="SIZE", help="Memory for blocks, as in 256MiB or 2G.")
    ] = "256MiB",
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", help="Number of threads. By default that of a plain call."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace OUT, finished or not.")
    ] = False,
) -> None:
    request = _FilterRequest(
        source, target, kernel, padding_mode, channels, memory_limit, workers, overwrite
    )
    with refusals("filter"):
        opened = open_source(request.source)
    with closing(opened):
        with refusals("filter"):
            job, sidecar, done = _prepare(request, opened)
        status = _run(request, job, sidecar, done)
    raise typer.Exit(status)


def _prepare(request: _FilterRequest, opened: Opened) -> tuple[Job, Sidecar, int]:
    """Check the request and open the target; return how many blocks are written already."""
    source, channels = opened.array, opened.channels
    if request.channels not in _CHANNELS:
        raise BadInput(f"--channels {request.channels!r}; allowed: {', '.join(_CHANNELS)}")
    if request.channels != "auto":
        channels = request.channels
    rank = len(source.shape) - (channels != "none")
    if rank not in (1, 2, 3):
        raise BadInput(
            f"{str(request.source)!r} has shape {source.shape}, with --channels {channels}; "
            "allowed: 1 to 3 axes beside that of the channels"
        )
    taps = _kernel(request.kernel, rank).astype(_dtype(np.dtype(source.dtype)))
    if request.target.exists() and request.target.samefile(request.source):
        raise BadInput(f"OUT {str(request.target)!r} is IN; allowed: another file")
    options: dict[str, Any] = {
        "padding": "same",
        "padding_mode": request.padding_mode,
        "workers": request.workers,
        "memory_limit": _bytes(request.memory_limit),
    }
    w = taps[None, None]
    if channels != "none":
        last = channels == "last"
        groups = source.shape[-1 if last else 0]
        w = np.broadcast_to(w, (groups, 1, *taps.shape))
        w = np.moveaxis(w, (0, 1), (-1, -2)) if last else w
        options |= {"groups": groups, "data_format": f"channels_{channels}"}
    dtype = np.result_type(source.dtype, taps)
    sidecar = Sidecar(
        request.target,
        {
            "IN": _identity(request.source),
            "shape": list(source.shape),
            "kernel": [list(taps.shape), hashlib.sha256(taps.tobytes()).hexdigest()],
            "padding mode": request.padding_mode,
            "channels": channels,
        },
    )
    begun = None if request.overwrite else sidecar.load()
    if begun is not None and request.target.exists():
        target = open_target(request.target)
        job = job_of(source, w, None, out=target, block=begun[0], **options)
        return job, sidecar, begun[1]
    if request.target.exists() and not request.overwrite:
        raise BadInput(f"OUT {str(request.target)!r} exists; allowed: a new file, or --overwrite")
    # Checked with an array that takes no memory, before a file is made.
    stand_in = np.lib.stride_tricks.as_strided(
        np.empty((), dtype), source.shape, (0,) * source.ndim
    )
    job_of(source, w, None, out=stand_in, block=None, **options)
    target = create(request.target, source.shape, dtype, source)
    job = job_of(source, w, None, out=target, block=None, **options)
    sidecar.save(job.grid.block, 0, now=True)
    return job, sidecar, 0


def _run(request: _FilterRequest, job: Job, sidecar: Sidecar, done: int) -> int:
    """Compute what is left; return the exit status."""
    total, block = len(job.grid), job.grid.block
    per_block = prod(job.target.shape) * job.target.dtype.itemsize / max(total, 1)
    written, begin, status = done, time.perf_counter(), 0
    with size_bar() as bar:
        task = bar.add_task(
            request.target.name, total=per_block * total, completed=per_block * done
        )

        def tell(count: int, _total: int) -> None:
            nonlocal written
            written = count
            bar.update(task, completed=per_block * count)
            sidecar.save(block, count)

        try:
            run(job, tell, done)
        except KeyboardInterrupt:
            status, reason = 130, "interrupted"
        except (OSError, ValueError, RuntimeError, MemoryError) as error:
            status, reason = 1, str(error).partition("\n")[0]
    if status:
        sidecar.save(block, written, now=True)
        print(
            f"polyconv filter: {reason}; {written} of {total} blocks of {request.target} are "
            "written; the same command continues there",
            file=sys.stderr,
        )
        return status
    sidecar.remove()
    seconds = time.perf_counter() - begin
    elements = prod(job.target.shape) * (total - done) / max(total, 1)
    shape = " x ".join(map(str, job.target.shape))
    print(
        f"{request.target}: {shape} {job.target.dtype}, {seconds:.1f} s, "
        f"{si(elements / seconds, 'elements/s')}"
    )
    return 0


def _kernel(text: str, rank: int) -> NDArray[Any]:
    """Return the kernel that `text` names, of `rank` axes."""
    allowed = f"allowed: gaussian:N and box:N with N from 1 to {_MAX_SIZE}, or a .npy file"
    if text.endswith(".npy"):
        try:
            taps = np.load(text, allow_pickle=False)
        except (OSError, ValueError, EOFError):
            raise BadInput(f"kernel {text!r} is not a readable .npy file; {allowed}") from None
        if taps.ndim != rank or not taps.size or taps.dtype.kind not in "biuf":
            raise BadInput(
                f"kernel {text!r} has shape {taps.shape} and dtype {taps.dtype}; allowed: real "
                f"numbers with {rank} axes, as IN has"
            )
        return np.asarray(taps)
    name, _, size = text.partition(":")
    if name not in SMOOTHING_LINES or not size.isdecimal() or not 1 <= int(size) <= _MAX_SIZE:
        raise BadInput(f"kernel {text!r} is unknown; {allowed}")
    line = SMOOTHING_LINES[name](int(size))
    return np.asarray(reduce(np.multiply.outer, [line] * rank))


def _dtype(source: np.dtype[Any]) -> np.dtype[Any]:
    """Return the dtype of the kernel: float32, unless `source` holds more."""
    dtype: np.dtype[Any] = np.result_type(source, np.float32).type(0).real.dtype
    return dtype


def _bytes(text: str) -> int:
    """Return a size such as 256MiB in bytes."""
    match = re.fullmatch(r"(\d+)\s*([KMGT]?)i?B?", text.strip(), re.IGNORECASE)
    if match is None:
        raise BadInput(
            f"--memory-limit {text!r} is not a size; allowed: 256MiB, 2G or bytes, 100000000"
        )
    return int(match[1]) * _UNITS[match[2].upper()]


def _identity(path: Path) -> list[Any]:
    """Return the properties that tell a file from others, and from its earlier contents."""
    facts = path.stat()
    return [str(path.resolve()), facts.st_size, facts.st_mtime_ns]
