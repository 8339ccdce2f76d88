#!/usr/bin/env bash
# Second step of action.yml: one comment on the pull request, written anew at each run.
#
# The token of a pull request from a fork may not write. The summary of the run has the same text,
# so this is a notice and no failure.
set -euo pipefail

report=$RUNNER_TEMP/abgate/report.md
marker="<!-- abgate: $GITHUB_WORKFLOW -->"
body=$RUNNER_TEMP/abgate/comment.md
{
    echo "$marker"
    cat "$report"
} >"$body"

comments=repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments
known=$(gh api --paginate "$comments" \
    --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1) || known=
if [[ -n $known ]]; then
    request=(--method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known")
else
    request=(--method POST "$comments")
fi
if ! gh api "${request[@]}" --field body=@"$body" >/dev/null; then
    echo "::notice::the comment could not be written; the summary of this run has the same text"
fi
