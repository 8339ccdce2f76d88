"""Fixtures of the tests of single backends."""

import math

import pytest

from polyconv.backends.winograd import backend, planner
from polyconv.backends.winograd.cook_toom import TRANSFORMS


@pytest.fixture
def only(monkeypatch):
    """Leave a single transform to choose, and either channels or tiles in the lanes."""

    def leave(transform, in_lanes=None):
        monkeypatch.setattr(planner, "TRANSFORMS", {transform: TRANSFORMS[transform]})
        if in_lanes is not None:
            time = math.inf if in_lanes == "tiles" else 0.0
            monkeypatch.setattr(planner, "time_in_tiles_units", lambda tiling: time)
        forget()

    def forget():
        for cached in ("_transforms", "kernel_sizes", "_bounds", "tiling_of", "channels_tiling_of"):
            getattr(planner, cached).cache_clear()
        backend._plan.cache_clear()

    yield leave
    forget()
