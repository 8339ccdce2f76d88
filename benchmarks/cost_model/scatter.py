"""Predicted beside measured time of the chosen backends, as a picture."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .regrets import Judged

__all__ = ["write_plot"]


def write_plot(path: Path, judged: Sequence[Judged]) -> None:
    """Draw two panels, log-log: the choice beside the best, and its prediction beside its time."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 5), dpi=150, layout="constrained")
    regret, model = figure.subplots(1, 2)
    best = np.array([one.best_seconds for one in judged])
    chosen = np.array([one.seconds for one in judged])
    predicted = np.array([one.predicted for one in judged])
    names = np.array([one.chosen for one in judged])
    for name in dict.fromkeys(names):
        mine = names == name
        regret.loglog(best[mine], chosen[mine], ".", label=str(name))
        model.loglog(chosen[mine], predicted[mine], ".", label=str(name))
    ends = [best.min(), best.max()]
    for axes, y in ((regret, "chosen"), (model, "predicted")):
        axes.plot(ends, ends, color="0.7", linewidth=1, zorder=0)
        axes.set_ylabel(f"{y}, seconds")
        axes.legend(frameon=False)
    regret.set_xlabel("best eligible backend, seconds")
    model.set_xlabel("measured, seconds")
    figure.savefig(path)
