"""`TransposedPlan`: a plan for each phase of a transposed convolution."""

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._api import plan
from polyconv._arguments import Ints, ProblemOptions
from polyconv._arrays import as_array, as_bias, as_out
from polyconv._calls import Plan
from polyconv._plan import check_input
from polyconv._registry import check_backend
from polyconv._request import described
from polyconv._select import Choice

from ._functions import phases_for, run_by
from ._phases import Phase, weights_of
from ._problem import TransposedProblem, transposed_of

__all__ = ["TransposedPlan", "plan_of", "plan_transposed"]


@dataclass(frozen=True, eq=False, repr=False)
class TransposedPlan:
    """A transposed convolution with its weights prepared. Made by ``plan(..., transpose=True)``.

    It never changes; many threads may call it at once, and it can be pickled.

    Attributes
    ----------
    problem : TransposedProblem
        The normalised problem.
    choice : Choice or None
        The backend of the phase with the most operations, with the expected time of all phases;
        None if no phase has any.
    plans : tuple of Plan or None
        The plan of each phase; None for outputs that meet no products.
    """

    problem: TransposedProblem
    choice: Choice | None
    plans: tuple[Plan | None, ...]
    _phases: tuple[Phase, ...] = field(repr=False)
    _bias: NDArray[Any] | None = field(repr=False)

    @property
    def backend(self) -> str | None:
        """Name of the backend that answers in the phase with the most operations."""
        return None if self.choice is None else self.choice.backend

    def __call__(self, x: ArrayLike, out: NDArray[Any] | None = None) -> NDArray[Any]:
        """Convolve `x` transposed.

        Parameters
        ----------
        x : array_like
            Of exactly the shape and dtype that the plan was made for.
        out : ndarray, optional
            Array to write to, as in `conv_transpose`.

        Returns
        -------
        ndarray
            The result, `out` if that was given.
        """
        array, t = as_array("x", x), self.problem
        check_input(t, array)
        target = None if out is None else as_out(t, out, {"x": (x, array)})
        plans = dict(zip(self._phases, self.plans, strict=True))

        def convolve(phase: Phase, of_x: NDArray[Any], place: NDArray[Any] | None) -> NDArray[Any]:
            prepared = plans[phase]
            assert prepared is not None
            return prepared(of_x, place)

        result = run_by(t, self._phases, array, self._bias, target, "auto", convolve)
        return result if out is None else out

    def __repr__(self) -> str:
        return f"<polyconv.TransposedPlan: {self.problem}; {self.choice}>"


def plan_transposed(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike,
    bias: ArrayLike | None,
    backend: str,
    effort: Literal["estimate", "measure"],
    output_padding: Ints,
    options: ProblemOptions,
) -> TransposedPlan:
    """Plan each phase; the arguments are those of `plan`."""
    wa = as_array("w", w)
    shape, dtype = described("x", x)
    t = transposed_of(shape, dtype, wa.shape, wa.dtype, output_padding, options)
    ba = None if bias is None else as_bias(t, bias)
    t.require_memory()
    check_backend(backend)  # a wrong name is an error even if nothing is multiplied
    return plan_of(t, None if dtype is None else as_array("x", x), wa, ba, backend, effort)


def plan_of(
    t: TransposedProblem,
    array: NDArray[Any] | None,
    wa: NDArray[Any],
    ba: NDArray[Any] | None,
    backend: str = "auto",
    effort: Literal["estimate", "measure"] = "estimate",
) -> TransposedPlan:
    """Plan each phase of `t`, for an input of its shape or for this `array`."""
    phases = phases_for(t, wa)
    plans: list[Plan | None] = []
    for phase, weights in zip(phases, weights_of(t, phases, wa), strict=True):
        p = phase.problem
        plans.append(
            None
            if p is None
            else plan(
                p.x_shape if array is None else t.part(array, phase.x),
                weights,
                ba if ba is None else np.tile(ba, phase.width),
                backend=backend,
                effort=effort,
                padding=p.pads,
                dilation=p.dilation,
                groups=p.groups,
                data_format=p.data_format,
                dtype=p.dtype,
                rtol=p.rtol,
                workspace_limit=p.workspace_limit,
                workers=t.workers,
            )
        )
    made = [each for each in plans if each is not None]
    choice = None
    if made:
        choice = max(made, key=lambda each: each.problem.flops).choice
        times = [each.choice.seconds for each in made]
        if None not in times:
            choice = Choice(choice.backend, choice.source, sum(filter(None, times)))
    if ba is not None:
        ba = ba.copy()
        ba.setflags(write=False)
    return TransposedPlan(t, choice, tuple(plans), phases, ba)
