"""Draw the loss of the example in transposed_and_gradients.md: python docs/edge_filter.py."""

from doctest import DocTestParser
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

HERE = Path(__file__).parent


def losses() -> list[float]:
    """Run the page's last section and return its losses."""
    page = (HERE / "transposed_and_gradients.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    for example in DocTestParser().get_examples(page[page.index("## Learning a filter") :]):
        exec(example.source, names)
    return [float(loss) for loss in names["losses"]]


def main() -> None:
    """Write the picture beside the page."""
    figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
    axes.semilogy(losses())
    axes.set(xlabel="step", ylabel="mean squared error", title="Learning the Sobel filter")
    axes.grid(alpha=0.3)
    figure.savefig(HERE / "edge_filter.png", dpi=110)


if __name__ == "__main__":
    main()
