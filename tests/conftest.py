"""Fixtures and settings of all tests: each backend, hypothesis profiles, no wisdom from outside."""

import gc
import importlib
import signal
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from polyconv import _registry, wisdom
from polyconv.backends import ADAPTERS, BACKENDS
from support.smearing import Smearing
from support.thinning import mark_slow

_COMMON = {
    "database": None,
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
# Hypothesis draws equal examples in every run: a test must fail because the package changed, not by
# chance.
settings.register_profile("fixed", derandomize=True, max_examples=250, **_COMMON)
# Other examples in every run, and 20 times as many: `pytest --hypothesis-profile nightly`. A
# failure prints the line that reproduces it.
settings.register_profile(
    "nightly", derandomize=False, max_examples=5000, print_blob=True, **_COMMON
)
settings.load_profile("fixed")


# Adapters are held to the same tests where their libraries are installed.
INSTALLED = [adapter for adapter in ADAPTERS if find_spec(adapter.library) is not None]


@pytest.fixture(params=[*BACKENDS, *INSTALLED], ids=lambda backend: backend.name)
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    if request.param.name == "jax":
        # jax refuses problems with fewer workers than CPUs (see test_adapters), and most problems
        # of these tests have one worker.
        monkeypatch.setattr(sys.modules["polyconv.backends.adapters.jax"], "usable_cpus", lambda: 1)
    return request.param


def pytest_configure() -> None:
    """Let SIGINT end child processes, where a shell's background job would inherit its ignoring."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test as slow whose many products the reference computes one by one."""
    marked = item.get_closest_marker("slow_in_python") is not None
    if marked and item.callspec.params["backend"] is BACKENDS[-1]:
        item.add_marker(pytest.mark.slow)


# Parameters of tests that compute the same problem.
SHARING = ("backend", "law")


# First, since pytest deselects by markers in a hook of the same name.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Hold all backends to all laws on one problem before the next; what both share is kept.

    What is not needed for each parameter to be reached is marked slow.
    """
    mark_slow(items)
    places: dict[tuple[Any, ...], int] = {}

    def place(item: pytest.Item) -> int:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        problem = [id(value) for name, value in params.items() if name not in SHARING]
        function = item.nodeid.partition("[")[0]
        key = (function, *problem) if "backend" in params else (function,)
        return places.setdefault(key, len(places))

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Leave the tests out of garbage collections: each takes half a second with 39,000 of them."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_wisdom(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in ("POLYCONV_WISDOM", "POLYCONV_WISDOM_SYSTEM"):
        monkeypatch.delenv(variable, raising=False)
    wisdom.forget_wisdom()
    yield
    wisdom.forget_wisdom()


@pytest.fixture
def cost_model(monkeypatch: pytest.MonkeyPatch):
    """Return a function that imports a module of ``benchmarks.cost_model``."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1]))
    return lambda name: importlib.import_module(f"benchmarks.cost_model.{name}")


@pytest.fixture
def smearing(monkeypatch: pytest.MonkeyPatch) -> Smearing:
    """Return a backend that is no dot product, added to the list from which auto chooses."""
    added = Smearing()
    monkeypatch.setattr(_registry, "_own", (*BACKENDS[:-1], added, *BACKENDS[-1:]))
    return added


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs a command in this process, without wisdom from outside."""
    from typer.testing import CliRunner

    from polyconv.cli._app import app

    monkeypatch.delenv("POLYCONV_WISDOM", raising=False)

    def command(*arguments: object, **options: object):
        return CliRunner().invoke(app, [*map(str, arguments)], **options)

    return command
