"""The libraries' processes as the referee sees them: started alike, asked one at a time."""

import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["LIBRARIES", "RIVALS", "Crash", "Player", "environment"]

# In the order in which they are shown; polyconv plays first, its result is the measure of all.
RIVALS = ("torch", "onnxruntime", "jax", "opencv", "scipy")
LIBRARIES = ("polyconv", *RIVALS)

# Seconds after which a silent process is given up.
_PATIENCE = 180.0

# They make OpenBLAS compute for another processor than this one.
_CRIPPLING = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NVPL_BLAS_DEBUG_CPU_TYPE")

# Freed memory stays with the process, in huge pages: results of some megabytes would otherwise
# cost more in page faults than in arithmetic.
_MALLOC = {
    "MALLOC_TRIM_THRESHOLD_": str(8 << 30),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


class Crash(Exception):
    """A library's process is gone, or silent."""


def environment(workers: int) -> dict[str, str]:
    """The environment of every process, the same for all."""
    threads = dict.fromkeys(
        ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(workers)
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _CRIPPLING and not name.startswith(("OMP_", "MKL_", "KMP_", "XLA_", "GOMP_"))
    }
    settings = {
        "OMP_WAIT_POLICY": "passive",
        "JAX_PLATFORMS": "cpu",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "NPROC": str(workers),
    }
    if workers == 1:
        settings["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    return {**kept, **threads, **_MALLOC, **settings}


class Player:
    """The process of one library.

    Parameters
    ----------
    library : str
        Which.
    workers : int
        Threads it may use.
    cpus : sequence of int
        CPUs it may run on.
    """

    def __init__(self, library: str, workers: int, cpus: tuple[int, ...]) -> None:
        self.library = library
        self._said = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"{__package__}.child",
                library,
                str(workers),
                ",".join(map(str, cpus)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            bufsize=0,
            cwd=Path(__file__).parents[1],
            env=environment(workers),
            # Ctrl-C is for the referee, who prints what there is.
            start_new_session=True,
        )

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Send a request and wait for its reply.

        Raises
        ------
        Crash
            If none comes.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **arguments}).encode() + b"\n")
            ready, _, _ = select.select([self._process.stdout], [], [], _PATIENCE)
            if not ready:
                raise Crash(f"silent for {_PATIENCE:.0f} s")
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            raise Crash(self._last_words())
        reply = json.loads(line)
        assert isinstance(reply, dict)
        return reply

    def _last_words(self) -> str:
        """Why a process that closed its pipes ended, as it said last."""
        self._process.wait()
        self._said.seek(0)
        lines = self._said.read().strip().splitlines() or ["nothing said"]
        return f"exit status {self._process.returncode}: {lines[-1][:200]}"

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._said):
            if pipe is not None:
                pipe.close()
