"""Fixtures of the tests of single backends."""

import math

import pytest

from polyconv._machine import Caches
from polyconv.backends.separable import planner as separable
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


@pytest.fixture
def separable_caches(monkeypatch):
    """Return a function that sets the sizes of the caches for which is planned."""

    def forget():
        separable.tiling_of.cache_clear()
        separable._plan_of.cache_clear()

    def use(l2):
        forget()
        monkeypatch.setattr(separable, "caches", lambda: Caches(1 << 12, l2, 1 << 24))

    yield use
    forget()


@pytest.fixture
def fused(separable_caches, monkeypatch):
    """Fuse the passes over the shortest rows that the kernels take."""
    monkeypatch.setattr(separable.TUNING, "FUSED_VECTORS", 1)
    monkeypatch.setattr(separable.TUNING, "FUSED_TAPS", dict.fromkeys((16, 32, 64), 9))
    # That of the other vendor.
    monkeypatch.setattr(separable.TUNING, "FUSED_PREFETCHES", not separable.TUNING.FUSED_PREFETCHES)
    monkeypatch.setattr(separable, "_is_beyond_l2", lambda p: True)
    separable_caches(1 << 20)
