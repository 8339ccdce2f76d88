"""The tests of ``pytest -m "not slow"`` are few, and reach everything at least once."""

import subprocess
import sys
from pathlib import Path

import pytest

from polyconv.backends import BACKENDS
from support.thinning import covering

ROOT = Path(__file__).parents[2]
# Maximum number of such tests. On 2026-11-30 there are 6,000; each takes 2 ms of pytest's own time
# on a Zen 4 core.
MAX_TESTS = 7000
# Texts, each of which is part of the name of some conformance test.
RANKS = ["1-D", "2-D", "3-D"]
DTYPES = ["float16", "float32", "float64", "complex64", "complex128", "int8", "int64", "uint64"]
MODES = ["zeros", "constant", "reflect", "symmetric", "edge", "wrap"]
LAYOUTS = ["channels_first", "channels_last"]
# The highest level is that of the processor's own tests.
LEVELS = ["base", "v3", "v4"]


@pytest.mark.slow
def test_the_tests_that_are_not_slow_are_few_and_reach_everything():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "not slow", "tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    names = [line for line in done.stdout.splitlines() if line.startswith("tests/")]
    assert 1000 < len(names) <= MAX_TESTS
    conformance = [name for name in names if name.startswith("tests/conformance/")]
    used = {
        part
        for name in conformance
        for part in name.partition("[")[2].rpartition("]")[0].replace(", ", "-").split("-")
    }
    wanted = [*(backend.name for backend in BACKENDS), *DTYPES, *MODES, *LAYOUTS, *LEVELS]
    assert not [word for word in wanted if word not in used]
    assert not [rank for rank in RANKS if not any(rank in name for name in conformance)]


def test_a_covering_holds_every_choice_and_varies_the_others():
    backends, dtypes, modes = ("ab", "xyz", range(6))
    product = [(b, d, m) for b in backends for d in dtypes for m in modes]
    kept = [product[place] for place in covering(product)]
    assert len(kept) == len(modes)
    for position, values in enumerate((backends, dtypes, modes)):
        assert {each[position] for each in kept} == set(values)
    # No backend and no dtype has more than its share.
    assert [sum(each[0] == b for each in kept) for b in backends] == [3, 3]
    assert [sum(each[1] == d for each in kept) for d in dtypes] == [2, 2, 2]
    assert len(covering(product, 2)) == 2 * len(modes)
    assert covering([(n,) for n in range(9)]) == set(range(9))
