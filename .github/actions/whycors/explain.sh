#!/usr/bin/env bash
# Explains the recordings in $WHYCORS_FILES in a job of GitHub Actions: annotations on standard output, a section in
# $GITHUB_STEP_SUMMARY, `blocked` in $GITHUB_OUTPUT. Exits as whycors does: 1 if something was blocked, 2 for an error.
set -uo pipefail

# A job's summary has 1 MiB for each step. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
readonly most=1000000

fail() {
  echo "::error title=whycors::$1"
  exit 2
}

cd "${GITHUB_WORKSPACE:-.}" || fail "GITHUB_WORKSPACE is not a folder"

# One path or pattern a line; a pattern that matches nothing is nothing, and spaces belong to names.
shopt -s globstar nullglob
IFS=$'\n'
# shellcheck disable=SC2206
recordings=($WHYCORS_FILES)
unset IFS
[ "${#recordings[@]}" -gt 0 ] || fail "no recording matches the input files"

options=()
[ -z "${WHYCORS_ENGINE:-}" ] || options+=("--engine=$WHYCORS_ENGINE")
[ -z "${WHYCORS_ORIGIN:-}" ] || options+=("--origin=$WHYCORS_ORIGIN")

explain() {
  npx --yes "whycors${WHYCORS_VERSION:+@$WHYCORS_VERSION}" explain "$@" ${options[@]+"${options[@]}"} -- "${recordings[@]}"
}

explain --format=github
status=$?
[ "$status" -le 1 ] || fail "whycors could not explain the recordings; its message is in the log above"

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  summary="$(mktemp)"
  explain --format=markdown >"$summary" 2>/dev/null
  [ "$(wc -c <"$summary")" -le "$most" ] || explain --format=markdown --brief >"$summary" 2>/dev/null
  if [ "$(wc -c <"$summary")" -le "$most" ]; then
    cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  else
    printf '## WhyCORS\n\nThe list of problems is too long for a summary; the annotations have the first ones.\n' >>"$GITHUB_STEP_SUMMARY"
  fi
  rm -f "$summary"
fi

[ -z "${WHYCORS_SARIF:-}" ] || explain --format=sarif >"$WHYCORS_SARIF" 2>/dev/null
[ -z "${WHYCORS_JUNIT:-}" ] || explain --format=junit >"$WHYCORS_JUNIT" 2>/dev/null

if [ "$status" -eq 1 ]; then blocked=true; else blocked=false; fi
[ -z "${GITHUB_OUTPUT:-}" ] || echo "blocked=$blocked" >>"$GITHUB_OUTPUT"
[ "${WHYCORS_FAIL:-true}" != false ] || exit 0
exit "$status"
