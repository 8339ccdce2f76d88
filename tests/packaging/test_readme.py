"""README.md: its examples run, it is short, and its sentence on speed matches the measurements.

So does the table of transposed convolutions and gradients, which comes from the same file.
"""

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


def test_the_table_of_adjoints_is_that_of_the_measurements(generator):
    peers = (ROOT / "docs" / "measured" / "peers_1.md").read_text(encoding="utf-8")
    module, replaced = generator("performance"), generator("marked").replaced
    page = module.ADJOINTS_PAGE.read_text(encoding="utf-8")
    marks = module.ADJOINTS_FIRST, module.ADJOINTS_LAST
    wanted = replaced(page, *marks, module.adjoint_table(peers))
    assert page == wanted, "run: python docs/generators/performance.py"


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

| workload | polyconv | torch | scipy | ratio | best peer |
| --- | ---: | ---: | ---: | ---: | --- |
| a/three | 8 (direct) | **1** | - | 8.00 | torch contiguous |
"""


def test_speed_is_read_from_the_tables_of_workloads(generator):
    figures = generator("performance").speed(PEERS)
    assert (figures.workloads, figures.mean, figures.worst, figures.slower) == (2, 1, 0.25, 1)
    assert figures.libraries == ("torch", "scipy")


ADJOINTS = """
### input_gradients

| workload | polyconv | torch | openvino | ratio | best peer |
| --- | --- | --- | --- | --- | --- |
| a/one:input_gradient | 8.0 (direct) | 4 | **16** | 0.50 | openvino last, channels_last |
| a/two:input_gradient | 8.0 (direct) | **4** | - | 2.00 | torch contiguous |

### weight_gradients

| workload | polyconv | torch | ratio | best peer |
| --- | --- | --- | --- | --- |
| a/one:weight_gradient | 9.0 () | **9** | 1.00 | torch contiguous |
"""


def test_adjoints_are_read_from_the_tables_of_workloads(generator):
    lines = generator("performance").adjoint_table(PEERS + ADJOINTS).splitlines()
    assert lines[0].endswith("; Xeon, v4; 1 worker on CPU 1; 2026-01-02 03:04 UTC:")
    assert lines[4:] == [
        "| transposed convolutions | 1 | 8.00 | 1 | 8.00, `a/three` (torch) | 8.00 |",
        "| gradients of inputs | 2 | 1.00 | 1 | 0.50, `a/one` (openvino) | 2.00 |",
        "| gradients of weights | 1 | 1.00 | 1 | 1.00, `a/one` (torch) | 1.00 |",
    ]
    with pytest.raises(ValueError, match="no workloads of the class input_gradients"):
        generator("performance").adjoint_table(PEERS)


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
