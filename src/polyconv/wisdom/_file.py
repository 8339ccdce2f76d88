"""Wisdom on disk: one JSON file that many processes may read and write at once.

A writer takes a lock, reads the file again, merges its own entries, and replaces the file by a
complete new one. So a reader never sees half a file, and no writer's entries are lost. The lock is
`fcntl.flock` on an open file beside it; the kernel releases it when its process ends, by a signal
too. A file that cannot be parsed is copied to another name before it is overwritten.
"""

import fcntl
import json
import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ._document import BadDocument, Entry, Table, as_document, entries_of

__all__ = ["read", "rewrite"]

# Maximum seconds to wait for other writers. One writer takes milliseconds.
_LOCK_TIMEOUT = 30.0


def read(path: Path) -> tuple[list[Entry], list[str]]:
    """Return the entries of a file, and the reasons why others were rejected.

    Raises
    ------
    BadDocument
        If it is damaged, or not a document of this schema.
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
    """Replace the entries of a file by ``change(entries)``, under the lock of all writers.

    Warns
    -----
    RuntimeWarning
        If some of the file cannot be parsed. A copy of the file under another name keeps it.

    Raises
    ------
    OSError
        If the file cannot be read or written, or the lock is not free within `_LOCK_TIMEOUT`.
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
    """Refuse directories and devices: `rewrite` would replace a device by a file."""
    if path.exists() and not path.is_file():
        raise OSError(f"{str(path)!r} is not a regular file, which wisdom must be")


def _set_aside(path: Path) -> Path:
    """Copy a file to a name with the hash of its content, so that one content is kept once."""
    # Here, because these imports take milliseconds and damaged files are rare.
    import hashlib
    import shutil

    content = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    aside = path.with_name(f"{path.name}.aside-{content}")
    if not aside.exists():
        partial = aside.with_name(f"{aside.name}.part")
        shutil.copy2(path, partial)
        partial.replace(aside)
    return aside


def _replace(path: Path, document: dict[str, Any]) -> None:
    import shutil  # takes milliseconds, and most processes never write wisdom

    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
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
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)  # without it, a power loss may undo the rename
    finally:
        os.close(directory)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock beside `path`.

    The lock file is never removed: a process that waits on the removed file and one that creates a
    new file would both hold a lock.
    """
    with path.with_name(f"{path.name}.lock").open("ab") as file:
        deadline = time.monotonic() + _LOCK_TIMEOUT
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    message = f"{file.name} has been locked for {_LOCK_TIMEOUT:.0f} s"
                    raise TimeoutError(message) from None
            time.sleep(0.005)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)
