import { type CurlCheck, type Shell, shellInfo, type Text } from '../internal.ts'

/** Returns the commands that check whether a configuration works, each with the expected result and its shell. */
export const checkLines = (
  checks: readonly CurlCheck[],
  shell: Shell,
  say: (words: Text) => string,
): readonly string[] =>
  checks.flatMap(({ forms, expect }) => [
    `Check (${shellInfo(shell).title}): ${say(expect)}`,
    `  ${forms[shell]}`,
  ])
