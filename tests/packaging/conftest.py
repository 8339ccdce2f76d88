"""Fixtures of the tests of what is installed and published."""

import importlib
import sys
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[2] / "docs" / "generators"


@pytest.fixture
def generator(monkeypatch):
    """Import a generator of the site by name, and forget it afterwards: names are common words."""
    monkeypatch.syspath_prepend(str(_FOLDER))
    before = set(sys.modules)
    yield importlib.import_module
    for path in _FOLDER.glob("*.py"):
        if path.stem not in before:
            sys.modules.pop(path.stem, None)
