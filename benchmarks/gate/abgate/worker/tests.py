"""Tests that use the fixture ``benchmark`` of pytest-benchmark, as workloads.

pytest collects them once. A request for a workload runs its test; the fixture here, which takes the
place of pytest-benchmark's, serves requests for times in the middle of the test, where fixtures and
data are alive. Then the test goes on to its end, and what it asserts must hold. pytest-benchmark
need not be installed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from .timing import Workload

__all__ = ["TestSource"]

_FIXTURE = "benchmark"


class Benchmark:
    """The fixture: times a function by handing it to `use`."""

    def __init__(self, name: str, use: Callable[[Workload], Any]) -> None:
        self.name = self.fullname = name
        self.group: str | None = None
        self.extra_info: dict[str, Any] = {}
        self.enabled, self.disabled, self.used = True, False, False
        self.stats = SimpleNamespace(stats=None)
        self._use = use

    def __call__(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Time calls of a function; return what it returns."""
        self.used = True
        self._use(Workload(partial(function, *args, **kwargs)))
        return function(*args, **kwargs)

    def pedantic(
        self,
        target: Callable[..., Any],
        args: Any = (),
        kwargs: Any = None,
        setup: Callable[[], Any] | None = None,
        teardown: Callable[..., Any] | None = None,
        rounds: int = 1,
        warmup_rounds: int = 0,
        iterations: int = 1,
    ) -> Any:
        """Time calls of a function, each prepared by `setup`.

        `rounds` and `warmup_rounds` are ignored: the gate chooses them.
        """
        self.used = True
        given = [(tuple(args), dict(kwargs or {}))]

        def before() -> None:
            prepared = setup() if setup is not None else None
            if prepared is not None:
                given[0] = prepared

        def call() -> Any:
            positional, named = given[0]
            return target(*positional, **named)

        self._use(Workload(call, before if setup is not None else None, iterations))
        if setup is not None:
            before()
        result = call()
        if teardown is not None:
            positional, named = given[0]
            teardown(*positional, **named)
        return result

    def weave(self, *_: Any, **__: Any) -> None:
        """Refuse to patch other code: its time is not that of the benchmark."""
        raise NotImplementedError("benchmark.weave and benchmark.patch are not supported")

    patch = weave


class TestSource:
    """The tests of a file or folder that use the fixture.

    Parameters
    ----------
    bench : Path
        The file or the folder.
    """

    __test__ = False

    def __init__(self, bench: Path) -> None:
        self._bench = bench
        self._items: dict[str, pytest.Item] = {}
        self._use: Callable[[Workload], Any] | None = None
        self._serve: Callable[[], None] | None = None
        self._outcome: BaseException | None = None
        self._used = False
        self.broken: dict[str, str] = {}

    def serve(self, serve: Callable[[], None]) -> None:
        """Collect the tests, and call `serve` while pytest's session lasts."""
        self._serve = serve
        # Options of the project's own runs, such as coverage or several processes, would get into
        # the way of times.
        os.environ.pop("PYTEST_ADDOPTS", None)
        options = "-q --no-header --capture=no -p no:cacheprovider -p no:benchmark -o addopts="
        status = pytest.main([str(self._bench), *options.split()], plugins=[self])
        if self._serve is not None:
            raise RuntimeError(f"pytest ended with status {int(status)} before any test")

    def names(self) -> dict[str, Any]:
        """Return the names of all tests with the fixture."""
        names = list(self._items)
        return {"names": names, "quick": names, "memory_only": [], "broken": self.broken}

    def facts(self) -> dict[str, str]:
        """Return nothing: tests tell no facts."""
        return {}

    def run(self, name: str, use: Callable[[Workload], Any]) -> None:
        """Run a test, in the middle of which its workload is used."""
        item = self._items[name]
        self._use, self._outcome, self._used = use, None, False
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if isinstance(self._outcome, pytest.skip.Exception):
            raise NotImplementedError(str(self._outcome))
        if self._outcome is not None:
            raise self._outcome
        if not self._used:
            raise TypeError("the test did not call benchmark")

    # Hooks of pytest.

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the marker of pytest-benchmark known."""
        config.addinivalue_line("markers", "benchmark: options of pytest-benchmark")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note the files that cannot be imported."""
        if report.failed:
            last = str(report.longrepr).strip().splitlines()[-1]
            self.broken[report.nodeid] = last[:300]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Answer requests instead of running all tests."""
        folder = self._bench if self._bench.is_dir() else self._bench.parent
        for item in session.items:
            if _FIXTURE in getattr(item, "fixturenames", ()):
                path, _, rest = item.nodeid.partition("::")
                file = os.path.relpath(session.config.rootpath / path, folder)
                name = f"{file}::{rest}" if self._bench.is_dir() else rest
                self._items[name] = item
        assert self._serve is not None
        serve, self._serve = self._serve, None
        serve()
        return True

    @pytest.fixture(name=_FIXTURE)
    def _benchmark(self, request: pytest.FixtureRequest) -> Any:
        """Return the object with which a test times its function."""
        assert self._use is not None
        fixture = Benchmark(request.node.name, self._use)
        yield fixture
        self._used = fixture.used

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        """Note why a test failed or was skipped."""
        if call.excinfo is not None and self._outcome is None:
            self._outcome = call.excinfo.value
