"""Fixtures of the tests of the doors."""

from types import SimpleNamespace

import numpy as np
import pytest

from polyconv import _thread_pool


@pytest.fixture
def poisoned_passes(monkeypatch):
    """Fill workspaces with NaN, so that a tile which reads what it has not packed is seen."""

    def empty(size, dtype):
        return np.full(size, 0xFF, dtype)

    stand_in = SimpleNamespace(**{name: getattr(np, name) for name in dir(np) if name[0] != "_"})
    stand_in.empty = empty
    monkeypatch.setattr(_thread_pool, "np", stand_in)
