"""``polyconv tune``: measure the machine and problems, write wisdom, and show the gain."""

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from polyconv import Problem, find, set_backend, wisdom
from polyconv._select import decide
from polyconv._si import si
from polyconv.workloads import Workload

from . import BadInput
from ._model_times import model_line, model_table
from ._onnx import Skipped, convolutions
from ._problems import arrays_of, listed_in, named, problem_of, with_filters
from ._progress import progress_bar
from ._report import factor_text, plain_table
from ._tune_machine import tune_machine

__all__ = ["TuneRequest", "tune"]

_FILES = (".json", ".csv")


@dataclass(frozen=True)
class TuneRequest:
    """The options of ``polyconv tune``, as the user gave them; `budget` is None by default."""

    targets: Sequence[str]
    sizes: Sequence[str] = ()
    wisdom: Path | None = None
    budget: float | None = None
    workers: int | None = None
    also: tuple[str, ...] = ()
    again: bool = False
    machine: bool = False


# Seconds that are spent on a problem and on the machine by default.
_PROBLEM_BUDGET, _MACHINE_BUDGET = 1.0, 10.0


@dataclass(frozen=True)
class _Tuned:
    """A measured problem: auto's choice before and after, and the measured seconds of both."""

    workload: Workload
    before: str
    after: str
    seconds_before: float | None
    seconds_after: float

    @property
    def gain(self) -> float | None:
        """Speed-up over the earlier choice; None if that one was not measured."""
        return None if self.seconds_before is None else self.seconds_before / self.seconds_after


@dataclass
class _Summary:
    tuned: list[_Tuned] = field(default_factory=list)
    known: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    models: dict[str, list[Workload]] = field(default_factory=dict)
    interrupted: bool = False


def tune(request: TuneRequest) -> int:
    """Measure, save, show the gain, and return the exit status.

    Raises
    ------
    BadInput, ValueError
        If the request cannot be met; nothing has been measured then.
    """
    if request.workers is not None and request.workers < 1:
        raise BadInput(f"--workers {request.workers} is too few; allowed: 1 or more")
    if not request.targets and not request.machine:
        raise BadInput("TARGET is missing; allowed: suites, workloads, files, or --machine")
    with set_backend("auto", also=request.also):
        return _tune(request)


def _tune(request: TuneRequest) -> int:
    path = _wisdom_path(request.wisdom)
    summary = _Summary()
    workloads = list(_targets(request, summary))
    try:
        if path.exists():
            wisdom.load(path)
        wisdom.save(path)
    except OSError as error:
        raise BadInput(f"--wisdom {str(path)!r} cannot be used: {error}") from None

    if request.machine:
        tune_machine(request.budget or _MACHINE_BUDGET, path)
    if not request.targets:
        print(_wisdom_line(path))
        return 0
    start = time.perf_counter()
    try:
        _run(workloads, request, path, summary)
    except KeyboardInterrupt:
        summary.interrupted = True
    _show(summary, path, request, time.perf_counter() - start)
    return 130 if summary.interrupted else 0


def _wisdom_path(given: Path | None) -> Path:
    try:
        return wisdom.default_path() if given is None else given
    except ModuleNotFoundError as error:
        raise BadInput(f"--wisdom is missing: {error}") from None


def _targets(request: TuneRequest, summary: _Summary) -> Iterable[Workload]:
    """Return the requested workloads; a problem with several names only once."""
    found: dict[Problem, Workload] = {}
    for target in request.targets:
        path = Path(target)
        if path.suffix.lower() == ".onnx":
            rows, untuned = convolutions(path, _sizes(request.sizes))
            summary.skipped.extend(untuned)
            summary.models[path.name] = rows
        elif path.suffix.lower() in _FILES:
            rows = listed_in(path)
        else:
            rows = list(named(target, "or a file that ends in .json, .csv or .onnx"))
        for row in rows:
            found.setdefault(with_filters(row, problem_of(row, request.workers)), row)
    return found.values()


def _sizes(texts: Sequence[str]) -> Mapping[str, int]:
    sizes = {}
    for text in texts:
        name, _, number = text.rpartition("=")
        if not name or not number.isdecimal() or int(number) < 1:
            raise BadInput(f"--dim {text!r} is not a size; allowed: NAME=N with N of at least 1")
        sizes[name] = int(number)
    return sizes


def _run(
    workloads: Sequence[Workload], request: TuneRequest, path: Path, summary: _Summary
) -> None:
    """Measure the problems one by one; save each before the next is measured."""
    with progress_bar() as progress:
        task = progress.add_task("", total=len(workloads))
        for number, workload in enumerate(workloads):

            def tell(
                backend: str, done: float, name: str = workload.name, before: int = number
            ) -> None:
                progress.update(task, completed=before + done, description=f"{name}  {backend}")

            _tune_one(workload, request, summary, tell, path)
            progress.update(task, completed=number + 1)


def _tune_one(
    workload: Workload,
    request: TuneRequest,
    summary: _Summary,
    tell: Callable[[str, float], None],
    path: Path,
) -> None:
    problem = with_filters(workload, problem_of(workload, request.workers))
    before = decide(problem)
    if before.source == "wisdom" and not request.again:
        summary.known += 1
        return
    try:
        timings = find(
            *arrays_of(workload),
            budget=request.budget or _PROBLEM_BUDGET,
            progress=tell,
            workers=request.workers,
            **workload.options,
        )
    except MemoryError as error:
        summary.skipped.append(Skipped(workload.name, f"not enough memory: {error}"))
        return
    wisdom.save(path)
    seconds = {timing.backend: timing.seconds for timing in timings}
    after = decide(problem).backend
    now = seconds[after]
    assert now is not None, "auto takes only what was measured"
    summary.tuned.append(_Tuned(workload, before.backend, after, seconds.get(before.backend), now))


def _show(summary: _Summary, path: Path, request: TuneRequest, seconds: float) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if summary.tuned:
        console.print(_table(summary.tuned))
        console.print()
    models = {title: nodes for title, nodes in summary.models.items() if nodes}
    for nodes in models.values():
        console.print(model_table(nodes, request.workers))
        console.print()
    for skipped in summary.skipped:
        console.print(Text(f"Skipped:   {skipped.node}: {skipped.reason}", style="yellow"))
    for line in _summary_lines(summary, path, seconds):
        console.print(Text(line))
    for title, nodes in models.items():
        console.print(Text(f"Model:     {model_line(title, nodes, request.workers)}"))
    if also := request.also:
        console.print(Text(f"           set_backend('auto', also={also!r}) lets auto choose them"))


def _table(tuned: Sequence[_Tuned]) -> Table:
    table = plain_table(("problem", "before", "now"), ("time", "gain"))
    for one in tuned:
        changed = one.before != one.after
        gain = "" if one.gain is None or not changed else factor_text(one.gain)
        time_now = si(one.seconds_after, "s")
        style = "green" if changed else "dim"
        table.add_row(one.workload.name, one.before, one.after, time_now, gain, style=style)
    return table


def _summary_lines(summary: _Summary, path: Path, seconds: float) -> list[str]:
    lines = []
    if summary.interrupted:
        lines.append("Interrupted: what was measured until then is kept.")
    lines.append(
        f"Measured:  {_count(len(summary.tuned), 'problem')} in {seconds:.1f} s; "
        f"{summary.known} known before, {len(summary.skipped)} skipped"
    )
    changed = [one for one in summary.tuned if one.before != one.after]
    gains = [one.gain for one in changed if one.gain is not None]
    text = f"Changed:   {_count(len(changed), 'choice')}"
    if gains:
        mean = math.exp(sum(map(math.log, gains)) / len(gains))
        text += (
            f", {factor_text(mean)} as fast as before in the geometric mean, "
            f"{factor_text(max(gains))} at most"
        )
    lines.append(text)
    return [*lines, _wisdom_line(path)]


def _wisdom_line(path: Path) -> str:
    return f"Wisdom:    {path}; set POLYCONV_WISDOM to this path, or call wisdom.load()"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
