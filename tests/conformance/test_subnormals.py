"""No kernel computes with subnormal numbers that are not in its data.

Unused lanes of vectors and columns after a packed row belong to no output, so their contents do
not change a result. Left-over integers and pointers are subnormal as floats though, and Intel's
processors take some 150 cycles for an instruction that reads one: kernels were up to 80 times
slower on such memory. The processor notes in the bit DE of MXCSR that it read a subnormal.
"""

import ctypes
import platform

import numpy as np
import pytest

from polyconv import plan
from support.agreement import FAST, random_values, require
from support.structured import suited

pytestmark = pytest.mark.skipif(
    platform.machine() != "x86_64" or platform.libc_ver()[0] != "glibc",
    reason="reads MXCSR by the layout that glibc on x86-64 gives to fenv_t",
)

# Structural: offset of MXCSR in glibc's fenv_t on x86-64, and its bit DE, "denormal operand".
_MXCSR, _DENORMAL = 28, 2

# Shapes of x and w, options: widths and channels that are no multiple of a vector.
PROBLEMS = {
    "one_filter": ((1, 1, 13, 14), (1, 1, 12, 12), {}),
    "image": ((16, 1, 37, 82), (1, 1, 5, 5), {"padding": 2}),
    "two_filters": ((1, 2, 31, 68), (2, 2, 16, 16), {"padding": "same"}),
    "volume": ((2, 4, 16, 15, 10), (1, 4, 3, 3, 3), {"padding": 1}),
    "strided_volume": ((1, 1, 17, 29, 37), (1, 1, 3, 3, 3), {"stride": 2}),
    "depthwise": ((5, 4, 18, 19), (4, 1, 16, 16), {"groups": 4}),
    "strided_depthwise": ((1, 2, 30, 21), (2, 1, 16, 13), {"groups": 2, "stride": 2}),
    "signal": ((1, 3, 15), (4, 3, 45), {"padding": 22, "stride": 2}),
    "layer": ((1, 5, 12, 5), (4, 5, 5, 5), {"padding": 2}),
    "grouped_layer": ((1, 47, 3, 3), (49, 47, 3, 3), {"padding": 1, "padding_mode": "reflect"}),
    "narrow_layer": ((2, 11, 8, 32), (13, 11, 3, 3), {}),
    "dilated_layer": ((2, 16, 16), (11, 16, 7), {"padding": 6, "dilation": 2}),
}


def _leave_subnormals() -> None:
    """Free blocks of every size that hold small numbers as integers, for the next call to find."""
    for bits in range(10, 23):
        sizes = (1 << bits, 5 << bits >> 2, 3 << bits >> 1)
        blocks = [np.full(size >> 3, 0x700000007000) for size in sizes]
        del blocks


def _reads_subnormals(call) -> bool:
    libm = ctypes.CDLL("libm.so.6")
    state = ctypes.create_string_buffer(64)
    libm.fegetenv(state)
    state[_MXCSR] = bytes([state.raw[_MXCSR] & ~_DENORMAL])
    libm.fesetenv(state)
    call()
    libm.fegetenv(state)
    return bool(state.raw[_MXCSR] & _DENORMAL)


def test_notices_subnormals():
    tiny = np.full(100, 1e-40, np.float32)
    assert _reads_subnormals(lambda: tiny * np.float32(0.5))
    assert not _reads_subnormals(lambda: np.ones(100, np.float32) * np.float32(0.5))


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("backend", FAST, ids=lambda backend: backend.name)
def test_reads_no_left_over_subnormals(backend, name, dtype):
    x_shape, w_shape, options = PROBLEMS[name]
    # Far from zero, so that no product of the definition or of a transform is subnormal.
    x = np.where(np.arange(np.prod(x_shape)).reshape(x_shape) % 3, 1.5, -0.75).astype(dtype)
    w = suited(backend, random_values(w_shape, dtype))
    require(backend, x, w, workers=1, **options)
    planned = plan(x, w, backend=backend.name, workers=1, **options)
    out = planned(x)
    _leave_subnormals()
    assert not _reads_subnormals(lambda: planned(x, out=out))
