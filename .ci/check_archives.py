"""Check what is in a wheel and in an sdist, given as files: ``check_archives.py FILE...``."""

import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

# What only the build needs, or only developers.
_NOT_INSTALLED = {".pyx", ".pxd", ".c", ".h", ".build", ".toml", ".a", ".o"}

# Data of the package, in spite of its suffix.
_DATA = {PurePosixPath("polyconv/workloads.toml")}


def check_wheel(path: Path) -> None:
    """A wheel holds the package with types and licence, and nothing that only builds or tests it.

    Raises
    ------
    ValueError
        If it holds too much or too little.
    """
    names = [PurePosixPath(name) for name in zipfile.ZipFile(path).namelist()]
    for name in set(names) - _DATA:
        top = name.parts[0]
        if name.suffix in _NOT_INSTALLED or top.partition("-")[0] != "polyconv":
            raise ValueError(f"{path.name} holds {name}, which nobody needs who runs polyconv")
        if "tests" in name.parts or name.name.startswith("test_"):
            raise ValueError(f"{path.name} holds a test, {name}")
    extensions = [name for name in names if name.suffix in {".so", ".pyd"}]
    stubs = [name.with_name(name.name.partition(".")[0] + ".pyi") for name in extensions]
    if not extensions:
        raise ValueError(f"{path.name} holds no extension module")
    for wanted in (PurePosixPath("polyconv/py.typed"), *_DATA, *stubs):
        if wanted not in names:
            raise ValueError(f"{path.name} lacks {wanted}")
    if not any(name.name == "LICENSE" for name in names):
        raise ValueError(f"{path.name} lacks the licence")


def check_sdist(path: Path) -> None:
    """An sdist holds what builds and tests the package.

    Raises
    ------
    ValueError
        If it holds too little.
    """
    with tarfile.open(path) as archive:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in archive.getnames()}
    for wanted in ("pyproject.toml", "meson.build", "README.md", "LICENSE", "tests/conftest.py"):
        if PurePosixPath(wanted) not in names:
            raise ValueError(f"{path.name} lacks {wanted}")


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]):
        (check_wheel if each.suffix == ".whl" else check_sdist)(each)
        print(f"{each.name}: {each.stat().st_size / 1024:.0f} KiB")
