"""Explain a choice: predicted and measured times and the eligibility of every backend."""

import math
from dataclasses import asdict, dataclass
from typing import Any

from . import wisdom
from ._backend import Backend
from ._model import fitted, predict, predict_prepare
from ._problem import Problem
from ._registry import all_backends, ineligible, refusal
from ._select import Choice, auto_candidates, decide, measured_times, preference_source
from ._si import si

__all__ = ["Candidate", "Explanation", "explain_problem"]


@dataclass(frozen=True)
class Candidate:
    """One backend's standing in an `Explanation`.

    Attributes
    ----------
    backend : str
        Its name.
    reason : str or None
        Reason why auto may not choose it, or None if it may.
    predicted, remembered : float or None
        Seconds for one call with prepared weights, from the model and from measurements on this
        machine.
    prepare : float or None
        Seconds that preparing the weights is predicted to take.
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
    error_bound: float | None = None
    workspace: int | None = None


@dataclass(frozen=True)
class Explanation:
    """The reasons for a choice of backend: print it for a table, `to_dict` for code.

    Attributes
    ----------
    problem : str
        The convolution in one line.
    structure : str
        That of the filters: ``"dense"``, ``"box"``, ``"separable"``, or ``"rank 2"`` and so on for
        sums of outer products.
    choice : Choice
        Backend that would answer, and the source of the decision.
    why : str
        Reason for the choice.
    candidates : tuple of Candidate
        Every backend, in the order by which ties are broken.
    prepared : bool
        True for a plan, whose weights are prepared. False for a plain call: times of preparing
        them count, too.
    machine_measured : bool
        True if ``polyconv tune --machine`` measured this machine: predictions are scaled to it.
        Otherwise they are those of the machine of the fit, with this one's vectors and caches.
    """

    problem: str
    structure: str
    choice: Choice
    why: str
    candidates: tuple[Candidate, ...]
    prepared: bool
    machine_measured: bool

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain dicts, lists, numbers and strings."""
        content = asdict(self)
        content["candidates"] = list(content["candidates"])
        return content

    def __str__(self) -> str:
        rows = [
            ["", "backend", "predicted", "prepare", "remembered", "error bound", "workspace", ""]
        ]
        rows.extend(
            [
                "*" if c.backend == self.choice.backend else "",
                c.backend,
                *(
                    "-" if seconds is None else si(seconds, "s")
                    for seconds in (c.predicted, c.prepare, c.remembered)
                ),
                "-" if c.error_bound is None else f"{c.error_bound:.1e}",
                "-" if c.workspace is None else f"{c.workspace / 2**20:.2f} MiB",
                "" if c.reason is None else f"not eligible: {c.reason}",
            ]
            for c in self.candidates
        )
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        scaled = "scaled to this machine"
        if not self.machine_measured:
            scaled = f"not {scaled}, as polyconv tune --machine does"
        model = f"predictions: by a fit on {fitted()['machine']['cpu']}, {scaled}"
        return "\n".join([self.problem, f"choice: {self.choice}: {self.why}", *lines, model])


def explain_problem(
    problem: Problem, backend: Any = "auto", *, prepared: bool = True, finite: bool = True
) -> Explanation:
    """Explain the choice for `problem`; `finite` is false if the arrays' values cause a veto."""
    choice = decide(problem, backend, prepared=prepared)
    vetoed = not finite and choice.source != "forced"
    if vetoed:
        choice = decide(problem, prepared=prepared, dot_products_only=True)
    remembered = _finite(wisdom.recall(problem))
    considered = auto_candidates()
    reasons = {each.name: _reason(each, problem, considered, vetoed) for each in all_backends()}
    eligible = [each for each in all_backends() if reasons[each.name] is None]
    measured, missing = measured_times(problem, eligible)
    candidates = []
    for each in all_backends():
        reason = reasons[each.name]
        if each.unsupported(problem) is not None and not each.supports_small_values(problem):
            candidates.append(Candidate(each.name, reason))
            continue
        candidates.append(
            Candidate(
                each.name,
                reason,
                predict(each, problem, prepared=prepared),
                predict_prepare(each, problem, prepared=prepared),
                remembered.get(each.name),
                each.error_bound(problem),
                int(each.cost(problem).workspace),
            )
        )
    if choice.source == "forced":
        by_caller = not (isinstance(backend, str) and backend == "auto")
        why = f"named by {'the caller' if by_caller else preference_source()}"
    else:
        times = _finite(measured) or {
            each.name: predict(each, problem, prepared=prepared) for each in eligible
        }
        if not prepared:
            plain = bool(measured)  # measurements are of prepared weights
            times = {
                each.name: times[each.name]
                + predict_prepare(each, problem, prepared=False, measured=plain)
                for each in eligible
                if each.name in times
            }
        why = _why(choice, times, bool(measured), missing, prepared)
    return Explanation(
        str(problem),
        str(problem.structure),
        choice,
        why,
        tuple(candidates),
        prepared,
        bool(wisdom.recall_machine()),
    )


def _reason(
    backend: Backend, problem: Problem, considered: tuple[Backend, ...], vetoed: bool
) -> str | None:
    reason = refusal(backend, problem, small_values=True)
    if reason is not None:
        return reason
    if all(backend is not other for other in considered):
        return "an adapter, used only by name or after set_backend('auto', also=...)"
    reason = ineligible(backend, problem)
    if reason is None and vetoed and not backend.dot_product:
        return f"x has values that are not finite, or too large; {backend.name} would spread them"
    return reason


def _why(
    choice: Choice, times: dict[str, float], measured: bool, missing: list[str], prepared: bool
) -> str:
    """Compare the choice with the fastest of the other eligible backends, in words."""
    others = {name: time for name, time in times.items() if name != choice.backend}
    kind = "measured" if measured else "predicted"
    text = "the only one measured" if measured else "the only eligible backend"
    if others:
        second = min(others, key=others.__getitem__)
        factor = others[second] / times[choice.backend]
        if factor < 1:
            text = f"{kind} to be about as fast as {second}, and listed before it"
        else:
            text = f"{kind} fastest of {len(times)}, {factor:.3g} times as fast as {second}"
        if not prepared:
            text += "; the times include preparing the weights, as each plain call does"
    if choice.source == "veto":
        text += "; values that are not finite, or too large, leave dot products only"
    if missing:
        text += f"; measured times are not used: there is none of {', '.join(missing)}"
    return text


def _finite(times: dict[str, float]) -> dict[str, float]:
    """Return the times without those of backends that were skipped as hopeless."""
    return {name: time for name, time in times.items() if math.isfinite(time)}
