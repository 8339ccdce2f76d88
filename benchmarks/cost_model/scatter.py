"""A plot of predicted against measured times of the chosen backends."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .regrets import ChoiceRegret

__all__ = ["write_plot"]


def write_plot(path: Path, choices: Sequence[ChoiceRegret]) -> None:
    """Draw two log-log plots: chosen against best time, and predicted against measured time."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 5), dpi=150, layout="constrained")
    regret, model = figure.subplots(1, 2)
    best = np.array([one.best_seconds for one in choices])
    chosen = np.array([one.seconds for one in choices])
    predicted = np.array([one.predicted for one in choices])
    names = np.array([one.chosen for one in choices])
    for name in dict.fromkeys(names):
        of_backend = names == name
        regret.loglog(best[of_backend], chosen[of_backend], ".", label=str(name))
        model.loglog(chosen[of_backend], predicted[of_backend], ".", label=str(name))
    ends = [best.min(), best.max()]
    for axes, y in ((regret, "chosen"), (model, "predicted")):
        axes.plot(ends, ends, color="0.7", linewidth=1, zorder=0)
        axes.set_ylabel(f"{y}, seconds")
        axes.legend(frameon=False)
    regret.set_xlabel("best eligible backend, seconds")
    model.set_xlabel("measured, seconds")
    figure.savefig(path)
