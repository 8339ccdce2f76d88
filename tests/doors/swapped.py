"""pytest plugin: another library's tests, with its functions replaced by polyconv's.

`peers.py` beside this file runs the suites; ``python tests/doors/peers.py --help`` tells how. The
plugin replaces functions before any test module is imported, and marks the tests that are expected
to fail, each with its reason. A listed test that passes is an error, and so is a list longer than
1 % of the selected tests.
"""

import tomllib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

EXPECTED_FAILURES = Path(__file__).with_name("expected_failures.toml")
MAX_EXPECTED = 0.01  # of the selected tests

_entered = pytest.StashKey[ExitStack]()
_failures = pytest.StashKey[Mapping[str, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--door", help="module with `installed`, such as polyconv.scipy.ndimage")
    parser.addoption("--library", help="module whose functions it replaces")
    parser.addoption("--suite", help="table of expected_failures.toml")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_entered] = entered = ExitStack()
    suites = tomllib.loads(EXPECTED_FAILURES.read_text(encoding="utf-8"))
    config.stash[_failures] = suites.get(config.getoption("--suite"), {})
    door = config.getoption("--door")
    if door is not None:
        entered.enter_context(
            swapped_in(import_module(door), import_module(config.getoption("--library")))
        )


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_entered].close()


def swapped_in(door: ModuleType, theirs: ModuleType) -> ExitStack:
    """Return the context in which a door's functions replace those of the same names."""
    names = [name for name in door.__all__ if hasattr(theirs, name)]
    originals = {name: getattr(theirs, name) for name in names}
    with ExitStack() as stack:
        stack.enter_context(door.installed())
        for name, original in originals.items():
            replacement = getattr(theirs, name)
            if replacement is original:
                raise pytest.UsageError(f"{theirs.__name__}.{name} was not replaced")
            copy_capabilities(original, replacement)
        return stack.pop_all()
    raise AssertionError


def copy_capabilities(original: Callable[..., Any], replacement: Callable[..., Any]) -> None:
    """Enter a replacement in the table by which SciPy's tests choose array libraries."""
    try:
        from scipy._lib._array_api import xp_capabilities_table as table
    except ImportError:  # before SciPy 1.17
        return
    if original in table:
        table[replacement] = table[original]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    failures = config.stash[_failures]
    selected = {test_of(item) for item in items}
    # If only a part of a suite runs, only its tests can be looked for.
    whole = not (config.getoption("keyword") or config.getoption("markexpr"))
    if whole and (unknown := sorted(set(failures) - selected)):
        raise pytest.UsageError(f"expected to fail, but not there: {', '.join(unknown)}")
    if whole and len(failures) > MAX_EXPECTED * len(items):
        raise pytest.UsageError(
            f"{len(failures)} tests are expected to fail; "
            f"allowed: {MAX_EXPECTED:.0%} of {len(items)}"
        )
    for item in items:
        reason = failures.get(test_of(item))
        if reason is not None:
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))


def test_of(item: pytest.Item) -> str:
    """Return a test's name in the list: its file, class and function, with parameters."""
    return f"{item.path.name}::{item.nodeid.partition('::')[2]}"


test_of.__test__ = False  # type: ignore[attr-defined]
