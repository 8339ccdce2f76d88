"""The builds of a comparison, each installed in an environment of its own.

A build is a wheel, the Python executable of an environment that holds it, or a git revision of the
repository in the working directory. A wheel is installed with its requirements in a fresh virtual
environment; a revision is first built to a wheel. pip does both, with the user's settings.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .limits import BadInput

__all__ = ["Build", "CannotBuild", "install"]


class CannotBuild(Exception):
    """A build could not be made or installed; the text ends with the last lines of the output."""


@dataclass(frozen=True)
class Build:
    """One build: its name in reports, and the interpreter that imports it."""

    label: str
    python: Path


def install(name: str, folder: Path, extra: Sequence[str], tell: Callable[[str], None]) -> Build:
    """Install the build that a user calls `name`.

    Parameters
    ----------
    name : str
        A wheel, a Python executable, or a git revision.
    folder : Path
        Folder for its environment.
    extra : sequence of str
        Requirements of the bench file, in addition to those of the wheel.
    tell : callable
        Receives the progress.

    Raises
    ------
    BadInput
        If `name` is none of these.
    CannotBuild
        If pip or git fails.
    """
    path = Path(name)
    if path.suffix == ".whl" and path.is_file():
        return Build(path.name, _environment(path.resolve(), folder, extra, tell))
    if path.is_file() and os.access(path, os.X_OK):
        if extra:
            raise BadInput(f"--with {extra[0]!r}; allowed if all builds are wheels or revisions")
        # Links are not resolved: Python finds its environment by the path that it was started by.
        return Build(name, path.absolute())
    revision = _revision(name)
    if revision is None:
        raise BadInput(
            f"build {name!r}; allowed: a wheel (.whl), a Python executable, "
            "or a git revision of this repository"
        )
    tell(f"building {name}")
    wheel = _wheel(revision, folder)
    label = name if revision.startswith(name) else f"{name} ({revision[:10]})"
    return Build(label, _environment(wheel, folder, extra, tell))


def _revision(name: str) -> str | None:
    """Return the commit that git knows by `name`."""
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return None
    return found.stdout.strip() if found.returncode == 0 else None


def _wheel(revision: str, folder: Path) -> Path:
    with tempfile.TemporaryDirectory() as scratch:
        sources = Path(scratch) / "sources"
        # A clone, because git records a work tree in the user's repository.
        _run(["git", "clone", "--quiet", "--shared", "--no-checkout", _repository(), str(sources)])
        _run(["git", "-C", str(sources), "checkout", "--quiet", "--detach", revision])
        wheels = folder / "wheel"
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        _run([*pip, "--wheel-dir", str(wheels), str(sources)])
    (wheel,) = wheels.glob("*.whl")
    return wheel


def _repository() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True
    )
    return found.stdout.strip()


def _environment(
    wheel: Path, folder: Path, extra: Sequence[str], tell: Callable[[str], None]
) -> Path:
    tell(f"installing {wheel.name}")
    where = folder / "environment"
    _run([sys.executable, "-m", "venv", str(where)])
    python = where / ("Scripts" if os.name == "nt" else "bin") / "python"
    _run([str(python), "-m", "pip", "install", "--quiet", str(wheel), *extra])
    return python


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        output = (done.stderr.strip() or done.stdout.strip()).splitlines()[-15:]
        raise CannotBuild("\n".join([f"{' '.join(command[:6])} ... failed:", *output]))
