#!/usr/bin/env bash
# Explains the recordings in $WHYCORS_FILES, or makes the checks of $WHYCORS_CHECKS, in a job of GitHub Actions: annotations on
# standard output, a section in $GITHUB_STEP_SUMMARY, `blocked` in $GITHUB_OUTPUT. Exits as whycors does: 1 if something was
# blocked or differs from what a check expects, 2 for an error.
set -uo pipefail

# A job's summary has 1 MiB for each step. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
readonly most=1000000

fail() {
  echo "::error title=whycors::$1"
  exit 2
}

cd "${GITHUB_WORKSPACE:-.}" || fail "GITHUB_WORKSPACE is not a folder"

options=()
[ -z "${WHYCORS_ENGINE:-}" ] || options+=("--engine=$WHYCORS_ENGINE")
[ -z "${WHYCORS_ORIGIN:-}" ] || options+=("--origin=$WHYCORS_ORIGIN")

whycors() {
  npx --yes "whycors${WHYCORS_VERSION:+@$WHYCORS_VERSION}" "$@"
}

summary="$(mktemp)"
trap 'rm -f "$summary"' EXIT

# Makes the checks of a list; all formats are written at once, so that the API is called once.
make_checks() {
  [ -f "$WHYCORS_CHECKS" ] || fail "no file matches the input checks"
  [ "${WHYCORS_SEND:-false}" != true ] || options+=(--send)
  [ -z "${WHYCORS_SARIF:-}" ] || options+=("--write=sarif=$WHYCORS_SARIF")
  [ -z "${WHYCORS_JUNIT:-}" ] || options+=("--write=junit=$WHYCORS_JUNIT")
  whycors check "--file=$WHYCORS_CHECKS" --format=github "--write=markdown=$summary" ${options[@]+"${options[@]}"}
  status=$?
  [ "$status" -le 1 ] || fail "whycors could not make the checks; its message is in the log above"
}

explain() {
  whycors explain "$@" ${options[@]+"${options[@]}"} -- "${recordings[@]}"
}

explain_recordings() {
  # One path or pattern a line; a pattern that matches nothing is nothing, and spaces belong to names.
  shopt -s globstar nullglob
  IFS=$'\n'
  # shellcheck disable=SC2206
  recordings=($WHYCORS_FILES)
  unset IFS
  [ "${#recordings[@]}" -gt 0 ] || fail "no recording matches the input files"
  explain --format=github
  status=$?
  [ "$status" -le 1 ] || fail "whycors could not explain the recordings; its message is in the log above"
  explain --format=markdown >"$summary" 2>/dev/null
  [ "$(wc -c <"$summary")" -le "$most" ] || explain --format=markdown --brief >"$summary" 2>/dev/null
  [ -z "${WHYCORS_SARIF:-}" ] || explain --format=sarif >"$WHYCORS_SARIF" 2>/dev/null
  [ -z "${WHYCORS_JUNIT:-}" ] || explain --format=junit >"$WHYCORS_JUNIT" 2>/dev/null
}

if [ -n "${WHYCORS_FILES:-}" ] && [ -n "${WHYCORS_CHECKS:-}" ]; then
  fail "the inputs files and checks need a step each"
elif [ -n "${WHYCORS_CHECKS:-}" ]; then
  make_checks
else
  explain_recordings
fi

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  if [ "$(wc -c <"$summary")" -le "$most" ]; then
    cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  else
    printf '## WhyCORS\n\nThe list of problems is too long for a summary; the annotations have the first ones.\n' >>"$GITHUB_STEP_SUMMARY"
  fi
fi

if [ "$status" -eq 1 ]; then blocked=true; else blocked=false; fi
[ -z "${GITHUB_OUTPUT:-}" ] || echo "blocked=$blocked" >>"$GITHUB_OUTPUT"
[ "${WHYCORS_FAIL:-true}" != false ] || exit 0
exit "$status"
