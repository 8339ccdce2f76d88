"""Effects of the environment: the instruction-set level, and the contents of new memory."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from polyconv._machine import model_in
from support.agreement import slow_but, slow_but_first

TESTS = Path(__file__).parents[1]
LEVELS = ("base", "v3", "v4")


def run_python(*arguments, **environment):
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("POLYCONV_", "MALLOC_"))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=TESTS,
        env=inherited | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("sizes", slow_but_first(["few", "levels"]))
# The highest level is that of the other tests where the processor has it.
@pytest.mark.parametrize("level", slow_but(LEVELS, "base", "v3"))
def test_conformance_at_each_level(level, sizes):
    done = run_python("-m", "support.compact", sizes, POLYCONV_ISA=level)
    if "does not have it" in done.stderr:
        assert level != "base"
        assert done.returncode != 0
        assert "ImportError: POLYCONV_ISA" in done.stderr
        pytest.skip(f"this processor does not have {level}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [level]


@pytest.mark.parametrize("level", slow_but_first(["V3", "v5", "avx2", "0"]))
def test_an_unknown_level_is_an_error_that_names_the_variable(level):
    done = run_python("-c", "import polyconv", POLYCONV_ISA=level)
    assert done.returncode != 0
    assert "ImportError: POLYCONV_ISA" in done.stderr
    assert level in done.stderr
    for allowed in LEVELS:
        assert allowed in done.stderr.splitlines()[-1]


@pytest.mark.slow
def test_an_empty_level_is_none():
    done = run_python("-c", "import polyconv", POLYCONV_ISA="")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="only glibc fills memory when it is told to"
)
@pytest.mark.parametrize("fill", ["165", "1"])
def test_nothing_depends_on_what_fresh_memory_holds(fill):
    # glibc fills allocated memory with the complement of the byte, and freed memory with the byte:
    # 0x5A and 0xA5 give plausible numbers, 0xFE and 0x01 huge and tiny ones.
    done = run_python("-m", "support.compact", "all", MALLOC_PERTURB_=fill)
    assert done.returncode == 0, done.stderr


def test_importing_writes_nothing_and_starts_no_threads(tmp_path):
    script = "import threading, polyconv; assert threading.active_count() == 1"
    done = run_python("-B", "-c", script, HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert not done.stdout
    assert list(tmp_path.iterdir()) == []


def test_processors_without_a_name_are_distinguished():
    named = "processor\t: 0\nmodel name\t: First\n\nprocessor\t: 1\nmodel name\t: Second\n"
    assert model_in(named) == "First"
    neoverse, cortex = (f"CPU implementer\t: 0x41\nCPU part\t: {p}\n" for p in ("0xd40", "0xd08"))
    assert model_in(neoverse) == f"{platform.machine()} 0x41 0xd40" != model_in(cortex)
    assert model_in("") == platform.machine()
