"""Record the commands' outputs that pages show: ``python docs/generators/outputs.py [NAME...]``.

Writes `docs/measured/NAME.md` for ``race`` (two minutes on two idle cores), ``explain`` and
``tune``, with the date and the processor. What they print depends on the machine, so they are data.
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from polyconv._machine import fingerprint

__all__ = ["OUTPUTS", "main"]

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


# The function returns the language of the block, and the output.
OUTPUTS = {"race": _race, "explain": _explain, "tune": _tune}


def main() -> None:
    """Write the files that are named, or all."""
    machine = fingerprint()
    for name in sys.argv[1:] or OUTPUTS:
        language, text = OUTPUTS[name]()
        head = f"Printed on {date.today().isoformat()} by {machine['cpu']}, {machine['cpus']} CPUs:"
        page = f"{head}\n\n```{language}\n{text.rstrip()}\n```\n"
        (MEASURED / f"{name}.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
