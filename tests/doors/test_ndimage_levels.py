"""Sums have SciPy's bits at every instruction-set level, on x86-64."""

import os
import platform
import subprocess
import sys

import pytest

from polyconv._machine import isa_level
from support.agreement import slow_but

LEVELS = ["base", "v3", "v4"]
SCRIPT = """
import numpy as np, scipy.ndimage as theirs, polyconv.scipy.ndimage as ours
rng = np.random.default_rng(0)
for dtype in ("uint8", "uint64", "int32", "uint32", "float32", "float64"):
    x = (rng.random((70, 91)) * 250).astype(dtype)
    for call in (
        lambda m, **k: m.gaussian_filter(x, 1.7, **k),
        lambda m, **k: m.gaussian_filter(x, 1.1, order=(1, 2), output="int16", **k),
        lambda m, **k: m.correlate(x, weights, output="uint32", **k),
        lambda m, **k: m.convolve1d(x, weights[0], axis=0, output="int64", **k),
        lambda m, **k: m.uniform_filter(x.astype(int), 7, **k),
        lambda m, **k: m.uniform_filter1d(x.astype(int), 49, output=float, **k),
    ):
        weights = rng.normal(size=(3, 4))
        np.testing.assert_array_equal(call(ours, precision="double"), call(theirs))
"""


@pytest.mark.skipif(platform.machine() != "x86_64", reason="SciPy fuses multiply-adds elsewhere")
@pytest.mark.parametrize("level", slow_but(LEVELS, "base", "v3"))
def test_results_have_scipys_bits(level):
    if LEVELS.index(level) > LEVELS.index(isa_level()):
        pytest.skip(f"this processor has no {level}")
    environment = os.environ | {"POLYCONV_ISA": level}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
