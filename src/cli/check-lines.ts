import { type CurlCheck, type Shell, shellInfo, type Text } from '../internal.ts'

/** Returns the commands that show whether a configuration works, each with what to expect and the shell that it is for. */
export const checkLines = (
  checks: readonly CurlCheck[],
  shell: Shell,
  say: (words: Text) => string,
): readonly string[] =>
  checks.flatMap(({ forms, expect }) => [
    `Check (${shellInfo(shell).title}): ${say(expect)}`,
    `  ${forms[shell]}`,
  ])
