import type { Options } from '../options.ts'

/**
 * Returns the words of a command line that describe the same request: its URL and options. Secrets are masked, so that such
 * a line has to be completed.
 */
export function checkWords({ operands, check }: Options, word: (value: string) => string): readonly string[] {
  if (check.copied !== null) return ['--curl COMMAND']
  const option = (name: string, value: string | null): readonly string[] =>
    value === null ? [] : [`--${name} ${word(value)}`]
  return [
    ...operands.map((url) => word(url)),
    ...option('origin', check.page),
    ...option('method', check.method),
    ...check.headers.flatMap(({ name, value }) => option('header', `${name}: ${value}`)),
    ...option('credentials', check.credentials),
    ...option('mode', check.mode),
    ...(check.data === null ? [] : ['--data BODY']),
    ...(check.send ? ['--send'] : []),
  ]
}
