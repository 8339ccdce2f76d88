"""The times of an ONNX model's convolutions, measured or else predicted."""

from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from polyconv._problem import Problem
from polyconv._select import Choice, decide
from polyconv._si import si
from polyconv.workloads import Workload

from ._problems import problem_of
from ._report import plain_table

__all__ = ["model_line", "model_table"]


def model_table(nodes: Sequence[Workload], workers: int | None) -> Table:
    """Return the table of a model's different convolutions, the longest in all first.

    Columns: the first node's name, the number of such nodes, the backend, the time of one, and the
    share of the time of all.
    """
    first: dict[Problem, str] = {}
    counts: Counter[Problem] = Counter()
    for node in nodes:
        problem = problem_of(node, workers)
        first.setdefault(problem, node.name)
        counts[problem] += 1
    choices = {problem: decide(problem) for problem in first}
    total = sum(counts[problem] * _seconds(choice) for problem, choice in choices.items())
    table = plain_table(("node", "backend"), ("nodes", "time of each", "share"))
    for problem, choice in sorted(
        choices.items(), key=lambda each: -counts[each[0]] * _seconds(each[1])
    ):
        seconds = _seconds(choice)
        table.add_row(
            first[problem],
            choice.backend,
            str(counts[problem]),
            si(seconds, "s"),
            f"{counts[problem] * seconds / total:.0%}" if total else "",
        )
    return table


def model_line(title: str, nodes: Sequence[Workload], workers: int | None) -> str:
    """Return the sentence about all nodes of a model."""
    choices = [decide(problem_of(node, workers)) for node in nodes]
    total = si(sum(map(_seconds, choices)), "s")
    predicted = sum(choice.source != "wisdom" for choice in choices)
    hint = f", {predicted} of them by prediction" if predicted else ""
    return f"{title}: {len(nodes)} Conv nodes take {total} in all{hint}"


def _seconds(choice: Choice) -> float:
    return choice.seconds or 0.0
