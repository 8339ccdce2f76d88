"""Choose the tests of a product of parameters that run with ``-m "not slow"``.

A test that takes each backend times each dtype times each padding mode has hundreds of
combinations. Those kept hold every value of every list of parameters, with other values of the
other lists in turn: every backend, level, dtype, rank, padding mode and layout of a test is
reached, and not every combination. A test with a single list keeps it. What a test marks as slow
itself stays so. The whole suite runs all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

import pytest

# Combinations of one test function that are all kept: too few to be worth a choice.
SMALL = 4
# Combinations that keep each value. Two would be 1,700 tests more (2026-11-30).
TIMES = 1


def choices(item: pytest.Item) -> list[Hashable]:
    """Return for each list of parameters its values in a test: those of a row."""
    left = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    rows = []
    for mark in item.iter_markers("parametrize"):
        names = mark.args[0] if mark.args else mark.kwargs["argnames"]
        if isinstance(names, str):
            names = [name.strip() for name in names.split(",")]
        rows.append((*names, *(id(left.pop(name)) for name in names if name)))
    return rows + [(name, id(value)) for name, value in left.items()]


def covering(tests: Sequence[Iterable[Hashable]], times: int = TIMES) -> set[int]:
    """Return places of few `tests`, which hold every choice of all tests `times` times."""
    holders = defaultdict(list)
    for place, held in enumerate(tests):
        for choice in held:
            holders[choice].append(place)
    kept: set[int] = set()
    seen: Counter[Hashable] = Counter()
    # Rare choices leave the least freedom, so they come first.
    for choice, places in sorted(holders.items(), key=lambda each: len(each[1])):
        while seen[choice] < min(times, len(places)):
            # The test whose choices have been kept the fewest times; the first of equals.
            best = min(
                (place for place in places if place not in kept),
                key=lambda place: sum(seen[other] for other in tests[place]),
            )
            kept.add(best)
            seen.update(tests[best])
    return kept


def mark_slow(items: Iterable[pytest.Item]) -> None:
    """Mark tests of large products of parameters as slow, except those that hold every value."""
    functions = defaultdict(list)
    for item in items:
        if item.get_closest_marker("slow") is None:
            functions[item.nodeid.partition("[")[0]].append(item)
    for tests in functions.values():
        if len(tests) > SMALL:
            kept = covering([choices(test) for test in tests])
            for place, test in enumerate(tests):
                if place not in kept:
                    test.add_marker(pytest.mark.slow)
