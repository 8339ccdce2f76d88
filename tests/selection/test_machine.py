"""The machine as macOS describes it, with made-up answers of its command sysctl."""

import platform
import subprocess
import sys

import numpy as np
import pytest

from polyconv import _machine
from polyconv._cpu import contiguous
from polyconv._machine import Caches

M1 = {
    # Without a prefix: the slow cores.
    "hw.l1dcachesize": "65536",
    "hw.l2cachesize": "4194304",
    "hw.perflevel0.l1dcachesize": "131072",
    "hw.perflevel0.l2cachesize": "12582912",
    "machdep.cpu.brand_string": "Apple M1",
}
INTEL = {
    "hw.l1dcachesize": "32768",
    "hw.l2cachesize": "262144",
    "hw.l3cachesize": "6291456",
    "machdep.cpu.brand_string": "Intel(R) Core(TM) i5-8259U CPU @ 2.30GHz",
}


@pytest.fixture
def macos(monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes this system a macOS whose sysctl knows the given names."""

    def become(known: dict[str, str]) -> None:
        def sysctl(command, **_):
            program, *names = command
            assert program == "/usr/sbin/sysctl"
            lines = [f"{name}: {known[name]}\n" for name in names if name in known]
            status = 0 if len(lines) == len(names) else 1
            return subprocess.CompletedProcess(command, status, "".join(lines), "unknown oid")

        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(subprocess, "run", sysctl)
        _machine.caches.cache_clear()

    yield become
    monkeypatch.undo()
    _machine.caches.cache_clear()


@pytest.mark.parametrize(
    ("known", "sizes"),
    [
        (M1, Caches(128 << 10, 12 << 20, 12 << 20)),
        (INTEL, Caches(32 << 10, 256 << 10, 6 << 20)),
        ({}, Caches(32 << 10, 512 << 10, 8 << 20)),
        ({"hw.l2cachesize": "0", "hw.l1dcachesize": "?"}, Caches(32 << 10, 512 << 10, 8 << 20)),
    ],
    ids=["two kinds of cores", "one kind", "nothing known", "no sizes"],
)
def test_caches_of_macos_are_those_of_its_fast_cores(macos, known, sizes):
    macos(known)
    assert _machine.caches() == sizes


@pytest.mark.parametrize("known", [M1, INTEL], ids=["Apple", "Intel"])
def test_the_processor_of_macos_is_named(macos, known):
    macos(known)
    assert _machine._cpu_model() == known["machdep.cpu.brand_string"]


def test_an_unknown_processor_of_macos_is_named_by_its_architecture(macos):
    macos({})
    assert _machine._cpu_model() == platform.machine()


@pytest.mark.parametrize("dtype", ["float32", "float16", "float64", "complex64", "int64", "uint8"])
@pytest.mark.parametrize("shape", [(3, 3, 20, 40), (1, 70, 33), (2, 3, 5, 1, 90), (700, 3, 1)])
def test_weights_in_channels_last_are_transposed_bit_by_bit(shape, dtype):
    words = np.random.default_rng(1).integers(0, 256, (*shape, np.dtype(dtype).itemsize), np.uint8)
    last = words.view(dtype)[..., 0]  # any bits: NaN with payloads, subnormals, zeros of both signs
    first = last.transpose(-1, -2, *range(len(shape) - 2))
    for target in {dtype, "float32" if dtype == "float16" else dtype}:
        found = contiguous(first, np.dtype(target))
        assert found.flags.c_contiguous
        expected = np.ascontiguousarray(first, target)
        if target == dtype:
            assert found.tobytes() == expected.tobytes()
        else:
            np.testing.assert_array_equal(found, expected)
    assert contiguous(first[:, :, ::-1], np.dtype(dtype)).tobytes() == first[:, :, ::-1].tobytes()
