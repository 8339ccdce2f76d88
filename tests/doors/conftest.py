"""Fixtures of the tests of the doors."""

from types import SimpleNamespace

import numpy as np
import pytest

from polyconv.scipy.ndimage import _passes


@pytest.fixture
def poisoned_passes(monkeypatch):
    """Fill workspaces with NaN, so that a tile which reads what it has not packed is seen."""

    def empty(size, dtype):
        return np.full(size, 0xFF, dtype)

    stand_in = SimpleNamespace(**{name: getattr(np, name) for name in dir(np) if name[0] != "_"})
    stand_in.empty = empty
    monkeypatch.setattr(_passes, "np", stand_in)
