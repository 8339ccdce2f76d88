"""``polyconv race``: read the options, race the workloads, and write the reports."""

import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from polyconv import backends, set_workers
from polyconv._registry import candidates_of_auto

from . import BadInput
from ._contest import contest
from ._doors import SUITE as DOORS
from ._doors import DoorTimes, race_doors
from ._entries import DEFAULT_SUITES, RaceEntry, on_photo, suite_entries
from ._facts import facts
from ._json import write_json
from ._photo import load_photo, sample_photo
from ._plot import PLOT_FORMATS, write_plot
from ._progress import progress_bar
from ._report import show
from ._result import Contest
from ._summary import summarise

__all__ = ["RaceOptions", "race"]

# Seconds for timing the backends of one workload.
_BUDGET = 0.6
_QUICK_BUDGET = 0.15


@dataclass(frozen=True)
class RaceOptions:
    """The options of ``polyconv race``, as the user gave them."""

    photo: Path | None
    kernels: Sequence[str]
    suites: Sequence[str]
    backends: str | None
    workers: int | None
    quick: bool
    json: Path | None
    plot: Path | None


def race(request: RaceOptions) -> int:
    """Race, show the outcome, and return the exit status.

    Raises
    ------
    BadInput
        If the request cannot be met; nothing has run then.
    """
    names = _backends(request.backends)
    if request.workers is not None and request.workers < 1:
        raise BadInput(f"--workers {request.workers} is too few; allowed: 1 or more")
    if request.plot is not None and request.plot.suffix.lower() not in PLOT_FORMATS:
        raise BadInput(
            f"--plot {str(request.plot)!r} has no known ending; allowed: {', '.join(PLOT_FORMATS)}"
        )
    entries = _entries(request)
    _writable("--json", request.json)
    _writable("--plot", request.plot)

    start = time.perf_counter()
    contests: list[Contest] = []
    doors: list[DoorTimes] = []
    interrupted = False
    try:
        _run(entries, names, request, contests)
        if _with_doors(request):
            doors = _run_doors(request)
    except KeyboardInterrupt:
        interrupted = True
    machine = facts(request.workers)
    summary = summarise(
        contests,
        doors,
        total=len(entries),
        seconds=time.perf_counter() - start,
        interrupted=interrupted,
    )
    show(contests, names, doors, summary, machine)
    if request.json is not None:
        write_json(request.json, contests, doors, summary, machine)
    if request.plot is not None and contests:
        write_plot(request.plot, contests, names, machine)
    if interrupted:
        return 130
    return 1 if summary.disagreements else 0


def _run(
    entries: Sequence[RaceEntry],
    names: Sequence[str],
    request: RaceOptions,
    contests: list[Contest],
) -> None:
    """Race every entry; append each result at once, so that Ctrl-C loses none."""
    budget = _QUICK_BUDGET if request.quick else _BUDGET
    with progress_bar() as progress:
        task = progress.add_task("", total=len(entries))
        for entry in entries:

            def tell(what: str, name: str = entry.workload.name) -> None:
                progress.update(task, description=f"{name}  {what}")

            contests.append(contest(entry, names, request.workers, budget, tell))
            progress.advance(task)


def _with_doors(request: RaceOptions) -> bool:
    """Return True if doors were asked for, by name or as part of the default race."""
    if request.suites:
        return DOORS in request.suites
    return request.photo is None and not request.kernels and request.backends is None


def _run_doors(request: RaceOptions) -> list[DoorTimes]:
    """Race the doors' functions with those of their libraries."""
    budget = _QUICK_BUDGET if request.quick else _BUDGET
    with progress_bar() as progress:
        task = progress.add_task("", total=None)

        def tell(function: str) -> None:
            progress.update(task, description=function)

        with set_workers(request.workers) if request.workers is not None else nullcontext():
            return race_doors(_photo(request), budget, tell)


def _photo(request: RaceOptions) -> NDArray[np.float32]:
    return sample_photo() if request.photo is None else load_photo(request.photo)


def _entries(request: RaceOptions) -> list[RaceEntry]:
    """Return the photo's filters, suites, or both, as requested; else the default suites."""
    photo = _photo(request)
    entries = [on_photo(kernel, photo) for kernel in request.kernels]
    names: Sequence[str] = [name for name in request.suites if name != DOORS]
    if not request.suites and not entries:
        names = DEFAULT_SUITES if request.photo is None else ("image",)
    return entries + suite_entries(names, photo, request.quick)


def _backends(text: str | None) -> tuple[str, ...]:
    """Return the backends to race, in the library's order."""
    if text is None:
        return tuple(backend.name for backend in candidates_of_auto())
    wanted = [name.strip() for name in text.split(",")]
    for name in wanted:
        if name not in backends():
            raise BadInput(f"backend {name!r} is unknown; allowed: {', '.join(backends())}")
    return tuple(name for name in backends() if name in wanted)


def _writable(option: str, path: Path | None) -> None:
    """Refuse an output file that cannot be written, before the race starts."""
    if path is None:
        return
    try:
        path.open("ab").close()
    except OSError as error:
        raise BadInput(f"{option} {str(path)!r} cannot be written: {error.strerror}") from None
