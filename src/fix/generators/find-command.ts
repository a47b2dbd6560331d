import { shell } from './quote/shell.ts'

/** Returns the command that finds lines by an extended regular expression, ignoring case. */
export const grepFor = (pattern: string, where = '.'): string =>
  `grep -rniE ${shell.literal(pattern)} ${where}`

/** What sets CORS headers in JavaScript, in a project's own code. */
export const IN_JAVASCRIPT = "grep -rniwE --exclude-dir=node_modules 'cors|access-control-[a-z-]+' ."
