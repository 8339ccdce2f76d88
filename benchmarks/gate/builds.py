"""What is compared: two builds, each installed where nothing but itself can be imported.

A build is named by a wheel, by a Python executable of an environment that holds it, or by a git
revision of the repository that the command is run in. Wheels get a fresh virtual environment with
the requirements that they name; revisions are first built to wheels. pip does both, as its own
settings and environment variables tell it to.
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
    """A build could not be made or installed; the text ends with what was said last."""


@dataclass(frozen=True)
class Build:
    """One of the two: how reports call it, and the interpreter that imports it."""

    label: str
    python: Path


def install(name: str, folder: Path, extra: Sequence[str], tell: Callable[[str], None]) -> Build:
    """Make the build that a user calls `name` ready.

    Parameters
    ----------
    name : str
        A wheel, a Python executable, or a git revision.
    folder : Path
        Where its environment may stand.
    extra : sequence of str
        Requirements beside those of the wheel, for the bench file.
    tell : callable
        Hears what is being done.

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
            raise BadInput(f"--with {extra[0]!r}; allowed where both are wheels or revisions")
        # Not resolved: an environment is known by the link that its python is called by.
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
    """The commit that git knows by `name`."""
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
        # A clone, for a work tree would be noted in the user's repository.
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
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-15:]
        raise CannotBuild("\n".join([f"{' '.join(command[:6])} ... failed:", *said]))
