"""Processes that answer questions, one line of JSON each, in an environment fit for timing."""

import json
import os
import select
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["CRIPPLING", "Crash", "Process", "calm_environment"]

# They make OpenBLAS compute for another processor than this one.
CRIPPLING = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "NVPL_BLAS_DEBUG_CPU_TYPE")

# They would put the same code in front of both builds.
_SHADOWING = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP")

# Freed memory stays with the process: page faults cost what the kernel is busy with. As much as
# glibc allows.
_MALLOC = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), str(32 << 20))

# Seconds after which a silent process is given up.
_PATIENCE = 180.0


class Crash(Exception):
    """A process is gone, or silent."""


def calm_environment() -> dict[str, str]:
    """The caller's environment, without what falsifies timings.

    Waiting OpenMP threads sleep: spinning, they slow whatever is timed next.
    """
    dropped = {*CRIPPLING, *_SHADOWING}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **_MALLOC, "OMP_WAIT_POLICY": "passive"}


class Process:
    """One process, started at once.

    Parameters
    ----------
    command : sequence of str
        What to run.
    environment : mapping of str to str
        All of its environment.
    folder : Path
        Where it runs.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self._said = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            bufsize=0,
            cwd=folder,
            env=environment,
            # Ctrl-C is for the parent, who prints what there is.
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
