"""Record the commands' outputs that pages show: ``python docs/generators/outputs.py [NAME...]``.

Writes `docs/measured/NAME.md` for ``race`` (two minutes on two idle cores), ``explain``, ``tune``
and ``crossovers``, with the command, the date and the processor. What they print depends on the
machine, so they are data.
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from polyconv import choose
from polyconv._machine import fingerprint

__all__ = ["OUTPUTS", "heading", "main"]

MEASURED = Path(__file__).parents[1] / "measured"

_EXPLAIN = """\
import numpy as np
from polyconv import explain, find
rng = np.random.default_rng(0)
x = rng.standard_normal((8, 64, 56, 56), dtype=np.float32)
w = rng.standard_normal((128, 64, 3, 3), dtype=np.float32)
print(explain(x, w, padding=1))
for timing in find(x, w, padding=1):
    print(timing)
"""


def _printed(*command: str) -> str:
    """Return what a command prints to a pipe; it may fail only with an error that ends this one."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _race() -> tuple[str, str]:
    return "text", _printed("polyconv", "race")


def _explain() -> tuple[str, str]:
    return "text", _printed(sys.executable, "-c", _EXPLAIN)


def _tune() -> tuple[str, str]:
    command = ("polyconv", "tune", "audio1d", "--workers", "1", "--wisdom")
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder, "wisdom.json"))
        printed = _printed(*command, file).replace(file, "wisdom.json")
    return "console", f"$ {' '.join(command)} wisdom.json\n{printed}"


# Rows of the table of crossovers: shapes of x, channels and filters of w, options, and words.
_DENSE_KERNELS = (
    ((1, 10**6), (1, 1), {}, "a signal of a million samples"),
    ((1, 1000, 1000), (1, 1), {}, "an image of a megapixel"),
    ((64, 256, 256), (64, 1), {"groups": 64}, "64 channels of 256x256, depthwise"),
    ((16, 256, 256), (16, 16), {}, "16 channels of 256x256, 16 filters"),
    ((1, 128, 128, 128), (1, 1), {}, "a volume of 128x128x128"),
)
_MAX_KERNEL = 129


def _crossovers() -> tuple[str, str]:
    """Find the smallest dense kernels for which a plan of one worker chooses transforms."""
    lines = ["input, float32, one worker                kernels from"]
    for shape, channels, options, words in _DENSE_KERNELS:
        rank = len(shape) - 1
        for size in range(2, _MAX_KERNEL):
            w_shape = (*channels, *[size] * rank)
            fixed = {"dtype": "float32", "prepared": True, "workers": 1, "padding": "same"}
            if choose(shape, w_shape, **fixed, **options).backend in ("fft", "fft_tiled"):
                found = "x".join([str(size)] * rank)
                break
        else:
            found = f"none below {_MAX_KERNEL}"
        lines.append(f"{words:<42}{found}")
    return "text", "\n".join(lines)


# The function returns the language of the block, and the output.
OUTPUTS = {"race": _race, "explain": _explain, "tune": _tune, "crossovers": _crossovers}


def heading(name: str, day: str, cpu: str, cpus: int) -> str:
    """Return the line above an output: the command that records it, the date, the processor."""
    plural = "s" * (cpus != 1)
    return f"`python docs/generators/outputs.py {name}`, {day}, {cpu}, {cpus} CPU{plural}:"


def main() -> None:
    """Write the files that are named, or all."""
    machine = fingerprint()
    for name in sys.argv[1:] or OUTPUTS:
        language, text = OUTPUTS[name]()
        head = heading(name, date.today().isoformat(), machine["cpu"], machine["cpus"])
        page = f"{head}\n\n```{language}\n{text.rstrip()}\n```\n"
        (MEASURED / f"{name}.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
