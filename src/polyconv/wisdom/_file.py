"""Wisdom on disk: one JSON file that many processes may read and write at once.

A writer takes a lock, reads the file again, adds what it knows, and puts a whole new file in the
place of the old one. So a reader never sees half a file, and no writer's entries are lost. The lock
belongs to an open file and ends with the process that holds it, however that ends. A file that
cannot be understood is never overwritten: it is renamed first.
"""

import json
import os
import secrets
import shutil
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from ._document import BadDocument, Entry, Table, as_document, entries_of

__all__ = ["read", "rewrite"]

# Seconds to wait for other writers, each of which takes milliseconds.
_PATIENCE = 30.0


def read(path: Path) -> tuple[list[Entry], list[str]]:
    """The entries of a file, and the reasons why others were not believed.

    Raises
    ------
    BadDocument
        If it is damaged, or no document of this schema.
    OSError
        If it cannot be read, or does not exist.
    """
    _require_plain(path)
    try:
        found = list(entries_of(json.loads(path.read_bytes())))
    except BadDocument:
        raise
    except (ValueError, RecursionError) as error:
        raise BadDocument(f"it is damaged: {error}") from None
    good = [entry for entry in found if isinstance(entry, Entry)]
    return good, [reason for reason in found if isinstance(reason, str)]


def rewrite(path: Path, change: Callable[[list[Entry]], Table]) -> None:
    """Replace a file by what `change` makes of its entries, while no other writer may.

    Warns
    -----
    RuntimeWarning
        If what the file held is not understood. A copy under another name keeps it.

    Raises
    ------
    OSError
        If the file cannot be read or written, or other writers do not end.
    """
    path = Path(os.path.realpath(path))
    _require_plain(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        complaint = None
        try:
            entries, rejected = read(path)
            if rejected:
                aside = _set_aside(path)
                complaint = (
                    f"{len(rejected)} entries of the wisdom in {path} are not understood and were "
                    f"left out, the first because it {rejected[0]}; {aside} keeps them"
                )
        except FileNotFoundError:
            entries = []
        except BadDocument as error:
            entries, aside = [], _set_aside(path)
            complaint = f"the wisdom in {path} was not used: {error}; {aside} keeps it"
        _replace(path, as_document(change(entries)))
    if complaint is not None:
        warnings.warn(complaint, RuntimeWarning, stacklevel=4)


def _require_plain(path: Path) -> None:
    """Refuse directories and devices, of which the latter would be replaced by a file."""
    if path.exists() and not path.is_file():
        raise OSError(f"{str(path)!r} is not a regular file, which wisdom must be")


def _set_aside(path: Path) -> Path:
    """A copy under a name that tells its content, so that it is made once."""
    import hashlib  # a millisecond, for what hardly ever happens

    content = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    aside = path.with_name(f"{path.name}.aside-{content}")
    if not aside.exists():
        partial = aside.with_name(f"{aside.name}.part")
        shutil.copy2(path, partial)
        partial.replace(aside)
    return aside


def _replace(path: Path, document: dict[str, Any]) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with fresh.open("x", encoding="utf-8") as file:
            json.dump(document, file, indent=1, allow_nan=False)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    if os.name == "posix":  # else the new name itself may not survive a loss of power
        directory = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock beside `path`. Its file stays: were it removed, two could hold "the" lock."""
    with path.with_name(f"{path.name}.lock").open("ab") as file:
        deadline = time.monotonic() + _PATIENCE
        while not _try_lock(file):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{file.name} has been locked for {_PATIENCE:.0f} s")
            time.sleep(0.005)
        try:
            yield
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
