"""Peak memory of runs, in processes of their own.

`VmHWM` counts pages of memory maps as those of arrays; it begins anew with each program, unlike
`ru_maxrss`.
"""

import subprocess
import sys
from pathlib import Path

import pytest

MEBI = 1 << 20

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="peak memory is read from /proc"
)

COMMON = """
import sys
import numpy as np
from polyconv.blocks import conv_blocks, nanconv_blocks
from support.stored import Stored

def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) << 10 for line in status if line.startswith("VmHWM"))

folder, limit = sys.argv[1], int(sys.argv[2])

def arrays(x_shape, out_shape=None, dtype="float32"):
    x = np.memmap(folder + "/x", dtype, "w+", shape=x_shape)  # a file of holes
    return x, np.memmap(folder + "/y", dtype, "w+", shape=out_shape or x_shape)
"""

RUNS = {
    "image": """
x, y = arrays((5000, 12000))
x[4000, 6000] = 1
w = np.ones((5, 5), "f4")
conv_blocks(x, w, out=y, padding="same", padding_mode="reflect", memory_limit=limit)
assert y[3998:4003, 5998:6003].sum() == 25
""",
    "signal": """
x, y = arrays((100_000_000,))
x[70_000_000] = 1
conv_blocks(x, np.arange(301, dtype="f4"), out=y, padding="same", flip=True, memory_limit=limit)
assert np.allclose(y[69_999_850:70_000_151], np.arange(301), atol=0.1)
""",
    "wrapped": """
x, y = arrays((60_000_000,))
x[0] = 1
conv_blocks(x, np.ones(9, "f4"), out=y, padding=4, padding_mode="wrap", memory_limit=limit)
assert y[-4:].sum() == 4
""",
    "enlarged": """
x, y = arrays((1, 3000, 4000), (1, 6000, 8000))
x[0, 5, 5] = 1
w = np.ones((1, 1, 4, 4), "f4")
conv_blocks(x, w, out=y, stride=2, padding=1, transpose=True, memory_limit=limit)
assert y[0, 9:13, 9:13].sum() == 16
""",
    "gaps": """
x, y = arrays((6000, 8000))
x[:10, :10] = np.nan
nanconv_blocks(x, np.ones((5, 5), "f4"), out=y, padding="same", memory_limit=limit)
assert np.isnan(y[:8, :8]).all() and not np.isnan(y[:8, 9:]).any()
""",
    "chunks": """
class Zeros(Stored):
    def __init__(self, shape, chunks):
        super().__init__(np.broadcast_to(np.float32(0), shape), chunks)
    def __getitem__(self, index):
        return np.zeros(self.values[index].shape, "f4")
    def __setitem__(self, index, values):
        pass
x, y = Zeros((10000, 12000), (500, 500)), Zeros((10000, 12000), (500, 500))
conv_blocks(x, np.ones((5, 5), "f4"), out=y, padding="same", memory_limit=limit)
""",
}


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["image", *(pytest.param(n, marks=pytest.mark.slow) for n in list(RUNS)[1:])]
)
def test_a_run_takes_its_limit_and_no_more(name, tmp_path):
    limit = (64 if name in ("gaps", "chunks") else 32) * MEBI
    base = int(run("print(peak())", tmp_path, limit))
    peak = int(run(RUNS[name] + "\nprint(peak())", tmp_path, limit))
    assert peak < limit + 100 * MEBI
    assert peak - base < limit + 16 * MEBI


@pytest.mark.slow
def test_the_measurement_sees_pages_of_maps(tmp_path):
    code = "x, y = arrays((50_000_000,))\nx.sum()\nprint(peak())"
    assert int(run(code, tmp_path, MEBI)) > 200 * MEBI


def run(code, folder, limit):
    done = subprocess.run(
        [sys.executable, "-c", COMMON + code, str(folder), str(limit)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
