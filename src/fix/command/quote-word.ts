import type { Shell } from './shell.ts'

/** Returns a value as one word of a shell's command line, whatever is in it but NUL. */
export const quoteWord: Readonly<Record<Shell, (value: string) => string>> = {
  bash: (value) => `'${value.replaceAll("'", `'\\''`)}'`,
  cmd: (value) => forCmd(forArgv(value)),
  powershell: (value) =>
    `'${(value.includes('"') ? escapedQuotes(value) : value).replace(/['‘’‚‛]/g, '$&$&')}'`,
}

/** Returns a value in quotes as Windows programs split their command line; a backslash only counts before a quote. */
const forArgv = (value: string): string =>
  `"${value.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + (quote === '' ? '' : '\\"'))}"`

/** What PowerShell passes on as it is has to be escaped for the program that reads it. */
const escapedQuotes = (value: string): string => value.replace(/(\\*)"/g, '$1$1\\"')

/**
 * Returns text that cmd hands over as it stands. A caret before the quotes too keeps cmd from seeing any, so that nothing in
 * between ends them; a caret after a percent sign makes a name of what follows that no variable has. For a typed command; in a batch file, percent
 * signs are doubled instead.
 */
const forCmd = (text: string): string =>
  text
    .replace(/[&|<>()^"!%]/g, '^$&')
    .replace(/\^%(?=[^^\r\n])/g, '^%^')
    .replace(/\r\n?|\n/g, '^\n\n')
