"""The machine and the versions of a race, without which times mean nothing."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version

from threadpoolctl import ThreadpoolController

from polyconv._machine import blas_title, fingerprint, worker_count

__all__ = ["Facts", "facts"]

# Operations of a call that gets all the threads that it may have.
_FLOPS_OF_ALL_WORKERS = 10**15


@dataclass(frozen=True)
class Facts:
    """The machine and the versions.

    Attributes
    ----------
    cpu, isa : str
        The processor, and the level of vector instructions in use.
    cpus, workers : int
        Usable CPUs, and threads that a large problem gets.
    blas : tuple of str
        Every BLAS in this process: name, version and the architecture it computes for.
    blas_override : str or None
        ``OPENBLAS_CORETYPE``, which makes OpenBLAS compute for another architecture.
    versions : dict
        Of Python and the packages that compute.
    """

    cpu: str
    isa: str
    cpus: int
    workers: int
    blas: tuple[str, ...]
    blas_override: str | None
    versions: dict[str, str]

    def __str__(self) -> str:
        workers = f"{self.workers} worker" + "s" * (self.workers != 1)
        return f"{self.cpu}, {self.isa}, {workers}; {'; '.join(self.blas) or 'no known BLAS'}"


def facts(workers: int | None) -> Facts:
    """Return the facts of this machine and process; `workers` is the user's option."""
    machine = fingerprint()
    versions = {package: version(package) for package in ("polyconv", "numpy", "scipy")}
    return Facts(
        cpu=machine["cpu"],
        isa=machine["isa"],
        cpus=machine["cpus"],
        workers=worker_count(_FLOPS_OF_ALL_WORKERS, workers),
        blas=tuple(
            dict.fromkeys(map(blas_title, ThreadpoolController().select(user_api="blas").info()))
        ),
        blas_override=os.environ.get("OPENBLAS_CORETYPE"),
        versions={"python": platform.python_version(), **versions},
    )
