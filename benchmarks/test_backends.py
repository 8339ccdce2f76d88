"""pytest-benchmark: the backends side by side, one group for each workload.

Run by ``pytest benchmarks``, and not by the ordinary test run.
"""

from .selection import case, supported


def pytest_generate_tests(metafunc):
    """Parametrise by every pair that can be computed, workload by workload."""
    metafunc.parametrize(("workload", "backend"), supported())


def test_planned(benchmark, workload, backend):
    """Time a call with prepared weights into a given buffer."""
    benchmark.group = workload
    ready = case(backend, workload)
    planned = ready.prepare()
    benchmark(planned, ready.x, out=planned(ready.x))
