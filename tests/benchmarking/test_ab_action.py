"""The GitHub Action: its inputs, and its two scripts with stand-ins for pip, abgate and gh."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "benchmarks" / "gate" / "action"
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")

# Records its arguments, one to a line, and writes a report as abgate does.
ABGATE = """#!/bin/bash
printf '%s\\n' "$@" >"$RECORD"
while [[ $# -gt 0 ]]; do
    if [[ $1 == --markdown && $FAKE_STATUS != 2 ]]; then
        echo "### abgate: 1 of 2 workloads slower" >"$2"
    fi
    shift
done
exit "$FAKE_STATUS"
"""
PYTHON3 = """#!/bin/bash
mkdir -p "$3/bin"
cp "$STAND_INS/abgate" "$3/bin/abgate"
printf '#!/bin/bash\\n' >"$3/bin/python"
chmod +x "$3/bin/python"
"""
GH = """#!/bin/bash
printf '%s\\n' "$*" >>"$RECORD"
case "$*" in
    *--paginate*) [[ -n $KNOWN ]] && echo "$KNOWN"; exit 0 ;;
    *) exit "$FAKE_STATUS" ;;
esac
"""


@pytest.fixture
def step(tmp_path):
    """Run a script with stand-ins first on the path; return its result and what they recorded."""
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    for name, text in (("abgate", ABGATE), ("python3", PYTHON3), ("gh", GH)):
        (stand_ins / name).write_text(text)
        (stand_ins / name).chmod(0o755)
    record = tmp_path / "record"

    def run(script, **environment):
        record.unlink(missing_ok=True)
        fixed = {
            "PATH": f"{stand_ins}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(tmp_path),
            "STAND_INS": str(stand_ins),
            "RECORD": str(record),
            "ACTION": str(ROOT),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
            "GITHUB_REPOSITORY": "owner/project",
            "GITHUB_WORKFLOW": "gate",
            "NUMBER": "7",
        }
        done = subprocess.run(
            ["bash", str(SCRIPTS / script)],
            env={**fixed, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout, record.read_text().splitlines()

    return run


INPUTS = {"BASE": "HEAD^1", "HEAD": "HEAD", "THRESHOLD": "3%", "BUDGET": "10m"}


@pytest.mark.parametrize("status", ["0", "1", "2"])
def test_the_comparison_keeps_its_status_and_its_report(step, tmp_path, status):
    inputs = {**INPUTS, "BENCH": "my bench.py", "ARGUMENTS": "--memory --with pytest"}
    _, arguments = step("compare.sh", FAKE_STATUS=status, **inputs)
    assert arguments[:6] == ["HEAD^1", "HEAD", "--threshold", "3%", "--budget", "10m"]
    assert arguments[-5:] == ["--memory", "--with", "pytest", "--bench", "my bench.py"]
    assert (tmp_path / "output").read_text() == f"status={status}\n"
    wanted = "not measured" if status == "2" else "1 of 2 workloads slower"
    assert wanted in (tmp_path / "summary").read_text()


def test_without_a_bench_abgate_finds_it_itself(step):
    inputs = {**INPUTS, "HEAD": "one two", "BENCH": "", "ARGUMENTS": ""}
    _, arguments = step("compare.sh", FAKE_STATUS="0", **inputs)
    assert arguments[:3] == ["HEAD^1", "one", "two"]
    assert "--bench" not in arguments


@pytest.mark.parametrize(
    ("known", "request_line"),
    [
        ("", "--method POST repos/owner/project/issues/7/comments"),
        ("99", "--method PATCH repos/owner/project/issues/comments/99"),
    ],
)
def test_one_comment_is_kept_up_to_date(step, tmp_path, known, request_line):
    (tmp_path / "abgate").mkdir()
    (tmp_path / "abgate" / "report.md").write_text("### abgate: fine\n")
    output, calls = step("comment.sh", KNOWN=known, FAKE_STATUS="0")
    assert len(calls) == 2
    assert request_line in calls[1]
    body = (tmp_path / "abgate" / "comment.md").read_text()
    assert body == "<!-- abgate: gate -->\n### abgate: fine\n"
    assert output == ""
    output, _ = step("comment.sh", KNOWN=known, FAKE_STATUS="1")
    assert output.startswith("::notice::the comment could not be written")


def test_the_action_passes_its_inputs_as_variables():
    inputs = re.findall(r"^  ([a-z]+):$", ACTION.partition("inputs:")[2], re.MULTILINE)
    assert inputs[:4] == ["base", "head", "bench", "threshold"]
    for name in ("base", "head", "bench", "threshold", "budget", "arguments"):
        assert f"{name.upper()}: ${{{{ inputs.{name} }}}}" in ACTION
    # Text of a pull request in a script would be a command.
    for line in re.findall(r"run: .*", ACTION):
        assert "${{" not in line
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load(ACTION)
    assert action["runs"]["using"] == "composite"
    assert set(action["inputs"]) == {*inputs[:6], "comment", "token"}
