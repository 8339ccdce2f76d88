"""Transforms of batches of segments by scipy.fft, which Ctrl-C does not wait for.

Python runs signal handlers in the main thread, between two of its own steps. A transform is one
step, of 0.1 s where a line has 2^21 elements. So a longer one runs in a thread of its own while the
main thread waits. If a handler raises, the call ends at once; the thread goes on to the end of this
transform, whose result nobody reads.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv.backends.overlap_save import SegmentedAxis

__all__ = ["forward", "inverse_last", "inverse_outer", "transformed"]

# Structural: minimum elements of a line and bytes of a batch with which a transform has its own
# thread, so that Ctrl-C waits for 0.1 s at most. Each takes about that long, a thread 0.1 ms
# (Emerald Rapids, 1 core, other cores busy, 2026-11-29; `python -m timeit -s "import numpy,
# scipy.fft; x = numpy.ones(1 << 21, 'f4')" "scipy.fft.rfft(x)"`).
_MIN_LINE_OF_THREAD, _MIN_BYTES_OF_THREAD = 1 << 21, 48 << 20


def forward(p: Problem, values: NDArray[Any], sizes: Sequence[int], workers: int) -> NDArray[Any]:
    """Transform along the first `rank` axes, with zeros appended up to `sizes`."""
    import scipy.fft

    last = p.rank - 1
    transform: Any = scipy.fft.fft if p.accumulator.kind == "c" else scipy.fft.rfft
    spectra: NDArray[Any] = transformed(transform, values, sizes[-1], last, workers=workers)
    for axis in reversed(range(last)):
        spectra = transformed(
            scipy.fft.fft, spectra, sizes[axis], axis, overwrite_x=True, workers=workers
        )
    return spectra


def inverse_outer(
    p: Problem, spectra: NDArray[Any], axes: Sequence[SegmentedAxis], workers: int
) -> NDArray[Any]:
    """Transform back along all axes but the last; keep the lines that give outputs."""
    import scipy.fft

    for position, (axis, stride) in enumerate(zip(axes[:-1], p.stride, strict=False)):
        spectra = transformed(
            scipy.fft.ifft, spectra, axis.size, position, overwrite_x=True, workers=workers
        )
        spectra = spectra[(slice(None),) * position + (slice(0, axis.step, stride),)]
    return spectra


def inverse_last(
    p: Problem, spectra: NDArray[Any], axis: SegmentedAxis, workers: int
) -> NDArray[Any]:
    """Transform back along the last axis, and keep the outputs."""
    import scipy.fft

    transform: Any = scipy.fft.ifft if p.accumulator.kind == "c" else scipy.fft.irfft
    values: NDArray[Any] = transformed(transform, spectra, axis.size, -1, workers=workers)
    return values[..., : axis.step : p.stride[-1]]


def transformed(
    transform: Callable[..., Any], values: NDArray[Any], size: int, axis: int, **options: Any
) -> NDArray[Any]:
    """Return ``transform(values, size, axis=axis)``; in the main thread, handlers may end the wait.

    A transform that a handler leaves alone reads `values`, and overwrites them with `overwrite_x`.
    """
    batch_bytes = values.nbytes // max(1, values.shape[axis]) * size
    is_short = size < _MIN_LINE_OF_THREAD and batch_bytes < _MIN_BYTES_OF_THREAD
    if is_short or threading.current_thread() is not threading.main_thread():
        return transform(values, size, axis=axis, **options)  # type: ignore[no-any-return]
    done: list[NDArray[Any]] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(transform(values, size, axis=axis, **options))
        except BaseException as error:  # raised in the caller's thread, below
            failed.append(error)

    thread = threading.Thread(target=run, name="polyconv fft")
    try:
        thread.start()
    except RuntimeError:  # the system or an ending interpreter gives no more threads
        return transform(values, size, axis=axis, **options)  # type: ignore[no-any-return]
    thread.join()
    if failed:
        raise failed[0]
    return done[0]
