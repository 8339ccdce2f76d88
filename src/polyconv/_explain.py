"""Why a backend was chosen: every backend's standing, for people and for programs."""

import math
from dataclasses import asdict, dataclass
from typing import Any

from . import wisdom
from ._backend import Backend
from ._model import predict, predict_prepare
from ._problem import Problem
from ._registry import all_backends
from ._seed import Seeds
from ._select import (
    Choice,
    auto_candidates,
    decide,
    ineligible,
    known_times,
    refusal,
    seeded_times,
)

__all__ = ["Candidate", "Explanation", "explain_problem"]


@dataclass(frozen=True)
class Candidate:
    """One backend's standing in an `Explanation`.

    Attributes
    ----------
    backend : str
        Its name.
    reason : str or None
        Why auto may not choose it, or None if it may.
    predicted, remembered : float or None
        Seconds for one call with prepared weights, from the model and from measurements on this
        machine.
    prepare : float or None
        Seconds that preparing the weights is predicted to take.
    elsewhere : float or None
        The least of the seconds measured on other machines, or with other versions.
    seeded : float or None
        The predicted seconds, pulled towards the ratios measured there, if that is what they were
        compared by. See `Explanation.seeds`.
    error_bound : float or None
        Published bound on the error, in units of ``max|x| * sum|w_k|``; None if it cannot compute
        the problem.
    workspace : int or None
        Bytes used beside the output.
    """

    backend: str
    reason: str | None
    predicted: float | None = None
    prepare: float | None = None
    remembered: float | None = None
    elsewhere: float | None = None
    seeded: float | None = None
    error_bound: float | None = None
    workspace: int | None = None


@dataclass(frozen=True)
class Explanation:
    """Why a backend was chosen: print it for a table, `to_dict` for code.

    Attributes
    ----------
    problem : str
        The convolution in one line.
    choice : Choice
        What would answer.
    why : str
        Why it would.
    candidates : tuple of Candidate
        Every backend, in the order by which ties are broken.
    seeds : tuple of str
        The machines and versions whose measurements pulled the predictions.
    """

    problem: str
    choice: Choice
    why: str
    candidates: tuple[Candidate, ...]
    seeds: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dicts, lists, numbers and strings."""
        content = asdict(self)
        content["candidates"] = list(content["candidates"])
        content["seeds"] = list(content["seeds"])
        return content

    def __str__(self) -> str:
        rows = [
            ["", "backend", "predicted", "prepare", "remembered", "error bound", "workspace", ""]
        ]
        rows.extend(
            [
                "*" if c.backend == self.choice.backend else "",
                c.backend,
                _milliseconds(c.predicted),
                _milliseconds(c.prepare),
                _milliseconds(c.remembered),
                "-" if c.error_bound is None else f"{c.error_bound:.1e}",
                "-" if c.workspace is None else f"{c.workspace / 2**20:.2f} MiB",
                "" if c.reason is None else f"not eligible: {c.reason}",
            ]
            for c in self.candidates
        )
        for name in ("seeded", "elsewhere"):
            times = [getattr(c, name) for c in self.candidates]
            if any(time is not None for time in times):
                for row, cell in zip(rows, [name, *map(_milliseconds, times)], strict=True):
                    row.insert(5, cell)
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([self.problem, f"choice: {self.choice}: {self.why}", *lines])


def _milliseconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1e3 * seconds:.3g} ms"


def explain_problem(
    problem: Problem, backend: Any = "auto", *, prepared: bool = True, finite: bool = True
) -> Explanation:
    """Every backend's standing for `problem`; `finite` tells whether values veto no one."""
    choice = decide(problem, backend, prepared=prepared)
    vetoed = not finite and choice.source != "forced"
    if vetoed:
        choice = decide(problem, prepared=prepared, dot_products_only=True)
    remembered, elsewhere = _finite(wisdom.recall(problem)), _elsewhere(problem)
    considered = auto_candidates()
    reasons = {each.name: _reason(each, problem, considered, vetoed) for each in all_backends()}
    rivals = [each for each in all_backends() if reasons[each.name] is None]
    known, missing = known_times(problem, rivals)
    expected, seeds = seeded_times(problem, rivals)
    if known or choice.source == "forced":
        seeds = Seeds({}, ())
    candidates = []
    for each in all_backends():
        reason = reasons[each.name]
        if each.unsupported(problem) is not None:
            candidates.append(Candidate(each.name, reason))
            continue
        candidates.append(
            Candidate(
                each.name,
                reason,
                predict(each, problem),
                predict_prepare(each, problem),
                remembered.get(each.name),
                elsewhere.get(each.name),
                expected[each.name] if each.name in seeds.factors else None,
                each.error_bound(problem),
                int(each.cost(problem).workspace),
            )
        )
    if choice.source == "forced":
        by_block = isinstance(backend, str) and backend == "auto"
        why = "named by set_backend" if by_block else "named by the caller"
    else:
        times = _finite(known) or expected
        if not prepared:
            times = {
                rival.name: times[rival.name] + predict_prepare(rival, problem)
                for rival in rivals
                if rival.name in times
            }
        why = _why(choice, times, bool(known), missing, seeds)
    return Explanation(str(problem), choice, why, tuple(candidates), seeds.origins)


def _reason(
    backend: Backend, problem: Problem, considered: tuple[Backend, ...], vetoed: bool
) -> str | None:
    reason = refusal(backend, problem)
    if reason is not None:
        return reason
    if all(backend is not other for other in considered):
        return "asked only by name, or where set_backend says so with also="
    reason = ineligible(backend, problem)
    if reason is None and vetoed and not backend.dot_product:
        return f"values that are not finite, or too large; {backend.name} would spread them"
    return reason


def _why(
    choice: Choice, times: dict[str, float], known: bool, missing: list[str], seeds: Seeds
) -> str:
    """What speaks for the choice, by the times of all that might have been chosen."""
    others = {name: time for name, time in times.items() if name != choice.backend}
    kind = "measured" if known else "predicted"
    text = f"the only one {kind}" if known else "the only one that may answer"
    if others:
        second = min(others, key=others.__getitem__)
        factor = others[second] / times[choice.backend]
        if factor < 1:
            text = f"{kind} to be about as fast as {second}, and before it in the list"
        else:
            text = f"{kind} fastest of {len(times)}, {factor:.3g} times as fast as {second}"
    if choice.source == "veto":
        text += "; values left only sums of products"
    if missing:
        text += f"; measurements do not decide, for they lack {', '.join(missing)}"
    if seeds.origins:
        text += f"; predictions are seeded by measurements of {' and '.join(seeds.origins)}"
    return text


def _elsewhere(problem: Problem) -> dict[str, float]:
    """The least time of each backend on other machines or with other versions."""
    least: dict[str, float] = {}
    for other in wisdom.recall_foreign(problem):
        for name, seconds in _finite(other.seconds).items():
            least[name] = min(seconds, least.get(name, seconds))
    return least


def _finite(times: dict[str, float]) -> dict[str, float]:
    """The times without those of backends that were passed over as hopeless."""
    return {name: time for name, time in times.items() if math.isfinite(time)}
