"""`TransposedPlan`: a plan for each phase of a transposed convolution."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv import wisdom
from polyconv._api import plan, stand_in
from polyconv._arguments import Ints, ProblemOptions
from polyconv._arrays import as_array, as_bias, as_out, in_own_byte_order
from polyconv._calls import Plan
from polyconv._cpu import is_c_contiguous
from polyconv._find import measure
from polyconv._plan import check_input, execute
from polyconv._registry import check_backend
from polyconv._request import described
from polyconv._select import Choice, is_auto
from polyconv._thread_pool import PooledKernel
from polyconv._verbose import VERBOSE

from ._functions import new_result_of, phases_for, run_by
from ._images import fastest_phases
from ._interleaved import InterleavedPlan, choice_of_interleaved
from ._phases import Phase, phases_of, weights_of
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
    plans : tuple of Plan, InterleavedPlan or None
        The plan of each phase; None for outputs that meet no products.
    """

    problem: TransposedProblem
    choice: Choice | None
    plans: tuple[Plan | InterleavedPlan | None, ...]
    _phases: tuple[Phase, ...] = field(repr=False)
    _bias: NDArray[Any] | None = field(repr=False)
    _only: Plan | None = field(repr=False)  # of a single phase that reads and writes everything
    _one_pixel: Plan | None = field(repr=False)  # of such a phase, whose outputs are filters

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
        if self._only is not None:
            return self._only(x, out)
        if self._one_pixel is not None:
            of_pixel, shape = self._one_pixel, self.problem.out_shape
            if out is None:
                return of_pixel(x).reshape(shape)
            if type(out) is np.ndarray and out.shape == shape and is_c_contiguous(out):
                of_pixel(x, out.reshape(of_pixel.problem.out_shape))
                return out
        array, t = as_array("x", x), self.problem
        check_input(t, array)
        target = None if out is None else as_out(t, out, {"x": (x, array)})
        calls = self._calls
        if calls:
            if target is None:
                target = new_result_of(t, array)
            if all(phase.fits(target) for phase in self._phases):
                ordered = is_c_contiguous(array)
                for each in calls:
                    place = target[each.out] if each.sliced else each.phase.place(t, target)
                    of_x = array[each.x] if each.sliced else each.phase.part(t, array)
                    if ordered and each.plain:
                        # The arrays are checked: a call of the plan would check the views again.
                        p = each.plan
                        execute(p.problem, p.kernel, of_x, p.bias, place)
                    else:
                        each.plan(of_x, place)
                return target if out is None else in_own_byte_order(out)
        plans = dict(zip(self._phases, self.plans, strict=True))

        # Annotations are texts: to evaluate them takes 10 us of each call (`timeit`, Emerald
        # Rapids, 2026-11-30).
        def convolve(
            phase: Phase, of_x: "NDArray[Any]", place: "NDArray[Any] | None"
        ) -> "NDArray[Any]":
            prepared: Any = plans[phase]
            written: NDArray[Any] = prepared(of_x, place)
            return written

        result = run_by(t, self._phases, array, self._bias, target, "auto", convolve)
        return result if out is None else in_own_byte_order(out)

    @cached_property
    def _calls(self) -> "list[_PhaseCall]":
        """The calls of all phases, in their order; none if some outputs meet no products."""
        if None in self.plans:
            return []
        index = self.problem.index
        return [
            _PhaseCall(
                plan=each,
                x=index(phase.x),
                out=index(phase.out),
                plain=_is_plain(each),
                sliced=phase.width == 1 and phase.images is None and not phase.one_pixel,
                phase=phase,
            )
            for phase, each in zip(self._phases, self.plans, strict=True)
        ]

    def __getstate__(self) -> dict[str, Any]:
        # Kernels are made anew where a plan is unpickled, and may be others.
        return {name: value for name, value in vars(self).items() if name != "_calls"}

    def __repr__(self) -> str:
        return f"<polyconv.TransposedPlan: {self.problem}; {self.choice}>"


class _PhaseCall(NamedTuple):
    """The plan of a phase, and the parts of input and result that it takes.

    A `plain` plan runs its kernel, whatever the values of its input. If the phase is `sliced`, its
    part of the input and its place in the result are slices of both.
    """

    plan: Any
    x: tuple[slice, ...]
    out: tuple[slice, ...]
    plain: bool
    sliced: bool
    phase: Phase


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
    if effort == "measure" and is_auto(backend):
        _measure_both(t, array, wa)
    phases = phases_for(t, wa, backend, prepared=True)
    plans: list[Plan | InterleavedPlan | None] = []
    for phase, weights in zip(phases, weights_of(t, phases, wa), strict=True):
        p, of_filters = phase.problem, phase.of_filters(ba)
        if p is None:
            plans.append(None)
        elif phase.interleaving is not None:
            choice = choice_of_interleaved(phase, backend)
            plans.append(InterleavedPlan(p, phase.interleaving, choice, weights, of_filters))
        else:
            of_x = p.x_shape if array is None else phase.part(t, array)
            planned = plan(
                of_x,
                weights,
                of_filters,
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
            plans.append(planned)
    made = [each for each in plans if each is not None]
    largest = None
    if made:
        largest = max(made, key=lambda each: each.problem.flops).choice
        times = [each.choice.seconds for each in made]
        if None not in times:
            largest = Choice(largest.backend, largest.source, sum(filter(None, times)))
    if ba is not None:
        ba = ba.copy()
        ba.setflags(write=False)
    only, one_pixel = None, None
    if len(plans) == 1 and isinstance(plans[0], Plan) and plans[0].problem.x_shape == t.x_shape:
        only = plans[0] if phases[0].is_whole else None
        one_pixel = plans[0] if phases[0].one_pixel else None
    return TransposedPlan(t, largest, tuple(plans), phases, ba, only, one_pixel)


def _is_plain(planned: Plan | InterleavedPlan | None) -> bool:
    """Return True if a call of a plan runs its kernel, whatever the values of its input."""
    return (
        isinstance(planned, Plan)
        and planned.fallback is None
        and planned.order is None
        and isinstance(planned.kernel, PooledKernel)
        and not VERBOSE
    )


def _measure_both(t: TransposedProblem, array: NDArray[Any] | None, wa: NDArray[Any]) -> None:
    """Measure the backends on interleaved phases or those as images, and on the phases one by one.

    Both, so that no measurement is compared with a prediction. What was measured before is not
    measured again.
    """
    phases = phases_of(t, interleaved=True)
    if not any(phase.steps for phase in phases):
        phases = fastest_phases(t, prepared=True)
    if not any(phase.steps or phase.images is not None for phase in phases):
        return
    phases += phases_of(t)
    for phase, weights in zip(phases, weights_of(t, phases, wa), strict=True):
        p = phase.problem
        if p is not None and not wisdom.recall(p):
            if array is None:
                array = stand_in(t.x_shape, t.x_dtype, seed=1)
            of_x = phase.part(t, array)
            measure(p, of_x, weights, budget=1.0)
