"""Count the instructions of polyconv's machine code, which are the same in every run.

    python -m benchmarks.instructions                       # compare with the committed counts
    python -m benchmarks.instructions --update              # write new committed counts
    python -m benchmarks.instructions --baseline OLD.json   # compare with other counts

Ten pairs of workload and backend run once, with prepared weights, under valgrind's callgrind. Only
instructions inside polyconv's extension modules count, not those of Python, NumPy and BLAS, whose
versions differ. valgrind has no AVX-512, so the kernels are those of level v3; and plans are made
for the cache sizes of one processor (`_CACHES`), so that counts are the same on every machine. They
depend on the compiler; it is recorded, and counts of different compilers are not compared.

Counts are not times: the order of loads and cache misses do not show. But they have no noise, so a
change of one percent is certain.

polyconv must be installed from a wheel: extension modules are recognised by their path, which holds
``/polyconv/``.

Exit status: 0 if no count grew by more than one percent, 1 if one did, 2 if nothing was compared.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_BASELINE = _HERE / "instructions.json"

# Relative growth of a count that is reported.
_TOLERANCE = 0.01

# Short workloads, each through a micro-kernel of its own.
_COUNTED = (
    ("resnet50/conv4_3x3", "winograd"),
    ("resnet50/conv4_reduce", "im2col"),
    ("resnet50/conv4_reduce", "direct"),
    ("mobilenetv2/dw_112", "direct"),
    ("mobilenetv2/pw_project_56", "direct"),
    ("resnext50/conv2_g32", "direct"),
    ("filter/5x5_1mpx", "direct"),
    ("image/sobel", "direct"),
    ("tasnet/encoder", "direct"),
    ("tiny/image", "direct"),
)

# Bytes of the L1, L2 and L3 caches that plans are made for on every machine: those of the Zen 5 on
# which the first counts were taken.
_CACHES = (48 << 10, 1 << 20, 32 << 20)

# Callgrind writes and resets its counts before each call of this C function, which nothing else
# calls here.
_MARK = "getppid"

_SCRIPT = f"""
import os, sys
sys.path.append({str(_HERE.parent)!r})
from benchmarks.selection import case
from polyconv.backends import BACKENDS  # loads every planner
from polyconv._machine import Caches, caches as detected
for module in list(sys.modules.values()):
    if vars(module).get("caches") is detected:
        module.caches = lambda: Caches{_CACHES!r}
for workload, backend in {_COUNTED!r}:
    ready = case(backend, workload)
    planned = ready.prepare()
    out = planned(ready.x)
    os.{_MARK}()
    planned(ready.x, out=out)
    os.{_MARK}()
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.instructions", description=__doc__.split("\n")[0]
    )
    parser.add_argument(
        "--baseline", type=Path, default=_BASELINE, metavar="FILE", help="counts to compare with"
    )
    parser.add_argument("--update", action="store_true", help="write the baseline")
    options = parser.parse_args(arguments)
    if shutil.which("valgrind") is None:
        print("instructions: valgrind is not installed", file=sys.stderr)
        return 2
    found = {"compiler": _compiler(), "counts": _counts()}
    if 0 in found["counts"].values():
        print(
            "instructions: no kernel was found; use a regular, not an editable, install",
            file=sys.stderr,
        )
        return 1
    if options.update:
        options.baseline.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        return 0
    return compare(json.loads(options.baseline.read_text(encoding="utf-8")), found)


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> int:
    """Print each count and its change; return the exit status."""
    if old["compiler"] != new["compiler"]:
        print(f"not compared: counted for {old['compiler']}, but built by {new['compiler']}")
        return 2
    status = 0
    for name, count in new["counts"].items():
        before = old["counts"].get(name)
        if before is None:
            print(f"{name:40} {count:>12} new")
            continue
        growth = count / before - 1
        status = 1 if growth > _TOLERANCE else status
        verdict = "MORE" if growth > _TOLERANCE else "fewer" if growth < -_TOLERANCE else ""
        print(f"{name:40} {count:>12} {100 * growth:+.2f}% {verdict}".rstrip())
    return status


def _counts() -> dict[str, int]:
    environment = {**os.environ, "POLYCONV_ISA": "v3", "OMP_NUM_THREADS": "1"}
    # Fixed, because addresses decide the number of elements before the first aligned one.
    environment |= {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "valgrind",
                "--tool=callgrind",
                f"--dump-before={_MARK}",
                "--callgrind-out-file=counts",
                sys.executable,
                "-c",
                _SCRIPT,
            ],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
        # Dumps are numbered from 1; the second one of each pair ends after the counted call.
        return {
            f"{workload} {backend}": own_instructions(
                (Path(folder) / f"counts.{2 * number}").read_text(encoding="utf-8")
            )
            for number, (workload, backend) in enumerate(_COUNTED, start=1)
        }


def own_instructions(profile: str) -> int:
    """Return the instructions inside polyconv's extension modules in one dump of callgrind.

    Objects are named once, ``ob=(3) /path/to.so``, and later given by their number alone. The line
    after ``calls=`` holds the inclusive cost of the called function, which is counted elsewhere.
    """
    own: dict[str, bool] = {}
    counting = called = False
    total = 0
    for line in profile.splitlines():
        if named := re.match(r"c?ob=(\(\d+\))(?: (.*))?", line):
            if named[2]:
                own[named[1]] = "/polyconv/" in named[2]
            if line.startswith("ob="):
                counting = own[named[1]]
        elif line.startswith("calls="):
            called = True
        elif re.match(r"[\d+*-]", line):
            if counting and not called:
                total += int(line.split()[1])
            called = False
    return total


def _compiler() -> str:
    """Return the compiler that the extension modules name in their comment section."""
    from polyconv.backends.direct import _direct

    content = Path(_direct.__file__).read_bytes()
    found = re.findall(rb"GCC: \([^)]*\) [\d.]+|clang version [\d.]+", content)
    return " and ".join(sorted({name.decode() for name in found}))


if __name__ == "__main__":
    raise SystemExit(main())
