import type { Shell } from './shell.ts'

/** Returns a value as one word of a shell's command line. It may contain anything except NUL. */
export const quoteWord: Readonly<Record<Shell, (value: string) => string>> = {
  bash: (value) => `'${value.replaceAll("'", `'\\''`)}'`,
  cmd: (value) => forCmd(forArgv(value)),
  powershell: (value) =>
    `'${(value.includes('"') ? escapedQuotes(value) : value).replace(/['‘’‚‛]/g, '$&$&')}'`,
}

/**
 * Returns a value in quotes by the rules with which Windows programs split their command line. A backslash is only
 * special before a quote.
 */
const forArgv = (value: string): string => {
  const escaped = value.replace(/\\+|"/g, (found, at: number) => {
    if (found === '"') return '\\"'
    const end = at + found.length
    return end === value.length || value.charAt(end) === '"' ? found + found : found
  })
  return `"${escaped}"`
}

/** PowerShell passes this on unchanged, so it has to be escaped for the program. */
const escapedQuotes = (value: string): string =>
  value.replace(/\\+|"/g, (found, at: number) =>
    found === '"' ? '\\"' : value.charAt(at + found.length) === '"' ? found + found : found,
  )

/**
 * Returns text that cmd passes on unchanged. Quotes have a caret too, so that cmd ignores them and nothing in between can
 * end them. A caret after a percent sign turns what follows into a name that no variable has. This is for a typed
 * command; in a batch file, percent signs are doubled instead.
 */
const forCmd = (text: string): string =>
  text
    .replace(/[&|<>()^"!%]/g, '^$&')
    .replace(/\^%(?=[^^\r\n])/g, '^%^')
    .replace(/\r\n?|\n/g, '^\n\n')
