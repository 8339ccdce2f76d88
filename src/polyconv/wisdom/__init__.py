"""Measured timings, remembered: what `polyconv.find` learns and `polyconv.choose` uses.

Timings are kept in memory. They are read from and written to a file only on request: by `load` and
`save`, or for every measurement of a process by ``POLYCONV_WISDOM=path`` in its environment. A
second file, ``POLYCONV_WISDOM_SYSTEM=path``, is read and never written; it is used for problems of
which the user's own wisdom has no timings. Both are read when wisdom is first needed, not on
import.

Wisdom also holds unit times of the machine, which ``polyconv tune --machine`` measures. The cost
model scales its rates by them. They are loaded, saved and forgotten together with the timings.

Timings belong to a machine (processor, vector instructions, CPUs) and to versions (polyconv, NumPy,
SciPy, BLAS). Timings of other machines or versions are kept and exported again, but never decide.

`_document` defines the JSON, `_file` reads and writes files, `_store` holds the timings in memory.
"""

import json
import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from polyconv._model import use_units
from polyconv._problem import Problem

from ._document import BadDocument, Entry, as_document, entries_of, unit_fault
from ._file import read, rewrite
from ._store import Imported, Store

__all__ = [
    "Imported",
    "default_path",
    "export_wisdom",
    "forget_wisdom",
    "import_wisdom",
    "info",
    "load",
    "recall",
    "recall_machine",
    "record",
    "record_machine",
    "save",
]

_VARIABLE, _SYSTEM_VARIABLE = "POLYCONV_WISDOM", "POLYCONV_WISDOM_SYSTEM"

_store = Store(use_units)
# True once the files that the environment names have been read.
_opened = False
_opening = Lock()


def default_path() -> Path:
    """Return the path that `load` and `save` use if none is given.

    Returns
    -------
    Path
        ``POLYCONV_WISDOM`` where that is set, else ``wisdom.json`` in the user's data directory.

    Raises
    ------
    ModuleNotFoundError
        If the variable is not set and platformdirs, which knows that directory, is missing.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.default_path().suffix
    '.json'
    """
    named = _path_in(_VARIABLE)
    if named is not None:
        return named
    try:
        from platformdirs import user_data_path
    except ImportError:
        raise ModuleNotFoundError(
            "no path was given, and platformdirs, which knows the usual place for wisdom, is "
            f"missing; allowed: a path, {_VARIABLE}, or pip install 'polyconv[wisdom]'",
            name="platformdirs",
        ) from None
    return Path(user_data_path("polyconv", appauthor=False), "wisdom.json")


def load(path: str | os.PathLike[str] | None = None) -> Imported:
    """Take up the timings of a file; the file is left as it is.

    Parameters
    ----------
    path : path, optional
        By default `default_path`, which need not exist.

    Returns
    -------
    Imported
        Counts of problems, as for `import_wisdom`.

    Warns
    -----
    RuntimeWarning
        If the file is damaged, none of ours, or of a later version of polyconv.

    Raises
    ------
    OSError
        If a file that was named cannot be read.

    Examples
    --------
    >>> import tempfile, numpy as np
    >>> from polyconv import find, wisdom
    >>> timings = find(np.ones((1, 9)), np.ones((1, 1, 3)), budget=0.01)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = wisdom.save(folder + "/wisdom.json")
    ...     wisdom.forget_wisdom()
    ...     wisdom.load(path).taken
    1
    """
    _open()
    where = default_path() if path is None else Path(path).expanduser()
    if path is None and not where.exists():
        return Imported()
    return _store.take(_entries_in(where))


def save(path: str | os.PathLike[str] | None = None) -> Path:
    """Add what is remembered to a file.

    The file is read again, both are united, and a new file takes its place in one step; others may
    do the same at the same time. The faster of two times of a backend stays.

    Parameters
    ----------
    path : path, optional
        By default `default_path`. Missing folders are made.

    Returns
    -------
    Path
        The file.

    Warns
    -----
    RuntimeWarning
        If what the file held is not understood; it is kept under another name, which the warning
        tells.

    Raises
    ------
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from polyconv import wisdom
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     wisdom.save(folder + "/wisdom.json").name
    'wisdom.json'
    """
    _open()
    where = default_path() if path is None else Path(path).expanduser()
    rewrite(where, _store.united_with)
    return where


def export_wisdom() -> dict[str, Any]:
    """All that is remembered, as a document for `import_wisdom`, here or elsewhere.

    Returns
    -------
    dict
        It consists of dicts, lists, strings, numbers and None, as `json.dumps` takes them. It holds
        imported timings of other machines and versions, but not those of
        ``POLYCONV_WISDOM_SYSTEM``.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.forget_wisdom()
    >>> wisdom.export_wisdom()
    {'format': 'polyconv wisdom', 'schema': 2, 'entries': []}
    """
    _open()
    return as_document(_store.table())


def import_wisdom(document: Mapping[str, Any] | str | bytes) -> Imported:
    """Take up timings that `export_wisdom` gave.

    Parameters
    ----------
    document : mapping, or str or bytes of JSON
        The document.

    Returns
    -------
    Imported
        Counts of problems: taken, merged with what was known of them, and the reasons for those
        that were rejected. Timings of other machines and versions are kept, but never decide.

    Raises
    ------
    ValueError
        If it is no such document, or one of a later version; nothing is taken then.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import find, wisdom
    >>> wisdom.forget_wisdom()
    >>> timings = find(np.ones((1, 9)), np.ones((1, 1, 3)), budget=0.01)
    >>> document = wisdom.export_wisdom()
    >>> wisdom.import_wisdom(document)
    Imported(taken=0, merged=1, rejected=(), elsewhere=0, machines=0)
    """
    _open()
    if isinstance(document, (str, bytes, bytearray)):
        try:
            document = json.loads(document)
        except (ValueError, RecursionError) as error:
            raise BadDocument(f"document is not JSON: {error}") from None
    try:
        found = list(entries_of(document))
    except BadDocument as error:
        raise BadDocument(f"document cannot be imported: {error}") from None
    imported = _store.take(found)
    _keep()
    return imported


def forget_wisdom(path: str | os.PathLike[str] | None = None) -> None:
    """Forget all timings, and the unit times of machines.

    Parameters
    ----------
    path : path, optional
        A file to empty, too. By default only this process forgets.

    Raises
    ------
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.forget_wisdom()
    >>> wisdom.info()["problems"]
    0
    """
    # Files of the environment that have not been read yet must not bring timings back.
    global _opened
    _opened = True
    _store.forget()
    if path is not None:
        rewrite(Path(path).expanduser(), lambda entries: {})


def info() -> dict[str, Any]:
    """Return the numbers of remembered problems and timings, and the paths of their files.

    Returns
    -------
    dict
        ``problems`` and ``timings``: numbers of those measured on this machine with these
        versions. ``elsewhere``: problems measured on others. ``system``: problems in the read-only
        file that were measured here. ``machine``: True if unit times of this machine are known.
        ``path``, ``system_path``: the files that the environment names, or None.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> sorted(wisdom.info())
    ['elsewhere', 'machine', 'path', 'problems', 'system', 'system_path', 'timings']
    """
    _open()
    paths = {"path": _path_in(_VARIABLE), "system_path": _path_in(_SYSTEM_VARIABLE)}
    return {
        **_store.counts(),
        "machine": bool(_store.recall_machine()),
        **{k: None if p is None else str(p) for k, p in paths.items()},
    }


def record(problem: Problem, seconds: Mapping[str, float]) -> None:
    """Remember what was measured of a problem on this machine, as `polyconv.find` does.

    Parameters
    ----------
    problem : Problem
        The problem; `Plan.problem` is one.
    seconds : mapping of str to float
        Backend -> seconds of one call with prepared weights; infinite for a backend that was
        passed over as hopeless. The faster of two measurements stays.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import plan, wisdom
    >>> wisdom.forget_wisdom()
    >>> problem = plan((1, 9), np.ones((1, 1, 3)), backend="direct").problem
    >>> wisdom.record(problem, {"direct": 2e-6, "naive": float("inf")})
    >>> wisdom.record(problem, {"direct": 1e-6})
    >>> wisdom.recall(problem)
    {'direct': 1e-06, 'naive': inf}
    """
    _open()
    _store.record(problem, seconds)
    _keep()


def recall(problem: Problem) -> dict[str, float]:
    """Return the times of a problem measured on this machine, with these versions.

    Parameters
    ----------
    problem : Problem
        The problem. Options that cannot change a time, such as `flip`, may differ from those of the
        recorded problem.

    Returns
    -------
    dict
        Backend -> seconds of one call with prepared weights; infinite for one that was passed over
        as hopeless. Empty if nothing is known.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv import find, plan, wisdom
    >>> wisdom.forget_wisdom()
    >>> x, w = np.ones((1, 9)), np.ones((1, 1, 3))
    >>> problem = plan(x, w, backend="direct").problem
    >>> wisdom.recall(problem)
    {}
    >>> timings = find(x, w, budget=0.01)
    >>> "direct" in wisdom.recall(problem)
    True
    """
    _open()
    return _store.recall(problem)


def record_machine(seconds: Mapping[str, float]) -> None:
    """Remember unit times of this machine, as ``polyconv tune --machine`` does.

    Parameters
    ----------
    seconds : mapping of str to float
        Seconds of each unit of work, by its name in `polyconv._units.UNITS`. The faster of two
        measurements stays.

    Raises
    ------
    ValueError
        If a time is not between 1e-15 and 1 s.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.forget_wisdom()
    >>> wisdom.record_machine({"cycle": 0.3e-9})
    >>> wisdom.recall_machine()
    {'cycle': 3e-10}
    >>> wisdom.forget_wisdom()
    """
    if isinstance(seconds, Mapping):  # scalars of NumPy are numbers, but none of a document's
        seconds = {
            unit: time.item() if isinstance(time, np.generic) else time
            for unit, time in seconds.items()
        }
    fault = unit_fault(seconds)
    if fault:
        raise ValueError(f"seconds={seconds!r} {fault}")
    _open()
    _store.record_machine(seconds)
    _keep()


def recall_machine() -> dict[str, float]:
    """Return the unit times of this machine, by which the cost model scales its rates.

    Returns
    -------
    dict
        Unit -> seconds; empty if the machine was not measured with these versions.

    Examples
    --------
    >>> from polyconv import wisdom
    >>> wisdom.forget_wisdom()
    >>> wisdom.recall_machine()
    {}
    """
    _open()
    return _store.recall_machine()


def knows_problems() -> bool:
    """Return True if any problem has timings, so that measurements may decide."""
    if not _opened:
        _open()
    return _store.knows_problems


def generation() -> int:
    """Return a number that changes with every change of the timings, for keys of caches."""
    if not _opened:  # every `conv` comes here, so the call of `_open` is avoided
        _open()
    return _store.generation


def _path_in(variable: str) -> Path | None:
    """Return the path that an environment variable names, or None."""
    name = os.environ.get(variable)
    return Path(name).expanduser() if name else None


def _open() -> None:
    """Read the files that the environment names, once."""
    global _opened
    if _opened:
        return
    with _opening:
        if _opened:
            return
        try:
            _read_environment()
        finally:
            _opened = True


def _read_environment() -> None:
    own, system = _path_in(_VARIABLE), _path_in(_SYSTEM_VARIABLE)
    for path in (system, own):
        # The user's own file need not exist before the first measurement.
        if path is None or (path is own and not path.exists()):
            continue
        try:
            entries = _entries_in(path)
        except OSError as error:
            warnings.warn(
                f"wisdom cannot be read from {path}: {error}", RuntimeWarning, stacklevel=4
            )
            continue
        if path is own:
            _store.take(entries)
        else:
            _store.take_read_only(entry for entry in entries if isinstance(entry, Entry))


def _entries_in(path: Path) -> list[Entry | str]:
    """Return a file's entries, and the reasons why others were rejected; warn if it has none."""
    try:
        entries, rejected = read(path)
    except BadDocument as error:
        warnings.warn(
            f"the wisdom in {path} was not used: {error}; the file is left as it is",
            RuntimeWarning,
            stacklevel=3,
        )
        return [str(error)]
    return [*entries, *rejected]


def _keep() -> None:
    """Write new timings to the environment's file; warn on failure, so that no result is lost."""
    path = _path_in(_VARIABLE)
    if path is None:
        return
    try:
        rewrite(path, _store.united_with)
    except OSError as error:
        warnings.warn(
            f"wisdom cannot be written to {path}: {error}; it is kept in memory",
            RuntimeWarning,
            stacklevel=3,
        )
