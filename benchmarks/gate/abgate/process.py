"""Worker processes that answer requests in lines of JSON, and their environment for timing.

Only the standard library is imported: other programs that time in processes of their own use this.
"""

import json
import os
import select
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["UNSAFE_ENV", "Crash", "Process", "calm_environment"]

# Variables that make BLAS use the kernels or the cache size of another processor.
UNSAFE_ENV = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NVPL_BLAS_DEBUG_CPU_TYPE")

# Variables that would put the same code in front of both builds.
_SHADOWING_ENV = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP")

# Thresholds in bytes above which malloc returns freed memory to the system. At 32 MiB, glibc's
# maximum, freed memory mostly stays with the process. Otherwise it would be faulted in again, and
# the cost of page faults varies with the load of the machine.
_MALLOC = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), str(32 << 20))

# Default of the seconds without a reply after which a process is given up.
_TIMEOUT = 180.0


class Crash(Exception):
    """A process ended or did not reply."""


def calm_environment() -> dict[str, str]:
    """Return the caller's environment without variables that falsify times.

    Waiting OpenMP threads sleep, because spinning ones slow the call that is timed next.
    """
    dropped = {*UNSAFE_ENV, *_SHADOWING_ENV}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **_MALLOC, "OMP_WAIT_POLICY": "passive"}


class Process:
    """One process, started at once.

    Parameters
    ----------
    command : sequence of str
        The command line.
    environment : mapping of str to str
        The whole environment.
    folder : Path
        Working directory.
    timeout : float
        Seconds without a reply after which it is given up.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        timeout: float = _TIMEOUT,
    ) -> None:
        self._timeout = timeout
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            bufsize=0,
            cwd=folder,
            env=environment,
            # Ctrl-C must reach only the parent, which then reports the results so far.
            start_new_session=True,
        )

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Send a request and wait for its reply.

        Raises
        ------
        Crash
            If there is no reply.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **arguments}).encode() + b"\n")
            ready, _, _ = select.select([self._process.stdout], [], [], self._timeout)
            if not ready:
                raise Crash(f"no reply within {self._timeout:.0f} s")
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            raise Crash(self._exit_reason())
        reply = json.loads(line)
        assert isinstance(reply, dict)
        return reply

    def _exit_reason(self) -> str:
        """Return the exit status and the last line of errors of a process that ended."""
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().strip().splitlines() or ["no output"]
        return f"exit status {self._process.returncode}: {lines[-1][:200]}"

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._errors):
            if pipe is not None:
                pipe.close()
