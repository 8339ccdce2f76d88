"""The command ``abgate``: builds, bench files, exit status and reports.

The processes are real; the clock is not. The bench file here replaces it by one that its own calls
advance, so that the measured times are known beforehand.
"""

import doctest
import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import textwrap
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytest.importorskip("rich")

import abgate
from abgate import app, command, limits
from abgate.limits import BadInput
from support import tiny_build_backend
from support.gate import invoke

pytestmark = pytest.mark.skipif(os.name != "posix", reason="interpreters are shell scripts here")

# The environment of each side says how far a call advances the clock.
BENCH = """
import os, random, time

clock = [0.0]
time.perf_counter = lambda: clock[0]
factors = dict(pair.split("=") for pair in os.environ.get("SIDE", "").split())
noise = random.Random(os.getpid())

def timed(name, seconds):
    seconds *= float(factors.get(name, 1))
    def call():
        clock[0] += seconds * (1 + 0.005 * noise.random())
    return call

def bench_alpha():
    return timed("alpha", 3e-3)

def bench_beta():
    if "missing" in factors:
        raise NotImplementedError("no beta here")
    return timed("beta", 5e-3)

def helper():
    raise AssertionError("no workload")

BENCHES = {"gamma/one": lambda: timed("gamma", 4e-3)}
QUICK = ("alpha", "gamma/one")
"""


@pytest.fixture
def side(tmp_path):
    """Make an interpreter with an environment of its own."""

    def make(name, environment):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\nSIDE='{environment}' exec '{sys.executable}' \"$@\"\n")
        path.chmod(0o755)
        return str(path)

    return make


@pytest.fixture
def gate(side, tmp_path):
    """Run the command on two sides; return its result and its JSON."""
    bench = tmp_path / "benches.py"
    bench.write_text(BENCH)

    def run(old, new, *arguments, bench=bench):
        record = tmp_path / "out.json"
        sides = [side("old-python", old), side("new-python", new)]
        result = invoke([*sides, "--bench", str(bench), "--json", str(record), *arguments])
        return result, json.loads(record.read_text()) if record.exists() else None

    return run


def outcomes(record):
    return {row["workload"]: row["outcome"] for row in record["workloads"]}


@pytest.mark.slow
def test_equal_builds(gate):
    result, record = gate("", "")
    assert result.exit_code == 0
    assert outcomes(record) == dict.fromkeys(["alpha", "beta", "gamma/one"], "same")
    assert record["visits"]["made"] == record["visits"]["planned"] > 0
    assert "None of 3 workloads slower" in result.output


@pytest.mark.slow
def test_a_slower_build_is_named_with_ratio_and_interval(gate):
    result, record = gate("", "beta=1.1")
    assert result.exit_code == record["status"] == 1
    assert outcomes(record) == {"alpha": "same", "beta": "slower", "gamma/one": "same"}
    row = record["workloads"][1]
    assert row["low"] <= row["ratio"] <= row["high"]
    assert row["ratio"] == pytest.approx(1.1, rel=2e-3)
    assert re.search(
        r"1 of 3 workloads slower: beta \+\d+\.\d% \(\+.*% to \+.*%\)", record["headline"]
    )


@pytest.mark.slow
def test_which_side_is_old_matters(gate):
    result, record = gate("beta=1.1", "")
    assert result.exit_code == 0
    assert outcomes(record)["beta"] == "faster"


@pytest.mark.slow
def test_a_budget_too_short_is_no_pass(gate):
    result, record = gate("", "", "--budget", "0.01s")
    assert result.exit_code == 2
    assert set(outcomes(record).values()) == {"undecided"}
    fewest = (
        "the budget allowed 1 round, and 10 are the fewest that can decide; allow about --budget"
    )
    assert re.search(rf"3 of 3 workloads undecided: {fewest} \d+s", record["headline"])


@pytest.mark.slow
def test_what_one_build_lacks_is_left_out_and_said(gate):
    result, record = gate("", "missing=1")
    assert result.exit_code == 0
    assert set(outcomes(record)) == {"alpha", "gamma/one"}
    assert "no beta here" in record["left_out"]["beta"]
    assert "Not compared: beta" in result.output


@pytest.mark.slow
def test_quick_and_patterns_select(gate):
    assert set(outcomes(gate("", "", "--quick")[1])) == {"alpha", "gamma/one"}
    assert set(outcomes(gate("", "", "-w", "gamma/*")[1])) == {"gamma/one"}


@pytest.mark.slow
def test_thresholds_differ_between_workloads(gate, tmp_path):
    table = tmp_path / "thresholds.toml"
    table.write_text('[thresholds]\n"*" = "2%"\n"beta" = 0.5\n')
    result, record = gate("", "alpha=1.04 beta=1.04", "--thresholds", str(table))
    assert result.exit_code == 1
    assert outcomes(record) == {"alpha": "slower", "beta": "same", "gamma/one": "same"}
    assert [row["threshold"] for row in record["workloads"]] == [0.02, 0.5, 0.02]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--threshold", "0"], "--threshold '0'; allowed"),
        (["--threshold", "many"], "--threshold 'many'; allowed"),
        (["--budget", "soon"], "--budget 'soon'; allowed"),
        (["--alpha", "100%"], "--alpha '100%'; allowed"),
        (["-w", "delta*"], "--workload 'delta*' matches none; allowed: alpha, beta, gamma/one"),
        (["--thresholds", "nowhere.toml"], "nowhere.toml"),
        (["--html", "nowhere/page.html"], "--html nowhere/page.html; allowed: a file in a folder"),
        (["--markdown", "."], "--markdown .; allowed: a file in a folder that exists"),
        (["--with", "numpy"], "--with 'numpy'; allowed if all builds are wheels or revisions"),
    ],
)
def test_wrong_input_is_named(gate, arguments, message):
    result, record = gate("", "", *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert record is None


@pytest.mark.parametrize(
    ("error", "status"), [(OSError("disk full"), 2), (KeyboardInterrupt(), 130)]
)
def test_a_failure_of_the_gate_itself_is_not_called_slower(monkeypatch, error, status):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(command, "install", fail)
    monkeypatch.setattr(sys, "argv", ["abgate", "a", "b", "--bench", __file__])
    with pytest.raises(SystemExit) as end:
        app.main()
    assert end.value.code == status


def test_what_is_missing_is_named(monkeypatch, capsys):
    monkeypatch.setattr(app, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as end:
        app.main()
    assert end.value.code == 2
    assert "rich missing; install with: pip install rich" in capsys.readouterr().err


def test_a_build_that_is_none_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = invoke(["nonsense", sys.executable, "--bench", __file__])
    assert result.exit_code == 2
    assert "build 'nonsense'; allowed" in result.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def bench_a():\n    raise ValueError('broken here')", "ValueError: broken here"),
        ("def bench_a():\n    return 3", "TypeError: it returned 3; allowed"),
        ("x = 1", "no workload; allowed: functions bench_NAME"),
        ("import nothing_of_this_name", "nothing_of_this_name"),
        (
            "def bench_a():\n    raise NotImplementedError",
            "no workload that all builds can run",
        ),
    ],
)
def test_a_broken_bench_file_is_no_pass(gate, tmp_path, text, message):
    bench = tmp_path / "other.py"
    bench.write_text(text)
    result, _ = gate("", "", bench=bench)
    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.slow
def test_a_bench_file_may_import_what_stands_beside_it(gate, tmp_path):
    (tmp_path / "made_for_benches.py").write_text(textwrap.dedent(BENCH))
    bench = tmp_path / "importing.py"
    bench.write_text("from made_for_benches import bench_alpha")
    assert outcomes(gate("", "", bench=bench)[1]) == {"alpha": "same"}


@pytest.mark.slow
def test_the_caller_s_path_does_not_reach_the_builds(gate, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    bench = tmp_path / "looking.py"
    bench.write_text(
        BENCH
        + "\nassert not {'PYTHONPATH', 'OPENBLAS_CORETYPE'} & set(os.environ)"
        + "\nassert os.environ['OMP_WAIT_POLICY'] == 'passive'"
    )
    assert gate("", "", bench=bench)[0].exit_code == 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no CPU can be asked for here")
def test_children_stay_on_one_cpu(gate, tmp_path):
    bench = tmp_path / "pinned.py"
    bench.write_text(BENCH + "\nassert len(os.sched_getaffinity(0)) == 1")
    assert gate("", "", bench=bench)[0].exit_code == 0


@pytest.mark.slow
def test_reports_say_what_differs_between_the_sides(gate, tmp_path):
    bench = tmp_path / "versions.py"
    bench.write_text(BENCH + "\nimport json\njson.__version__ += '.' + str(len(factors))")
    _, record = gate("", "alpha=1", bench=bench)
    assert any(line.startswith("json differs: ") for line in record["warnings"])


@pytest.mark.slow
def test_markdown_is_appended(gate, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    gate("", "beta=1.1", "--markdown", str(summary))
    text = summary.read_text()
    assert text.startswith("before\n### abgate: 1 of 3 workloads slower: beta +1")
    slower, rest = text.split("<details>")
    assert "| beta | slower | +1" in slower
    assert "| alpha | same |" not in slower
    assert "| alpha | same |" in rest


class Strict(HTMLParser):
    """Checks that elements are closed in order and that nothing is fetched from elsewhere."""

    VOID = frozenset({"meta", "link", "br", "img", "hr"})

    def __init__(self):
        super().__init__()
        self.open, self.text, self.tags = [], [], []

    def handle_starttag(self, tag, attrs):
        assert not {"src", "href", "xlink:href"} & {name for name, _ in attrs}, tag
        assert tag not in {"script", "link", "iframe", "img"}
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture
def page(gate, tmp_path):
    path = tmp_path / "page.html"
    gate("", "beta=1.1", "--html", str(path))
    return path


@pytest.mark.slow
def test_the_page_needs_nothing_else(page):
    parser = Strict()
    text = page.read_text(encoding="utf-8")
    parser.feed(text)
    assert not parser.open
    assert not re.search(r"https?://|url\(|@import", text)
    assert parser.tags.count("rect") == 3
    assert parser.tags.count("tr") == 4
    assert "beta: slower, +1" in "".join(parser.text)


@pytest.mark.slow
def test_names_are_escaped(gate, tmp_path):
    bench = tmp_path / "named.py"
    bench.write_text(BENCH + "\nBENCHES = {'<b>&|': BENCHES['gamma/one']}\nQUICK = ('<b>&|',)")
    html, markdown = tmp_path / "page.html", tmp_path / "page.md"
    result, _ = gate(
        "", "", "--quick", "--html", str(html), "--markdown", str(markdown), bench=bench
    )
    assert result.exit_code == 0
    assert "&lt;b&gt;&amp;|" in html.read_text()
    assert "<b>&|" not in html.read_text()
    assert "| <b>&&#124; |" in markdown.read_text()


BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium")
def test_the_page_in_a_browser(page, tmp_path):
    image = pytest.importorskip("PIL.Image")
    picture = tmp_path / "page.png"
    subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=900,700",
            f"--screenshot={picture}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with image.open(picture) as shot:
        colours = {colour for _, colour in shot.convert("RGB").getcolors(1 << 24)}
    # The bar of a slower workload, in the light and in the dark colour scheme.
    assert colours & {(0xCF, 0x22, 0x2E), (0xFF, 0x7B, 0x72)}


def test_percentages_and_durations():
    assert limits.percentage("t", "3%") == limits.percentage("t", 0.03) == 0.03
    assert limits.duration("b", "90") == limits.duration("b", "1.5m") == 90
    for wrong in ("-3%", "0%", "100%", "nan", "", True):
        with pytest.raises(BadInput):
            limits.percentage("t", wrong)
    for wrong in ("-1", "0", "1d", "m", ""):
        with pytest.raises(BadInput):
            limits.duration("b", wrong)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[other]\na = 1",
        "[thresholds]\na = 1\n[other]",
        "[thresholds]\na = 'x'",
        "=",
        "thresholds = 3",
    ],
)
def test_wrong_tables_of_thresholds_are_refused(tmp_path, text):
    path = tmp_path / "wrong.toml"
    path.write_text(text)
    with pytest.raises(BadInput):
        limits.overrides(path)


def test_the_last_pattern_that_matches_counts():
    table = {"a*": 0.1, "*b": 0.2}
    assert limits.thresholds(["ab", "aa", "cc"], 0.03, table) == {"ab": 0.2, "aa": 0.1, "cc": 0.03}


MODULES = [m.name for m in pkgutil.walk_packages(abgate.__path__, "abgate.")]


@pytest.mark.parametrize("name", [n for n in MODULES if "__main__" not in n])
def test_docstrings(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A repository with a pure Python package, whose second commit advances the clock further."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    shutil.copy(tiny_build_backend.__file__, folder / "backend.py")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@localhost", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    for factor in ("1", "1.1"):
        (folder / "slowly.py").write_text(f"FACTOR = {factor}\n")
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "--quiet", "-m", factor], check=True)
    return folder


PROJECT_BENCH = """
import time, slowly
clock = [0.0]
time.perf_counter = lambda: clock[0]
jitter = [0]

def bench_only():
    def call():
        jitter[0] += 1
        clock[0] += 3e-3 * slowly.FACTOR * (1 + 1e-4 * (jitter[0] * 7919 % 97))
    return call
"""


@pytest.mark.slow
def test_revisions_are_built_installed_and_compared(project, tmp_path, monkeypatch):
    bench, record = tmp_path / "bench.py", tmp_path / "out.json"
    bench.write_text(PROJECT_BENCH)
    monkeypatch.chdir(project)
    arguments = ["main~1", "main", "--bench", str(bench), "--json", str(record)]
    result = invoke(arguments)
    assert result.exit_code == 1, result.output
    content = json.loads(record.read_text())
    assert outcomes(content) == {"only": "slower"}
    assert [label.partition(" ")[0] for label in content["labels"]] == ["main~1", "main"]
    assert not subprocess.run(
        ["git", "status", "--porcelain"], capture_output=True, check=True
    ).stdout


@pytest.mark.slow
def test_a_revision_that_does_not_build_is_no_pass(project, tmp_path, monkeypatch):
    monkeypatch.chdir(project)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@localhost"]
    subprocess.run([*git, "checkout", "--quiet", "-b", "broken"], check=True)
    try:
        Path("backend.py").write_text("raise SystemExit('cannot be built')\n")
        subprocess.run([*git, "commit", "--quiet", "-am", "broken"], check=True)
        bench = tmp_path / "bench.py"
        bench.write_text(PROJECT_BENCH)
        result = invoke(["main", "broken", "--bench", str(bench)])
        assert result.exit_code == 2
        assert "cannot be built" in result.output
    finally:
        subprocess.run([*git, "checkout", "--quiet", "main"], check=True)
