"""The machine: processors, vector instructions, caches, and how many threads may run.

Thread counts are decided only here, those of BLAS included.
"""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, SupportsIndex

from ._arguments import integer
from ._blas_threads import blas_single_threaded
from ._cpu import affinity, isa_error, isa_level, omp_num_threads

__all__ = [
    "CACHE_LINE",
    "MAX_THREADS",
    "Caches",
    "blas_of_scipy",
    "blas_single_threaded",
    "blas_title",
    "caches",
    "default_workers",
    "fingerprint",
    "isa_level",
    "set_workers",
    "threads_now",
    "worker_count",
]

if isa_error():
    raise ImportError(f"POLYCONV_ISA={os.environ.get('POLYCONV_ISA')!r}: {isa_error()}")

# Structural: minimum work of a worker in flops, which takes 10 to 100 us on a core. Waking another
# worker takes up to 50 us (the unit wake_up of `polyconv tune --machine`).
_MIN_FLOPS_PER_WORKER = 1_000_000

# Bytes of a cache line on every processor that polyconv is built for; `PC_LINE` in C.
CACHE_LINE = 64

# Maximum threads of a call, whatever `workers` it asks for, on machines with fewer CPUs than that.
MAX_THREADS = 256

_preferred: ContextVar[int | None] = ContextVar("polyconv_workers", default=None)


@contextmanager
def set_workers(workers: int) -> Iterator[None]:
    """Set the number of threads for calls inside a ``with`` block.

    Parameters
    ----------
    workers : int
        At least 1. It replaces the default (all usable CPUs); ``OMP_NUM_THREADS`` and a call's
        own ``workers=`` come before it.

    Examples
    --------
    >>> import numpy as np, polyconv
    >>> with polyconv.set_workers(1):
    ...     y = polyconv.conv1d(np.ones((1, 5)), np.ones((1, 1, 3)))
    >>> y
    array([[3., 3., 3.]])
    """
    token = _preferred.set(integer("workers", workers, 1))
    try:
        yield
    finally:
        _preferred.reset(token)


def worker_count(flops: int, workers: SupportsIndex | None) -> int:
    """Return the threads for a call of `flops` operations; `workers` is the caller's argument."""
    if workers is not None:
        return integer("workers", workers, 1)
    workers = flops // _MIN_FLOPS_PER_WORKER
    return 1 if workers <= 1 else min(default_workers(), workers)


def default_workers() -> int:
    """Return the most threads that a call without ``workers=`` gets."""
    variable = omp_num_threads()
    of_environment = _first_number(variable) if variable else None
    return of_environment or _preferred.get() or usable_cpus()


def threads_now(workers: int) -> int:
    """Return how many of `workers` threads are started, see `MAX_THREADS`."""
    return workers if workers <= MAX_THREADS else min(workers, max(MAX_THREADS, usable_cpus()))


def _first_number(levels: str) -> int | None:
    """Return the threads of the outermost level in a list of levels such as "4,2", or None."""
    first = levels.partition(",")[0].strip()
    return int(first) if first.isdecimal() and int(first) > 0 else None


def usable_cpus() -> int:
    """Return the number of CPUs that this thread may run on."""
    return affinity() or _listed_cpus()


def _listed_cpus() -> int:
    """Return `usable_cpus` without the C function, for over 1024 CPUs and outside Linux."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class Caches:
    """Sizes in bytes of the data caches that one core sees."""

    l1: int
    l2: int
    l3: int


@cache
def caches() -> Caches:
    """Return the cache sizes that the system reports, and else those of a common desktop core."""
    sizes = {1: 32 << 10, 2: 512 << 10, 3: 8 << 20}
    sizes |= _caches_of_macos() if sys.platform == "darwin" else _caches_of_linux()
    return Caches(sizes[1], sizes[2], sizes[3])


def _caches_of_linux() -> dict[int, int]:
    """Return the size of the data cache of each level that /sys lists for the first CPU."""
    sizes = {}
    for index in Path("/sys/devices/system/cpu/cpu0/cache").glob("index*"):
        try:
            kind = (index / "type").read_text().strip()
            level = int((index / "level").read_text())
            size = (index / "size").read_text().strip()
        except (OSError, ValueError):
            continue
        if kind != "Instruction" and size.endswith("K"):
            sizes[level] = int(size[:-1]) << 10
    return sizes


def _caches_of_macos() -> dict[int, int]:
    """Return the sizes of the fast cores' caches; without an L3, the L2 is the last level.

    ``hw.perflevel0`` describes the fast cores of processors with two kinds. There the plain names
    describe the slow ones.
    """
    names = {1: "l1dcachesize", 2: "l2cachesize", 3: "l3cachesize"}
    prefixes = "hw.", "hw.perflevel0."
    found = _sysctl(*(prefix + name for prefix in prefixes for name in names.values()))
    sizes = {}
    for level, name in names.items():
        for prefix in prefixes:
            size = found.get(prefix + name, "")
            if size.isdecimal() and int(size) > 0:
                sizes[level] = int(size)
    # The system-level cache of Apple's processors is not reported.
    return {3: sizes[2]} | sizes if 2 in sizes else sizes


def _sysctl(*names: str) -> dict[str, str]:
    """Return the values that macOS has for `names`; unknown names are left out."""
    import subprocess

    done = subprocess.run(["/usr/sbin/sysctl", *names], capture_output=True, text=True, check=False)
    pairs = (line.partition(": ") for line in done.stdout.splitlines())
    return {name: value.strip() for name, _, value in pairs}


@cache
def fingerprint() -> dict[str, Any]:
    """Return the properties of the machine on which timings depend, for wisdom."""
    return {"cpu": _cpu_model(), "isa": isa_level(), "cpus": usable_cpus()}


def blas_of_scipy() -> str:
    """Return name, version and architecture of SciPy's BLAS, which `im2col` calls.

    Other packages may load further BLAS libraries into the process; they are ignored.
    """
    import scipy.linalg.blas  # noqa: F401  # loads the library that is looked for
    from threadpoolctl import ThreadpoolController

    libraries = ThreadpoolController().select(user_api="blas").info()
    if not libraries:
        return "unknown"

    def is_other(library: Mapping[str, Any]) -> bool:
        return not any(part.startswith("scipy") for part in Path(library["filepath"]).parts[-3:-1])

    return blas_title(min(libraries, key=is_other))  # the first one if none is SciPy's own


def blas_title(library: Mapping[str, Any]) -> str:
    """Return name, version and architecture of a BLAS from its threadpoolctl record."""
    parts = (library.get(key) for key in ("internal_api", "version", "architecture"))
    return " ".join(str(part) for part in parts if part)


def _cpu_model() -> str:
    if sys.platform == "darwin":
        name = "machdep.cpu.brand_string"
        return _sysctl(name).get(name) or platform.machine()
    try:
        return model_in(Path("/proc/cpuinfo").read_text())
    except OSError:
        return platform.processor() or platform.machine()


def model_in(cpuinfo: str) -> str:
    """Return the first processor's model from /proc/cpuinfo; on ARM it is given by numbers."""
    facts: dict[str, str] = {}
    for line in cpuinfo.splitlines():
        key, _, value = line.partition(":")
        facts.setdefault(key.strip(), value.strip())
    numbers = [facts[key] for key in ("CPU implementer", "CPU part") if key in facts]
    return facts.get("model name") or " ".join([platform.machine(), *numbers])
