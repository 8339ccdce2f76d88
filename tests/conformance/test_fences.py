"""No kernel reads or writes a byte outside of the caller's arrays."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.agreement import slow_but, slow_but_first

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="calls mprotect")

TESTS = Path(__file__).parents[1]
BEYOND = """
import numpy as np
from support.fenced import fenced
array = fenced(np.zeros(1000), at_end={at_end})
assert array.sum() == 0
np.lib.stride_tricks.as_strided(array[{place}:], (2,)).sum()
"""


def run_python(*arguments, level):
    # A fence ends the process by its signal under AddressSanitizer, too, which would report it.
    sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":handle_segv=0:handle_sigbus=0"
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=TESTS,
        env=os.environ | {"POLYCONV_ISA": level, "ASAN_OPTIONS": sanitizer},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64", "int8", "complex64"]))
@pytest.mark.parametrize("level", slow_but(["base", "v3", "v4"], "v3"))
def test_nothing_outside_of_arrays_is_touched(level, dtype):
    done = run_python("-m", "support.fenced", dtype, level=level)
    if "does not have it" in done.stderr:
        pytest.skip(f"this processor does not have {level}")
    assert done.returncode == 0, (done.stdout.splitlines()[-1:], done.stderr)


@pytest.mark.parametrize(
    ("at_end", "place", "beyond"),
    [
        (True, 999, True),
        pytest.param(True, 998, False, marks=pytest.mark.slow),
        pytest.param(False, 0, False, marks=pytest.mark.slow),
    ],
)
def test_the_fence_ends_a_process_that_reads_beyond_an_array(at_end, place, beyond):
    done = run_python("-c", BEYOND.format(at_end=at_end, place=place), level="base")
    assert done.returncode in ((-signal.SIGSEGV, -signal.SIGBUS) if beyond else (0,)), done.stderr
