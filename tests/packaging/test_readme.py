"""README.md: its examples run, it is short, and its sentence on speed matches the measurements."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAX_WORDS = 600


def test_examples():
    # Examples whose output is a time stand in blocks that no prompt of doctest opens.
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 10
    assert result.failed == 0


def test_it_is_read_in_two_minutes():
    assert len(README.split()) <= MAX_WORDS


def test_the_commands_that_ci_runs():
    assert "pip install '.[test]' && pytest" in README
    assert "pip install '.[race]' && polyconv race" in README


def test_the_speed_is_that_of_the_measurements(generator):
    peers = (ROOT / "docs" / "measured" / "peers_1.md").read_text(encoding="utf-8")
    module = generator("performance")
    assert module.updated(README, peers) == README, "run: python docs/generators/performance.py"


PEERS = """\
Xeon, v4; 1 worker on CPU 1; 2026-01-02 03:04 UTC

| class | mean ratio |
| --- | ---: |
| dense | 9.00 |

### dense

| workload | polyconv | torch | scipy | ratio | either layout | best peer |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| a/one | 8 (direct) | **2** | 1 | 4.00 | 5.00 | torch native, channels_last |
| a/two | 8 (direct) | **9** | - | 0.25 | 0.30 | torch contiguous |

| microseconds per call | planned | plain call | torch | scipy | jax | mnn |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| a/two | 8.0 | 9.0 | 7.0 | 9.0 | 9.00 | 9.0 |

### transposed

| workload | polyconv | torch | scipy | ratio |
| --- | ---: | ---: | ---: | ---: |
| a/three | 8 (direct) | **1** | - | 8.00 |
"""


def test_speed_is_read_from_the_tables_of_workloads(generator):
    figures = generator("performance").speed(PEERS)
    assert (figures.workloads, figures.mean, figures.worst, figures.slower) == (2, 1, 0.25, 1)
    assert figures.libraries == ("torch", "scipy")


def test_speed_without_workloads_is_refused(generator):
    with pytest.raises(ValueError, match="no table"):
        generator("performance").speed("# Nothing")


def test_a_page_without_a_place_for_the_speed_is_refused(generator):
    with pytest.raises(ValueError, match="lacks"):
        generator("performance").updated("# Nothing", PEERS)


def test_badges_and_logo_are_up_to_date(generator):
    logo = generator("logo")
    static = ROOT / "docs" / "_static"
    for name, text in {"logo.svg": logo.logo(), **logo.badges()}.items():
        assert (static / name).read_text(encoding="utf-8") == text, (
            "run: python docs/generators/logo.py"
        )
