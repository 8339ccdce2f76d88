#!/usr/bin/env bash
# First step of action.yml: install the gate, compare, and keep status and reports.
#
# Inputs come as environment variables, so that no text of a pull request becomes a command.
set -euo pipefail

reports=$RUNNER_TEMP/abgate
mkdir -p "$reports"
rm -f "$reports/report.md"
python3 -m venv "$reports/environment"
"$reports/environment/bin/python" -m pip install --quiet "$ACTION/benchmarks/gate"

# Several builds and options may stand in one input.
read -r -a builds <<<"$BASE $HEAD"
read -r -a arguments <<<"$ARGUMENTS"
if [[ -n $BENCH ]]; then
    arguments+=(--bench "$BENCH")
fi
status=0
"$reports/environment/bin/abgate" "${builds[@]}" --threshold "$THRESHOLD" --budget "$BUDGET" \
    --markdown "$reports/report.md" --html "$reports/report.html" --json "$reports/report.json" \
    ${arguments[@]+"${arguments[@]}"} || status=$?
echo "status=$status" >>"$GITHUB_OUTPUT"
if [[ ! -e $reports/report.md ]]; then
    echo "### abgate: not measured; the log of this step says why" >"$reports/report.md"
fi
cat "$reports/report.md" >>"$GITHUB_STEP_SUMMARY"
